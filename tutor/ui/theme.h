/*
 * theme: what each style looks like. One table, style -> colours and attributes, for 256 colours on a dark
 * and on a light ground, 8 colours, and none. Meaning never hangs on colour alone: every mark has a glyph
 * and a word too. Pure: numbers only, curses is in term.c.
 */
#ifndef UI_THEME_H
#define UI_THEME_H

#include "text/layout.h"

/* The styles of text/layout, and these for the program's own parts. */
#define UI_STYLES(X) \
	X(TITLE, "title") X(TITLE_DIM, "title-dim") X(STATUS, "status") X(STATUS_BUSY, "status-busy") \
	X(FOOTER, "footer") X(FOOTER_KEY, "footer-key") X(BORDER, "border") X(BORDER_FOCUS, "border-focus") \
	X(TAB, "tab") X(TAB_ACTIVE, "tab-active") X(MESSAGE, "message") X(ERROR, "error") \
	X(PROMPT, "prompt") X(POPUP, "popup") X(POPUP_KEY, "popup-key") X(EDIT_LINENO, "edit-lineno") \
	X(EDIT_ERROR, "edit-error") X(EDIT_WARN, "edit-warn") X(GAUGE, "gauge") X(GAUGE_REST, "gauge-rest")

enum ui_style {
	UI_STYLE_FIRST = ROW_STYLES - 1,
#define X(id, name) UI_##id,
	UI_STYLES(X)
#undef X
	UI_STYLE_COUNT
};

/* Laid over a cell: chosen, found, marked. */
enum over {
	OVER_NONE,
	OVER_SELECTED,  /* the entry that Enter opens */
	OVER_MATCH,     /* found by the search */
	OVER_SELECTION, /* marked text in the editor */
	OVER_LINE,      /* the editor's current line */
	OVER_BRACKET,   /* the bracket that belongs to the one at the cursor */
	OVER_PROBLEM,   /* where rustc points */
	OVER_COUNT
};

enum look_attr {
	LOOK_BOLD = 1 << 0,
	LOOK_DIM = 1 << 1,
	LOOK_UNDERLINE = 1 << 2,
	LOOK_REVERSE = 1 << 3,
	LOOK_ITALIC = 1 << 4,
};

struct look {
	short fg, bg;   /* colour number; -1: the terminal's own */
	unsigned attr;
};

enum theme_kind { THEME_DARK, THEME_LIGHT, THEME_CONTRAST, THEME_MONO, THEMES };
const char *theme_name(enum theme_kind kind);
bool theme_find(const char *name, enum theme_kind *out);

/* colors: what the terminal has (0, 8, 16, 256). */
struct look theme_look(enum theme_kind kind, int colors, int style, enum over over);
const char *ui_style_name(int style); /* the styles of layout too */

/* The choice at the start: a name from the configuration (may be NULL), then NO_COLOR, then COLORFGBG. Environment values may be NULL. */
enum theme_kind theme_choose(const char *config, const char *no_color, const char *colorfgbg, int colors);

/* Marks: Unicode, or ASCII when the locale has no UTF-8 or TUTOR_ASCII is set. */
struct glyphs {
	const char *ok, *fail, *todo, *begun, *pick, *more_left, *more_right, *vline, *hline, *ellipsis, *bar, *rest,
		*problem, *warn, *busy, *back, *dot, *check_on, *check_off, *radio_on, *radio_off;
};
const struct glyphs *glyphs_get(bool ascii);

#endif
