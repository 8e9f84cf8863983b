/* Operators that put one thing in another's place: signs, numbers, names, arguments. */
#include <stdlib.h>

#include "rust/fix_logic_int.h"

#define LITERAL_MAX 1000000000ul
#define NAMES_MAX 12 /* other names tried at one place */

static const struct sign {
	const char *from, *to;
	double cost;
	unsigned hints;
	const char *why; /* %s: the place */
} signs[] = {
	{ "<", "<=", 1, HINT_BOUND, "`%s` leaves out the case that both are equal" },
	{ "<=", "<", 1, HINT_BOUND, "`%s` takes in the case that both are equal" },
	{ ">", ">=", 1, HINT_BOUND, "`%s` leaves out the case that both are equal" },
	{ ">=", ">", 1, HINT_BOUND, "`%s` takes in the case that both are equal" },
	{ "<", ">", 1.6, HINT_TRUTH | HINT_ORDER, "`%s` asks the wrong way round" },
	{ ">", "<", 1.6, HINT_TRUTH | HINT_ORDER, "`%s` asks the wrong way round" },
	{ "<=", ">=", 1.6, HINT_TRUTH | HINT_ORDER, "`%s` asks the wrong way round" },
	{ ">=", "<=", 1.6, HINT_TRUTH | HINT_ORDER, "`%s` asks the wrong way round" },
	{ "<", ">=", 2.4, HINT_TRUTH, "`%s` asks for the opposite" },
	{ ">", "<=", 2.4, HINT_TRUTH, "`%s` asks for the opposite" },
	{ "<=", ">", 2.4, HINT_TRUTH, "`%s` asks for the opposite" },
	{ ">=", "<", 2.4, HINT_TRUTH, "`%s` asks for the opposite" },
	{ "==", "!=", 1.4, HINT_TRUTH, "`%s` asks for the opposite" },
	{ "!=", "==", 1.4, HINT_TRUTH, "`%s` asks for the opposite" },
	{ "==", ">=", 3, 0, "`%s` holds for one value only" },
	{ "==", "<=", 3, 0, "`%s` holds for one value only" },
	{ "&&", "||", 1.4, HINT_TRUTH, "`%s` wants both, where one is enough" },
	{ "||", "&&", 1.4, HINT_TRUTH, "`%s` is content with one, where both are wanted" },
	{ "..", "..=", 1, HINT_BOUND, "`%s` leaves out its end" },
	{ "..=", "..", 1, HINT_BOUND, "`%s` takes in its end" },
	{ "+", "-", 1.8, HINT_SIGN, "`%s` adds where something is to be taken off" },
	{ "-", "+", 1.8, HINT_SIGN, "`%s` takes off where something is to be added" },
	{ "*", "/", 2.8, 0, "`%s` multiplies where it is to divide" },
	{ "/", "*", 2.8, 0, "`%s` divides where it is to multiply" },
	{ "+", "*", 2.6, 0, "`%s` adds where it is to multiply" },
	{ "*", "+", 2.6, 0, "`%s` multiplies where it is to add" },
	{ "%", "/", 2.4, 0, "`%s` takes the remainder where the quotient is wanted" },
	{ "/", "%", 2.4, 0, "`%s` takes the quotient where the remainder is wanted" },
	{ "+=", "-=", 1.8, HINT_SIGN | HINT_ENDLESS, "`%s` adds where something is to be taken off" },
	{ "-=", "+=", 1.8, HINT_SIGN | HINT_ENDLESS, "`%s` takes off where something is to be added" },
	{ "+=", "*=", 2.2, 0, "`%s` adds where it is to multiply" },
	{ "*=", "+=", 2.2, 0, "`%s` multiplies where it is to add" },
	{ "/=", "%=", 2.6, 0, "`%s` keeps the quotient where the remainder is wanted" },
	{ "%=", "/=", 2.6, 0, "`%s` keeps the remainder where the quotient is wanted" },
	{ "+=", "=", 2.8, 0, "`%s` adds to what was there, where it is to be replaced" },
};

