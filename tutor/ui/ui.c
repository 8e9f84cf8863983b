#include "ui/ui_int.h"
#include "ui/asking.h"
#include "ui/background.h"

#include "base/clock.h"
#include "base/log.h"

void ui_init(struct ui *ui, struct app *app, struct loop *loop, bool ascii)
{
	*ui = (struct ui){ .app = app, .loop = loop, .g = glyphs_get(ascii) };
	canvas_init(&ui->canvas);
	ui->canvas.ascii = ascii;
	sbuf_init(&ui->message);
	sbuf_init(&ui->clip);
}

static void end_prompt(struct ui *ui)
{
	ui->prompting = false;
	prompt_release(&ui->prompt);
	free(ui->prompt_label);
	ui->prompt_label = NULL;
}

static void end_picker(struct ui *ui)
{
	if (ui->picker)
		picker_release(ui->picker);
	free(ui->picker);
	ui->picker = NULL;
}

void ui_release(struct ui *ui)
{
	for (size_t i = ui->n_views; i-- > 0;)
		view_free(ui->views[i]);
	ui->n_views = 0;
	end_picker(ui);
	if (ui->prompting)
		end_prompt(ui);
	question_free(ui->question);
	background_release(ui);
	loop_cancel(ui->loop, ui->busy_timer);
	loop_cancel(ui->loop, ui->state_timer);
	loop_cancel(ui->loop, ui->journal_timer);
	canvas_release(&ui->canvas);
	sbuf_release(&ui->message);
	sbuf_release(&ui->clip);
	free(ui->busy);
	free(ui->saved_state);
	free(ui->sandbox);
	free(ui->no_rust);
}

struct view *ui_view(struct ui *ui)
{
	return ui->n_views ? ui->views[ui->at] : NULL;
}

void ui_mark(struct ui *ui, unsigned dirty)
{
	ui->dirty |= dirty;
}

void view_changed(struct view *v)
{
	v->stale = true;
	ui_mark(v->ui, UI_REPAINT);
}

/* --- messages --- */

static void say(struct ui *ui, bool is_error, const char *fmt, va_list ap)
{
	sbuf_reset(&ui->message);
	sbuf_vaddf(&ui->message, fmt, ap);
	ui->message_is_error = is_error;
	ui_mark(ui, UI_REPAINT);
}

void ui_say(struct ui *ui, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(ui, false, fmt, ap);
	va_end(ap);
}

void ui_complain(struct ui *ui, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(ui, true, fmt, ap);
	va_end(ap);
}

/* --- history --- */

static void remove_view(struct ui *ui, size_t i)
{
	struct view *v = ui->views[i];

	if (ui->typed_in == v) {
		v->ops->journal(v);
		ui->typed_in = NULL;
	}
	memmove(&ui->views[i], &ui->views[i + 1], (ui->n_views - i - 1) * sizeof(*ui->views));
	ui->n_views--;
	view_free(v);
}

/* Before another view is shown: what was typed in this one, and where the reader was, is stored. */
static void leave(struct ui *ui)
{
	if (ui->typed_in) {
		ui->typed_in->ops->journal(ui->typed_in);
		ui->typed_in = NULL;
	}
	if (ui->state_timer)
		ui_save_state(ui);
}

static void show(struct ui *ui, size_t at)
{
	ui->at = at;
	struct view *v = ui->views[at];
	v->stale = true;
	ui->watch = NULL;
	if (v->ops->enter)
		v->ops->enter(v);
	ui_moved(ui);
	ui_mark(ui, UI_REFLOW | UI_REPAINT);
}

/* A place goes behind the one that is shown; what was forward of it is forgotten, and the oldest when there are too many. */
static void push(struct ui *ui, struct view *v)
{
	while (ui->n_views > ui->at + 1)
		remove_view(ui, ui->n_views - 1);
	if (ui->n_views && ui_view(ui)->ops->transient)
		remove_view(ui, ui->n_views - 1);
	if (ui->n_views == UI_VIEWS_MAX)
		remove_view(ui, 1);
	ui->views[ui->n_views++] = v;
	ui->at = ui->n_views - 1;
}

/* An open view of this place moves to the end of the history: there are never two of one exercise. */
static struct view *take_open(struct ui *ui, const struct view_ops *ops, const char *arg)
{
	for (size_t i = 0; i < ui->n_views; i++) {
		struct view *v = ui->views[i];
		if (!view_is(v, ops->name, arg))
			continue;
		if (i == ui->at || i == 0)
			return v;
		memmove(&ui->views[i], &ui->views[i + 1], (ui->n_views - i - 1) * sizeof(*ui->views));
		ui->n_views--;
		if (i < ui->at)
			ui->at--;
		return v;
	}
	return NULL;
}

