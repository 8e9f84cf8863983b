#include "svc/model.h"

#include "base/clock.h"
#include "base/file.h"
#include "svc/app.h"
#include "svc/model_int.h"

#define MEMORY_AGE_S (7 * 24 * 3600)
#define MEMORY_MAX (256u << 10)

struct model *model_new(struct app *app)
{
	struct model *m = xcalloc(1, sizeof(*m));

	m->app = app;
	m->loop = app_loop(app);
	return m;
}

void model_free(struct model *m)
{
	if (!m)
		return;
	while (m->chats)
		chat_drop(m->chats);
	while (m->embeddings)
		embedding_drop(m->embeddings);
	local_free(m->local);
	http_free(m->http);
	json_free(m->memory);
	free(m);
}

struct http *model_http(struct model *m)
{
	const char *ca;

	if (!m->http) {
		m->http = http_new(m->loop);
		ca = app_config(m->app, "model.ca_file");
		http_set_ca(m->http, ca);
	}
	return m->http;
}

struct local *model_local(struct model *m)
{
	if (!m->local)
		m->local = local_new(m->app);
	return m->local;
}

bool model_is_set(struct model *m, char **family, struct sbuf *err)
{
	struct model_profile p;
	enum profile_state state = profile_load(m->app, &p, err);
	bool set = state == PROFILE_LOCAL || state == PROFILE_REMOTE;

	if (family)
		*family = set ? xstrdup(p.family) : NULL;
	profile_release(&p);
	return set;
}

void model_unload(struct model *m)
{
	if (m->local)
		local_unload(m->local);
}

/* What is known of servers: CACHE/model-servers.json. No secrets in it. */

static char *memory_path(const struct model *m)
{
	return path_join(app_dir(m->app, APP_CACHE), "model-servers.json");
}

static struct json *memory_of(struct model *m)
{
	struct sbuf text = SBUF_INIT;
	char *path;

	if (m->memory)
		return m->memory;
	path = memory_path(m);
	if (file_exists(path) && !file_read(path, MEMORY_MAX, &text, NULL))
		m->memory = json_parse(text.buf, text.len, NULL);
	if (!json_is_object(m->memory)) {
		json_free(m->memory);
		m->memory = json_object();
	}
	sbuf_release(&text);
	free(path);
	return m->memory;
}

bool memory_get(struct model *m, const char *base_url, struct server_memory *out)
{
	const struct json *j = json_get(memory_of(m), base_url);
	int64_t age = clock_now() - json_get_int(j, "when", 0);

	*out = (struct server_memory){ 0 };
	if (!json_is_object(j) || age < 0 || age > MEMORY_AGE_S)
		return false;
	out->quirk = quirk_by_name(json_get_str(j, "server", "any"));
	out->drop = (unsigned)json_get_int(j, "drop", 0) & WIRE_FIELDS;
	out->first_model = xstrdup_or_null(json_get_str(j, "model", NULL));
	return true;
}

void memory_put(struct model *m, const char *base_url, const struct server_memory *in)
{
	struct json *all = memory_of(m), *j = json_object();
	struct sbuf text = SBUF_INIT;
	char *path = memory_path(m);

	json_set_str(j, "server", in->quirk->name);
	json_set_num(j, "drop", in->drop);
	if (in->first_model)
		json_set_str(j, "model", in->first_model);
	json_set_num(j, "when", (double)clock_now());
	json_set_take(all, base_url, j);
	json_write(all, true, &text);
	if (text.len < MEMORY_MAX && !app_dir_ready(m->app, APP_CACHE, NULL))
		file_write_atomic(path, text.buf, text.len, NULL); /* only a memory: without it the server is asked again */
	sbuf_release(&text);
	free(path);
}

void memory_release(struct server_memory *s)
{
	free(s->first_model);
	s->first_model = NULL;
}

/* Headers. */

void model_headers(const char *key, struct strv *plain, struct strv *secret)
{
	strv_push(plain, "Content-Type: application/json");
	strv_push(plain, "Accept: text/event-stream, application/json");
	if (key)
		strv_pushf(secret, "Authorization: Bearer %s", key);
}

void wipe_strv(struct strv *v)
{
	for (size_t i = 0; i < v->n; i++)
		explicit_bzero(v->v[i], strlen(v->v[i]));
	strv_release(v);
}

/* Sentences. */

