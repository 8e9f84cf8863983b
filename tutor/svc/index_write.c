/* indexer, third step: chunks to kb.db: repeated ones dropped, words, names and keys of texts to embed. */
#include "base/clock.h"
#include "base/file.h"
#include "base/hash.h"
#include "kb/embed.h"
#include "kb/postings.h"
#include "kb/spell.h"
#include "svc/index_int.h"

#define WEIGHT_TITLE 4
#define WEIGHT_PROSE 1
#define WEIGHT_CODE .5
#define WEIGHT_ASKED 2
#define SPELL_ASKED 3          /* a word in a title or a way to ask is likelier meant than one in the prose */
#define VOCABULARY_MAX (1u << 20)

struct writer {
	struct index_job *j;
	struct kbdb *db;
	struct map seen, pages, symbols; /* content -> chunk; page -> its number + 1 */
	uint32_t *page_of;
	uint8_t *kind_of;
	size_t n;
	int64_t term;
	struct sbuf *err;
	struct postings *post;
	struct spell_count spelling;
};

static uint32_t page_number(struct writer *w, const char *page)
{
	uintptr_t known = (uintptr_t)map_get(&w->pages, page);

	if (!known) {
		known = w->pages.n + 1;
		map_put(&w->pages, page, (void *)known);
	}
	return (uint32_t)(known - 1);
}

/* Re-exports repeat whole pages: the first is kept. */
static bool repeated(struct writer *w, const struct chunk *c)
{
	struct sbuf s = SBUF_INIT;
	char hex[HASH_SHA256_HEX];
	bool known;

	if (c->kind == CHUNK_CARD || c->kind == CHUNK_EXERCISE)
		return false;
	sbuf_addf(&s, "%s\n%s\n%s", crumb_last(c->crumb), c->prose, c->code);
	if (c->kind != CHUNK_ITEM && c->kind != CHUNK_METHOD)
		sbuf_addstr(&s, c->page);
	hash_sha256(s.buf, s.len, hex);
	known = map_has(&w->seen, hex);
	if (!known)
		map_put(&w->seen, hex, w);
	sbuf_release(&s);
	return known;
}

static int each_line(const char *text, int (*each)(struct writer *w, const char *line, size_t len, size_t chunk, int nth), struct writer *w,
		     size_t chunk)
{
	int nth = 1;

	for (const char *p = text; *p;) {
		size_t len = strcspn(p, "\n");

		if (len && each(w, p, len, chunk, nth++) < 0)
			return -1;
		p += len + (p[len] == '\n');
	}
	return 0;
}

static int put_name(struct writer *w, const char *line, size_t len, size_t chunk, int nth)
{
	char *name = xmemdupz(line, len);
	int rc = kbdb_put_name(w->db, name, (int64_t)chunk, w->err);

	(void)nth;
	free(name);
	return rc;
}

static int put_text(struct writer *w, const char *line, size_t len, size_t chunk, int nth)
{
	w->j->report.texts++;
	return kbdb_put_text(w->db, chunk_text_key(line, len), (int64_t)chunk, nth, w->err);
}

static int put_message(struct writer *w, const char *line, size_t len, size_t chunk, int nth)
{
	char *text = xmemdupz(line, len);

	(void)chunk;
	(void)nth;
	postings_message(w->post, text);
	free(text);
	return 0;
}

static void add_messages(struct writer *w, const struct chunk *c, size_t chunk)
{
	const char *lines;

	if (c->kind == CHUNK_CARD)
		each_line(c->links, put_message, w, chunk);
	if (c->kind != CHUNK_ERROR || c->names[0] != 'E')
		return;
	lines = asked_for(&w->j->messages, c->names, "");
	if (lines)
		each_line(lines, put_message, w, chunk);
}

static void add_words(struct writer *w, const struct chunk *c)
{
	postings_begin(w->post, chunk_kind_prior(c->kind));
	postings_field(w->post, c->crumb, WEIGHT_TITLE, true);
	postings_field(w->post, c->prose, WEIGHT_PROSE, true);
	postings_field(w->post, c->code, WEIGHT_CODE, true);
	postings_field(w->post, c->asked, WEIGHT_ASKED, false);
	spell_count(&w->spelling, c->crumb, strlen(c->crumb), SPELL_ASKED);
	spell_count(&w->spelling, c->prose, strlen(c->prose), 1);
	spell_count(&w->spelling, c->asked, strlen(c->asked), SPELL_ASKED);
}

