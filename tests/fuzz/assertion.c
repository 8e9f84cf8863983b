/* room: rust */
#include "rust/assertion.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The first bytes choose the place and the message; the rest is the tests' text. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const messages[] = { "assertion `left == right` failed: m\n  left: 1\n right: 2", "assertion failed: x",
						"called `Option::unwrap()` on a `None` value", "called `Result::unwrap()` on an `Err` value: E",
						"" };
	struct assertion a;
	struct runtime_report r;
	struct sbuf s = SBUF_INIT;
	const char *text = (const char *)data + 3;
	char *test;

	if (size < 3)
		return 0;
	runtime_of_panic(messages[data[2] % 5], NULL, "tests.rs", data[0], data[1], &r);
	if (assertion_at(text, size - 3, data[0], data[1], &a))
		assertion_say(&a, &r, &s);
	assertion_release(&a);
	if (assertion_first(text, size - 3, &a))
		assertion_wants(&a, &s);
	assertion_release(&a);
	test = assertion_test(text, size - 3, "t");
	free(test);
	runtime_release(&r);
	sbuf_release(&s);
	return 0;
}
