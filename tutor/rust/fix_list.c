/* Templates for what stands in a list (bounds, generics, attributes, patterns, imports) and cannot stay there. */
#include "rust/fix_int.h"

static bool separates(const struct fix *f, size_t i)
{
	return fix_is(f, i, ",") || fix_is(f, i, "+") || fix_is(f, i, "|");
}

static bool ends_list(const struct fix *f, size_t i)
{
	return i == NONE || separates(f, i) || fix_is_kind(f, i, TOKEN_CLOSE) || fix_is(f, i, ">") || fix_is(f, i, "{") || fix_is(f, i, ";");
}

/* The attribute around token i, from `#` to `]`; NONE: it stands in none. */
static size_t attribute_around(const struct fix *f, size_t i, size_t *end)
{
	while ((i = fix_around(f, i)) != NONE) {
		size_t before = fix_prev(f, i);

		if (!fix_is(f, i, "["))
			continue;
		if (fix_is(f, before, "!"))
			before = fix_prev(f, before);
		*end = fix_match(f, i);
		return fix_is(f, before, "#") && *end != NONE ? before : NONE;
	}
	return NONE;
}

/* The list's element that starts at token i, with one separator; the brackets too when they would be empty. */
static bool element(const struct fix *f, size_t i, uint32_t *from, uint32_t *to)
{
	size_t before = fix_prev(f, i), last = i, after, hash, end;

	for (after = i; !ends_list(f, after); after = fix_next(f, last)) {
		last = after;
		if (fix_is_kind(f, last, TOKEN_OPEN) && (last = fix_match(f, last)) == NONE)
			return false;
	}
	*from = fix_start(f, i);
	*to = fix_end(f, last);
	if (separates(f, before)) {
		*from = fix_start(f, before);
	} else if (separates(f, after)) {
		*to = fix_start(f, fix_next(f, after));
	} else if (fix_is(f, before, "<") && fix_is(f, after, ">")) {
		*from = fix_start(f, before);
		*to = fix_end(f, after);
	} else if (fix_is(f, before, ":")) {
		*from = fix_start(f, before);
	} else if ((hash = attribute_around(f, i, &end)) != NONE) {
		*from = fix_start(f, hash);
		*to = fix_end(f, end);
	} else {
		return false;
	}
	return true;
}

/* One of the marked places goes, the last one first: what was said once is enough. */
static void drop_element(struct fix *f)
{
	for (size_t k = f->d->n_spans; k--;) {
		const struct diag_span *s = &f->d->spans[k];
		uint32_t from, to;

		if (!streq(s->file, f->file) || s->byte_end > f->len || (!s->primary && !s->label) ||
		    !element(f, fix_first(f, s->byte_start), &from, &to))
			continue;
		fix_one(f, EDIT_RISKY, from, to, "", "It cannot stand in this list; the others say enough without it.");
	}
}

/* A place that only takes a name has a pattern: the one name in it, or `_`. */
static void plain_pattern(struct fix *f)
{
	size_t name = NONE, n = 0;
	char *word;

	for (size_t i = fix_first(f, f->p->byte_start); i != NONE && fix_start(f, i) < f->p->byte_end; i = fix_next(f, i))
		if (fix_is_ident(f, i) && ++n)
			name = i;
	word = n == 1 ? fix_word(f, name) : xstrdup("_");
	fix_one(f, 0, f->p->byte_start, f->p->byte_end, word, "A declaration without a body takes its parameters by plain names.");
	free(word);
}

/* `pub(shop)`, `pub(in somewhere)`: the whole crate is the nearest place that is always right. */
static void pub_crate(struct fix *f)
{
	size_t open = fix_around(f, fix_first(f, f->p->byte_start)), close = fix_match(f, open);

	if (fix_is(f, open, "(") && close != NONE && fix_is(f, fix_prev(f, open), "pub"))
		fix_one(f, EDIT_RISKY, fix_end(f, open), fix_start(f, close), "crate",
			"In the brackets of `pub` stands `crate`, `super`, or `in` and a module around this one.");
}

/* Is the name of token i written anywhere outside of a range? */
static bool used_outside(const struct fix *f, size_t i, uint32_t from, uint32_t to)
{
	char *word = fix_word(f, i);
	bool used = false;

	for (size_t k = fix_first(f, 0); k != NONE && !used; k = fix_next(f, k))
		used = (fix_start(f, k) < from || fix_start(f, k) >= to) && fix_is(f, k, word);
	free(word);
	return used;
}

