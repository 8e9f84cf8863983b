/* Templates for bounds: what closures, generics, traits and lifetimes promise, and where the promise has to stand. */
#include "rust/fix_int.h"

/* --- closures --- */

/* Is the type of the parameter at this byte a bound of the signature, or a type parameter that the signature binds with `Fn`? */
static void mutable_callable(struct fix *f, struct edits *e, const struct fix_sig *sig)
{
	for (size_t i = fix_next(f, sig->open); i != NONE && i < sig->close; i = fix_next(f, i)) {
		size_t colon = fix_next(f, i), type = fix_next(f, colon), before = fix_prev(f, i);
		char *name;
		bool is;

		if (!fix_is_ident(f, i) || !fix_is(f, colon, ":") || !(before == sig->open || fix_is(f, before, ",")))
			continue;
		name = fix_word(f, type);
		is = fix_is(f, type, "impl") || fix_is(f, type, "Box");
		/* A type parameter stands twice at least: where it is made, and here. */
		for (size_t k = fix_next(f, sig->name); k != NONE && k < sig->open; k = fix_next(f, k))
			is |= fix_is(f, k, name);
		if (is)
			fix_put(e, fix_start(f, i), fix_start(f, i), "mut ");
		free(name);
	}
}

/* `Fn` in the bounds of a signature becomes what the closure really is. */
static void other_callable(struct fix *f, const struct fix_sig *sig, const char *from, const char *to, const char *reason)
{
	size_t end = sig->body != NONE ? sig->body : fix_token(f, sig->ret_to);
	struct edits *e = fix_new(f, 0, "%s", reason);
	bool any = false;

	for (size_t i = sig->name; i != NONE && i < end; i = fix_next(f, i))
		if (fix_is(f, i, from) && fix_is(f, fix_next(f, i), "(")) {
			fix_put(e, fix_start(f, i), fix_end(f, i), "%s", to);
			any = true;
		}
	if (any && streq(to, "FnMut"))
		mutable_callable(f, e, sig);
}

/* The name of the function that a closure at this byte is handed to; NONE. */
static size_t callee_of(const struct fix *f, uint32_t at)
{
	size_t open = fix_around(f, fix_first(f, at));

	while (open != NONE && !fix_is(f, open, "("))
		open = fix_around(f, open);
	return fix_is_ident(f, fix_prev(f, open)) ? fix_prev(f, open) : NONE;
}

static void callable_bound(struct fix *f)
{
	static const struct {
		const char *from, *to, *reason;
	} list[] = {
		{ "Fn", "FnMut", "The closure changes something each time: `FnMut` allows that, `Fn` does not." },
		{ "Fn", "FnOnce", "The closure gives away what it holds, so it can run once only: that is `FnOnce`." },
		{ "FnMut", "FnOnce", "The closure gives away what it holds, so it can run once only: that is `FnOnce`." },
	};
	const struct diag_span *s = fix_label(f, "change this to accept `FnMut` instead of `Fn`");
	struct fix_sig sig;
	size_t name = NONE;
	char *word;

	if (!s)
		s = fix_child(f, "required by _");
	if (!s && (s = fix_label(f, "captured by this `_` closure")))
		name = callee_of(f, s->byte_start);
	if (name != NONE) {
		word = fix_word(f, name);
		name = fix_def(f, "fn", word);
		free(word);
		if (name == NONE || !fix_sig_at(f, fix_prev(f, name), &sig))
			return;
	} else if (!s || !fix_fn_around(f, s->byte_start, &sig)) {
		return;
	}
	for (size_t i = 0; i < ARRAY_SIZE(list); i++)
		if ((strstr(f->d->message, "move") || strstr(f->d->message, "FnOnce")) == streq(list[i].to, "FnOnce"))
			other_callable(f, &sig, list[i].from, list[i].to, list[i].reason);
}

/* A closure gives away what it holds: it may lend it, or give a copy. */
static void closure_lends(struct fix *f)
{
	const struct diag_span *s = fix_label(f, "closure is `_` because it moves the variable _ out of its environment");

	if (!s || !fix_is_place(f, s->byte_start, s->byte_end))
		return;
	fix_one(f, 0, s->byte_end, s->byte_end, ".clone()", "The closure keeps what it holds, and gives a copy away each time.");
	fix_one(f, 0, s->byte_start, s->byte_start, "&", "The closure keeps what it holds, and only lends it.");
}

