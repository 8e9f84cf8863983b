/*
 * diag: rustc's (and cargo's) JSON to diagnostics. Strings are owned by the list. Lines and columns are
 * from 1, columns count characters, offsets are bytes into the file; hostile values are clamped.
 */
#ifndef RUST_DIAG_H
#define RUST_DIAG_H

#include "base/json.h"

enum diag_level { DIAG_ERROR, DIAG_WARNING, DIAG_NOTE, DIAG_HELP, DIAG_FAILURE_NOTE, DIAG_ICE };

enum diag_applicability { DIAG_APP_NONE, DIAG_APP_MACHINE, DIAG_APP_MAYBE, DIAG_APP_PLACEHOLDERS, DIAG_APP_UNSPECIFIED };

struct diag_span {
	char *file;
	uint32_t byte_start, byte_end;
	uint32_t line, col, line_end, col_end;
	bool primary;
	char *label;        /* NULL when there is none */
	char *text;         /* the first source line, as rustc saw it; NULL when it gave none */
	uint32_t hl_start, hl_end; /* highlighted columns in text, from 1, half open */
	char *suggestion;   /* replacement text; NULL when this is no suggestion */
	enum diag_applicability applicability;
	char *macro_name;   /* the macro this span was expanded from, e.g. "println!"; NULL */
	bool from_expansion;/* not in a file of the learner's: mapped to the outermost call site where possible */
};

struct diag {
	enum diag_level level;
	char *code;         /* "E0382", a lint's name, or NULL */
	char *message;
	char *rendered;     /* rustc's own text without colour; NULL in children */
	struct diag_span *spans;
	size_t n_spans;
	struct diag *children; /* notes and helps */
	size_t n_children;
	bool root;          /* to be explained first; set by diag_find_roots */
	int root_of;        /* index of the error it follows from; -1 when none is known */
};

struct diags {
	struct diag *v;
	size_t n, alloc;
	size_t errors, warnings; /* counts without the closing "aborting due to" */
};

#define DIAGS_INIT { NULL, 0, 0, 0, 0 }
#define DIAG_MAX_LINE (4u << 20) /* a longer line of JSON is skipped, and counted */

/* Reads rustc's --error-format=json output (stderr), or cargo's --message-format=json (stdout): lines that are no JSON are skipped. Appends. */
void diags_parse(const char *text, size_t len, struct diags *out);
/* Reads the human form of rustc's output (pasted by a learner, colours and all). Appends what it understands. */
void diags_parse_human(const char *text, size_t len, struct diags *out);
void diags_release(struct diags *d);
/* Marks root errors and cascades: see the comment in diag_root.c for the rules and where they come from. */
void diags_find_roots(struct diags *d);
/* The error to explain first; NULL when there is no error. */
const struct diag *diags_root(const struct diags *d);
const struct diag_span *diag_primary(const struct diag *d); /* NULL when it has no span */

/*
 * Labels of an error and of its children in the order of the source (line, column): the story. Each entry
 * borrows from d.
 */
struct diag_label {
	const struct diag_span *span;
	const char *text;
	bool primary;
};
size_t diag_labels(const struct diag *d, struct diag_label *out, size_t max);
/* Names that rustc quotes in back ticks in the message (first: the name), appended. */
void diag_names(const struct diag *d, struct strv *out);
/*
 * Keys for looking up knowledge: the code (or "-") with message and primary label where quoted user names
 * become `_`, digits `#`; std names kept at level 4 (facts: levels K1..K4).
 */
void diag_key(const struct diag *d, int level, struct sbuf *out);
/* Does a card's pattern ("use of moved value: _") match this message or label text? `_` stands for any text. */
bool diag_matches(const char *pattern, const char *text);

#endif
