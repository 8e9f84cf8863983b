#include "test.h"

#include "io/outbuf.h"

static void expect(const char *input, size_t piece, size_t keep, const char *want, bool cut)
{
	struct outbuf o;
	struct sbuf text = SBUF_INIT;
	size_t len = strlen(input);

	outbuf_init(&o, keep);
	for (size_t i = 0; i < len; i += piece)
		outbuf_add(&o, input + i, MIN(piece, len - i));
	CHECK_INT(o.total, len);
	CHECK_INT(outbuf_text(&o, &text), cut);
	CHECK_STR(text.buf, want);
	sbuf_release(&text);
	outbuf_release(&o);
}

TEST(short_streams_are_whole)
{
	for (size_t piece = 1; piece < 12; piece++) {
		expect("", piece, 2, "", false);
		expect("abcdefghij", piece, 10, "abcdefghij", false);
		expect("abcdefghij", piece, 11, "abcdefghij", false);
		expect("abcdefghij", piece, 1000, "abcdefghij", false);
	}
}

TEST(long_streams_keep_head_and_tail)
{
	for (size_t piece = 1; piece < 30; piece++) {
		expect("abcdefghijk", piece, 10, "abcde\n[... 1 bytes left out ...]\nghijk", true);
		expect("ab\ndefghijklmnopqrstuvwxyz", piece, 6,
		       "ab\n[... 20 bytes left out ...]\nxyz", true);
		expect("abcdefghijklmnopqrstuvwxyz", piece, 3,
		       "a\n[... 23 bytes left out ...]\nyz", true);
	}
}

TEST(characters_are_not_cut)
{
	/* e-acute is two bytes, the euro sign three */
	expect("ab\xc3\xa9xxxxx\xe2\x82\xac" "d", 1, 6, "ab\n[... 10 bytes left out ...]\nd", true);
	/* bytes that are no UTF-8 are kept as they are */
	expect("\x80\x80\x80\x80xxxx\x80\x80\x80\x80", 5, 4,
	       "\x80\x80\n[... 10 bytes left out ...]\n", true);
}

TEST(a_flood_of_any_pieces_keeps_the_last_bytes)
{
	struct outbuf o;
	struct sbuf all = SBUF_INIT, text = SBUF_INIT;
	unsigned seed = 7;

	outbuf_init(&o, 128);
	while (all.len < 100000) {
		char piece[300];
		size_t n = (seed = seed * 1103515245u + 12345u) / 65536u % 300;

		for (size_t i = 0; i < n; i++)
			piece[i] = (char)('a' + (all.len + i) % 26);
		sbuf_add(&all, piece, n);
		outbuf_add(&o, piece, n);
	}
	CHECK(outbuf_text(&o, &text));
	CHECK(!memcmp(text.buf, all.buf, 64));
	CHECK_STR(text.buf + text.len - 64, all.buf + all.len - 64);
	CHECK(text.len < 200);
	sbuf_release(&all);
	sbuf_release(&text);
	outbuf_release(&o);
}
