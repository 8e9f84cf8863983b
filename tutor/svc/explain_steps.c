/* One compile error as steps: what, where, story, rule, your code, try, analogue, usual fixes. */
#include <ctype.h>

#include "base/file.h"
#include "base/utf8.h"
#include "learn/fence.h"
#include "svc/explain_int.h"

#define MAX_LABELS 12

bool explain_is_tests(const char *file)
{
	return file && (streq(path_base(file), "tests.rs") || streq(path_base(file), "probe.rs") || starts_with(file, "tests/"));
}

bool explain_own_definition(const char *code, const struct explain_source *src, char **name, struct definition *d)
{
	struct tokens t = TOKENS_INIT;
	bool found = false;

	*name = NULL;
	lex(code, strlen(code), &t);
	for (size_t i = 0; i < t.n && !found && src->text; i++) {
		if (t.v[i].kind != TOKEN_IDENT)
			continue;
		free(*name);
		*name = xmemdupz(code + t.v[i].start, t.v[i].len);
		found = definition_find(src->text, src->len, *name, d);
	}
	if (!found) {
		free(*name);
		*name = NULL;
	}
	tokens_release(&t);
	return found;
}

bool source_line(const struct explain_source *s, int line, const char **text, size_t *len)
{
	const char *p = s->text, *end, *nl;

	if (!p || line < 1)
		return false;
	end = p + s->len;
	while (--line > 0 && p < end) {
		nl = memchr(p, '\n', (size_t)(end - p));
		p = nl ? nl + 1 : end;
	}
	if (p >= end)
		return false;
	nl = memchr(p, '\n', (size_t)(end - p));
	*text = p;
	*len = (size_t)((nl ? nl : end) - p);
	if (*len && p[*len - 1] == '\r')
		--*len;
	return true;
}

/* A line as it is shown: tabs to four spaces, cleaned, at most 200 columns. */
static void show_line(struct sbuf *out, const char *text, size_t len)
{
	struct sbuf clean = SBUF_INIT, wide = SBUF_INIT;

	utf8_sanitize(&clean, text, len);
	sbuf_add_replaced(&wide, clean.buf, "\t", "    ");
	sbuf_add(out, wide.buf, utf8_fit(wide.buf, wide.len, 200, NULL));
	sbuf_release(&clean);
	sbuf_release(&wide);
}

/* Columns of screen that the first `chars` characters of a line take. */
static int columns_before(const char *text, size_t len, int chars)
{
	struct sbuf shown = SBUF_INIT;
	size_t pos = 0, used;
	int width;

	while (chars-- > 0 && pos < len) {
		utf8_decode(text + pos, len - pos, &used);
		pos += used;
	}
	show_line(&shown, text, pos);
	width = utf8_width(shown.buf, shown.len);
	sbuf_release(&shown);
	return width;
}

void picture_add(struct sbuf *out, int line, const char *text, size_t len, int col, int col_end, const char *label)
{
	int from, to;

	sbuf_addf(out, "%4d | ", line);
	show_line(out, text, len);
	sbuf_addch(out, '\n');
	if (col <= 0)
		return;
	from = columns_before(text, len, col - 1);
	to = columns_before(text, len, MAX(col_end, col + 1) - 1);
	sbuf_addf(out, "     | %*s", from, "");
	sbuf_addchars(out, '^', (size_t)MAX(1, MIN(to - from, 120)));
	if (label && *label) {
		sbuf_addch(out, ' ');
		utf8_sanitize(out, label, strcspn(label, "\n"));
	}
	sbuf_addch(out, '\n');
}

void explain_add_where(struct steps *out, struct sbuf *text, struct sbuf *picture)
{
	struct step *s = steps_add(out, STEP_WHERE, ORIGIN_RUSTC, text->buf);

	s->verified = true;
	if (picture->len)
		step_set_code(s, picture->buf, "text");
	sbuf_release(picture);
	sbuf_release(text);
}

