/*
 * answer: code out of a model's words, put where it belongs. Pure. A model's text is data: no name in it becomes a path, what it
 * does not repeat of a protected test is put back as it was.
 */
#ifndef RUST_ANSWER_H
#define RUST_ANSWER_H

#include "base/sbuf.h"

#define ANSWER_MAX (256u << 10)

/*
 * The code of an answer: its first ```rust block, else its largest block, else the whole text when it looks like Rust. whole: the
 * answer came to its end; a block without an end counts only then. False: there is none, or it has a NUL or is too long.
 */
bool answer_code(const char *text, size_t len, bool whole, struct sbuf *out);
/* Has a first block begun and ended? Then nothing more need be waited for. */
bool answer_is_over(const char *text, size_t len);

/*
 * The file `was` with the tests (#[cfg(test)] items, #[test] functions) as they were in it, whatever `is` made of them; the rest is
 * from `is`.
 */
void answer_keep_tests(const char *was, size_t was_len, const char *is, size_t is_len, struct sbuf *out);

/*
 * The file `was` with the items of `items` in the place of those with the same kind and name (an impl: the same header). An item
 * that is not there, or twice, makes it false; `use` lines that are new are put at the top.
 */
bool answer_splice(const char *was, size_t was_len, const char *items, size_t items_len, struct sbuf *out);

#endif
