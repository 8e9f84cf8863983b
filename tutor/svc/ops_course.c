/* Operations on content: lessons, lesson, exercises, exercise. */
#include "learn/course.h"
#include "learn/progress.h"
#include "store/learner.h"
#include "svc/app.h"
#include "svc/ops_list.h"
#include "svc/work.h"
#include "svc/write.h"
#include "text/layout.h"

/* Results of these borrow from the course, which lives as long as the app. */
struct listing {
	struct course *course;
	struct progress *progress; /* NULL: the record could not be read */
	char *topic;               /* NULL: all */
	const struct lesson *lesson;
	const struct exercise *exercise;
	char *path;                /* the learner's file */
	bool markdown;
};

static void listing_free(void *data)
{
	struct listing *l = data;

	progress_free(l->progress);
	free(l->topic);
	free(l->path);
	free(l);
}

static struct listing *listing_new(struct call *call)
{
	struct sbuf err = SBUF_INIT;
	struct course *course = app_course(call->app, &err);
	struct learner *learner;
	struct listing *l;

	if (!course) {
		call_fail(call, ERROR_NEEDED, NULL, "%s", err.buf);
		sbuf_release(&err);
		return NULL;
	}
	l = xcalloc(1, sizeof(*l));
	l->course = course;
	/* Reading content must work when the record does not: a list without ticks. */
	learner = app_learner(call->app, &err);
	if (learner) {
		l->progress = progress_new(course);
		progress_load(l->progress, learner, NULL);
	}
	sbuf_release(&err);
	return l;
}

static struct json *lessons_json(const void *data)
{
	const struct listing *l = data;
	struct json *j = json_object(), *arr = json_array();

	for (size_t i = 0; i < course_lessons(l->course); i++) {
		const struct lesson *x = course_lesson_at(l->course, i);
		struct json *o = json_object();

		json_set_str(o, "id", x->id);
		json_set_num(o, "number", x->number);
		json_set_str(o, "title", x->title);
		json_set_num(o, "minutes", x->minutes);
		json_set_strv(o, "concepts", &x->concepts);
		json_set_num(o, "read", l->progress ? progress_lesson_share(l->progress, x->id) : 0);
		json_add_take(arr, o);
	}
	json_set_take(j, "lessons", arr);
	return j;
}

static void lessons_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct listing *l = data;
	int minutes = 0;

	(void)width;
	for (size_t i = 0; i < course_lessons(l->course); i++) {
		const struct lesson *x = course_lesson_at(l->course, i);
		double share = l->progress ? progress_lesson_share(l->progress, x->id) : 0;
		const char *mark = share >= 1 ? (ascii ? "x" : "✓") : share > 0 ? (ascii ? "~" : "…") : " ";

		sbuf_addf(out, "%s %2d  %-28s %-48s %3d min\n", mark, x->number, x->id, x->title, x->minutes);
		minutes += x->minutes;
	}
	sbuf_addf(out, "\n%zu lessons, %d minutes. `tutor lesson ID` shows one.\n", course_lessons(l->course), minutes);
}

static const struct result_type lessons_type = { "lessons", lessons_json, lessons_plain, listing_free };

static void lessons_start(struct call *call)
{
	struct listing *l = listing_new(call);

	if (l)
		call_finish(call, &lessons_type, l, false);
}

const struct op op_lessons = {
	.name = "lessons", .words = "lessons", .title = "List the lessons",
	.help = "Lists the lessons in course order, with minutes and what you have read.",
	.result_schema = "{\"type\":\"object\",\"properties\":{\"lessons\":{\"type\":\"array\"}},\"required\":[\"lessons\"]}",
	.fronts = FRONT_ALL, .start = lessons_start,
};

static struct json *lesson_json(const void *data)
{
	const struct lesson *x = ((const struct listing *)data)->lesson;
	struct json *j = json_object(), *quizzes = json_array();
	char *body = xmemdupz(x->body, x->body_len);

	json_set_str(j, "id", x->id);
	json_set_num(j, "number", x->number);
	json_set_str(j, "title", x->title);
	json_set_num(j, "minutes", x->minutes);
	json_set_strv(j, "concepts", &x->concepts);
	json_set_strv(j, "requires", &x->requires);
	json_set_strv(j, "sources", &x->sources);
	json_set_str(j, "markdown", body);
	for (size_t i = 0; i < x->n_quizzes; i++) {
		struct json *q = json_object();

		json_set_str(q, "id", x->quizzes[i].id);
		json_set_str(q, "kind", kind_name(x->quizzes[i].kind));
		json_set_str(q, "ask", x->quizzes[i].ask);
		json_add_take(quizzes, q);
	}
	json_set_take(j, "quizzes", quizzes);
	free(body);
	return j;
}

