/*
 * calls: small readings of a Rust text around one place: which call stands there, where and how something is defined, which
 * functions call themselves. For messages; the compiler alone decides. Pure, total, bounded.
 */
#ifndef RUST_CALLS_H
#define RUST_CALLS_H

#include "rust/lexer.h"

/* Tokens [from, to) as one line: comments left out, white space folded, no comma before a closing bracket. */
char *code_folded(const char *text, const struct tokens *t, size_t from, size_t to);
/* The byte at a line and column (from 1, characters); len when the text has no such line. */
size_t code_offset(const char *text, size_t len, int line, int col);
/* The end of the argument that begins at token i: the comma, or `close`. */
size_t code_argument_end(const char *text, const struct tokens *t, size_t i, size_t close);
/* Index of the token that holds a byte; t->n when there is none. */
size_t code_token_at(const struct tokens *t, size_t byte);
/* Walks back from token i, a dot or the name of a call, over `a.b(c)[d]?.e` and `Type::f`: where that begins. */
size_t code_chain_start(const char *text, const struct tokens *t, size_t i);

struct call_site {
	char *name;     /* "area"; of `Stack::new` "new" */
	char *owner;    /* the word before `::`; NULL */
	char *text;     /* "area(3, 4)", white space folded */
	size_t n_args;
	bool method;    /* behind a dot */
	bool has_args;  /* false: only a name stands there */
};
#define CALL_SITE_INIT { NULL, NULL, NULL, 0, false, false }
/* The call whose name stands at a byte, else the one around it, else the name at it. false: none of these. */
bool call_site_at(const char *text, size_t len, size_t byte, struct call_site *c);
void call_site_release(struct call_site *c);

struct definition {
	enum item_kind kind; /* a function, a type, a trait, a constant, a macro */
	int line;
	char *head;          /* up to the body, one line: "fn area(side: u32) -> u32" */
	size_t n_params;     /* of a function, without self */
	bool self;
};
#define DEFINITION_INIT { ITEM_FN, 0, NULL, 0, false }
/* The first item of that name that is no test. */
bool definition_find(const char *text, size_t len, const char *name, struct definition *d);
void definition_release(struct definition *d);
/* Names of the functions and types that a text defines, tests left out; appended. */
void definition_names(const char *text, size_t len, struct strv *out);

#define CALL_PLACES 8
struct call_places {
	char name[64];  /* what is called there; "": nothing, loops */
	int lines[CALL_PLACES];
	size_t n;
};
/* Where a function calls itself: of the first that does. */
void calls_again(const char *text, size_t len, struct call_places *out);
/* Loops that need not end by themselves (`loop`, `while`); when there is none, `for` loops. */
void loops_of(const char *text, size_t len, struct call_places *out);
/* std stopped with this message, in a file of its own: where is one of its functions called that can say so? */
void calls_that_stop(const char *text, size_t len, const char *message, struct call_places *out);

#endif
