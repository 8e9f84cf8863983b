/* What the keys do to the text. Every operation is one change: begin, replace, end. */
#include "base/base.h"

#include "text/edit_priv.h"

#include "base/utf8.h"

#define INDENT 4
static const char spaces[INDENT + 1] = "    ";

/* Would the text stay within its bound with `more` bytes, when the selection goes? */
static bool fits(const struct edit *e, size_t more)
{
	struct edit_pos from, to;
	struct sbuf gone = SBUF_INIT;
	size_t less;

	if (e->bytes + more <= EDIT_MAX_BYTES)
		return true;
	if (edit_selection(e, &from, &to))
		text_range(e, from, to, &gone);
	less = gone.len;
	sbuf_release(&gone);
	return e->bytes - less + more <= EDIT_MAX_BYTES;
}

/* The selection, or nothing at the cursor. */
static void target(const struct edit *e, struct edit_pos *from, struct edit_pos *to)
{
	*from = *to = e->at.cursor;
	edit_selection(e, from, to);
}

static void replace_selection(struct edit *e, const char *text, size_t len)
{
	struct edit_pos from, to;

	target(e, &from, &to);
	place_set(e, change_replace(e, from, to, text, len), false);
}

/* LF line ends, no control characters, valid. */
static void clean_input(struct sbuf *out, const char *text, size_t len)
{
	struct sbuf plain = SBUF_INIT;

	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];

		if (c == '\r')
			sbuf_addstr(&plain, i + 1 < len && text[i + 1] == '\n' ? "" : "\n");
		else if (c == '\n' || c == '\t' || (c >= 0x20 && c != 0x7f))
			sbuf_addch(&plain, text[i]);
	}
	utf8_sanitize(out, plain.buf, plain.len);
	sbuf_release(&plain);
}

/* "    |" and a closing bracket typed: it belongs one step to the left. */
static void step_back(struct edit *e, const struct sbuf *input)
{
	struct edit_pos p = e->at.cursor, from = p;
	const struct sbuf *line = line_at(e, p.line);

	if (input->len != 1 || !strchr(")]}", input->buf[0]) || e->at.selecting)
		return;
	if (p.col < INDENT || strspn(line->buf, " ") < p.col)
		return;
	from.col -= INDENT;
	place_set(e, change_replace(e, from, p, "", 0), false);
}

bool edit_insert(struct edit *e, const char *text, size_t len, int64_t now_ms)
{
	struct sbuf clean = SBUF_INIT;
	bool ok;

	clean_input(&clean, text, len);
	ok = fits(e, clean.len);
	if (ok && clean.len) {
		change_begin(e, memchr(clean.buf, '\n', clean.len) ? STEP_OTHER : STEP_TYPE, now_ms);
		step_back(e, &clean);
		replace_selection(e, clean.buf, clean.len);
		change_end(e);
	}
	sbuf_release(&clean);
	return ok;
}

static char last_before(const struct sbuf *line, size_t col)
{
	while (col && strchr(" \t", line->buf[col - 1]))
		col--;
	return col ? line->buf[col - 1] : '\0';
}

static bool is_one_of(char c, const char *set)
{
	return c && strchr(set, c);
}

bool edit_newline(struct edit *e, int64_t now_ms)
{
	struct sbuf text = SBUF_INIT;
	struct edit_pos from, to, stop;
	const struct sbuf *line, *rest;
	size_t indent, blanks;
	bool opens, closes, ok;

	target(e, &from, &to);
	line = line_at(e, from.line);
	rest = line_at(e, to.line);
	indent = MIN(indent_of(line), from.col);
	opens = is_one_of(last_before(line, from.col), "([{");
	blanks = strspn(rest->buf + to.col, " \t");
	closes = opens && is_one_of(rest->buf[to.col + blanks], ")]}");
	sbuf_addch(&text, '\n');
	sbuf_add(&text, line->buf, indent);
	sbuf_addstr(&text, opens ? spaces : "");
	stop = pos_after(from, text.buf, text.len);
	if (closes) {
		sbuf_addch(&text, '\n');
		sbuf_add(&text, line->buf, indent);
	}
	ok = fits(e, text.len);
	if (ok) {
		change_begin(e, STEP_OTHER, now_ms);
		to.col += blanks; /* what follows starts at the new indent */
		change_replace(e, from, to, text.buf, text.len);
		place_set(e, stop, false);
		change_end(e);
	}
	sbuf_release(&text);
	return ok;
}

