#include "svc/repair.h"

#include "base/clock.h"
#include "base/hash.h"
#include "io/loop.h"
#include "rust/census.h"
#include "rust/lexer.h"
#include "svc/app.h"
#include "svc/repair_int.h"
#include "svc/repair_model.h"

#define POPS_A_TURN 30     /* candidates looked at before the loop gets its turn */
#define MODEL_CHECKS 6     /* for what a model wrote */
#define NO_GAIN_CHECKS 8   /* without a better state: ask the model */
#define RUN_MAIN_MS 1000   /* a main may wait for input or run for ever: that proves nothing */
#define RUN_TESTS_MS 5000

struct rtext *rtext_new(const char *text, size_t len)
{
	struct rtext *t = xcalloc(1, sizeof(*t));

	t->refs = 1;
	t->len = len;
	t->buf = xmemdupz(text, len);
	return t;
}

void rtext_unref(struct rtext *t)
{
	if (!t || --t->refs)
		return;
	free(t->buf);
	free(t);
}

static struct rtext **texts_ref(struct rtext *const *v, size_t n)
{
	struct rtext **copy = xcalloc(n + 1, sizeof(*copy));

	for (size_t i = 0; i < n; i++) {
		copy[i] = v[i];
		copy[i]->refs++;
	}
	return copy;
}

void texts_unref(struct rtext **v, size_t n)
{
	for (size_t i = 0; v && i < n; i++)
		rtext_unref(v[i]);
	free(v);
}

static void start_next(void *ctx);

void repair_later(struct repair *r)
{
	loop_defer(app_loop(r->app), start_next, r);
}

/* Puts a state's hash among the seen ones; false: it was there. */
static bool is_new(struct repair *r, struct rtext *const *texts)
{
	uint64_t hash = 0;
	char key[20];

	for (size_t i = 0; i < r->n_files; i++)
		hash = hash * 0x9e3779b97f4a7c15u + hash_fnv64(texts[i]->buf, texts[i]->len);
	snprintf(key, sizeof(key), "%016llx", (unsigned long long)hash);
	return !map_put(&r->seen, key, r);
}

/* The texts that a candidate makes; NULL when it does not apply or touches what it must not. */
static struct rtext **make_texts(const struct repair *r, const struct cand *c)
{
	struct rtext **texts = texts_ref(r->nodes[c->parent].texts, r->n_files);
	bool ok = true;

	if (c->whole) {
		rtext_unref(texts[c->whole_file]);
		texts[c->whole_file] = c->whole;
		c->whole->refs++;
	}
	for (size_t i = 0; i < c->n_edits && ok; i++) {
		int f = repair_file_of(r, c->edits[i].file);
		struct sbuf out = SBUF_INIT;

		ok = f >= 0 && !r->files[f].locked && edits_apply(&c->edits[i], texts[f]->buf, texts[f]->len, &out) &&
		     out.len <= REPAIR_MAX_FILE;
		if (ok) {
			rtext_unref(texts[f]);
			texts[f] = rtext_new(out.buf, out.len);
		}
		sbuf_release(&out);
	}
	if (ok)
		return texts;
	texts_unref(texts, r->n_files);
	return NULL;
}

/* Against the texts as they were given, so that many small steps are judged as one. */
static bool guarded(const struct repair *r, struct rtext *const *texts, bool may_lose, int *stubs, int *risky)
{
	*stubs = *risky = 0;
	for (size_t i = 0; i < r->n_files; i++) {
		const struct rtext *was = r->nodes[0].texts[i], *is = texts[i];
		int s, k;

		if (was == is)
			continue;
		if (census_guard(was->buf, was->len, is->buf, is->len, may_lose ? CENSUS_MAY_LOSE : 0, NULL) < 0)
			return false;
		census_marks(was->buf, was->len, is->buf, is->len, &s, &k);
		*stubs += s;
		*risky += k;
	}
	return !*stubs || r->spec.stubs;
}

