#include "ui/rects.h"

struct rect rect_take_top(struct rect *r, int n)
{
	n = MAX(0, MIN(n, r->h));
	struct rect part = { r->x, r->y, r->w, n };
	r->y += n;
	r->h -= n;
	return part;
}

struct rect rect_take_bottom(struct rect *r, int n)
{
	n = MAX(0, MIN(n, r->h));
	r->h -= n;
	return (struct rect){ r->x, r->y + r->h, r->w, n };
}

struct rect rect_take_left(struct rect *r, int n)
{
	n = MAX(0, MIN(n, r->w));
	struct rect part = { r->x, r->y, n, r->h };
	r->x += n;
	r->w -= n;
	return part;
}

struct rect rect_take_right(struct rect *r, int n)
{
	n = MAX(0, MIN(n, r->w));
	r->w -= n;
	return (struct rect){ r->x + r->w, r->y, n, r->h };
}

struct rect rect_inset(struct rect r, int dx, int dy)
{
	dx = MIN(dx, r.w / 2);
	dy = MIN(dy, r.h / 2);
	return (struct rect){ r.x + dx, r.y + dy, r.w - 2 * dx, r.h - 2 * dy };
}

bool rect_has(struct rect r, int x, int y)
{
	return x >= r.x && x < r.x + r.w && y >= r.y && y < r.y + r.h;
}

struct rect rect_middle(struct rect r, int w, int h)
{
	w = MIN(w, r.w);
	h = MIN(h, r.h);
	return (struct rect){ r.x + (r.w - w) / 2, r.y + (r.h - h) / 2, w, h };
}

void frame_layout(int width, int height, struct frame *f)
{
	struct rect all = { 0, 0, width, height };

	*f = (struct frame){ 0 };
	f->too_small = width < UI_MIN_WIDTH || height < UI_MIN_HEIGHT;
	f->title = rect_take_top(&all, 1);
	f->footer = rect_take_bottom(&all, 1);
	f->status = rect_take_bottom(&all, 1);
	f->message = rect_take_bottom(&all, 1);
	f->body = all;
}

void reading_layout(struct rect body, struct reading *r)
{
	*r = (struct reading){ 0 };
	if (body.w >= UI_WIDE) {
		r->contents = rect_take_left(&body, MIN(36, body.w / 4));
		r->divider = rect_take_left(&body, 1);
	}
	int margin = MIN(2, MAX(0, body.w - UI_TEXT_WIDTH));
	rect_take_left(&body, MAX(1, margin));
	rect_take_right(&body, 1);
	r->text = body;
}

static void work_one(struct rect body, enum work_pane shown, struct work *w)
{
	w->tabs = rect_take_top(&body, 1);
	w->pane[shown] = body;
}

void work_layout(struct rect body, enum work_pane shown, bool zoomed, struct work *w)
{
	*w = (struct work){ 0 };
	w->wide = body.w >= UI_WIDE && !zoomed;
	if (!w->wide) {
		work_one(body, shown, w);
		return;
	}
	struct rect left = rect_take_left(&body, body.w * 9 / 20);
	w->divider = rect_take_left(&body, 1);
	w->head[WORK_STATEMENT] = rect_take_top(&left, 1);
	w->pane[WORK_STATEMENT] = left;
	struct rect low = rect_take_bottom(&body, body.h / 2);
	w->head[WORK_EDITOR] = rect_take_top(&body, 1);
	w->pane[WORK_EDITOR] = body;
	w->head[WORK_RESULT] = rect_take_top(&low, 1);
	w->pane[WORK_RESULT] = low;
}

void rect_print(const char *name, struct rect r, struct sbuf *out)
{
	sbuf_addf(out, "%s %d,%d %dx%d\n", name, r.x, r.y, r.w, r.h);
}
