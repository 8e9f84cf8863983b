/* Operation: explain: the errors of a file or folder, an error code, or pasted compiler text. */
#include <ctype.h>
#include <errno.h>
#include <unistd.h>

#include "base/file.h"
#include "learn/course.h"
#include "svc/app.h"
#include "svc/fix.h"
#include "svc/ops_list.h"
#include "svc/report.h"
#include "svc/work.h"
#include "svc/yourcode.h"

#define PASTE_MAX (1u << 20)

struct explain_op {
	struct call *call;
	struct explain_report *report;
	struct check *check;
	struct check_result result; /* kept while it is explained */
	bool have_result;
	struct diags pasted;
	const struct exercise *exercise; /* NULL: a file */
	struct yourcode *yourcode;  /* the model is at work; what stands was shown */
	char *text;
	size_t len;
};

static void op_free(struct explain_op *x)
{
	yourcode_drop(x->yourcode);
	if (x->have_result)
		check_result_release(&x->result);
	diags_release(&x->pasted);
	free(x->text);
	free(x);
}

static void fail(struct explain_op *x, enum error_kind kind, const char *sentence)
{
	struct call *call = x->call;

	explain_report_type.free(x->report);
	op_free(x);
	call->priv = NULL;
	call_fail(call, kind, kind == ERROR_NEEDED ? "tutor doctor" : NULL, "%s", sentence);
}

static void finish(struct explain_op *x)
{
	struct call *call = x->call;
	struct explain_report *r = x->report;

	op_free(x);
	call->priv = NULL;
	call_finish(call, &explain_report_type, r, false);
}

static void have_yourcode(void *ctx, const char *text, const char *why, bool failed)
{
	struct explain_op *x = ctx;

	x->yourcode = NULL;
	if (text)
		yourcode_put(&x->report->e.v[0].steps, text);
	else if (failed)
		x->report->note = xstrfmt("The model took no part: %s", why);
	finish(x);
}

static void waiting(void *ctx, const char *what)
{
	call_progress(((struct explain_op *)ctx)->call, 0, 0, "%s", what);
}

/* The explanation stands: it is shown; a model may add two sentences on the root error. */
static void stands(struct explain_op *x)
{
	const struct diag *root = x->have_result ? diags_root(&x->result.diags) : diags_root(&x->pasted);
	struct explain_report *r = x->report;
	struct yourcode_spec spec = { .diag = root, .source = x->have_result ? x->text : NULL, .len = x->len, .exercise = x->exercise,
				      .waiting = waiting, .done = have_yourcode, .ctx = x };
	struct gate gate;

	if (!root || !root->n_spans || !r->e.n || r->e.v[0].in_tests || r->max_rung < step_kind_rung(STEP_YOUR_CODE)) {
		finish(x);
		return;
	}
	gate_check(x->call->app, x->call->mode, call_bool(x->call, "no_model"), &gate);
	if (gate.open && yourcode_wanted(x->call->app, root)) {
		spec.steps = &r->e.v[0].steps;
		if (x->call->hooks.part)
			x->call->hooks.part(x->call, &explain_report_type, r);
		x->yourcode = yourcode_start(x->call->app, &gate, &spec);
	} else {
		r->note = gate.consent ? xstrdup(gate.note) : NULL;
		finish(x);
	}
	gate_release(&gate);
}

/* The verified fix stands before the usual fixes of the card. */
static void fixed(void *ctx, struct steps *steps)
{
	struct explain_op *x = ctx;
	struct steps all = STEPS_INIT, *old = &x->report->e.v[0].steps;
	size_t at = 0;

	while (at < old->n && old->v[at].rung < RUNG_MAX)
		at++;
	steps_copy(&all, &(struct steps){ old->v, at, at });
	steps_copy(&all, steps);
	steps_copy(&all, &(struct steps){ old->v + at, old->n - at, old->n - at });
	steps_release(old);
	steps_release(steps);
	*old = all;
	stands(x);
}

static void explained(void *ctx, struct explanations *e, const char *err)
{
	struct explain_op *x = ctx;

	x->report->e = *e;
	if (err)
		fail(x, app_toolchain(x->call->app) ? ERROR_USAGE : ERROR_NEEDED, err);
	else if (e->n && x->report->max_rung == RUNG_MAX && x->text && x->have_result && x->result.diags.errors)
		fix_search(x->call->app, x->text, x->len, call_str(x->call, "edition"), x->exercise, fixed, x);
	else
		stands(x);
}

