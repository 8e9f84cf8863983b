/*
 * download: a large file by HTTP, into PATH.part, renamed to PATH only when size and SHA-256 are right.
 *
 * What lies in PATH.part from an earlier try is kept and the rest is asked for; a server that knows no ranges sends all
 * again. A connection that breaks off is taken up again, after 0.2 s and then doubling, until five tries
 * in a row brought nothing. A file that does not match is removed. One process at a time (a lock on PATH.part). Never blocks: the bytes
 * already there are hashed in slices, and the kernel writes on its own; whoever uses the file checks its size.
 */
#ifndef IO_DOWNLOAD_H
#define IO_DOWNLOAD_H

#include "io/http.h"

struct download;

struct download_spec {
	const char *url;
	const char *path;
	const char *sha256;  /* 64 hex digits; NULL: only the size is compared */
	int64_t size;        /* bytes; -1: unknown */
	int64_t silence_ms;  /* 0: 60 s */
	void (*progress)(void *ctx, int64_t done, int64_t total); /* total -1: unknown; ten a second at most; may be NULL; must not drop */
	/* message NULL: the file is there; else a full sentence. */
	void (*done)(void *ctx, const char *message);
	void *ctx;
};

/* Never NULL; `done` is never called from within. The pointer is dead after done returned. */
struct download *download_start(struct http *http, struct loop *loop, const struct download_spec *spec);
/* Stops without a call; what was loaded stays for the next time. NULL is fine. */
void download_drop(struct download *d);

/* Compares the size and SHA-256 of the file at path, in slices; url is not looked at. The same rules. */
struct download *download_check(struct loop *loop, const struct download_spec *spec);

#endif
