/*
 * corpus: which pages of the Rust documentation are indexed, as what, and which bytes of a page are worth parsing. Left out:
 * redirects, print versions, old editions of the Book, translations, change logs, contents; of std all that is unstable or of
 * one machine, and number types but i32, u8, f64 (they stand for all). Pure.
 */
#ifndef KB_CORPUS_H
#define KB_CORPUS_H

#include "kb/chunk.h"

struct corpus_book {
	const char *dir;     /* "book" */
	const char *title;   /* first part of the breadcrumb */
	enum chunk_kind kind;
};

/* The books, in order; NULL past the end. */
const struct corpus_book *corpus_book(size_t i);
/* path: relative to the book's folder. */
bool corpus_wants(const struct corpus_book *b, const char *path);
/* Is this page only a redirect? */
bool corpus_is_redirect(const char *html, size_t len);
/* The bytes up to where lists of implementations begin (std); all of them else. */
size_t corpus_trim(const struct corpus_book *b, const char *html, size_t len);

#endif
