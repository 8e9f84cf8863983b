/* The concept graph. */
#include "learn/course.h"

#include "base/map.h"
#include "learn/meta.h"

#define CONCEPTS_MAX 2000

void concepts_free(struct concept *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		free(v[i].id);
		free(v[i].title);
		free(v[i].about);
		strv_release(&v[i].requires);
	}
	free(v);
}

static int parse_one(const struct json *j, struct concept *c, struct sbuf *err)
{
	if (!json_is_object(j))
		return error(err, "A concept must be {id, title, requires, core}.");
	if (meta_str(j, "id", &c->id, err) < 0 || meta_str(j, "title", &c->title, err) < 0 ||
	    meta_str_opt(j, "about", &c->about, err) < 0 ||
	    meta_list(j, "requires", &c->requires, err) < 0)
		return -1;
	if (!meta_is_id(c->id, 1))
		return error(err,
			     "The id `%.80s` is not made of lower case letters, digits and dashes.",
			     c->id);
	return meta_bool(j, "core", &c->core, err);
}

static void free_one(struct concept *c)
{
	struct concept *copy = xmalloc(sizeof(*copy));

	*copy = *c;
	concepts_free(copy, 1);
}

static void read_list(const struct json *list, struct concept **out, size_t *n,
		      struct strv *problems)
{
	struct concept *v = xcalloc(json_len(list) + 1, sizeof(*v));
	size_t i = 0;

	*n = 0;
	for (const struct json *j = json_first(list); j; j = json_next(j)) {
		struct sbuf why = SBUF_INIT;
		struct concept c = { 0 };

		i++;
		if (parse_one(j, &c, &why) < 0) {
			strv_pushf(problems, "Concept %zu: %s", i, why.buf);
			free_one(&c);
		} else {
			v[(*n)++] = c;
		}
		sbuf_release(&why);
	}
	*out = v;
}

static void drop_doubles(struct concept *v, size_t *n, struct map *ids, struct strv *problems)
{
	size_t kept = 0;

	for (size_t i = 0; i < *n; i++) {
		if (map_has(ids, v[i].id)) {
			strv_pushf(problems, "The concept `%s` is there twice.", v[i].id);
			free_one(&v[i]);
			continue;
		}
		v[kept] = v[i];
		map_put(ids, v[kept].id, v); /* any pointer: only its being there counts */
		kept++;
	}
	*n = kept;
}

static void drop_unknown(struct concept *c, const struct map *ids, struct strv *problems)
{
	struct strv known = STRV_INIT;

	for (size_t i = 0; i < c->requires.n; i++) {
		if (map_has(ids, c->requires.v[i]))
			strv_push(&known, c->requires.v[i]);
		else
			strv_pushf(problems,
				   "The concept `%s` requires `%.80s`, which does not exist.",
				   c->id, c->requires.v[i]);
	}
	strv_release(&c->requires);
	c->requires = known;
}

static bool is_ready(const struct concept *c, const struct map *done)
{
	for (size_t i = 0; i < c->requires.n; i++)
		if (!map_has(done, c->requires.v[i]))
			return false;
	return true;
}

/* Kahn's algorithm, always taking the first in the written order that is ready. */
static void put_in_order(struct concept *v, size_t n, struct strv *problems)
{
	struct concept *sorted = xcalloc(n + 1, sizeof(*sorted));
	bool *taken = xcalloc(n + 1, sizeof(*taken));
	struct map done = MAP_INIT;
	size_t k = 0, i;

	while (k < n) {
		for (i = 0; i < n && (taken[i] || !is_ready(&v[i], &done)); i++)
			;
		if (i == n) {
			/* The rest hangs on a cycle: as it comes. */
			for (i = 0; taken[i]; i++)
				;
			strv_pushf(problems,
				   "The concept `%s` requires itself by way of what it requires.",
				   v[i].id);
		}
		taken[i] = true;
		map_put(&done, v[i].id, v);
		sorted[k] = v[i];
		sorted[k].order = (int)k;
		k++;
	}
	memcpy(v, sorted, n * sizeof(*v));
	map_release(&done);
	free(sorted);
	free(taken);
}

int concepts_parse(const char *text, size_t len, struct concept **out, size_t *n,
		   struct strv *problems, struct sbuf *err)
{
	struct json *list = yaml_parse_text(text, len, err);
	struct map ids = MAP_INIT;
	int rc = 0;

	*out = NULL;
	*n = 0;
	if (!list)
		return -1;
	if (!json_is_array(list) || json_len(list) > CONCEPTS_MAX) {
		rc = error(err, "The concepts must be a list of at most %d.", CONCEPTS_MAX);
	} else {
		read_list(list, out, n, problems);
		drop_doubles(*out, n, &ids, problems);
		for (size_t i = 0; i < *n; i++)
			drop_unknown(&(*out)[i], &ids, problems);
		put_in_order(*out, *n, problems);
	}
	map_release(&ids);
	json_free(list);
	return rc;
}
