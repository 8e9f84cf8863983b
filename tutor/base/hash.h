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

#endif
