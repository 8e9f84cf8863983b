/*
 * compose: an answer's steps without any model: from a card, or from passages as they stand. Pure. Citations are numbered over
 * the whole answer; a step's text carries [n].
 */
#ifndef LEARN_COMPOSE_H
#define LEARN_COMPOSE_H

#include "learn/ladder.h"

struct cites { /* of a whole answer */
	struct cite *v;
	size_t n, alloc;
};
#define CITES_INIT { NULL, 0, 0 }
void cites_release(struct cites *c);
/* The number of a page; the same page is kept once. title NULL: as the page. */
int cites_add(struct cites *c, const char *page, const char *title);
/* Copies; out is emptied first. */
void cites_copy(struct cites *out, const struct cites *c);
/* Citation n as one of this step, and " [n]" behind its text when it is not there yet. */
void step_cite(struct step *s, const struct cites *all, int n);
/* Steps that number their own citations from 1 (explanations) get the numbers of the whole answer. */
void steps_renumber(struct steps *s, struct cites *all);

/*
 * The body of a question, task or concept card: a step for each numbered item, an example for each block of code with what it
 * prints, the last line ("Next: ...") as the next step. cites: those that the first step gets, numbers in all.
 */
void compose_card(const struct card *c, const struct cites *all, const int *cites, size_t n_cites, struct steps *out);
/* What an example's text says that it prints, owned; NULL when it says nothing. */
char *compose_output(const struct step *example);

struct passage {
	const char *page, *title, *text; /* title: the breadcrumb; text: paragraphs, one a line */
};
#define PASSAGE_WORDS 55
/* A step for each passage: whole sentences, at most PASSAGE_WORDS words (the first sentence in any case, cut). */
void compose_passages(const struct passage *p, size_t n, struct cites *all, struct steps *out);
/* The whole sentences of a text that fit into max words, back ticks and all; at least the first, cut when it is too long. */
void compose_sentences(const char *text, size_t max, struct sbuf *out);

/*
 * Is this a question that cannot be searched for alone: "and why?", "in a loop?", "what about Vec"? Then words of the one
 * before belong to it.
 */
bool compose_is_follow_up(const char *question);
/* A follow-up without a word of its own ("and why?", "explain more"): it wants to read further on the same. */
bool compose_is_bare(const char *question);
/* Is it about an error at hand: "why does this fail?", or nothing at all? */
bool compose_is_about_error(const char *question);
/* "How do I fix it?", "and the cure?". */
bool compose_is_for_cure(const char *question);
/* The question with the words of the one before it (which may be NULL), for the search. Bounded. */
void compose_joined(const char *question, const char *before, struct sbuf *out);

#endif
