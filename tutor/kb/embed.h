/*
 * embed: texts to unit vectors with all-MiniLM-L6-v2 (Wang et al. 2020; a BERT encoder of 6 layers, 384 wide, 12 heads, mean
 * pooling, L2 norm). Weights are int8 with a scale for each row, activations 14-bit integers, so that a dot product is exact in
 * 32 bits; AVX2 and AVX-512 where the processor has them, plain C elsewhere, with the same sums.
 *
 * The model is one flat file (see embed_convert), whose bytes are borrowed: map it. Not for threads.
 */
#ifndef KB_EMBED_H
#define KB_EMBED_H

#include "base/sbuf.h"

#define EMBED_DIM 384
#define EMBED_MAX_TOKENS 256

struct embed;

/*
 * Checks magic, sizes and checksum. NULL and a sentence when the file is damaged. whole: the checksum of these very bytes was found
 * right before, and is not taken again (it reads all of the file; a question needs half of it).
 */
struct embed *embed_open(const void *model, size_t len, bool whole, struct sbuf *err);
void embed_free(struct embed *e);
/* The vocabulary, a piece a line, of the first len bytes of a model's file; NULL when they are none, or too few. */
const char *embed_vocabulary(const void *model, size_t len, size_t *bytes);
/* out gets EMBED_DIM floats of length 1. An empty text has a vector too. */
void embed_text(struct embed *e, const char *text, size_t len, float *out);
/* Which instructions are used: "avx512", "avx2", "portable". */
const char *embed_kernel(void);
/* For tests: use only the portable path (0), up to AVX2 (1), all (2). */
void embed_limit_kernel(int level);

/* As stored: made of length 1, then one global scale; components of unit vectors of 384 and more numbers rarely pass 0.25. */
#define EMBED_SCALE (127.0f * 4)
void embed_quantize(const float *v, uint32_t dim, int8_t *out);
/* Dot product of stored vectors, about -1..1. */
float embed_dot8(const int8_t *a, const int8_t *b, uint32_t dim);

/*
 * Makes the flat file from the published weights (safetensors, float32) and vocabulary. Appends to out.
 * Everything is checked: a tensor that is missing or has another shape is an error.
 */
int embed_convert(const void *safetensors, size_t len, const char *vocab, size_t vocab_len, struct sbuf *out, struct sbuf *err);

#endif
