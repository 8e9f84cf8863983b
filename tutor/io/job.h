/*
 * job: a child process with limits, the only place in tutor that forks.
 *
 * The child gets its own process group, stdin from the given bytes (or /dev/null), pipes for stdout and
 * stderr, an exec-notify pipe (so that "program not found" differs from exit 127), default signal
 * handlers, no other descriptors. It ends when both are true: output at EOF, and reaped; after reaping the
 * group is killed and EOF gets 200 ms more. Over a limit: TERM to the group, 500 ms later KILL. Output is
 * kept as head and tail (see struct job_output). Exactly one call of `done`; never from within job_start.
 */
#ifndef IO_JOB_H
#define IO_JOB_H

#include "base/strv.h"
#include "io/loop.h"

struct job_limits { /* 0: no limit */
	int64_t wall_ms;
	int64_t cpu_s;
	int64_t mem_bytes;   /* RLIMIT_AS of the child */
	int64_t fsize_bytes;
	int64_t nproc;
	int64_t out_bytes;   /* total of stdout and stderr; more ends the job */
};

enum job_stop { /* why the job was ended by us */
	JOB_STOP_NONE,
	JOB_STOP_WALL,
	JOB_STOP_OUTPUT,
	JOB_STOP_CANCEL,
};

struct job_output {
	struct sbuf text;   /* head, then (if cut) a line saying how much is left out, then tail */
	uint64_t total;     /* bytes that the child wrote */
	bool cut;
};

struct job_result {
	enum job_stop stop;
	bool exited;        /* exit_code is set; otherwise signal is */
	int exit_code;
	int signal;
	int64_t wall_ms, cpu_ms, max_rss_kb;
	struct job_output out, err;
};

struct job_spec {
	char *const *argv;  /* argv[0] is a path or found on PATH */
	char *const *envp;  /* NULL: ours */
	const char *cwd;    /* NULL: ours */
	const void *input;  /* bytes for stdin, copied; NULL: /dev/null */
	size_t input_len;
	size_t keep_bytes;  /* how much of each stream is kept (head + tail); 0: 256 KiB */
	struct job_limits limits;
	int uid, gid;       /* become this user first (only as root); 0: stay */
	int pass_fd;        /* a descriptor left open in the child under the same number; 0: none */
	void (*on_output)(void *ctx, bool is_err, const char *p, size_t len); /* pieces as they come; may be NULL */
	void (*done)(void *ctx, const struct job_result *r); /* r is valid during the call */
	void *ctx;
};

struct job;

/* Starts; NULL and a sentence when the program cannot be started (err says "not found" plainly). */
struct job *job_start(struct loop *loop, const struct job_spec *spec, struct sbuf *err);
/* Ends the job: `done` is still called, with JOB_STOP_CANCEL. The pointer is dead after done returned. */
void job_cancel(struct job *job);
int job_pid(const struct job *job);

#endif
