#include "learn/frames.h"

#include <ctype.h>

#include "base/utf8.h"
#include "learn/guard.h"
#include "learn/guard_int.h"

#define LABELS_MAX 16
#define CAPTURES 9
#define CAPTURE_MAX 60 /* bytes: what is longer reads badly in a sentence */
#define PIECE_MAX 40
#define MESSAGE_MAX 110
#define TEXT_MAX 400   /* of a message or label */
#define STEPS_MAX 5000 /* tries to fit a pattern to it */
#define ALIKE .5       /* share of words that a free sentence and ours have in common */

struct filling {
	const struct diag *d;
	struct diag_label labels[LABELS_MAX];
	size_t n;
	const struct diag_span *primary; /* NULL: not in the learner's text */
	char *capture[CAPTURES]; /* 0-3 message, 4-6 label, 7-8 second label */
	const struct diag_span *at, *at2;
};

/* ---- patterns ---- */

static bool is_plain_text(const char *p, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)p[i] < ' ' || (unsigned char)p[i] >= 0x7f)
			return false;
	return len > 0;
}

/* steps: how many tries are left, for texts made to go back and forth. */
static bool match_from(const char *pattern, const char *text, const char *end, char **out, size_t max, size_t *steps)
{
	size_t n = strcspn(pattern, "@");

	if (!*steps || !--*steps || (size_t)(end - text) < n || memcmp(pattern, text, n) != 0)
		return false;
	text += n;
	if (!pattern[n])
		return text == end;
	for (const char *p = text; p <= end; p++)
		if (match_from(pattern + n + 1, p, end, max ? out + 1 : out, max ? max - 1 : 0, steps)) {
			if (max)
				*out = xmemdupz(text, (size_t)(p - text));
			return true;
		}
	return false;
}

static void forget(struct filling *f, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		free(f->capture[i]);
		f->capture[i] = NULL;
	}
}

static size_t first_line(const char *text)
{
	size_t len = strcspn(text, "\n");

	while (len && (text[len - 1] == ' ' || text[len - 1] == '.'))
		len--;
	return len;
}

static bool match(struct filling *f, const char *pattern, const char *text, size_t from, size_t to)
{
	size_t len = first_line(text), steps = STEPS_MAX;

	forget(f, from, to);
	return len && len <= TEXT_MAX && match_from(pattern, text, text + len, f->capture + from, to - from, &steps);
}

/* ---- places ---- */

static bool is_help(const struct diag *d, const struct diag_label *l)
{
	static const char *const advice[] = { "help:", "consider ", "try ", "use `", "add ", "remove " };

	for (size_t i = 0; i < ARRAY_SIZE(advice); i++)
		if (starts_with(l->text, advice[i]))
			return true;
	for (size_t i = 0; l->child && i < d->n_children; i++) {
		const struct diag *c = &d->children[i];

		if (c->level == DIAG_HELP && c->n_spans && l->span >= c->spans && l->span < c->spans + c->n_spans)
			return true;
	}
	return false;
}

static void gather_labels(struct filling *f, int lines)
{
	struct diag_label all[LABELS_MAX];
	size_t n = diag_labels(f->d, all, LABELS_MAX);

	for (int primary = 1; primary >= 0; primary--)
		for (size_t i = 0; i < n; i++)
			if (all[i].primary == (primary == 1) && all[i].span->line && (int)all[i].span->line <= lines && !is_help(f->d, &all[i]))
				f->labels[f->n++] = all[i];
}

/* The piece of code that a span marks, when it can be named: short, on one line, ASCII. NULL: none. */
static char *piece_of(const struct diag_span *s)
{
	size_t from = s->hl_start - 1, len = s->text ? strcspn(s->text, "\n") : 0;

	if (s->from_expansion || s->line != s->line_end || !s->hl_start || s->hl_end <= s->hl_start || s->hl_end - 1 > len)
		return NULL;
	len = s->hl_end - s->hl_start;
	if (len > PIECE_MAX || !is_plain_text(s->text + from, len) || memchr(s->text + from, '`', len))
		return NULL;
	for (size_t i = 0; i < from; i++)
		if ((unsigned char)s->text[i] >= 0x80) /* columns are no bytes there */
			return NULL;
	return isspace((unsigned char)s->text[from]) || isspace((unsigned char)s->text[from + len - 1]) ? NULL : xmemdupz(s->text + from, len);
}

