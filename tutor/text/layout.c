#include "base/base.h"

#include "text/layout.h"

#include "base/utf8.h"
#include "text/frame.h"

#define WIDTH_MIN 10

static int opts_width(const struct layout_opts *o)
{
	return MAX(o->width, WIDTH_MIN);
}

bool frame_ascii(const struct frame *f)
{
	return f->o->flags & LAYOUT_ASCII;
}

static bool marker_fits(const struct block *b, int left)
{
	size_t need, len = b->prefix ? strlen(b->prefix) : 0;

	if (!b->marker)
		return true;
	need = strlen(b->marker) + 1;
	return (size_t)left >= need && strspn(b->prefix + len - need, " ") == need &&
	       strspn(b->prefix + (size_t)left - need, " ") >= need;
}

void frame_init(struct frame *f, const struct doc *d, size_t i, const struct layout_opts *o, struct rows *out)
{
	const struct block *b = &d->blocks[i];
	int width = opts_width(o), prose = o->max_text > 0 ? MIN(width, MAX(o->max_text, WIDTH_MIN)) : width;

	*f = (struct frame){ .b = b, .o = o, .out = out, .block = (int)i };
	f->left = b->prefix ? MIN((int)strlen(b->prefix), prose / 2 & ~1) : 0;
	f->width = width - f->left;
	f->text_width = prose - f->left;
	f->marker_fits = marker_fits(b, f->left);
}

/* Bars of the quotes in the first `columns` of a prefix. */
static void add_bars(struct row *row, const char *prefix, int columns, bool ascii)
{
	const char *bar = ascii ? ">" : "│";

	for (int i = 0; prefix && i < columns && prefix[i]; i++)
		if (prefix[i] == '>')
			row_add_at(row, i, ROW_TABLE_LINE, bar, strlen(bar), NULL);
}

static const char *bullet(const struct frame *f)
{
	static const char *const bullets[] = { "•", "◦", "▪" };
	int depth = 0;

	if (!streq(f->b->marker, "-"))
		return f->b->marker;
	if (frame_ascii(f))
		return "-";
	for (const char *p = f->b->prefix; p && *p; p++) {
		if (*p == '>')
			p++;
		else
			depth++;
	}
	return bullets[(depth > 2) + (depth > 4)];
}

struct row *frame_row(void *frame, bool wrapped)
{
	struct frame *f = frame;
	struct row *row = rows_add(f->out);
	const char *mark;

	row->block = f->block;
	row->wrapped = wrapped;
	add_bars(row, f->b->prefix, f->left, frame_ascii(f));
	if (!f->begun && f->b->marker && f->marker_fits) {
		mark = bullet(f);
		row_add_at(row, f->left - 1 - utf8_width(mark, strlen(mark)), ROW_MARKER, mark, strlen(mark),
			   NULL);
	}
	f->begun = true;
	return row;
}

static enum row_style span_row_style(unsigned style, enum row_style base)
{
	if (style & SPAN_LINK)
		return ROW_LINK;
	if (style & SPAN_CODE)
		return ROW_CODE;
	if (base != ROW_TEXT && base != ROW_QUOTE)
		return base;
	if (style & SPAN_STRONG)
		return ROW_STRONG;
	if (style & SPAN_EMPH)
		return ROW_EMPH;
	return base;
}

/* Without colours, code is told from prose by its backticks. */
static void add_span(const struct frame *f, struct flow *flow, enum row_style base, const struct span *s)
{
	enum row_style style = span_row_style(s->style, base);
	bool ticks = (s->style & SPAN_CODE) && frame_ascii(f);

	if (ticks)
		flow_add(flow, style, "`", 1, s->href);
	flow_add(flow, style, s->text, strlen(s->text), s->href);
	if (ticks)
		flow_add(flow, style, "`", 1, s->href);
}

void frame_spans(const struct frame *f, struct flow *flow, enum row_style base, const struct span *spans,
		 size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (spans[i].style & SPAN_BREAK)
			flow_break(flow);
		else
			add_span(f, flow, base, &spans[i]);
	}
}

static void layout_spans(struct frame *f, enum row_style base)
{
	struct flow flow = FLOW_INIT;

	if (!f->marker_fits) {
		flow_add(&flow, ROW_MARKER, f->b->marker, strlen(f->b->marker), NULL);
		flow_add(&flow, base, " ", 1, NULL);
	}
	frame_spans(f, &flow, base, f->b->spans, f->b->n_spans);
	flow_wrap(&flow, f->left, f->text_width, FLOW_WORDS, frame_row, f);
	flow_release(&flow);
}

