/* Templates for values on their way: errors handed on, loops over what they change, what one name holds in turn. */
#include "rust/fix_int.h"

static bool holds_one(const char *type)
{
	return type && (starts_with(type, "Option<") || starts_with(type, "Result<"));
}

/* Does the function around this byte hand on what `?` leaves over of this type? */
static bool hands_on(const struct fix *f, uint32_t at, const char *type)
{
	struct fix_sig sig;
	char *ret;
	bool is;

	if (!fix_fn_around(f, at, &sig))
		return false;
	ret = fix_text(f, sig.ret_from, sig.ret_to);
	is = strstr(ret, starts_with(type, "Option<") ? "Option" : "Result") != NULL;
	free(ret);
	return is;
}

/* The variable of an operand was made from an Option or a Result: its content is taken out where it is made. */
static void try_initializer(struct fix *f)
{
	for (size_t i = 0; i < f->d->n_spans; i++) {
		const struct diag_span *s = &f->d->spans[i];
		char *name = fix_text(f, s->byte_start, s->byte_end);
		struct fix_let let;

		if (holds_one(s->label) && fix_is_place(f, s->byte_start, s->byte_end) && !strchr(name, '.') &&
		    fix_let_of(f, name, s->byte_start, &let) && let.init_from != let.init_to) {
			if (hands_on(f, s->byte_start, s->label))
				fix_one(f, 0, let.init_to, let.init_to, "?",
					"`?` takes the value out where the variable is made, and hands the other case to the caller.");
			fix_one(f, EDIT_RISKY, let.init_to, let.init_to, ".unwrap()",
				"`unwrap` takes the value out where the variable is made, and panics when there is none.");
		}
		free(name);
	}
}

/* `x = 3;` where x is text: a new variable of the same name. */
static void shadow_let(struct fix *f)
{
	uint32_t from, to;
	size_t name;

	if (!fix_label(f, "expected due to this value") || !fix_stmt(f, f->p->byte_start, &from, &to))
		return;
	name = fix_first(f, from);
	if (fix_is_ident(f, name) && fix_is(f, fix_next(f, name), "=") && fix_start(f, fix_next(f, name)) < f->p->byte_start)
		fix_one(f, 0, from, from, "let ",
			"A variable keeps its type for life; `let` makes a new one of the same name, which may be of another type.");
}

/* `let n: u32 = text.parse()?` knows its type from the `let`; with `map_err` between them `parse` has to be told. */
static void tell_parse(struct fix *f, struct edits *e, size_t mark)
{
	size_t close = fix_prev(f, mark), open = fix_match(f, close), name = fix_prev(f, open);
	struct fix_let let;
	size_t colon;

	if (!fix_is(f, name, "parse") || !fix_let_at(f, fix_start(f, mark), &let) || !fix_is(f, colon = fix_next(f, let.name), ":"))
		return;
	size_t eq = fix_prev(f, fix_first(f, let.init_from));
	char *type = fix_text(f, fix_start(f, fix_next(f, colon)), fix_end(f, fix_prev(f, eq)));
	fix_put(e, fix_end(f, name), fix_end(f, name), "::<%s>", type);
	free(type);
}

static void map_err_with(struct fix *f, size_t mark, const char *how, const char *reason)
{
	struct edits *e = fix_new(f, 0, "%s", reason);

	tell_parse(f, e, mark);
	fix_put(e, fix_start(f, mark), fix_start(f, mark), "%s", how);
}

/* `?` meets an error that the signature does not promise. */
static void map_error(struct fix *f)
{
	char *want = fix_quoted(f->d->message, 1);
	size_t mark = fix_token(f, f->p->byte_end ? f->p->byte_end - 1 : 0);

	if (want && fix_is(f, mark, "?") && streq(want, "String"))
		map_err_with(f, mark, ".map_err(|e| e.to_string())",
			     "The function promises text as its error: `map_err` makes text of this one.");
	if (want && fix_is(f, mark, "?") && streq(want, "()"))
		map_err_with(f, mark, ".map_err(|_| ())",
			     "The function's error says no more than that something failed: `map_err` drops the rest.");
	free(want);
}

