/* map: string keys (copied) to pointers (borrowed). Open addressing, grows by itself. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/base.h"

struct map_slot {
	char *key;
	void *value;
};

struct map {
	struct map_slot *slots;
	size_t n;    /* keys in use */
	size_t size; /* slots; a power of two, or 0 */
};

#define MAP_INIT { NULL, 0, 0 }

void map_release(struct map *m);
/* Sets key to value; returns the value that was there before, or NULL. */
void *map_put(struct map *m, const char *key, void *value);
void *map_get(const struct map *m, const char *key); /* NULL when absent */
bool map_has(const struct map *m, const char *key);
/* Iterates in no particular order: start with *pos = 0; false at the end. */
bool map_next(const struct map *m, size_t *pos, const char **key, void **value);

#endif
