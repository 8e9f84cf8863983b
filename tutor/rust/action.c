/* From a change to an action: the difference by tokens, each edge and each new name said by a place. Replay: action_replay.c. */
#include "rust/action_int.h"

#define DIFF_MAX 500 /* tokens on a side that differ */

struct hunk {
	uint32_t from, to;     /* tokens of before */
	uint32_t nfrom, nto;   /* tokens of after */
};

struct maker {
	struct aview a, b;      /* before, after */
	struct hunk hunks[ACTION_MAX_EDITS];
	size_t n;
	struct strv made;      /* names that the change makes up */
	struct strv lifetimes; /* likewise */
	struct sbuf out;
	size_t tokens;
};

static bool same(const struct maker *m, uint32_t i, uint32_t k)
{
	const struct token *s = aview_token(&m->a, i), *t = aview_token(&m->b, k);

	return s->len == t->len && !memcmp(m->a.f.text + s->start, m->b.f.text + t->start, s->len);
}

/* Lengths of longest common subsequences of the suffixes: row by row from the end. */
static uint16_t *lcs_table(const struct maker *m, uint32_t skip, uint32_t n, uint32_t k)
{
	uint16_t *t = xcalloc((size_t)(n + 1) * (k + 1), sizeof(*t));

	for (uint32_t i = n; i--;)
		for (uint32_t j = k; j--;) {
			uint16_t *at = &t[i * (k + 1) + j];

			*at = same(m, skip + i, skip + j) ? (uint16_t)(at[k + 2] + 1) : MAX(at[k + 1], at[1]);
		}
	return t;
}

/* One more token on either side differs. */
static bool note(struct maker *m, uint32_t i, uint32_t j, bool removed)
{
	struct hunk *h = m->n ? &m->hunks[m->n - 1] : NULL;

	if (!h || h->to != i || h->nto != j) {
		if (m->n >= ACTION_MAX_EDITS)
			return false;
		h = &m->hunks[m->n++];
		*h = (struct hunk){ i, i, j, j };
	}
	*(removed ? &h->to : &h->nto) += 1;
	return true;
}

static bool find_hunks(struct maker *m)
{
	uint32_t skip = 0, n = m->a.n, k = m->b.n, i = 0, j = 0;
	uint16_t *t;
	bool ok = true;

	while (skip < n && skip < k && same(m, skip, skip))
		skip++;
	while (n > skip && k > skip && same(m, n - 1, k - 1)) {
		n--;
		k--;
	}
	n -= skip;
	k -= skip;
	if (n > DIFF_MAX || k > DIFF_MAX)
		return false;
	t = lcs_table(m, skip, n, k);
	while (ok && (i < n || j < k)) {
		const uint16_t *at = &t[i * (k + 1) + j];

		if (i < n && j < k && same(m, skip + i, skip + j)) {
			i++;
			j++;
		} else if (j < k && (i == n || at[1] >= at[k + 1])) {
			ok = note(m, skip + i, skip + j, false);
			j++;
		} else {
			ok = note(m, skip + i, skip + j, true);
			i++;
		}
	}
	free(t);
	return ok && m->n;
}

/* White space before token k of after: 0 none, 's' blanks, 'n' a new line. */
static int gap(const struct aview *v, uint32_t k)
{
	uint32_t from = k ? aview_token(v, k - 1)->start + aview_token(v, k - 1)->len : 0;
	uint32_t to = k < v->n ? aview_token(v, k)->start : (uint32_t)v->f.len;

	if (from == to)
		return 0;
	return memchr(v->f.text + from, '\n', to - from) ? 'n' : 's';
}

static void put_gap(struct maker *m, uint32_t k)
{
	int g = gap(&m->b, k);

	if (g)
		sbuf_addf(&m->out, " \\%c", g);
}

static bool in_messages(const struct maker *m, const char *word)
{
	for (size_t k = 0; k < m->a.names.n; k++)
		for (size_t j = 0; j < 6; j++) {
			char *name = quoted_name(&m->a, k, j);
			bool hit = name && streq(name, word);

			free(name);
			if (hit)
				return true;
			if (!name)
				break;
		}
	return false;
}

static bool put_quoted(struct maker *m, const char *word)
{
	for (size_t k = 0; k < m->a.names.n; k++)
		for (size_t j = 0; j < 6; j++) {
			char *name = quoted_name(&m->a, k, j);
			bool hit = name && streq(name, word);

			free(name);
			if (hit) {
				sbuf_addf(&m->out, " $%zu.%zu", k, j);
				return true;
			}
			if (!name)
				break;
		}
	return false;
}

