/* Operators that add something: one more, a forgotten step, `!`, `%`, another order of computing. */
#include "rust/fix_logic_int.h"

#define INIT_MAX 40   /* bytes of a first value that is set again */
#define MODULI_MAX 8
#define LOOPS_MAX 12

static char *chain_text(const struct fix *f, size_t from, size_t to)
{
	return fix_text(f, fix_start(f, from), fix_end(f, to));
}

/* The brace behind a condition that begins at token i. */
static size_t brace_after(const struct fix *f, size_t i)
{
	for (; i != NONE && !fix_is(f, i, "{") && !fix_is(f, i, ";") && !fix_is(f, i, "}"); i = fix_next(f, i))
		if (fix_is_kind(f, i, TOKEN_OPEN) && (i = fix_match(f, i)) == NONE)
			return NONE;
	return fix_is(f, i, "{") ? i : NONE;
}

/* --- the opposite --- */

/* What stands in [from, to] of tokens is asked the other way. */
static void negate(struct logic *l, size_t from, size_t to, double cost)
{
	const struct fix *f = &l->f;
	bool whole = logic_chain_end(f, from) == to;
	char *text = chain_text(f, from, to);

	if (fix_is(f, from, "!") && whole) {
		logic_add(l, "logic-not", cost, HINT_TRUTH, fix_start(f, from), fix_end(f, from), "", "`%.80s` asks for the opposite", text);
	} else if (whole && !fix_is(f, from, "&") && !fix_is(f, from, "*") && !fix_is(f, from, "-")) {
		logic_add(l, "logic-not", cost, HINT_TRUTH, fix_start(f, from), fix_start(f, from), "!", "`%.80s` asks for the opposite", text);
	} else {
		logic_add(l, "logic-not", cost + 1.4, HINT_TRUTH, fix_start(f, from), fix_start(f, from), "!(", "`%.80s` asks for the opposite", text);
		logic_also(l, fix_end(f, to), fix_end(f, to), ")");
	}
	free(text);
}

static void put_not(struct logic *l, size_t i)
{
	static const char *const wanting[] = { "filter", "any", "all", "position", "find", "retain", "take_while", "skip_while", "partition" };
	const struct fix *f = &l->f;
	size_t next = fix_next(f, i), end;

	if ((fix_is(f, i, "if") || fix_is(f, i, "while")) && !fix_is(f, next, "let") && (end = brace_after(f, next)) != NONE && next != end)
		negate(l, next, fix_prev(f, end), 1.4);
	for (size_t k = 0; k < ARRAY_SIZE(wanting); k++) {
		size_t bar = fix_next(f, next), last = fix_match(f, next), from;

		if (!fix_is(f, i, wanting[k]) || !fix_is(f, next, "(") || !fix_is(f, bar, "|") || last == NONE)
			continue;
		for (from = fix_next(f, bar); from != NONE && from < last && !fix_is(f, from, "|"); from = fix_next(f, from))
			;
		from = fix_next(f, from);
		if (from != NONE && from < last && !fix_is(f, from, "{"))
			negate(l, from, fix_prev(f, last), 1.4);
	}
}

/* --- one more, one less --- */

/* An operand that stands alone between brackets, commas, `=`, `..`. */
static bool stands_alone(const struct fix *f, size_t from, size_t to)
{
	size_t prev = fix_prev(f, from), next = fix_next(f, to);
	bool left = fix_is(f, prev, "(") || fix_is(f, prev, "[") || fix_is(f, prev, ",") || fix_is(f, prev, "=") || fix_is(f, prev, ".") ||
		    fix_is(f, prev, "return") || fix_is(f, prev, "in") || fix_is(f, prev, "<") || fix_is(f, prev, ">") ||
		    fix_is(f, prev, "{") || fix_is(f, prev, ";") || fix_is(f, prev, "}");
	bool right = fix_is(f, next, ")") || fix_is(f, next, "]") || fix_is(f, next, ",") || fix_is(f, next, ";") || fix_is(f, next, "{") ||
		     fix_is(f, next, "}") || (fix_is(f, next, ".") && next + 1 < f->t.n && fix_is(f, next + 1, "."));

	return left && right;
}

