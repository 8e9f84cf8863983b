/* Checks and hints of a workplace, through the same operations as the command line's. */
#include "store/learner.h"
#include "svc/app.h"
#include "ui/work.h"

static void clear_result(struct work_view *w)
{
	if (w->checked)
		call_free(w->checked);
	w->checked = NULL;
	w->report = NULL;
	free(w->error);
	w->error = NULL;
}

void work_calls_release(struct work_view *w)
{
	if (w->checking || w->hinting || w->fixing)
		ui_busy(w->view->ui, NULL);
	call_abandon(w->checking);
	call_abandon(w->hinting);
	call_abandon(w->fixing);
	w->checking = w->hinting = w->fixing = NULL;
	work_fix_clear(w);
	clear_result(w);
	free(w->progress);
	free(w->trouble);
	w->trouble = NULL;
	steps_release(&w->hints);
}

bool work_cancel(struct work_view *w)
{
	if (!w->checking && !w->hinting && !w->fixing)
		return false;
	if (w->checking)
		call_cancel(w->checking);
	if (w->hinting)
		call_cancel(w->hinting);
	if (w->fixing)
		call_cancel(w->fixing);
	ui_say(w->view->ui, "Stopped.");
	return true;
}

/* --- marks in the editor --- */

static void mark_one(struct work_view *w, const struct diag *d)
{
	const struct diag_span *s = diag_primary(d);

	if (!s || !s->line || (d->level != DIAG_ERROR && d->level != DIAG_WARNING))
		return;
	char *text = d->code ? xstrfmt("%s: %s", d->code, d->message) : xstrdup(d->message);
	int col_end = s->line_end == s->line ? (int)MAX(s->col_end, s->col + 1) - 1 : (int)s->col;
	editpane_mark(&w->edit, s->line - 1, (int)s->col - 1, col_end, d->level == DIAG_ERROR, text);
	free(text);
}

/* Is it the file in the editor? Of a project rustc names each by its path in it. */
static bool is_shown(const struct work_view *w, const char *file)
{
	if (!file || strstr(file, "tests.rs") || strstr(file, "probe.rs")) /* the author's tests are not in this text */
		return false;
	return streq(w->file, w->path) || streq(w->file + strlen(w->path) + 1, file);
}

/* An error in the author's tests is marked where the learner's own definition stands. */
static void mark_definitions(struct work_view *w)
{
	const struct explanations *e = &w->report->e;

	for (size_t i = 0; i < e->n; i++)
		if (e->v[i].in_tests && e->v[i].line > 0 && is_shown(w, e->v[i].file))
			editpane_mark(&w->edit, (size_t)e->v[i].line - 1, 0, 0, true, e->v[i].in_tests);
}

static void mark_errors(struct work_view *w)
{
	const struct check_report *r = w->report;

	editpane_marks_clear(&w->edit);
	if (!r || (w->e && kind_is_predict(w->e->kind)))
		return;
	for (size_t i = 0; i < r->r.diags.n; i++) {
		const struct diag_span *s = diag_primary(&r->r.diags.v[i]);
		if (s && is_shown(w, s->file))
			mark_one(w, &r->r.diags.v[i]);
	}
	mark_definitions(w);
	if (r->r.runtime.kind != RUNTIME_NONE && r->r.runtime.line > 0 && is_shown(w, r->r.runtime.file))
		editpane_mark(&w->edit, (size_t)r->r.runtime.line - 1, MAX(0, r->r.runtime.col - 1), 0, true,
			      r->r.runtime.message ? r->r.runtime.message : "It stopped here.");
	w->edit.marks_version = w->checked_version;
}

/* --- checking --- */

static void refresh_record(struct work_view *w)
{
	struct learner *l = ui_learner(w->view->ui);
	struct item_state s = { 0 };

	if (!l || !w->e || learner_item(l, w->item, &s, NULL))
		return;
	w->passed = s.passed;
	w->attempts = s.attempts;
	w->taken = s.rung;
}

static void say_verdict(struct work_view *w)
{
	struct ui *ui = w->view->ui;
	const struct check_report *r = w->report;
	const struct diag *root = diags_root(&r->r.diags);
	const struct diag_span *span = root ? diag_primary(root) : NULL;
	const struct check_test *failed = check_first_failed(&r->r);

	if (r->r.verdict == VERDICT_PASSED)
		ui_say(ui, "%s %s", ui->g->ok, w->e ? "Passed. `]` goes to the next exercise." : "It ran.");
	else if (r->r.verdict == VERDICT_CANCELLED)
		ui_say(ui, "Stopped.");
	else if (r->e.n && r->e.v[0].in_tests)
		ui_say(ui, "%s %s", ui->g->fail, r->e.v[0].in_tests);
	else if (!root && failed && failed->said)
		ui_say(ui, "%s %s", ui->g->fail, failed->said);
	else if (span)
		ui_say(ui, "%s Line %u: %s", ui->g->fail, span->line, root->message);
	else
		ui_say(ui, "%s %s", ui->g->fail, verdict_title(r->r.verdict));
}