/* The nearest place in before where this very token stands. */
static bool put_place(struct maker *m, const char *word)
{
	struct sbuf best = SBUF_INIT, name = SBUF_INIT;
	long least = -1;

	for (uint32_t i = 0; i < m->a.n; i++) {
		long cost;

		if (!aview_is(&m->a, i, word))
			continue;
		sbuf_reset(&name);
		cost = place_of(&m->a, i, &name);
		if (cost >= 0 && (least < 0 || cost < least)) {
			least = cost;
			sbuf_reset(&best);
			sbuf_addstr(&best, name.buf);
		}
	}
	if (least >= 0)
		sbuf_addf(&m->out, " @%s", best.buf);
	sbuf_release(&best);
	sbuf_release(&name);
	return least >= 0;
}

static bool occurs(const struct aview *v, const char *word)
{
	for (uint32_t i = 0; i < v->n; i++)
		if (aview_is(v, i, word))
			return true;
	return false;
}

static bool put_made(struct maker *m, const char *word)
{
	size_t i = 0;

	if (occurs(&m->a, word))
		return false;
	while (i < m->made.n && !streq(m->made.v[i], word))
		i++;
	if (i == m->made.n)
		strv_push(&m->made, word);
	sbuf_addf(&m->out, " %%%zu", i);
	return true;
}

/* A new lifetime's own name says nothing: 'a, 'b in the order of their coming. */
static void put_lifetime(struct maker *m, const char *word)
{
	size_t i = 0;

	if (streq(word, "'static") || streq(word, "'_")) {
		sbuf_addf(&m->out, " %s", word);
		return;
	}
	if (occurs(&m->a, word) && put_place(m, word))
		return;
	while (i < m->lifetimes.n && !streq(m->lifetimes.v[i], word))
		i++;
	if (i == m->lifetimes.n)
		strv_push(&m->lifetimes, word);
	sbuf_addf(&m->out, " '%c", (char)('a' + i % 26));
}

/* Is a method, a field, a path's later part or a macro: a name that only its owner can have given. */
static bool is_member(const struct aview *v, uint32_t k)
{
	return (k && (aview_is(v, k - 1, ".") || aview_is(v, k - 1, ":"))) || aview_is(v, k + 1, "!") ||
	       (aview_is(v, k + 1, ":") && aview_is(v, k + 2, ":"));
}

static bool put_name(struct maker *m, uint32_t k, const char *word)
{
	bool member = is_member(&m->b, k), type = *word >= 'A' && *word <= 'Z';

	/* A std name that is the learner's own variable here is a name like any other. */
	if (diag_is_std_name(word) && (member || type || fix_is_number(word) || !occurs(&m->a, word))) {
		sbuf_addf(&m->out, " %s", word);
		return true;
	}
	if (in_messages(m, word) ? put_quoted(m, word) : put_place(m, word))
		return true;
	if (diag_is_std_name(word) || (member && !occurs(&m->a, word) && strlen(word) <= 32)) {
		sbuf_addf(&m->out, " %s", word);
		return true;
	}
	return put_made(m, word);
}

static bool is_plain_string(const char *word)
{
	return streq(word, "\"\"") || streq(word, "\"{}\"") || streq(word, "\"{:?}\"");
}

/* One new token; false: it says too much of its program. */
static bool put_token(struct maker *m, uint32_t k)
{
	const struct token *t = aview_token(&m->b, k);
	char *word = aview_word(&m->b, k);
	bool ok = true;

	switch (t->kind) {
	case TOKEN_IDENT:
		ok = put_name(m, k, word);
		break;
	case TOKEN_INT:
	case TOKEN_FLOAT:
		ok = strlen(word) <= 4;
		if (ok)
			sbuf_addf(&m->out, " %s", word);
		break;
	case TOKEN_CHAR:
	case TOKEN_STRING:
	case TOKEN_RAW_STRING:
	case TOKEN_BYTE:
	case TOKEN_BYTE_STRING:
	case TOKEN_C_STRING:
		if (is_plain_string(word))
			sbuf_addf(&m->out, " %s", word);
		else
			ok = put_place(m, word);
		break;
	case TOKEN_LIFETIME:
		put_lifetime(m, word);
		break;
	case TOKEN_UNKNOWN:
		ok = false;
		break;
	default:
		sbuf_addf(&m->out, strchr("@%$\\#_", *word) ? " \\%s" : " %s", word);
	}
	free(word);
	return ok && ++m->tokens <= ACTION_MAX_TOKENS;
}

static bool stands_behind(const struct maker *m, uint32_t i)
{
	return i && (aview_is(&m->a, i - 1, ".") || aview_is(&m->a, i - 1, ":"));
}