/* `x = y;`, no `let`: what a loop goes on with. */
static bool is_given(const struct fix *f, size_t from)
{
	size_t prev = fix_prev(f, from), name = fix_prev(f, prev);

	return fix_is(f, prev, "=") && fix_is_ident(f, name) && !fix_is(f, fix_prev(f, name), "mut") && !fix_is(f, fix_prev(f, name), "let");
}

static void put_one(struct logic *l, size_t i)
{
	const struct fix *f = &l->f;
	size_t from = logic_chain_start(f, i);
	bool is_len = fix_is(f, i, ")") && fix_is(f, fix_prev(f, fix_prev(f, i)), "len");
	char *text;

	if (from == NONE || !(fix_is_ident(f, i) || fix_is(f, i, ")")) || !stands_alone(f, from, i) || fix_is(f, fix_next(f, i), "("))
		return;
	text = chain_text(f, from, i);
	if ((fix_is_ident(f, from) || fix_is(f, from, "self")) && strlen(text) < 60 && (text[0] < 'A' || text[0] > 'Z')) {
		double cost = is_len || fix_is(f, fix_prev(f, from), "[") || fix_is(f, fix_next(f, i), "]") ? 2 : 2.6;

		logic_add(l, "logic-one-more", cost, HINT_BOUND | (is_given(f, from) ? HINT_ENDLESS : 0), fix_end(f, i), fix_end(f, i), " + 1", "`%s` is one too small", text);
		logic_add(l, "logic-one-more", cost, HINT_BOUND | (is_given(f, from) ? HINT_ENDLESS : 0), fix_end(f, i), fix_end(f, i), " - 1", "`%s` is one too large", text);
	}
	free(text);
}

/* `x - 1`, where it is x itself. */
static void put_none(struct logic *l, size_t i)
{
	const struct fix *f = &l->f;
	size_t next = fix_next(f, i), prev = fix_prev(f, i);
	char *text;

	if ((!fix_is(f, i, "-") && !fix_is(f, i, "+")) || !fix_is(f, next, "1") || !logic_ends_operand(f, prev))
		return;
	text = logic_around(f, i, 1);
	logic_add(l, "logic-one-more", 1.8, HINT_BOUND, fix_end(f, prev), fix_end(f, next), "", "`%s` is one too %s", text,
		  fix_is(f, i, "-") ? "small" : "large");
	free(text);
}

/* --- computing in another order --- */

static void put_order(struct logic *l, size_t i)
{
	const struct fix *f = &l->f;
	size_t a = logic_chain_start(f, fix_prev(f, i)), b = logic_chain_end(f, fix_next(f, i)), mul = fix_next(f, b);
	size_t c = logic_chain_end(f, fix_next(f, mul)), n;
	char *x, *y, *z, *with;

	if (!streq(logic_op(f, i, &n), "/") || a == NONE || b == NONE || c == NONE || !streq(logic_op(f, mul, &n), "*"))
		return;
	x = chain_text(f, a, fix_prev(f, i));
	y = chain_text(f, fix_next(f, i), b);
	z = chain_text(f, fix_next(f, mul), c);
	with = xstrfmt("%s * %s / %s", x, z, y);
	logic_add(l, "logic-divide-last", 1.2, 0, fix_start(f, a), fix_end(f, c), with,
		  "`%s / %s` loses its rest before it is multiplied with `%s`", x, y, z);
	free(x);
	free(y);
	free(z);
	free(with);
}

/* `(a / b) as f64`, with or without casts inside. */
static void put_float(struct logic *l, size_t i)
{
	const struct fix *f = &l->f;
	size_t open = fix_is(f, i, ")") ? fix_match(f, i) : NONE, as = fix_next(f, i), type = fix_next(f, as), a, div, b, n;
	char *x, *y, *t, *with;

	if (open == NONE || !fix_is(f, as, "as") || (!fix_is(f, type, "f64") && !fix_is(f, type, "f32")))
		return;
	a = logic_chain_end(f, fix_next(f, open));
	div = fix_next(f, a);
	b = logic_chain_end(f, fix_next(f, div));
	if (a == NONE || b == NONE || !streq(logic_op(f, div, &n), "/"))
		return;
	if (fix_next(f, b) != i && !(fix_is(f, fix_next(f, b), "as") && fix_next(f, fix_next(f, fix_next(f, b))) == i))
		return;
	x = chain_text(f, fix_next(f, open), a);
	y = chain_text(f, fix_next(f, div), b);
	t = fix_word(f, type);
	with = xstrfmt("%s as %s / %s as %s", x, t, y, t);
	logic_add(l, "logic-divide-last", 1.4, 0, fix_start(f, open), fix_end(f, type), with,
		  "`%s / %s` is divided as whole numbers, and loses what is behind the point, before it becomes `%s`", x, y, t);
	free(x);
	free(y);
	free(t);
	free(with);
}

