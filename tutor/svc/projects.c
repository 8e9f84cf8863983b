#include "svc/projects.h"

#include <archive.h>
#include <archive_entry.h>
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/utf8.h"
#include "svc/app.h"

#define FILES_MAX 500
#define FILE_MAX (4u << 20)
#define RECORD_MAX (4u << 20)

struct project {
	char *id, *dir, *work;
	char *description;
	int lock;
	int64_t created;
};

static char *all_projects(struct app *app)
{
	return path_join(app_dir(app, APP_STATE), "projects");
}

static bool id_ok(const char *id)
{
	size_t n = strspn(id, "0123456789abcdef");

	return n == PROJECT_ID_LEN && !id[n];
}

static char *project_dir(struct app *app, const char *id)
{
	char *all = all_projects(app), *dir = path_join(all, id);

	free(all);
	return dir;
}

static int new_id(char *out, struct sbuf *err)
{
	unsigned char raw[PROJECT_ID_LEN / 2];

	if (getentropy(raw, sizeof(raw)) < 0)
		return error(err, "There are no random numbers: %s.", strerror(errno));
	for (size_t i = 0; i < sizeof(raw); i++)
		snprintf(out + 2 * i, 3, "%02x", raw[i]);
	return 0;
}

/* Is somebody making it? The lock goes with its process, however that ended. */
static bool is_locked(const char *dir)
{
	char *path = path_join(dir, "lock");
	int fd = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
	bool held = fd >= 0 && flock(fd, LOCK_SH | LOCK_NB) < 0 && errno == EWOULDBLOCK;

	if (fd >= 0)
		close(fd);
	free(path);
	return held;
}