static int put_chunk(struct writer *w, const struct chunk *c)
{
	struct kbdb_chunk k = { c->kind, c->page, c->anchor, c->crumb, c->prose, c->code,
				c->kind == CHUNK_CARD ? "" : c->links, c->see, c->names, c->asked };
	struct sbuf text = SBUF_INIT;
	size_t id = w->n++;
	int rc;

	w->page_of[id] = page_number(w, c->page);
	w->kind_of[id] = (uint8_t)c->kind;
	w->j->report.by_kind[c->kind]++;
	chunk_embed_text(c->crumb, c->prose, &text);
	add_words(w, c);
	add_messages(w, c, id);
	rc = kbdb_put_chunk(w->db, (int64_t)id, w->page_of[id], &k, w->err) < 0 || put_text(w, text.buf, text.len, id, 0) < 0 ||
	     each_line(c->names, put_name, w, id) < 0 || each_line(c->asked, put_text, w, id) < 0;
	sbuf_release(&text);
	return rc ? -1 : 0;
}

/* Symbols such as `?` are names too; each names the first chunk of its page or the one of its anchor. */
static void note_symbols(struct writer *w)
{
	size_t pos = 0;
	const char *symbol;
	void *page;

	while (map_next(&w->j->symbols.map, &pos, &symbol, &page)) {
		char *old = map_get(&w->symbols, page);

		map_put(&w->symbols, page, old ? xstrfmt("%s\n%s", old, symbol) : xstrdup(symbol));
		free(old);
	}
}

static int put_symbols(struct writer *w, const char *page, const char *anchor, bool first, size_t id)
{
	char *key = xstrfmt("%s#%s", page, anchor);
	const char *at = *anchor ? map_get(&w->symbols, key) : NULL, *top = first ? map_get(&w->symbols, page) : NULL;
	int rc = 0;

	if (at)
		rc = each_line(at, put_name, w, id);
	if (rc == 0 && top)
		rc = each_line(top, put_name, w, id);
	free(key);
	return rc;
}

/* Asked-as lines: for the passage with the anchor, or the page's first. */
static void set_asked(struct writer *w, struct chunk *c, bool first)
{
	const struct asked *a = &w->j->asked;
	const char *at = *c->anchor ? asked_for(a, c->page, c->anchor) : NULL, *top = first ? asked_for(a, c->page, "") : NULL;
	struct sbuf s = SBUF_INIT;

	if (!at && !top)
		return;
	sbuf_addstr(&s, c->asked);
	if (at)
		sbuf_addf(&s, "%s%s", s.len ? "\n" : "", at);
	if (top)
		sbuf_addf(&s, "%s%s", s.len ? "\n" : "", top);
	chunk_set(&c->asked, s.buf);
	sbuf_release(&s);
}

static int put_chunks(struct writer *w)
{
	struct index_job *j = w->j;

	for (size_t i = 0; i < j->chunks.n; i++) {
		struct chunk *c = &j->chunks.v[i];
		bool first = !map_has(&w->pages, c->page), again = i && streq(c->page, c[-1].page) && streq(c->anchor, c[-1].anchor);

		if (repeated(w, c))
			continue;
		if (!again)
			set_asked(w, c, first);
		if (put_chunk(w, c) < 0 || (!again && put_symbols(w, c->page, c->anchor, first, w->n - 1) < 0))
			return -1;
	}
	return 0;
}

static int put_term(void *ctx, const char *term, const uint32_t *chunks, const uint32_t *weights, size_t n)
{
	struct writer *w = ctx;

	return kbdb_put_post(w->db, ++w->term, term, chunks, weights, n, w->err);
}

