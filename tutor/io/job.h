/*
 * job: a child process with limits, the only place in tutor that forks.
 *
 * The child gets its own process group, stdin from the given bytes (or /dev/null), pipes for stdout and
 * stderr, an exec-notify pipe (so that "program not found" differs from exit 127), default signal
 * handlers, no other descriptors, no core files, and death when tutor dies (unless `survive`). It ends
 * when both are true: output at EOF, and reaped; after reaping the group is killed and EOF gets 200 ms
 * more. Over a limit: TERM to the group, 500 ms later KILL. Output is kept as head and tail (outbuf.h).
 * Exactly one call of `done`; never from within job_start or job_cancel. A process that made itself a new
 * session and lets go of the pipes outlives a job: what must not is started through sandbox.h.
 *
 * Not the group but only the child is signalled when `foreground` is set.
 */
#ifndef IO_JOB_H
#define IO_JOB_H

#include "base/strv.h"
#include "io/loop.h"

#define JOB_KEEP_DEFAULT (256 * 1024)
#define JOB_PASS_FDS 4
#define JOB_TERM_MS 500  /* between TERM and KILL */
#define JOB_DRAIN_MS 200 /* for EOF after the child was reaped */

struct job_limits { /* 0: no limit */
	int64_t wall_ms;
	int64_t cpu_s;       /* SIGXCPU at the limit, SIGKILL a second later */
	int64_t mem_bytes;   /* RLIMIT_AS of the child */
	int64_t fsize_bytes; /* SIGXFSZ */
	int64_t nproc;       /* processes and threads of the child's user; nothing for root */
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
	uint64_t total;     /* bytes that the child wrote; after JOB_STOP_OUTPUT it may have tried more */
	bool cut;
};

struct job_result {
	enum job_stop stop;
	bool exited;        /* exit_code is set; otherwise signal is */
	int exit_code;
	int signal;
	const char *failed; /* NULL, or a sentence: the sandbox ran, but the program could not be started in it */
	int64_t wall_ms, cpu_ms, max_rss_kb; /* cpu and memory: of the child and the children it waited for */
	struct job_output out, err;
};

struct job_spec {
	char *const *argv;  /* argv[0] is a path or found on our PATH */
	char *const *envp;  /* NULL: ours */
	const char *cwd;    /* NULL: ours */
	const void *input;  /* bytes for stdin, copied; NULL: /dev/null */
	size_t input_len;
	bool keep_input;    /* stdin is a pipe that stays open for job_write, after input */
	size_t keep_bytes;  /* how much of each stream is kept (head + tail); 0: 256 KiB */
	struct job_limits limits;
	int uid, gid;       /* become this user first (only as root); 0: stay */
	int pass_fds[JOB_PASS_FDS]; /* descriptors left open in the child under the same numbers; 0: none */
	bool survive;       /* is not ended by the kernel when tutor dies, and has its own session */
	bool foreground;    /* an editor: our terminal and process group, no pipes, no output kept */
	/* Pieces as they come, whole output even beyond keep_bytes; may be NULL. May call job_cancel. */
	void (*on_output)(void *ctx, bool is_err, const char *p, size_t len);
	void (*done)(void *ctx, const struct job_result *r); /* r is valid during the call */
	void *ctx;
	/*
	 * Runs in the child before it becomes another user; 0, or -1 and errno. Only async-signal-safe calls:
	 * libcurl's resolver is a thread. For sandbox.c.
	 */
	int (*in_child)(void *ctx);
	void *in_child_ctx;
};

struct job;

/* Starts; NULL and a sentence when the program cannot be started (err says "not found" plainly). */
struct job *job_start(struct loop *loop, const struct job_spec *spec, struct sbuf *err);
/* Ends the job: `done` is still called, with JOB_STOP_CANCEL. The pointer is dead after done returned. */
void job_cancel(struct job *job);
/* More bytes for the child's stdin (keep_input); copied, written as the child takes them. */
void job_write(struct job *job, const void *p, size_t len);
void job_close_input(struct job *job); /* EOF once all is written */
size_t job_input_left(const struct job *job); /* bytes not yet taken: for back-pressure */
int job_pid(const struct job *job);
/* The path that argv[0] would run: itself with a slash, else found on PATH; NULL and a sentence. */
char *job_find_program(const char *name, struct sbuf *err);

#endif
