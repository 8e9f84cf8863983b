/*
 * Checking a Cargo project: the learner's files are copied (regular files only, no .cargo), the author's tests over
 * them, then `cargo check` for the messages, `cargo test --no-run` for the programs, and each program runs walled in.
 */
#include <signal.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/json.h"
#include "base/utf8.h"
#include "learn/exercise.h"
#include "svc/check_int.h"

#define PROJECT_MAX_FILES 500
#define PROJECT_MAX_FILE (16u << 20)

static void progress(struct check *c, const char *text)
{
	if (c->spec.progress)
		c->spec.progress(c->spec.ctx, text);
}

static bool is_ours(const struct check *c, const char *rel)
{
	/* An exercise's tests lie where a build script could change them: it has one only if its author gave it one. */
	if (c->spec.exercise && streq(rel, "build.rs") && !strv_has(&c->spec.exercise->solution_files, rel))
		return true;
	/* What cargo wrote, and what would change how cargo runs, stays behind. */
	return starts_with(rel, "target/") || starts_with(rel, ".cargo/") || streq(rel, "rust-toolchain") ||
	       streq(rel, "rust-toolchain.toml");
}

static int copy_one(const char *from_dir, const char *rel, const char *to_dir, struct sbuf *err)
{
	char *from = path_join(from_dir, rel), *to = path_join(to_dir, rel), *dir = path_dir(to);
	int rc = file_mkdirs(dir, err);

	if (!rc)
		rc = file_copy(from, to, PROJECT_MAX_FILE, err);
	free(dir);
	free(to);
	free(from);
	return rc;
}

static int copy_tree(const struct check *c, const char *from, const char *to, struct strv *copied, struct sbuf *err)
{
	struct strv files = STRV_INIT;
	int rc = file_walk(from, PROJECT_MAX_FILES, &files, err);

	for (size_t i = 0; i < files.n && !rc; i++) {
		if (is_ours(c, files.v[i]))
			continue;
		rc = copy_one(from, files.v[i], to, err);
		if (!rc && copied)
			strv_push(copied, files.v[i]);
	}
	strv_release(&files);
	return rc;
}

#define MARK "zzzzzz_tutor_"

/*
 * libtest's lines can be written by the program under test, which may then exit(0). So each of the author's files ends with a
 * test that runs last (libtest sorts by name) and has the secret word in its name: without it the run is not whole.
 */
static int put_mark(struct check *c, const char *rel, struct sbuf *text, struct sbuf *err)
{
	char *path = xstrfmt("%s/tests/%s", c->scratch, rel);
	int rc;

	sbuf_addf(text, "\n#[test]\nfn " MARK "%s() {}\n", c->nonce);
	rc = file_write(path, text->buf, text->len, err);
	c->n_marks++;
	free(path);
	return rc;
}

/* The author's integration tests replace whatever the learner has in tests/; their names are what must pass. */
static int put_tests(struct check *c, struct sbuf *err)
{
	const struct exercise *e = c->spec.exercise;
	char *from = path_join(e->dir, "tests"), *to = path_join(c->scratch, "tests");
	int rc = 0;

	check_new_nonce(c);
	if (file_is_dir(from)) {
		rc = file_remove_tree(to, err);
		if (!rc)
			rc = copy_tree(c, from, to, NULL, err);
	}
	for (size_t i = 0; i < e->test_files.n && !rc; i++) {
		struct sbuf text = SBUF_INIT;
		char *path = path_join(from, e->test_files.v[i]);

		rc = file_read(path, PROJECT_MAX_FILE, &text, err);
		if (!rc && ends_with(path, ".rs")) {
			size_t before = c->wanted.n;

			harness_test_names(text.buf, text.len, &c->wanted);
			if (c->wanted.n > before && !strchr(e->test_files.v[i], '/'))
				rc = put_mark(c, e->test_files.v[i], &text, err);
		}
		free(path);
		sbuf_release(&text);
	}
	free(to);
	free(from);
	return rc;
}