/* An import of what is not there, and which nothing uses. */
static void drop_use(struct fix *f)
{
	uint32_t from, to;
	size_t first;

	if (!fix_stmt(f, f->p->byte_start, &from, &to))
		return;
	first = fix_first(f, from);
	if (fix_is(f, first, "pub"))
		first = fix_next(f, first);
	if (!fix_is(f, first, "use") && !(fix_is(f, first, "extern") && fix_is(f, fix_next(f, first), "crate")))
		return;
	for (size_t i = first; i != NONE && fix_start(f, i) < to; i = fix_next(f, i)) {
		size_t after = fix_next(f, i);

		if (fix_is_ident(f, i) && (fix_is(f, after, ";") || fix_is(f, after, ",") || fix_is(f, after, "}")) && used_outside(f, i, from, to))
			return;
		if (fix_is(f, i, "*"))
			return;
	}
	fix_one(f, EDIT_ASK, from, to, "", "It is nowhere to be found, and nothing here uses it: the import goes.");
}

/* What assigns to a constant or to no variable at all can only go. */
static void drop_assignment(struct fix *f)
{
	size_t eq = fix_first(f, f->p->byte_start), left = fix_prev(f, eq);
	uint32_t from, to;

	if (!fix_stmt(f, f->p->byte_start, &from, &to) || f->text[to - 1] != ';' || fix_is(f, fix_first(f, from), "let"))
		return;
	for (size_t i = fix_first(f, from); i != eq && i != NONE; i = fix_next(f, i))
		if (fix_is(f, i, "=") || fix_is(f, i, "{"))
			return;
	if (fix_is_ident(f, left) && fix_first(f, from) == left)
		fix_one(f, 0, from, from, "let mut ",
			"What changes is a variable: `let mut` makes one.");
	fix_one(f, EDIT_ASK, from, to, "", "It is no variable, so nothing can be assigned to it: the line goes.");
}

/* `#[cfg(…)]` on what is called leaves it out of the program. */
static void configured_out(struct fix *f)
{
	const char *name = strrchr(fix_name(f, 0), ':') ? strrchr(fix_name(f, 0), ':') + 1 : fix_name(f, 0);

	for (size_t i = fix_first(f, 0), end; i != NONE && *name; i = fix_next(f, i)) {
		size_t open = fix_next(f, i), k;

		if (!fix_is(f, i, "#") || !fix_is(f, open, "[") || !fix_is(f, fix_next(f, open), "cfg") || (end = fix_match(f, open)) == NONE)
			continue;
		for (k = fix_next(f, end); k != NONE && !fix_is(f, k, name) && !fix_is_kind(f, k, TOKEN_OPEN) && !fix_is(f, k, ";");)
			k = fix_next(f, k);
		if (fix_is(f, k, name))
			fix_put(fix_new(f, EDIT_RISKY, "`%s` is there, but its `cfg` leaves it out of this program; without it, it is in.", name),
				fix_start(f, i), fix_start(f, fix_next(f, end)), "%s", "");
	}
}

/* Whole numbers beside one with a fraction: all of them are floating-point numbers. */
static void float_literals(struct fix *f)
{
	size_t here = fix_first(f, f->p->byte_start), open = fix_around(f, here), close = fix_match(f, open);
	struct edits *e;

	if (!fix_is_kind(f, here, TOKEN_FLOAT) || close == NONE || !f->p->label || !strstr(f->p->label, "expected integer"))
		return;
	e = fix_new(f, 0, "They have to be of one type: with a fraction, all of them are floating-point numbers.");
	for (size_t i = fix_next(f, open); i != NONE && i < close; i = fix_next(f, i)) {
		size_t before = fix_prev(f, i), after = fix_next(f, i);

		if (fix_is_kind(f, i, TOKEN_INT) && (ends_list(f, after)) &&
		    (before == open || fix_is(f, before, ",") || fix_is(f, before, ":") || fix_is(f, before, "-")))
			fix_put(e, fix_end(f, i), fix_end(f, i), ".0");
	}
}

