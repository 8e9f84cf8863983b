#include "svc/indexer.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "io/job.h"
#include "svc/app.h"
#include "svc/index_int.h"
#include "svc/search.h"

#define PROBLEMS_MAX 50
#define PROGRESS_MS 100

char *kb_path(const struct app *app, const char *name)
{
	return path_join(app_dir(app, APP_CACHE), name);
}

char *kb_data_path(const struct app *app, const char *name)
{
	return path_join(app_dir(app, APP_DATA), name);
}

void index_report_release(struct index_report *r)
{
	strv_release(&r->problems);
}

/* The child. */

static void write_all(const char *p, size_t len)
{
	while (len) {
		ssize_t n = write(STDOUT_FILENO, p, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			_exit(1); /* nobody listens any more */
		p += n;
		len -= (size_t)n;
	}
}

void index_progress(struct index_job *j, const char *text, bool now)
{
	static int64_t last;
	int64_t at = clock_mono_ms();
	struct sbuf s = SBUF_INIT;

	if (!now && at - last < PROGRESS_MS)
		return;
	last = at;
	sbuf_addf(&s, "P %zu %zu %s\n", j->done, j->total, text);
	write_all(s.buf, s.len);
	sbuf_release(&s);
}

void index_problem(struct index_job *j, const char *fmt, ...)
{
	struct sbuf s = SBUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	sbuf_vaddf(&s, fmt, ap);
	va_end(ap);
	if (j->report.problems.n < PROBLEMS_MAX)
		strv_push(&j->report.problems, s.buf);
	sbuf_release(&s);
}

static void read_all(struct sbuf *out)
{
	char buf[65536];
	ssize_t n;

	while ((n = read(STDIN_FILENO, buf, sizeof(buf))) > 0 || (n < 0 && errno == EINTR))
		if (n > 0)
			sbuf_add(out, buf, (size_t)n);
}

void index_report_json(const struct index_report *r, struct sbuf *out)
{
	struct json *j = json_object(), *kinds = json_object();

	json_set_num(j, "pages", (double)r->pages);
	json_set_num(j, "kept", (double)r->pages_kept);
	json_set_num(j, "chunks", (double)r->chunks);
	json_set_num(j, "terms", (double)r->terms);
	json_set_num(j, "texts", (double)r->texts);
	json_set_num(j, "ms", (double)r->ms);
	json_set_num(j, "bytes", (double)r->bytes);
	json_set_bool(j, "no_docs", r->no_docs);
	json_set_bool(j, "unchanged", r->unchanged);
	json_set_strv(j, "problems", &r->problems);
	for (int i = 0; i < CHUNK_KIND_COUNT; i++)
		json_set_num(kinds, chunk_kind_name((enum chunk_kind)i), (double)r->by_kind[i]);
	json_set_take(j, "kinds", kinds);
	json_write(j, false, out);
	json_free(j);
}

static void tell_report(const struct index_report *r, struct sbuf *out)
{
	sbuf_addstr(out, "R ");
	index_report_json(r, out);
	sbuf_addch(out, '\n');
}

static char *take(const struct json *spec, const char *key)
{
	return xstrdup_or_null(json_get_str(spec, key, NULL));
}

static void read_report(const struct json *o, struct index_report *r)
{
	const struct json *kinds = json_get(o, "kinds");

	r->pages = (size_t)json_get_num(o, "pages", 0);
	r->pages_kept = (size_t)json_get_num(o, "kept", 0);
	r->chunks = (size_t)json_get_num(o, "chunks", 0);
	r->terms = (size_t)json_get_num(o, "terms", 0);
	r->texts = (size_t)json_get_num(o, "texts", 0);
	r->ms = json_get_int(o, "ms", 0);
	r->bytes = json_get_int(o, "bytes", 0);
	r->no_docs = json_get_bool(o, "no_docs", false);
	r->unchanged = json_get_bool(o, "unchanged", false);
	json_get_strv(o, "problems", &r->problems);
	for (int i = 0; i < CHUNK_KIND_COUNT; i++)
		r->by_kind[i] = (size_t)json_get_num(kinds, chunk_kind_name((enum chunk_kind)i), 0);
}

/* A file that was cut off opens all the same: SQLite's header says how long it must be. */
static bool is_whole(const char *path)
{
	struct sbuf head = SBUF_INIT;
	struct stat st = { 0 };
	const unsigned char *p;
	int64_t pages, size;
	bool whole;

	file_read_start(path, 100, &head, NULL);
	p = (const unsigned char *)head.buf;
	whole = head.len == 100 && !stat(path, &st);
	pages = whole ? (int64_t)p[28] << 24 | p[29] << 16 | p[30] << 8 | p[31] : 0;
	size = whole ? p[16] << 8 | p[17] : 0;
	if (size == 1)
		size = 65536;
	sbuf_release(&head);
	return whole && pages * size == st.st_size;
}

/* Is kb.db of what lies here now? What could not be read then is told again. */
static bool is_up_to_date(struct index_job *j)
{
	size_t len;
	const char *print = kbdb_meta(j->old, "print", &len), *report;
	bool same = len == strlen(j->print) && !memcmp(print, j->print, len) && is_whole(j->out);
	struct json *o;

	if (!same)
		return false;
	report = kbdb_meta(j->old, "report", &len);
	o = json_parse(report, len, NULL);
	same = json_is_object(o);
	if (same)
		read_report(o, &j->report);
	json_free(o);
	j->report.unchanged = same;
	if (same)
		j->report.pages_kept = j->report.pages;
	return same;
}

static int build(struct index_job *j, struct sbuf *err)
{
	int64_t start = clock_mono_ms();
	struct stat st;

	j->old = j->all ? NULL : kbdb_open(j->out, NULL);
	index_fingerprint(j, j->print);
	if (!j->old || j->force || !is_up_to_date(j)) {
		index_docs(j);
		index_course(j);
		index_added(j);
		if (index_write(j, err) < 0)
			return -1;
	}
	j->report.ms = clock_mono_ms() - start;
	if (stat(j->out, &st) == 0)
		j->report.bytes = st.st_size;
	return 0;
}

static void job_release(struct index_job *j)
{
	char *all[] = { j->docs, j->content, j->out, j->version, j->messages_path, j->model_path, j->sources_path, j->imports_path };

	for (size_t i = 0; i < ARRAY_SIZE(all); i++)
		free(all[i]);
	for (size_t i = 0; i < j->n_pages; i++) {
		free(j->pages[i].path);
		free(j->pages[i].hash);
		free(j->pages[i].title);
	}
	free(j->pages);
	chunks_release(&j->chunks);
	asked_release(&j->asked);
	asked_release(&j->symbols);
	asked_release(&j->messages);
	index_report_release(&j->report);
	kbdb_close(j->old);
}

/* One build at a time: the lock goes with the process. -1: somebody else has it. */
static int lock(const char *path)
{
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

	if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) < 0) {
		close(fd);
		return -1;
	}
	return fd; /* a folder that cannot be written is told by the build itself */
}

