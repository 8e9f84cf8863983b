/*
 * frames: what may be said of one error of a learner, as whole sentences. A small table (frames_table.c) has, for each kind of
 * message and label of rustc's, sentence frames whose names, types and lines come from the label with the right role; so what a
 * model picks among them is true, whichever it picks. Nothing of rustc's helps goes in, which say how to mend it. Pure.
 *
 * A model gets the sentences as facts and says them again: under a grammar made of them where its server takes one, else read
 * leniently. What it says is always one of the first sentences (which ties the error to the code), then one of the second ones.
 */
#ifndef LEARN_FRAMES_H
#define LEARN_FRAMES_H

#include "base/strv.h"
#include "rust/diag.h"

#define FRAMES_FIRST_MAX 3
#define FRAMES_SECOND_MAX 4

struct frames {
	struct strv first, second; /* first empty: nothing is known; second empty: one sentence is enough */
};
#define FRAMES_INIT { STRV_INIT, STRV_INIT }

/* lines: of the learner's text; a place further down is not named. */
void frames_build(const struct diag *d, int lines, struct frames *out);
void frames_release(struct frames *f);
/* The sentences, a line each: "- Line 3 moves `s`, and line 4 uses it after that." */
void frames_facts(const struct frames *f, struct sbuf *out);
/* GBNF: one of the first sentences, a blank, one of the second ones. */
void frames_grammar(const struct frames *f, struct sbuf *out);
/*
 * Reads a reply: its first two sentences, each taken for the one that it says again (the same names and numbers, most of the
 * words). Appends these. A second one that is none of ours is left out; false when the first is none.
 */
bool frames_read(const struct frames *f, const char *reply, size_t len, struct sbuf *out);

/* ---- the table ---- */

/*
 * Patterns match a whole text; `@` takes what stands there, the shortest that fits. A row's label is looked for among the
 * error's labels and those of its notes, the marked one first; no label: the marked place.
 *
 * In sentences: {l} line and {x} the piece of code of the label, {p} what stands before it, {k} and {y} of the second one; {1}-{4} what `@` took in the
 * message, {5}-{7} in the label, {8} and {9} in the second label. {a1}: with "a" or "an" before it (after "a `" it is put right in any case); {s1}: of a path the last
 * part. A sentence with a field that is not known is left out, one with {x} and {6} when they are the same,
 * and one with {l} and {k} when they are the same line. `~`
 * before it: only when there is none yet.
 */
struct frame {
	const char *message, *label, *label2;
	const char *first[2], *second[2];
};
extern const struct frame frames_table[]; /* the first row that gives a first sentence counts */
extern const size_t frames_table_n;
/* Second sentences by a label or a note alone (message NULL: any; {k} is the marked line); all that match are taken, before the row's own. */
extern const struct frame frames_more[];
extern const size_t frames_more_n;

#endif
