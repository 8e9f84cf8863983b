#include "test.h"

#include "text/layout.h"

static char *lay(const char *text, int width, unsigned flags)
{
	struct layout_opts o = { .width = width, .flags = flags };
	struct rows rows = ROWS_INIT;
	struct sbuf out = SBUF_INIT;
	struct doc d = DOC_INIT;

	CHECK_INT(md_parse(text, strlen(text), 1, &d, NULL), 0);
	layout_doc(&d, &o, &rows);
	for (size_t i = 0; i < rows.n && !(flags & LAYOUT_NO_WRAP_CODE); i++)
		CHECK(row_width(&rows.v[i]) <= MAX(width, 10));
	rows_plain(&rows, &out);
	rows_release(&rows);
	doc_release(&d);
	return sbuf_detach(&out, NULL);
}

#define CHECK_LAY(text, width, flags, want)                                                        \
	do {                                                                                       \
		char *got_ = lay(text, width, flags);                                              \
		CHECK_STR(got_, want);                                                             \
		free(got_);                                                                        \
	} while (0)

TEST(words_wrap)
{
	CHECK_LAY("aaa bbb ccc ddd", 10, 0, "aaa bbb\nccc ddd\n");
	CHECK_LAY("aaa bbb cc dd", 10, 0, "aaa bbb cc\ndd\n");
	CHECK_LAY("aaaaaaaaaa bb", 10, 0, "aaaaaaaaaa\nbb\n");
	CHECK_LAY("aaaaaaaaaaaa bb", 10, 0, "aaaaaaaaaa\naa bb\n");
	CHECK_LAY("x", 3, 0, "x\n");
	CHECK_LAY("well-known words", 10, 0, "well-known\nwords\n");
	CHECK_LAY("a well-known word", 10, 0, "a well-\nknown word\n");
	CHECK_LAY("--emit=metadata", 10, 0, "--emit=\nmetadata\n");
	CHECK_LAY("**bold**tail and", 10, 0, "boldtail\nand\n");
}

TEST(clusters_stay_whole)
{
	/* e and its accent; a family of four joined by ZWJ; a flag; a thumb with a skin tone */
	CHECK_LAY("aaaaaaaaae\xCC\x81" "b", 10, 0, "aaaaaaaaae\xCC\x81\nb\n");
	CHECK_LAY("aaaaaaaaa👩‍👩‍👧‍👦b", 10, 0, "aaaaaaaaa\n👩‍👩‍👧‍👦b\n");
	CHECK_LAY("aaaaaaaaa🇩🇪b", 10, 0, "aaaaaaaaa\n🇩🇪b\n");
	CHECK_LAY("漢字漢字漢字", 10, 0, "漢字漢字漢\n字\n");
	CHECK_LAY("漢字漢字漢。字", 10, 0, "漢字漢字\n漢。字\n");
	CHECK_LAY("漢字漢「字」", 10, 0, "漢字漢\n「字」\n");
}

TEST(width_below_ten_counts_as_ten)
{
	CHECK_LAY("aaaaaaaaaaaa", 1, 0, "aaaaaaaaaa\naa\n");
	CHECK_LAY("aaaaaaaaaaaa", -5, 0, "aaaaaaaaaa\naa\n");
}

TEST(prose_is_not_wider_than_max_text)
{
	struct layout_opts o = { .width = 80, .max_text = 12 };
	struct rows rows = ROWS_INIT;
	struct sbuf out = SBUF_INIT;
	struct doc d = DOC_INIT;
	const char *text = "aaaa bbbb cccc\n\n```text\nxxxx xxxx xxxx xxxx\n```\n";

	CHECK_INT(md_parse(text, strlen(text), 1, &d, NULL), 0);
	layout_doc(&d, &o, &rows);
	rows_plain(&rows, &out);
	CHECK_STR(out.buf, "aaaa bbbb\ncccc\n\n│ xxxx xxxx xxxx xxxx\n");
	sbuf_release(&out);
	rows_release(&rows);
	doc_release(&d);
}

TEST(deep_lists_keep_room)
{
	CHECK_LAY("- a\n  - b\n    - c\n      - word word\n", 10, LAYOUT_ASCII,
		  "- a\n  - b\n  - c\n  - word\n    word\n");
	CHECK_LAY("> > > > a b\n", 10, LAYOUT_ASCII, "> > a b\n");
}

TEST(code_wraps_with_a_mark)
{
	CHECK_LAY("```\nabcdefghijkl\n```", 10, 0, "│ abcdefgh\n↳ ijkl\n");
	CHECK_LAY("```\nabcdefghijkl\n```", 10, LAYOUT_ASCII, "  abcdefgh\n\\ ijkl\n");
	CHECK_LAY("```\nabcdefghijkl\n```", 10, LAYOUT_NO_WRAP_CODE, "│ abcdefghijkl\n");
	CHECK_LAY("```\na\tb\n\tc\n```", 20, 0, "│ a   b\n│     c\n");
	CHECK_LAY("```rust\n```", 20, 0, "┌ Rust\n│\n");
}

TEST(output_stands_below_its_code)
{
	CHECK_LAY("```rust\nx\n```\n```output\ny\n```\n", 20, LAYOUT_NUMBER_CODE,
		  "┌ [1] Rust\n│ x\n├ output\n│ y\n");
	CHECK_LAY("```output\ny\n```\n", 20, 0, "┌ output\n│ y\n");
}

