/* The text of a workplace on the disk: read, saved, journaled, changed by others, opened in $EDITOR. */
#include "base/clock.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/log.h"
#include "io/watch.h"
#include "store/learner.h"
#include "svc/app.h"
#include "svc/work.h"
#include "ui/work.h"

static int read_file(const struct work_view *w, struct sbuf *out, struct sbuf *err)
{
	if (w->e)
		return work_read(w->view->ui->app, w->e, out, err);
	return file_read(w->path, EXERCISE_FILE_MAX, out, err);
}

static bool same(const struct sbuf *a, const struct sbuf *b)
{
	return a->len == b->len && !memcmp(a->buf, b->buf, a->len);
}

/* Which text of the file the journal is a change of: a hash, kept beside it. */
static char *base_key(const struct work_view *w)
{
	return xstrfmt("ui.base.%s", w->item);
}

static char *base_of(const struct sbuf *text)
{
	return xstrfmt("%016llx", (unsigned long long)hash_fnv64(text->buf, text->len));
}

static bool base_is(struct work_view *w, struct learner *l, const struct sbuf *file)
{
	char *key = base_key(w), *was = learner_get(l, key), *now = base_of(file);
	bool is = was && streq(was, now);

	free(key);
	free(was);
	free(now);
	return is;
}

/*
 * What was typed and not saved before the program ended comes back on top of the file's text, as a change
 * that can be undone. When another program has changed the file since, the file wins, and what was typed
 * is below it.
 */
static void apply_journal(struct work_view *w, const struct sbuf *file)
{
	struct learner *l = ui_learner(w->view->ui);
	struct sbuf text = SBUF_INIT;
	int64_t at = 0;

	if (l && learner_journal_get(l, w->item, &text, &at) == 1 && !same(&text, file)) {
		edit_set_text(w->edit.edit, text.buf, text.len);
		if (base_is(w, l, file)) {
			ui_say(w->view->ui, "What you had typed is back. It is not saved yet: ctrl-S in the editor.");
		} else {
			edit_set_text(w->edit.edit, file->buf, file->len);
			ui_say(w->view->ui, "The file was changed elsewhere; what you had typed comes back with undo.");
		}
	}
	sbuf_release(&text);
}

static void remember(struct work_view *w, const struct sbuf *text)
{
	sbuf_reset(&w->disk);
	sbuf_add(&w->disk, text->buf, text->len);
}

/* The file of a project that work_read shows. */
static char *project_file(const char *dir)
{
	char *path = path_join(dir, "src/main.rs");

	if (file_exists(path))
		return path;
	free(path);
	return path_join(dir, "src/lib.rs");
}

int work_open_text(struct work_view *w, struct sbuf *err)
{
	struct sbuf text = SBUF_INIT;
	int rc = read_file(w, &text, err);

	w->file = file_is_dir(w->path) ? project_file(w->path) : xstrdup(w->path);
	if (!rc) {
		bool rust = !w->e || !kind_is_predict(w->e->kind);
		editpane_init(&w->edit, text.buf, text.len, rust);
		remember(w, &text);
		apply_journal(w, &text);
	}
	sbuf_release(&text);
	return rc;
}

int work_save_file(struct work_view *w)
{
	struct ui *ui = w->view->ui;
	struct sbuf text = SBUF_INIT, on_disk = SBUF_INIT, err = SBUF_INIT;
	struct learner *l = ui_learner(ui);
	int rc = 0;

	edit_text(w->edit.edit, &text);
	/* An unchanged file keeps its time: nobody who watches it is woken for nothing. */
	if (read_file(w, &on_disk, NULL) || !same(&on_disk, &text))
		rc = w->e ? work_write(ui->app, w->e, text.buf, text.len, &err) : file_write_atomic(w->path, text.buf, text.len, &err);
	if (!rc) {
		edit_mark_saved(w->edit.edit);
		remember(w, &text);
		if (l)
			learner_journal_drop(l, w->item, NULL);
	} else {
		ui_complain(ui, "%s", err.buf);
	}
	sbuf_release(&text);
	sbuf_release(&on_disk);
	sbuf_release(&err);
	return rc;
}

