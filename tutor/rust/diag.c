#include "rust/diag.h"

static uint32_t get_u32(const struct json *j, const char *key, uint32_t least)
{
	int64_t n = json_get_int(j, key, least);

	return n < least ? least : n > UINT32_MAX ? UINT32_MAX : (uint32_t)n;
}

bool diag_foreign_file(const char *file)
{
	static const char *const inside[] = {
		"/lib/rustlib/src/",
		"/registry/src/",
		"/git/checkouts/",
		"/vendor/",
	};

	if (starts_with(file, "/rustc/"))
		return true;
	for (size_t i = 0; i < ARRAY_SIZE(inside); i++)
		if (strstr(file, inside[i]))
			return true;
	return false;
}

static void span_release(struct diag_span *s)
{
	free(s->file);
	free(s->label);
	free(s->text);
	free(s->suggestion);
	free(s->macro_name);
}

void diag_release(struct diag *d)
{
	for (size_t i = 0; i < d->n_spans; i++)
		span_release(&d->spans[i]);
	for (size_t i = 0; i < d->n_children; i++)
		diag_release(&d->children[i]);
	free(d->spans);
	free(d->children);
	free(d->code);
	free(d->explanation);
	free(d->message);
	free(d->rendered);
}

void diags_release(struct diags *d)
{
	for (size_t i = 0; i < d->n; i++)
		diag_release(&d->v[i]);
	free(d->v);
	*d = (struct diags)DIAGS_INIT;
}

static bool is_closing(const struct diag *d)
{
	if (d->level == DIAG_FAILURE_NOTE)
		return true;
	if (d->code || d->n_spans)
		return false;
	if (d->level ==
	    DIAG_WARNING) /* the latter are cargo's: "`x` (bin "x") generated 1 warning" */
		return ends_with(d->message, " emitted") || strstr(d->message, ") generated ");
	return starts_with(d->message, "aborting due to ") ||
	       starts_with(d->message, "could not compile `");
}

static bool same_text(const char *a, const char *b)
{
	return a && b && *a && streq(a, b);
}

static bool is_double(const struct diags *list, const struct diag *d)
{
	for (size_t i = 0; i < list->n; i++)
		if (same_text(list->v[i].rendered, d->rendered))
			return true;
	return false;
}

void diags_push_take(struct diags *out, struct diag *d)
{
	bool full = out->n >= DIAG_MAX;

	if (full || is_closing(d) || is_double(out, d)) {
		out->skipped += full;
		diag_release(d);
		return;
	}
	out->errors += d->level == DIAG_ERROR || d->level == DIAG_ICE;
	out->warnings += d->level == DIAG_WARNING;
	ARRAY_GROW(out->v, out->n + 1, out->alloc);
	out->v[out->n++] = *d;
}

static enum diag_level read_level(const char *s)
{
	static const struct {
		const char *name;
		enum diag_level level;
	} levels[] = {
		{ "error", DIAG_ERROR },
		{ "warning", DIAG_WARNING },
		{ "note", DIAG_NOTE },
		{ "help", DIAG_HELP },
		{ "failure-note", DIAG_FAILURE_NOTE },
	};

	for (size_t i = 0; i < ARRAY_SIZE(levels); i++)
		if (streq(s, levels[i].name))
			return levels[i].level;
	return strstr(s, "internal compiler error") ? DIAG_ICE : DIAG_NOTE;
}

static enum diag_applicability read_applicability(const char *s)
{
	static const char *const names[] = {
		"", "MachineApplicable", "MaybeIncorrect", "HasPlaceholders", "Unspecified",
	};

	for (size_t i = 1; i < ARRAY_SIZE(names); i++)
		if (streq(s, names[i]))
			return (enum diag_applicability)i;
	return DIAG_APP_NONE;
}

static const char *file_of(const struct json *span)
{
	return json_get_str(span, "file_name", "");
}

/* The macro expansion around a span; NULL at the outermost. */
static const struct json *expansion(const struct json *span)
{
	const struct json *e = json_get(span, "expansion");

	return json_is_object(json_get(e, "span")) ? e : NULL;
}

static bool is_desugaring(const char *macro)
{
	return !*macro || starts_with(macro, "desugaring of ");
}

/*
 * The outermost call; *macro gets the name of what is called there (for loops and such have
 * none).
 */
static const struct json *outermost(const struct json *span, const char **macro)
{
	const struct json *e;

	while ((e = expansion(span))) {
		const char *name = json_get_str(e, "macro_decl_name", "");

		*macro = is_desugaring(name) ? NULL : name;
		span = json_get(e, "span");
	}
	return span;
}

static void read_place(const struct json *j, struct diag_span *s)
{
	const struct json *text = json_at(json_get(j, "text"), 0);

	s->file = xstrdup(file_of(j));
	s->byte_start = get_u32(j, "byte_start", 0);
	s->byte_end = get_u32(j, "byte_end", s->byte_start);
	s->line = get_u32(j, "line_start", 1);
	s->col = get_u32(j, "column_start", 1);
	s->line_end = get_u32(j, "line_end", s->line);
	s->col_end = get_u32(j, "column_end", s->line_end == s->line ? s->col : 1);
	s->text = xstrdup_or_null(json_get_str(text, "text", NULL));
	s->hl_start = get_u32(text, "highlight_start", 1);
	s->hl_end = get_u32(text, "highlight_end", s->hl_start);
}

