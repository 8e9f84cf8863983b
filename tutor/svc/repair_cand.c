/* Where candidates come from, what they cost, and the queue they wait in. */
#include <ctype.h>

#include "rust/fix.h"
#include "svc/repair_int.h"

/* Cost by source; facts of the trials: cheap sources are right more often. */
#define COST_MACHINE 1.0
#define COST_MAYBE 3.0
#define COST_TEMPLATE 4.0
#define COST_UNSPECIFIED 5.0
#define COST_HOLES 6.0
#define COST_MODEL 3.0
#define PRIO_MODEL (-1000.0) /* a model took seconds to write it: it is looked at next */
#define COST_CHAR 0.02
#define COST_DELETES 4.0
#define COST_STUB 6.0
#define COST_RISKY 1.5
#define COST_ASK 3.0
#define COST_RANK 0.15   /* a template's later ideas */
#define COST_ERROR 0.4   /* an error further down */
#define COST_LEAST 0.3   /* however often it was seen before */

int repair_file_of(const struct repair *r, const char *name)
{
	for (size_t i = 0; i < r->n_files; i++)
		if (streq(r->files[i].name, name))
			return (int)i;
	return -1;
}

char *repair_error_key(const struct diag *d)
{
	const struct diag_span *p = diag_primary(d);
	struct sbuf key = SBUF_INIT;
	const char *line = p && p->text ? p->text : "";

	diag_key(d, 3, &key);
	sbuf_addch(&key, '|');
	while (isspace((unsigned char)*line))
		line++;
	sbuf_addstr(&key, line);
	sbuf_rtrim(&key);
	return sbuf_detach(&key, NULL);
}

void cand_release(struct cand *c)
{
	edits_free_all(c->edits, c->n_edits);
	rtext_unref(c->whole);
	free(c->key);
	free(c->reason);
	free(c->source);
	memset(c, 0, sizeof(*c));
}

static void swap(struct cand *a, struct cand *b)
{
	struct cand t = *a;

	*a = *b;
	*b = t;
}

static void push_take(struct cands *q, struct cand *c)
{
	size_t i = q->n;

	if (q->n >= REPAIR_QUEUE_MAX) {
		cand_release(c);
		return;
	}
	ARRAY_GROW(q->v, q->n + 1, q->alloc);
	q->v[q->n++] = *c;
	for (; i && q->v[(i - 1) / 2].prio > q->v[i].prio; i = (i - 1) / 2)
		swap(&q->v[i], &q->v[(i - 1) / 2]);
}

bool cands_pop(struct cands *q, struct cand *out)
{
	size_t i = 0, child;

	if (!q->n)
		return false;
	*out = q->v[0];
	q->v[0] = q->v[--q->n];
	for (; (child = 2 * i + 1) < q->n; i = child) {
		if (child + 1 < q->n && q->v[child + 1].prio < q->v[child].prio)
			child++;
		if (q->v[i].prio <= q->v[child].prio)
			break;
		swap(&q->v[i], &q->v[child]);
	}
	return true;
}

void cands_release(struct cands *q)
{
	for (size_t i = 0; i < q->n; i++)
		cand_release(&q->v[i]);
	free(q->v);
	*q = (struct cands){ 0 };
}

static double chars_cost(const struct edits *e)
{
	size_t n = 0, added = 0, removed = 0;

	for (size_t i = 0; i < e->n; i++) {
		for (const char *p = e->v[i].text; *p; p++)
			n += !isspace((unsigned char)*p);
		added += strlen(e->v[i].text);
		removed += e->v[i].end - e->v[i].start;
	}
	return COST_CHAR * (double)(n + removed) + (!added && removed ? COST_DELETES : 0);
}

static double base_cost(const struct edits *e)
{
	if (e->source)
		return COST_TEMPLATE;
	switch (e->applicability) {
	case DIAG_APP_MACHINE:
		return COST_MACHINE;
	case DIAG_APP_MAYBE:
		return COST_MAYBE;
	case DIAG_APP_PLACEHOLDERS:
		return COST_HOLES;
	default:
		return COST_UNSPECIFIED;
	}
}

