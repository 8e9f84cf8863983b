/* A card of the knowledge base as a page: "card:errors/E0382". */
#include "learn/course.h"
#include "svc/app.h"
#include "ui/ui.h"

struct card_view {
	const struct card *card;
};

static int card_open(struct view *v, const char *arg, struct sbuf *err)
{
	struct card_view *k = v->priv;
	struct course *c = app_course(v->ui->app, err);

	k->card = c ? course_card(c, arg, err) : NULL;
	return k->card ? 0 : -1;
}

static void section(struct sbuf *md, const char *title, const char *text)
{
	if (text)
		sbuf_addf(md, "\n## %s\n\n%s\n", title, text);
}

static void see_rows(const struct card *c, struct rows *out)
{
	for (size_t i = 0; i < c->see.n; i++) {
		char *href = xstrfmt("doc:%s", c->see.v[i]);
		if (!i)
			rows_add(out);
		struct row *row = rows_add(out);
		row_addf(row, ROW_DIM, "In the docs: ");
		row_add(row, ROW_LINK, c->see.v[i], strlen(c->see.v[i]), href);
		free(href);
	}
}

static void card_layout(struct view *v, struct rect body)
{
	const struct card *c = ((struct card_view *)v->priv)->card;
	struct sbuf md = SBUF_INIT;
	struct rows rows = ROWS_INIT;

	sbuf_addf(&md, "# %s\n\n", c->title);
	section(&md, "What", c->what);
	section(&md, "How it comes to it", c->story);
	section(&md, "The rule", c->rule);
	section(&md, "What to try", c->attempt);
	section(&md, "Wrong", c->wrong);
	section(&md, "Right", c->right);
	section(&md, "Ways to fix it", c->fixes);
	section(&md, "Easily confused with", c->confused_text);
	if (c->body)
		sbuf_addstr(&md, c->body);
	ui_markdown(v->ui, md.buf, MIN(body.w - 2, UI_TEXT_WIDTH + 4), &rows);
	see_rows(c, &rows);
	for (size_t i = 0; i < rows.n; i++)
		rows.v[i].block = (int)i;
	pager_set_rows(&v->pager, &rows);
	sbuf_release(&md);
}

static void card_title(struct view *v, struct sbuf *out)
{
	sbuf_addstr(out, ((struct card_view *)v->priv)->card->title);
}

static void card_at_hand(struct view *v, struct at_hand *out)
{
	out->about = xstrdup(((struct card_view *)v->priv)->card->title);
}

const struct view_ops view_card = {
	.name = "card",
	.context = CTX_PAGE,
	.private_size = sizeof(struct card_view),
	.open = card_open,
	.layout = card_layout,
	.title = card_title,
	.at_hand = card_at_hand,
};
