/* Runs the units, two at a time, and remembers what passed. */
#include "svc/pack_int.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/map.h"
#include "learn/course.h"
#include "learn/harness.h"
#include "svc/app.h"
#include "svc/check.h"
#include "svc/ops_list.h"
#include "svc/toolchain.h"

#define AT_ONCE 2
#define CACHE_FORMAT "pack 3"

struct running_unit {
	struct packing *p;
	size_t unit;
	char key[HASH_SHA256_HEX];
};

struct packing {
	struct call *call;
	struct pack_report *report;
	struct pack_units units;
	size_t next, active;
	struct map cache;       /* hashes of units that passed */
	struct sbuf fresh;      /* lines to add to the cache file */
	char *cache_file;
	const struct toolchain *tool;
	int64_t started;
	bool cancelled, pumping;
};

void pack_problem_add(struct pack_report *r, const char *id, const char *fmt, ...)
{
	struct sbuf text = SBUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	sbuf_vaddf(&text, fmt, ap);
	va_end(ap);
	ARRAY_GROW(r->problems, r->n + 1, r->alloc);
	r->problems[r->n++] = (struct pack_problem){ xstrdup(id), sbuf_detach(&text, NULL) };
}

struct pack_unit *pack_unit_add(struct pack_units *u, enum pack_expect expect, const char *id_fmt, ...)
{
	struct sbuf id = SBUF_INIT;
	struct pack_unit *unit;
	va_list ap;

	va_start(ap, id_fmt);
	sbuf_vaddf(&id, id_fmt, ap);
	va_end(ap);
	ARRAY_GROW(u->v, u->n + 1, u->alloc);
	unit = &u->v[u->n++];
	memset(unit, 0, sizeof(*unit));
	unit->id = sbuf_detach(&id, NULL);
	unit->expect = expect;
	return unit;
}

static void units_release(struct pack_units *u)
{
	for (size_t i = 0; i < u->n; i++) {
		free(u->v[i].id);
		free(u->v[i].text);
		free(u->v[i].output);
		free(u->v[i].code);
		free(u->v[i].project);
		free(u->v[i].overlay);
		free(u->v[i].stamp);
	}
	for (size_t i = 0; i < u->n_variants; i++) {
		exercise_release(u->variants[i]);
		free(u->variants[i]);
	}
	free(u->variants);
	free(u->v);
}

static void report_free(void *data)
{
	struct pack_report *r = data;

	for (size_t i = 0; i < r->n; i++) {
		free(r->problems[i].id);
		free(r->problems[i].what);
	}
	free(r->problems);
	pack_lint_release(r);
	free(r);
}

static struct json *report_json(const void *data)
{
	const struct pack_report *r = data;
	struct json *j = json_object(), *arr = json_array();

	for (size_t i = 0; i < r->n; i++) {
		struct json *p = json_object();

		json_set_str(p, "id", r->problems[i].id);
		json_set_str(p, "what", r->problems[i].what);
		json_add_take(arr, p);
	}
	json_set_num(j, "items", (double)r->items);
	json_set_num(j, "exam_items", (double)r->exam_items);
	if (r->lint)
		json_set_take(j, "style", pack_lint_json(r));
	json_set_num(j, "units", (double)r->units);
	json_set_num(j, "cached", (double)r->cached);
	json_set_num(j, "ms", (double)r->ms);
	json_set_take(j, "problems", arr);
	return j;
}

static void report_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct pack_report *r = data;

	(void)width;
	(void)ascii;
	for (size_t i = 0; i < r->n; i++)
		sbuf_addf(out, "%s: %s\n", r->problems[i].id, r->problems[i].what);
	pack_lint_plain(r, out);
	sbuf_addf(out, "%zu items, %zu programs (%zu known from before), %zu problem%s, %.1f s\n", r->items, r->units, r->cached,
		  r->n, r->n == 1 ? "" : "s", (double)r->ms / 1000);
}

const struct result_type pack_report_type = { "pack_check", report_json, report_plain, report_free };

static void add_part(struct sbuf *b, const char *s)
{
	sbuf_addf(b, "%zu:", s ? strlen(s) : 0);
	if (s)
		sbuf_addstr(b, s);
}

