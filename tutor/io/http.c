#include "base/base.h"

#include "io/http.h"

#include <ctype.h>
#include <curl/curl.h>

#include "base/clock.h"

#define SILENCE_MS 60000
#define BODY_MAX (64ull << 20)
#define REDIRECTS_MAX 5
#define HEADER_MAX 300 /* headers of one reply that are looked at */

struct socket_watch {
	curl_socket_t fd;
	loop_id watch;
	struct socket_watch *next;
};

struct http {
	struct loop *loop;
	CURLM *multi;
	loop_id timer;
	struct http_req *reqs;
	struct socket_watch *sockets;
	char *ca;
	bool freeing;
};

struct http_req {
	struct http *http;
	struct http_req *next;
	CURL *easy;
	struct curl_slist *headers;
	struct http_spec spec; /* pointers other than callbacks are not kept */
	char *host, *body;
	char error[CURL_ERROR_SIZE];
	char *content_type, *server, *location;
	struct http_head head;
	int n_headers;
	struct sbuf kept;
	uint64_t total;
	int64_t start_ms, first_ms, heard_ms;
	loop_id silence;
	bool head_given, dropped, over; /* dropped: its owner is gone; over: done is running */
	enum http_end end; /* set before the transfer ends when we end it */
	bool ended_by_us;
	loop_id defer;
};

static void finish(struct http_req *req, CURLcode rc);

/* URLs. */

char *http_host(const char *url)
{
	CURLU *u = curl_url();
	char *scheme = NULL, *host = NULL, *port = NULL, *out = NULL;

	if (u && !curl_url_set(u, CURLUPART_URL, url, 0) && !curl_url_get(u, CURLUPART_SCHEME, &scheme, 0) &&
	    !curl_url_get(u, CURLUPART_HOST, &host, 0) && !curl_url_get(u, CURLUPART_PORT, &port, CURLU_DEFAULT_PORT) &&
	    (streq(scheme, "http") || streq(scheme, "https"))) {
		out = xstrfmt("%s:%s", host, port);
		for (char *p = out; *p; p++)
			*p = (char)tolower((unsigned char)*p);
	}
	curl_free(scheme);
	curl_free(host);
	curl_free(port);
	curl_url_cleanup(u);
	return out;
}

bool http_is_loopback(const char *url)
{
	char *host = http_host(url);
	size_t dots = 0;
	bool is;

	if (!host)
		return false;
	*strrchr(host, ':') = '\0';
	for (const char *p = host; *p; p++)
		dots += *p == '.';
	is = streq(host, "localhost") || streq(host, "[::1]") ||
	     (starts_with(host, "127.") && dots == 3 && !host[strspn(host, "0123456789.")]);
	free(host);
	return is;
}

/* The multi handle on the loop. */

static void check_done(struct http *http)
{
	CURLMsg *m;
	int left;

	while ((m = curl_multi_info_read(http->multi, &left))) {
		struct http_req *req = NULL;

		if (m->msg != CURLMSG_DONE)
			continue;
		curl_easy_getinfo(m->easy_handle, CURLINFO_PRIVATE, (char **)&req);
		finish(req, m->data.result);
	}
}

static void act(struct http *http, curl_socket_t fd, int what)
{
	int running;

	curl_multi_socket_action(http->multi, fd, what, &running);
	check_done(http);
}

static void socket_ready(void *ctx, int fd, unsigned events)
{
	struct http *http = ctx;
	int what = 0;

	if (events & LOOP_READ)
		what |= CURL_CSELECT_IN;
	if (events & LOOP_WRITE)
		what |= CURL_CSELECT_OUT;
	if (events & LOOP_HUP)
		what |= CURL_CSELECT_IN | CURL_CSELECT_ERR;
	act(http, fd, what);
}

static void forget_socket(struct http *http, struct socket_watch *w)
{
	struct socket_watch **at = &http->sockets;

	while (*at && *at != w)
		at = &(*at)->next;
	if (*at)
		*at = w->next;
	loop_cancel(http->loop, w->watch);
	free(w);
}

