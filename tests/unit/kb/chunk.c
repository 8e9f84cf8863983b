/* Chunks of small pages: sizes, code with its words, anchors, std members, what is left out. */
#include "kb/chunk.h"
#include "test.h"
#include "text/html.h"

static void cut(const char *html, enum chunk_kind kind, const char *page, const char *title, struct chunks *out)
{
	struct doc d = DOC_INIT;
	struct chunk_page p = { .kind = kind, .book = "Book", .page = page, .title = title };

	CHECK_INT(html_parse(html, strlen(html), &d, NULL, NULL), 0);
	chunk_cut(&d, &p, out);
	doc_release(&d);
}

static char *filled(char c, size_t n)
{
	char *s = xmalloc(n + 1);

	memset(s, c, n);
	s[n] = 0;
	return s;
}

TEST(headings_part_and_small_sections_join)
{
	char *a = filled('a', 300), *b = filled('b', 300);
	char *html = xstrfmt("<main><h1 id=t>Top</h1><p>%s</p><h2 id=one>One</h2><p>short</p><h2 id=two>Two</h2><p>%s</p></main>", a, b);
	struct chunks cs = CHUNKS_INIT;

	cut(html, CHUNK_BOOK, "book/x.html", "Top - Book", &cs);
	CHECK_INT(cs.n, 2);
	CHECK_STR(cs.v[0].crumb, "Book > Top");
	CHECK_STR(cs.v[0].anchor, "");
	CHECK_STR(cs.v[1].crumb, "Book > Top > One");
	CHECK_STR(cs.v[1].anchor, "one");
	CHECK(strstr(cs.v[1].prose, "short\nTwo\nbbb") != NULL);
	chunks_release(&cs);
	free(a);
	free(b);
	free(html);
}

TEST(long_sections_are_cut_between_blocks_and_code_stays)
{
	char *a = filled('a', 1000), *b = filled('b', 1000);
	char *html = xstrfmt("<main><h1>T</h1><p>%s</p><pre><code>%s</code></pre><p>%s</p></main>", a, b, a);
	struct chunks cs = CHUNKS_INIT;

	cut(html, CHUNK_BOOK, "book/x.html", "T", &cs);
	CHECK_INT(cs.n, 2);
	CHECK_INT(strlen(cs.v[0].prose), 1000);
	CHECK_INT(strlen(cs.v[0].code), 1000); /* over CHUNK_MAX together, still with its words */
	CHECK_INT(strlen(cs.v[1].prose), 1000);
	CHECK_STR(cs.v[1].code, "");
	chunks_release(&cs);
	free(a);
	free(b);
	free(html);
}

static const char vec_page[] =
	"<main><h1>Struct Vec</h1><pre class=\"rust item-decl\"><code>pub struct Vec</code></pre><p>A list.</p>"
	"<h2 id=\"examples\">Examples</h2><p>Like this.</p>"
	"<h2 id=\"implementations\">Implementations</h2><h3 id=\"impl-Vec\">impl Vec</h3><p>loose</p>"
	"<section class=\"method\" id=\"method.push\"><h4 class=\"code-header\">pub fn push(&amp;mut self)</h4></section><p>Appends.</p>"
	"<section class=\"method\" id=\"method.wild\"><h4 class=\"code-header\">pub fn wild()</h4></section>"
	"<span class=\"item-info\"><div class=\"stab unstable\">This is a nightly-only experimental API.</div></span><p>Hidden.</p>"
	"<section class=\"method\" id=\"method.push-1\"><h4 class=\"code-header\">pub fn push()</h4></section><p>Again.</p>"
	"<h2 id=\"deref-methods-%5BT%5D\">Methods from Deref</h2>"
	"<section class=\"method\" id=\"method.sort\"><h4 class=\"code-header\">pub fn sort()</h4></section><p>Sorts.</p></main>";

TEST(std_pages_give_the_item_and_its_stable_members)
{
	struct chunks cs = CHUNKS_INIT;

	cut(vec_page, CHUNK_ITEM, "std/vec/struct.Vec.html", "Vec in std::vec - Rust", &cs);
	CHECK_INT(cs.n, 2);
	CHECK_STR(cs.v[0].crumb, "Book > std::vec::Vec");
	CHECK_STR(cs.v[0].names, "Vec\nstd::vec::Vec");
	CHECK_STR(cs.v[0].prose, "A list.\nLike this.");
	CHECK_INT(cs.v[1].kind, CHUNK_METHOD);
	CHECK_STR(cs.v[1].anchor, "method.push");
	CHECK_STR(cs.v[1].crumb, "Book > std::vec::Vec > Vec::push");
	CHECK_STR(cs.v[1].names, "Vec::push\npush");
	CHECK_STR(cs.v[1].prose, "Appends.");
	chunks_release(&cs);
}

TEST(headings_of_like_names_end_nothing)
{
	struct chunks cs = CHUNKS_INIT;

	cut("<main><h1>Primitive Type slice</h1><p>View.</p><h3 id=\"trait-implementations-1\">Trait Implementations</h3><p>Some.</p>"
	    "<h3 id=\"implementing-iterator\">Implementing</h3><p>Own ones.</p>"
	    "<h2 id=\"implementations\">Implementations</h2><section class=\"method\" id=\"method.sort\"><h4>pub fn sort(&amp;mut self)</h4></section><p>Sorts.</p></main>",
	    CHUNK_ITEM, "std/primitive.slice.html", "slice - Rust", &cs);
	CHECK_INT(cs.n, 2);
	CHECK(strstr(cs.v[0].prose, "Own ones.") != NULL);
	CHECK_STR(cs.v[1].names, "slice::sort\nsort");
	chunks_release(&cs);
}

TEST(unstable_pages_give_nothing)
{
	struct chunks cs = CHUNKS_INIT;

	cut("<main><h1>Struct New</h1><div class=\"stab unstable\">This is a nightly-only experimental API.</div><p>x</p></main>", CHUNK_ITEM,
	    "std/x/struct.New.html", "New in std::x - Rust", &cs);
	CHECK_INT(cs.n, 0);
	chunks_release(&cs);
}

TEST(embedded_text_leaves_the_book_out_and_is_cut_between_letters)
{
	struct sbuf s = SBUF_INIT, long_text = SBUF_INIT;

	chunk_embed_text("Book > Page > Part", "words", &s);
	CHECK_STR(s.buf, "Page > Part\nwords");
	sbuf_reset(&s);
	sbuf_addchars(&long_text, 'x', CHUNK_EMBED - 1);
	sbuf_addstr(&long_text, "ä");
	chunk_embed_text("A", long_text.buf, &s);
	CHECK_INT(s.len, 2 + CHUNK_EMBED - 1);
	CHECK(chunk_text_key("a", 1) > 0 && chunk_text_key("a", 1) != chunk_text_key("b", 1));
	sbuf_release(&s);
	sbuf_release(&long_text);
}
