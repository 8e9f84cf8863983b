/*
 * kbdb: the knowledge base's file, kb.db. It is built whole under another name (kbdb_create .. kbdb_publish), then renamed,
 * and never changed again: readers open it as immutable, so there are no locks, and whoever has the old one open keeps it.
 * Vectors are not in it (kb/vecfile): their keys are, so that a rebuild loses none.
 * Tables are plain SQL. post holds BM25F impacts: the score of a query is the sum of w over its terms.
 */
#ifndef STORE_KBDB_H
#define STORE_KBDB_H

#include "base/sbuf.h"

#define KBDB_FORMAT 3 /* another one: build again */

struct kbdb;

struct kbdb_chunk { /* strings borrowed; never NULL when read, valid until the next call */
	int kind;
	const char *page, *anchor, *crumb, *prose, *code, *links, *see, *names, *asked;
};

/* Writing. Removes what is at path first. */
struct kbdb *kbdb_create(const char *path, struct sbuf *err);
int kbdb_put_chunk(struct kbdb *db, int64_t id, uint32_t page, const struct kbdb_chunk *c, struct sbuf *err);
int kbdb_put_page(struct kbdb *db, const char *path, const char *hash, const char *title, struct sbuf *err);
int kbdb_put_post(struct kbdb *db, int64_t term, const char *text, const uint32_t *chunks, const uint32_t *w, size_t n,
		  struct sbuf *err);
int kbdb_put_name(struct kbdb *db, const char *name, int64_t chunk, struct sbuf *err);
int kbdb_put_text(struct kbdb *db, int64_t key, int64_t chunk, int nth, struct sbuf *err); /* nth 0: itself; from 1: asked lines */
int kbdb_put_meta(struct kbdb *db, const char *key, const void *value, size_t len, struct sbuf *err);
/* Commits, makes it safe on the disk, renames it to `final`, closes. On error the new file is removed and the old one stays. */
int kbdb_publish(struct kbdb *db, const char *final, struct sbuf *err);

/* Reading. NULL and a sentence: missing, damaged, of another format. */
struct kbdb *kbdb_open(const char *path, struct sbuf *err);
void kbdb_close(struct kbdb *db); /* of one being written: throws it away */
/* 1 and *c, or 0 when there is no such chunk (or the file cannot be read). */
int kbdb_get(struct kbdb *db, int64_t id, struct kbdb_chunk *c);
/* scores[chunk] += weight * w for every posting; the largest weight * w, 0 when the term is unknown. scores has n elements. */
float kbdb_add_term(struct kbdb *db, const char *term, float weight, float *scores, size_t n);
size_t kbdb_find_name(struct kbdb *db, const char *name, uint32_t *ids, size_t max);
/* Text of a meta value; "" when absent. Valid until the next call. */
const char *kbdb_meta(struct kbdb *db, const char *key, size_t *len);
void kbdb_each_text(struct kbdb *db, void (*each)(void *ctx, int64_t key, uint32_t chunk, int nth), void *ctx);
/* The title of a page ("book/ch04-01-what-is-ownership.html", what follows a # does not matter), owned; NULL: not there, or none. */
char *kbdb_page_title(struct kbdb *db, const char *page);
/* Chunks of a page whose hash is still the same; false when it is not there or another. */
bool kbdb_page_chunks(struct kbdb *db, const char *page, const char *hash, void (*each)(void *ctx, const struct kbdb_chunk *c),
		      void *ctx);

#endif
