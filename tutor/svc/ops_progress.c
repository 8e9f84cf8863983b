/* Operation: progress show. */
#include "base/clock.h"
#include "learn/progress.h"
#include "svc/app.h"
#include "svc/ops_list.h"

#define MAX_TOPICS 100
#define MAX_NEXT 5
#define MAX_CODES 10

struct seen_code {
	char *code;
	int count;
};

struct progress_report {
	struct progress *p;
	struct progress_topic total, topics[MAX_TOPICS];
	size_t n_topics;
	struct progress_next next[MAX_NEXT];
	size_t n_next;
	struct seen_code codes[MAX_CODES];
	size_t n_codes;
	size_t lessons, lessons_read;
};

static void report_free(void *data)
{
	struct progress_report *r = data;

	for (size_t i = 0; i < r->n_codes; i++)
		free(r->codes[i].code);
	progress_free(r->p);
	free(r);
}

static struct json *next_json(const struct progress_next *n)
{
	struct json *j = json_object();

	json_set_str(j, "kind", n->lesson ? "lesson" : "exercise");
	json_set_str(j, "id", n->lesson ? n->lesson->id : n->exercise->id);
	json_set_str(j, "title", n->lesson ? n->lesson->title : n->exercise->title);
	json_set_str(j, "why", progress_why_text(n->why));
	return j;
}

static struct json *topic_json(const struct progress_topic *t)
{
	struct json *j = json_object();

	if (t->topic)
		json_set_str(j, "topic", t->topic);
	json_set_num(j, "total", (double)t->total);
	json_set_num(j, "passed", (double)t->passed);
	json_set_num(j, "tried", (double)t->tried);
	json_set_num(j, "minutes_left", t->minutes_left);
	return j;
}

static struct json *report_json(const void *data)
{
	const struct progress_report *r = data;
	struct json *j = json_object(), *topics = json_array(), *next = json_array(), *codes = json_array();

	for (size_t i = 0; i < r->n_topics; i++)
		json_add_take(topics, topic_json(&r->topics[i]));
	for (size_t i = 0; i < r->n_next; i++)
		json_add_take(next, next_json(&r->next[i]));
	for (size_t i = 0; i < r->n_codes; i++) {
		struct json *c = json_object();

		json_set_str(c, "code", r->codes[i].code);
		json_set_num(c, "count", r->codes[i].count);
		json_add_take(codes, c);
	}
	json_set_take(j, "exercises", topic_json(&r->total));
	json_set_num(j, "lessons", (double)r->lessons);
	json_set_num(j, "lessons_read", (double)r->lessons_read);
	json_set_take(j, "topics", topics);
	json_set_take(j, "next", next);
	json_set_take(j, "errors_met", codes);
	return j;
}

static void bar(size_t done, size_t total, bool ascii, struct sbuf *out)
{
	size_t full = total ? done * 10 / total : 0;

	for (size_t i = 0; i < 10; i++)
		sbuf_addstr(out, i < full ? (ascii ? "#" : "█") : (ascii ? "." : "░"));
}

static void report_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct progress_report *r = data;

	(void)width;
	sbuf_addf(out, "Lessons read: %zu of %zu.  Exercises passed: %zu of %zu.\n\n", r->lessons_read, r->lessons, r->total.passed,
		  r->total.total);
	for (size_t i = 0; i < r->n_topics; i++) {
		const struct progress_topic *t = &r->topics[i];

		bar(t->passed, t->total, ascii, out);
		sbuf_addf(out, "  %-22s %zu of %zu\n", t->topic, t->passed, t->total);
	}
	if (r->n_next)
		sbuf_addstr(out, "\nNext:\n");
	for (size_t i = 0; i < r->n_next; i++) {
		const struct progress_next *n = &r->next[i];

		sbuf_addf(out, "  tutor %s %s  (%s) %s\n", n->lesson ? "lesson" : "exercise", n->lesson ? n->lesson->id : n->exercise->id,
			  n->lesson ? n->lesson->title : n->exercise->title, progress_why_text(n->why));
	}
	if (r->n_codes)
		sbuf_addstr(out, "\nErrors you met most:\n");
	for (size_t i = 0; i < r->n_codes; i++)
		sbuf_addf(out, "  %s %d times  (tutor explain %s)\n", r->codes[i].code, r->codes[i].count, r->codes[i].code);
}

static const struct result_type report_type = { "progress", report_json, report_plain, report_free };

/* Keeps the MAX_CODES most frequent ones, sorted. */
static void take_code(void *ctx, const char *code, int count, int64_t last_at)
{
	struct progress_report *r = ctx;
	size_t i;

	(void)last_at;
	if (!*code)
		return;
	for (i = 0; i < r->n_codes && r->codes[i].count >= count; i++)
		;
	if (i == MAX_CODES)
		return;
	if (r->n_codes == MAX_CODES)
		free(r->codes[--r->n_codes].code);
	memmove(&r->codes[i + 1], &r->codes[i], (r->n_codes - i) * sizeof(r->codes[0]));
	r->codes[i] = (struct seen_code){ xstrdup(code), count };
	r->n_codes++;
}

static void progress_start(struct call *call)
{
	struct sbuf err = SBUF_INIT;
	struct course *course = app_course(call->app, &err);
	struct learner *learner = course ? app_learner(call->app, &err) : NULL;
	struct progress_report *r;

	if (!learner) {
		call_fail(call, ERROR_NEEDED, NULL, "%s", err.buf);
		sbuf_release(&err);
		return;
	}
	r = xcalloc(1, sizeof(*r));
	r->p = progress_new(course);
	if (progress_load(r->p, learner, &err) < 0 || learner_codes(learner, take_code, r, &err) < 0) {
		report_free(r);
		call_fail(call, ERROR_NEEDED, NULL, "%s", err.buf);
	} else {
		progress_total(r->p, &r->total);
		r->n_topics = progress_topics(r->p, r->topics, MAX_TOPICS);
		r->n_next = progress_next(r->p, r->next, MAX_NEXT);
		r->lessons = course_lessons(course);
		for (size_t i = 0; i < r->lessons; i++)
			r->lessons_read += progress_lesson_share(r->p, course_lesson_at(course, i)->id) >= 1;
		call_finish(call, &report_type, r, false);
	}
	sbuf_release(&err);
}

const struct op op_progress_show = {
	.name = "progress_show", .words = "progress show", .title = "Show your progress",
	.help = "Shows what you read and passed, by topic, what comes next, and the errors you met most.",
	.result_schema = "{\"type\":\"object\",\"required\":[\"exercises\",\"topics\",\"next\"]}",
	.fronts = FRONT_ALL, .start = progress_start,
};
