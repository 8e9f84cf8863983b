/*
 * pager: rows of layout shown in a rectangle: scrolling, search, items to choose (links, programs,
 * questions). Pure. Items are the pieces that have an href; a link that was wrapped is one item. Rows can
 * be made anew at any time (another width, an answer given): the place on the screen stays, by block.
 */
#ifndef UI_PAGER_H
#define UI_PAGER_H

#include "ui/canvas.h"
#include "ui/keys.h"

struct pager_item {
	const char *href;  /* borrowed from the rows */
	int row, last_row;
};

struct pager {
	struct rows rows;
	struct pager_item *items;
	size_t n_items, alloc;
	int item;          /* the chosen one; -1: none */
	int top, left;     /* first row and column shown */
	int width, height; /* of the place last drawn into */
	bool list;         /* up and down choose items, whole rows are highlighted */
	bool focus;        /* draw the chosen item as such */
	bool reveal;       /* the next rows: bring the whole block of the chosen item into view */
	char *needle;      /* last search; NULL: none */
};

void pager_init(struct pager *p);
void pager_release(struct pager *p);
/* Takes the rows (and leaves *rows empty). The top row and the chosen item stay what they were, as far as they are still there. */
void pager_set_rows(struct pager *p, struct rows *rows_take);
void pager_resize(struct pager *p, int width, int height);
void pager_draw(struct pager *p, struct canvas *c, struct rect place);
/* Moving and choosing; returns the request when it is none of the pager's. */
enum request pager_request(struct pager *p, enum request r);

const char *pager_href(const struct pager *p);      /* of the chosen item; NULL: none */
bool pager_choose(struct pager *p, const char *href); /* first item with this href; brings it into view */
bool pager_choose_at(struct pager *p, int x, int y);  /* by place on the screen, relative to the pager's corner */
void pager_choose_visible(struct pager *p);         /* the first item on the screen, unless the chosen one is there */
void pager_show(struct pager *p, int row, int last);/* scrolls as little as possible */
void pager_go(struct pager *p, int row);            /* row to the top */
/* First row of a block; -1: none. */
int pager_block_row(const struct pager *p, int block);
/* From the top row on (again: from the row after it); direction 1 or -1. Wraps around. The row, or -1. */
int pager_search(struct pager *p, const char *needle, int direction, bool again);
int pager_percent(const struct pager *p);           /* how much has been seen, 0..100 */
/* The place as block and rows below its start, to be stored. */
void pager_place(const struct pager *p, int *block, int *offset);
void pager_set_place(struct pager *p, int block, int offset);

#endif
