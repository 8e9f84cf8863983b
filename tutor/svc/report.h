/*
 * report: the typed results of check, hint and explain, for fronts that show more than text. A call's data
 * is one of these when its type is the one named here.
 */
#ifndef SVC_REPORT_H
#define SVC_REPORT_H

#include "svc/explain.h"
#include "svc/ops.h"

/* Of `check`. */
struct check_report {
	char *id;                 /* exercise id, or the path */
	bool is_exercise;
	char *text;               /* what was checked; NULL for a project */
	size_t len;
	struct check_result r;
	struct explanations e;    /* empty when it passed */
	int max_rung;             /* shown without asking */
	char *after;              /* Markdown shown on passing; NULL */
	char *record_error;       /* the attempt could not be kept: one sentence; NULL */
};
extern const struct result_type check_report_type;

/* Of `explain`. */
struct explain_report {
	char *what;               /* file or code */
	struct explanations e;
	int max_rung;
	char *clean;              /* nothing to explain: one sentence; NULL */
	char *note;               /* a model was to add its sentences and could not: why; NULL */
};
extern const struct result_type explain_report_type;

/* Of `hint`. */
struct hint_report {
	char *id;
	int rung, taken;          /* this rung; the highest taken so far */
	int next;                 /* -1: no further one */
	struct steps steps;       /* of this rung only */
	bool passed;              /* it passes already: nothing to hint at */
	char *note;               /* as of explain_report */
	bool final;               /* a part has no last lines yet */
};
extern const struct result_type hint_report_type;

#endif
