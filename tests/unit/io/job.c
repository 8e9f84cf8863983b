#include "test.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "io/job.h"
#include "proc.h"

struct run {
	struct job_spec spec;
	const char *argv[8];
	struct job_result r; /* texts copied to out, err */
	struct sbuf out, err, error;
	size_t pieces;
	int done;
	bool over;
	struct job *job;
	struct loop *loop;
};

static void on_done(void *ctx, const struct job_result *r)
{
	struct run *run = ctx;

	run->r = *r;
	sbuf_add(&run->out, r->out.text.buf, r->out.text.len);
	sbuf_add(&run->err, r->err.text.buf, r->err.text.len);
	run->done++;
	run->over = true;
}

static void run_init(struct run *run, const char *script)
{
	*run = (struct run){ .argv = { "/bin/sh", "-c", script }, .out = SBUF_INIT,
			     .err = SBUF_INIT, .error = SBUF_INIT };
	run->spec.argv = (char *const *)run->argv;
	run->spec.done = on_done;
	run->spec.ctx = run;
	run->loop = loop_new();
}

static void run_go(struct run *run)
{
	run->job = job_start(run->loop, &run->spec, &run->error);
	CHECK(!run->done); /* never from within job_start */
	if (run->job)
		loop_run(run->loop);
	CHECK_INT(run->done, run->job ? 1 : 0);
}

static void run_release(struct run *run)
{
	loop_free(run->loop);
	sbuf_release(&run->out);
	sbuf_release(&run->err);
	sbuf_release(&run->error);
}

static void run_script(struct run *run, const char *script)
{
	run_init(run, script);
	run_go(run);
}

static int open_fds(void)
{
	DIR *d = opendir("/proc/self/fd");
	int n = 0;

	while (d && readdir(d))
		n++;
	if (d)
		closedir(d);
	return n;
}

TEST(output_exit_code_and_times)
{
	struct run run;
	int fds = open_fds();

	run_script(&run, "echo out; echo err >&2; exit 7");
	CHECK(run.r.exited);
	CHECK_INT(run.r.exit_code, 7);
	CHECK_INT(run.r.stop, JOB_STOP_NONE);
	CHECK_STR(run.out.buf, "out\n");
	CHECK_STR(run.err.buf, "err\n");
	CHECK_INT(run.r.out.total, 4);
	CHECK(run.r.wall_ms >= 0 && run.r.wall_ms < 5000);
	CHECK(run.r.max_rss_kb > 100);
	run_release(&run);
	CHECK_INT(open_fds(), fds);
}

TEST(a_signal_is_told_from_an_exit)
{
	struct run run;

	run_script(&run, "kill -SEGV $$");
	CHECK(!run.r.exited);
	CHECK_INT(run.r.signal, SIGSEGV);
	run_release(&run);
	run_script(&run, "exit 139");
	CHECK(run.r.exited);
	CHECK_INT(run.r.exit_code, 139);
	run_release(&run);
}

TEST(sixty_thousand_bytes_and_exit_are_all_kept)
{
	for (int i = 0; i < 5; i++) {
		struct run run;

		run_script(&run, "head -c 60000 /dev/zero | tr '\\0' x; exit 3");
		CHECK_INT(run.out.len, 60000);
		CHECK(!run.r.out.cut);
		CHECK_INT(run.r.exit_code, 3);
		run_release(&run);
	}
}

static void expect_no_start(const char *program, const char *cwd, const char *want)
{
	struct run run;
	int fds = open_fds();

	run_init(&run, "true");
	run.argv[0] = program;
	run.spec.cwd = cwd;
	run_go(&run);
	CHECK(!run.job);
	CHECK_STR(run.error.buf, want);
	CHECK_INT(waitpid(-1, NULL, WNOHANG), -1);
	CHECK_INT(errno, ECHILD);
	run_release(&run);
	CHECK_INT(open_fds(), fds);
}

