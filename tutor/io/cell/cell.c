/* See ../cell.h. A program of its own, plain libc: nothing of tutor is linked in. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <linux/securebits.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../cell.h"

#define MAX_ENV 256
#define MAX_FILTER 4096
#define MAX_PROCESSES 16384

static long option[128];
static const char *cwd;
static char *env[MAX_ENV + 1];
static int n_env;
static char **program;
static struct cell_report report = { .magic = CELL_MAGIC };
static volatile sig_atomic_t told_to_end;
static pid_t child_pid;
static bool child_over;

static void send_report(void)
{
	ssize_t unused = write((int)option[CELL_REPORT_FD], &report, sizeof(report));

	(void)unused;
}

static void give_up(enum cell_stage stage)
{
	report.stage = stage;
	report.number = errno;
	send_report();
	_exit(125);
}

static int parse(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		unsigned char key = (unsigned char)argv[i][0];

		if (!strcmp(argv[i], "--")) {
			program = argv + i + 1;
			return *program ? 0 : -1;
		}
		if (key == CELL_ENV && n_env < MAX_ENV)
			env[n_env++] = argv[i] + 1;
		else if (key == CELL_CWD)
			cwd = argv[i] + 1;
		else if (key > ' ' && key < 128)
			option[key] = strtol(argv[i] + 1, NULL, 10);
		else
			return -1;
	}
	return -1;
}

/* Leaves the caller's capability, if it has it, to a program that is run as another user. */
static int keep_capability(unsigned cap)
{
	struct __user_cap_header_struct head = { _LINUX_CAPABILITY_VERSION_3, 0 };
	struct __user_cap_data_struct data[2] = { { 0 } };

	data[cap / 32].effective = data[cap / 32].permitted = data[cap / 32].inheritable =
		1u << cap % 32;
	if (syscall(SYS_capset, &head, data) < 0)
		return -1;
	return prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, cap, 0, 0);
}

static int become_user(void)
{
	gid_t gid = (gid_t)option[CELL_UID];
	uid_t uid = (uid_t)option[CELL_UID];

	/* access(2) too must count the capability of a user other than root */
	if (option[CELL_DAC] && prctl(PR_SET_SECUREBITS, SECBIT_NO_SETUID_FIXUP, 0, 0, 0) < 0)
		return -1;
	if (setgroups(0, NULL) < 0 || setresgid(gid, gid, gid) < 0 || setresuid(uid, uid, uid) < 0)
		return -1;
	if (option[CELL_DAC] && keep_capability(CAP_DAC_READ_SEARCH) < 0)
		return keep_capability(CAP_DAC_OVERRIDE);
	return 0;
}

static void on_signal(int sig)
{
	if (sig == SIGTERM)
		told_to_end = 1;
}

/*
 * Everything stays blocked but in ppoll, so the program cannot disturb us with signals. In a pid namespace
 * SIGTERM could come from the program alone; without a handler the kernel keeps it from process 1.
 */
static void set_signals(void)
{
	struct sigaction sa = { .sa_handler = on_signal };
	sigset_t all;

	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, NULL);
	sigaction(SIGCHLD, &sa, NULL);
	if (option[CELL_HOST])
		sigaction(SIGTERM, &sa, NULL);
}

/* Moving files between folders is the one right that a domain takes away without being told to. */
static int allow_moving(int rules)
{
	struct landlock_path_beneath_attr root = { LANDLOCK_ACCESS_FS_REFER,
						   open("/", O_PATH | O_CLOEXEC) };
	int rc = (int)syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &root, 0);

	close(root.parent_fd);
	return rc;
}

/*
 * A Landlock domain of our own around the program's: signals do not leave it, so kill(-1) reaches all of
 * the program's processes at once and nobody else, and they do not reach us.
 */
static int enter_signal_scope(void)
{
	struct {
		uint64_t fs, net, scoped;
	} attr = { LANDLOCK_ACCESS_FS_REFER, 0, 1u << 1 };
	int fd = (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof(attr), 0);
	int rc;

	if (fd < 0)
		return -1;
	rc = allow_moving(fd);
	if (!rc)
		rc = (int)syscall(SYS_landlock_restrict_self, fd, 0);
	close(fd);
	return rc;
}

