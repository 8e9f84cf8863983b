/* Keys to requests, and the requests that belong to no view. */
#include "ui/ui_int.h"

#include "ui/term.h"

static enum request lookup(enum context ctx, const struct input *in)
{
	enum request r = keymap_lookup(ctx, in->key);

	if (r)
		return r;
	if (context_takes_text(ctx))
		return key_is_text(in->key) ? REQ_TEXT : ctx == CTX_EDITOR ? keymap_lookup(CTX_GLOBAL, in->key) : REQ_NONE;
	return keymap_lookup(CTX_GLOBAL, in->key);
}

void ui_input(struct ui *ui, const struct input *in)
{
	struct view *v = ui_view(ui);

	ui->key_seen = true;
	if (ui->picker) {
		ui_picker_event(ui, picker_request(ui->picker, lookup(CTX_PICKER, in), in));
		return;
	}
	if (ui->prompting) {
		ui_prompt_event(ui, prompt_request(&ui->prompt, lookup(CTX_PROMPT, in), in));
		return;
	}
	if (!v)
		return;
	enum request r = lookup(view_context(v), in);
	if (ui->message.len && r != REQ_NONE) {
		sbuf_reset(&ui->message);
		ui_mark(ui, UI_REPAINT);
	}
	if (r != REQ_NONE)
		ui_request(ui, r, in);
}

/* --- searching --- */

static void search_event(void *ctx, enum prompt_event ev, const char *text)
{
	struct ui *ui = ctx;
	struct pager *p = view_pager(ui_view(ui));

	if (ev == PROMPT_CANCELLED || !*text) {
		free(p->needle);
		p->needle = NULL;
		return;
	}
	if (pager_search(p, text, 1, false) < 0)
		ui_complain(ui, "`%s` does not occur on this page.", text);
	else
		sbuf_reset(&ui->message);
	if (ev == PROMPT_ACCEPTED)
		ui_moved(ui);
}

void ui_search(struct ui *ui)
{
	ui_ask(ui, "/", NULL, search_event, ui);
}

static void search_again(struct ui *ui, struct pager *p, int direction)
{
	int before = p->top;

	if (!p->needle) {
		ui_say(ui, "Search first, with `/`.");
		return;
	}
	if (pager_search(p, p->needle, direction, true) < 0)
		ui_complain(ui, "`%s` does not occur on this page.", p->needle);
	else if (direction > 0 ? p->top < before : p->top > before)
		ui_say(ui, "The search went on from the %s.", direction > 0 ? "top" : "bottom");
	ui_moved(ui);
}

/* --- requests of the machine --- */

static void next_theme(struct ui *ui)
{
	enum theme_kind kind = (enum theme_kind)((term_theme() + 1) % THEMES);

	term_set_theme(kind);
	ui_say(ui, "Theme: %s. `ui.theme` in config.ini keeps it.", theme_name(kind));
}

static void toggle_mouse(struct ui *ui)
{
	term_set_mouse(!term_mouse());
	ui_say(ui, term_mouse() ? "Mouse on: wheel and clicks are for tutor; Shift selects text in most terminals."
				: "Mouse off: the terminal selects text as usual.");
}

static void cancel(struct ui *ui, struct view *v)
{
	struct pager *p = view_pager(v);

	if (p->needle) {
		free(p->needle);
		p->needle = NULL;
		ui_mark(ui, UI_REPAINT);
	} else if (ui->at) {
		ui_back(ui);
	} else {
		ui_say(ui, "This is the home page; `q` quits.");
	}
}

static void open_chosen(struct ui *ui, struct view *v)
{
	const char *href = pager_href(view_pager(v));

	if (!href)
		return;
	char *place = xstrdup(href); /* opening may make the rows anew */
	ui_open(ui, place);
	free(place);
}

static void click(struct ui *ui, struct view *v, const struct input *in)
{
	struct rect page = ui_page(ui, v);

	if (!rect_has(page, in->x, in->y) || v->ops->draw)
		return;
	if (pager_choose_at(&v->pager, in->x - page.x, in->y - page.y))
		ui_request(ui, REQ_OPEN, in);
}

/* What neither the view nor its pager wanted. */
static void machine_request(struct ui *ui, struct view *v, enum request r, const struct input *in)
{
	switch (r) {
	case REQ_OPEN: open_chosen(ui, v); break;
	case REQ_CLICK: click(ui, v, in); break;
	case REQ_BACK: ui_back(ui); break;
	case REQ_FORWARD: ui_forward(ui); break;
	case REQ_HOME: ui_open(ui, "home:"); break;
	case REQ_CLOSE: ui_close_view(ui); break;
	case REQ_QUIT: ui_quit(ui); break;
	case REQ_CANCEL: cancel(ui, v); break;
	case REQ_HELP: ui_open(ui, v->ops == &view_help ? "home:" : "help:"); break;
	case REQ_PALETTE: ui_palette(ui); break;
	case REQ_SEARCH: ui_search(ui); break;
	case REQ_LOOK_UP: ui_search_ask(ui); break;
	case REQ_ASK: ui_ask_question(ui, NULL); break;
	case REQ_ASKED: ui_open(ui, "asked:"); break;
	case REQ_REDRAW: term_redraw(); ui_mark(ui, UI_REFLOW | UI_REPAINT); break;
	case REQ_SUSPEND: term_stop(); break;
	case REQ_INTERRUPT: ui_say(ui, "Nothing is running; `q` closes."); break;
	case REQ_MOUSE: toggle_mouse(ui); break;
	case REQ_THEME: next_theme(ui); break;
	default: break;
	}
}

void ui_request(struct ui *ui, enum request r, const struct input *in)
{
	static const struct input none;
	struct view *v = ui_view(ui);

	if (!in)
		in = &none;
	ui_mark(ui, UI_REPAINT);
	if (ui->frame.too_small && r != REQ_QUIT && r != REQ_CLOSE && r != REQ_SUSPEND)
		return;
	if (v->ops->request)
		r = v->ops->request(v, r, in);
	if (!r)
		return;
	struct pager *p = view_pager(v);
	if (r == REQ_SEARCH_NEXT || r == REQ_SEARCH_PREV) {
		search_again(ui, p, r == REQ_SEARCH_NEXT ? 1 : -1);
		return;
	}
	int top = p->top, item = p->item;
	r = pager_request(p, r);
	if (r)
		machine_request(ui, v, r, in);
	else if (p->top != top || p->item != item)
		ui_moved(ui);
}
