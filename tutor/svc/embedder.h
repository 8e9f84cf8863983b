/*
 * embedder: one child process (`tutor __embed MODEL`) that turns texts into vectors, asked through a pipe. Answers come in the
 * order of the questions, from the loop.
 */
#ifndef SVC_EMBEDDER_H
#define SVC_EMBEDDER_H

#include "base/sbuf.h"

struct loop;
struct embedder;

struct embedder *embedder_new(struct loop *loop, const char *model, struct sbuf *err);
/* Ends the child, waiting for it; questions under way are forgotten. */
void embedder_free(struct embedder *e);
bool embedder_dead(const struct embedder *e, const char **why);

/* v: EMBED_DIM numbers, valid during the call; NULL when it failed, then err is a sentence. */
typedef void embed_done(void *ctx, const int8_t *v, const char *err);
void embedder_ask(struct embedder *e, const char *text, size_t len, embed_done *done, void *ctx);
void embedder_forget(struct embedder *e, void *ctx); /* no callback with this ctx any more */

/* The inner programs; exit codes 0 and 1. */
int embedder_inner(const char *model);
int embedder_convert(const char *safetensors, const char *vocab, const char *out);

#endif
