/* One sandboxed job: the command line, the pipes to the cell program, and its report made a result. */
#include "base/base.h"

#include "io/sandbox_int.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "io/cell.h"

#define WALL_SPARE_MS 1000 /* the cell ends the program at its wall time; the job ends the cell if it does not */

struct run {
	struct sandbox *sb;
	const struct sandbox_spec *spec; /* only during sandbox_start */
	int report[2], life[2], extra;   /* extra: cell image for bwrap, ruleset for Landlock */
	char *tmp;                       /* the private /tmp where no mount gives one */
	struct strv argv;
	void (*on_output)(void *ctx, bool is_err, const char *p, size_t len);
	void (*done)(void *ctx, const struct job_result *r);
	void *ctx;
};

static const char *const stage_text[] = {
	[CELL_BAD_USE] = "its arguments are not understood",
	[CELL_NO_USER] = "it cannot become an unprivileged user",
	[CELL_NO_FORK] = "no process can be started in it",
	[CELL_NO_CWD] = "its working folder cannot be entered",
	[CELL_NO_LIMITS] = "its limits cannot be set",
	[CELL_NO_WALLS] = "its walls cannot be raised",
	[CELL_NO_EXEC] = "the program cannot be started in it",
};

static void close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static void free_run(struct run *run)
{
	close_fd(&run->report[0]);
	close_fd(&run->report[1]);
	close_fd(&run->life[0]);
	close_fd(&run->life[1]);
	close_fd(&run->extra);
	if (run->tmp)
		sandbox_scratch_remove(run->tmp);
	strv_release(&run->argv);
	free(run);
}

static void tell_failure(struct job_result *r, const struct cell_report *rep, struct sbuf *text)
{
	size_t stage = (size_t)rep->stage;

	sbuf_addf(text, "The sandbox could not be used: %s (%s).",
		  stage < ARRAY_SIZE(stage_text) && stage_text[stage] ? stage_text[stage] : "unknown stage",
		  strerror(rep->number));
	r->failed = text->buf;
	r->exited = true;
	r->exit_code = 127;
}

static void use_report(struct job_result *r, const struct cell_report *rep)
{
	r->exited = WIFEXITED(rep->status);
	r->exit_code = r->exited ? WEXITSTATUS(rep->status) : 0;
	r->signal = r->exited ? 0 : WTERMSIG(rep->status);
	r->cpu_ms = rep->cpu_us / 1000;
	r->max_rss_kb = rep->rss_kb;
	if (rep->wall && r->stop == JOB_STOP_NONE)
		r->stop = JOB_STOP_WALL;
}

/* No report: the cell was killed with everything in it, or bwrap did not come so far. */
static void use_no_report(struct job_result *r, struct sbuf *text)
{
	const char *err = r->err.text.buf;

	if (r->stop != JOB_STOP_NONE || (!r->exited && r->signal)) {
		r->exited = false;
		r->exit_code = 0;
		r->signal = SIGKILL;
		return;
	}
	sbuf_addf(text, "The sandbox could not be set up: %.*s.", (int)strcspn(err, "\n"),
		  *err ? err : "no reason was given");
	r->failed = text->buf;
}

static void on_done(void *ctx, const struct job_result *got)
{
	struct run *run = ctx;
	struct job_result r = *got;
	struct cell_report rep;
	struct sbuf text = SBUF_INIT;
	ssize_t n = read(run->report[0], &rep, sizeof(rep));

	if (n != (ssize_t)sizeof(rep) || rep.magic != CELL_MAGIC)
		use_no_report(&r, &text);
	else if (rep.stage != CELL_RAN)
		tell_failure(&r, &rep, &text);
	else
		use_report(&r, &rep);
	run->sb->suspect |= r.failed && run->sb->recalled;
	if (run->done)
		run->done(run->ctx, &r);
	sbuf_release(&text);
	free_run(run);
}

static void on_output(void *ctx, bool is_err, const char *p, size_t len)
{
	struct run *run = ctx;

	if (run->on_output)
		run->on_output(run->ctx, is_err, p, len);
}

/* Threads of a user outside: where limits count them too, they must be added. */
static int64_t count_tasks(uid_t uid)
{
	DIR *d = opendir("/proc");
	struct dirent *e;
	struct stat st;
	int64_t n = 0;

	while (d && (e = readdir(d))) {
		char *task = xstrfmt("%s/task", e->d_name);

		if (strspn(e->d_name, "0123456789") == strlen(e->d_name) &&
		    !fstatat(dirfd(d), task, &st, 0) && st.st_uid == uid)
			n += (int64_t)st.st_nlink - 2;
		free(task);
	}
	if (d)
		closedir(d);
	return n;
}

