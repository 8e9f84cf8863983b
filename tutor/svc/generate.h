/*
 * generate: a sentence to a Cargo project that compiles. The skeleton is ours (Cargo.toml, edition 2024, std only); the code comes
 * from the task cards of the knowledge base, renamed and adapted, or from the language model; each candidate is compiled, its
 * tests are run, and what does not compile goes through svc/repair. The compiler and the tests decide, nobody else.
 *
 * With tests given they are what counts: they are never changed, and the code is made to fit what they call. Without them
 * and without a model the nearest verified task is the answer, and the outcome says that it is no more than that.
 * A project's paths are ours alone: no name that a model wrote becomes a path.
 */
#ifndef SVC_GENERATE_H
#define SVC_GENERATE_H

#include "svc/repair.h"

#define GENERATE_TESTS_MAX 50          /* files */
#define GENERATE_TESTS_BYTES (256u << 10)
#define GENERATE_WALL_MS 120000
#define GENERATE_MODEL_WALL_MS 600000

#define GENERATE_RESULTS(X) \
	X(TESTS, "generated_tests", "It compiles, and the tests that you gave pass.") \
	X(MODEL, "generated", "The language model wrote it and it compiles. Nobody has checked that it does all you asked.") \
	X(NEAREST, "nearest_task", "This is the nearest task of the knowledge base, verified as it stands; it was not made from your sentence.") \
	X(PARTIAL, "partial", "It compiles, but not all of your tests pass.") \
	X(NOTHING, "nothing", "Nothing was found or written that compiles and does what you asked.")

enum generate_result {
#define X(id, name, title) GENERATE_##id,
	GENERATE_RESULTS(X)
#undef X
};
const char *generate_result_name(enum generate_result r);
const char *generate_result_title(enum generate_result r);

struct generate_outcome {
	enum generate_result result;
	bool cancelled;
	char *failed;                /* it could not be done at all: one sentence; NULL */
	bool needed;                 /* with failed: something of ours is missing */
	char *name;                  /* of the package */
	char *task;                  /* slug of the card that the code is from; NULL: none or the model's */
	char *task_title;
	struct strv notes;           /* what was adapted, what was not: sentences */
	struct repair_file *files;   /* the whole project, Cargo.toml first; none when there is nothing */
	size_t n_files;
	size_t errors;               /* left in the best one */
	size_t tests_passed, tests_failed;
	struct strv failing;         /* names and reasons of failed tests */
	char *build_output;          /* the compiler's words on what is left; NULL */
	char *run_output;            /* what main printed; NULL */
	char *model_last;            /* the model's last code and what was wrong with it; NULL */
	int checks, candidates, model_calls;
	int64_t ms;
};
void generate_outcome_release(struct generate_outcome *o);

struct generate_spec {               /* copied */
	const char *description;
	const char *name;            /* of the package; NULL: from the tests or the task */
	const char *work;            /* an empty folder of ours, where candidates are tried */
	const char *tests;           /* a folder of .rs files, or one file; NULL */
	enum { GENERATE_AS_FITS, GENERATE_LIB, GENERATE_BIN } kind;
	bool no_model;
	int64_t wall_ms;             /* 0: GENERATE_WALL_MS, with a model GENERATE_MODEL_WALL_MS */
	void (*progress)(void *ctx, const char *text, int done, int of);
	void (*done)(void *ctx, struct generate_outcome *o); /* release o inside or take its members */
	void *ctx;
};

struct generate;
/* NULL and a sentence when the input cannot be used; else done comes later, once. */
struct generate *generate_start(struct app *app, const struct generate_spec *spec, struct sbuf *err);
void generate_cancel(struct generate *g);

#endif
