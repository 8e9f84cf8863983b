#include "ui/term.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <sodium.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "base/log.h"
#include "base/utf8.h"
#include "io/loop.h"
#include "ui/term_keys.h"

#define MODES_ON  "\033[?2004h"
#define MOUSE_ON  "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"
/* Everything that we may have switched on, off again; harmless where it never was. */
#define MODES_OFF MOUSE_OFF "\033[?2004l\033[?2026l\033[0m\033[?25h"

static struct {
	struct loop *loop;
	struct term_config cfg;
	SCREEN *screen;
	loop_id input;
	bool open, away;          /* away: another program has the terminal */
	bool mouse, plain_modes;  /* plain_modes: a terminal that knows no private modes */
	bool all;                 /* draw everything */
	enum theme_kind theme;
	int colors;
	struct canvas shown;      /* what the terminal shows */
	struct termios before;
	bool have_before;
	int saved_stderr;
	struct { short fg, bg; } pairs[512];
	int n_pairs;
	struct { attr_t attr; short pair; bool known; } looks[UI_STYLE_COUNT][OVER_COUNT];
	char reset[512];          /* for the signal handlers */
	size_t reset_len;
} t = { .saved_stderr = -1 };

static void put(const char *s)
{
	size_t len = strlen(s);

	while (len) {
		ssize_t n = write(STDOUT_FILENO, s, len);
		if (n < 0 && errno != EINTR)
			return;
		if (n > 0) {
			s += n;
			len -= (size_t)n;
		}
	}
}

/* --- leaving in a crash --- */

static const int crash_signals[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT };

/* Only async-signal-safe calls: write, tcsetattr, signal, raise. */
static void crash(int sig)
{
	ssize_t n = write(STDOUT_FILENO, t.reset, t.reset_len);

	(void)n;
	if (t.have_before)
		tcsetattr(STDIN_FILENO, TCSANOW, &t.before);
	signal(sig, SIG_DFL);
	raise(sig);
}

static void catch_crashes(void)
{
	/* its own stack, so that a stack overflow of ours restores the terminal too */
	static char stack[16384];
	stack_t alt = { .ss_sp = stack, .ss_size = sizeof(stack) };
	struct sigaction sa = { .sa_handler = crash, .sa_flags = (int)(SA_ONSTACK | SA_RESETHAND | SA_NODEFER) };

	sigaltstack(&alt, NULL);
	sigemptyset(&sa.sa_mask);
	for (size_t i = 0; i < ARRAY_SIZE(crash_signals); i++)
		sigaction(crash_signals[i], &sa, NULL);
}

static void prepare_reset(void)
{
	struct sbuf b = SBUF_INIT;
	const char *caps[] = { tigetstr("rmkx"), tigetstr("sgr0"), tigetstr("cnorm"), tigetstr("rmcup") };

	if (!t.plain_modes)
		sbuf_addstr(&b, MODES_OFF);
	for (size_t i = 0; i < ARRAY_SIZE(caps); i++) {
		if (caps[i] && caps[i] != (char *)-1)
			sbuf_addstr(&b, caps[i]);
	}
	t.reset_len = MIN(b.len, sizeof(t.reset));
	memcpy(t.reset, b.buf, t.reset_len);
	sbuf_release(&b);
}

/* --- life cycle --- */

static void on_input(void *ctx, int fd, unsigned events)
{
	(void)ctx;
	(void)fd;
	term_keys_read(t.cfg.input, t.cfg.ctx);
	/* A terminal that is gone stays readable for ever. */
	if ((events & LOOP_HUP) && t.cfg.ended)
		t.cfg.ended(t.cfg.ctx);
}

static void on_resize(void *ctx, int sig)
{
	struct winsize ws;

	(void)ctx;
	(void)sig;
	if (t.away || ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws) || !ws.ws_row || !ws.ws_col)
		return;
	resize_term(ws.ws_row, ws.ws_col);
	term_redraw();
	t.cfg.resized(t.cfg.ctx);
}

static void on_end(void *ctx, int sig)
{
	(void)ctx;
	(void)sig;
	t.cfg.ended(t.cfg.ctx);
}

static void on_continue(void *ctx, int sig)
{
	(void)ctx;
	(void)sig;
	if (t.away)
		return;
	reset_prog_mode();
	on_resize(NULL, SIGWINCH);
	term_redraw();
	t.cfg.resized(t.cfg.ctx);
}

static void steal_stderr(void)
{
	int fd = log_fd() >= 0 ? dup(log_fd()) : open("/dev/null", O_WRONLY | O_CLOEXEC);

	if (fd < 0)
		return;
	t.saved_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
	fflush(stderr);
	dup2(fd, STDERR_FILENO);
	close(fd);
}

static void give_stderr_back(void)
{
	if (t.saved_stderr < 0)
		return;
	dup2(t.saved_stderr, STDERR_FILENO);
	close(t.saved_stderr);
	t.saved_stderr = -1;
}

