/* Pages of the standard library (rustdoc): an overview in pieces, then one chunk a method. */
#include <ctype.h>

#include "base/map.h"
#include "kb/chunk_int.h"

static const char nightly[] = "nightly-only experimental API";

struct std_walk {
	struct cutter *c;
	char *item;     /* "Vec" */
	char *path;     /* "std::vec::Vec" */
	bool method;    /* inside a method's chunk */
	bool skipping;  /* inside something unstable or a part without interest */
	bool past;      /* past the overview: loose text belongs to impl blocks */
	struct map seen; /* members so far: NonZero has each method for twelve types, one is enough */
};

static bool block_has(const struct block *b, const char *what)
{
	for (size_t i = 0; i < b->n_spans; i++)
		if (b->spans[i].text && strstr(b->spans[i].text, what))
			return true;
	return false;
}

/* Is the thing under this heading unstable? The mark stands right after it, maybe after its declaration. */
static bool unstable(const struct doc *d, size_t i)
{
	for (size_t k = i + 1; k < d->n && k < i + 4 && d->blocks[k].kind != BLOCK_HEADING; k++)
		if (block_has(&d->blocks[k], nightly))
			return true;
	return false;
}

static bool is_part(const char *id, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (starts_with(id, list[i]))
			return true;
	return false;
}

static bool is_one_of(const char *id, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (streq(id, list[i]))
			return true;
	return false;
}

/* Headings after which nothing more of the page is wanted. Texts have headings of like names ("trait-implementations-1"). */
static bool is_tail(const char *id)
{
	static const char *const tails[] = { "trait-implementations", "foreign-impls", "implementors", "synthetic-implementations",
					     "blanket-implementations", "dyn-compatibility" };
	return starts_with(id, "deref-methods-") || is_one_of(id, tails, ARRAY_SIZE(tails));
}

/* Headings after which members are listed: the text about the item itself is over. */
static bool is_list(const char *id)
{
	static const char *const lists[] = { "implementations", "required-methods", "provided-methods", "required-associated-types",
					     "required-associated-consts", "provided-associated-types", "provided-associated-consts",
					     "variants", "fields" };
	return starts_with(id, "impl-") || is_one_of(id, lists, ARRAY_SIZE(lists));
}

static bool is_method(const char *id)
{
	static const char *const methods[] = { "method.", "tymethod.", "associatedconstant.", "associatedtype.", "variant.",
					       "structfield." };
	return is_part(id, methods, ARRAY_SIZE(methods));
}

static const char *member_name(const char *id)
{
	return strchr(id, '.') + 1;
}

/* "method.fold-1" names fold: rustdoc numbers what comes again. */
static char *plain_name(const char *id)
{
	const char *name = member_name(id), *end = strrchr(name, '-');

	return end && isdigit((unsigned char)end[1]) ? xmemdupz(name, (size_t)(end - name)) : xstrdup(name);
}

static void begin_member(struct std_walk *w, const struct block *b)
{
	struct cutter *c = w->c;
	char *name = plain_name(b->id);

	cutter_flush(c);
	c->kind = CHUNK_METHOD;
	sbuf_addstr(&c->anchor, b->id);
	sbuf_addf(&c->crumb, "%s > %s > %s::%s", c->page->book, w->path, w->item, name);
	sbuf_addf(&c->names, "%s::%s\n%s", w->item, name, name);
	c->open = true;
	for (size_t i = 0; i < b->n_spans; i++)
		if (b->spans[i].text)
			sbuf_addstr(&c->code, b->spans[i].text);
	w->method = true;
	free(name);
}

/* Inside a method all blocks go in, its own small headings ("Examples") not. */
static void add_to_member(struct std_walk *w, const struct block *b)
{
	struct cutter *c = w->c;
	struct sbuf t = SBUF_INIT;

	block_plain(b, &t);
	sbuf_rtrim(&t);
	if (b->kind == BLOCK_CODE) {
		if (c->code.len < CHUNK_HARD)
			sbuf_addf(&c->code, "\n\n%s", t.buf);
	} else if (c->prose.len < 2 * CHUNK_MAX) {
		sbuf_addf(&c->prose, "%s%s", c->prose.len ? "\n" : "", t.buf);
	}
	sbuf_release(&t);
}

