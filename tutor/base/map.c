#include "base/map.h"

#include "base/hash.h"

void map_release(struct map *m)
{
	for (size_t i = 0; i < m->size; i++)
		free(m->slots[i].key);
	free(m->slots);
	memset(m, 0, sizeof(*m));
}

static struct map_slot *find(const struct map *m, const char *key)
{
	size_t i = hash_fnv64(key, strlen(key)) & (m->size - 1);

	while (m->slots[i].key && !streq(m->slots[i].key, key))
		i = (i + 1) & (m->size - 1);
	return &m->slots[i];
}

static void grow(struct map *m)
{
	struct map old = *m;

	m->size = old.size ? old.size * 2 : 16;
	m->slots = xcalloc(m->size, sizeof(*m->slots));
	for (size_t i = 0; i < old.size; i++)
		if (old.slots[i].key)
			*find(m, old.slots[i].key) = old.slots[i];
	free(old.slots);
}

void *map_put(struct map *m, const char *key, void *value)
{
	struct map_slot *s;
	void *before;

	if (m->n * 2 >= m->size)
		grow(m);
	s = find(m, key);
	if (!s->key) {
		s->key = xstrdup(key);
		m->n++;
	}
	before = s->value;
	s->value = value;
	return before;
}

void *map_get(const struct map *m, const char *key)
{
	return m->size ? find(m, key)->value : NULL;
}

bool map_has(const struct map *m, const char *key)
{
	return m->size && find(m, key)->key;
}

bool map_next(const struct map *m, size_t *pos, const char **key, void **value)
{
	for (; *pos < m->size; ++*pos) {
		if (!m->slots[*pos].key)
			continue;
		*key = m->slots[*pos].key;
		*value = m->slots[*pos].value;
		++*pos;
		return true;
	}
	return false;
}
