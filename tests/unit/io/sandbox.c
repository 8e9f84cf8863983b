/*
 * The walls, tried with tests/unit/io/abuse/abuse.c at every level; started as root, everything runs once
 * more as an ordinary user (TUTOR_TEST_ABUSE tells that run where the compiled program is).
 */
#include "test.h"

#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>

#include "base/clock.h"
#include "base/file.h"
#include "io/sandbox.h"
#include "proc.h"

#define ORDINARY_USER 61234

static char *dir, *abuse; /* a folder that all may read, and the program in it */
static char tag[16];      /* the name of our abusive processes */
static const char *const levels[] = { "bwrap", "landlock", "landlock-old" };
static struct sandbox *boxes[ARRAY_SIZE(levels)];
static size_t n_levels = ARRAY_SIZE(levels); /* 1 under valgrind, which does not know Landlock's calls */

static char *compile(const char *to, const char *const *cc)
{
	struct loop *loop = loop_new();
	struct job_spec spec = { .argv = (char *const *)(uintptr_t)cc };
	struct sbuf err = SBUF_INIT;

	if (!job_start(loop, &spec, &err))
		BUG("%s", err.buf);
	loop_run(loop);
	loop_free(loop);
	return path_join(to, "abuse");
}

/* The forked tutors of the tests end by SIGKILL and never come here. */
static void tidy(void)
{
	if (getpid() != (pid_t)strtol(tag + 2, NULL, 10))
		return; /* a child of a test */
	if (!getenv("TUTOR_TEST_ABUSE")) {
		file_remove_tree(dir, NULL);
		free(dir);
	}
	for (size_t i = 0; i < ARRAY_SIZE(boxes); i++)
		sandbox_free(boxes[i]);
	free(abuse);
}

static void set_up(void)
{
	const char *preload = getenv("LD_PRELOAD");
	char *source, *in, *out;

	if (dir)
		return;
	if (preload && strstr(preload, "valgrind"))
		n_levels = 1;
	atexit(tidy);
	source = path_dir(__FILE__);
	dir = getenv("TUTOR_TEST_ABUSE");
	snprintf(tag, sizeof(tag), "ab%d", (int)getpid());
	if (dir) {
		abuse = path_join(dir, "abuse");
	} else {
		dir = file_make_temp_dir("sandbox-test", NULL);
		CHECK(!chmod(dir, 0755));
		in = path_join(source, "abuse/abuse.c");
		out = path_join(dir, "abuse");
		abuse = compile(dir, (const char *const[]){ "cc", "-std=gnu11", "-D_GNU_SOURCE", "-O1", "-o", out, in,
						      "-lpthread", NULL });
		free(in);
		free(out);
	}
	free(source);
	if (!file_exists(abuse))
		BUG("%s was not compiled", abuse);
	for (size_t i = 0; i < n_levels; i++) {
		setenv("TUTOR_SANDBOX", levels[i], 1);
		boxes[i] = sandbox_probe(false);
	}
	unsetenv("TUTOR_SANDBOX");
}

/* Is a process of that name left? */
static int count_left(void)
{
	DIR *d = opendir("/proc");
	struct dirent *e;
	int n = 0;

	while (d && (e = readdir(d))) {
		char *path = xstrfmt("/proc/%s/comm", e->d_name);
		FILE *f = strtol(e->d_name, NULL, 10) > 0 ? fopen(path, "re") : NULL;
		char name[64] = "";

		if (f && fgets(name, sizeof(name), f) && !strncmp(name, tag, strlen(tag)) &&
		    !proc_gone(strtol(e->d_name, NULL, 10)))
			n++;
		if (f)
			fclose(f);
		free(path);
	}
	if (d)
		closedir(d);
	return n;
}

static bool none_left(void)
{
	for (int i = 0; i < 100 && count_left(); i++)
		usleep(10000);
	return !count_left();
}

struct run {
	struct sandbox_spec spec;
	struct sandbox_bind binds[4];
	const char *argv[6];
	struct job_result r;
	struct sbuf out, err, failed, error;
	int done;
	size_t level;
};

static void on_done(void *ctx, const struct job_result *r)
{
	struct run *run = ctx;

	run->done++;
	run->r = *r;
	sbuf_add(&run->out, r->out.text.buf, r->out.text.len);
	sbuf_add(&run->err, r->err.text.buf, r->err.text.len);
	if (r->failed)
		sbuf_addstr(&run->failed, r->failed);
}

