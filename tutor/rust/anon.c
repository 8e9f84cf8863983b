#include "rust/anon.h"

#include <ctype.h>

#include "base/map.h"
#include "rust/diag.h"
#include "rust/lexer.h"

enum seen { SEEN_FREE = 1, SEEN_MEMBER = 2, SEEN_AFTER = 4, SEEN_STD = 8, SEEN_MACRO = 16, SEEN_RULES = 32 };

struct anon {
	struct map seen;  /* name -> unsigned flags, owned */
	struct map names; /* name -> new name, owned */
	size_t counter;
	bool members;
};

struct side {
	const char *text;
	struct tokens t;
	bool after;
};

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

static unsigned flags_of(const struct anon *a, const char *name)
{
	const unsigned *f = map_get(&a->seen, name);

	return f ? *f : 0;
}

static void mark(struct anon *a, const char *name, unsigned flags)
{
	unsigned *f = map_get(&a->seen, name);

	if (!f) {
		f = xcalloc(1, sizeof(*f));
		map_put(&a->seen, name, f);
	}
	*f |= flags;
}

static unsigned position(const struct side *s, size_t i)
{
	size_t p = prev(s, i), n = token_next(&s->t, i), pp = p < s->t.n ? prev(s, p) : s->t.n;

	if (is(s, p, ".") || (is(s, p, ":") && is(s, pp, ":")))
		return SEEN_MEMBER;
	if (is(s, n, "!") && !is(s, token_next(&s->t, n), "="))
		return SEEN_MACRO;
	if (is(s, p, "!") && is(s, pp, "macro_rules"))
		return SEEN_RULES;
	return SEEN_FREE;
}

/* A `use` tree of std's, core's or alloc's: its names are not the author's. The token behind it, or i when it is none. */
static size_t std_tree(struct anon *a, const struct side *s, size_t i)
{
	size_t root = token_next(&s->t, i), k;
	bool renamed = false;

	if (is(s, root, ":"))
		root = token_next(&s->t, token_next(&s->t, root));
	if (!is(s, i, "use") || !(is(s, root, "std") || is(s, root, "core") || is(s, root, "alloc")))
		return i;
	for (k = root; k < s->t.n && !is(s, k, ";"); k = token_next(&s->t, k)) {
		if (s->t.v[k].kind == TOKEN_IDENT) {
			char *name = xmemdupz(s->text + s->t.v[k].start, s->t.v[k].len);

			/* In the second program only what exists compiles. */
			mark(a, name, renamed ? SEEN_FREE : (s->after ? SEEN_STD : 0));
			free(name);
		}
		renamed = is(s, k, "as");
	}
	return k;
}

static void scan(struct anon *a, const struct side *s)
{
	for (size_t i = token_next(&s->t, (size_t)-1); i < s->t.n; i = token_next(&s->t, i)) {
		const struct token *t = &s->t.v[i];
		size_t behind = is(s, i, "use") ? std_tree(a, s, i) : i;
		char *name;

		if (behind != i) {
			i = behind;
			continue;
		}
		if (t->kind != TOKEN_IDENT)
			continue;
		name = xmemdupz(s->text + t->start, t->len);
		mark(a, name, position(s, i) | (s->after ? SEEN_AFTER : 0));
		free(name);
	}
}

static bool stays(const struct anon *a, const char *name)
{
	/* Attributes and lints that are no names of std's. */
	static const char known[] =
		" main std core alloc concat matches eprint feature test warnings dead_code unused inline always never repr packed align "
		"transparent C cfg target_os debug_assertions must_use no_std path macro_use macro_export non_exhaustive deprecated "
		"allow deny forbid warn unused_variables unused_mut unused_imports unused_assignments unused_must_use unused_macros "
		"unreachable_code unreachable_patterns non_snake_case non_camel_case_types non_upper_case_globals unsafe_code "
		"arithmetic_overflow unconditional_recursion overflowing_literals ";
	unsigned f = flags_of(a, name);
	char *word;
	bool yes;

	if (diag_is_std_name(name) || (f & SEEN_STD))
		return true;
	if (f & (SEEN_FREE | SEEN_RULES)) {
		word = xstrfmt(" %s ", name);
		yes = strstr(known, word) != NULL;
		free(word);
		return yes;
	}
	return ((f & SEEN_AFTER) && strlen(name) <= 40) || (a->members && strlen(name) <= ANON_MEMBER);
}

static bool all_caps(const char *s)
{
	bool letter = false;

	for (; *s; s++) {
		if (islower((unsigned char)*s))
			return false;
		letter |= isupper((unsigned char)*s) != 0;
	}
	return letter;
}

static const char *renamed(struct anon *a, const char *name)
{
	char *new = map_get(&a->names, name);
	const char *p = name + strspn(name, "_'");
	char *key;

	if (new)
		return new;
	key = xstrfmt("%.*s%c%zu", (int)(name[0] == '_'), "_",
		      *name == '\'' ? 'l' : isupper((unsigned char)*p) ? (p[1] && all_caps(p) ? 'C' : 'T') : 'v', ++a->counter);
	map_put(&a->names, name, key);
	return key;
}

static void put_name(struct anon *a, const char *name, struct sbuf *out)
{
	const char *word = stays(a, name) ? name : renamed(a, name);

	for (; *word; word++)
		if (isalnum((unsigned char)*word) || *word == '_')
			sbuf_addch(out, *word);
}

