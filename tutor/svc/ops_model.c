/* Operations: model list, model get, model use, model stop, model status. */
#include "io/http.h"
#include "svc/app.h"
#include "svc/local.h"
#include "svc/model.h"
#include "svc/model_get.h"
#include "svc/model_int.h"
#include "svc/models.h"
#include "svc/ops_list.h"

/* model list */

struct model_row {
	char *name, *title, *licence, *note;
	int64_t mb;
	bool chat, here, used;
};

struct model_list {
	struct model_row *v;
	size_t n;
};

static void list_free(void *data)
{
	struct model_list *l = data;

	for (size_t i = 0; i < l->n; i++) {
		free(l->v[i].name);
		free(l->v[i].title);
		free(l->v[i].licence);
		free(l->v[i].note);
	}
	free(l->v);
	free(l);
}

static struct json *list_json(const void *data)
{
	const struct model_list *l = data;
	struct json *j = json_object(), *arr = json_array();

	for (size_t i = 0; i < l->n; i++) {
		const struct model_row *r = &l->v[i];
		struct json *o = json_object();

		json_set_str(o, "name", r->name);
		json_set_str(o, "title", r->title);
		json_set_str(o, "kind", r->chat ? "chat" : "embedding");
		json_set_num(o, "megabytes", (double)r->mb);
		json_set_str(o, "licence", r->licence);
		json_set_str(o, "note", r->note);
		json_set_bool(o, "downloaded", r->here);
		json_set_bool(o, "used", r->used);
		json_add_take(arr, o);
	}
	json_set_take(j, "models", arr);
	return j;
}

static void list_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct model_list *l = data;

	(void)width;
	for (size_t i = 0; i < l->n; i++) {
		const struct model_row *r = &l->v[i];
		const char *mark = r->used ? ascii ? "*" : "●" : r->here ? ascii ? "+" : "○" : " ";

		sbuf_addf(out, "%s %-20s %6lld MB  %-10s  %s\n", mark, r->name, (long long)r->mb, r->licence, r->note);
	}
	sbuf_addf(out, "\n%s in use, %s downloaded. `tutor model get NAME` loads one.\n", ascii ? "*" : "●", ascii ? "+" : "○");
}

static const struct result_type list_type = { "model_list", list_json, list_plain, list_free };

static void list_start(struct call *call)
{
	struct sbuf err = SBUF_INIT;
	struct models *all = models_load(call->app, &err);
	struct model_list *l;
	struct model_profile p;

	if (!all) {
		call_fail(call, ERROR_NEEDED, "make install", "%s", err.buf);
		sbuf_release(&err);
		return;
	}
	profile_load(call->app, &p, &err);
	l = xcalloc(1, sizeof(*l));
	l->v = xcalloc(all->n, sizeof(*l->v));
	for (l->n = 0; l->n < all->n; l->n++) {
		const struct model_file *m = &all->v[l->n];
		bool here = models_have(call->app, m), chat = m->kind == MODEL_CHAT;

		l->v[l->n] = (struct model_row){ xstrdup(m->name), xstrdup(m->title), xstrdup(m->licence), xstrdup(m->note),
						 m->size / 1000000, chat, here, here && (!chat || (p.path && streq(p.model, m->name))) };
	}
	profile_release(&p);
	models_free(all);
	sbuf_release(&err);
	call_finish(call, &list_type, l, false);
}

const struct op op_model_list = {
	.name = "model_list", .words = "model list", .title = "Language models that can be loaded",
	.help = "Lists the models that tutor knows, with size, licence and what each is good for.",
	.result_schema = "{\"type\":\"object\",\"properties\":{\"models\":{\"type\":\"array\"}},\"required\":[\"models\"]}",
	.fronts = FRONT_TUI | FRONT_CLI | FRONT_HTTP, .start = list_start,
};

/* A sentence with some fields: the result of the others. */

struct model_note {
	struct json *fields;
	char *text;
};

static void note_free(void *data)
{
	struct model_note *n = data;

	json_free(n->fields);
	free(n->text);
	free(n);
}

static struct json *note_json(const void *data)
{
	return json_copy(((const struct model_note *)data)->fields);
}

static void note_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	(void)width;
	(void)ascii;
	sbuf_addstr(out, ((const struct model_note *)data)->text);
}

