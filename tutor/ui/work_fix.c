/* The last rung in the workplace: a verified change of the learner's text, shown step by step, taken into the editor on request. */
#include "base/clock.h"
#include "base/log.h"
#include "store/learner.h"
#include "ui/result.h"
#include "ui/work.h"

#define TAKE "fix:take"

void work_fix_clear(struct work_view *w)
{
	json_free(w->fix);
	w->fix = NULL;
}

/* Not in an exam, and in homework only as far as the set allows. */
static bool is_allowed(struct work_view *w)
{
	struct ui *ui = w->view->ui;
	const struct check_report *r = w->report;
	enum ladder_mode mode = LADDER_PRACTICE;

	if (w->e && kind_is_predict(w->e->kind))
		ui_say(ui, "What is asked for here is an answer, not a program.");
	else if (w->e && w->e->mode && (!ladder_mode_find(w->e->mode, &mode) || ladder_max(mode, -1) < RUNG_MAX))
		ui_say(ui, "The whole change is not shown here: this exercise is %s.", w->e->mode);
	else if (r && w->checked_version == edit_version(w->edit.edit) && !r->r.diags.errors)
		ui_say(ui, "It compiles; only what does not compile can be mended for you. h gives a hint.");
	else
		return true;
	return false;
}

/* Rung 5 counts, and the exercise comes again, once the change is on the screen. */
static void record(struct work_view *w)
{
	struct learner *l = w->e ? ui_learner(w->view->ui) : NULL;
	struct sbuf err = SBUF_INIT;

	w->taken = w->climb = RUNG_MAX;
	if (l && learner_set_rung(l, w->item, RUNG_MAX, clock_now(), &err) < 0)
		ui_complain(w->view->ui, "%s", err.buf);
	sbuf_release(&err);
}

static void show_change(struct work_view *w)
{
	record(w);
	work_show(w, WORK_RESULT);
	work_rows_changed(w);
	pager_go(&w->result, w->fix_row);
	pager_choose(&w->result, TAKE);
	pager_go(&w->result, w->fix_row);
	ui_say(w->view->ui, "Enter takes the change into the editor; there ctrl-Z takes it back.");
}

static void fix_done(struct call *call)
{
	struct work_view *w = call->hooks.ctx;
	struct ui *ui = w->view->ui;

	if (w->fixing != call) /* it ended within op_start, which comes here again */
		return;
	w->fixing = NULL;
	ui_busy(ui, NULL);
	work_fix_clear(w);
	if (!call->type) {
		ui_complain(ui, "%s", call->message ? call->message : "No change could be looked for.");
	} else {
		w->fix = call->type->to_json(call->data);
		if (json_len(json_get(w->fix, "steps")) && !json_get_bool(w->fix, "cancelled", false)) {
			show_change(w);
		} else {
			if (!json_get_bool(w->fix, "cancelled", false))
				ui_say(ui, "%s", json_get_int(w->fix, "errors_before", 0) ? json_get_str(w->fix, "title", "") : "It compiles as it is.");
			work_fix_clear(w);
		}
	}
	call_free(call);
}

static void fix_progress(struct call *call, const char *text, int64_t done, int64_t total)
{
	struct work_view *w = call->hooks.ctx;

	char *what = total > 0 ? xstrfmt("looking for a change, try %d of %d", (int)done, (int)total) : xstrdup("looking for a change");

	(void)text; /* each try's reason: it would say the change before it is shown */
	ui_busy(w->view->ui, what);
	free(what);
}

static void start(struct work_view *w)
{
	struct ui *ui = w->view->ui;
	struct call_hooks hooks = { .progress = fix_progress, .done = fix_done, .ctx = w };
	struct json *args = json_object();
	struct call *call;

	json_set_str(args, "path", w->path);
	if (w->e)
		json_set_str(args, "exercise", w->e->id);
	json_set_bool(args, "dry_run", true);
	w->fix_version = edit_version(w->edit.edit);
	ui_busy(ui, NULL);
	ui_busy(ui, "looking for a change that compiles");
	call = op_start(ui->app, op_find("compile_and_fix"), args, FRONT_TUI, MODE_PRACTICE, &hooks);
	w->fixing = call;
	if (call->ended)
		fix_done(call);
}

static void answered(void *ctx, enum prompt_event ev, const char *text)
{
	struct work_view *w = ctx;

	(void)text;
	if (ev == PROMPT_ACCEPTED && !w->fixing && !work_save_file(w))
		start(w);
}

void work_fix(struct work_view *w)
{
	if (!w->fixing && is_allowed(w))
		ui_ask(w->view->ui, "This shows the whole change. Enter: show, Esc: no ", NULL, answered, w);
}

