/*
 * The home page: what to go on with, the lessons with how far they were read, the topics with what was
 * passed. Enter on a topic shows its exercises. `/` narrows everything down to what contains a word.
 */
#include "ui/ui.h"

#include "base/utf8.h"
#include "learn/course.h"
#include "learn/progress.h"
#include "store/learner.h"

#define NEXT_MAX 3
#define TOPICS_MAX 200

struct home {
	struct progress *progress; /* NULL: no course */
	struct strv opened;        /* topics whose exercises are shown */
	char *filter;              /* NULL: none */
};

static void load(struct view *v)
{
	struct home *h = v->priv;
	struct course *c = ui_course(v->ui);
	struct learner *l = ui_learner(v->ui);
	struct sbuf err = SBUF_INIT;

	progress_free(h->progress);
	h->progress = c ? progress_new(c) : NULL;
	if (h->progress && l && progress_load(h->progress, l, &err))
		ui_complain(v->ui, "%s", err.buf);
	sbuf_release(&err);
}

static void home_close(struct view *v)
{
	struct home *h = v->priv;

	progress_free(h->progress);
	strv_release(&h->opened);
	free(h->filter);
}

/* --- rows --- */

static struct row *entry(struct rows *rows, const char *kind, const char *id, const char *glyph, enum row_style style)
{
	char *href = xstrfmt("%s:%s", kind, id);
	struct row *row = rows_add(rows);

	row_add(row, ROW_TEXT, "  ", 2, href);
	row_add(row, style, glyph, strlen(glyph), href);
	row_add(row, ROW_TEXT, " ", 1, href);
	free(href);
	return row;
}

/* A right-hand remark, at a column of its own. */
static void remark(struct row *row, int width, enum row_style style, const char *text)
{
	int column = MAX(row_width(row) + 2, MIN(width, 96) - utf8_width(text, strlen(text)) - 2);

	row_add_at(row, column, style, text, strlen(text), NULL);
}

static void heading(struct rows *rows, int width, const char *text, const char *more)
{
	if (rows->n)
		rows_add(rows);
	struct row *row = rows_add(rows);
	row_add(row, ROW_TEXT, " ", 1, NULL);
	row_add(row, ROW_HEADING2, text, strlen(text), NULL);
	if (more && *more)
		remark(row, width, ROW_DIM, more);
}

static bool matches(const struct home *h, const char *text)
{
	struct sbuf a = SBUF_INIT, b = SBUF_INIT;
	bool found = true;

	if (h->filter) {
		utf8_fold(&a, text, strlen(text));
		utf8_fold(&b, h->filter, strlen(h->filter));
		found = strstr(a.buf, b.buf) != NULL;
	}
	sbuf_release(&a);
	sbuf_release(&b);
	return found;
}

static bool lesson_matches(const struct home *h, const struct lesson *l)
{
	struct sbuf b = SBUF_INIT;

	sbuf_addf(&b, "%d %s %s ", l->number, l->title, l->id);
	strv_join(&l->concepts, " ", &b);
	bool found = matches(h, b.buf);
	sbuf_release(&b);
	return found;
}

static bool exercise_matches(const struct home *h, const struct exercise *e)
{
	struct sbuf b = SBUF_INIT;

	sbuf_addf(&b, "%s %s %s ", e->title, e->id, kind_title(e->kind));
	strv_join(&e->concepts, " ", &b);
	bool found = matches(h, b.buf);
	sbuf_release(&b);
	return found;
}

static void add_next(struct view *v, struct rows *rows, int width)
{
	struct home *h = v->priv;
	struct progress_next next[NEXT_MAX];
	size_t n = progress_next(h->progress, next, NEXT_MAX);

	if (!n || h->filter)
		return;
	heading(rows, width, "Go on", NULL);
	for (size_t i = 0; i < n; i++) {
		const struct lesson *l = next[i].lesson;
		const struct exercise *e = next[i].exercise;
		struct row *row = entry(rows, l ? "lesson" : "exercise", l ? l->id : e->id, v->ui->g->pick, ROW_MARKER);
		row_addf(row, ROW_TEXT, "%s: %s", l ? "Lesson" : "Exercise", l ? l->title : e->title);
		remark(row, width, ROW_DIM, progress_why_text(next[i].why));
	}
}

