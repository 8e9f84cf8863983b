/* Panes, focus and keys of a workplace. */
#include "base/clock.h"
#include "learn/course.h"
#include "ui/work.h"

static const char *const pane_names[WORK_PANES] = { "Statement", "Editor", "Result" };

struct pager *work_pager(struct view *v)
{
	struct work_view *w = v->priv;

	return w->shown == WORK_RESULT ? &w->result : &w->statement;
}

enum context work_context(struct view *v)
{
	struct work_view *w = v->priv;

	return w->shown == WORK_EDITOR ? CTX_EDITOR : CTX_EXERCISE;
}

void work_show(struct work_view *w, enum work_pane pane)
{
	w->shown = pane;
	w->statement.focus = pane == WORK_STATEMENT;
	w->result.focus = pane == WORK_RESULT;
	ui_moved(w->view->ui);
	view_changed(w->view);
}

void work_layout_panes(struct view *v, struct rect body)
{
	struct work_view *w = v->priv;

	work_layout(body, w->shown, w->zoomed, &w->place);
	for (int i = 0; i < WORK_PANES; i++) {
		struct rect r = w->place.pane[i];
		if (r.h && i != WORK_EDITOR)
			pager_resize(i == WORK_RESULT ? &w->result : &w->statement, r.w - 2, r.h);
	}
	work_rows_changed(w);
}

/* --- drawing --- */

static void result_mark(struct work_view *w, struct sbuf *out)
{
	const struct glyphs *g = w->view->ui->g;

	if (w->checking)
		sbuf_addf(out, " %s", g->busy);
	else if (w->report)
		sbuf_addf(out, " %s", w->report->r.verdict == VERDICT_PASSED ? g->ok : g->fail);
}

static void pane_label(struct work_view *w, int i, struct sbuf *out)
{
	sbuf_addf(out, " %d %s", i + 1, pane_names[i]);
	if (i == WORK_EDITOR && !streq(w->file, w->path))
		sbuf_addf(out, " %s", w->file + strlen(w->path) + 1);
	if (i == WORK_EDITOR && edit_modified(w->edit.edit))
		sbuf_addstr(out, " *");
	if (i == WORK_RESULT)
		result_mark(w, out);
	sbuf_addch(out, ' ');
}

static void draw_tabs(struct work_view *w, struct canvas *c)
{
	struct rect r = w->place.tabs;
	int x = r.x + 1;

	canvas_line(c, r, UI_BORDER, w->view->ui->g->hline);
	for (int i = 0; i < WORK_PANES; i++) {
		struct sbuf b = SBUF_INIT;
		pane_label(w, i, &b);
		x = canvas_str(c, r, x, r.y, i == (int)w->shown ? UI_TAB_ACTIVE : UI_TAB, b.buf) + 1;
		sbuf_release(&b);
	}
}

static void draw_heads(struct work_view *w, struct canvas *c)
{
	for (int i = 0; i < WORK_PANES; i++) {
		struct rect r = w->place.head[i];
		struct sbuf b = SBUF_INIT;
		bool focus = i == (int)w->shown;
		pane_label(w, i, &b);
		canvas_line(c, r, focus ? UI_BORDER_FOCUS : UI_BORDER, w->view->ui->g->hline);
		canvas_str(c, r, r.x + 1, r.y, focus ? UI_TAB_ACTIVE : UI_TAB, b.buf);
		sbuf_release(&b);
	}
	canvas_line(c, w->place.divider, UI_BORDER, w->view->ui->g->vline);
}

/* The editor, and below it what rustc says about the cursor's line, else about the first line that is at fault. */
static void draw_editor(struct work_view *w, struct canvas *c, struct rect r)
{
	const struct edit_mark *here = editpane_mark_here(&w->edit), *m = here ? here : editpane_first_error(&w->edit);
	const struct glyphs *g = w->view->ui->g;

	if (m && r.h > 3) {
		struct rect line = rect_take_bottom(&r, 1);
		enum ui_style style = m->is_error ? UI_EDIT_ERROR : UI_EDIT_WARN;

		if (here)
			canvas_textf(c, line, line.x, line.y, style, "%s %s", m->is_error ? g->problem : g->warn, m->text);
		else
			canvas_textf(c, line, line.x, line.y, style, "%s line %zu: %s", g->problem, m->line + 1, m->text);
	}
	editpane_draw(&w->edit, c, r, w->shown == WORK_EDITOR && !w->view->ui->prompting, g);
}

