#include "learn/progress.h"

#include "learn/ladder.h"

#define READ_SHARE 0.95 /* a lesson scrolled this far counts as read */

struct progress {
	const struct course *course;
	struct item_state *items; /* by place in the course */
	double *shares;           /* by lesson */
	struct map places;        /* exercise id -> &items[i] */
	bool *known;              /* by concept; filled when asked for */
	bool known_fresh;
};

struct progress *progress_new(const struct course *c)
{
	struct progress *p = xcalloc(1, sizeof(*p));

	p->course = c;
	p->items = xcalloc(course_exercises(c) + 1, sizeof(*p->items));
	p->shares = xcalloc(course_lessons(c) + 1, sizeof(*p->shares));
	p->known = xcalloc(course_concepts(c) + 1, sizeof(*p->known));
	for (size_t i = 0; i < course_exercises(c); i++)
		map_put(&p->places, course_exercise_at(c, i)->id, &p->items[i]);
	return p;
}

void progress_free(struct progress *p)
{
	if (!p)
		return;
	map_release(&p->places);
	free(p->items);
	free(p->shares);
	free(p->known);
	free(p);
}

/* The record of an exercise, under its former ids, too. */
static struct item_state *place_of(const struct progress *p, const char *exercise)
{
	const struct exercise *e = course_exercise_head(p->course, exercise);

	return e ? map_get(&p->places, e->id) : NULL;
}

static int64_t earlier(int64_t a, int64_t b)
{
	return !a ? b : !b ? a : MIN(a, b);
}

/* Records under a former id and the present one are one record. */
static void merge(struct item_state *to, const struct item_state *s)
{
	to->seen |= s->seen;
	to->passed |= s->passed;
	to->attempts += s->attempts;
	to->rung = MAX(to->rung, s->rung);
	to->first_at = earlier(to->first_at, s->first_at);
	to->passed_at = earlier(to->passed_at, s->passed_at);
	to->last_at = MAX(to->last_at, s->last_at);
}

void progress_item(struct progress *p, const char *exercise, const struct item_state *s)
{
	struct item_state *at = place_of(p, exercise);

	if (at)
		merge(at, s);
	p->known_fresh = false;
}

static long lesson_place(const struct progress *p, const char *lesson)
{
	const struct lesson *l = course_lesson_head(p->course, lesson);

	return l ? (long)(l - course_lesson_at(p->course, 0)) : -1;
}

void progress_lesson(struct progress *p, const char *lesson, double share)
{
	long i = lesson_place(p, lesson);

	if (i >= 0)
		p->shares[i] = MAX(p->shares[i], share);
	p->known_fresh = false;
}

static void take_item(void *ctx, const char *item, const struct item_state *s)
{
	progress_item(ctx, item, s);
}

static void load_lessons(struct progress *p, struct learner *l, const struct lesson *head)
{
	progress_lesson(p, head->id, learner_lesson_share(l, head->id));
	for (size_t i = 0; i < head->was.n; i++)
		progress_lesson(p, head->id, learner_lesson_share(l, head->was.v[i]));
}

int progress_load(struct progress *p, struct learner *l, struct sbuf *err)
{
	for (size_t i = 0; i < course_lessons(p->course); i++)
		load_lessons(p, l, course_lesson_at(p->course, i));
	return learner_items(l, take_item, p, err);
}

static void count(const struct item_state *s, const struct exercise *e, struct progress_topic *t)
{
	t->total++;
	t->passed += s->passed;
	t->tried += s->seen && !s->passed;
	if (!s->passed)
		t->minutes_left += e->minutes;
}

size_t progress_topics(const struct progress *p, struct progress_topic *out, size_t max)
{
	const struct strv *topics = course_topics(p->course);
	size_t n = MIN(topics->n, max);

	for (size_t k = 0; k < n; k++) {
		out[k] = (struct progress_topic){ .topic = topics->v[k] };
		for (size_t i = 0; i < course_exercises(p->course); i++) {
			const struct exercise *e = course_exercise_at(p->course, i);

			if (streq(e->topic, topics->v[k]))
				count(&p->items[i], e, &out[k]);
		}
	}
	return n;
}

void progress_total(const struct progress *p, struct progress_topic *out)
{
	*out = (struct progress_topic){ 0 };
	for (size_t i = 0; i < course_exercises(p->course); i++)
		count(&p->items[i], course_exercise_at(p->course, i), out);
}

const struct item_state *progress_state(const struct progress *p, const char *exercise)
{
	const struct item_state *s = place_of(p, exercise);

	return s && s->seen ? s : NULL;
}

bool progress_passed(const struct progress *p, const char *exercise)
{
	const struct item_state *s = progress_state(p, exercise);

	return s && s->passed;
}

double progress_lesson_share(const struct progress *p, const char *lesson)
{
	long i = lesson_place(p, lesson);

	return i >= 0 ? p->shares[i] : 0;
}

static void know(const struct progress *p, bool *known, const struct strv *concepts)
{
	for (size_t i = 0; i < concepts->n; i++) {
		const struct concept *k = course_concept(p->course, concepts->v[i]);

		if (k)
			known[k->order] = true;
	}
}

