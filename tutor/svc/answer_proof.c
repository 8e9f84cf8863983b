/*
 * What an answer shows as code is compiled and run on this machine, one block after the other; what passed is remembered by a hash
 * of the compiler, the code and what it must print. Code that does not do what is said of it is taken out of the answer.
 */
#include "base/file.h"
#include "base/hash.h"
#include "base/log.h"
#include "learn/course.h"
#include "learn/fence.h"
#include "learn/harness.h"
#include "svc/answer_int.h"
#include "svc/app.h"
#include "svc/toolchain.h"

#define PROOF_FORMAT "proof 1"
#define CACHE_NAME "proven.txt"
#define CACHE_MAX (4u << 20)
#define PASSAGE_CODE_LINES 25

static bool is_rust(const struct step *s)
{
	return s->code && s->lang && starts_with(s->lang, "rust");
}

static void key_of(const struct answering *a, const struct step *s, char key[HASH_SHA256_HEX])
{
	struct sbuf b = SBUF_INIT;

	sbuf_addf(&b, "%s\n%s\n%s\n%zu\n", PROOF_FORMAT, app_toolchain(a->app)->version_line, s->lang, strlen(s->code));
	sbuf_addf(&b, "%s\n%s", s->code, s->text);
	hash_sha256(b.buf, b.len, key);
	sbuf_release(&b);
}

static char *cache_path(struct app *app)
{
	return app_dir_ready(app, APP_CACHE, NULL) < 0 ? NULL : path_join(app_dir(app, APP_CACHE), CACHE_NAME);
}

static bool is_known(struct app *app, const char *key)
{
	char *path = cache_path(app);
	struct sbuf text = SBUF_INIT;
	bool known = path && file_exists(path) && !file_read(path, CACHE_MAX, &text, NULL) && strstr(text.buf, key);

	sbuf_release(&text);
	free(path);
	return known;
}

/* A cache that cannot be written costs a compilation next time. */
static void remember(struct app *app, const char *key)
{
	char *path = cache_path(app);
	struct sbuf text = SBUF_INIT;

	if (path && (!file_exists(path) || !file_read(path, CACHE_MAX - 100, &text, NULL))) {
		sbuf_addf(&text, "%s\n", key);
		file_write_atomic(path, text.buf, text.len, NULL);
	}
	sbuf_release(&text);
	free(path);
}

static void remove_step(struct steps *all, size_t at)
{
	struct steps out = STEPS_INIT;

	steps_copy(&out, &(struct steps){ all->v, at, at });
	steps_copy(&out, &(struct steps){ all->v + at + 1, all->n - at - 1, all->n - at - 1 });
	steps_release(all);
	*all = out;
}

/* Does the block do what its label says? */
static bool holds(const struct step *s, const struct check_result *r)
{
	char *output;
	bool same;

	if (strstr(s->lang, "compile_fail"))
		return r->verdict == VERDICT_COMPILE_ERROR;
	if (strstr(s->lang, "should_panic"))
		return r->runtime.kind != RUNTIME_NONE;
	if (r->verdict != VERDICT_PASSED)
		return false;
	output = compose_output(s);
	same = !output || output_equal(output, strlen(output), r->out.buf, r->out.len);
	free(output);
	return same;
}

static void prove_from(struct answering *a, size_t i);

static void proven(void *ctx, struct check_result *r)
{
	struct answering *a = ctx;
	struct step *s = &a->report->steps.v[a->proving];
	char key[HASH_SHA256_HEX];
	size_t next = a->proving + 1;

	a->check = NULL;
	if (r->verdict == VERDICT_CANCELLED || r->verdict == VERDICT_INTERNAL) {
		next = a->report->steps.n; /* nothing is known of it: it stays unmarked */
	} else if (holds(s, r)) {
		key_of(a, s, key);
		remember(a->app, key);
		s->verified = true;
	} else {
		strv_pushf(&a->report->dropped, "%s: code: it does not do here what is said of it (%s)", step_kind_name(s->kind),
			   verdict_name(r->verdict));
		log_warn("answer: code of %s dropped: %s", a->report->card ? a->report->card : "a passage", verdict_name(r->verdict));
		remove_step(&a->report->steps, a->proving);
		next = a->proving;
	}
	check_result_release(r);
	prove_from(a, a->stopped ? a->report->steps.n : next);
}

static bool start(struct answering *a, size_t i)
{
	struct step *s = &a->report->steps.v[i];
	struct sbuf program = SBUF_INIT;
	struct check_spec spec = { .key = "", .file = "example.rs", .run_main = true, .done = proven, .ctx = a };
	int shift;

	fence_program(s->code, &program, &shift);
	spec.text = program.buf;
	spec.len = program.len;
	spec.compile_only = strstr(s->lang, "no_run") != NULL;
	a->proving = i;
	a->check = check_start(a->app, &spec, NULL);
	sbuf_release(&program);
	return a->check != NULL;
}

/* The line on what was proven, for those who do not see the marks. */
static void say_proof(struct answering *a)
{
	struct ask_report *r = a->report;
	size_t blocks = 0, good = 0;

	free(r->proof);
	r->proof = NULL;
	for (size_t i = 0; i < r->steps.n; i++)
		if (is_rust(&r->steps.v[i]) && r->steps.v[i].rung <= r->max_rung) {
			blocks++;
			good += r->steps.v[i].verified;
		}
	if (blocks && good == blocks)
		r->proof = xstrdup("The code above was compiled and run on this machine; it does what is said of it.");
	else if (blocks)
		r->proof = xstrdup("The code above was not tried on this machine (`tutor doctor` says what is missing).");
}

