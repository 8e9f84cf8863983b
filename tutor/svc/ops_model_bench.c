/*
 * Operation: model bench: how fast the model is and whether it keeps to a form; three small requests. What a family of models may do
 * in an answer is decided by figures like these (kb/prompts).
 */
#include "svc/app.h"
#include "svc/model.h"
#include "svc/ops_list.h"

#define BENCHES 3

struct bench_row {
	const char *what;
	int64_t first_ms, ms, in, out;
	bool whole, form;
	char *text;
};

struct bench {
	struct call *call;
	struct chat *chat;
	char *model, *server;
	struct bench_row v[BENCHES];
	size_t n;
};

static const char rules[] =
	"You help a learner of Rust. Facts: a value has one owner; assigning or passing a value that is not Copy moves it; after a "
	"move the old name cannot be used. A reference borrows: & for reading, &mut for writing; while a &mut lives there is no "
	"other use of the value. A String owns its text on the heap; &str is a view of text that somebody else owns. Vec<T> owns its "
	"elements; indexing past the end panics, get gives an Option. Result is for errors that can be handled, panic for bugs. A "
	"match must cover all cases. A trait says what a type can do; generics are filled in when the program is compiled.";

static const struct {
	const char *what, *ask;
	int max_tokens;
	bool line; /* the answer must be one line */
} asks[BENCHES] = {
	{ "first call", "In exactly two short sentences: why can `s` not be used after `let t = s;`?", 64, false },
	{ "same beginning again", "In exactly two short sentences: why does v[10] stop the program?", 64, false },
	{ "search words", "Write three to six words of Rust to search for, one line, no sentence: how do I read numbers a user types?", 24, true },
};

static void bench_free(void *data)
{
	struct bench *b = data;

	for (size_t i = 0; i < BENCHES; i++)
		free(b->v[i].text);
	free(b->model);
	free(b->server);
	free(b);
}

static double words_a_second(const struct bench_row *r)
{
	return r->out > 1 && r->ms > r->first_ms ? (double)(r->out - 1) * 1000 / (double)(r->ms - r->first_ms) : 0;
}

static struct json *bench_json(const void *data)
{
	const struct bench *b = data;
	struct json *j = json_object(), *arr = json_array();

	json_set_str(j, "model", b->model);
	json_set_str(j, "server", b->server);
	for (size_t i = 0; i < b->n; i++) {
		const struct bench_row *r = &b->v[i];
		struct json *o = json_object();

		json_set_str(o, "what", r->what);
		json_set_num(o, "first_ms", (double)r->first_ms);
		json_set_num(o, "ms", (double)r->ms);
		json_set_num(o, "tokens_in", (double)r->in);
		json_set_num(o, "tokens_out", (double)r->out);
		json_set_num(o, "tokens_per_second", words_a_second(r));
		json_set_bool(o, "whole", r->whole);
		json_set_bool(o, "kept_form", r->form);
		json_set_str(o, "text", r->text);
		json_add_take(arr, o);
	}
	json_set_take(j, "calls", arr);
	return j;
}

static void bench_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct bench *b = data;

	(void)width;
	(void)ascii;
	sbuf_addf(out, "%s (%s)\n", b->model, b->server);
	for (size_t i = 0; i < b->n; i++) {
		const struct bench_row *r = &b->v[i];

		sbuf_addf(out, "%-22s first text %6.1f s, end %6.1f s, tokens %lld in, %lld out, %.1f a second, form %s\n", r->what,
			  (double)r->first_ms / 1000, (double)r->ms / 1000, (long long)r->in, (long long)r->out, words_a_second(r),
			  r->form ? "kept" : "not kept");
	}
}

static const struct result_type bench_type = { "model_bench", bench_json, bench_plain, bench_free };

/* At most two sentences and 60 words, or one line of at most 12 words. */
static bool keeps_form(const char *text, bool line)
{
	size_t words = 0, ends = 0, lines = 0;

	for (const char *p = text; *p; p++) {
		words += *p != ' ' && *p != '\n' && (!p[1] || p[1] == ' ' || p[1] == '\n');
		ends += strchr(".!?", *p) && (!p[1] || p[1] == ' ' || p[1] == '\n');
		lines += *p == '\n' && p[1];
	}
	return words && (line ? !lines && words <= 12 : ends <= 2 && words <= 60);
}

static void next(struct bench *b);

static void told(void *ctx, const struct chat_result *r)
{
	struct bench *b = ctx;
	struct bench_row *row = &b->v[b->n];

	b->chat = NULL;
	if (r->problem != WIRE_OK) {
		struct call *call = b->call;

		call->priv = NULL;
		call_fail(call, ERROR_NEEDED, r->fix, "%s", r->message);
		bench_free(b);
		return;
	}
	*row = (struct bench_row){ asks[b->n].what, r->first_ms, r->ms, r->tokens_in, r->tokens_out, r->finish == WIRE_STOPPED,
				   keeps_form(r->text, asks[b->n].line), xstrdup(r->text) };
	free(b->model);
	free(b->server);
	b->model = xstrdup(r->model);
	b->server = xstrdup(r->server);
	b->n++;
	next(b);
}

static void waiting(void *ctx, const char *what)
{
	call_progress(((struct bench *)ctx)->call, 0, 0, "%s", what);
}

static void next(struct bench *b)
{
	const struct chat_message messages[] = { { "system", rules }, { "user", b->n < BENCHES ? asks[b->n].ask : "" } };
	struct chat_ask ask = { .messages = messages, .n_messages = 2, .temperature = 0, .slot = 0 };
	struct chat_hooks hooks = { .waiting = waiting, .done = told, .ctx = b };
	struct call *call = b->call;

	if (b->n == BENCHES) {
		call->priv = NULL;
		call_finish(call, &bench_type, b, false);
		return;
	}
	ask.max_tokens = asks[b->n].max_tokens;
	call_progress(call, (int64_t)b->n, BENCHES, "%s", asks[b->n].what);
	b->chat = chat_start(app_model(call->app), &ask, &hooks);
}

static void bench_start(struct call *call)
{
	struct bench *b = xcalloc(1, sizeof(*b));

	b->call = call;
	call->priv = b;
	next(b);
}

static void bench_cancel(struct call *call)
{
	struct bench *b = call->priv;

	chat_drop(b->chat);
	call->priv = NULL;
	bench_free(b);
	call_fail(call, ERROR_NEEDED, NULL, "Stopped.");
}

const struct op op_model_bench = {
	.name = "model_bench", .words = "model bench", .title = "Measure the language model",
	.help = "Three small requests: time to the first text, tokens a second, and whether the model keeps to the form it was asked for.",
	.result_schema = "{\"type\":\"object\",\"properties\":{\"calls\":{\"type\":\"array\"}},\"required\":[\"calls\"]}",
	.fronts = FRONT_TUI | FRONT_CLI, .flags = OP_LONG | OP_NOT_IN_EXAM, .start = bench_start, .cancel = bench_cancel,
};
