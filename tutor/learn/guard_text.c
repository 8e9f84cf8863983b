/* A model's text cut into words, code spans, citations; its sentences, words and grade. */
#include <ctype.h>
#include <strings.h>

#include "learn/guard_int.h"

/* The text under way. */
struct cutter {
	struct pieces *out;
	const char *p, *end;
	int line;
	bool starts; /* the next piece starts a sentence */
};

static void add(struct cutter *c, enum piece_kind kind, const char *p, size_t len)
{
	struct pieces *out = c->out;

	ARRAY_GROW(out->v, out->n + 1, out->alloc);
	out->v[out->n++] = (struct piece){ kind, p, len, c->line, false, c->starts };
	c->starts = false;
	if (kind != PIECE_FENCE && kind != PIECE_CITE)
		out->words++;
}

static void end_sentence(struct cutter *c)
{
	struct pieces *out = c->out;

	if (!out->n || out->v[out->n - 1].ends)
		return;
	out->v[out->n - 1].ends = true;
	out->sentences++;
	c->starts = true;
}

/* ``` to ```, or to the end. */
static void cut_fence(struct cutter *c)
{
	const char *body = memchr(c->p, '\n', (size_t)(c->end - c->p)), *close;

	body = body ? body + 1 : c->end;
	close = body;
	while (close < c->end && !(c->end - close >= 3 && !memcmp(close, "```", 3) && (close == body || close[-1] == '\n')))
		close++;
	add(c, PIECE_FENCE, body, (size_t)(close - body));
	for (const char *p = c->p; p < close; p++)
		c->line += *p == '\n';
	c->p = close;
	while (c->p < c->end && *c->p != '\n')
		c->p++;
	end_sentence(c);
}

static bool cut_span(struct cutter *c)
{
	const char *close = memchr(c->p + 1, '`', (size_t)(c->end - c->p) - 1);

	if (!close || memchr(c->p, '\n', (size_t)(close - c->p)) || close == c->p + 1)
		return false;
	add(c, PIECE_SPAN, c->p + 1, (size_t)(close - c->p) - 1);
	c->p = close + 1;
	return true;
}

/* [3], with a space allowed: a citation. */
static bool cut_cite(struct cutter *c)
{
	const char *p = c->p + 1;

	while (p < c->end && isdigit((unsigned char)*p))
		p++;
	if (p == c->p + 1 || p == c->end || *p != ']')
		return false;
	add(c, PIECE_CITE, c->p + 1, (size_t)(p - c->p) - 1);
	c->p = p + 1;
	return true;
}

static bool all(const char *p, size_t len, int (*is)(int))
{
	for (size_t i = 0; i < len; i++)
		if (!is((unsigned char)p[i]))
			return false;
	return len > 0;
}

/* First letter large, the others small, or all small: as words are written. */
static bool is_word(const char *p, size_t len)
{
	return all(p, len, isalpha) && (len == 1 || all(p + 1, len - 1, islower));
}

/* it's, can't, learner's */
static bool is_short_form(const char *p, size_t len)
{
	const char *mark = memchr(p, '\'', len);
	size_t at = mark ? (size_t)(mark - p) : 0;

	return mark && len - at - 1 <= 2 && is_word(p, at) && all(mark + 1, len - at - 1, islower);
}

static void cut_core(struct cutter *c, const char *p, size_t len)
{
	size_t dash = 0;

	while (dash < len && p[dash] != '-')
		dash++;
	if (dash && dash + 1 < len && is_word(p, dash) && isalpha((unsigned char)p[dash + 1])) { /* read-only */
		add(c, PIECE_WORD, p, dash);
		cut_core(c, p + dash + 1, len - dash - 1);
	} else if (all(p, len, isdigit))
		add(c, PIECE_NUMBER, p, len);
	else if (is_word(p, len) || is_short_form(p, len))
		add(c, PIECE_WORD, p, len);
	else
		add(c, all(p, len, ispunct) ? PIECE_SIGN : PIECE_CODE, p, len);
}

/* A run without blanks, backticks or brackets: punctuation around it goes, and tells whether a sentence ends. */
static void cut_run(struct cutter *c)
{
	const char *p = c->p, *end = p;
	bool ends = false;

	while (end < c->end && !isspace((unsigned char)*end) && *end != '`' && !(end > p && *end == '['))
		end++;
	c->p = end;
	while (p < end && strchr("(\"'*_", *p))
		p++;
	for (; end > p && strchr(".,:;?!)\"'*_", end[-1]) && !(end[-1] == ')' && memchr(p, '(', (size_t)(end - p))); end--)
		ends = ends || strchr(".?!", end[-1]);
	if (end > p && !(end - p == 1 && *p == '-') && !(end - p == 2 && !memcmp(p, "--", 2)))
		cut_core(c, p, (size_t)(end - p));
	if (ends && (c->p == c->end || isspace((unsigned char)*c->p)))
		end_sentence(c);
}

void pieces_cut(const char *text, size_t len, struct pieces *out)
{
	struct cutter c = { .out = out, .p = text, .end = text + len, .starts = true };

	*out = (struct pieces){ 0 };
	while (c.p < c.end) {
		if (*c.p == '\n') {
			c.line++;
			c.p++;
		} else if (isspace((unsigned char)*c.p))
			c.p++;
		else if (c.end - c.p >= 3 && !memcmp(c.p, "```", 3))
			cut_fence(&c);
		else if (!(*c.p == '`' && cut_span(&c)) && !(*c.p == '[' && cut_cite(&c))) {
			if (*c.p == '`' || *c.p == '[')
				add(&c, PIECE_SIGN, c.p++, 1);
			else
				cut_run(&c);
		}
	}
	out->lines = out->n ? (size_t)c.line + 1 : 0;
	if (out->n && !out->v[out->n - 1].ends)
		out->sentences++;
}