/* The types of a closure's parameters, which say more than is true. */
static void untype_escaping(struct fix *f)
{
	const struct diag_span *s = fix_label(f, "_ is a reference that is only valid in the closure body");
	size_t name = s ? fix_first(f, s->byte_start) : NONE, colon = fix_next(f, name), end;

	if (!fix_is(f, colon, ":"))
		return;
	for (end = colon; end != NONE && !fix_is(f, fix_next(f, end), "|") && !fix_is(f, fix_next(f, end), ",");)
		end = fix_next(f, end);
	if (end != NONE)
		fix_one(f, 0, fix_start(f, colon), fix_end(f, end), "",
			"With its type written out the reference is any short one; without, the compiler finds the one that lives long enough.");
}

/* `fn(i32) -> i32` as a parameter takes plain functions only. */
static void plain_function(struct fix *f)
{
	size_t name = f->p->label && strstr(f->p->label, "expected fn pointer, found closure") ? callee_of(f, f->p->byte_start) : NONE;
	char *word = name != NONE ? fix_word(f, name) : NULL;
	struct fix_sig sig;

	if (word && (name = fix_def(f, "fn", word)) != NONE && fix_sig_at(f, fix_prev(f, name), &sig))
		for (size_t i = sig.open; i != NONE && i < sig.close; i = fix_next(f, i))
			if (fix_is(f, i, "fn") && fix_is(f, fix_prev(f, i), ":"))
				fix_one(f, 0, fix_start(f, i), fix_end(f, i), "impl Fn",
					"A closure that uses what is around it is no plain function; `impl Fn` takes both.");
	free(word);
}

/* --- traits --- */

/* The type between `:` and `=` or `;` of `const N: T = …`, or behind `=` of `type N = T;`. Owned; NULL. */
static char *type_of_item(const struct fix *f, size_t name, bool constant)
{
	size_t from, to;

	for (from = name; from != NONE && !fix_is(f, from, constant ? ":" : "=") && !fix_is(f, from, ";");)
		from = fix_next(f, from);
	if (from == NONE || fix_is(f, from, ";"))
		return NULL;
	for (to = from = fix_next(f, from); to != NONE && !fix_is(f, to, ";") && !fix_is(f, to, "=");)
		to = fix_next(f, to);
	return to != NONE ? fix_text(f, fix_start(f, from), fix_end(f, fix_prev(f, to))) : NULL;
}

/* An associated type where the trait has a constant, or the other way round: the impl's type serves. */
static void other_kind(struct fix *f)
{
	const struct diag_span *s = fix_label(f, "item in trait");
	size_t mine = fix_first(f, f->p->byte_start), theirs = s ? fix_first(f, s->byte_start) : NONE;
	uint32_t from, to;
	char *type;

	if (!fix_stmt(f, f->p->byte_start, &from, &to) || theirs == NONE || f->text[to - 1] != ';')
		return;
	if (fix_is(f, mine, "const") && fix_is(f, theirs, "type") && (type = type_of_item(f, mine, true))) {
		fix_put(fix_new(f, 0, "The trait asks for a type of this name, not for a constant."), fix_start(f, mine), to, "type %s = %s;",
			fix_name(f, 0), type);
		free(type);
	}
	if (fix_is(f, mine, "type") && fix_is(f, theirs, "const") && (type = type_of_item(f, theirs, true))) {
		const char *value = fix_default_of(type);

		fix_put(fix_new(f, EDIT_STUB, "The trait asks for a constant of this name, not for a type; its value is made up."),
			fix_start(f, mine), to, "const %s: %s = %s;", fix_name(f, 0), type, value);
		free(type);
	}
}

