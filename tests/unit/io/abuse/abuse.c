/*
 * What hostile or broken learner programs do: abuse NAME MODE [ARGUMENT]. NAME becomes the process's name,
 * so that the test finds who is left. A mode that should be stopped prints what it achieved.
 */
#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/keyctl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static int fork_bomb(const char *arg)
{
	(void)arg;
	for (;;)
		fork();
	return 0;
}

static int detach(const char *arg)
{
	(void)arg;
	if (!fork()) {
		setsid();
		if (!fork())
			sleep(60);
		_exit(0);
	}
	wait(NULL);
	return 3;
}

static int hold_stdout(const char *arg)
{
	(void)arg;
	if (!fork())
		sleep(60);
	return 4;
}

static int ignore_term(const char *arg)
{
	(void)arg;
	for (int sig = 1; sig < 32; sig++)
		signal(sig, SIG_IGN);
	for (;;)
		pause();
	return 0;
}

static int flood(const char *arg)
{
	char line[4096];

	(void)arg;
	memset(line, 'x', sizeof(line));
	for (int i = 0; i < 25600; i++)
		if (write(1, line, sizeof(line)) < 0)
			return 5;
	return 0;
}

static int read_file(const char *path)
{
	char c;
	int fd = open(path, O_RDONLY);

	if (fd >= 0 && !access(path, R_OK) && read(fd, &c, 1) >= 0)
		printf("read %s\n", path);
	return 0;
}

static int list(const char *path)
{
	DIR *d = opendir(path);
	struct dirent *e;

	while (d && (e = readdir(d)))
		if (e->d_name[0] != '.')
			printf("%s\n", e->d_name);
	return 0;
}

static int write_outside(const char *arg)
{
	static const char *const places[] = { "/", "/etc/", "/usr/lib/", "/dev/", "/dev/shm/", "/var/tmp/",
					      "/home/", "/root/", "/run/", "/sys/", "/proc/", "/opt/" };
	char path[4096];

	(void)arg;
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		snprintf(path, sizeof(path), "%sabuse-%d", places[i], getpid());
		if (open(path, O_WRONLY | O_CREAT, 0600) >= 0)
			printf("wrote %s\n", path);
		if (!mkdir(path, 0700))
			printf("made %s\n", path);
	}
	return 0;
}

static int dial(const char *port)
{
	struct sockaddr_in a = { .sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(port)) };
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (fd >= 0 && !connect(fd, (struct sockaddr *)&a, sizeof(a)))
		printf("connected\n");
	return 0;
}

static int dial_unix(const char *name)
{
	struct sockaddr_un a = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	snprintf(a.sun_path + 1, sizeof(a.sun_path) - 1, "%s", name);
	if (fd >= 0 && !connect(fd, (struct sockaddr *)&a,
				(socklen_t)(sizeof(a.sun_family) + 1 + strlen(name))))
		printf("connected\n");
	return 0;
}

static int hog(const char *arg)
{
	(void)arg;
	for (int i = 0; i < 10240; i++) {
		char *p = malloc(1 << 20);

		if (!p)
			abort();
		memset(p, 1, 1 << 20);
	}
	return 0;
}

static int spin(const char *arg)
{
	(void)arg;
	for (volatile int i = 0;; i++)
		;
	return 0;
}

static int write_much(const char *arg)
{
	char block[65536] = { 1 }, path[4096];
	int fd;

	snprintf(path, sizeof(path), "%s/x", getenv("TMPDIR"));
	fd = open(*arg ? arg : path, O_WRONLY | O_CREAT, 0600);

	for (int i = 0; fd >= 0 && i < 160; i++)
		if (write(fd, block, sizeof(block)) < 0)
			return errno == ENOSPC ? 28 : 6;
	return fd < 0 ? 7 : 0;
}

/* As rustc writes its output. */
static int move(const char *arg)
{
	(void)arg;
	if (chdir(getenv("TMPDIR")) || mkdir("d", 0700) || open("d/x", O_WRONLY | O_CREAT, 0600) < 0 ||
	    rename("d/x", "y"))
		return 9;
	return access("y", F_OK) ? 10 : 0;
}

static int kill_all(const char *arg)
{
	(void)arg;
	kill(getppid(), SIGKILL);
	kill(getppid(), SIGTERM);
	kill(1, SIGKILL);
	kill(-1, SIGKILL);
	usleep(100000);
	return 8;
}

