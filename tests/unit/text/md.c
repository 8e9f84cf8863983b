#include "test.h"

#include "base/clock.h"
#include "text/block.h"

/* The document in a compact form: kind, indent, what it holds. */
static char *dump(const struct doc *d)
{
	static const char *const kinds[] = { "h", "p", "code", "item", "quote", "rule", "table", "html" };
	struct sbuf out = SBUF_INIT;

	for (size_t i = 0; i < d->n; i++) {
		const struct block *b = &d->blocks[i];

		sbuf_addf(&out, "%s%s", i ? " | " : "", kinds[b->kind]);
		if (b->kind == BLOCK_HEADING)
			sbuf_addf(&out, "%d#%s", b->level, b->id);
		sbuf_addf(&out, "%s%s", b->tight ? "!" : "", b->marker ? b->marker : "");
		if (b->prefix)
			sbuf_addf(&out, "(%s)", b->prefix);
		sbuf_addch(&out, ':');
		block_plain(b, &out);
	}
	return sbuf_detach(&out, NULL);
}

#define CHECK_MD(text, want) check_md(__LINE__, text, want)

static void check_md(int line, const char *text, const char *want)
{
	struct doc d = DOC_INIT;
	struct sbuf err = SBUF_INIT;
	char *got;

	CHECK_INT(md_parse(text, strlen(text), 1, &d, &err), 0);
	got = dump(&d);
	test_check_str(__FILE__, line, got, want);
	CHECK_STR(err.buf, "");
	free(got);
	doc_release(&d);
}

TEST(blocks)
{
	CHECK_MD("", "");
	CHECK_MD("# A b\n\ntext\nmore\n\n---\n", "h1#a-b:A b | p:text more | rule:");
	CHECK_MD("```rust,no_run\nx\n\ty\n```", "code:x\n\ty\n");
	CHECK_MD("<b>x</b>\n", "p:<b>x</b>");
	CHECK_MD("<div>\nx\n</div>\n", "html:<div>\nx\n</div>\n");
	CHECK_MD("> a\n>\n> b\n", "quote(> ):a | quote(> ):b");
	CHECK_MD("a\\\nb", "p:a b");
}

TEST(lists)
{
	CHECK_MD("- a\n- b\n", "item-(  ):a | item!-(  ):b");
	CHECK_MD("- a\n\n- b\n", "item-(  ):a | item-(  ):b");
	CHECK_MD("9. a\n10. b\n", "item9.(    ):a | item!10.(    ):b");
	CHECK_MD("- a\n  - b\n- c\n", "item-(  ):a | item!-(    ):b | item!-(  ):c");
	CHECK_MD("- - a\n", "item-(  ): | item!-(    ):a");
	CHECK_MD("-\n- ```\n  x\n  ```\n", "item-(  ): | item!-(  ): | code!(  ):x\n");
	CHECK_MD("- > q\n", "item-(  ): | quote(  > ):q");
	CHECK_MD("> - q\n> - r\n", "item-(>   ):q | item!-(>   ):r");
}

TEST(heading_ids)
{
	CHECK_MD("# A\n# A\n# A\n", "h1#a:A | h1#a-1:A | h1#a-2:A");
	CHECK_MD("# A\n# A-1\n# A\n", "h1#a:A | h1#a-1:A-1 | h1#a-2:A");
	CHECK_MD("## What Is `Ownership`?\n", "h2#what-is-ownership:What Is Ownership?");
	CHECK_MD("## `Box<T>` & *co*\n", "h2#boxt--co:Box<T> & co");
}

TEST(ids_go_on_over_documents)
{
	struct doc d = DOC_INIT;

	CHECK_INT(md_parse("# A\n", 4, 1, &d, NULL), 0);
	CHECK_INT(md_parse("# A\n", 4, 7, &d, NULL), 0);
	CHECK_INT(d.n, 2);
	CHECK_STR(d.blocks[1].id, "a-1");
	CHECK_INT(d.blocks[1].line, 7);
	CHECK_INT(doc_find_anchor(&d, "a-1"), 1);
	CHECK_INT(doc_find_anchor(&d, "b"), -1);
	doc_release(&d);
}

TEST(spans)
{
	struct doc d = DOC_INIT;
	const char *text = "a *b **c*** `d` [e `f`](x:y) ![g](h)";
	const struct span *s;

	CHECK_INT(md_parse(text, strlen(text), 1, &d, NULL), 0);
	CHECK_INT(d.n, 1);
	s = d.blocks[0].spans;
	CHECK_INT(d.blocks[0].n_spans, 10);
	CHECK_STR(s[1].text, "b ");
	CHECK_INT(s[1].style, SPAN_EMPH);
	CHECK_INT(s[2].style, SPAN_EMPH | SPAN_STRONG);
	CHECK_INT(s[4].style, SPAN_CODE);
	CHECK_STR(s[6].text, "e ");
	CHECK_STR(s[6].href, "x:y");
	CHECK_INT(s[7].style, SPAN_CODE | SPAN_LINK);
	CHECK_STR(s[9].href, "h");
	doc_release(&d);
}

