/* Operation: generate. */
#include "base/file.h"
#include "svc/app.h"
#include "svc/generate.h"
#include "svc/ops_list.h"
#include "svc/projects.h"
#include "svc/write.h"

#define SYNC_WALL_MS 50000

static const char *const kinds[] = { "lib", "bin", NULL };

struct gen_report {
	struct call *call;         /* NULL: it goes on after its call */
	struct app *app;
	struct generate_outcome o;
	struct project *project;
	struct generate *run;
	char *id, *out, *description;
	bool written;
};

static void report_free(void *data)
{
	struct gen_report *g = data;

	generate_outcome_release(&g->o);
	free(g->id);
	free(g->out);
	free(g->description);
	free(g);
}

static bool is_success(const struct generate_outcome *o)
{
	return o->result == GENERATE_TESTS || o->result == GENERATE_MODEL;
}

static const char *status_of(const struct generate_outcome *o)
{
	return is_success(o) ? "completed" : o->n_files ? "error" : "failed";
}

static void set_text(struct sbuf *all, const struct repair_file *f)
{
	sbuf_addf(all, "[filename: %s]\n%s%s\n", f->name, f->text, ends_with(f->text, "\n") ? "" : "\n");
}

/* What is kept as the project's record, and the body of the result. */
static struct json *record(const struct gen_report *g)
{
	const struct generate_outcome *o = &g->o;
	struct json *j = json_object();

	json_set_str(j, "result", generate_result_name(o->result));
	json_set_str(j, "message", generate_result_title(o->result));
	json_set_bool(j, "success", is_success(o));
	json_set_str(j, "name", o->name);
	json_set_str(j, "task", o->task);
	json_set_str(j, "task_title", o->task_title);
	json_set_strv(j, "notes", &o->notes);
	json_set_num(j, "errors_after", (double)o->errors);
	json_set_num(j, "tests_passed", (double)o->tests_passed);
	json_set_num(j, "tests_failed", (double)o->tests_failed);
	json_set_strv(j, "failing", &o->failing);
	json_set_str(j, "build_output", o->build_output);
	json_set_str(j, "run_output", o->run_output);
	json_set_str(j, "model_last", o->model_last);
	json_set_num(j, "checks", o->checks);
	json_set_num(j, "candidates", o->candidates);
	json_set_num(j, "model_calls", o->model_calls);
	json_set_bool(j, "cancelled", o->cancelled);
	json_set_num(j, "ms", (double)o->ms);
	return j;
}

static struct json *generate_json(const void *data)
{
	const struct gen_report *g = data;
	struct json *j = record(g), *files = json_object();
	struct sbuf all = SBUF_INIT;

	for (size_t i = 0; i < g->o.n_files; i++) {
		json_set_str(files, g->o.files[i].name, g->o.files[i].text);
		set_text(&all, &g->o.files[i]);
	}
	json_set_str(j, "project_id", g->id);
	json_set_str(j, "status", status_of(&g->o));
	json_set_str(j, "description", g->description);
	json_set_str(j, "out", g->out);
	json_set_bool(j, "written", g->written);
	json_set_take(j, "files", files);
	json_set_str(j, "combined_text", all.buf);
	sbuf_release(&all);
	return j;
}

static void list_plain(const struct strv *v, const char *mark, int width, bool ascii, struct sbuf *out)
{
	for (size_t i = 0; i < v->n && i < 20; i++) {
		struct sbuf s = SBUF_INIT;

		sbuf_addf(&s, "%s%s", mark, v->v[i]);
		write_markdown(s.buf, 2, width, ascii, out);
		sbuf_release(&s);
	}
}

