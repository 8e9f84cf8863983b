#include "rust/diag.h"

#include "base/file.h"
#include "test.h"

static void load(const char *name, struct diags *out)
{
	char *path = xstrfmt("tests/golden/diag/%s.json", name);
	struct sbuf text = SBUF_INIT, err = SBUF_INIT;

	if (file_read(path, 1 << 20, &text, &err) < 0)
		printf("%s\n", err.buf);
	diags_parse(text.buf, text.len, out);
	sbuf_release(&text);
	sbuf_release(&err);
	free(path);
}

TEST(fields)
{
	struct diags d = DIAGS_INIT;
	const struct diag_span *s;

	load("E0382-move", &d);
	CHECK_INT(d.n, 1);
	CHECK_INT(d.errors, 1);
	CHECK_INT(d.warnings, 0);
	CHECK_STR(d.v[0].code, "E0382");
	CHECK_STR(d.v[0].message, "borrow of moved value: `name`");
	s = diag_primary(&d.v[0]);
	CHECK_STR(s->file, "E0382-move.rs");
	CHECK_INT(s->line, 4);
	CHECK_INT(s->col, 16);
	CHECK_INT(s->col_end, 20);
	CHECK_INT(s->byte_end - s->byte_start, 4);
	CHECK_STR(s->text, "    println!(\"{name} {other}\");");
	CHECK_INT(s->hl_start, 16);
	CHECK_STR(s->label, "value borrowed here after move");
	CHECK(starts_with(d.v[0].rendered, "error[E0382]: borrow of moved value"));
	CHECK(!d.v[0].explanation);
	diags_release(&d);
}

/* "line:col text" of each label, P primary, c from a child. */
static void show_labels(const struct diag *d, struct sbuf *out)
{
	struct diag_label l[32];
	size_t n = diag_labels(d, l, ARRAY_SIZE(l));

	for (size_t i = 0; i < n; i++)
		sbuf_addf(out, "%u:%u%s%s %s\n", l[i].span->line, l[i].span->col,
			  l[i].primary ? " P" : "", l[i].child ? " c" : "", l[i].text);
}

static void check_labels(int line, const char *name, size_t index, const char *want)
{
	struct diags d = DIAGS_INIT;
	struct sbuf got = SBUF_INIT;

	load(name, &d);
	if (index < d.n)
		show_labels(&d.v[index], &got);
	test_check_str(__FILE__, line, got.buf, want);
	sbuf_release(&got);
	diags_release(&d);
}

TEST(labels_tell_the_story_in_source_order)
{
	check_labels(__LINE__, "E0382-move", 0,
		     "2:9 move occurs because `name` has type `String`, which does not implement "
		     "the `Copy` trait\n"
		     "3:17 value moved here\n4:16 P value borrowed here after move\n");
	check_labels(__LINE__, "E0382-loop", 0,
		     "1:4 c in this function\n1:11 c this parameter takes ownership of the value\n"
		     "6:9 move occurs because `v` has type `Vec<i32>`, which does not implement "
		     "the `Copy` trait\n"
		     "7:5 inside of this loop\n8:28 P value moved here, in previous iteration of "
		     "loop\n");
	check_labels(__LINE__, "E0061-args", 0,
		     "1:4 c function defined here\n"
		     "6:20 P this function takes 2 arguments but 1 argument was supplied\n"
		     "6:24 argument #2 of type `u32` is missing\n");
}

/*
 * A span inside a std macro moves to its call; in an own macro it stays, and the outermost call
 * is added.
 */