/* Small headings that every item has; what stands under them stays with the words before. */
static bool is_usual(const char *id)
{
	static const char *const usual[] = { "examples", "example", "panics", "errors", "safety" };

	for (size_t i = 0; i < ARRAY_SIZE(usual); i++)
		if (starts_with(id, usual[i]) && strcspn(id, "-0123456789") == strlen(usual[i]))
			return true;
	return false;
}

static void overview_heading(struct std_walk *w, const struct block *b)
{
	const char *id = b->id ? b->id : "";

	if (is_usual(id))
		return;

	if (is_list(id)) {
		cutter_flush(w->c);
		w->past = true;
		return;
	}
	if (b->level > 1)
		cutter_heading(w->c, b);
}

static bool known_member(struct std_walk *w, const char *id)
{
	char *name = plain_name(id);
	bool known = map_put(&w->seen, name, w) != NULL;

	free(name);
	return known;
}

static void walk_block(struct std_walk *w, const struct doc *d, size_t i)
{
	const struct block *b = &d->blocks[i];
	const char *id = b->id ? b->id : "";

	if (b->kind == BLOCK_HEADING && is_method(id)) {
		w->skipping = unstable(d, i) || known_member(w, id);
		cutter_flush(w->c);
		w->method = false;
		w->past = true;
		if (!w->skipping)
			begin_member(w, b);
	} else if (b->kind == BLOCK_HEADING && is_list(id)) {
		cutter_flush(w->c);
		w->method = false;
		w->skipping = false;
		w->past = true;
	} else if (w->skipping) {
		return;
	} else if (w->method) {
		if (b->kind != BLOCK_HEADING)
			add_to_member(w, b);
	} else if (b->kind == BLOCK_HEADING) {
		overview_heading(w, b);
	} else if (!w->past) {
		cutter_block(w->c, b);
	}
}

/* What a page's file name says of its kind, where its title does not. */
static const char *page_word(const char *page)
{
	static const char *const words[][2] = { { "/keyword.", "Keyword" }, { "/primitive.", "Primitive type" }, { "/macro.", "Macro" },
						{ "/fn.", "Function" }, { "/trait.", "Trait" } };

	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (strstr(page, words[i][0]))
			return words[i][1];
	return NULL;
}

/* "Vec in std::vec" to item and path; "std::vec" is a module; a keyword's title is only "for". */
static void name_item(struct std_walk *w)
{
	const char *t = w->c->title, *in = strstr(t, " in "), *word = page_word(w->c->page->page);

	if (in) {
		w->item = xmemdupz(t, (size_t)(in - t));
		w->path = xstrfmt("%s::%s", in + 4, w->item);
	} else {
		const char *colons = strrchr(t, ':');

		w->item = xstrdup(colons ? colons + 1 : t);
		w->path = xstrdup(t);
	}
	free(w->c->title);
	w->c->title = word ? xstrfmt("%s %s", word, w->path) : xstrdup(w->path);
}

static bool page_unstable(const struct doc *d)
{
	for (size_t i = 0; i < d->n && i < 6; i++)
		if (block_has(&d->blocks[i], nightly))
			return true;
	return false;
}

void cut_std_page(struct cutter *c, const struct doc *d)
{
	struct std_walk w = { .c = c };

	if (page_unstable(d))
		return;
	name_item(&w);
	cutter_open(c, "");
	sbuf_addf(&c->names, "%s\n%s", w.item, w.path);
	for (size_t i = 0; i < d->n; i++) {
		const struct block *b = &d->blocks[i];

		if (b->kind == BLOCK_HEADING && b->id && is_tail(b->id))
			break;
		walk_block(&w, d, i);
	}
	cutter_flush(c);
	map_release(&w.seen);
	free(w.item);
	free(w.path);
}
