/* room: learn */
/* A model's reply: read, checked on every rung, put into a starter; and texts as data for a prompt. */
#include "base/base.h"

#include "learn/guard.h"
#include "learn/prompt.h"
#include "learn/splice.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The input's parts, cut at NULs: reply, given text, solution, starter. */
static const char *part(const char **p, const char *end)
{
	const char *s = *p;

	*p = s + strlen(s) < end ? s + strlen(s) + 1 : end;
	return s;
}

static void check(const char *reply, const char *given, const char *solution, const char *starter)
{
	struct guard_spec spec = { .given = &given, .n_given = 1, .examples = given, .lines = 5, .cites = 2, .solution = solution, .starter = starter };
	struct sbuf text = SBUF_INIT, words = SBUF_INIT, why = SBUF_INIT;
	struct strv out = STRV_INIT, pieces = STRV_INIT;

	guard_read(reply, strlen(reply), 2, &text);
	guard_read_words(reply, strlen(reply), &words);
	for (spec.rung = 0; spec.rung < 6; spec.rung++)
		guard_check(&spec, text.buf, text.len, &why);
	guard_check(&spec, reply, strlen(reply), NULL);
	spec.facts = given;
	guard_check(&spec, text.buf, text.len, &why);
	splice_pieces(reply, strlen(reply), &pieces);
	for (size_t i = 0; i < pieces.n && i < 2; i++)
		splice_programs(starter, strlen(starter), pieces.v[i], strlen(pieces.v[i]), &out);
	sbuf_reset(&why);
	prompt_neutralise(given, strlen(given), &why);
	if (strstr(why.buf, "<|") || strstr(why.buf, "```"))
		BUG("a mark was left");
	strv_release(&out);
	strv_release(&pieces);
	sbuf_release(&text);
	sbuf_release(&words);
	sbuf_release(&why);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text;
	const char *p, *end, *parts[4];

	if (size > 6000)
		return 0;
	text = xmemdupz(data, size);
	p = text;
	end = text + size;
	for (size_t i = 0; i < ARRAY_SIZE(parts); i++)
		parts[i] = part(&p, end);
	check(parts[0], parts[1], parts[2], parts[3]);
	free(text);
	return 0;
}
