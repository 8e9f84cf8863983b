/* Operations: kb add, list, forget, export, import: what an instructor or a class puts in beside the Rust docs. */
#include <errno.h>
#include <limits.h>
#include <sys/stat.h>

#include "base/file.h"
#include "kb/chunk.h"
#include "kb/jsonl.h"
#include "svc/app.h"
#include "svc/indexer.h"
#include "svc/ops_kb_learned.h"
#include "svc/ops_list.h"
#include "svc/search.h"

#define SOURCES_MAX (1u << 20)
#define IMPORT_MAX (256u << 20)

/* A result that is one sentence and a list of objects. */
struct report {
	char *text, *list; /* list: the member's name */
	struct json *items;
};

static void report_free(void *data)
{
	struct report *r = data;

	free(r->text);
	free(r->list);
	json_free(r->items);
	free(r);
}

static struct json *report_json(const void *data)
{
	const struct report *r = data;
	struct json *j = json_object();

	json_set_str(j, "text", r->text);
	json_set_take(j, r->list, json_copy(r->items));
	return j;
}

static void report_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct report *r = data;

	(void)width;
	(void)ascii;
	for (const struct json *o = json_first(r->items); o; o = json_next(o))
		sbuf_addf(out, "%-20s %s  (%s)\n", json_get_str(o, "name", "?"), json_get_str(o, "dir", ""),
			  json_get_str(o, "licence", "no licence given"));
	sbuf_addf(out, "%s\n", r->text);
}

static const struct result_type report_type = { "kb_sources", report_json, report_plain, report_free };

static void finish(struct call *call, const char *list, struct json *items_take, bool no, const char *fmt, ...) PRINTF_LIKE(5, 6);
static void finish(struct call *call, const char *list, struct json *items, bool no, const char *fmt, ...)
{
	struct report *r = xcalloc(1, sizeof(*r));
	struct sbuf s = SBUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	sbuf_vaddf(&s, fmt, ap);
	va_end(ap);
	r->text = sbuf_detach(&s, NULL);
	r->list = xstrdup(list);
	r->items = items;
	call_finish(call, &report_type, r, no);
}

/* The list of folders, an array of {name, dir, licence}; NULL and a sentence when the file cannot be read. */
static struct json *read_sources(struct app *app, struct sbuf *err)
{
	char *path = kb_data_path(app, KB_SOURCES);
	struct sbuf text = SBUF_INIT;
	struct strv lines = STRV_INIT;
	struct json *all = json_array();

	if (file_exists(path) && file_read(path, SOURCES_MAX, &text, err) < 0) {
		json_free(all);
		all = NULL;
	}
	strv_split(&lines, text.buf, '\n');
	for (size_t i = 0; all && i < lines.n; i++) {
		struct json *o = *lines.v[i] ? json_parse(lines.v[i], strlen(lines.v[i]), NULL) : NULL;

		if (json_is_object(o))
			json_add_take(all, o);
		else
			json_free(o);
	}
	strv_release(&lines);
	sbuf_release(&text);
	free(path);
	return all;
}

static int write_sources(struct app *app, const struct json *all, const char *without, struct sbuf *err)
{
	char *path = kb_data_path(app, KB_SOURCES);
	struct sbuf out = SBUF_INIT;
	int rc = app_dir_ready(app, APP_DATA, err);

	for (const struct json *o = json_first(all); o; o = json_next(o)) {
		if (without && streq(json_get_str(o, "name", ""), without))
			continue;
		json_write(o, false, &out);
		sbuf_addch(&out, '\n');
	}
	if (rc == 0)
		rc = file_write_atomic(path, out.buf, out.len, err);
	sbuf_release(&out);
	free(path);
	return rc;
}

static const struct json *find_source(const struct json *all, const char *name)
{
	for (const struct json *o = json_first(all); o; o = json_next(o))
		if (streq(json_get_str(o, "name", ""), name))
			return o;
	return NULL;
}

