/*
 * rewrite: a learner's question to words that Rust's documentation uses, by the model (step search_words). They join both legs of
 * the search at half weight. Kept in the cache folder by question, model and prompt: the same question does not wait twice.
 */
#ifndef SVC_REWRITE_H
#define SVC_REWRITE_H

#include "base/sbuf.h"

struct app;
struct rewrite;

/* words: three to six words with blanks between; NULL: none, and why is a sentence. Valid during the call, never from within. */
typedef void rewrite_done(void *ctx, const char *words, const char *why);
/* Never NULL. The gate is open; tokens are counted by it. The question is copied; of a long one the first 600 bytes count. */
struct gate;
struct rewrite *rewrite_start(struct app *app, const struct gate *gate, const char *question, rewrite_done *done, void *ctx);
void rewrite_drop(struct rewrite *r); /* no done any more; NULL is fine */

#define REWRITE_QUESTION_MAX 600
#define REWRITE_KEPT 2000 /* questions in the cache */

#endif
