/*
 * Time of md_parse and layout_doc: tests/bench/layout FILE...: the files' Markdown joined, repeated up to
 * 200 kB, best and median of 21 runs at width 80. Links room text and what it sees.
 */
#include "base/base.h"

#include "base/clock.h"
#include "base/file.h"
#include "text/layout.h"

#define RUNS 21
#define SIZE 200000

static int by_value(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void one(const struct sbuf *text, int64_t *parse, int64_t *both)
{
	struct layout_opts o = { .width = 80 };
	struct rows rows = ROWS_INIT;
	struct doc d = DOC_INIT;
	int64_t start = clock_mono_us();

	if (md_parse(text->buf, text->len, 1, &d, NULL))
		BUG("md_parse");
	*parse = clock_mono_us() - start;
	layout_doc(&d, &o, &rows);
	*both = clock_mono_us() - start;
	rows_release(&rows);
	doc_release(&d);
}

int main(int argc, char **argv)
{
	struct sbuf all = SBUF_INIT, text = SBUF_INIT;
	int64_t parse[RUNS], both[RUNS];

	for (int i = 1; i < argc; i++)
		if (file_read(argv[i], MD_MAX, &all, NULL))
			return 2;
	while (all.len && text.len < SIZE)
		sbuf_add(&text, all.buf, MIN(all.len, SIZE - text.len));
	for (int i = 0; i < RUNS; i++)
		one(&text, &parse[i], &both[i]);
	qsort(parse, RUNS, sizeof(*parse), by_value);
	qsort(both, RUNS, sizeof(*both), by_value);
	printf("%zu bytes: parse %.1f ms, parse and layout %.1f ms (best %.1f)\n", text.len,
	       parse[RUNS / 2] / 1000.0, both[RUNS / 2] / 1000.0, both[0] / 1000.0);
	sbuf_release(&all);
	sbuf_release(&text);
	return 0;
}