void inline_code(struct sbuf *out, const char *text, size_t len)
{
	const char *tick = memchr(text, '`', len) ? "``" : "`";
	struct sbuf clean = SBUF_INIT;
	size_t fit;

	while (len && isspace((unsigned char)*text)) {
		text++;
		len--;
	}
	utf8_sanitize(&clean, text, len);
	sbuf_rtrim(&clean);
	fit = utf8_fit(clean.buf, clean.len, 72, NULL);
	sbuf_addstr(out, tick);
	if (tick[1])
		sbuf_addch(out, ' ');
	sbuf_add(out, clean.buf, fit);
	if (fit < clean.len)
		sbuf_addstr(out, " …");
	if (tick[1])
		sbuf_addch(out, ' ');
	sbuf_addstr(out, tick);
	sbuf_release(&clean);
}

static bool label_line(const struct diag_span *span, const struct explain_source *src, const char **text, size_t *len)
{
	if (explain_is_tests(span->file) && src->hide_tests)
		return false;
	if (!explain_is_tests(span->file) && source_line(src, (int)span->line, text, len))
		return true;
	if (!span->text)
		return false;
	*text = span->text;
	*len = strcspn(span->text, "\n");
	return true;
}

/* lead: what is to be said first, or NULL. */
static void add_what(const struct diag *d, const struct card *card, const char *lead, struct steps *out)
{
	struct sbuf t = SBUF_INIT;

	if (lead)
		sbuf_addf(&t, "%s\n\n", lead);
	if (card && card->what)
		sbuf_addf(&t, "%s\n\n", card->what);
	sbuf_addf(&t, "%s: ", card && card->what ? "In rustc's words" : "rustc says");
	utf8_sanitize(&t, d->message, strlen(d->message));
	if (d->code)
		sbuf_addf(&t, " (%s)", d->code);
	sbuf_addch(&t, '.');
	steps_add(out, STEP_WHAT, card && card->what ? ORIGIN_CARD : ORIGIN_RUSTC, t.buf)->verified = true;
	sbuf_release(&t);
}

static void add_where(const struct diag *d, const struct explain_source *src, struct steps *out)
{
	const struct diag_span *p = diag_primary(d);
	struct sbuf t = SBUF_INIT, pic = SBUF_INIT;
	const char *line;
	size_t len;

	if (!p) {
		steps_add(out, STEP_WHERE, ORIGIN_RUSTC, "rustc names no line for this one: it concerns the program as a whole.")->verified = true;
		return;
	}
	sbuf_addf(&t, "Line %u of `%s`", p->line, p->file ? p->file : "the program");
	if (p->macro_name)
		sbuf_addf(&t, ", inside what `%s` expands to", p->macro_name);
	if (p->line_end > p->line)
		sbuf_addf(&t, ", down to line %u", p->line_end);
	sbuf_addch(&t, '.');
	if (label_line(p, src, &line, &len))
		picture_add(&pic, (int)p->line, line, len, (int)p->col,
			    p->line_end > p->line ? (int)p->col + 1 : (int)p->col_end, p->label);
	explain_add_where(out, &t, &pic);
}

/* "- Line 5, `let t = s;`: value moved here" */
static void story_line(struct sbuf *t, const struct diag_span *span, const char *label, const struct explain_source *src)
{
	const char *line;
	size_t len;

	sbuf_addf(t, "- Line %u%s", span->line, explain_is_tests(span->file) ? " of the tests" : "");
	if (label_line(span, src, &line, &len) && len) {
		sbuf_addstr(t, ", ");
		inline_code(t, line, len);
	}
	sbuf_addstr(t, ": ");
	utf8_sanitize(t, label, strcspn(label, "\n"));
	sbuf_addch(t, '\n');
}

/* Notes without a place of their own still belong to the story; suggestions do not (they are rung 3 and above). */
static void story_notes(struct sbuf *t, const struct diag *d)
{
	for (size_t i = 0; i < d->n_children; i++) {
		const struct diag *c = &d->children[i];

		if (c->level != DIAG_NOTE || c->n_spans || !c->message || strstr(c->message, "--explain") ||
		    strstr(c->message, "see <https://") || strstr(c->message, "see https://") || /* no page of these is here */
		    starts_with(c->message, "`#["))
			continue;
		sbuf_addstr(t, "- ");
		utf8_sanitize(t, c->message, strcspn(c->message, "\n"));
		sbuf_addch(t, '\n');
	}
}

