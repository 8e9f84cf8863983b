#include "rust/highlight.h"

#include "rust/lexer.h"

static bool is_rust(const char *lang)
{
	size_t n = lang ? strcspn(lang, ", \t{") : 0;

	return (n == 4 && !memcmp(lang, "rust", 4)) || (n == 2 && !memcmp(lang, "rs", 2));
}

static bool is_primitive(const char *code, const struct token *t)
{
	static const char *const names[] = {
		"bool", "char", "str", "i8",  "i16",  "i32",   "i64", "i128", "isize",
		"u8",	"u16",	"u32", "u64", "u128", "usize", "f32", "f64",
	};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		if (token_is(code, t, names[i]))
			return true;
	return false;
}

/*
 * The common custom is enough for colours: types begin with a capital, calls are followed by `(`.
 */
static enum highlight_class ident_class(const char *code, const struct tokens *t, size_t i)
{
	size_t after = token_next(t, i);
	char first = code[t->v[i].start];

	if (after < t->n && token_is(code, &t->v[after], "!")) {
		size_t second = token_next(t, after);

		if (second >= t->n || !token_is(code, &t->v[second], "="))
			return HIGHLIGHT_MACRO;
	}
	if ((first >= 'A' && first <= 'Z') || is_primitive(code, &t->v[i]))
		return HIGHLIGHT_TYPE;
	return after < t->n && token_is(code, &t->v[after], "(") ? HIGHLIGHT_FUNCTION
								 : HIGHLIGHT_PLAIN;
}

static enum highlight_class token_class(const char *code, const struct tokens *t, size_t i)
{
	switch (t->v[i].kind) {
	case TOKEN_LINE_COMMENT:
	case TOKEN_DOC_COMMENT:
	case TOKEN_BLOCK_COMMENT:
		return HIGHLIGHT_COMMENT;
	case TOKEN_KEYWORD:
		return token_is(code, &t->v[i], "Self") ? HIGHLIGHT_TYPE : HIGHLIGHT_KEYWORD;
	case TOKEN_LIFETIME:
		return HIGHLIGHT_LIFETIME;
	case TOKEN_CHAR:
	case TOKEN_STRING:
	case TOKEN_RAW_STRING:
	case TOKEN_BYTE:
	case TOKEN_BYTE_STRING:
	case TOKEN_C_STRING:
		return HIGHLIGHT_STRING;
	case TOKEN_INT:
	case TOKEN_FLOAT:
		return HIGHLIGHT_NUMBER;
	case TOKEN_IDENT:
		return ident_class(code, t, i);
	default:
		return HIGHLIGHT_PLAIN;
	}
}

/*
 * The closing bracket of an attribute that starts at token i; t->n when none does. *tried keeps
 * how far the search for a closing bracket went in vain: it is not begun again before that, so
 * that `#[#[#[…` costs one walk.
 */
static size_t attribute_end(const char *code, const struct tokens *t, size_t i, size_t *tried)
{
	size_t open, end;

	if (i < *tried || !token_is(code, &t->v[i], "#"))
		return t->n;
	open = token_next(t, i);
	if (open < t->n && token_is(code, &t->v[open], "!"))
		open = token_next(t, open);
	if (open >= t->n || !token_is(code, &t->v[open], "["))
		return t->n;
	end = token_match(code, t, open);
	if (end == t->n)
		*tried = t->n;
	return end;
}

void rust_highlight(void *ctx UNUSED, const char *lang, const char *code, size_t len,
		    void (*add)(void *to, int style_class, size_t start, size_t len), void *to)
{
	struct tokens t = TOKENS_INIT;
	size_t tried = 0;

	if (!is_rust(lang))
		return;
	lex(code, len, &t);
	for (size_t i = 0; i < t.n; i++) {
		enum highlight_class class = token_class(code, &t, i);
		size_t first = i, end = attribute_end(code, &t, i, &tried);

		if (end < t.n) {
			class = HIGHLIGHT_ATTRIBUTE;
			i = end;
		}
		if (class != HIGHLIGHT_PLAIN)
			add(to, (int)class, t.v[first].start,
			    t.v[i].start + t.v[i].len - t.v[first].start);
	}
	tokens_release(&t);
}
