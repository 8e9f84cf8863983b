/*
 * sandbox: runs learner code, and the compiler on it, walled in (design section 7).
 *
 * Levels, best first: SANDBOX_BWRAP (bubblewrap: own pid, net, ipc, mount and user namespaces, /proc
 * hidden, read-only view of what is bound), SANDBOX_LANDLOCK (Landlock + seccomp + rlimits + subreaper),
 * SANDBOX_NONE (only when the user accepted the risk in words; otherwise starting is refused). Started as
 * root, the child becomes an unprivileged user first, so that RLIMIT_NPROC means something.
 */
#ifndef IO_SANDBOX_H
#define IO_SANDBOX_H

#include "io/job.h"

enum sandbox_level { SANDBOX_REFUSED, SANDBOX_NONE, SANDBOX_LANDLOCK, SANDBOX_BWRAP };

struct sandbox; /* probed once a process */

/* Finds out what works here (about 20 ms, runs bwrap once). accept_none: the user accepted the risk. */
struct sandbox *sandbox_probe(bool accept_none);
void sandbox_free(struct sandbox *sb);
enum sandbox_level sandbox_level(const struct sandbox *sb);
const char *sandbox_level_name(enum sandbox_level level); /* "bubblewrap", "landlock", "none", "refused" */
/* One plain sentence on the level and, if it is not the best, what mends it. */
const char *sandbox_note(const struct sandbox *sb);

struct sandbox_bind {
	const char *path;  /* on the host */
	const char *at;    /* inside; NULL: the same path */
	bool writable;
};

struct sandbox_spec {
	struct job_spec job;            /* argv and cwd as seen inside; limits hold inside */
	const struct sandbox_bind *binds; /* besides the base system (libc, ld.so, linker) read-only */
	size_t n_binds;
	int64_t tmp_bytes;              /* size of the private /tmp; 0: 64 MiB */
	bool compiler;                  /* needs cc and ld: /usr/bin, /usr/lib; otherwise only libraries */
};

struct job *sandbox_start(struct loop *loop, struct sandbox *sb, const struct sandbox_spec *spec,
			  struct sbuf *err);
/* A scratch folder that the sandboxed user can write (owned by it when we are root); free and remove with sandbox_scratch_remove. */
char *sandbox_scratch_make(struct sandbox *sb, struct sbuf *err);
void sandbox_scratch_remove(char *path);

#endif
