#include "rust/diag.h"

#include "base/file.h"
#include "test.h"

/*
 * Level, code, message, primary line; then the labels in the learner's files with their lines,
 * sorted.
 */
static char *describe(const struct diag *d)
{
	struct strv labels = STRV_INIT;
	struct sbuf b = SBUF_INIT;
	const struct diag_span *p = diag_primary(d);

	sbuf_addf(&b, "%d %s %s @%u\n", (int)d->level, d->code ? d->code : "-", d->message,
		  p ? p->line : 0);
	for (size_t i = 0; i < d->n_spans; i++) {
		const struct diag_span *s = &d->spans[i];

		if (s->label && !diag_foreign_file(s->file))
			strv_pushf(&labels, "  %u-%u %d %s", s->line, s->line_end, s->primary,
				   s->label);
	}
	strv_sort(&labels);
	strv_join(&labels, "\n", &b);
	strv_release(&labels);
	return sbuf_detach(&b, NULL);
}

static void compare_one(const char *name, size_t *same, size_t *all)
{
	char *json = xstrfmt("tests/golden/diag/%s.json", name),
	     *human = xstrfmt("tests/golden/diag/%s.txt", name);
	struct sbuf a = SBUF_INIT, b = SBUF_INIT;
	struct diags x = DIAGS_INIT, y = DIAGS_INIT;

	CHECK(!file_read(json, 1 << 20, &a, NULL) && !file_read(human, 1 << 20, &b, NULL));
	diags_parse(a.buf, a.len, &x);
	diags_parse_human(b.buf, b.len, &y);
	CHECK_INT(y.n, x.n);
	CHECK_INT(y.errors, x.errors);
	for (size_t i = 0; i < x.n; i++) {
		char *want = describe(&x.v[i]),
		     *got = i < y.n ? describe(&y.v[i]) : xstrdup("nothing");

		if (!streq(want, got))
			printf("%s, %zu:\njson  %s\nhuman %s\n", name, i, want, got);
		*same += streq(want, got);
		++*all;
		free(want);
		free(got);
	}
	diags_release(&x);
	diags_release(&y);
	sbuf_release(&a);
	sbuf_release(&b);
	free(json);
	free(human);
}

/* The text says of each program what the JSON says. */
TEST(same_as_the_json)
{
	struct strv names = STRV_INIT;
	size_t same = 0, all = 0, programs = 0;

	CHECK(!file_list("tests/golden/diag", &names, NULL));
	for (size_t i = 0; i < names.n; i++) {
		if (!ends_with(names.v[i], ".json"))
			continue;
		names.v[i][strlen(names.v[i]) - 5] = '\0';
		compare_one(names.v[i], &same, &all);
		programs++;
	}
	CHECK(programs >= 40);
	CHECK(all >= 80);
	CHECK(same * 100 >= all * 95);
	strv_release(&names);
}

static void show(const struct diags *d, struct sbuf *out)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct diag *x = &d->v[i];

		sbuf_addf(out, "%s %s\n", x->code ? x->code : "-", x->message);
		for (size_t k = 0; k < x->n_spans; k++)
			sbuf_addf(out, " %u:%u-%u:%u%s %s\n", x->spans[k].line, x->spans[k].col,
				  x->spans[k].line_end, x->spans[k].col_end,
				  x->spans[k].primary ? " P" : "",
				  x->spans[k].label ? x->spans[k].label : "-");
		for (size_t k = 0; k < x->n_children; k++)
			sbuf_addf(out, " > %s\n", x->children[k].message);
	}
}

static void check_human(int line, const char *text, const char *want)
{
	struct diags d = DIAGS_INIT;
	struct sbuf got = SBUF_INIT;

	diags_parse_human(text, strlen(text), &d);
	show(&d, &got);
	test_check_str(__FILE__, line, got.buf, want);
	sbuf_release(&got);
	diags_release(&d);
}
#define HUMAN(text, want) check_human(__LINE__, text, want)

