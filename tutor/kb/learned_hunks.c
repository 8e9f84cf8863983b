#include "kb/learned_hunks.h"

#include "rust/edits.h"

void hunks_release(struct hunks *h)
{
	free(h->v);
	memset(h, 0, sizeof(*h));
}

/* "-3,2" or "+7": the line, and how many; no number: one. */
static const char *read_side(const char *p, size_t *line, size_t *n)
{
	char *end;

	*line = strtoul(p + 1, &end, 10);
	*n = 1;
	if (*end == ',')
		*n = strtoul(end + 1, &end, 10);
	/* Lines count from 1; an empty side names the line before it. */
	if (*n && *line)
		--*line;
	return end;
}

static const char *next_line(const char *p, const char *end)
{
	const char *nl = memchr(p, '\n', (size_t)(end - p));

	return nl ? nl + 1 : end;
}

void hunks_find(const char *a, size_t alen, const char *b, size_t blen, struct hunks *out)
{
	struct sbuf diff = SBUF_INIT;

	hunks_release(out);
	diff_unified(a, alen, b, blen, NULL, 0, &diff);
	/* By length: the texts may hold NULs. */
	for (const char *p = diff.buf, *end = p + diff.len; p < end; p = next_line(p, end)) {
		struct line_hunk *h;

		if (!starts_with(p, "@@ -"))
			continue;
		ARRAY_GROW(out->v, out->n + 1, out->alloc);
		h = &out->v[out->n++];
		p = read_side(p + 3, &h->a, &h->a_n);
		p = strchr(p, '+') ? strchr(p, '+') : p;
		p = read_side(p, &h->b, &h->b_n);
	}
	sbuf_release(&diff);
}

/* The byte at which line n begins. */
static size_t line_at(const char *p, size_t len, size_t n)
{
	size_t at = 0;

	while (n-- && at < len) {
		const char *nl = memchr(p + at, '\n', len - at);

		at = nl ? (size_t)(nl - p) + 1 : len;
	}
	return at;
}

void hunks_without(const struct hunks *h, size_t i, const char *a, size_t alen, const char *b, size_t blen, struct sbuf *out)
{
	const struct line_hunk *k = &h->v[i];
	size_t b_from = line_at(b, blen, k->b), b_to = line_at(b, blen, k->b + k->b_n);
	size_t a_from = line_at(a, alen, k->a), a_to = line_at(a, alen, k->a + k->a_n);

	sbuf_add(out, b, b_from);
	sbuf_add(out, a + a_from, a_to - a_from);
	sbuf_add(out, b + b_to, blen - b_to);
}
