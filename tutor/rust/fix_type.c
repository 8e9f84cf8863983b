/* Templates for types: conversions, annotations, formatting, missing traits. */
#include "rust/fix_int.h"

/* `EXPR` becomes `before EXPR behind`, in brackets where the operator would bind wrongly. */
static void wrap(struct fix *f, unsigned marks, const char *before, const char *behind,
		 const char *reason)
{
	struct edits *e = fix_new(f, marks, "%s", reason);
	bool parens = *behind && fix_needs_parens(f, f->p->byte_start, f->p->byte_end);

	fix_put(e, f->p->byte_start, f->p->byte_start, "%s%s", before, parens ? "(" : "");
	fix_put(e, f->p->byte_end, f->p->byte_end, "%s%s", parens ? ")" : "", behind);
}

static bool number_word(const char *type)
{
	return fix_is_number(type) || streq(type, "integer") || streq(type, "{integer}") ||
	       strstr(type, "floating-point");
}

/* A conversion that loses nothing: i32 into i64 or f64. */
static bool widens(const char *from, const char *to)
{
	bool from_float = fix_is_float(from), from_signed = *from == 'i', to_signed = *to == 'i';
	long a = strtol(from + 1, NULL, 10), b = strtol(to + 1, NULL, 10);

	if (!fix_is_number(from) || !a || !b)
		return false;
	if (from_float || fix_is_float(to))
		return fix_is_float(to) &&
		       (from_float ? a < b : a < (b == 64 ? 64 : 32) && a <= (b == 64 ? 32 : 16));
	return from_signed == to_signed ? a < b : to_signed && a < b;
}

static void convert_number(struct fix *f, const char *expected, const char *found)
{
	char *text;

	if (widens(found, expected)) {
		struct edits *e =
			fix_new(f, 0, "`from` makes the wider number; nothing can be lost.");

		fix_put(e, f->p->byte_start, f->p->byte_start, "%s::from(", expected);
		fix_put(e, f->p->byte_end, f->p->byte_end, ")");
	}
	text = xstrfmt(" as %s", expected);
	wrap(f, EDIT_RISKY, "", text,
	     "Rust never converts numbers by itself: `as` does, and cuts off what does not fit.");
	free(text);
}

/* What is found holds what is expected. */
static void unwrap_found(struct fix *f, const char *found)
{
	if (starts_with(found, "Option<") || starts_with(found, "Result<")) {
		wrap(f, 0, "", "?",
		     "`?` takes the value out, and hands the empty case or the error to the "
		     "caller.");
		wrap(f, EDIT_RISKY, "", ".unwrap()",
		     "`unwrap` takes the value out, and panics when there is none.");
	}
}

/* `return "zero"` where errors are Strings: text in quotes is seldom a result, but often an error. */
static void wrap_error(struct fix *f, const char *expected)
{
	const char *error = starts_with(expected, "Result<") ? strrchr(expected, ',') : NULL;
	bool text = fix_is_kind(f, fix_first(f, f->p->byte_start), TOKEN_STRING);

	if (error && text && streq(error, ", String>"))
		wrap(f, 0, "Err(", ".to_string())", "An error goes out in `Err`, as a String of its own.");
	else if (error && (text || strstr(error, "Error")))
		wrap(f, 0, "Err(", ")", "An error goes out in `Err`.");
}

static void wrap_found(struct fix *f, const char *expected)
{
	if (starts_with(expected, "Option<"))
		wrap(f, 0, "Some(", ")", "An `Option` is expected: `Some` makes one.");
	if (starts_with(expected, "Result<"))
		wrap(f, 0, "Ok(", ")", "A `Result` is expected: `Ok` makes one.");
	wrap_error(f, expected);
	if (starts_with(expected, "Box<"))
		wrap(f, 0, "Box::new(", ")", "A `Box` is expected: `Box::new` makes one.");
	if (starts_with(expected, "Rc<"))
		wrap(f, 0, "Rc::new(", ")", "An `Rc` is expected: `Rc::new` makes one.");
}

