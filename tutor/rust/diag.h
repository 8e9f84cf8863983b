/*
 * diag: what rustc says (its JSON, cargo's JSON, or pasted text) as diagnostics. Strings are
 * owned by the list. Lines and columns are from 1, columns count characters, offsets are bytes
 * into the file, ends are half open; hostile values are clamped.
 *
 * Left out: rustc's closing lines ("aborting due to …", "N warnings emitted", "For more
 * information …"), and a diagnostic that was there before, word for word (cargo says the same
 * thing once a target).
 */
#ifndef RUST_DIAG_H
#define RUST_DIAG_H

#include "base/json.h"

enum diag_level { DIAG_ERROR, DIAG_WARNING, DIAG_NOTE, DIAG_HELP, DIAG_FAILURE_NOTE, DIAG_ICE };

enum diag_applicability {
	DIAG_APP_NONE, DIAG_APP_MACHINE, DIAG_APP_MAYBE, DIAG_APP_PLACEHOLDERS, DIAG_APP_UNSPECIFIED,
};

struct diag_span {
	char *file;
	uint32_t byte_start, byte_end; /* 0, 0 in pasted text: it has no offsets */
	uint32_t line, col, line_end, col_end;
	bool primary;
	char *label;        /* NULL when there is none */
	char *text;         /* the first source line, as rustc saw it; NULL when it gave none */
	uint32_t hl_start, hl_end; /* highlighted columns in text, from 1, half open */
	char *suggestion;   /* replacement text; NULL when this is no suggestion */
	enum diag_applicability applicability;
	/*
	 * The outermost macro that this span was expanded from ("println!", "#[derive(Debug)]");
	 * NULL when none. A span in a macro of somebody else's (std, a crate) is moved to the
	 * outermost call in the learner's file, and from_expansion says so: no place to edit. A
	 * span in a macro of the learner's own stays, and the error gets one more span, "in this
	 * macro invocation", at the outermost call, as rustc's text has it.
	 */
	char *macro_name;
	bool from_expansion;
};

struct diag {
	enum diag_level level;
	char *code;         /* "E0382", a lint's name, or NULL */
	char *explanation;  /* what `rustc --explain` says, when the JSON carries it; or NULL */
	char *message;
	char *rendered;     /* rustc's own text without colour; NULL in children */
	struct diag_span *spans;
	size_t n_spans;
	struct diag *children; /* notes and helps */
	size_t n_children;
	bool root;          /* an error with a cause of its own; set by diags_find_roots */
	int root_of;        /* index of the error it follows from; -1 when none is known */
};

struct diags {
	struct diag *v;
	size_t n, alloc;
	size_t errors, warnings; /* counts */
	size_t skipped;          /* lines or diagnostics over a limit: there is more than v says */
	int first;               /* the root to begin with; -1 when there is none; set by diags_find_roots */
};

#define DIAGS_INIT { NULL, 0, 0, 0, 0, 0, -1 }
#define DIAG_MAX_LINE (4u << 20) /* a longer line of JSON is skipped, and counted */
#define DIAG_MAX 1000            /* diagnostics in a list; more are skipped, and counted */
#define DIAG_MAX_PARTS 200       /* spans, and children, of one diagnostic; more are left out */

/*
 * Reads rustc's --error-format=json output (stderr), or cargo's --message-format=json (stdout):
 * lines that are no JSON are skipped. Appends.
 */
void diags_parse(const char *text, size_t len, struct diags *out);
/*
 * Reads the human form of rustc's output (pasted by a learner, colours and all). Appends what it
 * understands: level, code, message, places, labels with their spans (multi-line ones too), notes
 * and helps. No byte offsets, no suggestions as edits.
 */
void diags_parse_human(const char *text, size_t len, struct diags *out);
void diags_release(struct diags *d);
void diag_release(struct diag *d);
/* Takes d's contents. Counts it; drops it (released) when it is a closing line, a double, or one too many. */
void diags_push_take(struct diags *out, struct diag *d);
/* Is this path outside what the learner wrote: std, a registry crate? */
bool diag_foreign_file(const char *file);

/* Marks root errors, and cascades with their cause: the rules stand at the top of diag_root.c. */
void diags_find_roots(struct diags *d);
/* When rustc would have found it; an error of an earlier phase is looked at first. */
enum diag_phase { DIAG_PHASE_PARSE, DIAG_PHASE_RESOLVE, DIAG_PHASE_TYPE, DIAG_PHASE_BORROW, DIAG_PHASE_LATE };
enum diag_phase diag_phase(const struct diag *d);
/* The error to explain first; NULL when there is no error. Needs diags_find_roots. */
const struct diag *diags_root(const struct diags *d);
const struct diag_span *diag_primary(const struct diag *d); /* NULL when it has no span */

/*
 * Labels of an error and of its children in the order of the source (line, column): the story.
 * The text is the label; a primary span without one has the message, a child's span without one
 * the child's message ("function defined here"). Places outside the learner's files are left out.
 * Each entry borrows from d.
 */
struct diag_label {
	const struct diag_span *span;
	const char *text;
	bool primary;
	bool child;         /* from a note or help */
};
size_t diag_labels(const struct diag *d, struct diag_label *out, size_t max);
/* What rustc quotes in back ticks in the message, in order (first: mostly the name), appended. */
void diag_names(const struct diag *d, struct strv *out);
/*
 * Keys for looking up knowledge, appended: level 1 the code (or "-"); 2 code|message; 3
 * code|message|label of the primary span, where what is quoted becomes `_`; 4 as 3, but inside
 * the quotes only user names become `_` (std names and keywords stay). Digits become `#` from
 * level 2 on.
 */
void diag_key(const struct diag *d, int level, struct sbuf *out);
/* Is it a name of std's that keys of level 4 keep ("String", "clone")? */
bool diag_is_std_name(const char *name);
/*
 * Does a card's pattern ("use of moved value: _") match the whole of this message or label? Each
 * `_` stands for any text, also none (so the underscore of a name matches itself, among others).
 */
bool diag_matches(const char *pattern, const char *text);

#endif
