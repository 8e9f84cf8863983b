#include "test.h"

#include "base/clock.h"
#include "text/html.h"
#include "text/html_scan.h"
#include "text/layout.h"

/* Kind, level or marker, id, info and text of every block. */
static char *dump(const struct doc *d)
{
	static const char *const kinds[] = { "h", "p", "code", "item", "quote", "rule", "table", "html" };
	struct sbuf out = SBUF_INIT;

	for (size_t i = 0; i < d->n; i++) {
		const struct block *b = &d->blocks[i];

		sbuf_addf(&out, "%s%s", i ? " / " : "", kinds[b->kind]);
		if (b->level)
			sbuf_addf(&out, "%d", b->level);
		sbuf_addf(&out, "%s%s%s", b->tight ? "!" : "", b->marker ? b->marker : "", b->id ? "#" : "");
		sbuf_addstr(&out, b->id ? b->id : "");
		if (b->prefix)
			sbuf_addf(&out, "(%s)", b->prefix);
		if (b->info)
			sbuf_addf(&out, "[%s]", b->info);
		sbuf_addch(&out, ':');
		block_plain(b, &out);
	}
	return sbuf_detach(&out, NULL);
}

static void check_html(int line, const char *html, const char *want)
{
	struct sbuf err = SBUF_INIT;
	struct doc d = DOC_INIT;
	char *got;

	CHECK_INT(html_parse(html, strlen(html), &d, NULL, &err), 0);
	got = dump(&d);
	test_check_str(__FILE__, line, got, want);
	CHECK_STR(err.buf, "");
	free(got);
	doc_release(&d);
}

#define CHECK_HTML(html, want) check_html(__LINE__, html, want)

TEST(text_flows)
{
	CHECK_HTML("", "");
	CHECK_HTML("<p>a\n  b</p><p> c </p>", "p:a b / p:c");
	CHECK_HTML("a<div>b</div>c", "p:a / p:b / p:c");
	CHECK_HTML("<p>a <em>b</em><strong> c</strong>d</p>", "p:a b cd");
	CHECK_HTML("<p>a<br>b<br></p>", "p:a b ");
	CHECK_HTML("<p>a<wbr>b&nbsp; c &lt;d&gt; &#27;x</p>", "p:ab c <d> ?x");
	CHECK_HTML("<my-thing>a <other>b</other></my-thing>", "p:a b");
	CHECK_HTML("<p>x <img src=a alt='the crab'> y<img src=b></p>", "p:x [image: the crab] y");
	CHECK_HTML("<p>2<sup>10</sup> a<sup class='footnote-reference'><a href='#1'>1</a></sup></p>", "p:2^10 a[1]");
	CHECK_HTML("a<hr>b", "p:a / rule: / p:b");
}

TEST(only_main_is_read)
{
	CHECK_HTML("<nav>menu</nav><main><p>a</p></main><footer>f</footer>", "p:a");
	CHECK_HTML("<script>var a = '<p>x';</script><style>p{}</style><p>a</p><button>b</button>", "p:a");
	CHECK_HTML("<p>a <span class='x since y'>1.0</span><span hidden>b</span> c</p>", "p:a c");
}

TEST(headings_have_the_pages_anchors)
{
	struct doc d = DOC_INIT;
	const char *html = "<a id='old'></a><a id='older'></a><h2 id='own'><a class='header' href='#own'>A b</a></h2>"
			   "<section id='method.new'><h4>pub fn new()<div class='where'>where T</div></h4></section>"
			   "<h3>none</h3><p id='own'>again</p>";

	CHECK_HTML(html, "h2#own:A b / h4#method.new:pub fn new() where T / h3:none / p:again");
	CHECK_INT(html_parse(html, strlen(html), &d, NULL, NULL), 0);
	CHECK_INT(doc_find_anchor(&d, "older"), 0);
	CHECK_INT(doc_find_anchor(&d, "old"), 0);
	CHECK_INT(doc_find_anchor(&d, "own"), 0);
	CHECK_INT(doc_find_anchor(&d, "method.new"), 1);
	CHECK_INT(d.blocks[0].spans[0].style, SPAN_PLAIN);
	doc_release(&d);
}

