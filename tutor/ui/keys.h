/*
 * keys: key codes with names, requests, and the keymaps that lead from one to the other. One X-macro list
 * makes the requests' enum, their names (for remapping) and the words that help and footer show. Pure.
 *
 * A key is looked up in its context's keymap, then (when the context takes text and the key is a
 * character) typed, else in the global keymap. No key is handled anywhere else.
 */
#ifndef UI_KEYS_H
#define UI_KEYS_H

#include "base/sbuf.h"

/* A key: a Unicode code point, or one of these, with modifiers or-ed in. */
typedef uint32_t ui_key;
enum {
	KEY_MOD_SHIFT = 1 << 24, KEY_MOD_ALT = 1 << 25, KEY_MOD_CTRL = 1 << 26,
	KEY_MODS = KEY_MOD_SHIFT | KEY_MOD_ALT | KEY_MOD_CTRL,
	K_SPECIAL = 0x110000,
	K_UP, K_DOWN, K_LEFT, K_RIGHT, K_HOME, K_END, K_PGUP, K_PGDN, K_INS, K_DEL, K_BACKSPACE, K_ENTER, K_TAB,
	K_ESC, K_F1, K_F2, K_F3, K_F4, K_F5, K_F6, K_F7, K_F8, K_F9, K_F10, K_F11, K_F12,
	K_WHEEL_UP, K_WHEEL_DOWN, K_CLICK, K_PASTE, K_FOCUS_IN, K_FOCUS_OUT, K_SPECIAL_END,
};
#define KEY_CTRL(c) ((ui_key)(c) | KEY_MOD_CTRL)
#define KEY_ALT(c)  ((ui_key)(c) | KEY_MOD_ALT)

/* One thing that came from the terminal. */
struct input {
	ui_key key;
	int x, y;          /* mouse */
	const char *text;  /* K_PASTE: what was pasted; valid during the call */
	size_t len;
};