static void checked(void *ctx, struct check_result *r)
{
	struct explain_op *x = ctx;

	x->check = NULL;
	x->result = *r;
	x->have_result = true;
	if (r->verdict == VERDICT_INTERNAL) {
		char *sentence = xstrdup(r->internal);

		fail(x, ERROR_NEEDED, sentence);
		free(sentence);
	} else if (r->verdict == VERDICT_PASSED) {
		x->report->clean = xstrfmt("%s compiles and runs well%s; there is nothing to explain.", x->report->what,
					   r->n_tests ? ", and its tests pass" : "");
		finish(x);
	} else {
		explain_check(x->call->app, &x->result, x->text, x->len, explained, x);
	}
}

static void start_check(struct explain_op *x, const char *file, const char *project, const struct exercise *e)
{
	struct check_spec spec = { .key = x->report->what, .text = x->text, .len = x->len, .file = file, .project = project,
				   .exercise = e, .edition = call_str(x->call, "edition"), .done = checked, .ctx = x };
	struct sbuf err = SBUF_INIT;

	x->check = check_start(x->call->app, &spec, &err);
	if (!x->check)
		fail(x, ERROR_NEEDED, err.buf);
	sbuf_release(&err);
}

/* Compiler text as a learner pastes it: JSON lines or the human form. */
static bool looks_pasted(const char *text)
{
	return starts_with(text, "error") || strstr(text, "\nerror") || strstr(text, "error[E") ||
	       strstr(text, "\"$message_type\"") || strstr(text, "panicked at ");
}

static void explain_panic(struct explain_op *x)
{
	runtime_read(x->text, x->len, 101, 0, &x->result.runtime);
	x->have_result = true;
	sbuf_init(&x->result.out);
	sbuf_init(&x->result.err);
	x->result.verdict = VERDICT_CRASHED;
	explain_check(x->call->app, &x->result, NULL, 0, explained, x);
}

static void explain_pasted(struct explain_op *x)
{
	diags_parse(x->text, x->len, &x->pasted);
	if (!x->pasted.n)
		diags_parse_human(x->text, x->len, &x->pasted);
	diags_find_roots(&x->pasted);
	if (x->pasted.errors)
		explain_diags(x->call->app, &x->pasted, NULL, 0, explained, x);
	else if (strstr(x->text, "panicked at "))
		explain_panic(x);
	else
		fail(x, ERROR_USAGE, "There is no compiler error in that text (a line that starts with `error`).");
}

static int read_stdin(struct explain_op *x, struct sbuf *err)
{
	struct sbuf text = SBUF_INIT;
	ssize_t n = 1;

	while (n && text.len <= PASTE_MAX) {
		sbuf_grow(&text, 65536);
		n = read(STDIN_FILENO, text.buf + text.len, 65536);
		if (n < 0 && errno != EINTR)
			break;
		if (n > 0)
			sbuf_setlen(&text, text.len + (size_t)n);
	}
	x->text = sbuf_detach(&text, &x->len);
	if (x->len > PASTE_MAX)
		return error(err, "That is more than 1 MiB of compiler text.");
	return x->len ? 0 : error(err, "There was nothing on standard input.");
}

static bool is_code(const char *s)
{
	return (*s == 'E' || *s == 'e') && strlen(s) == 5 && strspn(s + 1, "0123456789") == 4;
}

static void start_file(struct explain_op *x, const char *path)
{
	struct sbuf err = SBUF_INIT, text = SBUF_INIT;
	char *manifest = path_join(path, "Cargo.toml");

	if (file_is_dir(path) && (!file_exists(manifest) || file_is_dir(manifest))) {
		error(&err, "%s is a directory without a Cargo.toml; name a file or a Cargo project.", path);
		fail(x, ERROR_USAGE, err.buf);
	} else if (file_is_dir(path)) {
		start_check(x, NULL, path, NULL);
	} else if (file_read_text(path, 8u << 20, "a Rust source file", &text, &err) < 0) {
		fail(x, ERROR_USAGE, err.buf);
	} else {
		x->text = sbuf_detach(&text, &x->len);
		if (!ends_with(path, ".rs") && looks_pasted(x->text))
			explain_pasted(x);
		else
			start_check(x, path_base(path), NULL, NULL);
	}
	free(manifest);
	sbuf_release(&text);
	sbuf_release(&err);
}

