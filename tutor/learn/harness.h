/*
 * harness: what is compiled and run for an exercise, as texts, and what its output says. Pure: svc
 * writes the files, calls rustc in the sandbox and gives back the bytes. Works on tokens, so
 * strings and comments may contain anything.
 *
 * Positions: line and column of every byte of the learner's file stay exact in all texts (`main`
 * gets another name of four letters; all that is ours is appended). In tests.rs lines stay exact.
 *
 * How svc uses it for tests.rs:
 *   1. harness_diagnostics -> files[0] main.rs, files[1] tests.rs; `rustc --edition 2024 --test
 *      --emit=metadata` (h.test_flag) for errors and warnings. Warnings whose file is tests.rs are
 *      the author's, not the learner's.
 *   2. harness_tests -> the same two names; `rustc --edition 2024 --crate-type bin --cap-lints
 *      allow -o prog main.rs` (not --test).
 *   3. run `prog` (all tests) or `prog NAME...` (only these), standard input = nonce and a newline;
 *      the nonce is a fresh random word (harness_nonce_ok).
 *   4. harness_read with the nonce and the standard output. A test that ended the process leaves
 *      those behind it not run: run prog again with their names.
 */
#ifndef LEARN_HARNESS_H
#define LEARN_HARNESS_H

#include "learn/exercise.h"

struct harness_file {
	char *name;   /* "main.rs", "tests.rs", "probe.rs" */
	char *text;
	size_t len;
};

struct harness {
	struct harness_file files[2]; /* files[0] is the crate root */
	size_t n_files;
	/*
	 * names of the author's tests in order ("parses", "deep::parses"); empty for probe and main
	 */
	struct strv tests;
	bool test_flag;     /* compile with --test (diagnostics of tests.rs and probe.rs) */
};

void harness_release(struct harness *h);

/*
 * The learner's text must be UTF-8 without NULs. -1 and a sentence: the author's file has no test
 * (or one under a cfg), or no `probe`. HARNESS_TAMPERED and a sentence: a macro of the learner's
 * hides one of std's that the author's file uses, or the file has a word (`link_section`, `no_main`) with which it
 * could run before the tests.
 */
#define HARNESS_TAMPERED (-2)
int harness_tests(const char *text, size_t len, const char *tests, struct harness *h,
		  struct sbuf *err);
int harness_probe(const char *text, size_t len, const char *probe, struct harness *h,
		  struct sbuf *err);
/*
 * Learner's file unchanged, plus a module line for the author's file. way CASES or a plain file:
 * the text as it is.
 */
int harness_diagnostics(const char *text, size_t len, enum exercise_way way, const char *author,
			struct harness *h, struct sbuf *err);

/*
 * The tests of a file in order, nested modules as "mod::name"; is_test items only. For `check FILE`
 * and for counting.
 */
void harness_test_names(const char *tests, size_t len, struct strv *out);

/* What a run says. */
enum harness_state {
	TEST_NOT_RUN,
	TEST_PASSED,
	/*
	 * it ran to its end: a panic that was not wanted, an Err, or no panic where one was wanted
	 */
	TEST_FAILED,
	TEST_DIED,     /* the process ended in it: exit, abort, stack overflow, a limit */
};

struct harness_test {
	char *name;
	enum harness_state state;
	char *message;   /* panic message, "Error: ..." or what should have happened; NULL: none */
	/* where it panicked, as rustc was given it: "main.rs", "tests.rs"; NULL: unknown */
	char *file;
	int line, col;   /* 0: unknown */
	/*
	 * what the test printed, at most HARNESS_OUTPUT_MAX bytes; never NULL, with a NUL behind it
	 */
	char *output;
	size_t output_len;
	bool output_cut;
};

#define HARNESS_OUTPUT_MAX 65536
#define HARNESS_TEXT_MAX (8u << 20) /* a plain file may be larger than an exercise's */

struct harness_run {
	struct harness_test *tests; /* in the order of h->tests, each exactly once */
	size_t n;
	size_t passed;
	bool done;       /* the runner came to its end */
	/*
	 * lines with the right nonce that the runner cannot have written; says nothing when the
	 * output was cut
	 */
	bool forged;
};

/* A nonce is 16 to 64 letters or digits. */
bool harness_nonce_ok(const char *nonce);
/*
 * names: which tests were asked for (all of them: h->tests). Bytes may be anything, cut anywhere.
 */
void harness_read(const char *nonce, const char *out, size_t len, const struct strv *names,
		  struct harness_run *run);
void harness_run_release(struct harness_run *run);
bool harness_passed(const struct harness_run *run); /* all of them, to the end, nothing forged */
const char *harness_state_name(enum harness_state s); /* "passed" "failed" "died" "not_run" */

/*
 * Checks on the learner's text before anything is compiled: -1 and a sentence when it is not
 * allowed. *line: where (0: nowhere).
 */
/* forbid, must_use */
int harness_words(const struct exercise *e, const char *text, size_t len, int *line,
		  struct sbuf *err);
/* only whole lines moved */
int harness_order(const char *starter, const char *text, size_t len, int *line, struct sbuf *err);
/*
 * Does the word (one or more tokens: "clone", "vec!", "->") occur as code? *line: the first place.
 */
bool harness_has_word(const char *text, size_t len, const char *word, int *line);

/* Outputs compared without white space at the ends of lines and at the end of the text. */
bool output_equal(const char *want, size_t want_len, const char *got, size_t got_len);
/* One sentence on the first line that differs. */
void output_difference(const char *want, size_t want_len, const char *got, size_t got_len,
		       struct sbuf *out);
/*
 * predict_output, predict_compiler ("compiles", "E0382 7", case does not count). why gets a
 * sentence when it is wrong, without the answer.
 */
bool predict_mark(enum learn_kind kind, const char *solution, const char *given, struct sbuf *why);

#endif
