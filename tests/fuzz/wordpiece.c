/* room: kb */
#include "kb/wordpiece.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char vocab[] = "[UNK]\n[CLS]\n[SEP]\na\n##a\nb\n##b\n!\n所\n";
	static struct wordpiece *w;
	uint32_t ids[64];
	size_t n;

	if (!w)
		w = wordpiece_new(vocab, strlen(vocab), NULL);
	n = wordpiece_encode(w, (const char *)data, size, ids, 64);
	if (n < 2 || n > 64 || ids[n - 1] != 2)
		abort();
	for (size_t i = 0; i < n; i++)
		if (ids[i] >= wordpiece_size(w))
			abort();
	return 0;
}
