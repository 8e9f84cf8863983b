/* lesson: what the files of the lesson view share. Nobody else includes it. */
#ifndef UI_LESSON_H
#define UI_LESSON_H

#include "learn/lesson.h"
#include "svc/report.h"
#include "ui/ui.h"

struct lesson_run {         /* of one program of the lesson */
	struct call *call;  /* under way */
	char *progress;
	struct check_report *report; /* borrowed from `ended` */
	struct call *ended;
	char *error;
	int shift;          /* lines that were put before the block's first */
};

struct lesson_quiz {
	uint64_t marked;    /* options, as bits */
	size_t order[QUIZ_MAX_PARTS]; /* how options or lines are shown */
	char *text;         /* what was typed; NULL: nothing yet */
	int result;         /* 1 right, 0 wrong, -1 cannot be read, -2 not answered */
	char *why;          /* Markdown; NULL */
	int before;         /* at an earlier time: 1 right, 0 wrong, -1 never */
	int tries;
};

struct lesson_view {
	struct view *view;
	const struct lesson *lesson;
	struct lesson_run *runs;    /* as lesson->fences */
	struct lesson_quiz *quizzes;
	double share;               /* read so far, as stored */
	double seen;                /* as shown on the screen so far */
	struct rect contents, text; /* where they were last drawn */
};

/* lesson_rows.c */
void lesson_rows(struct lesson_view *l, int width, struct rows *out);

/* lesson_run.c: items "run:K", K the index of the program. */
int lesson_run_of(const struct lesson_view *l, const char *href); /* -1: it is no program's */
int lesson_run_at_hand(struct lesson_view *l);                    /* chosen, or the first on the screen; -1 */
void lesson_run_start(struct lesson_view *l, int k);
void lesson_run_edit(struct lesson_view *l, int k);
bool lesson_run_cancel(struct lesson_view *l); /* false: none was running */
void lesson_run_release(struct lesson_view *l);

/* lesson_quiz.c: items "option:Q:I", "answer:Q", "line:Q:I", "submit:Q"; I the place shown, from 0. */
void lesson_quiz_init(struct lesson_view *l);
int lesson_quiz_of(const struct lesson_view *l, const char *href, int *part); /* -1: it is no question's; part -1: none */
void lesson_quiz_rows(struct lesson_view *l, size_t q, int width, struct rows *out);
enum request lesson_quiz_request(struct lesson_view *l, enum request r, const struct input *in);
void lesson_quiz_release(struct lesson_view *l);

#endif
