#include "svc/app.h"

#include <ctype.h>
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/json.h"
#include "base/log.h"
#include "io/sandbox.h"
#include "learn/course.h"
#include "store/learner.h"
#include "svc/model.h"
#include "svc/search.h"
#include "svc/toolchain.h"

struct waiter {
	app_toolchain_cb *cb;
	void *ctx;
};

struct app {
	struct loop *loop;
	char *dirs[APP_DIRS];
	char *content;
	struct course *course;
	struct learner *learner;
	struct sandbox *sandbox;
	struct kbase *kbase;
	struct model *model;
	struct toolchain *toolchain;
	bool finding;
	struct waiter *waiters;
	size_t n_waiters, waiters_alloc;
	struct json *config;
};

struct xdg {
	const char *env, *fallback, *home_name; /* home_name: the folder in TUTOR_HOME */
};

static const struct xdg xdg_dirs[] = {
	[APP_DATA] = { "XDG_DATA_HOME", ".local/share", "data" },
	[APP_STATE] = { "XDG_STATE_HOME", ".local/state", "state" },
	[APP_CACHE] = { "XDG_CACHE_HOME", ".cache", "cache" },
	[APP_CONFIG] = { "XDG_CONFIG_HOME", ".config", "config" },
};

static char *find_dir(const struct xdg *x)
{
	const char *all = getenv("TUTOR_HOME"), *own = getenv(x->env), *home = user_home();

	if (all && *all)
		return xstrfmt("%s/%s", all, x->home_name);
	if (own && *own == '/')
		return xstrfmt("%s/tutor", own);
	return xstrfmt("%s/%s/tutor", home, x->fallback);
}

struct app *app_new(struct loop *loop)
{
	struct app *app = xcalloc(1, sizeof(*app));

	app->loop = loop;
	for (size_t i = 0; i < ARRAY_SIZE(xdg_dirs); i++) {
		char *dir = find_dir(&xdg_dirs[i]);

		app->dirs[i] = path_absolute(dir);
		free(dir);
	}
	app->dirs[APP_WORK] = path_join(app->dirs[APP_DATA], "work");
	return app;
}

void app_free(struct app *app)
{
	if (!app)
		return;
	model_free(app->model);
	kbase_free(app->kbase);
	course_free(app->course);
	learner_close(app->learner);
	if (app->sandbox && sandbox_is_suspect(app->sandbox))
		app_sandbox(app); /* the next process shall not believe the memo again */
	sandbox_free(app->sandbox);
	toolchain_free(app->toolchain);
	json_free(app->config);
	for (size_t i = 0; i < APP_DIRS; i++)
		free(app->dirs[i]);
	free(app->content);
	free(app->waiters);
	free(app);
}

struct loop *app_loop(struct app *app)
{
	return app->loop;
}

const char *app_dir(const struct app *app, enum app_dir which)
{
	return app->dirs[which];
}

int app_dir_ready(struct app *app, enum app_dir which, struct sbuf *err)
{
	const char *dir = app->dirs[which];

	if (file_mkdirs(dir, err) < 0)
		return -1;
	if (access(dir, R_OK | W_OK | X_OK) < 0)
		return error(err, "The folder %s cannot be used: %s.", dir, strerror(errno));
	return 0;
}

static bool is_content(const char *dir)
{
	char *lessons = path_join(dir, "lessons"), *exercises = path_join(dir, "exercises");
	bool ok = file_is_dir(lessons) && file_is_dir(exercises);

	free(lessons);
	free(exercises);
	return ok;
}

/* build/tutor -> the tree above build; bin/tutor -> ../share/tutor. */
static char *content_by_program(void)
{
	char self[4096];
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self) - 1);
	char *dir, *up, *try;

	if (n <= 0)
		return NULL;
	self[n] = '\0';
	dir = path_dir(self);
	up = path_dir(dir);
	try = path_join(up, "share/tutor");
	free(dir);
	if (is_content(up)) {
		free(try);
		return up;
	}
	free(up);
	if (is_content(try))
		return try;
	free(try);
	return NULL;
}

const char *app_content(struct app *app, struct sbuf *err)
{
	const char *env = getenv("TUTOR_CONTENT");

	if (app->content)
		return app->content;
	if (env && *env) {
		if (!is_content(env)) {
			error(err, "TUTOR_CONTENT is %s, but there are no lessons and exercises.", env);
			return NULL;
		}
		app->content = path_absolute(env);
	} else {
		app->content = content_by_program();
		if (!app->content && is_content(TUTOR_DATADIR))
			app->content = xstrdup(TUTOR_DATADIR);
	}
	if (!app->content)
		error(err, "The lessons and exercises are not where they should be (%s); install again, or set "
			   "TUTOR_CONTENT to their folder.", TUTOR_DATADIR);
	return app->content;
}

struct course *app_course(struct app *app, struct sbuf *err)
{
	const char *content;

	if (!app->course && (content = app_content(app, err)))
		app->course = course_open(content, err);
	return app->course;
}

struct learner *app_learner(struct app *app, struct sbuf *err)
{
	char *path;

