/* The inside of explain: building the steps of one error from what is known. Private to svc. */
#ifndef SVC_EXPLAIN_INT_H
#define SVC_EXPLAIN_INT_H

#include "learn/course.h"
#include "rust/calls.h"
#include "svc/explain.h"

struct explain_source { /* the learner's text, for lines; text NULL: not there */
	const char *text;
	size_t len;
	bool hide_tests;      /* lines of tests.rs are not to be seen */
};

/* Is it the author's file of tests (or probe), which the learner does not have? */
bool explain_is_tests(const char *file);
/*
 * The first name in a piece of code that the source defines ("area" of `area(3, 4).unwrap()`): its definition. name is the
 * caller's; false: none.
 */
bool explain_own_definition(const char *code, const struct explain_source *src, char **name, struct definition *d);
/* Line number `line` (from 1) of the source without its newline; false when there is none. */
bool source_line(const struct explain_source *s, int line, const char **text, size_t *len);
/* A picture of a place: the line with its number and carets below. columns from 1, half open; 0: no carets. */
void picture_add(struct sbuf *out, int line, const char *text, size_t len, int col, int col_end, const char *label);
/* The step that says where, with its picture unless that is empty. Both are released. */
void explain_add_where(struct steps *out, struct sbuf *text, struct sbuf *picture);
/* `code` in back ticks for Markdown, whatever back ticks it holds itself; cut at 72 columns. */
void inline_code(struct sbuf *out, const char *text, size_t len);

/* The first paragraph of `rustc --explain`'s text that is prose, as Markdown. */
void explain_first_paragraph(const char *text, struct sbuf *out);

/* An error whose place is in the author's tests: what they ask for, and what the learner's file has. */
struct tests_error {
	struct call_site call;    /* name NULL: no call is known */
	char *name;               /* what it is about; NULL: not known */
	bool defined;
	struct definition own;    /* of name, when defined */
	char *near;               /* a name of the learner's that is nearly the same; NULL */
	int near_line;
	/* where the learner is to look: the definition, else what rustc names in the learner's files; line 0: nowhere */
	const char *file;
	int line;
	const char *own_text;     /* of that line, borrowed; NULL: in the source */
	const char *line_text;    /* the tests' line, borrowed; NULL: not to be seen */
};
/* tests: the text of tests.rs; NULL: not to be seen. */
void explain_tests_error(const struct diag *d, const struct explain_source *src, const char *tests, struct tests_error *te);
void explain_tests_release(struct tests_error *te);
/* "The tests call `area(3, 4)` with 2 values; your `area` (line 1) takes 1: …" */
void explain_tests_say(const struct diag *d, const struct tests_error *te, struct sbuf *out);
void explain_tests_your_code(const struct tests_error *te, const struct explain_source *src, struct steps *out);
void explain_tests_where(const struct diag *d, const struct tests_error *te, const struct explain_source *src, struct steps *out);

/* Steps of one diagnostic. te: its place is in the author's tests; or NULL. explain_text: what rustc --explain says about its code, or NULL. */
void explain_error_steps(const struct diag *d, const struct card *card, const char *explain_text,
			 const struct explain_source *src, const struct tests_error *te, struct steps *out);
/* Steps of a card alone (an error code with no program). */
void explain_card_steps(const struct card *card, const char *code, const char *explain_text, struct steps *out);
/* Steps of what happened while running: panic, failed test, wrong output, limit. */
void explain_run_steps(const struct check_result *r, const struct card *card, const struct explain_source *src,
		       struct steps *out);
/* Where the learner is to look: the line that stopped it, or the definition of what the test asked. NULL and 0: not known. */
void explain_run_place(const struct check_result *r, const struct explain_source *src, char **file, int *line);
/* Slug of the card for a verdict without a panic ("panic-timeout"), or NULL. */
const char *explain_run_card(const struct check_result *r);
/* The card's later steps, which are the same everywhere: try, analogue, usual fixes. */
void explain_card_tail(const struct card *card, struct steps *out);
void explain_card_cites(const struct card *card, struct step *s);

#endif
