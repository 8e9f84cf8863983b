/* The census of items: one walk over the tokens, no recursion, brackets matched beforehand. */
#include "rust/lexer.h"

#define NO_MATCH UINT32_MAX

struct scan {
	const char *text;
	size_t len;
	const struct tokens *t;
	uint32_t *match; /* per opening token: its closing one, or NO_MATCH */
	struct items *out;
	size_t *close; /* per open container: the token that ends it */
	int *parent;   /* per open container: its item; same depth as close */
	size_t depth, alloc_close, alloc_parent;
};

/* What is known of an item before its keyword. */
struct head {
	size_t start;		       /* first token, attributes included */
	size_t attrs_first, attrs_end; /* byte range of attributes; equal when none */
	bool is_pub, is_async, is_unsafe;
};

/*
 * One pass, one stack a bracket kind: `( ]` does not lead astray, and hostile nesting costs
 * nothing.
 */
static uint32_t *match_brackets(const char *text, const struct tokens *t)
{
	static const char opens[] = "([{", closes[] = ")]}";
	uint32_t *match = xmalloc((t->n + 1) * sizeof(*match));
	uint32_t top[3] = { NO_MATCH, NO_MATCH, NO_MATCH };

	/* Until it is matched, an opening token's slot holds the one below it on its stack. */
	for (size_t i = 0; i < t->n; i++) {
		char ch = text[t->v[i].start];

		match[i] = NO_MATCH;
		for (int k = 0; k < 3; k++) {
			if (t->v[i].kind == TOKEN_OPEN && ch == opens[k]) {
				match[i] = top[k];
				top[k] = (uint32_t)i;
			} else if (t->v[i].kind == TOKEN_CLOSE && ch == closes[k] &&
				   top[k] != NO_MATCH) {
				uint32_t open = top[k];

				top[k] = match[open];
				match[open] = (uint32_t)i;
			}
		}
	}
	for (int k = 0; k < 3; k++) {
		for (uint32_t i = top[k], below; i != NO_MATCH; i = below) {
			below = match[i];
			match[i] = NO_MATCH;
		}
	}
	return match;
}

static bool is(const struct scan *s, size_t i, const char *what)
{
	return i < s->t->n && token_is(s->text, &s->t->v[i], what);
}

static bool is_kind(const struct scan *s, size_t i, enum token_kind kind)
{
	return i < s->t->n && s->t->v[i].kind == kind;
}

static size_t next(const struct scan *s, size_t i)
{
	return token_next(s->t, i);
}

/* The token after the bracket at i; the next one when it is never closed. */
static size_t after_group(const struct scan *s, size_t i)
{
	return next(s, s->match[i] != NO_MATCH ? s->match[i] : i);
}

static uint32_t end_of(const struct scan *s, size_t i)
{
	return i < s->t->n ? s->t->v[i].start + s->t->v[i].len : (uint32_t)s->len;
}

/* The text between two tokens without comments, white space folded to one blank. */
static char *folded(const struct scan *s, size_t from, size_t to)
{
	struct sbuf b = SBUF_INIT;

	for (size_t i = from; i < to && i < s->t->n; i++) {
		const struct token *t = &s->t->v[i];

		if (!token_is_trivia(t))
			sbuf_add(&b, s->text + t->start, t->len);
		else if (b.len && b.buf[b.len - 1] != ' ')
			sbuf_addch(&b, ' ');
	}
	sbuf_rtrim(&b);
	return sbuf_detach(&b, NULL);
}

static bool has_word(const char *attrs, const char *word)
{
	size_t n = strlen(word);

	for (const char *p = attrs; p && (p = strstr(p, word)); p += n) {
		char before = p > attrs ? p[-1] : ' ', after = p[n];

		if (!(before == '_' || before == '"' || (before >= 'a' && before <= 'z')) &&
		    !(after == '_' || after == '"' || (after >= 'a' && after <= 'z')))
			return true;
	}
	return false;
}

static bool attrs_cfg_test(const char *attrs)
{
	const char *cfg = attrs ? strstr(attrs, "cfg(") : NULL;

	return cfg && has_word(cfg, "test") && !strstr(cfg, "not(test)");
}

/* `#[test]` and its likes of other crates, `#[tokio::test]`. */
static bool attrs_is_test(const char *attrs)
{
	return attrs &&
	       (strstr(attrs, "#[test]") || strstr(attrs, "::test]") || strstr(attrs, "::test("));
}

static struct item *add_item(struct scan *s, const struct head *h, enum item_kind kind, size_t at)
{
	struct items *l = s->out;
	struct item *it;

	ARRAY_GROW(l->v, l->n + 1, l->alloc);
	it = &l->v[l->n++];
	memset(it, 0, sizeof(*it));
	it->kind = kind;
	it->start = s->t->v[h->start].start;
	it->line = s->t->v[at].line;
	it->is_pub = h->is_pub;
	it->is_async = h->is_async;
	it->is_unsafe = h->is_unsafe;
	it->parent = s->depth ? s->parent[s->depth - 1] : -1;
	if (h->attrs_end > h->attrs_first)
		it->attrs = xmemdupz(s->text + h->attrs_first, h->attrs_end - h->attrs_first);
	it->cfg_test = attrs_cfg_test(it->attrs) || (it->parent >= 0 && l->v[it->parent].cfg_test);
	it->is_test = kind == ITEM_FN && attrs_is_test(it->attrs);
	return it;
}

