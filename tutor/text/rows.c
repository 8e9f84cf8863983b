/* Rows and pieces: building, plain text, search. */
#include "base/base.h"

#include "text/layout.h"

#include "base/utf8.h"
#include "text/flow.h"

const char *row_style_name(enum row_style s)
{
	static const char *const names[] = {
#define X(id, name) name,
		LAYOUT_STYLES(X)
#undef X
	};

	return s < ROW_STYLES ? names[s] : "unknown";
}

struct row *rows_add(struct rows *r)
{
	ARRAY_GROW(r->v, r->n + 1, r->alloc);
	r->v[r->n] = (struct row){ .block = -1 };
	return &r->v[r->n++];
}

static void row_release(struct row *row)
{
	for (size_t i = 0; i < row->n; i++) {
		free(row->pieces[i].text);
		free(row->pieces[i].href);
	}
	free(row->pieces);
}

void rows_release(struct rows *r)
{
	for (size_t i = 0; i < r->n; i++)
		row_release(&r->v[i]);
	free(r->v);
	*r = (struct rows)ROWS_INIT;
}

int row_width(const struct row *row)
{
	const struct piece *last = row->n ? &row->pieces[row->n - 1] : NULL;

	return last ? last->column + last->width : 0;
}

static bool is_plain(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)text[i] < 0x20 || (unsigned char)text[i] >= 0x7f)
			return false;
	return true;
}

/* A tab's width depends on where it stands, so text is measured while it is cleaned. */
static void add_untabbed(struct sbuf *out, int column, const char *text, size_t len)
{
	size_t run;

	for (size_t pos = 0; pos < len; pos += run) {
		run = 0;
		while (pos + run < len && text[pos + run] != '\t' && text[pos + run] != '\n')
			run++;
		sbuf_add(out, text + pos, run);
		column += utf8_width(text + pos, run);
		if (pos + run == len)
			break;
		if (text[pos + run++] == '\t') {
			sbuf_addchars(out, ' ', (size_t)(4 - column % 4));
			column += 4 - column % 4;
		} else {
			sbuf_addch(out, ' ');
			column++;
		}
	}
}

void text_clean(struct sbuf *out, int column, const char *text, size_t len)
{
	struct sbuf safe = SBUF_INIT;

	if (is_plain(text, len)) {
		sbuf_add(out, text, len);
		return;
	}
	utf8_sanitize(&safe, text, len);
	add_untabbed(out, column, safe.buf, safe.len);
	sbuf_release(&safe);
}

void row_add_at(struct row *row, int column, enum row_style style, const char *text, size_t len,
		const char *href)
{
	struct sbuf clean = SBUF_INIT;

	if (!len)
		return;
	column = MAX(column, row_width(row));
	text_clean(&clean, column, text, len);
	ARRAY_GROW(row->pieces, row->n + 1, row->alloc);
	row->pieces[row->n++] = (struct piece){
		.style = style,
		.column = column,
		.width = utf8_width(clean.buf, clean.len),
		.text = sbuf_detach(&clean, NULL),
		.href = xstrdup_or_null(href),
	};
}

void row_add(struct row *row, enum row_style style, const char *text, size_t len, const char *href)
{
	row_add_at(row, 0, style, text, len, href);
}

void row_addf(struct row *row, enum row_style style, const char *fmt, ...)
{
	struct sbuf text = SBUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	sbuf_vaddf(&text, fmt, ap);
	va_end(ap);
	row_add(row, style, text.buf, text.len, NULL);
	sbuf_release(&text);
}

void row_plain(const struct row *row, struct sbuf *out)
{
	int column = 0;

	for (size_t i = 0; i < row->n; i++) {
		const struct piece *p = &row->pieces[i];

		if (p->column > column)
			sbuf_addchars(out, ' ', (size_t)(p->column - column));
		sbuf_addstr(out, p->text);
		column = p->column + p->width;
	}
}

void rows_plain(const struct rows *r, struct sbuf *out)
{
	for (size_t i = 0; i < r->n; i++) {
		size_t start = out->len;

		row_plain(&r->v[i], out);
		while (out->len > start && out->buf[out->len - 1] == ' ')
			sbuf_setlen(out, out->len - 1);
		sbuf_addch(out, '\n');
	}
}

/* The words of a row, folded, without the bars and lines left of them when it continues another. */
static void add_folded(struct sbuf *out, const struct row *row, bool skip_lines)
{
	struct sbuf plain = SBUF_INIT;

	if (!skip_lines)
		row_plain(row, &plain);
	for (size_t i = 0; skip_lines && i < row->n; i++)
		if (row->pieces[i].style != ROW_TABLE_LINE)
			sbuf_addstr(&plain, row->pieces[i].text);
	utf8_fold(out, plain.buf, plain.len);
	sbuf_release(&plain);
}

/* Does needle start in row i? It may run on into the rows that continue it, parted by `between`. */
static bool row_matches(const struct rows *r, size_t i, const struct sbuf *needle, const char *between)
{
	struct sbuf text = SBUF_INIT;
	const char *hit;
	size_t own;
	bool found;

	add_folded(&text, &r->v[i], false);
	own = text.len;
	for (size_t j = i + 1; j < r->n && r->v[j].wrapped && text.len - own < needle->len; j++) {
		sbuf_addstr(&text, between);
		add_folded(&text, &r->v[j], true);
	}
	hit = strstr(text.buf, needle->buf);
	found = hit && (size_t)(hit - text.buf) < own;
	sbuf_release(&text);
	return found;
}

int rows_search(const struct rows *r, const char *needle, int from, int direction)
{
	struct sbuf folded = SBUF_INIT;
	int step = direction < 0 ? -1 : 1, hit = -1;

	utf8_fold(&folded, needle, strlen(needle));
	for (int i = from; folded.len && hit < 0 && i >= 0 && (size_t)i < r->n; i += step)
		if (row_matches(r, (size_t)i, &folded, " ") || row_matches(r, (size_t)i, &folded, ""))
			hit = i;
	sbuf_release(&folded);
	return hit;
}

static struct row *plain_row(void *ctx, bool wrapped)
{
	struct row *row = rows_add(ctx);

	row->wrapped = wrapped;
	return row;
}

void rows_add_text(struct rows *r, enum row_style style, int indent, int width, const char *text)
{
	struct flow f = FLOW_INIT;
	const char *end;

	indent = MIN(MAX(indent, 0), width / 2);
	for (;; text = end + 1) {
		end = strchrnul(text, '\n');
		flow_add(&f, style, text, (size_t)(end - text), NULL);
		if (!*end)
			break;
		flow_break(&f);
	}
	flow_wrap(&f, indent, width - indent, FLOW_WORDS, plain_row, r);
	flow_release(&f);
}
