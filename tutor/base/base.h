/*
 * The platform header: first include of every source file.
 *
 * Allocation that cannot fail (out of memory ends the program in one place), checked growth, compiler
 * attributes, BUG(). Ownership in all of tutor: arguments are borrowed; a returned `char *` is owned by
 * the caller and freed with free(); a function whose name ends in _take takes ownership of its argument.
 * Errors: functions that can fail return 0 or -1 and append one full sentence (no newline) to
 * `struct sbuf *err`, which they leave alone when nothing went wrong; err may be NULL.
 */
#ifndef BASE_BASE_H
#define BASE_BASE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "banned.h"

#define ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]))
#define PRINTF_LIKE(f, a) __attribute__((format(printf, f, a)))
#define NORETURN __attribute__((noreturn))
#define MUST_CHECK __attribute__((warn_unused_result))
#define MALLOC_LIKE __attribute__((malloc, returns_nonnull))
#define UNUSED __attribute__((unused))

#define MIN(a, b) ((a) < (b) ? (a) : (b))
#define MAX(a, b) ((a) > (b) ? (a) : (b))

/* A broken invariant of our own code: prints where, aborts. Never for bad input. */
#define BUG(...) bug_at(__FILE__, __LINE__, __VA_ARGS__)
NORETURN void bug_at(const char *file, int line, const char *fmt, ...) PRINTF_LIKE(3, 4);

void *xmalloc(size_t size) MALLOC_LIKE;
void *xcalloc(size_t n, size_t size) MALLOC_LIKE;
void *xrealloc(void *p, size_t size);
char *xstrdup(const char *s) MALLOC_LIKE;
/* A NUL-terminated copy of len bytes. */
char *xmemdupz(const void *p, size_t len) MALLOC_LIKE;
char *xstrfmt(const char *fmt, ...) PRINTF_LIKE(1, 2) MALLOC_LIKE;
/* strdup that passes NULL through. */
char *xstrdup_or_null(const char *s);

/*
 * Make room for at least `need` elements in a heap array: ptr and alloc are updated. Aborts when the
 * size would overflow.
 */
#define ARRAY_GROW(ptr, need, alloc) \
	((ptr) = array_grow((ptr), (need), &(alloc), sizeof(*(ptr))))
void *array_grow(void *p, size_t need, size_t *alloc, size_t elem);

static inline bool streq(const char *a, const char *b)
{
	return !strcmp(a, b);
}

static inline bool starts_with(const char *s, const char *prefix)
{
	return !strncmp(s, prefix, strlen(prefix));
}

bool ends_with(const char *s, const char *suffix);

#endif
