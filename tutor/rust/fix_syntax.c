/* Templates for what the parser and the macros complain about, most of it without a code. */
#include "rust/fix_int.h"

static const char *closing_of(const struct fix *f, size_t open)
{
	return fix_is(f, open, "(") ? ")" : fix_is(f, open, "[") ? "]" : "}";
}

/*
 * The first line behind `at` that is indented no deeper than at's line: a bracket opened there
 * ends before it.
 */
static uint32_t dedent(const struct fix *f, uint32_t at)
{
	char *mine = fix_indent(f, at);
	uint32_t line = fix_line(f, at);

	for (;;) {
		char *indent;
		bool blank, out;

		while (line < f->len && f->text[line] != '\n')
			line++;
		if (line >= f->len)
			break;
		line++;
		indent = fix_indent(f, line);
		blank = line + strlen(indent) >= f->len || f->text[line + strlen(indent)] == '\n';
		out = !blank && strlen(indent) <= strlen(mine);
		free(indent);
		if (out)
			break;
	}
	free(mine);
	return MIN(line, (uint32_t)f->len);
}

static void close_delimiter(struct fix *f)
{
	for (size_t i = 0; i < f->d->n_spans; i++) {
		const struct diag_span *s = &f->d->spans[i];
		size_t open;
		uint32_t at;
		char *indent;

		if (!s->label || !streq(s->label, "unclosed delimiter") || s->byte_end > f->len)
			continue;
		open = fix_token(f, s->byte_start);
		at = dedent(f, s->byte_start);
		indent = fix_indent(f, s->byte_start);
		if (fix_is(f, open, "{"))
			fix_put(fix_new(f, 0,
					"What is opened must be closed: by its indent, the block "
					"ends here."),
				at, at, "%s}\n", indent);
		else
			fix_put(fix_new(f, 0,
					"What is opened must be closed: by the line, it ends "
					"here."),
				at ? at - 1 : 0, at ? at - 1 : 0, "%s", closing_of(f, open));
		fix_put(fix_new(f, 0,
				"What is opened must be closed: at the end of the file at the "
				"latest."),
			(uint32_t)f->len, (uint32_t)f->len, "%s\n", closing_of(f, open));
		free(indent);
	}
}

static void matching_delimiter(struct fix *f)
{
	const struct diag_span *s = fix_label(f, "unclosed delimiter");
	size_t open = s ? fix_token(f, s->byte_start) : NONE;

	if (open == NONE)
		return;
	fix_one(f, 0, f->p->byte_start, f->p->byte_end, closing_of(f, open),
		"Brackets close with their own kind.");
	fix_one(f, 0, f->p->byte_start, f->p->byte_start, closing_of(f, open),
		"The inner bracket has to be closed before the outer one.");
}

static void drop_delimiter(struct fix *f)
{
	fix_one(f, 0, f->p->byte_start, f->p->byte_end, "",
		"Nothing is open here that this could close.");
}

/* The end of the line, before what closes the statement: `);`, `;`, `,`. */
static uint32_t before_closers(const struct fix *f, uint32_t at)
{
	uint32_t end = at;

	while (end < f->len && f->text[end] != '\n')
		end++;
	while (end > at + 1 && strchr(");,} ", f->text[end - 1]))
		end--;
	return end;
}

/* The first line with an odd number of quotes: there the text was left open, wherever it was noticed. */
static uint32_t odd_line(const struct fix *f)
{
	for (uint32_t at = 0, start = 0, quotes = 0; at < f->len; at++) {
		if (f->text[at] == '\\')
			at++;
		else if (f->text[at] == '"')
			quotes++;
		if (at < f->len && f->text[at] == '\n') {
			if (quotes % 2)
				return start;
			start = at + 1;
			quotes = 0;
		}
	}
	return (uint32_t)f->len;
}

static void close_string(struct fix *f)
{
	uint32_t line = odd_line(f), at = before_closers(f, line < f->p->byte_start ? line : f->p->byte_start);

	if (line < fix_line(f, f->p->byte_start))
		fix_one(f, 0, at, at, "\"", "Text ends with the quote that it began with; here one was left open.");
	at = before_closers(f, f->p->byte_start);

	fix_one(f, 0, at, at, "\"", "Text ends with the quote that it began with.");
}

