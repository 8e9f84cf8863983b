#include "svc/local.h"

#include <errno.h>
#include <sched.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/hash.h"
#include "io/job.h"
#include "svc/app.h"
#include "svc/models.h"
#include "svc/supervise.h"

#define CTX_SIZE (2048 * SUPERVISE_SLOTS)
#define IDLE_S "900"
#define STAY_S "300"
#define CONNECT_MS 5000 /* until a supervisor that was just started must answer */
#define AGAIN_MS 30
#define TOUCH_MS 2000
#define LOSSES_MAX 3

struct wish {
	local_ready_cb *cb;
	void *ctx;
};

/* The process that starts the supervisor; it lives for some milliseconds and may outlive its owner. */
struct starter {
	struct local *owner;
};

struct local {
	struct app *app;
	struct loop *loop;
	char *path;             /* the model that is wanted */
	int fd;                 /* -1: not connected */
	loop_id watch, again, deferred;
	struct starter *starter; /* runs now; NULL */
	int64_t deadline_ms, touched_ms;
	int launches, losses;
	struct sbuf in;
	struct wish *wishes;
	size_t n_wishes, wishes_alloc;
	char *url, *key;        /* NULL: not up */
	struct sbuf err;        /* for the deferred failure */
};

static void try_connect(void *ctx);
static void connect_again(struct local *l);
static void give_up(struct local *l, const char *why);

int local_threads(void)
{
	cpu_set_t set;
	int n = sched_getaffinity(0, sizeof(set), &set) ? (int)sysconf(_SC_NPROCESSORS_ONLN) : CPU_COUNT(&set);

	return MAX(n - 1, 1);
}

char *local_server_dir(struct app *app)
{
	const char *env = getenv("TUTOR_MODEL_SERVER_DIR");

	return env && *env ? path_absolute(env) : path_join(app_dir(app, APP_DATA), "model-server");
}

static int configured_program(struct app *app, struct strv *words, struct sbuf *err)
{
	const char *own = app_config(app, "model.server");
	char *path = own ? job_find_program(own, err) : NULL;

	if (path)
		strv_push_take(words, path);
	return own && !path ? -1 : path ? 1 : 0;
}

static bool prebuilt_program(struct app *app, const char *dir, struct strv *words)
{
	char *lib = path_join(dir, "py"), *python = job_find_program("python3", NULL), *script = models_script(app, "model-server.py", NULL);
	bool ok = file_is_dir(lib) && python && script;

	if (ok) {
		strv_push(words, python);
		strv_push(words, script);
		strv_push(words, "--lib");
		strv_push(words, lib);
	}
	free(lib);
	free(python);
	free(script);
	return ok;
}

int local_program(struct app *app, struct strv *words, const char **how, struct sbuf *err)
{
	char *dir = local_server_dir(app), *built = path_join(dir, "bin/llama-server"), *path;
	int rc = configured_program(app, words, err);

	*how = "configured";
	if (rc) {
		rc = rc < 0 ? -1 : 0;
	} else if (!access(built, X_OK)) {
		*how = "built";
		strv_push(words, built);
	} else if ((path = job_find_program("llama-server", NULL))) {
		*how = "on PATH";
		strv_push_take(words, path);
	} else if (prebuilt_program(app, dir, words)) {
		*how = "prebuilt";
	} else {
		rc = error(err, "There is no program here that can run a local model (tutor model get server).");
	}
	free(dir);
	free(built);
	return rc;
}

struct local *local_new(struct app *app)
{
	struct local *l = xcalloc(1, sizeof(*l));

	l->app = app;
	l->loop = app_loop(app);
	l->fd = -1;
	sbuf_init(&l->in);
	sbuf_init(&l->err);
	return l;
}

static void forget_server(struct local *l)
{
	free(l->url);
	free(l->key);
	l->url = l->key = NULL;
}