static int on_socket(CURL *easy, curl_socket_t fd, int what, void *ctx, void *socket_ctx)
{
	struct http *http = ctx;
	struct socket_watch *w = socket_ctx;
	unsigned events = (what & CURL_POLL_IN ? LOOP_READ : 0u) | (what & CURL_POLL_OUT ? LOOP_WRITE : 0u);

	(void)easy;
	if (what == CURL_POLL_REMOVE) {
		if (w)
			forget_socket(http, w);
		curl_multi_assign(http->multi, fd, NULL);
		return 0;
	}
	if (!w) {
		w = xcalloc(1, sizeof(*w));
		w->fd = fd;
		w->next = http->sockets;
		http->sockets = w;
		w->watch = loop_watch(http->loop, fd, events, socket_ready, http);
		curl_multi_assign(http->multi, fd, w);
	} else {
		loop_set_events(http->loop, w->watch, events);
	}
	return 0;
}

static void timer_over(void *ctx)
{
	struct http *http = ctx;

	http->timer = 0;
	act(http, CURL_SOCKET_TIMEOUT, 0);
}

static int on_timer(CURLM *multi, long ms, void *ctx)
{
	struct http *http = ctx;

	(void)multi;
	loop_cancel(http->loop, http->timer);
	http->timer = ms < 0 || http->freeing ? 0 : loop_after(http->loop, ms, timer_over, http);
	return 0;
}

struct http *http_new(struct loop *loop)
{
	static bool initialized;
	struct http *http = xcalloc(1, sizeof(*http));

	if (!initialized && curl_global_init(CURL_GLOBAL_DEFAULT))
		BUG("libcurl cannot be started");
	initialized = true;
	http->loop = loop;
	http->multi = curl_multi_init();
	if (!http->multi)
		BUG("libcurl has no memory");
	curl_multi_setopt(http->multi, CURLMOPT_SOCKETFUNCTION, on_socket);
	curl_multi_setopt(http->multi, CURLMOPT_SOCKETDATA, http);
	curl_multi_setopt(http->multi, CURLMOPT_TIMERFUNCTION, on_timer);
	curl_multi_setopt(http->multi, CURLMOPT_TIMERDATA, http);
	curl_multi_setopt(http->multi, CURLMOPT_MAXCONNECTS, 8L);
	return http;
}

void http_set_ca(struct http *http, const char *path)
{
	free(http->ca);
	http->ca = xstrdup_or_null(path);
}

static void free_req(struct http_req *req)
{
	struct http *http = req->http;
	struct http_req **at = &http->reqs;

	while (*at && *at != req)
		at = &(*at)->next;
	if (*at)
		*at = req->next;
	loop_cancel(http->loop, req->silence);
	loop_cancel(http->loop, req->defer);
	if (req->easy) {
		curl_multi_remove_handle(http->multi, req->easy);
		curl_easy_cleanup(req->easy);
	}
	curl_slist_free_all(req->headers);
	sbuf_release(&req->kept);
	free(req->host);
	free(req->body);
	free(req->content_type);
	free(req->server);
	free(req->location);
	free(req);
}

void http_free(struct http *http)
{
	if (!http)
		return;
	http->freeing = true;
	while (http->reqs)
		free_req(http->reqs);
	curl_multi_cleanup(http->multi); /* may still call on_socket */
	while (http->sockets)
		forget_socket(http, http->sockets);
	loop_cancel(http->loop, http->timer);
	free(http->ca);
	free(http);
}

/* Headers of the reply. */

static void forget_head(struct http_req *req)
{
	free(req->content_type);
	free(req->server);
	free(req->location);
	req->content_type = req->server = req->location = NULL;
	req->head = (struct http_head){ .retry_after_ms = -1, .should_retry = -1, .length = -1 };
	req->n_headers = 0;
}

static int64_t positive_number(const char *s, int64_t scale)
{
	char *end;
	double n = strtod(s, &end);

	return end == s || !(n >= 0) ? -1 : (int64_t)(MIN(n, 1e6) * (double)scale);
}

static int64_t retry_after(const char *value)
{
	int64_t ms = positive_number(value, 1000), then;

	if (ms >= 0)
		return ms;
	then = (int64_t)curl_getdate(value, NULL);
	return then < 0 ? -1 : MIN(MAX(then - clock_now(), 0), 1000000) * 1000;
}

static void keep_value(char **slot, const char *value)
{
	free(*slot);
	*slot = xstrdup(value);
}

