/*
 * A page of the Rust documentation on this machine: "doc:book/ch04-01-what-is-ownership.html". Links lead
 * on inside; what cannot be shown here is said with its path, for a browser.
 */
#include <sys/stat.h>

#include "base/file.h"
#include "svc/app.h"
#include "svc/toolchain.h"
#include "text/html.h"
#include "ui/reading.h"

/*
 * A chapter of the Book (50 KB) is there in about 5 ms. The largest pages of std (1 MB) take 0.2 s, which is
 * felt: the screen says so first. Reading them in a child process would be better still.
 */
#define PAGE_MAX (2u << 20)
#define PAGE_AT_ONCE (150 * 1024)

struct doc_view {
	char *path;           /* NULL: the docs are not installed */
	struct doc doc;
	struct sbuf title;
	char *why;            /* the page cannot be shown: one sentence; NULL: it is there */
	char *anchor;         /* to go to once there are rows */
	loop_id later;        /* a large page that is about to be read */
	bool read;
};

static void read_page(struct doc_view *d)
{
	struct sbuf text = SBUF_INIT, err = SBUF_INIT;

	d->read = true;
	if (!file_exists(d->path))
		error(&err, "The installed documentation has no such page.");
	else if (!file_read(d->path, PAGE_MAX, &text, &err))
		html_parse(text.buf, text.len, &d->doc, &d->title, &err);
	if (err.len)
		d->why = sbuf_detach(&err, NULL);
	sbuf_release(&text);
	sbuf_release(&err);
}

static void read_later(void *ctx)
{
	struct view *v = ctx;
	struct doc_view *d = v->priv;

	d->later = 0;
	read_page(d);
	view_changed(v);
}

static bool is_large(const char *path)
{
	struct stat st;

	return !stat(path, &st) && st.st_size > PAGE_AT_ONCE;
}

static int doc_open(struct view *v, const char *arg, struct sbuf *err)
{
	struct doc_view *d = v->priv;
	const struct toolchain *t = app_toolchain(v->ui->app);

	sbuf_init(&d->title);
	if (!path_is_safe(arg))
		return error(err, "`%s` is no page of the Rust documentation.", arg);
	if (t && t->docs) {
		d->path = path_join(t->docs, arg);
		if (is_large(d->path))
			d->later = loop_after(v->ui->loop, 1, read_later, v);
		else
			read_page(d);
	} else {
		d->why = xstrdup("The Rust documentation is not installed; `rustup component add rust-docs` brings it.");
	}
	return 0;
}

static void doc_close(struct view *v)
{
	struct doc_view *d = v->priv;

	loop_cancel(v->ui->loop, d->later);
	doc_release(&d->doc);
	sbuf_release(&d->title);
	free(d->path);
	free(d->why);
	free(d->anchor);
}

static void missing_rows(struct view *v, int width, struct rows *out)
{
	struct doc_view *d = v->priv;

	rows_add_text(out, ROW_HEADING2, 1, width, v->arg);
	rows_add(out);
	rows_add_text(out, ROW_TEXT, 1, width, d->why);
	if (!d->path || !file_exists(d->path))
		return;
	rows_add(out);
	rows_add_text(out, ROW_TEXT, 1, width, "A browser opens it:");
	row_addf(rows_add(out), ROW_CODE, " %s", d->path);
}

static void doc_layout(struct view *v, struct rect body)
{
	struct doc_view *d = v->priv;
	struct rows rows = ROWS_INIT;
	struct layout_opts o;

	if (!d->read && !d->why) {
		rows_add_text(&rows, ROW_DIM, 0, body.w, "Reading a large page.");
	} else if (d->why) {
		missing_rows(v, MIN(body.w - 2, UI_TEXT_WIDTH), &rows);
	} else {
		ui_layout_opts(v->ui, MIN(body.w - 2, UI_TEXT_WIDTH + 20), &o);
		o.flags |= LAYOUT_NUMBER_CODE;
		layout_doc(&d->doc, &o, &rows);
	}
	pager_resize(&v->pager, body.w, body.h);
	pager_set_rows(&v->pager, &rows);
	if (!d->read)
		return;
	if (d->anchor && !reading_go(v, &d->doc, d->anchor))
		ui_say(v->ui, "The page has no place called `%s`.", d->anchor);
	free(d->anchor);
	d->anchor = NULL;
}

