/* What there is to prove in a course: one unit for every promise that a label, a starter or a card makes. */
#include "base/file.h"
#include "learn/course.h"
#include "svc/pack_int.h"

/* A program from a fence that may lack its main: wrapped as lessons/README.md says. */
static void add_fence(struct pack_units *u, const char *where, int line, const struct fence *f)
{
	static const struct {
		unsigned flag;
		enum pack_expect expect;
	} kinds[] = { { FENCE_COMPILE_FAIL, PACK_FAILS }, { FENCE_SHOULD_PANIC, PACK_PANICS }, { FENCE_NO_RUN, PACK_COMPILES } };
	enum pack_expect expect = PACK_RUNS;
	struct sbuf program = SBUF_INIT;
	struct pack_unit *unit;
	int shift;

	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++)
		if (f->flags & kinds[i].flag)
			expect = kinds[i].expect;
	unit = pack_unit_add(u, expect, "%s:%d", where, line);
	fence_program(f->text, &program, &shift);
	unit->text = sbuf_detach(&program, NULL);
	unit->run_main = true;
	unit->output = expect == PACK_RUNS ? xstrdup_or_null(f->output) : NULL;
	if (expect == PACK_FAILS)
		unit->code = xstrdup(*f->code ? f->code : "none");
	if (expect == PACK_RUNS && strstr(f->text, "#[test]")) {
		char *text = xstrdup(unit->text);

		unit = pack_unit_add(u, PACK_RUNS, "%s:%d (tests)", where, line);
		unit->text = text;
	}
}

static void add_markdown(struct pack_units *u, const char *where, const char *text, struct pack_report *r)
{
	struct doc d = DOC_INIT;
	struct fences f = FENCES_INIT;
	struct sbuf err = SBUF_INIT;

	if (!text)
		return;
	if (md_parse(text, strlen(text), 1, &d, &err) < 0)
		pack_problem_add(r, where, "%s", err.buf);
	fences_find(&d, &f);
	for (size_t i = 0; i < f.n; i++) {
		if (f.v[i].flags & FENCE_UNKNOWN)
			pack_problem_add(r, where, "unknown label on a code block: %s", f.v[i].info);
		add_fence(u, where, f.v[i].line, &f.v[i]);
	}
	fences_release(&f);
	doc_release(&d);
	sbuf_release(&err);
}

void pack_add_quiz(struct pack_units *u, const char *file, const struct quiz_item *q)
{
	struct sbuf program = SBUF_INIT;
	struct pack_unit *unit;
	bool compiles;
	int shift;

	if (!kind_is_predict(q->kind) || !q->code || !q->answers.n)
		return;
	fence_program(q->code, &program, &shift);
	if (q->kind == KIND_PREDICT_OUTPUT) {
		unit = pack_unit_add(u, PACK_RUNS, "%s:%d (quiz %s)", file, q->line, q->id);
		unit->output = xstrdup(q->answers.v[0]);
	} else {
		compiles = !strcasecmp(q->answers.v[0], "compiles");
		unit = pack_unit_add(u, compiles ? PACK_COMPILES : PACK_FAILS, "%s:%d (quiz %s)", file, q->line, q->id);
		if (!compiles)
			unit->code = xmemdupz(q->answers.v[0], strcspn(q->answers.v[0], " "));
	}
	unit->run_main = true;
	unit->text = sbuf_detach(&program, NULL);
}

static void collect_lesson(struct course *course, const char *id, struct pack_units *u, struct pack_report *r)
{
	struct sbuf err = SBUF_INIT;
	const struct lesson *l = course_lesson(course, id, &err);

	r->items++;
	if (!l) {
		pack_problem_add(r, id, "%s", err.buf);
	} else {
		for (size_t i = 0; i < l->fences.n; i++)
			add_fence(u, l->file, l->fences.v[i].line, &l->fences.v[i]);
		for (size_t i = 0; i < l->n_quizzes; i++)
			pack_add_quiz(u, l->file, &l->quizzes[i]);
	}
	sbuf_release(&err);
}

static void set_project(struct pack_unit *unit, const char *dir, const char *name)
{
	unit->project = path_join(dir, name);
}

/* A wrong solution of a project holds only the files that differ: laid over a copy of the solution. */
static void add_wrong_project(struct pack_units *u, const struct exercise *e, const char *name)
{
	struct pack_unit *unit = pack_unit_add(u, PACK_NOT_PASSES, "exercise %s wrong/%s", e->id, name);

	unit->exercise = e;
	unit->project = xstrfmt("%s/solution", e->dir);
	unit->overlay = xstrfmt("%s/wrong/%s", e->dir, name);
}

