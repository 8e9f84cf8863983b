/*
 * store/learned: learned fixes in learner.db, and the pairs of programs that wait to be learned from. Same rules as
 * learner.h: 0, -1 with a sentence, or DB_BUSY. Rows are plain columns; kb/learned gives them their meaning.
 */
#ifndef STORE_LEARNED_H
#define STORE_LEARNED_H

#include "base/sbuf.h"

struct learner;

struct learned_row { /* strings are borrowed: the caller's, or valid during the callback */
	int64_t id;
	const char *keys[4], *action, *before, *after, *edition, *source;
	int origin, state, tried, clean, tests, undone;
	const char *recent, *projects;
	int64_t used_at, made_at;
};
typedef void learned_each(void *ctx, const struct learned_row *row);

/* Entries of a key of level 1 in the order in which they came, without their programs. */
int store_learned_find(struct learner *l, const char *k1, learned_each *each, void *ctx, struct sbuf *err);
int store_learned_all(struct learner *l, learned_each *each, void *ctx, struct sbuf *err);
/* The entry with this key of level 4 and this action. 1 found, 0 not. */
int store_learned_same(struct learner *l, const char *k4, const char *action, learned_each *each, void *ctx, struct sbuf *err);
/* Entries in use with this key of level 2 and this action. How many, or -1 or DB_BUSY. */
int store_learned_twins(struct learner *l, const char *k2, const char *action, learned_each *each, void *ctx, struct sbuf *err);
int store_learned_get(struct learner *l, int64_t id, learned_each *each, void *ctx, struct sbuf *err); /* 1 found, 0 not */
/* Inserts; of entries with the same key of level 2, and of all, only the best stay (per_k2, most). */
int store_learned_add(struct learner *l, const struct learned_row *row, int per_k2, int most, struct sbuf *err);
/* Writes the counters, state, recent, projects, used_at of an entry. */
int store_learned_update(struct learner *l, const struct learned_row *row, struct sbuf *err);
/* How many went; id 0: all of them, and the waiting pairs too. -1 or DB_BUSY on failure. */
int store_learned_forget(struct learner *l, int64_t id, struct sbuf *err);

/* Pairs. */
struct learned_pair {
	const char *item;       /* what it is of: an exercise's id or a path */
	const char *before, *after; /* after NULL: still failing */
	const char *edition, *source;
	int origin;
	int64_t at;
};
#define LEARNED_PAIRS_MAX 40 /* that wait; older ones go */
/* The last failing text of an item; "" takes it away. */
int store_pair_failed(struct learner *l, const char *item, const char *text, const char *edition, int64_t at, struct sbuf *err);
/* It passed: the pair, if there is one, now waits. 1 when it does. */
int store_pair_passed(struct learner *l, const char *item, const char *text, int64_t at, struct sbuf *err);
int store_pair_add(struct learner *l, const struct learned_pair *p, struct sbuf *err);
/* Takes the oldest whole pair out. 1 taken, 0 none. */
int store_pair_take(struct learner *l, void (*each)(void *ctx, const struct learned_pair *p), void *ctx, struct sbuf *err);

/* Which entries a written repair rested on, by the hash of the text before it: to see that it was taken back. */
int store_use_add(struct learner *l, const char *hash, int64_t entry, int64_t at, struct sbuf *err);
/* Calls each for every entry of that hash, and drops them. */
int store_use_take(struct learner *l, const char *hash, void (*each)(void *ctx, int64_t entry), void *ctx, struct sbuf *err);

/* For learner.c: the statements of this module, which follow its own from number LEARNED_STATEMENTS on. */
#define LEARNED_STATEMENTS 100
extern const char *const learned_statements[];
extern const size_t learned_statements_n;

#endif