static void convert_text(struct fix *f, const char *expected, const char *found)
{
	if (streq(expected, "String"))
		wrap(f, 0, "", ".to_string()", "`to_string` makes a String of it.");
	if (starts_with(expected, "&") && streq(found, expected + 1))
		wrap(f, 0, "&", "", "A borrow is expected, not the value itself.");
	if (streq(expected, "char") &&
	    fix_is_kind(f, fix_first(f, f->p->byte_start), TOKEN_STRING) &&
	    f->p->byte_end - f->p->byte_start == 3) {
		struct edits *e = fix_new(
			f, 0, "One character stands in single quotes; double quotes make text.");

		fix_put(e, f->p->byte_start, f->p->byte_start + 1, "'");
		fix_put(e, f->p->byte_end - 1, f->p->byte_end, "'");
	}
	if (streq(expected, "bool") && number_word(found))
		wrap(f, 0, "", " != 0",
		     "A condition is a bool; whether a number is zero has to be asked.");
	if (fix_is_number(expected) && (strstr(found, "str") || streq(found, "String"))) {
		size_t i = fix_first(f, f->p->byte_start);

		if (fix_is_kind(f, i, TOKEN_STRING)) {
			struct edits *e = fix_new(f, 0, "A number is written without quotes.");

			fix_put(e, f->p->byte_start, f->p->byte_start + 1, "%s", "");
			fix_put(e, f->p->byte_end - 1, f->p->byte_end, "%s", "");
		}
		wrap(f, EDIT_RISKY, "", ".parse().unwrap()",
		     "`parse` reads a number out of the text; `unwrap` panics when it is none.");
	}
}

/* What the function's or variable's own annotation says, when the annotation is the wrong part. */
static void retype(struct fix *f, const char *found)
{
	const struct diag_span *s = fix_label(f, "expected due to this");
	bool plain = !strpbrk(found, "{}_[ ") && *found;
	const char *type = streq(found, "integer")	     ? "i32"
			   : strstr(found, "floating-point") ? "f64"
							     : found;

	if (!plain && !number_word(found))
		return;
	if (s && fix_is(f, fix_prev(f, fix_first(f, s->byte_start)), ":"))
		fix_one(f, 0, s->byte_start, s->byte_end, streq(type, "&str") ? "&str" : type,
			"The annotation asks for another type than the value has: it says now what "
			"the value is.");
	s = fix_label(f, "expected _ because of return type");
	if (s)
		fix_one(f, EDIT_RISKY, s->byte_start, s->byte_end, type,
			"The signature promises another type than the body gives: it says now what "
			"comes out.");
}

static void mismatch(struct fix *f)
{
	char *expected, *found;

	if (!fix_expected(f, &expected, &found))
		return;
	if (number_word(expected) && number_word(found) && fix_is_number(expected))
		convert_number(f, expected, found);
	wrap_found(f, expected);
	unwrap_found(f, found);
	convert_text(f, expected, found);
	if (starts_with(found, "&") && !starts_with(expected, "&")) {
		wrap(f, 0, "*", "", "`*` gets at the value behind the reference.");
		wrap(f, 0, "", ".clone()", "A clone is a value of its own instead of a reference.");
	}
	if (starts_with(expected, "&") && !starts_with(found, "&"))
		wrap(f, 0, starts_with(expected, "&mut ") ? "&mut " : "&", "",
		     "A borrow is expected, not the value itself.");
	if (starts_with(expected, "fn") == starts_with(found, "fn"))
		retype(f, found);
	free(expected);
	free(found);
}

