/*
 * progress: from what a learner did and the course to shares per topic, what to go on with, and
 * what is due. Pure; names are borrowed from the course.
 */
#ifndef LEARN_PROGRESS_H
#define LEARN_PROGRESS_H

#include "base/map.h"
#include "learn/course.h"
#include "store/learner.h"

struct progress; /* opaque */

struct progress_topic {
	const char *topic;
	size_t total, passed, tried; /* tried: begun and not passed */
	int minutes_left;
};

enum progress_why {
	WHY_FAILED /* tried, not passed */,
	WHY_LESSON_BEGUN,
	WHY_LESSON,
	WHY_EXERCISE,
	WHY_AGAIN /* passed only with rung 5 */
};

struct progress_next {
	enum progress_why why;
	const struct lesson *lesson;     /* one of the two is NULL */
	const struct exercise *exercise; /* heads */
};

struct progress *progress_new(const struct course *c);
void progress_free(struct progress *p);
/* Facts, in any order; unknown ids are kept out of the counts. */
void progress_item(struct progress *p, const char *exercise, const struct item_state *s);
void progress_lesson(struct progress *p, const char *lesson, double share);
/* All of it from the store. */
int progress_load(struct progress *p, struct learner *l, struct sbuf *err);

/* in the course's order */
size_t progress_topics(const struct progress *p, struct progress_topic *out, size_t max);
/* topic NULL */
void progress_total(const struct progress *p, struct progress_topic *out);
bool progress_passed(const struct progress *p, const char *exercise);
/* NULL: never touched */
const struct item_state *progress_state(const struct progress *p, const char *exercise);
double progress_lesson_share(const struct progress *p, const char *lesson);
/*
 * A concept is known when a lesson that teaches it was read to the end, or an exercise with it
 * passed below rung 5.
 */
bool progress_knows(const struct progress *p, const char *concept);
/*
 * What to go on with, best first: failed or unfinished (latest first), then the lesson under way,
 * then by concept order lessons and exercises whose requirements are known.
 */
size_t progress_next(const struct progress *p, struct progress_next *out, size_t max);
/* One sentence for the home page: "You tried it and it did not pass yet." */
const char *progress_why_text(enum progress_why why);

#endif
