/* What several views need: the course, the record, Markdown as rows, the first look at the surroundings, $EDITOR. */
#include "ui/ui_int.h"

#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "io/foreground.h"
#include "io/sandbox.h"
#include "learn/course.h"
#include "rust/highlight.h"
#include "store/learner.h"
#include "svc/app.h"
#include "svc/toolchain.h"
#include "ui/background.h"
#include "ui/term.h"

struct course *ui_course(struct ui *ui)
{
	struct sbuf err = SBUF_INIT;
	struct course *c = app_course(ui->app, &err);

	if (!c)
		ui_complain(ui, "%s", err.buf);
	sbuf_release(&err);
	return c;
}

struct learner *ui_learner(struct ui *ui)
{
	static bool said; /* one terminal a process */
	struct sbuf err = SBUF_INIT;
	struct learner *l = app_learner(ui->app, &err);

	if (!l && !said) {
		said = true;
		ui_complain(ui, "Nothing will be recorded: %s", err.buf);
	}
	sbuf_release(&err);
	return l;
}

char *ui_place_of(const char *page)
{
	const char *colon = strchr(page, ':');
	size_t len = colon ? (size_t)(colon - page) : 0;

	return len && view_find(page, len) ? xstrdup(page) : xstrfmt("doc:%s", page);
}

/* --- rows --- */

struct adding {
	void (*add)(void *to, enum row_style style, size_t start, size_t len);
	void *to;
};

static void add_class(void *to, int style_class, size_t start, size_t len)
{
	static const enum row_style styles[] = {
		[HIGHLIGHT_PLAIN] = ROW_CODE_BLOCK, [HIGHLIGHT_KEYWORD] = ROW_RS_KEYWORD, [HIGHLIGHT_TYPE] = ROW_RS_TYPE,
		[HIGHLIGHT_STRING] = ROW_RS_STRING, [HIGHLIGHT_NUMBER] = ROW_RS_NUMBER,
		[HIGHLIGHT_COMMENT] = ROW_RS_COMMENT, [HIGHLIGHT_LIFETIME] = ROW_RS_LIFETIME,
		[HIGHLIGHT_MACRO] = ROW_RS_MACRO, [HIGHLIGHT_FUNCTION] = ROW_RS_FUNCTION,
		[HIGHLIGHT_ATTRIBUTE] = ROW_RS_ATTRIBUTE,
	};
	struct adding *a = to;

	if (style_class >= 0 && style_class < (int)ARRAY_SIZE(styles))
		a->add(a->to, styles[style_class], start, len);
}

void ui_highlight(void *ctx, const char *lang, const char *code, size_t len,
		  void (*add)(void *to, enum row_style style, size_t start, size_t n), void *to)
{
	struct adding a = { add, to };

	(void)ctx;
	rust_highlight(NULL, lang, code, len, add_class, &a);
}

void ui_layout_opts(struct ui *ui, int width, struct layout_opts *o)
{
	*o = (struct layout_opts){ .width = width, .max_text = UI_TEXT_WIDTH, .highlight = ui_highlight };
	if (ui->canvas.ascii)
		o->flags |= LAYOUT_ASCII;
}

void ui_markdown(struct ui *ui, const char *text, int width, struct rows *out)
{
	struct doc doc = DOC_INIT;
	struct layout_opts o;
	size_t from = out->n;

	ui_layout_opts(ui, width, &o);
	if (md_parse(text, strlen(text), 1, &doc, NULL))
		rows_add_text(out, ROW_TEXT, 0, width, text);
	else
		layout_doc(&doc, &o, out);
	for (size_t i = from; i < out->n; i++)
		out->v[i].block = -1;
	doc_release(&doc);
}

/* --- after the first frame --- */

