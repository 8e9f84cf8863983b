#include "rust/diag_snippet.h"

#include "base/utf8.h"

#define MAX_MARKS 64 /* on one source line */

/* An underline on one source line, or the end of a drawing over several. */
struct mark {
	size_t from, to; /* cells */
	bool primary;
	bool multi; /* ends a drawing that began at start_line, start_col */
	bool gone;  /* began a drawing: reported where that ends */
	uint32_t start_line, start_col;
	char *label;
};

struct reader {
	const struct snippet *s;
	size_t depth;  /* drawings side by side in the left margin */
	size_t offset; /* cell at which the source text starts */
	struct {
		uint32_t line, col;
		bool used;
	} open[SNIPPET_MAX_DEPTH];
	struct mark marks[MAX_MARKS];
	size_t n_marks;
	struct diag_span **spans;
	size_t *n;
};

void snippet_add(struct snippet *s, uint32_t line, const char *text, size_t len)
{
	struct snippet_row *r;
	size_t used, alloc = 0;

	if (s->n >= SNIPPET_MAX_ROWS)
		return;
	ARRAY_GROW(s->v, s->n + 1, s->alloc);
	r = &s->v[s->n++];
	*r = (struct snippet_row){ line, NULL, 0 };
	for (size_t pos = 0; pos < len && r->n < SNIPPET_MAX_CELLS; pos += used) {
		uint32_t cp = utf8_decode(text + pos, len - pos, &used);
		int width = cp == '\t' ? 1 : utf8_cp_width(cp);

		ARRAY_GROW(r->cells, r->n + 2, alloc);
		if (width > 0)
			r->cells[r->n++] = cp;
		if (width > 1)
			r->cells[r->n++] = 0;
	}
}

static void clear_rows(struct snippet *s)
{
	for (size_t i = 0; i < s->n; i++)
		free(s->v[i].cells);
	s->n = 0;
}

void snippet_release(struct snippet *s)
{
	clear_rows(s);
	free(s->v);
	free(s->file);
	*s = (struct snippet)SNIPPET_INIT;
}

static uint32_t cell(const struct snippet_row *r, size_t i)
{
	return i < r->n ? r->cells[i] : ' ';
}

static bool is_mark(uint32_t c)
{
	return c == '^' || c == '-';
}

/*
 * The horizontal line of a drawing in a row of marks: `_` from *from on, up to the mark or corner
 * at *at. The cell before it says whether it ends a drawing (`|`) or begins one (blank).
 * `|___label` has no corner.
 */
static bool find_bar(const struct snippet_row *r, size_t *from, size_t *at)
{
	size_t i = 0, end;

	while (i < r->n && (r->cells[i] == ' ' || r->cells[i] == '|'))
		i++;
	if (i == 0 || cell(r, i) != '_')
		return false;
	for (end = i; cell(r, end) == '_' || is_mark(cell(r, end)) || cell(r, end) == '|';)
		end++;
	/* A mark of several cells starts where the line meets it. */
	*from = i;
	*at = end - 1;
	while (*at > i && is_mark(cell(r, *at)) && cell(r, *at - 1) == cell(r, *at) &&
	       cell(r, i - 1) != '|')
		--*at;
	if (cell(r, *at) == '_')
		*at = end; /* the label stands right behind it, under its mark */
	return *at < r->n && cell(r, *at) != ' ';
}

static void measure_margin(struct reader *rd)
{
	size_t from, at;

	rd->depth = 0;
	for (size_t i = 0; i < rd->s->n; i++)
		if (!rd->s->v[i].line && find_bar(&rd->s->v[i], &from, &at) &&
		    from <= SNIPPET_MAX_DEPTH)
			rd->depth = MAX(rd->depth, from);
	rd->offset = rd->depth ? rd->depth + 1 : 0;
}

/* Column (characters, from 1) of a cell in a source row. */
static uint32_t column(const struct reader *rd, const struct snippet_row *src, size_t at)
{
	uint32_t col = 1;

	for (size_t i = rd->offset; i < at; i++)
		col += cell(src, i) != 0;
	return col;
}

static struct mark *add_mark(struct reader *rd, size_t from, size_t to, bool primary)
{
	if (rd->n_marks == MAX_MARKS)
		return NULL;
	rd->marks[rd->n_marks] = (struct mark){ .from = from, .to = to, .primary = primary };
	return &rd->marks[rd->n_marks++];
}

/*
 * Where the label at `at` ends: at the row's end, or before a label further right that hangs from
 * a mark too.
 */
static size_t label_end(const struct reader *rd, const struct snippet_row *r, size_t at)
{
	for (size_t i = at + 2; i < r->n; i++)
		if (r->cells[i] != ' ' && r->cells[i - 1] == ' ' && r->cells[i - 2] == ' ')
			for (size_t k = 0; k < rd->n_marks; k++)
				if (rd->marks[k].from == i)
					return i;
	return r->n;
}

