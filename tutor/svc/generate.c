#include "svc/generate.h"

#include <ctype.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/utf8.h"
#include "io/loop.h"
#include "svc/app.h"
#include "svc/generate_int.h"

#define REPAIRS_MAX 5        /* candidates that do not compile and are worth a search */
#define REPAIR_ERRORS 10     /* with more errors than that a candidate is left alone */
#define REPAIR_BUDGET 16
#define TESTS_WALL_MS 10000
#define MAIN_WALL_MS 2000

static const char *const names[] = {
#define X(id, name, title) [GENERATE_##id] = name,
	GENERATE_RESULTS(X)
#undef X
};

static const char *const titles[] = {
#define X(id, name, title) [GENERATE_##id] = title,
	GENERATE_RESULTS(X)
#undef X
};

const char *generate_result_name(enum generate_result r)
{
	return names[r];
}

const char *generate_result_title(enum generate_result r)
{
	return titles[r];
}

static void tried_release(struct tried *t)
{
	free(t->code);
	gen_cand_release(&t->cand);
	strv_release(&t->failing);
	free(t->build_output);
	free(t->run_output);
	memset(t, 0, sizeof(*t));
}

void generate_outcome_release(struct generate_outcome *o)
{
	for (size_t i = 0; i < o->n_files; i++) {
		free(o->files[i].name);
		free(o->files[i].text);
	}
	free(o->files);
	free(o->failed);
	free(o->name);
	free(o->task);
	free(o->task_title);
	strv_release(&o->notes);
	strv_release(&o->failing);
	free(o->build_output);
	free(o->run_output);
	free(o->model_last);
	memset(o, 0, sizeof(*o));
}

static const char *code_path(const struct generate *g)
{
	return g->lib ? "src/lib.rs" : "src/main.rs";
}

static char *manifest(const struct generate *g)
{
	return xstrfmt("[package]\nname = \"%s\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n", g->name);
}

static void add_file(struct generate_outcome *o, const char *name, const char *text, size_t len)
{
	o->files = xrealloc(o->files, (o->n_files + 1) * sizeof(*o->files));
	o->files[o->n_files++] = (struct repair_file){ xstrdup(name), xmemdupz(text, len), len, false };
}

/* The end. */

static enum generate_result result_of(const struct generate *g)
{
	const struct tried *b = &g->best;

	if (!b->any || b->errors || (!g->has_tests && b->failed))
		return GENERATE_NOTHING;
	if (g->has_tests)
		return !b->failed && b->passed ? GENERATE_TESTS : b->passed ? GENERATE_PARTIAL : GENERATE_NOTHING;
	return b->cand.from_model ? GENERATE_MODEL : GENERATE_NEAREST;
}

static void take_best(struct generate *g, struct generate_outcome *o)
{
	struct tried *b = &g->best;
	char *toml = manifest(g);

	if (o->result != GENERATE_NOTHING) {
		add_file(o, "Cargo.toml", toml, strlen(toml));
		add_file(o, code_path(g), b->code, strlen(b->code));
		for (size_t i = 0; i < g->tests.n; i++)
			add_file(o, g->tests.v[i].name, g->tests.v[i].text, g->tests.v[i].len);
		strv_copy(&o->notes, &b->cand.notes);
	}
	o->task = xstrdup_or_null(b->cand.task);
	o->task_title = xstrdup_or_null(b->cand.title);
	o->errors = b->errors;
	o->tests_passed = b->passed;
	o->tests_failed = b->failed;
	strv_copy(&o->failing, &b->failing);
	o->build_output = xstrdup_or_null(b->build_output);
	o->run_output = xstrdup_or_null(b->run_output);
	free(toml);
}

static void generate_free(struct generate *g)
{
	loop_cancel(app_loop(g->app), g->wall_timer);
	gen_model_close(g);
	tried_release(&g->best);
	tried_release(&g->failed);
	gen_cands_release(&g->cands);
	gen_tests_release(&g->tests);
	sbuf_release(&g->code);
	free(g->run_output);
	free(g->description);
	free(g->wanted_name);
	free(g->name);
	free(g->work);
	free(g);
}

static void finish(struct generate *g, const char *failed, bool needed)
{
	struct generate_outcome o = { .cancelled = g->cancelled, .failed = xstrdup_or_null(failed), .needed = needed };

	o.result = g->cancelled || failed ? GENERATE_NOTHING : result_of(g);
	o.name = xstrdup(g->name);
	o.checks = g->checks;
	o.candidates = (int)g->at + g->model_calls;
	o.model_calls = g->model_calls;
	o.model_last = g->last.len ? xmemdupz(g->last.buf, MIN(g->last.len, (size_t)8000)) : NULL;
	o.ms = clock_mono_ms() - g->started;
	take_best(g, &o);
	g->spec.done(g->spec.ctx, &o);
	generate_free(g);
}

