/* The plain text of any operation as a page: "op:doctor", "op:explain E0382". Its argument is the first required one. */
#include "svc/ops.h"
#include "ui/ui.h"

struct op_view {
	const struct op *op;
	struct call *call;   /* under way */
	struct call *ended;
	char *progress;
};

static void op_done(struct call *call)
{
	struct view *v = call->hooks.ctx;
	struct op_view *o = v->priv;

	if (o->call != call) /* it ended within op_start, which comes here again */
		return;
	o->call = NULL;
	o->ended = call;
	ui_busy(v->ui, NULL);
	view_changed(v);
}

static void op_progress(struct call *call, const char *text, int64_t done, int64_t total)
{
	struct view *v = call->hooks.ctx;
	struct op_view *o = v->priv;

	free(o->progress);
	o->progress = total > 0 ? xstrfmt("%s (%lld of %lld)", text, (long long)done, (long long)total) : xstrdup(text);
	ui_mark(v->ui, UI_STREAM);
	v->stale = true;
}

static void set_arg(struct json *args, const struct op *op, const char *text)
{
	for (size_t i = 0; i < op->n_args && text; i++) {
		if (!op->args[i].required)
			continue;
		if (op->args[i].type == ARG_INT)
			json_set_num(args, op->args[i].name, (double)strtol(text, NULL, 10));
		else
			json_set_str(args, op->args[i].name, text);
		return;
	}
}

static int op_open(struct view *v, const char *arg, struct sbuf *err)
{
	struct op_view *o = v->priv;
	size_t len = strcspn(arg, " ");
	char *name = xmemdupz(arg, len);
	struct json *args = json_object();
	struct call_hooks hooks = { .progress = op_progress, .done = op_done, .ctx = v };

	o->op = op_find(name);
	free(name);
	if (!o->op) {
		json_free(args);
		return error(err, "There is no command `%.*s`.", (int)len, arg);
	}
	set_arg(args, o->op, arg[len] ? arg + len + 1 : NULL);
	ui_busy(v->ui, o->op->title);
	struct call *call = op_start(v->ui->app, o->op, args, FRONT_TUI, MODE_PRACTICE, &hooks);
	o->call = call;
	if (call->ended)
		op_done(call);
	return 0;
}

static void op_close(struct view *v)
{
	struct op_view *o = v->priv;

	if (o->call)
		ui_busy(v->ui, NULL);
	call_abandon(o->call);
	call_free(o->ended);
	free(o->progress);
}

static void text_rows(const char *text, struct rows *out)
{
	while (*text) {
		size_t n = strcspn(text, "\n");
		row_add(rows_add(out), ROW_TEXT, text, n, NULL);
		text += n + (text[n] != 0);
	}
}

static void op_layout(struct view *v, struct rect body)
{
	struct op_view *o = v->priv;
	struct rows rows = ROWS_INIT;
	struct sbuf text = SBUF_INIT;
	int width = MIN(body.w - 3, UI_TEXT_WIDTH + 20);

	if (o->call) {
		rows_add_text(&rows, ROW_DIM, 0, width, o->progress ? o->progress : "Working.");
	} else if (o->ended && o->ended->type && o->ended->type->to_plain) {
		o->ended->type->to_plain(o->ended->data, width, v->ui->canvas.ascii, &text);
		text_rows(text.buf, &rows);
	} else if (o->ended && o->ended->message) {
		rows_add_text(&rows, ROW_FAIL, 0, width, o->ended->message);
		if (o->ended->fix) {
			rows_add(&rows);
			row_addf(rows_add(&rows), ROW_TEXT, "This helps: %s", o->ended->fix);
		}
	}
	for (size_t i = 0; i < rows.n; i++)
		rows.v[i].block = (int)i;
	pager_set_rows(&v->pager, &rows);
	sbuf_release(&text);
}

static enum request op_request(struct view *v, enum request r, const struct input *in)
{
	struct op_view *o = v->priv;

	(void)in;
	if ((r == REQ_CANCEL || r == REQ_INTERRUPT) && o->call) {
		call_cancel(o->call);
		return REQ_NONE;
	}
	return r;
}

static void op_title(struct view *v, struct sbuf *out)
{
	struct op_view *o = v->priv;

	sbuf_addstr(out, o->op->title);
}

const struct view_ops view_op = {
	.name = "op",
	.context = CTX_PAGE,
	.private_size = sizeof(struct op_view),
	.transient = true,
	.open = op_open,
	.close = op_close,
	.layout = op_layout,
	.request = op_request,
	.title = op_title,
};