/* Numbers of two types around an operator. */
static void mismatch_number_operand(struct fix *f)
{
	const char *left, *right;
	char *type;
	size_t i = fix_next(f, fix_token(f, f->p->byte_end ? f->p->byte_end - 1 : 0)), last;
	bool swap =
		strstr(f->d->message, "cannot add ") || strstr(f->d->message, "cannot subtract ");

	/* "cannot add `B` to `A`", "cannot multiply `A` by `B`", "can't compare `A` with `B`". */
	left = fix_name(f, swap ? 1 : 0);
	right = fix_name(f, swap ? 0 : 1);
	left = streq(left, "{integer}") ? "i32" : streq(left, "{float}") ? "f64" : left;
	if (!fix_is_number(left) || !number_word(streq(right, "{float}") ? "f64" : right))
		return;
	/* The right operand: a place, perhaps with a call. */
	for (last = i; last != NONE;) {
		size_t after = fix_next(f, last);

		if (fix_is(f, after, "(") && fix_is_ident(f, last))
			last = fix_match(f, after);
		else if (fix_is(f, after, "."))
			last = fix_next(f, after);
		else
			break;
	}
	if (i == NONE || last == NONE || fix_is(f, i, "="))
		return;
	type = xstrfmt(" as %s", left);
	fix_one(f, EDIT_RISKY, fix_end(f, last), fix_end(f, last), type,
		"Both sides of an operator need the same type: `as` converts the right one.");
	free(type);
	i = fix_prev(f, fix_first(f, f->p->byte_start));
	if (fix_is_number(right) && i != NONE && !fix_is_kind(f, i, TOKEN_CLOSE)) {
		type = xstrfmt(" as %s", right);
		fix_one(f, EDIT_RISKY, fix_end(f, i), fix_end(f, i), type,
			"Both sides of an operator need the same type: `as` converts the left "
			"one.");
		free(type);
	}
}

static void index_usize(struct fix *f)
{
	wrap(f, EDIT_RISKY, "", " as usize",
	     "Positions in slices and vectors are counted in `usize`.");
}

static void nth_char(struct fix *f)
{
	size_t open = fix_prev(f, fix_first(f, f->p->byte_start)), close = fix_match(f, open);
	uint32_t from;
	struct edits *e;

	if (!fix_is(f, open, "[") || close == NONE)
		return;
	from = fix_start(f, open);
	e = fix_new(f, EDIT_RISKY,
		    "Text is bytes inside, so it is not indexed: `chars().nth` counts characters.");
	fix_put(e, from, from + 1, ".chars().nth(");
	fix_put(e, fix_start(f, close), fix_end(f, close), ").unwrap()");
}

/*
 * The same edit of the format once more, together with the derive, when the type is one of the
 * file's.
 */
static void add_debug_derive(struct fix *f, const struct edit_op *op)
{
	size_t def = fix_def(f, "struct", fix_name(f, 0));
	uint32_t at = op->start;
	char *text = xstrdup(op->text);
	struct edits *e;

	if (def == NONE)
		def = fix_def(f, "enum", fix_name(f, 0));
	if (def != NONE) {
		e = fix_new(f, 0,
			    "`{:?}` prints a value for people who program, and the derive writes "
			    "that form.");
		fix_put(e, at, at, "%s", text);
		fix_put(e, fix_item_start(f, def), fix_item_start(f, def), "#[derive(Debug)]\n");
	}
	free(text);
}

/* `{}` asks for Display; `{:?}` for Debug, which can be derived. */
static void debug_format(struct fix *f)
{
	const struct diag_span *s = fix_label(f, "required by this formatting parameter");
	uint32_t from, to;
	struct edits *e;

	if (!s)
		s = f->p;
	from = s->byte_start;
	to = s->byte_end;
	if (to - from >= 2 && f->text[from] == '{' && f->text[to - 1] == '}' &&
	    !memchr(f->text + from, ':', to - from)) {
		e = fix_new(f, 0,
			    "`{:?}` prints a value for people who program; `{}` needs a form of "
			    "its own, written by hand.");
		fix_put(e, to - 1, to - 1, ":?");
	} else if (from && to < f->len && f->text[from - 1] == '{' && f->text[to] == '}') {
		fix_one(f, 0, to, to, ":?",
			"`{:?}` prints a value for people who program; `{}` needs a form of its "
			"own.");
	} else {
		return;
	}
	add_debug_derive(f, &f->v[f->n - 1].v[0]);
}

