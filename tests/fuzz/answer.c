/* room: rust */
#include "rust/answer.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
/* The first byte says where the file ends and the answer begins. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data + 1;
	struct sbuf code = SBUF_INIT, kept = SBUF_INIT, spliced = SBUF_INIT;
	size_t cut;

	if (!size)
		return 0;
	cut = (size - 1) * data[0] / 255;
	answer_is_over(text + cut, size - 1 - cut);
	if (answer_code(text + cut, size - 1 - cut, data[0] & 1, &code)) {
		answer_keep_tests(text, cut, code.buf, code.len, &kept);
		answer_splice(text, cut, code.buf, code.len, &spliced);
	}
	sbuf_release(&spliced);
	sbuf_release(&kept);
	sbuf_release(&code);
	return 0;
}
