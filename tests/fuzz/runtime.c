/* room: rust */
#include "rust/runtime.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct runtime_report r;
	int code = size ? data[0] : 0;

	runtime_read((const char *)data, size, code, 0, &r);
	if ((r.line || r.col) && !r.file)
		BUG("a line without a file");
	runtime_refine(&r, (const char *)data, size);
	runtime_release(&r);
	return 0;
}
