/* Templates that give an expression, a pattern or a signature another shape. */
#include "rust/fix_int.h"

/* One branch gives text, the other a number that is written there: in quotes it is text too. */
static void quote_number(struct fix *f)
{
	char *expected, *found;

	if (!fix_expected(f, &expected, &found))
		return;
	for (size_t i = 0; i < f->d->n_spans; i++) {
		const struct diag_span *s = &f->d->spans[i];
		size_t t = s->byte_end > s->byte_start ? fix_first(f, s->byte_start) : NONE;

		if ((!fix_is_kind(f, t, TOKEN_INT) && !fix_is_kind(f, t, TOKEN_FLOAT)) ||
		    fix_end(f, t) != s->byte_end || (!strstr(expected, "str") && !strstr(found, "str")))
			continue;
		struct edits *e = fix_new(f, EDIT_RISKY, "Both branches must give one type: in quotes, the number is text too.");

		fix_put(e, s->byte_start, s->byte_start, "\"");
		fix_put(e, s->byte_end, s->byte_end, "\"");
	}
	free(expected);
	free(found);
}

/* `let (a, b) = …` of three. */
static void tuple_rest(struct fix *f)
{
	size_t open = fix_first(f, f->p->byte_start), close = fix_match(f, open);

	if (fix_is(f, open, "(") && close != NONE && fix_end(f, close) == f->p->byte_end && fix_next(f, open) != close)
		fix_one(f, EDIT_RISKY, fix_start(f, close), fix_start(f, close), ", ..",
			"`..` stands for the parts of the tuple that the pattern does not name.");
}

/* `x OP= y` where only `x OP y` exists. */
static void expand_assignment(struct fix *f)
{
	const char *op = fix_name(f, 0);
	uint32_t from, to;
	char *place, *rest;
	size_t first, eq;

	if (strlen(op) < 2 || !fix_stmt(f, f->p->byte_start, &from, &to))
		return;
	first = fix_first(f, from);
	for (eq = first; eq != NONE && fix_start(f, eq) < to && !fix_is(f, eq, "=");)
		eq = fix_next(f, eq);
	if (eq == NONE || fix_start(f, eq) + 1 < from + strlen(op) || strncmp(f->text + fix_start(f, eq) + 1 - strlen(op), op, strlen(op)))
		return;
	place = fix_text(f, from, (uint32_t)(fix_start(f, eq) + 1 - strlen(op)));
	while (*place && place[strlen(place) - 1] == ' ')
		place[strlen(place) - 1] = '\0';
	rest = fix_text(f, fix_end(f, eq), f->text[to - 1] == ';' ? to - 1 : to);
	fix_put(fix_new(f, 0, "The type has `%.*s`, but not its short form: written out it is the same.", (int)strlen(op) - 1, op), from,
		f->text[to - 1] == ';' ? to - 1 : to, "%s = %s %.*s (%s)", place, place, (int)strlen(op) - 1, op, rest + (*rest == ' '));
	free(place);
	free(rest);
}

/* A closure's parameter says another type than it gets: without the type, Rust finds the right one. */
static void untyped_closure(struct fix *f)
{
	const struct diag_span *s = fix_label(f, "found signature defined here");
	size_t bar = fix_first(f, s ? s->byte_start : f->p->byte_start), i, colon = NONE;
	struct edits *e = NULL;

	if (fix_is(f, bar, "move"))
		bar = fix_next(f, bar);
	if (!fix_is(f, bar, "|"))
		return;
	for (i = fix_next(f, bar); i != NONE && !fix_is(f, i, "|"); i = fix_next(f, i)) {
		if (colon == NONE && fix_is(f, i, ":"))
			colon = i;
		if (colon == NONE || !(fix_is(f, fix_next(f, i), "|") || fix_is(f, fix_next(f, i), ",")))
			continue;
		if (!e)
			e = fix_new(f, 0, "The caller decides what the closure gets; without the type written here, both agree.");
		fix_put(e, fix_start(f, colon), fix_end(f, i), "%s", "");
		colon = NONE;
	}
}

/* The closure takes a parameter more or less than it is called with. */
static void closure_arity(struct fix *f)
{
	const struct diag_span *s = fix_label(f, "takes _ argument_");
	size_t bar = fix_first(f, s ? s->byte_start : f->p->byte_start), close;

	if (fix_is(f, bar, "move"))
		bar = fix_next(f, bar);
	for (close = fix_next(f, bar); fix_is(f, bar, "|") && close != NONE && !fix_is(f, close, "|");)
		close = fix_next(f, close);
	if (!fix_is(f, bar, "|") || close == NONE)
		return;
	if (strstr(f->d->message, "expected to take 0 arguments"))
		fix_one(f, EDIT_RISKY, fix_end(f, bar), fix_start(f, close), "", "The closure is called with nothing, so it takes nothing.");
	else
		fix_one(f, EDIT_RISKY, fix_start(f, close), fix_start(f, close), fix_next(f, bar) == close ? "_" : ", _",
			"The closure is called with one argument more; `_` takes it and leaves it.");
}

