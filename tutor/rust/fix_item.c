/* Templates for items: traits and their impls, fields, visibility, attributes, unsafe. */
#include "rust/fix_int.h"

/* The brace that opens the `impl` or `trait` around a byte; NONE. Its keyword goes to *keyword. */
static size_t body_around(const struct fix *f, uint32_t at, const char *what, size_t *keyword)
{
	size_t open = fix_token(f, at);

	while ((open = fix_around(f, open)) != NONE) {
		if (!fix_is(f, open, "{"))
			continue;
		for (size_t i = fix_prev(f, open);
		     i != NONE && !fix_is(f, i, "}") && !fix_is(f, i, ";") && !fix_is(f, i, "{");
		     i = fix_prev(f, i))
			if (fix_is(f, i, what)) {
				*keyword = i;
				return open;
			}
	}
	return NONE;
}

/* The function called name inside the braces at open. */
static bool fn_in(const struct fix *f, size_t open, const char *name, struct fix_sig *out)
{
	size_t close = fix_match(f, open);

	for (size_t i = fix_next(f, open); i != NONE && i < close; i = fix_next(f, i)) {
		if (fix_is(f, i, "fn") && fix_is(f, fix_next(f, i), name) && fix_sig_at(f, i, out))
			return true;
		if (fix_is(f, i, "{"))
			i = fix_match(f, i);
	}
	return false;
}

/* `impl Trait for Type` around a byte: the trait's last name, owned; NULL for an inherent impl. */
static char *trait_of_impl(const struct fix *f, uint32_t at, size_t *open)
{
	size_t impl, i;
	char *name = NULL;

	*open = body_around(f, at, "impl", &impl);
	if (*open == NONE)
		return NULL;
	for (i = fix_next(f, impl); i != NONE && i < *open; i = fix_next(f, i)) {
		if (fix_is(f, i, "for"))
			return name;
		if (fix_is_ident(f, i) && !fix_is(f, fix_prev(f, i), "<") &&
		    !fix_is(f, fix_prev(f, i), ",")) {
			free(name);
			name = fix_word(f, i);
		}
	}
	free(name);
	return NULL;
}

/* From `fn` to the end of the return type (or the where clause): the signature as written. */
static char *signature(const struct fix *f, const struct fix_sig *s)
{
	uint32_t from = fix_start(f, s->fn), to = s->ret_to;
	size_t p = fix_prev(f, s->fn);

	while (fix_is(f, p, "unsafe") || fix_is(f, p, "async") || fix_is(f, p, "const")) {
		from = fix_start(f, p);
		p = fix_prev(f, p);
	}
	return fix_text(f, from, to);
}

/* The impl lacks functions of a trait in this file: their signatures with todo!(). */
static void stub_items(struct fix *f)
{
	size_t impl = fix_first(f, f->p->byte_start), open = fix_body(f, impl), def, body, close, i,
	       last = NONE;
	char *trait = NULL, *indent;
	struct edits *e = NULL;
	struct fix_sig s, have;

	for (i = impl; i != NONE && i < open && !fix_is(f, i, "for"); i = fix_next(f, i))
		if (fix_is_ident(f, i) && !fix_is(f, fix_prev(f, i), "<"))
			last = i;
	trait = fix_word(f, last);
	def = fix_def(f, "trait", trait);
	body = fix_body(f, def);
	close = fix_match(f, body);
	indent = fix_indent(f, fix_start(f, impl));
	for (i = fix_next(f, body); open != NONE && close != NONE && i != NONE && i < close;
	     i = fix_next(f, i)) {
		char *name = fix_is(f, i, "fn") ? fix_word(f, fix_next(f, i)) : NULL;

		if (name && fix_sig_at(f, i, &s) && s.body == NONE &&
		    !fn_in(f, open, name, &have)) {
			char *sig = signature(f, &s);

			if (!e)
				e = fix_new(f, EDIT_STUB,
					    "An impl must have all functions of its trait; the "
					    "missing ones are to be written.");
			fix_put(e, fix_end(f, open), fix_end(f, open),
				"\n%s    %s {\n%s        todo!()\n%s    }", indent, sig, indent,
				indent);
			free(sig);
		}
		free(name);
		if (fix_is(f, i, "{"))
			i = fix_match(f, i);
	}
	free(indent);
	free(trait);
}