/* The name of a type without its arguments and references: `&Vec<T>` gives "Vec". */
static char *bare_type(const char *type)
{
	const char *colon;

	while (*type == '&' || *type == ' ')
		type++;
	if (starts_with(type, "mut "))
		type += 4;
	while ((colon = strstr(type, "::")) && colon < type + strcspn(type, "<"))
		type = colon + 2;
	return xmemdupz(type, strcspn(type, "<> `"));
}

/* Traits that a derive can write, with what they need beside. */
static const char *derivable(const char *trait)
{
	static const struct {
		const char *trait, *derive;
	} list[] = {
		{ "Debug", "Debug" },
		{ "Clone", "Clone" },
		{ "Copy", "Clone, Copy" },
		{ "Default", "Default" },
		{ "PartialEq", "PartialEq" },
		{ "Eq", "PartialEq, Eq" },
		{ "Hash", "PartialEq, Eq, Hash" },
		{ "PartialOrd", "PartialEq, PartialOrd" },
		{ "Ord", "PartialEq, Eq, PartialOrd, Ord" },
	};
	const char *base = strrchr(trait, ':') ? strrchr(trait, ':') + 1 : trait;
	size_t n = strcspn(base, "<");

	for (size_t i = 0; i < ARRAY_SIZE(list); i++)
		if (strlen(list[i].trait) == n && !strncmp(list[i].trait, base, n))
			return list[i].derive;
	return NULL;
}

static void derive_on(struct fix *f, const char *type, const char *derive)
{
	char *bare = bare_type(type);
	size_t def = fix_def(f, "struct", bare);
	uint32_t at;

	if (def == NONE)
		def = fix_def(f, "enum", bare);
	if (def != NONE && derive) {
		at = fix_item_start(f, def);
		fix_put(fix_new(f, 0,
				"The trait's code is always the same: the derive writes it for "
				"`%s`.",
				bare),
			at, at, "#[derive(%s)]\n", derive);
	}
	free(bare);
}

/* "the trait bound `T: Trait` is not satisfied", "`T` doesn't implement `Trait`". */
static void derive_bound(struct fix *f)
{
	char *type = xstrdup(fix_name(f, 0)), *colon = strstr(type, ": ");
	const char *trait = colon ? colon + 2 : fix_name(f, 1);

	if (colon)
		*colon = '\0';
	derive_on(f, type, derivable(trait));
	free(type);
}

/* `a == b`, `a < b` on a type of ours. */
static void derive_operator(struct fix *f)
{
	const char *op = fix_name(f, 0), *type = fix_name(f, 1);

	if (streq(op, "==") || streq(op, "!="))
		derive_on(f, type, "PartialEq");
	else if (*op == '<' || *op == '>')
		derive_on(f, type, "PartialEq, PartialOrd");
}

