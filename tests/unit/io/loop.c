#include "test.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "io/loop.h"

struct bed {
	struct loop *loop;
	struct sbuf log;
	int pipe[2], second[2];
	loop_id a, b;
	int calls;
	bool flag;
};

static void bed_open(struct bed *t)
{
	*t = (struct bed){ .loop = loop_new(), .log = SBUF_INIT };
	CHECK(!pipe2(t->pipe, O_CLOEXEC | O_NONBLOCK));
	CHECK(!pipe2(t->second, O_CLOEXEC | O_NONBLOCK));
}

static void bed_close(struct bed *t)
{
	loop_free(t->loop);
	sbuf_release(&t->log);
	for (int i = 0; i < 2; i++) {
		close(t->pipe[i]);
		close(t->second[i]);
	}
}

static void note_a(void *ctx)
{
	sbuf_addch(&((struct bed *)ctx)->log, 'a');
}

static void note_b(void *ctx)
{
	sbuf_addch(&((struct bed *)ctx)->log, 'b');
}

static void note_c(void *ctx)
{
	sbuf_addch(&((struct bed *)ctx)->log, 'c');
}

TEST(timers_run_in_order_of_their_time)
{
	struct bed t;
	int64_t start;

	bed_open(&t);
	start = clock_mono_ms();
	loop_after(t.loop, 20, note_c, &t);
	loop_after(t.loop, 0, note_a, &t);
	loop_after(t.loop, 10, note_b, &t);
	loop_run(t.loop);
	CHECK_STR(t.log.buf, "abc");
	CHECK(clock_mono_ms() - start >= 20);
	CHECK(clock_mono_ms() - start < 500);
	CHECK(loop_turns(t.loop) <= 5);
	bed_close(&t);
}

static void again(void *ctx)
{
	struct bed *t = ctx;

	sbuf_addch(&t->log, 'd');
	if (t->log.len < 4)
		loop_defer(t->loop, again, t);
}

TEST(deferred_calls_come_in_order_and_each_in_its_turn)
{
	struct bed t;

	bed_open(&t);
	loop_defer(t.loop, note_a, &t);
	loop_defer(t.loop, again, &t);
	loop_defer(t.loop, note_b, &t);
	loop_run(t.loop);
	CHECK_STR(t.log.buf, "adbd");
	bed_close(&t);
}

TEST(a_stale_id_removes_nothing)
{
	struct bed t;
	loop_id old, fresh;

	bed_open(&t);
	old = loop_after(t.loop, 0, note_a, &t);
	loop_cancel(t.loop, old);
	fresh = loop_after(t.loop, 0, note_b, &t);
	CHECK(old != fresh);
	CHECK(fresh != 0);
	loop_cancel(t.loop, old); /* the same slot, an older generation */
	loop_cancel(t.loop, 0);
	loop_cancel(t.loop, ~(loop_id)0);
	loop_run(t.loop);
	CHECK_STR(t.log.buf, "b");
	bed_close(&t);
}

static void cancel_both(void *ctx, int fd, unsigned events)
{
	struct bed *t = ctx;

	(void)fd;
	(void)events;
	t->calls++;
	loop_cancel(t->loop, t->a);
	loop_cancel(t->loop, t->b);
}

TEST(a_callback_removes_another_that_is_ready_in_the_same_turn)
{
	struct bed t;

	bed_open(&t);
	CHECK_INT(write(t.pipe[1], "x", 1), 1);
	CHECK_INT(write(t.second[1], "x", 1), 1);
	t.a = loop_watch(t.loop, t.pipe[0], LOOP_READ, cancel_both, &t);
	t.b = loop_watch(t.loop, t.second[0], LOOP_READ, cancel_both, &t);
	loop_run(t.loop);
	CHECK_INT(t.calls, 1);
	bed_close(&t);
}

static void grow_then_stop(void *ctx, int fd, unsigned events)
{
	struct bed *t = ctx;

	(void)fd;
	(void)events;
	for (int i = 0; i < 1000; i++) /* moves the slots */
		loop_after(t->loop, 100000, note_a, t);
	loop_cancel(t->loop, t->a);
	loop_stop(t->loop);
}

