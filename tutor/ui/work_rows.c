/* Statement and result of a workplace as rows. */
#include "learn/course.h"
#include "ui/result.h"
#include "ui/work.h"

static void words_row(const struct strv *words, const char *label, int width, struct rows *out)
{
	struct sbuf b = SBUF_INIT;

	if (!words->n)
		return;
	sbuf_addstr(&b, label);
	for (size_t i = 0; i < words->n; i++)
		sbuf_addf(&b, "%s`%s`", i ? ", " : " ", words->v[i]);
	rows_add_text(out, ROW_NOTE, 0, width, b.buf);
	sbuf_release(&b);
}

static void head_rows(struct work_view *w, int width, struct rows *out)
{
	const struct exercise *e = w->e;
	struct row *row;

	rows_add_text(out, ROW_HEADING1, 0, width, e->title);
	row = rows_add(out);
	row_addf(row, ROW_DIM, "%s, difficulty %d of 5, about %d minutes", kind_title(e->kind), e->difficulty, e->minutes);
	if (w->passed)
		row_addf(row, ROW_OK, "  %s passed", w->view->ui->g->ok);
	else if (w->attempts)
		row_addf(row, ROW_WARN, w->attempts == 1 ? "  %s tried once" : "  %s tried %d times", w->view->ui->g->begun,
			 w->attempts);
	rows_add(out);
}

static void lesson_links(struct work_view *w, struct rows *out)
{
	struct course *c = ui_course(w->view->ui);
	const struct lesson *seen[8];
	size_t n = 0;

	for (size_t i = 0; c && i < w->e->concepts.n && n < ARRAY_SIZE(seen); i++) {
		const struct lesson *l = course_lesson_for(c, w->e->concepts.v[i]);
		bool again = false;
		for (size_t j = 0; j < n; j++)
			again |= seen[j] == l;
		if (!l || again)
			continue;
		if (!n)
			rows_add(out);
		seen[n++] = l;
		char *href = xstrfmt("lesson:%s", l->id);
		struct row *row = rows_add(out);
		row_addf(row, ROW_DIM, "Lesson: ");
		row_add(row, ROW_LINK, l->title, strlen(l->title), href);
		free(href);
	}
}

static void keys_rows(struct work_view *w, int width, struct rows *out)
{
	bool predict = w->e && kind_is_predict(w->e->kind);
	struct sbuf b = SBUF_INIT;

	rows_add(out);
	sbuf_addf(&b, "Press i to %s, ctrl-S there to save and check. h gives a hint.",
		  predict ? "write your answer" : "write in the editor");
	rows_add_text(out, ROW_DIM, 0, width, b.buf);
	rows_add_text(out, ROW_DIM, 0, width,
		      streq(w->file, w->path) ? "Or edit this file with what you like; saving it checks it:"
					      : "Or edit the files of this project with what you like; saving checks:");
	sbuf_reset(&b);
	const char *home = getenv("HOME");
	size_t n = home ? strlen(home) : 0;
	bool below = n > 1 && !strncmp(w->path, home, n) && w->path[n] == '/';
	row_addf(rows_add(out), ROW_CODE, "%s%s", below ? "~" : "", below ? w->path + n : w->path);
	sbuf_release(&b);
}

void work_statement_rows(struct work_view *w, int width, struct rows *out)
{
	struct ui *ui = w->view->ui;

	if (!w->e) {
		rows_add_text(out, ROW_HEADING1, 0, width, "A copy to play with");
		rows_add_text(out, ROW_TEXT, 0, width,
			      "Change what you like and run it: the lesson stays as it is. "
			      "Errors are explained in the result.");
		keys_rows(w, width, out);
		return;
	}
	head_rows(w, width, out);
	ui_markdown(ui, w->e->statement, width, out);
	if (kind_is_predict(w->e->kind) && w->e->starter) {
		char *md = xstrfmt("\n````rust\n%s%s````\n", w->e->starter, ends_with(w->e->starter, "\n") ? "" : "\n");
		rows_add(out);
		ui_markdown(ui, md, width, out);
		free(md);
	}
	if (w->e->forbid.n || w->e->must_use.n)
		rows_add(out);
	words_row(&w->e->forbid, "Not allowed:", width, out);
	words_row(&w->e->must_use, "Must be used:", width, out);
	lesson_links(w, out);
	keys_rows(w, width, out);
}

