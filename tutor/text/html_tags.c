#include "base/base.h"

#include "text/html_tags.h"

#include "base/strv.h"

static const unsigned char actions[GUMBO_TAG_LAST] = {
	[GUMBO_TAG_ADDRESS] = HTML_BLOCK,
	[GUMBO_TAG_ARTICLE] = HTML_BLOCK,
	[GUMBO_TAG_ASIDE] = HTML_BLOCK,
	[GUMBO_TAG_BODY] = HTML_BLOCK,
	[GUMBO_TAG_CAPTION] = HTML_SKIP,
	[GUMBO_TAG_CENTER] = HTML_BLOCK,
	[GUMBO_TAG_DETAILS] = HTML_BLOCK,
	[GUMBO_TAG_DIV] = HTML_BLOCK,
	[GUMBO_TAG_DL] = HTML_BLOCK,
	[GUMBO_TAG_FIELDSET] = HTML_BLOCK,
	[GUMBO_TAG_FIGCAPTION] = HTML_BLOCK,
	[GUMBO_TAG_FIGURE] = HTML_BLOCK,
	[GUMBO_TAG_FOOTER] = HTML_BLOCK,
	[GUMBO_TAG_FORM] = HTML_BLOCK,
	[GUMBO_TAG_HEADER] = HTML_BLOCK,
	[GUMBO_TAG_HTML] = HTML_BLOCK,
	[GUMBO_TAG_MAIN] = HTML_BLOCK,
	[GUMBO_TAG_P] = HTML_BLOCK,
	[GUMBO_TAG_SECTION] = HTML_BLOCK,
	[GUMBO_TAG_SUMMARY] = HTML_BLOCK,

	[GUMBO_TAG_BUTTON] = HTML_SKIP,
	[GUMBO_TAG_CANVAS] = HTML_SKIP,
	[GUMBO_TAG_HEAD] = HTML_SKIP,
	[GUMBO_TAG_IFRAME] = HTML_SKIP,
	[GUMBO_TAG_INPUT] = HTML_SKIP,
	[GUMBO_TAG_NAV] = HTML_SKIP,
	[GUMBO_TAG_NOFRAMES] = HTML_SKIP,
	[GUMBO_TAG_NOSCRIPT] = HTML_SKIP,
	[GUMBO_TAG_OBJECT] = HTML_SKIP,
	[GUMBO_TAG_SCRIPT] = HTML_SKIP,
	[GUMBO_TAG_SELECT] = HTML_SKIP,
	[GUMBO_TAG_STYLE] = HTML_SKIP,
	[GUMBO_TAG_SVG] = HTML_SKIP,
	[GUMBO_TAG_TEMPLATE] = HTML_SKIP,
	[GUMBO_TAG_TEXTAREA] = HTML_SKIP,
	[GUMBO_TAG_TITLE] = HTML_SKIP,

	[GUMBO_TAG_CITE] = HTML_EMPH,
	[GUMBO_TAG_DFN] = HTML_EMPH,
	[GUMBO_TAG_EM] = HTML_EMPH,
	[GUMBO_TAG_I] = HTML_EMPH,
	[GUMBO_TAG_VAR] = HTML_EMPH,
	[GUMBO_TAG_B] = HTML_STRONG,
	[GUMBO_TAG_STRONG] = HTML_STRONG,
	[GUMBO_TAG_CODE] = HTML_CODE,
	[GUMBO_TAG_KBD] = HTML_CODE,
	[GUMBO_TAG_SAMP] = HTML_CODE,
	[GUMBO_TAG_TT] = HTML_CODE,
	[GUMBO_TAG_A] = HTML_LINK,
	[GUMBO_TAG_BR] = HTML_BREAK,
	[GUMBO_TAG_IMG] = HTML_IMAGE,
	[GUMBO_TAG_SUP] = HTML_RAISED,

	[GUMBO_TAG_H1] = HTML_HEADING,
	[GUMBO_TAG_H2] = HTML_HEADING,
	[GUMBO_TAG_H3] = HTML_HEADING,
	[GUMBO_TAG_H4] = HTML_HEADING,
	[GUMBO_TAG_H5] = HTML_HEADING,
	[GUMBO_TAG_H6] = HTML_HEADING,
	[GUMBO_TAG_UL] = HTML_LIST,
	[GUMBO_TAG_OL] = HTML_LIST,
	[GUMBO_TAG_LI] = HTML_ITEM,
	[GUMBO_TAG_BLOCKQUOTE] = HTML_QUOTE,
	[GUMBO_TAG_DT] = HTML_TERM,
	[GUMBO_TAG_DD] = HTML_INDENT,
	[GUMBO_TAG_PRE] = HTML_PRE,
	[GUMBO_TAG_LISTING] = HTML_PRE,
	[GUMBO_TAG_HR] = HTML_RULE,
	[GUMBO_TAG_TABLE] = HTML_TABLE,
	[GUMBO_TAG_TR] = HTML_ROW,
	[GUMBO_TAG_TD] = HTML_CELL,
	[GUMBO_TAG_TH] = HTML_CELL,
};

