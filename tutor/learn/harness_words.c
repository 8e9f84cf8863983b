/* Checks on a learner's text and output that need no compiler. */
#include "learn/harness.h"

#include <ctype.h>

#include "base/utf8.h"
#include "rust/lexer.h"

/* A unit is one token, or the punctuation that makes one operator ("->", "<<="). */
struct unit {
	uint32_t start, len, line;
};

struct units {
	struct unit *v;
	size_t n, alloc;
};

static bool is_operator(const char *p, size_t len)
{
	static const char *const ops[] = {
		"<<=", ">>=", "...", "..=", "->", "=>", "::", "&&", "||", "+=", "-=", "*=",
		"/=",  "%=",  "^=",  "&=",  "|=", "==", "!=", ">=", "<=", "<<", ">>", "..",
	};

	for (size_t i = 0; i < ARRAY_SIZE(ops); i++)
		if (strlen(ops[i]) == len && !memcmp(ops[i], p, len))
			return true;
	return false;
}

/* How many punctuation tokens from i on make the longest operator. */
static size_t operator_tokens(const char *text, const struct tokens *t, size_t i)
{
	size_t run = 1;

	while (run < 3 && i + run < t->n && t->v[i + run].kind == TOKEN_PUNCT)
		run++;
	while (run > 1 && !is_operator(text + t->v[i].start, run))
		run--;
	return run;
}

/* `r#clone` is the name `clone`. */
static struct unit unit_of(const char *text, const struct token *t, size_t step)
{
	struct unit u = { t->start, t->len + (uint32_t)step - 1, t->line };

	if (t->kind == TOKEN_IDENT && t->len > 2 && !memcmp(text + t->start, "r#", 2)) {
		u.start += 2;
		u.len -= 2;
	}
	return u;
}

/* The units of a text without space and comments. */
static void find_units(const char *text, size_t len, struct units *out)
{
	struct tokens t = TOKENS_INIT;
	size_t step;

	lex(text, len, &t);
	for (size_t i = 0; i < t.n; i += step) {
		step = t.v[i].kind == TOKEN_PUNCT ? operator_tokens(text, &t, i) : 1;
		if (token_is_trivia(&t.v[i]))
			continue;
		ARRAY_GROW(out->v, out->n + 1, out->alloc);
		out->v[out->n++] = unit_of(text, &t.v[i], step);
	}
	tokens_release(&t);
}

static bool units_match(const char *text, const struct unit *a, const char *word,
			const struct units *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (a[i].len != w->v[i].len ||
		    memcmp(text + a[i].start, word + w->v[i].start, a[i].len))
			return false;
	return true;
}

bool harness_has_word(const char *text, size_t len, const char *word, int *line)
{
	struct units t = { 0 }, w = { 0 };
	bool found = false;

	find_units(text, len, &t);
	find_units(word, strlen(word), &w);
	for (size_t i = 0; w.n && i + w.n <= t.n && !found; i++) {
		found = units_match(text, &t.v[i], word, &w);
		if (found && line)
			*line = (int)t.v[i].line;
	}
	free(t.v);
	free(w.v);
	return found;
}

int harness_words(const struct exercise *e, const char *text, size_t len, int *line,
		  struct sbuf *err)
{
	*line = 0;
	for (size_t i = 0; i < e->forbid.n; i++)
		if (harness_has_word(text, len, e->forbid.v[i], line))
			return error(err,
				     "Line %d uses `%s`, which this exercise wants to do without.",
				     *line, e->forbid.v[i]);
	for (size_t i = 0; i < e->must_use.n; i++)
		if (!harness_has_word(text, len, e->must_use.v[i], NULL))
			return error(err,
				     "This exercise asks for a solution with `%s`, and there is "
				     "none in the code.",
				     e->must_use.v[i]);
	return 0;
}

/* --- order --------------------------------------------------------------------------- */

struct text_line {
	const char *p;
	size_t len;
	int line;
};

struct text_lines {
	struct text_line *v;
	size_t n, alloc;
};

