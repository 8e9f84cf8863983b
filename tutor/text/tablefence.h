/* tablefence: splitting the text of a `table` fence into cells. Private to text/. */
#ifndef TEXT_TABLEFENCE_H
#define TEXT_TABLEFENCE_H

#include "text/block.h"

/*
 * A no-break space before each cell keeps cmark from reading "- x" or "# x" in it as a block, and counts
 * as white space where it looks around emphasis.
 */
#define TABLE_CELL_GUARD "\xC2\xA0"

/*
 * Splits b->text, sizes b's cells and writes Markdown with one paragraph a cell, in order, each starting
 * with TABLE_CELL_GUARD. Rows of dashes only are left out; short rows get empty cells. False: nothing in
 * it, or too large for a table.
 */
bool table_fence_split(struct block *b, struct sbuf *paragraphs);

#endif
