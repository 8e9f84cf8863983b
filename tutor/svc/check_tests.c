/*
 * What a failed test says to the learner: the assert that failed, with its values, and the line of the learner's own that
 * stopped the program. Of tests that are not to be seen (homework, an exam) only name and message are known here.
 */
#include "base/file.h"
#include "base/utf8.h"
#include "learn/guard.h"
#include "rust/assertion.h"
#include "rust/calls.h"
#include "svc/check_int.h"
#include "svc/explain_int.h"

#define LEAK_SHARE .34 /* a test that holds more of the solution's own code than this is not shown */
#define PLACES_MAX 3

/* A file that a panic names. */
struct place_text {
	struct sbuf own;     /* read from a project */
	const char *text;    /* NULL: not known, or not to be seen */
	size_t len;
	bool author;         /* the author's tests */
};

/* rustc names files as it was given them; a project's are read where they came from, not where a build script may have been. */
static void read_project_file(struct check *c, const char *file, struct place_text *p)
{
	const struct exercise *e = c->spec.exercise;
	char *path;

	p->author = e && starts_with(file, "tests/");
	if (!path_is_safe(file))
		return;
	path = path_join(p->author ? e->dir : c->spec.project, file);
	if (!file_read(path, EXERCISE_FILE_MAX, &p->own, NULL)) {
		p->text = p->own.buf;
		p->len = p->own.len;
	}
	free(path);
}

static void find_text(struct check *c, const char *file, struct place_text *p)
{
	const struct exercise *e = c->spec.exercise;

	*p = (struct place_text){ .own = SBUF_INIT };
	if (c->spec.project) {
		read_project_file(c, file, p);
	} else if (explain_is_tests(file) && e) {
		p->author = true;
		p->text = e->tests;
		p->len = e->tests ? strlen(e->tests) : 0;
	} else {
		p->text = c->spec.text;
		p->len = c->spec.len;
	}
	if (p->author && c->spec.hide_tests)
		p->text = NULL;
}

/* Is the line in a test, or in what only tests use? */
static bool in_test_code(const struct place_text *p, int line)
{
	struct items it = ITEMS_INIT;
	bool found = false;
	int first = 1;
	size_t at = 0;

	if (p->author)
		return true;
	for (; p->text && at < p->len && first < line; at++)
		first += p->text[at] == '\n';
	items_scan(p->text ? p->text : "", p->text ? p->len : 0, &it);
	for (size_t i = 0; i < it.n && !found; i++)
		found = (it.v[i].is_test || it.v[i].cfg_test) && it.v[i].start <= at && at < it.v[i].end;
	items_release(&it);
	return found;
}

/* The code of a test is shown unless it holds the solution's own. */
static bool may_show(const struct check *c, const char *code)
{
	const struct exercise *e = c->spec.exercise;
	struct guard_spec spec = { 0 };

	if (!e || !e->solution)
		return true;
	spec.solution = e->solution;
	spec.starter = e->starter;
	return guard_overlap(&spec, code, strlen(code)) <= LEAK_SHARE;
}

static void put(char **field, const char *text)
{
	free(*field);
	*field = xstrdup_or_null(text);
}

static void take_code(struct check *c, struct check_test *t, char *code)
{
	if (code && may_show(c, code)) {
		free(t->code);
		t->code = code;
	} else {
		free(code);
	}
}

static void tell_assert(struct check *c, struct check_test *t, const struct runtime_report *r, const struct place_text *p)
{
	const char *asked, *got, *wanted;
	struct sbuf said = SBUF_INIT;
	struct assertion a;

	if (!p->text || !assertion_at(p->text, p->len, r->line, r->col, &a))
		return;
	assertion_say(&a, r, &said);
	t->said = sbuf_detach(&said, NULL);
	if (assertion_values(&a, r, &asked, &got, &wanted)) {
		put(&t->asked, asked);
		put(&t->got, got);
		put(&t->wanted, wanted);
	}
	take_code(c, t, xstrdup(a.code));
	assertion_release(&a);
}

/* The learner's line as a picture. */
static void own_line(struct check_test *t, const struct place_text *p, const char *file, int line, int col)
{
	struct explain_source src = { .text = p->text, .len = p->len };
	struct sbuf pic = SBUF_INIT;
	const char *text;
	size_t len;

	t->line = line;
	put(&t->file, file);
	if (source_line(&src, line, &text, &len))
		picture_add(&pic, line, text, len, col, col + 1, NULL);
	put(&t->own, pic.len ? pic.buf : NULL);
	sbuf_release(&pic);
}