static void node_release(struct node *n, size_t n_files)
{
	texts_unref(n->texts, n_files);
	diags_release(&n->diags);
	strv_release(&n->keys);
	free(n->reason);
	free(n->source);
	free(n->note);
	free(n->failing);
	repair_node_tests_release(n);
}

static void repair_free(struct repair *r)
{
	for (size_t i = 0; i < r->n_nodes; i++)
		node_release(&r->nodes[i], r->n_files);
	free(r->nodes);
	repair_logic_free(r);
	cands_release(&r->queue);
	cands_release(&r->late);
	cand_release(&r->now);
	texts_unref(r->now_texts, r->n_files);
	map_release(&r->seen);
	for (size_t i = 0; i < r->n_files; i++) {
		free(r->files[i].name);
		free(r->files[i].text);
	}
	free(r->files);
	free(r->project);
	free(r->edition);
	free((char *)(uintptr_t)r->spec.learn_as);
	free(r->tried);
	free(r->model_tried);
	free(r->model_error);
	free(r);
}

static void finish(struct repair *r, const char *failed, bool needed)
{
	struct repair_outcome o;

	repair_outcome_make(r, failed, &o);
	o.needed = needed;
	repair_learned_end(r, &o);
	r->spec.done(r->spec.ctx, &o);
	repair_free(r);
}

static bool has_tests(const struct repair *r)
{
	bool found = r->project != NULL;

	for (size_t i = 0; i < r->n_files && !found; i++) {
		struct items items = ITEMS_INIT;

		items_scan(r->files[i].text, r->files[i].len, &items);
		for (size_t k = 0; k < items.n; k++)
			found |= items.v[k].is_test;
		items_release(&items);
	}
	return found;
}

static void checked(void *ctx, struct check_result *res);
static void note_tried(struct repair *r, const struct check_result *res);

int repair_check_start(struct repair *r, struct rtext *const *texts, struct check_spec *spec, struct sbuf *err)
{
	struct check_file *files = xcalloc(r->n_files, sizeof(*files));
	size_t n = 0;

	spec->key = "";
	spec->edition = r->edition;
	if (r->project) {
		for (size_t i = 0; i < r->n_files; i++)
			if (!r->n_nodes || texts[i] != r->nodes[0].texts[i])
				files[n++] = (struct check_file){ r->files[i].name, texts[i]->buf, texts[i]->len };
		spec->project = r->project;
		spec->files = files;
		spec->n_files = n;
	} else {
		spec->file = r->files[0].name;
		spec->text = texts[0]->buf;
		spec->len = texts[0]->len;
		spec->exercise = r->spec.exercise;
	}
	r->checks++;
	r->check = check_start(r->app, spec, err);
	free(files);
	return r->check ? 0 : -1;
}

static int start_check(struct repair *r, struct rtext *const *texts, bool compile_only, struct sbuf *err)
{
	struct check_spec spec = { .compile_only = compile_only, .done = checked, .ctx = r };

	if (!compile_only && (r->project || !r->spec.exercise))
		spec.limits.wall_ms = has_tests(r) ? RUN_TESTS_MS : RUN_MAIN_MS;
	return repair_check_start(r, texts, &spec, err);
}

static bool compiled(const struct check_result *res)
{
	return res->verdict == VERDICT_PASSED || (res->verdict == VERDICT_COMPILE_ERROR && res->diags.errors);
}

static void fill_keys(struct node *n)
{
	for (size_t i = 0; i < n->diags.n; i++)
		if (n->diags.v[i].level == DIAG_ERROR)
			strv_push_take(&n->keys, repair_error_key(&n->diags.v[i]));
}

/* Takes the candidate under way and its texts. */
static struct node *add_node(struct repair *r, struct diags *diags)
{
	struct node *n, *p;
	unsigned marks = r->now.marks;

