/*
 * A compile error whose place is in the author's tests: the learner does not have that file. It is told by what the tests ask for
 * and what the learner's own file offers, with the own definition as the place to go.
 */
#include "base/osa.h"
#include "base/utf8.h"
#include "learn/exercise.h"
#include "rust/assertion.h"
#include "svc/explain_int.h"

void explain_tests_release(struct tests_error *te)
{
	call_site_release(&te->call);
	definition_release(&te->own);
	free(te->name);
	free(te->near);
}

static bool take_definition(struct tests_error *te, const char *name, const struct explain_source *src)
{
	if (!src->text || !definition_find(src->text, src->len, name, &te->own))
		return false;
	free(te->name);
	te->name = xstrdup(name);
	te->defined = true;
	return true;
}

/* What rustc quotes in its message: the type that has no such method, say. */
static bool named_in_message(const struct diag *d, const struct explain_source *src, struct tests_error *te)
{
	struct strv names = STRV_INIT;
	bool found = false;

	diag_names(d, &names);
	for (size_t i = 0; i < names.n && !found; i++)
		found = take_definition(te, names.v[i], src);
	strv_release(&names);
	return found;
}

static bool named_in_code(const char *code, const struct explain_source *src, struct tests_error *te)
{
	char *name;

	if (!code || !explain_own_definition(code, src, &name, &te->own))
		return false;
	free(te->name);
	te->name = name;
	te->defined = true;
	return true;
}

static bool named_in_statement(const struct diag_span *p, const char *tests, const struct explain_source *src, struct tests_error *te)
{
	struct assertion a;
	bool found;

	if (!tests)
		return false;
	found = assertion_at(tests, strlen(tests), (int)p->line, (int)p->col, &a) && named_in_code(a.code, src, te);
	assertion_release(&a);
	return found;
}

/* The learner's name that is most like the one asked for. */
static void find_near(const struct explain_source *src, struct tests_error *te)
{
	struct strv names = STRV_INIT;
	struct definition d = DEFINITION_INIT;
	int best = 3;

	definition_names(src->text, src->len, &names);
	for (size_t i = 0; i < names.n; i++) {
		int distance = osa_distance(names.v[i], te->name, OSA_MAX, NULL);

		if (distance >= best || distance * 2 >= (int)strlen(te->name))
			continue;
		best = distance;
		free(te->near);
		te->near = xstrdup(names.v[i]);
	}
	if (te->near && definition_find(src->text, src->len, te->near, &d))
		te->near_line = d.line;
	definition_release(&d);
	strv_release(&names);
}

static void find_call(const struct diag_span *p, const char *tests, struct tests_error *te)
{
	if (tests)
		call_site_at(tests, strlen(tests), code_offset(tests, strlen(tests), (int)p->line, (int)p->col), &te->call);
	else if (p->text)
		call_site_at(p->text, strlen(p->text), code_offset(p->text, strlen(p->text), 1, (int)p->hl_start), &te->call);
}

static bool is_own_place(const struct diag_span *s)
{
	return s->file && s->line && !explain_is_tests(s->file) && !diag_foreign_file(s->file);
}

/* A place in the learner's files that rustc names itself: "the module is defined here". */
static const struct diag_span *named_place(const struct diag *d)
{
	for (size_t i = 0; i < d->n_spans; i++)
		if (is_own_place(&d->spans[i]))
			return &d->spans[i];
	for (size_t i = 0; i < d->n_children; i++)
		for (size_t k = 0; k < d->children[i].n_spans; k++)
			if (is_own_place(&d->children[i].spans[k]))
				return &d->children[i].spans[k];
	return NULL;
}

static void find_place(const struct diag *d, struct tests_error *te)
{
	const struct diag_span *s = named_place(d);

	te->file = CHECK_EXERCISE_FILE;
	te->line = te->defined ? te->own.line : te->near_line;
	if (te->line || !s)
		return;
	te->file = s->file;
	te->line = (int)s->line;
	te->own_text = s->text;
}

static void find_subject(const struct diag *d, const struct explain_source *src, const char *tests, struct tests_error *te)
{
	const struct diag_span *p = diag_primary(d);
	struct strv names = STRV_INIT;

	find_call(p, tests, te);
	if ((te->call.name && take_definition(te, te->call.name, src)) || named_in_message(d, src, te))
		return;
	diag_names(d, &names);
	if (names.n)
		te->name = xstrdup(names.v[0]);
	strv_release(&names);
	/* A name that nobody defines is what it is about; other errors are about what stands beside them. */
	if (te->name && src->text && starts_with(d->message, "cannot find"))
		find_near(src, te);
	else if (!named_in_code(p->text, src, te))
		named_in_statement(p, tests, src, te);
}

void explain_tests_error(const struct diag *d, const struct explain_source *src, const char *tests, struct tests_error *te)
{
	*te = (struct tests_error){ .call = CALL_SITE_INIT, .own = DEFINITION_INIT };
	if (!src->hide_tests)
		te->line_text = diag_primary(d)->text;
	find_subject(d, src, tests, te);
	find_place(d, te);
}

/* --- in words --- */

static void say_call(const struct tests_error *te, struct sbuf *out)
{
	if (te->line_text && te->call.text)
		inline_code(out, te->call.text, strlen(te->call.text));
	else
		inline_code(out, te->call.name, strlen(te->call.name));
}

static void say_own(const struct tests_error *te, struct sbuf *out)
{
	sbuf_addf(out, "your `%s` (line %d)", te->name, te->own.line);
}

