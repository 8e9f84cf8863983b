#include "test.h"

#include "ui/canvas.h"

static struct canvas make(int w, int h)
{
	struct canvas c;

	canvas_init(&c);
	canvas_reset(&c, w, h);
	return c;
}

static void check_plain(struct canvas *c, const char *want)
{
	struct sbuf b = SBUF_INIT;

	canvas_plain(c, &b);
	CHECK_STR(b.buf, want);
	sbuf_release(&b);
}

TEST(text_is_clipped_on_all_sides)
{
	struct canvas c = make(10, 3);
	struct rect clip = { 2, 1, 5, 1 };

	canvas_str(&c, clip, 0, 1, ROW_TEXT, "abcdefghij");
	canvas_str(&c, clip, 2, 0, ROW_TEXT, "above");
	canvas_str(&c, clip, 2, 2, ROW_TEXT, "below");
	canvas_str(&c, (struct rect){ -5, -5, 100, 100 }, 8, -1, ROW_TEXT, "far");
	check_plain(&c, "\n  cdefg\n\n");
	canvas_release(&c);
}

TEST(wide_characters_take_two_cells)
{
	struct canvas c = make(8, 1);
	struct rect all = { 0, 0, 8, 1 };

	CHECK_INT(canvas_str(&c, all, 0, 0, ROW_TEXT, "中文a"), 5);
	check_plain(&c, "中文a\n");
	CHECK_INT(canvas_cell(&c, 0, 0)->width, 2);
	CHECK_INT(canvas_cell(&c, 1, 0)->len, 0);
	/* a letter over the right half leaves no half behind */
	canvas_str(&c, all, 1, 0, ROW_TEXT, "x");
	check_plain(&c, " x文a\n");
	canvas_reset(&c, 4, 1);
	canvas_str(&c, (struct rect){ 0, 0, 3, 1 }, 0, 0, ROW_TEXT, "a中中");
	check_plain(&c, "a中\n");
	canvas_release(&c);
}

TEST(combining_marks_stay_with_their_letter)
{
	struct canvas c = make(6, 1);

	CHECK_INT(canvas_str(&c, (struct rect){ 0, 0, 6, 1 }, 0, 0, ROW_TEXT, "e\xcc\x81g"), 2);
	check_plain(&c, "e\xcc\x81g\n");
	canvas_release(&c);
}

TEST(controls_and_bad_bytes_are_harmless)
{
	struct canvas c = make(12, 1);

	canvas_str(&c, (struct rect){ 0, 0, 12, 1 }, 0, 0, ROW_TEXT, "a\tb\033[31m\xff!");
	check_plain(&c, "a b [31m\xef\xbf\xbd!\n");
	canvas_release(&c);
}

TEST(ascii_mode_shows_only_ascii)
{
	struct canvas c = make(12, 1);

	c.ascii = true;
	canvas_str(&c, (struct rect){ 0, 0, 12, 1 }, 0, 0, ROW_TEXT, "“é” 中 …→");
	check_plain(&c, "\"?\" ?  ~>\n");
	canvas_release(&c);
}

TEST(styles_are_kept_by_cell)
{
	struct canvas c = make(6, 1);
	struct sbuf b = SBUF_INIT;

	canvas_str(&c, (struct rect){ 0, 0, 6, 1 }, 0, 0, ROW_OK, "ok");
	canvas_over(&c, (struct rect){ 1, 0, 3, 1 }, OVER_SELECTED);
	canvas_styles(&c, 0, &b);
	CHECK_STR(b.buf, "0-0 ok, 1-1 ok+selected, 2-3 text+selected, 4-5 text");
	sbuf_release(&b);
	canvas_release(&c);
}

TEST(sizes_are_bounded)
{
	struct canvas c = make(-3, 5);

	CHECK_INT(c.w, 0);
	canvas_str(&c, (struct rect){ 0, 0, 9, 9 }, 0, 0, ROW_TEXT, "x");
	canvas_reset(&c, 1000000, 2);
	CHECK_INT(c.w, CANVAS_MAX);
	CHECK(!canvas_cell(&c, c.w, 0));
	canvas_release(&c);
}
