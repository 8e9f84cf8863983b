/* Operations: check, reset, hint. */
#include <sys/stat.h>

#include "base/clock.h"
#include "base/file.h"
#include "learn/course.h"
#include "rust/edits.h"
#include "store/learner.h"
#include "svc/app.h"
#include "svc/explain_int.h"
#include "svc/fix.h"
#include "svc/learned.h"
#include "svc/ops_list.h"
#include "svc/report.h"
#include "svc/work.h"
#include "svc/yourcode.h"

/* One check under way: for `check` and, with hint set, for `hint`. */
struct checking {
	struct call *call;
	struct check_report *report;
	const struct exercise *exercise; /* NULL: a file or folder */
	struct exercise variant;         /* loaded when one was asked for */
	bool has_variant;
	struct check *check;
	bool hint;
	int asked_rung;                  /* of hint; -1: the next */
	struct hint_report *hint_report; /* while a model adds to it */
	struct yourcode *yourcode;
	const char *edition;             /* asked for a plain file; NULL: the newest */
};

static void checking_free(struct checking *k)
{
	yourcode_drop(k->yourcode);
	if (k->has_variant)
		exercise_release(&k->variant);
	free(k);
}

static void fail(struct checking *k, enum error_kind kind, const char *fix, const char *sentence)
{
	struct call *call = k->call;

	check_report_type.free(k->report);
	checking_free(k);
	call->priv = NULL;
	call_fail(call, kind, fix, "%s", sentence);
}

/* The root error's code, or the verdict's own word, for the record. */
static const char *code_of(const struct check_result *r)
{
	const struct diag *root = diags_root(&r->diags);

	return root && root->code ? root->code : "";
}

static int record(struct checking *k, struct sbuf *err)
{
	struct check_report *c = k->report;
	struct learner *l = app_learner(k->call->app, err);
	struct item_state state = { 0 };
	struct attempt a = { .item = k->exercise->id, .verdict = verdict_name(c->r.verdict), .code = code_of(&c->r),
			     .errors = (int)c->r.diags.errors, .at = clock_now(), .ms = c->r.ms,
			     .source = c->text ? c->text : "" };

	if (!l)
		return -1;
	if (learner_item(l, a.item, &state, err) >= 0)
		a.rung = state.rung;
	return learner_add_attempt(l, &a, err) < 0 ? -1 : 0;
}

/* A text that failed and, later, one that passed make a pair to learn from; that is done by a process of its own. */
static void learn(struct checking *k)
{
	struct check_report *c = k->report;
	struct app *app = k->call->app;
	char *item;

	if (!c->text || k->call->mode == MODE_EXAM || (k->exercise && kind_is_predict(k->exercise->kind)))
		return;
	item = k->exercise ? xstrdup(k->exercise->id) : path_absolute(c->id);
	if (c->r.verdict == VERDICT_COMPILE_ERROR)
		learned_saw_failing(app, item, c->text, c->len, k->edition);
	else if (c->r.verdict == VERDICT_PASSED && learned_saw_passing(app, item, c->text, c->len))
		learned_kick(app);
	free(item);
}

static void finish_check(struct checking *k)
{
	struct check_report *c = k->report;
	struct call *call = k->call;
	struct sbuf err = SBUF_INIT;

	if (k->exercise && c->r.verdict != VERDICT_CANCELLED && record(k, &err) < 0)
		c->record_error = sbuf_detach(&err, NULL);
	if (c->r.verdict == VERDICT_PASSED && k->exercise)
		c->after = xstrdup_or_null(k->exercise->after);
	sbuf_release(&err);
	learn(k);
	checking_free(k);
	call->priv = NULL;
	call_finish(call, &check_report_type, c, c->r.verdict != VERDICT_PASSED);
}

static void author_step(struct steps *out, const struct exercise *e, int rung)
{
	static const enum step_kind kinds[EXERCISE_RUNGS] = { [3] = STEP_TRY, [4] = STEP_ANALOGUE, [5] = STEP_FIX };

	if (rung >= 3 && rung < EXERCISE_RUNGS && e->hints[rung])
		steps_add(out, kinds[rung], ORIGIN_AUTHOR, e->hints[rung]);
}

