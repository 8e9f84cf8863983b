/* engine: a small knowledge base with vectors of four numbers: which legs speak, what stands for what, when nothing fits. */
#include "base/file.h"
#include "kb/chunk.h"
#include "kb/engine.h"
#include "test.h"

enum { DOC, CARD, LESSON, OTHER, CHUNKS };

static const struct kbdb_chunk chunks[CHUNKS] = {
	[DOC] = { CHUNK_BOOK, "book/a.html", "", "Book > A", "alpha", "", "", "", "", "" },
	[CARD] = { CHUNK_CARD, "card:questions/a", "", "Cards > A", "alpha", "", "", "book/a.html", "", "how to alpha" },
	[LESSON] = { CHUNK_LESSON, "lesson:a", "", "Lessons > A", "alpha", "", "", "book/b.html", "", "" },
	[OTHER] = { CHUNK_BOOK, "book/b.html", "", "Book > B", "alpha beta", "", "", "", "B::beta", "" },
};
/* Near to [1 0 0 0]: the card most, then the others; the wording of the card is another row. */
static const int8_t vectors[CHUNKS][4] = { { 90, 10, 0, 0 }, { 120, 0, 0, 0 }, { 100, 20, 0, 0 }, { 10, 0, 120, 0 } };
static const int8_t wording[4] = { 127, 0, 0, 0 };

struct bed {
	char *dir, *path;
	struct sbuf file;
	struct vecset *set;
	struct engine *e;
};

static void put_all(struct kbdb *db)
{
	uint32_t ids[CHUNKS] = { 0, 1, 2, 3 }, w[CHUNKS] = { 8000, 9000, 7000, 6000 }, beta[] = { OTHER }, page[CHUNKS] = { 0, 1, 2, 3 };
	uint8_t kinds[CHUNKS];

	for (uint32_t i = 0; i < CHUNKS; i++) {
		kinds[i] = (uint8_t)chunks[i].kind;
		CHECK_INT(kbdb_put_chunk(db, i, i, &chunks[i], NULL), 0);
		CHECK_INT(kbdb_put_text(db, 10 + i, i, 0, NULL), 0);
	}
	CHECK_INT(kbdb_put_text(db, 20, CARD, 1, NULL), 0);
	CHECK_INT(kbdb_put_post(db, 1, "alpha", ids, w, CHUNKS, NULL), 0);
	CHECK_INT(kbdb_put_post(db, 2, "beta", beta, w, 1, NULL), 0);
	CHECK_INT(kbdb_put_name(db, "B::beta", OTHER, NULL), 0);
	CHECK_INT(kbdb_put_meta(db, "kinds", kinds, sizeof(kinds), NULL), 0);
	CHECK_INT(kbdb_put_meta(db, "pages", page, sizeof(page), NULL), 0);
}

/* How many of the passages have a vector. */
static void bed_open(struct bed *b, size_t with_vector)
{
	struct sbuf err = SBUF_INIT;
	struct kbdb *db;
	char *tmp;

	b->dir = file_make_temp_dir("engine", NULL);
	b->path = path_join(b->dir, "kb.db");
	tmp = path_join(b->dir, "new");
	db = kbdb_create(tmp, &err);
	put_all(db);
	CHECK_INT(kbdb_publish(db, b->path, &err), 0);
	sbuf_init(&b->file);
	vecfile_header(&b->file, "m", 4);
	for (size_t i = 0; i < with_vector; i++)
		vecfile_record(&b->file, 10 + (int64_t)i, vectors[i], 4);
	if (with_vector == CHUNKS)
		vecfile_record(&b->file, 20, wording, 4);
	b->set = vecset_new("m", 4);
	CHECK_INT(vecset_add(b->set, b->file.buf, b->file.len, &err), 0);
	b->e = engine_new(kbdb_open(b->path, &err), b->set, 4);
	CHECK_STR(err.buf, "");
	free(tmp);
}

static void bed_close(struct bed *b)
{
	engine_free(b->e);
	vecset_free(b->set);
	sbuf_release(&b->file);
	file_remove_tree(b->dir, NULL);
	free(b->dir);
	free(b->path);
}

