/* room: text */
/* HTML to blocks to rows; and what html_scan foretells is never far below what gumbo makes of a page. */
#include "base/base.h"

#include <gumbo.h>

#include "base/utf8.h"
#include "text/html.h"
#include "text/html_scan.h"
#include "text/layout.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void measure(const GumboNode *root, size_t *nodes, size_t *deepest)
{
	const GumboNode *node = root;
	size_t depth = 1;

	for (*nodes = *deepest = 0; node;) {
		const GumboVector *children = &node->v.element.children;

		*nodes += 1;
		*deepest = depth > *deepest ? depth : *deepest;
		if ((node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) && children->length) {
			node = children->data[0];
			depth++;
			continue;
		}
		while (node != root && node->index_within_parent + 1 >= node->parent->v.element.children.length) {
			node = node->parent;
			depth--;
		}
		if (node == root)
			break;
		node = node->parent->v.element.children.data[node->index_within_parent + 1];
	}
}

static void check_scan(const char *html, size_t size)
{
	GumboOptions options = kGumboDefaultOptions;
	size_t nodes, depth;
	struct html_cost cost;
	GumboOutput *page;

	html_scan(html, size, &cost);
	if (cost.depth >= HTML_DEPTH_MAX || cost.nodes > HTML_NODES_MAX)
		return;
	options.max_errors = 0;
	page = gumbo_parse_with_options(&options, html, size);
	measure(page->root, &nodes, &depth);
	gumbo_destroy_output(&options, page);
	if (nodes > 16 + cost.nodes * 4)
		BUG("%zu nodes, %zu foretold", nodes, cost.nodes);
	if (depth > 16 + cost.depth * 6)
		BUG("%zu deep, %zu foretold", depth, cost.depth);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *html = (const char *)data;
	struct layout_opts o = { .width = 60 };
	struct sbuf title = SBUF_INIT;
	struct rows rows = ROWS_INIT;
	struct doc d = DOC_INIT;

	check_scan(html, size);
	if (!html_parse(html, size, &d, &title, NULL))
		layout_doc(&d, &o, &rows);
	if (!utf8_valid(title.buf, title.len, NULL))
		BUG("title is not valid");
	for (size_t i = 0; i < d.n; i++) {
		if (d.blocks[i].id && doc_find_anchor(&d, d.blocks[i].id) != (int)i)
			BUG("id %s is not unique", d.blocks[i].id);
		if (d.blocks[i].indent > BLOCK_INDENT_MAX)
			BUG("indent %d", d.blocks[i].indent);
	}
	for (size_t i = 0; i < rows.n; i++)
		if (row_width(&rows.v[i]) > o.width)
			BUG("row of %d columns", row_width(&rows.v[i]));
	sbuf_release(&title);
	rows_release(&rows);
	doc_release(&d);
	return 0;
}
