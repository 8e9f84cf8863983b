/* Motions, the selection, brackets, search. */
#include "base/base.h"

#include "text/edit_priv.h"

#include <ctype.h>
#include <strings.h>

#include "base/utf8.h"

#define TAB 4

void place_set(struct edit *e, struct edit_pos p, bool select)
{
	if (select && !e->at.selecting)
		e->at.anchor = e->at.cursor;
	e->at.selecting = select;
	e->at.cursor = p;
	if (!select)
		e->at.anchor = p;
}

void edit_move_to(struct edit *e, struct edit_pos p, bool select)
{
	place_set(e, pos_snap(e, p), select);
	e->goal = -1;
	e->step = STEP_OTHER;
}

bool edit_selection(const struct edit *e, struct edit_pos *from, struct edit_pos *to)
{
	int order = pos_cmp(e->at.anchor, e->at.cursor);

	if (!e->at.selecting || !order)
		return false;
	*from = order < 0 ? e->at.anchor : e->at.cursor;
	*to = order < 0 ? e->at.cursor : e->at.anchor;
	return true;
}

void edit_select_none(struct edit *e)
{
	place_set(e, e->at.cursor, false);
	e->step = STEP_OTHER;
}

struct edit_pos pos_left(const struct edit *e, struct edit_pos p)
{
	if (p.col)
		p.col = utf8_cluster_before(line_at(e, p.line)->buf, p.col);
	else if (p.line)
		p = (struct edit_pos){ p.line - 1, line_at(e, p.line - 1)->len };
	return p;
}

struct edit_pos pos_right(const struct edit *e, struct edit_pos p)
{
	const struct sbuf *line = line_at(e, p.line);
	int width;

	if (p.col < line->len)
		p.col += utf8_cluster(line->buf + p.col, line->len - p.col, &width);
	else if (p.line + 1 < e->n)
		p = (struct edit_pos){ p.line + 1, 0 };
	return p;
}

size_t indent_of(const struct sbuf *line)
{
	return strspn(line->buf, " \t");
}

enum class { CLASS_END, CLASS_BLANK, CLASS_WORD, CLASS_OTHER };

/* Of the character at a position, within its line. */
static enum class class_at(const struct edit *e, struct edit_pos p)
{
	const struct sbuf *line = line_at(e, p.line);
	unsigned char c;

	if (p.col >= line->len)
		return CLASS_END;
	c = (unsigned char)line->buf[p.col];
	if (c == ' ' || c == '\t')
		return CLASS_BLANK;
	return c >= 0x80 || c == '_' || isalnum(c) ? CLASS_WORD : CLASS_OTHER;
}

static struct edit_pos skip_right(const struct edit *e, struct edit_pos p, enum class what)
{
	while (what != CLASS_END && class_at(e, p) == what)
		p = pos_right(e, p);
	return p;
}

static struct edit_pos word_right(const struct edit *e, struct edit_pos p)
{
	enum class here = class_at(e, p);

	if (here == CLASS_END)
		return pos_right(e, p);
	p = skip_right(e, p, here);
	return skip_right(e, p, CLASS_BLANK);
}

static struct edit_pos skip_left(const struct edit *e, struct edit_pos p, enum class what)
{
	while (p.col) {
		struct edit_pos before = pos_left(e, p);

		if (class_at(e, before) != what)
			break;
		p = before;
	}
	return p;
}

static struct edit_pos word_left(const struct edit *e, struct edit_pos p)
{
	if (!p.col)
		return pos_left(e, p);
	p = skip_left(e, p, CLASS_BLANK);
	return p.col ? skip_left(e, p, class_at(e, pos_left(e, p))) : p;
}

/* Walks a line's clusters until column `goal` or byte `col`, whichever comes first; *column gets where that is. */
static size_t walk_line(const struct sbuf *line, size_t col, int goal, int *column)
{
	size_t pos = 0, n;
	int width;

	*column = 0;
	while (pos < col && pos < line->len) {
		n = utf8_cluster(line->buf + pos, line->len - pos, &width);
		if (line->buf[pos] == '\t')
			width = TAB - *column % TAB;
		if (*column + width > goal)
			break;
		*column += width;
		pos += n;
	}
	return pos;
}

static struct edit_pos move_rows(struct edit *e, int by)
{
	struct edit_pos p = e->at.cursor;
	size_t far = (size_t)(by < 0 ? -(int64_t)by : by);
	int column;

	if (e->goal < 0)
		walk_line(line_at(e, p.line), p.col, INT32_MAX, &e->goal);
	p.line = by < 0 ? p.line - MIN(far, p.line) : p.line + MIN(far, e->n - 1 - p.line);
	p.col = walk_line(line_at(e, p.line), SIZE_MAX, e->goal, &column);
	return p;
}

static struct edit_pos line_start(const struct edit *e, struct edit_pos p)
{
	size_t indent = indent_of(line_at(e, p.line));

	p.col = p.col == indent ? 0 : indent;
	return p;
}

static struct edit_pos moved_once(const struct edit *e, enum edit_motion m, struct edit_pos p)
{
	switch (m) {
	case EDIT_LEFT:
		return pos_left(e, p);
	case EDIT_RIGHT:
		return pos_right(e, p);
	case EDIT_WORD_LEFT:
		return word_left(e, p);
	case EDIT_WORD_RIGHT:
		return word_right(e, p);
	case EDIT_LINE_START:
		return line_start(e, p);
	case EDIT_LINE_END:
		return (struct edit_pos){ p.line, line_at(e, p.line)->len };
	case EDIT_TEXT_START:
		return (struct edit_pos){ 0, 0 };
	case EDIT_TEXT_END:
		return text_end(e);
	default:
		return p;
	}
}

