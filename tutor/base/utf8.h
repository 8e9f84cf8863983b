/*
 * UTF-8: decoding, validity, display columns. Columns follow Unicode's East Asian Width and grapheme
 * clusters (through utf8proc): a combining mark takes no column, CJK and emoji take two.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/sbuf.h"

#define UTF8_BAD 0xFFFDu

/* Decodes one code point of s (len > 0 bytes); *used gets 1..4. Bad bytes give UTF8_BAD and use 1 byte. */
uint32_t utf8_decode(const char *s, size_t len, size_t *used);
void utf8_encode(struct sbuf *out, uint32_t cp);
/* Is all of it valid? If not and bad is given, *bad gets the offset of the first bad byte. */
bool utf8_valid(const char *s, size_t len, size_t *bad);
/* Columns of one code point: 0, 1 or 2. Control characters count 0. */
int utf8_cp_width(uint32_t cp);
/* Bytes of the first grapheme cluster of s (0 when len is 0) and its columns. */
size_t utf8_cluster(const char *s, size_t len, int *width);
/* Start of the cluster that ends at or contains pos - 1; 0 at the beginning. */
size_t utf8_cluster_before(const char *s, size_t pos);
/* Start of the cluster that holds byte pos: pos itself when it is a border; len when pos is past the end. */
size_t utf8_cluster_at(const char *s, size_t len, size_t pos);
/* Columns of the whole text (no tabs or newlines expected: they count 0). */
int utf8_width(const char *s, size_t len);
/* The longest prefix of whole clusters that fits in `columns`; *width gets its columns. */
size_t utf8_fit(const char *s, size_t len, int columns, int *width);
/* Lower case and NFC by Unicode; bad bytes become U+FFFD. */
void utf8_fold(struct sbuf *out, const char *s, size_t len);
/*
 * Copies text so that it is safe to show: bad bytes and marks that turn the direction of writing become
 * U+FFFD, control characters other than \n and \t become '?'.
 */
void utf8_sanitize(struct sbuf *out, const char *s, size_t len);

#endif
