#include "ui/reading.h"

bool reading_is_heading(const struct block *b)
{
	return b->kind == BLOCK_HEADING && b->level <= 3;
}

bool reading_go(struct view *v, const struct doc *d, const char *anchor)
{
	int block = doc_find_anchor(d, anchor);
	int row = block >= 0 ? pager_block_row(&v->pager, block) : -1;

	if (row >= 0)
		pager_go(&v->pager, row);
	return row >= 0;
}

/* --- contents --- */

static void contents_chosen(void *ctx, const char *value)
{
	struct view *v = ctx;
	int row = pager_block_row(&v->pager, (int)strtol(value, NULL, 10));

	if (row >= 0)
		pager_go(&v->pager, row);
	ui_moved(v->ui);
}

void reading_pick_contents(struct view *v, const struct doc *d, const char *title)
{
	struct picker p;

	picker_init(&p, title);
	for (size_t i = 0; i < d->n; i++) {
		struct sbuf text = SBUF_INIT, at = SBUF_INIT;
		if (!reading_is_heading(&d->blocks[i]))
			continue;
		sbuf_addchars(&text, ' ', 2 * (size_t)MAX(0, d->blocks[i].level - 1));
		block_plain(&d->blocks[i], &text);
		sbuf_addf(&at, "%zu", i);
		picker_add(&p, text.buf, NULL, at.buf);
		sbuf_release(&text);
		sbuf_release(&at);
	}
	picker_match(&p);
	ui_pick(v->ui, &p, contents_chosen, v);
}

/* --- copying --- */

struct copying {
	struct view *v;
	const struct doc *d;
};

static const struct block *code_block(const struct doc *d, long want)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct block *b = &d->blocks[i];
		bool output = b->kind == BLOCK_CODE && b->info && starts_with(b->info, "output");
		if (b->kind == BLOCK_CODE && !output && --want == 0)
			return b;
	}
	return NULL;
}

static void copy_chosen(void *ctx, enum prompt_event ev, const char *text)
{
	struct copying *c = ctx;
	struct ui *ui = c->v->ui;

	if (ev == PROMPT_CHANGED)
		return;
	if (ev == PROMPT_ACCEPTED) {
		const struct block *b = code_block(c->d, strtol(text, NULL, 10));
		char *what = xstrfmt("block %s", text);
		if (b)
			ui_copy(ui, b->text, strlen(b->text), what);
		else
			ui_complain(ui, "There is no code block %s here; the numbers stand beside the blocks.", text);
		free(what);
	}
	free(c);
}

void reading_copy(struct view *v, const struct doc *d)
{
	struct copying *c = xmalloc(sizeof(*c));

	*c = (struct copying){ v, d };
	ui_ask(v->ui, "Copy code block number: ", NULL, copy_chosen, c);
}
