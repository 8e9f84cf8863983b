/*
 * outbuf: the head and the tail of a stream of any length, in bounded memory. The first half of `keep`
 * bytes is kept as it comes, the rest goes through a ring of the other half. Pure: no descriptors.
 */
#ifndef IO_OUTBUF_H
#define IO_OUTBUF_H

#include "base/sbuf.h"

struct outbuf {
	struct sbuf head;
	char *ring;        /* the last ring_len bytes after the head, oldest at ring_start */
	size_t head_max, ring_max;
	size_t ring_start, ring_len;
	uint64_t total;    /* bytes given so far */
};

void outbuf_init(struct outbuf *o, size_t keep); /* keep >= 2 */
void outbuf_release(struct outbuf *o);
void outbuf_add(struct outbuf *o, const char *p, size_t len);
/*
 * Appends what is kept. When bytes are missing, a line "[... N bytes left out ...]" stands in their place,
 * and neither side is cut inside a UTF-8 character. True when bytes are missing.
 */
bool outbuf_text(const struct outbuf *o, struct sbuf *out);

#endif
