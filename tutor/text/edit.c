#include "base/base.h"

#include "text/edit_priv.h"

#include "base/utf8.h"

const struct sbuf *line_at(const struct edit *e, size_t i)
{
	return &e->lines[i];
}

size_t edit_lines(const struct edit *e)
{
	return e->n;
}

const char *edit_line(const struct edit *e, size_t i, size_t *len)
{
	if (i >= e->n) {
		*len = 0;
		return "";
	}
	*len = e->lines[i].len;
	return e->lines[i].buf;
}

struct edit_pos text_end(const struct edit *e)
{
	return (struct edit_pos){ e->n - 1, e->lines[e->n - 1].len };
}

void text_range(const struct edit *e, struct edit_pos from, struct edit_pos to, struct sbuf *out)
{
	for (size_t i = from.line; i <= to.line; i++) {
		size_t start = i == from.line ? from.col : 0;
		size_t end = i == to.line ? to.col : e->lines[i].len;

		sbuf_add(out, e->lines[i].buf + start, end - start);
		if (i < to.line)
			sbuf_addch(out, '\n');
	}
}

void edit_text(const struct edit *e, struct sbuf *out)
{
	for (size_t i = 0; i < e->n; i++) {
		if (i)
			sbuf_addstr(out, e->crlf ? "\r\n" : "\n");
		sbuf_add(out, e->lines[i].buf, e->lines[i].len);
	}
}

static size_t count_lf(const char *text, size_t len)
{
	size_t n = 0;

	for (const char *p = text, *end = text + len; (p = memchr(p, '\n', (size_t)(end - p))); p++)
		n++;
	return n;
}

struct edit_pos pos_after(struct edit_pos at, const char *text, size_t len)
{
	const char *last = len ? memrchr(text, '\n', len) : NULL;

	if (!last)
		return (struct edit_pos){ at.line, at.col + len };
	at.line += count_lf(text, len);
	at.col = (size_t)(text + len - last - 1);
	return at;
}

/* Takes out the text between; the line of `from` gets the rest of the line of `to`. */
static void text_remove(struct edit *e, struct edit_pos from, struct edit_pos to)
{
	struct sbuf *first = &e->lines[from.line], *last = &e->lines[to.line];
	size_t lines = to.line - from.line;

	if (!lines) {
		e->bytes -= to.col - from.col;
		sbuf_remove(first, from.col, to.col - from.col);
		return;
	}
	e->bytes -= first->len - from.col + to.col + lines;
	for (size_t i = from.line + 1; i < to.line; i++)
		e->bytes -= e->lines[i].len;
	sbuf_setlen(first, from.col);
	sbuf_add(first, last->buf + to.col, last->len - to.col);
	for (size_t i = from.line + 1; i <= to.line; i++)
		sbuf_release(&e->lines[i]);
	memmove(first + 1, last + 1, (e->n - to.line - 1) * sizeof(*first));
	e->n -= lines;
}

/* Opens `count` empty lines after line i. */
static void open_lines(struct edit *e, size_t i, size_t count)
{
	ARRAY_GROW(e->lines, e->n + count, e->alloc);
	memmove(e->lines + i + 1 + count, e->lines + i + 1, (e->n - i - 1) * sizeof(*e->lines));
	for (size_t k = 1; k <= count; k++)
		sbuf_init(&e->lines[i + k]);
	e->n += count;
}

static void text_insert(struct edit *e, struct edit_pos at, const char *text, size_t len)
{
	size_t lines = count_lf(text, len), head;
	struct sbuf *first, *last;

	e->bytes += len;
	if (!lines) {
		sbuf_insert(&e->lines[at.line], at.col, text, len);
		return;
	}
	open_lines(e, at.line, lines);
	first = &e->lines[at.line];
	last = &e->lines[at.line + lines];
	head = (size_t)((const char *)memchr(text, '\n', len) - text);
	sbuf_add(last, first->buf + at.col, first->len - at.col);
	sbuf_setlen(first, at.col);
	sbuf_add(first, text, head);
	for (size_t i = 1; i <= lines; i++) {
		text += head + 1;
		len -= head + 1;
		head = i < lines ? (size_t)((const char *)memchr(text, '\n', len) - text) : len;
		sbuf_insert(&e->lines[at.line + i], 0, text, head);
	}
}

