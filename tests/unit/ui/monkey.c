/* The whole program without a terminal: pages drawn into the canvas, and a monkey at the keys. */
#include "test.h"

#include "base/file.h"
#include "svc/app.h"
#include "ui/ui.h"

struct bed {
	struct loop *loop;
	struct app *app;
	struct ui ui;
	char *home;
};

static void bed_open(struct bed *b, int w, int h)
{
	b->home = file_make_temp_dir("tutor-monkey", NULL);
	setenv("TUTOR_HOME", b->home, 1);
	setenv("VISUAL", "true", 1);
	setenv("TUTOR_CONTENT", "tests/e2e/tui/content", 1);
	b->loop = loop_new();
	b->app = app_new(b->loop);
	ui_init(&b->ui, b->app, b->loop, false);
	ui_resized(&b->ui, w, h);
	CHECK_INT(ui_open(&b->ui, "home:"), 0);
}

static void bed_close(struct bed *b)
{
	ui_release(&b->ui);
	loop_run(b->loop); /* what a page had begun (looking for rustc) ends first, so that nothing is left of it */
	app_free(b->app);
	loop_free(b->loop);
	file_remove_tree(b->home, NULL);
	free(b->home);
}

static bool shows(struct bed *b, const char *text)
{
	struct sbuf s = SBUF_INIT;

	ui_draw(&b->ui);
	b->ui.dirty = 0;
	canvas_plain(&b->ui.canvas, &s);
	bool found = strstr(s.buf, text) != NULL;
	if (!found)
		printf("not on the screen: %s\n%s", text, s.buf);
	sbuf_release(&s);
	return found;
}

static void press(struct bed *b, ui_key key)
{
	struct input in = { .key = key, .x = (int)(key % 80), .y = (int)(key % 24) };

	ui_input(&b->ui, &in);
	ui_draw(&b->ui);
	b->ui.dirty = 0;
}

static void type(struct bed *b, const char *text)
{
	for (; *text; text++)
		press(b, (ui_key)(unsigned char)*text);
}

TEST(pages_open_by_their_places)
{
	struct bed b;

	bed_open(&b, 80, 24);
	CHECK(shows(&b, "A first greeting"));
	CHECK_INT(ui_open(&b.ui, "lesson:moving#wide-signs"), 0);
	CHECK(shows(&b, "take two columns"));
	CHECK_INT(ui_open(&b.ui, "exercise:basics/predict"), 0);
	CHECK(shows(&b, "Write down what the program prints."));
	CHECK_INT(ui_open(&b.ui, "card:errors/E0382"), 0);
	CHECK(shows(&b, "The rule"));
	CHECK_INT(ui_open(&b.ui, "lesson:no-such"), -1);
	CHECK(shows(&b, "no-such"));
	CHECK_INT(ui_open(&b.ui, "nonsense"), -1);
	ui_back(&b.ui);
	CHECK(shows(&b, "What comes out"));
	ui_forward(&b.ui);
	CHECK(shows(&b, "The rule"));
	bed_close(&b);
}

TEST(the_filter_narrows_the_home_page)
{
	struct bed b;

	bed_open(&b, 80, 24);
	type(&b, "/half");
	press(&b, K_ENTER);
	CHECK(shows(&b, "Half of it"));
	CHECK(shows(&b, "Only what contains \"half\""));
	press(&b, K_ENTER);
	CHECK(shows(&b, "rounded down"));
	press(&b, K_ESC);
	press(&b, K_ESC);
	CHECK(shows(&b, "Lessons"));
	bed_close(&b);
}

/* Without a knowledge base the search page says what makes one; the question keeps its signs. */
TEST(the_search_page_says_what_is_missing)
{
	struct bed b;

	bed_open(&b, 80, 24);
	type(&b, "s100% #[derive]");
	press(&b, K_ENTER);
	CHECK(shows(&b, "Search: 100% #[derive]"));
	CHECK(shows(&b, "This helps: tutor kb build"));
	CHECK_INT(ui_open(&b.ui, "search:"), -1);
	CHECK(shows(&b, "nothing to search for"));
	bed_close(&b);
}

/* Without a knowledge base a question is answered by what there is: a card for an error code, else what makes a knowledge base. */
TEST(a_question_becomes_a_page)
{
	struct bed b;

	bed_open(&b, 80, 24);
	type(&b, "aE0308");
	CHECK(shows(&b, "Ask: E0308"));
	press(&b, K_ENTER);
	for (int i = 0; i < 200 && b.ui.busy; i++) {
		loop_after(b.loop, 50, (loop_cb *)loop_stop, b.loop);
		loop_run(b.loop);
	}
	CHECK(shows(&b, "Asked: E0308"));
	CHECK(shows(&b, "A value of one type stands"));
	press(&b, K_ESC);
	type(&b, "a*what* is [1] a #trait");
	press(&b, K_ENTER);
	CHECK(shows(&b, "*what* is [1] a #trait"));
	CHECK(shows(&b, "This helps: tutor kb build"));
	press(&b, K_ESC);
	CHECK(shows(&b, "A first greeting"));
	/* nothing typed, nothing asked */
	press(&b, 'a');
	press(&b, K_ENTER);
	CHECK(shows(&b, "A first greeting"));
	bed_close(&b);
}

