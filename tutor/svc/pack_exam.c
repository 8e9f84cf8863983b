/* The exam pool (kb/exam-pool): questions as YAML files, items with code as folders like an exercise. */
#include "base/file.h"
#include "base/json.h"
#include "learn/course.h"
#include "svc/pack_int.h"

#define ITEM_MAX (64u << 10)

static void need_number(const struct json *j, const char *key, double min, double max, const char *id, struct pack_report *r)
{
	double v = json_get_num(j, key, -1);

	if (v < min || v > max)
		pack_problem_add(r, id, "`%s` must be a number from %g to %g.", key, min, max);
}

static void check_head(struct course *course, const char *id, const char *name, const char *text, size_t len, struct pack_report *r)
{
	struct sbuf err = SBUF_INIT;
	struct json *j = yaml_parse(text, len, &err);
	struct strv concepts = STRV_INIT;

	if (!j)
		pack_problem_add(r, id, "%s", err.buf);
	if (j && !streq(json_get_str(j, "id", ""), name))
		pack_problem_add(r, id, "its `id` is not its file's name.");
	if (j && !*json_get_str(j, "title", ""))
		pack_problem_add(r, id, "it has no title.");
	json_get_strv(j, "concepts", &concepts);
	if (j && !concepts.n)
		pack_problem_add(r, id, "it names no concept.");
	for (size_t i = 0; i < concepts.n; i++)
		if (!course_concept(course, concepts.v[i]))
			pack_problem_add(r, id, "there is no concept `%s`.", concepts.v[i]);
	if (j) {
		need_number(j, "difficulty", 1, 5, id, r);
		need_number(j, "minutes", 1, 120, id, r);
		need_number(j, "points", 1, 100, id, r);
	}
	strv_release(&concepts);
	json_free(j);
	sbuf_release(&err);
}

static void collect_question(struct course *course, const char *path, const char *file, struct pack_units *u, struct pack_report *r)
{
	struct sbuf text = SBUF_INIT, err = SBUF_INIT;
	char *name = xmemdupz(file, strlen(file) - strlen(".yaml")), *id = xstrfmt("kb/exam-pool/%s", file);
	struct quiz_item q;

	r->items++;
	r->exam_items++;
	if (file_read_text(path, ITEM_MAX, "The exam item", &text, &err) < 0 || quiz_parse(text.buf, text.len, 1, &q, &err) < 0) {
		pack_problem_add(r, id, "%s", err.buf);
	} else {
		check_head(course, id, name, text.buf, text.len, r);
		pack_add_quiz(u, id, &q);
		quiz_release(&q);
	}
	free(name);
	free(id);
	sbuf_release(&text);
	sbuf_release(&err);
}

static void collect_program(const char *path, const char *name, struct pack_units *u, struct pack_report *r)
{
	struct exercise *e = xcalloc(1, sizeof(*e));
	struct sbuf err = SBUF_INIT;
	char *id = xstrfmt("kb/exam-pool/%s", name);

	r->items++;
	r->exam_items++;
	pack_keep_exercise(u, e);
	if (exercise_load(path, name, e, &err) < 0) {
		pack_problem_add(r, id, "%s", err.buf);
	} else {
		if (e->n_wrong < 2)
			pack_problem_add(r, id, "it has fewer than two wrong solutions that must fail.");
		pack_add_programs(u, e, id, r);
	}
	free(id);
	sbuf_release(&err);
}

void pack_collect_exam(struct course *course, const char *only, struct pack_units *u, struct pack_report *r)
{
	char *dir = xstrfmt("%s/kb/exam-pool", course_root(course));
	struct strv names = STRV_INIT;

	if (file_is_dir(dir))
		file_list(dir, &names, NULL);
	for (size_t i = 0; i < names.n; i++) {
		char *path = path_join(dir, names.v[i]);
		size_t stem = strcspn(names.v[i], ".");

		if (only && (strlen(only) != stem || strncmp(only, names.v[i], stem)))
			;
		else if (file_is_dir(path))
			collect_program(path, names.v[i], u, r);
		else if (ends_with(names.v[i], ".yaml"))
			collect_question(course, path, names.v[i], u, r);
		free(path);
	}
	strv_release(&names);
	free(dir);
}
