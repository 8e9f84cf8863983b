/* engine: which card. The cards among the first hits are weighed against each other by all that speaks for each. */
#include "base/hash.h"
#include "kb/chunk.h"
#include "kb/engine_int.h"

#define WORDING_TERMS 40 /* words of a way to ask that count */
#define PAGES_ASKED 20 /* the first pages: one that a card sees speaks for it */
#define ERROR_CARD_SHARE .6f /* of the score of an error code's page: our cards are on the same errors */
#define ERROR_CARD_AMONG 3
#define EXACT_SCORE 40 /* found by their exact name: nothing to weigh */
#define REST_BEHIND 4.0f
#define PAGE_FAR 4.0f  /* behind the best page: then it says nothing */

static const float weights[2][CARD_FEATURE_COUNT] = {
#define X(id, words, both) words,
	{ CARD_FEATURES(X) },
#undef X
#define X(id, words, both) both,
	{ CARD_FEATURES(X) },
#undef X
};
/* So that a card stands before a page about as often as it is the better answer. */
static const float shifts[2] = { -.5f, -9.5f };

/* One way to ask against the question: how many of its words the question has. Words by their hashes: this is done often. */
struct wording {
	const struct asking *a;
	uint64_t seen[WORDING_TERMS];
	size_t n, common;
};

static bool has_hash(const uint64_t *v, size_t n, uint64_t hash)
{
	for (size_t i = 0; i < n; i++)
		if (v[i] == hash)
			return true;
	return false;
}

static void wording_term(void *ctx, const char *term, size_t len)
{
	struct wording *w = ctx;
	uint64_t hash = hash_fnv64(term, len);

	if (w->n == WORDING_TERMS || has_hash(w->seen, w->n, hash))
		return;
	w->seen[w->n++] = hash;
	w->common += has_hash(w->a->hashes, w->a->seen.n, hash);
}

float engine_best_wording(const struct asking *a, const char *asked)
{
	float best = 0;

	for (const char *p = asked; *p;) {
		size_t len = strcspn(p, "\n");
		struct wording w;

		w.a = a;
		w.n = w.common = 0;
		terms_each(a->e->terms, p, len, wording_term, &w);
		if (w.common > 1) /* one common word is chance */
			best = MAX(best, 2 * (float)w.common / (float)(w.n + a->seen.n));
		p += len + (p[len] == '\n');
	}
	return best;
}

/* The pages that the question leads to, best first. */
struct pages {
	char *v[PAGES_ASKED];
	float score[PAGES_ASKED];
	size_t n;
};

static void find_pages(const struct asking *a, const struct rank_hit *hits, size_t n, struct pages *pages)
{
	struct kbdb_chunk c;

	pages->n = 0;
	for (size_t i = 0; i < n && pages->n < PAGES_ASKED; i++) {
		uint8_t kind = a->e->kind[hits[i].chunk];

		if (kind == CHUNK_CARD || kind == CHUNK_LESSON || kind == CHUNK_EXERCISE || !kbdb_get(a->e->db, hits[i].chunk, &c))
			continue;
		pages->v[pages->n] = xstrdup(c.page);
		pages->score[pages->n++] = hits[i].score;
	}
}

static void weigh_pages(const struct pages *pages, const char *see, float f[CARD_FEATURE_COUNT])
{
	for (const char *p = see; *p; p += *p == '\n') {
		size_t bare = strcspn(p, "#\n");

		for (size_t i = 0; i < pages->n; i++)
			if (strlen(pages->v[i]) == bare && !memcmp(pages->v[i], p, bare)) {
				f[CARD_F_PAGE] = MAX(f[CARD_F_PAGE], MAX(0, PAGE_FAR + pages->score[i] - pages->score[0]) / PAGE_FAR);
				f[CARD_F_PAGE_RANK] = MAX(f[CARD_F_PAGE_RANK], 1 / (1 + (float)i));
			}
		p += strcspn(p, "\n");
	}
}

/* For a card without ways to ask: what the mean of all ways is for others whose text is as near, by regression. */
static float all_ways(const struct card_near *near)
{
	return near->n ? near->sum / (float)near->n : .41f * near->body + .08f;
}

static float weigh(const struct asking *a, const struct rank_hit *hit, const struct pages *pages)
{
	const float *weight = weights[a->out->by_meaning];
	const struct card_near *near = &a->e->near[a->e->card[hit->chunk]];
	float f[CARD_FEATURE_COUNT] = { 0 }, sum = shifts[a->out->by_meaning];
	struct kbdb_chunk c;

	if (hit->score > EXACT_SCORE || !kbdb_get(a->e->db, hit->chunk, &c))
		return hit->score;
	f[CARD_F_JOINED] = hit->score;
	f[CARD_F_IS_ERROR] = starts_with(c.page, "card:errors/");
	f[CARD_F_DICE] = engine_best_wording(a, c.asked);
	weigh_pages(pages, c.see, f);
	if (a->out->by_meaning) {
		f[CARD_F_BODY] = near->body;
		f[CARD_F_ALL] = all_ways(near);
	}
	for (size_t i = 0; i < CARD_FEATURE_COUNT; i++)
		sum += weight[i] * f[i];
	return sum;
}

void engine_weigh_cards(const struct asking *a, struct rank_hit *hits, size_t n)
{
	size_t weighed = 0, rest = n;
	struct pages pages;

	find_pages(a, hits, n, &pages);
	for (size_t i = 0; i < n && weighed < CARD_POOL; i++)
		if (a->e->card[hits[i].chunk]) {
			hits[i].score = weigh(a, &hits[i], &pages);
			weighed++;
			rest = i + 1;
		}
	for (size_t i = rest; i < n; i++) /* cards further down stay there */
		hits[i].score -= a->e->card[hits[i].chunk] ? REST_BEHIND : 0;
	for (size_t i = 0; i < pages.n; i++)
		free(pages.v[i]);
}

void engine_prefer_card(const struct asking *a, struct rank_hit *hits, size_t n)
{
	struct rank_hit card;

	if (!n || a->e->kind[hits[0].chunk] != CHUNK_ERROR)
		return;
	for (size_t i = 1; i < MIN(n, (size_t)ERROR_CARD_AMONG); i++)
		if (a->e->card[hits[i].chunk] && hits[i].score >= ERROR_CARD_SHARE * hits[0].score) {
			card = hits[i];
			memmove(hits + 1, hits, i * sizeof(*hits));
			hits[0] = card;
			return;
		}
}
