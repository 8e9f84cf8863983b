#include "test.h"

#include "base/utf8.h"
#include "ui/picker.h"

static void type(struct prompt *p, const char *text)
{
	for (size_t i = 0, n = strlen(text), used; i < n; i += used) {
		struct input in = { .key = utf8_decode(text + i, n - i, &used) };
		CHECK_INT(prompt_request(p, REQ_TEXT, &in), PROMPT_CHANGED);
	}
}

TEST(a_line_is_typed_and_mended)
{
	struct prompt p;
	struct input none = { 0 };

	prompt_init(&p, NULL);
	type(&p, "hello wörld");
	prompt_request(&p, REQ_LINE_START, &none);
	type(&p, ">");
	CHECK_STR(p.text.buf, ">hello wörld");
	prompt_request(&p, REQ_LINE_END, &none);
	for (int i = 0; i < 4; i++)
		prompt_request(&p, REQ_LEFT, &none);
	prompt_request(&p, REQ_DELETE, &none);
	CHECK_STR(p.text.buf, ">hello wrld");
	prompt_request(&p, REQ_LINE_END, &none);
	prompt_request(&p, REQ_DELETE_WORD, &none);
	CHECK_STR(p.text.buf, ">hello ");
	prompt_request(&p, REQ_CLEAR, &none);
	CHECK_STR(p.text.buf, "");
	CHECK_INT(prompt_request(&p, REQ_BACKSPACE, &none), PROMPT_CANCELLED);
	prompt_release(&p);
}

TEST(a_paste_becomes_one_bounded_line)
{
	char *big = xmalloc(PROMPT_MAX + 1);
	struct prompt p;
	struct input in = { .key = K_PASTE, .text = "a\nb\tc\033", .len = 6 };

	memset(big, 'x', PROMPT_MAX + 1);
	prompt_init(&p, NULL);
	prompt_request(&p, REQ_TEXT, &in);
	CHECK_STR(p.text.buf, "a b c?");
	in = (struct input){ .key = K_PASTE, .text = big, .len = PROMPT_MAX };
	CHECK_INT(prompt_request(&p, REQ_TEXT, &in), PROMPT_NOTHING);
	in.len = PROMPT_MAX - 6;
	CHECK_INT(prompt_request(&p, REQ_TEXT, &in), PROMPT_CHANGED);
	CHECK_INT(p.text.len, PROMPT_MAX);
	prompt_release(&p);
	free(big);
}

TEST(the_cursor_stays_in_a_narrow_field)
{
	struct prompt p;
	struct canvas c;

	canvas_init(&c);
	canvas_reset(&c, 10, 1);
	prompt_init(&p, "a long line that does not fit");
	prompt_draw(&p, &c, (struct rect){ 0, 0, 10, 1 }, "/ ");
	CHECK(c.cursor && c.cx == 9);
	prompt_request(&p, REQ_LINE_START, NULL);
	prompt_draw(&p, &c, (struct rect){ 0, 0, 10, 1 }, "/ ");
	CHECK_INT(c.cx, 2);
	prompt_release(&p);
	canvas_release(&c);
}

TEST(fuzzy_needs_all_letters_in_order)
{
	CHECK(fuzzy_score("", "anything") > 0);
	CHECK(fuzzy_score("mvs", "Moving a value: String") > 0);
	CHECK(fuzzy_score("svm", "Moving a value") == 0);
	CHECK(fuzzy_score("BORROW", "borrowing") > 0);
	CHECK(fuzzy_score("own mov", "Ownership and moves") > 0);
	CHECK(fuzzy_score("own xyz", "Ownership and moves") == 0);
	CHECK(fuzzy_score("the", "Theme") > fuzzy_score("the", "rustup, the one"));
	CHECK(fuzzy_score("the", "Theme") > fuzzy_score("the", "patched"));
}

TEST(a_picker_narrows_moves_and_chooses)
{
	struct picker p;
	struct input none = { 0 };

	picker_init(&p, "t");
	for (int i = 0; i < 50; i++) {
		char *s = xstrfmt("item %d", i);
		picker_add(&p, s, NULL, s);
		free(s);
	}
	picker_match(&p);
	CHECK_STR(picker_value(&p), "item 0");
	picker_request(&p, REQ_UP, &none);
	CHECK_STR(picker_value(&p), "item 0");
	p.height = 10;
	picker_request(&p, REQ_PAGE_DOWN, &none);
	CHECK_STR(picker_value(&p), "item 9");
	CHECK_INT(picker_request(&p, REQ_ACCEPT, &none), PROMPT_ACCEPTED);
	type(&p.prompt, "42");
	picker_match(&p);
	CHECK_INT(p.n_shown, 1);
	CHECK_STR(picker_value(&p), "item 42");
	type(&p.prompt, "zzz");
	picker_match(&p);
	CHECK(!picker_value(&p));
	CHECK_INT(picker_request(&p, REQ_ACCEPT, &none), PROMPT_NOTHING);
	CHECK_INT(picker_request(&p, REQ_CANCEL, &none), PROMPT_CANCELLED);
	picker_release(&p);
}