/* Floating-point numbers have no total order of their own. */
static void total_order(struct fix *f)
{
	static const struct {
		const char *method, *with;
	} list[] = { { "sort", "sort_by" }, { "max", "max_by" }, { "min", "min_by" } };
	size_t name = fix_first(f, f->p->byte_start), open = fix_next(f, name), close = fix_match(f, open);
	const char *type = strstr(fix_name(f, 0), "f32") ? "f32" : "f64";

	if (!strstr(fix_name(f, 0), "float}: Ord") && !strstr(fix_name(f, 0), "f64: Ord") && !strstr(fix_name(f, 0), "f32: Ord"))
		return;
	for (size_t i = 0; i < ARRAY_SIZE(list); i++) {
		if (!fix_is(f, name, list[i].method) || !fix_is(f, open, "(") || fix_next(f, open) != close)
			continue;
		fix_put(fix_new(f, 0,
				"Floating-point numbers have no order of their own, because of NaN: `total_cmp` is the one to ask for."),
			fix_start(f, name), fix_end(f, close), "%s(|a, b| %s::total_cmp(a, b))", list[i].with, type);
	}
}

/* Fields `name: Type` of a struct with braces; stops at max. Names are tokens. */
static size_t number_fields(struct fix *f, size_t body, size_t *names, size_t max)
{
	size_t end = fix_match(f, body), n = 0;

	for (size_t i = fix_next(f, body); i != NONE && i != end && n < max; i = fix_next(f, i)) {
		if (fix_is(f, i, "pub"))
			continue;
		size_t colon = fix_next(f, i), type = fix_next(f, colon);
		char *word = type == NONE ? NULL : fix_word(f, type);
		bool number = fix_is_ident(f, i) && fix_is(f, colon, ":") && word && fix_is_number(word);
		free(word);
		if (!number)
			return 0;
		names[n++] = i;
		i = fix_next(f, type);
		if (i == end)
			break;
		if (!fix_is(f, i, ","))
			return 0;
	}
	return n;
}

/* `a + b` of a struct of numbers: the operator goes field by field. */
static void impl_operator(struct fix *f)
{
	static const struct {
		const char *verb, *trait, *method, *sign;
	} list[] = { { "add", "Add", "add", "+" }, { "subtract", "Sub", "sub", "-" } };
	const char *type = fix_name(f, 0);
	size_t def = fix_def(f, "struct", type), body, names[16], n;
	struct sbuf text = SBUF_INIT;

	if (def == NONE || !streq(type, fix_name(f, 1)) || (body = fix_body(f, def)) == NONE || fix_next(f, def) != body ||
	    !(n = number_fields(f, body, names, ARRAY_SIZE(names))))
		return;
	for (size_t k = 0; k < ARRAY_SIZE(list); k++) {
		char *verb = xstrfmt("cannot %s ", list[k].verb);

		if (starts_with(f->d->message, verb)) {
			sbuf_addf(&text, "\n\nimpl std::ops::%s for %s {\n    type Output = Self;\n\n    fn %s(self, other: Self) -> Self {\n"
				  "        Self {\n", list[k].trait, type, list[k].method);
			for (size_t i = 0; i < n; i++) {
				char *field = fix_word(f, names[i]);
				sbuf_addf(&text, "            %s: self.%s %s other.%s,\n", field, field, list[k].sign, field);
				free(field);
			}
			sbuf_addstr(&text, "        }\n    }\n}");
			fix_one(f, 0, fix_end(f, fix_match(f, body)), fix_end(f, fix_match(f, body)), text.buf,
				"The operator is a trait that the type has to implement: field by field is what is usually meant.");
		}
		free(verb);
	}
	sbuf_release(&text);
}

