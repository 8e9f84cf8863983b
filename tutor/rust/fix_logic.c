/* Where the fault may be, which changes are likely, and all of them in one program. */
#include <ctype.h>
#include <stdlib.h>

#include "rust/fix_logic_int.h"

#define COST_BOTH 0.3     /* passing tests call the function too */
#define COST_UNKNOWN 1.5  /* nobody calls it by name: a trait's */
#define HINT_GAIN 1.0
#define FN_BODY_MAX 20000 /* bytes of a function that is looked at */
#define FOUND_MAX 4000
#define VARIANTS_MAX (1u << 20) /* bytes of a text with all its variants */

/* --- edits --- */

void logic_edits_release(struct logic_edits *l)
{
	for (size_t i = 0; i < l->n; i++)
		edits_release(&l->v[i].e);
	free(l->v);
	*l = (struct logic_edits){ 0 };
}

void logic_add(struct logic *l, const char *op, double cost, unsigned kinds, uint32_t from, uint32_t to, const char *with,
	       const char *fmt, ...)
{
	struct sbuf reason = SBUF_INIT;
	struct logic_edit *e;
	va_list ap;

	if (l->out->n >= FOUND_MAX)
		return;
	va_start(ap, fmt);
	sbuf_vaddf(&reason, fmt, ap);
	va_end(ap);
	ARRAY_GROW(l->out->v, l->out->n + 1, l->out->alloc);
	e = &l->out->v[l->out->n++];
	*e = (struct logic_edit){ .file = l->file, .e = EDITS_INIT, .body = l->fn->body, .body_end = l->fn->body_end, .apart = l->apart };
	e->cost = l->base + cost - (kinds & l->hints ? HINT_GAIN : 0);
	e->e.file = xstrdup(l->f.file);
	e->e.source = op;
	e->e.reason = sbuf_detach(&reason, NULL);
	edits_add(&e->e, from, to, with);
}

void logic_also(struct logic *l, uint32_t from, uint32_t to, const char *with)
{
	if (l->out->n && l->out->n < FOUND_MAX)
		edits_add(&l->out->v[l->out->n - 1].e, from, to, with);
}

/* --- reading --- */

const char *logic_op(const struct fix *f, size_t i, size_t *n)
{
	static const char *const ops[] = { "..=", "<<=", ">>=", "...", "<=", ">=", "==", "!=", "&&", "||", "+=", "-=", "*=", "/=", "%=",
					   "->", "=>", "::", "..", "<<", ">>", "<", ">", "+", "-", "*", "/", "%", "!", "=", "&", "|" };

	*n = 1;
	if (!fix_is_kind(f, i, TOKEN_PUNCT))
		return "";
	for (size_t k = 0; k < ARRAY_SIZE(ops); k++) {
		size_t len = strlen(ops[k]), at = 0;

		while (at < len && i + at < f->t.n && fix_is_kind(f, i + at, TOKEN_PUNCT) && f->text[fix_start(f, i + at)] == ops[k][at])
			at++;
		if (at == len) {
			*n = len;
			return ops[k];
		}
	}
	return "";
}

bool logic_ends_operand(const struct fix *f, size_t i)
{
	if (i == NONE)
		return false;
	switch (f->t.v[i].kind) {
	case TOKEN_IDENT: case TOKEN_INT: case TOKEN_FLOAT: case TOKEN_CHAR: case TOKEN_STRING: case TOKEN_BYTE: case TOKEN_RAW_STRING:
		return true;
	case TOKEN_CLOSE:
		return !fix_is(f, i, "}");
	case TOKEN_KEYWORD:
		return fix_is(f, i, "self") || fix_is(f, i, "true") || fix_is(f, i, "false");
	default:
		return fix_is(f, i, "?");
	}
}

bool logic_starts_operand(const struct fix *f, size_t i)
{
	return i != NONE && (fix_is_ident(f, i) || fix_is(f, i, "self") || fix_is_kind(f, i, TOKEN_INT) || fix_is_kind(f, i, TOKEN_FLOAT) ||
			     fix_is_kind(f, i, TOKEN_BYTE) || fix_is_kind(f, i, TOKEN_CHAR) || fix_is(f, i, "("));
}

