/* room: rust */
#include "rust/edits.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* rustc's JSON, and everything that is derived from it. */
static void use(const struct diag *d, const char *text, size_t len)
{
	struct diag_label labels[16];
	struct strv names = STRV_INIT;
	struct sbuf out = SBUF_INIT;
	struct edits *v;
	size_t n;

	diag_labels(d, labels, ARRAY_SIZE(labels));
	diag_names(d, &names);
	for (int level = 1; level <= 4; level++)
		diag_key(d, level, &out);
	n = diag_suggestions(d, NULL, &v);
	for (size_t i = 0; i < n; i++)
		edits_apply(&v[i], text, len, &out);
	edits_free_all(v, n);
	strv_release(&names);
	sbuf_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data;
	struct diags d = DIAGS_INIT;

	diags_parse(text, size, &d);
	diags_find_roots(&d);
	for (size_t i = 0; i < d.n; i++) {
		if (d.v[i].root_of >= (int)d.n || (d.v[i].root && d.v[i].root_of >= 0))
			BUG("root_of %d", d.v[i].root_of);
		use(&d.v[i], text, size);
	}
	diags_release(&d);
	return 0;
}