static bool is_ws(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

/* The lines that are not blank, without white space at both ends. */
static void find_lines(const char *text, size_t len, struct text_lines *out)
{
	const char *end = text + len, *p = text, *nl;

	for (int line = 1; p < end; line++, p = nl + 1) {
		const char *a = p, *z;

		nl = memchr(p, '\n', (size_t)(end - p));
		nl = nl ? nl : end;
		for (z = nl; z > a && is_ws(z[-1]); z--)
			;
		while (a < z && is_ws(*a))
			a++;
		if (a == z)
			continue;
		ARRAY_GROW(out->v, out->n + 1, out->alloc);
		out->v[out->n++] = (struct text_line){ a, (size_t)(z - a), line };
	}
}

static int compare_text(const void *a, const void *b)
{
	const struct text_line *x = a, *y = b;
	int c = memcmp(x->p, y->p, MIN(x->len, y->len));

	return c ? c : x->len < y->len ? -1 : x->len > y->len;
}

static int compare_lines(const void *a, const void *b)
{
	int c = compare_text(a, b);

	return c ? c : ((const struct text_line *)a)->line - ((const struct text_line *)b)->line;
}

static int order_error(const struct text_line *extra, const struct text_line *missing, int *line,
		       struct sbuf *err)
{
	if (extra) {
		*line = extra->line;
		return error(err,
			     "Line %d is none of the lines that were given, or stands there once "
			     "too often: only "
			     "move whole lines.",
			     extra->line);
	}
	return error(err, "The line `%.*s` is missing: only move whole lines.",
		     (int)MIN(missing->len, 200), missing->p);
}

int harness_order(const char *starter, const char *text, size_t len, int *line, struct sbuf *err)
{
	struct text_lines want = { 0 }, got = { 0 };
	const struct text_line *extra = NULL, *missing = NULL;
	size_t w = 0, g = 0;

	*line = 0;
	find_lines(starter, strlen(starter), &want);
	find_lines(text, len, &got);
	if (want.n)
		qsort(want.v, want.n, sizeof(*want.v), compare_lines);
	if (got.n)
		qsort(got.v, got.n, sizeof(*got.v), compare_lines);
	while (w < want.n || g < got.n) {
		int c = w == want.n ? 1 : g == got.n ? -1 : compare_text(&want.v[w], &got.v[g]);

		if (c < 0 && !missing)
			missing = &want.v[w];
		if (c > 0 && (!extra || got.v[g].line < extra->line))
			extra = &got.v[g];
		w += c <= 0;
		g += c >= 0;
	}
	if (extra || missing)
		order_error(extra, missing, line, err);
	free(want.v);
	free(got.v);
	return extra || missing ? -1 : 0;
}

/* --- outputs ------------------------------------------------------------------------- */

struct out_line {
	const char *p;
	size_t len;
	bool there; /* false: the text has ended */
};

struct out_lines {
	const char *p, *end;
};

static struct out_lines out_begin(const char *text, size_t len)
{
	while (len && isspace((unsigned char)text[len - 1]))
		len--;
	return (struct out_lines){ text, text + len };
}

static struct out_line out_next(struct out_lines *it)
{
	struct out_line l = { it->p, 0, it->p < it->end };
	const char *nl;

	if (!l.there)
		return l;
	nl = memchr(it->p, '\n', (size_t)(it->end - it->p));
	nl = nl ? nl : it->end;
	l.len = (size_t)(nl - it->p);
	while (l.len && isspace((unsigned char)l.p[l.len - 1]))
		l.len--;
	it->p = nl < it->end ? nl + 1 : it->end;
	return l;
}

/* The number of the first line that differs, from 1; 0: none. */
static int first_difference(const char *want, size_t want_len, const char *got, size_t got_len,
			    struct out_line *w, struct out_line *g)
{
	struct out_lines iw = out_begin(want, want_len), ig = out_begin(got, got_len);

	for (int line = 1;; line++) {
		*w = out_next(&iw);
		*g = out_next(&ig);
		if (!w->there && !g->there)
			return 0;
		if (w->there != g->there || w->len != g->len || memcmp(w->p, g->p, w->len))
			return line;
	}
}

bool output_equal(const char *want, size_t want_len, const char *got, size_t got_len)
{
	struct out_line w, g;

	return !first_difference(want, want_len, got, got_len, &w, &g);
}

#define SHOWN_MAX 200 /* bytes of a line in a sentence */

static void add_line(struct sbuf *out, struct out_line l)
{
	if (!l.there) {
		sbuf_addstr(out, "the end");
		return;
	}
	sbuf_addch(out, '`');
	utf8_sanitize(out, l.p, MIN(l.len, SHOWN_MAX));
	sbuf_addstr(out, l.len > SHOWN_MAX ? "...`" : "`");
}

void output_difference(const char *want, size_t want_len, const char *got, size_t got_len,
		       struct sbuf *out)
{
	struct out_line w, g;
	int line = first_difference(want, want_len, got, got_len, &w, &g);

	if (!line)
		return;
	sbuf_addf(out, "Line %d of the output should be ", line);
	add_line(out, w);
	sbuf_addstr(out, ", but it is ");
	add_line(out, g);
	sbuf_addch(out, '.');
}

/* --- predictions --------------------------------------------------------------------- */

static bool all_digits(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!isdigit((unsigned char)s[i]))
			return false;
	return n > 0;
}

