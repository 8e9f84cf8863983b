#include "test.h"

#include "ui/theme.h"

TEST(every_style_has_a_name_and_a_look)
{
	for (int s = 0; s < UI_STYLE_COUNT; s++) {
		CHECK(strlen(ui_style_name(s)) > 1);
		for (int k = 0; k < THEMES; k++) {
			struct look l = theme_look((enum theme_kind)k, 256, s, OVER_NONE);
			CHECK(l.fg >= -1 && l.fg < 256 && l.bg >= -1 && l.bg < 256);
		}
	}
	CHECK_STR(ui_style_name(99999), "?");
}

/* What was chosen can be told from what was not, in every theme and with no colours at all. */
TEST(the_chosen_entry_stands_out)
{
	static const int colors[] = { 0, 8, 16, 256 };

	for (int k = 0; k < THEMES; k++) {
		for (size_t c = 0; c < ARRAY_SIZE(colors); c++) {
			struct look a = theme_look((enum theme_kind)k, colors[c], ROW_TEXT, OVER_NONE);
			struct look b = theme_look((enum theme_kind)k, colors[c], ROW_TEXT, OVER_SELECTED);
			CHECK(a.bg != b.bg || ((a.attr ^ b.attr) & LOOK_REVERSE));
		}
	}
}

static void check_no_colour(struct look l)
{
	CHECK_INT(l.fg, -1);
	CHECK_INT(l.bg, -1);
}

TEST(looks_keep_within_the_terminals_colours)
{
	for (int s = 0; s < UI_STYLE_COUNT; s++) {
		for (int o = 0; o < OVER_COUNT; o++) {
			check_no_colour(theme_look(THEME_MONO, 256, s, (enum over)o));
			check_no_colour(theme_look(THEME_DARK, 0, s, (enum over)o));
			for (int k = 0; k < THEMES; k++) {
				struct look l = theme_look((enum theme_kind)k, 8, s, (enum over)o);
				CHECK(l.fg < 8 && l.bg < 8);
			}
		}
	}
}

TEST(choice_follows_the_conventions)
{
	CHECK_INT(theme_choose(NULL, NULL, NULL, 256), THEME_DARK);
	CHECK_INT(theme_choose(NULL, "1", NULL, 256), THEME_MONO);
	CHECK_INT(theme_choose(NULL, "", NULL, 256), THEME_DARK);
	CHECK_INT(theme_choose("light", "1", NULL, 256), THEME_MONO);
	CHECK_INT(theme_choose("contrast", NULL, "0;15", 256), THEME_CONTRAST);
	CHECK_INT(theme_choose(NULL, NULL, "0;15", 256), THEME_LIGHT);
	CHECK_INT(theme_choose(NULL, NULL, "15;default;0", 256), THEME_DARK);
	CHECK_INT(theme_choose("no such", NULL, NULL, 256), THEME_DARK);
	CHECK_INT(theme_choose(NULL, NULL, NULL, 0), THEME_MONO);
}

TEST(ascii_glyphs_are_ascii)
{
	const char *const *g = (const char *const *)glyphs_get(true);

	for (size_t i = 0; i < sizeof(struct glyphs) / sizeof(char *); i++) {
		CHECK(g[i] && *g[i]);
		for (const char *c = g[i]; *c; c++)
			CHECK((unsigned char)*c < 0x80);
	}
}
