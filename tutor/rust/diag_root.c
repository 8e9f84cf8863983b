/*
 * Which error to explain first, and which others only follow from it.
 *
 * Order. rustc works in phases: it parses and expands macros, resolves names, checks types, then
 * borrows. What an earlier phase could not make sense of, later phases see as a hole, so an error
 * of an earlier phase comes first; within a phase the order of the lines decides, because that is
 * the order in which a reader meets them, and on one line the order in which rustc found them (a
 * span around another starts further left, but is mostly the later finding; names go by column,
 * since `let` resolves its right side first). Two kinds wait until the others of their phase are
 * through: feature gates (E0658: they speak of the toolchain, and the code around them is mostly
 * wrong for another reason), and unused parameters (E0392: often unused only because the field
 * that uses them failed). Lints that were raised to errors, const evaluation, a missing `main`
 * and errors without a place come last.
 *
 * Consequences. An error follows from an earlier one (root_of) when
 *  1. parse: that one is the parser's, and this one is of a later phase and further down the
 *     file, or another parser error on the same or next line (the parser is out of step), or
 *     anywhere in the file when a delimiter, string or comment is not closed (everything after it
 *     is read wrongly);
 *  2. same name: that one could not resolve a name, and this one's message quotes it: a name that
 *     is used five times is missing once. Later phases only for names with a capital (types and
 *     traits): a value that did not resolve is not mentioned again, but a method may well be
 *     called the same. After an unresolved import the name counts anywhere in rustc's text
 *     (methods of a trait that was not imported);
 *  3. same words: code and message are the same and quote something: one missing impl, method or
 *     field, met twice. For the borrow checker the two must also share a labelled place (the
 *     move, the first borrow, the declaration), since variables of different functions may have
 *     the same name;
 *  4. same place: it points at the same text as an error of an earlier phase, or exactly at the
 *     same span, or stands on the line of a type with a wrong number of arguments (E0107: the
 *     others see a made-up type);
 *  5. unknown type: E0282..E0284 ("type annotations needed") after a name did not resolve or on a
 *     line that has a type error already, or the text shows rustc's placeholder `{type error}`;
 *  6. types and impls: a parameter of a type that cannot be found out (E0282..E0284) after that type did not use it
 *     (E0392); E0046 (missing items) after E0407 and its kin (an item that the trait does not have:
 *     a typo gives both), and E0392 after an unresolved name in the same file.
 * Warnings about unused or dead things follow from the root error: code that was not understood
 * uses nothing.
 *
 * Measured on the compile_fail examples of rustc 1.95's error index whose own code is emitted: that
 * code is the root in 434 of 455 (95.4%). The others begin with a real mistake of another kind: a
 * name defined twice, `async` in edition 2015, a module without a file.
 */
#include "rust/diag.h"

/* Codes by phase; all others are DIAG_PHASE_TYPE. */
/* The lexer, the parser, validation of the tree before names are resolved. */
static const char parse_codes[] =
	"E0130 E0178 E0197 E0198 E0379 E0449 E0536 E0537 E0567 E0568 E0583 E0584 E0585 E0586 "
	"E0642 E0670 E0703 E0704 E0743 E0748 E0753 E0758 E0762 E0763 E0765 E0766 E0768 ";
static const char resolve_codes[] =
	"E0106 E0128 E0201 E0252 E0254 E0255 E0259 E0260 E0261 E0262 E0263 E0267 E0268 E0323 "
	"E0324 E0325 E0364 E0365 E0401 E0403 E0404 E0405 E0407 E0408 E0409 E0411 E0412 E0415 "
	"E0416 E0422 E0423 E0424 E0425 E0426 E0428 E0429 E0430 E0431 E0432 E0433 E0434 E0435 "
	"E0437 E0438 E0463 E0464 E0466 E0468 E0469 E0496 E0530 E0531 E0532 E0571 E0573 E0574 "
	"E0575 E0576 E0577 E0578 E0590 E0603 E0637 E0659 E0695 E0696 E0726 E0728 E0735 E0742 "
	"E0767 E0770 ";
/* Exhaustiveness, unsafety and const checks run beside the borrow checker. */
static const char borrow_codes[] =
	"E0004 E0005 E0010 E0013 E0015 E0133 E0309 E0310 E0311 E0373 E0381 E0382 E0384 E0492 "
	"E0493 E0499 E0501 E0502 E0503 E0505 E0506 E0507 E0508 E0509 E0510 E0515 E0521 E0594 "
	"E0596 E0597 E0621 E0626 E0700 E0712 E0713 E0716 ";
static const char late_codes[] = "E0080 E0601 ";
static const char gate_codes[] = "E0554 E0557 E0635 E0636 E0658 ";

