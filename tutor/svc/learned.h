/*
 * svc/learned: learning fixes, and finding them again. What an entry is: kb/learned.h.
 *
 * Learning takes a pair of texts, one that failed and one that compiles, and asks the compiler for everything: that the
 * first has errors and the second none; for each error alone the smallest change that mends it; that the pair without
 * names, strings and comments (rust/anon) still behaves so; then the keys and the action are made from that pair. Imports
 * go the same way, so nothing that an import says of itself is believed.
 */
#ifndef SVC_LEARNED_H
#define SVC_LEARNED_H

#include "kb/learned.h"

struct app;

#define LEARNING_CHECKS 24 /* compilations for one pair at most */

/* Is learning switched on (config learn.enabled, "no" switches it off)? */
bool learned_enabled(struct app *app);

/* Entries, copied; learned_list_release. */
struct learned_list {
	struct learned *v;
	size_t n, alloc;
};
void learned_list_release(struct learned_list *l);
/* Entries that share the error's code, without quarantined ones, the best first; at most `most`. Never fails: no record, none. */
void learned_find(struct app *app, const struct diag *d, size_t most, struct learned_list *out);
/* All of them; -1 and a sentence. */
int learned_all(struct app *app, struct learned_list *out, struct sbuf *err);
/*
 * How often fixes of errors like this one (level 3 and up) worked on this machine; 0: never. Imports that nobody has tried
 * yet do not count.
 */
int learned_times(struct app *app, const struct diag *d);
/* One use of an entry: counted and judged. Problems with the record are left for the next time. */
void learned_count_use(struct app *app, int64_t id, bool clean, bool tests, const char *project);
/* A repair that rested on entries was written over this text; when a repair meets the same text there again, it was taken back. */
void learned_wrote(struct app *app, const char *path, const char *text, size_t len, const int64_t *entries, size_t n);
void learned_met(struct app *app, const char *path, const char *text, size_t len);

/* Pairs that wait in the record. */
void learned_saw_failing(struct app *app, const char *item, const char *text, size_t len, const char *edition);
/* true: a pair waits now. */
bool learned_saw_passing(struct app *app, const char *item, const char *text, size_t len);
void learned_saw_repair(struct app *app, const char *item, const char *before, size_t blen, const char *after, size_t alen,
			const char *edition, const char *source);
/*
 * Starts `tutor kb learn` as a process of its own that outlives this one, at low priority, unless learning is off, or
 * learn.background is "no": then pairs wait until somebody says `tutor kb learn`.
 */
void learned_kick(struct app *app);

/* One pair, now. */
struct learning_spec { /* copied */
	const char *before, *after;
	size_t blen, alen;
	const char *edition;    /* NULL: 2024 */
	const char *source;     /* who made the change */
	const char *item;       /* of which project; NULL: none */
	enum learned_origin origin;
};
struct learning_result {
	size_t learned, known;  /* entries new, and met again */
	int checks;
	const char *why;        /* nothing came of it: one sentence; else NULL. Valid during done */
	const struct strv *refused; /* a sentence for each part that nothing came of; likewise */
	bool needed;            /* with why: something of ours is missing */
};
typedef void learning_done(void *ctx, const struct learning_result *r);
void learning_start(struct app *app, const struct learning_spec *spec, learning_done *done, void *ctx);

struct learner;
/*
 * Keeps an entry that was just proved: new (*fresh), or, where the same change for the same error is known, one more success
 * of that one when the project is another. 0, -1 and a sentence, or DB_BUSY. For learned_run.c.
 */
int learned_keep(struct learner *l, struct learned *e, const char *project, bool *fresh, struct sbuf *err);

#endif