static const struct result_type note_type = { "model_note", note_json, note_plain, note_free };

static void finish_note(struct call *call, struct json *fields_take, struct sbuf *text_take, bool no)
{
	struct model_note *n = xcalloc(1, sizeof(*n));

	n->fields = fields_take;
	n->text = sbuf_detach(text_take, NULL);
	call_finish(call, &note_type, n, no);
}

/* model get */

static void get_progress(void *ctx, const char *what, int64_t done, int64_t total)
{
	call_progress(ctx, done / 1000000, total / 1000000, total ? "%s, MB" : "%s", what);
}

static void get_done(void *ctx, const char *path, const char *message)
{
	struct call *call = ctx;
	struct json *fields;
	struct sbuf text = SBUF_INIT;

	call->priv = NULL;
	if (message) {
		call_fail(call, ERROR_NEEDED, NULL, "%s", message);
		return;
	}
	fields = json_object();
	json_set_str(fields, "name", call_str(call, "name"));
	json_set_str(fields, "path", path);
	sbuf_addf(&text, "%s is here%s%s.\n", call_str(call, "name"), path ? ": " : "", path ? path : "");
	finish_note(call, fields, &text, false);
}

static void get_start(struct call *call)
{
	struct model_get_spec spec = { .name = call_str(call, "name"), .build = call_bool(call, "build"),
				       .no_server = call_bool(call, "no_server"), .progress = get_progress, .done = get_done, .ctx = call };
	struct sbuf err = SBUF_INIT;

	call->priv = model_get_start(call->app, &spec, &err);
	if (!call->priv)
		call_fail(call, ERROR_USAGE, "tutor model list", "%s", err.buf);
	sbuf_release(&err);
}

static void get_cancel(struct call *call)
{
	model_get_drop(call->priv);
	call->priv = NULL;
	call_fail(call, ERROR_NEEDED, NULL, "Stopped; what was loaded is kept, and the same command goes on from there.");
}

static const struct op_arg get_args[] = {
	{ .name = "name", .type = ARG_STRING, .required = true, .positional = true, .max = 100, .help = "a name of `model list`, or server" },
	{ .name = "build", .type = ARG_BOOL, .help = "build the model server from its sources (faster answers, about 17 minutes)" },
	{ .name = "no_server", .type = ARG_BOOL, .help = "only the model's file" },
};

#define NOTE_SCHEMA "{\"type\":\"object\"}"

const struct op op_model_get = {
	.name = "model_get", .words = "model get", .title = "Load a language model",
	.help = "Loads a model from the first source that gives the right file (size and SHA-256 are compared), and the program that "
		"runs it. Goes on where it was stopped.",
	.args = get_args, .n_args = ARRAY_SIZE(get_args), .result_schema = NOTE_SCHEMA,
	.fronts = FRONT_TUI | FRONT_CLI, .flags = OP_WRITES | OP_LONG | OP_NOT_IN_EXAM, .start = get_start, .cancel = get_cancel,
};

/* model use */

static int use_check(struct call *call, const char *name, const char *url, struct sbuf *err)
{
	struct models *all;
	const struct model_file *m;
	char *host;
	int rc = 0;

	if (url) {
		host = http_host(url);
		free(host);
		return host ? 0 : error(err, "%s is not the address of a model server; it looks like http://localhost:8080/v1.", url);
	}
	if (streq(name, "none"))
		return 0;
	all = models_load(call->app, err);
	m = all ? models_find(all, name) : NULL;
	if (all && (!m || m->kind != MODEL_CHAT))
		rc = error(err, "There is no language model called %s.", name);
	else if (all && !models_have(call->app, m))
		rc = error(err, "The model %s is not downloaded yet.", m->name);
	if (all && !rc)
		rc = profile_choose(call->app, m->name, NULL, err);
	models_free(all);
	return all ? rc : -1;
}