static void fail_unknown(struct explain_op *x, struct course *course, const char *what)
{
	struct sbuf err = SBUF_INIT;
	struct strv ids = STRV_INIT;

	for (size_t i = 0; course && i < course_exercises(course); i++)
		strv_push(&ids, course_exercise_at(course, i)->id);
	ids_unknown("file, error code or exercise", what, &ids, &err);
	fail(x, ERROR_USAGE, err.buf);
	strv_release(&ids);
	sbuf_release(&err);
}

static void start_exercise(struct explain_op *x, struct course *course, const char *id)
{
	struct sbuf err = SBUF_INIT, text = SBUF_INIT;
	const struct exercise *e = course_exercise(course, id, &err);
	char *path = e ? work_ensure(x->call->app, e, &err) : NULL;

	if (!path || (e->kind != KIND_PROJECT && file_read(path, EXERCISE_FILE_MAX, &text, &err) < 0)) {
		fail(x, ERROR_NEEDED, err.buf);
	} else {
		x->text = sbuf_detach(&text, &x->len);
		x->exercise = e;
		x->report->max_rung = MIN(x->report->max_rung, ladder_shown(LADDER_PRACTICE, -1, -1));
		start_check(x, "exercise.rs", e->kind == KIND_PROJECT ? path : NULL, e);
	}
	free(path);
	sbuf_release(&text);
	sbuf_release(&err);
}

static void start_code(struct explain_op *x, const char *what)
{
	char code[6];

	snprintf(code, sizeof(code), "%s", what);
	code[0] = 'E';
	explain_code(x->call->app, code, explained, x);
}

static void explain_start(struct call *call)
{
	const char *what = call_str(call, "what");
	struct explain_op *x = xcalloc(1, sizeof(*x));
	struct course *course = app_course(call->app, NULL);
	struct sbuf err = SBUF_INIT;
	char *own = file_exists(what) ? work_exercise_at(call->app, what) : NULL; /* an exercise's file is that exercise */

	x->call = call;
	x->report = xcalloc(1, sizeof(*x->report));
	x->report->what = xstrdup(what);
	x->report->max_rung = (int)call_int(call, "rung", ladder_shown(LADDER_FILE, -1, -1));
	call->priv = x;
	if (streq(what, "-")) {
		if (read_stdin(x, &err) < 0)
			fail(x, ERROR_USAGE, err.buf);
		else
			explain_pasted(x);
	} else if (is_code(what)) {
		start_code(x, what);
	} else if (own && course && course_exercise_head(course, own)) {
		start_exercise(x, course, own);
	} else if (file_exists(what)) {
		start_file(x, what);
	} else if (course && course_exercise_head(course, what)) {
		start_exercise(x, course, what);
	} else if (strchr(what, '\n') || looks_pasted(what)) {
		x->text = xstrdup(what);
		x->len = strlen(what);
		explain_pasted(x);
	} else {
		fail_unknown(x, course, what);
	}
	free(own);
	sbuf_release(&err);
}

static void explain_cancel(struct call *call)
{
	struct explain_op *x = call->priv;

	if (x && x->check)
		check_cancel(x->check);
	else if (x && x->yourcode)
		finish(x); /* what was shown stands */
}

static const char *const editions[] = { "2015", "2018", "2021", "2024", NULL };

static const struct op_arg explain_args[] = {
	{ .name = "what", .type = ARG_TEXT, .required = true, .positional = true, .max = PASTE_MAX,
	  .help = "a Rust file or Cargo project, an error code such as E0382, an exercise's id, - for compiler text on standard input" },
	{ .name = "rung", .type = ARG_INT, .min = 0, .max = RUNG_MAX, .help = "show the steps up to this rung (0 to 5)" },
	{ .name = "edition", .type = ARG_ENUM, .values = editions, .help = "of a single file; 2024 if left out" },
	{ .name = "no_model", .type = ARG_BOOL, .help = "without the language model's two sentences" },
};

const struct op op_explain = {
	.name = "explain", .words = "explain", .title = "Explain an error step by step",
	.help = "Explains what the compiler or the failing program says: what, where, how it came to it, the rule, what to try.",
	.args = explain_args, .n_args = ARRAY_SIZE(explain_args),
	.result_schema = "{\"type\":\"object\",\"properties\":{\"errors\":{\"type\":\"array\"}},\"required\":[\"errors\"]}",
	.fronts = FRONT_ALL, .flags = OP_RUNS_CODE | OP_NOT_IN_EXAM, .start = explain_start, .cancel = explain_cancel,
};
