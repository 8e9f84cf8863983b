/* hash: a stream of pieces gives the digest of the whole. */
#include "test.h"

#include "base/hash.h"

TEST(pieces_equal_the_whole)
{
	static const char text[] = "the quick brown fox jumps over the lazy dog";
	char whole[HASH_SHA256_HEX], pieces[HASH_SHA256_HEX];

	hash_sha256(text, sizeof(text) - 1, whole);
	for (size_t step = 1; step < sizeof(text); step++) {
		struct hash_stream *h = hash_stream_new();

		for (size_t i = 0; i < sizeof(text) - 1; i += step)
			hash_stream_add(h, text + i, MIN(step, sizeof(text) - 1 - i));
		hash_stream_end(h, pieces);
		CHECK_STR(pieces, whole);
	}
}

/* FIPS 180-4: the digest of nothing. */
TEST(nothing)
{
	char out[HASH_SHA256_HEX];

	hash_stream_end(hash_stream_new(), out);
	CHECK_STR(out, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	hash_stream_end(NULL, out);
	hash_stream_end(hash_stream_new(), NULL);
}