static void push_container(struct scan *s, size_t close, int item)
{
	ARRAY_GROW(s->close, s->depth + 1, s->alloc_close);
	ARRAY_GROW(s->parent, s->depth + 1, s->alloc_parent);
	s->close[s->depth] = close;
	s->parent[s->depth++] = item;
}

static size_t limit(const struct scan *s)
{
	return s->depth ? s->close[s->depth - 1] : s->t->n;
}

/* Does another item start here? Where an item's `;` is missing it would take in the next one. */
static bool starts_another(const struct scan *s, size_t i)
{
	static const char *const words[] = { "struct", "enum", "trait", "mod", "pub" };

	for (size_t k = 0; k < ARRAY_SIZE(words); k++)
		if (is(s, i, words[k]))
			return true;
	return (is(s, i, "fn") || is(s, i, "use")) && is_kind(s, next(s, i), TOKEN_IDENT);
}

/*
 * From i to the token that ends an item: its `;` or (with_body) the brace that opens its body, or
 * the first of another item. Brackets on the way are skipped, also the braces of a const argument,
 * which follow `<` or `,` (a where clause may end in a comma before the body). limit() when there
 * is none.
 */
static size_t find_end(const struct scan *s, size_t i, bool with_body)
{
	size_t before = i;
	bool where = false;

	while (i < limit(s)) {
		bool argument = is(s, before, "<") || (is(s, before, ",") && !where);

		if (is(s, i, ";") || (with_body && is(s, i, "{") && !argument) || starts_another(s, i))
			return i;
		where |= is(s, i, "where");
		before = i;
		i = is_kind(s, i, TOKEN_OPEN) ? after_group(s, i) : next(s, i);
	}
	return limit(s);
}

/*
 * Sets body and end of the item just added from the token that ends it; gives the token after it.
 */
static size_t close_item(struct scan *s, struct item *it, size_t end)
{
	size_t close;

	if (end >= limit(s)) {
		it->end = limit(s) < s->t->n ? s->t->v[limit(s)].start : (uint32_t)s->len;
		return limit(s);
	}
	if (!is(s, end, "{")) {
		bool own = is(s, end, ";");

		it->end = own ? end_of(s, end) : s->t->v[end].start;
		return own ? next(s, end) : end;
	}
	close = s->match[end] != NO_MATCH && s->match[end] <= limit(s) ? s->match[end] : limit(s);
	it->body = end_of(s, end);
	it->body_end = close < s->t->n ? s->t->v[close].start : (uint32_t)s->len;
	it->end = close < limit(s) ? end_of(s, close) : it->body_end;
	return close < limit(s) ? next(s, close) : limit(s);
}

struct kind_row {
	const char *word;
	enum item_kind kind;
	bool body, container;
};

static const struct kind_row kinds[] = {
	{ "fn", ITEM_FN, true, false },	       { "struct", ITEM_STRUCT, true, false },
	{ "enum", ITEM_ENUM, true, false },    { "union", ITEM_UNION, true, false },
	{ "trait", ITEM_TRAIT, true, true },   { "impl", ITEM_IMPL, true, true },
	{ "mod", ITEM_MOD, true, true },       { "use", ITEM_USE, false, false },
	{ "const", ITEM_CONST, false, false }, { "static", ITEM_STATIC, false, false },
	{ "type", ITEM_TYPE, false, false },
};

static const struct kind_row *kind_at(const struct scan *s, size_t i)
{
	if (is(s, i, "union") && !is_kind(s, next(s, i), TOKEN_IDENT))
		return NULL;
	for (size_t k = 0; k < ARRAY_SIZE(kinds); k++)
		if (is(s, i, kinds[k].word))
			return &kinds[k];
	return NULL;
}

static char *item_name(const struct scan *s, const struct kind_row *k, size_t at, size_t end)
{
	size_t i = next(s, at);

	if (k->kind == ITEM_IMPL || k->kind == ITEM_USE)
		return folded(s, k->kind == ITEM_IMPL ? at : i, end);
	while (is(s, i, "mut") || is(s, i, "ref"))
		i = next(s, i);
	return i < limit(s) ? xmemdupz(s->text + s->t->v[i].start, s->t->v[i].len) : xstrdup("");
}

static size_t scan_item(struct scan *s, const struct head *h, const struct kind_row *k, size_t at)
{
	size_t end = find_end(s, next(s, at), k->body), after;
	struct item *it = add_item(s, h, k->kind, at);
	int index = (int)s->out->n - 1;

	it->name = item_name(s, k, at, end);
	after = close_item(s, it, end);
	if (!k->container || !it->body)
		return after;
	push_container(s, MIN(s->match[end] != NO_MATCH ? s->match[end] : limit(s), limit(s)),
		       index);
	return next(s, end);
}

