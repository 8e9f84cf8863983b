/*
 * stepchat: one small step of a model (kb/prompts): the family's prompt filled, sent, and the reply. What comes back is not checked:
 * learn/guard does that.
 */
#ifndef SVC_STEPCHAT_H
#define SVC_STEPCHAT_H

#include "learn/prompt.h"
#include "svc/model.h"

struct app;
struct stepchat;

/* The prompts of the family of the model that is set up; NULL and a sentence: no model, a broken file. The callee's. */
struct prompts *stepchat_prompts(struct app *app, struct sbuf *err);

struct stepchat_spec { /* copied */
	const char *step;
	const struct prompt_field *fields;
	size_t n_fields;
	const char *grammar; /* GBNF, in place of the step's; NULL. A server that takes none is asked without */
	bool again;  /* the same once more: at a temperature that gives other words */
	void (*text)(void *ctx, const char *p, size_t len);  /* pieces as they come, unchecked; may be NULL */
	void (*waiting)(void *ctx, const char *what);        /* as in svc/model.h; may be NULL */
	/* r is NULL when it could not be asked: err is a sentence. A reply that failed has r->message. p is the prompt that was sent. */
	void (*done)(void *ctx, const struct chat_result *r, const struct prompt *p, const char *err);
	void *ctx;
};

/* done never comes from within. Never NULL. */
struct stepchat *stepchat_start(struct app *app, const struct stepchat_spec *spec);
void stepchat_drop(struct stepchat *s); /* no done any more; NULL is fine */

#endif
