#include "rust/fix_logic.h"

#include "rust/lexer.h"
#include "test.h"

#define TESTS "\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn one() { assert_eq!(super::f(1), 1 + 1 < 3); }\n}\n"

static void find(const char *text, const char *got, const char *wanted, struct logic_edits *out)
{
	struct logic_text t = { "main.rs", text, strlen(text), false };
	struct logic_test test = { "tests::one", false, got, wanted };
	struct logic_spec spec = { &t, 1, &test, 1, NULL, false };

	logic_find(&spec, out);
}

/* Place of the edit that puts `to` where `from` stands; -1: there is none. */
static int place(const char *from, const char *to, const char *got, const char *wanted)
{
	char *before = xstrfmt("%s" TESTS, from), *after = xstrfmt("%s" TESTS, to);
	struct logic_edits l;
	int found = -1;

	find(before, got, wanted, &l);
	for (size_t i = 0; i < l.n && found < 0; i++) {
		struct sbuf out = SBUF_INIT;

		CHECK(edits_apply(&l.v[i].e, before, strlen(before), &out));
		CHECK(l.v[i].e.reason && *l.v[i].e.reason && l.v[i].e.source);
		if (streq(out.buf, after))
			found = (int)i;
		sbuf_release(&out);
	}
	logic_edits_release(&l);
	free(before);
	free(after);
	return found;
}

static bool proposes(const char *from, const char *to)
{
	return place(from, to, NULL, NULL) >= 0;
}

TEST(signs)
{
	CHECK(proposes("fn f(n: i32) { while i < n { g(i); } }", "fn f(n: i32) { while i <= n { g(i); } }"));
	CHECK(proposes("fn f(n: i32) -> i32 { (1..n).sum() }", "fn f(n: i32) -> i32 { (1..=n).sum() }"));
	CHECK(proposes("fn f(a: i32) -> bool { a > 1 && a < 9 }", "fn f(a: i32) -> bool { a > 1 || a < 9 }"));
	CHECK(proposes("fn f(a: i32) -> i32 { a - 1 }", "fn f(a: i32) -> i32 { a + 1 }"));
	CHECK(proposes("fn f(a: i32) { x += a; }", "fn f(a: i32) { x -= a; }"));
	CHECK(proposes("fn f(a: i32) { x = a; }", "fn f(a: i32) { x += a; }"));
}

TEST(words_and_numbers)
{
	CHECK(proposes("fn f(a: i32) -> i32 { a.min(3) }", "fn f(a: i32) -> i32 { a.max(3) }"));
	CHECK(proposes("fn f(a: i32) { self.q.push_front(a); }", "fn f(a: i32) { self.q.push_back(a); }"));
	CHECK(proposes("fn f(w: &str) -> String { w.to_string() }", "fn f(w: &str) -> String { w.to_lowercase() }"));
	CHECK(proposes("fn f(a: i32) -> bool { return true; }", "fn f(a: i32) -> bool { return false; }"));
	CHECK(proposes("fn f() { let mut n = 0; }", "fn f() { let mut n = 1; }"));
	CHECK(proposes("fn f(v: &[i32]) { let mut n = 0; }", "fn f(v: &[i32]) { let mut n = v[0]; }"));
	CHECK(!proposes("fn f(min: i32) -> i32 { min }", "fn f(min: i32) -> i32 { max }"));
}

TEST(names_and_places)
{
	CHECK(proposes("fn f(a: i32, b: i32) -> i32 { g(a, b) }", "fn f(a: i32, b: i32) -> i32 { g(b, a) }"));
	CHECK(proposes("fn f(a: i32, b: i32) -> i32 { a * a }", "fn f(a: i32, b: i32) -> i32 { a * b }"));
	CHECK(proposes("fn f(a: i32, b: i32) -> i32 { a - b }", "fn f(a: i32, b: i32) -> i32 { b - a }"));
	CHECK(proposes("struct P { x: i32, y: i32 }\nfn f(p: P) -> i32 { p.x }", "struct P { x: i32, y: i32 }\nfn f(p: P) -> i32 { p.y }"));
	CHECK(proposes("fn f(i: usize, j: usize) { m[i][j] = 1; }", "fn f(i: usize, j: usize) { m[j][i] = 1; }"));
	CHECK(proposes("fn f(v: &mut [i32]) { v.sort_by(|a, b| a.cmp(b)); }", "fn f(v: &mut [i32]) { v.sort_by(|b, a| a.cmp(b)); }"));
	CHECK(proposes("fn f(i: usize) -> i32 { v[i] }", "fn f(i: usize) -> i32 { v[i + 1] }"));
	CHECK(proposes("fn f(i: usize) -> i32 { v[i - 1] }", "fn f(i: usize) -> i32 { v[i] }"));
}