/* `macro_rules! name { … }`, and calls such as `thread_local! { … }`, which are no item. */
static size_t scan_macro(struct scan *s, const struct head *h, size_t at)
{
	size_t bang = next(s, at), i = next(s, bang), name = i;
	bool rules = is(s, at, "macro_rules") && is_kind(s, i, TOKEN_IDENT);
	struct item *it;

	if (rules)
		i = next(s, i);
	if (!is_kind(s, i, TOKEN_OPEN))
		return i;
	if (rules) {
		it = add_item(s, h, ITEM_MACRO, at);
		it->name = xmemdupz(s->text + s->t->v[name].start, s->t->v[name].len);
		it->body = end_of(s, i);
		it->body_end =
			s->match[i] != NO_MATCH ? s->t->v[s->match[i]].start : (uint32_t)s->len;
		it->end = s->match[i] != NO_MATCH ? end_of(s, s->match[i]) : (uint32_t)s->len;
	}
	i = after_group(s, i);
	return is(s, i, ";") ? next(s, i) : i;
}

/* Outer attributes and doc comments from i; gives the token after them. */
static size_t scan_attrs(const struct scan *s, size_t i, struct head *h)
{
	h->attrs_first = h->attrs_end = 0;
	while (is(s, i, "#")) {
		size_t bracket = next(s, i);
		bool inner = is(s, bracket, "!");

		if (inner)
			bracket = next(s, bracket);
		if (!is(s, bracket, "[") || s->match[bracket] == NO_MATCH)
			return next(s, i);
		if (inner) {
			i = h->start = after_group(s, bracket);
			continue;
		}
		if (!h->attrs_end)
			h->attrs_first = s->t->v[i].start;
		h->attrs_end = end_of(s, s->match[bracket]);
		i = after_group(s, bracket);
	}
	return i;
}

static bool is_qualifier(const struct scan *s, size_t i)
{
	static const char *const words[] = { "default", "async", "unsafe", "extern",
					     "safe",	"auto",	 "gen" };
	size_t after = next(s, i);

	/* `const fn`, but `const X`; `const` in front of other qualifiers too. */
	if (is(s, i, "const"))
		return is(s, after, "fn") || is(s, after, "async") || is(s, after, "unsafe") ||
		       is(s, after, "extern");
	for (size_t k = 0; k < ARRAY_SIZE(words); k++)
		if (is(s, i, words[k]))
			return true;
	return false;
}

static size_t scan_qualifiers(const struct scan *s, size_t i, struct head *h)
{
	if (is(s, i, "pub")) {
		h->is_pub = true;
		i = next(s, i);
		if (is(s, i, "("))
			i = after_group(s, i);
	}
	while (i < limit(s) && (is_qualifier(s, i) || is_kind(s, i, TOKEN_STRING))) {
		h->is_async |= is(s, i, "async");
		h->is_unsafe |= is(s, i, "unsafe");
		i = next(s, i);
	}
	return i;
}

/*
 * The first outer doc comment directly before token i, only trivia between; i when there is none.
 */
static size_t doc_start(const struct scan *s, size_t i)
{
	size_t start = i;

	while (i && token_is_trivia(&s->t->v[i - 1])) {
		i--;
		if (s->t->v[i].kind == TOKEN_DOC_COMMENT && s->text[s->t->v[i].start + 2] != '!')
			start = i;
	}
	return start;
}

static size_t scan_one(struct scan *s, size_t i)
{
	struct head h = { .start = doc_start(s, i) };
	size_t at = scan_qualifiers(s, scan_attrs(s, i, &h), &h);
	const struct kind_row *k;

	if (at >= limit(s))
		return limit(s);
	k = kind_at(s, at);
	if (k)
		return scan_item(s, &h, k, at);
	if (is_kind(s, at, TOKEN_IDENT) && is(s, next(s, at), "!"))
		return scan_macro(s, &h, at);
	return is_kind(s, at, TOKEN_OPEN) ? after_group(s, at) : next(s, at);
}

void items_scan(const char *text, size_t len, struct items *out)
{
	struct tokens t = TOKENS_INIT;
	struct scan s = { .text = text, .len = MIN(len, (size_t)UINT32_MAX), .t = &t, .out = out };
	size_t i;

	lex(text, len, &t);
	s.match = match_brackets(text, &t);
	i = token_next(&t, (size_t)-1);
	while (i < t.n) {
		while (s.depth && i >= limit(&s)) {
			/* Past the closing bracket of this container (if it has one). */
			i = MAX(i, token_next(&t, limit(&s)));
			s.depth--;
		}
		if (i < t.n)
			i = scan_one(&s, i);
	}
	free(s.match);
	free(s.close);
	free(s.parent);
	tokens_release(&t);
}

void items_release(struct items *it)
{
	for (size_t i = 0; i < it->n; i++) {
		free(it->v[i].name);
		free(it->v[i].attrs);
	}
	free(it->v);
	memset(it, 0, sizeof(*it));
}
