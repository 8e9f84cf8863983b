#include "kb/jsonl.h"

#include "base/json.h"
#include "base/utf8.h"

/* Pages of an import begin with its name, as those of a folder do. */
static void set_page(struct json *to, const char *name, const char *page)
{
	char *full = starts_with(page, name) && page[strlen(name)] == ':' ? xstrdup(page) : xstrfmt("%s:%s", name, page);

	json_set_str(to, "page", full);
	free(full);
}

/* One line of an import: checked, then written as we write it. */
static int import_line(const char *line, size_t len, int number, const char *name, struct sbuf *out, struct sbuf *err)
{
	static const char *const fields[] = { "anchor", "title", "text", "code", "see", "asked" };
	struct json *o, *to;
	const char *page;
	int rc = 0;

	if (len > JSONL_LINE_MAX || !utf8_valid(line, len, NULL))
		return error(err, "line %d: it is over 1 MB or no UTF-8 text.", number);
	o = json_parse(line, len, NULL);
	page = json_get_str(o, "page", NULL);
	if (!json_is_object(o) || !page || !*page || !*json_get_str(o, "text", "")) {
		rc = error(err, "line %d: expected a JSON object with \"page\" and \"text\".", number);
	} else {
		to = json_object();
		json_set_str(to, "source", name);
		set_page(to, name, page);
		for (size_t i = 0; i < ARRAY_SIZE(fields); i++)
			json_set_str(to, fields[i], json_get_str(o, fields[i], ""));
		json_write(to, false, out);
		sbuf_addch(out, '\n');
		json_free(to);
	}
	json_free(o);
	return rc;
}

int jsonl_import(const char *text, size_t len, const char *name, struct sbuf *out, size_t *n, struct sbuf *err)
{
	const char *p = text, *end = text + len;

	for (int line = 1; p < end; line++) {
		const char *nl = memchr(p, '\n', (size_t)(end - p));
		size_t line_len = (size_t)((nl ? nl : end) - p);

		if (line_len && p[line_len - 1] == '\r')
			line_len--;
		if (line_len && import_line(p, line_len, line, name, out, err) < 0)
			return -1;
		*n += line_len > 0;
		p = nl ? nl + 1 : end;
	}
	return *n ? 0 : error(err, "there is nothing in it.");
}

bool jsonl_name_is_fine(const char *name)
{
	size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

	return n && !name[n] && n <= JSONL_NAME_MAX && !streq(name, "card") && !streq(name, "lesson") && !streq(name, "exercise");
}
