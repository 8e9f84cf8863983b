#include "kb/spell.h"

#include "base/osa.h"
#include "kb/terms.h"

#define SWAP_ONLY 3   /* letters: of so short a word two may be swapped, no more */
#define FAR_FROM 10   /* letters: from here on two mistakes are looked for */
#define ENGLISH_LEAST 1000 /* words that only the embedding model knows: then what is unknown is hardly a right word */
#define SURE_LENGTH 7 /* letters, or */
#define LEAST_LENGTH 5 /* and */
#define SURE_COUNT 10  /* times in the passages: else nothing is changed where common English is not known */
#define FOREIGN_LEAST 4 /* unknown words: fewer may be mistakes */
#define RARE 2        /* a word that stands there less often is no target */

struct word {
	const char *text;
	size_t len;
	long count;
};

struct spell {
	char *lines;
	struct word *v;
	size_t n, alloc;
	bool english;         /* common English is among the words */
};

static bool letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* What makes a run of letters part of a name, and not a word. */
static bool of_a_name(char c)
{
	return (c >= '0' && c <= '9') || c == '_' || (unsigned char)c >= 0x80;
}

/* The next run of letters from *p, which moves behind it; NULL at the end. An apostrophe within is part of it: "doesn't". */
static const char *next_word(const char **p, const char *end, size_t *len)
{
	const char *q = *p, *start;

	while (q < end && !letter(*q))
		q++;
	start = q;
	while (q < end && (letter(*q) || (*q == '\'' && q + 1 < end && letter(q[1]))))
		q++;
	*p = q;
	*len = (size_t)(q - start);
	return *len ? start : NULL;
}

/* In lower case and without apostrophes; 0 when it is too long or no word. */
static size_t plain(const char *word, size_t len, char out[SPELL_WORD_MAX + 1])
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		if (word[i] == '\'')
			continue;
		if (n == SPELL_WORD_MAX)
			return 0;
		out[n++] = word[i] <= 'Z' ? (char)(word[i] + 32) : word[i];
	}
	out[n] = 0;
	return n;
}

void spell_count(struct spell_count *c, const char *text, size_t len, int weight)
{
	const char *p = text, *end = text + len, *word;
	char low[SPELL_WORD_MAX + 1];
	size_t n;

	while ((word = next_word(&p, end, &n))) {
		bool named = (word > text && of_a_name(word[-1])) || (p < end && of_a_name(*p));

		if (named || plain(word, n, low) < 2)
			continue;
		map_put(&c->words, low, (void *)((intptr_t)map_get(&c->words, low) + weight));
	}
}

static int by_text(const void *a, const void *b)
{
	return strcmp(((const struct word *)a)->text, ((const struct word *)b)->text);
}

void spell_finish(struct spell_count *c, struct sbuf *out)
{
	struct word *v = xcalloc(c->words.n + 1, sizeof(*v));
	size_t pos = 0, n = 0;
	const char *key;
	void *count;

	while (map_next(&c->words, &pos, &key, &count))
		v[n++] = (struct word){ key, strlen(key), (long)(intptr_t)count };
	qsort(v, n, sizeof(*v), by_text);
	for (size_t i = 0; i < n; i++)
		sbuf_addf(out, "%s\t%ld\n", v[i].text, v[i].count);
	free(v);
	map_release(&c->words);
}

struct spell *spell_new(const char *lines, size_t len)
{
	struct spell *s = xcalloc(1, sizeof(*s));
	size_t general = 0;

	s->lines = xmemdupz(lines, len);
	for (char *p = s->lines; *p;) {
		char *tab = strchr(p, '\t'), *end = p + strcspn(p, "\n"), *next = *end ? end + 1 : end;

		*end = 0;
		if (tab && tab < end && tab > p && tab - p <= SPELL_WORD_MAX && (!s->n || strncmp(s->v[s->n - 1].text, p, SPELL_WORD_MAX) < 0)) {
			*tab = 0;
			ARRAY_GROW(s->v, s->n + 1, s->alloc);
			s->v[s->n++] = (struct word){ p, (size_t)(tab - p), strtol(tab + 1, NULL, 10) };
			general += !s->v[s->n - 1].count;
		}
		p = next;
	}
	s->english = general >= ENGLISH_LEAST;
	return s;
}

void spell_free(struct spell *s)
{
	if (!s)
		return;
	free(s->lines);
	free(s->v);
	free(s);
}

static bool known(const struct spell *s, const char *word)
{
	struct word key = { .text = word };

	return term_is_stop(word) || (s->n && bsearch(&key, s->v, s->n, sizeof(*s->v), by_text));
}

