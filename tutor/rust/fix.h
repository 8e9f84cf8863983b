/*
 * fix: repair templates. Each knows one class of error (code, message, label) and proposes edits
 * with the reason in one plain sentence. They only propose: a candidate may be wrong or not
 * compile, rustc is the judge.
 *
 * A template is a row of the table in fix.c and a small function in the fix_*.c of its class.
 * What rustc's own suggestions (diag_suggestions) do already is not done again here.
 */
#ifndef RUST_FIX_H
#define RUST_FIX_H

#include "rust/edits.h"

#define FIX_MAX 40 /* candidates for one error at most */

/*
 * Candidates for one error of one file, cheapest idea first (edits_free_all; NULL when there are
 * none). file is the name by which d's spans call this text. Nothing inside a #[cfg(test)] module
 * or a #[test] function is touched.
 */
size_t fix_candidates(const struct diag *d, const char *file, const char *text, size_t len, struct edits **out);
/* Names of all templates, in the order of the table. */
void fix_names(struct strv *out);

#endif
