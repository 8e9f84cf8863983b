#include "svc/check.h"

#include <signal.h>
#include <sys/stat.h>

#include <sodium.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/log.h"
#include "base/utf8.h"
#include "svc/app.h"
#include "svc/check_int.h"

/* What a learner's program may use when its exercise says nothing. The kernel counts processes by user, so checks that run side by side share that limit. */
static const struct job_limits run_limits = {
	.wall_ms = 5000, .cpu_s = 6, .mem_bytes = 1ll << 30, .fsize_bytes = 16 << 20, .nproc = 256, .out_bytes = 1 << 20,
};

/* The compiler on the learner's code: generous, but it ends. */
static const struct job_limits compiler_limits = {
	.wall_ms = 30000, .cpu_s = 40, .mem_bytes = 4ll << 30, .fsize_bytes = 256 << 20, .nproc = 512, .out_bytes = 8 << 20,
};

static struct check *running; /* all checks of this process */

static const char *const names[] = {
#define X(id, name) [VERDICT_##id] = name,
	CHECK_VERDICTS(X)
#undef X
};

static const char *const titles[] = {
	[VERDICT_PASSED] = "It passes.",
	[VERDICT_COMPILE_ERROR] = "It does not compile yet.",
	[VERDICT_TEST_FAILED] = "It compiles, but a test fails.",
	[VERDICT_WRONG_OUTPUT] = "It does not give what was asked for.",
	[VERDICT_TIMEOUT] = "It ran too long and was stopped.",
	[VERDICT_MEMORY] = "It wanted more memory than it may have.",
	[VERDICT_PROCESSES] = "It started more threads or processes than it may have.",
	[VERDICT_OUTPUT_FLOOD] = "It printed far too much and was stopped.",
	[VERDICT_FILE_SIZE] = "It wrote a file that is too large and was stopped.",
	[VERDICT_CRASHED] = "It compiles, but it ended with an error while running.",
	[VERDICT_FORBIDDEN] = "It uses something that this exercise rules out, or lacks something it asks for.",
	[VERDICT_TAMPERED] = "The result was tampered with, so it does not count.",
	[VERDICT_CANCELLED] = "The check was stopped.",
	[VERDICT_INTERNAL] = "The check could not be done.",
};

const char *verdict_name(enum verdict v)
{
	return names[v];
}

const char *verdict_title(enum verdict v)
{
	return titles[v];
}

void check_test_release(struct check_test *t)
{
	char *all[] = { t->name, t->message, t->output, t->said, t->asked, t->got, t->wanted, t->code, t->own, t->file };

	for (size_t i = 0; i < ARRAY_SIZE(all); i++)
		free(all[i]);
}

void check_result_release(struct check_result *r)
{
	for (size_t i = 0; i < r->n_tests; i++)
		check_test_release(&r->tests[i]);
	free(r->tests);
	diags_release(&r->diags);
	runtime_release(&r->runtime);
	sbuf_release(&r->out);
	sbuf_release(&r->err);
	free(r->note);
	free(r->expected);
	free(r->got);
	free(r->internal);
	free(r->variants);
	memset(r, 0, sizeof(*r));
	sbuf_init(&r->out);
	sbuf_init(&r->err);
}

const struct check_test *check_first_failed(const struct check_result *r)
{
	for (size_t i = 0; i < r->n_tests; i++)
		if (!r->tests[i].passed)
			return &r->tests[i];
	return NULL;
}

static void unlist(struct check *c)
{
	struct check **p = &running;

	while (*p && *p != c)
		p = &(*p)->next;
	if (*p)
		*p = c->next;
}

static void free_files(struct check *c)
{
	struct check_file *v = (struct check_file *)(uintptr_t)c->spec.files;

	for (size_t i = 0; i < c->spec.n_files; i++) {
		free((char *)(uintptr_t)v[i].name);
		free((char *)(uintptr_t)v[i].text);
	}
	free(v);
}

static void copy_files(struct check *c, const struct check_spec *spec)
{
	struct check_file *v = spec->n_files ? xcalloc(spec->n_files, sizeof(*v)) : NULL;

	for (size_t i = 0; i < spec->n_files; i++)
		v[i] = (struct check_file){ xstrdup(spec->files[i].name), xmemdupz(spec->files[i].text, spec->files[i].len),
					    spec->files[i].len };
	c->spec.files = v;
}

