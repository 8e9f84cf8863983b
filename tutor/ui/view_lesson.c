/* A lesson: its text, programs that run, questions to answer, a table of contents, links that open here. */
#include "ui/lesson.h"

#include "base/clock.h"
#include "base/log.h"
#include "learn/course.h"
#include "store/learner.h"
#include "svc/app.h"
#include "ui/reading.h"

static int lesson_open(struct view *v, const char *arg, struct sbuf *err)
{
	struct lesson_view *l = v->priv;
	struct course *c = app_course(v->ui->app, err);

	l->view = v;
	l->lesson = c ? course_lesson(c, arg, err) : NULL;
	if (!l->lesson)
		return -1;
	l->runs = xcalloc(l->lesson->fences.n + 1, sizeof(*l->runs));
	lesson_quiz_init(l);
	return 0;
}

static void lesson_close(struct view *v)
{
	struct lesson_view *l = v->priv;

	lesson_run_release(l);
	lesson_quiz_release(l);
}

static void lesson_enter(struct view *v)
{
	struct lesson_view *l = v->priv;
	struct learner *rec = ui_learner(v->ui);

	if (rec)
		l->share = MAX(l->share, learner_lesson_share(rec, l->lesson->id));
}

static void lesson_layout(struct view *v, struct rect body)
{
	struct lesson_view *l = v->priv;
	struct reading r;
	struct rows rows = ROWS_INIT;

	reading_layout(body, &r);
	l->contents = r.contents;
	l->text = r.text;
	lesson_rows(l, MIN(r.text.w, UI_TEXT_WIDTH + 4), &rows);
	pager_resize(&v->pager, r.text.w, r.text.h);
	pager_set_rows(&v->pager, &rows);
}

/* --- table of contents --- */

/* The heading under which the top of the screen stands. */
static size_t current_heading(const struct lesson_view *l)
{
	const struct doc *d = &l->lesson->doc;
	int block, offset;
	size_t found = 0;

	pager_place(&l->view->pager, &block, &offset);
	for (size_t i = 0; i < d->n && (int)i <= block + (offset > 0); i++) {
		if (reading_is_heading(&d->blocks[i]))
			found = i;
	}
	return found;
}

static void draw_contents(struct lesson_view *l, struct canvas *c)
{
	const struct doc *d = &l->lesson->doc;
	struct rect r = rect_inset(l->contents, 1, 0);
	size_t here = current_heading(l);
	int y = r.y;

	canvas_str(c, r, r.x, y++, UI_TITLE_DIM, "Contents");
	for (size_t i = 0; i < d->n && y < r.y + r.h; i++) {
		struct sbuf text = SBUF_INIT;
		if (!reading_is_heading(&d->blocks[i]))
			continue;
		block_plain(&d->blocks[i], &text);
		int x = r.x + 2 * MAX(0, d->blocks[i].level - 1);
		canvas_str(c, r, x, y, i == here ? ROW_STRONG : ROW_DIM, text.buf);
		if (i == here)
			canvas_over(c, (struct rect){ r.x, y, r.w, 1 }, OVER_SELECTED);
		sbuf_release(&text);
		y++;
	}
}

static void lesson_draw(struct view *v, struct canvas *c, struct rect body)
{
	struct lesson_view *l = v->priv;
	struct reading r;

	reading_layout(body, &r);
	if (r.contents.w) {
		draw_contents(l, c);
		canvas_line(c, r.divider, UI_BORDER, v->ui->g->vline);
	}
	pager_draw(&v->pager, c, r.text);
	l->seen = MAX(l->seen, pager_percent(&v->pager) / 100.0);
}

static void lesson_go(struct view *v, const char *anchor)
{
	struct lesson_view *l = v->priv;

	lesson_layout(v, v->ui->frame.body);
	v->stale = false;
	reading_go(v, &l->lesson->doc, anchor);
}

/* --- requests --- */

static void neighbour(struct view *v, int by)
{
	struct lesson_view *l = v->priv;
	struct course *c = ui_course(v->ui);

	for (size_t i = 0; c && i < course_lessons(c); i++) {
		if (!streq(course_lesson_at(c, i)->id, l->lesson->id))
			continue;
		size_t to = i + (size_t)by; /* wraps below 0: then it is no index */
		if (to >= course_lessons(c)) {
			ui_say(v->ui, by > 0 ? "This is the last lesson." : "This is the first lesson.");
			return;
		}
		char *place = xstrfmt("lesson:%s", course_lesson_at(c, to)->id);
		ui_open(v->ui, place);
		free(place);
		return;
	}
}

