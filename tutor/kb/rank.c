#include "kb/rank.h"

#include <ctype.h>
#include <math.h>
#include <strings.h>

static bool better(const struct rank_hit *a, const struct rank_hit *b)
{
	return a->score > b->score || (a->score == b->score && a->chunk < b->chunk);
}

/* out is a heap of the best so far with the worst on top. */
static void sift_down(struct rank_hit *h, size_t n, size_t i)
{
	for (;;) {
		size_t worst = i, l = 2 * i + 1;

		if (l < n && better(&h[worst], &h[l]))
			worst = l;
		if (l + 1 < n && better(&h[worst], &h[l + 1]))
			worst = l + 1;
		if (worst == i)
			return;
		struct rank_hit t = h[i];
		h[i] = h[worst];
		h[worst] = t;
		i = worst;
	}
}

static void sift_up(struct rank_hit *h, size_t i)
{
	while (i && better(&h[(i - 1) / 2], &h[i])) {
		struct rank_hit t = h[i];

		h[i] = h[(i - 1) / 2];
		h[(i - 1) / 2] = t;
		i = (i - 1) / 2;
	}
}

static int by_score(const void *a, const void *b)
{
	return better(a, b) ? -1 : better(b, a);
}

size_t rank_top(const float *scores, size_t n, size_t k, struct rank_hit *out)
{
	size_t got = 0;

	for (size_t i = 0; i < n && k; i++) {
		struct rank_hit h = { (uint32_t)i, scores[i] };

		if (!(h.score > 0))
			continue;
		if (got < k) {
			out[got] = h;
			sift_up(out, got++);
		} else if (better(&h, &out[0])) {
			out[0] = h;
			sift_down(out, got, 0);
		}
	}
	qsort(out, got, sizeof(*out), by_score);
	return got;
}

struct zscale {
	float mean, dev, low;
};

static struct zscale scale_of(const struct rank_hit *top, size_t n)
{
	struct zscale z = { 0, 1, 0 };
	double sum = 0, sq = 0;

	if (!n)
		return z;
	for (size_t i = 0; i < n; i++) {
		sum += top[i].score;
		sq += (double)top[i].score * top[i].score;
	}
	z.mean = (float)(sum / (double)n);
	z.dev = (float)sqrt(fmax(sq / (double)n - (sum / (double)n) * (sum / (double)n), 1e-9));
	z.low = (top[n - 1].score - z.mean) / z.dev;
	return z;
}

static float z_of(const struct zscale *z, float score)
{
	float v = (score - z->mean) / z->dev;

	return v > z->low ? v : z->low;
}

struct joiner {
	const struct rank_spec *spec;
	struct zscale scale[RANK_LEGS];
};

static float joined(const struct joiner *j, uint32_t chunk)
{
	const struct rank_spec *s = j->spec;
	float sum = s->bias[s->kind[chunk]];

	for (size_t i = 0; i < s->n_legs; i++)
		sum += s->legs[i].weight * z_of(&j->scale[i], s->legs[i].scores[chunk]);
	for (size_t i = 0; i < s->n_bonus; i++)
		if (s->bonus[i].chunk == chunk)
			sum += s->bonus[i].score;
	return sum;
}

static bool has_page(const struct rank_hit *out, size_t n, const uint32_t *page, uint32_t chunk)
{
	for (size_t i = 0; i < n; i++)
		if (page[out[i].chunk] == page[chunk])
			return true;
	return false;
}

size_t rank_join(const struct rank_spec *s, struct rank_hit *out, size_t max)
{
	struct rank_hit all[RANK_LEGS * RANK_POOL + RANK_BONUS_MAX], top[RANK_POOL];
	struct joiner j = { .spec = s };
	size_t count = 0, got = 0;

	for (size_t i = 0; i < s->n_legs; i++) {
		size_t k = rank_top(s->legs[i].scores, s->n, RANK_POOL, top);

		j.scale[i] = scale_of(top, k);
		memcpy(all + count, top, k * sizeof(*top));
		count += k;
	}
	for (size_t i = 0; i < s->n_bonus && i < RANK_BONUS_MAX; i++)
		all[count++] = s->bonus[i];
	for (size_t i = 0; i < count; i++)
		all[i].score = joined(&j, all[i].chunk);
	qsort(all, count, sizeof(*all), by_score);
	for (size_t i = 0; i < count && got < max; i++)
		if (!has_page(out, got, s->page, all[i].chunk))
			out[got++] = all[i];
	return got;
}

