/*
 * It compiles and its tests fail: small changes of the logic (rust/fix_logic), tried by the tests. All that compile stand in one
 * program, built once, of which each run is one of them; what passes goes through the search like any candidate, compiled and
 * tested alone. When none passes all, those with which more tests pass are where the next round starts.
 */
#include "base/clock.h"
#include "rust/fix_logic.h"
#include "svc/app.h"
#include "svc/check_int.h"
#include "svc/repair_int.h"

#define WALL_MS 20000   /* in all */
#define RUN_MS 300      /* of one variant: what is wrong may run for ever; or */
#define RUN_TIMES 6     /* as long as this many runs of the text as it was */
#define RUN_ENDLESS_MS 500 /* when that did not end */
#define RIVALS_MS 3000  /* after the first that passes: is there another? */
#define ROUNDS 3        /* states whose changes are tried */
#define BUILDS 6        /* of one round: what does not compile is taken out */
#define PROOFS 4        /* changes that pass are built alone, the likeliest first */
#define CLIMBS 3        /* of those with which more tests pass */
#define APART 10        /* that cannot be a variant */

struct repair_logic {
	int node;               /* whose changes are tried */
	struct logic_edits edits;
	size_t n_variants;      /* the first so many edits are variants, the others cannot be */
	bool *skip;             /* an edit each: it does not compile */
	struct logic_spans *spans; /* a file each */
	int builds;
};

static void spans_clear(struct repair *r, struct repair_logic *l)
{
	for (size_t i = 0; l->spans && i < r->n_files; i++) {
		free(l->spans[i].v);
		l->spans[i] = (struct logic_spans){ 0 };
	}
}

void repair_logic_free(struct repair *r)
{
	struct repair_logic *l = r->logic;

	if (!l)
		return;
	spans_clear(r, l);
	free(l->spans);
	free(l->skip);
	logic_edits_release(&l->edits);
	free(l);
	r->logic = NULL;
}

void repair_node_tests_take(struct node *n, struct check_result *res)
{
	n->tests = res->tests;
	n->n_tests = res->n_tests;
	res->tests = NULL;
	res->n_tests = 0;
}

void repair_node_tests_release(struct node *n)
{
	for (size_t i = 0; i < n->n_tests; i++)
		check_test_release(&n->tests[i]);
	free(n->tests);
}

bool repair_logic_counts(const struct node *n)
{
	return !n->by_logic || n->run == RUN_WELL;
}

/* --- what is tried --- */

static bool may_be_tried(const struct repair *r, const struct node *n)
{
	if (!n->tested || n->logic_done || n->diags.errors || n->stubs || n->run != RUN_BADLY)
		return false;
	return n->by_logic ? n->tests_passed > r->nodes[n->parent].tests_passed : n == &r->nodes[r->best];
}

/* The state to go on from; -1: none. */
static int pick_node(const struct repair *r)
{
	int found = -1;

	for (int i = 0; i < (int)r->n_nodes; i++)
		if (may_be_tried(r, &r->nodes[i]) && (found < 0 || node_better(&r->nodes[i], &r->nodes[found])))
			found = i;
	return found;
}

static void find_edits(struct repair *r, struct repair_logic *l)
{
	const struct node *n = &r->nodes[l->node];
	struct logic_text *texts = xcalloc(r->n_files + 1, sizeof(*texts));
	struct logic_test *tests = xcalloc(n->n_tests + 1, sizeof(*tests));
	struct logic_spec spec = { texts, r->n_files, tests, n->n_tests, r->spec.exercise ? r->spec.exercise->tests : NULL, n->endless };

	for (size_t i = 0; i < r->n_files; i++)
		texts[i] = (struct logic_text){ r->files[i].name, n->texts[i]->buf, n->texts[i]->len, r->files[i].locked };
	for (size_t i = 0; i < n->n_tests; i++)
		tests[i] = (struct logic_test){ n->tests[i].name, n->tests[i].passed, n->tests[i].got, n->tests[i].wanted };
	logic_find(&spec, &l->edits);
	l->skip = xcalloc(l->edits.n + 1, sizeof(*l->skip));
	l->spans = xcalloc(r->n_files + 1, sizeof(*l->spans));
	free(texts);
	free(tests);
}

/* --- one program for all --- */

static void built(void *ctx, struct check_result *res);

/* The texts with all variants; NULL: there is none. */
static struct rtext **variant_texts(struct repair *r, struct repair_logic *l)
{
	const struct node *n = &r->nodes[l->node];
	struct rtext **texts = xcalloc(r->n_files + 1, sizeof(*texts));
	bool any = false;

	spans_clear(r, l);
	for (size_t i = 0; i < r->n_files; i++) {
		struct logic_text t = { r->files[i].name, n->texts[i]->buf, n->texts[i]->len, r->files[i].locked };
		struct sbuf out = SBUF_INIT;

		if (!t.locked && logic_variants(&t, i, &l->edits, l->skip, &out, &l->spans[i])) {
			texts[i] = rtext_new(out.buf, out.len);
			any = true;
		} else {
			texts[i] = n->texts[i];
			texts[i]->refs++;
		}
		sbuf_release(&out);
	}
	if (any)
		return texts;
	texts_unref(texts, r->n_files);
	return NULL;
}

