/* The inside of generate: candidates and where they come from. Private to svc/generate*.c. */
#ifndef SVC_GENERATE_INT_H
#define SVC_GENERATE_INT_H

#include "rust/needs.h"
#include "svc/check.h"
#include "svc/generate.h"
#include "svc/repair_model.h"

#define GENERATE_CARDS 14        /* candidates from cards that are tried at most when tests decide */
#define GENERATE_SURE 0.34       /* share of the sentence's weight that a task must hold to be the nearest */

struct gen_cand {
	char *code;              /* of src/lib.rs or src/main.rs */
	char *task, *title;      /* the card; NULL: the model's */
	struct strv notes;
	double score;
	bool from_model;
	char *input;             /* what its main is given when it is tried; NULL */
};
struct gen_cands {
	struct gen_cand *v;
	size_t n, alloc;
};
void gen_cand_release(struct gen_cand *c);
void gen_cands_release(struct gen_cands *c);

struct gen_tests {
	struct repair_file *v;   /* names are their places in the project */
	size_t n, bytes;
	struct sbuf tail;        /* what lib.rs ends with, so that it holds them */
	struct needs needs;
};
#define GEN_TESTS_INIT { NULL, 0, 0, SBUF_INIT, NEEDS_INIT }
int gen_tests_load(const char *path, struct gen_tests *t, struct sbuf *err);
void gen_tests_release(struct gen_tests *t);

struct gen_want {                /* what is asked for */
	const char *description;
	bool lib;
	bool tests;              /* tests were given: the code is made to fit needs */
	const struct needs *needs;
};

/* generate_card.c: the knowledge base's tasks that may serve, best first. -1 and a sentence: they cannot be read. */
int gen_cards_find(struct app *app, const struct gen_want *w, struct gen_cands *out, struct sbuf *err);

/* generate_code.c: a card's code made fit. */
struct gen_rename {
	const char *from, *to;
	bool method;             /* changed where it is defined and where self calls it: std has methods of that name too */
};
enum gen_code { GEN_NO_MAIN = 1 << 0, GEN_NO_TESTS = 1 << 1, GEN_PUB = 1 << 2, GEN_PUB_FIELDS = 1 << 3, GEN_DERIVE = 1 << 4 };
/* false: a new name is taken already. */
bool gen_code_make(const char *code, unsigned flags, const struct gen_rename *renames, size_t n, struct sbuf *out);
enum gen_input { GEN_INPUT_NONE, GEN_INPUT_STDIN, GEN_INPUT_ARGS };
/* What the sentence says of the program's input. */
enum gen_input gen_input_asked(const char *description);
/* main works on what comes in, not on its example. kind: which way numbers are read (0..GEN_NUMBERS). False: it has no place for it. */
#define GEN_NUMBERS 4
bool gen_main_reads(const char *code, enum gen_input input, int kind, struct sbuf *out, struct sbuf *example);

struct tried { /* the best so far */
	bool any;
	char *code;
	struct gen_cand cand; /* without its code */
	size_t errors, passed, failed;
	struct strv failing;
	char *build_output, *run_output;
};

struct generate {
	struct app *app;
	struct generate_spec spec;
	char *description, *wanted_name, *name, *work;
	bool lib, has_tests;
	struct gen_tests tests;
	struct gen_cands cands;
	size_t at;
	struct gen_cand *now;
	struct sbuf code;         /* of the candidate under way, with its tail */
	char *run_output;
	struct tried best;
	struct tried failed;      /* it compiles and its tests fail, while a change of its logic is looked for; any: there is one */
	struct check *check;
	struct repair *repair;
	int checks, repairs;
	int64_t started;
	uint64_t wall_timer;      /* loop_id */
	bool cancelled;
	/* the model */
	struct prompts *prompts;  /* NULL: no model, or it is not wanted */
	struct repair_llm *llm;
	struct code_ask *ask;
	bool model_over;
	int model_calls;
	char *example;            /* code of the task that is nearest */
	struct sbuf last;         /* the model's last code and what was wrong with it */
	struct gen_cand written;  /* the model's candidate */
};


/* generate.c */
void gen_later(struct generate *g);
void gen_try(struct generate *g, struct gen_cand *c); /* borrowed until the next */

/* generate_model.c */
#define GENERATE_MODEL_CALLS 4
void gen_model_open(struct generate *g);
void gen_model_close(struct generate *g);
/* Asks for one more candidate; false: there is no model, or it had its turns. */
bool gen_model_next(struct generate *g);
/* What came of its last one. */
void gen_model_told(struct generate *g, const struct tried *t);
void gen_model_cancel(struct generate *g);

#endif
