/* The inside of the guard: a text cut into pieces, sets of words, streams of tokens. Private to learn. */
#ifndef LEARN_GUARD_INT_H
#define LEARN_GUARD_INT_H

#include "base/map.h"
#include "learn/guard.h"

#define GUARD_TEXT_MAX (16u << 10)  /* a model's text; more is refused */
#define GUARD_GIVEN_MAX (256u << 10)

extern const char *const guard_word_list[];
extern const size_t guard_word_count;

enum piece_kind {
	PIECE_WORD,   /* letters only */
	PIECE_NUMBER, /* digits only */
	PIECE_SPAN,   /* what stands in backticks, without them */
	PIECE_CODE,   /* a word that looks like code, without backticks */
	PIECE_CITE,   /* [12] */
	PIECE_FENCE,  /* a code block, without its fences */
	PIECE_SIGN,   /* what is none of these and no plain punctuation */
};

struct piece {
	enum piece_kind kind;
	const char *p;
	size_t len;
	int line;        /* of the text, from 0 */
	bool ends;       /* a sentence ends after it */
	bool starts;     /* a sentence starts with it */
};

struct pieces {
	struct piece *v;
	size_t n, alloc;
	size_t lines, sentences, words; /* words: without fences */
};

void pieces_cut(const char *text, size_t len, struct pieces *out);
void pieces_release(struct pieces *p);
bool piece_is(const struct piece *p, const char *word); /* in any case */
int piece_number(const struct piece *p);                /* of a PIECE_NUMBER or _CITE; -1 when it is too large */

/*
 * Tokens as one string: names, numbers and single signs, each with a '\1' before it and one at the end. Spaces go. A run of
 * tokens of one text occurs in another when its string does.
 */
void guard_tokens(const char *text, size_t len, struct sbuf *out);
/* The words of a text in lower case into a set (values are not NULL). Names are taken apart at '_' and capitals too. */
void guard_word_set(const char *text, size_t len, struct map *out);

/* The checks that look for the solution; why gets a sentence. */
enum guard_reason guard_leak(const struct guard_spec *spec, const struct pieces *p, struct sbuf *why);
/* The check against spec->facts, GUARD_OK without any. */
enum guard_reason guard_facts(const struct guard_spec *spec, const struct pieces *p, struct sbuf *why);

#endif