/* `v * 2.0`, `-v` of a struct of numbers. */
static void impl_scaling(struct fix *f)
{
	static const struct {
		const char *verb, *trait, *method, *sign;
	} list[] = { { "multiply", "Mul", "mul", "*" }, { "divide", "Div", "div", "/" }, { "apply unary operator `-`", "Neg", "neg", "-" } };
	bool negates = strstr(f->d->message, "unary operator") != NULL;
	const char *type = fix_name(f, negates ? 1 : 0), *by = fix_name(f, 1);
	size_t def = fix_def(f, "struct", type), body = fix_body(f, def), names[16], n;
	struct sbuf text = SBUF_INIT;
	char *number;

	if (def == NONE || body == NONE || fix_next(f, def) != body || !(n = number_fields(f, body, names, ARRAY_SIZE(names))))
		return;
	number = fix_word(f, fix_next(f, fix_next(f, names[0])));
	for (size_t k = 0; k < ARRAY_SIZE(list) && (negates || fix_is_number(by) || *by == '{'); k++) {
		bool neg = streq(list[k].trait, "Neg");

		if (!strstr(f->d->message, list[k].verb) || neg != negates)
			continue;
		sbuf_addf(&text, "\n\nimpl std::ops::%s%s%s%s for %s {\n    type Output = Self;\n\n    fn %s(self%s%s) -> Self {\n        Self {\n",
			  list[k].trait, neg ? "" : "<", neg ? "" : number, neg ? "" : ">", type, list[k].method, neg ? "" : ", by: ", neg ? "" : number);
		for (size_t i = 0; i < n; i++) {
			char *field = fix_word(f, names[i]);

			if (neg)
				sbuf_addf(&text, "            %s: -self.%s,\n", field, field);
			else
				sbuf_addf(&text, "            %s: self.%s %s by,\n", field, field, list[k].sign);
			free(field);
		}
		sbuf_addstr(&text, "        }\n    }\n}");
		fix_one(f, 0, fix_end(f, fix_match(f, body)), fix_end(f, fix_match(f, body)), text.buf,
			"The operator is a trait that the type has to implement: every field is changed in the same way.");
	}
	free(number);
	sbuf_release(&text);
}

/* `!text`: other languages take empty text for false. */
static void ask_empty(struct fix *f)
{
	size_t sign = fix_first(f, f->p->byte_start);
	const char *type = fix_name(f, 1);

	if (fix_is(f, sign, "!") && (strstr(type, "str") || streq(type, "String") || starts_with(type, "Vec<") || strstr(type, "["))) {
		struct edits *e = fix_new(f, 0, "Only a bool is true or false: `is_empty` asks whether there is nothing in it.");

		fix_put(e, fix_start(f, sign), fix_end(f, sign), "%s", "");
		fix_put(e, f->p->byte_end, f->p->byte_end, ".is_empty()");
	}
}

/* A loop that changes what it goes through goes through a copy. */
static void clone_iterated(struct fix *f)
{
	const struct diag_span *s = fix_label(f, "_ borrow later used here");
	size_t in;
	uint32_t at;

	if (!s || !fix_is(f, in = fix_prev(f, fix_first(f, s->byte_start)), "in"))
		return;
	at = s->byte_start;
	if (fix_span_starts(f, s, "&mut"))
		return; /* a copy of it would be changed instead of it */
	if (fix_span_starts(f, s, "&") && fix_is_place(f, at + 1, s->byte_end)) {
		fix_one(f, 0, s->byte_end, s->byte_end, ".clone()",
			"A loop borrows what it goes through until it ends; over a clone the original may be changed.");
		return;
	}
	for (size_t i = fix_first(f, at), dot; i != NONE && fix_start(f, i) < s->byte_end; i = fix_next(f, i)) {
		dot = fix_next(f, i);
		if (fix_is(f, dot, ".") && fix_is(f, fix_next(f, dot), "iter") && fix_is_place(f, at, fix_end(f, i))) {
			fix_one(f, 0, fix_end(f, i), fix_end(f, i), ".clone()",
				"A loop borrows what it goes through until it ends; over a clone the original may be changed.");
			return;
		}
	}
}

