/* The one file of this room that reads files: exercises and the course. */
#include "learn/course.h"

#include "base/file.h"
#include "learn/course_int.h"

#define HEAD_BYTES 4096 /* what is read of a file for its front matter, at first */
#define CARD_MAX (1u << 18)

/* 1 read, 0 there is no such file, -1 error. *out is owned. */
static int read_text(const char *dir, const char *name, const char *what, char **out,
		     struct sbuf *err)
{
	char *path = path_join(dir, name);
	struct sbuf text = SBUF_INIT;
	int rc = 0;

	if (file_exists(path)) {
		rc = file_read_text(path, EXERCISE_FILE_MAX, what, &text, err) < 0 ? -1 : 1;
		if (rc == 1) {
			free(*out);
			*out = sbuf_detach(&text, NULL);
		}
	}
	sbuf_release(&text);
	free(path);
	return rc;
}

static int load_wrong(struct exercise *e, struct sbuf *err)
{
	char *dir = path_join(e->dir, "wrong");
	struct strv names = STRV_INIT;
	int rc = 0;

	if (file_is_dir(dir))
		rc = file_list(dir, &names, err);
	if (names.n)
		exercise_drop_wrong(e);
	if (names.n)
		e->wrong = xcalloc(names.n, sizeof(*e->wrong));
	for (size_t i = 0; i < names.n && rc >= 0; i++) {
		struct exercise_wrong *w = &e->wrong[e->n_wrong++];

		w->name = xstrdup(names.v[i]);
		if (e->kind != KIND_PROJECT)
			rc = read_text(dir, w->name, "a wrong solution", &w->text, err);
	}
	strv_release(&names);
	free(dir);
	return rc < 0 ? -1 : 0;
}

static int load_tree(const struct exercise *e, const char *name, struct strv *out, struct sbuf *err)
{
	char *dir = path_join(e->dir, name);
	int rc;

	strv_release(out);
	rc = file_is_dir(dir) ? file_walk(dir, EXERCISE_MAX_FILES, out, err) : 0;
	free(dir);
	return rc;
}

static int load_variants(struct exercise *e, struct sbuf *err)
{
	char *dir = path_join(e->dir, "variants");
	int rc = file_is_dir(dir) ? file_list(dir, &e->variants, err) : 0;

	free(dir);
	return rc;
}

static int load_hints(struct exercise *e, struct sbuf *err)
{
	char *text = NULL;
	int rc = read_text(e->dir, "hints.md", "Markdown with hints", &text, err);

	for (size_t i = 0; i < EXERCISE_RUNGS && rc == 1; i++) {
		free(e->hints[i]);
		e->hints[i] = NULL;
	}
	if (rc == 1)
		rc = exercise_parse_hints(text, strlen(text), e, err);
	free(text);
	return rc < 0 ? -1 : 0;
}

static int load_files(struct exercise *e, struct sbuf *err)
{
	bool predict = kind_is_predict(e->kind);

	if (e->kind == KIND_PROJECT)
		return load_tree(e, "starter", &e->starter_files, err) < 0 ||
		       load_tree(e, "solution", &e->solution_files, err) < 0 ? -1 :
		       load_tree(e, "tests", &e->test_files, err);
	if (read_text(e->dir, "starter.rs", "Rust source", &e->starter, err) < 0 ||
	    read_text(e->dir, predict ? "solution.txt" : "solution.rs", "the solution",
		      &e->solution, err) < 0)
		return -1;
	if (read_text(e->dir, "tests.rs", "Rust source", &e->tests, err) < 0 ||
	    read_text(e->dir, "probe.rs", "Rust source", &e->probe, err) < 0)
		return -1;
	return read_text(e->dir, "probe.out", "the probe's output", &e->probe_out, err) < 0 ? -1
											    : 0;
}

/* Everything of a folder beside exercise.md. */
static int load_rest(struct exercise *e, struct sbuf *err)
{
	return load_files(e, err) < 0 || load_hints(e, err) < 0 ? -1 : load_wrong(e, err);
}

/* Names the file in front of a sentence about its contents. */
static int fail_in(const char *dir, const char *name, const struct sbuf *why, struct sbuf *err)
{
	return error(err, "%s/%s: %s", dir, name, why->buf);
}

