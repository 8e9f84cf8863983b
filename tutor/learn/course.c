#include "learn/course.h"

#include <ctype.h>

#include "base/file.h"
#include "learn/course_int.h"

void course_add_problem(struct course *c, const char *file, const char *what)
{
	struct course_problem *p;
	int line = 0, used = 0;

	ARRAY_GROW(c->problems, c->n_problems + 1, c->alloc_problems);
	p = &c->problems[c->n_problems++];
	if (sscanf(what, "Line %6d%n", &line, &used) == 1 &&
	    !strncmp(what + used, " of the YAML", 12))
		line++; /* the front matter's first line is the dashes */
	*p = (struct course_problem){ xstrdup(file), line, xstrdup(what) };
}

void course_free(struct course *c)
{
	if (!c)
		return;
	for (size_t i = 0; i < c->n_lessons; i++)
		lesson_release(&c->lessons[i]);
	for (size_t i = 0; i < c->n_exercises; i++)
		exercise_release(&c->exercises[i]);
	for (size_t i = 0; i < c->n_problems; i++) {
		free(c->problems[i].file);
		free(c->problems[i].what);
	}
	for (size_t i = 0; i < c->n_cards; i++) {
		card_release(c->cards[i]);
		free(c->cards[i]);
	}
	concepts_free(c->concepts, c->n_concepts);
	cards_release(&c->errors);
	strv_release(&c->topics);
	map_release(&c->lesson_ids);
	map_release(&c->exercise_ids);
	map_release(&c->concept_ids);
	free(c->lessons);
	free(c->exercises);
	free(c->problems);
	free(c->cards);
	free(c->root);
	free(c);
}

const char *course_root(const struct course *c)
{
	return c->root;
}

size_t course_problems(const struct course *c, const struct course_problem **out)
{
	*out = c->problems;
	return c->n_problems;
}

size_t course_lessons(const struct course *c)
{
	return c->n_lessons;
}

const struct lesson *course_lesson_at(const struct course *c, size_t i)
{
	return i < c->n_lessons ? &c->lessons[i] : NULL;
}

/* "6", "06", "06-moves" and "06-moves.md" name a lesson by its file. */
static const struct lesson *lesson_by_file(const struct course *c, const char *name)
{
	long number = strtol(name, NULL, 10);
	bool digits = *name && !name[strspn(name, "0123456789")];
	size_t n = strlen(name);

	for (size_t i = 0; i < c->n_lessons; i++) {
		const char *base = path_base(c->lessons[i].file);

		if (digits ? c->lessons[i].number == number :
			     !strncmp(base, name, n) && (!base[n] || streq(base + n, ".md")))
			return &c->lessons[i];
	}
	return NULL;
}

const struct lesson *course_lesson_head(const struct course *c, const char *id)
{
	const struct lesson *l = map_get(&c->lesson_ids, id);

	return l || !isdigit((unsigned char)*id) ? l : lesson_by_file(c, id);
}

size_t course_exercises(const struct course *c)
{
	return c->n_exercises;
}

const struct exercise *course_exercise_at(const struct course *c, size_t i)
{
	return i < c->n_exercises ? &c->exercises[i] : NULL;
}

const struct exercise *course_exercise_head(const struct course *c, const char *id)
{
	return map_get(&c->exercise_ids, id);
}

const struct strv *course_topics(const struct course *c)
{
	return &c->topics;
}

size_t course_concepts(const struct course *c)
{
	return c->n_concepts;
}

const struct concept *course_concept_at(const struct course *c, size_t i)
{
	return i < c->n_concepts ? &c->concepts[i] : NULL;
}

const struct concept *course_concept(const struct course *c, const char *id)
{
	return map_get(&c->concept_ids, id);
}

const struct lesson *course_lesson_for(const struct course *c, const char *concept)
{
	for (size_t i = 0; i < c->n_lessons; i++)
		if (strv_has(&c->lessons[i].concepts, concept))
			return &c->lessons[i];
	return NULL;
}

/* --- order and maps ------------------------------------------------------------------ */

static int compare_lessons(const void *a, const void *b)
{
	const struct lesson *x = a, *y = b;

	return x->number != y->number ? x->number - y->number : strcmp(x->file, y->file);
}

static int concept_order(const struct course *c, const struct exercise *e)
{
	const struct concept *k = e->concepts.n ? course_concept(c, e->concepts.v[0]) : NULL;

	return k ? k->order : INT32_MAX;
}

struct topic {
	const char *name;
	int order; /* of its earliest exercise */
};

static int compare_topics(const void *a, const void *b)
{
	const struct topic *x = a, *y = b;

	if (x->order != y->order)
		return x->order < y->order ? -1 : 1;
	return strcmp(x->name, y->name);
}

static void find_topics(struct course *c)
{
	struct topic *v = xcalloc(c->n_exercises + 1, sizeof(*v));
	size_t n = 0, k;

	for (size_t i = 0; i < c->n_exercises; i++) {
		int order = concept_order(c, &c->exercises[i]);

		for (k = 0; k < n && !streq(v[k].name, c->exercises[i].topic); k++)
			;
		if (k == n)
			v[n++] = (struct topic){ c->exercises[i].topic, order };
		v[k].order = MIN(v[k].order, order);
	}
	qsort(v, n, sizeof(*v), compare_topics);
	for (k = 0; k < n; k++)
		strv_push(&c->topics, v[k].name);
	free(v);
}

struct ranked {
	struct exercise e;
	size_t topic;
};

static int compare_exercises(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->topic != y->topic)
		return x->topic < y->topic ? -1 : 1;
	if (x->e.difficulty != y->e.difficulty)
		return x->e.difficulty - y->e.difficulty;
	return strcmp(x->e.id, y->e.id);
}

