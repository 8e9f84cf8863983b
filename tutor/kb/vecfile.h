/*
 * vecfile: vectors by the key of their text (chunk_text_key) and the model. A flat file, little-endian: a header, then records of
 * one size; a torn last one (kill -9, full disk) is simply not read. Two sorts, told apart by the magic: plain records are 8 bytes
 * key and `dim` bytes int8 (the file on the learner's machine, which is appended to); packed ones 8 bytes key, one byte the
 * largest absolute number of the vector, then 6 bits a number (the file that tutor ships, sorted). Several files are looked
 * through in the order they were added.
 */
#ifndef KB_VECFILE_H
#define KB_VECFILE_H

#include "base/sbuf.h"

#define VECFILE_MAGIC "TUTORVC1"
#define VECFILE_PACKED "TUTORVP1"
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
/* The bytes are borrowed (packed ones are copied). Another model, another dimension, no such file: -1 and a sentence. */
int vecset_add(struct vecset *s, const void *bytes, size_t len, struct sbuf *err);
const int8_t *vecset_get(const struct vecset *s, int64_t key); /* NULL: none */
size_t vecset_count(const struct vecset *s);
void vecfile_header(struct sbuf *out, const char *model, uint32_t dim);
void vecfile_record(struct sbuf *out, int64_t key, const int8_t *v, uint32_t dim);
/*
 * Packed: a vector comes back as near as 63 steps from its lowest to its highest number allow (cosine to what it was 0.9995 in the
 * mean over all of ours, 0.9987 at the least); what was packed once is packed again without loss.
 */
void vecfile_packed_header(struct sbuf *out, const char *model, uint32_t dim);
void vecfile_packed_record(struct sbuf *out, int64_t key, const int8_t *v, uint32_t dim);

#endif