/* `Vec<T>`, `fn f<T>`, `&&x`, `|a|`: no operators between two values. */
static bool is_binary(const struct fix *f, size_t i, size_t n)
{
	size_t prev = fix_prev(f, i), next = fix_next(f, i + n - 1);

	if (fix_is(f, i, ".") && (fix_is(f, prev, "[") || fix_is(f, next, "]") || fix_is(f, prev, "(")))
		return true;
	return logic_ends_operand(f, prev) && (logic_starts_operand(f, next) || fix_is(f, next, "-") || fix_is(f, next, "*") ||
	       fix_is(f, next, "&") || fix_is(f, next, "!") || fix_is_kind(f, next, TOKEN_STRING) || fix_is(f, next, "true") ||
	       fix_is(f, next, "false"));
}

static void swap_signs(struct logic *l, size_t i)
{
	size_t n;
	const char *op = logic_op(&l->f, i, &n);
	char *place;

	if (!*op || !is_binary(&l->f, i, n))
		return;
	place = logic_around(&l->f, i, n);
	for (size_t k = 0; k < ARRAY_SIZE(signs); k++)
		if (streq(signs[k].from, op)) {
			uint32_t from = fix_start(&l->f, i);
			struct sbuf why = SBUF_INIT;

			sbuf_add_replaced(&why, signs[k].why, "%s", place);
			logic_add(l, "logic-sign", signs[k].cost, signs[k].hints, from, from + (uint32_t)n, signs[k].to, "%s", why.buf);
			sbuf_release(&why);
		}
	free(place);
}

/* `x = y` where `x += y` is meant: a statement, no let. */
static void swap_assign(struct logic *l, size_t i)
{
	const struct fix *f = &l->f;
	size_t n, start, before;
	const char *op = logic_op(f, i, &n);
	char *name;

	if (!streq(op, "=") || !logic_ends_operand(f, fix_prev(f, i)))
		return;
	start = logic_chain_start(f, fix_prev(f, i));
	if (fix_is(f, fix_prev(f, start), "*"))
		start = fix_prev(f, start);
	before = fix_prev(f, start);
	if (!fix_is(f, before, ";") && !fix_is(f, before, "{") && !fix_is(f, before, "}"))
		return;
	name = fix_text(f, fix_start(f, start), fix_end(f, fix_prev(f, i)));
	logic_add(l, "logic-sign", 2.8, 0, fix_start(f, i), fix_end(f, i), "+=", "`%s` is replaced where something is to be added to it", name);
	free(name);
}

