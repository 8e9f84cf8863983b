/*
 * edits: byte edits to a text, rustc's suggestions as such edits, and the difference of two texts.
 */
#ifndef RUST_EDITS_H
#define RUST_EDITS_H

#include "rust/diag.h"

struct edit_op {
	uint32_t start, end;  /* bytes, half open; equal: an insertion */
	char *text;           /* replacement, owned */
};

enum edit_marks {
	EDIT_RISKY = 1 << 0, /* compiles, but may panic or lose something: unwrap, as, unsafe, a wider visibility */
	EDIT_STUB = 1 << 1,  /* leaves a hole to be filled in: todo!() or a made-up value */
	EDIT_ASK = 1 << 2,   /* deletes or renames something of the author's: only after a question */
};

struct edits {            /* one candidate: all or nothing, one file */
	struct edit_op *v;
	size_t n, alloc;
	char *file;
	char *reason;         /* plain words: why this edit; from the help's message, or a template */
	enum diag_applicability applicability; /* the weakest of its parts; NONE: a template's */
	const char *source;   /* the template's name ("clone-moved"); NULL: rustc's own suggestion */
	unsigned marks;       /* enum edit_marks; 0 for rustc's own: nobody has looked yet */
};

#define EDITS_INIT { NULL, 0, 0, NULL, NULL, DIAG_APP_NONE, NULL, 0 }

void edits_release(struct edits *e);
/* Frees an array as diag_suggestions gives it, with its contents. */
void edits_free_all(struct edits *v, size_t n);
void edits_add(struct edits *e, uint32_t start, uint32_t end, const char *text);
/*
 * Appends the edited text; false (nothing appended) when edits overlap, end before they start or
 * lie outside the text. They may come in any order; insertions at one place are made in the order
 * in which they were added.
 */
bool edits_apply(const struct edits *e, const char *text, size_t len, struct sbuf *out);
/*
 * rustc's suggestions of one error as candidates in rustc's order (edits_free_all; NULL when
 * there are none). A flattened child with several alternatives starts a new one when a span
 * repeats or overlaps. Going backwards does not: in all 9 such children among 550 recorded
 * programs (rustc 1.95) the parts belong together, "<'a>" on the function, then its return type,
 * then its parameters. Only candidates that touch nothing but `file` (as the spans name it; NULL:
 * the file of their first span), and nothing that a macro of somebody else's wrote.
 */
size_t diag_suggestions(const struct diag *d, const char *file, struct edits **out);
/*
 * Appends a unified diff of two texts with `context` lines, without the two header lines when
 * name is NULL; nothing when the texts are equal. By lines, the shortest edit script (E. W.
 * Myers, "An O(ND) Difference Algorithm and Its Variations", 1986) up to DIFF_MAX_EDITS changed
 * lines; beyond that what lies between the first and the last difference is given as replaced.
 */
#define DIFF_MAX_EDITS 1000
void diff_unified(const char *a, size_t alen, const char *b, size_t blen, const char *name, int context, struct sbuf *out);

#endif
