/* Ranking: the best of scores, joined legs, one hit a page, names and codes in questions. */
#include "kb/rank.h"
#include "test.h"

TEST(top_is_sorted_and_skips_zeros)
{
	float scores[] = { 0, 3, 1, 3, -1, 2 };
	struct rank_hit out[4];

	CHECK_INT(rank_top(scores, 6, 3, out), 3);
	CHECK_INT(out[0].chunk, 1);
	CHECK_INT(out[1].chunk, 3);
	CHECK_INT(out[2].chunk, 5);
	CHECK_INT(rank_top(scores, 6, 4, out), 4);
	CHECK_INT(rank_top(scores, 1, 4, out), 0);
	CHECK_INT(rank_top(scores, 6, 0, out), 0);
}

TEST(top_agrees_with_sorting_everything)
{
	float scores[500];
	struct rank_hit a[500], b[37];
	uint32_t seed = 7;

	for (size_t i = 0; i < 500; i++) {
		seed = seed * 1664525 + 1013904223;
		scores[i] = (float)(seed >> 20);
	}
	rank_top(scores, 500, 500, a);
	CHECK_INT(rank_top(scores, 500, 37, b), 37);
	for (size_t i = 0; i < 37; i++)
		CHECK_INT(b[i].chunk, a[i].chunk);
}

TEST(legs_are_joined_one_hit_a_page)
{
	float words[] = { 5, 4, 0, 1, .5f }, meaning[] = { .1f, .2f, .9f, .8f, .1f };
	uint32_t page[] = { 0, 0, 1, 1, 2 };
	uint8_t kind[5] = { 0 };
	float bias[1] = { 0 };
	struct rank_hit out[5], bonus[] = { { 4, 100 } };
	struct rank_spec s = { .legs = { { words, 1 }, { meaning, 1 } }, .n_legs = 2, .n = 5, .page = page, .kind = kind, .bias = bias };

	CHECK_INT(rank_join(&s, out, 5), 3);
	CHECK(page[out[0].chunk] != page[out[1].chunk]);
	s.bonus = bonus;
	s.n_bonus = 1;
	CHECK_INT(rank_join(&s, out, 5), 3);
	CHECK_INT(out[0].chunk, 4);
	s.n_legs = 0;
	CHECK_INT(rank_join(&s, out, 5), 1);
}

TEST(codes_are_found)
{
	char code[6];

	CHECK(rank_find_code("what is e0382?", code));
	CHECK_STR(code, "E0382");
	CHECK(rank_find_code("error[E0499]: x", code));
	CHECK_STR(code, "E0499");
	CHECK(!rank_find_code("E03822 E038 FE0382", code));
}

TEST(compiler_text_is_recognised)
{
	CHECK(rank_is_compiler_text("error[E0382]: borrow of moved value: `s`"));
	CHECK(rank_is_compiler_text("cannot borrow `v` as mutable"));
	CHECK(!rank_is_compiler_text("how do I make a list bigger"));
	CHECK(!rank_is_compiler_text(""));
}

static void collect(void *ctx, const char *name, bool whole)
{
	sbuf_addf(ctx, "%s%s;", name, whole ? "!" : "");
}

TEST(names_are_cleaned)
{
	struct sbuf s = SBUF_INIT;

	rank_names(" std::vec::Vec::retain() ", collect, &s);
	CHECK_STR(s.buf, "vec::Vec::retain!;vec::Vec::retain;");
	sbuf_reset(&s);
	rank_names("what does `Vec<T>` or HashMap::entry do", collect, &s);
	CHECK(strstr(s.buf, ";Vec;") && strstr(s.buf, ";HashMap::entry;"));
	sbuf_reset(&s);
	rank_names("?", collect, &s);
	CHECK_STR(s.buf, "?!;");
	sbuf_reset(&s);
	rank_names("", collect, &s);
	rank_names("``` ` `", collect, &s);
	sbuf_release(&s);
}

TEST(the_word_rust_is_not_embedded)
{
	struct sbuf s = SBUF_INIT;

	rank_embed_text("sort a list in Rust please, rustc", &s);
	CHECK_STR(s.buf, "sort a list  please, rustc");
	sbuf_reset(&s);
	rank_embed_text("Rust", &s);
	CHECK_STR(s.buf, "Rust");
	sbuf_release(&s);
}
