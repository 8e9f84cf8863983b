#include "rust/calls.h"

#include "base/utf8.h"
#include "rust/diag.h"

#define GENERICS_MAX 1000 /* tokens */

static bool is(const char *text, const struct tokens *t, size_t i, const char *what)
{
	return i < t->n && token_is(text, &t->v[i], what);
}

/* The token before i that is neither space nor comment; t->n when there is none. */
static size_t before(const struct tokens *t, size_t i)
{
	while (i-- > 0)
		if (!token_is_trivia(&t->v[i]))
			return i;
	return t->n;
}

size_t code_token_at(const struct tokens *t, size_t byte)
{
	size_t lo = 0, hi = t->n;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if ((size_t)t->v[mid].start + t->v[mid].len > byte)
			hi = mid;
		else
			lo = mid + 1;
	}
	return lo;
}

size_t code_offset(const char *text, size_t len, int line, int col)
{
	size_t at = 0, used;

	for (; line > 1 && at < len; line--) {
		const char *nl = memchr(text + at, '\n', len - at);

		at = nl ? (size_t)(nl - text) + 1 : len;
	}
	for (; col > 1 && at < len && text[at] != '\n'; col--) {
		utf8_decode(text + at, len - at, &used);
		at += used;
	}
	return at;
}

char *code_folded(const char *text, const struct tokens *t, size_t from, size_t to)
{
	struct sbuf s = SBUF_INIT;
	bool gap = false;

	for (size_t i = from; i < to && i < t->n; i++) {
		const struct token *k = &t->v[i];
		char ch = text[k->start];

		if (token_is_trivia(k)) {
			gap = s.len > 0;
			continue;
		}
		if (k->kind == TOKEN_CLOSE && ch != '}' && s.len && s.buf[s.len - 1] == ',')
			sbuf_setlen(&s, s.len - 1);
		if (gap && (k->kind != TOKEN_CLOSE || ch == '}') && s.buf[s.len - 1] != '(' && s.buf[s.len - 1] != '[' && ch != '.')
			sbuf_addch(&s, ' ');
		sbuf_add(&s, text + k->start, k->len);
		gap = false;
	}
	return sbuf_detach(&s, NULL);
}

/* Past the generic arguments at `::<`, which hold commas that separate nothing here. */
static size_t skip_generics(const char *text, const struct tokens *t, size_t i, size_t end)
{
	int depth = 0;

	for (size_t k = i; k < end && k < i + GENERICS_MAX; k = token_next(t, k)) {
		if (is(text, t, k, "<"))
			depth++;
		else if (is(text, t, k, ">") && --depth == 0)
			return k;
		else if (t->v[k].kind == TOKEN_OPEN && (k = token_match(text, t, k)) >= end)
			return i;
	}
	return i;
}

size_t code_argument_end(const char *text, const struct tokens *t, size_t i, size_t close)
{
	bool colon = false;

	for (; i < close; i = token_next(t, i)) {
		if (is(text, t, i, ","))
			return i;
		if (t->v[i].kind == TOKEN_OPEN) {
			size_t match = token_match(text, t, i);

			if (match >= close)
				return close;
			i = match;
		} else if (colon && is(text, t, i, "<")) {
			i = skip_generics(text, t, i, close);
		}
		colon = is(text, t, i, ":");
	}
	return close;
}

static bool in_chain(const char *text, const struct token *k)
{
	return k->kind == TOKEN_IDENT || k->kind == TOKEN_STRING || k->kind == TOKEN_INT ||
	       (k->kind == TOKEN_PUNCT && memchr(".:?!", text[k->start], 4)) || token_is(text, k, "self") || token_is(text, k, "Self") ||
	       token_is(text, k, "super") || token_is(text, k, "crate");
}

size_t code_chain_start(const char *text, const struct tokens *t, size_t i)
{
	size_t start = i;

	while (i-- > 0) {
		const struct token *k = &t->v[i];

		if (token_is_trivia(k)) {
			/* `return x.f()`: two words without a sign between them are no chain. */
			if (!is(text, t, start, ".") && !is(text, t, start, "?"))
				return start;
			continue;
		}
		if (k->kind == TOKEN_CLOSE && text[k->start] != '}') {
			i = token_match(text, t, i);
			if (i >= t->n)
				return start;
		} else if (!in_chain(text, k)) {
			return start;
		}
		start = i;
	}
	return start;
}

/* --- the call at a place --- */

void call_site_release(struct call_site *c)
{
	free(c->name);
	free(c->owner);
	free(c->text);
	*c = (struct call_site)CALL_SITE_INIT;
}

/* The bracket of the call whose name is token i, behind generics if there are any; t->n: it is no call. */
static size_t call_open(const char *text, const struct tokens *t, size_t i)
{
	size_t k = token_next(t, i);

	if (is(text, t, k, ":") && is(text, t, k + 1, ":") && is(text, t, k + 2, "<"))
		k = token_next(t, skip_generics(text, t, k + 2, t->n));
	return is(text, t, k, "(") ? k : t->n;
}