static int put_files(const struct check *c, struct sbuf *err)
{
	int rc = 0;

	for (size_t i = 0; i < c->spec.n_files && !rc; i++) {
		const struct check_file *f = &c->spec.files[i];
		char *to = path_join(c->scratch, f->name), *dir = path_dir(to);

		if (!path_is_safe(f->name))
			rc = error(err, "A file of a project cannot be called that; its path must stay in the project.");
		if (!rc)
			rc = file_mkdirs(dir, err);
		if (!rc)
			rc = file_write(to, f->text, f->len, err);
		free(dir);
		free(to);
	}
	return rc;
}

static void cargo_env(struct check *c)
{

	static const char *const fixed[] = {
		"CARGO_HOME=/tmp/cargo",   "CARGO_INCREMENTAL=0",	   "CARGO_TERM_COLOR=never",
		"CARGO_PROFILE_DEV_DEBUG=0", "CARGO_PROFILE_TEST_DEBUG=0", NULL,
	};

	char *bin = path_dir(c->tool->rustc);

	strv_pushf(&c->compiler_env, "RUSTC=%s", c->tool->rustc);
	strv_pushf(&c->compiler_env, "RUSTDOC=%s/rustdoc", bin);
	free(bin);
	strv_pushf(&c->compiler_env, "CARGO_TARGET_DIR=%s/target", c->scratch);
	strv_push_all(&c->compiler_env, fixed);
}

static void cargo(struct check *c, const char *const *words, check_step_done *done)
{
	struct strv argv = STRV_INIT;
	struct check_job j = { .compiler = true, .done = done };
	char *lock = path_join(c->scratch, "Cargo.lock");

	strv_push(&argv, c->tool->cargo);
	strv_push_all(&argv, words);
	strv_push(&argv, "--offline");
	if (file_exists(lock))
		strv_push(&argv, "--locked");
	if (!strv_has(&argv, "--doc"))
		strv_push(&argv, "--message-format=json");
	j.argv = (const char *const *)argv.v;
	check_run(c, &j);
	free(lock);
	strv_release(&argv);
}

/* Test executables and the one binary from cargo's artifact messages. */
static void read_artifact(struct check *c, const struct json *j)
{
	const char *exe = json_get_str(j, "executable", NULL);
	const struct json *target = json_get(j, "target"), *kind = json_first(json_get(target, "kind"));

	if (!streq(json_get_str(j, "reason", ""), "compiler-artifact") || !exe || !starts_with(exe, c->scratch))
		return;
	if (json_get_bool(json_get(j, "profile"), "test", false)) {
		strv_push(&c->programs, exe);
	} else if (streq(json_str(kind, ""), "bin") && !c->main_program) {
		c->main_program = xstrdup(exe);
	}
}

static void read_artifacts(struct check *c, const char *text, size_t len)
{
	const char *p = text, *end = text + len, *nl;

	for (; p < end; p = nl + 1) {
		struct json *j;

		nl = memchr(p, '\n', (size_t)(end - p));
		if (!nl)
			nl = end;
		if (p < nl && *p == '{' && (j = json_parse(p, (size_t)(nl - p), NULL))) {
			read_artifact(c, j);
			json_free(j);
		}
	}
}

static size_t missing_tests(struct check *c)
{
	size_t missing = 0;

	for (size_t i = 0; i < c->wanted.n; i++) {
		bool found = false;

		for (size_t k = 0; k < c->r.n_tests && !found; k++)
			found = streq(c->r.tests[k].name, c->wanted.v[i]);
		if (!found) {
			check_add_test(c, c->wanted.v[i], false, "the program ended before this test was over", NULL);
			missing++;
		}
	}
	return missing;
}

/* Takes our own tests out of the list; how many passed? */
static size_t take_marks(struct check *c)
{
	char *mark = xstrfmt(MARK "%s", c->nonce);
	size_t n = 0, seen = 0;

	for (size_t i = 0; i < c->r.n_tests; i++) {
		struct check_test *t = &c->r.tests[i];

		if (!streq(t->name, mark)) {
			c->r.tests[n++] = *t;
			continue;
		}
		seen += t->passed;
		check_test_release(t);
	}
	c->r.n_tests = n;
	free(mark);
	return seen;
}

