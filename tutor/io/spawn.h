/*
 * spawn: fork and exec with everything set up in between; the half of job.c that runs in the child.
 * Nobody else includes it. The exec-notify pipe is read before spawn returns: it ends with exec.
 */
#ifndef IO_SPAWN_H
#define IO_SPAWN_H

#include "io/job.h"

struct spawned {
	int pid;
	int in, out, err; /* our ends, non-blocking; -1 where there is none */
};

/* 0, or -1 and a sentence; on success the caller owns the descriptors and must reap pid. */
int spawn(const struct job_spec *spec, struct spawned *s, struct sbuf *err);

#endif
