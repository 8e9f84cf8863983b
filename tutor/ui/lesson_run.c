/* Programs of a lesson: run by the same operation as `tutor check FILE`, from a copy in the work folder. */
#include "ui/lesson.h"

#include "base/file.h"
#include "svc/app.h"

int lesson_run_of(const struct lesson_view *l, const char *href)
{
	if (!href || !starts_with(href, "run:"))
		return -1;
	long k = strtol(href + 4, NULL, 10);
	return k >= 0 && (size_t)k < l->lesson->fences.n ? (int)k : -1;
}

int lesson_run_at_hand(struct lesson_view *l)
{
	struct pager *p = &l->view->pager;
	int k = lesson_run_of(l, pager_href(p));

	if (k >= 0)
		return k;
	for (size_t i = 0; i < p->n_items; i++) {
		if (p->items[i].last_row < p->top || p->items[i].row >= p->top + p->height)
			continue;
		k = lesson_run_of(l, p->items[i].href);
		if (k >= 0) {
			p->item = (int)i;
			return k;
		}
	}
	return -1;
}

static void run_clear(struct lesson_run *run)
{
	call_abandon(run->call);
	call_free(run->ended);
	free(run->progress);
	free(run->error);
	*run = (struct lesson_run){ 0 };
}

static struct lesson_run *run_of_call(struct lesson_view *l, const struct call *call)
{
	for (size_t k = 0; k < l->lesson->fences.n; k++) {
		if (l->runs[k].call == call)
			return &l->runs[k];
	}
	return NULL;
}

static void on_progress(struct call *call, const char *text, int64_t done, int64_t total)
{
	struct lesson_view *l = call->hooks.ctx;
	struct lesson_run *run = run_of_call(l, call);

	(void)done;
	(void)total;
	if (!run)
		return;
	free(run->progress);
	run->progress = xstrdup(text);
	view_changed(l->view);
}

static void on_done(struct call *call)
{
	struct lesson_view *l = call->hooks.ctx;
	struct lesson_run *run = run_of_call(l, call);

	ui_busy(l->view->ui, NULL);
	view_changed(l->view);
	if (!run) /* it ended within op_start, which comes here again */
		return;
	run->call = NULL;
	run->ended = call;
	l->view->pager.reveal = lesson_run_of(l, pager_href(&l->view->pager)) == (int)(run - l->runs);
	if (call->type == &check_report_type)
		run->report = call->data;
	else
		run->error = xstrdup(call->message ? call->message : "It could not be run.");
}

/* The program as a file of its own; the path is owned. keep: what is there already stays. */
static char *write_program(struct lesson_view *l, int k, enum app_dir where, const char *sub, bool keep,
			   struct sbuf *err)
{
	struct sbuf text = SBUF_INIT;
	char *dir = path_join(app_dir(l->view->ui->app, where), sub);
	char *path = xstrfmt("%s/%s-%d.rs", dir, l->lesson->id, k + 1);

	lesson_block_program(&l->lesson->fences.v[k], &text, &l->runs[k].shift);
	bool there = keep && file_exists(path);
	if (!there && (file_mkdirs(dir, err) || file_write(path, text.buf, text.len, err))) {
		free(path);
		path = NULL;
	}
	free(dir);
	sbuf_release(&text);
	return path;
}

void lesson_run_start(struct lesson_view *l, int k)
{
	struct ui *ui = l->view->ui;
	struct lesson_run *run = &l->runs[k];
	struct sbuf err = SBUF_INIT;
	struct call_hooks hooks = { .progress = on_progress, .done = on_done, .ctx = l };

	lesson_run_cancel(l);
	run_clear(run);
	char *path = write_program(l, k, APP_CACHE, "run", false, &err);
	if (!path) {
		run->error = sbuf_detach(&err, NULL);
		view_changed(l->view);
		return;
	}
	struct json *args = json_object();
	json_set_str(args, "target", path);
	ui_busy(ui, "running");
	run->call = op_start(ui->app, op_find("check"), args, FRONT_TUI, MODE_PRACTICE, &hooks);
	if (run->call && run->call->ended)
		on_done(run->call);
	view_changed(l->view);
	free(path);
	sbuf_release(&err);
}

void lesson_run_edit(struct lesson_view *l, int k)
{
	struct sbuf err = SBUF_INIT;
	char *path = write_program(l, k, APP_WORK, "play", true, &err);

	if (path) {
		char *place = xstrfmt("play:%s-%d", l->lesson->id, k + 1);
		ui_open(l->view->ui, place);
		free(place);
	} else {
		ui_complain(l->view->ui, "%s", err.buf);
	}
	free(path);
	sbuf_release(&err);
}

bool lesson_run_cancel(struct lesson_view *l)
{
	bool any = false;

	for (size_t k = 0; k < l->lesson->fences.n; k++) {
		if (!l->runs[k].call)
			continue;
		any = true;
		call_cancel(l->runs[k].call);
	}
	return any;
}

void lesson_run_release(struct lesson_view *l)
{
	for (size_t k = 0; l->lesson && l->runs && k < l->lesson->fences.n; k++) {
		if (l->runs[k].call)
			ui_busy(l->view->ui, NULL);
		run_clear(&l->runs[k]);
	}
	free(l->runs);
	l->runs = NULL;
}
