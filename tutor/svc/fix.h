/*
 * fix: the last rung: a short search for a repair (svc/repair), shown as one diff with its proof. Of an exercise only a change
 * with which its tests pass is one: what merely compiles is no cure.
 */
#ifndef SVC_FIX_H
#define SVC_FIX_H

#include "learn/ladder.h"

struct app;
struct exercise;

#define FIX_CHECKS 10

/* Steps STEP_FIX and STEP_PROOF, or none when nothing makes it better; release them or take them. */
typedef void fix_done(void *ctx, struct steps *steps);

/* done comes later. edition NULL: 2024; e NULL: a plain file (else it must outlive the search). */
void fix_search(struct app *app, const char *text, size_t len, const char *edition, const struct exercise *e, fix_done *done,
		void *ctx);

#endif