static const bool *known_concepts(const struct progress *p)
{
	struct progress *cache = (struct progress *)p;

	if (p->known_fresh)
		return p->known;
	memset(cache->known, 0, course_concepts(p->course) * sizeof(*p->known));
	for (size_t i = 0; i < course_lessons(p->course); i++)
		if (p->shares[i] >= READ_SHARE)
			know(p, cache->known, &course_lesson_at(p->course, i)->concepts);
	for (size_t i = 0; i < course_exercises(p->course); i++)
		if (p->items[i].passed && !rung_reschedules(p->items[i].rung))
			know(p, cache->known, &course_exercise_at(p->course, i)->concepts);
	cache->known_fresh = true;
	return p->known;
}

bool progress_knows(const struct progress *p, const char *concept)
{
	const struct concept *k = course_concept(p->course, concept);

	return k && known_concepts(p)[k->order];
}

/* --- what next ----------------------------------------------------------------------- */

struct next_list {
	const struct progress *p;
	struct progress_next *out;
	size_t n, max;
};

static void add(struct next_list *l, enum progress_why why, const struct lesson *lesson,
		const struct exercise *exercise)
{
	if (l->n < l->max)
		l->out[l->n++] = (struct progress_next){ why, lesson, exercise };
}

struct dated {
	size_t place;
	int64_t at;
};

static int latest_first(const void *a, const void *b)
{
	const struct dated *x = a, *y = b;

	if (x->at != y->at)
		return x->at > y->at ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

static bool is_unfinished(const struct item_state *s)
{
	return s->seen && !s->passed;
}

static bool is_again(const struct item_state *s)
{
	return s->passed && rung_reschedules(s->rung);
}

/* Exercises in a certain state, by the time they were last touched. */
static void add_touched(struct next_list *l, enum progress_why why,
			bool (*wanted)(const struct item_state *))
{
	size_t total = course_exercises(l->p->course), n = 0;
	struct dated *v = xcalloc(total + 1, sizeof(*v));

	for (size_t i = 0; i < total; i++)
		if (wanted(&l->p->items[i]))
			v[n++] = (struct dated){ i, l->p->items[i].last_at };
	qsort(v, n, sizeof(*v), latest_first);
	for (size_t i = 0; i < n; i++)
		add(l, why, NULL, course_exercise_at(l->p->course, v[i].place));
	free(v);
}

static void add_begun_lessons(struct next_list *l)
{
	for (size_t i = 0; i < course_lessons(l->p->course); i++)
		if (l->p->shares[i] > 0 && l->p->shares[i] < READ_SHARE)
			add(l, WHY_LESSON_BEGUN, course_lesson_at(l->p->course, i), NULL);
}

static bool knows_all(const struct progress *p, const struct strv *concepts)
{
	for (size_t i = 0; i < concepts->n; i++)
		/* A name that is no concept (an author's mistake) must not lock anything. */
		if (course_concept(p->course, concepts->v[i]) && !progress_knows(p, concepts->v[i]))
			return false;
	return true;
}

/*
 * Exercises not touched yet whose requirements and own concepts are known. They come with the
 * concept that they test first.
 */
static void add_exercises_of(struct next_list *l, const struct concept *k)
{
	for (size_t i = 0; i < course_exercises(l->p->course); i++) {
		const struct exercise *e = course_exercise_at(l->p->course, i);

		if (!l->p->items[i].seen && e->concepts.n && streq(e->concepts.v[0], k->id) &&
		    knows_all(l->p, &e->requires) && knows_all(l->p, &e->concepts))
			add(l, WHY_EXERCISE, NULL, e);
	}
}

static void add_lessons_of(struct next_list *l, const struct concept *k)
{
	for (size_t i = 0; i < course_lessons(l->p->course); i++) {
		const struct lesson *x = course_lesson_at(l->p->course, i);

		if (l->p->shares[i] == 0 && x->concepts.n && streq(x->concepts.v[0], k->id) &&
		    knows_all(l->p, &x->requires))
			add(l, WHY_LESSON, x, NULL);
	}
}

size_t progress_next(const struct progress *p, struct progress_next *out, size_t max)
{
	struct next_list l = { .p = p, .out = out, .max = max };

	add_touched(&l, WHY_FAILED, is_unfinished);
	add_begun_lessons(&l);
	for (size_t i = 0; i < course_concepts(p->course); i++) {
		add_exercises_of(&l, course_concept_at(p->course, i));
		add_lessons_of(&l, course_concept_at(p->course, i));
	}
	add_touched(&l, WHY_AGAIN, is_again);
	return l.n;
}

const char *progress_why_text(enum progress_why why)
{
	static const char *const texts[] = {
		[WHY_FAILED] = "You began it, and it has not passed yet.",
		[WHY_LESSON_BEGUN] = "You are in the middle of it.",
		[WHY_LESSON] = "You know all that it needs.",
		[WHY_EXERCISE] = "You have read about it: now do it.",
		[WHY_AGAIN] = "You passed it with the solution in sight: try it once more.",
	};

	return texts[why];
}
