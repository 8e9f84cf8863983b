#include "base/utf8.h"

#include <utf8proc.h>

uint32_t utf8_decode(const char *s, size_t len, size_t *used)
{
	utf8proc_int32_t cp;
	utf8proc_ssize_t n;

	n = utf8proc_iterate((const utf8proc_uint8_t *)s, (utf8proc_ssize_t)MIN(len, (size_t)4), &cp);
	if (n <= 0) {
		*used = 1;
		return UTF8_BAD;
	}
	*used = (size_t)n;
	return (uint32_t)cp;
}

void utf8_encode(struct sbuf *out, uint32_t cp)
{
	utf8proc_uint8_t bytes[4];

	if (!utf8proc_codepoint_valid((utf8proc_int32_t)cp))
		cp = UTF8_BAD;
	sbuf_add(out, bytes, (size_t)utf8proc_encode_char((utf8proc_int32_t)cp, bytes));
}

bool utf8_valid(const char *s, size_t len, size_t *bad)
{
	size_t pos = 0, used;

	while (pos < len) {
		if (utf8_decode(s + pos, len - pos, &used) == UTF8_BAD && used == 1) {
			if (bad)
				*bad = pos;
			return false;
		}
		pos += used;
	}
	return true;
}

int utf8_cp_width(uint32_t cp)
{
	if (cp < 0x20 || cp == 0x7f)
		return 0;
	if (cp < 0x7f)
		return 1;
	return utf8proc_charwidth((utf8proc_int32_t)cp);
}

static bool is_flag_letter(uint32_t cp)
{
	return cp >= 0x1F1E6 && cp <= 0x1F1FF;
}

/*
 * Variation selector 16 asks for the emoji form, which terminals draw two columns wide, as they do with
 * the two letters of a flag.
 */
static int cluster_width(int width, uint32_t cp, bool first)
{
	if (first)
		return utf8_cp_width(cp);
	if ((cp == 0xFE0F && width == 1) || is_flag_letter(cp))
		return 2;
	return MAX(width, utf8_cp_width(cp));
}

/* Most text: an ASCII character before another one (or the end) is a cluster of its own, but for CR LF. */
static bool plain_ascii(const char *s, size_t len)
{
	return s[0] >= 0x20 && s[0] < 0x7f && (len == 1 || !(s[1] & 0x80));
}

size_t utf8_cluster(const char *s, size_t len, int *width)
{
	utf8proc_int32_t state = 0;
	uint32_t last, cp;
	size_t pos, used;
	int w;

	if (!len) {
		*width = 0;
		return 0;
	}
	if (plain_ascii(s, len)) {
		*width = 1;
		return 1;
	}
	last = utf8_decode(s, len, &pos);
	w = cluster_width(0, last, true);
	while (pos < len) {
		cp = utf8_decode(s + pos, len - pos, &used);
		if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)last, (utf8proc_int32_t)cp, &state))
			break;
		w = cluster_width(w, cp, false);
		last = cp;
		pos += used;
	}
	*width = w;
	return pos;
}

/* The last place up to pos that is a border for certain: between two ASCII characters, after a line end, or 0. */
static size_t sure_border(const char *s, size_t pos)
{
	while (pos && s[pos - 1] != '\n' && ((s[pos] & 0x80) || (s[pos - 1] & 0x80) || s[pos] == '\n'))
		pos--;
	return pos;
}

size_t utf8_cluster_before(const char *s, size_t pos)
{
	size_t n;
	int width;

	if (!pos)
		return 0;
	for (size_t at = sure_border(s, pos - 1);; at += n) {
		n = utf8_cluster(s + at, pos - at, &width);
		if (at + n >= pos)
			return at;
	}
}

size_t utf8_cluster_at(const char *s, size_t len, size_t pos)
{
	size_t n;
	int width;

	if (pos >= len)
		return len;
	for (size_t at = sure_border(s, pos);; at += n) {
		n = utf8_cluster(s + at, len - at, &width);
		if (at + n > pos)
			return at;
	}
}

int utf8_width(const char *s, size_t len)
{
	int total = 0, w;
	size_t n;

	for (size_t pos = 0; pos < len; pos += n) {
		n = utf8_cluster(s + pos, len - pos, &w);
		total += w;
	}
	return total;
}

size_t utf8_fit(const char *s, size_t len, int columns, int *width)
{
	size_t pos = 0, n;
	int total = 0, w;

	while (pos < len) {
		n = utf8_cluster(s + pos, len - pos, &w);
		if (total + w > columns)
			break;
		total += w;
		pos += n;
	}
	if (width)
		*width = total;
	return pos;
}

void utf8_fold(struct sbuf *out, const char *s, size_t len)
{
	struct sbuf clean = SBUF_INIT;
	utf8proc_uint8_t *folded = NULL;
	utf8proc_ssize_t n;

	utf8_sanitize(&clean, s, len);
	n = utf8proc_map((const utf8proc_uint8_t *)clean.buf, (utf8proc_ssize_t)clean.len, &folded,
			 UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
	if (n >= 0)
		sbuf_add(out, folded, (size_t)n);
	else
		sbuf_add(out, clean.buf, clean.len);
	free(folded);
	sbuf_release(&clean);
}

static size_t ascii_run(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && ((s[n] >= 0x20 && s[n] < 0x7f) || s[n] == '\n' || s[n] == '\t'))
		n++;
	return n;
}

/* Marks that turn the direction of writing around can make code look like other code. */
static bool turns_direction(uint32_t cp)
{
	return (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

void utf8_sanitize(struct sbuf *out, const char *s, size_t len)
{
	size_t used;
	uint32_t cp;

	for (size_t pos = 0; pos < len; pos += used) {
		used = ascii_run(s + pos, len - pos);
		if (used) {
			sbuf_add(out, s + pos, used);
			continue;
		}
		cp = utf8_decode(s + pos, len - pos, &used);
		if (cp < 0x20 || (cp >= 0x7f && cp < 0xa0))
			sbuf_addch(out, '?');
		else if (turns_direction(cp))
			utf8_encode(out, UTF8_BAD);
		else
			utf8_encode(out, cp);
	}
}
