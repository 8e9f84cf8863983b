/* http and download against a server that misbehaves. */
#include "test.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/hash.h"
#include "fake_server.h"
#include "io/download.h"
#include "io/http.h"

struct ask {
	struct http_spec spec;
	enum http_end end;
	struct http_head head; /* texts not kept */
	struct sbuf body, streamed, message, location;
	int heads, done;
	int64_t ms;
	bool over;
	size_t stop_after; /* bytes streamed */
	struct http_req *req;
	bool drop;
};

static struct loop *loop;
static struct http *http;

static void begin(void)
{
	loop = loop_new();
	fake_start(loop);
	http = http_new(loop);
}

static void finish(void)
{
	http_free(http);
	fake_stop(loop);
	loop_free(loop);
}

static void on_head(void *ctx, const struct http_head *h)
{
	struct ask *a = ctx;

	(void)h;
	a->heads++;
}

static int on_data(void *ctx, const char *p, size_t len)
{
	struct ask *a = ctx;

	sbuf_add(&a->streamed, p, len);
	if (a->drop) {
		http_drop(a->req);
		a->over = true;
	}
	return a->stop_after && a->streamed.len >= a->stop_after;
}

static void on_done(void *ctx, const struct http_result *r)
{
	struct ask *a = ctx;

	a->end = r->end;
	a->head = r->head;
	a->ms = r->ms;
	sbuf_add(&a->body, r->body->buf, r->body->len);
	sbuf_addstr(&a->message, r->message);
	sbuf_addstr(&a->location, r->head.location);
	a->done++;
	a->over = true;
}

static void ask_init(struct ask *a)
{
	*a = (struct ask){ .body = SBUF_INIT, .streamed = SBUF_INIT, .message = SBUF_INIT, .location = SBUF_INIT };
	a->spec.on_head = on_head;
	a->spec.on_data = on_data;
	a->spec.done = on_done;
	a->spec.ctx = a;
}

static void ask_release(struct ask *a)
{
	sbuf_release(&a->body);
	sbuf_release(&a->streamed);
	sbuf_release(&a->message);
	sbuf_release(&a->location);
}

static void go(struct ask *a, const char *path)
{
	char *url = *path == '/' ? fake_url(path) : xstrdup(path);

	a->spec.url = url;
	a->req = http_start(http, &a->spec);
	CHECK_INT(a->done, 0);
	free(url); /* nothing of the spec is needed any more */
	loop_run_until(loop, &a->over);
}

TEST(get_and_post)
{
	struct ask a, b;

	begin();
	ask_init(&a);
	go(&a, "/x/v1/models");
	CHECK_INT(a.end, HTTP_DONE);
	CHECK_INT(a.head.status, 200);
	CHECK_INT(a.heads, 1);
	CHECK_STR(a.message.buf, "");
	CHECK_STR(a.body.buf, a.streamed.buf);
	CHECK(starts_with(a.body.buf, "{\"object\""));
	ask_init(&b);
	b.spec.body = "{\"input\":[\"a\"]}";
	b.spec.body_len = strlen(b.spec.body);
	go(&b, "/x/v1/embeddings");
	CHECK_INT(b.head.status, 200);
	CHECK(strstr(b.body.buf, "embedding") != NULL);
	ask_release(&a);
	ask_release(&b);
	finish();
}

TEST(heads_of_errors)
{
	struct ask a;

	begin();
	ask_init(&a);
	a.spec.body = "{}";
	a.spec.body_len = 2;
	go(&a, "/429long/v1/chat/completions");
	CHECK_INT(a.end, HTTP_DONE);
	CHECK_INT(a.head.status, 429);
	CHECK_INT(a.head.retry_after_ms, 3600000);
	CHECK_INT(a.head.should_retry, -1);
	ask_release(&a);
	ask_init(&a);
	a.spec.body = "{}";
	a.spec.body_len = 2;
	go(&a, "/429once/v1/chat/completions");
	CHECK_INT(a.head.retry_after_ms, 30);
	ask_release(&a);
	finish();
}

