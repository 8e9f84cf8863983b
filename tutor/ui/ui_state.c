/* What survives the program: where the reader is, and the journal of what is being typed. */
#include "ui/ui_int.h"

#include "base/log.h"
#include "store/learner.h"

#define STATE_KEY "ui.place"

static void save_view(struct view *v, struct json *state)
{
	int block, offset;

	json_set_str(state, "view", v->ops->name);
	json_set_str(state, "arg", v->arg);
	pager_place(&v->pager, &block, &offset);
	json_set_num(state, "block", block);
	json_set_num(state, "offset", offset);
	if (pager_href(&v->pager))
		json_set_str(state, "item", pager_href(&v->pager));
	if (v->ops->save)
		v->ops->save(v, state);
}

/* The view that counts: a help page or a command's output is not where somebody left off. */
static struct view *lasting(struct ui *ui)
{
	for (size_t i = ui->at + 1; ui->n_views && i-- > 0;) {
		if (!ui->views[i]->ops->transient)
			return ui->views[i];
	}
	return NULL;
}

void ui_save_state(struct ui *ui)
{
	struct view *v = lasting(ui);
	struct learner *l = v ? ui_learner(ui) : NULL;
	struct sbuf text = SBUF_INIT, err = SBUF_INIT;

	loop_cancel(ui->loop, ui->state_timer);
	ui->state_timer = 0;
	if (!l)
		return;
	struct json *state = json_object();
	save_view(v, state);
	json_write(state, false, &text);
	json_free(state);
	bool same = ui->saved_state && streq(ui->saved_state, text.buf);
	if (!same && learner_set(l, STATE_KEY, text.buf, &err)) {
		log_warn("%s", err.buf);
	} else if (!same) {
		free(ui->saved_state);
		ui->saved_state = sbuf_detach(&text, NULL);
	}
	sbuf_release(&text);
	sbuf_release(&err);
}

static void state_due(void *ctx)
{
	struct ui *ui = ctx;

	ui->state_timer = 0;
	ui_save_state(ui);
}

void ui_moved(struct ui *ui)
{
	ui_mark(ui, UI_REPAINT);
	if (!ui->state_timer && ui->first_frame)
		ui->state_timer = loop_after(ui->loop, UI_JOURNAL_MS, state_due, ui);
}

static void journal_due(void *ctx)
{
	struct ui *ui = ctx;
	struct view *v = ui->typed_in;

	ui->journal_timer = 0;
	ui->typed_in = NULL;
	if (v)
		v->ops->journal(v);
	ui_save_state(ui);
}

void view_typed(struct view *v)
{
	struct ui *ui = v->ui;

	if (ui->typed_in && ui->typed_in != v)
		ui->typed_in->ops->journal(ui->typed_in);
	ui->typed_in = v;
	/* From the first key on, not from the last: who types without a pause is safe too. */
	if (!ui->journal_timer)
		ui->journal_timer = loop_after(ui->loop, UI_JOURNAL_MS, journal_due, ui);
	ui_mark(ui, UI_REPAINT);
}

static void restore_view(struct view *v, const struct json *state)
{
	const char *item = json_get_str(state, "item", NULL);

	if (v->ops->restore)
		v->ops->restore(v, state);
	/* The rows must be there before a place in them means anything. */
	if (v->ui->frame.body.h > 0) {
		v->ops->layout(v, v->ui->frame.body);
		v->stale = false;
	}
	if (item)
		pager_choose(&v->pager, item);
	pager_set_place(&v->pager, (int)json_get_int(state, "block", 0), (int)json_get_int(state, "offset", 0));
}

bool ui_restore(struct ui *ui)
{
	struct learner *l = ui_learner(ui);
	char *text = l ? learner_get(l, STATE_KEY) : NULL;
	struct json *state = text ? json_parse(text, strlen(text), NULL) : NULL;
	const char *name = json_get_str(state, "view", "");
	const struct view_ops *ops = view_find(name, strlen(name));
	bool done = false;

	if (ops && !ops->transient) {
		char *place = xstrfmt("%s:%s", name, json_get_str(state, "arg", ""));
		done = ui_open(ui, place) == 0;
		free(place);
	}
	if (done)
		restore_view(ui_view(ui), state);
	else
		sbuf_reset(&ui->message); /* a lesson that is no longer there is no news */
	json_free(state);
	free(text);
	return done;
}