/* `for Some(x) in list`: a loop over what is inside. */
static void flatten_loop(struct fix *f)
{
	size_t name = fix_first(f, f->p->byte_start), open = fix_next(f, name), close = fix_match(f, open), in = fix_next(f, close), body;
	struct edits *e;

	if (!(fix_is(f, name, "Some") || fix_is(f, name, "Ok")) || !fix_is(f, open, "(") || !fix_is(f, in, "in"))
		return;
	for (body = fix_next(f, in); body != NONE && !fix_is(f, body, "{");)
		body = fix_is_kind(f, body, TOKEN_OPEN) ? fix_next(f, fix_match(f, body)) : fix_next(f, body);
	if (body == NONE)
		return;
	uint32_t from = fix_start(f, fix_next(f, in)), to = fix_end(f, fix_prev(f, body));
	bool parens = fix_needs_parens(f, from, to);
	e = fix_new(f, 0, "A loop takes every element; `flatten` leaves out those without a value, and hands on what is inside of the others.");
	fix_put(e, fix_start(f, name), fix_end(f, open), "%s", "");
	fix_put(e, fix_start(f, close), fix_end(f, close), "%s", "");
	fix_put(e, from, from, "%s", parens ? "(" : "");
	fix_put(e, to, to, "%s.into_iter().flatten()", parens ? ")" : "");
}

/* A pattern with more parts than the variant has. */
static void cut_pattern(struct fix *f)
{
	size_t close = fix_token(f, f->p->byte_end ? f->p->byte_end - 1 : 0), open, from, n = 0;
	const char *than = strstr(f->d->message, " has "), *last = than;
	long want, i = 0;

	while (last && (last = strstr(last + 1, " has ")))
		than = last;
	want = than ? strtol(than + 5, NULL, 10) : -1;
	while (close != NONE && !fix_is(f, close, ")"))
		close = fix_next(f, close);
	open = fix_match(f, close);
	if (want < 0 || open == NONE || !strstr(f->d->message, "this pattern has "))
		return;
	for (from = fix_next(f, open); from != NONE && from < close && i < want; from = fix_next(f, from)) {
		if (fix_is_kind(f, from, TOKEN_OPEN))
			from = fix_match(f, from);
		i += fix_is(f, from, ",");
		n++;
	}
	if (from != NONE && from < close && n && fix_is(f, fix_prev(f, from), ","))
		fix_one(f, EDIT_RISKY, fix_start(f, fix_prev(f, from)), fix_start(f, close), "",
			"The pattern names more parts than there are; the last ones go.");
}

/* `5..5`, which holds nothing, was meant to hold its end. */
static void closed_range(struct fix *f)
{
	for (size_t i = fix_first(f, f->p->byte_start); i != NONE && fix_start(f, i) < f->p->byte_end; i = fix_next(f, i)) {
		uint32_t at = fix_start(f, i);

		if (f->text[at] == '.' && at + 2 < f->p->byte_end && f->text[at + 1] == '.' && f->text[at + 2] != '=') {
			fix_one(f, 0, at + 2, at + 2, "=", "`..` leaves its end out, `..=` takes it in.");
			return;
		}
	}
}

/* The enum where one of its variants is meant: the variant with the same kind of brackets. */
static void name_variant(struct fix *f)
{
	char *last = NULL, *type;
	size_t name = fix_token(f, f->p->byte_end ? f->p->byte_end - 1 : 0), brackets = fix_next(f, name), body, end;

	for (size_t k = 0; (type = fix_quoted(f->d->message, k)); k++) {
		free(last);
		last = type;
	}
	body = last ? fix_body(f, fix_def(f, "enum", strrchr(last, ':') ? strrchr(last, ':') + 1 : last)) : NONE;
	if (last && body == NONE) { /* `Enum::function` */
		last[strcspn(last, ":")] = '\0';
		body = fix_body(f, fix_def(f, "enum", last));
	}
	end = fix_match(f, body);
	uint32_t at = f->p->byte_end, to = at;
	if (f->d->code && streq(f->d->code, "E0164")) { /* `S::make(n)`: the function's name goes */
		brackets = fix_prev(f, brackets);
		brackets = fix_is(f, brackets, ")") ? fix_match(f, brackets) : NONE;
		at = brackets != NONE ? fix_end(f, fix_prev(f, fix_prev(f, brackets))) : at;
		to = brackets != NONE ? fix_start(f, brackets) : at;
		while (at && f->text[at - 1] == ':')
			at--;
	}
	for (size_t i = fix_next(f, body); body != NONE && i != NONE && i < end; i = fix_next(f, i)) {
		size_t open = fix_next(f, i);

		if (fix_is_kind(f, i, TOKEN_OPEN))
			i = fix_match(f, i);
		else if (fix_is_ident(f, i) && (fix_is(f, open, "{") || fix_is(f, open, "(")) && fix_is_kind(f, brackets, TOKEN_OPEN) &&
			 f->text[fix_start(f, open)] == f->text[fix_start(f, brackets)])
			fix_put(fix_new(f, 0, "A value or pattern is of one variant of the enum, and names it."), at, to, "::%.*s", (int)(fix_end(f, i) - fix_start(f, i)), f->text + fix_start(f, i));
	}
	free(last);
}

