/*
 * rects: arithmetic on rectangles of the screen, and the places of panes for a size. Pure: the tests print
 * what comes out as text. Columns and rows count from 0; a rectangle without room has w or h 0.
 */
#ifndef UI_RECTS_H
#define UI_RECTS_H

#include "base/sbuf.h"

#define UI_MIN_WIDTH  60
#define UI_MIN_HEIGHT 16
#define UI_WIDE       120 /* columns from which panes stand side by side */
#define UI_TEXT_WIDTH 80  /* prose is not set wider than this */

struct rect {
	int x, y, w, h;
};

/* Cuts n columns or rows off one side of r (at most all of it) and returns them. */
struct rect rect_take_top(struct rect *r, int n);
struct rect rect_take_bottom(struct rect *r, int n);
struct rect rect_take_left(struct rect *r, int n);
struct rect rect_take_right(struct rect *r, int n);
struct rect rect_inset(struct rect r, int dx, int dy);
bool rect_has(struct rect r, int x, int y);
/* A rectangle of at most w x h in the middle of r. */
struct rect rect_middle(struct rect r, int w, int h);

/* The frame of every screen: title line, body, message line, status line, footer. */
struct frame {
	bool too_small;
	struct rect title, body, message, status, footer;
};
void frame_layout(int width, int height, struct frame *f);

/* A text with a table of contents beside it (w 0: no room for one). */
struct reading {
	struct rect contents, divider, text;
};
void reading_layout(struct rect body, struct reading *r);

/* Statement, editor, result: side by side from UI_WIDE columns, else one pane at a time under a line of tabs. */
enum work_pane { WORK_STATEMENT, WORK_EDITOR, WORK_RESULT, WORK_PANES };
struct work {
	bool wide;
	struct rect tabs;              /* of the narrow form; h 0 when wide */
	struct rect head[WORK_PANES];  /* one title line each when wide */
	struct rect pane[WORK_PANES];
	struct rect divider;           /* wide: between left and right */
};
/* shown: the pane of the narrow form; zoomed: it alone even when wide. */
void work_layout(struct rect body, enum work_pane shown, bool zoomed, struct work *w);

/* "name x,y wxh" and a newline: for tests. */
void rect_print(const char *name, struct rect r, struct sbuf *out);

#endif
