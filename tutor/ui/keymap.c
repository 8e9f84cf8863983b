/* The keymaps as they come, and what a user's configuration lays over them. */
#include "ui/keys.h"

static const struct binding global_keys[] = {
	{ '?', REQ_HELP, "help" }, { K_F1, REQ_HELP, NULL },
	{ ':', REQ_PALETTE, "commands" }, { KEY_CTRL('p'), REQ_PALETTE, NULL },
	{ 'q', REQ_CLOSE, NULL }, { KEY_CTRL('q'), REQ_QUIT, NULL },
	{ K_ESC, REQ_CANCEL, NULL },
	{ KEY_CTRL('c'), REQ_INTERRUPT, NULL }, { KEY_CTRL('z'), REQ_SUSPEND, NULL },
	{ KEY_CTRL('l'), REQ_REDRAW, NULL },
	{ K_UP, REQ_UP, NULL }, { 'k', REQ_UP, NULL }, { K_DOWN, REQ_DOWN, NULL }, { 'j', REQ_DOWN, NULL },
	{ K_LEFT, REQ_LEFT, NULL }, { K_RIGHT, REQ_RIGHT, NULL },
	{ K_PGUP, REQ_PAGE_UP, NULL }, { 'b', REQ_PAGE_UP, NULL },
	{ K_PGDN, REQ_PAGE_DOWN, NULL }, { ' ', REQ_PAGE_DOWN, NULL },
	{ 'u', REQ_HALF_UP, NULL }, { 'd', REQ_HALF_DOWN, NULL },
	{ K_HOME, REQ_TOP, NULL }, { 'g', REQ_TOP, NULL }, { K_END, REQ_BOTTOM, NULL }, { 'G', REQ_BOTTOM, NULL },
	{ K_TAB, REQ_NEXT_ITEM, NULL }, { K_TAB | KEY_MOD_SHIFT, REQ_PREV_ITEM, NULL },
	{ K_ENTER, REQ_OPEN, NULL },
	{ K_BACKSPACE, REQ_BACK, NULL }, { K_LEFT | KEY_MOD_ALT, REQ_BACK, NULL },
	{ K_RIGHT | KEY_MOD_ALT, REQ_FORWARD, NULL }, { 'H', REQ_HOME, NULL },
	{ '/', REQ_SEARCH, NULL }, { 'n', REQ_SEARCH_NEXT, NULL }, { 'N', REQ_SEARCH_PREV, NULL },
	{ 'y', REQ_COPY, NULL }, { '%', REQ_MOUSE, NULL }, { 'T', REQ_THEME, NULL },
	{ 's', REQ_LOOK_UP, NULL }, { 'a', REQ_ASK, "ask" }, { K_F2, REQ_ASK, NULL }, { 'A', REQ_ASKED, NULL },
	{ K_WHEEL_UP, REQ_WHEEL_UP, NULL }, { K_WHEEL_DOWN, REQ_WHEEL_DOWN, NULL }, { K_CLICK, REQ_CLICK, NULL },
};

static const struct binding home_keys[] = {
	{ K_ENTER, REQ_OPEN, "open" },
	{ 'c', REQ_CONTINUE, "go on" },
	{ K_TAB, REQ_NEXT_ITEM, "section" },
	{ '/', REQ_FILTER, "filter" },
	{ 'q', REQ_CLOSE, "quit" },
};

static const struct binding lesson_keys[] = {
	{ K_TAB, REQ_NEXT_ITEM, "next item" },
	{ 'r', REQ_RUN, "run" },
	{ 'e', REQ_EDIT, NULL },
	{ 't', REQ_CONTENTS, "contents" }, { 'o', REQ_CONTENTS, NULL },
	{ ']', REQ_NEXT, "next" }, { '[', REQ_PREV, NULL },
	{ 'q', REQ_CLOSE, "close" },
};

