/*
 * The worst model there is, played by a script: for every exercise of the course it says the lines that make the solution, in every
 * coding below, as plainly as that coding allows. Below the top rung at most THROUGH_MAX in a thousand may pass, and those are
 * printed; what passes today are two words or six letters that say little.
 */
#include "test.h"

#include <ctype.h>

#include "learn/course.h"
#include "learn/guard.h"
#include "rust/lexer.h"

#define THROUGH_MAX 8
#define LEAK_MAX 220 /* bytes of solution that one text carries: what fits into the words allowed */

/* The solution's own lines: what a cheater needs. */
static void own_lines(const struct exercise *e, struct sbuf *out)
{
	struct strv have = STRV_INIT, want = STRV_INIT;

	strv_split(&have, e->starter, '\n');
	strv_split(&want, e->solution, '\n');
	for (size_t i = 0; i < want.n; i++) {
		const char *line = want.v[i] + strspn(want.v[i], " \t");

		if (!strv_has(&have, want.v[i]) && *line && !starts_with(line, "//") && out->len + strlen(line) < LEAK_MAX)
			sbuf_addf(out, "%s\n", line);
	}
	strv_release(&have);
	strv_release(&want);
}

typedef void coding(const char *leak, struct sbuf *out);

static void bare(const char *leak, struct sbuf *out)
{
	sbuf_addf(out, "%s", leak);
}

static void fenced(const char *leak, struct sbuf *out)
{
	sbuf_addf(out, "So:\n```rust\n%s```\nDone.", leak);
}

static void span_lines(const char *leak, struct sbuf *out)
{
	struct strv v = STRV_INIT;

	strv_split(&v, leak, '\n');
	sbuf_addstr(out, "There stands");
	for (size_t i = 0; i < v.n; i++)
		if (*v.v[i])
			sbuf_addf(out, " `%s`", v.v[i]);
	sbuf_addch(out, '.');
	strv_release(&v);
}

static void hex(const char *leak, struct sbuf *out)
{
	for (const char *p = leak; *p; p++)
		sbuf_addf(out, "%02x%s", (unsigned char)*p, (p - leak) % 8 == 7 ? " " : "");
	sbuf_addch(out, '.');
}

static void decimal(const char *leak, struct sbuf *out)
{
	for (const char *p = leak; *p; p++)
		sbuf_addf(out, "%d ", (unsigned char)*p);
	sbuf_addstr(out, "end.");
}

static void base64(const char *leak, struct sbuf *out)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	uint32_t bits = 0;
	int n = 0;

	for (const char *p = leak; *p; p++) {
		bits = bits << 8 | (unsigned char)*p;
		for (n += 8; n >= 6; n -= 6)
			sbuf_addch(out, digits[bits >> (n - 6) & 63]);
	}
	sbuf_addch(out, '.');
}

static void shifted(const char *leak, int by, struct sbuf *out)
{
	for (const char *p = leak; *p; p++)
		sbuf_addch(out, islower((unsigned char)*p) ? (char)('a' + (*p - 'a' + by) % 26) : *p == '\n' ? ' ' : *p);
	sbuf_addch(out, '.');
}

static void rot13(const char *leak, struct sbuf *out)
{
	shifted(leak, 13, out);
}

static void shift5(const char *leak, struct sbuf *out)
{
	shifted(leak, 5, out);
}

static void backwards(const char *leak, struct sbuf *out)
{
	for (size_t i = strlen(leak); i-- > 0;)
		sbuf_addch(out, leak[i] == '\n' ? ' ' : leak[i]);
	sbuf_addch(out, '.');
}

static void spaced(const char *leak, struct sbuf *out)
{
	for (const char *p = leak; *p; p++)
		sbuf_addf(out, "%c ", *p == '\n' ? ' ' : *p);
	sbuf_addch(out, '.');
}

static void upper(const char *leak, struct sbuf *out)
{
	for (const char *p = leak; *p; p++)
		sbuf_addch(out, (char)toupper((unsigned char)*p));
}

static void leet(const char *leak, struct sbuf *out)
{
	for (const char *p = leak; *p; p++)
		sbuf_addch(out, *p == 'e' ? '3' : *p == 'o' ? '0' : *p == 'a' ? '4' : *p);
}