static void take_header(struct http_req *req, const char *name, const char *value)
{
	struct http_head *h = &req->head;

	if (streq(name, "content-type"))
		keep_value(&req->content_type, value);
	else if (streq(name, "server"))
		keep_value(&req->server, value);
	else if (streq(name, "location"))
		keep_value(&req->location, value);
	else if (streq(name, "retry-after-ms"))
		h->retry_after_ms = positive_number(value, 1);
	else if (streq(name, "retry-after") && h->retry_after_ms < 0)
		h->retry_after_ms = retry_after(value);
	else if (streq(name, "x-should-retry"))
		h->should_retry = streq(value, "true") ? 1 : streq(value, "false") ? 0 : -1;
	else if (streq(name, "content-length"))
		h->length = strtoll(value, NULL, 10);
}

/* One line with its line end; a status line starts a new reply (after a redirect or 100 Continue). */
static size_t on_header(char *p, size_t size, size_t n, void *ctx)
{
	struct http_req *req = ctx;
	size_t len = size * n;
	char *line, *colon;

	req->heard_ms = clock_mono_ms();
	if (len > 5 && !memcmp(p, "HTTP/", 5)) {
		forget_head(req);
		return len;
	}
	if (++req->n_headers > HEADER_MAX || len > 8192)
		return len;
	line = xmemdupz(p, len);
	colon = strchr(line, ':');
	if (colon) {
		struct sbuf value = SBUF_INIT;

		*colon = '\0';
		for (char *c = line; *c; c++)
			*c = (char)tolower((unsigned char)*c);
		sbuf_addstr(&value, colon + 1 + strspn(colon + 1, " \t"));
		sbuf_rtrim(&value);
		take_header(req, line, value.buf);
		sbuf_release(&value);
	}
	free(line);
	return len;
}

static void fill_head(struct http_req *req)
{
	struct http_head *h = &req->head;

	curl_easy_getinfo(req->easy, CURLINFO_RESPONSE_CODE, &h->status);
	h->content_type = req->content_type ? req->content_type : "";
	h->server = req->server ? req->server : "";
	h->location = req->location ? req->location : "";
	h->ranged = h->status == 206;
}

long http_status(const struct http_req *req)
{
	return req->head.status;
}

/* The body. */

static size_t stop_with(struct http_req *req, enum http_end end)
{
	req->ended_by_us = true;
	req->end = end;
	return 0;
}

static void give_head(struct http_req *req)
{
	if (req->head_given)
		return;
	req->head_given = true;
	fill_head(req);
	if (req->spec.on_head)
		req->spec.on_head(req->spec.ctx, &req->head);
}

static size_t on_body(char *p, size_t size, size_t n, void *ctx)
{
	struct http_req *req = ctx;
	size_t len = size * n, room;

	req->heard_ms = clock_mono_ms();
	if (req->first_ms < 0)
		req->first_ms = req->heard_ms - req->start_ms;
	give_head(req);
	if (req->dropped)
		return 0;
	req->total += len;
	if (req->total > req->spec.body_max)
		return stop_with(req, HTTP_TOO_LARGE);
	room = req->spec.keep - MIN(req->spec.keep, req->kept.len);
	sbuf_add(&req->kept, p, MIN(room, len));
	if (req->spec.on_data && req->spec.on_data(req->spec.ctx, p, len))
		return stop_with(req, HTTP_STOPPED);
	return req->dropped ? 0 : len;
}

/* The end. */

static enum http_end end_of(CURLcode rc)
{
	switch (rc) {
	case CURLE_OK:
		return HTTP_DONE;
	case CURLE_COULDNT_RESOLVE_HOST:
	case CURLE_COULDNT_RESOLVE_PROXY:
		return HTTP_NO_HOST;
	case CURLE_COULDNT_CONNECT:
		return HTTP_NO_CONNECT;
	case CURLE_OPERATION_TIMEDOUT:
		return HTTP_SILENT;
	case CURLE_SSL_CONNECT_ERROR:
	case CURLE_PEER_FAILED_VERIFICATION:
	case CURLE_SSL_CACERT_BADFILE:
	case CURLE_SSL_CERTPROBLEM:
	case CURLE_SSL_ISSUER_ERROR:
		return HTTP_TLS;
	case CURLE_PARTIAL_FILE:
	case CURLE_GOT_NOTHING:
	case CURLE_RECV_ERROR:
	case CURLE_SEND_ERROR:
	case CURLE_HTTP2:
	case CURLE_HTTP2_STREAM:
		return HTTP_CUT;
	default:
		return HTTP_BAD;
	}
}