/*
 * A function that the trait does not have: the trait gets its signature, or the function an impl
 * of its own.
 */
static void extend_trait(struct fix *f)
{
	struct fix_sig s;
	size_t open, def, body;
	char *trait = trait_of_impl(f, f->p->byte_start, &open), *sig, *indent;

	if (trait && fix_fn_around(f, f->p->byte_start, &s) &&
	    (def = fix_def(f, "trait", trait)) != NONE &&
	    (body = fix_match(f, fix_body(f, def))) != NONE) {
		sig = signature(f, &s);
		indent = fix_indent(f, fix_start(f, fix_prev(f, body)));
		fix_put(fix_new(f, 0,
				"The trait `%s` lists all functions of its impls: this one was "
				"missing there.",
				trait),
			fix_end(f, fix_prev(f, body)), fix_end(f, fix_prev(f, body)), "\n%s%s%s;",
			fix_is(f, fix_prev(f, body), "{") ? "    " : "", indent, sig);
		free(sig);
		free(indent);
	}
	free(trait);
}

/* The whole item (with its `;` or braces) that the primary span names goes away. */
static void delete_item(struct fix *f)
{
	uint32_t from, to;

	if (fix_stmt(f, f->p->byte_start, &from, &to))
		fix_one(f, EDIT_ASK, from, to, "",
			"The trait has no such item; without it the impl fits.");
}

/* The impl's signature is not the trait's: the trait's is copied. */
static void copy_signature(struct fix *f)
{
	struct fix_sig mine, theirs;
	size_t open, def;
	char *trait = trait_of_impl(f, f->p->byte_start, &open), *name, *sig;

	if (trait && fix_fn_around(f, f->p->byte_start, &mine) &&
	    (def = fix_def(f, "trait", trait)) != NONE) {
		name = fix_word(f, mine.name);
		if (fix_body(f, def) != NONE && fn_in(f, fix_body(f, def), name, &theirs)) {
			sig = signature(f, &theirs);
			fix_one(f, 0, fix_start(f, mine.fn), mine.ret_to, sig,
				"A function of an impl has the very signature that the trait gives "
				"it.");
			free(sig);
			sig = signature(f, &mine);
			fix_one(f, EDIT_RISKY, fix_start(f, theirs.fn), theirs.ret_to, sig,
				"The trait gives its function the signature that the impl uses.");
			free(sig);
		}
		free(name);
	}
	free(trait);
}

/* `impl i32 { … }`: only a trait of one's own may add functions to a type of somebody else's. */
static void extension_trait(struct fix *f)
{
	size_t impl = fix_first(f, f->p->byte_start), open, close, i;
	struct sbuf decl = SBUF_INIT;
	struct fix_sig s;
	struct edits *e;

	while (impl != NONE && !fix_is(f, impl, "impl"))
		impl = fix_prev(f, impl);
	open = fix_body(f, impl);
	close = fix_match(f, open);
	if (close == NONE)
		return;
	e = fix_new(
		f, 0,
		"Functions are added to a type of somebody else's through a trait of one's own.");
	sbuf_addstr(&decl, "trait Extension {");
	for (i = fix_next(f, open); i != NONE && i < close; i = fix_next(f, i)) {
		if (fix_is(f, i, "pub"))
			fix_put(e, fix_start(f, i), fix_start(f, fix_next(f, i)), "%s", "");
		if (fix_is(f, i, "fn") && fix_sig_at(f, i, &s)) {
			char *sig = signature(f, &s);

			sbuf_addf(&decl, "\n    %s;", sig);
			free(sig);
		}
		if (fix_is(f, i, "{"))
			i = fix_match(f, i);
	}
	sbuf_addstr(&decl, "\n}\n");
	fix_put(e, fix_start(f, impl), fix_start(f, impl), "%s", decl.buf);
	i = fix_next(f, impl);
	fix_put(e, fix_start(f, i), fix_start(f, i), "Extension for ");
	sbuf_release(&decl);
}

/*
 * A private field, function or item: its definition gets `pub`. The note says where it is, else
 * its name.
 */
