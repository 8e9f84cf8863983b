/* Operations: ask history, ask export: the transcript of questions and answers. */
#include "base/clock.h"
#include "base/file.h"
#include "base/strv.h"
#include "store/learner.h"
#include "store/transcript.h"
#include "svc/app.h"
#include "svc/ops_list.h"

#define HISTORY_SHOWN 20
#define EXPORT_MAX (32u << 20)

/* ask history */

struct history {
	struct json *threads;
};

static void history_free(void *data)
{
	struct history *h = data;

	json_free(h->threads);
	free(h);
}

static struct json *history_json(const void *data)
{
	const struct history *h = data;
	struct json *j = json_object();

	json_set_take(j, "threads", json_copy(h->threads));
	return j;
}

static void history_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct history *h = data;

	(void)ascii;
	if (!json_first(h->threads))
		sbuf_addstr(out, "Nothing was asked yet, or nothing with these words.\n");
	for (const struct json *t = json_first(h->threads); t; t = json_next(t)) {
		const char *title = json_get_str(t, "title", "");

		sbuf_addf(out, "%5lld  %.10s  %2lld  %.*s\n", (long long)json_get_int(t, "id", 0), json_get_str(t, "last", ""),
			  (long long)json_get_int(t, "turns", 0), MAX(20, width - 24), title);
	}
	if (json_first(h->threads))
		sbuf_addstr(out, "\n`tutor ask --thread N \"...\"` goes on with one, `tutor ask export N` writes it as Markdown.\n");
}

static const struct result_type history_type = { "ask_history", history_json, history_plain, history_free };

static void add_thread(void *ctx, const struct thread *t)
{
	struct json *o = json_object();
	struct sbuf at = SBUF_INIT;
	char *title = xmemdupz(t->title, strcspn(t->title, "\n"));

	clock_iso(t->last_at, &at);
	json_set_num(o, "id", (double)t->id);
	json_set_str(o, "title", title);
	json_set_str(o, "last", at.buf);
	json_set_num(o, "turns", t->turns);
	json_set_str(o, "exercise", *t->exercise ? t->exercise : NULL);
	json_add_take(ctx, o);
	sbuf_release(&at);
	free(title);
}

static void ask_history_start(struct call *call)
{
	struct history *h = xcalloc(1, sizeof(*h));
	struct sbuf err = SBUF_INIT;
	struct learner *l = app_learner(call->app, &err);

	h->threads = json_array();
	if (!l || transcript_find(l, call_str(call, "words"), (int)call_int(call, "max", HISTORY_SHOWN), add_thread, h->threads, &err) < 0) {
		history_free(h);
		call_fail(call, ERROR_NEEDED, NULL, "%s", err.buf);
	} else {
		call_finish(call, &history_type, h, false);
	}
	sbuf_release(&err);
}

static const struct op_arg history_args[] = {
	{ .name = "words", .type = ARG_STRING, .positional = true, .max = 400, .help = "only threads in which this text occurs" },
	{ .name = "max", .type = ARG_INT, .min = 1, .max = TRANSCRIPT_THREADS, .help = "how many (20)" },
};

const struct op op_ask_history = {
	.name = "ask_history", .words = "ask history", .title = "What you asked before",
	.help = "Lists your questions, the last first; with words, those in which they occur.",
	.args = history_args, .n_args = ARRAY_SIZE(history_args),
	.result_schema = "{\"type\":\"object\",\"required\":[\"threads\"]}",
	.fronts = FRONT_TUI | FRONT_CLI | FRONT_HTTP, .flags = OP_NOT_IN_EXAM, .start = ask_history_start,
};

/* ask export */

struct export {
	struct sbuf text;
	char *path;     /* where it was written; NULL: it is the result itself */
	size_t threads;
	struct learner *learner;
};

static void export_free(void *data)
{
	struct export *x = data;

	sbuf_release(&x->text);
	free(x->path);
	free(x);
}

static struct json *export_json(const void *data)
{
	const struct export *x = data;
	struct json *j = json_object();

	json_set_num(j, "threads", (double)x->threads);
	json_set_str(j, "path", x->path);
	json_set_str(j, "markdown", x->path ? NULL : x->text.buf);
	return j;
}

static void export_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct export *x = data;

	(void)width;
	(void)ascii;
	if (x->path)
		sbuf_addf(out, "%zu thread%s written to %s.\n", x->threads, x->threads == 1 ? "" : "s", x->path);
	else
		sbuf_add(out, x->text.buf, x->text.len);
}