static void set_modes(void)
{
	raw(); /* ctrl-c, ctrl-z, ctrl-s and ctrl-q are keys of ours */
	noecho();
	nonl();
	intrflush(stdscr, FALSE);
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	leaveok(stdscr, FALSE);
	scrollok(stdscr, FALSE);
	if (!t.plain_modes) {
		put(MODES_ON);
		if (t.mouse)
			put(MOUSE_ON);
	}
}

static void start_colors(void)
{
	t.colors = 0;
	if (has_colors() && start_color() == OK) {
		use_default_colors();
		t.colors = COLORS >= 256 ? 256 : COLORS >= 16 ? 16 : COLORS >= 8 ? 8 : 0;
	}
	t.theme = theme_choose(t.cfg.theme, getenv("NO_COLOR"), getenv("COLORFGBG"), t.colors);
}

int term_open(struct loop *loop, const struct term_config *cfg, struct sbuf *err)
{
	t.loop = loop;
	t.cfg = *cfg;
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return error(err, "This needs a terminal; `tutor --plain` works without one.");
	t.have_before = !tcgetattr(STDIN_FILENO, &t.before);
	/* Before newterm: where a handler is set, or the signal ignored, curses keeps its own away. */
	loop_on_signal(loop, SIGWINCH, on_resize, NULL);
	loop_on_signal(loop, SIGTERM, on_end, NULL);
	loop_on_signal(loop, SIGHUP, on_end, NULL);
	loop_on_signal(loop, SIGCONT, on_continue, NULL);
	signal(SIGTSTP, SIG_IGN);
	t.screen = newterm(NULL, stdout, stdin);
	signal(SIGTSTP, SIG_DFL);
	if (!t.screen)
		return error(err, "The terminal type `%s` is not known here; set TERM to one that is, such as xterm-256color.",
			     getenv("TERM") ? getenv("TERM") : "");
	set_escdelay(25);
	t.plain_modes = !tigetstr("cup") || tigetnum("colors") < 0;
	t.mouse = !cfg->no_mouse;
	start_colors();
	prepare_reset();
	catch_crashes();
	steal_stderr();
	set_modes();
	term_keys_define();
	canvas_init(&t.shown);
	t.open = t.all = true;
	t.input = loop_watch(loop, STDIN_FILENO, LOOP_READ, on_input, NULL);
	atexit(term_close);
	return 0;
}

void term_close(void)
{
	if (!t.open)
		return;
	t.open = false;
	loop_cancel(t.loop, t.input);
	if (!t.away) {
		if (!t.plain_modes)
			put(MODES_OFF);
		endwin();
	}
	delscreen(t.screen);
	canvas_release(&t.shown);
	give_stderr_back();
	for (size_t i = 0; i < ARRAY_SIZE(crash_signals); i++)
		signal(crash_signals[i], SIG_DFL);
}

void term_size(int *w, int *h)
{
	*w = COLS;
	*h = LINES;
}

bool term_ascii(void)
{
	return t.cfg.ascii;
}

int term_colors(void)
{
	return t.colors;
}

/* --- drawing --- */

/* Pairs are made as they are needed and kept; there are a few dozen combinations. */
static short pair_for(short fg, short bg)
{
	if (fg < 0 && bg < 0)
		return 0;
	for (int i = 0; i < t.n_pairs; i++) {
		if (t.pairs[i].fg == fg && t.pairs[i].bg == bg)
			return (short)(i + 1);
	}
	if (t.n_pairs + 1 >= COLOR_PAIRS || t.n_pairs == (int)ARRAY_SIZE(t.pairs))
		return 0;
	t.pairs[t.n_pairs].fg = fg;
	t.pairs[t.n_pairs].bg = bg;
	t.n_pairs++;
	init_pair((short)t.n_pairs, fg, bg);
	return (short)t.n_pairs;
}

static void look_for(int style, int over, attr_t *attr, short *pair)
{
	if (!t.looks[style][over].known) {
		struct look l = theme_look(t.theme, t.colors, style, (enum over)over);
		attr_t a = A_NORMAL;
		a |= l.attr & LOOK_BOLD ? A_BOLD : 0;
		a |= l.attr & LOOK_DIM ? A_DIM : 0;
		a |= l.attr & LOOK_UNDERLINE ? A_UNDERLINE : 0;
		a |= l.attr & LOOK_REVERSE ? A_REVERSE : 0;
		a |= l.attr & LOOK_ITALIC ? A_ITALIC : 0;
		t.looks[style][over].attr = a;
		t.looks[style][over].pair = t.colors ? pair_for(l.fg, l.bg) : 0;
		t.looks[style][over].known = true;
	}
	*attr = t.looks[style][over].attr;
	*pair = t.looks[style][over].pair;
}

/*
 * A cluster as curses takes it: one spacing character and marks that take no column. Terminals measure by
 * code point, so what joins several wide characters into one (a family of emoji) is cut to its first.
 * Returns the columns that it really takes.
 */