static void end_programs(struct check *c)
{
	bool whole = take_marks(c) >= c->n_marks;
	size_t failed = missing_tests(c);

	for (size_t i = 0; i < c->r.n_tests; i++)
		failed += !c->r.tests[i].passed;
	if (!failed && !whole)
		check_end(c, VERDICT_TAMPERED, "The tests say that they passed, but the program ended before they were over.");
	else
		check_end(c, failed ? VERDICT_TEST_FAILED : VERDICT_PASSED, NULL);
}

static void run_next(struct check *c);

static void program_done(struct check *c, const struct job_result *job)
{
	struct sbuf note = SBUF_INIT;
	enum verdict v = VERDICT_CRASHED;
	bool limit = check_limit(c, job, &v, &note);
	bool whole = libtest_read(c, job->out.text.buf, job->out.text.len);

	c->r.run_ms += clock_mono_ms() - c->step_started;
	if (limit || job->exit_code || !whole)
		check_keep_output(c, job);
	if (limit)
		check_end(c, v, note.buf);
	else
		run_next(c);
	sbuf_release(&note);
}

static void main_done(struct check *c, const struct job_result *job)
{
	struct sbuf note = SBUF_INIT;
	enum verdict v = VERDICT_CRASHED;
	bool limit = check_limit(c, job, &v, &note);

	c->r.run_ms += clock_mono_ms() - c->step_started;
	check_keep_output(c, job);
	check_end(c, limit || job->exit_code ? v : VERDICT_PASSED, note.buf);
	sbuf_release(&note);
}

/* Examples in doc comments are tests too; rustdoc compiles and runs them, so this is a job of the compiler's kind. */
static void doc_tests_ran(struct check *c, const struct job_result *job)
{
	struct sbuf note = SBUF_INIT;
	enum verdict v = VERDICT_CRASHED;
	bool limit = check_limit(c, job, &v, &note);

	c->doc_tests_done = true;
	c->r.run_ms += clock_mono_ms() - c->step_started;
	libtest_read(c, job->out.text.buf, job->out.text.len);
	if (limit || job->exit_code)
		check_keep_output(c, job);
	if (limit)
		check_end(c, v, note.buf);
	else if (job->exit_code && !strstr(job->out.text.buf, "test result: "))
		check_end(c, VERDICT_TEST_FAILED, "The examples in the doc comments could not be run.");
	else
		run_next(c);
	sbuf_release(&note);
}

static bool has_doc_tests(const struct strv *files, const char *dir)
{
	bool found = false;

	for (size_t i = 0; i < files->n && !found; i++) {
		struct sbuf text = SBUF_INIT;
		char *path = path_join(dir, files->v[i]);

		if (starts_with(files->v[i], "src/") && ends_with(path, ".rs") && !file_read(path, PROJECT_MAX_FILE, &text, NULL))
			found = strstr(text.buf, "/// ```") || strstr(text.buf, "//! ```");
		free(path);
		sbuf_release(&text);
	}
	return found;
}

static void run_next(struct check *c)
{
	static const char *const doc[] = { "test", "--doc", NULL };
	const char *argv[] = { NULL, "--test-threads=1", NULL };
	struct check_job j = { .argv = argv, .done = program_done };

	if (c->program_at < c->programs.n) {
		argv[0] = c->programs.v[c->program_at++];
	} else if (c->doc_tests && !c->doc_tests_done && !c->variant) {
		cargo(c, doc, doc_tests_ran);
		return;
	} else if (!c->r.n_tests && !c->spec.exercise && c->main_program) {
		argv[0] = c->main_program;
		argv[1] = NULL;
		j.input = c->spec.input;
		j.input_len = c->spec.input_len;
		j.done = main_done;
	} else {
		end_programs(c);
		return;
	}
	check_run(c, &j);
}

void check_project_run(struct check *c)
{
	c->program_at = 0;
	run_next(c);
}