static void describe(const struct http_req *req, enum http_end end, CURLcode rc, struct sbuf *out)
{
	const char *host = req->host ? req->host : "that address", *why = *req->error ? req->error : curl_easy_strerror(rc);

	switch (end) {
	case HTTP_DONE:
		return;
	case HTTP_NO_HOST:
		sbuf_addf(out, "The host %s is not known (no network, or a wrong name).", host);
		return;
	case HTTP_NO_CONNECT:
		sbuf_addf(out, "Nothing answers at %s.", host);
		return;
	case HTTP_TLS:
		sbuf_addf(out, "The connection to %s is not safe: %s.", host, why);
		return;
	case HTTP_SILENT:
		sbuf_addf(out, "%s did not answer in time (%lld s).", host,
			  (long long)(clock_mono_ms() - req->start_ms + 500) / 1000);
		return;
	case HTTP_CUT:
		sbuf_addf(out, "The connection to %s broke off before the reply was whole.", host);
		return;
	case HTTP_TOO_LARGE:
		sbuf_addf(out, "%s sent more than %llu bytes.", host, (unsigned long long)req->spec.body_max);
		return;
	case HTTP_STOPPED:
		sbuf_addf(out, "The reply of %s was not read to its end.", host);
		return;
	case HTTP_BAD:
		break;
	}
	sbuf_addf(out, "The request to %s failed: %s.", host, why);
}

static void finish(struct http_req *req, CURLcode rc)
{
	struct sbuf message = SBUF_INIT;
	struct http_result r = { 0 };

	if (req->over || req->dropped)
		return;
	req->over = true;
	r.end = req->ended_by_us ? req->end : end_of(rc);
	if (req->easy)
		give_head(req);
	if (req->dropped)
		return;
	describe(req, r.end, rc, &message);
	r.head = req->head;
	r.body = &req->kept;
	r.total = req->total;
	r.message = message.buf;
	r.host = req->host ? req->host : "";
	r.first_ms = req->first_ms;
	r.ms = clock_mono_ms() - req->start_ms;
	req->spec.done(req->spec.ctx, &r);
	sbuf_release(&message);
	if (!req->dropped)
		free_req(req);
}

static void silence_over(void *ctx)
{
	struct http_req *req = ctx;
	int64_t now = clock_mono_ms(), left = req->heard_ms + req->spec.silence_ms - now;

	if (left <= 0) {
		req->silence = 0;
		stop_with(req, HTTP_SILENT);
		finish(req, CURLE_OPERATION_TIMEDOUT);
	} else {
		req->silence = loop_after(req->http->loop, left, silence_over, req);
	}
}

static void drop_now(void *ctx)
{
	struct http_req *req = ctx;

	req->defer = 0;
	free_req(req);
}

/* libcurl refuses to remove a handle inside its own callbacks, hence deferred. */
void http_drop(struct http_req *req)
{
	if (!req || req->dropped)
		return;
	req->dropped = true;
	loop_cancel(req->http->loop, req->silence);
	loop_cancel(req->http->loop, req->defer);
	req->silence = 0;
	req->defer = loop_defer(req->http->loop, drop_now, req);
}

/* The start. */

static void set_headers(struct http_req *req, const struct http_spec *spec)
{
	const char *const *lists[] = { spec->headers, spec->secret_headers };

	req->headers = curl_slist_append(NULL, "Expect:");
	for (size_t i = 0; i < ARRAY_SIZE(lists); i++)
		for (const char *const *h = lists[i]; h && *h; h++)
			if (!strpbrk(*h, "\r\n"))
				req->headers = curl_slist_append(req->headers, *h);
	curl_easy_setopt(req->easy, CURLOPT_HTTPHEADER, req->headers);
}

