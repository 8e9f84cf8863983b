#include "rust/census.h"

#include <ctype.h>

#include "rust/lexer.h"

/* A text with its tokens and items. */
struct side {
	const char *text;
	size_t len;
	struct tokens t;
	struct items items;
};

static void side_read(struct side *s, const char *text, size_t len)
{
	*s = (struct side){ .text = text, .len = len, .t = TOKENS_INIT, .items = ITEMS_INIT };
	lex(text, len, &s->t);
	items_scan(text, len, &s->items);
}

static void side_release(struct side *s)
{
	tokens_release(&s->t);
	items_release(&s->items);
}

static bool is(const struct side *s, size_t i, const char *what)
{
	return i < s->t.n && token_is(s->text, &s->t.v[i], what);
}

static size_t prev(const struct side *s, size_t i)
{
	while (i && token_is_trivia(&s->t.v[i - 1]))
		i--;
	return i ? i - 1 : s->t.n;
}

/* "don't change", "do not edit", … in a comment; not "… anything but", which allows something. */
static bool comment_protects(const char *text, size_t len)
{
	static const char *const verbs[] = { "change", "edit", "modify", "touch" };
	static const char *const nots[] = { "don't ", "don\xe2\x80\x99t ", "do not ", "must not ", "never " };
	char *low = xmemdupz(text, len);
	bool found = false;

	for (char *p = low; *p; p++)
		*p = (char)tolower((unsigned char)*p);
	for (size_t i = 0; i < ARRAY_SIZE(nots); i++)
		for (size_t k = 0; k < ARRAY_SIZE(verbs); k++) {
			char *phrase = xstrfmt("%s%s", nots[i], verbs[k]);

			found |= strstr(low, phrase) != NULL;
			free(phrase);
		}
	if (strstr(low, "anything") || strstr(low, "except") || strstr(low, "other than"))
		found = false;
	free(low);
	return found;
}

static void push_text(const struct side *s, size_t from, size_t to, struct strv *out)
{
	while (from < to && isspace((unsigned char)s->text[from]))
		from++;
	while (to > from && isspace((unsigned char)s->text[to - 1]))
		to--;
	if (to > from)
		strv_push_take(out, xmemdupz(s->text + from, to - from));
}

static size_t line_start(const struct side *s, size_t at)
{
	while (at && s->text[at - 1] != '\n')
		at--;
	return at;
}

static size_t line_end(const struct side *s, size_t at)
{
	while (at < s->len && s->text[at] != '\n')
		at++;
	return at;
}

static bool blank(const struct side *s, size_t from, size_t to)
{
	while (from < to && isspace((unsigned char)s->text[from]))
		from++;
	return from == to;
}

static const struct item *item_from(const struct side *s, size_t at)
{
	for (size_t i = 0; i < s->items.n; i++)
		if (s->items.v[i].start <= at && at < s->items.v[i].end && s->items.v[i].start >= line_start(s, at))
			return &s->items.v[i];
	return NULL;
}

static void protect_comment(const struct side *s, size_t i, struct strv *out)
{
	const struct token *c = &s->t.v[i];
	size_t start = line_start(s, c->start), next = token_next(&s->t, i), at;
	const struct item *it;
	char *words;

	push_text(s, start, line_end(s, c->start + c->len), out);
	if (!blank(s, start, c->start) || next >= s->t.n)
		return;
	at = s->t.v[next].start;
	it = item_from(s, at);
	words = xmemdupz(s->text + c->start, c->len);
	if (it && !strstr(words, " line"))
		push_text(s, it->start, it->end, out);
	else
		push_text(s, line_start(s, at), line_end(s, at), out);
	free(words);
}

static void protected_of(const struct side *s, struct strv *out)
{
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *it = &s->items.v[i];

		if (it->is_test || it->cfg_test)
			push_text(s, it->start, it->end, out);
	}
	for (size_t i = 0; i < s->t.n; i++)
		if (token_is_trivia(&s->t.v[i]) && s->t.v[i].kind != TOKEN_SPACE &&
		    comment_protects(s->text + s->t.v[i].start, s->t.v[i].len))
			protect_comment(s, i, out);
}

void census_protected(const char *text, size_t len, struct strv *out)
{
	struct side s;

	side_read(&s, text, len);
	protected_of(&s, out);
	side_release(&s);
}

static size_t occurrences(const char *text, size_t len, const char *piece)
{
	size_t n = 0, plen = strlen(piece);
	const char *p = text;

	while (plen && (p = memmem(p, (size_t)(text + len - p), piece, plen))) {
		n++;
		p += plen;
	}
	return n;
}

