/* room: rust */
#include "rust/diag.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_spans(const struct diag *d)
{
	for (size_t i = 0; i < d->n_spans; i++)
		if (!d->spans[i].file || d->spans[i].col < 1 || d->spans[i].line < 1)
			BUG("a span without a place");
	for (size_t i = 0; i < d->n_children; i++)
		check_spans(&d->children[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct diags d = DIAGS_INIT;

	diags_parse_human((const char *)data, size, &d);
	diags_find_roots(&d);
	for (size_t i = 0; i < d.n; i++)
		check_spans(&d.v[i]);
	diags_release(&d);
	return 0;
}
