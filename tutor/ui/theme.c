#include "ui/theme.h"

/*
 * Columns: dark ground (256), light ground (256), 8 colours, attributes. Colours of the 256 palette are
 * from its 6x6x6 cube, so that they do not depend on how the user's terminal paints the first sixteen.
 * Pass and fail are blue-green and orange rather than green and red, and carry a glyph and a word anyway.
 */
struct theme_row {
	short dark, light, basic;
	unsigned attr;
};

#define PLAIN (-1)

static const struct theme_row table[UI_STYLE_COUNT] = {
	[ROW_TEXT] = { PLAIN, PLAIN, PLAIN, 0 },
	[ROW_DIM] = { 245, 243, PLAIN, LOOK_DIM },
	[ROW_HEADING1] = { 215, 130, 3, LOOK_BOLD | LOOK_UNDERLINE },
	[ROW_HEADING2] = { 215, 130, 3, LOOK_BOLD },
	[ROW_HEADING3] = { 180, 94, 3, LOOK_BOLD },
	[ROW_EMPH] = { PLAIN, PLAIN, PLAIN, LOOK_ITALIC },
	[ROW_STRONG] = { PLAIN, PLAIN, PLAIN, LOOK_BOLD },
	[ROW_CODE] = { 115, 29, 6, 0 },
	[ROW_LINK] = { 111, 26, 4, LOOK_UNDERLINE },
	[ROW_MARKER] = { 215, 130, 3, 0 },
	[ROW_QUOTE] = { 250, 240, PLAIN, LOOK_ITALIC },
	[ROW_RULE] = { 240, 250, PLAIN, LOOK_DIM },
	[ROW_TABLE_HEAD] = { PLAIN, PLAIN, PLAIN, LOOK_BOLD },
	[ROW_TABLE_LINE] = { 240, 250, PLAIN, LOOK_DIM },
	[ROW_CODE_BLOCK] = { 252, 236, PLAIN, 0 },
	[ROW_CODE_LABEL] = { 245, 243, PLAIN, LOOK_DIM },
	[ROW_OUTPUT] = { 151, 22, 2, 0 },
	[ROW_RS_KEYWORD] = { 176, 90, 5, 0 },
	[ROW_RS_TYPE] = { 117, 25, 6, 0 },
	[ROW_RS_STRING] = { 150, 28, 2, 0 },
	[ROW_RS_NUMBER] = { 216, 130, 1, 0 },
	[ROW_RS_COMMENT] = { 244, 244, PLAIN, LOOK_DIM },
	[ROW_RS_LIFETIME] = { 222, 136, 3, 0 },
	[ROW_RS_MACRO] = { 116, 30, 6, 0 },
	[ROW_RS_FUNCTION] = { 153, 24, 4, 0 },
	[ROW_RS_ATTRIBUTE] = { 180, 94, 3, 0 },
	[ROW_OK] = { 79, 30, 2, LOOK_BOLD },
	[ROW_FAIL] = { 209, 166, 1, LOOK_BOLD },
	[ROW_WARN] = { 222, 136, 3, LOOK_BOLD },
	[ROW_NOTE] = { 117, 25, 6, 0 },
	[ROW_CARET] = { 209, 166, 1, LOOK_BOLD },
	[ROW_LINENO] = { 240, 248, PLAIN, LOOK_DIM },
	[ROW_DIFF_ADD] = { 114, 28, 2, 0 },
	[ROW_DIFF_DEL] = { 210, 160, 1, 0 },
	[ROW_MATCH] = { 222, 136, 3, LOOK_REVERSE },
	[ROW_CITE] = { 111, 26, 4, 0 },
	[ROW_BADGE] = { 222, 94, 3, 0 },
	[UI_TITLE] = { 215, 130, 3, LOOK_BOLD },
	[UI_TITLE_DIM] = { 245, 243, PLAIN, LOOK_DIM },
	[UI_STATUS] = { 245, 243, PLAIN, LOOK_DIM },
	[UI_STATUS_BUSY] = { 222, 130, 3, LOOK_BOLD },
	[UI_FOOTER] = { 250, 240, PLAIN, 0 },
	[UI_FOOTER_KEY] = { 215, 130, 3, LOOK_BOLD },
	[UI_BORDER] = { 240, 250, PLAIN, LOOK_DIM },
	[UI_BORDER_FOCUS] = { 215, 130, 3, LOOK_BOLD },
	[UI_TAB] = { 245, 243, PLAIN, 0 },
	[UI_TAB_ACTIVE] = { 215, 130, 3, LOOK_BOLD | LOOK_REVERSE },
	[UI_MESSAGE] = { 117, 25, 6, 0 },
	[UI_ERROR] = { 209, 166, 1, LOOK_BOLD },
	[UI_PROMPT] = { PLAIN, PLAIN, PLAIN, LOOK_BOLD },
	[UI_POPUP] = { PLAIN, PLAIN, PLAIN, 0 },
	[UI_POPUP_KEY] = { 245, 243, PLAIN, LOOK_DIM },
	[UI_EDIT_LINENO] = { 240, 248, PLAIN, LOOK_DIM },
	[UI_EDIT_ERROR] = { 209, 166, 1, LOOK_BOLD },
	[UI_EDIT_WARN] = { 222, 136, 3, LOOK_BOLD },
	[UI_GAUGE] = { 79, 30, 2, 0 },
	[UI_GAUGE_REST] = { 238, 252, PLAIN, LOOK_DIM },
};

