/* Templates that look around for what is missing: variables, fields and arms that are there already. */
#include <ctype.h>

#include "rust/fix_int.h"

/* --- variables in sight --- */

/* A type as far as a value's first tokens show it; NULL. */
static const char *type_of_value(const struct fix *f, size_t i)
{
	if (fix_is(f, i, "-"))
		i = fix_next(f, i);
	if (fix_is(f, i, "format") && fix_is(f, fix_next(f, i), "!"))
		return "String";
	return fix_guess_type(f, i);
}

/* The type that a `let` gives its variable: written out, or seen from the value. Owned; "" when it cannot be told. */
static char *type_of_let(const struct fix *f, const struct fix_let *let)
{
	size_t colon = fix_next(f, let->name), value = fix_first(f, let->init_from), last;
	const char *type;

	if (fix_is(f, colon, ":")) {
		for (last = colon; last != NONE && !fix_is(f, fix_next(f, last), "=") && !fix_is(f, fix_next(f, last), ";");)
			last = fix_next(f, last);
		return fix_text(f, fix_start(f, fix_next(f, colon)), fix_end(f, last));
	}
	if (let->init_from == let->init_to)
		return xstrdup("");
	type = type_of_value(f, value);
	last = fix_token(f, let->init_to - 1);
	if (fix_is(f, last, ")") && fix_is(f, fix_prev(f, fix_match(f, last)), "to_string"))
		type = "String";
	if (!type && fix_is_ident(f, value) && (fix_is(f, fix_next(f, value), "{") || fix_is(f, fix_next(f, fix_next(f, value)), ":")))
		return fix_word(f, value); /* a struct's value, or Type::new(…) */
	return xstrdup(type ? type : "");
}

/* `let (a, b) = (1, "x");`: the names, with types as far as the values show them. */
static void tuple_in_sight(const struct fix *f, size_t let, struct strv *names, struct strv *types)
{
	size_t open = fix_next(f, let), close = fix_match(f, open), values = fix_next(f, fix_next(f, close)), v;
	const char *type;

	if (!fix_is(f, open, "(") || close == NONE || !fix_is(f, fix_next(f, close), "="))
		return;
	v = fix_is(f, values, "(") ? fix_next(f, values) : NONE;
	for (size_t i = fix_next(f, open); i != NONE && i < close; i = fix_next(f, i)) {
		if (fix_is_ident(f, i)) {
			type = v != NONE ? type_of_value(f, v) : NULL;
			strv_push_take(names, fix_word(f, i));
			strv_push_take(types, xstrdup(type ? type : ""));
		}
		while (fix_is(f, i, ",") && v != NONE && !fix_is(f, v, ","))
			v = fix_is_kind(f, v, TOKEN_CLOSE) ? NONE : fix_is_kind(f, v, TOKEN_OPEN) ? fix_next(f, fix_match(f, v)) : fix_next(f, v);
		if (fix_is(f, i, ","))
			v = fix_next(f, v);
	}
}

/* All variables that a function binds before a byte: names and types side by side. */
static void in_sight(const struct fix *f, uint32_t at, struct strv *names, struct strv *types)
{
	struct fix_sig s;
	struct fix_let let;

	if (!fix_fn_around(f, at, &s))
		return;
	for (size_t i = s.body; i != NONE && fix_start(f, i) < at; i = fix_next(f, i))
		if (fix_is(f, i, "let") && fix_let_at(f, fix_start(f, i), &let) && let.to <= at) {
			strv_push_take(names, fix_word(f, let.name));
			strv_push_take(types, type_of_let(f, &let));
		} else if (fix_is(f, i, "let")) {
			tuple_in_sight(f, i, names, types);
		}
	for (size_t i = fix_next(f, s.open), end; i != NONE && i < s.close; i = fix_next(f, end)) {
		size_t name = fix_is(f, i, "mut") ? fix_next(f, i) : i, colon = fix_next(f, name);

		for (end = i; end != NONE && end != s.close && !fix_is(f, end, ",");)
			end = fix_is_kind(f, end, TOKEN_OPEN) ? fix_next(f, fix_match(f, end)) : fix_next(f, end);
		if (fix_is_ident(f, name) && fix_is(f, colon, ":")) {
			strv_push_take(names, fix_word(f, name));
			strv_push_take(types, fix_text(f, fix_start(f, fix_next(f, colon)), fix_end(f, fix_prev(f, end))));
		}
		if (end == s.close || end == NONE)
			break;
	}
}

/* May a value of one type be handed over where the other is wanted, perhaps lent (`&`)? */
static bool hand_over(const char *have, const char *want, const char **before)
{
	*before = "";
	if (streq(have, want))
		return true;
	*before = "&";
	return *want == '&' && (streq(have, want + 1) || (streq(want, "&str") && streq(have, "String")));
}