static int check_folder(const char *dir, struct sbuf *err)
{
	struct strv files = STRV_INIT;
	bool any = false;
	int rc = file_is_dir(dir) ? file_walk(dir, 200000, &files, err) : error(err, "%s is no folder.", dir);

	for (size_t i = 0; i < files.n && !any; i++)
		any = ends_with(files.v[i], ".md") || ends_with(files.v[i], ".markdown") || ends_with(files.v[i], ".html") ||
		      ends_with(files.v[i], ".htm");
	strv_release(&files);
	if (rc == 0 && !any)
		return error(err, "%s holds no Markdown or HTML files.", dir);
	return rc;
}

static void add_start(struct call *call)
{
	char *dir = path_absolute(call_str(call, "dir"));
	const char *name = call_str(call, "name") ? call_str(call, "name") : path_base(dir), *licence = call_str(call, "licence");
	struct sbuf err = SBUF_INIT;
	struct json *all = NULL, *o = NULL;

	if (!jsonl_name_is_fine(name))
		call_fail(call, ERROR_USAGE, NULL, "\"%s\" cannot be a name here: letters, digits, - _ . only, at most %d; give one with --name.",
			  name, JSONL_NAME_MAX);
	else if (check_folder(dir, &err) < 0 || !(all = read_sources(call->app, &err)))
		call_fail(call, ERROR_USAGE, NULL, "%s", err.buf);
	else if (find_source(all, name))
		call_fail(call, ERROR_USAGE, NULL, "There is already a source named %s (`tutor kb list`).", name);
	if (!call->ended) {
		o = json_object();
		json_set_str(o, "name", name);
		json_set_str(o, "dir", dir);
		json_set_str(o, "licence", licence ? licence : "");
		json_add_take(all, o);
		if (write_sources(call->app, all, NULL, &err) < 0)
			call_fail(call, ERROR_NEEDED, NULL, "%s", err.buf);
		else
			finish(call, "sources", json_copy(all), false, "Added %s. `tutor kb build` reads it.", name);
	}
	json_free(all);
	sbuf_release(&err);
	free(dir);
}

static void list_start(struct call *call)
{
	struct sbuf err = SBUF_INIT;
	struct json *all = NULL;

	if (call_bool(call, "learned")) {
		kb_learned_list(call);
		return;
	}
	all = read_sources(call->app, &err);
	if (!all)
		call_fail(call, ERROR_NEEDED, NULL, "%s", err.buf);
	else
		finish(call, "sources", all, false, "%zu folders were added beside the Rust docs, cards and lessons.", json_len(all));
	sbuf_release(&err);
}

static void forget_start(struct call *call)
{
	struct sbuf err = SBUF_INIT;
	struct json *all = NULL;
	const char *name = call_str(call, "name");

	if (call_bool(call, "learned")) {
		kb_learned_forget(call, name);
		return;
	}
	if (!name) {
		call_fail(call, ERROR_USAGE, "tutor kb list", "Which source shall be forgotten? (--learned: the learned fixes.)");
		return;
	}
	all = read_sources(call->app, &err);
	if (!all)
		call_fail(call, ERROR_NEEDED, NULL, "%s", err.buf);
	else if (!find_source(all, name))
		call_fail(call, ERROR_USAGE, "tutor kb list", "There is no source named %s.", name);
	else if (write_sources(call->app, all, name, &err) < 0)
		call_fail(call, ERROR_NEEDED, NULL, "%s", err.buf);
	else
		finish(call, "sources", json_array(), false, "%s is forgotten with the next `tutor kb build`; its files were not touched.", name);
	json_free(all);
	sbuf_release(&err);
}

/* Export: what was added, as JSON lines. */

static void export_chunk(const struct kbdb_chunk *c, struct sbuf *out)
{
	struct json *o = json_object();

	json_set_str(o, "page", c->page);
	json_set_str(o, "anchor", c->anchor);
	json_set_str(o, "title", c->crumb);
	json_set_str(o, "text", c->prose);
	json_set_str(o, "code", c->code);
	json_set_str(o, "see", c->see);
	json_set_str(o, "asked", c->asked);
	json_set_str(o, "kind", chunk_kind_name((enum chunk_kind)c->kind));
	json_write(o, false, out);
	sbuf_addch(out, '\n');
	json_free(o);
}

