/* The inside of answer. Private to svc. */
#ifndef SVC_ANSWER_INT_H
#define SVC_ANSWER_INT_H

#include "learn/prompt.h"
#include "svc/answer.h"
#include "svc/check.h"
#include "svc/explain.h"
#include "svc/search.h"
#include "svc/verify.h"
#include "svc/yourcode.h"

#define ANSWER_HITS 20
#define ANSWER_PASSAGES_SHOWN 2

enum answer_step { ANSWER_STEP_GATE, ANSWER_STEP_WORDS, ANSWER_STEP_PICK, ANSWER_STEP_YOURCODE, ANSWER_STEP_COMPOSE, ANSWER_STEPS };

struct answering {
	struct app *app;
	struct answer_spec spec;    /* texts owned */
	struct ask_report *report;
	struct engine_answer hits;  /* owned; of the search */
	bool searched, have_hits;
	char *search_error;         /* there is no knowledge base: one sentence; NULL */
	struct search *search;
	struct diags diags;         /* read from pasted text */
	struct runtime_report panic;/* or a panic's text */
	struct check_result run;    /* holds the panic for explain */
	struct check *check;        /* the example that is being proven */
	size_t proving;             /* its step */
	struct steps held;          /* code that is shown only when it does not solve the exercise at hand */
	size_t next_held;
	int64_t started;
	bool explaining, stopped;
	bool explained_code;        /* the error of the code at hand was explained behind the answer */
	bool cured;                 /* the fixes of an error that was explained before were given: nothing to tie to the code again */
	bool follow_up;             /* the question goes on from the one before */
	char *searched_for;         /* the question, with the one before it when it is a follow-up */
	/* the model's part */
	enum answer_step next_step;
	struct gate gate;
	struct prompts *prompts;    /* NULL: no model takes part */
	bool model_over;            /* it failed, or may not */
	int tries;
	struct sbuf passages;       /* what it may compose from */
	struct rewrite *rewrite;
	struct stepchat *chat;
	struct verify *verify;      /* held code or a model's text that is tried before it is shown */
	char *unverified;           /* that text */
	bool unverified_composed;   /* else the sentences on the code */
	struct yourcode *yourcode;
	bool *gone;                 /* set when it ended; NULL */
};

/* Steps from what was found: the best card's, else passages, else "not in the notes" (answer_plain.c). */
void answer_compose(struct answering *a);
/* The card among the best hits that answers; NULL. */
const struct engine_hit *answer_card_hit(const struct answering *a);
/* Reads compiler text or a panic; true when there is something to explain. */
bool answer_read_error(struct answering *a);
/* The error at hand: in the marked lines, else the root; NULL. */
const struct diag *answer_diag(const struct answering *a);
/* The error code that the question is about and nothing else ("E0382", "what is e0382?"). */
bool answer_bare_code(const char *question, char code[6]);
int answer_cite_hit(struct answering *a, const struct engine_hit *h);
/* The hit that a citation's page is; NULL. */
const struct engine_hit *answer_hit_of(const struct answering *a, const char *page);
/* Compiles and runs the examples of the answer, then goes on with answer_model, maybe from within (answer_proof.c). */
void answer_prove(struct answering *a);
/* Beside an exercise: takes the code out of the report until it was tried (answer_proof.c). */
void answer_hold_code(struct answering *a);
const struct exercise *answer_exercise(const struct answering *a); /* loaded; NULL */
/* The next step of a model, or the end (answer_model.c). */
void answer_model(struct answering *a);
void answer_model_drop(struct answering *a);
void answer_show_prompts(struct answering *a);
/* Of an error that was explained: how the thread remembers it; was it explained in this thread; what comes in place of the same steps. */
char *answer_error_key(const struct explanation *x);
bool answer_was_explained(const struct answering *a, const struct explanation *x);
void answer_go_on(struct answering *a, const struct explanation *x);
/* From what was found; and: what is in the report stands, goes out, and is proven. */
void answer_plain(struct answering *a);
void answer_stands(struct answering *a);
void answer_send_part(struct answering *a);
void answer_finish(struct answering *a);

#endif
