#include "test.h"

#include <unistd.h>

#include "base/clock.h"
#include "content.h"

static struct course *open_course(void)
{
	struct sbuf err = SBUF_INIT;
	struct course *c = course_open(content_root, &err);

	CHECK(c != NULL);
	CHECK_STR(err.buf, "");
	return c;
}

static bool has_problem(const struct course *c, const char *file, int line, const char *words)
{
	const struct course_problem *p;
	size_t n = course_problems(c, &p);

	for (size_t i = 0; i < n; i++)
		if (streq(p[i].file, file) && p[i].line == line && strstr(p[i].what, words))
			return true;
	for (size_t i = 0; i < n; i++)
		printf("problem: %s:%d: %s\n", p[i].file, p[i].line, p[i].what);
	return false;
}

TEST(order_of_everything)
{
	const struct course_problem *p;
	struct course *c;

	content_make();
	c = open_course();
	CHECK_INT(course_problems(c, &p), 0);
	CHECK_INT(course_lessons(c), 3);
	CHECK_STR(course_lesson_at(c, 1)->id, "vars");
	CHECK_STR(course_lesson_at(c, 2)->id, "moving");
	CHECK(!course_lesson_at(c, 3) && !course_lesson_at(c, 0)->loaded);
	CHECK_INT(course_concepts(c), 4);
	CHECK_STR(course_concept_at(c, 1)->id, "vars"); /* written after moves, but required by it */
	CHECK_STR(course_concept_at(c, 2)->id, "moves");
	CHECK_STR(course_concept_at(c, 3)->id, "side");
	CHECK(course_concept(c, "vars")->order == 1 && !course_concept(c, "nope"));
	CHECK_INT(course_topics(c)->n, 3);
	CHECK_STR(course_topics(c)->v[0], "z-early");
	CHECK_STR(course_topics(c)->v[2], "a-late");
	CHECK_STR(course_exercise_at(c, 0)->id, "z-early/easy");
	CHECK_STR(course_exercise_at(c, 1)->id, "z-early/one");
	CHECK_STR(course_exercise_at(c, 3)->id, "a-late/two");
	CHECK_STR(course_lesson_for(c, "moves")->id, "moving");
	CHECK(!course_lesson_for(c, "side"));
	course_free(c);
	content_remove();
}

TEST(loading_keeps_the_heads)
{
	struct sbuf err = SBUF_INIT;
	const struct lesson *l;
	const struct exercise *e;
	const char *title, *topic;
	struct course *c;

	content_make();
	c = open_course();
	title = course_lesson_head(c, "vars")->title;
	l = course_lesson(c, "vars", &err);
	CHECK(l && l->loaded && l->title == title && l->n_quizzes == 1 && l == course_lesson_head(c, "vars"));
	CHECK(course_lesson(c, "2", &err) == l && course_lesson(c, "02", &err) == l && course_lesson(c, "02-vars", &err) == l &&
	      course_lesson(c, "02-vars.md", &err) == l);
	topic = course_exercise_head(c, "m-mid/three")->topic;
	e = course_exercise(c, "m-mid/three", &err);
	CHECK(e && e->loaded && e->topic == topic && e->n_wrong == 2);
	CHECK_STR(e->statement, "Say.");
	CHECK_STR(e->solution, "fn b() {}\n");
	CHECK_STR(err.buf, "");
	CHECK(!course_lesson(c, "vras", &err));
	CHECK_STR(err.buf, "There is no lesson `vras`. Did you mean `vars`?");
	sbuf_reset(&err);
	CHECK(!course_exercise(c, "m-mid/tree", &err));
	CHECK(strstr(err.buf, "Did you mean `m-mid/three`"));
	sbuf_release(&err);
	course_free(c);
	content_remove();
}