TEST(callbacks_may_add_many_sources)
{
	struct bed t;

	bed_open(&t);
	CHECK_INT(write(t.pipe[1], "x", 1), 1);
	t.a = loop_watch(t.loop, t.pipe[0], LOOP_READ, grow_then_stop, &t);
	loop_run(t.loop);
	CHECK_INT(t.log.len, 0);
	bed_close(&t);
}

static void see_events(void *ctx, int fd, unsigned events)
{
	struct bed *t = ctx;
	char c;

	sbuf_addf(&t->log, "%u", events);
	if (events & LOOP_READ && read(fd, &c, 1) == 1)
		return;
	loop_cancel(t->loop, t->a);
}

TEST(hang_up_is_reported_after_the_last_byte)
{
	struct bed t;

	bed_open(&t);
	CHECK_INT(write(t.pipe[1], "x", 1), 1);
	close(t.pipe[1]);
	t.a = loop_watch(t.loop, t.pipe[0], LOOP_READ, see_events, &t);
	loop_run(t.loop);
	CHECK_STR(t.log.buf, "54"); /* READ|HUP, HUP */
	t.pipe[1] = dup(t.pipe[0]);
	bed_close(&t);
}

TEST(a_paused_descriptor_does_not_turn_the_loop)
{
	struct bed t;

	bed_open(&t);
	close(t.pipe[1]);
	t.a = loop_watch(t.loop, t.pipe[0], LOOP_READ, see_events, &t);
	loop_set_events(t.loop, t.a, 0);
	loop_after(t.loop, 50, note_a, &t);
	t.flag = false;
	loop_after(t.loop, 60, (loop_cb *)loop_stop, t.loop);
	loop_run(t.loop);
	CHECK_STR(t.log.buf, "a");
	CHECK(loop_turns(t.loop) < 6);
	t.pipe[1] = dup(t.pipe[0]);
	bed_close(&t);
}

TEST(a_closed_descriptor_is_dropped_rather_than_spun_on)
{
	struct bed t;
	int fd;

	bed_open(&t);
	fd = dup(t.pipe[0]);
	t.a = loop_watch(t.loop, fd, LOOP_READ, see_events, &t);
	close(fd);
	loop_run(t.loop);
	CHECK_STR(t.log.buf, "4");
	bed_close(&t);
}

static void raise_flag(void *ctx)
{
	((struct bed *)ctx)->flag = true;
}

TEST(run_until_ends_when_a_timer_sets_the_flag)
{
	struct bed t;
	int64_t start = clock_mono_ms();

	bed_open(&t);
	loop_after(t.loop, 1, raise_flag, &t);
	loop_after(t.loop, 3000, note_a, &t);
	loop_run_until(t.loop, &t.flag);
	CHECK(t.flag);
	CHECK(clock_mono_ms() - start < 1000);
	CHECK_INT(t.log.len, 0);
	bed_close(&t);
}

static void on_signal(void *ctx, int sig)
{
	struct bed *t = ctx;

	sbuf_addf(&t->log, "%d ", sig);
	loop_stop(t->loop);
}

static void never_reads(void *ctx, int fd, unsigned events)
{
	(void)fd;
	(void)events;
	((struct bed *)ctx)->calls++;
}

TEST(a_signal_gets_through_while_a_descriptor_is_always_ready)
{
	struct bed t;
	char want[16];

	bed_open(&t);
	CHECK_INT(write(t.pipe[1], "x", 1), 1);
	t.a = loop_watch(t.loop, t.pipe[0], LOOP_READ, never_reads, &t);
	loop_on_signal(t.loop, SIGTERM, on_signal, &t);
	loop_after(t.loop, 3000, (loop_cb *)loop_stop, t.loop);
	raise(SIGTERM);
	loop_run(t.loop);
	snprintf(want, sizeof(want), "%d ", SIGTERM);
	CHECK_STR(t.log.buf, want);
	loop_on_signal(t.loop, SIGTERM, NULL, NULL);
	bed_close(&t);
}