/* A constant of an impl has another type than the trait says. */
static void constant_type(struct fix *f)
{
	size_t name = fix_def(f, "const", fix_name(f, 0)), colon = fix_next(f, name);
	uint32_t from, to;
	char *type;

	if (!fix_stmt(f, f->p->byte_start, &from, &to) || name == NONE || !fix_is(f, colon, ":"))
		return;
	type = fix_text(f, f->p->byte_start, f->p->byte_end);
	if (fix_start(f, name) < from || fix_start(f, name) > to)
		for (size_t end = colon; end != NONE; end = fix_next(f, end))
			if (fix_is(f, fix_next(f, end), ";") || fix_is(f, fix_next(f, end), "=")) {
				fix_one(f, EDIT_RISKY, fix_start(f, fix_next(f, colon)), fix_end(f, end), type,
					"Trait and impl give the constant one type: the one that its value has.");
				break;
			}
	free(type);
}

/* The trait around: how many functions without a body does the impl lack? The last one's name. */
static size_t lacking(const struct fix *f, size_t trait_open, size_t impl_open, size_t *name)
{
	size_t end = fix_match(f, trait_open), impl_end = fix_match(f, impl_open), n = 0;
	struct fix_sig s;

	for (size_t i = fix_next(f, trait_open); end != NONE && i != NONE && i < end; i = fix_next(f, i)) {
		if (fix_is(f, i, "fn") && fix_sig_at(f, i, &s) && s.body == NONE) {
			char *word = fix_word(f, s.name);
			bool has = false;

			for (size_t k = impl_open; k != NONE && k < impl_end; k = fix_next(f, k))
				has |= fix_is(f, k, "fn") && fix_is(f, fix_next(f, k), word);
			free(word);
			n += !has;
			*name = has ? *name : s.name;
		}
		if (fix_is(f, i, "{"))
			i = fix_match(f, i);
	}
	return n;
}

/* The impl has one function too many and lacks one: it has the wrong name. */
static void rename_to_trait(struct fix *f)
{
	size_t open = fix_around(f, fix_first(f, f->p->byte_start)), trait, name = NONE;
	struct fix_sig s;

	trait = fix_body(f, fix_def(f, "trait", fix_name(f, 1)));
	if (!fix_is(f, open, "{") || trait == NONE || lacking(f, trait, open, &name) != 1 || !fix_fn_around(f, f->p->byte_start, &s))
		return;
	fix_put(fix_new(f, EDIT_ASK, "The trait calls the function that is missing here otherwise; this one seems to be it."), fix_start(f, s.name),
		fix_end(f, s.name), "%.*s", (int)(fix_end(f, name) - fix_start(f, name)), f->text + fix_start(f, name));
}

/* A trait and a type that are both somebody else's: a type of one's own around the other. */
static void newtype(struct fix *f)
{
	size_t impl = fix_first(f, f->p->byte_start), word = NONE, open, end;
	struct edits *e;
	char *type;

	while (impl != NONE && !fix_is(f, impl, "impl"))
		impl = fix_prev(f, impl);
	open = fix_body(f, impl);
	end = fix_match(f, open);
	for (size_t i = impl; i != NONE && i < open; i = fix_next(f, i))
		if (fix_is(f, i, "for") && !fix_is(f, fix_next(f, i), "<"))
			word = i;
	if (end == NONE || word == NONE || fix_is(f, fix_next(f, impl), "<"))
		return;
	type = fix_text(f, fix_start(f, fix_next(f, word)), fix_end(f, fix_prev(f, open)));
	e = fix_new(f, EDIT_RISKY, "Of trait and type one has to be your own: a struct around the other one's type is.");
	fix_put(e, fix_start(f, impl), fix_start(f, impl), "struct Wrapper(%s);\n\n", type);
	fix_put(e, fix_start(f, fix_next(f, word)), fix_end(f, fix_prev(f, open)), "Wrapper");
	for (size_t i = open; i < end && i != NONE; i = fix_next(f, i))
		if (fix_is(f, i, "self") && !fix_is(f, fix_prev(f, i), "&") && !fix_is(f, fix_prev(f, i), "mut") && !fix_is(f, fix_prev(f, i), "("))
			fix_put(e, fix_end(f, i), fix_end(f, i), ".0");
	free(type);
}

