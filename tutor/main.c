/* tutor: words of the command line -> a front. */
#include "base/base.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <sodium.h>
#include <unistd.h>

#include "base/file.h"
#include "base/log.h"
#include "front/cli.h"
#include "front/tui.h"
#include "io/loop.h"
#include "svc/app.h"
#include "svc/inner.h"

static bool has_flag(int argc, char **argv, const char *flag)
{
	for (int i = 1; i < argc; i++)
		if (streq(argv[i], flag))
			return true;
	return false;
}

/*
 * A closed stdin, stdout or stderr would give its number to the next file that is opened: to the log, the database.
 * Read-only, so that results which nobody can get are still an error.
 */
static void hold_streams(void)
{
	int fd;

	do {
		fd = open("/dev/null", O_RDONLY);
	} while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd >= 0)
		close(fd);
}

static void open_log(struct app *app)
{
	char *path;

	if (app_dir_ready(app, APP_STATE, NULL) < 0)
		return; /* a log is no reason not to start; what needs the folders says so */
	path = path_join(app_dir(app, APP_STATE), "log");
	log_open(path, NULL);
	free(path);
}

static int run(struct app *app, int argc, char **argv)
{
	bool terminal = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);

	if (argc > 1 && streq(argv[1], "--version")) {
		printf("tutor %s\n", TUTOR_VERSION);
		return 0;
	}
	open_log(app);
	if (argc > 1 && !(argc == 2 && streq(argv[1], "--plain")))
		return cli_main(app, argc - 1, argv + 1);
	if (terminal && !has_flag(argc, argv, "--plain"))
		return tui_main(app, NULL);
	return cli_home(app);
}

int main(int argc, char **argv)
{
	struct loop *loop;
	struct app *app;
	int rc;

	hold_streams();
	setlocale(LC_ALL, "");
	signal(SIGPIPE, SIG_IGN);
	if (sodium_init() < 0) {
		fprintf(stderr, "tutor: libsodium cannot be started.\n");
		return 3;
	}
	rc = inner_main(argc, argv);
	if (rc >= 0)
		return rc;
	loop = loop_new();
	app = app_new(loop);
	rc = run(app, argc, argv);
	app_free(app);
	loop_free(loop);
	log_close();
	return rc;
}
