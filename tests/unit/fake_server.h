/* The misbehaving server of tests/fake/server.py as a child of a unit test. Links io. */
#ifndef TESTS_UNIT_FAKE_SERVER_H
#define TESTS_UNIT_FAKE_SERVER_H

#include "base/strv.h"
#include "io/job.h"

static struct {
	struct job *job;
	int port;
	bool ready, over;
} fake;

static inline void fake_output(void *ctx, bool is_err, const char *p, size_t len)
{
	char *text = xmemdupz(p, len);

	(void)ctx;
	if (is_err)
		printf("fake server: %s", text);
	else if (!fake.port) /* the line end may come apart from the number */
		fake.port = (int)strtol(text, NULL, 10);
	free(text);
	fake.ready = true;
}

static inline void fake_done(void *ctx, const struct job_result *r)
{
	(void)ctx;
	(void)r;
	fake.ready = fake.over = true;
}

static inline void fake_start(struct loop *loop)
{
	char python[] = "python3", script[] = "tests/fake/server.py", *argv[] = { python, script, NULL };
	struct job_spec spec = { .argv = argv, .keep_input = true, .on_output = fake_output, .done = fake_done };
	struct sbuf err = SBUF_INIT;

	fake.ready = fake.over = false;
	fake.port = 0;
	fake.job = job_start(loop, &spec, &err);
	if (!fake.job)
		BUG("%s", err.buf);
	loop_run_until(loop, &fake.ready);
	if (!fake.port)
		BUG("the fake server did not start");
}

static inline void fake_stop(struct loop *loop)
{
	job_cancel(fake.job);
	if (!fake.over)
		loop_run_until(loop, &fake.over);
}

static inline char *fake_url(const char *path)
{
	return xstrfmt("http://127.0.0.1:%d%s", fake.port, path);
}

#endif
