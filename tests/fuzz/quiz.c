/* room: learn */
/* A question's YAML, and an answer behind a NUL byte. */
#include "base/base.h"

#include "learn/quiz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *nul = size ? memchr(data, '\0', size) : NULL;
	size_t len = nul ? (size_t)(nul - data) : size, order[QUIZ_MAX_PARTS];
	char *given = nul ? xmemdupz(nul + 1, size - len - 1) : xstrdup("1 2");
	char *text = xmalloc(len ? len : 1);
	struct sbuf why = SBUF_INIT, solution = SBUF_INIT;
	struct quiz_item q;

	memcpy(text, data, len);
	if (!quiz_parse(text, len, 1, &q, NULL)) {
		quiz_mark(&q, given, &why);
		quiz_solution(&q, &solution);
		if (q.n_options || q.lines.n)
			if (quiz_mark(&q, solution.buf, &why) != 1)
				abort();
		quiz_shuffle(&q, len, order);
		quiz_release(&q);
	}
	sbuf_release(&why);
	sbuf_release(&solution);
	free(text);
	free(given);
	return 0;
}