/* Messages of errors without a code; what is not here comes from the parser or a macro. */
static const struct {
	const char *pattern;
	enum diag_phase phase;
} messages[] = {
	{ "cannot find _", DIAG_PHASE_RESOLVE },
	{ "cannot determine resolution _", DIAG_PHASE_RESOLVE },
	{ "expected derive macro, found _", DIAG_PHASE_RESOLVE },
	{ "expected attribute, found _", DIAG_PHASE_RESOLVE },
	{ "expected macro, found _", DIAG_PHASE_RESOLVE },
	{ "lifetime may not live long enough", DIAG_PHASE_BORROW },
	{ "captured variable cannot escape _", DIAG_PHASE_BORROW },
	{ "higher-ranked _", DIAG_PHASE_BORROW },
	{ "implementation of _ is not general enough", DIAG_PHASE_BORROW },
	{ "_ does not live long enough", DIAG_PHASE_BORROW },
	{ "type annotations needed_", DIAG_PHASE_TYPE },
	{ "future cannot be _", DIAG_PHASE_TYPE },
	{ "unconstrained _", DIAG_PHASE_TYPE },
	{ "non-defining _", DIAG_PHASE_TYPE },
	{ "item does not constrain _", DIAG_PHASE_TYPE },
	{ "attribute _ can only be applied to _", DIAG_PHASE_TYPE },
	{ "_ attribute cannot be used on _", DIAG_PHASE_TYPE },
	{ "defaults for _ are only allowed in _", DIAG_PHASE_TYPE },
	{ "_ is forbidden as the type of a const generic parameter", DIAG_PHASE_TYPE },
	{ "reached the recursion limit _", DIAG_PHASE_LATE },
	{ "queries overflow the depth limit_", DIAG_PHASE_LATE },
};

static bool code_in(const struct diag *d, const char *codes)
{
	return d->code && strlen(d->code) == 5 && strstr(codes, d->code);
}

static bool is_error_code(const char *code)
{
	return code[0] == 'E' && strlen(code) == 5 && strspn(code + 1, "0123456789") == 4;
}

static bool is_error(const struct diag *d)
{
	return d->level == DIAG_ERROR || d->level == DIAG_ICE;
}

enum diag_phase diag_phase(const struct diag *d)
{
	if (!d->n_spans || (d->code && !is_error_code(d->code)) || code_in(d, late_codes))
		return DIAG_PHASE_LATE;
	if (code_in(d, parse_codes))
		return DIAG_PHASE_PARSE;
	if (code_in(d, resolve_codes))
		return DIAG_PHASE_RESOLVE;
	if (code_in(d, borrow_codes))
		return DIAG_PHASE_BORROW;
	if (d->code)
		return DIAG_PHASE_TYPE;
	for (size_t i = 0; i < ARRAY_SIZE(messages); i++)
		if (diag_matches(messages[i].pattern, d->message))
			return messages[i].phase;
	return DIAG_PHASE_PARSE;
}

/* An error with what its rank depends on. */
struct ranked {
	const struct diag *d;
	const struct diag_span *at; /* NULL: no place */
	enum diag_phase phase;
	int waits;	    /* behind the others of its phase */
	size_t file, index; /* order of first appearance; index in the list */
	char *name;	    /* the name that a resolve error is about; "" */
};

static size_t file_order(const struct diags *list, const char *file)
{
	size_t i = 0;

	for (; i < list->n; i++) {
		const struct diag_span *s = diag_primary(&list->v[i]);

		if (is_error(&list->v[i]) && s && streq(s->file, file))
			break;
	}
	return i;
}

static int compare_u32(uint32_t a, uint32_t b)
{
	return a < b ? -1 : a > b;
}

static int compare_rank(const void *pa, const void *pb)
{
	const struct ranked *a = pa, *b = pb;
	int by;

	if (a->phase != b->phase)
		return a->phase < b->phase ? -1 : 1;
	if (a->waits != b->waits)
		return a->waits < b->waits ? -1 : 1;
	if (a->file != b->file)
		return a->file < b->file ? -1 : 1;
	by = a->at && b->at ? compare_u32(a->at->line, b->at->line) : 0;
	if (!by && a->at && b->at && a->phase == DIAG_PHASE_RESOLVE)
		by = compare_u32(a->at->col, b->at->col);
	if (by)
		return by;
	return a->index < b->index ? -1 : 1;
}

/* `a::b::C` gives "C", `x` gives "x", `f(…)` gives "f"; "" when nothing is quoted. */
static char *missing_name(const struct diag *d)
{
	struct strv names = STRV_INIT;
	const char *name, *colon;
	char *out;

	diag_names(d, &names);
	name = names.n ? names.v[0] : "";
	while ((colon = strstr(name, "::")))
		name = colon + 2;
	out = xmemdupz(name, strcspn(name, "<(!"));
	strv_release(&names);
	return out;
}

