#include "base/base.h"

#include "io/loop.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#include "base/clock.h"
#include "base/log.h"

#define SLOW_US 5000 /* a callback that takes longer is named in the log */
#define NO_SLOT UINT32_MAX

enum kind { FREE, WATCH, TIMER, DEFER, CHILD };

static const char *const kind_names[] = { "free slot", "descriptor", "timer", "deferred call",
					  "child" };

struct source {
	enum kind kind;
	uint32_t generation; /* goes up when the slot is freed */
	uint32_t next_free;
	uint64_t born;       /* the turn's count of sources: who is new in this turn */
	int fd;              /* WATCH: descriptor; CHILD: process id */
	unsigned events;
	int64_t due_us;
	union {
		loop_fd_cb *fd;
		loop_cb *plain;
		loop_child_cb *child;
	} cb;
	void *ctx;
};

struct loop {
	struct source *slots;
	size_t n, alloc;
	size_t used;
	uint32_t first_free;
	uint64_t births;
	struct pollfd *polled; /* rebuilt every turn; polled_slot says whose */
	loop_id *polled_id;
	size_t n_polled, polled_alloc, polled_id_alloc;
	loop_sleep_cb *before_sleep;
	void *before_sleep_ctx;
	bool stop;
	const bool *until; /* of the innermost loop_run_until */
	bool look_at_children;
	sig_atomic_t children_seen; /* child_arrivals when they were last looked at */
	uint64_t turns;
	sigset_t old_mask, open_mask;
	struct sigaction old_child, old_pipe;
};

/* Signal handlers only set a flag; the turn after ppoll looks at it. */
static const int served[] = { SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGCONT };
static volatile sig_atomic_t arrived[ARRAY_SIZE(served)];
/* Counted, not flagged: a loop run inside another one's callback must not take the news away from it. */
static volatile sig_atomic_t child_arrivals;
static struct {
	const struct loop *owner; /* a probe's short-lived loop must not take away the tutor's */
	loop_signal_cb *cb;
	void *ctx;
	struct sigaction old;
} handlers[ARRAY_SIZE(served)];

static void on_arrival(int sig)
{
	for (size_t i = 0; i < ARRAY_SIZE(served); i++)
		if (served[i] == sig)
			arrived[i] = 1;
}

static void on_child_arrival(int sig)
{
	(void)sig;
	child_arrivals = (child_arrivals + 1) & 0xffffff;
}

/* No SA_RESTART: ppoll must come back. */
static void catch(int sig, void (*fn)(int), struct sigaction *old)
{
	struct sigaction sa = { .sa_handler = fn };

	sigfillset(&sa.sa_mask);
	sigaction(sig, &sa, old);
}

static void block_signals(struct loop *loop)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGCHLD);
	for (size_t i = 0; i < ARRAY_SIZE(served); i++)
		sigaddset(&set, served[i]);
	sigprocmask(SIG_BLOCK, &set, &loop->old_mask);
	loop->open_mask = loop->old_mask;
	sigdelset(&loop->open_mask, SIGCHLD);
	for (size_t i = 0; i < ARRAY_SIZE(served); i++)
		sigdelset(&loop->open_mask, served[i]);
}

struct loop *loop_new(void)
{
	struct loop *loop = xcalloc(1, sizeof(*loop));

	loop->first_free = NO_SLOT;
	loop->look_at_children = true;
	block_signals(loop);
	catch(SIGCHLD, on_child_arrival, &loop->old_child);
	catch(SIGPIPE, SIG_IGN, &loop->old_pipe);
	return loop;
}

void loop_free(struct loop *loop)
{
	if (!loop)
		return;
	for (size_t i = 0; i < ARRAY_SIZE(served); i++)
		loop_on_signal(loop, served[i], NULL, NULL);
	sigaction(SIGCHLD, &loop->old_child, NULL);
	sigaction(SIGPIPE, &loop->old_pipe, NULL);
	sigprocmask(SIG_SETMASK, &loop->old_mask, NULL);
	free(loop->slots);
	free(loop->polled);
	free(loop->polled_id);
	free(loop);
}

static loop_id id_of(const struct loop *loop, size_t slot)
{
	return (uint64_t)loop->slots[slot].generation << 32 | (uint64_t)(slot + 1);
}

/* NULL for a zero or stale id. */
static struct source *find(struct loop *loop, loop_id id)
{
	size_t slot = (size_t)(id & UINT32_MAX) - 1;

	if (!id || slot >= loop->n || loop->slots[slot].kind == FREE ||
	    loop->slots[slot].generation != id >> 32)
		return NULL;
	return &loop->slots[slot];
}

static struct source *add(struct loop *loop, enum kind kind, void *ctx, loop_id *id)
{
	uint32_t slot = loop->first_free;
	struct source *s;

	if (slot == NO_SLOT) {
		ARRAY_GROW(loop->slots, loop->n + 1, loop->alloc);
		slot = (uint32_t)loop->n++;
		loop->slots[slot] = (struct source){ 0 };
	} else {
		loop->first_free = loop->slots[slot].next_free;
	}
	s = &loop->slots[slot];
	s->kind = kind;
	s->ctx = ctx;
	s->born = ++loop->births;
	loop->used++;
	*id = id_of(loop, slot);
	return s;
}

