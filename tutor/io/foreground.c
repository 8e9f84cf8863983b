#include "base/base.h"

#include "io/foreground.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

extern char **environ;

/* The loop blocks its signals; the child must not inherit that. */
static void plain_signals(posix_spawnattr_t *attr)
{
	sigset_t none, all;

	sigemptyset(&none);
	sigfillset(&all);
	posix_spawnattr_init(attr);
	posix_spawnattr_setsigmask(attr, &none);
	posix_spawnattr_setsigdefault(attr, &all);
	posix_spawnattr_setflags(attr, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

int foreground_start(struct loop *loop, char *const *argv, int err_fd, loop_child_cb *done, void *ctx,
		     struct sbuf *err)
{
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attr;
	pid_t pid;

	plain_signals(&attr);
	posix_spawn_file_actions_init(&files);
	if (err_fd >= 0)
		posix_spawn_file_actions_adddup2(&files, err_fd, STDERR_FILENO);
	int rc = posix_spawnp(&pid, argv[0], &files, &attr, argv, environ);
	posix_spawn_file_actions_destroy(&files);
	posix_spawnattr_destroy(&attr);
	if (rc)
		return error(err, "%s could not be started: %s.", argv[0], strerror(rc));
	loop_on_child(loop, pid, done, ctx);
	return 0;
}