static void make_pub(struct fix *f)
{
	const struct diag_span *s = fix_child(f, "_ defined here");
	size_t i;

	if (!s)
		s = fix_label(f, "_ declared as private");
	i = s ? fix_first(f, s->byte_start) : NONE;
	if (fix_is(f, i, "pub") || i == NONE)
		return;
	fix_one(f, EDIT_RISKY, fix_start(f, i), fix_start(f, i), "pub ",
		"Outside its module only what is `pub` can be used.");
}

static void make_field_pub(struct fix *f)
{
	char *type = xstrdup(fix_name(f, 1)), *colon;
	const char *bare = type;
	size_t body, close;

	while ((colon = strstr(bare, "::")))
		bare = colon + 2;
	type[strcspn(type, "<")] = '\0';
	body = fix_body(f, fix_def(f, "struct", bare));
	close = fix_match(f, body);
	for (size_t i = body; i != NONE && close != NONE && i < close; i = fix_next(f, i))
		if (fix_is(f, i, fix_name(f, 0)) && fix_is(f, fix_next(f, i), ":") &&
		    !fix_is(f, fix_prev(f, i), "pub")) {
			fix_one(f, EDIT_RISKY, fix_start(f, i), fix_start(f, i), "pub ",
				"Outside its module only a `pub` field can be used.");
			break;
		}
	free(type);
}

static void make_fn_pub(struct fix *f)
{
	const struct diag_span *s = fix_label(f, "private _ defined here");
	size_t i = s ? fix_first(f, s->byte_start) : NONE;

	if (i != NONE && !fix_is(f, i, "pub"))
		fix_one(f, EDIT_RISKY, fix_start(f, i), fix_start(f, i), "pub ",
			"Outside its module only a `pub` function can be used.");
}

/* The struct's braces around a literal's name: where its fields go. */
static size_t literal_body(const struct fix *f)
{
	size_t i = fix_next(f, fix_token(f, f->p->byte_end ? f->p->byte_end - 1 : 0));

	return fix_is(f, i, "{") ? i : NONE;
}

static void missing_fields(struct fix *f)
{
	size_t open = literal_body(f), close = fix_match(f, open), last, def;
	struct edits *e;
	bool comma;

	if (close == NONE)
		return;
	last = fix_prev(f, close);
	comma = last != open && !fix_is(f, last, ",");
	e = fix_new(f, EDIT_STUB,
		    "A struct is made with all its fields; the missing values are made up.");
	def = fix_def(f, "struct", fix_name(f, f->names.n ? f->names.n - 1 : 0));
	for (size_t k = 0; k + 1 < f->names.n; k++) {
		const char *value = "todo!()";
		char *type = NULL;

		for (size_t i = fix_body(f, def);
		     def != NONE && i != NONE && i < fix_match(f, fix_body(f, def));
		     i = fix_next(f, i))
			if (fix_is(f, i, fix_name(f, k)) && fix_is(f, fix_next(f, i), ":")) {
				size_t t = fix_next(f, fix_next(f, i)), end = t;

				while (end != NONE && !fix_is(f, end, ",") && !fix_is(f, end, "}"))
					end = fix_next(f, end);
				free(type);
				type = fix_text(f, fix_start(f, t), fix_end(f, fix_prev(f, end)));
				value = fix_default_of(type);
			}
		fix_put(e, fix_end(f, last), fix_end(f, last), "%s %s: %s", k || comma ? "," : "",
			fix_name(f, k), value);
		free(type);
	}
	fix_one(f, EDIT_STUB, fix_end(f, last), fix_end(f, last),
		comma ? ", ..Default::default()" : " ..Default::default()",
		"The fields that are not named take their default values.");
}

/* `x.foo`, `S { foo: 1 }`: a field that exists, the one that is spelled most like it first. */
static void other_field(struct fix *f)
{
	for (size_t i = 0; i < f->d->n_children; i++) {
		const char *m = f->d->children[i].message;
		char *name;

		if (!starts_with(m, "available field") && !strstr(m, "available fields are"))
			continue;
		for (size_t k = 0; k < 4 && (name = fix_quoted(m, k)); k++) {
			fix_one(f, EDIT_ASK, f->p->byte_start, f->p->byte_end, name,
				"The struct has a field of this name.");
			free(name);
		}
	}
	for (size_t k = 0; k < 4; k++) {
		char *name = f->p->label && strstr(f->p->label, "available field")
				     ? fix_quoted(f->p->label, k)
				     : NULL;

		if (name)
			fix_one(f, EDIT_ASK, f->p->byte_start, f->p->byte_end, name,
				"The struct has a field of this name.");
		free(name);
	}
}

