/* Checking one file: words, metadata pass for the messages, the program, then tests, cases, a probe, or main. */
#include <signal.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/utf8.h"
#include "learn/exercise.h"
#include "svc/check_int.h"
#include "svc/explain_int.h"

static void progress(struct check *c, const char *text)
{
	if (c->spec.progress)
		c->spec.progress(c->spec.ctx, text);
}

/* The name under which the learner's file lies in the scratch folder: its own, unless that is ours or unsafe. */
static const char *root_name(const struct check *c)
{
	const char *base = path_base(c->spec.file);

	if (!path_is_safe(base) || *base == '-' || streq(base, "tests.rs") || streq(base, "probe.rs") || streq(base, "prog"))
		return "main.rs";
	return base;
}

static int write_harness(const struct check *c, const struct harness *h, struct sbuf *err)
{
	unsigned mask = check_umask(022);
	int rc = 0;

	for (size_t i = 0; i < h->n_files && !rc; i++) {
		char *path = path_join(c->scratch, i ? h->files[i].name : root_name(c));

		rc = file_write(path, h->files[i].text, h->files[i].len, err);
		free(path);
	}
	check_umask(mask);
	return rc;
}

static void compiler(struct check *c, const char *const *more, const char *out, check_step_done *done)
{
	const char *argv[24] = { c->tool->rustc, "--edition", c->spec.edition, "--crate-name", "learner", "--error-format=json",
				 "-Cdebuginfo=0", root_name(c), "-o", out };
	struct check_job j = { .argv = argv, .compiler = true, .done = done };
	size_t n = 10;

	for (; *more && n + 1 < ARRAY_SIZE(argv); more++)
		argv[n++] = *more;
	check_run(c, &j);
}

/* One test died or was left out: its state in the words a learner reads. */
static const char *died_note(const struct job_result *job)
{
	if (job->stop == JOB_STOP_WALL)
		return "it ran too long and was stopped";
	if (job->exited && !job->exit_code)
		return "the program ended inside this test, before the test was over";
	return "the program died in this test";
}

static void end_tests(struct check *c)
{
	size_t failed = 0;

	for (size_t i = 0; i < c->r.n_tests; i++)
		failed += !c->r.tests[i].passed;
	if (!c->r.n_tests)
		check_fail(c, "The tests did not run at all.");
	else
		check_end(c, failed ? VERDICT_TEST_FAILED : VERDICT_PASSED, NULL);
}

static void start_tests(struct check *c);

/*
 * A panic that ended a test; RUNTIME_NONE when none did: one that was wanted and came with other words says nothing, and what
 * stands in standard error may be the wanted panic of another test.
 */
static void panic_of(struct check *c, const struct harness_test *t, struct runtime_report *r)
{
	*r = (struct runtime_report)RUNTIME_REPORT_INIT;
	if (t->state == TEST_PASSED || !t->line || !t->message || starts_with(t->message, "It panicked as it should"))
		return;
	runtime_of_panic(t->message, t->name, t->file, t->line, t->col, r);
	if (r->file && !explain_is_tests(r->file))
		runtime_refine(r, c->spec.text, c->spec.len);
}

/* The first failure is the one to explain. */
static void keep_first_panic(struct check *c, const struct harness_test *t, struct runtime_report *r)
{
	struct runtime_report *kept = &c->r.runtime;

	if (r->kind == RUNTIME_NONE && (!kept->thread || streq(kept->thread, t->name)))
		return;
	runtime_release(kept);
	*kept = *r;
	*r = (struct runtime_report)RUNTIME_REPORT_INIT;
}

static void tell_test(struct check *c, struct check_test *told, const struct harness_test *t, const struct job_result *job)
{
	enum check_end_kind how = t->state == TEST_FAILED ? CHECK_END_PANIC : job->stop == JOB_STOP_WALL ? CHECK_END_WALL : CHECK_END_OTHER;
	struct runtime_report r;

	panic_of(c, t, &r);
	if (r.kind == RUNTIME_NONE && t->state == TEST_DIED && c->r.runtime.kind == RUNTIME_STACK_OVERFLOW)
		r.kind = RUNTIME_STACK_OVERFLOW;
	check_tell_test(c, told, &r, how);
	if (r.kind == RUNTIME_STACK_OVERFLOW)
		r.kind = RUNTIME_NONE;
	if (!c->told_first)
		keep_first_panic(c, t, &r);
	c->told_first = true;
	runtime_release(&r);
}

