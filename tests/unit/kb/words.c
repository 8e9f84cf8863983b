/* Terms, postings, asked-as lines, vector files, evaluation files. */
#include <math.h>

#include "kb/asked.h"
#include "kb/corpus.h"
#include "kb/evalset.h"
#include "kb/postings.h"
#include "kb/vecfile.h"
#include "test.h"

static void collect(void *ctx, const char *term, size_t len)
{
	CHECK_INT(strlen(term), len);
	sbuf_addf(ctx, "%s ", term);
}

TEST(terms_are_stemmed_without_stop_words)
{
	struct terms *t = terms_new();
	struct sbuf s = SBUF_INIT;
	const char *text = "How do I borrow borrowed Vectors? read_line don\xe2\x80\x99t Öl E0382 x 7";

	terms_each(t, text, strlen(text), collect, &s);
	CHECK_STR(s.buf, "borrow borrow vector read_lin öl e0382 7 ");
	sbuf_reset(&s);
	terms_each(t, "\xff\xfe\x80", 3, collect, &s); /* no UTF-8: nothing breaks */
	sbuf_release(&s);
	terms_free(t);
}

TEST(message_terms_hide_names)
{
	struct sbuf s = SBUF_INIT, u = SBUF_INIT;
	const char *a = "use of moved value: `s`", *b = "use of moved value: `other_name`";

	terms_message(a, strlen(a), collect, &s);
	terms_message(b, strlen(b), collect, &u);
	CHECK_STR(s.buf, u.buf);
	CHECK(strstr(s.buf, "m:of moved ") != NULL);
	sbuf_release(&s);
	sbuf_release(&u);
}

static int each(void *ctx, const char *term, const uint32_t *chunks, const uint32_t *w, size_t n)
{
	for (size_t i = 0; i < n; i++)
		sbuf_addf(ctx, "%s:%u:%u ", term, chunks[i], w[i] > 0);
	return 0;
}

static uint32_t impacts[4];

static int note(void *ctx, const char *term, const uint32_t *chunks, const uint32_t *w, size_t n)
{
	(void)ctx;
	if (streq(term, "move"))
		for (size_t i = 0; i < n; i++)
			impacts[chunks[i]] = w[i];
	return 0;
}

TEST(impacts_follow_fields_length_and_prior)
{
	struct postings *p = postings_new();
	struct sbuf s = SBUF_INIT;

	postings_begin(p, 1);
	postings_field(p, "move", 4, true);
	postings_begin(p, 1);
	postings_field(p, "move", 1, true);
	postings_begin(p, 2);
	postings_field(p, "move", 1, true);
	postings_begin(p, 1);
	postings_field(p, "move apple pear plum fig kiwi lime", 1, true);
	CHECK_INT(postings_finish(p, note, NULL), 0);
	CHECK(impacts[2] >= 2 * impacts[1] - 1);
	CHECK(impacts[1] > impacts[3]); /* the same word in a longer text weighs less */
	CHECK(impacts[0] > impacts[3]);
	CHECK_INT(postings_finish(p, each, &s), 0);
	CHECK(starts_with(s.buf, "appl:3:1 "));
	postings_free(p);
	sbuf_release(&s);
}

TEST(asked_lines_are_read)
{
	struct asked a = { MAP_INIT };
	struct sbuf err = SBUF_INIT;
	const char *text = "# comment\nbook/x.html#y\thow | why so |\r\nbook/x.html\ttop\nbook/x.html#y\tmore\n";

	CHECK_INT(asked_parse(&a, text, strlen(text), &err), 0);
	CHECK_STR(asked_for(&a, "book/x.html", "y"), "how\nwhy so\nmore");
	CHECK_STR(asked_for(&a, "book/x.html", ""), "top");
	CHECK(!asked_for(&a, "book/z.html", ""));
	CHECK_INT(asked_parse(&a, "no tab here\n", 12, &err), -1);
	CHECK(strstr(err.buf, "line 1") != NULL);
	asked_release(&a);
	sbuf_release(&err);
}

