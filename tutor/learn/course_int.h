/* What course.c (pure) and course_load.c (files) share. Private to these two. */
#ifndef LEARN_COURSE_INT_H
#define LEARN_COURSE_INT_H

#include "base/map.h"
#include "learn/course.h"

struct course {
	char *root;
	/* fixed after course_open, so that maps and callers may point into it */
	struct lesson *lessons;
	size_t n_lessons, alloc_lessons;
	struct exercise *exercises; /* the same */
	size_t n_exercises, alloc_exercises;
	struct strv topics;
	struct concept *concepts;
	size_t n_concepts;
	struct course_problem *problems;
	size_t n_problems, alloc_problems;
	struct map lesson_ids, exercise_ids, concept_ids;
	bool errors_read;
	struct cards errors;
	struct card **cards;        /* others, read one by one */
	size_t n_cards, alloc_cards;
};

/*
 * A line at the start of the sentence ("Line 7: ...", or of the front matter's YAML) becomes the
 * record's.
 */
void course_add_problem(struct course *c, const char *file, const char *what);
/* Sorts what was read, fills the maps, drops doubles, checks that what is named exists. */
void course_index(struct course *c);
/*
 * Body and files of `full` into the head that was there first, whose strings others point to; full
 * is used up.
 */
void lesson_take_body(struct lesson *head, struct lesson *full);
void exercise_take_files(struct exercise *head, struct exercise *full);

#endif
