#include "kb/wordpiece.h"

#include <utf8proc.h>

#include "base/hash.h"
#include "base/utf8.h"

#define MAX_WORD_CHARS 100 /* a longer word is [UNK], as in the original */
#define NONE UINT32_MAX

struct piece_ref {
	const char *text;
	uint32_t len;
};

struct wordpiece {
	struct piece_ref *pieces;
	size_t n, alloc;
	uint32_t *table;   /* open addressing: ids, NONE where free */
	size_t table_size; /* a power of two */
	uint32_t unk, cls, sep;
};

static uint32_t find(const struct wordpiece *w, const char *s, size_t len)
{
	size_t i = hash_fnv64(s, len) & (w->table_size - 1);
	uint32_t id;

	for (; (id = w->table[i]) != NONE; i = (i + 1) & (w->table_size - 1))
		if (w->pieces[id].len == len && !memcmp(w->pieces[id].text, s, len))
			return id;
	return NONE;
}

static void index_pieces(struct wordpiece *w)
{
	for (w->table_size = 64; w->table_size < w->n * 2;)
		w->table_size *= 2;
	w->table = xmalloc(w->table_size * sizeof(*w->table));
	memset(w->table, 0xff, w->table_size * sizeof(*w->table));
	for (size_t id = 0; id < w->n; id++) {
		size_t i = hash_fnv64(w->pieces[id].text, w->pieces[id].len) & (w->table_size - 1);

		while (w->table[i] != NONE)
			i = (i + 1) & (w->table_size - 1);
		w->table[i] = (uint32_t)id;
	}
}

struct wordpiece *wordpiece_new(const char *vocab, size_t len, struct sbuf *err)
{
	struct wordpiece *w = xcalloc(1, sizeof(*w));
	const char *p = vocab, *end = vocab + len, *nl;

	for (; p < end; p = nl + 1) {
		nl = memchr(p, '\n', (size_t)(end - p));
		if (!nl)
			nl = end;
		ARRAY_GROW(w->pieces, w->n + 1, w->alloc);
		w->pieces[w->n++] = (struct piece_ref){ p, (uint32_t)(nl - p - (nl > p && nl[-1] == '\r')) };
	}
	index_pieces(w);
	w->unk = find(w, "[UNK]", 5);
	w->cls = find(w, "[CLS]", 5);
	w->sep = find(w, "[SEP]", 5);
	if (w->unk != NONE && w->cls != NONE && w->sep != NONE)
		return w;
	error(err, "The vocabulary of the embedding model is damaged: it lacks its special words.");
	wordpiece_free(w);
	return NULL;
}

void wordpiece_free(struct wordpiece *w)
{
	if (!w)
		return;
	free(w->pieces);
	free(w->table);
	free(w);
}

size_t wordpiece_size(const struct wordpiece *w)
{
	return w->n;
}

/* The ranges of the original's _is_chinese_char: ideographs only, no kana or hangul. */
static bool is_cjk(uint32_t cp)
{
	return (cp >= 0x4E00 && cp <= 0x9FFF) || (cp >= 0x3400 && cp <= 0x4DBF) || (cp >= 0x20000 && cp <= 0x2A6DF) ||
	       (cp >= 0x2A700 && cp <= 0x2B73F) || (cp >= 0x2B740 && cp <= 0x2B81F) || (cp >= 0x2B820 && cp <= 0x2CEAF) ||
	       (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0x2F800 && cp <= 0x2FA1F);
}

static bool is_punctuation(uint32_t cp, utf8proc_category_t cat)
{
	if ((cp >= 33 && cp <= 47) || (cp >= 58 && cp <= 64) || (cp >= 91 && cp <= 96) || (cp >= 123 && cp <= 126))
		return true;
	return cat >= UTF8PROC_CATEGORY_PC && cat <= UTF8PROC_CATEGORY_PO;
}

static bool is_space(uint32_t cp, utf8proc_category_t cat)
{
	return cp == ' ' || cp == '\t' || cp == '\n' || cp == '\r' || cat == UTF8PROC_CATEGORY_ZS;
}

