/*
 * asked: kb/asked/NAME.tsv: ways a learner asks for a passage, as data. A line: `PAGE#ANCHOR TAB way | way | way`; without an
 * anchor the page's first passage. Lines that begin with '#' are comments. Also kb/asked/symbols.tsv: `SYMBOL TAB PAGE#ANCHOR`.
 */
#ifndef KB_ASKED_H
#define KB_ASKED_H

#include "base/map.h"
#include "base/strv.h"

#define ASKED_LINE_MAX 2000
#define ASKED_WAYS_MAX 40

struct asked {
	struct map map; /* "page#anchor" or "page" -> owned text: ways, one a line */
};

/* Adds the lines of a file; a broken line: -1 and a sentence with its number (the lines before it are kept). */
int asked_parse(struct asked *a, const char *text, size_t len, struct sbuf *err);
const char *asked_for(const struct asked *a, const char *page, const char *anchor); /* NULL: none */
void asked_release(struct asked *a);

#endif
