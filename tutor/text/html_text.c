/* Text of a page to blocks: white space folded, blocks begun when there is something to put in. */
#include "base/base.h"

#include "text/html_priv.h"

#include "base/utf8.h"

static unsigned style_here(const struct html *h)
{
	return (h->emph ? SPAN_EMPH : 0) | (h->strong ? SPAN_STRONG : 0) | (h->code ? SPAN_CODE : 0) |
	       (h->link ? SPAN_LINK : 0);
}

static const char *href_here(const struct html *h)
{
	return h->link ? html_attribute(h->link, "href") : NULL;
}

/* Gives the last block the ids that wait: the nearest first, as that becomes its own. */
void html_take_ids(struct html *h)
{
	while (h->n_ids)
		build_id(&h->b, h->ids[--h->n_ids]);
}

struct block *html_start_block(struct html *h, enum block_kind kind, const GumboNode *at)
{
	struct block *block = build_block(&h->b, kind, at ? (int)at->v.element.start_pos.line : 0);

	html_take_ids(h);
	block->tight = block->tight || h->tight;
	h->tight = false;
	h->open = kind == BLOCK_PARAGRAPH || kind == BLOCK_HEADING;
	h->space = true;
	return block;
}

/* Inline text ends: cuts a space at its end. */
void html_end_text(struct html *h)
{
	struct sbuf *text = &h->b.text;

	while (text->len && text->buf[text->len - 1] == ' ')
		sbuf_setlen(text, text->len - 1);
	build_flush(&h->b);
	h->space = true;
}

void html_end_block(struct html *h)
{
	html_end_text(h);
	h->open = false;
}

/* Inside headings and cells there are no blocks: what would be one is parted by a space or a break. */
bool html_inline_only(const struct html *h)
{
	return h->heading || h->b.cell || h->pre;
}

static void add_word(struct html *h, const char *text, size_t len)
{
	if (!h->open && !h->b.cell)
		html_start_block(h, BLOCK_PARAGRAPH, NULL);
	build_text(&h->b, style_here(h), href_here(h), text, len);
	h->space = false;
}

static void add_space(struct html *h)
{
	if (h->space || (!h->open && !h->b.cell))
		return;
	build_text(&h->b, style_here(h), href_here(h), " ", 1);
	h->space = true;
}

/* Length of white space at p: HTML's own, and the no-break space. */
static size_t white(const char *p)
{
	if (*p && strchr(" \t\n\f\r", *p))
		return 1;
	return starts_with(p, "\xC2\xA0") ? 2 : 0;
}

void html_add_text(struct html *h, const char *text)
{
	size_t len;

	if (h->pre) {
		sbuf_addstr(&h->pre_text, text);
		return;
	}
	if (h->table && !h->b.cell)
		return; /* between cells */
	while (*text) {
		if ((len = white(text))) {
			add_space(h);
		} else {
			while (text[len] && !white(text + len))
				len++;
			add_word(h, text, len);
		}
		text += len;
	}
}

void html_add_break(struct html *h)
{
	if (h->pre) {
		sbuf_addch(&h->pre_text, '\n');
		return;
	}
	if (h->heading || h->space)
		return;
	html_end_text(h);
	build_text(&h->b, SPAN_BREAK, NULL, "", 0);
}

/* A block inside a heading, a cell or code. */
void html_part(struct html *h)
{
	if (h->heading)
		add_space(h);
	else if (h->b.cell)
		html_add_break(h);
	else if (h->pre_text.len && h->pre_text.buf[h->pre_text.len - 1] != '\n')
		sbuf_addch(&h->pre_text, '\n');
}

/* Before or after an element that stands apart; false when blocks are not possible here. */
bool html_block_edge(struct html *h)
{
	if (html_inline_only(h)) {
		html_part(h);
		return false;
	}
	html_end_block(h);
	return !h->table;
}

void html_fold(struct sbuf *out, const char *text)
{
	size_t start = out->len, len;

	for (; *text; text += len) {
		len = white(text);
		if (len && out->len > start && out->buf[out->len - 1] != ' ')
			sbuf_addch(out, ' ');
		if (len)
			continue;
		while (text[len] && !white(text + len))
			len++;
		utf8_sanitize(out, text, len);
	}
	sbuf_rtrim(out);
}
