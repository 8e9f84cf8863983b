/* Reading what is to be repaired, and writing it back: whole or not at all. */
#include <errno.h>
#include <limits.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "svc/app.h"
#include "svc/repair.h"

#define PROJECT_MAX_FILES 2000
#define PROJECT_MAX_BYTES (4u << 20)
#define COPY_MAX_FILE (16u << 20)

void repair_target_release(struct repair_target *t)
{
	for (size_t i = 0; i < t->n_files; i++) {
		free(t->files[i].name);
		free(t->files[i].text);
	}
	free(t->files);
	free(t->path);
	free(t->root);
	memset(t, 0, sizeof(*t));
}

static int add_file(struct repair_target *t, const char *path, const char *name, bool locked, struct sbuf *err)
{
	struct sbuf text = SBUF_INIT;
	struct repair_file *f;

	if (file_read_text(path, REPAIR_MAX_FILE, "a Rust source file", &text, err) < 0) {
		sbuf_release(&text);
		return -1;
	}
	t->files = xrealloc(t->files, (t->n_files + 1) * sizeof(*t->files));
	f = &t->files[t->n_files++];
	f->name = xstrdup(name);
	f->locked = locked;
	f->text = sbuf_detach(&text, &f->len);
	return 0;
}

static bool is_source(const char *rel)
{
	return ends_with(rel, ".rs") && !starts_with(rel, "target/");
}

static bool is_locked(const char *rel)
{
	return starts_with(rel, "tests/") || starts_with(rel, "benches/") || strstr(rel, "/tests/") || strstr(rel, "/benches/");
}

static int load_project(struct repair_target *t, struct sbuf *err)
{
	struct strv paths = STRV_INIT;
	int rc = file_walk(t->root, PROJECT_MAX_FILES, &paths, err);
	size_t bytes = 0;

	for (size_t i = 0; i < paths.n && !rc; i++) {
		char *full = path_join(t->root, paths.v[i]);
		struct stat st;

		/* An empty file has nothing to mend; rustc reads it from the project's copy. */
		if (is_source(paths.v[i]) && !lstat(full, &st) && st.st_size) {
			if (t->n_files >= REPAIR_MAX_FILES || (bytes += (size_t)st.st_size) > PROJECT_MAX_BYTES)
				rc = error(err, "%s has more than %d Rust files or 4 MiB of them; that is too much to repair at once.",
					   t->path, REPAIR_MAX_FILES);
			else
				rc = add_file(t, full, paths.v[i], is_locked(paths.v[i]), err);
		}
		free(full);
	}
	if (!rc && !t->n_files)
		rc = error(err, "There is no Rust file in %s.", t->path);
	strv_release(&paths);
	return rc;
}

/* The name under which a check compiles a single file: its own, unless that is odd. */
static const char *compile_name(const char *path)
{
	const char *base = path_base(path);

	if (!path_is_safe(base) || *base == '-' || !ends_with(base, ".rs") || streq(base, "tests.rs") || streq(base, "probe.rs"))
		return "main.rs";
	return base;
}

static int is_link(const char *path, struct sbuf *err)
{
	struct stat st;

	if (!lstat(path, &st) && S_ISLNK(st.st_mode))
		return error(err, "%s is a symbolic link; name the file or folder itself.", path);
	return 0;
}

static char *without_slashes(const char *path)
{
	size_t n = strlen(path);

	while (n > 1 && path[n - 1] == '/')
		n--;
	return xmemdupz(path, n);
}

int repair_load(const char *path, struct repair_target *t, struct sbuf *err)
{
	char *manifest;
	int rc;

	memset(t, 0, sizeof(*t));
	t->path = without_slashes(path);
	t->root = path_absolute(t->path);
	if (is_link(t->path, err) < 0)
		return -1;
	if (!file_is_dir(t->path))
		return add_file(t, t->path, compile_name(t->path), false, err);
	manifest = path_join(t->path, "Cargo.toml");
	t->project = true;
	if (!file_exists(manifest) || file_is_dir(manifest))
		rc = error(err, "%s is a directory without a Cargo.toml; name a file or a Cargo project.", path);
	else
		rc = load_project(t, err);
	free(manifest);
	return rc;
}

static char *disk_path(const struct repair_target *t, size_t i)
{
	return t->project ? path_join(t->root, t->files[i].name) : xstrdup(t->root);
}

/* Every folder below the project's root, and the file: real, and the file writable. */
static int look_at(const struct repair_target *t, size_t i, struct sbuf *err)
{
	char *path = disk_path(t, i), *slash = path + strlen(t->root);
	struct stat st;
	int rc = 0;

	while (t->project && !rc && (slash = strchr(slash + 1, '/'))) {
		*slash = '\0';
		rc = is_link(path, err);
		*slash = '/';
	}
	if (!rc)
		rc = is_link(path, err);
	if (!rc && (lstat(path, &st) < 0 || !S_ISREG(st.st_mode)))
		rc = error(err, "%s is not there any more.", path);
	if (!rc && (!(st.st_mode & 0222) || access(path, W_OK) < 0))
		rc = error(err, "%s is read-only; --out writes the result to another place.", path);
	free(path);
	return rc;
}

int repair_may_write(const struct repair_target *t, struct sbuf *err)
{
	int rc = 0;

	for (size_t i = 0; i < t->n_files && !rc; i++) {
		char *path = disk_path(t, i), *dir = path_dir(path);

		rc = t->files[i].locked ? 0 : look_at(t, i, err);
		if (!rc && access(dir, W_OK) < 0)
			rc = error(err, "The folder %s is read-only; --out writes the result to another place.", dir);
		free(dir);
		free(path);
	}
	return rc;
}