static void close_char(struct fix *f)
{
	uint32_t at = f->p->byte_start;

	while (at < f->len && f->text[at] != '\'')
		at++;
	at += at + 1 < f->len && f->text[at + 1] == '\\' ? 3 : 2;
	while (at < f->len && (f->text[at] & 0xC0) == 0x80)
		at++;
	if (at <= f->len)
		fix_one(f, 0, at, at, "'", "A character stands between two quotes.");
}

static void close_comment(struct fix *f)
{
	uint32_t end = f->p->byte_start;

	while (end < f->len && f->text[end] != '\n')
		end++;
	fix_one(f, 0, end, end, " */", "A comment that is opened must be closed.");
	fix_one(f, 0, (uint32_t)f->len, (uint32_t)f->len, "*/\n",
		"A comment that is opened must be closed.");
}

/* A doc comment with nothing behind it is an ordinary one. */
static void plain_comment(struct fix *f)
{
	uint32_t at = f->p->byte_start;

	if (fix_span_starts(f, f->p, "///") || fix_span_starts(f, f->p, "//!"))
		fix_one(f, 0, at + 2, at + 3, "",
			"A doc comment belongs to the item behind it; there is none, so it is an "
			"ordinary comment.");
	if (fix_span_starts(f, f->p, "/**"))
		fix_one(f, 0, at + 2, at + 3, "",
			"A doc comment belongs to the item behind it; there is none, so it is an "
			"ordinary comment.");
}

/* Words that other languages write in front of a function or variable. */
static void keyword(struct fix *f)
{
	static const struct {
		const char *wrong, *right;
	} words[] = {
		{ "fun", "fn" },       { "func", "fn" },	{ "function", "fn" },
		{ "def", "fn" },       { "var", "let" },	{ "auto", "let" },
		{ "int", "let" },      { "class", "struct" },	{ "interface", "trait" },
		{ "elif", "else if" }, { "elseif", "else if" }, { "public", "pub" },
		{ "import", "use" },   { "switch", "match" },	{ "foreach", "for" },
		{ "until", "while" },  { "string", "let" },	{ "float", "let" },
	};
	size_t at = fix_first(f, f->p->byte_start), places[2] = { fix_prev(f, at), at };

	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; i < ARRAY_SIZE(words); i++)
			if (fix_is(f, places[k], words[i].wrong))
				fix_one(f, 0, fix_start(f, places[k]), fix_end(f, places[k]),
					words[i].right, "Rust has another word for it.");
}

/* `fn f(a)`: every parameter has a type. */
static void parameter_type(struct fix *f)
{
	static const char *const types[] = { ": i32",  ": &str", ": String", ": usize",	  ": f64",
					     ": bool", ": u32",	 ": &[i32]", ": Vec<i32>" };
	size_t i = fix_prev(f, fix_first(f, f->p->byte_start));

	for (size_t k = 0; fix_is_ident(f, i) && k < ARRAY_SIZE(types); k++)
		fix_one(f, EDIT_RISKY, fix_end(f, i), fix_end(f, i), types[k],
			"Every parameter has its type behind a colon.");
}

/* The parser says what it wanted: that, in front of what it found. */
static void insert_expected(struct fix *f)
{
	size_t i = fix_first(f, f->p->byte_start), before = fix_prev(f, i);
	uint32_t at = before != NONE ? fix_end(f, before) : f->p->byte_start;
	struct edits *e;

	if (!starts_with(f->d->message, "expected "))
		return;
	for (size_t k = 0; k + 1 < f->names.n && k < 8; k++) {
		const char *word = f->names.v[k];
		bool letter = (*word >= 'a' && *word <= 'z');

		if (strlen(word) > 6 || streq(word, "?") || streq(word, "!"))
			continue;
		e = fix_new(f, 0, "The parser waits for `%s` at this place.", word);
		fix_put(e, letter ? f->p->byte_start : at, letter ? f->p->byte_start : at,
			letter ? "%s " : "%s", word);
	}
}

