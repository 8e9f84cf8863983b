/*
 * yourcode: svc/tie for an explanation that stands already: its rule is given on, the lines come from the learner's text or, of
 * pasted compiler text, from what rustc printed; tokens are counted, and the sentences that passed become a step of their own.
 */
#ifndef SVC_YOURCODE_H
#define SVC_YOURCODE_H

#include "learn/ladder.h"
#include "rust/diag.h"
#include "svc/gate.h"

struct app;
struct exercise;
struct yourcode;

struct yourcode_spec { /* texts are copied */
	const struct diag *diag;         /* used within the call */
	const char *source;              /* the learner's text; NULL: the lines that the diagnostic carries */
	size_t len;
	const struct steps *steps;       /* of the explanation: its rule is given on; used within the call */
	const struct exercise *exercise; /* nothing of its solution; NULL. Must be loaded and outlive the step */
	void (*waiting)(void *ctx, const char *what); /* may be NULL */
	/* text NULL: none, and why is for the log and `dropped`, or (failed) the server's sentence. Never from within. */
	void (*done)(void *ctx, const char *text, const char *why, bool failed);
	void *ctx;
};

/* Is the model in use one that says this error's facts again rightly (family.yaml)? Where it is not, the plain words stand alone. */
bool yourcode_wanted(struct app *app, const struct diag *d);
/* The gate must be open. Never NULL. */
struct yourcode *yourcode_start(struct app *app, const struct gate *gate, const struct yourcode_spec *spec);
void yourcode_drop(struct yourcode *y); /* no done any more; NULL is fine */
/* The prompt that would be sent, for people. -1 and a sentence. */
struct prompts;
int yourcode_show(const struct prompts *prompts, const struct yourcode_spec *spec, struct sbuf *out, struct sbuf *err);
/* Adds the model's sentences behind the plain ones, which stay. */
void yourcode_put(struct steps *steps, const char *text);

#endif
