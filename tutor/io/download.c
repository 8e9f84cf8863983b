#include "base/base.h"

#include "io/download.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/hash.h"

#define SLICE (256 * 1024) /* about 1 ms of hashing */
#define FLUSH_EVERY (8 << 20)
#define TRIES 5
#define RETRY_MS 200 /* doubles */
#define PROGRESS_MS 100

struct download {
	struct http *http; /* NULL: only a check */
	struct loop *loop;
	struct download_spec spec;
	char *url, *path, *part, *sha256;
	int fd;
	struct hash_stream *hash;
	struct http_req *req;
	loop_id step;
	int64_t at;        /* bytes in the file, all of them hashed */
	int64_t hashed, flushed;
	int64_t reported_ms;
	int tries;         /* since bytes came last */
	bool restart;      /* the server's reply starts at 0 */
	struct sbuf err;
};

static void ask(void *ctx);

static void free_download(struct download *d)
{
	loop_cancel(d->loop, d->step);
	http_drop(d->req);
	hash_stream_end(d->hash, NULL);
	if (d->fd >= 0)
		close(d->fd);
	free(d->url);
	free(d->path);
	free(d->part);
	free(d->sha256);
	sbuf_release(&d->err);
	free(d);
}

void download_drop(struct download *d)
{
	if (d)
		free_download(d);
}

static void end(struct download *d)
{
	d->spec.done(d->spec.ctx, d->err.len ? d->err.buf : NULL);
	free_download(d);
}

static void end_now(void *ctx)
{
	struct download *d = ctx;

	d->step = 0;
	end(d);
}

static void report(struct download *d, bool now)
{
	int64_t ms = clock_mono_ms();

	if (!d->spec.progress || (!now && ms - d->reported_ms < PROGRESS_MS))
		return;
	d->reported_ms = ms;
	d->spec.progress(d->spec.ctx, d->at, d->spec.size);
}

static void compare(struct download *d, const char *path)
{
	char got[HASH_SHA256_HEX];

	hash_stream_end(d->hash, got);
	d->hash = NULL;
	if (d->spec.size >= 0 && d->at != d->spec.size)
		error(&d->err, "%s has %lld bytes, but should have %lld.", path, (long long)d->at, (long long)d->spec.size);
	else if (d->sha256 && strcmp(d->sha256, got))
		error(&d->err, "%s is not the file that was asked for: its SHA-256 is %s, not %s.", path, got, d->sha256);
}

/* All bytes are here. */
static void whole(struct download *d)
{
	compare(d, d->http ? d->url : d->path);
	if (d->err.len && d->http)
		unlink(d->part);
	else if (!d->err.len && d->http && rename(d->part, d->path) < 0)
		error(&d->err, "%s cannot be named %s: %s.", d->part, path_base(d->path), strerror(errno));
	if (!d->err.len)
		report(d, true);
	end(d);
}

/* Hashes what is in the file already, a slice a turn. */
static void hash_slice(void *ctx)
{
	static char buf[SLICE];
	struct download *d = ctx;
	ssize_t n = pread(d->fd, buf, sizeof(buf), (off_t)d->hashed);

	d->step = 0;
	if (n < 0) {
		error(&d->err, "%s cannot be read: %s.", d->path, strerror(errno));
		end(d);
		return;
	}
	hash_stream_add(d->hash, buf, (size_t)n);
	d->hashed += n;
	if (n > 0) {
		d->at = MAX(d->at, d->hashed);
		d->step = loop_defer(d->loop, hash_slice, d);
		return;
	}
	d->at = d->hashed;
	if (d->http && d->at != d->spec.size)
		ask(d);
	else
		whole(d);
}

static int write_here(struct download *d, const char *p, size_t len)
{
	while (len) {
		ssize_t n = pwrite(d->fd, p, len, (off_t)d->at);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return error(&d->err, "%s cannot be written: %s.", d->part, n ? strerror(errno) : "the disk is full");
		hash_stream_add(d->hash, p, (size_t)n);
		d->at += n;
		p += n;
		len -= (size_t)n;
	}
	if (d->at - d->flushed > FLUSH_EVERY) { /* keeps the kernel from saving it all up */
		sync_file_range(d->fd, (off_t)d->flushed, (off_t)(d->at - d->flushed), SYNC_FILE_RANGE_WRITE);
		d->flushed = d->at;
	}
	return 0;
}

static int start_over(struct download *d)
{
	if (ftruncate(d->fd, 0) < 0)
		return error(&d->err, "%s cannot be written: %s.", d->part, strerror(errno));
	hash_stream_end(d->hash, NULL);
	d->hash = hash_stream_new();
	d->at = d->hashed = d->flushed = 0;
	return 0;
}

