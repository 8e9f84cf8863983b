/*
 * ops: the one table of operations that every front serves (design section 4), and its dispatcher.
 *
 * An operation is asynchronous: op_start checks the arguments against the table, the mode and the front,
 * then calls start; the call reports progress and parts, and ends once, with a result or an error.
 * Results are typed: a `struct result_type` knows how to write itself as JSON and as plain text.
 */
#ifndef SVC_OPS_H
#define SVC_OPS_H

#include "base/json.h"

struct app;
struct call;

enum op_front { FRONT_TUI = 1 << 0, FRONT_CLI = 1 << 1, FRONT_MCP = 1 << 2, FRONT_HTTP = 1 << 3, FRONT_ALL = 15 };
enum op_flags { OP_WRITES = 1 << 0, OP_RUNS_CODE = 1 << 1, OP_NOT_IN_EXAM = 1 << 2, OP_LONG = 1 << 3 };
enum arg_type { ARG_STRING, ARG_INT, ARG_BOOL, ARG_PATH, ARG_TEXT /* may be long */, ARG_ENUM };
enum op_mode { MODE_PRACTICE, MODE_HOMEWORK, MODE_EXAM };
enum error_kind { ERROR_USAGE = 2 /* wrong use or bad input */, ERROR_NEEDED = 3 /* something is missing or broken */ };

struct op_arg {
	const char *name;    /* snake_case; the CLI's flag is --name with dashes */
	enum arg_type type;
	bool required;
	bool positional;     /* a word of its own on the command line, in table order */
	int64_t min, max;    /* of an int; of a text's length when max > 0 */
	const char *const *values; /* ARG_ENUM: ends with NULL */
	const char *help;
};

struct result_type {
	const char *name;
	struct json *(*to_json)(const void *data);
	void (*to_plain)(const void *data, int width, bool ascii, struct sbuf *out);
	void (*free)(void *data);
};

struct op {
	const char *name;     /* snake_case: "pack_check" */
	const char *words;    /* the CLI's words: "pack check" */
	const char *title;    /* for the palette */
	const char *help;     /* one or two sentences */
	const struct op_arg *args;
	size_t n_args;
	const char *result_schema; /* JSON schema of the result, as text */
	unsigned fronts, flags;
	void (*start)(struct call *call);
	void (*cancel)(struct call *call); /* NULL: it is short */
};

const struct op *const *ops_all(size_t *n);
const struct op *op_find(const char *name);

struct call_hooks {
	void (*progress)(struct call *call, const char *text, int64_t done, int64_t total); /* may be NULL */
	void (*part)(struct call *call, const struct result_type *type, const void *data);   /* may be NULL */
	void (*done)(struct call *call);
	void *ctx;
};

struct call {
	struct app *app;
	const struct op *op;
	struct json *args;      /* object, checked: types and bounds hold */
	enum op_front front;
	enum op_mode mode;
	struct call_hooks hooks; /* the front's */
	/* the end: valid in done and until call_free */
	const struct result_type *type; /* NULL: it failed */
	void *data;
	bool no;                /* done, but the answer is no: a check failed, nothing found (exit 1) */
	enum error_kind error;
	char *message, *fix;    /* of an error; fix: the command that mends it, or NULL */
	void *priv;             /* the operation's own, freed by it before the end */
	bool ended;
};

/*
 * Starts an operation; args is taken. Wrong arguments: done comes with ERROR_USAGE from within this call,
 * as it may with any short operation. The front frees the call with call_free after done.
 */
struct call *op_start(struct app *app, const struct op *op, struct json *args_take, enum op_front front,
		      enum op_mode mode, const struct call_hooks *hooks);
void call_cancel(struct call *call);
/* Cancels it and lets go of it: no hook is called any more, it frees itself at its end. NULL is fine. */
void call_abandon(struct call *call);
void call_free(struct call *call);

/* For operations. */
void call_finish(struct call *call, const struct result_type *type, void *data_take, bool no);
void call_fail(struct call *call, enum error_kind kind, const char *fix, const char *fmt, ...) PRINTF_LIKE(4, 5);
void call_progress(struct call *call, int64_t done, int64_t total, const char *fmt, ...) PRINTF_LIKE(4, 5);
const char *call_str(const struct call *call, const char *arg); /* NULL when absent */
int64_t call_int(const struct call *call, const char *arg, int64_t def);
bool call_bool(const struct call *call, const char *arg);

/* {"error":{"kind","message","fix"}} */
struct json *call_error_json(const struct call *call);
/* JSON schema of an operation's arguments. */
struct json *op_args_schema(const struct op *op);

#endif
