#include "test.h"

#include "learn/harness.h"
#include "rust/lexer.h"

#define NONCE "abcdef0123456789"

static int build(const char *text, const char *tests, struct harness *h, struct sbuf *err)
{
	return harness_tests(text, strlen(text), tests, h, err);
}

static int lines_of(const char *s)
{
	int n = 1;

	for (; *s; s++)
		n += *s == '\n';
	return n;
}

TEST(main_is_renamed_in_place)
{
	static const char learner[] =
		"#![allow(unused)]\nconst S: &str = \"fn main() {}\"; /* fn main() */\nmod m { fn main() {} fn x() { main(); } }\n"
		"fn f(n: u8) { if n > 0 { main(); crate::main(); self.main(); other::main(); } }\npub fn main() {}";
	static const char want[] =
		"#![allow(unused)]\nconst S: &str = \"fn main() {}\"; /* fn main() */\nmod m { fn main() {} fn x() { main(); } }\n"
		"fn f(n: u8) { if n > 0 { mai_(); crate::mai_(); self.main(); other::main(); } }\npub fn mai_() {}";
	struct harness h;

	CHECK_INT(build(learner, "#[test]\nfn t() {}\n", &h, NULL), 0);
	CHECK(starts_with(h.files[0].text, want));
	CHECK(ends_with(h.files[0].text, "\n#[path = \"tests.rs\"]\nmod tutor_tests;\nfn main() {\n    tutor_tests::tutor_run::main()\n}\n"));
	CHECK_STR(h.files[0].name, "main.rs");
	CHECK_STR(h.files[1].name, "tests.rs");
	CHECK(!h.test_flag);
	harness_release(&h);
}

TEST(names_do_not_clash)
{
	struct harness h;

	CHECK_INT(build("mod tutor_tests {} fn mai_() {} fn main() {}\n", "use super::*;\nfn tutor_run() {}\n#[test]\nfn t() {}\n", &h, NULL), 0);
	CHECK(strstr(h.files[0].text, "mod tutor_tests_;") && strstr(h.files[0].text, "tutor_tests_::tutor_run_::main()"));
	CHECK(strstr(h.files[0].text, "fn mai_() {}") && strstr(h.files[0].text, "fn maa_() {}"));
	CHECK(strstr(h.files[1].text, "pub mod tutor_run_ {"));
	harness_release(&h);
}

TEST(tests_are_found_and_keep_their_lines)
{
	static const char tests[] =
		"use super::*;\n// #[test] fn no() {}\nconst T: &str = r#\"#[test] fn no2() {}\"#;\n"
		"#[test]\nfn one() {}\n#[should_panic(expected = \"a \\\" b\")]\n#[test]\nfn two() {}\n"
		"#[test] #[ignore] #[should_panic] fn three() {}\n#[cfg(test)]\nmod deep {\n    #[test]\n    fn four() -> Result<(), ()> { Ok(()) }\n}\n";
	struct harness h;

	CHECK_INT(build("", tests, &h, NULL), 0);
	CHECK_INT(h.tests.n, 4);
	CHECK_STR(h.tests.v[0], "one");
	CHECK_STR(h.tests.v[3], "deep::four");
	CHECK(strstr(h.files[1].text, "run.one(\"one\", None, || Got(super::one()).outcome());"));
	CHECK(strstr(h.files[1].text, "run.one(\"two\", Some(Some(\"a \\\" b\")), || Got(super::two()).outcome());"));
	CHECK(strstr(h.files[1].text, "run.one(\"three\", Some(None), "));
	CHECK(strstr(h.files[1].text, "\npub mod deep {\n           \n    pub fn four()"));
	CHECK(strstr(h.files[1].text, "// #[test] fn no() {}\nconst T: &str = r#\"#[test] fn no2() {}\"#;\n       \nfn one() {}\n"));
	/* Nothing moved: the runner begins where the text ended. */
	*strstr(h.files[1].text, "\npub mod tutor_run") = '\0';
	CHECK_INT(lines_of(h.files[1].text), lines_of(tests));
	harness_release(&h);
}

