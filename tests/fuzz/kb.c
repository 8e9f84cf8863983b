/* room: kb */
/* What the knowledge base reads from outside: evaluation files, asked-as lines, vector files, questions, pages as chunks. */
#include "base/base.h"

#include "kb/asked.h"
#include "kb/chunk.h"
#include "kb/corpus.h"
#include "kb/evalset.h"
#include "kb/postings.h"
#include "kb/rank.h"
#include "kb/spell.h"
#include "kb/vecfile.h"
#include "text/html.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void take_name(void *ctx, const char *name, bool whole)
{
	(void)ctx;
	(void)whole;
	if (!*name || strlen(name) > 95)
		BUG("name of %zu bytes", strlen(name));
}

static void take_term(void *ctx, const char *term, size_t len)
{
	(void)ctx;
	if (strlen(term) != len || len > 2 * TERM_MAX + 8)
		BUG("term of %zu bytes", len);
}

static void question(const char *text, size_t len)
{
	struct terms *t = terms_new();
	struct sbuf s = SBUF_INIT;
	char code[6];

	rank_names(text, take_name, NULL);
	rank_find_code(text, code);
	rank_is_compiler_text(text);
	rank_embed_text(text, &s);
	terms_each(t, text, len, take_term, NULL);
	terms_message(text, len, take_term, NULL);
	terms_free(t);
	sbuf_release(&s);
}

static void spelling(const char *text, size_t len)
{
	struct spell_count c = { MAP_INIT };
	struct sbuf lines = SBUF_INIT, out = SBUF_INIT;
	struct spell *s = spell_new(text, len);

	spell_correct(s, text, &out);
	spell_free(s);
	spell_count(&c, text, len, 2);
	spell_finish(&c, &lines);
	s = spell_new(lines.buf, lines.len);
	sbuf_reset(&out);
	if (spell_correct(s, text, &out) && strlen(out.buf) != out.len)
		BUG("a NUL in a text without one");
	spell_free(s);
	sbuf_release(&lines);
	sbuf_release(&out);
}

static void files(const char *text, size_t len)
{
	struct evalset set = { NULL, 0, 0 };
	struct asked a = { MAP_INIT };
	struct vecset *v = vecset_new("m", 4);

	if (evalset_parse(text, len, &set, NULL) == 0)
		for (size_t i = 0; i < set.n; i++)
			eval_hits(&set.v[i], "book/a.html", "x", text, true);
	asked_parse(&a, text, len, NULL);
	asked_for(&a, "book/a.html", "x");
	vecset_add(v, text, len, NULL);
	vecset_get(v, 7);
	vecset_free(v);
	evalset_release(&set);
	asked_release(&a);
}

static void page(const char *text, size_t len, enum chunk_kind kind, const char *name)
{
	struct chunk_page p = { .kind = kind, .book = "Book", .page = name, .title = NULL };
	struct chunks cs = CHUNKS_INIT;
	struct doc d = DOC_INIT;
	struct sbuf s = SBUF_INIT, title = SBUF_INIT;

	len = corpus_trim(corpus_book(2), text, len);
	if (html_parse(text, len, &d, &title, NULL) == 0) {
		p.title = title.buf;
		chunk_cut(&d, &p, &cs);
	}
	for (size_t i = 0; i < cs.n; i++) {
		sbuf_reset(&s);
		chunk_embed_text(cs.v[i].crumb, cs.v[i].prose, &s);
		if (strlen(cs.v[i].code) > 2 * CHUNK_HARD + 2 * len + 100)
			BUG("code of %zu bytes", strlen(cs.v[i].code));
	}
	sbuf_release(&s);
	sbuf_release(&title);
	doc_release(&d);
	chunks_release(&cs);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = xmemdupz(data, size);

	question(text, strlen(text));
	spelling(text, strlen(text));
	files(text, size);
	page(text, size, CHUNK_BOOK, "book/x.html");
	page(text, size, CHUNK_ITEM, "std/vec/struct.Vec.html");
	free(text);
	return 0;
}