/* A packed field has no address that a reference may keep: its value is copied out first. */
static void copy_field(struct fix *f)
{
	uint32_t from = f->p->byte_start + fix_span_starts(f, f->p, "&");
	struct edits *e = fix_new(f, 0, "The field may lie at an odd address; in braces its value is copied out first.");

	fix_put(e, from, from, "{ ");
	fix_put(e, f->p->byte_end, f->p->byte_end, " }");
}

/* `break` inside of a labelled block has to say what it leaves. */
static void name_label(struct fix *f)
{
	size_t i = fix_first(f, f->p->byte_start), open = i;
	char *label;

	while ((open = fix_around(f, open)) != NONE) {
		size_t colon = fix_prev(f, open), name = fix_prev(f, colon);

		if (!fix_is(f, open, "{") || !fix_is(f, colon, ":") || !fix_is_kind(f, name, TOKEN_LIFETIME))
			continue;
		label = fix_word(f, name);
		if (fix_is(f, i, "break"))
			fix_put(fix_new(f, 0, "In a block with a label, `break` says by name what it leaves."), fix_end(f, i), fix_end(f, i), " %s", label);
		if (fix_is(f, i, "continue"))
			fix_put(fix_new(f, EDIT_RISKY, "A block has no next round; `break` leaves it."), fix_start(f, i), f->p->byte_end, "break %s", label);
		free(label);
		return;
	}
}

/* --- calls of macros and generics --- */

/* A sign between a macro's arguments that its rules do not know: the usual ones, in the whole call. */
static void macro_separator(struct fix *f)
{
	static const char *const signs[] = { ",", ";", " =>" };
	size_t here = fix_first(f, f->p->byte_start), open = fix_around(f, here), close = fix_match(f, open);
	char *word = fix_text(f, f->p->byte_start, f->p->byte_end);

	for (size_t k = 0; k < ARRAY_SIZE(signs) && close != NONE && fix_is_kind(f, here, TOKEN_PUNCT); k++) {
		struct edits *e;

		if (streq(signs[k], word) || streq(signs[k] + (*signs[k] == ' '), word))
			continue;
		e = fix_new(f, 0, "The macro's rules say what stands between its arguments: `%s`.", signs[k] + (*signs[k] == ' '));
		for (size_t i = fix_next(f, open); i != NONE && i < close; i = fix_next(f, i)) {
			if (fix_is(f, i, word))
				fix_put(e, fix_start(f, i), fix_end(f, i), "%s", signs[k]);
			if (fix_is_kind(f, i, TOKEN_OPEN))
				i = fix_match(f, i);
		}
	}
	if (fix_is_kind(f, here, TOKEN_PUNCT) && fix_next(f, here) == close)
		fix_one(f, 0, fix_start(f, here), fix_end(f, here), "", "The macro's rules know no sign behind the last argument.");
	free(word);
}

/* Only `loop` gives a value. */
static void loop_for_while(struct fix *f)
{
	const struct diag_span *s = fix_label(f, "you can't `break` with a value in a `while` loop");
	size_t word = s ? fix_first(f, s->byte_start) : NONE;

	if (fix_is(f, word, "while") && fix_is(f, fix_next(f, word), "true"))
		fix_one(f, 0, fix_start(f, word), fix_end(f, fix_next(f, word)), "loop",
			"A loop that ends only by `break` is `loop`, and that one can give a value.");
}

