/*
 * spell: misspelt words of a question, put right by the words of the knowledge base itself. A word that is neither there nor a
 * known English word is replaced by the nearest one that is: optimal string alignment distance (Damerau 1964; two letters swapped count one,
 * one for another that nobody mistakes for it two) of 1, or 2 for words of 10 letters and more. Pure; ASCII words only. Names and code
 * (digits, '_', capitals inside, back ticks) stay, and so does a text whose words are mostly unknown: it is in another language.
 */
#ifndef KB_SPELL_H
#define KB_SPELL_H

#include "base/map.h"
#include "base/sbuf.h"

#define SPELL_WORD_MAX 24 /* letters; longer words are left alone */

/* Counting the words, when the knowledge base is built. Zero is empty. */
struct spell_count {
	struct map words;
};
/* weight 0: known words that nothing is corrected to. */
void spell_count(struct spell_count *c, const char *text, size_t len, int weight);
/* Lines "word TAB count", sorted; c is empty then. */
void spell_finish(struct spell_count *c, struct sbuf *out);

struct spell;
/* Copies. Lines that are not as spell_finish makes them are passed over. Never NULL. */
struct spell *spell_new(const char *lines, size_t len);
void spell_free(struct spell *s);
/* Appends the text as it should be. How many words were changed; at most SPELL_CHANGES. */
size_t spell_correct(const struct spell *s, const char *text, struct sbuf *out);
#define SPELL_CHANGES 12

#endif