static void disconnect(struct local *l)
{
	if (l->fd < 0)
		return;
	loop_cancel(l->loop, l->watch);
	close(l->fd);
	l->fd = -1;
	sbuf_reset(&l->in);
	forget_server(l);
}

void local_free(struct local *l)
{
	if (!l)
		return;
	disconnect(l);
	loop_cancel(l->loop, l->again);
	loop_cancel(l->loop, l->deferred);
	if (l->starter)
		l->starter->owner = NULL;
	free(l->path);
	free(l->wishes);
	sbuf_release(&l->in);
	sbuf_release(&l->err);
	free(l);
}

/* Answers. */

static void answer(struct local *l, const char *err)
{
	struct wish *wishes = l->wishes;
	size_t n = l->n_wishes;
	char *url = xstrdup_or_null(err ? NULL : l->url), *key = xstrdup_or_null(err ? NULL : l->key);

	l->wishes = NULL;
	l->n_wishes = l->wishes_alloc = 0;
	for (size_t i = 0; i < n; i++)
		if (wishes[i].cb)
			wishes[i].cb(wishes[i].ctx, url, key, err);
	free(wishes);
	free(url);
	free(key);
}

static void answer_now(void *ctx)
{
	struct local *l = ctx;
	char *err = l->err.len ? xstrdup(l->err.buf) : NULL;

	l->deferred = 0;
	sbuf_reset(&l->err);
	answer(l, err);
	free(err);
}

static void answer_soon(struct local *l)
{
	if (!l->deferred)
		l->deferred = loop_defer(l->loop, answer_now, l);
}

static int say(struct local *l, const char *line)
{
	size_t len = strlen(line);

	return l->fd >= 0 && send(l->fd, line, len, MSG_NOSIGNAL | MSG_DONTWAIT) == (ssize_t)len ? 0 : -1;
}

static void take_ready(struct local *l, char *rest)
{
	char *end;
	long port = strtol(rest, &end, 10);

	forget_server(l);
	if (port <= 0 || port > 65535 || *end != ' ')
		return;
	l->url = xstrfmt("http://127.0.0.1:%ld/v1", port);
	l->key = xstrdup(end + 1);
	l->losses = 0;
	answer_soon(l);
}

static void take_line(struct local *l, char *line)
{
	if (starts_with(line, "ready ")) {
		take_ready(l, line + 6);
	} else if (starts_with(line, "failed ")) {
		forget_server(l);
		sbuf_reset(&l->err);
		sbuf_addstr(&l->err, line + 7);
		answer_soon(l);
	} else if (streq(line, "stopped")) {
		forget_server(l);
	}
}

static void hear(void *ctx, int fd, unsigned events)
{
	struct local *l = ctx;
	char piece[512], *end;
	ssize_t n = recv(fd, piece, sizeof(piece), MSG_DONTWAIT);

	(void)events;
	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	if (n <= 0 || l->in.len > 4096) { /* the supervisor is gone: killed, or it left just when we came */
		disconnect(l);
		if (l->n_wishes && ++l->losses > LOSSES_MAX) {
			give_up(l, "The process that runs the local model ends again and again.");
		} else if (l->n_wishes) {
			l->deadline_ms = clock_mono_ms() + CONNECT_MS;
			l->launches = 0;
			connect_again(l);
		}
		return;
	}
	sbuf_add(&l->in, piece, (size_t)n);
	while (l->fd >= 0 && (end = strchr(l->in.buf, '\n'))) {
		*end = '\0';
		take_line(l, l->in.buf);
		sbuf_remove(&l->in, 0, (size_t)(end - l->in.buf) + 1);
	}
}

/* Connecting, and starting the supervisor. */

static char *server_name(const char *path)
{
	char hex[HASH_SHA256_HEX];

	hash_sha256(path, strlen(path), hex);
	return xstrfmt("model-%.12s", hex);
}