/* The last rung: what separates the learner's text from the author's solution, which the tests know to pass. */
static void solution_step(struct steps *out, const struct exercise *e, const char *text, size_t len)
{
	struct sbuf diff = SBUF_INIT;
	struct step *s;

	if (!e->solution || !text)
		return;
	if (kind_is_predict(e->kind)) {
		s = steps_add(out, STEP_FIX, ORIGIN_AUTHOR, "The right answer:");
		step_set_code(s, e->solution, "text");
	} else {
		diff_unified(text, len, e->solution, strlen(e->solution), NULL, 2, &diff);
		s = steps_add(out, STEP_FIX, ORIGIN_AUTHOR, "What separates your text from one that passes all tests:");
		step_set_code(s, diff.buf, "diff");
	}
	s->verified = true;
	sbuf_release(&diff);
}

static void engine_steps(struct steps *out, const struct explanations *e, int rung)
{
	struct steps cut = STEPS_INIT;

	for (size_t i = 0; e->n && i < e->v[0].steps.n; i++)
		if (e->v[0].steps.v[i].rung == rung) {
			struct steps one = { &e->v[0].steps.v[i], 1, 1 };

			steps_copy(&cut, &one);
		}
	steps_copy(out, &cut);
	steps_release(&cut);
}

/* Did the learner come to something that the author's hints do not speak of: an error of another kind, a panic in a line of one's own? */
static bool is_aside(const struct checking *k)
{
	const struct check_report *c = k->report;
	const struct diag *root = diags_root(&c->r.diags);
	const struct check_test *failed = check_first_failed(&c->r);

	if (root)
		return !k->exercise->error || !streq(root->code ? root->code : "none", k->exercise->error);
	return failed && failed->line > 0 && c->r.runtime.kind != RUNTIME_TODO;
}

static bool is_starter(const struct checking *k)
{
	const struct check_report *c = k->report;
	const char *starter = k->exercise->starter;

	return c->text && starter && c->len == strlen(starter) && !memcmp(c->text, starter, c->len);
}

/* Where both speak, each says of what. */
static void name_both(struct steps *s, size_t from_author)
{
	for (size_t i = 0; i < s->n; i++) {
		char *title = xstrfmt("%s: %s", s->v[i].title, i < from_author ? "what stops you now" : "the task");

		step_set_title(&s->v[i], title);
		free(title);
	}
}

/*
 * The author's hint speaks of the task, the engine's of what stops the learner now. When these are the same thing, one is
 * enough: two cures of one mistake help nobody.
 */
static void fill_hint(struct checking *k, struct hint_report *h)
{
	const struct check_report *c = k->report;
	const struct exercise *e = k->exercise;
	bool author = h->rung >= 3 && h->rung < EXERCISE_RUNGS && e->hints[h->rung];
	size_t n;

	if (h->rung < 5 && (!author || (is_aside(k) && !is_starter(k))))
		engine_steps(&h->steps, &c->e, h->rung);
	n = h->steps.n;
	author_step(&h->steps, e, h->rung);
	if (author && n && h->rung < 5)
		name_both(&h->steps, n);
	if (h->rung == 5 && e->solution && c->text)
		solution_step(&h->steps, e, c->text, c->len);
	else if (h->rung == 5)
		engine_steps(&h->steps, &c->e, h->rung);
	if (!h->steps.n)
		steps_add(&h->steps, STEP_TRY, ORIGIN_ENGINE, "There is no hint on this rung; take the next one.");
}

static void end_hint(struct checking *k, struct hint_report *h)
{
	struct call *call = k->call;

	h->final = true;
	check_report_type.free(k->report);
	checking_free(k);
	call->priv = NULL;
	call_finish(call, &hint_report_type, h, false);
}

static void have_yourcode(void *ctx, const char *text, const char *why, bool failed)
{
	struct checking *k = ctx;

	k->yourcode = NULL;
	if (text)
		yourcode_put(&k->hint_report->steps, text);
	else if (failed)
		k->hint_report->note = xstrfmt("The model took no part: %s", why);
	end_hint(k, k->hint_report);
}

static void waiting(void *ctx, const char *what)
{
	call_progress(((struct checking *)ctx)->call, 0, 0, "%s", what);
}

