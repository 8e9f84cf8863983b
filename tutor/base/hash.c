#include "base/hash.h"

#include <errno.h>
#include <sodium.h>

uint64_t hash_fnv64(const void *p, size_t len)
{
	const unsigned char *s = p;
	uint64_t h = 14695981039346656037u;

	for (size_t i = 0; i < len; i++)
		h = (h ^ s[i]) * 1099511628211u;
	return h;
}

static void to_hex(const unsigned char *digest, char *out)
{
	sodium_bin2hex(out, HASH_SHA256_HEX, digest, crypto_hash_sha256_BYTES);
}

void hash_sha256(const void *p, size_t len, char *out)
{
	unsigned char digest[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(digest, p, len);
	to_hex(digest, out);
}

int hash_sha256_file(const char *path, char *out, struct sbuf *err)
{
	crypto_hash_sha256_state state;
	unsigned char digest[crypto_hash_sha256_BYTES], piece[65536];
	FILE *f = fopen(path, "rbe");
	size_t n;
	int rc = 0;

	if (!f)
		return error(err, "Cannot open %s: %s.", path, strerror(errno));
	crypto_hash_sha256_init(&state);
	while ((n = fread(piece, 1, sizeof(piece), f)) > 0)
		crypto_hash_sha256_update(&state, piece, n);
	if (ferror(f))
		rc = error(err, "Cannot read %s: %s.", path, strerror(errno));
	fclose(f);
	crypto_hash_sha256_final(&state, digest);
	to_hex(digest, out);
	return rc;
}

struct hash_stream {
	crypto_hash_sha256_state state;
};

struct hash_stream *hash_stream_new(void)
{
	struct hash_stream *h = xmalloc(sizeof(*h));

	crypto_hash_sha256_init(&h->state);
	return h;
}

void hash_stream_add(struct hash_stream *h, const void *p, size_t len)
{
	crypto_hash_sha256_update(&h->state, p, len);
}

void hash_stream_end(struct hash_stream *h, char *out)
{
	unsigned char digest[crypto_hash_sha256_BYTES];

	if (h && out) {
		crypto_hash_sha256_final(&h->state, digest);
		to_hex(digest, out);
	}
	free(h);
}
