#include "svc/explain.h"

#include <ctype.h>

#include "base/file.h"
#include "io/job.h"
#include "store/kbdb.h"
#include "svc/app.h"
#include "svc/explain_int.h"
#include "svc/indexer.h"
#include "svc/learned.h"
#include "svc/toolchain.h"

#define MAX_EXPLAINED 8 /* root errors explained in full */

/* What `rustc --explain` said, by code, for the life of the process: the texts are constant. */
static struct page {
	char *code, *text;
} *known;
static size_t n_known, known_alloc;

struct explaining {
	struct app *app;
	const struct diags *diags;         /* borrowed until done */
	const struct check_result *result; /* or NULL */
	struct explain_source src;
	bool author_tests, hide_tests;     /* tests.rs is the exercise's; and its lines are not to be seen */
	const char *tests;                 /* its text, borrowed; NULL: not to be seen */
	struct strv about;                 /* of each explained error in the tests what it is about */
	char *code;                        /* a code alone */
	struct strv wanted;                /* codes whose page is still to be asked for */
	size_t asked;
	explain_done *done;
	void *ctx;
};

void explanations_release(struct explanations *e)
{
	for (size_t i = 0; i < e->n; i++) {
		free(e->v[i].code);
		free(e->v[i].message);
		free(e->v[i].file);
		free(e->v[i].card);
		free(e->v[i].in_tests);
		steps_release(&e->v[i].steps);
		strv_release(&e->v[i].consequences);
	}
	free(e->v);
	memset(e, 0, sizeof(*e));
}

static const char *known_text(const char *code)
{
	for (size_t i = 0; code && i < n_known; i++)
		if (streq(known[i].code, code))
			return *known[i].text ? known[i].text : NULL;
	return NULL;
}

static bool is_known(const char *code)
{
	for (size_t i = 0; i < n_known; i++)
		if (streq(known[i].code, code))
			return true;
	return false;
}

static void remember(const char *code, const char *text)
{
	ARRAY_GROW(known, n_known + 1, known_alloc);
	known[n_known].code = xstrdup(code);
	known[n_known++].text = xstrdup(text);
}

static bool is_error_code(const char *code)
{
	if (!code || *code != 'E' || strlen(code) != 5)
		return false;
	for (int i = 1; i < 5; i++)
		if (!isdigit((unsigned char)code[i]))
			return false;
	return true;
}

static const struct cards *cards_of(struct explaining *x)
{
	struct course *course = app_course(x->app, NULL);

	return course ? course_error_cards(course) : NULL;
}

static struct explanation *add(struct explanations *out)
{
	ARRAY_GROW(out->v, out->n + 1, out->alloc);
	memset(&out->v[out->n], 0, sizeof(*out->v));
	return &out->v[out->n++];
}

static void add_consequences(const struct diags *d, size_t root, struct explanation *e)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct diag_span *p = diag_primary(&d->v[i]);

		if (d->v[i].level != DIAG_ERROR || d->v[i].root_of != (int)root || i == root)
			continue;
		strv_pushf(&e->consequences, "line %u: %s", p ? p->line : 0, d->v[i].message);
	}
}

/* Adds a step on rung 3, before those of later rungs. */
static void insert_try(struct steps *steps, const char *text)
{
	struct step s;
	size_t at = 0;

	steps_add(steps, STEP_TRY, ORIGIN_ENGINE, text);
	s = steps->v[steps->n - 1];
	while (steps->v[at].rung <= s.rung && at < steps->n - 1)
		at++;
	memmove(steps->v + at + 1, steps->v + at, (steps->n - 1 - at) * sizeof(*steps->v));
	steps->v[at] = s;
}

/* Rung 3 says the kind of help there is, no code: that it was mended before, and how often. */
static void add_seen_before(struct explaining *x, const struct diag *d, struct steps *steps)
{
	int times = learned_times(x->app, d);
	char *line;
	size_t at = 0;

	if (!times)
		return;
	line = xstrfmt("Seen before: an error like this was mended here %d time%s, and that worked. `tutor fix` tries the same change on "
		       "your program.", times, times == 1 ? "" : "s");
	while (at < steps->n && steps->v[at].kind != STEP_TRY)
		at++;
	if (at < steps->n) {
		char *all = xstrfmt("%s\n\n%s", steps->v[at].text, line);

		free(steps->v[at].text);
		steps->v[at].text = all;
	} else {
		insert_try(steps, line);
	}
	free(line);
}

static bool place_is_tests(const struct explaining *x, const struct diag *d)
{
	const struct diag_span *p = diag_primary(d);

	return x->author_tests && p && explain_is_tests(p->file);
}

