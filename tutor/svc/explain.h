/*
 * explain: steps for an error, a verdict, a code alone or pasted compiler text, without any model: rustc's
 * JSON, the labels, expert cards, `rustc --explain`, the panic's text (design section 5).
 */
#ifndef SVC_EXPLAIN_H
#define SVC_EXPLAIN_H

#include "learn/ladder.h"
#include "svc/check.h"

struct explanation { /* of one error */
	char *code, *message, *file; /* code and file may be NULL */
	int line;                 /* of an error in the author's tests: where the learner's own definition stands, or 0 */
	char *in_tests;           /* such an error, in one or two sentences; NULL: it is in the learner's file */
	bool root;
	struct steps steps;       /* all rungs; the caller shows up to the one that is allowed */
	char *card;               /* slug of the card used, or NULL */
	struct strv consequences; /* a line for each error folded into this one */
};

struct explanations {
	struct explanation *v;
	size_t n, alloc;
};
#define EXPLANATIONS_INIT { NULL, 0, 0 }
void explanations_release(struct explanations *e);

/*
 * `done` comes once, maybe from within the call: the explanations are the callee's to release; err is NULL
 * or one sentence. Needs the loop because `rustc --explain` runs as a job where a card has no rule.
 */
typedef void explain_done(void *ctx, struct explanations *e, const char *err);

/* From a finished check: compile errors (root first), or the failed test, wrong output, panic, limit. source is the learner's text. */
void explain_check(struct app *app, const struct check_result *r, const char *source, size_t len,
		   explain_done *done, void *ctx);
/* For diagnostics alone (pasted text: source NULL). */
void explain_diags(struct app *app, const struct diags *d, const char *source, size_t len,
		   explain_done *done, void *ctx);
/* For a code alone, such as "E0382". */
void explain_code(struct app *app, const char *code, explain_done *done, void *ctx);

#endif