static void have_head(void *ctx, const struct http_head *h)
{
	struct download *d = ctx;

	d->restart = d->at && h->status == 200;
	if (d->spec.size < 0 && h->status == 200)
		d->spec.size = h->length;
}

static int have_data(void *ctx, const char *p, size_t len)
{
	struct download *d = ctx;
	long status = http_status(d->req);

	if (status != 200 && status != 206)
		return 0; /* an error page must not be written into the file */
	if (d->restart && start_over(d) < 0)
		return 1;
	d->restart = false;
	if (d->spec.size >= 0 && d->at + (int64_t)len > d->spec.size)
		return error(&d->err, "%s is larger than the %lld bytes it should have.", d->url, (long long)d->spec.size);
	if (write_here(d, p, len) < 0)
		return 1;
	d->tries = 0;
	report(d, false);
	return 0;
}

static void retry(struct download *d, const char *message)
{
	if (++d->tries > TRIES) {
		error(&d->err, "%s What was loaded is kept; the same command goes on from there.", message);
		end(d);
		return;
	}
	d->step = loop_after(d->loop, (int64_t)RETRY_MS << (d->tries - 1), ask, d);
}

static void replied(void *ctx, const struct http_result *r)
{
	struct download *d = ctx;
	bool wanted = r->head.status == 200 || r->head.status == 206;

	d->req = NULL;
	if (d->err.len) {
		end(d);
	} else if (r->end == HTTP_DONE && wanted) {
		if (d->spec.size >= 0 && d->at < d->spec.size)
			retry(d, "The server ended before the file did.");
		else
			whole(d);
	} else if (r->end == HTTP_DONE && r->head.status == 416 && d->at && start_over(d) == 0) {
		ask(d);
	} else if (r->end == HTTP_CUT || r->end == HTTP_SILENT || (r->end == HTTP_DONE && r->head.status >= 500)) {
		retry(d, r->end == HTTP_DONE ? "The server has an error." : r->message);
	} else {
		if (r->end == HTTP_DONE)
			error(&d->err, "%s answers with status %ld.", r->host, r->head.status);
		else
			error(&d->err, "%s", r->message);
		end(d);
	}
}

static void ask(void *ctx)
{
	struct download *d = ctx;
	struct http_spec spec = {
		.url = d->url, .from = d->at, .silence_ms = d->spec.silence_ms, .body_max = UINT64_MAX,
		.on_head = have_head, .on_data = have_data, .done = replied, .ctx = d,
	};

	d->step = 0;
	d->restart = false;
	d->req = http_start(d->http, &spec);
}

static int enough_room(struct download *d)
{
	struct statvfs fs;
	int64_t want = d->spec.size - d->at;

	if (d->spec.size < 0 || fstatvfs(d->fd, &fs) < 0 || (int64_t)fs.f_bavail >= want / (int64_t)MAX(fs.f_frsize, 1u))
		return 0;
	return error(&d->err, "The disk of %s has not enough room: %lld MB are needed.", d->path, (long long)want / 1000000 + 1);
}

static void open_part(struct download *d)
{
	struct stat st;

	d->fd = open(d->part, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
	if (d->fd < 0 || fstat(d->fd, &st) < 0)
		error(&d->err, "%s cannot be written: %s.", d->part, strerror(errno));
	else if (flock(d->fd, LOCK_EX | LOCK_NB) < 0)
		error(&d->err, "Another tutor is loading %s right now.", path_base(d->path));
	else if (d->spec.size >= 0 && st.st_size > d->spec.size && start_over(d) < 0)
		return;
	else
		enough_room(d);
}

static struct download *new_download(struct http *http, struct loop *loop, const struct download_spec *spec)
{
	struct download *d = xcalloc(1, sizeof(*d));

	d->http = http;
	d->loop = loop;
	d->spec = *spec;
	d->url = xstrdup_or_null(spec->url);
	d->path = xstrdup(spec->path);
	d->part = xstrfmt("%s.part", spec->path);
	d->sha256 = xstrdup_or_null(spec->sha256);
	d->fd = -1;
	d->hash = hash_stream_new();
	sbuf_init(&d->err);
	return d;
}

struct download *download_start(struct http *http, struct loop *loop, const struct download_spec *spec)
{
	struct download *d = new_download(http, loop, spec);

	open_part(d);
	d->step = loop_defer(loop, d->err.len ? end_now : hash_slice, d);
	return d;
}

struct download *download_check(struct loop *loop, const struct download_spec *spec)
{
	struct download *d = new_download(NULL, loop, spec);

	d->fd = open(d->path, O_RDONLY | O_CLOEXEC);
	if (d->fd < 0)
		error(&d->err, "%s cannot be read: %s.", d->path, strerror(errno));
	d->step = loop_defer(loop, d->err.len ? end_now : hash_slice, d);
	return d;
}