TEST(broken_transfers)
{
	struct ask a;

	begin();
	ask_init(&a);
	a.spec.body = "{}";
	a.spec.body_len = 2;
	go(&a, "/cut/v1/chat/completions");
	CHECK_INT(a.end, HTTP_CUT);
	CHECK(strstr(a.message.buf, "broke off") != NULL);
	CHECK(strstr(a.streamed.buf, "half") != NULL);
	ask_release(&a);
	ask_init(&a);
	a.spec.body = "{}";
	a.spec.body_len = 2;
	a.spec.silence_ms = 150;
	go(&a, "/silent/v1/chat/completions");
	CHECK_INT(a.end, HTTP_SILENT);
	CHECK(a.ms >= 150 && a.ms < 2000);
	ask_release(&a);
	ask_init(&a);
	a.spec.body = "{}";
	a.spec.body_len = 2;
	a.spec.silence_ms = 150;
	go(&a, "/stall/v1/chat/completions");
	CHECK_INT(a.end, HTTP_SILENT);
	CHECK_INT(a.heads, 1);
	ask_release(&a);
	finish();
}

TEST(endless_is_capped_and_stopped)
{
	struct ask a;

	begin();
	ask_init(&a);
	a.spec.body = "{}";
	a.spec.body_len = 2;
	a.spec.body_max = 300000;
	a.spec.keep = 1000;
	go(&a, "/endless/v1/chat/completions");
	CHECK_INT(a.end, HTTP_TOO_LARGE);
	CHECK_INT(a.body.len, 1000);
	CHECK(a.streamed.len <= 300000);
	ask_release(&a);
	ask_init(&a);
	a.spec.body = "{}";
	a.spec.body_len = 2;
	a.stop_after = 5000;
	go(&a, "/endless/v1/chat/completions");
	CHECK_INT(a.end, HTTP_STOPPED);
	CHECK_INT(a.done, 1);
	ask_release(&a);
	finish();
}

TEST(drop_is_silent)
{
	struct ask a;

	begin();
	ask_init(&a);
	a.spec.body = "{}";
	a.spec.body_len = 2;
	a.drop = true;
	go(&a, "/endless/v1/chat/completions"); /* from within on_data */
	CHECK_INT(a.done, 0);
	ask_release(&a);
	ask_init(&a);
	a.spec.url = "http://127.0.0.1:1/";
	a.req = http_start(http, &a.spec); /* before it began */
	http_drop(a.req);
	a.req = http_start(http, &a.spec); /* left to http_free */
	ask_release(&a);
	finish();
	CHECK_INT(a.done, 0);
}

static int closed_port(void)
{
	struct sockaddr_in sa = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(sa);
	int fd = socket(AF_INET, SOCK_STREAM, 0), port;

	CHECK(!bind(fd, (struct sockaddr *)&sa, sizeof(sa)) && !getsockname(fd, (struct sockaddr *)&sa, &len));
	port = ntohs(sa.sin_port);
	close(fd);
	return port;
}

TEST(nobody_there)
{
	struct ask a;
	char *url;

	begin();
	ask_init(&a);
	url = xstrfmt("http://127.0.0.1:%d/v1", closed_port());
	go(&a, url);
	CHECK_INT(a.end, HTTP_NO_CONNECT);
	CHECK_INT(a.head.status, 0);
	CHECK(starts_with(a.message.buf, "Nothing answers at 127.0.0.1:"));
	free(url);
	ask_release(&a);
	ask_init(&a);
	go(&a, "http://no-such-host.invalid/v1");
	CHECK(a.end == HTTP_NO_HOST || a.end == HTTP_NO_CONNECT || a.end == HTTP_DONE); /* DONE: a proxy says so */
	ask_release(&a);
	ask_init(&a);
	go(&a, "ftp://example.org/x");
	CHECK_INT(a.end, HTTP_BAD);
	CHECK_INT(a.done, 1);
	ask_release(&a);
	ask_init(&a);
	go(&a, "not an url");
	CHECK_INT(a.end, HTTP_BAD);
	ask_release(&a);
	finish();
}

TEST(tls_to_a_plain_server)
{
	struct ask a;
	char *url;

	begin();
	ask_init(&a);
	url = xstrfmt("https://127.0.0.1:%d/x/v1/models", fake.port);
	go(&a, url);
	CHECK(a.end == HTTP_TLS || a.end == HTTP_CUT);
	CHECK_INT(a.head.status, 0);
	free(url);
	ask_release(&a);
	finish();
}

