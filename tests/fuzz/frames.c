/* room: learn */
/* rustc's text and a model's reply: whatever is said of an error is one of the sentences that were made of it. */
#include "base/base.h"

#include "learn/frames.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct diag *d, const char *reply, size_t len)
{
	struct frames f;
	struct sbuf facts = SBUF_INIT, grammar = SBUF_INIT, said = SBUF_INIT;

	frames_build(d, 1000, &f);
	if (f.first.n > FRAMES_FIRST_MAX || f.second.n > FRAMES_SECOND_MAX)
		BUG("too many sentences");
	frames_facts(&f, &facts);
	if (f.first.n)
		frames_grammar(&f, &grammar);
	if (frames_read(&f, reply, len, &said)) {
		bool found = false;

		for (size_t i = 0; i < f.first.n; i++)
			found = found || starts_with(said.buf, f.first.v[i]);
		if (!found)
			BUG("a sentence of somebody else");
	}
	frames_read(&f, facts.buf, facts.len, &said);
	frames_release(&f);
	sbuf_release(&facts);
	sbuf_release(&grammar);
	sbuf_release(&said);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data, *nul = memchr(data, '\0', size);
	size_t len = nul ? (size_t)(nul - text) : size;
	struct diags ds = DIAGS_INIT;

	diags_parse_human(text, len, &ds);
	for (size_t i = 0; i < ds.n && i < 20; i++)
		check(&ds.v[i], nul ? nul + 1 : "", nul ? size - len - 1 : 0);
	diags_release(&ds);
	return 0;
}
