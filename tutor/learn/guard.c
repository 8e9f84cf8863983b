#include "learn/guard.h"

#include <ctype.h>
#include <strings.h>

#include "learn/guard_int.h"

#define SMALL_NUMBER 12   /* "two", "10": may be said without being given */
#define UNKNOWN_EVERY 25  /* one plain word that nobody knows is let through for so many words */
#define UNKNOWN_LONG 14
#define GRADE_MAX 9
#define GRADE_SHORT 12    /* of a text under GRADE_WORDS words, where one long word counts too much */
#define GRADE_WORDS 30
#define ECHO_TOKENS 8     /* as many in a row from the examples are an echo */
#define SHORT_LINES 3     /* lines of at most two words */

static const char *const names[GUARD_COUNT] = {
#define X(id, name) [GUARD_##id] = name,
	GUARD_REASONS(X)
#undef X
};

const char *guard_reason_name(enum guard_reason r)
{
	return r < GUARD_COUNT ? names[r] : "ok";
}

/* One check under way. */
struct guarding {
	const struct guard_spec *spec;
	const char *text;
	size_t len;
	struct pieces p;
	struct sbuf given;  /* tokens */
	struct map words;   /* given */
	struct sbuf *why;
};

static enum guard_reason no(struct guarding *g, enum guard_reason r, const char *fmt, ...) PRINTF_LIKE(3, 4);
static enum guard_reason no(struct guarding *g, enum guard_reason r, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	if (g->why)
		sbuf_vaddf(g->why, fmt, ap);
	va_end(ap);
	return r;
}

/* ---- tokens and words ---- */

