#include "base/osa.h"

struct rows {
	const int *two, *one; /* of the letters before */
	int *now;
};

/* Returns the least of the row. */
static int fill_row(const char *a, const char *b, size_t i, size_t nb, const struct rows *r, osa_exchange *exchange)
{
	int least = (int)i;

	r->now[0] = (int)i;
	for (size_t j = 1; j <= nb; j++) {
		int other = exchange ? exchange(a[i - 1], b[j - 1]) : a[i - 1] != b[j - 1];
		int best = MIN(MIN(r->one[j] + 1, r->now[j - 1] + 1), r->one[j - 1] + other);

		if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
			best = MIN(best, r->two[j - 2] + 1);
		r->now[j] = best;
		least = MIN(least, best);
	}
	return least;
}

int osa_distance(const char *a, const char *b, int max, osa_exchange *exchange)
{
	int rows[3][OSA_MAX + 1];
	size_t na = strlen(a), nb = strlen(b);

	if (na > OSA_MAX || nb > OSA_MAX)
		return OSA_MAX + 1;
	if ((int)(na > nb ? na - nb : nb - na) > max)
		return max + 1;
	for (size_t j = 0; j <= nb; j++)
		rows[0][j] = (int)j;
	for (size_t i = 1; i <= na; i++) {
		struct rows r = { rows[(i + 1) % 3], rows[(i + 2) % 3], rows[i % 3] };

		if (fill_row(a, b, i, nb, &r, exchange) > max)
			return max + 1;
	}
	return rows[na % 3][nb];
}