static void *sleeper(void *arg)
{
	sleep(60);
	return arg;
}

static int threads(const char *arg)
{
	pthread_t t;
	int n = 0;

	(void)arg;
	while (n < 5000 && !pthread_create(&t, NULL, sleeper, NULL))
		n++;
	printf("%d\n", n);
	return 0;
}

/* Not merely failed: refused. */
static void refused(const char *what, long rc)
{
	if (rc >= 0)
		printf("%s worked\n", what);
	else if (errno != EPERM && errno != EACCES && errno != EAFNOSUPPORT)
		printf("%s: %s\n", what, strerror(errno));
}

static int calls(const char *arg)
{
	(void)arg;
	refused("unshare", unshare(CLONE_NEWUSER));
	refused("mount", mount("none", "/tmp", "tmpfs", 0, NULL));
	refused("keyctl", syscall(SYS_keyctl, KEYCTL_GET_KEYRING_ID, KEY_SPEC_USER_KEYRING, 1));
	refused("ptrace", ptrace(PTRACE_TRACEME, 0, NULL, NULL));
	refused("bpf", syscall(SYS_bpf, 0, NULL, 0));
	refused("io_uring", syscall(SYS_io_uring_setup, 1, NULL));
	refused("vsock", socket(40, SOCK_STREAM, 0));
	refused("netlink", socket(AF_NETLINK, SOCK_RAW, 0));
	refused("userfaultfd", syscall(SYS_userfaultfd, 0));
	refused("perf", syscall(SYS_perf_event_open, NULL, 0, 0, 0, 0));
	refused("clone", syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0));
	refused("terminal", ioctl(0, TIOCSTI, "x"));
	if (!setuid(0))
		printf("became root\n");
	return 0;
}

static int print_env(const char *arg)
{
	(void)arg;
	for (char **e = environ; *e; e++)
		printf("%s\n", *e);
	return 0;
}

static int print_fds(const char *arg)
{
	(void)arg;
	for (int fd = 0; fd < 1024; fd++)
		if (fcntl(fd, F_GETFD) >= 0)
			printf("%d ", fd);
	return 0;
}

static int print_id(const char *arg)
{
	(void)arg;
	printf("%d %d %d\n", getuid() ? 1 : 0, getuid() == geteuid(), getgroups(0, NULL));
	return 0;
}

static int close_folders(const char *arg)
{
	char path[512];

	snprintf(path, sizeof(path), "%s/a", arg);
	for (int i = 0; i < 3; i++) {
		mkdir(path, 0700);
		snprintf(path + strlen(path), 8, "/b");
	}
	for (size_t n = strlen(path); n > strlen(arg) + 2; n -= 2) {
		path[n - 2] = '\0';
		chmod(path, 0);
	}
	return 0;
}

static int signal_self(const char *arg)
{
	return raise(atoi(arg));
}

static int exit_with(const char *arg)
{
	return atoi(arg);
}

static int copy_input(const char *arg)
{
	char c[4096];
	ssize_t n;

	(void)arg;
	while ((n = read(0, c, sizeof(c))) > 0)
		if (write(1, c, (size_t)n) < 0)
			return 1;
	return 0;
}

static const struct {
	const char *name;
	int (*run)(const char *arg);
} modes[] = {
	{ "fork_bomb", fork_bomb },   { "detach", detach },
	{ "hold_stdout", hold_stdout }, { "ignore_term", ignore_term },
	{ "flood", flood },	      { "read", read_file },
	{ "list", list },	      { "write_outside", write_outside },
	{ "dial", dial },	      { "dial_unix", dial_unix },
	{ "hog", hog },		      { "spin", spin },
	{ "write_much", write_much }, { "kill_all", kill_all },
	{ "threads", threads },	      { "calls", calls },
	{ "env", print_env },	      { "fds", print_fds },
	{ "id", print_id },	      { "close_folders", close_folders },
	{ "signal", signal_self },    { "exit", exit_with },
	{ "copy", copy_input },	      { "move", move },
};

int main(int argc, char **argv)
{
	setvbuf(stdout, NULL, _IONBF, 0);
	for (size_t i = 0; argc > 2 && i < sizeof(modes) / sizeof(modes[0]); i++) {
		if (strcmp(argv[2], modes[i].name))
			continue;
		prctl(PR_SET_NAME, argv[1]);
		return modes[i].run(argc > 3 ? argv[3] : "");
	}
	return 99;
}
