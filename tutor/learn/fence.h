/*
 * fence: the code blocks of a document and what their labels promise (lessons, hints, cards use the
 * same). Strings are borrowed from the document, which must outlive the list.
 */
#ifndef LEARN_FENCE_H
#define LEARN_FENCE_H

#include "text/block.h"

enum fence_flags {
	FENCE_RUST = 1 << 0,         /* a program or fragment in Rust */
	FENCE_COMPILE_FAIL = 1 << 1, /* must not compile, with `code` as root error */
	FENCE_SHOULD_PANIC = 1 << 2, /* compiles, then panics */
	FENCE_NO_RUN = 1 << 3,       /* only compiled */
	FENCE_EDITABLE = 1 << 4,     /* invites the reader to change it */
	FENCE_UNKNOWN = 1 << 5,      /* a label that is none of these: an author's mistake */
};

struct fence {
	size_t block;       /* index in the document */
	int line;           /* of the opening line, in the file */
	unsigned flags;
	char code[8];       /* "E0382", or "" */
	const char *info;   /* the labels as written */
	const char *text;
	/* exact standard output, from the `output` fence after it; NULL: none given */
	const char *output;
};

struct fences {
	struct fence *v;
	size_t n, alloc;
};

#define FENCES_INIT { NULL, 0, 0 }

/* All Rust blocks of a document, in order. Appends. */
void fences_find(const struct doc *d, struct fences *out);
void fences_release(struct fences *f);
/*
 * The program to compile: the text itself when it has a `fn main` at top level, else wrapped into
 * one. *shift gets how many lines were put before the text's first line (0 or 1), so that a
 * message's line - shift is a line of the block.
 */
void fence_program(const char *text, struct sbuf *out, int *shift);

/* The code of the first Rust block in a Markdown text, owned; NULL: there is none. rest gets the text around it when not NULL. */
char *fence_first(const char *markdown, struct sbuf *rest);

#endif
