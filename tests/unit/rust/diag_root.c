#include "rust/diag.h"

#include "base/file.h"
#include "test.h"

/*
 * Roots as "code:line", each followed by its consequences in brackets; the one to begin with has
 * a star.
 */
static void show(struct diags *d, struct sbuf *out)
{
	const struct diag *first;

	diags_find_roots(d);
	first = diags_root(d);
	for (size_t i = 0; i < d->n; i++) {
		if (!d->v[i].root)
			continue;
		sbuf_addf(out, "%s%s%s:%u", out->len ? " " : "", &d->v[i] == first ? "*" : "",
			  d->v[i].code ? d->v[i].code : "-", diag_primary(&d->v[i])->line);
		for (size_t k = 0; k < d->n; k++)
			if (d->v[k].root_of == (int)i)
				sbuf_addf(out, "(%s:%u)", d->v[k].code ? d->v[k].code : "-",
					  diag_primary(&d->v[k])->line);
	}
}

static void check_roots(int line, const char *name, const char *want)
{
	char *path = xstrfmt("tests/golden/diag/%s.json", name);
	struct diags d = DIAGS_INIT;
	struct sbuf text = SBUF_INIT, got = SBUF_INIT;

	CHECK(!file_read(path, 1 << 20, &text, NULL));
	diags_parse(text.buf, text.len, &d);
	show(&d, &got);
	test_check_str(__FILE__, line, got.buf, want);
	diags_release(&d);
	sbuf_release(&text);
	sbuf_release(&got);
	free(path);
}
#define ROOTS(name, want) check_roots(__LINE__, name, want)

TEST(one_missing_name_is_one_error)
{
	ROOTS("E0425-names", "*E0425:3(E0425:4) E0425:5");
	ROOTS("E0433-crate", "*E0432:1(E0433:4)");
	ROOTS("E0432-import", "*E0432:1 E0432:2");
	ROOTS("E0599-method", "*E0599:7(E0599:8) E0599:9");
}

TEST(phases_before_lines)
{
	ROOTS("syntax-equals", "*-:6 E0308:3");
	ROOTS("macro-unknown", "*-:3 -:2");
	ROOTS("E0616-private", "*E0603:16 E0616:15");
	ROOTS("many-functions", "*E0308:11 E0308:14 E0308:20 E0308:27 E0596:8");
	ROOTS("async-main", "*E0728:6 E0308:7");
}

TEST(consequences)
{
	ROOTS("E0046-items", "*E0407:9(E0046:8)");
	ROOTS("E0384-twice", "*E0384:4(E0384:6)");
	ROOTS("E0038-dyn", "*E0038:5(E0038:6)(E0038:10)(E0038:10)");
	ROOTS("E0107-generics", "*E0107:5 E0107:10(E0658:10)(E0277:10)(E0308:10) E0599:11");
	ROOTS("macro-format", "*-:3 -:4 -:5");
	ROOTS("syntax-fn", "*-:1 -:5");
}

/* Of the warnings, those about unused things follow from the error. */
TEST(unused_warnings_follow)
{
	ROOTS("warnings-unused", "*E0308:8(unused_imports:1)");
}

static void check_built(int line, const char *lines, const char *want)
{
	struct diags d = DIAGS_INIT;
	struct sbuf json = SBUF_INIT, got = SBUF_INIT;
	struct strv v = STRV_INIT;

	/* Each line: code or -, line, column, message. */
	strv_split(&v, lines, '\n');
	for (size_t i = 0; i < v.n; i++) {
		char code[32];
		int at, col, used = 0;

		if (sscanf(v.v[i], "%31s %d %d %n", code, &at, &col, &used) != 3)
			continue;
		sbuf_addf(&json,
			  "{\"level\":\"error\",\"message\":\"%s\",\"code\":{\"code\":%s%s%s},"
			  "\"rendered\":\"%zu %s\","
			  "\"spans\":[{\"file_name\":\"a.rs\",\"is_primary\":true,\"line_start\":%"
			  "d,\"line_end\":%d,"
			  "\"column_start\":%d,\"column_end\":%d}]}\n",
			  v.v[i] + used, *code == '-' ? "" : "\"", *code == '-' ? "null" : code,
			  *code == '-' ? "" : "\"", i, v.v[i] + used, at, at, col, col + 3);
	}
	diags_parse(json.buf, json.len, &d);
	show(&d, &got);
	test_check_str(__FILE__, line, got.buf, want);
	strv_release(&v);
	sbuf_release(&json);
	sbuf_release(&got);
	diags_release(&d);
}

TEST(rules)
{
	check_built(
		__LINE__,
		"E0282 2 1 type annotations needed\nE0425 9 1 cannot find value `x` in this scope",
		"*E0425:9(E0282:2)");
	check_built(__LINE__, "E0282 2 1 type annotations needed\nE0308 9 1 mismatched types",
		    "*E0282:2 E0308:9");
	check_built(__LINE__,
		    "- 3 1 this file contains an unclosed delimiter\nE0308 1 1 mismatched types",
		    "*-:3(E0308:1)");
	check_built(__LINE__,
		    "E0658 1 1 use of unstable library feature\nE0308 4 1 mismatched types",
		    "E0658:1 *E0308:4");
	check_built(__LINE__,
		    "E0432 1 1 unresolved import `a::Walk`\nE0599 4 1 no method; trait Walk is not "
		    "in scope",
		    "*E0432:1(E0599:4)");
	check_built(__LINE__,
		    "E0412 1 1 cannot find type `P`\nE0599 4 1 no method `x` for `P`\nE0599 5 1 no "
		    "method `x` for `PQ`",
		    "*E0412:1(E0599:4) E0599:5");
	check_built(__LINE__,
		    "E0425 1 5 cannot find value `len`\nE0599 4 1 no method named `len` found",
		    "*E0425:1 E0599:4");
	check_built(__LINE__,
		    "E0382 1 1 use of moved value: `s`\nE0382 9 1 use of moved value: `s`",
		    "*E0382:1 E0382:9");
	check_built(__LINE__,
		    "E0601 9 1 no main\nunconditional_panic 1 1 this will panic\nE0502 4 1 x",
		    "E0601:9 unconditional_panic:1 *E0502:4");
}

TEST(no_errors)
{
	struct diags d = DIAGS_INIT;

	CHECK(!diags_root(&d));
	diags_find_roots(&d);
	CHECK(!diags_root(&d));
	diags_release(&d);
}