static void sort_exercises(struct course *c)
{
	struct ranked *v = xcalloc(c->n_exercises + 1, sizeof(*v));

	for (size_t i = 0; i < c->n_exercises; i++) {
		v[i].e = c->exercises[i];
		while (v[i].topic < c->topics.n && !streq(c->topics.v[v[i].topic], v[i].e.topic))
			v[i].topic++;
	}
	qsort(v, c->n_exercises, sizeof(*v), compare_exercises);
	for (size_t i = 0; i < c->n_exercises; i++)
		c->exercises[i] = v[i].e;
	free(v);
}

static void twice(struct course *c, const char *file, const char *what, const char *id)
{
	char *sentence = xstrfmt("The %s `%.80s` is there twice; this one is left out.", what, id);

	course_add_problem(c, file, sentence);
	free(sentence);
}

/* Exercise ids are folder names and cannot come twice; lesson ids can. */
static void drop_double_lessons(struct course *c)
{
	struct map seen = MAP_INIT;
	size_t kept = 0;

	for (size_t i = 0; i < c->n_lessons; i++) {
		if (map_has(&seen, c->lessons[i].id)) {
			twice(c, c->lessons[i].file, "lesson", c->lessons[i].id);
			lesson_release(&c->lessons[i]);
			continue;
		}
		map_put(&seen, c->lessons[i].id, c);
		c->lessons[kept++] = c->lessons[i];
	}
	c->n_lessons = kept;
	map_release(&seen);
}

/* Former ids lead to the item, but never hide one that has the id now. */
static void add_former(struct map *m, const struct strv *was, void *item)
{
	for (size_t i = 0; i < was->n; i++)
		if (!map_has(m, was->v[i]))
			map_put(m, was->v[i], item);
}

static void fill_maps(struct course *c)
{
	for (size_t i = 0; i < c->n_lessons; i++)
		map_put(&c->lesson_ids, c->lessons[i].id, &c->lessons[i]);
	for (size_t i = 0; i < c->n_exercises; i++)
		map_put(&c->exercise_ids, c->exercises[i].id, &c->exercises[i]);
	for (size_t i = 0; i < c->n_lessons; i++)
		add_former(&c->lesson_ids, &c->lessons[i].was, &c->lessons[i]);
	for (size_t i = 0; i < c->n_exercises; i++)
		add_former(&c->exercise_ids, &c->exercises[i].was, &c->exercises[i]);
}

static void check_concepts(struct course *c, const char *file, const struct strv *names)
{
	for (size_t i = 0; i < names->n; i++) {
		char *what;

		if (course_concept(c, names->v[i]))
			continue;
		what = xstrfmt("There is no concept `%.80s`.", names->v[i]);
		course_add_problem(c, file, what);
		free(what);
	}
}

static void check_names(struct course *c)
{
	for (size_t i = 0; i < c->n_lessons; i++) {
		check_concepts(c, c->lessons[i].file, &c->lessons[i].concepts);
		check_concepts(c, c->lessons[i].file, &c->lessons[i].requires);
	}
	for (size_t i = 0; i < c->n_exercises; i++) {
		char *file = xstrfmt("exercises/%s/exercise.md", c->exercises[i].id);

		check_concepts(c, file, &c->exercises[i].concepts);
		check_concepts(c, file, &c->exercises[i].requires);
		free(file);
	}
}

void course_index(struct course *c)
{
	for (size_t i = 0; i < c->n_concepts; i++)
		map_put(&c->concept_ids, c->concepts[i].id, &c->concepts[i]);
	if (c->n_lessons)
		qsort(c->lessons, c->n_lessons, sizeof(*c->lessons), compare_lessons);
	drop_double_lessons(c);
	find_topics(c);
	sort_exercises(c);
	fill_maps(c);
	check_names(c);
}

/* --- bodies -------------------------------------------------------------------------- */

void lesson_take_body(struct lesson *head, struct lesson *full)
{
	struct lesson body = *full;

	/* Everything of the head stays where callers have pointers to it; the copy in full goes. */
	body.id = head->id;
	body.file = head->file;
	body.number = head->number;
	body.title = head->title;
	body.minutes = head->minutes;
	body.lang = head->lang;
	body.concepts = head->concepts;
	body.requires = head->requires;
	body.sources = head->sources;
	body.was = head->was;
	body.unknown = head->unknown;
	full->loaded = false;
	full->text = NULL;
	full->doc = (struct doc)DOC_INIT;
	full->fences = (struct fences)FENCES_INIT;
	full->quizzes = NULL;
	full->n_quizzes = 0;
	lesson_release(full);
	*head = body;
}

#define SWAP(type, a, b)                                                                           \
	do {                                                                                       \
		type swap_ = (a);                                                                  \
		(a) = (b);                                                                         \
		(b) = swap_;                                                                       \
	} while (0)

void exercise_take_files(struct exercise *head, struct exercise *full)
{
	SWAP(char *, head->id, full->id);
	SWAP(char *, head->dir, full->dir);
	SWAP(char *, head->title, full->title);
	SWAP(char *, head->topic, full->topic);
	SWAP(char *, head->mode, full->mode);
	SWAP(char *, head->error, full->error);
	SWAP(char *, head->lang, full->lang);
	SWAP(struct strv, head->concepts, full->concepts);
	SWAP(struct strv, head->requires, full->requires);
	SWAP(struct strv, head->was, full->was);
	SWAP(struct strv, head->forbid, full->forbid);
	SWAP(struct strv, head->must_use, full->must_use);
	SWAP(struct strv, head->unknown, full->unknown);
	SWAP(struct exercise_case *, head->cases, full->cases);
	SWAP(size_t, head->n_cases, full->n_cases);
	SWAP(struct exercise, *head, *full);
	exercise_release(full);
}
