/*
 * repair_model: the language model as a source of candidates for svc/repair. It gets the file of the first error whole (up to
 * REPAIR_MODEL_CHARS and REPAIR_MODEL_LINES), the first error as rustc shows it, the other messages in a line each, and what it
 * tried before; of a larger file the items that the errors are in. Its answer is a whole file, or whole items that take the
 * place of those with the same name. Tests are put back as they were; the search judges the rest like any other candidate.
 */
#ifndef SVC_REPAIR_MODEL_H
#define SVC_REPAIR_MODEL_H

#include "svc/repair.h"

#define REPAIR_MODEL_CHARS 6000
#define REPAIR_MODEL_LINES 120
#define REPAIR_MODEL_WALL_MS 300000

struct repair_llm;
/* NULL and a sentence: no model is set up, or it is not one that may repair. */
struct repair_llm *repair_llm_new(struct app *app, struct sbuf *err);
const struct repair_model *repair_llm_model(struct repair_llm *m);
void repair_llm_free(struct repair_llm *m); /* not while a search uses it */

#endif
