/*
 * http: an HTTP client on the loop, the only place in tutor that knows libcurl.
 *
 * A request streams its body to on_data and ends with exactly one call of `done`, never from within
 * http_start or http_drop. Nothing blocks: name resolution is libcurl's own thread, so no code of ours may fork without
 * the care that io/spawn takes. Redirects are followed only by requests that carry nothing secret (no
 * body, no `secret`), five at most, never from https to http. Proxies come from the environment as libcurl reads them
 * (http_proxy, HTTPS_PROXY, ALL_PROXY, NO_PROXY), never for loopback. Compression is not asked for: a small reply
 * must not grow without bound. Headers and bodies are never logged.
 */
#ifndef IO_HTTP_H
#define IO_HTTP_H

#include "base/strv.h"
#include "io/loop.h"

struct http;
struct http_req;

#define HTTP_CONNECT_MS 10000
#define HTTP_KEEP_DEFAULT (8 * 1024)

struct http *http_new(struct loop *loop); /* before any other thread is there; curl_global_init inside */
/* Ends all requests without a call. Before loop_free. NULL is fine. */
void http_free(struct http *http);
/* A file with certificates to trust instead of the system's; NULL: the system's. */
void http_set_ca(struct http *http, const char *path);

enum http_end {
	HTTP_DONE,          /* a whole reply; look at status */
	HTTP_NO_HOST,       /* the name is unknown */
	HTTP_NO_CONNECT,    /* nobody listens there, or no way to it */
	HTTP_TLS,           /* the certificate or the handshake is not good */
	HTTP_SILENT,        /* no byte for silence_ms, or no connection within connect_ms, or total_ms are over */
	HTTP_CUT,           /* the connection ended before the reply did */
	HTTP_TOO_LARGE,     /* more than body_max */
	HTTP_STOPPED,       /* on_data said so */
	HTTP_BAD,           /* anything else: an URL that is none, a protocol error, too many redirects */
};

struct http_head { /* valid during on_head and in the result */
	long status;
	const char *content_type;  /* "" when there is none */
	const char *server;        /* the Server header, "" */
	const char *location;      /* "" ; of a redirect that was not followed */
	int64_t retry_after_ms;    /* retry-after-ms or Retry-After (seconds or a date), at least 0; -1: not given */
	int should_retry;          /* x-should-retry: 1 true, 0 false, -1 not given */
	int64_t length;            /* bytes to come, -1 unknown */
	bool ranged;               /* 206: the bytes start at `from` */
};

struct http_result {
	enum http_end end;
	struct http_head head;     /* status 0 when no reply came */
	const struct sbuf *body;   /* the first `keep` bytes */
	uint64_t total;            /* bytes of body */
	const char *message;       /* "" after HTTP_DONE, else a full sentence without anything secret */
	const char *host;          /* host and port of the request, for sentences */
	int64_t first_ms, ms;      /* until the first byte of the body (-1: none), until the end */
};

struct http_spec {
	const char *url;
	const char *method;              /* NULL: POST with a body, else GET */
	const char *const *headers;      /* "Name: value", ends with NULL; may be NULL */
	const char *const *secret_headers; /* the same, and makes the request secret */
	const void *body;                /* copied; NULL: none */
	size_t body_len;
	int64_t connect_ms;              /* 0: HTTP_CONNECT_MS */
	int64_t silence_ms;              /* 0: 60 s */
	int64_t total_ms;                /* 0: no limit (streams) */
	uint64_t body_max;               /* 0: 64 MiB */
	size_t keep;                     /* bytes of body kept for the result; 0: 8 KiB */
	int64_t from;                    /* ask for the bytes from here on */
	/* Once, before on_data, with the last reply's head. May be NULL. */
	void (*on_head)(void *ctx, const struct http_head *h);
	/* Pieces as they come; not 0: stop. May be NULL. May call http_drop. */
	int (*on_data)(void *ctx, const char *p, size_t len);
	void (*done)(void *ctx, const struct http_result *r);
	void *ctx;
};

/* Never NULL: what is wrong with the request comes to done. The pointer is dead after done returned. */
struct http_req *http_start(struct http *http, const struct http_spec *spec);
/* Ends a request without another callback; NULL is fine. The pointer is dead at once. */
void http_drop(struct http_req *req);
/* The status of the reply that is coming in, from on_head on; 0 before. */
long http_status(const struct http_req *req);

/* Is the URL's host this machine (127.0.0.0/8, ::1, localhost)? */
bool http_is_loopback(const char *url);
/* "host:port" in lower case, the port named even when it is the scheme's own; NULL when it is no http(s) URL. Owned. */
char *http_host(const char *url);

#endif