static void use_start(struct call *call)
{
	const char *name = call_str(call, "name"), *url = call_str(call, "base_url");
	struct sbuf err = SBUF_INIT, text = SBUF_INIT;
	struct json *fields;
	int rc = use_check(call, name, url, &err);

	if (!rc && (url || streq(name, "none")))
		rc = profile_choose(call->app, name, url, &err);
	if (rc < 0) {
		call_fail(call, ERROR_USAGE, "tutor model list", "%s", err.buf);
	} else {
		local_end_all(call->app, false); /* what stays for another question may be the model of before */
		fields = json_object();
		json_set_str(fields, "name", name);
		json_set_str(fields, "base_url", url);
		if (streq(name, "none") && !url)
			sbuf_addstr(&text, "No language model is used from now on.\n");
		else
			sbuf_addf(&text, "%s is used from now on%s%s.\n", name, url ? ", at " : "", url ? url : "");
		finish_note(call, fields, &text, false);
	}
	sbuf_release(&err);
}

static const struct op_arg use_args[] = {
	{ .name = "name", .type = ARG_STRING, .required = true, .positional = true, .max = 200,
	  .help = "a downloaded model, `none`, or with --base-url a model of that server" },
	{ .name = "base_url", .type = ARG_STRING, .max = 500, .help = "a server of the OpenAI kind, such as http://localhost:11434/v1" },
};

const struct op op_model_use = {
	.name = "model_use", .words = "model use", .title = "Choose the language model",
	.help = "Chooses the model that answers. The environment and config.ini come before this choice. A server's key comes from "
		"TUTOR_MODEL_API_KEY or the file model.key in the configuration folder.",
	.args = use_args, .n_args = ARRAY_SIZE(use_args), .result_schema = NOTE_SCHEMA,
	.fronts = FRONT_TUI | FRONT_CLI, .flags = OP_WRITES | OP_NOT_IN_EXAM, .start = use_start,
};

/* model stop */

static void stop_start(struct call *call)
{
	struct json *fields = json_object();
	struct sbuf text = SBUF_INIT;
	size_t n = local_end_all(call->app, true);

	json_set_num(fields, "stopped", (double)n);
	sbuf_addstr(&text, n ? "The local model is let go; the next question that wants it starts it again.\n" : "No local model is running.\n");
	finish_note(call, fields, &text, !n);
}

const struct op op_model_stop = {
	.name = "model_stop", .words = "model stop", .title = "End the local model server now",
	.help = "Ends the server of the local model, which else stays for five minutes after its last use (stay_s under [model] in "
		"config.ini). Exit 1 when none is running.",
	.result_schema = NOTE_SCHEMA, .fronts = FRONT_TUI | FRONT_CLI, .flags = OP_WRITES, .start = stop_start,
};

/* model status */

struct status {
	struct call *call;
	struct model_profile p;
	enum profile_state state;
	struct http_req *req;
	struct json *fields;
	struct sbuf text;
};

static void status_end(struct status *s, bool no)
{
	struct call *call = s->call;

	call->priv = NULL;
	profile_release(&s->p);
	finish_note(call, s->fields, &s->text, no);
	free(s);
}

static void add_running(const struct local_status *l, struct sbuf *out)
{
	if (!l->pid)
		return;
	sbuf_addf(out, " (process %d, %d user%s", l->pid, l->users, l->users == 1 ? "" : "s");
	if (l->stays_s >= 0)
		sbuf_addf(out, "; it stays for %d min %d s, `tutor model stop` ends it", l->stays_s / 60, l->stays_s % 60);
	sbuf_addch(out, ')');
}

static void peeked(void *ctx, const struct local_status *l)
{
	struct status *s = ctx;
	struct strv words = STRV_INIT;
	struct sbuf err = SBUF_INIT;
	const char *how = "";
	bool can = !local_program(s->call->app, &words, &how, &err);

	json_set_str(s->fields, "server", can ? how : NULL);
	json_set_str(s->fields, "server_state", l->state);
	json_set_num(s->fields, "pid", l->pid);
	json_set_num(s->fields, "port", l->port);
	json_set_num(s->fields, "users", l->users);
	if (l->stays_s >= 0)
		json_set_num(s->fields, "stays_s", l->stays_s);
	if (can)
		sbuf_addf(&s->text, "server: llama.cpp (%s), %d thread%s, %s", how, local_threads(), local_threads() == 1 ? "" : "s",
			  streq(l->state, "off") ? "not started: it starts with the first question" : l->state);
	else
		sbuf_addf(&s->text, "server: %s", err.buf);
	add_running(l, &s->text);
	sbuf_addch(&s->text, '\n');
	strv_release(&words);
	sbuf_release(&err);
	status_end(s, !can);
}

