#include "base/base.h"

#include "io/job.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "io/outbuf.h"
#include "io/spawn.h"

#ifndef READ_CHUNK
#define READ_CHUNK 65536 /* at most so much a turn and stream */
#endif

struct stream {
	struct job *job;
	bool is_err;
	int fd; /* -1: at EOF */
	loop_id watch;
	struct outbuf kept;
};

struct job {
	struct loop *loop;
	struct spawned child;
	struct stream out, err;
	int in; /* -1: closed */
	bool keep_input;
	bool foreground;
	struct sbuf input; /* not yet written */
	loop_id in_watch, wall_timer, kill_timer, drain_timer, child_watch;
	int64_t start_ms, out_limit;
	enum job_stop stop;
	bool reaped, finishing;
	int wait_status;
	struct rusage used;
	int64_t end_ms;
	void (*on_output)(void *ctx, bool is_err, const char *p, size_t len);
	void (*done)(void *ctx, const struct job_result *r);
	void *ctx;
};

static void signal_job(const struct job *job, int sig)
{
	if (!job->foreground)
		kill(-job->child.pid, sig);
	else if (!job->reaped)
		kill(job->child.pid, sig);
}

static void kill_now(void *ctx)
{
	struct job *job = ctx;

	job->kill_timer = 0;
	if (!job->reaped)
		signal_job(job, SIGKILL);
}

static void stop_job(struct job *job, enum job_stop why)
{
	if (job->stop != JOB_STOP_NONE || job->finishing)
		return;
	job->stop = why;
	if (job->reaped)
		return;
	signal_job(job, SIGTERM);
	job->kill_timer = loop_after(job->loop, JOB_TERM_MS, kill_now, job);
}

static void fill_result(const struct job *job, struct job_result *r)
{
	const struct rusage *u = &job->used;

	*r = (struct job_result){ .stop = job->stop, .out.text = SBUF_INIT, .err.text = SBUF_INIT };
	r->exited = WIFEXITED(job->wait_status);
	if (r->exited)
		r->exit_code = WEXITSTATUS(job->wait_status);
	else
		r->signal = WTERMSIG(job->wait_status);
	r->wall_ms = job->end_ms - job->start_ms;
	r->cpu_ms = (u->ru_utime.tv_sec + u->ru_stime.tv_sec) * 1000 +
		    (u->ru_utime.tv_usec + u->ru_stime.tv_usec) / 1000;
	r->max_rss_kb = u->ru_maxrss;
	r->out.total = job->out.kept.total;
	r->err.total = job->err.kept.total;
	r->out.cut = outbuf_text(&job->out.kept, &r->out.text);
	r->err.cut = outbuf_text(&job->err.kept, &r->err.text);
}

static void close_stream(struct stream *s)
{
	if (s->fd < 0)
		return;
	loop_cancel(s->job->loop, s->watch);
	close(s->fd);
	s->fd = -1;
}

static void close_input(struct job *job)
{
	if (job->in < 0)
		return;
	loop_cancel(job->loop, job->in_watch);
	close(job->in);
	job->in = -1;
	sbuf_release(&job->input);
}

static void free_job(struct job *job)
{
	outbuf_release(&job->out.kept);
	outbuf_release(&job->err.kept);
	sbuf_release(&job->input);
	free(job);
}

static void finish(void *ctx)
{
	struct job *job = ctx;
	struct job_result r;

	fill_result(job, &r);
	if (job->done)
		job->done(job->ctx, &r);
	sbuf_release(&r.out.text);
	sbuf_release(&r.err.text);
	free_job(job);
}

/* Deferred: the caller may be in the middle of reading. */
static void finish_when_over(struct job *job)
{
	if (!job->reaped || job->out.fd >= 0 || job->err.fd >= 0 || job->finishing)
		return;
	job->finishing = true;
	close_input(job);
	loop_cancel(job->loop, job->wall_timer);
	loop_cancel(job->loop, job->kill_timer);
	loop_cancel(job->loop, job->drain_timer);
	loop_defer(job->loop, finish, job);
}

/* Somebody outside the group still holds the pipes. */
static void drained(void *ctx)
{
	struct job *job = ctx;

	job->drain_timer = 0;
	close_stream(&job->out);
	close_stream(&job->err);
	finish_when_over(job);
}

static void child_ended(void *ctx, int wait_status, const struct rusage *used)
{
	struct job *job = ctx;

	job->reaped = true;
	job->wait_status = wait_status;
	job->used = *used;
	job->end_ms = clock_mono_ms();
	if (!job->foreground)
		kill(-job->child.pid, SIGKILL);
	loop_cancel(job->loop, job->wall_timer);
	job->drain_timer = loop_after(job->loop, JOB_DRAIN_MS, drained, job);
	finish_when_over(job);
}