/* --- round and round --- */

/* Sizes that something may be taken modulo of: fields, parameters, constants, lengths. */
static void moduli(const struct logic *l, struct strv *out)
{
	/* Letters are 26, digits 10. */
	static const struct {
		const char *first, *n;
	} rows[] = { { "b'a'", "26" }, { "'a'", "26" }, { "b'A'", "26" }, { "'A'", "26" }, { "b'0'", "10" }, { "'0'", "10" } };
	const struct fix *f = &l->f;

	for (size_t i = fix_first(f, l->fn->body); i != NONE && fix_start(f, i) < l->fn->body_end; i = fix_next(f, i)) {
		size_t dot = fix_next(f, i), field = fix_next(f, dot);
		bool own = fix_is(f, i, "self") && fix_is(f, dot, ".") && fix_is_ident(f, field);
		bool call = own && fix_is(f, fix_next(f, field), "(");
		char *name = own ? fix_word(f, field) : NULL;

		if (own && !call) {
			char *len = xstrfmt("self.%s.len()", name), *plain = xstrfmt("self.%s", name);

			if (!strv_has(out, len)) {
				strv_push(out, len);
				strv_push(out, plain);
			}
			free(len);
			free(plain);
		}
		free(name);
	}
	for (size_t i = fix_first(f, l->fn->body); i != NONE && fix_start(f, i) < l->fn->body_end; i = fix_next(f, i))
		for (size_t k = 0; k < ARRAY_SIZE(rows); k++)
			if (fix_is(f, i, rows[k].first) && !strv_has(out, rows[k].n))
				strv_push(out, rows[k].n);
	for (size_t i = 0; i < l->items->n; i++)
		if (l->items->v[i].kind == ITEM_CONST && l->items->v[i].name)
			strv_push(out, l->items->v[i].name);
	for (size_t i = 0; i < l->locals.n && i < 4; i++) {
		strv_pushf(out, "%s.len()", l->locals.v[i]);
		strv_push(out, l->locals.v[i]);
	}
}

static void wrap(struct logic *l, size_t from, size_t to, const char *inner)
{
	struct strv by = STRV_INIT;

	moduli(l, &by);
	for (size_t k = 0; k < by.n && k < 2 * MODULI_MAX; k++) {
		char *with = xstrfmt("(%s) %% %s", inner, by.v[k]);

		logic_add(l, "logic-wrap", 3, HINT_BOUND, fix_start(&l->f, from), fix_end(&l->f, to), with,
			  "`%s` grows beyond `%s`, where it is to begin again at 0", inner, by.v[k]);
		free(with);
	}
	strv_release(&by);
}

/* The first token of the sum that token i is a part of. */
static size_t sum_start(const struct fix *f, size_t i)
{
	size_t prev;

	while ((prev = fix_prev(f, i)) != NONE) {
		if (fix_is(f, prev, ")") || fix_is(f, prev, "]")) {
			prev = fix_match(f, prev);
			if (prev == NONE)
				return i;
		} else if (fix_is_kind(f, prev, TOKEN_OPEN) || fix_is_kind(f, prev, TOKEN_CLOSE) || fix_is(f, prev, ",") || fix_is(f, prev, ";") ||
			   fix_is(f, prev, "=") || fix_is(f, prev, "<") || fix_is(f, prev, ">") || fix_is(f, prev, "&") || fix_is(f, prev, "|") ||
			   (fix_is_kind(f, prev, TOKEN_KEYWORD) && !fix_is(f, prev, "as") && !fix_is(f, prev, "self"))) {
			return i;
		}
		i = prev;
	}
	return i;
}

