#include "kb/terms.h"

#include <libstemmer.h>

#include "base/utf8.h"

struct terms {
	struct sb_stemmer *stemmer;
	struct sbuf folded;
};

/* Words that carry nothing in a question about Rust; sorted. "rust" itself is one of them. */
static const char *const stop[] = {
	"a", "about", "actually", "all", "am", "an", "and", "any", "are", "as", "at", "be", "because", "been", "but", "by", "can",
	"cannot", "could", "d", "did", "do", "does", "doing", "don", "explain", "from", "get", "gets", "getting", "give", "go",
	"got", "had", "has", "have", "he", "how", "i", "if", "in", "into", "is", "isn", "it", "its", "just", "ll", "m", "make",
	"me", "mean", "means", "my", "need", "no", "not", "of", "on", "or", "our", "out", "please", "re", "rust", "s", "should",
	"so", "some", "something", "t", "than", "that", "the", "their", "them", "then", "there", "these", "they", "thing",
	"things", "this", "those", "to", "too", "up", "us", "use", "used", "using", "ve", "want", "was", "way", "we", "what",
	"when", "where", "which", "who", "why", "will", "with", "work", "works", "would", "you", "your",
};

static int by_word(const void *key, const void *elem)
{
	return strcmp(key, *(const char *const *)elem);
}

bool term_is_stop(const char *word)
{
	return bsearch(word, stop, ARRAY_SIZE(stop), sizeof(stop[0]), by_word) != NULL;
}

struct terms *terms_new(void)
{
	struct terms *t = xcalloc(1, sizeof(*t));

	t->stemmer = sb_stemmer_new("porter", "UTF_8");
	if (!t->stemmer)
		BUG("libstemmer has no Porter stemmer");
	sbuf_init(&t->folded);
	return t;
}

void terms_free(struct terms *t)
{
	if (!t)
		return;
	sb_stemmer_delete(t->stemmer);
	sbuf_release(&t->folded);
	free(t);
}

static bool ascii_only(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)s[i] >= 0x80)
			return false;
	return true;
}

static bool word_char(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

/* Typographic apostrophes and dashes part words too: they are the only common bytes over 0x80 that are no letters. */
static size_t odd_mark(const char *p, size_t left)
{
	return left >= 3 && (unsigned char)p[0] == 0xe2 && (unsigned char)p[1] == 0x80 ? 3 : 0;
}

/* The next word of s from *pos; false at the end. */
static bool next_word(const char *s, size_t len, size_t *pos, size_t *start)
{
	while (*pos < len && (!word_char((unsigned char)s[*pos]) || odd_mark(s + *pos, len - *pos)))
		*pos += odd_mark(s + *pos, len - *pos) ? 3 : 1;
	*start = *pos;
	while (*pos < len && word_char((unsigned char)s[*pos]) && !odd_mark(s + *pos, len - *pos))
		(*pos)++;
	return *pos > *start;
}

static void lower(char *to, const char *from, size_t len)
{
	for (size_t i = 0; i < len; i++)
		to[i] = from[i] >= 'A' && from[i] <= 'Z' ? (char)(from[i] + 32) : from[i];
	to[len] = 0;
}

void terms_each(struct terms *t, const char *text, size_t len, term_cb *cb, void *ctx)
{
	char word[TERM_MAX + 1];
	size_t pos = 0, start;

	if (!ascii_only(text, len)) {
		sbuf_reset(&t->folded);
		utf8_fold(&t->folded, text, len);
		text = t->folded.buf;
		len = t->folded.len;
	}
	while (next_word(text, len, &pos, &start)) {
		size_t n = MIN(pos - start, TERM_MAX);
		const sb_symbol *stem;

		lower(word, text + start, n);
		if (term_is_stop(word) || (n == 1 && !(word[0] >= '0' && word[0] <= '9') && (unsigned char)word[0] < 0x80))
			continue;
		stem = sb_stemmer_stem(t->stemmer, (const sb_symbol *)word, (int)n);
		cb(ctx, (const char *)stem, (size_t)sb_stemmer_length(t->stemmer));
	}
}

/* What is quoted: its end; s[0] is the opening quote. NULL: it is not closed on this line. */
static const char *quoted_end(const char *s, const char *end)
{
	for (const char *p = s + 1; p < end && *p != '\n'; p++)
		if (*p == *s)
			return p;
	return NULL;
}

static void add_message_term(const char *prev, const char *word, term_cb *cb, void *ctx)
{
	char term[2 * TERM_MAX + 8];
	int n = snprintf(term, sizeof(term), "m:%s", word);

	cb(ctx, term, (size_t)n);
	if (!*prev)
		return;
	n = snprintf(term, sizeof(term), "m:%s %s", prev, word);
	cb(ctx, term, (size_t)n);
}

void terms_message(const char *text, size_t len, term_cb *cb, void *ctx)
{
	const char *p = text, *end = text + len, *q;
	char word[TERM_MAX + 1], prev[TERM_MAX + 1] = "";

	while (p < end) {
		if (*p == '`' && (q = quoted_end(p, end))) {
			memcpy(word, "_", 2);
			p = q + 1;
		} else if (word_char((unsigned char)*p)) {
			const char *s = p;

			while (p < end && word_char((unsigned char)*p))
				p++;
			lower(word, s, MIN((size_t)(p - s), TERM_MAX));
		} else {
			p++;
			continue;
		}
		add_message_term(prev, word, cb, ctx);
		memcpy(prev, word, sizeof(prev));
	}
}