static void predict_units(struct pack_units *u, const struct exercise *e, const char *what)
{
	struct pack_unit *unit;
	bool compiles;

	if (e->kind == KIND_PREDICT_OUTPUT) {
		unit = pack_unit_add(u, PACK_RUNS, "exercise %s starter.rs", what);
		unit->output = xstrdup(e->solution);
	} else {
		compiles = !strncasecmp(e->solution, "compiles", 8);
		unit = pack_unit_add(u, compiles ? PACK_COMPILES : PACK_FAILS, "exercise %s starter.rs", what);
		if (!compiles)
			unit->code = xmemdupz(e->solution, strcspn(e->solution, " \n"));
	}
	unit->text = xstrdup(e->starter);
	unit->run_main = true;
}

static void program_units(struct pack_units *u, const struct exercise *e, const char *what)
{
	bool project = e->kind == KIND_PROJECT, predict = kind_is_predict(e->kind);
	struct pack_unit *unit;

	if (predict)
		predict_units(u, e, what);
	unit = pack_unit_add(u, PACK_PASSES, "exercise %s solution", what);
	unit->exercise = e;
	if (project)
		set_project(unit, e->dir, "solution");
	else
		unit->text = xstrdup(e->solution);
	if (!predict) {
		unit = pack_unit_add(u, PACK_NOT_PASSES, "exercise %s starter", what);
		unit->exercise = e;
		unit->code = e->kind == KIND_FIX ? xstrdup_or_null(e->error) : NULL;
		if (project)
			set_project(unit, e->dir, "starter");
		else
			unit->text = xstrdup(e->starter);
	}
	for (size_t i = 0; i < e->n_wrong; i++) {
		if (project) {
			add_wrong_project(u, e, e->wrong[i].name);
			continue;
		}
		unit = pack_unit_add(u, PACK_NOT_PASSES, "exercise %s wrong/%s", what, e->wrong[i].name);
		unit->exercise = e;
		unit->text = xstrdup(e->wrong[i].text ? e->wrong[i].text : "");
	}
}

static bool usable(const struct exercise *e, const char *what, struct pack_report *r)
{
	struct strv problems = STRV_INIT;
	bool ok = exercise_way(e) != EXERCISE_NO_WAY && (e->kind == KIND_PROJECT || (e->starter && e->solution));

	exercise_problems(e, &problems);
	for (size_t i = 0; i < problems.n; i++)
		pack_problem_add(r, what, "%s", problems.v[i]);
	strv_release(&problems);
	return ok;
}

void pack_add_programs(struct pack_units *u, const struct exercise *e, const char *what, struct pack_report *r)
{
	if (usable(e, what, r))
		program_units(u, e, what);
}

void pack_keep_exercise(struct pack_units *u, struct exercise *e)
{
	ARRAY_GROW(u->variants, u->n_variants + 1, u->variants_alloc);
	u->variants[u->n_variants++] = e;
}

static void collect_variants(const struct exercise *e, struct pack_units *u, struct pack_report *r)
{
	for (size_t i = 0; i < e->variants.n; i++) {
		struct exercise *v = xcalloc(1, sizeof(*v));
		struct sbuf err = SBUF_INIT;
		char *what = xstrfmt("%s variant %s", e->id, e->variants.v[i]);

		pack_keep_exercise(u, v);
		if (exercise_load_variant(e, e->variants.v[i], v, &err) < 0)
			pack_problem_add(r, what, "%s", err.buf);
		else
			pack_add_programs(u, v, what, r);
		free(what);
		sbuf_release(&err);
	}
}

static void collect_exercise(struct course *course, const char *id, struct pack_units *u, struct pack_report *r)
{
	struct sbuf err = SBUF_INIT;
	const struct exercise *e = course_exercise(course, id, &err);

	r->items++;
	if (!e) {
		pack_problem_add(r, id, "%s", err.buf);
	} else if (usable(e, id, r)) {
		program_units(u, e, id);
		collect_variants(e, u, r);
		for (int rung = 3; rung < EXERCISE_RUNGS; rung++) {
			char *where = xstrfmt("exercise %s hints.md rung %d", id, rung);

			/* Rung 5 may show a piece of the solution that is no program of its own. */
			if (rung < 5)
				add_markdown(u, where, e->hints[rung], r);
			free(where);
		}
	}
	sbuf_release(&err);
}

