/* The one file of this room that reads files: exercises and the course. */
#include "learn/course.h"

#include "base/file.h"

/* 1 read, 0 there is no such file, -1 error. *out is owned. */
static int read_text(const char *dir, const char *name, const char *what, char **out, struct sbuf *err)
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
	    read_text(e->dir, predict ? "solution.txt" : "solution.rs", "the solution", &e->solution, err) < 0)
		return -1;
	if (read_text(e->dir, "tests.rs", "Rust source", &e->tests, err) < 0 ||
	    read_text(e->dir, "probe.rs", "Rust source", &e->probe, err) < 0)
		return -1;
	return read_text(e->dir, "probe.out", "the probe's output", &e->probe_out, err) < 0 ? -1 : 0;
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
			error(err, file_is_dir(dir) ? "%s has no exercise.md." : "There is no folder %s.", dir);
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

int exercise_load_variant(const struct exercise *e, const char *name, struct exercise *out, struct sbuf *err)
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