static bool name_char(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

void guard_tokens(const char *text, size_t len, struct sbuf *out)
{
	for (size_t i = 0; i < len;) {
		size_t n = 1;

		if (isspace((unsigned char)text[i])) {
			i++;
			continue;
		}
		while (name_char(text[i]) && i + n < len && name_char(text[i + n]))
			n++;
		sbuf_addch(out, '\1');
		sbuf_add(out, text + i, n);
		i += n;
	}
	sbuf_addch(out, '\1');
}

static void put_lower(struct map *out, const char *p, size_t len)
{
	char word[64];

	if (!len || len >= sizeof(word))
		return;
	for (size_t i = 0; i < len; i++)
		word[i] = (char)tolower((unsigned char)p[i]);
	word[len] = '\0';
	map_put(out, word, out);
}

void guard_word_set(const char *text, size_t len, struct map *out)
{
	for (size_t i = 0; i < len;) {
		size_t n = 0, part = 0;

		while (i + n < len && name_char(text[i + n]))
			n++;
		put_lower(out, text + i, n);
		for (size_t k = 1; k <= n; k++) {
			bool cut = k == n || text[i + k] == '_' || (isupper((unsigned char)text[i + k]) && islower((unsigned char)text[i + k - 1]));

			if (!cut)
				continue;
			put_lower(out, text + i + part, k - part);
			part = k < n && text[i + k] == '_' ? k + 1 : k;
		}
		i += n + !n;
	}
}

static bool has_word(const struct map *m, const char *p, size_t len)
{
	char word[64];

	if (len >= sizeof(word))
		return false;
	for (size_t i = 0; i < len; i++)
		word[i] = (char)tolower((unsigned char)p[i]);
	word[len] = '\0';
	return map_has(m, word);
}

/* ---- the checks ---- */

typedef enum guard_reason check(struct guarding *g);

static enum guard_reason check_length(struct guarding *g)
{
	size_t max = g->spec->max_words ? (size_t)g->spec->max_words : GUARD_WORDS_ALL;

	if (g->len > GUARD_TEXT_MAX || g->p.words > max)
		return no(g, GUARD_WORDS, "It has %zu words; %zu may be.", g->p.words, max);
	if (!g->p.words)
		return no(g, GUARD_EMPTY, "No words are left.");
	if (g->spec->max_sentences && g->p.sentences > (size_t)g->spec->max_sentences)
		return no(g, GUARD_SENTENCES, "It has %zu sentences; %d may be.", g->p.sentences, g->spec->max_sentences);
	if (!g->p.v[g->p.n - 1].ends)
		return no(g, GUARD_SENTENCES, "The last sentence has no end.");
	return GUARD_OK;
}

static enum guard_reason check_blocks(struct guarding *g)
{
	for (size_t i = 0; i < g->p.n; i++) {
		const struct piece *p = &g->p.v[i];

		if (p->kind != PIECE_FENCE)
			continue;
		if (g->spec->rung < GUARD_RUNG_CODE)
			return no(g, GUARD_CODE, "A block of code on rung %d.", g->spec->rung);
		if (g->spec->rung < 5 && guard_overlap(g->spec, p->p, p->len) > .5)
			return no(g, GUARD_SOLUTION, "A block of code is the reference solution, or nearly.");
	}
	return GUARD_OK;
}

/* Plain ASCII, signs that prose has, and lines that are sentences. */
static enum guard_reason check_plain(struct guarding *g)
{
	const struct pieces *p = &g->p;
	size_t short_lines = 0, letters = 0;

	for (size_t i = 0; i < g->len; i++)
		if ((unsigned char)g->text[i] >= 0x80 || ((unsigned char)g->text[i] < ' ' && g->text[i] != '\n'))
			return no(g, GUARD_ENCODED, "It has letters or signs that are no plain English.");
	for (size_t i = 0, start = 0; i < p->n; i++) {
		if (p->v[i].kind == PIECE_SIGN)
			return no(g, GUARD_ENCODED, "The sign %.*s stands alone.", (int)MIN(p->v[i].len, 20), p->v[i].p);
		letters += p->v[i].kind == PIECE_WORD && p->v[i].len == 1 && !piece_is(&p->v[i], "a") && !piece_is(&p->v[i], "i");
		if (i + 1 < p->n && p->v[i + 1].line == p->v[i].line)
			continue;
		short_lines += p->v[i].kind != PIECE_FENCE && i - start < 2;
		start = i + 1;
	}
	if (short_lines >= SHORT_LINES)
		return no(g, GUARD_ENCODED, "It has %zu lines of one or two words.", short_lines);
	if (letters > 2)
		return no(g, GUARD_ENCODED, "It has %zu single letters.", letters);
	return GUARD_OK;
}

static enum guard_reason check_cites(struct guarding *g)
{
	bool any = false;

	for (size_t i = 0; i < g->p.n; i++) {
		int n = piece_number(&g->p.v[i]);

		if (g->p.v[i].kind != PIECE_CITE)
			continue;
		any = true;
		if (n < 1 || n > g->spec->cites)
			return no(g, GUARD_CITE, "It cites [%.*s]; there are %d.", (int)MIN(g->p.v[i].len, 20), g->p.v[i].p, g->spec->cites);
	}
	return any || !g->spec->cite_wanted ? GUARD_OK : no(g, GUARD_CITE, "It cites nothing.");
}

static bool is_line_word(const struct piece *p)
{
	return p->kind == PIECE_WORD && (piece_is(p, "line") || piece_is(p, "lines"));
}

/* A number after "line" or "lines", also the second of "lines 3 and 4". */
static bool is_line_number(const struct pieces *p, size_t i)
{
	if (p->v[i].kind != PIECE_NUMBER || !i)
		return false;
	if (is_line_word(&p->v[i - 1]))
		return true;
	if (i > 1 && (piece_is(&p->v[i - 1], "and") || piece_is(&p->v[i - 1], "to") || piece_is(&p->v[i - 1], "or")))
		return is_line_number(p, i - 2);
	return is_line_number(p, i - 1);
}

static enum guard_reason check_lines(struct guarding *g)
{
	for (size_t i = 0; i < g->p.n; i++) {
		int n = piece_number(&g->p.v[i]);

		if (is_line_number(&g->p, i) && (n < 1 || n > g->spec->lines))
			return no(g, GUARD_LINE, "It names line %.*s; the code has %d.", (int)MIN(g->p.v[i].len, 20), g->p.v[i].p, g->spec->lines);
	}
	return GUARD_OK;
}

/* Do these tokens stand in a row in what was given? An empty pair of brackets that the model added does not count. */
static bool was_given(const struct guarding *g, const char *p, size_t len)
{
	struct sbuf t = SBUF_INIT;
	bool found;

	guard_tokens(p, len, &t);
	found = strstr(g->given.buf, t.buf) != NULL;
	if (!found && ends_with(t.buf, "\1(\1)\1") && t.len > 5) {
		sbuf_setlen(&t, t.len - 4);
		found = strstr(g->given.buf, t.buf) != NULL;
	}
	sbuf_release(&t);
	return found;
}

static bool in_examples(const struct guarding *g, const char *p, size_t len)
{
	char *name = xmemdupz(p, len);
	bool found = g->spec->examples && strstr(g->spec->examples, name);

	free(name);
	return found;
}

static enum guard_reason no_name(struct guarding *g, const struct piece *p)
{
	if (in_examples(g, p->p, p->len))
		return no(g, GUARD_EXAMPLE, "It names %.*s, which is of the prompt's examples.", (int)MIN(p->len, 60), p->p);
	return no(g, GUARD_NAME, "It names %.*s, which was not given.", (int)MIN(p->len, 60), p->p);
}

static bool may_be_said(struct guarding *g, size_t i, size_t *unknown)
{
	const struct piece *p = &g->p.v[i];

	switch (p->kind) {
	case PIECE_SPAN:
	case PIECE_CODE:
		return was_given(g, p->p, p->len);
	case PIECE_NUMBER:
		return is_line_number(&g->p, i) || (piece_number(p) >= 0 && piece_number(p) <= SMALL_NUMBER) || was_given(g, p->p, p->len);
	case PIECE_WORD:
		if (has_word(&g->words, p->p, p->len) || guard_word_known(p->p, p->len))
			return true;
		return p->len <= UNKNOWN_LONG && islower((unsigned char)*p->p) && !in_examples(g, p->p, p->len) &&
		       ++*unknown <= 1 + g->p.words / UNKNOWN_EVERY;
	default:
		return true;
	}
}

static enum guard_reason check_names(struct guarding *g)
{
	size_t unknown = 0, numbers = 0;

	for (size_t i = 0; i < g->p.n; i++) {
		if (!may_be_said(g, i, &unknown))
			return no_name(g, &g->p.v[i]);
		numbers = g->p.v[i].kind == PIECE_NUMBER && !is_line_number(&g->p, i) ? numbers + 1 : 0;
		if (numbers > 3)
			return no(g, GUARD_ENCODED, "It has a row of numbers.");
	}
	return GUARD_OK;
}

/* What a tutor's sentence never holds; with a '+' before it: unless it was given (an exercise may be about decoding). */
static const char *const off_task[] = {
	"+http:", "+https:", "+www.", "ignore all", "ignore any", "ignore the above", "ignore previous", "ignore your", "ignore my", "disregard",
	"system prompt", "previous instructions", "my instructions", "your instructions", "my rules", "as an ai", "language model", "i'm sorry",
	"i am sorry", "i cannot help", "i can't help", "i cannot answer", "i can't answer", "i cannot provide", "jailbreak", "+api key", "+password",
	"rm -rf", "+sudo ", "+base64", "+rot13", "+morse", "+hexadecimal", "+decode", "+first letter", "+backwards", "+pretend", "full solution",
	"complete solution", "reference solution", "here is the solution", "the solution is", "exam answer", "your grade", "the tests pass", "you passed",
};

static bool given_has(const struct guarding *g, const char *phrase)
{
	for (size_t i = 0; i < g->spec->n_given; i++)
		if (g->spec->given[i] && strcasestr(g->spec->given[i], phrase))
			return true;
	return false;
}

static enum guard_reason check_task(struct guarding *g)
{
	char *text = xmemdupz(g->text, g->len);
	const char *found = NULL;

	for (size_t i = 0; i < ARRAY_SIZE(off_task) && !found; i++) {
		bool may = off_task[i][0] == '+';

		if (strcasestr(text, off_task[i] + may) && !(may && given_has(g, off_task[i] + may)))
			found = off_task[i] + may;
	}
	free(text);
	return found ? no(g, GUARD_OFF_TASK, "It says \"%s\".", found) : GUARD_OK;
}

static enum guard_reason check_leak(struct guarding *g)
{
	if (g->spec->rung >= 5 || !g->spec->solution)
		return GUARD_OK;
	return guard_leak(g->spec, &g->p, g->why);
}

static enum guard_reason check_facts(struct guarding *g)
{
	return guard_facts(g->spec, &g->p, g->why);
}

/* Eight tokens in a row of the prompt's examples that were not given. Where all words must be of the facts, the form may be theirs. */
static enum guard_reason check_echo(struct guarding *g)
{
	struct sbuf have = SBUF_INIT, said = SBUF_INIT;
	enum guard_reason r = GUARD_OK;
	const char *starts[ECHO_TOKENS + 1];
	size_t n = 0;

	if (!g->spec->examples || g->spec->facts)
		return GUARD_OK;
	guard_tokens(g->spec->examples, strlen(g->spec->examples), &have);
	guard_tokens(g->text, g->len, &said);
	for (const char *p = said.buf; *p && r == GUARD_OK; p++) {
		char *run;

		if (*p != '\1')
			continue;
		starts[n++] = p;
		if (n <= ECHO_TOKENS)
			continue;
		run = xmemdupz(starts[0], (size_t)(p - starts[0]) + 1);
		if (strstr(have.buf, run) && !strstr(g->given.buf, run))
			r = no(g, GUARD_EXAMPLE, "It says the prompt's examples again.");
		free(run);
		memmove(starts, starts + 1, --n * sizeof(*starts));
	}
	sbuf_release(&have);
	sbuf_release(&said);
	return r;
}

/* ---- one next step ---- */

static bool is_order_word(const struct piece *p)
{
	static const char *const verbs[] = { "add", "assign", "borrow", "build", "call", "change", "clone", "consider", "convert", "copy", "create",
					     "declare", "define", "delete", "drop", "fix", "give", "implement", "import", "insert", "introduce", "keep",
					     "let", "make", "mark", "move", "pass", "put", "remove", "rename", "replace", "return", "set", "split",
					     "store", "swap", "take", "try", "turn", "type", "use", "wrap", "write", "rewrite", "append", "prefix" };

	for (size_t i = 0; i < ARRAY_SIZE(verbs) && p->kind == PIECE_WORD; i++)
		if (piece_is(p, verbs[i]))
			return true;
	return false;
}

static bool is_lead_word(const struct piece *p)
{
	static const char *const leads[] = { "next", "now", "then", "first", "so", "please", "instead", "just", "simply", "also", "and", "to" };

	if (p->kind == PIECE_NUMBER)
		return true;
	for (size_t i = 0; i < ARRAY_SIZE(leads) && p->kind == PIECE_WORD; i++)
		if (piece_is(p, leads[i]))
			return true;
	return false;
}

/* "you should", "you need to", "you can use", "instead of": advice; "you try to print", "you cannot" and "you can only" tell what is. */
static bool is_advice(const struct pieces *p, size_t i, size_t end)
{
	static const char *const modals[] = { "should", "must", "need", "could", "can" }, *const only[] = { "not", "only", "no", "never" };
	const struct piece *next = i + 1 < end ? &p->v[i + 1] : NULL, *third = i + 2 < end ? &p->v[i + 2] : NULL;

	if (p->v[i].kind != PIECE_WORD)
		return false;
	if (piece_is(&p->v[i], "should") || (next && piece_is(&p->v[i], "instead") && piece_is(next, "of")))
		return true;
	if (!next || !piece_is(&p->v[i], "you"))
		return false;
	for (size_t k = 0; third && k < ARRAY_SIZE(only); k++)
		if (piece_is(third, only[k]))
			return false;
	for (size_t k = 0; k < ARRAY_SIZE(modals); k++)
		if (piece_is(next, modals[k]))
			return true;
	return false;
}

static bool sentence_orders(const struct pieces *p, size_t i, size_t end)
{
	size_t first = i;

	while (first < end && is_lead_word(&p->v[first]))
		first++;
	if (first < end && is_order_word(&p->v[first]) && !(first > i && piece_is(&p->v[first - 1], "to") && end - first < 4))
		return true;
	for (; i < end; i++)
		if (is_advice(p, i, end))
			return true;
	return false;
}

/* Is this sentence word for word one of the facts, such as the rule, which the learner sees anyway? */
static bool is_fact(const struct guarding *g, size_t start, size_t end)
{
	const struct piece *last = &g->p.v[end - 1];

	return g->spec->facts && was_given(g, g->p.v[start].p, (size_t)(last->p + last->len - g->p.v[start].p));
}

static enum guard_reason check_steps(struct guarding *g)
{
	size_t steps = 0;

	for (size_t i = 0, start = 0; i < g->p.n; i++) {
		if (!g->p.v[i].ends && i + 1 < g->p.n)
			continue;
		steps += sentence_orders(&g->p, start, i + 1) && !is_fact(g, start, i + 1);
		start = i + 1;
	}
	if (steps && g->spec->rung < GUARD_RUNG_ADVICE)
		return no(g, GUARD_NEXT_STEP, "It tells what to do on rung %d.", g->spec->rung);
	if (steps > 1)
		return no(g, GUARD_NEXT_STEP, "It tells %zu things to do; one may be.", steps);
	if (!steps && g->spec->step_wanted && g->spec->rung >= GUARD_RUNG_ADVICE)
		return no(g, GUARD_NEXT_STEP, "It names no next step.");
	return GUARD_OK;
}

static enum guard_reason check_grade(struct guarding *g)
{
	double grade = guard_grade(g->text, g->len), max = g->p.words < GRADE_WORDS ? GRADE_SHORT : GRADE_MAX;

	return grade > max + .5 ? no(g, GUARD_GRADE, "Its reading grade is %.1f; %.0f may be.", grade, max) : GUARD_OK;
}

enum guard_reason guard_check(const struct guard_spec *spec, const char *text, size_t len, struct sbuf *why)
{
	static check *const checks[] = { check_length, check_blocks, check_plain, check_cites, check_lines, check_task, check_names,
					 check_leak, check_echo, check_facts, check_steps, check_grade };
	struct guarding g = { .spec = spec, .text = text, .len = len, .given = SBUF_INIT, .words = MAP_INIT, .why = why };
	enum guard_reason r = GUARD_OK;
	size_t all = 0;

	if (len <= GUARD_TEXT_MAX)
		pieces_cut(text, len, &g.p);
	for (size_t i = 0; i < spec->n_given && all < GUARD_GIVEN_MAX; i++) {
		size_t n = spec->given[i] ? MIN(strlen(spec->given[i]), GUARD_GIVEN_MAX - all) : 0;

		guard_tokens(spec->given[i] ? spec->given[i] : "", n, &g.given);
		guard_word_set(spec->given[i] ? spec->given[i] : "", n, &g.words);
		all += n;
	}
	for (size_t i = 0; i < ARRAY_SIZE(checks) && r == GUARD_OK; i++)
		r = checks[i](&g);
	pieces_release(&g.p);
	sbuf_release(&g.given);
	map_release(&g.words);
	return r;
}