/* The place is in the tests; what the learner can change stands in the own file. */
static void place_in_own_file(const struct diag *d, const struct tests_error *te, struct explanation *e)
{
	struct sbuf said = SBUF_INIT;

	e->line = te->line;
	e->file = e->line > 0 ? xstrdup(te->file) : NULL;
	explain_tests_say(d, te, &said);
	e->in_tests = sbuf_detach(&said, NULL);
}

/* The same thing is said once, however often the tests ask for it. x->about goes along with out. */
static bool said_before(struct explaining *x, const struct diag *d, const struct tests_error *te, struct explanations *out)
{
	char *about = xstrfmt("%s %s", d->code ? d->code : "", te->name ? te->name : d->message);
	size_t i = 0;

	while (i < x->about.n && !streq(x->about.v[i], about))
		i++;
	if (i < x->about.n) {
		strv_pushf(&out->v[i].consequences, "line %u of the tests: %s", diag_primary(d)->line, d->message);
		free(about);
		return true;
	}
	while (x->about.n < out->n)
		strv_push(&x->about, "");
	strv_push_take(&x->about, about);
	return false;
}

static void explain_one(struct explaining *x, size_t i, struct explanations *out)
{
	const struct diag *d = &x->diags->v[i];
	const struct diag_span *p = diag_primary(d);
	const struct cards *cards = cards_of(x);
	const struct card *card = cards ? cards_for_diag(cards, d) : NULL;
	struct tests_error te = { 0 };
	bool tests = place_is_tests(x, d);
	struct explanation *e;

	if (tests)
		explain_tests_error(d, &x->src, x->tests, &te);
	if (tests && said_before(x, d, &te, out)) {
		explain_tests_release(&te);
		return;
	}
	e = add(out);
	e->code = xstrdup_or_null(d->code);
	e->message = xstrdup(d->message);
	if (tests) {
		place_in_own_file(d, &te, e);
	} else {
		e->file = p ? xstrdup_or_null(p->file) : NULL;
		e->line = p ? (int)p->line : 0;
	}
	e->root = d == diags_root(x->diags);
	e->card = card ? xstrdup(card->slug) : NULL;
	explain_error_steps(d, card, known_text(d->code), &x->src, tests ? &te : NULL, &e->steps);
	add_seen_before(x, d, &e->steps);
	add_consequences(x->diags, i, e);
	explain_tests_release(&te);
}

static void build_diags(struct explaining *x, struct explanations *out)
{
	const struct diag *root = diags_root(x->diags);

	if (root)
		explain_one(x, (size_t)(root - x->diags->v), out);
	for (size_t i = 0; i < x->diags->n && out->n < MAX_EXPLAINED; i++)
		if (x->diags->v[i].level == DIAG_ERROR && x->diags->v[i].root && &x->diags->v[i] != root)
			explain_one(x, i, out);
}

static void build_run(struct explaining *x, struct explanations *out)
{
	const struct cards *cards = cards_of(x);
	const char *slug = explain_run_card(x->result);
	struct sbuf full = SBUF_INIT;
	struct explanation *e = add(out);
	const struct card *card;

	sbuf_addf(&full, "errors/%s", slug ? slug : "");
	card = cards && slug ? cards_by_slug(cards, full.buf) : NULL;
	e->message = xstrdup(x->result->runtime.message ? x->result->runtime.message : verdict_title(x->result->verdict));
	explain_run_place(x->result, &x->src, &e->file, &e->line);
	e->root = true;
	e->card = card ? xstrdup(card->slug) : NULL;
	explain_run_steps(x->result, card, &x->src, &e->steps);
	sbuf_release(&full);
}

static void build_code(struct explaining *x, struct explanations *out, struct sbuf *err)
{
	const struct cards *cards = cards_of(x);
	const struct card *card = cards ? cards_for_code(cards, x->code) : NULL;
	const char *text = known_text(x->code);
	struct explanation *e;

	if (!card && !text) {
		error(err, app_toolchain(x->app) ? "rustc knows no error %s."
						 : "There is no card for %s, and no rustc here to ask about it.",
		      x->code);
		return;
	}
	e = add(out);
	e->code = xstrdup(x->code);
	e->message = xstrdup(card ? card->title : x->code);
	e->root = true;
	e->card = card ? xstrdup(card->slug) : NULL;
	explain_card_steps(card, x->code, text, &e->steps);
}