void work_draw(struct view *v, struct canvas *c, struct rect body)
{
	struct work_view *w = v->priv;

	(void)body;
	if (w->place.wide)
		draw_heads(w, c);
	else
		draw_tabs(w, c);
	for (int i = 0; i < WORK_PANES; i++) {
		struct rect r = w->place.pane[i];
		if (!r.h)
			continue;
		if (i == WORK_EDITOR)
			draw_editor(w, c, r);
		else
			pager_draw(i == WORK_RESULT ? &w->result : &w->statement, c,
				   (struct rect){ r.x + 1, r.y, r.w - 2, r.h });
	}
}

/* --- requests --- */

static void neighbour(struct work_view *w, int by)
{
	struct course *c = ui_course(w->view->ui);

	for (size_t i = 0; c && w->e && i < course_exercises(c); i++) {
		if (!streq(course_exercise_at(c, i)->id, w->e->id))
			continue;
		size_t to = i + (size_t)by; /* wraps below 0: then it is no index */
		if (to >= course_exercises(c)) {
			ui_say(w->view->ui, by > 0 ? "This is the last exercise." : "This is the first exercise.");
			return;
		}
		char *place = xstrfmt("exercise:%s", course_exercise_at(c, to)->id);
		ui_open(w->view->ui, place);
		free(place);
		return;
	}
}

static void goto_error(struct work_view *w)
{
	const struct edit_mark *m = editpane_first_error(&w->edit);

	if (!m) {
		ui_say(w->view->ui, "No line of yours is at fault, as far as is known.");
		return;
	}
	editpane_goto(&w->edit, m->line, (size_t)MAX(0, m->col));
	work_show(w, WORK_EDITOR);
}

static void save_and_check(struct work_view *w)
{
	if (!work_save_file(w))
		work_check(w);
}

static void find_event(void *ctx, enum prompt_event ev, const char *text)
{
	struct work_view *w = ctx;

	if (ev == PROMPT_CANCELLED || !*text)
		return;
	if (ev == PROMPT_ACCEPTED) {
		free(w->statement.needle);
		w->statement.needle = xstrdup(text);
		if (!edit_find(w->edit.edit, text, 1))
			ui_complain(w->view->ui, "`%s` does not occur in the text.", text);
		w->edit.reveal = true;
	}
}

static void find_next(struct work_view *w)
{
	if (!w->statement.needle)
		ui_ask(w->view->ui, "Find: ", NULL, find_event, w);
	else if (!edit_find(w->edit.edit, w->statement.needle, 1))
		ui_complain(w->view->ui, "`%s` does not occur in the text.", w->statement.needle);
	w->edit.reveal = true;
}

/* ctrl-C: copies what is selected; with nothing selected it means what it means everywhere. */
static void copy_text(struct work_view *w)
{
	struct sbuf b = SBUF_INIT;
	struct edit_pos from, to;

	if (edit_selection(w->edit.edit, &from, &to))
		edit_copy(w->edit.edit, &b);
	if (b.len)
		ui_copy(w->view->ui, b.buf, b.len, "what is selected");
	else if (!work_cancel(w))
		ui_say(w->view->ui, "Nothing is selected, and nothing is running.");
	sbuf_release(&b);
}

static void click(struct work_view *w, const struct input *in)
{
	if (w->place.tabs.h && rect_has(w->place.tabs, in->x, in->y)) {
		int at = w->place.tabs.x + 1;
		for (int i = 0; i < WORK_PANES; i++) {
			struct sbuf b = SBUF_INIT;
			pane_label(w, i, &b);
			if (in->x >= at && in->x < at + (int)b.len)
				work_show(w, (enum work_pane)i);
			at += (int)b.len + 1;
			sbuf_release(&b);
		}
		return;
	}
	for (int i = 0; i < WORK_PANES; i++) {
		struct rect r = w->place.pane[i];
		if (!rect_has(r, in->x, in->y))
			continue;
		if (i != (int)w->shown)
			work_show(w, (enum work_pane)i);
		if (i == WORK_EDITOR)
			editpane_click(&w->edit, in->x, in->y);
		else if (pager_choose_at(i == WORK_RESULT ? &w->result : &w->statement, in->x - r.x - 1, in->y - r.y))
			ui_request(w->view->ui, REQ_OPEN, in);
	}
}

