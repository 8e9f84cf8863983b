/*
 * term: the terminal, and the only file that knows curses. One terminal a process, so no handle.
 *
 * It is left as it was found on every way out: term_close, exit, and the signals that kill (a handler only
 * writes a prepared string and restores the line discipline). Keys are read until there are none, because
 * one read a wake-up would leave half of an escape sequence inside ncurses. While the terminal is ours,
 * file descriptor 2 goes to the log, so that a stray message of a library cannot spoil the screen.
 */
#ifndef UI_TERM_H
#define UI_TERM_H

#include "ui/canvas.h"
#include "ui/keys.h"

struct loop;

struct term_config {
	const char *theme;    /* a theme's name, or NULL: chosen by the environment */
	bool no_mouse;
	bool ascii;
	void (*input)(void *ctx, const struct input *in);
	void (*resized)(void *ctx);
	void (*ended)(void *ctx); /* SIGTERM, SIGHUP, or the terminal is gone: leave the loop */
	void *ctx;
};

/* -1 and a sentence when there is no usable terminal. */
int term_open(struct loop *loop, const struct term_config *cfg, struct sbuf *err);
void term_close(void); /* may be called twice */
void term_size(int *w, int *h);
bool term_ascii(void);
int term_colors(void);

/* Copies the canvas to the terminal, changed lines only. */
void term_draw(const struct canvas *c);
void term_redraw(void); /* everything anew at the next term_draw */

enum theme_kind term_theme(void);
void term_set_theme(enum theme_kind kind);
bool term_mouse(void);
void term_set_mouse(bool on);
/* To the user's clipboard by OSC 52; false: longer than terminals take (100,000 bytes of base64). */
bool term_copy(const char *text, size_t len);

/* Gives the terminal to another program, and takes it back. */
void term_leave(void);
void term_return(void);
/* Stops the program as ctrl-z does; returns when it is continued. */
void term_stop(void);

#endif
