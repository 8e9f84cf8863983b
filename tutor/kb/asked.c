#include "kb/asked.h"

#include "base/utf8.h"

static void add_way(struct sbuf *out, const char *p, size_t len)
{
	for (; len && *p == ' '; len--)
		p++;
	while (len && p[len - 1] == ' ')
		len--;
	if (!len)
		return;
	if (out->len)
		sbuf_addch(out, '\n');
	sbuf_add(out, p, len);
}

static int add_line(struct asked *a, const char *p, size_t len, int line, struct sbuf *err)
{
	const char *tab = memchr(p, '\t', len), *end = p + len, *q;
	struct sbuf ways = SBUF_INIT;
	char *key, *old;
	int n = 0;

	if (!tab || tab == p)
		return error(err, "line %d: expected PAGE, a tab, then ways to ask with | between.", line);
	if (len > ASKED_LINE_MAX || !utf8_valid(p, len, NULL) || memchr(p, 0, len))
		return error(err, "line %d: it is over %d bytes or no UTF-8 text.", line, ASKED_LINE_MAX);
	key = xmemdupz(p, (size_t)(tab - p));
	old = map_get(&a->map, key);
	if (old)
		sbuf_addstr(&ways, old);
	for (p = tab + 1; p <= end && n < ASKED_WAYS_MAX; p = q + 1, n++) {
		q = p < end ? memchr(p, '|', (size_t)(end - p)) : NULL;
		if (!q)
			q = end;
		add_way(&ways, p, (size_t)(q - p));
	}
	free(map_put(&a->map, key, sbuf_detach(&ways, NULL)));
	free(key);
	return 0;
}

int asked_parse(struct asked *a, const char *text, size_t len, struct sbuf *err)
{
	const char *p = text, *end = text + len;

	for (int line = 1; p < end; line++) {
		const char *nl = memchr(p, '\n', (size_t)(end - p));
		size_t n = (size_t)((nl ? nl : end) - p);

		if (n && p[n - 1] == '\r')
			n--;
		if (n && *p != '#' && add_line(a, p, n, line, err) < 0)
			return -1;
		p = nl ? nl + 1 : end;
	}
	return 0;
}

const char *asked_for(const struct asked *a, const char *page, const char *anchor)
{
	char *key;
	const char *found;

	if (!*anchor)
		return map_get(&a->map, page);
	key = xstrfmt("%s#%s", page, anchor);
	found = map_get(&a->map, key);
	free(key);
	return found;
}

void asked_release(struct asked *a)
{
	size_t pos = 0;
	const char *key;
	void *value;

	while (map_next(&a->map, &pos, &key, &value))
		free(value);
	map_release(&a->map);
}