/* The place is in a file that the learner does not have: no model is told to speak of its lines. */
static bool in_tests(const struct diag *d)
{
	const struct diag_span *p = diag_primary(d);

	return p && explain_is_tests(p->file);
}

/* The hint stands: it is shown; where it speaks of the learner's code, a model may add two sentences. */
static void hint_stands(struct checking *k, struct hint_report *h)
{
	const struct diag *root = diags_root(&k->report->r.diags);
	struct yourcode_spec spec = { .diag = root, .source = k->report->text, .len = k->report->len, .steps = &h->steps,
				      .exercise = k->exercise, .waiting = waiting, .done = have_yourcode, .ctx = k };
	struct gate gate;

	if (!root || !root->n_spans || in_tests(root) || !steps_find(&h->steps, STEP_YOUR_CODE)) {
		end_hint(k, h);
		return;
	}
	gate_check(k->call->app, k->call->mode, call_bool(k->call, "no_model"), &gate);
	if (gate.open && yourcode_wanted(k->call->app, root)) {
		k->hint_report = h;
		if (k->call->hooks.part)
			k->call->hooks.part(k->call, &hint_report_type, h);
		k->yourcode = yourcode_start(k->call->app, &gate, &spec);
	} else {
		h->note = gate.consent ? xstrdup(gate.note) : NULL;
		end_hint(k, h);
	}
	gate_release(&gate);
}

/* What was given is kept in the record, and shown. */
static void give_hint(struct checking *k, struct hint_report *h)
{
	struct sbuf err = SBUF_INIT;
	struct learner *l = app_learner(k->call->app, &err);

	if (l && !h->passed && learner_set_rung(l, h->id, h->taken, clock_now(), &err) < 0)
		l = NULL;
	if (l) {
		hint_stands(k, h);
	} else {
		hint_report_type.free(h);
		fail(k, ERROR_NEEDED, NULL, err.buf);
	}
	sbuf_release(&err);
}

/* A change of the learner's own text with which the tests pass is shorter than the way to the author's. */
static void have_fix(void *ctx, struct steps *steps)
{
	struct checking *k = ctx;
	struct hint_report *h = k->hint_report;

	k->hint_report = NULL;
	if (steps->n) {
		author_step(&h->steps, k->exercise, h->rung);
		steps_copy(&h->steps, steps);
	} else {
		fill_hint(k, h);
	}
	steps_release(steps);
	give_hint(k, h);
}

static void start_hint(struct checking *k, struct hint_report *h)
{
	const struct check_report *c = k->report;
	bool fails = c->r.diags.errors || c->r.verdict == VERDICT_TEST_FAILED;
	bool search = h->rung == RUNG_MAX && c->text && fails && !is_starter(k) && !kind_is_predict(k->exercise->kind);

	if (h->passed) {
		give_hint(k, h);
	} else if (search) {
		call_progress(k->call, 0, 0, "looking for a change with which the tests pass");
		k->hint_report = h;
		fix_search(k->call->app, c->text, c->len, NULL, k->exercise, have_fix, k);
	} else {
		fill_hint(k, h);
		give_hint(k, h);
	}
}

/* An exercise that is homework or an exam's goes no higher than these do. */
static enum ladder_mode mode_of(const struct exercise *e)
{
	enum ladder_mode mode = LADDER_PRACTICE;

	if (e->mode)
		ladder_mode_find(e->mode, &mode);
	return mode;
}

static void finish_hint(struct checking *k)
{
	enum ladder_mode mode = mode_of(k->exercise);
	int max = ladder_max(mode, -1);
	struct check_report *c = k->report;
	struct hint_report *h = xcalloc(1, sizeof(*h));
	struct item_state state = { 0 };
	struct learner *l = app_learner(k->call->app, NULL);
	int first = ladder_first(diags_root(&c->r.diags), NULL);

	h->id = xstrdup(k->exercise->id);
	h->passed = c->r.verdict == VERDICT_PASSED;
	h->next = -1;
	if (l)
		learner_item(l, h->id, &state, NULL);
	h->rung = k->asked_rung >= 0 ? k->asked_rung : ladder_next(mode, -1, first, state.rung);
	if (h->rung < 0 || h->rung > max)
		h->rung = max;
	if (!h->passed) {
		h->taken = MAX(state.rung, h->rung);
		/* Who asks for a certain rung climbs from there. */
		h->next = k->asked_rung < 0 ? ladder_next(mode, -1, first, h->taken) : h->rung < max ? h->rung + 1 : -1;
	}
	start_hint(k, h);
}

