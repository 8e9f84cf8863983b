/* A model's reply to the text that is checked. Lenient: small models wrap and chat. */
#include <ctype.h>
#include <strings.h>

#include "base/utf8.h"
#include "learn/guard_int.h"

/* Typographic signs as ASCII; the rest as it is. */
static void to_plain(const char *s, size_t len, struct sbuf *out)
{
	static const struct {
		uint32_t cp;
		const char *ascii;
	} table[] = { { 0x2018, "'" }, { 0x2019, "'" }, { 0x201C, "\"" }, { 0x201D, "\"" }, { 0x2013, "-" }, { 0x2014, " - " },
		      { 0x2026, "..." }, { 0x00A0, " " }, { 0x2011, "-" } };

	for (size_t i = 0; i < len;) {
		size_t used, k = 0;
		uint32_t cp = utf8_decode(s + i, len - i, &used);

		while (k < ARRAY_SIZE(table) && table[k].cp != cp)
			k++;
		if (k < ARRAY_SIZE(table))
			sbuf_addstr(out, table[k].ascii);
		else
			sbuf_add(out, s + i, used);
		i += used;
	}
}

static void drop_thoughts(struct sbuf *b)
{
	char *open, *close;

	while ((close = strstr(b->buf, "</think>"))) { /* one that was never opened: all before it was thought */
		open = strstr(b->buf, "<think>");
		if (!open || open > close)
			open = b->buf;
		sbuf_remove(b, (size_t)(open - b->buf), (size_t)(close - open) + strlen("</think>"));
	}
	if ((open = strstr(b->buf, "<think>")))
		sbuf_setlen(b, (size_t)(open - b->buf));
}

/* Where a chat template's mark stands, the reply is over. */
static void cut_at_marks(struct sbuf *b)
{
	static const char *const marks[] = { "<|", "</s>", "[INST]", "\n===", "\nUser:", "\nuser:", "\nHuman:", "\nQuestion:", "\n### " };

	for (size_t i = 0; i < ARRAY_SIZE(marks); i++) {
		char *at = strstr(b->buf, marks[i]);

		if (at)
			sbuf_setlen(b, (size_t)(at - b->buf));
	}
}

static void trim(struct sbuf *b)
{
	size_t n = strspn(b->buf, " \t\r\n");

	sbuf_remove(b, 0, n);
	sbuf_rtrim(b);
}

/* A fence or quotes around the whole. */
static void unwrap(struct sbuf *b)
{
	if (b->len > 6 && starts_with(b->buf, "```") && ends_with(b->buf, "```") && strstr(b->buf + 3, "```") == b->buf + b->len - 3) {
		sbuf_setlen(b, b->len - 3);
		sbuf_remove(b, 0, 3 + strspn(b->buf + 3, "abcdefghijklmnopqrstuvwxyz"));
	}
	trim(b);
	if (b->len > 1 && b->buf[0] == '"' && b->buf[b->len - 1] == '"' && memchr(b->buf + 1, '"', b->len - 2) == NULL) {
		sbuf_setlen(b, b->len - 1);
		sbuf_remove(b, 0, 1);
	}
	trim(b);
}

static void drop_lead_in(struct sbuf *b)
{
	static const char *const leads[] = { "sure!", "sure,", "sure.", "certainly!", "of course!", "okay,", "ok,", "answer:", "assistant:", "explanation:",
					     "here are two sentences:", "here are the two sentences:", "two sentences:", "search words:", "words:" };
	bool again;

	do {
		again = false;
		for (size_t i = 0; i < ARRAY_SIZE(leads); i++) {
			if (strncasecmp(b->buf, leads[i], strlen(leads[i])))
				continue;
			sbuf_remove(b, 0, strlen(leads[i]));
			trim(b);
			again = true;
		}
	} while (again && b->len);
}