static int short_number(const char *s, size_t n)
{
	int line = 0;

	for (size_t i = 0; i < n && line <= 99999; i++)
		line = line * 10 + (s[i] - '0');
	return line;
}

/* An error code as one writes it: E and four digits. */
static bool is_error_code(const char *s, size_t n)
{
	return n == 5 && tolower((unsigned char)*s) == 'e' && all_digits(s + 1, n - 1);
}

static void copy_lower(char word[16], const char *s, size_t n)
{
	n = MIN(n, (size_t)15);
	for (size_t i = 0; i < n; i++)
		word[i] = (char)tolower((unsigned char)s[i]);
	word[n] = '\0';
}

/*
 * "E0382 7", "line 7: e0382", "error[E0382] on line 7", "compiles": the error code, wherever it
 * stands, or else the first word, in lower case; and the last number, 0 without one.
 */
static void read_prediction(const char *s, char word[16], int *line)
{
	bool coded = false;
	size_t n;

	word[0] = '\0';
	*line = 0;
	for (; *s; s += n ? n : 1) {
		for (n = 0; isalnum((unsigned char)s[n]);)
			n++;
		if (all_digits(s, n))
			*line = short_number(s, n);
		else if (is_error_code(s, n) && !coded) {
			copy_lower(word, s, n);
			coded = true;
		} else if (n && !*word)
			copy_lower(word, s, n);
	}
}

static bool mark_compiler(const char *solution, const char *given, struct sbuf *why)
{
	char want[16], got[16];
	int want_line, got_line;

	read_prediction(solution, want, &want_line);
	read_prediction(given, got, &got_line);
	if (!streq(want, got) && !streq(got, "compiles") && !is_error_code(got, strlen(got)))
		sbuf_addstr(why, "Answer `compiles`, or the code and the line of the error, such "
				 "as `E0382 7`.");
	else if (!streq(want, got) && (streq(want, "compiles") || streq(got, "compiles")))
		sbuf_addstr(why, streq(got, "compiles") ? "It does not compile."
							: "That is not what the compiler says.");
	else if (!streq(want, got))
		sbuf_addstr(why, "It does not compile, but the error has another code.");
	else if (want_line != got_line)
		sbuf_addstr(why,
			    got_line ? "The code is right, but the error is on another line."
				     : "The code is right; say the line, too, such as `E0382 7`.");
	else
		return true;
	return false;
}

bool predict_mark(enum learn_kind kind, const char *solution, const char *given, struct sbuf *why)
{
	struct out_line w, g;
	int line;

	if (kind == KIND_PREDICT_COMPILER)
		return mark_compiler(solution, given, why);
	if (output_equal(solution, strlen(solution), given, strlen(given)))
		return true;
	line = first_difference(solution, strlen(solution), given, strlen(given), &w, &g);
	if (line > 1)
		sbuf_addf(why, "The program prints something else from line %d on.", line);
	else
		sbuf_addstr(why, "The program prints something else, from the first line on.");
	return false;
}
