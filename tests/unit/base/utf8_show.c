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

TEST(cluster_before)
{
	char marks[203] = "ab";

	CHECK_INT(utf8_cluster_before("", 0), 0);
	CHECK_INT(utf8_cluster_before("a", 1), 0);
	CHECK_INT(utf8_cluster_before("ab", 2), 1);
	CHECK_INT(utf8_cluster_before("a\nb", 2), 1);
	CHECK_INT(utf8_cluster_before("a\r\n", 3), 1);
	CHECK_INT(utf8_cluster_before("🇩🇪🇫🇷", 16), 8);
	CHECK_INT(utf8_cluster_before("🇩🇪🇫🇷", 12), 8);
	for (int i = 0; i < 100; i++)
		memcpy(marks + 2 + 2 * i, "\xCC\x81", 2);
	CHECK_INT(utf8_cluster_before(marks, 202), 1);
	CHECK_INT(utf8_cluster_before(marks, 102), 1);
}

TEST(cluster_at)
{
	CHECK_INT(utf8_cluster_at("", 0, 0), 0);
	CHECK_INT(utf8_cluster_at("ab", 2, 1), 1);
	CHECK_INT(utf8_cluster_at("ab", 2, 9), 2);
	for (size_t i = 1; i < 26; i++)
		CHECK_INT(utf8_cluster_at("x👩‍👩‍👧‍👦y", 27, i), 1);
	CHECK_INT(utf8_cluster_at("x👩‍👩‍👧‍👦y", 27, 26), 26);
	CHECK_INT(utf8_cluster_at("\x80\x80\x80", 3, 1), 1);
	CHECK_INT(utf8_cluster_at("a\r\n", 3, 2), 1);
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
