/*
 * model: one chat, as a small state machine: SET UP (the profile) -> LOCAL (bring our server up) or PROBE (ask a server what it is) ->
 * SEND -> the end, or a wait and SEND again.
 */
#include <sodium.h>

#include "base/clock.h"
#include "base/log.h"
#include "svc/app.h"
#include "svc/model_int.h"

#define RETRIES 2
#define FIELDS_MAX 5           /* refused fields that are left out, one a request */
#define WAIT_MAX_MS 20000
#define LOADING_MS 60000
#define PROBE_MS 8000
#define STARTING_MS 300        /* a server that runs already is there by then */
#define TEXT_A_TOKEN 24        /* bytes; a token is about 4: a server that minds no bound is stopped at this one */

struct chat {
	struct model *m;
	struct chat *next;
	struct chat_hooks hooks;
	struct chat_message *messages;
	struct strv strings; /* owns what the ask points to */
	char **stop;
	struct json *schema;
	struct chat_ask ask;
	struct model_profile profile;
	struct server_memory server;
	char *url, *key;      /* of the local server; NULL */
	struct http_req *req;
	loop_id step;
	struct wire_reader reader;
	unsigned sent;
	int tries, retries, fields;
	int64_t start_ms, first_ms, loading_since;
	enum wire_problem problem;
	struct sbuf message;
	char *fix;
	bool reading, dropped; /* dropped while its bytes are read: freed after that */
};

static void send_it(void *ctx);
static void set_up(void *ctx);

/* The ask, copied. */

static const char *keep(struct chat *c, const char *s)
{
	if (!s)
		return NULL;
	strv_push(&c->strings, s);
	return c->strings.v[c->strings.n - 1];
}

static void copy_ask(struct chat *c, const struct chat_ask *ask)
{
	size_t n = 0;

	c->ask = *ask;
	c->messages = xcalloc(ask->n_messages + 1, sizeof(*c->messages));
	for (size_t i = 0; i < ask->n_messages; i++)
		c->messages[i] = (struct chat_message){ keep(c, ask->messages[i].role), keep(c, ask->messages[i].content) };
	while (ask->stop && ask->stop[n])
		n++;
	c->stop = xcalloc(n + 1, sizeof(*c->stop));
	for (size_t i = 0; i < n; i++)
		c->stop[i] = xstrdup(ask->stop[i]);
	c->schema = ask->schema ? json_copy(ask->schema) : NULL;
	c->ask.messages = c->messages;
	c->ask.stop = (const char *const *)c->stop;
	c->ask.grammar = keep(c, ask->grammar);
	c->ask.schema = c->schema;
}

/* The end. */

static void unlink_chat(struct chat *c)
{
	struct chat **at = &c->m->chats;

	while (*at && *at != c)
		at = &(*at)->next;
	if (*at)
		*at = c->next;
}

void chat_drop(struct chat *c)
{
	if (!c)
		return;
	if (c->reading) {
		c->dropped = true;
		return;
	}
	unlink_chat(c);
	http_drop(c->req);
	loop_cancel(c->m->loop, c->step);
	if (c->m->local)
		local_forget(c->m->local, c);
	if (c->key)
		explicit_bzero(c->key, strlen(c->key));
	free(c->url);
	free(c->key);
	for (char **s = c->stop; *s; s++)
		free(*s);
	free(c->stop);
	free(c->messages);
	strv_release(&c->strings);
	json_free(c->schema);
	profile_release(&c->profile);
	memory_release(&c->server);
	wire_reader_release(&c->reader);
	sbuf_release(&c->message);
	free(c->fix);
	free(c);
}

static void end(struct chat *c)
{
	struct chat_result r = {
		.problem = c->problem, .finish = c->reader.finish, .text = c->reader.text.buf, .reasoning = c->reader.reasoning.buf,
		.message = c->message.buf, .fix = c->fix, .tokens_in = c->reader.tokens_in, .tokens_out = c->reader.tokens_out,
		.first_ms = c->first_ms, .ms = clock_mono_ms() - c->start_ms, .tries = c->tries,
		.model = c->profile.model ? c->profile.model : "",
		.server = c->server.quirk ? c->server.quirk->title : "",
	};

	if (c->problem != WIRE_OK)
		log_warn("model: %s", c->message.buf);
	c->hooks.done(c->hooks.ctx, &r);
	chat_drop(c);
}

static void end_now(void *ctx)
{
	struct chat *c = ctx;

	c->step = 0;
	end(c);
}

static void fail(struct chat *c, enum wire_problem kind, const char *message, const char *fix)
{
	c->problem = kind;
	sbuf_addstr(&c->message, message);
	free(c->fix);
	c->fix = xstrdup_or_null(fix);
	if (!c->step)
		c->step = loop_defer(c->m->loop, end_now, c);
}

/* Waiting and trying again. */

static void wait_then_send(struct chat *c, int64_t ms, const char *what)
{
	if (c->hooks.waiting && what)
		c->hooks.waiting(c->hooks.ctx, what);
	c->step = loop_after(c->m->loop, ms, c->profile.path ? set_up : send_it, c);
}