/* rustc's own proposal has holes, each with its type: variables in sight fill them, those first that nothing uses yet. */
static void args_in_scope(struct fix *f)
{
	struct strv names = STRV_INIT, types = STRV_INIT;
	struct edits *v;
	size_t n = diag_suggestions(f->d, f->file, &v);

	in_sight(f, f->p->byte_start, &names, &types);
	for (size_t k = 0; k < n; k++) {
		const char *hole, *end;
		char *want;

		if (v[k].n != 1 || !(hole = strstr(v[k].v[0].text, "/* ")) || !(end = strstr(hole, " */")) || strstr(end + 3, "/* "))
			continue;
		want = xmemdupz(hole + 3, (size_t)(end - hole - 3));
		for (int used = 0; used < 2; used++)
			for (size_t i = names.n; i--;) {
				const char *before;
				bool fits = hand_over(types.v[i], want, &before);

				/* A literal's number type is open, and so is what cannot be told from here. */
				if (!fits && (!*types.v[i] || (fix_is_number(want) && !fix_is_float(want) && streq(types.v[i], "i32")))) {
					fits = true;
					before = "";
				}
				if (!fits || (fix_times_named(f, names.v[i], 0, (uint32_t)f->len) > 1) != used)
					continue;
				fix_put(fix_new(f, used ? EDIT_RISKY : 0, "The call lacks a value, and `%s` in sight here is of the right type.", names.v[i]),
					v[k].v[0].start, v[k].v[0].end, "%.*s%s%s%s", (int)(hole - v[k].v[0].text), v[k].v[0].text, before,
					names.v[i], end + 3);
			}
		free(want);
	}
	edits_free_all(v, n);
	strv_release(&names);
	strv_release(&types);
}

static size_t position_of(const struct strv *v, const char *name)
{
	for (size_t i = 0; i < v->n; i++)
		if (streq(v->v[i], name))
			return i;
	return NONE;
}

static bool has_default(const struct fix *f, const char *type)
{
	size_t def = fix_def(f, "struct", type);
	char *impl = xstrfmt("Default for %s", type);
	bool has = memmem(f->text, f->len, impl, strlen(impl)) != NULL;

	free(impl);
	for (size_t i = fix_prev(f, def), n = 0; i != NONE && n < 60 && !fix_is(f, i, "}") && !fix_is(f, i, ";"); i = fix_prev(f, i), n++)
		has |= fix_is(f, i, "Default");
	return has;
}

/* A field's value before anybody gave it one; NULL when its type has none that is plain. */
static const char *empty_of(const char *type)
{
	static const char *const made[] = { "Vec", "HashMap", "HashSet", "BTreeMap", "BTreeSet", "VecDeque", "BinaryHeap" };

	for (size_t i = 0; i < ARRAY_SIZE(made); i++)
		if (starts_with(type, made[i]))
			return "Default::default()";
	return streq(fix_default_of(type), "todo!()") ? NULL : fix_default_of(type);
}

/* The fields of a struct with braces: names and types; false: it has none. */
static bool fields_of(const struct fix *f, size_t def, struct strv *names, struct strv *types)
{
	size_t open = fix_body(f, def), close = fix_match(f, open), end;

	if (close == NONE)
		return false;
	for (size_t i = fix_next(f, open); i != NONE && i < close; i = fix_next(f, end)) {
		size_t name, depth = 0;

		while (fix_is(f, i, "#"))
			i = fix_next(f, fix_match(f, fix_next(f, i)));
		name = fix_is(f, i, "pub") ? fix_next(f, i) : i;
		if (fix_is(f, name, "("))
			name = fix_next(f, fix_match(f, name));
		for (end = name; end != NONE && end != close && (depth || !fix_is(f, end, ",")); end = fix_next(f, end)) {
			depth += fix_is(f, end, "<") || fix_is_kind(f, end, TOKEN_OPEN);
			if (depth && (fix_is(f, end, ">") || fix_is_kind(f, end, TOKEN_CLOSE)) && !fix_is(f, fix_prev(f, end), "-"))
				depth--;
		}
		if (!fix_is_ident(f, name) || !fix_is(f, fix_next(f, name), ":") || end == NONE)
			return false;
		strv_push_take(names, fix_word(f, name));
		strv_push_take(types, fix_text(f, fix_start(f, fix_next(f, fix_next(f, name))), fix_end(f, fix_prev(f, end))));
		if (end == close)
			break;
	}
	return names->n > 0;
}