static int still_the_same(const struct repair_target *t, size_t i, struct sbuf *err)
{
	char *path = disk_path(t, i);
	struct sbuf now = SBUF_INIT;
	int rc = look_at(t, i, err);

	if (!rc)
		rc = file_read(path, REPAIR_MAX_FILE, &now, err);
	if (!rc && (now.len != t->files[i].len || memcmp(now.buf, t->files[i].text, now.len)))
		rc = error(err, "%s was changed while it was being repaired, so nothing was written; start again.", path);
	sbuf_release(&now);
	free(path);
	return rc;
}

/* A new folder in the state folder; its name is the time and a number, so that old ones stay. */
static char *backup_folder(struct app *app, struct sbuf *err)
{
	time_t now = (time_t)clock_now();
	struct tm tm;
	char stamp[32];
	char *all, *dir = NULL;

	if (app_dir_ready(app, APP_STATE, err) < 0)
		return NULL;
	all = path_join(app_dir(app, APP_STATE), "repair");
	localtime_r(&now, &tm);
	strftime(stamp, sizeof(stamp), "%Y%m%d-%H%M%S", &tm);
	if (!file_mkdirs(all, err)) {
		dir = xstrfmt("%s/%s.XXXXXX", all, stamp);
		if (!mkdtemp(dir)) {
			error(err, "Cannot keep the originals in %s: %s.", all, strerror(errno));
			free(dir);
			dir = NULL;
		}
	}
	free(all);
	return dir;
}

static int put(const char *dir, const char *name, const char *text, size_t len, bool atomic, struct sbuf *err)
{
	char *to = path_join(dir, name), *folder = path_dir(to);
	int rc = file_mkdirs(folder, err);

	if (!rc)
		rc = atomic ? file_write_atomic(to, text, len, err) : file_write(to, text, len, err);
	free(folder);
	free(to);
	return rc;
}

int repair_write_back(struct app *app, const struct repair_target *t, const struct repair_outcome *o, char **backup,
		      struct sbuf *err)
{
	int rc = 0;

	*backup = NULL;
	for (size_t i = 0; i < t->n_files && !rc; i++)
		if (o->changed[i])
			rc = still_the_same(t, i, err);
	if (!rc && !(*backup = backup_folder(app, err)))
		rc = -1;
	for (size_t i = 0; i < t->n_files && !rc; i++)
		if (o->changed[i])
			rc = put(*backup, t->files[i].name, t->files[i].text, t->files[i].len, true, err);
	for (size_t i = 0; i < t->n_files && !rc; i++)
		if (o->changed[i]) {
			char *path = disk_path(t, i);

			rc = file_write_atomic(path, o->files[i].text, o->files[i].len, err);
			free(path);
		}
	return rc;
}

static int out_is_free(const char *out, struct sbuf *err)
{
	struct strv names = STRV_INIT;
	int rc = 0;

	if (is_link(out, err) < 0)
		return -1;
	if (!file_exists(out))
		return 0;
	if (!file_is_dir(out) || file_list(out, &names, NULL) < 0 || names.n)
		rc = error(err, "%s is there already and is no empty folder; a project is written to a new one.", out);
	strv_release(&names);
	return rc;
}

/* Files first into a folder beside it, which then takes the name: never half a project. */
static int write_project(const struct repair_target *t, const struct repair_outcome *o, const char *out, struct sbuf *err)
{
	struct strv paths = STRV_INIT;
	char *tmp = xstrfmt("%s.XXXXXX", out);
	int rc = mkdtemp(tmp) ? file_walk(t->root, PROJECT_MAX_FILES, &paths, err)
			      : error(err, "Cannot make a folder beside %s: %s.", out, strerror(errno));

	for (size_t i = 0; i < paths.n && !rc; i++) {
		char *from = path_join(t->root, paths.v[i]), *to = path_join(tmp, paths.v[i]), *dir = path_dir(to);

		if (!starts_with(paths.v[i], "target/"))
			rc = file_mkdirs(dir, err) < 0 ? -1 : file_copy(from, to, COPY_MAX_FILE, err);
		free(dir);
		free(to);
		free(from);
	}
	for (size_t i = 0; i < o->n_files && !rc; i++)
		if (o->changed[i])
			rc = put(tmp, o->files[i].name, o->files[i].text, o->files[i].len, false, err);
	if (!rc && chmod(tmp, 0755) < 0)
		rc = error(err, "Cannot make %s readable: %s.", tmp, strerror(errno));
	if (!rc && rename(tmp, out) < 0)
		rc = error(err, "Cannot write %s: %s.", out, strerror(errno));
	if (rc)
		file_remove_tree(tmp, NULL);
	strv_release(&paths);
	free(tmp);
	return rc;
}

int repair_write_out(const struct repair_target *t, const struct repair_outcome *o, const char *out, struct sbuf *err)
{
	char *to = without_slashes(out), *file;
	int rc;

	if (t->project) {
		rc = out_is_free(to, err) < 0 ? -1 : write_project(t, o, to, err);
	} else {
		file = file_is_dir(to) ? path_join(to, path_base(t->path)) : xstrdup(to);
		rc = is_link(file, err) < 0 ? -1 : file_write_atomic(file, o->files[0].text, o->files[0].len, err);
		free(file);
	}
	free(to);
	return rc;
}
