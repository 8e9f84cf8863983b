/* Markdown to blocks: one walk over cmark's tree with its iterator. The only user of cmark. */
#include "base/base.h"

#include "text/block.h"

#include <cmark.h>

#include "text/build.h"
#include "text/tablefence.h"

#define IMAGES_TIMES_LINKS 100000000 /* a good tenth of a second */

struct md {
	struct build b;
	int line0;          /* line of the text's first line - 1 */
	int emph, strong;   /* how many are open */
	cmark_node *link;   /* the outermost open link or image */
};

static unsigned style_here(const struct md *m)
{
	return (m->emph ? SPAN_EMPH : 0) | (m->strong ? SPAN_STRONG : 0) | (m->link ? SPAN_LINK : 0);
}

static const char *href_here(const struct md *m)
{
	return m->link ? cmark_node_get_url(m->link) : NULL;
}

static void add_text(struct md *m, unsigned style, const char *text)
{
	build_text(&m->b, style | style_here(m), href_here(m), text, strlen(text));
}

static void link_event(struct md *m, cmark_node *node, bool enter)
{
	if (enter && !m->link)
		m->link = node;
	else if (!enter && m->link == node)
		m->link = NULL;
}

/* Inline nodes. False: node is a block. */
static bool inline_event(struct md *m, cmark_node *node, bool enter)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_HTML_INLINE:
		add_text(m, SPAN_PLAIN, cmark_node_get_literal(node));
		return true;
	case CMARK_NODE_CODE:
		add_text(m, SPAN_CODE, cmark_node_get_literal(node));
		return true;
	case CMARK_NODE_SOFTBREAK:
		add_text(m, SPAN_PLAIN, " ");
		return true;
	case CMARK_NODE_LINEBREAK:
		build_text(&m->b, SPAN_BREAK, NULL, "", 0);
		return true;
	case CMARK_NODE_EMPH:
		m->emph += enter ? 1 : -1;
		return true;
	case CMARK_NODE_STRONG:
		m->strong += enter ? 1 : -1;
		return true;
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		link_event(m, node, enter);
		return true;
	default:
		return false;
	}
}

static int line_of(const struct md *m, cmark_node *node)
{
	return m->line0 + cmark_node_get_start_line(node);
}

static void list_event(struct md *m, cmark_node *node, bool enter)
{
	int start = cmark_node_get_list_start(node), items = 0;

	if (!enter) {
		build_pop(&m->b);
		return;
	}
	for (cmark_node *c = cmark_node_first_child(node); c; c = cmark_node_next(c))
		items++;
	build_list(&m->b, cmark_node_get_list_type(node) == CMARK_ORDERED_LIST, start, start + items - 1,
		   cmark_node_get_list_tight(node));
}

static void heading_event(struct md *m, cmark_node *node, bool enter)
{
	if (enter)
		build_block(&m->b, BLOCK_HEADING, line_of(m, node))->level = cmark_node_get_heading_level(node);
	else
		build_heading_id(&m->b);
}

static void md_cells(const char *text, size_t len, struct block *table);

static void code_event(struct md *m, cmark_node *node)
{
	const char *info = cmark_node_get_fence_info(node);
	struct block *block = build_block(&m->b, BLOCK_CODE, line_of(m, node));
	struct sbuf paragraphs = SBUF_INIT, first = SBUF_INIT;

	block->info = build_clean(info ? info : "");
	block->text = build_clean(cmark_node_get_literal(node));
	fence_describe(block->info, "", &first, NULL);
	if (streq(first.buf, "table") && table_fence_split(block, &paragraphs)) {
		md_cells(paragraphs.buf, paragraphs.len, block);
		block->kind = BLOCK_TABLE;
	}
	sbuf_release(&first);
	sbuf_release(&paragraphs);
}

static void html_event(struct md *m, cmark_node *node)
{
	build_block(&m->b, BLOCK_HTML, line_of(m, node))->text = build_clean(cmark_node_get_literal(node));
}