TEST(a_program_that_cannot_start_is_an_error_not_exit_127)
{
	expect_no_start("no-such-program", NULL, "The program no-such-program was not found.");
	expect_no_start("/no/such/program", NULL, "The program /no/such/program was not found.");
	expect_no_start("/etc/passwd", NULL, "/etc/passwd is not executable.");
	expect_no_start("/tmp", NULL, "/tmp is not a program.");
	expect_no_start("", NULL, "The program \"\" was not found.");
	expect_no_start("/bin/sh", "/no/such/folder",
			"/bin/sh cannot be started in /no/such/folder: No such file or directory.");
}

static void expect_bad_file(const char *content, const char *want_end)
{
	struct run run;
	struct sbuf err = SBUF_INIT;
	char *dir = file_make_temp_dir("job-test", &err), *path;
	int fd;

	CHECK(dir != NULL);
	path = path_join(dir, "program");
	fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0755);
	CHECK_INT(write(fd, content, strlen(content)), strlen(content));
	close(fd);
	run_init(&run, "true");
	run.argv[0] = path;
	run_go(&run);
	CHECK(!run.job);
	CHECK(ends_with(run.error.buf, want_end));
	run_release(&run);
	CHECK(!file_remove_tree(dir, &err));
	free(path);
	free(dir);
	sbuf_release(&err);
}

TEST(exec_failures_come_back_through_the_notify_pipe)
{
	const char *preload = getenv("LD_PRELOAD");

	if (preload && strstr(preload, "valgrind"))
		return; /* it cannot go on after an exec that fails, and ends the child itself */
	expect_bad_file("neither script nor binary", ": Exec format error.");
	expect_bad_file("#!/no/such/interpreter\n", ": the interpreter it names was not found.");
}

TEST(input_of_any_size_reaches_the_child)
{
	static const size_t sizes[] = { 0, 1, 4096, 65536, 65537, 1000000 };

	for (size_t i = 0; i < ARRAY_SIZE(sizes); i++) {
		struct run run;
		char *input = xcalloc(1, sizes[i] + 1), want[32];

		run_init(&run, "wc -c");
		run.spec.input = input;
		run.spec.input_len = sizes[i];
		run_go(&run);
		snprintf(want, sizeof(want), "%zu\n", sizes[i]);
		CHECK_STR(run.out.buf, want);
		run_release(&run);
		free(input);
	}
}

TEST(a_child_that_does_not_read_its_input_is_no_error)
{
	struct run run;
	char *input = xcalloc(1, 1000000);

	run_init(&run, "exec 0<&-; echo fine");
	run.spec.input = input;
	run.spec.input_len = 1000000;
	run_go(&run);
	CHECK_STR(run.out.buf, "fine\n");
	CHECK_INT(run.r.exit_code, 0);
	run_release(&run);
	free(input);
}

static void echo_more(void *ctx, bool is_err, const char *p, size_t len)
{
	struct run *run = ctx;

	(void)is_err;
	(void)p;
	(void)len;
	if (++run->pieces < 3)
		job_write(run->job, "again\n", 6);
	else
		job_close_input(run->job);
}

TEST(a_conversation_over_stdin)
{
	struct run run;

	run_init(&run, "while read x; do echo got $x; done; echo end");
	run.spec.input = "first\n";
	run.spec.input_len = 6;
	run.spec.keep_input = true;
	run.spec.on_output = echo_more;
	run_go(&run);
	CHECK_STR(run.out.buf, "got first\ngot again\ngot again\nend\n");
	run_release(&run);
}

TEST(the_wall_limit_ends_even_who_ignores_term)
{
	struct run run;

	run_init(&run, "trap '' TERM; while :; do sleep 0.05; done");
	run.spec.limits.wall_ms = 100;
	run_go(&run);
	CHECK_INT(run.r.stop, JOB_STOP_WALL);
	CHECK(!run.r.exited);
	CHECK_INT(run.r.signal, SIGKILL);
	CHECK(run.r.wall_ms >= 100 + JOB_TERM_MS - 20 && run.r.wall_ms < 2000);
	run_release(&run);
}