static bool found(const struct engine_answer *a, const char *page)
{
	for (size_t i = 0; i < a->n; i++)
		if (streq(a->v[i].page, page))
			return true;
	return false;
}

TEST(cards_stand_for_pages_and_lessons_do_not)
{
	struct bed b;
	struct engine_answer a;
	struct engine_question q = { .text = "alpha", .leg = LEG_WORDS, .max = 10, .all = true };

	bed_open(&b, CHUNKS);
	engine_ask(b.e, &q, &a);
	CHECK_STR(a.v[0].page, "card:questions/a");
	CHECK(!found(&a, "book/a.html"));
	CHECK(found(&a, "book/b.html") && found(&a, "lesson:a"));
	CHECK(!a.by_meaning);
	engine_answer_release(&a);
	bed_close(&b);
}

TEST(a_card_that_comes_first_answers)
{
	struct bed b;
	struct engine_answer a;
	struct engine_question q = { .text = "alpha", .leg = LEG_WORDS, .max = 10, .all = true };

	bed_open(&b, CHUNKS);
	engine_ask(b.e, &q, &a);
	CHECK(engine_card(&a) == &a.v[0]);
	CHECK_STR(a.v[0].page, "card:questions/a");
	engine_answer_release(&a);
	q.text = "B::beta";
	engine_ask(b.e, &q, &a);
	CHECK(!engine_card(&a)); /* a name is looked up: its page answers */
	engine_answer_release(&a);
	CHECK(!engine_card(&a));
	bed_close(&b);
}

TEST(exact_names_come_first)
{
	struct bed b;
	struct engine_answer a;
	struct engine_question q = { .text = "B::beta", .leg = LEG_WORDS, .max = 10 };

	bed_open(&b, 0);
	engine_ask(b.e, &q, &a);
	CHECK_STR(a.v[0].page, "book/b.html");
	CHECK(a.sure >= 10);
	engine_answer_release(&a);
	bed_close(&b);
}

static double sure(struct bed *b, const int8_t *vector, const char *text, bool other_model)
{
	struct engine_answer a;
	struct engine_question q = { .text = text, .vector = vector, .leg = LEG_BOTH, .max = 10, .other_model = other_model };

	engine_ask(b->e, &q, &a);
	CHECK_INT(a.n > 0, a.sure >= ENGINE_SURE);
	CHECK(a.by_meaning);
	engine_answer_release(&a);
	return a.sure;
}

/* Vectors are as stored: times 508. Only what is near by meaning and known by words is sure; few vectors say nothing. */
TEST(what_is_far_is_refused)
{
	static const int8_t near[4] = { 127, 0, 0, 0 }, far[4] = { 0, 0, 0, 127 };
	struct bed b;
	double by_words;

	bed_open(&b, CHUNKS);
	CHECK(sure(&b, near, "alpha", false) > sure(&b, far, "alpha", false));
	CHECK(sure(&b, far, "xyzzy plugh", false) < ENGINE_SURE);
	by_words = sure(&b, far, "alpha", true);
	CHECK(sure(&b, near, "alpha", true) == by_words); /* another model's cosines are not judged by this one's threshold */
	bed_close(&b);
	bed_open(&b, 2);
	CHECK(sure(&b, far, "alpha", false) >= by_words); /* most vectors are not made yet */
	bed_close(&b);
}

TEST(vectors_are_written_once_and_in_order)
{
	struct bed b;
	struct sbuf out = SBUF_INIT;
	size_t wanted;
	int64_t first, last;

	bed_open(&b, CHUNKS);
	CHECK_INT(engine_vectors(b.e, &wanted), CHUNKS + 1);
	CHECK_INT(wanted, CHUNKS + 1);
	CHECK_INT(engine_write_vectors(b.e, "m", &out), CHUNKS + 1);
	CHECK_INT(out.len, sizeof(struct vecfile_header) + (CHUNKS + 1) * (9 + 3));
	memcpy(&first, out.buf + sizeof(struct vecfile_header), 8);
	memcpy(&last, out.buf + out.len - 12, 8);
	CHECK(first == 10 && last == 20);
	sbuf_release(&out);
	bed_close(&b);
}
