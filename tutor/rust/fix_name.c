/*
 * Templates for names: what is missing is declared as a stub, what is out of reach is brought
 * near.
 */
#include "rust/fix_int.h"

/* Where a new item goes: in front of the item (the outermost block's statement) that needs it. */
static uint32_t item_place(const struct fix *f)
{
	struct fix_sig s;
	uint32_t at = f->p->byte_start;

	if (fix_fn_around(f, at, &s))
		at = fix_line(f, fix_start(f, s.fn));
	else
		at = fix_line(f, at);
	/* Not between attributes or doc comments and what they belong to. */
	while (at) {
		uint32_t before = fix_line(f, at - 1);
		size_t i = fix_token(f, before);

		while (i != NONE && fix_is_kind(f, i, TOKEN_SPACE) && fix_end(f, i) < at)
			i++;
		if (!fix_is(f, i, "#") && !fix_is_kind(f, i, TOKEN_DOC_COMMENT))
			return at;
		if (fix_is(f, fix_next(f, i), "!"))
			return at;
		at = before;
	}
	return at;
}

const char *fix_guess_type(const struct fix *f, size_t i)
{
	if (fix_is_kind(f, i, TOKEN_STRING))
		return "&str";
	if (fix_is_kind(f, i, TOKEN_FLOAT))
		return "f64";
	if (fix_is_kind(f, i, TOKEN_CHAR))
		return "char";
	if (fix_is(f, i, "true") || fix_is(f, i, "false"))
		return "bool";
	if (fix_is(f, i, "String"))
		return "String";
	return fix_is_kind(f, i, TOKEN_INT) ? "i32" : NULL;
}

/* `(a, 1)` as parameters; false when a type cannot be told. */
static bool parameters_for(const struct fix *f, size_t open, struct sbuf *out)
{
	size_t close = fix_match(f, open), i = fix_next(f, open);

	for (int n = 1; i != NONE && i < close; n++) {
		const char *type = fix_guess_type(f, i);

		if (!type)
			return false;
		sbuf_addf(out, "%s_a%d: %s", n > 1 ? ", " : "", n, type);
		while (i != NONE && i < close && !fix_is(f, i, ","))
			i = fix_is_kind(f, i, TOKEN_OPEN) ? fix_next(f, fix_match(f, i))
							  : fix_next(f, i);
		if (i < close)
			i = fix_next(f, i);
	}
	return close != NONE;
}

static void stub_fn(struct fix *f)
{
	size_t open = fix_next(f, fix_token(f, f->p->byte_end ? f->p->byte_end - 1 : 0));
	struct sbuf params = SBUF_INIT;
	uint32_t at = item_place(f), from, to;

	if (fix_is(f, open, "(") && fix_is_ident(f, fix_first(f, f->p->byte_start)) &&
	    parameters_for(f, open, &params)) {
		bool used = fix_stmt(f, f->p->byte_start, &from, &to) && from != f->p->byte_start;

		fix_put(fix_new(f, EDIT_STUB,
				"There is no function `%s` yet: here it is, to be written.",
				fix_name(f, 0)),
			at, at, "fn %s(%s)%s {\n    todo!()\n}\n\n", fix_name(f, 0), params.buf,
			used ? " -> i32" : "");
	}
	sbuf_release(&params);
}

static void stub_type(struct fix *f)
{
	const char *name = fix_name(f, 0);
	uint32_t at = item_place(f);

	if (*name >= 'A' && *name <= 'Z' && !strpbrk(name, ":<"))
		fix_put(fix_new(f, EDIT_STUB,
				"There is no type `%s` yet: here it is, to be filled in.", name),
			at, at, "struct %s;\n\n", name);
}

static void stub_trait(struct fix *f)
{
	const char *name = fix_name(f, 0);
	uint32_t at = item_place(f);

	if (!strpbrk(name, ":<") && *name)
		fix_put(fix_new(f, EDIT_STUB,
				"There is no trait `%s` yet: here it is, to be filled in.", name),
			at, at, "trait %s {}\n\n", name);
}

