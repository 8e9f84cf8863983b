#include "test.h"

#include "rust/needs.h"

static char *show(const struct needs *n)
{
	static const char *const shapes[] = { "?", "int", "float", "bool", "char", "str", "String", "slice", "Vec", "Option", "Result", "tuple", "other" };
	struct sbuf s = SBUF_INIT;

	for (size_t i = 0; i < n->n; i++) {
		const struct need *d = &n->v[i];

		sbuf_addf(&s, "%s%s%s%s%s(", d->fixed ? "trait " : "", d->owner ? d->owner : "", d->owner ? "." : "", d->name,
			  d->self ? " self" : "");
		for (size_t k = 0; k < d->n_args && k < NEEDS_ARGS; k++)
			sbuf_addf(&s, "%s%s", k ? "," : "", shapes[d->args[k]]);
		sbuf_addf(&s, ")%s\n", shapes[d->ret]);
	}
	sbuf_addstr(&s, "types:");
	for (size_t i = 0; i < n->types.n; i++)
		sbuf_addf(&s, " %s", n->types.v[i]);
	return sbuf_detach(&s, NULL);
}

static void check_tests(const char *text, enum needs_place place, const char *want)
{
	struct needs n = NEEDS_INIT;
	char *got;

	needs_of_tests(text, strlen(text), &n);
	got = show(&n);
	CHECK_STR(got, want);
	CHECK_INT(n.place, place);
	free(got);
	needs_release(&n);
}

static void check_code(const char *text, const char *want)
{
	struct needs n = NEEDS_INIT;
	char *got;

	needs_of_code(text, strlen(text), &n);
	got = show(&n);
	CHECK_STR(got, want);
	free(got);
	needs_release(&n);
}

TEST(calls_of_tests)
{
	check_tests("use super::*;\n#[test] fn a() { assert_eq!(to_roman(4), \"IV\"); assert!(is_even(2)); assert!(!is_even(3)); }", NEEDS_CHILD,
		    "to_roman(int)str\nis_even(int)bool\ntypes:");
	check_tests("use words::*;\n#[test] fn a() { assert_eq!(words::count(&[1.5], 'x', true), Some(2)); assert!(find(\"a\").is_none()); }",
		    NEEDS_BESIDE, "count(slice,char,bool)Option\nfind(str)Option\n.is_none self()?\ntypes:");
	check_tests("#[cfg(test)] mod t { use super::*; fn own(x: i32) -> i32 { x }\n#[test] fn a() { let f = |x| x; f(1); own(parse(\"x\".to_string()).unwrap_err()); } }",
		    NEEDS_INSIDE, "parse(String)Result\n.to_string self()?\n.unwrap_err self()?\ntypes:");
	check_tests("#[test] fn a() { twice(vec![1]); panic!(\"no\"); }", NEEDS_BARE, "twice(Vec)?\ntypes:");
}

TEST(types_of_tests)
{
	check_tests("use super::*; use std::collections::HashMap;\n#[test] fn a() { let mut s: Stack<i32> = Stack::new(); s.push(1); "
		    "let m: HashMap<i32, i32> = HashMap::new(); m.len(); assert_eq!(Shape::Circle(1.0), other().shape()); }",
		    NEEDS_CHILD, "Stack.new()?\nStack.push self(int)?\n.len self()?\nother()?\n.shape self()?\ntypes: Stack Shape");
}

TEST(names_of_crate_and_program)
{
	struct needs n = NEEDS_INIT;
	const char *text = "use my_crate::x; #[test] fn a() { run(env!(\"CARGO_BIN_EXE_wc-tool\")); }";

	needs_of_tests(text, strlen(text), &n);
	CHECK_STR(n.crate, "my_crate");
	CHECK_STR(n.program, "wc-tool");
	needs_release(&n);
}

TEST(offers_of_code)
{
	check_code("pub fn f<T: Fn(i32, i32)>(a: &str, b: HashMap<String, u8>, c: &mut [u8]) -> Option<String> { }\nfn main() {}\n"
		   "struct P; impl<T> P { fn new() -> Self { P } fn add(&mut self, n: f64) -> (i32, i32) {} }\n"
		   "impl std::fmt::Display for P { fn fmt(&self, f: &mut F) -> R {} }\n#[cfg(test)] mod t { fn g() {} }",
		   "f(str,other,slice)Option\nP.new()?\nP.add self(float)tuple\ntrait P.fmt self(other)?\ntypes: P");
}

TEST(fits)
{
	struct need want = { .name = (char *)"put", .n_args = 1, .args = { SHAPE_STR } };
	struct need same = { .name = (char *)"put", .n_args = 1, .args = { SHAPE_STR } };
	struct need like = { .name = (char *)"insert", .n_args = 1, .args = { SHAPE_STR } };
	struct need other = { .name = (char *)"zebra", .n_args = 1, .args = { SHAPE_STR } };
	struct need wrong = { .name = (char *)"put", .n_args = 1, .args = { SHAPE_INT } };
	struct need more = { .name = (char *)"put", .n_args = 2 };

	CHECK(needs_fit(&want, &same) > needs_fit(&want, &like));
	CHECK(needs_fit(&want, &like) > needs_fit(&want, &other));
	CHECK(needs_fit(&want, &other) >= 0);
	CHECK(needs_fit(&want, &wrong) < 0);
	CHECK(needs_fit(&want, &more) < 0);
	like.fixed = true;
	CHECK(needs_fit(&want, &like) < 0);
}

TEST(likeness)
{
	CHECK(needs_alike("count_words", "word_count") == 1);
	CHECK(needs_alike("LruCache", "Lru") == 0.5);
	CHECK(needs_alike("alpha", "beta") == 0);
	CHECK(needs_alike("", "beta") == 0);
}

TEST(broken_code)
{
	static const char *const texts[] = { "fn", "f(", "f(((", "use", "let x: ", "impl<", "impl<T for", "x.f(", "a::b(", "assert_eq!(f(1),", "&", "" };

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		struct needs n = NEEDS_INIT;

		needs_of_tests(texts[i], strlen(texts[i]), &n);
		needs_of_code(texts[i], strlen(texts[i]), &n);
		needs_release(&n);
	}
}
