/* "Your code": a card's sentences with the learner's own names, types and lines in them. */
#include "kb/card.h"

#include <ctype.h>

enum { NAME, TYPE, LINE, LABEL1, LINE1, LABEL2, LINE2, FIELDS };

static const char *const field_names[FIELDS] = {
	[NAME] = "name",   [TYPE] = "type",	[LINE] = "line",   [LABEL1] = "label1",
	[LINE1] = "line1", [LABEL2] = "label2", [LINE2] = "line2",
};

/*
 * The text in back ticks behind one of the words with which rustc introduces a type. Owned, or
 * NULL.
 */
static char *quoted_type(const char *text)
{
	static const char *const words[] = {
		"has type", "of type", "for type",  "to type", "type",	"struct",
		"enum",	    "union",   "reference", "array",   "tuple", "found",
	};

	for (const char *tick = text; tick && (tick = strchr(tick, '`'));
	     tick = tick ? tick + 1 : NULL) {
		const char *end = strchr(tick + 1, '`');

		if (!end)
			return NULL;
		for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
			size_t n = strlen(words[i]);

			if ((size_t)(tick - text) > n && tick[-1] == ' ' &&
			    !memcmp(tick - 1 - n, words[i], n) &&
			    ((size_t)(tick - text) == n + 1 ||
			     !isalnum((unsigned char)tick[-2 - (long)n])))
				return xmemdupz(tick + 1, (size_t)(end - tick - 1));
		}
		tick = end;
	}
	return NULL;
}

static char *find_type(const struct diag *d)
{
	char *type = quoted_type(d->message);

	for (size_t i = 0; i < d->n_children && !type; i++)
		if (d->children[i].level == DIAG_NOTE)
			type = quoted_type(d->children[i].message);
	for (size_t i = 0; i < d->n_spans && !type; i++)
		if (d->spans[i].label)
			type = quoted_type(d->spans[i].label);
	return type;
}

/* The first two labels of the error itself, in the order of the source. */
static void find_labels(const struct diag *d, char *fields[FIELDS])
{
	struct diag_label labels[32];
	size_t n = diag_labels(d, labels, ARRAY_SIZE(labels)), found = 0;

	for (size_t i = 0; i < n && found < 2; i++) {
		if (labels[i].child || !labels[i].span->label)
			continue;
		fields[found ? LABEL2 : LABEL1] = xstrdup(labels[i].span->label);
		fields[found ? LINE2 : LINE1] = xstrfmt("%u", labels[i].span->line);
		found++;
	}
}

static void find_fields(const struct diag *d, char *fields[FIELDS])
{
	const struct diag_span *primary = diag_primary(d);
	struct strv names = STRV_INIT;

	diag_names(d, &names);
	if (names.n && *names.v[0])
		fields[NAME] = xstrdup(names.v[0]);
	strv_release(&names);
	fields[TYPE] = find_type(d);
	if (primary)
		fields[LINE] = xstrfmt("%u", primary->line);
	find_labels(d, fields);
}

/*
 * The field that `{...}` at p names; FIELDS when it is none, such as the `{}` of a format. *len:
 * with its braces.
 */
static int field_at(const char *p, size_t *len)
{
	for (int i = 0; i < FIELDS; i++) {
		size_t n = strlen(field_names[i]);

		*len = n + 2;
		if (!strncmp(p + 1, field_names[i], n) && p[n + 1] == '}')
			return i;
	}
	return FIELDS;
}

/* Where the sentence at p ends: behind a stop that white space follows, outside back ticks. */
static const char *sentence_end(const char *p)
{
	bool code = false;

	for (; *p; p++) {
		code ^= *p == '`';
		if (!code && strchr(".?!", *p) && (!p[1] || isspace((unsigned char)p[1])))
			return p + 1;
	}
	return p;
}

static void add_value(struct sbuf *out, const char *value)
{
	for (; *value; value++)
		sbuf_addch(out, *value == '\n' ? ' ' : *value);
}

/* One sentence with its fields; false when one of them is not known. */
static bool fill_sentence(const char *p, const char *end, char *const fields[FIELDS],
			  struct sbuf *out)
{
	size_t len;
	int field;

	while (p < end) {
		field = *p == '{' ? field_at(p, &len) : FIELDS;
		if (field == FIELDS) {
			sbuf_addch(out, *p++);
			continue;
		}
		if (!fields[field])
			return false;
		add_value(out, fields[field]);
		p += len;
	}
	return true;
}

void card_your_code(const struct card *c, const struct diag *d, struct sbuf *out)
{
	char *fields[FIELDS] = { NULL };
	size_t start = out->len;

	if (!c->your_code)
		return;
	find_fields(d, fields);
	for (const char *p = c->your_code, *end; *p; p = end) {
		size_t before = out->len;

		while (isspace((unsigned char)*p))
			p++;
		end = sentence_end(p);
		if (out->len > start && end > p)
			sbuf_addch(out, ' ');
		if (!fill_sentence(p, end, fields, out))
			sbuf_setlen(out, before);
	}
	for (int i = 0; i < FIELDS; i++)
		free(fields[i]);
}
