/* Which state is better, and what a search ends with. */
#include "base/clock.h"
#include "svc/repair_int.h"

static const char *const names[] = {
#define X(id, name, title) [REPAIR_##id] = name,
	REPAIR_RESULTS(X)
#undef X
};

static const char *const titles[] = {
#define X(id, name, title) [REPAIR_##id] = title,
	REPAIR_RESULTS(X)
#undef X
};

const char *repair_result_name(enum repair_result r)
{
	return names[r];
}

const char *repair_result_title(enum repair_result r)
{
	return titles[r];
}

static int compare(double a, double b)
{
	return (a > b) - (a < b);
}

bool node_better(const struct node *a, const struct node *b)
{
	const double x[] = { (double)a->diags.errors, (double)a->tests_failed, a->stubs, a->run == RUN_BADLY, a->risky,
			     (double)a->diags.warnings, a->cost };
	const double y[] = { (double)b->diags.errors, (double)b->tests_failed, b->stubs, b->run == RUN_BADLY, b->risky,
			     (double)b->diags.warnings, b->cost };

	for (size_t i = 0; i < ARRAY_SIZE(x); i++)
		if (compare(x[i], y[i]))
			return compare(x[i], y[i]) < 0;
	return false;
}

bool node_is_good(const struct node *n)
{
	return !n->diags.errors && !n->stubs && !n->risky && n->run != RUN_BADLY && !n->tests_failed;
}

static enum repair_result result_of(const struct repair *r, const struct node *n)
{
	if (r->best <= 0)
		return REPAIR_UNCHANGED;
	if (n->diags.errors || n->tests_failed)
		return REPAIR_IMPROVED;
	if (n->stubs)
		return REPAIR_STUBBED;
	if (n->tests_passed && n->run == RUN_WELL)
		return REPAIR_FIXED_TESTS;
	return n->risky || n->run == RUN_BADLY ? REPAIR_FIXED_RISKY : REPAIR_FIXED;
}

static void step_diff(const struct repair *r, const struct node *from, const struct node *to, struct sbuf *out)
{
	for (size_t i = 0; i < r->n_files; i++)
		if (from->texts[i] != to->texts[i])
			diff_unified(from->texts[i]->buf, from->texts[i]->len, to->texts[i]->buf, to->texts[i]->len,
				     r->files[i].name, 2, out);
}

static void make_steps(const struct repair *r, struct repair_outcome *o)
{
	int path[REPAIR_MAX_STEPS + 2], n = 0;

	for (int i = r->best; i > 0; i = r->nodes[i].parent)
		path[n++] = i;
	o->steps = xcalloc((size_t)n + 1, sizeof(*o->steps));
	while (n--) {
		const struct node *to = &r->nodes[path[n]];
		struct repair_step *s = &o->steps[o->n_steps++];
		struct sbuf diff = SBUF_INIT;

		step_diff(r, &r->nodes[to->parent], to, &diff);
		*s = (struct repair_step){ xstrdup(to->reason), sbuf_detach(&diff, NULL), xstrdup(to->source), to->diags.errors,
					   to->step_risky, to->step_stub };
	}
}

static void make_files(const struct repair *r, struct repair_outcome *o)
{
	o->n_files = r->n_files;
	o->files = xcalloc(r->n_files + 1, sizeof(*o->files));
	o->changed = xcalloc(r->n_files + 1, sizeof(*o->changed));
	for (size_t i = 0; i < r->n_files; i++) {
		const struct rtext *t = r->best >= 0 ? r->nodes[r->best].texts[i] : NULL;

		o->files[i] = (struct repair_file){ xstrdup(r->files[i].name),
						    t ? xmemdupz(t->buf, t->len) : xmemdupz(r->files[i].text, r->files[i].len),
						    t ? t->len : r->files[i].len, r->files[i].locked };
		o->changed[i] = t && t != r->nodes[0].texts[i];
	}
}

void repair_outcome_make(struct repair *r, const char *failed, struct repair_outcome *o)
{
	struct node *n = r->best >= 0 ? &r->nodes[r->best] : NULL;

	*o = (struct repair_outcome){ .result = REPAIR_UNCHANGED, .cancelled = r->cancelled, .failed = xstrdup_or_null(failed),
				      .checks = r->checks, .model_calls = r->model_calls };
	o->ms = clock_mono_ms() - r->started;
	make_files(r, o);
	if (!n)
		return;
	o->result = result_of(r, n);
	o->errors_before = r->nodes[0].diags.errors;
	o->errors_after = n->diags.errors;
	o->risky = n->risky;
	o->stubs = n->stubs;
	o->warnings = n->diags.warnings;
	o->tests_passed = n->tests_passed;
	o->tests_failed = n->tests_failed;
	o->note = xstrdup_or_null(n->note);
	make_steps(r, o);
	o->diags = n->diags;
	memset(&n->diags, 0, sizeof(n->diags));
}

void repair_outcome_release(struct repair_outcome *o)
{
	for (size_t i = 0; i < o->n_steps; i++) {
		free(o->steps[i].reason);
		free(o->steps[i].diff);
		free(o->steps[i].source);
	}
	free(o->steps);
	for (size_t i = 0; i < o->n_files; i++) {
		free(o->files[i].name);
		free(o->files[i].text);
	}
	free(o->files);
	free(o->changed);
	free(o->entries);
	free(o->failed);
	free(o->note);
	diags_release(&o->diags);
	memset(o, 0, sizeof(*o));
}