static void export_passages(struct call *call)
{
	struct sbuf err = SBUF_INIT, out = SBUF_INIT;
	struct engine *e = kbase_engine(app_kbase(call->app), &err);
	bool all = call_bool(call, "all");
	size_t n = 0;

	for (size_t i = 0; e && i < engine_chunks(e); i++) {
		struct kbdb_chunk c;

		if (kbdb_get(engine_db(e), (int64_t)i, &c) && (all || c.kind == CHUNK_ADDED)) {
			export_chunk(&c, &out);
			n++;
		}
	}
	if (!e || file_write_atomic(call_str(call, "file"), out.buf, out.len, &err) < 0)
		call_fail(call, ERROR_NEEDED, NULL, "%s", err.buf);
	else
		finish(call, "files", json_array(), false, "%zu passages were written to %s.", n, call_str(call, "file"));
	sbuf_release(&err);
	sbuf_release(&out);
}

/* The vectors of this knowledge base, sorted by key: what is shipped in kb/vectors. */
static void export_vectors(struct call *call)
{
	struct sbuf err = SBUF_INIT, out = SBUF_INIT;
	struct engine *e = kbase_engine(app_kbase(call->app), &err);
	size_t n = e ? engine_write_vectors(e, KB_MODEL_NAME, &out) : 0;

	if (!e || file_write_atomic(call_str(call, "file"), out.buf, out.len, &err) < 0)
		call_fail(call, ERROR_NEEDED, NULL, "%s", err.buf);
	else
		finish(call, "files", json_array(), false, "%zu vectors were written to %s.", n, call_str(call, "file"));
	sbuf_release(&err);
	sbuf_release(&out);
}

static void export_start(struct call *call)
{
	if (call_bool(call, "learned")) {
		kb_learned_export(call, call_str(call, "file"));
		return;
	}
	if (call_bool(call, "vectors")) {
		export_vectors(call);
		return;
	}
	export_passages(call);
}

/* Keeps the lines of other imports; those of the same name are replaced. */
static void keep_others(const char *path, const char *name, struct sbuf *out)
{
	struct sbuf old = SBUF_INIT;
	struct strv lines = STRV_INIT;

	if (file_exists(path) && file_read(path, IMPORT_MAX, &old, NULL) == 0)
		strv_split(&lines, old.buf, '\n');
	for (size_t i = 0; i < lines.n; i++) {
		struct json *o = *lines.v[i] ? json_parse(lines.v[i], strlen(lines.v[i]), NULL) : NULL;

		if (json_is_object(o) && !streq(json_get_str(o, "source", ""), name))
			sbuf_addf(out, "%s\n", lines.v[i]);
		json_free(o);
	}
	strv_release(&lines);
	sbuf_release(&old);
}

static void import_start(struct call *call)
{
	const char *file = call_str(call, "file");
	const char *name = call_str(call, "name") ? call_str(call, "name") : "import";
	char *path = kb_data_path(call->app, KB_IMPORTS);
	struct sbuf text = SBUF_INIT, out = SBUF_INIT, err = SBUF_INIT;
	size_t n = 0;

	if (!jsonl_name_is_fine(name)) {
		call_fail(call, ERROR_USAGE, NULL, "\"%s\" cannot be a name here: letters, digits, - _ . only.", name);
	} else if (file_read(file, IMPORT_MAX, &text, &err) < 0) {
		call_fail(call, ERROR_USAGE, NULL, "%s", err.buf);
	} else if (kb_is_learned(text.buf, text.len)) {
		kb_learned_import(call, text.buf, text.len);
	} else {
		keep_others(path, name, &out);
		if (jsonl_import(text.buf, text.len, name, &out, &n, &err) < 0)
			call_fail(call, ERROR_USAGE, NULL, "%s, %s Nothing was imported.", file, err.buf);
		else if (app_dir_ready(call->app, APP_DATA, &err) < 0 || file_write_atomic(path, out.buf, out.len, &err) < 0)
			call_fail(call, ERROR_NEEDED, NULL, "%s", err.buf);
		else
			finish(call, "files", json_array(), false, "%zu passages of %s were taken in. `tutor kb build` makes them findable.", n, name);
	}
	sbuf_release(&text);
	sbuf_release(&out);
	sbuf_release(&err);
	free(path);
}

