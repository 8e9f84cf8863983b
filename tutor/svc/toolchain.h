/*
 * toolchain: the Rust that checks the learner's code. The rustup shim costs 17 ms a call, so the real
 * rustc is resolved once (RUSTUP_TOOLCHAIN, a rust-toolchain.toml whose toolchain is installed, rustup's
 * settings; else rustc on PATH) and its version remembered in the cache by the program's mtime and size.
 */
#ifndef SVC_TOOLCHAIN_H
#define SVC_TOOLCHAIN_H

#include "base/sbuf.h"

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

/*
 * The toolchain for a folder (NULL: the default). NULL and one sentence that says what mends it when there
 * is no Rust, or one older than 1.85. Runs `rustc -vV` at most once a change of the program (30 ms).
 */
struct toolchain *toolchain_find(const char *dir, const char *cache_dir, struct sbuf *err);
void toolchain_free(struct toolchain *t);

#endif