TEST(the_runner_is_whole_rust)
{
	struct harness h;
	struct tokens t = TOKENS_INIT;

	CHECK_INT(build("fn main() {}", "#[test]\nfn t() {}\n", &h, NULL), 0);
	for (size_t f = 0; f < 2; f++) {
		lex(h.files[f].text, h.files[f].len, &t);
		for (size_t i = 0; i < t.n; i++) {
			CHECK(!t.v[i].unterminated);
			if (t.v[i].kind == TOKEN_OPEN)
				CHECK(token_match(h.files[f].text, &t, i) < t.n);
		}
		tokens_release(&t);
	}
	harness_release(&h);
}

TEST(refusals)
{
	struct sbuf err = SBUF_INIT;
	struct harness h;

	CHECK_INT(build("fn a() {}", "fn no_test() {}\n", &h, &err), -1);
	CHECK_STR(err.buf, "tests.rs holds no test.");
	sbuf_reset(&err);
	CHECK_INT(build("fn a() {}", "#[cfg(windows)]\n#[test]\nfn w() {}\n", &h, &err), -1);
	CHECK(strstr(err.buf, "`w`"));
	sbuf_reset(&err);
	CHECK_INT(build("\n\nmacro_rules! assert_eq { () => {} }", "#[test]\nfn t() { assert_eq!(1, 2); }\n", &h, &err), HARNESS_TAMPERED);
	CHECK(strstr(err.buf, "Line 3: a macro named `assert_eq`"));
	CHECK_INT(build("macro_rules! r#assert_eq { () => {} }", "#[test]\nfn t() { assert_eq!(1, 2); }\n", &h, NULL), HARNESS_TAMPERED);
	CHECK_INT(build("macro_rules! assert_eq { () => {} }", "#[test]\nfn t() { assert!(true); }\n", &h, NULL), 0);
	harness_release(&h);
	sbuf_reset(&err);
	CHECK_INT(build("\n#[unsafe(link_section = \".init_array\")]\n", "#[test]\nfn t() {}\n", &h, &err), HARNESS_TAMPERED);
	CHECK(starts_with(err.buf, "Line 2: `link_section`"));
	CHECK_INT(build("extern /* */ crate self as std;", "#[test]\nfn t() {}\n", &h, NULL), HARNESS_TAMPERED);
	CHECK_INT(build("extern crate alloc; // no_main", "#[test]\nfn t() {}\n", &h, NULL), 0);
	harness_release(&h);
	CHECK_INT(build("#[unsafe(no_mangle)] extern \"C\" fn a() {}", "#[test]\nfn no_mangle() {}\n", &h, NULL), 0);
	harness_release(&h);
	CHECK_INT(harness_tests("a\0b", 3, "#[test]\nfn t() {}\n", &h, NULL), -1);
	CHECK_INT(harness_tests("\xff", 1, "#[test]\nfn t() {}\n", &h, NULL), -1);
	sbuf_reset(&err);
	CHECK_INT(harness_probe("", 0, "fn probe() {}\n", &h, &err), -1);
	CHECK_STR(err.buf, "probe.rs has no `pub fn probe()`.");
	sbuf_release(&err);
}

TEST(probes_and_diagnostics)
{
	static const char learner[] = "fn main() {} // end";
	struct harness h;

	CHECK_INT(harness_probe(learner, strlen(learner), "pub fn probe() {}\n", &h, NULL), 0);
	CHECK_STR(h.files[0].text, "fn mai_() {} // end\n#[path = \"probe.rs\"]\nmod tutor_probe;\nfn main() {\n    tutor_probe::probe()\n}\n");
	CHECK_STR(h.files[1].text, "pub fn probe() {}\n");
	harness_release(&h);
	CHECK_INT(harness_diagnostics(learner, strlen(learner), EXERCISE_TESTS, "#[test]\nfn t() {}\n", &h, NULL), 0);
	CHECK_STR(h.files[0].text, "fn main() {} // end\n#[path = \"tests.rs\"]\nmod tutor_tests;\n");
	CHECK_STR(h.files[1].text, "#[test]\nfn t() {}\n");
	CHECK(h.test_flag);
	harness_release(&h);
	CHECK_INT(harness_diagnostics(learner, strlen(learner), EXERCISE_PROBE, "pub fn probe() {}\n", &h, NULL), 0);
	CHECK_STR(h.files[0].text, "fn main() {} // end\n#[path = \"probe.rs\"]\nmod tutor_probe;\n#[test]\nfn tutor_probe_runs() {\n    tutor_probe::probe()\n}\n");
	harness_release(&h);
	CHECK_INT(harness_diagnostics(learner, strlen(learner), EXERCISE_CASES, NULL, &h, NULL), 0);
	CHECK(h.n_files == 1 && !h.test_flag);
	CHECK_STR(h.files[0].text, learner);
	harness_release(&h);
}