/*
 * "struct `S` has no field named `f`" (a literal) names the struct first, "no field `f` on type
 * `S`" last.
 */
static bool code_is_literal(const struct fix *f)
{
	return !f->d->code || !streq(f->d->code, "E0609");
}

/* The struct gets the field. Its type follows from the value given, as far as that shows. */
static void add_field(struct fix *f)
{
	bool first = code_is_literal(f);
	const char *type = fix_name(f, first ? 0 : 1), *field = fix_name(f, first ? 1 : 0),
		   *bare = strrchr(type, ':');
	size_t def = fix_def(f, "struct", bare ? bare + 1 : type), body = fix_body(f, def),
	       close = fix_match(f, body), last, value;
	const char *guess = "i32";

	if (close == NONE)
		return;
	value = fix_next(f, fix_next(f, fix_first(f, f->p->byte_start)));
	if (fix_is_kind(f, value, TOKEN_STRING))
		guess = "&'static str";
	else if (fix_is_kind(f, value, TOKEN_FLOAT))
		guess = "f64";
	else if (fix_is(f, value, "true") || fix_is(f, value, "false"))
		guess = "bool";
	else if (fix_is(f, value, "String"))
		guess = "String";
	last = fix_prev(f, close);
	fix_put(fix_new(f, EDIT_ASK, "The struct `%s` has no such field yet: it gets one.", type),
		fix_end(f, last), fix_end(f, last), "%s %s: %s",
		last == body || fix_is(f, last, ",") ? "" : ",", field, guess);
}

/* How many things stand between brackets, `self` apart? */
static size_t count_listed(const struct fix *f, size_t open)
{
	size_t close = fix_match(f, open), n = 0;
	bool some = false;

	for (size_t i = fix_next(f, open); close != NONE && i != NONE && i < close; i = fix_next(f, i)) {
		if (fix_is(f, i, "self"))
			some = false;
		else if (fix_is(f, i, ","))
			some = false;
		else if (!some && !fix_is(f, i, "&") && !fix_is(f, i, "mut"))
			n += some = true;
		if (fix_is_kind(f, i, TOKEN_OPEN))
			i = fix_match(f, i);
	}
	return n;
}

/* Two functions of one name: calls with as many arguments as only the second one takes mean that. */
static void rename_calls(struct fix *f, struct edits *e, size_t second)
{
	char *name = fix_word(f, second);
	size_t first = fix_def(f, "fn", name), n;
	struct fix_sig a, b;

	if (first != NONE && first != second && fix_sig_at(f, fix_prev(f, first), &a) && fix_sig_at(f, fix_prev(f, second), &b) &&
	    (n = count_listed(f, b.open)) != count_listed(f, a.open))
		for (size_t i = fix_first(f, 0); i != NONE; i = fix_next(f, i))
			if (fix_is(f, i, name) && fix_is(f, fix_next(f, i), "(") && !fix_is(f, fix_prev(f, i), "fn") &&
			    count_listed(f, fix_next(f, i)) == n)
				fix_put(e, fix_start(f, i), fix_end(f, i), "%s2", name);
	free(name);
}

/* A name that is there twice: the second one is renamed. */
static void rename_second(struct fix *f)
{
	size_t i = fix_first(f, f->p->byte_start);
	const char *name = fix_name(f, 0);

	for (; i != NONE && fix_start(f, i) < f->p->byte_end; i = fix_next(f, i)) {
		if (!fix_is(f, i, name))
			continue;
		struct edits *e = fix_new(f, EDIT_ASK,
					  "Two things cannot have one name here: the second one gets "
					  "another.");

		fix_put(e, fix_start(f, i), fix_end(f, i), "%s2", name);
		rename_calls(f, e, i);
		return;
	}
}