/* Trying. */

static void try_next(void *ctx);

void gen_later(struct generate *g)
{
	loop_defer(app_loop(g->app), try_next, g);
}

static bool is_done(const struct generate *g)
{
	return g->best.any && !g->best.errors && !g->best.failed && (!g->has_tests || g->best.passed);
}

static bool is_better(const struct tried *a, const struct tried *b)
{
	if (!b->any)
		return true;
	if (!a->errors != !b->errors)
		return !a->errors;
	if (a->errors)
		return a->errors < b->errors;
	return a->passed != b->passed ? a->passed > b->passed : a->failed < b->failed;
}

/* Takes what is in t when it is better. */
static void judge(struct generate *g, struct tried *t, const char *code)
{
	t->any = true;
	if (g->now->from_model)
		gen_model_told(g, t);
	if (!is_better(t, &g->best)) {
		tried_release(t);
		return;
	}
	tried_release(&g->best);
	g->best = *t;
	g->best.code = xstrdup(code);
	g->best.cand = (struct gen_cand){ .task = xstrdup_or_null(g->now->task), .title = xstrdup_or_null(g->now->title),
					  .from_model = g->now->from_model };
	strv_copy(&g->best.cand.notes, &g->now->notes);
	g->best.run_output = xstrdup_or_null(g->run_output);
}

static char *rendered(const struct diags *d)
{
	struct sbuf all = SBUF_INIT, clean = SBUF_INIT;

	for (size_t i = 0; i < d->n; i++)
		if (d->v[i].rendered && d->v[i].level == DIAG_ERROR)
			sbuf_addstr(&all, d->v[i].rendered);
	utf8_sanitize(&clean, all.buf, MIN(all.len, (size_t)20000));
	sbuf_release(&all);
	return sbuf_detach(&clean, NULL);
}

/* It compiled before: only all of the tests make another text of it better, else it is told as it was tested. */
static void judge_failed(struct generate *g, struct tried *t, const struct repair_outcome *o)
{
	bool mended = !o->failed && o->n_files && !t->errors && !t->failed && t->passed;

	if (mended) {
		strv_pushf(&g->now->notes, "%zu change%s of its logic made the tests pass.", o->n_steps, o->n_steps == 1 ? "" : "s");
		judge(g, t, o->files[0].text);
		tried_release(&g->failed);
	} else {
		judge(g, &g->failed, g->code.buf);
	}
	g->failed = (struct tried){ 0 };
}

static void repaired(void *ctx, struct repair_outcome *o)
{
	struct generate *g = ctx;
	struct tried t = { .errors = o->errors_after, .passed = o->tests_passed, .failed = o->tests_failed };

	g->repair = NULL;
	g->checks += o->checks;
	g->model_calls += o->model_calls;
	if (g->failed.any) {
		judge_failed(g, &t, o);
	} else if (!o->failed && o->n_files) {
		t.build_output = o->errors_after ? rendered(&o->diags) : NULL;
		if (o->n_steps)
			strv_pushf(&g->now->notes, "%zu repair%s made it compile.", o->n_steps, o->n_steps == 1 ? "" : "s");
		judge(g, &t, o->files[0].text);
	}
	repair_outcome_release(o);
	gen_later(g);
}

static bool start_repair(struct generate *g, size_t errors)
{
	struct repair_file *files;
	struct repair_spec spec = { .project = g->work, .checks = REPAIR_BUDGET, .done = repaired, .ctx = g };

	bool model = g->now->from_model;

	if ((!g->has_tests && !model) || errors > REPAIR_ERRORS || (g->repairs >= REPAIRS_MAX && !model))
		return false;
	g->repairs++;
	/* What a model wrote and templates cannot mend it may mend itself, once it had its turns. */
	if (model && g->model_calls >= GENERATE_MODEL_CALLS - 1)
		spec.model = repair_llm_model(g->llm);
	files = xcalloc(g->tests.n + 1, sizeof(*files));
	files[0] = (struct repair_file){ (char *)code_path(g), g->code.buf, g->code.len, false };
	for (size_t i = 0; i < g->tests.n; i++)
		files[i + 1] = g->tests.v[i];
	spec.files = files;
	spec.n_files = g->tests.n + 1;
	g->repair = repair_start(g->app, &spec);
	free(files);
	return true;
}

static void count_tests(const struct check_result *r, struct tried *t)
{
	for (size_t i = 0; i < r->n_tests; i++) {
		const struct check_test *x = &r->tests[i];

		if (x->passed) {
			t->passed++;
			continue;
		}
		t->failed++;
		if (t->failing.n < 50)
			strv_pushf(&t->failing, "%s: %.300s", x->name, x->message ? x->message : "it failed");
	}
}

