/*
 * canvas: the screen as a grid of cells, drawn into by views and then copied to the terminal by term.c.
 * Pure: the tests read whole screens from it without a terminal. A cell holds one grapheme cluster; a wide
 * one leaves an empty cell behind it. Drawing outside the canvas or the clip is cut, never an error.
 */
#ifndef UI_CANVAS_H
#define UI_CANVAS_H

#include "ui/rects.h"
#include "ui/theme.h"

#define CELL_BYTES 20

struct cell {
	char text[CELL_BYTES]; /* not NUL-terminated; len 0: the right half of a wide one */
	uint8_t len, width, style, over;
};

struct canvas {
	int w, h;
	struct cell *cells;    /* w * h */
	bool ascii;            /* what is not ASCII is shown as '?' or a plain stand-in */
	bool cursor;           /* show the terminal's cursor at cx, cy */
	int cx, cy;
};

#define CANVAS_MAX 1000 /* columns or rows: more is treated as this */

void canvas_init(struct canvas *c);
void canvas_release(struct canvas *c);
/* Empties it, at this size. */
void canvas_reset(struct canvas *c, int w, int h);
struct cell *canvas_cell(const struct canvas *c, int x, int y); /* NULL outside */

/* Draws one line of text from column x (may lie left of the clip); returns the column behind it. Tabs and controls show as one space. */
int canvas_text(struct canvas *c, struct rect clip, int x, int y, int style, const char *text, size_t len);
int canvas_str(struct canvas *c, struct rect clip, int x, int y, int style, const char *text);
int canvas_textf(struct canvas *c, struct rect clip, int x, int y, int style, const char *fmt, ...)
	PRINTF_LIKE(6, 7);
void canvas_fill(struct canvas *c, struct rect r, int style);
/* Fills a rectangle with one glyph of one column. */
void canvas_line(struct canvas *c, struct rect r, int style, const char *glyph);
void canvas_over(struct canvas *c, struct rect r, enum over over);
/* A row of layout, `left` columns scrolled away, into line y of the clip. */
void canvas_row(struct canvas *c, struct rect clip, int y, const struct row *row, int left);
void canvas_cursor(struct canvas *c, int x, int y);

/* The screen as text, one line a row, trailing space cut. */
void canvas_plain(const struct canvas *c, struct sbuf *out);
/* The styles of a line as "0-4 title, 6-9 text+selected": for tests. */
void canvas_styles(const struct canvas *c, int y, struct sbuf *out);

#endif