/* A value of a type that lacks a trait, and a struct around that type that has it. */
static void wrap_newtype(struct fix *f)
{
	char *type = xstrdup(fix_name(f, 0)), *colon = strstr(type, ": ");

	if (colon)
		*colon = '\0';
	for (size_t i = fix_first(f, 0); i != NONE; i = fix_next(f, i)) {
		size_t name = fix_next(f, i), open = fix_next(f, name), close = fix_match(f, open);
		char *inner, *own;
		struct edits *e;

		if (!fix_is(f, i, "struct") || !fix_is(f, open, "(") || close == NONE)
			continue;
		inner = fix_text(f, fix_end(f, open), fix_start(f, close));
		own = fix_word(f, name);
		if (streq(inner, type) && f->p->byte_end > f->p->byte_start) {
			e = fix_new(f, 0, "The trait is on the struct around it: `%s` makes one.", own);
			fix_put(e, f->p->byte_start, f->p->byte_start, "%s(", own);
			fix_put(e, f->p->byte_end, f->p->byte_end, ")");
		}
		free(inner);
		free(own);
	}
	free(type);
}

/* `dyn A + B`: a trait of one's own that asks for both. */
static void join_traits(struct fix *f)
{
	const struct diag_span *first = fix_label(f, "first non-auto trait"), *last = fix_label(f, "additional non-auto trait");
	struct fix_sig sig = { .fn = NONE, .body = NONE };
	struct edits *e;
	uint32_t at;
	char *text;

	if (!first || !last || first->byte_start >= last->byte_start)
		return;
	text = fix_text(f, first->byte_start, last->byte_end);
	if (strpbrk(text, "<'")) { /* its parameters may be the function's */
		free(text);
		return;
	}
	at = fix_fn_around(f, f->p->byte_start, &sig) ? fix_line(f, fix_start(f, sig.fn)) : fix_line(f, f->p->byte_start);
	if (sig.fn != NONE && sig.body != NONE && f->p->byte_start > fix_start(f, sig.body))
		at = fix_end(f, sig.body);
	e = fix_new(f, 0, "Behind `dyn` stands one trait of this kind: a trait that asks for both, and that everything with both has.");
	fix_put(e, at, at, "%strait Both: %s {}\nimpl<T: %s> Both for T {}\n\n", at == fix_line(f, at) ? "" : "\n", text, text);
	fix_put(e, first->byte_start, last->byte_end, "Both");
	free(text);
}

/* `<T: Point>` with a struct: the type itself was meant. */
static void struct_bound(struct fix *f)
{
	size_t type = fix_first(f, f->p->byte_start), colon = fix_prev(f, type), name = fix_prev(f, colon), open = fix_prev(f, name);
	struct fix_sig sig;
	struct edits *e;
	char *word, *own;

	if (fix_is(f, colon, "impl") && !fix_is(f, fix_next(f, type), "for"))
		fix_one(f, 0, fix_start(f, colon), fix_start(f, type), "", "`impl` asks for a trait; this is a type, and stands for itself.");
	if (fix_is(f, colon, "impl") && fix_is(f, fix_next(f, type), "for"))
		fix_one(f, 0, fix_start(f, type), fix_start(f, fix_next(f, fix_next(f, type))), "",
			"Only a trait is implemented for a type; without one, the functions are the type's own.");
	if (fix_is(f, colon, "dyn"))
		fix_one(f, 0, fix_start(f, colon), fix_start(f, type), "", "`dyn` asks for a trait; this is a type, and stands for itself.");
	if (!fix_is(f, colon, ":") || !fix_is_ident(f, name) || !fix_is(f, open, "<") || !fix_is(f, fix_next(f, type), ">") ||
	    !fix_fn_around(f, f->p->byte_start, &sig) || name > sig.open)
		return;
	own = fix_word(f, name);
	word = fix_text(f, f->p->byte_start, f->p->byte_end);
	e = fix_new(f, 0, "A bound is a trait; `%s` is a type, so the parameter can be of this type right away.", word);
	fix_put(e, fix_start(f, open), fix_end(f, fix_next(f, type)), "%s", "");
	for (size_t i = sig.open; i != NONE && i < (sig.body_end != NONE ? sig.body_end : sig.close); i = fix_next(f, i))
		if (fix_is(f, i, own))
			fix_put(e, fix_start(f, i), fix_end(f, i), "%s", word);
	free(word);
	free(own);
}

