#include "kb/postings.h"

#include <math.h>

#include "base/map.h"

#define K1 1.2
#define B .75

struct posting {
	uint32_t chunk;
	float tf;
};

struct term_list {
	struct posting *v;
	size_t n, alloc;
	const char *text; /* borrowed from the map */
};

enum { WORDS, MESSAGES, SPACES };

struct postings {
	struct terms *terms;
	struct map map; /* text -> struct term_list */
	struct {
		double prior, len[SPACES];
	} *chunks;
	size_t n, alloc;
	double weight; /* of the field being read */
	bool padded;
	int space;
};

struct postings *postings_new(void)
{
	struct postings *p = xcalloc(1, sizeof(*p));

	p->terms = terms_new();
	return p;
}

void postings_free(struct postings *p)
{
	size_t pos = 0;
	const char *key;
	void *value;

	if (!p)
		return;
	while (map_next(&p->map, &pos, &key, &value)) {
		free(((struct term_list *)value)->v);
		free(value);
	}
	map_release(&p->map);
	terms_free(p->terms);
	free(p->chunks);
	free(p);
}

void postings_begin(struct postings *p, double prior)
{
	ARRAY_GROW(p->chunks, p->n + 1, p->alloc);
	memset(&p->chunks[p->n], 0, sizeof(p->chunks[0]));
	p->chunks[p->n++].prior = prior;
}

static void add(void *ctx, const char *term, size_t len)
{
	struct postings *p = ctx;
	struct term_list *l = map_get(&p->map, term);
	uint32_t chunk = (uint32_t)(p->n - 1);

	(void)len;
	if (!l) {
		l = xcalloc(1, sizeof(*l));
		map_put(&p->map, term, l);
	}
	if (p->padded)
		p->chunks[chunk].len[p->space] += p->weight;
	if (l->n && l->v[l->n - 1].chunk == chunk) {
		l->v[l->n - 1].tf += (float)p->weight;
		return;
	}
	ARRAY_GROW(l->v, l->n + 1, l->alloc);
	l->v[l->n++] = (struct posting){ chunk, (float)p->weight };
}

void postings_field(struct postings *p, const char *text, double weight, bool padded)
{
	p->weight = weight;
	p->padded = padded;
	p->space = WORDS;
	terms_each(p->terms, text, strlen(text), add, p);
}

void postings_message(struct postings *p, const char *text)
{
	p->weight = 1;
	p->padded = true;
	p->space = MESSAGES;
	terms_message(text, strlen(text), add, p);
}

static double average(const struct postings *p, int space, size_t *count)
{
	double sum = 0;

	*count = 0;
	for (size_t i = 0; i < p->n; i++)
		if (p->chunks[i].len[space] > 0) {
			sum += p->chunks[i].len[space];
			(*count)++;
		}
	return *count ? sum / (double)*count : 1;
}

static int by_text(const void *a, const void *b)
{
	return strcmp((*(struct term_list *const *)a)->text, (*(struct term_list *const *)b)->text);
}

static struct term_list **sorted(const struct postings *p)
{
	struct term_list **all = xcalloc(p->map.n + 1, sizeof(*all));
	size_t pos = 0, n = 0;
	const char *key;
	void *value;

	while (map_next(&p->map, &pos, &key, &value)) {
		all[n] = value;
		all[n++]->text = key;
	}
	qsort(all, n, sizeof(*all), by_text);
	return all;
}

static double impact(const struct postings *p, const struct posting *e, int space, double idf, double avg)
{
	double len = p->chunks[e->chunk].len[space], tf = e->tf / (1 - B + B * len / avg);

	return idf * tf / (K1 + tf) * (space == WORDS ? p->chunks[e->chunk].prior : 1);
}

int postings_finish(struct postings *p, int (*each)(void *ctx, const char *term, const uint32_t *chunks, const uint32_t *w, size_t n),
		    void *ctx)
{
	size_t counts[SPACES];
	double avg[SPACES] = { average(p, WORDS, &counts[WORDS]), average(p, MESSAGES, &counts[MESSAGES]) };
	struct term_list **all = sorted(p);
	uint32_t *ids = xcalloc(p->n + 1, sizeof(*ids)), *w = xcalloc(p->n + 1, sizeof(*w));
	int rc = 0;

	for (size_t t = 0; rc == 0 && t < p->map.n; t++) {
		const struct term_list *l = all[t];
		int space = starts_with(l->text, "m:") ? MESSAGES : WORDS;
		double n = (double)counts[space], df = (double)l->n, idf = log(1 + (n - df + .5) / (df + .5));

		for (size_t i = 0; i < l->n; i++) {
			ids[i] = l->v[i].chunk;
			w[i] = (uint32_t)lrint(POST_SCALE * impact(p, &l->v[i], space, idf, avg[space]));
		}
		rc = each(ctx, l->text, ids, w, l->n);
	}
	free(ids);
	free(w);
	free(all);
	return rc < 0 ? -1 : 0;
}