static void tested(void *ctx, struct check_result *r)
{
	struct generate *g = ctx;
	struct tried t = { .any = true };
	bool ran = r->verdict == VERDICT_PASSED || r->verdict == VERDICT_TEST_FAILED || r->n_tests;

	g->check = NULL;
	if (r->verdict == VERDICT_INTERNAL) {
		finish(g, r->internal, true);
	} else if (r->verdict == VERDICT_CANCELLED) {
		gen_later(g);
	} else if (r->verdict == VERDICT_COMPILE_ERROR && start_repair(g, MAX(r->diags.errors, (size_t)1))) {
		;
	} else {
		t.errors = r->verdict == VERDICT_COMPILE_ERROR ? MAX(r->diags.errors, (size_t)1) : 0;
		count_tests(r, &t);
		/* A main that waits (for a client, for input) or talks to a network that is not there says nothing against it. */
		if (!ran && !t.errors && g->has_tests)
			t.failed++;
		t.build_output = t.errors ? rendered(&r->diags) : NULL;
		g->failed = t;
		if (r->verdict != VERDICT_TEST_FAILED || !g->now->from_model || !g->has_tests || !start_repair(g, 1)) {
			g->failed = (struct tried){ 0 };
			judge(g, &t, g->code.buf);
			gen_later(g);
		}
	}
	check_result_release(r);
}

static int put_code(struct generate *g, struct sbuf *err)
{
	char *path = path_join(g->work, code_path(g));
	int rc = file_write(path, g->code.buf, g->code.len, err);

	free(path);
	return rc;
}

static void test_it(struct generate *g)
{
	struct check_spec spec = { .key = "", .project = g->work, .done = tested, .ctx = g };
	struct sbuf err = SBUF_INIT;

	spec.limits.wall_ms = g->has_tests ? TESTS_WALL_MS : MAIN_WALL_MS;
	g->checks++;
	if (put_code(g, &err) < 0 || !(g->check = check_start(g->app, &spec, &err)))
		finish(g, err.buf, true);
	sbuf_release(&err);
}

/* A main that was made to read its input is run on the example that stood there before. */
static void main_ran(void *ctx, struct check_result *r)
{
	struct generate *g = ctx;

	g->check = NULL;
	if (r->verdict == VERDICT_PASSED) {
		free(g->run_output);
		g->run_output = xmemdupz(r->out.buf, MIN(r->out.len, (size_t)4000));
		test_it(g);
	} else if (r->verdict == VERDICT_INTERNAL) {
		finish(g, r->internal, true);
	} else {
		gen_later(g);
	}
	check_result_release(r);
}

static void run_main(struct generate *g)
{
	struct check_spec spec = { .key = "", .file = "main.rs", .text = g->code.buf, .len = g->code.len, .run_main = true,
				   .input = g->now->input, .input_len = strlen(g->now->input), .done = main_ran, .ctx = g };
	struct sbuf err = SBUF_INIT;

	spec.limits.wall_ms = MAIN_WALL_MS;
	g->checks++;
	g->check = check_start(g->app, &spec, &err);
	if (!g->check)
		finish(g, err.buf, true);
	sbuf_release(&err);
}

void gen_try(struct generate *g, struct gen_cand *c)
{
	g->now = c;
	sbuf_reset(&g->code);
	sbuf_addf(&g->code, "%s%s", c->code, g->tests.tail.buf);
	free(g->run_output);
	g->run_output = NULL;
	if (c->input)
		run_main(g);
	else
		test_it(g);
}

static void try_card(struct generate *g)
{
	struct gen_cand *c = &g->cands.v[g->at++];
	struct sbuf s = SBUF_INIT;

	sbuf_addf(&s, "trying the task \"%s\"", c->title);
	if (g->spec.progress)
		g->spec.progress(g->spec.ctx, s.buf, (int)g->at, (int)g->cands.n);
	sbuf_release(&s);
	gen_try(g, c);
}

/* With tests the tasks come first: they cost nothing, and the tests are the judge. Without, only a model can write what was asked. */
static void try_next(void *ctx)
{
	struct generate *g = ctx;
	bool stop = g->cancelled || is_done(g) || clock_mono_ms() - g->started >= g->spec.wall_ms;

	if (stop || (g->has_tests && g->at >= g->cands.n && !gen_model_next(g)))
		finish(g, NULL, false);
	else if (g->has_tests ? g->at < g->cands.n : !gen_model_next(g) && g->at < g->cands.n)
		try_card(g);
	else if (!g->ask)
		finish(g, NULL, false);
}

/* The beginning. */

static bool wants_lib(const struct generate *g)
{
	const char *d = g->description;

	if (g->spec.kind != GENERATE_AS_FITS)
		return g->spec.kind == GENERATE_LIB;
	if (g->has_tests)
		return !g->tests.needs.program;
	return strcasestr(d, "library") || strcasestr(d, " crate");
}