static void read_span(const struct json *j, struct diag_span *s)
{
	const char *macro = NULL;
	const struct json *call = outermost(j, &macro);

	memset(s, 0, sizeof(*s));
	s->from_expansion =
		call != j && diag_foreign_file(file_of(j)) && !diag_foreign_file(file_of(call));
	read_place(s->from_expansion ? call : j, s);
	s->macro_name = xstrdup_or_null(macro);
	s->primary = json_get_bool(j, "is_primary", false);
	s->label = *json_get_str(j, "label", "") ? xstrdup(json_get_str(j, "label", "")) : NULL;
	s->suggestion = xstrdup_or_null(json_get_str(j, "suggested_replacement", NULL));
	s->applicability = read_applicability(json_get_str(j, "suggestion_applicability", ""));
}

static bool contains(const struct json *outer, const struct diag_span *s)
{
	return streq(file_of(outer), s->file) && get_u32(outer, "byte_start", 0) <= s->byte_start &&
	       get_u32(outer, "byte_end", 0) >= s->byte_end;
}

static bool has_label_at(const struct diag *d, const struct diag_span *s)
{
	for (size_t i = 0; i < d->n_spans; i++)
		if (d->spans[i].byte_start == s->byte_start &&
		    same_text(d->spans[i].label, s->label))
			return true;
	return false;
}

/*
 * For the primary span s, read from j: the call of the learner's own macro, in the words of
 * rustc's text.
 */
static void add_invocation(const struct json *j, const struct diag_span *s, struct diag *d)
{
	const char *macro = NULL;
	const struct json *call = outermost(j, &macro);
	struct diag_span extra = { 0 };

	if (!macro || s->from_expansion || contains(call, s))
		return;
	read_place(call, &extra);
	extra.macro_name = xstrdup(macro);
	extra.label = xstrdup(starts_with(macro, "#[derive(") ? "in this derive macro expansion"
			      : starts_with(macro, "#[")      ? "in this attribute macro expansion"
							      : "in this macro invocation");
	if (has_label_at(d, &extra))
		span_release(&extra);
	else
		d->spans[d->n_spans++] = extra;
}

static void read_spans(const struct json *arr, struct diag *d, bool invocations)
{
	size_t n = MIN(json_len(arr), (size_t)DIAG_MAX_PARTS), i = 0;

	d->spans = n ? xcalloc(n * 2, sizeof(*d->spans)) : NULL; /* room for one invocation each */
	for (const struct json *j = json_first(arr); j && i < n; j = json_next(j), i++)
		read_span(j, &d->spans[d->n_spans++]);
	i = 0;
	for (const struct json *j = json_first(arr); j && i < n && invocations;
	     j = json_next(j), i++)
		if (d->spans[i].primary)
			add_invocation(j, &d->spans[i], d);
}

static void read_diag(const struct json *j, bool child, struct diag *d)
{
	const struct json *code = json_get(j, "code"), *children = json_get(j, "children");
	size_t n = child ? 0 : MIN(json_len(children), (size_t)DIAG_MAX_PARTS);

	memset(d, 0, sizeof(*d));
	d->root_of = -1;
	d->level = read_level(json_get_str(j, "level", ""));
	d->message = xstrdup(json_get_str(j, "message", ""));
	d->code = xstrdup_or_null(json_get_str(code, "code", NULL));
	d->explanation = xstrdup_or_null(json_get_str(code, "explanation", NULL));
	d->rendered = xstrdup_or_null(json_get_str(j, "rendered", NULL));
	read_spans(json_get(j, "spans"), d, !child);
	d->children = n ? xcalloc(n, sizeof(*d->children)) : NULL;
	for (j = json_first(children); j && d->n_children < n; j = json_next(j))
		read_diag(j, true, &d->children[d->n_children++]);
}

static void parse_line(const char *line, size_t len, struct diags *out)
{
	struct json *j = json_parse(line, len, NULL);
	const struct json *message = j;
	struct diag d;

	if (json_get(j, "reason"))
		message = json_get(j, "message");
	if (json_is_string(json_get(message, "message")) &&
	    json_is_string(json_get(message, "level"))) {
		read_diag(message, false, &d);
		diags_push_take(out, &d);
	}
	json_free(j);
}

void diags_parse(const char *text, size_t len, struct diags *out)
{
	const char *end = text + len, *nl;

	for (const char *p = text; p < end; p = nl + 1) {
		nl = memchr(p, '\n', (size_t)(end - p));
		if (!nl)
			nl = end;
		if ((size_t)(nl - p) > DIAG_MAX_LINE)
			out->skipped++;
		else if (*p == '{')
			parse_line(p, (size_t)(nl - p), out);
	}
}

const struct diag_span *diag_primary(const struct diag *d)
{
	for (size_t i = 0; i < d->n_spans; i++)
		if (d->spans[i].primary)
			return &d->spans[i];
	return d->n_spans ? &d->spans[0] : NULL;
}
