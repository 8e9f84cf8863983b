/* room: rust */
#include "rust/fix.h"
#include "rust/fix_logic.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Every test of the source fails: the changes of its logic, and all of them in one text. */
static void logic(const char *text, size_t len)
{
	struct logic_text t = { "main.rs", text, len, false };
	struct logic_spec spec = { .texts = &t, .n_texts = 1, .endless = len % 2 };
	struct logic_edits l;
	struct logic_spans spans = { 0 };
	struct sbuf out = SBUF_INIT;
	bool skip[LOGIC_MAX] = { false };

	logic_find(&spec, &l);
	if (l.n > LOGIC_MAX)
		BUG("too many changes");
	logic_variants(&t, 0, &l, skip, &out, &spans);
	for (size_t i = 0; i < l.n; i++) {
		sbuf_reset(&out);
		if (!edits_apply(&l.v[i].e, text, len, &out) || !*l.v[i].e.reason)
			BUG("a change that does not apply");
	}
	free(spans.v);
	sbuf_release(&out);
	logic_edits_release(&l);
}

/* rustc's JSON, a NUL, the source: the templates on any pair of them. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *json = (const char *)data, *nul = size ? memchr(json, 0, size) : NULL,
		   *text = nul ? nul + 1 : json + size;
	size_t len = size - (size_t)(text - json);
	struct diags d = DIAGS_INIT;
	struct sbuf out = SBUF_INIT;

	logic(text, len);
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
