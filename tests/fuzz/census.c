/* room: rust */
#include "rust/census.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
/* The first byte says where the text before ends and the text after begins. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data + 1;
	struct sbuf why = SBUF_INIT;
	size_t cut;
	int stubs, risky;

	if (!size)
		return 0;
	cut = (size - 1) * data[0] / 255;
	if (census_guard(text, cut, text, cut, 0, &why) < 0)
		abort();
	census_guard(text, cut, text + cut, size - 1 - cut, data[0] & 1, &why);
	census_marks(text, cut, text + cut, size - 1 - cut, &stubs, &risky);
	sbuf_release(&why);
	return 0;
}
