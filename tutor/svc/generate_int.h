/* The inside of generate: candidates and where they come from. Private to svc/generate*.c. */
#ifndef SVC_GENERATE_INT_H
#define SVC_GENERATE_INT_H

#include "rust/needs.h"
#include "svc/check.h"
#include "svc/generate.h"

#define GENERATE_CARDS 14        /* candidates from cards that are tried at most when tests decide */
#define GENERATE_SURE 0.34       /* share of the sentence's weight that a task must hold to be the nearest */

struct gen_cand {
	char *code;              /* of src/lib.rs or src/main.rs */
	char *task, *title;      /* the card; NULL: the model's */
	struct strv notes;
	double score;
	bool from_model;
	char *input;             /* what its main is given when it is tried; NULL */
};
struct gen_cands {
	struct gen_cand *v;
	size_t n, alloc;
};
void gen_cand_release(struct gen_cand *c);
void gen_cands_release(struct gen_cands *c);

struct gen_tests {
	struct repair_file *v;   /* names are their places in the project */
	size_t n, bytes;
	struct sbuf tail;        /* what lib.rs ends with, so that it holds them */
	struct needs needs;
};
#define GEN_TESTS_INIT { NULL, 0, 0, SBUF_INIT, NEEDS_INIT }
int gen_tests_load(const char *path, struct gen_tests *t, struct sbuf *err);
void gen_tests_release(struct gen_tests *t);

struct gen_want {                /* what is asked for */
	const char *description;
	bool lib;
	bool tests;              /* tests were given: the code is made to fit needs */
	const struct needs *needs;
};

/* generate_card.c: the knowledge base's tasks that may serve, best first. -1 and a sentence: they cannot be read. */
int gen_cards_find(struct app *app, const struct gen_want *w, struct gen_cands *out, struct sbuf *err);

/* generate_code.c: a card's code made fit. */
struct gen_rename {
	const char *from, *to;
	bool method;             /* changed where it is defined and where self calls it: std has methods of that name too */
};
enum gen_code { GEN_NO_MAIN = 1 << 0, GEN_NO_TESTS = 1 << 1, GEN_PUB = 1 << 2, GEN_PUB_FIELDS = 1 << 3 };
/* false: a new name is taken already. */
bool gen_code_make(const char *code, unsigned flags, const struct gen_rename *renames, size_t n, struct sbuf *out);
enum gen_input { GEN_INPUT_NONE, GEN_INPUT_STDIN, GEN_INPUT_ARGS };
/* What the sentence says of the program's input. */
enum gen_input gen_input_asked(const char *description);
/* main works on what comes in, not on its example. kind: which way numbers are read (0..GEN_NUMBERS). False: it has no place for it. */
#define GEN_NUMBERS 4
bool gen_main_reads(const char *code, enum gen_input input, int kind, struct sbuf *out, struct sbuf *example);

#endif
