/*
 * watch: tells when files change. inotify on the folder (editors save by rename), plus a look at mtime
 * and size every second where inotify is blind (network and WSL file systems), and only there.
 */
#ifndef IO_WATCH_H
#define IO_WATCH_H

#include "io/loop.h"

struct watch;
typedef void watch_cb(void *ctx, const char *path);

struct watch *watch_new(struct loop *loop, watch_cb *cb, void *ctx);
void watch_free(struct watch *w);
/* Watches one file (it need not exist yet; its folder must). Several saves within 50 ms are one call. */
int watch_add(struct watch *w, const char *path, struct sbuf *err);
void watch_remove(struct watch *w, const char *path);
/* "inotify", "polling every second" or "both": shown in the status line. */
const char *watch_mode(const struct watch *w);

#endif
