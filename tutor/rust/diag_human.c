/*
 * rustc's human form, as a learner pastes it: colours, cargo's progress lines around it, an
 * indent or a quote mark in front of every line. Line by line: a head ("error[E0382]: …", "note:
 * …") opens a diagnostic or a child of the one before, an arrow gives the place, rows with a
 * gutter are collected and read by diag_snippet.c.
 */
#include "rust/diag_snippet.h"

#define MAX_PLACE (1ul << 24) /* lines and columns are clamped to this */

struct human {
	struct diags *out;
	struct diag d;	    /* being read; message NULL: none */
	struct diag *child; /* of d, or NULL: the head is d's own */
	struct snippet snippet;
	struct sbuf rendered;
	bool after_head; /* the line before was a head: a message may go on */
	bool noted;	 /* the line before was a `= note:`, which may go on */
	bool blank;	 /* an empty line was seen since d's last line */
};

/* Escape sequences (colours, links), carriage returns and other control characters are dropped. */
static void clean(const char *text, size_t len, struct sbuf *out)
{
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];

		if (c == 0x1b && i + 1 < len && text[i + 1] == '[') {
			for (i += 2; i < len && !(text[i] >= '@' && text[i] <= '~');)
				i++;
		} else if (c == 0x1b && i + 1 < len && text[i + 1] == ']') {
			for (i += 2;
			     i < len && text[i] != '\a' && text[i] != 0x1b && text[i] != '\n';)
				i++;
			if (i + 1 < len && text[i] == 0x1b && text[i + 1] == '\\')
				i++;
			else if (i < len && text[i] == '\n')
				i--;
		} else if (c >= ' ' || c == '\n' || c == '\t') {
			sbuf_addch(out, text[i]);
		}
	}
}

static struct diag *target(struct human *h)
{
	return h->child ? h->child : &h->d;
}

/* The place of the arrow, for what is read without marks. */
static void add_bare_span(struct human *h, struct diag *d)
{
	struct diag_span *s;

	d->spans = xrealloc(d->spans, (d->n_spans + 1) * sizeof(*d->spans));
	s = &d->spans[d->n_spans++];
	memset(s, 0, sizeof(*s));
	s->file = xstrdup(h->snippet.file);
	s->line = s->line_end = h->snippet.line;
	s->col = s->col_end = h->snippet.col;
	s->hl_start = s->hl_end = 1;
	s->primary = true;
}

static bool has_primary(const struct diag *d)
{
	for (size_t i = 0; i < d->n_spans; i++)
		if (d->spans[i].primary)
			return true;
	return false;
}

/* The arrow points at the first primary span: that one goes first, as in the JSON. */
static void put_primary_first(struct human *h, struct diag *d)
{
	for (size_t i = 0; i < d->n_spans; i++) {
		struct diag_span s = d->spans[i];

		if (!s.primary || s.line != h->snippet.line || s.col != h->snippet.col)
			continue;
		memmove(d->spans + 1, d->spans, i * sizeof(s));
		d->spans[0] = s;
		return;
	}
}

static struct diag *add_child(struct human *h, enum diag_level level, const char *message,
			      size_t len)
{
	struct diag *c;

	if (h->d.n_children >= DIAG_MAX_PARTS)
		return NULL;
	h->d.children = xrealloc(h->d.children, (h->d.n_children + 1) * sizeof(*c));
	c = &h->d.children[h->d.n_children++];
	memset(c, 0, sizeof(*c));
	c->root_of = -1;
	c->level = level;
	c->message = xmemdupz(message, len);
	return c;
}

/*
 * Short suggestions are drawn as labels: "help: a local variable with a similar name exists:
 * `total`". In the JSON they are a child whose message has no replacement behind it.
 */
static void lift_help_labels(struct human *h)
{
	struct diag *d = &h->d;

	for (size_t i = 0; i < d->n_spans; i++) {
		char *label = d->spans[i].label, *end;

		if (!label || !starts_with(label, "help: "))
			continue;
		end = strstr(label, ": `");
		for (char *next = end; next && (next = strstr(next + 1, ": `"));)
			end = next;
		add_child(h, DIAG_HELP, label + 6,
			  end && end > label + 6 ? (size_t)(end - label - 6) : strlen(label + 6));
		free(label);
		d->spans[i].label = NULL;
		if (!d->spans[i].primary) {
			free(d->spans[i].file);
			free(d->spans[i].text);
			memmove(&d->spans[i], &d->spans[i + 1],
				(d->n_spans - i - 1) * sizeof(*d->spans));
			d->n_spans--;
			i--;
		}
	}
}

static void end_snippet(struct human *h)
{
	struct diag *d = target(h);

	if (!h->snippet.file || !h->d.message) {
		snippet_release(&h->snippet);
		return;
	}
	snippet_read(&h->snippet, &d->spans, &d->n_spans);
	if (!has_primary(d))
		add_bare_span(h, d);
	put_primary_first(h, d);
	snippet_release(&h->snippet);
	if (!h->child)
		lift_help_labels(h);
}