static double marks_cost(unsigned marks)
{
	return (marks & EDIT_STUB ? COST_STUB : 0) + (marks & EDIT_RISKY ? COST_RISKY : 0) + (marks & EDIT_ASK ? COST_ASK : 0);
}

void repair_offer_take(struct repair *r, int node, struct cand *c)
{
	const struct node *n = &r->nodes[node];

	c->parent = node;
	c->prio = c->whole ? PRIO_MODEL : c->cost + 3 * (double)n->diags.errors + 0.5 * n->cost;
	push_take(repair_is_unproven(r, c) || c->guess ? &r->late : &r->queue, c);
}

/* An error about an item itself may be mended by deleting or renaming it. */
static bool about_item(const struct diag *d)
{
	static const char codes[] = "E0407 E0437 E0438 E0428 E0592 E0201 E0119";

	return d->code && strstr(codes, d->code);
}

static void offer_edits(struct repair *r, int node, const struct diag *d, struct edits *e, double extra)
{
	struct cand c = { .key = repair_error_key(d), .marks = e->marks };
	struct sbuf seen = SBUF_INIT;
	double bonus;

	if (about_item(d))
		c.marks |= EDIT_ASK;
	c.cost = base_cost(e) + chars_cost(e) + marks_cost(e->marks) + extra;
	bonus = repair_matches_bonus(&r->matches, e, &seen, &c.entry);
	c.cost = MAX(MIN(c.cost, COST_LEAST), c.cost - bonus);
	c.reason = xstrfmt("%s%s%s", e->reason ? e->reason : d->message, seen.len && !ends_with(e->reason ? e->reason : "", ".") ? "." : "",
			   seen.buf);
	sbuf_release(&seen);
	c.source = xstrdup(e->source ? e->source : "rustc");
	c.edits = xmalloc(sizeof(*e));
	c.edits[0] = *e;
	c.n_edits = 1;
	*e = (struct edits)EDITS_INIT;
	repair_offer_take(r, node, &c);
}

/* A type parameter's name that stands for a type to be named: `K` in `HashMap<K, V>`. */
static bool is_letter_hole(const char *text, const char *p)
{
	return isupper((unsigned char)*p) && p > text && strchr("<, ", p[-1]) && strchr(">,", p[1]) && p[1] && strchr(text, '<');
}

/*
 * Placeholders, which are comments in a suggestion, or letters: a value becomes todo!(), a type the one given (the second
 * letter the other).
 */
static void fill(const char *text, const char *type, const char *other, bool *stub, struct sbuf *out)
{
	bool any = false;

	for (const char *p = text; *p;) {
		const char *close = !strncmp(p, "/*", 2) ? strstr(p, "*/") : NULL;

		if (close) {
			bool is_type = !strncmp(p, "/* Type", 7) || !strncmp(p, "/* type", 7);

			sbuf_addstr(out, is_type ? type : "todo!()");
			*stub |= !is_type;
			p = close + 2;
		} else if (is_letter_hole(text, p)) {
			sbuf_addstr(out, any ? other : type);
			p++;
		} else {
			sbuf_addch(out, *p++);
			continue;
		}
		any = true;
	}
}

static void fill_edits(const struct edits *from, const char *type, const char *other, struct edits *to)
{
	bool stub = false;

	*to = (struct edits)EDITS_INIT;
	for (size_t i = 0; i < from->n; i++) {
		struct sbuf text = SBUF_INIT;

		fill(from->v[i].text, type, other, &stub, &text);
		edits_add(to, from->v[i].start, from->v[i].end, text.buf);
		sbuf_release(&text);
	}
	to->file = xstrdup_or_null(from->file);
	to->reason = xstrdup_or_null(from->reason);
	to->applicability = from->applicability;
	to->marks = from->marks | (stub ? EDIT_STUB : 0);
}

static bool has_type_hole(const struct edits *e)
{
	for (size_t i = 0; i < e->n; i++) {
		const char *text = e->v[i].text;

		if (strstr(text, "/* Type") || strstr(text, "/* type"))
			return true;
		for (const char *p = text; *p; p++)
			if (is_letter_hole(text, p))
				return true;
	}
	return false;
}

