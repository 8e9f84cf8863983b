#include "test.h"

#include "learn/quiz.h"

static struct quiz_item parse(const char *text)
{
	struct quiz_item q;
	struct sbuf err = SBUF_INIT;

	CHECK_INT(quiz_parse(text, strlen(text), 10, &q, &err), 0);
	CHECK_STR(err.buf, "");
	sbuf_release(&err);
	return q;
}

static void refused(const char *text, const char *words)
{
	struct quiz_item q;
	struct sbuf err = SBUF_INIT;

	CHECK_INT(quiz_parse(text, strlen(text), 10, &q, &err), -1);
	CHECK(starts_with(err.buf, "Line 10: the question") && strstr(err.buf, words));
	if (!strstr(err.buf, words))
		printf("said: %s\n", err.buf);
	sbuf_release(&err);
}

static void mark(const struct quiz_item *q, const char *given, int want, const char *why)
{
	struct sbuf b = SBUF_INIT;

	CHECK_INT(quiz_mark(q, given, &b), want);
	CHECK_STR(b.buf, why);
	sbuf_release(&b);
}

static void solution(const struct quiz_item *q, const char *given, const char *words)
{
	struct sbuf b = SBUF_INIT, why = SBUF_INIT;

	quiz_solution(q, &b);
	CHECK_STR(b.buf, given);
	CHECK_INT(quiz_mark(q, b.buf, &why), 1); /* what is called the solution is one */
	sbuf_reset(&b);
	quiz_solution_words(q, &b);
	CHECK_STR(b.buf, words);
	sbuf_release(&b);
	sbuf_release(&why);
}

static const char choice[] = "id: a-1\nkind: choice\nask: Which?\noptions:\n  - text: one\n    why: no one\n"
			     "  - text: two\n    right: true\n    why: yes two\n  - text: 3.0\n    why: no three\n";

TEST(choices)
{
	struct quiz_item q = parse(choice);

	CHECK(q.kind == KIND_CHOICE && q.n_options == 3 && q.line == 10 && quiz_parts(&q) == 3);
	CHECK_STR(q.options[2].text, "3.0");
	mark(&q, "2", 1, "yes two");
	mark(&q, " 3 ", 0, "no three");
	mark(&q, "4", -1, "Answer with the number of one option, from 1 to 3.");
	mark(&q, "1 2", -1, "Answer with the number of one option, from 1 to 3.");
	mark(&q, "", -1, "Answer with the number of one option, from 1 to 3.");
	mark(&q, "99999999999999999999", -1, "Answer with the number of one option, from 1 to 3.");
	solution(&q, "2", "two");
	quiz_release(&q);
}

TEST(several)
{
	struct quiz_item q = parse("id: a\nkind: multi\nask: Which?\noptions:\n  - {text: a, right: true, why: wa}\n"
				   "  - {text: b, why: wb}\n  - {text: c, right: true, why: wc}\n  - {text: d, why: wd}\n");

	mark(&q, "3,1", 1, "wa\n\nwc");
	mark(&q, "1", 0, "wa\n\nOne right option is missing.");
	mark(&q, "1 2 4", 0, "wb\n\nwd\n\nOne right option is missing.");
	mark(&q, "", 0, "Several right options are missing.");
	mark(&q, "1 1", -1, "Answer with the numbers of the options, such as `1 3`, from 1 to 4.");
	mark(&q, "x", -1, "Answer with the numbers of the options, such as `1 3`, from 1 to 4.");
	solution(&q, "1 3", "a\nc");
	quiz_release(&q);
}

TEST(orders)
{
	struct quiz_item q = parse("id: a\nkind: order\nask: Sort.\nlines: [\"{\", a, b, a, \"}\"]\nwhy: so\n");

	mark(&q, "1 2 3 4 5", 1, "so");
	mark(&q, "1 4 3 2 5", 1, "so"); /* equal lines stand for each other */
	mark(&q, "1 3 2 4 5", 0, "so");
	mark(&q, "1 2 3", -1, "Answer with the numbers of all 5 lines in their order.");
	solution(&q, "1 2 3 4 5", "{\na\nb\na\n}");
	quiz_release(&q);
}

TEST(predictions)
{
	struct quiz_item q = parse("id: a\nkind: predict_output\nask: What?\ncode: |\n  x\nanswer: 5.0\nwhy: so\n");

	mark(&q, "5.0\n", 1, "so");
	mark(&q, "5", 0, "so");
	mark(&q, "", 0, "so");
	solution(&q, "5.0", "5.0");
	quiz_release(&q);
	q = parse("id: a\nkind: predict_compiler\nask: What?\ncode: |\n  x\nanswer: E0382\nwhy: so\n");
	mark(&q, " e0382", 1, "so");
	mark(&q, "compiles", 0, "so");
	mark(&q, " ", -1, "Answer `compiles` or an error code such as `E0382`.");
	quiz_release(&q);
}