/* --- result --- */

static void next_link(struct work_view *w, struct rows *out)
{
	struct course *c = ui_course(w->view->ui);

	for (size_t i = 0; c && i + 1 < course_exercises(c); i++) {
		const struct exercise *next = course_exercise_at(c, i + 1);
		if (!streq(course_exercise_at(c, i)->id, w->e->id))
			continue;
		char *href = xstrfmt("exercise:%s", next->id);
		rows_add(out);
		struct row *row = rows_add(out);
		row_addf(row, ROW_TEXT, "Next exercise: ");
		row_add(row, ROW_LINK, next->title, strlen(next->title), href);
		row_addf(row, ROW_DIM, "  ]");
		free(href);
		return;
	}
}

static void hint_rows(struct work_view *w, int width, struct rows *out)
{
	if (!w->e || (w->report && w->report->r.verdict == VERDICT_PASSED))
		return;
	if (w->hints.n) {
		rows_add(out);
		row_addf(rows_add(out), ROW_RULE, "%s%s%s hints", w->view->ui->g->hline, w->view->ui->g->hline,
			 w->view->ui->g->hline);
		struct steps older = { w->hints.v, w->hint_from, 0 };
		struct steps newest = { w->hints.v + w->hint_from, w->hints.n - w->hint_from, 0 };
		result_steps(w->view->ui, &older, 0, RUNG_MAX, width, out);
		w->hint_row = (int)out->n;
		result_steps(w->view->ui, &newest, 0, RUNG_MAX, width, out);
	}
	int reached = w->trouble ? w->climb : w->taken;
	int next = reached < RUNG_FREE + 1 ? RUNG_FREE + 1 : reached < RUNG_MAX ? reached + 1 : -1;
	result_ladder(w->view->ui, reached, next, width, out);
}

void work_result_rows(struct work_view *w, int width, struct rows *out)
{
	if (w->error) {
		rows_add_text(out, ROW_FAIL, 0, width, w->error);
	} else if (!w->report) {
		rows_add_text(out, ROW_DIM, 0, width,
			      w->checking ? "Checking." : "Not checked since you opened it. ctrl-S in the editor, or F5, checks.");
	} else {
		if (w->checked_version != edit_version(w->edit.edit))
			rows_add_text(out, ROW_WARN, 0, width, "The text was changed since; ctrl-S checks it again.");
		result_rows(w->view->ui, w->report, w->report->max_rung, 0, width, out);
		if (w->e && w->report->r.verdict == VERDICT_PASSED)
			next_link(w, out);
	}
	hint_rows(w, width, out);
	work_fix_rows(w, width, out);
}

void work_rows_changed(struct work_view *w)
{
	struct rows a = ROWS_INIT, b = ROWS_INIT;
	struct work *p = &w->place;
	int left = p->pane[WORK_STATEMENT].w, right = p->pane[WORK_RESULT].w;

	/* The pane that is not shown (narrow) has the width of the one that is. */
	left = left ? left : p->pane[w->shown].w;
	right = right ? right : p->pane[w->shown].w;
	work_statement_rows(w, MAX(20, MIN(left - 3, UI_TEXT_WIDTH + 4)), &a);
	work_result_rows(w, MAX(20, MIN(right - 3, UI_TEXT_WIDTH + 20)), &b);
	for (size_t i = 0; i < a.n; i++)
		a.v[i].block = (int)i;
	for (size_t i = 0; i < b.n; i++)
		b.v[i].block = (int)i;
	pager_set_rows(&w->statement, &a);
	pager_set_rows(&w->result, &b);
	ui_mark(w->view->ui, UI_REPAINT);
}