/* One more link of a chain behind token i; NONE: it ends here. */
static size_t next_link(const struct fix *f, size_t i)
{
	size_t next = fix_next(f, i), op;

	if (fix_is(f, next, "(") || fix_is(f, next, "["))
		return fix_match(f, next);
	if (fix_is(f, next, "?"))
		return next;
	if (fix_is(f, next, ".") && !strncmp(logic_op(f, next, &op), "..", 2))
		return NONE;
	if (fix_is(f, next, "."))
		return fix_next(f, next);
	if (fix_is(f, next, ":") && streq(logic_op(f, next, &op), "::"))
		return fix_next(f, fix_next(f, next));
	return NONE;
}

size_t logic_chain_end(const struct fix *f, size_t i)
{
	size_t at = i, next;

	while (fix_is(f, at, "&") || fix_is(f, at, "*") || fix_is(f, at, "-") || fix_is(f, at, "!"))
		at = fix_next(f, at);
	if (!logic_starts_operand(f, at))
		return NONE;
	if (fix_is(f, at, "("))
		at = fix_match(f, at);
	while (at != NONE && (next = next_link(f, at)) != NONE && next > at)
		at = next;
	return at;
}

size_t logic_chain_start(const struct fix *f, size_t i)
{
	while (i != NONE) {
		size_t prev, before;

		if (fix_is(f, i, "?")) {
			i = fix_prev(f, i);
			continue;
		}
		if (fix_is_kind(f, i, TOKEN_CLOSE)) {
			i = fix_match(f, i);
			prev = fix_prev(f, i);
			if (i != NONE && logic_ends_operand(f, prev)) {
				i = prev;
				continue;
			}
		}
		prev = fix_prev(f, i);
		before = fix_prev(f, prev);
		if (fix_is(f, prev, ".") && logic_ends_operand(f, before) && fix_end(f, before) <= fix_start(f, prev))
			i = before;
		else if (fix_is(f, prev, ":") && fix_is(f, before, ":") && fix_is_ident(f, fix_prev(f, before)))
			i = fix_prev(f, before);
		else
			return i;
	}
	return NONE;
}

char *logic_around(const struct fix *f, size_t i, size_t n)
{
	size_t left = logic_chain_start(f, fix_prev(f, i)), right = logic_chain_end(f, fix_next(f, i + n - 1));
	uint32_t from = fix_start(f, left == NONE ? i : left), to = fix_end(f, right == NONE ? i + n - 1 : right);

	if (to - from > 60 || memchr(f->text + from, '\n', to - from)) {
		from = fix_start(f, i);
		to = fix_end(f, i + n - 1);
	}
	return fix_text(f, from, to);
}

/* --- where --- */

/* A function, by what it calls. */
struct place {
	size_t file, item;
	bool test, seen[2];  /* by failing, by passing tests */
};
struct places {
	struct place *v;
	size_t n, alloc;
	struct tokens *tokens; /* a text each */
	struct items *items;
	const struct logic_spec *spec;
};

static void places_read(struct places *p, const struct logic_spec *spec)
{
	*p = (struct places){ .spec = spec };
	p->tokens = xcalloc(spec->n_texts + 1, sizeof(*p->tokens));
	p->items = xcalloc(spec->n_texts + 1, sizeof(*p->items));
	for (size_t i = 0; i < spec->n_texts; i++) {
		lex(spec->texts[i].text, spec->texts[i].len, &p->tokens[i]);
		items_scan(spec->texts[i].text, spec->texts[i].len, &p->items[i]);
		for (size_t k = 0; k < p->items[i].n; k++) {
			const struct item *it = &p->items[i].v[k];

			if (it->kind != ITEM_FN || !it->body_end)
				continue;
			ARRAY_GROW(p->v, p->n + 1, p->alloc);
			p->v[p->n++] = (struct place){ .file = i, .item = k, .test = it->is_test };
		}
	}
}

static void places_release(struct places *p)
{
	for (size_t i = 0; i < p->spec->n_texts; i++) {
		tokens_release(&p->tokens[i]);
		items_release(&p->items[i]);
	}
	free(p->tokens);
	free(p->items);
	free(p->v);
}

static const struct item *item_of(const struct places *p, const struct place *at)
{
	return &p->items[at->file].v[at->item];
}