static void add_story(const struct diag *d, const struct card *card, const struct explain_source *src, struct steps *out)
{
	struct diag_label labels[MAX_LABELS];
	size_t n = diag_labels(d, labels, MAX_LABELS);
	const struct diag_span *p = diag_primary(d);
	struct sbuf t = SBUF_INIT;
	struct step *s;

	for (size_t i = 0; i < n; i++)
		story_line(&t, labels[i].span, labels[i].text, src);
	if (!n && p)
		story_line(&t, p, d->message, src);
	story_notes(&t, d);
	if (card && card->story)
		sbuf_addf(&t, "\n%s\n", card->story);
	if (!t.len)
		utf8_sanitize(&t, d->message, strlen(d->message));
	s = steps_add(out, STEP_STORY, ORIGIN_RUSTC, t.buf);
	s->verified = true;
	sbuf_release(&t);
}

static bool is_prose(const char *p, size_t len)
{
	return len && *p != '#' && *p != '`' && *p != '\n' && isalpha((unsigned char)*p);
}

/* rustc --explain wraps its paragraphs; fences are skipped. */
void explain_first_paragraph(const char *text, struct sbuf *out)
{
	const char *p = text, *nl;
	bool fence = false, taking = false;

	for (; *p; p = *nl ? nl + 1 : nl) {
		size_t len;

		nl = p + strcspn(p, "\n");
		len = (size_t)(nl - p);
		if (len >= 3 && !memcmp(p, "```", 3)) {
			fence = !fence;
			if (taking)
				return;
		} else if (fence) {
			continue;
		} else if (!len && taking) {
			/* Many pages open with one bare sentence and explain after the example. */
			if (out->len > 120)
				return;
			taking = false;
		} else if (taking || is_prose(p, len)) {
			if (starts_with(p, "Erroneous code example") || starts_with(p, "#### Note")) {
				taking = false;
				continue;
			}
			if (out->len)
				sbuf_addch(out, ' ');
			utf8_sanitize(out, p, len);
			taking = true;
		}
	}
}

void explain_card_cites(const struct card *card, struct step *s)
{
	for (size_t i = 0; i < card->see.n; i++)
		step_add_cite(s, card->see.v[i], NULL);
}

static void add_rule(const struct diag *d, const struct card *card, const char *explain_text, struct steps *out)
{
	struct sbuf t = SBUF_INIT, page = SBUF_INIT;
	struct step *s;

	if (card && card->rule) {
		s = steps_add(out, STEP_RULE, ORIGIN_CARD, card->rule);
		explain_card_cites(card, s);
	} else if (explain_text) {
		explain_first_paragraph(explain_text, &t);
		s = steps_add(out, STEP_RULE, ORIGIN_DOCS, t.buf);
		s->verified = true;
		sbuf_addf(&page, "error_codes/%s.html", d->code);
		step_add_cite(s, page.buf, d->code);
	} else if (!d->code) {
		s = steps_add(out, STEP_RULE, ORIGIN_ENGINE,
			      "This error has no number: it comes from the stage that only reads the text of the program, before "
			      "types and borrows are looked at. The compiler follows the grammar from left to right and stops at the "
			      "first token that cannot stand there. The mistake is at that token or just before it, often at the end "
			      "of the line above; later errors may vanish with this one.");
	} else {
		s = steps_add(out, STEP_RULE, ORIGIN_ENGINE,
			      "This is a lint or a newer error that has no page of its own here. The labels above say what the compiler "
			      "saw, in the order of the program; the line it marks is where its rule was broken.");
	}
	sbuf_release(&page);
	sbuf_release(&t);
}

/* Without a card's sentence: what the labels say about the learner's own names and lines. */
static void engine_your_code(const struct diag *d, const struct explain_source *src, struct sbuf *t)
{
	const struct diag_span *p = diag_primary(d);
	struct strv names = STRV_INIT;
	struct diag_label labels[MAX_LABELS];
	size_t n = diag_labels(d, labels, MAX_LABELS), len;
	const char *line;

	diag_names(d, &names);
	if (p) {
		sbuf_addf(t, "In your program the place to look at is line %u", p->line);
		if (label_line(p, src, &line, &len) && len) {
			sbuf_addstr(t, ", ");
			inline_code(t, line, len);
		}
		sbuf_addch(t, '.');
	}
	if (names.n)
		sbuf_addf(t, " The name it is about is `%s`.", names.v[0]);
	for (size_t i = 0; i < n && i < 2; i++)
		if (!labels[i].primary)
			sbuf_addf(t, " Line %u belongs to it: %.*s.", labels[i].span->line,
				  (int)strcspn(labels[i].text, "\n"), labels[i].text);
	strv_release(&names);
}

