/*
 * The embedding child. It reads frames from stdin (4 bytes length, then text) and writes EMBED_DIM int8 a text: 22 MB and 8 ms a
 * question stay out of the tutor. Answers come in the order of the questions.
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "io/job.h"
#include "kb/embed.h"
#include "svc/embedder.h"

#define TEXT_MAX (64u << 10)
#define READY 0x52
#define STAMP_MAX 400
#define SETTLED_S 2

/* The child's side. */

static bool read_full(void *p, size_t len)
{
	char *at = p;

	while (len) {
		ssize_t n = read(STDIN_FILENO, at, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		at += n;
		len -= (size_t)n;
	}
	return true;
}

static bool write_full(const void *p, size_t len)
{
	const char *at = p;

	while (len) {
		ssize_t n = write(STDOUT_FILENO, at, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		at += n;
		len -= (size_t)n;
	}
	return true;
}

static void serve(struct embed *e)
{
	char *text = xmalloc(TEXT_MAX);
	char ready = READY;
	uint32_t len;
	float v[EMBED_DIM];
	int8_t q[EMBED_DIM];

	if (write_full(&ready, 1))
		while (read_full(&len, 4) && len <= TEXT_MAX && read_full(text, len)) {
			embed_text(e, text, len, v);
			embed_quantize(v, EMBED_DIM, q);
			if (!write_full(q, sizeof(q)))
				break;
		}
	free(text);
}

/*
 * The checksum of 23 MB is taken once for a file, not at every start: MODEL.whole says which file was found right. The change time
 * is part of it, which nobody can set, so a byte changed in place makes the stamp wrong like another file does.
 */
static void stamp_of(const struct stat *st, struct sbuf *out)
{
	sbuf_addf(out, "%ju %ju %jd %jd.%09ld %jd.%09ld\n", (uintmax_t)st->st_dev, (uintmax_t)st->st_ino, (intmax_t)st->st_size,
		  (intmax_t)st->st_mtim.tv_sec, st->st_mtim.tv_nsec, (intmax_t)st->st_ctim.tv_sec, st->st_ctim.tv_nsec);
}

static bool is_stamped(const char *path, const struct stat *st)
{
	struct sbuf wanted = SBUF_INIT, have = SBUF_INIT;
	bool same = file_read(path, STAMP_MAX, &have, NULL) == 0;

	stamp_of(st, &wanted);
	same = same && streq(have.buf, wanted.buf);
	sbuf_release(&wanted);
	sbuf_release(&have);
	return same;
}

/* Of a file that changed just now the next change may bear the same time. A stamp that cannot be written costs some milliseconds. */
static void stamp(const char *path, int fd, const struct stat *before)
{
	struct sbuf text = SBUF_INIT;
	struct stat st;
	time_t now = time(NULL);

	if (fstat(fd, &st) || st.st_ctim.tv_sec + SETTLED_S > now || st.st_ctim.tv_sec != before->st_ctim.tv_sec ||
	    st.st_ctim.tv_nsec != before->st_ctim.tv_nsec)
		return;
	stamp_of(&st, &text);
	file_write(path, text.buf, text.len, NULL); /* torn, it is no stamp */
	sbuf_release(&text);
}

static struct embed *open_model(const char *model, struct sbuf *err)
{
	char *path = xstrfmt("%s.whole", model);
	struct embed *e = NULL;
	struct stat st;
	void *map = MAP_FAILED;
	int fd = open(model, O_RDONLY | O_CLOEXEC);
	bool whole;

	if (fd >= 0 && fstat(fd, &st) == 0 && st.st_size > 0)
		map = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (map != MAP_FAILED) {
		whole = is_stamped(path, &st);
		e = embed_open(map, (size_t)st.st_size, whole, err);
		if (e && !whole)
			stamp(path, fd, &st);
	} else {
		error(err, "The model %s cannot be read: %s.", model, strerror(errno));
	}
	if (fd >= 0)
		close(fd);
	free(path);
	return e;
}

int embedder_inner(const char *model)
{
	struct sbuf err = SBUF_INIT;
	struct embed *e = open_model(model, &err);

	if (e)
		serve(e);
	else
		dprintf(STDERR_FILENO, "%s\n", err.buf);
	embed_free(e);
	sbuf_release(&err);
	return e ? 0 : 1;
}

int embedder_convert(const char *safetensors, const char *vocab, const char *out)
{
	struct sbuf weights = SBUF_INIT, words = SBUF_INIT, file = SBUF_INIT, err = SBUF_INIT;
	int rc = 1;

	if (file_read(safetensors, 1u << 30, &weights, &err) == 0 && file_read(vocab, 16u << 20, &words, &err) == 0 &&
	    embed_convert(weights.buf, weights.len, words.buf, words.len, &file, &err) == 0 &&
	    file_write_atomic(out, file.buf, file.len, &err) == 0)
		rc = 0;
	else
		dprintf(STDERR_FILENO, "tutor: %s\n", err.buf);
	sbuf_release(&weights);
	sbuf_release(&words);
	sbuf_release(&file);
	sbuf_release(&err);
	return rc;
}

/* The tutor's side. */

struct question {
	embed_done *done;
	void *ctx;
};

struct embedder {
	struct loop *loop;
	struct job *job;
	struct question *queue;
	size_t n, alloc;
	struct sbuf got;
	bool ready, dead;
	char *why;
};

static void answer(struct embedder *e, const int8_t *v, const char *err)
{
	struct question q = e->queue[0];

	memmove(e->queue, e->queue + 1, --e->n * sizeof(*e->queue));
	if (q.done)
		q.done(q.ctx, v, err);
}

static void on_output(void *ctx, bool is_err, const char *p, size_t len)
{
	struct embedder *e = ctx;
	int8_t v[EMBED_DIM];

	if (is_err)
		return;
	if (!e->ready && len) {
		e->ready = true;
		p++;
		len--;
	}
	sbuf_add(&e->got, p, len);
	while (e->got.len >= EMBED_DIM && e->n) {
		memcpy(v, e->got.buf, EMBED_DIM);
		sbuf_remove(&e->got, 0, EMBED_DIM);
		answer(e, v, NULL);
	}
}

static void on_done(void *ctx, const struct job_result *r)
{
	struct embedder *e = ctx;

	e->dead = true;
	e->job = NULL;
	free(e->why);
	e->why = r->err.text.len ? xmemdupz(r->err.text.buf, strcspn(r->err.text.buf, "\n")) : xstrdup("The embedding model's process ended.");
	while (e->n)
		answer(e, NULL, e->why);
}

struct embedder *embedder_new(struct loop *loop, const char *model, struct sbuf *err)
{
	struct embedder *e = xcalloc(1, sizeof(*e));
	char self[] = "/proc/self/exe", word[] = "__embed", *path = xstrdup(model), *argv[] = { self, word, path, NULL };
	struct job_spec spec = { .argv = argv, .keep_input = true, .keep_bytes = 4096, .on_output = on_output, .done = on_done, .ctx = e };

	e->loop = loop;
	sbuf_init(&e->got);
	e->job = job_start(loop, &spec, err);
	free(path);
	if (e->job)
		return e;
	embedder_free(e);
	return NULL;
}

bool embedder_dead(const struct embedder *e, const char **why)
{
	*why = e->why;
	return e->dead;
}


void embedder_free(struct embedder *e)
{
	if (!e)
		return;
	if (e->job) { /* its pipe closes and it ends by itself; the last callback comes from the loop */
		for (size_t i = 0; i < e->n; i++)
			e->queue[i].done = NULL;
		job_close_input(e->job);
		while (!e->dead && e->job)
			loop_run_until(e->loop, &e->dead);
	}
	sbuf_release(&e->got);
	free(e->queue);
	free(e->why);
	free(e);
}

void embedder_ask(struct embedder *e, const char *text, size_t len, embed_done *done, void *ctx)
{
	uint32_t n = (uint32_t)MIN(len, TEXT_MAX);

	if (e->dead) {
		done(ctx, NULL, e->why);
		return;
	}
	ARRAY_GROW(e->queue, e->n + 1, e->alloc);
	e->queue[e->n++] = (struct question){ done, ctx };
	job_write(e->job, &n, 4);
	job_write(e->job, text, n);
}

void embedder_forget(struct embedder *e, void *ctx)
{
	for (size_t i = 0; i < e->n; i++)
		if (e->queue[i].ctx == ctx)
			e->queue[i].done = NULL;
}
