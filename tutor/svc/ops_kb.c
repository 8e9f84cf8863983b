/* Operations: search, kb build, kb status. */
#include <sys/stat.h>

#include "base/file.h"
#include "kb/chunk.h"
#include "svc/app.h"
#include "svc/encode.h"
#include "svc/harvest.h"
#include "svc/indexer.h"
#include "svc/ops_list.h"
#include "svc/search.h"
#include "svc/space.h"
#include "svc/toolchain.h"
#include "svc/write.h"

/* search */

struct found {
	struct engine_answer a;
	char *note;
};

static void found_free(void *data)
{
	struct found *f = data;

	engine_answer_release(&f->a);
	free(f->note);
	free(f);
}

static struct json *see_json(const char *see)
{
	struct strv v = STRV_INIT;
	struct json *arr = json_array();

	if (*see)
		strv_split(&v, see, '\n');
	for (size_t i = 0; i < v.n; i++)
		json_add_str(arr, v.v[i]);
	strv_release(&v);
	return arr;
}

static char *full_page(const struct engine_hit *h)
{
	return *h->anchor ? xstrfmt("%s#%s", h->page, h->anchor) : xstrdup(h->page);
}

static struct json *hit_json(const struct engine_hit *h, size_t rank)
{
	struct json *o = json_object();
	char *page = full_page(h);

	json_set_num(o, "rank", (double)rank);
	json_set_num(o, "score", h->score);
	json_set_str(o, "title", h->crumb);
	json_set_str(o, "page", page);
	json_set_take(o, "see", see_json(h->see));
	json_set_str(o, "kind", chunk_kind_name((enum chunk_kind)h->kind));
	json_set_str(o, "text", h->text);
	free(page);
	return o;
}

static struct json *found_json(const void *data)
{
	const struct found *f = data;
	struct json *j = json_object(), *arr = json_array();

	for (size_t i = 0; i < f->a.n; i++)
		json_add_take(arr, hit_json(&f->a.v[i], i + 1));
	json_set_take(j, "results", arr);
	json_set_bool(j, "meaning", f->a.by_meaning);
	json_set_bool(j, "compiler_text", f->a.compiler);
	json_set_num(j, "sure", f->a.sure);
	json_set_num(j, "cosine", f->a.cosine);
	json_set_num(j, "impact", f->a.impact);
	json_set_num(j, "known", f->a.known);
	json_set_num(j, "cover", f->a.cover);
	json_set_str(j, "spelled", f->a.spelled);
	json_set_str(j, "note", f->note);
	return j;
}

static void first_words(const char *text, size_t max, struct sbuf *out)
{
	size_t n = strcspn(text, "\n");

	if (n < 60 && text[n])
		n += 1 + strcspn(text + n + 1, "\n");
	if (n > max) {
		n = max;
		while (n && text[n] != ' ')
			n--;
	}
	for (size_t i = 0; i < n; i++)
		sbuf_addch(out, text[i] == '\n' ? ' ' : text[i]);
	if (text[n])
		sbuf_addstr(out, " ...");
}

static void found_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct found *f = data;
	struct sbuf text = SBUF_INIT;

	if (!f->a.n)
		sbuf_addstr(out, "Nothing found that fits. Try other words, or one question at a time.\n");
	for (size_t i = 0; i < f->a.n; i++) {
		const struct engine_hit *h = &f->a.v[i];
		char *page = full_page(h);

		sbuf_addf(out, "%2zu. %s\n    %s\n", i + 1, h->crumb, page);
		sbuf_reset(&text);
		first_words(h->text, 240, &text);
		write_markdown(text.buf, 4, width, ascii, out);
		sbuf_addch(out, '\n');
		free(page);
	}
	if (f->note)
		sbuf_addf(out, "(%s)\n", f->note);
	sbuf_release(&text);
}

static const struct result_type found_type = { "search", found_json, found_plain, found_free };

static void search_done(void *ctx, const struct engine_answer *a, const char *note, const char *err)
{
	struct call *call = ctx;
	struct found *f;

	call->priv = NULL;
	if (!a) {
		call_fail(call, ERROR_NEEDED, "tutor kb build", "%s", err);
		return;
	}
	f = xcalloc(1, sizeof(*f));
	f->a = *a; /* taken: the caller's is emptied */
	*(struct engine_answer *)(uintptr_t)a = (struct engine_answer){ .n = 0 };
	f->note = xstrdup_or_null(note);
	call_finish(call, &found_type, f, !f->a.n);
}

static const char *const legs[] = { "words", "meaning", "both", NULL };

static enum engine_leg leg_of(const struct call *call)
{
	const char *leg = call_str(call, "leg");

