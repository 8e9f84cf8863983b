#include "ui/editpane.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "rust/highlight.h"

#define TAB 4
#define MARK_REACH 200 /* lines that a mark may have moved */

void editpane_init(struct editpane *p, const char *text, size_t len, bool rust)
{
	*p = (struct editpane){ .edit = edit_new(text, len), .rust = rust, .reveal = true };
	edit_mark_saved(p->edit);
}

void editpane_release(struct editpane *p)
{
	if (p->edit)
		edit_free(p->edit);
	editpane_marks_clear(p);
	free(p->marks);
	free(p->paint);
	free(p->line_start);
	*p = (struct editpane){ 0 };
}

/* --- marks --- */

void editpane_marks_clear(struct editpane *p)
{
	for (size_t i = 0; i < p->n_marks; i++)
		free(p->marks[i].text);
	p->n_marks = 0;
}

/* Of a line without the blanks around it; 0: there is no such line. */
static uint64_t line_hash(const struct editpane *p, size_t line)
{
	const char *s;
	size_t len;

	if (line >= edit_lines(p->edit))
		return 0;
	s = edit_line(p->edit, line, &len);
	for (; len && (*s == ' ' || *s == '\t'); s++)
		len--;
	while (len && (s[len - 1] == ' ' || s[len - 1] == '\t'))
		len--;
	return hash_fnv64(s, len);
}

void editpane_mark(struct editpane *p, size_t line, int col, int col_end, bool is_error, const char *text)
{
	ARRAY_GROW(p->marks, p->n_marks + 1, p->marks_alloc);
	p->marks[p->n_marks++] = (struct edit_mark){ line, col, col_end, is_error, xstrdup(text), line_hash(p, line), false };
	p->marks_version = p->marks_placed = edit_version(p->edit);
}

/* The line with this text nearest to where it was. */
static bool place_mark(const struct editpane *p, struct edit_mark *m)
{
	for (size_t d = 0; d <= MARK_REACH; d++) {
		if (line_hash(p, m->line + d) == m->hash)
			m->line += d;
		else if (d && d <= m->line && line_hash(p, m->line - d) == m->hash)
			m->line -= d;
		else
			continue;
		return true;
	}
	return false;
}

/* Marks go along with their lines; one whose line was changed is not shown, until the line is as it was. */
static void place_marks(struct editpane *p)
{
	if (p->marks_placed == edit_version(p->edit))
		return;
	p->marks_placed = edit_version(p->edit);
	for (size_t i = 0; i < p->n_marks; i++)
		p->marks[i].gone = !place_mark(p, &p->marks[i]);
}

static const struct edit_mark *mark_of(const struct editpane *p, size_t line)
{
	const struct edit_mark *found = NULL;

	for (size_t i = 0; i < p->n_marks; i++) {
		if (p->marks[i].line == line && !p->marks[i].gone && (!found || (p->marks[i].is_error && !found->is_error)))
			found = &p->marks[i];
	}
	return found;
}

const struct edit_mark *editpane_mark_here(struct editpane *p)
{
	place_marks(p);
	return mark_of(p, edit_cursor(p->edit).line);
}

const struct edit_mark *editpane_first_error(struct editpane *p)
{
	place_marks(p);
	for (size_t i = 0; i < p->n_marks; i++) {
		if (p->marks[i].is_error && !p->marks[i].gone)
			return &p->marks[i];
	}
	return NULL;
}

/* --- columns --- */

static int step_width(const char *s, size_t len, int column, size_t *used)
{
	int width;

	*used = utf8_cluster(s, len, &width);
	if (*s == '\t')
		return TAB - column % TAB;
	return MAX(1, width);
}

static int column_of(const char *s, size_t len, size_t byte)
{
	int column = 0;

	for (size_t i = 0, used; i < byte && i < len; i += used)
		column += step_width(s + i, len - i, column, &used);
	return column;
}

static size_t byte_at(const char *s, size_t len, int column)
{
	int at = 0;
	size_t i = 0, used;

	while (i < len) {
		int w = step_width(s + i, len - i, at, &used);
		if (at + w > column)
			break;
		at += w;
		i += used;
	}
	return i;
}

/* Byte of the n-th character: rustc counts characters. */
static size_t byte_of_char(const char *s, size_t len, int n)
{
	size_t i = 0, used;

	while (i < len && n-- > 0) {
		utf8_decode(s + i, len - i, &used);
		i += used;
	}
	return i;
}

/* --- colours --- */