static void settle(struct ui *ui, struct view *v)
{
	size_t i = 0;

	while (i < ui->n_views && ui->views[i] != v)
		i++;
	if (i == ui->n_views) {
		push(ui, v);
		i = ui->at;
	}
	show(ui, i);
}

/* There is no browser here; the address is one paste away. */
static int offer_address(struct ui *ui, const char *address)
{
	ui_copy(ui, address, strlen(address), address);
	return -1;
}

int ui_open(struct ui *ui, const char *place)
{
	if (starts_with(place, "http://") || starts_with(place, "https://"))
		return offer_address(ui, place);
	struct sbuf err = SBUF_INIT;
	size_t len = strcspn(place, ":");
	const struct view_ops *ops = view_find(place, len);
	const char *arg = place[len] ? place + len + 1 : "";
	const char *hash = strchr(arg, '#');
	char *id = xmemdupz(arg, hash ? (size_t)(hash - arg) : strlen(arg));

	leave(ui);
	struct view *v = ops ? take_open(ui, ops, id) : NULL;
	if (!ops)
		error(&err, "`%s` cannot be opened here.", place);
	else if (!v)
		v = view_new(ui, ops, id, &err);
	if (v) {
		settle(ui, v);
		if (hash && v->ops->go)
			v->ops->go(v, hash + 1);
	} else {
		ui_complain(ui, "%s", err.buf);
	}
	free(id);
	sbuf_release(&err);
	return v ? 0 : -1;
}

void ui_back(struct ui *ui)
{
	if (!ui->at)
		return;
	leave(ui);
	size_t from = ui->at;
	bool gone = ui->views[from]->ops->transient;
	show(ui, from - 1);
	if (gone)
		remove_view(ui, from);
}

void ui_forward(struct ui *ui)
{
	if (ui->at + 1 >= ui->n_views) {
		ui_say(ui, "There is nothing to go forward to.");
		return;
	}
	leave(ui);
	show(ui, ui->at + 1);
}

void ui_close_view(struct ui *ui)
{
	if (!ui->at) {
		ui_quit(ui);
		return;
	}
	leave(ui);
	size_t from = ui->at;
	show(ui, from - 1);
	remove_view(ui, from);
}

void ui_quit(struct ui *ui)
{
	leave(ui);
	ui_save_state(ui);
	loop_stop(ui->loop);
}

/* --- what is running --- */

static void busy_tick(void *ctx)
{
	struct ui *ui = ctx;

	ui->busy_timer = loop_after(ui->loop, 100, busy_tick, ui);
	ui_mark(ui, UI_REPAINT | UI_STREAM);
}

void ui_busy(struct ui *ui, const char *what)
{
	if (what && !ui->busy)
		ui->busy_since = clock_mono_ms();
	free(ui->busy);
	ui->busy = xstrdup_or_null(what);
	loop_cancel(ui->loop, ui->busy_timer);
	ui->busy_timer = what ? loop_after(ui->loop, 100, busy_tick, ui) : 0;
	ui_mark(ui, UI_REPAINT);
}

/* --- prompts and choosers --- */

void ui_ask(struct ui *ui, const char *label, const char *text, ui_prompt_cb *cb, void *ctx)
{
	if (ui->prompting)
		end_prompt(ui);
	ui->prompting = true;
	ui->prompt_label = xstrdup(label);
	prompt_init(&ui->prompt, text);
	ui->prompt_cb = cb;
	ui->prompt_ctx = ctx;
	ui_mark(ui, UI_REPAINT);
}

void ui_prompt_event(struct ui *ui, enum prompt_event ev)
{
	ui_mark(ui, UI_REPAINT);
	if (ev == PROMPT_CHANGED)
		ui->prompt_cb(ui->prompt_ctx, ev, ui->prompt.text.buf);
	if (ev != PROMPT_ACCEPTED && ev != PROMPT_CANCELLED)
		return;
	/* The callback may ask again. */
	char *text = xstrdup(ui->prompt.text.buf);
	end_prompt(ui);
	ui->prompt_cb(ui->prompt_ctx, ev, text);
	free(text);
}

void ui_pick(struct ui *ui, struct picker *p_take, ui_pick_cb *cb, void *ctx)
{
	end_picker(ui);
	ui->picker = xmalloc(sizeof(*ui->picker));
	*ui->picker = *p_take;
	*p_take = (struct picker){ 0 };
	ui->pick_cb = cb;
	ui->pick_ctx = ctx;
	ui_mark(ui, UI_REPAINT);
}

void ui_picker_event(struct ui *ui, enum prompt_event ev)
{
	ui_mark(ui, UI_REPAINT);
	if (ev == PROMPT_CANCELLED)
		end_picker(ui);
	if (ev != PROMPT_ACCEPTED)
		return;
	char *value = xstrdup(picker_value(ui->picker));
	end_picker(ui);
	ui->pick_cb(ui->pick_ctx, value);
	free(value);
}
