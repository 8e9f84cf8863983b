/*
 * json: the one value tree of tutor, read from JSON (cJSON) or YAML (libyaml), written as JSON.
 *
 * Getters never fail: a missing or differently typed member gives the default. Keys are compared with
 * case. A value owns its children; json_free frees the whole tree. The add functions build; they take
 * ownership where the name ends in _take. Nesting is limited to JSON_DEPTH, sizes by the caller.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/sbuf.h"
#include "base/strv.h"

struct json; /* opaque */

#define JSON_DEPTH 64

struct json *json_parse(const char *text, size_t len, struct sbuf *err); /* NULL on error */
/* YAML 1.1 subset as people write front matter: maps, lists, scalars, block text; no anchors or tags. */
struct json *yaml_parse(const char *text, size_t len, struct sbuf *err);
/* The same, but every scalar is the string that was written: `5.0`, `007` and `true` stay as they are. */
struct json *yaml_parse_text(const char *text, size_t len, struct sbuf *err);
void json_free(struct json *j);
struct json *json_copy(const struct json *j);

/* Building. */
struct json *json_object(void);
struct json *json_array(void);
struct json *json_string(const char *s);
struct json *json_number(double n);
struct json *json_bool_new(bool b);
void json_set_take(struct json *obj, const char *key, struct json *value);
void json_set_str(struct json *obj, const char *key, const char *s); /* NULL s: null */
void json_set_num(struct json *obj, const char *key, double n);
void json_set_bool(struct json *obj, const char *key, bool b);
void json_set_null(struct json *obj, const char *key);
void json_set_strv(struct json *obj, const char *key, const struct strv *v);
void json_add_take(struct json *arr, struct json *value);
void json_add_str(struct json *arr, const char *s);
void json_remove(struct json *obj, const char *key);

/* Reading. */
bool json_is_object(const struct json *j);
bool json_is_array(const struct json *j);
bool json_is_string(const struct json *j);
bool json_is_number(const struct json *j);
bool json_is_bool(const struct json *j);
bool json_is_null(const struct json *j); /* also for NULL */
const struct json *json_get(const struct json *obj, const char *key); /* NULL when absent */
const char *json_get_str(const struct json *obj, const char *key, const char *def);
double json_get_num(const struct json *obj, const char *key, double def);
int64_t json_get_int(const struct json *obj, const char *key, int64_t def);
bool json_get_bool(const struct json *obj, const char *key, bool def);
/* Pushes the strings of an array member (or the one string); numbers and bools as text. */
void json_get_strv(const struct json *obj, const char *key, struct strv *out);
const char *json_str(const struct json *j, const char *def);
double json_num(const struct json *j, double def);
size_t json_len(const struct json *j); /* children of an array or object, 0 otherwise */
const struct json *json_at(const struct json *j, size_t i);
/* Iteration over arrays and objects: for (c = json_first(j); c; c = json_next(c)). */
const struct json *json_first(const struct json *j);
const struct json *json_next(const struct json *child);
const char *json_key(const struct json *child); /* NULL in arrays */

/* Appends the value as JSON: pretty with two spaces, or on one line. */
void json_write(const struct json *j, bool pretty, struct sbuf *out);
/* Appends one JSON string literal with its quotes; bad UTF-8 becomes U+FFFD. */
void json_quote(const char *s, size_t len, struct sbuf *out);

#endif
