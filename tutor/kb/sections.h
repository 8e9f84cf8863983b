/*
 * sections: Markdown files of ours are cut at `## ` headings (cards, hints, exercises). Walks lines
 * and knows which are inside a fence, where `##` is no heading. Everything borrows from the text.
 */
#ifndef KB_SECTIONS_H
#define KB_SECTIONS_H

#include "base/base.h"

struct md_lines { /* start with = { .next = text, .end = text + len } */
	const char *next, *end;
	const char *start, *stop; /* the line, without its newline */
	int line;                 /* its number, from 1 */
	bool in_code;
};

bool md_lines_next(struct md_lines *it); /* false at the end */
/* Is this line a heading `## WORD` outside code? *word and *len get its text, trimmed. */
bool md_line_is_section(const struct md_lines *it, const char **word, size_t *len);
/* An owned copy without empty lines at both ends; the indent of the first line stays. */
char *md_trimmed(const char *p, const char *end);

#endif