/* Gives m the label at `at`; where that ends. */
static size_t set_label(struct reader *rd, struct mark *m, const struct snippet_row *r, size_t at)
{
	size_t end = label_end(rd, r, at);
	struct sbuf b = SBUF_INIT;

	for (size_t i = at; i < end; i++)
		if (r->cells[i])
			utf8_encode(&b, r->cells[i]);
	sbuf_rtrim(&b);
	free(m->label);
	m->label = sbuf_detach(&b, NULL);
	return end;
}

/* `^^-^^`: a mark inside another; the rest of the outer one is no mark of its own. */
static bool joins_outer(struct reader *rd, size_t from, size_t to, bool primary)
{
	struct mark *m = rd->marks + rd->n_marks;

	if (rd->n_marks < 2 || m[-1].to != from || m[-2].to != m[-1].from ||
	    m[-2].primary != primary)
		return false;
	m[-2].to = to;
	return true;
}

/* The first row under a source line: all underlines, and the label of the last one. */
static void read_marks(struct reader *rd, const struct snippet_row *r)
{
	size_t i = rd->offset, end,
	       joined = 0; /* joined: where the last run began, if it belongs to an outer one */

	while (i < r->n) {
		uint32_t c = r->cells[i];

		if (c == ' ' || c == '_' || c == '|') {
			i++;
			continue;
		}
		if (!is_mark(c))
			break;
		for (end = i; cell(r, end) == c;)
			end++;
		joined = joins_outer(rd, i, end, c == '^') ? i : 0;
		if (!joined)
			add_mark(rd, i, end, c == '^');
		i = end;
	}
	if (i >= r->n || !rd->n_marks)
		return;
	/*
	 * A span with another inside has its label below: with one at its side, there are three
	 * side by side.
	 */
	if (joined && rd->n_marks < MAX_MARKS) {
		struct mark *outer = &rd->marks[rd->n_marks - 2];

		add_mark(rd, joined, outer->to, outer->primary);
		outer->to = rd->marks[rd->n_marks - 2].from;
	}
	set_label(rd, &rd->marks[rd->n_marks - 1], r, i);
}

static struct mark *mark_at(struct reader *rd, size_t at)
{
	for (size_t i = 0; i < rd->n_marks; i++)
		if (rd->marks[i].from == at)
			return &rd->marks[i];
	return NULL;
}

/* A label or its line hangs in the middle of an underline: two spans stand side by side there. */
static struct mark *split_mark(struct reader *rd, size_t at)
{
	struct mark *new;

	for (size_t i = 0; i < rd->n_marks; i++) {
		struct mark *m = &rd->marks[i];

		if (m->from >= at || at >= m->to || m->multi ||
		    !(new = add_mark(rd, at, m->to, m->primary)))
			continue;
		m->to = at;
		new->label = m->label; /* the one at the end of the row belongs to the last span */
		m->label = NULL;
		return new;
	}
	return NULL;
}

static struct mark *mark_for(struct reader *rd, size_t at)
{
	struct mark *m = mark_at(rd, at);

	return m ? m : split_mark(rd, at);
}

/* `-^^^`: the longer span that m, at its left end, is drawn over; NULL when there is none. */
static struct mark *outer_of(struct reader *rd, const struct mark *m)
{
	for (size_t i = 0; i < rd->n_marks && !m->primary; i++) {
		struct mark *o = &rd->marks[i];

		if (o->from == m->to && o->primary && !o->label && !o->multi && !o->gone)
			return o;
	}
	return NULL;
}

/* A second label hangs from m (no label of rustc's has two lines): the mark that it belongs to. */
static struct mark *second_mark(struct reader *rd, struct mark *m)
{
	struct mark *outer = outer_of(rd, m);

	if (outer) {
		/* rustc writes the label of the longer span first. */
		outer->from = m->from;
		outer->label = m->label;
		m->label = NULL;
		return m;
	}
	if (rd->n_marks == MAX_MARKS)
		return NULL;
	outer = &rd->marks[rd->n_marks++];
	*outer = *m;
	outer->label = NULL;
	return outer;
}

/* Gives the label at `at` to the mark above; where it ends. */
static size_t hang_label(struct reader *rd, const struct snippet_row *r, size_t at)
{
	struct mark *m = mark_for(rd, at);

	if (m && m->label)
		m = second_mark(rd, m);
	return m ? set_label(rd, m, r, at) : r->n;
}

/* A further row: lines down to labels, and at its end a label (seldom two). */
static void read_hanging(struct reader *rd, const struct snippet_row *r, size_t from)
{
	for (size_t i = from; i < r->n; i++) {
		if (r->cells[i] == ' ')
			continue;
		if (r->cells[i] == '|' &&
		    (cell(r, i + 1) == ' ' || cell(r, i + 1) == '_' || cell(r, i + 1) == '|') &&
		    mark_for(rd, i))
			continue;
		i = hang_label(rd, r, i) - 1;
	}
}

/* The mark under which a bar ends: in this row, or above its corner. */
static struct mark *bar_mark(struct reader *rd, const struct snippet_row *r, size_t at)
{
	struct mark *m = mark_at(rd, at);