/* A name that Cargo takes. */
static char *package_name(const char *from)
{
	static const char *const taken[] = { "test", "core", "std", "alloc", "proc_macro", "build", "deps", "examples", "incremental" };
	struct sbuf s = SBUF_INIT;
	struct tokens t = TOKENS_INIT;
	bool bad;

	for (; *from && s.len < 60; from++)
		if (isalnum((unsigned char)*from) || (s.len && strchr("-_", *from)))
			sbuf_addch(&s, (char)tolower((unsigned char)*from));
		else if (s.len && s.buf[s.len - 1] != '-')
			sbuf_addch(&s, '-');
	while (s.len && strchr("-_", s.buf[s.len - 1]))
		sbuf_setlen(&s, s.len - 1);
	lex(s.buf, s.len, &t);
	bad = !s.len || isdigit((unsigned char)s.buf[0]) || (t.n == 1 && t.v[0].kind == TOKEN_KEYWORD);
	for (size_t i = 0; i < ARRAY_SIZE(taken); i++)
		bad |= streq(s.buf, taken[i]);
	tokens_release(&t);
	if (bad)
		sbuf_insert(&s, 0, "my-", 3);
	if (s.len == 3)
		sbuf_addstr(&s, "project");
	return sbuf_detach(&s, NULL);
}

static void choose_name(struct generate *g)
{
	const struct needs *n = &g->tests.needs;
	const char *from = n->program ? n->program : n->crate ? n->crate : g->wanted_name;

	if (!from && g->cands.n && g->cands.v[0].task)
		from = path_base(g->cands.v[0].task);
	/* What tests use is its name, as it is written there. */
	g->name = package_name(from ? from : "project");
}

static int put_skeleton(struct generate *g, struct sbuf *err)
{
	char *toml = manifest(g), *path = path_join(g->work, "Cargo.toml"), *src = path_join(g->work, "src"),
	     *tests = path_join(g->work, "tests");
	int rc = file_write(path, toml, strlen(toml), err);

	if (!rc)
		rc = file_mkdirs(src, err) < 0 ? -1 : file_mkdirs(tests, err);
	for (size_t i = 0; i < g->tests.n && !rc; i++) {
		char *to = path_join(g->work, g->tests.v[i].name);

		rc = file_write(to, g->tests.v[i].text, g->tests.v[i].len, err);
		free(to);
	}
	free(tests);
	free(src);
	free(path);
	free(toml);
	return rc;
}

static void begin(void *ctx)
{
	struct generate *g = ctx;
	struct gen_want want = { g->description, g->lib, g->has_tests, &g->tests.needs };
	struct sbuf err = SBUF_INIT;
	int rc = gen_cards_find(g->app, &want, &g->cands, &err);

	choose_name(g);
	if (g->cands.n)
		g->example = xstrdup(g->cands.v[0].code);
	if (!g->spec.no_model)
		gen_model_open(g);
	if (!rc)
		rc = put_skeleton(g, &err);
	if (rc < 0)
		finish(g, err.buf, true);
	else
		try_next(g);
	sbuf_release(&err);
}

static void stop_step(struct generate *g);

/* What is under way ends, and the best so far is the answer. */
static void time_is_up(void *ctx)
{
	stop_step(ctx);
}

struct generate *generate_start(struct app *app, const struct generate_spec *spec, struct sbuf *err)
{
	struct generate *g = xcalloc(1, sizeof(*g));

	g->app = app;
	g->spec = *spec;
	g->description = xstrdup(spec->description);
	g->work = xstrdup(spec->work);
	g->tests = (struct gen_tests)GEN_TESTS_INIT;
	sbuf_init(&g->code);
	sbuf_init(&g->last);
	g->spec.wall_ms = spec->wall_ms ? spec->wall_ms : spec->no_model ? GENERATE_WALL_MS : GENERATE_MODEL_WALL_MS;
	g->started = clock_mono_ms();
	g->has_tests = spec->tests != NULL;
	if (spec->tests && gen_tests_load(spec->tests, &g->tests, err) < 0) {
		generate_free(g);
		return NULL;
	}
	g->lib = wants_lib(g);
	g->wanted_name = xstrdup_or_null(spec->name);
	loop_defer(app_loop(app), begin, g);
	g->wall_timer = loop_after(app_loop(app), g->spec.wall_ms, time_is_up, g);
	return g;
}

static void stop_step(struct generate *g)
{
	if (g->ask)
		gen_model_cancel(g);
	else if (g->check)
		check_cancel(g->check);
	else if (g->repair)
		repair_cancel(g->repair);
}

void generate_cancel(struct generate *g)
{
	g->cancelled = true;
	stop_step(g);
}
