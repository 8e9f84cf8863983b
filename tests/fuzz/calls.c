/* room: rust */
#include "rust/calls.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void places(const char *text, size_t len)
{
	static const char *const messages[] = { "attempt to add with overflow", "no entry found for key", "Out of bounds access" };
	struct call_places at;

	calls_again(text, len, &at);
	loops_of(text, len, &at);
	for (size_t i = 0; i < ARRAY_SIZE(messages); i++) {
		calls_that_stop(text, len, messages[i], &at);
		if (at.n > CALL_PLACES || (at.n && at.lines[0] < 1))
			BUG("a place that is none");
	}
}

/* The first byte chooses the place, the rest is a Rust text. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data + 1;
	struct strv names = STRV_INIT;
	struct call_site c;
	struct definition d;

	if (!size)
		return 0;
	size--;
	call_site_at(text, size, code_offset(text, size, data[0] % 8, data[0] / 8), &c);
	call_site_release(&c);
	definition_names(text, size, &names);
	for (size_t i = 0; i < names.n && i < 8; i++) {
		if (!definition_find(text, size, names.v[i], &d))
			BUG("a name without its definition");
		definition_release(&d);
	}
	strv_release(&names);
	places(text, size);
	return 0;
}
