/*
 * What a model adds to an answer that stands already, one small call after the other: words to search with, which of the best
 * twenty passages, two sentences on the learner's code, and (only families whose data allows it) a text of its own from the cited
 * passages. Every reply is read leniently and checked by learn/guard; what fails is dropped and told, and the plain answer stands.
 */
#include "base/log.h"
#include "base/utf8.h"
#include "kb/chunk.h"
#include "learn/exercise.h"
#include "learn/guard.h"
#include "svc/answer_int.h"
#include "svc/app.h"
#include "svc/rewrite.h"
#include "svc/stepchat.h"
#include "svc/verify.h"

#define EXACT_SCORE 40       /* found by an exact name or code: no words are better */
#define PASSAGE_GIVEN 700    /* bytes of a passage that a model may compose from */
#define TRIES 2

static void took_part(struct answering *a)
{
	if (!a->report->model)
		a->report->model = xstrdup(a->gate.model);
}

/* Beside an exercise only the kind of reason is told: the whole quotes what was dropped. The log has it. */
static void drop(struct answering *a, const char *step, const char *why)
{
	log_warn("answer: %s: %s", step, why);
	strv_pushf(&a->report->dropped, "%s: %.*s", step, (int)(a->spec.exercise ? strcspn(why, ":") : strlen(why)), why);
}

/* The server did not answer: no further step is asked of it. */
static void failed(struct answering *a, const char *why)
{
	free(a->report->note);
	a->report->note = xstrfmt("The model took no part: %s", why);
	log_warn("answer: the model failed: %s", why);
	a->model_over = true;
}

static bool may(struct answering *a, const char *step)
{
	return !a->model_over && !a->stopped && prompts_step(a->prompts, step);
}

/* --- which passages ------------------------------------------------------------------ */

static bool is_shown_card(const struct ask_report *r, const struct engine_hit *h)
{
	return r->card && starts_with(h->page, "card:") && streq(h->page + 5, r->card);
}

/* The words' hits: in place of passages (or of nothing), never in place of a card that is being read. */
static void adopt(struct answering *a)
{
	struct ask_report *r = a->report;
	const struct engine_hit *card = answer_card_hit(a);
	bool is_better = !r->found || (r->by == ANSWER_PASSAGES && card && starts_with(card->page, "card:"));

	if (!is_better) {
		for (size_t i = 0; i < a->hits.n && i < 2; i++)
			if (a->hits.v[i].kind != CHUNK_EXERCISE && !is_shown_card(r, &a->hits.v[i]))
				answer_cite_hit(a, &a->hits.v[i]);
		return;
	}
	steps_release(&r->steps);
	cites_release(&r->cites);
	free(r->card);
	free(r->proof);
	r->card = r->proof = NULL;
	answer_compose(a);
	answer_hold_code(a);
	answer_send_part(a);
}

static void searched_again(void *ctx, const struct engine_answer *hits, const char *note, const char *err)
{
	struct answering *a = ctx;

	(void)note;
	(void)err; /* the first search stands */
	a->search = NULL;
	if (hits) {
		engine_answer_take(&a->hits, (struct engine_answer *)(uintptr_t)hits);
		adopt(a);
	}
	answer_prove(a);
}

static void have_words(void *ctx, const char *words, const char *why)
{
	struct answering *a = ctx;
	struct search_spec spec = { .text = a->searched_for, .leg = LEG_BOTH, .max = ANSWER_HITS, .all = true, .more = words,
				    .done = searched_again, .ctx = a };
	bool ended = false;
	struct search *search;

	a->rewrite = NULL;
	if (!words) {
		failed(a, why);
		answer_model(a);
		return;
	}
	took_part(a);
	if (!a->spec.exercise) /* nothing checks them: six words can be a whole signature */
		strv_split(&a->report->words, words, ' ');
	a->gone = &ended;
	search = search_start(a->app, &spec);
	if (ended) /* the search answered from within, and with it all ended: a is no more */
		return;
	a->gone = NULL;
	a->search = search;
}

static void ask_words(struct answering *a)
{
	a->rewrite = rewrite_start(a->app, &a->gate, a->searched_for, have_words, a);
}

