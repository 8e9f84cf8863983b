/* Operations: compile, compile_and_fix (`tutor fix`). */
#include "base/file.h"
#include "base/utf8.h"
#include "learn/course.h"
#include "svc/app.h"
#include "svc/check.h"
#include "svc/learned.h"
#include "svc/ops_list.h"
#include "svc/repair_model.h"
#include "svc/work.h"
#include "svc/write.h"

#define SYNC_WALL_MS 50000

static const char *const editions[] = { "2015", "2018", "2021", "2024", NULL };

static struct json *left_json(const struct diags *d)
{
	struct json *arr = json_array();

	for (size_t i = 0; i < d->n; i++) {
		const struct diag_span *p = diag_primary(&d->v[i]);
		struct json *j;

		if (d->v[i].level != DIAG_ERROR)
			continue;
		j = json_object();
		json_set_str(j, "code", d->v[i].code);
		json_set_str(j, "message", d->v[i].message);
		json_set_str(j, "file", p ? p->file : NULL);
		json_set_num(j, "line", p ? p->line : 0);
		json_add_take(arr, j);
	}
	return arr;
}

/* What the compiler said, in its own words. */
static char *rendered(const struct diags *d)
{
	struct sbuf all = SBUF_INIT, clean = SBUF_INIT;

	for (size_t i = 0; i < d->n; i++)
		if (d->v[i].rendered)
			sbuf_addstr(&all, d->v[i].rendered);
	utf8_sanitize(&clean, all.buf, all.len);
	sbuf_release(&all);
	return sbuf_detach(&clean, NULL);
}

static void left_plain(const struct diags *d, const char *what, struct sbuf *out)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct diag_span *p = diag_primary(&d->v[i]);

		if (d->v[i].level != DIAG_ERROR)
			continue;
		sbuf_addf(out, "  %s", what);
		if (p)
			sbuf_addf(out, " %s line %u:", p->file, p->line);
		sbuf_addf(out, " %s%s%s\n", d->v[i].message, d->v[i].code ? " " : "", d->v[i].code ? d->v[i].code : "");
	}
}

/* compile */
struct compile_report {
	char *path;
	struct check_result r;
	struct repair_target target;
	struct check *check;
	struct call *call;
};

static void compile_free(void *data)
{
	struct compile_report *c = data;

	check_result_release(&c->r);
	repair_target_release(&c->target);
	free(c->path);
	free(c);
}

static struct json *compile_json(const void *data)
{
	const struct compile_report *c = data;
	struct json *j = json_object(), *files = json_array();
	char *text = rendered(&c->r.diags);

	for (size_t i = 0; i < c->target.n_files; i++)
		json_add_str(files, c->target.files[i].name);
	json_set_bool(j, "success", c->r.verdict == VERDICT_PASSED);
	json_set_str(j, "verdict", verdict_name(c->r.verdict));
	json_set_num(j, "errors", (double)c->r.diags.errors);
	json_set_num(j, "warnings", (double)c->r.diags.warnings);
	json_set_take(j, "left", left_json(&c->r.diags));
	json_set_take(j, "files", files);
	json_set_str(j, "build_output", *text ? text : c->r.err.buf);
	json_set_str(j, "note", c->r.note);
	json_set_num(j, "ms", (double)c->r.ms);
	free(text);
	return j;
}

static void compile_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct compile_report *c = data;
	bool ok = c->r.verdict == VERDICT_PASSED;
	char *text = rendered(&c->r.diags);

	(void)width;
	sbuf_addf(out, "%s %s: %s (%zu error%s, %zu warning%s, %lld ms)\n", ok ? (ascii ? "ok" : "✓") : (ascii ? "no" : "✗"),
		  c->path, ok ? "It compiles." : verdict_title(c->r.verdict), c->r.diags.errors, c->r.diags.errors == 1 ? "" : "s",
		  c->r.diags.warnings, c->r.diags.warnings == 1 ? "" : "s", (long long)c->r.ms);
	if (c->r.note)
		sbuf_addf(out, "  %s\n", c->r.note);
	if (*text)
		sbuf_addf(out, "\n%s", text);
	else if (!ok && c->r.err.len)
		sbuf_addf(out, "\n%s", c->r.err.buf);
	if (!ok && c->r.diags.errors)
		sbuf_addf(out, "`tutor explain %s` tells the story; `tutor fix %s --dry-run` looks for a change that compiles.\n",
			  c->path, c->path);
	free(text);
}

