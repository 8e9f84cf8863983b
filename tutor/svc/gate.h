/*
 * gate: may the language model be asked now, and may the question leave this machine? One place for all operations: an exam, the
 * learner's wish, no model, a server that the learner has not agreed to yet, a day's tokens that are used up.
 *
 * A server on this machine gets what is asked without a word. For any other one line of consent is needed, once for each base URL
 * (kept in learner.db). `[model] tokens_per_day` (TUTOR_MODEL_TOKENS_PER_DAY) bounds what a configured server is asked for in a
 * day, prompts and replies together; unset: no bound.
 */
#ifndef SVC_GATE_H
#define SVC_GATE_H

#include "svc/ops.h"

struct app;
struct chat_result;
struct prompt;

struct gate {
	bool open;
	bool consent;   /* closed only because the learner has not agreed to the server yet */
	bool counted;   /* tokens are counted: a server, not our own local model */
	char *note;     /* closed: why, and what mends it; NULL when open */
	char *url;      /* the server's; NULL: our own local model */
	char *model;    /* name to show; never NULL when open */
	struct model_calls *calls; /* where requests are written down (svc/calls.h), set by the caller after gate_check; NULL */
};
#define GATE_SENDS "your question, the code it is about and what the compiler said"

void gate_check(struct app *app, enum op_mode mode, bool no_model, struct gate *g);
void gate_release(struct gate *g);
/* The learner agrees to the server that is configured. */
int gate_accept(struct app *app, struct sbuf *err);
/* What an answer has cost; tokens that the server did not tell are estimated, in what is counted. p may be NULL. */
void gate_spent(struct app *app, const struct gate *g, const struct chat_result *r, const struct prompt *p);

#endif
