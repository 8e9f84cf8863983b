/* Operation: ask. */
#include <ctype.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/utf8.h"
#include "learn/course.h"
#include "store/learner.h"
#include "store/transcript.h"
#include "svc/answer.h"
#include "svc/app.h"
#include "svc/gate.h"
#include "svc/ops_list.h"

#define QUESTION_MAX 20000
#define QUERY_KEPT 400 /* bytes of a question that the next one may need */
#define ERROR_MAX (1 << 20)

struct asking {
	struct call *call;
	struct answering *answering;
	struct sbuf code;
	struct thread thread; /* what it goes on from, and is kept as */
};

static void asking_free(struct asking *k)
{
	thread_release(&k->thread);
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

	if (call->hooks.part && !call_bool(call, "show_prompt"))
		call->hooks.part(call, &ask_report_type, r);
}

static void progress(void *ctx, const char *text)
{
	call_progress(((struct asking *)ctx)->call, 0, 0, "%s", text);
}

static void set(char **field, const char *text)
{
	char *copy = xstrdup(text ? text : "");

	free(*field);
	*field = copy;
}

/* The beginning of a text as a line, cut at a character. */
static void add_start(const char *text, struct sbuf *out)
{
	size_t len = strlen(text);

	if (len > QUERY_KEPT)
		len = utf8_cluster_at(text, len, QUERY_KEPT);
	sbuf_addf(out, "%s%.*s", out->len ? "\n" : "", (int)len, text);
}

/* What was shown: the card, or the passages; pages that a card only names were not read yet. */
static void add_pages(const struct ask_report *r, struct sbuf *out)
{
	if (r->card)
		sbuf_addf(out, "card:%s\n", r->card);
	if (r->error)
		sbuf_addf(out, "%s\n", r->error);
	for (size_t i = 0; i < r->cites.n && r->found; i++)
		sbuf_addf(out, "%s%s\n", r->by == ANSWER_PASSAGES ? "" : ANSWER_NAMED, r->cites.v[i].page);
}

/* What the next question of this thread goes on from. */
static void remember(struct asking *k, const struct ask_report *r)
{
	struct thread *t = &k->thread;
	const char *error = call_str(k->call, "error"), *exercise = call_str(k->call, "exercise");
	struct sbuf pages = SBUF_INIT, query = SBUF_INIT;

	if (!error && r->error && (strstr(r->question, "error[") || strstr(r->question, "error:")))
		error = r->question; /* pasted as the question */
	add_pages(r, &pages);
	if (t->pages && pages.len + strlen(t->pages) < 8000)
		sbuf_addstr(&pages, t->pages);
	/* "And why?" asked twice still goes on from the question that had words of its own. */
	if (t->query && *t->query && compose_is_follow_up(r->question))
		add_start(t->query, &query);
	add_start(*r->question ? r->question : error ? error : "", &query);
	if (r->marked)
		add_start(r->marked, &query);
	if (exercise || !t->exercise)
		set(&t->exercise, exercise);
	if (k->code.len || !t->code)
		set(&t->code, k->code.buf);
	if (error || !t->error)
		set(&t->error, error);
	set(&t->query, query.buf);
	set(&t->pages, pages.buf);
	sbuf_release(&query);
	sbuf_release(&pages);
}

/* A transcript that cannot be written is told; the answer stands. */
static void keep(struct asking *k, struct ask_report *r)
{
	struct sbuf err = SBUF_INIT, text = SBUF_INIT;
	struct learner *l = app_learner(k->call->app, &err);
	struct turn turn = { .at = clock_now(), .question = *r->question ? r->question : "(an error)", .model = r->model, .found = r->found };

	remember(k, r);
	ask_report_markdown(r, &text);
	turn.answer = text.buf;
	if (l && transcript_add(l, &k->thread, &turn, &err) == 0)
		r->thread = k->thread.id;
	else
		r->record_error = xstrdup(err.buf);
	sbuf_release(&text);
	sbuf_release(&err);
}

