#include "svc/fix.h"

#include "rust/edits.h"
#include "svc/repair.h"

/* Templates and rustc may both have had a part: whoever made the first step is named. */
static void add_fix(const struct repair_outcome *o, const char *text, size_t len, struct steps *out)
{
	struct sbuf diff = SBUF_INIT, t = SBUF_INIT;
	struct step *s;

	diff_unified(text, len, o->files[0].text, o->files[0].len, NULL, 2, &diff);
	sbuf_addstr(&t, o->result == REPAIR_FIXED_TESTS ? "A change with which the tests pass: " : "A change that the compiler accepts: ");
	for (size_t i = 0; i < o->n_steps; i++) {
		const char *reason = o->steps[i].reason;

		sbuf_addf(&t, "%s%.*s", i ? "; then: " : "", (int)(strlen(reason) - ends_with(reason, ".")), reason);
	}
	sbuf_addch(&t, '.');
	s = steps_add(out, STEP_FIX, streq(o->steps[0].source, "rustc") ? ORIGIN_RUSTC : ORIGIN_ENGINE, t.buf);
	step_set_code(s, diff.buf, "diff");
	s->verified = true;
	sbuf_release(&t);
	sbuf_release(&diff);
}

static void add_proof(const struct repair_outcome *o, struct steps *out)
{
	struct sbuf t = SBUF_INIT;
	const char *s = o->errors_before == 1 ? "" : "s";

	if (o->errors_after)
		sbuf_addf(&t, "Compiled with this change: %zu error%s before, %zu after. The rest is for the next round.", o->errors_before, s,
			  o->errors_after);
	else if (o->result == REPAIR_FIXED_TESTS && !o->errors_before)
		sbuf_addf(&t, "Compiled and run with this change: all %zu tests pass.", o->tests_passed);
	else if (o->result == REPAIR_FIXED_TESTS)
		sbuf_addf(&t, "Compiled with this change: %zu error%s before, none after, and the tests pass.", o->errors_before, s);
	else
		sbuf_addf(&t,
			  "Compiled with this change: %zu error%s before, none after. Whether it is what you meant, only you and your "
			  "tests can say.",
			  o->errors_before, s);
	steps_add(out, STEP_PROOF, ORIGIN_ENGINE, t.buf)->verified = true;
	sbuf_release(&t);
}

struct asked {
	fix_done *done;
	void *ctx;
	char *text;
	size_t len;
	bool exercise;
};

static void repaired(void *ctx, struct repair_outcome *o)
{
	struct asked *a = ctx;
	struct steps steps = STEPS_INIT;

	if (o->n_steps && (!a->exercise || o->result == REPAIR_FIXED_TESTS)) {
		add_fix(o, a->text, a->len, &steps);
		add_proof(o, &steps);
	}
	a->done(a->ctx, &steps);
	repair_outcome_release(o);
	free(a->text);
	free(a);
}

void fix_search(struct app *app, const char *text, size_t len, const char *edition, const struct exercise *e, fix_done *done,
		void *ctx)
{
	struct asked *a = xcalloc(1, sizeof(*a));
	struct repair_file file = { .name = (char *)(uintptr_t)"fix.rs", .text = (char *)(uintptr_t)text, .len = len };
	struct repair_spec spec = { .files = &file, .n_files = 1, .edition = edition, .exercise = e, .checks = FIX_CHECKS, .done = repaired, .ctx = a };

	*a = (struct asked){ done, ctx, xmemdupz(text, len), len, e != NULL };
	repair_start(app, &spec);
}