TEST(colours_and_cargo_around)
{
	HUMAN("   Compiling x v0.1.0 (/x)\n"
	      "\x1b[0m\x1b[1m\x1b[38;5;9merror[E0425]\x1b[0m\x1b[1m: cannot find value `x` in this "
	      "scope\x1b[0m\r\n"
	      "\x1b[0m \x1b[38;5;12m--> \x1b[0msrc/main.rs:2:5\r\n  |\r\n2 |     x;\r\n  |     ^ "
	      "not found in this scope\r\n\r\n"
	      "For more information about this error, try `rustc --explain E0425`.\n"
	      "error: could not compile `x` (bin \"x\") due to 1 previous error\n$ ls\n",
	      "E0425 cannot find value `x` in this scope\n 2:5-2:6 P not found in this scope\n");
}

TEST(quoted_in_a_forum)
{
	HUMAN("> error: expected `;`, found `}`\n>  --> a.rs:1:3\n>   |\n> 1 | f()\n>   |    ^ "
	      "help: add `;` here: `;`\n> 2 | }\n"
	      ">   | - unexpected token\n",
	      "- expected `;`, found `}`\n 1:3-1:4 P -\n 2:1-2:2 unexpected token\n > add `;` "
	      "here\n");
}

TEST(labels_side_by_side)
{
	HUMAN("error: m\n --> a.rs:1:3\n  |\n1 | aabbcc\n  | --^^-- three\n  | | |\n  | | two\n  | "
	      "one\n",
	      "- m\n 1:3-1:5 P two\n 1:1-1:3 one\n 1:5-1:7 three\n");
	HUMAN("error: m\n --> a.rs:1:1\n  |\n1 | aabb\n  | ^^^^ two\n  | |\n  | one\n",
	      "- m\n 1:1-1:5 P two\n 1:1-1:5 P one\n");
	HUMAN("error: m\n --> a.rs:6:5\n  |\n6 |     v.iter()\n  |     -^^^^^^^\n  |     |\n  |    "
	      " returns\n  |     borrowed\n",
	      "- m\n 6:5-6:13 P returns\n 6:5-6:6 borrowed\n");
}

TEST(drawings_over_lines)
{
	HUMAN("error: m\n  --> a.rs:14:5\n   |\n14 | /     f(|| {\n15 | |         g();\n16 | |     "
	      "});\n   | |      ^\n   | |      |\n"
	      "   | |______one\n   |        two\n",
	      "- m\n 14:5-16:7 P one\n 14:5-16:7 P two\n");
	HUMAN("error: m\n --> a.rs:1:8\n  |\n1 |   let a = {\n  |  _________^\n2 | | }\n  | |_^ "
	      "one\n",
	      "- m\n 1:9-2:2 P one\n");
	HUMAN("error: m\n --> a.rs:1:4\n  |\n1 |       X0 Y0\n  |  _____^  -\n  | | _______|\n2 | "
	      "||   X1 Y1\n"
	      "  | ||____^__- two\n  | |_____|\n  |       one\n",
	      "- m\n 1:4-2:5 P one\n 1:7-2:8 two\n");
}

TEST(notes)
{
	HUMAN("error[E0277]: m\n --> a.rs:1:1\n  |\n1 | x\n  | ^ l\n  |\n  = help: first\n         "
	      " second\n  = note: this error originates in "
	      "the macro `x` (in Nightly)\nnote: there\n --> a.rs:9:1\n  |\n9 | fn f\n  |    - "
	      "here\n\nwarning: unused variable: `x`\n",
	      "E0277 m\n 1:1-1:2 P l\n > first\nsecond\n > there\n"
	      "unused_variables unused variable: `x`\n");
}

TEST(broken_text)
{
	HUMAN("", "");
	HUMAN("error[E0382: x\nerror[]: y\nnothing\n --> a.rs:1:1\n", "");
	HUMAN("error: a\n --> a.rs:99999999999999999999:0\n", "- a\n");
	HUMAN("error: a\n\x1b[\x1b]8;;\n --> a.rs:1:1", "- a\n 1:1-1:1 P -\n");
	HUMAN("error: a\n --> a.rs:1:1\n  |\n  | ^^^^ x\n1 |\n  |_^\n  | |_\n  | ____^\n2 | /\n  | "
	      "||||||__^\n  | |\n",
	      "- a\n 2:2-2:3 P -\n");
}
