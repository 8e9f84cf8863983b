#include "base/base.h"

#include "io/spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/close_range.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

#define FIRST_FD 10 /* ours lie above, so that dup2 to 0..2 never meets them */

enum stage { STAGE_SETUP, STAGE_USER, STAGE_LIMIT, STAGE_CWD, STAGE_HOOK, STAGE_EXEC };

struct failure {
	int stage;
	int number; /* errno */
};

/* Everything that the child needs, made before fork: it must not allocate. */
struct plan {
	const struct job_spec *spec;
	const char *path;
	char *const *envp;
	int in[2], out[2], err[2], notify[2];
	pid_t parent;
	struct rlimit limits[6];
	int limit_kinds[6];
	size_t n_limits;
};

static void close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static void close_pair(int p[2])
{
	close_fd(&p[0]);
	close_fd(&p[1]);
}

/* Moves a descriptor above 0..2 (our own stdin may be closed) and marks it close-on-exec. */
static int lift(int fd)
{
	int high;

	if (fd < 0)
		return -1;
	high = fcntl(fd, F_DUPFD_CLOEXEC, FIRST_FD);
	close(fd);
	return high;
}

static int make_pipe(int p[2])
{
	int raw[2];

	if (pipe2(raw, O_CLOEXEC) < 0)
		return -1;
	p[0] = lift(raw[0]);
	p[1] = lift(raw[1]);
	return p[0] < 0 || p[1] < 0 ? -1 : 0;
}

static int open_pipes(struct plan *plan)
{
	const struct job_spec *spec = plan->spec;

	if (make_pipe(plan->notify) < 0)
		return -1;
	if (spec->foreground)
		return 0;
	if (make_pipe(plan->out) < 0 || make_pipe(plan->err) < 0)
		return -1;
	if (spec->keep_input || (spec->input && spec->input_len))
		return make_pipe(plan->in);
	plan->in[0] = lift(open("/dev/null", O_RDONLY | O_CLOEXEC));
	return plan->in[0] < 0 ? -1 : 0;
}

static void add_limit(struct plan *plan, int kind, int64_t soft, int64_t hard)
{
	struct rlimit now;
	struct rlimit *l = &plan->limits[plan->n_limits];

	if (getrlimit(kind, &now) < 0)
		return;
	l->rlim_max = MIN((rlim_t)hard, now.rlim_max);
	l->rlim_cur = MIN((rlim_t)soft, l->rlim_max);
	plan->limit_kinds[plan->n_limits++] = kind;
}

static void plan_limits(struct plan *plan)
{
	const struct job_limits *l = &plan->spec->limits;

	if (!plan->spec->foreground)
		add_limit(plan, RLIMIT_CORE, 0, 0);
	if (l->cpu_s)
		add_limit(plan, RLIMIT_CPU, l->cpu_s, l->cpu_s + 1);
	if (l->mem_bytes)
		add_limit(plan, RLIMIT_AS, l->mem_bytes, l->mem_bytes);
	if (l->fsize_bytes)
		add_limit(plan, RLIMIT_FSIZE, l->fsize_bytes, l->fsize_bytes);
	if (l->nproc)
		add_limit(plan, RLIMIT_NPROC, l->nproc, l->nproc);
}

/* From here to "end of the child": between fork and exec, only async-signal-safe calls. */

NORETURN static void fail(const struct plan *plan, enum stage stage)
{
	struct failure f = { (int)stage, errno };
	ssize_t unused = write(plan->notify[1], &f, sizeof(f));

	(void)unused;
	_exit(127);
}

