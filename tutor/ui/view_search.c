/*
 * What search finds, as a list: "search:QUESTION" ('#' and '%' of the question as %23 and %25). Enter opens a page of the docs,
 * a card, a lesson or an exercise at the right place; a passage that was added (`kb add`) is unfolded where it stands.
 */
#include "svc/app.h"
#include "svc/ops.h"
#include "svc/search.h"
#include "ui/ui.h"

#define HITS 20
#define EXCERPT 220 /* bytes of a passage that is not unfolded */

struct search_view {
	char *question;
	struct call *call;    /* under way */
	struct json *found;   /* the operation's result; NULL: not yet, or it failed */
	char *failed, *fix;
	int unfolded;         /* rank; 0: none */
};

/* The place of a question; owned. */
static char *place_of(const char *question)
{
	struct sbuf s = SBUF_INIT;

	sbuf_addstr(&s, "search:");
	for (const char *p = question; *p; p++) {
		if (*p == '#' || *p == '%')
			sbuf_addf(&s, "%%%02X", (unsigned char)*p);
		else
			sbuf_addch(&s, *p);
	}
	return sbuf_detach(&s, NULL);
}

static char *question_of(const char *arg)
{
	struct sbuf s = SBUF_INIT;

	for (const char *p = arg; *p; p++) {
		bool hash = starts_with(p, "%23"), percent = starts_with(p, "%25");

		sbuf_addch(&s, hash ? '#' : *p);
		p += hash || percent ? 2 : 0;
	}
	return sbuf_detach(&s, NULL);
}

static void search_done(struct call *call)
{
	struct view *v = call->hooks.ctx;
	struct search_view *s = v->priv;

	if (s->call != call) /* it ended within op_start, which comes here again */
		return;
	s->call = NULL;
	if (call->type) {
		s->found = call->type->to_json(call->data);
	} else {
		s->failed = xstrdup(call->message ? call->message : "The search failed.");
		s->fix = xstrdup_or_null(call->fix);
	}
	call_free(call);
	ui_busy(v->ui, NULL);
	v->pager.item = -1;
	view_changed(v);
}

static void begin(struct view *v)
{
	struct search_view *s = v->priv;
	struct json *args = json_object();
	struct call_hooks hooks = { .done = search_done, .ctx = v };

	json_set_str(args, "question", s->question);
	json_set_num(args, "k", HITS);
	ui_busy(v->ui, "Searching");
	struct call *call = op_start(v->ui->app, op_find("search"), args, FRONT_TUI, MODE_PRACTICE, &hooks);
	s->call = call;
	if (call->ended)
		search_done(call);
}

static int search_open(struct view *v, const char *arg, struct sbuf *err)
{
	struct search_view *s = v->priv;

	if (!*arg)
		return error(err, "There is nothing to search for.");
	s->question = question_of(arg);
	begin(v);
	return 0;
}

static void search_close(struct view *v)
{
	struct search_view *s = v->priv;

	if (s->call)
		ui_busy(v->ui, NULL);
	call_abandon(s->call);
	json_free(s->found);
	free(s->question);
	free(s->failed);
	free(s->fix);
}

/* Where Enter leads: a page of its own; what was added unfolds. Owned. */
static char *href_of(const struct json *hit, int rank)
{
	if (streq(json_get_str(hit, "kind", ""), "added"))
		return xstrfmt("unfold:%d", rank);
	return ui_place_of(json_get_str(hit, "page", ""));
}

static void excerpt(const char *text, struct sbuf *out)
{
	size_t n = strlen(text);

	if (n > EXCERPT) {
		for (n = EXCERPT; n && text[n] != ' ' && text[n] != '\n'; n--)
			;
	}
	for (size_t i = 0; i < n; i++)
		sbuf_addch(out, text[i] == '\n' ? ' ' : text[i]);
	if (text[n])
		sbuf_addstr(out, " ...");
}