	ARRAY_GROW(r->nodes, r->n_nodes + 1, r->alloc_nodes);
	n = &r->nodes[r->n_nodes++];
	memset(n, 0, sizeof(*n));
	n->parent = r->n_nodes == 1 ? -1 : r->now.parent;
	n->texts = r->now_texts;
	n->diags = *diags;
	memset(diags, 0, sizeof(*diags));
	fill_keys(n);
	r->now_texts = NULL;
	if (n->parent < 0)
		return n;
	p = &r->nodes[n->parent];
	n->depth = p->depth + 1;
	n->cost = p->cost + r->now.cost;
	n->by_logic = r->now.by_logic;
	n->may_lose = p->may_lose || (marks & EDIT_ASK);
	n->reason = r->now.reason;
	n->source = r->now.source;
	r->now.reason = r->now.source = NULL;
	guarded(r, n->texts, n->may_lose, &n->stubs, &n->risky);
	n->stubs = MAX(n->stubs, p->stubs + !!(marks & EDIT_STUB));
	n->risky = MAX(n->risky, p->risky + !!(marks & (EDIT_RISKY | EDIT_ASK)));
	n->unproven = MAX(p->unproven, r->now.unproven);
	n->step_stub = n->stubs > p->stubs;
	n->step_risky = n->risky > p->risky;
	return n;
}

/* Is the error that the candidate was made for not there any more? */
static bool error_gone(const struct repair *r, const struct diags *d)
{
	for (size_t i = 0; i < d->n; i++) {
		char *key = d->v[i].level == DIAG_ERROR ? repair_error_key(&d->v[i]) : NULL;
		bool there = key && streq(key, r->now.key);

		free(key);
		if (there)
			return false;
	}
	return true;
}

/* Is the child worth a place? Errors may be unmasked by a right step. */
static bool worth_keeping(const struct repair *r, const struct diags *d)
{
	if (r->now.by_logic)
		return !d->errors;
	if (d->errors <= r->nodes[r->now.parent].diags.errors + 1)
		return true;
	return r->now.key && error_gone(r, d);
}

static void judge(struct repair *r, int index)
{
	struct node *n = &r->nodes[index];

	r->since_gain++;
	/* Nobody but its tests can say yet whether it is right. */
	if (n->unproven && !(n->run == RUN_WELL && n->tests_passed)) {
		n->risky++;
		n->step_risky = true;
	}
	if (r->best < 0 || (repair_unproven_counts(n) && repair_logic_counts(n) && node_better(n, &r->nodes[r->best]))) {
		r->best = index;
		r->since_gain = 0;
	}
	if (!n->diags.errors && index && repair_unproven_counts(n) && !n->by_logic)
		r->limit = MIN(r->limit, r->checks + REPAIR_EXTRA);
	if (n->diags.errors && n->depth < REPAIR_MAX_STEPS)
		cands_add(r, index);
}

/*
 * A clean state is built and run before it is judged, unless it has holes: those are known to end badly. What was given is
 * built too, for some errors (an index behind the end, a number that overflows) show only then; of its run only tests count.
 */
static bool wants_run(const struct repair *r, const struct node *n)
{
	return !n->diags.errors && !n->stubs && !r->spec.no_run;
}

static void root_failed(struct repair *r, const struct check_result *res)
{
	struct sbuf s = SBUF_INIT;

	if (res->internal)
		sbuf_addstr(&s, res->internal);
	else
		sbuf_addf(&s, "%s%s%s", verdict_title(res->verdict), res->note ? " " : "", res->note ? res->note : "");
	if (!res->internal && res->err.len)
		sbuf_addf(&s, "\n%.2000s", res->err.buf);
	finish(r, s.buf, res->internal != NULL);
	sbuf_release(&s);
}