static int cluster_wide(const struct cell *cell, wchar_t out[CCHARW_MAX + 1])
{
	size_t n = 0, used;
	int width = 1;

	for (size_t i = 0; i < cell->len && n < CCHARW_MAX; i += used) {
		uint32_t cp = utf8_decode(cell->text + i, cell->len - i, &used);
		int w = wcwidth((wchar_t)cp);
		if (!n) {
			width = w;
			out[n++] = w > 0 ? (wchar_t)cp : L'?';
		} else if (w != 0 || cp == 0x200D) {
			break;
		} else if (cp != 0xFE0F) {
			out[n++] = (wchar_t)cp;
		}
	}
	out[n] = 0;
	return width > 0 ? width : 1;
}

static void draw_line(const struct canvas *c, int y)
{
	move(y, 0);
	for (int x = 0; x < c->w; x++) {
		const struct cell *cell = canvas_cell(c, x, y);
		wchar_t text[CCHARW_MAX + 1];
		cchar_t cc;
		attr_t attr;
		short pair;
		if (!cell->len)
			continue;
		look_for(cell->style, cell->over, &attr, &pair);
		int width = cluster_wide(cell, text);
		if (width > cell->width) { /* the C library thinks it is wider than we do */
			text[0] = L'?';
			text[1] = 0;
		}
		setcchar(&cc, text, attr, pair, NULL);
		mvadd_wch(y, x, &cc);
		if (width < cell->width) {
			setcchar(&cc, L" ", attr, pair, NULL);
			mvadd_wch(y, x + 1, &cc);
		}
	}
}

static bool line_changed(const struct canvas *c, int y)
{
	return memcmp(canvas_cell(c, 0, y), canvas_cell(&t.shown, 0, y), (size_t)c->w * sizeof(struct cell)) != 0;
}

static void remember(const struct canvas *c)
{
	if (t.shown.w != c->w || t.shown.h != c->h)
		canvas_reset(&t.shown, c->w, c->h);
	memcpy(t.shown.cells, c->cells, (size_t)c->w * (size_t)c->h * sizeof(struct cell));
}

void term_draw(const struct canvas *c)
{
	if (!t.open || t.away)
		return;
	bool all = t.all || t.shown.w != c->w || t.shown.h != c->h;
	for (int y = 0; y < c->h && c->w > 0; y++) {
		if (all || line_changed(c, y))
			draw_line(c, y);
	}
	if (t.all)
		clearok(curscr, TRUE);
	t.all = false;
	remember(c);
	curs_set(c->cursor ? 1 : 0);
	if (c->cursor)
		move(c->cy, c->cx);
	/* Synchronized output: the terminal shows the frame in one go; others ignore the mode. */
	if (!t.plain_modes)
		put("\033[?2026h");
	refresh();
	if (!t.plain_modes)
		put("\033[?2026l");
}

void term_redraw(void)
{
	t.all = true;
}

enum theme_kind term_theme(void)
{
	return t.theme;
}

void term_set_theme(enum theme_kind kind)
{
	t.theme = kind;
	memset(t.looks, 0, sizeof(t.looks));
	t.all = true;
}

bool term_mouse(void)
{
	return t.mouse;
}

void term_set_mouse(bool on)
{
	t.mouse = on;
	if (t.open && !t.plain_modes)
		put(on ? MOUSE_ON : MOUSE_OFF);
}

bool term_copy(const char *text, size_t len)
{
	if (!t.open || len > 74000 || t.plain_modes)
		return false;
	size_t room = sodium_base64_ENCODED_LEN(len, sodium_base64_VARIANT_ORIGINAL);
	char *b64 = xmalloc(room);
	sodium_bin2base64(b64, room, (const unsigned char *)text, len, sodium_base64_VARIANT_ORIGINAL);
	put("\033]52;c;");
	put(b64);
	put("\007");
	free(b64);
	return true;
}

/* --- giving the terminal away --- */

void term_leave(void)
{
	if (!t.open || t.away)
		return;
	t.away = true;
	loop_set_events(t.loop, t.input, 0);
	if (!t.plain_modes)
		put(MODES_OFF);
	def_prog_mode();
	endwin();
}

void term_return(void)
{
	if (!t.open || !t.away)
		return;
	t.away = false;
	reset_prog_mode();
	set_modes();
	loop_set_events(t.loop, t.input, LOOP_READ);
	term_redraw();
	on_resize(NULL, SIGWINCH);
	t.cfg.resized(t.cfg.ctx);
}

void term_stop(void)
{
	sigset_t stop, old;

	if (!t.open)
		return;
	term_leave();
	sigemptyset(&stop);
	sigaddset(&stop, SIGTSTP);
	sigprocmask(SIG_UNBLOCK, &stop, &old);
	kill(0, SIGTSTP);
	sigprocmask(SIG_SETMASK, &old, NULL);
	term_return();
}
