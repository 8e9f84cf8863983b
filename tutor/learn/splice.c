#include "learn/splice.h"

#include "learn/guard_int.h"
#include "rust/lexer.h"

#define LINES_MAX 60  /* of a piece that replaces lines */
#define SPAN_TOKENS 4

static void offer(struct strv *out, const char *file, size_t file_len, const struct sbuf *program)
{
	if (out->n >= SPLICE_MAX || (program->len == file_len && !memcmp(program->buf, file, file_len)) || strv_has(out, program->buf))
		return;
	strv_push(out, program->buf);
}

/* `file` with [start, end) replaced. */
static void put_at(const char *file, size_t file_len, size_t start, size_t end, const char *piece, size_t len, struct sbuf *out)
{
	sbuf_reset(out);
	sbuf_add(out, file, start);
	sbuf_add(out, piece, len);
	sbuf_add(out, file + end, file_len - end);
}

static const struct item *same_item(const struct items *in, const struct item *like)
{
	for (size_t i = 0; i < in->n; i++)
		if (in->v[i].kind == like->kind && streq(in->v[i].name, like->name))
			return &in->v[i];
	return NULL;
}

/* All items of the piece over those of the file; new ones at the end. A function may stand in an impl of the file. */
static void by_items(const char *file, size_t file_len, const char *piece, const struct items *have, const struct items *get, struct strv *out)
{
	struct sbuf b = SBUF_INIT;
	bool any = false;

	sbuf_add(&b, file, file_len);
	for (size_t i = 0; i < get->n; i++) {
		const struct item *g = &get->v[i], *h = same_item(have, g);
		struct items now = ITEMS_INIT;
		struct sbuf next = SBUF_INIT;

		if (g->parent >= 0)
			continue;
		items_scan(b.buf, b.len, &now); /* places move with every replacement */
		h = h ? same_item(&now, g) : NULL;
		any = any || h;
		put_at(b.buf, b.len, h ? h->start : b.len, h ? h->end : b.len, piece + g->start, g->end - g->start, &next);
		if (!h)
			sbuf_addch(&next, '\n');
		sbuf_release(&b);
		b = next;
		items_release(&now);
	}
	if (any)
		offer(out, file, file_len, &b);
	sbuf_release(&b);
}

static void by_bodies(const char *file, size_t file_len, const char *piece, size_t len, const struct items *have, struct strv *out)
{
	struct sbuf b = SBUF_INIT;

	for (size_t i = 0; i < have->n; i++) {
		const struct item *h = &have->v[i];

		if (h->kind != ITEM_FN || h->body_end <= h->body || h->is_test)
			continue;
		put_at(file, file_len, h->body, h->body_end, piece, len, &b);
		offer(out, file, file_len, &b);
	}
	sbuf_release(&b);
}

static void by_todo(const char *file, size_t file_len, const char *piece, size_t len, struct strv *out)
{
	static const char *const holes[] = { "todo!()", "unimplemented!()", "???" };
	struct sbuf b = SBUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(holes); i++) {
		const char *at = memmem(file, file_len, holes[i], strlen(holes[i]));

		if (!at)
			continue;
		put_at(file, file_len, (size_t)(at - file), (size_t)(at - file) + strlen(holes[i]), piece, len, &b);
		offer(out, file, file_len, &b);
	}
	sbuf_release(&b);
}

/* ---- lines ---- */

struct line {
	const char *p;
	size_t len;
	struct map words;
	bool used;
};

static size_t cut_lines(const char *p, size_t len, struct line **out)
{
	size_t n = 0, alloc = 0;

	*out = NULL;
	for (size_t i = 0; i < len;) {
		const char *nl = memchr(p + i, '\n', len - i);
		size_t k = nl ? (size_t)(nl - p) - i : len - i;

		ARRAY_GROW(*out, n + 1, alloc);
		(*out)[n] = (struct line){ .p = p + i, .len = k, .words = MAP_INIT };
		guard_word_set(p + i, k, &(*out)[n++].words);
		i += k + 1;
	}
	return n;
}

