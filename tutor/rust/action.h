/*
 * action: a change that mended an error, told apart from the program that it was seen in, so that it can be made again on
 * another program's error of the same kind.
 *
 * As text, a line for each edit: FROM TO, a tab, the tokens that are replaced, a tab, the tokens that take their place.
 * FROM and TO are places: an edge of one of the error's spans, of the statement, the function or the definition that it is
 * about (action_place.c lists them), and so many tokens further. Tokens that are replaced are patterns: a method's name, `_` any name, `#`
 * any number, `"` any literal, `'` any lifetime. New tokens are keywords, signs, std's names, small numbers, `$k.j` (the
 * j-th name in the k-th quoted piece of the messages), `@PLACE` (the token there), `%n` (a name that the change makes up),
 * `\s` and `\n` (white space). No string, no comment and no other name of the program is ever in it.
 */
#ifndef RUST_ACTION_H
#define RUST_ACTION_H

#include "rust/edits.h"

#define ACTION_MAX 1200       /* bytes */
#define ACTION_MAX_EDITS 8
#define ACTION_MAX_TOKENS 60  /* new tokens of one action */

/*
 * The change from before to after as an action for error d, whose spans call the text `file`; owned. NULL and one
 * sentence when it cannot be told apart from its program. What is returned, replayed on before, gives after.
 */
char *action_make(const struct diag *d, const char *file, const char *before, size_t blen, const char *after, size_t alen,
		  struct sbuf *why);
/* Makes it again. false: it does not fit this error or this text, or is no action at all; out is then empty. */
bool action_replay(const char *action, const struct diag *d, const char *file, const char *text, size_t len, struct edits *out);
/* Appends the change in a few plain words: "`& mut` is put in, `String` is taken out". */
void action_say(const char *action, struct sbuf *out);

#endif
