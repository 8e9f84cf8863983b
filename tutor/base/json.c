#include "base/json.h"

#include <cjson/cJSON.h>
#include <math.h>

#include "base/utf8.h"

/* struct json is cJSON's node: the cast is kept in these two lines. */
#define C(j) ((cJSON *)(uintptr_t)(j))
#define J(c) ((struct json *)(c))

static struct json *must(cJSON *c)
{
	if (!c) {
		fprintf(stderr, "tutor: out of memory\n");
		exit(3);
	}
	return J(c);
}

static int too_deep(const char *s, size_t len)
{
	int depth = 0;
	bool in_string = false;

	for (size_t i = 0; i < len; i++) {
		if (in_string) {
			if (s[i] == '\\')
				i++;
			else if (s[i] == '"')
				in_string = false;
		} else if (s[i] == '"') {
			in_string = true;
		} else if (s[i] == '{' || s[i] == '[') {
			if (++depth > JSON_DEPTH)
				return 1;
		} else if (s[i] == '}' || s[i] == ']') {
			depth--;
		}
	}
	return 0;
}

struct json *json_parse(const char *text, size_t len, struct sbuf *err)
{
	const char *end = NULL;
	cJSON *c;

	if (too_deep(text, len)) {
		error(err, "The JSON is nested more than %d levels deep.", JSON_DEPTH);
		return NULL;
	}
	c = cJSON_ParseWithLengthOpts(text, len, &end, 0);
	if (!c) {
		size_t at = end && end >= text ? (size_t)(end - text) : 0;

		error(err, "This is not valid JSON (byte %zu).", at);
		return NULL;
	}
	while (end < text + len && strchr(" \t\r\n", *end) && *end)
		end++;
	if (end < text + len && *end) {
		error(err, "There is something after the JSON value (byte %zu).", (size_t)(end - text));
		cJSON_Delete(c);
		return NULL;
	}
	return J(c);
}

void json_free(struct json *j)
{
	cJSON_Delete(C(j));
}

struct json *json_copy(const struct json *j)
{
	return must(cJSON_Duplicate(C(j), 1));
}

struct json *json_object(void)
{
	return must(cJSON_CreateObject());
}

struct json *json_array(void)
{
	return must(cJSON_CreateArray());
}

struct json *json_string(const char *s)
{
	struct sbuf clean = SBUF_INIT;
	struct json *j;
	size_t len = strlen(s), used;

	if (utf8_valid(s, len, NULL))
		return must(cJSON_CreateString(s));
	for (size_t pos = 0; pos < len; pos += used)
		utf8_encode(&clean, utf8_decode(s + pos, len - pos, &used));
	j = must(cJSON_CreateString(clean.buf));
	sbuf_release(&clean);
	return j;
}

struct json *json_number(double n)
{
	return must(cJSON_CreateNumber(n));
}

struct json *json_bool_new(bool b)
{
	return must(cJSON_CreateBool(b));
}

void json_set_take(struct json *obj, const char *key, struct json *value)
{
	json_remove(obj, key);
	if (!cJSON_AddItemToObject(C(obj), key, C(value)))
		must(NULL);
}

void json_set_str(struct json *obj, const char *key, const char *s)
{
	json_set_take(obj, key, s ? json_string(s) : must(cJSON_CreateNull()));
}

void json_set_num(struct json *obj, const char *key, double n)
{
	json_set_take(obj, key, json_number(n));
}

void json_set_bool(struct json *obj, const char *key, bool b)
{
	json_set_take(obj, key, json_bool_new(b));
}

void json_set_null(struct json *obj, const char *key)
{
	json_set_str(obj, key, NULL);
}

void json_set_strv(struct json *obj, const char *key, const struct strv *v)
{
	struct json *arr = json_array();

	for (size_t i = 0; i < v->n; i++)
		json_add_str(arr, v->v[i]);
	json_set_take(obj, key, arr);
}

void json_add_take(struct json *arr, struct json *value)
{
	if (!cJSON_AddItemToArray(C(arr), C(value)))
		must(NULL);
}

void json_add_str(struct json *arr, const char *s)
{
	json_add_take(arr, json_string(s));
}

void json_remove(struct json *obj, const char *key)
{
	cJSON_DeleteItemFromObjectCaseSensitive(C(obj), key);
}

bool json_is_object(const struct json *j)
{
	return cJSON_IsObject(C(j));
}

bool json_is_array(const struct json *j)
{
	return cJSON_IsArray(C(j));
}

bool json_is_string(const struct json *j)
{
	return cJSON_IsString(C(j));
}

bool json_is_number(const struct json *j)
{
	return cJSON_IsNumber(C(j));
}

bool json_is_bool(const struct json *j)
{
	return cJSON_IsBool(C(j));
}

bool json_is_null(const struct json *j)
{
	return !j || cJSON_IsNull(C(j));
}

const struct json *json_get(const struct json *obj, const char *key)
{
	return obj ? J(cJSON_GetObjectItemCaseSensitive(C(obj), key)) : NULL;
}

const char *json_str(const struct json *j, const char *def)
{
	return json_is_string(j) ? C(j)->valuestring : def;
}