void work_journal(struct view *v)
{
	struct work_view *w = v->priv;
	struct learner *l = ui_learner(v->ui);
	struct sbuf text = SBUF_INIT, err = SBUF_INIT;

	if (!l || !edit_modified(w->edit.edit))
		return;
	edit_text(w->edit.edit, &text);
	if (!base_is(w, l, &w->disk)) {
		char *key = base_key(w), *base = base_of(&w->disk);
		learner_set(l, key, base, NULL);
		free(key);
		free(base);
	}
	if (learner_journal_put(l, w->item, text.buf, text.len, clock_now(), &err)) {
		log_warn("%s", err.buf);
		ui_complain(v->ui, "What you type cannot be kept: %s", err.buf);
	}
	sbuf_release(&text);
	sbuf_release(&err);
}

/* The editor shows what the file holds now; what stood there before is an undo away. */
static void show_file(struct work_view *w, const struct sbuf *file)
{
	struct edit_pos cur = edit_cursor(w->edit.edit);

	if (edit_modified(w->edit.edit))
		ui_say(w->view->ui, "The file was changed elsewhere and is shown now; undo brings your text back.");
	edit_set_text(w->edit.edit, file->buf, file->len);
	edit_move_to(w->edit.edit, cur, false);
	edit_mark_saved(w->edit.edit);
	w->edit.reveal = true;
	ui_mark(w->view->ui, UI_REPAINT);
}

void work_take_over(struct work_view *w, bool check)
{
	struct sbuf file = SBUF_INIT, mine = SBUF_INIT;
	bool changed = !read_file(w, &file, NULL) && !same(&file, &w->disk);

	edit_text(w->edit.edit, &mine);
	if (changed) {
		remember(w, &file);
		if (same(&file, &mine))
			edit_mark_saved(w->edit.edit);
		else
			show_file(w, &file);
		if (check)
			work_check(w);
	}
	sbuf_release(&file);
	sbuf_release(&mine);
}

/* --- saved anywhere --- */

static void on_change(void *ctx, const char *path)
{
	struct work_view *w = ctx;

	if (streq(path, w->file))
		work_take_over(w, true);
	else /* another file of the project */
		work_check(w);
}

static void watch_one(struct work_view *w, const char *path)
{
	struct sbuf err = SBUF_INIT;

	if (watch_add(w->watch, path, &err))
		ui_complain(w->view->ui, "%s Press F5 after saving elsewhere.", err.buf);
	sbuf_release(&err);
}

static void watch_all(struct work_view *w)
{
	watch_one(w, w->file);
	for (size_t i = 0; w->e && w->e->kind == KIND_PROJECT && i < w->e->starter_files.n; i++) {
		char *path = path_join(w->path, w->e->starter_files.v[i]);
		if (!streq(path, w->file))
			watch_one(w, path);
		free(path);
	}
}

void work_watch(struct work_view *w)
{
	if (!w->watch) {
		w->watch = watch_new(w->view->ui->loop, on_change, w);
		if (w->watch)
			watch_all(w);
	}
	w->view->ui->watch = w->watch ? watch_mode(w->watch) : NULL;
}

/* --- $EDITOR --- */

static void editor_done(void *ctx, int status)
{
	(void)status;
	work_take_over(ctx, true);
}

void work_external_editor(struct work_view *w)
{
	struct edit_pos cur = edit_cursor(w->edit.edit);
	const struct edit_mark *error = editpane_first_error(&w->edit);
	bool at_error = error && w->shown != WORK_EDITOR;

	if (work_save_file(w))
		return;
	ui_run_editor(w->view->ui, w->file, (int)(at_error ? error->line : cur.line) + 1,
		      at_error ? error->col + 1 : (int)cur.col + 1, editor_done, w);
}

void work_reset_text(struct work_view *w)
{
	struct ui *ui = w->view->ui;
	struct sbuf err = SBUF_INIT, text = SBUF_INIT;

	if (!w->e) {
		ui_say(ui, "There is nothing to go back to here; undo (ctrl-Z in the editor) goes back step by step.");
		return;
	}
	if (work_save_file(w))
		return;
	if (work_reset(ui->app, w->e, &err) || work_read(ui->app, w->e, &text, &err)) {
		ui_complain(ui, "%s", err.buf);
	} else {
		remember(w, &text);
		edit_set_text(w->edit.edit, text.buf, text.len);
		edit_mark_saved(w->edit.edit);
		editpane_marks_clear(&w->edit);
		w->edit.reveal = true;
		ui_say(ui, "Started again from the beginning; ctrl-Z in the editor brings your text back.");
	}
	sbuf_release(&err);
	sbuf_release(&text);
}
