/*
 * sse: an incremental reader of server-sent events (the WHATWG HTML standard, 9.2), as language model
 * servers send them. Pure: no descriptors, no clock. Bytes may be cut anywhere, inside a character or
 * between CR and LF too. Lines end with LF, CRLF or CR; a BOM at the very start is skipped; several `data:` lines of an event
 * are joined with LF; comments (`: ...`) and the fields event, id and retry are read over. The event
 * `[DONE]` ends the stream: what follows is ignored. Unlike a browser, sse_end gives an event that the end of the stream
 * cut off before its blank line: some servers leave that line out, and the caller sees whether it is whole.
 */
#ifndef IO_SSE_H
#define IO_SSE_H

#include "base/sbuf.h"

/* One event's data, NUL-terminated, valid during the call. Not 0: stop (sse_feed returns it). */
typedef int sse_cb(void *ctx, const char *data, size_t len);

struct sse {
	struct sbuf line, data;
	bool has_data;   /* a data: line was seen since the last event */
	bool after_cr;   /* an LF right now belongs to the CR before it */
	bool bom_passed;
	bool done;       /* [DONE] was seen */
	size_t max;      /* bytes of one line and of one event */
	sse_cb *cb;
	void *ctx;
};

void sse_init(struct sse *s, size_t max, sse_cb *cb, void *ctx);
void sse_release(struct sse *s);
/* 0; -1 and a sentence when a line or an event has more than max bytes; or what the callback returned. */
int sse_feed(struct sse *s, const char *p, size_t len, struct sbuf *err);
/* The end of the stream: what is left is given as a last event. */
int sse_end(struct sse *s, struct sbuf *err);

#endif
