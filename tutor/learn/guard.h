/*
 * guard: pure checks on a model's words before anybody sees them. No io, no model, no memory between calls.
 *
 * It assumes the worst: a model that always tries to give the reference solution away, in any coding. So it does not look for
 * what is bad but lets through what is known: below rung 5 plain English prose (words of a list, or words that were given), whose
 * code words and numbers all stand in what was given, with no run of the solution's tokens in it. What is dropped costs little:
 * the plain answer stands. Text of other languages is dropped, too.
 *
 * Checks by running (does code compile, does it pass the exercise) are svc/verify.
 */
#ifndef LEARN_GUARD_H
#define LEARN_GUARD_H

#include "base/sbuf.h"

#define GUARD_REASONS(X) \
	X(OK, "ok") \
	X(EMPTY, "empty")         /* no words left */ \
	X(WORDS, "words")         /* too many */ \
	X(SENTENCES, "sentences") /* too many, or none that ends */ \
	X(NAME, "name")           /* a name, number or piece of code that was not given */ \
	X(LINE, "line")           /* a line that the code does not have */ \
	X(CITE, "cite")           /* a citation that was not given, or none where one must be */ \
	X(CODE, "code")           /* code below the rung that allows it */ \
	X(SOLUTION, "solution")   /* words of the reference solution */ \
	X(ENCODED, "encoded")     /* letters, signs or lines that are no plain prose */ \
	X(GRADE, "grade")         /* too hard to read */ \
	X(NEXT_STEP, "next_step") /* tells what to do where it may not, or more than one thing */ \
	X(OFF_TASK, "off_task")   /* talks about itself, its orders, secrets, links */ \
	X(EXAMPLE, "example")     /* says the prompt's examples again */ \
	X(FACT, "fact")           /* claims what the facts do not say */

enum guard_reason {
#define X(id, name) GUARD_##id,
	GUARD_REASONS(X)
#undef X
	GUARD_COUNT,
};
const char *guard_reason_name(enum guard_reason r);

#define GUARD_WORDS_ALL 160 /* of a whole answer (tools that help: 80-160 words, grade 9 at most) */
#define GUARD_WORDS_TWO 60  /* of two sentences */
#define GUARD_RUNG_CODE 4   /* from here code blocks may stand (an analogue); the solution only from 5 */
#define GUARD_RUNG_ADVICE 3 /* from here it may say what to do */

struct guard_spec {
	/*
	 * Everything that the model was given about this question and the learner may see at this rung: the question, the code,
	 * the labels, the card's or page's text. What is not here must not be named.
	 */
	const char *const *given;
	size_t n_given;
	/*
	 * Where a text may only say facts again: these, a line each, "3| code" and "- Line 3: what is said of it". A name that
	 * is said beside a line must stand there; words, causes and negations must be the facts'. NULL: no such check.
	 */
	const char *facts;
	const char *examples;   /* the fixed part of the prompt (prompt.fixed); NULL */
	int lines;              /* of the code; 0: none was given */
	int cites;              /* citations [1]..[cites] exist */
	bool cite_wanted;       /* at least one must be there */
	const char *solution, *starter; /* of the exercise; NULL: none. Used below rung 5 */
	int rung;               /* on which the text will stand */
	int max_words;          /* 0: GUARD_WORDS_ALL */
	int max_sentences;      /* 0: any number */
	bool step_wanted;       /* from GUARD_RUNG_ADVICE on: exactly one next step; else at most one */
};

/* GUARD_OK, or the first reason for dropping the text and a sentence for the log in why (may be NULL). text is what guard_read gave. */
enum guard_reason guard_check(const struct guard_spec *spec, const char *text, size_t len, struct sbuf *why);

/*
 * Reads a model's reply leniently: thoughts (<think>…</think>), role marks, a fence or quotes around the whole, lead-ins ("Sure!",
 * "Answer:") go; typographic quotes and dashes become ASCII; white space is folded, paragraphs and code blocks stay. max_sentences
 * > 0: only the first so many, and one that was cut at the end (no full stop) goes. Appends; false when nothing is left.
 */
bool guard_read(const char *raw, size_t len, int max_sentences, struct sbuf *out);

/*
 * Search words from a model's reply: one line, duplicates (in any case) and words of the question's own that add nothing are not
 * dropped, only signs and numbering; at most GUARD_SEARCH_WORDS pieces, separated by blanks. false when nothing is left.
 */
#define GUARD_SEARCH_WORDS 6
bool guard_read_words(const char *raw, size_t len, struct sbuf *out);

/* US school grade by Flesch and Kincaid (1975); code spans count as one short word, Rust's own terms as short ones. */
double guard_grade(const char *text, size_t len);
size_t guard_words(const char *text, size_t len);     /* of prose; a code span is one */
size_t guard_sentences(const char *text, size_t len);
bool guard_word_known(const char *word, size_t len);  /* in the list of plain English, endings taken off */

/*
 * A second measure, for code: the share (0..1) of the solution's own token shingles (those that neither starter nor given texts
 * have, names made alike) that occur in code. 0 when the solution has none of its own.
 */
double guard_overlap(const struct guard_spec *spec, const char *code, size_t len);

#endif