static void give_up(struct local *l, const char *why)
{
	sbuf_reset(&l->err);
	sbuf_addstr(&l->err, why);
	answer_soon(l);
}

static void starter_done(void *ctx, const struct job_result *r)
{
	struct starter *st = ctx;

	if (st->owner) {
		st->owner->starter = NULL;
		if (r->err.text.len)
			give_up(st->owner, r->err.text.buf);
	}
	free(st);
}

static int launch(struct local *l, struct sbuf *err)
{
	const char *program = getenv("TUTOR_PROGRAM"), *how, *idle = app_config(l->app, "model.idle_s"), *stay = app_config(l->app, "model.stay_s");
	char *name = server_name(l->path);
	struct strv words = STRV_INIT, server = STRV_INIT;
	struct job_spec spec = { .done = starter_done };
	int rc = local_program(l->app, &server, &how, err);

	if (!rc) {
		l->starter = xcalloc(1, sizeof(*l->starter));
		l->starter->owner = l;
		strv_push(&words, program && *program ? program : "/proc/self/exe");
		strv_push(&words, "__supervise");
		strv_push(&words, app_dir(l->app, APP_STATE));
		strv_push(&words, name);
		strv_push_take(&words, path_absolute(l->path));
		strv_pushf(&words, "%d", CTX_SIZE);
		strv_pushf(&words, "%d", local_threads());
		strv_push(&words, idle ? idle : IDLE_S);
		strv_push(&words, stay ? stay : STAY_S);
		strv_push_take(&words, path_absolute(server.v[0]));
		for (size_t i = 1; i < server.n; i++)
			strv_push(&words, server.v[i]);
		spec.argv = words.v;
		spec.ctx = l->starter;
		if (!job_start(l->loop, &spec, err)) {
			free(l->starter);
			l->starter = NULL;
			rc = -1;
		}
	}
	strv_release(&words);
	strv_release(&server);
	free(name);
	return rc;
}

/* A descriptor, or -1: nobody listens. */
static int connect_name(struct app *app, const char *name)
{
	struct sockaddr_un sa;
	int dir = -1, fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0), rc = -1;

	if (fd >= 0 && !supervise_address(app_dir(app, APP_STATE), name, &sa, &dir))
		rc = connect(fd, (struct sockaddr *)&sa, sizeof(sa));
	if (dir >= 0)
		close(dir);
	if (rc && fd >= 0)
		close(fd);
	return rc ? -1 : fd;
}

static int connect_to(struct app *app, const char *path)
{
	char *name = server_name(path);
	int fd = connect_name(app, name);

	free(name);
	return fd;
}

static int connect_now(struct local *l)
{
	l->fd = connect_to(l->app, l->path);
	if (l->fd < 0)
		return -1;
	l->watch = loop_watch(l->loop, l->fd, LOOP_READ, hear, l);
	return say(l, "want\n");
}

static void connect_again(struct local *l)
{
	if (!l->again)
		l->again = loop_after(l->loop, AGAIN_MS, try_connect, l);
}

static void try_connect(void *ctx)
{
	struct local *l = ctx;
	struct sbuf err = SBUF_INIT;

	l->again = 0;
	if (l->fd >= 0 || !l->n_wishes)
		return;
	if (!connect_now(l))
		return;
	disconnect(l);
	if (clock_mono_ms() > l->deadline_ms)
		give_up(l, "The process that runs the local model does not answer.");
	else if (!l->starter && l->launches++ % 8 == 0 && launch(l, &err) < 0) /* else one is on its way: wait for it */
		give_up(l, err.buf);
	else
		connect_again(l);
	sbuf_release(&err);
}