static void card_block(struct pack_units *u, const struct card *c, const char *section, enum pack_expect expect)
{
	struct sbuf program = SBUF_INIT;
	struct pack_unit *unit;
	char *code = fence_first(section, NULL);
	int shift;

	if (!code)
		return;
	unit = pack_unit_add(u, expect, "card %s %s", c->slug, expect == PACK_FAILS || expect == PACK_PANICS ? "wrong" : "right");
	if (c->code && streq(c->code, "E0601"))
		sbuf_addstr(&program, code); /* the error is that there is no main: none is added */
	else
		fence_program(code, &program, &shift);
	unit->text = sbuf_detach(&program, NULL);
	unit->run_main = true;
	if (expect == PACK_FAILS)
		unit->code = xstrdup(c->code ? c->code : "none");
	free(code);
}

static void collect_error_card(struct pack_units *u, const struct card *c, struct pack_report *r)
{
	bool panic = strstr(c->slug, "/panic-") != NULL;

	r->items++;
	if (!panic) {
		card_block(u, c, c->wrong, PACK_FAILS);
		card_block(u, c, c->right, PACK_COMPILES);
		return;
	}
	/* A program that never ends cannot be shown to panic; its cure can be run. */
	if (!strstr(c->slug, "timeout") && !strstr(c->slug, "deadlock") && !strstr(c->slug, "out-of-memory"))
		card_block(u, c, c->wrong, PACK_PANICS);
	card_block(u, c, c->right, PACK_RUNS);
}

static void collect_other_cards(struct course *course, const char *kind, struct pack_units *u, struct pack_report *r)
{
	struct strv names = STRV_INIT;
	char *dir = xstrfmt("%s/kb/cards/%s", course_root(course), kind);

	if (file_is_dir(dir))
		file_list(dir, &names, NULL);
	for (size_t i = 0; i < names.n; i++) {
		struct sbuf err = SBUF_INIT;
		char *slug;
		const struct card *c;

		if (!ends_with(names.v[i], ".md"))
			continue;
		slug = xstrfmt("%s/%.*s", kind, (int)strlen(names.v[i]) - 3, names.v[i]);
		c = course_card(course, slug, &err);
		r->items++;
		if (c)
			add_markdown(u, slug, c->body, r);
		else
			pack_problem_add(r, slug, "%s", err.buf);
		free(slug);
		sbuf_release(&err);
	}
	strv_release(&names);
	free(dir);
}

static void collect_cards(struct course *course, struct pack_units *u, struct pack_report *r)
{
	static const char *const kinds[] = { "questions", "tasks", "concepts" };
	const struct cards *cards = course_error_cards(course);

	for (size_t i = 0; i < cards->n; i++)
		collect_error_card(u, &cards->v[i], r);
	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++)
		collect_other_cards(course, kinds[i], u, r);
}

static bool matches(const char *only, const char *group, const char *id, const char *topic)
{
	return !only || streq(only, group) || streq(only, id) || (topic && streq(only, topic));
}

static void collect_problems(struct course *course, const char *only, struct pack_report *r)
{
	const struct course_problem *p;
	size_t n = course_problems(course, &p);

	for (size_t i = 0; i < n; i++)
		if (!only || strstr(p[i].file, only)) /* an id is part of its file's name */
			pack_problem_add(r, p[i].file, "%s", p[i].what);
}

/* "exercises/", "kb/cards" and the like name their group too. */
static const char *group_of(const char *only)
{
	static const char *const groups[] = { "lessons", "exercises", "kb" };

	for (size_t i = 0; only && i < ARRAY_SIZE(groups); i++) {
		const char *at = strstr(only, groups[i]);

		if (at && (at == only || at[-1] == '/') && (!at[strlen(groups[i])] || streq(at + strlen(groups[i]), "/")))
			return groups[i];
	}
	return only;
}

void pack_collect(struct course *course, const char *only, struct pack_units *u, struct pack_report *r)
{
	only = group_of(only);
	for (size_t i = 0; i < course_lessons(course); i++) {
		const char *id = course_lesson_at(course, i)->id;

		if (matches(only, "lessons", id, NULL))
			collect_lesson(course, id, u, r);
	}
	for (size_t i = 0; i < course_exercises(course); i++) {
		const struct exercise *e = course_exercise_at(course, i);

		if (matches(only, "exercises", e->id, e->topic))
			collect_exercise(course, e->id, u, r);
	}
	if (matches(only, "kb", "", NULL))
		collect_cards(course, u, r);
	pack_collect_exam(course, matches(only, "kb", "exam-pool", NULL) ? NULL : only, u, r);
	if (!only)
		pack_lint(course, r);
	collect_problems(course, only, r);
}