	return !leg || streq(leg, "both") ? LEG_BOTH : streq(leg, "words") ? LEG_WORDS : LEG_MEANING;
}

static void op_search_start(struct call *call)
{
	struct search_spec spec = { .text = call_str(call, "question"), .leg = leg_of(call), .max = (size_t)call_int(call, "k", 10),
				    .all = call_bool(call, "all"), .model = call_bool(call, "model"), .done = search_done, .ctx = call };

	call->priv = search_start(call->app, &spec);
}

static void op_search_cancel(struct call *call)
{
	if (call->priv)
		search_cancel(call->priv);
	call->priv = NULL;
	call_fail(call, ERROR_USAGE, NULL, "The search was stopped.");
}

static const struct op_arg search_args[] = {
	{ .name = "question", .type = ARG_TEXT, .required = true, .positional = true, .min = 1, .max = 20000,
	  .help = "a question, a name such as Vec::retain, an error code, or pasted compiler text" },
	{ .name = "k", .type = ARG_INT, .min = 1, .max = ENGINE_MAX_HITS, .help = "how many results (10)" },
	{ .name = "leg", .type = ARG_ENUM, .values = legs, .help = "words, meaning or both (both)" },
	{ .name = "all", .type = ARG_BOOL, .help = "also results that hardly fit" },
	{ .name = "model", .type = ARG_BOOL, .help = "with search words from the language model, which takes seconds" },
};

const struct op op_search = {
	.name = "search", .words = "search", .title = "Search the Rust docs, cards and lessons",
	.help = "Finds passages of the installed Rust documentation, cards, lessons and exercises for a question. Works offline.",
	.args = search_args, .n_args = ARRAY_SIZE(search_args),
	.result_schema = "{\"type\":\"object\",\"required\":[\"results\"]}",
	.fronts = FRONT_ALL, .flags = OP_NOT_IN_EXAM, .start = op_search_start, .cancel = op_search_cancel,
};

/* kb build */

struct build {
	struct call *call;
	struct indexing *indexing;
	struct encoding *encoding;
	struct server_encoding *by_server;
	struct harvest *harvest;
	char *docs, *version;
	struct index_report r;
	int64_t vectors;
	char *note;
	bool cancelled;
};

static void build_free(void *data)
{
	struct build *b = data;

	index_report_release(&b->r);
	free(b->docs);
	free(b->version);
	free(b->note);
	free(b);
}

static struct json *build_json(const void *data)
{
	const struct build *b = data;
	struct json *j = json_object(), *kinds = json_object();

	json_set_bool(j, "unchanged", b->r.unchanged);
	json_set_num(j, "pages", (double)b->r.pages);
	json_set_num(j, "pages_kept", (double)b->r.pages_kept);
	json_set_num(j, "chunks", (double)b->r.chunks);
	json_set_num(j, "terms", (double)b->r.terms);
	json_set_num(j, "texts", (double)b->r.texts);
	json_set_num(j, "vectors_made", (double)b->vectors);
	json_set_num(j, "ms", (double)b->r.ms);
	json_set_num(j, "bytes", (double)b->r.bytes);
	for (int i = 0; i < CHUNK_KIND_COUNT; i++)
		json_set_num(kinds, chunk_kind_name((enum chunk_kind)i), (double)b->r.by_kind[i]);
	json_set_take(j, "kinds", kinds);
	json_set_strv(j, "problems", &b->r.problems);
	json_set_str(j, "note", b->note);
	return j;
}

static void build_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct build *b = data;

	(void)width;
	(void)ascii;
	if (b->r.unchanged)
		sbuf_addf(out, "Nothing changed since it was built: %zu passages of %zu pages. `tutor kb build --force` builds it all the same.\n",
			  b->r.chunks, b->r.pages);
	else
		sbuf_addf(out, "Built: %zu passages of %zu pages in %.1f s (%.1f MB; %zu pages were unchanged).\n", b->r.chunks, b->r.pages,
		  (double)b->r.ms / 1000, (double)b->r.bytes / 1e6, b->r.pages_kept);
	for (int i = 0; i < CHUNK_KIND_COUNT && !b->r.unchanged; i++)
		if (b->r.by_kind[i])
			sbuf_addf(out, "  %-10s %zu\n", chunk_kind_name((enum chunk_kind)i), b->r.by_kind[i]);
	if (b->r.no_docs)
		sbuf_addstr(out, "The Rust documentation is not installed: `rustup component add rust-docs`, then build again.\n");
	if (b->vectors)
		sbuf_addf(out, "%lld vectors were made.\n", (long long)b->vectors);
	if (b->note)
		sbuf_addf(out, "%s\n", b->note);
	for (size_t i = 0; i < b->r.problems.n; i++)
		sbuf_addf(out, "! %s\n", b->r.problems.v[i]);
}