/* Where well-known names of std live. */
static const char *const std_homes[] = {
	"std::collections::HashMap", "std::collections::HashSet", "std::collections::BTreeMap", "std::collections::BTreeSet",
	"std::collections::VecDeque", "std::collections::BinaryHeap", "std::rc::Rc", "std::rc::Weak", "std::sync::Arc", "std::sync::Mutex",
	"std::sync::RwLock", "std::sync::mpsc", "std::sync::OnceLock", "std::sync::LazyLock", "std::sync::Condvar", "std::cell::RefCell",
	"std::cell::Cell", "std::fmt::Display", "std::fmt::Debug", "std::fmt::Formatter", "std::io::Read", "std::io::Write",
	"std::io::BufRead", "std::io::BufReader", "std::io::stdin", "std::fs::File", "std::path::Path", "std::path::PathBuf",
	"std::time::Duration", "std::time::Instant", "std::thread", "std::error::Error", "std::str::FromStr", "std::num::ParseIntError",
	"std::num::ParseFloatError", "std::ops::Add", "std::ops::Sub", "std::ops::Mul", "std::ops::Deref", "std::ops::DerefMut",
	"std::ops::Index", "std::ops::Neg", "std::cmp::Ordering", "std::cmp::Reverse", "std::borrow::Cow", "std::marker::PhantomData",
	"std::iter::FromIterator", "std::any::Any", "std::hash::Hash", "std::hash::Hasher", "std::convert::TryFrom", "std::env::args",
	"std::sync::atomic::AtomicUsize", "std::sync::atomic::Ordering", "std::thread::spawn", "std::thread::sleep", "std::mem::swap",
};

/* The name before or behind `::` of a path; NONE. */
static size_t path_before(const struct fix *f, size_t name)
{
	size_t b = fix_prev(f, name), a = fix_prev(f, b);

	return fix_is(f, a, ":") && fix_is(f, b, ":") ? fix_prev(f, a) : fix_is(f, b, "::") ? a : NONE;
}

static size_t path_behind(const struct fix *f, size_t name)
{
	size_t a = fix_next(f, name), b = fix_next(f, a);
	size_t next = fix_is(f, a, "::") ? b : fix_is(f, a, ":") && fix_is(f, b, ":") ? fix_next(f, b) : NONE;

	return fix_is_ident(f, next) ? next : NONE;
}

/* `use std::map::HashMap`: the last name is right, the way to it is not. */
static void std_path(struct fix *f)
{
	size_t first = fix_first(f, f->p->byte_start), last, at;

	while ((at = path_before(f, first)) != NONE)
		first = at;
	if (!fix_is(f, first, "std") && !fix_is(f, first, "core"))
		return;
	for (last = first; (at = path_behind(f, last)) != NONE;)
		last = at;
	for (size_t i = 0; i < ARRAY_SIZE(std_homes); i++)
		if (fix_is(f, last, strrchr(std_homes[i], ':') + 1))
			fix_put(fix_new(f, 0, "The standard library keeps it in another module: `%s`.", std_homes[i]),
				fix_start(f, first), fix_end(f, last), "%s", std_homes[i]);
}

/* `const NAME: String = String::from("…")`: constants are made by the compiler, text on the heap is not. */
static void constant_text(struct fix *f)
{
	size_t from = fix_first(f, f->p->byte_start), eq = fix_prev(f, from), type = fix_prev(f, eq), text = NONE;
	struct edits *e;

	for (size_t i = from; i != NONE && fix_start(f, i) < f->p->byte_end; i = fix_next(f, i))
		if (fix_is_kind(f, i, TOKEN_STRING))
			text = text == NONE ? i : NONE;
	if (text == NONE || !fix_is(f, eq, "=") || !fix_is(f, type, "String"))
		return;
	e = fix_new(f, 0, "The value of a constant is known to the compiler: text in quotes is, as `&str`; a String is made while the program runs.");
	fix_put(e, fix_start(f, type), fix_end(f, type), "&str");
	fix_put(e, f->p->byte_start, f->p->byte_end, "%.*s", (int)(fix_end(f, text) - fix_start(f, text)), f->text + fix_start(f, text));
}

/* `fn f(String text, u8 n)` as in C and Java: names first in all parameters. */
static void c_parameter(struct fix *f)
{
	struct fix_sig sig;
	struct edits *e;

	if (!fix_fn_around(f, f->p->byte_start, &sig) || f->p->byte_start < fix_start(f, sig.open) ||
	    f->p->byte_start > fix_end(f, sig.close))
		return;
	e = fix_new(f, 0, "A parameter is written with its name first, then a colon and its type.");
	for (size_t from = fix_next(f, sig.open), i = from; i != NONE; i = fix_next(f, i)) {
		if (i != sig.close && !fix_is(f, i, ",")) {
			if (f->t.v[i].kind == TOKEN_OPEN && (i = fix_match(f, i)) == NONE)
				return;
			continue;
		}
		size_t name = fix_prev(f, i), type = fix_prev(f, name);
		if (type != NONE && name >= from && type >= from && fix_is_ident(f, name) && !fix_is(f, type, ":") &&
		    !fix_is(f, type, "&") && !fix_is(f, type, "mut")) {
			char *t = fix_text(f, fix_start(f, from), fix_end(f, type)), *n = fix_word(f, name);
			fix_put(e, fix_start(f, from), fix_end(f, name), "%s: %s", n, t);
			free(t);
			free(n);
		}
		if (i == sig.close)
			return;
		from = fix_next(f, i);
	}
}