TEST(texts)
{
	struct quiz_item q = parse("id: a\nkind: cloze\nask: Fill.\ncode: |\n  fn f(___) {}\nanswers: [\"&mut self\", 'self: &mut Self']\nwhy: so\n");

	mark(&q, "  &MUT   self ", 1, "so");
	mark(&q, "self: &mut Self", 1, "so");
	mark(&q, "&self", 0, "so");
	mark(&q, "", -1, "Answer with a text.");
	solution(&q, "&mut self", "&mut self");
	quiz_release(&q);
	q = parse("id: a\nkind: short\nask: Why?\nrubric:\n  - {points: 1.5, for: says that}\n");
	CHECK(q.n_rubric == 1 && q.rubric[0].points == 1.5);
	quiz_release(&q);
}

TEST(bad_questions)
{
	refused("id: [", "YAML");
	refused("- a\n", "`key: value`");
	refused("kind: choice\n", "`id` is missing");
	refused("id: A\nkind: short\nask: x\nanswers: [a]\nwhy: y\n", "`A`: The id is not made");
	refused("id: a\nkind: write\n", "cannot be of kind `write`");
	refused("id: a\nkind: choice\nask: x\nhint: y\n", "`hint` is not known");
	refused("id: a\nkind: choice\nask: x\noptions: [{text: a, why: b}]\n", "2 to 32");
	refused("id: a\nkind: choice\nask: x\noptions: [{text: a, why: b}, {text: c, why: d}]\n", "exactly one right option, this one has 0");
	refused("id: a\nkind: choice\nask: x\noptions: [{text: a, why: b}, {text: c}]\n", "`why` is missing. (Option 2.)");
	refused("id: a\nkind: choice\nask: x\noptions: [{text: a, why: b, right: yes}, {text: c, why: d}]\n", "`right` must be true or false");
	refused("id: a\nkind: multi\nask: x\noptions: [{text: a, why: b}, {text: c, why: d}]\n", "No option is right");
	refused("id: a\nkind: order\nask: x\nlines: [a]\nwhy: y\n", "`lines`");
	refused("id: a\nkind: order\nask: x\nlines: [a, a]\nwhy: y\n", "All lines are the same");
	refused("id: a\nkind: predict_output\nask: x\nanswer: y\nwhy: z\n", "`code` is missing");
	refused("id: a\nkind: predict_compiler\nask: x\ncode: c\nanswer: fails\nwhy: z\n", "`answer` must be");
	refused("id: a\nkind: cloze\nask: x\ncode: c\nanswers: [y]\nwhy: z\n", "`___`");
	refused("id: a\nkind: short\nask: x\nwhy: z\n", "`answers` is missing");
	refused("id: a\nkind: short\nask: x\nanswers: [b]\n", "`why` is missing");
	refused("id: a\nkind: short\nask: x\nrubric: [{points: -1, for: y}]\n", "rubric");
}

static bool is_permutation(const size_t *order, size_t n)
{
	unsigned seen = 0;

	for (size_t i = 0; i < n; i++)
		seen |= 1u << order[i];
	return seen == (1u << n) - 1;
}

TEST(shuffles)
{
	struct quiz_item q = parse("id: a\nkind: order\nask: Sort.\nlines: [a, b]\nwhy: so\n"), c = parse(choice);
	size_t a[8], b[8];
	unsigned firsts = 0;
	uint64_t state = 1234567;

	/* The reference values of SplitMix64 for this seed. */
	CHECK(shuffle_next(&state) == 6457827717110365317u && shuffle_next(&state) == 3203168211198807973u);
	for (uint64_t seed = 0; seed < 64; seed++) {
		shuffle_order(8, seed, a);
		shuffle_order(8, seed, b);
		CHECK(is_permutation(a, 8) && !memcmp(a, b, sizeof(a)));
		firsts |= 1u << a[0];
		quiz_shuffle(&q, seed, a);
		CHECK(a[0] == 1 && a[1] == 0); /* never the solution */
		quiz_shuffle(&c, seed, a);
		CHECK(is_permutation(a, 3));
	}
	CHECK_INT(firsts, 255);
	quiz_release(&q);
	quiz_release(&c);
}
