#include "rust/lexer.h"

#include "rust/highlight.h"
#include "test.h"

/* Tokens as "kind-letter:text" joined by blanks; space left out. */
static void show(const char *code, struct sbuf *out)
{
	static const char letters[] = " /d*ikLcsrbBCnfp([?";
	struct tokens t = TOKENS_INIT;

	lex(code, strlen(code), &t);
	for (size_t i = 0; i < t.n; i++) {
		if (t.v[i].kind == TOKEN_SPACE)
			continue;
		sbuf_addf(out, "%s%c%s:%.*s", out->len ? " " : "", letters[t.v[i].kind],
			  t.v[i].unterminated ? "!" : "", (int)t.v[i].len, code + t.v[i].start);
	}
	tokens_release(&t);
}

static void check_tokens(int line, const char *code, const char *want)
{
	struct sbuf got = SBUF_INIT;

	show(code, &got);
	test_check_str(__FILE__, line, got.buf, want);
	sbuf_release(&got);
}
#define TOKENS(code, want) check_tokens(__LINE__, code, want)

TEST(words)
{
	TOKENS("fn f_1(self)", "k:fn i:f_1 (:( k:self [:)");
	TOKENS("r#fn r#\"a\"# r\"\\\" rx", "i:r#fn r:r#\"a\"# r:r\"\\\" i:rx");
	TOKENS("_ _x gen", "p:_ i:_x k:gen");
	TOKENS("größe 日本", "i:größe i:日本");
}

TEST(numbers)
{
	TOKENS("1 1.0 1. 1..2 1.max(2)",
	       "n:1 f:1.0 f:1. n:1 p:. p:. n:2 n:1 p:. i:max (:( n:2 [:)");
	TOKENS("0xFFu8 1e5 1e 2f32 1_000i64 0b10 1E-3",
	       "n:0xFFu8 f:1e5 n:1e f:2f32 n:1_000i64 n:0b10 f:1E-3");
}

TEST(quotes)
{
	TOKENS("'a' 'a '\\'' '\\n' b'x' 'static '\\u{1F600}'",
	       "c:'a' L:'a c:'\\'' c:'\\n' b:b'x' L:'static c:'\\u{1F600}'");
	TOKENS("\"a\\\"b\" b\"x\" c\"x\" br#\"\"\"# cr\"\"",
	       "s:\"a\\\"b\" B:b\"x\" C:c\"x\" B:br#\"\"\"# C:cr\"\"");
	TOKENS("'日' 'r#a <'a>", "c:'日' L:'r#a p:< L:'a p:>");
	TOKENS("\"open", "s!:\"open");
	TOKENS("r##\"x\"#", "r!:r##\"x\"#");
	TOKENS("'(\nx", "c!:'( i:x");
}

TEST(comments)
{
	TOKENS("// a\n/// b\n//// c\n//! d", "/:// a d:/// b /://// c d://! d");
	TOKENS("/* a /* b */ c */ x /** d */ /*** e */ /**/ /*!",
	       "*:/* a /* b */ c */ i:x d:/** d */ *:/*** e */ "
	       "*:/**/ d!:/*!");
	TOKENS("#!/usr/bin/x\nfn", "/:#!/usr/bin/x k:fn");
	TOKENS("#![a]", "p:# p:! (:[ i:a [:]");
}

static void check_total(const char *code, size_t len)
{
	struct tokens t = TOKENS_INIT;
	uint32_t at = 0, line = 1;

	lex(code, len, &t);
	for (size_t i = 0; i < t.n; i++) {
		CHECK_INT(t.v[i].start, at);
		CHECK_INT(t.v[i].line, line);
		CHECK(t.v[i].len > 0);
		for (uint32_t k = 0; k < t.v[i].len; k++)
			line += code[at + k] == '\n';
		at += t.v[i].len;
	}
	CHECK_INT(at, len);
	tokens_release(&t);
}

/* Every prefix of a text full of hard tokens, and bytes that are no text at all. */
TEST(concatenated_tokens_are_the_input)
{
	static const char hard[] = "#!x\nr#\"a\"# 'a 'b' \"\\\n\" /* /* */ */ 0x_ 1.e3 \xff\xc3 "
				   "b'\\'' cr#\"\n\"# \xef\xbb\xbf"
				   "fn f<'r#a>() -> _ {} \0 // \n/** */ '\n' 1..=2";
	char noise[512];
	uint32_t seed = 1;

	for (size_t n = 0; n <= sizeof(hard) - 1; n++)
		check_total(hard, n);
	for (int round = 0; round < 50; round++) {
		for (size_t i = 0; i < sizeof(noise); i++) {
			seed = seed * 1664525u + 1013904223u;
			noise[i] = "'\"#rb/*\\ \n{a1!\xe6"[seed >> 28];
		}
		check_total(noise, sizeof(noise));
	}
}

TEST(matching_brackets)
{
	const char *code = "{ ( [ ) ] } (";
	struct tokens t = TOKENS_INIT;

	lex(code, strlen(code), &t);
	CHECK_INT(token_match(code, &t, 0), 10);
	CHECK_INT(token_match(code, &t, 10), 0);
	CHECK_INT(token_match(code, &t, 2), 6);
	CHECK_INT(token_match(code, &t, 8), 4);
	CHECK_INT(token_match(code, &t, 12), t.n);
	CHECK_INT(token_match(code, &t, 1), t.n);
	CHECK_INT(token_next(&t, 0), 2);
	CHECK_INT(token_next(&t, 12), t.n);
	tokens_release(&t);
}

static void add_piece(void *to, int class, size_t start, size_t len)
{
	sbuf_addf(to, "%c%zu+%zu ", "pktsn/lmfa"[class], start, len);
}

static void check_pieces(int line, const char *lang, const char *code, const char *want)
{
	struct sbuf got = SBUF_INIT;

	rust_highlight(NULL, lang, code, strlen(code), add_piece, &got);
	test_check_str(__FILE__, line, got.buf, want);
	sbuf_release(&got);
}

TEST(highlight_classes)
{
	check_pieces(__LINE__, "rust", "let s: String = f('a', 1);",
		     "k0+3 t7+6 f16+1 s18+3 n23+1 ");
	check_pieces(__LINE__, "rust,no_run", "#[a(b)] fn g<'x>(v: u8) {}",
		     "a0+7 k8+2 l13+2 t20+2 ");
	check_pieces(__LINE__, "rust", "println!(\"x\"); a != b // c", "m0+7 s9+3 /22+4 ");
	check_pieces(__LINE__, "rust", "#[#[#[ fn", "k7+2 ");
	check_pieces(__LINE__, "text", "fn f() {}", "");
	check_pieces(__LINE__, NULL, "fn f() {}", "");
}
