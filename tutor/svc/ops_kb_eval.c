/* Operation: kb eval: an evaluation file through search, one question after the other. */
#include "base/clock.h"
#include "base/file.h"
#include "kb/chunk.h"
#include "kb/evalset.h"
#include "svc/app.h"
#include "svc/ops_list.h"
#include "svc/search.h"

#define EVAL_FILE_MAX (16u << 20)
#define EVAL_DEPTH 20 /* results looked at */

struct miss {
	int line;
	size_t rank; /* 0: not found */
	char *question, *kind, *accept, *got; /* got: pages of the first results */
};

struct evaluation {
	struct call *call;
	struct search *search;
	struct evalset set;
	size_t at, refused;
	struct eval_sums sums;
	struct eval_cards cards;
	struct miss *misses;
	size_t n_misses, alloc_misses;
	const char *half, *leg;
	bool want_misses, all;
	char *note;
	int64_t began, first, *whole, *ranking; /* microseconds: of each question with and without its embedding */
	bool stopped, in_step, again;
};

static void evaluation_free(void *data)
{
	struct evaluation *e = data;

	for (size_t i = 0; i < e->n_misses; i++) {
		free(e->misses[i].question);
		free(e->misses[i].kind);
		free(e->misses[i].accept);
		free(e->misses[i].got);
	}
	free(e->misses);
	free(e->whole);
	free(e->ranking);
	evalset_release(&e->set);
	eval_sums_release(&e->sums);
	free(e->note);
	free(e);
}

static struct json *score_json(const struct eval_score *s)
{
	struct json *j = json_object();
	double n = s->n ? (double)s->n : 1;

	json_set_num(j, "n", (double)s->n);
	json_set_num(j, "r1", (double)s->r1 / n);
	json_set_num(j, "r5", (double)s->r5 / n);
	json_set_num(j, "r10", (double)s->r10 / n);
	json_set_num(j, "mrr", s->rr / n);
	return j;
}

static int by_size(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* The smallest time that so many hundredths of the questions keep, in ms. Sorts. */
static double percentile(int64_t *us, size_t n, size_t hundredths)
{
	qsort(us, n, sizeof(*us), by_size);
	return n ? (double)us[MIN(n - 1, n * hundredths / 100)] / 1000 : 0;
}

/* Times in ms; `first` holds what only the first question pays: opening the database, starting the model. */
static struct json *times_json(const struct evaluation *e)
{
	struct json *j = json_object();
	size_t n = e->sums.all.n;

	json_set_num(j, "first", (double)e->first / 1000);
	json_set_num(j, "p50", percentile(e->whole, n, 50));
	json_set_num(j, "p95", percentile(e->whole, n, 95));
	json_set_num(j, "ranking_p50", percentile(e->ranking, n, 50));
	json_set_num(j, "ranking_p95", percentile(e->ranking, n, 95));
	return j;
}

static struct json *cards_json(const struct eval_cards *c)
{
	struct json *j = json_object();
	double n = c->n ? (double)c->n : 1;

	json_set_num(j, "n", (double)c->n);
	json_set_num(j, "r1", (double)c->first / n);
	json_set_num(j, "r5", (double)c->five / n);
	json_set_num(j, "own_r1", (double)c->own_first / n);
	json_set_num(j, "own_r5", (double)c->own_five / n);
	json_set_num(j, "ask", (double)c->answers / n);
	return j;
}

static struct json *misses_json(const struct evaluation *e)
{
	struct json *arr = json_array();

	for (size_t i = 0; i < e->n_misses; i++) {
		struct json *o = json_object();

		json_set_num(o, "line", e->misses[i].line);
		json_set_num(o, "rank", (double)e->misses[i].rank);
		json_set_str(o, "question", e->misses[i].question);
		json_set_str(o, "kind", e->misses[i].kind);
		json_set_str(o, "acceptable", e->misses[i].accept);
		json_set_str(o, "got", e->misses[i].got);
		json_add_take(arr, o);
	}
	return arr;
}

static struct json *evaluation_json(const void *data)
{
	const struct evaluation *e = data;
	struct json *j = json_object(), *kinds = json_object();

	json_set_take(j, "all", score_json(&e->sums.all));
	for (size_t i = 0; i < e->sums.n_kinds; i++)
		json_set_take(kinds, e->sums.kinds[i].kind, score_json(&e->sums.kinds[i]));
	json_set_take(j, "kinds", kinds);
	if (e->cards.n)
		json_set_take(j, "cards", cards_json(&e->cards));
	json_set_num(j, "refused", (double)e->refused / (double)MAX(e->sums.all.n, 1));
	json_set_take(j, "ms", times_json(e));
	json_set_str(j, "note", e->note);
	if (e->want_misses)
		json_set_take(j, "misses", misses_json(e));
	return j;
}

static void score_plain(const struct eval_score *s, const char *name, struct sbuf *out)
{
	double n = s->n ? (double)s->n : 1;

	sbuf_addf(out, "%-12s %4zu  %5.1f  %5.1f  %5.1f  %.3f\n", name, s->n, 100 * (double)s->r1 / n, 100 * (double)s->r5 / n,
		  100 * (double)s->r10 / n, s->rr / n);
}

static void cards_plain(const struct eval_cards *c, struct sbuf *out)
{
	double share = 100 / (double)c->n;

	sbuf_addf(out, "right card, of %zu: first of all results %.1f%%, in five %.1f%%; first of the cards %.1f%%, in five %.1f%%; "
		  "`ask` answers with it %.1f%%\n", c->n, share * (double)c->first, share * (double)c->five, share * (double)c->own_first,
		  share * (double)c->own_five, share * (double)c->answers);
}

static void evaluation_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct evaluation *e = data;

	(void)width;
	(void)ascii;
	sbuf_addstr(out, "kind            n    R@1    R@5   R@10  MRR\n");
	for (size_t i = 0; i < e->sums.n_kinds; i++)
		score_plain(&e->sums.kinds[i], e->sums.kinds[i].kind, out);
	score_plain(&e->sums.all, "all", out);
	if (e->cards.n)
		cards_plain(&e->cards, out);
	sbuf_addf(out, "refused as \"nothing found\": %zu of %zu; half of the questions took %.1f ms, 95%% at most %.1f ms\n", e->refused,
		  e->sums.all.n, percentile(e->whole, e->sums.all.n, 50), percentile(e->whole, e->sums.all.n, 95));
	if (e->note)
		sbuf_addf(out, "(%s)\n", e->note);
	for (size_t i = 0; e->want_misses && i < e->n_misses; i++) {
		const struct miss *m = &e->misses[i];

		sbuf_addf(out, "line %d (%s) at %zu: %s\n    wanted %s\n    got    %s\n", m->line, m->kind, m->rank, m->question, m->accept, m->got);
	}
}

