/* What was asked before, the last first: Enter opens a thread, to read it and to go on with it. */
#include "store/learner.h"
#include "store/transcript.h"
#include "svc/app.h"
#include "ui/ui.h"

static void thread_row(void *ctx, const struct thread *t)
{
	struct rows *out = ctx;
	char *href = xstrfmt("ask:%lld", (long long)t->id);
	char *title = xmemdupz(t->title, strcspn(t->title, "\n"));
	const char *shown = streq(title, "(an error)") ? "About an error" : title;
	struct row *row;

	row = rows_add(out);
	row_addf(row, ROW_TEXT, "  ");
	row_add(row, ROW_LINK, shown, strlen(shown), href);
	if (t->turns > 1)
		row_addf(row, ROW_DIM, "  and %d more", t->turns - 1);
	if (*t->exercise)
		row_addf(row, ROW_DIM, "  %s", t->exercise);
	free(title);
	free(href);
}

static void asked_layout(struct view *v, struct rect body)
{
	struct rows rows = ROWS_INIT;
	struct sbuf err = SBUF_INIT;
	struct learner *l = app_learner(v->ui->app, &err);
	int width = MIN(body.w - 2, UI_TEXT_WIDTH);

	rows_add_text(&rows, ROW_HEADING1, 2, width, "What you asked");
	rows_add(&rows);
	size_t before = rows.n;
	if (!l || transcript_find(l, NULL, TRANSCRIPT_THREADS, thread_row, &rows, &err) < 0)
		rows_add_text(&rows, ROW_FAIL, 2, width, err.buf);
	else if (rows.n == before)
		rows_add_text(&rows, ROW_TEXT, 2, width, "Nothing yet. On any page `a` asks.");
	for (size_t i = 0; i < rows.n; i++)
		rows.v[i].block = (int)i;
	pager_set_rows(&v->pager, &rows);
	sbuf_release(&err);
}

static void asked_title(struct view *v, struct sbuf *out)
{
	(void)v;
	sbuf_addstr(out, "Questions");
}

const struct view_ops view_asked = {
	.name = "asked",
	.context = CTX_PAGE,
	.list = true,
	.layout = asked_layout,
	.title = asked_title,
};