/* A parameter of an impl that nothing ties to its type belongs to the one function that uses it. */
static void parameter_to_fn(struct fix *f)
{
	size_t name = fix_first(f, f->p->byte_start), before = fix_prev(f, name), after = name, open, end;
	struct edits *e;
	char *word, *text;

	while (fix_is(f, before, "const"))
		before = fix_prev(f, name = before);
	while (after != NONE && !fix_is(f, after, ">") && !fix_is(f, after, "{"))
		after = fix_next(f, after);
	open = fix_body(f, name);
	end = fix_match(f, open);
	if (!fix_is(f, before, "<") || !fix_is(f, after, ">") || end == NONE || !fix_is(f, fix_prev(f, before), "impl"))
		return;
	word = fix_word(f, fix_first(f, f->p->byte_start));
	text = fix_text(f, fix_start(f, name), fix_start(f, after));
	if (!memchr(text, ',', strlen(text))) {
		e = fix_new(f, 0, "Nothing says which `%s` the impl is for; as a parameter of the function, each call says it.", word);
		fix_put(e, fix_start(f, before), fix_end(f, after), "%s", "");
		for (size_t i = open; i != NONE && i < end; i = fix_next(f, i)) {
			struct fix_sig s;
			bool uses = false;

			if (!fix_is(f, i, "fn") || !fix_sig_at(f, i, &s) || s.body_end == NONE)
				continue;
			for (size_t k = i; k != NONE && k < s.body_end; k = fix_next(f, k))
				uses |= fix_is(f, k, word);
			if (uses && fix_next(f, s.name) == s.open)
				fix_put(e, fix_end(f, s.name), fix_end(f, s.name), "<%s>", text);
			else if (uses)
				fix_put(e, fix_end(f, fix_next(f, s.name)), fix_end(f, fix_next(f, s.name)), "%s, ", text);
			i = s.body_end;
		}
	}
	free(word);
	free(text);
}

/* Drop is for all values of a type or for none: its bound goes to the type. */
static void bound_to_type(struct fix *f)
{
	char *bound = fix_quoted(f->d->message, 1), *colon = bound ? strstr(bound, ": ") : NULL, *own = NULL;
	size_t impl = fix_first(f, f->p->byte_start), i, def = NONE;

	while (impl != NONE && !fix_is(f, impl, "impl"))
		impl = fix_prev(f, impl);
	for (i = impl; i != NONE && !fix_is(f, i, "{"); i = fix_next(f, i))
		if (fix_is(f, i, "for"))
			own = own ? own : fix_word(f, fix_next(f, i));
	if (own && (def = fix_def(f, "struct", own)) == NONE)
		def = fix_def(f, "enum", own);
	if (def != NONE && colon) {
		*colon = '\0';
		for (i = def; i != NONE && !fix_is(f, i, ">") && !fix_is(f, i, "{"); i = fix_next(f, i))
			if (fix_is(f, i, bound)) {
				bool more = fix_is(f, fix_next(f, i), ":");
				uint32_t at = fix_end(f, more ? fix_next(f, i) : i);

				fix_put(fix_new(f, 0, "A destructor is for every value of its type: what it needs, the type asks for."), at, at,
					more ? " %s +" : ": %s", colon + 2);
				break;
			}
	}
	free(own);
	free(bound);
}

/* `impl Drop for Logger<i32>`: for every type. */
static void general_drop(struct fix *f)
{
	size_t impl = fix_first(f, f->p->byte_start), word = impl, open, close;
	struct edits *e;

	while (word != NONE && !fix_is(f, word, "for") && !fix_is(f, word, "{"))
		word = fix_next(f, word);
	open = fix_next(f, fix_next(f, word));
	close = fix_next(f, fix_next(f, open));
	if (!fix_is(f, impl, "impl") || fix_is(f, fix_next(f, impl), "<") || !fix_is(f, open, "<") || !fix_is(f, close, ">"))
		return;
	e = fix_new(f, 0, "A destructor is for every value of its type, whatever the type parameter.");
	fix_put(e, fix_end(f, impl), fix_end(f, impl), "<T>");
	fix_put(e, fix_end(f, open), fix_start(f, close), "T");
}

