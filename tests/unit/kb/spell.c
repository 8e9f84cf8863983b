/* Spelling: words put right by the words of the knowledge base; names, code and known words stay. */
#include "kb/spell.h"
#include "test.h"

static struct spell *small(void)
{
	struct spell_count c = { MAP_INIT };
	struct sbuf lines = SBUF_INIT;
	struct spell *s;
	const char *text = "string reverse reverse letter uppercase comma struct library documentation generate windows install HashMap hashmap "
			   "clippy maximum lifetime mutable borrow rules doesn't paste";

	for (int i = 0; i < 3; i++)
		spell_count(&c, text, strlen(text), 1);
	spell_count(&c, "pasta daughter x9 foo_bar2", 26, 0);
	for (int i = 0; i < 1200; i++) { /* what is taken for common English */
		char other[8] = { 'q', (char)('a' + i % 26), 'z', (char)('a' + i / 26 % 26), 'x', (char)('a' + i / 676), 'j', 0 };

		spell_count(&c, other, 7, 0);
	}
	spell_finish(&c, &lines);
	s = spell_new(lines.buf, lines.len);
	sbuf_release(&lines);
	return s;
}

static void reads(const char *from, const char *to)
{
	struct spell *s = small();
	struct sbuf out = SBUF_INIT;
	size_t n = spell_correct(s, from, &out);

	CHECK_STR(out.buf, to);
	CHECK(n == 0 ? !strcmp(from, to) : strcmp(from, to) != 0);
	sbuf_release(&out);
	spell_free(s);
}

TEST(misspelt_words_are_put_right)
{
	reads("hwo to reverse a sring?", "how to reverse a string?");
	reads("upercase the lettr", "uppercase the letter");
	reads("a coma, a sturct; my libary", "a comma, a struct; my library");
	reads("lifetiem rulse", "lifetime rules");
	reads("borow as mutabel", "borrow as mutable");
	reads("Hasmap of clipy", "hashmap of clippy");
	reads("genrate documenttaion on windos", "generate documentation on windows");
	reads("maxmium", "maximum");
	reads("borrowd and pasted", "borrow and pasted");
}

TEST(what_is_known_or_a_name_stays)
{
	static const char *const same[] = {
		"how does pasta reverse my daughter", "the reverses and borrowers", "I asked Sring about it", "mein sring ist nicht genrate und das lettr fehlt noch immer", "sring_a and sring2", "`sring` is broken", "the sring() call", "sring::new", "&sring", "sTring", "STRNG",
		"doesn't install", "they'ze", "pastx", "x.sring", "sring!", "zzzzzz", "ab", "", "\xc3\xa4sring\xff",
	};

	for (size_t i = 0; i < ARRAY_SIZE(same); i++)
		reads(same[i], same[i]);
}

TEST(without_common_english_only_what_is_sure)
{
	static const char lines[] = "blind\t2\nlibrary\t30\nmany\t40\n";
	struct spell *s = spell_new(lines, sizeof(lines) - 1);
	struct sbuf out = SBUF_INIT;

	CHECK_INT(spell_correct(s, "many blinds many bind libary", &out), 1);
	CHECK_STR(out.buf, "many blinds many bind library");
	sbuf_release(&out);
	spell_free(s);
}

TEST(any_lines_are_taken)
{
	static const char *const bad[] = { "", "\n\n", "a", "\t", "b\t1\na\t9\n", "abc\tx\nabcdefghijklmnopqrstuvwxyzabcdefgh\t9\n", "string\t99999999999999999999999\n" };
	struct sbuf out = SBUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		struct spell *s = spell_new(bad[i], strlen(bad[i]));

		sbuf_reset(&out);
		spell_correct(s, "sring of lettrs and abcdefghijklmnopqrstuvwxyzabcdefghijk", &out);
		CHECK(out.len > 0);
		spell_free(s);
	}
	sbuf_release(&out);
}