static const struct result_type build_type = { "kb_build", build_json, build_plain, build_free };

static void build_finish(struct build *b)
{
	b->call->priv = NULL;
	call_finish(b->call, &build_type, b, false);
}

static void encode_progress(void *ctx, int64_t done, int64_t total)
{
	struct build *b = ctx;

	call_progress(b->call, done, total, "The knowledge base is ready; vectors for search by meaning");
}

static void encode_done(void *ctx, int64_t made, const char *err)
{
	struct build *b = ctx;

	b->encoding = NULL;
	b->by_server = NULL;
	b->vectors = made;
	b->note = xstrdup_or_null(err);
	build_finish(b);
}

static void begin_encoding(struct build *b)
{
	struct encoding_spec spec = { .progress = encode_progress, .done = encode_done, .ctx = b };
	struct sbuf err = SBUF_INIT;
	char *model = kb_path(b->call->app, KB_MODEL);
	struct kb_space space;
	int rc = kb_space_load(b->call->app, &space, &err);

	if (call_bool(b->call, "words_only"))
		b->note = xstrdup("No vectors were made, as asked.");
	else if (rc < 0)
		b->note = xstrdup(err.buf);
	else if (space.server)
		b->by_server = server_encoding_start(b->call->app, &spec, &err);
	else if (!file_exists(model))
		b->note = xstrdup("Search goes by words alone until the embedding model is there: `tutor model get minilm`.");
	else
		b->encoding = encoding_start(b->call->app, &spec, &err);
	if (err.len && !b->note)
		b->note = xstrdup(err.buf);
	if (!b->encoding && !b->by_server)
		build_finish(b);
	kb_space_release(&space);
	free(model);
	sbuf_release(&err);
}

static void index_done(void *ctx, const struct index_report *r, const char *err)
{
	struct build *b = ctx;

	b->indexing = NULL;
	if (!r) {
		b->call->priv = NULL;
		call_fail(b->call, ERROR_NEEDED, NULL, "%s", err);
		build_free(b);
		return;
	}
	b->r = *r;
	memset(&b->r.problems, 0, sizeof(b->r.problems));
	strv_copy(&b->r.problems, &r->problems);
	begin_encoding(b);
}

static void index_progress_cb(void *ctx, const char *text, int64_t done, int64_t total)
{
	struct build *b = ctx;

	call_progress(b->call, done, total, "Reading: %s", text);
}

static void begin_indexing(struct build *b)
{
	struct indexing_spec spec = { .docs = b->docs, .version = b->version, .all = call_bool(b->call, "all"), .force = call_bool(b->call, "force"),
				      .progress = index_progress_cb, .done = index_done, .ctx = b };
	struct sbuf err = SBUF_INIT;

	b->indexing = indexing_start(b->call->app, &spec, &err);
	if (!b->indexing) {
		b->call->priv = NULL;
		call_fail(b->call, ERROR_NEEDED, NULL, "%s", err.buf);
		build_free(b);
	}
	sbuf_release(&err);
}

static void harvest_progress(void *ctx, int64_t done, int64_t total)
{
	struct build *b = ctx;

	call_progress(b->call, done, total, "What the compiler says for each error");
}

/* Messages only help; without them the build goes on. */
static void harvest_done(void *ctx, size_t codes, const char *err)
{
	struct build *b = ctx;

	(void)codes;
	b->harvest = NULL;
	if (!err) {
		begin_indexing(b);
		return;
	}
	b->call->priv = NULL;
	call_fail(b->call, ERROR_NEEDED, NULL, "%s The knowledge base from before is still in use.", err);
	build_free(b);
}

static void build_with(void *ctx, const struct toolchain *t, const char *why)
{
	struct build *b = ctx;
	const char *docs = app_config(b->call->app, "kb.docs");
	struct harvest_spec spec = { .docs = t ? t->docs : NULL, .rustc = t ? t->rustc : NULL, .progress = harvest_progress,
				     .done = harvest_done, .ctx = b };

	(void)why; /* no Rust: cards and lessons are found all the same */
	b->docs = xstrdup_or_null(docs ? docs : t ? t->docs : NULL);
	b->version = xstrdup(t ? t->version : "");
	if (call_bool(b->call, "messages") && spec.docs)
		b->harvest = harvest_start(b->call->app, &spec, NULL);
	if (!b->harvest)
		begin_indexing(b);
}

static void op_kb_build_start(struct call *call)
{
	struct build *b = xcalloc(1, sizeof(*b));

	b->call = call;
	call->priv = b;
	app_want_toolchain(call->app, build_with, b);
}

