/* HTML to blocks: one walk over gumbo's tree along its parent links, no recursion. */
#include "base/base.h"

#include "text/html.h"

#include "text/html_priv.h"
#include "text/html_scan.h"

static void add_image(struct html *h, const GumboNode *node)
{
	const char *alt = html_attribute(node, "alt");

	if (!alt || !*alt || h->pre)
		return;
	html_add_text(h, "[image: ");
	html_add_text(h, alt);
	html_add_text(h, "]");
}

/* Links to where one stands anyway (headings link to themselves) are text. */
static bool is_real_link(const struct html *h, const GumboNode *node)
{
	const char *href = html_attribute(node, "href");

	if (h->link || h->pre || !href || !*href || starts_with(href, "javascript:"))
		return false;
	if (html_has_class(node, "header"))
		return false;
	return !(href[0] == '#' && (h->heading || html_has_class(node, "option-anchor")));
}

static void open_heading(struct html *h, const GumboNode *node)
{
	struct block *block;

	if (!html_block_edge(h))
		return;
	block = html_start_block(h, BLOCK_HEADING, node);
	block->level = (int)(node->v.element.tag - GUMBO_TAG_H1) + 1;
	h->heading = node;
}

static void close_heading(struct html *h, const GumboNode *node)
{
	if (h->heading != node)
		return;
	html_end_block(h);
	h->heading = NULL;
}

static int count_items(const GumboNode *list)
{
	int n = 0;

	for (unsigned i = 0; i < list->v.element.children.length; i++)
		n += html_is(list->v.element.children.data[i], GUMBO_TAG_LI);
	return n;
}

/* Items whose text stands in <p> have room between them. */
static void open_list(struct html *h, const GumboNode *node)
{
	bool ordered = html_is(node, GUMBO_TAG_OL);
	const char *value = html_attribute(node, "start");
	long start = value ? strtol(value, NULL, 10) : 1;

	if (!html_block_edge(h))
		return;
	start = MAX(MIN(start, 1000000), 0);
	build_list(&h->b, ordered, (int)start, (int)start + count_items(node) - 1,
		   !html_first_element(html_first_element(node, GUMBO_TAG_LI), GUMBO_TAG_P));
}

static void open_container(struct html *h, void (*open)(struct build *b))
{
	if (html_block_edge(h))
		open(&h->b);
}

static void close_container(struct html *h)
{
	if (html_block_edge(h))
		build_pop(&h->b);
}

static void open_pre(struct html *h, const GumboNode *node)
{
	if (html_inline_only(h)) {
		html_part(h);
		h->code++;
		return;
	}
	html_end_block(h);
	h->pre = node;
	sbuf_reset(&h->pre_text);
}

static void close_pre(struct html *h, const GumboNode *node)
{
	struct sbuf info = SBUF_INIT;
	struct block *block;

	if (h->pre != node) {
		h->code--;
		html_part(h);
		return;
	}
	h->pre = NULL;
	html_code_info(node, &info);
	block = html_start_block(h, BLOCK_CODE, node);
	block->info = build_clean(info.buf);
	block->text = build_clean(h->pre_text.buf);
	sbuf_release(&info);
}

const GumboNode *html_next(const GumboNode *root, const GumboNode *node, bool into,
				  void (*leave)(void *ctx, const GumboNode *node), void *ctx)
{
	if (into && node->type == GUMBO_NODE_ELEMENT && node->v.element.children.length)
		return node->v.element.children.data[0];
	for (;;) {
		const GumboVector *siblings;

		if (node->type == GUMBO_NODE_ELEMENT && leave && into)
			leave(ctx, node);
		if (node == root)
			return NULL;
		siblings = &node->parent->v.element.children;
		if (node->index_within_parent + 1 < siblings->length)
			return siblings->data[node->index_within_parent + 1];
		node = node->parent;
		into = true; /* it was entered */
	}
}

/* An anchor belongs to the block that it stands in, when that has none, else to the next one. */
static void note_id(struct html *h, const GumboNode *node, enum html_action action)
{
	const char *id = html_attribute(node, "id");

	if (!id && action == HTML_LINK)
		id = html_attribute(node, "name");
	if (!id)
		return;
	if (h->n_ids == HTML_IDS_MAX) /* the oldest is farthest from what comes */
		memmove(h->ids, h->ids + 1, (HTML_IDS_MAX - 1) * sizeof(*h->ids));
	else
		h->n_ids++;
	h->ids[h->n_ids - 1] = id;
	if (h->open && action <= HTML_RAISED && action != HTML_BLOCK)
		html_take_ids(h);
}

/* The number of a footnote, rather than a power. */
static bool is_note(const GumboNode *raised)
{
	return html_first_element(raised, GUMBO_TAG_A);
}

static void enter_inline(struct html *h, const GumboNode *node, enum html_action action)
{
	if (action == HTML_EMPH)
		h->emph++;
	else if (action == HTML_STRONG)
		h->strong++;
	else if (action == HTML_CODE)
		h->code++;
	else if (action == HTML_BREAK)
		html_add_break(h);
	else if (action == HTML_IMAGE)
		add_image(h, node);
	else if (action == HTML_RAISED)
		html_add_text(h, is_note(node) ? "[" : "^");
	else if (action == HTML_LINK && is_real_link(h, node))
		h->link = node;
}

