/*
 * highlight: Rust source to coloured pieces. Total and stateless: it may be called on any text at
 * any time. Fronts map the classes to styles.
 */
#ifndef RUST_HIGHLIGHT_H
#define RUST_HIGHLIGHT_H

#include "base/base.h"

enum highlight_class {
	HIGHLIGHT_PLAIN, HIGHLIGHT_KEYWORD, HIGHLIGHT_TYPE, HIGHLIGHT_STRING, HIGHLIGHT_NUMBER, HIGHLIGHT_COMMENT,
	HIGHLIGHT_LIFETIME, HIGHLIGHT_MACRO, HIGHLIGHT_FUNCTION, HIGHLIGHT_ATTRIBUTE,
};

/*
 * Calls add for each piece that is not plain, in order, without overlaps; what no call covers is
 * plain. lang is a fence's info string ("rust", "rust,compile_fail"); other languages than Rust
 * get no pieces. ctx is not used (it makes the function fit where a highlighter with a context is
 * wanted).
 */
void rust_highlight(void *ctx, const char *lang, const char *code, size_t len,
		    void (*add)(void *to, int style_class, size_t start, size_t len), void *to);

#endif