/* Type::name that is not there: another function of the type's impl. */
static void other_function(struct fix *f)
{
	const char *name = fix_name(f, 0);
	char *type = xstrdup(fix_name(f, 1));
	struct items items = ITEMS_INIT;

	type[strcspn(type, "<")] = '\0';
	items_scan(f->text, f->len, &items);
	for (size_t i = 0; i < items.n && *type; i++) {
		const struct item *it = &items.v[i], *in = it->parent >= 0 ? &items.v[it->parent] : NULL;

		if (it->kind != ITEM_FN || !in || in->kind != ITEM_IMPL || !strstr(in->name, type) || it->is_test ||
		    f->p->byte_end - f->p->byte_start != strlen(name))
			continue;
		fix_put(fix_new(f, EDIT_RISKY, "`%s` has no function `%s`, but it has `%s`.", type, name, it->name), f->p->byte_start,
			f->p->byte_end, "%s", it->name);
	}
	items_release(&items);
	free(type);
}

/* The generics of a definition, `<T: Clone, 'a>`, and their names alone, `<T, 'a>`; empty when there are none. Owned. */
static void generics(struct fix *f, size_t name, char **with, char **names)
{
	struct sbuf w = SBUF_INIT, n = SBUF_INIT;
	size_t i = fix_next(f, name), depth = 0;
	bool take = true;

	for (; fix_is(f, fix_next(f, name), "<") && i != NONE; i = fix_next(f, i)) {
		char *word = fix_word(f, i);

		depth += fix_is(f, i, "<");
		if (depth == 1 && fix_is(f, i, ","))
			take = true;
		if (depth == 1 && fix_is(f, i, ":"))
			take = false;
		sbuf_addf(&w, "%s%s", word, fix_is(f, i, ",") || fix_is(f, i, ":") ? " " : "");
		if (take || (depth == 1 && fix_is(f, i, ">")))
			sbuf_addf(&n, "%s%s", word, fix_is(f, i, ",") ? " " : "");
		free(word);
		depth -= fix_is(f, i, ">");
		if (!depth)
			break;
	}
	*with = sbuf_detach(&w, NULL);
	*names = sbuf_detach(&n, NULL);
}

static void put_impl(struct fix *f, size_t def, const char *reason, unsigned marks, const char *trait, const char *body)
{
	char *with, *names, *name = fix_word(f, def);
	size_t open = fix_body(f, def), end = open != NONE ? fix_match(f, open) : NONE;

	for (size_t i = def; open == NONE && end == NONE && i != NONE; i = fix_next(f, i))
		if (fix_is(f, i, ";"))
			end = i;
	if (end != NONE) {
		generics(f, def, &with, &names);
		fix_put(fix_new(f, marks, "%s", reason), fix_end(f, end), fix_end(f, end), "\n\nimpl%s %s for %s%s {\n%s}", with, trait, name,
			names, body);
		free(with);
		free(names);
	}
	free(name);
}

/* `*value` of a struct that holds one thing: Deref says what is behind it. */
static void impl_deref(struct fix *f)
{
	char *type = xstrdup(fix_name(f, 0)), *inner, *body;
	size_t def, open, close, last;

	type[strcspn(type, "<")] = '\0';
	def = fix_def(f, "struct", type);
	free(type);
	for (open = def; open != NONE && !fix_is(f, open, "(") && !fix_is(f, open, "{") && !fix_is(f, open, ";");)
		open = fix_next(f, open);
	close = fix_is(f, open, "(") ? fix_match(f, open) : NONE;
	last = close != NONE ? fix_prev(f, close) : NONE;
	if (last == NONE || last == open)
		return;
	for (size_t i = open; i != close; i = fix_next(f, i))
		if (fix_is(f, i, ",") && fix_next(f, i) != close)
			return;
	open = fix_is(f, fix_next(f, open), "pub") ? fix_next(f, open) : open;
	inner = fix_text(f, fix_end(f, open), fix_is(f, last, ",") ? fix_start(f, last) : fix_start(f, close));
	body = xstrfmt("    type Target = %s;\n\n    fn deref(&self) -> &Self::Target {\n        &self.0\n    }\n", inner + (*inner == ' '));
	put_impl(f, def, "`*` works on a type that says with Deref what is behind it.", 0, "std::ops::Deref", body);
	free(body);
	free(inner);
}

