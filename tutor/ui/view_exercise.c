/* An exercise: statement, editor, result (work_*.c does the work). */
#include "base/file.h"
#include "io/watch.h"
#include "learn/course.h"
#include "store/learner.h"
#include "svc/app.h"
#include "svc/work.h"
#include "ui/work.h"

static void work_init(struct view *v)
{
	struct work_view *w = v->priv;

	w->view = v;
	pager_init(&w->statement);
	pager_init(&w->result);
	sbuf_init(&w->disk);
}

static int exercise_open(struct view *v, const char *arg, struct sbuf *err)
{
	struct work_view *w = v->priv;
	struct course *c = app_course(v->ui->app, err);
	struct learner *l = ui_learner(v->ui);
	struct item_state s = { 0 };

	work_init(v);
	w->e = c ? course_exercise(c, arg, err) : NULL;
	w->path = w->e ? work_ensure(v->ui->app, w->e, err) : NULL;
	if (!w->path)
		return -1;
	w->item = xstrdup(w->e->id);
	if (l && !learner_item(l, w->item, &s, NULL)) {
		w->passed = s.passed;
		w->attempts = s.attempts;
		w->taken = s.rung;
	}
	return work_open_text(w, err);
}

static void exercise_close(struct view *v)
{
	struct work_view *w = v->priv;

	work_calls_release(w);
	if (w->watch)
		watch_free(w->watch);
	if (w->edit.edit)
		editpane_release(&w->edit);
	pager_release(&w->statement);
	pager_release(&w->result);
	sbuf_release(&w->disk);
	free(w->path);
	free(w->file);
	free(w->item);
}

static void exercise_enter(struct view *v)
{
	work_watch(v->priv);
	work_take_over(v->priv, false); /* it may have been changed while another page was shown */
}

static void exercise_title(struct view *v, struct sbuf *out)
{
	struct work_view *w = v->priv;

	sbuf_addf(out, "%s: %s", w->e->topic, w->e->title);
}

const struct view_ops view_exercise = {
	.name = "exercise",
	.context = CTX_EXERCISE,
	.private_size = sizeof(struct work_view),
	.open = exercise_open,
	.close = exercise_close,
	.enter = exercise_enter,
	.layout = work_layout_panes,
	.draw = work_draw,
	.request = work_request,
	.title = exercise_title,
	.context_now = work_context,
	.pager = work_pager,
	.save = work_save_state,
	.restore = work_restore_state,
	.at_hand = work_at_hand,
	.journal = work_journal,
};

/* --- a program to play with: the same panes over a file of one's own --- */

static int play_open(struct view *v, const char *arg, struct sbuf *err)
{
	struct work_view *w = v->priv;

	work_init(v);
	if (!path_is_safe(arg))
		return error(err, "`%s` is no name of a program here.", arg);
	w->path = xstrfmt("%s/play/%s.rs", app_dir(v->ui->app, APP_WORK), arg);
	w->item = xstrfmt("play/%s", arg);
	w->shown = WORK_EDITOR;
	return work_open_text(w, err);
}

static void play_title(struct view *v, struct sbuf *out)
{
	sbuf_addf(out, "Playground: %s", v->arg);
}

const struct view_ops view_play = {
	.name = "play",
	.context = CTX_EXERCISE,
	.private_size = sizeof(struct work_view),
	.open = play_open,
	.close = exercise_close,
	.enter = exercise_enter,
	.layout = work_layout_panes,
	.draw = work_draw,
	.request = work_request,
	.title = play_title,
	.context_now = work_context,
	.pager = work_pager,
	.save = work_save_state,
	.restore = work_restore_state,
	.at_hand = work_at_hand,
	.journal = work_journal,
};