static bool is_dropped(uint32_t cp, utf8proc_category_t cat)
{
	return !cp || cp == UTF8_BAD || (cat >= UTF8PROC_CATEGORY_CC && cat <= UTF8PROC_CATEGORY_CO) ||
	       cat == UTF8PROC_CATEGORY_CN;
}

struct encoder {
	const struct wordpiece *w;
	uint32_t *ids;
	size_t n, max;      /* room for [SEP] is kept apart */
	struct sbuf word;
	size_t word_chars;
};

static void put(struct encoder *e, uint32_t id)
{
	if (e->n < e->max)
		e->ids[e->n++] = id;
}

/* The longest piece of the word from `from` on; pieces inside a word are known with ## in front. */
static uint32_t longest(const struct encoder *e, size_t from, size_t *end)
{
	char buf[MAX_WORD_CHARS * 4 + 2];
	size_t prefix = from ? 2 : 0;
	uint32_t id;

	memcpy(buf, "##", 2);
	for (*end = e->word.len; *end > from; --*end) {
		if (*end < e->word.len && ((unsigned char)e->word.buf[*end] & 0xC0) == 0x80)
			continue;
		memcpy(buf + prefix, e->word.buf + from, *end - from);
		id = find(e->w, buf, prefix + *end - from);
		if (id != NONE)
			return id;
	}
	return NONE;
}

static void end_word(struct encoder *e)
{
	size_t start = e->n, from = 0, end;
	uint32_t id;

	if (!e->word.len)
		return;
	if (e->word_chars > MAX_WORD_CHARS) {
		put(e, e->w->unk);
		from = e->word.len;
	}
	while (from < e->word.len) {
		id = longest(e, from, &end);
		if (id == NONE) { /* one unknown piece makes the whole word unknown */
			e->n = start;
			put(e, e->w->unk);
			break;
		}
		put(e, id);
		from = end;
	}
	sbuf_reset(&e->word);
	e->word_chars = 0;
}

static void add_char(struct encoder *e, uint32_t cp)
{
	utf8proc_category_t cat = utf8proc_category((utf8proc_int32_t)cp);

	if (cat == UTF8PROC_CATEGORY_MN)
		return;
	if (is_punctuation(cp, cat)) {
		end_word(e);
		utf8_encode(&e->word, cp);
		e->word_chars = 1;
		end_word(e);
		return;
	}
	utf8_encode(&e->word, cp);
	e->word_chars++;
}

/* Lower case, then the canonical decomposition without its accents. */
static void add_folded(struct encoder *e, uint32_t cp)
{
	utf8proc_int32_t parts[16];
	int boundary = 0;
	utf8proc_ssize_t n;

	cp = (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
	n = utf8proc_decompose_char((utf8proc_int32_t)cp, parts, 16, UTF8PROC_DECOMPOSE, &boundary);
	if (n <= 0 || n > 16) {
		add_char(e, cp);
		return;
	}
	for (utf8proc_ssize_t i = 0; i < n; i++)
		add_char(e, (uint32_t)parts[i]);
}

size_t wordpiece_encode(const struct wordpiece *w, const char *text, size_t len, uint32_t *ids, size_t max)
{
	struct encoder e = { .w = w, .ids = ids, .max = max - 1, .word = SBUF_INIT };
	size_t used;

	put(&e, w->cls);
	for (size_t pos = 0; pos < len && e.n < e.max; pos += used) {
		uint32_t cp = utf8_decode(text + pos, len - pos, &used);
		utf8proc_category_t cat = utf8proc_category((utf8proc_int32_t)cp);

		if (is_space(cp, cat)) {
			end_word(&e);
		} else if (is_cjk(cp)) {
			end_word(&e);
			add_folded(&e, cp);
			end_word(&e);
		} else if (!is_dropped(cp, cat)) {
			add_folded(&e, cp);
		}
	}
	end_word(&e);
	sbuf_release(&e.word);
	ids[e.n++] = w->sep;
	return e.n;
}
