/*
 * terms: texts to the words that are indexed: runs of letters, digits and '_', in lower case, stop words left out, then
 * Porter's stem (Porter 1980, by libstemmer). At most TERM_MAX bytes of a word count. Not for threads.
 */
#ifndef KB_TERMS_H
#define KB_TERMS_H

#include "base/sbuf.h"

#define TERM_MAX 40

struct terms;

struct terms *terms_new(void);
void terms_free(struct terms *t);
typedef void term_cb(void *ctx, const char *term, size_t len); /* term is NUL-terminated, valid during the call */
void terms_each(struct terms *t, const char *text, size_t len, term_cb *cb, void *ctx);
/*
 * The words of a compiler message: nothing is left out or stemmed; what stands in backticks or quotes is a name of the
 * learner's and counts as "_". Single words and pairs, each with "m:" before it, so that they never meet other terms.
 */
void terms_message(const char *text, size_t len, term_cb *cb, void *ctx);
bool term_is_stop(const char *word);

#endif
