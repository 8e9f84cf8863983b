#include "kb/vecfile.h"

struct slot {
	int64_t key; /* 0: free */
	const int8_t *v;
};

struct vecset {
	char model[VECFILE_MODEL];
	uint32_t dim;
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

int vecset_add(struct vecset *s, const void *bytes, size_t len, struct sbuf *err)
{
	struct vecfile_header h;
	size_t record = 8 + (size_t)s->dim, n;
	const char *p = bytes;

	if (len < sizeof(h))
		return error(err, "The file of vectors is cut off; `tutor kb build` makes it again.");
	memcpy(&h, p, sizeof(h));
	if (memcmp(h.magic, VECFILE_MAGIC, 8) != 0)
		return error(err, "This is no file of vectors.");
	if (h.dim != s->dim || memcmp(h.model, s->model, VECFILE_MODEL) != 0)
		return error(err, "The vectors are of another model (%.*s, %u numbers each; expected are %s, %u).", VECFILE_MODEL - 1,
			     h.model, h.dim, s->model, s->dim);
	p += sizeof(h);
	n = (len - sizeof(h)) / record;
	make_room(s, n);
	for (size_t i = 0; i < n; i++, p += record) {
		int64_t key;
		struct slot *slot;

		memcpy(&key, p, 8);
		if (key <= 0)
			continue;
		slot = find(s->slots, s->size, key);
		s->n += !slot->key;
		if (!slot->key)
			*slot = (struct slot){ key, (const int8_t *)p + 8 };
	}
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

void vecfile_header(struct sbuf *out, const char *model, uint32_t dim)
{
	struct vecfile_header h = { .dim = dim };

	memcpy(h.magic, VECFILE_MAGIC, 8);
	name_model(h.model, model);
	sbuf_add(out, &h, sizeof(h));
}

void vecfile_record(struct sbuf *out, int64_t key, const int8_t *v, uint32_t dim)
{
	sbuf_add(out, &key, 8);
	sbuf_add(out, v, dim);
}