#define LIST_SCHEMA "{\"type\":\"object\",\"required\":[\"text\"]}"

static const struct op_arg add_args[] = {
	{ .name = "dir", .type = ARG_PATH, .required = true, .positional = true, .help = "a folder of Markdown or HTML files" },
	{ .name = "name", .type = ARG_STRING, .help = "what it is called in results (the folder's name)" },
	{ .name = "licence", .type = ARG_STRING, .help = "its licence, for whoever exports it" },
};

const struct op op_kb_add = {
	.name = "kb_add", .words = "kb add", .title = "Add a folder to the knowledge base",
	.help = "Adds a folder of Markdown or HTML pages, such as course notes; the next build reads it.",
	.args = add_args, .n_args = ARRAY_SIZE(add_args), .result_schema = LIST_SCHEMA,
	.fronts = FRONT_TUI | FRONT_CLI, .flags = OP_WRITES, .start = add_start,
};

static const struct op_arg list_args[] = {
	{ .name = "learned", .type = ARG_BOOL, .help = "the fixes that were learned instead" },
};

const struct op op_kb_list = {
	.name = "kb_list", .words = "kb list", .title = "List what was added",
	.help = "Lists the folders that were added to the knowledge base.",
	.args = list_args, .n_args = ARRAY_SIZE(list_args), .result_schema = LIST_SCHEMA,
	.fronts = FRONT_TUI | FRONT_CLI, .start = list_start,
};

static const struct op_arg forget_args[] = {
	{ .name = "name", .type = ARG_STRING, .positional = true,
	  .help = "a source of `tutor kb list`; with --learned the number of a fix, and all of them when left out" },
	{ .name = "learned", .type = ARG_BOOL, .help = "forget learned fixes" },
};

const struct op op_kb_forget = {
	.name = "kb_forget", .words = "kb forget", .title = "Forget an added folder, or learned fixes",
	.help = "Takes a folder out of the knowledge base (its files stay where they are), or learned fixes out of your record.",
	.args = forget_args, .n_args = ARRAY_SIZE(forget_args), .result_schema = LIST_SCHEMA,
	.fronts = FRONT_TUI | FRONT_CLI, .flags = OP_WRITES, .start = forget_start,
};

static const struct op_arg export_args[] = {
	{ .name = "file", .type = ARG_PATH, .required = true, .positional = true, .help = "where to write JSON lines" },
	{ .name = "all", .type = ARG_BOOL, .help = "all passages, not only what was added" },
	{ .name = "vectors", .type = ARG_BOOL, .help = "the vectors instead, as the file that tutor ships" },
	{ .name = "learned", .type = ARG_BOOL, .help = "the learned fixes instead: small programs without names, strings and comments" },
};

const struct op op_kb_export = {
	.name = "kb_export", .words = "kb export", .title = "Export passages",
	.help = "Writes the passages that were added as JSON lines, for another tutor or another program.",
	.args = export_args, .n_args = ARRAY_SIZE(export_args), .result_schema = LIST_SCHEMA,
	.fronts = FRONT_CLI, .start = export_start,
};

static const struct op_arg import_args[] = {
	{ .name = "file", .type = ARG_PATH, .required = true, .positional = true, .help = "JSON lines with page, text and maybe anchor, title, code, see, asked; or learned fixes with before, after, edition" },
	{ .name = "name", .type = ARG_STRING, .help = "what it is called in results (import); an import of the same name is replaced" },
};

const struct op op_kb_import = {
	.name = "kb_import", .words = "kb import", .title = "Import passages, or learned fixes",
	.help = "Takes in passages from JSON lines, as `tutor kb export` writes them; or learned fixes, each of which the compiler "
		"proves again here, and which are only candidates until they worked.",
	.args = import_args, .n_args = ARRAY_SIZE(import_args), .result_schema = LIST_SCHEMA,
	.fronts = FRONT_CLI, .flags = OP_WRITES | OP_RUNS_CODE | OP_LONG, .start = import_start, .cancel = kb_learned_cancel,
};