/* Words that are taken for each other; both ways. */
static const struct pair {
	const char *a, *b;
	double cost;
	unsigned hints;
	const char *why; /* what the first does; NULL */
	const char *why_b;
} pairs[] = {
	{ "min", "max", 1.2, 0, "takes the smaller one", "takes the larger one" },
	{ "MIN", "MAX", 1.6, 0, "is the smallest value that there is", "is the largest value that there is" },
	{ "min_by_key", "max_by_key", 1.2, 0, "takes the smallest one", "takes the largest one" },
	{ "min_by", "max_by", 1.2, 0, "takes the smallest one", "takes the largest one" },
	{ "push_back", "push_front", 1.2, HINT_ORDER, "puts it at the end", "puts it at the front" },
	{ "pop_back", "pop_front", 1.2, HINT_ORDER, "takes from the end", "takes from the front" },
	{ "back", "front", 1.4, 0, "looks at the end", "looks at the front" },
	{ "first", "last", 1.4, 0, "takes the first one", "takes the last one" },
	{ "next", "last", 2, 0, "takes the first one", "takes the last one" },
	{ "next", "next_back", 2.2, HINT_ORDER, "takes the first one", "takes the last one" },
	{ "any", "all", 1.2, HINT_TRUTH, "is content with one", "wants every one" },
	{ "is_some", "is_none", 1.4, HINT_TRUTH, "asks whether there is one", "asks whether there is none" },
	{ "is_ok", "is_err", 1.4, HINT_TRUTH, "asks whether it went well", "asks whether it failed" },
	{ "to_uppercase", "to_lowercase", 1.4, HINT_CASE, "makes large letters", "makes small letters" },
	{ "to_ascii_uppercase", "to_ascii_lowercase", 1.4, HINT_CASE, "makes large letters", "makes small letters" },
	{ "to_string", "to_lowercase", 2, HINT_CASE, "keeps large letters apart from small ones", "makes small letters" },
	{ "to_owned", "to_lowercase", 2.2, HINT_CASE, "keeps large letters apart from small ones", "makes small letters" },
	{ "to_string", "to_uppercase", 2.6, HINT_CASE, "keeps the letters as they are", "makes large letters" },
	{ "starts_with", "ends_with", 1.4, HINT_TRUTH, "looks at the beginning", "looks at the end" },
	{ "trim_start", "trim_end", 1.6, HINT_CASE, "takes white space off the beginning", "takes white space off the end" },
	{ "trim_start", "trim", 1.8, HINT_CASE, "leaves white space at the end", "takes white space off both ends" },
	{ "trim_end", "trim", 1.8, HINT_CASE, "leaves white space at the beginning", "takes white space off both ends" },
	{ "take", "skip", 1.6, 0, "keeps the first ones", "leaves out the first ones" },
	{ "take_while", "skip_while", 1.6, 0, "keeps the first ones", "leaves out the first ones" },
	{ "take_while", "filter", 2.2, 0, "ends at the first that does not fit", "looks at all of them" },
	{ "skip_while", "filter", 2.6, 0, "looks at the first ones only", "looks at all of them" },
	{ "floor", "ceil", 1.4, HINT_BOUND, "rounds down", "rounds up" },
	{ "floor", "round", 1.8, HINT_BOUND, "rounds down", "rounds to the nearest" },
	{ "ceil", "round", 1.8, HINT_BOUND, "rounds up", "rounds to the nearest" },
	{ "keys", "values", 1.6, 0, "gives the keys", "gives the values" },
	{ "find", "rfind", 1.6, 0, "finds the first one", "finds the last one" },
	{ "position", "rposition", 1.6, 0, "finds the first one", "finds the last one" },
	{ "split", "rsplit", 2, HINT_ORDER, "begins at the front", "begins at the end" },
	{ "split_once", "rsplit_once", 2, 0, "splits at the first", "splits at the last" },
	{ "split", "split_whitespace", 3, 0, NULL, NULL },
	{ "is_alphabetic", "is_numeric", 2, HINT_TRUTH, "asks for a letter", "asks for a digit" },
	{ "is_alphabetic", "is_alphanumeric", 2, HINT_TRUTH, "asks for a letter", "asks for a letter or digit" },
	{ "is_numeric", "is_alphanumeric", 2, HINT_TRUTH, "asks for a digit", "asks for a letter or digit" },
	{ "is_ascii_digit", "is_ascii_alphabetic", 2, HINT_TRUTH, "asks for a digit", "asks for a letter" },
	{ "is_uppercase", "is_lowercase", 1.6, HINT_TRUTH, "asks for a large letter", "asks for a small letter" },
	{ "is_ascii_uppercase", "is_ascii_lowercase", 1.6, HINT_TRUTH, "asks for a large letter", "asks for a small letter" },
	{ "insert", "remove", 3, 0, "puts in", "takes out" },
	{ "sum", "product", 1.6, 0, "adds", "multiplies" },
	{ "len", "count", 4, 0, NULL, NULL },
	{ "saturating_add", "saturating_sub", 1.8, HINT_SIGN, "adds", "takes off" },
	{ "wrapping_add", "wrapping_sub", 1.8, HINT_SIGN, "adds", "takes off" },
	{ "checked_add", "checked_sub", 1.8, HINT_SIGN, "adds", "takes off" },
	{ "union", "intersection", 1.6, 0, "takes what is in one of them", "takes what is in both" },
	{ "difference", "intersection", 2, 0, "takes what is in one only", "takes what is in both" },
	{ "Less", "Greater", 1.4, HINT_ORDER, "is for smaller ones", "is for larger ones" },
	{ "Left", "Right", 1.8, 0, NULL, NULL },
	{ "break", "continue", 2, 0, "ends the loop", "goes on with the next round" },
	{ "true", "false", 1.8, HINT_TRUTH, NULL, NULL },
	{ "sin", "cos", 2, 0, NULL, NULL },
	{ "chars", "bytes", 5, 0, NULL, NULL },
};

