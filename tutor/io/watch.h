/*
 * watch: tells when files change. inotify on the folder (editors save by rename), plus a look at mtime,
 * size and inode every second where inotify is blind (network, FUSE and WSL file systems), where it fails,
 * and while a folder is away, and only there. A link is followed to the file it names.
 *
 * TUTOR_WATCH=poll, for tests: as if inotify did not exist.
 */
#ifndef IO_WATCH_H
#define IO_WATCH_H

#include "io/loop.h"

#define WATCH_QUIET_MS 50  /* what happens to a file in this time is one call */
#define WATCH_POLL_MS 1000

struct watch;
/* path is as given to watch_add. Called for a file that is there; not when it is deleted. May call anything here. */
typedef void watch_cb(void *ctx, const char *path);

struct watch *watch_new(struct loop *loop, watch_cb *cb, void *ctx);
void watch_free(struct watch *w);
/* Watches one file (it need not exist yet; its folder must). Twice the same path is once. */
int watch_add(struct watch *w, const char *path, struct sbuf *err);
void watch_remove(struct watch *w, const char *path);
/* "inotify", "polling every second" or "both": shown in the status line. */
const char *watch_mode(const struct watch *w);

#endif