/* `x.draw()` on a type of the file that has no such method. */
static void stub_method(struct fix *f)
{
	size_t open = fix_next(f, fix_token(f, f->p->byte_end ? f->p->byte_end - 1 : 0)), def;
	bool function = strstr(f->d->message, "function or associated item") != NULL;
	const char *type = fix_name(f, 1);
	struct sbuf params = SBUF_INIT;
	uint32_t at;

	def = fix_def(f, "struct", type);
	if (def == NONE)
		def = fix_def(f, "enum", type);
	if (def != NONE && fix_is(f, open, "(") && parameters_for(f, open, &params)) {
		at = fix_item_start(f, def);
		at = fix_line(f, at);
		fix_put(fix_new(f, EDIT_STUB,
				"The type `%s` has no `%s` yet: here it is, to be written.", type,
				fix_name(f, 0)),
			at, at, "impl %s {\n    fn %s(%s%s%s)%s {\n        todo!()\n    }\n}\n\n",
			type, fix_name(f, 0), function ? "" : "&self",
			!function && params.len ? ", " : "", params.buf,
			function ? " -> Self" : "");
	}
	sbuf_release(&params);
}

/* A value that is nowhere: a stub in its place. */
static void stub_value(struct fix *f)
{
	if (fix_is_ident(f, fix_first(f, f->p->byte_start)))
		fix_one(f, EDIT_STUB, f->p->byte_start, f->p->byte_end, "todo!()",
			"Nothing of this name is in sight: `todo!()` stands for it until it is "
			"there.");
}

/* A path that starts at the wrong place. */
static void move_path(struct fix *f)
{
	static const char *const starts[] = { "crate::", "self::", "super::" };
	size_t i = fix_first(f, f->p->byte_start);

	while (fix_is(f, fix_prev(f, i), ":"))
		i = fix_prev(f, fix_prev(f, fix_prev(f, i)));
	if (!fix_is_ident(f, i))
		return;
	for (size_t k = 0; k < ARRAY_SIZE(starts); k++)
		fix_one(f, 0, fix_start(f, i), fix_start(f, i), starts[k],
			"A path needs its start: the crate, this module, or the one around it.");
}

/* An inner fn sees no variables of the outer one; a closure does. */
static void fn_to_closure(struct fix *f)
{
	struct fix_sig s;
	struct edits *e;

	if (!fix_fn_around(f, f->p->byte_start, &s) || s.body_end == NONE ||
	    fix_next(f, s.name) != s.open)
		return;
	e = fix_new(f, 0,
		    "A function sees only its parameters; a closure also sees the variables around "
		    "it.");
	fix_put(e, fix_start(f, s.fn), fix_end(f, s.fn), "let");
	fix_put(e, fix_start(f, s.open), fix_end(f, s.open), " = |");
	fix_put(e, fix_start(f, s.close), fix_end(f, s.close), "|");
	fix_put(e, fix_end(f, s.body_end), fix_end(f, s.body_end), ";");
}

/* `break` where there is no loop: the statement goes, or the closure returns. */
static void break_outside(struct fix *f)
{
	size_t i = fix_first(f, f->p->byte_start);
	uint32_t from, to;

	if (strstr(f->d->message, "closure"))
		fix_one(f, 0, fix_start(f, i), fix_end(f, i), "return",
			"A closure is left with `return`; the loop around it is not its own.");
	if (fix_stmt(f, f->p->byte_start, &from, &to))
		fix_one(f, EDIT_ASK, from, to, "", "There is no loop to leave or to go on with.");
}

static void drop_return(struct fix *f)
{
	size_t i = fix_first(f, f->p->byte_start);

	if (fix_is(f, i, "return"))
		fix_one(f, 0, fix_start(f, i), fix_start(f, fix_next(f, i)), "",
			"Outside of a function there is nothing to return from; the value stands "
			"alone.");
}

/* `'a: loop` was meant, or no label at all. */
static void drop_label(struct fix *f)
{
	size_t i = fix_first(f, f->p->byte_start);

	if (fix_is_kind(f, i, TOKEN_LIFETIME))
		fix_one(f, 0, fix_end(f, fix_prev(f, i)), fix_end(f, i), "",
			"Without a label it is about the innermost loop.");
}

/* What is passed on as public has to be public where it is defined. */
static void reexport_pub(struct fix *f)
{
	static const char *const words[] = { "fn",  "struct", "enum",	"trait",
					     "mod", "const",  "static", "type" };
	size_t def = NONE, i, open;

	for (size_t k = 0; k < ARRAY_SIZE(words) && def == NONE; k++)
		def = fix_def(f, words[k], fix_name(f, 0));
	if (def == NONE)
		return;
	i = fix_first(f, fix_item_start(f, def));
	open = fix_next(f, i);
	if (fix_is(f, i, "pub") && fix_is(f, open, "(") && fix_match(f, open) != NONE)
		fix_one(f, EDIT_RISKY, fix_start(f, open), fix_end(f, fix_match(f, open)), "",
			"Only what is public can be passed on as public.");
	else if (!fix_is(f, i, "pub"))
		fix_one(f, EDIT_RISKY, fix_start(f, i), fix_start(f, i), "pub ",
			"Only what is public can be passed on as public.");
}