/* What is collected is owned: a String instead of `&str`, a Vec instead of a slice. */
static void collect_owned(struct fix *f)
{
	char *type = fix_quoted(f->d->message, 0), *owned = NULL;
	size_t n = type ? strlen(type) : 0;
	uint32_t from, to;

	if (n && streq(type, "&str"))
		owned = xstrdup("String");
	else if (n > 3 && type[0] == '&' && type[1] == '[')
		owned = xstrfmt("Vec<%.*s>", (int)n - 3, type + 2);
	else if (n > 2 && type[0] == '[')
		owned = xstrfmt("Vec<%.*s>", (int)strcspn(type + 1, ";]"), type + 1);
	if (owned && fix_stmt(f, f->p->byte_start, &from, &to)) {
		char *at = memmem(f->text + from, to - from, type, n);

		if (at && (at[-1] == '<' || at[-1] == ' '))
			fix_put(fix_new(f, 0, "What is collected has to be owned by somebody: `%s` owns it.", owned), (uint32_t)(at - f->text),
				(uint32_t)(at - f->text + (ptrdiff_t)n), "%s", owned);
	}
	free(owned);
	free(type);
}

/* `f::<str>(…)`: the compiler finds the type by itself, and the right one. */
static void drop_turbofish(struct fix *f)
{
	uint32_t from, to;

	if (!fix_stmt(f, f->p->byte_start, &from, &to))
		return;
	for (size_t i = fix_first(f, from); i != NONE && fix_start(f, i) < to; i = fix_next(f, i)) {
		size_t angle = fix_is(f, i, "::") ? fix_next(f, i) : fix_is(f, i, ":") ? fix_next(f, fix_next(f, i)) : NONE, end;

		if (!fix_is(f, angle, "<"))
			continue;
		for (end = angle; end != NONE && !fix_is(f, end, ">") && fix_start(f, end) < to;)
			end = fix_next(f, end);
		if (fix_is(f, end, ">") && fix_is(f, fix_next(f, end), "(")) {
			fix_one(f, 0, fix_start(f, i), fix_end(f, end), "", "The arguments say the type; the one written here is another.");
			return;
		}
	}
}

/* The type of a const parameter cannot be a parameter itself. */
static void const_parameter_type(struct fix *f)
{
	fix_one(f, EDIT_RISKY, f->p->byte_start, f->p->byte_end, "usize",
		"The type of a const parameter is a plain one, known at once; `usize` is the usual one.");
}

/* `0x` without a digit. */
static void add_digit(struct fix *f)
{
	fix_one(f, EDIT_RISKY, f->p->byte_end, f->p->byte_end, "0", "A number has one digit at least.");
}

/* A pattern that would bind the name of a static: a guard compares with it. */
static void compare_in_guard(struct fix *f)
{
	size_t arrow = fix_next(f, fix_token(f, f->p->byte_end ? f->p->byte_end - 1 : 0));
	char *name = fix_text(f, f->p->byte_start, f->p->byte_end);

	if ((fix_is(f, arrow, "=>") || (fix_is(f, arrow, "=") && fix_is(f, fix_next(f, arrow), ">"))) && strstr(f->d->message, "match bindings"))
		fix_put(fix_new(f, 0, "A pattern with the name of a static would be a new variable; a guard compares with the static."), f->p->byte_start,
			f->p->byte_end, "it if it == %s", name);
	else
		fix_put(fix_new(f, EDIT_ASK, "`%s` is taken by something that no variable may hide: the variable gets another name.", name),
			f->p->byte_start, f->p->byte_end, "_%s", name);
	free(name);
}

/* `impl A<impl B>`: the inner one becomes a parameter of the function. */
static void name_inner_impl(struct fix *f)
{
	size_t impl = fix_first(f, f->p->byte_start);
	struct fix_sig sig;
	struct edits *e;

	if (!fix_is(f, impl, "impl") || !fix_fn_around(f, f->p->byte_start, &sig) || impl < sig.open || impl > sig.close ||
	    fix_next(f, sig.name) != sig.open)
		return;
	char *bound = fix_text(f, fix_start(f, fix_next(f, impl)), f->p->byte_end);
	e = fix_new(f, 0, "`impl` cannot stand inside of `impl`; a type parameter gives the inner one a name.");
	fix_put(e, fix_end(f, sig.name), fix_end(f, sig.name), "<T: %s>", bound);
	fix_put(e, f->p->byte_start, f->p->byte_end, "T");
	free(bound);
}