/* Display is written by hand; the fields' values stand for the whole. */
static void impl_display(struct fix *f)
{
	const char *type = fix_name(f, 0);
	size_t def = fix_def(f, "struct", type), open = def != NONE ? fix_body(f, def) : NONE, close = fix_match(f, open);
	struct sbuf holes = SBUF_INIT, values = SBUF_INIT, body = SBUF_INIT;

	if (!strstr(f->d->message, "Display") || close == NONE || !fix_is(f, open, "{"))
		return;
	for (size_t i = fix_next(f, open); i != close && i != NONE; i = fix_next(f, i)) {
		size_t before = fix_prev(f, i);
		char *word = fix_word(f, i);

		if (fix_is_ident(f, i) && fix_is(f, fix_next(f, i), ":") && fix_around(f, i) == open &&
		    (before == open || fix_is(f, before, ",") || fix_is(f, before, "pub") || fix_is(f, before, "]"))) {
			sbuf_addf(&holes, "%s{}", holes.len ? ", " : "");
			sbuf_addf(&values, ", self.%s", word);
		}
		free(word);
	}
	if (holes.len) {
		sbuf_addf(&body, "    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {\n        write!(f, \"(%s)\"%s)\n    }\n",
			  holes.buf, values.buf);
		put_impl(f, def, "What `{}` shows of a type is written by hand: here, its fields.", EDIT_RISKY, "std::fmt::Display", body.buf);
	}
	sbuf_release(&holes);
	sbuf_release(&values);
	sbuf_release(&body);
}

/* A value that several closures need: each gets its own Arc to it. */
static void share_arc(struct fix *f)
{
	const struct diag_span *s = fix_label(f, "value moved into closure here_");
	const char *name = fix_name(f, 0);
	struct fix_let let;
	uint32_t from, to;
	struct edits *e;
	char *indent;

	if (!s || !fix_let_of(f, name, s->byte_start, &let) || let.init_from == let.init_to || !fix_stmt(f, s->byte_start, &from, &to) ||
	    !memcmp(f->text + let.init_from, "Arc::", MIN((size_t)5, f->len - let.init_from)))
		return;
	indent = fix_indent(f, from);
	e = fix_new(f, 0, "An `Arc` is a counted share of one value: every closure takes its own share of `%s`.", name);
	fix_put(e, let.init_from, let.init_from, "std::sync::Arc::new(");
	fix_put(e, let.init_to, let.init_to, ")");
	fix_put(e, from, from, "let %s = std::sync::Arc::clone(&%s);\n%s", name, name, indent);
	free(indent);
}

/* A constant is computed by the compiler: it calls only const fn. */
static void make_const(struct fix *f)
{
	char *path = fix_quoted(f->d->message, 0), *name;
	size_t def;

	if (!path)
		return;
	name = strrchr(path, ':') ? strrchr(path, ':') + 1 : path;
	def = fix_def(f, "fn", name);
	if (def != NONE && fix_is(f, fix_prev(f, def), "fn"))
		fix_one(f, 0, fix_start(f, fix_prev(f, def)), fix_start(f, fix_prev(f, def)), "const ",
			"What a constant calls is computed by the compiler, and that needs a `const fn`.");
	free(path);
}

/* `x.field` of a number, `5[0]`: what is behind goes. */
static void drop_access(struct fix *f)
{
	size_t i = fix_first(f, f->p->byte_start), dot = fix_prev(f, i), last = fix_token(f, f->p->byte_end ? f->p->byte_end - 1 : 0);

	if (fix_is(f, dot, ".") && fix_next(f, i) != NONE && !fix_is(f, fix_next(f, i), "("))
		fix_one(f, EDIT_RISKY, fix_start(f, dot), fix_end(f, i), "", "The value has no parts; it is used as it is.");
	else if (fix_is(f, last, "]") && fix_match(f, last) != NONE)
		fix_one(f, EDIT_RISKY, fix_start(f, fix_match(f, last)), fix_end(f, last), "", "The value has no parts; it is used as it is.");
}