static bool has_code(const struct diags *list, const char *codes)
{
	for (size_t i = 0; i < list->n; i++)
		if (code_in(&list->v[i], codes))
			return true;
	return false;
}

static void rank_error(const struct diags *list, size_t i, struct ranked *r)
{
	r->d = &list->v[i];
	r->at = diag_primary(r->d);
	r->phase = diag_phase(r->d);
	r->waits = code_in(r->d, gate_codes) || code_in(r->d, "E0392 ");
	/* A parameter that its type does not use cannot be found out either: then the type speaks first. */
	if (code_in(r->d, "E0282 E0283 E0284 ") && has_code(list, "E0392 "))
		r->waits = 2;
	r->file = r->at ? file_order(list, r->at->file) : list->n;
	r->index = i;
	r->name = r->phase == DIAG_PHASE_RESOLVE ? missing_name(r->d) : xstrdup("");
}

static size_t rank_errors(const struct diags *list, struct ranked *out)
{
	size_t n = 0;

	for (size_t i = 0; i < list->n; i++)
		if (is_error(&list->v[i]))
			rank_error(list, i, &out[n++]);
	if (n)
		qsort(out, n, sizeof(*out), compare_rank);
	return n;
}

static bool is_word_char(char c)
{
	return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z') || (c & 0x80);
}

/* Does text hold name as a whole word? quoted: between back ticks only. */
static bool mentions(const char *text, const char *name, bool quoted)
{
	size_t n = strlen(name);
	bool inside = false;

	for (const char *p = text; p && *p; p++) {
		if (*p == '`')
			inside = !inside;
		else if ((inside || !quoted) && !strncmp(p, name, n) && !is_word_char(p[n]) &&
			 (p == text || !is_word_char(p[-1])))
			return true;
	}
	return false;
}

static bool labels_mention(const struct diag *d, const char *name)
{
	for (size_t i = 0; i < d->n_spans; i++)
		if (d->spans[i].label && mentions(d->spans[i].label, name, true))
			return true;
	return false;
}

static bool same_name(const struct ranked *cause, const struct ranked *e)
{
	const char *name = cause->name;
	bool type = name[0] >= 'A' && name[0] <= 'Z';

	if (!*name)
		return false;
	if (code_in(cause->d, "E0432 ") && mentions(e->d->rendered, name, false))
		return true;
	return (e->phase == DIAG_PHASE_RESOLVE || type) &&
	       (mentions(e->d->message, name, true) || labels_mention(e->d, name));
}

static bool same_file(const struct ranked *a, const struct ranked *b)
{
	return a->at && b->at && streq(a->at->file, b->at->file);
}

static bool is_unclosed(const struct diag *d)
{
	return code_in(d, "E0748 E0758 E0762 E0763 E0765 E0766 ") ||
	       strstr(d->message, "delimiter") || strstr(d->message, "unterminated");
}

/*
 * Did the parser itself lose its way? A wrong format string or a misplaced `pub` leaves the tree
 * whole.
 */
static bool is_parser_error(const struct diag *d)
{
	static const char *const starts[] = { "expected ", "unexpected ", "missing ",
					      "unknown start ", "invalid " };

	for (size_t i = 0; i < ARRAY_SIZE(starts) && !d->code; i++)
		if (starts_with(d->message, starts[i]))
			return !starts_with(d->message, "invalid format string");
	return false;
}

static bool after_parse_error(const struct ranked *cause, const struct ranked *e)
{
	if (cause->phase != DIAG_PHASE_PARSE || !same_file(cause, e))
		return false;
	if (is_unclosed(cause->d))
		return true;
	if (!is_parser_error(cause->d))
		return false;
	if (e->phase == DIAG_PHASE_PARSE)
		return is_parser_error(e->d) && e->at->line <= cause->at->line_end + 1;
	return e->at->line >= cause->at->line;
}

static bool same_span(const struct diag_span *a, const struct diag_span *b)
{
	return a->line == b->line && a->col == b->col && a->line_end == b->line_end &&
	       a->col_end == b->col_end && streq(a->file, b->file);
}

static bool has_place(const struct diag *d, const struct diag_span *place)
{
	for (size_t i = 0; i < d->n_spans; i++)
		if (!d->spans[i].primary && same_span(&d->spans[i], place))
			return true;
	for (size_t i = 0; i < d->n_children; i++)
		for (size_t k = 0; k < d->children[i].n_spans; k++)
			if (same_span(&d->children[i].spans[k], place))
				return true;
	return false;
}

