/* Published weights (safetensors: a length, a JSON head, raw tensors) to the flat int8 file. */
#include <math.h>

#include "base/json.h"
#include "kb/embed_int.h"

#define MAX_HEAD (1u << 20)

struct tensors {
	struct json *head;
	const char *data;
	size_t len;
};

static int open_tensors(const void *p, size_t len, struct tensors *t, struct sbuf *err)
{
	uint64_t n;

	if (len < 8)
		return error(err, "The weights' file is cut off.");
	memcpy(&n, p, 8);
	if (n > MAX_HEAD || n > len - 8)
		return error(err, "The weights' file is not in the safetensors format.");
	t->head = json_parse((const char *)p + 8, (size_t)n, err);
	t->data = (const char *)p + 8 + n;
	t->len = len - 8 - (size_t)n;
	return t->head ? 0 : -1;
}

/* A float32 tensor of rows * columns (columns 0: a vector of rows). */
static const float *tensor(const struct tensors *t, const char *name, size_t rows, size_t columns, struct sbuf *err)
{
	const struct json *j = json_get(t->head, name), *shape = json_get(j, "shape"), *at = json_get(j, "data_offsets");
	size_t want = rows * (columns ? columns : 1) * sizeof(float);
	double from = json_num(json_at(at, 0), -1), to = json_num(json_at(at, 1), -1);

	if (!j || !streq(json_get_str(j, "dtype", ""), "F32") || json_len(shape) != (columns ? 2u : 1u) ||
	    (size_t)json_num(json_at(shape, 0), 0) != rows || (columns && (size_t)json_num(json_at(shape, 1), 0) != columns) ||
	    from < 0 || to > (double)t->len || to - from != (double)want) {
		error(err, "The weights lack the tensor %s as it should be.", name);
		return NULL;
	}
	return (const float *)(const void *)(t->data + (size_t)from);
}

/* safetensors do not promise alignment. */
static float get(const float *p, size_t i)
{
	float f;

	memcpy(&f, (const char *)p + i * sizeof(f), sizeof(f));
	return f;
}

static void put_floats(const float *from, size_t n, const float *to)
{
	memcpy((void *)(uintptr_t)to, from, n * sizeof(float));
}

static void put_rows(const float *from, size_t rows, size_t columns, const int8_t *to, const float *scales)
{
	int8_t *q = (int8_t *)(uintptr_t)to;
	float *s = (float *)(uintptr_t)scales;

	for (size_t r = 0; r < rows; r++) {
		float most = 0;

		for (size_t i = 0; i < columns; i++)
			most = fmaxf(most, fabsf(get(from, r * columns + i)));
		s[r] = most / 127.0f;
		for (size_t i = 0; i < columns; i++)
			q[r * columns + i] = (int8_t)(most > 0 ? lrintf(get(from, r * columns + i) / s[r]) : 0);
	}
}

static int put_linear(const struct tensors *t, const char *name, const struct embed_linear *l, struct sbuf *err)
{
	char *weight = xstrfmt("%s.weight", name), *bias = xstrfmt("%s.bias", name);
	const float *w = tensor(t, weight, (size_t)l->out, (size_t)l->in, err);
	const float *b = w ? tensor(t, bias, (size_t)l->out, 0, err) : NULL;

	if (b) {
		put_rows(w, (size_t)l->out, (size_t)l->in, l->w, l->scale);
		put_floats(b, (size_t)l->out, l->bias);
	}
	free(weight);
	free(bias);
	return b ? 0 : -1;
}

static int put_norm(const struct tensors *t, const char *name, const struct embed_norm *n, struct sbuf *err)
{
	char *weight = xstrfmt("%s.weight", name), *bias = xstrfmt("%s.bias", name);
	const float *w = tensor(t, weight, EMBED_DIM, 0, err);
	const float *b = w ? tensor(t, bias, EMBED_DIM, 0, err) : NULL;

	if (b) {
		put_floats(w, EMBED_DIM, n->weight);
		put_floats(b, EMBED_DIM, n->bias);
	}
	free(weight);
	free(bias);
	return b ? 0 : -1;
}

static int put_layer(const struct tensors *t, int i, const struct embed_layer *l, struct sbuf *err)
{
	const struct {
		const char *name;
		const struct embed_linear *to;
	} parts[] = {
		{ "attention.self.query", &l->q }, { "attention.self.key", &l->k }, { "attention.self.value", &l->v },
		{ "attention.output.dense", &l->o }, { "intermediate.dense", &l->up }, { "output.dense", &l->down },
	};
	char *name;
	int rc = 0;

	for (size_t k = 0; k < ARRAY_SIZE(parts) && !rc; k++) {
		name = xstrfmt("encoder.layer.%d.%s", i, parts[k].name);
		rc = put_linear(t, name, parts[k].to, err);
		free(name);
	}
	for (int k = 0; k < 2 && !rc; k++) {
		name = xstrfmt("encoder.layer.%d.%s", i, k ? "output.LayerNorm" : "attention.output.LayerNorm");
		rc = put_norm(t, name, k ? &l->norm2 : &l->norm1, err);
		free(name);
	}
	return rc;
}

static int put_embeddings(const struct tensors *t, const struct embed_header *h, const struct embed_weights *w, struct sbuf *err)
{
	const float *words = tensor(t, "embeddings.word_embeddings.weight", h->vocab_size, EMBED_DIM, err);
	const float *positions = words ? tensor(t, "embeddings.position_embeddings.weight", EMBED_POSITIONS, EMBED_DIM, err) : NULL;
	const float *types = positions ? tensor(t, "embeddings.token_type_embeddings.weight", 2, EMBED_DIM, err) : NULL;

	if (!types)
		return -1;
	put_rows(words, h->vocab_size, EMBED_DIM, w->words, w->words_scale);
	put_floats(positions, EMBED_POSITIONS * EMBED_DIM, w->positions);
	put_floats(types, EMBED_DIM, w->type);
	return put_norm(t, "embeddings.LayerNorm", &w->norm, err);
}

static uint32_t count_lines(const char *s, size_t len)
{
	uint32_t n = len && s[len - 1] != '\n';

	for (size_t i = 0; i < len; i++)
		n += s[i] == '\n';
	return n;
}

int embed_convert(const void *safetensors, size_t len, const char *vocab, size_t vocab_len, struct sbuf *out, struct sbuf *err)
{
	struct embed_header h = { .vocab_bytes = (uint32_t)vocab_len, .vocab_size = count_lines(vocab, vocab_len) };
	struct tensors t = { 0 };
	struct embed_weights w;
	char *body;
	int rc;

	if (vocab_len > 1u << 26 || open_tensors(safetensors, len, &t, err) < 0)
		return t.head ? error(err, "The vocabulary is too large.") : -1;
	memcpy(h.magic, EMBED_MAGIC, 8);
	h.body_bytes = embed_layout(&h, NULL, &w);
	body = xcalloc(1, h.body_bytes);
	embed_layout(&h, body, &w);
	memcpy(body, vocab, vocab_len);
	rc = put_embeddings(&t, &h, &w, err);
	for (int i = 0; i < EMBED_LAYERS && !rc; i++)
		rc = put_layer(&t, i, &w.layers[i], err);
	if (!rc) {
		h.checksum = embed_checksum(body, h.body_bytes);
		sbuf_add(out, &h, sizeof(h));
		sbuf_add(out, body, h.body_bytes);
	}
	free(body);
	json_free(t.head);
	return rc;
}