static void run_init(struct run *run, size_t level, const char *mode, const char *arg)
{
	set_up();
	*run = (struct run){ .argv = { abuse, tag, mode, arg }, .out = SBUF_INIT, .err = SBUF_INIT,
			     .failed = SBUF_INIT, .error = SBUF_INIT, .level = level };
	run->binds[0] = (struct sandbox_bind){ .path = abuse };
	run->spec.binds = run->binds;
	run->spec.n_binds = 1;
	run->spec.job.argv = (char *const *)run->argv;
	run->spec.job.done = on_done;
	run->spec.job.ctx = run;
	run->spec.job.limits = (struct job_limits){ .wall_ms = 5000, .nproc = 40,
						    .mem_bytes = 512 << 20, .fsize_bytes = 4 << 20,
						    .out_bytes = 1 << 20, .cpu_s = 10 };
}

static void run_go(struct run *run)
{
	struct loop *loop = loop_new();
	struct job *job = sandbox_start(loop, boxes[run->level], &run->spec, &run->error);

	CHECK(job != NULL);
	CHECK(!run->done);
	if (job)
		loop_run(loop);
	else
		printf("%s: %s\n", levels[run->level], run->error.buf);
	CHECK_INT(run->done, 1);
	CHECK_STR(run->failed.buf, "");
	loop_free(loop);
	CHECK(none_left());
}

static void run_release(struct run *run)
{
	sbuf_release(&run->out);
	sbuf_release(&run->err);
	sbuf_release(&run->failed);
	sbuf_release(&run->error);
}

static void expect_output(const char *mode, const char *arg, const char *want)
{
	for (size_t level = 0; level < n_levels; level++) {
		struct run run;

		run_init(&run, level, mode, arg);
		run_go(&run);
		CHECK_INT(run.r.stop, JOB_STOP_NONE);
		CHECK(run.r.exited);
		CHECK_INT(run.r.exit_code, 0);
		CHECK_STR(run.out.buf, want);
		run_release(&run);
	}
}

/* code >= 0: exit code; else a signal */
static void expect_end(const char *mode, const char *arg, enum job_stop stop, int code, int64_t max_ms)
{
	for (size_t level = 0; level < n_levels; level++) {
		struct run run;
		int64_t start = clock_mono_ms();

		/* where signals cannot be scoped, a program may send itself SIGABRT only */
		if (level == 2 && code == -SIGKILL && streq(mode, "signal"))
			continue;
		run_init(&run, level, mode, arg);
		if (stop == JOB_STOP_WALL)
			run.spec.job.limits.wall_ms = 300;
		run_go(&run);
		CHECK(clock_mono_ms() - start < max_ms);
		CHECK_INT(run.r.stop, stop);
		CHECK_INT(run.r.exited, code >= 0);
		CHECK_INT(run.r.exited ? run.r.exit_code : -run.r.signal, code);
		run_release(&run);
	}
}

TEST(all_levels_work_here)
{
	set_up();
	CHECK_INT(sandbox_level(boxes[0]), SANDBOX_BWRAP);
	for (size_t i = 1; i < n_levels; i++)
		CHECK_INT(sandbox_level(boxes[i]), SANDBOX_LANDLOCK);
	CHECK_STR(sandbox_note(boxes[0]), "Programs run walled in by bubblewrap.");
	CHECK_STR(sandbox_level_name(SANDBOX_LANDLOCK), "landlock");
}

TEST(codes_and_signals_are_told_apart)
{
	expect_end("exit", "7", JOB_STOP_NONE, 7, 3000);
	expect_end("exit", "137", JOB_STOP_NONE, 137, 3000);
	expect_end("signal", "9", JOB_STOP_NONE, -SIGKILL, 3000);
	expect_end("signal", "6", JOB_STOP_NONE, -SIGABRT, 3000);
}

TEST(nobody_is_left)
{
	expect_end("detach", NULL, JOB_STOP_NONE, 3, 1500);
	expect_end("hold_stdout", NULL, JOB_STOP_NONE, 4, 1500);
	expect_end("fork_bomb", NULL, JOB_STOP_WALL, -SIGKILL, 3000);
	expect_end("ignore_term", NULL, JOB_STOP_WALL, -SIGKILL, 1500);
}