/* Cargo's own complaints (a broken manifest, a crate that is not there) come as text, not as JSON. */
static void cargo_complaint(struct check *c, const struct job_result *job)
{
	if (!c->r.diags.errors)
		diags_parse_human(job->err.text.buf, job->err.text.len, &c->r.diags);
	diags_find_roots(&c->r.diags);
	utf8_sanitize(&c->r.err, job->err.text.buf, MIN(job->err.text.len, (size_t)8192));
	if (job->stop == JOB_STOP_WALL)
		check_end(c, VERDICT_TIMEOUT, "The build did not finish in 30 seconds.");
	else if (job->stop == JOB_STOP_OUTPUT)
		check_end(c, VERDICT_OUTPUT_FLOOD, "The build had too much to say.");
	else
		check_end(c, VERDICT_COMPILE_ERROR, c->r.diags.errors ? NULL : "Cargo could not build it; its words are below.");
}

static void built(struct check *c, const struct job_result *job)
{
	c->r.compile_ms += clock_mono_ms() - c->step_started;
	read_artifacts(c, job->out.text.buf, job->out.text.len);
	if (job->stop != JOB_STOP_NONE || !job->exited || job->exit_code) {
		diags_parse(job->out.text.buf, job->out.text.len, &c->r.diags);
		cargo_complaint(c, job);
		return;
	}
	progress(c, "running");
	check_variants_begin(c);
	run_next(c);
}

static void checked(struct check *c, const struct job_result *job)
{
	static const char *const words[] = { "test", "--no-run", NULL };

	c->r.compile_ms += clock_mono_ms() - c->step_started;
	diags_parse(job->out.text.buf, job->out.text.len, &c->r.diags);
	diags_find_roots(&c->r.diags);
	if (job->stop != JOB_STOP_NONE || !job->exited || job->exit_code || c->r.diags.errors)
		cargo_complaint(c, job);
	else if (c->spec.compile_only)
		check_end(c, VERDICT_PASSED, NULL);
	else
		cargo(c, words, built);
}

static bool words_hold(struct check *c, const struct strv *files)
{
	const struct exercise *e = c->spec.exercise;
	struct sbuf all = SBUF_INIT, err = SBUF_INIT;
	int line = 0, rc;

	for (size_t i = 0; i < files->n; i++) {
		char *path = path_join(c->scratch, files->v[i]);

		if (ends_with(path, ".rs") && !starts_with(files->v[i], "tests/")) {
			file_read(path, PROJECT_MAX_FILE, &all, NULL);
			sbuf_addch(&all, '\n');
		}
		free(path);
	}
	rc = harness_words(e, all.buf, all.len, &line, &err);
	if (rc < 0)
		check_end(c, VERDICT_FORBIDDEN, err.buf);
	sbuf_release(&err);
	sbuf_release(&all);
	return !rc;
}

/* The learner's files, what is laid over them, and the author's tests. */
static int lay_out(struct check *c, struct strv *files, struct sbuf *err)
{
	unsigned mask = check_umask(022);
	int rc = copy_tree(c, c->spec.project, c->scratch, files, err);

	if (!rc && c->spec.overlay)
		rc = copy_tree(c, c->spec.overlay, c->scratch, files, err);
	if (!rc)
		rc = put_files(c, err);
	if (!rc && c->spec.exercise)
		rc = put_tests(c, err);
	check_umask(mask);
	return rc;
}

void check_project_start(struct check *c)
{
	static const char *const words[] = { "check", "--all-targets", NULL };
	struct strv files = STRV_INIT;
	struct sbuf err = SBUF_INIT;
	int rc = 0;

	progress(c, "compiling");
	if (!c->tool->cargo)
		rc = error(&err, "There is no cargo beside rustc; `rustup component add cargo` brings it.");
	if (!rc)
		rc = lay_out(c, &files, &err);
	if (rc < 0)
		check_fail(c, err.buf);
	else if (!c->spec.exercise || words_hold(c, &files)) {
		c->doc_tests = has_doc_tests(&files, c->scratch);
		cargo_env(c);
		cargo(c, words, checked);
	}
	strv_release(&files);
	sbuf_release(&err);
}
