/*
 * sandbox: runs learner code, and the compiler on it, walled in (design section 7).
 *
 * Levels, best first: SANDBOX_BWRAP (bubblewrap: own pid, net, ipc, mount and user namespaces, no /proc
 * for programs, read-only view of what is bound, a private /tmp with a size), SANDBOX_LANDLOCK (Landlock + seccomp +
 * subreaper: files outside the binds cannot be opened, no sockets; /tmp is a fresh scratch folder, named in
 * TMPDIR and HOME, without a size of its own), SANDBOX_NONE (limits, seccomp and subreaper, but no wall
 * around files; only when the user accepted the risk in words). Else starting is refused. At every level
 * a seccomp filter forbids ptrace, mount, keyctl, bpf, io_uring, new namespaces and the like, limits hold
 * inside, and nobody is left when `done` is called. Started as root, the program runs as an unprivileged user,
 * so that the limit of processes means something.
 *
 * Learner programs see no /proc: through /proc/self/mem safe Rust can rewrite its own memory. The compiler's
 * view has one, of its own processes only, because rustc finds its libraries and rust-lld itself through
 * /proc/self/exe; what a Cargo project's tests claim is therefore worth less than values compared outside.
 *
 * The program gets PATH, HOME, TMPDIR, LANG and what job.envp gives, no other variable. Results: exit codes
 * and signals are the program's own (they come from a small program inside, not through bwrap, which would
 * make 137 of a SIGKILL); `failed` is set when the program could not be started. SIGXCPU: cpu_s; SIGXFSZ:
 * fsize_bytes; over mem_bytes allocation fails, over nproc fork does. At the wall limit the program is
 * killed at once, without TERM, and cpu_ms tells whether it was busy or waiting.
 *
 * TUTOR_SANDBOX, for tests only: bwrap, landlock, landlock-old (as with Linux 5.19), none, off
 * (as if nothing worked) force a level.
 */
#ifndef IO_SANDBOX_H
#define IO_SANDBOX_H

#include "io/job.h"

enum sandbox_level { SANDBOX_REFUSED, SANDBOX_NONE, SANDBOX_LANDLOCK, SANDBOX_BWRAP };

struct sandbox; /* probed once a process */

/* Finds out what works here (about 10 ms: runs a trial in it). accept_none: the user accepted the risk. */
struct sandbox *sandbox_probe(bool accept_none);
/*
 * For short-lived processes: what a trial found, as a line to keep; nothing is appended when it is not worth keeping.
 * sandbox_recall takes the line (NULL: none) instead of a trial if the machine's state is still the same by a
 * fingerprint of the kernel, the user and bwrap; otherwise it is sandbox_probe. bwrap raises the same walls either way
 * or does not start; then sandbox_is_suspect, and sandbox_retry makes the trial.
 */
void sandbox_write_memo(const struct sandbox *sb, struct sbuf *out);
struct sandbox *sandbox_recall(const char *memo, bool accept_none);
bool sandbox_was_recalled(const struct sandbox *sb);
bool sandbox_is_suspect(const struct sandbox *sb);
void sandbox_retry(struct sandbox *sb, bool accept_none);
void sandbox_free(struct sandbox *sb);
enum sandbox_level sandbox_level(const struct sandbox *sb);
const char *sandbox_level_name(enum sandbox_level level); /* "bubblewrap", "landlock", "none", "refused" */
/*
 * Is there a /proc in the compiler's view? Not in containers that mask theirs: there give rustc
 * LD_LIBRARY_PATH=SYSROOT/lib and -Clinker-features=-lld.
 */
bool sandbox_has_proc(const struct sandbox *sb);
/* One plain sentence on the level and, if it is not the best, what mends it. */
const char *sandbox_note(const struct sandbox *sb);

struct sandbox_bind {
	const char *path;  /* on the host, absolute; what it lies below may be closed to others */
	const char *at;    /* inside; NULL: the same path, the only choice below SANDBOX_BWRAP */
	bool writable;
};

struct sandbox_spec {
	/* argv and cwd (NULL: /tmp) as seen inside; uid, pass_fds, survive, foreground are not for you */
	struct job_spec job;
	const struct sandbox_bind *binds; /* besides the base system read-only; borrowed during the call */
	size_t n_binds;
	int64_t tmp_bytes;              /* size of the private /tmp; 0: 64 MiB */
	bool compiler;                  /* needs cc and ld: /usr/bin, /usr/lib, ...; otherwise only libc's folder */
};

struct job *sandbox_start(struct loop *loop, struct sandbox *sb, const struct sandbox_spec *spec,
			  struct sbuf *err);
/*
 * A scratch folder that the sandboxed user can write (owned by it when we are root; put what it must not
 * change elsewhere). sandbox_scratch_remove removes it, whatever the program did to it, and frees the path.
 * What a killed tutor left is removed by a later probe. Once something ran with the folder writable, names
 * in it may be links to anywhere: as root never write or read below it after that, start a fresh one (or
 * hand files on as binds of the next job).
 */
char *sandbox_scratch_make(struct sandbox *sb, struct sbuf *err);
void sandbox_scratch_remove(char *path);

#endif