static void generate_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct gen_report *g = data;
	const struct generate_outcome *o = &g->o;
	bool ok = is_success(o);

	sbuf_addf(out, "%s %s\n", ok ? (ascii ? "ok" : "✓") : (ascii ? "no" : "✗"),
		  o->cancelled ? "Stopped; nothing was written." : generate_result_title(o->result));
	if (o->task_title && o->n_files)
		sbuf_addf(out, "  The task: %s (%s)\n", o->task_title, o->task);
	list_plain(&o->notes, "", width, ascii, out);
	if (o->tests_passed + o->tests_failed)
		sbuf_addf(out, "  %zu test%s passed, %zu failed\n", o->tests_passed, o->tests_passed == 1 ? "" : "s", o->tests_failed);
	list_plain(&o->failing, "- ", width, ascii, out);
	sbuf_addf(out, "  %d candidate%s, %d compilation%s, %d call%s of a model, %.1f s\n", o->candidates, o->candidates == 1 ? "" : "s",
		  o->checks, o->checks == 1 ? "" : "s", o->model_calls, o->model_calls == 1 ? "" : "s", (double)o->ms / 1000);
	if (o->build_output && *o->build_output && !o->n_files)
		sbuf_addf(out, "\nWhat the nearest candidate lacks:\n%s\n", o->build_output);
	for (size_t i = 0; i < o->n_files; i++)
		sbuf_addf(out, "  %s%s%s\n", g->written ? g->out : "", g->written ? "/" : "", o->files[i].name);
	if (o->n_files && !g->written)
		sbuf_addf(out, "Kept as project %s: `tutor project files %s`, `tutor project download %s --out FILE.zip`\n", g->id, g->id,
			  g->id);
}

static const struct result_type generate_type = { "generate", generate_json, generate_plain, report_free };

static void fail(struct gen_report *g, enum error_kind kind, const char *sentence)
{
	struct call *call = g->call;

	if (call) {
		call->priv = NULL;
		call_fail(call, kind, kind == ERROR_NEEDED ? "tutor doctor" : NULL, "%s", sentence);
	}
	report_free(g);
}

static void generated(void *ctx, struct generate_outcome *o)
{
	struct gen_report *g = ctx;
	struct call *call = g->call;
	struct sbuf err = SBUF_INIT;
	struct json *rec;
	int rc;

	g->o = *o;
	g->run = NULL;
	rec = record(g);
	if (o->failed)
		json_set_str(rec, "message", o->failed);
	rc = project_end(g->project, status_of(o), rec, o->files, o->n_files, &err);
	g->project = NULL;
	if (o->failed) {
		fail(g, o->needed ? ERROR_NEEDED : ERROR_USAGE, o->failed);
		sbuf_release(&err);
		return;
	}
	if (!rc && g->out && o->n_files && !o->cancelled) {
		rc = project_write(g->out, o->files, o->n_files, &err);
		g->written = !rc;
	}
	if (rc < 0) {
		fail(g, ERROR_USAGE, err.buf);
	} else if (call) {
		call->priv = NULL;
		call_finish(call, &generate_type, g, !is_success(&g->o));
	} else {
		report_free(g);
	}
	sbuf_release(&err);
}

static void on_progress(void *ctx, const char *text, int done, int of)
{
	struct gen_report *g = ctx;

	project_says(g->project, "compiling", text);
	if (g->call)
		call_progress(g->call, done, of, "%s", text);
}

/* Rust Coder's answer to a job that goes on: a handle. */
struct handle {
	char *id;
};

static void handle_free(void *data)
{
	struct handle *h = data;

	free(h->id);
	free(h);
}

static struct json *handle_json(const void *data)
{
	const struct handle *h = data;
	struct json *j = json_object();

	json_set_str(j, "project_id", h->id);
	json_set_str(j, "status", "processing");
	json_set_str(j, "message", "It is being made; project_status tells how far it is.");
	return j;
}

static void handle_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	(void)width;
	(void)ascii;
	sbuf_addf(out, "%s\n", ((const struct handle *)data)->id);
}

static const struct result_type handle_type = { "generate_handle", handle_json, handle_plain, handle_free };

static void let_go(struct gen_report *g)
{
	struct call *call = g->call;
	struct handle *h = xcalloc(1, sizeof(*h));

	h->id = xstrdup(g->id);
	g->call = NULL;
	call->priv = NULL;
	call_finish(call, &handle_type, h, false);
}

static char *whole_description(const struct call *call)
{
	const char *more = call_str(call, "requirements");

	return xstrfmt("%s%s%s", call_str(call, "description"), more ? "\n" : "", more ? more : "");
}

static char *without_slashes(const char *path)
{
	size_t n = strlen(path);

	while (n > 1 && path[n - 1] == '/')
		n--;
	return xmemdupz(path, n);
}

