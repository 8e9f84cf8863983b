/* The one hot loop of the encoder: int8 weights times 14-bit activations, exact in 32 bits, for up to four tokens at a time. */
#include <math.h>

#include "kb/embed_int.h"

static int limit = 2;

static void dot_portable(const int8_t *w, const int16_t *x, size_t stride, int len, int n, int32_t *acc)
{
	for (int t = 0; t < n; t++) {
		const int16_t *p = x + (size_t)t * stride;
		int32_t sum = 0;

		for (int i = 0; i < len; i++)
			sum += (int32_t)w[i] * p[i];
		acc[t] = sum;
	}
}

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx2"))) static int32_t sum256(__m256i v)
{
	__m128i s = _mm_add_epi32(_mm256_castsi256_si128(v), _mm256_extracti128_si256(v, 1));

	s = _mm_add_epi32(s, _mm_shuffle_epi32(s, 0x4e));
	s = _mm_add_epi32(s, _mm_shuffle_epi32(s, 0xb1));
	return _mm_cvtsi128_si32(s);
}

__attribute__((target("avx2"))) static void dot_avx2(const int8_t *w, const int16_t *x, size_t stride, int len, int n,
						     int32_t *acc)
{
	__m256i sum[4] = { _mm256_setzero_si256(), _mm256_setzero_si256(), _mm256_setzero_si256(), _mm256_setzero_si256() };

	for (int i = 0; i < len; i += 16) {
		__m256i weights = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(const void *)(w + i)));

		for (int t = 0; t < n; t++) {
			const void *p = x + (size_t)t * stride + i;

			sum[t] = _mm256_add_epi32(sum[t], _mm256_madd_epi16(weights, _mm256_loadu_si256(p)));
		}
	}
	for (int t = 0; t < n; t++)
		acc[t] = sum256(sum[t]);
}

__attribute__((target("avx512bw,avx512f"))) static void dot_avx512(const int8_t *w, const int16_t *x, size_t stride, int len,
								   int n, int32_t *acc)
{
	__m512i sum[4] = { _mm512_setzero_si512(), _mm512_setzero_si512(), _mm512_setzero_si512(), _mm512_setzero_si512() };

	for (int i = 0; i < len; i += 32) {
		__m512i weights = _mm512_cvtepi8_epi16(_mm256_loadu_si256((const __m256i *)(const void *)(w + i)));

		for (int t = 0; t < n; t++) {
			const void *p = x + (size_t)t * stride + i;

			sum[t] = _mm512_add_epi32(sum[t], _mm512_madd_epi16(weights, _mm512_loadu_si512(p)));
		}
	}
	for (int t = 0; t < n; t++)
		acc[t] = _mm512_reduce_add_epi32(sum[t]);
}

/* 32 at a time: |a| times b with a's sign; pairs stay under 2 * 127 * 128, so that 16 bits hold them. */
__attribute__((target("avx2"))) static int32_t dot8_avx2(const int8_t *a, const int8_t *b, uint32_t n)
{
	__m256i sum = _mm256_setzero_si256(), ones = _mm256_set1_epi16(1);
	int32_t rest = 0;
	uint32_t i = 0;

	for (; i + 32 <= n; i += 32) {
		__m256i x = _mm256_loadu_si256((const __m256i *)(const void *)(a + i));
		__m256i y = _mm256_loadu_si256((const __m256i *)(const void *)(b + i));
		__m256i pairs = _mm256_maddubs_epi16(_mm256_abs_epi8(x), _mm256_sign_epi8(y, x));

		sum = _mm256_add_epi32(sum, _mm256_madd_epi16(pairs, ones));
	}
	for (; i < n; i++)
		rest += (int32_t)a[i] * b[i];
	return rest + sum256(sum);
}
#endif

static int32_t dot8_portable(const int8_t *a, const int8_t *b, uint32_t n)
{
	int32_t sum = 0;

	for (uint32_t i = 0; i < n; i++)
		sum += (int32_t)a[i] * b[i];
	return sum;
}

static int level(void)
{
#if defined(__x86_64__)
	if (limit >= 2 && __builtin_cpu_supports("avx512bw"))
		return 2;
	if (limit >= 1 && __builtin_cpu_supports("avx2"))
		return 1;
#endif
	return 0;
}

void embed_limit_kernel(int l)
{
	limit = l;
}

const char *embed_kernel(void)
{
	static const char *const names[] = { "portable", "avx2", "avx512" };

	return names[level()];
}

embed_dot_fn *embed_dot_best(void)
{
#if defined(__x86_64__)
	static embed_dot_fn *const fns[] = { dot_portable, dot_avx2, dot_avx512 };

	return fns[level()];
#else
	return dot_portable;
#endif
}

void embed_quantize(const float *v, uint32_t dim, int8_t *out)
{
	float square = 0, scale;

	for (uint32_t i = 0; i < dim; i++)
		square += v[i] * v[i];
	scale = square > 0 ? EMBED_SCALE / sqrtf(square) : 0;
	for (uint32_t i = 0; i < dim; i++) {
		float x = v[i] * scale;

		out[i] = (int8_t)(x > 127 ? 127 : x < -127 ? -127 : x < 0 ? x - 0.5f : x + 0.5f);
	}
}

float embed_dot8(const int8_t *a, const int8_t *b, uint32_t dim)
{
#if defined(__x86_64__)
	if (level() >= 1)
		return (float)dot8_avx2(a, b, dim) / (EMBED_SCALE * EMBED_SCALE);
#endif
	return (float)dot8_portable(a, b, dim) / (EMBED_SCALE * EMBED_SCALE);
}