/* The passages that were picked come first. */
static void reorder(struct answering *a, const int *picked, size_t n)
{
	struct engine_hit *v = xcalloc(a->hits.n, sizeof(*v));
	bool *used = xcalloc(a->hits.n, sizeof(*used));
	size_t at = 0;

	for (size_t i = 0; i < n; i++)
		if (!used[picked[i]]) {
			used[picked[i]] = true;
			v[at++] = a->hits.v[picked[i]];
		}
	for (size_t i = 0; i < a->hits.n; i++)
		if (!used[i])
			v[at++] = a->hits.v[i];
	for (size_t i = 1; i < n && i < at; i++) /* the order counts now, not the score */
		v[i].score = v[0].score;
	memcpy(a->hits.v, v, a->hits.n * sizeof(*v));
	free(used);
	free(v);
}

static void picked(void *ctx, const struct chat_result *r, const struct prompt *p, const char *err)
{
	struct answering *a = ctx;
	int numbers[3];
	size_t n = 0;

	a->chat = NULL;
	if (r)
		gate_spent(a->app, &a->gate, r, p);
	if (!r || r->problem != WIRE_OK) {
		failed(a, r ? r->message : err);
		answer_model(a);
		return;
	}
	for (const char *t = r->text; *t && n < ARRAY_SIZE(numbers);) {
		char *end;
		long k = strtol(t, &end, 10);

		if (end != t && k >= 1 && (size_t)k <= a->hits.n)
			numbers[n++] = (int)k - 1;
		t = end == t ? t + 1 : end;
	}
	if (n) {
		took_part(a);
		reorder(a, numbers, n);
		adopt(a);
	} else {
		drop(a, "pick", "no number of a passage");
	}
	answer_prove(a);
}

static void ask_pick(struct answering *a)
{
	struct sbuf list = SBUF_INIT;
	struct prompt_field fields[2];
	struct stepchat_spec spec = { .step = "pick", .fields = fields, .n_fields = 2, .done = picked, .ctx = a };

	for (size_t i = 0; i < a->hits.n; i++)
		sbuf_addf(&list, "%zu| %s\n", i + 1, a->hits.v[i].crumb);
	sbuf_rtrim(&list);
	fields[0] = (struct prompt_field){ "passages", list.buf };
	fields[1] = (struct prompt_field){ "question", a->searched_for };
	a->chat = stepchat_start(a->app, &spec);
	sbuf_release(&list);
}

/* --- the learner's code -------------------------------------------------------------- */

static void waiting(void *ctx, const char *what)
{
	struct answering *a = ctx;

	if (a->spec.progress)
		a->spec.progress(a->spec.ctx, what);
}

static void add_composed(struct answering *a, const char *text);

/* Shows a model's text. */
static void put_text(struct answering *a, bool composed, const char *text)
{
	if (composed) {
		add_composed(a, text);
		return;
	}
	took_part(a);
	yourcode_put(&a->report->steps, text);
	answer_send_part(a);
}

static void verified(void *ctx, enum verify_end end, const char *why, size_t tried)
{
	struct answering *a = ctx;
	char *text = a->unverified, *all = xstrfmt("%s: %s", verify_end_name(end), why);

	(void)tried;
	a->verify = NULL;
	a->unverified = NULL;
	if (end == VERIFY_OK)
		put_text(a, a->unverified_composed, text);
	else
		drop(a, a->unverified_composed ? "compose" : "your_code", all);
	free(all);
	free(text);
	answer_model(a);
}

/* Nothing in a text on an exercise may, put into the starter, make it pass; a->verify is set while that is tried. */
static void put_checked(struct answering *a, bool composed, const char *text)
{
	const struct exercise *e = answer_exercise(a);
	struct verify_spec spec = { .markdown = text, .len = strlen(text), .exercise = e, .rung = RUNG_FREE, .done = verified, .ctx = a };

	if (!e) {
		put_text(a, composed, text);
		return;
	}
	a->unverified = xstrdup(text);
	a->unverified_composed = composed;
	a->verify = verify_start(a->app, &spec);
}

static void have_yourcode(void *ctx, const char *text, const char *why, bool is_failed)
{
	struct answering *a = ctx;

	a->yourcode = NULL;
	if (text) {
		put_checked(a, false, text);
	} else if (is_failed) {
		failed(a, why);
	} else {
		drop(a, "your_code", why);
	}
	if (!a->verify)
		answer_model(a);
}

static void yourcode_fill(struct answering *a, struct yourcode_spec *spec)
{
	*spec = (struct yourcode_spec){ .diag = answer_diag(a), .source = a->spec.code, .len = a->spec.code_len,
					.steps = &a->report->steps, .exercise = answer_exercise(a),
					.waiting = waiting, .done = have_yourcode, .ctx = a };
}