TEST(limits_are_named)
{
	expect_end("flood", NULL, JOB_STOP_OUTPUT, -SIGKILL, 2000);
	expect_end("hog", NULL, JOB_STOP_NONE, -SIGABRT, 3000);
	expect_end("write_much", NULL, JOB_STOP_NONE, -SIGXFSZ, 2000);
}

TEST(files_are_out_of_reach)
{
	expect_output("read", "/etc/passwd", "");
	expect_output("read", "/etc/hostname", "");
	expect_output("read", "/proc/self/environ", "");
	expect_output("read", "/proc/1/cmdline", "");
	expect_output("list", "/proc", "");
	expect_output("list", "/home", "");
	expect_output("list", "/etc", "");
	expect_output("write_outside", NULL, "");
}

TEST(system_calls_are_refused)
{
	expect_output("calls", NULL, "");
	expect_output("fds", NULL, "0 1 2 ");
	expect_output("id", NULL, "1 1 0\n");
}

/* A server that listens on this machine. */
static int listener(int family, char *name, size_t size)
{
	int fd = socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (family == AF_INET) {
		struct sockaddr_in a = { .sin_family = AF_INET };
		socklen_t len = sizeof(a);

		a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
		CHECK(!bind(fd, (struct sockaddr *)&a, sizeof(a)));
		CHECK(!getsockname(fd, (struct sockaddr *)&a, &len));
		snprintf(name, size, "%d", ntohs(a.sin_port));
	} else {
		struct sockaddr_un a = { .sun_family = AF_UNIX };

		snprintf(name, size, "abuse-%d", (int)getpid());
		snprintf(a.sun_path + 1, sizeof(a.sun_path) - 1, "%s", name);
		CHECK(!bind(fd, (struct sockaddr *)&a,
			    (socklen_t)(sizeof(a.sun_family) + 1 + strlen(name))));
	}
	CHECK(!listen(fd, 5));
	return fd;
}

TEST(no_network)
{
	char name[64];
	int fd = listener(AF_INET, name, sizeof(name));

	expect_output("dial", name, "");
	close(fd);
	fd = listener(AF_UNIX, name, sizeof(name));
	expect_output("dial_unix", name, "");
	close(fd);
}

TEST(the_environment_is_ours)
{
	for (size_t level = 0; level < n_levels; level++) {
		struct run run;
		char *env[] = { (char[]){ "A=b c" }, NULL };

		run_init(&run, level, "env", NULL);
		run.spec.job.envp = env;
		setenv("SECRET", "x", 1);
		run_go(&run);
		CHECK(starts_with(run.out.buf, "PATH=/usr/bin:/bin\nHOME=/tmp"));
		CHECK(ends_with(run.out.buf, "\nLANG=C.UTF-8\nA=b c\n"));
		CHECK(!strstr(run.out.buf, "SECRET"));
		run_release(&run);
	}
}

TEST(the_program_cannot_end_its_keeper)
{
	for (size_t level = 0; level < n_levels; level++) {
		struct run run;

		run_init(&run, level, "kill_all", NULL);
		run_go(&run);
		CHECK_INT(run.r.stop, JOB_STOP_NONE);
		CHECK_INT(run.r.signal, 0);
		CHECK_INT(run.r.exit_code, 8);
		run_release(&run);
	}
}

TEST(cpu_time_is_limited_and_told)
{
	for (size_t level = 0; level < n_levels; level++) {
		struct run run;

		run_init(&run, level, "spin", NULL);
		run.spec.job.limits.cpu_s = 1;
		run.spec.job.limits.wall_ms = 20000;
		run_go(&run);
		CHECK_INT(run.r.signal, SIGXCPU);
		CHECK(run.r.cpu_ms >= 500 && run.r.cpu_ms < 4000); /* the kernel counts ticks for the limit, true time for us; busy machines notice late */
		run_release(&run);
		run_init(&run, level, "spin", NULL);
		run.spec.job.limits.wall_ms = 300;
		run_go(&run);
		CHECK_INT(run.r.stop, JOB_STOP_WALL);
		CHECK(run.r.cpu_ms >= 30); /* told apart from a program that waits */
		run_release(&run);
	}
}

TEST(threads_count_as_processes)
{
	for (size_t level = 0; level < n_levels; level++) {
		struct run run;
		long n;

		run_init(&run, level, "threads", NULL);
		run.spec.job.limits.mem_bytes = 0;
		run_go(&run);
		n = strtol(run.out.buf, NULL, 10);
		CHECK(n >= 20 && n <= 60);
		run_release(&run);
	}
}