static void add_word(struct logic *l, size_t i, const struct pair *p, const char *to, const char *why, const char *why_to)
{
	char *word = fix_word(&l->f, i);
	struct sbuf text = SBUF_INIT;

	if (why)
		sbuf_addf(&text, "`%s` %s; `%s` %s", word, why, to, why_to);
	else
		sbuf_addf(&text, "`%s` stands where `%s` is meant", word, to);
	logic_add(l, "logic-word", p->cost, p->hints, fix_start(&l->f, i), fix_end(&l->f, i), to, "%s", text.buf);
	sbuf_release(&text);
	free(word);
}

static void swap_words(struct logic *l, size_t i)
{
	const struct fix *f = &l->f;

	if (!fix_is_ident(f, i) && !fix_is_kind(f, i, TOKEN_KEYWORD))
		return;
	if (fix_is_ident(f, i) && !fix_is(f, fix_prev(f, i), ".") && !fix_is(f, fix_prev(f, i), ":"))
		return;
	for (size_t k = 0; k < ARRAY_SIZE(pairs); k++) {
		if (fix_is(f, i, pairs[k].a))
			add_word(l, i, &pairs[k], pairs[k].b, pairs[k].why, pairs[k].why_b);
		else if (fix_is(f, i, pairs[k].b))
			add_word(l, i, &pairs[k], pairs[k].a, pairs[k].why_b, pairs[k].why);
	}
}

/* A whole number, one more and one less. */
static void swap_numbers(struct logic *l, size_t i)
{
	const struct fix *f = &l->f;
	char *word, *end;
	unsigned long value;
	double cost;

	if (fix_is_kind(f, i, TOKEN_FLOAT) && (fix_is(f, i, "0.0") || fix_is(f, i, "1.0"))) {
		bool one = fix_is(f, i, "1.0");

		logic_add(l, "logic-number", 2, 0, fix_start(f, i), fix_end(f, i), one ? "0.0" : "1.0", "`%s` is the wrong number to begin with",
			  one ? "1.0" : "0.0");
	}
	if (!fix_is_kind(f, i, TOKEN_INT) || fix_is(f, fix_prev(f, i), "."))
		return;
	word = fix_word(f, i);
	value = strtoul(word, &end, 10);
	cost = value <= 1 ? 1.6 : value == 2 ? 1.9 : 2.3;
	if (end > word && value < LITERAL_MAX && (*word != '0' || end == word + 1) && *end != 'x' && *end != 'b' && *end != '_') {
		for (int step = 1; step >= -1; step -= 2) {
			char *with = value || step > 0 ? xstrfmt("%lu%s", value + (unsigned long)(long)step, end) : NULL;

			if (with)
				logic_add(l, "logic-number", cost, HINT_BOUND, fix_start(f, i), fix_end(f, i), with, "`%s` is one too %s", word,
					  step > 0 ? "small" : "large");
			free(with);
		}
	}
	free(word);
}

/* --- names --- */

static void name_add(struct strv *names, const struct fix *f, size_t i)
{
	char *word = fix_word(f, i);

	if (fix_is_ident(f, i) && !strv_has(names, word) && word[0] >= '_' /* no capital letter */)
		strv_push_take(names, word);
	else
		free(word);
}

