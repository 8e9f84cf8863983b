#include "base/base.h"

#include "io/sse.h"

static const char bom[] = "\xEF\xBB\xBF";

void sse_init(struct sse *s, size_t max, sse_cb *cb, void *ctx)
{
	*s = (struct sse){ .line = SBUF_INIT, .data = SBUF_INIT, .max = max, .cb = cb, .ctx = ctx };
}

void sse_release(struct sse *s)
{
	sbuf_release(&s->line);
	sbuf_release(&s->data);
}

static int dispatch(struct sse *s)
{
	int rc = 0;

	if (!s->has_data)
		return 0;
	s->has_data = false;
	if (streq(s->data.buf, "[DONE]"))
		s->done = true;
	else if (s->data.len)
		rc = s->cb(s->ctx, s->data.buf, s->data.len);
	sbuf_reset(&s->data);
	return rc;
}

static int add_data(struct sse *s, const char *value, size_t len, struct sbuf *err)
{
	if (s->data.len + len + 1 > s->max)
		return error(err, "The server sent an event of more than %zu bytes.", s->max);
	if (s->has_data)
		sbuf_addch(&s->data, '\n');
	sbuf_add(&s->data, value, len);
	s->has_data = true;
	return 0;
}

/* A field is a name, then a colon and one space at most, then the value. */
static int take_line(struct sse *s, struct sbuf *err)
{
	const char *p = s->line.buf, *colon;
	size_t len = s->line.len, name;

	if (!s->bom_passed) {
		s->bom_passed = true;
		if (len >= 3 && !memcmp(p, bom, 3)) {
			p += 3;
			len -= 3;
		}
	}
	if (!len)
		return dispatch(s);
	colon = memchr(p, ':', len);
	name = colon ? (size_t)(colon - p) : len;
	if (name != 4 || memcmp(p, "data", 4))
		return 0;
	p += colon ? 5 : 4;
	len -= colon ? 5 : 4;
	if (len && *p == ' ') {
		p++;
		len--;
	}
	return add_data(s, p, len, err);
}

static int end_line(struct sse *s, struct sbuf *err)
{
	int rc = take_line(s, err);

	sbuf_reset(&s->line);
	return rc;
}

int sse_feed(struct sse *s, const char *p, size_t len, struct sbuf *err)
{
	const char *end = p + len;
	int rc = 0;

	while (p < end && !s->done && !rc) {
		size_t n = 0, left = (size_t)(end - p);

		if (s->after_cr && *p == '\n') {
			s->after_cr = false;
			p++;
			continue;
		}
		s->after_cr = false;
		while (n < left && p[n] != '\n' && p[n] != '\r')
			n++;
		if (s->line.len + n > s->max)
			return error(err, "The server sent a line of more than %zu bytes.", s->max);
		sbuf_add(&s->line, p, n);
		p += n;
		if (p < end) {
			s->after_cr = *p++ == '\r';
			rc = end_line(s, err);
		}
	}
	return rc;
}

int sse_end(struct sse *s, struct sbuf *err)
{
	int rc = 0;

	if (s->done)
		return 0;
	if (s->line.len)
		rc = end_line(s, err);
	return rc ? rc : dispatch(s);
}