static const struct binding quiz_keys[] = {
	{ '1', REQ_CHOICE, "1-9 choose" },
	{ '2', REQ_CHOICE, NULL }, { '3', REQ_CHOICE, NULL }, { '4', REQ_CHOICE, NULL }, { '5', REQ_CHOICE, NULL },
	{ '6', REQ_CHOICE, NULL }, { '7', REQ_CHOICE, NULL }, { '8', REQ_CHOICE, NULL }, { '9', REQ_CHOICE, NULL },
	{ K_ENTER, REQ_SUBMIT, "answer" },
	{ 'K', REQ_MOVE_UP, NULL }, { K_UP | KEY_MOD_SHIFT, REQ_MOVE_UP, NULL },
	{ 'J', REQ_MOVE_DOWN, NULL }, { K_DOWN | KEY_MOD_SHIFT, REQ_MOVE_DOWN, NULL },
	{ K_TAB, REQ_NEXT_ITEM, "next item" },
	{ 'r', REQ_RUN, NULL }, { 'e', REQ_EDIT, NULL }, { 't', REQ_CONTENTS, NULL },
	{ 'o', REQ_CONTENTS, NULL }, { ']', REQ_NEXT, "next" }, { '[', REQ_PREV, NULL },
};

static const struct binding exercise_keys[] = {
	{ 'i', REQ_TYPE, "type" }, { 'r', REQ_CHECK, "check" }, { K_F5, REQ_CHECK, NULL },
	{ KEY_CTRL('r'), REQ_CHECK, NULL }, { KEY_CTRL('s'), REQ_SAVE, NULL },
	{ 'h', REQ_HINT, "hint" }, { K_F7, REQ_HINT, NULL }, { 'F', REQ_FIX, NULL }, { K_F10, REQ_FIX, NULL },
	{ K_F6, REQ_PANE, "pane" }, { '}', REQ_PANE, NULL }, { K_F6 | KEY_MOD_SHIFT, REQ_PANE_PREV, NULL },
	{ '{', REQ_PANE_PREV, NULL },
	{ '1', REQ_PANE_1, NULL }, { '2', REQ_PANE_2, NULL }, { '3', REQ_PANE_3, NULL },
	{ 'z', REQ_ZOOM, NULL }, { K_F8, REQ_ZOOM, NULL },
	{ 'e', REQ_EDITOR, "$EDITOR" }, { K_F4, REQ_EDITOR, NULL }, { '.', REQ_GOTO_ERROR, NULL },
	{ K_F9, REQ_GOTO_ERROR, NULL }, { 'R', REQ_RESET, NULL },
	{ ']', REQ_NEXT, NULL }, { '[', REQ_PREV, NULL },
};

