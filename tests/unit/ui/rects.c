#include "test.h"

#include "ui/rects.h"

static void check_frame(int w, int h, const char *want)
{
	struct sbuf b = SBUF_INIT;
	struct frame f;

	frame_layout(w, h, &f);
	rect_print("title", f.title, &b);
	rect_print("body", f.body, &b);
	rect_print("message", f.message, &b);
	rect_print("status", f.status, &b);
	rect_print("footer", f.footer, &b);
	sbuf_addf(&b, "too small: %d\n", f.too_small);
	CHECK_STR(b.buf, want);
	sbuf_release(&b);
}

TEST(frame_as_text)
{
	check_frame(80, 24, "title 0,0 80x1\nbody 0,1 80x20\nmessage 0,21 80x1\nstatus 0,22 80x1\n"
			    "footer 0,23 80x1\ntoo small: 0\n");
	check_frame(60, 16, "title 0,0 60x1\nbody 0,1 60x12\nmessage 0,13 60x1\nstatus 0,14 60x1\n"
			    "footer 0,15 60x1\ntoo small: 0\n");
	check_frame(59, 2, "title 0,0 59x1\nbody 0,1 59x0\nmessage 0,1 59x0\nstatus 0,1 59x0\n"
			   "footer 0,1 59x1\ntoo small: 1\n");
}

/* All parts of a frame together are the screen, at every size. */
TEST(frame_covers_every_size)
{
	for (int w = 0; w <= 300; w += 7) {
		for (int h = 0; h <= 100; h++) {
			struct frame f;
			frame_layout(w, h, &f);
			CHECK_INT(f.title.h + f.body.h + f.message.h + f.status.h + f.footer.h, h);
			CHECK(f.body.w == w && f.too_small == (w < 60 || h < 16));
		}
	}
}

static void check_work(int w, int h, enum work_pane shown, bool zoomed, const char *want)
{
	static const char *const names[WORK_PANES] = { "statement", "editor", "result" };
	struct sbuf b = SBUF_INIT;
	struct work p;

	work_layout((struct rect){ 0, 1, w, h }, shown, zoomed, &p);
	sbuf_addf(&b, "wide: %d\n", p.wide);
	if (!p.wide)
		rect_print("tabs", p.tabs, &b);
	for (int i = 0; i < WORK_PANES; i++) {
		if (p.pane[i].h)
			rect_print(names[i], p.pane[i], &b);
	}
	CHECK_STR(b.buf, want);
	sbuf_release(&b);
}

TEST(work_is_one_pane_or_three)
{
	check_work(80, 20, WORK_EDITOR, false, "wide: 0\ntabs 0,1 80x1\neditor 0,2 80x19\n");
	check_work(140, 36, WORK_EDITOR, false,
		   "wide: 1\nstatement 0,2 63x35\neditor 64,2 76x17\nresult 64,20 76x17\n");
	check_work(140, 36, WORK_RESULT, true, "wide: 0\ntabs 0,1 140x1\nresult 0,2 140x35\n");
}

TEST(reading_has_contents_when_wide)
{
	struct reading r;

	reading_layout((struct rect){ 0, 1, 80, 20 }, &r);
	CHECK_INT(r.contents.w, 0);
	CHECK(r.text.w >= 76);
	reading_layout((struct rect){ 0, 1, 140, 36 }, &r);
	CHECK_INT(r.contents.w, 35);
	CHECK(r.text.x > r.divider.x && r.text.x + r.text.w <= 140);
}

TEST(cuts_never_leave_the_rectangle)
{
	struct rect r = { 5, 5, 10, 4 }, part = rect_take_left(&r, 99);

	CHECK_INT(part.w, 10);
	CHECK_INT(r.w, 0);
	part = rect_take_top(&r, -3);
	CHECK_INT(part.h, 0);
	part = rect_inset((struct rect){ 0, 0, 3, 1 }, 5, 5);
	CHECK(part.w >= 0 && part.h >= 0);
	part = rect_middle((struct rect){ 0, 0, 20, 10 }, 100, 4);
	CHECK(part.w == 20 && part.y == 3 && rect_has(part, 0, 3) && !rect_has(part, 0, 7));
}
