/* room: io */
#include "io/sse.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int take(void *ctx, const char *data, size_t len)
{
	struct sbuf *all = ctx;

	if (strlen(data) > len)
		BUG("not terminated");
	sbuf_add(all, data, len);
	sbuf_addch(all, '\0');
	return 0;
}

/* In one piece and in pieces of `step` bytes: the same events. */
static void run(const uint8_t *data, size_t size, size_t step, struct sbuf *all)
{
	struct sse s;
	int rc = 0;

	sse_init(&s, 512, take, all);
	for (size_t i = 0; i < size && !rc; i += step)
		rc = sse_feed(&s, (const char *)data + i, MIN(step, size - i), NULL);
	if (!rc)
		sse_end(&s, NULL);
	sse_release(&s);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sbuf whole = SBUF_INIT, pieces = SBUF_INIT;

	run(data, size, size ? size : 1, &whole);
	run(data, size, size ? 1 + data[0] % 7 : 1, &pieces);
	if (whole.len != pieces.len || memcmp(whole.buf, pieces.buf, whole.len))
		BUG("cutting changes the events");
	sbuf_release(&whole);
	sbuf_release(&pieces);
	return 0;
}
