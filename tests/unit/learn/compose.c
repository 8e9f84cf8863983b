#include "test.h"

#include "learn/compose.h"

static const char body[] =
	"1. **Each value has one owner.** A `String` keeps its letters on the heap,\n   and one name is in charge.\n"
	"2. **Lend it** with `&name` when you only look.\n"
	"3. Plain item.\n\n"
	"```rust\nfn main() {\n    println!(\"1. **no item**\");\n}\n```\n```output\n1. **no item**\n```\n\n"
	"```rust,compile_fail,E0382\nlet t = s;\n```\n\n"
	"Next: take the `.clone()` away.\n";

static struct card card_of(const char *text)
{
	return (struct card){ .kind = CARD_QUESTION, .body = (char *)(uintptr_t)text };
}

TEST(a_card_becomes_steps)
{
	struct card c = card_of(body);
	struct cites all = CITES_INIT;
	struct steps s = STEPS_INIT;
	int cites[2] = { cites_add(&all, "book/a.html#x", "A"), cites_add(&all, "book/b.html", NULL) };
	char *prints;

	compose_card(&c, &all, cites, 2, &s);
	CHECK_INT(s.n, 6);
	CHECK_STR(s.v[0].title, "Each value has one owner");
	CHECK_STR(s.v[0].text, "A `String` keeps its letters on the heap,\n   and one name is in charge. [1] [2]");
	CHECK_INT(s.v[0].n_cites, 2);
	CHECK_STR(s.v[0].cites[1].page, "book/b.html");
	CHECK_STR(s.v[1].title, "Lend it");
	CHECK_STR(s.v[1].text, "**Lend it** with `&name` when you only look.");
	CHECK_STR(s.v[2].text, "Plain item.");
	CHECK(s.v[3].kind == STEP_EXAMPLE && strstr(s.v[3].code, "println!"));
	prints = compose_output(&s.v[3]);
	CHECK_STR(prints, "1. **no item**\n");
	free(prints);
	CHECK(!compose_output(&s.v[4]));
	CHECK_STR(s.v[4].lang, "rust,compile_fail,E0382");
	CHECK(s.v[5].kind == STEP_NEXT);
	CHECK_STR(s.v[5].text, "Take the `.clone()` away.");
	for (size_t i = 0; i < s.n; i++)
		CHECK(!s.v[i].verified);
	steps_release(&s);
	cites_release(&all);
}

TEST(broken_cards_do_no_harm)
{
	static const char *const bodies[] = { "", "\n\n\n", "```rust\nno end", "```", "1. ", "1. **", "1. ****", "1. **.** x", "```output\nx\n```\n", "Next:",
					      "Next: ", "99999999999999999999. x", "**a**" };

	for (size_t i = 0; i < ARRAY_SIZE(bodies); i++) {
		struct card c = card_of(bodies[i]);
		struct cites all = CITES_INIT;
		struct steps s = STEPS_INIT;
		int one = cites_add(&all, "p", "P");

		compose_card(&c, &all, &one, 1, &s);
		for (size_t k = 0; k < s.n; k++)
			CHECK(s.v[k].text && s.v[k].title && *s.v[k].title);
		steps_release(&s);
		cites_release(&all);
	}
}

TEST(citations_are_numbered_over_the_answer)
{
	struct cites all = CITES_INIT;
	struct steps s = STEPS_INIT;
	struct step *x;

	CHECK_INT(cites_add(&all, "a", "A"), 1);
	CHECK_INT(cites_add(&all, "b", NULL), 2);
	CHECK_INT(cites_add(&all, "a", "other title"), 1);
	x = steps_add(&s, STEP_RULE, ORIGIN_CARD, "The rule.");
	step_add_cite(x, "c", "C");
	step_add_cite(x, "a", "A");
	steps_renumber(&s, &all);
	CHECK_INT(s.v[0].cites[0].n, 3);
	CHECK_INT(s.v[0].cites[1].n, 1);
	CHECK_STR(s.v[0].text, "The rule. [3] [1]");
	steps_renumber(&s, &all); /* again: nothing is said twice */
	CHECK_STR(s.v[0].text, "The rule. [3] [1]");
	step_cite(&s.v[0], &all, 0);
	step_cite(&s.v[0], &all, 9);
	step_cite(&s.v[0], &all, 3);
	CHECK_INT(s.v[0].n_cites, 2);
	steps_release(&s);
	cites_release(&all);
}

static void sentences(const char *text, size_t max, const char *want)
{
	struct sbuf out = SBUF_INIT;

	compose_sentences(text, max, &out);
	CHECK_STR(out.buf, want);
	sbuf_release(&out);
}

TEST(whole_sentences)
{
	sentences("One two. Three four five. Six.", 5, "One two. Three four five.");
	sentences("One two. Three four five. Six.", 4, "One two.");
	sentences("One two three four", 2, "One two ...");
	sentences("The ? operator ends it. Yes.", 5, "The ? operator ends it.");
	sentences("First.\nSecond.", 9, "First.\n\nSecond.");
	sentences("Filename: src/main.rs\nListing 4-1: A listing\nText here.", 9, "Text here.");
	sentences("", 9, "");
	sentences("\n \n", 9, "");
	sentences("A value, e.g. a number. Done.", 6, "A value, e.g. a number. Done.");
}

TEST(passages_keep_their_headings)
{
	struct passage p[] = { { "book/a.html#x", "Book > A", "Some text." }, { "std/b.html", "std > B", "" } };
	struct cites all = CITES_INIT;
	struct steps s = STEPS_INIT;

	compose_passages(p, 2, &all, &s);
	CHECK_INT(s.n, 1);
	CHECK_STR(s.v[0].title, "Book > A");
	CHECK_STR(s.v[0].text, "Some text. [1]");
	CHECK(s.v[0].origin == ORIGIN_DOCS);
	CHECK_INT(all.n, 1);
	steps_release(&s);
	cites_release(&all);
}

TEST(follow_ups)
{
	static const char *const yes[] = { "and why?", "in a loop?", "Why?", "what about numbers", "is that always so?", "why is it not allowed", "but how",
					   "show me another one", "does it copy?", "with a vector",
					   "I still don't understand" };
	static const char *const no[] = { "how do I read a file line by line", "what is the difference between String and &str", "HashMap",
					  "`Vec::retain`", "why is my string gone after I assign it to another variable" };
	struct sbuf out = SBUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(yes); i++)
		if (!compose_is_follow_up(yes[i])) {
			printf("no follow-up: %s\n", yes[i]);
			CHECK(false);
		}
	for (size_t i = 0; i < ARRAY_SIZE(no); i++)
		CHECK(!compose_is_follow_up(no[i]));
	CHECK(compose_is_bare("and why?") && compose_is_bare("I still don't understand") && !compose_is_bare("in a loop?"));
	compose_joined("and why?", "my string is gone", &out);
	CHECK_STR(out.buf, "my string is gone\nand why?");
	sbuf_reset(&out);
	compose_joined("x", NULL, &out);
	CHECK_STR(out.buf, "x");
	sbuf_release(&out);
}

TEST(about_the_error_at_hand)
{
	CHECK(compose_is_about_error("") && compose_is_about_error("  ") && compose_is_about_error("Why does this FAIL?"));
	CHECK(!compose_is_about_error("what is a trait?") && !compose_is_about_error("what does this do?"));
	CHECK(compose_is_for_cure("and how do I fix it?") && compose_is_for_cure("The cure?"));
	CHECK(!compose_is_for_cure("and why?") && !compose_is_for_cure("prefixes"));
}