/* `condition ? a : b` is an expression of if and else here. */
static void ternary(struct fix *f)
{
	size_t ask = NONE, colon = NONE, first = fix_first(f, f->p->byte_start);

	for (size_t i = fix_first(f, f->p->byte_start); i != NONE && fix_start(f, i) < f->p->byte_end; i = fix_next(f, i)) {
		if (f->t.v[i].kind == TOKEN_OPEN && fix_match(f, i) != NONE) {
			i = fix_match(f, i);
			continue;
		}
		if (fix_is(f, i, "?") && ask == NONE)
			ask = i;
		else if (fix_is(f, i, ":") && ask != NONE && colon == NONE)
			colon = i;
	}
	if (ask == NONE || colon == NONE)
		return;
	/* The span begins at the `?`: the condition lies before it. */
	for (size_t i = first == ask ? fix_prev(f, ask) : NONE; i != NONE; i = fix_prev(f, i)) {
		if (fix_is_kind(f, i, TOKEN_CLOSE) && fix_match(f, i) != NONE)
			i = fix_match(f, i);
		else if (fix_is_kind(f, i, TOKEN_OPEN) || fix_is(f, i, ",") || fix_is(f, i, ";") || fix_is(f, i, "return") ||
			 (fix_is(f, i, "=") && fix_end(f, i) < fix_start(f, fix_next(f, i)) && fix_end(f, fix_prev(f, i)) < fix_start(f, i)))
			break;
		first = i;
	}
	struct edits *e = fix_new(f, 0, "In Rust `if` and `else` give a value, so they do the work of the ternary operator.");
	fix_put(e, fix_start(f, first), fix_start(f, first), "if ");
	fix_put(e, fix_start(f, ask), fix_end(f, ask), "{");
	fix_put(e, fix_end(f, fix_prev(f, colon)), fix_end(f, colon), " } else {");
	fix_put(e, f->p->byte_end, f->p->byte_end, " }");
}

/* A method of a type parameter: the bound that has it. */
static void bound_for_method(struct fix *f)
{
	static const struct {
		const char *method, *bounds[3];
	} list[] = {
		{ "as_ref", { "AsRef<str>", "AsRef<[u8]>" } }, { "as_mut", { "AsMut<u32>", "AsMut<[u8]>" } },
		{ "into", { "Into<String>", "Into<f64>", "Into<i64>" } }, { "borrow", { "std::borrow::Borrow<str>" } },
		{ "to_string", { "std::fmt::Display" } }, { "clone", { "Clone" } }, { "cmp", { "Ord" } }, { "max", { "Ord" } },
		{ "min", { "Ord" } }, { "partial_cmp", { "PartialOrd" } }, { "next", { "Iterator" } }, { "into_iter", { "IntoIterator" } },
		{ "iter", { "AsRef<[i32]>" } }, { "fmt", { "std::fmt::Display", "std::fmt::Debug" } },
		{ "write_all", { "std::io::Write" } }, { "read_to_string", { "std::io::Read" } }, { "lines", { "std::io::BufRead" } },
	};
	const struct diag_span *s = fix_label(f, "method `_` not found for this type parameter");

	for (size_t i = 0; s && i < ARRAY_SIZE(list); i++) {
		if (!streq(fix_name(f, 0), list[i].method))
			continue;
		for (size_t k = 0; k < ARRAY_SIZE(list[i].bounds) && list[i].bounds[k]; k++) {
			bool more = fix_is(f, fix_next(f, fix_first(f, s->byte_start)), ":");
			uint32_t at = more ? fix_end(f, fix_next(f, fix_first(f, s->byte_start))) : s->byte_end;

			fix_put(fix_new(f, 0, "A type parameter can do only what its trait bounds promise: `%s` promises `%s`.",
					list[i].bounds[k], list[i].method),
				at, at, more ? " %s +" : ": %s", list[i].bounds[k]);
		}
	}
}

