/*
 * The first start: what was found on this machine, and the way to lesson one. It is also the one plain
 * screen for a machine without Rust: how to get it; reading works without.
 */
#include "ui/ui.h"

#include "base/utf8.h"
#include "io/sandbox.h"
#include "learn/course.h"
#include "store/learner.h"
#include "svc/app.h"
#include "svc/toolchain.h"

static void found_row(struct rows *out, const char *glyph, enum row_style style, const char *name, int width,
		      const char *text)
{
	struct row *row = rows_add(out);

	row_addf(row, style, "  %s ", glyph);
	row_addf(row, ROW_STRONG, "%-14s", name);
	/* beside the name where it fits */
	if (row_width(row) + 1 + utf8_width(text, strlen(text)) <= width)
		row_addf(row, ROW_TEXT, " %s", text);
	else
		rows_add_text(out, ROW_TEXT, 6, width, text);
}

static void no_rust_rows(struct view *v, int width, struct rows *out)
{
	rows_add_text(out, ROW_FAIL, 2, width, v->ui->no_rust);
	rows_add(out);
	rows_add_text(out, ROW_TEXT, 2, width, "As commands, for you alone and without root:");
	rows_add(out);
	row_addf(rows_add(out), ROW_CODE, "    curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh");
	row_addf(rows_add(out), ROW_CODE, "    rustup component add rust-docs");
	rows_add(out);
	rows_add_text(out, ROW_TEXT, 2, width,
		      "Then start tutor again. `rustup update` renews an older Rust.");
}

static void rust_rows(struct view *v, int width, struct rows *out)
{
	const struct glyphs *g = v->ui->g;
	const struct toolchain *t = v->ui->probed ? app_toolchain(v->ui->app) : NULL;

	if (!t) {
		found_row(out, g->busy, ROW_DIM, "Rust", width, "looking for it");
		return;
	}
	found_row(out, g->ok, ROW_OK, "Rust", width, t->version_line);
	if (t->docs)
		found_row(out, g->ok, ROW_OK, "Documentation", width, t->docs);
	else
		found_row(out, g->warn, ROW_WARN, "Documentation", width,
			  "not installed; explanations cite it. `rustup component add rust-docs` brings it.");
}

static void sandbox_row(struct view *v, int width, struct rows *out)
{
	const struct glyphs *g = v->ui->g;

	if (!v->ui->sandbox) {
		found_row(out, g->busy, ROW_DIM, "Sandbox", width, "trying it");
		return;
	}
	struct sandbox *sb = app_sandbox(v->ui->app);
	bool best = sandbox_level(sb) == SANDBOX_BWRAP;
	found_row(out, best ? g->ok : g->warn, best ? ROW_OK : ROW_WARN, "Sandbox", width,
		  sandbox_note(sb));
}

static void course_row(struct view *v, int width, struct rows *out)
{
	struct course *c = ui_course(v->ui);

	if (!c)
		return;
	char *text = xstrfmt("%zu lessons, %zu exercises", course_lessons(c), course_exercises(c));
	found_row(out, v->ui->g->ok, ROW_OK, "Course", width, text);
	free(text);
	text = xstrfmt("what you do is kept on this machine only, in %s", app_dir(v->ui->app, APP_DATA));
	found_row(out, v->ui->g->ok, ROW_OK, "Your record", width, text);
	free(text);
}

static void first_layout(struct view *v, struct rect body)
{
	struct rows rows = ROWS_INIT;
	int width = MIN(body.w - 2, UI_TEXT_WIDTH);
	struct course *c = ui_course(v->ui);

	rows_add_text(&rows, ROW_HEADING1, 2, width, v->ui->no_rust ? "Rust is missing" : "Welcome");
	rows_add(&rows);
	if (v->ui->no_rust) {
		no_rust_rows(v, width, &rows);
	} else {
		rows_add_text(&rows, ROW_TEXT, 2, width,
			      "This is a course in Rust: lessons to read and to run, exercises to solve, and errors "
			      "explained step by step. Here is what it found on this machine:");
		rows_add(&rows);
		rust_rows(v, width, &rows);
		sandbox_row(v, width, &rows);
		course_row(v, width, &rows);
		rows_add(&rows);
		rows_add_text(&rows, ROW_TEXT, 2, width,
			      "Keys: arrows or j k move, Enter opens, Esc goes back, ? shows all keys of a page, "
			      ": finds everything by name.");
	}
	rows_add(&rows);
	if (c && course_lessons(c)) {
		const struct lesson *l = course_lesson_at(c, 0);
		char *href = xstrfmt("lesson:%s", l->id), *text = xstrfmt("Start with lesson 1: %s", l->title);
		struct row *row = rows_add(&rows);
		row_addf(row, ROW_TEXT, "  ");
		row_add(row, ROW_LINK, text, strlen(text), href);
		row_addf(row, ROW_DIM, "  Enter");
		free(href);
		free(text);
	}
	struct row *row = rows_add(&rows);
	row_addf(row, ROW_TEXT, "  ");
	row_add(row, ROW_LINK, "See everything there is", 23, "home:");
	pager_set_rows(&v->pager, &rows);
}

static void first_enter(struct view *v)
{
	struct learner *l = ui_learner(v->ui);

	if (l)
		learner_set(l, "ui.welcomed", "1", NULL);
}

static void first_title(struct view *v, struct sbuf *out)
{
	sbuf_addstr(out, v->ui->no_rust ? "getting Rust" : "a Rust bootcamp");
}

const struct view_ops view_first = {
	.name = "first",
	.context = CTX_PAGE,
	.list = true,
	.transient = true,
	.enter = first_enter,
	.layout = first_layout,
	.title = first_title,
};