TEST(unsafe_text_is_made_safe)
{
	CHECK_MD("&#27;[31m \x1b[2J \xff \xe2\x80\xae", "p:?[31m ?[2J \xEF\xBF\xBD \xEF\xBF\xBD");
	CHECK_MD("```\n\x1b]0;x\x07\r\n```\n", "code:?]0;x?\n");
	CHECK_MD("a&#10;b", "p:a b");
}

TEST(tables)
{
	CHECK_MD("```table\na | b\n--- | ---\nc || d | `x | y` | e\n```\n",
		 "table:a | b | \nc || d | x | y | e");
	CHECK_MD("```table\n | b\n\n- x | # y \\| z\n```\n", "table: | b\n- x | # y | z");
	CHECK_MD("```table\n_a_ | [l](u)\n```\n", "table:a | l");
	CHECK_MD("```table\na |\n| b\n```\n", "table:a | \n | b");
	CHECK_MD("```table\n```\n", "code:");
}

TEST(table_too_large_stays_code)
{
	struct sbuf text = SBUF_INIT;
	struct doc d = DOC_INIT;

	sbuf_addstr(&text, "```table\n");
	for (int i = 0; i < BLOCK_CELLS_MAX; i++)
		sbuf_addstr(&text, "a | b\n");
	CHECK_INT(md_parse(text.buf, text.len, 1, &d, NULL), 0);
	CHECK_INT(d.n, 1);
	CHECK_INT(d.blocks[0].kind, BLOCK_CODE);
	doc_release(&d);
	sbuf_release(&text);
}

/* What a streamed answer looks like at any moment. */
TEST(any_prefix_parses)
{
	const char *text = "# H\n\nA **bold `code` [l](u)** x\n\n- a\n  - b\n\n```rust\nfn main() {}\n```\n> q\n";

	for (size_t len = 0; len <= strlen(text); len++) {
		struct doc d = DOC_INIT;

		CHECK_INT(md_parse(text, len, 1, &d, NULL), 0);
		doc_release(&d);
	}
	CHECK_MD("```rust\nfn main() {", "code:fn main() {\n");
}

TEST(deep_nesting_is_bounded)
{
	struct sbuf text = SBUF_INIT;
	struct doc d = DOC_INIT;

	for (int i = 0; i < 500; i++)
		sbuf_addstr(&text, i % 2 ? "> " : "- ");
	sbuf_addstr(&text, "x\n\nend\n");
	CHECK_INT(md_parse(text.buf, text.len, 1, &d, NULL), 0);
	for (size_t i = 0; i < d.n; i++)
		CHECK(d.blocks[i].indent <= BLOCK_INDENT_MAX);
	CHECK_INT(d.blocks[d.n - 1].indent, 0);
	CHECK(!d.blocks[d.n - 1].prefix);
	CHECK_INT(d.blocks[d.n - 2].indent, BLOCK_INDENT_MAX);
	doc_release(&d);
	sbuf_release(&text);
}

TEST(too_long_is_refused)
{
	struct sbuf err = SBUF_INIT;
	struct doc d = DOC_INIT;
	char *text = xcalloc(1, MD_MAX + 1);

	CHECK_INT(md_parse(text, MD_MAX + 1, 1, &d, &err), -1);
	CHECK_STR(err.buf, "This text is too long to show: it has 4194305 bytes, and 4194304 are the most.");
	CHECK_INT(d.n, 0);
	free(text);
	sbuf_release(&err);
}

TEST(slug)
{
	static const char *const cases[][2] = {
		{ "Hello, World!", "hello-world" },
		{ "  a_b-c  ", "a_b-c" },
		{ "`Option<T>` and null", "optiont-and-null" },
		{ "Größe 漢字", "größe-漢字" },
		{ "Ítems", "ítems" },
		{ "a  b", "a--b" },
		{ "", "" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct sbuf out = SBUF_INIT;

		anchor_slug(cases[i][0], &out);
		CHECK_STR(out.buf, cases[i][1]);
		sbuf_release(&out);
	}
}

TEST(fence_words)
{
	static const char *const cases[][3] = {
		{ "rust", "rust", "Rust" },
		{ "rust,compile_fail,E0382", "rust", "Rust, does not compile: E0382" },
		{ "rust,compile_fail", "rust", "Rust, does not compile" },
		{ "compile_fail,E0001,E0002", "rust", "Rust, does not compile: E0001, E0002" },
		{ "rust ignore should_panic", "rust", "Rust, panics" },
		{ "rust,E0382", "rust", "Rust, E0382" },
		{ "rust,edition2021,E0382", "rust", "Rust, edition 2021, E0382" },
		{ "rust,editable", "rust", "Rust, yours to change" },
		{ "rust,no_run,nonsense", "rust", "Rust, not run here" },
		{ "rust,filename=src/main.rs", "rust", "Rust, src/main.rs" },
		{ "text", "text", "" },
		{ "", "", "" },
		{ ", ,", "", "" },
		{ "sh", "sh", "shell" },
		{ "brainf\x1b[", "brainf\x1b[", "brainf?[" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct sbuf lang = SBUF_INIT, label = SBUF_INIT;

		fence_describe(cases[i][0], ", ", &lang, &label);
		CHECK_STR(lang.buf, cases[i][1]);
		CHECK_STR(label.buf, cases[i][2]);
		sbuf_release(&lang);
		sbuf_release(&label);
	}
}