/* A static whose value can only be made while the program runs: at its first use. */
static void lazy_static(struct fix *f)
{
	size_t from = fix_first(f, f->p->byte_start), word = NONE, colon, eq, semi;
	struct edits *e;

	for (size_t i = from; i != NONE && !fix_is(f, i, ";") && !fix_is(f, i, "}"); i = fix_prev(f, i))
		if (fix_is(f, i, "static") || (fix_is(f, i, "const") && !fix_is(f, fix_next(f, i), "fn")))
			word = i;
	colon = fix_next(f, fix_next(f, word));
	for (eq = colon; eq != NONE && !fix_is(f, eq, "=") && !fix_is(f, eq, ";");)
		eq = fix_next(f, eq);
	for (semi = eq; semi != NONE && !fix_is(f, semi, ";");)
		semi = fix_is_kind(f, semi, TOKEN_OPEN) ? fix_next(f, fix_match(f, semi)) : fix_next(f, semi);
	if (word == NONE || !fix_is(f, colon, ":") || !fix_is(f, eq, "=") || semi == NONE || eq > from ||
	    fix_is(f, fix_next(f, colon), "std"))
		return;
	e = fix_new(f, 0, "The value is made while the program runs, not before: `LazyLock` makes it at its first use, once.");
	fix_put(e, fix_start(f, word), fix_end(f, word), "static");
	fix_put(e, fix_start(f, fix_next(f, colon)), fix_start(f, fix_next(f, colon)), "std::sync::LazyLock<");
	fix_put(e, fix_end(f, fix_prev(f, eq)), fix_end(f, fix_prev(f, eq)), ">");
	fix_put(e, fix_start(f, fix_next(f, eq)), fix_start(f, fix_next(f, eq)), "std::sync::LazyLock::new(|| ");
	fix_put(e, fix_start(f, semi), fix_start(f, semi), ")");
}

/* `"a"..="c" =>`: texts have no range patterns, but ranges. */
static void range_guard(struct fix *f)
{
	size_t i = fix_first(f, f->p->byte_start), last = NONE, arrow;

	for (size_t k = i; k != NONE && fix_start(f, k) < f->p->byte_end; k = fix_next(f, k))
		last = k;
	/* The span may be one end only. */
	while (fix_is(f, fix_prev(f, i), ".") || fix_is(f, fix_prev(f, i), "=") || fix_is(f, fix_prev(f, i), "..="))
		i = fix_prev(f, fix_prev(f, i));
	for (arrow = last; arrow != NONE && !fix_is(f, arrow, "=>") && !fix_is(f, arrow, "{") && !fix_is(f, arrow, ",");) {
		if (fix_is(f, arrow, "=") && fix_is(f, fix_next(f, arrow), ">"))
			break;
		arrow = fix_next(f, arrow);
	}
	if (fix_is_kind(f, i, TOKEN_STRING) && (fix_is(f, arrow, "=>") || fix_is(f, arrow, "=")))
		fix_put(fix_new(f, 0, "Patterns know ranges of numbers and characters only; a guard asks whether the text lies in the range."),
			fix_start(f, i), fix_end(f, fix_prev(f, arrow)), "it if (%.*s).contains(&it)",
			(int)(fix_end(f, fix_prev(f, arrow)) - fix_start(f, i)), f->text + fix_start(f, i));
}

/* `iter` lends its elements, and values are asked for. */
static void copied_elements(struct fix *f)
{
	static const char *const ways[] = { ".copied()", ".cloned()" };
	uint32_t at = f->p->byte_end;
	size_t last = fix_token(f, at ? at - 1 : 0);

	if (!strstr(f->d->message, "to be an iterator that yields") || !f->p->label || !fix_is(f, last, ")"))
		return;
	for (size_t k = 0; k < ARRAY_SIZE(ways); k++)
		fix_one(f, 0, at, at, ways[k], "`iter` lends the elements; with this, values of their own are handed on.");
}