/* Cards name pages by their paths; the knowledge base knows what they are called. */
static void name_cites(struct kbdb *db, struct steps *steps)
{
	for (size_t i = 0; i < steps->n; i++)
		for (size_t k = 0; k < steps->v[i].n_cites; k++) {
			struct cite *c = &steps->v[i].cites[k];
			char *title = streq(c->title, c->page) ? kbdb_page_title(db, c->page) : NULL;

			if (title) {
				free(c->title);
				c->title = title;
			}
		}
}

/* Without a knowledge base the paths stand. */
static void name_pages(struct app *app, struct explanations *out)
{
	char *path = kb_path(app, KB_DB);
	struct kbdb *db = file_exists(path) ? kbdb_open(path, NULL) : NULL;

	for (size_t i = 0; db && i < out->n; i++)
		name_cites(db, &out->v[i].steps);
	kbdb_close(db);
	free(path);
}

static void finish(struct explaining *x)
{
	struct explanations out = EXPLANATIONS_INIT;
	struct sbuf err = SBUF_INIT;

	if (x->code)
		build_code(x, &out, &err);
	else if (x->result && !x->result->diags.errors)
		build_run(x, &out);
	else
		build_diags(x, &out);
	name_pages(x->app, &out);
	x->done(x->ctx, &out, err.len ? err.buf : NULL);
	sbuf_release(&err);
	strv_release(&x->wanted);
	strv_release(&x->about);
	free(x->code);
	free(x);
}

static void ask_next(struct explaining *x, const struct toolchain *t);

static void page_came(void *ctx, const struct job_result *r)
{
	struct explaining *x = ctx;

	remember(x->wanted.v[x->asked - 1], r->exited && !r->exit_code ? r->out.text.buf : "");
	ask_next(x, app_toolchain(x->app));
}

static void ask_next(struct explaining *x, const struct toolchain *t)
{
	struct job_spec spec = { .limits = { .wall_ms = 5000 }, .done = page_came, .ctx = x };
	char flag[] = "--explain", *argv[] = { NULL, flag, NULL, NULL };

	if (t && x->asked < x->wanted.n) {
		argv[0] = t->rustc;
		argv[2] = x->wanted.v[x->asked++];
		spec.argv = argv;
		if (job_start(app_loop(x->app), &spec, NULL))
			return;
	}
	finish(x);
}

static void have_toolchain(void *ctx, const struct toolchain *t, const char *err)
{
	(void)err; /* no rustc: cards and labels still explain */
	ask_next(ctx, t);
}

static void want(struct explaining *x, const char *code, const struct card *card)
{
	if (is_error_code(code) && !is_known(code) && !(card && card->rule) && !strv_has(&x->wanted, code))
		strv_push(&x->wanted, code);
}

static void go(struct explaining *x)
{
	if (x->wanted.n)
		app_want_toolchain(x->app, have_toolchain, x);
	else
		finish(x);
}

static struct explaining *explaining_new(struct app *app, explain_done *done, void *ctx)
{
	struct explaining *x = xcalloc(1, sizeof(*x));

	x->app = app;
	x->done = done;
	x->ctx = ctx;
	return x;
}

static void explain_errors(struct explaining *x, const struct diags *d, const char *source, size_t len)
{
	const struct cards *cards = cards_of(x);

	x->diags = d;
	x->src = (struct explain_source){ source, len, x->hide_tests };
	for (size_t i = 0; i < d->n && x->wanted.n < MAX_EXPLAINED; i++)
		if (d->v[i].level == DIAG_ERROR && d->v[i].root)
			want(x, d->v[i].code, cards ? cards_for_diag(cards, &d->v[i]) : NULL);
	go(x);
}

void explain_diags(struct app *app, const struct diags *d, const char *source, size_t len,
		   explain_done *done, void *ctx)
{
	explain_errors(explaining_new(app, done, ctx), d, source, len);
}

void explain_check(struct app *app, const struct check_result *r, const char *source, size_t len,
		   explain_done *done, void *ctx)
{
	struct explaining *x = explaining_new(app, done, ctx);

	if (r->diags.errors) {
		x->author_tests = r->author_tests;
		x->hide_tests = r->hide_tests;
		x->tests = r->tests_text;
		explain_errors(x, &r->diags, source, len);
		return;
	}
	x->result = r;
	x->src = (struct explain_source){ source, len, false };
	finish(x);
}

void explain_code(struct app *app, const char *code, explain_done *done, void *ctx)
{
	struct explaining *x = explaining_new(app, done, ctx);
	const struct cards *cards = cards_of(x);

	x->code = xstrdup(code);
	want(x, code, cards ? cards_for_code(cards, code) : NULL);
	go(x);
}