/* A second field, parameter or derive of one name goes away, with its comma. */
static void delete_second(struct fix *f)
{
	size_t first = fix_first(f, f->p->byte_start), end = first;

	while (end != NONE && !fix_is(f, end, ",") && !fix_is_kind(f, end, TOKEN_CLOSE) &&
	       !fix_is(f, end, ";"))
		end = fix_is_kind(f, end, TOKEN_OPEN) ? fix_next(f, fix_match(f, end))
						      : fix_next(f, end);
	if (end != NONE)
		fix_one(f, EDIT_ASK, fix_start(f, first),
			fix_is(f, end, ",") ? fix_end(f, end) : fix_start(f, end), "",
			"It is there already: once is enough.");
}

/* `Copy` cannot be derived here: it is taken out of the list. */
static void drop_copy(struct fix *f)
{
	size_t i = NONE;

	/* At the span (the derive names it), or in the derive of the type that the span names. */
	for (size_t k = fix_first(f, 0); k != NONE && fix_start(f, k) <= f->p->byte_start;
	     k = fix_next(f, k))
		if (fix_is(f, k, "Copy") &&
		    (fix_is(f, fix_prev(f, k), "(") || fix_is(f, fix_prev(f, k), ",")))
			i = k;
	if (i == NONE)
		return;
	if (fix_is(f, fix_prev(f, i), ","))
		fix_one(f, 0, fix_start(f, fix_prev(f, i)), fix_end(f, i), "",
			"What owns something, or has a destructor, cannot be Copy.");
	else if (fix_is(f, fix_next(f, i), ","))
		fix_one(f, 0, fix_start(f, i), fix_start(f, fix_next(f, fix_next(f, i))), "",
			"What owns something, or has a destructor, cannot be Copy.");
	else
	{
		size_t open = fix_prev(f, fix_prev(f, fix_prev(f, i))), close = fix_match(f, open);

		fix_one(f, 0, fix_start(f, i), fix_end(f, i), "Clone",
			"What owns something, or has a destructor, cannot be Copy; Clone it can "
			"be.");
		if (fix_is(f, open, "[") && close != NONE)
			fix_one(f, 0, fix_start(f, fix_prev(f, open)), fix_start(f, fix_next(f, close)), "",
				"What borrows mutably can neither be copied nor cloned.");
	}
}

/* An impl of Copy that cannot be: it goes away. */
static void drop_impl(struct fix *f)
{
	size_t i = fix_first(f, f->p->byte_start), open, close;

	while (i != NONE && !fix_is(f, i, "impl") && !fix_is(f, i, ";") && !fix_is(f, i, "}"))
		i = fix_prev(f, i);
	open = fix_is(f, i, "impl") ? fix_body(f, i) : NONE;
	close = fix_match(f, open);
	if (close != NONE)
		fix_one(f, EDIT_ASK, fix_start(f, i), fix_end(f, close), "",
			"This impl is not allowed for the type; without it the rest compiles.");
}

/* `unsafe` around the call, or the whole statement. */
static void add_unsafe(struct fix *f)
{
	uint32_t from, to;
	struct edits *e;

	e = fix_new(f, EDIT_RISKY,
		    "What the compiler cannot check stands in `unsafe`: whoever writes it vouches "
		    "for it.");
	fix_put(e, f->p->byte_start, f->p->byte_start, "unsafe { ");
	fix_put(e, f->p->byte_end, f->p->byte_end, " }");
	if (!fix_stmt(f, f->p->byte_start, &from, &to) || fix_is(f, fix_first(f, from), "let"))
		return;
	e = fix_new(f, EDIT_RISKY,
		    "What the compiler cannot check stands in `unsafe`: whoever writes it vouches "
		    "for it.");
	fix_put(e, from, from, "unsafe { ");
	fix_put(e, to, to, " }");
}

/* `unsafe impl` where the trait is not unsafe, or the other way round. */
static void unsafe_impl(struct fix *f)
{
	size_t i = fix_first(f, f->p->byte_start), before = fix_prev(f, i);

	if (fix_is(f, before, "impl") && fix_is(f, fix_prev(f, before), "unsafe")) {
		i = before;
		before = fix_prev(f, before);
	}
	if (fix_is(f, i, "unsafe"))
		fix_one(f, 0, fix_start(f, i), fix_start(f, fix_next(f, i)), "",
			"Nothing here is left for the author to vouch for: no `unsafe`.");
	else if (fix_is(f, before, "unsafe"))
		fix_one(f, 0, fix_start(f, before), fix_start(f, i), "",
			"Nothing here is left for the author to vouch for: no `unsafe`.");
	else if (fix_is(f, i, "impl"))
		fix_one(f, EDIT_RISKY, fix_start(f, i), fix_start(f, i), "unsafe ",
			"The trait is unsafe: its impl vouches for what it asks.");
}

