#include "test.h"

#include "learn/ladder.h"

TEST(the_table)
{
	int last = 0;

	for (int k = 0; k < STEP_KINDS; k++) {
		CHECK(*step_kind_name((enum step_kind)k) && *step_kind_title((enum step_kind)k));
		if (k <= STEP_PROOF)
			CHECK(step_kind_rung((enum step_kind)k) >= last);
		last = k <= STEP_PROOF ? step_kind_rung((enum step_kind)k) : last;
	}
	CHECK_STR(step_kind_name(STEP_YOUR_CODE), "your_code");
	CHECK(step_kind_rung(STEP_WHERE) == 0 && step_kind_rung(STEP_STORY) == 1 && step_kind_rung(STEP_RULE) == 2 &&
	      step_kind_rung(STEP_TRY) == 3 && step_kind_rung(STEP_ANALOGUE) == 4 && step_kind_rung(STEP_PROOF) == 5 &&
	      step_kind_rung(STEP_ANSWER) == 0);
	for (int o = 0; o < ORIGINS; o++)
		CHECK(*origin_name((enum step_origin)o));
	CHECK_STR(rung_title(0), rung_title(-7));
	CHECK_STR(rung_title(5), rung_title(99));
	CHECK(!rung_is_hint(2) && rung_is_hint(3) && !rung_reschedules(4) && rung_reschedules(5));
}

TEST(lists_of_steps)
{
	struct steps s = STEPS_INIT, copy = STEPS_INIT;
	struct step *x;

	steps_add(&s, STEP_WHAT, ORIGIN_CARD, "w");
	x = steps_add(&s, STEP_RULE, ORIGIN_DOCS, "r");
	step_add_cite(x, "book/a.html", "A");
	step_add_cite(x, "book/b.html", NULL);
	step_set_title(x, "Mine");
	x->verified = true;
	x = steps_add(&s, STEP_FIX, ORIGIN_ENGINE, "f");
	step_set_code(x, "a", "diff");
	step_set_code(x, "let a;", "rust");
	steps_copy(&copy, &s);
	steps_copy(&copy, &copy);
	CHECK_INT(copy.n, 6);
	CHECK(steps_find(&copy, STEP_RULE) == &copy.v[1] && !steps_find(&copy, STEP_TRY));
	CHECK_STR(copy.v[4].title, "Mine");
	CHECK(copy.v[4].verified && copy.v[4].n_cites == 2 && copy.v[4].cites[1].n == 2);
	CHECK_STR(copy.v[4].cites[1].title, "book/b.html");
	CHECK_STR(copy.v[5].code, "let a;");
	CHECK_STR(copy.v[5].lang, "rust");
	steps_cut(&copy, 2);
	CHECK_INT(copy.n, 4);
	CHECK_INT(copy.v[3].kind, STEP_RULE);
	steps_cut(&copy, -1);
	CHECK_INT(copy.n, 0);
	steps_release(&copy);
	steps_release(&s);
}

TEST(modes)
{
	enum ladder_mode m;

	CHECK(ladder_max(LADDER_PRACTICE, -1) == 5 && ladder_max(LADDER_FILE, 1) == 5 && ladder_max(LADDER_HOMEWORK, -1) == 3 &&
	      ladder_max(LADDER_HOMEWORK, 4) == 4 && ladder_max(LADDER_EXAM, -1) == 0 && ladder_max(LADDER_EXAM, 2) == 2 &&
	      ladder_max(LADDER_EXAM, 99) == 5);
	CHECK(ladder_mode_find("homework", &m) && m == LADDER_HOMEWORK && !ladder_mode_find("party", &m));
	CHECK_STR(ladder_mode_name(LADDER_EXAM), "exam");
	CHECK(ladder_shown(LADDER_FILE, -1, 2) == 4 && ladder_shown(LADDER_PRACTICE, -1, 2) == 2 &&
	      ladder_shown(LADDER_PRACTICE, -1, 3) == 3 && ladder_shown(LADDER_HOMEWORK, 1, 3) == 1 &&
	      ladder_shown(LADDER_EXAM, -1, 3) == 0 && ladder_shown(LADDER_EXAM, 5, 3) == 0);
	CHECK(ladder_shows_help(LADDER_FILE, -1, 0) && !ladder_shows_help(LADDER_PRACTICE, -1, 2) &&
	      ladder_shows_help(LADDER_PRACTICE, -1, 3) && !ladder_shows_help(LADDER_EXAM, -1, 5));
}

TEST(one_rung_after_the_other)
{
	CHECK(ladder_next(LADDER_PRACTICE, -1, 2, 0) == 3 && ladder_next(LADDER_PRACTICE, -1, 2, 3) == 4 &&
	      ladder_next(LADDER_PRACTICE, -1, 2, 4) == 5 && ladder_next(LADDER_PRACTICE, -1, 2, 5) == -1);
	CHECK_INT(ladder_next(LADDER_PRACTICE, -1, 4, 0), 4);
	CHECK_INT(ladder_next(LADDER_HOMEWORK, -1, 4, 0), 3); /* what may be shown goes before what would be best */
	CHECK_INT(ladder_next(LADDER_HOMEWORK, -1, 2, 3), -1);
	CHECK_INT(ladder_next(LADDER_EXAM, -1, 2, 0), -1);
}

TEST(where_to_start)
{
	struct diag syntax = { .message = (char *)"expected one of" }, types = { .code = (char *)"E0308", .message = (char *)"mismatched types" };
	struct card card = { .start_rung = 4 };

	CHECK_INT(ladder_first(NULL, NULL), 2);
	CHECK_INT(ladder_first(&syntax, NULL), 3);
	CHECK_INT(ladder_first(&types, NULL), 2);
	CHECK_INT(ladder_first(&types, &card), 4);
}