/* `a + b` as a whole index or value; `x += 1`. */
static void put_wrap(struct logic *l, size_t i)
{
	const struct fix *f = &l->f;
	size_t n, left, right;
	const char *op = logic_op(f, i, &n);
	char *x, *y, *inner;

	if (!streq(op, "+") && !streq(op, "+="))
		return;
	left = n == 1 ? sum_start(f, fix_prev(f, i)) : logic_chain_start(f, fix_prev(f, i));
	right = logic_chain_end(f, fix_next(f, i + n - 1));
	if (left == NONE || right == NONE || !logic_ends_operand(f, fix_prev(f, i)))
		return;
	if (*op == '+' && n == 1 && !stands_alone(f, left, right))
		return;
	if (n == 2 && !fix_is(f, fix_next(f, right), ";"))
		return;
	x = chain_text(f, left, fix_prev(f, i));
	y = chain_text(f, fix_next(f, i + n - 1), right);
	inner = xstrfmt("%s + %s", x, y);
	if (n == 1) {
		wrap(l, left, right, inner);
	} else {
		struct strv by = STRV_INIT;

		moduli(l, &by);
		for (size_t k = 0; k < by.n && k < 2 * MODULI_MAX; k++) {
			char *with = xstrfmt("%s = (%s) %% %s", x, inner, by.v[k]);

			logic_add(l, "logic-wrap", 3, HINT_BOUND, fix_start(f, left), fix_end(f, right), with,
				  "`%s` grows beyond `%s`, where it is to begin again at 0", x, by.v[k]);
			free(with);
		}
		strv_release(&by);
	}
	free(x);
	free(y);
	free(inner);
}

/* `a % b` of negative numbers; the same of a longer sum, `% 26` behind it. */
static void put_remainder(struct logic *l, size_t i)
{
	const struct fix *f = &l->f;
	size_t n, left, right = logic_chain_end(f, fix_next(f, i));
	char *y, *with;

	if (!streq(logic_op(f, i, &n), "%") || right == NONE || !logic_ends_operand(f, fix_prev(f, i)))
		return;
	left = logic_chain_start(f, fix_prev(f, i));
	y = chain_text(f, fix_next(f, i), right);
	with = xstrfmt(".rem_euclid(%s)", y);
	if (left != NONE && fix_prev(f, i) != NONE)
		logic_add(l, "logic-remainder", 2.2, HINT_SIGN, fix_end(f, fix_prev(f, i)), fix_end(f, right), with,
			  "`%% %s` keeps the sign: what is below 0 stays below 0", y);
	free(y);
	free(with);
}

/* --- what was forgotten --- */

/* The statement `NAME = VALUE;` at a loop's beginning or end. */
static void put_in_block(struct logic *l, const char *op, double cost, size_t open, bool at_end, const char *statement, const char *why)
{
	const struct fix *f = &l->f;
	size_t close = fix_match(f, open), last = fix_prev(f, close);
	char *in, *with;
	uint32_t at;

	if (close == NONE || fix_end(f, close) > l->fn->body_end + 1)
		return;
	if (at_end && !fix_is(f, last, ";") && !fix_is(f, last, "}"))
		return;
	in = fix_indent(f, at_end ? fix_start(f, close) : fix_start(f, fix_next(f, open)));
	at = at_end ? fix_end(f, last) : fix_end(f, open);
	with = at_end ? xstrfmt("\n%s    %s", in, statement) : xstrfmt("\n%s%s", in, statement);
	logic_add(l, op, cost, HINT_ENDLESS, at, at, with, "%s", why);
	free(in);
	free(with);
}

static bool occurs(const struct fix *f, size_t from, size_t to, const char *name)
{
	for (; from != NONE && from < to; from = fix_next(f, from))
		if (fix_is_ident(f, from) && fix_is(f, from, name))
			return true;
	return false;
}

/* Is it given another value between two tokens? */
static bool assigned(const struct fix *f, size_t from, size_t to, const char *name)
{
	for (; from != NONE && from < to; from = fix_next(f, from)) {
		size_t n, next = fix_next(f, from);
		const char *op = fix_is(f, from, name) ? logic_op(f, next, &n) : "";

		if (streq(op, "=") || streq(op, "+=") || streq(op, "-=") || streq(op, "*=") || streq(op, "/="))
			return true;
	}
	return false;
}