/* Since Linux 5.14 a user namespace counts its processes for itself. */
static bool counts_alone(const struct sandbox *sb)
{
	struct utsname u;
	long major, minor = 0;
	char *end;

	if (sb->level != SANDBOX_BWRAP || uname(&u) < 0)
		return false;
	major = strtol(u.release, &end, 10);
	if (*end == '.')
		minor = strtol(end + 1, NULL, 10);
	return major > 5 || (major == 5 && minor >= 14);
}

static int64_t process_limit(const struct run *run)
{
	int64_t n = run->spec->job.limits.nproc;

	if (!n)
		return 0;
	n++; /* the cell */
	if (counts_alone(run->sb))
		return n;
	return n + count_tasks(run->sb->uid ? (uid_t)run->sb->uid : getuid());
}

static void push_env(struct run *run)
{
	const char *home = run->tmp ? run->tmp : "/tmp";
	char *const *e = run->spec->job.envp;

	strv_pushf(&run->argv, "%cPATH=/usr/bin:/bin", CELL_ENV);
	strv_pushf(&run->argv, "%cHOME=%s", CELL_ENV, home);
	strv_pushf(&run->argv, "%cTMPDIR=%s", CELL_ENV, home);
	strv_pushf(&run->argv, "%cLANG=C.UTF-8", CELL_ENV);
	for (; e && *e; e++)
		strv_pushf(&run->argv, "%c%s", CELL_ENV, *e);
}

static void push_option(struct run *run, char key, int64_t value)
{
	if (value)
		strv_pushf(&run->argv, "%c%lld", key, (long long)value);
}

static void push_limits(struct run *run)
{
	const struct job_limits *l = &run->spec->job.limits;

	push_option(run, CELL_WALL_MS, l->wall_ms);
	push_option(run, CELL_CPU_S, l->cpu_s);
	push_option(run, CELL_MEM, l->mem_bytes);
	push_option(run, CELL_FSIZE, l->fsize_bytes);
	push_option(run, CELL_NPROC, process_limit(run));
}

static void push_host(struct run *run)
{
	if (run->sb->level == SANDBOX_BWRAP)
		return;
	push_option(run, CELL_HOST, run->sb->level == SANDBOX_LANDLOCK && run->sb->abi >= 6 ? 2 : 1);
	push_option(run, CELL_UID, run->sb->uid);
	if (run->sb->level == SANDBOX_LANDLOCK) {
		push_option(run, CELL_RULESET_FD, run->extra);
		push_option(run, CELL_DAC, run->sb->uid && landlock_needs_dac(run->spec));
	}
}

static void push_cell(struct run *run)
{
	const char *cwd = run->spec->job.cwd ? run->spec->job.cwd : run->tmp ? run->tmp : "/tmp";

	push_option(run, CELL_REPORT_FD, run->report[1]);
	push_option(run, CELL_LIFE_FD, run->life[0]);
	push_option(run, CELL_SECCOMP_FD, run->sb->filter);
	push_host(run);
	push_limits(run);
	strv_pushf(&run->argv, "%c%s", CELL_CWD, cwd);
	push_env(run);
	strv_push(&run->argv, "--");
	strv_push_all(&run->argv, (const char *const *)run->spec->job.argv);
}

/* Ours lie above 9, so that they are never taken for 0..2. */
static int open_pair(int p[2])
{
	int raw[2];

	if (pipe2(raw, O_CLOEXEC) < 0)
		return -1;
	for (int i = 0; i < 2; i++) {
		p[i] = fcntl(raw[i], F_DUPFD_CLOEXEC, 10);
		close(raw[i]);
	}
	return p[0] < 0 || p[1] < 0 ? -1 : 0;
}

/* bwrap reads the image to its end: every run needs an offset of its own, hence a new open. */
static int open_image(const struct sandbox *sb)
{
	char path[64];
	int fd, high;

	snprintf(path, sizeof(path), "/proc/self/fd/%d", sb->image);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return -1;
	high = fcntl(fd, F_DUPFD_CLOEXEC, 10);
	close(fd);
	return high;
}

