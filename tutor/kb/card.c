#include "kb/card.h"

#include "base/front.h"
#include "kb/sections.h"

static const struct {
	const char *folder;
	enum card_kind kind;
} folders[] = {
	{ "errors/", CARD_ERROR },
	{ "questions/", CARD_QUESTION },
	{ "tasks/", CARD_TASK },
	{ "concepts/", CARD_CONCEPT },
};

/* --- parsing ------------------------------------------------------------------------- */

static int parse_kind(const char *slug, struct card *c, struct sbuf *err)
{
	for (size_t i = 0; i < ARRAY_SIZE(folders); i++) {
		if (starts_with(slug, folders[i].folder) && slug[strlen(folders[i].folder)]) {
			c->kind = folders[i].kind;
			c->slug = xstrdup(slug);
			return 0;
		}
	}
	return error(err,
		     "`%.80s` is no card: a card is errors/, questions/, tasks/ or concepts/NAME.",
		     slug);
}

static int get_list(const struct json *m, const char *key, struct strv *out, struct sbuf *err)
{
	const struct json *j = json_get(m, key);

	if (json_is_object(j))
		return error(err, "`%s` must be a list.", key);
	for (const struct json *c = json_first(j); c; c = json_next(c))
		if (!json_is_string(c))
			return error(err, "`%s` must be a list of texts.", key);
	if (!json_is_string(j) || *json_str(j, ""))
		json_get_strv(m, key, out);
	return 0;
}

static int check_keys(const struct json *m, struct sbuf *err)
{
	static const char *const keys[] = { "code",	"title", "also",	  "messages",
					    "concepts", "see",	 "confused_with", "start_rung",
					    "asked",	"was",	 "lang" };

	for (const struct json *c = json_first(m); c; c = json_next(c)) {
		size_t i = 0;

		while (i < ARRAY_SIZE(keys) && !streq(keys[i], json_key(c)))
			i++;
		if (i == ARRAY_SIZE(keys))
			return error(err, "The key `%.40s` is not known.", json_key(c));
	}
	return 0;
}

static int parse_rung(const struct json *m, struct card *c, struct sbuf *err)
{
	const char *s = json_get_str(m, "start_rung", NULL);

	c->start_rung = c->code ? 2 : 3;
	if (!s)
		return 0;
	if (*s < '0' || *s > '5' || s[1])
		return error(err, "`start_rung` must be 0 to 5.");
	c->start_rung = *s - '0';
	return 0;
}

static int parse_head(const struct json *m, struct card *c, struct sbuf *err)
{
	const char *code = json_get_str(m, "code", "none"), *title = json_get_str(m, "title", "");

	if (check_keys(m, err) < 0)
		return -1;
	if (!*title)
		return error(err, "`title` is missing.");
	c->title = xstrdup(title);
	c->code = streq(code, "none") || !*code ? NULL : xstrdup(code);
	if (get_list(m, "also", &c->also, err) < 0 ||
	    get_list(m, "messages", &c->messages, err) < 0 ||
	    get_list(m, "concepts", &c->concepts, err) < 0 ||
	    get_list(m, "see", &c->see, err) < 0 ||
	    get_list(m, "confused_with", &c->confused_with, err) < 0 ||
	    get_list(m, "asked", &c->asked, err) < 0)
		return -1;
	if (c->kind == CARD_ERROR && !c->code && !c->messages.n)
		return error(err, "A card without a code needs `messages`.");
	return parse_rung(m, c, err);
}

static char **section_slot(struct card *c, const char *word, size_t len)
{
	const struct {
		const char *name;
		char **slot;
	} slots[] = {
		{ "What", &c->what },
		{ "Story", &c->story },
		{ "Rule", &c->rule },
		{ "Your code", &c->your_code },
		{ "Try", &c->attempt },
		{ "Wrong", &c->wrong },
		{ "Right", &c->right },
		{ "Fixes", &c->fixes },
		{ "Confused with", &c->confused_text },
	};

	for (size_t i = 0; i < ARRAY_SIZE(slots); i++)
		if (strlen(slots[i].name) == len && !memcmp(slots[i].name, word, len))
			return slots[i].slot;
	return NULL;
}

static int parse_sections(const struct front *f, struct card *c, struct sbuf *err)
{
	struct md_lines it = { .next = f->body, .end = f->body + f->body_len };
	char **slot = NULL;
	const char *start = f->body, *word;
	size_t len;

	while (md_lines_next(&it)) {
		if (!md_line_is_section(&it, &word, &len))
			continue;
		if (slot)
			*slot = md_trimmed(start, it.start);
		slot = section_slot(c, word, len);
		if (!slot || *slot)
			return error(err, slot ? "Line %d: the section `%.*s` comes twice." :
						 "Line %d: a card has no section `%.*s`.",
				     f->body_line + it.line - 1, (int)MIN(len, 60), word);
		start = it.next;
	}
	if (slot)
		*slot = md_trimmed(start, it.end);
	return c->what && c->rule
		       ? 0
		       : error(err, "The sections `## What` and `## Rule` must be there.");
}

