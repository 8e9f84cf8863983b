/* An action made again: its places found, its patterns compared, its tokens written. Total: any text may be given as one. */
#include <ctype.h>

#include "rust/action_int.h"

struct replay {
	struct aview v;
	struct edits *out;
	size_t tokens;
};

static bool pattern_fits(const struct aview *v, uint32_t i, const char *pattern)
{
	const struct token *t = i < v->n ? aview_token(v, i) : NULL;

	if (!t)
		return false;
	if (streq(pattern, "_"))
		return t->kind == TOKEN_IDENT;
	if (streq(pattern, "#"))
		return t->kind == TOKEN_INT || t->kind == TOKEN_FLOAT;
	if (streq(pattern, "\""))
		return t->kind >= TOKEN_CHAR && t->kind <= TOKEN_C_STRING;
	if (streq(pattern, "'"))
		return t->kind == TOKEN_LIFETIME;
	return aview_is(v, i, pattern + (*pattern == '\\'));
}

/* A name that is not in the text yet. */
static char *made_up(const struct aview *v, const char *number)
{
	char *name = xstrfmt("new_%.2s", number);

	for (uint32_t i = 0; i < v->n; i++)
		if (aview_is(v, i, name)) {
			char *longer = xstrfmt("%s_", name);

			free(name);
			name = longer;
			i = (uint32_t)-1;
		}
	return name;
}

static bool plain_token(const char *s)
{
	struct tokens t = TOKENS_INIT;
	bool ok;

	lex(s, strlen(s), &t);
	ok = t.n == 1 && !token_is_trivia(&t.v[0]) && t.v[0].kind != TOKEN_UNKNOWN && !t.v[0].unterminated;
	if (ok && t.v[0].kind >= TOKEN_CHAR && t.v[0].kind <= TOKEN_C_STRING)
		ok = streq(s, "\"\"") || streq(s, "\"{}\"") || streq(s, "\"{:?}\"");
	for (const char *p = s; ok && *p; p++)
		ok = (unsigned char)*p < 0x80;
	tokens_release(&t);
	return ok && strlen(s) <= 32;
}

/* The text of one new token, owned; NULL: there is no such thing here. */
static char *token_text(const struct aview *v, const char *s)
{
	uint32_t at;
	char *end;
	size_t k;

	if (*s == '$' && isdigit((unsigned char)s[1])) {
		k = strtoul(s + 1, &end, 10);
		return *end == '.' && isdigit((unsigned char)end[1]) ? quoted_name(v, k, strtoul(end + 1, NULL, 10)) : NULL;
	}
	if (*s == '@')
		return place_find(v, s + 1, &at) && at < v->n ? aview_word(v, at) : NULL;
	if (*s == '%')
		return isdigit((unsigned char)s[1]) ? made_up(v, s + 1) : NULL;
	if (*s == '\\')
		s++;
	return plain_token(s) ? xstrdup(s) : NULL;
}

static void add_gap(const struct aview *v, uint32_t byte, char kind, struct sbuf *out)
{
	char *indent;

	if (kind == 's') {
		sbuf_addch(out, ' ');
		return;
	}
	indent = fix_indent(&v->f, byte);
	sbuf_addf(out, "\n%s", indent);
	free(indent);
}

static bool is_gap(const char *s)
{
	return streq(s, "\\s") || streq(s, "\\n");
}

static uint32_t start_of(const struct aview *v, uint32_t i)
{
	return i < v->n ? aview_token(v, i)->start : (uint32_t)v->f.len;
}

static uint32_t end_of(const struct aview *v, uint32_t i)
{
	return i ? aview_token(v, i - 1)->start + aview_token(v, i - 1)->len : 0;
}

/* The tokens from the first to before the last, with what stands between them. */
static bool write_tokens(struct replay *r, const struct strv *words, size_t from, size_t to, uint32_t byte, struct sbuf *out)
{
	for (size_t i = from; i < to; i++) {
		char *text = NULL;

		if (is_gap(words->v[i])) {
			add_gap(&r->v, byte, words->v[i][1], out);
			continue;
		}
		text = token_text(&r->v, words->v[i]);
		if (text)
			sbuf_addstr(out, text);
		free(text);
		if (!text || ++r->tokens > ACTION_MAX_TOKENS)
			return false;
	}
	return true;
}

/*
 * An insertion stands beside the token before it when nothing was between them and nothing behind it where it was learned,
 * else before the next one: so white space and comments of this text stay where they are.
 */
static bool insert(struct replay *r, uint32_t at, const struct strv *words)
{
	const struct aview *v = &r->v;
	size_t n = words->n, from = 0;
	bool lead = n && is_gap(words->v[0]), trail = n > 1 && is_gap(words->v[n - 1]);
	bool right = lead || trail || !at;
	uint32_t byte = right ? start_of(v, at) : end_of(v, at);
	struct sbuf text = SBUF_INIT;
	bool ok;

	if (lead && (!at || end_of(v, at) != start_of(v, at)))
		from = 1;
	ok = n > from && write_tokens(r, words, from, n, byte, &text);
	if (ok && text.len && !trail && right && at < v->n && isalnum((unsigned char)text.buf[text.len - 1]) &&
	    isalnum((unsigned char)v->f.text[byte]))
		sbuf_addch(&text, ' ');
	if (ok)
		edits_add(r->out, byte, byte, text.buf);
	sbuf_release(&text);
	return ok;
}

