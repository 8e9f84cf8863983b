#include "rust/assertion.h"

#include <ctype.h>

#include "base/utf8.h"
#include "rust/calls.h"

#define CALL_COLUMNS 90
#define VALUE_COLUMNS 120

void assertion_release(struct assertion *a)
{
	free(a->macro);
	free(a->left);
	free(a->right);
	free(a->code);
	*a = (struct assertion)ASSERTION_INIT;
}

/* --- places in a text --- */

static size_t line_start(const char *text, size_t at)
{
	while (at && text[at - 1] != '\n')
		at--;
	return at;
}

static size_t line_end(const char *text, size_t len, size_t at)
{
	while (at < len && text[at] != '\n')
		at++;
	return at;
}

static size_t blanks(const char *text, size_t from, size_t to)
{
	size_t at = from;

	while (at < to && (text[at] == ' ' || text[at] == '\t'))
		at++;
	return at - from;
}

/* The lines of a range without their common indent. */
static void dedent(const char *text, size_t from, size_t to, struct sbuf *out)
{
	size_t indent = SIZE_MAX;

	for (size_t p = from; p < to; p = line_end(text, to, p) + 1) {
		size_t n = blanks(text, p, to);

		if (p + n < to && text[p + n] != '\n')
			indent = MIN(indent, n);
	}
	for (size_t p = from; p < to; p = line_end(text, to, p) + 1) {
		size_t end = line_end(text, to, p), cut = MIN(blanks(text, p, to), indent);

		sbuf_add(out, text + MIN(p + cut, end), end - MIN(p + cut, end));
		sbuf_addch(out, '\n');
	}
}

/* Only the last `max` lines, with a sign that there were more. */
static void keep_last_lines(struct sbuf *s, int max)
{
	size_t at = s->len;
	int n = 0;

	while (at && n <= max)
		if (s->buf[--at] == '\n' && ++n > max) {
			sbuf_remove(s, 0, at + 1);
			sbuf_insert(s, 0, "// …\n", strlen("// …\n"));
			return;
		}
}

/* --- the statement --- */

static bool is_assert(const char *text, const struct tokens *t, size_t i)
{
	static const char *const names[] = { "assert", "assert_eq", "assert_ne", "debug_assert", "debug_assert_eq", "debug_assert_ne" };
	size_t bang = token_next(t, i), open;

	if (bang >= t->n || !token_is(text, &t->v[bang], "!"))
		return false;
	open = token_next(t, bang);
	if (open >= t->n || t->v[open].kind != TOKEN_OPEN)
		return false;
	for (size_t k = 0; k < ARRAY_SIZE(names); k++)
		if (token_is(text, &t->v[i], names[k]))
			return true;
	return false;
}

static size_t read_arguments(const char *text, const struct tokens *t, size_t open, struct assertion *a)
{
	size_t close = token_match(text, t, open), from = token_next(t, open), to;

	if (close >= t->n)
		return open;
	to = code_argument_end(text, t, from, close);
	a->left = code_folded(text, t, from, to);
	if (ends_with(a->macro, "_eq") || ends_with(a->macro, "_ne")) {
		from = token_next(t, to);
		if (to < close && from < close)
			a->right = code_folded(text, t, from, code_argument_end(text, t, from, close));
	}
	return close;
}

/* A place that is no assert: the statement around it, and what a call like `.unwrap()` stood behind. */
static size_t read_statement(const char *text, const struct tokens *t, size_t i, struct assertion *a)
{
	size_t dot = i, end = i;

	while (dot && token_is_trivia(&t->v[dot]))
		dot--;
	if (!token_is(text, &t->v[dot], ".") && dot && token_is(text, &t->v[dot - 1], "."))
		dot--;
	if (token_is(text, &t->v[dot], "."))
		a->left = code_folded(text, t, code_chain_start(text, t, dot), dot);
	for (size_t k = i; k < t->n; k = token_next(t, k)) {
		if (t->v[k].kind == TOKEN_CLOSE || token_is(text, &t->v[k], ";"))
			break;
		end = k;
		if (t->v[k].kind == TOKEN_OPEN) {
			k = token_match(text, t, k);
			if (k >= t->n)
				break;
			end = k;
		}
	}
	return end;
}