/*
 * The lint of an earlier warning with the same words but for what is quoted; NULL when there is
 * none.
 */
static const char *lint_before(const struct diags *before, const struct diag *d)
{
	struct sbuf want = SBUF_INIT, key = SBUF_INIT;
	const char *lint = NULL;

	diag_key(d, 2, &want);
	for (size_t i = 0; i < before->n && !lint; i++) {
		const struct diag *b = &before->v[i];

		if (b->level != DIAG_WARNING || !b->code)
			continue;
		sbuf_reset(&key);
		diag_key(b, 2, &key);
		if (streq(strchr(key.buf, '|'), strchr(want.buf, '|')))
			lint = b->code;
	}
	sbuf_release(&want);
	sbuf_release(&key);
	return lint;
}

/* Lints have no code in the head; rustc names it in a note, for the first of its kind only. */
static void find_lint(struct diag *d, const struct diags *before)
{
	static const struct {
		const char *pattern, *lint;
	} known[] = {
		{ "unused variable: _", "unused_variables" },
		{ "unused import: _", "unused_imports" },
		{ "unused imports: _", "unused_imports" },
		{ "variable does not need to be mutable", "unused_mut" },
		{ "_ is never used", "dead_code" },
		{ "_ is never constructed", "dead_code" },
		{ "_ is never read", "dead_code" },
		{ "_ are never used", "dead_code" },
		{ "value assigned to _ is never read", "unused_assignments" },
		{ "unreachable _", "unreachable_code" },
	};

	for (size_t i = 0; i < d->n_children && !d->code; i++) {
		const char *m = d->children[i].message,
			   *open = starts_with(m, "`#[") ? strchr(m, '(') : NULL;

		if (open && strstr(m, " on by default"))
			d->code = xmemdupz(open + 1, strcspn(open + 1, ")"));
	}
	for (size_t i = 0; i < ARRAY_SIZE(known) && d->level == DIAG_WARNING && !d->code; i++)
		if (diag_matches(known[i].pattern, d->message))
			d->code = xstrdup(known[i].lint);
	if (d->level == DIAG_WARNING && !d->code)
		d->code = xstrdup_or_null(lint_before(before, d));
}

static void end_diag(struct human *h)
{
	end_snippet(h);
	if (h->d.message) {
		find_lint(&h->d, h->out);
		sbuf_rtrim(&h->rendered);
		sbuf_addch(&h->rendered, '\n');
		h->d.rendered = sbuf_detach(&h->rendered, NULL);
		diags_push_take(h->out, &h->d);
	}
	sbuf_reset(&h->rendered);
	memset(&h->d, 0, sizeof(h->d));
	h->child = NULL;
}

struct head {
	enum diag_level level;
	const char *code; /* NULL: none */
	size_t code_len;
	const char *message;
};

/* `error[E0382]: …`, `warning: …`, `error: internal compiler error: …`. */
static bool read_head(const char *line, struct head *out)
{
	static const struct {
		const char *word;
		enum diag_level level;
	} words[] = {
		{ "error", DIAG_ERROR },
		{ "warning", DIAG_WARNING },
		{ "note", DIAG_NOTE },
		{ "help", DIAG_HELP },
	};

	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		const char *p = line + strlen(words[i].word);

		if (!starts_with(line, words[i].word))
			continue;
		*out = (struct head){ words[i].level, NULL, 0, NULL };
		if (*p == '[') {
			out->code = p + 1;
			out->code_len = strcspn(p + 1, "] ");
			p += 1 + out->code_len;
			if (*p++ != ']' || !out->code_len)
				return false;
		}
		if (p[0] != ':' || p[1] != ' ')
			return false;
		out->message = p + 2;
		return true;
	}
	return false;
}

static void start_diag(struct human *h, const struct head *head)
{
	static const char ice[] = "internal compiler error: ";
	bool is_ice = starts_with(head->message, ice);

	end_diag(h);
	h->d.root_of = -1;
	h->d.level = is_ice ? DIAG_ICE : head->level;
	h->d.message = xstrdup(head->message + (is_ice ? sizeof(ice) - 1 : 0));
	if (head->code)
		h->d.code = xmemdupz(head->code, head->code_len);
}

static bool is_note(const struct head *head)
{
	return head->level == DIAG_NOTE || head->level == DIAG_HELP;
}

/* rustc adds this note to the text only; the JSON has the expansion instead. */
static bool is_origin_note(const char *message)
{
	return starts_with(message, "this ") && strstr(message, " originates in the ");
}

static void take_head(struct human *h, const struct head *head)
{
	if (!is_note(head) || !h->d.message) {
		start_diag(h, head);
		return;
	}
	end_snippet(h);
	if (!is_origin_note(head->message))
		h->child = add_child(h, head->level, head->message, strlen(head->message));
}

