/* The cutter's inside, shared by chunk.c and chunk_std.c. Private to kb. */
#ifndef KB_CHUNK_INT_H
#define KB_CHUNK_INT_H

#include "kb/chunk.h"

#define CUTTER_LEVELS 6

struct cutter {
	const struct chunk_page *page;
	struct chunks *out;
	enum chunk_kind kind;               /* of the piece being made */
	char *title;
	struct sbuf heads[CUTTER_LEVELS];   /* headings that are open, by level */
	struct sbuf prose, code, links, anchor, crumb, names; /* the piece */
	bool open;
};

void cutter_crumb(const struct cutter *c, struct sbuf *out);
void cutter_open(struct cutter *c, const char *anchor); /* nothing when a piece is open */
void cutter_flush(struct cutter *c);
void cutter_block(struct cutter *c, const struct block *b);
void cutter_heading(struct cutter *c, const struct block *b);
void cut_std_page(struct cutter *c, const struct doc *d);

#endif