static int guard_protected(const struct side *a, const struct side *b, struct sbuf *why)
{
	struct strv pieces = STRV_INIT;
	int rc = 0;

	protected_of(a, &pieces);
	for (size_t i = 0; i < pieces.n && !rc; i++)
		if (occurrences(b->text, b->len, pieces.v[i]) < occurrences(a->text, a->len, pieces.v[i]))
			rc = error(why, "It changes protected text (a test, or what a comment says not to change).");
	strv_release(&pieces);
	return rc;
}

/* Is a body nothing but todo!() and its like? */
static bool is_stub_body(const struct side *s, const struct item *it)
{
	static const char *const words[] = { "todo!", "unimplemented!", "panic!" };
	size_t from = it->body, to = it->body_end;

	while (from < to && isspace((unsigned char)s->text[from]))
		from++;
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (to - from > strlen(words[i]) && !strncmp(s->text + from, words[i], strlen(words[i])) &&
		    !memchr(s->text + from, ';', to - from))
			return true;
	return false;
}

enum body { BODY_NONE, BODY_EMPTY, BODY_STUB, BODY_FULL };

static enum body body_of(const struct side *s, const struct item *it)
{
	struct tokens t = TOKENS_INIT;
	size_t first;

	if (!it->body)
		return BODY_NONE;
	lex(s->text + it->body, it->body_end - it->body, &t);
	first = token_next(&t, (size_t)-1);
	tokens_release(&t);
	if (first >= t.n && it->body_end >= it->body && blank(s, it->body, it->body_end))
		return BODY_EMPTY;
	return is_stub_body(s, it) ? BODY_STUB : BODY_FULL;
}

/* How many items of this kind and name (impl: of this kind) with a body at least this full. */
static size_t count_items(const struct side *s, const struct item *like, enum body least)
{
	size_t n = 0;

	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *it = &s->items.v[i];

		n += it->kind == like->kind && (like->kind == ITEM_IMPL || streq(it->name, like->name)) &&
		     it->is_test == like->is_test && (!like->cfg_test || it->cfg_test) && body_of(s, it) >= least;
	}
	return n;
}

static const char *const kind_words[] = {
	[ITEM_FN] = "function", [ITEM_STRUCT] = "struct", [ITEM_ENUM] = "enum", [ITEM_UNION] = "union",
	[ITEM_TRAIT] = "trait", [ITEM_IMPL] = "impl block", [ITEM_MOD] = "module", [ITEM_USE] = "use",
	[ITEM_CONST] = "constant", [ITEM_STATIC] = "static", [ITEM_TYPE] = "type", [ITEM_MACRO] = "macro",
};

static int guard_items(const struct side *a, const struct side *b, unsigned flags, struct sbuf *why)
{
	size_t lost = 0, total = 0;

	for (size_t i = 0; i < a->items.n; i++) {
		const struct item *it = &a->items.v[i];
		enum body body = body_of(a, it);

		if (it->kind == ITEM_USE)
			continue;
		total++;
		if (count_items(b, it, BODY_NONE) < count_items(a, it, BODY_NONE)) {
			if (!(flags & CENSUS_MAY_LOSE) || it->is_test || it->cfg_test)
				return error(why, "The %s `%s` would be gone.", kind_words[it->kind], it->name);
			lost++;
		} else if (body == BODY_FULL && count_items(b, it, BODY_FULL) < count_items(a, it, BODY_FULL)) {
			return error(why, "The %s `%s` would lose its body.", kind_words[it->kind], it->name);
		}
	}
	/* One name that is there twice is counted for each; more than that is no renaming any more. */
	if (lost > 2 && lost * 2 > total)
		return error(why, "Most items would be gone.");
	return 0;
}

struct bulk {
	size_t tokens, comment, cfg;
};

/* Attributes are no code: what they switch off is looked at apart. */
static struct bulk bulk_of(const struct side *s)
{
	struct bulk n = { 0, 0, 0 };
	size_t attribute_end = 0;

	for (size_t i = 0; i < s->t.n; i++) {
		enum token_kind k = s->t.v[i].kind;
		size_t open = is(s, i, "#") ? token_next(&s->t, i) : s->t.n;

		if (is(s, open, "!"))
			open = token_next(&s->t, open);
		if (is(s, open, "["))
			attribute_end = MAX(attribute_end, token_match(s->text, &s->t, open) % s->t.n + 1);
		if (!token_is_trivia(&s->t.v[i]))
			n.tokens += i >= attribute_end;
		else if (k != TOKEN_SPACE)
			n.comment += s->t.v[i].len;
		n.cfg += (is(s, i, "cfg") || is(s, i, "cfg_attr")) && is(s, prev(s, i), "[");
	}
	return n;
}

