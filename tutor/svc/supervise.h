/*
 * supervise: the process that owns one local model server (`tutor __supervise DIR NAME MODEL CTX THREADS IDLE_S
 * STAY_S PROGRAM...`).
 *
 * It listens on the unix socket DIR/NAME.sock (mode 0600, same user only) and holds a lock on DIR/NAME.lock, so that there is one a
 * model however many tutors there are. Lines, each ended by LF:
 *
 *   want     -> "starting", then "ready PORT KEY" or "failed SENTENCE"; starts the server if it does not run. From now on the
 *               connection is a user
 *   touch    -> nothing; it is in use (the idle time starts anew)
 *   unload   -> "stopped" to all; ends the server, the next want starts it again
 *   release  -> the same, but only when it has no users
 *   status   -> "status STATE PID PORT USERS STAYS" (STATE: off, starting, ready; STAYS: seconds that it stays without users, else -1)
 *
 * The server is a child with a random port on 127.0.0.1 and a random key (LLAMA_API_KEY in its environment; told on the socket only).
 * Without users it stays for STAY_S seconds, so that the next tutor finds it loaded; less when memory becomes short. It ends when nobody
 * used it for IDLE_S seconds, at SIGTERM, SIGINT and SIGHUP, and by the kernel when this process dies. This process ends with
 * its server when there are no users, or when none came within 10 s. PROGRAM...: words before our switches (--model, --host,
 * --port, --ctx-size, --parallel, --threads), which llama-server and setup/model-server.py both know. Paths are absolute.
 */
#ifndef SVC_SUPERVISE_H
#define SVC_SUPERVISE_H

#include "base/base.h"

#define SUPERVISE_SLOTS 3 /* kinds of prompt that keep their fixed part */

/* Starts itself once more in a session of its own and comes back; `inner` (`__supervise-run`) is that process. Exit codes. */
int supervise_start(int argc, char **argv);
int supervise_inner(int argc, char **argv);

/* Does /proc/meminfo's text say that less than a sixteenth is available? */
bool supervise_is_short(const char *meminfo);

/* The address for bind and connect: through the folder's descriptor, since socket paths are short. dir_fd is closed by the caller. */
struct sockaddr_un;
int supervise_address(const char *dir, const char *name, struct sockaddr_un *out, int *dir_fd);

#endif