static void take_compiled(struct repair *r, struct check_result *res)
{
	bool root = !r->n_nodes, keep;
	struct node *n;

	if (root ? !compiled(res) && res->verdict != VERDICT_CANCELLED : false) {
		root_failed(r, res);
		return;
	}
	if (!root && r->now.whole)
		note_tried(r, res);
	keep = compiled(res) && (root || worth_keeping(r, &res->diags));
	repair_tried(r, r->now.entry, keep ? (int)r->n_nodes : -1, keep && r->now.key && error_gone(r, &res->diags));
	if (keep) {
		n = add_node(r, &res->diags);
		if (wants_run(r, n)) {
			r->accepting = true;
			if (!start_check(r, n->texts, false, NULL))
				return;
			r->accepting = false;
		}
		judge(r, (int)r->n_nodes - 1);
	} else {
		r->since_gain++;
	}
	repair_later(r);
}

static void take_tests(struct node *n, const struct check_result *res)
{
	struct sbuf s = SBUF_INIT;

	for (size_t i = 0; i < res->n_tests; i++) {
		const struct check_test *t = &res->tests[i];

		t->passed ? n->tests_passed++ : n->tests_failed++;
		if (!t->passed && n->tests_failed <= 3)
			sbuf_addf(&s, "It compiles, but the test `%s` fails: %.400s\n", t->name, t->message ? t->message : "it does not end well");
	}
	n->failing = s.len ? sbuf_detach(&s, NULL) : NULL;
	sbuf_release(&s);
}

/* Was it tests that ran, and not a main? */
static bool is_tested(const struct repair *r, const struct check_result *res)
{
	return res->n_tests || r->spec.exercise || (!r->project && has_tests(r));
}

/* Over time in a main is no failure: it may wait or loop on purpose. A test that does not end is one. */
static bool ran_badly(const struct repair *r, const struct check_result *res)
{
	if (res->verdict == VERDICT_CANCELLED)
		return false;
	return res->verdict != VERDICT_TIMEOUT || is_tested(r, res);
}

/* What a run says of a clean state. */
static void take_run(struct repair *r, struct check_result *res)
{
	struct node *n = &r->nodes[r->n_nodes - 1];

	r->accepting = false;
	take_tests(n, res);
	n->tested = is_tested(r, res);
	n->run_ms = res->run_ms;
	if (n->parent < 0 && !n->tested && !(res->verdict == VERDICT_COMPILE_ERROR && res->diags.errors)) {
		/* a main's run says nothing of what is wanted */
	} else if (res->verdict == VERDICT_PASSED) {
		n->run = RUN_WELL;
	} else if (res->verdict == VERDICT_COMPILE_ERROR && res->diags.errors) {
		diags_release(&n->diags);
		n->diags = res->diags;
		memset(&res->diags, 0, sizeof(res->diags));
	} else if (ran_badly(r, res)) {
		n->run = RUN_BADLY;
		n->endless = res->verdict == VERDICT_TIMEOUT;
		n->note = xstrfmt("%s%s%s", verdict_title(res->verdict), res->note ? " " : "", res->note ? res->note : "");
	}
	repair_node_tests_take(n, res);
	judge(r, (int)r->n_nodes - 1);
	repair_later(r);
}

static void checked(void *ctx, struct check_result *res)
{
	struct repair *r = ctx;

	r->check = NULL;
	if (r->accepting)
		take_run(r, res);
	else
		take_compiled(r, res);
	check_result_release(res);
}

static void answered(void *to, const struct repair_proposal *v, size_t n)
{
	struct repair *r = to;

	r->asking = false;
	loop_cancel(app_loop(r->app), r->ask_timer);
	/* Time to mend what a model's text has of small mistakes. */
	if (n)
		r->limit = MAX(r->limit, r->checks + MODEL_CHECKS);
	cands_add_model(r, r->ask_node, v, n);
	repair_later(r);
}

static void waited_enough(void *ctx)
{
	struct repair *r = ctx;

	if (r->asking)
		r->model->cancel(r->model->ctx);
}