static int prepare(void)
{
	static const char fds[] = { CELL_REPORT_FD, CELL_LIFE_FD, CELL_SECCOMP_FD, CELL_RULESET_FD };

	for (size_t i = 0; i < sizeof(fds); i++)
		if (option[(int)fds[i]])
			fcntl((int)option[(int)fds[i]], F_SETFD, FD_CLOEXEC);
	if (option[CELL_UID] && become_user() < 0)
		return -1;
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0 || prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) < 0)
		return -1;
	if (!option[CELL_HOST])
		return 0;
	if (prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) < 0 ||
	    prctl(PR_SET_PDEATHSIG, SIGTERM, 0, 0, 0) < 0)
		return -1;
	return option[CELL_HOST] == 2 ? enter_signal_scope() : 0;
}

static int limit(int kind, long soft, long hard)
{
	struct rlimit l = { (rlim_t)soft, (rlim_t)hard }, now;

	if (getrlimit((__rlimit_resource_t)kind, &now) < 0)
		return -1;
	if (l.rlim_max > now.rlim_max)
		l.rlim_max = now.rlim_max;
	if (l.rlim_cur > l.rlim_max)
		l.rlim_cur = l.rlim_max;
	return setrlimit((__rlimit_resource_t)kind, &l);
}

static int set_limits(void)
{
	static const struct {
		char key;
		int kind;
	} plain[] = { { CELL_MEM, RLIMIT_AS },
		      { CELL_FSIZE, RLIMIT_FSIZE },
		      { CELL_NPROC, RLIMIT_NPROC } };
	long cpu = option[CELL_CPU_S];

	if (limit(RLIMIT_CORE, 0, 0) < 0 || (cpu && limit(RLIMIT_CPU, cpu, cpu + 1) < 0))
		return -1;
	for (size_t i = 0; i < sizeof(plain) / sizeof(plain[0]); i++) {
		long value = option[(int)plain[i].key];

		if (value && limit(plain[i].kind, value, value) < 0)
			return -1;
	}
	return 0;
}

static int load_filter(int fd)
{
	static struct sock_filter code[MAX_FILTER];
	ssize_t n = pread(fd, code, sizeof(code), 0);
	struct sock_fprog prog = { .filter = code };

	if (n <= 0 || (size_t)n % sizeof(code[0]))
		return -1;
	prog.len = (unsigned short)((size_t)n / sizeof(code[0]));
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &prog, 0, 0);
}

static int raise_walls(void)
{
	int rules = (int)option[CELL_RULESET_FD], filter = (int)option[CELL_SECCOMP_FD];

	if (rules && syscall(SYS_landlock_restrict_self, rules, 0) < 0)
		return -1;
	return filter ? load_filter(filter) : 0;
}

static void child_fail(int notify, enum cell_stage stage)
{
	int text[2] = { (int)stage, errno };
	ssize_t unused = write(notify, text, sizeof(text));

	(void)unused;
	_exit(125);
}

static void child(int notify)
{
	struct sigaction dfl = { .sa_handler = SIG_DFL };
	sigset_t none;

	setsid();
	prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
	sigaction(SIGCHLD, &dfl, NULL);
	sigaction(SIGTERM, &dfl, NULL);
	if (cwd && chdir(cwd) < 0)
		child_fail(notify, CELL_NO_CWD);
	if (set_limits() < 0)
		child_fail(notify, CELL_NO_LIMITS);
	if (raise_walls() < 0)
		child_fail(notify, CELL_NO_WALLS);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	environ = env;
	execvp(program[0], program);
	child_fail(notify, CELL_NO_EXEC);
}

static void start(void)
{
	int notify[2], failed[2];
	ssize_t n;

	if (pipe2(notify, O_CLOEXEC) < 0 || (child_pid = fork()) < 0)
		give_up(CELL_NO_FORK);
	if (!child_pid)
		child(notify[1]);
	close(notify[1]);
	for (int fd = 0; fd < 3; fd++) /* the program alone holds the pipes now */
		close(fd);
	n = read(notify[0], failed, sizeof(failed));
	close(notify[0]);
	if (n != (ssize_t)sizeof(failed))
		return;
	errno = failed[1];
	give_up((enum cell_stage)failed[0]);
}