static void found_rust(void *ctx, const struct toolchain *t, const char *err)
{
	struct ui *ui = ctx;

	ui->probed = true;
	free(ui->no_rust);
	ui->no_rust = t ? NULL : xstrdup(err ? err : "No Rust was found.");
	for (size_t i = 0; i < ui->n_views; i++)
		ui->views[i]->stale = true;
	ui_mark(ui, UI_REPAINT);
	/* Said once, plainly; the lessons are a key away. */
	if (!t && !view_is(ui_view(ui), "first", ""))
		ui_open(ui, "first:");
	background_notes(ui);
}

static void probe_sandbox(void *ctx)
{
	struct ui *ui = ctx;

	ui->sandbox = xstrdup(sandbox_level_name(sandbox_level(app_sandbox(ui->app))));
	if (ui_view(ui))
		view_changed(ui_view(ui));
}

void ui_probe(struct ui *ui)
{
	app_want_toolchain(ui->app, found_rust, ui);
	loop_after(ui->loop, 30, probe_sandbox, ui);
}

/* --- $EDITOR --- */

struct editing {
	struct ui *ui;
	void (*done)(void *ctx, int status);
	void *ctx;
};

static void editor_ended(void *ctx, int status, const struct rusage *usage)
{
	struct editing *e = ctx;

	(void)usage;
	term_return();
	ui_mark(e->ui, UI_REFLOW | UI_REPAINT);
	if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
		ui_complain(e->ui, "The editor could not be started; set VISUAL or EDITOR to one that is installed.");
	e->done(e->ctx, status);
	free(e);
}

/* How an editor is told the line: most take +LINE; those of the VS Code family --goto FILE:LINE. */
static void add_place(struct sbuf *cmd, const char *editor, const char *path, int line, int col)
{
	const char *word = path_base(editor);
	size_t n = strcspn(word, " ");
	bool code = (n == 4 && !memcmp(word, "code", 4)) || (n == 6 && !memcmp(word, "codium", 6));
	bool colon = (n == 2 && !memcmp(word, "hx", 2)) || (n == 5 && !memcmp(word, "helix", 5)) ||
		     (n == 4 && !memcmp(word, "subl", 4)) || (n == 3 && !memcmp(word, "zed", 3));

	if (!code && !colon) {
		sbuf_addf(cmd, " +%d ", line);
		sbuf_add_shell_quoted(cmd, path);
		return;
	}
	char *place = xstrfmt("%s:%d:%d", path, line, col);
	sbuf_addstr(cmd, code ? " --wait --goto " : " ");
	sbuf_add_shell_quoted(cmd, place);
	free(place);
}

static const char *editor_name(void)
{
	static const char *const vars[] = { "VISUAL", "EDITOR" };

	for (size_t i = 0; i < ARRAY_SIZE(vars); i++) {
		const char *v = getenv(vars[i]);
		if (v && *v)
			return v;
	}
	return "vi";
}

int ui_run_editor(struct ui *ui, const char *path, int line, int col, void (*done)(void *ctx, int status), void *ctx)
{
	struct sbuf cmd = SBUF_INIT, err = SBUF_INIT;
	struct editing *e = xmalloc(sizeof(*e));
	const char *editor = editor_name();

	*e = (struct editing){ ui, done, ctx };
	sbuf_addf(&cmd, "exec %s", editor); /* the variable may hold arguments: that is for the shell */
	add_place(&cmd, editor, path, MAX(1, line), MAX(1, col));
	char *argv[] = { (char *)"/bin/sh", (char *)"-c", cmd.buf, NULL };
	term_leave();
	int rc = foreground_start(ui->loop, argv, STDOUT_FILENO, editor_ended, e, &err);
	if (rc) {
		term_return();
		ui_complain(ui, "%s", err.buf);
		free(e);
	}
	sbuf_release(&cmd);
	sbuf_release(&err);
	return rc;
}

void ui_copy(struct ui *ui, const char *text, size_t len, const char *what)
{
	if (text != ui->clip.buf) {
		sbuf_reset(&ui->clip);
		sbuf_add(&ui->clip, text, len);
	}
	if (term_copy(text, len))
		ui_say(ui, "Copied %s.", what);
	else
		ui_say(ui, "Copied %s, for pasting here; it is too long for the terminal's clipboard.", what);
}