/* All functions whose names occur in a piece of text are called by it, and so on. */
static void mark_calls(struct places *p, const char *text, const struct tokens *t, uint32_t from, uint32_t to, int which)
{
	for (size_t i = 0; i < t->n && t->v[i].start < to; i++) {
		if (t->v[i].kind != TOKEN_IDENT || t->v[i].start < from)
			continue;
		for (size_t k = 0; k < p->n; k++) {
			struct place *at = &p->v[k];
			const struct item *it = item_of(p, at);

			if (at->test || at->seen[which] || !it->name || !token_is(text, &t->v[i], it->name))
				continue;
			at->seen[which] = true;
			mark_calls(p, p->spec->texts[at->file].text, &p->tokens[at->file], it->body, it->body_end, which);
		}
	}
}

/* "tests::deep::adds": is it the test of this name? */
static const struct logic_test *test_named(const struct logic_spec *spec, const char *name)
{
	for (size_t i = 0; i < spec->n_tests; i++) {
		const char *last = strrchr(spec->tests[i].name, ':');

		if (streq(last ? last + 1 : spec->tests[i].name, name))
			return &spec->tests[i];
	}
	return NULL;
}

/* A test that is not among those that ran came to no end: it failed. */
static int which_of(const struct logic_spec *spec, const char *name)
{
	const struct logic_test *t = test_named(spec, name);

	return t && t->passed;
}

static void mark_text(struct places *p, const char *text, const struct tokens *t, const struct items *items)
{
	for (size_t i = 0; i < items->n; i++)
		if (items->v[i].is_test && items->v[i].name)
			mark_calls(p, text, t, items->v[i].body, items->v[i].body_end, which_of(p->spec, items->v[i].name));
}

static void mark_all(struct places *p)
{
	const struct logic_spec *spec = p->spec;

	for (size_t i = 0; i < spec->n_texts; i++)
		mark_text(p, spec->texts[i].text, &p->tokens[i], &p->items[i]);
	if (spec->more_tests) {
		struct tokens t = TOKENS_INIT;
		struct items items = ITEMS_INIT;

		lex(spec->more_tests, strlen(spec->more_tests), &t);
		items_scan(spec->more_tests, strlen(spec->more_tests), &items);
		mark_text(p, spec->more_tests, &t, &items);
		items_release(&items);
		tokens_release(&t);
	}
}

static bool any_seen(const struct places *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].seen[0])
			return true;
	return false;
}

/* --- what the failures say --- */

static int compare_chars(const void *a, const void *b)
{
	return *(const char *)a - *(const char *)b;
}

static bool same_letters(const char *a, const char *b)
{
	size_t n = strlen(a);
	char *x = xstrdup(a), *y = xstrdup(b);
	bool same;

	same = n > 1 && n == strlen(b) && !streq(a, b);
	if (same) {
		qsort(x, n, 1, compare_chars);
		qsort(y, n, 1, compare_chars);
		same = streq(x, y);
	}
	free(x);
	free(y);
	return same;
}

static bool same_but_case(const char *a, const char *b)
{
	for (;; a++, b++) {
		while (isspace((unsigned char)*a))
			a++;
		while (isspace((unsigned char)*b))
			b++;
		if (tolower((unsigned char)*a) != tolower((unsigned char)*b))
			return false;
		if (!*a)
			return true;
	}
}

static unsigned hints_of(const char *got, const char *wanted)
{
	char *end_got, *end_wanted;
	double x = strtod(got, &end_got), y = strtod(wanted, &end_wanted);
	unsigned hints = 0;

	if (streq(got, "true") || streq(got, "false"))
		return HINT_TRUTH;
	if (end_got > got && !*end_got && end_wanted > wanted && !*end_wanted) {
		if (x - y == 1 || y - x == 1)
			hints |= HINT_BOUND;
		if (x == -y)
			hints |= HINT_SIGN;
		return hints;
	}
	if (same_letters(got, wanted))
		hints |= HINT_ORDER;
	if (!streq(got, wanted) && same_but_case(got, wanted))
		hints |= HINT_CASE;
	return hints;
}

