/*
 * wordpiece: the uncased BERT tokenizer (Devlin et al. 2018; Wu et al. 2016 for the pieces): clean, lower case, strip accents,
 * split at white space, punctuation and CJK, then the longest known pieces from the left. Lower case and accents follow
 * Unicode (utf8proc). The vocabulary's bytes are borrowed.
 */
#ifndef KB_WORDPIECE_H
#define KB_WORDPIECE_H

#include "base/sbuf.h"

struct wordpiece;

/* vocab: one piece a line, its number is its id. NULL and a sentence when it lacks [UNK], [CLS] or [SEP]. */
struct wordpiece *wordpiece_new(const char *vocab, size_t len, struct sbuf *err);
void wordpiece_free(struct wordpiece *w);
size_t wordpiece_size(const struct wordpiece *w);
/* Ids of [CLS] text [SEP], at most max of them (max >= 2); what does not fit is cut off. Any bytes are accepted. */
size_t wordpiece_encode(const struct wordpiece *w, const char *text, size_t len, uint32_t *ids, size_t max);

#endif