static void done(void *ctx, struct ask_report *r, enum error_kind kind, const char *err, const char *fix)
{
	struct asking *k = ctx;
	struct call *call = k->call;

	if (!r) {
		fail(k, kind, fix, err);
		return;
	}
	if (!r->prompt)
		keep(k, r);
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

/* The error that was pasted before belongs to "why?" and "how do I fix it?", not to a question with words of its own. */
static bool wants_error(const char *question)
{
	return !question || compose_is_follow_up(question) || compose_is_about_error(question) || compose_is_for_cure(question);
}

/* --thread: the code and the exercise of before are still at hand. */
static int read_thread(struct asking *k, struct answer_spec *spec, struct sbuf *err)
{
	const char *which = call_str(k->call, "thread");
	struct learner *l = which ? app_learner(k->call->app, err) : NULL;
	char *end;
	int64_t id = which && !streq(which, "last") ? strtoll(which, &end, 10) : 0;
	int rc;

	if (!which)
		return 0;
	if (!streq(which, "last") && (*end || id < 1))
		return error(err, "thread is \"%.40s\"; it must be a number of `tutor ask history`, or last.", which);
	rc = l ? transcript_thread(l, id, &k->thread, err) : -1;
	if (rc == 0 && id)
		return error(err, "There is no thread %lld (`tutor ask history` lists them).", (long long)id);
	if (rc <= 0)
		return rc; /* the last of none: a new one */
	spec->before = k->thread.query;
	spec->seen = k->thread.pages;
	if (!spec->error && !spec->code && *k->thread.error && wants_error(spec->question))
		spec->error = k->thread.error;
	if (!spec->code && *k->thread.code) {
		spec->code = k->thread.code;
		spec->code_len = strlen(k->thread.code);
		spec->file = "the code";
	}
	if (!spec->exercise && *k->thread.exercise)
		spec->exercise = k->thread.exercise;
	return 0;
}

static bool is_blank(const char *s)
{
	return !s || !s[strspn(s, " \t\r\n")];
}

static void ask_start(struct call *call)
{
	struct asking *k = xcalloc(1, sizeof(*k));
	bool show = call_bool(call, "show_prompt");
	struct answer_spec spec = { .question = call_str(call, "question"), .error = call_str(call, "error"), .before = call_str(call, "about"),
				    .rung = (int)call_int(call, "rung", -1), .no_model = call_bool(call, "no_model") || show, .show_prompt = show,
				    .mode = call->mode, .progress = progress, .part = part, .done = done, .ctx = k };
	struct sbuf err = SBUF_INIT;
	struct answering *a;

	k->call = call;
	sbuf_init(&k->code);
	call->priv = k;
	if (is_blank(spec.question) && is_blank(spec.error)) {
		fail(k, ERROR_USAGE, NULL, "There is no question.");
	} else if (read_code(k, &spec, &err) < 0 || read_exercise(k, &spec, &err) < 0 || read_thread(k, &spec, &err) < 0) {
		fail(k, ERROR_USAGE, NULL, err.buf);
	} else if (call_bool(call, "accept") && gate_accept(call->app, &err) < 0) {
		fail(k, ERROR_NEEDED, "tutor model list", err.buf);
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
	{ .name = "about", .type = ARG_STRING, .max = 400, .help = "what is being read: for a question that has no words of its own" },
	{ .name = "thread", .type = ARG_STRING, .max = 40, .help = "go on with this thread of questions: its number, or last" },
	{ .name = "rung", .type = ARG_INT, .min = 0, .max = RUNG_MAX, .help = "of an error's steps show those up to this rung (0 to 5)" },
	{ .name = "show_prompt", .type = ARG_BOOL, .help = "print what a model would be sent; nothing is sent" },
	{ .name = "accept", .type = ARG_BOOL, .help = "agree that the configured model server gets questions and code, now and later" },
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