static const struct diag_span *find_label(struct filling *f, const char *pattern, size_t from, size_t to)
{
	for (size_t i = 0; i < f->n; i++)
		if (match(f, pattern, f->labels[i].text, from, to))
			return f->labels[i].span;
	return NULL;
}

static const struct diag_span *marked_place(const struct filling *f)
{
	return f->primary;
}

/* ---- sentences ---- */

/* "an `i32`", "a `u32`", "an `f64`". */
static bool takes_an(const char *p)
{
	p += *p == '`' || *p == '{';
	p += *p == '{';
	return strchr("aeioAEIO", *p) || (*p == 'f' && isdigit((unsigned char)p[1])) || starts_with(p, "Rc");
}

/* "a different closure", "one with a size of 5" */
static bool has_article(const char *p)
{
	return starts_with(p, "a ") || starts_with(p, "an ") || starts_with(p, "one ") || starts_with(p, "the ");
}

/* The word or sign before a place, on its line. */
static char *before(const struct diag_span *s)
{
	size_t end = s->hl_start ? s->hl_start - 1 : 0, from;

	if (!s->text || s->from_expansion || end > strcspn(s->text, "\n") || !is_plain_text(s->text, end))
		return NULL;
	while (end && s->text[end - 1] == ' ')
		end--;
	for (from = end; from && (isalnum((unsigned char)s->text[from - 1]) || s->text[from - 1] == '_');)
		from--;
	if (from == end && end && !strchr("`\"'", s->text[end - 1]))
		from--;
	return end - from && end - from <= PIECE_MAX ? xmemdupz(s->text + from, end - from) : NULL;
}

static char *field_value(const struct filling *f, char name)
{
	const char *c = isdigit((unsigned char)name) && name != '0' ? f->capture[name - '1'] : NULL;

	switch (name) {
	case 'l': return f->at ? xstrfmt("%u", f->at->line) : NULL;
	case 'k': return f->at2 ? xstrfmt("%u", f->at2->line) : NULL;
	case 'x': return f->at ? piece_of(f->at) : NULL;
	case 'y': return f->at2 ? piece_of(f->at2) : NULL;
	case 'p': return f->at ? before(f->at) : NULL;
	case 'm': return first_line(f->d->message) <= MESSAGE_MAX ? xmemdupz(f->d->message, first_line(f->d->message)) : NULL;
	default:  return c && strlen(c) <= CAPTURE_MAX && !strstr(c, ".rs:") && is_plain_text(c, strlen(c)) ? xstrdup(c) : NULL;
	}
}

/* "{l}", "{a1}", "{s5}": its length and its parts; 0: no field. Code has braces, too. */
static size_t read_field(const char *p, char *kind, char *name)
{
	static const char names[] = "lkxypm123456789";

	*kind = '\0';
	if (p[0] != '{' || !p[1])
		return 0;
	if (p[2] == '}' && strchr(names, p[1])) {
		*name = p[1];
		return 3;
	}
	if ((p[1] == 'a' || p[1] == 's') && p[2] && strchr(names, p[2]) && p[3] == '}') {
		*kind = p[1];
		*name = p[2];
		return 4;
	}
	return 0;
}

static void put_value(struct sbuf *out, const char *value, char kind)
{
	const char *last = value;

	if (kind == 'a' && !has_article(value))
		sbuf_addstr(out, takes_an(value) ? "an " : "a ");
	if (ends_with(out->buf, " a `") && takes_an(value)) {
		sbuf_setlen(out, out->len - 2);
		sbuf_addstr(out, "n `");
	}
	for (const char *p = value; kind == 's' && (p = strstr(p, "::")); p += 2)
		last = p[2] && p[2] != '<' ? p + 2 : last;
	sbuf_addstr(out, kind == 's' ? last : value);
}