/* `let mut x = FIRST;` before loops: x begins anew in each round, or where a branch ends. */
static void put_reset(struct logic *l, size_t i)
{
	const struct fix *f = &l->f;
	size_t mut = fix_next(f, i), name = fix_next(f, mut), semi;
	char *word, *init, *statement, *why;
	size_t eq = NONE, done = 0;

	if (!fix_is(f, i, "let") || !fix_is(f, mut, "mut") || !fix_is_ident(f, name))
		return;
	for (semi = name; semi != NONE && !fix_is(f, semi, ";") && !fix_is(f, semi, "{"); semi = fix_next(f, semi))
		if (eq == NONE && fix_is(f, semi, "="))
			eq = semi;
	if (!fix_is(f, semi, ";") || eq == NONE || fix_start(f, semi) - fix_end(f, eq) > INIT_MAX)
		return;
	word = fix_word(f, name);
	init = fix_text(f, fix_start(f, fix_next(f, eq)), fix_start(f, semi));
	statement = xstrfmt("%s = %s;", word, init);
	why = xstrfmt("`%s` keeps what it had in the round before, where it is to begin again with `%s`", word, init);
	for (size_t k = fix_next(f, semi); k != NONE && fix_start(f, k) < l->fn->body_end && done < LOOPS_MAX; k = fix_next(f, k)) {
		size_t open = fix_is(f, k, "for") || fix_is(f, k, "while") || fix_is(f, k, "if") || fix_is(f, k, "loop") ?
			      brace_after(f, fix_next(f, k)) : fix_is(f, k, "else") && fix_is(f, fix_next(f, k), "{") ? fix_next(f, k) : NONE;
		bool is_loop = !fix_is(f, k, "if") && !fix_is(f, k, "else");

		if (open == NONE || !occurs(f, open, fix_match(f, open), word))
			continue;
		done++;
		put_in_block(l, "logic-reset", is_loop ? 2.8 : 3.2, open, true, statement, why);
		if (is_loop)
			put_in_block(l, "logic-reset", 2.9, open, false, statement, why);
	}
	free(word);
	free(init);
	free(statement);
	free(why);
}

/* `while i < n` whose i never changes. */
static void put_update(struct logic *l, size_t i)
{
	const struct fix *f = &l->f;
	size_t open = fix_is(f, i, "while") ? brace_after(f, fix_next(f, i)) : NONE;

	for (size_t k = fix_next(f, i); open != NONE && k != NONE && k < open; k = fix_next(f, k)) {
		char *word = fix_word(f, k), *statement, *why;

		if (fix_is_ident(f, k) && strv_has(&l->locals, word)) {
			bool moves = assigned(f, open, fix_match(f, open), word);

			for (int step = 0; step < 2; step++) {
				statement = xstrfmt("%s %s 1;", word, step ? "-=" : "+=");
				why = xstrfmt("`%s` does not change in every round of the loop that waits for it", word);
				put_in_block(l, "logic-update", (moves ? 4 : 1.4) + .4 * step, open, true, statement, why);
				free(statement);
				free(why);
			}
		}
		free(word);
	}
}

/* The function ends with a name: in the other order, or sorted. */
static void put_reverse(struct logic *l, size_t i)
{
	static const struct {
		const char *call, *why;
		double cost;
	} calls[] = { { "reverse", "comes in the order in which it was made, which is the wrong way round", 2.6 },
		      { "sort", "comes in the order in which it was made, and is not sorted", 3.4 } };
	const struct fix *f = &l->f;
	size_t next = fix_next(f, i), prev = fix_prev(f, i);
	char *word, *in;

	if (!fix_is_ident(f, i) || fix_start(f, next) != l->fn->body_end || !(fix_is(f, prev, ";") || fix_is(f, prev, "}")))
		return;
	word = fix_word(f, i);
	in = fix_indent(f, fix_start(f, i));
	for (size_t k = 0; k < ARRAY_SIZE(calls); k++) {
		char *with = xstrfmt("%s.%s();\n%s", word, calls[k].call, in);

		logic_add(l, "logic-order", calls[k].cost, HINT_ORDER, fix_start(f, i), fix_start(f, i), with, "`%s` %s", word, calls[k].why);
		free(with);
	}
	free(word);
	free(in);
}

