/* cli: words of the command line to one operation and back: results on stdout, progress and errors on stderr. */
#ifndef FRONT_CLI_H
#define FRONT_CLI_H

struct app;

/* Runs `tutor WORDS…` (argv without the program's name); returns the exit code: 0 done, 1 the answer is no, 2 wrong use, 3 something needed is missing or broken. */
int cli_main(struct app *app, int argc, char **argv);
/* The home page as plain text on stdout: what `tutor` prints without a terminal. */
int cli_home(struct app *app);
/* The list of commands. */
void cli_usage(int to_fd);

#endif