static void reset_signals(void)
{
	struct sigaction dfl = { .sa_handler = SIG_DFL };
	sigset_t none;

	for (int sig = 1; sig < NSIG; sig++)
		sigaction(sig, &dfl, NULL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

static int set_streams(const struct plan *plan)
{
	if (plan->spec->foreground)
		return 0;
	if (dup2(plan->in[0], 0) < 0 || dup2(plan->out[1], 1) < 0 || dup2(plan->err[1], 2) < 0)
		return -1;
	return 0;
}

/* Not every library opens with O_CLOEXEC. Old kernels lack close_range. */
static int close_others(const struct plan *plan)
{
	if (syscall(SYS_close_range, 3u, ~0u, CLOSE_RANGE_CLOEXEC) < 0)
		for (int fd = 3; fd < 4096; fd++)
			fcntl(fd, F_SETFD, FD_CLOEXEC);
	for (size_t i = 0; i < JOB_PASS_FDS; i++)
		if (plan->spec->pass_fds[i] && fcntl(plan->spec->pass_fds[i], F_SETFD, 0) < 0)
			return -1;
	return 0;
}

static int set_limits(const struct plan *plan)
{
	for (size_t i = 0; i < plan->n_limits; i++)
		if (setrlimit((__rlimit_resource_t)plan->limit_kinds[i], &plan->limits[i]) < 0)
			return -1;
	return 0;
}

/* The raw calls: glibc's wrappers signal all threads and wait for them. */
static int set_user(const struct plan *plan)
{
	long uid = plan->spec->uid, gid = plan->spec->gid;

	if (!uid)
		return 0;
	if (syscall(SYS_setgroups, 0, NULL) < 0 || syscall(SYS_setresgid, gid, gid, gid) < 0 ||
	    syscall(SYS_setresuid, uid, uid, uid) < 0)
		return -1;
	return 0;
}

/* Becoming another user clears the parent-death signal, hence after set_user. */
static void tie_to_parent(const struct plan *plan)
{
	if (plan->spec->survive)
		return;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != plan->parent)
		_exit(127);
}

NORETURN static void child(const struct plan *plan)
{
	const struct job_spec *spec = plan->spec;

	if (spec->survive)
		setsid();
	else if (!spec->foreground)
		setpgid(0, 0);
	if (set_streams(plan) < 0 || close_others(plan) < 0)
		fail(plan, STAGE_SETUP);
	if (spec->in_child && spec->in_child(spec->in_child_ctx) < 0)
		fail(plan, STAGE_HOOK);
	if (set_user(plan) < 0)
		fail(plan, STAGE_USER);
	tie_to_parent(plan);
	if (spec->cwd && chdir(spec->cwd) < 0)
		fail(plan, STAGE_CWD);
	if (set_limits(plan) < 0)
		fail(plan, STAGE_LIMIT);
	reset_signals();
	execve(plan->path, spec->argv, plan->envp);
	fail(plan, STAGE_EXEC);
}

/* End of the child. */

static int explain(const struct plan *plan, const struct failure *f, struct sbuf *err)
{
	const char *name = plan->spec->argv[0], *why = strerror(f->number);

	switch ((enum stage)f->stage) {
	case STAGE_USER:
		return error(err, "%s cannot be started as user %d: %s.", name, plan->spec->uid, why);
	case STAGE_LIMIT:
		return error(err, "The limits for %s cannot be set: %s.", name, why);
	case STAGE_CWD:
		return error(err, "%s cannot be started in %s: %s.", name, plan->spec->cwd, why);
	case STAGE_HOOK:
		return error(err, "The sandbox for %s cannot be prepared: %s.", name, why);
	case STAGE_EXEC:
		if (f->number == ENOENT) /* a script's or a binary's interpreter is missing */
			return error(err, "%s cannot be started: the interpreter it names was not found.",
				     name);
		return error(err, "%s cannot be started: %s.", name, why);
	case STAGE_SETUP:
		break;
	}
	return error(err, "The pipes for %s cannot be set up: %s.", name, why);
}

/* Waits until exec has closed the pipe. 0: the program runs. */
static int read_notify(struct plan *plan, pid_t pid, struct sbuf *err)
{
	struct failure f;
	ssize_t n;

	do {
		n = read(plan->notify[0], &f, sizeof(f));
	} while (n < 0 && errno == EINTR);
	if (n != (ssize_t)sizeof(f))
		return 0;
	while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
		;
	return explain(plan, &f, err);
}

static void close_plan(struct plan *plan)
{
	close_pair(plan->in);
	close_pair(plan->out);
	close_pair(plan->err);
	close_pair(plan->notify);
}

static int take(int *fd)
{
	int taken = *fd;

	*fd = -1;
	if (taken >= 0)
		fcntl(taken, F_SETFL, fcntl(taken, F_GETFL) | O_NONBLOCK);
	return taken;
}

/* All signals stay blocked until the child has reset the handlers: ours must not run in it. */
static pid_t fork_child(const struct plan *plan)
{
	sigset_t all, old;
	pid_t pid;

	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, &old);
	pid = fork();
	if (!pid)
		child(plan);
	if (pid > 0 && !plan->spec->foreground && !plan->spec->survive)
		setpgid(pid, pid); /* in both, so that nobody kills the group before it is there */
	sigprocmask(SIG_SETMASK, &old, NULL);
	return pid;
}

static int start(struct plan *plan, struct spawned *s, struct sbuf *err)
{
	pid_t pid;

	if (open_pipes(plan) < 0)
		return error(err, "No pipes for %s: %s.", plan->spec->argv[0], strerror(errno));
	pid = fork_child(plan);
	if (pid < 0)
		return error(err, "%s cannot be started: %s.", plan->spec->argv[0], strerror(errno));
	close_fd(&plan->notify[1]);
	if (read_notify(plan, pid, err) < 0)
		return -1;
	*s = (struct spawned){ pid, take(&plan->in[1]), take(&plan->out[0]), take(&plan->err[0]) };
	return 0;
}

int spawn(const struct job_spec *spec, struct spawned *s, struct sbuf *err)
{
	struct plan plan = { .spec = spec, .in = { -1, -1 }, .out = { -1, -1 }, .err = { -1, -1 },
			     .notify = { -1, -1 }, .parent = getpid() };
	char *path = job_find_program(spec->argv[0], err);
	int rc;

	if (!path)
		return -1;
	plan.path = path;
	plan.envp = spec->envp ? spec->envp : environ;
	plan_limits(&plan);
	rc = start(&plan, s, err);
	close_plan(&plan);
	free(path);
	return rc;
}

static bool can_run(const char *path)
{
	struct stat st;

	return !stat(path, &st) && S_ISREG(st.st_mode) && !access(path, X_OK);
}

static char *not_runnable(const char *path, struct sbuf *err)
{
	struct stat st;

	if (stat(path, &st) < 0)
		error(err, errno == ENOENT ? "The program %s was not found." : "%s cannot be started: %s.",
		      path, strerror(errno));
	else if (!S_ISREG(st.st_mode))
		error(err, "%s is not a program.", path);
	else
		error(err, "%s is not executable.", path);
	return NULL;
}

char *job_find_program(const char *name, struct sbuf *err)
{
	const char *p = getenv("PATH"), *end;

	if (strchr(name, '/'))
		return can_run(name) ? xstrdup(name) : not_runnable(name, err);
	for (p = p && *p ? p : "/usr/local/bin:/usr/bin:/bin"; *name && *p; p = *end ? end + 1 : end) {
		char *path;

		end = strchrnul(p, ':');
		path = xstrfmt("%.*s/%s", end > p ? (int)(end - p) : 1, end > p ? p : ".", name);
		if (can_run(path))
			return path;
		free(path);
	}
	error(err, "The program %s was not found.", *name ? name : "\"\"");
	return NULL;
}