static void add_your_code(const struct diag *d, const struct card *card, const struct explain_source *src, struct steps *out)
{
	struct sbuf t = SBUF_INIT;
	enum step_origin origin = ORIGIN_CARD;

	if (card)
		card_your_code(card, d, &t);
	if (!t.len) {
		origin = ORIGIN_ENGINE;
		engine_your_code(d, src, &t);
	}
	if (t.len)
		steps_add(out, STEP_YOUR_CODE, origin, t.buf);
	sbuf_release(&t);
}

/* A card's section holds a program in a fence, and maybe words around it. */
static void add_analogue(const char *section, const char *lead, const char *title, const char *lang, struct steps *out)
{
	struct sbuf text = SBUF_INIT, rest = SBUF_INIT;
	char *code = fence_first(section, &rest);
	struct step *s;

	if (code) {
		sbuf_addstr(&text, lead);
		if (rest.len)
			sbuf_addf(&text, "\n\n%s", rest.buf);
		s = steps_add(out, STEP_ANALOGUE, ORIGIN_CARD, text.buf);
		if (title)
			step_set_title(s, title);
		step_set_code(s, code, lang);
	}
	free(code);
	sbuf_release(&rest);
	sbuf_release(&text);
}

void explain_card_tail(const struct card *card, struct steps *out)
{
	struct step *s;

	if (card->attempt)
		steps_add(out, STEP_TRY, ORIGIN_CARD, card->attempt);
	add_analogue(card->wrong, "The same mistake in another program:", NULL, "rust,compile_fail", out);
	add_analogue(card->right, "And its cure:", "The cure there", "rust", out);
	if (card->fixes) {
		s = steps_add(out, STEP_FIX, ORIGIN_CARD, card->fixes);
		step_set_title(s, "The usual fixes");
	}
}

/* rustc's own help, where there is no card: only that it is there; its text is a fix and stands on rung 5. */
static void help_tail(const struct diag *d, struct steps *out)
{
	struct sbuf t = SBUF_INIT;
	bool any = false;

	for (size_t i = 0; i < d->n_children; i++) {
		const struct diag *c = &d->children[i];

		if (c->level != DIAG_HELP || !c->message)
			continue;
		sbuf_addstr(&t, "- ");
		utf8_sanitize(&t, c->message, strcspn(c->message, "\n"));
		sbuf_addch(&t, '\n');
		any = true;
	}
	if (any) {
		struct step *s = steps_add(out, STEP_FIX, ORIGIN_RUSTC, t.buf);

		step_set_title(s, "What rustc suggests");
		s->verified = false;
	}
	sbuf_release(&t);
}

/* --- `___`, where an exercise leaves something to be filled in --- */

static const char gap[] = "___";

static bool is_gap(const struct diag *d)
{
	struct strv names = STRV_INIT;
	bool found;

	diag_names(d, &names);
	found = names.n && streq(names.v[0], gap) && starts_with(d->message, "cannot find");
	strv_release(&names);
	return found;
}

/* "3 gaps are still to be filled, on line 1 and 4." */
static void say_gaps(const struct explain_source *src, struct sbuf *out)
{
	struct tokens t = TOKENS_INIT;
	struct sbuf lines = SBUF_INIT;
	unsigned n = 0, last = 0;

	lex(src->text, src->len, &t);
	for (size_t i = 0; i < t.n; i++) {
		if (!token_is(src->text, &t.v[i], gap))
			continue;
		n++;
		if (t.v[i].line != last)
			sbuf_addf(&lines, "%s%u", last ? ", " : "", t.v[i].line);
		last = t.v[i].line;
	}
	sbuf_addf(out, "%u gap%s still to be filled, on line%s %s: `___` marks where something of yours belongs.", n, n == 1 ? " is" : "s are",
		  strchr(lines.buf, ',') ? "s" : "", lines.buf);
	sbuf_release(&lines);
	tokens_release(&t);
}

