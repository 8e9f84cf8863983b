/*
 * learner: what a learner did, in learner.db (never lost: WAL, synchronous=FULL for attempts,
 * migrations). Times are seconds since 1970 and given by the caller. Functions that return int give
 * 0 (or what is said), -1 with a sentence, or DB_BUSY (-2) with a sentence when another tutor is
 * writing just now: try again.
 */
#ifndef STORE_LEARNER_H
#define STORE_LEARNER_H

#include "base/strv.h"

struct learner;

struct learner *learner_open(const char *path, struct sbuf *err);
void learner_close(struct learner *l);

struct attempt {
	const char *item;     /* exercise id */
	const char *verdict;  /* a verdict word of the design */
	const char *code;     /* the root error's code, "" when none */
	int errors;
	int64_t at, ms;
	int rung;             /* highest rung seen before it */
	const char *source;   /* the submitted text; stored once per content hash */
};
int learner_add_attempt(struct learner *l, const struct attempt *a, struct sbuf *err);

struct item_state {
	bool seen, passed;
	int attempts, rung;     /* rung: highest hint taken */
	int64_t first_at, passed_at, last_at;
};
int learner_item(struct learner *l, const char *item, struct item_state *out, struct sbuf *err);
/* Calls each for every item touched, in order of last_at descending. */
int learner_items(struct learner *l,
		  void (*each)(void *ctx, const char *item, const struct item_state *s), void *ctx,
		  struct sbuf *err);
int learner_set_rung(struct learner *l, const char *item, int rung, int64_t at, struct sbuf *err);

int learner_add_answer(struct learner *l, const char *quiz, const char *given, bool right,
		       int64_t at, struct sbuf *err);
/* 1 right at the last answer, 0 wrong, -1 not answered. */
int learner_answer(struct learner *l, const char *quiz);
/* share 0..1 scrolled through */
int learner_lesson_seen(struct learner *l, const char *lesson, double share, int64_t at,
			struct sbuf *err);
double learner_lesson_share(struct learner *l, const char *lesson);
/* How often this error code was met, and last when. */
int learner_code_count(struct learner *l, const char *code, int64_t *last_at);
int learner_codes(struct learner *l,
		  void (*each)(void *ctx, const char *code, int count, int64_t last_at), void *ctx,
		  struct sbuf *err);

/* Journal of texts being typed: survives kill -9. undo: texts replaced by reset can come back. */
int learner_journal_put(struct learner *l, const char *item, const char *text, size_t len,
			int64_t at, struct sbuf *err);
/* 1 found, 0 not */
int learner_journal_get(struct learner *l, const char *item, struct sbuf *out, int64_t *at);
int learner_journal_drop(struct learner *l, const char *item, struct sbuf *err);
int learner_backup_push(struct learner *l, const char *item, const char *text, size_t len,
			int64_t at, struct sbuf *err);
/* 1 found, 0 none */
int learner_backup_pop(struct learner *l, const char *item, struct sbuf *out, struct sbuf *err);

/* Small state by key: last screen, consent, first run done. */
int learner_set(struct learner *l, const char *key, const char *value, struct sbuf *err);
char *learner_get(struct learner *l, const char *key); /* owned; NULL when absent */
int learner_erase_all(struct learner *l, struct sbuf *err);
struct db_migration;
/* the schema, step by step: for tests of old databases */
const struct db_migration *learner_migrations(size_t *n);
/* for modules of store that keep their tables in the same file */
struct db *learner_db(struct learner *l);

#endif