/* The names of a pattern: up to `in`, `=`, `:` or the other `|`. */
static void pattern_names(struct strv *names, const struct fix *f, size_t i, const char *end)
{
	for (size_t k = 0; k < 16 && i != NONE && !fix_is(f, i, end) && !fix_is(f, i, "{") && !fix_is(f, i, ";") && !fix_is(f, i, "=");
	     i = fix_next(f, i), k++)
		if (!fix_is(f, fix_next(f, i), "(") && !fix_is(f, fix_prev(f, i), ":"))
			name_add(names, f, i);
}

void logic_locals(struct logic *l)
{
	const struct fix *f = &l->f;

	for (size_t i = fix_first(f, l->fn->start); i != NONE && fix_start(f, i) < l->fn->body_end; i = fix_next(f, i)) {
		size_t next = fix_next(f, i), n;

		if (fix_start(f, i) < l->fn->body) {
			if (fix_is(f, next, ":") && streq(logic_op(f, next, &n), "") && !fix_is(f, fix_prev(f, i), "<"))
				name_add(&l->locals, f, i);
		} else if (fix_is(f, i, "let")) {
			pattern_names(&l->locals, f, next, "=");
		} else if (fix_is(f, i, "for")) {
			pattern_names(&l->locals, f, next, "in");
		} else if (fix_is(f, i, "|") && !logic_ends_operand(f, fix_prev(f, i)) && fix_is_ident(f, next)) {
			pattern_names(&l->locals, f, next, "|");
		}
	}
}

static bool is_use(const struct fix *f, size_t i)
{
	size_t prev = fix_prev(f, i), next = fix_next(f, i), n;

	if (fix_is(f, prev, ".") && !starts_with(logic_op(f, fix_prev(f, prev) == prev - 1 ? prev - 1 : prev, &n), ".."))
		return false;
	if (fix_is(f, next, "!") && !fix_is(f, fix_next(f, next), "="))
		return false;
	if (fix_is(f, next, "(") || (fix_is(f, next, ":") && fix_is(f, fix_next(f, next), ":")) || fix_is(f, next, ":"))
		return false;
	return !fix_is(f, prev, "let") && !fix_is(f, prev, "mut") && !fix_is(f, prev, "for") && !fix_is(f, prev, "|") && !fix_is(f, next, "|");
}

static void swap_names(struct logic *l, size_t i)
{
	const struct fix *f = &l->f;
	char *word;

	if (!fix_is_ident(f, i) || !is_use(f, i))
		return;
	word = fix_word(f, i);
	if (strv_has(&l->locals, word))
		for (size_t k = 0; k < l->locals.n && k < NAMES_MAX; k++)
			if (!streq(l->locals.v[k], word))
				logic_add(l, "logic-name", 3, 0, fix_start(f, i), fix_end(f, i), l->locals.v[k],
					  "`%s` stands where `%s` is meant", word, l->locals.v[k]);
	free(word);
}

/* `a.y - b.x`: the other operand has that field. */
static bool fits_other_side(const struct fix *f, size_t i, const char *field)
{
	size_t prev = fix_prev(f, logic_chain_start(f, i)), next = fix_next(f, i), n;

	if (fix_is_kind(f, prev, TOKEN_PUNCT) && fix_is(f, fix_prev(f, prev), field) && !fix_is(f, prev, "."))
		return true;
	return *logic_op(f, next, &n) && !fix_is(f, next, ".") && fix_is(f, logic_chain_end(f, fix_next(f, next + n - 1)), field);
}

