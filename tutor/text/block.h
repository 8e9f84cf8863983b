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
	BLOCK_ITEM,       /* a list item's first paragraph: marker "-" or "3."; no spans when it starts with other things */
	BLOCK_QUOTE,      /* a paragraph directly inside a quote */
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

#define BLOCK_INDENT_MAX 16 /* deeper nesting is shown at this depth */

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
	int indent;      /* nesting depth of lists and quotes, 0 at top, at most BLOCK_INDENT_MAX */
	char *prefix;    /* what stands left of its rows: "> " a level of quote, spaces a level of list (as
			    wide as the list's widest marker and a space); NULL at top */
	bool tight;      /* no empty row before it */
	int line;        /* first line in the source, from 1; 0 unknown */
	char *id;        /* anchor: of every Markdown heading, of any block of a page; else NULL */
	char *marker;    /* BLOCK_ITEM */
	char *info;      /* BLOCK_CODE: "rust,compile_fail,E0382" */
	char *text;      /* BLOCK_CODE, BLOCK_HTML: raw text */
	struct span *spans;
	size_t n_spans;
	struct table_cell *cells; /* BLOCK_TABLE: rows * columns, the first row is the head */
	size_t rows, columns;
};

/* A second name of a block: old names of headings, ids of what is around it. */
struct doc_anchor {
	char *id;
	size_t block;
};

struct doc {
	struct block *blocks;
	size_t n, alloc;
	struct doc_anchor *anchors;
	size_t n_anchors, alloc_anchors;
};

#define DOC_INIT { NULL, 0, 0, NULL, 0, 0 }

void doc_release(struct doc *d);
struct block *doc_add(struct doc *d, enum block_kind kind); /* valid until the next doc_add */
/* Text given to these is made safe to show: control characters and bad bytes are replaced. */
void block_add_span(struct block *b, unsigned style, const char *text, size_t len, const char *href);
void cell_add_span(struct table_cell *c, unsigned style, const char *text, size_t len, const char *href);
/* Makes room for the cells of a table. False when it would be over BLOCK_CELLS_MAX: then b is unchanged. */
#define BLOCK_CELLS_MAX 65536
#define BLOCK_COLUMNS_MAX 32
bool block_set_cells(struct block *b, size_t rows, size_t columns);
/* Plain text of a block, without marks: paragraphs on one line, code as it is, a row of cells a line, " | " between. */
void block_plain(const struct block *b, struct sbuf *out);
/*
 * Heading anchor as mdBook makes it (rustdoc's are the same for its own pages): letters, digits, '_' and '-'
 * are kept, in lower case, white space becomes '-', all else goes.
 */
void anchor_slug(const char *text, struct sbuf *out);
/* Gives the last block one more id. */
void doc_add_anchor(struct doc *d, const char *id);
/* Index of the block with this id or anchor, or -1. */
int doc_find_anchor(const struct doc *d, const char *id);

/*
 * The words of a fence. "rust,compile_fail,E0382": lang "rust", label "Rust . does not compile: E0382" with
 * `sep` (as " . ") between the parts; words of no interest to a reader are left out; "text" has no label.
 * A fence that starts with a word of rustdoc's ("compile_fail,E0382") is Rust. Either sbuf may be NULL.
 */
void fence_describe(const char *info, const char *sep, struct sbuf *lang, struct sbuf *label);

/*
 * Markdown to blocks. Adds to *d. At most MD_MAX bytes. first_line is the line number of the text's first
 * line. A text that is still growing (a streamed answer) may end anywhere: what is open, such as a fence,
 * counts as closed at the end. `table` fences become BLOCK_TABLE: a row a line, cells parted by '|' with
 * white space (or the line's end) on both sides; `\|` and a '|' inside backticks do not part; cells hold
 * inline Markdown. Headings get ids that are unique in *d: foo, foo-1, foo-2.
 */
#define MD_MAX (4u << 20)
int md_parse(const char *text, size_t len, int first_line, struct doc *d, struct sbuf *err);

#endif
