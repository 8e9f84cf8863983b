/* strv: a growing array of owned strings. `v` is NULL-terminated, so it can serve as argv or envp. */
#ifndef BASE_STRV_H
#define BASE_STRV_H

#include "base/sbuf.h"

struct strv {
	char **v; /* v[n] is NULL once anything was pushed; NULL while empty and never pushed */
	size_t n;
	size_t alloc;
};

#define STRV_INIT { NULL, 0, 0 }

void strv_release(struct strv *s);
void strv_push(struct strv *s, const char *str);
void strv_push_take(struct strv *s, char *str);
void strv_pushf(struct strv *s, const char *fmt, ...) PRINTF_LIKE(2, 3);
void strv_push_all(struct strv *s, const char *const *list); /* list ends with NULL */
void strv_copy(struct strv *dst, const struct strv *src);
bool strv_has(const struct strv *s, const char *str);
void strv_sort(struct strv *s);
/* Splits text at every sep; empty pieces are kept. */
void strv_split(struct strv *s, const char *text, char sep);
void strv_join(const struct strv *s, const char *between, struct sbuf *out);

#endif
