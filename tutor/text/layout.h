/*
 * layout: blocks to styled rows at a width. Pure: no terminal. A row is a list of pieces, each with a
 * style from one small set (the theme gives it a look) and a column; widths follow grapheme clusters.
 * Words longer than the row are cut at cluster borders, code is wrapped with a mark or, when
 * LAYOUT_NO_WRAP_CODE is set, left long (the view scrolls sideways).
 */
#ifndef TEXT_LAYOUT_H
#define TEXT_LAYOUT_H

#include "text/block.h"

/* One list: enum, names (used by themes, golden tests). */
#define LAYOUT_STYLES(X) \
	X(TEXT, "text") X(DIM, "dim") X(HEADING1, "heading1") X(HEADING2, "heading2") X(HEADING3, "heading3") \
	X(EMPH, "emph") X(STRONG, "strong") X(CODE, "code") X(LINK, "link") X(MARKER, "marker") X(QUOTE, "quote") \
	X(RULE, "rule") X(TABLE_HEAD, "table-head") X(TABLE_LINE, "table-line") X(CODE_BLOCK, "code-block") \
	X(CODE_LABEL, "code-label") X(OUTPUT, "output") \
	X(RS_KEYWORD, "rs-keyword") X(RS_TYPE, "rs-type") X(RS_STRING, "rs-string") X(RS_NUMBER, "rs-number") \
	X(RS_COMMENT, "rs-comment") X(RS_LIFETIME, "rs-lifetime") X(RS_MACRO, "rs-macro") X(RS_FUNCTION, "rs-function") \
	X(RS_ATTRIBUTE, "rs-attribute") \
	X(OK, "ok") X(FAIL, "fail") X(WARN, "warn") X(NOTE, "note") X(CARET, "caret") X(LINENO, "lineno") \
	X(DIFF_ADD, "diff-add") X(DIFF_DEL, "diff-del") X(MATCH, "match") X(CITE, "cite") X(BADGE, "badge")

enum row_style {
#define X(id, name) ROW_##id,
	LAYOUT_STYLES(X)
#undef X
	ROW_STYLES
};

const char *row_style_name(enum row_style s);

struct piece {
	enum row_style style;
	int column;    /* from 0 */
	int width;     /* columns */
	char *text;
	char *href;    /* a link, else NULL */
};

struct row {
	struct piece *pieces;
	size_t n, alloc;
	int block;     /* index of the block it comes from; -1: none (spacing) */
	bool wrapped;  /* continues the row before: joined when copied (never set in tables) */
};

struct rows {
	struct row *v;
	size_t n, alloc;
};

#define ROWS_INIT { NULL, 0, 0 }

enum layout_flags {
	LAYOUT_ASCII = 1 << 0,        /* no box drawing or bullets beyond ASCII */
	LAYOUT_NO_WRAP_CODE = 1 << 1,
	LAYOUT_NUMBER_CODE = 1 << 2,  /* number code blocks from 1 (not `output`), so that "y1" can copy one */
};

/* Highlights one line of code (a callback so that text does not depend on rust): calls add for each piece. */
typedef void layout_highlight(void *ctx, const char *lang, const char *code, size_t len,
			      void (*add)(void *to, enum row_style style, size_t start, size_t len), void *to);

struct layout_opts {
	int width;                  /* columns; below 10 counts as 10; no row is wider, but for code with NO_WRAP */
	int max_text;               /* prose is not set wider than this; 0: width */
	unsigned flags;
	layout_highlight *highlight; /* called once a code block with its whole text; may be NULL */
	void *highlight_ctx;
};

void layout_doc(const struct doc *d, const struct layout_opts *o, struct rows *out);
/* The rows of one block, without the empty row before it. */
void layout_block(const struct doc *d, size_t i, const struct layout_opts *o, struct rows *out);
/*
 * Building rows by hand (views, steps). Text is made safe to show on the way: a tab becomes spaces up to
 * the next multiple of 4 columns, line ends become spaces, other control characters and bad bytes are replaced.
 */
struct row *rows_add(struct rows *r); /* valid until the next rows_add */
/* Appends a piece right after the last one. */
void row_add(struct row *row, enum row_style style, const char *text, size_t len, const char *href);
/* Appends a piece at a column; when that is taken, right after the last piece. */
void row_add_at(struct row *row, int column, enum row_style style, const char *text, size_t len, const char *href);
void row_addf(struct row *row, enum row_style style, const char *fmt, ...) PRINTF_LIKE(3, 4);
/* Wraps plain text at width; every row starts at column indent (but at most half the width). '\n' starts a row. */
void rows_add_text(struct rows *r, enum row_style style, int indent, int width, const char *text);
void rows_release(struct rows *r);
int row_width(const struct row *row);
/* The row's text alone, with spaces between pieces: plain output and tests. */
void row_plain(const struct row *row, struct sbuf *out);
/* All rows as text, one a line, trailing space cut. */
void rows_plain(const struct rows *r, struct sbuf *out);
/*
 * First row at or after `from` (direction < 0: at or before) that contains the start of needle, case folded;
 * -1 when there is none. A hit may run over into wrapped rows. No wrap-around.
 */
int rows_search(const struct rows *r, const char *needle, int from, int direction);

#endif
