#include "base/strv.h"

void strv_release(struct strv *s)
{
	for (size_t i = 0; i < s->n; i++)
		free(s->v[i]);
	free(s->v);
	s->v = NULL;
	s->n = s->alloc = 0;
}

void strv_push_take(struct strv *s, char *str)
{
	ARRAY_GROW(s->v, s->n + 2, s->alloc);
	s->v[s->n++] = str;
	s->v[s->n] = NULL;
}

void strv_push(struct strv *s, const char *str)
{
	strv_push_take(s, xstrdup(str));
}

void strv_pushf(struct strv *s, const char *fmt, ...)
{
	struct sbuf b = SBUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	sbuf_vaddf(&b, fmt, ap);
	va_end(ap);
	strv_push_take(s, sbuf_detach(&b, NULL));
}

void strv_push_all(struct strv *s, const char *const *list)
{
	for (; *list; list++)
		strv_push(s, *list);
}

void strv_copy(struct strv *dst, const struct strv *src)
{
	for (size_t i = 0; i < src->n; i++)
		strv_push(dst, src->v[i]);
}

bool strv_has(const struct strv *s, const char *str)
{
	for (size_t i = 0; i < s->n; i++)
		if (streq(s->v[i], str))
			return true;
	return false;
}

static int compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

void strv_sort(struct strv *s)
{
	if (s->n > 1)
		qsort(s->v, s->n, sizeof(*s->v), compare);
}

void strv_split(struct strv *s, const char *text, char sep)
{
	const char *end;

	while ((end = strchr(text, sep))) {
		strv_push_take(s, xmemdupz(text, (size_t)(end - text)));
		text = end + 1;
	}
	strv_push(s, text);
}

void strv_join(const struct strv *s, const char *between, struct sbuf *out)
{
	for (size_t i = 0; i < s->n; i++) {
		if (i)
			sbuf_addstr(out, between);
		sbuf_addstr(out, s->v[i]);
	}
}
