/*
 * vecfile: vectors by the key of their text (chunk_text_key) and the model. One flat file: a header, then records of 8 bytes key
 * and `dim` bytes int8. Files that tutor ships are sorted; the one on the learner's machine is appended to, so a torn last
 * record (kill -9, full disk) is simply not read. Several files are looked through in the order they were added. Little-endian.
 */
#ifndef KB_VECFILE_H
#define KB_VECFILE_H

#include "base/sbuf.h"

#define VECFILE_MAGIC "TUTORVC1"
#define VECFILE_MODEL 32 /* bytes of the model's name, padded with NUL */
#define VECFILE_DIM_MAX 4096

struct vecfile_header {
	char magic[8];
	uint32_t dim, reserved;
	char model[VECFILE_MODEL];
};

struct vecset; /* many files as one */

struct vecset *vecset_new(const char *model, uint32_t dim);
void vecset_free(struct vecset *s);
/* The bytes are borrowed. Another model, another dimension, no such file: -1 and a sentence. */
int vecset_add(struct vecset *s, const void *bytes, size_t len, struct sbuf *err);
const int8_t *vecset_get(const struct vecset *s, int64_t key); /* NULL: none */
size_t vecset_count(const struct vecset *s);
void vecfile_header(struct sbuf *out, const char *model, uint32_t dim);
void vecfile_record(struct sbuf *out, int64_t key, const int8_t *v, uint32_t dim);

#endif