/* "line 5 moves it and line 5 uses it", "`Bus` of type `Bus`" */
static bool says_twice(const struct filling *f, const char *frame)
{
	char *piece = strstr(frame, "{x}") && strstr(frame, "{6}") ? field_value(f, 'x') : NULL;
	bool same = piece && f->capture[5] && streq(piece, f->capture[5]);

	free(piece);
	return same || (f->at && f->at2 && f->at->line == f->at2->line && strstr(frame, "{l}") && strstr(frame, "{k}"));
}

static char *fill(const struct filling *f, const char *frame)
{
	struct sbuf out = SBUF_INIT;
	bool known = !says_twice(f, frame);
	size_t len;

	for (const char *p = frame; *p && known; p += len) {
		char kind, name, *value;

		len = read_field(p, &kind, &name);
		if (!len) {
			sbuf_addch(&out, *p);
			len = 1;
			continue;
		}
		value = field_value(f, name);
		known = value != NULL;
		if (known)
			put_value(&out, value, kind);
		free(value);
	}
	if (!known)
		sbuf_release(&out);
	return known ? sbuf_detach(&out, NULL) : NULL;
}

static void offer(const struct filling *f, const char *const frames[2], struct strv *out, size_t max)
{
	for (size_t i = 0; i < 2 && frames[i] && out->n < max; i++) {
		bool is_spare = *frames[i] == '~';
		char *one = is_spare && out->n ? NULL : fill(f, frames[i] + is_spare);

		if (one && !strv_has(out, one))
			strv_push_take(out, one);
		else
			free(one);
	}
}

static bool set_places(struct filling *f, const struct frame *row)
{
	f->at = row->label ? find_label(f, row->label, 4, 7) : marked_place(f);
	f->at2 = row->label2 ? find_label(f, row->label2, 7, 9) : NULL;
	return f->at && (!row->label2 || f->at2);
}

/* Of the helps, only the one that says what is unclear and not what to write. */
static bool is_reason(const struct diag *child)
{
	return child->level == DIAG_NOTE || (child->level == DIAG_HELP && starts_with(child->message, "this function's return type "));
}

/* A note that names no place of the learner's. */
static bool find_note(struct filling *f, const char *pattern)
{
	for (size_t i = 0; i < f->d->n_children; i++)
		if (is_reason(&f->d->children[i]) && match(f, pattern, f->d->children[i].message, 4, 7))
			return true;
	return false;
}

static void add_more(struct filling *f, struct strv *out)
{
	for (size_t i = 0; i < frames_more_n; i++) {
		const struct frame *row = &frames_more[i];

		forget(f, 0, CAPTURES);
		if (row->message && !match(f, row->message, f->d->message, 0, 4))
			continue;
		f->at = find_label(f, row->label, 4, 7);
		f->at2 = f->primary;
		if (f->at || (!strstr(row->second[0], "{l}") && find_note(f, row->label)))
			offer(f, row->second, out, FRAMES_SECOND_MAX);
	}
}

/* Is it the row for this error? Its places and captures are set then. */
static bool fits(struct filling *f, const struct frame *row)
{
	forget(f, 0, CAPTURES);
	return match(f, row->message, f->d->message, 0, 4) && set_places(f, row);
}

static void build(struct filling *f, struct frames *out)
{
	const struct frame *row = NULL;

	for (size_t i = 0; i < frames_table_n && !out->first.n; i++) {
		row = &frames_table[i];
		if (fits(f, row))
			offer(f, row->first, &out->first, FRAMES_FIRST_MAX);
	}
	if (!out->first.n)
		return;
	add_more(f, &out->second);
	if (fits(f, row))
		offer(f, row->second, &out->second, FRAMES_SECOND_MAX);
}

void frames_build(const struct diag *d, int lines, struct frames *out)
{
	struct filling f = { .d = d };

	*out = (struct frames)FRAMES_INIT;
	if (!d->message)
		return;
	gather_labels(&f, lines);
	f.primary = diag_primary(d);
	if (f.primary && (!f.primary->line || (int)f.primary->line > lines))
		f.primary = NULL;
	build(&f, out);
	forget(&f, 0, CAPTURES);
}

void frames_release(struct frames *f)
{
	strv_release(&f->first);
	strv_release(&f->second);
}