static void container_event(struct md *m, bool enter, void (*open)(struct build *b))
{
	if (enter)
		open(&m->b);
	else
		build_pop(&m->b);
}

static void block_event(struct md *m, cmark_node *node, bool enter)
{
	build_flush(&m->b);
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_BLOCK_QUOTE:
		container_event(m, enter, build_quote);
		break;
	case CMARK_NODE_ITEM:
		container_event(m, enter, build_item);
		break;
	case CMARK_NODE_LIST:
		list_event(m, node, enter);
		break;
	case CMARK_NODE_HEADING:
		heading_event(m, node, enter);
		break;
	case CMARK_NODE_PARAGRAPH:
		if (enter)
			build_block(&m->b, BLOCK_PARAGRAPH, line_of(m, node));
		break;
	case CMARK_NODE_CODE_BLOCK:
		code_event(m, node);
		break;
	case CMARK_NODE_HTML_BLOCK:
		html_event(m, node);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		build_block(&m->b, BLOCK_RULE, line_of(m, node));
		break;
	default:
		break;
	}
}

static void walk(cmark_node *root, void (*event)(void *ctx, cmark_node *node, bool enter), void *ctx)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type ev;

	while ((ev = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
		event(ctx, cmark_iter_get_node(iter), ev == CMARK_EVENT_ENTER);
	cmark_iter_free(iter);
}

static void doc_event(void *ctx, cmark_node *node, bool enter)
{
	struct md *m = ctx;

	if (!inline_event(m, node, enter))
		block_event(m, node, enter);
}

/* The cells of a table, one paragraph each, in order. */
struct cells {
	struct md m;
	struct table_cell *next, *end;
	bool at_start;
};

static void cell_event(void *ctx, cmark_node *node, bool enter)
{
	struct cells *c = ctx;
	const char *text;

	if (cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH) {
		build_flush(&c->m.b);
		if (enter && c->next < c->end)
			c->m.b.cell = c->next++;
		c->at_start = enter;
	} else if (c->at_start && cmark_node_get_type(node) == CMARK_NODE_TEXT) {
		c->at_start = false;
		text = cmark_node_get_literal(node);
		if (starts_with(text, TABLE_CELL_GUARD))
			add_text(&c->m, SPAN_PLAIN, text + strlen(TABLE_CELL_GUARD));
	} else if (c->m.b.cell) {
		inline_event(&c->m, node, enter);
	}
}

static void md_cells(const char *text, size_t len, struct block *table)
{
	struct doc none = DOC_INIT;
	struct cells c = { .next = table->cells };
	cmark_node *root = cmark_parse_document(text, len, CMARK_OPT_VALIDATE_UTF8);

	c.end = c.next + table->rows * table->columns;
	build_init(&c.m.b, &none);
	walk(root, cell_event, &c);
	build_flush(&c.m.b);
	build_release(&c.m.b);
	cmark_node_free(root);
}

static size_t count(const char *text, size_t len, const char *what)
{
	const char *end = text + len;
	size_t n = 0;

	while ((text = memmem(text, (size_t)(end - text), what, 2))) {
		text += 2;
		n++;
	}
	return n;
}

/* cmark before 0.30.3 takes images times links steps (CVE-2023-22486). */
static bool too_many_images(const char *text, size_t len)
{
	return count(text, len, "![") * count(text, len, "](") > IMAGES_TIMES_LINKS;
}

int md_parse(const char *text, size_t len, int first_line, struct doc *d, struct sbuf *err)
{
	struct md m = { .line0 = first_line - 1 };
	cmark_node *root;

	if (len > MD_MAX)
		return error(err, "This text is too long to show: it has %zu bytes, and %u are the most.", len,
			     MD_MAX);
	if (too_many_images(text, len))
		return error(err, "This text cannot be shown: it has too many images and links.");
	root = cmark_parse_document(text, len, CMARK_OPT_VALIDATE_UTF8);
	build_init(&m.b, d);
	walk(root, doc_event, &m);
	build_flush(&m.b);
	build_release(&m.b);
	cmark_node_free(root);
	return 0;
}
