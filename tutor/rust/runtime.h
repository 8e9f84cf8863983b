/*
 * runtime: reads what a Rust program says when it dies: panics, aborts, stack overflows, an error
 * returned from main. stderr and the wait status only explain; they never decide a pass. Texts as
 * rustc 1.95's std writes them (also those of older ones, back to `panicked at 'message',
 * file:1:2`, for pasted text).
 */
#ifndef RUST_RUNTIME_H
#define RUST_RUNTIME_H

#include "base/sbuf.h"

enum runtime_kind {
	RUNTIME_NONE, RUNTIME_PANIC, RUNTIME_INDEX, RUNTIME_SLICE, RUNTIME_CHAR_BOUNDARY, RUNTIME_OVERFLOW, RUNTIME_DIV_ZERO,
	RUNTIME_UNWRAP_NONE, RUNTIME_UNWRAP_ERR, RUNTIME_EXPECT, RUNTIME_ASSERT, RUNTIME_ASSERT_EQ, RUNTIME_ASSERT_NE,
	RUNTIME_BORROW,      /* RefCell::borrow while mutably borrowed */
	RUNTIME_BORROW_MUT,  /* RefCell::borrow_mut while borrowed in any way */
	RUNTIME_TODO, RUNTIME_UNREACHABLE, RUNTIME_STACK_OVERFLOW, RUNTIME_ALLOC, RUNTIME_ABORT,
	RUNTIME_MAIN_ERR, RUNTIME_TIMEOUT, RUNTIME_KILLED, RUNTIME_DEADLOCK,
};

struct runtime_report {
	enum runtime_kind kind;
	char *thread;     /* "main", a test's name; "<unnamed>"; or NULL */
	char *message;    /* the panic's message, all lines; what follows "Error: "; NULL when nothing was said */
	/*
	 * Place of the panic. When std itself panicked (`sum` overflows inside core), the
	 * learner's line from the backtrace if there is one; else NULL and 0.
	 */
	char *file;
	int line, col;    /* 0 unknown */
	char *left, *right; /* assert_eq's and assert_ne's values, or NULL */
	char *card;       /* slug of the card that explains it: "panic-index-out-of-bounds"; or NULL */
};

#define RUNTIME_REPORT_INIT { RUNTIME_NONE, NULL, NULL, NULL, 0, 0, NULL, NULL, NULL }
#define RUNTIME_MAX_MESSAGE (64u << 10) /* a longer message is cut */

/*
 * Reads stderr (the first panic in it) and the wait status (signal 0: exited; a shell's 128 +
 * signal is understood too). r is overwritten; release it.
 */
void runtime_read(const char *err, size_t len, int exit_code, int signal, struct runtime_report *r);
/*
 * The same for one panic whose parts are known already (a test runner's own words); thread and file may be NULL. Places in
 * std's own files are left out.
 */
void runtime_of_panic(const char *message, const char *thread, const char *file, int line, int col, struct runtime_report *r);
/*
 * Looks at the source of the file in which it happened: `expect("…")`, and asserts with a message
 * of their own, cannot be told from panic! by the message alone. Sets kind and card where the
 * source shows more.
 */
void runtime_refine(struct runtime_report *r, const char *source, size_t len);
void runtime_release(struct runtime_report *r);

#endif