static void add_cases(struct sbuf *b, const struct exercise *e)
{
	for (size_t i = 0; i < e->n_cases; i++) {
		add_part(b, e->cases[i].input);
		add_part(b, e->cases[i].output);
	}
	strv_join(&e->forbid, ",", b);
	strv_join(&e->must_use, ",", b);
	sbuf_addf(b, "%d %d %d %d", (int)e->kind, e->limits.wall_ms, e->limits.cpu_s, e->limits.mem_mb);
}

static void add_folder(struct sbuf *b, const char *dir)
{
	struct strv files = STRV_INIT;

	file_walk(dir, 500, &files, NULL);
	for (size_t i = 0; i < files.n; i++) {
		char *path = path_join(dir, files.v[i]);

		add_part(b, files.v[i]);
		file_read(path, 4u << 20, b, NULL);
		free(path);
	}
	strv_release(&files);
}

/* Everything that decides the outcome goes into the key. */
static void unit_key(const struct packing *p, const struct pack_unit *u, char *key)
{
	struct sbuf b = SBUF_INIT;
	const struct exercise *e = u->exercise;

	add_part(&b, CACHE_FORMAT);
	add_part(&b, p->tool->version_line);
	sbuf_addf(&b, "%d %d ", (int)u->expect, u->run_main);
	add_part(&b, u->text);
	add_part(&b, u->output);
	add_part(&b, u->code);
	add_part(&b, u->stamp);
	if (e) {
		add_part(&b, e->tests);
		add_part(&b, e->probe);
		add_part(&b, e->probe_out);
		add_part(&b, e->starter);
		add_part(&b, kind_is_predict(e->kind) ? e->solution : NULL);
		add_cases(&b, e);
	}
	if (u->project) {
		char *tests = e ? path_join(e->dir, "tests") : NULL;

		add_folder(&b, u->project);
		if (u->overlay)
			add_folder(&b, u->overlay);
		if (tests)
			add_folder(&b, tests);
		free(tests);
	}
	hash_sha256(b.buf, b.len, key);
	sbuf_release(&b);
}

static const char *root_code(const struct check_result *r)
{
	const struct diag *root = diags_root(&r->diags);

	/* A lint that is an error has a name instead of a number; labels count it as an error without a code. */
	return root && root->code && root->code[0] == 'E' && strlen(root->code) == 5 ? root->code : "none";
}

static void judge_failing(struct pack_report *rep, const struct pack_unit *u, const struct check_result *r)
{
	bool compiles = r->verdict != VERDICT_COMPILE_ERROR;

	if (u->expect == PACK_FAILS && compiles)
		pack_problem_add(rep, u->id, "must not compile, but it does");
	else if (u->expect == PACK_NOT_PASSES && r->verdict == VERDICT_PASSED)
		pack_problem_add(rep, u->id, "must not pass, but it does");
	else if (!u->code)
		return;
	else if (streq(u->code, "wrong") ? !compiles : compiles)
		pack_problem_add(rep, u->id, "should fail with %s, but the verdict is %s", u->code, verdict_name(r->verdict));
	else if (compiles || streq(root_code(r), u->code))
		return;
	else
		pack_problem_add(rep, u->id, "should fail with %s, but the root error is %s", u->code, root_code(r));
}

static void judge_running(struct pack_report *rep, const struct pack_unit *u, const struct check_result *r)
{
	const struct diag *root = diags_root(&r->diags);

	if (u->expect == PACK_PANICS) {
		if (r->runtime.kind == RUNTIME_NONE)
			pack_problem_add(rep, u->id, "should panic, but the verdict is %s", verdict_name(r->verdict));
	} else if (r->verdict != VERDICT_PASSED) {
		pack_problem_add(rep, u->id, "should %s, but the verdict is %s%s%s%s%s", u->expect == PACK_COMPILES ? "compile" : "pass",
				 verdict_name(r->verdict), root ? ": " : "", root ? root->message : "", r->note ? ": " : "",
				 r->note ? r->note : "");
	} else if (u->output && !output_equal(u->output, strlen(u->output), r->out.buf, r->out.len)) {
		struct sbuf diff = SBUF_INIT;

		output_difference(u->output, strlen(u->output), r->out.buf, r->out.len, &diff);
		pack_problem_add(rep, u->id, "prints something else: %s", diff.buf);
		sbuf_release(&diff);
	} else if (u->expect == PACK_PASSES && r->diags.warnings) {
		pack_problem_add(rep, u->id, "passes, but with %zu warning%s", r->diags.warnings, r->diags.warnings > 1 ? "s" : "");
	}
}

