/*
 * anon: a pair of programs without what is their author's: names become v1, T2, C3, 'l4 (the same name the same everywhere),
 * strings keep only the signs of their placeholders, comments go, long numbers become 9. Names of std's, and methods that
 * the second program uses without defining them, stay: they are no secret and without them nothing compiles. Whether what
 * comes out still fails and compiles as before is the compiler's to say.
 */
#ifndef RUST_ANON_H
#define RUST_ANON_H

#include "base/sbuf.h"

#define ANON_MEMBER 16 /* letters of a name that is kept all the same */

/*
 * Appends. Total: any bytes may be given; what comes out holds only letters, digits, `_`, signs and white space of ASCII.
 * members: short names that only ever stand behind a `.` or `::` stay in the first program too, for with some (a method of
 * another type) the error is another one when they go.
 */
void anon_pair(const char *before, size_t blen, const char *after, size_t alen, bool members, struct sbuf *out_before,
	       struct sbuf *out_after);

#endif
