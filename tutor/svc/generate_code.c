/* A card's code made fit: without main or tests, public, under other names, its main reading what comes in. */
#include <ctype.h>
#include <strings.h>

#include "rust/edits.h"
#include "svc/generate_int.h"

struct maker {
	const char *code;
	struct tokens t;
	struct items items;
	struct edits e;
};

static bool is_gone(const struct maker *m, uint32_t at)
{
	for (size_t i = 0; i < m->e.n; i++)
		if (m->e.v[i].end > m->e.v[i].start && at >= m->e.v[i].start && at < m->e.v[i].end)
			return true;
	return false;
}

/* First token at or behind a byte that is no space, comment or attribute; t.n: none. */
static size_t item_token(const struct maker *m, uint32_t at)
{
	for (size_t i = 0; i < m->t.n; i++) {
		if (m->t.v[i].start < at || token_is_trivia(&m->t.v[i]))
			continue;
		if (!token_is(m->code, &m->t.v[i], "#"))
			return i;
		i = token_next(&m->t, i);
		i = i < m->t.n ? token_match(m->code, &m->t, i) : i;
	}
	return m->t.n;
}

static void insert(struct maker *m, size_t token, const char *text)
{
	if (token < m->t.n && !is_gone(m, m->t.v[token].start))
		edits_add(&m->e, m->t.v[token].start, m->t.v[token].start, text);
}

static void drop_items(struct maker *m, unsigned flags)
{
	for (size_t i = 0; i < m->items.n; i++) {
		const struct item *it = &m->items.v[i];
		bool is_main = it->kind == ITEM_FN && streq(it->name, "main");

		if (it->parent >= 0)
			continue;
		if ((is_main && (flags & GEN_NO_MAIN)) || ((it->cfg_test || it->is_test) && (flags & GEN_NO_TESTS)))
			edits_add(&m->e, it->start, it->end, "");
	}
}

/* Tests compare and print what they get: the types of a card can do that, where nothing in them is in the way. */
static void add_derives(struct maker *m)
{
	static const char *const traits[] = { "Debug", "Clone", "PartialEq" };
	static const char *const in_the_way[] = { "dyn ", "Fn", "fn(", "Mutex", "RwLock", "Atomic", "Thread", "Sender", "Receiver", "File", "io::Error", NULL };

	for (size_t i = 0; i < m->items.n; i++) {
		const struct item *it = &m->items.v[i];
		char *text = xmemdupz(m->code + it->start, it->end - it->start);
		struct sbuf line = SBUF_INIT;
		bool fits = (it->kind == ITEM_STRUCT || it->kind == ITEM_ENUM) && !it->cfg_test;

		for (const char *const *w = in_the_way; *w && fits; w++)
			fits = !strstr(text, *w);
		for (size_t k = 0; k < ARRAY_SIZE(traits) && fits; k++) {
			char *by_hand = xstrfmt("%s for %s", traits[k], it->name);

			if (!(it->attrs && strstr(it->attrs, traits[k])) && !strstr(m->code, by_hand))
				sbuf_addf(&line, "%s%s", line.len ? ", " : "#[derive(", traits[k]);
			free(by_hand);
		}
		if (line.len) {
			sbuf_addstr(&line, ")]\n");
			insert(m, item_token(m, it->start), line.buf);
		}
		sbuf_release(&line);
		free(text);
	}
}

static bool gets_pub(const struct maker *m, const struct item *it)
{
	const struct item *p = it->parent >= 0 ? &m->items.v[it->parent] : NULL;
	bool kind = it->kind == ITEM_FN || it->kind == ITEM_STRUCT || it->kind == ITEM_ENUM || it->kind == ITEM_TRAIT ||
		    it->kind == ITEM_TYPE || it->kind == ITEM_CONST;

	if (!kind || it->is_pub || it->cfg_test || it->is_test)
		return false;
	return !p || (p->kind == ITEM_IMPL && !strstr(p->name, " for ")) || (p->kind == ITEM_MOD && !p->cfg_test);
}

/* Fields between an open bracket and its close: `name: T` in braces, any type in parentheses. */
static void pub_fields(struct maker *m, size_t open)
{
	size_t close = token_match(m->code, &m->t, open);
	bool named = token_is(m->code, &m->t.v[open], "{"), start = true;
	int angle = 0;

	for (size_t i = token_next(&m->t, open); i < close; i = token_next(&m->t, i)) {
		const struct token *t = &m->t.v[i];

		if (start && token_is(m->code, t, "#")) {
			i = token_match(m->code, &m->t, token_next(&m->t, i));
			continue;
		}
		if (start && !token_is(m->code, t, "pub") && (!named || t->kind == TOKEN_IDENT))
			insert(m, i, "pub ");
		angle += token_is(m->code, t, "<") ? 1 : token_is(m->code, t, ">") ? -1 : 0;
		start = angle <= 0 && token_is(m->code, t, ",");
		if (t->kind == TOKEN_OPEN) {
			size_t to = token_match(m->code, &m->t, i);

			i = to < close ? to : i;
		}
	}
}