TEST(quizzes_and_cards)
{
	const struct lesson *l = NULL;
	struct sbuf err = SBUF_INIT;
	struct course *c;

	content_make();
	c = open_course();
	CHECK_STR(course_quiz(c, "moving-1", &l)->id, "moving-1");
	CHECK_STR(l->id, "moving");
	CHECK(!course_lesson_head(c, "tools")->loaded); /* the name told where to look */
	CHECK(!course_quiz(c, "nobody-1", &l));
	CHECK_INT(course_error_cards(c)->n, 1);
	CHECK(course_card(c, "errors/E0382", &err) == course_error_cards(c)->v);
	CHECK_STR(course_card(c, "questions/gone", &err)->body, "body");
	CHECK(course_card(c, "questions/gone", &err) == course_card(c, "questions/gone", &err));
	CHECK_STR(err.buf, "");
	CHECK(!course_card(c, "errors/E0383", &err));
	CHECK_STR(err.buf, "There is no card `errors/E0383`. Did you mean `errors/E0382`?");
	CHECK(!course_card(c, "../../etc/passwd", NULL) && !course_card(c, "", NULL) && !course_card(c, "x", NULL));
	sbuf_release(&err);
	course_free(c);
	content_remove();
}

TEST(broken_files_become_problems)
{
	struct sbuf err = SBUF_INIT;
	struct course *c;

	content_make();
	put("lessons/03-broken.md", "---\nid: broken\ntitle: [\n---\n");
	put("lessons/04-double.md", "---\nid: vars\ntitle: x\nminutes: 5\n---\n");
	put("lessons/05-body.md", "---\nid: body\ntitle: x\nminutes: 5\nconcepts: [nothing]\n---\n\n```rust,wrong\n```\n");
	put("exercises/m-mid/lost/exercise.md", "---\nid: m-mid/other\ntitle: x\ntopic: m-mid\n---\n");
	put("exercises/m-mid/empty/readme", "x");
	put("exercises/m-mid/three/tests.rs", "\xff");
	put("kb/cards/errors/bad.md", "---\ncode: E0001\n---\n");
	c = open_course();
	CHECK_INT(course_lessons(c), 4);
	CHECK_INT(course_exercises(c), 4);
	CHECK(has_problem(c, "lessons/03-broken.md", 4, "YAML"));
	CHECK(has_problem(c, "lessons/04-double.md", 0, "`vars` is there twice"));
	CHECK(has_problem(c, "lessons/05-body.md", 0, "no concept `nothing`"));
	CHECK(has_problem(c, "exercises/m-mid/lost/exercise.md", 0, "the folder says"));
	CHECK(has_problem(c, "exercises/m-mid/empty/exercise.md", 0, "There is no file"));
	CHECK(!course_lesson(c, "body", &err));
	CHECK(strstr(err.buf, "lessons/05-body.md is broken. Line 8:"));
	CHECK(has_problem(c, "lessons/05-body.md", 8, "labels"));
	course_load_all(c);
	CHECK(has_problem(c, "exercises/m-mid/three", 0, "tests.rs is not UTF-8"));
	CHECK(has_problem(c, "kb/cards/errors/bad.md", 0, "`title` is missing"));
	CHECK(course_lesson(c, "tools", NULL)->loaded);
	sbuf_release(&err);
	course_free(c);
	content_remove();
}

TEST(former_ids_lead_on)
{
	struct course *c;

	content_make();
	put("lessons/06-new.md", "---\nid: newer\nwas: [older, vars]\ntitle: x\nminutes: 5\n---\n");
	c = open_course();
	CHECK_STR(course_lesson_head(c, "older")->id, "newer");
	CHECK_STR(course_lesson_head(c, "vars")->id, "vars"); /* a living id is never hidden */
	course_free(c);
	content_remove();
}

