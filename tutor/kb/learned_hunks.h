/* hunks: the difference of two texts as changes of lines that lie apart, each of which can be taken back alone. Pure. */
#ifndef KB_LEARNED_HUNKS_H
#define KB_LEARNED_HUNKS_H

#include "base/sbuf.h"

struct line_hunk {
	size_t a, a_n, b, b_n; /* lines from 0 in the first and the second text, and how many */
};

struct hunks {
	struct line_hunk *v;
	size_t n, alloc;
};

void hunks_find(const char *a, size_t alen, const char *b, size_t blen, struct hunks *out); /* what was in out goes */
void hunks_release(struct hunks *h);
/* Appends b with hunk i as it was in a. */
void hunks_without(const struct hunks *h, size_t i, const char *a, size_t alen, const char *b, size_t blen, struct sbuf *out);

#endif