static bool replace(struct replay *r, uint32_t from, uint32_t to, const struct strv *words)
{
	size_t first = words->n && is_gap(words->v[0]), last = words->n;
	uint32_t byte = start_of(&r->v, from), end = end_of(&r->v, to);
	struct sbuf text = SBUF_INIT;
	bool ok;

	if (last > first && is_gap(words->v[last - 1]))
		last--;
	/* What is only taken out takes the blanks behind it along. */
	if (!words->n)
		while (end < r->v.f.len && r->v.f.text[end] == ' ')
			end++;
	ok = write_tokens(r, words, first, last, byte, &text);
	if (ok)
		edits_add(r->out, byte, end, text.buf);
	sbuf_release(&text);
	return ok;
}

static void words_of(const char *text, struct strv *out)
{
	struct strv all = STRV_INIT;

	strv_split(&all, text, ' ');
	for (size_t i = 0; i < all.n; i++)
		if (*all.v[i])
			strv_push(out, all.v[i]);
	strv_release(&all);
}

static bool replay_parts(struct replay *r, const struct strv *parts)
{
	struct strv places = STRV_INIT, old = STRV_INIT, new = STRV_INIT;
	uint32_t from = 0, to = 0;
	bool ok;

	words_of(parts->v[0], &places);
	words_of(parts->v[1], &old);
	words_of(parts->v[2], &new);
	ok = places.n == 2 && place_find(&r->v, places.v[0], &from) && place_find(&r->v, places.v[1], &to) && from <= to &&
	     to - from == old.n && (old.n || new.n);
	for (size_t i = 0; ok && i < old.n; i++)
		ok = pattern_fits(&r->v, from + (uint32_t)i, old.v[i]);
	if (ok)
		ok = old.n ? replace(r, from, to, &new) : insert(r, from, &new);
	strv_release(&places);
	strv_release(&old);
	strv_release(&new);
	return ok;
}

bool action_replay(const char *action, const struct diag *d, const char *file, const char *text, size_t len, struct edits *out)
{
	struct replay r = { .out = out };
	struct strv lines = STRV_INIT;
	struct sbuf after = SBUF_INIT;
	bool ok = strlen(action) <= ACTION_MAX && aview_init(&r.v, d, file, text, len);
	size_t n = 0;

	*out = (struct edits)EDITS_INIT;
	strv_split(&lines, action, '\n');
	for (size_t i = 0; ok && i < lines.n; i++) {
		struct strv parts = STRV_INIT;

		if (!*lines.v[i])
			continue;
		strv_split(&parts, lines.v[i], '\t');
		ok = parts.n == 3 && ++n <= ACTION_MAX_EDITS && replay_parts(&r, &parts);
		strv_release(&parts);
	}
	ok = ok && n && edits_apply(out, text, len, &after) && (after.len != len || memcmp(after.buf, text, len));
	if (ok)
		out->file = xstrdup(file);
	else
		edits_release(out);
	sbuf_release(&after);
	strv_release(&lines);
	aview_release(&r.v);
	return ok;
}

/* Signs and words of one side as one would write them; names that stand for others as `…`. */
static void say_side(const char *side, const char *how, struct sbuf *out)
{
	struct strv words = STRV_INIT;
	struct sbuf s = SBUF_INIT;

	words_of(side, &words);
	for (size_t i = 0; i < words.n && s.len < 60; i++) {
		const char *w = words.v[i];
		bool stands_for = (*w == '@' || *w == '$' || *w == '%') && w[1];

		if (is_gap(w))
			sbuf_addch(&s, ' ');
		else
			sbuf_addstr(&s, stands_for || streq(w, "_") ? "…" : *w == '\\' ? w + 1 : w);
	}
	while (s.len && s.buf[0] == ' ')
		sbuf_remove(&s, 0, 1);
	sbuf_rtrim(&s);
	if (s.len)
		sbuf_addf(out, "%s`%s` %s", out->len ? ", " : "", s.buf, how);
	sbuf_release(&s);
	strv_release(&words);
}

void action_say(const char *action, struct sbuf *out)
{
	struct strv lines = STRV_INIT;
	struct sbuf s = SBUF_INIT;

	strv_split(&lines, action, '\n');
	for (size_t i = 0; i < lines.n && i < 3; i++) {
		struct strv parts = STRV_INIT;

		strv_split(&parts, lines.v[i], '\t');
		if (parts.n == 3) {
			say_side(parts.v[1], "goes", &s);
			say_side(parts.v[2], "comes in", &s);
		}
		strv_release(&parts);
	}
	sbuf_addstr(out, s.buf);
	sbuf_release(&s);
	strv_release(&lines);
}