static const struct result_type evaluation_type = { "kb_eval", evaluation_json, evaluation_plain, evaluation_free };

static void note_miss(struct evaluation *e, const struct eval_item *it, size_t rank, const struct engine_answer *a)
{
	struct sbuf got = SBUF_INIT;
	struct miss *m;

	ARRAY_GROW(e->misses, e->n_misses + 1, e->alloc_misses);
	m = &e->misses[e->n_misses++];
	for (size_t i = 0; i < a->n && i < 5; i++)
		sbuf_addf(&got, "%s%s%s%s", i ? " " : "", a->v[i].page, *a->v[i].anchor ? "#" : "", a->v[i].anchor);
	*m = (struct miss){ it->line, rank, xstrdup(it->question), xstrdup(it->kind), xstrdup(it->accept), sbuf_detach(&got, NULL) };
}

static void count_cards(struct evaluation *e, const struct eval_item *it, const struct engine_answer *a)
{
	const struct engine_hit *answers = engine_card(a);
	struct eval_cards *c = &e->cards;
	size_t rank = 0, own = 0, at = 0;

	if (!eval_names_card(it))
		return;
	for (size_t i = 0; i < a->n && !at; i++) {
		own += a->v[i].kind == CHUNK_CARD;
		rank = i + 1;
		at = eval_is_card(it, a->v[i].page) ? rank : 0;
	}
	c->n++;
	c->first += at == 1;
	c->five += at && at <= 5;
	c->own_first += at && own == 1;
	c->own_five += at && own <= 5;
	c->answers += answers && eval_is_card(it, answers->page);
}

static void step(struct evaluation *e);

static void one_done(void *ctx, const struct engine_answer *a, const char *note, const char *err)
{
	struct evaluation *e = ctx;
	const struct eval_item *it = &e->set.v[e->at];
	size_t rank = 0;

	e->search = NULL;
	if (!a) {
		e->call->priv = NULL;
		e->stopped = true;
		call_fail(e->call, ERROR_NEEDED, NULL, "%s", err);
		return;
	}
	if (streq(it->accept, "-"))
		rank = !a->n; /* nothing is the right answer */
	for (size_t i = 0; i < a->n && !rank; i++)
		if (eval_hits(it, a->v[i].page, a->v[i].anchor, a->v[i].see, a->v[i].kind == CHUNK_CARD))
			rank = i + 1;
	e->whole[e->sums.all.n] = clock_mono_us() - e->began;
	e->ranking[e->sums.all.n] = a->us;
	if (!e->sums.all.n)
		e->first = e->whole[0];
	eval_count(&e->sums, it->kind, rank);
	count_cards(e, it, a);
	e->refused += a->sure < ENGINE_SURE;
	if (note && !e->note && !a->by_meaning) /* what was missing, not how a question was read */
		e->note = xstrdup(note);
	if (e->want_misses && (!rank || rank > 5))
		note_miss(e, it, rank, a);
	e->at++;
	if (e->in_step)
		e->again = true;
	else
		step(e);
}

