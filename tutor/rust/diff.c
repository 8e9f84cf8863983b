/* Unified diff: Myers' greedy algorithm over lines, bounded; see edits.h. */
#include "base/hash.h"
#include "rust/edits.h"

struct line {
	const char *p;
	size_t len; /* with the newline, if it has one */
	uint64_t hash;
	bool changed; /* deleted from a, or added in b */
};

struct lines {
	struct line *v;
	size_t n, alloc;
};

static void split_lines(const char *text, size_t len, struct lines *out)
{
	const char *end = text + len;

	while (text < end) {
		const char *nl = memchr(text, '\n', (size_t)(end - text));
		size_t n = nl ? (size_t)(nl + 1 - text) : (size_t)(end - text);

		ARRAY_GROW(out->v, out->n + 1, out->alloc);
		out->v[out->n++] = (struct line){ text, n, hash_fnv64(text, n), false };
		text += n;
	}
}

static bool same_line(const struct line *a, const struct line *b)
{
	return a->hash == b->hash && a->len == b->len && !memcmp(a->p, b->p, a->len);
}

/* The part of both texts that differs: a[from..a_end], b[from..b_end]. */
struct middle {
	struct line *a, *b;
	long n, m;
};

static struct middle trim(struct lines *a, struct lines *b)
{
	size_t from = 0, ae = a->n, be = b->n;

	while (from < ae && from < be && same_line(&a->v[from], &b->v[from]))
		from++;
	while (ae > from && be > from && same_line(&a->v[ae - 1], &b->v[be - 1])) {
		ae--;
		be--;
	}
	return (struct middle){ a->v ? a->v + from : NULL, b->v ? b->v + from : NULL,
				(long)(ae - from), (long)(be - from) };
}

/*
 * v[k] is how far along a the best path with d edits on diagonal k (= x - y) gets. The rows of
 * all d are kept to walk back: row d has 2d + 1 entries and starts at d * d, entry k stands at k
 * + d.
 */
static long *row(long *rows, long d)
{
	return rows + d * d + d;
}

static long extend(const struct middle *t, long x, long k)
{
	long y = x - k;

	while (x < t->n && y < t->m && same_line(&t->a[x], &t->b[y])) {
		x++;
		y++;
	}
	return x;
}

/* From the row before: down (an added line) or right (a deleted one), whichever got further. */
static bool goes_down(const long *before, long d, long k)
{
	return k == -d || (k != d && before[k - 1] < before[k + 1]);
}

/*
 * Fills the rows until the end is reached; the number of edits, or -1 when there are more than
 * max.
 */
static long search(const struct middle *t, long max, long *rows)
{
	row(rows, 0)[0] = extend(t, 0, 0);
	if (row(rows, 0)[0] >= t->n && t->n == t->m)
		return 0;
	for (long d = 1; d <= max; d++) {
		long *before = row(rows, d - 1), *now = row(rows, d);

		for (long k = -d; k <= d; k += 2) {
			long x = goes_down(before, d, k) ? before[k + 1] : before[k - 1] + 1;

			/* Off the grid: keep the value, but go no further. */
			now[k] = x <= t->n && x - k <= t->m ? extend(t, x, k) : x;
			if (now[k] == t->n && now[k] - k == t->m)
				return d;
		}
	}
	return -1;
}

static void mark_path(const struct middle *t, long *rows, long d)
{
	long k = t->n - t->m;

	for (; d > 0; d--) {
		long *before = row(rows, d - 1);

		if (goes_down(before, d, k)) {
			k++;
			t->b[before[k] - k].changed = true;
		} else {
			k--;
			t->a[before[k]].changed = true;
		}
	}
}

static void mark_all(const struct middle *t)
{
	for (long i = 0; i < t->n; i++)
		t->a[i].changed = true;
	for (long i = 0; i < t->m; i++)
		t->b[i].changed = true;
}