/* One letter for another: vowels, letters that sound alike, neighbours on the keyboard. Else it is another word, and counts two. */
static int instead(char a, char b)
{
	static const char *const alike[] = { "aeiouy", "cksz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "gj", "vw", "fv", "td", "bp", "mn" };

	if (a == b)
		return 0;
	for (size_t i = 0; i < ARRAY_SIZE(alike); i++) {
		const char *x = strchr(alike[i], a), *y = strchr(alike[i], b);

		if (x && y && (i < 2 || i > 4 || x - y == 1 || y - x == 1))
			return 1;
	}
	return 2;
}

/* "joiners" is no mistake where "joiner" is known. */
static bool is_inflected(const struct spell *s, const char *word, size_t n)
{
	static const char *const ends[] = { "s", "es", "ed", "d", "ing", "er", "r", "ly" };
	char stem[SPELL_WORD_MAX + 1];

	for (size_t i = 0; i < ARRAY_SIZE(ends); i++) {
		size_t len = strlen(ends[i]);

		if (n < len + 4 || strcmp(word + n - len, ends[i]) != 0 || (strchr("dr", *ends[i]) && word[n - 2] != 'e'))
			continue;
		memcpy(stem, word, n - len);
		stem[n - len] = 0;
		if (known(s, stem))
			return true;
	}
	return false;
}

static bool swapped(const char *a, size_t n, const char *b, size_t m)
{
	size_t i = 0;

	if (n != m)
		return false;
	while (i < n && a[i] == b[i])
		i++;
	return i + 1 < n && a[i] == b[i + 1] && a[i + 1] == b[i] && !strcmp(a + i + 2, b + i + 2);
}

/* Smaller is nearer: mistakes first, then whether the first letter is right (it mostly is), then how common the word is. */
static double cost(const struct spell *s, const char *word, size_t n, const struct word *w)
{
	int max = n >= FAR_FROM && s->english ? 2 : 1, d;

	if (w->count < RARE || w->len < 2 || w->len > SPELL_WORD_MAX || (n <= SWAP_ONLY && !swapped(word, n, w->text, w->len)))
		return 1e9;
	if (!s->english && n < SURE_LENGTH && (n < LEAST_LENGTH || w->count < SURE_COUNT) && !swapped(word, n, w->text, w->len))
		return 1e9;
	d = osa_distance(word, w->text, max, instead);
	if (d > max || (d > 1 && w->text[0] != word[0]))
		return 1e9;
	return d * 10 + (w->text[0] != word[0] ? 3 : 0) - (swapped(word, n, w->text, w->len) ? 2 : 0) - MIN(4.0, (double)w->count / 50);
}

static const char *nearest(const struct spell *s, const char *word, size_t n)
{
	static const char *const small[] = { "how", "the", "what", "why", "when", "does", "with", "from", "want", "this", "that", "have", "which" };
	const char *best = NULL;
	double least_cost = 1e8;

	for (size_t i = 0; i < ARRAY_SIZE(small); i++)
		if (swapped(word, n, small[i], strlen(small[i])))
			return small[i];
	for (size_t i = 0; i < s->n; i++) {
		double c = cost(s, word, n, &s->v[i]);

		if (c < least_cost) {
			least_cost = c;
			best = s->v[i].text;
		}
	}
	return best;
}

/* May this run of letters be a misspelt word, and not a name, an abbreviation or code? */
static bool may_be_wrong(const char *text, const char *word, size_t len, const char *end)
{
	size_t capitals = 0;

	for (size_t i = 1; i < len; i++)
		capitals += word[i] >= 'A' && word[i] <= 'Z';
	/* A name stands with a capital within a sentence. */
	if (word > text && word[-1] == ' ' && word[0] >= 'A' && word[0] <= 'Z' && word - text > 1 && !strchr(".!?:", word[-2]))
		return false;
	if (capitals || len < 3 || memchr(word, '\'', len) || (word > text && (of_a_name(word[-1]) || strchr("`:.#!$&'\"", word[-1]))))
		return false;
	return !(word + len < end && (of_a_name(word[len]) || strchr("`:(!<", word[len]))) && !(word + len + 1 < end && word[len] == '.' && letter(word[len + 1]));
}

/* Where many words are unknown, the text is in another language, and its words would become others. */
static bool is_foreign(const struct spell *s, const char *text)
{
	const char *p = text, *end = text + strlen(text), *word;
	char low[SPELL_WORD_MAX + 1];
	size_t len, words = 0, unknown = 0;

	while ((word = next_word(&p, end, &len))) {
		words++;
		unknown += plain(word, len, low) > 2 && !known(s, low);
	}
	return unknown >= FOREIGN_LEAST && unknown * 5 > words * 2;
}

size_t spell_correct(const struct spell *s, const char *text, struct sbuf *out)
{
	const char *p = text, *end = text + strlen(text), *done = text, *word;
	char low[SPELL_WORD_MAX + 1];
	size_t len, changes = 0;
	bool code = false;

	if (is_foreign(s, text))
		p = end;
	while (s->n && changes < SPELL_CHANGES && (word = next_word(&p, end, &len))) {
		const char *right;

		for (const char *q = done; q < word; q++)
			code ^= *q == '`';
		sbuf_add(out, done, (size_t)(word - done));
		done = word + len;
		if (!code && may_be_wrong(text, word, len, end) && plain(word, len, low) && !known(s, low) && !is_inflected(s, low, strlen(low)) && (right = nearest(s, low, strlen(low)))) {
			sbuf_addstr(out, right);
			changes++;
		} else {
			sbuf_add(out, word, len);
		}
	}
	sbuf_addstr(out, done);
	return changes;
}
