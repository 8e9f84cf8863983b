/*
 * fix: the last rung for a plain file: rustc's own suggestions for the root error, each tried by compiling, the best one
 * kept as a diff with its proof. (The whole search with templates and learned fixes is a room of its own, to come.)
 */
#ifndef SVC_FIX_H
#define SVC_FIX_H

#include "learn/ladder.h"
#include "rust/diag.h"

struct app;

#define FIX_MAX_TRIES 8

/* Steps STEP_FIX and STEP_PROOF, or none when no suggestion makes it better; release them or take them. */
typedef void fix_done(void *ctx, struct steps *steps);

/* d, text and edition (NULL: 2024) must live until done, which may come from within the call. */
void fix_search(struct app *app, const struct diags *d, const char *text, size_t len, const char *edition, fix_done *done,
		void *ctx);

#endif
