/* Operations: project_status, project_files, project_download: what `generate` made. */
#include "base/file.h"
#include "base/utf8.h"
#include "svc/app.h"
#include "svc/ops_list.h"
#include "svc/projects.h"

#define FILE_MAX (256u << 10)

struct answer {
	struct json *j;
	char *plain;
};

static void answer_free(void *data)
{
	struct answer *a = data;

	json_free(a->j);
	free(a->plain);
	free(a);
}

static struct json *answer_json(const void *data)
{
	return json_copy(((const struct answer *)data)->j);
}

static void answer_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	(void)width;
	(void)ascii;
	sbuf_addstr(out, ((const struct answer *)data)->plain);
}

static const struct result_type answer_type = { "project", answer_json, answer_plain, answer_free };

static void give(struct call *call, struct json *j_take, char *plain_take, bool no)
{
	struct answer *a = xcalloc(1, sizeof(*a));

	a->j = j_take;
	a->plain = plain_take;
	call_finish(call, &answer_type, a, no);
}

static void add_line(struct sbuf *s, const struct json *j, const char *key, const char *title)
{
	const char *v = json_get_str(j, key, NULL);

	if (v && *v)
		sbuf_addf(s, "%-12s %s\n", title, v);
}

static void status_start(struct call *call)
{
	struct sbuf err = SBUF_INIT, s = SBUF_INIT;
	struct json *j = project_read(call->app, call_str(call, "project_id"), &err);
	const struct json *f;

	if (!j) {
		call_fail(call, ERROR_USAGE, NULL, "%s", err.buf);
		sbuf_release(&err);
		return;
	}
	add_line(&s, j, "status", "status");
	add_line(&s, j, "message", "message");
	add_line(&s, j, "description", "asked");
	add_line(&s, j, "task_title", "task");
	for (f = json_first(json_get(j, "files")); f; f = json_next(f))
		sbuf_addf(&s, "%-12s %s\n", "file", json_str(f, ""));
	add_line(&s, j, "build_output", "compiler");
	give(call, j, sbuf_detach(&s, NULL), streq(json_get_str(j, "status", ""), "failed"));
	sbuf_release(&err);
}

/* One file's text; the path is one of the project's own list. */
static int one_file(const char *dir, const char *path, struct json *j, struct sbuf *plain, struct sbuf *err)
{
	struct strv names = STRV_INIT;
	char *full = path_join(dir, path);
	struct sbuf text = SBUF_INIT;
	int rc = file_walk(dir, 500, &names, err);

	if (!rc && (!path_is_safe(path) || !strv_has(&names, path)))
		rc = error(err, "The project has no file %.200s.", path);
	if (!rc)
		rc = file_read(full, FILE_MAX, &text, err);
	if (!rc) {
		utf8_sanitize(plain, text.buf, text.len);
		json_set_str(j, "path", path);
		json_set_str(j, "content", plain->buf);
	}
	sbuf_release(&text);
	free(full);
	strv_release(&names);
	return rc;
}

static int all_files(const char *dir, struct json *j, struct sbuf *plain, struct sbuf *err)
{
	struct strv names = STRV_INIT;
	int rc = file_walk(dir, 500, &names, err);

	for (size_t i = 0; i < names.n; i++)
		sbuf_addf(plain, "%s\n", names.v[i]);
	json_set_strv(j, "files", &names);
	strv_release(&names);
	return rc;
}

static void files_start(struct call *call)
{
	const char *id = call_str(call, "project_id"), *path = call_str(call, "path");
	struct sbuf err = SBUF_INIT, plain = SBUF_INIT;
	char *dir = project_files(call->app, id, &err);
	struct json *j = json_object();
	int rc = dir ? 0 : -1;

	json_set_str(j, "project_id", id);
	if (!rc)
		rc = path ? one_file(dir, path, j, &plain, &err) : all_files(dir, j, &plain, &err);
	if (rc < 0) {
		call_fail(call, ERROR_USAGE, NULL, "%s", err.buf);
		json_free(j);
	} else {
		give(call, j, sbuf_detach(&plain, NULL), false);
	}
	sbuf_release(&plain);
	sbuf_release(&err);
	free(dir);
}

/* Where a server finds it: beside the project's files. */
static char *zip_place(const char *dir, const char *out, struct sbuf *err)
{
	char *parent;

	if (out) {
		if (file_exists(out) && error(err, "%s is there already; name a new file.", out))
			return NULL;
		return xstrdup(out);
	}
	parent = path_dir(dir);
	out = path_join(parent, "project.zip");
	free(parent);
	return (char *)out;
}

static void download_start(struct call *call)
{
	const char *id = call_str(call, "project_id"), *out = call->front == FRONT_HTTP ? NULL : call_str(call, "out");
	struct sbuf err = SBUF_INIT, plain = SBUF_INIT;
	struct json *rec = project_read(call->app, id, &err), *j;
	char *dir = rec ? project_files(call->app, id, &err) : NULL;
	char *zip = dir ? zip_place(dir, out, &err) : NULL;

	if (zip && !project_zip(dir, json_get_str(rec, "name", "project"), zip, &err)) {
		j = json_object();
		json_set_str(j, "project_id", id);
		json_set_str(j, "path", zip);
		json_set_str(j, "filename", "project.zip");
		sbuf_addf(&plain, "%s\n", zip);
		give(call, j, sbuf_detach(&plain, NULL), false);
	} else {
		call_fail(call, ERROR_USAGE, NULL, "%s", err.buf);
	}
	free(zip);
	free(dir);
	json_free(rec);
	sbuf_release(&plain);
	sbuf_release(&err);
}

#define ID_ARG \
	{ .name = "project_id", .type = ARG_STRING, .required = true, .positional = true, .max = 64, .help = "the number that generate gave" }

static const struct op_arg status_args[] = { ID_ARG };
static const struct op_arg files_args[] = {
	ID_ARG,
	{ .name = "path", .type = ARG_STRING, .positional = true, .max = 4096, .help = "one file of it: its text; left out: the list" },
};
static const struct op_arg download_args[] = {
	ID_ARG,
	{ .name = "out", .type = ARG_PATH, .max = 4096, .help = "the zip to write; left out, and over HTTP: in the state folder" },
};

const struct op op_project_status = {
	.name = "project_status", .words = "project status", .title = "How far a generated project is",
	.help = "Tells whether a project is being made, was made (completed), is not what was asked (error), or failed. Exit 1 when it failed.",
	.args = status_args, .n_args = ARRAY_SIZE(status_args),
	.result_schema = "{\"type\":\"object\",\"required\":[\"project_id\",\"status\",\"message\",\"files\"]}",
	.fronts = FRONT_ALL, .start = status_start,
};

const struct op op_project_files = {
	.name = "project_files", .words = "project files", .title = "Files of a generated project",
	.help = "Lists the files of a project that generate made, or shows one of them.",
	.args = files_args, .n_args = ARRAY_SIZE(files_args),
	.result_schema = "{\"type\":\"object\",\"required\":[\"project_id\"]}",
	.fronts = FRONT_ALL, .start = files_start,
};

const struct op op_project_download = {
	.name = "project_download", .words = "project download", .title = "A generated project as a zip",
	.help = "Writes a zip of a project that generate made, and tells where it is.",
	.args = download_args, .n_args = ARRAY_SIZE(download_args),
	.result_schema = "{\"type\":\"object\",\"required\":[\"project_id\",\"path\"]}",
	.fronts = FRONT_CLI | FRONT_HTTP, .flags = OP_WRITES, .start = download_start,
};
