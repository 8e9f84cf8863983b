/* Learning from one pair: a chain of compilations, each decided by the one before. */
#include "base/clock.h"
#include "io/loop.h"
#include "kb/learned_hunks.h"
#include "rust/action.h"
#include "rust/anon.h"
#include "rust/lexer.h"
#include "store/db.h"
#include "store/learned.h"
#include "store/learner.h"
#include "svc/app.h"
#include "svc/check.h"
#include "svc/learned.h"

#define FILE_NAME "learned.rs"
#define PIECES_MAX 6       /* changes of one pair that are looked at */
#define BUSY_TRIES 40      /* times 50 ms */
#define ERRORS_MAX 4       /* of one piece: more have more than one cause */

struct learning {
	struct app *app;
	struct sbuf before, after;  /* as given, with a main */
	struct sbuf b, a;           /* the piece under way */
	struct sbuf anon_b, anon_a;
	struct sbuf trial;
	char *edition, *source, *project;
	enum learned_origin origin;
	struct hunks hunks;         /* of before and after, or of b and a while it is made smaller */
	bool members;               /* short names of methods are kept; else it is tried without them */
	bool split;                 /* several errors: each hunk is a piece */
	bool together;              /* the pieces gave nothing: all of it, for the first error */
	size_t next;                /* hunk to look at */
	int checks, tries;
	char *keys[LEARNED_KEYS];   /* of the piece's error, names and all */
	struct learned entry;
	struct sbuf why;
	struct strv refused;
	bool needed;
	struct learning_result result;
	learning_done *done;
	void *ctx;
	void (*then)(struct learning *g, struct check_result *r);
};

static void release_keys(struct learning *g)
{
	for (int i = 0; i < LEARNED_KEYS; i++) {
		free(g->keys[i]);
		g->keys[i] = NULL;
	}
}

static void finish(void *ctx)
{
	struct learning *g = ctx;

	g->result.checks = g->checks;
	g->result.needed = g->needed;
	g->result.refused = &g->refused;
	g->result.why = g->result.learned || g->result.known ? NULL : g->why.len ? g->why.buf : "Nothing in it can be learned from.";
	g->done(g->ctx, &g->result);
	sbuf_release(&g->before);
	sbuf_release(&g->after);
	sbuf_release(&g->b);
	sbuf_release(&g->a);
	sbuf_release(&g->anon_b);
	sbuf_release(&g->anon_a);
	sbuf_release(&g->trial);
	sbuf_release(&g->why);
	strv_release(&g->refused);
	hunks_release(&g->hunks);
	release_keys(g);
	learned_release(&g->entry);
	free(g->edition);
	free(g->source);
	free(g->project);
	free(g);
}

static void note_refusal(struct learning *g, const char *why)
{
	sbuf_reset(&g->why);
	sbuf_addstr(&g->why, why);
	strv_push(&g->refused, why);
}

/* The end, from within a callback: the loop has its turn first. why NULL: what was said before stands. */
static void end(struct learning *g, const char *why)
{
	if (why)
		note_refusal(g, why);
	loop_defer(app_loop(g->app), finish, g);
}

static void checked(void *ctx, struct check_result *r)
{
	struct learning *g = ctx;

	if (r->verdict == VERDICT_INTERNAL || r->verdict == VERDICT_CANCELLED) {
		g->needed = true;
		end(g, r->internal ? r->internal : "Learning was stopped.");
	} else {
		g->then(g, r);
	}
	check_result_release(r);
}

static void compile(struct learning *g, const struct sbuf *text, void (*then)(struct learning *g, struct check_result *r))
{
	struct check_spec spec = { .key = "", .text = text->buf, .len = text->len, .file = FILE_NAME, .edition = g->edition,
				   .compile_only = true, .done = checked, .ctx = g };
	struct sbuf err = SBUF_INIT;

	g->then = then;
	if (g->checks++ >= LEARNING_CHECKS) {
		end(g, "It takes too many compilations.");
	} else if (!check_start(g->app, &spec, &err)) {
		g->needed = true;
		end(g, err.buf);
	}
	sbuf_release(&err);
}

static bool is_clean(const struct check_result *r)
{
	return r->verdict == VERDICT_PASSED;
}

static bool is_few_errors(const struct check_result *r)
{
	return r->verdict == VERDICT_COMPILE_ERROR && r->diags.errors && r->diags.errors <= ERRORS_MAX;
}

/* The error that a change is for: the first that follows from no other. NULL: too many, or none. */
static const struct diag *main_error(const struct check_result *r)
{
	const struct diag *first = NULL;

	for (size_t i = 0; is_few_errors(r) && i < r->diags.n; i++) {
		const struct diag *d = &r->diags.v[i];

		if (d->level == DIAG_ERROR && d->root)
			return d;
		if (d->level == DIAG_ERROR && !first)
			first = d;
	}
	return first;
}

