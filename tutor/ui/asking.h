/*
 * asking: a question on its way, and the thread of questions and answers that the view "ask:" shows. What the files of that view
 * share (ask.c: prompt and consent; view_ask.c: the calls; ask_rows.c: the page); nobody else includes it.
 */
#ifndef UI_ASKING_H
#define UI_ASKING_H

#include "svc/answer.h"
#include "ui/ui.h"

/* Kept in ui->question from the key on until a view takes it. */
struct question {
	char *text;            /* NULL: still being typed */
	struct at_hand at;
	bool accept;           /* the learner has just agreed to the server */
	bool no_model;         /* and here has not */
};
void question_free(struct question *q);

struct ask_turn {
	char *question;        /* as typed; "" when only the error at hand was asked about */
	char *markdown;        /* the answer of an earlier time; NULL: the fields below */
	struct steps steps;    /* up to the rung that is shown */
	struct cites cites;
	char *model, *note, *search_note, *proof, *record_error;
	char *failed, *fix;    /* no answer: one sentence, and what mends it */
	bool final;
};

struct ask_view {
	struct view *view;
	int64_t thread;        /* 0: not kept yet */
	struct ask_turn *turns;
	size_t n, alloc;
	int earlier;           /* turns of this thread that are not shown */
	struct call *call;     /* under way: the last turn's */
	char *progress;
	struct question *last; /* the newest turn's: it may be asked again */
	struct question *next; /* waits until the one under way has stopped */
	char *unanswered;      /* what was under way when the program ended */
	struct doc doc;        /* of all turns: a heading of level 2 for each question */
	bool follow;           /* the newest question stays at the top until a key moves the page */
};

/* ask_rows.c */
void ask_rows(struct ask_view *a, int width, struct rows *out);

/* view_ask.c */
void ask_view_take(struct view *v, struct question *q_take);
void ask_view_retry(struct view *v); /* the newest question, when it could not be answered for want of notes */

#endif