static void drop(struct loop *loop, struct source *s)
{
	s->kind = FREE;
	s->generation++;
	s->next_free = loop->first_free;
	loop->first_free = (uint32_t)(s - loop->slots);
	loop->used--;
}

void loop_cancel(struct loop *loop, loop_id id)
{
	struct source *s = find(loop, id);

	if (s)
		drop(loop, s);
}

loop_id loop_watch(struct loop *loop, int fd, unsigned events, loop_fd_cb *cb, void *ctx)
{
	loop_id id;
	struct source *s = add(loop, WATCH, ctx, &id);

	s->fd = fd;
	s->events = events;
	s->cb.fd = cb;
	return id;
}

void loop_set_events(struct loop *loop, loop_id id, unsigned events)
{
	struct source *s = find(loop, id);

	if (s && s->kind == WATCH)
		s->events = events;
}

loop_id loop_after(struct loop *loop, int64_t ms, loop_cb *cb, void *ctx)
{
	loop_id id;
	struct source *s = add(loop, TIMER, ctx, &id);

	s->due_us = clock_mono_us() + MAX(ms, 0) * 1000;
	s->cb.plain = cb;
	return id;
}

loop_id loop_defer(struct loop *loop, loop_cb *cb, void *ctx)
{
	loop_id id;
	struct source *s = add(loop, DEFER, ctx, &id);

	s->due_us = 0;
	s->cb.plain = cb;
	return id;
}

loop_id loop_on_child(struct loop *loop, int pid, loop_child_cb *cb, void *ctx)
{
	loop_id id;
	struct source *s = add(loop, CHILD, ctx, &id);

	s->fd = pid;
	s->cb.child = cb;
	loop->look_at_children = true; /* it may have ended before anybody asked */
	return id;
}

void loop_on_signal(struct loop *loop, int sig, loop_signal_cb *cb, void *ctx)
{
	for (size_t i = 0; i < ARRAY_SIZE(served); i++) {
		if (served[i] != sig)
			continue;
		if (!cb && handlers[i].owner != loop)
			return;
		handlers[i].owner = cb ? loop : NULL;
		if (cb && !handlers[i].cb)
			catch(sig, on_arrival, &handlers[i].old);
		else if (!cb && handlers[i].cb)
			sigaction(sig, &handlers[i].old, NULL);
		handlers[i].cb = cb;
		handlers[i].ctx = ctx;
		return;
	}
	BUG("loop_on_signal: signal %d is not served", sig);
}

void loop_before_sleep(struct loop *loop, loop_sleep_cb *cb, void *ctx)
{
	loop->before_sleep = cb;
	loop->before_sleep_ctx = ctx;
}

void loop_stop(struct loop *loop)
{
	loop->stop = true;
}

uint64_t loop_turns(const struct loop *loop)
{
	return loop->turns;
}

static void note_slow(int64_t start_us, enum kind kind, int fd)
{
	int64_t took = clock_mono_us() - start_us;

	if (took > SLOW_US)
		log_debug("loop: the callback of a %s (%d) took %lld us", kind_names[kind], fd,
			  (long long)took);
}

/* The earliest timer or deferred call that is due and older than `before`; NULL when there is none. */
static struct source *next_due(struct loop *loop, int64_t now_us, uint64_t before)
{
	struct source *best = NULL;

	for (size_t i = 0; i < loop->n; i++) {
		struct source *s = &loop->slots[i];

		if ((s->kind != TIMER && s->kind != DEFER) || s->born > before || s->due_us > now_us)
			continue;
		if (!best || s->due_us < best->due_us ||
		    (s->due_us == best->due_us && s->born < best->born))
			best = s;
	}
	return best;
}

static void run_due(struct loop *loop)
{
	int64_t now = clock_mono_us(), start;
	uint64_t before = loop->births;
	struct source *s;

	while (!loop->stop && (s = next_due(loop, now, before))) {
		struct source copy = *s;

		drop(loop, s);
		start = clock_mono_us();
		copy.cb.plain(copy.ctx);
		note_slow(start, copy.kind, 0);
	}
}

/* Microseconds until something is due; -1: nothing is. */
static int64_t time_to_sleep(const struct loop *loop, int64_t wish_ms)
{
	int64_t now = clock_mono_us(), best = wish_ms < 0 ? -1 : wish_ms * 1000;

	if (loop->look_at_children)
		return 0;
	for (size_t i = 0; i < loop->n; i++) {
		const struct source *s = &loop->slots[i];
		int64_t left;

		if (s->kind != TIMER && s->kind != DEFER)
			continue;
		left = MAX(s->due_us - now, 0);
		if (best < 0 || left < best)
			best = left;
	}
	return best;
}

static short poll_events(unsigned events)
{
	return (short)((events & LOOP_READ ? POLLIN : 0) | (events & LOOP_WRITE ? POLLOUT : 0));
}

