/*
 * html: pages of the Rust documentation (mdBook, rustdoc) and others to blocks. Reads what is in <main>,
 * else in <body>. Headings and other blocks get the page's anchors; code blocks the words of their classes
 * ("rust,compile_fail,E0382"), without hidden ("boring") lines; links stay as written, relative to the
 * page; buttons, menus and source links go; elements that mean nothing here flow through.
 */
#ifndef TEXT_HTML_H
#define TEXT_HTML_H

#include "text/block.h"

#define HTML_MAX (16u << 20) /* the largest page of the documentation has 9 MB, the largest useful one 4 */

/*
 * Adds the page's blocks to *d and its <title> to *title (may be NULL). Refused with a sentence: pages over
 * HTML_MAX, and such as would make the parser nest too deep or make far more elements than there are tags.
 */
int html_parse(const char *html, size_t len, struct doc *d, struct sbuf *title, struct sbuf *err);

#endif