TEST(macro_backtraces)
{
	struct diags d = DIAGS_INIT;
	const char *json =
		"{\"message\":\"m\",\"level\":\"error\",\"spans\":[{\"file_name\":\"/rustc/x/std/"
		"macros.rs\","
		"\"line_start\":143,\"column_start\":1,\"is_primary\":true,\"label\":\"here\","
		"\"expansion\":{\"span\":"
		"{\"file_name\":\"a.rs\",\"line_start\":7,\"column_start\":5,\"byte_start\":50,"
		"\"byte_end\":60},"
		"\"macro_decl_name\":\"println!\"}}]}\n"
		"{\"message\":\"n\",\"level\":\"error\",\"spans\":[{\"file_name\":\"a.rs\",\"line_"
		"start\":2,"
		"\"byte_start\":5,\"byte_end\":6,\"is_primary\":true,\"label\":\"there\","
		"\"expansion\":{\"span\":"
		"{\"file_name\":\"a.rs\",\"line_start\":3,\"byte_start\":20,\"byte_end\":24,"
		"\"expansion\":{\"span\":"
		"{\"file_name\":\"a.rs\",\"line_start\":9,\"byte_start\":90,\"byte_end\":99},"
		"\"macro_decl_name\":\"outer!\"}},\"macro_decl_name\":\"inner!\"}}]}\n";

	diags_parse(json, strlen(json), &d);
	CHECK_INT(d.n, 2);
	CHECK_STR(d.v[0].spans[0].file, "a.rs");
	CHECK_INT(d.v[0].spans[0].line, 7);
	CHECK_STR(d.v[0].spans[0].macro_name, "println!");
	CHECK(d.v[0].spans[0].from_expansion);
	CHECK_INT(d.v[0].n_spans, 1);
	CHECK_INT(d.v[1].spans[0].line, 2);
	CHECK(!d.v[1].spans[0].from_expansion);
	CHECK_INT(d.v[1].n_spans, 2);
	CHECK_INT(d.v[1].spans[1].line, 9);
	CHECK_STR(d.v[1].spans[1].label, "in this macro invocation");
	CHECK_STR(d.v[1].spans[1].macro_name, "outer!");
	diags_release(&d);
}

TEST(cargo_lines_and_doubles)
{
	struct diags d = DIAGS_INIT;
	const char *text =
		"   Compiling x v0.1.0\n{\"reason\":\"compiler-artifact\"}\n"
		"{\"reason\":\"compiler-message\",\"message\":{\"message\":\"m\",\"level\":"
		"\"error\",\"code\":{\"code\":"
		"\"E0001\"},\"rendered\":\"error: m\",\"spans\":[],\"children\":[]}}\n"
		"{\"reason\":\"compiler-message\",\"message\":{\"message\":\"m\",\"level\":"
		"\"error\",\"code\":{\"code\":"
		"\"E0001\"},\"rendered\":\"error: m\",\"spans\":[],\"children\":[]}}\n"
		"{\"message\":\"aborting due to 1 previous "
		"error\",\"level\":\"error\",\"spans\":[]}\n"
		"{\"message\":\"2 warnings emitted\",\"level\":\"warning\",\"spans\":[]}\n"
		"{\"message\":\"For more\",\"level\":\"failure-note\",\"spans\":[]}\n";

	diags_parse(text, strlen(text), &d);
	CHECK_INT(d.n, 1);
	CHECK_INT(d.errors, 1);
	CHECK_INT(d.warnings, 0);
	CHECK_STR(d.v[0].code, "E0001");
	diags_release(&d);
}

TEST(hostile_values_are_clamped)
{
	struct diags d = DIAGS_INIT;
	const char *text = "{\"message\":\"m\",\"level\":\"?\",\"spans\":[{\"line_start\":-5,"
			   "\"column_start\":1e300,"
			   "\"byte_start\":9,\"byte_end\":3,\"line_end\":\"x\",\"text\":7,"
			   "\"label\":[]},4,null]}\n"
			   "{\"message\":5,\"level\":\"error\"}\n{\"message\":\"m\"\n{}\n[]\n";
	const struct diag_span *s;

	diags_parse(text, strlen(text), &d);
	CHECK_INT(d.n, 1);
	CHECK_INT(d.v[0].n_spans, 3);
	s = &d.v[0].spans[0];
	CHECK_INT(s->line, 1);
	CHECK_INT(s->byte_end, 9);
	CHECK_STR(s->file, "");
	CHECK(!s->label && !s->text && s->col >= 1 && s->line_end >= s->line);
	diags_release(&d);
}