int card_parse(const char *slug, const char *text, size_t len, struct card *c, struct sbuf *err)
{
	struct front f;
	int rc;

	memset(c, 0, sizeof(*c));
	if (parse_kind(slug, c, err) < 0)
		return -1;
	rc = front_parse_text(text, len, &f, err);
	if (!rc) {
		rc = parse_head(f.meta, c, err);
		if (!rc && c->kind == CARD_ERROR)
			rc = parse_sections(&f, c, err);
		else if (!rc)
			c->body = md_trimmed(f.body, f.body + f.body_len);
		front_release(&f);
	}
	if (rc < 0)
		card_release(c);
	return rc;
}

void card_release(struct card *c)
{
	char *texts[] = { c->slug,  c->code,	      c->title,	  c->what,  c->story,
			  c->rule,  c->your_code,     c->attempt, c->wrong, c->right,
			  c->fixes, c->confused_text, c->body };
	struct strv *lists[] = { &c->also, &c->messages,      &c->concepts,
				 &c->see,  &c->confused_with, &c->asked };

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
		free(texts[i]);
	for (size_t i = 0; i < ARRAY_SIZE(lists); i++)
		strv_release(lists[i]);
	memset(c, 0, sizeof(*c));
}

void cards_release(struct cards *cs)
{
	for (size_t i = 0; i < cs->n; i++)
		card_release(&cs->v[i]);
	free(cs->v);
	memset(cs, 0, sizeof(*cs));
}

/* --- matching ------------------------------------------------------------------------ */

/*
 * A lint's name ("unused_mut") stands where a code would, but cards know only error codes, and
 * lints in `also`.
 */
static const char *error_code(const struct diag *d)
{
	return d->code && d->code[0] == 'E' && strspn(d->code + 1, "0123456789") == 4 ? d->code
										      : NULL;
}

static bool serves(const struct card *c, const struct diag *d)
{
	const char *code = error_code(d);

	if (c->kind != CARD_ERROR)
		return false;
	if (!code && !c->code)
		return true;
	return (code && c->code && streq(code, c->code)) ||
	       (d->code && strv_has(&c->also, d->code));
}

static bool pattern_fits(const char *pattern, const struct diag *d)
{
	if (diag_matches(pattern, d->message))
		return true;
	for (size_t i = 0; i < d->n_spans; i++)
		if (d->spans[i].label && diag_matches(pattern, d->spans[i].label))
			return true;
	return false;
}

/* Literal characters of the longest pattern that fits; 0: none. */
static size_t best_pattern(const struct card *c, const struct diag *d)
{
	size_t best = 0;

	for (size_t i = 0; i < c->messages.n; i++) {
		const char *p = c->messages.v[i];
		size_t literal = 0;

		for (const char *q = p; *q; q++)
			literal += *q != '_';
		if (literal > best && pattern_fits(p, d))
			best = literal;
	}
	return best;
}

/* Of two that fit equally well the one with the shorter name: the more general. */
static bool is_plainer(const struct card *a, const struct card *b)
{
	size_t na = strlen(a->slug), nb = strlen(b->slug);

	return na != nb ? na < nb : strcmp(a->slug, b->slug) < 0;
}

const struct card *cards_for_diag(const struct cards *cs, const struct diag *d)
{
	const struct card *best = NULL;
	size_t best_score = 0;

	for (size_t i = 0; i < cs->n; i++) {
		const struct card *c = &cs->v[i];
		size_t score = serves(c, d) ? best_pattern(c, d) : 0;

		if (score > best_score || (score && score == best_score && is_plainer(c, best))) {
			best = c;
			best_score = score;
		}
	}
	return best || !d->code ? best : cards_for_code(cs, d->code);
}

const struct card *cards_for_code(const struct cards *cs, const char *code)
{
	const struct card *own = NULL, *also = NULL;

	for (size_t i = 0; i < cs->n; i++) {
		const struct card *c = &cs->v[i];

		if (c->kind != CARD_ERROR)
			continue;
		if (c->code && streq(c->code, code) && (!own || is_plainer(c, own)))
			own = c;
		if (strv_has(&c->also, code) && (!also || is_plainer(c, also)))
			also = c;
	}
	return own ? own : also;
}

const struct card *cards_by_slug(const struct cards *cs, const char *slug)
{
	for (size_t i = 0; i < cs->n; i++)
		if (streq(cs->v[i].slug, slug))
			return &cs->v[i];
	return NULL;
}