static void delete_found(struct fix *f)
{
	size_t i = fix_first(f, f->p->byte_start);

	if (starts_with(f->d->message, "expected ") && i != NONE &&
	    fix_start(f, i) == f->p->byte_start && f->p->byte_end > f->p->byte_start)
		fix_one(f, EDIT_ASK, f->p->byte_start, f->p->byte_end, "",
			"The parser can make nothing of this at this place.");
}

static void make_async(struct fix *f)
{
	struct fix_sig s;
	char *name;

	if (!fix_fn_around(f, f->p->byte_start, &s))
		return;
	name = fix_word(f, s.name);
	if (!streq(name, "main"))
		fix_one(f, 0, fix_start(f, s.fn), fix_start(f, s.fn), "async ",
			"Only an async function can wait with `await`.");
	free(name);
}

static void drop_async(struct fix *f)
{
	size_t i = fix_first(f, f->p->byte_start);

	while (i != NONE && !fix_is(f, i, "async") && !fix_is(f, i, "}") && !fix_is(f, i, ";"))
		i = fix_prev(f, i);
	if (fix_is(f, i, "async"))
		fix_one(f, 0, fix_start(f, i), fix_start(f, fix_next(f, i)), "",
			"`main` starts the program: it cannot be async without a runtime.");
}

/* A macro has to stand before its first use. */
static void macro_up(struct fix *f)
{
	const struct diag_span *s =
		fix_child(f, "consider moving the definition of _ before this call");
	size_t i, end;
	struct edits *e;
	uint32_t from, to, at = 0;
	char *text;

	if (!s)
		s = fix_child(f, "a macro with the same name exists, but it appears later");
	for (i = s ? fix_first(f, s->byte_start) : NONE; i != NONE && !fix_is(f, i, "macro_rules");)
		i = fix_prev(f, i);
	for (end = i; end != NONE && !fix_is_kind(f, end, TOKEN_OPEN);)
		end = fix_next(f, end);
	end = fix_match(f, end);
	if (i == NONE || end == NONE)
		return;
	from = fix_start(f, i);
	to = fix_end(f, end);
	text = fix_text(f, from, to);
	/* Behind the attributes of the file. */
	while (f->len > at + 3 && !memcmp(f->text + at, "#![", 3))
		at = fix_line_start(f, f->t.v[fix_token(f, at)].line + 1);
	e = fix_new(
		f, 0,
		"Macros are read from top to bottom: a definition stands before its first use.");
	fix_put(e, at, at, "%s\n\n", text);
	fix_put(e, from, to, "%s", "");
	free(text);
}

/* More holes in the format than values, or more values than holes. */
static void format_holes(struct fix *f)
{
	size_t i = fix_first(f, f->p->byte_start), open = fix_around(f, i),
	       text = fix_next(f, open), last = fix_prev(f, fix_match(f, open));

	if (strstr(f->d->message, "positional argument")) {
		for (uint32_t at = f->p->byte_start;
		     at + 1 < f->p->byte_end || at + 1 < fix_end(f, text); at++)
			if (f->text[at] == '{' && f->text[at + 1] == '}') {
				fix_one(f, EDIT_ASK, at, at + 2, "",
					"There are more holes than values: one hole goes.");
				break;
			}
		if (last != NONE)
			fix_one(f, EDIT_STUB, fix_end(f, last), fix_end(f, last), ", \"?\"",
				"There are more holes than values: a made-up value fills one.");
	} else if (fix_is_kind(f, text, TOKEN_STRING)) {
		fix_one(f, 0, fix_end(f, text) - 1, fix_end(f, text) - 1, " {}",
			"Every value has a `{}` in the text that says where it goes.");
		if (fix_is(f, fix_prev(f, i), ","))
			fix_one(f, EDIT_ASK, fix_start(f, fix_prev(f, i)), f->p->byte_end, "",
				"The text has no place for this value.");
	}
}

