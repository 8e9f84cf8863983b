#include "kb/chunk.h"

#include <strings.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "kb/chunk_int.h"

static const struct {
	const char *name;
	double prior;
} kinds[] = {
#define X(id, name, prior) { name, prior },
	CHUNK_KINDS(X)
#undef X
};

const char *chunk_kind_name(enum chunk_kind k)
{
	return kinds[k].name;
}

double chunk_kind_prior(enum chunk_kind k)
{
	return kinds[k].prior;
}

static char **fields(struct chunk *c, size_t i)
{
	char **all[] = { &c->page, &c->anchor, &c->crumb, &c->prose, &c->code, &c->links, &c->see, &c->names, &c->asked };

	return i < ARRAY_SIZE(all) ? all[i] : NULL;
}

struct chunk *chunks_add(struct chunks *cs)
{
	struct chunk *c;
	char **f;

	ARRAY_GROW(cs->v, cs->n + 1, cs->alloc);
	c = &cs->v[cs->n++];
	memset(c, 0, sizeof(*c));
	for (size_t i = 0; (f = fields(c, i)); i++)
		*f = xstrdup("");
	return c;
}

void chunks_release(struct chunks *cs)
{
	char **f;

	for (size_t k = 0; k < cs->n; k++)
		for (size_t i = 0; (f = fields(&cs->v[k], i)); i++)
			free(*f);
	free(cs->v);
	*cs = (struct chunks)CHUNKS_INIT;
}

void chunk_set(char **field, const char *text)
{
	char *copy = xstrdup(text);

	free(*field);
	*field = copy;
}

const char *crumb_last(const char *crumb)
{
	const char *p = crumb, *next;

	while ((next = strstr(p, " > ")))
		p = next + 3;
	return p;
}

static size_t cut_utf8(const char *s, size_t max)
{
	size_t len = strlen(s);

	if (len <= max)
		return len;
	while (max && ((unsigned char)s[max] & 0xc0) == 0x80)
		max--;
	return max;
}

void chunk_embed_text(const char *crumb, const char *prose, struct sbuf *out)
{
	const char *rest = strstr(crumb, " > ");

	sbuf_addstr(out, rest ? rest + 3 : crumb);
	sbuf_addch(out, '\n');
	sbuf_add(out, prose, cut_utf8(prose, CHUNK_EMBED));
}

int64_t chunk_text_key(const char *text, size_t len)
{
	char hex[HASH_SHA256_HEX];
	uint64_t key;

	hash_sha256(text, len, hex);
	hex[16] = 0;
	key = strtoull(hex, NULL, 16) >> 1;
	return key ? (int64_t)key : 1;
}

#define CHUNK_LEAST 40 /* a rest such as "See also: closures" is no passage, unless it is the page's only one */

/* The cutter. */

static void piece_reset(struct cutter *c)
{
	sbuf_reset(&c->prose);
	sbuf_reset(&c->code);
	sbuf_reset(&c->links);
	sbuf_reset(&c->anchor);
	sbuf_reset(&c->crumb);
	sbuf_reset(&c->names);
	c->open = false;
}

void cutter_crumb(const struct cutter *c, struct sbuf *out)
{
	sbuf_addstr(out, c->page->book);
	if (*c->title)
		sbuf_addf(out, "%s%s", out->len ? " > " : "", c->title);
	for (int i = 0; i < CUTTER_LEVELS; i++)
		if (c->heads[i].len && strcasecmp(c->heads[i].buf, c->title) != 0 && !(i == 0 && c->page->kind == CHUNK_ERROR))
			sbuf_addf(out, " > %s", c->heads[i].buf);
}

void cutter_open(struct cutter *c, const char *anchor)
{
	if (c->open)
		return;
	sbuf_addstr(&c->anchor, anchor ? anchor : "");
	cutter_crumb(c, &c->crumb);
	c->open = true;
}

void cutter_flush(struct cutter *c)
{
	struct chunk *k;
	size_t least = !c->names.len && c->out->n && streq(c->out->v[c->out->n - 1].page, c->page->page) ? CHUNK_LEAST : 1;

	if (c->open && c->prose.len + c->code.len >= least) {
		k = chunks_add(c->out);
		k->kind = c->kind;
		chunk_set(&k->page, c->page->page);
		chunk_set(&k->anchor, c->anchor.buf);
		chunk_set(&k->crumb, c->crumb.buf);
		chunk_set(&k->prose, c->prose.buf);
		chunk_set(&k->code, c->code.buf);
		chunk_set(&k->links, c->links.buf);
		chunk_set(&k->names, c->names.buf);
	}
	piece_reset(c);
}

static size_t piece_size(const struct cutter *c)
{
	return c->prose.len + c->code.len;
}

