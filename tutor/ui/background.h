/*
 * background: long work that goes on whichever page is shown, told in the status line: the knowledge base, made at the first
 * start, and a language model that the learner wants. What is loaded stays when it is stopped; the next time goes on from there.
 */
#ifndef UI_BACKGROUND_H
#define UI_BACKGROUND_H

#include "ui/ui.h"

/* Makes kb.db when there is none and the Rust documentation is here (not when kb.auto is "off"). */
void background_notes(struct ui *ui);
/* Loads a model of kb/models.json and uses it from then on. */
void background_model(struct ui *ui, const char *name);
bool background_model_stop(struct ui *ui); /* false: none is being loaded */
/* A model whose load was not finished when the program ended; owned, NULL: none. */
char *background_unfinished(struct ui *ui);
void background_forget(struct ui *ui); /* it is not wanted any more */
/* " · notes 40% · model 3%" */
void background_status(struct ui *ui, struct sbuf *out);
void background_release(struct ui *ui);

#endif