static unsigned all_hints(const struct logic_spec *spec)
{
	unsigned hints = spec->endless ? HINT_ENDLESS : 0;

	for (size_t i = 0; i < spec->n_tests; i++)
		if (!spec->tests[i].passed && spec->tests[i].got && spec->tests[i].wanted)
			hints |= hints_of(spec->tests[i].got, spec->tests[i].wanted);
	return hints;
}

/* --- finding --- */

static bool returns_impl(const struct fix *f, const struct item *fn)
{
	bool arrow = false;

	for (size_t i = fix_token(f, fn->start); i != NONE && i < f->t.n && fix_start(f, i) < fn->body; i++) {
		arrow |= fix_is(f, i, "-") && fix_is(f, i + 1 < f->t.n ? i + 1 : NONE, ">");
		if (fix_is(f, i, "const") || (arrow && fix_is(f, i, "impl")))
			return true;
	}
	return false;
}

static bool in_trait_or_impl_of(const struct items *items, const struct item *it)
{
	const struct item *p = it->parent >= 0 ? &items->v[it->parent] : NULL;

	return p && (p->kind == ITEM_TRAIT || (p->kind == ITEM_IMPL && p->name && strstr(p->name, " for ")));
}

/* What it costs that the fault is here; below 0: it is not. */
static double place_cost(const struct places *p, const struct place *at, bool any)
{
	const struct item *it = item_of(p, at);

	if (it->is_test || it->cfg_test || it->body_end - it->body > FN_BODY_MAX || p->spec->texts[at->file].locked)
		return -1;
	if (at->seen[0])
		return at->seen[1] ? COST_BOTH : 0;
	if (!any)
		return COST_BOTH;
	return in_trait_or_impl_of(&p->items[at->file], it) ? COST_UNKNOWN : -1;
}

static void find_in(const struct places *p, const struct place *at, double base, unsigned hints, struct logic_edits *out)
{
	const struct logic_text *t = &p->spec->texts[at->file];
	struct logic l = { .f = { .file = t->name, .text = t->text, .len = t->len, .t = p->tokens[at->file] }, .file = at->file,
			   .items = &p->items[at->file], .fn = item_of(p, at), .base = base, .hints = hints, .out = out };

	l.apart = returns_impl(&l.f, l.fn);
	logic_locals(&l);
	for (size_t i = fix_first(&l.f, l.fn->body); i != NONE && fix_start(&l.f, i) < l.fn->body_end; i = fix_next(&l.f, i)) {
		logic_swaps(&l, i);
		logic_puts(&l, i);
	}
	strv_release(&l.locals);
}

static int by_cost(const void *a, const void *b)
{
	const struct logic_edit *x = a, *y = b;

	if (x->cost != y->cost)
		return x->cost < y->cost ? -1 : 1;
	return (x->e.v[0].start > y->e.v[0].start) - (x->e.v[0].start < y->e.v[0].start);
}

static bool same_edit(const struct logic_edit *a, const struct logic_edit *b)
{
	if (a->file != b->file || a->e.n != b->e.n)
		return false;
	for (size_t i = 0; i < a->e.n; i++)
		if (a->e.v[i].start != b->e.v[i].start || a->e.v[i].end != b->e.v[i].end || !streq(a->e.v[i].text, b->e.v[i].text))
			return false;
	return true;
}

static bool is_good(const struct logic_edits *l, size_t kept, const struct logic_edit *e, const struct logic_text *t)
{
	struct sbuf after = SBUF_INIT;
	bool good = edits_apply(&e->e, t->text, t->len, &after) && (after.len != t->len || memcmp(after.buf, t->text, t->len));

	for (size_t i = 0; i < e->e.n && good; i++)
		good = e->e.v[i].start >= e->body && e->e.v[i].end <= e->body_end;
	for (size_t i = 0; i < kept && good; i++)
		good = !same_edit(&l->v[i], e);
	sbuf_release(&after);
	return good;
}

static void sift(const struct logic_spec *spec, struct logic_edits *l)
{
	size_t kept = 0;

	if (l->n)
		qsort(l->v, l->n, sizeof(*l->v), by_cost);
	for (size_t i = 0; i < l->n; i++) {
		if (kept < LOGIC_MAX && is_good(l, kept, &l->v[i], &spec->texts[l->v[i].file]))
			l->v[kept++] = l->v[i];
		else
			edits_release(&l->v[i].e);
	}
	l->n = kept;
}

