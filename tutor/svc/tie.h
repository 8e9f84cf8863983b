/*
 * tie: the step `your_code`: two sentences by the model that tie an error's rule to the learner's own names and lines. Families with
 * `frames` (family.yaml), the small ones, are given sentences that are true of this error already (learn/frames), choose two and
 * say them again, under a grammar where the server takes one; what else they say is dropped. Other families get facts (the marked
 * lines, rustc's message and labels, the card's own sentences about this code) and one rule, and find their own words, which may
 * not go beyond these. Never is rustc's help given, which belongs to later rungs. All is checked by learn/guard. When only the
 * second sentence fails, the first stands alone; when the first does it is tried once more, and when that fails the caller's own
 * text stands.
 */
#ifndef SVC_TIE_H
#define SVC_TIE_H

#include "learn/exercise.h"
#include "learn/guard.h"
#include "rust/diag.h"

struct app;
struct tie;
struct chat_result;
struct prompt;
struct prompts;

struct tie_spec { /* all copied, but for the exercise, which must outlive it */
	const struct diag *diag;
	const char *source;              /* the learner's text */
	size_t len;
	const char *rule;                /* Markdown: the card's or page's */
	const char *draft;               /* plain sentences about this code that are true; NULL */
	const struct exercise *exercise; /* loaded; NULL: none */
	int rung;                        /* on which the sentences will stand: 2, or 5 where nothing is hidden */
	/* text NULL: none. why: a sentence for the log. reason: of the last try (GUARD_OK when the model could not be asked). */
	void (*done)(void *ctx, const char *text, enum guard_reason reason, const char *why);
	void (*waiting)(void *ctx, const char *what);        /* as in svc/model.h; may be NULL */
	void (*cost)(void *ctx, const struct chat_result *r, const struct prompt *p); /* of every try, before done; may be NULL */
	void *ctx;
};

/* done never comes from within. Never NULL. */
struct tie *tie_start(struct app *app, const struct tie_spec *spec);
void tie_drop(struct tie *t); /* no done any more; NULL is fine */
/* The prompt that tie_start would send, for people. -1 and a sentence. */
int tie_show(const struct prompts *prompts, const struct tie_spec *spec, struct sbuf *out, struct sbuf *err);

#endif