int indexer_inner(void)
{
	struct sbuf in = SBUF_INIT, err = SBUF_INIT, out = SBUF_INIT;
	struct index_job j = { 0 };
	struct json *spec;
	int rc = 1;

	read_all(&in);
	spec = json_parse(in.buf, in.len, &err);
	if (!json_is_object(spec) || !json_get_str(spec, "out", NULL) || !json_get_str(spec, "lock", NULL)) {
		write_all("E This is a part of tutor that runs by itself: use `tutor kb build`.\n", 69);
	} else if (lock(json_get_str(spec, "lock", "")) < 0 && (errno == EWOULDBLOCK || errno == EAGAIN)) {
		write_all("E Another build of the knowledge base is under way; wait for it to end.\n", 72);
		rc = 2;
	} else {
		j = (struct index_job){ .docs = take(spec, "docs"), .content = take(spec, "content"), .out = take(spec, "out"),
					.version = take(spec, "version"), .messages_path = take(spec, "messages"), .model_path = take(spec, "model"),
					.sources_path = take(spec, "sources"), .imports_path = take(spec, "imports"),
					.all = json_get_bool(spec, "all", false), .force = json_get_bool(spec, "force", false) };
		rc = build(&j, &err) < 0;
		if (rc)
			sbuf_addf(&out, "E %s\n", err.buf);
		else
			tell_report(&j.report, &out);
		write_all(out.buf, out.len);
	}
	job_release(&j);
	json_free(spec);
	sbuf_release(&in);
	sbuf_release(&err);
	sbuf_release(&out);
	return rc;
}