TEST(a_grandchild_that_keeps_stdout_open_is_ended)
{
	struct run run;

	run_script(&run, "sleep 30 & echo $!");
	CHECK(run.r.exited);
	CHECK_INT(run.r.exit_code, 0);
	CHECK(run.r.wall_ms < 1000);
	CHECK(proc_goes(strtol(run.out.buf, NULL, 10), 500));
	run_release(&run);
}

TEST(a_grandchild_of_another_session_holds_the_pipe_for_the_grace_only)
{
	struct run run;
	int64_t start = clock_mono_ms();
	long pid;

	run_script(&run, "setsid sleep 30 & echo $!; exit 5");
	CHECK_INT(run.r.exit_code, 5);
	CHECK(clock_mono_ms() - start < 1500);
	pid = strtol(run.out.buf, NULL, 10);
	if (pid > 1)
		kill((pid_t)pid, SIGKILL);
	run_release(&run);
}

TEST(a_flood_is_ended_at_its_limit)
{
	struct run run;

	run_init(&run, "yes & yes");
	run.spec.limits.out_bytes = 300000;
	run.spec.limits.wall_ms = 10000;
	run.spec.keep_bytes = 1000;
	run_go(&run);
	CHECK_INT(run.r.stop, JOB_STOP_OUTPUT);
	CHECK_INT(run.r.out.total, 300000);
	CHECK(run.r.out.cut);
	CHECK(run.out.len < 1100);
	CHECK(run.r.wall_ms < 1000);
	run_release(&run);
}

TEST(exactly_the_limit_is_not_a_flood)
{
	struct run run;

	run_init(&run, "printf 12345; printf 67890 >&2");
	run.spec.limits.out_bytes = 10;
	run_go(&run);
	CHECK_INT(run.r.stop, JOB_STOP_NONE);
	CHECK_INT(run.r.exit_code, 0);
	run_release(&run);
}

static void cancel_run(void *ctx)
{
	struct run *run = ctx;

	if (!run->over)
		job_cancel(run->job);
}

TEST(cancel_calls_done_once)
{
	struct run run;

	run_init(&run, "sleep 30");
	run.job = job_start(run.loop, &run.spec, &run.error);
	job_cancel(run.job);
	job_cancel(run.job);
	CHECK_INT(run.done, 0);
	loop_run(run.loop);
	CHECK_INT(run.done, 1);
	CHECK_INT(run.r.stop, JOB_STOP_CANCEL);
	CHECK(run.r.wall_ms < 1000);
	run_release(&run);
}

static void cancel_on_output(void *ctx, bool is_err, const char *p, size_t len)
{
	(void)is_err;
	(void)p;
	(void)len;
	((struct run *)ctx)->pieces++;
	cancel_run(ctx);
}

TEST(cancel_from_within_output)
{
	struct run run;

	run_init(&run, "echo a; sleep 30");
	run.spec.on_output = cancel_on_output;
	run_go(&run);
	CHECK_INT(run.r.stop, JOB_STOP_CANCEL);
	CHECK_INT(run.pieces, 1);
	run_release(&run);
}

TEST(cpu_file_and_memory_limits)
{
	struct run run;

	run_init(&run, "while :; do :; done");
	run.spec.limits.cpu_s = 1;
	run.spec.limits.wall_ms = 20000;
	run_go(&run);
	CHECK_INT(run.r.signal, SIGXCPU);
	CHECK_INT(run.r.stop, JOB_STOP_NONE);
	CHECK(run.r.cpu_ms >= 500 && run.r.cpu_ms < 4000); /* the kernel counts ticks for the limit, true time for us; busy machines notice late */
	run_release(&run);

	run_init(&run, "f=$(mktemp) && exec 3>$f && rm $f && exec head -c 100000 /dev/zero >&3");
	run.spec.limits.fsize_bytes = 50000;
	run_go(&run);
	CHECK_INT(run.r.signal, SIGXFSZ);
	run_release(&run);

	run_init(&run, "ulimit -v; ulimit -c");
	run.spec.limits.mem_bytes = 64 << 20;
	run_go(&run);
	CHECK_STR(run.out.buf, "65536\n0\n");
	run_release(&run);
}