static bool has_error(const struct answering *a)
{
	const struct diag *d = answer_diag(a);

	return (a->report->by == ANSWER_EXPLAIN || a->explained_code) && !a->cured && d && d->n_spans;
}

/* --- a text of its own --------------------------------------------------------------- */

static void add_composed(struct answering *a, const char *text)
{
	struct ask_report *r = a->report;
	struct step *s = steps_add(&r->steps, STEP_ANSWER, ORIGIN_MODEL, text);

	step_set_title(s, "In short");
	for (size_t i = 0; i < r->cites.n; i++) {
		char *mark = xstrfmt("[%d]", r->cites.v[i].n);

		if (strstr(text, mark))
			step_cite(s, &r->cites, r->cites.v[i].n);
		free(mark);
	}
	took_part(a);
	answer_send_part(a);
}

static enum guard_reason check_composed(const struct answering *a, const struct prompt *p, const char *text, size_t len, struct sbuf *why)
{
	const char *given[] = { a->passages.buf, a->spec.question, a->spec.before ? a->spec.before : "" };
	const struct exercise *e = answer_exercise(a);
	struct guard_spec g = { .given = given, .n_given = ARRAY_SIZE(given), .examples = p->fixed, .cites = (int)a->report->cites.n,
				.cite_wanted = true, .rung = e ? RUNG_FREE : GUARD_RUNG_ADVICE, .max_words = p->step->words,
				.max_sentences = p->step->sentences };

	if (e) {
		g.solution = e->solution;
		g.starter = e->starter;
	}
	return guard_check(&g, text, len, why);
}

static void ask_compose(struct answering *a);

static void composed(void *ctx, const struct chat_result *r, const struct prompt *p, const char *err)
{
	struct answering *a = ctx;
	struct sbuf text = SBUF_INIT, why = SBUF_INIT;
	enum guard_reason reason = GUARD_EMPTY;

	a->chat = NULL;
	if (r)
		gate_spent(a->app, &a->gate, r, p);
	if (!r || r->problem != WIRE_OK) {
		failed(a, r ? r->message : err);
	} else if (strstr(r->text, "NOT IN THE NOTES")) {
		drop(a, "compose", "the model found no answer in the passages");
	} else {
		if (guard_read(r->text, strlen(r->text), p->step->sentences, &text))
			reason = check_composed(a, p, text.buf, text.len, &why);
		if (reason == GUARD_OK) {
			put_checked(a, true, text.buf);
		} else if (++a->tries < TRIES) {
			log_warn("compose, try %d: %s: %s", a->tries, guard_reason_name(reason), why.buf);
			ask_compose(a);
		} else {
			char *all = xstrfmt("%s: %s", guard_reason_name(reason), why.len ? why.buf : "nothing was left of the reply");

			drop(a, "compose", all);
			free(all);
		}
	}
	sbuf_release(&text);
	sbuf_release(&why);
	if (!a->chat && !a->verify)
		answer_model(a);
}

/* The cited pages' passages, numbered as the citations are. */
static void gather_passages(struct answering *a)
{
	sbuf_reset(&a->passages);
	for (size_t i = 0; i < a->report->cites.n; i++) {
		const struct cite *c = &a->report->cites.v[i];
		const struct engine_hit *h = answer_hit_of(a, c->page);
		size_t len = h ? strlen(h->text) : 0;

		if (!h)
			continue;
		if (len > PASSAGE_GIVEN)
			len = utf8_cluster_at(h->text, len, PASSAGE_GIVEN);
		sbuf_addf(&a->passages, "[%d] %s: %.*s\n", c->n, c->title, (int)len, h->text);
	}
	sbuf_rtrim(&a->passages);
}

static void ask_compose(struct answering *a)
{
	struct prompt_field fields[3];
	struct stepchat_spec spec = { .step = "compose", .fields = fields, .n_fields = 3, .waiting = waiting, .done = composed, .ctx = a };
	struct sbuf question = SBUF_INIT;

	sbuf_addstr(&question, a->spec.question);
	if (a->tries)
		sbuf_addstr(&question, " (Only names that stand in the notes; a number of a note behind each fact; one next step.)");
	fields[0] = (struct prompt_field){ "passages", a->passages.buf };
	fields[1] = (struct prompt_field){ "thread", a->follow_up ? a->spec.before : "(nothing)" };
	fields[2] = (struct prompt_field){ "question", question.buf };
	a->chat = stepchat_start(a->app, &spec);
	sbuf_release(&question);
}

