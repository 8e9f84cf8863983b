/* The inside of embed: the flat file's layout and the kernels. Private to kb. */
#ifndef KB_EMBED_INT_H
#define KB_EMBED_INT_H

#include "kb/embed.h"

#define EMBED_MAGIC "TUTOREM2"
#define EMBED_LAYERS 6
#define EMBED_HEADS 12
#define EMBED_FFN 1536
#define EMBED_POSITIONS 512
#define EMBED_ALIGN 64

/* The header; then sections, each at a multiple of EMBED_ALIGN, in the order that embed_walk gives. */
struct embed_header {
	char magic[8];
	uint32_t vocab_bytes, vocab_size;
	uint64_t body_bytes;
	uint64_t checksum; /* FNV-1a of the body, taken 8 bytes at a time */
	char pad[32];      /* the body begins at a multiple of EMBED_ALIGN */
};

struct embed_linear {  /* y = W x + b, W int8 [out][in] with a scale a row */
	const int8_t *w;
	const float *scale, *bias;
	int in, out;
};

struct embed_norm {
	const float *weight, *bias;
};

struct embed_layer {
	struct embed_linear q, k, v, o, up, down;
	struct embed_norm norm1, norm2;
};

struct embed_weights {
	const char *vocab;
	const int8_t *words;         /* [vocab_size][384] */
	const float *words_scale;
	const float *positions;      /* [512][384] */
	const float *type;           /* [384]: of token type 0 */
	struct embed_norm norm;
	struct embed_layer layers[EMBED_LAYERS];
};

/* Sets the pointers of w into the body, in file order; returns the bytes needed. body may be NULL to ask for the size only. */
size_t embed_layout(const struct embed_header *h, const char *body, struct embed_weights *w);
uint64_t embed_checksum(const void *p, size_t len);

/* acc[t] = sum over i of w[i] * x[t * stride + i], for t < n; n <= 4; len a multiple of 32. */
typedef void embed_dot_fn(const int8_t *w, const int16_t *x, size_t stride, int len, int n, int32_t *acc);
embed_dot_fn *embed_dot_best(void);

#endif
