/* WordPiece and the flat file's checks; with the model at hand (TUTOR_EMBED_MODEL) also the whole encoder. */
#include "test.h"

#include "base/file.h"
#include "kb/embed.h"
#include "kb/wordpiece.h"

#define GOLDEN "tests/golden/embed/"

static const char vocab[] = "[PAD]\n[UNK]\n[CLS]\n[SEP]\nhello\nworld\nun\n##believ\n##able\n!\n,\ncafe\n所\n##s\n";

static void encode(const char *text, const char *want)
{
	struct wordpiece *w = wordpiece_new(vocab, strlen(vocab), NULL);
	struct sbuf got = SBUF_INIT;
	uint32_t ids[32];
	size_t n = wordpiece_encode(w, text, strlen(text), ids, 32);

	for (size_t i = 0; i < n; i++)
		sbuf_addf(&got, "%s%u", i ? " " : "", ids[i]);
	CHECK_STR(got.buf, want);
	sbuf_release(&got);
	wordpiece_free(w);
}

TEST(words_and_pieces)
{
	encode("Hello, world!", "2 4 10 5 9 3");
	encode("unbelievable", "2 6 7 8 3");
	encode("unbelievably", "2 1 3");
	encode("Café CAFÉS", "2 11 11 13 3");
	encode("所所", "2 12 12 3");
	encode("", "2 3");
	encode(" \t\n", "2 3");
	encode("hel\xff\xfelo", "2 4 3");
}

TEST(cut_at_the_maximum)
{
	struct wordpiece *w = wordpiece_new(vocab, strlen(vocab), NULL);
	uint32_t ids[4];

	CHECK_INT(wordpiece_encode(w, "hello hello hello hello hello", 29, ids, 4), 4);
	CHECK_INT(ids[3], 3);
	wordpiece_free(w);
}

TEST(vocabulary_without_special_words)
{
	struct sbuf err = SBUF_INIT;

	CHECK(!wordpiece_new("a\nb\n", 4, &err));
	CHECK(err.len > 0);
	sbuf_release(&err);
}

TEST(damaged_files_are_refused)
{
	struct sbuf err = SBUF_INIT, out = SBUF_INIT;
	char *block = aligned_alloc(64, 4096);

	memset(block, 0, 4096);
	CHECK(!embed_open(block, 4096, false, &err));
	CHECK(err.len > 0);
	sbuf_reset(&err);
	memcpy(block, "TUTOREM2", 8);
	memset(block + 8, 0xff, 24);
	CHECK(!embed_open(block, 4096, false, &err));
	sbuf_reset(&err);
	CHECK(embed_convert("\x10\0\0\0\0\0\0\0{\"a\":[1,2]}     ", 24, vocab, strlen(vocab), &out, &err) < 0);
	CHECK(err.len > 0 && !out.len);
	sbuf_reset(&err);
	CHECK(embed_convert("\xff\xff\xff\xff\xff\xff\xff\xff", 8, vocab, strlen(vocab), &out, &err) < 0);
	CHECK(err.len > 0);
	free(block);
	sbuf_release(&err);
	sbuf_release(&out);
}

TEST(quantized_vectors_keep_their_angle)
{
	float v[EMBED_DIM], w[EMBED_DIM], sum = 0, dot = 0;
	int8_t a[EMBED_DIM], b[EMBED_DIM];

	for (int i = 0; i < EMBED_DIM; i++) {
		v[i] = (float)((i * 37) % 101 - 50);
		sum += v[i] * v[i];
	}
	for (int i = 0; i < EMBED_DIM; i++)
		v[i] /= __builtin_sqrtf(sum);
	for (int i = 0; i < EMBED_DIM; i++) {
		w[i] = v[(i + 1) % EMBED_DIM];
		dot += v[i] * w[i];
	}
	embed_quantize(v, EMBED_DIM, a);
	embed_quantize(w, EMBED_DIM, b);
	CHECK(embed_dot8(a, a, EMBED_DIM) > 0.98f && embed_dot8(a, a, EMBED_DIM) < 1.02f);
	CHECK(__builtin_fabsf(embed_dot8(a, b, EMBED_DIM) - dot) < 0.02f);
}