/* Where the statement around token i begins. */
static size_t statement_start(const char *text, const struct tokens *t, size_t i)
{
	size_t start = i;

	while (i-- > 0) {
		if (token_is(text, &t->v[i], ";") || token_is(text, &t->v[i], "{") || token_is(text, &t->v[i], "}"))
			return start;
		if (t->v[i].kind == TOKEN_CLOSE) {
			i = token_match(text, t, i);
			if (i >= t->n)
				return start;
		}
		if (!token_is_trivia(&t->v[i]))
			start = i;
	}
	return start;
}

/* --- the lines before it --- */

/* The function around a byte: where its body begins; len when there is none. */
static size_t body_around(const char *text, size_t len, size_t byte)
{
	struct items it = ITEMS_INIT;
	size_t body = len;

	items_scan(text, len, &it);
	for (size_t i = 0; i < it.n; i++)
		if (it.v[i].kind == ITEM_FN && it.v[i].body && it.v[i].body <= byte && byte < it.v[i].body_end)
			body = it.v[i].body;
	items_release(&it);
	return body;
}

static void names_made(const char *text, const struct tokens *t, size_t from, size_t to, struct strv *names)
{
	bool taking = false;

	for (size_t i = from; i < to; i = token_next(t, i)) {
		if (token_is(text, &t->v[i], "let") || token_is(text, &t->v[i], "for"))
			taking = true;
		else if (taking && (token_is(text, &t->v[i], "=") || token_is(text, &t->v[i], "in") || token_is(text, &t->v[i], ";")))
			taking = false;
		else if (taking && t->v[i].kind == TOKEN_IDENT)
			strv_push_take(names, xmemdupz(text + t->v[i].start, t->v[i].len));
	}
}

static bool uses_any(const char *text, const struct tokens *t, size_t from, size_t to, const struct strv *names)
{
	for (size_t i = from; i <= to && i < t->n; i++)
		for (size_t k = 0; t->v[i].kind == TOKEN_IDENT && k < names->n; k++)
			if (token_is(text, &t->v[i], names->v[k]))
				return true;
	return false;
}

/* Does what stands from token `first` to `last` need the lines of its function that stand before it? Then where they begin. */
static size_t setup_start(const char *text, size_t len, const struct tokens *t, size_t first, size_t last)
{
	size_t own = t->v[first].start, body = body_around(text, len, own), from;
	struct strv names = STRV_INIT;
	bool needed;

	if (body >= own)
		return own;
	from = code_token_at(t, body);
	names_made(text, t, from, first, &names);
	needed = uses_any(text, t, first, last, &names);
	strv_release(&names);
	while (from < first && (token_is_trivia(&t->v[from]) || token_is(text, &t->v[from], "{")))
		from++;
	return needed ? t->v[from].start : own;
}

bool assertion_at(const char *text, size_t len, int line, int col, struct assertion *a)
{
	struct tokens t = TOKENS_INIT;
	size_t byte = code_offset(text, len, line, col), i, first, last;
	struct sbuf code = SBUF_INIT;

	*a = (struct assertion)ASSERTION_INIT;
	lex(text, len, &t);
	i = line > 0 ? code_token_at(&t, byte) : t.n;
	while (i < t.n && token_is_trivia(&t.v[i]))
		i++;
	if (i < t.n) {
		if (is_assert(text, &t, i)) {
			a->macro = xmemdupz(text + t.v[i].start, t.v[i].len);
			first = i;
			last = read_arguments(text, &t, token_next(&t, token_next(&t, i)), a);
		} else {
			first = statement_start(text, &t, i);
			last = read_statement(text, &t, i, a);
		}
		a->line = (int)t.v[first].line;
		a->line_end = (int)t.v[last].line;
		dedent(text, line_start(text, setup_start(text, len, &t, first, last)), line_end(text, len, t.v[last].start + t.v[last].len),
		       &code);
		keep_last_lines(&code, ASSERTION_LINES);
		a->code = sbuf_detach(&code, NULL);
	}
	tokens_release(&t);
	return a->code != NULL;
}

/* --- in plain words --- */

