/*
 * result: what a check, a hint or an explanation says, as rows: verdict, tests, steps by rungs, output.
 * Used by lessons, exercises and the playground, so that they all look alike.
 */
#ifndef UI_RESULT_H
#define UI_RESULT_H

#include "svc/report.h"
#include "ui/ui.h"

enum result_flags {
	RESULT_BRIEF = 1 << 0,   /* below a lesson's program: no ladder, no tests that passed */
	RESULT_WANT_ERROR = 1 << 1, /* a program that is meant to fail: an error is no failure */
};

/* max_rung: the highest that is shown of the explanations. */
void result_rows(struct ui *ui, const struct check_report *r, int max_rung, unsigned flags, int width,
		 struct rows *out);
void result_steps(struct ui *ui, const struct steps *s, int from_rung, int to_rung, int width, struct rows *out);
/* "Hints: 1 the rule  2 ..." with those taken marked. */
void result_ladder(struct ui *ui, int taken, int next, int width, struct rows *out);
/* Program output in its own style, at most max_lines. */
void result_output(struct ui *ui, const char *label, const char *text, size_t len, int max_lines, int width, struct rows *out);

#endif