/* The first line of a message, as a sentence's end. */
static void add_reason(struct sbuf *out, const char *message)
{
	size_t n = strcspn(message, "\n");

	utf8_sanitize(out, message, MIN(n, (size_t)300));
	if (!n || !strchr(".!?", message[n - 1]))
		sbuf_addch(out, '.');
}

static void tell_own(struct check_test *t, const struct runtime_report *r, const struct place_text *p)
{
	struct sbuf said = SBUF_INIT;

	own_line(t, p, r->file, r->line, r->col);
	if (r->kind == RUNTIME_TODO) {
		sbuf_addf(&said, "Line %d of your file is still a `todo!`: nothing is written there yet.", r->line);
	} else {
		sbuf_addf(&said, "Line %d of your file stopped the program: ", r->line);
		add_reason(&said, r->message ? r->message : "a panic");
	}
	t->said = sbuf_detach(&said, NULL);
}

/* --- where nothing names a line --- */

/* Pictures of at most PLACES_MAX lines. */
static void own_places(struct check *c, struct check_test *t, const struct call_places *at)
{
	struct explain_source src = { .text = c->spec.text, .len = c->spec.len };
	struct sbuf pic = SBUF_INIT;
	const char *text;
	size_t len;

	for (size_t i = 0; i < at->n && i < PLACES_MAX; i++)
		if (source_line(&src, at->lines[i], &text, &len))
			picture_add(&pic, at->lines[i], text, len, 0, 0, NULL);
	if (pic.len) {
		put(&t->own, pic.buf);
		t->line = at->n == 1 ? at->lines[0] : 0;
	}
	sbuf_release(&pic);
}

/* std itself stopped: which of its functions, and where does the learner call it? */
static void tell_std(struct check *c, struct check_test *t, const char *message)
{
	struct call_places at;
	struct sbuf said = SBUF_INIT;

	calls_that_stop(c->spec.text, c->spec.len, message, &at);
	sbuf_addstr(&said, "The program stopped inside the standard library: ");
	add_reason(&said, message);
	if (at.n)
		sbuf_addf(&said, " Your code calls `%s` on line %d%s.", at.name, at.lines[0], at.n > 1 ? ", and elsewhere" : "");
	own_places(c, t, &at);
	t->said = sbuf_detach(&said, NULL);
}

static void tell_endless(struct check *c, struct check_test *t, bool stack)
{
	struct call_places at;
	struct sbuf said = SBUF_INIT;

	calls_again(c->spec.text, c->spec.len, &at);
	if (!at.n && !stack)
		loops_of(c->spec.text, c->spec.len, &at);
	sbuf_addf(&said, stack ? "This test filled the stack: calls that never came back." : "This test did not come to its end.");
	if (at.n && *at.name)
		sbuf_addf(&said, " `%s` calls itself on line %d: is there a case in which it does not?", at.name, at.lines[0]);
	else if (at.n == 1)
		sbuf_addf(&said, " There is one loop, on line %d: what ends it?", at.lines[0]);
	else if (at.n)
		sbuf_addstr(&said, " Look at these loops: what ends each of them?");
	own_places(c, t, &at);
	t->said = sbuf_detach(&said, NULL);
}

/* The whole test, where no line of it is known to be the one. */
static void whole_test(struct check *c, struct check_test *t)
{
	const struct exercise *e = c->spec.exercise;
	const char *text = c->spec.project ? NULL : e ? e->tests : c->spec.text;

	if (t->code || !text || (e && c->spec.hide_tests))
		return;
	take_code(c, t, assertion_test(text, e ? strlen(text) : c->spec.len, t->name));
}

void check_tell_test(struct check *c, struct check_test *t, const struct runtime_report *r, enum check_end_kind how)
{
	struct place_text p = { .own = SBUF_INIT };

	if (c->variant)
		return;
	if (r->kind != RUNTIME_NONE && r->file && r->line > 0) {
		find_text(c, r->file, &p);
		if (in_test_code(&p, r->line))
			tell_assert(c, t, r, &p);
		else
			tell_own(t, r, &p);
		sbuf_release(&p.own);
	} else if (how == CHECK_END_WALL || r->kind == RUNTIME_STACK_OVERFLOW) {
		tell_endless(c, t, how != CHECK_END_WALL);
	} else if (r->kind != RUNTIME_NONE && r->message && how == CHECK_END_PANIC && c->spec.text) {
		tell_std(c, t, r->message);
	}
	whole_test(c, t);
}