/* Is it a field that only marks a type parameter as used? */
static bool is_marker(const struct fix *f, const char *type, const char *field)
{
	struct strv names = STRV_INIT, types = STRV_INIT;
	size_t def = fix_def(f, "struct", type), k = def != NONE && fields_of(f, def, &names, &types) ? position_of(&names, field) : NONE;
	bool is = k != NONE && strstr(types.v[k], "PhantomData");

	strv_release(&names);
	strv_release(&types);
	return is;
}

/* A struct's value lacks fields: variables of their names are in sight, or the type knows its own defaults. */
static void fields_in_scope(struct fix *f)
{
	size_t open = fix_next(f, fix_token(f, f->p->byte_end ? f->p->byte_end - 1 : 0)), last = fix_prev(f, fix_match(f, open));
	const char *type = fix_name(f, f->names.n ? f->names.n - 1 : 0);
	struct strv names = STRV_INIT, types = STRV_INIT;
	struct sbuf add = SBUF_INIT;
	bool all = f->names.n > 1, marker;

	if (!fix_is(f, open, "{") || last == NONE)
		return;
	in_sight(f, f->p->byte_start, &names, &types);
	for (size_t k = 0; k + 1 < f->names.n; k++) {
		marker = is_marker(f, type, fix_name(f, k));
		all &= marker || position_of(&names, fix_name(f, k)) != NONE;
		sbuf_addf(&add, "%s %s%s", k || (last != open && !fix_is(f, last, ",")) ? "," : "", fix_name(f, k),
			  marker ? ": std::marker::PhantomData" : "");
	}
	if (all)
		fix_one(f, 0, fix_end(f, last), fix_end(f, last), add.buf, "Variables with the fields' names are in sight: they give the values.");
	if (has_default(f, type))
		fix_one(f, 0, fix_end(f, last), fix_end(f, last),
			last == open || fix_is(f, last, ",") ? " ..Default::default()" : ", ..Default::default()",
			"The type has default values; they stand for the fields that are not named.");
	sbuf_release(&add);
	strv_release(&names);
	strv_release(&types);
}

/* `S { a: 1, .. }`: the rest comes from another value of the type. */
static void base_in_scope(struct fix *f)
{
	size_t open = fix_around(f, fix_token(f, f->p->byte_start ? f->p->byte_start - 1 : 0)), name = fix_prev(f, open);
	struct strv names = STRV_INIT, types = STRV_INIT;
	char *type = name != NONE ? fix_word(f, name) : xstrdup("");

	in_sight(f, f->p->byte_start, &names, &types);
	for (size_t i = names.n; i--;)
		if (*type && streq(types.v[i], type))
			fix_put(fix_new(f, 0, "Behind `..` stands the value that the other fields come from: `%s` is one of this type.", names.v[i]),
				f->p->byte_start, f->p->byte_end, "%s", names.v[i]);
	if (*type && has_default(f, type))
		fix_one(f, 0, f->p->byte_start, f->p->byte_end, "Default::default()",
			"Behind `..` stands the value that the other fields come from: the type's defaults.");
	free(type);
	strv_release(&names);
	strv_release(&types);
}

static size_t count_arguments(const struct fix *f, size_t open)
{
	size_t close = fix_match(f, open), n = 0;

	for (size_t i = fix_next(f, open); i != NONE && close != NONE && i < close; i = fix_next(f, i)) {
		n += n == 0;
		n += fix_is(f, i, ",") && fix_next(f, i) != close;
		if (fix_is_kind(f, i, TOKEN_OPEN))
			i = fix_match(f, i);
	}
	return n;
}

/* `Rect::new(3, 4)` of a struct with two fields: what `new` does is known. */
static void new_from_fields(struct fix *f)
{
	const char *name = fix_name(f, 0), *type = fix_name(f, 1);
	size_t def = fix_def(f, "struct", type), open = fix_next(f, fix_token(f, f->p->byte_end ? f->p->byte_end - 1 : 0)), given;
	struct strv names = STRV_INIT, types = STRV_INIT;
	struct sbuf params = SBUF_INIT, body = SBUF_INIT;
	bool plain = true;

	if (def == NONE || !streq(name, "new") || !fix_is(f, open, "(") || fix_is(f, fix_next(f, def), "<") || !fields_of(f, def, &names, &types)) {
		strv_release(&names);
		strv_release(&types);
		return;
	}
	given = count_arguments(f, open);
	for (size_t i = 0; i < names.n; i++) {
		const char *empty = empty_of(types.v[i]);

		if (given == names.n)
			sbuf_addf(&params, "%s%s: %s", i ? ", " : "", names.v[i], types.v[i]);
		sbuf_addf(&body, "%s%s%s%s", i ? ", " : "", names.v[i], given == names.n ? "" : ": ", given == names.n || !empty ? "" : empty);
		plain &= given == names.n || (!given && empty);
	}
	if (plain) {
		uint32_t at = fix_end(f, fix_match(f, fix_body(f, def)));

		fix_put(fix_new(f, given ? 0 : EDIT_RISKY, "A struct has no `new` of its own; one that fills its fields is what is meant by the name."), at,
			at, "\n\nimpl %s {\n    pub fn new(%s) -> Self {\n        Self { %s }\n    }\n}", type, params.buf, body.buf);
	}
	sbuf_release(&params);
	sbuf_release(&body);
	strv_release(&names);
	strv_release(&types);
}

