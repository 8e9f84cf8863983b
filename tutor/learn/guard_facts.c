/*
 * Sentences that say given facts again may say no more than these. A small model is right about what it was told and wrong about
 * what it adds: so a name must stand on the line that is named beside it, and causes, negations and verbs must be the facts' own.
 */
#include <ctype.h>
#include <strings.h>

#include "learn/guard_int.h"

#define STEM_MIN 3

/* A sentence under the check: pieces from..to of p. */
struct claim {
	const char *facts;
	const struct pieces *p;
	size_t from, to;
};

static bool is_one_of(const struct piece *p, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n && p->kind == PIECE_WORD; i++)
		if (piece_is(p, words[i]))
			return true;
	return false;
}

static bool is_line(const struct piece *p)
{
	return p->kind == PIECE_WORD && (piece_is(p, "line") || piece_is(p, "lines"));
}

/* The number of a line that is named at i, also the 4 of "lines 3 and 4"; 0: none. */
static int line_at(const struct claim *c, size_t i)
{
	const struct piece *v = c->p->v;

	if (i <= c->from || v[i].kind != PIECE_NUMBER)
		return 0;
	if (is_line(&v[i - 1]))
		return piece_number(&v[i]);
	if (i >= c->from + 2 && piece_is(&v[i - 1], "and") && line_at(c, i - 2))
		return piece_number(&v[i]);
	return 0;
}

/* Is this line of the facts about line n of the code: "3| let x", "- Line 3: moved here", or a sentence that names line 3? */
static bool is_about(const char *fact, size_t len, int n)
{
	char *text = xmemdupz(fact, len), *end;
	bool about = strtol(text, &end, 10) == n && end > text && *end == '|';

	for (const char *p = text; !about && (p = strcasestr(p, "line ")); p += 5)
		about = strtol(p + 5, &end, 10) == n && end > p + 5;
	free(text);
	return about;
}

static bool names_line(const char *fact, size_t len)
{
	char *text = xmemdupz(fact, len);
	size_t digits = strspn(text, "0123456789");
	bool any = digits && text[digits] == '|';

	for (const char *p = text; !any && (p = strcasestr(p, "line ")); p += 5)
		any = isdigit((unsigned char)p[5]);
	free(text);
	return any;
}

/* Do the tokens of a name stand in the facts about line n? Empty brackets behind it do not count. n 0: in any. */
static bool stands_on(const char *facts, int n, const struct piece *name)
{
	struct sbuf want = SBUF_INIT, have = SBUF_INIT;
	bool found = false;

	guard_tokens(name->p, name->len, &want);
	if (ends_with(want.buf, "\1(\1)\1") && want.len > 5)
		sbuf_setlen(&want, want.len - 4);
	for (const char *p = facts; *p && !found;) {
		size_t len = strcspn(p, "\n");

		if (!n || is_about(p, len, n)) {
			sbuf_reset(&have);
			guard_tokens(p, len, &have);
			found = strstr(have.buf, want.buf) != NULL;
		}
		p += len + (p[len] == '\n');
	}
	sbuf_release(&want);
	sbuf_release(&have);
	return found;
}

/* A name stands on the line named last before it, or on the first one behind it ("`x` is moved on line 3"). */
static bool is_paired(const struct claim *c, size_t i)
{
	int before = 0, after = 0;

	for (size_t k = i; k-- > c->from && !before;) {
		before = line_at(c, k);
		if (before && stands_on(c->facts, before, &c->p->v[i]))
			return true;
		if (before && k >= c->from + 2 && piece_is(&c->p->v[k - 1], "and"))
			before = 0; /* "lines 3 and 4": the other one, too */
	}
	for (size_t k = i + 1; k < c->to && !after; k++)
		after = line_at(c, k);
	return (!before && !after) || (after && stands_on(c->facts, after, &c->p->v[i]));
}

/* ---- words ---- */

/* Words that make sentences and claim nothing, and verbs that say no more than that something is there. */
static const char *const plain[] = {
	"a", "about", "after", "all", "also", "an", "and", "another", "any", "are", "as", "at", "be", "been", "before", "being", "both", "but",
	"by", "code", "does", "during", "each", "for", "from", "function", "has", "have", "having", "here", "how", "in", "inside", "into",
	"is", "it", "its", "kind", "line", "lines", "means", "name", "named", "names", "of", "on", "one", "only", "or", "other", "place", "program",
	"rule", "rust", "rustc", "compiler", "same", "says", "so", "still", "such", "than", "that", "the", "their", "them", "then", "there",
	"these", "they", "this", "those", "to", "try", "tries", "trying", "two", "type", "types", "until", "up", "use", "used", "uses", "using", "value", "values",
	"want", "wants", "was", "were", "what", "when", "where", "which", "while", "who", "whose", "will", "with", "would", "you", "your",
	"need", "needs", "needed", "give", "gives", "given", "get", "gets", "get", "call", "calls", "called", "expect", "expects", "expected", "error", "had",
	"come", "comes", "stand", "stands", "within", "itself", "allowed", "refuses",
};
static const char *const negations[] = { "not", "no", "never", "without", "cannot", "none", "nothing", "neither", "nor", "nowhere" };
static const char *const causes[] = { "because", "since", "therefore", "thus", "hence", "why" };

static bool is_negation(const struct piece *p)
{
	return is_one_of(p, negations, ARRAY_SIZE(negations)) || (p->kind == PIECE_WORD && p->len > 3 && !strncasecmp(p->p + p->len - 3, "n't", 3));
}