static const struct result_type compile_type = { "compile", compile_json, compile_plain, compile_free };

static void compiled(void *ctx, struct check_result *r)
{
	struct compile_report *c = ctx;
	struct call *call = c->call;

	c->r = *r;
	c->check = NULL;
	call->priv = NULL;
	if (r->verdict == VERDICT_INTERNAL) {
		call_fail(call, ERROR_NEEDED, "tutor doctor", "%s", r->internal);
		compile_free(c);
	} else {
		call_finish(call, &compile_type, c, r->verdict != VERDICT_PASSED);
	}
}

static void compile_start(struct call *call)
{
	struct compile_report *c = xcalloc(1, sizeof(*c));
	struct check_spec spec = { .compile_only = true, .edition = call_str(call, "edition"), .done = compiled, .ctx = c };
	struct sbuf err = SBUF_INIT;

	c->call = call;
	c->path = xstrdup(call_str(call, "path"));
	sbuf_init(&c->r.out);
	sbuf_init(&c->r.err);
	call->priv = c;
	if (repair_load(c->path, &c->target, &err) < 0) {
		call->priv = NULL;
		call_fail(call, ERROR_USAGE, NULL, "%s", err.buf);
		compile_free(c);
		sbuf_release(&err);
		return;
	}
	spec.key = c->path;
	if (c->target.project) {
		spec.project = c->target.root;
	} else {
		spec.file = c->target.files[0].name;
		spec.text = c->target.files[0].text;
		spec.len = c->target.files[0].len;
	}
	c->check = check_start(call->app, &spec, &err);
	if (!c->check) {
		call->priv = NULL;
		call_fail(call, ERROR_NEEDED, "tutor doctor", "%s", err.buf);
		compile_free(c);
	}
	sbuf_release(&err);
}

static void compile_cancel(struct call *call)
{
	struct compile_report *c = call->priv;

	if (c && c->check)
		check_cancel(c->check);
}

static const struct op_arg compile_args[] = {
	{ .name = "path", .type = ARG_PATH, .required = true, .positional = true, .max = 4096,
	  .help = "a Rust file, or a folder with a Cargo project" },
	{ .name = "edition", .type = ARG_ENUM, .values = editions, .help = "of a single file; 2024 if left out" },
};

const struct op op_compile = {
	.name = "compile", .words = "compile", .title = "Compile a file or a project",
	.help = "Compiles it in the sandbox and shows what the compiler says, its proposals too; nothing is run. Exit 1 when it does not compile.",
	.args = compile_args, .n_args = ARRAY_SIZE(compile_args),
	.result_schema = "{\"type\":\"object\",\"required\":[\"success\",\"errors\",\"warnings\",\"build_output\",\"ms\"]}",
	.fronts = FRONT_ALL, .flags = OP_RUNS_CODE | OP_LONG | OP_NOT_IN_EXAM, .start = compile_start, .cancel = compile_cancel,
};

/* compile_and_fix */
struct fix_report {
	char *path, *out, *backup;
	struct repair_target target;
	struct repair_outcome o;
	bool written, dry;
	struct repair *repair;
	struct repair_llm *llm;
	struct sbuf no_model;       /* why no model takes part; "" */
	struct call *call;
};

static void fix_free(void *data)
{
	struct fix_report *f = data;

	repair_target_release(&f->target);
	repair_outcome_release(&f->o);
	repair_llm_free(f->llm);
	free(f->path);
	free(f->out);
	free(f->backup);
	free(f);
}

static bool compiles(const struct repair_outcome *o)
{
	return !o->errors_after;
}

