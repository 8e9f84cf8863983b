#include "svc/encode.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/json.h"
#include "io/job.h"
#include "kb/embed.h"
#include "svc/app.h"
#include "svc/encode_int.h"
#include "svc/indexer.h"
#include "svc/search.h"

/* The child. */

struct encoder {
	struct wishes wishes;
	struct embed *model;
	const void *map; /* of the model's file */
	size_t len;
	int fd;          /* the file that is appended to */
};

static int encode_all(struct encoder *e, struct sbuf *err)
{
	struct sbuf text = SBUF_INIT, rec = SBUF_INIT;
	float v[EMBED_DIM];
	int8_t q[EMBED_DIM];
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < e->wishes.n; i++) {
		sbuf_reset(&text);
		sbuf_reset(&rec);
		if (!wish_text(&e->wishes, &e->wishes.v[i], &text))
			continue;
		embed_text(e->model, text.buf, text.len, v);
		embed_quantize(v, EMBED_DIM, q);
		vecfile_record(&rec, e->wishes.v[i].key, q, EMBED_DIM);
		rc = vectors_append(e->fd, &rec, err);
		if (i % 16 == 0)
			dprintf(STDOUT_FILENO, "P %zu %zu\n", i, e->wishes.n);
	}
	if (rc == 0)
		dprintf(STDOUT_FILENO, "P %zu %zu\n", e->wishes.n, e->wishes.n);
	sbuf_release(&text);
	sbuf_release(&rec);
	return rc;
}

static int open_model(struct encoder *e, const char *path, struct sbuf *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	void *p = MAP_FAILED;

	if (fd >= 0 && fstat(fd, &st) == 0 && st.st_size > 0)
		p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (fd >= 0)
		close(fd);
	if (p == MAP_FAILED)
		return error(err, "The embedding model %s cannot be read.", path);
	e->map = p;
	e->len = (size_t)st.st_size;
	e->model = embed_open(p, e->len, false, err);
	return e->model ? 0 : -1;
}

static int encode_spec(const struct json *spec, struct sbuf *err)
{
	struct encoder e = { .fd = -1 };
	const char *local = json_get_str(spec, "local", ""), *db = json_get_str(spec, "db", "");
	int rc = -1;

	e.fd = vectors_open(local, KB_MODEL_NAME, EMBED_DIM, err);
	if (e.fd >= 0 && open_model(&e, json_get_str(spec, "model", ""), err) == 0 &&
	    wishes_open(&e.wishes, db, json_get_str(spec, "shipped", NULL), local, KB_MODEL_NAME, EMBED_DIM, err) == 0)
		rc = encode_all(&e, err);
	wishes_release(&e.wishes);
	embed_free(e.model);
	if (e.map)
		munmap((void *)(uintptr_t)e.map, e.len);
	if (e.fd >= 0)
		close(e.fd);
	return rc;
}

int encoder_inner(void)
{
	struct sbuf in = SBUF_INIT, err = SBUF_INIT;
	char buf[4096];
	struct json *spec;
	ssize_t n;
	int rc;

	while ((n = read(STDIN_FILENO, buf, sizeof(buf))) > 0)
		sbuf_add(&in, buf, (size_t)n);
	setpriority(PRIO_PROCESS, 0, 15);
	spec = json_parse(in.buf, in.len, &err);
	rc = spec ? encode_spec(spec, &err) : -1;
	if (rc < 0)
		dprintf(STDOUT_FILENO, "E %s\n", err.buf);
	json_free(spec);
	sbuf_release(&in);
	sbuf_release(&err);
	return rc < 0;
}

/* The parent's side. */

struct encoding {
	struct encoding_spec spec;
	struct job *job;
	struct sbuf line;
	char *failed;
	int64_t made;
	bool cancelled;
};

static void take_line(struct encoding *e, const char *line)
{
	char *end;

	if (starts_with(line, "E ")) {
		free(e->failed);
		e->failed = xstrdup(line + 2);
	} else if (starts_with(line, "P ")) {
		e->made = strtoll(line + 2, &end, 10);
		if (e->spec.progress)
			e->spec.progress(e->spec.ctx, e->made, strtoll(end, NULL, 10));
	}
}

static void on_output(void *ctx, bool is_err, const char *p, size_t len)
{
	struct encoding *e = ctx;

	for (size_t i = 0; !is_err && i < len; i++) {
		if (p[i] != '\n') {
			if (e->line.len < 4096)
				sbuf_addch(&e->line, p[i]);
			continue;
		}
		take_line(e, e->line.buf);
		sbuf_reset(&e->line);
	}
}

static void on_done(void *ctx, const struct job_result *r)
{
	struct encoding *e = ctx;
	const char *err = e->failed;

	if (!err && e->cancelled)
		err = "Stopped; the vectors made so far are kept.";
	else if (!err && (!r->exited || r->exit_code))
		err = "The process that makes vectors ended early; those made so far are kept.";
	e->spec.done(e->spec.ctx, e->made, err);
	sbuf_release(&e->line);
	free(e->failed);
	free(e);
}

static void set_take(struct json *o, const char *key, char *value)
{
	json_set_str(o, key, value);
	free(value);
}

struct encoding *encoding_start(struct app *app, const struct encoding_spec *spec, struct sbuf *err)
{
	struct encoding *e;
	struct json *o = json_object();
	struct sbuf input = SBUF_INIT;
	const char *content = app_content(app, NULL);
	char self[] = "/proc/self/exe", word[] = "__kb-encode", *argv[] = { self, word, NULL };
	struct job_spec job = { .argv = argv, .on_output = on_output, .done = on_done };

	set_take(o, "db", kb_path(app, KB_DB));
	set_take(o, "local", kb_path(app, KB_VECTORS));
	set_take(o, "model", kb_path(app, KB_MODEL));
	if (content)
		set_take(o, "shipped", xstrfmt("%s/kb/vectors/minilm.vec", content));
	json_write(o, false, &input);
	json_free(o);
	e = xcalloc(1, sizeof(*e));
	e->spec = *spec;
	sbuf_init(&e->line);
	job.ctx = e;
	job.input = input.buf;
	job.input_len = input.len;
	e->job = job_start(app_loop(app), &job, err);
	sbuf_release(&input);
	if (e->job)
		return e;
	free(e);
	return NULL;
}

void encoding_cancel(struct encoding *e)
{
	e->cancelled = true;
	job_cancel(e->job);
}