/* The error with these keys, all but std's names. */
static const struct diag *same_error(const struct check_result *r, char *const keys[LEARNED_KEYS])
{
	for (size_t i = 0; is_few_errors(r) && i < r->diags.n; i++) {
		struct learned e = { 0 };
		bool same = false;

		if (r->diags.v[i].level != DIAG_ERROR)
			continue;
		learned_keys(&r->diags.v[i], e.keys);
		same = learned_level(&e, keys) >= 3;
		learned_release(&e);
		if (same)
			return &r->diags.v[i];
	}
	return NULL;
}

static void next_piece(struct learning *g);

static void refuse(struct learning *g, const char *why)
{
	note_refusal(g, why);
	next_piece(g);
}

/* Into the record, or counted where it is known already. */
static int keep(struct learning *g, struct sbuf *err)
{
	struct learner *l = app_learner(g->app, err);
	bool fresh = false;
	int rc = l ? learned_keep(l, &g->entry, g->project, &fresh, err) : -1;

	if (!rc)
		fresh ? g->result.learned++ : g->result.known++;
	return rc;
}

static void try_keep(void *ctx)
{
	struct learning *g = ctx;
	struct sbuf err = SBUF_INIT;
	int rc = keep(g, &err);

	if (rc == DB_BUSY && g->tries++ < BUSY_TRIES) {
		loop_after(app_loop(g->app), 50, try_keep, g);
	} else if (rc < 0) {
		g->needed = true;
		end(g, err.buf);
	} else {
		next_piece(g);
	}
	sbuf_release(&err);
}

/* The pair without names: its second half compiles too, so it is one. */
static void anon_after_checked(struct learning *g, struct check_result *r)
{
	if (!is_clean(r)) {
		refuse(g, "Without its names the right program does not compile.");
		return;
	}
	g->entry.before = xstrdup(g->anon_b.buf);
	g->entry.after = xstrdup(g->anon_a.buf);
	g->entry.edition = xstrdup(g->edition);
	g->entry.source = xstrdup(g->source);
	g->entry.origin = g->origin;
	g->entry.state = LEARNED_CANDIDATE;
	g->entry.made_at = clock_now();
	g->tries = 0;
	try_keep(g);
}

static void make_anon(struct learning *g, bool members);

static void anon_before_checked(struct learning *g, struct check_result *r)
{
	const struct diag *d = same_error(r, g->keys);
	struct sbuf why = SBUF_INIT;

	learned_release(&g->entry);
	if (d)
		learned_keys(d, g->entry.keys);
	if (!d)
		g->members ? make_anon(g, false) : refuse(g, "Without its names the program fails in another way.");
	else if (!(g->entry.action = action_make(d, FILE_NAME, g->anon_b.buf, g->anon_b.len, g->anon_a.buf, g->anon_a.len, &why)))
		refuse(g, why.buf);
	else
		compile(g, &g->anon_a, anon_after_checked);
	sbuf_release(&why);
}

static void make_anon(struct learning *g, bool members)
{
	struct sbuf why = SBUF_INIT;

	g->members = members;
	sbuf_reset(&g->anon_b);
	sbuf_reset(&g->anon_a);
	anon_pair(g->b.buf, g->b.len, g->a.buf, g->a.len, members, &g->anon_b, &g->anon_a);
	if (g->anon_b.len > LEARNED_PROGRAM || g->anon_a.len > LEARNED_PROGRAM)
		refuse(g, "The program is too large to be kept as an example.");
	else if (learned_may(g->b.buf, g->b.len, g->a.buf, g->a.len, &why) < 0)
		refuse(g, why.buf);
	else
		compile(g, &g->anon_b, anon_before_checked);
	sbuf_release(&why);
}

static void smaller(struct learning *g);

static void trial_checked(struct learning *g, struct check_result *r)
{
	/* That part was not needed; but what only deletes is no better for being smaller. */
	if (is_clean(r) && learned_may(g->b.buf, g->b.len, g->trial.buf, g->trial.len, NULL) == 0) {
		sbuf_reset(&g->a);
		sbuf_add(&g->a, g->trial.buf, g->trial.len);
		hunks_find(g->b.buf, g->b.len, g->a.buf, g->a.len, &g->hunks);
	} else {
		g->next++;
	}
	smaller(g);
}

/* Leaves out each part of the change that is not needed. */
static void smaller(struct learning *g)
{
	if (g->hunks.n < 2 || g->next >= MIN(g->hunks.n, (size_t)PIECES_MAX)) {
		g->next = SIZE_MAX;
		make_anon(g, true);
		return;
	}
	sbuf_reset(&g->trial);
	hunks_without(&g->hunks, g->next, g->b.buf, g->b.len, g->a.buf, g->a.len, &g->trial);
	compile(g, &g->trial, trial_checked);
}

/* The whole change, for this error. */
static void take_whole(struct learning *g, const struct diag *d)
{
	release_keys(g);
	learned_keys(d, g->keys);
	sbuf_reset(&g->b);
	sbuf_reset(&g->a);
	sbuf_add(&g->b, g->before.buf, g->before.len);
	sbuf_add(&g->a, g->after.buf, g->after.len);
	g->next = 0;
	smaller(g);
}

