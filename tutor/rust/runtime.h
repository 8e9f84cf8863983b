/* runtime: reads what a Rust program says when it dies: panics, aborts, stack overflows. stderr and the wait status only explain; they never decide a pass. */
#ifndef RUST_RUNTIME_H
#define RUST_RUNTIME_H

#include "base/sbuf.h"

enum runtime_kind {
	RUNTIME_NONE, RUNTIME_PANIC, RUNTIME_INDEX, RUNTIME_SLICE, RUNTIME_CHAR_BOUNDARY, RUNTIME_OVERFLOW, RUNTIME_DIV_ZERO,
	RUNTIME_UNWRAP_NONE, RUNTIME_UNWRAP_ERR, RUNTIME_EXPECT, RUNTIME_ASSERT, RUNTIME_ASSERT_EQ, RUNTIME_ASSERT_NE, RUNTIME_BORROW,
	RUNTIME_BORROW_MUT, RUNTIME_TODO, RUNTIME_UNREACHABLE, RUNTIME_STACK_OVERFLOW, RUNTIME_ALLOC, RUNTIME_ABORT,
	RUNTIME_MAIN_ERR, RUNTIME_TIMEOUT, RUNTIME_KILLED,
};

struct runtime_report {
	enum runtime_kind kind;
	char *thread;     /* "main", a test's name; or NULL */
	char *message;    /* the panic's message, all lines */
	char *file;       /* place of the panic, or NULL */
	int line, col;    /* 0 unknown */
	char *left, *right; /* assert_eq's values, or NULL */
	char *card;       /* slug of the card that explains it: "panic-index-out-of-bounds" */
};

/* Reads stderr (first panic in it) and the wait status (signal 0: exited). */
void runtime_read(const char *err, size_t len, int exit_code, int signal, struct runtime_report *r);
void runtime_release(struct runtime_report *r);

#endif
