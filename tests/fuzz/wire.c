/* room: svc */
#include "base/utf8.h"
#include "svc/wire.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void count(void *ctx, const char *p, size_t len)
{
	(void)p;
	*(size_t *)ctx += len;
}

static void run(const char *p, size_t size, size_t step)
{
	struct wire_reader r;
	size_t told = 0;
	int rc = 0;

	wire_reader_init(&r, 1000);
	r.on_text = count;
	r.ctx = &told;
	for (size_t i = 0; i < size && !rc; i += step)
		rc = wire_reader_feed(&r, p + i, MIN(step, size - i));
	wire_reader_end(&r);
	if (r.text.len > 1000 || told != r.text.len || !utf8_valid(r.text.buf, r.text.len, NULL))
		BUG("text");
	if (r.error.kind == WIRE_OK && r.finish == WIRE_UNFINISHED)
		BUG("neither an end nor an error");
	wire_reader_release(&r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *p = (const char *)data;
	struct wire_error e;
	size_t dim = 0;
	float *v;

	if (!size)
		return 0;
	run(p + 1, size - 1, size);
	run(p + 1, size - 1, 1 + data[0] % 11);
	wire_error_read(400 + data[0], p + 1, size - 1, WIRE_FIELDS, &e);
	if (e.said.len > 300 || !utf8_valid(e.said.buf, e.said.len, NULL))
		BUG("said");
	wire_error_release(&e);
	if (!wire_vectors(p + 1, size - 1, 1 + data[0] % 3, &dim, &v, NULL))
		free(v);
	return 0;
}
