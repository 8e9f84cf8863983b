#include "base/base.h"

#include "text/html_scan.h"

#include <ctype.h>
#include <strings.h>

#define MISNESTED 32 /* elements that the repair of one misplaced end tag may make */

/* How a tag counts. */
enum tag_class {
	TAG_OTHER,   /* closes only what is like it */
	TAG_BLOCK,   /* its end closes what is open inside, up to a wall */
	TAG_FORMAT,  /* is opened again in later blocks until it is closed */
	TAG_WALL,    /* end tags do not reach through it */
	TAG_IMPLIED, /* void, or closed by its next sibling: never deeper than a few between two others */
};

struct tag_name {
	const char *name;
	enum tag_class class;
};

static const struct tag_name tags[] = {
	{ "a", TAG_FORMAT },	      { "area", TAG_IMPLIED },	  { "article", TAG_BLOCK },   { "aside", TAG_BLOCK },
	{ "b", TAG_FORMAT },	      { "base", TAG_IMPLIED },	  { "big", TAG_FORMAT },      { "blockquote", TAG_BLOCK },
	{ "body", TAG_IMPLIED },      { "br", TAG_IMPLIED },	  { "button", TAG_WALL },     { "caption", TAG_WALL },
	{ "code", TAG_FORMAT },	      { "col", TAG_IMPLIED },	  { "dd", TAG_IMPLIED },      { "details", TAG_BLOCK },
	{ "div", TAG_BLOCK },	      { "dl", TAG_BLOCK },	  { "dt", TAG_IMPLIED },      { "em", TAG_FORMAT },
	{ "figure", TAG_BLOCK },      { "font", TAG_FORMAT },	  { "footer", TAG_BLOCK },    { "frameset", TAG_WALL },
	{ "h1", TAG_BLOCK },
	{ "h2", TAG_BLOCK },	      { "h3", TAG_BLOCK },	  { "h4", TAG_BLOCK },	      { "h5", TAG_BLOCK },
	{ "h6", TAG_BLOCK },	      { "head", TAG_IMPLIED },	  { "header", TAG_BLOCK },    { "hr", TAG_IMPLIED },
	{ "html", TAG_IMPLIED },      { "i", TAG_FORMAT },	  { "iframe", TAG_WALL },     { "img", TAG_IMPLIED },
	{ "input", TAG_IMPLIED },     { "li", TAG_IMPLIED },	  { "link", TAG_IMPLIED },    { "main", TAG_BLOCK },
	{ "marquee", TAG_WALL },      { "math", TAG_WALL },	  { "meta", TAG_IMPLIED },    { "nav", TAG_BLOCK },
	{ "nobr", TAG_FORMAT },	      { "noscript", TAG_WALL },	  { "object", TAG_WALL },     { "ol", TAG_BLOCK },
	{ "p", TAG_IMPLIED },	      { "pre", TAG_BLOCK },	  { "s", TAG_FORMAT },	      { "script", TAG_WALL },
	{ "section", TAG_BLOCK },     { "select", TAG_WALL },	  { "small", TAG_FORMAT },    { "span", TAG_OTHER },
	{ "strike", TAG_FORMAT },     { "strong", TAG_FORMAT },	  { "style", TAG_WALL },      { "summary", TAG_BLOCK },
	{ "svg", TAG_WALL },	      { "table", TAG_WALL },	  { "tbody", TAG_IMPLIED },   { "td", TAG_IMPLIED },
	{ "template", TAG_WALL },     { "textarea", TAG_WALL },	  { "tfoot", TAG_IMPLIED },   { "th", TAG_IMPLIED },
	{ "thead", TAG_IMPLIED },     { "title", TAG_WALL },	  { "tr", TAG_IMPLIED },      { "tt", TAG_FORMAT },
	{ "u", TAG_FORMAT },	      { "ul", TAG_BLOCK },	  { "wbr", TAG_IMPLIED },
};

struct tag {
	const char *name;
	size_t len;
	enum tag_class class;
	bool closes;
	size_t attributes;
};

struct scan {
	const char *p, *end;
	struct tag stack[HTML_DEPTH_MAX + 1];
	size_t depth;
	size_t formats; /* formatting elements that may be opened again */
	const char *frozen; /* end tags before this may be text to gumbo: they close nothing */
};

/* Elements whose content is text; but not everywhere inside the odd ones. */
static const char *const raw_names[] = { "iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp" };
static const char *const odd_names[] = { "frameset", "math", "select", "svg", "template" };

