/*
 * rank: pure arithmetic of search. Scores of a leg come as one number a chunk; legs are joined as z-scores over their own top
 * RANK_POOL, and every page is shown once. Also: recognising pasted compiler text.
 */
#ifndef KB_RANK_H
#define KB_RANK_H

#include "base/sbuf.h"

#define RANK_POOL 200
#define RANK_LEGS 6

struct rank_hit {
	uint32_t chunk;
	float score;
};

struct rank_leg {
	const float *scores; /* one a chunk; 0 or less: not found by this leg */
	float weight;
};

/* The k best of scores that are over 0, best first; ties by chunk number. Returns how many. */
size_t rank_top(const float *scores, size_t n, size_t k, struct rank_hit *out);
struct rank_spec {
	struct rank_leg legs[RANK_LEGS];
	size_t n_legs;
	size_t n;                     /* chunks */
	const uint32_t *page;         /* of each chunk: one hit a page */
	const uint8_t *kind;          /* of each chunk */
	const float *bias;            /* added, by kind */
	const struct rank_hit *bonus; /* added to single chunks, which then are candidates without any leg */
	size_t n_bonus;
};

/*
 * Joins legs: a chunk's score is the sum of weight * z over the legs, z from mean and deviation of the leg's top RANK_POOL and
 * not under the lowest of these, and what spec adds. Best first, one hit a page. Returns how many hits, at most max.
 */
size_t rank_join(const struct rank_spec *spec, struct rank_hit *out, size_t max);
#define RANK_BONUS_MAX 64

/*
 * The question as it is embedded: without "rust", "in rust": the word is in every question, and drags those about iron or games
 * towards the documentation. A text of nothing else stays as it is.
 */
void rank_embed_text(const char *text, struct sbuf *out);

/* Signs that a text was pasted from rustc or cargo, not typed as a question. */
bool rank_is_compiler_text(const char *text);
/* The first error code in a text, "E0382", into code[6]; false when there is none. Case does not matter. */
bool rank_find_code(const char *text, char code[6]);
/*
 * Names in a question that can be looked up as they are: words with "::" in them, what stands in backticks, and the whole text
 * when it is one word. "()", "!" and "std::" go. Calls each with NUL-terminated text.
 */
void rank_names(const char *text, void (*each)(void *ctx, const char *name, bool whole), void *ctx);

#endif
