#include "ui/term_keys.h"

#include <curses.h>

#include "base/utf8.h"

/* Our own codes above all of curses': CODE_KEYS + index in table * 8 + modifiers (xterm's number - 1). */
enum { CODE_PASTE_BEGIN = 4000, CODE_PASTE_END, CODE_MOUSE, CODE_FOCUS_IN, CODE_FOCUS_OUT, CODE_KEYS = 4100 };

/* Keys that xterm and its kin report as CSI 1;m L (letter) or CSI n;m ~ (number). */
static const struct {
	ui_key key;
	char letter;
	int number;
} csi_keys[] = {
	{ K_UP, 'A', 0 },    { K_DOWN, 'B', 0 },  { K_RIGHT, 'C', 0 }, { K_LEFT, 'D', 0 },  { K_END, 'F', 0 },
	{ K_HOME, 'H', 0 },  { K_F1, 'P', 0 },	  { K_F2, 'Q', 0 },    { K_F3, 'R', 0 },    { K_F4, 'S', 0 },
	{ K_HOME, 0, 1 },    { K_INS, 0, 2 },	  { K_DEL, 0, 3 },     { K_END, 0, 4 },	    { K_PGUP, 0, 5 },
	{ K_PGDN, 0, 6 },    { K_HOME, 0, 7 },	  { K_END, 0, 8 },     { K_F1, 0, 11 },	    { K_F2, 0, 12 },
	{ K_F3, 0, 13 },     { K_F4, 0, 14 },	  { K_F5, 0, 15 },     { K_F6, 0, 17 },	    { K_F7, 0, 18 },
	{ K_F8, 0, 19 },     { K_F9, 0, 20 },	  { K_F10, 0, 21 },    { K_F11, 0, 23 },    { K_F12, 0, 24 },
};

static const struct {
	int code;
	ui_key key;
} curses_keys[] = {
	{ KEY_UP, K_UP }, { KEY_DOWN, K_DOWN }, { KEY_LEFT, K_LEFT }, { KEY_RIGHT, K_RIGHT },
	{ KEY_HOME, K_HOME }, { KEY_END, K_END }, { KEY_PPAGE, K_PGUP }, { KEY_NPAGE, K_PGDN },
	{ KEY_IC, K_INS }, { KEY_DC, K_DEL }, { KEY_BACKSPACE, K_BACKSPACE }, { KEY_ENTER, K_ENTER },
	{ KEY_BTAB, K_TAB | KEY_MOD_SHIFT }, { KEY_SLEFT, K_LEFT | KEY_MOD_SHIFT },
	{ KEY_SRIGHT, K_RIGHT | KEY_MOD_SHIFT }, { KEY_SR, K_UP | KEY_MOD_SHIFT },
	{ KEY_SF, K_DOWN | KEY_MOD_SHIFT }, { KEY_SHOME, K_HOME | KEY_MOD_SHIFT },
	{ KEY_SEND, K_END | KEY_MOD_SHIFT }, { KEY_SDC, K_DEL | KEY_MOD_SHIFT },
	{ KEY_A1, K_HOME }, { KEY_A3, K_PGUP }, { KEY_C1, K_END }, { KEY_C3, K_PGDN },
};

static void define(int code, const char *fmt, ...) PRINTF_LIKE(2, 3);
static void define(int code, const char *fmt, ...)
{
	struct sbuf b = SBUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	sbuf_vaddf(&b, fmt, ap);
	va_end(ap);
	define_key(b.buf, code);
	sbuf_release(&b);
}

void term_keys_define(void)
{
	for (size_t i = 0; i < ARRAY_SIZE(csi_keys); i++) {
		int code = CODE_KEYS + (int)i * 8;
		if (csi_keys[i].letter && csi_keys[i].letter < 'P')
			define(code, "\033[%c", csi_keys[i].letter);
		for (int m = 1; m < 8; m++) {
			if (csi_keys[i].letter)
				define(code + m, "\033[1;%d%c", m + 1, csi_keys[i].letter);
			else
				define(code + m, "\033[%d;%d~", csi_keys[i].number, m + 1);
		}
		if (csi_keys[i].number)
			define(code, "\033[%d~", csi_keys[i].number);
	}
	define(CODE_PASTE_BEGIN, "\033[200~");
	define(CODE_PASTE_END, "\033[201~");
	define(CODE_MOUSE, "\033[<");
	define(CODE_FOCUS_IN, "\033[I");
	define(CODE_FOCUS_OUT, "\033[O");
}

