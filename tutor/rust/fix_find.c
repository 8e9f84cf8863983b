/* Statements, functions, items and bindings in the token stream: see fix_int.h. */
#include "rust/fix_int.h"

static bool is_open(const struct fix *f, size_t i)
{
	return i != NONE && f->t.v[i].kind == TOKEN_OPEN;
}

static bool is_close(const struct fix *f, size_t i)
{
	return i != NONE && f->t.v[i].kind == TOKEN_CLOSE;
}

/* Back from token i to the first of its statement: behind a `;`, `{` or `}` on the same level. */
static size_t stmt_first(const struct fix *f, size_t i)
{
	for (;;) {
		size_t p = fix_prev(f, i);

		if (p == NONE || fix_is(f, p, ";") || fix_is(f, p, "{"))
			return i;
		if (is_close(f, p)) {
			size_t open = fix_match(f, p);

			/* `} else`, `}.method()` go on; another `}` ended the statement before. */
			if (open == NONE ||
			    (fix_is(f, p, "}") && !fix_is(f, i, "else") && !fix_is(f, i, ".") &&
			     !fix_is(f, i, "?") && !fix_is(f, i, ")") && !fix_is(f, i, ",")))
				return i;
			i = open;
			continue;
		}
		if (is_open(f, p) && !fix_is(f, p, "{")) {
			/* Inside brackets: the statement is the one around them. */
			i = p;
			continue;
		}
		i = p;
	}
}

static bool starts_block(const struct fix *f, size_t i)
{
	static const char *const words[] = { "if",     "for", "while", "loop", "match",
					     "unsafe", "{",   "fn",    "impl", "struct" };

	for (size_t k = 0; k < ARRAY_SIZE(words); k++)
		if (fix_is(f, i, words[k]))
			return true;
	return false;
}

bool fix_stmt(const struct fix *f, uint32_t at, uint32_t *from, uint32_t *to)
{
	size_t i = fix_first(f, at), first, last;

	if (i == NONE)
		return false;
	first = stmt_first(f, i);
	last = first;
	for (i = first; i != NONE; i = fix_next(f, i)) {
		if (is_close(f, i))
			break; /* the tail expression of a block */
		last = i;
		if (fix_is(f, i, ";"))
			break;
		if (is_open(f, i)) {
			size_t close = fix_match(f, i), after = fix_next(f, close);

			if (close == NONE)
				return false;
			last = close;
			if (fix_is(f, i, "{") && starts_block(f, first) &&
			    !fix_is(f, after, "else") && !fix_is(f, after, ".") &&
			    !fix_is(f, after, "?") && !fix_is(f, after, ";"))
				break;
			i = close;
		}
	}
	*from = fix_start(f, first);
	*to = fix_end(f, last);
	return *from < *to;
}

/* Over `<…>` from the `<` at i; the token behind. `->` inside does not close. */
static size_t skip_angles(const struct fix *f, size_t i)
{
	int depth = 0;

	for (; i != NONE; i = fix_next(f, i)) {
		if (fix_is(f, i, "<"))
			depth++;
		else if (fix_is(f, i, ">") && !fix_is(f, fix_prev(f, i), "-") && --depth == 0)
			return fix_next(f, i);
		else if (fix_is(f, i, "{") || fix_is(f, i, ";"))
			return NONE;
	}
	return NONE;
}

/* The return type: from behind `->` to before the body, `where` or `;`. */
static void read_return(const struct fix *f, size_t i, struct fix_sig *s)
{
	size_t last = s->close;

	s->ret_from = s->ret_to = fix_end(f, s->close);
	if (fix_is(f, i, "-") && fix_is(f, fix_next(f, i), ">")) {
		i = fix_next(f, fix_next(f, i));
		s->ret_from = fix_start(f, i);
		for (; i != NONE && !fix_is(f, i, "{") && !fix_is(f, i, ";") &&
		       !fix_is(f, i, "where");
		     i = fix_next(f, i)) {
			last = i;
			if (is_open(f, i) && (last = fix_match(f, i)) != NONE)
				i = last;
		}
		s->ret_to = fix_end(f, last);
	}
	while (i != NONE && !fix_is(f, i, "{") && !fix_is(f, i, ";"))
		i = fix_next(f, i);
	s->body = fix_is(f, i, "{") ? i : NONE;
	s->body_end = fix_match(f, s->body);
}

