#include "svc/answer_int.h"

#include "base/clock.h"
#include "base/utf8.h"
#include "svc/app.h"

static void spec_release(struct answer_spec *s)
{
	free((char *)s->question);
	free((char *)s->error);
	free((char *)s->code);
	free((char *)s->file);
	free((char *)s->exercise);
	free((char *)s->before);
	free((char *)s->seen);
}

static void answering_free(struct answering *a)
{
	if (a->gone)
		*a->gone = true;
	spec_release(&a->spec);
	engine_answer_release(&a->hits);
	diags_release(&a->diags);
	runtime_release(&a->run.runtime);
	answer_model_drop(a);
	steps_release(&a->held);
	prompts_free(a->prompts);
	gate_release(&a->gate);
	sbuf_release(&a->passages);
	free(a->searched_for);
	free(a->search_error);
	free(a);
}

static void fail(struct answering *a, enum error_kind kind, const char *err, const char *fix)
{
	a->spec.done(a->spec.ctx, NULL, kind, err, fix);
	ask_report_type.free(a->report);
	answering_free(a);
}

void answer_send_part(struct answering *a)
{
	if (a->report->first_ms < 0)
		a->report->first_ms = clock_mono_ms() - a->started;
	if (a->spec.part && !a->stopped)
		a->spec.part(a->spec.ctx, a->report);
}

static void add_passage_next(struct answering *a)
{
	char *text = xstrfmt("Open [%d] and read on there.", a->report->cites.v[0].n);

	steps_add(&a->report->steps, STEP_NEXT, ORIGIN_ENGINE, text);
	free(text);
}

void answer_finish(struct answering *a)
{
	struct ask_report *r = a->report;
	struct answer_spec spec = a->spec;

	if (r->by == ANSWER_PASSAGES && !steps_find(&r->steps, STEP_NEXT))
		add_passage_next(a);
	if (a->spec.show_prompt)
		answer_show_prompts(a);
	r->final = true;
	r->ms = clock_mono_ms() - a->started;
	if (r->first_ms < 0)
		r->first_ms = r->ms;
	memset(&a->spec, 0, sizeof(a->spec));
	answering_free(a);
	spec.done(spec.ctx, r, ERROR_USAGE, NULL, NULL);
	spec_release(&spec);
}

/* The plain answer stands: it is shown, then what it shows as code is proven, then a model may add to it. */
static void stands(struct answering *a)
{
	answer_hold_code(a);
	answer_send_part(a);
	if (a->stopped)
		answer_finish(a);
	else
		answer_prove(a);
}

static int shown_rung(const struct answering *a)
{
	if (a->spec.mode == MODE_EXAM)
		return 0;
	if (a->spec.rung >= 0)
		return a->spec.rung;
	return a->spec.exercise ? ladder_shown(LADDER_PRACTICE, -1, -1) : ladder_shown(LADDER_FILE, -1, -1);
}

/* The root error's steps; without a card for it the search may know more than general words. */
static void explained(void *ctx, struct explanations *e, const char *err)
{
	struct answering *a = ctx;
	struct ask_report *r = a->report;

	a->explaining = false;
	if (!err && e->n && (e->v[0].card || e->v[0].code || a->spec.error || !a->have_hits || e->v[0].line > 0)) {
		steps_copy(&r->steps, &e->v[0].steps);
		steps_renumber(&r->steps, &r->cites);
		r->card = xstrdup_or_null(e->v[0].card);
		r->by = ANSWER_EXPLAIN;
		r->found = true;
	}
	explanations_release(e);
	if (r->steps.n || a->have_hits) {
		if (!r->steps.n)
			answer_compose(a);
		stands(a);
	} else {
		fail(a, ERROR_NEEDED, a->search_error ? a->search_error : err ? err : "There is nothing to answer from.", "tutor kb build");
	}
}

static void dispatch(struct answering *a)
{
	char code[6];

	if (answer_read_error(a)) {
		a->explaining = true;
		if (a->diags.errors)
			explain_diags(a->app, &a->diags, a->spec.code, a->spec.code_len, explained, a);
		else
			explain_check(a->app, &a->run, a->spec.code, a->spec.code_len, explained, a);
	} else if (answer_bare_code(a->spec.question, code)) {
		a->explaining = true;
		explain_code(a->app, code, explained, a);
	} else if (!a->have_hits) {
		fail(a, ERROR_NEEDED, a->search_error, "tutor kb build");
	} else {
		answer_compose(a);
		stands(a);
	}
}

static void found(void *ctx, const struct engine_answer *hits, const char *note, const char *err)
{
	struct answering *a = ctx;

	a->search = NULL;
	a->searched = true;
	if (hits) {
		a->hits = *hits; /* taken: the caller's is emptied */
		((struct engine_answer *)(uintptr_t)hits)->n = 0;
		a->have_hits = true;
		a->report->search_note = xstrdup_or_null(note);
	} else {
		a->search_error = xstrdup(err);
	}
	dispatch(a);
}

static void copy_spec(struct answer_spec *to, const struct answer_spec *s)
{
	*to = *s;
	to->question = xstrdup(s->question ? s->question : "");
	to->error = xstrdup_or_null(s->error);
	to->code = s->code ? xmemdupz(s->code, s->code_len) : NULL;
	to->file = xstrdup_or_null(s->file);
	to->exercise = xstrdup_or_null(s->exercise);
	to->before = xstrdup_or_null(s->before);
	to->seen = xstrdup_or_null(s->seen);
}

/* What is searched for: the question, with the one before when it is no question of its own; else the error at hand. */
static void search_text(struct answering *a, struct sbuf *out)
{
	a->follow_up = a->spec.before && compose_is_follow_up(a->spec.question);
	if (*a->spec.question)
		compose_joined(a->spec.question, a->follow_up ? a->spec.before : NULL, out);
	else
		sbuf_addstr(out, a->spec.error ? a->spec.error : "");
}

struct answering *answer_start(struct app *app, const struct answer_spec *spec)
{
	struct answering *a = xcalloc(1, sizeof(*a));
	struct search_spec search = { .leg = LEG_BOTH, .max = ANSWER_HITS, .all = true, .done = found, .ctx = a };
	struct sbuf shown = SBUF_INIT, text = SBUF_INIT;
	struct search *s;
	bool ended = false;

	a->app = app;
	a->started = clock_mono_ms();
	copy_spec(&a->spec, spec);
	a->report = xcalloc(1, sizeof(*a->report));
	utf8_sanitize(&shown, a->spec.question, strlen(a->spec.question));
	a->report->question = sbuf_detach(&shown, NULL);
	a->report->first_ms = -1;
	a->report->max_rung = shown_rung(a);
	search_text(a, &text);
	sbuf_init(&a->passages);
	a->searched_for = sbuf_detach(&text, NULL);
	search.text = a->searched_for;
	a->gone = &ended;
	s = search_start(app, &search);
	if (ended)
		return NULL;
	a->gone = NULL;
	a->search = s;
	return a;
}

void answer_stop(struct answering *a)
{
	bool first = !a->report->steps.n;

	a->stopped = true;
	if (a->search)
		search_cancel(a->search);
	if (a->search && first) {
		a->search = NULL;
		fail(a, ERROR_USAGE, "The question was stopped.", NULL);
	} else if (a->check) {
		check_cancel(a->check); /* its end is the answer's */
	} else if (!a->explaining) {
		/* A model is at work: what stands is the answer. */
		a->search = NULL;
		answer_model_drop(a);
		answer_finish(a);
	}
}