/* When it was changed last, in nanoseconds. */
static int64_t time_of(const char *path)
{
	struct stat st;

	return lstat(path, &st) < 0 ? 0 : (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec;
}

/* The oldest that nobody is making goes, until there is room for one more. */
static void make_room(const char *all)
{
	struct strv names = STRV_INIT;

	file_list(all, &names, NULL);
	for (size_t left = names.n; left >= PROJECTS_MAX; left--) {
		char *oldest = NULL;
		int64_t when = INT64_MAX;

		for (size_t i = 0; i < names.n; i++) {
			char *dir = path_join(all, names.v[i]);

			if (file_is_dir(dir) && time_of(dir) < when && !is_locked(dir)) {
				when = time_of(dir);
				free(oldest);
				oldest = dir;
			} else {
				free(dir);
			}
		}
		if (!oldest)
			break;
		file_remove_tree(oldest, NULL);
		free(oldest);
	}
	strv_release(&names);
}

static void project_free(struct project *p)
{
	file_remove_tree(p->work, NULL);
	if (p->lock >= 0)
		close(p->lock);
	free(p->description);
	free(p->work);
	free(p->dir);
	free(p->id);
	free(p);
}

static int take_lock(struct project *p, struct sbuf *err)
{
	char *path = path_join(p->dir, "lock");
	int rc = 0;

	p->lock = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (p->lock < 0 || flock(p->lock, LOCK_EX | LOCK_NB) < 0)
		rc = error(err, "Cannot keep a project in %s: %s.", p->dir, strerror(errno));
	free(path);
	return rc;
}

struct project *project_begin(struct app *app, const char *description, struct sbuf *err)
{
	struct project *p = xcalloc(1, sizeof(*p));
	char id[PROJECT_ID_LEN + 1], *all = all_projects(app);
	int rc = app_dir_ready(app, APP_STATE, err);

	p->lock = -1;
	p->created = clock_now();
	p->description = xstrdup(description);
	if (!rc)
		rc = file_mkdirs(all, err);
	if (!rc) {
		make_room(all);
		rc = new_id(id, err);
	}
	p->id = xstrdup(rc ? "" : id);
	p->dir = path_join(all, p->id);
	p->work = path_join(p->dir, "work");
	if (!rc && mkdir(p->dir, 0700) < 0)
		rc = error(err, "Cannot keep a project in %s: %s.", all, strerror(errno));
	if (!rc)
		rc = take_lock(p, err);
	if (!rc)
		rc = file_mkdirs(p->work, err);
	free(all);
	if (!rc) {
		project_says(p, "generating", "It is being made.");
		return p;
	}
	p->work[0] = '\0'; /* nothing of ours stands there */
	project_free(p);
	return NULL;
}

const char *project_id(const struct project *p)
{
	return p->id;
}

const char *project_work(const struct project *p)
{
	return p->work;
}

static int write_record(struct project *p, struct json *j, struct sbuf *err)
{
	char *path = path_join(p->dir, "status.json");
	struct sbuf text = SBUF_INIT;
	int rc;

	json_write(j, true, &text);
	rc = file_write_atomic(path, text.buf, text.len, err);
	sbuf_release(&text);
	free(path);
	return rc;
}

static void set_head(const struct project *p, struct json *j, const char *status, const char *message)
{
	json_set_str(j, "project_id", p->id);
	json_set_str(j, "status", status);
	if (message)
		json_set_str(j, "message", message);
	json_set_str(j, "description", p->description);
	json_set_num(j, "created", (double)p->created);
}

void project_says(struct project *p, const char *status, const char *message)
{
	struct json *j = json_object();

	set_head(p, j, status, message);
	write_record(p, j, NULL); /* only news: the end is told for certain */
	json_free(j);
}

int project_end(struct project *p, const char *status, struct json *record_take, const struct repair_file *files, size_t n,
		struct sbuf *err)
{
	char *to = path_join(p->dir, "files");
	int rc = n ? project_write(to, files, n, err) : 0;

	set_head(p, record_take, rc ? "failed" : status, NULL);
	if (write_record(p, record_take, rc ? NULL : err) < 0)
		rc = -1;
	json_free(record_take);
	free(to);
	project_free(p);
	return rc;
}

/* Reading. */

static void add_files(const char *dir, struct json *j)
{
	char *path = path_join(dir, "files");
	struct strv names = STRV_INIT;

	if (file_is_dir(path))
		file_walk(path, FILES_MAX, &names, NULL);
	json_set_strv(j, "files", &names);
	strv_release(&names);
	free(path);
}

struct json *project_read(struct app *app, const char *id, struct sbuf *err)
{
	char *dir = id_ok(id) ? project_dir(app, id) : NULL, *path = dir ? path_join(dir, "status.json") : NULL;
	struct sbuf text = SBUF_INIT;
	struct json *j = NULL;
	const char *status;

	if (path && file_exists(path) && !file_read(path, RECORD_MAX, &text, NULL))
		j = json_parse(text.buf, text.len, NULL);
	if (!json_is_object(j)) {
		json_free(j);
		j = NULL;
		error(err, "There is no project %.40s; generate gives its number, and only the last %d are kept.", id, PROJECTS_MAX);
	} else {
		status = json_get_str(j, "status", "failed");
		if ((streq(status, "generating") || streq(status, "compiling")) && !is_locked(dir)) {
			json_set_str(j, "status", "failed");
			json_set_str(j, "message", "It was interrupted before it was made; start it again.");
		}
		add_files(dir, j);
	}
	sbuf_release(&text);
	free(path);
	free(dir);
	return j;
}

char *project_files(struct app *app, const char *id, struct sbuf *err)
{
	struct json *j = project_read(app, id, err);
	char *dir, *files;

	if (!j)
		return NULL;
	dir = project_dir(app, id);
	files = path_join(dir, "files");
	if (!file_is_dir(files)) {
		error(err, "The project has no files: %s", json_get_str(j, "message", "it is not made yet."));
		free(files);
		files = NULL;
	}
	free(dir);
	json_free(j);
	return files;
}

/* Writing. */

int project_out_free(const char *out, struct sbuf *err)
{
	struct strv names = STRV_INIT;
	struct stat st;
	int rc = 0;

	if (!*out)
		return error(err, "The name of a folder is needed.");
	if (lstat(out, &st) < 0)
		return errno == ENOENT ? 0 : error(err, "%s cannot be looked at: %s.", out, strerror(errno));
	if (S_ISLNK(st.st_mode))
		return error(err, "%s is a symbolic link; name a new folder.", out);
	if (!S_ISDIR(st.st_mode) || file_list(out, &names, NULL) < 0 || names.n)
		rc = error(err, "%s is there already and is no empty folder; a project is written to a new one.", out);
	strv_release(&names);
	return rc;
}

static int put_all(const char *dir, const struct repair_file *files, size_t n, struct sbuf *err)
{
	int rc = 0;

	for (size_t i = 0; i < n && !rc; i++) {
		char *to = path_join(dir, files[i].name), *folder = path_dir(to);

		if (!path_is_safe(files[i].name) || files[i].len > FILE_MAX)
			rc = error(err, "A file of a project cannot be called that, or is too large.");
		if (!rc)
			rc = file_mkdirs(folder, err);
		if (!rc)
			rc = file_write(to, files[i].text, files[i].len, err);
		free(folder);
		free(to);
	}
	return rc;
}

int project_write(const char *out, const struct repair_file *files, size_t n, struct sbuf *err)
{
	char *tmp = xstrfmt("%s.XXXXXX", out);
	int rc = project_out_free(out, err);

	if (!rc && !mkdtemp(tmp)) {
		rc = error(err, "Cannot make a folder beside %s: %s.", out, strerror(errno));
	} else if (!rc) {
		rc = put_all(tmp, files, n, err);
		if (!rc && chmod(tmp, 0755) < 0)
			rc = error(err, "Cannot make %s readable: %s.", tmp, strerror(errno));
		if (!rc && rename(tmp, out) < 0)
			rc = error(err, "Cannot write %s: %s.", out, strerror(errno));
		if (rc)
			file_remove_tree(tmp, NULL);
	}
	free(tmp);
	return rc;
}

static int add_to_zip(struct archive *zip, const char *dir, const char *name, const char *rel, struct sbuf *err)
{
	char *path = path_join(dir, rel), *inside = xstrfmt("%s/%s", name, rel);
	struct archive_entry *e = archive_entry_new();
	struct sbuf text = SBUF_INIT;
	int rc = file_read(path, FILE_MAX, &text, err);

	if (!rc) {
		archive_entry_set_pathname(e, inside);
		archive_entry_set_size(e, (int64_t)text.len);
		archive_entry_set_filetype(e, AE_IFREG);
		archive_entry_set_perm(e, 0644);
		archive_entry_set_mtime(e, time_of(path) / 1000000000, 0);
		if (archive_write_header(zip, e) != ARCHIVE_OK ||
		    archive_write_data(zip, text.buf, text.len) != (ssize_t)text.len)
			rc = error(err, "The zip cannot be written: %s.", archive_error_string(zip));
	}
	archive_entry_free(e);
	sbuf_release(&text);
	free(inside);
	free(path);
	return rc;
}

int project_zip(const char *dir, const char *name, const char *out, struct sbuf *err)
{
	struct archive *zip = archive_write_new();
	char *tmp = xstrfmt("%s.XXXXXX", out);
	struct strv names = STRV_INIT;
	int fd = mkostemp(tmp, O_CLOEXEC), rc = file_walk(dir, FILES_MAX, &names, err);

	if (fd < 0)
		rc = error(err, "Cannot write %s: %s.", out, strerror(errno));
	archive_write_set_format_zip(zip);
	if (!rc && archive_write_open_fd(zip, fd) != ARCHIVE_OK)
		rc = error(err, "The zip cannot be written: %s.", archive_error_string(zip));
	for (size_t i = 0; i < names.n && !rc; i++)
		rc = add_to_zip(zip, dir, name, names.v[i], err);
	if (archive_write_close(zip) != ARCHIVE_OK && !rc)
		rc = error(err, "The zip cannot be written: %s.", archive_error_string(zip));
	archive_write_free(zip);
	if (!rc && (fchmod(fd, 0644) < 0 || fsync(fd) < 0 || rename(tmp, out) < 0))
		rc = error(err, "Cannot write %s: %s.", out, strerror(errno));
	if (fd >= 0)
		close(fd);
	if (rc && fd >= 0)
		unlink(tmp);
	strv_release(&names);
	free(tmp);
	return rc;
}
