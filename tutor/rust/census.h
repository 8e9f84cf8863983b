/*
 * census: guards over a change of a Rust text, whoever proposed it. Pure; the compiler cannot see what they see: a
 * program whose tests or items are gone compiles very well.
 */
#ifndef RUST_CENSUS_H
#define RUST_CENSUS_H

#include "base/strv.h"

enum census_flags {
	CENSUS_MAY_LOSE = 1 << 0, /* an item may go or be renamed: the error is about that item (EDIT_ASK) */
};

/*
 * What nobody may change, as it is written: #[cfg(test)] items, tests, and what a comment protects ("don't change …"):
 * the comment's line; the item that follows a comment on a line of its own, or that line when it is no item or the
 * comment speaks of a line. "Don't change anything but …" protects nothing. Appended, in source order.
 */
void census_protected(const char *text, size_t len, struct strv *out);

/*
 * May `after` take the place of `before`? 0, or -1 and one sentence. Refused: protected text that is not there any more
 * as often as before; a function, type, trait, module, constant, macro or test (by kind and name; impls by number) that
 * is gone, or lost its body, or had it replaced by a stub; more than 30% fewer tokens (and more than CENSUS_SMALL of
 * them); code moved into comments; a new #[cfg], which switches code off.
 */
#define CENSUS_SMALL 12
int census_guard(const char *before, size_t blen, const char *after, size_t alen, unsigned flags, struct sbuf *why);

/*
 * What a change adds, each counted only when there is more of it than before. stubs: todo!, unimplemented!. risky:
 * unsafe, unwrap, expect, `as` casts, #[allow], panic!, forget, leak, 'static, pub, process::exit and abort, a changed
 * signature of a pub fn.
 */
void census_marks(const char *before, size_t blen, const char *after, size_t alen, int *stubs, int *risky);

#endif