/* Does the answer count as a yes: it compiles without holes, and no test fails? */
static bool is_success(const struct repair_outcome *o)
{
	return o->result == REPAIR_FIXED || o->result == REPAIR_FIXED_RISKY || o->result == REPAIR_FIXED_TESTS ||
	       (o->result == REPAIR_UNCHANGED && !o->errors_before && !o->tests_failed && !o->note);
}

static struct json *steps_json(const struct repair_outcome *o)
{
	struct json *arr = json_array();

	for (size_t i = 0; i < o->n_steps; i++) {
		const struct repair_step *s = &o->steps[i];
		struct json *j = json_object();

		json_set_str(j, "reason", s->reason);
		json_set_str(j, "diff", s->diff);
		json_set_str(j, "source", s->source);
		json_set_num(j, "errors", (double)s->errors);
		json_set_bool(j, "risky", s->risky);
		json_set_bool(j, "stub", s->stub);
		json_add_take(arr, j);
	}
	return arr;
}

/* Rust Coder's names: each step is an attempt of its own. */
static void set_peer_fields(struct json *j, const struct repair_outcome *o)
{
	struct json *attempts = json_array(), *files = json_object();
	char *text = rendered(&o->diags);

	for (size_t i = 0; i < o->n_steps; i++) {
		struct json *a = json_object();

		json_set_num(a, "attempt", (double)(i + 1));
		json_set_bool(a, "success", !o->steps[i].errors);
		json_set_str(a, "output", o->steps[i].reason);
		json_add_take(attempts, a);
	}
	for (size_t i = 0; i < o->n_files; i++)
		json_set_str(files, o->files[i].name, o->files[i].text);
	json_set_bool(j, "success", is_success(o));
	json_set_take(j, "attempts", attempts);
	json_set_take(j, "final_files", files);
	json_set_str(j, "build_output", text);
	free(text);
}

static struct json *fix_json(const void *data)
{
	const struct fix_report *f = data;
	const struct repair_outcome *o = &f->o;
	struct json *j = json_object();

	json_set_str(j, "result", repair_result_name(o->result));
	json_set_str(j, "title", repair_result_title(o->result));
	json_set_num(j, "errors_before", (double)o->errors_before);
	json_set_num(j, "errors_after", (double)o->errors_after);
	json_set_take(j, "steps", steps_json(o));
	json_set_take(j, "left", left_json(&o->diags));
	json_set_num(j, "checks", o->checks);
	json_set_num(j, "model_calls", o->model_calls);
	json_set_str(j, "no_model", f->no_model.len ? f->no_model.buf : NULL);
	json_set_num(j, "ms", (double)o->ms);
	json_set_num(j, "risky", o->risky);
	json_set_num(j, "stubs", o->stubs);
	json_set_num(j, "warnings", (double)o->warnings);
	json_set_num(j, "tests_passed", (double)o->tests_passed);
	json_set_num(j, "tests_failed", (double)o->tests_failed);
	json_set_str(j, "note", o->note);
	json_set_bool(j, "cancelled", o->cancelled);
	json_set_bool(j, "unproven", o->unproven);
	json_set_bool(j, "written", f->written);
	json_set_str(j, "out", f->out);
	json_set_str(j, "backup", f->backup);
	set_peer_fields(j, o);
	return j;
}

static const char *plural(size_t n)
{
	return n == 1 ? "" : "s";
}

static void step_plain(const struct repair_step *s, size_t i, int width, bool ascii, struct sbuf *out)
{
	const char *p = s->diff;
	struct sbuf head = SBUF_INIT;

	sbuf_addf(out, "\nStep %zu  [%s%s%s]\n", i + 1, s->source, s->risky ? ", look at this one" : "",
		  s->stub ? ", leaves a hole" : "");
	sbuf_addstr(&head, s->reason);
	if (head.len && head.buf[0] >= 'a' && head.buf[0] <= 'z')
		head.buf[0] = (char)(head.buf[0] - 'a' + 'A');
	if (head.len && !strchr(".!?:", head.buf[head.len - 1]))
		sbuf_addch(&head, '.');
	write_markdown(head.buf, 2, width, ascii, out);
	while (*p) {
		size_t n = strcspn(p, "\n");

		if (strncmp(p, "--- ", 4) && strncmp(p, "+++ ", 4))
			sbuf_addf(out, "    %.*s\n", (int)n, p);
		else if (*p == '+')
			sbuf_addf(out, "\n    %.*s\n", (int)n - 4, p + 4);
		p += n + (p[n] == '\n');
	}
	sbuf_release(&head);
}

