#include "base/front.h"

static const char *next_line(const char *p, const char *end)
{
	const char *nl = memchr(p, '\n', (size_t)(end - p));

	return nl ? nl + 1 : end;
}

static bool is_fence(const char *p, const char *end)
{
	size_t n = (size_t)(next_line(p, end) - p);

	while (n && (p[n - 1] == '\n' || p[n - 1] == '\r' || p[n - 1] == ' '))
		n--;
	return n == 3 && !memcmp(p, "---", 3);
}

static int parse(const char *text, size_t len, bool raw, struct front *f, struct sbuf *err)
{
	const char *end = text + len, *yaml, *p;
	int line = 2;

	memset(f, 0, sizeof(*f));
	if (!len || !is_fence(text, end))
		return error(err, "It does not start with front matter (a line of three dashes).");
	yaml = p = next_line(text, end);
	while (p < end && !is_fence(p, end)) {
		p = next_line(p, end);
		line++;
	}
	if (p >= end)
		return error(err, "The front matter has no closing line of three dashes.");
	f->meta = (raw ? yaml_parse_text : yaml_parse)(yaml, (size_t)(p - yaml), err);
	if (!f->meta)
		return -1;
	if (!json_is_object(f->meta)) {
		front_release(f);
		return error(err, "The front matter is not a list of `key: value` lines.");
	}
	f->body = next_line(p, end);
	f->body_len = (size_t)(end - f->body);
	f->body_line = line + 1;
	return 0;
}

int front_parse(const char *text, size_t len, struct front *f, struct sbuf *err)
{
	return parse(text, len, false, f, err);
}

int front_parse_text(const char *text, size_t len, struct front *f, struct sbuf *err)
{
	return parse(text, len, true, f, err);
}

void front_release(struct front *f)
{
	json_free(f->meta);
	memset(f, 0, sizeof(*f));
}
