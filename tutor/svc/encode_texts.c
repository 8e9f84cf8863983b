/* encode: which texts have no vector yet, in the order in which learners need them; the file of vectors. */
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kb/chunk.h"
#include "svc/encode_int.h"

/* What learners need first: cards and wordings, then the books, then std. */
static int order_of(const struct wishes *w, uint32_t chunk, int nth)
{
	static const uint8_t order[CHUNK_KIND_COUNT] = {
		[CHUNK_CARD] = 0, [CHUNK_BOOK] = 1, [CHUNK_EXAMPLE] = 2, [CHUNK_ERROR] = 3, [CHUNK_ADDED] = 3, [CHUNK_LESSON] = 4,
		[CHUNK_ITEM] = 5, [CHUNK_METHOD] = 6, [CHUNK_REFERENCE] = 7, [CHUNK_CARGO] = 8, [CHUNK_EXERCISE] = 9,
		[CHUNK_NOMICON] = 10, [CHUNK_EDITION] = 11,
	};

	if (chunk >= w->n_kinds || w->kinds[chunk] >= CHUNK_KIND_COUNT)
		return 20;
	return nth > 0 ? 0 : order[w->kinds[chunk]];
}

static void take_wish(void *ctx, int64_t key, uint32_t chunk, int nth)
{
	struct wishes *w = ctx;

	if (vecset_get(w->have, key))
		return;
	ARRAY_GROW(w->v, w->n + 1, w->alloc);
	w->v[w->n++] = (struct wish){ key, chunk, nth, order_of(w, chunk, nth) };
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

static int by_key(const void *a, const void *b)
{
	const struct wish *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return by_order(a, b);
}

/* Texts that occur in several places are made once. */
static void drop_repeated(struct wishes *w)
{
	size_t n = 0;

	if (!w->n)
		return;
	qsort(w->v, w->n, sizeof(*w->v), by_key);
	for (size_t i = 0; i < w->n; i++)
		if (!i || w->v[i].key != w->v[i - 1].key)
			w->v[n++] = w->v[i];
	w->n = n;
	qsort(w->v, w->n, sizeof(*w->v), by_order);
}

static void add_file(struct wishes *w, size_t i, const char *path)
{
	int fd = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
	struct stat st;
	void *p = MAP_FAILED;

	if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0)
		p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (fd >= 0)
		close(fd);
	if (p == MAP_FAILED)
		return;
	w->maps[i] = p;
	w->lens[i] = (size_t)st.st_size;
	vecset_add(w->have, p, w->lens[i], NULL); /* another model's: then all are wished for */
}

int wishes_open(struct wishes *w, const char *db, const char *shipped, const char *local, const char *model, uint32_t dim, struct sbuf *err)
{
	const char *kinds;

	*w = (struct wishes){ .db = kbdb_open(db, err) };
	if (!w->db)
		return -1;
	w->have = vecset_new(model, dim);
	add_file(w, 0, shipped);
	add_file(w, 1, local);
	kinds = kbdb_meta(w->db, "kinds", &w->n_kinds);
	w->kinds = xmalloc(w->n_kinds + 1);
	memcpy(w->kinds, kinds, w->n_kinds);
	kbdb_each_text(w->db, take_wish, w);
	drop_repeated(w);
	return 0;
}

void wishes_release(struct wishes *w)
{
	for (size_t i = 0; i < ARRAY_SIZE(w->maps); i++)
		if (w->maps[i])
			munmap((void *)(uintptr_t)w->maps[i], w->lens[i]);
	kbdb_close(w->db);
	vecset_free(w->have);
	free(w->kinds);
	free(w->v);
	*w = (struct wishes){ NULL, NULL, NULL, 0, 0, NULL, 0, { NULL, NULL }, { 0, 0 } };
}

/* The nth line of a chunk's wordings. */
static void asked_line(const char *p, int nth, struct sbuf *out)
{
	for (int i = 1; i < nth && *p;) {
		size_t len = strcspn(p, "\n");

		i += len > 0;
		p += len + (p[len] == '\n');
	}
	while (*p == '\n')
		p++;
	sbuf_add(out, p, strcspn(p, "\n"));
}

bool wish_text(struct wishes *w, const struct wish *wish, struct sbuf *out)
{
	size_t start = out->len;
	struct kbdb_chunk c;

	if (!kbdb_get(w->db, wish->chunk, &c))
		return false;
	if (wish->nth == 0)
		chunk_embed_text(c.crumb, c.prose, out);
	else
		asked_line(c.asked, wish->nth, out);
	return chunk_text_key(out->buf + start, out->len - start) == wish->key;
}

int vectors_append(int fd, const struct sbuf *records, struct sbuf *err)
{
	ssize_t n = write(fd, records->buf, records->len);

	if (n == (ssize_t)records->len)
		return 0;
	return error(err, "Vectors cannot be written: %s. Those made before are kept.", n < 0 ? strerror(errno) : "the disk is full");
}

static int prepare(int fd, const char *model, uint32_t dim, struct sbuf *err)
{
	struct sbuf head = SBUF_INIT;
	struct vecfile_header now;
	off_t record = 8 + (off_t)dim, size = lseek(fd, 0, SEEK_END);
	int rc;

	vecfile_header(&head, model, dim);
	if (pread(fd, &now, sizeof(now), 0) == (ssize_t)sizeof(now) && !memcmp(head.buf, &now, sizeof(now)))
		rc = ftruncate(fd, size - (size - (off_t)head.len) % record);
	else
		rc = ftruncate(fd, 0) < 0 ? -1 : vectors_append(fd, &head, err);
	sbuf_release(&head);
	return rc;
}

int vectors_open(const char *path, const char *model, uint32_t dim, struct sbuf *err)
{
	int fd = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);

	if (fd < 0)
		return error(err, "%s cannot be written: %s.", path, strerror(errno));
	if (flock(fd, LOCK_EX | LOCK_NB) < 0)
		error(err, "Vectors are being made by another tutor just now.");
	else if (prepare(fd, model, dim, err) == 0)
		return fd;
	else
		error(err, "%s cannot be prepared.", path);
	close(fd);
	return -1;
}
