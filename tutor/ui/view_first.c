/*
 * The first start: what was found on this machine, the way to lesson one, and the offer of a local language model. It is also the
 * one plain screen for a machine without Rust: how to get it; reading works without.
 */
#include "ui/background.h"

#include "base/utf8.h"
#include "io/sandbox.h"
#include "learn/course.h"
#include "store/learner.h"
#include "svc/app.h"
#include "svc/models.h"
#include "svc/profile.h"
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
		found_row(out, g->ok, ROW_OK, "Documentation", width, "of this Rust, on this machine");
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
	text = xstrfmt("on this machine only, in %s", app_dir(v->ui->app, APP_DATA));
	found_row(out, v->ui->g->ok, ROW_OK, "Your record", width, text);
	free(text);
}

/* --- a language model --- */

#define OFFER_KEY "ui.model_offer" /* what was chosen: a model's name, "none" or "server" */

static char *choice_made(struct ui *ui)
{
	struct learner *l = ui_learner(ui);

	return l ? learner_get(l, OFFER_KEY) : NULL;
}

static void choose(struct view *v, const char *what)
{
	struct learner *l = ui_learner(v->ui);
	struct sbuf err = SBUF_INIT;

	if (l && learner_set(l, OFFER_KEY, what, &err) < 0)
		ui_complain(v->ui, "%s", err.buf);
	view_changed(v);
	sbuf_release(&err);
}

static void offer_row(struct rows *out, const char *href, const char *text, const char *more)
{
	struct row *row = rows_add(out);

	row_addf(row, ROW_TEXT, "  ");
	row_add(row, ROW_LINK, text, strlen(text), href);
	row_addf(row, ROW_DIM, "  %s", more);
}

static void model_row(struct rows *out, const struct model_file *m, bool small)
{
	char *href = xstrfmt("get:%s", m->name);
	char *text = xstrfmt("%s, %lld.%lld GB", small ? "The small one" : "Load it", (long long)(m->size / 1000000000),
			     (long long)((m->size + 50000000) / 100000000 % 10));

	offer_row(out, href, text, small ? "adds these sentences, too; mends no programs" : "adds two sentences on your own code");
	free(text);
	free(href);
}

static void offer_rows(struct view *v, int width, struct rows *out)
{
	struct models *all = models_load(v->ui->app, NULL);
	size_t n = 0;

	rows_add_text(out, ROW_TEXT, 2, width, "A language model on this machine may add to answers; nothing needs one:");
	for (size_t i = 0; all && i < all->n; i++)
		if (all->v[i].kind == MODEL_CHAT)
			model_row(out, &all->v[i], n++ > 0);
	offer_row(out, "server:", "I have a model server", "how to name it");
	offer_row(out, "none:", "No model", "this is not asked again");
	models_free(all);
}

static void bar_row(struct ui *ui, int width, struct rows *out)
{
	int cells = MIN(30, width - 40), full = ui->model_size > 0 ? (int)(ui->model_got * cells / ui->model_size) : 0;
	struct row *row = rows_add(out);

	row_addf(row, ROW_TEXT, "  ");
	for (int i = 0; i < cells; i++)
		row_addf(row, i < full ? ROW_OK : ROW_DIM, "%s", i < full ? ui->g->bar : ui->g->rest);
	if (ui->model_size > 0)
		row_addf(row, ROW_TEXT, " %lld of %lld MB", (long long)ui->model_got, (long long)ui->model_size);
	row_addf(row, ROW_DIM, "  Esc stops it");
}

static void loading_rows(struct ui *ui, int width, struct rows *out)
{
	char *text = xstrfmt("Loading %s%s%.40s; you may go on meanwhile.", ui->model_name, ui->model_step ? ": " : "",
			     ui->model_step ? ui->model_step : "");

	rows_add_text(out, ROW_TEXT, 2, width, text);
	bar_row(ui, width, out);
	free(text);
}

static void unfinished_rows(const char *name, int width, struct rows *out)
{
	char *href = xstrfmt("get:%s", name);
	char *text = xstrfmt("%s is not whole yet; what was loaded is kept.", name);

	rows_add_text(out, ROW_TEXT, 2, width, text);
	offer_row(out, href, "Go on loading it", "");
	offer_row(out, "none:", "No model", "");
	free(text);
	free(href);
}

static void chosen_rows(struct ui *ui, const char *choice, int width, struct rows *out)
{
	struct model_profile p;
	struct sbuf err = SBUF_INIT;
	enum profile_state state = profile_load(ui->app, &p, &err);

	if (state == PROFILE_LOCAL || state == PROFILE_REMOTE)
		found_row(out, ui->g->ok, ROW_OK, "Model", width, p.model ? p.model : p.base_url);
	else if (state == PROFILE_BROKEN)
		found_row(out, ui->g->warn, ROW_WARN, "Model", width, err.buf);
	else if (choice && streq(choice, "server"))
		rows_add_text(out, ROW_TEXT, 2, width,
			      "Name your server in a shell: `tutor model use MODEL --base-url http://localhost:11434/v1`. Its key, if it wants one, "
			      "comes from TUTOR_MODEL_API_KEY.");
	else
		found_row(out, ui->g->dot, ROW_DIM, "Model", width, "none; `tutor model get` loads one at any time");
	profile_release(&p);
	sbuf_release(&err);
}

static bool has_model(struct ui *ui)
{
	struct model_profile p;
	enum profile_state state = profile_load(ui->app, &p, NULL);

	profile_release(&p);
	return state != PROFILE_NONE;
}

static void language_model_rows(struct view *v, int width, struct rows *out)
{
	char *choice = choice_made(v->ui), *unfinished = background_unfinished(v->ui);

	if (v->ui->model)
		loading_rows(v->ui, width, out);
	else if (unfinished)
		unfinished_rows(unfinished, width, out);
	else if (!choice && !has_model(v->ui))
		offer_rows(v, width, out);
	else
		chosen_rows(v->ui, choice, width, out);
	free(unfinished);
	free(choice);
}

static enum request first_request(struct view *v, enum request r, const struct input *in)
{
	const char *href = pager_href(&v->pager);

	(void)in;
	if ((r == REQ_CANCEL || r == REQ_INTERRUPT) && background_model_stop(v->ui))
		return REQ_NONE;
	if (r != REQ_OPEN || !href)
		return r;
	char *what = xstrdup(href);
	if (starts_with(what, "get:")) {
		choose(v, what + 4);
		background_model(v->ui, what + 4);
	} else if (streq(what, "none:") || streq(what, "server:")) {
		background_forget(v->ui);
		choose(v, streq(what, "none:") ? "none" : "server");
	} else {
		free(what);
		return r;
	}
	free(what);
	return REQ_NONE;
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
	if (!v->ui->no_rust) {
		rows_add(&rows);
		language_model_rows(v, width, &rows);
		rows_add(&rows);
		rows_add_text(&rows, ROW_DIM, 2, width,
			      "Keys: arrows or j k move, Enter opens, Esc goes back, a asks, ? shows all keys of a page, "
			      ": finds everything by name.");
	}
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
	.request = first_request,
	.title = first_title,
};
