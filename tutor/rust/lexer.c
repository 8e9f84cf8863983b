#include "rust/lexer.h"

#include "base/utf8.h"

struct cursor {
	const char *text;
	size_t len, pos;
	uint32_t line;
};

static const char *const keywords[] = {
	"Self",	   "abstract", "as",	"async",  "await",  "become", "box",	 "break",
	"const",   "continue", "crate", "do",	  "dyn",    "else",   "enum",	 "extern",
	"false",   "final",    "fn",	"for",	  "gen",    "if",     "impl",	 "in",
	"let",	   "loop",     "macro", "match",  "mod",    "move",   "mut",	 "override",
	"priv",	   "pub",      "ref",	"return", "self",   "static", "struct",	 "super",
	"trait",   "true",     "try",	"type",	  "typeof", "unsafe", "unsized", "use",
	"virtual", "where",    "while", "yield",
};

static int compare_word(const void *key, const void *entry)
{
	return strcmp(key, *(const char *const *)entry);
}

static bool is_keyword(const char *s, size_t len)
{
	char word[12];

	if (len >= sizeof(word))
		return false;
	memcpy(word, s, len);
	word[len] = '\0';
	return bsearch(word, keywords, ARRAY_SIZE(keywords), sizeof(*keywords), compare_word);
}

static int peek(const struct cursor *c, size_t ahead)
{
	return c->pos + ahead < c->len ? (unsigned char)c->text[c->pos + ahead] : -1;
}

static bool is_digit(int ch)
{
	return ch >= '0' && ch <= '9';
}

static bool is_alpha(int ch)
{
	return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || ch == '_';
}

/* White space beyond ASCII: NEL, the two direction marks, line and paragraph separator, the BOM. */
static bool is_wide_space(uint32_t cp)
{
	return cp == 0x85 || cp == 0x200E || cp == 0x200F || cp == 0x2028 || cp == 0x2029 ||
	       cp == 0xFEFF;
}

/*
 * Bytes of the identifier character at pos; 0 when there is none. Every other valid character
 * counts as a letter: which of them rustc takes is its business, and a wrong one is best kept in
 * one token.
 */
static size_t ident_char(const struct cursor *c, size_t pos, bool first)
{
	size_t used;
	uint32_t cp;
	int ch = pos < c->len ? (unsigned char)c->text[pos] : -1;

	if (ch < 0x80)
		return is_alpha(ch) || (!first && is_digit(ch));
	cp = utf8_decode(c->text + pos, c->len - pos, &used);
	return (cp == UTF8_BAD && used == 1) || is_wide_space(cp) ? 0 : used;
}

static size_t skip_ident(const struct cursor *c, size_t pos, bool first)
{
	size_t n;

	while ((n = ident_char(c, pos, first))) {
		pos += n;
		first = false;
	}
	return pos;
}

static size_t space_char(const struct cursor *c, size_t pos)
{
	size_t used;
	int ch = pos < c->len ? (unsigned char)c->text[pos] : -1;

	if (ch < 0x80)
		return ch == ' ' || (ch >= '\t' && ch <= '\r');
	return is_wide_space(utf8_decode(c->text + pos, c->len - pos, &used)) ? used : 0;
}

static enum token_kind lex_space(struct cursor *c)
{
	size_t n;

	while ((n = space_char(c, c->pos)))
		c->pos += n;
	return TOKEN_SPACE;
}

static enum token_kind lex_line_comment(struct cursor *c)
{
	bool doc = (peek(c, 2) == '/' && peek(c, 3) != '/') || peek(c, 2) == '!';
	const char *end = memchr(c->text + c->pos, '\n', c->len - c->pos);

	c->pos = end ? (size_t)(end - c->text) : c->len;
	return doc ? TOKEN_DOC_COMMENT : TOKEN_LINE_COMMENT;
}

static enum token_kind lex_block_comment(struct cursor *c, bool *unterminated)
{
	bool doc =
		(peek(c, 2) == '*' && peek(c, 3) != '*' && peek(c, 3) != '/') || peek(c, 2) == '!';
	size_t depth = 0;

	do {
		if (peek(c, 0) == '/' && peek(c, 1) == '*') {
			depth++;
			c->pos += 2;
		} else if (peek(c, 0) == '*' && peek(c, 1) == '/') {
			depth--;
			c->pos += 2;
		} else {
			c->pos++;
		}
	} while (depth && c->pos < c->len);
	*unterminated = depth != 0;
	return doc ? TOKEN_DOC_COMMENT : TOKEN_BLOCK_COMMENT;
}

