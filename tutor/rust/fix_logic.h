/*
 * fix_logic: small changes of a program that compiles and whose tests fail, for generate-and-validate repair. Which function
 * may be at fault (what the failing tests call and the passing ones do not), and at each place of it the slips that people
 * make: `<` for `<=`, `+` for `-`, a wrong first value, a forgotten update. They only propose; the tests are the judge.
 *
 * The operators are those of mutation testing turned around (A. J. Offutt et al., "An Experimental Determination of Sufficient
 * Mutant Operators", 1996; J. A. Jones et al., "Visualization of Test Information to Assist Fault Localization", 2002), used as
 * V. Debroy and W. E. Wong, "Using Mutation to Automatically Suggest Fixes for Faulty Programs", 2010, do; that the likelier
 * change comes first, not the first that passes, is from F. Long and M. Rinard, "Automatic Patch Generation by Learning
 * Correct Code" (Prophet), 2016; all changes in one program, chosen when it starts, from R. H. Untch et al., "Mutation Analysis
 * Using Mutant Schemata", 1993.
 *
 * Never touched: tests, what is behind #[cfg(test)], macros, locked texts. Never proposed: a test's own value as a case of
 * its own, or the removal of a statement.
 */
#ifndef RUST_FIX_LOGIC_H
#define RUST_FIX_LOGIC_H

#include "rust/edits.h"

#define LOGIC_MAX 240            /* edits in all, the likeliest */
#define LOGIC_VARIABLE "TUTOR_VARIANT"

struct logic_text {              /* borrowed */
	const char *name, *text;
	size_t len;
	bool locked;             /* only read: tests/ */
};
struct logic_test {              /* as it ran; borrowed */
	const char *name;        /* "tests::adds" */
	bool passed;
	const char *got, *wanted; /* of an assert; NULL */
};
struct logic_spec {
	const struct logic_text *texts;
	size_t n_texts;
	const struct logic_test *tests;
	size_t n_tests;
	const char *more_tests;  /* an exercise's tests, in a text of their own; NULL */
	bool endless;            /* they did not come to their end */
};

struct logic_edit {
	size_t file;             /* index in texts */
	struct edits e;          /* its reason is a clause without a full stop; its source the operator's name */
	double cost;             /* the likelier the lower */
	uint32_t body, body_end; /* inside the braces of the function around it */
	bool apart;              /* cannot be one variant among others: a const fn, an `impl Trait` that is returned */
};
struct logic_edits {
	struct logic_edit *v;
	size_t n, alloc;
};
/* The likeliest first, at most LOGIC_MAX; none when no test fails. Every one applies and changes something. */
void logic_find(const struct logic_spec *spec, struct logic_edits *out);
void logic_edits_release(struct logic_edits *l);

/*
 * All edits of a text in one: each function that has any gets a copy of its body for each, and the environment variable
 * LOGIC_VARIABLE, read once, says which is run: k + 1 is edit k, 0 or nothing the text as it was.
 */
struct logic_span { /* of a copy in the text that was made */
	uint32_t start, end;
	size_t edit;
};
struct logic_spans {
	struct logic_span *v;
	size_t n, alloc;
};
/* skip[k]: leave edit k out. Appends; spans come in order (free .v). false: no edit of this text is left. */
bool logic_variants(const struct logic_text *t, size_t file, const struct logic_edits *l, const bool *skip, struct sbuf *out,
		    struct logic_spans *spans);

#endif