struct over_row {
	short dark, light, contrast; /* ground of the 256 palette; PLAIN: leave it */
	unsigned attr;               /* where there is no such ground: 8 colours, none */
};

static const struct over_row overs[OVER_COUNT] = {
	[OVER_NONE] = { PLAIN, PLAIN, PLAIN, 0 },
	[OVER_SELECTED] = { 238, 253, PLAIN, LOOK_REVERSE },
	[OVER_MATCH] = { 58, 229, PLAIN, LOOK_REVERSE },
	[OVER_SELECTION] = { 24, 153, PLAIN, LOOK_REVERSE },
	[OVER_LINE] = { 235, 255, PLAIN, 0 },
	[OVER_BRACKET] = { 239, 252, PLAIN, LOOK_BOLD | LOOK_UNDERLINE },
	[OVER_PROBLEM] = { PLAIN, PLAIN, PLAIN, LOOK_UNDERLINE },
};

static struct look look_contrast(const struct theme_row *row, int colors)
{
	struct look l = { PLAIN, PLAIN, row->attr & ~(unsigned)(LOOK_DIM | LOOK_ITALIC) };

	if (row->dark == PLAIN || (row->attr & LOOK_DIM))
		return l;
	l.fg = colors >= 16 ? (short)(row->basic == PLAIN ? PLAIN : row->basic + 8) : row->basic;
	l.attr |= LOOK_BOLD;
	return l;
}

static struct look look_base(enum theme_kind kind, int colors, const struct theme_row *row)
{
	if (kind == THEME_MONO || colors < 8)
		return (struct look){ PLAIN, PLAIN, row->attr };
	if (kind == THEME_CONTRAST)
		return look_contrast(row, colors);
	if (colors < 256)
		return (struct look){ row->basic, PLAIN, row->attr };
	/* The cube's greys do what dimming would, and terminals that dim badly are common. */
	unsigned attr = row->dark == PLAIN ? row->attr : row->attr & ~(unsigned)LOOK_DIM;
	return (struct look){ kind == THEME_LIGHT ? row->light : row->dark, PLAIN, attr };
}

struct look theme_look(enum theme_kind kind, int colors, int style, enum over over)
{
	if (style < 0 || style >= UI_STYLE_COUNT)
		style = ROW_TEXT;
	struct look l = look_base(kind, colors, &table[style]);
	const struct over_row *o = &overs[over];
	bool grounds = colors >= 256 && (kind == THEME_DARK || kind == THEME_LIGHT);
	short ground = kind == THEME_LIGHT ? o->light : o->dark;

	if (grounds && ground != PLAIN) {
		l.bg = ground;
		l.attr |= o->attr & ~(unsigned)LOOK_REVERSE;
		l.attr &= ~(unsigned)LOOK_REVERSE;
		if (over == OVER_SELECTED)
			l.attr |= LOOK_BOLD;
	} else {
		l.attr |= o->attr;
	}
	return l;
}

static const char *const ui_names[] = {
#define X(id, name) name,
	UI_STYLES(X)
#undef X
};

const char *ui_style_name(int style)
{
	if (style >= 0 && style < ROW_STYLES)
		return row_style_name((enum row_style)style);
	if (style >= ROW_STYLES && style < UI_STYLE_COUNT)
		return ui_names[style - ROW_STYLES];
	return "?";
}

static const char *const theme_names[THEMES] = { "dark", "light", "contrast", "mono" };

const char *theme_name(enum theme_kind kind)
{
	return theme_names[kind];
}

bool theme_find(const char *name, enum theme_kind *out)
{
	for (int i = 0; i < THEMES; i++) {
		if (!streq(theme_names[i], name))
			continue;
		*out = (enum theme_kind)i;
		return true;
	}
	return false;
}

enum theme_kind theme_choose(const char *config, const char *no_color, const char *colorfgbg, int colors)
{
	enum theme_kind kind = THEME_DARK;

	/* NO_COLOR counts when it is set and not empty (no-color.org). */
	if ((no_color && *no_color) || colors < 8)
		return THEME_MONO;
	if (config && theme_find(config, &kind))
		return kind;
	/* rxvt, konsole and others set "15;0": text; ground. 7 and 15 are light grounds. */
	const char *ground = colorfgbg ? strrchr(colorfgbg, ';') : NULL;
	if (ground && (streq(ground, ";7") || streq(ground, ";15")))
		return THEME_LIGHT;
	return THEME_DARK;
}

static const struct glyphs unicode_glyphs = {
	.ok = "✓", .fail = "✗", .todo = "○", .begun = "◐", .pick = "›", .more_left = "‹", .more_right = "›",
	.vline = "│", .hline = "─", .ellipsis = "…", .bar = "█", .rest = "░", .problem = "●", .warn = "▲",
	.busy = "◌", .back = "←", .dot = "·", .check_on = "[x]", .check_off = "[ ]", .radio_on = "(•)",
	.radio_off = "( )",
};

static const struct glyphs ascii_glyphs = {
	.ok = "+", .fail = "x", .todo = "o", .begun = "~", .pick = ">", .more_left = "<", .more_right = ">",
	.vline = "|", .hline = "-", .ellipsis = "~", .bar = "#", .rest = ".", .problem = "!", .warn = "?",
	.busy = "*", .back = "<", .dot = "-", .check_on = "[x]", .check_off = "[ ]", .radio_on = "(*)",
	.radio_off = "( )",
};

const struct glyphs *glyphs_get(bool ascii)
{
	return ascii ? &ascii_glyphs : &unicode_glyphs;
}