/* A wide sign, a tab and a line longer than the pane, in the editor. */
TEST(the_editor_shows_what_is_not_plain)
{
	struct bed b;
	const char *text = "// 中文 and 🙂\n\tlet tab = 1;\n";
	struct input in = { .key = K_PASTE, .text = text, .len = strlen(text) };

	bed_open(&b, 80, 24);
	ui_open(&b.ui, "exercise:basics/half");
	press(&b, 'i');
	ui_input(&b.ui, &in);
	CHECK(shows(&b, "  1 // 中文 and 🙂"));
	CHECK(shows(&b, "  2     let tab = 1;"));
	for (int i = 0; i < 120; i++)
		type(&b, i % 10 ? "x" : "|");
	CHECK(shows(&b, "‹"));
	CHECK(b.ui.canvas.cursor && b.ui.canvas.cx < 80);
	press(&b, K_HOME);
	CHECK(shows(&b, "  3 |xxx"));
	CHECK(shows(&b, "›"));
	bed_close(&b);
}

/* What is typed is in the journal after the time promised, and comes back in another life. */
TEST(typed_text_is_journaled)
{
	struct bed b;
	struct app *again;

	bed_open(&b, 80, 24);
	ui_open(&b.ui, "exercise:basics/half");
	type(&b, "i// kept");
	b.ui.first_frame = true;
	loop_after(b.loop, UI_JOURNAL_MS + 250, (loop_cb *)loop_stop, b.loop);
	loop_run(b.loop);
	again = app_new(b.loop);
	struct ui other;
	ui_init(&other, again, b.loop, false);
	ui_resized(&other, 80, 24);
	ui_open(&other, "exercise:basics/half");
	ui_draw(&other);
	struct sbuf s = SBUF_INIT;
	press(&b, K_ESC);
	CHECK(shows(&b, "Half of it"));
	struct input in = { .key = '2' };
	ui_input(&other, &in);
	ui_draw(&other);
	canvas_plain(&other.canvas, &s);
	CHECK(strstr(s.buf, "// keptfn half") != NULL);
	sbuf_release(&s);
	ui_release(&other);
	app_free(again);
	bed_close(&b);
}

/* Keys that would start jobs or give the terminal away are kept from the monkey. */
static bool allowed(ui_key key)
{
	static const ui_key no[] = { 'r', 'h', 'e', 'c', KEY_CTRL('s'), KEY_CTRL('r'), KEY_CTRL('z'), KEY_CTRL('q'),
				     K_F4, K_F5, K_F7, 'F', K_F10 };

	for (size_t i = 0; i < ARRAY_SIZE(no); i++) {
		if (key == no[i])
			return false;
	}
	return true;
}

static ui_key random_key(uint64_t *seed)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	unsigned r = (unsigned)(*seed >> 33);
	switch (r % 4) {
	case 0: return (ui_key)(' ' + r / 4 % 95);
	case 1: return (ui_key)(K_UP + r / 4 % (K_PASTE - K_UP));
	case 2: return KEY_CTRL('a' + r / 4 % 26);
	default: return (ui_key)(K_UP + r / 8 % (K_F1 - K_UP)) | (r & 4 ? KEY_MOD_SHIFT : KEY_MOD_CTRL);
	}
}

static void monkey(uint64_t seed, int keys)
{
	static const int sizes[][2] = { { 80, 24 }, { 140, 40 }, { 60, 16 }, { 300, 100 }, { 33, 7 }, { 121, 17 } };
	static const char *const places[] = { "asked:", "lesson:greeting", "ask:new9", "exercise:basics/half", "first:" };
	struct bed b;

	bed_open(&b, 80, 24);
	for (int i = 0; i < keys; i++) {
		ui_key key = random_key(&seed);
		if (i % 97 == 96)
			ui_resized(&b.ui, sizes[seed % ARRAY_SIZE(sizes)][0], sizes[seed % ARRAY_SIZE(sizes)][1]);
		if (allowed(key))
			press(&b, key);
		if (i % 250 == 249)
			ui_open(&b.ui, places[i / 250 % ARRAY_SIZE(places)]);
	}
	CHECK(ui_view(&b.ui) != NULL && b.ui.n_views <= UI_VIEWS_MAX);
	bed_close(&b);
}

TEST(a_monkey_at_the_keys)
{
	for (uint64_t seed = 1; seed <= 4; seed++)
		monkey(seed, 2500);
}