static void read_call(const char *text, const struct tokens *t, size_t name, size_t open, struct call_site *c)
{
	size_t close = token_match(text, t, open), prev = before(t, name);

	c->name = xmemdupz(text + t->v[name].start, t->v[name].len);
	c->method = is(text, t, prev, ".");
	if (is(text, t, prev, ":") && prev > 1 && t->v[prev - 2].kind == TOKEN_IDENT)
		c->owner = xmemdupz(text + t->v[prev - 2].start, t->v[prev - 2].len);
	c->has_args = true;
	for (size_t k = token_next(t, open); k < close; k = token_next(t, code_argument_end(text, t, k, close)))
		c->n_args++;
	c->text = code_folded(text, t, code_chain_start(text, t, name), MIN(close + 1, t->n));
}

/* Outwards from token i to a call around it; not out of a statement or a macro. */
static bool call_around(const char *text, const struct tokens *t, size_t i, struct call_site *c)
{
	for (int depth = 0; i-- > 0 && depth < 8;) {
		size_t name, open;

		if (is(text, t, i, "{") || is(text, t, i, ";"))
			return false;
		if (t->v[i].kind == TOKEN_CLOSE) {
			i = token_match(text, t, i);
			if (i >= t->n)
				return false;
			continue;
		}
		if (t->v[i].kind != TOKEN_OPEN)
			continue;
		open = i;
		name = before(t, i);
		if (is(text, t, name, "!"))
			return false;
		if (name < t->n && t->v[name].kind == TOKEN_IDENT && call_open(text, t, name) == open) {
			read_call(text, t, name, open, c);
			return true;
		}
		depth++;
	}
	return false;
}

bool call_site_at(const char *text, size_t len, size_t byte, struct call_site *c)
{
	struct tokens t = TOKENS_INIT;
	bool found = false;
	size_t i, open;

	*c = (struct call_site)CALL_SITE_INIT;
	lex(text, len, &t);
	i = code_token_at(&t, byte);
	if (i < t.n) {
		bool name = t.v[i].kind == TOKEN_IDENT;

		open = name ? call_open(text, &t, i) : t.n;
		if (open < t.n && token_match(text, &t, open) < t.n) {
			read_call(text, &t, i, open, c);
			found = true;
		} else if (call_around(text, &t, i, c)) {
			found = true;
		} else if (name) {
			c->name = xmemdupz(text + t.v[i].start, t.v[i].len);
			c->text = xstrdup(c->name);
			found = true;
		}
	}
	tokens_release(&t);
	return found;
}

/* --- definitions --- */

void definition_release(struct definition *d)
{
	free(d->head);
	*d = (struct definition)DEFINITION_INIT;
}

static bool defines(const struct item *it)
{
	return it->kind != ITEM_IMPL && it->kind != ITEM_USE && it->kind != ITEM_MOD && !it->is_test && !it->cfg_test;
}

/* Parameters between the brackets at `open`; types hold commas in angle brackets. */
static void count_params(const char *text, const struct tokens *t, size_t open, struct definition *d)
{
	size_t close = token_match(text, t, open);
	int angle = 0;
	bool any = false;

	if (close >= t->n)
		return;
	for (size_t k = token_next(t, open); k < close; k = token_next(t, k)) {
		if (is(text, t, k, "<"))
			angle++;
		else if (is(text, t, k, ">") && !is(text, t, k - 1, "-"))
			angle--;
		else if (t->v[k].kind == TOKEN_OPEN && token_match(text, t, k) < close)
			k = token_match(text, t, k);
		if (is(text, t, k, ",") && angle <= 0) {
			any = false;
			continue;
		}
		if (is(text, t, k, "self") && !d->n_params)
			d->self = true;
		if (!any)
			d->n_params++;
		any = true;
	}
	if (d->self && d->n_params)
		d->n_params--;
}

static void read_definition(const char *text, size_t len, const struct item *it, struct definition *d)
{
	struct tokens t = TOKENS_INIT;
	size_t from, to, end = it->body ? it->body : it->end;

	lex(text, len, &t);
	from = code_token_at(&t, it->start);
	while (from < t.n && t.v[from].line < it->line)
		from++;
	to = code_token_at(&t, end);
	for (size_t k = from; k < to && !it->body; k++)
		if (is(text, &t, k, ";"))
			to = k;
	while (to > from && (token_is_trivia(&t.v[to - 1]) || is(text, &t, to - 1, "{")))
		to--;
	d->kind = it->kind;
	d->line = (int)it->line;
	d->head = code_folded(text, &t, from, to);
	for (size_t k = from; it->kind == ITEM_FN && k < to; k++)
		if (is(text, &t, k, "(")) {
			count_params(text, &t, k, d);
			break;
		}
	tokens_release(&t);
}

bool definition_find(const char *text, size_t len, const char *name, struct definition *d)
{
	struct items it = ITEMS_INIT;
	bool found = false;

	*d = (struct definition)DEFINITION_INIT;
	items_scan(text, len, &it);
	for (size_t i = 0; i < it.n && !found; i++) {
		found = defines(&it.v[i]) && streq(it.v[i].name, name);
		if (found)
			read_definition(text, len, &it.v[i], d);
	}
	items_release(&it);
	return found;
}

