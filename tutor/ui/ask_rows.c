/* The page of a thread: one Markdown document of all questions and answers, and a few lines about the last one below it. */
#include <ctype.h>

#include "base/utf8.h"
#include "ui/asking.h"

#define QUESTION_SHOWN 300 /* bytes */

/* Plain text as Markdown that says just that, on one line. */
static void add_escaped(struct sbuf *md, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		char c = text[i];

		if (ispunct((unsigned char)c))
			sbuf_addch(md, '\\');
		sbuf_addch(md, isspace((unsigned char)c) ? ' ' : c);
	}
}

static void add_question(struct sbuf *md, const char *text)
{
	size_t len = strlen(text);
	bool cut = len > QUESTION_SHOWN;

	sbuf_addstr(md, "\n## ");
	if (cut)
		len = utf8_cluster_at(text, len, QUESTION_SHOWN);
	if (len)
		add_escaped(md, text, len);
	else
		sbuf_addstr(md, "What does this error mean?");
	sbuf_addstr(md, cut ? " ...\n\n" : "\n\n");
}

/* --- [n] as links --- */

static const char *page_of(const struct cites *c, long n)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->v[i].n == n)
			return c->v[i].page;
	return NULL;
}

/* "[12]" at s: its number and how long it is; 0: it is none. */
static size_t cite_at(const char *s, long *n)
{
	size_t digits = *s == '[' ? strspn(s + 1, "0123456789") : 0;

	if (!digits || digits > 3 || s[1 + digits] != ']' || s[2 + digits] == '(')
		return 0;
	*n = strtol(s + 1, NULL, 10);
	return digits + 2;
}

static void add_link(struct sbuf *md, long n, const char *page)
{
	char *place = ui_place_of(page);

	sbuf_addf(md, "[\\[%ld\\]](<%s>)", n, place);
	free(place);
}

static size_t line_end(const char *s)
{
	size_t n = strcspn(s, "\n");

	return n + (s[n] == '\n');
}

/* Text of Markdown with its citations as links; code, in line or in blocks, stays as it is. */
static void add_linked(struct sbuf *md, const char *s, const struct cites *cites)
{
	bool fence = false, code = false, start = true;
	long n;

	while (*s) {
		size_t blank = start ? strspn(s, " ") : 0, len = fence || code ? 0 : cite_at(s, &n);
		const char *page = len ? page_of(cites, n) : NULL;

		if (start && (starts_with(s + blank, "```") || starts_with(s + blank, "~~~")))
			fence = !fence;
		else if (!fence && *s == '`')
			code = !code;
		if (page)
			add_link(md, n, page);
		len = page ? len : start && fence ? line_end(s) : start && starts_with(s + blank, "```") ? line_end(s) : 1;
		if (!page)
			sbuf_add(md, s, len);
		start = s[len - 1] == '\n';
		code = code && !start;
		s += len;
	}
}

static void add_sources(struct sbuf *md, const struct cites *c)
{
	for (size_t i = 0; i < c->n; i++) {
		char *place = ui_place_of(c->v[i].page);
		const char *title = c->v[i].title ? c->v[i].title : c->v[i].page;

		sbuf_addf(md, "%s- [\\[%d\\] ", i ? "" : "\n", c->v[i].n);
		add_escaped(md, title, strlen(title));
		sbuf_addf(md, "](<%s>)\n", place);
		free(place);
	}
}

/* --- an answer of this session --- */

static void add_code(struct sbuf *md, const struct step *s)
{
	/* Longer than any run of back ticks in it. */
	sbuf_addf(md, "\n`````%s\n%s%s`````\n", s->lang ? s->lang : "rust", s->code, ends_with(s->code, "\n") ? "" : "\n");
}

static void add_step(struct sbuf *md, const struct step *s, const struct cites *cites)
{
	char *prints = s->code ? compose_output(s) : NULL; /* what a program prints stands behind it, words about it before */

	sbuf_addstr(md, "\n#### ");
	add_escaped(md, s->title, strlen(s->title));
	sbuf_addf(md, " (%s%s)\n\n", origin_name(s->origin), s->verified ? ", checked" : "");
	if (prints)
		add_code(md, s);
	if (prints)
		sbuf_addch(md, '\n');
	add_linked(md, s->text, cites);
	sbuf_addch(md, '\n');
	if (s->code && !prints)
		add_code(md, s);
	free(prints);
}

/* The model's come later: behind the others, wherever they belong, so that nothing moves under the reader's eyes. */
static void add_answer(struct sbuf *md, const struct ask_turn *t)
{
	for (int model = 0; model < 2; model++)
		for (size_t i = 0; i < t->steps.n; i++)
			if ((t->steps.v[i].origin == ORIGIN_MODEL) == model)
				add_step(md, &t->steps.v[i], &t->cites);
	add_sources(md, &t->cites);
}

