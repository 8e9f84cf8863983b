/* One program, many runs: each value of an environment variable is a variant of it (svc/repair_logic). */
#include "base/clock.h"
#include "svc/check_int.h"

static void set_variant(struct check *c, size_t k)
{
	c->variant = k;
	snprintf(c->variant_env, sizeof(c->variant_env), "%s=%zu", c->spec.variable, k);
}

void check_variants_begin(struct check *c)
{
	if (c->spec.n_variants && c->spec.variable)
		set_variant(c, 1);
}

/* What one run left in the result. */
static void forget_run(struct check *c)
{
	for (size_t i = 0; i < c->r.n_tests; i++)
		check_test_release(&c->r.tests[i]);
	free(c->r.tests);
	c->r.tests = NULL;
	c->r.n_tests = 0;
	free(c->r.note);
	free(c->r.expected);
	free(c->r.got);
	c->r.note = c->r.expected = c->r.got = NULL;
	runtime_release(&c->r.runtime);
	strv_release(&c->todo);
	c->told_first = false;
	c->case_at = 0;
}

static void keep(struct check *c, enum verdict v)
{
	struct check_variant now = { .well = v == VERDICT_PASSED };

	for (size_t i = 0; i < c->r.n_tests; i++)
		c->r.tests[i].passed ? now.passed++ : now.failed++;
	c->r.variants = xrealloc(c->r.variants, (c->r.n_variants + 1) * sizeof(now));
	c->r.variants[c->r.n_variants++] = now;
}

static bool is_last(const struct check *c)
{
	int64_t now = clock_mono_ms();

	if (c->variant_well && now - c->variant_well >= c->spec.variants_more_ms)
		return true;
	return c->variant >= c->spec.n_variants || now - c->started >= c->spec.variants_ms;
}

bool check_variants_next(struct check *c, enum verdict v)
{
	if (!c->variant || c->cancelled || v == VERDICT_INTERNAL || v == VERDICT_CANCELLED)
		return false;
	keep(c, v);
	forget_run(c);
	if (v == VERDICT_PASSED && !c->variant_well)
		c->variant_well = clock_mono_ms();
	if (is_last(c))
		return false;
	set_variant(c, c->variant + 1);
	if (c->spec.project)
		check_project_run(c);
	else
		check_file_run(c);
	return true;
}