static void take_tests(struct check *c, const struct harness_run *run, const struct job_result *job)
{
	for (size_t i = 0; i < run->n; i++) {
		const struct harness_test *t = &run->tests[i];
		const char *message = t->message ? t->message : t->state == TEST_DIED ? died_note(job) : NULL;
		struct check_test *told;

		if (t->state == TEST_NOT_RUN) {
			strv_push(&c->todo, t->name);
			continue;
		}
		told = check_add_test(c, t->name, t->state == TEST_PASSED, message, t->output);
		if (!told->passed)
			tell_test(c, told, t, job);
	}
}

/* What the program printed is what its tests printed: the runner's own lines are no output of the learner's. */
static void keep_tests_output(struct check *c, const struct harness_run *run)
{
	for (size_t i = 0; i < run->n; i++)
		utf8_sanitize(&c->r.out, run->tests[i].output, run->tests[i].output_len);
}

static void tests_done(struct check *c, const struct job_result *job)
{
	struct strv asked = c->todo;
	struct harness_run run = { 0 };
	struct sbuf note = SBUF_INIT;
	enum verdict v = VERDICT_CRASHED;
	bool limit;
	size_t before = asked.n;

	c->r.run_ms += clock_mono_ms() - c->step_started;
	memset(&c->todo, 0, sizeof(c->todo));
	harness_read(c->nonce, job->out.text.buf, job->out.text.len, &asked, &run);
	limit = check_limit(c, job, &v, &note);
	if (!c->told_first && (limit || run.passed < run.n)) {
		check_keep_output(c, job);
		sbuf_reset(&c->r.out);
		keep_tests_output(c, &run);
	}
	take_tests(c, &run, job);
	if (run.forged)
		check_end(c, VERDICT_TAMPERED, NULL);
	else if (limit)
		check_end(c, v, note.buf);
	else if (c->todo.n && c->todo.n < before)
		start_tests(c); /* a test ended the process: the others get their turn */
	else if (c->todo.n)
		check_end(c, VERDICT_CRASHED, "The program ended before its first test.");
	else
		end_tests(c);
	harness_run_release(&run);
	strv_release(&asked);
	sbuf_release(&note);
}

static void start_tests(struct check *c)
{
	struct strv argv = STRV_INIT;
	char input[sizeof(c->nonce) + 1];
	struct check_job j = { .input = input, .done = tests_done };

	strv_push(&argv, c->prog_path);
	if (c->todo.n < c->prog.tests.n)
		strv_copy(&argv, &c->todo);
	j.argv = (const char *const *)argv.v;
	j.input_len = (size_t)snprintf(input, sizeof(input), "%s\n", c->nonce);
	check_run(c, &j);
	strv_release(&argv);
}

/* A case that failed: what it gave the program, and the first line that differs. */
static void tell_case(struct check *c, struct check_test *t, const char *note)
{
	const struct exercise_case *k = &c->spec.exercise->cases[c->case_at];
	const char *difference = strstr(note, "\": ");

	t->said = xstrdup(difference ? difference + 3 : note);
	if (k->input && *k->input)
		t->code = xstrdup(k->input);
}

static void wrong_output(struct check *c, const char *want, const char *what)
{
	struct sbuf note = SBUF_INIT;

	c->r.expected = xstrdup(want);
	c->r.got = xstrdup(c->r.out.buf);
	if (what)
		sbuf_addf(&note, "Case \"%s\": ", what);
	output_difference(want, strlen(want), c->r.out.buf, c->r.out.len, &note);
	if (what && c->r.n_tests && !c->spec.hide_tests)
		tell_case(c, &c->r.tests[c->r.n_tests - 1], note.buf);
	check_end(c, VERDICT_WRONG_OUTPUT, note.buf);
	sbuf_release(&note);
}

/* A run whose output counts: false when it ended the check already. */
static bool run_ended_well(struct check *c, const struct job_result *job, const char *what)
{
	struct sbuf note = SBUF_INIT;
	enum verdict v = VERDICT_CRASHED;
	bool limit = check_limit(c, job, &v, &note), ok = !limit && !job->exit_code;

	c->r.run_ms += clock_mono_ms() - c->step_started;
	check_keep_output(c, job);
	if (!ok) {
		if (what && !note.len)
			sbuf_addf(&note, "In the case \"%s\".", what);
		check_end(c, v, note.buf);
	}
	sbuf_release(&note);
	return ok;
}

static void start_case(struct check *c);

static void case_done(struct check *c, const struct job_result *job)
{
	const struct exercise_case *k = &c->spec.exercise->cases[c->case_at];

	if (!run_ended_well(c, job, k->name)) {
		return;
	} else if (!output_equal(k->output, strlen(k->output), job->out.text.buf, job->out.text.len)) {
		check_add_test(c, k->name, false, NULL, NULL);
		wrong_output(c, k->output, k->name);
	} else {
		check_add_test(c, k->name, true, NULL, NULL);
		if (++c->case_at < c->spec.exercise->n_cases)
			start_case(c);
		else
			check_end(c, VERDICT_PASSED, NULL);
	}
}