static bool share_place(const struct diag *a, const struct diag *b)
{
	for (size_t i = 0; i < a->n_spans; i++)
		if (!a->spans[i].primary && has_place(b, &a->spans[i]))
			return true;
	for (size_t i = 0; i < a->n_children; i++)
		for (size_t k = 0; k < a->children[i].n_spans; k++)
			if (has_place(b, &a->children[i].spans[k]))
				return true;
	return false;
}

static bool same_words(const struct ranked *cause, const struct ranked *e)
{
	const struct diag *a = cause->d, *b = e->d;

	if (!a->code != !b->code || (a->code && !streq(a->code, b->code)) ||
	    !streq(a->message, b->message) || !strchr(a->message, '`') ||
	    e->phase == DIAG_PHASE_PARSE)
		return false;
	return e->phase != DIAG_PHASE_BORROW || share_place(a, b);
}

/* a's place is not after b's. */
static bool not_after(uint32_t line_a, uint32_t col_a, uint32_t line_b, uint32_t col_b)
{
	return line_a < line_b || (line_a == line_b && col_a <= col_b);
}

static bool lies_in(const struct diag_span *inner, const struct diag_span *outer)
{
	return not_after(outer->line, outer->col, inner->line, inner->col) &&
	       not_after(inner->line_end, inner->col_end, outer->line_end, outer->col_end);
}

static bool same_location(const struct ranked *cause, const struct ranked *e)
{
	if (!same_file(cause, e))
		return false;
	if (same_span(cause->at, e->at))
		return true;
	if (code_in(cause->d, "E0107 ") && cause->at->line == e->at->line)
		return true;
	return cause->phase < e->phase && cause->phase <= DIAG_PHASE_RESOLVE &&
	       (lies_in(cause->at, e->at) || lies_in(e->at, cause->at)) &&
	       e->at->line == e->at->line_end;
}

static bool shows_type_error(const struct diag *d)
{
	if (strstr(d->message, "{type error}"))
		return true;
	for (size_t i = 0; i < d->n_spans; i++)
		if (d->spans[i].label && strstr(d->spans[i].label, "{type error}"))
			return true;
	return false;
}

static bool unknown_type(const struct ranked *cause, const struct ranked *e)
{
	if (cause->phase > DIAG_PHASE_TYPE)
		return false;
	if (shows_type_error(e->d))
		return true;
	if (!code_in(e->d, "E0282 E0283 E0284 ") || code_in(cause->d, "E0282 E0283 E0284 "))
		return false;
	return cause->phase == DIAG_PHASE_RESOLVE ||
	       (same_file(cause, e) && cause->at->line == e->at->line);
}

static bool impl_shape(const struct ranked *cause, const struct ranked *e)
{
	if (code_in(e->d, "E0282 E0283 E0284 "))
		return code_in(cause->d, "E0392 ");
	if (!same_file(cause, e))
		return false;
	if (code_in(e->d, "E0046 "))
		return code_in(cause->d, "E0323 E0324 E0325 E0407 E0437 E0438 ");
	return code_in(e->d, "E0392 ") && code_in(cause->d, "E0412 E0425 E0432 E0433 ");
}

static bool follows(const struct ranked *cause, const struct ranked *e)
{
	return after_parse_error(cause, e) || same_name(cause, e) || same_words(cause, e) ||
	       same_location(cause, e) || unknown_type(cause, e) || impl_shape(cause, e);
}

static bool is_unused_warning(const struct diag *d)
{
	return d->level == DIAG_WARNING && d->code &&
	       (starts_with(d->code, "unused_") || streq(d->code, "dead_code")) &&
	       !streq(d->code, "unused_must_use");
}

void diags_find_roots(struct diags *list)
{
	struct ranked *r = xcalloc(list->n + 1, sizeof(*r));
	size_t n = rank_errors(list, r);

	for (size_t i = 0; i < list->n; i++) {
		list->v[i].root = false;
		list->v[i].root_of = n && is_unused_warning(&list->v[i]) ? (int)r[0].index : -1;
	}
	for (size_t i = 0; i < n; i++) {
		struct diag *d = &list->v[r[i].index];

		for (size_t k = 0; k < i && d->root_of < 0; k++)
			if (r[k].d->root && follows(&r[k], &r[i]))
				d->root_of = (int)r[k].index;
		d->root = d->root_of < 0;
	}
	list->first = n ? (int)r[0].index : -1;
	for (size_t i = 0; i < n; i++)
		free(r[i].name);
	free(r);
}

const struct diag *diags_root(const struct diags *list)
{
	return list->first >= 0 && (size_t)list->first < list->n ? &list->v[list->first] : NULL;
}
