/* inner: words that begin with "__": parts of tutor that run as a child of itself. */
#ifndef SVC_INNER_H
#define SVC_INNER_H

/* The exit code, or -1 when argv[1] is no such word. */
int inner_main(int argc, char **argv);

#endif