/* Without case, like gumbo; names may hold NULs. */
static int name_cmp(const char *a, size_t a_len, const char *b, size_t b_len)
{
	for (size_t i = 0; i < MIN(a_len, b_len); i++) {
		int order = tolower((unsigned char)a[i]) - tolower((unsigned char)b[i]);

		if (order)
			return order;
	}
	return (a_len > b_len) - (a_len < b_len);
}

static bool same_name(const struct tag *a, const char *name, size_t len)
{
	return a->len == len && !name_cmp(a->name, len, name, len);
}

static bool is_among(const struct tag *t, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (same_name(t, names[i], strlen(names[i])))
			return true;
	return false;
}

static bool inside_odd(const struct scan *s)
{
	for (size_t i = 0; i < s->depth; i++)
		if (s->stack[i].class == TAG_WALL && is_among(&s->stack[i], odd_names, ARRAY_SIZE(odd_names)))
			return true;
	return false;
}

static enum tag_class class_of(const char *name, size_t len)
{
	size_t low = 0, high = ARRAY_SIZE(tags);

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = name_cmp(tags[mid].name, strlen(tags[mid].name), name, len);

		if (!order)
			return tags[mid].class;
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return TAG_OTHER;
}

/* Skips to behind `what`, or to the end. */
static void skip_past(struct scan *s, const char *what)
{
	const char *hit = memmem(s->p, (size_t)(s->end - s->p), what, strlen(what));

	s->p = hit ? hit + strlen(what) : s->end;
}

static bool at(const struct scan *s, const char *what)
{
	size_t len = strlen(what);

	return (size_t)(s->end - s->p) >= len && !memcmp(s->p, what, len);
}

/* At "<!--": as the standard ends comments, abrupt ends included. */
static void skip_comment(struct scan *s)
{
	s->p += 4;
	if (at(s, ">") || at(s, "->")) {
		skip_past(s, ">");
		return;
	}
	for (; s->p < s->end; s->p++)
		if (at(s, "-->") || at(s, "--!>"))
			break;
	skip_past(s, ">");
}