static void set_body(struct http_req *req, const struct http_spec *spec)
{
	if (!spec->body)
		return;
	req->body = xmemdupz(spec->body, spec->body_len);
	curl_easy_setopt(req->easy, CURLOPT_POST, 1L);
	curl_easy_setopt(req->easy, CURLOPT_POSTFIELDS, req->body);
	curl_easy_setopt(req->easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)spec->body_len);
}

static void set_redirects(struct http_req *req, const struct http_spec *spec)
{
	bool tls = !strncmp(spec->url, "https:", 6);

	curl_easy_setopt(req->easy, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(req->easy, CURLOPT_REDIR_PROTOCOLS_STR, tls ? "https" : "http,https");
	curl_easy_setopt(req->easy, CURLOPT_FOLLOWLOCATION, spec->body || spec->secret_headers ? 0L : 1L);
	curl_easy_setopt(req->easy, CURLOPT_MAXREDIRS, (long)REDIRECTS_MAX);
}

static void set_options(struct http_req *req, const struct http_spec *spec)
{
	CURL *e = req->easy;

	curl_easy_setopt(e, CURLOPT_URL, spec->url);
	curl_easy_setopt(e, CURLOPT_PRIVATE, (char *)req);
	curl_easy_setopt(e, CURLOPT_ERRORBUFFER, req->error);
	curl_easy_setopt(e, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(e, CURLOPT_HEADERFUNCTION, on_header);
	curl_easy_setopt(e, CURLOPT_HEADERDATA, req);
	curl_easy_setopt(e, CURLOPT_WRITEFUNCTION, on_body);
	curl_easy_setopt(e, CURLOPT_WRITEDATA, req);
	curl_easy_setopt(e, CURLOPT_USERAGENT, "tutor/" TUTOR_VERSION);
	curl_easy_setopt(e, CURLOPT_CONNECTTIMEOUT_MS, (long)(spec->connect_ms ? spec->connect_ms : HTTP_CONNECT_MS));
	curl_easy_setopt(e, CURLOPT_TIMEOUT_MS, (long)spec->total_ms);
	curl_easy_setopt(e, CURLOPT_TCP_KEEPALIVE, 1L);
	if (http_is_loopback(spec->url))
		curl_easy_setopt(e, CURLOPT_NOPROXY, "*");
	if (req->http->ca)
		curl_easy_setopt(e, CURLOPT_CAINFO, req->http->ca);
	if (spec->from > 0) { /* not RESUME_FROM: a server that sends the whole is no error */
		char range[32];

		snprintf(range, sizeof(range), "%lld-", (long long)spec->from);
		curl_easy_setopt(e, CURLOPT_RANGE, range);
	}
	if (spec->method)
		curl_easy_setopt(e, CURLOPT_CUSTOMREQUEST, spec->method);
}

/* Deferred: http_start may be called from within a callback of libcurl, which takes no new handle then. */
static void begin(void *ctx)
{
	struct http_req *req = ctx;

	req->defer = 0;
	if (!req->easy || curl_multi_add_handle(req->http->multi, req->easy))
		finish(req, CURLE_URL_MALFORMAT);
}

struct http_req *http_start(struct http *http, const struct http_spec *spec)
{
	struct http_req *req = xcalloc(1, sizeof(*req));

	req->http = http;
	req->next = http->reqs;
	http->reqs = req;
	req->spec = *spec;
	req->spec.silence_ms = spec->silence_ms ? spec->silence_ms : SILENCE_MS;
	req->spec.body_max = spec->body_max ? spec->body_max : BODY_MAX;
	req->spec.keep = spec->keep ? spec->keep : HTTP_KEEP_DEFAULT;
	sbuf_init(&req->kept);
	forget_head(req);
	req->head.content_type = req->head.server = req->head.location = "";
	req->first_ms = -1;
	req->start_ms = req->heard_ms = clock_mono_ms();
	req->host = http_host(spec->url);
	req->defer = loop_defer(http->loop, begin, req);
	req->easy = req->host ? curl_easy_init() : NULL;
	if (!req->easy)
		return req;
	set_options(req, spec);
	set_headers(req, spec);
	set_body(req, spec);
	set_redirects(req, spec);
	req->silence = loop_after(http->loop, MAX(req->spec.silence_ms, 1), silence_over, req);
	return req;
}