static void hit_rows(struct view *v, const struct json *hit, int rank, int width, struct rows *out)
{
	struct search_view *s = v->priv;
	const char *title = json_get_str(hit, "title", ""), *text = json_get_str(hit, "text", "");
	struct sbuf shown = SBUF_INIT;
	char *href = href_of(hit, rank);
	struct row *row = rows_add(out);

	row_addf(row, ROW_MARKER, "%3d. ", rank);
	row_add(row, ROW_LINK, title, strlen(title), href);
	if (s->unfolded == rank)
		sbuf_addstr(&shown, text);
	else
		excerpt(text, &shown);
	rows_add_text(out, ROW_TEXT, 5, width, shown.buf);
	row_addf(rows_add(out), ROW_DIM, "     %s: %s", json_get_str(hit, "kind", ""), json_get_str(hit, "page", ""));
	sbuf_release(&shown);
	free(href);
}

static void found_rows(struct view *v, int width, struct rows *out)
{
	struct search_view *s = v->priv;
	const struct json *hits = json_get(s->found, "results");
	const char *note = json_get_str(s->found, "note", NULL);
	bool spelled = json_get_str(s->found, "spelled", NULL) != NULL;
	int rank = 0;

	if (spelled) /* what was searched for is to be seen without going down */
		rows_add_text(out, ROW_NOTE, 1, width, note);
	if (!json_len(hits))
		rows_add_text(out, ROW_TEXT, 1, width, "Nothing found that fits. Try other words, or one question at a time.");
	for (const struct json *o = json_first(hits); o; o = json_next(o)) {
		rows_add(out);
		hit_rows(v, o, ++rank, width, out);
	}
	if (!note || spelled)
		return;
	rows_add(out);
	rows_add_text(out, ROW_NOTE, 1, width, note);
}

static void search_layout(struct view *v, struct rect body)
{
	struct search_view *s = v->priv;
	struct rows rows = ROWS_INIT;
	int width = MIN(body.w - 2, UI_TEXT_WIDTH + 10);

	rows_add_text(&rows, ROW_HEADING2, 1, width, s->question);
	if (s->call)
		rows_add_text(&rows, ROW_DIM, 1, width, "Searching.");
	else if (s->failed)
		rows_add_text(&rows, ROW_FAIL, 1, width, s->failed);
	else
		found_rows(v, width, &rows);
	if (s->fix)
		row_addf(rows_add(&rows), ROW_TEXT, " This helps: %s", s->fix);
	for (size_t i = 0; i < rows.n; i++)
		rows.v[i].block = (int)i;
	pager_set_rows(&v->pager, &rows);
}

/* --- another question --- */

static void asked(void *ctx, enum prompt_event ev, const char *text)
{
	struct ui *ui = ctx;

	if (ev != PROMPT_ACCEPTED || !*text)
		return;
	char *place = place_of(text);
	ui_open(ui, place);
	free(place);
}

void ui_search_ask(struct ui *ui)
{
	struct view *v = ui_view(ui);
	const struct search_view *s = v && v->ops == &view_search ? v->priv : NULL;

	kbase_warm(app_kbase(ui->app)); /* it loads while the question is typed */
	ui_ask(ui, "Search docs, cards, lessons: ", s ? s->question : NULL, asked, ui);
}

static void unfold(struct view *v, int rank)
{
	struct search_view *s = v->priv;

	s->unfolded = s->unfolded == rank ? 0 : rank;
	view_changed(v);
}

static enum request search_request(struct view *v, enum request r, const struct input *in)
{
	struct search_view *s = v->priv;
	const char *href;

	(void)in;
	switch (r) {
	case REQ_SEARCH:
		ui_search_ask(v->ui);
		return REQ_NONE;
	case REQ_OPEN:
		href = pager_href(&v->pager);
		if (!href || !starts_with(href, "unfold:"))
			return r;
		unfold(v, (int)strtol(href + 7, NULL, 10));
		return REQ_NONE;
	case REQ_CANCEL:
	case REQ_INTERRUPT:
		if (!s->call)
			return r;
		call_cancel(s->call);
		return REQ_NONE;
	default:
		return r;
	}
}

static void search_at_hand(struct view *v, struct at_hand *out)
{
	out->about = xstrdup(((struct search_view *)v->priv)->question);
}

static void search_title(struct view *v, struct sbuf *out)
{
	struct search_view *s = v->priv;

	sbuf_addf(out, "Search: %s", s->question);
}

const struct view_ops view_search = {
	.name = "search",
	.context = CTX_PAGE,
	.private_size = sizeof(struct search_view),
	.list = true,
	.open = search_open,
	.close = search_close,
	.layout = search_layout,
	.request = search_request,
	.title = search_title,
	.at_hand = search_at_hand,
};
