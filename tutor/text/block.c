#include "base/base.h"

#include "text/block.h"

#include <ctype.h>

#include <utf8proc.h>

#include "base/utf8.h"

static void spans_release(struct span *spans, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		free(spans[i].text);
		free(spans[i].href);
	}
	free(spans);
}

static void block_release(struct block *b)
{
	for (size_t i = 0; i < b->rows * b->columns; i++)
		spans_release(b->cells[i].spans, b->cells[i].n_spans);
	free(b->cells);
	spans_release(b->spans, b->n_spans);
	free(b->prefix);
	free(b->id);
	free(b->marker);
	free(b->info);
	free(b->text);
}

void doc_release(struct doc *d)
{
	for (size_t i = 0; i < d->n; i++)
		block_release(&d->blocks[i]);
	free(d->blocks);
	for (size_t i = 0; i < d->n_anchors; i++)
		free(d->anchors[i].id);
	free(d->anchors);
	*d = (struct doc)DOC_INIT;
}

struct block *doc_add(struct doc *d, enum block_kind kind)
{
	struct block *b;

	ARRAY_GROW(d->blocks, d->n + 1, d->alloc);
	b = &d->blocks[d->n++];
	*b = (struct block){ .kind = kind };
	return b;
}

/* The array's size is the power of two that holds n: no field is needed for it. */
static void spans_add(struct span **spans, size_t *n, unsigned style, const char *text, size_t len,
		      const char *href)
{
	struct sbuf clean = SBUF_INIT;

	if (!(*n & (*n - 1)))
		*spans = xrealloc(*spans, MAX(*n * 2, (size_t)1) * sizeof(**spans));
	utf8_sanitize(&clean, text, len);
	for (char *c = strpbrk(clean.buf, "\n\t"); c; c = strpbrk(c, "\n\t"))
		*c = ' ';
	(*spans)[(*n)++] = (struct span){
		.style = style,
		.text = sbuf_detach(&clean, NULL),
		.href = xstrdup_or_null(href),
	};
}

void block_add_span(struct block *b, unsigned style, const char *text, size_t len, const char *href)
{
	spans_add(&b->spans, &b->n_spans, style, text, len, href);
}

void cell_add_span(struct table_cell *c, unsigned style, const char *text, size_t len, const char *href)
{
	spans_add(&c->spans, &c->n_spans, style, text, len, href);
}

bool block_set_cells(struct block *b, size_t rows, size_t columns)
{
	if (!rows || !columns || columns > BLOCK_COLUMNS_MAX || rows > BLOCK_CELLS_MAX / columns)
		return false;
	b->cells = xcalloc(rows * columns, sizeof(*b->cells));
	b->rows = rows;
	b->columns = columns;
	return true;
}

static void spans_plain(const struct span *spans, size_t n, struct sbuf *out)
{
	for (size_t i = 0; i < n; i++)
		sbuf_addstr(out, spans[i].style & SPAN_BREAK ? " " : spans[i].text);
}

static void cells_plain(const struct block *b, struct sbuf *out)
{
	const struct table_cell *c = b->cells;

	for (size_t row = 0; row < b->rows; row++) {
		for (size_t col = 0; col < b->columns; col++, c++) {
			if (col)
				sbuf_addstr(out, " | ");
			spans_plain(c->spans, c->n_spans, out);
		}
		if (row + 1 < b->rows)
			sbuf_addch(out, '\n');
	}
}

void block_plain(const struct block *b, struct sbuf *out)
{
	if (b->kind == BLOCK_TABLE)
		cells_plain(b, out);
	else if (b->text)
		sbuf_addstr(out, b->text);
	else
		spans_plain(b->spans, b->n_spans, out);
}

static bool is_letter_or_digit(uint32_t cp)
{
	utf8proc_category_t c;

	if (cp < 0x80)
		return isalnum((int)cp);
	c = utf8proc_category((utf8proc_int32_t)cp);
	return (c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO) ||
	       (c >= UTF8PROC_CATEGORY_ND && c <= UTF8PROC_CATEGORY_NO);
}

static bool is_white(uint32_t cp)
{
	if (cp < 0x80)
		return isspace((int)cp);
	return utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_ZS;
}

void anchor_slug(const char *text, struct sbuf *out)
{
	size_t len = strlen(text), used;
	uint32_t cp;

	while (len && isspace((unsigned char)text[len - 1]))
		len--;
	while (len && isspace((unsigned char)*text)) {
		text++;
		len--;
	}
	for (size_t pos = 0; pos < len; pos += used) {
		cp = utf8_decode(text + pos, len - pos, &used);
		if (is_letter_or_digit(cp) || cp == '_' || cp == '-')
			utf8_encode(out, (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp));
		else if (is_white(cp))
			sbuf_addch(out, '-');
	}
}

void doc_add_anchor(struct doc *d, const char *id)
{
	if (!d->n)
		return;
	ARRAY_GROW(d->anchors, d->n_anchors + 1, d->alloc_anchors);
	d->anchors[d->n_anchors++] = (struct doc_anchor){ xstrdup(id), d->n - 1 };
}

int doc_find_anchor(const struct doc *d, const char *id)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->blocks[i].id && streq(d->blocks[i].id, id))
			return (int)i;
	for (size_t i = 0; i < d->n_anchors; i++)
		if (streq(d->anchors[i].id, id))
			return (int)d->anchors[i].block;
	return -1;
}