static void mark_changes(struct lines *a, struct lines *b)
{
	struct middle t = trim(a, b);
	long max = MIN(t.n + t.m, (long)DIFF_MAX_EDITS), d;
	long *rows;

	if (!t.n || !t.m) {
		mark_all(&t);
		return;
	}
	rows = xmalloc((size_t)((max + 1) * (max + 1)) * sizeof(*rows));
	d = search(&t, max, rows);
	if (d < 0)
		mark_all(&t);
	else
		mark_path(&t, rows, d);
	free(rows);
}

static void put_line(struct sbuf *out, char sign, const struct line *l)
{
	sbuf_addch(out, sign);
	sbuf_add(out, l->p, l->len);
	if (l->p[l->len - 1] != '\n')
		sbuf_addstr(out, "\n\\ No newline at end of file\n");
}

struct walk {
	const struct lines *a, *b;
	size_t i, j;
};

static bool at_change(const struct walk *w)
{
	return (w->i < w->a->n && w->a->v[w->i].changed) ||
	       (w->j < w->b->n && w->b->v[w->j].changed);
}

static bool at_end(const struct walk *w)
{
	return w->i >= w->a->n && w->j >= w->b->n;
}

/* Puts (when out is given) and passes the changed lines here: deletions first. */
static void pass_change(struct walk *w, struct sbuf *out)
{
	for (; w->i < w->a->n && w->a->v[w->i].changed; w->i++)
		if (out)
			put_line(out, '-', &w->a->v[w->i]);
	for (; w->j < w->b->n && w->b->v[w->j].changed; w->j++)
		if (out)
			put_line(out, '+', &w->b->v[w->j]);
}

/* Passes up to max lines that are the same; how many there were. */
static size_t pass_same(struct walk *w, size_t max, struct sbuf *out)
{
	size_t n = 0;

	for (; n < max && !at_end(w) && !at_change(w); n++) {
		if (out)
			put_line(out, ' ', &w->a->v[w->i]);
		w->i++;
		w->j++;
	}
	return n;
}

/* Passes one hunk from w, which stands at its first context line. */
static void pass_hunk(struct walk *w, size_t context, struct sbuf *out)
{
	pass_same(w, context, out);
	for (;;) {
		struct walk ahead;

		pass_change(w, out);
		ahead = *w;
		/* Changes that are at most two contexts apart share a hunk. */
		pass_same(&ahead, 2 * context, NULL);
		if (at_end(&ahead) || !at_change(&ahead)) {
			pass_same(w, context, out);
			return;
		}
		pass_same(w, 2 * context, out);
	}
}

static void put_range(struct sbuf *out, char sign, size_t from, size_t to)
{
	sbuf_addf(out, "%c%zu", sign, to > from ? from + 1 : from);
	if (to - from != 1)
		sbuf_addf(out, ",%zu", to - from);
}

static void put_hunks(struct walk *w, size_t context, struct sbuf *out)
{
	for (;;) {
		struct walk from, to;
		size_t back;

		back = pass_same(w, SIZE_MAX, NULL);
		if (at_end(w))
			return;
		back = MIN(back, context);
		from = (struct walk){ w->a, w->b, w->i - back, w->j - back };
		to = from;
		pass_hunk(&to, context, NULL);
		sbuf_addstr(out, "@@ ");
		put_range(out, '-', from.i, to.i);
		sbuf_addch(out, ' ');
		put_range(out, '+', from.j, to.j);
		sbuf_addstr(out, " @@\n");
		*w = from;
		pass_hunk(w, context, out);
	}
}

void diff_unified(const char *a, size_t alen, const char *b, size_t blen, const char *name,
		  int context, struct sbuf *out)
{
	struct lines la = { 0 }, lb = { 0 };
	struct walk w = { &la, &lb, 0, 0 };

	if (alen == blen && (!alen || !memcmp(a, b, alen)))
		return;
	split_lines(a, alen, &la);
	split_lines(b, blen, &lb);
	mark_changes(&la, &lb);
	if (name)
		sbuf_addf(out, "--- a/%s\n+++ b/%s\n", name, name);
	put_hunks(&w, context > 0 ? (size_t)context : 0, out);
	free(la.v);
	free(lb.v);
}