static void make_pub(struct maker *m, unsigned flags)
{
	for (size_t i = 0; i < m->items.n; i++) {
		const struct item *it = &m->items.v[i];
		size_t at = item_token(m, it->start);

		if (gets_pub(m, it) && !(it->kind == ITEM_FN && it->parent < 0 && streq(it->name, "main")))
			insert(m, at, "pub ");
		if (it->kind != ITEM_STRUCT || !(flags & GEN_PUB_FIELDS) || it->cfg_test)
			continue;
		while (at < m->t.n && m->t.v[at].start < it->end && m->t.v[at].kind != TOKEN_OPEN)
			at = token_next(&m->t, at);
		if (at < m->t.n && m->t.v[at].start < it->end)
			pub_fields(m, at);
	}
}

/* A name in a `use std::…`: it is not the card's to change. */
static bool in_std(const struct maker *m, uint32_t at)
{
	for (size_t i = 0; i < m->items.n; i++) {
		const struct item *it = &m->items.v[i];

		if (it->kind == ITEM_USE && at >= it->start && at < it->end)
			return starts_with(it->name, "std") || starts_with(it->name, "core");
	}
	return false;
}

/* Is the new name an item's already? */
static bool is_taken(const struct maker *m, const struct gen_rename *r)
{
	for (size_t i = 0; i < m->items.n; i++) {
		const struct item *it = &m->items.v[i];

		if (it->kind != ITEM_IMPL && it->kind != ITEM_USE && streq(it->name, r->to) && !it->cfg_test &&
		    (it->kind != ITEM_FN || (it->parent >= 0) == r->method))
			return true;
	}
	return false;
}

static size_t token_before(const struct maker *m, size_t i)
{
	while (i && token_is_trivia(&m->t.v[--i]))
		;
	return i;
}

/* fn NAME, self.NAME, Self::NAME. */
static bool is_own_method(const struct maker *m, size_t i)
{
	size_t a = token_before(m, i), b = token_before(m, a);

	if (token_is(m->code, &m->t.v[a], ":"))
		b = token_before(m, b);
	return token_is(m->code, &m->t.v[a], "fn") || token_is(m->code, &m->t.v[b], "self") || token_is(m->code, &m->t.v[b], "Self");
}

static bool rename_all(struct maker *m, const struct gen_rename *r)
{
	if (is_taken(m, r))
		return false;
	for (size_t i = 0; i < m->t.n; i++) {
		const struct token *t = &m->t.v[i];

		if (t->kind == TOKEN_IDENT && token_is(m->code, t, r->from) && !is_gone(m, t->start) && !in_std(m, t->start) &&
		    (!r->method || is_own_method(m, i)))
			edits_add(&m->e, t->start, t->start + t->len, r->to);
	}
	return true;
}

bool gen_code_make(const char *code, unsigned flags, const struct gen_rename *renames, size_t n, struct sbuf *out)
{
	struct maker m = { .code = code, .t = TOKENS_INIT, .items = ITEMS_INIT, .e = EDITS_INIT };
	bool ok = true;

	lex(code, strlen(code), &m.t);
	items_scan(code, strlen(code), &m.items);
	drop_items(&m, flags);
	if (flags & GEN_DERIVE)
		add_derives(&m);
	if (flags & GEN_PUB)
		make_pub(&m, flags);
	for (size_t i = 0; i < n && ok; i++)
		ok = rename_all(&m, &renames[i]);
	ok = ok && edits_apply(&m.e, code, strlen(code), out);
	sbuf_rtrim(out);
	sbuf_addch(out, '\n');
	edits_release(&m.e);
	items_release(&m.items);
	tokens_release(&m.t);
	return ok;
}

/* Input. */

static bool says(const char *text, const char *const *words)
{
	for (; *words; words++) {
		const char *p = strcasestr(text, *words);
		char after = p ? p[strlen(*words)] : 0;

		if (p && (p == text || !isalnum((unsigned char)p[-1])) && !isalnum((unsigned char)after))
			return true;
	}
	return false;
}

enum gen_input gen_input_asked(const char *description)
{
	static const char *const in[] = { "stdin", "standard input", "from the keyboard", "user types", "user input", "piped", "reads lines",
					  "reads text", "reads numbers", NULL };
	static const char *const args[] = { "argument", "arguments", "command line", "command-line", "args", "argv", NULL };

	return says(description, in) ? GEN_INPUT_STDIN : says(description, args) ? GEN_INPUT_ARGS : GEN_INPUT_NONE;
}

struct place {          /* `let NAME = EXAMPLE;` of main, or the one text literal in it */
	uint32_t start, end;  /* of the value */
	bool text, list;
};

