#include "ui/background.h"

#include "base/file.h"
#include "base/log.h"
#include "store/learner.h"
#include "svc/app.h"
#include "svc/indexer.h"
#include "svc/toolchain.h"
#include "ui/asking.h"

#define GETTING_KEY "ui.model_getting" /* the model that is being loaded */

static void changed(struct ui *ui)
{
	struct view *v = ui_view(ui);

	ui_mark(ui, UI_STREAM | UI_REPAINT);
	if (v && v->ops == &view_first)
		v->stale = true;
}

/* --- the knowledge base --- */

static void notes_progress(struct call *call, const char *text, int64_t done, int64_t total)
{
	struct ui *ui = call->hooks.ctx;

	(void)text;
	ui->notes_share = total > 0 ? (int)(done * 100 / total) : -1;
	changed(ui);
}

/* Questions that came too early are asked again. */
static void notes_done(struct call *call)
{
	struct ui *ui = call->hooks.ctx;

	if (ui->notes != call) /* it ended within op_start, which comes here again */
		return;
	ui->notes = NULL;
	if (!call->type)
		log_warn("background: %s", call->message);
	for (size_t i = 0; call->type && i < ui->n_views; i++)
		if (ui->views[i]->ops == &view_ask)
			ask_view_retry(ui->views[i]);
	call_free(call);
	changed(ui);
}

void background_notes(struct ui *ui)
{
	const struct toolchain *t = app_toolchain(ui->app);
	const char *wanted = app_config(ui->app, "kb.auto");
	struct call_hooks hooks = { .progress = notes_progress, .done = notes_done, .ctx = ui };
	char *path = kb_path(ui->app, KB_DB);
	struct call *call;

	if (!ui->notes && t && t->docs && !file_exists(path) && !(wanted && streq(wanted, "off"))) {
		ui->notes_share = -1;
		call = op_start(ui->app, op_find("kb_build"), json_object(), FRONT_TUI, MODE_PRACTICE, &hooks);
		ui->notes = call;
		if (call->ended)
			notes_done(call);
		changed(ui);
	}
	free(path);
}

/* --- a model --- */

static void remember(struct ui *ui, const char *name)
{
	struct learner *l = ui_learner(ui);

	if (l && learner_set(l, GETTING_KEY, name, NULL) < 0)
		log_warn("background: %s could not be remembered", GETTING_KEY);
}

char *background_unfinished(struct ui *ui)
{
	struct learner *l = ui_learner(ui);
	char *name = l ? learner_get(l, GETTING_KEY) : NULL;

	if (name && !*name) {
		free(name);
		name = NULL;
	}
	return name;
}

void background_forget(struct ui *ui)
{
	remember(ui, "");
}

static void model_progress(struct call *call, const char *text, int64_t done, int64_t total)
{
	struct ui *ui = call->hooks.ctx;

	free(ui->model_step);
	ui->model_step = xstrdup(text);
	ui->model_got = done;
	ui->model_size = total;
	changed(ui);
}

/* Chosen through the operation, as by `tutor model use`. */
static void use(struct ui *ui, const char *name)
{
	struct json *args = json_object();
	struct call_hooks hooks = { .ctx = ui };
	struct call *call;

	json_set_str(args, "name", name);
	call = op_start(ui->app, op_find("model_use"), args, FRONT_TUI, MODE_PRACTICE, &hooks);
	if (call->ended && call->type)
		ui_say(ui, "The model is here: answers may get its checked sentences from now on.");
	else
		ui_complain(ui, "%s", call->message ? call->message : "The model could not be chosen.");
	if (call->ended)
		call_free(call);
	else
		call_abandon(call);
}

static void model_done(struct call *call)
{
	struct ui *ui = call->hooks.ctx;

	if (ui->model != call)
		return;
	ui->model = NULL;
	if (call->type) {
		use(ui, ui->model_name);
		remember(ui, "");
	} else {
		ui_complain(ui, "%s", call->message ? call->message : "The model could not be loaded.");
	}
	call_free(call);
	changed(ui);
}

void background_model(struct ui *ui, const char *name)
{
	struct call_hooks hooks = { .progress = model_progress, .done = model_done, .ctx = ui };
	struct json *args = json_object();
	struct call *call;

	call_abandon(ui->model);
	ui->model = NULL;
	free(ui->model_name);
	ui->model_name = xstrdup(name);
	ui->model_got = ui->model_size = 0;
	remember(ui, name);
	json_set_str(args, "name", name);
	call = op_start(ui->app, op_find("model_get"), args, FRONT_TUI, MODE_PRACTICE, &hooks);
	ui->model = call;
	if (call->ended)
		model_done(call);
	changed(ui);
}

bool background_model_stop(struct ui *ui)
{
	if (!ui->model)
		return false;
	call_cancel(ui->model);
	return true;
}

/* --- for the machine --- */

static void add_share(struct ui *ui, const char *what, int64_t done, int64_t total, struct sbuf *out)
{
	sbuf_addf(out, " %s %s", ui->g->dot, what);
	if (total > 0)
		sbuf_addf(out, " %d%%", (int)(done * 100 / total));
}

void background_status(struct ui *ui, struct sbuf *out)
{
	if (ui->notes)
		add_share(ui, "making notes", ui->notes_share, ui->notes_share < 0 ? 0 : 100, out);
	if (ui->model)
		add_share(ui, "loading a model", ui->model_got, ui->model_size, out);
}

void background_release(struct ui *ui)
{
	call_abandon(ui->notes);
	call_abandon(ui->model);
	ui->notes = ui->model = NULL;
	free(ui->model_name);
	free(ui->model_step);
}