	if (!m)
		m = split_mark(rd, at);
	if (!m && is_mark(cell(r, at)))
		m = add_mark(rd, at, at + 1, cell(r, at) == '^');
	return m;
}

/* The bar of a row begins or ends the drawing in margin p. */
static void read_bar(struct reader *rd, const struct snippet_row *src, const struct snippet_row *r,
		     size_t from, size_t at)
{
	size_t p = from - 1;
	struct mark *m = bar_mark(rd, r, at);

	if (!m || p >= SNIPPET_MAX_DEPTH)
		return;
	if (cell(r, p) != '|') {
		rd->open[p].line = src->line;
		rd->open[p].col = column(rd, src, at);
		rd->open[p].used = true;
		m->gone = true;
	} else if (rd->open[p].used) {
		m->multi = true;
		m->start_line = rd->open[p].line;
		m->start_col = rd->open[p].col;
		rd->open[p].used = false;
	}
}

/* `/` in the margin: a drawing begins at the first character of this line. */
static void read_margin(struct reader *rd, const struct snippet_row *src)
{
	for (size_t p = 0; p < rd->depth; p++) {
		size_t at = rd->offset;

		if (cell(src, p) != '/')
			continue;
		while (at < src->n && src->cells[at] == ' ')
			at++;
		rd->open[p].line = src->line;
		rd->open[p].col = column(rd, src, at);
		rd->open[p].used = true;
	}
}

static char *source_text(const struct reader *rd, const struct snippet_row *src)
{
	struct sbuf b = SBUF_INIT;

	for (size_t i = rd->offset; i < src->n; i++)
		if (src->cells[i])
			utf8_encode(&b, src->cells[i]);
	sbuf_rtrim(&b);
	return sbuf_detach(&b, NULL);
}

/*
 * Tabs are drawn as four blanks, long lines are cut on the left: the arrow's column says how far
 * we are off.
 */
static int correction(const struct reader *rd, const struct snippet_row *src)
{
	if (src->line != rd->s->line)
		return 0;
	for (size_t i = 0; i < rd->n_marks; i++)
		if (rd->marks[i].primary && !rd->marks[i].multi)
			return (int)rd->s->col - (int)column(rd, src, rd->marks[i].from);
	return 0;
}

static uint32_t shifted(uint32_t col, int by)
{
	return (uint32_t)MAX((int)col + by, 1);
}

static void put_span(struct reader *rd, const struct snippet_row *src, struct mark *m, int by)
{
	struct diag_span *s;
	uint32_t from = shifted(column(rd, src, m->from), by),
		 to = shifted(column(rd, src, m->to), by);

	if (m->gone || *rd->n >= DIAG_MAX_PARTS) {
		free(m->label);
		return;
	}
	*rd->spans = xrealloc(*rd->spans, (*rd->n + 1) * sizeof(**rd->spans));
	s = &(*rd->spans)[(*rd->n)++];
	memset(s, 0, sizeof(*s));
	s->file = xstrdup(rd->s->file);
	s->primary = m->primary;
	s->label = m->label;
	s->line = m->multi ? m->start_line : src->line;
	s->col = m->multi ? m->start_col : from;
	s->line_end = src->line;
	s->col_end = to;
	s->text = m->multi ? NULL : source_text(rd, src);
	s->hl_start = s->text ? column(rd, src, m->from) : 1;
	s->hl_end = s->text ? column(rd, src, m->to) : 1;
}

/* A source line with the rows of marks below it: v[i] to v[end - 1]. */
static void read_group(struct reader *rd, size_t i, size_t end)
{
	const struct snippet_row *src = &rd->s->v[i];
	int by;

	rd->n_marks = 0;
	read_margin(rd, src);
	for (size_t k = i + 1; k < end; k++) {
		const struct snippet_row *r = &rd->s->v[k];
		size_t from, at = 0;
		bool bar = find_bar(r, &from, &at);

		if (k == i + 1)
			read_marks(rd, r);
		if (bar)
			read_bar(rd, src, r, from, at);
		if (k > i + 1)
			read_hanging(rd, r,
				     !bar					  ? rd->offset
				     : cell(r, at) == '|' || is_mark(cell(r, at)) ? at + 1
										  : at);
	}
	by = correction(rd, src);
	for (size_t k = 0; k < rd->n_marks; k++)
		put_span(rd, src, &rd->marks[k], by);
}

void snippet_read(struct snippet *s, struct diag_span **spans, size_t *n)
{
	struct reader *rd = xcalloc(1, sizeof(*rd));
	size_t i = 0, end;

	rd->s = s;
	rd->spans = spans;
	rd->n = n;
	measure_margin(rd);
	while (s->file && i < s->n) {
		for (end = i + 1; end < s->n && !s->v[end].line;)
			end++;
		if (s->v[i].line)
			read_group(rd, i, end);
		i = end;
	}
	free(rd);
	clear_rows(s);
}