TEST(the_child_sees_no_descriptor_signal_or_mask_of_ours)
{
	struct run run;
	int leak = open("/dev/null", O_RDONLY); /* without O_CLOEXEC, as a careless library does */

	/* ls itself opens one */
	/* Signals 32 and 33 are glibc's own: it lets nobody set them, and some shells' children ignore them. */
	run_script(&run, "ls /proc/self/fd; grep -E 'SigBlk|SigIgn' /proc/self/status | sed s/0000000180000000/0000000000000000/");
	CHECK_STR(run.out.buf, "0\n1\n2\n3\nSigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n");
	run_release(&run);
	close(leak);
}

TEST(a_passed_descriptor_keeps_its_number)
{
	struct run run;
	int p[2];
	char c = 0, script[64];

	CHECK(!pipe2(p, O_CLOEXEC));
	snprintf(script, sizeof(script), "printf z > /proc/self/fd/%d", p[1]);
	run_init(&run, script);
	run.spec.pass_fds[0] = p[1];
	run_go(&run);
	CHECK_INT(run.r.exit_code, 0);
	CHECK_INT(read(p[0], &c, 1), 1);
	CHECK_INT(c, 'z');
	CHECK(fcntl(p[1], F_GETFD) & FD_CLOEXEC);
	run_release(&run);
	close(p[0]);
	close(p[1]);
}

TEST(environment_and_folder)
{
	struct run run;
	char *env[] = { (char[]){ "A=1" }, NULL };

	run_init(&run, "pwd; echo $A$HOME");
	run.spec.cwd = "/usr";
	run.spec.envp = env;
	run_go(&run);
	CHECK_STR(run.out.buf, "/usr\n1\n");
	run_release(&run);
}

static int fail_in_child(void *ctx)
{
	(void)ctx;
	errno = EPERM;
	return -1;
}

TEST(a_failing_preparation_is_told)
{
	struct run run;

	run_init(&run, "true");
	run.spec.in_child = fail_in_child;
	run_go(&run);
	CHECK(!run.job);
	CHECK_STR(run.error.buf,
		  "The sandbox for /bin/sh cannot be prepared: Operation not permitted.");
	run_release(&run);
}

TEST(becoming_another_user)
{
	struct run run;

	if (geteuid())
		return;
	run_init(&run, "id -u; id -g; id -G");
	run.spec.uid = run.spec.gid = 65533;
	run_go(&run);
	CHECK_STR(run.out.buf, "65533\n65533\n65533\n");
	run_release(&run);
}

TEST(two_jobs_at_once)
{
	struct run a, b;
	int64_t start = clock_mono_ms();

	run_init(&a, "sleep 0.2; echo a");
	run_init(&b, "sleep 0.2; echo b");
	loop_free(b.loop);
	b.loop = a.loop;
	a.job = job_start(a.loop, &a.spec, &a.error);
	b.job = job_start(b.loop, &b.spec, &b.error);
	loop_run(a.loop);
	CHECK_STR(a.out.buf, "a\n");
	CHECK_STR(b.out.buf, "b\n");
	CHECK(clock_mono_ms() - start < 390);
	run_release(&a);
	b.loop = NULL;
	run_release(&b);
}

TEST(a_dead_tutor_takes_its_jobs_along)
{
	int p[2], status;
	pid_t tutor;
	char text[32] = "";
	long job;

	CHECK(!pipe2(p, O_CLOEXEC));
	tutor = fork();
	if (!tutor) {
		struct run run;

		run_init(&run, "exec sleep 30");
		run.job = job_start(run.loop, &run.spec, &run.error);
		dprintf(p[1], "%d\n", job_pid(run.job));
		kill(getpid(), SIGKILL);
	}
	waitpid(tutor, &status, 0);
	CHECK(read(p[0], text, sizeof(text) - 1) > 0);
	job = strtol(text, NULL, 10);
	CHECK(job > 1);
	CHECK(proc_goes(job, 1000));
	close(p[0]);
	close(p[1]);
}
