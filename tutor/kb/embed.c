#include "kb/embed.h"

#include <math.h>

#include "base/hash.h"
#include "kb/embed_int.h"
#include "kb/wordpiece.h"

#define HEAD_DIM (EMBED_DIM / EMBED_HEADS)
#define ACT_MAX 8191.0f /* 14 bits: 1536 * 127 * 8191 stays below 2^31 */

struct embed {
	struct embed_weights w;
	struct wordpiece *pieces;
	embed_dot_fn *dot;
	/* Scratch for EMBED_MAX_TOKENS tokens. */
	uint32_t ids[EMBED_MAX_TOKENS];
	float *x, *q, *k, *v, *mix, *wide;
	int16_t *quant;
	float quant_scale[EMBED_MAX_TOKENS];
};

static size_t section(const char *body, size_t *at, size_t bytes, const void **p)
{
	*at = (*at + EMBED_ALIGN - 1) / EMBED_ALIGN * EMBED_ALIGN;
	*p = body ? body + *at : NULL;
	*at += bytes;
	return *at;
}

static void place_floats(const char *body, size_t *at, size_t n, const float **p)
{
	const void *v;

	section(body, at, n * sizeof(float), &v);
	*p = v;
}

static void place_bytes(const char *body, size_t *at, size_t n, const int8_t **p)
{
	const void *v;

	section(body, at, n, &v);
	*p = v;
}

static void place_linear(const char *body, size_t *at, int in, int out, struct embed_linear *l)
{
	l->in = in;
	l->out = out;
	place_bytes(body, at, (size_t)in * (size_t)out, &l->w);
	place_floats(body, at, (size_t)out, &l->scale);
	place_floats(body, at, (size_t)out, &l->bias);
}

static void place_norm(const char *body, size_t *at, struct embed_norm *n)
{
	place_floats(body, at, EMBED_DIM, &n->weight);
	place_floats(body, at, EMBED_DIM, &n->bias);
}

size_t embed_layout(const struct embed_header *h, const char *body, struct embed_weights *w)
{
	size_t at = 0;
	const int8_t *vocab;

	place_bytes(body, &at, h->vocab_bytes, &vocab);
	w->vocab = (const char *)vocab;
	place_bytes(body, &at, (size_t)h->vocab_size * EMBED_DIM, &w->words);
	place_floats(body, &at, h->vocab_size, &w->words_scale);
	place_floats(body, &at, EMBED_POSITIONS * EMBED_DIM, &w->positions);
	place_floats(body, &at, EMBED_DIM, &w->type);
	place_norm(body, &at, &w->norm);
	for (int i = 0; i < EMBED_LAYERS; i++) {
		struct embed_layer *l = &w->layers[i];
		struct embed_linear *const square[] = { &l->q, &l->k, &l->v, &l->o };

		for (size_t k = 0; k < ARRAY_SIZE(square); k++)
			place_linear(body, &at, EMBED_DIM, EMBED_DIM, square[k]);
		place_norm(body, &at, &l->norm1);
		place_linear(body, &at, EMBED_DIM, EMBED_FFN, &l->up);
		place_linear(body, &at, EMBED_FFN, EMBED_DIM, &l->down);
		place_norm(body, &at, &l->norm2);
	}
	return at;
}

uint64_t embed_checksum(const void *p, size_t len)
{
	const unsigned char *s = p;
	uint64_t h = 14695981039346656037u, word;
	size_t i;

	for (i = 0; i + 8 <= len; i += 8) {
		memcpy(&word, s + i, 8);
		h = (h ^ word) * 1099511628211u;
	}
	return hash_fnv64(s + i, len - i) ^ h;
}

static int check_file(const void *model, size_t len, bool whole, struct embed_header *h, struct embed_weights *w, struct sbuf *err)
{
	const char *body = (const char *)model + sizeof(*h);

	if (len < sizeof(*h) || (uintptr_t)model % EMBED_ALIGN)
		return error(err, "The embedding model's file is cut off.");
	memcpy(h, model, sizeof(*h));
	if (memcmp(h->magic, EMBED_MAGIC, 8))
		return error(err, "The embedding model's file is of another format.");
	if (h->vocab_size > 1u << 20 || h->vocab_bytes > 1u << 26 || h->body_bytes != len - sizeof(*h) ||
	    embed_layout(h, body, w) != h->body_bytes)
		return error(err, "The embedding model's file has the wrong size.");
	if (!whole && embed_checksum(body, h->body_bytes) != h->checksum)
		return error(err, "The embedding model's file is damaged (its checksum is wrong).");
	return 0;
}