static ui_key key_of_code(int code)
{
	size_t i = code >= CODE_KEYS ? (size_t)(code - CODE_KEYS) / 8 : ARRAY_SIZE(csi_keys);

	if (i < ARRAY_SIZE(csi_keys)) {
		int m = (code - CODE_KEYS) % 8;
		return csi_keys[i].key | (m & 1 ? KEY_MOD_SHIFT : 0) | (m & 2 ? KEY_MOD_ALT : 0) |
		       (m & 4 ? KEY_MOD_CTRL : 0);
	}
	for (i = 0; i < ARRAY_SIZE(curses_keys); i++) {
		if (curses_keys[i].code == code)
			return curses_keys[i].key;
	}
	if (code >= KEY_F(1) && code <= KEY_F(12))
		return K_F1 + (ui_key)(code - KEY_F(1));
	/* terminfo numbers shifted function keys on from 13 */
	if (code >= KEY_F(13) && code <= KEY_F(24))
		return (K_F1 + (ui_key)(code - KEY_F(13))) | KEY_MOD_SHIFT;
	return 0;
}

static ui_key key_of_char(wint_t ch)
{
	if (ch == '\t')
		return K_TAB;
	if (ch == '\r' || ch == '\n')
		return K_ENTER;
	if (ch == 0x7f || ch == 0x08)
		return K_BACKSPACE;
	if (ch == 0)
		return KEY_CTRL(' ');
	if (ch < 27)
		return KEY_CTRL(ch + 'a' - 1);
	if (ch == 27)
		return K_ESC;
	if (ch < 32)
		return KEY_CTRL(ch + '@');
	return (ui_key)ch;
}

/* State between reads: a sequence may come in pieces. */
static struct {
	bool esc;            /* an escape that may begin alt-key */
	bool paste, mouse;
	struct sbuf pasted;
	char report[24];     /* "0;12;5" of a mouse report */
	size_t report_len;
} st = { .pasted = SBUF_INIT };

typedef void input_cb(void *ctx, const struct input *in);

static void emit_key(input_cb *input, void *ctx, ui_key key)
{
	struct input in = { .key = key };

	if (key)
		input(ctx, &in);
}

static void paste_char(wint_t ch)
{
	if (st.pasted.len >= TERM_PASTE_MAX)
		return;
	if (ch == '\r')
		ch = '\n';
	if (ch >= 32 || ch == '\n' || ch == '\t')
		utf8_encode(&st.pasted, ch);
}

static void paste_end(input_cb *input, void *ctx)
{
	struct input in = { .key = K_PASTE, .text = st.pasted.buf, .len = st.pasted.len };

	st.paste = false;
	input(ctx, &in);
	sbuf_release(&st.pasted);
}

/* An SGR mouse report: button;column;row, then M (pressed) or m (released). */
static void mouse_end(input_cb *input, void *ctx, bool pressed)
{
	struct input in = { 0 };
	char *end;

	st.mouse = false;
	st.report[st.report_len] = 0;
	long button = strtol(st.report, &end, 10);
	if (*end != ';')
		return;
	in.x = (int)strtol(end + 1, &end, 10) - 1;
	if (*end != ';')
		return;
	in.y = (int)strtol(end + 1, &end, 10) - 1;
	if (button == 64 || button == 65)
		in.key = button == 64 ? K_WHEEL_UP : K_WHEEL_DOWN;
	else if ((button & 3) == 0 && button < 32 && pressed)
		in.key = K_CLICK;
	if (in.key)
		input(ctx, &in);
}

static void mouse_char(input_cb *input, void *ctx, wint_t ch)
{
	if (ch == 'M' || ch == 'm')
		mouse_end(input, ctx, ch == 'M');
	else if ((ch == ';' || (ch >= '0' && ch <= '9')) && st.report_len + 1 < sizeof(st.report))
		st.report[st.report_len++] = (char)ch;
	else
		st.mouse = false;
}

static void feed_code(input_cb *input, void *ctx, int code)
{
	if (code == CODE_PASTE_END && st.paste) {
		paste_end(input, ctx);
		return;
	}
	if (st.paste)
		return; /* a key's sequence inside pasted text: nothing to type */
	if (code == CODE_PASTE_BEGIN) {
		st.paste = true;
		sbuf_reset(&st.pasted);
	} else if (code == CODE_MOUSE) {
		st.mouse = true;
		st.report_len = 0;
	} else {
		ui_key key = key_of_code(code);
		emit_key(input, ctx, key && st.esc ? key | KEY_MOD_ALT : key);
	}
	st.esc = false;
}

static void feed_char(input_cb *input, void *ctx, wint_t ch)
{
	if (st.paste) {
		paste_char(ch);
	} else if (st.mouse) {
		mouse_char(input, ctx, ch);
	} else if (st.esc) {
		st.esc = false;
		if (ch == 27)
			emit_key(input, ctx, K_ESC);
		else
			emit_key(input, ctx, key_of_char(ch) | KEY_MOD_ALT);
	} else if (ch == 27) {
		st.esc = true;
	} else {
		emit_key(input, ctx, key_of_char(ch));
	}
}

void term_keys_read(input_cb *input, void *ctx)
{
	wint_t ch;

	for (int rc = get_wch(&ch); rc != ERR; rc = get_wch(&ch)) {
		if (rc == KEY_CODE_YES)
			feed_code(input, ctx, (int)ch);
		else
			feed_char(input, ctx, ch);
	}
	if (st.esc) {
		st.esc = false;
		emit_key(input, ctx, K_ESC);
	}
}
