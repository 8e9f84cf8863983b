/* room: learn */
/* The harness for any learner's text and any author's tests (behind a NUL byte), and any output of a run. */
#include "base/base.h"

#include "learn/harness.h"

#define NONCE "0123456789abcdef"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Nothing moves: all of the learner's bytes outside of `main` are where they were. */
static void check_root(const struct harness *h, const char *text, size_t len)
{
	size_t changed = 0;

	if (h->files[0].len < len)
		abort();
	for (size_t i = 0; i < len; i++)
		changed += h->files[0].text[i] != text[i];
	if (changed && !memmem(text, len, "main", 4))
		abort();
}

static void build(const char *text, size_t len, const char *author)
{
	struct harness h;
	struct sbuf err = SBUF_INIT;
	int line;

	if (!harness_tests(text, len, author, &h, &err)) {
		check_root(&h, text, len);
		harness_release(&h);
	}
	if (!harness_probe(text, len, author, &h, &err)) {
		check_root(&h, text, len);
		harness_release(&h);
	}
	if (!harness_diagnostics(text, len, EXERCISE_TESTS, author, &h, &err)) {
		if (memcmp(h.files[0].text, text, len))
			abort();
		harness_release(&h);
	}
	harness_has_word(text, len, author, &line);
	harness_order(author, text, len, &line, &err);
	output_difference(author, strlen(author), text, len, &err);
	predict_mark(KIND_PREDICT_COMPILER, author, "E0382 7", &err);
	sbuf_release(&err);
}

/* The input as a run's output; `@` stands for the nonce, so that the fuzzer finds markers. */
static void read_back(const char *text, size_t len)
{
	struct strv names = STRV_INIT;
	struct sbuf out = SBUF_INIT;
	struct harness_run run;

	strv_push(&names, "a");
	strv_push(&names, "b");
	for (size_t i = 0; i < len; i++) {
		if (text[i] == '@')
			sbuf_addstr(&out, NONCE);
		else
			sbuf_addch(&out, text[i]);
	}
	harness_read(NONCE, out.buf, out.len, &names, &run);
	if (run.n != 2 || run.passed > 2 || (harness_passed(&run) && !memmem(text, len, "@ done", 6)))
		abort();
	harness_run_release(&run);
	strv_release(&names);
	sbuf_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *nul = size ? memchr(data, '\0', size) : NULL;
	size_t len = nul ? (size_t)(nul - data) : size;
	char *author = nul ? xmemdupz(nul + 1, size - len - 1) : xstrdup("#[test]\nfn t() {}\n");
	char *text = xmalloc(len ? len : 1);

	memcpy(text, data, len);
	build(text, len, author);
	read_back(text, len);
	free(text);
	free(author);
	return 0;
}
