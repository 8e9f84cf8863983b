#include "base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"

#define LOG_MAX (1 << 20)

static int fd = -1;
static bool debug;

int log_open(const char *path, struct sbuf *err)
{
	const char *d = getenv("TUTOR_DEBUG");
	struct stat st;

	log_close();
	if (!stat(path, &st) && st.st_size > LOG_MAX) {
		char *old = xstrfmt("%s.1", path);

		if (rename(path, old) < 0)
			unlink(path);
		free(old);
	}
	debug = d && *d && *d != '0';
	fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
	if (fd < 0)
		return error(err, "Cannot open the log %s: %s.", path, strerror(errno));
	return 0;
}

void log_close(void)
{
	if (fd >= 0)
		close(fd);
	fd = -1;
}

int log_fd(void)
{
	return fd;
}

static void put(const char *level, const char *fmt, va_list ap)
{
	struct sbuf line = SBUF_INIT;

	clock_iso(clock_now(), &line);
	sbuf_addf(&line, " %d %s ", (int)getpid(), level);
	sbuf_vaddf(&line, fmt, ap);
	sbuf_addch(&line, '\n');
	if (write(fd, line.buf, line.len) < 0)
		debug = false; /* a full disk must not stop the lesson */
	sbuf_release(&line);
}

void log_warn(const char *fmt, ...)
{
	va_list ap;

	if (fd < 0)
		return;
	va_start(ap, fmt);
	put("warn", fmt, ap);
	va_end(ap);
}

void log_debug(const char *fmt, ...)
{
	va_list ap;

	if (fd < 0 || !debug)
		return;
	va_start(ap, fmt);
	put("debug", fmt, ap);
	va_end(ap);
}