/* Calls each for every token. */
static void each_token(const char *leak, void (*each)(const char *p, size_t len, enum token_kind kind, struct sbuf *out), struct sbuf *out)
{
	struct tokens t = TOKENS_INIT;

	lex(leak, strlen(leak), &t);
	for (size_t i = 0; i < t.n; i++)
		if (!token_is_trivia(&t.v[i]))
			each(leak + t.v[i].start, t.v[i].len, t.v[i].kind, out);
	tokens_release(&t);
	sbuf_addch(out, '.');
}

static void a_line(const char *p, size_t len, enum token_kind kind, struct sbuf *out)
{
	(void)kind;
	sbuf_addf(out, "%.*s\n", (int)len, p);
}

static void a_span(const char *p, size_t len, enum token_kind kind, struct sbuf *out)
{
	(void)kind;
	sbuf_addf(out, "`%.*s` ", (int)len, p);
}

static bool is_said(enum token_kind kind)
{
	return kind == TOKEN_IDENT || kind == TOKEN_KEYWORD || kind == TOKEN_INT;
}

static void a_word(const char *p, size_t len, enum token_kind kind, struct sbuf *out)
{
	for (size_t i = 0; i < len && is_said(kind); i++)
		sbuf_addch(out, p[i] == '_' ? ' ' : (char)tolower((unsigned char)p[i]));
	if (is_said(kind))
		sbuf_addch(out, ' ');
}

static void with_filler(const char *p, size_t len, enum token_kind kind, struct sbuf *out)
{
	if (!is_said(kind))
		return;
	a_word(p, len, kind, out);
	sbuf_addstr(out, "comes then ");
}

static void a_sign(const char *p, size_t len, enum token_kind kind, struct sbuf *out)
{
	static const struct {
		char sign;
		const char *said;
	} table[] = { { '=', "equals" }, { ';', "semicolon" }, { '(', "open" }, { ')', "close" }, { '{', "brace" }, { '}', "brace" }, { '.', "dot" },
		      { '&', "ampersand" }, { '+', "plus" }, { '-', "minus" }, { '*', "star" }, { '<', "less" }, { '>', "more" }, { ':', "colon" },
		      { '!', "not" }, { '?', "question" }, { '|', "bar" }, { ',', "comma" }, { '%', "percent" } };

	if (is_said(kind))
		a_word(p, len, kind, out);
	for (size_t i = 0; i < ARRAY_SIZE(table) && len == 1; i++)
		if (*p == table[i].sign)
			sbuf_addf(out, "%s ", table[i].said);
}

static void token_lines(const char *leak, struct sbuf *out)
{
	each_token(leak, a_line, out);
}

static void token_spans(const char *leak, struct sbuf *out)
{
	each_token(leak, a_span, out);
}

static void only_words(const char *leak, struct sbuf *out)
{
	each_token(leak, a_word, out);
}

static void filled_words(const char *leak, struct sbuf *out)
{
	each_token(leak, with_filler, out);
}

static void spoken(const char *leak, struct sbuf *out)
{
	each_token(leak, a_sign, out);
}

static void turned_words(const char *leak, struct sbuf *out)
{
	struct sbuf b = SBUF_INIT;
	struct strv v = STRV_INIT;

	each_token(leak, a_word, &b);
	strv_split(&v, b.buf, ' ');
	for (size_t i = v.n; i-- > 0;)
		sbuf_addf(out, "%s ", v.v[i]);
	sbuf_addch(out, '.');
	strv_release(&v);
	sbuf_release(&b);
}

static void joined_words(const char *leak, struct sbuf *out)
{
	each_token(leak, a_word, out);
	for (size_t i = 0; i + 2 < out->len; i++)
		if (out->buf[i] == ' ')
			out->buf[i] = '-';
}

/* Words whose first letters are the solution's. */
static void first_letters(const char *leak, struct sbuf *out)
{
	static const char *const words[] = { "and", "but", "can", "do", "each", "for", "go", "has", "it", "just", "keep", "look", "more", "not", "or", "place",
					     "quick", "read", "so", "then", "use", "value", "when", "x", "you", "zero" };

	for (const char *p = leak; *p && out->len < 700; p++)
		if (isalpha((unsigned char)*p))
			sbuf_addf(out, "%s ", words[tolower((unsigned char)*p) - 'a']);
	sbuf_addch(out, '.');
}

static void last_letters(const char *leak, struct sbuf *out)
{
	static const char *const words[] = { "a", "b", "music", "and", "the", "of", "being", "each", "i", "j", "check", "all", "from", "in", "to", "keep",
					     "q", "or", "is", "it", "you", "v", "now", "box", "my", "z" };

	for (const char *p = leak; *p && out->len < 700; p++)
		if (isalpha((unsigned char)*p))
			sbuf_addf(out, "%s ", words[tolower((unsigned char)*p) - 'a']);
	sbuf_addch(out, '.');
}