static const struct binding editor_keys[] = {
	{ KEY_CTRL('s'), REQ_SAVE, "check" }, { K_F5, REQ_CHECK, NULL }, { KEY_CTRL('r'), REQ_CHECK, NULL },
	{ K_F7, REQ_HINT, "hint" }, { K_F6, REQ_PANE, "pane" }, { K_F6 | KEY_MOD_SHIFT, REQ_PANE_PREV, NULL },
	{ K_F2, REQ_ASK, NULL }, { K_F10, REQ_FIX, NULL },
	{ K_F4, REQ_EDITOR, NULL }, { K_F8, REQ_ZOOM, NULL }, { K_F9, REQ_GOTO_ERROR, NULL },
	{ KEY_CTRL('z'), REQ_UNDO, "undo" }, { KEY_ALT('u'), REQ_UNDO, NULL },
	{ KEY_CTRL('y'), REQ_REDO, NULL }, { KEY_ALT('e'), REQ_REDO, NULL },
	{ K_ESC, REQ_LEAVE, "leave" }, { K_F1, REQ_HELP, "help" },
	{ K_UP, REQ_UP, NULL }, { K_DOWN, REQ_DOWN, NULL }, { K_LEFT, REQ_LEFT, NULL }, { K_RIGHT, REQ_RIGHT, NULL },
	{ K_PGUP, REQ_PAGE_UP, NULL }, { K_PGDN, REQ_PAGE_DOWN, NULL },
	{ K_LEFT | KEY_MOD_CTRL, REQ_WORD_LEFT, NULL }, { K_RIGHT | KEY_MOD_CTRL, REQ_WORD_RIGHT, NULL },
	{ K_HOME, REQ_LINE_START, NULL }, { K_END, REQ_LINE_END, NULL }, { KEY_CTRL('e'), REQ_LINE_END, NULL },
	{ K_HOME | KEY_MOD_CTRL, REQ_TOP, NULL }, { K_END | KEY_MOD_CTRL, REQ_BOTTOM, NULL },
	{ K_UP | KEY_MOD_SHIFT, REQ_SEL_UP, NULL }, { K_DOWN | KEY_MOD_SHIFT, REQ_SEL_DOWN, NULL },
	{ K_LEFT | KEY_MOD_SHIFT, REQ_SEL_LEFT, NULL }, { K_RIGHT | KEY_MOD_SHIFT, REQ_SEL_RIGHT, NULL },
	{ K_LEFT | KEY_MOD_SHIFT | KEY_MOD_CTRL, REQ_SEL_WORD_LEFT, NULL },
	{ K_RIGHT | KEY_MOD_SHIFT | KEY_MOD_CTRL, REQ_SEL_WORD_RIGHT, NULL },
	{ K_HOME | KEY_MOD_SHIFT, REQ_SEL_HOME, NULL }, { K_END | KEY_MOD_SHIFT, REQ_SEL_END, NULL },
	{ K_HOME | KEY_MOD_SHIFT | KEY_MOD_CTRL, REQ_SEL_TOP, NULL },
	{ K_END | KEY_MOD_SHIFT | KEY_MOD_CTRL, REQ_SEL_BOTTOM, NULL },
	{ KEY_CTRL('a'), REQ_SEL_ALL, NULL },
	{ K_ENTER, REQ_NEWLINE, NULL }, { K_BACKSPACE, REQ_BACKSPACE, NULL }, { K_DEL, REQ_DELETE, NULL },
	{ K_TAB, REQ_INDENT, NULL }, { K_TAB | KEY_MOD_SHIFT, REQ_OUTDENT, NULL },
	{ KEY_CTRL('x'), REQ_CUT, NULL }, { KEY_CTRL('c'), REQ_COPY_TEXT, NULL }, { KEY_CTRL('v'), REQ_PASTE, NULL },
	{ K_PASTE, REQ_TEXT, NULL },
	{ KEY_CTRL('k'), REQ_DELETE_LINE, NULL }, { K_UP | KEY_MOD_ALT, REQ_LINE_UP, NULL },
	{ K_DOWN | KEY_MOD_ALT, REQ_LINE_DOWN, NULL }, { KEY_CTRL('_'), REQ_COMMENT, NULL },
	{ KEY_ALT('/'), REQ_COMMENT, NULL }, { KEY_CTRL('f'), REQ_FIND, NULL }, { K_F3, REQ_FIND_NEXT, NULL },
	{ KEY_CTRL('g'), REQ_FIND_NEXT, NULL }, { KEY_CTRL('b'), REQ_BRACKET, NULL },
};

static const struct binding page_keys[] = {
	{ K_TAB, REQ_NEXT_ITEM, "next link" },
	{ '/', REQ_SEARCH, "search" },
	{ K_BACKSPACE, REQ_BACK, "back" },
	{ 't', REQ_CONTENTS, NULL }, { 'o', REQ_CONTENTS, NULL },
	{ 'q', REQ_CLOSE, "close" },
};

static const struct binding prompt_keys[] = {
	{ K_ENTER, REQ_ACCEPT, "take it" }, { K_ESC, REQ_CANCEL, "cancel" }, { KEY_CTRL('c'), REQ_CANCEL, NULL },
	{ K_LEFT, REQ_LEFT, NULL }, { K_RIGHT, REQ_RIGHT, NULL }, { K_HOME, REQ_LINE_START, NULL },
	{ K_END, REQ_LINE_END, NULL }, { KEY_CTRL('a'), REQ_LINE_START, NULL }, { KEY_CTRL('e'), REQ_LINE_END, NULL },
	{ K_BACKSPACE, REQ_BACKSPACE, NULL }, { K_DEL, REQ_DELETE, NULL }, { KEY_CTRL('u'), REQ_CLEAR, NULL },
	{ KEY_CTRL('w'), REQ_DELETE_WORD, NULL }, { K_UP, REQ_UP, NULL }, { K_DOWN, REQ_DOWN, NULL },
	{ K_PASTE, REQ_TEXT, NULL },
};

