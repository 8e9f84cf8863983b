/* room: rust */
#include "rust/highlight.h"
#include "rust/lexer.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void piece(void *to, int class, size_t start, size_t len)
{
	size_t *end = to;

	if (start < *end || !len || class == HIGHLIGHT_PLAIN)
		BUG("pieces overlap");
	*end = start + len;
}

/* Tokens put together are the input; items and pieces lie in it. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data;
	struct tokens t = TOKENS_INIT;
	struct items it = ITEMS_INIT;
	size_t at = 0, end = 0;

	lex(text, size, &t);
	for (size_t i = 0; i < t.n; i++) {
		if (t.v[i].start != at || !t.v[i].len)
			BUG("token %zu at %u", i, t.v[i].start);
		at += t.v[i].len;
	}
	if (at != size)
		BUG("tokens end at %zu of %zu", at, size);
	items_scan(text, size, &it);
	for (size_t i = 0; i < it.n; i++)
		if (it.v[i].start > it.v[i].end || it.v[i].end > size ||
		    it.v[i].body > it.v[i].body_end || it.v[i].body_end > it.v[i].end ||
		    it.v[i].parent >= (int)i || !it.v[i].name)
			BUG("item %zu", i);
	rust_highlight(NULL, "rust", text, size, piece, &end);
	if (end > size)
		BUG("piece past the end");
	items_release(&it);
	tokens_release(&t);
	return 0;
}
