/* A page of the Rust documentation on this machine: "doc:book/ch04-01-what-is-ownership.html". */
#include "base/file.h"
#include "svc/app.h"
#include "svc/toolchain.h"
#include "ui/ui.h"

struct doc_view {
	char *path;      /* NULL: the docs are not installed */
	char *anchor;
	bool there;
};

static int doc_open(struct view *v, const char *arg, struct sbuf *err)
{
	struct doc_view *d = v->priv;
	const struct toolchain *t = app_toolchain(v->ui->app);

	if (!path_is_safe(arg))
		return error(err, "`%s` is no page of the Rust documentation.", arg);
	if (t && t->docs) {
		d->path = path_join(t->docs, arg);
		d->there = file_exists(d->path);
	}
	return 0;
}

static void doc_close(struct view *v)
{
	struct doc_view *d = v->priv;

	free(d->path);
	free(d->anchor);
}

static void doc_layout(struct view *v, struct rect body)
{
	struct doc_view *d = v->priv;
	struct rows rows = ROWS_INIT;
	int width = MIN(body.w - 2, UI_TEXT_WIDTH);

	rows_add_text(&rows, ROW_HEADING2, 1, width, v->arg);
	rows_add(&rows);
	if (!d->path)
		rows_add_text(&rows, ROW_TEXT, 1, width,
			      "The Rust documentation is not installed; `rustup component add rust-docs` brings it.");
	else if (!d->there)
		rows_add_text(&rows, ROW_TEXT, 1, width, "The installed documentation has no such page.");
	else
		rows_add_text(&rows, ROW_TEXT, 1, width, "This page of the Rust documentation is on your machine; a browser opens it:");
	rows_add(&rows);
	if (d->there)
		row_addf(rows_add(&rows), ROW_CODE, " %s%s%s", d->path, d->anchor ? "#" : "", d->anchor ? d->anchor : "");
	pager_set_rows(&v->pager, &rows);
}

static void doc_go(struct view *v, const char *anchor)
{
	struct doc_view *d = v->priv;

	free(d->anchor);
	d->anchor = xstrdup(anchor);
	view_changed(v);
}

static void doc_title(struct view *v, struct sbuf *out)
{
	sbuf_addf(out, "Rust docs: %s", v->arg);
}

const struct view_ops view_doc = {
	.name = "doc",
	.context = CTX_PAGE,
	.private_size = sizeof(struct doc_view),
	.open = doc_open,
	.close = doc_close,
	.layout = doc_layout,
	.title = doc_title,
	.go = doc_go,
};