/* --- beside an exercise ---------------------------------------------------------------- */

const struct exercise *answer_exercise(const struct answering *a)
{
	struct course *course = a->spec.exercise ? app_course(a->app, NULL) : NULL;

	return course ? course_exercise(course, a->spec.exercise, NULL) : NULL;
}

/* Code is not shown before it is known that it does not solve the exercise at hand. */
void answer_hold_code(struct answering *a)
{
	struct steps *s = &a->report->steps;

	if (!a->spec.exercise || a->report->max_rung >= RUNG_MAX)
		return;
	steps_release(&a->held);
	a->next_held = 0;
	for (size_t i = 0; i < s->n;) {
		if (is_rust(&s->v[i])) {
			steps_copy(&a->held, &(struct steps){ s->v + i, 1, 1 });
			remove_step(s, i);
		} else {
			i++;
		}
	}
}

static void release_next(struct answering *a);

static void tried(void *ctx, enum verify_end end, const char *why, size_t n)
{
	struct answering *a = ctx;
	struct step *s = &a->held.v[a->next_held++];

	(void)n;
	a->verify = NULL;
	s->verified = end == VERIFY_OK;
	if (end == VERIFY_OK) {
		steps_copy(&a->report->steps, &(struct steps){ s, 1, 1 });
	} else {
		log_warn("answer: code held back: %s: %s", verify_end_name(end), why);
		strv_pushf(&a->report->dropped, "%s: code: %s", step_kind_name(s->kind),
			   end == VERIFY_SOLVES ? "it would solve the exercise" : why);
	}
	release_next(a);
}

static void release_next(struct answering *a)
{
	const struct exercise *e = answer_exercise(a);
	struct verify_spec spec = { .exercise = e, .rung = a->report->max_rung, .done = tried, .ctx = a };
	struct sbuf text = SBUF_INIT;
	const struct step *s = a->next_held < a->held.n ? &a->held.v[a->next_held] : NULL;
	char *output;

	if (!s || !e || a->stopped) {
		a->next_held = a->held.n;
		prove_from(a, a->stopped ? a->report->steps.n : 0);
		return;
	}
	sbuf_addf(&text, "```%s\n%s%s```\n", s->lang, s->code, ends_with(s->code, "\n") ? "" : "\n");
	output = compose_output(s);
	if (output)
		sbuf_addf(&text, "```output\n%s```\n", output);
	spec.markdown = text.buf;
	spec.len = text.len;
	a->verify = verify_start(a->app, &spec);
	free(output);
	sbuf_release(&text);
}

/* --- all of it ------------------------------------------------------------------------- */

static void proof_over(struct answering *a)
{
	say_proof(a);
	if (a->stopped)
		answer_finish(a);
	else
		answer_model(a);
}

static void prove_from(struct answering *a, size_t i)
{
	const struct ask_report *r = a->report;
	char key[HASH_SHA256_HEX];

	for (; i < r->steps.n; i++) {
		struct step *s = &r->steps.v[i];

		if (!is_rust(s) || s->verified || s->rung > r->max_rung)
			continue;
		key_of(a, s, key);
		if (is_known(a->app, key))
			s->verified = true;
		else if (start(a, i))
			return;
	}
	proof_over(a);
}

/* A passage's code is shown only when it is proven; the docs' blocks are often pieces. */
static void add_passage_code(struct answering *a)
{
	const char *code = a->report->by == ANSWER_PASSAGES ? a->hits.v[0].code : "";
	size_t lines = 0;
	struct step *s;

	for (const char *p = code; *p; p++)
		lines += *p == '\n';
	if (a->hits.n == 0 || steps_find(&a->report->steps, STEP_EXAMPLE))
		return;
	if (!*code || lines > PASSAGE_CODE_LINES || strstr(code, "..."))
		return;
	s = steps_add(&a->report->steps, STEP_EXAMPLE, ORIGIN_DOCS, "");
	step_set_code(s, code, "rust");
}

/* The passage's code comes behind what is held already. */
static void hold_passage(struct answering *a)
{
	struct steps *s = &a->report->steps;

	if (s->n && s->v[s->n - 1].kind == STEP_EXAMPLE && !s->v[s->n - 1].verified && is_rust(&s->v[s->n - 1])) {
		steps_copy(&a->held, &(struct steps){ &s->v[s->n - 1], 1, 1 });
		remove_step(s, s->n - 1);
	}
}

static void have_toolchain(void *ctx, const struct toolchain *t, const char *err)
{
	struct answering *a = ctx;

	(void)err; /* without a compiler nothing is proven, and nothing is marked */
	if (t && !a->stopped)
		add_passage_code(a);
	if (t && a->spec.exercise && a->report->max_rung < RUNG_MAX) {
		hold_passage(a);
		release_next(a);
	} else if (t) {
		prove_from(a, a->stopped ? a->report->steps.n : 0);
	} else {
		proof_over(a);
	}
}

void answer_prove(struct answering *a)
{
	app_want_toolchain(a->app, have_toolchain, a);
}
