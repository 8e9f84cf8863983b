/*
 * The log: lines with a time to a file, never to the terminal. Without log_open nothing is written.
 * TUTOR_DEBUG=1 adds the debug lines. No secrets, no learner code.
 */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include "base/sbuf.h"

int log_open(const char *path, struct sbuf *err); /* appends; a file over 1 MB is moved to path.1 first */
void log_close(void);
int log_fd(void); /* -1 when closed */
void log_warn(const char *fmt, ...) PRINTF_LIKE(1, 2);
void log_debug(const char *fmt, ...) PRINTF_LIKE(1, 2);

#endif
