/*
 * quiz: one question of a lesson (a `quiz` fence, YAML; format in lessons/README.md) or of an exam
 * pool. Pure. Strings are owned by the item. ask, why and option texts are Markdown.
 *
 * What a learner gave is one text for all kinds, so that it can be stored and sent as it is:
 *   choice                 the option's number in the author's order, from 1: "2"
 *   multi                  numbers in any order: "1 3" (spaces or commas); "" for none of them
 *   order                  numbers of the lines as quiz_item.lines has them, in the order given: "1
 *                          2 4 3"
 *   predict_output         the output; white space at the end of lines and of the text does not
 *                          count
 *   predict_compiler       "compiles" or the error code, case does not count
 *   short, cloze           a text, compared without case and outer space; several blanks of a
 *                          cloze: joined by "|"
 */
#ifndef LEARN_QUIZ_H
#define LEARN_QUIZ_H

#include "base/strv.h"
#include "learn/kind.h"

#define QUIZ_MAX_PARTS 32 /* options, or lines to order */

struct quiz_option {
	char *text, *why;
	bool right;
};

struct quiz_rubric { /* exam items of kind short that a person grades */
	double points;
	char *what;
};

struct quiz_item {
	char *id;
	/* choice multi predict_output predict_compiler short order cloze */
	enum learn_kind kind;
	char *ask;
	char *code;                  /* NULL: none */
	struct quiz_option *options; /* choice, multi */
	size_t n_options;
	struct strv lines;           /* order: in the right order */
	struct strv answers;         /* predict_*: one; short, cloze: every accepted text */
	char *why;                   /* NULL for choice and multi: there each option has its own */
	struct quiz_rubric *rubric;
	size_t n_rubric;
	int line;                    /* in its file; of the YAML's first line */
	size_t block;                /* index of its block in the lesson's document */
};

/*
 * Parses the YAML of one item. line: where it stands in its file. -1 and a sentence with the line
 * on bad input.
 */
int quiz_parse(const char *text, size_t len, int line, struct quiz_item *q, struct sbuf *err);
void quiz_release(struct quiz_item *q);

/*
 * Marks an answer: 1 right, 0 wrong, -1 it cannot be read as an answer. why gets the explanation:
 * of the option that was taken, of each wrongly taken one, or the item's; for -1 one sentence
 * saying what an answer looks like.
 */
int quiz_mark(const struct quiz_item *q, const char *given, struct sbuf *why);
/* The right answer as a text in the form above. */
void quiz_solution(const struct quiz_item *q, struct sbuf *out);
/* The right answer as a person reads it: option texts, lines, the output. */
void quiz_solution_words(const struct quiz_item *q, struct sbuf *out);

/*
 * Options or lines in the order in which they are shown: order[shown place] = index. The same seed
 * gives the same order; n_parts entries. Lines are never shown in the right order when there are
 * two different ones.
 */
/* options, or lines to order; 0 for the other kinds */
size_t quiz_parts(const struct quiz_item *q);
void quiz_shuffle(const struct quiz_item *q, uint64_t seed, size_t *order);

/* A deterministic generator for all shuffles (SplitMix64, Steele et al. 2014). */
uint64_t shuffle_next(uint64_t *state);
void shuffle_order(size_t n, uint64_t seed, size_t *order); /* Fisher-Yates over 0..n-1 */

#endif