const char *embed_vocabulary(const void *model, size_t len, size_t *bytes)
{
	struct embed_header h;

	if (len < sizeof(h))
		return NULL;
	memcpy(&h, model, sizeof(h));
	if (memcmp(h.magic, EMBED_MAGIC, 8) || h.vocab_bytes > len - sizeof(h))
		return NULL;
	*bytes = h.vocab_bytes;
	return (const char *)model + sizeof(h);
}

struct embed *embed_open(const void *model, size_t len, bool whole, struct sbuf *err)
{
	struct embed *e = xcalloc(1, sizeof(*e));
	struct embed_header h;
	size_t n = EMBED_MAX_TOKENS * EMBED_DIM;

	if (check_file(model, len, whole, &h, &e->w, err) < 0 || !(e->pieces = wordpiece_new(e->w.vocab, h.vocab_bytes, err))) {
		free(e);
		return NULL;
	}
	if (wordpiece_size(e->pieces) != h.vocab_size) {
		error(err, "The embedding model's vocabulary does not fit its weights.");
		embed_free(e);
		return NULL;
	}
	e->x = xmalloc(n * sizeof(float));
	e->q = xmalloc(n * sizeof(float));
	e->k = xmalloc(n * sizeof(float));
	e->v = xmalloc(n * sizeof(float));
	e->mix = xmalloc(n * sizeof(float));
	e->wide = xmalloc((size_t)EMBED_MAX_TOKENS * EMBED_FFN * sizeof(float));
	e->quant = xmalloc((size_t)EMBED_MAX_TOKENS * EMBED_FFN * sizeof(int16_t));
	return e;
}

void embed_free(struct embed *e)
{
	if (!e)
		return;
	wordpiece_free(e->pieces);
	free(e->x);
	free(e->q);
	free(e->k);
	free(e->v);
	free(e->mix);
	free(e->wide);
	free(e->quant);
	free(e);
}

static void norm_rows(const struct embed_norm *n, float *x, size_t tokens)
{
	for (size_t t = 0; t < tokens; t++, x += EMBED_DIM) {
		float mean = 0, var = 0, inv;

		for (int i = 0; i < EMBED_DIM; i++)
			mean += x[i];
		mean /= EMBED_DIM;
		for (int i = 0; i < EMBED_DIM; i++)
			var += (x[i] - mean) * (x[i] - mean);
		inv = 1.0f / sqrtf(var / EMBED_DIM + 1e-12f);
		for (int i = 0; i < EMBED_DIM; i++)
			x[i] = (x[i] - mean) * inv * n->weight[i] + n->bias[i];
	}
}

/* Each token's row to 14-bit integers with a scale of its own. */
static void quantize_rows(struct embed *e, const float *x, size_t tokens, int width)
{
	for (size_t t = 0; t < tokens; t++) {
		const float *row = x + t * (size_t)width;
		int16_t *q = e->quant + t * (size_t)width;
		float most = 0, inv;

		for (int i = 0; i < width; i++)
			most = fmaxf(most, fabsf(row[i]));
		inv = most > 0 ? ACT_MAX / most : 0;
		e->quant_scale[t] = most / ACT_MAX;
		for (int i = 0; i < width; i++)
			q[i] = (int16_t)lrintf(row[i] * inv);
	}
}

/* y[t][out] = W x[t] + b, of what quantize_rows left in e->quant. */
static void linear(struct embed *e, const struct embed_linear *l, size_t tokens, float *y)
{
	for (size_t t = 0; t < tokens; t += 4) {
		int n = (int)MIN(tokens - t, (size_t)4);
		const int16_t *x = e->quant + t * (size_t)l->in;

		for (int r = 0; r < l->out; r++) {
			int32_t acc[4];

			e->dot(l->w + (size_t)r * (size_t)l->in, x, (size_t)l->in, l->in, n, acc);
			for (int i = 0; i < n; i++)
				y[(t + (size_t)i) * (size_t)l->out + (size_t)r] =
					(float)acc[i] * l->scale[r] * e->quant_scale[t + (size_t)i] + l->bias[r];
		}
	}
}

