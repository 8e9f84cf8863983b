/* room: kb */
/* A card, and its sentences filled from a diagnostic whose texts are the input's, too. */
#include "base/base.h"

#include "kb/card.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void match(const struct card *c)
{
	struct diag_span span = { .file = (char *)"main.rs", .line = 3, .col = 1, .primary = true, .label = c->title };
	struct diag d = { .code = c->code, .message = c->what ? c->what : c->title, .spans = &span, .n_spans = 1 };
	struct cards cs = { (struct card *)c, 1, 1 };
	struct sbuf out = SBUF_INIT;

	cards_for_diag(&cs, &d);
	card_your_code(c, &d, &out);
	sbuf_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const slugs[] = { "errors/x", "questions/x", "tasks/x" };
	char *text = xmalloc(size ? size : 1);
	struct card c;

	memcpy(text, data, size);
	for (size_t i = 0; i < ARRAY_SIZE(slugs); i++) {
		if (card_parse(slugs[i], text, size, &c, NULL) < 0)
			continue;
		match(&c);
		card_release(&c);
	}
	free(text);
	return 0;
}