static void add_paint(void *to, int style_class, size_t start, size_t len)
{
	static const uint8_t styles[] = {
		[HIGHLIGHT_PLAIN] = ROW_TEXT, [HIGHLIGHT_KEYWORD] = ROW_RS_KEYWORD, [HIGHLIGHT_TYPE] = ROW_RS_TYPE,
		[HIGHLIGHT_STRING] = ROW_RS_STRING, [HIGHLIGHT_NUMBER] = ROW_RS_NUMBER,
		[HIGHLIGHT_COMMENT] = ROW_RS_COMMENT, [HIGHLIGHT_LIFETIME] = ROW_RS_LIFETIME,
		[HIGHLIGHT_MACRO] = ROW_RS_MACRO, [HIGHLIGHT_FUNCTION] = ROW_RS_FUNCTION,
		[HIGHLIGHT_ATTRIBUTE] = ROW_RS_ATTRIBUTE,
	};
	struct editpane *p = to;

	if (style_class < 0 || style_class >= (int)ARRAY_SIZE(styles))
		return;
	ARRAY_GROW(p->paint, p->n_paint + 1, p->paint_alloc);
	p->paint[p->n_paint++] = (struct paint){ start, len, styles[style_class] };
}

static void repaint(struct editpane *p)
{
	struct sbuf text = SBUF_INIT;

	if (p->painted && p->paint_version == edit_version(p->edit))
		return;
	p->painted = true;
	p->paint_version = edit_version(p->edit);
	p->n_paint = p->n_lines = 0;
	edit_text(p->edit, &text);
	for (size_t i = 0, at = 0; i < edit_lines(p->edit); i++) {
		size_t len;
		edit_line(p->edit, i, &len);
		ARRAY_GROW(p->line_start, p->n_lines + 1, p->lines_alloc);
		p->line_start[p->n_lines++] = at;
		at += len + 1;
	}
	if (p->rust)
		rust_highlight(NULL, "rust", text.buf, text.len, add_paint, p);
	sbuf_release(&text);
}