void local_want(struct local *l, const char *model_path, local_ready_cb *cb, void *ctx)
{
	struct sbuf err = SBUF_INIT;

	ARRAY_GROW(l->wishes, l->n_wishes + 1, l->wishes_alloc);
	l->wishes[l->n_wishes++] = (struct wish){ cb, ctx };
	if (!l->path || strcmp(l->path, model_path)) {
		disconnect(l);
		free(l->path);
		l->path = xstrdup(model_path);
	}
	if (l->url) {
		answer_soon(l);
	} else if (app_dir_ready(l->app, APP_STATE, &err) < 0) {
		give_up(l, err.buf);
	} else if (l->fd < 0) {
		l->deadline_ms = clock_mono_ms() + CONNECT_MS;
		l->launches = 0;
		if (!l->again)
			l->again = loop_defer(l->loop, try_connect, l);
	} else if (say(l, "want\n") < 0) {
		disconnect(l);
		connect_again(l);
	}
	sbuf_release(&err);
}

void local_forget(struct local *l, void *ctx)
{
	for (size_t i = 0; l && i < l->n_wishes; i++)
		if (l->wishes[i].ctx == ctx)
			l->wishes[i].cb = NULL;
}

void local_touch(struct local *l)
{
	int64_t now = clock_mono_ms();

	if (l->fd < 0 || now - l->touched_ms < TOUCH_MS)
		return;
	l->touched_ms = now;
	say(l, "touch\n");
}

void local_unload(struct local *l)
{
	say(l, "unload\n");
	forget_server(l);
}

static bool send_to(struct app *app, const char *name, const char *line)
{
	int fd = connect_name(app, name);
	bool sent = fd >= 0 && send(fd, line, strlen(line), MSG_NOSIGNAL) == (ssize_t)strlen(line);

	if (fd >= 0)
		close(fd);
	return sent;
}

size_t local_end_all(struct app *app, bool used)
{
	struct strv names = STRV_INIT;
	size_t n = 0;

	file_list(app_dir(app, APP_STATE), &names, NULL);
	for (size_t i = 0; i < names.n; i++) {
		char *end = strrchr(names.v[i], '.');

		if (!starts_with(names.v[i], "model-") || !end || strcmp(end, ".sock") != 0)
			continue;
		*end = '\0';
		n += send_to(app, names.v[i], used ? "unload\n" : "release\n");
	}
	strv_release(&names);
	return n;
}

/* Peeking. */

struct peek {
	struct loop *loop;
	int fd;
	loop_id watch, timer;
	local_peek_cb *cb;
	void *ctx;
};

static void peek_end(struct peek *p, const char *line)
{
	char state[16] = "off";
	struct local_status s = { .state = state, .stays_s = -1 };

	if (line && sscanf(line, "status %15s %d %d %d %d", state, &s.pid, &s.port, &s.users, &s.stays_s) != 5)
		snprintf(state, sizeof(state), "off");
	loop_cancel(p->loop, p->watch);
	loop_cancel(p->loop, p->timer);
	if (p->fd >= 0)
		close(p->fd);
	p->cb(p->ctx, &s);
	free(p);
}

static void peek_over(void *ctx)
{
	peek_end(ctx, NULL);
}

static void peek_hear(void *ctx, int fd, unsigned events)
{
	char line[128];
	ssize_t n = recv(fd, line, sizeof(line) - 1, MSG_DONTWAIT);

	(void)events;
	line[MAX(n, 0)] = '\0';
	peek_end(ctx, line);
}

void local_peek(struct app *app, const char *model_path, local_peek_cb *cb, void *ctx)
{
	struct peek *p = xcalloc(1, sizeof(*p));

	p->loop = app_loop(app);
	p->cb = cb;
	p->ctx = ctx;
	p->fd = connect_to(app, model_path);
	if (p->fd >= 0 && send(p->fd, "status\n", 7, MSG_NOSIGNAL | MSG_DONTWAIT) == 7)
		p->watch = loop_watch(p->loop, p->fd, LOOP_READ, peek_hear, p);
	p->timer = loop_after(p->loop, p->watch ? 1000 : 0, peek_over, p);
}
