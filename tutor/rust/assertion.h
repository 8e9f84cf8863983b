/*
 * assertion: reads back, from the text of tests and the place of a panic, what a test asked and what it expects: so that a
 * failure can be told in plain words. Pure, total, bounded: any text, any place.
 */
#ifndef RUST_ASSERTION_H
#define RUST_ASSERTION_H

#include "rust/runtime.h"

#define ASSERTION_LINES 12 /* of code that is shown */

struct assertion {
	char *macro;        /* "assert_eq"; NULL: the place is in no assert */
	char *left, *right; /* its arguments, white space folded; of another statement left is what stood before the place */
	/*
	 * The statement as it stands; before it, where it uses what the test's earlier lines made, those lines. Common indent
	 * taken off, at most ASSERTION_LINES.
	 */
	char *code;
	int line, line_end; /* of the statement */
};
#define ASSERTION_INIT { NULL, NULL, NULL, NULL, 0, 0 }

/* line and col from 1 (columns count characters). false: there is no such place. */
bool assertion_at(const char *text, size_t len, int line, int col, struct assertion *a);
void assertion_release(struct assertion *a);
/*
 * "`add(2, 3)` gave `6`; the test expects `5`." r: the panic that ended the test. The test's own message follows when it has
 * one. Only values and what was called are said, never the text of the side that says what is expected.
 */
void assertion_say(const struct assertion *a, const struct runtime_report *r, struct sbuf *out);

/* What was called and what it gave, what the test expects: borrowed from a and r. false: it compares no two values. */
bool assertion_values(const struct assertion *a, const struct runtime_report *r, const char **asked, const char **got,
		      const char **wanted);

/* The first assert of a text; false: there is none. */
bool assertion_first(const char *text, size_t len, struct assertion *a);
/* What it wants, before it was run: "`add(2, 3)` is to give `5`". false: it cannot be said so. */
bool assertion_wants(const struct assertion *a, struct sbuf *out);

/* The lines of a test, without attributes ("deep::name": the function `name` in the module `deep`); NULL: it is not there. */
char *assertion_test(const char *text, size_t len, const char *name);

#endif