static void free_lines(struct line *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		map_release(&v[i].words);
	free(v);
}

/* Shared words of two lines, of all that either has. */
static double alike(const struct line *a, const struct line *b)
{
	size_t pos = 0, both = 0;
	const char *key;
	void *value;

	while (map_next(&a->words, &pos, &key, &value))
		both += map_has(&b->words, key);
	return a->words.n + b->words.n > both ? (double)both / (double)(a->words.n + b->words.n - both) : 0;
}

static struct line *nearest(struct line *v, size_t n, const struct line *to)
{
	struct line *best = NULL;
	double top = .25;

	for (size_t i = 0; i < n; i++) {
		double s = v[i].used ? 0 : alike(&v[i], to);

		if (s > top) {
			top = s;
			best = &v[i];
		}
	}
	return best;
}

/* Each line of the piece over the line of the file that is most like it; the others behind the one before. */
static void by_lines(const char *file, size_t file_len, const char *piece, size_t len, struct strv *out)
{
	struct line *have, *get;
	size_t n = cut_lines(file, file_len, &have), m = cut_lines(piece, len, &get);
	struct sbuf *v = xcalloc(n + 1, sizeof(*v)), b = SBUF_INIT;
	size_t at = 0;

	for (size_t i = 0; i <= n; i++)
		sbuf_init(&v[i]);
	for (size_t i = 0; i < m && m <= LINES_MAX; i++) {
		struct line *over = nearest(have, n, &get[i]);

		if (over) {
			over->used = true;
			at = (size_t)(over - have);
		}
		sbuf_add(&v[at], get[i].p, get[i].len);
		sbuf_addch(&v[at], '\n');
	}
	for (size_t i = 0; i < n; i++) {
		if (!have[i].used)
			sbuf_addf(&b, "%.*s\n", (int)have[i].len, have[i].p);
		sbuf_add(&b, v[i].buf, v[i].len);
	}
	if (b.len != file_len + 1 || memcmp(b.buf, file, file_len))
		offer(out, file, file_len, &b);
	for (size_t i = 0; i <= n; i++)
		sbuf_release(&v[i]);
	free(v);
	free_lines(have, n);
	free_lines(get, m);
	sbuf_release(&b);
}

void splice_programs(const char *file, size_t file_len, const char *piece, size_t len, struct strv *out)
{
	struct items have = ITEMS_INIT, get = ITEMS_INIT;
	struct sbuf whole = SBUF_INIT;

	items_scan(file, file_len, &have);
	items_scan(piece, len, &get);
	if (get.n) {
		sbuf_add(&whole, piece, len);
		offer(out, file, file_len, &whole);
		by_items(file, file_len, piece, &have, &get, out);
	} else {
		by_todo(file, file_len, piece, len, out);
		by_lines(file, file_len, piece, len, out);
		by_bodies(file, file_len, piece, len, &have, out);
	}
	sbuf_release(&whole);
	items_release(&have);
	items_release(&get);
}

/* ---- pieces of an answer ---- */

static size_t count_tokens(const char *p, size_t len)
{
	struct sbuf b = SBUF_INIT;
	size_t n = 0;

	guard_tokens(p, len, &b);
	for (size_t i = 0; i < b.len; i++)
		n += b.buf[i] == '\1';
	sbuf_release(&b);
	return n - 1;
}

void splice_pieces(const char *markdown, size_t len, struct strv *out)
{
	struct pieces p;
	struct sbuf spans = SBUF_INIT;

	pieces_cut(markdown, MIN(len, GUARD_TEXT_MAX), &p);
	for (size_t i = 0; i < p.n; i++) {
		const struct piece *s = &p.v[i];

		if (s->kind == PIECE_FENCE && s->len)
			strv_push_take(out, xmemdupz(s->p, s->len));
		else if (s->kind == PIECE_SPAN && count_tokens(s->p, s->len) >= SPAN_TOKENS)
			sbuf_addf(&spans, "%.*s\n", (int)s->len, s->p);
	}
	if (spans.len)
		strv_push(out, spans.buf);
	sbuf_release(&spans);
	pieces_release(&p);
}