TEST(code)
{
	CHECK_HTML("<pre class='playground'><code class='language-rust compile_fail E0382'>a\n\n  b\n</code></pre>",
		   "code[rust,compile_fail,E0382]:a\n\n  b\n");
	CHECK_HTML("<pre><code class='language-rust'><span class='boring'>fn main() {\n</span>x();\n"
		   "<span class='boring'>}\n</span></code></pre>", "code[rust]:x();\n");
	CHECK_HTML("<div class='example-wrap should_panic'><a class='tooltip' href='#'>i</a>"
		   "<pre class='rust rust-example-rendered'><code><span class='kw'>let</span> a;</code></pre></div>",
		   "code[rust,should_panic]:let a;");
	CHECK_HTML("<pre class='rust item-decl'><code>struct A<div class='where'>where\n  T: B,</div>{}</code></pre>",
		   "code[rust]:struct A\nwhere\n  T: B,\n{}");
	CHECK_HTML("<pre>plain <a href='x'>link</a><br>\ttab\x1b</pre>", "code[]:plain link\n\ttab\xEF\xBF\xBD");
}

TEST(code_in_two_pres)
{
	CHECK_HTML("<pre><pre class='playground'><code class='language-rust editable'>x</code></pre></pre>",
		   "code[rust,editable]:x\n");
}

TEST(lists)
{
	CHECK_HTML("<ul><li>a<ul><li>b</li></ul></li><li>c</ul>",
		   "item-(  ):a / item!-(    ):b / item!-(  ):c");
	CHECK_HTML("<ol start=9><li><p>a</p><li><p>b</p></ol>", "item9.(    ):a / item10.(    ):b");
	CHECK_HTML("<blockquote><p>a</p><p>b</p></blockquote>", "quote(> ):a / quote(> ):b");
	CHECK_HTML("<dl><dt id='x'>a</dt><dd><p>b</p><p>c</p></dd></dl>", "p#x:a / p!(  ):b / p(  ):c");
	CHECK_HTML("<ul><li><pre>x</pre></li><li></li></ul>", "item-(  ): / code!(  )[]:x / item!-(  ):");
	CHECK_HTML("<li>a</li>b", "item-(  ):a / p:b");
	CHECK_HTML("</ul></li>a</blockquote>b", "p:ab");
}

TEST(tables)
{
	CHECK_HTML("<table><caption>no</caption><thead><tr><th>a<th>b</thead><tr><td>c<td><code>d</code> e</table>f",
		   "table:a | b\nc | d e / p:f");
	CHECK_HTML("<table><tr><td colspan=2>a<td>b<tr><td>c</table>", "table:a |  | b\nc |  | ");
	CHECK_HTML("<table><tr><td><p>a</p><ul><li>b</li></ul><pre>c</pre><td><table><tr><td>d<td>e</table></table>",
		   "table:a b c  | d e ");
	CHECK_HTML("<table></table>x", "p:x");
}

TEST(links_stay_relative)
{
	struct doc d = DOC_INIT;
	const char *html = "<p><a href='../std/vec/index.html#x'>a <code>b</code></a> <a href='javascript:x()'>c</a> "
			   "<a href=''>d</a> <a>e</a></p>";

	CHECK_INT(html_parse(html, strlen(html), &d, NULL, NULL), 0);
	CHECK_INT(d.blocks[0].n_spans, 3);
	CHECK_STR(d.blocks[0].spans[0].href, "../std/vec/index.html#x");
	CHECK_INT(d.blocks[0].spans[1].style, SPAN_LINK | SPAN_CODE);
	CHECK_STR(d.blocks[0].spans[2].text, " c d e");
	CHECK(!d.blocks[0].spans[2].href);
	doc_release(&d);
}

TEST(title)
{
	struct sbuf title = SBUF_INIT;
	struct doc d = DOC_INIT;
	const char *html = "<html><head><title> Vec in\n std::vec &mdash; Rust </title></head><body>x";

	CHECK_INT(html_parse(html, strlen(html), &d, &title, NULL), 0);
	CHECK_STR(title.buf, "Vec in std::vec — Rust");
	sbuf_release(&title);
	doc_release(&d);
}

static char *repeat(const char *unit, size_t times, size_t *len)
{
	struct sbuf out = SBUF_INIT;

	while (times--)
		sbuf_addstr(&out, unit);
	return sbuf_detach(&out, len);
}

/* 5 s, or 100 times a plain page where everything is slow (under a checker). */
static int64_t bar(void)
{
	static int64_t found;
	int64_t start = clock_mono_ms();
	struct doc d = DOC_INIT;
	size_t len;
	char *html;

	if (found)
		return found;
	html = repeat("<p>Plain words, and then some more of them.</p>\n", 4000, &len);
	CHECK_INT(html_parse(html, len, &d, NULL, NULL), 0);
	doc_release(&d);
	free(html);
	found = MAX(100 * (clock_mono_ms() - start), (int64_t)5000);
	return found;
}