int exercise_load(const char *dir, const char *id, struct exercise *e, struct sbuf *err)
{
	struct sbuf why = SBUF_INIT;
	char *text = NULL;
	int rc;

	memset(e, 0, sizeof(*e));
	rc = read_text(dir, "exercise.md", "Markdown", &text, err);
	if (rc <= 0) {
		if (!rc)
			error(err,
			      file_is_dir(dir) ? "%s has no exercise.md."
					       : "There is no folder %s.",
			      dir);
		return -1;
	}
	rc = exercise_parse(id, text, strlen(text), true, e, &why);
	if (rc < 0) {
		fail_in(dir, "exercise.md", &why, err);
	} else {
		e->dir = xstrdup(dir);
		rc = load_rest(e, err) < 0 ? -1 : load_variants(e, err);
		e->loaded = true;
	}
	if (rc < 0)
		exercise_release(e);
	sbuf_release(&why);
	free(text);
	return rc;
}

static bool has_file(const char *dir, const char *name)
{
	char *path = path_join(dir, name);
	bool yes = file_exists(path);

	free(path);
	return yes;
}

static int overlay_variant(struct exercise *e, struct sbuf *err)
{
	struct sbuf why = SBUF_INIT;
	char *text = NULL;
	int rc = read_text(e->dir, "exercise.md", "Markdown", &text, err);

	if (has_file(e->dir, "tests.rs") || has_file(e->dir, "probe.rs"))
		exercise_drop_ways(e);
	if (rc == 1) {
		rc = exercise_parse_variant(text, strlen(text), e, &why);
		if (rc < 0)
			fail_in(e->dir, "exercise.md", &why, err);
	}
	sbuf_release(&why);
	free(text);
	return rc < 0 ? -1 : load_rest(e, err);
}

int exercise_load_variant(const struct exercise *e, const char *name, struct exercise *out,
			  struct sbuf *err)
{
	char *dir = xstrfmt("%s/variants/%s", e->dir, name);
	int rc = 0;

	memset(out, 0, sizeof(*out));
	if (!path_is_safe(name) || strchr(name, '/') || !file_is_dir(dir))
		rc = error(err, "The exercise %s has no variant `%.80s`.", e->id, name);
	else
		rc = exercise_load(e->dir, e->id, out, err);
	if (!rc) {
		free(out->dir);
		out->dir = xstrdup(dir);
		out->variant = xstrdup(name);
		strv_release(&out->variants);
		rc = overlay_variant(out, err);
		if (rc < 0)
			exercise_release(out);
	}
	free(dir);
	return rc;
}

/* --- the course ---------------------------------------------------------------------- */

static bool is_root(const char *dir)
{
	return has_file(dir, "kb/concepts.yaml");
}

static char *root_near(const char *exe)
{
	char *abs = path_absolute(exe), *dir = path_dir(abs), *up;

	free(abs);
	for (int i = 0; i < 4 && !is_root(dir); i++) {
		up = path_dir(dir);
		free(dir);
		dir = up;
	}
	if (is_root(dir))
		return dir;
	free(dir);
	return NULL;
}

char *course_find_root(const char *env, const char *exe, const char *datadir, struct sbuf *err)
{
	char *near;

	if (env && *env) {
		if (is_root(env))
			return path_absolute(env);
		error(err, "TUTOR_CONTENT is %s, but there is no kb/concepts.yaml.", env);
		return NULL;
	}
	near = exe ? root_near(exe) : NULL;
	if (near)
		return near;
	if (datadir && is_root(datadir))
		return xstrdup(datadir);
	error(err,
	      "The lessons were found neither beside the program nor in %s; set TUTOR_CONTENT to "
	      "the folder that "
	      "holds lessons, exercises and kb.",
	      datadir ? datadir : "the installed folder");
	return NULL;
}

/* Names of a folder below the root; a missing one is told and empty. */
static void list_folder(struct course *c, const char *rel, struct strv *names)
{
	char *dir = path_join(c->root, rel);
	struct sbuf err = SBUF_INIT;

	if (file_list(dir, names, &err) < 0)
		course_add_problem(c, rel, err.buf);
	sbuf_release(&err);
	free(dir);
}

/* The start of a file with its front matter, or all of it when that is longer than usual. */
static int read_head(const char *path, struct sbuf *out, struct sbuf *err)
{
	sbuf_reset(out);
	if (file_read_start(path, HEAD_BYTES, out, err) < 0)
		return -1;
	if (out->len < HEAD_BYTES || strstr(out->buf + MIN(out->len, 3), "\n---"))
		return 0;
	sbuf_reset(out);
	return file_read_start(path, EXERCISE_FILE_MAX, out, err);
}

