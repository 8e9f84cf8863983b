/*
 * toolchain: the Rust that checks the learner's code. The rustup shim costs 17 ms a call, so the real
 * rustc is located once by reading rustup's own files (RUSTUP_TOOLCHAIN, a rust-toolchain.toml whose
 * toolchain is installed, rustup's settings), else rustc on PATH. Its version is asked once (`rustc -vV`,
 * a job) and remembered in a cache file keyed by the program's path, size and mtime.
 */
#ifndef SVC_TOOLCHAIN_H
#define SVC_TOOLCHAIN_H

#include "base/sbuf.h"

struct loop;

#define TOOLCHAIN_MIN_MINOR 85 /* edition 2024 */

struct toolchain {
	char *name;             /* "stable-x86_64-unknown-linux-gnu", or "system" */
	char *sysroot;
	char *rustc;            /* the real programs, absolute */
	char *cargo, *rustfmt, *clippy; /* NULL: none; clippy is clippy-driver */
	char *version;          /* "1.95.0" */
	char *version_line;     /* "rustc 1.95.0 (59807616e 2026-04-14)" */
	char *docs;             /* .../share/doc/rust/html, or NULL when rust-docs is not installed */
	int major, minor;
};

/* What to say when there is no usable Rust; shown whole by the first screen and by doctor. */
extern const char TOOLCHAIN_HOW_TO_GET[];

/* t is the callee's to free; NULL: err is one sentence that says what mends it. */
typedef void toolchain_done(void *ctx, struct toolchain *t, const char *err);

/*
 * The toolchain for a folder (NULL: the default). done comes from within the call when the cache knows
 * the version, and after one job otherwise.
 */
void toolchain_find(struct loop *loop, const char *dir, const char *cache_dir, toolchain_done *done, void *ctx);
void toolchain_free(struct toolchain *t);

/* The channel a rust-toolchain(.toml) text names, owned; NULL when it names none. */
char *toolchain_channel(const char *text);

#endif
