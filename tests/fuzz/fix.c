/* room: rust */
#include "rust/fix.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* rustc's JSON, a NUL, the source: the templates on any pair of them. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *json = (const char *)data, *nul = size ? memchr(json, 0, size) : NULL,
		   *text = nul ? nul + 1 : json + size;
	size_t len = size - (size_t)(text - json);
	struct diags d = DIAGS_INIT;
	struct sbuf out = SBUF_INIT;

	diags_parse(json, nul ? (size_t)(nul - json) : size, &d);
	for (size_t i = 0; i < d.n && i < 8; i++) {
		const struct diag_span *p = diag_primary(&d.v[i]);
		struct edits *v;
		size_t n = p ? fix_candidates(&d.v[i], p->file, text, len, &v) : 0;

		for (size_t k = 0; k < n; k++)
			if (!edits_apply(&v[k], text, len, &out) || !*v[k].reason)
				BUG("a candidate that does not apply");
		if (n)
			edits_free_all(v, n);
	}
	sbuf_release(&out);
	diags_release(&d);
	return 0;
}
