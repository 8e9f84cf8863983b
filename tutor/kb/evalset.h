/*
 * evalset: evaluation files (design section 6) and their figures. A line: `question TAB acceptable TAB kind`, acceptable = PAGE
 * or PAGE#anchor or card:KIND/SLUG, several joined with '|'. A result hits when its own page matches (and the anchor, when one is
 * asked for), or when it is a card and a page that it stands for matches. `-` as acceptable: the right answer is "nothing found".
 * Pure.
 */
#ifndef KB_EVALSET_H
#define KB_EVALSET_H

#include "base/strv.h"

#define EVAL_LINE_MAX 20000
#define EVAL_MAX 100000     /* questions of a file */
#define EVAL_KINDS_MAX 32

struct eval_item {
	char *question, *accept, *kind;
	int line;
};

struct evalset {
	struct eval_item *v;
	size_t n, alloc;
};

/* Empty lines and lines that begin with '#' are skipped; a broken line: -1 and a sentence with its number. */
int evalset_parse(const char *text, size_t len, struct evalset *out, struct sbuf *err);
void evalset_release(struct evalset *s);
/* Does a result hit? see: pages one a line; counts only when it is a card. */
bool eval_hits(const struct eval_item *item, const char *page, const char *anchor, const char *see, bool card);

struct eval_score {
	char *kind;
	size_t n, r1, r5, r10;
	double rr; /* sum of 1/rank */
};

struct eval_sums {
	struct eval_score all, kinds[EVAL_KINDS_MAX];
	size_t n_kinds;
};
/* Of the questions whose acceptable answers name cards: where a right card stands. */
struct eval_cards {
	size_t n, first, five; /* among all results */
	size_t own_first, own_five; /* among the cards of the results */
	size_t answers;        /* it is what `tutor ask` answers with */
};
bool eval_names_card(const struct eval_item *item);
bool eval_is_card(const struct eval_item *item, const char *page);
/* rank from 1; 0: not among the results. More kinds than fit count for all only. */
void eval_count(struct eval_sums *s, const char *kind, size_t rank);
void eval_sums_release(struct eval_sums *s);

#endif
