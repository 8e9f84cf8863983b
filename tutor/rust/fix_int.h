/*
 * fix_int: what the templates share. Inside room rust. Positions are byte offsets (uint32_t) or
 * token indices (size_t, NONE when there is no such token). A function that finds nothing says
 * so; templates then propose nothing.
 */
#ifndef RUST_FIX_INT_H
#define RUST_FIX_INT_H

#include "rust/fix.h"
#include "rust/lexer.h"

#define NONE SIZE_MAX

struct fix {
	const struct diag *d;
	const struct diag_span *p; /* the primary span, in file */
	const char *file, *text;
	size_t len;
	struct tokens t;
	struct strv names;         /* quoted in the message */
	const char *source;        /* the running template's name */
	struct edits *v;
	size_t n, alloc;
};

typedef void fix_make(struct fix *f);

/* Starts a candidate; add its edits with fix_put. The reason is one sentence. */
struct edits *fix_new(struct fix *f, unsigned marks, const char *fmt, ...) PRINTF_LIKE(3, 4);
void fix_put(struct edits *e, uint32_t from, uint32_t to, const char *fmt, ...) PRINTF_LIKE(4, 5);
/* One edit, one candidate. */
void fix_one(struct fix *f, unsigned marks, uint32_t from, uint32_t to, const char *text, const char *reason);

/* The message's k-th quoted piece, or "". */
const char *fix_name(const struct fix *f, size_t k);
/* The k-th piece in back ticks of any text, owned; NULL when there is none. */
char *fix_quoted(const char *text, size_t k);
/* The error's first span in the file whose label matches the pattern; NULL when there is none. */
const struct diag_span *fix_label(const struct fix *f, const char *pattern);
/* The first span of the first child whose message (or the span's label) matches; NULL. */
const struct diag_span *fix_child(const struct fix *f, const char *pattern);
/* "expected `X`, found `Y`" of the primary label (or a note): both sides without ticks, owned; false: no such text. */
bool fix_expected(const struct fix *f, char **expected, char **found);

/* Tokens. */
size_t fix_token(const struct fix *f, uint32_t at);      /* the one that holds this byte */
size_t fix_first(const struct fix *f, uint32_t at);      /* the first that is no trivia, at or behind */
size_t fix_next(const struct fix *f, size_t i);          /* without trivia; NONE at the end */
size_t fix_prev(const struct fix *f, size_t i);
bool fix_is(const struct fix *f, size_t i, const char *what);
bool fix_is_ident(const struct fix *f, size_t i);
bool fix_is_kind(const struct fix *f, size_t i, enum token_kind kind);
size_t fix_match(const struct fix *f, size_t i);         /* the other bracket; NONE */
size_t fix_around(const struct fix *f, size_t i);        /* the bracket that is open around token i; NONE */
uint32_t fix_start(const struct fix *f, size_t i);
/* The type of a value as far as its first token shows: "i32", "&str"; NULL. */
const char *fix_guess_type(const struct fix *f, size_t i);
uint32_t fix_end(const struct fix *f, size_t i);
char *fix_text(const struct fix *f, uint32_t from, uint32_t to);
char *fix_word(const struct fix *f, size_t i);           /* a token's text, owned */
/* Does the text of a span start with / equal this? */
bool fix_span_starts(const struct fix *f, const struct diag_span *s, const char *what);
/* Is it one name, or names and fields joined with dots (`self.name`)? */
bool fix_is_place(const struct fix *f, uint32_t from, uint32_t to);
/* Does it need brackets before `.method()` or ` as T` is put behind it? */
bool fix_needs_parens(const struct fix *f, uint32_t from, uint32_t to);

/* The statement around a byte: from its first token to behind its `;` (or its last token). */
bool fix_stmt(const struct fix *f, uint32_t at, uint32_t *from, uint32_t *to);
/* Start of the line, and its indent, owned. */
uint32_t fix_line(const struct fix *f, uint32_t at);
char *fix_indent(const struct fix *f, uint32_t at);
/* Start of line number n (from 1); the text's length behind the last. */
uint32_t fix_line_start(const struct fix *f, uint32_t n);

/* A function's signature. */
struct fix_sig {
	size_t fn, name, open, close; /* tokens: `fn`, the name, the brackets of the parameters */
	uint32_t ret_from, ret_to;    /* the return type; equal: none, at the place where ` -> T` goes */
	size_t body, body_end;        /* the braces; NONE: a declaration */
};
bool fix_sig_at(const struct fix *f, size_t fn, struct fix_sig *out);
/* The function whose body or signature holds this byte. */
bool fix_fn_around(const struct fix *f, uint32_t at, struct fix_sig *out);
/* The name behind `keyword` (struct, trait, fn …): its token; NONE. */
size_t fix_def(const struct fix *f, const char *keyword, const char *name);
/* The body's opening brace of an item whose name is token i; NONE. */
size_t fix_body(const struct fix *f, size_t name);
/* Where a new attribute of the item named by token i goes (its first token's start, behind its other attributes). */
uint32_t fix_item_start(const struct fix *f, size_t name);
/* `let [mut] NAME … = INIT;` that declares name, the last before a byte. */
struct fix_let {
	uint32_t from, to;            /* the statement */
	size_t name;
	uint32_t init_from, init_to;  /* equal: no initialiser */
	bool mut;
};
bool fix_let_of(const struct fix *f, const char *name, uint32_t before, struct fix_let *out);
bool fix_let_at(const struct fix *f, uint32_t at, struct fix_let *out);

/* How often a name stands in a range, also in the holes of formats (`{name:?}`). */
size_t fix_times_named(const struct fix *f, const char *name, uint32_t from, uint32_t to);

/* Types by name. */
bool fix_is_number(const char *type);  /* i32, usize, f64 … */
bool fix_is_float(const char *type);
/* A value of this type to put in for now: `0`, `String::new()`, … or `todo!()`. */
const char *fix_default_of(const char *type);

/* The templates, by file. */
extern const struct fix_row {
	const char *name;
	const char *codes;     /* "E0382 E0505"; "-" is no code */
	const char *message;   /* pattern as for cards; NULL: any */
	fix_make *make;
} fix_own_rows[], fix_type_rows[], fix_item_rows[], fix_name_rows[], fix_syntax_rows[], fix_shape_rows[], fix_flow_rows[], fix_share_rows[],
	fix_list_rows[], fix_bound_rows[], fix_scope_rows[];

#endif