static void enter(struct html *h, const GumboNode *node, enum html_action action)
{
	note_id(h, node, action);
	switch (action) {
	case HTML_BLOCK:
		html_block_edge(h);
		break;
	case HTML_HEADING:
		open_heading(h, node);
		break;
	case HTML_LIST:
		open_list(h, node);
		break;
	case HTML_ITEM:
		open_container(h, build_item);
		break;
	case HTML_QUOTE:
		open_container(h, build_quote);
		break;
	case HTML_INDENT:
		open_container(h, build_indent);
		h->tight = !html_inline_only(h);
		break;
	case HTML_TERM:
		html_block_edge(h);
		h->strong++;
		break;
	case HTML_PRE:
		open_pre(h, node);
		break;
	case HTML_RULE:
		if (html_block_edge(h))
			html_start_block(h, BLOCK_RULE, node);
		break;
	case HTML_TABLE:
		html_open_table(h, node);
		break;
	case HTML_ROW:
		html_open_row(h);
		break;
	case HTML_CELL:
		html_open_cell(h, node);
		break;
	default:
		enter_inline(h, node, action);
		break;
	}
}

static void leave(void *ctx, const GumboNode *node)
{
	struct html *h = ctx;
	enum html_action action = html_action(node);

	if (action == HTML_EMPH)
		h->emph--;
	else if (action == HTML_STRONG)
		h->strong--;
	else if (action == HTML_CODE)
		h->code--;
	else if (action == HTML_RAISED && is_note(node))
		html_add_text(h, "]");
	else if (action == HTML_LINK && h->link == node)
		h->link = NULL;
	else if (action == HTML_HEADING)
		close_heading(h, node);
	else if (action == HTML_PRE)
		close_pre(h, node);
	else if (action == HTML_CELL)
		html_close_cell(h, node);
	else if (action == HTML_TABLE)
		html_close_table(h, node);
	else if (action == HTML_LIST || action == HTML_ITEM || action == HTML_QUOTE || action == HTML_INDENT)
		close_container(h);
	else if (action == HTML_BLOCK || action == HTML_TERM)
		html_block_edge(h);
	h->strong -= action == HTML_TERM;
}

/* True: go into it. */
static bool visit(struct html *h, const GumboNode *node)
{
	enum html_action action;

	if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA)
		html_add_text(h, node->v.text.text);
	action = html_action(node);
	if (action == HTML_SKIP)
		return false;
	enter(h, node, action);
	return true;
}

static void read_blocks(const GumboNode *root, struct doc *d)
{
	struct html h = { .space = true, .pre_text = SBUF_INIT };
	const GumboNode *node = root;

	build_init(&h.b, d);
	do {
		bool into = visit(&h, node);

		node = html_next(root, node, into, leave, &h);
	} while (node);
	html_end_block(&h);
	sbuf_release(&h.pre_text);
	build_release(&h.b);
}

/* The first element with this tag below root, not looking into what is skipped. */
static const GumboNode *find_tag(const GumboNode *root, GumboTag tag)
{
	const GumboNode *node = root;

	while (node && !html_is(node, tag))
		node = html_next(root, node, true, NULL, NULL);
	return node;
}

static void read_title(const GumboNode *root, struct sbuf *title)
{
	const GumboNode *node = find_tag(root, GUMBO_TAG_TITLE);

	for (unsigned i = 0; node && i < node->v.element.children.length; i++) {
		const GumboNode *child = node->v.element.children.data[i];

		if (child->type == GUMBO_NODE_TEXT)
			html_fold(title, child->v.text.text);
	}
}

/* 0, or -1 and why the page is not read. */
static int check_cost(const char *html, size_t len, struct sbuf *err)
{
	struct html_cost cost;

	if (len > HTML_MAX)
		return error(err, "This page is too large to read: it has %zu MB, and %u MB are the most.",
			     (len + (1u << 20) - 1) >> 20, HTML_MAX >> 20);
	html_scan(html, len, &cost);
	if (cost.depth >= HTML_DEPTH_MAX)
		return error(err, "This page cannot be read: its elements are nested over %d deep.", HTML_DEPTH_MAX);
	if (cost.nodes > HTML_NODES_MAX || cost.steps > HTML_STEPS_MAX)
		return error(err, "This page cannot be read: it has too many elements.");
	return 0;
}

int html_parse(const char *html, size_t len, struct doc *d, struct sbuf *title, struct sbuf *err)
{
	GumboOptions options = kGumboDefaultOptions;
	const GumboNode *main_part;
	GumboOutput *page;

	if (check_cost(html, len, err))
		return -1;
	options.max_errors = 0;
	page = gumbo_parse_with_options(&options, html, len);
	main_part = find_tag(page->root, GUMBO_TAG_MAIN);
	if (!main_part)
		main_part = find_tag(page->root, GUMBO_TAG_BODY);
	if (main_part)
		read_blocks(main_part, d);
	if (title)
		read_title(page->root, title);
	gumbo_destroy_output(&options, page);
	return 0;
}