/* The embedding model's vocabulary knows common English, which is not misspelt because no passage has it. */
static void count_english(struct writer *w)
{
	struct sbuf start = SBUF_INIT;
	size_t len = 0;
	const char *p = NULL;

	if (w->j->model_path && file_read_start(w->j->model_path, VOCABULARY_MAX, &start, NULL) == 0)
		p = embed_vocabulary(start.buf, start.len, &len);
	for (const char *end = p + len; p && p < end;) {
		const char *nl = memchr(p, '\n', (size_t)(end - p));
		size_t n = nl ? (size_t)(nl - p) : (size_t)(end - p);

		if (p[0] != '#' && p[0] != '[')
			spell_count(&w->spelling, p, n, 0);
		p += n + (nl != NULL);
	}
	sbuf_release(&start);
}

static int put_spelling(struct writer *w)
{
	struct sbuf lines = SBUF_INIT;
	int rc;

	count_english(w);
	spell_finish(&w->spelling, &lines);
	rc = kbdb_put_meta(w->db, "spelling", lines.buf, lines.len, w->err);
	sbuf_release(&lines);
	return rc;
}

static int put_meta(struct writer *w)
{
	struct index_job *j = w->j;
	struct sbuf at = SBUF_INIT;
	const char *version = j->version ? j->version : "";
	struct sbuf report = SBUF_INIT;
	int rc;

	index_report_json(&j->report, &report);
	clock_iso(clock_now(), &at);
	rc = kbdb_put_meta(w->db, "kinds", w->kind_of, w->n, w->err) < 0 ||
	     kbdb_put_meta(w->db, "pages", w->page_of, w->n * sizeof(uint32_t), w->err) < 0 ||
	     kbdb_put_meta(w->db, "rustc", version, strlen(version), w->err) < 0 ||
	     kbdb_put_meta(w->db, "built", at.buf, at.len, w->err) < 0 ||
	     kbdb_put_meta(w->db, "print", j->print, strlen(j->print), w->err) < 0 ||
	     kbdb_put_meta(w->db, "report", report.buf, report.len, w->err) < 0 ||
	     kbdb_put_meta(w->db, "docs", j->docs && !j->report.no_docs ? j->docs : "", j->docs && !j->report.no_docs ? strlen(j->docs) : 0,
			   w->err) < 0;
	sbuf_release(&at);
	sbuf_release(&report);
	return rc ? -1 : 0;
}

/* Error pages learn the message patterns of their cards. */
static void lend_messages(struct index_job *j)
{
	for (size_t i = 0; i < j->chunks.n; i++) {
		const struct chunk *c = &j->chunks.v[i];
		char *old;

		if (c->kind != CHUNK_CARD || c->names[0] != 'E' || !*c->links)
			continue;
		old = map_get(&j->messages.map, c->names);
		map_put(&j->messages.map, c->names, old ? xstrfmt("%s\n%s", old, c->links) : xstrdup(c->links));
		free(old);
	}
}

static int put_all(struct writer *w)
{
	struct index_job *j = w->j;

	lend_messages(j);
	note_symbols(w);
	if (put_chunks(w) < 0)
		return -1;
	index_progress(j, "Words", true);
	for (size_t i = 0; i < j->n_pages; i++)
		if (kbdb_put_page(w->db, j->pages[i].path, j->pages[i].hash, j->pages[i].title, w->err) < 0)
			return -1;
	if (postings_finish(w->post, put_term, w) < 0)
		return -1;
	j->report.chunks = w->n;
	j->report.terms = (size_t)w->term;
	return put_spelling(w) < 0 ? -1 : put_meta(w);
}

int index_write(struct index_job *j, struct sbuf *err)
{
	char *tmp = xstrfmt("%s.new", j->out);
	struct writer w = { .j = j, .err = err, .db = kbdb_create(tmp, err) };
	size_t pos = 0;
	const char *key;
	void *value;
	int rc = -1;

	if (w.db) {
		w.page_of = xcalloc(j->chunks.n + 1, sizeof(uint32_t));
		w.kind_of = xcalloc(j->chunks.n + 1, 1);
		w.post = postings_new();
		rc = put_all(&w);
		postings_free(w.post);
		if (rc == 0)
			rc = kbdb_publish(w.db, j->out, err);
		else
			kbdb_close(w.db);
	}
	while (map_next(&w.symbols, &pos, &key, &value))
		free(value);
	map_release(&w.seen);
	map_release(&w.pages);
	map_release(&w.symbols);
	map_release(&w.spelling.words);
	free(w.page_of);
	free(w.kind_of);
	free(tmp);
	return rc;
}