	if (app->learner)
		return app->learner;
	if (app_dir_ready(app, APP_DATA, err) < 0)
		return NULL;
	path = path_join(app->dirs[APP_DATA], "learner.db");
	app->learner = learner_open(path, err);
	free(path);
	return app->learner;
}

struct model *app_model(struct app *app)
{
	if (!app->model)
		app->model = model_new(app);
	return app->model;
}

/* A memo that cannot be written costs a trial next time, nothing else. */
static void keep_sandbox(struct app *app, const char *path)
{
	struct sbuf memo = SBUF_INIT;

	sandbox_write_memo(app->sandbox, &memo);
	if (memo.len && !app_dir_ready(app, APP_CACHE, NULL))
		file_write_atomic(path, memo.buf, memo.len, NULL);
	sbuf_release(&memo);
}

struct sandbox *app_sandbox(struct app *app)
{
	const char *accepted = app_config(app, "sandbox.accept_risk");
	bool accept = accepted && streq(accepted, "yes");
	char *path = path_join(app->dirs[APP_CACHE], "sandbox");
	struct sbuf memo = SBUF_INIT;
	bool fresh = !app->sandbox;

	if (fresh) {
		file_read(path, 4096, &memo, NULL);
		app->sandbox = sandbox_recall(memo.buf, accept);
	} else if (sandbox_is_suspect(app->sandbox)) {
		sandbox_retry(app->sandbox, accept);
		fresh = true;
	}
	if (fresh && !sandbox_was_recalled(app->sandbox))
		keep_sandbox(app, path);
	sbuf_release(&memo);
	free(path);
	return app->sandbox;
}

const struct toolchain *app_toolchain(const struct app *app)
{
	return app->toolchain;
}

static void found(void *ctx, struct toolchain *t, const char *err)
{
	struct app *app = ctx;
	struct waiter *waiters = app->waiters;
	size_t n = app->n_waiters;

	app->toolchain = t;
	app->finding = false;
	app->waiters = NULL;
	app->n_waiters = app->waiters_alloc = 0;
	for (size_t i = 0; i < n; i++)
		waiters[i].cb(waiters[i].ctx, t, err);
	free(waiters);
}

void app_want_toolchain(struct app *app, app_toolchain_cb *cb, void *ctx)
{
	const char *cache = app->dirs[APP_CACHE];

	if (app->toolchain) {
		cb(ctx, app->toolchain, NULL);
		return;
	}
	ARRAY_GROW(app->waiters, app->n_waiters + 1, app->waiters_alloc);
	app->waiters[app->n_waiters++] = (struct waiter){ cb, ctx };
	if (app->finding)
		return;
	app->finding = true;
	if (app_dir_ready(app, APP_CACHE, NULL) < 0)
		cache = NULL;
	toolchain_find(app->loop, NULL, cache, found, app);
}

/* INI: [section], key = value, lines of # or ; are comments. */
static struct json *ini_read(const char *text)
{
	struct json *all = json_object();
	struct strv lines = STRV_INIT;
	struct sbuf section = SBUF_INIT;

	strv_split(&lines, text, '\n');
	for (size_t i = 0; i < lines.n; i++) {
		struct sbuf key = SBUF_INIT;
		char *line = lines.v[i] + strspn(lines.v[i], " \t"), *eq, *value;

		if (*line == '[') {
			sbuf_reset(&section);
			sbuf_add(&section, line + 1, strcspn(line + 1, "]\r"));
		} else if (*line && !strchr("#;\r", *line) && (eq = strchr(line, '='))) {
			value = eq + 1 + strspn(eq + 1, " \t");
			sbuf_addf(&key, "%s.", section.buf);
			sbuf_add(&key, line, (size_t)(eq - line));
			sbuf_rtrim(&key);
			value = xmemdupz(value, strcspn(value, "\r"));
			json_set_str(all, key.buf, value);
			free(value);
		}
		sbuf_release(&key);
	}
	sbuf_release(&section);
	strv_release(&lines);
	return all;
}

static const char *config_env(const char *key)
{
	struct sbuf name = SBUF_INIT;
	const char *value;

	sbuf_addf(&name, "TUTOR_%s", key);
	for (size_t i = 0; i < name.len; i++)
		name.buf[i] = name.buf[i] == '.' ? '_' : (char)toupper((unsigned char)name.buf[i]);
	value = getenv(name.buf);
	sbuf_release(&name);
	return value && *value ? value : NULL;
}

const char *app_config(struct app *app, const char *key)
{
	const char *value = config_env(key);

	if (value)
		return value;
	if (!app->config) {
		struct sbuf text = SBUF_INIT;
		char *path = path_join(app->dirs[APP_CONFIG], "config.ini");

		if (file_exists(path))
			file_read(path, 1u << 20, &text, NULL);
		app->config = ini_read(text.buf);
		sbuf_release(&text);
		free(path);
	}
	return json_get_str(app->config, key, NULL);
}

struct kbase *app_kbase(struct app *app)
{
	if (!app->kbase)
		app->kbase = kbase_new(app);
	return app->kbase;
}