static void softmax(float *s, size_t n)
{
	float most = s[0], sum = 0;

	for (size_t i = 1; i < n; i++)
		most = fmaxf(most, s[i]);
	for (size_t i = 0; i < n; i++)
		sum += s[i] = expf(s[i] - most);
	for (size_t i = 0; i < n; i++)
		s[i] /= sum;
}

static void attend(struct embed *e, size_t tokens)
{
	const float scale = 1.0f / sqrtf(HEAD_DIM);
	float score[EMBED_MAX_TOKENS];

	memset(e->mix, 0, tokens * EMBED_DIM * sizeof(float));
	for (int h = 0; h < EMBED_HEADS; h++) {
		for (size_t t = 0; t < tokens; t++) {
			const float *q = e->q + t * EMBED_DIM + h * HEAD_DIM;
			float *out = e->mix + t * EMBED_DIM + h * HEAD_DIM;

			for (size_t s = 0; s < tokens; s++) {
				const float *k = e->k + s * EMBED_DIM + h * HEAD_DIM;
				float dot = 0;

				for (int i = 0; i < HEAD_DIM; i++)
					dot += q[i] * k[i];
				score[s] = dot * scale;
			}
			softmax(score, tokens);
			for (size_t s = 0; s < tokens; s++)
				for (int i = 0; i < HEAD_DIM; i++)
					out[i] += score[s] * e->v[s * EMBED_DIM + (size_t)(h * HEAD_DIM + i)];
		}
	}
}

static void add_rows(float *x, const float *y, size_t n)
{
	for (size_t i = 0; i < n; i++)
		x[i] += y[i];
}

static void layer(struct embed *e, const struct embed_layer *l, size_t tokens)
{
	quantize_rows(e, e->x, tokens, EMBED_DIM);
	linear(e, &l->q, tokens, e->q);
	linear(e, &l->k, tokens, e->k);
	linear(e, &l->v, tokens, e->v);
	attend(e, tokens);
	quantize_rows(e, e->mix, tokens, EMBED_DIM);
	linear(e, &l->o, tokens, e->q);
	add_rows(e->x, e->q, tokens * EMBED_DIM);
	norm_rows(&l->norm1, e->x, tokens);
	quantize_rows(e, e->x, tokens, EMBED_DIM);
	linear(e, &l->up, tokens, e->wide);
	for (size_t i = 0; i < tokens * EMBED_FFN; i++)
		e->wide[i] = 0.5f * e->wide[i] * (1.0f + erff(e->wide[i] * 0.70710678f)); /* GELU */
	quantize_rows(e, e->wide, tokens, EMBED_FFN);
	linear(e, &l->down, tokens, e->q);
	add_rows(e->x, e->q, tokens * EMBED_DIM);
	norm_rows(&l->norm2, e->x, tokens);
}

static void start_rows(struct embed *e, size_t tokens)
{
	for (size_t t = 0; t < tokens; t++) {
		const int8_t *word = e->w.words + (size_t)e->ids[t] * EMBED_DIM;
		const float *position = e->w.positions + t * EMBED_DIM;
		float scale = e->w.words_scale[e->ids[t]], *x = e->x + t * EMBED_DIM;

		for (int i = 0; i < EMBED_DIM; i++)
			x[i] = (float)word[i] * scale + position[i] + e->w.type[i];
	}
	norm_rows(&e->w.norm, e->x, tokens);
}

static void pool(const struct embed *e, size_t tokens, float *out)
{
	float sum = 0;

	memset(out, 0, EMBED_DIM * sizeof(float));
	for (size_t t = 0; t < tokens; t++)
		for (int i = 0; i < EMBED_DIM; i++)
			out[i] += e->x[t * EMBED_DIM + (size_t)i];
	for (int i = 0; i < EMBED_DIM; i++)
		sum += out[i] * out[i];
	sum = sum > 0 ? 1.0f / sqrtf(sum) : 0;
	for (int i = 0; i < EMBED_DIM; i++)
		out[i] *= sum;
}

void embed_text(struct embed *e, const char *text, size_t len, float *out)
{
	size_t tokens = wordpiece_encode(e->pieces, text, len, e->ids, EMBED_MAX_TOKENS);

	e->dot = embed_dot_best();
	start_rows(e, tokens);
	for (int i = 0; i < EMBED_LAYERS; i++)
		layer(e, &e->w.layers[i], tokens);
	pool(e, tokens, out);
}