/* The struct's values get the marker too: `S { raw }`, `Self { raw }` in an impl of it is left to the next step. */
static void mark_literals(struct fix *f, struct edits *e, size_t type)
{
	char *word = fix_word(f, type);

	for (size_t i = fix_next(f, type); i != NONE; i = fix_next(f, i)) {
		size_t open = fix_next(f, i), close = fix_match(f, open), before = fix_prev(f, i), last = fix_prev(f, close);

		if (!fix_is(f, i, word) || !fix_is(f, open, "{") || close == NONE || fix_is(f, before, "for") || fix_is(f, before, "impl") ||
		    fix_is(f, before, ">") || fix_is(f, last, "..") || fix_is(f, before, "let"))
			continue;
		if (fix_is(f, last, "}") || fix_is(f, last, ";"))
			continue; /* a body */
		fix_put(e, fix_end(f, last), fix_end(f, last), "%s _marker: std::marker::PhantomData", last == open || fix_is(f, last, ",") ? "" : ",");
	}
	free(word);
}

/* `struct S<T> { … }`: a marker field uses the parameter. */
static void add_marker(struct fix *f, size_t parameter)
{
	const char *name = fix_name(f, 0);
	size_t body = fix_body(f, parameter), close = fix_match(f, body), last = fix_prev(f, close),
	       k = parameter;
	bool lifetime = *name == '\'';

	while (k != NONE && !fix_is(f, k, "struct") && !fix_is(f, k, "enum") &&
	       !fix_is(f, k, "}") && !fix_is(f, k, ";"))
		k = fix_prev(f, k);
	if (!fix_is(f, k, "struct") || close == NONE)
		return;
	struct edits *e = fix_new(f, 0,
				  "A PhantomData field stands for a value of the type that the struct does "
				  "not hold.");
	fix_put(e, fix_end(f, last), fix_end(f, last), "%s _marker: std::marker::PhantomData<%s%s%s>,",
		last == body || fix_is(f, last, ",") ? "" : ",", lifetime ? "&" : "", name,
		lifetime ? " ()" : "");
	mark_literals(f, e, fix_next(f, k));
}

/* A parameter that no field uses: a marker uses it, or it goes. */
static void unused_parameter(struct fix *f)
{
	size_t i = fix_first(f, f->p->byte_start), before = fix_prev(f, i), after = fix_next(f, i);

	add_marker(f, i);
	if (fix_is(f, before, "<") && fix_is(f, after, ">"))
		fix_one(f, EDIT_ASK, fix_start(f, before), fix_end(f, after), "",
			"Nothing uses the parameter; without it the type is simpler.");
	else if (fix_is(f, after, ","))
		fix_one(f, EDIT_ASK, fix_start(f, i), fix_end(f, after), "",
			"Nothing uses the parameter; without it the type is simpler.");
}

/* `self` in a function without it. */
static void add_self(struct fix *f)
{
	struct fix_sig s;
	bool empty;

	if (!fix_fn_around(f, f->p->byte_start, &s))
		return;
	empty = fix_next(f, s.open) == s.close;
	fix_one(f, 0, fix_end(f, s.open), fix_end(f, s.open), empty ? "&self" : "&self, ",
		"A function that uses `self` takes it as its first parameter.");
	fix_one(f, 0, fix_end(f, s.open), fix_end(f, s.open), empty ? "&mut self" : "&mut self, ",
		"A function that changes `self` takes it as `&mut self`.");
}

/*
 * The value of a const or the tag of an enum's variant is there twice: the second one goes, and
 * counts on.
 */
static void drop_discriminant(struct fix *f)
{
	const struct diag_span *last = NULL;
	size_t eq;

	for (size_t i = 0; i < f->d->n_spans; i++)
		if (f->d->spans[i].label && diag_matches("`_` assigned here", f->d->spans[i].label))
			last = &f->d->spans[i];
	eq = last ? fix_prev(f, fix_first(f, last->byte_start)) : NONE;
	if (fix_is(f, eq, "="))
		fix_one(f, 0, fix_end(f, fix_prev(f, eq)), last->byte_end, "",
			"Two variants cannot have one number; without it, the variant counts on.");
}