static void end_plain(const struct fix_report *f, struct sbuf *out)
{
	const struct repair_outcome *o = &f->o;

	sbuf_addch(out, '\n');
	if (o->cancelled)
		sbuf_addstr(out, "Stopped; nothing was written.\n");
	else if (f->out && f->written)
		sbuf_addf(out, "The result is in %s; %s is as it was.\n", f->out, f->path);
	else if (f->written)
		sbuf_addf(out, "Written. What was there before is kept in %s\n", f->backup);
	else if (f->dry)
		sbuf_addstr(out, "Nothing was written (--dry-run).\n");
	else if (o->unproven)
		sbuf_addf(out, "Nothing was written, because a step rests on a fix that worked too rarely yet, and no test says that it "
			       "is right here; --unproven writes it.\n");
	else if (o->errors_after)
		sbuf_addf(out, "Nothing was written, because errors are left; --partial writes it all the same.\n");
	else if (o->tests_failed)
		sbuf_addf(out, "Nothing was written, because tests fail; --partial writes it all the same.\n");
}

static void hints_plain(const struct fix_report *f, struct sbuf *out)
{
	const struct repair_outcome *o = &f->o;

	if (o->result == REPAIR_FIXED_RISKY)
		sbuf_addstr(out, "Whether it is what you meant, only you can say: look at the marked steps.\n");
	else if (o->result == REPAIR_STUBBED)
		sbuf_addstr(out, "`todo!()` compiles, and ends the program when it is reached: fill these places in.\n");
	else if (o->errors_after)
		sbuf_addf(out, "`tutor explain %s` tells the story of what is left.\n", f->path);
	if (o->errors_after && f->no_model.len)
		sbuf_addf(out, "(%s)\n", f->no_model.buf);
}

/* The results' words speak of errors; there may have been none, only tests that fail. */
static const char *title_plain(const struct repair_outcome *o)
{
	if (o->errors_before)
		return repair_result_title(o->result);
	if (o->result == REPAIR_FIXED_TESTS)
		return "Its tests pass now.";
	return o->result == REPAIR_UNCHANGED ? "It compiles, but its tests fail, and no small change was found with which they pass." :
	       repair_result_title(o->result);
}

static void fix_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct fix_report *f = data;
	const struct repair_outcome *o = &f->o;
	bool ok = is_success(o);

	if (!o->errors_before && ok && !o->n_steps) {
		sbuf_addf(out, "%s %s compiles as it is%s; there is nothing to fix.\n", ascii ? "ok" : "✓", f->path,
			  o->tests_passed ? ", and its tests pass" : "");
		return;
	}
	sbuf_addf(out, "%s %s: %s\n", ok ? (ascii ? "ok" : "✓") : (ascii ? "no" : "✗"), f->path, title_plain(o));
	sbuf_addf(out, "  %zu error%s before, %zu after; %d compilation%s, %.1f s\n", o->errors_before, plural(o->errors_before),
		  o->errors_after, o->checks, plural((size_t)o->checks), (double)o->ms / 1000);
	if (o->tests_passed + o->tests_failed)
		sbuf_addf(out, "  %zu test%s passed, %zu failed\n", o->tests_passed, plural(o->tests_passed), o->tests_failed);
	if (o->note && !o->tests_failed)
		sbuf_addf(out, "  When it was run: %s\n", o->note);
	for (size_t i = 0; i < o->n_steps; i++)
		step_plain(&o->steps[i], i, width, ascii, out);
	if (o->errors_after) {
		sbuf_addch(out, '\n');
		left_plain(&o->diags, "left:", out);
	}
	if (o->n_steps || o->cancelled)
		end_plain(f, out);
	hints_plain(f, out);
}

