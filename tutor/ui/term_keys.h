/* term_keys: what get_wch gives, turned into inputs. A part of term.c; curses knows the escape sequences. */
#ifndef UI_TERM_KEYS_H
#define UI_TERM_KEYS_H

#include "ui/keys.h"

#define TERM_PASTE_MAX (1u << 20) /* a longer paste is cut */

/* Tells curses the sequences of modified keys, pastes and SGR mouse reports, whatever terminfo says. */
void term_keys_define(void);
/* Reads all there is. */
void term_keys_read(void (*input)(void *ctx, const struct input *in), void *ctx);

#endif
