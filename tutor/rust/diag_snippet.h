/*
 * diag_snippet: the drawings of rustc's human form, read back to spans. Inside room rust; used by
 * diag_human.c.
 *
 *     3 | let word = match n {
 *       | ________________-
 *     4 | | 0 => 1,
 *       | | - this is found to be of type `{integer}`
 *     6 | | "one"
 *       | | ^^^^^ expected integer, found `&str`
 *     9 | | };
 *       | |_____- `match` arms have incompatible types
 */
#ifndef RUST_DIAG_SNIPPET_H
#define RUST_DIAG_SNIPPET_H

#include "rust/diag.h"

struct snippet_row {
	uint32_t line;   /* of the source; 0: a row of marks and labels */
	uint32_t *cells; /* one a screen column: a character; 0 behind a wide one */
	size_t n;
};

struct snippet {
	struct snippet_row *v;
	size_t n, alloc;
	char *file;              /* NULL: a suggestion's drawing, which has no place */
	uint32_t line, col;      /* where the arrow points */
};

#define SNIPPET_INIT { NULL, 0, 0, NULL, 0, 0 }
#define SNIPPET_MAX_ROWS 400  /* more are left out */
#define SNIPPET_MAX_CELLS 1000 /* a longer row is cut */
#define SNIPPET_MAX_DEPTH 16  /* multi-line spans side by side */

/* Adds a row; text is what stands behind the `| ` of the gutter. */
void snippet_add(struct snippet *s, uint32_t line, const char *text, size_t len);
/* Reads the marks and appends their spans to *spans (owned, n of them); the rows are gone afterwards. */
void snippet_read(struct snippet *s, struct diag_span **spans, size_t *n);
void snippet_release(struct snippet *s);

#endif
