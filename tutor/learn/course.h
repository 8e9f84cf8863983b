/*
 * course: the whole content below one root folder (lessons/ exercises/ kb/). Opening it reads what
 * the home page needs: the heads of lessons and exercises and the concept graph. Bodies, exercise
 * files and cards are read when asked for, and kept. A broken file becomes a problem record; the
 * rest still loads. File access lives in course_load.c. Not for threads.
 */
#ifndef LEARN_COURSE_H
#define LEARN_COURSE_H

#include "kb/card.h"
#include "learn/exercise.h"
#include "learn/lesson.h"

struct course; /* opaque */

struct concept {
	char *id, *title;
	char *about;       /* NULL: none */
	struct strv requires;
	bool core;
	int order;         /* place in teaching order, from 0 */
};

struct course_problem {
	char *file;        /* relative to the root */
	int line;          /* 0: unknown */
	char *what;        /* one sentence */
};

/*
 * Where the content is: $TUTOR_CONTENT if given, else beside the program (exe's folder and its
 * parents, so build/tutor finds its tree), else datadir. A folder counts when it has
 * kb/concepts.yaml. env, exe, datadir may be NULL. Owned path, or NULL and a sentence.
 */
char *course_find_root(const char *env, const char *exe, const char *datadir, struct sbuf *err);

/* NULL only when the root cannot be read at all. */
struct course *course_open(const char *root, struct sbuf *err);
void course_free(struct course *c);
const char *course_root(const struct course *c);
/* Grows when something is loaded later. */
size_t course_problems(const struct course *c, const struct course_problem **out);

/* Lessons in order of their numbers. Heads; lesson.loaded says whether the body is there. */
size_t course_lessons(const struct course *c);
const struct lesson *course_lesson_at(const struct course *c, size_t i);
/* NULL: none; also former ids and numbers ("6") */
const struct lesson *course_lesson_head(const struct course *c, const char *id);
/*
 * The whole lesson, read on the first call (its head stays as it was read when the course was
 * opened). Unknown id: NULL and a sentence with the nearest ids.
 */
const struct lesson *course_lesson(struct course *c, const char *id, struct sbuf *err);
/* The lesson that holds this quiz, and the item; NULL when unknown. Reads lessons until found. */
const struct quiz_item *course_quiz(struct course *c, const char *quiz,
				    const struct lesson **lesson);

/*
 * Exercises sorted by teaching order of their topic (the concept order of its earliest exercise),
 * within it by difficulty, then id.
 */
size_t course_exercises(const struct course *c);
const struct exercise *course_exercise_at(const struct course *c, size_t i);
/* NULL: none; also former ids */
const struct exercise *course_exercise_head(const struct course *c, const char *id);
const struct exercise *course_exercise(struct course *c, const char *id, struct sbuf *err);
/* Topic names in the order above, borrowed; NULL-terminated as argv. */
const struct strv *course_topics(const struct course *c);

/*
 * Concepts in teaching order: as written in kb/concepts.yaml, but each after all that it requires.
 */
size_t course_concepts(const struct course *c);
const struct concept *course_concept_at(const struct course *c, size_t i);
const struct concept *course_concept(const struct course *c, const char *id);
/* the first that teaches it; NULL */
const struct lesson *course_lesson_for(const struct course *c, const char *concept);

/*
 * All error cards, read on the first call (questions, tasks and concepts belong to the knowledge
 * base's index).
 */
const struct cards *course_error_cards(struct course *c);
/*
 * Any card by slug "questions/NAME", read on the first call. NULL and a sentence when there is
 * none.
 */
const struct card *course_card(struct course *c, const char *slug, struct sbuf *err);
/* Reads everything there is, so that course_problems is complete; for `pack check` and tests. */
void course_load_all(struct course *c);

/*
 * The concept graph, pure. Reads kb/concepts.yaml's text and puts it in teaching order. Problems
 * (unknown requires, cycles, repeated ids) are appended as sentences; what takes part in a cycle
 * comes last, as written.
 */
int concepts_parse(const char *text, size_t len, struct concept **out, size_t *n,
		   struct strv *problems, struct sbuf *err);
void concepts_free(struct concept *v, size_t n);

#endif