static int start(struct gen_report *g, struct sbuf *err)
{
	struct call *call = g->call;
	const char *kind = call_str(call, "kind");
	char *name = g->out ? xstrdup(path_base(g->out)) : xstrdup_or_null(call_str(call, "name"));
	struct generate_spec spec = { .description = g->description, .tests = call_str(call, "tests"),
				      .no_model = call_bool(call, "no_model"), .progress = on_progress, .done = generated, .ctx = g };
	struct json *gone;

	/* Clients of these give up after a minute; in the background there is time. */
	if ((call->front == FRONT_MCP || call->front == FRONT_HTTP) && !call_bool(call, "background"))
		spec.wall_ms = SYNC_WALL_MS;
	if (call_str(call, "name")) {
		free(name);
		name = xstrdup(call_str(call, "name"));
	}
	spec.name = name;
	if (call_bool(call, "lib") || (kind && streq(kind, "lib")))
		spec.kind = GENERATE_LIB;
	if (call_bool(call, "bin") || (kind && streq(kind, "bin")))
		spec.kind = GENERATE_BIN;
	g->project = project_begin(call->app, g->description, err);
	if (g->project) {
		g->id = xstrdup(project_id(g->project));
		spec.work = project_work(g->project);
		g->run = generate_start(call->app, &spec, err);
		if (!g->run) {
			gone = json_object();
			json_set_str(gone, "message", err->buf);
			project_end(g->project, "failed", gone, NULL, 0, NULL);
		}
	}
	free(name);
	return g->run ? 0 : -1;
}

static void generate_op(struct call *call)
{
	struct gen_report *g = xcalloc(1, sizeof(*g));
	struct sbuf err = SBUF_INIT;

	g->call = call;
	g->app = call->app;
	g->description = whole_description(call);
	g->out = call_str(call, "out") ? without_slashes(call_str(call, "out")) : NULL;
	call->priv = g;
	if (call->front == FRONT_HTTP && (call_str(call, "out") || call_str(call, "tests")))
		fail(g, ERROR_USAGE, "Over HTTP no path of this machine is taken; the project is kept under its number.");
	else if (call_bool(call, "lib") && call_bool(call, "bin"))
		fail(g, ERROR_USAGE, "It can be --lib or --bin, not both.");
	else if ((g->out && project_out_free(g->out, &err) < 0) || start(g, &err) < 0)
		fail(g, ERROR_USAGE, err.buf);
	else if (call_bool(call, "background") && call->front != FRONT_CLI)
		let_go(g);
	sbuf_release(&err);
}

static void generate_op_cancel(struct call *call)
{
	struct gen_report *g = call->priv;

	if (g && g->run)
		generate_cancel(g->run);
}

static const struct op_arg generate_args[] = {
	{ .name = "description", .type = ARG_TEXT, .required = true, .positional = true, .max = 4000,
	  .help = "what is wanted, in a sentence" },
	{ .name = "requirements", .type = ARG_TEXT, .max = 4000, .help = "more about it" },
	{ .name = "out", .type = ARG_PATH, .max = 4096, .help = "a new folder for the project" },
	{ .name = "tests", .type = ARG_PATH, .max = 4096, .help = "a folder with tests (.rs files) that must pass; they are never changed" },
	{ .name = "name", .type = ARG_STRING, .max = 60, .help = "of the package" },
	{ .name = "lib", .type = ARG_BOOL, .help = "a library" },
	{ .name = "bin", .type = ARG_BOOL, .help = "a program with a main" },
	{ .name = "kind", .type = ARG_ENUM, .values = kinds, .help = "the same as --lib or --bin" },
	{ .name = "no_model", .type = ARG_BOOL, .help = "only from the tasks of the knowledge base" },
	{ .name = "background", .type = ARG_BOOL, .help = "of a server: answer at once with the project's number, and go on" },
};

const struct op op_generate = {
	.name = "generate", .words = "generate", .title = "Write a new project",
	.help = "Makes a Cargo project from a sentence: code from the tasks of the knowledge base, or from the language model, compiled, "
		"tested and repaired. With --tests it works until these pass. Without a model it gives the nearest verified task and says "
		"so. Exit 1 when what was asked was not reached.",
	.args = generate_args, .n_args = ARRAY_SIZE(generate_args),
	.result_schema = "{\"type\":\"object\",\"required\":[\"project_id\",\"status\",\"message\"]}",
	.fronts = FRONT_ALL, .flags = OP_RUNS_CODE | OP_WRITES | OP_LONG | OP_NOT_IN_EXAM, .start = generate_op,
	.cancel = generate_op_cancel,
};