void definition_names(const char *text, size_t len, struct strv *out)
{
	struct items it = ITEMS_INIT;

	items_scan(text, len, &it);
	for (size_t i = 0; i < it.n; i++)
		if (defines(&it.v[i]) && *it.v[i].name)
			strv_push(out, it.v[i].name);
	items_release(&it);
}

/* --- places in the learner's own text --- */

static void add_line(struct call_places *out, int line)
{
	if (out->n < CALL_PLACES && !(out->n && out->lines[out->n - 1] == line))
		out->lines[out->n++] = line;
}

/* `f()` in a free function, `self.f()` and `Self::f()` in a method; `self.items.len()` in `len` is another's. */
static bool is_own(const char *text, const struct tokens *t, size_t i, bool method)
{
	size_t prev = before(t, i), owner = prev < t->n ? before(t, prev) : t->n;

	if (is(text, t, prev, "."))
		return method && is(text, t, owner, "self") && !is(text, t, before(t, owner), ".");
	if (is(text, t, prev, ":"))
		return method && prev > 1 && is(text, t, prev - 2, "Self");
	return !method && !is(text, t, prev, "fn");
}

static void calls_within(const char *text, const struct tokens *t, const struct item *it, bool method, struct call_places *out)
{
	for (size_t i = code_token_at(t, it->body); i < t->n && t->v[i].start < it->body_end; i++)
		if (t->v[i].kind == TOKEN_IDENT && is(text, t, i, it->name) && call_open(text, t, i) < t->n && is_own(text, t, i, method))
			add_line(out, (int)t->v[i].line);
}

void calls_again(const char *text, size_t len, struct call_places *out)
{
	struct tokens t = TOKENS_INIT;
	struct items it = ITEMS_INIT;

	memset(out, 0, sizeof(*out));
	lex(text, len, &t);
	items_scan(text, len, &it);
	for (size_t i = 0; i < it.n && !out->n; i++) {
		bool method;

		if (it.v[i].kind != ITEM_FN || !it.v[i].body || it.v[i].is_test || it.v[i].cfg_test)
			continue;
		method = it.v[i].parent >= 0 && it.v[it.v[i].parent].kind != ITEM_MOD;
		calls_within(text, &t, &it.v[i], method, out);
		if (out->n)
			snprintf(out->name, sizeof(out->name), "%s", it.v[i].name);
	}
	items_release(&it);
	tokens_release(&t);
}

static void lines_with(const char *text, const struct tokens *t, const char *const *words, bool call, struct call_places *out)
{
	for (size_t i = 0; i < t->n; i++)
		for (const char *const *w = words; *w; w++) {
			if (!token_is(text, &t->v[i], *w) || (call && call_open(text, t, i) >= t->n))
				continue;
			if (call && !out->n)
				snprintf(out->name, sizeof(out->name), "%s", *w);
			if (!call || streq(out->name, *w))
				add_line(out, (int)t->v[i].line);
		}
}

void loops_of(const char *text, size_t len, struct call_places *out)
{
	static const char *const open[] = { "loop", "while", NULL }, *const closed[] = { "for", NULL };
	struct tokens t = TOKENS_INIT;

	memset(out, 0, sizeof(*out));
	lex(text, len, &t);
	lines_with(text, &t, open, false, out);
	if (!out->n)
		lines_with(text, &t, closed, false, out);
	tokens_release(&t);
}

/* `map[key]`: an opening bracket right behind a name or another bracket. */
static void lines_with_index(const char *text, const struct tokens *t, struct call_places *out)
{
	for (size_t i = 1; i < t->n; i++)
		if (is(text, t, i, "[") && (t->v[i - 1].kind == TOKEN_IDENT || is(text, t, i - 1, ")") || is(text, t, i - 1, "]")))
			add_line(out, (int)t->v[i].line);
	if (out->n)
		snprintf(out->name, sizeof(out->name), "[…]");
}

void calls_that_stop(const char *text, size_t len, const char *message, struct call_places *out)
{
	static const struct {
		const char *pattern, *words[5];
	} known[] = {
		{ "attempt to add with overflow", { "sum", "next_power_of_two", "skip" } },
		{ "attempt to multiply with overflow", { "product", "pow" } },
		{ "attempt to negate with overflow", { "abs" } },
		{ "assertion failed: step != 0", { "step_by" } },
		{ "no entry found for key", { "[" } },
		{ "Out of bounds access", { "[" } },
	};
	struct tokens t = TOKENS_INIT;

	memset(out, 0, sizeof(*out));
	lex(text, len, &t);
	for (size_t i = 0; i < ARRAY_SIZE(known); i++) {
		if (!diag_matches(known[i].pattern, message))
			continue;
		if (*known[i].words[0] == '[')
			lines_with_index(text, &t, out);
		else
			lines_with(text, &t, known[i].words, true, out);
	}
	tokens_release(&t);
}
