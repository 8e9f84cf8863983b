/* model: embeddings by a server's own model, a batch a request. */
#include "svc/app.h"
#include "svc/model_int.h"

#define TIME_MS 120000

struct embedding {
	struct model *m;
	struct embedding *next;
	struct strv texts;
	size_t done, dim;
	float *v;
	struct model_profile profile;
	struct http_req *req;
	loop_id step;
	embedding_cb *cb;
	void *ctx;
	struct sbuf err;
};

void embedding_drop(struct embedding *e)
{
	struct embedding **at;

	if (!e)
		return;
	for (at = &e->m->embeddings; *at && *at != e; at = &(*at)->next)
		;
	if (*at)
		*at = e->next;
	http_drop(e->req);
	loop_cancel(e->m->loop, e->step);
	strv_release(&e->texts);
	profile_release(&e->profile);
	sbuf_release(&e->err);
	free(e->v);
	free(e);
}

static void end(struct embedding *e)
{
	bool failed = e->err.len > 0;

	e->cb(e->ctx, failed ? NULL : e->v, e->texts.n, e->dim, failed ? e->err.buf : NULL);
	embedding_drop(e);
}

static size_t batch_len(const struct embedding *e)
{
	return MIN(e->texts.n - e->done, (size_t)EMBEDDING_BATCH);
}

static void ask_batch(struct embedding *e);

static void take_batch(struct embedding *e, const struct http_result *r)
{
	size_t n = batch_len(e);
	float *v;

	if (wire_vectors(r->body->buf, r->body->len, n, &e->dim, &v, &e->err) < 0)
		return;
	if (!e->v)
		e->v = xcalloc(e->texts.n * e->dim, sizeof(*e->v));
	memcpy(e->v + e->done * e->dim, v, n * e->dim * sizeof(*v));
	e->done += n;
	free(v);
}

static void replied(void *ctx, const struct http_result *r)
{
	struct embedding *e = ctx;
	enum wire_problem kind = problem_of_end(r->end);
	struct wire_error we;
	char *fix;

	e->req = NULL;
	if (r->end == HTTP_DONE && r->head.status == 200) {
		take_batch(e, r);
	} else {
		wire_error_read(r->head.status ? r->head.status : 500, r->body->buf, r->body->len, 0, &we);
		model_sentence(kind == WIRE_OK ? we.kind : kind, &we, &e->profile, NULL, r->host, r->head.status, -1, &e->err, &fix);
		wire_error_release(&we);
		free(fix);
	}
	if (e->err.len || e->done == e->texts.n)
		end(e);
	else
		ask_batch(e);
}

static void ask_batch(struct embedding *e)
{
	struct strv plain = STRV_INIT, secret = STRV_INIT;
	struct sbuf body = SBUF_INIT;
	char *url = xstrfmt("%s/embeddings", e->profile.base_url);
	struct http_spec spec = { .url = url, .total_ms = TIME_MS, .keep = 32u << 20, .done = replied, .ctx = e };

	wire_embed(e->profile.embed_model, (const char *const *)e->texts.v + e->done, batch_len(e), &body);
	model_headers(e->profile.key, &plain, &secret);
	spec.headers = (const char *const *)plain.v;
	spec.secret_headers = (const char *const *)secret.v;
	spec.body = body.buf;
	spec.body_len = body.len;
	e->req = http_start(model_http(e->m), &spec);
	strv_release(&plain);
	wipe_strv(&secret);
	sbuf_release(&body);
	free(url);
}

static void set_up(void *ctx)
{
	struct embedding *e = ctx;
	enum profile_state state = profile_load(e->m->app, &e->profile, &e->err);

	e->step = 0;
	if (state == PROFILE_REMOTE && e->profile.embed_model && e->texts.n) {
		sbuf_reset(&e->err);
		ask_batch(e);
		return;
	}
	if (state == PROFILE_REMOTE && e->texts.n)
		error(&e->err, "No embedding model is named (model.embed_model).");
	else if (state == PROFILE_LOCAL)
		error(&e->err, "The local language model makes no vectors; tutor's own embedding model does (tutor model get minilm).");
	else if (!e->texts.n)
		error(&e->err, "There are no texts to embed.");
	end(e);
}

struct embedding *embedding_start(struct model *m, const char *const *texts, size_t n, size_t dim, embedding_cb *cb, void *ctx)
{
	struct embedding *e = xcalloc(1, sizeof(*e));

	e->m = m;
	e->next = m->embeddings;
	m->embeddings = e;
	for (size_t i = 0; i < n; i++)
		strv_push(&e->texts, texts[i]);
	e->dim = dim;
	e->cb = cb;
	e->ctx = ctx;
	sbuf_init(&e->err);
	e->step = loop_defer(m->loop, set_up, e);
	return e;
}