/* `x.sort();` where the largest is to come first; `.rev()` too many or too few; keys the other way round. */
static void put_sorting(struct logic *l, size_t i)
{
	const struct fix *f = &l->f;
	size_t open = fix_next(f, i), close = fix_is(f, open, "(") ? fix_match(f, open) : NONE, dot = fix_prev(f, i), bar, from;

	if (close == NONE || !fix_is(f, dot, "."))
		return;
	if (starts_with(f->text + fix_start(f, i), "sort") && fix_is(f, fix_next(f, close), ";")) {
		size_t start = logic_chain_start(f, fix_prev(f, dot));
		char *what = start == NONE ? xstrdup("") : chain_text(f, start, fix_prev(f, dot)), *with = xstrfmt("\n%s.reverse();", what);

		if (*what)
			logic_add(l, "logic-order", 2.4, HINT_ORDER, fix_end(f, fix_next(f, close)), fix_end(f, fix_next(f, close)), with,
				  "`%s` is sorted from small to large, where the largest is to come first", what);
		free(what);
		free(with);
	}
	if (fix_is(f, i, "rev") && fix_next(f, open) == close)
		logic_add(l, "logic-order", 2, HINT_ORDER, fix_start(f, dot), fix_end(f, close), "", "`.rev()` turns the order round");
	if ((fix_is(f, i, "iter") || fix_is(f, i, "chars") || fix_is(f, i, "into_iter")) && fix_next(f, open) == close)
		logic_add(l, "logic-order", 3, HINT_ORDER, fix_end(f, close), fix_end(f, close), ".rev()", "it is gone through from the wrong end");
	bar = fix_next(f, open);
	if (!fix_is(f, i, "sort_by_key") || !fix_is(f, bar, "|"))
		return;
	for (from = fix_next(f, bar); from != NONE && from < close && !fix_is(f, from, "|"); from = fix_next(f, from))
		;
	from = fix_next(f, from);
	if (from != NONE && from < close) {
		logic_add(l, "logic-order", 2, HINT_ORDER, fix_start(f, from), fix_start(f, from), "std::cmp::Reverse(",
			  "it is sorted from small to large, where the largest is to come first");
		logic_also(l, fix_start(f, close), fix_start(f, close), ")");
	}
}

/* White space and large letters that nobody thought of. */
static void put_clean(struct logic *l, size_t i)
{
	static const char *const methods[] = { "chars", "split", "split_whitespace", "parse", "to_string", "to_owned", "is_empty", "len",
					       "starts_with", "ends_with", "contains", "eq" };
	const struct fix *f = &l->f;
	size_t dot = fix_next(f, i), method = fix_next(f, dot);
	bool known = false;
	char *word;

	if (!fix_is_ident(f, i) || !fix_is(f, dot, ".") || !fix_is(f, fix_next(f, method), "("))
		return;
	for (size_t k = 0; k < ARRAY_SIZE(methods); k++)
		known |= fix_is(f, method, methods[k]);
	if (!known)
		return;
	word = fix_word(f, i);
	logic_add(l, "logic-clean", 3, HINT_CASE, fix_end(f, i), fix_end(f, i), ".trim()", "`%s` may have white space around it", word);
	logic_add(l, "logic-clean", 3.2, HINT_CASE, fix_end(f, i), fix_end(f, i), ".to_lowercase()", "`%s` may have large letters", word);
	free(word);
}

/* `a == b` of texts, whatever their case. */
static void put_same_case(struct logic *l, size_t i)
{
	const struct fix *f = &l->f;
	size_t n, left, right;

	if (!streq(logic_op(f, i, &n), "=="))
		return;
	left = logic_chain_start(f, fix_prev(f, i));
	right = logic_chain_end(f, fix_next(f, i + 1));
	if (left == NONE || right == NONE)
		return;
	logic_add(l, "logic-clean", 3.4, HINT_CASE | HINT_TRUTH, fix_end(f, fix_prev(f, i)), fix_end(f, fix_prev(f, i)), ".to_lowercase()",
		  "the two are compared with their large and small letters");
	logic_also(l, fix_end(f, right), fix_end(f, right), ".to_lowercase()");
}

