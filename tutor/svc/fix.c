#include "svc/fix.h"

#include "rust/edits.h"
#include "svc/check.h"

struct candidate {
	char *text, *reason;
	size_t len;
};

struct fixing {
	struct app *app;
	const struct diags *d;
	const char *text, *edition;
	size_t len;
	struct candidate tries[FIX_MAX_TRIES];
	size_t n, at;
	size_t best, best_errors, best_score; /* best: index, SIZE_MAX while there is none */
	fix_done *done;
	void *ctx;
};

static void add_try(struct fixing *f, const struct edits *e)
{
	struct sbuf out = SBUF_INIT;

	if (f->n == FIX_MAX_TRIES || !edits_apply(e, f->text, f->len, &out) ||
	    (out.len == f->len && !memcmp(out.buf, f->text, f->len))) {
		sbuf_release(&out);
		return;
	}
	f->tries[f->n].reason = xstrdup_or_null(e->reason);
	f->tries[f->n].text = sbuf_detach(&out, &f->tries[f->n].len);
	f->n++;
}

static void collect(struct fixing *f, const struct diag *root)
{
	const struct diag_span *p = diag_primary(root);
	struct edits *all = NULL;
	size_t n = diag_suggestions(root, p ? p->file : NULL, &all);

	for (size_t i = 0; i < n; i++) {
		/* Placeholders are for a person to fill in: compiling them proves nothing. */
		if (all[i].applicability != DIAG_APP_PLACEHOLDERS)
			add_try(f, &all[i]);
		edits_release(&all[i]);
	}
	free(all);
}

static void add_steps(const struct fixing *f, struct steps *out)
{
	const struct candidate *c = &f->tries[f->best];
	struct sbuf diff = SBUF_INIT, t = SBUF_INIT;
	struct step *s;

	diff_unified(f->text, f->len, c->text, c->len, NULL, 2, &diff);
	sbuf_addf(&t, "A change that the compiler accepts%s%s.", c->reason ? ": " : "", c->reason ? c->reason : "");
	s = steps_add(out, STEP_FIX, ORIGIN_RUSTC, t.buf);
	step_set_code(s, diff.buf, "diff");
	s->verified = true;
	sbuf_reset(&t);
	if (f->best_errors >= f->d->errors)
		sbuf_addf(&t, "Compiled with this change: this error is gone, and what it hid shows: %zu error%s before, %zu after.",
			  f->d->errors, f->d->errors == 1 ? "" : "s", f->best_errors);
	else if (f->best_errors)
		sbuf_addf(&t, "Compiled with this change: %zu error%s before, %zu after. The rest is for the next round.",
			  f->d->errors, f->d->errors == 1 ? "" : "s", f->best_errors);
	else
		sbuf_addf(&t, "Compiled with this change: %zu error%s before, none after. Whether it is what you meant, only you "
			      "and your tests can say.",
			  f->d->errors, f->d->errors == 1 ? "" : "s");
	s = steps_add(out, STEP_PROOF, ORIGIN_ENGINE, t.buf);
	s->verified = true;
	sbuf_release(&t);
	sbuf_release(&diff);
}

static void finish(struct fixing *f)
{
	struct steps steps = STEPS_INIT;

	if (f->best != SIZE_MAX)
		add_steps(f, &steps);
	f->done(f->ctx, &steps);
	for (size_t i = 0; i < f->n; i++) {
		free(f->tries[i].text);
		free(f->tries[i].reason);
	}
	free(f);
}

static void try_next(struct fixing *f);

/* Lower is better. An error that is gone may have hidden another: then the count stays, and it is progress all the same. */
static size_t score(const struct fixing *f, const struct diags *d)
{
	const struct diag *root = diags_root(f->d);
	bool there = false;

	for (size_t i = 0; i < d->n && !there; i++)
		there = d->v[i].level == DIAG_ERROR && streq(d->v[i].message, root->message);
	return d->errors * 2 + there;
}

static void tried(void *ctx, struct check_result *r)
{
	struct fixing *f = ctx;
	bool sound = r->verdict == VERDICT_PASSED || r->verdict == VERDICT_COMPILE_ERROR;

	if (sound && score(f, &r->diags) < f->best_score) {
		f->best = f->at;
		f->best_errors = r->diags.errors;
		f->best_score = score(f, &r->diags);
	}
	check_result_release(r);
	f->at++;
	try_next(f);
}

static void try_next(struct fixing *f)
{
	struct check_spec spec = { .key = "", .file = "fix.rs", .edition = f->edition, .compile_only = true, .done = tried,
				   .ctx = f };

	if (f->at < f->n && f->best_errors) {
		spec.text = f->tries[f->at].text;
		spec.len = f->tries[f->at].len;
		if (check_start(f->app, &spec, NULL))
			return;
	}
	finish(f);
}

void fix_search(struct app *app, const struct diags *d, const char *text, size_t len, const char *edition, fix_done *done,
		void *ctx)
{
	struct fixing *f = xcalloc(1, sizeof(*f));
	const struct diag *root = diags_root(d);

	f->app = app;
	f->d = d;
	f->text = text;
	f->len = len;
	f->edition = edition;
	f->best = SIZE_MAX;
	f->best_errors = d->errors;
	f->best_score = root ? score(f, d) : 0;
	f->done = done;
	f->ctx = ctx;
	if (root)
		collect(f, root);
	try_next(f);
}
