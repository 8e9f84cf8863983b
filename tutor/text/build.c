#include "base/base.h"

#include "text/build.h"

#include "base/utf8.h"


void build_init(struct build *b, struct doc *d)
{
	*b = (struct build){ .d = d, .prefix = SBUF_INIT, .text = SBUF_INIT };
	for (size_t i = 0; i < d->n; i++)
		if (d->blocks[i].id)
			map_put(&b->ids, d->blocks[i].id, (void *)1);
	for (size_t i = 0; i < d->n_anchors; i++)
		map_put(&b->ids, d->anchors[i].id, (void *)1);
}

void build_release(struct build *b)
{
	map_release(&b->ids);
	sbuf_release(&b->prefix);
	sbuf_release(&b->text);
	free(b->marker);
}

/* NULL when nested too deep: then the level is only counted. */
static struct build_level *push(struct build *b, char kind)
{
	struct build_level *l;

	if (b->depth++ >= BUILD_LEVELS)
		return NULL;
	l = &b->levels[b->depth - 1];
	*l = (struct build_level){ .kind = kind, .prefix_len = b->prefix.len };
	return l;
}

/* Opens one step of indent unless the limit is reached. */
static void indent_by(struct build *b, const char *with, int width)
{
	if (b->indent >= BLOCK_INDENT_MAX)
		return;
	b->indent++;
	sbuf_addstr(&b->prefix, with);
	sbuf_addchars(&b->prefix, ' ', (size_t)width - strlen(with));
}

static int digits(int n)
{
	int d = 1;

	while (n >= 10) {
		n /= 10;
		d++;
	}
	return d;
}

static void marker_now(struct build *b)
{
	if (b->marker)
		build_block(b, BLOCK_PARAGRAPH, 0);
}

void build_list(struct build *b, bool ordered, int start, int last, bool tight)
{
	struct build_level *l;

	marker_now(b);
	l = push(b, 'l');
	if (!l)
		return;
	l->ordered = ordered;
	l->number = MAX(start, 0);
	l->tight = tight;
	l->width = ordered ? digits(MAX(last, l->number)) + 2 : 2;
	b->first_item = true;
}

void build_item(struct build *b)
{
	struct build_level *list = NULL, *l;

	marker_now(b);
	if (b->depth && b->depth <= BUILD_LEVELS && b->levels[b->depth - 1].kind == 'l')
		list = &b->levels[b->depth - 1];
	l = push(b, 'i');
	b->marker = list && list->ordered ? xstrfmt("%d.", list->number) : xstrdup("-");
	if (list && list->number < 999999999)
		list->number++;
	if (l)
		indent_by(b, "", list ? list->width : 2);
}

void build_quote(struct build *b)
{
	marker_now(b);
	if (push(b, 'q'))
		indent_by(b, "> ", 2);
}

void build_indent(struct build *b)
{
	marker_now(b);
	if (push(b, 'd'))
		indent_by(b, "", 2);
}

void build_pop(struct build *b)
{
	struct build_level *l;

	if (!b->depth)
		return;
	if (b->depth-- > BUILD_LEVELS)
		return;
	l = &b->levels[b->depth];
	if (l->kind == 'i') {
		marker_now(b);
		b->first_item = false;
	}
	if (b->prefix.len > l->prefix_len) {
		sbuf_setlen(&b->prefix, l->prefix_len);
		b->indent--;
	}
}

/* The list around the current place, a level of lists up when `outer`; NULL at top or in a quote. */
static const struct build_level *list_here(const struct build *b, bool outer)
{
	for (size_t i = MIN(b->depth, (size_t)BUILD_LEVELS); i-- > 0;) {
		if (b->levels[i].kind == 'q')
			return NULL;
		if (b->levels[i].kind != 'l')
			continue;
		if (!outer)
			return &b->levels[i];
		outer = false;
	}
	return NULL;
}

static bool in_quote(const struct build *b)
{
	size_t depth = MIN(b->depth, (size_t)BUILD_LEVELS);

	return depth && b->levels[depth - 1].kind == 'q';
}

struct block *build_block(struct build *b, enum block_kind kind, int line)
{
	const struct build_level *list;
	struct block *block;

	if (b->marker && kind != BLOCK_PARAGRAPH)
		build_block(b, BLOCK_PARAGRAPH, line);
	block = doc_add(b->d, kind);
	list = list_here(b, b->marker && b->first_item);
	if (kind == BLOCK_PARAGRAPH && in_quote(b))
		block->kind = BLOCK_QUOTE;
	if (b->marker) {
		block->kind = BLOCK_ITEM;
		block->marker = b->marker;
		b->marker = NULL;
	}
	block->line = line;
	block->indent = b->indent;
	block->tight = list && list->tight;
	if (b->prefix.len)
		block->prefix = xmemdupz(b->prefix.buf, b->prefix.len);
	return block;
}

void build_flush(struct build *b)
{
	if (!b->text.len)
		return;
	if (b->cell)
		cell_add_span(b->cell, b->style, b->text.buf, b->text.len, b->href);
	else if (b->d->n)
		block_add_span(&b->d->blocks[b->d->n - 1], b->style, b->text.buf, b->text.len, b->href);
	sbuf_reset(&b->text);
}

void build_text(struct build *b, unsigned style, const char *href, const char *text, size_t len)
{
	if (style != b->style || href != b->href)
		build_flush(b);
	b->style = style;
	b->href = href;
	if (!(style & SPAN_BREAK)) {
		sbuf_add(&b->text, text, len);
	} else if (b->cell) {
		cell_add_span(b->cell, style, "", 0, NULL);
	} else if (b->d->n) {
		block_add_span(&b->d->blocks[b->d->n - 1], style, "", 0, NULL);
	}
}

char *build_clean(const char *text)
{
	struct sbuf lf = SBUF_INIT, clean = SBUF_INIT;

	sbuf_add_replaced(&lf, text, "\r\n", "\n");
	utf8_sanitize(&clean, lf.buf, lf.len);
	sbuf_release(&lf);
	return sbuf_detach(&clean, NULL);
}

void build_heading_id(struct build *b)
{
	struct sbuf plain = SBUF_INIT, slug = SBUF_INIT;
	struct block *block;
	uintptr_t taken;
	size_t base;

	build_flush(b);
	block = &b->d->blocks[b->d->n - 1];
	block_plain(block, &plain);
	anchor_slug(plain.buf, &slug);
	base = slug.len;
	taken = (uintptr_t)map_get(&b->ids, slug.buf);
	for (uintptr_t i = MAX(taken, (uintptr_t)1); map_has(&b->ids, slug.buf); i++) {
		sbuf_setlen(&slug, base);
		map_put(&b->ids, slug.buf, (void *)(i + 1));
		sbuf_addf(&slug, "-%zu", (size_t)i);
	}
	map_put(&b->ids, slug.buf, (void *)1);
	free(block->id);
	block->id = sbuf_detach(&slug, NULL);
	sbuf_release(&plain);
}

void build_id(struct build *b, const char *id)
{
	struct block *block = &b->d->blocks[b->d->n - 1];

	if (!*id || map_has(&b->ids, id))
		return;
	map_put(&b->ids, id, (void *)1);
	if (block->id)
		doc_add_anchor(b->d, id);
	else
		block->id = xstrdup(id);
}