/* Does the text name this type? */
static bool names_type(const struct rtext *text, const char *type)
{
	size_t n = strlen(type);

	for (const char *p = text->buf; (p = strstr(p, type)); p += n)
		if ((p == text->buf || !isalnum((unsigned char)p[-1])) && !isalnum((unsigned char)p[n]))
			return true;
	return false;
}

/* One hole filled with one type (and the second one with another), as a candidate. */
static void offer_filled(struct repair *r, int node, const struct diag *d, const struct edits *e, const char *type, const char *other,
			 double extra)
{
	struct edits filled;

	fill_edits(e, type, other, &filled);
	offer_edits(r, node, d, &filled, extra);
	edits_release(&filled);
}

/* What `type NAME = T;` of the file says first: an impl that names a trait's type. */
static char *named_type(const struct rtext *text)
{
	const char *p = text->buf;

	while ((p = strstr(p, "type "))) {
		const char *name = p + 5, *eq = name, *end;

		while (isalnum((unsigned char)*eq) || *eq == '_')
			eq++;
		p = name;
		if (eq > name && !strncmp(eq, " = ", 3) && (end = strchr(eq, ';')) && end - eq < 40)
			return xmemdupz(eq + 3, (size_t)(end - eq - 3));
	}
	return NULL;
}

/* Types that a hole is tried with: what the compiler finds itself, then those that the file names, then the others. */
static void offer_holes(struct repair *r, int node, const struct diag *d, struct edits *e, double extra)
{
	static const char *const types[] = { "_", "i32", "u32", "usize", "String", "&str", "f64", "u64", "i64", "bool", "char", "Vec<_>" };
	static const char *const others[] = { "_", "i32", "i32", "i32", "i32", "i32", "f64", "u64", "i64", "i32", "usize", "_" };
	const struct rtext *text = r->nodes[node].texts[repair_file_of(r, e->file)];
	char *named = named_type(text);

	if (!has_type_hole(e)) {
		offer_filled(r, node, d, e, "_", "_", extra);
		free(named);
		return;
	}
	if (named)
		offer_filled(r, node, d, e, named, named, extra);
	for (int pass = 0; pass < 3; pass++)
		for (size_t i = 0; i < ARRAY_SIZE(types); i++)
			if (pass == (!i ? 0 : names_type(text, types[i]) ? 1 : 2))
				offer_filled(r, node, d, e, types[i], others[i], extra += COST_RANK);
	free(named);
}

/* What a hole that rustc leaves may do instead of ending the program: nothing, or leave. */
static const struct {
	const char *code, *instead, *reason;
} quiet[] = {
	{ "E0004", "{}", "The match names every case now; the new one does nothing, which only you can know to be right." },
	{ "E0004", "None", "The match names every case now; the new one gives `None`, which only you can know to be right." },
	{ "E0005", "return", "The pattern may not fit; then the function is left." },
};

static void offer_quiet(struct repair *r, int node, const struct diag *d, const struct edits *e, double extra)
{
	for (size_t i = 0; i < ARRAY_SIZE(quiet); i++) {
		struct edits copy = EDITS_INIT;
		bool any = false;

		for (size_t k = 0; k < e->n && d->code && streq(d->code, quiet[i].code); k++) {
			struct sbuf text = SBUF_INIT;

			any |= strstr(e->v[k].text, "todo!()") != NULL;
			sbuf_add_replaced(&text, e->v[k].text, "todo!()", quiet[i].instead);
			edits_add(&copy, e->v[k].start, e->v[k].end, text.buf);
			sbuf_release(&text);
		}
		copy.file = xstrdup_or_null(e->file);
		copy.reason = xstrdup(quiet[i].reason);
		copy.marks = EDIT_RISKY;
		copy.applicability = DIAG_APP_MAYBE;
		if (any)
			offer_edits(r, node, d, &copy, extra + COST_RANK * (double)i);
		edits_release(&copy);
	}
}

static void offer_suggestions(struct repair *r, int node, const struct diag *d, double extra)
{
	struct edits *v;
	size_t n = diag_suggestions(d, NULL, &v);

	for (size_t i = 0; i < n; i++) {
		if (repair_file_of(r, v[i].file) < 0)
			continue;
		offer_quiet(r, node, d, &v[i], extra);
		if (v[i].applicability == DIAG_APP_PLACEHOLDERS)
			offer_holes(r, node, d, &v[i], extra);
		else
			offer_edits(r, node, d, &v[i], extra + COST_RANK * (double)i);
	}
	edits_free_all(v, n);
}