static void doc_go(struct view *v, const char *anchor)
{
	struct doc_view *d = v->priv;

	free(d->anchor);
	d->anchor = xstrdup(anchor);
	view_changed(v);
}

/* "../std/vec/index.html" seen from "book/ch01.html" is "std/vec/index.html"; NULL: it leads out of the docs. Owned. */
static char *resolve(const char *page, const char *href)
{
	struct strv parts = STRV_INIT, out = STRV_INIT;
	struct sbuf text = SBUF_INIT, path = SBUF_INIT;
	char *dir = path_dir(page);
	bool inside = true;

	sbuf_addf(&text, "%s/%s", streq(dir, ".") ? "" : dir, href);
	strv_split(&parts, text.buf, '/');
	for (size_t i = 0; i < parts.n; i++) {
		if (streq(parts.v[i], "..")) {
			inside = inside && out.n > 0;
			if (out.n)
				free(out.v[--out.n]);
			if (out.v)
				out.v[out.n] = NULL;
		} else if (*parts.v[i] && !streq(parts.v[i], ".")) {
			strv_push(&out, parts.v[i]);
		}
	}
	strv_join(&out, "/", &path);
	strv_release(&parts);
	strv_release(&out);
	sbuf_release(&text);
	free(dir);
	if (!inside || !path.len)
		sbuf_release(&path);
	return inside && path.len ? sbuf_detach(&path, NULL) : NULL;
}

static bool has_scheme(const char *href)
{
	size_t n = strspn(href, "abcdefghijklmnopqrstuvwxyz");

	return n && href[n] == ':';
}

static void follow(struct view *v, const char *href)
{
	struct doc_view *d = v->priv;

	if (*href == '#') {
		if (!reading_go(v, &d->doc, href + 1))
			ui_say(v->ui, "The page has no place called `%s`.", href + 1);
		return;
	}
	char *page = has_scheme(href) ? xstrdup(href) : resolve(v->arg, href);
	char *place = !page || has_scheme(page) ? xstrdup(page ? page : href) : xstrfmt("doc:%s", page);
	ui_open(v->ui, place);
	free(page);
	free(place);
}

static enum request doc_request(struct view *v, enum request r, const struct input *in)
{
	struct doc_view *d = v->priv;
	const char *href = pager_href(&v->pager);

	(void)in;
	switch (r) {
	case REQ_OPEN:
		if (href) {
			char *copy = xstrdup(href); /* opening may make the rows anew */
			follow(v, copy);
			free(copy);
		}
		return REQ_NONE;
	case REQ_CONTENTS: reading_pick_contents(v, &d->doc, d->title.buf); return REQ_NONE;
	case REQ_COPY: reading_copy(v, &d->doc); return REQ_NONE;
	default: return r;
	}
}

static void doc_title(struct view *v, struct sbuf *out)
{
	struct doc_view *d = v->priv;

	sbuf_addf(out, "Rust docs: %s", d->title.len ? d->title.buf : v->arg);
}

static void doc_at_hand(struct view *v, struct at_hand *out)
{
	struct doc_view *d = v->priv;

	out->about = xstrdup_or_null(d->title.len ? d->title.buf : NULL);
}

const struct view_ops view_doc = {
	.name = "doc",
	.context = CTX_PAGE,
	.private_size = sizeof(struct doc_view),
	.open = doc_open,
	.close = doc_close,
	.layout = doc_layout,
	.request = doc_request,
	.title = doc_title,
	.go = doc_go,
	.at_hand = doc_at_hand,
};