void edit_backspace(struct edit *e, int64_t now_ms)
{
	struct edit_pos from, to;

	target(e, &from, &to);
	if (!pos_cmp(from, to)) {
		from = pos_left(e, to);
		if (to.col && strspn(line_at(e, to.line)->buf, " ") >= to.col)
			from.col = (to.col - 1) / INDENT * INDENT;
	}
	change_begin(e, STEP_BACKSPACE, now_ms);
	place_set(e, change_replace(e, from, to, "", 0), false);
	change_end(e);
}

void edit_delete(struct edit *e, int64_t now_ms)
{
	struct edit_pos from, to;

	target(e, &from, &to);
	if (!pos_cmp(from, to))
		to = pos_right(e, from);
	change_begin(e, STEP_DELETE, now_ms);
	place_set(e, change_replace(e, from, to, "", 0), false);
	change_end(e);
}

/* First and last line that an operation on lines takes: a selection that ends at a line's start leaves that line out. */
static void target_lines(const struct edit *e, size_t *first, size_t *last)
{
	struct edit_pos from, to;

	target(e, &from, &to);
	*first = from.line;
	*last = to.line > from.line && !to.col ? to.line - 1 : to.line;
}

/* Moves a position along with a replacement of `gone` bytes by `come` at column col of its line. */
static void follow(struct edit_pos *p, size_t line, size_t col, size_t gone, size_t come)
{
	if (p->line != line || p->col < col)
		return;
	p->col = p->col >= col + gone ? p->col - gone + come : col + come;
}

static void line_replace(struct edit *e, size_t line, size_t col, size_t gone, const char *text)
{
	size_t come = strlen(text);

	change_replace(e, (struct edit_pos){ line, col }, (struct edit_pos){ line, col + gone }, text, come);
	follow(&e->at.cursor, line, col, gone, come);
	follow(&e->at.anchor, line, col, gone, come);
}

static void indent_line(struct edit *e, size_t i, int by)
{
	const struct sbuf *line = line_at(e, i);
	size_t gone = 0;

	if (by > 0) {
		if (line->len)
			line_replace(e, i, 0, 0, spaces);
		return;
	}
	if (line->buf[0] == '\t')
		gone = 1;
	while (gone < INDENT && line->buf[gone] == ' ')
		gone++;
	line_replace(e, i, 0, gone, "");
}

void edit_indent(struct edit *e, int by, int64_t now_ms)
{
	size_t first, last;

	target_lines(e, &first, &last);
	by = MAX(MIN(by, 16), -16);
	if (by > 0 && !fits(e, (last - first + 1) * (size_t)by * INDENT))
		return;
	change_begin(e, STEP_OTHER, now_ms);
	for (; by; by -= by > 0 ? 1 : -1)
		for (size_t i = first; i <= last; i++)
			indent_line(e, i, by);
	change_end(e);
}

/* From a line's start to behind another's line end, or, at the end of the text, from the line end before. */
static void whole_lines(const struct edit *e, size_t first, size_t last, struct edit_pos *from, struct edit_pos *to)
{
	*from = (struct edit_pos){ first, 0 };
	*to = (struct edit_pos){ last + 1, 0 };
	if (last + 1 < e->n)
		return;
	*to = text_end(e);
	if (first)
		*from = (struct edit_pos){ first - 1, line_at(e, first - 1)->len };
}