static void judge(struct pack_report *rep, const struct pack_unit *u, const struct check_result *r)
{
	if (r->verdict == VERDICT_INTERNAL)
		pack_problem_add(rep, u->id, "could not be checked: %s", r->internal);
	else if (u->expect == PACK_FAILS || u->expect == PACK_NOT_PASSES)
		judge_failing(rep, u, r);
	else
		judge_running(rep, u, r);
}

static void save_cache(struct packing *p)
{
	struct sbuf all = SBUF_INIT;

	if (!p->cache_file || !p->fresh.len)
		return;
	if (file_exists(p->cache_file))
		file_read(p->cache_file, 16u << 20, &all, NULL);
	sbuf_add(&all, p->fresh.buf, p->fresh.len);
	file_write_atomic(p->cache_file, all.buf, all.len, NULL);
	sbuf_release(&all);
}

static void finish(struct packing *p)
{
	struct call *call = p->call;
	struct pack_report *r = p->report;
	bool cancelled = p->cancelled;

	save_cache(p);
	r->ms = clock_mono_ms() - p->started;
	units_release(&p->units);
	map_release(&p->cache);
	sbuf_release(&p->fresh);
	free(p->cache_file);
	free(p);
	call->priv = NULL;
	if (cancelled) {
		report_free(r);
		call_fail(call, ERROR_USAGE, NULL, "The check was stopped.");
	} else {
		call_finish(call, &pack_report_type, r, r->n > 0);
	}
}

static void pump(struct packing *p);

static void unit_done(void *ctx, struct check_result *r)
{
	struct running_unit *run = ctx;
	struct packing *p = run->p;
	size_t before = p->report->n;

	if (!p->cancelled) {
		judge(p->report, &p->units.v[run->unit], r);
		if (p->report->n == before)
			sbuf_addf(&p->fresh, "%s\n", run->key);
		if (p->fresh.len > 4096 * 4) { /* what is proven stays so when this run is stopped */
			save_cache(p);
			sbuf_reset(&p->fresh);
		}
	}
	check_result_release(r);
	free(run);
	p->active--;
	pump(p);
}

static void start_unit(struct packing *p, size_t i)
{
	const struct pack_unit *u = &p->units.v[i];
	struct running_unit *run = xcalloc(1, sizeof(*run));
	struct check_spec spec = { .key = "", .text = u->text, .len = u->text ? strlen(u->text) : 0, .exercise = u->exercise,
				   .project = u->project, .overlay = u->overlay, .run_main = u->run_main, .compile_only = u->expect == PACK_COMPILES,
				   .file = "exercise.rs", .done = unit_done, .ctx = run };
	struct sbuf err = SBUF_INIT;

	run->p = p;
	run->unit = i;
	unit_key(p, u, run->key);
	if (map_has(&p->cache, run->key)) {
		p->report->cached++;
		free(run);
	} else if (check_start(p->call->app, &spec, &err)) {
		p->active++;
	} else {
		pack_problem_add(p->report, u->id, "%s", err.buf);
		free(run);
	}
	sbuf_release(&err);
}

static void pump(struct packing *p)
{
	if (p->pumping)
		return;
	p->pumping = true;
	while (!p->cancelled && p->active < AT_ONCE && p->next < p->units.n) {
		if (p->next % 16 == 0)
			call_progress(p->call, (int64_t)p->next, (int64_t)p->units.n, "checking %s", p->units.v[p->next].id);
		start_unit(p, p->next++);
	}
	p->pumping = false;
	if (!p->active && (p->cancelled || p->next == p->units.n))
		finish(p);
}

