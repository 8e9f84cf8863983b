/*
 * A user of svc/model without a front, for tests of real and foreign servers (tests/models, tests/e2e/aimock.sh):
 *   model_tool chat PROMPT TOKENS      streams a reply
 *   model_tool cancel PROMPT PIECES    drops the chat after so many pieces and stays
 *   model_tool hold PROMPT TOKENS      streams a reply and stays
 *   model_tool unload PROMPT           streams four tokens, lets the server go for all, and stays
 *   model_tool embed TEXT...           vectors
 * A line of JSON for each thing that happens: {"ms", "what": "waiting"|"text"|"reasoning"|"done"|"dropped"|"unloaded"|"vectors", ...}. Who
 * stays goes on until standard input ends, as one user of the local server, and asks once more for each line that it reads.
 */
#include "base/base.h"

#include <locale.h>
#include <signal.h>
#include <sodium.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/json.h"
#include "io/loop.h"
#include "svc/app.h"
#include "svc/model.h"

struct tool {
	struct app *app;
	struct loop *loop;
	struct chat *chat;
	const char *how, *prompt;
	int64_t start_ms;
	int tokens, pieces, drop_after;
	bool stays, ended, failed;
};

static void say_json(struct tool *t, const char *what, struct json *j)
{
	struct sbuf out = SBUF_INIT;

	json_set_str(j, "what", what);
	json_set_num(j, "ms", clock_mono_ms() - t->start_ms);
	json_write(j, false, &out);
	printf("%s\n", out.buf);
	fflush(stdout);
	sbuf_release(&out);
	json_free(j);
}

static void say_text(struct tool *t, const char *what, const char *p, size_t len)
{
	struct json *j = json_object();
	struct sbuf s = SBUF_INIT;

	sbuf_add(&s, p, len);
	json_set_str(j, "text", s.buf);
	say_json(t, what, j);
	sbuf_release(&s);
}

static void one_done(struct tool *t)
{
	t->chat = NULL;
	t->ended = true;
	if (!t->stays)
		loop_stop(t->loop);
}

static void on_waiting(void *ctx, const char *what)
{
	say_text(ctx, "waiting", what, strlen(what));
}

static void on_reasoning(void *ctx, const char *p, size_t len)
{
	say_text(ctx, "reasoning", p, len);
}

static void on_text(void *ctx, const char *p, size_t len)
{
	struct tool *t = ctx;

	say_text(t, "text", p, len);
	if (++t->pieces == t->drop_after) {
		chat_drop(t->chat);
		say_json(t, "dropped", json_object());
		one_done(t);
	}
}

static void on_done(void *ctx, const struct chat_result *r)
{
	struct tool *t = ctx;
	struct json *j = json_object();

	json_set_num(j, "problem", r->problem);
	json_set_num(j, "finish", r->finish);
	json_set_str(j, "message", r->message);
	json_set_str(j, "text", r->text);
	json_set_str(j, "reasoning", r->reasoning);
	json_set_num(j, "tokens_in", r->tokens_in);
	json_set_num(j, "tokens_out", r->tokens_out);
	json_set_num(j, "first_ms", r->first_ms);
	json_set_num(j, "tries", r->tries);
	t->failed = t->failed || r->problem != WIRE_OK;
	say_json(t, "done", j);
	one_done(t);
	if (streq(t->how, "unload")) {
		model_unload(app_model(t->app));
		say_json(t, "unloaded", json_object());
	}
}

static void ask(struct tool *t)
{
	const struct chat_message messages[] = { { "user", t->prompt } };
	struct chat_ask a = { .messages = messages, .n_messages = 1, .max_tokens = t->tokens, .temperature = 0, .slot = 0 };
	struct chat_hooks hooks = { .waiting = on_waiting, .text = on_text, .reasoning = on_reasoning, .done = on_done, .ctx = t };

	t->pieces = 0;
	t->chat = chat_start(app_model(t->app), &a, &hooks);
}

static void on_line(void *ctx, int fd, unsigned events)
{
	struct tool *t = ctx;
	char buf[256];

	(void)events;
	if (read(fd, buf, sizeof(buf)) > 0) {
		if (!t->chat)
			ask(t);
		return;
	}
	loop_stop(t->loop);
}

static void on_vectors(void *ctx, const float *v, size_t n, size_t dim, const char *err)
{
	struct tool *t = ctx;
	struct json *j = json_object();

	json_set_num(j, "n", v ? (int64_t)n : 0);
	json_set_num(j, "dim", v ? (int64_t)dim : 0);
	json_set_str(j, "message", err ? err : "");
	t->failed = !v;
	say_json(t, "vectors", j);
	one_done(t);
}

static int run(struct tool *t, int argc, char **argv)
{
	int n = argc > 3 ? (int)strtol(argv[3], NULL, 10) : 4;
	bool chats = streq(t->how, "chat") || streq(t->how, "hold") || streq(t->how, "cancel") || streq(t->how, "unload");

	if (!chats && !streq(t->how, "embed"))
		return 2;
	t->prompt = argv[2];
	t->stays = !streq(t->how, "chat") && !streq(t->how, "embed");
	t->tokens = streq(t->how, "cancel") ? 400 : n;
	t->drop_after = streq(t->how, "cancel") ? n : 0;
	if (chats)
		ask(t);
	else
		embedding_start(app_model(t->app), (const char *const *)argv + 2, (size_t)argc - 2, 0, on_vectors, t);
	if (t->stays)
		loop_watch(t->loop, 0, LOOP_READ, on_line, t);
	loop_run(t->loop);
	return t->failed;
}

int main(int argc, char **argv)
{
	struct tool t = { .how = argc > 2 ? argv[1] : "", .start_ms = clock_mono_ms() };
	int rc;

	setlocale(LC_ALL, "");
	signal(SIGPIPE, SIG_IGN);
	if (sodium_init() < 0)
		return 3;
	t.loop = loop_new();
	t.app = app_new(t.loop);
	rc = run(&t, argc, argv);
	if (rc == 2)
		fprintf(stderr, "usage: model_tool chat|cancel|hold|unload PROMPT [N], model_tool embed TEXT...\n");
	app_free(t.app);
	loop_free(t.loop);
	return rc;
}