/* What does not compile goes; what is apart stands at the end. */
static void put_in_order(struct repair_logic *l)
{
	struct logic_edit *v = xcalloc(l->edits.n + 1, sizeof(*v));
	size_t n = 0;

	for (int apart = 0; apart < 2; apart++) {
		for (size_t i = 0; i < l->edits.n; i++)
			if (!l->skip[i] && l->edits.v[i].apart == apart)
				v[n++] = l->edits.v[i];
		if (!apart)
			l->n_variants = n;
	}
	for (size_t i = 0; i < l->edits.n; i++)
		if (l->skip[i])
			edits_release(&l->edits.v[i].e);
	memset(l->skip, 0, l->edits.n * sizeof(*l->skip));
	free(l->edits.v);
	l->edits = (struct logic_edits){ v, n, n };
}

static int64_t run_limit(const struct node *n)
{
	return n->endless ? RUN_ENDLESS_MS : MAX((int64_t)RUN_MS, RUN_TIMES * n->run_ms);
}

static bool build(struct repair *r, struct repair_logic *l)
{
	struct check_spec spec = { .done = built, .ctx = r, .variable = LOGIC_VARIABLE };
	struct rtext **texts;
	int rc;

	put_in_order(l);
	texts = l->n_variants && l->builds++ < BUILDS ? variant_texts(r, l) : NULL;
	if (!texts)
		return false;
	spec.n_variants = l->n_variants;
	spec.limits.wall_ms = run_limit(&r->nodes[l->node]);
	spec.variants_more_ms = RIVALS_MS;
	spec.variants_ms = MAX(WALL_MS - (clock_mono_ms() - r->logic_started), (int64_t)1);
	if (r->spec.progress)
		r->spec.progress(r->spec.ctx, "trying small changes against the tests", r->checks, r->limit);
	rc = repair_check_start(r, texts, &spec, NULL);
	texts_unref(texts, r->n_files);
	return !rc;
}

/* The variant in which an error lies; -1. */
static int edit_at(const struct logic_spans *s, uint32_t at)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->v[i].start <= at && at < s->v[i].end)
			return (int)s->v[i].edit;
	return -1;
}

/* Leaves out what does not compile; false: the errors are not theirs. */
static bool skip_failing(struct repair *r, struct repair_logic *l, const struct diags *d)
{
	bool any = false;

	for (size_t i = 0; i < d->n; i++)
		for (size_t k = 0; d->v[i].level == DIAG_ERROR && k < d->v[i].n_spans; k++) {
			const struct diag_span *s = &d->v[i].spans[k];
			int f = s->primary ? repair_file_of(r, s->file) : -1, e = f >= 0 ? edit_at(&l->spans[f], s->byte_start) : -1;

			if (e >= 0) {
				l->skip[e] = true;
				any = true;
			}
		}
	return any;
}

/* --- what comes of it --- */

static const struct check_test *first_failed(const struct node *n)
{
	for (size_t i = 0; i < n->n_tests; i++)
		if (!n->tests[i].passed)
			return &n->tests[i];
	return NULL;
}

static void add_test(const struct node *n, struct sbuf *out)
{
	const struct check_test *t = first_failed(n);

	if (!t)
		return;
	if (t->got && t->wanted && strlen(t->got) + strlen(t->wanted) < 160)
		sbuf_addf(out, ": the test `%s` gets `%s` where it expects `%s`", t->name, t->got, t->wanted);
	else if (t->message)
		sbuf_addf(out, ": the test `%s` fails (%.*s)", t->name, (int)MIN(strcspn(t->message, "\n"), (size_t)120), t->message);
	else
		sbuf_addf(out, ": the test `%s` %s", t->name, n->endless ? "does not come to its end" : "fails");
}

/* The line that an edit makes, trimmed, and its number. */
static char *line_made(const struct rtext *t, const struct edits *e, int *line)
{
	struct sbuf after = SBUF_INIT;
	size_t from = e->v[0].start, to;
	char *text = NULL;

	*line = 1;
	if (edits_apply(e, t->buf, t->len, &after)) {
		while (from < after.len && (after.buf[from] == '\n' || after.buf[from] == ' '))
			from++;
		while (from && after.buf[from - 1] != '\n')
			from--;
		for (size_t i = 0; i < from; i++)
			*line += after.buf[i] == '\n';
		while (from < after.len && (after.buf[from] == ' ' || after.buf[from] == '\t'))
			from++;
		for (to = from; to < after.len && after.buf[to] != '\n' && to - from < 100;)
			to++;
		text = xmemdupz(after.buf + from, to - from);
	}
	sbuf_release(&after);
	return text;
}

