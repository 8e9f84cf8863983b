/* engine, for its own files: what is open, and one question under way. */
#ifndef KB_ENGINE_INT_H
#define KB_ENGINE_INT_H

#include "base/strv.h"
#include "kb/engine.h"
#include "kb/terms.h"

#define QUESTION_TERMS 400
#define CARD_POOL 20 /* cards that are looked at closely */

/*
 * What speaks for a card; X(id, weight by words alone, weight with meaning). Which questions chose them and which told:
 * tests/bench/reports/cards.md.
 */
#define CARD_FEATURES(X) \
	X(JOINED, 1, 1)          /* its place among all passages: legs, names, bias */ \
	X(DICE, 2, 1)            /* one way to ask says nearly the same */ \
	X(PAGE, 1.75f, 1.75f)    /* a page that it sees is near the best one */ \
	X(PAGE_RANK, 1, 3.5f)    /* and stands before others */ \
	X(BODY, 0, 18)           /* cosine of its own text */ \
	X(ALL, 0, 12.5f)         /* mean cosine of all ways to ask: a single one may be near by chance */ \
	X(IS_ERROR, -1, -1)
enum card_feature {
#define X(id, words, both) CARD_F_##id,
	CARD_FEATURES(X)
#undef X
	CARD_FEATURE_COUNT
};

struct card_near { /* cosines of a card with the question */
	float body, sum; /* sum: of all ways to ask */
	size_t n;
};

struct row { /* one vector */
	const int8_t *v;
	int64_t key;
	uint32_t chunk;
	bool asked;
};

struct engine {
	struct kbdb *db;
	struct terms *terms;
	size_t n;             /* chunks */
	uint32_t *page;       /* number of each chunk's page */
	uint8_t *kind;
	struct row *rows;
	size_t n_rows, alloc_rows, wanted;
	bool any_asked;       /* wordings are among the rows */
	const struct vecset *vectors;
	uint32_t dim;
	float *words, *meaning, *messages; /* scores, n each */
	float *more_words, *more_meaning;  /* by a model's search words */
	uint32_t *card;       /* of each chunk: its number among the cards, from 1; 0: it is none */
	struct card_near *near; /* of each card */
	size_t n_cards;
};

/* One question under way. */
struct asking {
	struct engine *e;
	const struct engine_question *q;
	struct engine_answer *out;
	char *text;
	struct strv seen;      /* terms so far: each counts once */
	uint64_t hashes[QUESTION_TERMS]; /* of these; set before the joined hits are looked at */
	float *scores;
	size_t terms, unknown;
	struct rank_hit bonus[RANK_BONUS_MAX];
	size_t n_bonus;
	double possible;       /* what a passage with all the words at their best would get */
	double best_words, best_cosine, best_message;
	double near;           /* mean of the nearest passage's and the nearest wording's cosine */
};

/*
 * hits: pages and cards by their joined scores. The first cards are weighed against each other by all that speaks for them, and get
 * scores by which they stand among the pages. The list is not sorted then.
 */
void engine_weigh_cards(const struct asking *a, struct rank_hit *hits, size_t n);
/* Behind the sorting: a card that is near the page of an error code stands before it. */
void engine_prefer_card(const struct asking *a, struct rank_hit *hits, size_t n);
/* The best of a passage's ways to ask, by Dice's coefficient over the words (Dice 1945), 0..1. */
float engine_best_wording(const struct asking *a, const char *asked);

#endif