/* The parent's side. */

struct indexing {
	struct indexing_spec spec;
	struct job *job;
	struct sbuf line;
	char *report, *failed;
	bool cancelled;
};

static void take_line(struct indexing *ix, char *line)
{
	char *end;
	long long done, total;

	if (starts_with(line, "R ")) {
		free(ix->report);
		ix->report = xstrdup(line + 2);
	} else if (starts_with(line, "E ")) {
		free(ix->failed);
		ix->failed = xstrdup(line + 2);
	} else if (starts_with(line, "P ") && ix->spec.progress) {
		done = strtoll(line + 2, &end, 10);
		total = strtoll(end, &end, 10);
		ix->spec.progress(ix->spec.ctx, *end ? end + 1 : end, done, total);
	}
}

static void on_output(void *ctx, bool is_err, const char *p, size_t len)
{
	struct indexing *ix = ctx;

	for (size_t i = 0; !is_err && i < len; i++) {
		if (p[i] != '\n') {
			if (ix->line.len < 65536)
				sbuf_addch(&ix->line, p[i]);
			continue;
		}
		take_line(ix, ix->line.buf);
		sbuf_reset(&ix->line);
	}
}

static void on_done(void *ctx, const struct job_result *res)
{
	struct indexing *ix = ctx;
	struct index_report r = { 0 };
	struct sbuf err = SBUF_INIT;
	struct json *o = ix->report ? json_parse(ix->report, strlen(ix->report), NULL) : NULL;

	if (ix->cancelled)
		sbuf_addstr(&err, "The build was stopped; the knowledge base from before is still in use.");
	else if (ix->failed)
		sbuf_addstr(&err, ix->failed);
	else if (!o || !res->exited || res->exit_code)
		sbuf_addf(&err, "The build ended before it was done%s; the knowledge base from before is still in use.",
			  res->exited ? "" : " (it was killed)");
	if (!err.len)
		read_report(o, &r);
	ix->spec.done(ix->spec.ctx, err.len ? NULL : &r, err.len ? err.buf : NULL);
	index_report_release(&r);
	json_free(o);
	sbuf_release(&err);
	sbuf_release(&ix->line);
	free(ix->report);
	free(ix->failed);
	free(ix);
}

static void set_path_take(struct json *o, const char *key, char *path)
{
	json_set_str(o, key, path);
	free(path);
}

static void write_spec(struct app *app, const struct indexing_spec *spec, const char *content, struct sbuf *out)
{
	struct json *o = json_object();

	if (spec->docs)
		json_set_str(o, "docs", spec->docs);
	if (content)
		json_set_str(o, "content", content);
	if (spec->version)
		json_set_str(o, "version", spec->version);
	json_set_bool(o, "all", spec->all);
	json_set_bool(o, "force", spec->force);
	set_path_take(o, "out", kb_path(app, KB_DB));
	set_path_take(o, "lock", kb_path(app, KB_LOCK));
	set_path_take(o, "messages", kb_path(app, KB_MESSAGES));
	set_path_take(o, "model", kb_path(app, KB_MODEL));
	set_path_take(o, "sources", kb_data_path(app, KB_SOURCES));
	set_path_take(o, "imports", kb_data_path(app, KB_IMPORTS));
	json_write(o, false, out);
	json_free(o);
}

struct indexing *indexing_start(struct app *app, const struct indexing_spec *spec, struct sbuf *err)
{
	struct indexing *ix;
	struct sbuf input = SBUF_INIT;
	const char *content = app_content(app, NULL);
	char self[] = "/proc/self/exe", word[] = "__kb-build", *argv[] = { self, word, NULL };
	struct job_spec job = { .argv = argv, .on_output = on_output, .done = on_done };

	if (app_dir_ready(app, APP_CACHE, err) < 0)
		return NULL;
	write_spec(app, spec, content, &input);
	ix = xcalloc(1, sizeof(*ix));
	ix->spec = *spec;
	sbuf_init(&ix->line);
	job.ctx = ix;
	job.input = input.buf;
	job.input_len = input.len;
	ix->job = job_start(app_loop(app), &job, err);
	sbuf_release(&input);
	if (ix->job)
		return ix;
	free(ix);
	return NULL;
}

void indexing_cancel(struct indexing *ix)
{
	ix->cancelled = true;
	job_cancel(ix->job);
}