/* A struct that is nowhere, and a value of it with all of its fields: they say what it is. */
static void struct_of_literal(struct fix *f)
{
	size_t name = fix_first(f, f->p->byte_start), open = fix_next(f, name), close = fix_match(f, open);
	struct sbuf fields = SBUF_INIT;
	struct fix_sig s;
	bool known = fix_is_ident(f, name) && fix_is(f, open, "{") && close != NONE && fix_next(f, open) != close;
	uint32_t at = fix_fn_around(f, f->p->byte_start, &s) ? fix_line(f, fix_start(f, s.fn)) : 0;

	for (size_t i = fix_next(f, open); known && i != NONE && i < close;) {
		const char *type = fix_is(f, fix_next(f, i), ":") ? type_of_value(f, fix_next(f, fix_next(f, i))) : NULL;

		if ((known = fix_is_ident(f, i) && type))
			sbuf_addf(&fields, "    %.*s: %s,\n", (int)(fix_end(f, i) - fix_start(f, i)), f->text + fix_start(f, i),
				  streq(type, "&str") ? "&'static str" : type);
		while (i != NONE && i < close && !fix_is(f, i, ","))
			i = fix_is_kind(f, i, TOKEN_OPEN) ? fix_next(f, fix_match(f, i)) : fix_next(f, i);
		i = i != NONE && i < close ? fix_next(f, i) : close;
	}
	if (known)
		fix_put(fix_new(f, EDIT_ASK, "There is no such struct yet; the value says which fields it has."), at, at, "struct %.*s {\n%s}\n\n",
			(int)(fix_end(f, name) - fix_start(f, name)), f->text + fix_start(f, name), fields.buf);
	sbuf_release(&fields);
}

/* `a.get_balance()`, where the struct has a field `balance`. */
static void field_for_getter(struct fix *f)
{
	const char *name = fix_name(f, 0), *type = fix_name(f, 1);
	size_t def, at = fix_first(f, f->p->byte_start), open = fix_next(f, at);
	struct strv names = STRV_INIT, types = STRV_INIT;

	type += *type == '&';
	def = fix_def(f, "struct", type);
	name += starts_with(name, "get_") ? 4 : 0;
	if (def != NONE && fix_is(f, open, "(") && fix_next(f, open) == fix_match(f, open) && fields_of(f, def, &names, &types) &&
	    position_of(&names, name) != NONE)
		fix_put(fix_new(f, 0, "`%s` is a field, which is read by its name alone.", name), fix_start(f, at),
			fix_end(f, fix_match(f, open)), "%s", name);
	strv_release(&names);
	strv_release(&types);
}

/* A function uses a variable of the one that calls it: it is handed over. */
static void pass_variable(struct fix *f)
{
	const char *name = fix_name(f, 0);
	struct fix_sig mine, other;
	struct fix_let let;
	struct edits *e;
	char *fn, *type;
	bool called = false, lend;

	if (!*name || !fix_fn_around(f, f->p->byte_start, &mine) || mine.body == NONE)
		return;
	fn = fix_word(f, mine.name);
	type = NULL;
	for (size_t i = fix_first(f, 0); i != NONE && !type; i = fix_next(f, i)) {
		bool inside = i > mine.fn && i < mine.body_end;

		if (!inside && fix_is(f, i, "let") && fix_let_at(f, fix_start(f, i), &let) && fix_is(f, let.name, name) &&
		    fix_fn_around(f, let.from, &other) && other.fn != mine.fn)
			type = type_of_let(f, &let);
	}
	if (type && *type && !streq(fn, "main") && !strchr(type, '<')) {
		lend = !fix_is_number(type) && !streq(type, "bool") && !streq(type, "char") && *type != '&';
		e = fix_new(f, 0, "A function sees only its own variables: `%s` is handed over where it is called.", name);
		fix_put(e, fix_start(f, mine.close), fix_start(f, mine.close), "%s%s: %s%s", fix_next(f, mine.open) == mine.close ? "" : ", ", name,
			lend ? "&" : "", lend && streq(type, "String") ? "str" : type);
		for (size_t i = fix_first(f, 0); i != NONE; i = fix_next(f, i)) {
			size_t open = fix_next(f, i), close = fix_match(f, open), before = fix_prev(f, i);

			if (!fix_is(f, i, fn) || i == mine.name || !fix_is(f, open, "(") || close == NONE || fix_is(f, before, "."))
				continue;
			fix_put(e, fix_start(f, close), fix_start(f, close), "%s%s%s", fix_next(f, open) == close ? "" : ", ", lend ? "&" : "", name);
			called = true;
		}
		if (!called)
			edits_release(&f->v[--f->n]);
	}
	free(type);
	free(fn);
}