/* Asks the server what it got; true when `what` occurs there. */
static bool journal_has(const char *what)
{
	struct ask a;
	bool has;

	ask_init(&a);
	a.spec.keep = 1 << 20;
	go(&a, "/journal");
	has = strstr(a.body.buf, what) != NULL;
	ask_release(&a);
	return has;
}

TEST(secrets_do_not_travel)
{
	const char *secret[] = { "Authorization: Bearer sk-secret", NULL };
	struct ask a;

	begin();
	ask_init(&a);
	a.spec.body = "{}";
	a.spec.body_len = 2;
	a.spec.secret_headers = secret;
	go(&a, "/redirect/v1/chat/completions");
	CHECK_INT(a.end, HTTP_DONE);
	CHECK_INT(a.head.status, 307); /* not followed */
	CHECK(starts_with(a.location.buf, "http://localhost:"));
	ask_release(&a);
	ask_init(&a);
	a.spec.secret_headers = secret;
	go(&a, "/files-moved/1000");
	CHECK_INT(a.head.status, 302);
	ask_release(&a);
	ask_init(&a);
	go(&a, "/files-moved/1000");
	CHECK_INT(a.head.status, 200); /* followed: nothing secret in it */
	CHECK_INT(a.streamed.len, 1000);
	CHECK_INT(a.heads, 1);
	ask_release(&a);
	CHECK(journal_has("sk-secret")); /* the server that was asked got it */
	finish();
}

TEST(header_injection_is_refused)
{
	const char *headers[] = { "X-A: 1\r\nX-Evil: 2", "X-Good: 3", NULL };
	struct ask a;

	begin();
	ask_init(&a);
	a.spec.headers = headers;
	go(&a, "/x/v1/models");
	ask_release(&a);
	CHECK(journal_has("x-good"));
	CHECK(!journal_has("x-evil"));
	finish();
}

TEST(loopback_and_hosts)
{
	char *h;

	CHECK(http_is_loopback("http://127.0.0.1:8080/v1"));
	CHECK(http_is_loopback("http://LOCALHOST/v1"));
	CHECK(http_is_loopback("http://[::1]:80/"));
	CHECK(!http_is_loopback("http://127.0.0.1.evil.org/"));
	CHECK(!http_is_loopback("http://localhost.evil.org/"));
	CHECK(!http_is_loopback("http://localhost@evil.org/"));
	CHECK(!http_is_loopback("file:///etc/passwd"));
	CHECK(!http_is_loopback(""));
	h = http_host("https://user:pw@API.Example.org/v1");
	CHECK_STR(h, "api.example.org:443");
	free(h);
	CHECK(!http_host("gopher://x/"));
}

/* Downloads. */

struct load {
	char *dir, *path, *part, *url, *message;
	int64_t last, total;
	int reports, done;
	bool over;
};

static void on_progress(void *ctx, int64_t done, int64_t total)
{
	struct load *l = ctx;

	CHECK(done >= 0 && (total < 0 || done <= total));
	l->last = done;
	l->total = total;
	l->reports++;
}

static void on_loaded(void *ctx, const char *message)
{
	struct load *l = ctx;

	l->message = xstrdup_or_null(message);
	l->done++;
	l->over = true;
}

static void pattern(size_t n, struct sbuf *out)
{
	for (size_t i = 0; i < n; i++)
		sbuf_addch(out, (char)((i % 65536 * 7 + i % 65536 / 251) % 256));
}

static void load_init(struct load *l)
{
	*l = (struct load){ .dir = file_make_temp_dir("tutor-http", NULL) };
	l->path = path_join(l->dir, "model.gguf");
	l->part = path_join(l->dir, "model.gguf.part");
}

static void load_go(struct load *l, const char *path, size_t n, bool check)
{
	char *name = xstrfmt("%s/%zu", path, n), *url = fake_url(name), sha[HASH_SHA256_HEX];
	struct sbuf want = SBUF_INIT;
	struct download_spec spec = { .url = url, .path = l->path, .sha256 = sha, .size = (int64_t)n,
				      .progress = on_progress, .done = on_loaded, .ctx = l };

	pattern(n, &want);
	hash_sha256(want.buf, want.len, sha);
	free(l->message);
	l->message = NULL;
	l->over = false;
	if (check)
		download_check(loop, &spec);
	else
		download_start(http, loop, &spec);
	free(url);
	free(name);
	memset(sha, 0, sizeof(sha));
	loop_run_until(loop, &l->over);
	sbuf_release(&want);
}