/* --- reading ---------------------------------------------------------------------------------------- */

static struct strv *names(void)
{
	static struct strv v;

	if (!v.n) {
		strv_push(&v, "a");
		strv_push(&v, "b");
		strv_push(&v, "c");
	}
	return &v;
}

static void read_run(const char *out, size_t len, struct harness_run *r)
{
	harness_read(NONCE, out, len, names(), r);
}

static const char whole[] =
	"\n" NONCE " start a\nhello\nhalf\n" NONCE " ok a\n"
	"\n" NONCE " start b\n\n" NONCE " panic {\"thread\":\"b\",\"file\":\"tests.rs\",\"line\":7,\"col\":5,\"message\":\"left\\nright\"}\nmore\n"
	NONCE " fail b \"left\\nright\"\n"
	"\n" NONCE " start c\n\n" NONCE " ok c\n\n" NONCE " done\n";

TEST(a_whole_run)
{
	struct harness_run r;

	read_run(whole, strlen(whole), &r);
	CHECK(r.n == 3 && r.passed == 2 && r.done && !r.forged && !harness_passed(&r));
	CHECK_STR(r.tests[0].output, "hello\nhalf");
	CHECK_INT(r.tests[0].state, TEST_PASSED);
	CHECK_INT(r.tests[1].state, TEST_FAILED);
	CHECK_STR(r.tests[1].message, "left\nright");
	CHECK_STR(r.tests[1].file, "tests.rs");
	CHECK(r.tests[1].line == 7 && r.tests[1].col == 5);
	CHECK_STR(r.tests[1].output, "more");
	CHECK_STR(r.tests[2].output, "");
	CHECK_STR(harness_state_name(r.tests[1].state), "failed");
	harness_run_release(&r);
}

TEST(cut_anywhere_never_passes)
{
	for (size_t len = 0; len < strlen(whole); len++) {
		struct harness_run r;

		read_run(whole, len, &r);
		CHECK(!r.done && !r.forged && !harness_passed(&r));
		harness_run_release(&r);
	}
}

static void expect(const char *out, enum harness_state a, enum harness_state b, bool forged)
{
	struct harness_run r;

	read_run(out, strlen(out), &r);
	CHECK_INT(r.tests[0].state, a);
	CHECK_INT(r.tests[1].state, b);
	CHECK_INT(r.forged, forged);
	CHECK(!harness_passed(&r));
	harness_run_release(&r);
}

TEST(forgeries)
{
	expect("test a ... ok\ntest result: ok. 3 passed\n", TEST_NOT_RUN, TEST_NOT_RUN, false);
	expect("\nabcdef0123456780 start a\n\nabcdef0123456780 ok a\n", TEST_NOT_RUN, TEST_NOT_RUN, false);
	expect(" " NONCE " start a\n", TEST_NOT_RUN, TEST_NOT_RUN, false);
	expect(NONCE "start a\n", TEST_NOT_RUN, TEST_NOT_RUN, false);
	expect("\n" NONCE " ok a\n", TEST_NOT_RUN, TEST_NOT_RUN, true);
	expect("\n" NONCE " start a\n\n" NONCE " ok b\n", TEST_DIED, TEST_NOT_RUN, true);
	expect("\n" NONCE " start a\n\n" NONCE " start b\n", TEST_DIED, TEST_NOT_RUN, true);
	expect("\n" NONCE " start a\n\n" NONCE " ok a\n\n" NONCE " start a\n", TEST_PASSED, TEST_NOT_RUN, true);
	expect("\n" NONCE " start nobody\n", TEST_NOT_RUN, TEST_NOT_RUN, true);
	expect("\n" NONCE " what is this\n", TEST_NOT_RUN, TEST_NOT_RUN, true);
	expect("\n" NONCE " start a\n\n" NONCE " done\n", TEST_DIED, TEST_NOT_RUN, true);
	expect("\n" NONCE " done\n\n" NONCE " start a\n", TEST_NOT_RUN, TEST_NOT_RUN, true);
	expect("\n" NONCE " panic {broken\n\n" NONCE " start a\n\n" NONCE " fail a broken\n", TEST_FAILED, TEST_NOT_RUN, false);
}

