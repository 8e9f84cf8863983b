#include "rust/answer.h"

#include "rust/edits.h"
#include "rust/lexer.h"

struct block {
	const char *start, *end; /* without the fences; end NULL: it has none */
	bool rust;
};

/* The next block at or behind p; false: there is none. */
static bool next_block(const char *p, const char *end, struct block *b)
{
	for (; p < end; p = memchr(p, '\n', (size_t)(end - p)), p = p ? p + 1 : end) {
		const char *q = p, *line;

		while (q < end && *q == ' ')
			q++;
		if (end - q < 3 || memcmp(q, "```", 3))
			continue;
		line = memchr(q, '\n', (size_t)(end - q));
		if (!line)
			return false;
		b->rust = !strncmp(q + 3, "rust", 4) || !strncmp(q + 3, "rs\n", 3);
		b->start = line + 1;
		b->end = NULL;
		for (q = b->start; q < end; q = line + 1) {
			const char *c = q;

			while (c < end && *c == ' ')
				c++;
			if (end - c >= 3 && !memcmp(c, "```", 3)) {
				b->end = q;
				return true;
			}
			line = memchr(q, '\n', (size_t)(end - q));
			if (!line)
				return true;
		}
		return true;
	}
	return false;
}

static bool best_block(const char *text, size_t len, struct block *best)
{
	const char *end = text + len, *p = text;
	struct block b;
	bool found = false;

	while (p < end && next_block(p, end, &b)) {
		const char *stop = b.end ? b.end : end;

		if (!found || (b.rust && !best->rust) ||
		    (b.rust == best->rust && !b.rust && stop - b.start > (best->end ? best->end : end) - best->start)) {
			*best = b;
			found = true;
		}
		if (!b.end)
			break;
		p = memchr(b.end, '\n', (size_t)(end - b.end));
		p = p ? p + 1 : end;
	}
	return found;
}

static bool looks_like_rust(const char *text, size_t len)
{
	struct items items = ITEMS_INIT;
	bool found = false;

	items_scan(text, len, &items);
	for (size_t i = 0; i < items.n; i++)
		found |= items.v[i].kind == ITEM_FN && items.v[i].body && !items.v[i].start;
	items_release(&items);
	return found;
}

bool answer_code(const char *text, size_t len, bool whole, struct sbuf *out)
{
	struct block b;

	if (len > ANSWER_MAX || memchr(text, '\0', len))
		return false;
	if (best_block(text, len, &b)) {
		if (!b.end && !whole)
			return false;
		sbuf_add(out, b.start, (size_t)((b.end ? b.end : text + len) - b.start));
	} else if (whole && looks_like_rust(text, len)) {
		sbuf_add(out, text, len);
	}
	sbuf_rtrim(out);
	if (out->len)
		sbuf_addch(out, '\n');
	return out->len > 0;
}

bool answer_is_over(const char *text, size_t len)
{
	struct block b;

	return next_block(text, text + len, &b) && b.end && memchr(b.end, '`', (size_t)(text + len - b.end)) &&
	       text + len - b.end >= 3;
}

static const struct item *find_item(const struct items *items, const struct item *like, size_t *n)
{
	const struct item *found = NULL;

	*n = 0;
	for (size_t i = 0; i < items->n; i++) {
		const struct item *it = &items->v[i];

		if (it->parent < 0 && it->kind == like->kind && streq(it->name, like->name)) {
			found = it;
			(*n)++;
		}
	}
	return found;
}

void answer_keep_tests(const char *was, size_t was_len, const char *is, size_t is_len, struct sbuf *out)
{
	struct items a = ITEMS_INIT, b = ITEMS_INIT;
	struct edits e = EDITS_INIT;
	struct sbuf tail = SBUF_INIT;

	items_scan(was, was_len, &a);
	items_scan(is, is_len, &b);
	for (size_t i = 0; i < a.n; i++) {
		const struct item *it = &a.v[i], *now;
		char *text;
		size_t n;

		if (it->parent >= 0 || (!it->cfg_test && !it->is_test))
			continue;
		now = find_item(&b, it, &n);
		text = xmemdupz(was + it->start, it->end - it->start);
		if (n == 1)
			edits_add(&e, now->start, now->end, text);
		else if (!n)
			sbuf_addf(&tail, "\n%s\n", text);
		free(text);
	}
	if (!edits_apply(&e, is, is_len, out))
		sbuf_add(out, is, is_len);
	sbuf_add(out, tail.buf, tail.len);
	sbuf_release(&tail);
	edits_release(&e);
	items_release(&a);
	items_release(&b);
}

static bool splice_one(const char *items, const struct item *it, const struct items *there, struct edits *e, struct sbuf *uses)
{
	char *text = xmemdupz(items + it->start, it->end - it->start);
	size_t n;
	const struct item *old = find_item(there, it, &n);
	bool ok = n == 1 || (it->kind == ITEM_USE && n <= 1);

	if (n == 1 && it->kind != ITEM_USE)
		edits_add(e, old->start, old->end, text);
	else if (!n && it->kind == ITEM_USE)
		sbuf_addf(uses, "%s\n", text);
	free(text);
	return ok;
}

bool answer_splice(const char *was, size_t was_len, const char *items, size_t items_len, struct sbuf *out)
{
	struct items a = ITEMS_INIT, b = ITEMS_INIT;
	struct edits e = EDITS_INIT;
	struct sbuf uses = SBUF_INIT;
	bool ok = true;

	items_scan(was, was_len, &a);
	items_scan(items, items_len, &b);
	for (size_t i = 0; i < b.n && ok; i++)
		if (b.v[i].parent < 0 && !b.v[i].cfg_test && !b.v[i].is_test)
			ok = splice_one(items, &b.v[i], &a, &e, &uses);
	if (uses.len)
		edits_add(&e, a.n ? a.v[0].start : 0, a.n ? a.v[0].start : 0, uses.buf);
	ok = ok && e.n && edits_apply(&e, was, was_len, out);
	sbuf_release(&uses);
	edits_release(&e);
	items_release(&a);
	items_release(&b);
	return ok;
}
