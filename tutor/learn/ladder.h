/*
 * ladder: the steps of an explanation and the rungs on which they stand, as one table for errors,
 * hints, answers and practice. Pure.
 */
#ifndef LEARN_LADDER_H
#define LEARN_LADDER_H

#include "kb/card.h"

enum step_kind {
	STEP_WHAT, STEP_WHERE,      /* rung 0 */
	STEP_STORY,                 /* rung 1 */
	STEP_RULE, STEP_YOUR_CODE,  /* rung 2 */
	STEP_TRY,                   /* rung 3 */
	STEP_ANALOGUE,              /* rung 4 */
	STEP_FIX, STEP_PROOF,       /* rung 5 */
	STEP_ANSWER, STEP_PASSAGE, STEP_EXAMPLE, STEP_NEXT, /* answers to questions: rung 0 */
	STEP_KINDS,
};

enum step_origin {
	ORIGIN_RUSTC,
	ORIGIN_CARD,
	ORIGIN_DOCS,
	ORIGIN_ENGINE,
	ORIGIN_MODEL,
	ORIGIN_AUTHOR /* an exercise's own hint */,
	ORIGINS
};

struct cite {
	int n;        /* [n] in the text, from 1 */
	char *page;   /* "book/ch04-01-what-is-ownership.html#moves" */
	char *title;
};

struct step {
	enum step_kind kind;
	int rung;
	char *title;      /* never NULL */
	char *text;       /* Markdown, never NULL */
	enum step_origin origin;
	/* what it shows was compiled (and run) on this machine, or comes from rustc itself */
	bool verified;
	char *code, *lang;/* NULL: none; lang "rust", "diff", "text" */
	struct cite *cites;
	size_t n_cites;
};

struct steps {
	struct step *v;
	size_t n, alloc;
};

#define STEPS_INIT { NULL, 0, 0 }

/* Adds a step with the table's rung and title. Valid until the next add; set what else is known. */
struct step *steps_add(struct steps *s, enum step_kind kind, enum step_origin origin,
		       const char *text);
void step_set_title(struct step *s, const char *title);
void step_set_code(struct step *s, const char *code, const char *lang);
void step_add_cite(struct step *s, const char *page, const char *title);
void steps_release(struct steps *s);
void steps_copy(struct steps *dst, const struct steps *src); /* appends */
/* Removes the steps above a rung. */
void steps_cut(struct steps *s, int max_rung);
const struct step *steps_find(const struct steps *s, enum step_kind kind); /* the first; NULL */

const char *step_kind_name(enum step_kind kind); /* "your_code", as in JSON */
const char *step_kind_title(enum step_kind kind);
int step_kind_rung(enum step_kind kind);
const char *origin_name(enum step_origin origin);

#define RUNG_MAX 5
#define RUNG_FREE 2 /* the highest that is no hint */
const char *rung_title(int rung);    /* "The kind of fix" */
bool rung_is_hint(int rung);         /* counts in the record: 3 and above */
bool rung_reschedules(int rung);     /* the item comes again: 5 */

enum ladder_mode { LADDER_FILE, LADDER_PRACTICE, LADDER_HOMEWORK, LADDER_EXAM };
const char *ladder_mode_name(enum ladder_mode mode);
bool ladder_mode_find(const char *name, enum ladder_mode *out);
/*
 * The highest rung that may be shown. limit: the instructor's for homework or exam, -1 the usual
 * (homework 3, exam 0).
 */
int ladder_max(enum ladder_mode mode, int limit);
/*
 * Shown without being asked for: files 0..4, exercises 0..2 (0..3 when the error class starts
 * there). first: ladder_first.
 */
int ladder_shown(enum ladder_mode mode, int limit, int first);
/*
 * The rung that a stuck learner is offered first: the card's start_rung, else by error class (no
 * code, syntax: 3; else 2). NULLs are fine.
 */
int ladder_first(const struct diag *root, const struct card *card);
/*
 * The next rung on request after `taken` (highest so far); -1 when there is none that this mode
 * allows.
 */
int ladder_next(enum ladder_mode mode, int limit, int first, int taken);
/* May rustc's own help lines and suggestions be shown? Only where rung 3 is. */
bool ladder_shows_help(enum ladder_mode mode, int limit, int taken);

#endif