TEST(cases_ends_and_rounds)
{
	CHECK(proposes("enum L { Red, Green(u8), Blue }\nfn f() -> L { L::Red }", "enum L { Red, Green(u8), Blue }\nfn f() -> L { L::Blue }"));
	CHECK(!proposes("enum L { Red, Green(u8), Blue }\nfn f() -> L { L::Red }", "enum L { Red, Green(u8), Blue }\nfn f() -> L { L::u8 }"));
	CHECK(proposes("fn f(v: &[i32]) -> i32 { v[0] }", "fn f(v: &[i32]) -> i32 { v[v.len() - 1] }"));
	CHECK(proposes("fn f(c: u8, n: u8) -> u8 { let d = c - b'a' + n; d }", "fn f(c: u8, n: u8) -> u8 { let d = (c - b'a' + n) % 26; d }"));
	CHECK(proposes("fn f(a: i32) -> i32 { (a + 1) % 7 }", "fn f(a: i32) -> i32 { (a + 1).rem_euclid(7) }"));
}

TEST(what_was_forgotten)
{
	CHECK(proposes("fn f(a: u32, b: u32) -> u32 { a / b * 100 }", "fn f(a: u32, b: u32) -> u32 { a * 100 / b }"));
	CHECK(proposes("fn f(a: u32, b: u32) -> f64 { (a / b) as f64 }", "fn f(a: u32, b: u32) -> f64 { a as f64 / b as f64 }"));
	CHECK(proposes("fn f(a: i32) { if a.is_odd() { g(); } }", "fn f(a: i32) { if !a.is_odd() { g(); } }"));
	CHECK(proposes("fn f(a: i32) { if !a.is_odd() { g(); } }", "fn f(a: i32) { if a.is_odd() { g(); } }"));
	CHECK(proposes("fn f(&mut self) {\n    self.at += 1;\n    self.v[0];\n}", "fn f(&mut self) {\n    self.at = (self.at + 1) % self.v.len();\n    self.v[0];\n}"));
	CHECK(proposes("fn f(n: u32) {\n    let mut i = 0;\n    while i < n {\n        g(i);\n    }\n}",
		       "fn f(n: u32) {\n    let mut i = 0;\n    while i < n {\n        g(i);\n        i += 1;\n    }\n}"));
	CHECK(proposes("fn f() {\n    let mut s = 0;\n    for a in v {\n        s += a;\n    }\n}",
		       "fn f() {\n    let mut s = 0;\n    for a in v {\n        s += a;\n        s = 0;\n    }\n}"));
	CHECK(proposes("fn f() -> V {\n    let mut v = g();\n    v.h();\n    v\n}", "fn f() -> V {\n    let mut v = g();\n    v.h();\n    v.reverse();\n    v\n}"));
}

/* An order of the same things speaks for sorting, a difference of one for bounds. */
TEST(values_order_the_edits)
{
	const char *from = "fn f(n: i32) -> V { v.sort_by(|a, b| a.cmp(b)); while i < n { } }";
	const char *bound = "fn f(n: i32) -> V { v.sort_by(|a, b| a.cmp(b)); while i <= n { } }";
	const char *order = "fn f(n: i32) -> V { v.sort_by(|b, a| a.cmp(b)); while i < n { } }";

	CHECK(place(from, bound, "6", "7") < place(from, order, "6", "7"));
	CHECK(place(from, order, "[1, 2]", "[2, 1]") < place(from, bound, "[1, 2]", "[2, 1]"));
}

static size_t edits_in(const char *text, const struct logic_test *tests, size_t n, const char *name)
{
	struct logic_text t = { "main.rs", text, strlen(text), false };
	struct logic_spec spec = { &t, 1, tests, n, NULL, false };
	struct logic_edits l;
	struct items items = ITEMS_INIT;
	size_t found = 0;

	logic_find(&spec, &l);
	items_scan(text, strlen(text), &items);
	for (size_t i = 0; i < l.n; i++)
		for (size_t k = 0; k < items.n; k++)
			found += items.v[k].kind == ITEM_FN && streq(items.v[k].name, name) && l.v[i].body == items.v[k].body;
	items_release(&items);
	logic_edits_release(&l);
	return found;
}

