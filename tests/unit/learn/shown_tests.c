/* What a failed test shows of itself (rust/assertion): does the code of any exercise's tests give its solution away? */
#include "base/file.h"
#include "learn/course.h"
#include "learn/guard.h"
#include "rust/assertion.h"
#include "rust/calls.h"
#include "test.h"

static size_t asserts, over;

static void look(const struct exercise *e, const char *code)
{
	struct guard_spec spec = { .solution = e->solution, .starter = e->starter };
	double share = guard_overlap(&spec, code, strlen(code));

	asserts++;
	if (share > .34) { /* as in svc/check_tests.c */
		printf("%s: %.2f\n%s", e->id, share, code);
		over++;
	}
}

static void each_assert(const struct exercise *e)
{
	const char *text = e->tests;
	struct tokens t = TOKENS_INIT;

	lex(text, strlen(text), &t);
	for (size_t i = 0; i < t.n; i++) {
		struct assertion a;
		int col = 1;

		if (t.v[i].kind != TOKEN_IDENT)
			continue;
		for (size_t p = t.v[i].start; p && text[p - 1] != '\n'; p--)
			col++;
		if (assertion_at(text, strlen(text), (int)t.v[i].line, col, &a) && a.macro)
			look(e, a.code);
		assertion_release(&a);
	}
	tokens_release(&t);
}

TEST(no_test_is_the_solution)
{
	struct sbuf err = SBUF_INIT;
	struct course *c = course_open(".", &err);

	CHECK(c != NULL);
	for (size_t i = 0; c && i < course_exercises(c); i++) {
		const struct exercise *e = course_exercise(c, course_exercise_at(c, i)->id, &err);

		if (e && e->tests && e->solution)
			each_assert(e);
	}
	CHECK(asserts > 400);
	CHECK_INT(over, 0);
	course_free(c);
	sbuf_release(&err);
}
