/* room: kb */
/* Passages as JSON lines from outside: what is taken in must be taken in again, as it is. */
#include "base/base.h"

#include "kb/jsonl.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sbuf once = SBUF_INIT, twice = SBUF_INIT, err = SBUF_INIT;
	char *text = xmemdupz(data, size);
	size_t n = 0, again = 0;

	jsonl_name_is_fine(text);
	if (jsonl_import(text, size, "class", &once, &n, &err) == 0) {
		if (jsonl_import(once.buf, once.len, "class", &twice, &again, &err) < 0)
			BUG("refused the second time: %s", err.buf);
		if (n != again || once.len != twice.len || memcmp(once.buf, twice.buf, once.len) != 0)
			BUG("another text the second time");
	} else if (!err.len) {
		BUG("refused without a sentence");
	}
	sbuf_release(&once);
	sbuf_release(&twice);
	sbuf_release(&err);
	free(text);
	return 0;
}