/* Fields of the structs of the text that have this one, too. */
static void swap_in_struct(struct logic *l, size_t i, const char *word, const struct item *st)
{
	const struct fix *f = &l->f;
	struct strv fields = STRV_INIT;

	for (size_t k = fix_first(f, st->body); k != NONE && fix_start(f, k) < st->body_end; k = fix_next(f, k)) {
		size_t next = fix_next(f, k);

		if (fix_is_ident(f, k) && fix_is(f, next, ":") && !fix_is(f, fix_next(f, next), ":") && !fix_is(f, fix_prev(f, k), ":"))
			strv_push_take(&fields, fix_word(f, k));
	}
	for (size_t k = 0; strv_has(&fields, word) && k < fields.n && k < NAMES_MAX; k++)
		if (!streq(fields.v[k], word))
			logic_add(l, "logic-field", fits_other_side(f, i, fields.v[k]) ? 1.9 : 2.2, 0, fix_start(f, i), fix_end(f, i), fields.v[k],
				  "the field `%s` stands where `%s` is meant", word, fields.v[k]);
	strv_release(&fields);
}

static void swap_fields(struct logic *l, size_t i)
{
	const struct fix *f = &l->f;
	char *word;

	if (!fix_is_ident(f, i) || !fix_is(f, fix_prev(f, i), ".") || fix_is(f, fix_next(f, i), "("))
		return;
	word = fix_word(f, i);
	for (size_t k = 0; k < l->items->n; k++)
		if (l->items->v[k].kind == ITEM_STRUCT && l->items->v[k].body_end)
			swap_in_struct(l, i, word, &l->items->v[k]);
	free(word);
}

/* `Light::Red`: the other variants of an enum of the text. */
static void swap_variants(struct logic *l, size_t i)
{
	const struct fix *f = &l->f;
	size_t colon = fix_next(f, i), name = fix_next(f, fix_next(f, colon)), n;
	const struct item *en = NULL;

	if (!fix_is_ident(f, i) || !streq(logic_op(f, colon, &n), "::") || !fix_is_ident(f, name) || fix_is(f, fix_next(f, name), "("))
		return;
	for (size_t k = 0; k < l->items->n && !en; k++)
		if (l->items->v[k].kind == ITEM_ENUM && l->items->v[k].body_end && fix_is(f, i, l->items->v[k].name))
			en = &l->items->v[k];
	for (size_t k = en ? fix_first(f, en->body) : NONE, tried = 0; k != NONE && fix_start(f, k) < en->body_end && tried < NAMES_MAX;
	     k = fix_next(f, k)) {
		char *word = fix_word(f, k);

		if (fix_is_kind(f, k, TOKEN_OPEN)) {
			k = fix_match(f, k);
		} else if (fix_is_ident(f, k) && !fix_is(f, name, word)) {
			logic_add(l, "logic-variant", 2.4, 0, fix_start(f, name), fix_end(f, name), word, "another case stands where `%s` is meant", word);
			tried++;
		}
		free(word);
	}
}

/* --- order --- */

/* The comma that ends the argument that begins at token i, or the closing bracket. */
static size_t argument_end(const struct fix *f, size_t i, size_t close)
{
	for (; i != NONE && i < close && !fix_is(f, i, ","); i = fix_next(f, i))
		if (fix_is_kind(f, i, TOKEN_OPEN) && (i = fix_match(f, i)) == NONE)
			return NONE;
	return i;
}

static void exchange(struct logic *l, const char *op, double cost, unsigned hints, const uint32_t at[4], const char *why)
{
	const struct fix *f = &l->f;
	char *a = fix_text(f, at[0], at[1]), *b = fix_text(f, at[2], at[3]);

	if (!streq(a, b) && at[1] <= at[2] && strlen(a) + strlen(b) < 200) {
		logic_add(l, op, cost, hints, at[0], at[1], b, "`%s` and `%s` %s", a, b, why);
		logic_also(l, at[2], at[3], a);
	}
	free(a);
	free(b);
}

static void swap_arguments(struct logic *l, size_t i)
{
	const struct fix *f = &l->f;
	size_t open = fix_next(f, i), close, from, end, to;

	if (!fix_is_ident(f, i) || !fix_is(f, open, "("))
		return;
	close = fix_match(f, open);
	from = fix_next(f, open);
	for (int k = 0; k < 4 && close != NONE && from != NONE && from < close; k++, from = fix_next(f, end)) {
		end = argument_end(f, from, close);
		to = end != NONE && end < close ? argument_end(f, fix_next(f, end), close) : NONE;
		if (to == NONE || fix_next(f, end) >= close)
			return;
		exchange(l, "logic-arguments", 2.2, 0,
			 (const uint32_t[]){ fix_start(f, from), fix_end(f, fix_prev(f, end)), fix_start(f, fix_next(f, end)),
					     fix_end(f, fix_prev(f, to)) },
			 "stand in each other's place");
	}
}