static int check_spec(const struct sandbox *sb, const struct sandbox_spec *spec, struct sbuf *err)
{
	if (sb->level == SANDBOX_REFUSED)
		return error(err, "%s", sb->note.buf);
	if (spec->job.foreground || spec->job.survive || spec->job.uid || spec->job.in_child ||
	    spec->job.pass_fds[0])
		BUG("sandbox_start: a job_spec field that is the sandbox's own");
	for (size_t i = 0; i < spec->n_binds; i++) {
		const struct sandbox_bind *b = &spec->binds[i];

		if (b->path[0] != '/' || (b->at && b->at[0] != '/'))
			return error(err, "A path for the sandbox must be absolute: %s.", b->path);
		if (!file_exists(b->path))
			return error(err, "%s is needed in the sandbox and is not there.", b->path);
	}
	return 0;
}

static int open_fds(struct run *run, struct sbuf *err)
{
	if (open_pair(run->report) < 0 || open_pair(run->life) < 0)
		return error(err, "No pipes for the sandbox: %s.", strerror(errno));
	if (run->sb->level == SANDBOX_BWRAP) {
		run->extra = open_image(run->sb);
		return run->extra < 0 ? error(err, "The sandbox's program cannot be opened: %s.",
					      strerror(errno)) : 0;
	}
	run->tmp = sandbox_scratch_make(run->sb, err);
	if (!run->tmp)
		return -1;
	if (run->sb->level != SANDBOX_LANDLOCK)
		return 0;
	run->extra = landlock_ruleset(run->sb, run->spec, run->tmp, err);
	return run->extra < 0 ? -1 : 0;
}

static struct job_spec outer_spec(struct run *run)
{
	static char path[] = "PATH=/usr/bin:/bin";
	static char *const env[] = { path, NULL };
	struct job_spec s = run->spec->job;

	s.argv = run->argv.v;
	s.envp = env;
	s.cwd = "/";
	s.limits = (struct job_limits){ .out_bytes = s.limits.out_bytes };
	if (run->spec->job.limits.wall_ms)
		s.limits.wall_ms = run->spec->job.limits.wall_ms + WALL_SPARE_MS;
	s.pass_fds[0] = run->report[1];
	s.pass_fds[1] = run->life[0];
	s.pass_fds[2] = run->sb->filter;
	s.pass_fds[3] = MAX(run->extra, 0);
	s.on_output = run->on_output ? on_output : NULL;
	s.done = on_done;
	s.ctx = run;
	return s;
}

static struct job *start_bwrap(struct loop *loop, struct run *run, struct sbuf *err)
{
	struct stage st = { NULL, 0, NULL };
	struct job_spec s;
	struct job *job = NULL;

	if (run->sb->stage && stage_fill(&st, run->spec, err) < 0)
		goto out;
	bwrap_args(run->sb, run->spec, run->sb->stage ? &st : NULL, run->extra, &run->argv);
	push_cell(run);
	s = outer_spec(run);
	s.uid = s.gid = run->sb->uid;
	if (run->sb->stage) {
		s.in_child = stage_in_child;
		s.in_child_ctx = &st;
	}
	job = job_start(loop, &s, err);
out:
	stage_release(&st);
	return job;
}

static struct job *start_host(struct loop *loop, struct run *run, struct sbuf *err)
{
	struct job_spec s;

	strv_pushf(&run->argv, "/proc/self/fd/%d", run->sb->image);
	push_cell(run);
	s = outer_spec(run);
	return job_start(loop, &s, err);
}

struct job *sandbox_start(struct loop *loop, struct sandbox *sb, const struct sandbox_spec *spec,
			  struct sbuf *err)
{
	struct run *run;
	struct job *job = NULL;

	if (check_spec(sb, spec, err) < 0)
		return NULL;
	run = xcalloc(1, sizeof(*run));
	*run = (struct run){ .sb = sb, .spec = spec, .report = { -1, -1 }, .life = { -1, -1 },
			     .extra = -1, .argv = STRV_INIT, .on_output = spec->job.on_output,
			     .done = spec->job.done, .ctx = spec->job.ctx };
	if (!open_fds(run, err))
		job = sb->level == SANDBOX_BWRAP ? start_bwrap(loop, run, err) :
						   start_host(loop, run, err);
	if (!job) {
		free_run(run);
		return NULL;
	}
	run->spec = NULL;
	close_fd(&run->report[1]);
	close_fd(&run->life[0]);
	close_fd(&run->extra);
	fcntl(run->report[0], F_SETFL, O_NONBLOCK);
	return job;
}
