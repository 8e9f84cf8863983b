/* room: learn */
/* exercise.md, a variant laid over it, and hints.md. */
#include "base/base.h"

#include "learn/exercise.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = xmalloc(size ? size : 1);
	struct strv problems = STRV_INIT;
	struct exercise e;

	memcpy(text, data, size);
	if (!exercise_parse(NULL, text, size, true, &e, NULL)) {
		exercise_problems(&e, &problems);
		exercise_parse_variant(text, size, &e, NULL);
		exercise_parse_hints(text, size, &e, NULL);
		exercise_problems(&e, &problems);
		exercise_way(&e);
		exercise_release(&e);
	}
	memset(&e, 0, sizeof(e));
	exercise_parse_hints(text, size, &e, NULL);
	exercise_release(&e);
	strv_release(&problems);
	free(text);
	return 0;
}
