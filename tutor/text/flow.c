#include "base/base.h"

#include "text/flow.h"

#include <ctype.h>

#include "base/utf8.h"

void flow_release(struct flow *f)
{
	sbuf_release(&f->text);
	free(f->runs);
	f->runs = NULL;
	f->n = f->alloc = 0;
}

static void run_end(struct flow *f, enum row_style style, const char *href)
{
	struct flow_run *last = f->n ? &f->runs[f->n - 1] : NULL;

	if (last && last->style == style && last->href == href) {
		last->end = f->text.len;
		return;
	}
	ARRAY_GROW(f->runs, f->n + 1, f->alloc);
	f->runs[f->n++] = (struct flow_run){ f->text.len, style, href };
}

void flow_add(struct flow *f, enum row_style style, const char *text, size_t len, const char *href)
{
	if (!len)
		return;
	text_clean(&f->text, 0, text, len);
	run_end(f, style, href);
}

void flow_break(struct flow *f)
{
	sbuf_addch(&f->text, '\n');
	run_end(f, ROW_TEXT, NULL);
}

/* A place in the text: the next cluster and the run that it is in. */
struct scan {
	const struct flow *f;
	size_t pos, run;
	size_t len; /* of the cluster at pos */
	int width;
	uint32_t cp; /* its first code point; 0 at the end */
};

static void look(struct scan *s)
{
	const struct sbuf *t = &s->f->text;
	size_t used;

	s->len = 0;
	s->width = 0;
	s->cp = 0;
	if (s->pos >= t->len)
		return;
	while (s->f->runs[s->run].end <= s->pos)
		s->run++;
	s->len = utf8_cluster(t->buf + s->pos, s->f->runs[s->run].end - s->pos, &s->width);
	s->cp = (unsigned char)t->buf[s->pos];
	if (s->cp >= 0x80)
		s->cp = utf8_decode(t->buf + s->pos, s->len, &used);
}

static void step(struct scan *s)
{
	s->pos += s->len;
	look(s);
}

static bool is_space(uint32_t cp)
{
	return cp == ' ' || cp == 0x200B /* zero width space: a place to break */ || cp == 0x3000;
}

static bool in_list(uint32_t cp, const uint32_t *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (list[i] == cp)
			return true;
	return false;
}

/* Closing punctuation that may not start a row, opening that may not end one. */
static bool sticks_left(uint32_t cp)
{
	static const uint32_t list[] = { 0x3001, 0x3002, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF01,
					 0x300D, 0x300F, 0x3011, 0x3015, 0x3009, 0x300B, 0xFF09, 0x30FC,
					 0x3005, 0x30FB, 0x2019, 0x201D, 0x2026, '.',	 ',',	 ';',
					 ':',	 '!',	 '?',	 ')',	 ']',	 '}',	 '\'',	 '"' };

	return in_list(cp, list, ARRAY_SIZE(list));
}

static bool sticks_right(uint32_t cp)
{
	static const uint32_t list[] = { 0x300C, 0x300E, 0x3010, 0x3014, 0x3008, 0x300A, 0xFF08,
					 0x2018, 0x201C, '(',	 '[',	 '{' };

	return in_list(cp, list, ARRAY_SIZE(list));
}

static bool is_letter(uint32_t cp)
{
	return cp < 0x80 ? isalpha((int)cp) : cp >= 0xC0;
}

/* Is there a place to break between `before` (columns wb) and the cluster at s? prev stands before `before`. */
static bool may_break(const struct scan *s, uint32_t prev, uint32_t before, int wb)
{
	if (!s->cp || is_space(s->cp))
		return false;
	if (wb == 2 || s->width == 2)
		return !sticks_left(s->cp) && !sticks_right(before);
	return before == '-' && s->f->runs[s->run].style != ROW_CODE && is_letter(prev) && is_letter(s->cp);
}

/* After these a long word is cut rather than in the middle of a name. */
static bool cuts_well(uint32_t cp)
{
	return cp < 0x80 && cp && strchr("/_.,:;=&?-)>|", (int)cp);
}