static void piece_checked(struct learning *g, struct check_result *r)
{
	const struct diag *d = main_error(r);

	release_keys(g);
	if (!d) {
		refuse(g, "Its changes belong together.");
		return;
	}
	learned_keys(d, g->keys);
	make_anon(g, true);
}

static void together_checked(struct learning *g, struct check_result *r)
{
	const struct diag *d = main_error(r);

	if (d)
		take_whole(g, d);
	else
		end(g, "The first program has too many errors.");
}

/* No part of the change mends an error of its own. */
static void take_together(struct learning *g)
{
	g->together = true;
	g->split = false;
	compile(g, &g->before, together_checked);
}

/* The next hunk alone: the right text with this one change taken back. */
static void next_piece(struct learning *g)
{
	size_t i = g->next;

	if (!g->split || i >= MIN(g->hunks.n, (size_t)PIECES_MAX)) {
		if (g->split && !g->together && !g->result.learned && !g->result.known)
			take_together(g);
		else
			end(g, NULL);
		return;
	}
	g->next++;
	sbuf_reset(&g->b);
	sbuf_reset(&g->a);
	sbuf_add(&g->a, g->after.buf, g->after.len);
	hunks_without(&g->hunks, i, g->before.buf, g->before.len, g->after.buf, g->after.len, &g->b);
	compile(g, &g->b, piece_checked);
}

static void before_checked(struct learning *g, struct check_result *r)
{
	const struct diag *d = main_error(r);

	hunks_find(g->before.buf, g->before.len, g->after.buf, g->after.len, &g->hunks);
	if (r->verdict != VERDICT_COMPILE_ERROR || !r->diags.errors) {
		end(g, "The first program has no compile error.");
	} else if (d && (r->diags.errors == 1 || g->hunks.n < 2)) {
		take_whole(g, d);
	} else if (g->hunks.n < 2) {
		end(g, "One change mended too many errors.");
	} else {
		g->split = true;
		next_piece(g);
	}
}

static void after_checked(struct learning *g, struct check_result *r)
{
	if (is_clean(r))
		compile(g, &g->before, before_checked);
	else
		end(g, "The second program does not compile.");
}

static void begin(void *ctx)
{
	struct learning *g = ctx;

	if (learned_changed_lines(g->before.buf, g->before.len, g->after.buf, g->after.len) > PIECES_MAX * LEARNED_LINES_CHANGED)
		end(g, "Too much differs between the two programs.");
	else
		compile(g, &g->after, after_checked);
}

/* Without comments, empty lines and blanks at the ends of lines: no change of the code. */
static void only_code(const char *text, size_t len, struct sbuf *out)
{
	struct tokens t = TOKENS_INIT;

	lex(text, len, &t);
	for (size_t i = 0; i < t.n; i++) {
		const char *p = text + t.v[i].start, *nl = NULL;

		if (t.v[i].kind == TOKEN_SPACE)
			nl = memrchr(p, '\n', t.v[i].len);
		if (nl) {
			sbuf_rtrim(out);
			sbuf_add(out, nl, (size_t)(p + t.v[i].len - nl));
		} else if (t.v[i].kind == TOKEN_BLOCK_COMMENT && !t.v[i].unterminated) {
			sbuf_addch(out, ' ');
		} else if (t.v[i].kind != TOKEN_LINE_COMMENT) {
			sbuf_add(out, p, t.v[i].len);
		}
	}
	tokens_release(&t);
}

/* An exercise's file may have no main; alone it needs one. */
static void with_main(const char *text, size_t len, struct sbuf *out)
{
	struct items items = ITEMS_INIT;
	bool has = false;

	items_scan(text, len, &items);
	for (size_t i = 0; i < items.n; i++)
		has |= items.v[i].kind == ITEM_FN && items.v[i].parent < 0 && streq(items.v[i].name, "main");
	items_release(&items);
	only_code(text, len, out);
	if (!has && !memmem(text, len, "fn main", 7))
		sbuf_addstr(out, "\nfn main() {}\n");
}

void learning_start(struct app *app, const struct learning_spec *spec, learning_done *done, void *ctx)
{
	struct learning *g = xcalloc(1, sizeof(*g));
	struct sbuf *all[] = { &g->before, &g->after, &g->b, &g->a, &g->anon_b, &g->anon_a, &g->trial, &g->why };

	for (size_t i = 0; i < ARRAY_SIZE(all); i++)
		sbuf_init(all[i]);
	g->app = app;
	g->refused = (struct strv)STRV_INIT;
	g->edition = xstrdup(spec->edition ? spec->edition : "2024");
	g->source = xstrdup(spec->source ? spec->source : "learner");
	g->origin = spec->origin;
	g->project = xcalloc(1, 9);
	if (spec->item)
		learned_project(spec->item, g->project);
	g->done = done;
	g->ctx = ctx;
	with_main(spec->before, spec->blen, &g->before);
	with_main(spec->after, spec->alen, &g->after);
	loop_defer(app_loop(app), begin, g);
}
