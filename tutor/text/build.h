/*
 * build: what the Markdown and the HTML reader share: nesting of lists and quotes to prefixes and markers,
 * runs of inline text to spans, unique heading ids. Private to text/. The document is borrowed.
 */
#ifndef TEXT_BUILD_H
#define TEXT_BUILD_H

#include "base/map.h"
#include "text/block.h"

struct build_level {
	char kind;    /* 'q' quote, 'l' list, 'i' item, 'd' indent */
	bool ordered; /* 'l' */
	bool tight;   /* 'l' */
	int number;   /* 'l': of the next item */
	int width;    /* 'l': columns of its items' prefix, marker and space */
	size_t prefix_len; /* length of the prefix before this level */
};

#define BUILD_LEVELS (BLOCK_INDENT_MAX * 2) /* a list and its item are two */

struct build {
	struct doc *d;
	struct map ids;    /* id to the number that its next duplicate gets */
	struct build_level levels[BUILD_LEVELS];
	size_t depth;      /* may pass BUILD_LEVELS: what is deeper is only counted */
	int indent;
	struct sbuf prefix;
	char *marker;      /* of an item whose first block has not come yet */
	bool first_item;   /* that item is its list's first */
	struct table_cell *cell; /* where inline text goes; NULL: to the last block */
	struct sbuf text;  /* inline text not yet a span */
	unsigned style;
	const char *href;  /* borrowed until build_flush */
};

void build_init(struct build *b, struct doc *d);
void build_release(struct build *b);

/* Containers; each is closed by build_pop. last: the number of an ordered list's last item. */
void build_list(struct build *b, bool ordered, int start, int last, bool tight);
void build_item(struct build *b);
void build_quote(struct build *b);
void build_indent(struct build *b); /* the text of a term */
void build_pop(struct build *b);

/* Starts a block here; a paragraph becomes an item or a quote where it stands in one. */
struct block *build_block(struct build *b, enum block_kind kind, int line);
/* Inline text of the current block or cell; equal neighbours join. */
void build_text(struct build *b, unsigned style, const char *href, const char *text, size_t len);
void build_flush(struct build *b);
/* Text of a code block: safe to show, LF line ends. */
char *build_clean(const char *text);
/* Gives the heading just finished an id made of its text, unique in the document. */
void build_heading_id(struct build *b);
/* Gives the last block an id; what another block has already is left there. */
void build_id(struct build *b, const char *id);

#endif
