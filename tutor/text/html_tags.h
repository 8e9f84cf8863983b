/* html_tags: what the reader does with an element. Private to text/. */
#ifndef TEXT_HTML_TAGS_H
#define TEXT_HTML_TAGS_H

#include "base/base.h"

#include <gumbo.h>

#include "base/sbuf.h"

enum html_action {
	HTML_FLOW, /* nothing: its content flows into what is around it */
	HTML_BLOCK, /* what is inside stands apart from what is around */
	HTML_SKIP,
	HTML_EMPH, HTML_STRONG, HTML_CODE, HTML_LINK, HTML_BREAK, HTML_IMAGE, HTML_RAISED,
	HTML_HEADING, HTML_LIST, HTML_ITEM, HTML_QUOTE, HTML_INDENT, HTML_TERM, HTML_PRE, HTML_RULE,
	HTML_TABLE, HTML_ROW, HTML_CELL,
};

enum html_action html_action(const GumboNode *node);
/* Value of an attribute, or NULL. */
const char *html_attribute(const GumboNode *node, const char *name);
bool html_has_class(const GumboNode *node, const char *name);
/* The words of a code block: "rust,compile_fail,E0382"; pre is its <pre>. */
void html_code_info(const GumboNode *pre, struct sbuf *info);
/* The first child that is an element, if it has this tag. */
const GumboNode *html_first_element(const GumboNode *node, GumboTag tag);
bool html_is(const GumboNode *node, GumboTag tag);

#endif
