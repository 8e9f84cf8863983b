/*
 * fix: the last rung for a plain file: a short search for a repair (svc/repair), shown as one diff with its proof.
 */
#ifndef SVC_FIX_H
#define SVC_FIX_H

#include "learn/ladder.h"

struct app;

#define FIX_CHECKS 10

/* Steps STEP_FIX and STEP_PROOF, or none when nothing makes it better; release them or take them. */
typedef void fix_done(void *ctx, struct steps *steps);

/* done comes later. edition NULL: 2024. */
void fix_search(struct app *app, const char *text, size_t len, const char *edition, fix_done *done, void *ctx);

#endif