static void load_cache(struct packing *p)
{
	struct sbuf text = SBUF_INIT;
	struct strv lines = STRV_INIT;

	if (app_dir_ready(p->call->app, APP_CACHE, NULL) < 0)
		return;
	p->cache_file = path_join(app_dir(p->call->app, APP_CACHE), "pack-check.txt");
	if (file_exists(p->cache_file) && !file_read(p->cache_file, 16u << 20, &text, NULL))
		strv_split(&lines, text.buf, '\n');
	for (size_t i = 0; i < lines.n; i++)
		if (*lines.v[i])
			map_put(&p->cache, lines.v[i], p);
	strv_release(&lines);
	sbuf_release(&text);
}

static void have_toolchain(void *ctx, const struct toolchain *t, const char *err)
{
	struct packing *p = ctx;

	p->tool = t;
	if (!t) {
		struct call *call = p->call;

		report_free(p->report);
		units_release(&p->units);
		free(p);
		call->priv = NULL;
		call_fail(call, ERROR_NEEDED, NULL, "%s", err);
		return;
	}
	load_cache(p);
	p->report->units = p->units.n;
	pump(p);
}

static void fail_unknown(struct call *call, struct course *course, const char *what)
{
	struct strv names = STRV_INIT;
	struct sbuf err = SBUF_INIT;

	strv_push(&names, "lessons");
	strv_push(&names, "exercises");
	strv_push(&names, "kb");
	for (size_t i = 0; i < course_lessons(course); i++)
		strv_push(&names, course_lesson_at(course, i)->id);
	for (size_t i = 0; i < course_topics(course)->n; i++)
		if (!strv_has(&names, course_topics(course)->v[i])) /* some are named as a lesson */
			strv_push(&names, course_topics(course)->v[i]);
	for (size_t i = 0; i < course_exercises(course); i++)
		strv_push(&names, course_exercise_at(course, i)->id);
	ids_unknown("lesson, topic or exercise", what ? what : "", &names, &err);
	call_fail(call, ERROR_USAGE, NULL, "%s (lessons, exercises and kb name the three parts.)", err.buf);
	sbuf_release(&err);
	strv_release(&names);
}

static void pack_check_start(struct call *call)
{
	struct sbuf err = SBUF_INIT;
	const char *what = call_str(call, "what");
	struct course *course = app_course(call->app, &err);
	struct packing *p;

	if (!course) {
		call_fail(call, ERROR_NEEDED, NULL, "%s", err.buf);
		sbuf_release(&err);
		return;
	}
	p = xcalloc(1, sizeof(*p));
	p->call = call;
	p->started = clock_mono_ms();
	p->report = xcalloc(1, sizeof(*p->report));
	sbuf_init(&p->fresh);
	call->priv = p;
	pack_collect(course, what, &p->units, p->report);
	if (!p->report->items && !p->report->n) {
		report_free(p->report);
		units_release(&p->units);
		free(p);
		call->priv = NULL;
		fail_unknown(call, course, what);
	} else {
		app_want_toolchain(call->app, have_toolchain, p);
	}
	sbuf_release(&err);
}

static void pack_check_cancel(struct call *call)
{
	struct packing *p = call->priv;

	if (p)
		p->cancelled = true; /* the two that run are short */
}

static const struct op_arg pack_args[] = {
	{ .name = "what", .type = ARG_STRING, .positional = true, .max = 500,
	  .help = "lessons, exercises, kb, a topic, or the id of one item; left out: everything" },
};

const struct op op_pack_check = {
	.name = "pack_check", .words = "pack check", .title = "Prove the course's content",
	.help = "Compiles and runs every code block, starter, solution, wrong solution, variant and card, and says which do not do "
		"what their label says. Exit 1 when there is a problem.",
	.args = pack_args, .n_args = ARRAY_SIZE(pack_args),
	.result_schema = "{\"type\":\"object\",\"required\":[\"items\",\"problems\"]}",
	.fronts = FRONT_ALL, .flags = OP_RUNS_CODE | OP_LONG, .start = pack_check_start, .cancel = pack_check_cancel,
};
