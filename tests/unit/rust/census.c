#include "rust/census.h"

#include "test.h"

static void check_guard(int line, const char *a, const char *b, unsigned flags, const char *want)
{
	struct sbuf why = SBUF_INIT;
	int rc = census_guard(a, strlen(a), b, strlen(b), flags, &why);

	test_check_int(__FILE__, line, rc, want ? -1 : 0);
	if (want && !strstr(why.buf, want))
		test_check_str(__FILE__, line, why.buf, want);
	sbuf_release(&why);
}
#define FINE(a, b) check_guard(__LINE__, a, b, 0, NULL)
#define REFUSED(a, b, want) check_guard(__LINE__, a, b, 0, want)

static void check_marks(int line, const char *a, const char *b, int stubs, int risky)
{
	int s = -1, r = -1;

	census_marks(a, strlen(a), b, strlen(b), &s, &r);
	test_check_int(__FILE__, line, s, stubs);
	test_check_int(__FILE__, line, r, risky);
}
#define MARKS(a, b, stubs, risky) check_marks(__LINE__, a, b, stubs, risky)

#define TESTS "\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn two() { assert_eq!(super::f(), 2); }\n}\n"

TEST(tests_are_protected)
{
	FINE("fn f() -> i32 { 1 }" TESTS, "fn f() -> i32 { 2 }" TESTS);
	REFUSED("fn f() -> i32 { 1 }" TESTS, "fn f() -> i32 { 1 }\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn two() { }\n}\n",
		"protected");
	REFUSED("fn f() {}" TESTS, "fn f() {}", "protected");
	REFUSED("#[test]\nfn t() { assert!(false); }", "#[test]\n#[ignore]\nfn t() { assert!(false); }", "protected");
	/* Still there as text, but no test any more. */
	REFUSED("fn f() {}" TESTS, "fn f() {}\n/*" TESTS "*/", "would be gone");
	REFUSED("fn f() {}" TESTS, "fn f() {}\nconst S: &str = r#\"" TESTS "\"#;", "would be gone");
}

TEST(comments_protect)
{
	REFUSED("fn main() {\n    let x = 1; // Don't change this line\n}", "fn main() {\n    let x = 2; // Don't change this line\n}",
		"protected");
	REFUSED("// Do not edit this function.\nfn f() -> i32 { 1 }\nfn g() {}", "// Do not edit this function.\nfn f() -> i32 { 2 }\nfn g() {}",
		"protected");
	REFUSED("fn main() {\n    // don\xe2\x80\x99t touch\n    let x = 1;\n    let y = 2;\n}",
		"fn main() {\n    // don\xe2\x80\x99t touch\n    let x = 3;\n    let y = 2;\n}", "protected");
	FINE("fn main() {\n    // don't touch\n    let x = 1;\n    let y = 2;\n}",
	     "fn main() {\n    // don't touch\n    let x = 1;\n    let y = 3;\n}");
	FINE("// Don't change anything but the type.\nfn f() -> i32 { 1 }", "// Don't change anything but the type.\nfn f() -> u8 { 1 }");
	REFUSED("// Don't change this line.\nfn f() -> i32 {\n    1\n}", "// Don't change this line.\nfn f() -> u8 {\n    1\n}", "protected");
	FINE("// Don't change this line.\nfn f() -> i32 {\n    1\n}", "// Don't change this line.\nfn f() -> i32 {\n    2\n}");
	FINE("fn main() { let s = \"don't change\"; }", "fn main() { let s = \"do change\"; }");
}

TEST(items_stay)
{
	REFUSED("fn a() { b() }\nfn b() { c }", "fn a() { }", "would lose its body");
	REFUSED("fn a() { }\nfn b() { c }", "fn a() { }", "`b` would be gone");
	REFUSED("struct S { x: i32 }", "struct S;", "lose its body");
	REFUSED("struct S; impl S { fn f(&self) { g() } }", "struct S; impl S { }", "lose its body");
	REFUSED("struct S; impl S { }", "struct S;", "impl block");
	REFUSED("fn a() { b(1, 2) }", "fn a() { todo!() }", "lose its body");
	FINE("fn a() -> i32 { }", "fn a() -> i32 { todo!() }");
	FINE("impl S { fn f(&self) {} }", "impl<T> S<T> { fn f(&self) {} }");
	FINE("use std::fmt;\nfn a() {}", "fn a() {}");
	FINE("fn a() {\n    let x = b;\n}", "fn a() {\n    let x = c;\n}\nfn d() {}");
	check_guard(__LINE__, "fn a() {}\nfn a() {}", "fn a() {}\nfn a2() {}", CENSUS_MAY_LOSE, NULL);
	check_guard(__LINE__, "fn a() {}\nfn b() {}\nfn c() {}", "fn z() {}", CENSUS_MAY_LOSE, "Most items");
	check_guard(__LINE__, "fn a() {}" TESTS, "fn a() {}", CENSUS_MAY_LOSE, "protected");
}

TEST(bulk)
{
	static const char long_fn[] = "fn a() { b(1); b(2); b(3); b(4); b(5); b(6); }";

	REFUSED(long_fn, "fn a() { b(1); }", "30%");
	REFUSED(long_fn, "fn a() { b(1); b(2); b(3); b(4); b(5); /* b(6); and so on for some time */ }", "comment");
	REFUSED("fn a() { b }", "#[cfg(any())]\nfn a() { b }", "cfg");
	FINE(long_fn, "fn a() { b(1); b(2); b(3); b(4); b(5); }");
}

TEST(marks)
{
	MARKS("fn a() {}", "fn a() { todo!() }", 1, 0);
	MARKS("fn a() { todo!() }", "fn a() { todo!() }", 0, 0);
	MARKS("fn a() { b }", "fn a() { unsafe { b } }", 0, 1);
	MARKS("fn a() { b }", "fn a() { b.unwrap() as i32 }", 0, 2);
	MARKS("fn a() { b }", "fn a() { b.expect(\"unsafe as todo!()\") }", 0, 1);
	MARKS("use a::b;", "use a::b as c;", 0, 0);
	MARKS("fn a() { b() }", "fn a() { <i32 as T>::b() }", 0, 0);
	MARKS("struct S { x: i32 }", "#[allow(dead_code)]\npub struct S { pub x: &'static str }", 0, 4);
	MARKS("pub fn a(x: i32) {}", "pub fn a(x: u32) {}", 0, 1);
	MARKS("fn a(x: i32) {}", "fn a(x: u32) {}", 0, 0);
	MARKS("fn a() { unsafe { b } }", "fn a() { b }", 0, 0);
	MARKS("fn a() { b }", "fn a() { std::process::exit(0) }", 0, 1);
}

TEST(broken_input)
{
	static const char *const bad[] = { "", "}", "{", "fn", "#[test]", "\"", "/*", "mod m {", "// don't change", "impl", "'", "\xff\xfe", "#[cfg(test)] mod" };

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		for (size_t k = 0; k < ARRAY_SIZE(bad); k++) {
			struct sbuf why = SBUF_INIT;
			int s, r;

			census_guard(bad[i], strlen(bad[i]), bad[k], strlen(bad[k]), 0, &why);
			census_marks(bad[i], strlen(bad[i]), bad[k], strlen(bad[k]), &s, &r);
			CHECK(s >= 0 && r >= 0);
			sbuf_release(&why);
		}
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		FINE(bad[i], bad[i]);
}