/* A variable gets its first value only behind its first use: it gets it where it is made. */
static void initialise_early(struct fix *f)
{
	struct fix_let let;
	size_t name, eq;
	uint32_t from, to;
	char *value;
	struct edits *e;

	if (!fix_let_of(f, fix_name(f, 0), f->p->byte_start, &let) || let.init_from != let.init_to || let.to == let.from)
		return;
	for (name = fix_first(f, f->p->byte_end); name != NONE; name = fix_next(f, name)) {
		eq = fix_next(f, name);
		if (!fix_is(f, name, fix_name(f, 0)) || !fix_is(f, eq, "=") || fix_is(f, fix_next(f, eq), "=") ||
		    !fix_stmt(f, fix_start(f, name), &from, &to) || from != fix_start(f, name) || f->text[to - 1] != ';')
			continue;
		value = fix_text(f, fix_start(f, fix_next(f, eq)), to - 1);
		e = fix_new(f, 0, "A variable must have a value before it is read: it gets its first one where it is made.");
		fix_put(e, let.to - 1, let.to - 1, " = %s", value);
		fix_put(e, from, to, "%s", "");
		free(value);
		return;
	}
}

/* --- what a value is taken out of --- */

/* `a + b` with an Option on the right: the operand is what follows the operator. */
static void operand_inside(struct fix *f)
{
	size_t first = fix_next(f, fix_token(f, f->p->byte_end ? f->p->byte_end - 1 : 0)), last = first;
	bool mentions = strstr(f->d->message, "Option<") || strstr(f->d->message, "Result<");

	if (!mentions || !fix_is_ident(f, first))
		return;
	for (;;) {
		size_t after = fix_next(f, last);

		if (fix_is(f, after, "(") || fix_is(f, after, "["))
			last = fix_match(f, after);
		else if (fix_is(f, after, ".") && fix_next(f, after) != NONE)
			last = fix_next(f, after);
		else
			break;
		if (last == NONE)
			return;
	}
	fix_one(f, 0, fix_end(f, last), fix_end(f, last), "?", "`?` takes the value out, and hands the other case to the caller.");
	fix_one(f, EDIT_RISKY, fix_end(f, last), fix_end(f, last), ".unwrap()", "`unwrap` takes the value out, and panics when there is none.");
}

/* `for x in &list` lends its elements; a loop that takes them apart has to own them. */
static void owning_loop(struct fix *f)
{
	char *name = xstrdup(fix_name(f, 0));
	size_t i = fix_token(f, f->p->byte_start), in, from, body;

	if (*name == '*')
		memmove(name, name + 1, strlen(name));
	name[strcspn(name, ".")] = '\0';
	for (; i != NONE && *name; i = fix_prev(f, i)) {
		if (!fix_is(f, i, "for") || !fix_is(f, fix_next(f, i), name) || !fix_is(f, in = fix_next(f, fix_next(f, i)), "in"))
			continue;
		from = fix_next(f, in);
		for (body = from; body != NONE && !fix_is(f, body, "{");)
			body = fix_is_kind(f, body, TOKEN_OPEN) ? fix_next(f, fix_match(f, body)) : fix_next(f, body);
		if (body == NONE)
			break;
		size_t end = fix_prev(f, body), call = fix_is(f, end, ")") ? fix_prev(f, fix_match(f, end)) : NONE;
		if (fix_is(f, from, "&") && fix_is(f, fix_next(f, from), "mut"))
			fix_put(fix_new(f, 0, "`drain` takes the elements out of the list one by one; then they may be taken apart."), fix_start(f, from),
				fix_end(f, end), "%.*s.drain(..)", (int)(fix_end(f, end) - fix_end(f, fix_next(f, from)) - 1),
				f->text + fix_end(f, fix_next(f, from)) + 1);
		else if (fix_is(f, from, "&"))
			fix_one(f, 0, fix_start(f, from), fix_end(f, from), "", "A loop over the list itself takes its elements, and may take them apart.");
		else if (fix_is(f, call, "iter") || fix_is(f, call, "iter_mut"))
			fix_put(fix_new(f, 0, "`into_iter` hands out the elements themselves; `iter` only lends them."), fix_start(f, call), fix_end(f, call),
				"into_iter");
		break;
	}
	free(name);
}

