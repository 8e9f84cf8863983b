#include "rust/fix_int.h"

/* Ends with a row without a name. */
static const struct fix_row *const tables[] = {
	fix_flow_rows, fix_share_rows, fix_syntax_rows, fix_name_rows, fix_own_rows, fix_type_rows, fix_item_rows, fix_shape_rows,
	fix_scope_rows, fix_bound_rows, fix_list_rows,
};

static bool fits(const struct fix_row *row, const struct diag *d)
{
	const char *code = d->code ? d->code : "-";

	return strstr(row->codes, code) &&
	       (!row->message || diag_matches(row->message, d->message));
}

struct edits *fix_new(struct fix *f, unsigned marks, const char *fmt, ...)
{
	struct sbuf reason = SBUF_INIT;
	struct edits *e;
	va_list ap;

	va_start(ap, fmt);
	sbuf_vaddf(&reason, fmt, ap);
	va_end(ap);
	ARRAY_GROW(f->v, f->n + 1, f->alloc);
	e = &f->v[f->n++];
	*e = (struct edits)EDITS_INIT;
	e->file = xstrdup(f->file);
	e->reason = sbuf_detach(&reason, NULL);
	e->source = f->source;
	e->marks = marks;
	return e;
}

void fix_put(struct edits *e, uint32_t from, uint32_t to, const char *fmt, ...)
{
	struct sbuf text = SBUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	sbuf_vaddf(&text, fmt, ap);
	va_end(ap);
	edits_add(e, from, to, text.buf);
	sbuf_release(&text);
}

void fix_one(struct fix *f, unsigned marks, uint32_t from, uint32_t to, const char *text,
	     const char *reason)
{
	edits_add(fix_new(f, marks, "%s", reason), from, to, text);
}

/* Byte ranges of the tests: what an edit must not touch. */
static bool touches_tests(const struct edits *e, const struct items *items)
{
	for (size_t i = 0; i < items->n; i++) {
		const struct item *it = &items->v[i];

		if (!it->is_test && !it->cfg_test)
			continue;
		for (size_t k = 0; k < e->n; k++)
			if (e->v[k].start < it->end && e->v[k].end > it->start)
				return true;
	}
	return false;
}

static bool applies(const struct fix *f, const struct edits *e, struct sbuf *out)
{
	sbuf_reset(out);
	return e->n && edits_apply(e, f->text, f->len, out) &&
	       (out->len != f->len || memcmp(out->buf, f->text, f->len));
}

/* Drops candidates that do not apply, change nothing, touch tests, or are too many. */
static void sift(struct fix *f)
{
	struct items items = ITEMS_INIT;
	struct sbuf after = SBUF_INIT;
	size_t kept = 0;

	items_scan(f->text, f->len, &items);
	for (size_t i = 0; i < f->n; i++) {
		if (kept < FIX_MAX && applies(f, &f->v[i], &after) &&
		    !touches_tests(&f->v[i], &items))
			f->v[kept++] = f->v[i];
		else
			edits_release(&f->v[i]);
	}
	f->n = kept;
	sbuf_release(&after);
	items_release(&items);
}

static const struct diag_span *primary_in(const struct diag *d, const char *file, size_t len)
{
	for (size_t i = 0; i < d->n_spans; i++)
		if (d->spans[i].primary && streq(d->spans[i].file, file) &&
		    d->spans[i].byte_end <= len)
			return &d->spans[i];
	return NULL;
}

size_t fix_candidates(const struct diag *d, const char *file, const char *text, size_t len,
		      struct edits **out)
{
	struct fix f = {
		.d = d, .file = file, .text = text, .len = len, .t = TOKENS_INIT, .names = STRV_INIT
	};

	*out = NULL;
	f.p = primary_in(d, file, len);
	if (!f.p || f.p->from_expansion || len >= UINT32_MAX)
		return 0;
	lex(text, len, &f.t);
	diag_names(d, &f.names);
	for (size_t i = 0; i < ARRAY_SIZE(tables); i++) {
		for (const struct fix_row *row = tables[i]; row->name; row++) {
			f.source = row->name;
			if (fits(row, d))
				row->make(&f);
		}
	}
	sift(&f);
	strv_release(&f.names);
	tokens_release(&f.t);
	if (!f.n)
		free(f.v);
	else
		*out = f.v;
	return f.n;
}

void fix_names(struct strv *out)
{
	for (size_t i = 0; i < ARRAY_SIZE(tables); i++)
		for (const struct fix_row *row = tables[i]; row->name; row++)
			strv_push(out, row->name);
}
