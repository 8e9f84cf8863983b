/*
 * block: the one document model. Markdown (cmark) and HTML (gumbo) are read into it; layout turns it into
 * styled rows. A document is a flat list of blocks with an indent level each (lists and quotes nest by
 * level), so everything that walks it is a loop. All strings are UTF-8, owned by the document.
 */
#ifndef TEXT_BLOCK_H
#define TEXT_BLOCK_H

#include "base/strv.h"

enum block_kind {
	BLOCK_HEADING,    /* level 1..6 */
	BLOCK_PARAGRAPH,
	BLOCK_CODE,       /* info: the fence's words; text: the code */
	BLOCK_ITEM,       /* a list item's first paragraph: marker "-" or "3." */
	BLOCK_QUOTE,      /* a paragraph inside a quote */
	BLOCK_RULE,
	BLOCK_TABLE,
	BLOCK_HTML,       /* raw HTML in Markdown: shown as text */
};

enum span_style {
	SPAN_PLAIN = 0,
	SPAN_EMPH = 1 << 0,
	SPAN_STRONG = 1 << 1,
	SPAN_CODE = 1 << 2,
	SPAN_LINK = 1 << 3,
	SPAN_BREAK = 1 << 4, /* a hard line break; no text */
};

struct span {
	unsigned style;  /* of enum span_style */
	char *text;
	char *href;      /* SPAN_LINK: where to; else NULL */
};

struct table_cell {
	struct span *spans;
	size_t n_spans;
};

struct block {
	enum block_kind kind;
	int level;       /* heading level */
	int indent;      /* nesting depth of lists and quotes, 0 at top */
	int line;        /* first line in the source, from 1; 0 unknown */
	char *id;        /* anchor of a heading; NULL otherwise */
	char *marker;    /* BLOCK_ITEM */
	char *info;      /* BLOCK_CODE: "rust,compile_fail,E0382" */
	char *text;      /* BLOCK_CODE, BLOCK_HTML: raw text */
	struct span *spans;
	size_t n_spans;
	struct table_cell *cells; /* BLOCK_TABLE: rows * columns, the first row is the head */
	size_t rows, columns;
};

struct doc {
	struct block *blocks;
	size_t n, alloc;
};

#define DOC_INIT { NULL, 0, 0 }

void doc_release(struct doc *d);
struct block *doc_add(struct doc *d, enum block_kind kind); /* valid until the next doc_add */
void block_add_span(struct block *b, unsigned style, const char *text, size_t len, const char *href);
/* Plain text of a block, without marks. */
void block_plain(const struct block *b, struct sbuf *out);
/* Heading anchor as mdBook and rustdoc make it: lower case, words joined by '-'. */
void anchor_slug(const char *text, struct sbuf *out);
/* Index of the heading with this id, or -1. */
int doc_find_anchor(const struct doc *d, const char *id);

/*
 * Markdown to blocks. Adds to *d. At most 4 MiB. `table` fences become BLOCK_TABLE. first_line is the
 * line number of the text's first line. open: the text is still growing (a streamed answer), so an
 * unclosed fence counts as closed at the end.
 */
int md_parse(const char *text, size_t len, int first_line, struct doc *d, struct sbuf *err);

#endif
