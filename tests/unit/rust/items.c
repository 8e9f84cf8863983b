#include "rust/lexer.h"

#include "test.h"

static const char *const kind_names[] = {
	"fn",  "struct", "enum",  "union",  "trait", "impl",
	"mod", "use",	 "const", "static", "type",  "macro",
};

/* One line an item: parent, kind, name, flags. */
static void show(const char *code, struct sbuf *out)
{
	struct items it = ITEMS_INIT;

	items_scan(code, strlen(code), &it);
	for (size_t i = 0; i < it.n; i++)
		sbuf_addf(out, "%d %s %s%s%s%s%s%s%s\n", it.v[i].parent, kind_names[it.v[i].kind],
			  it.v[i].name, it.v[i].is_pub ? " pub" : "",
			  it.v[i].is_async ? " async" : "", it.v[i].is_unsafe ? " unsafe" : "",
			  it.v[i].is_test ? " #test" : "", it.v[i].cfg_test ? " #cfg" : "",
			  it.v[i].body ? " {}" : "");
	items_release(&it);
}

static void check_items(int line, const char *code, const char *want)
{
	struct sbuf got = SBUF_INIT;

	show(code, &got);
	test_check_str(__FILE__, line, got.buf, want);
	sbuf_release(&got);
}
#define ITEMS(code, want) check_items(__LINE__, code, want)

TEST(kinds)
{
	ITEMS("use std::{fmt, io};\npub struct A;\nstruct B(i32);\nstruct C<T> where T: Copy, { x: "
	      "T }\n"
	      "enum E { A, B { x: i32 } }\nunion U { a: u8 }\nconst N: [i32; 2] = [1, 2];\nstatic "
	      "mut M: i32 = 1;\n"
	      "type T = i32;\nmacro_rules! m { () => { fn no() {} } }\nthread_local! { static X: "
	      "i32 = 1; }\nfn main() {}",
	      "-1 use std::{fmt, io}\n-1 struct A pub\n-1 struct B\n-1 struct C {}\n-1 enum E "
	      "{}\n-1 union U {}\n"
	      "-1 const N\n-1 static M\n-1 type T\n-1 macro m {}\n-1 fn main {}\n");
}

TEST(nested)
{
	ITEMS("mod a { pub mod b { fn c() { fn inner() {} } } trait T { const X: i32; fn d(&self); "
	      "fn e() {} } }\n"
	      "impl<T: Copy>  a::T for // why\n Vec<T> { fn f() {} type O = (); }\nfn g() {}",
	      "-1 mod a {}\n0 mod b pub {}\n1 fn c {}\n0 trait T {}\n3 const X\n3 fn d\n3 fn e {}\n"
	      "-1 impl impl<T: Copy> a::T for Vec<T> {}\n7 fn f {}\n7 type O\n-1 fn g {}\n");
}

TEST(qualifiers)
{
	ITEMS("pub(crate) async unsafe fn a() {}\nconst fn b() {}\nextern \"C\" fn c() {}\nextern "
	      "\"C\" { fn d(); }\n"
	      "unsafe impl Send for X {}\npub const unsafe extern \"C\" fn e() {}\nextern crate "
	      "f;\nfn g() -> [u8; { 1 }] where X<{ 2 }>: Y {}",
	      "-1 fn a pub async unsafe {}\n-1 fn b {}\n-1 fn c {}\n-1 impl impl Send for X unsafe "
	      "{}\n"
	      "-1 fn e pub unsafe {}\n-1 fn g {}\n");
}

TEST(tests_and_attributes)
{
	ITEMS("#![allow(x)]\n#[cfg(test)]\nmod tests { use super::*; #[test]\n #[should_panic] fn "
	      "t() {} fn h() {} }\n"
	      "#[cfg(not(test))] fn a() {}\n#[cfg(feature = \"test\")] fn b() {}\n#[tokio::test] "
	      "async fn c() {}",
	      "-1 mod tests #cfg {}\n0 use super::* #cfg\n0 fn t #test #cfg {}\n0 fn h #cfg {}\n-1 "
	      "fn a {}\n"
	      "-1 fn b {}\n-1 fn c async #test {}\n");
}

TEST(ranges)
{
	const char *code =
		"//! top\n\n/// doc\n#[a]\n#[b]\npub fn f() { 1 } // after\n/// next\nstruct S;";
	struct items it = ITEMS_INIT;

	items_scan(code, strlen(code), &it);
	CHECK_INT(it.n, 2);
	CHECK(starts_with(code + it.v[0].start, "/// doc"));
	CHECK(starts_with(code + it.v[0].end, " // after"));
	CHECK(starts_with(code + it.v[0].body, " 1 }"));
	CHECK_INT(it.v[0].body_end - it.v[0].body, 3);
	CHECK_INT(it.v[0].line, 6);
	CHECK_STR(it.v[0].attrs, "#[a]\n#[b]");
	CHECK(starts_with(code + it.v[1].start, "/// next"));
	CHECK_INT(it.v[1].end, strlen(code));
	CHECK(!it.v[1].attrs);
	items_release(&it);
}

TEST(broken_code)
{
	ITEMS("fn", "-1 fn \n");
	ITEMS("mod a { fn b() { ", "-1 mod a {}\n0 fn b {}\n");
	ITEMS("fn f( { } struct S;", "-1 fn f {}\n-1 struct S\n");
	ITEMS("} ) fn g() {} #[", "-1 fn g {}\n");
	ITEMS("impl { use } fn h() {}", "-1 impl impl {}\n0 use \n-1 fn h {}\n");
	ITEMS("", "");
}
