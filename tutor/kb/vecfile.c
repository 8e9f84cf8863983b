#include "kb/vecfile.h"

struct slot {
	int64_t key; /* 0: free */
	const int8_t *v;
};

#define STEPS 31 /* a packed number is -31..31, kept as 1..63 */

struct vecset {
	char model[VECFILE_MODEL];
	uint32_t dim;
	int8_t **unpacked; /* of the packed files */
	size_t n_unpacked, alloc_unpacked;
	struct slot *slots; /* open addressing; a power of two */
	size_t size, n;
};

static void name_model(char *to, const char *model)
{
	size_t len = MIN(strlen(model), VECFILE_MODEL - 1);

	memset(to, 0, VECFILE_MODEL);
	memcpy(to, model, len);
}

struct vecset *vecset_new(const char *model, uint32_t dim)
{
	struct vecset *s = xcalloc(1, sizeof(*s));

	name_model(s->model, model);
	s->dim = dim;
	return s;
}

void vecset_free(struct vecset *s)
{
	if (!s)
		return;
	for (size_t i = 0; i < s->n_unpacked; i++)
		free(s->unpacked[i]);
	free(s->unpacked);
	free(s->slots);
	free(s);
}

static struct slot *find(struct slot *slots, size_t size, int64_t key)
{
	size_t i = (size_t)((uint64_t)key * 0x9e3779b97f4a7c15u >> 20) & (size - 1);

	while (slots[i].key && slots[i].key != key)
		i = (i + 1) & (size - 1);
	return &slots[i];
}

static void make_room(struct vecset *s, size_t more)
{
	size_t size = s->size ? s->size : 1024;
	struct slot *slots;

	while (size < 2 * (s->n + more))
		size *= 2;
	if (size == s->size)
		return;
	slots = xcalloc(size, sizeof(*slots));
	for (size_t i = 0; i < s->size; i++)
		if (s->slots[i].key)
			*find(slots, size, s->slots[i].key) = s->slots[i];
	free(s->slots);
	s->slots = slots;
	s->size = size;
}

static void put(struct vecset *s, const char *record, const int8_t *v)
{
	struct slot *slot;
	int64_t key;

	memcpy(&key, record, 8);
	if (key <= 0)
		return;
	slot = find(s->slots, s->size, key);
	s->n += !slot->key;
	if (!slot->key)
		*slot = (struct slot){ key, v };
}

/* A quarter of the numbers lies in the low six bits of each of the first three quarters' bytes, the fourth in their high bits. */
static uint32_t quarter(uint32_t dim)
{
	return (dim + 3) / 4;
}

static size_t record_size(uint32_t dim, bool packed)
{
	return packed ? 9 + 3 * (size_t)quarter(dim) : 8 + (size_t)dim;
}

static int8_t widen(int code, int scale)
{
	return (int8_t)((MAX(code - STEPS - 1, -STEPS) * scale + 128) >> 8);
}

/* p: behind the key. v has room for four quarters. A code of 0 is never written; it is read as the lowest. */
static void unpack(const uint8_t *restrict p, uint32_t q, int8_t *restrict v)
{
	int scale = (MIN(p[0], 127) * 256 + STEPS / 2) / STEPS;

	p++;
	for (uint32_t i = 0; i < q; i++) {
		v[i] = widen(p[i] & 63, scale);
		v[q + i] = widen(p[q + i] & 63, scale);
		v[2 * q + i] = widen(p[2 * q + i] & 63, scale);
		v[3 * q + i] = widen(p[i] >> 6 | (p[q + i] >> 6) << 2 | (p[2 * q + i] >> 6) << 4, scale);
	}
}

static int8_t *unpack_all(struct vecset *s, const char *p, size_t n)
{
	uint32_t q = quarter(s->dim);
	int8_t *v = xcalloc(n + 1, 4 * (size_t)q);

	for (size_t i = 0; i < n; i++, p += record_size(s->dim, true))
		unpack((const uint8_t *)p + 8, q, v + i * 4 * q);
	ARRAY_GROW(s->unpacked, s->n_unpacked + 1, s->alloc_unpacked);
	s->unpacked[s->n_unpacked++] = v;
	return v;
}

int vecset_add(struct vecset *s, const void *bytes, size_t len, struct sbuf *err)
{
	struct vecfile_header h;
	const char *p = bytes;
	size_t record, n;
	bool packed;
	int8_t *v;

	if (len < sizeof(h))
		return error(err, "The file of vectors is cut off; `tutor kb build` makes it again.");
	memcpy(&h, p, sizeof(h));
	packed = !memcmp(h.magic, VECFILE_PACKED, 8);
	if (!packed && memcmp(h.magic, VECFILE_MAGIC, 8) != 0)
		return error(err, "This is no file of vectors.");
	if (h.dim != s->dim || memcmp(h.model, s->model, VECFILE_MODEL) != 0)
		return error(err, "The vectors are of another model (%.*s, %u numbers each; expected are %s, %u).", VECFILE_MODEL - 1,
			     h.model, h.dim, s->model, s->dim);
	p += sizeof(h);
	record = record_size(s->dim, packed);
	n = (len - sizeof(h)) / record;
	make_room(s, n);
	v = packed ? unpack_all(s, p, n) : NULL;
	for (size_t i = 0; i < n; i++, p += record)
		put(s, p, packed ? v + i * 4 * quarter(s->dim) : (const int8_t *)p + 8);
	return 0;
}

const int8_t *vecset_get(const struct vecset *s, int64_t key)
{
	return s->size ? find(s->slots, s->size, key)->v : NULL;
}

size_t vecset_count(const struct vecset *s)
{
	return s->n;
}

static void header(struct sbuf *out, const char *magic, const char *model, uint32_t dim)
{
	struct vecfile_header h = { .dim = dim };

	memcpy(h.magic, magic, 8);
	name_model(h.model, model);
	sbuf_add(out, &h, sizeof(h));
}

void vecfile_header(struct sbuf *out, const char *model, uint32_t dim)
{
	header(out, VECFILE_MAGIC, model, dim);
}

void vecfile_packed_header(struct sbuf *out, const char *model, uint32_t dim)
{
	header(out, VECFILE_PACKED, model, dim);
}

void vecfile_record(struct sbuf *out, int64_t key, const int8_t *v, uint32_t dim)
{
	sbuf_add(out, &key, 8);
	sbuf_add(out, v, dim);
}

static int largest(const int8_t *v, uint32_t dim)
{
	int most = 0;

	for (uint32_t i = 0; i < dim; i++)
		most = MAX(most, v[i] < 0 ? -v[i] : v[i]);
	return MIN(most, 127);
}

/* The step that is nearest to the number; past the end of the vector the middle one. */
static uint8_t code_of(const int8_t *v, uint32_t dim, uint32_t i, int most)
{
	int x = i < dim ? v[i] * STEPS : 0, half = x < 0 ? -most / 2 : most / 2;

	return (uint8_t)(STEPS + 1 + (most ? MAX(MIN((x + half) / most, STEPS), -STEPS) : 0));
}

void vecfile_packed_record(struct sbuf *out, int64_t key, const int8_t *v, uint32_t dim)
{
	int most = largest(v, dim);
	uint32_t q = quarter(dim);

	sbuf_add(out, &key, 8);
	sbuf_addch(out, (char)most);
	for (uint32_t i = 0; i < 3 * q; i++) {
		uint8_t rest = code_of(v, dim, 3 * q + i % q, most);

		sbuf_addch(out, (char)(code_of(v, dim, i, most) | (rest >> (i / q * 2) & 3) << 6));
	}
}