TEST(roots)
{
	struct sbuf err = SBUF_INIT;
	char *exe, *root;

	content_make();
	put("build/tutor", "x");
	exe = path_join(content_root, "build/tutor");
	root = course_find_root(NULL, exe, NULL, &err);
	CHECK_STR(root, content_root);
	free(root);
	root = course_find_root(content_root, "/usr/bin/tutor", NULL, &err);
	CHECK_STR(root, content_root);
	free(root);
	root = course_find_root(NULL, "/usr/bin/tutor", content_root, &err);
	CHECK_STR(root, content_root);
	free(root);
	CHECK(!course_find_root("/nowhere", exe, content_root, &err));
	CHECK_STR(err.buf, "TUTOR_CONTENT is /nowhere, but there is no kb/concepts.yaml.");
	sbuf_reset(&err);
	CHECK(!course_find_root("", "/usr/bin/tutor", "/nowhere", &err));
	CHECK(strstr(err.buf, "set TUTOR_CONTENT"));
	sbuf_reset(&err);
	CHECK(!course_open("/nowhere", &err));
	CHECK(strstr(err.buf, "There is no folder /nowhere"));
	sbuf_release(&err);
	free(exe);
	content_remove();
}

static void graph(const char *text, const char *order, const char *problem)
{
	struct strv problems = STRV_INIT;
	struct sbuf ids = SBUF_INIT, all = SBUF_INIT;
	struct concept *v;
	size_t n;

	CHECK_INT(concepts_parse(text, strlen(text), &v, &n, &problems, NULL), 0);
	for (size_t i = 0; i < n; i++) {
		sbuf_addf(&ids, "%s%s", i ? " " : "", v[i].id);
		CHECK_INT(v[i].order, i);
	}
	CHECK_STR(ids.buf, order);
	strv_join(&problems, "\n", &all);
	CHECK(problem ? strstr(all.buf, problem) != NULL : !problems.n);
	concepts_free(v, n);
	strv_release(&problems);
	sbuf_release(&ids);
	sbuf_release(&all);
}

TEST(graphs)
{
	struct strv problems = STRV_INIT;
	struct concept *v;
	size_t n;

	graph("- {id: a, title: A, requires: [c]}\n- {id: b, title: B}\n- {id: c, title: C, requires: [b]}\n", "b c a", NULL);
	graph("- {id: a, title: A, requires: [b]}\n- {id: b, title: B, requires: [a]}\n- {id: c, title: C}\n", "c a b", "`a` requires itself");
	graph("- {id: a, title: A, requires: [a]}\n", "a", "`a` requires itself");
	graph("- {id: a, title: A, requires: [zz]}\n", "a", "`zz`, which does not exist");
	graph("- {id: a, title: A}\n- {id: a, title: B}\n", "a", "`a` is there twice");
	graph("- {id: a}\n- {id: b, title: B}\n- x\n", "b", "Concept 1: `title` is missing");
	graph("- {id: a, title: A, core: maybe}\n", "", "`core` must be true or false");
	graph("[]", "", NULL);
	CHECK_INT(concepts_parse("{a: b}", 6, &v, &n, &problems, NULL), -1);
	CHECK_INT(concepts_parse("[", 1, &v, &n, &problems, NULL), -1);
	strv_release(&problems);
}

/* Sanitizers and valgrind make everything slower. */
static bool is_slow(void)
{
	const char *preload = getenv("LD_PRELOAD");

#ifdef __SANITIZE_ADDRESS__
	return true;
#endif
	return preload && strstr(preload, "vgpreload");
}

/* The content of this tree itself; the tests run at its top. */
TEST(our_own_content)
{
	const struct course_problem *p;
	struct sbuf err = SBUF_INIT;
	int64_t best = INT64_MAX;
	struct course *c;
	size_t n;

	for (int i = 0; i < 5; i++) {
		int64_t start = clock_mono_us();

		c = course_open(".", &err);
		CHECK(c && course_lessons(c) >= 8 && course_exercises(c) >= 30 && course_concepts(c) >= 60);
		best = MIN(best, clock_mono_us() - start);
		if (i < 4)
			course_free(c);
	}
	CHECK(best < (is_slow() ? 5000000 : 50000));
	course_load_all(c);
	n = course_problems(c, &p);
	CHECK_INT(n, 0);
	for (size_t i = 0; i < n; i++)
		printf("%s:%d: %s\n", p[i].file, p[i].line, p[i].what);
	course_free(c);
	sbuf_release(&err);
}
