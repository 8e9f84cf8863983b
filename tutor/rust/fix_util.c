/* Finding one's way in the source: see fix_int.h. */
#include "rust/fix_int.h"

const char *fix_name(const struct fix *f, size_t k)
{
	return k < f->names.n ? f->names.v[k] : "";
}

char *fix_quoted(const char *text, size_t k)
{
	const char *p = text, *end;

	while ((p = strchr(p, '`')) && (end = strchr(p + 1, '`'))) {
		if (!k--)
			return xmemdupz(p + 1, (size_t)(end - p - 1));
		p = end + 1;
	}
	return NULL;
}

static bool in_file(const struct fix *f, const struct diag_span *s)
{
	return streq(s->file, f->file) && s->byte_end <= f->len && !s->from_expansion;
}

const struct diag_span *fix_label(const struct fix *f, const char *pattern)
{
	for (size_t i = 0; i < f->d->n_spans; i++) {
		const struct diag_span *s = &f->d->spans[i];

		if (s->label && in_file(f, s) && diag_matches(pattern, s->label))
			return s;
	}
	return NULL;
}

const struct diag_span *fix_child(const struct fix *f, const char *pattern)
{
	for (size_t i = 0; i < f->d->n_children; i++) {
		const struct diag *c = &f->d->children[i];
		bool whole = diag_matches(pattern, c->message);

		for (size_t k = 0; k < c->n_spans; k++) {
			const struct diag_span *s = &c->spans[k];

			if (in_file(f, s) &&
			    (whole || (s->label && diag_matches(pattern, s->label))))
				return s;
		}
	}
	return NULL;
}

static char *without_ticks(const char *p, size_t n)
{
	if (n >= 2 && p[0] == '`' && p[n - 1] == '`')
		return xmemdupz(p + 1, n - 2);
	return xmemdupz(p, n);
}

bool fix_expected(const struct fix *f, char **expected, char **found)
{
	const char *label = f->p->label, *p, *mid;

	if (!label || !(p = strstr(label, "expected ")) || !(mid = strstr(p, ", found ")))
		return false;
	p += strlen("expected ");
	*expected = without_ticks(p, (size_t)(mid - p));
	*found = without_ticks(mid + 8, strlen(mid + 8));
	return true;
}

size_t fix_token(const struct fix *f, uint32_t at)
{
	size_t low = 0, high = f->t.n;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (f->t.v[mid].start + f->t.v[mid].len <= at)
			low = mid + 1;
		else
			high = mid;
	}
	return low < f->t.n ? low : NONE;
}

size_t fix_next(const struct fix *f, size_t i)
{
	size_t n = i == NONE ? f->t.n : token_next(&f->t, i);

	return n < f->t.n ? n : NONE;
}

size_t fix_prev(const struct fix *f, size_t i)
{
	if (i == NONE)
		return NONE;
	while (i--)
		if (!token_is_trivia(&f->t.v[i]))
			return i;
	return NONE;
}

size_t fix_first(const struct fix *f, uint32_t at)
{
	size_t i = fix_token(f, at);

	return i != NONE && token_is_trivia(&f->t.v[i]) ? fix_next(f, i) : i;
}

bool fix_is(const struct fix *f, size_t i, const char *what)
{
	return i != NONE && token_is(f->text, &f->t.v[i], what);
}

bool fix_is_ident(const struct fix *f, size_t i)
{
	return i != NONE && f->t.v[i].kind == TOKEN_IDENT;
}

bool fix_is_kind(const struct fix *f, size_t i, enum token_kind kind)
{
	return i != NONE && f->t.v[i].kind == kind;
}

size_t fix_match(const struct fix *f, size_t i)
{
	size_t m = i == NONE ? f->t.n : token_match(f->text, &f->t, i);

	return m < f->t.n ? m : NONE;
}

size_t fix_around(const struct fix *f, size_t i)
{
	size_t depth = 0;

	while ((i = fix_prev(f, i)) != NONE) {
		if (fix_is_kind(f, i, TOKEN_CLOSE))
			depth++;
		else if (fix_is_kind(f, i, TOKEN_OPEN) && !depth--)
			return i;
	}
	return NONE;
}

uint32_t fix_start(const struct fix *f, size_t i)
{
	return i != NONE ? f->t.v[i].start : (uint32_t)f->len;
}

uint32_t fix_end(const struct fix *f, size_t i)
{
	return i != NONE ? f->t.v[i].start + f->t.v[i].len : (uint32_t)f->len;
}

char *fix_text(const struct fix *f, uint32_t from, uint32_t to)
{
	from = MIN(from, (uint32_t)f->len);
	to = MIN(to, (uint32_t)f->len);
	return xmemdupz(f->text + from, to > from ? to - from : 0);
}