/* `=` in a condition, `==` in an assignment. */
static void compare_or_assign(struct fix *f)
{
	uint32_t from, to;
	size_t i;

	if (!fix_stmt(f, f->p->byte_start, &from, &to))
		return;
	for (i = fix_first(f, f->p->byte_start); i != NONE && fix_start(f, i) < f->p->byte_end;
	     i = fix_next(f, i)) {
		size_t after = fix_next(f, i);

		if (fix_is(f, i, "=") && !fix_is(f, after, "=") &&
		    !fix_is(f, fix_prev(f, i), "=") && !fix_is(f, fix_prev(f, i), "!")) {
			fix_one(f, 0, fix_start(f, i), fix_end(f, i),
				"==", "`=` assigns, `==` compares.");
			return;
		}
	}
}

/* `fn f() -> i32 {}`: a body that is still to be written. */
static void stub_body(struct fix *f)
{
	const struct diag_span *s = fix_label(
		f, "implicitly returns `()` as its body has no tail or `return` expression");
	struct fix_sig sig;

	if (!s || !fix_fn_around(f, s->byte_start, &sig) || sig.body_end == NONE)
		return;
	fix_one(f, EDIT_STUB, fix_start(f, sig.body_end), fix_start(f, sig.body_end), " todo!() ",
		"The function promises a value and gives none; `todo!()` stands for it until it is "
		"written.");
}

static void stub_return(struct fix *f)
{
	fix_one(f, EDIT_STUB, f->p->byte_end, f->p->byte_end, " todo!()",
		"A function with a return type returns a value: it is still to be written.");
}

/* `0..=3` written with its ends the wrong way round. */
static void swap_range(struct fix *f)
{
	size_t a = fix_first(f, f->p->byte_start),
	       b = fix_token(f, f->p->byte_end ? f->p->byte_end - 1 : 0);
	char *first, *second;
	struct edits *e;

	if (a == NONE || b == NONE || a >= b || !fix_is_kind(f, a, TOKEN_INT) ||
	    !fix_is_kind(f, b, TOKEN_INT))
		return;
	first = fix_word(f, a);
	second = fix_word(f, b);
	e = fix_new(f, EDIT_RISKY, "A range goes from the smaller number to the bigger one.");
	fix_put(e, fix_start(f, a), fix_end(f, a), "%s", second);
	fix_put(e, fix_start(f, b), fix_end(f, b), "%s", first);
	free(first);
	free(second);
}

/* A pattern for fewer elements than the array has. */
static void pattern_rest(struct fix *f)
{
	size_t last = fix_token(f, f->p->byte_end ? f->p->byte_end - 1 : 0);

	if (fix_is(f, last, "]"))
		fix_one(f, EDIT_RISKY, fix_start(f, last), fix_start(f, last), ", ..",
			"`..` stands for the elements that the pattern does not name.");
}

const struct fix_row fix_syntax_rows[] = {
	{ "close-delimiter", "-", "this file contains an unclosed delimiter", close_delimiter },
	{ "matching-delimiter", "-", "mismatched closing delimiter: _", matching_delimiter },
	{ "drop-delimiter", "-", "unexpected closing delimiter: _", drop_delimiter },
	{ "close-string", "E0765 E0766", NULL, close_string },
	{ "close-char", "E0762 E0763", NULL, close_char },
	{ "close-comment", "E0758", NULL, close_comment },
	{ "plain-comment", "E0584 E0585", NULL, plain_comment },
	{ "keyword", "-", NULL, keyword },
	{ "parameter-type", "-", "expected one of `:`, _, found _", parameter_type },
	{ "insert-expected", "-", "expected _, found _", insert_expected },
	{ "delete-found", "-", "expected _, found _", delete_found },
	{ "make-async", "E0728", NULL, make_async },
	{ "drop-async", "E0752", NULL, drop_async },
	{ "macro-up", "-", "cannot find macro _", macro_up },
	{ "format-holes", "-", "_ positional argument_", format_holes },
	{ "format-values", "-", "_argument_ never used", format_holes },
	{ "compare-or-assign", "E0308", "mismatched types", compare_or_assign },
	{ "stub-body", "E0308", "mismatched types", stub_body },
	{ "stub-return", "E0069", NULL, stub_return },
	{ "swap-range", "E0030 E0579", NULL, swap_range },
	{ "pattern-rest", "E0527", NULL, pattern_rest },
	{ NULL, NULL, NULL, NULL },
};