static void poll_add(struct loop *loop, size_t slot)
{
	const struct source *s = &loop->slots[slot];
	size_t n = loop->n_polled;

	ARRAY_GROW(loop->polled, n + 1, loop->polled_alloc);
	ARRAY_GROW(loop->polled_id, n + 1, loop->polled_id_alloc);
	loop->polled[n] = (struct pollfd){ .fd = s->fd, .events = poll_events(s->events) };
	loop->polled_id[n] = id_of(loop, slot);
	loop->n_polled++;
}

/* Descriptor 0 first, so that a key is seen before a flood. */
static void collect(struct loop *loop)
{
	loop->n_polled = 0;
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < loop->n; i++)
			if (loop->slots[i].kind == WATCH && loop->slots[i].events &&
			    (loop->slots[i].fd == 0) == (pass == 0))
				poll_add(loop, i);
}

static bool over(const struct loop *loop)
{
	return loop->stop || !loop->used || (loop->until && *loop->until);
}

/*
 * ppoll delivers signals only when no descriptor is ready: with a flood on one of them a key, a resize or
 * a dead child would wait for its end. A second, empty ppoll delivers what is pending.
 */
static void deliver_signals(const struct loop *loop)
{
	struct timespec zero = { 0 };

	ppoll(NULL, 0, &zero, &loop->open_mask);
}

static int sleep_until_something(struct loop *loop)
{
	int64_t wish = loop->before_sleep ? loop->before_sleep(loop->before_sleep_ctx) : -1;
	int64_t us;
	struct timespec ts;
	int n;

	collect(loop);
	us = over(loop) ? 0 : time_to_sleep(loop, wish);
	ts.tv_sec = us / 1000000;
	ts.tv_nsec = us % 1000000 * 1000;
	n = ppoll(loop->polled, loop->n_polled, us < 0 ? NULL : &ts, &loop->open_mask);
	if (n < 0 && errno != EINTR && errno != ENOMEM)
		BUG("ppoll: %s", strerror(errno));
	if (n > 0)
		deliver_signals(loop);
	return n;
}

static void run_signals(void)
{
	for (size_t i = 0; i < ARRAY_SIZE(served); i++) {
		if (!arrived[i])
			continue;
		arrived[i] = 0;
		if (handlers[i].cb)
			handlers[i].cb(handlers[i].ctx, served[i]);
	}
}

static void reap(struct loop *loop, size_t slot)
{
	struct source copy = loop->slots[slot];
	struct rusage used = { 0 };
	int status = 0;
	pid_t got = wait4(copy.fd, &status, WNOHANG, &used);
	int64_t start;

	if (!got || (got < 0 && errno == EINTR))
		return;
	if (got < 0) /* somebody else's waitpid took it: say that it was killed rather than wait for ever */
		status = SIGKILL;
	drop(loop, &loop->slots[slot]);
	start = clock_mono_us();
	copy.cb.child(copy.ctx, status, &used);
	note_slow(start, CHILD, copy.fd);
}

static void run_children(struct loop *loop)
{
	sig_atomic_t now = child_arrivals;

	if (now == loop->children_seen && !loop->look_at_children)
		return;
	loop->children_seen = now;
	loop->look_at_children = false;
	for (size_t i = 0; i < loop->n; i++)
		if (loop->slots[i].kind == CHILD)
			reap(loop, i);
}

static unsigned events_of(short revents)
{
	return (revents & POLLIN ? LOOP_READ : 0u) | (revents & POLLOUT ? LOOP_WRITE : 0u) |
	       (revents & (POLLHUP | POLLERR | POLLNVAL) ? LOOP_HUP : 0u);
}

/* An earlier callback of this turn may have removed the source: its id is looked up again. */
static void run_watch(struct loop *loop, loop_id id, short revents)
{
	struct source *s = find(loop, id);
	struct source copy;
	int64_t start;

	if (!s || !s->events)
		return;
	copy = *s;
	if (revents & POLLNVAL) {
		log_warn("loop: descriptor %d was closed while watched", copy.fd);
		drop(loop, s);
	}
	start = clock_mono_us();
	copy.cb.fd(copy.ctx, copy.fd, events_of(revents));
	note_slow(start, WATCH, copy.fd);
}

static void turn(struct loop *loop)
{
	int ready;

	loop->turns++;
	run_due(loop);
	if (over(loop))
		return;
	ready = sleep_until_something(loop);
	run_signals();
	run_children(loop);
	for (size_t i = 0; ready > 0 && i < loop->n_polled && !loop->stop; i++)
		if (loop->polled[i].revents)
			run_watch(loop, loop->polled_id[i], loop->polled[i].revents);
}

void loop_run_until(struct loop *loop, const bool *flag)
{
	const bool *outer = loop->until;

	loop->stop = false;
	loop->until = flag;
	while (!over(loop))
		turn(loop);
	loop->until = outer;
}

void loop_run(struct loop *loop)
{
	loop_run_until(loop, NULL);
}
