/* room: learn */
/* A card's body to steps; a passage to whole sentences; a question as a follow-up. */
#include "base/base.h"

#include "learn/compose.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = xmemdupz(data, size), *output;
	struct card c = { .kind = CARD_QUESTION, .body = text };
	struct cites all = CITES_INIT;
	struct steps s = STEPS_INIT;
	struct sbuf out = SBUF_INIT;
	struct passage p = { "page", "title", text };
	int one = cites_add(&all, "page", NULL);

	compose_card(&c, &all, &one, 1, &s);
	for (size_t i = 0; i < s.n; i++) {
		output = compose_output(&s.v[i]);
		free(output);
	}
	compose_passages(&p, 1, &all, &s);
	steps_renumber(&s, &all);
	compose_sentences(text, size % 20, &out);
	compose_is_follow_up(text);
	compose_is_bare(text);
	compose_joined(text, text, &out);
	sbuf_release(&out);
	steps_release(&s);
	cites_release(&all);
	free(text);
	return 0;
}
