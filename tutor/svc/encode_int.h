/* encode, for its own files: the texts that have no vector yet, and the file that vectors are appended to. */
#ifndef SVC_ENCODE_INT_H
#define SVC_ENCODE_INT_H

#include "base/sbuf.h"
#include "kb/vecfile.h"
#include "store/kbdb.h"

struct wish { /* a text without a vector */
	int64_t key;
	uint32_t chunk;
	int nth, order;
};

struct wishes {
	struct kbdb *db;
	struct vecset *have;
	struct wish *v;
	size_t n, alloc;
	uint8_t *kinds;
	size_t n_kinds;
	const void *maps[2];
	size_t lens[2];
};

/* Opens the knowledge base at path; vectors of the files that are there (shipped may be NULL) are no wishes. */
int wishes_open(struct wishes *w, const char *db, const char *shipped, const char *local, const char *model, uint32_t dim, struct sbuf *err);
void wishes_release(struct wishes *w);
/* Appends the text; false: the knowledge base no longer holds it. */
bool wish_text(struct wishes *w, const struct wish *wish, struct sbuf *out);

/*
 * Opens the file to append to, one encoder at a time; a torn record at its end is cut off, another model's file begins anew.
 * The descriptor, or -1 and a sentence.
 */
int vectors_open(const char *path, const char *model, uint32_t dim, struct sbuf *err);
int vectors_append(int fd, const struct sbuf *records, struct sbuf *err);

#endif
