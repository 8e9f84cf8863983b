#include "ui/result.h"

#include "base/utf8.h"

#define OUTPUT_LINES 200

static void add_mark(struct row *row, enum row_style style, const char *glyph, const char *word)
{
	row_addf(row, style, "%s %s", glyph, word);
}

/* --- steps --- */

static void step_head(struct ui *ui, const struct step *s, struct rows *out)
{
	struct row *row = rows_add(out);

	row_addf(row, ROW_HEADING3, "%s %s", ui->g->pick, s->title);
	row_addf(row, ROW_DIM, "  %s%s", origin_name(s->origin), s->verified ? ", checked" : "");
}

static void step_code(struct ui *ui, const struct step *s, int width, struct rows *out)
{
	struct sbuf md = SBUF_INIT;

	/* Longer than any run of back ticks in it. */
	sbuf_addf(&md, "`````%s\n%s%s`````\n", s->lang ? s->lang : "rust", s->code, ends_with(s->code, "\n") ? "" : "\n");
	ui_markdown(ui, md.buf, width, out);
	sbuf_release(&md);
}

static void step_cites(const struct step *s, struct rows *out)
{
	for (size_t i = 0; i < s->n_cites; i++) {
		char *href = ui_place_of(s->cites[i].page);
		char *text = xstrfmt("[%d] %s", s->cites[i].n, s->cites[i].title ? s->cites[i].title : s->cites[i].page);
		struct row *row = rows_add(out);
		row_add(row, ROW_TEXT, "  ", 2, NULL);
		row_add(row, ROW_LINK, text, strlen(text), href);
		free(href);
		free(text);
	}
}

/* Rows made elsewhere, set in by two columns. */
static void append_indented(struct rows *rows, int indent, struct rows *out)
{
	for (size_t i = 0; i < rows->n; i++) {
		struct row *row = rows_add(out);
		row->wrapped = rows->v[i].wrapped;
		for (size_t j = 0; j < rows->v[i].n; j++) {
			const struct piece *p = &rows->v[i].pieces[j];
			row_add_at(row, p->column + indent, p->style, p->text, strlen(p->text), p->href);
		}
	}
	rows_release(rows);
}

static void step_rows(struct ui *ui, const struct step *s, int width, struct rows *out)
{
	struct rows in = ROWS_INIT;

	step_head(ui, s, out);
	if (*s->text)
		ui_markdown(ui, s->text, width - 2, &in);
	if (s->code)
		step_code(ui, s, width - 2, &in);
	step_cites(s, &in);
	append_indented(&in, 2, out);
}

void result_steps(struct ui *ui, const struct steps *s, int from_rung, int to_rung, int width, struct rows *out)
{
	for (size_t i = 0; i < s->n; i++) {
		if (s->v[i].rung < from_rung || s->v[i].rung > to_rung)
			continue;
		if (out->n)
			rows_add(out);
		step_rows(ui, &s->v[i], width, out);
	}
}

void result_ladder(struct ui *ui, int taken, int next, int width, struct rows *out)
{
	struct row *row;

	rows_add(out);
	row = rows_add(out);
	row_add(row, ROW_HEADING3, "Hints", 5, NULL);
	for (int rung = RUNG_FREE + 1; rung <= RUNG_MAX; rung++) {
		row = rows_add(out);
		bool seen = rung <= taken;
		row_addf(row, seen ? ROW_OK : ROW_DIM, "  %s ", seen ? ui->g->ok : ui->g->todo);
		row_addf(row, seen ? ROW_TEXT : ROW_DIM, "%d of %d  %s", rung - RUNG_FREE, RUNG_MAX - RUNG_FREE, rung_title(rung));
		if (rung == next)
			row_addf(row, ROW_BADGE, "  %s press h (F7 in the editor)", ui->g->back);
	}
	(void)width;
}

/* --- output --- */

void result_output(struct ui *ui, const char *label, const char *text, size_t len, int max_lines, int width,
		   struct rows *out)
{
	struct row *row = rows_add(out);
	int lines = 0;

	row_addf(row, ROW_CODE_LABEL, "%s", label);
	(void)width;
	for (size_t i = 0; i < len && lines < max_lines; lines++) {
		size_t n = strcspn(text + i, "\n");
		n = MIN(n, len - i);
		row = rows_add(out);
		row_addf(row, ROW_DIM, "%s ", ui->g->vline);
		row_add(row, ROW_OUTPUT, text + i, n, NULL);
		i += n + 1;
	}
	if (lines == max_lines) {
		row = rows_add(out);
		row_addf(row, ROW_DIM, "%s and more; only the first %d lines are shown.", ui->g->ellipsis, max_lines);
	}
}

/* --- verdict --- */

static void verdict_row(struct ui *ui, const struct check_report *r, unsigned flags, struct rows *out)
{
	enum verdict v = r->r.verdict;
	bool passed = v == VERDICT_PASSED, wanted = (flags & RESULT_WANT_ERROR) && v == VERDICT_COMPILE_ERROR;
	struct row *row = rows_add(out);

	if (passed)
		add_mark(row, ROW_OK, ui->g->ok, r->is_exercise ? "Passed" : "It ran");
	else if (wanted)
		add_mark(row, ROW_NOTE, ui->g->dot, "rustc refuses it, as it should");
	else
		add_mark(row, ROW_FAIL, v == VERDICT_CANCELLED ? ui->g->dot : ui->g->fail, verdict_title(v));
	row_addf(row, ROW_DIM, "  %lld ms", (long long)r->r.ms);
}

