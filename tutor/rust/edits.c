#include "rust/edits.h"

void edits_release(struct edits *e)
{
	for (size_t i = 0; i < e->n; i++)
		free(e->v[i].text);
	free(e->v);
	free(e->file);
	free(e->reason);
	*e = (struct edits)EDITS_INIT;
}

void edits_free_all(struct edits *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		edits_release(&v[i]);
	free(v);
}

void edits_add(struct edits *e, uint32_t start, uint32_t end, const char *text)
{
	ARRAY_GROW(e->v, e->n + 1, e->alloc);
	e->v[e->n++] = (struct edit_op){ start, end, xstrdup(text) };
}

static int compare_ops(const void *pa, const void *pb)
{
	const struct edit_op *a = *(const struct edit_op *const *)pa,
			     *b = *(const struct edit_op *const *)pb;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end < b->end ? -1 : 1;
	return a < b ? -1 : a > b; /* the order in which they were added */
}

static bool fit(const struct edit_op *const *ops, size_t n, size_t len)
{
	for (size_t i = 0; i < n; i++)
		if (ops[i]->end < ops[i]->start || ops[i]->end > len ||
		    (i && ops[i]->start < ops[i - 1]->end))
			return false;
	return true;
}

bool edits_apply(const struct edits *e, const char *text, size_t len, struct sbuf *out)
{
	const struct edit_op **ops = xmalloc((e->n + 1) * sizeof(*ops));
	size_t at = 0;
	bool ok;

	for (size_t i = 0; i < e->n; i++)
		ops[i] = &e->v[i];
	qsort(ops, e->n, sizeof(*ops), compare_ops);
	ok = fit(ops, e->n, len);
	for (size_t i = 0; ok && i < e->n; i++) {
		sbuf_add(out, text + at, ops[i]->start - at);
		sbuf_addstr(out, ops[i]->text);
		at = ops[i]->end;
	}
	if (ok)
		sbuf_add(out, text + at, len - at);
	free(ops);
	return ok;
}

struct candidates {
	struct edits *v;
	size_t n, alloc;
};

/* Does s begin a new alternative, given what the current one has? */
static bool starts_new(const struct edits *e, const struct diag_span *s)
{
	for (size_t i = 0; i < e->n; i++) {
		const struct edit_op *op = &e->v[i];

		if (s->byte_start == op->start && s->byte_end == op->end)
			return true;
		if (s->byte_start < op->end && op->start < s->byte_end)
			return true;
	}
	return false;
}

static enum diag_applicability weaker(enum diag_applicability a, enum diag_applicability b)
{
	static const int strength[] = {
		[DIAG_APP_MACHINE] = 4,
		[DIAG_APP_MAYBE] = 3,
		[DIAG_APP_UNSPECIFIED] = 2,
		[DIAG_APP_PLACEHOLDERS] = 1,
	};

	return strength[a] < strength[b] ? a : b;
}

static struct edits *new_candidate(struct candidates *c, const char *reason,
				   const struct diag_span *s)
{
	struct edits *e;

	ARRAY_GROW(c->v, c->n + 1, c->alloc);
	e = &c->v[c->n++];
	*e = (struct edits)EDITS_INIT;
	e->file = xstrdup(s->file);
	e->reason = xstrdup(reason);
	e->applicability = s->applicability;
	return e;
}

static bool usable(const struct diag_span *s, const char *file)
{
	return streq(s->file, file) && !s->from_expansion && !diag_foreign_file(s->file);
}

/*
 * The suggestions of one message, alternatives split; one with a part that cannot be edited is
 * dropped.
 */
static void add_suggestions(const struct diag *d, const char *file, struct candidates *c)
{
	struct edits *e = NULL;
	bool whole = true;

	for (size_t i = 0; i < d->n_spans; i++) {
		const struct diag_span *s = &d->spans[i];

		if (!s->suggestion)
			continue;
		if (e && starts_new(e, s)) {
			if (!whole)
				edits_release(&c->v[--c->n]);
			e = NULL;
			whole = true;
		}
		if (!e)
			e = new_candidate(c, d->message, s);
		whole &= usable(s, file ? file : e->file);
		e->applicability = weaker(e->applicability, s->applicability);
		edits_add(e, s->byte_start, s->byte_end, s->suggestion);
	}
	if (e && !whole)
		edits_release(&c->v[--c->n]);
}

size_t diag_suggestions(const struct diag *d, const char *file, struct edits **out)
{
	struct candidates c = { 0 };

	add_suggestions(d, file, &c);
	for (size_t i = 0; i < d->n_children; i++)
		add_suggestions(&d->children[i], file, &c);
	*out = c.v;
	if (!c.n) {
		free(c.v);
		*out = NULL;
	}
	return c.n;
}