/* 0.5 s doubling to 8 s, a quarter less at random. */
static int64_t own_wait(int tries)
{
	int64_t ms = MIN(500ll << MIN(tries, 4), 8000);

	return ms - (int64_t)randombytes_uniform((uint32_t)ms / 4);
}

/* Milliseconds until the next try, or -1. */
static int64_t wait_for(struct chat *c, enum wire_problem kind, const struct http_head *h)
{
	int64_t ms = h->retry_after_ms >= 0 ? h->retry_after_ms : own_wait(c->retries);

	if (c->first_ms >= 0 || h->should_retry == 0 || ms > WAIT_MAX_MS)
		return -1;
	if (kind == WIRE_LOADING) {
		if (!c->loading_since)
			c->loading_since = clock_mono_ms();
		return clock_mono_ms() - c->loading_since < LOADING_MS ? ms : -1;
	}
	if (kind == WIRE_UNREACHABLE && !c->profile.path)
		return -1; /* nobody listens: waiting a second changes nothing */
	if (!wire_may_retry(kind) && h->should_retry != 1)
		return -1;
	return c->retries++ < RETRIES ? ms : -1;
}

static const char *waiting_word(enum wire_problem kind)
{
	return kind == WIRE_LOADING ? "the server loads its model" : kind == WIRE_BUSY ? "the server asks to wait" : "trying again";
}

/* A field that this server refuses is left out from now on. */
static bool leave_out(struct chat *c, const struct wire_error *e)
{
	if (e->kind != WIRE_FIELD || c->fields++ >= FIELDS_MAX)
		return false;
	c->server.drop |= e->field;
	if (!c->profile.path)
		memory_put(c->m, c->profile.base_url, &c->server);
	c->step = loop_defer(c->m->loop, send_it, c);
	return true;
}

static void give_up(struct chat *c, enum wire_problem kind, const struct wire_error *e, const struct http_result *r)
{
	char *fix;
	struct sbuf text = SBUF_INIT;

	model_sentence(kind, e, &c->profile, c->server.quirk, r->host, r->head.status, r->head.retry_after_ms, &text, &fix);
	if (kind == WIRE_UNREACHABLE && r->end != HTTP_NO_CONNECT) { /* libcurl knows better: an unknown name, a bad certificate */
		sbuf_reset(&text);
		sbuf_addstr(&text, r->message);
	}
	fail(c, kind, text.buf, fix);
	sbuf_release(&text);
	free(fix);
}

/* The reply. */

static void on_text(void *ctx, const char *p, size_t len)
{
	struct chat *c = ctx;

	if (c->first_ms < 0)
		c->first_ms = clock_mono_ms() - c->start_ms;
	if (c->hooks.text && !c->dropped)
		c->hooks.text(c->hooks.ctx, p, len);
}

static void on_reasoning(void *ctx, const char *p, size_t len)
{
	struct chat *c = ctx;

	if (c->hooks.reasoning && !c->dropped)
		c->hooks.reasoning(c->hooks.ctx, p, len);
}

static void fresh_reader(struct chat *c)
{
	wire_reader_release(&c->reader);
	wire_reader_init(&c->reader, (size_t)c->ask.max_tokens * TEXT_A_TOKEN + 256);
	c->reader.on_text = on_text;
	c->reader.on_reasoning = on_reasoning;
	c->reader.ctx = c;
}

static int reply_data(void *ctx, const char *p, size_t len)
{
	struct chat *c = ctx;
	int rc = 0;

	if (c->profile.path)
		local_touch(model_local(c->m));
	c->reading = true;
	if (http_status(c->req) == 200)
		rc = wire_reader_feed(&c->reader, p, len);
	c->reading = false;
	if (c->dropped)
		chat_drop(c);
	return rc;
}

static void stream_over(struct chat *c, const struct http_result *r)
{
	enum wire_problem kind = problem_of_end(r->end);
	int64_t ms;

	if (kind == WIRE_OK || kind == WIRE_CUT) {
		c->reading = true;
		wire_reader_end(&c->reader);
		c->reading = false;
		if (c->dropped) {
			chat_drop(c);
			return;
		}
		if (c->reader.error.kind == WIRE_OK) { /* whole, even when the connection broke off behind it */
			end(c);
			return;
		}
		kind = kind == WIRE_CUT && c->reader.error.kind == WIRE_GARBAGE ? WIRE_CUT : c->reader.error.kind;
	}
	ms = wait_for(c, kind, &r->head);
	if (ms >= 0 && !c->reader.text.len)
		wait_then_send(c, ms, waiting_word(kind));
	else
		give_up(c, kind, &c->reader.error, r);
}

static void error_over(struct chat *c, const struct http_result *r)
{
	struct wire_error e;
	int64_t ms;

	wire_error_read(r->head.status, r->body->buf, r->body->len, c->sent, &e);
	if (!leave_out(c, &e)) {
		ms = wait_for(c, e.kind, &r->head);
		if (ms >= 0)
			wait_then_send(c, ms, waiting_word(e.kind));
		else
			give_up(c, e.kind, &e, r);
	}
	wire_error_release(&e);
}

