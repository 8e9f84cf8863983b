/*
 * Code blocks: a label, then the lines beside a bar (in ASCII mode, which is also what screen readers and
 * pipes get, indented instead). Bars are pieces of their own, so that copying can leave them out.
 */
#include "base/base.h"

#include "base/utf8.h"
#include "text/frame.h"

#define TAB 4

struct code_run {
	enum row_style style;
	size_t start, end;
};

struct code {
	struct frame *f;
	const char *text;
	size_t len;
	enum row_style base;
	const char *corner;    /* of the label's first row */
	struct code_run *runs; /* in order, from the highlighter */
	size_t n, alloc;
	size_t run;            /* the first that ends after the line at hand */
};

static void add_run(void *to, enum row_style style, size_t start, size_t len)
{
	struct code *c = to;
	size_t from = c->n ? c->runs[c->n - 1].end : 0;

	if (start < from || start > c->len || !len)
		return;
	ARRAY_GROW(c->runs, c->n + 1, c->alloc);
	c->runs[c->n++] = (struct code_run){ style, start, start + MIN(len, c->len - start) };
}

static int bar_width(const struct frame *f)
{
	return frame_ascii(f) && f->width >= 24 ? 4 : 2;
}

static struct row *code_row(void *ctx, bool wrapped)
{
	struct frame *f = ((struct code *)ctx)->f;
	const char *bar = wrapped ? "↳" : "│";
	struct row *row = frame_row(f, wrapped);

	if (!frame_ascii(f))
		row_add_at(row, f->left, ROW_TABLE_LINE, bar, strlen(bar), NULL);
	else if (wrapped)
		row_add_at(row, f->left + bar_width(f) - 2, ROW_TABLE_LINE, "\\", 1, NULL);
	return row;
}

/* One line of code on its way into a flow: tabs are widened here, where the column in the line is known. */
struct line {
	struct flow flow;
	int column;
};

static void line_add(struct line *l, enum row_style style, const char *p, size_t len)
{
	static const char spaces[TAB + 1] = "    ";
	int width;
	size_t n;

	while (len) {
		const char *tab = memchr(p, '\t', len);

		n = tab ? (size_t)(tab - p) : len;
		flow_add(&l->flow, style, p, n, NULL);
		l->column += utf8_width(p, n);
		p += n;
		len -= n;
		if (!tab)
			break;
		width = TAB - l->column % TAB;
		flow_add(&l->flow, style, spaces, (size_t)width, NULL);
		l->column += width;
		p++;
		len--;
	}
}

static enum row_style line_style(const struct code *c, const char *line, size_t len)
{
	if (c->base != ROW_CODE_BLOCK || !len || !c->f->b->info || !starts_with(c->f->b->info, "diff"))
		return c->base;
	if (line[0] == '+')
		return ROW_DIFF_ADD;
	return line[0] == '-' ? ROW_DIFF_DEL : c->base;
}

/* Cuts the line where the highlighter's runs begin and end. */
static void line_fill(struct code *c, size_t start, size_t end, struct line *l)
{
	enum row_style base = line_style(c, c->text + start, end - start);
	size_t at = start, from, to;

	while (c->run < c->n && c->runs[c->run].end <= start)
		c->run++;
	for (size_t i = c->run; i < c->n && c->runs[i].start < end; i++) {
		from = MAX(c->runs[i].start, start);
		to = MIN(c->runs[i].end, end);
		line_add(l, base, c->text + at, from - at);
		line_add(l, c->runs[i].style, c->text + from, to - from);
		at = to;
	}
	line_add(l, base, c->text + at, end - at);
}

static void layout_line(struct code *c, size_t start, size_t end)
{
	enum flow_mode mode = c->f->o->flags & LAYOUT_NO_WRAP_CODE ? FLOW_NEVER : FLOW_ANYWHERE;
	struct line l = { .flow = FLOW_INIT };
	int bar = bar_width(c->f);

	line_fill(c, start, end, &l);
	flow_wrap(&l.flow, c->f->left + bar, c->f->width - bar, mode, code_row, c);
	flow_release(&l.flow);
}

static struct row *label_row(void *ctx, bool wrapped)
{
	struct code *c = ctx;
	struct row *row = frame_row(c->f, wrapped);
	const char *corner = wrapped ? "│" : c->corner;

	if (!frame_ascii(c->f))
		row_add_at(row, c->f->left, ROW_TABLE_LINE, corner, strlen(corner), NULL);
	return row;
}

static void layout_label(struct code *c, size_t number)
{
	bool ascii = frame_ascii(c->f);
	int left = ascii ? 0 : 2;
	struct sbuf text = SBUF_INIT, label = SBUF_INIT;
	struct flow flow = FLOW_INIT;

	if (number)
		sbuf_addf(&text, "[%zu]", number);
	fence_describe(c->f->b->info, ascii ? ", " : " · ", NULL, &label);
	if (label.len)
		sbuf_addf(&text, "%s%s%s", number ? " " : "", label.buf, ascii ? ":" : "");
	flow_add(&flow, ROW_CODE_LABEL, text.buf, text.len, NULL);
	if (text.len)
		flow_wrap(&flow, c->f->left + left, c->f->width - left, FLOW_WORDS, label_row, c);
	flow_release(&flow);
	sbuf_release(&text);
	sbuf_release(&label);
}

static void layout_lines(struct code *c)
{
	size_t start = 0, end;
	const char *eol;

	do {
		eol = memchr(c->text + start, '\n', c->len - start);
		end = eol ? (size_t)(eol - c->text) : c->len;
		layout_line(c, start, end);
		start = end + 1;
	} while (start <= c->len);
}

/* The text without the line end that every fence has. */
static size_t code_len(const char *text)
{
	size_t len = strlen(text);

	return len && text[len - 1] == '\n' ? len - 1 : len;
}

void layout_code(struct frame *f, size_t number)
{
	bool below = f->out->n && f->out->v[f->out->n - 1].block == f->block - 1;
	const char *text = f->b->text ? f->b->text : "";
	struct code c = { .f = f, .text = text, .len = code_len(text), .base = ROW_CODE_BLOCK };
	struct sbuf lang = SBUF_INIT;

	fence_describe(f->b->info, "", &lang, NULL);
	if (streq(lang.buf, "output"))
		c.base = ROW_OUTPUT;
	else if (f->o->highlight)
		f->o->highlight(f->o->highlight_ctx, lang.buf, c.text, c.len, add_run, &c);
	c.corner = c.base == ROW_OUTPUT && below ? "├" : "┌";
	layout_label(&c, number);
	layout_lines(&c);
	free(c.runs);
	sbuf_release(&lang);
}