static void quiz_plain(const struct quiz_item *q, int number, int width, bool ascii, struct sbuf *out)
{
	sbuf_addf(out, "  Question %d\n", number);
	write_markdown(q->ask, 2, width, ascii, out);
	if (q->code)
		sbuf_addf(out, "\n%s\n", q->code);
	for (size_t i = 0; i < q->n_options; i++) {
		struct sbuf text = SBUF_INIT;

		sbuf_addf(&text, "%zu. %s", i + 1, q->options[i].text);
		write_markdown(text.buf, 4, width, ascii, out);
		sbuf_release(&text);
	}
	sbuf_addch(out, '\n');
}

/* The lesson's blocks in order; a quiz fence shows its question, not its YAML with the answers. */
static void lesson_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct listing *l = data;
	const struct lesson *x = l->lesson;
	struct layout_opts o = { .width = width, .max_text = 96, .flags = ascii ? LAYOUT_ASCII : 0 };
	int questions = 0;

	if (l->markdown) {
		sbuf_add(out, x->body, x->body_len);
		return;
	}
	for (size_t i = 0; i < x->doc.n; i++) {
		const struct quiz_item *q = lesson_quiz_at(x, i);
		struct rows rows = ROWS_INIT;

		if (q) {
			quiz_plain(q, ++questions, width, ascii, out);
			continue;
		}
		layout_block(&x->doc, i, &o, &rows);
		rows_plain(&rows, out);
		if (out->len && out->buf[out->len - 1] != '\n')
			sbuf_addch(out, '\n');
		rows_release(&rows);
	}
}

static const struct result_type lesson_type = { "lesson", lesson_json, lesson_plain, listing_free };

static void lesson_start(struct call *call)
{
	struct listing *l = listing_new(call);
	struct sbuf err = SBUF_INIT;

	if (!l)
		return;
	l->markdown = call_bool(call, "markdown");
	l->lesson = course_lesson(l->course, call_str(call, "id"), &err);
	if (l->lesson) {
		call_finish(call, &lesson_type, l, false);
	} else {
		listing_free(l);
		call_fail(call, ERROR_USAGE, "tutor lessons", "%s", err.buf);
	}
	sbuf_release(&err);
}

static const struct op_arg lesson_args[] = {
	{ .name = "id", .type = ARG_STRING, .required = true, .positional = true, .max = 200, .help = "a lesson's id or number" },
	{ .name = "markdown", .type = ARG_BOOL, .help = "the text as it was written" },
};

const struct op op_lesson = {
	.name = "lesson", .words = "lesson", .title = "Read a lesson",
	.help = "Shows one lesson as plain text, Markdown or JSON.",
	.args = lesson_args, .n_args = ARRAY_SIZE(lesson_args),
	.result_schema = "{\"type\":\"object\",\"required\":[\"id\",\"title\",\"markdown\"]}",
	.fronts = FRONT_ALL, .start = lesson_start,
};

static bool wanted(const struct listing *l, const struct exercise *e)
{
	return !l->topic || streq(l->topic, e->topic);
}

static struct json *exercise_head_json(const struct listing *l, const struct exercise *e)
{
	struct json *o = json_object();

	json_set_str(o, "id", e->id);
	json_set_str(o, "title", e->title);
	json_set_str(o, "topic", e->topic);
	json_set_str(o, "kind", kind_name(e->kind));
	json_set_num(o, "difficulty", e->difficulty);
	json_set_num(o, "minutes", e->minutes);
	json_set_strv(o, "concepts", &e->concepts);
	json_set_strv(o, "requires", &e->requires);
	json_set_bool(o, "passed", l->progress && progress_passed(l->progress, e->id));
	return o;
}

static struct json *exercises_json(const void *data)
{
	const struct listing *l = data;
	struct json *j = json_object(), *arr = json_array();

	for (size_t i = 0; i < course_exercises(l->course); i++)
		if (wanted(l, course_exercise_at(l->course, i)))
			json_add_take(arr, exercise_head_json(l, course_exercise_at(l->course, i)));
	json_set_take(j, "exercises", arr);
	return j;
}

static const char *exercise_mark(const struct listing *l, const struct exercise *e, bool ascii)
{
	const struct item_state *s = l->progress ? progress_state(l->progress, e->id) : NULL;

	if (s && s->passed)
		return ascii ? "x" : "✓";
	return s && s->attempts ? (ascii ? "~" : "…") : " ";
}

