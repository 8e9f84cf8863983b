/*
 * The unit tests' frame: TEST(name) { CHECK(...); } and one main a file. A failed check is reported and
 * the test goes on. The last line is `N passed, N failed`; exit 1 when anything failed.
 */
#ifndef TESTS_UNIT_TEST_H
#define TESTS_UNIT_TEST_H

#include "base/base.h"

struct test {
	const char *name;
	void (*run)(void);
	struct test *next;
};

static struct test *test_list;
static int test_failures; /* in the running test */

#define TEST(id)                                                                                   \
	static void test_##id(void);                                                               \
	__attribute__((constructor)) static void test_add_##id(void)                              \
	{                                                                                          \
		static struct test t = { #id, test_##id, NULL };                                   \
		struct test **end = &test_list;                                                    \
		while (*end)                                                                       \
			end = &(*end)->next;                                                       \
		*end = &t;                                                                         \
	}                                                                                          \
	static void test_##id(void)

#define CHECK(cond)                                                                                \
	do {                                                                                       \
		if (!(cond)) {                                                                     \
			test_failures++;                                                           \
			printf("%s:%d: not true: %s\n", __FILE__, __LINE__, #cond);                \
		}                                                                                  \
	} while (0)

#define CHECK_STR(got, want) test_check_str(__FILE__, __LINE__, (got), (want))
#define CHECK_INT(got, want) test_check_int(__FILE__, __LINE__, (long long)(got), (long long)(want))

static inline void test_check_str(const char *file, int line, const char *got, const char *want)
{
	if (got && want && !strcmp(got, want))
		return;
	test_failures++;
	printf("%s:%d: got  \"%s\"\n%*swant \"%s\"\n", file, line, got ? got : "(null)",
	       (int)strlen(file) + 4, "", want ? want : "(null)");
}

static inline void test_check_int(const char *file, int line, long long got, long long want)
{
	if (got == want)
		return;
	test_failures++;
	printf("%s:%d: got %lld, want %lld\n", file, line, got, want);
}

int main(int argc, char **argv)
{
	int passed = 0, failed = 0;

	setvbuf(stdout, NULL, _IOLBF, 0);
	for (struct test *t = test_list; t; t = t->next) {
		if (argc > 1 && strcmp(argv[1], t->name))
			continue;
		test_failures = 0;
		t->run();
		if (test_failures)
			printf("FAIL %s\n", t->name);
		*(test_failures ? &failed : &passed) += 1;
	}
	printf("%d passed, %d failed\n", passed, failed);
	return failed != 0;
}

#endif