/* `   --> src/main.rs:4:20`, and `:::` for further files of the same drawing. */
static bool read_arrow(const char *line, struct human *h)
{
	const char *p = line + strspn(line, " "), *end, *colon;
	unsigned long n[2] = { 0, 0 };

	if (!starts_with(p, "--> ") && !starts_with(p, "::: "))
		return false;
	p += 4;
	end = p + strlen(p);
	for (int i = 1; i >= 0; i--) {
		for (colon = end; colon > p && colon[-1] != ':';)
			colon--;
		if (colon > p && colon < end && *colon >= '0' && *colon <= '9')
			n[i] = strtoul(colon, NULL, 10);
		if (!n[i])
			return true; /* a file alone: an arrow, but no place */
		end = colon - 1;
	}
	end_snippet(h);
	h->snippet.file = xmemdupz(p, (size_t)(end - p));
	h->snippet.line = (uint32_t)MIN(n[0], MAX_PLACE);
	h->snippet.col = (uint32_t)MIN(n[1], MAX_PLACE);
	return true;
}

/*
 * `12 | text`, ` | ^^^^ label`, `...`; also `12 - text` and `12 + text` of suggestions, which are
 * passed over.
 */
static bool read_gutter(const char *line, struct human *h)
{
	const char *p = line + strspn(line, " "), *digits = p, *text;
	unsigned long n = 0;

	if (starts_with(line, "..."))
		return true;
	p += strspn(p, "0123456789");
	if (p > digits)
		n = strtoul(digits, NULL, 10);
	p += strspn(p, " ");
	if (p > digits && p[-1] == ' ' && strchr("+-~", *p) && *p)
		return true;
	if (*p != '|')
		return false;
	text = p[1] == ' ' ? p + 2 : p + 1;
	if (h->snippet.file)
		snippet_add(&h->snippet, (uint32_t)MIN(n, MAX_PLACE), text, strlen(text));
	return true;
}

static void append_line(char **to, const char *line)
{
	char *all = xstrfmt("%s\n%s", *to, line);

	free(*to);
	*to = all;
}

/* `   = note: …`; its further lines are indented deeper than the `=`. */
static bool read_note(const char *line, struct human *h)
{
	const char *p = line + strspn(line, " ");
	struct diag *d = &h->d;
	struct head head;

	if (p > line && starts_with(p, "= ") && read_head(p + 2, &head)) {
		end_snippet(h);
		h->child = NULL;
		h->noted = !is_origin_note(head.message) &&
			   add_child(h, head.level, head.message, strlen(head.message));
		return true;
	}
	if (!h->noted || p - line < 4 || !*p || !d->n_children)
		return false;
	append_line(&d->children[d->n_children - 1].message, p);
	return true;
}

static void read_line(struct human *h, const char *line)
{
	bool after_head = h->after_head, blank = h->blank;
	struct head head;

	h->after_head = h->blank = false;
	if (read_head(line, &head)) {
		take_head(h, &head);
		h->noted = false;
		h->after_head = true;
	} else if (!h->d.message) {
		return;
	} else if (!*line) {
		h->blank = true;
		h->noted = false;
	} else if (read_note(line, h) || read_arrow(line, h) || read_gutter(line, h)) {
		h->noted = h->noted && line[0] == ' ';
	} else if (after_head && *line == ' ') {
		append_line(&target(h)->message, line + strspn(line, " "));
		h->after_head = true;
	} else if (blank && *line != ' ') {
		end_diag(h); /* cargo's or the shell's words */
	}
	if (h->d.message && h->rendered.len < DIAG_MAX_LINE)
		sbuf_addf(&h->rendered, "%s\n", line);
}

/* What stands in front of the first head (an indent, `> `) is taken off every line. */
static size_t quote_width(const struct strv *lines)
{
	struct head head;

	for (size_t i = 0; i < lines->n; i++) {
		const char *p = lines->v[i] + strspn(lines->v[i], " \t>|#/");

		if (read_head(p, &head) && !is_note(&head))
			return (size_t)(p - lines->v[i]);
	}
	return 0;
}

void diags_parse_human(const char *text, size_t len, struct diags *out)
{
	struct human h = { .out = out, .snippet = SNIPPET_INIT, .rendered = SBUF_INIT };
	struct sbuf plain = SBUF_INIT;
	struct strv lines = STRV_INIT;
	size_t quote;

	clean(text, len, &plain);
	strv_split(&lines, plain.buf, '\n');
	quote = quote_width(&lines);
	for (size_t i = 0; i < lines.n; i++) {
		char *line = lines.v[i];
		size_t n = strlen(line);

		while (n && strchr(" \t", line[n - 1]))
			line[--n] = '\0';
		read_line(&h, line + MIN(quote, n));
	}
	end_diag(&h);
	sbuf_release(&h.rendered);
	snippet_release(&h.snippet);
	strv_release(&lines);
	sbuf_release(&plain);
}
