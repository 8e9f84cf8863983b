/* room: rust */
#include "rust/needs.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct needs want = NEEDS_INIT, offer = NEEDS_INIT;

	needs_of_tests((const char *)data, size, &want);
	needs_of_code((const char *)data, size, &offer);
	for (size_t i = 0; i < MIN(want.n, (size_t)8); i++)
		for (size_t k = 0; k < MIN(offer.n, (size_t)8); k++)
			needs_fit(&want.v[i], &offer.v[k]);
	needs_release(&want);
	needs_release(&offer);
	return 0;
}
