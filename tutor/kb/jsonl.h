/*
 * jsonl: passages as JSON lines, as classes and other programs hand them on: an object a line with "page" and "text" (more is
 * optional: anchor title code see asked), checked and written anew. Pure.
 */
#ifndef KB_JSONL_H
#define KB_JSONL_H

#include "base/sbuf.h"

#define JSONL_LINE_MAX (1u << 20)

/*
 * Appends the lines of a text, each with "source" set to name and a page that begins with "name:". Empty lines are skipped. *n is
 * how many. A broken line, or none at all: -1 and a sentence with its number; what was appended is to be thrown away.
 */
int jsonl_import(const char *text, size_t len, const char *name, struct sbuf *out, size_t *n, struct sbuf *err);
/* May a source be called this? Its pages begin with it: it must not be taken for a card, lesson or exercise. */
bool jsonl_name_is_fine(const char *name);
#define JSONL_NAME_MAX 40

#endif
