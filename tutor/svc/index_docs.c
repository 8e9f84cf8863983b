/* indexer, first step: pages of the Rust documentation. */
#include "base/file.h"
#include "base/hash.h"
#include "base/map.h"
#include "kb/corpus.h"
#include "svc/index_int.h"
#include "text/html.h"

#define MAX_FILES 100000
#define PAGE_MAX (100u << 20)
#define CUTTER_VERSION "c4" /* part of every page's hash: a new way of cutting parses all again */

void index_hash(const void *p, size_t len, char *out)
{
	struct sbuf both = SBUF_INIT;
	char hex[HASH_SHA256_HEX];

	hash_sha256(p, len, hex);
	sbuf_addf(&both, "%s %s", CUTTER_VERSION, hex);
	hash_sha256(both.buf, both.len, out);
	out[32] = 0;
	sbuf_release(&both);
}

void index_add_page(struct index_job *j, const char *path, const char *hash, const char *title)
{
	ARRAY_GROW(j->pages, j->n_pages + 1, j->alloc_pages);
	j->pages[j->n_pages++] = (struct index_page){ xstrdup(path), xstrdup(hash), xstrdup(title ? title : "") };
	j->report.pages++;
}

static void take_old(void *ctx, const struct kbdb_chunk *c)
{
	struct index_job *j = ctx;
	struct chunk *k = chunks_add(&j->chunks);

	k->kind = (enum chunk_kind)c->kind;
	chunk_set(&k->page, c->page);
	chunk_set(&k->anchor, c->anchor);
	chunk_set(&k->crumb, c->crumb);
	chunk_set(&k->prose, c->prose);
	chunk_set(&k->code, c->code);
	chunk_set(&k->links, c->links);
	chunk_set(&k->see, c->see);
	chunk_set(&k->names, c->names);
}

bool index_reuse(struct index_job *j, const char *page, const char *hash)
{
	if (!j->old || j->all || !kbdb_page_chunks(j->old, page, hash, take_old, j))
		return false;
	j->report.pages_kept++;
	return true;
}

static int parse_html(const struct sbuf *text, struct doc *d, struct sbuf *title, struct sbuf *err)
{
	return html_parse(text->buf, text->len, d, title, err);
}

static int parse(const struct sbuf *text, bool html, struct doc *d, struct sbuf *title, struct sbuf *err)
{
	if (html)
		return parse_html(text, d, title, err);
	return md_parse(text->buf, text->len, 1, d, err);
}

/* Cuts a text into chunks, or takes those of the last build. */
static void index_text(struct index_job *j, const struct chunk_page *p, const struct sbuf *text, bool html)
{
	struct sbuf title = SBUF_INIT, err = SBUF_INIT;
	struct doc d = DOC_INIT;
	struct chunk_page page = *p;
	char hash[HASH_SHA256_HEX];

	index_hash(text->buf, text->len, hash);
	if (!index_reuse(j, p->page, hash)) {
		if (parse(text, html, &d, &title, &err) < 0) {
			index_problem(j, "%s: %s", p->page, err.buf);
		} else {
			if (!page.title)
				page.title = title.buf;
			chunk_cut(&d, &page, &j->chunks);
		}
	}
	index_add_page(j, p->page, hash, title.buf);
	doc_release(&d);
	sbuf_release(&title);
	sbuf_release(&err);
}

void index_file(struct index_job *j, const struct chunk_page *p, const char *file, bool html)
{
	struct sbuf text = SBUF_INIT, err = SBUF_INIT;

	if (file_read(file, html ? HTML_MAX : MD_MAX, &text, &err) < 0)
		index_problem(j, "%s", err.buf);
	else
		index_text(j, p, &text, html);
	sbuf_release(&text);
	sbuf_release(&err);
}

static void doc_page(struct index_job *j, const struct corpus_book *b, const char *rel)
{
	struct sbuf text = SBUF_INIT, err = SBUF_INIT;
	char *page = xstrfmt("%s/%s", b->dir, rel), *file = path_join(j->docs, page);
	struct chunk_page p = { .kind = b->kind, .book = b->title, .page = page };
	size_t first = j->chunks.n;

	if (file_read(file, PAGE_MAX, &text, &err) < 0) {
		index_problem(j, "%s", err.buf);
	} else if (!corpus_is_redirect(text.buf, text.len)) {
		sbuf_setlen(&text, corpus_trim(b, text.buf, text.len));
		index_text(j, &p, &text, true);
	}
	if (b->kind == CHUNK_ERROR && j->chunks.n > first) {
		char *code = xmemdupz(rel, strcspn(rel, "."));

		chunk_set(&j->chunks.v[first].names, code);
		free(code);
	}
	sbuf_release(&text);
	sbuf_release(&err);
	free(page);
	free(file);
}

static size_t depth(const char *p)
{
	size_t n = 0;

	for (; *p; p++)
		n += *p == '/';
	return n;
}

/* Of pages that repeat each other the one with the shorter path comes first and is kept. */
static int by_depth(const void *a, const void *b)
{
	const char *x = *(char *const *)a, *y = *(char *const *)b;
	size_t dx = depth(x), dy = depth(y);

	return dx != dy ? (dx < dy ? -1 : 1) : strcmp(x, y);
}

static void book_pages(struct index_job *j, const struct corpus_book *b, struct strv *wanted)
{
	struct strv all = STRV_INIT;
	struct sbuf err = SBUF_INIT;
	char *dir = path_join(j->docs, b->dir);

	if (!file_is_dir(dir))
		index_problem(j, "The documentation has no %s.", b->dir);
	else if (file_walk(dir, MAX_FILES, &all, &err) < 0)
		index_problem(j, "%s", err.buf);
	for (size_t i = 0; i < all.n; i++)
		if (corpus_wants(b, all.v[i]))
			strv_push(wanted, all.v[i]);
	if (wanted->n)
		qsort(wanted->v, wanted->n, sizeof(char *), by_depth);
	strv_release(&all);
	sbuf_release(&err);
	free(dir);
}

void index_docs(struct index_job *j)
{
	struct strv lists[16] = { { NULL, 0, 0 } };
	const struct corpus_book *b;
	size_t i;

	if (!j->docs || !file_is_dir(j->docs)) {
		j->report.no_docs = true;
		return;
	}
	for (i = 0; (b = corpus_book(i)) && i < ARRAY_SIZE(lists); i++) {
		book_pages(j, b, &lists[i]);
		j->total += lists[i].n;
	}
	for (i = 0; (b = corpus_book(i)) && i < ARRAY_SIZE(lists); i++) {
		for (size_t k = 0; k < lists[i].n; k++) {
			doc_page(j, b, lists[i].v[k]);
			j->done++;
			index_progress(j, b->title, false);
		}
		strv_release(&lists[i]);
	}
}
