/* The model as a source of candidates: it is asked for a whole file, told what was wrong with its last one, and judged like a card. */
#include "base/utf8.h"
#include "svc/code_ask.h"
#include "svc/generate_int.h"

#define MORE_MAX 2500

void gen_model_open(struct generate *g)
{
	g->prompts = code_prompts(g->app, NULL);
	if (g->prompts && !prompts_step(g->prompts, "generate")) {
		prompts_free(g->prompts);
		g->prompts = NULL;
	}
	g->llm = g->prompts ? repair_llm_new(g->app, NULL) : NULL;
}

void gen_model_close(struct generate *g)
{
	code_ask_drop(g->ask);
	repair_llm_free(g->llm);
	prompts_free(g->prompts);
	gen_cand_release(&g->written);
	sbuf_release(&g->last);
	free(g->example);
}

/* What is wanted, with what the tests do not say. */
static char *wanted(const struct generate *g)
{
	return xstrfmt("%s\n%s", g->description,
		       g->lib ? "It is a library (src/lib.rs) without a main." : "It is a program (src/main.rs) with a main.");
}

/* First the nearest task as an example; then what was wrong. */
static char *more(const struct generate *g)
{
	if (g->last.len && g->model_calls % 2)
		return xmemdupz(g->last.buf, MIN(g->last.len, (size_t)MORE_MAX));
	if (!g->example || g->model_calls > 1 || strlen(g->example) > MORE_MAX)
		return xstrdup("");
	return xstrfmt("Code of a task that may be like it:\n%s", g->example);
}

/* The tests of the answer are not those that were given; main is none of a library's; what tests beside it use must be pub. */
static char *cleaned(const struct generate *g, const char *code)
{
	bool beside = g->has_tests && g->lib && g->tests.needs.place == NEEDS_BESIDE;
	unsigned flags = (g->has_tests ? GEN_NO_TESTS | GEN_DERIVE : 0) | (g->lib ? GEN_NO_MAIN : 0) | (beside ? GEN_PUB | GEN_PUB_FIELDS : 0);
	struct sbuf out = SBUF_INIT;

	if (!gen_code_make(code, flags, NULL, 0, &out)) {
		sbuf_reset(&out);
		sbuf_addstr(&out, code);
	}
	return sbuf_detach(&out, NULL);
}

static void written(void *ctx, const char *code, size_t len, const char *why)
{
	struct generate *g = ctx;

	g->ask = NULL;
	if (!code || len > REPAIR_MAX_FILE || !utf8_valid(code, len, NULL)) {
		if (!code && !starts_with(why, CODE_ASK_NONE))
			g->model_over = true; /* it cannot be reached: asking again would be in vain */
		gen_later(g);
		return;
	}
	gen_cand_release(&g->written);
	g->written = (struct gen_cand){ .code = cleaned(g, code), .from_model = true };
	if (g->cancelled)
		gen_later(g);
	else
		gen_try(g, &g->written);
}

bool gen_model_next(struct generate *g)
{
	char *want, *extra;
	struct sbuf tests = SBUF_INIT;
	struct code_ask_spec spec = { .prompts = g->prompts, .step = g->has_tests ? "generate" : "generate_new", .done = written, .ctx = g };

	if (!g->prompts || g->model_over || g->model_calls >= GENERATE_MODEL_CALLS)
		return false;
	want = wanted(g);
	extra = more(g);
	for (size_t i = 0; i < g->tests.n; i++)
		sbuf_add(&tests, g->tests.v[i].text, g->tests.v[i].len);
	{
		const struct prompt_field fields[] = { { "wanted", want }, { "more", extra }, { "tests", tests.buf } };

		spec.fields = fields;
		spec.n_fields = g->has_tests ? 3 : 2;
		spec.temperature = g->model_calls ? 0.75 : 0.2;
		spec.max_tokens = 1 << 13;
		g->ask = code_ask_start(g->app, &spec, NULL);
	}
	free(want);
	free(extra);
	sbuf_release(&tests);
	if (!g->ask) {
		g->model_over = true;
		return false;
	}
	g->model_calls++;
	if (g->spec.progress)
		g->spec.progress(g->spec.ctx, "the language model writes", g->model_calls, GENERATE_MODEL_CALLS);
	return true;
}

void gen_model_told(struct generate *g, const struct tried *t)
{
	sbuf_reset(&g->last);
	if (t->errors)
		sbuf_addf(&g->last, "You wrote this before:\n%s\nIt does not compile:\n%.900s", g->now->code, t->build_output ? t->build_output : "");
	else if (t->failing.n)
		sbuf_addf(&g->last, "You wrote this before:\n%s\nIt compiles, but this test fails: %s", g->now->code, t->failing.v[0]);
}

void gen_model_cancel(struct generate *g)
{
	code_ask_drop(g->ask);
	g->ask = NULL;
	gen_later(g);
}
