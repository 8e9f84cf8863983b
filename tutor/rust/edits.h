/* edits: byte edits to a text, and rustc's suggestions as such edits. */
#ifndef RUST_EDITS_H
#define RUST_EDITS_H

#include "rust/diag.h"

struct edit_op {
	uint32_t start, end;  /* bytes, half open */
	char *text;           /* replacement, owned */
};

struct edits {            /* one candidate: all or nothing, one file */
	struct edit_op *v;
	size_t n, alloc;
	char *file;
	char *reason;         /* plain words: why this edit; from the help's message, or a template */
	enum diag_applicability applicability;
};

void edits_release(struct edits *e);
void edits_add(struct edits *e, uint32_t start, uint32_t end, const char *text);
/* Appends the edited text; false (nothing appended) when edits overlap or lie outside the text. */
bool edits_apply(const struct edits *e, const char *text, size_t len, struct sbuf *out);
/*
 * rustc's suggestions of one error as candidates (free each, then the array). A flattened child with
 * several alternatives starts a new one when a span repeats, overlaps or goes backwards.
 */
size_t diag_suggestions(const struct diag *d, const char *file, struct edits **out);
/* Unified diff of two texts with `context` lines, without a header when name is NULL. Myers, line by line. */
void diff_unified(const char *a, size_t alen, const char *b, size_t blen, const char *name, int context, struct sbuf *out);

#endif