static void swap_operands(struct logic *l, size_t i)
{
	const struct fix *f = &l->f;
	size_t n, left, right;
	const char *op = logic_op(f, i, &n);

	if ((!streq(op, "-") && !streq(op, "/") && !streq(op, "%")) || !is_binary(f, i, n))
		return;
	left = logic_chain_start(f, fix_prev(f, i));
	right = logic_chain_end(f, fix_next(f, i));
	if (left != NONE && right != NONE)
		exchange(l, "logic-operands", *op == '-' ? 2 : 2.6, HINT_SIGN,
			 (const uint32_t[]){ fix_start(f, left), fix_end(f, fix_prev(f, i)), fix_start(f, fix_next(f, i)), fix_end(f, right) },
			 "stand on each other's side");
}

/* `[i][j]`, and `a.cmp(&b)` by its two names. */
static void swap_indices(struct logic *l, size_t i)
{
	const struct fix *f = &l->f;
	size_t close = fix_is(f, i, "[") && logic_ends_operand(f, fix_prev(f, i)) ? fix_match(f, i) : NONE;
	size_t open = fix_next(f, close), last = fix_is(f, open, "[") ? fix_match(f, open) : NONE;

	if (close == NONE || last == NONE)
		return;
	exchange(l, "logic-index", 1.8, 0,
		 (const uint32_t[]){ fix_end(f, i), fix_start(f, close), fix_end(f, open), fix_start(f, last) }, "stand in each other's place");
}

/* The first element for the last. */
static void swap_ends(struct logic *l, size_t i)
{
	const struct fix *f = &l->f;
	size_t close = fix_is(f, i, "[") && logic_ends_operand(f, fix_prev(f, i)) ? fix_match(f, i) : NONE, start;
	char *what, *last;

	if (close == NONE || !fix_is(f, fix_next(f, i), "0") || fix_next(f, fix_next(f, i)) != close)
		return;
	start = logic_chain_start(f, fix_prev(f, i));
	what = fix_text(f, fix_start(f, start), fix_start(f, i));
	last = xstrfmt("%s.len() - 1", what);
	logic_add(l, "logic-index", 2.6, 0, fix_end(f, i), fix_start(f, close), last, "`%s[0]` is the first one, where the last is meant", what);
	free(what);
	free(last);
}

/* `sort_by(|a, b| …)`: the names of the two change places. */
static void swap_closure(struct logic *l, size_t i)
{
	const struct fix *f = &l->f;
	size_t a = fix_next(f, i), comma = fix_next(f, a), b = fix_next(f, comma);

	if (!fix_is(f, i, "|") || logic_ends_operand(f, fix_prev(f, i)) || !fix_is_ident(f, a) || !fix_is(f, comma, ",") ||
	    !fix_is_ident(f, b) || !fix_is(f, fix_next(f, b), "|"))
		return;
	exchange(l, "logic-order", 1.6, HINT_ORDER, (const uint32_t[]){ fix_start(f, a), fix_end(f, a), fix_start(f, b), fix_end(f, b) },
		 "are compared the wrong way round");
}

void logic_swaps(struct logic *l, size_t i)
{
	swap_signs(l, i);
	swap_assign(l, i);
	swap_words(l, i);
	swap_numbers(l, i);
	swap_names(l, i);
	swap_fields(l, i);
	swap_variants(l, i);
	swap_ends(l, i);
	swap_arguments(l, i);
	swap_operands(l, i);
	swap_indices(l, i);
	swap_closure(l, i);
}