/* `self: R`: only a few types can stand there. */
static void plain_self(struct fix *f)
{
	struct fix_sig sig;
	size_t self, end;

	if (!fix_fn_around(f, f->p->byte_start, &sig) || !fix_is(f, self = fix_next(f, sig.open), "self"))
		return;
	for (end = self; end != sig.close && !fix_is(f, end, ",") && end != NONE;)
		end = fix_is_kind(f, end, TOKEN_OPEN) ? fix_next(f, fix_match(f, end)) : fix_next(f, end);
	struct edits *e = fix_new(f, 0, "A method's `self` is the type itself, or a known pointer to it: `&self` looks at it.");
	fix_put(e, fix_start(f, self), fix_start(f, end), "&self");
	if (fix_next(f, sig.name) != sig.open)
		fix_put(e, fix_end(f, sig.name), fix_start(f, sig.open), "%s", "");
}

/* `S<T, 'a>`: lifetimes come first. */
static void lifetimes_first(struct fix *f)
{
	size_t i = fix_first(f, f->p->byte_start), open = i, close;
	struct sbuf lives = SBUF_INIT, types = SBUF_INIT;

	while (open != NONE && !fix_is(f, open, "<") && !fix_is(f, open, ";"))
		open = fix_prev(f, open);
	for (close = open; close != NONE && !fix_is(f, close, ">") && !fix_is(f, close, ";");)
		close = fix_next(f, close);
	for (size_t k = fix_next(f, open), end; fix_is(f, open, "<") && fix_is(f, close, ">") && k < close; k = fix_next(f, end)) {
		for (end = k; end < close && !fix_is(f, end, ",");)
			end = fix_is_kind(f, end, TOKEN_OPEN) ? fix_next(f, fix_match(f, end)) : fix_next(f, end);
		if (end == NONE || end > close)
			break;
		struct sbuf *to = fix_is_kind(f, k, TOKEN_LIFETIME) ? &lives : &types;
		sbuf_addf(to, "%s%.*s", to->len ? ", " : "", (int)(fix_end(f, fix_prev(f, end)) - fix_start(f, k)), f->text + fix_start(f, k));
		if (end == close)
			break;
	}
	if (lives.len && types.len)
		fix_put(fix_new(f, 0, "Among the arguments in `<>` lifetimes stand before types."), fix_end(f, open), fix_start(f, close), "%s, %s",
			lives.buf, types.buf);
	sbuf_release(&lives);
	sbuf_release(&types);
}

/* A constant that may change inside has no one place; a static has. */
static void const_to_static(struct fix *f)
{
	struct edits *e = fix_new(f, 0, "A constant is made anew wherever it is named; what may change inside needs one place: a `static`.");

	for (size_t i = fix_first(f, 0); i != NONE; i = fix_next(f, i))
		if (fix_is(f, i, "const") && fix_is_ident(f, fix_next(f, i)) && fix_is(f, fix_next(f, fix_next(f, i)), ":"))
			fix_put(e, fix_start(f, i), fix_end(f, i), "static");
}

/* --- what the compiler works out in advance --- */

/* An index behind the end of an array whose length is known. */
static void last_index(struct fix *f)
{
	const char *length = f->p->label ? strstr(f->p->label, "the length is ") : NULL;
	size_t close = fix_token(f, f->p->byte_end ? f->p->byte_end - 1 : 0), open = fix_match(f, close), index = fix_next(f, open);
	long n = length ? strtol(length + 14, NULL, 10) : 0;

	if (n > 0 && fix_is(f, close, "]") && fix_is_kind(f, index, TOKEN_INT) && fix_next(f, index) == close)
		fix_put(fix_new(f, EDIT_RISKY, "Positions count from 0: the last one of %ld is %ld.", n, n - 1), fix_start(f, index),
			fix_end(f, index), "%ld", n - 1);
}

