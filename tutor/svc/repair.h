/*
 * repair: looks for a change that makes a program compile, and judges every try with the compiler.
 *
 * Best-first search. A state is a set of texts that was compiled; its candidates come from ordered sources: rustc's
 * suggestions (all machine-applicable ones at once, then each), learned fixes (svc/learned; those not trusted yet last), repair
 * templates (rust/fix), rustc's suggestions with placeholders filled, and, when these are used up or do not help any more, a
 * model. Every candidate passes the guards
 * (rust/census) against the text as it was given before it is compiled. A child is kept when it has at most one error
 * more than its parent (errors are unmasked), or when the error it was made for is gone. A state without errors is
 * built and run (its tests, else its main) before it counts; a risky one, a stub or one whose run fails does not end the
 * search at once: REPAIR_EXTRA more checks look for a better one. The best state seen is the answer, never the last.
 *
 * A program that compiles and whose tests fail gets its turn when nothing else is left to try: small changes of its logic
 * (rust/fix_logic), which count only when all tests pass (repair_logic.c; 20 s of its own, at most three rounds).
 *
 * Order of states: errors, failed tests, stubs, run that ended badly, risky marks, warnings, cost.
 */
#ifndef SVC_REPAIR_H
#define SVC_REPAIR_H

#include "base/strv.h"
#include "rust/diag.h"

struct app;
struct exercise;

#define REPAIR_CHECKS 20
#define REPAIR_CHECKS_THOROUGH 80
#define REPAIR_EXTRA 5            /* checks after a clean state that is risky or a stub */
#define REPAIR_LATE 4             /* checks beyond the budget, for learned fixes that are not trusted yet */
#define REPAIR_LATE_ALL 8         /* and for these in all */
#define REPAIR_WALL_MS 60000
#define REPAIR_MAX_STEPS 12       /* depth */
#define REPAIR_MAX_FILE (256u << 10)
#define REPAIR_MAX_FILES 200
#define REPAIR_MODEL_CALLS 4
#define REPAIR_MODEL_USELESS 3    /* calls without any gain: the model is left alone for the rest of the search */

#define REPAIR_RESULTS(X) \
	X(FIXED_TESTS, "fixed_tests", "It compiles now, and its tests pass.") \
	X(FIXED, "fixed", "It compiles now.") \
	X(FIXED_RISKY, "fixed_risky", "It compiles now, but a change in it needs your judgement.") \
	X(STUBBED, "stubbed", "It compiles now, but holes are left for you to fill in.") \
	X(IMPROVED, "improved", "It is better, but not right yet.") \
	X(UNCHANGED, "unchanged", "No change was found that makes it better.")

enum repair_result {
#define X(id, name, title) REPAIR_##id,
	REPAIR_RESULTS(X)
#undef X
};
const char *repair_result_name(enum repair_result r);
const char *repair_result_title(enum repair_result r);

struct repair_file {
	char *name;             /* as the compiler names it: "main.rs", "src/lib.rs" */
	char *text;
	size_t len;
	bool locked;            /* never changed: tests/, benches/ */
};

/* What a model is asked, and how it answers; the place for one is repair_spec.model. All borrowed during the call. */
struct repair_ask {
	const struct repair_file *files;
	size_t n_files;
	const struct diags *diags;   /* of these files */
	int round;                   /* from 0 */
	const char *failing;         /* without errors: which tests fail and how, or NULL */
	const char *tried;           /* the model's last candidate as a diff, or NULL */
	const char *tried_error;     /* the error that it caused, or NULL */
};
/* texts: whole new texts for single files; n 0: it has none. May be called at once or later, exactly once. */
struct repair_proposal {
	size_t file;                 /* index in files */
	const char *text;
	size_t len;
};
typedef void repair_answer(void *to, const struct repair_proposal *v, size_t n);
struct repair_model {
	void (*ask)(void *ctx, const struct repair_ask *ask, repair_answer *answer, void *to);
	void (*cancel)(void *ctx);   /* the answer comes with n 0 */
	void *ctx;
};

