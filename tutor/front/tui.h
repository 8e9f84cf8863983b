/* tui: the program on a terminal. */
#ifndef FRONT_TUI_H
#define FRONT_TUI_H

struct app;

/*
 * Runs until the user quits. open: a place such as "lesson:moves" or "exercise:ID"; NULL: where the user
 * left off, else the home page. The exit code: 0, or 3 with one sentence on standard error when there is no
 * usable terminal.
 */
int tui_main(struct app *app, const char *open);

#endif
