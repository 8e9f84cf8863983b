#include "ui/keys.h"

#include "base/utf8.h"

static const struct {
	const char *name, *help;
} requests[REQ_COUNT] = {
#define X(id, name, help) [REQ_##id] = { name, help },
	REQUESTS(X)
#undef X
	[REQ_NONE] = { "", "" },
	[REQ_TEXT] = { "", "" },
};

const char *request_name(enum request r)
{
	return requests[r].name;
}

const char *request_help(enum request r)
{
	return requests[r].help;
}

bool request_find(const char *name, enum request *out)
{
	for (int i = 1; i < REQ_COUNT; i++) {
		if (*name && streq(requests[i].name, name)) {
			*out = (enum request)i;
			return true;
		}
	}
	return false;
}

static const struct {
	const char *name, *title;
	bool text;
} contexts[CTX_COUNT] = {
	[CTX_GLOBAL] = { "global", "Everywhere", false },
	[CTX_HOME] = { "home", "On the home page", false },
	[CTX_LESSON] = { "lesson", "In a lesson", false },
	[CTX_QUIZ] = { "quiz", "At a question", false },
	[CTX_EXERCISE] = { "exercise", "In an exercise", false },
	[CTX_EDITOR] = { "editor", "In the editor", true },
	[CTX_PAGE] = { "page", "On a page of text", false },
	[CTX_PROMPT] = { "prompt", "In a line of input", true },
	[CTX_PICKER] = { "picker", "In a list to choose from", true },
};

const char *context_name(enum context c)
{
	return contexts[c].name;
}

const char *context_title(enum context c)
{
	return contexts[c].title;
}

bool context_takes_text(enum context c)
{
	return contexts[c].text;
}

static const struct {
	ui_key key;
	const char *name, *brief;
} key_names[] = {
	{ K_UP, "up", "↑" },	     { K_DOWN, "down", "↓" },	    { K_LEFT, "left", "←" },
	{ K_RIGHT, "right", "→" },   { K_HOME, "home", "Home" },    { K_END, "end", "End" },
	{ K_PGUP, "pgup", "PgUp" },  { K_PGDN, "pgdn", "PgDn" },    { K_INS, "ins", "Ins" },
	{ K_DEL, "del", "Del" },     { K_BACKSPACE, "backspace", "Bksp" }, { K_ENTER, "enter", "Enter" },
	{ K_TAB, "tab", "Tab" },     { K_ESC, "esc", "Esc" },	    { ' ', "space", "Space" },
	{ K_F1, "F1", "F1" },	     { K_F2, "F2", "F2" },	    { K_F3, "F3", "F3" },
	{ K_F4, "F4", "F4" },	     { K_F5, "F5", "F5" },	    { K_F6, "F6", "F6" },
	{ K_F7, "F7", "F7" },	     { K_F8, "F8", "F8" },	    { K_F9, "F9", "F9" },
	{ K_F10, "F10", "F10" },     { K_F11, "F11", "F11" },	    { K_F12, "F12", "F12" },
	{ K_WHEEL_UP, "wheel-up", "wheel" }, { K_WHEEL_DOWN, "wheel-down", "wheel" },
	{ K_CLICK, "click", "click" }, { K_PASTE, "paste", "paste" },
};

static void key_base_name(ui_key base, bool brief, struct sbuf *out)
{
	for (size_t i = 0; i < ARRAY_SIZE(key_names); i++) {
		if (key_names[i].key == base) {
			sbuf_addstr(out, brief ? key_names[i].brief : key_names[i].name);
			return;
		}
	}
	if (base < K_SPECIAL)
		utf8_encode(out, base);
}

void keys_name(ui_key key, struct sbuf *out)
{
	if (key & KEY_MOD_CTRL)
		sbuf_addstr(out, "ctrl-");
	if (key & KEY_MOD_ALT)
		sbuf_addstr(out, "alt-");
	if (key & KEY_MOD_SHIFT)
		sbuf_addstr(out, "shift-");
	key_base_name(key & ~(ui_key)KEY_MODS, false, out);
}

void keys_short(ui_key key, struct sbuf *out)
{
	ui_key base = key & ~(ui_key)KEY_MODS;

	if ((key & KEY_MODS) == KEY_MOD_CTRL && base < 0x80) {
		sbuf_addf(out, "^%c", base >= 'a' && base <= 'z' ? (char)(base - 32) : (char)base);
		return;
	}
	if (key & KEY_MOD_CTRL)
		sbuf_addstr(out, "C-");
	if (key & KEY_MOD_ALT)
		sbuf_addstr(out, "M-");
	if (key & KEY_MOD_SHIFT)
		sbuf_addstr(out, "S-");
	key_base_name(base, true, out);
}

static bool strip(const char **name, const char *prefix)
{
	size_t n = strlen(prefix);

	if (strncmp(*name, prefix, n) || !(*name)[n])
		return false;
	*name += n;
	return true;
}

bool keys_find(const char *name, ui_key *out)
{
	ui_key mods = 0;

	for (ui_key more = 1; more;) {
		more = strip(&name, "ctrl-") ? KEY_MOD_CTRL : 0;
		more |= strip(&name, "alt-") ? KEY_MOD_ALT : 0;
		more |= strip(&name, "shift-") ? KEY_MOD_SHIFT : 0;
		mods |= more;
	}
	for (size_t i = 0; i < ARRAY_SIZE(key_names); i++) {
		if (streq(key_names[i].name, name)) {
			*out = key_names[i].key | mods;
			return true;
		}
	}
	size_t len = strlen(name), used = 0;
	uint32_t cp = len ? utf8_decode(name, len, &used) : 0;
	if (!len || used != len || cp < 0x20)
		return false;
	*out = cp | mods;
	return true;
}

bool key_is_text(ui_key key)
{
	return !(key & (KEY_MOD_ALT | KEY_MOD_CTRL)) && (key & ~(ui_key)KEY_MODS) >= 0x20 &&
	       (key & ~(ui_key)KEY_MODS) < K_SPECIAL && (key & ~(ui_key)KEY_MODS) != 0x7f;
}