/* What else passes is told: the tests do not say which is right. */
static void add_rival(const struct repair *r, const struct repair_logic *l, const struct logic_edit *e, size_t others, struct sbuf *out)
{
	int line;
	char *text = line_made(r->nodes[l->node].texts[e->file], &e->e, &line);

	if (text)
		sbuf_addf(out, ". The tests pass with another change, too (line %d: `%s`%s); they cannot tell them apart, only you can", line,
			  text, others > 1 ? ", and there are more" : "");
	free(text);
}

static void offer(struct repair *r, struct repair_logic *l, size_t k, int rival, size_t others)
{
	struct logic_edit *e = &l->edits.v[k];
	struct sbuf reason = SBUF_INIT;
	struct cand c = { .cost = MAX(e->cost, 0.1), .by_logic = true, .source = xstrdup(e->e.source), .n_edits = 1 };

	sbuf_addstr(&reason, e->e.reason);
	add_test(&r->nodes[l->node], &reason);
	if (rival >= 0)
		add_rival(r, l, &l->edits.v[rival], others, &reason);
	sbuf_addch(&reason, '.');
	c.reason = sbuf_detach(&reason, NULL);
	c.edits = xmalloc(sizeof(*c.edits));
	c.edits[0] = e->e;
	c.edits[0].file = xstrdup(e->e.file);
	c.edits[0].reason = xstrdup(e->e.reason);
	c.edits[0].v = xcalloc(e->e.n, sizeof(*c.edits[0].v));
	c.edits[0].alloc = e->e.n;
	for (size_t i = 0; i < e->e.n; i++)
		c.edits[0].v[i] = (struct edit_op){ e->e.v[i].start, e->e.v[i].end, xstrdup(e->e.v[i].text) };
	repair_offer_take(r, l->node, &c);
	r->limit = MAX(r->limit, r->checks) + 2;
}

/* All tests pass with these: the likeliest first. */
static size_t offer_passing(struct repair *r, struct repair_logic *l, const struct check_result *res)
{
	size_t n = 0, offered = 0;
	int first = -1, second = -1;

	for (size_t k = 0; k < res->n_variants; k++) {
		if (!res->variants[k].well)
			continue;
		n++;
		if (first < 0)
			first = (int)k;
		else if (second < 0)
			second = (int)k;
	}
	for (size_t k = 0; k < res->n_variants && offered < PROOFS; k++)
		if (res->variants[k].well) {
			offer(r, l, k, (int)k == first ? second : first, n - 1);
			offered++;
		}
	return n;
}

/* More tests pass with these, though not all. */
static void offer_better(struct repair *r, struct repair_logic *l, const struct check_result *res)
{
	size_t least = r->nodes[l->node].tests_passed, offered = 0;

	for (size_t want = least + r->nodes[l->node].n_tests; want > least && offered < CLIMBS; want--)
		for (size_t k = 0; k < res->n_variants && offered < CLIMBS; k++)
			if (res->variants[k].passed == want) {
				offer(r, l, k, -1, 0);
				offered++;
			}
}

static void offer_apart(struct repair *r, struct repair_logic *l, bool all)
{
	for (size_t k = 0, n = 0; k < l->edits.n && n < APART; k++)
		if (l->edits.v[k].apart || all) {
			offer(r, l, k, -1, 0);
			n++;
		}
}

static void built(void *ctx, struct check_result *res)
{
	struct repair *r = ctx;
	struct repair_logic *l = r->logic;
	bool again = false;

	r->check = NULL;
	if (r->cancelled) {
		;
	} else if (res->verdict == VERDICT_PASSED) {
		if (!offer_passing(r, l, res)) {
			offer_better(r, l, res);
			offer_apart(r, l, false);
		}
	} else {
		again = res->verdict == VERDICT_COMPILE_ERROR && skip_failing(r, l, &res->diags) && build(r, l);
		if (!again)
			offer_apart(r, l, true);
	}
	if (!again) {
		repair_logic_free(r);
		repair_later(r);
	}
	check_result_release(res);
}

bool repair_logic_start(struct repair *r)
{
	struct repair_logic *l;
	int64_t now = clock_mono_ms();
	int node;

	if (r->cancelled || r->spec.no_run || r->logic_rounds >= ROUNDS || r->best < 0 || node_is_good(&r->nodes[r->best]))
		return false;
	if (now - r->started >= r->spec.wall_ms || (r->logic_rounds && now - r->logic_started >= WALL_MS) || (node = pick_node(r)) < 0)
		return false;
	if (!r->logic_rounds++)
		r->logic_started = now;
	r->nodes[node].logic_done = true;
	l = r->logic = xcalloc(1, sizeof(*l));
	l->node = node;
	find_edits(r, l);
	if (l->edits.n && build(r, l))
		return true;
	offer_apart(r, l, false);
	repair_logic_free(r);
	if (!r->queue.n)
		return false;
	repair_later(r);
	return true;
}