/* Reaps what there is; true when no child is left at all. */
static bool reap(void)
{
	struct rusage used;
	int status;
	pid_t pid;

	while ((pid = wait4(-1, &status, WNOHANG, &used)) > 0) {
		if (pid != child_pid)
			continue;
		child_over = true;
		report.status = status;
		report.cpu_us = (int64_t)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000 +
				used.ru_utime.tv_usec + used.ru_stime.tv_usec;
		report.rss_kb = used.ru_maxrss;
	}
	return pid < 0 && errno == ECHILD;
}

static struct process {
	int pid, parent;
	bool ours;
} processes[MAX_PROCESSES];

static int parent_of(int proc, const char *name)
{
	char path[64], text[512], *after;
	ssize_t n;
	int fd;

	snprintf(path, sizeof(path), "%s/stat", name);
	fd = openat(proc, path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return 0;
	n = read(fd, text, sizeof(text) - 1);
	close(fd);
	text[n > 0 ? n : 0] = '\0';
	after = strrchr(text, ')'); /* the name before it may hold anything */
	return after && strlen(after) > 4 ? (int)strtol(after + 4, NULL, 10) : 0;
}

static int list_processes(void)
{
	DIR *d = opendir("/proc");
	struct dirent *e;
	int n = 0;

	while (d && n < MAX_PROCESSES && (e = readdir(d))) {
		int pid = (int)strtol(e->d_name, NULL, 10);

		if (pid <= 0)
			continue;
		processes[n++] = (struct process){ pid, parent_of(dirfd(d), e->d_name),
						   pid == (int)getpid() };
	}
	if (d)
		closedir(d);
	return n;
}

static bool mark_children(int n)
{
	bool more = false;

	for (int i = 0; i < n; i++)
		for (int k = 0; !processes[i].ours && k < n; k++)
			if (processes[k].ours && processes[k].pid == processes[i].parent)
				more = processes[i].ours = true;
	return more;
}

/*
 * Kills all descendants that there are now. First nobody may fork any more: otherwise a bomb refills
 * itself as fast as we read.
 */
static void kill_descendants(void)
{
	struct rlimit none = { 0, 0 };
	int n = list_processes();

	while (mark_children(n))
		;
	for (int pass = 0; pass < 2; pass++)
		for (int i = 0; i < n; i++) {
			if (!processes[i].ours || processes[i].pid == (int)getpid())
				continue;
			if (pass == 0)
				prlimit(processes[i].pid, RLIMIT_NPROC, &none, NULL);
			else
				kill(processes[i].pid, SIGKILL);
		}
}

/* Descendants without a parent become ours (subreaper), so no child left means nobody left. */
static void end_all(void)
{
	struct timespec pause = { 0, 200000 };

	if (getpid() == 1 || option[CELL_HOST] == 2)
		kill(-1, SIGKILL);
	while (!reap()) {
		if (getpid() != 1 && option[CELL_HOST] != 2)
			kill_descendants();
		nanosleep(&pause, NULL);
	}
}

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Until the program has ended or must end. */
static void watch(void)
{
	struct pollfd life = { .fd = option[CELL_LIFE_FD] ? (int)option[CELL_LIFE_FD] : -1 };
	int64_t end = now_ms() + option[CELL_WALL_MS];
	sigset_t open_mask;

	sigfillset(&open_mask);
	sigdelset(&open_mask, SIGCHLD);
	sigdelset(&open_mask, SIGTERM);
	while (!reap() && !child_over && !told_to_end) {
		int64_t left = end - now_ms();
		struct timespec ts = { left / 1000, left % 1000 * 1000000 };

		if (option[CELL_WALL_MS] && left <= 0) {
			report.wall = 1;
			return;
		}
		if (ppoll(&life, 1, option[CELL_WALL_MS] ? &ts : NULL, &open_mask) > 0)
			return;
	}
}

int main(int argc, char **argv)
{
	if (argc == 2 && !strcmp(argv[1], "probe"))
		return 42;
	if (parse(argc, argv) < 0)
		give_up(CELL_BAD_USE);
	set_signals();
	if (prepare() < 0)
		give_up(CELL_NO_USER);
	start();
	watch();
	end_all();
	send_report();
	return 0;
}