static const struct result_type fix_type = { "compile_and_fix", fix_json, fix_plain, fix_free };

static void fix_fail(struct fix_report *f, enum error_kind kind, const char *sentence)
{
	struct call *call = f->call;

	call->priv = NULL;
	call_fail(call, kind, kind == ERROR_NEEDED ? "tutor doctor" : NULL, "%s", sentence);
	fix_free(f);
}

static bool is_to_be_written(const struct fix_report *f)
{
	const struct repair_outcome *o = &f->o;

	if (o->cancelled || f->dry)
		return false;
	if (f->out)
		return true;
	if (o->unproven && !call_bool(f->call, "unproven"))
		return false;
	return o->n_steps && ((compiles(o) && !o->tests_failed) || call_bool(f->call, "partial"));
}

/* A change that was accepted: what is there to learn? Only a file that stands alone can be proved alone. */
static void learn(struct fix_report *f)
{
	const struct repair_outcome *o = &f->o;
	struct app *app = f->call->app;
	size_t which = 0, changed = 0;
	char project[9];

	if (!compiles(o) || o->tests_failed)
		return;
	learned_project(f->target.root, project);
	for (size_t i = 0; i < o->n_entries; i++)
		learned_count_use(app, o->entries[i], true, o->tests_passed > 0, project);
	for (size_t i = 0; i < o->n_files; i++)
		if (o->changed[i]) {
			which = i;
			changed++;
		}
	if (changed != 1 || o->stubs)
		return;
	if (!f->out)
		learned_wrote(app, f->target.root, f->target.files[which].text, f->target.files[which].len, o->entries, o->n_entries);
	learned_saw_repair(app, f->target.root, f->target.files[which].text, f->target.files[which].len, o->files[which].text,
			   o->files[which].len, call_str(f->call, "edition"), o->n_steps == 1 ? o->steps[0].source : "repair");
	learned_kick(app);
}

static void repaired(void *ctx, struct repair_outcome *o)
{
	struct fix_report *f = ctx;
	struct call *call = f->call;
	struct sbuf err = SBUF_INIT;

	f->o = *o;
	f->repair = NULL;
	if (o->failed) {
		fix_fail(f, o->needed ? ERROR_NEEDED : ERROR_USAGE, o->failed);
		return;
	}
	if (is_to_be_written(f)) {
		f->written = true;
		if ((f->out ? repair_write_out(&f->target, o, f->out, &err)
			    : repair_write_back(call->app, &f->target, o, &f->backup, &err)) < 0) {
			fix_fail(f, ERROR_USAGE, err.buf);
			sbuf_release(&err);
			return;
		}
		learn(f);
	}
	call->priv = NULL;
	call_finish(call, &fix_type, f, !is_success(&f->o));
}

static void on_progress(void *ctx, const char *text, int checks, int of)
{
	call_progress(((struct fix_report *)ctx)->call, checks, of, "%s", text);
}

/* Judged as an exercise's answer, with its tests: the one that is named, or the one whose file it is. */
static int read_exercise(struct call *call, const struct repair_target *t, const struct exercise **out, struct sbuf *err)
{
	const char *id = call_str(call, "exercise");
	char *own = id ? NULL : work_exercise_at(call->app, t->root);
	struct course *course = id || own ? app_course(call->app, id ? err : NULL) : NULL;

	*out = course ? course_exercise(course, id ? id : own, id ? err : NULL) : NULL;
	free(own);
	if (id && !*out)
		return -1;
	if (*out && kind_is_predict((*out)->kind))
		return error(err, "%s asks for an answer, not for a program.", (*out)->id);
	if (t->project)
		*out = NULL; /* its tests are in the project */
	return 0;
}