static void run(struct view *v, bool edit)
{
	struct lesson_view *l = v->priv;
	int k = lesson_run_at_hand(l);

	if (k < 0)
		ui_say(v->ui, "There is no program on the screen.");
	else if (edit)
		lesson_run_edit(l, k);
	else
		lesson_run_start(l, k);
}

/* Enter or a click on what is chosen. */
static enum request open_item(struct view *v)
{
	struct lesson_view *l = v->priv;
	int k = lesson_run_of(l, pager_href(&v->pager));

	if (k < 0)
		return REQ_OPEN;
	lesson_run_start(l, k);
	return REQ_NONE;
}

static enum request lesson_click(struct view *v, const struct input *in)
{
	struct lesson_view *l = v->priv;

	if (rect_has(l->text, in->x, in->y) && pager_choose_at(&v->pager, in->x - l->text.x, in->y - l->text.y)) {
		if (lesson_quiz_request(l, REQ_OPEN, in))
			return open_item(v);
	}
	return REQ_NONE;
}

static enum request lesson_request(struct view *v, enum request r, const struct input *in)
{
	struct lesson_view *l = v->priv;

	r = lesson_quiz_request(l, r, in);
	switch (r) {
	case REQ_OPEN: return open_item(v);
	case REQ_CLICK: return lesson_click(v, in);
	case REQ_RUN: run(v, false); return REQ_NONE;
	case REQ_EDIT: run(v, true); return REQ_NONE;
	case REQ_CONTENTS: reading_pick_contents(v, &l->lesson->doc, l->lesson->title); return REQ_NONE;
	case REQ_NEXT: neighbour(v, 1); return REQ_NONE;
	case REQ_PREV: neighbour(v, -1); return REQ_NONE;
	case REQ_COPY: reading_copy(v, &l->lesson->doc); return REQ_NONE;
	case REQ_CANCEL:
	case REQ_INTERRUPT: return lesson_run_cancel(l) ? REQ_NONE : r;
	default: return r;
	}
}

static enum context lesson_context(struct view *v)
{
	int part;

	return lesson_quiz_of(v->priv, pager_href(&v->pager), &part) >= 0 ? CTX_QUIZ : CTX_LESSON;
}

static void lesson_title(struct view *v, struct sbuf *out)
{
	struct lesson_view *l = v->priv;

	sbuf_addf(out, "Lesson %d: %s", l->lesson->number, l->lesson->title);
}

/* The lesson and the heading under which the reader is. */
static void lesson_at_hand(struct view *v, struct at_hand *out)
{
	struct lesson_view *l = v->priv;
	size_t h = current_heading(l);
	struct sbuf b = SBUF_INIT;

	sbuf_addf(&b, "%s ", l->lesson->title);
	if (h < l->lesson->doc.n && reading_is_heading(&l->lesson->doc.blocks[h]))
		block_plain(&l->lesson->doc.blocks[h], &b);
	out->about = sbuf_detach(&b, NULL);
}

/* How much was read is stored with the place. */
static void lesson_save(struct view *v, struct json *state)
{
	struct lesson_view *l = v->priv;
	struct learner *rec = ui_learner(v->ui);
	struct sbuf err = SBUF_INIT;

	(void)state;
	if (!rec || l->seen <= l->share)
		return;
	l->share = l->seen;
	if (learner_lesson_seen(rec, l->lesson->id, l->share, clock_now(), &err))
		log_warn("%s", err.buf);
	sbuf_release(&err);
}

const struct view_ops view_lesson = {
	.name = "lesson",
	.context = CTX_LESSON,
	.private_size = sizeof(struct lesson_view),
	.open = lesson_open,
	.close = lesson_close,
	.enter = lesson_enter,
	.layout = lesson_layout,
	.draw = lesson_draw,
	.request = lesson_request,
	.title = lesson_title,
	.context_now = lesson_context,
	.go = lesson_go,
	.save = lesson_save,
	.at_hand = lesson_at_hand,
};