/* What failing tests call, also through others; tests themselves and what none calls stay out. */
TEST(where_the_fault_may_be)
{
	static const char text[] = "fn bad(a: i32) -> i32 { deep(a) + 1 }\nfn deep(a: i32) -> i32 { a * 2 }\nfn good(a: i32) -> i32 { a - 1 }\n"
				   "#[cfg(test)]\nmod tests {\n fn help(a: i32) -> i32 { bad(a) + 1 }\n"
				   " #[test] fn fails() { assert_eq!(help(1), 5 - 1); }\n #[test] fn passes() { assert_eq!(good(1), 0); }\n}\n";
	const struct logic_test tests[] = { { "tests::fails", false, NULL, NULL }, { "tests::passes", true, NULL, NULL } };
	const struct logic_test all_pass[] = { { "tests::fails", true, NULL, NULL }, { "tests::passes", true, NULL, NULL } };

	CHECK(edits_in(text, tests, 2, "bad") > 0);
	CHECK(edits_in(text, tests, 2, "deep") > 0);
	CHECK_INT(edits_in(text, tests, 2, "good"), 0);
	CHECK_INT(edits_in(text, tests, 2, "help"), 0);
	CHECK_INT(edits_in(text, tests, 2, "fails"), 0);
	CHECK_INT(edits_in(text, all_pass, 2, "bad"), 0);
	CHECK(edits_in(text, all_pass, 1, "good") > 0); /* `passes` did not come to its end */
}

TEST(locked_texts_are_left_alone)
{
	struct logic_text t[] = { { "src/lib.rs", "pub fn f(a: i32) -> i32 { a + 1 }", 33, false },
				  { "tests/t.rs", "fn h() -> i32 { f(1) + 1 }\n#[test] fn one() { assert_eq!(h(), 1); }", 66, true } };
	struct logic_test test = { "one", false, NULL, NULL };
	struct logic_spec spec = { t, 2, &test, 1, NULL, false };
	struct logic_edits l;

	logic_find(&spec, &l);
	CHECK(l.n > 0);
	for (size_t i = 0; i < l.n; i++)
		CHECK_INT(l.v[i].file, 0);
	logic_edits_release(&l);
}

/* No number that only the tests have comes into the program. */
TEST(no_value_of_the_tests)
{
	static const char text[] = "fn f(a: i32) -> i32 { a + 1 }\n#[cfg(test)]\nmod tests {\n #[test] fn one() { assert_eq!(super::f(3), 7341); }\n}\n";
	struct logic_edits l;

	find(text, "4", "7341", &l);
	CHECK(l.n > 0);
	for (size_t i = 0; i < l.n; i++)
		for (size_t k = 0; k < l.v[i].e.n; k++)
			CHECK(!strstr(l.v[i].e.v[k].text, "734"));
	logic_edits_release(&l);
}

TEST(variants)
{
	static const char text[] = "fn f(a: i32) -> i32 { a + 1 }\nfn g() -> impl Fn() { || () }\n" TESTS;
	struct logic_text t = { "main.rs", text, strlen(text), false };
	struct logic_edits l;
	struct logic_spans spans = { 0 };
	struct sbuf out = SBUF_INIT;
	bool skip[LOGIC_MAX] = { false };

	find(text, NULL, NULL, &l);
	CHECK(l.n > 3);
	CHECK(logic_variants(&t, 0, &l, skip, &out, &spans));
	CHECK_INT(spans.n, l.n);
	for (size_t i = 0; i < spans.n; i++) {
		CHECK(spans.v[i].end > spans.v[i].start && spans.v[i].end < out.len);
		CHECK(!strncmp(out.buf + spans.v[i].start, " ", 1) && spans.v[i].edit < l.n);
	}
	CHECK(strstr(out.buf, "_ => { a + 1 \n}") != NULL);
	CHECK(strstr(out.buf, TESTS) != NULL);
	for (size_t i = 0; i < l.n; i++)
		skip[i] = true;
	sbuf_reset(&out);
	CHECK(!logic_variants(&t, 0, &l, skip, &out, &spans));
	sbuf_release(&out);
	free(spans.v);
	logic_edits_release(&l);
}

/* The program without an edit is the program; what cannot be a branch of a `match` is kept apart. */
TEST(apart)
{
	static const char text[] = "const fn f(a: i32) -> i32 { a + 1 }\nfn g(a: i32) -> impl Fn() { let b = a + 1; move || () }\n"
				   "#[test]\nfn one() { f(1); g(2); }\n";
	struct logic_test test = { "one", false, NULL, NULL };
	struct logic_text t = { "main.rs", text, strlen(text), false };
	struct logic_spec spec = { &t, 1, &test, 1, NULL, false };
	struct logic_edits l;

	logic_find(&spec, &l);
	CHECK(l.n > 0);
	for (size_t i = 0; i < l.n; i++)
		CHECK(l.v[i].apart);
	logic_edits_release(&l);
}
