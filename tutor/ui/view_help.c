/* The keys of the page that help was asked from, out of the keymaps themselves; then those that work everywhere. */
#include "ui/ui.h"

#include "base/utf8.h"

#define KEY_COLUMN 22

/* All keys of a request in one place: "PgDn, space". */
static void keys_of(enum context ctx, enum request r, struct sbuf *out)
{
	size_t n;
	const struct binding *v = keymap(ctx, &n);

	for (size_t i = 0; i < n; i++) {
		if (v[i].request != r)
			continue;
		if (out->len)
			sbuf_addstr(out, ", ");
		if (r == REQ_CHOICE) { /* nine keys are one */
			sbuf_addstr(out, "1 to 9");
			return;
		}
		keys_name(v[i].key, out);
	}
}

static void add_binding(struct rows *rows, enum context ctx, enum request r, int width)
{
	struct sbuf keys = SBUF_INIT;
	const char *help = request_help(r);
	bool narrow = utf8_width(help, strlen(help)) + KEY_COLUMN > width;

	keys_of(ctx, r, &keys);
	struct row *row = rows_add(rows);
	row_addf(row, ROW_CODE, "  %s", keys.buf);
	/* A long list of keys, or a long explanation, goes on below. */
	if (row_width(row) >= KEY_COLUMN || narrow)
		rows_add_text(rows, ROW_TEXT, KEY_COLUMN, width, help);
	else
		row_add_at(row, KEY_COLUMN, ROW_TEXT, help, strlen(help), NULL);
	sbuf_release(&keys);
}

static void add_context(struct rows *rows, enum context ctx, int width)
{
	size_t n;
	const struct binding *v = keymap(ctx, &n);
	bool seen[REQ_COUNT] = { false };

	if (rows->n)
		rows_add(rows);
	struct row *row = rows_add(rows);
	row_addf(row, ROW_HEADING2, "%s", context_title(ctx));
	for (size_t i = 0; i < n; i++) {
		if (seen[v[i].request] || v[i].request == REQ_TEXT)
			continue;
		seen[v[i].request] = true;
		add_binding(rows, ctx, v[i].request, width);
	}
}

/* Which contexts belong to the page below the help page. */
static void contexts_of(struct ui *ui, enum context out[3], size_t *n)
{
	struct view *v = ui->at ? ui->views[ui->at - 1] : NULL;
	enum context ctx = v ? v->ops->context : CTX_HOME;

	*n = 0;
	out[(*n)++] = ctx;
	if (ctx == CTX_LESSON)
		out[(*n)++] = CTX_QUIZ;
	if (ctx == CTX_EXERCISE)
		out[(*n)++] = CTX_EDITOR;
}

static void help_layout(struct view *v, struct rect body)
{
	struct rows rows = ROWS_INIT;
	enum context ctx[3];
	size_t n;
	int width = MIN(body.w - 2, UI_TEXT_WIDTH);

	rows_add_text(&rows, ROW_TEXT, 1, width,
		      "Esc goes back. Everything can also be found by name: press `:` and type a few letters. "
		      "In the editor ctrl-z undoes, as in most editors; elsewhere it suspends the program.");
	contexts_of(v->ui, ctx, &n);
	for (size_t i = 0; i < n; i++)
		add_context(&rows, ctx[i], width);
	add_context(&rows, CTX_GLOBAL, width);
	add_context(&rows, CTX_PICKER, width);
	pager_set_rows(&v->pager, &rows);
}

static void help_title(struct view *v, struct sbuf *out)
{
	(void)v;
	sbuf_addstr(out, "Keys");
}

const struct view_ops view_help = {
	.name = "help",
	.context = CTX_PAGE,
	.transient = true,
	.layout = help_layout,
	.title = help_title,
};