/* want NULL: it is read. In any case it takes well below the bar. */
static void check_bounded(const char *unit, size_t times, const char *want)
{
	struct sbuf err = SBUF_INIT;
	struct doc d = DOC_INIT;
	int64_t limit = bar(), start = clock_mono_ms();
	size_t len;
	char *html = repeat(unit, limit > 20000 && !want ? times / 8 : times, &len);

	CHECK_INT(html_parse(html, len, &d, NULL, &err), want ? -1 : 0);
	CHECK_STR(err.buf, want ? want : "");
	if (getenv("VERBOSE"))
		printf("%-30s %8zu times %5d ms\n", unit, times, (int)(clock_mono_ms() - start));
	CHECK(clock_mono_ms() - start < limit);
	doc_release(&d);
	sbuf_release(&err);
	free(html);
}

TEST(hostile_pages)
{
	const char *deep = "This page cannot be read: its elements are nested over 2000 deep.";
	const char *many = "This page cannot be read: it has too many elements.";

	check_bounded("<div>", 1900, NULL);
	check_bounded("<div>", 100000, deep);
	check_bounded("<ul><li>", 100000, deep);
	check_bounded("<b id=1>", 100000, deep);
	check_bounded("<table><tr><td>", 5000, deep);
	check_bounded("<span></div>", 100000, deep);
	check_bounded("<p>x", 100000, NULL);
	check_bounded("<p>x", 1500000, many);
	check_bounded("<b id=1><p>", 900, NULL);
	check_bounded("<i><b><u><s></s></u></b></i>", 20000, NULL);
	check_bounded("<li>", 100000, NULL);
	check_bounded("<a href=x>", 1500, NULL);
	check_bounded("</p>", 100000, NULL);
	check_bounded("<", 1000000, NULL);
	check_bounded("&amp;", 300000, NULL);
	check_bounded("<!--", 300000, NULL);
	check_bounded("<script>", 100000, NULL);
	check_bounded("x <em>y</em> ", 50000, NULL);
	check_bounded("<tr><td>", 50000, NULL);
	check_bounded("<h2 id=a>b</h2>", 20000, NULL);
}

TEST(hostile_attributes)
{
	struct sbuf html = SBUF_INIT, err = SBUF_INIT;
	struct doc d = DOC_INIT;

	sbuf_addstr(&html, "<p ");
	for (int i = 0; i < 100000; i++)
		sbuf_addf(&html, "a%d ", i);
	sbuf_addstr(&html, ">x");
	CHECK_INT(html_parse(html.buf, html.len, &d, NULL, &err), -1);
	CHECK_STR(err.buf, "This page cannot be read: it has too many elements.");
	sbuf_release(&html);
	sbuf_release(&err);
}

TEST(large_pages)
{
	struct sbuf err = SBUF_INIT;
	struct doc d = DOC_INIT;
	size_t len = 100u << 20;
	char *html = xmalloc(len);

	memset(html, 'a', len);
	CHECK_INT(html_parse(html, len, &d, NULL, &err), -1);
	CHECK_STR(err.buf, "This page is too large to read: it has 100 MB, and 16 MB are the most.");
	CHECK_INT(d.n, 0);
	sbuf_reset(&err);
	CHECK_INT(html_parse(html, 5u << 20, &d, NULL, &err), 0);
	CHECK_STR(err.buf, "");
	CHECK_INT(d.n, 1);
	CHECK_INT(strlen(d.blocks[0].spans[0].text), 5 << 20);
	doc_release(&d);
	sbuf_release(&err);
	free(html);
}

TEST(broken_bytes)
{
	struct doc d = DOC_INIT;
	const char html[] = "<p>a\0b\xff <c\0d>e</p\0><q\xc3=\xa9>\xe2\x82";

	CHECK_INT(html_parse(html, sizeof(html) - 1, &d, NULL, NULL), 0);
	CHECK_INT(d.n, 1);
	CHECK(starts_with(d.blocks[0].spans[0].text, "a"));
	doc_release(&d);
}

TEST(scan_knows_what_is_text)
{
	static const struct {
		const char *html;
		size_t depth;
	} cases[] = {
		{ "<div><p><div></div></div>", 2 },
		{ "<div><span></div><div><span></div>", 2 },
		{ "<script>'<div><div><div>'</script><div></div>", 1 },
		{ "<!-- <div> <!-- --><div></div>", 1 },
		{ "<div title='<div>' a=<div b=\"></div>\"></div><div></div>", 1 },
		{ "<b><i></b></i>", 3 }, /* what stays open for later blocks counts twice */
		{ "</ </div>", 0 },
		{ "<title><div></title >", 0 },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct html_cost cost;

		html_scan(cases[i].html, strlen(cases[i].html), &cost);
		if (i == 5)
			CHECK(cost.depth >= cases[i].depth);
		else
			CHECK_INT(cost.depth, cases[i].depth);
	}
}
