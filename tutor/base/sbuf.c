#include "base/sbuf.h"

#include <ctype.h>

#ifndef SBUF_MIN
#define SBUF_MIN 64
#endif

char sbuf_empty[1];

void sbuf_init(struct sbuf *b)
{
	b->buf = sbuf_empty;
	b->len = b->alloc = 0;
}

void sbuf_release(struct sbuf *b)
{
	if (b->alloc)
		free(b->buf);
	sbuf_init(b);
}

void sbuf_reset(struct sbuf *b)
{
	b->len = 0;
	if (b->alloc)
		b->buf[0] = '\0';
}

char *sbuf_detach(struct sbuf *b, size_t *len)
{
	char *s;

	sbuf_grow(b, 0);
	s = b->buf;
	if (len)
		*len = b->len;
	sbuf_init(b);
	return s;
}

void sbuf_grow(struct sbuf *b, size_t extra)
{
	bool fresh = !b->alloc;
	size_t need;

	if (__builtin_add_overflow(b->len, extra, &need) || __builtin_add_overflow(need, 1, &need))
		BUG("sbuf: size overflow");
	if (fresh) {
		b->buf = NULL;
		need = MAX(need, (size_t)SBUF_MIN);
	}
	b->buf = array_grow(b->buf, need, &b->alloc, 1);
	if (fresh)
		b->buf[0] = '\0';
}

void sbuf_setlen(struct sbuf *b, size_t len)
{
	if (!b->alloc && !len)
		return;
	if (len >= b->alloc)
		BUG("sbuf: length %zu past the end", len);
	b->len = len;
	b->buf[len] = '\0';
}

void sbuf_add(struct sbuf *b, const void *p, size_t len)
{
	if (!len)
		return;
	sbuf_grow(b, len);
	memcpy(b->buf + b->len, p, len);
	sbuf_setlen(b, b->len + len);
}

void sbuf_addstr(struct sbuf *b, const char *s)
{
	sbuf_add(b, s, strlen(s));
}

void sbuf_addch(struct sbuf *b, char c)
{
	sbuf_add(b, &c, 1);
}

void sbuf_addchars(struct sbuf *b, char c, size_t n)
{
	sbuf_grow(b, n);
	memset(b->buf + b->len, c, n);
	sbuf_setlen(b, b->len + n);
}

void sbuf_vaddf(struct sbuf *b, const char *fmt, va_list ap)
{
	va_list copy;
	int n;

	va_copy(copy, ap);
	n = vsnprintf(NULL, 0, fmt, copy);
	va_end(copy);
	if (n < 0)
		BUG("sbuf: vsnprintf failed on \"%s\"", fmt);
	sbuf_grow(b, (size_t)n);
	vsnprintf(b->buf + b->len, (size_t)n + 1, fmt, ap);
	b->len += (size_t)n;
}

void sbuf_addf(struct sbuf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	sbuf_vaddf(b, fmt, ap);
	va_end(ap);
}

void sbuf_insert(struct sbuf *b, size_t pos, const void *p, size_t len)
{
	if (pos > b->len)
		BUG("sbuf: insert at %zu of %zu", pos, b->len);
	if (!len)
		return;
	sbuf_grow(b, len);
	memmove(b->buf + pos + len, b->buf + pos, b->len - pos + 1);
	memcpy(b->buf + pos, p, len);
	b->len += len;
}

void sbuf_remove(struct sbuf *b, size_t pos, size_t len)
{
	if (pos > b->len || len > b->len - pos)
		BUG("sbuf: remove %zu at %zu of %zu", len, pos, b->len);
	if (!len)
		return;
	memmove(b->buf + pos, b->buf + pos + len, b->len - pos - len + 1);
	b->len -= len;
}

void sbuf_rtrim(struct sbuf *b)
{
	size_t n = b->len;

	while (n && isspace((unsigned char)b->buf[n - 1]))
		n--;
	sbuf_setlen(b, n);
}

void sbuf_add_replaced(struct sbuf *b, const char *s, const char *from, const char *to)
{
	const char *hit;

	while ((hit = strstr(s, from))) {
		sbuf_add(b, s, (size_t)(hit - s));
		sbuf_addstr(b, to);
		s = hit + strlen(from);
	}
	sbuf_addstr(b, s);
}

void sbuf_add_shell_quoted(struct sbuf *b, const char *s)
{
	sbuf_addch(b, '\'');
	sbuf_add_replaced(b, s, "'", "'\\''");
	sbuf_addch(b, '\'');
}

int error(struct sbuf *err, const char *fmt, ...)
{
	va_list ap;

	if (!err)
		return -1;
	if (err->len)
		sbuf_addch(err, ' ');
	va_start(ap, fmt);
	sbuf_vaddf(err, fmt, ap);
	va_end(ap);
	return -1;
}