/* ---- for the model and from it ---- */

void frames_facts(const struct frames *f, struct sbuf *out)
{
	for (size_t i = 0; i < f->first.n; i++)
		sbuf_addf(out, "- %s\n", f->first.v[i]);
	for (size_t i = 0; i < f->second.n; i++)
		sbuf_addf(out, "- %s\n", f->second.v[i]);
	sbuf_rtrim(out);
}

static void grammar_rule(const char *name, const struct strv *texts, struct sbuf *out)
{
	sbuf_addf(out, "%s ::= ", name);
	for (size_t i = 0; i < texts->n; i++) {
		sbuf_addstr(out, i ? " | \"" : "\"");
		for (const char *p = texts->v[i]; *p; p++) {
			if (*p == '"' || *p == '\\')
				sbuf_addch(out, '\\');
			sbuf_addch(out, *p);
		}
		sbuf_addch(out, '"');
	}
	sbuf_addch(out, '\n');
}

void frames_grammar(const struct frames *f, struct sbuf *out)
{
	sbuf_addstr(out, f->second.n ? "root ::= first \" \" second\n" : "root ::= first\n");
	grammar_rule("first", &f->first, out);
	if (f->second.n)
		grammar_rule("second", &f->second, out);
}

/* Are all pieces of code and numbers of a in b? */
static bool names_of(const struct pieces *a, const struct pieces *b)
{
	for (size_t i = 0; i < a->n; i++) {
		const struct piece *p = &a->v[i];
		bool found = p->kind == PIECE_WORD;

		for (size_t k = 0; k < b->n && !found; k++)
			found = b->v[k].len == p->len && !memcmp(b->v[k].p, p->p, p->len);
		if (!found)
			return false;
	}
	return true;
}

static double alike(const char *a, size_t a_len, const char *b)
{
	struct map x = MAP_INIT, y = MAP_INIT;
	size_t pos = 0, both = 0, all;
	const char *key;
	void *value;

	guard_word_set(a, a_len, &x);
	guard_word_set(b, strlen(b), &y);
	while (map_next(&x, &pos, &key, &value))
		both += map_has(&y, key);
	all = x.n + y.n - both;
	map_release(&x);
	map_release(&y);
	return all ? (double)both / (double)all : 0;
}

/* The one of our sentences that this one says again; NULL. */
static const char *nearest(const struct strv *texts, const char *said, size_t len)
{
	const char *best = NULL;
	double top = ALIKE;
	struct pieces a, b;

	pieces_cut(said, len, &a);
	for (size_t i = 0; i < texts->n; i++) {
		double s = alike(said, len, texts->v[i]);

		pieces_cut(texts->v[i], strlen(texts->v[i]), &b);
		if (s >= top && names_of(&a, &b)) {
			top = s;
			best = texts->v[i];
		}
		pieces_release(&b);
	}
	pieces_release(&a);
	return best;
}

static const char *starts(const struct strv *texts, const char *said)
{
	const char *best = NULL;

	for (size_t i = 0; i < texts->n; i++)
		if (starts_with(said, texts->v[i]) && (!best || strlen(texts->v[i]) > strlen(best)))
			best = texts->v[i];
	return best;
}

bool frames_read(const struct frames *f, const char *reply, size_t len, struct sbuf *out)
{
	struct sbuf both = SBUF_INIT, one = SBUF_INIT;
	const char *first = NULL, *second = NULL, *rest = "";

	if (guard_read(reply, len, 2, &both) && guard_read(both.buf, both.len, 1, &one)) {
		first = starts(&f->first, both.buf);
		rest = both.buf + (first ? strlen(first) : MIN(one.len, both.len));
		first = first ? first : nearest(&f->first, one.buf, one.len);
		rest += strspn(rest, " \n");
		second = starts(&f->second, rest);
		second = second ? second : nearest(&f->second, rest, strlen(rest));
	}
	if (first)
		sbuf_addstr(out, first);
	if (first && second)
		sbuf_addf(out, " %s", second);
	sbuf_release(&both);
	sbuf_release(&one);
	return first != NULL;
}