/* A code span of one line; longer text is cut. */
static void span(struct sbuf *out, const char *text, int columns)
{
	struct sbuf clean = SBUF_INIT;
	const char *tick = strchr(text, '`') ? "``" : "`", *blank = tick[1] ? " " : "";
	size_t fit;

	utf8_sanitize(&clean, text, strlen(text));
	for (size_t i = 0; i < clean.len; i++)
		if (isspace((unsigned char)clean.buf[i]))
			clean.buf[i] = ' ';
	fit = utf8_fit(clean.buf, clean.len, columns, NULL);
	sbuf_addf(out, "%s%s%.*s%s%s%s", tick, blank, (int)fit, clean.buf, fit < clean.len ? " …" : "", blank, tick);
	sbuf_release(&clean);
}

static bool known_word(const char *text, const struct token *t)
{
	static const char *const words[] = { "vec", "to_string", "to_owned", "into", "from", "new", "std", "str", "string", "f64", "f32",
					     "i32", "u32", "i64", "u64", "usize", "u8", "want", "wanted", "expected" };

	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (token_is(text, t, words[i]))
			return true;
	return isupper((unsigned char)text[t->start]);
}

/* Is it made of literals, constructors and the like: what a test expects, rather than what it calls? */
static bool is_expectation(const char *text)
{
	struct tokens t = TOKENS_INIT;
	bool plain = true;

	lex(text, strlen(text), &t);
	for (size_t i = 0; i < t.n && plain; i++)
		if (t.v[i].kind == TOKEN_IDENT)
			plain = known_word(text, &t.v[i]);
	tokens_release(&t);
	return plain;
}

/* No operator outside brackets: what `!` before it, or "is true" behind it, is said of as a whole. */
static bool is_one_value(const char *text)
{
	struct tokens t = TOKENS_INIT;
	bool one = true;

	lex(text, strlen(text), &t);
	for (size_t i = 0; i < t.n && one; i = token_next(&t, i)) {
		if (t.v[i].kind == TOKEN_OPEN)
			i = token_match(text, &t, i);
		else if (t.v[i].kind == TOKEN_PUNCT)
			one = strchr(".:!?&*,", text[t.v[i].start]) && !(text[t.v[i].start] == '&' && i);
		else
			one = !token_is(text, &t.v[i], "as");
	}
	tokens_release(&t);
	return one;
}

bool assertion_values(const struct assertion *a, const struct runtime_report *r, const char **asked, const char **got,
		      const char **wanted)
{
	bool turned = a->left && a->right && is_expectation(a->left) && !is_expectation(a->right);

	if (!a->macro || !a->left || !r->left || !r->right)
		return false;
	*asked = turned ? a->right : a->left;
	*got = turned ? r->right : r->left;
	*wanted = turned ? r->left : r->right;
	return true;
}

static void say_values(const struct assertion *a, const char *asked, const char *got, const char *wanted, struct sbuf *out)
{
	span(out, asked, CALL_COLUMNS);
	sbuf_addstr(out, " gave ");
	span(out, got, VALUE_COLUMNS);
	if (ends_with(a->macro, "_ne")) {
		sbuf_addstr(out, "; the test expects anything but that.");
		return;
	}
	sbuf_addstr(out, "; the test expects ");
	span(out, wanted, VALUE_COLUMNS);
	sbuf_addch(out, '.');
}

static void say_condition(const struct assertion *a, struct sbuf *out)
{
	bool negated = *a->left == '!' && is_one_value(a->left + 1);

	span(out, a->left + negated, CALL_COLUMNS);
	if (negated)
		sbuf_addstr(out, " is true; the test expects false.");
	else if (is_one_value(a->left) && !starts_with(a->left, "matches!"))
		sbuf_addstr(out, " is false; the test expects true.");
	else
		sbuf_addstr(out, " does not hold; the test expects that it does.");
}