static void lesson_row(struct view *v, struct rows *rows, int width, const struct lesson *l)
{
	struct home *h = v->priv;
	const struct glyphs *g = v->ui->g;
	double share = progress_lesson_share(h->progress, l->id);
	bool done = share >= 0.999;
	struct row *row = entry(rows, "lesson", l->id, done ? g->ok : share > 0 ? g->begun : g->todo,
				done ? ROW_OK : share > 0 ? ROW_WARN : ROW_DIM);
	char *more = done ? xstrdup("read") : share > 0 ? xstrfmt("%d%% read", (int)(share * 100)) : xstrfmt("%d min", l->minutes);

	row_addf(row, ROW_TEXT, "%2d  %s", l->number, l->title);
	remark(row, width, ROW_DIM, more);
	free(more);
}

static void add_lessons(struct view *v, struct rows *rows, int width)
{
	struct home *h = v->priv;
	struct course *c = ui_course(v->ui);
	size_t n = course_lessons(c), read = 0, shown = 0;

	for (size_t i = 0; i < n; i++) {
		read += progress_lesson_share(h->progress, course_lesson_at(c, i)->id) >= 0.999;
		shown += lesson_matches(h, course_lesson_at(c, i));
	}
	if (!shown)
		return;
	char *more = xstrfmt("%zu of %zu read", read, n);
	heading(rows, width, "Lessons", more);
	free(more);
	for (size_t i = 0; i < n; i++) {
		if (lesson_matches(h, course_lesson_at(c, i)))
			lesson_row(v, rows, width, course_lesson_at(c, i));
	}
}

static void exercise_row(struct view *v, struct rows *rows, int width, const struct exercise *e)
{
	struct home *h = v->priv;
	const struct glyphs *g = v->ui->g;
	const struct item_state *s = progress_state(h->progress, e->id);
	bool passed = s && s->passed, tried = s && s->attempts && !passed;
	struct row *row = entry(rows, "exercise", e->id, passed ? g->ok : tried ? g->begun : g->todo,
				passed ? ROW_OK : tried ? ROW_WARN : ROW_DIM);
	char *more = xstrfmt("%s%s, %d min", passed ? "passed, " : tried ? "tried, " : "", kind_title(e->kind), e->minutes);

	if (h->filter)
		row_addf(row, ROW_TEXT, "%s  %s", e->topic, e->title);
	else
		row_addf(row, ROW_TEXT, "  %s", e->title);
	remark(row, width, ROW_DIM, more);
	free(more);
}

static void add_topic_exercises(struct view *v, struct rows *rows, int width, const char *topic)
{
	struct home *h = v->priv;
	struct course *c = ui_course(v->ui);

	for (size_t i = 0; i < course_exercises(c); i++) {
		const struct exercise *e = course_exercise_at(c, i);
		if ((!topic || streq(e->topic, topic)) && exercise_matches(h, e))
			exercise_row(v, rows, width, e);
	}
}

static void gauge(struct view *v, struct row *row, size_t part, size_t whole)
{
	const struct glyphs *g = v->ui->g;
	size_t full = whole ? part * 10 / whole : 0;

	for (size_t i = 0; i < 10; i++) {
		bool on = i < full || (part && !i);
		row_add(row, on ? ROW_OK : ROW_RULE, on ? g->bar : g->rest, strlen(on ? g->bar : g->rest), NULL);
	}
}

static void topic_row(struct view *v, struct rows *rows, int width, const struct progress_topic *t)
{
	struct home *h = v->priv;
	const struct glyphs *g = v->ui->g;
	bool done = t->total && t->passed == t->total, open = strv_has(&h->opened, t->topic);
	struct row *row = entry(rows, "topic", t->topic, done ? g->ok : t->passed || t->tried ? g->begun : g->todo,
				done ? ROW_OK : t->passed || t->tried ? ROW_WARN : ROW_DIM);
	char *more = done ? xstrdup("all passed") : xstrfmt("%zu of %zu passed", t->passed, t->total);

	row_addf(row, ROW_TEXT, "%-22s ", t->topic);
	gauge(v, row, t->passed, t->total);
	remark(row, width, ROW_DIM, more);
	free(more);
	if (open)
		add_topic_exercises(v, rows, width, t->topic);
}

static void add_exercises(struct view *v, struct rows *rows, int width)
{
	struct home *h = v->priv;
	struct progress_topic topics[TOPICS_MAX], total;
	size_t n = progress_topics(h->progress, topics, TOPICS_MAX);

	progress_total(h->progress, &total);
	char *more = xstrfmt("%zu of %zu passed", total.passed, total.total);
	heading(rows, width, "Exercises", more);
	free(more);
	if (h->filter)
		add_topic_exercises(v, rows, width, NULL);
	for (size_t i = 0; !h->filter && i < n; i++)
		topic_row(v, rows, width, &topics[i]);
}

