#include "svc/answer_int.h"

#include "base/clock.h"
#include "base/utf8.h"
#include "svc/app.h"

#define MARKED_MAX 300 /* bytes of the marked lines that are searched for */

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
void answer_stands(struct answering *a)
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

/* The explanation of the error that stands in the marked lines; else of the root. */
static const struct explanation *pick_explanation(const struct answering *a, const struct explanations *e)
{
	for (size_t i = 0; i < e->n && a->spec.line_from; i++)
		if (e->v[i].line >= a->spec.line_from && e->v[i].line <= a->spec.line_to)
			return &e->v[i];
	return e->v;
}

static void take_explanation(struct answering *a, const struct explanation *x)
{
	struct ask_report *r = a->report;

	steps_copy(&r->steps, &x->steps);
	steps_renumber(&r->steps, &r->cites);
	r->card = xstrdup_or_null(x->card);
	r->error = answer_error_key(x);
	r->by = ANSWER_EXPLAIN;
	r->found = true;
}

/* The question has its answer already: of the code's error what and where it is, and what it means there. */
static void add_explanation(struct answering *a, const struct explanation *x)
{
	struct ask_report *r = a->report;

	for (size_t i = 0; i < x->steps.n; i++) {
		const struct step *s = &x->steps.v[i];

		if (s->kind == STEP_WHAT || s->kind == STEP_WHERE || s->kind == STEP_YOUR_CODE)
			steps_copy(&r->steps, &(struct steps){ x->steps.v + i, 1, 1 });
	}
	a->explained_code = true;
	answer_send_part(a);
}

static bool marks(const struct answering *a, const struct diag_span *p)
{
	return (int)p->line >= a->spec.line_from && (int)p->line <= a->spec.line_to;
}

/* Lines are marked that no error touches, and the question is not why something fails: they are asked about. */
static bool is_about_marked(const struct answering *a)
{
	if (!a->spec.line_from || !a->have_hits || a->spec.error || compose_is_about_error(a->spec.question))
		return false;
	for (size_t i = 0; i < a->diags.n; i++)
		for (size_t k = 0; k < a->diags.v[i].n_spans && a->diags.v[i].level == DIAG_ERROR; k++)
			if (marks(a, &a->diags.v[i].spans[k]))
				return false;
	return true;
}

/* "And why?", "how do I fix it?", but not "why does this fail?" asked once more. */
static bool wants_more(const struct answering *a)
{
	return a->follow_up && (!compose_is_about_error(a->spec.question) || compose_is_for_cure(a->spec.question));
}

/* The error's steps; without a card for it the search may know more than general words. */
static void explained(void *ctx, struct explanations *e, const char *err)
{
	struct answering *a = ctx;
	struct ask_report *r = a->report;
	const struct explanation *x = !err && e->n ? pick_explanation(a, e) : NULL;
	bool shown = r->steps.n > 0;

	a->explaining = false;
	if (x && !shown && wants_more(a) && answer_was_explained(a, x)) {
		answer_go_on(a, x);
		explanations_release(e);
		return;
	}
	if (x && !shown && is_about_marked(a)) {
		answer_compose(a);
		answer_hold_code(a);
		shown = true;
	}
	if (x && shown && answer_was_explained(a, x))
		a->explained_code = false; /* told in this thread */
	else if (x && shown)
		add_explanation(a, x);
	else if (x && (x->card || x->code || a->spec.error || !a->have_hits || x->line > 0))
		take_explanation(a, x);
	explanations_release(e);
	if (shown) {
		answer_prove(a);
	} else if (r->steps.n || a->have_hits) {
		if (!r->steps.n)
			answer_compose(a);
		answer_stands(a);
	} else {
		fail(a, ERROR_NEEDED, a->search_error ? a->search_error : err ? err : "There is nothing to answer from.", "tutor kb build");
	}
}

const struct diag *answer_diag(const struct answering *a)
{
	for (size_t i = 0; i < a->diags.n && a->spec.line_from; i++) {
		const struct diag_span *p = diag_primary(&a->diags.v[i]);

		if (a->diags.v[i].level == DIAG_ERROR && a->diags.v[i].root && p && (int)p->line >= a->spec.line_from &&
		    (int)p->line <= a->spec.line_to)
			return &a->diags.v[i];
	}
	return diags_root(&a->diags);
}

/* "Why does this not work?" says nothing to search for: the code at hand is the question. */
static bool is_about_code(const struct answering *a)
{
	const char *q = a->spec.question;

	return compose_is_bare(q) || compose_is_follow_up(q);
}

