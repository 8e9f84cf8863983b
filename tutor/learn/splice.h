/*
 * splice: the programs that come of it when a learner puts a piece of code from an answer into the file they were given. When one of
 * them passes the exercise, the answer was the solution. Pure; svc/verify runs them.
 */
#ifndef LEARN_SPLICE_H
#define LEARN_SPLICE_H

#include "base/strv.h"

#define SPLICE_MAX 8 /* programs a piece */

/*
 * Appends to out, at most SPLICE_MAX in all: the piece as the whole file (when it has items), the file with its items of the same
 * names replaced, with each function's body replaced by the piece, with the lines replaced that are most like the piece's lines,
 * and with the piece in the place of a `todo!()`. None twice, none that is the file itself.
 */
void splice_programs(const char *file, size_t file_len, const char *piece, size_t len, struct strv *out);

/*
 * Pieces of code in an answer: its code blocks, and its longer code spans (4 tokens or more) put together, a line each. Appends.
 */
void splice_pieces(const char *markdown, size_t len, struct strv *out);

#endif