/* `a + 1` that does not fit into a's type: a wider type where it is written, or arithmetic that wraps round. */
static void overflow(struct fix *f)
{
	static const struct {
		const char *from, *to;
	} wider[] = { { "u8", "u32" }, { "i8", "i32" }, { "u16", "u32" }, { "i16", "i32" }, { "i32", "i64" }, { "u32", "u64" }, { "u64", "u128" },
		      { "i64", "i128" } };
	static const struct {
		const char *sign, *name;
	} ops[] = { { "+", "add" }, { "-", "sub" }, { "*", "mul" } };
	size_t left = fix_first(f, f->p->byte_start), op = fix_next(f, left), type;
	char *name = left != NONE ? fix_word(f, left) : xstrdup("");
	struct fix_let let;

	if (fix_let_of(f, name, f->p->byte_start, &let) && fix_is(f, fix_next(f, let.name), ":")) {
		type = fix_next(f, fix_next(f, let.name));
		for (size_t i = 0; i < ARRAY_SIZE(wider); i++)
			if (fix_is(f, type, wider[i].from))
				fix_put(fix_new(f, 0, "The result does not fit into `%s`; into `%s` it does.", wider[i].from, wider[i].to),
					fix_start(f, type), fix_end(f, type), "%s", wider[i].to);
	}
	free(name);
	while (op != NONE && (fix_is(f, op, ".") || fix_is(f, op, ":") || fix_is(f, op, "::")))
		op = fix_next(f, fix_next(f, op));
	for (size_t i = 0; i < ARRAY_SIZE(ops); i++) {
		struct edits *e;

		if (!fix_is(f, op, ops[i].sign) || fix_start(f, op) > f->p->byte_end)
			continue;
		e = fix_new(f, EDIT_RISKY, "`wrapping_%s` says that the result may start again at the other end.", ops[i].name);
		fix_put(e, fix_end(f, fix_prev(f, op)), fix_start(f, fix_next(f, op)), ".wrapping_%s(", ops[i].name);
		fix_put(e, f->p->byte_end, f->p->byte_end, ")");
	}
}

const struct fix_row fix_list_rows[] = {
	{ "const-parameter-type", "E0770", NULL, const_parameter_type },
	{ "add-digit", "E0768", NULL, add_digit },
	{ "compare-in-guard", "E0530", NULL, compare_in_guard },
	{ "name-inner-impl", "E0666", NULL, name_inner_impl },
	{ "plain-self", "E0801", NULL, plain_self },
	{ "lifetimes-first", "E0747", NULL, lifetimes_first },
	{ "const-to-static", "E0492", NULL, const_to_static },
	{ "last-index", "unconditional_panic", NULL, last_index },
	{ "overflow", "arithmetic_overflow", NULL, overflow },
	{ "macro-separator", "-", "no rules expected _", macro_separator },
	{ "loop-for-while", "E0571", NULL, loop_for_while },
	{ "collect-owned", "E0277", "a value of type `_` cannot be built _", collect_owned },
	{ "collect-sized", "E0277", "the size for values of type `_` cannot be known at compilation time", collect_owned },
	{ "drop-turbofish", "E0277 E0308", NULL, drop_turbofish },
	{ "drop-element", "E0203 E0566 E0634 E0469 E0044 E0045 E0262 E0794 E0587 E0692", NULL, drop_element },
	{ "drop-rest", "-", "`..` can only be used once per _", drop_element },
	{ "plain-pattern", "E0130 E0561 E0642", NULL, plain_pattern },
	{ "pub-crate", "E0704 E0742 E0577 E0433", NULL, pub_crate },
	{ "drop-use", "E0432 E0433 E0463 E0658", NULL, drop_use },
	{ "drop-assignment", "E0070 E0067", NULL, drop_assignment },
	{ "configured-out", "E0425 E0412 E0422 E0433 E0432 E0599", NULL, configured_out },
	{ "float-literals", "E0308", NULL, float_literals },
	{ "flatten-loop", "E0005", "refutable pattern in `for` loop binding", flatten_loop },
	{ "cut-pattern", "E0023", NULL, cut_pattern },
	{ "closed-range", "E0579", NULL, closed_range },
	{ "name-variant", "E0574 E0532 E0533 E0423 E0164", NULL, name_variant },
	{ "copy-field", "E0793", NULL, copy_field },
	{ "name-label", "E0695 E0696", NULL, name_label },
	{ NULL, NULL, NULL, NULL },
};