enum wire_problem problem_of_end(enum http_end end)
{
	switch (end) {
	case HTTP_NO_HOST:
	case HTTP_NO_CONNECT:
	case HTTP_TLS:
	case HTTP_BAD:
		return WIRE_UNREACHABLE;
	case HTTP_SILENT:
		return WIRE_SILENT;
	case HTTP_CUT:
		return WIRE_CUT;
	case HTTP_TOO_LARGE:
		return WIRE_GARBAGE;
	case HTTP_DONE:
	case HTTP_STOPPED:
		break;
	}
	return WIRE_OK;
}

static void add_said(struct sbuf *out, const struct wire_error *e)
{
	if (e && e->said.len)
		sbuf_addf(out, " It says: \"%s\"", e->said.buf);
}

static void key_sentence(const struct model_profile *p, const char *host, struct sbuf *out, char **fix)
{
	if (p && p->key)
		sbuf_addf(out, "%s refuses the key from %s.", host, p->key_from);
	else
		sbuf_addf(out, "%s wants a key, and none is set.", host);
	*fix = xstrdup("set TUTOR_MODEL_API_KEY to a valid key for this server");
}

static void overflow_sentence(const struct wire_error *e, struct sbuf *out)
{
	if (e && e->tokens > 0 && e->limit > 0)
		sbuf_addf(out, "The question with its passages has %lld tokens; the model takes %lld.", (long long)e->tokens,
			  (long long)e->limit);
	else
		sbuf_addstr(out, "The question with its passages is longer than the model can take.");
}

static void busy_sentence(const char *host, int64_t wait_ms, struct sbuf *out)
{
	sbuf_addf(out, "%s has too many requests right now", host);
	if (wait_ms >= 60000)
		sbuf_addf(out, " and asks to wait %lld minutes", (long long)(wait_ms + 59999) / 60000);
	else if (wait_ms >= 1000)
		sbuf_addf(out, " and asks to wait %lld s", (long long)wait_ms / 1000);
	sbuf_addch(out, '.');
}

static void refused_sentence(const char *host, long status, struct sbuf *out)
{
	if (status >= 300 && status < 400)
		sbuf_addf(out, "%s sends requests on to another address; set base_url to that one (nothing was sent there).", host);
	else
		sbuf_addf(out, "%s does not accept the request (status %ld).", host, status);
}

void model_sentence(enum wire_problem kind, const struct wire_error *e, const struct model_profile *p, const struct quirk *q,
		    const char *host, long status, int64_t wait_ms, struct sbuf *out, char **fix)
{
	bool local = p && p->path;

	*fix = NULL;
	host = local ? "The local model" : host && *host ? host : "The server";
	switch (kind) {
	case WIRE_OK:
	case WIRE_CONFIG:
		return;
	case WIRE_UNREACHABLE:
		sbuf_addf(out, "No model server answers at %s.", host);
		*fix = xstrdup_or_null(q && q->mend ? q->mend : "tutor model status");
		return;
	case WIRE_KEY:
		key_sentence(p, host, out, fix);
		break;
	case WIRE_CREDIT:
		sbuf_addf(out, "The account at %s has no credit left.", host);
		break;
	case WIRE_BUSY:
		busy_sentence(host, wait_ms, out);
		return;
	case WIRE_LOADING:
		sbuf_addf(out, "%s is still loading its model; ask again in a minute.", host);
		return;
	case WIRE_OVERFLOW:
		overflow_sentence(e, out);
		return;
	case WIRE_NO_MODEL:
		sbuf_addf(out, "%s does not have the model %s.", host, p && p->model ? p->model : "that was asked for");
		*fix = xstrdup("tutor model status");
		break;
	case WIRE_FIELD:
	case WIRE_REQUEST:
		refused_sentence(host, status, out);
		break;
	case WIRE_SERVER:
		if (status > 200)
			sbuf_addf(out, "%s has an error of its own (status %ld).", host, status);
		else
			sbuf_addf(out, "%s broke off with an error of its own.", host);
		break;
	case WIRE_CUT:
		sbuf_addf(out, "The answer of %s broke off.", local ? "the local model" : host);
		return;
	case WIRE_SILENT:
		sbuf_addf(out, "%s did not answer in time.", host);
		return;
	case WIRE_GARBAGE:
		sbuf_addf(out, "What %s sent is no answer of a language model.", local ? "the local model" : host);
		*fix = local ? NULL : xstrdup("look at base_url: it usually ends in /v1");
		return;
	}
	add_said(out, e);
}
