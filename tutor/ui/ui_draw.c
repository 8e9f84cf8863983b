/* What the screen shows around a view, and when it is drawn. */
#include "ui/ui_int.h"
#include "ui/background.h"

#include "base/clock.h"
#include "base/utf8.h"
#include "svc/app.h"
#include "svc/toolchain.h"
#include "ui/term.h"

static void draw_title(struct ui *ui, struct view *v)
{
	struct rect line = ui->frame.title;
	struct sbuf title = SBUF_INIT;
	struct pager *p = view_pager(v);

	if (v->ops->title)
		v->ops->title(v, &title);
	int x = canvas_str(&ui->canvas, line, line.x + 1, line.y, UI_TITLE, "tutor");
	if (title.len)
		canvas_textf(&ui->canvas, line, x, line.y, UI_TITLE_DIM, "  %s  ", ui->g->pick);
	canvas_str(&ui->canvas, (struct rect){ line.x, line.y, line.w - 6, 1 }, x + (title.len ? 5 : 0), line.y, ROW_STRONG,
		   title.buf);
	if ((int)p->rows.n > p->height && p->height > 0)
		canvas_textf(&ui->canvas, line, line.x + line.w - 5, line.y, UI_TITLE_DIM, "%3d%%", pager_percent(p));
	sbuf_release(&title);
}

static void draw_message(struct ui *ui)
{
	struct rect line = ui->frame.message;

	if (ui->prompting) {
		prompt_draw(&ui->prompt, &ui->canvas, (struct rect){ line.x + 1, line.y, line.w - 2, 1 }, ui->prompt_label);
		return;
	}
	if (!ui->message.len)
		return;
	int x = line.x + 1, style = ui->message_is_error ? UI_ERROR : UI_MESSAGE;
	if (ui->message_is_error)
		x = canvas_textf(&ui->canvas, line, x, line.y, style, "%s ", ui->g->warn);
	canvas_str(&ui->canvas, line, x, line.y, style, ui->message.buf);
}

/* Seconds with one digit, in tenths, so that the line does not flicker. */
static void draw_busy(struct ui *ui, struct rect line)
{
	struct sbuf b = SBUF_INIT;
	int64_t ms = clock_mono_ms() - ui->busy_since;

	int room = line.w / 2 - 20; /* the longest is a sentence */
	sbuf_addf(&b, " %s %.*s", ui->g->busy, (int)utf8_cluster_at(ui->busy, strlen(ui->busy), MIN(strlen(ui->busy), (size_t)MAX(10, room))), ui->busy);
	if (ms >= 200)
		sbuf_addf(&b, " %d.%d s", (int)(ms / 1000), (int)(ms / 100 % 10));
	sbuf_addstr(&b, "  ^C stops it ");
	canvas_str(&ui->canvas, line, line.x + line.w - utf8_width(b.buf, b.len), line.y, UI_STATUS_BUSY, b.buf);
	sbuf_release(&b);
}

static void draw_status(struct ui *ui)
{
	struct rect line = ui->frame.status;
	const struct toolchain *tc = ui->probed ? app_toolchain(ui->app) : NULL;
	struct sbuf b = SBUF_INIT;

	if (tc)
		sbuf_addf(&b, "rustc %s", tc->version);
	else if (ui->no_rust)
		sbuf_addstr(&b, "no Rust");
	else
		sbuf_addstr(&b, "looking for rustc");
	if (ui->sandbox)
		sbuf_addf(&b, " %s sandbox %s", ui->g->dot, ui->sandbox);
	if (ui->watch)
		sbuf_addf(&b, " %s watching files by %s", ui->g->dot, ui->watch);
	background_status(ui, &b);
	canvas_line(&ui->canvas, line, UI_BORDER, ui->g->hline);
	canvas_textf(&ui->canvas, line, line.x + 1, line.y, UI_STATUS, " %s ", b.buf);
	sbuf_release(&b);
	if (ui->busy)
		draw_busy(ui, line);
}