/* Motions that change nothing when they are repeated. */
static bool once_is_enough(enum edit_motion m)
{
	return m == EDIT_LINE_START || m == EDIT_LINE_END || m == EDIT_TEXT_START || m == EDIT_TEXT_END;
}

static struct edit_pos moved(const struct edit *e, enum edit_motion m, int times, struct edit_pos p)
{
	struct edit_pos next;

	for (int i = 0; i < (once_is_enough(m) ? 1 : times); i++) {
		next = moved_once(e, m, p);
		if (!pos_cmp(next, p))
			break;
		p = next;
	}
	return p;
}

void edit_move(struct edit *e, enum edit_motion m, int times, bool select)
{
	struct edit_pos from, to, p = e->at.cursor;
	int goal = -1;

	if (times <= 0)
		return;
	if (!select && (m == EDIT_LEFT || m == EDIT_RIGHT) && edit_selection(e, &from, &to)) {
		p = m == EDIT_LEFT ? from : to;
		times--;
	}
	if (m == EDIT_UP || m == EDIT_DOWN) {
		p = move_rows(e, m == EDIT_UP ? -times : times);
		goal = e->goal;
	} else {
		p = moved(e, m, times, p);
	}
	place_set(e, pos_snap(e, p), select);
	e->goal = goal;
	e->step = STEP_OTHER;
}

static const char brackets[] = "([{)]}";

/* Looks for the partner of the bracket at p, forward for opening ones. */
static bool find_partner(const struct edit *e, struct edit_pos p, struct edit_pos *at)
{
	const char *which = strchr(brackets, line_at(e, p.line)->buf[p.col]);
	int i = (int)(which - brackets), depth = 0;
	char own = brackets[i], other = brackets[(i + 3) % 6];
	size_t line = p.line, col = p.col;

	for (;;) {
		const struct sbuf *l = line_at(e, line);
		char c = col < l->len ? l->buf[col] : '\0';

		depth += c == own ? 1 : c == other ? -1 : 0;
		if (!depth) {
			*at = (struct edit_pos){ line, col };
			return true;
		}
		if (i < 3) {
			if (++col < l->len)
				continue;
			if (++line == e->n)
				return false;
			col = 0;
		} else {
			if (col--)
				continue;
			if (!line--)
				return false;
			col = line_at(e, line)->len;
		}
	}
}

static bool bracket_at(const struct edit *e, struct edit_pos p)
{
	const struct sbuf *line = line_at(e, p.line);

	return p.col < line->len && line->buf[p.col] && strchr(brackets, line->buf[p.col]);
}

bool edit_match_bracket(const struct edit *e, struct edit_pos *at)
{
	struct edit_pos p = e->at.cursor;

	if (!bracket_at(e, p) && p.col)
		p.col--;
	if (!bracket_at(e, p) || !find_partner(e, p, at))
		return false;
	*at = pos_snap(e, *at);
	return true;
}

static bool has_capital(const char *s)
{
	for (; *s; s++)
		if (isupper((unsigned char)*s))
			return true;
	return false;
}

struct needle {
	const char *text;
	size_t len;
	bool exact;
};

static bool hit_at(const struct edit *e, struct edit_pos p, const struct needle *n)
{
	const struct sbuf *line = line_at(e, p.line);
	struct edit_pos end = { p.line, p.col + n->len };

	if (line->len < n->len || p.col > line->len - n->len)
		return false;
	if (n->exact ? memcmp(line->buf + p.col, n->text, n->len) :
		       strncasecmp(line->buf + p.col, n->text, n->len))
		return false;
	return !pos_cmp(pos_snap(e, p), p) && !pos_cmp(pos_snap(e, end), end);
}

/* The first hit of a line at or after column from (direction < 0: the last one before it). */
static bool hit_in_line(const struct edit *e, size_t line, size_t from, int direction, const struct needle *n,
			struct edit_pos *at)
{
	size_t len = line_at(e, line)->len;

	*at = (struct edit_pos){ line, MIN(from, len) };
	if (direction < 0) {
		while (at->col) {
			at->col--;
			if (hit_at(e, *at, n))
				return true;
		}
		return false;
	}
	for (; at->col < len; at->col++)
		if (hit_at(e, *at, n))
			return true;
	return false;
}

bool edit_find(struct edit *e, const char *needle, int direction)
{
	struct needle n = { needle, strlen(needle), has_capital(needle) };
	struct edit_pos from = e->at.cursor, to = from, at;
	size_t line;

	if (!n.len)
		return false;
	edit_selection(e, &from, &to);
	line = direction < 0 ? from.line : to.line;
	for (size_t i = 0; i <= e->n; i++) {
		size_t start = direction < 0 ? SIZE_MAX : 0;

		if (!i)
			start = direction < 0 ? from.col : to.col;
		if (hit_in_line(e, line, start, direction, &n, &at)) {
			edit_move_to(e, at, false);
			edit_move_to(e, (struct edit_pos){ at.line, at.col + n.len }, true);
			return true;
		}
		line = direction < 0 ? (line ? line : e->n) - 1 : (line + 1) % e->n;
	}
	return false;
}
