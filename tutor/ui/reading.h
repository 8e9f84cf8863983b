/* reading: what pages that show a document share: its table of contents, copying a code block, anchors. */
#ifndef UI_READING_H
#define UI_READING_H

#include "ui/ui.h"

/* The document must live as long as the view. Rows have its block numbers. */
void reading_pick_contents(struct view *v, const struct doc *d, const char *title);
void reading_copy(struct view *v, const struct doc *d); /* asks for a number: as LAYOUT_NUMBER_CODE counts */
/* The block with this anchor to the top; false: there is none. The rows must be made. */
bool reading_go(struct view *v, const struct doc *d, const char *anchor);
bool reading_is_heading(const struct block *b); /* one that the contents list */

#endif
