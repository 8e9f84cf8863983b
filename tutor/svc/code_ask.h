/*
 * code_ask: asks the language model for code: fills a step of kb/prompts, sends it, stops listening when the first block has ended,
 * and gives its code. The code is only a proposal; nothing here believes it.
 */
#ifndef SVC_CODE_ASK_H
#define SVC_CODE_ASK_H

#include "learn/prompt.h"

struct app;
struct code_ask;

/* The prompts of the model that is set up. NULL and a sentence: there is no model, or its prompts cannot be read. */
struct prompts *code_prompts(struct app *app, struct sbuf *err);

#define CODE_ASK_NONE "The model's answer has no whole piece of code in it." /* any other reason: it cannot be had */

struct code_ask_spec {
	const struct prompts *prompts;   /* borrowed until done */
	const char *step;
	const struct prompt_field *fields; /* copied */
	size_t n_fields;
	double temperature;              /* below 0: the step's */
	int max_tokens;                  /* at most; the step's is a limit too */
	/* code NULL: there is none, why is a sentence. Never from within code_ask_start. */
	void (*done)(void *ctx, const char *code, size_t len, const char *why);
	void *ctx;
};
/* NULL and a sentence: the step is not this model's, or the code is too long for it. */
struct code_ask *code_ask_start(struct app *app, const struct code_ask_spec *spec, struct sbuf *err);
void code_ask_drop(struct code_ask *a); /* no done any more; NULL is fine */

#endif