static void explained(void *ctx, struct explanations *e, const char *err)
{
	struct checking *k = ctx;

	(void)err;
	k->report->e = *e;
	k->report->max_rung = k->exercise ? ladder_shown(mode_of(k->exercise), -1, -1) : ladder_shown(LADDER_FILE, -1, -1);
	if (k->hint)
		finish_hint(k);
	else
		finish_check(k);
}

static void checked(void *ctx, struct check_result *r)
{
	struct checking *k = ctx;
	struct check_report *c = k->report;

	c->r = *r;
	k->check = NULL;
	if (r->verdict == VERDICT_INTERNAL) {
		char *sentence = xstrdup(r->internal);

		fail(k, ERROR_NEEDED, "tutor doctor", sentence);
		free(sentence);
	} else if (r->verdict == VERDICT_PASSED || r->verdict == VERDICT_CANCELLED ||
		   (k->exercise && kind_is_predict(k->exercise->kind))) {
		struct explanations none = EXPLANATIONS_INIT;

		explained(k, &none, NULL);
	} else {
		explain_check(k->call->app, &c->r, c->text, c->len, explained, k);
	}
}

static void on_progress(void *ctx, const char *text)
{
	call_progress(((struct checking *)ctx)->call, 0, 0, "%s", text);
}

static void start(struct checking *k, const char *project, const char *file)
{
	struct check_report *c = k->report;
	struct check_spec spec = { .key = c->id, .text = c->text, .len = c->len, .file = file, .exercise = k->exercise,
				   .hide_tests = k->call->mode != MODE_PRACTICE, .edition = k->exercise ? NULL : k->edition, .project = project, .progress = on_progress,
				   .done = checked, .ctx = k };
	struct sbuf err = SBUF_INIT;

	k->check = check_start(k->call->app, &spec, &err);
	if (!k->check)
		fail(k, ERROR_NEEDED, "tutor doctor", err.buf);
	sbuf_release(&err);
}

static int read_code(struct checking *k, const char *path, struct sbuf *err)
{
	struct sbuf text = SBUF_INIT;
	int rc = file_read_text(path, EXERCISE_FILE_MAX * 8, "a Rust source file", &text, err);

	k->report->text = sbuf_detach(&text, &k->report->len);
	return rc;
}

static void start_exercise(struct checking *k)
{
	const struct exercise *e = k->exercise;
	const char *code = call_str(k->call, "code");
	struct sbuf err = SBUF_INIT, text = SBUF_INIT;
	char *path = NULL;
	bool bad_input = false;
	int rc = 0;

	k->report->is_exercise = true;
	if (code && e->kind != KIND_PROJECT) {
		rc = kind_is_predict(e->kind) ? file_read_text(code, EXERCISE_FILE_MAX, "an answer", &text, &err) :
						read_code(k, code, &err);
		bad_input = rc < 0;
	} else if (code) {
		path = xstrdup(code);
		bad_input = !file_is_dir(path);
		rc = bad_input ? error(&err, "%s is a project: --code must name a folder.", e->id) : 0;
	} else {
		path = work_ensure(k->call->app, e, &err);
		rc = path ? 0 : -1;
		if (!rc && e->kind != KIND_PROJECT)
			rc = file_read(path, EXERCISE_FILE_MAX, &text, &err);
	}
	if (!k->report->text)
		k->report->text = sbuf_detach(&text, &k->report->len);
	if (rc < 0)
		fail(k, bad_input ? ERROR_USAGE : ERROR_NEEDED, NULL, err.buf);
	else
		start(k, e->kind == KIND_PROJECT ? path : NULL,
		      kind_is_predict(e->kind) ? "answer.txt" : CHECK_EXERCISE_FILE);
	free(path);
	sbuf_release(&text);
	sbuf_release(&err);
}

