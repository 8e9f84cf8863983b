/*
 * sbuf: a growing byte buffer that is always NUL-terminated. `buf` is never NULL, so an sbuf can be
 * printed at any time; the bytes may contain NULs, `len` says how many there are.
 *
 *   struct sbuf b = SBUF_INIT;
 *   sbuf_addf(&b, "%d apples", 3);
 *   sbuf_release(&b);
 */
#ifndef BASE_SBUF_H
#define BASE_SBUF_H

#include "base/base.h"

struct sbuf {
	char *buf;
	size_t len;
	size_t alloc; /* 0: buf is the shared empty string */
};

extern char sbuf_empty[];
#define SBUF_INIT { sbuf_empty, 0, 0 }

void sbuf_init(struct sbuf *b);
void sbuf_release(struct sbuf *b); /* frees the contents; b is valid and empty again */
void sbuf_reset(struct sbuf *b);   /* length 0, storage kept */
/* Hands the storage to the caller (free it) and leaves b empty. */
char *sbuf_detach(struct sbuf *b, size_t *len);

void sbuf_grow(struct sbuf *b, size_t extra);
void sbuf_setlen(struct sbuf *b, size_t len); /* len <= alloc - 1, or 0 */
void sbuf_add(struct sbuf *b, const void *p, size_t len);
void sbuf_addstr(struct sbuf *b, const char *s);
void sbuf_addch(struct sbuf *b, char c);
void sbuf_addchars(struct sbuf *b, char c, size_t n);
void sbuf_addf(struct sbuf *b, const char *fmt, ...) PRINTF_LIKE(2, 3);
void sbuf_vaddf(struct sbuf *b, const char *fmt, va_list ap) PRINTF_LIKE(2, 0);
void sbuf_insert(struct sbuf *b, size_t pos, const void *p, size_t len);
void sbuf_remove(struct sbuf *b, size_t pos, size_t len);
void sbuf_rtrim(struct sbuf *b);
/* Adds s with every occurrence of `from` replaced by `to`; from is not empty. */
void sbuf_add_replaced(struct sbuf *b, const char *s, const char *from, const char *to);
/* Adds s as one word for a shell, in single quotes. */
void sbuf_add_shell_quoted(struct sbuf *b, const char *s);

/* Appends a sentence to err and returns -1; err may be NULL. A sentence already there is kept, with a space between. */
int error(struct sbuf *err, const char *fmt, ...) PRINTF_LIKE(2, 3);

#endif