static void op_kb_build_cancel(struct call *call)
{
	struct build *b = call->priv;

	if (b && b->indexing)
		indexing_cancel(b->indexing);
	else if (b && b->encoding)
		encoding_cancel(b->encoding);
	else if (b && b->by_server)
		server_encoding_cancel(b->by_server);
	else if (b && b->harvest)
		harvest_cancel(b->harvest);
}

static const struct op_arg build_args[] = {
	{ .name = "all", .type = ARG_BOOL, .help = "read every page again, also those that did not change" },
	{ .name = "force", .type = ARG_BOOL, .help = "build, also when nothing changed" },
	{ .name = "words_only", .type = ARG_BOOL, .help = "make no vectors now" },
	{ .name = "messages", .type = ARG_BOOL, .help = "first ask this compiler what it says for each error code (half a minute)" },
};

const struct op op_kb_build = {
	.name = "kb_build", .words = "kb build", .title = "Build the knowledge base",
	.help = "Reads the installed Rust documentation, cards, lessons and what you added into a new knowledge base; the old one serves until it is ready.",
	.args = build_args, .n_args = ARRAY_SIZE(build_args),
	.result_schema = "{\"type\":\"object\",\"required\":[\"chunks\",\"pages\"]}",
	.fronts = FRONT_TUI | FRONT_CLI, .flags = OP_WRITES | OP_LONG, .start = op_kb_build_start, .cancel = op_kb_build_cancel,
};

/* kb status */

struct status {
	char *path, *built, *rustc, *note;
	char *server; /* its embedding model; NULL: tutor's own is used */
	size_t chunks, vectors, wanted;
	int64_t bytes;
	bool model, old;
};

static void status_free(void *data)
{
	struct status *s = data;

	free(s->path);
	free(s->built);
	free(s->rustc);
	free(s->note);
	free(s->server);
	free(s);
}

static struct json *status_json(const void *data)
{
	const struct status *s = data;
	struct json *j = json_object();

	json_set_str(j, "path", s->path);
	json_set_str(j, "built", s->built);
	json_set_str(j, "rustc", s->rustc);
	json_set_num(j, "chunks", (double)s->chunks);
	json_set_num(j, "texts", (double)s->wanted);
	json_set_num(j, "vectors", (double)s->vectors);
	json_set_num(j, "bytes", (double)s->bytes);
	json_set_bool(j, "model", s->model);
	json_set_str(j, "server_model", s->server);
	json_set_str(j, "note", s->note);
	return j;
}

static void status_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct status *s = data;

	(void)width;
	(void)ascii;
	sbuf_addf(out, "%s\n  built %s for Rust %s: %zu passages, %.1f MB\n  vectors: %zu of %zu; embedding model: %s%s\n", s->path, s->built,
		  s->rustc, s->chunks, (double)s->bytes / 1e6, s->vectors, s->wanted,
		  s->server ? "the server's " : s->model ? "installed" : "not installed", s->server ? s->server : "");
	if (s->note)
		sbuf_addf(out, "  %s\n", s->note);
}

static const struct result_type status_type = { "kb_status", status_json, status_plain, status_free };

static void op_kb_status_start(struct call *call)
{
	struct sbuf err = SBUF_INIT;
	struct engine *e = kbase_engine(app_kbase(call->app), &err);
	char *model = kb_path(call->app, KB_MODEL);
	struct kb_space space;
	struct status *s;
	struct stat st;

	if (!e) {
		call_fail(call, ERROR_NEEDED, "tutor kb build", "%s", err.buf);
	} else {
		s = xcalloc(1, sizeof(*s));
		s->path = kb_path(call->app, KB_DB);
		s->bytes = stat(s->path, &st) == 0 ? st.st_size : 0;
		s->built = xstrdup(kbdb_meta(engine_db(e), "built", NULL));
		s->rustc = xstrdup(kbdb_meta(engine_db(e), "rustc", NULL));
		s->chunks = engine_chunks(e);
		s->vectors = engine_vectors(e, &s->wanted);
		s->model = file_exists(model);
		if (kb_space_load(call->app, &space, NULL) == 0 && space.server)
			s->server = xstrdup(space.model);
		kb_space_release(&space);
		if (!*kbdb_meta(engine_db(e), "docs", NULL))
			s->note = xstrdup("Without the Rust documentation: `rustup component add rust-docs`, then `tutor kb build`.");
		call_finish(call, &status_type, s, false);
	}
	free(model);
	sbuf_release(&err);
}

const struct op op_kb_status = {
	.name = "kb_status", .words = "kb status", .title = "State of the knowledge base",
	.help = "Says what the knowledge base holds, of which Rust, and whether search by meaning works.",
	.result_schema = "{\"type\":\"object\",\"required\":[\"chunks\",\"vectors\"]}",
	.fronts = FRONT_ALL, .start = op_kb_status_start,
};
