/*
 * html_scan: what parsing a page would cost, found by one walk over its tags. gumbo takes steps and stack
 * as nesting grows, repeats every formatting element left open in each block after it, and compares the
 * attributes of a tag with each other; it cannot be stopped half-way. The figures are never below what
 * gumbo will do, and close to it for pages that are well formed. Private to text/.
 */
#ifndef TEXT_HTML_SCAN_H
#define TEXT_HTML_SCAN_H

#include "base/base.h"

struct html_cost {
	size_t depth; /* elements inside each other, at most */
	size_t nodes; /* elements and texts */
	size_t steps;
};

#define HTML_DEPTH_MAX 2000
#define HTML_NODES_MAX 2000000
#define HTML_STEPS_MAX 1000000000

/* Stops early once a limit is passed. */
void html_scan(const char *html, size_t len, struct html_cost *cost);

#endif
