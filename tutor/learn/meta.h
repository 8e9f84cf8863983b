/*
 * meta: reading front matter and quiz maps, all scalars as text (yaml_parse_text). Private to
 * learn. Each function appends one sentence to err and returns -1 when the member is missing or not
 * of its type.
 */
#ifndef LEARN_META_H
#define LEARN_META_H

#include "base/json.h"

/* A text that must be there and not be blank; *out is owned. */
int meta_str(const struct json *m, const char *key, char **out, struct sbuf *err);
/* NULL when absent. A list or map where a text belongs is an error. */
int meta_str_opt(const struct json *m, const char *key, char **out, struct sbuf *err);
/* A whole number from min to max; an absent one is `def`, or an error when def < min. */
int meta_int(const struct json *m, const char *key, int def, int min, int max, int *out,
	     struct sbuf *err);
/* A list of texts (or one text); an absent one is empty. */
int meta_list(const struct json *m, const char *key, struct strv *out, struct sbuf *err);
/* "true" or "false"; an absent one is false. */
int meta_bool(const struct json *m, const char *key, bool *out, struct sbuf *err);
/* Pushes the keys of m that are not in known (ends with NULL). */
void meta_unknown(const struct json *m, const char *const *known, struct strv *out);
/* Is it an id: lower case letters, digits, '-', '_', in `parts` pieces joined by '/'? */
bool meta_is_id(const char *id, int parts);

#endif