static void derive_method(struct fix *f)
{
	static const struct {
		const char *method, *derive;
	} list[] = {
		{ "clone", "Clone" },
		{ "default", "Default" },
		{ "cmp", "PartialEq, Eq, PartialOrd, Ord" },
		{ "partial_cmp", "PartialEq, PartialOrd" },
		{ "eq", "PartialEq" },
		{ "hash", "Hash" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(list); i++)
		if (streq(fix_name(f, 0), list[i].method))
			derive_on(f, fix_name(f, 1), list[i].derive);
}

/* `?` in a function that returns nothing: it returns a Result, and `Ok(())` at its end. */
static void main_result(struct fix *f)
{
	struct fix_sig sig;
	struct edits *e;
	char *indent;
	size_t last;
	bool option = strstr(f->p->label ? f->p->label : "", "Option") != NULL;

	if (!fix_fn_around(f, f->p->byte_start, &sig) || sig.ret_from != sig.ret_to ||
	    sig.body_end == NONE || option)
		return;
	e = fix_new(f, 0,
		    "`?` hands an error to the caller, so the function must return a Result; "
		    "`Ok(())` says that all went well.");
	fix_put(e, sig.ret_from, sig.ret_from, " -> Result<(), Box<dyn std::error::Error>>");
	last = fix_prev(f, sig.body_end);
	indent = fix_indent(f, fix_start(f, last));
	fix_put(e, fix_end(f, last), fix_end(f, last), "%s\n%sOk(())",
		fix_is(f, last, ";") || fix_is(f, last, "}") ? "" : ";", indent);
	free(indent);
}

static void unwrap_instead(struct fix *f)
{
	size_t i = fix_token(f, f->p->byte_end ? f->p->byte_end - 1 : 0);

	if (fix_is(f, i, "?"))
		fix_one(f, EDIT_RISKY, fix_start(f, i), fix_end(f, i), ".unwrap()",
			"This function returns no Result to pass the error on with; `unwrap` "
			"panics instead.");
}

static void not_iterator(struct fix *f)
{
	const char *type = fix_name(f, 0);

	if (number_word(type))
		wrap(f, 0, "0..", "", "A number is not a range: `0..n` counts from 0 to n - 1.");
	else
		wrap(f, 0, "", ".iter()", "`iter` goes through the elements.");
	if (strstr(type, "String") || strstr(type, "str"))
		wrap(f, 0, "", ".chars()", "`chars` goes through the characters of a text.");
}

/* Types that a hole is tried with: those that stand in the file's signatures first. */
static const char *const hole_types[] = { "i32", "String", "Vec<_>", "u32", "usize", "&str",
					  "f64", "u64",	   "i64",    "u8",  "bool",  "char" };

/* `let v: Vec<_> = …`, and nothing says what `_` is. */
static void fill_annotation(struct fix *f, const struct fix_let *let)
{
	for (size_t i = fix_next(f, let->name); i != NONE && fix_start(f, i) < let->init_from; i = fix_next(f, i))
		for (size_t k = 0; fix_is(f, i, "_") && k < 6; k++)
			fix_one(f, k ? EDIT_RISKY : 0, fix_start(f, i), fix_end(f, i), k == 0 ? "String" : k == 1 ? "i32" : hole_types[k + 1],
				"Nothing else says which type is meant, so the annotation has to.");
}

static void annotate_let(struct fix *f)
{
	struct fix_let let;
	char *text;

	if (!fix_let_at(f, f->p->byte_start, &let) || let.init_from == let.init_to)
		return;
	if (fix_is(f, fix_next(f, let.name), ":")) {
		fill_annotation(f, &let);
		return;
	}
	text = fix_text(f, let.init_from, let.init_to);
	for (size_t i = 0; i < ARRAY_SIZE(hole_types); i++) {
		const char *outer = strstr(text, "Vec::new") || strstr(text, "vec![]") ? "Vec<%s>"
				    : streq(text, "None") ? "Option<%s>"
							  : "%s";
		char *type = outer[0] == '%'   ? xstrdup(hole_types[i])
			     : outer[0] == 'V' ? xstrfmt("Vec<%s>", hole_types[i])
					       : xstrfmt("Option<%s>", hole_types[i]);

		if (*outer == '%' && strstr(text, ".collect()")) {
			free(type);
			type = i == 0 ? xstrdup("Vec<_>") : i == 1 ? xstrdup("String") : NULL;
		}
		if (type)
			fix_put(fix_new(f, i ? EDIT_STUB : 0,
					"Nothing says which type is meant: the annotation does."),
				fix_end(f, let.name), fix_end(f, let.name), ": %s", type);
		free(type);
	}
	free(text);
}

/* A type hole `_` in a signature. */
static void fill_hole(struct fix *f)
{
	size_t i = fix_first(f, f->p->byte_start);

	for (size_t k = 0; fix_is(f, i, "_") && k < ARRAY_SIZE(hole_types); k++)
		if (!strchr(hole_types[k], '_'))
			fix_one(f, EDIT_RISKY, fix_start(f, i), fix_end(f, i), hole_types[k],
				"Signatures spell out their types; `_` is for the compiler to fill "
				"in inside of functions.");
}

/* Casts that `as` cannot do. */
static void cast_otherwise(struct fix *f)
{
	size_t as = NONE;
	char *type;

	for (size_t i = fix_first(f, f->p->byte_start);
	     i != NONE && fix_start(f, i) < f->p->byte_end; i = fix_next(f, i))
		if (fix_is(f, i, "as"))
			as = i;
	if (as == NONE)
		return;
	type = fix_text(f, fix_start(f, fix_next(f, as)), f->p->byte_end);
	if (streq(type, "String"))
		fix_one(f, 0, fix_end(f, fix_prev(f, as)), f->p->byte_end, ".to_string()",
			"`as` is for numbers; `to_string` makes text.");
	if (streq(type, "bool"))
		fix_one(f, 0, fix_start(f, as), f->p->byte_end, "!= 0",
			"A number is no bool: whether it is zero has to be asked.");
	if (streq(type, "char"))
		fix_one(f, EDIT_RISKY, fix_start(f, as), fix_start(f, as), "as u8 ",
			"Only a `u8` becomes a `char` with `as`.");
	if (starts_with(type, "Vec<"))
		fix_one(f, 0, f->p->byte_start, f->p->byte_end, "Vec::new()",
			"A number is no vector; a new one is made.");
	if (fix_is_number(type)) {
		struct edits *e = fix_new(
			f, EDIT_RISKY,
			"Text becomes a number with `parse`; `unwrap` panics when it is none.");

		fix_put(e, fix_end(f, fix_prev(f, as)), f->p->byte_end, ".parse::<%s>().unwrap()",
			type);
		fix_one(f, 0, f->p->byte_start, f->p->byte_start, "*",
			"`*` gets at the number behind the reference, which can be cast.");
	}
	if (!strpbrk(type, "*&["))
		fix_put(fix_new(f, 0, "`from` converts between types where `as` cannot."),
			f->p->byte_start, f->p->byte_end, "%s::from(%.*s)", type,
			(int)(fix_end(f, fix_prev(f, as)) - f->p->byte_start),
			f->text + f->p->byte_start);
	free(type);
}

/* `!x`, `-x`, `*x` where the type has no such operator. */
static void drop_operator(struct fix *f)
{
	size_t i = fix_first(f, f->p->byte_start);

	if (fix_is(f, i, "*") || fix_is(f, i, "!") || fix_is(f, i, "-"))
		fix_one(f, 0, fix_start(f, i), fix_end(f, i), "",
			"The value has no such operator; used as it is, it fits.");
}

static void add_else(struct fix *f)
{
	char *expected, *found;

	if (!fix_expected(f, &expected, &found))
		return;
	fix_put(fix_new(f, EDIT_STUB,
			"An `if` that gives a value needs an `else` for the other case; what it "
			"gives is made up."),
		f->p->byte_end, f->p->byte_end, " else { %s }",
		fix_default_of(streq(expected, "integer") ? "i32" : expected));
	free(expected);
	free(found);
}

/* `len` has many wrong names. */
static void std_method(struct fix *f)
{
	static const struct {
		const char *wrong, *right;
	} names[] = {
		{ "length", "len" },
		{ "size", "len" },
		{ "count", "len" },
		{ "len", "count" },
		{ "add", "push" },
		{ "append", "push" },
		{ "push", "push_str" },
		{ "push_back", "push" },
		{ "toString", "to_string" },
		{ "str", "to_string" },
		{ "upper", "to_uppercase" },
		{ "lower", "to_lowercase" },
		{ "substr", "get" },
		{ "push_str", "push" },
		{ "charAt", "chars().nth" },
		{ "index_of", "find" },
		{ "forEach", "for_each" },
		{ "isEmpty", "is_empty" },
		{ "has_key", "contains_key" },
		{ "strip", "trim" },
		{ "put", "insert" },
	};
	size_t i = fix_first(f, f->p->byte_start);

	for (size_t k = 0; k < ARRAY_SIZE(names); k++)
		if (fix_is(f, i, names[k].wrong))
			fix_one(f, 0, fix_start(f, i), fix_end(f, i), names[k].right,
				"The standard library calls it by another name.");
}

/* Something is asked of an Option, a Result or a lock that only its content has. */
static void method_inside(struct fix *f)
{
	size_t dot = fix_prev(f, fix_first(f, f->p->byte_start));

	if (!fix_is(f, dot, ".") ||
	    !(strstr(f->d->message, "Option<") || strstr(f->d->message, "Result<")))
		return;
	fix_one(f, 0, fix_start(f, dot), fix_start(f, dot), "?",
		"`?` takes the value out first, and hands the other case to the caller.");
	fix_one(f, EDIT_RISKY, fix_start(f, dot), fix_start(f, dot), ".unwrap()",
		"`unwrap` takes the value out first, and panics when there is none.");
}

/* An operator that the type lacks on references: compare or add the values. */
static void deref_operand(struct fix *f)
{
	const struct diag_span *s = f->p;
	size_t before = fix_prev(f, fix_first(f, s->byte_start)),
	       after = fix_next(f, fix_token(f, s->byte_end ? s->byte_end - 1 : 0));

	if (fix_is_ident(f, before) && !fix_is(f, fix_prev(f, before), "."))
		fix_one(f, 0, fix_start(f, before), fix_start(f, before), "*",
			"`*` gets at the value behind the reference on the left.");
	if (fix_is_ident(f, after))
		fix_one(f, 0, fix_start(f, after), fix_start(f, after), "*",
			"`*` gets at the value behind the reference on the right.");
	if (fix_is_ident(f, after) || fix_is_kind(f, after, TOKEN_INT))
		fix_one(f, 0, fix_start(f, after), fix_start(f, after), "&",
			"Both sides are references then.");
}

/* A call of what is no function. */
static void drop_call(struct fix *f)
{
	size_t last = fix_token(f, f->p->byte_end ? f->p->byte_end - 1 : 0),
	       open = fix_match(f, last);

	if (!fix_is(f, last, ")")) {
		open = fix_next(f, last);
		last = fix_match(f, open);
	}
	if (fix_is(f, open, "(") && fix_next(f, open) == last)
		fix_one(f, 0, fix_start(f, open), fix_end(f, last), "",
			"It is a value, not a function: it is used without brackets.");
}

const struct fix_row fix_type_rows[] = {
	{ "mismatch", "E0308", "mismatched types", mismatch },
	{ "mismatch-arms", "E0308", "_ incompatible types", mismatch },
	{ "number-operand", "E0277 E0369", "can_", mismatch_number_operand },
	{ "index-usize", "E0277", "the type `[_]` cannot be indexed by _", index_usize },
	{ "nth-char", "E0277", "the type `str` cannot be indexed by _", nth_char },
	{ "debug-format", "E0277", "_ doesn't implement _Display`", debug_format },
	{ "derive-bound", "E0277", NULL, derive_bound },
	{ "derive-operator", "E0369", "binary operation `_` cannot be applied to type `_`",
	  derive_operator },
	{ "derive-method", "E0599", "no _ named `_` found for _ `_` in the current scope",
	  derive_method },
	{ "main-result", "E0277", "the `?` operator can only be used in _", main_result },
	{ "unwrap-instead", "E0277", "the `?` operator can only be used _", unwrap_instead },
	{ "not-iterator", "E0277", "`_` is not an iterator", not_iterator },
	{ "annotate-let", "E0282 E0283 E0284", NULL, annotate_let },
	{ "fill-hole", "E0121", NULL, fill_hole },
	{ "cast-otherwise", "E0604 E0605 E0606", NULL, cast_otherwise },
	{ "drop-operator", "E0600 E0614", NULL, drop_operator },
	{ "add-else", "E0317", NULL, add_else },
	{ "std-method", "E0599", "no _ named `_` found for _", std_method },
	{ "method-inside", "E0599 E0609 E0608", NULL, method_inside },
	{ "deref-operand", "E0277 E0369", "can_ `_` _", deref_operand },
	{ "drop-call", "E0618", NULL, drop_call },
	{ NULL, NULL, NULL, NULL },
};