/* `Point(1)` of a struct with named fields. */
static void literal_fields(struct fix *f)
{
	size_t open = fix_next(f, fix_token(f, f->p->byte_end ? f->p->byte_end - 1 : 0)),
	       close = fix_match(f, open), field, i;
	size_t body = fix_body(f, fix_def(f, "struct", fix_name(f, 0)));
	struct edits *e;

	if (fix_is(f, f->p->byte_end > f->p->byte_start ? fix_token(f, f->p->byte_end - 1) : NONE,
		   ")")) {
		close = fix_token(f, f->p->byte_end - 1);
		open = fix_match(f, close);
	}
	if (!fix_is(f, open, "(") || close == NONE || !fix_is(f, body, "{"))
		return;
	e = fix_new(
		f, 0,
		"The struct's fields have names: they are given in braces, each with its value.");
	fix_put(e, fix_start(f, open), fix_end(f, open), " { ");
	fix_put(e, fix_start(f, close), fix_end(f, close), " }");
	field = fix_next(f, body);
	for (i = fix_next(f, open); field != NONE && i != NONE && i < close;) {
		char *name;

		if (fix_is(f, field, "pub"))
			field = fix_next(f, field);
		name = fix_word(f, field);
		fix_put(e, fix_start(f, i), fix_start(f, i), "%s: ", name);
		free(name);
		while (i != NONE && i < close && !fix_is(f, i, ","))
			i = fix_is_kind(f, i, TOKEN_OPEN) ? fix_next(f, fix_match(f, i))
							  : fix_next(f, i);
		while (field != NONE && !fix_is(f, field, ",") && !fix_is(f, field, "}"))
			field = fix_next(f, field);
		field = fix_is(f, field, "}") ? NONE : fix_next(f, field);
		i = i < close ? fix_next(f, i) : close;
	}
}

/* Names that other languages have for what is in sight here. */
static void other_language(struct fix *f)
{
	static const struct {
		const char *wrong, *right;
	} words[] = {
		{ "string", "String" },
		{ "str", "String" },
		{ "int", "i32" },
		{ "long", "i64" },
		{ "float", "f32" },
		{ "double", "f64" },
		{ "boolean", "bool" },
		{ "Integer", "i32" },
		{ "Int", "i32" },
		{ "Boolean", "bool" },
		{ "Double", "f64" },
		{ "Float", "f64" },
		{ "uint", "u32" },
		{ "byte", "u8" },
		{ "void", "()" },
		{ "List", "Vec" },
		{ "Array", "Vec" },
		{ "Vector", "Vec" },
		{ "null", "None" },
		{ "nil", "None" },
		{ "NULL", "None" },
		{ "True", "true" },
		{ "False", "false" },
		{ "this", "self" },
		{ "Map", "std::collections::HashMap" },
		{ "Set", "std::collections::HashSet" },
		{ "HashMap", "std::collections::HashMap" },
		{ "printn", "println" },
		{ "printline", "println" },
		{ "printf", "println" },
		{ "print_ln", "println" },
		{ "prinln", "println" },
	};
	size_t i = fix_first(f, f->p->byte_start);

	for (size_t k = 0; k < ARRAY_SIZE(words); k++)
		if (fix_is(f, i, words[k].wrong))
			fix_one(f, 0, fix_start(f, i), fix_end(f, i), words[k].right,
				"Rust has another name for it.");
}

const struct fix_row fix_name_rows[] = {
	{ "other-language", "E0412 E0425 E0433 -", "cannot find _", other_language },
	{ "move-path", "E0432 E0433", NULL, move_path },
	{ "fn-to-closure", "E0434", NULL, fn_to_closure },
	{ "break-outside", "E0267 E0268", NULL, break_outside },
	{ "drop-return", "E0572", NULL, drop_return },
	{ "drop-label", "E0426 E0767", NULL, drop_label },
	{ "reexport-pub", "E0364 E0365", NULL, reexport_pub },
	{ "literal-fields", "E0423", NULL, literal_fields },
	{ "stub-fn", "E0425", "cannot find function `_` in this scope", stub_fn },
	{ "stub-type", "E0412 E0422 E0425 E0433", "cannot find _", stub_type },
	{ "stub-trait", "E0405", NULL, stub_trait },
	{ "stub-method", "E0599", NULL, stub_method },
	{ "stub-value", "E0425", "cannot find value `_` in this scope", stub_value },
	{ NULL, NULL, NULL, NULL },
};