static void start_case(struct check *c)
{
	const char *argv[] = { c->prog_path, NULL };
	const struct exercise_case *k = &c->spec.exercise->cases[c->case_at];
	struct check_job j = { .argv = argv, .input = k->input, .input_len = k->input ? strlen(k->input) : 0,
			       .done = case_done };

	check_run(c, &j);
}

static void probe_done(struct check *c, const struct job_result *job)
{
	const char *want = c->spec.exercise->probe_out;

	if (!run_ended_well(c, job, NULL))
		return;
	if (output_equal(want, strlen(want), job->out.text.buf, job->out.text.len))
		check_end(c, VERDICT_PASSED, NULL);
	else
		wrong_output(c, want, NULL);
}

static void main_done(struct check *c, const struct job_result *job)
{
	if (run_ended_well(c, job, NULL))
		check_end(c, VERDICT_PASSED, NULL);
}

static void libtest_done(struct check *c, const struct job_result *job)
{
	struct sbuf note = SBUF_INIT;
	enum verdict v = VERDICT_CRASHED;
	bool limit = check_limit(c, job, &v, &note);
	bool whole = libtest_read(c, job->out.text.buf, job->out.text.len);

	c->r.run_ms += clock_mono_ms() - c->step_started;
	check_keep_output(c, job);
	if (limit)
		check_end(c, v, note.buf);
	else if (!whole)
		check_end(c, VERDICT_CRASHED, "The program ended before its tests were over.");
	else
		check_end(c, job->exit_code ? VERDICT_TEST_FAILED : VERDICT_PASSED, NULL);
	sbuf_release(&note);
}

void check_file_run(struct check *c)
{
	const char *plain[] = { NULL, NULL }, *libtest[] = { NULL, "--test-threads=1", NULL };
	struct check_job j = { .input = c->spec.input, .input_len = c->spec.input_len, .done = main_done };

	free(c->prog_path);
	c->prog_path = path_join(c->scratch, "prog");
	plain[0] = libtest[0] = c->prog_path;
	j.argv = plain;
	switch (c->way) {
	case EXERCISE_TESTS:
		strv_copy(&c->todo, &c->prog.tests);
		start_tests(c);
		return;
	case EXERCISE_CASES:
		start_case(c);
		return;
	case EXERCISE_PROBE:
		j.done = probe_done;
		break;
	default:
		if (c->libtest) {
			j.argv = libtest;
			j.done = libtest_done;
		}
		break;
	}
	check_run(c, &j);
}

static void run_program(struct check *c)
{
	progress(c, "running");
	check_variants_begin(c);
	check_file_run(c);
}

static void compiler_died(struct check *c, const struct job_result *job)
{
	struct sbuf note = SBUF_INIT;

	if (c->r.diags.errors) {
		check_end(c, VERDICT_COMPILE_ERROR, NULL);
	} else if (job->stop == JOB_STOP_WALL || job->signal == SIGXCPU) {
		check_end(c, VERDICT_TIMEOUT, "The compiler did not finish in 30 seconds.");
	} else if (job->stop == JOB_STOP_OUTPUT) {
		check_end(c, VERDICT_OUTPUT_FLOOD, "The compiler had too much to say.");
	} else if (strstr(job->err.text.buf, "memory allocation of")) {
		check_end(c, VERDICT_MEMORY, "It was the compiler that ran out of memory: something in the program grows without end "
					     "while it is compiled.");
	} else if (job->signal == SIGSEGV || job->signal == SIGABRT) {
		check_end(c, VERDICT_CRASHED, "It was the compiler that broke down: the program is nested too deep for it, or met one of "
					      "its own bugs.");
	} else {
		sbuf_addstr(&note, "The compiler gave up: ");
		utf8_sanitize(&note, job->err.text.buf, MIN(job->err.text.len, (size_t)400));
		check_fail(c, note.buf);
	}
	sbuf_release(&note);
}

static void built(struct check *c, const struct job_result *job)
{
	c->r.compile_ms += clock_mono_ms() - c->step_started;
	if (job->stop == JOB_STOP_NONE && job->exited && !job->exit_code) {
		run_program(c);
		return;
	}
	/* The metadata pass was clean, so an error now comes from code generation (or the linker): show it. */
	if (!c->r.diags.errors)
		diags_parse(job->err.text.buf, job->err.text.len, &c->r.diags);
	diags_find_roots(&c->r.diags);
	compiler_died(c, job);
}

