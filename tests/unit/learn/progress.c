#include "test.h"

#include "content.h"
#include "learn/progress.h"

static struct course *course;

static struct progress *begin(void)
{
	content_make();
	course = course_open(content_root, NULL);
	return progress_new(course);
}

static void end(struct progress *p)
{
	progress_free(p);
	course_free(course);
	content_remove();
}

static void did(struct progress *p, const char *id, bool passed, int rung, int64_t at)
{
	struct item_state s = { .seen = true, .passed = passed, .attempts = 1, .rung = rung, .first_at = at,
				.passed_at = passed ? at : 0, .last_at = at };

	progress_item(p, id, &s);
}

/* The list of what comes next as one text: "F:m-mid/three L:vars". */
static void next_is(const struct progress *p, const char *want)
{
	static const char letters[] = { [WHY_FAILED] = 'F', [WHY_LESSON_BEGUN] = 'B', [WHY_LESSON] = 'L', [WHY_EXERCISE] = 'E', [WHY_AGAIN] = 'A' };
	struct progress_next v[10];
	struct sbuf b = SBUF_INIT;
	size_t n = progress_next(p, v, 10);

	for (size_t i = 0; i < n; i++) {
		CHECK(!v[i].lesson != !v[i].exercise);
		CHECK(*progress_why_text(v[i].why));
		sbuf_addf(&b, "%s%c:%s", i ? " " : "", letters[v[i].why], v[i].lesson ? v[i].lesson->id : v[i].exercise->id);
	}
	CHECK_STR(b.buf, want);
	sbuf_release(&b);
}

TEST(from_the_first_lesson_on)
{
	struct progress *p = begin();

	next_is(p, "L:tools");
	progress_lesson(p, "tools", 0.4);
	next_is(p, "B:tools");
	CHECK(!progress_knows(p, "tools"));
	progress_lesson(p, "tools", 1.0);
	progress_lesson(p, "tools", 0.2); /* a share never shrinks */
	CHECK(progress_knows(p, "tools") && progress_lesson_share(p, "tools") == 1.0);
	next_is(p, "E:z-early/easy E:z-early/one L:vars");
	did(p, "z-early/easy", true, 0, 10);
	did(p, "z-early/one", false, 0, 20);
	next_is(p, "F:z-early/one L:vars");
	progress_lesson(p, "vars", 1.0);
	did(p, "m-mid/three", false, 3, 30);
	next_is(p, "F:m-mid/three F:z-early/one L:moving");
	end(p);
}

TEST(passing_shows_that_it_is_known)
{
	struct progress *p = begin();

	did(p, "m-mid/three", true, 5, 10); /* with the solution in sight: not known */
	CHECK(!progress_knows(p, "vars"));
	next_is(p, "L:tools A:m-mid/three");
	did(p, "a-late/two", true, 4, 20);
	CHECK(progress_knows(p, "moves") && !progress_knows(p, "nothing"));
	end(p);
}

TEST(shares)
{
	struct progress *p = begin();
	struct progress_topic t[8];

	did(p, "z-early/easy", true, 0, 10);
	did(p, "z-early/one", false, 0, 20);
	did(p, "no/such", true, 0, 20);
	CHECK_INT(progress_topics(p, t, 8), 3);
	CHECK_STR(t[0].topic, "z-early");
	CHECK(t[0].total == 2 && t[0].passed == 1 && t[0].tried == 1 && t[0].minutes_left == 5);
	CHECK(t[2].total == 1 && !t[2].passed && !t[2].tried);
	CHECK_INT(progress_topics(p, t, 1), 1);
	progress_total(p, t);
	CHECK(!t[0].topic && t[0].total == 4 && t[0].passed == 1 && t[0].tried == 1 && t[0].minutes_left == 15);
	CHECK(progress_passed(p, "z-early/easy") && !progress_passed(p, "z-early/one") && !progress_passed(p, "no/such"));
	CHECK(progress_state(p, "z-early/one")->last_at == 20 && !progress_state(p, "a-late/two") && !progress_state(p, "no/such"));
	end(p);
}

TEST(from_the_store)
{
	struct progress *p = begin();
	char *path = path_join(content_root, "learner.db");
	struct learner *l = learner_open(path, NULL);
	struct attempt a = { .item = "z-early/one", .verdict = "passed", .code = "", .at = 7 };

	CHECK_INT(learner_add_attempt(l, &a, NULL), 0);
	CHECK_INT(learner_lesson_seen(l, "tools", 1, 7, NULL), 0);
	CHECK_INT(progress_load(p, l, NULL), 0);
	CHECK(progress_passed(p, "z-early/one") && progress_knows(p, "tools"));
	learner_close(l);
	free(path);
	end(p);
}

TEST(an_empty_course)
{
	struct progress_next v[4];
	struct progress_topic t;
	struct progress *p;

	content_root = file_make_temp_dir("tutor-empty", NULL);
	course = course_open(content_root, NULL);
	p = progress_new(course);
	CHECK_INT(progress_next(p, v, 4), 0);
	CHECK_INT(progress_topics(p, &t, 1), 0);
	progress_total(p, &t);
	CHECK_INT(t.total, 0);
	end(p);
}
