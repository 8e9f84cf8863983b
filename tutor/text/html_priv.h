/* html_priv: the state of reading a page, shared by html.c (the walk), html_text.c (text to blocks) and html_table.c. */
#ifndef TEXT_HTML_PRIV_H
#define TEXT_HTML_PRIV_H

#include "text/build.h"
#include "text/html_tags.h"

#define HTML_IDS_MAX 16

struct html {
	struct build b;
	int emph, strong, code; /* how many are open */
	const GumboNode *link;  /* the outermost open link */
	const char *ids[HTML_IDS_MAX]; /* that wait for their block; borrowed from the page */
	size_t n_ids;
	bool tight;             /* the next block follows its term */
	bool open;              /* inline text goes to the last block */
	bool space;             /* the last character was white, or there is none yet */
	const GumboNode *heading, *table, *pre;
	struct sbuf pre_text;
	size_t table_block;     /* index; the cells are found anew, as blocks may move */
	size_t row, column;     /* of the next cell; row counts from 1 */
};

/* Text. */
struct block *html_start_block(struct html *h, enum block_kind kind, const GumboNode *at);
void html_take_ids(struct html *h);  /* the ids that wait go to the last block */
void html_end_text(struct html *h);  /* inline text ends */
void html_end_block(struct html *h); /* and with it its block */
void html_add_text(struct html *h, const char *text);
void html_add_break(struct html *h);
void html_part(struct html *h); /* a block inside a heading, a cell or code: a space or a break */
/* Inside headings, cells and code there are no blocks. */
bool html_inline_only(const struct html *h);
/* Before or after an element that stands apart; false when it cannot have blocks of its own here. */
bool html_block_edge(struct html *h);
/* Appends text with white space folded. */
void html_fold(struct sbuf *out, const char *text);

/* Tables. */
void html_open_table(struct html *h, const GumboNode *node);
void html_close_table(struct html *h, const GumboNode *node);
void html_open_row(struct html *h);
void html_open_cell(struct html *h, const GumboNode *node);
void html_close_cell(struct html *h, const GumboNode *node);

/*
 * The next node in document order inside root, into `node` when that is said; leave is called for each
 * element entered before and left on the way; NULL at the end.
 */
const GumboNode *html_next(const GumboNode *root, const GumboNode *node, bool into,
			   void (*leave)(void *ctx, const GumboNode *node), void *ctx);

#endif