/* First stretch that ends behind this byte. */
static size_t paint_from(const struct editpane *p, size_t byte)
{
	size_t lo = 0, hi = p->n_paint;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (p->paint[mid].start + p->paint[mid].len <= byte)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* --- drawing --- */

static int gutter_width(const struct editpane *p)
{
	int digits = 2;

	for (size_t n = edit_lines(p->edit); n >= 100; n /= 10)
		digits++;
	return digits + 3; /* mark, number, space */
}

static void draw_gutter(const struct editpane *p, struct canvas *c, struct rect line, size_t i, const struct glyphs *g)
{
	const struct edit_mark *m = mark_of(p, i);

	if (m)
		canvas_str(c, line, line.x, line.y, m->is_error ? UI_EDIT_ERROR : UI_EDIT_WARN,
			   m->is_error ? g->problem : g->warn);
	canvas_textf(c, line, line.x + 1, line.y, UI_EDIT_LINENO, "%*zu", line.w - 2, i + 1);
}

static void draw_text(const struct editpane *p, struct canvas *c, struct rect line, size_t i, const struct glyphs *g)
{
	size_t len, used, start = p->line_start[i];
	const char *s = edit_line(p->edit, i, &len);
	size_t k = paint_from(p, start);
	int column = 0;

	for (size_t b = 0; b < len && column < p->left + line.w; b += used) {
		int w = step_width(s + b, len - b, column, &used);
		while (k < p->n_paint && p->paint[k].start + p->paint[k].len <= start + b)
			k++;
		bool painted = k < p->n_paint && p->paint[k].start <= start + b;
		if (*(s + b) != '\t')
			canvas_text(c, line, line.x + column - p->left, line.y, painted ? p->paint[k].style : ROW_TEXT,
				    s + b, used);
		column += w;
	}
	if (p->left > 0 && len)
		canvas_str(c, line, line.x, line.y, UI_EDIT_LINENO, g->more_left);
	if (column >= p->left + line.w)
		canvas_str(c, line, line.x + line.w - 1, line.y, UI_EDIT_LINENO, g->more_right);
}

/* Lays a mark over bytes from..to of a line. */
static void over_bytes(const struct editpane *p, struct canvas *c, struct rect line, size_t i, size_t from, size_t to,
		       enum over over)
{
	size_t len;
	const char *s = edit_line(p->edit, i, &len);
	int a = column_of(s, len, from) - p->left, b = column_of(s, len, to) - p->left + (to > len ? 1 : 0);

	a = MAX(0, a);
	b = MIN(line.w, b);
	if (a < b)
		canvas_over(c, (struct rect){ line.x + a, line.y, b - a, 1 }, over);
}

static void over_selection(const struct editpane *p, struct canvas *c, struct rect line, size_t i)
{
	struct edit_pos from, to;
	size_t len;

	if (!edit_selection(p->edit, &from, &to) || i < from.line || i > to.line)
		return;
	edit_line(p->edit, i, &len);
	/* a line selected to its end shows one cell more: the line break */
	over_bytes(p, c, line, i, i == from.line ? from.col : 0, i == to.line ? to.col : len + 1, OVER_SELECTION);
}

static void over_problems(const struct editpane *p, struct canvas *c, struct rect line, size_t i)
{
	size_t len;
	const char *s = edit_line(p->edit, i, &len);

	if (p->marks_version != edit_version(p->edit))
		return; /* the columns are no longer true; the line's mark in the gutter stays */
	for (size_t m = 0; m < p->n_marks; m++) {
		if (p->marks[m].line == i && p->marks[m].col_end)
			over_bytes(p, c, line, i, byte_of_char(s, len, p->marks[m].col),
				   byte_of_char(s, len, p->marks[m].col_end), OVER_PROBLEM);
	}
}

static void over_bracket(const struct editpane *p, struct canvas *c, struct rect line, size_t i)
{
	struct edit_pos at;

	if (edit_match_bracket(p->edit, &at) && at.line == i)
		over_bytes(p, c, line, i, at.col, at.col + 1, OVER_BRACKET);
}

static void reveal(struct editpane *p)
{
	struct edit_pos cur = edit_cursor(p->edit);
	size_t len, h = (size_t)MAX(1, p->height);
	const char *s = edit_line(p->edit, cur.line, &len);
	int column = column_of(s, len, cur.col);

	if (cur.line < p->top)
		p->top = cur.line;
	if (cur.line >= p->top + h)
		p->top = cur.line - h + 1;
	/* sideways in steps, so that the text does not slide with every key */
	if (column < p->left + 2)
		p->left = column < p->width - 2 ? 0 : MAX(0, column - p->width / 2);
	if (column >= p->left + p->width - 2)
		p->left = column - p->width + 2 + p->width / 4;
	p->reveal = false;
}

static void place_cursor(const struct editpane *p, struct canvas *c, struct rect text)
{
	struct edit_pos cur = edit_cursor(p->edit);
	size_t len;

	if (cur.line < p->top || cur.line >= p->top + (size_t)text.h)
		return;
	const char *s = edit_line(p->edit, cur.line, &len);
	int x = text.x + column_of(s, len, cur.col) - p->left;
	if (x >= text.x && x < text.x + text.w)
		canvas_cursor(c, x, text.y + (int)(cur.line - p->top));
}

void editpane_draw(struct editpane *p, struct canvas *c, struct rect place, bool focus, const struct glyphs *g)
{
	struct rect text = place;
	struct rect gutter = rect_take_left(&text, gutter_width(p));
	size_t lines = edit_lines(p->edit);

	place_marks(p);
	repaint(p);
	p->place = place;
	if (p->width != text.w || p->height != text.h)
		p->reveal = true;
	p->width = text.w;
	p->height = text.h;
	p->top = MIN(p->top, lines - 1);
	if (p->reveal)
		reveal(p);
	for (int y = 0; y < text.h && p->top + (size_t)y < lines; y++) {
		size_t i = p->top + (size_t)y;
		struct rect line = { text.x, text.y + y, text.w, 1 };
		draw_gutter(p, c, (struct rect){ gutter.x, line.y, gutter.w, 1 }, i, g);
		draw_text(p, c, line, i, g);
		if (focus && i == edit_cursor(p->edit).line)
			canvas_over(c, (struct rect){ gutter.x, line.y, place.w, 1 }, OVER_LINE);
		over_problems(p, c, line, i);
		if (focus)
			over_bracket(p, c, line, i);
		over_selection(p, c, line, i);
	}
	if (focus)
		place_cursor(p, c, text);
}

void editpane_click(struct editpane *p, int x, int y)
{
	int gutter = gutter_width(p);
	size_t i = p->top + (size_t)MAX(0, y - p->place.y), len;

	i = MIN(i, edit_lines(p->edit) - 1);
	const char *s = edit_line(p->edit, i, &len);
	size_t col = byte_at(s, len, MAX(0, x - p->place.x - gutter + p->left));
	edit_move_to(p->edit, (struct edit_pos){ i, col }, false);
	p->reveal = true;
}

void editpane_goto(struct editpane *p, size_t line, size_t character)
{
	size_t len;

	line = MIN(line, edit_lines(p->edit) - 1);
	const char *s = edit_line(p->edit, line, &len);
	edit_move_to(p->edit, (struct edit_pos){ line, byte_of_char(s, len, (int)character) }, false);
	p->reveal = true;
}
