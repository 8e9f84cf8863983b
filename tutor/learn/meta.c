#include "learn/meta.h"

static bool is_blank(const char *s)
{
	return !s[strspn(s, " \t\r\n")];
}

int meta_str_opt(const struct json *m, const char *key, char **out, struct sbuf *err)
{
	const struct json *j = json_get(m, key);

	*out = NULL;
	if (!j)
		return 0;
	if (!json_is_string(j))
		return error(err, "`%s` must be a text.", key);
	if (!is_blank(json_str(j, "")))
		*out = xstrdup(json_str(j, ""));
	return 0;
}

int meta_str(const struct json *m, const char *key, char **out, struct sbuf *err)
{
	if (meta_str_opt(m, key, out, err) < 0)
		return -1;
	return *out ? 0 : error(err, "`%s` is missing.", key);
}

int meta_int(const struct json *m, const char *key, int def, int min, int max, int *out,
	     struct sbuf *err)
{
	const struct json *j = json_get(m, key);
	const char *s = json_str(j, "");
	char *end;
	long n;

	*out = def;
	if (!j && def >= min)
		return 0;
	if (!j)
		return error(err, "`%s` is missing.", key);
	n = strtol(s, &end, 10);
	if (!*s || *end || n < min || n > max)
		return error(err, "`%s` must be a whole number from %d to %d.", key, min, max);
	*out = (int)n;
	return 0;
}

int meta_list(const struct json *m, const char *key, struct strv *out, struct sbuf *err)
{
	const struct json *j = json_get(m, key);

	if (json_is_object(j))
		return error(err, "`%s` must be a list.", key);
	for (const struct json *c = json_first(j); c; c = json_next(c))
		if (!json_is_string(c))
			return error(err, "`%s` must be a list of texts.", key);
	/* `key:` with nothing behind it is an empty list. */
	if (!json_is_string(j) || *json_str(j, ""))
		json_get_strv(m, key, out);
	return 0;
}

int meta_bool(const struct json *m, const char *key, bool *out, struct sbuf *err)
{
	const struct json *j = json_get(m, key);
	const char *s = json_str(j, "");

	*out = streq(s, "true");
	return !j || *out || streq(s, "false") ? 0 : error(err, "`%s` must be true or false.", key);
}

void meta_unknown(const struct json *m, const char *const *known, struct strv *out)
{
	for (const struct json *c = json_first(m); c; c = json_next(c)) {
		const char *const *k = known;

		while (*k && !streq(*k, json_key(c)))
			k++;
		if (!*k)
			strv_push(out, json_key(c));
	}
}

bool meta_is_id(const char *id, int parts)
{
	size_t n;

	for (;;) {
		n = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-_");
		if (!n || n > 100)
			return false;
		parts--;
		if (!id[n])
			return !parts;
		if (id[n] != '/')
			return false;
		id += n + 1;
	}
}