static void exercises_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct listing *l = data;
	size_t n = 0, passed = 0;

	(void)width;
	for (size_t i = 0; i < course_exercises(l->course); i++) {
		const struct exercise *e = course_exercise_at(l->course, i);

		if (!wanted(l, e))
			continue;
		sbuf_addf(out, "%s %-40s %-17s %d/5 %3d min  %s\n", exercise_mark(l, e, ascii), e->id, kind_name(e->kind),
			  e->difficulty, e->minutes, e->title);
		n++;
		passed += l->progress && progress_passed(l->progress, e->id);
	}
	sbuf_addf(out, "\n%zu exercises, %zu passed. `tutor exercise ID` shows one.\n", n, passed);
}

static const struct result_type exercises_type = { "exercises", exercises_json, exercises_plain, listing_free };

static void exercises_start(struct call *call)
{
	struct listing *l = listing_new(call);
	struct sbuf err = SBUF_INIT;

	if (!l)
		return;
	l->topic = xstrdup_or_null(call_str(call, "topic"));
	if (l->topic && !strv_has(course_topics(l->course), l->topic)) {
		ids_unknown("topic", l->topic, course_topics(l->course), &err);
		listing_free(l);
		call_fail(call, ERROR_USAGE, "tutor exercises", "%s", err.buf);
	} else {
		call_finish(call, &exercises_type, l, false);
	}
	sbuf_release(&err);
}

static const struct op_arg exercises_args[] = {
	{ .name = "topic", .type = ARG_STRING, .max = 100, .help = "only this topic" },
};

const struct op op_exercises = {
	.name = "exercises", .words = "exercises", .title = "List the exercises",
	.help = "Lists the exercises by topic and difficulty, with what you have passed.",
	.args = exercises_args, .n_args = ARRAY_SIZE(exercises_args),
	.result_schema = "{\"type\":\"object\",\"properties\":{\"exercises\":{\"type\":\"array\"}},\"required\":[\"exercises\"]}",
	.fronts = FRONT_ALL, .start = exercises_start,
};

static struct json *exercise_json(const void *data)
{
	const struct listing *l = data;
	const struct exercise *e = l->exercise;
	struct json *o = exercise_head_json(l, e);

	json_set_str(o, "statement", e->statement);
	json_set_str(o, "starter", e->starter);
	json_set_str(o, "path", l->path);
	json_set_strv(o, "forbid", &e->forbid);
	json_set_strv(o, "must_use", &e->must_use);
	json_set_strv(o, "variants", &e->variants);
	json_set_strv(o, "starter_files", &e->starter_files);
	if (l->progress && progress_passed(l->progress, e->id))
		json_set_str(o, "after", e->after);
	return o;
}

static void exercise_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct listing *l = data;
	const struct exercise *e = l->exercise;

	sbuf_addf(out, "%s  (%s, %s, difficulty %d of 5, about %d minutes)\n\n", e->title, e->id, kind_title(e->kind),
		  e->difficulty, e->minutes);
	write_markdown(e->statement, 0, width, ascii, out);
	if (e->starter)
		sbuf_addf(out, "\n%s:\n\n%s\n", kind_is_predict(e->kind) ? "The program" : "It starts as", e->starter);
	if (l->path)
		sbuf_addf(out, "\nYour file: %s\n", l->path);
	sbuf_addf(out, "Check it:  tutor check %s\nStuck:     tutor hint %s\n", e->id, e->id);
}

static const struct result_type exercise_type = { "exercise", exercise_json, exercise_plain, listing_free };

static void exercise_start(struct call *call)
{
	struct listing *l = listing_new(call);
	struct sbuf err = SBUF_INIT;

	if (!l)
		return;
	l->exercise = course_exercise(l->course, call_str(call, "id"), &err);
	if (l->exercise) {
		l->path = work_ensure(call->app, l->exercise, NULL);
		call_finish(call, &exercise_type, l, false);
	} else {
		listing_free(l);
		call_fail(call, ERROR_USAGE, "tutor exercises", "%s", err.buf);
	}
	sbuf_release(&err);
}

static const struct op_arg exercise_args[] = {
	{ .name = "id", .type = ARG_STRING, .required = true, .positional = true, .max = 200, .help = "an exercise's id, as TOPIC/NAME" },
};

const struct op op_exercise = {
	.name = "exercise", .words = "exercise", .title = "Show an exercise",
	.help = "Shows the statement and the starter, and where your file is.",
	.args = exercise_args, .n_args = ARRAY_SIZE(exercise_args),
	.result_schema = "{\"type\":\"object\",\"required\":[\"id\",\"title\",\"statement\"]}",
	.fronts = FRONT_ALL, .start = exercise_start,
};
