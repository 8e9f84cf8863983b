/* Places of an error in its text: where an action's edits begin and end. */
#include <limits.h>

#include "rust/action_int.h"

const struct token *aview_token(const struct aview *v, uint32_t i)
{
	return &v->f.t.v[v->code[i]];
}

bool aview_is(const struct aview *v, uint32_t i, const char *what)
{
	return i < v->n && token_is(v->f.text, aview_token(v, i), what);
}

char *aview_word(const struct aview *v, uint32_t i)
{
	return i < v->n ? xmemdupz(v->f.text + aview_token(v, i)->start, aview_token(v, i)->len) : xstrdup("");
}

/* The first token that starts at this byte or behind it; `inside`: or that holds it. */
static uint32_t boundary(const struct aview *v, uint32_t byte, bool inside)
{
	uint32_t low = 0, high = v->n;

	while (low < high) {
		uint32_t mid = (low + high) / 2;
		const struct token *t = aview_token(v, mid);

		if (inside ? t->start + t->len <= byte : t->start < byte)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static void add_at(struct aview *v, bool span, uint32_t at, const char *fmt, ...) PRINTF_LIKE(4, 5);
static void add_at(struct aview *v, bool span, uint32_t at, const char *fmt, ...)
{
	struct place *p = &v->places[v->n_places];
	va_list ap;

	if (v->n_places >= PLACES_MAX)
		return;
	va_start(ap, fmt);
	vsnprintf(p->name, sizeof(p->name), fmt, ap);
	va_end(ap);
	p->at = at;
	p->span = span;
	v->n_places++;
}

static void add_span(struct aview *v, const struct diag_span *s, char low, char high, size_t i)
{
	if (!streq(s->file, v->f.file) || s->from_expansion || s->byte_end > v->f.len || s->byte_start > s->byte_end || i > 9)
		return;
	add_at(v, true, boundary(v, s->byte_start, true), "%c%zu", low, i);
	add_at(v, true, boundary(v, s->byte_end, false), "%c%zu", high, i);
}

/* p: the primary span; a: the others; c: those of notes and helps, suggestions too. Small letters: its start. */
static void add_spans(struct aview *v)
{
	const struct diag *d = v->f.d;
	size_t n = 0;

	add_span(v, v->f.p, 'p', 'P', 0);
	for (size_t i = 0; i < d->n_spans && n < 6; i++)
		if (&d->spans[i] != v->f.p)
			add_span(v, &d->spans[i], 'a', 'A', n++);
	n = 0;
	for (size_t i = 0; i < d->n_children; i++)
		for (size_t k = 0; k < d->children[i].n_spans && n < 8; k++)
			add_span(v, &d->children[i].spans[k], 'c', 'C', n++);
}

static void add_byte(struct aview *v, uint32_t byte, const char *name, size_t k)
{
	add_at(v, false, boundary(v, byte, false), "%s%zu", name, k);
}

/* f0 to f8: the function around: `fn`, its name, inside its brackets, its return type, its body. */
static void add_function(struct aview *v)
{
	struct fix *f = &v->f;
	struct fix_sig s;

	if (!fix_fn_around(f, f->p->byte_start, &s))
		return;
	add_byte(v, fix_start(f, s.fn), "f", 0);
	add_byte(v, fix_end(f, s.name), "f", 1);
	add_byte(v, fix_end(f, s.open), "f", 2);
	add_byte(v, fix_start(f, s.close), "f", 3);
	add_byte(v, s.ret_from, "f", 4);
	add_byte(v, s.ret_to, "f", 5);
	if (s.body == NONE || s.body_end == NONE)
		return;
	add_byte(v, fix_end(f, s.body), "f", 6);
	add_byte(v, fix_start(f, s.body_end), "f", 7);
	add_byte(v, fix_item_start(f, s.name), "f", 8);
}

/* N and the number of the name: where what the message names is defined. */
static void add_definition(struct aview *v, const char *name, size_t k)
{
	static const char *const words[] = { "struct", "enum", "trait", "fn", "union", "type", "const", "static", "mod" };
	struct fix *f = &v->f;
	size_t at = NONE, body;

	for (size_t i = 0; i < ARRAY_SIZE(words) && at == NONE; i++)
		at = fix_def(f, words[i], name);
	if (at == NONE)
		return;
	add_byte(v, fix_item_start(f, at), "ni", k);
	add_byte(v, fix_start(f, at), "nn", k);
	add_byte(v, fix_end(f, at), "ne", k);
	body = fix_body(f, at);
	if (body == NONE || fix_match(f, body) == NONE)
		return;
	add_byte(v, fix_end(f, body), "nb", k);
	add_byte(v, fix_start(f, fix_match(f, body)), "nz", k);
}

/* l and the number of the name: the `let` that binds it. */
static void add_let(struct aview *v, const char *name, size_t k)
{
	struct fix *f = &v->f;
	struct fix_let let;

	if (!fix_let_of(f, name, f->p->byte_end, &let))
		return;
	add_byte(v, let.from, "lk", k);
	add_byte(v, fix_start(f, let.name), "ln", k);
	add_byte(v, fix_end(f, let.name), "le", k);
	add_byte(v, let.init_from, "li", k);
	add_byte(v, let.init_to, "lj", k);
	add_byte(v, let.to, "lz", k);
}

/* Behind `#![…]`: where a `use` goes. */
static uint32_t top(const struct aview *v)
{
	uint32_t i = 0;

	while (aview_is(v, i, "#") && aview_is(v, i + 1, "!") && aview_is(v, i + 2, "[")) {
		size_t close = fix_match(&v->f, v->code[i + 2]);

		if (close == NONE)
			break;
		while (i < v->n && v->code[i] <= close)
			i++;
	}
	return i;
}

static void add_structure(struct aview *v)
{
	uint32_t from, to;

	if (fix_stmt(&v->f, v->f.p->byte_start, &from, &to)) {
		add_byte(v, from, "s", 0);
		add_byte(v, to, "s", 1);
	}
	add_at(v, false, top(v), "t");
	add_function(v);
	for (size_t k = 0; k < v->names.n && k < 6; k++) {
		char *name = quoted_name(v, k, 0);

		if (name) {
			add_definition(v, name, k);
			add_let(v, name, k);
		}
		free(name);
	}
	add_at(v, false, v->n, "z");
}

static void quote_all(const char *text, struct strv *out)
{
	char *piece;

	for (size_t k = 0; out->n < 16 && (piece = fix_quoted(text, k)); k++)
		strv_push_take(out, piece);
}

static void collect_names(struct aview *v)
{
	const struct diag *d = v->f.d;

	quote_all(d->message, &v->names);
	if (v->f.p->label)
		quote_all(v->f.p->label, &v->names);
	for (size_t i = 0; i < d->n_spans; i++)
		if (&d->spans[i] != v->f.p && d->spans[i].label)
			quote_all(d->spans[i].label, &v->names);
}

bool aview_init(struct aview *v, const struct diag *d, const char *file, const char *text, size_t len)
{
	struct fix *f = &v->f;

	memset(v, 0, sizeof(*v));
	*f = (struct fix){ .d = d, .file = file, .text = text, .len = len, .t = TOKENS_INIT, .names = STRV_INIT };
	if (len >= UINT32_MAX / 2)
		return false;
	lex(text, len, &f->t);
	v->code = xcalloc(f->t.n + 1, sizeof(*v->code));
	for (size_t i = 0; i < f->t.n; i++)
		if (!token_is_trivia(&f->t.v[i]))
			v->code[v->n++] = (uint32_t)i;
	if (!d)
		return true;
	f->p = diag_primary(d);
	if (!f->p || !streq(f->p->file, file) || f->p->from_expansion || f->p->byte_end > len)
		return false;
	collect_names(v);
	add_spans(v);
	add_structure(v);
	return true;
}

void aview_release(struct aview *v)
{
	tokens_release(&v->f.t);
	strv_release(&v->f.names);
	strv_release(&v->names);
	free(v->code);
	memset(v, 0, sizeof(*v));
}

char *quoted_name(const struct aview *v, size_t k, size_t j)
{
	const char *piece = k < v->names.n ? v->names.v[k] : "";
	struct tokens t = TOKENS_INIT;
	char *name = NULL;

	lex(piece, strlen(piece), &t);
	for (size_t i = 0; i < t.n && !name; i++)
		if (t.v[i].kind == TOKEN_IDENT && !j--)
			name = xmemdupz(piece + t.v[i].start, t.v[i].len);
	tokens_release(&t);
	return name;
}

long place_of(const struct aview *v, uint32_t at, struct sbuf *out)
{
	long best = LONG_MAX, delta = 0;
	size_t which = 0;

	for (size_t i = 0; i < v->n_places; i++) {
		long away = (long)at - (long)v->places[i].at, far = away < 0 ? -away : away;
		long cost = far * 40 + (long)i;

		if (far > (v->places[i].span ? PLACE_REACH : 1) || cost >= best)
			continue;
		best = cost;
		delta = away;
		which = i;
	}
	if (best == LONG_MAX)
		return -1;
	sbuf_addstr(out, v->places[which].name);
	if (delta)
		sbuf_addf(out, "%+ld", delta);
	return best;
}

bool place_find(const struct aview *v, const char *name, uint32_t *at)
{
	size_t n = strcspn(name, "+-");
	long delta = name[n] ? strtol(name + n, NULL, 10) : 0, to;

	if (delta < -PLACE_REACH || delta > PLACE_REACH)
		return false;
	for (size_t i = 0; i < v->n_places; i++) {
		if (strlen(v->places[i].name) != n || strncmp(v->places[i].name, name, n))
			continue;
		to = (long)v->places[i].at + delta;
		if (to < 0 || to > (long)v->n)
			return false;
		*at = (uint32_t)to;
		return true;
	}
	return false;
}