/* --- an answer of an earlier time: its Markdown ends with lines like "- [1] title (page)" --- */

static bool read_source(const char *line, size_t len, struct cites *out)
{
	long n;
	size_t head = starts_with(line, "- ") ? cite_at(line + 2, &n) : 0;
	size_t open = len;

	if (!head || !len || line[len - 1] != ')')
		return false;
	while (open > head + 2 && line[open - 1] != '(')
		open--;
	if (open <= head + 4)
		return false;
	char *page = xmemdupz(line + open, len - 1 - open), *title = xmemdupz(line + head + 3, open - head - 5);
	/* numbered as it was written: lists are whole and in order */
	bool ok = *page && cites_add(out, page, title) == n;
	free(page);
	free(title);
	return ok;
}

static void add_kept(struct sbuf *md, const char *text)
{
	struct cites cites = CITES_INIT;
	size_t end = strlen(text), from = end;

	/* the lines of sources at the end */
	while (from > 0) {
		size_t line = from - (text[from - 1] == '\n');
		while (line > 0 && text[line - 1] != '\n')
			line--;
		if (!starts_with(text + line, "- ["))
			break;
		from = line;
	}
	for (size_t at = from; at < end; at += line_end(text + at))
		read_source(text + at, strcspn(text + at, "\n"), &cites);
	char *body = xmemdupz(text, from);
	add_linked(md, body, &cites);
	add_sources(md, &cites);
	free(body);
	cites_release(&cites);
}

/* --- the whole page --- */

static void parse(struct ask_view *a)
{
	struct sbuf md = SBUF_INIT, err = SBUF_INIT;

	for (size_t i = 0; i < a->n; i++) {
		add_question(&md, a->turns[i].question);
		if (a->turns[i].markdown)
			add_kept(&md, a->turns[i].markdown);
		else
			add_answer(&md, &a->turns[i]);
	}
	doc_release(&a->doc);
	if (md_parse(md.buf, md.len, 1, &a->doc, &err) < 0)
		ui_complain(a->view->ui, "%s", err.buf);
	sbuf_release(&md);
	sbuf_release(&err);
}

static void add_note(struct rows *out, enum row_style style, int width, const char *text)
{
	if (text)
		rows_add_text(out, style, 0, width, text);
}

/* What is said about the last answer, below it. */
static void tail_rows(struct ask_view *a, const struct ask_turn *t, int width, struct rows *out)
{
	const struct glyphs *g = a->view->ui->g;
	char *with = t->model && *t->model ? xstrfmt("%s took part; its words were checked.", t->model) : NULL;

	rows_add(out);
	if (a->call) {
		row_addf(rows_add(out), ROW_DIM, "%s %s", g->busy, a->progress ? a->progress : t->steps.n ? "looking for more" : "looking it up");
		free(with);
		return;
	}
	if (t->failed && a->view->ui->notes) {
		add_note(out, ROW_DIM, width, "The notes are being made from the Rust documentation, once; it will be answered when they are there.");
		free(with);
		return;
	}
	add_note(out, ROW_FAIL, width, t->failed);
	if (t->fix)
		row_addf(rows_add(out), ROW_TEXT, "This helps: %s", t->fix);
	add_note(out, ROW_DIM, width, t->proof);
	add_note(out, ROW_DIM, width, with);
	add_note(out, ROW_DIM, width, t->note);
	add_note(out, ROW_DIM, width, t->search_note);
	add_note(out, ROW_WARN, width, t->record_error);
	free(with);
}

static void unanswered_rows(struct ask_view *a, int width, struct rows *out)
{
	rows_add_text(out, ROW_TEXT, 0, width, "This was not answered yet when the program ended:");
	rows_add_text(out, ROW_STRONG, 2, width, a->unanswered);
	row_add(rows_add(out), ROW_LINK, "Ask it again", 12, "again:");
}

void ask_rows(struct ask_view *a, int width, struct rows *out)
{
	struct layout_opts o;

	if (a->earlier) {
		struct row *row = rows_add(out);
		row_addf(row, ROW_DIM, "%d earlier question%s: `tutor ask export %lld` writes all.", a->earlier, a->earlier == 1 ? "" : "s",
			 (long long)a->thread);
	}
	if (!a->n && !a->unanswered)
		rows_add_text(out, ROW_TEXT, 0, width, "Nothing is asked here yet; `a` asks.");
	if (!a->n) {
		if (a->unanswered)
			unanswered_rows(a, width, out);
		return;
	}
	parse(a);
	ui_layout_opts(a->view->ui, width, &o);
	layout_doc(&a->doc, &o, out);
	tail_rows(a, &a->turns[a->n - 1], width, out);
	if (a->unanswered) {
		rows_add(out);
		unanswered_rows(a, width, out);
	}
}