struct repair_step {
	char *reason;                /* one plain sentence */
	char *diff;                  /* unified, file names in its headers */
	char *source;                /* "rustc", a template's name, "model" */
	size_t errors;               /* left after it */
	bool risky, stub;
};

struct repair_outcome {
	enum repair_result result;
	size_t errors_before, errors_after;
	int risky, stubs;
	size_t warnings;
	bool cancelled;
	char *failed;                /* it could not be done at all: one sentence; NULL */
	bool needed;                 /* with failed: something of ours is missing (rustc, sandbox), not the program's fault */
	char *note;                  /* how the run ended when it ended badly; NULL */
	struct repair_step *steps;
	size_t n_steps;
	struct repair_file *files;   /* all, with their new texts */
	bool *changed;               /* per file */
	size_t n_files;
	struct diags diags;          /* what is left */
	size_t tests_passed, tests_failed;
	int checks, model_calls;
	int64_t ms;
	bool unproven;               /* it rests on a learned fix that is not trusted yet, and no tests passed */
	int64_t *entries;            /* learned fixes that it rests on, or that agreed: count them when it is accepted */
	size_t n_entries;
};
void repair_outcome_release(struct repair_outcome *o);

struct repair_spec {                 /* copied; model must outlive the search */
	const struct repair_file *files;
	size_t n_files;
	const char *project;         /* the folder of the Cargo project the files are of; NULL: one file */
	const struct exercise *exercise; /* one file is compiled and tested as this exercise's answer; must outlive the search; NULL */
	const char *edition;         /* of one file; NULL: 2024 */
	int checks;                  /* budget; 0: REPAIR_CHECKS */
	int64_t wall_ms;             /* 0: REPAIR_WALL_MS, with a model REPAIR_MODEL_WALL_MS */
	bool stubs;                  /* may leave todo!() behind */
	bool no_run;                 /* only compile */
	const char *learn_as;        /* learned fixes that do not help are counted, for this path; NULL: they are not */
	const struct repair_model *model; /* NULL: none */
	void (*progress)(void *ctx, const char *text, int checks, int of); /* may be NULL */
	void (*done)(void *ctx, struct repair_outcome *o); /* release o inside or take its members */
	void *ctx;
};

struct repair;
/* done comes later, once. */
struct repair *repair_start(struct app *app, const struct repair_spec *spec);
void repair_cancel(struct repair *r); /* done comes with cancelled set and the best state so far */

/* Files on disk. */
struct repair_target {
	char *path;                  /* as given, without slashes at its end */
	char *root;                  /* absolute: the file, or the project's folder */
	bool project;
	struct repair_file *files;
	size_t n_files;
};
/*
 * Reads a Rust file, or all .rs files of a Cargo project (not target/, no dot files, no links). Refuses what is a link
 * itself, too large or too much. -1 and one sentence.
 */
int repair_load(const char *path, struct repair_target *t, struct sbuf *err);
void repair_target_release(struct repair_target *t);
/* May its files be written? A file without any write permission is read-only, for root too. */
int repair_may_write(const struct repair_target *t, struct sbuf *err);
/*
 * Writes what changed. First everything is looked at again (still the text that was read, no link on the way, not
 * read-only) and the originals are kept in a new folder in the state folder, whose path is *backup (owned). Then each
 * file is replaced whole. Killed at any moment, every file is either the old one or the new one.
 */
int repair_write_back(struct app *app, const struct repair_target *t, const struct repair_outcome *o, char **backup,
		      struct sbuf *err);
/* Writes the result to a new place: a file, or a new or empty folder for a project (all its files are copied). */
int repair_write_out(const struct repair_target *t, const struct repair_outcome *o, const char *out, struct sbuf *err);

#endif