TEST(vectors_are_found_by_key)
{
	struct sbuf f = SBUF_INIT, err = SBUF_INIT;
	struct vecset *s = vecset_new("m", 4), *other = vecset_new("other", 4), *wide = vecset_new("m", 8);
	int8_t v[4] = { 1, 2, 3, 4 };

	vecfile_header(&f, "m", 4);
	for (int64_t k = 1; k <= 3000; k++) {
		v[0] = (int8_t)(k % 100);
		vecfile_record(&f, k * 7919, v, 4);
	}
	CHECK_INT(vecset_add(s, f.buf, f.len - 5, &err), 0); /* the last record is torn */
	CHECK_INT(vecset_count(s), 2999);
	CHECK_INT(vecset_get(s, 42 * 7919)[0], 42);
	CHECK(!vecset_get(s, 3000 * 7919) && !vecset_get(s, 1));
	CHECK_INT(vecset_add(other, f.buf, f.len, &err), -1);
	CHECK_INT(vecset_add(wide, f.buf, f.len, &err), -1);
	CHECK_INT(vecset_add(s, f.buf, 10, &err), -1);
	f.buf[0] = 'X';
	CHECK_INT(vecset_add(s, f.buf, f.len, &err), -1);
	vecset_free(s);
	vecset_free(other);
	vecset_free(wide);
	sbuf_release(&f);
	sbuf_release(&err);
}

static double cosine(const int8_t *a, const int8_t *b, uint32_t dim)
{
	double ab = 0, aa = 0, bb = 0;

	for (uint32_t i = 0; i < dim; i++) {
		ab += (double)a[i] * b[i];
		aa += (double)a[i] * a[i];
		bb += (double)b[i] * b[i];
	}
	return ab / sqrt(aa * bb);
}

/* Sums of four even numbers: near enough to a bell curve, as the models' numbers are. */
static void make_vector(uint32_t seed, int8_t *v, uint32_t dim)
{
	for (uint32_t i = 0; i < dim; i++) {
		int sum = 0;

		for (int k = 0; k < 4; k++) {
			seed = seed * 1664525 + 1013904223;
			sum += (int)(seed >> 27) - 16;
		}
		v[i] = (int8_t)(2 * sum);
	}
}

TEST(packed_vectors_come_back_nearly_the_same)
{
	enum { N = 50, DIM = 382 }; /* no multiple of four */
	struct sbuf f = SBUF_INIT, again = SBUF_INIT, err = SBUF_INIT;
	struct vecset *s = vecset_new("m", DIM), *twice = vecset_new("m", DIM);
	int8_t v[N][DIM];
	size_t record = 9 + 3 * 96;

	vecfile_packed_header(&f, "m", DIM);
	vecfile_packed_header(&again, "m", DIM);
	for (uint32_t k = 0; k < N; k++) {
		make_vector(k, v[k], DIM);
		vecfile_packed_record(&f, k + 1, v[k], DIM);
	}
	CHECK_INT(f.len, sizeof(struct vecfile_header) + N * record);
	CHECK_INT(vecset_add(s, f.buf, f.len, &err), 0);
	for (uint32_t k = 0; k < N; k++) {
		CHECK(cosine(v[k], vecset_get(s, k + 1), DIM) > .998);
		vecfile_packed_record(&again, k + 1, vecset_get(s, k + 1), DIM);
	}
	CHECK(again.len == f.len && !memcmp(again.buf, f.buf, f.len));
	CHECK_INT(vecset_add(twice, f.buf, f.len - record - 1, &err), 0); /* the last but one is torn, the last not there */
	CHECK_INT(vecset_count(twice), N - 2);
	CHECK(!vecset_get(twice, N - 1));
	vecset_free(s);
	vecset_free(twice);
	sbuf_release(&f);
	sbuf_release(&again);
	sbuf_release(&err);
}

TEST(packed_numbers_at_their_ends)
{
	static const int8_t ends[3][4] = { { 127, -127, 0, 4 }, { -128, 128 - 1, 1, -1 }, { 0, 0, 0, 0 } };
	struct sbuf f = SBUF_INIT;
	struct vecset *s = vecset_new("m", 4);

	vecfile_packed_header(&f, "m", 4);
	for (int k = 0; k < 3; k++)
		vecfile_packed_record(&f, k + 1, ends[k], 4);
	sbuf_addf(&f, "12345678%c%c%c%c", 255, 1, 1, 1); /* written by nobody: an impossible largest number, a code of 0 */
	CHECK_INT(vecset_add(s, f.buf, f.len, NULL), 0);
	CHECK_INT(vecset_get(s, 1)[0], 127);
	CHECK_INT(vecset_get(s, 1)[1], -127);
	CHECK_INT(vecset_get(s, 1)[2], 0);
	CHECK_INT(vecset_get(s, 1)[3], 4);
	CHECK_INT(vecset_get(s, 2)[0], -127);
	for (int i = 0; i < 4; i++)
		CHECK_INT(vecset_get(s, 3)[i], 0);
	CHECK_INT(vecset_get(s, 0x3837363534333231)[0], -127);
	CHECK_INT(vecset_get(s, 0x3837363534333231)[3], -127);
	vecset_free(s);
	sbuf_release(&f);
}

