#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/utf8.h"

/* cut: what is beyond max is left out, else it is an error. */
static int read_fd(int fd, const char *path, size_t max, bool cut, struct sbuf *out, struct sbuf *err)
{
	size_t start = out->len;
	ssize_t n;

	for (;;) {
		sbuf_grow(out, 65536);
		n = read(fd, out->buf + out->len, 65536);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return error(err, "Cannot read %s: %s.", path, strerror(errno));
		if (!n)
			return 0;
		sbuf_setlen(out, out->len + (size_t)n);
		if (out->len - start >= max && cut) {
			sbuf_setlen(out, start + max);
			return 0;
		}
		if (out->len - start > max) {
			sbuf_setlen(out, start);
			return error(err, "%s is larger than %zu bytes, the most that is read here.", path, max);
		}
	}
}

static int read_path(const char *path, size_t max, bool cut, struct sbuf *out, struct sbuf *err)
{
	struct stat st;
	int fd, rc;

	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0)
		return error(err, errno == ENOENT ? "There is no file %s." : "Cannot open %s: %s.", path,
			     strerror(errno));
	if (fstat(fd, &st) < 0)
		rc = error(err, "Cannot look at %s: %s.", path, strerror(errno));
	else if (S_ISDIR(st.st_mode))
		rc = error(err, "%s is a directory, not a file.", path);
	else if (!S_ISREG(st.st_mode))
		rc = error(err, "%s is not a regular file.", path);
	else
		rc = read_fd(fd, path, max, cut, out, err);
	close(fd);
	return rc;
}

int file_read(const char *path, size_t max, struct sbuf *out, struct sbuf *err)
{
	return read_path(path, max, false, out, err);
}

int file_read_start(const char *path, size_t max, struct sbuf *out, struct sbuf *err)
{
	return read_path(path, max, true, out, err);
}

int file_read_text(const char *path, size_t max, const char *what, struct sbuf *out, struct sbuf *err)
{
	size_t start = out->len, bad;

	if (file_read(path, max, out, err) < 0)
		return -1;
	if (out->len == start)
		return error(err, "%s is empty; %s was expected.", path, what);
	if (memchr(out->buf + start, '\0', out->len - start)) {
		sbuf_setlen(out, start);
		return error(err, "%s has NUL bytes; it is not %s.", path, what);
	}
	if (!utf8_valid(out->buf + start, out->len - start, &bad)) {
		sbuf_setlen(out, start);
		return error(err, "%s is not UTF-8 text (byte %zu); %s was expected.", path, bad, what);
	}
	return 0;
}