TEST(exit_in_a_test_is_no_pass)
{
	expect("\n" NONCE " start a\n\n" NONCE " ok a\n\n" NONCE " start b\nbye\n", TEST_PASSED, TEST_DIED, false);
}

TEST(all_passed)
{
	static const char out[] = "\n" NONCE " start a\n\n" NONCE " panic {\"thread\":\"a\",\"message\":\"wanted\"}\n\n" NONCE " ok a\n"
				  "\n" NONCE " start b\n\n" NONCE " ok b\n\n" NONCE " start c\n\n" NONCE " ok c\n\n" NONCE " done\n";
	struct harness_run r;

	read_run(out, strlen(out), &r);
	CHECK(harness_passed(&r) && !r.tests[0].message);
	harness_run_release(&r);
	harness_read("short", out, strlen(out), names(), &r);
	CHECK(!harness_passed(&r) && r.tests[0].state == TEST_NOT_RUN);
	harness_run_release(&r);
}

TEST(floods_are_cut)
{
	struct sbuf out = SBUF_INIT;
	struct harness_run r;

	sbuf_addstr(&out, "\n" NONCE " start a\n");
	sbuf_addchars(&out, 'x', 300000);
	sbuf_addstr(&out, "\n" NONCE " ok a\n");
	read_run(out.buf, out.len, &r);
	CHECK(r.tests[0].state == TEST_PASSED && r.tests[0].output_cut && r.tests[0].output_len == HARNESS_OUTPUT_MAX);
	harness_run_release(&r);
	sbuf_release(&out);
}

TEST(nonces)
{
	CHECK(harness_nonce_ok(NONCE));
	CHECK(!harness_nonce_ok("short"));
	CHECK(!harness_nonce_ok("abcdef 0123456789"));
	CHECK(!harness_nonce_ok("abcdef\n0123456789"));
}

/* --- words, order, outputs, predictions ------------------------------------------------------------- */

static bool has(const char *text, const char *word)
{
	return harness_has_word(text, strlen(text), word, NULL);
}

TEST(words_are_tokens)
{
	int line = 0;

	CHECK(has("let a = b.clone();", "clone"));
	CHECK(!has("// clone\n/* clone */ \"clone\" cloned r#\"clone\"#", "clone"));
	CHECK(has("vec ! [1]", "vec!") && !has("vec(1)", "vec!"));
	CHECK(has("x.iter()", ".iter") && !has("iter()", ".iter"));
	CHECK(has("fn a() -> u8", "->") && !has("a - > b", "->"));
	CHECK(has("a & b", "&") && !has("a && b", "&") && has("a && b", "&&") && !has("x &= 1", "&"));
	CHECK(has("f()?", "?") && has("'static", "'static") && !has("static", "'static"));
	CHECK(!has("anything", ""));
	CHECK(harness_has_word("a\nb\nunsafe {}", 13, "unsafe", &line));
	CHECK(harness_has_word("x.r#clone()", 11, "clone", NULL));
	CHECK(!harness_has_word("r#\"clone\"#", 10, "clone", NULL));
	CHECK_INT(line, 3);
}

