/* Landlock: the kernel's documentation, userspace-api/landlock. Raw calls: libc has no wrappers. */
#include "base/base.h"

#include "io/sandbox_int.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Newer than the headers of Debian 12. */
#define FS_TRUNCATE (1ull << 14)
#define FS_IOCTL_DEV (1ull << 15)
#define NET_BIND (1ull << 0)
#define NET_CONNECT (1ull << 1)
#define SCOPE_UNIX (1ull << 0)
#define SCOPE_SIGNAL (1ull << 1)

#define FS_READ \
	(LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define FS_V2 ((1ull << 14) - 1) /* all up to moving between folders */
#define FS_OF_FILES (LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | \
		     LANDLOCK_ACCESS_FS_WRITE_FILE | FS_TRUNCATE | FS_IOCTL_DEV)

struct ruleset_attr {
	uint64_t fs, net, scoped;
};

struct rules {
	int fd;
	uint64_t handled;
};

int landlock_abi(void)
{
	long v = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);

	return v > 0 ? (int)v : 0;
}

/* What an older kernel does not know must not be asked of it, and its struct is shorter. */
static int open_rules(struct rules *r, int abi)
{
	struct ruleset_attr a = { .fs = FS_V2 };
	size_t size = sizeof(a.fs);

	a.fs |= (abi >= 3 ? FS_TRUNCATE : 0) | (abi >= 5 ? FS_IOCTL_DEV : 0);
	if (abi >= 4) {
		a.net = NET_BIND | NET_CONNECT;
		size = 2 * sizeof(uint64_t);
	}
	if (abi >= 6) {
		a.scoped = SCOPE_UNIX | SCOPE_SIGNAL;
		size = sizeof(a);
	}
	r->handled = a.fs;
	r->fd = (int)syscall(SYS_landlock_create_ruleset, &a, size, 0);
	return r->fd;
}

static int allow(const struct rules *r, const char *path, uint64_t access)
{
	struct landlock_path_beneath_attr b = { .parent_fd = open(path, O_PATH | O_CLOEXEC) };
	struct stat st;
	int rc;

	if (b.parent_fd < 0 || fstat(b.parent_fd, &st) < 0)
		return -1;
	if (!S_ISDIR(st.st_mode))
		access &= FS_OF_FILES;
	b.allowed_access = access & r->handled;
	rc = (int)syscall(SYS_landlock_add_rule, r->fd, LANDLOCK_RULE_PATH_BENEATH, &b, 0);
	close(b.parent_fd);
	return rc;
}

static void allow_base(const struct rules *r, bool compiler)
{
	struct base_view v;

	base_view_fill(&v, compiler);
	for (size_t i = 0; i < v.dirs.n; i++)
		allow(r, v.dirs.v[i], FS_READ);
	for (size_t i = 0; sandbox_devices[i]; i++)
		allow(r, sandbox_devices[i],
		      LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | FS_TRUNCATE);
	base_view_release(&v);
}

int landlock_ruleset(const struct sandbox *sb, const struct sandbox_spec *spec, const char *tmp,
		     struct sbuf *err)
{
	struct rules r;

	if (open_rules(&r, sb->abi) < 0)
		return error(err, "Landlock cannot be used: %s.", strerror(errno));
	allow_base(&r, spec->compiler);
	for (size_t i = 0; i < spec->n_binds; i++) {
		const struct sandbox_bind *b = &spec->binds[i];

		if (b->at && !streq(b->at, b->path)) {
			close(r.fd);
			return error(err, "At this level of the sandbox %s can only be seen at its own "
					  "place.", b->path);
		}
		if (allow(&r, b->path, b->writable ? r.handled : FS_READ) < 0) {
			close(r.fd);
			return error(err, "%s cannot be allowed: %s.", b->path, strerror(errno));
		}
	}
	if (allow(&r, tmp, r.handled) == 0)
		return r.fd;
	close(r.fd);
	return error(err, "%s cannot be allowed: %s.", tmp, strerror(errno));
}

static bool closed_to_others(const char *path)
{
	struct stat st;
	char *p = xstrdup(path);
	bool closed = false;

	for (char *slash = strchr(p + 1, '/'); slash && !closed; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		closed = !stat(p, &st) && !(st.st_mode & S_IXOTH);
		*slash = '/';
	}
	free(p);
	return closed;
}

bool landlock_needs_dac(const struct sandbox_spec *spec)
{
	for (size_t i = 0; i < spec->n_binds; i++)
		if (closed_to_others(spec->binds[i].path))
			return true;
	return false;
}