/* Requests that mean the same in every pane. */
static bool common(struct work_view *w, enum request r, const struct input *in)
{
	enum work_pane pane = w->shown;

	switch (r) {
	case REQ_SAVE:
	case REQ_CHECK: save_and_check(w); break;
	case REQ_HINT: work_hint(w); break;
	case REQ_FIX: work_fix(w); break;
	case REQ_PANE: work_show(w, (enum work_pane)((pane + 1) % WORK_PANES)); break;
	case REQ_PANE_PREV: work_show(w, (enum work_pane)((pane + WORK_PANES - 1) % WORK_PANES)); break;
	case REQ_PANE_1: work_show(w, WORK_STATEMENT); break;
	case REQ_PANE_2:
	case REQ_TYPE: work_show(w, WORK_EDITOR); break;
	case REQ_PANE_3: work_show(w, WORK_RESULT); break;
	case REQ_ZOOM: w->zoomed = !w->zoomed; view_changed(w->view); break;
	case REQ_EDITOR: work_external_editor(w); break;
	case REQ_GOTO_ERROR: goto_error(w); break;
	case REQ_RESET: work_reset_text(w); view_changed(w->view); break;
	case REQ_NEXT: neighbour(w, 1); break;
	case REQ_PREV: neighbour(w, -1); break;
	case REQ_CLICK: click(w, in); break;
	default: return false;
	}
	return true;
}

static enum request editor_request(struct work_view *w, enum request r, const struct input *in)
{
	struct ui *ui = w->view->ui;
	uint64_t before = edit_version(w->edit.edit);
	bool copied = r == REQ_CUT;

	switch (r) {
	case REQ_LEAVE: work_show(w, w->report ? WORK_RESULT : WORK_STATEMENT); return REQ_NONE;
	case REQ_COPY_TEXT: copy_text(w); return REQ_NONE;
	case REQ_FIND: ui_ask(ui, "Find: ", NULL, find_event, w); return REQ_NONE;
	case REQ_FIND_NEXT: find_next(w); return REQ_NONE;
	default: break;
	}
	r = editpane_request(&w->edit, r, in, &ui->clip, clock_mono_ms());
	if (edit_version(w->edit.edit) != before) {
		view_typed(w->view);
		/* the result's remark that it is about an older text */
		if (before == w->checked_version && w->report)
			work_rows_changed(w);
	} else if (!r) {
		ui_moved(ui);
	}
	if (copied && ui->clip.len)
		ui_copy(ui, ui->clip.buf, ui->clip.len, "what was cut");
	return r;
}

enum request work_request(struct view *v, enum request r, const struct input *in)
{
	struct work_view *w = v->priv;
	bool typing = w->shown == WORK_EDITOR;

	if (r != REQ_SAVE && r != REQ_CHECK)
		w->untouched = false;
	if (common(w, r, in))
		return REQ_NONE;
	if (typing)
		return editor_request(w, r, in);
	if (r == REQ_OPEN && w->shown == WORK_RESULT && work_fix_take(w, pager_href(&w->result)))
		return REQ_NONE;
	if ((r == REQ_CANCEL || r == REQ_INTERRUPT) && work_cancel(w))
		return REQ_NONE;
	return r;
}

/* --- state --- */

void work_save_state(struct view *v, struct json *state)
{
	struct work_view *w = v->priv;
	struct edit_pos cur = edit_cursor(w->edit.edit);

	json_set_num(state, "pane", w->shown);
	json_set_num(state, "line", (double)cur.line);
	json_set_num(state, "col", (double)cur.col);
	json_set_num(state, "top", (double)w->edit.top);
	json_set_num(state, "statement", w->statement.top);
}

void work_restore_state(struct view *v, const struct json *state)
{
	struct work_view *w = v->priv;
	int64_t pane = json_get_int(state, "pane", WORK_STATEMENT);

	edit_move_to(w->edit.edit,
		     (struct edit_pos){ (size_t)MAX(0, json_get_int(state, "line", 0)), (size_t)MAX(0, json_get_int(state, "col", 0)) },
		     false);
	w->edit.top = (size_t)MAX(0, json_get_int(state, "top", 0));
	w->statement.top = (int)MAX(0, json_get_int(state, "statement", 0));
	work_show(w, pane == WORK_EDITOR ? WORK_EDITOR : pane == WORK_RESULT ? WORK_RESULT : WORK_STATEMENT);
}