/* The attribute at the span goes away. */
static void drop_attribute(struct fix *f)
{
	size_t i = fix_first(f, f->p->byte_start), hash = i;

	while (hash != NONE && !fix_is(f, hash, "#") &&
	       fix_line(f, fix_start(f, hash)) == fix_line(f, f->p->byte_start))
		hash = fix_prev(f, hash);
	if (fix_is(f, hash, "#")) {
		size_t open = fix_next(f, hash), close;

		if (fix_is(f, open, "!"))
			open = fix_next(f, open);
		close = fix_match(f, open);
		if (close != NONE)
			fix_one(f, EDIT_ASK, fix_start(f, hash), fix_end(f, close), "",
				"The attribute is not allowed here; without it the item compiles.");
		return;
	}
	/* The span may be the item's: the attributes in front of it, the nearest first. */
	for (hash = fix_prev(f, i); fix_is(f, hash, "]") || fix_is(f, hash, "pub"); hash = fix_prev(f, hash)) {
		size_t open = fix_match(f, hash);

		if (fix_is(f, hash, "pub"))
			continue;
		if (!fix_is(f, fix_prev(f, open), "#"))
			break;
		fix_one(f, EDIT_ASK, fix_start(f, fix_prev(f, open)), fix_start(f, fix_next(f, hash)), "",
			"The attribute is not allowed here; without it the item compiles.");
		hash = fix_prev(f, open);
	}
}

/* One word at the span too many: `const`, `pub`, `unsafe`, generics of main … */
static void drop_words(struct fix *f)
{
	uint32_t to = f->p->byte_end;

	while (to < f->len && f->text[to] == ' ')
		to++;
	fix_one(f, 0, f->p->byte_start, to, "",
		"It is not allowed here, and nothing is lost without it.");
}

const struct fix_row fix_item_rows[] = {
	{ "stub-items", "E0046", NULL, stub_items },
	{ "extend-trait", "E0407", NULL, extend_trait },
	{ "delete-item", "E0407 E0437 E0438 E0428 E0201 E0592", NULL, delete_item },
	{ "copy-signature", "E0049 E0050 E0053 E0106 E0185 E0186 E0195 E0643", NULL, copy_signature },
	{ "extension-trait", "E0116 E0390", NULL, extension_trait },
	{ "make-pub", "E0603 E0446", NULL, make_pub },
	{ "make-field-pub", "E0616 E0451", NULL, make_field_pub },
	{ "make-fn-pub", "E0624", NULL, make_fn_pub },
	{ "missing-fields", "E0063", NULL, missing_fields },
	{ "other-field", "E0609 E0560 E0559 E0026", NULL, other_field },
	{ "add-field", "E0609 E0560", NULL, add_field },
	{ "rename-second", "E0124 E0128 E0201 E0403 E0415 E0416 E0428 E0592 E0496", NULL,
	  rename_second },
	{ "delete-second", "E0025 E0062 E0124 E0719 E0203", NULL, delete_second },
	{ "drop-copy", "E0204 E0184", NULL, drop_copy },
	{ "drop-impl", "E0204 E0206 E0119 E0117 E0118 E0120 E0322 E0321 E0371", NULL, drop_impl },
	{ "add-unsafe", "E0133", NULL, add_unsafe },
	{ "unsafe-impl", "E0197 E0198 E0199 E0200", NULL, unsafe_impl },
	{ "unused-parameter", "E0392", NULL, unused_parameter },
	{ "add-self", "E0424", NULL, add_self },
	{ "drop-discriminant", "E0081", NULL, drop_discriminant },
	{ "drop-attribute",
	  "E0452 E0453 E0454 E0459 E0517 E0518 E0539 E0538 E0552 E0565 E0589 E0692 E0710 E0734 "
	  "E0774 E0777 E0084 E0587 E0588 E0690 E0731 E0736 E0737 E0648",
	  NULL, drop_attribute },
	{ "drop-words", "E0131 E0646 E0379 E0449 E0704 E0742 E0703 E0226", NULL, drop_words },
	{ NULL, NULL, NULL, NULL },
};