/* The state to ask about: the best; of one with holes the state before them, for code is wanted, not holes. */
static int node_to_ask(const struct repair *r)
{
	int i = r->best;

	while (i > 0 && r->nodes[i].stubs)
		i = r->nodes[i].parent;
	return i;
}

static bool may_ask(struct repair *r)
{
	const struct node *best = &r->nodes[r->best];

	if (!r->model || r->cancelled || r->model_calls >= REPAIR_MODEL_CALLS || r->model_useless >= REPAIR_MODEL_USELESS ||
	    clock_mono_ms() - r->started >= r->spec.wall_ms)
		return false;
	return best->diags.errors || best->stubs || best->tests_failed;
}

/* What it made last, for the next round: the same prompt twice would be in vain. */
static void note_tried(struct repair *r, const struct check_result *res)
{
	const struct node *from = &r->nodes[r->now.parent];
	struct sbuf diff = SBUF_INIT;

	for (size_t i = 0; i < r->n_files; i++)
		if (r->now_texts[i] != from->texts[i])
			diff_unified(from->texts[i]->buf, from->texts[i]->len, r->now_texts[i]->buf, r->now_texts[i]->len, NULL, 0, &diff);
	free(r->model_tried);
	free(r->model_error);
	r->model_tried = sbuf_detach(&diff, NULL);
	r->model_error = NULL;
	for (size_t i = 0; i < res->diags.n && !r->model_error; i++)
		if (res->diags.v[i].level == DIAG_ERROR)
			r->model_error = xstrdup(res->diags.v[i].message);
}

/* The model's turn: the others have nothing more, or nothing that helps. false: it is not asked. */
static bool ask_model(struct repair *r, bool last)
{
	const struct node *n;
	struct repair_ask ask = { .n_files = r->n_files, .round = r->model_calls, .tried = r->model_tried, .tried_error = r->model_error };
	struct repair_file *files;

	if (!may_ask(r) || (!last && (r->queue.n || r->late.n) && r->since_gain < NO_GAIN_CHECKS))
		return false;
	if (r->model_calls && r->gain_at_ask == r->best && ++r->model_useless >= REPAIR_MODEL_USELESS)
		return false;
	r->ask_node = node_to_ask(r);
	n = &r->nodes[r->ask_node];
	ask.diags = &n->diags;
	ask.failing = n->failing;
	r->gain_at_ask = r->best;
	r->since_gain = 0;
	r->model_calls++;
	files = xcalloc(r->n_files, sizeof(*files));
	for (size_t i = 0; i < r->n_files; i++)
		files[i] = (struct repair_file){ r->files[i].name, n->texts[i]->buf, n->texts[i]->len, r->files[i].locked };
	ask.files = files;
	r->asking = true;
	r->ask_timer = loop_after(app_loop(r->app), MAX(r->started + r->spec.wall_ms - clock_mono_ms(), (int64_t)1), waited_enough, r);
	if (r->spec.progress)
		r->spec.progress(r->spec.ctx, "asking the language model", r->checks, r->limit);
	r->model->ask(r->model->ctx, &ask, answered, r);
	free(files);
	return true;
}

/* Candidate into a check. 1: started; 0: not worth a check; -1: nothing starts any more. */
static int try_cand(struct repair *r, struct cand *c)
{
	struct rtext **texts = make_texts(r, c);
	bool may_lose = r->nodes[c->parent].may_lose || (c->marks & EDIT_ASK);
	int stubs, risky, rc = 0;

	/* Guesses are for errors; what compiles, if with holes, is not bettered by them. */
	if (texts && !(c->guess && !r->nodes[r->best].diags.errors) && is_new(r, texts) && guarded(r, texts, may_lose, &stubs, &risky)) {
		r->now = *c;
		r->late_checks += repair_is_unproven(r, c) || c->guess;
		memset(c, 0, sizeof(*c));
		r->now_texts = texts;
		if (r->spec.progress)
			r->spec.progress(r->spec.ctx, r->now.reason, r->checks, r->limit);
		return start_check(r, texts, true, NULL) < 0 ? -1 : 1;
	}
	texts_unref(texts, r->n_files);
	cand_release(c);
	return rc;
}

