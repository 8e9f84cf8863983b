#include "test.h"

#include "base/utf8.h"

static void check_width(const char *s, int want)
{
	CHECK_INT(utf8_width(s, strlen(s)), want);
}

TEST(widths)
{
	check_width("", 0);
	check_width("plain ascii~", 12);
	check_width("e\xCC\x81", 1);
	check_width("\xCC\x81", 0);
	check_width("漢字", 4);
	check_width("👩‍👩‍👧‍👦", 2);
	check_width("❤️", 2);
	check_width("🇩🇪", 2);
	check_width("🇩🇪🇫🇷x", 5);
	check_width("a\xFF" "b", 3);
}

TEST(clusters_of_ascii_before_marks)
{
	int width;

	CHECK_INT(utf8_cluster("ae", 2, &width), 1);
	CHECK_INT(utf8_cluster("e\xCC\x81x", 4, &width), 3);
	CHECK_INT(width, 1);
	CHECK_INT(utf8_cluster("e\xC3\xA9", 3, &width), 1);
	CHECK_INT(utf8_cluster("\r\n", 2, &width), 2);
}

TEST(sanitize)
{
	struct sbuf out = SBUF_INIT;
	const char *s = "a\x1b[2J\tb\n\x7f\xc2\x9b" "31m \xe2\x80\xae \xff \xe6\xbc\xa2";

	utf8_sanitize(&out, s, strlen(s));
	CHECK_STR(out.buf, "a?[2J\tb\n??31m \xEF\xBF\xBD \xEF\xBF\xBD \xe6\xbc\xa2");
	sbuf_reset(&out);
	utf8_sanitize(&out, "a\0b", 3);
	CHECK_STR(out.buf, "a?b");
	sbuf_release(&out);
}