/* A function's generics, `<T: Clone>`, and its where clause: where they start and end. */
static bool bounds_of(const struct fix *f, const struct fix_sig *s, uint32_t *from, uint32_t *to, uint32_t *where, uint32_t *end)
{
	size_t stop = s->body != NONE ? s->body : fix_first(f, s->ret_to);

	while (stop != NONE && !fix_is(f, stop, "{") && !fix_is(f, stop, ";"))
		stop = fix_next(f, stop);
	*from = fix_end(f, s->name);
	*to = fix_start(f, s->open);
	*where = s->ret_to;
	*end = stop != NONE ? fix_end(f, fix_prev(f, stop)) : s->ret_to;
	return stop != NONE && *from <= *to && *where <= *end;
}

/* Trait and impl ask for the same of a function's type parameters. */
static void same_bounds(struct fix *f)
{
	const struct diag_span *s = fix_label(f, "definition of `_` from trait");
	struct fix_sig a, b;
	uint32_t af, at, aw, ae, bf, bt, bw, be;

	if (!s || !fix_fn_around(f, s->byte_start, &a) || !fix_fn_around(f, f->p->byte_start, &b) || !bounds_of(f, &a, &af, &at, &aw, &ae) ||
	    !bounds_of(f, &b, &bf, &bt, &bw, &be))
		return;
	for (int k = 0; k < 2; k++) {
		char *generics = k ? fix_text(f, bf, bt) : fix_text(f, af, at), *where = k ? fix_text(f, bw, be) : fix_text(f, aw, ae);
		struct edits *e = fix_new(f, k ? EDIT_RISKY : 0, k ? "The trait asks for what its impl needs." :
					  "An impl may not ask for more than its trait; what the body does not need goes.");

		fix_put(e, k ? af : bf, k ? at : bt, "%s", generics);
		fix_put(e, k ? aw : bw, k ? ae : be, "%s", where);
		free(generics);
		free(where);
	}
}

/* A trait that cannot stand behind `dyn` can still be asked for by `impl`. */
static void impl_for_dyn(struct fix *f)
{
	size_t i = fix_token(f, f->p->byte_start);
	struct fix_sig sig;

	while (i != NONE && !fix_is(f, i, "dyn") && fix_start(f, i) < f->p->byte_end)
		i = fix_next(f, i);
	if (fix_is(f, i, "dyn") && fix_fn_around(f, f->p->byte_start, &sig) && i > sig.open && (sig.body == NONE || i < sig.body))
		fix_one(f, 0, fix_start(f, i), fix_end(f, i), "impl",
			"The trait has no table of functions for `dyn`; with `impl` the compiler makes a function for each type.");
}

/* `fn run(self)` of a trait object, whose size nobody knows: it is lent. */
static void lend_self(struct fix *f)
{
	size_t name = NONE, dot;
	struct edits *e;
	char *word;

	for (size_t i = fix_first(f, f->p->byte_start); i != NONE && fix_start(f, i) <= f->p->byte_end + 64; i = fix_next(f, i)) {
		dot = fix_next(f, i);
		if (fix_is(f, dot, ".") && fix_is(f, fix_next(f, fix_next(f, dot)), "(")) {
			name = fix_next(f, dot);
			break;
		}
		if (fix_is(f, i, ";"))
			break;
	}
	if (name == NONE)
		return;
	word = fix_word(f, name);
	e = fix_new(f, 0, "The size of what is behind `dyn` is not known, so it cannot be handed over; it can be lent.");
	for (size_t i = fix_first(f, 0); i != NONE; i = fix_next(f, i)) {
		size_t self = fix_next(f, fix_next(f, fix_next(f, i)));

		if (fix_is(f, i, "fn") && fix_is(f, fix_next(f, i), word) && fix_is(f, self, "self") && !fix_is(f, fix_next(f, self), ":"))
			fix_put(e, fix_start(f, self), fix_start(f, self), "&");
	}
	free(word);
}