static void check_free(struct check *c)
{
	free_files(c);
	if (c->scratch)
		sandbox_scratch_remove(c->scratch);
	harness_release(&c->diag);
	harness_release(&c->prog);
	strv_release(&c->todo);
	strv_release(&c->programs);
	strv_release(&c->wanted);
	strv_release(&c->compiler_env);
	free(c->main_program);
	free(c->prog_path);
	free((char *)c->spec.key);
	free((char *)c->spec.text);
	free((char *)c->spec.file);
	free((char *)c->spec.project);
	free((char *)c->spec.overlay);
	free((char *)c->spec.edition);
	free((char *)c->spec.variable);
	free((void *)c->spec.input);
	free(c);
}

void check_end(struct check *c, enum verdict v, const char *note)
{
	if (check_variants_next(c, v))
		return;
	c->r.verdict = c->cancelled ? VERDICT_CANCELLED : c->variant ? VERDICT_PASSED : v;
	if (note && *note && !c->r.note)
		c->r.note = xstrdup(note);
	c->r.ms = clock_mono_ms() - c->started;
	unlist(c);
	c->spec.done(c->spec.ctx, &c->r);
	check_free(c);
}

void check_fail(struct check *c, const char *sentence)
{
	log_warn("check of %s: %s", c->spec.key, sentence);
	c->r.internal = xstrdup(sentence);
	check_end(c, VERDICT_INTERNAL, NULL);
}

unsigned check_umask(unsigned mask)
{
	return umask((mode_t)mask);
}

void check_new_nonce(struct check *c)
{
	unsigned char random[16];

	randombytes_buf(random, sizeof(random));
	sodium_bin2hex(c->nonce, sizeof(c->nonce), random, sizeof(random));
}

struct check_test *check_add_test(struct check *c, const char *name, bool passed, const char *message, const char *output)
{
	struct check_test *t;

	c->r.tests = xrealloc(c->r.tests, (c->r.n_tests + 1) * sizeof(*t));
	t = &c->r.tests[c->r.n_tests++];
	*t = (struct check_test){ .name = xstrdup(name), .passed = passed, .message = xstrdup_or_null(message),
				  .output = output && *output ? xstrdup(output) : NULL };
	return t;
}

static bool says(const struct job_result *job, const char *what)
{
	return strstr(job->err.text.buf, what) != NULL;
}

/* Exit 134 (SIGABRT) has three causes; what the runtime printed tells them apart. It decides no pass. */
static enum verdict signal_verdict(const struct job_result *job, struct sbuf *note)
{
	switch (job->signal) {
	case SIGXCPU:
		sbuf_addstr(note, "The limit on processor time was reached.");
		return VERDICT_TIMEOUT;
	case SIGXFSZ:
		return VERDICT_FILE_SIZE;
	case SIGABRT:
		if (says(job, "memory allocation of"))
			return VERDICT_MEMORY;
		if (says(job, "failed to spawn thread") || says(job, "failed to create thread"))
			return VERDICT_PROCESSES;
		break;
	default:
		break;
	}
	return VERDICT_CRASHED;
}

bool check_limit(struct check *c, const struct job_result *job, enum verdict *v, struct sbuf *note)
{
	const struct job_limits *l = &c->spec.limits;

	switch (job->stop) {
	case JOB_STOP_CANCEL:
		*v = VERDICT_CANCELLED;
		return true;
	case JOB_STOP_WALL:
		*v = VERDICT_TIMEOUT;
		sbuf_addf(note, "The limit is %.3g seconds.", (double)l->wall_ms / 1000);
		return true;
	case JOB_STOP_OUTPUT:
		*v = VERDICT_OUTPUT_FLOOD;
		sbuf_addf(note, "The limit is %lld KiB.", (long long)l->out_bytes / 1024);
		return true;
	default:
		break;
	}
	if (!job->exited) {
		*v = signal_verdict(job, note);
		return true;
	}
	if (job->exit_code == 101 && (says(job, "failed to spawn thread") || says(job, "Resource temporarily unavailable"))) {
		*v = VERDICT_PROCESSES;
		sbuf_addf(note, "The limit is %lld threads and processes.", (long long)l->nproc);
		return true;
	}
	if (job->exit_code == 101 && says(job, "File too large")) {
		*v = VERDICT_FILE_SIZE;
		return true;
	}
	return false;
}

