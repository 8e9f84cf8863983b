#include "base/base.h"

#include "io/outbuf.h"

void outbuf_init(struct outbuf *o, size_t keep)
{
	*o = (struct outbuf){ .head = SBUF_INIT, .head_max = keep / 2 };
	o->ring_max = keep - o->head_max;
}

void outbuf_release(struct outbuf *o)
{
	sbuf_release(&o->head);
	free(o->ring);
	o->ring = NULL;
}

/* Copies into the ring at pos (any number), going round at the end; len <= ring_max. */
static void ring_put(struct outbuf *o, size_t pos, const char *p, size_t len)
{
	size_t at = pos % o->ring_max, first = MIN(len, o->ring_max - at);

	memcpy(o->ring + at, p, first);
	memcpy(o->ring, p + first, len - first);
}

static void ring_add(struct outbuf *o, const char *p, size_t len)
{
	size_t over;

	if (!o->ring)
		o->ring = xmalloc(o->ring_max);
	if (len > o->ring_max) {
		p += len - o->ring_max;
		len = o->ring_max;
	}
	ring_put(o, o->ring_start + o->ring_len, p, len);
	o->ring_len += len;
	over = o->ring_len > o->ring_max ? o->ring_len - o->ring_max : 0;
	o->ring_start = (o->ring_start + over) % o->ring_max;
	o->ring_len -= over;
}

void outbuf_add(struct outbuf *o, const char *p, size_t len)
{
	size_t n = MIN(len, o->head_max - o->head.len);

	o->total += len;
	sbuf_add(&o->head, p, n);
	if (len > n)
		ring_add(o, p + n, len - n);
}

static bool continues(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

/* Length of p without a character that is cut at its end; bytes that are no UTF-8 stay. */
static size_t whole_end(const char *p, size_t len)
{
	size_t back = 0;
	unsigned char lead;
	size_t want;

	while (back < len && back < 3 && continues(p[len - 1 - back]))
		back++;
	if (back == len)
		return len;
	lead = (unsigned char)p[len - 1 - back];
	want = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
	return want > back + 1 ? len - back - 1 : len;
}

static size_t whole_start(const char *p, size_t len)
{
	size_t skip = 0;

	while (skip < len && skip < 3 && continues(p[skip]))
		skip++;
	return skip;
}

static void ring_text(const struct outbuf *o, struct sbuf *out)
{
	size_t first = MIN(o->ring_len, o->ring_max - o->ring_start);

	if (!o->ring_len)
		return;
	sbuf_add(out, o->ring + o->ring_start, first);
	sbuf_add(out, o->ring, o->ring_len - first);
}

bool outbuf_text(const struct outbuf *o, struct sbuf *out)
{
	struct sbuf tail = SBUF_INIT;
	size_t head = o->head.len, skip;

	if (o->total == o->head.len + o->ring_len) {
		sbuf_add(out, o->head.buf, o->head.len);
		ring_text(o, out);
		return false;
	}
	ring_text(o, &tail);
	head = whole_end(o->head.buf, head);
	skip = whole_start(tail.buf, tail.len);
	sbuf_add(out, o->head.buf, head);
	if (head && o->head.buf[head - 1] != '\n')
		sbuf_addch(out, '\n');
	sbuf_addf(out, "[... %llu bytes left out ...]\n",
		  (unsigned long long)(o->total - head - (tail.len - skip)));
	sbuf_add(out, tail.buf + skip, tail.len - skip);
	sbuf_release(&tail);
	return true;
}