/* "`Hi` defines an item `hi`, perhaps you need to implement it": "TYPE: Hi" of it; NULL. */
static char *bound_of_help(const struct fix *f)
{
	for (size_t i = 0; i < f->d->n_children; i++) {
		const char *m = f->d->children[i].message;
		char *trait = strstr(m, "perhaps you need to implement it") ? fix_quoted(m, 0) : NULL, *bound;

		if (!trait)
			continue;
		bound = xstrfmt("%s: %s", fix_name(f, 1), trait);
		free(trait);
		return bound;
	}
	return NULL;
}

/* The type has no such trait, and the trait asks for nothing: an empty impl. */
static void empty_impl(struct fix *f)
{
	bool method = f->d->code && streq(f->d->code, "E0599");
	char *type = method ? bound_of_help(f) : xstrdup(fix_name(f, 0)), *colon = type ? strstr(type, ": ") : NULL;
	size_t open, end;
	struct fix_sig s;
	bool asks = false;

	if (colon)
		*colon = '\0';
	open = colon ? fix_body(f, fix_def(f, "trait", colon + 2)) : NONE;
	end = fix_match(f, open);
	for (size_t i = fix_next(f, open); end != NONE && i != NONE && i < end; i = fix_next(f, i)) {
		if (fix_is(f, i, "type") || fix_is(f, i, "const") || (fix_is(f, i, "fn") && fix_sig_at(f, i, &s) && s.body == NONE))
			asks = true;
		if (fix_is(f, i, "{"))
			i = fix_match(f, i);
	}
	if (end != NONE && !asks && !strpbrk(type, "{}"))
		fix_put(fix_new(f, 0, "`%s` gives all of its functions itself; the type only has to say that it has the trait.", colon + 2),
			fix_end(f, end), fix_end(f, end), "\n\nimpl %s for %s {}", colon + 2, type);
	free(type);
}

/* --- lifetimes --- */

/* "consider adding the following bound: `'a: 'b`", or the notes that say it. */
static void outlives(struct fix *f)
{
	char *bound = NULL, *longer = NULL, *shorter = NULL;

	for (size_t i = 0; i < f->d->n_children; i++) {
		const char *m = f->d->children[i].message;

		if (strstr(m, "adding the following bound"))
			bound = bound ? bound : fix_quoted(m, 0);
		else if (strstr(m, "instantiated with the lifetime") || strstr(m, "the referenced data is only valid for") || strstr(m, "lifetime bound"))
			longer = longer ? longer : fix_quoted(m, 0);
		else if (strstr(m, "must outlive the lifetime") || strstr(m, "the pointer is valid for"))
			shorter = shorter ? shorter : fix_quoted(m, 0);
	}
	if (!bound && longer && shorter && *longer == '\'' && *shorter == '\'')
		bound = xstrfmt("%s: %s", longer, shorter);
	if (bound && *bound == '\'' && strstr(bound, ": '")) {
		char *name = xmemdupz(bound, strcspn(bound, ":"));
		size_t i = fix_token(f, f->p->byte_start);

		/* Where it is made: behind `<` or `,` of generics before the error. */
		for (; i != NONE; i = fix_prev(f, i)) {
			size_t before = fix_prev(f, i), after = fix_next(f, i);

			if (!fix_is(f, i, name) || !(fix_is(f, before, "<") || fix_is(f, before, ",")) || !(fix_is(f, after, ">") || fix_is(f, after, ",")))
				continue;
			fix_put(fix_new(f, 0, "What is borrowed has to live at least as long as the borrow: `%s` says so.", bound), fix_start(f, i),
				fix_end(f, i), "%s", bound);
		}
		free(name);
	}
	free(bound);
	free(longer);
	free(shorter);
}

/* `'static` is promised, but what is given lives for a shorter time: the promise says that. */
static void no_static(struct fix *f)
{
	const struct diag_span *s = fix_label(f, "_requires that `_` must outlive `'static`");
	char *name = s ? fix_quoted(s->label, 0) : NULL;
	struct fix_sig sig;

	if (name && *name == '\'' && fix_fn_around(f, s->byte_start, &sig))
		for (size_t i = fix_first(f, sig.ret_from); i != NONE && fix_start(f, i) < sig.ret_to; i = fix_next(f, i))
			if (fix_is(f, i, "'static"))
				fix_put(fix_new(f, EDIT_RISKY, "What goes out is borrowed from an argument, so it lives as long as that: `%s`.", name),
					fix_start(f, i), fix_end(f, i), "%s", name);
	free(name);
}