static void say_missing(const struct tests_error *te, struct sbuf *out)
{
	if (te->call.name && te->call.has_args && streq(te->call.name, te->name)) {
		sbuf_addstr(out, "The tests call ");
		say_call(te, out);
	} else {
		sbuf_addf(out, "The tests use `%s`", te->name);
	}
	sbuf_addf(out, ", and your file defines no `%s`.", te->name);
	if (te->near)
		sbuf_addf(out, " Line %d defines `%s`: names must be written as the tests write them.", te->near_line, te->near);
	else
		sbuf_addstr(out, " It must stand in your file as an item of its own, named exactly so; the statement says what it gets and "
				 "gives back.");
}

static bool is_count(const struct diag *d)
{
	return d->code && (streq(d->code, "E0061") || streq(d->code, "E0057"));
}

static void say_count(const struct tests_error *te, struct sbuf *out)
{
	sbuf_addstr(out, "The tests call ");
	say_call(te, out);
	sbuf_addf(out, " with %zu value%s; ", te->call.n_args, te->call.n_args == 1 ? "" : "s");
	say_own(te, out);
	sbuf_addf(out, " takes %zu: ", te->own.n_params);
	inline_code(out, te->own.head, strlen(te->own.head));
	sbuf_addch(out, '.');
}

static bool is_lacking(const struct diag *d)
{
	static const char *const codes[] = { "E0599", "E0609", "E0560", "E0026", "E0610", "E0063", "E0027" };

	for (size_t i = 0; d->code && i < ARRAY_SIZE(codes); i++)
		if (streq(d->code, codes[i]))
			return true;
	return false;
}

/* The first label at the place itself: "expected `String`, found `&str`". */
static const char *reason_of(const struct diag *d)
{
	const struct diag_span *p = diag_primary(d);

	return p->label && *p->label ? p->label : d->message;
}

static void say_misfit(const struct diag *d, const struct tests_error *te, struct sbuf *out)
{
	const char *why = is_lacking(d) ? d->message : reason_of(d);

	if (te->call.name && te->call.has_args && streq(te->call.name, te->name)) {
		sbuf_addstr(out, "The tests call ");
		say_call(te, out);
		sbuf_addstr(out, "; ");
		say_own(te, out);
		sbuf_addstr(out, " is ");
	} else {
		sbuf_addstr(out, "The tests use ");
		say_own(te, out);
		sbuf_addstr(out, ", ");
	}
	inline_code(out, te->own.head, strlen(te->own.head));
	sbuf_addstr(out, ". That does not fit: ");
	utf8_sanitize(out, why, strcspn(why, "\n"));
	sbuf_addch(out, '.');
}

void explain_tests_say(const struct diag *d, const struct tests_error *te, struct sbuf *out)
{
	if (te->defined && te->own.kind == ITEM_FN && is_count(d) && te->call.has_args && streq(te->call.name, te->name))
		say_count(te, out);
	else if (te->defined)
		say_misfit(d, te, out);
	else if (te->name && starts_with(d->message, "cannot find"))
		say_missing(te, out);
	else
		sbuf_addf(out, "The tests do not fit your file: %.*s.", (int)strcspn(d->message, "\n"), d->message);
}

static bool own_line(const struct tests_error *te, const struct explain_source *src, const char **text, size_t *len)
{
	if (te->line <= 0)
		return false;
	if (!te->own_text)
		return source_line(src, te->line, text, len);
	*text = te->own_text;
	*len = strcspn(te->own_text, "\n");
	return true;
}

void explain_tests_your_code(const struct tests_error *te, const struct explain_source *src, struct steps *out)
{
	struct sbuf t = SBUF_INIT;
	const char *text;
	size_t len;

	if (own_line(te, src, &text, &len)) {
		sbuf_addf(&t, "Lay your line %d, ", te->line);
		inline_code(&t, text, len);
		sbuf_addstr(&t, ", beside the way the tests use it: the name, the number of values, their types, what comes back. One of "
				"these differs, and the statement says which way is wanted.");
	} else {
		sbuf_addf(&t, "Look for %s%s%s in the statement: it says what your file must have, and under which name.",
			  te->name ? "`" : "", te->name ? te->name : "what the tests use", te->name ? "`" : "");
	}
	steps_add(out, STEP_YOUR_CODE, ORIGIN_ENGINE, t.buf);
	sbuf_release(&t);
}

void explain_tests_where(const struct diag *d, const struct tests_error *te, const struct explain_source *src, struct steps *out)
{
	const struct diag_span *p = diag_primary(d);
	struct sbuf t = SBUF_INIT, pic = SBUF_INIT;
	const char *own;
	size_t len;

	sbuf_addf(&t, "rustc stops on line %u of the tests, which are not yours to change: they use your code as the statement says. "
		      "What has to fit them is your file", p->line);
	if (te->line > 0)
		sbuf_addf(&t, ": go to line %d of `%s`", te->line, te->file);
	sbuf_addch(&t, '.');
	if (te->line_text) {
		sbuf_addstr(&pic, "the tests\n");
		picture_add(&pic, (int)p->line, te->line_text, strcspn(te->line_text, "\n"), (int)p->col,
			    p->line_end > p->line ? (int)p->col + 1 : (int)p->col_end, p->label);
	}
	if (own_line(te, src, &own, &len)) {
		sbuf_addstr(&pic, "your file\n");
		picture_add(&pic, te->line, own, len, 0, 0, NULL);
	}
	explain_add_where(out, &t, &pic);
}