void answer_plain(struct answering *a)
{
	if (!a->have_hits) {
		fail(a, ERROR_NEEDED, a->search_error, "tutor kb build");
		return;
	}
	answer_compose(a);
	answer_stands(a);
}

static void code_checked(void *ctx, struct check_result *r)
{
	struct answering *a = ctx;
	bool shown = a->report->steps.n > 0, stopped = r->verdict == VERDICT_CANCELLED || a->stopped;

	a->check = NULL;
	if (r->verdict == VERDICT_COMPILE_ERROR) {
		a->diags = r->diags; /* taken */
		r->diags = (struct diags)DIAGS_INIT;
		diags_find_roots(&a->diags);
	}
	check_result_release(r);
	if (stopped && shown) {
		answer_finish(a);
	} else if (stopped) {
		fail(a, ERROR_USAGE, "The question was stopped.", NULL);
	} else if (a->diags.errors) {
		a->explaining = true;
		explain_diags(a->app, &a->diags, a->spec.code, a->spec.code_len, explained, a);
	} else if (shown) {
		answer_prove(a);
	} else {
		answer_plain(a);
	}
}

/* A thread that was not about an error of the code goes on where it was, unless the question is. */
static bool goes_on(const struct answering *a)
{
	return a->follow_up && a->have_hits && a->spec.seen && *a->spec.seen && !strstr(a->spec.seen, ANSWER_ERROR) &&
	       !compose_is_about_error(a->spec.question);
}

/* Most exercises are libraries: that they have no main is no error of theirs. */
static void code_to_check(const struct answering *a, struct sbuf *out)
{
	sbuf_add(out, a->spec.code, a->spec.code_len);
	if (a->spec.exercise && !strstr(out->buf, "fn main"))
		sbuf_addstr(out, "\n#[allow(dead_code)] fn main() {}\n");
}

/* Is there an error in the code that the question is about? What answers the question is shown first. */
static bool check_code(struct answering *a)
{
	struct check_spec spec = { .key = "", .file = a->spec.file ? a->spec.file : "the code", .compile_only = true, .done = code_checked, .ctx = a };
	struct sbuf text = SBUF_INIT;

	if (!a->spec.code_len || a->spec.error || goes_on(a))
		return false;
	if (!is_about_code(a) && a->have_hits) {
		answer_compose(a);
		answer_hold_code(a);
		answer_send_part(a);
	}
	code_to_check(a, &text);
	spec.text = text.buf;
	spec.len = text.len;
	a->check = check_start(a->app, &spec, NULL);
	sbuf_release(&text);
	if (!a->check && a->report->steps.n)
		answer_prove(a);
	return a->check || a->report->steps.n;
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
	} else if (!check_code(a)) {
		answer_plain(a);
	}
}

static void found(void *ctx, const struct engine_answer *hits, const char *note, const char *err)
{
	struct answering *a = ctx;

	a->search = NULL;
	a->searched = true;
	if (hits) {
		engine_answer_take(&a->hits, (struct engine_answer *)(uintptr_t)hits);
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

static const char *next_line(const char *p, const char *end)
{
	const char *nl = memchr(p, '\n', (size_t)(end - p));

	return nl ? nl + 1 : end;
}

/* "What does this do?": the marked lines are the question. */
static char *marked_lines(const struct answering *a)
{
	const char *p = a->spec.code, *end = p + a->spec.code_len, *from;
	size_t len;

	for (int line = 1; line < a->spec.line_from && p < end; line++)
		p = next_line(p, end);
	from = p;
	for (int line = a->spec.line_from; line <= a->spec.line_to && p < end; line++)
		p = next_line(p, end);
	len = (size_t)(p - from);
	if (len > MARKED_MAX)
		len = utf8_cluster_at(from, len, MARKED_MAX);
	return xmemdupz(from, len);
}

/* What is searched for: the question, with the one before when it is no question of its own; else the error at hand. */
static void search_text(struct answering *a, struct sbuf *out)
{
	a->follow_up = a->spec.before && compose_is_follow_up(a->spec.question);
	if (*a->spec.question)
		compose_joined(a->spec.question, a->follow_up ? a->spec.before : NULL, out);
	else
		sbuf_addstr(out, a->spec.error ? a->spec.error : "");
	if (a->spec.line_from && a->spec.code_len && !a->spec.error && is_about_code(a)) {
		a->report->marked = marked_lines(a);
		sbuf_addf(out, "\n%s", a->report->marked);
	}
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
	app_course(app, NULL); /* an answer needs it: opened while the question becomes a vector */
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