/* Another error than before: hints begin again, and those on the old one go. */
static void note_trouble(struct work_view *w)
{
	const struct check_result *r = &w->report->r;
	const struct diag *root = diags_root(&r->diags);
	const struct check_test *failed = check_first_failed(r);
	/* Values change with every try; which test fails does not. */
	char *now = root ? xstrfmt("%s %s", root->code ? root->code : "", root->message)
			 : xstrfmt("%s %s", verdict_name(r->verdict), failed ? failed->name : "");

	if (w->trouble && !streq(now, w->trouble)) {
		w->climb = 0;
		steps_release(&w->hints);
		w->hint_from = w->hint_shown = 0;
	} else if (!w->trouble) {
		w->climb = w->taken < RUNG_MAX ? w->taken : 0;
	}
	free(w->trouble);
	w->trouble = now;
}

static void check_done(struct call *call)
{
	struct work_view *w = call->hooks.ctx;

	if (w->checking != call) /* it ended within op_start, which comes here again */
		return;
	w->checking = NULL;
	ui_busy(w->view->ui, NULL);
	clear_result(w);
	work_fix_clear(w);
	w->checked = call;
	if (call->type == &check_report_type) {
		w->report = call->data;
		say_verdict(w);
	} else {
		w->error = xstrdup(call->message ? call->message : "It could not be checked.");
		ui_complain(w->view->ui, "%s", w->error);
	}
	mark_errors(w);
	refresh_record(w);
	if (w->report && w->report->r.verdict != VERDICT_CANCELLED)
		note_trouble(w);
	w->result.top = 0;
	/* Who waits for the result sees it; who types on is not moved. */
	if (w->untouched && (!w->report || w->report->r.verdict != VERDICT_CANCELLED))
		work_show(w, WORK_RESULT);
	work_rows_changed(w);
}

static void check_progress(struct call *call, const char *text, int64_t done, int64_t total)
{
	struct work_view *w = call->hooks.ctx;

	(void)done;
	(void)total;
	if (w->checking == call || !w->checking)
		ui_busy(w->view->ui, text);
}

void work_check(struct work_view *w)
{
	struct ui *ui = w->view->ui;
	struct call_hooks hooks = { .progress = check_progress, .done = check_done, .ctx = w };
	struct json *args = json_object();

	call_abandon(w->checking); /* the newest save wins */
	w->checking = NULL;
	w->untouched = true;
	w->checked_version = edit_version(w->edit.edit);
	ui_busy(ui, NULL);
	ui_busy(ui, "checking");
	json_set_str(args, "target", w->e ? w->e->id : w->path);
	w->checking = op_start(ui->app, op_find("check"), args, FRONT_TUI, MODE_PRACTICE, &hooks);
	if (w->checking->ended)
		check_done(w->checking);
}

/* --- hints --- */

/* What a part brought is there already: it is brought up to date where it stands. */
static void show_hint(struct work_view *w, const struct hint_report *h)
{
	bool again = w->hint_shown > 0;
	struct steps older = STEPS_INIT, before = { w->hints.v, again ? w->hint_from : w->hints.n, 0 };

	steps_copy(&older, &before);
	steps_release(&w->hints);
	w->hints = older;
	w->hint_from = w->hints.n;
	steps_copy(&w->hints, &h->steps);
	w->hint_shown = h->final ? 0 : h->steps.n;
	w->taken = MAX(w->taken, h->taken);
	w->climb = MAX(w->climb, h->rung);
	if (!again)
		work_show(w, WORK_RESULT);
	work_rows_changed(w);
	if (!again)
		pager_go(&w->result, w->hint_row);
	if (h->note)
		ui_say(w->view->ui, "%s", h->note);
}

static void hint_part(struct call *call, const struct result_type *type, const void *data)
{
	if (type == &hint_report_type)
		show_hint(call->hooks.ctx, data);
}

static void hint_done(struct call *call)
{
	struct work_view *w = call->hooks.ctx;

	if (w->hinting != call)
		return;
	w->hinting = NULL;
	ui_busy(w->view->ui, NULL);
	if (call->type == &hint_report_type) {
		const struct hint_report *h = call->data;
		if (h->passed)
			ui_say(w->view->ui, "It passes already; there is nothing to hint at.");
		show_hint(w, h);
	} else {
		w->hint_shown = 0;
		ui_complain(w->view->ui, "%s", call->message ? call->message : "There is no hint.");
	}
	call_free(call);
}

void work_hint(struct work_view *w)
{
	struct ui *ui = w->view->ui;
	struct call_hooks hooks = { .part = hint_part, .done = hint_done, .ctx = w };

	if (!w->e) {
		ui_say(ui, "There are no hints for a program of your own; F5 explains its errors.");
		return;
	}
	if (w->hinting || work_save_file(w))
		return;
	if (w->climb >= RUNG_MAX) {
		work_show(w, WORK_RESULT);
		ui_say(ui, "That was the last hint on this.");
		return;
	}
	struct json *args = json_object();
	json_set_str(args, "id", w->e->id);
	if (w->taken > RUNG_FREE)
		json_set_num(args, "rung", MAX(w->climb, RUNG_FREE) + 1);
	ui_busy(ui, "looking for a hint");
	struct call *call = op_start(ui->app, op_find("hint"), args, FRONT_TUI, MODE_PRACTICE, &hooks);
	bool ended = call->ended;
	w->hinting = call;
	if (ended)
		hint_done(call);
}