static void open_lesson(struct course *c, const char *name, struct sbuf *text)
{
	char *rel = xstrfmt("lessons/%s", name), *path = path_join(c->root, rel);
	struct sbuf err = SBUF_INIT;
	struct lesson l;

	if (read_head(path, text, &err) < 0 ||
	    lesson_parse_head(rel, text->buf, text->len, &l, &err) < 0) {
		course_add_problem(c, rel, err.buf);
	} else {
		ARRAY_GROW(c->lessons, c->n_lessons + 1, c->alloc_lessons);
		c->lessons[c->n_lessons++] = l;
	}
	sbuf_release(&err);
	free(path);
	free(rel);
}

static void open_lessons(struct course *c, struct sbuf *text)
{
	struct strv names = STRV_INIT;

	list_folder(c, "lessons", &names);
	for (size_t i = 0; i < names.n; i++)
		if (names.v[i][0] >= '0' && names.v[i][0] <= '9' && ends_with(names.v[i], ".md"))
			open_lesson(c, names.v[i], text);
	strv_release(&names);
}

static void open_exercise(struct course *c, const char *id, struct sbuf *text)
{
	char *rel = xstrfmt("exercises/%s", id), *dir = path_join(c->root, rel);
	char *path = path_join(dir, "exercise.md"), *file = path_join(rel, "exercise.md");
	struct sbuf err = SBUF_INIT;
	struct exercise e;

	if (read_head(path, text, &err) < 0 ||
	    exercise_parse(id, text->buf, text->len, false, &e, &err) < 0) {
		course_add_problem(c, file, err.buf);
	} else {
		e.dir = dir;
		dir = NULL;
		ARRAY_GROW(c->exercises, c->n_exercises + 1, c->alloc_exercises);
		c->exercises[c->n_exercises++] = e;
	}
	sbuf_release(&err);
	free(file);
	free(path);
	free(dir);
	free(rel);
}

static void open_topic(struct course *c, const char *topic, struct sbuf *text)
{
	char *rel = xstrfmt("exercises/%s", topic), *dir = path_join(c->root, rel);
	struct strv names = STRV_INIT;

	if (file_is_dir(dir))
		list_folder(c, rel, &names);
	for (size_t i = 0; i < names.n; i++) {
		char *id = xstrfmt("%s/%s", topic, names.v[i]), *sub = path_join(dir, names.v[i]);

		if (file_is_dir(sub))
			open_exercise(c, id, text);
		free(sub);
		free(id);
	}
	strv_release(&names);
	free(dir);
	free(rel);
}

static void open_exercises(struct course *c, struct sbuf *text)
{
	struct strv topics = STRV_INIT;

	list_folder(c, "exercises", &topics);
	for (size_t i = 0; i < topics.n; i++)
		open_topic(c, topics.v[i], text);
	strv_release(&topics);
}

static void open_concepts(struct course *c)
{
	static const char file[] = "kb/concepts.yaml";
	struct strv problems = STRV_INIT;
	struct sbuf err = SBUF_INIT;
	char *text = NULL;

	if (read_text(c->root, file, "YAML", &text, &err) < 0 ||
	    (text &&
	     concepts_parse(text, strlen(text), &c->concepts, &c->n_concepts, &problems, &err) < 0))
		course_add_problem(c, file, err.buf);
	else if (!text)
		course_add_problem(c, file, "There is no list of concepts.");
	for (size_t i = 0; i < problems.n; i++)
		course_add_problem(c, file, problems.v[i]);
	strv_release(&problems);
	sbuf_release(&err);
	free(text);
}

struct course *course_open(const char *root, struct sbuf *err)
{
	struct sbuf text = SBUF_INIT;
	struct course *c;

	if (!file_is_dir(root)) {
		error(err, "There is no folder %s with lessons and exercises.", root);
		return NULL;
	}
	c = xcalloc(1, sizeof(*c));
	c->root = xstrdup(root);
	open_concepts(c);
	open_lessons(c, &text);
	open_exercises(c, &text);
	sbuf_release(&text);
	course_index(c);
	return c;
}

/* --- on demand ----------------------------------------------------------------------- */

static int load_lesson(struct course *c, struct lesson *l, struct sbuf *err)
{
	struct sbuf why = SBUF_INIT, text = SBUF_INIT;
	char *path = path_join(c->root, l->file);
	struct lesson full;
	int rc = 0;

	if (file_read_text(path, LESSON_MAX, "a lesson in Markdown", &text, &why) < 0 ||
	    lesson_parse(l->file, text.buf, text.len, &full, &why) < 0) {
		course_add_problem(c, l->file, why.buf);
		rc = error(err, "The lesson %s is broken. %s", l->file, why.buf);
	} else {
		lesson_take_body(l, &full);
	}
	sbuf_release(&why);
	sbuf_release(&text);
	free(path);
	return rc;
}

