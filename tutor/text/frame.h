/*
 * frame: what stands left of a block's rows: quote bars, list markers, indent. Private to text/. Layout
 * makes one for each block; code.c and table.c add their rows through it.
 */
#ifndef TEXT_FRAME_H
#define TEXT_FRAME_H

#include "text/flow.h"

struct frame {
	const struct block *b;
	const struct layout_opts *o;
	struct rows *out;
	int block;       /* index, for the rows */
	int left;        /* columns of the prefix as shown: at most half the width */
	int width;       /* columns right of it for code and tables */
	int text_width;  /* and for prose */
	bool marker_fits; /* the marker stands in the prefix, else it is part of the text */
	bool begun;      /* a row has been made */
};

void frame_init(struct frame *f, const struct doc *d, size_t i, const struct layout_opts *o, struct rows *out);
bool frame_ascii(const struct frame *f);
/* The next row with its prefix (a flow_row; ctx is the frame). */
struct row *frame_row(void *frame, bool wrapped);
/* Spans as flow text over a base style. */
void frame_spans(const struct frame *f, struct flow *flow, enum row_style base, const struct span *spans,
		 size_t n);

/* number: of the code block in its document, from 1; 0: not numbered. */
void layout_code(struct frame *f, size_t number);
void layout_table(struct frame *f);

#endif
