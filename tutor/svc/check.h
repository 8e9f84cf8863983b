/*
 * check: the judge. Compiles a text (metadata first), then tests or runs it, each step a sandboxed job.
 * Asynchronous: start, then one `done`; a new check with the same key cancels the older one.
 */
#ifndef SVC_CHECK_H
#define SVC_CHECK_H

#include "base/strv.h"
#include "io/job.h"
#include "rust/diag.h"
#include "rust/runtime.h"

struct app;
struct exercise;

#define CHECK_EXERCISE_FILE "exercise.rs" /* the learner's file in messages */

#define CHECK_VERDICTS(X) \
	X(PASSED, "passed") X(COMPILE_ERROR, "compile_error") X(TEST_FAILED, "test_failed") \
	X(WRONG_OUTPUT, "wrong_output") X(TIMEOUT, "timeout") X(MEMORY, "memory") X(PROCESSES, "processes") \
	X(OUTPUT_FLOOD, "output_flood") X(FILE_SIZE, "file_size") X(CRASHED, "crashed") \
	X(FORBIDDEN, "forbidden") X(TAMPERED, "tampered") X(CANCELLED, "cancelled") X(INTERNAL, "internal")

enum verdict {
#define X(id, name) VERDICT_##id,
	CHECK_VERDICTS(X)
#undef X
	VERDICTS
};
const char *verdict_name(enum verdict v);
/* One plain sentence, such as "It ran too long and was stopped." */
const char *verdict_title(enum verdict v);

struct check_test {
	char *name;
	bool passed;
	char *message;  /* why it failed, or NULL */
	char *output;   /* what it printed, or NULL */
	/* Of a failed one, as far as the learner may know it (check_spec.hide_tests); each may be NULL. */
	char *said;     /* in plain words: "`add(2, 3)` gave `6`; the test expects `5`." */
	char *asked, *got, *wanted; /* the call and the two values, where the test compares two */
	char *code;     /* the test's own lines, as far as the failed one; of a case its input */
	char *own;      /* a picture of the learner's line that stopped it */
	char *file;     /* of that line; NULL: the file that was checked */
	int line;       /* 0: unknown */
};

struct check_variant {
	size_t passed, failed;       /* tests; a run that was stopped may know of less than all */
	bool well;                   /* the whole run */
};

struct check_result {
	enum verdict verdict;
	char *note;                  /* names the limit, the forbidden word, the case that differs; or NULL */
	struct diags diags;          /* of the learner's text; file names as given */
	struct check_test *tests;
	size_t n_tests;
	struct sbuf out, err;        /* of the run, sanitised and cut */
	struct runtime_report runtime; /* RUNTIME_NONE when nothing went wrong while running */
	bool hide_tests;             /* their lines are not to be seen */
	bool author_tests;           /* tests.rs, probe.rs, tests/… are the exercise's, not the learner's */
	const char *tests_text;      /* the author's tests.rs, borrowed, where its lines may be seen; else NULL */
	char *expected, *got;        /* wrong_output: the first case that differs; else NULL */
	int64_t ms;                  /* from start to verdict */
	int64_t compile_ms, run_ms;
	char *internal;              /* VERDICT_INTERNAL: the sentence */
	struct check_variant *variants; /* as far as they were run */
	size_t n_variants;
};
void check_result_release(struct check_result *r);
const struct check_test *check_first_failed(const struct check_result *r); /* NULL: none */

struct check_file {                         /* a text laid over a project's file */
	const char *name;                   /* its path in the project; must be safe (path_is_safe) */
	const char *text;
	size_t len;
};

struct check_spec {                         /* copied; the exercise must outlive the check */
	const char *key;                    /* who it is for: an exercise id or a path; newest wins */
	const char *text;                   /* the learner's file */
	size_t len;
	const char *file;                   /* its name in messages: "exercise.rs" */
	const struct exercise *exercise;    /* NULL: a plain file, compiled, then its #[test]s or its main run */
	const char *project;                /* a folder instead of a text: a Cargo project, copied, then built */
	const char *overlay;                /* a folder whose files are laid over the project's; NULL: none */
	const struct check_file *files;     /* of a project: texts laid over its files at last */
	size_t n_files;
	const void *input;                  /* stdin of a plain run */
	size_t input_len;
	const char *edition;                /* of a single file; NULL: "2024" */
	struct job_limits limits;           /* zeros: the exercise's, else the defaults */
	bool hide_tests;                    /* the author's tests are not to be seen: homework, an exam */
	bool compile_only;
	bool run_main;                      /* a plain file: run main even when there are tests */
	/*
	 * A program that holds many: built once, then run once for each value 1 to n_variants of an environment variable, until
	 * variants_ms after the start, and variants_more_ms after the first that passes. The result is then `variants` and VERDICT_PASSED, whatever they did; nothing is told of tests.
	 */
	const char *variable;
	size_t n_variants;
	int64_t variants_ms, variants_more_ms;
	void (*progress)(void *ctx, const char *text);
	void (*done)(void *ctx, struct check_result *r); /* release r inside or take its members */
	void *ctx;
};

struct check;
/* NULL and a sentence when it cannot even start (no rustc, no sandbox). */
struct check *check_start(struct app *app, const struct check_spec *spec, struct sbuf *err);
void check_cancel(struct check *c); /* done comes with VERDICT_CANCELLED */

#endif
