#include "rust/assertion.h"

#include "test.h"

static const char tests[] =
	"use super::*;\n"                                                       /* 1 */
	"\n"
	"#[test]\n"
	"fn adds() {\n"
	"    assert_eq!(add(2, 3), 5, \"two and three\");\n"                    /* 5 */
	"    assert_eq!(\n"
	"        longest(&[\"a\", \"bb\"], None),\n"
	"        Some(String::from(\"bb\")),\n"
	"        \"the longer one\"\n"
	"    );\n"                                                              /* 10 */
	"    assert_eq!(3, count::<u8, 2>(&x));\n"
	"    assert!(!is_even(3), \"three is odd\");\n"
	"    assert!(a() > b());\n"
	"    assert_ne!(pick(), 4);\n"
	"    let n = parse(\"x\").unwrap();\n"                                  /* 15 */
	"    let mut list = vec![];\n"
	"    arrive(&mut list, \"Ann\");\n"
	"    assert_eq!(list, [\"Ann\"]);\n"
	"}\n"
	"\n"                                                                    /* 20 */
	"mod deep {\n"
	"    #[test]\n"
	"    #[should_panic]\n"
	"    fn stops() {\n"
	"        go();\n"
	"    }\n"
	"}\n";

static char *said(int line, int col, const char *message)
{
	struct assertion a;
	struct runtime_report r;
	struct sbuf s = SBUF_INIT;

	runtime_of_panic(message, "adds", "tests.rs", line, col, &r);
	if (assertion_at(tests, strlen(tests), line, col, &a))
		assertion_say(&a, &r, &s);
	assertion_release(&a);
	runtime_release(&r);
	return sbuf_detach(&s, NULL);
}

static void check_said(int line, int col, const char *message, const char *want)
{
	char *got = said(line, col, message);

	CHECK_STR(got, want);
	free(got);
}

static void check_code(int line, int col, const char *want)
{
	struct assertion a;

	CHECK(assertion_at(tests, strlen(tests), line, col, &a));
	CHECK_STR(a.code, want);
	assertion_release(&a);
}

TEST(values)
{
	check_said(5, 5, "assertion `left == right` failed: two and three\n  left: 6\n right: 5",
		   "`add(2, 3)` gave `6`; the test expects `5`. It says: two and three.");
	check_said(6, 5, "assertion `left == right` failed: the longer one\n  left: None\n right: Some(\"bb\")",
		   "`longest(&[\"a\", \"bb\"], None)` gave `None`; the test expects `Some(\"bb\")`. It says: the longer one.");
	check_said(11, 5, "assertion `left == right` failed\n  left: 3\n right: 2",
		   "`count::<u8, 2>(&x)` gave `2`; the test expects `3`.");
	check_said(14, 5, "assertion `left != right` failed\n  left: 4\n right: 4",
		   "`pick()` gave `4`; the test expects anything but that.");
}

TEST(conditions)
{
	check_said(12, 5, "three is odd", "`is_even(3)` is true; the test expects false. It says: three is odd.");
	check_said(13, 5, "assertion failed: a() > b()", "`a() > b()` does not hold; the test expects that it does.");
}

TEST(no_assert)
{
	check_said(15, 24, "called `Option::unwrap()` on a `None` value", "`parse(\"x\")` gave `None`; the test needs a value there.");
	check_said(15, 24, "called `Result::unwrap()` on an `Err` value: Bad(1)",
		   "`parse(\"x\")` gave `Err(Bad(1))`; the test needs an `Ok` there.");
	check_said(17, 5, "index out of bounds: the len is 0 but the index is 0",
		   "The test stopped at its line 17: `index out of bounds: the len is 0 but the index is 0`.");
}

TEST(code)
{
	check_code(5, 5, "assert_eq!(add(2, 3), 5, \"two and three\");\n");
	check_code(6, 5, "assert_eq!(\n    longest(&[\"a\", \"bb\"], None),\n    Some(String::from(\"bb\")),\n    \"the longer one\"\n);\n");
	/* What it uses was made before: that is shown, the last lines of it. */
	check_code(18, 5, "// …\n"
			  "    longest(&[\"a\", \"bb\"], None),\n    Some(String::from(\"bb\")),\n    \"the longer one\"\n);\n"
			  "assert_eq!(3, count::<u8, 2>(&x));\n"
			  "assert!(!is_even(3), \"three is odd\");\nassert!(a() > b());\nassert_ne!(pick(), 4);\n"
			  "let n = parse(\"x\").unwrap();\nlet mut list = vec![];\narrive(&mut list, \"Ann\");\n"
			  "assert_eq!(list, [\"Ann\"]);\n");
}

TEST(first)
{
	static const char bare[] = "fn t() { let x = 1; assert!(!odd(2)); assert_eq!(Some(1), f(x)); }";
	struct assertion a;
	struct sbuf s = SBUF_INIT;

	CHECK(assertion_first(tests, strlen(tests), &a));
	CHECK(assertion_wants(&a, &s));
	CHECK_STR(s.buf, "`add(2, 3)` is to give `5`");
	assertion_release(&a);
	sbuf_reset(&s);
	CHECK(assertion_first(bare, strlen(bare), &a) && assertion_wants(&a, &s));
	CHECK_STR(s.buf, "`odd(2)` is to be false");
	assertion_release(&a);
	sbuf_reset(&s);
	CHECK(assertion_first(bare + 38, strlen(bare) - 38, &a) && assertion_wants(&a, &s));
	CHECK_STR(s.buf, "`f(x)` is to give `Some(1)`");
	assertion_release(&a);
	CHECK(!assertion_first("fn t() {}", 9, &a));
	sbuf_release(&s);
}

TEST(whole_test)
{
	char *t = assertion_test(tests, strlen(tests), "deep::stops");

	CHECK_STR(t, "fn stops() {\n    go();\n}\n");
	free(t);
	t = assertion_test(tests, strlen(tests), "absent");
	CHECK(!t);
	free(t);
}

TEST(no_such_place)
{
	struct assertion a;

	CHECK(!assertion_at(tests, strlen(tests), 0, 0, &a));
	CHECK(!assertion_at(tests, strlen(tests), 900, 1, &a));
	CHECK(!assertion_at("", 0, 1, 1, &a));
	assertion_release(&a);
}