static void wall_over(void *ctx)
{
	struct job *job = ctx;

	job->wall_timer = 0;
	stop_job(job, JOB_STOP_WALL);
}

static void take_output(struct stream *s, const char *p, size_t len)
{
	struct job *job = s->job;
	int64_t left = INT64_MAX;

	if (job->out_limit)
		left = job->out_limit - (int64_t)(job->out.kept.total + job->err.kept.total);
	if ((int64_t)len > left) {
		stop_job(job, JOB_STOP_OUTPUT);
		len = (size_t)MAX(left, 0);
	}
	if (!len)
		return;
	outbuf_add(&s->kept, p, len);
	if (job->on_output)
		job->on_output(job->ctx, s->is_err, p, len);
}

static void stream_ready(void *ctx, int fd, unsigned events)
{
	static char chunk[READ_CHUNK]; /* one loop, one thread; too large for a stack frame */
	struct stream *s = ctx;
	ssize_t n = read(fd, chunk, sizeof(chunk));

	(void)events;
	if (n > 0) {
		take_output(s, chunk, (size_t)n);
		return;
	}
	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	close_stream(s);
	finish_when_over(s->job);
}

static void input_ready(void *ctx, int fd, unsigned events)
{
	struct job *job = ctx;
	ssize_t n = job->input.len ? write(fd, job->input.buf, job->input.len) : 0;

	if (n < 0 && (errno == EAGAIN || errno == EINTR) && !(events & LOOP_HUP))
		return;
	if (n < 0) {
		close_input(job); /* the child does not want it: its right */
		return;
	}
	sbuf_remove(&job->input, 0, (size_t)n);
	if (job->input.len)
		return;
	if (job->keep_input)
		loop_set_events(job->loop, job->in_watch, 0);
	else
		close_input(job);
}

static void open_stream(struct job *job, struct stream *s, int fd, size_t keep)
{
	s->job = job;
	s->fd = fd;
	s->is_err = s == &job->err;
	outbuf_init(&s->kept, MAX(keep, 2));
	if (fd >= 0)
		s->watch = loop_watch(job->loop, fd, LOOP_READ, stream_ready, s);
}

static void open_input(struct job *job, const struct job_spec *spec)
{
	job->in = job->child.in;
	job->keep_input = spec->keep_input;
	sbuf_init(&job->input);
	if (job->in < 0)
		return;
	if (spec->input)
		sbuf_add(&job->input, spec->input, spec->input_len);
	job->in_watch = loop_watch(job->loop, job->in, job->input.len ? LOOP_WRITE : 0, input_ready, job);
}

struct job *job_start(struct loop *loop, const struct job_spec *spec, struct sbuf *err)
{
	struct job *job = xcalloc(1, sizeof(*job));
	size_t keep = spec->keep_bytes ? spec->keep_bytes : JOB_KEEP_DEFAULT;

	job->start_ms = clock_mono_ms();
	if (spawn(spec, &job->child, err) < 0) {
		free(job);
		return NULL;
	}
	job->loop = loop;
	job->foreground = spec->foreground;
	job->on_output = spec->on_output;
	job->done = spec->done;
	job->ctx = spec->ctx;
	job->out_limit = spec->limits.out_bytes;
	open_stream(job, &job->out, job->child.out, keep);
	open_stream(job, &job->err, job->child.err, keep);
	open_input(job, spec);
	job->child_watch = loop_on_child(loop, job->child.pid, child_ended, job);
	if (spec->limits.wall_ms)
		job->wall_timer = loop_after(loop, spec->limits.wall_ms, wall_over, job);
	return job;
}

void job_cancel(struct job *job)
{
	stop_job(job, JOB_STOP_CANCEL);
}

void job_write(struct job *job, const void *p, size_t len)
{
	ssize_t n;

	if (job->in < 0 || !len)
		return;
	n = job->input.len ? 0 : write(job->in, p, len); /* at once: the caller may be busy for a while */
	if (n == (ssize_t)len)
		return;
	sbuf_add(&job->input, (const char *)p + MAX(n, 0), len - (size_t)MAX(n, 0));
	loop_set_events(job->loop, job->in_watch, LOOP_WRITE);
}

void job_close_input(struct job *job)
{
	job->keep_input = false;
	if (job->in >= 0 && !job->input.len)
		close_input(job);
}

size_t job_input_left(const struct job *job)
{
	return job->input.len;
}

int job_pid(const struct job *job)
{
	return job->child.pid;
}
