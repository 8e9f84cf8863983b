#include "svc/yourcode.h"

#include "base/log.h"
#include "base/utf8.h"
#include "learn/frames.h"
#include "learn/prompt.h"
#include "svc/app.h"
#include "svc/stepchat.h"
#include "svc/tie.h"

#define LABELS 12
#define LINE_MAX 5000 /* a place further down is not rebuilt */

struct yourcode {
	struct app *app;
	struct gate gate;
	struct yourcode_spec spec;
	struct tie *tie;
};

/* Without the marks of citations, which the model has no pages for. */
static char *without_marks(const char *text)
{
	struct sbuf out = SBUF_INIT;

	for (const char *p = text; *p; p++) {
		size_t n = p[0] == ' ' && p[1] == '[' ? strspn(p + 2, "0123456789") : 0;

		if (n && p[2 + n] == ']')
			p += 2 + n;
		else
			sbuf_addch(&out, *p);
	}
	return sbuf_detach(&out, NULL);
}

/* The lines that a diagnostic brings with it, each at its own number: the others are empty. */
static void rebuild_source(const struct diag *d, struct sbuf *out)
{
	struct diag_label v[LABELS];
	size_t n = diag_labels(d, v, LABELS);
	uint32_t line = 1;

	for (size_t i = 0; i < n; i++) {
		const struct diag_span *s = v[i].span;

		if (!s->text || s->line < line || s->line > LINE_MAX)
			continue;
		for (; line < s->line; line++)
			sbuf_addch(out, '\n');
		utf8_sanitize(out, s->text, strcspn(s->text, "\n"));
		sbuf_addch(out, '\n');
		line++;
	}
}

struct given {
	struct sbuf source;
	char *rule;
	struct tie_spec tie;
};

static void gather(const struct yourcode_spec *spec, struct given *g)
{
	const struct step *rule = steps_find(spec->steps, STEP_RULE), *plain = steps_find(spec->steps, STEP_YOUR_CODE);

	*g = (struct given){ .source = SBUF_INIT, .rule = without_marks(rule ? rule->text : "") };
	if (!spec->source)
		rebuild_source(spec->diag, &g->source);
	g->tie = (struct tie_spec){ .diag = spec->diag, .source = spec->source ? spec->source : g->source.buf,
				    .len = spec->source ? spec->len : g->source.len, .rule = g->rule, .draft = plain && plain->origin == ORIGIN_CARD ? plain->text : NULL, .exercise = spec->exercise,
				    .rung = step_kind_rung(STEP_YOUR_CODE) };
}

static void given_release(struct given *g)
{
	sbuf_release(&g->source);
	free(g->rule);
}

static void release(struct yourcode *y)
{
	gate_release(&y->gate);
	free(y);
}

static void cost(void *ctx, const struct chat_result *r, const struct prompt *p)
{
	struct yourcode *y = ctx;

	gate_spent(y->app, &y->gate, r, p);
}

static void waits(void *ctx, const char *what)
{
	struct yourcode *y = ctx;

	if (y->spec.waiting)
		y->spec.waiting(y->spec.ctx, what);
}

static void tied(void *ctx, const char *text, enum guard_reason reason, const char *why)
{
	struct yourcode *y = ctx;
	char *sentence = reason == GUARD_OK ? xstrdup(why) : xstrfmt("%s: %s", guard_reason_name(reason), why);

	if (!text)
		log_warn("your_code: %s", sentence);
	y->tie = NULL;
	y->spec.done(y->spec.ctx, text, sentence, !text && reason == GUARD_OK);
	release(y);
	free(sentence);
}

bool yourcode_wanted(struct app *app, const struct diag *d)
{
	struct sbuf err = SBUF_INIT;
	struct prompts *p = stepchat_prompts(app, &err);
	const struct prompt_step *step = p ? prompts_step(p, "your_code") : NULL;
	bool plain = step && d->code && strv_has(&step->plain, d->code);

	if (step && step->frames && !plain) {
		struct frames f;

		frames_build(d, INT32_MAX, &f);
		plain = !f.first.n;
		frames_release(&f);
	}
	prompts_free(p);
	sbuf_release(&err);
	return !plain; /* what is missing is told by the step itself */
}

struct yourcode *yourcode_start(struct app *app, const struct gate *gate, const struct yourcode_spec *spec)
{
	struct yourcode *y = xcalloc(1, sizeof(*y));
	struct given g;

	y->app = app;
	y->spec = *spec;
	y->gate = (struct gate){ .open = true, .counted = gate->counted, .url = xstrdup_or_null(gate->url), .calls = gate->calls };
	gather(spec, &g);
	g.tie.done = tied;
	g.tie.cost = cost;
	g.tie.waiting = waits;
	g.tie.ctx = y;
	y->tie = tie_start(app, &g.tie);
	y->spec.diag = NULL; /* the caller's, gone from here */
	y->spec.steps = NULL;
	y->spec.source = NULL;
	given_release(&g);
	return y;
}

void yourcode_drop(struct yourcode *y)
{
	if (!y)
		return;
	tie_drop(y->tie);
	release(y);
}

int yourcode_show(const struct prompts *prompts, const struct yourcode_spec *spec, struct sbuf *out, struct sbuf *err)
{
	struct given g;
	int rc;

	gather(spec, &g);
	rc = tie_show(prompts, &g.tie, out, err);
	given_release(&g);
	return rc;
}

void yourcode_put(struct steps *steps, const char *text)
{
	struct steps all = STEPS_INIT;
	size_t at = 0;

	for (size_t i = 0; i < steps->n; i++)
		if (steps->v[i].rung <= RUNG_FREE && steps->v[i].kind != STEP_NEXT)
			at = i + 1;
	steps_copy(&all, &(struct steps){ steps->v, at, at });
	steps_add(&all, STEP_YOUR_CODE, ORIGIN_MODEL, text);
	steps_copy(&all, &(struct steps){ steps->v + at, steps->n - at, steps->n - at });
	steps_release(steps);
	*steps = all;
}