/* No test failed that ran, and none is known that did not come to its end. */
static bool all_well(const struct logic_spec *spec, bool any)
{
	for (size_t i = 0; i < spec->n_tests; i++)
		if (!spec->tests[i].passed)
			return false;
	return spec->n_tests && !spec->endless && !any;
}

void logic_find(const struct logic_spec *spec, struct logic_edits *out)
{
	struct places p;
	bool any;

	*out = (struct logic_edits){ 0 };
	places_read(&p, spec);
	mark_all(&p);
	any = any_seen(&p);
	for (size_t i = 0; i < p.n && !all_well(spec, any); i++) {
		double base = place_cost(&p, &p.v[i], any);

		if (base >= 0)
			find_in(&p, &p.v[i], base, all_hints(spec), out);
	}
	sift(spec, out);
	places_release(&p);
}

/* --- all in one --- */

static const char chooser[] = "match { static TUTOR_V: ::std::sync::OnceLock<u32> = ::std::sync::OnceLock::new(); "
			      "*TUTOR_V.get_or_init(|| ::std::env::var(\"" LOGIC_VARIABLE "\").ok().and_then(|v| v.parse().ok()).unwrap_or(0)) } {\n";

/* The body with one edit. */
static void put_body(const struct logic_text *t, const struct logic_edit *e, struct sbuf *out)
{
	struct edits moved = EDITS_INIT;

	for (size_t i = 0; i < e->e.n; i++)
		edits_add(&moved, e->e.v[i].start - e->body, e->e.v[i].end - e->body, e->e.v[i].text);
	edits_apply(&moved, t->text + e->body, e->body_end - e->body, out);
	edits_release(&moved);
}

static void put_variant(const struct logic_text *t, const struct logic_edits *l, size_t k, struct sbuf *out, struct logic_spans *spans)
{
	struct logic_span *s;

	sbuf_addf(out, "%zu => {", k + 1);
	ARRAY_GROW(spans->v, spans->n + 1, spans->alloc);
	s = &spans->v[spans->n++];
	*s = (struct logic_span){ .start = (uint32_t)out->len, .edit = k };
	put_body(t, &l->v[k], out);
	s->end = (uint32_t)out->len;
	sbuf_addstr(out, "\n}\n");
}

static bool is_variant(const struct logic_edits *l, size_t k, size_t file, const bool *skip, const struct item *fn)
{
	return l->v[k].file == file && !skip[k] && !l->v[k].apart && l->v[k].body == fn->body;
}

/* A function with all its bodies; nothing when it has but the one. */
static bool put_function(const struct logic_text *t, size_t file, const struct logic_edits *l, const bool *skip, const struct item *fn,
			 struct sbuf *out, struct logic_spans *spans)
{
	bool any = false;

	for (size_t k = 0; k < l->n; k++) {
		if (!is_variant(l, k, file, skip, fn) || out->len > VARIANTS_MAX)
			continue;
		if (!any)
			sbuf_addstr(out, chooser);
		any = true;
		put_variant(t, l, k, out, spans);
	}
	if (any)
		sbuf_addstr(out, "_ => {");
	sbuf_add(out, t->text + fn->body, fn->body_end - fn->body);
	if (any)
		sbuf_addstr(out, "\n}\n}\n");
	return any;
}

bool logic_variants(const struct logic_text *t, size_t file, const struct logic_edits *l, const bool *skip, struct sbuf *out,
		    struct logic_spans *spans)
{
	struct items items = ITEMS_INIT;
	uint32_t done = 0;
	bool any = false;

	items_scan(t->text, t->len, &items);
	sbuf_addstr(out, "#![allow(warnings)]\n");
	for (size_t i = 0; i < items.n; i++) {
		const struct item *fn = &items.v[i];

		if (fn->kind != ITEM_FN || !fn->body_end || fn->body < done)
			continue;
		sbuf_add(out, t->text + done, fn->body - done);
		any |= put_function(t, file, l, skip, fn, out, spans);
		done = fn->body_end;
	}
	sbuf_add(out, t->text + done, t->len - done);
	items_release(&items);
	return any;
}
