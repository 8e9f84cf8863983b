/*
 * picker: a list in a box to choose from, narrowed by typing: the palette, the table of contents. Pure.
 * Matching is fuzzy: the letters typed occur in order; letters at the start of words and in a row count
 * more, so that "mvs" finds "Moving a value: String". Words apart by spaces must all match.
 */
#ifndef UI_PICKER_H
#define UI_PICKER_H

#include "ui/prompt.h"

struct picker_item {
	char *text;    /* what is shown and matched */
	char *more;    /* shown dim at the right: a key, a kind; may be NULL */
	char *value;   /* what choosing it means; matched too: it holds the id */
	int score;
};

struct picker {
	char *title;
	struct prompt prompt;
	struct picker_item *items;
	size_t n, alloc;
	size_t *shown;   /* indexes of those that match, best first */
	size_t n_shown;
	int at, top, height; /* chosen and first in `shown`; rows of the list */
	struct rect box;     /* where it was drawn */
};

void picker_init(struct picker *p, const char *title);
void picker_release(struct picker *p);
void picker_add(struct picker *p, const char *text, const char *more, const char *value);
/* After the last add; again after the typed text changed. */
void picker_match(struct picker *p);
enum prompt_event picker_request(struct picker *p, enum request r, const struct input *in);
const char *picker_value(const struct picker *p); /* of the chosen one; NULL when nothing matches */
void picker_draw(struct picker *p, struct canvas *c, struct rect body, const struct glyphs *g);

/* How well `typed` fits; 0: not at all. */
int fuzzy_score(const char *typed, const char *text);

#endif