static void start_path(struct checking *k, const char *path)
{
	struct sbuf err = SBUF_INIT;
	char *manifest = path_join(path, "Cargo.toml");

	if (file_is_dir(path)) {
		if (file_exists(manifest) && !file_is_dir(manifest)) {
			start(k, path, NULL);
		} else {
			error(&err, "%s is a directory without a Cargo.toml; name a file or a Cargo project.", path);
			fail(k, ERROR_USAGE, NULL, err.buf);
		}
	} else if (read_code(k, path, &err) < 0) {
		fail(k, ERROR_USAGE, NULL, err.buf);
	} else {
		start(k, NULL, path_base(path));
	}
	free(manifest);
	sbuf_release(&err);
}

static int find_exercise(struct checking *k, struct course *course, const char *id, struct sbuf *err)
{
	const char *variant = call_str(k->call, "variant");

	k->exercise = course_exercise(course, id, err);
	if (!k->exercise)
		return -1;
	if (!variant)
		return 0;
	if (exercise_load_variant(k->exercise, variant, &k->variant, err) < 0)
		return -1;
	k->has_variant = true;
	k->exercise = &k->variant;
	return 0;
}

static struct checking *checking_new(struct call *call, const char *id)
{
	struct checking *k = xcalloc(1, sizeof(*k));

	k->call = call;
	k->report = xcalloc(1, sizeof(*k->report));
	sbuf_init(&k->report->r.out);
	sbuf_init(&k->report->r.err);
	k->report->id = xstrdup(id);
	k->asked_rung = -1;
	call->priv = k;
	return k;
}

static void check_op(struct call *call)
{
	const char *target = call_str(call, "target");
	struct sbuf err = SBUF_INIT;
	/* An exercise's own file is that exercise. */
	char *own = ends_with(target, ".rs") && file_exists(target) ? work_exercise_at(call->app, target) : NULL;
	/* No id ends so: a plain file is checked without reading the course. */
	bool plain = ends_with(target, ".rs") && file_exists(target) && !own;
	struct course *course = plain ? NULL : app_course(call->app, &err);
	const char *id = own && course && course_exercise_head(course, own) ? own : target;
	bool is_id = course && course_exercise_head(course, id);
	struct checking *k = checking_new(call, id);

	k->edition = call_str(call, "edition");
	if (!is_id && (file_exists(target) || ends_with(target, ".rs")))
		start_path(k, target);
	else if (!course)
		fail(k, ERROR_NEEDED, NULL, err.buf);
	else if (find_exercise(k, course, id, &err) < 0)
		fail(k, ERROR_USAGE, "tutor exercises", err.buf);
	else
		start_exercise(k);
	free(own);
	sbuf_release(&err);
}

static void check_op_cancel(struct call *call)
{
	struct checking *k = call->priv;

	if (k && k->check)
		check_cancel(k->check);
	else if (k && k->yourcode)
		end_hint(k, k->hint_report); /* what was shown stands */
}

static const char *const editions[] = { "2015", "2018", "2021", "2024", NULL };
static const struct op_arg check_args[] = {
	{ .name = "target", .type = ARG_PATH, .required = true, .positional = true, .max = 4096,
	  .help = "an exercise's id, a Rust file, or a folder with a Cargo project" },
	{ .name = "code", .type = ARG_PATH, .max = 4096, .help = "with an id: check this file instead of your own" },
	{ .name = "variant", .type = ARG_STRING, .max = 200, .help = "with an id: this variant of the exercise" },
	{ .name = "edition", .type = ARG_ENUM, .values = editions, .help = "of a single file; 2024 if left out" },
};

const struct op op_check = {
	.name = "check", .words = "check", .title = "Check an exercise or a file",
	.help = "Compiles it in the sandbox and runs its tests. A plain file runs its own tests, or its main. "
		"Exit 1 when it does not pass.",
	.args = check_args, .n_args = ARRAY_SIZE(check_args),
	.result_schema = "{\"type\":\"object\",\"required\":[\"verdict\",\"tests\",\"errors\",\"warnings\",\"stdout\",\"ms\"]}",
	.fronts = FRONT_ALL, .flags = OP_RUNS_CODE | OP_LONG, .start = check_op, .cancel = check_op_cancel,
};