static void add_line(struct frame *f, const char *mark, int columns)
{
	struct sbuf line = SBUF_INIT;

	for (int i = 0; i < columns; i++)
		sbuf_addstr(&line, mark);
	row_add_at(frame_row(f, false), f->left, ROW_RULE, line.buf, line.len, NULL);
	sbuf_release(&line);
}

static void layout_heading(struct frame *f)
{
	static const enum row_style styles[] = { ROW_HEADING1, ROW_HEADING2, ROW_HEADING3 };
	size_t first = f->out->n;
	int level = MIN(MAX(f->b->level, 1), 3), longest = 0;

	layout_spans(f, styles[level - 1]);
	for (size_t i = first; i < f->out->n; i++)
		longest = MAX(longest, row_width(&f->out->v[i]) - f->left);
	if (level == 1)
		add_line(f, frame_ascii(f) ? "=" : "━", longest);
	else if (level == 2)
		add_line(f, frame_ascii(f) ? "-" : "─", longest);
}

static void layout_html(struct frame *f)
{
	struct flow flow = FLOW_INIT;
	const char *p = f->b->text ? f->b->text : "", *end = p + strlen(p), *eol;

	while (end > p && end[-1] == '\n')
		end--;
	for (; p <= end; p = eol + 1) {
		eol = memchr(p, '\n', (size_t)(end - p));
		eol = eol ? eol : end;
		flow_add(&flow, ROW_DIM, p, (size_t)(eol - p), NULL);
		if (eol < end)
			flow_break(&flow);
	}
	flow_wrap(&flow, f->left, f->text_width, FLOW_WORDS, frame_row, f);
	flow_release(&flow);
}

static bool is_output(const struct block *b)
{
	return b->kind == BLOCK_CODE && b->info && starts_with(b->info, "output");
}

static void layout_one(const struct doc *d, size_t i, size_t number, const struct layout_opts *o,
		       struct rows *out)
{
	struct frame f;

	frame_init(&f, d, i, o, out);
	switch (f.b->kind) {
	case BLOCK_HEADING:
		layout_heading(&f);
		break;
	case BLOCK_PARAGRAPH:
	case BLOCK_ITEM:
		layout_spans(&f, ROW_TEXT);
		break;
	case BLOCK_QUOTE:
		layout_spans(&f, ROW_QUOTE);
		break;
	case BLOCK_CODE:
		layout_code(&f, is_output(f.b) ? 0 : number);
		break;
	case BLOCK_RULE:
		add_line(&f, frame_ascii(&f) ? "-" : "─", f.text_width);
		break;
	case BLOCK_TABLE:
		layout_table(&f);
		break;
	case BLOCK_HTML:
		layout_html(&f);
		break;
	}
}

/* Output stands right below its code; what is in the same quote has the quote's bar between. */
static void add_gap(const struct doc *d, size_t i, const struct layout_opts *o, struct rows *out)
{
	const struct block *b = &d->blocks[i], *above = b - 1;
	int same = 0;

	if (b->tight || (is_output(b) && above->kind == BLOCK_CODE))
		return;
	while (b->prefix && above->prefix && b->prefix[same] && b->prefix[same] == above->prefix[same])
		same++;
	add_bars(rows_add(out), b->prefix, MIN(same, opts_width(o) / 2), o->flags & LAYOUT_ASCII);
}

/* Output is not numbered: "copy 2" is about programs. */
static size_t count_code(const struct doc *d, size_t i, const struct layout_opts *o, size_t before)
{
	const struct block *b = &d->blocks[i];

	return before + ((o->flags & LAYOUT_NUMBER_CODE) && b->kind == BLOCK_CODE && !is_output(b));
}

void layout_block(const struct doc *d, size_t i, const struct layout_opts *o, struct rows *out)
{
	size_t number = 0;

	for (size_t j = 0; j <= i; j++)
		number = count_code(d, j, o, number);
	layout_one(d, i, number, o, out);
}

void layout_doc(const struct doc *d, const struct layout_opts *o, struct rows *out)
{
	size_t number = 0;

	for (size_t i = 0; i < d->n; i++) {
		if (i)
			add_gap(d, i, o, out);
		number = count_code(d, i, o, number);
		layout_one(d, i, number, o, out);
	}
}
