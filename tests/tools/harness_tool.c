/*
 * Shows what learn/harness makes and reads, for tests/e2e/harness.sh:
 *   harness_tool tests|diagnostics|probe LEARNER AUTHOR OUTDIR   writes the files to compile
 *   harness_tool read NONCE OUTPUT NAME...                       prints `NAME STATE MESSAGE|FILE:LINE|OUTPUT` and a sum line
 */
#include "base/base.h"

#include "base/file.h"
#include "learn/harness.h"

static int fail(const struct sbuf *err)
{
	fprintf(stderr, "%s\n", err->buf);
	return 1;
}

static int build(const char *what, const char *learner, const char *author, const char *dir)
{
	struct sbuf text = SBUF_INIT, theirs = SBUF_INIT, err = SBUF_INIT;
	struct harness h;
	int rc;

	if (file_read(learner, 1 << 20, &text, &err) < 0 || file_read(author, 1 << 20, &theirs, &err) < 0)
		return fail(&err);
	if (streq(what, "tests"))
		rc = harness_tests(text.buf, text.len, theirs.buf, &h, &err);
	else if (streq(what, "probe"))
		rc = harness_probe(text.buf, text.len, theirs.buf, &h, &err);
	else
		rc = harness_diagnostics(text.buf, text.len, EXERCISE_TESTS, theirs.buf, &h, &err);
	if (rc)
		return fail(&err);
	for (size_t i = 0; i < h.n_files; i++) {
		char *path = path_join(dir, h.files[i].name);

		file_write(path, h.files[i].text, h.files[i].len, NULL);
		free(path);
	}
	for (size_t i = 0; i < h.tests.n; i++)
		printf("%s\n", h.tests.v[i]);
	harness_release(&h);
	sbuf_release(&text);
	sbuf_release(&theirs);
	return 0;
}

static int show(const char *nonce, const char *path, char **names)
{
	struct sbuf out = SBUF_INIT, err = SBUF_INIT;
	struct strv list = STRV_INIT;
	struct harness_run run;

	if (file_read(path, 64 << 20, &out, &err) < 0)
		return fail(&err);
	strv_push_all(&list, (const char *const *)names);
	harness_read(nonce, out.buf, out.len, &list, &run);
	for (size_t i = 0; i < run.n; i++) {
		const struct harness_test *t = &run.tests[i];

		printf("%s %s %s|%s:%d|%.60s\n", t->name, harness_state_name(t->state), t->message ? t->message : "",
		       t->file ? t->file : "", t->line, t->output);
	}
	printf("passed %zu of %zu%s%s%s\n", run.passed, run.n, run.done ? ", done" : "", run.forged ? ", forged" : "",
	       harness_passed(&run) ? ": PASSED" : ": NOT PASSED");
	harness_run_release(&run);
	strv_release(&list);
	sbuf_release(&out);
	return 0;
}

int main(int argc, char **argv)
{
	if (argc == 5 && !streq(argv[1], "read"))
		return build(argv[1], argv[2], argv[3], argv[4]);
	if (argc >= 4 && streq(argv[1], "read"))
		return show(argv[2], argv[3], argv + 4);
	fprintf(stderr, "usage: see the top of harness_tool.c\n");
	return 2;
}
