/* A lesson's document as rows, with programs that can be run, questions, and where to go from here. */
#include "ui/lesson.h"

#include "learn/course.h"
#include "learn/progress.h"
#include "ui/result.h"

#define RELATED_MAX 4

static void append(struct rows *in, int block, struct rows *out)
{
	for (size_t i = 0; i < in->n; i++) {
		struct row *row = rows_add(out);
		struct row *from = &in->v[i];
		*row = *from;
		row->block = block;
		*from = (struct row){ .block = -1 };
	}
	rows_release(in);
}

static const char *button(const struct fence *f)
{
	if (f->flags & FENCE_COMPILE_FAIL)
		return "see what rustc says";
	if (f->flags & FENCE_NO_RUN)
		return "compile";
	return "run";
}

static void program_button(struct lesson_view *l, size_t k, struct rows *out)
{
	const struct lesson_run *run = &l->runs[k];
	const struct fence *f = &l->lesson->fences.v[k];
	const struct glyphs *g = l->view->ui->g;
	char *href = xstrfmt("run:%zu", k);
	struct row *row = rows_add(out);

	row_add(row, ROW_TEXT, "  ", 2, NULL);
	if (run->call) {
		char *text = xstrfmt("%s %s", g->busy, run->progress ? run->progress : "running");
		row_add(row, ROW_WARN, text, strlen(text), href);
		free(text);
	} else {
		char *text = xstrfmt("%s %s%s", g->pick, button(f), run->ended ? " again" : "");
		row_add(row, ROW_LINK, text, strlen(text), href);
		free(text);
		row_addf(row, ROW_DIM, "  r%s", f->flags & FENCE_EDITABLE ? "   change it: e" : "");
	}
	free(href);
}

static void program_result(struct lesson_view *l, size_t k, int width, struct rows *out)
{
	const struct lesson_run *run = &l->runs[k];
	const struct fence *f = &l->lesson->fences.v[k];
	struct rows in = ROWS_INIT;

	if (run->call)
		return;
	if (run->error)
		rows_add_text(&in, ROW_FAIL, 0, width - 4, run->error);
	else if (run->report)
		result_rows(l->view->ui, run->report, MIN(run->report->max_rung, RUNG_FREE),
			    RESULT_BRIEF | (f->flags & FENCE_COMPILE_FAIL ? RESULT_WANT_ERROR : 0), width - 4, &in);
	for (size_t i = 0; i < in.n; i++) {
		struct row *row = rows_add(out);
		for (size_t j = 0; j < in.v[i].n; j++) {
			const struct piece *p = &in.v[i].pieces[j];
			row_add_at(row, p->column + 4, p->style, p->text, strlen(p->text), p->href);
		}
	}
	rows_release(&in);
}

static bool is_output(const struct block *b)
{
	return b->kind == BLOCK_CODE && b->info && starts_with(b->info, "output");
}

/* The button stands below the program, or below its output when the lesson shows that. */
static void after_block(struct lesson_view *l, size_t i, int width, struct rows *out)
{
	const struct doc *d = &l->lesson->doc;
	size_t fence_block = i;

	if (i + 1 < d->n && is_output(&d->blocks[i + 1]))
		return;
	if (is_output(&d->blocks[i]) && i > 0)
		fence_block = i - 1;
	const struct fence *f = lesson_fence_at(l->lesson, fence_block);
	if (!f)
		return;
	program_button(l, (size_t)(f - l->lesson->fences.v), out);
	program_result(l, (size_t)(f - l->lesson->fences.v), width, out);
}

static void one_block(struct lesson_view *l, size_t i, const struct layout_opts *o, struct rows *out)
{
	const struct quiz_item *q = lesson_quiz_at(l->lesson, i);
	struct rows in = ROWS_INIT;

	if (q) {
		lesson_quiz_rows(l, (size_t)(q - l->lesson->quizzes), o->width, &in);
	} else {
		layout_block(&l->lesson->doc, i, o, &in);
		after_block(l, i, o->width, &in);
	}
	append(&in, (int)i, out);
}

/* --- where to go from here --- */

static bool shares_concept(const struct lesson *l, const struct exercise *e)
{
	for (size_t i = 0; i < l->concepts.n; i++) {
		if (strv_has(&e->concepts, l->concepts.v[i]))
			return true;
	}
	return false;
}

static void link_row(struct rows *out, const char *kind, const char *id, const char *label, const char *title)
{
	char *href = xstrfmt("%s:%s", kind, id);
	struct row *row = rows_add(out);

	row_addf(row, ROW_TEXT, "  %s ", label);
	row_add(row, ROW_LINK, title, strlen(title), href);
	free(href);
}

/* Most lessons name their exercises themselves. */
static bool names_exercises(const struct doc *d)
{
	for (size_t i = 0; i < d->n; i++) {
		for (size_t j = 0; j < d->blocks[i].n_spans; j++) {
			const char *href = d->blocks[i].spans[j].href;
			if (href && starts_with(href, "exercise:"))
				return true;
		}
	}
	return false;
}

static void from_here(struct lesson_view *l, struct rows *out)
{
	struct course *c = ui_course(l->view->ui);
	size_t shown = 0;

	if (!c)
		return;
	rows_add(out);
	row_addf(rows_add(out), ROW_RULE, "%s%s%s", l->view->ui->g->hline, l->view->ui->g->hline, l->view->ui->g->hline);
	bool named = names_exercises(&l->lesson->doc);
	for (size_t i = 0; !named && i < course_exercises(c) && shown < RELATED_MAX; i++) {
		const struct exercise *e = course_exercise_at(c, i);
		if (!shares_concept(l->lesson, e))
			continue;
		link_row(out, "exercise", e->id, "Exercise:", e->title);
		shown++;
	}
	for (size_t i = 0; i + 1 < course_lessons(c); i++) {
		if (streq(course_lesson_at(c, i)->id, l->lesson->id))
			link_row(out, "lesson", course_lesson_at(c, i + 1)->id, "Next lesson:", course_lesson_at(c, i + 1)->title);
	}
}

void lesson_rows(struct lesson_view *l, int width, struct rows *out)
{
	const struct doc *d = &l->lesson->doc;
	struct layout_opts o;

	ui_layout_opts(l->view->ui, width, &o);
	o.flags |= LAYOUT_NUMBER_CODE;
	for (size_t i = 0; i < d->n; i++) {
		if (i && !d->blocks[i].tight && !is_output(&d->blocks[i]))
			rows_add(out);
		one_block(l, i, &o, out);
	}
	from_here(l, out);
}
