/*
 * Inputs that make careless Markdown readers slow or deep, read and laid out. 5 s is the bar of cmark's own
 * pathological tests; none may come near it. Where everything is slow (under a checker) the inputs are
 * smaller and the bar is 100 times plain prose. HOSTILE_BYTES=4194000 VERBOSE=1 shows the largest.
 */
#include "test.h"

#include "base/clock.h"
#include "text/layout.h"

static const struct {
	const char *name, *before, *unit, *after;
} inputs[] = {
	{ "nested strong and emphasis", "", "*a **a ", "b" },
	{ "closers without openers", "", "a_ ", "" },
	{ "openers without closers", "", "_a ", "" },
	{ "link closers without openers", "", "a]", "" },
	{ "link openers without closers", "", "[a", "" },
	{ "mismatched openers and closers", "", "*a_ ", "" },
	{ "openers and closers, multiples of 3", "a**b", "c* ", "" },
	{ "link openers and emphasis closers", "", "[ a_", "" },
	{ "pattern [ (](", "", "[ (](", "" },
	{ "pattern ![[]() below the bound", "", "![[]()", "" },
	{ "hard link and emphasis", "**x [a*b**c*](d)", " **x [a*b**c*](d)", "" },
	{ "nested brackets", "", "[", "a" },
	{ "nested block quotes", "", "> ", "a" },
	{ "nested lists in a line", "", "- ", "a" },
	{ "lines of quotes", "", "> > > > > > > > > > > > > > > > > > > > > > > > > a\n", "" },
	{ "lists of lines", "", "- a\n", "" },
	{ "numbered lists", "", "1. a\n", "" },
	{ "backticks", "", "e`", "" },
	{ "backtick runs", "", "```a`` `", "" },
	{ "unclosed links", "", "[a](<b", "" },
	{ "unclosed links 2", "", "[a](b", "" },
	{ "unclosed comment", "", "</", "" },
	{ "declarations", "", "<!A ", "" },
	{ "comments", "", "<!--", "" },
	{ "references", "[r]: /u\n\n", "[r]", "" },
	{ "many definitions", "", "[a]: b\n", "" },
	{ "headings", "", "# a\n", "" },
	{ "setext lines", "", "a\n=\n", "" },
	{ "thematic breaks", "", "* * *\n", "" },
	{ "empty lines in a fence", "```\n", "\n", "" },
	{ "tabs in a fence", "```\n", "\t", "" },
	{ "one long line in a fence", "```\n", "0123456789", "" },
	{ "table rows", "```table\n", "a | b\n", "" },
	{ "table cells", "```table\n", "a | ", "" },
	{ "table backticks", "```table\n", "`` ` ", "" },
	{ "combining marks", "a", "\xCC\x81", "" },
	{ "zero width joiners", "", "\xF0\x9F\x91\xA9\xE2\x80\x8D", "" },
	{ "flags", "", "\xF0\x9F\x87\xA9", "" },
	{ "wide characters", "", "\xE6\xBC\xA2", "" },
	{ "spaces", "a", " ", "b" },
	{ "entities", "", "&#27;", "" },
	{ "bad bytes", "", "\xFF", "" },
	{ "escapes", "", "\\*", "" },
	{ "block HTML", "", "<div>\n", "" },
};

static void fill(struct sbuf *text, size_t i, size_t size)
{
	size_t unit = strlen(inputs[i].unit);

	sbuf_addstr(text, inputs[i].before);
	while (text->len + unit < size)
		sbuf_add(text, inputs[i].unit, unit);
	sbuf_addstr(text, inputs[i].after);
}

static int64_t plain_prose_ms(size_t size)
{
	struct layout_opts o = { .width = 40 };
	struct sbuf text = SBUF_INIT;
	struct rows rows = ROWS_INIT;
	struct doc d = DOC_INIT;
	int64_t start = clock_mono_ms();

	while (text.len < size)
		sbuf_addstr(&text, "Plain words, and then some more of them, up to the end.\n\n");
	CHECK_INT(md_parse(text.buf, text.len, 1, &d, NULL), 0);
	layout_doc(&d, &o, &rows);
	rows_release(&rows);
	doc_release(&d);
	sbuf_release(&text);
	return clock_mono_ms() - start;
}

static void check_input(size_t i, size_t size, int width, int64_t bar)
{
	struct layout_opts o = { .width = width };
	struct sbuf text = SBUF_INIT;
	struct rows rows = ROWS_INIT;
	struct doc d = DOC_INIT;
	int64_t start = clock_mono_ms(), parsed, end;

	fill(&text, i, strstr(inputs[i].name, "below the bound") ? 50000 : size);
	CHECK_INT(md_parse(text.buf, text.len, 1, &d, NULL), 0);
	parsed = clock_mono_ms();
	layout_doc(&d, &o, &rows);
	end = clock_mono_ms();
	if (getenv("VERBOSE"))
		printf("%-40s %5d ms parse %5d ms layout %7zu rows\n", inputs[i].name, (int)(parsed - start),
		       (int)(end - parsed), rows.n);
	CHECK(end - start < bar);
	for (size_t r = 0; r < rows.n; r++)
		CHECK(row_width(&rows.v[r]) <= width);
	rows_release(&rows);
	doc_release(&d);
	sbuf_release(&text);
}

TEST(too_many_images_are_refused)
{
	struct sbuf text = SBUF_INIT, err = SBUF_INIT;
	struct doc d = DOC_INIT;

	for (int i = 0; i < 20000; i++)
		sbuf_addstr(&text, "![[]()");
	CHECK_INT(md_parse(text.buf, text.len, 1, &d, &err), -1);
	CHECK_STR(err.buf, "This text cannot be shown: it has too many images and links.");
	sbuf_release(&text);
	sbuf_release(&err);
}

TEST(hostile_markdown)
{
	const char *given = getenv("HOSTILE_BYTES");
	size_t size = given ? strtoul(given, NULL, 10) : 100000;
	int64_t bar = 100 * plain_prose_ms(size);

	if (bar > 20000 && !given)
		size /= 4;

	for (size_t i = 0; i < ARRAY_SIZE(inputs); i++)
		check_input(i, size, 40, MAX(bar, (int64_t)5000));
}