TEST(tmp_is_private_and_has_a_size)
{
	struct run run;

	run_init(&run, 0, "write_much", "/tmp/x");
	run.spec.job.limits.fsize_bytes = 0;
	run.spec.tmp_bytes = 1 << 20;
	run_go(&run);
	CHECK_INT(run.r.exit_code, 28);
	CHECK(!file_exists("/tmp/x"));
	run_release(&run);
}

TEST(input_reaches_the_program_and_all_output_comes_back)
{
	for (size_t level = 0; level < n_levels; level++) {
		struct run run;
		char *bytes = xmalloc(60000);

		memset(bytes, 'q', 60000);
		run_init(&run, level, "copy", NULL);
		run.spec.job.input = bytes;
		run.spec.job.input_len = 60000;
		run_go(&run);
		CHECK_INT(run.out.len, 60000);
		CHECK_INT(run.r.exit_code, 0);
		run_release(&run);
		free(bytes);
	}
}

static void use_scratch(size_t level, const char *mode, bool writable, int want_code, bool want_file)
{
	struct run run;
	char *scratch, *file;

	set_up();
	scratch = sandbox_scratch_make(boxes[level], NULL);
	file = path_join(scratch, "file");
	run_init(&run, level, mode, streq(mode, "write_much") ? file : scratch);
	run.spec.job.limits.fsize_bytes = 0;
	run.binds[1] = (struct sandbox_bind){ .path = scratch, .writable = writable };
	run.spec.n_binds = 2;
	run.spec.job.cwd = scratch;
	run_go(&run);
	CHECK_INT(run.r.exit_code, want_code);
	CHECK_INT(file_exists(file), want_file);
	run_release(&run);
	sandbox_scratch_remove(xstrdup(scratch));
	CHECK(!file_exists(scratch));
	free(scratch);
	free(file);
}

TEST(files_move_between_folders)
{
	expect_end("move", NULL, JOB_STOP_NONE, 0, 3000);
}

TEST(scratch_folders)
{
	for (size_t level = 0; level < n_levels; level++) {
		use_scratch(level, "write_much", true, 0, true);
		use_scratch(level, "write_much", false, 7, false);
		use_scratch(level, "close_folders", true, 0, false);
	}
}

/* A toolchain below /root: only we can reach it, the sandboxed user must. */
TEST(what_is_bound_can_be_read_wherever_it_lies)
{
	char *closed = file_make_temp_dir("closed", NULL), *sub = path_join(closed, "sub");
	char *file = path_join(sub, "text"), *want, *secret = path_join(closed, "secret");

	CHECK(!file_mkdirs(sub, NULL) && !chmod(sub, 0755));
	CHECK(!file_write(file, "x", 1, NULL) && !chmod(file, 0644));
	CHECK(!file_write(secret, "x", 1, NULL));
	CHECK(!chmod(closed, 0700));
	want = xstrfmt("read %s\n", file);
	for (size_t level = 0; level < n_levels; level++) {
		for (int i = 0; i < 2; i++) {
			struct run run;

			run_init(&run, level, "read", i ? secret : file);
			run.binds[1] = (struct sandbox_bind){ .path = sub };
			run.spec.n_binds = 2;
			run_go(&run);
			CHECK_STR(run.out.buf, i ? "" : want);
			run_release(&run);
		}
	}
	CHECK(!file_remove_tree(closed, NULL));
	free(closed);
	free(sub);
	free(file);
	free(want);
	free(secret);
}

TEST(what_cannot_start_is_told)
{
	for (size_t level = 0; level < n_levels; level++) {
		struct run run;
		struct loop *loop = loop_new();

		run_init(&run, level, "exit", "0");
		run.argv[0] = "/no/such";
		CHECK(sandbox_start(loop, boxes[level], &run.spec, &run.error) != NULL);
		loop_run(loop);
		CHECK_STR(run.failed.buf, "The sandbox could not be used: the program cannot be started "
					  "in it (No such file or directory).");
		CHECK_INT(run.r.exit_code, 127);
		run_release(&run);

		run_init(&run, level, "exit", "0");
		run.binds[0].path = "/no/such";
		CHECK(!sandbox_start(loop, boxes[level], &run.spec, &run.error));
		CHECK_STR(run.error.buf, "/no/such is needed in the sandbox and is not there.");
		run_release(&run);
		loop_free(loop);
	}
}