const struct lesson *course_lesson(struct course *c, const char *id, struct sbuf *err)
{
	struct lesson *l = (struct lesson *)course_lesson_head(c, id);
	struct strv ids = STRV_INIT;

	if (l)
		return l->loaded || !load_lesson(c, l, err) ? l : NULL;
	for (size_t i = 0; i < c->n_lessons; i++)
		strv_push(&ids, c->lessons[i].id);
	ids_unknown("lesson", id, &ids, err);
	strv_release(&ids);
	return NULL;
}

static const struct quiz_item *quiz_in(struct course *c, struct lesson *l, const char *quiz)
{
	return l->loaded || !load_lesson(c, l, NULL) ? lesson_quiz(l, quiz) : NULL;
}

const struct quiz_item *course_quiz(struct course *c, const char *quiz,
				    const struct lesson **lesson)
{
	const struct quiz_item *q = NULL;

	/* Usually a question is named after its lesson, so that one is looked at first. */
	for (int pass = 0; pass < 2 && !q; pass++) {
		for (size_t i = 0; i < c->n_lessons && !q; i++) {
			if (!pass != starts_with(quiz, c->lessons[i].id))
				continue;
			q = quiz_in(c, &c->lessons[i], quiz);
			if (q && lesson)
				*lesson = &c->lessons[i];
		}
	}
	return q;
}

static void tell_problems(struct course *c, const struct exercise *e)
{
	struct strv problems = STRV_INIT;
	char *rel = xstrfmt("exercises/%s%s%s", e->id, e->variant ? "/variants/" : "",
			    e->variant ? e->variant : "");

	exercise_problems(e, &problems);
	for (size_t i = 0; i < problems.n; i++)
		course_add_problem(c, rel, problems.v[i]);
	strv_release(&problems);
	free(rel);
}

static int load_exercise(struct course *c, struct exercise *e, struct sbuf *err)
{
	struct sbuf why = SBUF_INIT;
	struct exercise full;
	int rc = exercise_load(e->dir, e->id, &full, &why);

	if (rc < 0) {
		char *rel = xstrfmt("exercises/%s", e->id);

		course_add_problem(c, rel, why.buf);
		error(err, "The exercise %s is broken. %s", e->id, why.buf);
		free(rel);
	} else {
		exercise_take_files(e, &full);
		tell_problems(c, e);
	}
	sbuf_release(&why);
	return rc;
}

const struct exercise *course_exercise(struct course *c, const char *id, struct sbuf *err)
{
	struct exercise *e = (struct exercise *)course_exercise_head(c, id);
	struct strv ids = STRV_INIT;

	if (e)
		return e->loaded || !load_exercise(c, e, err) ? e : NULL;
	for (size_t i = 0; i < c->n_exercises; i++)
		strv_push(&ids, c->exercises[i].id);
	ids_unknown("exercise", id, &ids, err);
	strv_release(&ids);
	return NULL;
}

static int load_card(const struct course *c, const char *slug, struct card *card, struct sbuf *err)
{
	char *path = xstrfmt("%s/kb/cards/%s.md", c->root, slug);
	struct sbuf text = SBUF_INIT;
	int rc = file_read_text(path, CARD_MAX, "a card in Markdown", &text, err);

	if (!rc)
		rc = card_parse(slug, text.buf, text.len, card, err);
	sbuf_release(&text);
	free(path);
	return rc;
}

/* Slugs of one kind: "errors/E0382". */
static void list_cards(struct course *c, const char *kind, struct strv *slugs)
{
	char *rel = xstrfmt("kb/cards/%s", kind), *dir = path_join(c->root, rel);
	struct strv names = STRV_INIT;

	if (file_is_dir(dir))
		list_folder(c, rel, &names);
	for (size_t i = 0; i < names.n; i++)
		if (ends_with(names.v[i], ".md"))
			strv_pushf(slugs, "%s/%.*s", kind, (int)strlen(names.v[i]) - 3, names.v[i]);
	strv_release(&names);
	free(dir);
	free(rel);
}

static void card_problem(struct course *c, const char *slug, const char *what)
{
	char *file = xstrfmt("kb/cards/%s.md", slug);

	course_add_problem(c, file, what);
	free(file);
}