static void load_release(struct load *l)
{
	file_remove_tree(l->dir, NULL);
	free(l->dir);
	free(l->path);
	free(l->part);
	free(l->message);
}

static bool is_pattern(const char *path, size_t n)
{
	struct sbuf got = SBUF_INIT, want = SBUF_INIT;
	bool same;

	pattern(n, &want);
	same = !file_read(path, n + 1, &got, NULL) && got.len == n && !memcmp(got.buf, want.buf, n);
	sbuf_release(&got);
	sbuf_release(&want);
	return same;
}

TEST(download_whole)
{
	struct load l;

	begin();
	load_init(&l);
	load_go(&l, "/files", 1000000, false);
	CHECK_STR(l.message ? l.message : "fine", "fine");
	CHECK(is_pattern(l.path, 1000000));
	CHECK(!file_exists(l.part));
	CHECK_INT(l.last, 1000000);
	load_go(&l, "/files", 1000000, true);
	CHECK_STR(l.message ? l.message : "fine", "fine");
	load_go(&l, "/files", 999999, true);
	CHECK(l.message && strstr(l.message, "should have 999999"));
	load_release(&l);
	finish();
}

TEST(download_resumes)
{
	struct sbuf head = SBUF_INIT;
	struct load l;

	begin();
	load_init(&l);
	pattern(300000, &head);
	file_write(l.part, head.buf, head.len, NULL);
	load_go(&l, "/files", 1000000, false);
	CHECK_STR(l.message ? l.message : "fine", "fine");
	CHECK(is_pattern(l.path, 1000000));
	CHECK(journal_has("\"range\": \"bytes=300000-\""));
	load_release(&l);
	load_init(&l); /* a server without ranges sends all again */
	file_write(l.part, head.buf, head.len, NULL);
	load_go(&l, "/files-norange", 1000000, false);
	CHECK_STR(l.message ? l.message : "fine", "fine");
	CHECK(is_pattern(l.path, 1000000));
	load_release(&l);
	load_init(&l); /* whole already: nobody is asked */
	file_write(l.part, head.buf, head.len, NULL);
	load_go(&l, "/files-500", 300000, false);
	CHECK_STR(l.message ? l.message : "fine", "fine");
	load_release(&l);
	load_init(&l); /* every connection breaks off after a quarter of what is asked for... */
	load_go(&l, "/files-cut", 100000, false);
	CHECK_STR(l.message ? l.message : "fine", "fine"); /* ...but brings bytes */
	CHECK(is_pattern(l.path, 100000));
	load_release(&l);
	sbuf_release(&head);
	finish();
}

TEST(download_refuses)
{
	struct load l;

	begin();
	load_init(&l);
	load_go(&l, "/files-wrong", 5000, false);
	CHECK(l.message && strstr(l.message, "is not the file that was asked for"));
	CHECK(!file_exists(l.path) && !file_exists(l.part));
	load_go(&l, "/files-500", 5000, false);
	CHECK(l.message && strstr(l.message, "status 404"));
	CHECK(!file_exists(l.path));
	CHECK(is_pattern(l.part, 0));
	load_release(&l);
	load_init(&l);
	file_remove_tree(l.dir, NULL); /* no folder */
	load_go(&l, "/files", 5000, false);
	CHECK(l.message && strstr(l.message, "cannot be written"));
	load_release(&l);
	finish();
}

TEST(download_one_at_a_time)
{
	struct load a, b;
	char *url;
	struct download_spec spec = { .size = 400000, .progress = on_progress, .done = on_loaded, .ctx = &a };
	struct download *d;

	begin();
	load_init(&a);
	b = a;
	url = fake_url("/files-slow/400000");
	spec.url = url;
	spec.path = a.path;
	d = download_start(http, loop, &spec);
	load_go(&b, "/files", 400000, false);
	CHECK(b.message && strstr(b.message, "Another tutor is loading"));
	download_drop(d);
	CHECK_INT(a.done, 0);
	free(b.message);
	b.message = NULL;
	load_go(&b, "/files", 400000, false); /* goes on where it was dropped */
	CHECK_STR(b.message ? b.message : "fine", "fine");
	CHECK(is_pattern(b.path, 400000));
	free(url);
	load_release(&b);
	finish();
}
