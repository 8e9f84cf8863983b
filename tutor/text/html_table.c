/* Tables of a page. */
#include "base/base.h"

#include "text/html_priv.h"

static size_t span_of(const GumboNode *cell)
{
	const char *value = html_attribute(cell, "colspan");
	long span = value ? strtol(value, NULL, 10) : 1;

	return (size_t)MAX(MIN(span, BLOCK_COLUMNS_MAX), 1);
}

/* Rows and columns, without those of tables inside. */
static void measure_table(const GumboNode *table, size_t *rows, size_t *columns)
{
	const GumboNode *node = table;
	bool into = true;
	size_t column = 0;

	*rows = *columns = 0;
	while ((node = html_next(table, node, into, NULL, NULL))) {
		enum html_action action = node->type == GUMBO_NODE_ELEMENT ? html_action(node) : HTML_SKIP;

		into = action == HTML_FLOW || action == HTML_ROW;
		if (action == HTML_ROW) {
			*rows += 1;
			column = 0;
		} else if (action == HTML_CELL) {
			column += span_of(node);
			*columns = MAX(*columns, column);
		}
	}
}

/* A table too large for one block flows as text. */
void html_open_table(struct html *h, const GumboNode *node)
{
	size_t rows, columns;
	struct block *block;

	if (!html_block_edge(h))
		return;
	measure_table(node, &rows, &columns);
	if (!rows || !columns || columns > BLOCK_COLUMNS_MAX || rows > BLOCK_CELLS_MAX / columns)
		return;
	block = html_start_block(h, BLOCK_TABLE, node);
	block_set_cells(block, rows, columns);
	h->table = node;
	h->table_block = h->b.d->n - 1;
	h->row = 0;
}

void html_open_row(struct html *h)
{
	if (!h->table || h->b.cell) {
		html_block_edge(h);
		return;
	}
	h->row++;
	h->column = 0;
}

void html_open_cell(struct html *h, const GumboNode *node)
{
	struct block *block;

	if (!h->table || h->b.cell) {
		html_block_edge(h);
		return;
	}
	block = &h->b.d->blocks[h->table_block];
	if (!h->row || h->row > block->rows || h->column >= block->columns)
		return;
	if (h->table_block + 1 == h->b.d->n)
		html_take_ids(h);
	h->b.cell = &block->cells[(h->row - 1) * block->columns + h->column];
	h->column += span_of(node);
	h->space = true;
}

static bool in_own_table(const struct html *h, const GumboNode *cell)
{
	const GumboNode *node = cell->parent;

	while (node && !html_is(node, GUMBO_TAG_TABLE))
		node = node->parent;
	return node == h->table;
}

void html_close_cell(struct html *h, const GumboNode *node)
{
	if (!h->b.cell || !in_own_table(h, node)) {
		html_block_edge(h);
		return;
	}
	html_end_text(h);
	h->b.cell = NULL;
}

void html_close_table(struct html *h, const GumboNode *node)
{
	if (h->table == node)
		h->table = NULL;
	html_block_edge(h);
}
