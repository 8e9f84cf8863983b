/* pack_int: what the files of pack share. Private to svc/pack*.c. */
#ifndef SVC_PACK_INT_H
#define SVC_PACK_INT_H

#include "learn/quiz.h"
#include "svc/pack.h"

/* A prediction's program (other kinds have none). */
void pack_add_quiz(struct pack_units *u, const char *file, const struct quiz_item *q);
/* Solution, starter and wrong solutions of a loaded exercise, when it is whole. */
void pack_add_programs(struct pack_units *u, const struct exercise *e, const char *what, struct pack_report *r);
/* The units own it from now on. */
void pack_keep_exercise(struct pack_units *u, struct exercise *e_take);

void pack_collect_exam(struct course *course, const char *only, struct pack_units *u, struct pack_report *r);
/* Style and coverage: reading grade, near copies, what each concept and error code has. Adds figures and problems. */
void pack_lint(struct course *course, struct pack_report *r);
void pack_lint_release(struct pack_report *r);
struct json *pack_lint_json(const struct pack_report *r);
void pack_lint_plain(const struct pack_report *r, struct sbuf *out);

#endif