/* What mdBook and rustdoc put beside the text: marks, versions, source links, hidden lines of code. */
static const char *const skipped_classes[] = {
	"boring",     "src",   "anchor",      "doc-anchor", "test-arrow",	  "tooltip",   "hideme",
	"rightside",  "since", "sub-heading", "rule-link",  "rustdoc-breadcrumbs", "copy-path", "out-of-band",
};

const char *html_attribute(const GumboNode *node, const char *name)
{
	const GumboAttribute *a = gumbo_get_attribute(&node->v.element.attributes, name);

	return a ? a->value : NULL;
}

bool html_is(const GumboNode *node, GumboTag tag)
{
	return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag;
}

bool html_has_class(const GumboNode *node, const char *name)
{
	const char *at = html_attribute(node, "class");
	size_t len = strlen(name), word;

	for (; at && *at; at += word + strspn(at + word, " \t\n")) {
		word = strcspn(at, " \t\n");
		if (word == len && !memcmp(at, name, len))
			return true;
	}
	return false;
}

static bool is_skipped(const GumboNode *node)
{
	if (!node->v.element.attributes.length)
		return false;
	if (html_attribute(node, "hidden"))
		return true;
	if (!html_attribute(node, "class"))
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(skipped_classes); i++)
		if (html_has_class(node, skipped_classes[i]))
			return true;
	return false;
}

enum html_action html_action(const GumboNode *node)
{
	const char *name;

	if (node->type != GUMBO_NODE_ELEMENT || is_skipped(node))
		return HTML_SKIP;
	name = html_attribute(node, "role");
	if (name && streq(name, "navigation"))
		return HTML_SKIP;
	return node->v.element.tag < GUMBO_TAG_LAST ? (enum html_action)actions[node->v.element.tag] : HTML_FLOW;
}

/* Classes that say how a block looks, not what it is. */
static bool is_look(const char *word)
{
	static const char *const looks[] = { "playground", "rust-example-rendered", "item-decl", "hljs", "example-wrap",
					     "code-attribute", "line-numbers", "digits-1", "digits-2", "digits-3",
					     "scraped-example", "editor", "fn" };

	for (size_t i = 0; i < ARRAY_SIZE(looks); i++)
		if (streq(looks[i], word))
			return true;
	return false;
}

static void add_words(const char *classes, struct strv *words)
{
	size_t len;

	for (; classes && *classes; classes += len + (classes[len] != '\0')) {
		char *word;

		len = strcspn(classes, " \t\n");
		word = xmemdupz(classes, len);
		if (starts_with(word, "language-"))
			memmove(word, word + 9, len - 9 + 1);
		if (!*word || is_look(word) || strv_has(words, word))
			free(word);
		else
			strv_push_take(words, word);
	}
}

const GumboNode *html_first_element(const GumboNode *node, GumboTag tag)
{
	for (unsigned i = 0; node && i < node->v.element.children.length; i++) {
		const GumboNode *child = node->v.element.children.data[i];

		if (child->type == GUMBO_NODE_ELEMENT)
			return child->v.element.tag == tag ? child : NULL;
	}
	return NULL;
}

/* rustdoc says what fails on the wrapper around, mdBook on the <code> inside (in some versions of two <pre>). */
void html_code_info(const GumboNode *pre, struct sbuf *info)
{
	const GumboNode *inner = html_first_element(pre, GUMBO_TAG_PRE);
	const GumboNode *code = html_first_element(inner ? inner : pre, GUMBO_TAG_CODE);
	struct strv words = STRV_INIT;

	if (code)
		add_words(html_attribute(code, "class"), &words);
	add_words(html_attribute(pre, "class"), &words);
	if (pre->parent && html_is(pre->parent, GUMBO_TAG_DIV) && html_has_class(pre->parent, "example-wrap"))
		add_words(html_attribute(pre->parent, "class"), &words);
	strv_join(&words, ",", info);
	strv_release(&words);
}