/* An async function that waits for itself would hold a future of its own size. */
static void box_await(struct fix *f)
{
	const struct diag_span *call = fix_label(f, "recursive call here");
	struct fix_sig s;
	char *name;

	if (!call || !fix_fn_around(f, call->byte_start, &s) || s.body == NONE)
		return;
	name = fix_word(f, s.name);
	for (size_t i = s.body; i != NONE && i != s.body_end; i = fix_next(f, i)) {
		size_t open = fix_next(f, i), close = fix_is(f, open, "(") ? fix_match(f, open) : NONE;
		struct edits *e;

		if (!fix_is(f, i, name) || close == NONE || !fix_is(f, fix_next(f, close), "."))
			continue;
		e = fix_new(f, 0, "Behind a `Box` the call to itself has a known size.");
		fix_put(e, fix_start(f, i), fix_start(f, i), "Box::pin(");
		fix_put(e, fix_end(f, close), fix_end(f, close), ")");
	}
	free(name);
}

/* `(&mut v[..m], &mut v[m..])`: two halves by one call. */
static void split_at_mut(struct fix *f)
{
	size_t open = fix_around(f, fix_first(f, f->p->byte_start)), close, i;
	char *text, *name, *mid, *want;

	while (open != NONE && !fix_is(f, open, "("))
		open = fix_around(f, open);
	close = fix_match(f, open);
	i = fix_next(f, fix_next(f, fix_next(f, open)));
	if (close == NONE || !fix_is_ident(f, i))
		return;
	text = fix_text(f, fix_start(f, open), fix_end(f, close));
	name = fix_word(f, i);
	mid = strstr(text, "..") ? xmemdupz(strstr(text, "..") + 2, strcspn(strstr(text, "..") + 2, "]")) : xstrdup("");
	want = xstrfmt("(&mut %s[..%s], &mut %s[%s..])", name, mid, name, mid);
	if (streq(want, text))
		fix_put(fix_new(f, 0, "The compiler does not see that the halves are apart; `split_at_mut` gives both at once."),
			fix_start(f, open), fix_end(f, close), "%s.split_at_mut(%s)", name, mid);
	free(want);
	free(mid);
	free(name);
	free(text);
}

/* A type that cannot stand there: Rust finds the right one itself. */
static void drop_annotation(struct fix *f)
{
	struct fix_let let;
	size_t colon;

	if (!fix_let_at(f, f->p->byte_start, &let) || let.init_from == let.init_to)
		return;
	colon = fix_next(f, let.name);
	if (fix_is(f, colon, ":"))
		fix_one(f, 0, fix_start(f, colon), fix_end(f, fix_token(f, f->p->byte_end - 1)), "",
			"The value says its type by itself; here none can be written.");
}

static void plain_main(struct fix *f)
{
	size_t def = fix_def(f, "fn", "main"), open = def != NONE ? fix_next(f, def) : NONE, close = fix_match(f, open);

	if (fix_is(f, open, "(") && close != NONE && fix_next(f, open) != close)
		fix_one(f, EDIT_RISKY, fix_end(f, open), fix_start(f, close), "",
			"`main` is called with nothing; arguments come from `std::env::args`.");
}

/* A method that a trait object cannot have is left to the types themselves. */
static void only_sized(struct fix *f)
{
	for (size_t c = 0; c < f->d->n_children; c++)
		for (size_t i = 0; i < f->d->children[c].n_spans; i++) {
			const struct diag_span *s = &f->d->children[c].spans[i];
			struct fix_sig sig;

			if (!streq(s->file, f->file) || !s->label || !strstr(s->label, "because method") ||
			    !fix_fn_around(f, s->byte_start, &sig))
				continue;
			fix_one(f, EDIT_RISKY, sig.ret_to, sig.ret_to, " where Self: Sized",
				"With `where Self: Sized` the method is not part of the trait object.");
		}
}

const struct fix_row fix_shape_rows[] = {
	{ "quote-number", "E0308", "_ incompatible types", quote_number },
	{ "tuple-rest", "E0308", "mismatched types", tuple_rest },
	{ "expand-assignment", "E0368", NULL, expand_assignment },
	{ "untyped-closure", "E0631", NULL, untyped_closure },
	{ "closure-arity", "E0593", NULL, closure_arity },
	{ "other-function", "E0599", "no _ named `_` found for _ `_` in the current scope", other_function },
	{ "impl-deref", "E0614", NULL, impl_deref },
	{ "impl-display", "E0277", NULL, impl_display },
	{ "share-arc", "E0382", NULL, share_arc },
	{ "make-const", "E0015", "cannot call non-const _ `_`_", make_const },
	{ "drop-access", "E0610 E0608", NULL, drop_access },
	{ "box-await", "E0733", NULL, box_await },
	{ "split-at-mut", "E0499", NULL, split_at_mut },
	{ "drop-annotation", "E0562 E0516", NULL, drop_annotation },
	{ "plain-main", "E0580", NULL, plain_main },
	{ "only-sized", "E0038", NULL, only_sized },
	{ NULL, NULL, NULL, NULL },
};