void check_keep_output(struct check *c, const struct job_result *job)
{
	struct runtime_report now = RUNTIME_REPORT_INIT;

	sbuf_reset(&c->r.out);
	sbuf_reset(&c->r.err);
	utf8_sanitize(&c->r.out, job->out.text.buf, job->out.text.len);
	utf8_sanitize(&c->r.err, job->err.text.buf, job->err.text.len);
	runtime_read(job->err.text.buf, job->err.text.len, job->exited ? job->exit_code : 0,
		     job->exited ? 0 : job->signal, &now);
	/* What a test's own output told (libtest keeps it apart) is not lost to a silent end. */
	if (now.kind != RUNTIME_NONE || c->r.runtime.kind == RUNTIME_NONE) {
		runtime_release(&c->r.runtime);
		c->r.runtime = now;
	} else {
		runtime_release(&now);
	}
	if (c->spec.text && !c->variant)
		runtime_refine(&c->r.runtime, c->spec.text, c->spec.len);
}

/* The job's own callback comes back here: the step function sees the check. */
struct step {
	struct check *c;
	check_step_done *done;
};

static void step_done(void *ctx, const struct job_result *job)
{
	struct step *s = ctx;
	struct check *c = s->c;

	c->job = NULL;
	if (c->cancelled || job->stop == JOB_STOP_CANCEL)
		check_end(c, VERDICT_CANCELLED, NULL);
	else if (job->failed)
		check_fail(c, job->failed);
	else
		s->done(c, job);
	free(s);
}

static bool is_real_dir(const char *path)
{
	struct stat st;

	return !lstat(path, &st) && S_ISDIR(st.st_mode);
}

/*
 * CARGO_TARGET_TMPDIR is where integration tests may write. A build script may have put a link there, which a bind would
 * follow out of the sandbox; nothing of it runs now, so what lstat sees stays.
 */
static char *test_tmp(const struct check *c)
{
	char *target = path_join(c->scratch, "target"), *tmp = path_join(target, "tmp");

	if (!c->spec.project || !is_real_dir(target) || !is_real_dir(tmp)) {
		free(tmp);
		tmp = NULL;
	}
	free(target);
	return tmp;
}

static size_t fill_binds(const struct check *c, bool compiler, const char *tmp, struct sandbox_bind *b)
{
	size_t n = 0;

	b[n++] = (struct sandbox_bind){ .path = c->scratch, .writable = compiler };
	if (compiler)
		b[n++] = (struct sandbox_bind){ .path = c->tool->sysroot };
	if (tmp)
		b[n++] = (struct sandbox_bind){ .path = tmp, .writable = true };
	return n;
}

/* env: of a run; must outlive the start. */
static void fill_job(struct check *c, const struct check_job *j, const char **env, struct job_spec *job, struct step *s)
{
	env[0] = "GLIBC_TUNABLES=glibc.malloc.arena_max=2";
	env[1] = c->variant ? c->variant_env : NULL;
	env[2] = NULL;
	job->argv = (char *const *)(uintptr_t)j->argv;
	job->envp = j->compiler ? c->compiler_env.v : (char *const *)(uintptr_t)env;
	job->cwd = j->compiler ? c->scratch : NULL;
	job->input = j->input;
	job->input_len = j->input_len;
	job->keep_bytes = j->compiler ? 8u << 20 : 1u << 20;
	job->limits = j->compiler ? compiler_limits : c->spec.limits;
	job->done = step_done;
	job->ctx = s;
}

void check_run(struct check *c, const struct check_job *j)
{
	struct sandbox_bind binds[CHECK_MAX_BINDS];
	struct sandbox_spec spec = { .binds = binds, .compiler = j->compiler };
	struct step *s = xcalloc(1, sizeof(*s));
	struct sbuf err = SBUF_INIT;
	char *tmp = j->compiler ? NULL : test_tmp(c);
	const char *env[3];

	s->c = c;
	s->done = j->done;
	c->step_started = clock_mono_ms();
	spec.n_binds = fill_binds(c, j->compiler, tmp, binds);
	spec.tmp_bytes = j->compiler ? 256ll << 20 : 0;
	fill_job(c, j, env, &spec.job, s);
	c->job = sandbox_start(app_loop(c->app), app_sandbox(c->app), &spec, &err);
	if (!c->job) {
		free(s);
		check_fail(c, err.buf);
	}
	free(tmp);
	sbuf_release(&err);
}