/* From the opening quote to the closing one, escapes skipped. */
static void lex_quoted(struct cursor *c, bool *unterminated)
{
	for (c->pos++; c->pos < c->len; c->pos++) {
		if (c->text[c->pos] == '\\' && c->pos + 1 < c->len) {
			c->pos++;
		} else if (c->text[c->pos] == '"') {
			c->pos++;
			return;
		}
	}
	*unterminated = true;
}

/* pos stands at the first `#` or the quote: `"…"`, `##"…"##`. */
static void lex_raw(struct cursor *c, bool *unterminated)
{
	size_t hashes = 0, seen;

	for (; peek(c, 0) == '#'; c->pos++)
		hashes++;
	for (c->pos++; c->pos < c->len;) {
		if (c->text[c->pos++] != '"')
			continue;
		for (seen = 0; seen < hashes && peek(c, seen) == '#';)
			seen++;
		if (seen == hashes) {
			c->pos += hashes;
			return;
		}
	}
	*unterminated = true;
}

/* From the opening quote of a char or byte literal; it ends at the line's end at the latest. */
static void lex_char(struct cursor *c, bool *unterminated)
{
	for (c->pos++; c->pos < c->len; c->pos++) {
		if (c->text[c->pos] == '\n' && peek(c, 1) != '\'')
			break;
		if (c->text[c->pos] == '\\' && c->pos + 1 < c->len && peek(c, 1) != '\n') {
			c->pos++;
		} else if (c->text[c->pos] == '\'') {
			c->pos++;
			return;
		}
	}
	*unterminated = true;
}

/*
 * `'a` is a lifetime unless a quote follows its first letter, or its last (`'ab'`, a wrong char).
 */
static enum token_kind lex_quote(struct cursor *c, bool *unterminated)
{
	size_t at = c->pos + 1, first, end;

	if (peek(c, 1) == 'r' && peek(c, 2) == '#')
		at += 2;
	first = ident_char(c, at, false);
	if (!first || (at + first < c->len && c->text[at + first] == '\'')) {
		lex_char(c, unterminated);
		return TOKEN_CHAR;
	}
	end = skip_ident(c, at, false);
	if (end < c->len && c->text[end] == '\'') {
		c->pos = end + 1;
		return TOKEN_CHAR;
	}
	c->pos = end;
	return TOKEN_LIFETIME;
}

static bool raw_follows(const struct cursor *c, size_t ahead)
{
	while (peek(c, ahead) == '#')
		ahead++;
	return peek(c, ahead) == '"';
}

/*
 * A literal that starts with letters (b"…", br#"…"#, b'…', c"…", cr"…", r"…"); false when none
 * does.
 */
static bool lex_prefixed(struct cursor *c, enum token_kind *kind, bool *unterminated)
{
	int p = peek(c, 0);
	bool raw = p == 'r' || ((p == 'b' || p == 'c') && peek(c, 1) == 'r');
	size_t ahead = p == 'r' ? 1 : 2;

	if (raw && raw_follows(c, ahead)) {
		c->pos += ahead;
		lex_raw(c, unterminated);
		*kind = p == 'r' ? TOKEN_RAW_STRING : p == 'b' ? TOKEN_BYTE_STRING : TOKEN_C_STRING;
		return true;
	}
	if ((p == 'b' || p == 'c') && peek(c, 1) == '"') {
		c->pos++;
		lex_quoted(c, unterminated);
		*kind = p == 'b' ? TOKEN_BYTE_STRING : TOKEN_C_STRING;
		return true;
	}
	if (p == 'b' && peek(c, 1) == '\'') {
		c->pos++;
		lex_char(c, unterminated);
		*kind = TOKEN_BYTE;
		return true;
	}
	return false;
}

static enum token_kind lex_word(struct cursor *c)
{
	size_t start = c->pos;

	if (peek(c, 0) == 'r' && peek(c, 1) == '#' && ident_char(c, c->pos + 2, true)) {
		c->pos = skip_ident(c, c->pos + 2, true);
		return TOKEN_IDENT;
	}
	c->pos = skip_ident(c, c->pos, true);
	if (c->pos - start == 1 && c->text[start] == '_')
		return TOKEN_PUNCT;
	return is_keyword(c->text + start, c->pos - start) ? TOKEN_KEYWORD : TOKEN_IDENT;
}

static void skip_digits(struct cursor *c)
{
	while (is_digit(peek(c, 0)) || peek(c, 0) == '_')
		c->pos++;
}

static bool skip_exponent(struct cursor *c)
{
	size_t ahead = 1;

	if (peek(c, 0) != 'e' && peek(c, 0) != 'E')
		return false;
	if (peek(c, 1) == '+' || peek(c, 1) == '-')
		ahead = 2;
	while (peek(c, ahead) == '_')
		ahead++;
	if (!is_digit(peek(c, ahead)))
		return false;
	c->pos += ahead;
	skip_digits(c);
	return true;
}

