/*
 * needs: what tests ask of the code that they test, and what a piece of code offers: names, numbers of arguments, and the
 * shapes of types as far as literals and signatures tell. Pure, total, bounded: NEEDS_MAX calls are looked at.
 */
#ifndef RUST_NEEDS_H
#define RUST_NEEDS_H

#include "rust/lexer.h"

#define NEEDS_ARGS 8
#define NEEDS_MAX 600
#define NEEDS_TEXT_MAX (256u << 10) /* of longer texts the start is read */

enum shape {
	SHAPE_UNKNOWN, SHAPE_INT, SHAPE_FLOAT, SHAPE_BOOL, SHAPE_CHAR, SHAPE_STR /* &str */, SHAPE_STRING, SHAPE_SLICE /* &[T], &Vec */,
	SHAPE_VEC, SHAPE_OPTION, SHAPE_RESULT, SHAPE_TUPLE, SHAPE_OTHER,
};

struct need {
	char *owner;        /* the type that it belongs to; "": a method of something; NULL: a free function */
	char *name;
	size_t n_args;      /* without self */
	bool self;
	bool fixed;         /* offered by a trait: cannot be called otherwise */
	enum shape args[NEEDS_ARGS], ret;
};

/* Where tests stand: beside the code (use CRATE::…), as a child module of it (super::), in a module of their own inside the file. */
enum needs_place { NEEDS_BESIDE, NEEDS_CHILD, NEEDS_INSIDE, NEEDS_BARE };

struct needs {
	struct need *v;     /* each function once */
	size_t n, alloc;
	struct strv types;  /* of the tested code */
	char *crate;        /* NEEDS_BESIDE: what it must be called; else NULL */
	char *program;      /* the program that the tests run: CARGO_BIN_EXE_…; NULL */
	enum needs_place place;
};
#define NEEDS_INIT { NULL, 0, 0, STRV_INIT, NULL, NULL, NEEDS_BARE }
void needs_release(struct needs *n);

/* Appends. The tests' own functions, std's names and methods of unknown owners are told apart from what is needed. */
void needs_of_tests(const char *text, size_t len, struct needs *out);
/* The functions, methods and types that a text defines; tests and main left out. */
void needs_of_code(const char *text, size_t len, struct needs *out);

/*
 * How well an offered function serves as a needed one: below 0 not at all (another number of arguments, types that
 * cannot meet), else higher is better. Names count most.
 */
double needs_fit(const struct need *want, const struct need *offer);
/* Share of the words of two names that are alike or mean the same (put, insert), 0 to 1: `count_words`, `word_count` are 1. */
double needs_alike(const char *a, const char *b);

#endif