char *fix_word(const struct fix *f, size_t i)
{
	return i != NONE ? fix_text(f, fix_start(f, i), fix_end(f, i)) : xstrdup("");
}

bool fix_span_starts(const struct fix *f, const struct diag_span *s, const char *what)
{
	size_t n = strlen(what);

	return s->byte_end - s->byte_start >= n && !memcmp(f->text + s->byte_start, what, n);
}

/* Do all tokens of a range satisfy this? */
static bool all_tokens(const struct fix *f, uint32_t from, uint32_t to,
		       bool (*good)(const struct fix *, size_t))
{
	for (size_t i = fix_token(f, from); i != NONE && fix_start(f, i) < to; i++) {
		if (!good(f, i))
			return false;
		if (i + 1 == f->t.n)
			break;
	}
	return from < to;
}

static bool place_token(const struct fix *f, size_t i)
{
	return fix_is_ident(f, i) || fix_is(f, i, ".") || fix_is(f, i, "self") ||
	       fix_is_kind(f, i, TOKEN_INT);
}

bool fix_is_place(const struct fix *f, uint32_t from, uint32_t to)
{
	return all_tokens(f, from, to, place_token);
}

bool fix_needs_parens(const struct fix *f, uint32_t from, uint32_t to)
{
	size_t i = fix_first(f, from);

	if (fix_is(f, i, "-") || fix_is(f, i, "*") || fix_is(f, i, "&") || fix_is(f, i, "!") ||
	    fix_is(f, i, "|"))
		return true;
	while (i != NONE && fix_start(f, i) < to) {
		if (fix_is_kind(f, i, TOKEN_OPEN)) {
			i = fix_next(f, fix_match(f, i));
			continue;
		}
		if (fix_is_kind(f, i, TOKEN_PUNCT) && !fix_is(f, i, ".") && !fix_is(f, i, ":") &&
		    !fix_is(f, i, "?") && !fix_is(f, i, "!"))
			return true;
		if (fix_is(f, i, "as") || fix_is(f, i, "if") || fix_is(f, i, "match"))
			return true;
		i = fix_next(f, i);
	}
	return false;
}

uint32_t fix_line(const struct fix *f, uint32_t at)
{
	at = MIN(at, (uint32_t)f->len);
	while (at && f->text[at - 1] != '\n')
		at--;
	return at;
}

char *fix_indent(const struct fix *f, uint32_t at)
{
	uint32_t from = fix_line(f, at), to = from;

	while (to < f->len && (f->text[to] == ' ' || f->text[to] == '\t'))
		to++;
	return fix_text(f, from, to);
}

uint32_t fix_line_start(const struct fix *f, uint32_t n)
{
	const char *p = f->text, *end = f->text + f->len;

	while (n > 1 && p < end) {
		const char *nl = memchr(p, '\n', (size_t)(end - p));

		p = nl ? nl + 1 : end;
		n--;
	}
	return (uint32_t)(p - f->text);
}

bool fix_is_number(const char *type)
{
	static const char names[] = " i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 ";
	struct sbuf b = SBUF_INIT;
	bool yes;

	sbuf_addf(&b, " %s ", type);
	yes = !strchr(type, ' ') && strstr(names, b.buf);
	sbuf_release(&b);
	return yes;
}

bool fix_is_float(const char *type)
{
	return streq(type, "f32") || streq(type, "f64");
}

const char *fix_default_of(const char *type)
{
	if (fix_is_float(type))
		return "0.0";
	if (fix_is_number(type))
		return "0";
	if (streq(type, "bool"))
		return "false";
	if (streq(type, "String"))
		return "String::new()";
	if (starts_with(type, "Option<"))
		return "None";
	if (starts_with(type, "Vec<"))
		return "Vec::new()";
	if (streq(type, "&str") || streq(type, "&'static str"))
		return "\"\"";
	return "todo!()";
}

size_t fix_times_named(const struct fix *f, const char *name, uint32_t from, uint32_t to)
{
	char *hole = xstrfmt("{%s", name);
	size_t n = 0, len = strlen(hole);

	for (size_t i = fix_first(f, from); i != NONE && fix_start(f, i) < to; i = fix_next(f, i)) {
		const char *p = f->text + fix_start(f, i), *end = f->text + fix_end(f, i);

		n += fix_is(f, i, name);
		while (fix_is_kind(f, i, TOKEN_STRING) && (p = memmem(p, (size_t)(end - p), hole, len))) {
			p += len;
			n += p < end && (*p == '}' || *p == ':');
		}
	}
	free(hole);
	return n;
}
