/* room: learn */
/* Front matter, typed and as text, a lesson (head and whole) and the concept graph. */
#include "base/base.h"

#include "base/front.h"
#include "learn/course.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void whole(const char *text, size_t len)
{
	struct lesson l;

	if (!lesson_parse_head("lessons/07-x.md", text, len, &l, NULL))
		lesson_release(&l);
	if (lesson_parse("lessons/07-x.md", text, len, &l, NULL))
		return;
	for (size_t i = 0; i < l.fences.n; i++) {
		struct sbuf program = SBUF_INIT;
		int shift;

		lesson_block_program(&l.fences.v[i], &program, &shift);
		sbuf_release(&program);
	}
	lesson_release(&l);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = xmalloc(size ? size : 1); /* exactly its size: reading further shows */
	struct strv problems = STRV_INIT;
	struct concept *v;
	struct front f;
	size_t n;

	memcpy(text, data, size);
	if (!front_parse(text, size, &f, NULL))
		front_release(&f);
	if (!front_parse_text(text, size, &f, NULL))
		front_release(&f);
	whole(text, size);
	if (!concepts_parse(text, size, &v, &n, &problems, NULL)) {
		for (size_t i = 0; i < n; i++)
			if (v[i].order != (int)i)
				abort();
		concepts_free(v, n);
	}
	strv_release(&problems);
	free(text);
	return 0;
}
