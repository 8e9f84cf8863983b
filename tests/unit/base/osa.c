/* Distances of texts. */
#include "base/osa.h"
#include "test.h"

static int vowels(char a, char b)
{
	return a == b ? 0 : strchr("aeiou", a) && strchr("aeiou", b) ? 1 : 2;
}

static int far(const char *a, const char *b)
{
	return osa_distance(a, b, OSA_MAX, NULL);
}

TEST(distances)
{
	CHECK_INT(far("", ""), 0);
	CHECK_INT(far("abc", ""), 3);
	CHECK_INT(far("", "abc"), 3);
	CHECK_INT(far("kitten", "sitting"), 3);
	CHECK_INT(far("move", "mvoe"), 1); /* a swap is one */
	CHECK_INT(far("ca", "abc"), 3);    /* optimal string alignment, not the unrestricted distance */
	CHECK_INT(far("same", "same"), 0);
}

TEST(bounds_and_costs)
{
	char longest[OSA_MAX + 2];

	memset(longest, 'a', sizeof(longest) - 1);
	longest[sizeof(longest) - 1] = 0;
	CHECK_INT(far(longest, longest), OSA_MAX + 1);
	CHECK_INT(far(longest + 1, longest + 1), 0);
	CHECK_INT(osa_distance("kitten", "sitting", 2, NULL), 3);
	CHECK_INT(osa_distance("a", "abcdef", 2, NULL), 3);
	CHECK_INT(osa_distance("bat", "bet", 5, vowels), 1);
	CHECK_INT(osa_distance("bat", "cat", 5, vowels), 2);
	CHECK_INT(osa_distance("bat", "abt", 5, vowels), 1);
}
