/* Hashes: FNV-1a for tables, SHA-256 (libsodium) for content keys and downloads. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/sbuf.h"

#define HASH_SHA256_HEX 65 /* 64 digits and the NUL */

uint64_t hash_fnv64(const void *p, size_t len);
/* Hex digest of a buffer into out[HASH_SHA256_HEX]. */
void hash_sha256(const void *p, size_t len, char *out);
/* Hex digest of a file, read in pieces. */
int hash_sha256_file(const char *path, char *out, struct sbuf *err);
/* The same piece by piece: new, add as often as you like, end (hex into out; frees the stream). */
struct hash_stream;
struct hash_stream *hash_stream_new(void);
void hash_stream_add(struct hash_stream *h, const void *p, size_t len);
void hash_stream_end(struct hash_stream *h, char *out); /* out NULL: only free; h may be NULL */

#endif
