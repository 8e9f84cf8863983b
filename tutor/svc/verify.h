/*
 * verify: checks by running on an answer before it is shown. Each Rust block of it must compile (fragments wrapped into a program)
 * and run, and print what an `output` block after it says; labels such as `compile_fail,E0382` count. Below rung 5 of an exercise,
 * no code of the answer, put into the starter in any usual way (learn/splice), may make the exercise pass.
 *
 * What cannot be tried (no rustc, no sandbox) is not verified, and is said so: the caller shows no code then.
 */
#ifndef SVC_VERIFY_H
#define SVC_VERIFY_H

#include "learn/exercise.h"

struct app;
struct verify;

#define VERIFY_BLOCKS_MAX 6

enum verify_end {
	VERIFY_OK,
	VERIFY_WRONG,     /* a block does not do what is said of it */
	VERIFY_SOLVES,    /* code of the answer makes the exercise pass */
	VERIFY_TOO_MUCH,  /* more blocks than are looked at */
	VERIFY_NOT_TRIED, /* there is no compiler or sandbox */
};
const char *verify_end_name(enum verify_end e); /* "ok", "wrong", "solves", "too_much", "not_tried" */

struct verify_spec {
	const char *markdown;            /* copied */
	size_t len;
	const struct exercise *exercise; /* loaded, must outlive it; NULL: none. Projects are not spliced */
	int rung;                        /* on which the answer stands */
	/* why: a sentence for the log. tried: programs compiled. Never from within. */
	void (*done)(void *ctx, enum verify_end end, const char *why, size_t tried);
	void *ctx;
};

struct verify *verify_start(struct app *app, const struct verify_spec *spec); /* never NULL */
void verify_cancel(struct verify *v); /* no done any more; NULL is fine */

#endif