static bool is_number_list(const char *code, const struct tokens *t, size_t open)
{
	size_t close = token_match(code, t, open), n = 0;

	for (size_t i = token_next(t, open); i < close; i = token_next(t, i)) {
		if (t->v[i].kind == TOKEN_INT || t->v[i].kind == TOKEN_FLOAT)
			n++;
		else if (!token_is(code, &t->v[i], ",") && !token_is(code, &t->v[i], "-"))
			return false;
	}
	return n > 1 && close < t->n;
}

/* The value of `let NAME =` at token i of main, when it is an example of input. */
static bool example_at(const char *code, const struct tokens *t, size_t i, struct place *p)
{
	size_t name = token_next(t, i), eq, v, end;

	if (name < t->n && token_is(code, &t->v[name], "mut"))
		name = token_next(t, name);
	eq = token_next(t, name);
	if (eq >= t->n || !token_is(code, &t->v[eq], "="))
		return false;
	v = token_next(t, eq);
	if (v >= t->n)
		return false;
	end = token_next(t, v);
	*p = (struct place){ .start = t->v[v].start };
	if (t->v[v].kind == TOKEN_STRING && end < t->n && token_is(code, &t->v[end], ";")) {
		p->text = true;
		p->end = t->v[v].start + t->v[v].len;
		return true;
	}
	if (token_is(code, &t->v[v], "vec") && end < t->n)
		v = token_next(t, end);
	if (v >= t->n || !token_is(code, &t->v[v], "[") || !is_number_list(code, t, v))
		return false;
	v = token_match(code, t, v);
	end = token_next(t, v);
	p->list = true;
	p->end = t->v[v].start + t->v[v].len;
	return end < t->n && token_is(code, &t->v[end], ";");
}

/* No such let: the only text literal of main that is an argument of its own code, not of a macro. */
static bool lone_literal(const char *code, const struct tokens *t, size_t from, size_t to, struct place *p)
{
	size_t found = 0;

	for (size_t i = from; i < to; i = token_next(t, i)) {
		size_t open = i ? i - 1 : 0, name = open ? open - 1 : 0, after = token_next(t, i);

		if (t->v[i].kind != TOKEN_STRING || !token_is(code, &t->v[open], "(") || t->v[name].kind != TOKEN_IDENT)
			continue;
		if (after >= t->n || (!token_is(code, &t->v[after], ")") && !token_is(code, &t->v[after], ",")))
			continue;
		*p = (struct place){ t->v[i].start, t->v[i].start + t->v[i].len, true, false };
		found++;
	}
	return found == 1;
}

static bool find_place(const char *code, const struct tokens *t, uint32_t body, uint32_t end, struct place *p)
{
	size_t from = 0, to;

	while (from < t->n && t->v[from].start < body)
		from++;
	for (to = from; to < t->n && t->v[to].start < end; to++)
		;
	for (size_t i = from; i < to; i = token_next(t, i))
		if (token_is(code, &t->v[i], "let") && example_at(code, t, i, p))
			return true;
	return lone_literal(code, t, from, to, p);
}

static void add_reader(enum gen_input input, const struct place *p, int kind, struct sbuf *out)
{
	static const char *const numbers[GEN_NUMBERS] = { "i64", "i32", "f64", "usize" };

	if (input == GEN_INPUT_STDIN)
		sbuf_addstr(out, "\n    let input = std::io::read_to_string(std::io::stdin()).expect(\"standard input is text\");");
	else
		sbuf_addstr(out, "\n    let input = std::env::args().skip(1).collect::<Vec<_>>().join(\" \");");
	if (p->list)
		sbuf_addf(out,
			  "\n    let numbers: Vec<%s> = input\n        .split_whitespace()\n        .map(|word| word.parse().expect(\"only numbers\"))\n"
			  "        .collect();",
			  numbers[kind]);
}

bool gen_main_reads(const char *code, enum gen_input input, int kind, struct sbuf *out, struct sbuf *example)
{
	struct tokens t = TOKENS_INIT;
	struct items items = ITEMS_INIT;
	struct place p = { 0 };
	const struct item *fn = NULL;
	bool ok;

	lex(code, strlen(code), &t);
	items_scan(code, strlen(code), &items);
	for (size_t i = 0; i < items.n; i++)
		if (items.v[i].kind == ITEM_FN && items.v[i].parent < 0 && streq(items.v[i].name, "main"))
			fn = &items.v[i];
	ok = fn && fn->body && find_place(code, &t, fn->body, fn->body_end, &p) && (p.list || !kind);
	if (ok) {
		sbuf_add(out, code, fn->body);
		add_reader(input, &p, kind, out);
		sbuf_add(out, code + fn->body, p.start - fn->body);
		sbuf_addstr(out, p.text ? "input.trim_end()" : "numbers");
		sbuf_addstr(out, code + p.end);
		for (const char *c = code + p.start; p.list && c < code + p.end; c++)
			sbuf_addch(example, isdigit((unsigned char)*c) || strchr(".-", *c) ? *c : ' ');
		if (p.text)
			sbuf_add(example, code + p.start + 1, p.end - p.start - 2);
	}
	items_release(&items);
	tokens_release(&t);
	return ok;
}