TEST(cancel_at_any_moment_leaves_nobody)
{
	for (size_t level = 0; level < n_levels; level++) {
		for (int ms = 0; ms < 12; ms++) {
			struct run run;
			struct loop *loop = loop_new();
			struct job *job;

			run_init(&run, level, ms % 2 ? "fork_bomb" : "ignore_term", NULL);
			job = sandbox_start(loop, boxes[level], &run.spec, &run.error);
			CHECK(job != NULL);
			loop_after(loop, ms, (loop_cb *)job_cancel, job);
			loop_run(loop);
			CHECK_INT(run.r.stop, JOB_STOP_CANCEL);
			CHECK(run.r.wall_ms < 600);
			CHECK(none_left());
			loop_free(loop);
			run_release(&run);
		}
	}
}

/* Only the next probe after ten minutes would. */
static void remove_scratch_of(pid_t pid)
{
	char *prefix = xstrfmt("tutor-scratch-%d.", (int)pid);
	const char *tmp = getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp";
	struct strv names = STRV_INIT;

	file_list(tmp, &names, NULL);
	for (size_t i = 0; i < names.n; i++)
		if (starts_with(names.v[i], prefix))
			sandbox_scratch_remove(path_join(tmp, names.v[i]));
	strv_release(&names);
	free(prefix);
}

TEST(a_dead_tutor_takes_the_sandbox_along)
{
	for (size_t level = 0; level < n_levels; level++) {
		struct run run;
		pid_t tutor;

		run_init(&run, level, level ? "ignore_term" : "fork_bomb", NULL);
		tutor = fork();
		if (!tutor) {
			struct loop *loop = loop_new();

			sandbox_start(loop, boxes[level], &run.spec, NULL);
			usleep(100000);
			kill(getpid(), SIGKILL);
		}
		waitpid(tutor, NULL, 0);
		CHECK(none_left());
		remove_scratch_of(tutor);
		run_release(&run);
	}
}

TEST(the_compilers_view_compiles)
{
	for (size_t level = 0; level < n_levels; level++) {
		struct run run;
		static const char code[] = "#include <stdio.h>\nint main(void){return puts(\"hi\")<0;}\n";
		char *scratch, *source;

		set_up();
		scratch = sandbox_scratch_make(boxes[level], NULL);
		source = path_join(scratch, "a.c");
		CHECK(!file_write(source, code, strlen(code), NULL));
		CHECK(!chmod(source, 0644));
		run_init(&run, level, NULL, NULL);
		run.argv[0] = "sh";
		run.argv[1] = "-c";
		run.argv[2] = "cc -o a a.c && ./a && readlink /proc/self/exe && "
			      "! { read x < /proc/1/environ; } 2>&- && ls /proc 2>&- | grep -c [0-9]";
		run.binds[0] = (struct sandbox_bind){ .path = scratch, .writable = true };
		run.spec.compiler = true;
		run.spec.job.cwd = scratch;
		run_go(&run);
		CHECK_STR(run.err.buf, "");
		/* its own processes only, or none to be listed */
		CHECK(sandbox_has_proc(boxes[level]));
		CHECK(starts_with(run.out.buf, "hi\n/usr/bin/readlink\n"));
		CHECK(strtol(run.out.buf + strlen("hi\n/usr/bin/readlink\n"), NULL, 10) < 6);
		run_release(&run);
		sandbox_scratch_remove(scratch);
		free(source);
	}
}

TEST(without_walls_nothing_runs_unless_accepted)
{
	struct sandbox *sb;
	struct run run;
	struct loop *loop = loop_new();

	run_init(&run, 0, "exit", "0");
	setenv("TUTOR_SANDBOX", "off", 1);
	sb = sandbox_probe(true);
	CHECK_INT(sandbox_level(sb), SANDBOX_REFUSED);
	CHECK(!sandbox_start(loop, sb, &run.spec, &run.error));
	CHECK_STR(run.error.buf, sandbox_note(sb));
	CHECK(starts_with(run.error.buf, "Programs are not run, because nothing here can wall them in; "));
	sandbox_free(sb);
	setenv("TUTOR_SANDBOX", "none", 1);
	sb = sandbox_probe(true);
	CHECK_INT(sandbox_level(sb), SANDBOX_NONE);
	CHECK(sandbox_start(loop, sb, &run.spec, &run.error) != NULL);
	loop_run(loop);
	CHECK_INT(run.r.exit_code, 0);
	sandbox_free(sb);
	unsetenv("TUTOR_SANDBOX");
	loop_free(loop);
	run_release(&run);
}

