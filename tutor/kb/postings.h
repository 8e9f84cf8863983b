/*
 * postings: BM25F (Robertson, Zaragoza, Taylor 2004) computed once, when the index is built: weights of the fields are summed
 * into one pseudo-frequency, which saturates with k1 = 1.2 and is normalised by length with b = 0.75; times the inverse
 * document frequency and the prior of the source. Terms that begin with "m:" (compiler messages) have lengths of their own.
 */
#ifndef KB_POSTINGS_H
#define KB_POSTINGS_H

#include "kb/terms.h"

#define POST_SCALE 1000 /* impacts are stored as whole numbers, thousandths */

struct postings;

struct postings *postings_new(void);
void postings_free(struct postings *p);
/* Chunks come with numbers 0, 1, 2, … in order. */
void postings_begin(struct postings *p, double prior);
/* A field of the chunk that was begun; padded: its words count for the length too. */
void postings_field(struct postings *p, const char *text, double weight, bool padded);
void postings_message(struct postings *p, const char *text);
/* Calls each for every term, in order of the terms' text; -1 as soon as each gives it. */
int postings_finish(struct postings *p, int (*each)(void *ctx, const char *term, const uint32_t *chunks, const uint32_t *w, size_t n),
		    void *ctx);

#endif