void edit_delete_line(struct edit *e, int64_t now_ms)
{
	struct edit_pos from, to, cursor = e->at.cursor;
	size_t first, last;

	target_lines(e, &first, &last);
	whole_lines(e, first, last, &from, &to);
	change_begin(e, STEP_OTHER, now_ms);
	change_replace(e, from, to, "", 0);
	cursor.line = MIN(first, e->n - 1);
	cursor.col = MIN(cursor.col, line_at(e, cursor.line)->len);
	place_set(e, cursor, false);
	change_end(e);
}

/* Lines a..b-1 and b..c change places. */
static void swap_lines(struct edit *e, size_t a, size_t b, size_t c)
{
	struct edit_pos start = { a, 0 }, end = { c, line_at(e, c)->len };
	struct sbuf text = SBUF_INIT;

	text_range(e, (struct edit_pos){ b, 0 }, end, &text);
	sbuf_addch(&text, '\n');
	text_range(e, start, (struct edit_pos){ b - 1, line_at(e, b - 1)->len }, &text);
	change_replace(e, start, end, text.buf, text.len);
	sbuf_release(&text);
}

void edit_move_line(struct edit *e, int by, int64_t now_ms)
{
	size_t first, last, far = (size_t)(by < 0 ? -(int64_t)by : by);

	target_lines(e, &first, &last);
	far = MIN(far, by < 0 ? first : e->n - 1 - last);
	if (!far)
		return;
	change_begin(e, STEP_OTHER, now_ms);
	if (by < 0)
		swap_lines(e, first - far, first, last);
	else
		swap_lines(e, first, last + 1, last + far);
	e->at.cursor.line += by < 0 ? -far : far;
	e->at.anchor.line += by < 0 ? -far : far;
	change_end(e);
}

/* Is every line that is not blank a comment? *column gets the least indent of those lines. */
static bool all_comments(const struct edit *e, size_t first, size_t last, size_t *column)
{
	bool all = true;

	*column = SIZE_MAX;
	for (size_t i = first; i <= last; i++) {
		const struct sbuf *line = line_at(e, i);
		size_t indent = indent_of(line);

		if (indent == line->len)
			continue;
		*column = MIN(*column, indent);
		all = all && starts_with(line->buf + indent, "//");
	}
	return all;
}

static void toggle_line(struct edit *e, size_t i, bool off, size_t column)
{
	const struct sbuf *line = line_at(e, i);
	size_t indent = indent_of(line);

	if (indent == line->len)
		return;
	if (off)
		line_replace(e, i, indent, line->buf[indent + 2] == ' ' ? 3 : 2, "");
	else
		line_replace(e, i, column, 0, "// ");
}

void edit_toggle_comment(struct edit *e, int64_t now_ms)
{
	size_t first, last, column;
	bool off;

	target_lines(e, &first, &last);
	off = all_comments(e, first, last, &column);
	if (column == SIZE_MAX || (!off && !fits(e, (last - first + 1) * 3)))
		return;
	change_begin(e, STEP_OTHER, now_ms);
	for (size_t i = first; i <= last; i++)
		toggle_line(e, i, off, column);
	change_end(e);
}

void edit_copy(const struct edit *e, struct sbuf *clip)
{
	struct edit_pos from, to;

	sbuf_reset(clip);
	if (edit_selection(e, &from, &to)) {
		text_range(e, from, to, clip);
		return;
	}
	sbuf_add(clip, line_at(e, e->at.cursor.line)->buf, line_at(e, e->at.cursor.line)->len);
	sbuf_addch(clip, '\n');
}

void edit_cut(struct edit *e, struct sbuf *clip, int64_t now_ms)
{
	struct edit_pos from, to;

	edit_copy(e, clip);
	if (!edit_selection(e, &from, &to)) {
		edit_delete_line(e, now_ms);
		return;
	}
	change_begin(e, STEP_OTHER, now_ms);
	replace_selection(e, "", 0);
	change_end(e);
}