static int guard_bulk(const struct side *a, const struct side *b, struct sbuf *why)
{
	struct bulk x = bulk_of(a), y = bulk_of(b);
	size_t gone = x.tokens > y.tokens ? x.tokens - y.tokens : 0;

	if (y.cfg > x.cfg)
		return error(why, "It switches code off with #[cfg].");
	if (gone > CENSUS_SMALL && gone * 10 > x.tokens * 3)
		return error(why, "It deletes more than 30%% of the program.");
	if (gone > 3 && y.comment > x.comment + gone)
		return error(why, "It turns code into a comment.");
	return 0;
}

int census_guard(const char *before, size_t blen, const char *after, size_t alen, unsigned flags, struct sbuf *why)
{
	struct side a, b;
	int rc;

	side_read(&a, before, blen);
	side_read(&b, after, alen);
	rc = guard_protected(&a, &b, why);
	if (!rc)
		rc = guard_items(&a, &b, flags, why);
	if (!rc)
		rc = guard_bulk(&a, &b, why);
	side_release(&a);
	side_release(&b);
	return rc;
}

enum mark { MARK_STUB, MARK_UNSAFE, MARK_UNWRAP, MARK_AS, MARK_ALLOW, MARK_PANIC, MARK_LEAK, MARK_STATIC, MARK_PUB, MARK_EXIT, MARKS };

static bool in_use(const struct side *s, size_t at)
{
	for (size_t i = 0; i < s->items.n; i++)
		if (s->items.v[i].kind == ITEM_USE && s->items.v[i].start <= at && at < s->items.v[i].end)
			return true;
	return false;
}

/* A cast; not the `as` of a renamed import or of `<T as Trait>`. */
static bool is_cast(const struct side *s, size_t i)
{
	size_t p = prev(s, i);

	if (!is(s, i, "as") || in_use(s, s->t.v[i].start))
		return false;
	return !(p < s->t.n && is(s, prev(s, p), "<"));
}

static void count_mark(const struct side *s, size_t i, int *n)
{
	bool bang = is(s, token_next(&s->t, i), "!"), method = is(s, prev(s, i), "."), path = is(s, prev(s, i), ":");

	n[MARK_STUB] += bang && (is(s, i, "todo") || is(s, i, "unimplemented"));
	n[MARK_UNSAFE] += is(s, i, "unsafe");
	n[MARK_UNWRAP] += (is(s, i, "unwrap") || is(s, i, "expect")) && (method || path);
	n[MARK_AS] += is_cast(s, i);
	n[MARK_ALLOW] += is(s, i, "allow") && is(s, prev(s, i), "[");
	n[MARK_PANIC] += bang && (is(s, i, "panic") || is(s, i, "unreachable"));
	n[MARK_LEAK] += path && (is(s, i, "forget") || is(s, i, "leak"));
	n[MARK_STATIC] += is(s, i, "'static");
	n[MARK_PUB] += is(s, i, "pub");
	n[MARK_EXIT] += path && (is(s, i, "exit") || is(s, i, "abort"));
}

static void count_marks(const struct side *s, int *n)
{
	for (size_t i = 0; i < s->t.n; i++)
		if (!token_is_trivia(&s->t.v[i]))
			count_mark(s, i, n);
}

/* Signatures of pub functions that `b` has not in the same words. */
static int changed_signatures(const struct side *a, const struct side *b)
{
	int n = 0;

	for (size_t i = 0; i < a->items.n; i++) {
		const struct item *it = &a->items.v[i];
		char *sig;

		if (it->kind != ITEM_FN || !it->is_pub || it->body <= it->start)
			continue;
		sig = xmemdupz(a->text + it->start, it->body - 1 - it->start);
		n += !memmem(b->text, b->len, sig, strlen(sig));
		free(sig);
	}
	return n;
}

void census_marks(const char *before, size_t blen, const char *after, size_t alen, int *stubs, int *risky)
{
	struct side a, b;
	int x[MARKS] = { 0 }, y[MARKS] = { 0 };

	side_read(&a, before, blen);
	side_read(&b, after, alen);
	count_marks(&a, x);
	count_marks(&b, y);
	*stubs = MAX(0, y[MARK_STUB] - x[MARK_STUB]);
	*risky = changed_signatures(&a, &b);
	for (int i = MARK_STUB + 1; i < MARKS; i++)
		*risky += MAX(0, y[i] - x[i]);
	side_release(&a);
	side_release(&b);
}