static void fix_start(struct call *call)
{
	struct fix_report *f = xcalloc(1, sizeof(*f));
	struct repair_spec spec = { .edition = call_str(call, "edition"), .stubs = call_bool(call, "stubs"),
				    .progress = on_progress, .done = repaired, .ctx = f };
	struct sbuf err = SBUF_INIT;

	f->call = call;
	sbuf_init(&f->no_model);
	f->path = xstrdup(call_str(call, "path"));
	f->out = xstrdup_or_null(call_str(call, "out"));
	f->dry = call_bool(call, "dry_run");
	call->priv = f;
	if (repair_load(f->path, &f->target, &err) < 0 || read_exercise(call, &f->target, &spec.exercise, &err) < 0 || (!f->dry && !f->out && repair_may_write(&f->target, &err) < 0)) {
		fix_fail(f, ERROR_USAGE, err.buf);
	} else {
		spec.files = f->target.files;
		spec.n_files = f->target.n_files;
		spec.project = f->target.project ? f->target.root : NULL;
		spec.learn_as = f->dry ? NULL : f->target.root;
		if (!f->dry && f->target.n_files == 1)
			learned_met(call->app, f->target.root, f->target.files[0].text, f->target.files[0].len);
		spec.checks = (int)call_int(call, "attempts", call_bool(call, "thorough") ? REPAIR_CHECKS_THOROUGH : REPAIR_CHECKS);
		if (!call_bool(call, "no_model"))
			f->llm = repair_llm_new(call->app, &f->no_model); /* none: the search does without */
		spec.model = repair_llm_model(f->llm);
		/* Clients of these give up after a minute. */
		if (f->llm && (call->front == FRONT_MCP || call->front == FRONT_HTTP))
			spec.wall_ms = SYNC_WALL_MS;
		f->repair = repair_start(call->app, &spec);
	}
	sbuf_release(&err);
}

static void fix_cancel(struct call *call)
{
	struct fix_report *f = call->priv;

	if (f && f->repair)
		repair_cancel(f->repair);
}

static const struct op_arg fix_args[] = {
	{ .name = "path", .type = ARG_PATH, .required = true, .positional = true, .max = 4096,
	  .help = "a Rust file, or a folder with a Cargo project" },
	{ .name = "out", .type = ARG_PATH, .max = 4096,
	  .help = "write the result here (a file; for a project a new folder) and leave the original alone" },
	{ .name = "exercise", .type = ARG_STRING, .max = 200, .help = "judge the file as the answer to this exercise, with its tests" },
	{ .name = "dry_run", .type = ARG_BOOL, .help = "only show the steps" },
	{ .name = "attempts", .type = ARG_INT, .min = 1, .max = 500, .help = "how often to compile at most; 20 if left out" },
	{ .name = "thorough", .type = ARG_BOOL, .help = "look longer: 80 compilations" },
	{ .name = "stubs", .type = ARG_BOOL, .help = "where code is missing, `todo!()` may stand in for it" },
	{ .name = "unproven", .type = ARG_BOOL,
	  .help = "write a result that rests on a learned fix which worked in one project only" },
	{ .name = "partial", .type = ARG_BOOL, .help = "write a result that is better but still has errors or failing tests" },
	{ .name = "edition", .type = ARG_ENUM, .values = editions, .help = "of a single file; 2024 if left out" },
	{ .name = "no_model", .type = ARG_BOOL, .help = "do not ask the language model" },
};

const struct op op_compile_and_fix = {
	.name = "compile_and_fix", .words = "fix", .title = "Fix what does not compile, or fails its tests",
	.help = "Looks for small changes that make it compile, each judged by the compiler, then by its tests; where tests fail, for a "
		"small change of the logic with which they all pass. Shows every step as a diff with its reason. Tests and what a comment says not to change are left alone. Written back only at the end; "
		"the originals are kept. Exit 1 when errors or failing tests are left.",
	.args = fix_args, .n_args = ARRAY_SIZE(fix_args),
	.result_schema = "{\"type\":\"object\",\"required\":[\"result\",\"errors_before\",\"errors_after\",\"steps\",\"checks\","
			 "\"model_calls\",\"ms\"]}",
	.fronts = FRONT_TUI | FRONT_CLI | FRONT_MCP, .flags = OP_RUNS_CODE | OP_WRITES | OP_LONG | OP_NOT_IN_EXAM, .start = fix_start,
	.cancel = fix_cancel,
};
