#include "kb/evalset.h"

#include "base/utf8.h"

static int add_line(struct evalset *s, const char *p, size_t len, int line, struct sbuf *err)
{
	const char *a = memchr(p, '\t', len), *b = a ? memchr(a + 1, '\t', (size_t)(p + len - a - 1)) : NULL;
	struct eval_item *it;

	if (len > EVAL_LINE_MAX || !utf8_valid(p, len, NULL) || memchr(p, 0, len))
		return error(err, "line %d: it is over %d bytes or no UTF-8 text.", line, EVAL_LINE_MAX);
	if (!a || !b || a == p || b == a + 1 || b + 1 == p + len)
		return error(err, "line %d: expected question, tab, pages with | between, tab, kind.", line);
	if (s->n == EVAL_MAX)
		return error(err, "line %d: more than %d questions.", line, EVAL_MAX);
	ARRAY_GROW(s->v, s->n + 1, s->alloc);
	it = &s->v[s->n++];
	it->question = xmemdupz(p, (size_t)(a - p));
	it->accept = xmemdupz(a + 1, (size_t)(b - a - 1));
	it->kind = xmemdupz(b + 1, strcspn(b + 1, "\t\n\r"));
	it->line = line;
	return 0;
}

int evalset_parse(const char *text, size_t len, struct evalset *out, struct sbuf *err)
{
	const char *p = text, *end = text + len;

	for (int line = 1; p < end; line++) {
		const char *nl = memchr(p, '\n', (size_t)(end - p));
		size_t n = (size_t)((nl ? nl : end) - p);

		if (n && p[n - 1] == '\r')
			n--;
		if (n && *p != '#') {
			char *copy = xmemdupz(p, n);
			int rc = add_line(out, copy, n, line, err);

			free(copy);
			if (rc < 0)
				return -1;
		}
		p = nl ? nl + 1 : end;
	}
	return 0;
}

void evalset_release(struct evalset *s)
{
	for (size_t i = 0; i < s->n; i++) {
		free(s->v[i].question);
		free(s->v[i].accept);
		free(s->v[i].kind);
	}
	free(s->v);
	*s = (struct evalset){ NULL, 0, 0 };
}

/* want: "PAGE" or "PAGE#anchor". Without an anchor any part of the page will do. */
static bool page_matches(const char *want, size_t len, const char *page, size_t page_len, const char *anchor, size_t anchor_len)
{
	const char *hash = memchr(want, '#', len);
	size_t bare = hash ? (size_t)(hash - want) : len;

	if (bare != page_len || memcmp(want, page, bare) != 0)
		return false;
	return !hash || (len - bare - 1 == anchor_len && !memcmp(hash + 1, anchor, anchor_len));
}

/* A card stands for what it sees: for a part of a page only when it names that part; for the page also when it names a part. */
static bool see_matches(const char *want, size_t len, const char *see)
{
	for (const char *p = see; *p;) {
		size_t line = strcspn(p, "\n"), bare = strcspn(p, "#\n");

		if (page_matches(want, len, p, bare, p + bare + (bare < line), line - bare - (bare < line)))
			return true;
		p += line + (p[line] == '\n');
	}
	return false;
}

bool eval_hits(const struct eval_item *item, const char *page, const char *anchor, const char *see, bool card)
{
	for (const char *p = item->accept; *p;) {
		size_t len = strcspn(p, "|");

		if (page_matches(p, len, page, strlen(page), anchor, strlen(anchor)) || (card && see_matches(p, len, see)))
			return true;
		p += len + (p[len] == '|');
	}
	return false;
}

bool eval_names_card(const struct eval_item *item)
{
	return starts_with(item->accept, "card:") || strstr(item->accept, "|card:");
}

bool eval_is_card(const struct eval_item *item, const char *page)
{
	return starts_with(page, "card:") && eval_hits(item, page, "", "", false);
}

static void count(struct eval_score *s, size_t rank)
{
	s->n++;
	s->r1 += rank == 1;
	s->r5 += rank >= 1 && rank <= 5;
	s->r10 += rank >= 1 && rank <= 10;
	s->rr += rank ? 1.0 / (double)rank : 0;
}

void eval_count(struct eval_sums *s, const char *kind, size_t rank)
{
	size_t i;

	count(&s->all, rank);
	for (i = 0; i < s->n_kinds && !streq(s->kinds[i].kind, kind); i++)
		;
	if (i == EVAL_KINDS_MAX)
		return;
	if (i == s->n_kinds)
		s->kinds[s->n_kinds++].kind = xstrdup(kind);
	count(&s->kinds[i], rank);
}

void eval_sums_release(struct eval_sums *s)
{
	for (size_t i = 0; i < s->n_kinds; i++)
		free(s->kinds[i].kind);
	memset(s, 0, sizeof(*s));
}
