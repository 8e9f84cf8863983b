#include "svc/work.h"

#include "base/clock.h"
#include "base/file.h"
#include "store/learner.h"
#include "svc/app.h"

#define ANSWER_NAME "answer.txt"
#define CODE_NAME "exercise.rs"

static char *folder(const struct app *app, const struct exercise *e)
{
	return xstrfmt("%s/%s%s%s", app_dir(app, APP_WORK), e->id, e->variant ? "@" : "", e->variant ? e->variant : "");
}

char *work_path(const struct app *app, const struct exercise *e)
{
	char *dir = folder(app, e), *path;

	if (e->kind == KIND_PROJECT)
		return dir;
	path = path_join(dir, kind_is_predict(e->kind) ? ANSWER_NAME : CODE_NAME);
	free(dir);
	return path;
}

char *work_exercise_at(const struct app *app, const char *path)
{
	char *full = path_absolute(path), *id = NULL;
	const char *root = app_dir(app, APP_WORK);
	size_t n = strlen(root);

	if (starts_with(full, root) && full[n] == '/' && streq(path_base(full), CODE_NAME)) {
		id = path_dir(full + n + 1);
		if (strchr(id, '@') || !strchr(id, '/')) {
			free(id);
			id = NULL;
		}
	}
	free(full);
	return id;
}

static int copy_project(const struct exercise *e, const char *to, struct sbuf *err)
{
	int rc = 0;

	for (size_t i = 0; i < e->starter_files.n && !rc; i++) {
		char *from = xstrfmt("%s/starter/%s", e->dir, e->starter_files.v[i]);
		char *dest = path_join(to, e->starter_files.v[i]), *dir = path_dir(dest);

		rc = file_mkdirs(dir, err);
		if (!rc)
			rc = file_copy(from, dest, EXERCISE_FILE_MAX, err);
		free(dir);
		free(dest);
		free(from);
	}
	return rc;
}

static int put_starter(struct app *app, const struct exercise *e, const char *path, struct sbuf *err)
{
	const char *text = kind_is_predict(e->kind) ? "" : e->starter ? e->starter : "";
	char *dir = folder(app, e);
	int rc = app_dir_ready(app, APP_WORK, err);

	if (!rc)
		rc = file_mkdirs(dir, err);
	if (!rc)
		rc = e->kind == KIND_PROJECT ? copy_project(e, path, err)
					     : file_write_atomic(path, text, strlen(text), err);
	free(dir);
	return rc;
}

char *work_ensure(struct app *app, const struct exercise *e, struct sbuf *err)
{
	char *path = work_path(app, e);

	if (file_exists(path) || !put_starter(app, e, path, err))
		return path;
	free(path);
	return NULL;
}

/* The one file of a project that stands for it where a single text is needed. */
static char *main_file(const char *path)
{
	static const char *const names[] = { "src/main.rs", "src/lib.rs" };

	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		char *file = path_join(path, names[i]);

		if (file_exists(file))
			return file;
		free(file);
	}
	return path_join(path, "src/main.rs");
}

static char *text_file(struct app *app, const struct exercise *e, struct sbuf *err)
{
	char *path = work_ensure(app, e, err), *file;

	if (!path || e->kind != KIND_PROJECT)
		return path;
	file = main_file(path);
	free(path);
	return file;
}

int work_read(struct app *app, const struct exercise *e, struct sbuf *out, struct sbuf *err)
{
	char *file = text_file(app, e, err);
	int rc = file ? file_read(file, EXERCISE_FILE_MAX, out, err) : -1;

	free(file);
	return rc;
}

int work_write(struct app *app, const struct exercise *e, const char *text, size_t len, struct sbuf *err)
{
	char *file = text_file(app, e, err);
	int rc = file ? file_write_atomic(file, text, len, err) : -1;

	free(file);
	return rc;
}

int work_reset(struct app *app, const struct exercise *e, struct sbuf *err)
{
	struct learner *l = app_learner(app, err);
	char *path = work_path(app, e), *file = NULL;
	struct sbuf old = SBUF_INIT;
	int rc = l ? 0 : -1;

	if (!rc && file_exists(path)) {
		file = e->kind == KIND_PROJECT ? main_file(path) : xstrdup(path);
		rc = file_read(file, EXERCISE_FILE_MAX, &old, err);
		if (!rc)
			rc = learner_backup_push(l, e->id, old.buf, old.len, clock_now(), err);
		if (!rc)
			rc = learner_journal_drop(l, e->id, err);
	}
	if (!rc)
		rc = put_starter(app, e, path, err);
	sbuf_release(&old);
	free(file);
	free(path);
	return rc;
}

int work_undo_reset(struct app *app, const struct exercise *e, struct sbuf *err)
{
	struct learner *l = app_learner(app, err);
	struct sbuf old = SBUF_INIT;
	int rc = l ? learner_backup_pop(l, e->id, &old, err) : -1;

	if (rc > 0 && work_write(app, e, old.buf, old.len, err) < 0)
		rc = -1;
	sbuf_release(&old);
	return rc;
}
