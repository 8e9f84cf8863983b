#include "svc/stepchat.h"

#include "base/file.h"
#include "io/loop.h"
#include "svc/app.h"

#define AGAIN_TEMPERATURE .5

struct stepchat {
	struct app *app;
	struct stepchat_spec spec;
	struct prompts *prompts;
	struct prompt prompt;
	struct chat *chat;
	loop_id failing; /* a failure is told in the next turn */
	struct sbuf err;
};

struct prompts *stepchat_prompts(struct app *app, struct sbuf *err)
{
	const char *content = app_content(app, err);
	struct prompts *p = NULL;
	char *family = NULL, *dir;

	if (!content || !model_is_set(app_model(app), &family, err))
		return NULL;
	dir = path_join(content, "kb/prompts");
	p = prompts_load(dir, family, err);
	free(dir);
	free(family);
	return p;
}

static void release(struct stepchat *s)
{
	prompt_end(&s->prompt);
	prompts_free(s->prompts);
	sbuf_release(&s->err);
	free(s);
}

static void replied(void *ctx, const struct chat_result *r)
{
	struct stepchat *s = ctx;

	s->chat = NULL;
	s->spec.done(s->spec.ctx, r, &s->prompt, NULL);
	release(s);
}

static void failed(void *ctx)
{
	struct stepchat *s = ctx;

	s->spec.done(s->spec.ctx, NULL, NULL, s->err.buf);
	release(s);
}

static void text_came(void *ctx, const char *p, size_t len)
{
	struct stepchat *s = ctx;

	if (s->spec.text)
		s->spec.text(s->spec.ctx, p, len);
}

static void waits(void *ctx, const char *what)
{
	struct stepchat *s = ctx;

	if (s->spec.waiting)
		s->spec.waiting(s->spec.ctx, what);
}

static void send(struct stepchat *s)
{
	struct chat_message *v = xcalloc(s->prompt.n + 1, sizeof(*v));
	const struct prompt_step *step = s->prompt.step;
	struct chat_ask ask = { .messages = v, .n_messages = s->prompt.n, .max_tokens = step->max_tokens, .temperature = step->temperature,
				.stop = step->stop.n ? (const char *const *)step->stop.v : NULL, .grammar = s->spec.grammar ? s->spec.grammar : step->grammar, .slot = step->slot };
	struct chat_hooks hooks = { .waiting = waits, .text = text_came, .done = replied, .ctx = s };

	if (s->spec.again)
		ask.temperature = MAX(step->temperature, AGAIN_TEMPERATURE);
	for (size_t i = 0; i < s->prompt.n; i++)
		v[i] = (struct chat_message){ s->prompt.v[i].role, s->prompt.v[i].content };
	s->chat = chat_start(app_model(s->app), &ask, &hooks);
	free(v);
}

struct stepchat *stepchat_start(struct app *app, const struct stepchat_spec *spec)
{
	struct stepchat *s = xcalloc(1, sizeof(*s));

	s->app = app;
	s->spec = *spec;
	sbuf_init(&s->err);
	s->prompts = stepchat_prompts(app, &s->err);
	if (s->prompts && prompt_fill(s->prompts, spec->step, spec->fields, spec->n_fields, &s->prompt, &s->err) == 0)
		send(s);
	else
		s->failing = loop_defer(app_loop(app), failed, s);
	s->spec.grammar = NULL;
	s->spec.fields = NULL; /* the caller's, gone from here */
	return s;
}

void stepchat_drop(struct stepchat *s)
{
	if (!s)
		return;
	chat_drop(s->chat);
	loop_cancel(app_loop(s->app), s->failing);
	release(s);
}