TEST(vectors_of_any_length_have_the_same_product_on_every_processor)
{
	static const uint32_t dims[] = { 1, 4, 15, 16, 17, 384, 1000 };
	int8_t a[1000], b[1000];

	for (int i = 0; i < 1000; i++) {
		a[i] = (int8_t)(i * 89 % 255 - 127);
		b[i] = (int8_t)(i * 57 % 255 - 127);
	}
	for (size_t i = 0; i < ARRAY_SIZE(dims); i++) {
		float best = embed_dot8(a, b, dims[i]), plain;

		embed_limit_kernel(0);
		plain = embed_dot8(a, b, dims[i]);
		embed_limit_kernel(2);
		CHECK(best == plain);
	}
}

TEST(what_is_stored_is_made_of_length_one)
{
	float v[3] = { 30, 40, 0 }, none[3] = { 0, 0, 0 };
	int8_t a[3], b[3];

	embed_quantize(v, 3, a);
	embed_quantize(none, 3, b);
	CHECK_INT(a[0], 127); /* 0.6 and 0.8 are over what is stored */
	CHECK_INT(b[0], 0);
	v[0] = .2f;
	v[1] = .1f;
	v[2] = 5;
	embed_quantize(v, 3, a);
	CHECK_INT(a[0], 20);
	CHECK_INT(a[2], 127);
}

/* IEEE half precision, as the reference is kept. */
static float half(uint16_t h)
{
	int exponent = h >> 10 & 31;
	float m = (float)(h & 1023) / 1024.0f, v;

	v = exponent ? (1 + m) * __builtin_powif(2, exponent - 15) : m * __builtin_powif(2, -14);
	return h & 0x8000 ? -v : v;
}

static float cosine(const float *v, const uint16_t *ref)
{
	float dot = 0, len = 0;

	for (int i = 0; i < EMBED_DIM; i++) {
		dot += v[i] * half(ref[i]);
		len += half(ref[i]) * half(ref[i]);
	}
	return dot / __builtin_sqrtf(len);
}

static void compare(struct embed *e, const struct sbuf *texts, const struct sbuf *ref, size_t step)
{
	const char *p = texts->buf, *nl;
	float v[EMBED_DIM], least = 1;
	size_t n = 0;

	for (; (nl = strchr(p, '\n')); p = nl + 1, n++) {
		if (n % step)
			continue;
		embed_text(e, p, (size_t)(nl - p), v);
		least = MIN(least, cosine(v, (const uint16_t *)(const void *)ref->buf + n * EMBED_DIM));
	}
	CHECK_INT(n * EMBED_DIM * 2, ref->len);
	CHECK(least >= 0.995f);
	printf("note: %zu texts, %s, least cosine to the float reference %.4f\n", n, embed_kernel(), (double)least);
}

/* The reference: the published float32 weights, computed in float32, tokens by the published tokenizer. */
TEST(same_vectors_as_the_reference)
{
	const char *path = getenv("TUTOR_EMBED_MODEL");
	struct sbuf model = SBUF_INIT, texts = SBUF_INIT, ref = SBUF_INIT, err = SBUF_INIT;
	struct embed *e;
	char *aligned;

	if (!path || !*path)
		return; /* the encoder part runs where tests/run.sh names the model */
	CHECK(!file_read(path, 64u << 20, &model, &err));
	CHECK(!file_read(GOLDEN "texts.txt", 1u << 20, &texts, &err));
	CHECK(!file_read(GOLDEN "reference.f16", 1u << 20, &ref, &err));
	aligned = aligned_alloc(64, (model.len + 63) / 64 * 64);
	memcpy(aligned, model.buf, model.len);
	e = embed_open(aligned, model.len, false, &err);
	CHECK_STR(err.buf, "");
	for (int level = 0; e && level <= 2; level++) {
		embed_limit_kernel(level);
		compare(e, &texts, &ref, level ? 1 : 8);
	}
	embed_free(e);
	aligned[model.len / 2] ^= 1;
	CHECK(!embed_open(aligned, model.len, false, &err));
	e = embed_open(aligned, model.len, true, &err); /* as the caller said */
	CHECK(e);
	embed_free(e);
	CHECK(!embed_open(aligned, model.len - 1, true, &err));
	free(aligned);
	sbuf_release(&model);
	sbuf_release(&texts);
	sbuf_release(&ref);
	sbuf_release(&err);
}