/* C's `for (i = 0; i < n; i++) {`. */
static void c_for(struct fix *f)
{
	size_t word = fix_first(f, f->p->byte_start), name = NONE, eq, semi, less, semi2, body;
	bool closed;

	while (word != NONE && !fix_is(f, word, "for") && !fix_is(f, word, "}") && !fix_is(f, word, "fn"))
		word = fix_prev(f, word);
	if (!fix_is(f, word, "for"))
		return;
	for (eq = word; eq != NONE && !fix_is(f, eq, "=") && !fix_is(f, eq, "{") && !fix_is(f, eq, "in");)
		eq = fix_next(f, eq);
	name = fix_prev(f, eq);
	for (semi = eq; semi != NONE && !fix_is(f, semi, ";") && !fix_is(f, semi, "{");)
		semi = fix_next(f, semi);
	less = fix_next(f, fix_next(f, semi));
	closed = fix_is(f, less, "<=") || (fix_is(f, less, "<") && fix_is(f, fix_next(f, less), "="));
	for (semi2 = less; semi2 != NONE && !fix_is(f, semi2, ";") && !fix_is(f, semi2, "{");)
		semi2 = fix_next(f, semi2);
	for (body = semi2; body != NONE && !fix_is(f, body, "{");)
		body = fix_next(f, body);
	if (!fix_is(f, eq, "=") || !fix_is_ident(f, name) || !fix_is(f, semi, ";") || !fix_is(f, semi2, ";") || body == NONE ||
	    !(fix_is(f, less, "<") || fix_is(f, less, "<=")))
		return;
	size_t from = fix_next(f, eq), end = fix_next(f, less);
	if (fix_is(f, end, "=") && fix_start(f, end) == fix_end(f, less))
		end = fix_next(f, end);
	char *n = fix_word(f, name), *a = fix_text(f, fix_start(f, from), fix_start(f, semi)), *b = fix_text(f, fix_start(f, end), fix_start(f, semi2));
	fix_put(fix_new(f, 0, "A loop that counts goes over a range: `for i in 0..n`."), fix_end(f, word), fix_start(f, body), " %s in %s..%s%s ", n, a,
		closed ? "=" : "", b);
	free(n);
	free(a);
	free(b);
}

/* Functions of other languages that are methods or associated functions here. */
static void other_call(struct fix *f)
{
	static const char *const maths[] = { "sqrt", "sin", "cos", "tan", "floor", "ceil", "round", "exp", "ln", "powi", "powf", "cbrt" };
	static const char *const methods[][2] = { { "len", "len" }, { "str", "to_string" }, { "abs", "abs" }, { "pow", "pow" }, { "sorted", "sort" },
						  { "upper", "to_uppercase" }, { "lower", "to_lowercase" }, { "reversed", "rev" } };
	size_t name = fix_first(f, f->p->byte_start), open = fix_next(f, name), close = fix_match(f, open), comma = fix_next(f, open);

	if (!fix_is(f, open, "(") || close == NONE || comma == close)
		return;
	for (size_t i = 0; i < ARRAY_SIZE(maths); i++)
		if (fix_is(f, name, maths[i]))
			fix_one(f, 0, fix_start(f, name), fix_start(f, name), "f64::", "Mathematical functions belong to the number types: `f64::` has them.");
	while (comma != close && !fix_is(f, comma, ",") && comma != NONE)
		comma = fix_is_kind(f, comma, TOKEN_OPEN) ? fix_next(f, fix_match(f, comma)) : fix_next(f, comma);
	for (size_t i = 0; i < ARRAY_SIZE(methods) && comma != NONE; i++) {
		uint32_t from = fix_start(f, fix_next(f, open)), to = fix_end(f, fix_prev(f, comma));
		bool parens = fix_needs_parens(f, from, to);

		if (!fix_is(f, name, methods[i][0]))
			continue;
		fix_put(fix_new(f, 0, "It is a method here: it stands behind the value that it is about."), fix_start(f, name), fix_end(f, close),
			"%s%.*s%s.%s(%.*s)", parens ? "(" : "", (int)(to - from), f->text + from, parens ? ")" : "", methods[i][1],
			comma == close ? 0 : (int)(fix_start(f, close) - fix_end(f, comma)), f->text + fix_end(f, comma));
	}
}