static int64_t pick(int64_t asked, int64_t from_exercise, int64_t usual)
{
	return asked ? asked : from_exercise ? from_exercise : usual;
}

static void set_limits(struct check *c)
{
	struct job_limits *l = &c->spec.limits;
	struct exercise_limits none = { 0, 0, 0 };
	const struct exercise_limits *e = c->spec.exercise ? &c->spec.exercise->limits : &none;

	l->wall_ms = pick(l->wall_ms, e->wall_ms, run_limits.wall_ms);
	l->cpu_s = pick(l->cpu_s, e->cpu_s, MAX(run_limits.cpu_s, l->wall_ms / 1000 + 1));
	l->mem_bytes = pick(l->mem_bytes, (int64_t)e->mem_mb << 20, run_limits.mem_bytes);
	l->fsize_bytes = pick(l->fsize_bytes, 0, run_limits.fsize_bytes);
	l->nproc = pick(l->nproc, 0, run_limits.nproc);
	l->out_bytes = pick(l->out_bytes, 0, run_limits.out_bytes);
}

static void have_toolchain(void *ctx, const struct toolchain *t, const char *err)
{
	struct check *c = ctx;
	struct sbuf e = SBUF_INIT;

	c->tool = t;
	if (c->cancelled)
		check_end(c, VERDICT_CANCELLED, NULL);
	else if (!t)
		check_fail(c, err);
	else if (!(c->scratch = sandbox_scratch_make(app_sandbox(c->app), &e)))
		check_fail(c, e.buf);
	else if (c->spec.project)
		check_project_start(c);
	else
		check_file_start(c);
	sbuf_release(&e);
}

static void begin(void *ctx)
{
	struct check *c = ctx;

	app_want_toolchain(c->app, have_toolchain, c);
}

static void copy_spec(struct check *c, const struct check_spec *spec)
{
	c->spec = *spec;
	c->spec.key = xstrdup(spec->key ? spec->key : "");
	c->spec.text = spec->text ? xmemdupz(spec->text, spec->len) : NULL;
	c->spec.file = xstrdup(spec->file ? spec->file : "main.rs");
	c->spec.project = xstrdup_or_null(spec->project);
	c->spec.overlay = xstrdup_or_null(spec->overlay);
	c->spec.edition = xstrdup(spec->edition ? spec->edition : "2024");
	c->spec.variable = xstrdup_or_null(spec->variable);
	c->spec.hide_tests |= spec->exercise && spec->exercise->mode && !streq(spec->exercise->mode, "practice");
	c->r.author_tests = spec->exercise != NULL;
	c->r.hide_tests = c->spec.hide_tests;
	if (spec->exercise && !c->spec.hide_tests)
		c->r.tests_text = spec->exercise->tests;
	c->spec.input = spec->input ? xmemdupz(spec->input, spec->input_len) : NULL;
	copy_files(c, spec);
	set_limits(c);
}

static void cancel_older(const struct app *app, const char *key)
{
	for (struct check *c = running; c; c = c->next)
		if (c->app == app && streq(c->spec.key, key)) {
			check_cancel(c);
			return;
		}
}

struct check *check_start(struct app *app, const struct check_spec *spec, struct sbuf *err)
{
	struct check *c;

	if (sandbox_level(app_sandbox(app)) == SANDBOX_REFUSED) {
		error(err, "%s", sandbox_note(app_sandbox(app)));
		return NULL;
	}
	if (spec->key && *spec->key)
		cancel_older(app, spec->key);
	c = xcalloc(1, sizeof(*c));
	c->app = app;
	c->started = clock_mono_ms();
	sbuf_init(&c->r.out);
	sbuf_init(&c->r.err);
	copy_spec(c, spec);
	c->next = running;
	running = c;
	/* Never a `done` from within: the caller has not stored the pointer yet. */
	loop_defer(app_loop(app), begin, c);
	return c;
}

void check_cancel(struct check *c)
{
	c->cancelled = true;
	if (c->job)
		job_cancel(c->job);
}