/* Blanks are folded and line ends made paragraphs, but not inside a block of code. */
static void fold(const char *p, struct sbuf *out)
{
	bool code = false;
	size_t start = out->len;

	while (*p) {
		size_t len = strcspn(p, "\n");

		if (len >= 3 && !memcmp(p, "```", 3))
			code = !code;
		for (size_t i = 0; i < len; i++)
			if (code || !isspace((unsigned char)p[i]) || (i && !isspace((unsigned char)p[i - 1])))
				sbuf_addch(out, !code && isspace((unsigned char)p[i]) ? ' ' : p[i]);
		while (!code && out->len > start && out->buf[out->len - 1] == ' ')
			sbuf_setlen(out, out->len - 1);
		p += len;
		if (*p == '\n' && !(out->len - start > 1 && !strcmp(out->buf + out->len - 2, "\n\n") && !code))
			sbuf_addch(out, '\n');
		p += *p == '\n';
	}
}

/* The first max whole sentences. A last one without an end is cut off when others stand before it. */
static size_t whole_sentences(const char *text, size_t len, int max)
{
	struct pieces p;
	size_t end = len, seen = 0, last = 0;

	pieces_cut(text, len, &p);
	for (size_t i = 0; i < p.n && seen < (size_t)max; i++) {
		if (!p.v[i].ends)
			continue;
		seen++;
		last = (size_t)(p.v[i].p - text) + p.v[i].len;
		while (last < len && !isspace((unsigned char)text[last]))
			last++;
	}
	if (seen)
		end = last;
	pieces_release(&p);
	return end;
}

static void read_reply(const char *raw, size_t len, struct sbuf *folded)
{
	struct sbuf b = SBUF_INIT, safe = SBUF_INIT;

	utf8_sanitize(&safe, raw, MIN(len, 4 * GUARD_TEXT_MAX));
	to_plain(safe.buf, safe.len, &b);
	drop_thoughts(&b);
	trim(&b);
	cut_at_marks(&b);
	unwrap(&b);
	drop_lead_in(&b);
	unwrap(&b);
	fold(b.buf, folded);
	sbuf_release(&b);
	sbuf_release(&safe);
}

bool guard_read(const char *raw, size_t len, int max_sentences, struct sbuf *out)
{
	struct sbuf folded = SBUF_INIT;

	read_reply(raw, len, &folded);
	if (islower((unsigned char)folded.buf[0]) && isalpha((unsigned char)folded.buf[1])) /* behind a lead-in */
		folded.buf[0] = (char)toupper((unsigned char)folded.buf[0]);
	len = max_sentences > 0 ? whole_sentences(folded.buf, folded.len, max_sentences) : folded.len;
	sbuf_add(out, folded.buf, len);
	sbuf_release(&folded);
	return len > 0;
}

/* A word of a search: without signs around it. Only what may be a name or a word, at most 40 bytes. */
static bool search_word(const char **p, size_t *len)
{
	bool letter = false;

	while (*len && !isalnum((unsigned char)**p) && !strchr("&'?#*", **p)) {
		++*p;
		--*len;
	}
	while (*len && strchr(".,;:\"`)]}-", (*p)[*len - 1]))
		--*len;
	for (size_t i = 0; i < *len; i++)
		letter = letter || isalpha((unsigned char)(*p)[i]);
	return *len && *len <= 40 && (letter || **p == '?' || **p == '&' || **p == '*');
}

static bool had_word(const struct sbuf *out, size_t start, const char *p, size_t len)
{
	for (const char *w = out->buf + start; *w;) {
		size_t n = strcspn(w, " ");

		if (n == len && !strncasecmp(w, p, len))
			return true;
		w += n + (w[n] == ' ');
	}
	return false;
}

bool guard_read_words(const char *raw, size_t len, struct sbuf *out)
{
	struct sbuf b = SBUF_INIT;
	size_t start = out->len, n = 0;

	read_reply(raw, len, &b);
	sbuf_setlen(&b, strcspn(b.buf, "\n"));
	for (const char *p = b.buf; *p && n < GUARD_SEARCH_WORDS;) {
		size_t run = strcspn(p, " ,;|/\t"), word = run;
		const char *w = p;

		if (search_word(&w, &word) && !had_word(out, start, w, word)) {
			if (out->len > start)
				sbuf_addch(out, ' ');
			sbuf_add(out, w, word);
			n++;
		}
		p += run + (p[run] != '\0');
	}
	sbuf_release(&b);
	return n > 0;
}