void pieces_release(struct pieces *p)
{
	free(p->v);
	*p = (struct pieces){ 0 };
}

bool piece_is(const struct piece *p, const char *word)
{
	return strlen(word) == p->len && !strncasecmp(p->p, word, p->len);
}

int piece_number(const struct piece *p)
{
	int n = 0;

	if (p->len > 6)
		return -1;
	for (size_t i = 0; i < p->len; i++)
		n = 10 * n + (p->p[i] - '0');
	return n;
}

size_t guard_words(const char *text, size_t len)
{
	struct pieces p;
	size_t n;

	pieces_cut(text, len, &p);
	n = p.words;
	pieces_release(&p);
	return n;
}

size_t guard_sentences(const char *text, size_t len)
{
	struct pieces p;
	size_t n;

	pieces_cut(text, len, &p);
	n = p.sentences;
	pieces_release(&p);
	return n;
}

/* ---- the list of words ---- */

static int by_bytes(const void *key, const void *item)
{
	return strcmp(key, *(const char *const *)item);
}

static bool listed(const char *word)
{
	return bsearch(word, guard_word_list, guard_word_count, sizeof(*guard_word_list), by_bytes) != NULL;
}

/* word without `end`, with `put` instead; and with a doubled last letter made single ("stopped"). */
static bool listed_without(const char *word, size_t len, const char *end, const char *put)
{
	char stem[40];
	size_t n = strlen(end), m = strlen(put);

	if (len < n + 3 || strcmp(word + len - n, end))
		return false;
	memcpy(stem, word, len - n);
	memcpy(stem + len - n, put, m + 1);
	if (listed(stem))
		return true;
	n = len - n;
	if (m || stem[n - 1] != stem[n - 2])
		return false;
	stem[n - 1] = '\0';
	return listed(stem);
}

bool guard_word_known(const char *p, size_t len)
{
	static const char *const ends[][2] = { { "s", "" }, { "es", "" }, { "ed", "" }, { "d", "" }, { "ing", "" }, { "ing", "e" },
					       { "ies", "y" }, { "ied", "y" }, { "er", "" }, { "ers", "" }, { "r", "" }, { "rs", "" },
					       { "ly", "" }, { "est", "" }, { "able", "" }, { "ness", "" }, { "ment", "" } };
	bool shortened = memchr(p, '\'', len) != NULL;
	char word[32];

	for (size_t i = 0; i < len && p[i] != '\''; i++) {
		if (i + 1 == sizeof(word))
			return false;
		word[i] = (char)tolower((unsigned char)p[i]);
		word[i + 1] = '\0';
	}
	if (!len || p[0] == '\'')
		return false;
	len = strlen(word);
	if (shortened && len > 2 && word[len - 1] == 'n' && !listed(word)) /* "isn't" is "is" and "n't" */
		word[--len] = '\0';
	if (listed(word))
		return true;
	for (size_t i = 0; i < ARRAY_SIZE(ends); i++)
		if (listed_without(word, len, ends[i][0], ends[i][1]))
			return true;
	return false;
}

/* ---- grade ---- */

/* Words that every page of a Rust course uses: long to count, but known. */
static bool is_term(const struct piece *p)
{
	static const char *const terms[] = { "variable", "reference", "ownership", "immutable", "mutable", "iterator", "parameter", "argument",
					     "function", "compiler", "expression", "lifetime", "definition", "semicolon", "generic", "integer",
					     "closure", "borrowed", "borrowing", "vector", "element", "annotation", "implementation", "immutably",
					     "mutably", "assignment", "library" };

	for (size_t i = 0; i < ARRAY_SIZE(terms); i++)
		if (piece_is(p, terms[i]) || (p->len == strlen(terms[i]) + 1 && !strncasecmp(p->p, terms[i], p->len - 1)))
			return true;
	return false;
}

static bool is_vowel(char c)
{
	return strchr("aeiouy", tolower((unsigned char)c)) && c;
}

/* Groups of vowels, less a silent e. */
static size_t syllables(const struct piece *p)
{
	size_t n = 0, len = p->len;

	if (p->kind != PIECE_WORD)
		return 1;
	if (is_term(p))
		return 2;
	for (size_t i = 0; i < len; i++)
		n += is_vowel(p->p[i]) && (!i || !is_vowel(p->p[i - 1]));
	if (len > 2 && p->p[len - 1] == 'e' && !is_vowel(p->p[len - 2]) && p->p[len - 2] != 'l')
		n--;
	if (len > 3 && !strncmp(p->p + len - 2, "ed", 2) && !strchr("td", p->p[len - 3]))
		n--;
	return MAX(n, 1);
}

double guard_grade(const char *text, size_t len)
{
	struct pieces p;
	double grade, sum = 0;

	pieces_cut(text, len, &p);
	for (size_t i = 0; i < p.n; i++)
		if (p.v[i].kind != PIECE_FENCE && p.v[i].kind != PIECE_CITE)
			sum += (double)syllables(&p.v[i]);
	grade = !p.words || !p.sentences ? 0 : .39 * (double)p.words / (double)p.sentences + 11.8 * sum / (double)p.words - 15.59;
	pieces_release(&p);
	return grade;
}