/* Is there a whole word at p, whatever its case? */
static bool word_at(const char *text, const char *p, const char *word)
{
	size_t len = strlen(word);

	return !strncasecmp(p, word, len) && (p == text || !isalnum((unsigned char)p[-1])) && !isalnum((unsigned char)p[len]) && p[len] != '_' &&
	       p[len] != '-' && p[len] != '.';
}

void rank_embed_text(const char *text, struct sbuf *out)
{
	size_t start = out->len;

	for (const char *p = text; *p;) {
		if (word_at(text, p, "in rust"))
			p += 7;
		else if (word_at(text, p, "rust"))
			p += 4;
		else
			sbuf_addch(out, *p++);
	}
	for (size_t i = start; i < out->len; i++)
		if (isalnum((unsigned char)out->buf[i]))
			return;
	sbuf_setlen(out, start);
	sbuf_addstr(out, text);
}

bool rank_find_code(const char *text, char code[6])
{
	for (const char *p = text; *p; p++) {
		int n = 0;

		if ((*p != 'E' && *p != 'e') || (p > text && isalnum((unsigned char)p[-1])))
			continue;
		while (n < 5 && isdigit((unsigned char)p[1 + n]))
			n++;
		if (n != 4)
			continue;
		code[0] = 'E';
		memcpy(code + 1, p + 1, 4);
		code[5] = 0;
		return true;
	}
	return false;
}

bool rank_is_compiler_text(const char *text)
{
	static const char *const signs[] = {
		"error[E", "error: ", "warning: ", " --> ", "-->", "= note:", "= help:", "panicked at", "could not compile", "^^^",
		"borrow of moved value", "use of moved value", "mismatched types", "cannot borrow `", "cannot move out of",
		"does not live long enough", "the trait bound", "is not satisfied", "in this scope", "expected `", "expected type",
		"type annotations needed", "lifetime may not live", "missing lifetime specifier", "unresolved import",
		"is private", "cannot be sent between threads", "no method named", "no field `", "cannot assign twice",
		"cannot be shared between threads", "does not implement `", "doesn't implement `", "cannot find ", "not all trait items",
		"non-exhaustive patterns", "cannot be indexed by", "arguments were supplied", "argument was supplied",
		"recursive type `", "unused variable", "temporary value dropped", "conflicting implementations of",
	};

	for (size_t i = 0; i < ARRAY_SIZE(signs); i++)
		if (strstr(text, signs[i]))
			return true;
	return false;
}

/* Gives a name cleaned: without "std::", generic arguments, call and macro marks. */
static void give(const char *p, size_t len, bool whole, void (*each)(void *ctx, const char *name, bool whole), void *ctx)
{
	char name[96];
	const char *lt;

	while (len && strchr("`'\".,;:?", p[len - 1]) && !(len == 1))
		len--;
	if (len > 2 && !memcmp(p + len - 2, "()", 2))
		len -= 2;
	if (len > 1 && p[len - 1] == '!')
		len--;
	if (len > 5 && !memcmp(p, "std::", 5) && memchr(p + 5, ':', len - 5)) {
		p += 5;
		len -= 5;
	}
	lt = len > 1 ? memchr(p + 1, '<', len - 1) : NULL;
	if (lt && p[0] != '&')
		len = (size_t)(lt - p);
	if (!len || len >= sizeof(name))
		return;
	memcpy(name, p, len);
	name[len] = 0;
	each(ctx, name, whole);
}

void rank_names(const char *text, void (*each)(void *ctx, const char *name, bool whole), void *ctx)
{
	const char *p = text, *end = text + strlen(text);

	while (p < end && isspace((unsigned char)*p))
		p++;
	while (end > p && isspace((unsigned char)end[-1]))
		end--;
	if (p < end && end - p < 60)
		give(p, (size_t)(end - p), true, each, ctx);
	while (p < end) {
		const char *s = p, *tick = *p == '`' ? memchr(p + 1, '`', (size_t)(end - p - 1)) : NULL;

		if (tick) {
			give(p + 1, (size_t)(tick - p - 1), false, each, ctx);
			p = tick + 1;
			continue;
		}
		while (p < end && !isspace((unsigned char)*p) && *p != '`')
			p++;
		if (p - s > 3 && memmem(s, (size_t)(p - s), "::", 2))
			give(s, (size_t)(p - s), false, each, ctx);
		while (p < end && isspace((unsigned char)*p))
			p++;
		if (p == s)
			p++;
	}
}