TEST(forbidden_and_needed_words)
{
	struct exercise e = { 0 };
	struct sbuf err = SBUF_INIT;
	int line;

	strv_push(&e.forbid, "clone");
	strv_push(&e.must_use, "match");
	CHECK_INT(harness_words(&e, "match x {}", 10, &line, &err), 0);
	CHECK_INT(harness_words(&e, "match x {}\nx.clone()", 20, &line, &err), -1);
	CHECK_INT(line, 2);
	CHECK(strstr(err.buf, "Line 2 uses `clone`"));
	sbuf_reset(&err);
	CHECK_INT(harness_words(&e, "if x {} // match", 16, &line, &err), -1);
	CHECK(line == 0 && strstr(err.buf, "`match`"));
	sbuf_release(&err);
	exercise_release(&e);
}

static int order(const char *text, int *line)
{
	return harness_order("fn a() {\n    one();\n    two();\n    one();\n}\n", text, strlen(text), line, NULL);
}

TEST(only_whole_lines_may_move)
{
	int line;

	CHECK_INT(order("fn a() {\none();\n\n\tone();\n  two();\n}", &line), 0);
	CHECK_INT(order("fn a() {\n    one();\n    two();\n}\n", &line), -1);
	CHECK_INT(line, 0);
	CHECK_INT(order("fn a() {\n    one();\n    two();\n    one();\n    one();\n}\n", &line), -1);
	CHECK_INT(line, 5);
	CHECK_INT(order("fn a() {\n    three();\n    two();\n    one();\n    one();\n}\n", &line), -1);
	CHECK_INT(line, 2);
	CHECK_INT(order("", &line), -1);
}

static bool same(const char *a, const char *b)
{
	return output_equal(a, strlen(a), b, strlen(b));
}

TEST(outputs_without_trailing_space)
{
	struct sbuf d = SBUF_INIT;

	CHECK(same("a\nb\n", "a  \r\nb\n\n\n"));
	CHECK(same("", "\n"));
	CHECK(!same("a\n\nb", "a\nb"));
	CHECK(!same(" a", "a"));
	CHECK(!same("a", "a\nb"));
	CHECK(!output_equal("a\0b", 3, "a\0c", 3));
	output_difference("a\nb\n", 4, "a\nc\n", 4, &d);
	CHECK_STR(d.buf, "Line 2 of the output should be `b`, but it is `c`.");
	sbuf_reset(&d);
	output_difference("a\nb\n", 4, "a\n", 2, &d);
	CHECK_STR(d.buf, "Line 2 of the output should be `b`, but it is the end.");
	sbuf_reset(&d);
	output_difference("a", 1, "a\n\n", 3, &d);
	CHECK_STR(d.buf, "");
	sbuf_release(&d);
}

static bool compiler(const char *solution, const char *given, const char *words)
{
	struct sbuf why = SBUF_INIT;
	bool right = predict_mark(KIND_PREDICT_COMPILER, solution, given, &why);

	CHECK(words ? strstr(why.buf, words) != NULL : !why.len);
	sbuf_release(&why);
	return right;
}

TEST(predictions)
{
	struct sbuf why = SBUF_INIT;

	CHECK(compiler("E0382 7\n", "e0382, line 7", NULL));
	CHECK(compiler("E0382 7\n", "error[E0382] at line 7", NULL));
	CHECK(compiler("E0382 7\n", "7 E0382", NULL));
	CHECK(compiler("compiles\n", " Compiles ", NULL));
	CHECK(!compiler("E0382 7\n", "E0382 6", "another line"));
	CHECK(!compiler("E0382 7\n", "E0382", "say the line"));
	CHECK(!compiler("E0382 7\n", "E0505 7", "another code"));
	CHECK(!compiler("E0382 7\n", "compiles", "does not compile"));
	CHECK(!compiler("compiles\n", "E0382 7", "not what the compiler says"));
	/* A wrong form of an answer must not tell whether the program compiles. */
	CHECK(!compiler("E0382 7\n", "does not compile", "Answer `compiles`"));
	CHECK(!compiler("compiles\n", "no", "Answer `compiles`"));
	CHECK(!compiler("compiles\n", "  ", "Answer `compiles`"));
	CHECK(predict_mark(KIND_PREDICT_OUTPUT, "1\n2\n", "1 \n2", &why));
	CHECK(!predict_mark(KIND_PREDICT_OUTPUT, "1\n2\n", "1", &why));
	CHECK(strstr(why.buf, "from line 2 on") != NULL);
	sbuf_release(&why);
}