static void hint_op(struct call *call)
{
	const char *id = call_str(call, "id");
	struct sbuf err = SBUF_INIT;
	struct course *course = app_course(call->app, &err);
	struct checking *k = checking_new(call, id);

	k->hint = true;
	k->asked_rung = (int)call_int(call, "rung", -1);
	if (!course)
		fail(k, ERROR_NEEDED, NULL, err.buf);
	else if (find_exercise(k, course, id, &err) < 0)
		fail(k, ERROR_USAGE, "tutor exercises", err.buf);
	else
		start_exercise(k);
	sbuf_release(&err);
}

static const struct op_arg hint_args[] = {
	{ .name = "id", .type = ARG_STRING, .required = true, .positional = true, .max = 200, .help = "an exercise's id" },
	{ .name = "rung", .type = ARG_INT, .min = 0, .max = RUNG_MAX, .help = "this rung instead of the next one" },
	{ .name = "no_model", .type = ARG_BOOL, .help = "without the language model's two sentences" },
};

const struct op op_hint = {
	.name = "hint", .words = "hint", .title = "Take the next hint",
	.help = "Checks your text and shows the next rung of the ladder for what is wrong with it. Rungs from 3 on are kept in "
		"your record as hints.",
	.args = hint_args, .n_args = ARRAY_SIZE(hint_args),
	.result_schema = "{\"type\":\"object\",\"required\":[\"id\",\"rung\",\"steps\"]}",
	.fronts = FRONT_ALL, .flags = OP_RUNS_CODE | OP_WRITES | OP_NOT_IN_EXAM, .start = hint_op, .cancel = check_op_cancel,
};

/* reset */
struct reset_report {
	char *id, *path;
	bool undone;
};

static void reset_free(void *data)
{
	struct reset_report *r = data;

	free(r->id);
	free(r->path);
	free(r);
}

static struct json *reset_json(const void *data)
{
	const struct reset_report *r = data;
	struct json *j = json_object();

	json_set_str(j, "id", r->id);
	json_set_str(j, "path", r->path);
	json_set_bool(j, "undone", r->undone);
	return j;
}

static void reset_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct reset_report *r = data;

	(void)width;
	(void)ascii;
	if (r->undone)
		sbuf_addf(out, "%s has its text from before the reset again: %s\n", r->id, r->path);
	else
		sbuf_addf(out, "%s starts again: %s\n`tutor reset %s --undo` brings the old text back.\n", r->id, r->path, r->id);
}

static const struct result_type reset_type = { "reset", reset_json, reset_plain, reset_free };

static void reset_op(struct call *call)
{
	struct sbuf err = SBUF_INIT;
	struct course *course = app_course(call->app, &err);
	const struct exercise *e = course ? course_exercise(course, call_str(call, "id"), &err) : NULL;
	bool undo = call_bool(call, "undo");
	struct reset_report *r;
	int rc;

	if (!e) {
		call_fail(call, course ? ERROR_USAGE : ERROR_NEEDED, course ? "tutor exercises" : NULL, "%s", err.buf);
		sbuf_release(&err);
		return;
	}
	rc = undo ? work_undo_reset(call->app, e, &err) : work_reset(call->app, e, &err);
	if (rc < 0) {
		call_fail(call, ERROR_NEEDED, NULL, "%s", err.buf);
	} else if (undo && !rc) {
		call_fail(call, ERROR_USAGE, NULL, "There is no reset of %s to undo.", e->id);
	} else {
		r = xcalloc(1, sizeof(*r));
		r->id = xstrdup(e->id);
		r->path = work_path(call->app, e);
		r->undone = undo;
		call_finish(call, &reset_type, r, false);
	}
	sbuf_release(&err);
}

static const struct op_arg reset_args[] = {
	{ .name = "id", .type = ARG_STRING, .required = true, .positional = true, .max = 200, .help = "an exercise's id" },
	{ .name = "undo", .type = ARG_BOOL, .help = "bring the text before the last reset back" },
};

const struct op op_reset = {
	.name = "reset", .words = "reset", .title = "Start an exercise again",
	.help = "Puts the starter back; your text is kept and can be brought back.",
	.args = reset_args, .n_args = ARRAY_SIZE(reset_args), .result_schema = "{\"type\":\"object\"}",
	.fronts = FRONT_ALL, .flags = OP_WRITES, .start = reset_op,
};