/* A struct is used like what one of its fields is: through that field. */
static void through_field(struct fix *f)
{
	static const char *const lists[] = { "Vec<", "VecDeque<", "[", "HashMap<", "BTreeMap<", "HashSet<", "BTreeSet<", "String", "Option<" };
	bool method = f->d->code && streq(f->d->code, "E0599");
	char *type = NULL, *next;
	struct strv names = STRV_INIT, types = STRV_INIT;
	uint32_t at = f->p->byte_end;
	size_t def;

	for (size_t k = 0; (next = fix_quoted(f->d->message, k)); k++) {
		free(type);
		type = next;
		if (!method && k == 0 && strstr(f->d->message, "is not an iterator"))
			break;
	}
	if (method) {
		size_t dot = fix_prev(f, fix_first(f, f->p->byte_start));

		at = fix_is(f, dot, ".") ? fix_start(f, dot) : 0;
	} else if (fix_is(f, fix_token(f, at ? at - 1 : 0), "]")) {
		at = fix_start(f, fix_match(f, fix_token(f, at - 1)));
	}
	def = type && at && at < f->len ? fix_def(f, "struct", type + strspn(type, "&")) : NONE;
	if (def != NONE && fields_of(f, def, &names, &types))
		for (size_t i = 0; i < names.n; i++)
			for (size_t k = 0; k < ARRAY_SIZE(lists); k++)
				if (starts_with(types.v[i], lists[k]))
					fix_put(fix_new(f, 0, "The struct itself is no list; its field `%s` is.", names.v[i]), at, at, ".%s",
						names.v[i]);
	free(type);
	strv_release(&names);
	strv_release(&types);
}

/* A field or method of what lies inside of a RefCell or a lock, which is asked for first. */
static void borrow_inside(struct fix *f)
{
	static const struct {
		const char *type, *calls[2];
	} list[] = { { "RefCell", { ".borrow()", ".borrow_mut()" } }, { "Mutex", { ".lock().unwrap()" } },
		     { "RwLock", { ".read().unwrap()", ".write().unwrap()" } }, { "Cell", { ".get()" } } };
	size_t dot = fix_prev(f, fix_first(f, f->p->byte_start));

	if (!fix_is(f, dot, "."))
		return;
	for (size_t i = 0; i < ARRAY_SIZE(list); i++) {
		const char *at = strstr(f->d->message, list[i].type);

		if (!at || (at > f->d->message && isalpha((unsigned char)at[-1])))
			continue;
		for (size_t k = 0; k < ARRAY_SIZE(list[i].calls) && list[i].calls[k]; k++)
			fix_one(f, 0, fix_start(f, dot), fix_start(f, dot), list[i].calls[k],
				"The value lies inside, and is asked for before it is used.");
	}
}

/* --- names that nearly fit --- */

/* Does one name hold the letters of the other, in order, from the first on? */
static bool alike(const char *a, const char *b)
{
	const char *s = strlen(a) < strlen(b) ? a : b, *l = s == a ? b : a;

	if (*s != *l || strlen(s) < 1 || streq(a, b))
		return false;
	for (; *s; s++) {
		while (*l && *l != *s)
			l++;
		if (!*l++)
			return false;
	}
	return true;
}

/* Is the token a binding: in a pattern, a closure's parameters, behind `for` or `let`? */
static bool binds(const struct fix *f, size_t i)
{
	size_t before = fix_prev(f, i), after = fix_next(f, i);

	if (!fix_is_ident(f, i) || fix_is(f, before, ".") || fix_is(f, after, "(") || fix_is(f, after, "!"))
		return false;
	if (fix_is(f, before, "let") || fix_is(f, before, "mut") || fix_is(f, before, "for") || fix_is(f, before, "|") || fix_is(f, before, "ref"))
		return true;
	if (fix_is(f, after, ":") && (fix_is(f, before, "(") || fix_is(f, before, ",")))
		return true;
	/* `Some(x) =>`, `Err(e) =`, `(a, b)` of a let */
	if (!(fix_is(f, before, "(") || fix_is(f, before, ",")) || !(fix_is(f, after, ")") || fix_is(f, after, ",")))
		return false;
	size_t close = after;
	while (fix_is_kind(f, close, TOKEN_CLOSE) || fix_is(f, close, ",") || fix_is_ident(f, close))
		close = fix_next(f, close);
	return fix_is(f, close, "=") || fix_is(f, close, "=>") || fix_is(f, close, "in") || fix_is(f, close, "|");
}

