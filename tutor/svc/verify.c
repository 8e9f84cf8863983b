#include "svc/verify.h"

#include "io/loop.h"
#include "learn/fence.h"
#include "learn/harness.h"
#include "learn/splice.h"
#include "svc/app.h"
#include "svc/check.h"

struct verify {
	struct app *app;
	struct verify_spec spec;
	struct doc doc;
	struct fences fences;
	size_t fence;            /* the next one */
	struct strv programs;    /* spliced */
	size_t program;
	size_t tried;
	struct check *check;
	loop_id later;
	enum verify_end end;
	struct sbuf why;
	bool dropped;            /* cancelled while a check ends */
};

static const char *const end_names[] = {
	[VERIFY_OK] = "ok", [VERIFY_WRONG] = "wrong", [VERIFY_SOLVES] = "solves", [VERIFY_TOO_MUCH] = "too_much", [VERIFY_NOT_TRIED] = "not_tried",
};

const char *verify_end_name(enum verify_end e)
{
	return end_names[e];
}

static void next(struct verify *v);

static void release(struct verify *v)
{
	fences_release(&v->fences);
	doc_release(&v->doc);
	strv_release(&v->programs);
	sbuf_release(&v->why);
	free(v);
}

static void finish(struct verify *v, enum verify_end end)
{
	v->spec.done(v->spec.ctx, end, v->why.buf, v->tried);
	release(v);
}

static void tell(void *ctx)
{
	struct verify *v = ctx;

	finish(v, v->end);
}

/* Does the block do what its labels say? why gets a sentence when not. */
static bool holds(const struct fence *f, const struct check_result *r, struct sbuf *why)
{
	if (f->flags & FENCE_COMPILE_FAIL) {
		if (r->verdict != VERDICT_COMPILE_ERROR)
			return error(why, "The block on line %d compiles, and should not.", f->line) == 0;
		for (size_t i = 0; i < r->diags.n && *f->code; i++)
			if (r->diags.v[i].code && streq(r->diags.v[i].code, f->code))
				return true;
		return !*f->code || error(why, "The block on line %d does not give %s.", f->line, f->code) == 0;
	}
	if (f->flags & FENCE_SHOULD_PANIC)
		return r->runtime.kind != RUNTIME_NONE || error(why, "The block on line %d does not panic.", f->line) == 0;
	if (r->verdict != VERDICT_PASSED)
		return error(why, "The block on line %d: %s", f->line, verdict_title(r->verdict)) == 0;
	if (f->output && !output_equal(f->output, strlen(f->output), r->out.buf, r->out.len))
		return error(why, "The block on line %d prints something else than the answer says.", f->line) == 0;
	return true;
}

/* A check ended. False: the verify is over. */
static bool take_result(struct verify *v, struct check_result *r, bool spliced)
{
	bool over = true;

	v->check = NULL;
	v->tried++;
	if (v->dropped)
		release(v);
	else if (r->verdict == VERDICT_INTERNAL || r->verdict == VERDICT_CANCELLED) {
		error(&v->why, "%s", r->internal ? r->internal : "The check was stopped.");
		finish(v, VERIFY_NOT_TRIED);
	} else if (spliced && r->verdict == VERDICT_PASSED) {
		error(&v->why, "Code of the answer makes the exercise %s pass.", v->spec.exercise->id);
		finish(v, VERIFY_SOLVES);
	} else if (!spliced && !holds(&v->fences.v[v->fence - 1], r, &v->why))
		finish(v, VERIFY_WRONG);
	else
		over = false;
	check_result_release(r);
	return !over;
}

static void fence_done(void *ctx, struct check_result *r)
{
	if (take_result(ctx, r, false))
		next(ctx);
}

static void splice_done(void *ctx, struct check_result *r)
{
	if (take_result(ctx, r, true))
		next(ctx);
}