static void replied(void *ctx, const struct http_result *r)
{
	struct chat *c = ctx;

	c->req = NULL;
	if (r->head.status == 200)
		stream_over(c, r);
	else if (r->end == HTTP_DONE)
		error_over(c, r);
	else
		stream_over(c, r);
}

static void send_it(void *ctx)
{
	struct chat *c = ctx;
	const char *base = c->url ? c->url : c->profile.base_url, *key = c->url ? c->key : c->profile.key;
	struct strv plain = STRV_INIT, secret = STRV_INIT;
	struct sbuf body = SBUF_INIT;
	char *url = xstrfmt("%s/chat/completions", base);
	struct http_spec spec = { .url = url, .silence_ms = c->profile.silence_ms, .on_data = reply_data, .done = replied, .ctx = c };

	c->step = 0;
	c->tries++;
	fresh_reader(c);
	if (!c->profile.model)
		c->profile.model = xstrdup(c->server.first_model ? c->server.first_model : "default");
	c->sent = wire_chat(c->server.quirk, c->server.drop, c->profile.model, &c->ask, &body);
	model_headers(key, &plain, &secret);
	spec.headers = (const char *const *)plain.v;
	spec.secret_headers = (const char *const *)secret.v;
	spec.body = body.buf;
	spec.body_len = body.len;
	c->req = http_start(model_http(c->m), &spec);
	strv_release(&plain);
	wipe_strv(&secret);
	sbuf_release(&body);
	free(url);
}

/* Asking a server what it is. */

static void probed(void *ctx, const struct http_result *r)
{
	struct chat *c = ctx;
	struct json *j = NULL;

	c->req = NULL;
	if (problem_of_end(r->end) == WIRE_UNREACHABLE || r->end == HTTP_SILENT) {
		c->server.quirk = quirk_find(r->host, NULL, NULL);
		give_up(c, problem_of_end(r->end), NULL, r);
		return;
	}
	if (r->head.status == 200)
		j = json_parse(r->body->buf, r->body->len, NULL);
	c->server.quirk = quirk_find(r->host, j, r->head.server);
	c->server.first_model = xstrdup_or_null(json_get_str(json_at(json_get(j, "data"), 0), "id", NULL));
	if (j) /* else it knows no list, or the key is wrong: nothing to remember */
		memory_put(c->m, c->profile.base_url, &c->server);
	json_free(j);
	send_it(c);
}

static void probe(struct chat *c)
{
	struct strv plain = STRV_INIT, secret = STRV_INIT;
	char *url = xstrfmt("%s/models", c->profile.base_url);
	struct http_spec spec = { .url = url, .silence_ms = MIN(PROBE_MS, c->profile.silence_ms), .total_ms = PROBE_MS, .keep = 256 << 10, .done = probed, .ctx = c };

	model_headers(c->profile.key, &plain, &secret);
	spec.headers = (const char *const *)plain.v;
	spec.secret_headers = (const char *const *)secret.v;
	c->req = http_start(model_http(c->m), &spec);
	strv_release(&plain);
	wipe_strv(&secret);
	free(url);
}

/* Setting up. */

static void say_starting(void *ctx)
{
	struct chat *c = ctx;

	c->step = 0;
	if (c->hooks.waiting)
		c->hooks.waiting(c->hooks.ctx, "starting the local model");
}

static void local_up(void *ctx, const char *url, const char *key, const char *err)
{
	struct chat *c = ctx;

	loop_cancel(c->m->loop, c->step);
	c->step = 0;
	if (err) {
		fail(c, WIRE_CONFIG, err, "tutor model status");
		return;
	}
	free(c->url);
	free(c->key);
	c->url = xstrdup(url);
	c->key = xstrdup(key);
	c->server.quirk = &quirk_local;
	send_it(c);
}

static void set_up(void *ctx)
{
	struct chat *c = ctx;
	struct sbuf err = SBUF_INIT;
	enum profile_state state;

	c->step = 0;
	profile_release(&c->profile);
	memory_release(&c->server);
	state = profile_load(c->m->app, &c->profile, &err);
	if (state == PROFILE_LOCAL) {
		c->step = loop_after(c->m->loop, STARTING_MS, say_starting, c);
		local_want(model_local(c->m), c->profile.path, local_up, c);
	} else if (state == PROFILE_REMOTE) {
		if (memory_get(c->m, c->profile.base_url, &c->server))
			send_it(c);
		else
			probe(c);
	} else {
		fail(c, WIRE_CONFIG, err.buf, state == PROFILE_NONE ? "tutor model list" : NULL);
	}
	sbuf_release(&err);
}

struct chat *chat_start(struct model *m, const struct chat_ask *ask, const struct chat_hooks *hooks)
{
	struct chat *c = xcalloc(1, sizeof(*c));

	c->m = m;
	c->next = m->chats;
	m->chats = c;
	c->hooks = *hooks;
	c->start_ms = clock_mono_ms();
	c->first_ms = -1;
	sbuf_init(&c->message);
	copy_ask(c, ask);
	wire_reader_init(&c->reader, 0);
	c->step = loop_defer(m->loop, set_up, c);
	return c;
}