const struct cards *course_error_cards(struct course *c)
{
	struct strv slugs = STRV_INIT;
	struct sbuf err = SBUF_INIT;
	struct card card;

	if (c->errors_read)
		return &c->errors;
	c->errors_read = true;
	list_cards(c, "errors", &slugs);
	for (size_t i = 0; i < slugs.n; i++) {
		sbuf_reset(&err);
		if (load_card(c, slugs.v[i], &card, &err) < 0) {
			card_problem(c, slugs.v[i], err.buf);
			continue;
		}
		ARRAY_GROW(c->errors.v, c->errors.n + 1, c->errors.alloc);
		c->errors.v[c->errors.n++] = card;
	}
	strv_release(&slugs);
	sbuf_release(&err);
	return &c->errors;
}

static const struct card *no_card(struct course *c, const char *slug, struct sbuf *err)
{
	size_t n = strcspn(slug, "/");
	char *kind = xmemdupz(slug, n);
	struct strv slugs = STRV_INIT;

	if (path_is_safe(kind))
		list_cards(c, kind, &slugs);
	ids_unknown("card", slug, &slugs, err);
	strv_release(&slugs);
	free(kind);
	return NULL;
}

static const struct card *read_card(struct course *c, const char *slug, struct sbuf *err)
{
	struct sbuf why = SBUF_INIT;
	struct card card, *kept = NULL;

	if (load_card(c, slug, &card, &why) < 0) {
		card_problem(c, slug, why.buf);
		error(err, "The card %s is broken. %s", slug, why.buf);
	} else {
		kept = xmalloc(sizeof(*kept));
		*kept = card;
		ARRAY_GROW(c->cards, c->n_cards + 1, c->alloc_cards);
		c->cards[c->n_cards++] = kept;
	}
	sbuf_release(&why);
	return kept;
}

const struct card *course_card(struct course *c, const char *slug, struct sbuf *err)
{
	const struct card *card;
	char *rel;
	bool there;

	for (size_t i = 0; i < c->n_cards; i++)
		if (streq(c->cards[i]->slug, slug))
			return c->cards[i];
	if (!path_is_safe(slug) || !strchr(slug, '/'))
		return no_card(c, slug, err);
	if (starts_with(slug, "errors/")) {
		card = cards_by_slug(course_error_cards(c), slug);
		return card ? card : no_card(c, slug, err);
	}
	rel = xstrfmt("kb/cards/%s.md", slug);
	there = has_file(c->root, rel);
	free(rel);
	return there ? read_card(c, slug, err) : no_card(c, slug, err);
}

static void load_all_variants(struct course *c, const struct exercise *e)
{
	for (size_t i = 0; i < e->variants.n; i++) {
		struct sbuf err = SBUF_INIT;
		struct exercise v;

		if (exercise_load_variant(e, e->variants.v[i], &v, &err) < 0) {
			char *rel = xstrfmt("exercises/%s/variants/%s", e->id, e->variants.v[i]);

			course_add_problem(c, rel, err.buf);
			free(rel);
		} else {
			tell_problems(c, &v);
			exercise_release(&v);
		}
		sbuf_release(&err);
	}
}

static void check_lesson(struct course *c, const struct lesson *l, struct map *quizzes)
{
	for (size_t i = 0; i < l->unknown.n; i++) {
		char *what = xstrfmt("The key `%.80s` is not known.", l->unknown.v[i]);

		course_add_problem(c, l->file, what);
		free(what);
	}
	for (size_t i = 0; i < l->n_quizzes; i++) {
		const char *other = map_put(quizzes, l->quizzes[i].id, l->file);
		char *what;

		if (!other)
			continue;
		what = xstrfmt("Line %d: the question `%s` is in %s, too.", l->quizzes[i].line,
			       l->quizzes[i].id, other);
		course_add_problem(c, l->file, what);
		free(what);
	}
}

void course_load_all(struct course *c)
{
	static const char *const kinds[] = { "questions", "tasks", "concepts" };
	struct strv slugs = STRV_INIT;
	struct map quizzes = MAP_INIT;

	for (size_t i = 0; i < c->n_lessons; i++)
		if (c->lessons[i].loaded || !load_lesson(c, &c->lessons[i], NULL))
			check_lesson(c, &c->lessons[i], &quizzes);
	for (size_t i = 0; i < c->n_exercises; i++)
		if (c->exercises[i].loaded || !load_exercise(c, &c->exercises[i], NULL))
			load_all_variants(c, &c->exercises[i]);
	course_error_cards(c);
	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++)
		list_cards(c, kinds[i], &slugs);
	for (size_t i = 0; i < slugs.n; i++)
		course_card(c, slugs.v[i], NULL);
	strv_release(&slugs);
	map_release(&quizzes);
}