static void skip_other_half(struct evaluation *e)
{
	while (e->half && e->at < e->set.n && (e->at % 2 == 0) != streq(e->half, "odd"))
		e->at++;
}

static enum engine_leg leg_of(const char *leg)
{
	return !leg || streq(leg, "both") || streq(leg, "model") ? LEG_BOTH : streq(leg, "words") ? LEG_WORDS : LEG_MEANING;
}

/* Answers may come from within search_start: a loop, not a recursion. */
static void step(struct evaluation *e)
{
	struct call *call = e->call;

	e->in_step = true;
	do {
		e->again = false;
		skip_other_half(e);
		if (e->at == e->set.n)
			break;
		struct search_spec spec = { .text = e->set.v[e->at].question, .leg = leg_of(e->leg), .max = EVAL_DEPTH, .all = e->all,
					    .model = e->leg && streq(e->leg, "model"),
					    .done = one_done, .ctx = e };
		call_progress(call, (int64_t)e->at, (int64_t)e->set.n, "Questions");
		e->began = clock_mono_us();
		e->search = search_start(call->app, &spec);
		if (e->stopped) {
			evaluation_free(e);
			return;
		}
	} while (e->again);
	e->in_step = false;
	if (e->at == e->set.n && !e->search) {
		call->priv = NULL;
		call_finish(call, &evaluation_type, e, false);
	}
}

static void eval_start(struct call *call)
{
	struct evaluation *e = xcalloc(1, sizeof(*e));
	struct sbuf text = SBUF_INIT, err = SBUF_INIT;
	const char *file = call_str(call, "file");

	e->call = call;
	e->half = call_str(call, "half");
	e->leg = call_str(call, "leg");
	e->want_misses = call_bool(call, "misses");
	e->all = call_bool(call, "all");
	if (file_read(file, EVAL_FILE_MAX, &text, &err) < 0)
		call_fail(call, ERROR_USAGE, NULL, "%s", err.buf);
	else if (evalset_parse(text.buf, text.len, &e->set, &err) < 0)
		call_fail(call, ERROR_USAGE, NULL, "%s, %s", file, err.buf);
	else if (!e->set.n)
		call_fail(call, ERROR_USAGE, NULL, "%s has no questions.", file);
	else
		call->priv = e;
	e->whole = xcalloc(e->set.n + 1, sizeof(*e->whole));
	e->ranking = xcalloc(e->set.n + 1, sizeof(*e->ranking));
	sbuf_release(&text);
	sbuf_release(&err);
	if (call->priv)
		step(e);
	else
		evaluation_free(e);
}

static void eval_cancel(struct call *call)
{
	struct evaluation *e = call->priv;

	if (!e)
		return;
	if (e->search)
		search_cancel(e->search);
	call->priv = NULL;
	evaluation_free(e);
	call_fail(call, ERROR_USAGE, NULL, "The evaluation was stopped.");
}

static const char *const legs[] = { "words", "meaning", "both", "model", NULL };
static const char *const halves[] = { "odd", "even", NULL };

static const struct op_arg eval_args[] = {
	{ .name = "file", .type = ARG_PATH, .required = true, .positional = true, .help = "lines of question, tab, pages or cards (card:KIND/SLUG), tab, kind" },
	{ .name = "leg", .type = ARG_ENUM, .values = legs, .help = "words, meaning, both, or both with a model's search words (both)" },
	{ .name = "half", .type = ARG_ENUM, .values = halves, .help = "only the odd or the even questions" },
	{ .name = "misses", .type = ARG_BOOL, .help = "list the questions whose page is not among the first five" },
	{ .name = "all", .type = ARG_BOOL, .help = "count results also where search says that nothing fits" },
};

const struct op op_kb_eval = {
	.name = "kb_eval", .words = "kb eval", .title = "Measure the search",
	.help = "Asks every question of an evaluation file and prints how often an acceptable page or card is the first, among the first five and "
		"ten; where the file names cards, also where a right card stands.",
	.args = eval_args, .n_args = ARRAY_SIZE(eval_args),
	.result_schema = "{\"type\":\"object\",\"required\":[\"all\",\"kinds\"]}",
	.fronts = FRONT_CLI, .flags = OP_LONG | OP_NOT_IN_EXAM, .start = eval_start, .cancel = eval_cancel,
};
