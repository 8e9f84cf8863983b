#include "test.h"

#include "rust/answer.h"

static void check_code(const char *text, bool whole, const char *want)
{
	struct sbuf out = SBUF_INIT;
	bool ok = answer_code(text, strlen(text), whole, &out);

	CHECK(ok == (want != NULL));
	CHECK_STR(out.buf, want ? want : "");
	sbuf_release(&out);
}

TEST(code_of_an_answer)
{
	check_code("Here:\n```rust\nfn a() {}\n```\nand\n```rust\nfn b() {}\n```", true, "fn a() {}\n");
	check_code("```text\nlong long long\n```\n```rust\nfn a() {}\n```", true, "fn a() {}\n");
	check_code("```\nshort\n```\n```\nlonger one\n```", true, "longer one\n");
	check_code("fn a() {}\n", true, "fn a() {}\n");
	check_code("I cannot do that.", true, NULL);
	check_code("", true, NULL);
	/* Cut off: a block without an end is half a file. */
	check_code("```rust\nfn a() {", false, NULL);
	check_code("```rust\nfn a() {}\n", true, "fn a() {}\n");
	check_code("fn a() {}", false, NULL);
	check_code("```rust\nfn a() {}\n```", false, "fn a() {}\n");
}

TEST(over_at_the_first_blocks_end)
{
	CHECK(answer_is_over("x\n```rust\na\n```", 15));
	CHECK(!answer_is_over("x\n```rust\na\n``", 14));
	CHECK(!answer_is_over("x\n```rust\na\n", 12));
	CHECK(!answer_is_over("", 0));
}

static void check_tests(const char *was, const char *is, const char *want)
{
	struct sbuf out = SBUF_INIT;

	answer_keep_tests(was, strlen(was), is, strlen(is), &out);
	CHECK_STR(out.buf, want);
	sbuf_release(&out);
}

TEST(tests_are_put_back)
{
	check_tests("fn a() {}\n#[cfg(test)] mod t { one }", "fn a() { 1 }\n#[cfg(test)] mod t { two }\n",
		    "fn a() { 1 }\n#[cfg(test)] mod t { one }\n");
	check_tests("fn a() {}\n#[cfg(test)] mod t { one }", "fn b() {}\n", "fn b() {}\n\n#[cfg(test)] mod t { one }\n");
	check_tests("#[test] fn x() { 1 }", "#[test] fn x() { 2 } fn y() {}", "#[test] fn x() { 1 } fn y() {}");
	check_tests("fn a() {}", "fn b() {}", "fn b() {}");
}

static void check_splice(const char *was, const char *items, const char *want)
{
	struct sbuf out = SBUF_INIT;
	bool ok = answer_splice(was, strlen(was), items, strlen(items), &out);

	CHECK(ok == (want != NULL));
	CHECK_STR(out.buf, want ? want : "");
	sbuf_release(&out);
}

TEST(items_take_their_places)
{
	check_splice("fn a() {}\nfn b() {}\n", "fn b() { 2 }", "fn a() {}\nfn b() { 2 }\n");
	check_splice("fn a() {}\nimpl A for B { x }\nimpl A for C { y }", "impl A for C { z }", "fn a() {}\nimpl A for B { x }\nimpl A for C { z }");
	check_splice("fn a() {}\nfn b() {}\n", "use std::x;\nfn b() { 2 }", "use std::x;\nfn a() {}\nfn b() { 2 }\n");
	check_splice("fn a() {}", "fn c() {}", NULL);                      /* not there */
	check_splice("impl A { x }\nimpl A { y }", "impl A { z }", NULL); /* twice */
	check_splice("fn a() {}", "", NULL);
	check_splice("fn a() {}\n#[test] fn t() {}", "#[test] fn t() { 1 }", NULL); /* tests are nobody's to change */
}