bool fix_sig_at(const struct fix *f, size_t fn, struct fix_sig *out)
{
	size_t i;

	*out = (struct fix_sig){ .fn = fn, .body = NONE, .body_end = NONE };
	out->name = fix_next(f, fn);
	i = fix_next(f, out->name);
	if (!fix_is(f, fn, "fn") || !fix_is_ident(f, out->name))
		return false;
	if (fix_is(f, i, "<"))
		i = skip_angles(f, i);
	if (!fix_is(f, i, "("))
		return false;
	out->open = i;
	out->close = fix_match(f, i);
	if (out->close == NONE)
		return false;
	read_return(f, fix_next(f, out->close), out);
	return true;
}

bool fix_fn_around(const struct fix *f, uint32_t at, struct fix_sig *out)
{
	size_t i = fix_token(f, at);

	/* The nearest `fn` before it whose signature or body reaches over it. */
	for (; i != NONE; i = fix_prev(f, i)) {
		if (!fix_is(f, i, "fn") || !fix_sig_at(f, i, out))
			continue;
		if (out->body == NONE ? at <= out->ret_to
				      : out->body_end != NONE && at <= fix_end(f, out->body_end))
			return true;
	}
	return false;
}

size_t fix_def(const struct fix *f, const char *keyword, const char *name)
{
	if (!*name)
		return NONE;
	for (size_t i = fix_first(f, 0); i != NONE; i = fix_next(f, i))
		if (fix_is(f, i, keyword) && fix_is(f, fix_next(f, i), name))
			return fix_next(f, i);
	return NONE;
}

size_t fix_body(const struct fix *f, size_t name)
{
	for (size_t i = name; i != NONE && !fix_is(f, i, ";"); i = fix_next(f, i)) {
		if (fix_is(f, i, "{"))
			return i;
		if (is_open(f, i))
			i = fix_match(f, i);
	}
	return NONE;
}

uint32_t fix_item_start(const struct fix *f, size_t name)
{
	size_t i = fix_prev(f, name);

	for (;;) {
		size_t p = fix_prev(f, i);

		if (fix_is(f, p, ")") && fix_is(f, fix_prev(f, fix_match(f, p)), "pub"))
			p = fix_prev(f, fix_match(f, p));
		if (!fix_is(f, p, "pub") && !fix_is(f, p, "unsafe") && !fix_is(f, p, "const") &&
		    !fix_is(f, p, "async"))
			return fix_start(f, i);
		i = p;
	}
}

/* Reads the `let` at token i. */
static bool read_let(const struct fix *f, size_t i, struct fix_let *out)
{
	size_t eq;

	if (!fix_is(f, i, "let") || !fix_stmt(f, fix_start(f, i), &out->from, &out->to))
		return false;
	out->name = fix_next(f, i);
	out->mut = fix_is(f, out->name, "mut");
	if (out->mut)
		out->name = fix_next(f, out->name);
	if (!fix_is_ident(f, out->name))
		return false;
	out->init_from = out->init_to = out->to;
	for (eq = fix_next(f, out->name); eq != NONE && fix_start(f, eq) < out->to;
	     eq = fix_next(f, eq)) {
		if (!fix_is(f, eq, "="))
			continue;
		out->init_from = fix_start(f, fix_next(f, eq));
		out->init_to = out->to - (f->text[out->to - 1] == ';');
		break;
	}
	return true;
}

bool fix_let_of(const struct fix *f, const char *name, uint32_t before, struct fix_let *out)
{
	size_t i = *name ? fix_token(f, before) : NONE;

	for (; i != NONE; i = fix_prev(f, i))
		if (read_let(f, i, out) && fix_is(f, out->name, name) && out->from < before)
			return true;
	return false;
}

bool fix_let_at(const struct fix *f, uint32_t at, struct fix_let *out)
{
	uint32_t from, to;

	return fix_stmt(f, at, &from, &to) && read_let(f, fix_first(f, from), out);
}
