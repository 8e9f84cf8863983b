/*
 * loop: the one event loop of a process: one thread, one ppoll.
 *
 * Sources are file descriptors, timers, deferred calls, children and signals. Handles are (slot,
 * generation) pairs packed in 64 bits, so that a stale handle is harmless; 0 is never a valid handle. A
 * callback takes at most 5 ms (TUTOR_DEBUG=1 logs those that take longer), never blocks and may remove any
 * source, its own included. Signals are blocked everywhere but inside ppoll: loop_new blocks SIGCHLD and
 * all that loop_on_signal serves, and ignores SIGPIPE; call it before any library that starts threads. A
 * served signal without a callback keeps its default action. The loop borrows every ctx and never closes
 * a descriptor.
 *
 * One turn: timers that are due, deferred calls, before_sleep, ppoll, signals, children, descriptors (0
 * first). A source added by a callback is served from the next turn on.
 */
#ifndef IO_LOOP_H
#define IO_LOOP_H

#include <sys/resource.h>

#include "base/sbuf.h"

struct loop;
typedef uint64_t loop_id;

/* HUP is reported with every non-empty set of events, also for errors; after it, read until EOF. */
enum loop_events { LOOP_READ = 1 << 0, LOOP_WRITE = 1 << 1, LOOP_HUP = 1 << 2 };

typedef void loop_fd_cb(void *ctx, int fd, unsigned events);
typedef void loop_cb(void *ctx);
typedef void loop_signal_cb(void *ctx, int sig);
typedef void loop_child_cb(void *ctx, int wait_status, const struct rusage *used);

struct loop *loop_new(void);
/* Sources still there are forgotten without a call; the signal mask is as before loop_new. */
void loop_free(struct loop *loop);

loop_id loop_watch(struct loop *loop, int fd, unsigned events, loop_fd_cb *cb, void *ctx);
void loop_set_events(struct loop *loop, loop_id id, unsigned events); /* 0: paused, not even HUP */
loop_id loop_after(struct loop *loop, int64_t ms, loop_cb *cb, void *ctx); /* once */
loop_id loop_defer(struct loop *loop, loop_cb *cb, void *ctx);             /* in the next turn */
/* One callback a signal: SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGCONT; SIGCHLD is the loop's own. NULL: none. */
void loop_on_signal(struct loop *loop, int sig, loop_signal_cb *cb, void *ctx);
/* Reaps exactly this child and reports its wait status and what it used, once. */
loop_id loop_on_child(struct loop *loop, int pid, loop_child_cb *cb, void *ctx);
/* Removes a source of any kind; a stale or zero id does nothing. A child that is no longer watched is not reaped. */
void loop_cancel(struct loop *loop, loop_id id);
/* Called before every sleep: the one place that draws. It may return the ms after which it wants to be called again, or -1. */
typedef int64_t loop_sleep_cb(void *ctx);
void loop_before_sleep(struct loop *loop, loop_sleep_cb *cb, void *ctx);

void loop_run(struct loop *loop);              /* until loop_stop, or no source is left */
void loop_run_until(struct loop *loop, const bool *flag); /* until *flag; also stops as loop_run does */
void loop_stop(struct loop *loop);
/* Turns so far: a test asserts that an idle program does not turn. */
uint64_t loop_turns(const struct loop *loop);

#endif