static void note_rows(const struct check_report *r, int width, struct rows *out)
{
	if (r->r.note)
		rows_add_text(out, ROW_TEXT, 2, width, r->r.note);
	if (r->r.internal)
		rows_add_text(out, ROW_FAIL, 2, width, r->r.internal);
	if (r->record_error)
		rows_add_text(out, ROW_WARN, 2, width, r->record_error);
}

static void test_rows(struct ui *ui, const struct check_report *r, int width, struct rows *out)
{
	size_t passed = 0;

	for (size_t i = 0; i < r->r.n_tests; i++)
		passed += r->r.tests[i].passed;
	if (!r->r.n_tests)
		return;
	rows_add(out);
	row_addf(rows_add(out), ROW_HEADING3, "Tests: %zu of %zu pass", passed, r->r.n_tests);
	for (size_t i = 0; i < r->r.n_tests; i++) {
		const struct check_test *t = &r->r.tests[i];
		struct row *row = rows_add(out);
		row_addf(row, t->passed ? ROW_OK : ROW_FAIL, "  %s ", t->passed ? ui->g->ok : ui->g->fail);
		row_addf(row, ROW_TEXT, "%s", t->name);
		if (!t->passed && i && t->said && t[-1].said && streq(t->said, t[-1].said))
			row_addf(row, ROW_DIM, "  the same");
		else if (!t->passed && (t->said || t->message))
			rows_add_text(out, ROW_TEXT, 6, width, t->said ? t->said : t->message);
		if (!t->passed && t->output && *t->output)
			result_output(ui, "      printed", t->output, strlen(t->output), 20, width, out);
	}
}

static void difference_rows(struct ui *ui, const struct check_report *r, int width, struct rows *out)
{
	if (!r->r.expected && !r->r.got)
		return;
	rows_add(out);
	if (r->r.expected)
		result_output(ui, "Wanted", r->r.expected, strlen(r->r.expected), 40, width, out);
	if (r->r.got)
		result_output(ui, "Got", r->r.got, strlen(r->r.got), 40, width, out);
}

static void error_rows(struct ui *ui, const struct check_report *r, int max_rung, int width, struct rows *out)
{
	for (size_t i = 0; i < r->e.n; i++) {
		const struct explanation *e = &r->e.v[i];
		rows_add(out);
		struct row *row = rows_add(out);
		row_addf(row, ROW_FAIL, "%s ", ui->g->problem);
		if (e->code)
			row_addf(row, ROW_BADGE, "%s ", e->code);
		if (e->line > 0)
			row_addf(row, ROW_STRONG, "line %d", e->line);
		else if (!e->code)
			row_addf(row, ROW_STRONG, "%s", "What happened");
		if (r->e.n > 1)
			row_addf(row, ROW_DIM, "  error %zu of %zu", i + 1, r->e.n);
		result_steps(ui, &e->steps, 0, max_rung, width, out);
		for (size_t j = 0; j < e->consequences.n; j++) {
			if (!j)
				rows_add(out);
			rows_add_text(out, ROW_DIM, 2, width, e->consequences.v[j]);
		}
	}
}

static void warning_rows(struct ui *ui, const struct check_report *r, int width, struct rows *out)
{
	size_t shown = 0;

	for (size_t i = 0; i < r->r.diags.n && shown < 3; i++) {
		const struct diag *d = &r->r.diags.v[i];
		const struct diag_span *s = diag_primary(d);
		if (d->level != DIAG_WARNING || !s)
			continue;
		if (!shown++)
			rows_add(out);
		char *text = xstrfmt("%s line %u: warning: %s", ui->g->warn, s->line, d->message);
		rows_add_text(out, ROW_WARN, 0, width, text);
		free(text);
	}
}

void result_rows(struct ui *ui, const struct check_report *r, int max_rung, unsigned flags, int width,
		 struct rows *out)
{
	verdict_row(ui, r, flags, out);
	note_rows(r, width, out);
	if (!(flags & RESULT_BRIEF) || r->r.verdict != VERDICT_PASSED)
		test_rows(ui, r, width, out);
	difference_rows(ui, r, width, out);
	error_rows(ui, r, max_rung, width, out);
	/* What tests print stands beside each; the rest is the test program's own talk. */
	if (r->r.out.len && (!r->r.n_tests || (r->r.verdict != VERDICT_TEST_FAILED && r->r.verdict != VERDICT_PASSED))) {
		if (!(flags & RESULT_BRIEF))
			rows_add(out);
		result_output(ui, "It printed", r->r.out.buf, r->r.out.len, OUTPUT_LINES, width, out);
	} else if (r->r.verdict == VERDICT_PASSED && !r->is_exercise && !r->r.n_tests) {
		row_addf(rows_add(out), ROW_DIM, "It printed nothing.");
	}
	warning_rows(ui, r, width, out);
	if (r->after) {
		rows_add(out);
		ui_markdown(ui, r->after, width, out);
	}
}