/* --- rows --- */

static void step_rows(struct work_view *w, const struct json *s, int n, int width, struct rows *out)
{
	struct sbuf md = SBUF_INIT;
	const char *p = json_get_str(s, "diff", "");
	struct row *row;

	rows_add(out);
	row = rows_add(out);
	row_addf(row, ROW_HEADING3, "%s Change %d", w->view->ui->g->pick, n);
	row_addf(row, ROW_DIM, "  %s%s%s", json_get_str(s, "source", ""), json_get_bool(s, "risky", false) ? ", look at this one" : "",
		 json_get_bool(s, "stub", false) ? ", leaves a hole" : "");
	sbuf_addf(&md, "%s\n\n`````diff\n", json_get_str(s, "reason", ""));
	while (*p) {
		size_t len = strcspn(p, "\n");
		if (!starts_with(p, "--- ") && !starts_with(p, "+++ "))
			sbuf_addf(&md, "%.*s\n", (int)len, p);
		p += len + (p[len] == '\n');
	}
	sbuf_addstr(&md, "`````\n");
	ui_markdown(w->view->ui, md.buf, width, out);
	sbuf_release(&md);
}

/* What the change brings, in numbers. */
static void count_rows(const struct json *fix, int width, struct rows *out)
{
	int64_t before = json_get_int(fix, "errors_before", 0), after = json_get_int(fix, "errors_after", 0);
	int64_t passed = json_get_int(fix, "tests_passed", 0), failed = json_get_int(fix, "tests_failed", 0);
	struct sbuf s = SBUF_INIT;

	sbuf_addf(&s, "Errors: %lld before, %lld after.", (long long)before, (long long)after);
	if (passed + failed)
		sbuf_addf(&s, " Tests: %lld of %lld pass with it.", (long long)passed, (long long)(passed + failed));
	rows_add_text(out, ROW_DIM, 0, width, s.buf);
	sbuf_release(&s);
}

void work_fix_rows(struct work_view *w, int width, struct rows *out)
{
	int n = 0;

	if (!w->fix)
		return;
	rows_add(out);
	w->fix_row = (int)out->n;
	rows_add_text(out, ROW_STRONG, 0, width, json_get_str(w->fix, "title", ""));
	count_rows(w->fix, width, out);
	for (const struct json *s = json_first(json_get(w->fix, "steps")); s; s = json_next(s))
		step_rows(w, s, ++n, width, out);
	rows_add(out);
	if (w->fix_version == edit_version(w->edit.edit))
		row_add(rows_add(out), ROW_LINK, "Take it into the editor", 23, TAKE);
	else
		rows_add_text(out, ROW_DIM, 0, width, "The text was changed since.");
}

/* --- taking it --- */

/* Does a step touch another file than the one in the editor? */
static bool touches_others(const struct work_view *w)
{
	const char *own = w->file + (streq(w->file, w->path) ? 0 : strlen(w->path) + 1);

	for (const struct json *s = json_first(json_get(w->fix, "steps")); s && !streq(w->file, w->path); s = json_next(s)) {
		const char *p = json_get_str(s, "diff", "");
		for (; *p; p += strcspn(p, "\n"), p += *p == '\n') {
			size_t len = strcspn(p, "\n");
			if (starts_with(p, "+++ ") && !(len >= strlen(own) && !memcmp(p + len - strlen(own), own, strlen(own))))
				return true;
		}
	}
	return false;
}

static const char *new_text(const struct work_view *w)
{
	const struct json *files = json_get(w->fix, "final_files");
	bool project = !streq(w->file, w->path);

	if (project)
		return json_get_str(files, w->file + strlen(w->path) + 1, NULL);
	return json_str(json_first(files), NULL);
}

bool work_fix_take(struct work_view *w, const char *href)
{
	struct ui *ui = w->view->ui;
	const char *text;

	if (!href || !streq(href, TAKE) || !w->fix)
		return false;
	text = new_text(w);
	if (w->fix_version != edit_version(w->edit.edit) || !text) {
		ui_complain(ui, "The text was changed since; F looks again.");
	} else if (touches_others(w)) {
		ui_complain(ui, "The change is in other files too; `tutor fix %s` writes it.", w->path);
	} else if (edit_set_text(w->edit.edit, text, strlen(text))) {
		work_fix_clear(w);
		view_typed(w->view);
		work_show(w, WORK_EDITOR);
		ui_say(ui, "The change is in the editor; ctrl-Z takes it back, ctrl-S checks it.");
	}
	return true;
}