static bool is_white(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

/* strchr takes NUL for a member of every set. */
static bool is_in(char c, const char *set)
{
	return c && strchr(set, c);
}

static void skip_value(struct scan *s)
{
	char quote;

	while (s->p < s->end && is_white(*s->p))
		s->p++;
	if (s->p < s->end && (*s->p == '"' || *s->p == '\'')) {
		quote = *s->p++;
		while (s->p < s->end && *s->p != quote)
			s->p++;
		s->p += s->p < s->end;
		return;
	}
	while (s->p < s->end && !is_white(*s->p) && *s->p != '>')
		s->p++;
}

/* From behind the tag's name to behind its '>'. */
static size_t skip_attributes(struct scan *s)
{
	size_t n = 0;

	while (s->p < s->end && *s->p != '>') {
		if (is_white(*s->p) || *s->p == '/') {
			s->p++;
			continue;
		}
		n++;
		s->p++; /* a name may start with '=' */
		while (s->p < s->end && !is_white(*s->p) && !is_in(*s->p, "/>="))
			s->p++;
		while (s->p < s->end && is_white(*s->p))
			s->p++;
		if (s->p < s->end && *s->p == '=') {
			s->p++;
			skip_value(s);
		}
	}
	s->p += s->p < s->end;
	return n;
}

static void skip_declaration(struct scan *s)
{
	const char *close;

	if (s->p >= s->frozen && at(s, "<![CDATA[") && inside_odd(s)) {
		close = memmem(s->p, (size_t)(s->end - s->p), "]]>", 3);
		s->frozen = close ? close : s->end;
	}
	skip_past(s, ">");
}

static void read_tag(struct scan *s, struct tag *t)
{
	t->name = s->p + 1 + t->closes;
	for (s->p = t->name; s->p < s->end && !is_white(*s->p) && !is_in(*s->p, "/>");)
		s->p++;
	t->len = (size_t)(s->p - t->name);
	t->class = class_of(t->name, t->len);
	t->attributes = skip_attributes(s);
}

/* The next tag; false at the end. */
static bool next_tag(struct scan *s, struct tag *t)
{
	while ((s->p = memchr(s->p, '<', (size_t)(s->end - s->p)))) {
		t->closes = s->end - s->p > 1 && s->p[1] == '/';
		if (at(s, "<!--")) {
			skip_comment(s);
		} else if (at(s, "<!") || at(s, "<?")) {
			skip_declaration(s);
		} else if (s->end - s->p > 1 + t->closes && isalpha((unsigned char)s->p[1 + t->closes])) {
			read_tag(s, t);
			return true;
		} else if (t->closes) {
			skip_past(s, ">");
		} else {
			s->p++;
		}
	}
	return false;
}

static bool has_script(const char *p, size_t len)
{
	for (const char *end = p + len; (p = memmem(p, (size_t)(end - p), "<", 1)); p++)
		if (end - p >= 7 && !strncasecmp(p, "<script", 7))
			return true;
	return false;
}

/* Over the content of a script and its like, to its end tag. */
static void skip_raw(struct scan *s, const struct tag *t)
{
	const char *start = s->p;
	size_t len;

	for (; (s->p = memmem(s->p, (size_t)(s->end - s->p), "</", 2)); s->p += 2) {
		struct tag close = { .name = s->p + 2, .len = t->len };

		if ((size_t)(s->end - close.name) > t->len && same_name(&close, t->name, t->len) &&
		    (is_white(close.name[t->len]) || is_in(close.name[t->len], "/>")))
			break;
	}
	s->p = s->p ? s->p : s->end;
	/* A script inside a comment inside a script ends one end tag later: where exactly is gumbo's business. */
	len = (size_t)(s->p - start);
	if (memmem(start, len, "<!--", 4) && has_script(start, len))
		s->frozen = s->end;
}

/*
 * Closes what gumbo is certain to close; anything else stays open here, so that the cost is never too low.
 * *simple: it was the innermost one, as in every well formed page.
 */
static void close_tag(struct scan *s, const struct tag *t, bool *simple)
{
	size_t i = s->depth;

	if (t->class == TAG_IMPLIED || s->p < s->frozen)
		return;
	while (i && !same_name(&s->stack[i - 1], t->name, t->len)) {
		enum tag_class inside = s->stack[i - 1].class;

		if (inside == TAG_WALL || t->class == TAG_FORMAT || (inside == TAG_BLOCK && t->class == TAG_OTHER))
			return;
		i--;
	}
	if (!i)
		return;
	*simple = i == s->depth;
	s->depth = i - 1;
	s->formats -= t->class == TAG_FORMAT;
}

static void open_tag(struct scan *s, const struct tag *t, bool *simple)
{
	bool link = same_name(t, "a", 1);

	if (t->class == TAG_IMPLIED)
		return;
	if (link && s->depth && same_name(&s->stack[s->depth - 1], "a", 1) && !inside_odd(s))
		return; /* a link closes the one before it */
	*simple = !link || !s->formats;
	if (is_among(t, raw_names, ARRAY_SIZE(raw_names)) && !inside_odd(s)) {
		skip_raw(s, t);
		return;
	}
	if (s->depth < HTML_DEPTH_MAX)
		s->stack[s->depth++] = *t;
	s->formats += t->class == TAG_FORMAT;
}

/* Elements and texts that a tag can make: in the worst case all that is left open is opened again. */
static size_t nodes_of(const struct scan *s, const struct tag *t, bool simple)
{
	if (simple && (t->class == TAG_FORMAT || t->class == TAG_OTHER))
		return 2;
	return 2 * (1 + s->formats) + (t->class == TAG_FORMAT ? MISNESTED : 0);
}

static bool is_too_much(const struct html_cost *c)
{
	return c->depth >= HTML_DEPTH_MAX || c->nodes > HTML_NODES_MAX || c->steps > HTML_STEPS_MAX;
}

void html_scan(const char *html, size_t len, struct html_cost *cost)
{
	struct scan *s = xcalloc(1, sizeof(*s));
	struct tag t;
	bool simple;

	memset(cost, 0, sizeof(*cost));
	s->p = html;
	s->end = html + len;
	while (!is_too_much(cost) && next_tag(s, &t)) {
		simple = false;
		if (t.closes)
			close_tag(s, &t, &simple);
		else
			open_tag(s, &t, &simple);
		cost->depth = MAX(cost->depth, s->depth + s->formats);
		cost->nodes += nodes_of(s, &t, simple);
		cost->steps += s->depth + s->formats + t.attributes * t.attributes;
	}
	free(s);
}
