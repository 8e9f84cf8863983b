/*
 * editpane: an edit buffer shown in a rectangle: line numbers, Rust in colours, where rustc points, the
 * selection, scrolling both ways. Turns requests into changes of text/edit. Pure: no terminal.
 */
#ifndef UI_EDITPANE_H
#define UI_EDITPANE_H

#include "text/edit.h"
#include "ui/canvas.h"
#include "ui/keys.h"

struct edit_mark {       /* a diagnostic */
	size_t line;     /* from 0 */
	int col, col_end; /* characters from 0, half open; col_end 0: only the line */
	bool is_error;
	char *text;      /* one line */
	uint64_t hash;   /* of the line when it was marked: the mark goes where that line goes */
	bool gone;       /* the line is not there any more, or another */
};

struct paint {           /* one coloured stretch of bytes of the whole text */
	size_t start, len;
	uint8_t style;
};

struct editpane {
	struct edit *edit;      /* owned */
	bool rust;              /* colours */
	size_t top;
	int left;
	int width, height;      /* of the text, as last drawn */
	struct rect place;      /* with the gutter, as last drawn */
	struct edit_mark *marks;
	size_t n_marks, marks_alloc;
	uint64_t marks_version; /* of the text that they belong to */
	uint64_t marks_placed;  /* of the text in which their lines were last looked for */
	struct paint *paint;
	size_t n_paint, paint_alloc;
	size_t *line_start;     /* byte offset of each line when painted */
	size_t n_lines, lines_alloc;
	uint64_t paint_version;
	bool painted;
	bool reveal;            /* bring the cursor into view at the next drawing */
};

void editpane_init(struct editpane *p, const char *text, size_t len, bool rust);
void editpane_release(struct editpane *p);
void editpane_draw(struct editpane *p, struct canvas *c, struct rect place, bool focus, const struct glyphs *g);
/* Does what the request asks; returns it when it is none of the editor's. clip: what cut and copy leave and paste takes. */
enum request editpane_request(struct editpane *p, enum request r, const struct input *in, struct sbuf *clip, int64_t now_ms);
void editpane_click(struct editpane *p, int x, int y);
void editpane_goto(struct editpane *p, size_t line, size_t character);

void editpane_marks_clear(struct editpane *p);
void editpane_mark(struct editpane *p, size_t line, int col, int col_end, bool is_error, const char *text);
/* The mark of the cursor's line; errors first. NULL: none. */
const struct edit_mark *editpane_mark_here(struct editpane *p);
const struct edit_mark *editpane_first_error(struct editpane *p);

#endif