TEST(plain_and_packed_files_are_read_together)
{
	struct sbuf plain = SBUF_INIT, packed = SBUF_INIT;
	struct vecset *s = vecset_new("m", 4);
	int8_t v[4] = { 30, 62, -62, 0 }, w[4] = { 10, 11, 12, 13 };

	vecfile_packed_header(&packed, "m", 4);
	vecfile_packed_record(&packed, 5, v, 4);
	vecfile_header(&plain, "m", 4);
	vecfile_record(&plain, 5, w, 4);
	vecfile_record(&plain, 6, w, 4);
	CHECK_INT(vecset_add(s, packed.buf, packed.len, NULL), 0);
	CHECK_INT(vecset_add(s, plain.buf, plain.len, NULL), 0);
	CHECK_INT(vecset_count(s), 2);
	CHECK(!memcmp(vecset_get(s, 5), v, 4)); /* the first file's */
	CHECK(!memcmp(vecset_get(s, 6), w, 4));
	vecset_free(s);
	sbuf_release(&plain);
	sbuf_release(&packed);
}

TEST(evaluation_files_are_read_and_counted)
{
	struct evalset set = { NULL, 0, 0 };
	struct eval_sums sums;
	struct sbuf err = SBUF_INIT;
	const char *text = "# c\nhow\tbook/a.html#x|std/b.html\tbeginner\r\n\nwhy\tbook/c.html\ttask\nwhich\tbook/c.html|card:q/z|card:t/y\ttask\n";

	memset(&sums, 0, sizeof(sums));
	CHECK_INT(evalset_parse(text, strlen(text), &set, &err), 0);
	CHECK_INT(set.n, 3);
	CHECK_STR(set.v[0].kind, "beginner");
	CHECK(eval_hits(&set.v[0], "book/a.html", "x", "", false));
	CHECK(!eval_hits(&set.v[0], "book/a.html", "y", "", false));
	CHECK(eval_hits(&set.v[0], "std/b.html", "any", "", false));
	CHECK(eval_hits(&set.v[0], "card:q/z", "", "book/q.html\nstd/b.html#k", true));
	CHECK(!eval_hits(&set.v[0], "lesson:z", "", "std/b.html", false));
	CHECK(!eval_names_card(&set.v[0]) && !eval_is_card(&set.v[0], "card:q/z"));
	CHECK(eval_names_card(&set.v[2]) && eval_is_card(&set.v[2], "card:q/z") && eval_is_card(&set.v[2], "card:t/y"));
	CHECK(!eval_is_card(&set.v[2], "book/c.html") && !eval_is_card(&set.v[2], "card:q/zz"));
	CHECK(eval_hits(&set.v[2], "card:q/z", "", "book/q.html", true));
	eval_count(&sums, "task", 1);
	eval_count(&sums, "task", 6);
	eval_count(&sums, "other", 0);
	CHECK_INT(sums.n_kinds, 2);
	CHECK_INT(sums.all.r1, 1);
	CHECK_INT(sums.all.r5, 1);
	CHECK_INT(sums.all.r10, 2);
	CHECK_INT(evalset_parse("a\tb\n", 4, &set, &err), -1);
	CHECK(strstr(err.buf, "line 1") != NULL);
	evalset_release(&set);
	eval_sums_release(&sums);
	sbuf_release(&err);
}

TEST(the_corpus_leaves_out_what_misleads)
{
	const struct corpus_book *book = corpus_book(0), *rbe = corpus_book(1), *std = corpus_book(2), *codes = corpus_book(3);

	CHECK(corpus_wants(book, "ch04-01-what-is-ownership.html") && corpus_wants(book, "appendix-02-operators.html"));
	CHECK(!corpus_wants(book, "2018-edition/ch01-01.html") && !corpus_wants(book, "print.html") && !corpus_wants(book, "choosing-your-guarantees.html"));
	CHECK(corpus_wants(rbe, "hello/print.html") && !corpus_wants(rbe, "ja/hello.html") && !corpus_wants(rbe, "print.html"));
	CHECK(corpus_wants(std, "primitive.i32.html") && !corpus_wants(std, "primitive.u64.html") && !corpus_wants(std, "macro.vec!.html"));
	CHECK(!corpus_wants(std, "simd/struct.Simd.html") && corpus_wants(std, "sync/atomic/struct.AtomicUsize.html"));
	CHECK(corpus_wants(codes, "E0382.html") && !corpus_wants(codes, "error-index.html"));
	CHECK(corpus_is_redirect("<meta http-equiv=\"refresh\" content=\"0\">", 40));
	CHECK_INT(corpus_trim(std, "abc<h2 id=\"trait-implementations\">x", 36), 3);
	CHECK_INT(corpus_trim(std, "abc<h3 id=\"trait-implementations-1\">x", 38), 38);
	CHECK(!corpus_book(100));
}