/* A scratch folder of process number pid, last touched `age` seconds ago. */
static char *old_scratch(long pid, int age)
{
	char *prefix = xstrfmt("tutor-scratch-%ld", pid), *path = file_make_temp_dir(prefix, NULL);
	struct timespec t[2] = { { time(NULL) - age, 0 }, { time(NULL) - age, 0 } };

	CHECK(!utimensat(AT_FDCWD, path, t, 0));
	free(prefix);
	return path;
}

TEST(scratch_folders_of_dead_tutors_are_swept)
{
	pid_t dead = fork();
	char *old, *fresh, *alive;

	set_up();
	if (!dead)
		_exit(0);
	waitpid(dead, NULL, 0);
	old = old_scratch(dead, 700);
	fresh = old_scratch(dead, 10);
	alive = old_scratch(getpid(), 700);
	sandbox_free(sandbox_probe(false));
	CHECK(!file_exists(old));
	CHECK(file_exists(fresh));
	CHECK(file_exists(alive));
	free(old);
	sandbox_scratch_remove(fresh);
	sandbox_scratch_remove(alive);
}

static int count_scratch(void)
{
	struct strv names = STRV_INIT;
	const char *tmp = getenv("TMPDIR");
	int n = 0;

	file_list(tmp && *tmp ? tmp : "/tmp", &names, NULL);
	for (size_t i = 0; i < names.n; i++) {
		char *path = path_join(tmp && *tmp ? tmp : "/tmp", names.v[i]);
		struct stat st;

		if (starts_with(names.v[i], "tutor-scratch-") && !stat(path, &st) && S_ISDIR(st.st_mode) &&
		    (st.st_uid == getuid() || st.st_uid == 65533))
			n++;
		free(path);
	}
	strv_release(&names);
	return n;
}

TEST(no_scratch_folder_is_left)
{
	/* A folder of our own: other programs make and remove theirs in /tmp meanwhile. */
	char *old = xstrdup_or_null(getenv("TMPDIR")), *own = file_make_temp_dir("sandbox-own", NULL);
	int before;

	expect_end("exit", "0", JOB_STOP_NONE, 0, 3000);
	CHECK(!chmod(own, 0755));
	setenv("TMPDIR", own, 1);
	before = count_scratch();
	expect_end("exit", "0", JOB_STOP_NONE, 0, 3000);
	expect_end("ignore_term", NULL, JOB_STOP_WALL, -SIGKILL, 3000);
	CHECK_INT(count_scratch(), before);
	if (old)
		setenv("TMPDIR", old, 1);
	else
		unsetenv("TMPDIR");
	file_remove_tree(own, NULL);
	free(own);
	free(old);
}

/* Last: all of the above once more as somebody else. */
TEST(zz_as_an_ordinary_user)
{
	struct run run;
	struct loop *loop;
	char *self, *env_dir, *env[] = { NULL, (char[]){ "PATH=/usr/bin:/bin" }, NULL };
	char *argv[2] = { NULL, NULL };
	struct job_spec spec = { .argv = argv, .envp = env, .cwd = "/tmp", .done = on_done,
				 .uid = ORDINARY_USER, .gid = ORDINARY_USER };

	run_init(&run, 0, NULL, NULL);
	if (!geteuid()) {
		loop = loop_new();
		self = path_join(dir, "self");
		CHECK(!file_copy("/proc/self/exe", self, 1 << 30, NULL) && !chmod(self, 0755));
		argv[0] = self;
		env_dir = env[0] = xstrfmt("TUTOR_TEST_ABUSE=%s", dir);
		spec.ctx = &run;
		CHECK(job_start(loop, &spec, &run.error) != NULL);
		loop_run(loop);
		CHECK_INT(run.r.exit_code, 0);
		if (run.r.exit_code)
			printf("as an ordinary user:\n%s%s\n", run.out.buf, run.err.buf);
		loop_free(loop);
		free(self);
		free(env_dir);
	}
	run_release(&run);
}
