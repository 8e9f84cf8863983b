#include "svc/code_ask.h"

#include "base/file.h"
#include "io/loop.h"
#include "rust/answer.h"
#include "svc/app.h"
#include "svc/gate.h"
#include "svc/model.h"

struct code_ask {
	struct app *app;
	struct chat *chat;
	struct gate gate;
	struct sbuf text, why;
	bool whole;
	loop_id later;
	void (*done)(void *ctx, const char *code, size_t len, const char *why);
	void *ctx;
};

struct prompts *code_prompts(struct app *app, struct sbuf *err)
{
	char *family = NULL, *dir;
	const char *content = app_content(app, err);
	struct prompts *p = NULL;
	struct gate gate;

	gate_check(app, MODE_PRACTICE, false, &gate);
	if (!gate.open)
		error(err, "%s", gate.note);
	else if (content && model_is_set(app_model(app), &family, err)) {
		dir = path_join(content, "kb/prompts");
		p = prompts_load(dir, family, err);
		free(dir);
	}
	gate_release(&gate);
	free(family);
	return p;
}

static void ask_free(struct code_ask *a)
{
	gate_release(&a->gate);
	chat_drop(a->chat);
	loop_cancel(app_loop(a->app), a->later);
	sbuf_release(&a->text);
	sbuf_release(&a->why);
	free(a);
}

/* A prompt puts `| ` before a line of code that looks like a role ("user: String,"); the answer may repeat it. */
static void without_bars(struct sbuf *code)
{
	struct sbuf out = SBUF_INIT;

	for (const char *p = code->buf; *p;) {
		size_t n = strcspn(p, "\n");

		n += p[n] == '\n';
		if (starts_with(p, "| ")) {
			p += 2;
			n -= 2;
		}
		sbuf_add(&out, p, n);
		p += n;
	}
	sbuf_release(code);
	*code = out;
}

static void give(void *ctx)
{
	struct code_ask *a = ctx;
	struct sbuf code = SBUF_INIT;

	a->later = 0;
	chat_drop(a->chat);
	a->chat = NULL;
	if (!a->why.len && !answer_code(a->text.buf, a->text.len, a->whole, &code))
		sbuf_addstr(&a->why, CODE_ASK_NONE);
	without_bars(&code);
	a->done(a->ctx, a->why.len ? NULL : code.buf, code.len, a->why.buf);
	sbuf_release(&code);
	ask_free(a);
}

/* The answer streams: what comes behind the first block is not waited for. */
static void on_text(void *ctx, const char *p, size_t len)
{
	struct code_ask *a = ctx;

	if (a->later || a->text.len + len > ANSWER_MAX)
		return;
	sbuf_add(&a->text, p, len);
	if (memchr(p, '`', len) && answer_is_over(a->text.buf, a->text.len))
		a->later = loop_defer(app_loop(a->app), give, a);
}

static void told(void *ctx, const struct chat_result *r)
{
	struct code_ask *a = ctx;

	a->chat = NULL;
	gate_spent(a->app, &a->gate, r, NULL);
	if (a->later)
		return; /* it is on its way already */
	a->whole = r->problem == WIRE_OK && r->finish == WIRE_STOPPED;
	if (r->problem != WIRE_OK)
		sbuf_addstr(&a->why, *r->message ? r->message : "The model gave no answer.");
	give(a);
}

struct code_ask *code_ask_start(struct app *app, const struct code_ask_spec *spec, struct sbuf *err)
{
	struct code_ask *a;
	struct prompt p;
	struct chat_message *messages;
	struct chat_ask ask = { .temperature = spec->temperature };
	struct chat_hooks hooks = { .text = on_text, .done = told };

	if (prompt_fill(spec->prompts, spec->step, spec->fields, spec->n_fields, &p, err) < 0)
		return NULL;
	a = xcalloc(1, sizeof(*a));
	a->app = app;
	gate_check(app, MODE_PRACTICE, false, &a->gate);
	if (!a->gate.open) { /* a day's tokens may be used up since the last call */
		error(err, "%s", a->gate.note);
		gate_release(&a->gate);
		free(a);
		prompt_end(&p);
		return NULL;
	}
	a->done = spec->done;
	a->ctx = spec->ctx;
	sbuf_init(&a->text);
	sbuf_init(&a->why);
	messages = xcalloc(p.n + 1, sizeof(*messages));
	for (size_t i = 0; i < p.n; i++)
		messages[i] = (struct chat_message){ p.v[i].role, p.v[i].content };
	ask.messages = messages;
	ask.n_messages = p.n;
	ask.slot = p.step->slot;
	ask.max_tokens = MIN(spec->max_tokens, p.step->max_tokens);
	if (spec->temperature < 0)
		ask.temperature = p.step->temperature;
	hooks.ctx = a;
	a->chat = chat_start(app_model(app), &ask, &hooks);
	free(messages);
	prompt_end(&p);
	return a;
}

void code_ask_drop(struct code_ask *a)
{
	if (a)
		ask_free(a);
}
