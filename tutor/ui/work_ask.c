/* What a question asked in a workplace may be about: the text in the editor, what of it is marked, the error of its last check. */
#include "ui/work.h"

#define ERROR_KEPT (64u << 10)
#define ERRORS_KEPT 5

/* Lines as the operation counts them: an empty one at the end is none. */
static size_t count_lines(const struct sbuf *text)
{
	size_t n = text->len && text->buf[text->len - 1] != '\n';

	for (size_t i = 0; i < text->len; i++)
		n += text->buf[i] == '\n';
	return n;
}

static char *marked_lines(struct work_view *w, const struct sbuf *text)
{
	struct edit_pos from, to, cur = edit_cursor(w->edit.edit);
	size_t n = count_lines(text), first = cur.line + 1, last = cur.line + 1;

	if (edit_selection(w->edit.edit, &from, &to)) {
		first = from.line + 1;
		last = to.line + (to.col > 0 || to.line == from.line);
	} else if (w->shown != WORK_EDITOR) {
		return NULL;
	}
	first = MIN(first, n);
	last = MAX(first, MIN(last, n));
	return n ? xstrfmt("%zu-%zu", first, last) : NULL;
}

/* rustc's own words, the root first; else what the run said. */
static char *error_at_hand(struct work_view *w)
{
	struct sbuf b = SBUF_INIT;
	const struct check_report *r = w->report;
	const struct diag *root = r ? diags_root(&r->r.diags) : NULL;
	size_t n = 0;

	if (!r || w->checked_version != edit_version(w->edit.edit))
		return NULL;
	if (root && root->rendered)
		sbuf_addstr(&b, root->rendered);
	for (size_t i = 0; i < r->r.diags.n && n < ERRORS_KEPT && b.len < ERROR_KEPT; i++) {
		const struct diag *d = &r->r.diags.v[i];
		if (d == root || d->level != DIAG_ERROR || !d->rendered)
			continue;
		sbuf_addstr(&b, d->rendered);
		n++;
	}
	if (!b.len && r->r.runtime.kind != RUNTIME_NONE && r->r.err.len < ERROR_KEPT)
		sbuf_addstr(&b, r->r.err.buf);
	if (!b.len)
		sbuf_release(&b);
	return b.len ? sbuf_detach(&b, NULL) : NULL;
}

void work_at_hand(struct view *v, struct at_hand *out)
{
	struct work_view *w = v->priv;
	struct sbuf text = SBUF_INIT;

	if (w->e) {
		out->exercise = xstrdup(w->e->id);
		out->about = xstrdup(w->e->title);
	}
	if (w->e && kind_is_predict(w->e->kind))
		return; /* what is typed there is no program */
	edit_text(w->edit.edit, &text);
	if (text.len) {
		out->source = xstrdup(text.buf);
		out->lines = marked_lines(w, &text);
	}
	out->error = error_at_hand(w);
	sbuf_release(&text);
}