static void on_child(void *ctx, int status, const struct rusage *used)
{
	struct bed *t = ctx;

	CHECK(used != NULL);
	CHECK(WIFEXITED(status));
	sbuf_addf(&t->log, "%d ", WEXITSTATUS(status));
}

static int child_that_exits(int code, int ms)
{
	int pid = fork();

	if (!pid) {
		usleep((useconds_t)ms * 1000);
		_exit(code);
	}
	return pid;
}

TEST(exactly_the_named_children_are_reaped)
{
	struct bed t;
	int other, status = 0;

	bed_open(&t);
	other = child_that_exits(9, 0);
	loop_on_child(t.loop, child_that_exits(3, 0), on_child, &t);
	loop_on_child(t.loop, child_that_exits(4, 40), on_child, &t);
	usleep(10000); /* the first is dead before the loop runs */
	loop_run(t.loop);
	CHECK_STR(t.log.buf, "3 4 ");
	CHECK_INT(waitpid(other, &status, 0), other);
	CHECK_INT(WEXITSTATUS(status), 9);
	bed_close(&t);
}

static int64_t wants_three(void *ctx)
{
	struct bed *t = ctx;

	if (++t->calls >= 3)
		loop_stop(t->loop);
	return 5;
}

static void outer_child(void *ctx, int status, const struct rusage *used)
{
	(void)status;
	(void)used;
	*(bool *)ctx = true;
}

/* Runs a loop of its own until both children, the outer loop's too, have sent their signals. */
static void run_inner(void *ctx)
{
	struct loop *inner = loop_new();
	bool done = false;
	pid_t pid = fork();

	(void)ctx;
	if (!pid) {
		usleep(50000);
		_exit(0);
	}
	loop_on_child(inner, pid, outer_child, &done);
	loop_run_until(inner, &done);
	CHECK(done);
	loop_free(inner);
}

TEST(a_loop_inside_a_callback_does_not_swallow_a_child)
{
	struct loop *loop = loop_new();
	bool done = false;
	pid_t pid = fork();

	if (!pid)
		_exit(0);
	usleep(20000); /* it has ended; its signal waits */
	loop_defer(loop, run_inner, NULL);
	loop_after(loop, 3000, (loop_cb *)loop_stop, loop);
	loop_on_child(loop, pid, outer_child, &done);
	loop_run_until(loop, &done);
	CHECK(done);
	loop_free(loop);
}

/* As above, but the child ends while the inner loop runs. */
TEST(a_child_that_ends_during_an_inner_loop_is_reported)
{
	struct loop *loop = loop_new();
	bool done = false;
	pid_t pid = fork();

	if (!pid) {
		usleep(20000);
		_exit(0);
	}
	loop_on_child(loop, pid, outer_child, &done);
	loop_after(loop, 1, run_inner, NULL);
	loop_after(loop, 3000, (loop_cb *)loop_stop, loop);
	loop_run_until(loop, &done);
	CHECK(done);
	loop_free(loop);
}

TEST(before_sleep_is_called_again_after_its_time)
{
	struct bed t;

	bed_open(&t);
	t.a = loop_watch(t.loop, t.pipe[0], LOOP_READ, see_events, &t);
	loop_before_sleep(t.loop, wants_three, &t);
	loop_run(t.loop);
	CHECK_INT(t.calls, 3);
	bed_close(&t);
}

TEST(an_idle_loop_sleeps)
{
	struct bed t;

	bed_open(&t);
	t.a = loop_watch(t.loop, t.pipe[0], LOOP_READ, see_events, &t);
	loop_after(t.loop, 200, (loop_cb *)loop_stop, t.loop);
	loop_run(t.loop);
	CHECK(loop_turns(t.loop) <= 3);
	bed_close(&t);
}

TEST(the_signal_mask_is_given_back)
{
	sigset_t before, after;
	struct bed t;

	sigprocmask(SIG_SETMASK, NULL, &before);
	bed_open(&t);
	sigprocmask(SIG_SETMASK, NULL, &after);
	CHECK(sigismember(&after, SIGCHLD));
	bed_close(&t);
	sigprocmask(SIG_SETMASK, NULL, &after);
	CHECK_INT(sigismember(&after, SIGCHLD), sigismember(&before, SIGCHLD));
}