/* A name that is not there, and a binding that is spelled like it, or that nothing uses. */
static void similar_name(struct fix *f)
{
	const char *name = fix_name(f, 0);
	struct strv seen = STRV_INIT;
	struct fix_sig s;

	if (*name && fix_fn_around(f, f->p->byte_start, &s) && s.body_end != NONE && f->p->byte_end - f->p->byte_start == strlen(name))
		for (int used = 0; used < 2; used++)
			for (size_t i = s.name; i != NONE && i < s.body_end && fix_start(f, i) < f->p->byte_start; i = fix_next(f, i)) {
				char *word = fix_word(f, i);
				bool once = fix_times_named(f, word, 0, (uint32_t)f->len) == 1;

				if (binds(f, i) && *word != '_' && !strv_has(&seen, word) && (used ? alike(word, name) : once)) {
					strv_push(&seen, word);
					fix_put(fix_new(f, once ? 0 : EDIT_RISKY, "There is no `%s` here, but `%s`, which may be meant.", name, word),
						f->p->byte_start, f->p->byte_end, "%s", word);
				}
				free(word);
			}
	strv_release(&seen);
}

/* More holes in a text than values: a variable in sight that the text does not name yet. */
static void format_values_in_scope(struct fix *f)
{
	size_t open = fix_around(f, fix_first(f, f->p->byte_start)), close = fix_match(f, open), last = fix_prev(f, close);
	struct strv names = STRV_INIT, types = STRV_INIT;
	bool fraction = false;

	for (size_t i = 0; i < f->d->n_spans; i++) { /* the last hole says which kind of value is missing */
		const struct diag_span *s = &f->d->spans[i];

		if (s->primary && streq(s->file, f->file) && s->byte_end <= f->len)
			fraction = memmem(f->text + s->byte_start, s->byte_end - s->byte_start, ":.", 2) != NULL;
	}
	if (!fix_is(f, open, "(") || close == NONE || last == open)
		return;
	in_sight(f, f->p->byte_start, &names, &types);
	for (int good = 1; good >= 0; good--)
		for (size_t i = names.n; i--;)
			if (!fix_times_named(f, names.v[i], fix_start(f, open), fix_end(f, close)) && *names.v[i] != '_' &&
			    good == (!fraction || fix_is_float(types.v[i])))
				fix_put(fix_new(f, good ? 0 : EDIT_RISKY, "The text has more holes than values; `%s` in sight here may fill one.", names.v[i]),
					fix_end(f, last), fix_end(f, last), "%s%s", fix_is(f, last, ",") ? " " : ", ", names.v[i]);
	strv_release(&names);
	strv_release(&types);
}

/* --- what a function gives --- */

/* The body ends without a value, and a variable of it is what it was made for. */
static void return_binding(struct fix *f)
{
	struct fix_sig s;
	struct fix_let let;
	size_t last, tries = 0;
	char *ret, *indent;

	if (!fix_fn_around(f, f->p->byte_start, &s) || s.body_end == NONE || s.ret_from == s.ret_to || !f->p->label ||
	    !strstr(f->p->label, "found `()`"))
		return;
	last = fix_prev(f, s.body_end);
	if (last == s.body || fix_is(f, last, "!"))
		return;
	ret = fix_text(f, s.ret_from, s.ret_to);
	indent = fix_indent(f, fix_start(f, last));
	for (size_t i = last; i != NONE && i > s.body && tries < 3; i = fix_prev(f, i)) {
		char *name, *type;

		if (!fix_is(f, i, "let") || fix_around(f, i) != s.body || !fix_let_at(f, fix_start(f, i), &let))
			continue;
		name = fix_word(f, let.name);
		type = type_of_let(f, &let);
		if (!*type || streq(type, ret) || fix_is_number(ret) == fix_is_number(type)) {
			fix_put(fix_new(f, tries || !let.mut ? EDIT_RISKY : 0, "The signature promises a value at the end: `%s` holds what was worked out.", name),
				fix_end(f, last), fix_end(f, last), "%s\n%s%s", fix_is(f, last, ";") || fix_is(f, last, "}") ? "" : ";", indent, name);
			tries++;
		}
		free(name);
		free(type);
	}
	free(ret);
	free(indent);
}