/* Ends of a row: its text is [start, end), the next one starts at next. */
struct cut {
	size_t end, next;
};

#define NO_CUT ((struct cut){ SIZE_MAX, 0 })

/* Walks over spaces; the row ends before them. */
static struct cut cut_at_spaces(struct scan *s, int *column)
{
	struct cut c = { .end = s->pos };

	while (is_space(s->cp)) {
		*column += s->width;
		step(s);
	}
	c.next = s->pos;
	return c;
}

/* The row is full before the cluster at s. */
static struct cut cut_full(const struct scan *s, size_t start, struct cut good, struct cut soft)
{
	if (good.end != SIZE_MAX)
		return good;
	if (soft.end != SIZE_MAX && soft.end - start > (s->pos - start) / 2)
		return soft;
	if (s->pos == start) /* one cluster at least, or there is no end */
		return (struct cut){ s->pos + s->len, s->pos + s->len };
	return (struct cut){ s->pos, s->pos };
}

static struct cut find_words(struct scan s, int width)
{
	struct cut good = NO_CUT, soft = NO_CUT;
	size_t start = s.pos;
	uint32_t prev = 0, before = 0;
	int column = 0, wb = 0;

	while (s.cp && s.cp != '\n') {
		if (is_space(s.cp) && s.pos > start) {
			good = cut_at_spaces(&s, &column);
			prev = before = 0;
			wb = 0;
			continue;
		}
		if (before && may_break(&s, prev, before, wb))
			good = (struct cut){ s.pos, s.pos };
		if (column + s.width > width)
			return cut_full(&s, start, good, soft);
		column += s.width;
		prev = before;
		before = s.cp;
		wb = s.width;
		step(&s);
		if (cuts_well(before))
			soft = (struct cut){ s.pos, s.pos };
	}
	return (struct cut){ good.next == s.pos && s.pos > start ? good.end : s.pos, s.pos + s.len };
}

static struct cut find_full(struct scan s, int width, bool never)
{
	size_t start = s.pos;
	int column = 0;

	while (s.cp && s.cp != '\n') {
		if (!never && column + s.width > width)
			return cut_full(&s, start, NO_CUT, NO_CUT);
		column += s.width;
		step(&s);
	}
	return (struct cut){ s.pos, s.pos + s.len };
}

static void emit(const struct flow *f, struct row *row, int left, size_t run, size_t from, size_t to)
{
	const char *text = f->text.buf;
	size_t end;

	while (to > from && text[to - 1] == ' ')
		to--;
	for (; from < to; from = end, run++) {
		end = MIN(f->runs[run].end, to);
		row_add_at(row, left, f->runs[run].style, text + from, end - from, f->runs[run].href);
	}
}

void flow_wrap(const struct flow *f, int left, int width, enum flow_mode mode, flow_row *row, void *ctx)
{
	struct scan s = { .f = f };
	bool hard = true;
	struct cut c;

	width = MAX(width, 2);
	do {
		look(&s);
		c = mode == FLOW_WORDS ? find_words(s, width) : find_full(s, width, mode == FLOW_NEVER);
		emit(f, row(ctx, !hard), left, s.run, s.pos, c.end);
		hard = c.next > c.end && f->text.buf[c.next - 1] == '\n';
		s.pos = c.next;
	} while (hard || s.pos < f->text.len);
}

void flow_measure(const struct flow *f, int *line, int *word)
{
	struct scan s = { .f = f };
	int in_line = 0, in_word = 0, wb = 0;
	uint32_t prev = 0, before = 0;

	*line = *word = 0;
	for (look(&s); s.cp; step(&s)) {
		bool apart = s.cp == '\n' || is_space(s.cp);

		if (apart || (before && may_break(&s, prev, before, wb)))
			in_word = 0;
		in_line = s.cp == '\n' ? 0 : in_line + s.width;
		in_word += apart ? 0 : s.width;
		*line = MAX(*line, in_line);
		*word = MAX(*word, in_word);
		prev = before;
		before = apart ? 0 : s.cp;
		wb = s.width;
	}
}
