/* sse: every form that servers send, cut at every byte. */
#include "test.h"

#include "io/sse.h"

struct got {
	struct sbuf all; /* events, each in angle brackets */
	int n, stop_at;
};

static int take(void *ctx, const char *data, size_t len)
{
	struct got *g = ctx;

	sbuf_addch(&g->all, '<');
	sbuf_add(&g->all, data, len);
	sbuf_addch(&g->all, '>');
	return ++g->n == g->stop_at ? 7 : 0;
}

/* Feeds text in pieces: [0, a), [a, b), [b, len). */
static int feed3(const char *text, size_t len, size_t a, size_t b, struct got *g, bool *done)
{
	struct sse s;
	int rc;

	*g = (struct got){ .all = SBUF_INIT };
	sse_init(&s, 4096, take, g);
	rc = sse_feed(&s, text, a, NULL);
	rc = rc ? rc : sse_feed(&s, text + a, b - a, NULL);
	rc = rc ? rc : sse_feed(&s, text + b, len - b, NULL);
	rc = rc ? rc : sse_end(&s, NULL);
	*done = s.done;
	sse_release(&s);
	return rc;
}

/* The same events however the bytes are cut. */
static void check_cuts(const char *text, size_t len, const char *want, bool want_done)
{
	for (size_t a = 0; a <= len; a++)
		for (size_t b = a; b <= len; b += len > 200 ? 7 : 1) {
			struct got g;
			bool done;
			int rc = feed3(text, len, a, b, &g, &done);

			if (rc || done != want_done || strcmp(g.all.buf, want)) {
				CHECK_INT(rc, 0);
				CHECK_INT(done, want_done);
				CHECK_STR(g.all.buf, want);
				printf("cut at %zu and %zu\n", a, b);
				sbuf_release(&g.all);
				return;
			}
			sbuf_release(&g.all);
		}
}

#define CUTS(text, want, done) check_cuts(text, sizeof(text) - 1, want, done)

TEST(plain_events)
{
	CUTS("data: one\n\ndata: two\n\n", "<one><two>", false);
	CUTS("data: one\n\ndata: [DONE]\n\n", "<one>", true);
	CUTS("data: one\n\ndata: [DONE]\n\ndata: late\n\n", "<one>", true);
}

TEST(line_ends)
{
	CUTS("data: one\r\n\r\ndata: two\r\n\r\n", "<one><two>", false);
	CUTS("data: one\r\rdata: two\r\r", "<one><two>", false);
	CUTS("data: one\r\n\ndata: two\n\r\n", "<one><two>", false);
}

TEST(spaces_and_joins)
{
	CUTS("data:one\n\ndata:  two\n\n", "<one>< two>", false);
	CUTS("data: a\ndata: b\n\n", "<a\nb>", false);
	CUTS("data\ndata: b\n\n", "<\nb>", false);
	CUTS("data:\n\ndata: x\n\n", "<x>", false); /* an empty event says nothing */
}

TEST(other_fields)
{
	CUTS(": OPENROUTER PROCESSING\n\nevent: message\nid: 4\nretry: 10\ndata: x\n\n:\n\n", "<x>", false);
	CUTS("datax: no\ndat: no\nDATA: no\ndata: yes\n\n", "<yes>", false);
}

TEST(bom_and_utf8)
{
	CUTS("\xEF\xBB\xBF" "data: \xC3\xA9\xE2\x82\xAC\xF0\x9F\xA6\x80\n\n",
	     "<\xC3\xA9\xE2\x82\xAC\xF0\x9F\xA6\x80>", false);
	CUTS("data: a\n\n\xEF\xBB\xBF" "data: b\n\n", "<a>", false); /* only at the start */
}

TEST(end_without_blank_line)
{
	CUTS("data: one\n\ndata: two", "<one><two>", false);
	CUTS("data: one\n\ndata: [DONE]", "<one>", true);
	CUTS("", "", false);
}

TEST(too_long)
{
	struct got g = { .all = SBUF_INIT };
	struct sbuf err = SBUF_INIT;
	struct sse s;
	char piece[100];
	int rc = 0;

	memset(piece, 'x', sizeof(piece));
	sse_init(&s, 1000, take, &g);
	CHECK_INT(sse_feed(&s, "data: ", 6, &err), 0);
	for (int i = 0; i < 10 && !rc; i++)
		rc = sse_feed(&s, piece, sizeof(piece), &err);
	CHECK_INT(rc, -1);
	CHECK_STR(err.buf, "The server sent a line of more than 1000 bytes.");
	CHECK_INT(g.n, 0);
	sse_release(&s);
	sbuf_reset(&err);
	sse_init(&s, 1000, take, &g);
	for (int i = 0, r = 0; i < 11 && !r; i++) {
		r = sse_feed(&s, "data: ", 6, &err);
		r = r ? r : sse_feed(&s, piece, sizeof(piece), &err);
		r = r ? r : sse_feed(&s, "\n", 1, &err);
		rc = r;
	}
	CHECK_INT(rc, -1);
	CHECK_STR(err.buf, "The server sent an event of more than 1000 bytes.");
	sse_release(&s);
	sbuf_release(&err);
	sbuf_release(&g.all);
}

TEST(callback_stops)
{
	static const char text[] = "data: a\n\ndata: b\n\ndata: c\n\n";
	struct got g = { .all = SBUF_INIT, .stop_at = 2 };
	struct sse s;

	sse_init(&s, 1000, take, &g);
	CHECK_INT(sse_feed(&s, text, sizeof(text) - 1, NULL), 7);
	CHECK_STR(g.all.buf, "<a><b>");
	sse_release(&s);
	sbuf_release(&g.all);
}
