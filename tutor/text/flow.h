/*
 * flow: styled text to rows: where lines break. Private to text/. Breaks at spaces, around wide (CJK)
 * characters as far as their punctuation allows (a small part of UAX #14), after a hyphen between
 * letters; a word longer than the row is cut at a cluster border, after punctuation when there is some.
 * Clusters end where a run of one style ends, so that a row's width is the sum of its pieces'.
 */
#ifndef TEXT_FLOW_H
#define TEXT_FLOW_H

#include "text/layout.h"

struct flow_run {
	size_t end; /* byte offset in the text */
	enum row_style style;
	const char *href; /* borrowed */
};

struct flow {
	struct sbuf text; /* safe to show; '\n' is a hard break */
	struct flow_run *runs;
	size_t n, alloc;
};

#define FLOW_INIT { SBUF_INIT, NULL, 0, 0 }

void flow_add(struct flow *f, enum row_style style, const char *text, size_t len, const char *href);
void flow_break(struct flow *f);
void flow_release(struct flow *f);

enum flow_mode {
	FLOW_WORDS,    /* break between words */
	FLOW_ANYWHERE, /* break when the row is full (code) */
	FLOW_NEVER,    /* only hard breaks */
};

/* Makes the next row, with what stands left of the text in it. */
typedef struct row *flow_row(void *ctx, bool wrapped);

/* At least one row. Text starts at column `left` and is at most `width` (at least 2) columns wide. */
void flow_wrap(const struct flow *f, int left, int width, enum flow_mode mode, flow_row *row, void *ctx);
/* Columns of the longest line and of the longest word. */
void flow_measure(const struct flow *f, int *line, int *word);
/* Cleans text for a row: see row_add. */
void text_clean(struct sbuf *out, int column, const char *text, size_t len);

#endif