/* Both start a check; without one the whole was not tried. */
static void run(struct verify *v, struct check_spec *spec)
{
	spec->key = "";
	spec->ctx = v;
	v->check = check_start(v->app, spec, &v->why);
	if (!v->check)
		finish(v, VERIFY_NOT_TRIED);
}

static void run_fence(struct verify *v, const struct fence *f)
{
	struct sbuf program = SBUF_INIT;
	struct check_spec spec = { .file = "example.rs", .run_main = true, .done = fence_done };
	int shift;

	fence_program(f->text, &program, &shift);
	spec.text = program.buf;
	spec.len = program.len;
	spec.compile_only = f->flags & FENCE_NO_RUN;
	run(v, &spec);
	sbuf_release(&program);
}

static void next(struct verify *v)
{
	struct check_spec spec = { .file = "exercise.rs", .exercise = v->spec.exercise, .done = splice_done };

	if (v->fence < v->fences.n)
		run_fence(v, &v->fences.v[v->fence++]);
	else if (v->program < v->programs.n) {
		spec.text = v->programs.v[v->program++];
		spec.len = strlen(spec.text);
		run(v, &spec);
	} else
		finish(v, VERIFY_OK);
}

static bool is_spliced(const struct verify_spec *s)
{
	return s->exercise && s->exercise->starter && s->rung < 5 && exercise_way(s->exercise) != EXERCISE_PREDICT;
}

static void make_programs(struct verify *v)
{
	struct strv pieces = STRV_INIT;
	const char *starter = v->spec.exercise->starter;

	splice_pieces(v->spec.markdown, v->spec.len, &pieces);
	for (size_t i = 0; i < pieces.n && i < VERIFY_BLOCKS_MAX; i++) {
		struct strv some = STRV_INIT;

		splice_programs(starter, strlen(starter), pieces.v[i], strlen(pieces.v[i]), &some);
		for (size_t k = 0; k < some.n; k++)
			if (!strv_has(&v->programs, some.v[k]))
				strv_push(&v->programs, some.v[k]);
		strv_release(&some);
	}
	strv_release(&pieces);
}

static void have_toolchain(void *ctx, const struct toolchain *t, const char *err)
{
	struct verify *v = ctx;

	if (v->dropped) {
		release(v);
		return;
	}
	v->later = 0;
	if (!t) {
		error(&v->why, "%s", err);
		v->end = VERIFY_NOT_TRIED;
	}
	if (t && (v->fences.n || v->programs.n))
		next(v);
	else
		v->later = loop_defer(app_loop(v->app), tell, v);
}

static void begin(void *ctx)
{
	struct verify *v = ctx;

	v->later = 0;
	app_want_toolchain(v->app, have_toolchain, v);
}

struct verify *verify_start(struct app *app, const struct verify_spec *spec)
{
	struct verify *v = xcalloc(1, sizeof(*v));

	*v = (struct verify){ .app = app, .spec = *spec, .why = SBUF_INIT, .programs = STRV_INIT, .fences = FENCES_INIT };
	if (md_parse(spec->markdown, spec->len, 1, &v->doc, &v->why) < 0)
		v->end = VERIFY_WRONG;
	else
		fences_find(&v->doc, &v->fences);
	if (v->fences.n > VERIFY_BLOCKS_MAX) {
		error(&v->why, "The answer has %zu blocks of code; %d are looked at.", v->fences.n, VERIFY_BLOCKS_MAX);
		v->end = VERIFY_TOO_MUCH;
	}
	if (v->end == VERIFY_OK && is_spliced(spec))
		make_programs(v);
	v->spec.markdown = NULL;
	v->later = loop_defer(app_loop(app), v->end == VERIFY_OK && (v->fences.n || v->programs.n) ? begin : tell, v);
	return v;
}

void verify_cancel(struct verify *v)
{
	if (!v)
		return;
	if (v->later) {
		loop_cancel(app_loop(v->app), v->later);
		release(v);
		return;
	}
	v->dropped = true; /* released when the check or the toolchain calls back */
	if (v->check)
		check_cancel(v->check);
}
