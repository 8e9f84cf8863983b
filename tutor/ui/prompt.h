/*
 * prompt: one line of input. Keys are fed as requests, so it does not know the terminal (as linenoise's
 * feed): the caller draws it and acts on what prompt_request returns.
 */
#ifndef UI_PROMPT_H
#define UI_PROMPT_H

#include "ui/canvas.h"
#include "ui/keys.h"

#define PROMPT_MAX 4000 /* bytes */

enum prompt_event { PROMPT_NOTHING, PROMPT_MOVED, PROMPT_CHANGED, PROMPT_ACCEPTED, PROMPT_CANCELLED };

struct prompt {
	struct sbuf text;
	size_t at;    /* byte of the cursor, at a cluster's border */
	int left;     /* columns scrolled away */
};

void prompt_init(struct prompt *p, const char *text);
void prompt_release(struct prompt *p);
enum prompt_event prompt_request(struct prompt *p, enum request r, const struct input *in);
/* Draws label and text into one line, with the cursor. */
void prompt_draw(struct prompt *p, struct canvas *c, struct rect line, const char *label);

#endif