static const struct binding picker_keys[] = {
	{ K_ENTER, REQ_ACCEPT, "choose" }, { K_ESC, REQ_CANCEL, "cancel" }, { KEY_CTRL('c'), REQ_CANCEL, NULL },
	{ K_UP, REQ_UP, NULL }, { K_DOWN, REQ_DOWN, "move" }, { KEY_CTRL('p'), REQ_UP, NULL },
	{ KEY_CTRL('n'), REQ_DOWN, NULL }, { K_PGUP, REQ_PAGE_UP, NULL }, { K_PGDN, REQ_PAGE_DOWN, NULL },
	{ K_TAB, REQ_DOWN, NULL }, { K_TAB | KEY_MOD_SHIFT, REQ_UP, NULL },
	{ K_BACKSPACE, REQ_BACKSPACE, NULL }, { KEY_CTRL('u'), REQ_CLEAR, NULL }, { KEY_CTRL('w'), REQ_DELETE_WORD, NULL },
	{ K_WHEEL_UP, REQ_UP, NULL }, { K_WHEEL_DOWN, REQ_DOWN, NULL }, { K_CLICK, REQ_CLICK, NULL },
	{ K_PASTE, REQ_TEXT, NULL },
};

#define MAP(c, list) [c] = { list, ARRAY_SIZE(list) }
static const struct {
	const struct binding *v;
	size_t n;
} defaults[CTX_COUNT] = {
	MAP(CTX_GLOBAL, global_keys), MAP(CTX_HOME, home_keys), MAP(CTX_LESSON, lesson_keys),
	MAP(CTX_QUIZ, quiz_keys), MAP(CTX_EXERCISE, exercise_keys), MAP(CTX_EDITOR, editor_keys),
	MAP(CTX_PAGE, page_keys), MAP(CTX_PROMPT, prompt_keys), MAP(CTX_PICKER, picker_keys),
};

/* A context's map once a user changed it; NULL: as it comes. */
static struct {
	struct binding *v;
	size_t n, alloc;
} changed[CTX_COUNT];

const struct binding *keymap(enum context c, size_t *n)
{
	*n = changed[c].v ? changed[c].n : defaults[c].n;
	return changed[c].v ? changed[c].v : defaults[c].v;
}

enum request keymap_lookup(enum context c, ui_key key)
{
	size_t n;
	const struct binding *v = keymap(c, &n);

	for (size_t i = 0; i < n; i++) {
		if (v[i].key == key)
			return v[i].request;
	}
	return REQ_NONE;
}

ui_key keymap_key(enum context c, enum request r)
{
	const enum context order[2] = { c, CTX_GLOBAL };

	for (int o = 0; o < 2; o++) {
		size_t n;
		const struct binding *v = keymap(order[o], &n);
		for (size_t i = 0; i < n; i++) {
			if (v[i].request == r)
				return v[i].key;
		}
	}
	return 0;
}

static bool find_context(const char *name, enum context *out)
{
	for (int i = 0; i < CTX_COUNT; i++) {
		if (streq(context_name((enum context)i), name)) {
			*out = (enum context)i;
			return true;
		}
	}
	return false;
}

/* A private copy of the built-in map, to be changed. */
static void make_private(enum context c)
{
	if (changed[c].v)
		return;
	ARRAY_GROW(changed[c].v, defaults[c].n + 1, changed[c].alloc);
	memcpy(changed[c].v, defaults[c].v, defaults[c].n * sizeof(*changed[c].v));
	changed[c].n = defaults[c].n;
}

int keymap_bind(const char *context, const char *key, const char *request, struct sbuf *err)
{
	enum context c;
	enum request r;
	ui_key k;

	if (!find_context(context, &c))
		return error(err, "There is no page called `%s` to bind keys for.", context);
	if (!keys_find(key, &k))
		return error(err, "There is no key called `%s`.", key);
	if (!request_find(request, &r))
		return error(err, "There is no command called `%s` to bind a key to.", request);
	make_private(c);
	for (size_t i = 0; i < changed[c].n; i++) {
		if (changed[c].v[i].key == k) {
			changed[c].v[i].request = r;
			return 0;
		}
	}
	ARRAY_GROW(changed[c].v, changed[c].n + 1, changed[c].alloc);
	changed[c].v[changed[c].n++] = (struct binding){ k, r, NULL };
	return 0;
}

void keymap_reset(void)
{
	for (int i = 0; i < CTX_COUNT; i++) {
		free(changed[i].v);
		changed[i].v = NULL;
		changed[i].n = changed[i].alloc = 0;
	}
}