static void answered(void *ctx, const struct http_result *r)
{
	struct status *s = ctx;
	struct json *j = r->head.status == 200 ? json_parse(r->body->buf, r->body->len, NULL) : NULL;
	const struct json *data = json_get(j, "data");
	const struct quirk *q = quirk_find(r->host, j, r->head.server);
	struct wire_error e = { .said = SBUF_INIT };
	enum wire_problem kind = problem_of_end(r->end);
	struct sbuf why = SBUF_INIT;
	char *fix = NULL;

	s->req = NULL;
	if (kind == WIRE_OK && r->head.status >= 400 && r->head.status != 404) {
		wire_error_read(r->head.status, r->body->buf, r->body->len, 0, &e);
		kind = e.kind;
	}
	model_sentence(kind, &e, &s->p, q, r->host, r->head.status, r->head.retry_after_ms, &why, &fix);
	json_set_str(s->fields, "server", q->title);
	json_set_bool(s->fields, "answers", kind == WIRE_OK);
	if (kind == WIRE_OK)
		sbuf_addf(&s->text, "server: %s answers; it lists %zu model%s\n", q->title, json_len(data), json_len(data) == 1 ? "" : "s");
	else
		sbuf_addf(&s->text, "server: %s\n", why.buf);
	for (size_t i = 0; i < json_len(data) && i < 20; i++)
		sbuf_addf(&s->text, "        %s\n", json_get_str(json_at(data, i), "id", "?"));
	wire_error_release(&e);
	sbuf_release(&why);
	free(fix);
	json_free(j);
	status_end(s, kind != WIRE_OK);
}

static void ask_server(struct status *s)
{
	struct strv plain = STRV_INIT, secret = STRV_INIT;
	char *url = xstrfmt("%s/models", s->p.base_url);
	struct http_spec spec = { .url = url, .silence_ms = 8000, .total_ms = 8000, .keep = 256 << 10, .done = answered, .ctx = s };

	model_headers(s->p.key, &plain, &secret);
	spec.headers = (const char *const *)plain.v;
	spec.secret_headers = (const char *const *)secret.v;
	s->req = http_start(model_http(app_model(s->call->app)), &spec);
	strv_release(&plain);
	wipe_strv(&secret);
	free(url);
}

static void describe(struct status *s)
{
	json_set_str(s->fields, "model", s->p.model);
	json_set_str(s->fields, "base_url", s->p.base_url);
	json_set_str(s->fields, "family", s->p.family);
	json_set_str(s->fields, "chosen_by", s->p.origin);
	json_set_str(s->fields, "key_from", s->p.key_from);
	json_set_str(s->fields, "path", s->p.path);
	sbuf_addf(&s->text, "model:  %s (%s)\n", s->p.model ? s->p.model : "the server's first", s->p.origin);
	if (s->p.base_url)
		sbuf_addf(&s->text, "at:     %s, %s%s\n", s->p.base_url, s->p.key ? "key from " : "no key",
			  s->p.key ? s->p.key_from : "");
	else
		sbuf_addf(&s->text, "file:   %s\n", s->p.path);
}

static void status_start(struct call *call)
{
	struct status *s = xcalloc(1, sizeof(*s));
	struct sbuf err = SBUF_INIT;

	s->call = call;
	s->fields = json_object();
	sbuf_init(&s->text);
	call->priv = s;
	s->state = profile_load(call->app, &s->p, &err);
	if (s->state == PROFILE_LOCAL || s->state == PROFILE_REMOTE)
		describe(s);
	if (s->state == PROFILE_LOCAL) {
		local_peek(call->app, s->p.path, peeked, s);
	} else if (s->state == PROFILE_REMOTE) {
		ask_server(s);
	} else {
		json_set_str(s->fields, "model", NULL);
		json_set_str(s->fields, "why", err.buf);
		sbuf_addf(&s->text, "%s Answers come from the knowledge base alone.\n", err.buf);
		status_end(s, true);
	}
	sbuf_release(&err);
}

const struct op op_model_status = {
	.name = "model_status", .words = "model status", .title = "Which language model is used, and does it answer",
	.help = "Says which model is chosen and by what, where it runs, and whether its server answers. Exit 1 when there is none.",
	.result_schema = NOTE_SCHEMA, .fronts = FRONT_TUI | FRONT_CLI | FRONT_HTTP, .start = status_start,
};