/* Marks every digit; also offers runs that must be ignored. */
static void digits(void *ctx, const char *lang, const char *code, size_t len,
		   void (*add)(void *to, enum row_style style, size_t start, size_t len), void *to)
{
	*(int *)ctx += streq(lang, "rust");
	for (size_t i = 0; i < len; i++)
		if (code[i] >= '0' && code[i] <= '9')
			add(to, ROW_RS_NUMBER, i, 1);
	add(to, ROW_FAIL, 0, 1);
	add(to, ROW_FAIL, len + 5, 1);
}

TEST(highlighting)
{
	int calls = 0;
	struct layout_opts o = { .width = 20, .highlight = digits, .highlight_ctx = &calls };
	struct rows rows = ROWS_INIT;
	struct doc d = DOC_INIT;
	const char *text = "```rust\na1\n22b\n```\n";

	CHECK_INT(md_parse(text, strlen(text), 1, &d, NULL), 0);
	layout_doc(&d, &o, &rows);
	CHECK_INT(calls, 1);
	CHECK_INT(rows.n, 3);
	CHECK_INT(rows.v[1].n, 3);
	CHECK_INT(rows.v[1].pieces[2].style, ROW_RS_NUMBER);
	CHECK_STR(rows.v[1].pieces[2].text, "1");
	CHECK_INT(rows.v[1].pieces[2].column, 3);
	CHECK_STR(rows.v[2].pieces[1].text, "22");
	CHECK_INT(rows.v[2].pieces[2].style, ROW_CODE_BLOCK);
	rows_release(&rows);
	doc_release(&d);
}

TEST(tables_fall_back_to_lines)
{
	CHECK_LAY("```table\na | b\n1 | 2\n```", 10, 0, "a │ b\n━━┿━━\n1 │ 2\n");
	CHECK_LAY("```table\nname | meaning | more\nlonger | words here | and here\nx | | z\n```", 16, 0,
		  "name: longer\nmeaning: words\nhere\nmore: and here\n\nname: x\nmore: z\n");
	CHECK_LAY("```table\nonlyaheadwhichislong | and more of it\n```", 12, 0,
		  "onlyaheadwhi\nchislong\nand more of\nit\n");
	CHECK_LAY("```table\nh | `a`\\\nx | y\n```", 30, LAYOUT_ASCII, "h  `a`\\\n-  ----\nx  y\n");
}

TEST(rows_by_hand)
{
	struct rows r = ROWS_INIT;
	struct row *row = rows_add(&r);
	struct sbuf out = SBUF_INIT;

	row_add(row, ROW_OK, "ok", 2, NULL);
	row_addf(row, ROW_TEXT, " %d\ttests\n\x1b", 3);
	row_add_at(row, 20, ROW_LINK, "更多", 6, "x:y");
	row_add_at(row, 3, ROW_TEXT, "!", 1, NULL);
	CHECK_INT(row->n, 4);
	CHECK_INT(row->pieces[1].column, 2);
	CHECK_INT(row->pieces[2].width, 4);
	CHECK_INT(row->pieces[3].column, 24);
	CHECK_INT(row_width(row), 25);
	row_plain(row, &out);
	CHECK_STR(out.buf, "ok 3    tests ?     更多!");
	sbuf_release(&out);
	rows_add_text(&r, ROW_DIM, 4, 14, "one two three\n\nfour");
	rows_plain(&r, &out);
	CHECK_STR(out.buf, "ok 3    tests ?     更多!\n    one two\n    three\n\n    four\n");
	CHECK(!r.v[1].wrapped && r.v[2].wrapped && !r.v[3].wrapped && !r.v[4].wrapped);
	sbuf_release(&out);
	rows_release(&r);
}

TEST(search)
{
	struct rows r = ROWS_INIT;

	rows_add_text(&r, ROW_TEXT, 0, 10, "The Straße\nof owner ship and of ownership");
	CHECK_INT(rows_search(&r, "strasse", 0, 1), 0);
	CHECK_INT(rows_search(&r, "OF", 0, 1), 1);
	CHECK_INT(rows_search(&r, "of", 2, 1), 3);
	CHECK_INT(rows_search(&r, "of", (int)r.n - 1, -1), 3);
	CHECK_INT(rows_search(&r, "of", 1, -1), 1);
	CHECK_INT(rows_search(&r, "owner ship", 0, 1), 1);
	CHECK_INT(rows_search(&r, "nothing", 0, 1), -1);
	CHECK_INT(rows_search(&r, "", 0, 1), -1);
	CHECK_INT(rows_search(&r, "of", 99, 1), -1);
	CHECK_INT(rows_search(&r, "of", -1, 1), -1);
	rows_release(&r);
}

TEST(search_sees_words_that_were_cut)
{
	struct rows r = ROWS_INIT;

	rows_add_text(&r, ROW_TEXT, 0, 10, "aaaaaaabcdefgh");
	CHECK_INT(r.n, 2);
	CHECK_INT(rows_search(&r, "abcdef", 0, 1), 0);
	CHECK_INT(rows_search(&r, "abcdef", 1, 1), -1);
	rows_release(&r);
}

TEST(style_names)
{
	CHECK_STR(row_style_name(ROW_TEXT), "text");
	CHECK_STR(row_style_name(ROW_BADGE), "badge");
	CHECK_STR(row_style_name(ROW_STYLES), "unknown");
}
