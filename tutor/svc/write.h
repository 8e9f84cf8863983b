/* write: pieces of results as JSON and as plain text, shared by the operations. Private to svc's ops_*.c and the fronts' texts. */
#ifndef SVC_WRITE_H
#define SVC_WRITE_H

#include "base/json.h"
#include "learn/ladder.h"
#include "svc/explain.h"

/* Markdown as wrapped plain text, every line behind `indent` spaces. */
void write_markdown(const char *markdown, int indent, int width, bool ascii, struct sbuf *out);
struct json *write_steps_json(const struct steps *s, int max_rung);
/* Code behind six spaces. */
void write_code(const char *code, struct sbuf *out);
/* All but a model's steps, which come later than the others: write_model_plain adds those, behind what was printed before. */
void write_model_plain(const struct steps *s, int max_rung, int width, bool ascii, struct sbuf *out);
void write_steps_plain(const struct steps *s, int max_rung, int width, bool ascii, struct sbuf *out);
/* {errors: […]} members of the explain shape. */
struct json *write_explanations_json(const struct explanations *e, int max_rung);
void write_explanations_plain(const struct explanations *e, int max_rung, int width, bool ascii, struct sbuf *out);

#endif