TEST(too_long_and_too_many)
{
	struct diags d = DIAGS_INIT;
	struct sbuf text = SBUF_INIT;

	sbuf_addstr(&text, "{\"message\":\"");
	sbuf_addchars(&text, 'x', DIAG_MAX_LINE);
	sbuf_addstr(&text, "\",\"level\":\"error\"}\n");
	for (int i = 0; i < DIAG_MAX + 7; i++)
		sbuf_addf(&text, "{\"message\":\"m%d\",\"level\":\"error\"}\n", i);
	diags_parse(text.buf, text.len, &d);
	CHECK_INT(d.n, DIAG_MAX);
	CHECK_INT(d.skipped, 8);
	sbuf_release(&text);
	diags_release(&d);
}

static void check_key(int line, const char *name, int level, const char *want)
{
	struct diags d = DIAGS_INIT;
	struct sbuf got = SBUF_INIT;

	load(name, &d);
	if (d.n)
		diag_key(&d.v[0], level, &got);
	test_check_str(__FILE__, line, got.buf, want);
	sbuf_release(&got);
	diags_release(&d);
}

TEST(keys)
{
	check_key(__LINE__, "E0382-move", 1, "E0382");
	check_key(__LINE__, "E0382-move", 2, "E0382|borrow of moved value: `_`");
	check_key(__LINE__, "E0382-move", 3,
		  "E0382|borrow of moved value: `_`|value borrowed here after move");
	check_key(__LINE__, "E0277-display", 4,
		  "E0277|`_` doesn't implement `std::fmt::Display`|`_` cannot be formatted with "
		  "the default formatter");
	check_key(__LINE__, "E0061-args", 2,
		  "E0061|this function takes # arguments but # argument was supplied");
	check_key(__LINE__, "E0277-index", 4,
		  "E0277|the type `[{integer}]` cannot be indexed by `i32`|slice indices are of "
		  "type `usize` or ranges of `usize`");
	check_key(__LINE__, "syntax-semicolon", 1, "-");
}

TEST(std_names_are_sorted)
{
	struct diag d = { .message = (char *)"`Add AddAssign zip Vec u8 unwrap mine` `'a 'static 3 "
					     "\"x\" &mut self`" };
	struct sbuf got = SBUF_INIT;

	diag_key(&d, 4, &got);
	CHECK_STR(got.buf, "-|`Add AddAssign zip Vec u8 unwrap _` `'_ 'static # _ &mut self`|");
	sbuf_release(&got);
}

TEST(names)
{
	struct diag d = { .message = (char *)"no method `a` found for `Vec<B>` and ` open" };
	struct strv names = STRV_INIT;

	diag_names(&d, &names);
	CHECK_INT(names.n, 2);
	CHECK_STR(names.v[0], "a");
	CHECK_STR(names.v[1], "Vec<B>");
	strv_release(&names);
}

TEST(patterns)
{
	CHECK(diag_matches("use of moved value: _", "use of moved value: `x`"));
	CHECK(diag_matches("`_` doesn't implement `_`", "`P` doesn't implement `Debug`"));
	CHECK(!diag_matches("use of moved value", "use of moved value: `x`"));
	CHECK(diag_matches("_", ""));
	CHECK(diag_matches("a_b", "a_b"));
	CHECK(diag_matches("a_b", "axxb"));
	CHECK(!diag_matches("a_b", "axxc"));
	CHECK(diag_matches("_ x _", "y x x z x "));
	CHECK(!diag_matches("_ x", "y x z"));
	CHECK(diag_matches("Vec<_>", "Vec<i32>"));
	CHECK(!diag_matches("", "x"));
}