/* As rust/anon names what is the author's: v1, T2, C3. */
static bool is_anonymous(const char *word)
{
	word += *word == '_';
	return *word && strchr("vTC", *word) && word[1] && strspn(word + 1, "0123456789") == strlen(word + 1);
}

/*
 * A method or field that is taken out stays in the pattern by its name: what helped against `x.reverse()` helps against no
 * other method. Unless it is the program's own.
 */
static bool is_foreign_member(const struct maker *m, uint32_t i, const char *word)
{
	if (!stands_behind(m, i) || strlen(word) > 16 || is_anonymous(word))
		return false;
	for (uint32_t k = 0; k < m->a.n; k++)
		if (aview_is(&m->a, k, word) && !stands_behind(m, k))
			return false;
	return true;
}

static void put_pattern(struct maker *m, uint32_t i)
{
	const struct token *t = aview_token(&m->a, i);
	char *word = aview_word(&m->a, i);

	if (t->kind == TOKEN_IDENT)
		sbuf_addf(&m->out, " %s", diag_is_std_name(word) || is_foreign_member(m, i, word) ? word : "_");
	else if (t->kind == TOKEN_INT || t->kind == TOKEN_FLOAT)
		sbuf_addstr(&m->out, " #");
	else if (t->kind == TOKEN_LIFETIME)
		sbuf_addstr(&m->out, " '");
	else if (t->kind >= TOKEN_CHAR && t->kind <= TOKEN_C_STRING)
		sbuf_addstr(&m->out, " \"");
	else
		sbuf_addf(&m->out, strchr("@%$\\#_", *word) ? " \\%s" : " %s", word);
	free(word);
}

static bool put_hunk(struct maker *m, const struct hunk *h)
{
	bool ok = place_of(&m->a, h->from, &m->out) >= 0;

	sbuf_addch(&m->out, ' ');
	ok = ok && place_of(&m->a, h->to, &m->out) >= 0;
	sbuf_addch(&m->out, '\t');
	for (uint32_t i = h->from; ok && i < h->to; i++)
		put_pattern(m, i);
	sbuf_addch(&m->out, '\t');
	for (uint32_t k = h->nfrom; ok && k < h->nto; k++) {
		put_gap(m, k);
		ok = put_token(m, k);
	}
	if (h->nto > h->nfrom)
		put_gap(m, h->nto);
	sbuf_addch(&m->out, '\n');
	return ok && m->out.len <= ACTION_MAX;
}

/* Does the action, replayed, give these tokens? */
static bool gives(const struct maker *m, const struct diag *d, const char *action)
{
	struct edits e = EDITS_INIT;
	struct sbuf text = SBUF_INIT;
	struct aview v;
	bool ok = action_replay(action, d, m->a.f.file, m->a.f.text, m->a.f.len, &e) &&
		  edits_apply(&e, m->a.f.text, m->a.f.len, &text);

	aview_init(&v, NULL, "", text.buf, text.len);
	ok = ok && v.n == m->b.n;
	for (uint32_t i = 0; ok && i < v.n; i++) {
		char *a = aview_word(&v, i), *b = aview_word(&m->b, i);

		/* A name that was made up may be another one. */
		ok = streq(a, b) || (aview_token(&v, i)->kind == TOKEN_IDENT && strv_has(&m->made, b)) ||
		     strv_has(&m->lifetimes, b);
		free(a);
		free(b);
	}
	aview_release(&v);
	sbuf_release(&text);
	edits_release(&e);
	return ok;
}

char *action_make(const struct diag *d, const char *file, const char *before, size_t blen, const char *after, size_t alen,
		  struct sbuf *why)
{
	struct maker m = { .made = STRV_INIT, .lifetimes = STRV_INIT, .out = SBUF_INIT };
	char *action = NULL;
	bool ok = aview_init(&m.a, d, file, before, blen) && aview_init(&m.b, NULL, file, after, alen);

	if (!ok)
		error(why, "The error names no place in this text.");
	else if (!find_hunks(&m))
		error(why, "The change is empty, or too large.");
	for (size_t i = 0; ok && m.n && i < m.n; i++)
		ok = put_hunk(&m, &m.hunks[i]);
	if (m.n && (!ok || !gives(&m, d, m.out.buf)))
		error(why, "The change cannot be told apart from its program.");
	else if (m.n)
		action = sbuf_detach(&m.out, NULL);
	aview_release(&m.a);
	aview_release(&m.b);
	strv_release(&m.made);
	strv_release(&m.lifetimes);
	sbuf_release(&m.out);
	return action;
}
