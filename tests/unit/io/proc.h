/* For the tests of room io: is a process gone? A zombie that waits for init counts as gone. */
#ifndef TESTS_UNIT_IO_PROC_H
#define TESTS_UNIT_IO_PROC_H

#include <fcntl.h>
#include <unistd.h>

static inline bool proc_gone(long pid)
{
	char path[64], text[512], *end;
	ssize_t n;
	int fd;

	snprintf(path, sizeof(path), "/proc/%ld/stat", pid);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return true;
	n = read(fd, text, sizeof(text) - 1);
	close(fd);
	text[n > 0 ? n : 0] = '\0';
	end = strrchr(text, ')');
	return !end || end[2] == 'Z' || end[2] == 'X';
}

/* Waits up to ms for it. */
static inline bool proc_goes(long pid, int ms)
{
	for (; ms > 0 && !proc_gone(pid); ms -= 5)
		usleep(5000);
	return proc_gone(pid);
}

#endif