static void gap_your_code(const struct diag *d, const struct explain_source *src, struct steps *out)
{
	const struct diag_span *p = diag_primary(d);
	struct sbuf t = SBUF_INIT;
	const char *line;
	size_t len;

	sbuf_addf(&t, "%s belongs in this gap", strstr(d->message, "type") ? "A type" : strstr(d->message, "macro") ? "The name of a macro" :
		  strstr(d->message, "function") ? "The name of a function" : strstr(d->message, "value") ? "A value" : "Something");
	if (p && source_line(src, (int)p->line, &line, &len)) {
		sbuf_addstr(&t, ": ");
		inline_code(&t, line, len);
	}
	sbuf_addstr(&t, ". Read the whole line, and where its names are used further down: that says what fits.");
	steps_add(out, STEP_YOUR_CODE, ORIGIN_ENGINE, t.buf);
	sbuf_release(&t);
}

static void gap_steps(const struct diag *d, const struct card *card, const struct explain_source *src, struct steps *out)
{
	struct sbuf t = SBUF_INIT;
	struct step *s;

	say_gaps(src, &t);
	steps_add(out, STEP_WHAT, ORIGIN_ENGINE, t.buf)->verified = true;
	add_where(d, src, out);
	add_story(d, NULL, src, out);
	s = steps_add(out, STEP_RULE, ORIGIN_ENGINE,
		      "To the compiler `___` is a name like any other, and nothing has this name, so it stops there. What the statement "
		      "asks for decides what goes into each gap.");
	if (card)
		explain_card_cites(card, s);
	gap_your_code(d, src, out);
	steps_add(out, STEP_TRY, ORIGIN_ENGINE,
		  "Fill the gap that you are most sure of, check, and read what changed; then take the next.");
	sbuf_release(&t);
}

void explain_error_steps(const struct diag *d, const struct card *card, const char *explain_text,
			 const struct explain_source *src, const struct tests_error *te, struct steps *out)
{
	struct sbuf said = SBUF_INIT;

	if (!te && src->text && is_gap(d)) {
		gap_steps(d, card, src, out);
		return;
	}
	if (te)
		explain_tests_say(d, te, &said);
	add_what(d, card, te ? said.buf : NULL, out);
	if (te)
		explain_tests_where(d, te, src, out);
	else
		add_where(d, src, out);
	add_story(d, card, src, out);
	add_rule(d, card, explain_text, out);
	if (te)
		explain_tests_your_code(te, src, out);
	else
		add_your_code(d, card, src, out);
	sbuf_release(&said);
	if (card)
		explain_card_tail(card, out);
	else
		steps_add(out, STEP_TRY, ORIGIN_ENGINE,
			  "Read the marked line aloud, token by token, and compare it with the rule above; then look at the line that "
			  "the first label names. Change one thing and check again.");
	help_tail(d, out);
}

void explain_card_steps(const struct card *card, const char *code, const char *explain_text, struct steps *out)
{
	struct sbuf t = SBUF_INIT, page = SBUF_INIT;
	struct step *s;

	if (explain_text)
		explain_first_paragraph(explain_text, &t);
	if (card && card->what)
		s = steps_add(out, STEP_WHAT, ORIGIN_CARD, card->what);
	else
		s = steps_add(out, STEP_WHAT, ORIGIN_DOCS, t.buf);
	s->verified = true;
	if (card && card->story)
		steps_add(out, STEP_STORY, ORIGIN_CARD, card->story);
	if (card && card->rule) {
		explain_card_cites(card, steps_add(out, STEP_RULE, ORIGIN_CARD, card->rule));
	} else if (explain_text) {
		s = steps_add(out, STEP_RULE, ORIGIN_DOCS, explain_text);
		s->verified = true;
		sbuf_addf(&page, "error_codes/%s.html", code);
		step_add_cite(s, page.buf, code);
	}
	if (card)
		explain_card_tail(card, out);
	sbuf_release(&page);
	sbuf_release(&t);
}