static bool facts_deny(const char *facts)
{
	static const char *const signs[] = { "n't", "un", "in", "missing", "already", "must", "only", "cannot" };
	struct pieces p = { 0 };
	bool any = false;

	pieces_cut(facts, strlen(facts), &p);
	for (size_t i = 0; i < p.n && !any; i++)
		any = is_negation(&p.v[i]) || is_one_of(&p.v[i], signs, ARRAY_SIZE(signs));
	pieces_release(&p);
	return any;
}

/* Letters in which two forms of a word agree: "moves", "moved", "moving". */
static size_t stem(const char *p, size_t len)
{
	static const char *const ends[] = { "ing", "ed", "es", "s", "e" };

	for (size_t i = 0; i < ARRAY_SIZE(ends); i++) {
		size_t n = strlen(ends[i]);

		if (len >= n + STEM_MIN && !strncasecmp(p + len - n, ends[i], n))
			return len - n;
	}
	return len;
}

/* Is a form of the word in this text? */
static bool has_form(const char *text, size_t len, const struct piece *w)
{
	size_t n = stem(w->p, w->len);

	for (size_t i = 0; i < len;) {
		size_t k = 0;

		while (i + k < len && (isalpha((unsigned char)text[i + k]) || (k && text[i + k] == '\'')))
			k++;
		if (k && k >= n && !strncasecmp(text + i, w->p, n) && (stem(text + i, k) == n || k == n))
			return true;
		i += k ? k : 1;
	}
	return false;
}

/* Does this fact belong to the sentence: it names no line, or one of the sentence's, or the sentence names none? */
static bool belongs(const struct claim *c, const char *fact, size_t len)
{
	bool any = false;

	if (!names_line(fact, len))
		return true;
	for (size_t i = c->from; i < c->to; i++) {
		int line = line_at(c, i);

		if (line && is_about(fact, len, line))
			return true;
		any |= line > 0;
	}
	return !any;
}

/* Is a form of the word in the facts that belong to the sentence? */
static bool was_told(const struct claim *c, const struct piece *w)
{
	for (const char *p = c->facts; *p;) {
		size_t len = strcspn(p, "\n");

		if (belongs(c, p, len) && has_form(p, len, w))
			return true;
		p += len + (p[len] == '\n');
	}
	return false;
}

static enum guard_reason beyond(struct sbuf *why, const char *what, const struct piece *p)
{
	if (why)
		sbuf_addf(why, "It says %.*s, %s.", (int)MIN(p->len, 60), p->p, what);
	return GUARD_FACT;
}

/* Types are told of a line and said of another with right, and "first" and "second" are told of one line only. */
static bool needs_pair(const struct piece *p)
{
	static const char *const order[] = { "first", "second", "previous" };
	static const char *const basic[] = { "bool", "char", "str", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64",
					     "u128", "usize" };

	if (p->kind == PIECE_WORD)
		return is_one_of(p, order, ARRAY_SIZE(order));
	if ((p->kind != PIECE_SPAN && p->kind != PIECE_CODE) || !(islower((unsigned char)*p->p) || *p->p == '_'))
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(basic); i++)
		if (strlen(basic[i]) == p->len && !memcmp(basic[i], p->p, p->len))
			return false;
	return true;
}

static enum guard_reason check_piece(const struct claim *c, size_t i, bool deny, struct sbuf *why)
{
	const struct piece *p = &c->p->v[i];
	int line = line_at(c, i);

	if (line && !is_about(c->facts, strlen(c->facts), line))
		return beyond(why, "a line that the facts do not name", p);
	if (needs_pair(p) && !is_paired(c, i))
		return beyond(why, "which does not stand on the line named beside it", p);
	if (p->kind != PIECE_WORD)
		return GUARD_OK;
	if (is_negation(p))
		return deny ? GUARD_OK : beyond(why, "and the facts deny nothing", p);
	if (is_one_of(p, causes, ARRAY_SIZE(causes)))
		return was_told(c, p) ? GUARD_OK : beyond(why, "a cause that the facts do not tell", p);
	if (is_one_of(p, plain, ARRAY_SIZE(plain)) || was_told(c, p))
		return GUARD_OK;
	return beyond(why, "a word that the facts do not have", p);
}

/* Something of the learner's own: a name or a line. */
static bool ties(const struct pieces *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].kind == PIECE_SPAN || p->v[i].kind == PIECE_CODE || (i && is_line(&p->v[i - 1]) && p->v[i].kind == PIECE_NUMBER))
			return true;
	return false;
}

enum guard_reason guard_facts(const struct guard_spec *spec, const struct pieces *p, struct sbuf *why)
{
	struct claim c = { .facts = spec->facts, .p = p };
	enum guard_reason r = GUARD_OK;
	bool deny;

	if (!spec->facts)
		return GUARD_OK;
	deny = facts_deny(spec->facts);
	for (; c.from < p->n && r == GUARD_OK; c.from = c.to) {
		for (c.to = c.from + 1; c.to < p->n && !p->v[c.to - 1].ends;)
			c.to++;
		for (size_t i = c.from; i < c.to && r == GUARD_OK; i++)
			r = check_piece(&c, i, deny, why);
	}
	if (r != GUARD_OK || ties(p))
		return r;
	if (why)
		sbuf_addstr(why, "It names nothing of the code.");
	return GUARD_FACT;
}