static void say_stop(const struct assertion *a, const struct runtime_report *r, struct sbuf *out)
{
	const char *value = r->message ? strstr(r->message, "value: ") : NULL;

	if (r->kind == RUNTIME_UNWRAP_NONE && a->left) {
		span(out, a->left, CALL_COLUMNS);
		sbuf_addstr(out, " gave `None`; the test needs a value there.");
	} else if (r->kind == RUNTIME_UNWRAP_ERR && a->left && value) {
		bool wants_err = strstr(r->message, "unwrap_err()") != NULL;
		char *got = xstrfmt("%s(%s)", wants_err ? "Ok" : "Err", value + strlen("value: "));

		span(out, a->left, CALL_COLUMNS);
		sbuf_addstr(out, " gave ");
		span(out, got, VALUE_COLUMNS);
		sbuf_addf(out, "; the test needs an `%s` there.", wants_err ? "Err" : "Ok");
		free(got);
	} else {
		sbuf_addf(out, "The test stopped at its line %d: ", a->line);
		span(out, r->message ? r->message : "a panic", VALUE_COLUMNS);
		sbuf_addch(out, '.');
	}
}

/* The author's words: of assert_eq behind "failed: ", of assert! all of it. */
static void say_own_words(const struct assertion *a, const struct runtime_report *r, struct sbuf *out)
{
	const char *from = r->message, *end;

	if (!a->macro || !from || starts_with(from, "assertion failed: "))
		return;
	if (r->left) {
		from = strstr(from, "failed: ");
		end = from ? strstr(from, "\n  left: ") : NULL;
		if (!end)
			return;
		from += strlen("failed: ");
	} else {
		end = from + strlen(from);
	}
	while (end > from && isspace((unsigned char)end[-1]))
		end--;
	if (end == from)
		return;
	sbuf_addstr(out, " It says: ");
	utf8_sanitize(out, from, MIN((size_t)(end - from), (size_t)400));
	if (!strchr(".!?", out->buf[out->len - 1]))
		sbuf_addch(out, '.');
}

void assertion_say(const struct assertion *a, const struct runtime_report *r, struct sbuf *out)
{
	const char *asked, *got, *wanted;

	if (assertion_values(a, r, &asked, &got, &wanted))
		say_values(a, asked, got, wanted, out);
	else if (a->macro && a->left && !a->right)
		say_condition(a, out);
	else
		say_stop(a, r, out);
	say_own_words(a, r, out);
}

bool assertion_first(const char *text, size_t len, struct assertion *a)
{
	struct tokens t = TOKENS_INIT;
	size_t i = 0;

	*a = (struct assertion)ASSERTION_INIT;
	lex(text, len, &t);
	while (i < t.n && !is_assert(text, &t, i))
		i++;
	if (i < t.n) {
		a->macro = xmemdupz(text + t.v[i].start, t.v[i].len);
		a->line = (int)t.v[i].line;
		a->line_end = (int)t.v[read_arguments(text, &t, token_next(&t, token_next(&t, i)), a)].line;
	}
	tokens_release(&t);
	return a->macro != NULL;
}

bool assertion_wants(const struct assertion *a, struct sbuf *out)
{
	bool turned = a->left && a->right && is_expectation(a->left) && !is_expectation(a->right);
	bool negated = a->left && *a->left == '!' && is_one_value(a->left + 1);

	if (!a->left || (!a->right && !is_one_value(a->left + negated)))
		return false;
	span(out, turned ? a->right : a->left + (a->right ? 0 : negated), CALL_COLUMNS);
	if (!a->right) {
		sbuf_addstr(out, negated ? " is to be false" : " is to be true");
		return true;
	}
	sbuf_addstr(out, ends_with(a->macro, "_ne") ? " is to give anything but " : " is to give ");
	span(out, turned ? a->left : a->right, CALL_COLUMNS);
	return true;
}

/* --- a whole test --- */

char *assertion_test(const char *text, size_t len, const char *name)
{
	const char *last = strrchr(name, ':');
	struct items it = ITEMS_INIT;
	struct sbuf code = SBUF_INIT;

	items_scan(text, len, &it);
	for (size_t i = 0; i < it.n && !code.len; i++) {
		size_t fn;

		if (it.v[i].kind != ITEM_FN || !it.v[i].body || !streq(it.v[i].name, last ? last + 1 : name))
			continue;
		fn = it.v[i].body;
		for (size_t line = 1, p = 0; p < len && line <= it.v[i].line; p = line_end(text, len, p) + 1, line++)
			fn = p;
		dedent(text, fn, line_end(text, len, MIN((size_t)it.v[i].body_end, len)), &code);
	}
	items_release(&it);
	return code.len ? sbuf_detach(&code, NULL) : NULL;
}