/* --- one after the other ------------------------------------------------------------- */

static bool wants_words(const struct answering *a)
{
	return a->report->by != ANSWER_EXPLAIN && a->have_hits && !(a->hits.n && a->hits.v[0].score > EXACT_SCORE);
}

static void open_gate(struct answering *a)
{
	struct sbuf err = SBUF_INIT;

	gate_check(a->app, a->spec.mode, a->spec.no_model, &a->gate);
	a->gate.calls = &a->report->calls;
	if (a->gate.open)
		a->prompts = stepchat_prompts(a->app, &err);
	if (!a->gate.open)
		a->report->note = xstrdup(a->gate.note);
	else if (!a->prompts)
		a->report->note = xstrfmt("Without a model. %s", err.buf);
	a->report->consent_url = a->gate.consent ? xstrdup(a->gate.url) : NULL;
	a->model_over = !a->prompts;
	sbuf_release(&err);
}

static void say_without(struct answering *a)
{
	struct ask_report *r = a->report;

	if (!r->note && r->dropped.n && !r->model)
		r->note = xstrdup("What the model wrote did not pass the check; the plain answer stands.");
	else if (!r->note && !r->model)
		r->note = xstrdup(r->calls.n ? "The model had nothing to add." : "The model was not needed for this.");
}

void answer_model(struct answering *a)
{
	struct yourcode_spec yours;

	if (a->next_step == ANSWER_STEP_GATE) {
		a->next_step++;
		open_gate(a);
	}
	for (; a->next_step < ANSWER_STEPS; ) {
		enum answer_step step = a->next_step++;

		if (step == ANSWER_STEP_WORDS && may(a, "search_words") && wants_words(a)) {
			ask_words(a);
			return;
		}
		if (step == ANSWER_STEP_PICK && may(a, "pick") && wants_words(a) && a->hits.n > 1) {
			ask_pick(a);
			return;
		}
		if (step == ANSWER_STEP_YOURCODE && may(a, "your_code") && has_error(a) && yourcode_wanted(a->app, answer_diag(a))) {
			yourcode_fill(a, &yours);
			a->yourcode = yourcode_start(a->app, &a->gate, &yours);
			return;
		}
		if (step == ANSWER_STEP_COMPOSE && may(a, "compose") && a->report->found && a->report->by != ANSWER_EXPLAIN) {
			gather_passages(a);
			if (a->passages.len) {
				ask_compose(a);
				return;
			}
		}
	}
	say_without(a);
	answer_finish(a);
}

void answer_model_drop(struct answering *a)
{
	rewrite_drop(a->rewrite);
	stepchat_drop(a->chat);
	yourcode_drop(a->yourcode);
	verify_cancel(a->verify);
	free(a->unverified);
	a->verify = NULL;
	a->unverified = NULL;
	a->rewrite = NULL;
	a->chat = NULL;
	a->yourcode = NULL;
}

/* --- what would be sent -------------------------------------------------------------- */

static void show_simple(struct answering *a, const struct prompts *p, struct sbuf *out)
{
	struct prompt_field field = { "question", a->searched_for };
	struct prompt prompt;

	if (!wants_words(a) || !prompts_step(p, "search_words"))
		return;
	if (prompt_fill(p, "search_words", &field, 1, &prompt, NULL) == 0) {
		sbuf_addstr(out, "=== search words\n");
		prompt_show(&prompt, out);
		prompt_end(&prompt);
	}
}

void answer_show_prompts(struct answering *a)
{
	struct yourcode_spec yours;
	struct sbuf err = SBUF_INIT, out = SBUF_INIT;
	const char *content = app_content(a->app, &err);
	char *dir = content ? xstrfmt("%s/kb/prompts", content) : NULL;
	/* Without a model: what an unmeasured one would get. */
	struct prompts *p = stepchat_prompts(a->app, NULL);

	if (!p && dir)
		p = prompts_load(dir, "default", &err);
	if (p)
		show_simple(a, p, &out);
	if (p && has_error(a)) {
		yourcode_fill(a, &yours);
		sbuf_addstr(&out, "=== your code\n");
		yourcode_show(p, &yours, &out, &err);
	}
	if (!out.len)
		sbuf_addstr(&out, err.len ? err.buf : "Nothing would be sent to a model for this question.");
	a->report->prompt = sbuf_detach(&out, NULL);
	prompts_free(p);
	free(dir);
	sbuf_release(&err);
}
