#include "learn/fence.h"

#include <ctype.h>

#include "rust/lexer.h"

static bool is_error_code(const char *s, size_t len)
{
	if (len != 5 || *s != 'E')
		return false;
	for (size_t i = 1; i < len; i++)
		if (!isdigit((unsigned char)s[i]))
			return false;
	return true;
}

static void read_label(const char *s, size_t len, struct fence *f)
{
	static const struct {
		const char *name;
		unsigned flag;
	} labels[] = {
		{ "rust", FENCE_RUST },
		{ "compile_fail", FENCE_COMPILE_FAIL },
		{ "should_panic", FENCE_SHOULD_PANIC },
		{ "no_run", FENCE_NO_RUN },
		{ "editable", FENCE_EDITABLE },
	};

	for (size_t i = 0; i < ARRAY_SIZE(labels); i++) {
		if (strlen(labels[i].name) == len && !memcmp(labels[i].name, s, len)) {
			f->flags |= labels[i].flag;
			return;
		}
	}
	if (is_error_code(s, len) && !*f->code)
		memcpy(f->code, s, len);
	else if (len)
		f->flags |= FENCE_UNKNOWN;
}

static void read_labels(const char *info, struct fence *f)
{
	while (*info) {
		size_t n = strcspn(info, ", \t");

		read_label(info, n, f);
		info += n + (info[n] != '\0');
	}
	/* A code without compile_fail promises nothing. */
	if (*f->code && !(f->flags & FENCE_COMPILE_FAIL))
		f->flags |= FENCE_UNKNOWN;
}

static bool is_rust(const struct block *b)
{
	size_t n = b->info ? strcspn(b->info, ", \t") : 0;

	return b->kind == BLOCK_CODE && n == 4 && !memcmp(b->info, "rust", 4);
}

static bool is_output(const struct block *b)
{
	return b->kind == BLOCK_CODE && b->info && streq(b->info, "output");
}

void fences_find(const struct doc *d, struct fences *out)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct block *b = &d->blocks[i];
		struct fence *f;

		if (!is_rust(b))
			continue;
		ARRAY_GROW(out->v, out->n + 1, out->alloc);
		f = &out->v[out->n++];
		*f = (struct fence){
			.block = i, .line = b->line, .info = b->info, .text = b->text ? b->text : ""
		};
		read_labels(b->info, f);
		if (i + 1 < d->n && is_output(&d->blocks[i + 1]))
			f->output = d->blocks[i + 1].text ? d->blocks[i + 1].text : "";
	}
}

void fences_release(struct fences *f)
{
	free(f->v);
	*f = (struct fences)FENCES_INIT;
}

static bool has_main(const char *text)
{
	struct items items = ITEMS_INIT;
	bool found = false;

	items_scan(text, strlen(text), &items);
	for (size_t i = 0; i < items.n && !found; i++)
		found = items.v[i].kind == ITEM_FN && items.v[i].parent < 0 &&
			streq(items.v[i].name, "main");
	items_release(&items);
	return found;
}

void fence_program(const char *text, struct sbuf *out, int *shift)
{
	size_t len = strlen(text);

	*shift = has_main(text) ? 0 : 1;
	if (!*shift) {
		sbuf_add(out, text, len);
		return;
	}
	sbuf_addstr(out, "fn main() {\n");
	sbuf_add(out, text, len);
	sbuf_addstr(out, len && text[len - 1] != '\n' ? "\n}\n" : "}\n");
}

char *fence_first(const char *markdown, struct sbuf *rest)
{
	const char *open = markdown ? strstr(markdown, "```rust") : NULL, *code, *close;

	if (!open || (open != markdown && open[-1] != '\n'))
		return NULL;
	code = open + strcspn(open, "\n");
	code += *code == '\n';
	close = starts_with(code, "```") ? code : strstr(code, "\n```");
	if (!close)
		return NULL;
	if (close != code)
		close++;
	if (rest) {
		sbuf_add(rest, markdown, (size_t)(open - markdown));
		sbuf_addstr(rest, close + strcspn(close, "\n"));
		sbuf_rtrim(rest);
	}
	return xmemdupz(code, (size_t)(close - code));
}
