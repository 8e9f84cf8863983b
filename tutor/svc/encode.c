#include "svc/encode.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/json.h"
#include "io/job.h"
#include "kb/chunk.h"
#include "kb/embed.h"
#include "kb/vecfile.h"
#include "store/kbdb.h"
#include "svc/app.h"
#include "svc/indexer.h"
#include "svc/search.h"

/* The child. */

struct wish { /* a text without a vector */
	int64_t key;
	uint32_t chunk;
	int nth, order;
};

struct encoder {
	struct kbdb *db;
	struct vecset *have;
	struct embed *model;
	struct wish *v;
	size_t n, alloc;
	int fd;          /* the file that is appended to */
	const uint8_t *kinds;
	size_t n_kinds;
};

/* What learners need first: cards and wordings, then the books, then std. */
static int order_of(const struct encoder *e, uint32_t chunk, int nth)
{
	static const uint8_t order[CHUNK_KIND_COUNT] = {
		[CHUNK_CARD] = 0, [CHUNK_BOOK] = 1, [CHUNK_EXAMPLE] = 2, [CHUNK_ERROR] = 3, [CHUNK_ADDED] = 3, [CHUNK_LESSON] = 4,
		[CHUNK_ITEM] = 5, [CHUNK_METHOD] = 6, [CHUNK_REFERENCE] = 7, [CHUNK_CARGO] = 8, [CHUNK_EXERCISE] = 9,
		[CHUNK_NOMICON] = 10, [CHUNK_EDITION] = 11,
	};

	if (chunk >= e->n_kinds || e->kinds[chunk] >= CHUNK_KIND_COUNT)
		return 20;
	return nth > 0 ? 0 : order[e->kinds[chunk]];
}

static void take_wish(void *ctx, int64_t key, uint32_t chunk, int nth)
{
	struct encoder *e = ctx;

	if (vecset_get(e->have, key))
		return;
	ARRAY_GROW(e->v, e->n + 1, e->alloc);
	e->v[e->n++] = (struct wish){ key, chunk, nth, order_of(e, chunk, nth) };
}

static int by_order(const void *a, const void *b)
{
	const struct wish *x = a, *y = b;

	if (x->order != y->order)
		return x->order - y->order;
	if (x->chunk != y->chunk)
		return x->chunk < y->chunk ? -1 : 1;
	return x->nth - y->nth;
}

static void text_of(struct encoder *e, const struct wish *w, struct sbuf *out)
{
	struct kbdb_chunk c;
	const char *p;

	if (!kbdb_get(e->db, w->chunk, &c))
		return;
	if (w->nth == 0) {
		chunk_embed_text(c.crumb, c.prose, out);
		return;
	}
	p = c.asked;
	for (int i = 1; i < w->nth && *p;) {
		size_t len = strcspn(p, "\n");

		i += len > 0;
		p += len + (p[len] == '\n');
	}
	while (*p == '\n')
		p++;
	sbuf_add(out, p, strcspn(p, "\n"));
}

static int append(struct encoder *e, const struct sbuf *rec, struct sbuf *err)
{
	ssize_t n = write(e->fd, rec->buf, rec->len);

	if (n == (ssize_t)rec->len)
		return 0;
	return error(err, "Vectors cannot be written: %s. Those made before are kept.", n < 0 ? strerror(errno) : "the disk is full");
}

static int encode_all(struct encoder *e, struct sbuf *err)
{
	struct sbuf text = SBUF_INIT, rec = SBUF_INIT;
	float v[EMBED_DIM];
	int8_t q[EMBED_DIM];
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < e->n; i++) {
		sbuf_reset(&text);
		sbuf_reset(&rec);
		text_of(e, &e->v[i], &text);
		if (chunk_text_key(text.buf, text.len) != e->v[i].key)
			continue;
		embed_text(e->model, text.buf, text.len, v);
		embed_quantize(v, EMBED_DIM, q);
		vecfile_record(&rec, e->v[i].key, q, EMBED_DIM);
		rc = append(e, &rec, err);
		if (i % 16 == 0)
			dprintf(STDOUT_FILENO, "P %zu %zu\n", i, e->n);
	}
	dprintf(STDOUT_FILENO, "P %zu %zu\n", e->n, e->n);
	sbuf_release(&text);
	sbuf_release(&rec);
	return rc;
}

static const void *map(const char *path, size_t *len)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	void *p = MAP_FAILED;

	if (fd >= 0 && fstat(fd, &st) == 0 && st.st_size > 0)
		p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (fd >= 0)
		close(fd);
	*len = p == MAP_FAILED ? 0 : (size_t)st.st_size;
	return p == MAP_FAILED ? NULL : p;
}

static void add_file(struct encoder *e, const char *path)
{
	size_t len;
	const void *p = path ? map(path, &len) : NULL;

	if (p)
		vecset_add(e->have, p, len, NULL);
}

/* Opens the file to append to, one encoder at a time; a torn record at its end is cut off, another model's file begins anew. */
static int open_local(struct encoder *e, const char *path, struct sbuf *err)
{
	struct sbuf head = SBUF_INIT, now = SBUF_INIT;
	size_t record = 8 + EMBED_DIM;
	struct stat st;
	int rc = 0;

	e->fd = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
	if (e->fd < 0 || fstat(e->fd, &st) < 0)
		return error(err, "%s cannot be written: %s.", path, strerror(errno));
	if (flock(e->fd, LOCK_EX | LOCK_NB) < 0)
		return error(err, "Vectors are being made by another tutor just now.");
	vecfile_header(&head, KB_MODEL_NAME, EMBED_DIM);
	if ((size_t)st.st_size >= head.len && file_read(path, 1u << 30, &now, NULL) == 0 && !memcmp(now.buf, head.buf, head.len))
		rc = ftruncate(e->fd, st.st_size - (off_t)(((size_t)st.st_size - head.len) % record));
	else
		rc = ftruncate(e->fd, 0) < 0 ? -1 : append(e, &head, err);
	sbuf_release(&head);
	sbuf_release(&now);
	return rc < 0 ? error(err, "%s cannot be prepared.", path) : 0;
}

static int open_model(struct encoder *e, const char *path, struct sbuf *err)
{
	size_t len;
	const void *p = map(path, &len);

	if (!p)
		return error(err, "The embedding model %s cannot be read.", path);
	e->model = embed_open(p, len, err);
	return e->model ? 0 : -1;
}

static int encode_spec(const struct json *spec, struct sbuf *err)
{
	struct encoder e = { .fd = -1, .have = vecset_new(KB_MODEL_NAME, EMBED_DIM) };
	const char *local = json_get_str(spec, "local", "");
	uint8_t *kinds = NULL;
	int rc = -1;

	e.db = kbdb_open(json_get_str(spec, "db", ""), err);
	if (e.db && open_local(&e, local, err) == 0 && open_model(&e, json_get_str(spec, "model", ""), err) == 0) {
		const char *k = kbdb_meta(e.db, "kinds", &e.n_kinds);

		kinds = xmalloc(e.n_kinds + 1);
		memcpy(kinds, k, e.n_kinds);
		e.kinds = kinds;
		add_file(&e, json_get_str(spec, "shipped", NULL));
		add_file(&e, local);
		kbdb_each_text(e.db, take_wish, &e);
		if (e.n)
			qsort(e.v, e.n, sizeof(*e.v), by_order);
		rc = encode_all(&e, err);
	}
	kbdb_close(e.db);
	vecset_free(e.have);
	embed_free(e.model);
	free(kinds);
	free(e.v);
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