static void add_problems(struct view *v, struct rows *rows, int width)
{
	const struct course_problem *p;
	size_t n = course_problems(ui_course(v->ui), &p);

	if (!n)
		return;
	heading(rows, width, "Broken files", "left out; the rest works");
	for (size_t i = 0; i < n && i < 5; i++) {
		char *text = xstrfmt("%s:%d: %s", p[i].file, p[i].line, p[i].what);
		rows_add_text(rows, ROW_WARN, 2, width - 2, text);
		free(text);
	}
}

static void home_layout(struct view *v, struct rect body)
{
	struct home *h = v->priv;
	struct rows rows = ROWS_INIT;

	if (!h->progress) {
		rows_add_text(&rows, ROW_FAIL, 2, body.w - 2, "The lessons and exercises were not found.");
		rows_add_text(&rows, ROW_TEXT, 2, body.w - 2, v->ui->message.buf);
		pager_set_rows(&v->pager, &rows);
		return;
	}
	if (h->filter) {
		struct row *row = rows_add(&rows);
		row_addf(row, ROW_NOTE, " Only what contains \"%s\" (Esc shows all)", h->filter);
	}
	add_next(v, &rows, body.w);
	add_lessons(v, &rows, body.w);
	add_exercises(v, &rows, body.w);
	add_problems(v, &rows, body.w);
	for (size_t i = 0; i < rows.n; i++)
		rows.v[i].block = (int)i;
	pager_set_rows(&v->pager, &rows);
}

/* --- requests --- */

static void toggle_topic(struct view *v, const char *topic)
{
	struct home *h = v->priv;
	struct strv left = STRV_INIT;

	if (!strv_has(&h->opened, topic)) {
		strv_push(&h->opened, topic);
	} else {
		for (size_t i = 0; i < h->opened.n; i++) {
			if (!streq(h->opened.v[i], topic))
				strv_push(&left, h->opened.v[i]);
		}
		strv_release(&h->opened);
		h->opened = left;
	}
	view_changed(v);
}

static void set_filter(struct view *v, const char *text)
{
	struct home *h = v->priv;

	free(h->filter);
	h->filter = text && *text ? xstrdup(text) : NULL;
	v->pager.top = 0;
	v->pager.item = -1;
	view_changed(v);
}

static void filter_event(void *ctx, enum prompt_event ev, const char *text)
{
	set_filter(ctx, ev == PROMPT_CANCELLED ? NULL : text);
}

static void go_on(struct view *v)
{
	struct home *h = v->priv;
	struct progress_next next;

	if (!h->progress || !progress_next(h->progress, &next, 1)) {
		ui_say(v->ui, "Everything here is done. Well done.");
		return;
	}
	char *place = next.lesson ? xstrfmt("lesson:%s", next.lesson->id) : xstrfmt("exercise:%s", next.exercise->id);
	ui_open(v->ui, place);
	free(place);
}

static enum request home_request(struct view *v, enum request r, const struct input *in)
{
	struct home *h = v->priv;
	const char *href = pager_href(&v->pager);

	switch (r) {
	case REQ_CLICK:
		if (!pager_choose_at(&v->pager, in->x, in->y - v->ui->frame.body.y))
			return REQ_NONE;
		href = pager_href(&v->pager);
		if (!starts_with(href, "topic:"))
			return REQ_OPEN;
		toggle_topic(v, href + 6);
		return REQ_NONE;
	case REQ_OPEN:
		if (!href || !starts_with(href, "topic:"))
			return r;
		toggle_topic(v, href + 6);
		return REQ_NONE;
	case REQ_FILTER:
		ui_ask(v->ui, "Show only: ", h->filter, filter_event, v);
		return REQ_NONE;
	case REQ_CONTINUE:
		go_on(v);
		return REQ_NONE;
	case REQ_CANCEL:
		if (!h->filter)
			return r;
		set_filter(v, NULL);
		return REQ_NONE;
	default:
		return r;
	}
}

static void home_title(struct view *v, struct sbuf *out)
{
	(void)v;
	sbuf_addstr(out, "a Rust bootcamp");
}

static void home_save(struct view *v, struct json *state)
{
	struct home *h = v->priv;

	json_set_strv(state, "topics", &h->opened);
}

static void home_restore(struct view *v, const struct json *state)
{
	struct home *h = v->priv;

	json_get_strv(state, "topics", &h->opened);
	view_changed(v);
}

const struct view_ops view_home = {
	.name = "home",
	.context = CTX_HOME,
	.private_size = sizeof(struct home),
	.list = true,
	.close = home_close,
	.enter = load,
	.layout = home_layout,
	.request = home_request,
	.title = home_title,
	.save = home_save,
	.restore = home_restore,
};