static enum token_kind lex_number(struct cursor *c)
{
	bool is_float = false;

	if (peek(c, 0) == '0' && peek(c, 1) > 0 && strchr("xob", peek(c, 1))) {
		c->pos = skip_ident(c, c->pos, false);
		return TOKEN_INT;
	}
	skip_digits(c);
	/* `1.` is a float, `1..2` a range, `1.max(2)` a call. */
	if (peek(c, 0) == '.' && peek(c, 1) != '.' && !ident_char(c, c->pos + 1, true)) {
		is_float = true;
		c->pos++;
		skip_digits(c);
	}
	is_float |= skip_exponent(c);
	if (peek(c, 0) == 'f' && peek(c, 1) >= '1' && peek(c, 1) <= '6')
		is_float = true;
	c->pos = skip_ident(c, c->pos, false);
	return is_float ? TOKEN_FLOAT : TOKEN_INT;
}

static enum token_kind lex_other(struct cursor *c)
{
	int ch = peek(c, 0);

	c->pos++;
	if (strchr("([{", ch) && ch)
		return TOKEN_OPEN;
	if (strchr(")]}", ch) && ch)
		return TOKEN_CLOSE;
	return ch > ' ' && ch < 0x7f && ch != '\\' && ch != '`' ? TOKEN_PUNCT : TOKEN_UNKNOWN;
}

static enum token_kind lex_one(struct cursor *c, bool *unterminated)
{
	enum token_kind kind;
	int ch = peek(c, 0);

	if (space_char(c, c->pos))
		return lex_space(c);
	if (ch == '/' && peek(c, 1) == '/')
		return lex_line_comment(c);
	if (ch == '/' && peek(c, 1) == '*')
		return lex_block_comment(c, unterminated);
	if (ch == '"') {
		lex_quoted(c, unterminated);
		return TOKEN_STRING;
	}
	if (ch == '\'')
		return lex_quote(c, unterminated);
	if (lex_prefixed(c, &kind, unterminated))
		return kind;
	if (is_digit(ch))
		return lex_number(c);
	if (ident_char(c, c->pos, true))
		return lex_word(c);
	return lex_other(c);
}

static bool at_shebang(const struct cursor *c)
{
	size_t pos = 2;

	if (c->pos || peek(c, 0) != '#' || peek(c, 1) != '!')
		return false;
	while (space_char(c, pos))
		pos++;
	return peek(c, pos) != '[';
}

void lex(const char *text, size_t len, struct tokens *out)
{
	struct cursor c = { text, MIN(len, (size_t)UINT32_MAX), 0, 1 };

	while (c.pos < c.len) {
		struct token t = { .start = (uint32_t)c.pos, .line = c.line };

		if (at_shebang(&c)) {
			lex_line_comment(&c);
			t.kind = TOKEN_LINE_COMMENT;
		} else {
			t.kind = lex_one(&c, &t.unterminated);
		}
		t.len = (uint32_t)c.pos - t.start;
		for (size_t i = t.start; i < c.pos; i++)
			c.line += text[i] == '\n';
		ARRAY_GROW(out->v, out->n + 1, out->alloc);
		out->v[out->n++] = t;
	}
}

void tokens_release(struct tokens *t)
{
	free(t->v);
	memset(t, 0, sizeof(*t));
}

bool token_is(const char *text, const struct token *t, const char *what)
{
	return strlen(what) == t->len && !memcmp(text + t->start, what, t->len);
}

bool token_is_trivia(const struct token *t)
{
	return t->kind <= TOKEN_BLOCK_COMMENT;
}

size_t token_next(const struct tokens *t, size_t i)
{
	for (i++; i < t->n; i++)
		if (!token_is_trivia(&t->v[i]))
			return i;
	return t->n;
}

size_t token_match(const char *text, const struct tokens *t, size_t i)
{
	const char *const pairs = "()[]{}";
	const char *at;
	char self, other;
	size_t depth = 0;
	bool forward;

	if (i >= t->n || (t->v[i].kind != TOKEN_OPEN && t->v[i].kind != TOKEN_CLOSE))
		return t->n;
	self = text[t->v[i].start];
	at = strchr(pairs, self);
	forward = t->v[i].kind == TOKEN_OPEN;
	other = forward ? at[1] : at[-1];
	/* Walking back wraps past 0 to SIZE_MAX, which ends the loop like n does. */
	for (; i < t->n; i += forward ? 1 : (size_t)-1) {
		if (t->v[i].kind != TOKEN_OPEN && t->v[i].kind != TOKEN_CLOSE)
			continue;
		if (text[t->v[i].start] == self)
			depth++;
		else if (text[t->v[i].start] == other && !--depth)
			return i;
	}
	return t->n;
}