static int write_all(int fd, const char *p, size_t len)
{
	ssize_t n;

	while (len) {
		n = write(fd, p, len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		p += n;
		len -= (size_t)n;
	}
	return 0;
}

int file_write(const char *path, const void *p, size_t len, struct sbuf *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	int rc = 0;

	if (fd < 0)
		return error(err, "Cannot write %s: %s.", path, strerror(errno));
	if (write_all(fd, p, len) < 0)
		rc = error(err, "Cannot write %s: %s.", path, strerror(errno));
	if (close(fd) < 0 && !rc)
		rc = error(err, "Cannot write %s: %s.", path, strerror(errno));
	return rc;
}

int file_write_atomic(const char *path, const void *p, size_t len, struct sbuf *err)
{
	char *tmp = xstrfmt("%s.XXXXXX", path);
	int fd = mkostemp(tmp, O_CLOEXEC);
	struct stat st;
	mode_t mask = umask(0);
	int rc = 0;

	umask(mask);
	if (fd < 0) {
		rc = error(err, "Cannot write %s: %s.", path, strerror(errno));
		free(tmp);
		return rc;
	}
	if (fchmod(fd, !stat(path, &st) ? st.st_mode & 07777 : 0666 & ~mask) < 0 ||
	    write_all(fd, p, len) < 0 || fsync(fd) < 0)
		rc = error(err, "Cannot write %s: %s.", path, strerror(errno));
	close(fd);
	if (!rc && rename(tmp, path) < 0)
		rc = error(err, "Cannot write %s: %s.", path, strerror(errno));
	if (rc)
		unlink(tmp);
	free(tmp);
	return rc;
}

int file_copy(const char *from, const char *to, size_t max, struct sbuf *err)
{
	struct sbuf data = SBUF_INIT;
	int rc = file_read(from, max, &data, err);

	if (!rc)
		rc = file_write(to, data.buf, data.len, err);
	sbuf_release(&data);
	return rc;
}

bool file_exists(const char *path)
{
	return !access(path, F_OK);
}

bool file_is_dir(const char *path)
{
	struct stat st;

	return !stat(path, &st) && S_ISDIR(st.st_mode);
}

int file_mkdirs(const char *path, struct sbuf *err)
{
	char *p = xstrdup(path), *slash = p;
	int rc = 0;

	while (!rc && (slash = strchr(slash + 1, '/'))) {
		*slash = '\0';
		if (mkdir(p, 0777) < 0 && errno != EEXIST && !file_is_dir(p))
			rc = error(err, "Cannot make the folder %s: %s.", p, strerror(errno));
		*slash = '/';
	}
	if (!rc && mkdir(p, 0777) < 0 && !(errno == EEXIST && file_is_dir(p)))
		rc = error(err, "Cannot make the folder %s: %s.", p, strerror(errno));
	free(p);
	return rc;
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

int file_remove_tree(const char *path, struct sbuf *err)
{
	struct stat st;

	if (lstat(path, &st) < 0)
		return errno == ENOENT ? 0 : error(err, "Cannot look at %s: %s.", path, strerror(errno));
	if (nftw(path, remove_one, 32, FTW_DEPTH | FTW_PHYS | FTW_MOUNT) != 0)
		return error(err, "Cannot remove %s: %s.", path, strerror(errno));
	return 0;
}

char *file_make_temp_dir(const char *prefix, struct sbuf *err)
{
	const char *tmp = getenv("TMPDIR");
	char *path = xstrfmt("%s/%s.XXXXXX", tmp && *tmp == '/' ? tmp : "/tmp", prefix);

	if (mkdtemp(path))
		return path;
	error(err, "Cannot make a temporary folder %s: %s.", path, strerror(errno));
	free(path);
	return NULL;
}

int file_list(const char *dir, struct strv *names, struct sbuf *err)
{
	struct dirent *e;
	DIR *d = opendir(dir);

	if (!d)
		return error(err, errno == ENOENT ? "There is no folder %s." : "Cannot read the folder %s: %s.",
			     dir, strerror(errno));
	while ((e = readdir(d)))
		if (e->d_name[0] != '.')
			strv_push(names, e->d_name);
	closedir(d);
	strv_sort(names);
	return 0;
}

static int walk(const char *root, const char *rel, int depth, size_t max, struct strv *paths, struct sbuf *err)
{
	struct strv names = STRV_INIT;
	char *dir = path_join(root, rel);
	int rc = depth > 32 ? error(err, "%s is nested too deep.", dir) : file_list(dir, &names, err);

	for (size_t i = 0; i < names.n && !rc; i++) {
		char *sub = *rel ? xstrfmt("%s/%s", rel, names.v[i]) : xstrdup(names.v[i]);
		char *full = path_join(root, sub);
		struct stat st;

		if (lstat(full, &st) == 0 && S_ISDIR(st.st_mode)) {
			rc = walk(root, sub, depth + 1, max, paths, err);
		} else if (S_ISREG(st.st_mode)) {
			if (paths->n >= max)
				rc = error(err, "%s holds more than %zu files.", root, max);
			else
				strv_push(paths, sub);
		}
		free(full);
		free(sub);
	}
	strv_release(&names);
	free(dir);
	return rc;
}

int file_walk(const char *dir, size_t max, struct strv *paths, struct sbuf *err)
{
	int rc = walk(dir, "", 0, max, paths, err);

	strv_sort(paths);
	return rc;
}

const char *user_home(void)
{
	const char *home = getenv("HOME");
	const struct passwd *pw;

	if (home && *home == '/')
		return home;
	pw = getpwuid(getuid());
	return pw && pw->pw_dir && *pw->pw_dir == '/' ? pw->pw_dir : "/dev/null"; /* where no folder can be made */
}

char *path_join(const char *a, const char *b)
{
	size_t n = strlen(a);

	if (*b == '/')
		return xstrdup(b);
	if (!*b)
		return xstrdup(a);
	return xstrfmt("%s%s%s", a, n && a[n - 1] == '/' ? "" : "/", b);
}

const char *path_base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

char *path_dir(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return xstrdup(".");
	return slash == path ? xstrdup("/") : xmemdupz(path, (size_t)(slash - path));
}

char *path_absolute(const char *path)
{
	char *cwd, *full;

	if (*path == '/')
		return xstrdup(path);
	cwd = getcwd(NULL, 0);
	full = path_join(cwd ? cwd : "/", path);
	free(cwd);
	return full;
}

bool path_is_safe(const char *rel)
{
	const char *p = rel;
	size_t n;

	if (!*rel || strlen(rel) > 4096)
		return false;
	for (const char *c = rel; *c; c++)
		if ((unsigned char)*c < 0x20 || *c == 0x7f || *c == '\\')
			return false;
	for (;;) {
		n = strcspn(p, "/");
		if (!n || (n == 1 && *p == '.') || (n == 2 && !memcmp(p, "..", 2)))
			return false;
		if (!p[n])
			return true;
		p += n + 1;
	}
}