static void add_links(struct cutter *c, const struct span *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i].href && *s[i].href && s[i].href[0] != '#' && c->links.len < 2000 && !strchr(s[i].href, '\n'))
			sbuf_addf(&c->links, "%s%s", c->links.len ? "\n" : "", s[i].href);
}

static void add_text(struct sbuf *to, const char *text, const char *between)
{
	size_t len = cut_utf8(text, CHUNK_HARD);

	while (len && (text[len - 1] == '\n' || text[len - 1] == ' '))
		len--;
	if (!len)
		return;
	if (to->len)
		sbuf_addstr(to, between);
	sbuf_add(to, text, len);
}

/* A block of the current section. Code never begins a new piece: it belongs to the words before it. */
void cutter_block(struct cutter *c, const struct block *b)
{
	struct sbuf text = SBUF_INIT;

	if (b->kind == BLOCK_RULE || (b->kind == BLOCK_CODE && b->info && starts_with(b->info, "quiz")))
		return;
	block_plain(b, &text);
	if (c->open && b->kind != BLOCK_CODE && piece_size(c) && piece_size(c) + text.len > CHUNK_MAX) {
		char *anchor = xstrdup(c->anchor.buf);

		cutter_flush(c);
		cutter_open(c, anchor);
		free(anchor);
	}
	cutter_open(c, NULL);
	if (b->kind == BLOCK_CODE)
		add_text(&c->code, b->text ? b->text : "", "\n\n");
	else
		add_text(&c->prose, text.buf, "\n");
	add_links(c, b->spans, b->n_spans);
	sbuf_release(&text);
}

static void heading_text(const struct block *b, struct sbuf *out)
{
	struct sbuf raw = SBUF_INIT;

	block_plain(b, &raw);
	for (size_t i = 0; i < raw.len; i++)
		sbuf_addch(out, raw.buf[i] == '\n' ? ' ' : raw.buf[i]);
	sbuf_rtrim(out);
	sbuf_release(&raw);
}

void cutter_heading(struct cutter *c, const struct block *b)
{
	int level = b->level < 1 ? 1 : b->level > CUTTER_LEVELS ? CUTTER_LEVELS : b->level;
	bool joins = c->open && piece_size(c) < CHUNK_SMALL;

	if (!joins)
		cutter_flush(c);
	for (int i = level - 1; i < CUTTER_LEVELS; i++)
		sbuf_reset(&c->heads[i]);
	heading_text(b, &c->heads[level - 1]);
	if (!joins)
		cutter_open(c, level == 1 ? "" : b->id);
	else if (c->heads[level - 1].len)
		add_text(&c->prose, c->heads[level - 1].buf, "\n");
}

static void cut_page(struct cutter *c, const struct doc *d)
{
	for (size_t i = 0; i < d->n; i++) {
		if (d->blocks[i].kind == BLOCK_HEADING)
			cutter_heading(c, &d->blocks[i]);
		else
			cutter_block(c, &d->blocks[i]);
	}
}

/* "What Is Ownership? - The Rust Programming Language" without the book; else the first heading. */
static char *page_title(const struct doc *d, const struct chunk_page *p)
{
	struct sbuf t = SBUF_INIT;
	const char *dash = NULL, *s = p->title;

	for (; s && (s = strstr(s, " - ")); s += 3)
		dash = s;
	if (p->title && *p->title)
		sbuf_add(&t, p->title, dash ? (size_t)(dash - p->title) : strlen(p->title));
	for (size_t i = 0; !t.len && i < d->n; i++)
		if (d->blocks[i].kind == BLOCK_HEADING)
			heading_text(&d->blocks[i], &t);
	return sbuf_detach(&t, NULL);
}

static void release(struct cutter *c)
{
	struct sbuf *all[] = { &c->prose, &c->code, &c->links, &c->anchor, &c->crumb, &c->names };

	for (size_t i = 0; i < ARRAY_SIZE(all); i++)
		sbuf_release(all[i]);
	for (int i = 0; i < CUTTER_LEVELS; i++)
		sbuf_release(&c->heads[i]);
	free(c->title);
}

void chunk_cut(const struct doc *d, const struct chunk_page *p, struct chunks *out)
{
	struct cutter c = { .page = p, .out = out, .kind = p->kind };
	struct sbuf *all[] = { &c.prose, &c.code, &c.links, &c.anchor, &c.crumb, &c.names };

	for (size_t i = 0; i < ARRAY_SIZE(all); i++)
		sbuf_init(all[i]);
	for (int i = 0; i < CUTTER_LEVELS; i++)
		sbuf_init(&c.heads[i]);
	c.title = page_title(d, p);
	if (p->kind == CHUNK_ITEM)
		cut_std_page(&c, d);
	else
		cut_page(&c, d);
	cutter_flush(&c);
	release(&c);
}