/* `{name:?}` in a string: a name that is the program's becomes the new one, another goes. */
static void put_hole(struct anon *a, const char *p, size_t len, struct sbuf *out)
{
	size_t n = 0;
	char *name;

	while (n < len && (isalnum((unsigned char)p[n]) || p[n] == '_'))
		n++;
	name = xmemdupz(p, n);
	sbuf_addch(out, '{');
	if (n && isdigit((unsigned char)*name))
		sbuf_addf(out, "%.2s", name);
	else if (n && (flags_of(a, name) & SEEN_FREE))
		put_name(a, name, out);
	for (size_t i = n; i < len && i < n + 8; i++)
		if (p[i] && strchr(":?#<>^+.0123456789", p[i]))
			sbuf_addch(out, p[i]);
	sbuf_addch(out, '}');
	free(name);
}

static void put_string(struct anon *a, const char *p, size_t len, struct sbuf *out)
{
	const char *end = p + len, *close;

	for (; p < end && *p != '"' && *p != 'r' && *p != '#'; p++) /* b, c */
		sbuf_addch(out, isalpha((unsigned char)*p) ? *p : '_');
	sbuf_addch(out, '"');
	while (p < end && (p = memchr(p, '{', (size_t)(end - p)))) {
		if (p + 1 < end && p[1] == '{') {
			p += 2;
			continue;
		}
		close = memchr(p, '}', (size_t)(end - p));
		if (!close)
			break;
		put_hole(a, p + 1, (size_t)(close - p - 1), out);
		p = close + 1;
	}
	sbuf_addch(out, '"');
}

static void put_number(const char *p, size_t len, bool is_float, struct sbuf *out)
{
	bool plain = len <= (is_float ? 6u : 5u);

	for (size_t i = 0; i < len && plain; i++) /* a suffix may be any letters */
		plain = (unsigned char)p[i] < 0x80;
	if (plain)
		sbuf_add(out, p, len);
	else
		sbuf_addstr(out, is_float ? "9.5" : "9");
}

static void put_signs(const char *p, size_t len, struct sbuf *out)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)p[i] < 0x80 && isprint((unsigned char)p[i]))
			sbuf_addch(out, p[i]);
}

static void put_lifetime(struct anon *a, const char *name, struct sbuf *out)
{
	if (streq(name, "'static") || streq(name, "'_"))
		sbuf_addstr(out, name);
	else
		sbuf_addf(out, "'%s", renamed(a, name));
}

/* White space folded: at most one blank, or one new line and its indent. */
static void put_space(const char *p, size_t len, struct sbuf *out)
{
	const char *nl = memrchr(p, '\n', len);

	if (!out->len || out->buf[out->len - 1] == '\n' || (!nl && out->buf[out->len - 1] == ' '))
		return;
	if (!nl) {
		sbuf_addch(out, ' ');
		return;
	}
	sbuf_rtrim(out);
	sbuf_addch(out, '\n');
	sbuf_addchars(out, ' ', MIN((size_t)(p + len - nl - 1), (size_t)16));
}

static void put_token(struct anon *a, const struct side *s, size_t i, struct sbuf *out)
{
	const struct token *t = &s->t.v[i];
	const char *p = s->text + t->start;
	char *word = xmemdupz(p, t->len);

	switch (t->kind) {
	case TOKEN_SPACE:
		put_space(p, t->len, out);
		break;
	case TOKEN_LINE_COMMENT:
	case TOKEN_DOC_COMMENT:
	case TOKEN_BLOCK_COMMENT:
		put_space(" ", 1, out);
		break;
	case TOKEN_IDENT:
		put_name(a, starts_with(word, "r#") ? word + 2 : word, out);
		break;
	case TOKEN_LIFETIME:
		put_lifetime(a, word, out);
		break;
	case TOKEN_CHAR:
		sbuf_addstr(out, "'x'");
		break;
	case TOKEN_BYTE:
		sbuf_addstr(out, "b'x'");
		break;
	case TOKEN_STRING:
	case TOKEN_RAW_STRING:
	case TOKEN_BYTE_STRING:
	case TOKEN_C_STRING:
		put_string(a, p, t->len, out);
		break;
	case TOKEN_INT:
	case TOKEN_FLOAT:
		put_number(p, t->len, t->kind == TOKEN_FLOAT, out);
		break;
	default:
		put_signs(p, t->len, out);
	}
	free(word);
}

static void release_map(struct map *m)
{
	size_t pos = 0;
	const char *key;
	void *value;

	while (map_next(m, &pos, &key, &value))
		free(value);
	map_release(m);
}

void anon_pair(const char *before, size_t blen, const char *after, size_t alen, bool members, struct sbuf *out_before,
	       struct sbuf *out_after)
{
	struct anon a = { MAP_INIT, MAP_INIT, 0, members };
	struct side sides[2] = { { before, TOKENS_INIT, false }, { after, TOKENS_INIT, true } };
	struct sbuf *outs[2] = { out_before, out_after };

	lex(before, blen, &sides[0].t);
	lex(after, alen, &sides[1].t);
	for (int k = 0; k < 2; k++)
		scan(&a, &sides[k]);
	for (int k = 0; k < 2; k++) {
		for (size_t i = 0; i < sides[k].t.n; i++)
			put_token(&a, &sides[k], i, outs[k]);
		sbuf_rtrim(outs[k]);
		sbuf_addch(outs[k], '\n');
		tokens_release(&sides[k].t);
	}
	release_map(&a.seen);
	release_map(&a.names);
}