/* A local is asked to live longer than it does by what is written in a type: without it, the compiler takes a time that fits. */
static void shorter_life(struct fix *f)
{
	static const char *const labels[] = { "type annotation requires that _ is borrowed for `_`", "argument requires that _ is borrowed for `_`",
					      "cast requires that _ is borrowed for `_`" };
	const struct diag_span *s = NULL;
	char *name;

	for (size_t i = 0; i < ARRAY_SIZE(labels) && !s; i++)
		s = fix_label(f, labels[i]);
	name = s ? fix_quoted(s->label, 1) : NULL;
	for (size_t i = fix_first(f, s ? s->byte_start : 0); name && strstr(s->label, "annotation") && i != NONE && fix_start(f, i) < s->byte_end;
	     i = fix_next(f, i))
		if (fix_is(f, i, name))
			fix_put(fix_new(f, 0, "The value does not live for `%s`; without the name, the borrow is as long as it may be.", name),
				fix_start(f, i), fix_start(f, fix_next(f, i)), "%s", "");
	for (size_t i = fix_first(f, f->p->byte_start); name && i != NONE && fix_start(f, i) == f->p->byte_start && fix_is(f, i, "&");) {
		fix_one(f, 0, fix_start(f, i), fix_end(f, i), "", "The value itself is handed over; then nothing has to outlive anything.");
		struct edits *e = fix_new(f, 0, "A copy is handed over; then nothing has to outlive anything.");
		fix_put(e, fix_start(f, i), fix_end(f, i), "%s", "");
		fix_put(e, f->p->byte_end, f->p->byte_end, ".clone()");
		break;
	}
	s = name && streq(name, "'static") ? fix_child(f, "requirement that the value outlives `'static` introduced here") : NULL;
	for (size_t i = s ? fix_first(f, s->byte_start) : NONE; i != NONE && fix_start(f, i) < s->byte_end; i = fix_next(f, i)) {
		size_t plus = fix_prev(f, i);

		if (fix_is(f, i, "'static") && (fix_is(f, plus, "+") || fix_is(f, plus, ":")))
			fix_one(f, EDIT_RISKY, fix_end(f, fix_prev(f, plus)), fix_end(f, i), "",
				"The function does not need values that live for ever; without `'static` it takes borrowed ones too.");
	}
	free(name);
}

const struct fix_row fix_bound_rows[] = {
	{ "callable-bound", "E0594 E0596 E0507 E0525", NULL, callable_bound },
	{ "closure-lends", "E0525", NULL, closure_lends },
	{ "untype-escaping", "E0521", NULL, untype_escaping },
	{ "other-kind", "E0323 E0325", NULL, other_kind },
	{ "constant-type", "E0326", NULL, constant_type },
	{ "rename-to-trait", "E0407", NULL, rename_to_trait },
	{ "newtype", "E0117 E0120", NULL, newtype },
	{ "wrap-newtype", "E0277 E0599", NULL, wrap_newtype },
	{ "join-traits", "E0225", NULL, join_traits },
	{ "struct-bound", "E0404", NULL, struct_bound },
	{ "parameter-to-fn", "E0207", NULL, parameter_to_fn },
	{ "bound-to-type", "E0367", NULL, bound_to_type },
	{ "general-drop", "E0366", NULL, general_drop },
	{ "same-bounds", "E0276", NULL, same_bounds },
	{ "impl-for-dyn", "E0038", NULL, impl_for_dyn },
	{ "lend-self", "E0161", NULL, lend_self },
	{ "empty-impl", "E0277", "the trait bound `_` is not satisfied", empty_impl },
	{ "empty-impl-for-method", "E0599", "no method named `_` found for _", empty_impl },
	{ "plain-function", "E0308", "mismatched types", plain_function },
	{ "outlives", "- E0478 E0491", "_lifetime_", outlives },
	{ "no-static", "- E0521", NULL, no_static },
	{ "shorter-life", "E0597 E0716", NULL, shorter_life },
	{ NULL, NULL, NULL, NULL },
};