/* The part of rustc's new arm between the pattern and the hole; an arm like its neighbour. */
static void neighbour_arm(struct fix *f)
{
	struct edits *v;
	size_t n = diag_suggestions(f->d, f->file, &v);

	for (size_t k = 0; k < n; k++) {
		char *hole = v[k].n == 1 ? strstr(v[k].v[0].text, "=> todo!()") : NULL;
		size_t close = fix_first(f, v[k].v[0].start), last = fix_prev(f, close), from, to;

		if (!hole || last == NONE)
			continue;
		to = fix_is(f, last, ",") ? fix_prev(f, last) : last;
		for (from = to; from != NONE && !fix_is(f, fix_prev(f, from), "=>") && !fix_is(f, fix_prev(f, from), ">");)
			from = fix_is_kind(f, from, TOKEN_CLOSE) ? fix_match(f, from) : fix_prev(f, from);
		if (from != to || !(fix_is_kind(f, from, TOKEN_STRING) || fix_is_kind(f, from, TOKEN_INT) || fix_is_kind(f, from, TOKEN_FLOAT) ||
				    fix_is_kind(f, from, TOKEN_CHAR) || fix_is(f, from, "true") || fix_is(f, from, "false")))
			continue;
		fix_put(fix_new(f, EDIT_RISKY, "The match names every case now; what the new one gives is only its neighbour's, which you alone can judge."),
			v[k].v[0].start, v[k].v[0].end, "%.*s=> %.*s%s", (int)(hole - v[k].v[0].text), v[k].v[0].text,
			(int)(fix_end(f, to) - fix_start(f, from)), f->text + fix_start(f, from), hole + strlen("=> todo!()"));
	}
	edits_free_all(v, n);
}

/* `fn main();` */
static void empty_main(struct fix *f)
{
	size_t i = fix_first(f, f->p->byte_start), semi;

	while (i != NONE && !fix_is(f, i, "main") && !fix_is(f, i, ";"))
		i = fix_next(f, i);
	semi = fix_next(f, fix_match(f, fix_next(f, i)));
	if (fix_is(f, i, "main") && fix_is(f, semi, ";"))
		fix_one(f, 0, fix_end(f, fix_prev(f, semi)), fix_end(f, semi), " {}", "A function has a body, if only an empty one.");
}

/* A literal that its type cannot hold: the next wider type where the type is written. */
static void wider_type(struct fix *f)
{
	static const struct {
		const char *from, *to[2];
	} list[] = { { "u8", { "u16", "u32" } }, { "i8", { "u8", "i32" } }, { "u16", { "u32", "u64" } }, { "i16", { "i32", "i64" } },
		     { "i32", { "i64", "u32" } }, { "u32", { "u64", "i64" } }, { "u64", { "u128", "i128" } }, { "i64", { "i128", "u64" } } };
	size_t i = fix_token(f, f->p->byte_start);
	const char *type = fix_name(f, 0);
	struct fix_let let;

	if (!fix_let_at(f, f->p->byte_start, &let) || !fix_is(f, fix_next(f, let.name), ":"))
		return;
	i = fix_next(f, fix_next(f, let.name));
	for (size_t k = 0; k < ARRAY_SIZE(list); k++)
		for (size_t j = 0; streq(type, list[k].from) && fix_is(f, i, type) && j < 2; j++)
			fix_put(fix_new(f, 0, "`%s` cannot hold so large a number; `%s` can.", type, list[k].to[j]), fix_start(f, i), fix_end(f, i), "%s",
				list[k].to[j]);
}

const struct fix_row fix_scope_rows[] = {
	{ "through-field", "E0608 E0599 E0277", "_", through_field },
	{ "borrow-inside", "E0616 E0609 E0599 E0624", NULL, borrow_inside },
	{ "similar-name", "E0425", "cannot find value `_` in this scope", similar_name },
	{ "format-value-in-scope", "-", "_ positional argument_ in format string, but _", format_values_in_scope },
	{ "args-in-scope", "E0061 E0057 E0107", NULL, args_in_scope },
	{ "fields-in-scope", "E0063", NULL, fields_in_scope },
	{ "base-in-scope", "E0797", NULL, base_in_scope },
	{ "new-from-fields", "E0599", "no function or associated item named `_` found for struct `_`_", new_from_fields },
	{ "struct-of-literal", "E0422", NULL, struct_of_literal },
	{ "field-for-getter", "E0599", "no method named `_` found for _", field_for_getter },
	{ "pass-variable", "E0425", "cannot find value `_` in this scope", pass_variable },
	{ "initialise-early", "E0381", NULL, initialise_early },
	{ "operand-inside", "E0277", "cannot _", operand_inside },
	{ "owning-loop", "E0507", NULL, owning_loop },
	{ "return-binding", "E0308", "mismatched types", return_binding },
	{ "neighbour-arm", "E0004", NULL, neighbour_arm },
	{ "empty-main", "-", "free function without a body", empty_main },
	{ "wider-type", "overflowing_literals", NULL, wider_type },
	{ NULL, NULL, NULL, NULL },
};