static bool over(const struct repair *r)
{
	return r->cancelled || r->checks >= r->limit || clock_mono_ms() - r->started >= r->spec.wall_ms ||
	       node_is_good(&r->nodes[r->best]);
}

/* The budget is spent: what is not trusted yet gets a few checks more, for it cost none before. */
static bool may_be_late(const struct repair *r)
{
	return r->late.n && !r->cancelled && r->checks < r->limit + REPAIR_LATE && r->late_checks < REPAIR_LATE_ALL &&
	       clock_mono_ms() - r->started < r->spec.wall_ms && repair_wants_late(r);
}

static bool pop(struct repair *r, struct cand *c)
{
	return (!over(r) && cands_pop(&r->queue, c)) || (may_be_late(r) && cands_pop(&r->late, c));
}

static void start_next(void *ctx)
{
	struct repair *r = ctx;
	struct cand c;
	int rc = 0;

	cand_release(&r->now);
	texts_unref(r->now_texts, r->n_files);
	r->now_texts = NULL;
	if (!r->n_nodes) {
		finish(r, NULL, false);
		return;
	}
	if ((over(r) || !r->queue.n) && repair_logic_start(r))
		return;
	if (over(r) ? !may_be_late(r) : ask_model(r, false)) {
		if (!r->asking && !ask_model(r, true))
			finish(r, NULL, false);
		return;
	}
	for (int i = 0; i < POPS_A_TURN && !rc; i++)
		rc = pop(r, &c) ? try_cand(r, &c) : -1;
	if (rc < 0 && repair_logic_start(r))
		return;
	if (rc < 0 && !ask_model(r, true))
		finish(r, NULL, false);
	else if (!rc)
		repair_later(r);
}

static void start_root(void *ctx)
{
	struct repair *r = ctx;
	struct sbuf err = SBUF_INIT;

	r->now_texts = xcalloc(r->n_files + 1, sizeof(*r->now_texts));
	for (size_t i = 0; i < r->n_files; i++)
		r->now_texts[i] = rtext_new(r->files[i].text, r->files[i].len);
	is_new(r, r->now_texts);
	if (r->cancelled)
		finish(r, NULL, false);
	else if (start_check(r, r->now_texts, true, &err) < 0)
		finish(r, err.buf, true);
	sbuf_release(&err);
}

struct repair *repair_start(struct app *app, const struct repair_spec *spec)
{
	struct repair *r = xcalloc(1, sizeof(*r));

	r->app = app;
	r->spec = *spec;
	r->model = spec->model;
	r->project = xstrdup_or_null(spec->project);
	r->edition = xstrdup_or_null(spec->edition);
	r->spec.learn_as = xstrdup_or_null(spec->learn_as);
	r->n_files = spec->n_files;
	r->files = xcalloc(spec->n_files + 1, sizeof(*r->files));
	for (size_t i = 0; i < spec->n_files; i++)
		r->files[i] = (struct repair_file){ xstrdup(spec->files[i].name), xmemdupz(spec->files[i].text, spec->files[i].len),
						    spec->files[i].len, spec->files[i].locked };
	r->spec.wall_ms = spec->wall_ms ? spec->wall_ms : spec->model ? REPAIR_MODEL_WALL_MS : REPAIR_WALL_MS;
	r->limit = spec->checks ? spec->checks : REPAIR_CHECKS;
	r->best = -1;
	r->started = clock_mono_ms();
	loop_defer(app_loop(app), start_root, r);
	return r;
}

void repair_cancel(struct repair *r)
{
	r->cancelled = true;
	if (r->check)
		check_cancel(r->check);
	else if (r->asking)
		r->model->cancel(r->model->ctx);
}
