/*
 * answer: a question to steps with citations. Without any model it is whole: pasted compiler text and error codes get explain's
 * steps, else the best card's, else the best passages with their headings. What a model adds comes later, checked (design
 * section 5). Not found: said so, with the nearest pages.
 */
#ifndef SVC_ANSWER_H
#define SVC_ANSWER_H

#include "learn/compose.h"
#include "svc/calls.h"
#include "svc/ops.h"

struct app;
struct answering;

enum answer_by { ANSWER_NOTHING, ANSWER_EXPLAIN, ANSWER_CARD, ANSWER_PASSAGES };

/* Of `ask`: as a part (final is false: what stands so far) and at the end. */
struct ask_report {
	char *question;
	bool found;
	enum answer_by by;
	char *card;              /* slug of the card that answers; NULL */
	char *marked;            /* the marked lines, when they are the question; NULL */
	char *error;             /* "error:CODE:LINE:MESSAGE" of the error that was explained, for the thread; NULL */
	struct steps steps;
	int max_rung;            /* steps above it are not shown */
	struct cites cites;
	char *model;             /* that took part; NULL: none */
	char *note;              /* why no model took part, and what mends it; NULL */
	char *search_note;       /* found by words alone, and why; NULL */
	struct strv dropped;     /* "your_code: name: it names `foo`, which was not given" */
	struct strv words;       /* the model's search words */
	struct model_calls calls; /* what was asked of it */
	char *consent_url;       /* this server would be asked if the learner agreed (`--accept`); NULL */
	char *prompt;            /* what would be sent (show_prompt); NULL */
	int64_t thread;          /* the transcript's number; 0: not kept */
	char *record_error;      /* why it was not kept: one sentence; NULL */
	char *proof;             /* what was compiled and run; NULL: nothing */
	int64_t first_ms, ms;    /* to the first part, to the end */
	bool final;
};
extern const struct result_type ask_report_type;
/* The shown steps and citations as Markdown, for the transcript. */
void ask_report_markdown(const struct ask_report *r, struct sbuf *out);

#define ANSWER_NAMED "+"
#define ANSWER_ERROR "error:"

struct answer_spec { /* all copied */
	const char *question;
	const char *error;       /* compiler text at hand; NULL */
	const char *code;        /* the learner's code; NULL */
	size_t code_len;
	int line_from, line_to;  /* what of it was marked; 0: all */
	const char *file;        /* the code's name, for sentences; NULL */
	const char *exercise;    /* id; NULL */
	const char *before;      /* what the question before was about, for a follow-up; NULL */
	/* Pages and cards ("card:SLUG") shown before, one a line: a follow-up gets others; behind ANSWER_NAMED those only named; behind ANSWER_ERROR
	 * an error that was explained. NULL */
	const char *seen;
	int rung;                /* steps up to it; -1: what this case shows unasked */
	bool no_model;
	bool show_prompt;        /* nothing is sent: the report gets what would be */
	enum op_mode mode;
	void (*progress)(void *ctx, const char *text);        /* may be NULL */
	void (*part)(void *ctx, const struct ask_report *r);  /* may be NULL; never after done */
	/* The report is the callee's (ask_report_type.free). NULL: it failed, kind and err say how. May come from within answer_start. */
	void (*done)(void *ctx, struct ask_report *r, enum error_kind kind, const char *err, const char *fix);
	void *ctx;
};

/* NULL when done came from within. */
struct answering *answer_start(struct app *app, const struct answer_spec *spec);
/* What stands is given to done. */
void answer_stop(struct answering *a);

#endif
