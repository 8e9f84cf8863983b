#include "base/base.h"

#include "front/tui.h"

#include <langinfo.h>
#include <locale.h>

#include "base/log.h"
#include "store/learner.h"
#include "svc/app.h"
#include "ui/term.h"
#include "ui/ui.h"

static void on_input(void *ctx, const struct input *in)
{
	ui_input(ctx, in);
}

static void on_resized(void *ctx)
{
	struct ui *ui = ctx;
	int w, h;

	term_size(&w, &h);
	ui_resized(ui, w, h);
}

static void on_ended(void *ctx)
{
	ui_quit(ctx);
}

/* Unicode only where the locale has it; TUTOR_ASCII asks for plain marks. */
static bool wants_ascii(void)
{
	const char *forced = getenv("TUTOR_ASCII");

	setlocale(LC_CTYPE, "");
	if (forced && *forced && !streq(forced, "0"))
		return true;
	return !streq(nl_langinfo(CODESET), "UTF-8");
}

static void bind_keys(struct ui *ui)
{
	struct sbuf err = SBUF_INIT;
	const char *list = app_config(ui->app, "ui.keys"); /* "editor ctrl-d delete_line; lesson x run" */
	struct strv parts = STRV_INIT;

	if (list)
		strv_split(&parts, list, ';');
	for (size_t i = 0; i < parts.n; i++) {
		struct strv words = STRV_INIT, w = STRV_INIT;
		strv_split(&words, parts.v[i], ' ');
		for (size_t j = 0; j < words.n; j++) {
			if (*words.v[j])
				strv_push(&w, words.v[j]);
		}
		if (w.n == 3)
			keymap_bind(w.v[0], w.v[1], w.v[2], &err);
		strv_release(&words);
		strv_release(&w);
	}
	if (err.len)
		ui_complain(ui, "%s", err.buf);
	strv_release(&parts);
	sbuf_release(&err);
}

static bool welcomed(struct ui *ui)
{
	struct learner *l = ui_learner(ui);
	char *seen = l ? learner_get(l, "ui.welcomed") : NULL;
	bool yes = seen != NULL || !l;

	free(seen);
	return yes;
}

static void open_first(struct ui *ui, const char *open)
{
	ui_open(ui, "home:");
	if (open) {
		ui_open(ui, open);
	} else if (!welcomed(ui)) {
		ui_open(ui, "first:");
	} else {
		ui_restore(ui);
	}
}

int tui_main(struct app *app, const char *open)
{
	struct ui ui;
	struct sbuf err = SBUF_INIT;
	const char *mouse = app_config(app, "ui.mouse");
	struct term_config cfg = { .theme = app_config(app, "ui.theme"), .ascii = wants_ascii(), .input = on_input,
				   .resized = on_resized, .ended = on_ended, .ctx = &ui };

	cfg.no_mouse = mouse && (streq(mouse, "off") || streq(mouse, "no") || streq(mouse, "0"));
	ui_init(&ui, app, app_loop(app), cfg.ascii);
	if (term_open(ui.loop, &cfg, &err)) {
		fprintf(stderr, "tutor: %s\n", err.buf);
		sbuf_release(&err);
		ui_release(&ui);
		return 3;
	}
	bind_keys(&ui);
	on_resized(&ui);
	open_first(&ui, open);
	loop_before_sleep(ui.loop, ui_before_sleep, &ui);
	loop_run(ui.loop);
	loop_before_sleep(ui.loop, NULL, NULL);
	ui_release(&ui);
	term_close();
	keymap_reset();
	return 0;
}