/* The author's tests or probe in it: they give no messages to the learner. */
static void build(struct check *c)
{
	static const char *const flags[] = { "--cap-lints", "allow", NULL };
	struct sbuf err = SBUF_INIT;
	const struct exercise *e = c->spec.exercise;
	int rc;

	if (c->way == EXERCISE_TESTS)
		rc = harness_tests(c->spec.text, c->spec.len, e->tests, &c->prog, &err);
	else
		rc = harness_probe(c->spec.text, c->spec.len, e->probe, &c->prog, &err);
	if (rc < 0)
		check_end(c, VERDICT_FORBIDDEN, err.buf);
	else if (write_harness(c, &c->prog, &err) < 0)
		check_fail(c, err.buf);
	else
		compiler(c, flags, "prog", built);
	sbuf_release(&err);
}

/*
 * Where the author's file is not compiled with the learner's, both passes would be the same program: then the one that links
 * gives the messages, too, and saves 30 to 90 ms. rustc stops before it generates code when there are errors.
 */
static bool one_pass(const struct check *c)
{
	return !c->spec.compile_only && c->way != EXERCISE_TESTS && c->way != EXERCISE_PROBE;
}

static void diagnosed(struct check *c, const struct job_result *job)
{
	c->r.compile_ms += clock_mono_ms() - c->step_started;
	diags_parse(job->err.text.buf, job->err.text.len, &c->r.diags);
	diags_find_roots(&c->r.diags);
	if (job->stop != JOB_STOP_NONE || !job->exited || (job->exit_code && !c->r.diags.errors))
		compiler_died(c, job);
	else if (c->r.diags.errors)
		check_end(c, VERDICT_COMPILE_ERROR, NULL);
	else if (c->spec.compile_only)
		check_end(c, VERDICT_PASSED, NULL);
	else if (one_pass(c))
		run_program(c);
	else
		build(c);
}

/* A plain file's own tests are run, unless its main is asked for. */
static bool wants_libtest(const struct check *c)
{
	struct strv tests = STRV_INIT;
	bool any;

	if (c->spec.exercise || c->spec.run_main)
		return false;
	harness_test_names(c->spec.text, c->spec.len, &tests);
	any = tests.n > 0;
	strv_release(&tests);
	return any;
}

static void compile_first(struct check *c)
{
	const char *flags[3] = { NULL };
	size_t n = 0;

	if (!one_pass(c))
		flags[n++] = "--emit=metadata";
	if (c->diag.test_flag)
		flags[n++] = "--test";
	compiler(c, flags, one_pass(c) ? "prog" : "meta", diagnosed);
}

static void diagnose(struct check *c)
{
	const struct exercise *e = c->spec.exercise;
	const char *author = !e ? NULL : c->way == EXERCISE_TESTS ? e->tests : c->way == EXERCISE_PROBE ? e->probe : NULL;
	struct sbuf err = SBUF_INIT;

	progress(c, "compiling");
	if (harness_diagnostics(c->spec.text, c->spec.len, c->way, author, &c->diag, &err) < 0) {
		check_end(c, VERDICT_FORBIDDEN, err.buf);
	} else if (write_harness(c, &c->diag, &err) < 0) {
		check_fail(c, err.buf);
	} else {
		c->diag.test_flag |= wants_libtest(c);
		c->libtest = one_pass(c) && c->diag.test_flag;
		compile_first(c);
	}
	sbuf_release(&err);
}

static void predict(struct check *c)
{
	const struct exercise *e = c->spec.exercise;
	struct sbuf why = SBUF_INIT;
	/* Behind a NUL there may be more than the answer. */
	bool whole = strlen(c->spec.text) == c->spec.len;
	bool right = predict_mark(e->kind, e->solution, whole ? c->spec.text : "", &why);

	check_end(c, right ? VERDICT_PASSED : VERDICT_WRONG_OUTPUT, why.buf);
	sbuf_release(&why);
}

void check_file_start(struct check *c)
{
	const struct exercise *e = c->spec.exercise;
	struct sbuf err = SBUF_INIT;
	int line = 0, rc = 0;

	check_new_nonce(c);
	c->way = e ? exercise_way(e) : EXERCISE_NO_WAY;
	if (c->way == EXERCISE_PREDICT) {
		predict(c);
		return;
	}
	if (e)
		rc = harness_words(e, c->spec.text, c->spec.len, &line, &err);
	if (!rc && e && e->kind == KIND_ORDER)
		rc = harness_order(e->starter, c->spec.text, c->spec.len, &line, &err);
	if (rc < 0) {
		if (line && !starts_with(err.buf, "Line "))
			sbuf_addf(&err, " (Line %d.)", line);
		check_end(c, VERDICT_FORBIDDEN, err.buf);
	} else {
		diagnose(c);
	}
	sbuf_release(&err);
}
