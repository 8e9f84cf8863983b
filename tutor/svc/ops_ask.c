/* Operation: ask. */
#include <ctype.h>

#include "base/file.h"
#include "learn/course.h"
#include "svc/answer.h"
#include "svc/app.h"
#include "svc/ops_list.h"

#define QUESTION_MAX 20000
#define ERROR_MAX (1 << 20)

struct asking {
	struct call *call;
	struct answering *answering;
	struct sbuf code;
};

static void asking_free(struct asking *k)
{
	sbuf_release(&k->code);
	free(k);
}

static void fail(struct asking *k, enum error_kind kind, const char *fix, const char *sentence)
{
	struct call *call = k->call;

	call->priv = NULL;
	call_fail(call, kind, fix, "%s", sentence);
	asking_free(k);
}

static void part(void *ctx, const struct ask_report *r)
{
	struct call *call = ((struct asking *)ctx)->call;

	if (call->hooks.part)
		call->hooks.part(call, &ask_report_type, r);
}

static void done(void *ctx, struct ask_report *r, enum error_kind kind, const char *err, const char *fix)
{
	struct asking *k = ctx;
	struct call *call = k->call;

	if (!r) {
		fail(k, kind, fix, err);
		return;
	}
	asking_free(k);
	call->priv = NULL;
	call_finish(call, &ask_report_type, r, !r->found);
}

/* "12", "12-15". */
static int read_lines(const char *s, int *from, int *to, struct sbuf *err)
{
	char *end;
	long a = strtol(s, &end, 10), b = a;

	if (isdigit((unsigned char)*s) && *end == '-' && isdigit((unsigned char)end[1]))
		b = strtol(end + 1, &end, 10);
	if (!isdigit((unsigned char)*s) || *end || a < 1 || b < a || b > 1000000)
		return error(err, "lines is \"%.40s\"; it must look like 12 or 12-15.", s);
	*from = (int)a;
	*to = (int)b;
	return 0;
}

static int count_lines(const struct sbuf *code)
{
	int n = code->len && code->buf[code->len - 1] != '\n';

	for (size_t i = 0; i < code->len; i++)
		n += code->buf[i] == '\n';
	return n;
}

static int read_code(struct asking *k, struct answer_spec *spec, struct sbuf *err)
{
	const char *path = call_str(k->call, "code"), *source = call_str(k->call, "source"), *lines = call_str(k->call, "lines");

	if (path && source)
		return error(err, "Give code or source, not both.");
	if (path && file_read_text(path, 8u << 20, "a Rust source file", &k->code, err) < 0)
		return -1;
	if (source)
		sbuf_addstr(&k->code, source);
	if (lines && !path && !source)
		return error(err, "lines needs code: the file that they are of.");
	if (lines && read_lines(lines, &spec->line_from, &spec->line_to, err) < 0)
		return -1;
	if (spec->line_to > count_lines(&k->code))
		return error(err, "The code has only %d line%s.", count_lines(&k->code), count_lines(&k->code) == 1 ? "" : "s");
	if (k->code.len) {
		spec->code = k->code.buf;
		spec->code_len = k->code.len;
		spec->file = path ? path_base(path) : "the code";
	}
	return 0;
}

static int read_exercise(struct asking *k, struct answer_spec *spec, struct sbuf *err)
{
	const char *id = call_str(k->call, "exercise");
	struct course *course = id ? app_course(k->call->app, err) : NULL;

	if (id && (!course || !course_exercise(course, id, err)))
		return -1;
	spec->exercise = id;
	return 0;
}

static bool is_blank(const char *s)
{
	return !s || !s[strspn(s, " \t\r\n")];
}

static void ask_start(struct call *call)
{
	struct asking *k = xcalloc(1, sizeof(*k));
	struct answer_spec spec = { .question = call_str(call, "question"), .error = call_str(call, "error"),
				    .rung = (int)call_int(call, "rung", -1), .no_model = call_bool(call, "no_model"), .mode = call->mode,
				    .part = part, .done = done, .ctx = k };
	struct sbuf err = SBUF_INIT;
	struct answering *a;

	k->call = call;
	sbuf_init(&k->code);
	call->priv = k;
	if (is_blank(spec.question) && is_blank(spec.error)) {
		fail(k, ERROR_USAGE, NULL, "There is no question.");
	} else if (read_code(k, &spec, &err) < 0 || read_exercise(k, &spec, &err) < 0) {
		fail(k, ERROR_USAGE, NULL, err.buf);
	} else {
		a = answer_start(call->app, &spec);
		if (a)
			k->answering = a;
	}
	sbuf_release(&err);
}

static void ask_cancel(struct call *call)
{
	struct asking *k = call->priv;

	if (k && k->answering)
		answer_stop(k->answering);
}

static const struct op_arg ask_args[] = {
	{ .name = "question", .type = ARG_TEXT, .positional = true, .max = QUESTION_MAX,
	  .help = "a question in your own words, an error code, or pasted compiler text" },
	{ .name = "code", .type = ARG_PATH, .max = 4096, .help = "the Rust file that the question is about" },
	{ .name = "source", .type = ARG_TEXT, .max = 1 << 20, .help = "or its text itself" },
	{ .name = "lines", .type = ARG_STRING, .max = 40, .help = "the marked lines of it, such as 12-15" },
	{ .name = "error", .type = ARG_TEXT, .max = ERROR_MAX, .help = "what the compiler or the program said" },
	{ .name = "exercise", .type = ARG_STRING, .max = 200, .help = "the exercise at hand: nothing that solves it is shown below rung 5" },
	{ .name = "rung", .type = ARG_INT, .min = 0, .max = RUNG_MAX, .help = "of an error's steps show those up to this rung (0 to 5)" },
	{ .name = "no_model", .type = ARG_BOOL, .help = "without the language model" },
};

const struct op op_ask = {
	.name = "ask", .words = "ask", .title = "Ask a question",
	.help = "Answers a question step by step from the cards and the Rust documentation, with citations. Complete without a model; "
		"exit 1 when it is not in the notes.",
	.args = ask_args, .n_args = ARRAY_SIZE(ask_args),
	.result_schema = "{\"type\":\"object\",\"required\":[\"found\",\"steps\",\"cites\",\"model\",\"dropped\"]}",
	.fronts = FRONT_ALL, .flags = OP_RUNS_CODE | OP_NOT_IN_EXAM, .start = ask_start, .cancel = ask_cancel,
};