#define REQUESTS(X) \
	/* moving */ \
	X(UP, "up", "one line up") X(DOWN, "down", "one line down") X(LEFT, "left", "left") X(RIGHT, "right", "right") \
	X(PAGE_UP, "page_up", "one page up") X(PAGE_DOWN, "page_down", "one page down") \
	X(HALF_UP, "half_up", "half a page up") X(HALF_DOWN, "half_down", "half a page down") \
	X(TOP, "top", "to the top") X(BOTTOM, "bottom", "to the bottom") \
	X(NEXT_ITEM, "next_item", "next link, program or question; in a list, next section") \
	X(PREV_ITEM, "prev_item", "the one before") \
	X(WHEEL_UP, "wheel_up", "scroll up") X(WHEEL_DOWN, "wheel_down", "scroll down") X(CLICK, "click", "choose with the mouse") \
	X(OPEN, "open", "open") X(BACK, "back", "back") X(FORWARD, "forward", "forward again") \
	X(CLOSE, "close", "close; on the home page: quit") X(QUIT, "quit", "quit") \
	X(CANCEL, "cancel", "cancel, or back") X(HOME, "home", "home page") \
	/* everywhere */ \
	X(HELP, "help", "the keys of this page") X(PALETTE, "palette", "do or find anything by name") \
	X(SEARCH, "search", "search on this page") X(SEARCH_NEXT, "search_next", "next hit") \
	X(SEARCH_PREV, "search_prev", "hit before") X(COPY, "copy", "copy a code block") \
	X(REDRAW, "redraw", "draw the screen anew") X(SUSPEND, "suspend", "suspend (fg brings it back)") \
	X(INTERRUPT, "interrupt", "stop what is running") X(MOUSE, "mouse", "mouse on or off (off: the terminal selects text)") \
	X(THEME, "theme", "next theme: dark, light, contrast, mono") \
	X(LOOK_UP, "look_up", "search the Rust docs, cards, lessons and exercises") \
	X(ASK, "ask", "ask a question, or go on asking") \
	X(ASKED, "asked", "what you asked before") \
	/* home */ \
	X(FILTER, "filter", "show only what contains a word") X(CONTINUE, "continue", "go on where you stopped") \
	/* lesson */ \
	X(CONTENTS, "contents", "table of contents") X(RUN, "run", "run the program at hand") \
	X(EDIT, "edit", "change it: a copy to play with, or $EDITOR") \
	X(NEXT, "next", "next lesson or exercise") X(PREV, "prev", "lesson or exercise before") \
	X(CHOICE, "choice", "choose an answer") X(SUBMIT, "submit", "give the answer") \
	X(MOVE_UP, "move_up", "move the line up") X(MOVE_DOWN, "move_down", "move the line down") \
	/* exercise */ \
	X(CHECK, "check", "check") X(SAVE, "save", "save and check") X(HINT, "hint", "next hint") \
	X(FIX, "fix", "show a change that compiles") \
	X(PANE, "pane", "next pane") X(PANE_PREV, "pane_prev", "pane before") X(ZOOM, "zoom", "this pane alone, or all") \
	X(PANE_1, "pane_statement", "statement") X(PANE_2, "pane_editor", "editor") X(PANE_3, "pane_result", "result") \
	X(TYPE, "type", "into the editor") X(EDITOR, "editor", "open in $EDITOR") X(RESET, "reset", "start again (can be undone)") \
	X(GOTO_ERROR, "goto_error", "to the line of the error") X(LEAVE, "leave", "out of the editor") \
	/* editor */ \
	X(WORD_LEFT, "word_left", "one word left") X(WORD_RIGHT, "word_right", "one word right") \
	X(LINE_START, "line_start", "start of the line") X(LINE_END, "line_end", "end of the line") \
	X(SEL_UP, "select_up", "select up") X(SEL_DOWN, "select_down", "select down") \
	X(SEL_LEFT, "select_left", "select left") X(SEL_RIGHT, "select_right", "select right") \
	X(SEL_WORD_LEFT, "select_word_left", "select a word left") X(SEL_WORD_RIGHT, "select_word_right", "select a word right") \
	X(SEL_HOME, "select_line_start", "select to the line's start") X(SEL_END, "select_line_end", "select to the line's end") \
	X(SEL_TOP, "select_top", "select to the top") X(SEL_BOTTOM, "select_bottom", "select to the bottom") \
	X(SEL_ALL, "select_all", "select all") X(NEWLINE, "newline", "new line") X(BACKSPACE, "backspace", "delete to the left") \
	X(DELETE, "delete", "delete") X(INDENT, "indent", "indent") X(OUTDENT, "outdent", "indent less") \
	X(UNDO, "undo", "undo") X(REDO, "redo", "redo") X(CUT, "cut", "cut") X(COPY_TEXT, "copy_text", "copy (nothing selected: stop the check)") \
	X(PASTE, "paste", "paste") X(DELETE_LINE, "delete_line", "delete the line") X(LINE_UP, "line_up", "move the line up") \
	X(LINE_DOWN, "line_down", "move the line down") X(COMMENT, "comment", "comment the line in or out") \
	X(FIND, "find", "find in the text") X(FIND_NEXT, "find_next", "find the next one") X(BRACKET, "bracket", "to the matching bracket") \
	/* prompts and choosers */ \
	X(ACCEPT, "accept", "take it") X(CLEAR, "clear", "empty the line") X(COMPLETE, "complete", "complete the word") \
	X(DELETE_WORD, "delete_word", "delete the word to the left")

enum request {
	REQ_NONE,
#define X(id, name, help) REQ_##id,
	REQUESTS(X)
#undef X
	REQ_TEXT,    /* a character or a paste to be typed: see struct input */
	REQ_COUNT
};

const char *request_name(enum request r); /* "page_down"; "" for NONE and TEXT */
const char *request_help(enum request r);
bool request_find(const char *name, enum request *out);

enum context { CTX_GLOBAL, CTX_HOME, CTX_LESSON, CTX_QUIZ, CTX_EXERCISE, CTX_EDITOR, CTX_PAGE, CTX_PROMPT, CTX_PICKER, CTX_COUNT };
const char *context_name(enum context c);  /* for remapping: "editor" */
const char *context_title(enum context c); /* for help: "In the editor" */
bool context_takes_text(enum context c);

struct binding {
	ui_key key;
	enum request request;
	const char *label;  /* for the footer: "check"; NULL: not shown there */
};

/* The bindings of a context as they stand, in the table's order. */
const struct binding *keymap(enum context c, size_t *n);
enum request keymap_lookup(enum context c, ui_key key);
/* The first key bound to a request in the context, else in the global map; 0: none. */
ui_key keymap_key(enum context c, enum request r);
/* Binds a key anew (by names, "editor", "ctrl-s", "save"); -1 and a sentence on unknown names. keymap_reset brings the built-in ones back. */
int keymap_bind(const char *context, const char *key, const char *request, struct sbuf *err);
void keymap_reset(void);

/* "ctrl-s", "F5", "shift-left", "q", "space". keys_short is for the footer: "^S". */
void keys_name(ui_key key, struct sbuf *out);
void keys_short(ui_key key, struct sbuf *out);
bool keys_find(const char *name, ui_key *out);
bool key_is_text(ui_key key); /* a character without ctrl or alt */

#endif