static const struct result_type export_type = { "ask_export", export_json, export_plain, export_free };

/* What was typed is quoted, so that it cannot pass for the answer's own Markdown. */
static void add_quoted(const char *text, struct sbuf *out)
{
	struct strv lines = STRV_INIT;

	strv_split(&lines, text, '\n');
	for (size_t i = 0; i < lines.n; i++)
		sbuf_addf(out, "> %s\n", lines.v[i]);
	strv_release(&lines);
}

static void export_turn(void *ctx, const struct turn *t)
{
	struct export *x = ctx;

	if (x->text.len > EXPORT_MAX)
		return;
	sbuf_addstr(&x->text, "\n## Asked ");
	clock_iso(t->at, &x->text);
	sbuf_addstr(&x->text, "\n\n");
	add_quoted(t->question, &x->text);
	sbuf_addf(&x->text, "\n%s\n", t->answer);
	if (*t->model)
		sbuf_addf(&x->text, "\n*With %s.*\n", t->model);
}

static void export_thread(void *ctx, const struct thread *t)
{
	struct export *x = ctx;

	sbuf_addf(&x->text, "%s# Questions, thread %lld\n", x->text.len ? "\n" : "", (long long)t->id);
	if (*t->exercise)
		sbuf_addf(&x->text, "\nExercise: %s\n", t->exercise);
	x->threads++;
}

static void collect_id(void *ctx, const struct thread *t)
{
	strv_pushf(ctx, "%lld", (long long)t->id);
}

static int export_one(struct export *x, int64_t id, struct sbuf *err)
{
	struct thread t;
	int rc = transcript_thread(x->learner, id, &t, err);

	if (rc == 1) {
		export_thread(x, &t);
		rc = transcript_turns(x->learner, t.id, export_turn, x, err);
		thread_release(&t);
		return rc;
	}
	return rc < 0 ? rc : 0;
}

static int export_all(struct export *x, struct sbuf *err)
{
	struct strv ids = STRV_INIT;
	int rc = transcript_find(x->learner, NULL, TRANSCRIPT_THREADS, collect_id, &ids, err);

	for (size_t i = ids.n; !rc && i > 0; i--)
		rc = export_one(x, strtoll(ids.v[i - 1], NULL, 10), err);
	strv_release(&ids);
	return rc;
}

/* 0: the last one; -1: no number of a thread. */
static int64_t thread_number(const char *which)
{
	char *end;
	int64_t id;

	if (!which || streq(which, "last") || streq(which, "all"))
		return 0;
	id = strtoll(which, &end, 10);
	return *end || id < 1 ? -1 : id;
}

static void ask_export_start(struct call *call)
{
	const char *which = call_str(call, "thread"), *out = call_str(call, "out");
	struct export *x = xcalloc(1, sizeof(*x));
	struct sbuf err = SBUF_INIT;
	int64_t id = thread_number(which);
	int rc = -1;

	sbuf_init(&x->text);
	x->learner = app_learner(call->app, &err);
	if (x->learner)
		rc = which && streq(which, "all") ? export_all(x, &err) : export_one(x, id, &err);
	if (rc == 0 && x->threads && out) {
		rc = file_write_atomic(out, x->text.buf, x->text.len, &err);
		x->path = xstrdup(out);
	}
	if (rc < 0) {
		call_fail(call, ERROR_NEEDED, NULL, "%s", err.buf);
		export_free(x);
	} else if (!x->threads) {
		call_fail(call, ERROR_USAGE, "tutor ask history", which && !streq(which, "last") && !streq(which, "all") ? "There is no thread %.40s." : "Nothing was asked yet.", which);
		export_free(x);
	} else {
		call_finish(call, &export_type, x, false);
	}
	sbuf_release(&err);
}

static const struct op_arg export_args[] = {
	{ .name = "thread", .type = ARG_STRING, .positional = true, .max = 40, .help = "a thread's number, last (as when left out), or all" },
	{ .name = "out", .type = ARG_PATH, .max = 4096, .help = "write it to this file" },
};

const struct op op_ask_export = {
	.name = "ask_export", .words = "ask export", .title = "Questions and answers as Markdown",
	.help = "Writes a thread of questions and answers, or all of them, as Markdown.",
	.args = export_args, .n_args = ARRAY_SIZE(export_args),
	.result_schema = "{\"type\":\"object\",\"required\":[\"threads\"]}",
	.fronts = FRONT_TUI | FRONT_CLI | FRONT_HTTP, .flags = OP_NOT_IN_EXAM, .start = ask_export_start,
};
