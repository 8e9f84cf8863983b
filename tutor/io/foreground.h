/*
 * foreground: runs a program that takes over the terminal, such as $EDITOR, while the loop goes on. The
 * child stays in our process group (so that its ctrl-z stops both, and the shell's fg continues both),
 * with our three standard descriptors and default signals. The caller gives the terminal away before and
 * takes it back in `done`.
 */
#ifndef IO_FOREGROUND_H
#define IO_FOREGROUND_H

#include "io/loop.h"

/*
 * argv[0] is a path or found on PATH. done gets the wait status, once, never from within this call. -1 and
 * a sentence when it cannot be started. err_fd: what the child gets as standard error.
 */
int foreground_start(struct loop *loop, char *const *argv, int err_fd, loop_child_cb *done, void *ctx,
		     struct sbuf *err);

#endif