double json_num(const struct json *j, double def)
{
	return json_is_number(j) && isfinite(C(j)->valuedouble) ? C(j)->valuedouble : def;
}

const char *json_get_str(const struct json *obj, const char *key, const char *def)
{
	return json_str(json_get(obj, key), def);
}

double json_get_num(const struct json *obj, const char *key, double def)
{
	return json_num(json_get(obj, key), def);
}

int64_t json_get_int(const struct json *obj, const char *key, int64_t def)
{
	double n = json_num(json_get(obj, key), (double)def);

	/* Beyond 2^53 a double no longer holds every whole number. */
	return n >= -9007199254740992.0 && n <= 9007199254740992.0 ? (int64_t)n : def;
}

bool json_get_bool(const struct json *obj, const char *key, bool def)
{
	const struct json *j = json_get(obj, key);

	return json_is_bool(j) ? cJSON_IsTrue(C(j)) : def;
}

static void push_scalar(struct strv *out, const struct json *j)
{
	if (json_is_string(j))
		strv_push(out, C(j)->valuestring);
	else if (json_is_number(j))
		strv_pushf(out, "%.15g", C(j)->valuedouble);
	else if (json_is_bool(j))
		strv_push(out, cJSON_IsTrue(C(j)) ? "true" : "false");
}

void json_get_strv(const struct json *obj, const char *key, struct strv *out)
{
	const struct json *j = json_get(obj, key);

	if (!json_is_array(j)) {
		push_scalar(out, j);
		return;
	}
	for (const struct json *c = json_first(j); c; c = json_next(c))
		push_scalar(out, c);
}

size_t json_len(const struct json *j)
{
	int n = json_is_array(j) || json_is_object(j) ? cJSON_GetArraySize(C(j)) : 0;

	return n > 0 ? (size_t)n : 0;
}

const struct json *json_at(const struct json *j, size_t i)
{
	return i <= INT32_MAX && j ? J(cJSON_GetArrayItem(C(j), (int)i)) : NULL;
}

const struct json *json_first(const struct json *j)
{
	return json_is_array(j) || json_is_object(j) ? J(C(j)->child) : NULL;
}

const struct json *json_next(const struct json *child)
{
	return J(C(child)->next);
}

const char *json_key(const struct json *child)
{
	return child ? C(child)->string : NULL;
}

void json_quote(const char *s, size_t len, struct sbuf *out)
{
	size_t used;

	sbuf_addch(out, '"');
	for (size_t pos = 0; pos < len; pos += used) {
		uint32_t cp = utf8_decode(s + pos, len - pos, &used);

		if (cp == '"' || cp == '\\')
			sbuf_addf(out, "\\%c", (int)cp);
		else if (cp == '\n')
			sbuf_addstr(out, "\\n");
		else if (cp == '\t')
			sbuf_addstr(out, "\\t");
		else if (cp == '\r')
			sbuf_addstr(out, "\\r");
		else if (cp < 0x20)
			sbuf_addf(out, "\\u%04x", (unsigned)cp);
		else
			utf8_encode(out, cp);
	}
	sbuf_addch(out, '"');
}

static void write_number(double n, struct sbuf *out)
{
	if (!isfinite(n))
		sbuf_addstr(out, "null");
	else if (n == floor(n) && fabs(n) < 1e15)
		sbuf_addf(out, "%.0f", n);
	else
		sbuf_addf(out, "%.10g", n);
}

static void write_value(const struct json *j, int indent, struct sbuf *out);

static void write_break(int indent, struct sbuf *out)
{
	if (indent < 0)
		return;
	sbuf_addch(out, '\n');
	sbuf_addchars(out, ' ', (size_t)indent * 2);
}

static void write_children(const struct json *j, int indent, struct sbuf *out)
{
	bool object = json_is_object(j);
	int inner = indent < 0 ? -1 : indent + 1;

	sbuf_addch(out, object ? '{' : '[');
	for (const struct json *c = json_first(j); c; c = json_next(c)) {
		write_break(inner, out);
		if (object) {
			json_quote(json_key(c), strlen(json_key(c)), out);
			sbuf_addstr(out, indent < 0 ? ":" : ": ");
		}
		write_value(c, inner, out);
		if (json_next(c))
			sbuf_addch(out, ',');
	}
	if (json_first(j))
		write_break(indent, out);
	sbuf_addch(out, object ? '}' : ']');
}

static void write_value(const struct json *j, int indent, struct sbuf *out)
{
	if (json_is_object(j) || json_is_array(j))
		write_children(j, indent, out);
	else if (json_is_string(j))
		json_quote(C(j)->valuestring, strlen(C(j)->valuestring), out);
	else if (json_is_number(j))
		write_number(C(j)->valuedouble, out);
	else if (json_is_bool(j))
		sbuf_addstr(out, cJSON_IsTrue(C(j)) ? "true" : "false");
	else
		sbuf_addstr(out, "null");
}

void json_write(const struct json *j, bool pretty, struct sbuf *out)
{
	write_value(j, pretty ? 0 : -1, out);
}