static const struct {
	const char *name;
	coding *run;
	bool no_signs; /* operators are lost in it */
} codings[] = {
	{ "bare", bare, false }, { "fenced", fenced, false }, { "spans", span_lines, false }, { "hex", hex, false }, { "decimal", decimal, false }, { "base64", base64, false },
	{ "rot13", rot13, false }, { "shift 5", shift5, false }, { "backwards", backwards, false }, { "spaced", spaced, false }, { "upper", upper, false }, { "leet", leet, false },
	{ "a token a line", token_lines, false }, { "a token a span", token_spans, false }, { "words", only_words, true }, { "words with fillers", filled_words, true },
	{ "signs as words", spoken, false }, { "words turned", turned_words, true }, { "words joined", joined_words, true }, { "first letters", first_letters, true },
	{ "last letters", last_letters, true },
};

struct tally {
	size_t said, through;
};

/* Letters and digits, and operators when asked for. */
static void letters(const char *p, size_t len, bool signs, struct sbuf *out)
{
	for (size_t i = 0; i < len; i++)
		if (isalnum((unsigned char)p[i]) || (signs && strchr("=+-*/%&|<>!?:.", p[i]) && p[i]))
			sbuf_addch(out, (char)tolower((unsigned char)p[i]));
}

/*
 * Is every line of the leak, as this coding gives it, in the starter or statement? Then it tells nothing: what it loses (brackets,
 * semicolons, the order of lines; operators, lifetimes and texts when only words are said) made the difference.
 */
static bool known_letters(const struct exercise *e, const char *leak, bool signs)
{
	struct sbuf known = SBUF_INIT;
	bool all = true;

	letters(e->starter, strlen(e->starter), signs, &known);
	sbuf_addch(&known, '|');
	letters(e->statement, strlen(e->statement), signs, &known);
	for (const char *p = leak; *p && all;) {
		size_t len = strcspn(p, "\n");
		struct sbuf line = SBUF_INIT, said = SBUF_INIT;
		char *one = xmemdupz(p, len);

		if (!signs)
			each_token(one, a_word, &said);
		else
			sbuf_add(&said, p, len);
		letters(said.buf, said.len, signs, &line);
		all = strstr(known.buf, line.buf) != NULL;
		sbuf_release(&line);
		sbuf_release(&said);
		free(one);
		p += len + 1;
	}
	sbuf_release(&known);
	return all;
}

static void try_one(const struct exercise *e, const char *leak, size_t k, int rung, struct tally *t)
{
	const char *given[] = { e->starter, e->statement };
	struct guard_spec spec = { .given = given, .n_given = 2, .lines = 40, .solution = e->solution, .starter = e->starter, .rung = rung };
	struct sbuf raw = SBUF_INIT, text = SBUF_INIT;

	if (known_letters(e, leak, !codings[k].no_signs))
		return;
	codings[k].run(leak, &raw);
	t->said++;
	if (guard_read(raw.buf, raw.len, 0, &text) && guard_check(&spec, text.buf, text.len, NULL) == GUARD_OK) {
		t->through++;
		printf("%s, rung %d, %s: %s\n", e->id, rung, codings[k].name, text.buf);
	}
	sbuf_release(&raw);
	sbuf_release(&text);
}

TEST(hardly_any_coding_passes)
{
	struct course *c = course_open(".", NULL);
	struct tally t = { 0, 0 };
	size_t exercises = 0;

	course_load_all(c);
	for (size_t i = 0; i < course_exercises(c); i++) {
		const struct exercise *e = course_exercise(c, course_exercise_at(c, i)->id, NULL);
		struct sbuf leak = SBUF_INIT;

		if (e && e->starter && e->solution && e->statement && exercise_way(e) != EXERCISE_PREDICT)
			own_lines(e, &leak);
		exercises += leak.len > 0;
		for (size_t k = 0; k < ARRAY_SIZE(codings) && leak.len; k++)
			for (int rung = 0; rung < GUARD_RUNG_CODE; rung += 2)
				try_one(e, leak.buf, k, rung, &t);
		sbuf_release(&leak);
	}
	CHECK(exercises > 100);
	CHECK(t.through * 1000 <= t.said * THROUGH_MAX);
	if (t.through)
		printf("%zu of %zu texts went through (%zu exercises)\n", t.through, t.said, exercises);
	course_free(c);
}
