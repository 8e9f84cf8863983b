/*
 * pack: proves content: every code block, starter, solution, wrong solution, variant and card does what its
 * label says, by compiling and running it. Two checks at a time; what passed once under the same rustc is
 * remembered by a hash of everything that went in.
 */
#ifndef SVC_PACK_H
#define SVC_PACK_H

#include "svc/ops.h"

struct app;
struct exercise;
struct pack_lint;

struct pack_problem {
	char *id;    /* "exercise ownership/move-string", "lessons/06-moves.md:40" */
	char *what;  /* one sentence */
};

struct pack_report {
	size_t items;    /* lessons, exercises, cards looked at */
	size_t exam_items; /* of these, of the exam pool */
	struct pack_lint *lint; /* style and coverage, owned; NULL unless everything was asked for */
	size_t units;    /* blocks and programs checked */
	size_t cached;   /* of these, known from before */
	struct pack_problem *problems;
	size_t n, alloc;
	int64_t ms;
};
extern const struct result_type pack_report_type;

void pack_problem_add(struct pack_report *r, const char *id, const char *fmt, ...) PRINTF_LIKE(3, 4);

/* What a program must do. */
enum pack_expect {
	PACK_RUNS,         /* exit 0; output compared when given */
	PACK_FAILS,        /* does not compile; root code compared when given */
	PACK_PANICS,
	PACK_COMPILES,
	PACK_PASSES,       /* verdict passed, no warnings */
	PACK_NOT_PASSES,   /* any verdict but passed, and the check itself worked */
};

struct pack_unit {
	char *id;                        /* for the problem */
	enum pack_expect expect;
	char *text;                      /* program, or answer */
	char *output;                    /* PACK_RUNS: NULL any */
	char *code;                      /* PACK_FAILS, PACK_NOT_PASSES: "E0382", "none", NULL any */
	const struct exercise *exercise; /* borrowed; NULL: a plain program */
	char *project;                   /* a folder, of a project */
	char *overlay;                   /* files laid over a copy of project, or NULL */
	bool run_main;                   /* run main even when there are tests */
	char *stamp;                     /* more bytes for the hash, or NULL */
};

struct pack_units {
	struct pack_unit *v;
	size_t n, alloc;
	struct exercise **variants; /* loaded for these units, owned */
	size_t n_variants, variants_alloc;
};

/* Adds a unit with empty fields; valid until the next. */
struct pack_unit *pack_unit_add(struct pack_units *u, enum pack_expect expect, const char *id_fmt, ...) PRINTF_LIKE(3, 4);

/* Collects what there is to prove (pack_collect.c); loads the course wholly. only: "lessons", "exercises", "kb", an id; NULL: all. */
struct course;
void pack_collect(struct course *course, const char *only, struct pack_units *units, struct pack_report *r);

#endif