/* The first element, or the end of the numbers, as the first value. */
static void put_first_value(struct logic *l, size_t i)
{
	static const char *const ends[] = { "i32::MIN", "i32::MAX", "i64::MIN", "i64::MAX", "u32::MAX", "u64::MAX", "usize::MAX", "f64::MIN",
					    "f64::MAX" };
	const struct fix *f = &l->f;
	size_t prev = fix_prev(f, i), mut = fix_prev(f, fix_prev(f, prev));
	char *word;

	if ((!fix_is_kind(f, i, TOKEN_INT) && !fix_is_kind(f, i, TOKEN_FLOAT)) || !fix_is(f, prev, "=") || !fix_is(f, mut, "mut") ||
	    !fix_is(f, fix_next(f, i), ";"))
		return;
	word = fix_word(f, i);
	for (size_t k = 0; k < l->locals.n && k < 3; k++) {
		char *with = xstrfmt("%s[0]", l->locals.v[k]);

		logic_add(l, "logic-first-value", 2.4, 0, fix_start(f, i), fix_end(f, i), with,
			  "`%s` is no element of `%s`, and may beat them all", word, l->locals.v[k]);
		free(with);
	}
	for (size_t k = 0; k < ARRAY_SIZE(ends); k++)
		logic_add(l, "logic-first-value", 2.7, 0, fix_start(f, i), fix_end(f, i), ends[k], "`%s` is beaten by no number on its one side",
			  word);
	free(word);
}

/* `a - b` of numbers that cannot be negative. */
static void put_saturating(struct logic *l, size_t i)
{
	static const char *const calls[] = { "saturating_sub", "abs_diff" };
	const struct fix *f = &l->f;
	size_t n, left, right;
	char *x, *y;

	if (!streq(logic_op(f, i, &n), "-") || !logic_ends_operand(f, fix_prev(f, i)))
		return;
	left = logic_chain_start(f, fix_prev(f, i));
	right = logic_chain_end(f, fix_next(f, i));
	if (left == NONE || right == NONE)
		return;
	x = chain_text(f, left, fix_prev(f, i));
	y = chain_text(f, fix_next(f, i), right);
	for (size_t k = 0; k < ARRAY_SIZE(calls); k++) {
		char *with = xstrfmt("%s.%s(%s)", x, calls[k], y);

		logic_add(l, "logic-below-zero", 3, HINT_SIGN, fix_start(f, left), fix_end(f, right), with, "`%s - %s` goes below 0", x, y);
		free(with);
	}
	free(x);
	free(y);
}

/* A `return` in a loop that comes too early. */
static void put_go_on(struct logic *l, size_t i)
{
	const struct fix *f = &l->f;
	size_t semi = i, open = i;
	bool in_loop = false;

	if (!fix_is(f, i, "return"))
		return;
	while (semi != NONE && !fix_is(f, semi, ";") && !fix_is(f, semi, "}"))
		semi = fix_next(f, semi);
	while (!in_loop && (open = fix_around(f, open)) != NONE && fix_start(f, open) > l->fn->body) {
		size_t k = fix_prev(f, open);

		for (; k != NONE && !fix_is(f, k, ";") && !fix_is(f, k, "{") && !fix_is(f, k, "}") && !in_loop; k = fix_prev(f, k))
			in_loop = fix_is(f, k, "for") || fix_is(f, k, "while") || fix_is(f, k, "loop");
	}
	if (in_loop && semi != NONE && fix_start(f, semi) < l->fn->body_end)
		logic_add(l, "logic-early", 3.4, 0, fix_start(f, i), fix_start(f, semi), "continue", "`return` ends the loop before it has seen them all");
}

/* A branch for the other. */
static void put_branches(struct logic *l, size_t i)
{
	const struct fix *f = &l->f;
	size_t open = fix_is(f, i, "else") ? fix_next(f, i) : NONE, before = fix_prev(f, i), first = fix_is(f, before, "}") ? fix_match(f, before) : NONE;
	size_t close = fix_is(f, open, "{") ? fix_match(f, open) : NONE;
	char *a, *b;

	if (close == NONE || first == NONE)
		return;
	a = fix_text(f, fix_end(f, first), fix_start(f, before));
	b = fix_text(f, fix_end(f, open), fix_start(f, close));
	if (strlen(a) + strlen(b) < 300) {
		logic_add(l, "logic-branches", 3.2, 0, fix_end(f, first), fix_start(f, before), b, "the two branches stand in each other's place");
		logic_also(l, fix_end(f, open), fix_start(f, close), a);
	}
	free(a);
	free(b);
}

void logic_puts(struct logic *l, size_t i)
{
	static void (*const puts[])(struct logic *, size_t) = {
		put_not, put_one, put_none, put_order, put_float, put_wrap, put_remainder, put_reset, put_update, put_reverse, put_sorting,
		put_clean, put_same_case, put_first_value, put_saturating, put_go_on, put_branches,
	};

	for (size_t k = 0; k < ARRAY_SIZE(puts); k++)
		puts[k](l, i);
}