struct edit_pos text_replace(struct edit *e, struct edit_pos from, struct edit_pos to, const char *text, size_t len)
{
	if (pos_cmp(from, to) < 0)
		text_remove(e, from, to);
	if (len)
		text_insert(e, from, text, len);
	return pos_after(from, text, len);
}

struct edit_pos pos_snap(const struct edit *e, struct edit_pos p)
{
	if (p.line >= e->n)
		return text_end(e);
	p.col = utf8_cluster_at(e->lines[p.line].buf, e->lines[p.line].len, p.col);
	return p;
}

static bool all_crlf(const char *text, size_t len)
{
	size_t n = 0;

	for (const char *p = text, *end = text + len; (p = memchr(p, '\n', (size_t)(end - p))); p++, n++)
		if (p == text || p[-1] != '\r')
			return false;
	return n > 0;
}

/* The text as the buffer holds it. */
static void normalize(const struct edit *e, const char *text, size_t len, struct sbuf *out)
{
	if (!e->crlf)
		sbuf_add(out, text, len);
	for (size_t i = 0; e->crlf && i < len; i++)
		if (!(text[i] == '\r' && i + 1 < len && text[i + 1] == '\n'))
			sbuf_addch(out, text[i]);
}

struct edit *edit_new(const char *text, size_t len)
{
	struct sbuf lf = SBUF_INIT;
	struct edit *e;

	if (len > EDIT_MAX_BYTES)
		return NULL;
	e = xcalloc(1, sizeof(*e));
	e->goal = -1;
	e->crlf = all_crlf(text, len);
	ARRAY_GROW(e->lines, 1, e->alloc);
	sbuf_init(&e->lines[0]);
	e->n = 1;
	normalize(e, text, len, &lf);
	text_replace(e, (struct edit_pos){ 0, 0 }, (struct edit_pos){ 0, 0 }, lf.buf, lf.len);
	sbuf_release(&lf);
	undo_init(e);
	return e;
}

void edit_free(struct edit *e)
{
	if (!e)
		return;
	undo_release(e);
	for (size_t i = 0; i < e->n; i++)
		sbuf_release(&e->lines[i]);
	free(e->lines);
	free(e);
}

/* Position of a byte offset in the text as edit_text would give it with LF. */
static struct edit_pos pos_of(const char *text, size_t offset)
{
	return pos_after((struct edit_pos){ 0, 0 }, text, offset);
}

/* Only what differs is replaced, so that the cursor and the history stay small. */
bool edit_set_text(struct edit *e, const char *text, size_t len)
{
	struct sbuf old = SBUF_INIT, new = SBUF_INIT;
	size_t same = 0, tail = 0, least;
	struct edit_pos cursor = e->at.cursor;

	normalize(e, text, len, &new);
	if (new.len > EDIT_MAX_BYTES) {
		sbuf_release(&new);
		return false;
	}
	text_range(e, (struct edit_pos){ 0, 0 }, text_end(e), &old);
	least = MIN(old.len, new.len);
	while (same < least && old.buf[same] == new.buf[same])
		same++;
	while (tail < least - same && old.buf[old.len - 1 - tail] == new.buf[new.len - 1 - tail])
		tail++;
	change_begin(e, STEP_OTHER, 0);
	if (same + tail < old.len || same + tail < new.len)
		change_replace(e, pos_of(old.buf, same), pos_of(old.buf, old.len - tail), new.buf + same,
			       new.len - same - tail);
	place_set(e, cursor, false);
	change_end(e);
	sbuf_release(&old);
	sbuf_release(&new);
	return true;
}

bool edit_modified(const struct edit *e)
{
	return e->current != e->saved;
}

void edit_mark_saved(struct edit *e)
{
	e->saved = e->current;
	e->step = STEP_OTHER;
}

uint64_t edit_version(const struct edit *e)
{
	return e->version;
}

struct edit_pos edit_cursor(const struct edit *e)
{
	return e->at.cursor;
}
