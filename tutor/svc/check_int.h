/* The inside of a check, shared by check*.c: a small state machine whose every step is one sandboxed job. */
#ifndef SVC_CHECK_INT_H
#define SVC_CHECK_INT_H

#include "io/sandbox.h"
#include "learn/harness.h"
#include "svc/check.h"
#include "svc/toolchain.h"

#define CHECK_MAX_BINDS 4

struct check {
	struct app *app;
	struct check *next;         /* in the list of running checks */
	struct check_spec spec;     /* texts are ours */
	struct check_result r;
	const struct toolchain *tool;
	char *scratch;              /* the same path inside the sandbox */
	struct job *job;
	bool cancelled;
	struct strv compiler_env;   /* of cargo */
	int64_t started, step_started;
	/* single file */
	enum exercise_way way;
	struct harness diag, prog;
	bool libtest;               /* a plain file with tests of its own */
	char nonce[33];
	char *prog_path;
	struct strv todo;           /* tests still to be run */
	size_t case_at;
	size_t variant;             /* under way, from 1; 0: none */
	int64_t variant_well;       /* when the first passed; 0: none did */
	char variant_env[64];
	bool told_first;            /* the first failed test was seen: its panic is the one to explain */
	/* project */
	struct strv programs;       /* test executables, */
	struct strv wanted;         /* the author's test names */
	size_t n_marks;             /* test files that end with a test which only the author's side can name */
	char *main_program;
	size_t program_at;
	bool doc_tests, doc_tests_done;
};

typedef void check_step_done(struct check *c, const struct job_result *job);

struct check_job {
	const char *const *argv;    /* ends with NULL; argv[0] absolute inside */
	const void *input;
	size_t input_len;
	bool compiler;              /* sees the toolchain and writes the scratch folder; otherwise only reads it */
	check_step_done *done;
};

/* Starts the next job; an error becomes the end of the check. */
void check_run(struct check *c, const struct check_job *j);
/* Ends the check with a verdict; note may be NULL. Frees c. */
void check_end(struct check *c, enum verdict v, const char *note);
void check_fail(struct check *c, const char *sentence); /* VERDICT_INTERNAL */
/* Did a limit or signal end the job? The verdict for it and a note; false when it exited by itself. */
bool check_limit(struct check *c, const struct job_result *job, enum verdict *v, struct sbuf *note);
/* Keeps what a run printed, cleaned, and reads how it died. */
void check_keep_output(struct check *c, const struct job_result *job);
void check_test_release(struct check_test *t);
struct check_test *check_add_test(struct check *c, const char *name, bool passed, const char *message, const char *output);

/* How a test came to its end that did not pass. */
enum check_end_kind { CHECK_END_PANIC, CHECK_END_WALL, CHECK_END_OTHER };
/* Puts into t what the learner may know of its failure. r: its panic, or RUNTIME_NONE. (check_tests.c) */
void check_tell_test(struct check *c, struct check_test *t, const struct runtime_report *r, enum check_end_kind how);

/*
 * Around writing what the sandbox's user must read, whatever the umask of ours: check_umask(022), and back with what it gave.
 * No job may be started in between.
 */
unsigned check_umask(unsigned mask);
void check_new_nonce(struct check *c);     /* a fresh secret word in c->nonce */

/* check_variants.c: the program is built; the first of its variants comes. */
void check_variants_begin(struct check *c);
/* A run ended. True: it was a variant's, it is kept, and the next one is started. */
bool check_variants_next(struct check *c, enum verdict v);
void check_file_run(struct check *c);      /* once more */
void check_project_run(struct check *c);

void check_file_start(struct check *c);    /* check_file.c */
void check_project_start(struct check *c); /* check_project.c */

/* Reads libtest's human output: adds the tests to c->r; false when it has no closing line. */
bool libtest_read(struct check *c, const char *text, size_t len);

#endif