static int footer_key(struct ui *ui, int x, ui_key key, const char *label)
{
	struct rect line = ui->frame.footer;
	struct sbuf name = SBUF_INIT;

	keys_short(key, &name);
	int need = utf8_width(name.buf, name.len) + utf8_width(label, strlen(label)) + 1;
	if (x + need <= line.x + line.w) {
		x = canvas_str(&ui->canvas, line, x, line.y, UI_FOOTER_KEY, name.buf);
		x = canvas_textf(&ui->canvas, line, x, line.y, UI_FOOTER, " %s", label) + 2;
	}
	sbuf_release(&name);
	return x;
}

static enum context current_context(struct ui *ui)
{
	if (ui->picker)
		return CTX_PICKER;
	return ui->prompting ? CTX_PROMPT : view_context(ui_view(ui));
}

/* The keys that have a label in the context's map, then help and palette. */
void ui_draw_footer(struct ui *ui)
{
	enum context ctx = current_context(ui);
	size_t n;
	const struct binding *v = keymap(ctx, &n);
	int x = ui->frame.footer.x + 1;

	for (size_t i = 0; i < n; i++) {
		if (!v[i].label)
			continue;
		/* "1-9 choose" brings its own key */
		if (v[i].request == REQ_CHOICE) {
			x = canvas_str(&ui->canvas, ui->frame.footer, x, ui->frame.footer.y, UI_FOOTER_KEY, "1-9");
			x = canvas_str(&ui->canvas, ui->frame.footer, x, ui->frame.footer.y, UI_FOOTER, " choose") + 2;
			continue;
		}
		x = footer_key(ui, x, v[i].key, v[i].label);
	}
	if (context_takes_text(ctx))
		return;
	x = footer_key(ui, x, keymap_key(ctx, REQ_ASK), "ask");
	x = footer_key(ui, x, keymap_key(ctx, REQ_PALETTE), "commands");
	footer_key(ui, x, keymap_key(ctx, REQ_HELP), "help");
}

static void draw_too_small(struct ui *ui)
{
	struct rect all = { 0, 0, ui->canvas.w, ui->canvas.h };

	canvas_textf(&ui->canvas, all, 0, all.h / 2, ROW_STRONG, "tutor needs %dx%d; this is %dx%d.", UI_MIN_WIDTH,
		     UI_MIN_HEIGHT, all.w, all.h);
}

struct rect ui_page(const struct ui *ui, const struct view *v)
{
	struct rect page = ui->frame.body;

	if (!v->ops->list) /* lists bring their own margin, so that a chosen entry goes from edge to edge */
		rect_take_left(&page, 1);
	return page;
}

void ui_draw(struct ui *ui)
{
	struct view *v = ui_view(ui);

	canvas_reset(&ui->canvas, ui->canvas.w, ui->canvas.h);
	if (!v || ui->frame.too_small) {
		draw_too_small(ui);
		return;
	}
	if (v->stale || (ui->dirty & UI_REFLOW)) {
		v->stale = false;
		v->ops->layout(v, ui->frame.body);
	}
	draw_title(ui, v);
	if (v->ops->draw)
		v->ops->draw(v, &ui->canvas, ui->frame.body);
	else
		pager_draw(&v->pager, &ui->canvas, ui_page(ui, v));
	draw_status(ui);
	draw_message(ui);
	ui_draw_footer(ui);
	if (ui->picker)
		picker_draw(ui->picker, &ui->canvas, ui->frame.body, ui->g);
}

void ui_resized(struct ui *ui, int w, int h)
{
	canvas_reset(&ui->canvas, w, h);
	frame_layout(w, h, &ui->frame);
	for (size_t i = 0; i < ui->n_views; i++)
		ui->views[i]->stale = true;
	ui_mark(ui, UI_REFLOW | UI_REPAINT);
}

int64_t ui_before_sleep(void *ctx)
{
	struct ui *ui = ctx;

	if (!ui->dirty)
		return -1;
	int64_t now = clock_mono_ms(), since = now - ui->drawn_at;
	if (!ui->key_seen && (ui->dirty & UI_STREAM) && since < UI_FRAME_MS)
		return UI_FRAME_MS - since;
	ui_draw(ui);
	ui->dirty = 0;
	ui->key_seen = false;
	ui->drawn_at = now;
	term_draw(&ui->canvas);
	if (!ui->first_frame) {
		ui->first_frame = true;
		ui_probe(ui);
	}
	return -1;
}