/* A binding that only one side of `|` has, and that nothing uses. */
static void unbound_side(struct fix *f)
{
	const char *name = fix_name(f, 0);
	struct fix_sig s;
	size_t at = NONE;

	if (!*name || !fix_fn_around(f, f->p->byte_start, &s) || s.body_end == NONE)
		return;
	for (size_t i = s.body; i != NONE && i < s.body_end; i = fix_next(f, i))
		if (fix_is(f, i, name))
			at = i;
	if (at != NONE && fix_times_named(f, name, fix_start(f, s.body), fix_end(f, s.body_end)) == 1)
		fix_one(f, 0, fix_start(f, at), fix_end(f, at), "_", "Every side of `|` binds the same names; this one is not used, so `_` will do.");
}

/* The enum lacks a variant that is used: it gets one. */
static void add_variant(struct fix *f)
{
	const char *type = fix_name(f, 1), *name = fix_name(f, 0);
	size_t def = fix_def(f, "enum", type), open = fix_body(f, def), last = fix_prev(f, fix_match(f, open));
	size_t after = fix_next(f, fix_token(f, f->p->byte_end ? f->p->byte_end - 1 : 0));

	if (def == NONE || last == NONE || !*name || *name < 'A' || *name > 'Z' || fix_is(f, after, "(") || fix_is(f, after, "{"))
		return;
	fix_put(fix_new(f, EDIT_ASK, "The enum `%s` has no such variant yet: it gets one.", type), fix_end(f, last), fix_end(f, last), "%s %s",
		last == open || fix_is(f, last, ",") ? "" : ",", name);
}

/* `<W = H, H = i32>`: a default may only name what stands before it. */
static void earlier_default(struct fix *f)
{
	size_t i = fix_first(f, f->p->byte_start);
	char *name = i != NONE ? fix_word(f, i) : xstrdup("");

	for (size_t k = fix_next(f, i); k != NONE && !fix_is(f, k, "{") && !fix_is(f, k, ";"); k = fix_next(f, k)) {
		size_t eq = fix_next(f, k), from = fix_next(f, eq), to = from;

		if (!fix_is(f, k, name) || !fix_is(f, eq, "="))
			continue;
		while (to != NONE && !fix_is(f, fix_next(f, to), ",") && !fix_is(f, fix_next(f, to), ">"))
			to = fix_next(f, to);
		if (to != NONE)
			fix_put(fix_new(f, 0, "A default may only name what stands before it; the other one's default does as well."), fix_start(f, i),
				fix_end(f, i), "%.*s", (int)(fix_end(f, to) - fix_start(f, from)), f->text + fix_start(f, from));
		break;
	}
	free(name);
}

const struct fix_row fix_flow_rows[] = {
	{ "lazy-static", "E0015", NULL, lazy_static },
	{ "range-guard", "E0029", NULL, range_guard },
	{ "copied-elements", "E0271", NULL, copied_elements },
	{ "c-for", "-", "expected _", c_for },
	{ "other-call", "E0425", "cannot find function `_` in this scope", other_call },
	{ "unbound-side", "E0408", NULL, unbound_side },
	{ "add-variant", "E0599", "no variant or associated item named `_` found for enum `_`_", add_variant },
	{ "earlier-default", "E0128", NULL, earlier_default },
	{ "try-initializer", "E0369 E0277", NULL, try_initializer },
	{ "shadow-let", "E0308", "mismatched types", shadow_let },
	{ "map-error", "E0277", "`?` couldn't convert the error to _", map_error },
	{ "total-order", "E0277", "the trait bound _ is not satisfied", total_order },
	{ "impl-operator", "E0369", "cannot _", impl_operator },
	{ "impl-scaling", "E0369 E0600", "cannot _", impl_scaling },
	{ "ask-empty", "E0600", NULL, ask_empty },
	{ "clone-iterated", "E0502 E0499 E0506 E0505", NULL, clone_iterated },
	{ "std-path", "E0432 E0433", NULL, std_path },
	{ "constant-text", "E0015", NULL, constant_text },
	{ "c-parameter", "-", "expected one of `:`, _, found _", c_parameter },
	{ "ternary", "-", "Rust has no ternary operator", ternary },
	{ "bound-for-method", "E0599", "no method named `_` found for _", bound_for_method },
	{ NULL, NULL, NULL, NULL },
};
