/*
 * A question behind an explanation that was read already: its steps again would not help. Who asks for a cure gets the fixes; any
 * other question is searched for, a bare "why?" with the words of the explanation.
 */
#include "learn/exercise.h"
#include "svc/answer_int.h"

#define WORDS_BARE 50 /* of the explanation, to search for; beside words of the question's own */
#define WORDS_JOINED 16

char *answer_error_key(const struct explanation *x)
{
	return xstrfmt(ANSWER_ERROR "%s:%d:%.200s", x->code ? x->code : "", x->line, x->message ? x->message : "");
}

bool answer_was_explained(const struct answering *a, const struct explanation *x)
{
	struct strv seen = STRV_INIT;
	char *key = answer_error_key(x);
	bool is;

	if (a->spec.seen)
		strv_split(&seen, a->spec.seen, '\n');
	is = strv_has(&seen, key);
	strv_release(&seen);
	free(key);
	return is;
}

static void add_cure(struct answering *a, const struct explanation *x)
{
	struct ask_report *r = a->report;
	char *next = a->spec.exercise ? xstrfmt("`tutor hint %s` goes a rung further.", a->spec.exercise) :
					xstrdup("`tutor fix FILE` looks for a change that compiles, and shows it before it is written.");

	for (size_t i = 0; i < x->steps.n; i++) {
		const struct step *s = &x->steps.v[i];

		if (s->kind == STEP_WHERE || s->kind == STEP_FIX || s->kind == STEP_TRY)
			steps_copy(&r->steps, &(struct steps){ x->steps.v + i, 1, 1 });
	}
	steps_renumber(&r->steps, &r->cites);
	steps_add(&r->steps, STEP_NEXT, ORIGIN_ENGINE, next);
	if (!a->spec.exercise && a->spec.mode != MODE_EXAM && a->spec.rung < 0)
		r->max_rung = RUNG_MAX;
	r->card = xstrdup_or_null(x->card);
	r->by = ANSWER_EXPLAIN;
	r->found = true;
	a->cured = true;
	free(next);
}

static void searched(void *ctx, const struct engine_answer *hits, const char *note, const char *err)
{
	struct answering *a = ctx;

	(void)note;
	(void)err; /* the first search stands */
	a->search = NULL;
	if (hits) {
		engine_answer_take(&a->hits, (struct engine_answer *)(uintptr_t)hits);
		a->have_hits = true;
	}
	answer_plain(a);
}

/*
 * A bare question reads on about the rule; words of its own are joined by what happened. Only the beginning: rustc's own line would be
 * looked up as an error.
 */
static void search_words(const struct answering *a, const struct explanation *x, struct sbuf *out)
{
	bool bare = compose_is_bare(a->spec.question);
	const struct step *s = steps_find(&x->steps, bare ? STEP_RULE : STEP_WHAT);
	struct sbuf said = SBUF_INIT;

	if (s)
		compose_sentences(s->text, bare ? WORDS_BARE : WORDS_JOINED, &said);
	if (bare)
		sbuf_add(out, said.buf, said.len);
	else
		compose_joined(a->spec.question, said.buf, out);
	sbuf_release(&said);
}

void answer_go_on(struct answering *a, const struct explanation *x)
{
	struct search_spec spec = { .leg = LEG_BOTH, .max = ANSWER_HITS, .all = true, .done = searched, .ctx = a };
	struct sbuf text = SBUF_INIT;
	struct search *s;
	bool ended = false;

	if (compose_is_for_cure(a->spec.question)) {
		add_cure(a, x);
		answer_stands(a);
		return;
	}
	search_words(a, x, &text);
	if (!text.len) {
		answer_plain(a);
	} else {
		free(a->searched_for);
		a->searched_for = xstrdup(text.buf);
		spec.text = a->searched_for;
		a->gone = &ended;
		s = search_start(a->app, &spec);
		if (!ended) {
			a->gone = NULL;
			a->search = s;
		}
	}
	sbuf_release(&text);
}
