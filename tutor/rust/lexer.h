/*
 * lexer: Rust source to tokens. Total: every byte belongs to exactly one token, any input is
 * accepted (unterminated strings and comments run to the end and say so). Follows the Rust
 * reference, "Lexical structure": nested comments, raw strings and identifiers, byte and C
 * strings, lifetimes, floats, `r#`. Keywords are those of edition 2024; `_` alone is TOKEN_PUNCT;
 * doc comments of both forms (line and block, outer and inner) are TOKEN_DOC_COMMENT; a `#!` line
 * at the very start is a line comment. Texts are under 4 GiB (what is beyond gets no token).
 */
#ifndef RUST_LEXER_H
#define RUST_LEXER_H

#include "base/strv.h"

enum token_kind {
	TOKEN_SPACE, TOKEN_LINE_COMMENT, TOKEN_DOC_COMMENT, TOKEN_BLOCK_COMMENT, /* these four are trivia */
	TOKEN_IDENT, TOKEN_KEYWORD,
	TOKEN_LIFETIME, TOKEN_CHAR, TOKEN_STRING, TOKEN_RAW_STRING, TOKEN_BYTE, TOKEN_BYTE_STRING, TOKEN_C_STRING,
	TOKEN_INT, TOKEN_FLOAT, TOKEN_PUNCT, /* one character each */ TOKEN_OPEN, TOKEN_CLOSE, TOKEN_UNKNOWN,
};

struct token {
	enum token_kind kind;
	uint32_t start, len;  /* bytes */
	uint32_t line;        /* from 1 */
	bool unterminated;
};

struct tokens {
	struct token *v;
	size_t n, alloc;
};

#define TOKENS_INIT { NULL, 0, 0 }

void lex(const char *text, size_t len, struct tokens *out);
void tokens_release(struct tokens *t);
bool token_is(const char *text, const struct token *t, const char *what);
bool token_is_trivia(const struct token *t); /* space or comment */
/* Index of the token after i that is neither space nor comment; t->n at the end. */
size_t token_next(const struct tokens *t, size_t i);
/*
 * Index of the bracket that closes the one at i (or opens, walking back, when i closes); t->n
 * when there is none. Only brackets of the same kind are counted, so `( ]` does not lead astray.
 */
size_t token_match(const char *text, const struct tokens *t, size_t i);

/*
 * Items: the census that guards and exercise checks use. Items of the file and of its modules,
 * traits and impls, in source order; not those inside function bodies or extern blocks. Total,
 * like the lexer.
 */
enum item_kind { ITEM_FN, ITEM_STRUCT, ITEM_ENUM, ITEM_UNION, ITEM_TRAIT, ITEM_IMPL, ITEM_MOD, ITEM_USE, ITEM_CONST, ITEM_STATIC, ITEM_TYPE, ITEM_MACRO };
struct item {
	enum item_kind kind;
	char *name;         /* impl: its header without the body, use: its path; white space folded */
	uint32_t start, end; /* bytes, attributes and doc comments included */
	uint32_t body, body_end; /* inside the braces; 0 when there is none */
	uint32_t line;
	bool is_pub, is_async, is_unsafe;
	bool is_test;       /* a function with #[test], or #[…::test] */
	bool cfg_test;      /* under #[cfg(test)], its own or a parent's */
	char *attrs;        /* attributes as written, or NULL; no doc comments */
	int parent;         /* index of the module, trait or impl around it; -1 at top */
};
struct items {
	struct item *v;
	size_t n, alloc;
};
#define ITEMS_INIT { NULL, 0, 0 }
void items_scan(const char *text, size_t len, struct items *out); /* nested ones too */
void items_release(struct items *it);

#endif
