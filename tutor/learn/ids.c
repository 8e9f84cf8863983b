/* Nearest names for an unknown one. */
#include "learn/exercise.h"

#include "base/osa.h"

static const char *last_part(const char *id)
{
	const char *slash = strrchr(id, '/');

	return slash ? slash + 1 : id;
}

struct near {
	const char *id;
	int distance; /* -1: too far */
};

static int near_distance(const char *id, const char *wrong)
{
	int whole = osa_distance(id, wrong, OSA_MAX, NULL);
	int part = osa_distance(last_part(id), last_part(wrong), OSA_MAX, NULL);
	int limit_whole = MAX(1, (int)strlen(wrong) / 3),
	    limit_part = MAX(1, (int)strlen(last_part(wrong)) / 3);

	/* A name that is part of the id beats chance, but not a typing mistake. */
	if (whole <= limit_whole)
		return whole;
	if (part <= limit_part)
		return part + 1;
	return strlen(wrong) >= 3 && strstr(id, wrong) ? 100 : -1;
}

static int compare_near(const void *a, const void *b)
{
	const struct near *x = a, *y = b;

	return x->distance != y->distance ? x->distance - y->distance : strcmp(x->id, y->id);
}

size_t ids_nearest(const struct strv *ids, const char *wrong, const char **out, size_t max)
{
	struct near *v = xcalloc(ids->n + 1, sizeof(*v));
	size_t n = 0;

	for (size_t i = 0; i < ids->n; i++) {
		v[n].id = ids->v[i];
		v[n].distance = near_distance(ids->v[i], wrong);
		n += v[n].distance >= 0;
	}
	qsort(v, n, sizeof(*v), compare_near);
	n = MIN(n, max);
	for (size_t i = 0; i < n; i++)
		out[i] = v[i].id;
	free(v);
	return n;
}

int ids_unknown(const char *what, const char *wrong, const struct strv *ids, struct sbuf *err)
{
	const char *near[3];
	size_t n = ids_nearest(ids, wrong, near, ARRAY_SIZE(near));

	error(err, "There is no %s `%.80s`.", what, wrong);
	for (size_t i = 0; i < n && err; i++)
		sbuf_addf(err, "%s`%s`",
			  !i	      ? " Did you mean "
			  : i + 1 < n ? ", "
				      : " or ",
			  near[i]);
	if (n && err)
		sbuf_addch(err, '?');
	return -1;
}