static void offer_templates(struct repair *r, int node, const struct diag *d, double extra)
{
	const struct diag_span *p = diag_primary(d);
	int file = p ? repair_file_of(r, p->file) : -1;
	struct edits *v;
	size_t n;

	if (file < 0)
		return;
	n = fix_candidates(d, p->file, r->nodes[node].texts[file]->buf, r->nodes[node].texts[file]->len, &v);
	for (size_t i = 0; i < n; i++)
		if (!(v[i].marks & EDIT_STUB) || r->spec.stubs)
			offer_edits(r, node, d, &v[i], extra + COST_RANK * (double)i);
	edits_free_all(v, n);
}

static bool overlaps(const struct edits *a, const struct edits *b)
{
	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < b->n; k++)
			if (a->v[i].start <= b->v[k].end && b->v[k].start <= a->v[i].end)
				return true;
	return false;
}

/* Adds one more suggestion to the move; false: it does not fit in. */
static bool join(struct cand *c, const struct edits *e)
{
	struct edits *to = NULL;

	for (size_t i = 0; i < c->n_edits; i++)
		if (streq(c->edits[i].file, e->file))
			to = &c->edits[i];
	if (to && overlaps(to, e))
		return false;
	if (!to) {
		c->edits = xrealloc(c->edits, (c->n_edits + 1) * sizeof(*c->edits));
		to = &c->edits[c->n_edits++];
		*to = (struct edits)EDITS_INIT;
		to->file = xstrdup(e->file);
	}
	for (size_t i = 0; i < e->n; i++)
		edits_add(to, e->v[i].start, e->v[i].end, e->v[i].text);
	return true;
}

/* All machine-applicable suggestions as one move. */
static void offer_all_machine(struct repair *r, int node)
{
	const struct diags *d = &r->nodes[node].diags;
	struct cand c = { .cost = COST_MACHINE };
	size_t joined = 0;

	for (size_t i = 0; i < d->n; i++) {
		struct edits *v = NULL;
		size_t n = d->v[i].level == DIAG_ERROR ? diag_suggestions(&d->v[i], NULL, &v) : 0;

		if (n && v[0].applicability == DIAG_APP_MACHINE && repair_file_of(r, v[0].file) >= 0)
			joined += join(&c, &v[0]);
		edits_free_all(v, n);
	}
	if (joined < 2) {
		cand_release(&c);
		return;
	}
	c.reason = xstrfmt("The compiler is sure of these %zu changes, each for an error of its own.", joined);
	c.source = xstrdup("rustc");
	repair_offer_take(r, node, &c);
}

void cands_add(struct repair *r, int node)
{
	const struct diags *d = &r->nodes[node].diags;
	size_t done = 0;

	offer_all_machine(r, node);
	/* Roots first: what follows from them goes with them. */
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < d->n && done < REPAIR_ERRORS_TRIED; i++) {
			if (d->v[i].level != DIAG_ERROR || d->v[i].root != !pass)
				continue;
			repair_matches_find(r, node, &d->v[i], &r->matches);
			offer_suggestions(r, node, &d->v[i], COST_ERROR * (double)done);
			offer_templates(r, node, &d->v[i], COST_ERROR * (double)done);
			repair_matches_offer(r, node, &d->v[i], &r->matches, COST_ERROR * (double)done);
			repair_matches_release(&r->matches);
			done++;
		}
}

void cands_add_model(struct repair *r, int node, const struct repair_proposal *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct cand c = { .cost = COST_MODEL, .whole_file = v[i].file };

		if (v[i].file >= r->n_files || v[i].len > REPAIR_MAX_FILE || r->files[v[i].file].locked)
			continue;
		c.whole = rtext_new(v[i].text, v[i].len);
		c.reason = xstrdup("The language model proposed this change.");
		c.source = xstrdup("model");
		repair_offer_take(r, node, &c);
	}
}
