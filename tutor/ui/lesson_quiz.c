/* Questions inside a lesson: shown as rows, answered with keys, marked by learn/quiz, kept in the record. */
#include "ui/lesson.h"

#include "base/clock.h"
#include "base/log.h"
#include "store/learner.h"

void lesson_quiz_init(struct lesson_view *l)
{
	struct learner *rec = ui_learner(l->view->ui);
	size_t n = l->lesson->n_quizzes;

	l->quizzes = xcalloc(n + 1, sizeof(*l->quizzes));
	for (size_t i = 0; i < n; i++) {
		const struct quiz_item *q = &l->lesson->quizzes[i];
		struct lesson_quiz *s = &l->quizzes[i];
		uint64_t seed = 1;
		s->result = -2;
		s->before = rec ? learner_answer(rec, q->id) : -1;
		for (const char *c = q->id; *c; c++)
			seed = seed * 31 + (unsigned char)*c;
		quiz_shuffle(q, seed, s->order);
	}
}

void lesson_quiz_release(struct lesson_view *l)
{
	for (size_t i = 0; l->lesson && l->quizzes && i < l->lesson->n_quizzes; i++) {
		free(l->quizzes[i].text);
		free(l->quizzes[i].why);
	}
	free(l->quizzes);
	l->quizzes = NULL;
}

int lesson_quiz_of(const struct lesson_view *l, const char *href, int *part)
{
	static const char *const kinds[] = { "option:", "line:", "answer:", "submit:" };
	char *end;

	*part = -1;
	for (size_t i = 0; href && i < ARRAY_SIZE(kinds); i++) {
		if (!starts_with(href, kinds[i]))
			continue;
		long q = strtol(href + strlen(kinds[i]), &end, 10);
		if (*end == ':')
			*part = (int)strtol(end + 1, NULL, 10);
		return q >= 0 && (size_t)q < l->lesson->n_quizzes ? (int)q : -1;
	}
	return -1;
}

static bool has_options(const struct quiz_item *q)
{
	return q->kind == KIND_CHOICE || q->kind == KIND_MULTI;
}

/* --- rows --- */

/* One entry to choose, its text wrapped under itself; all its rows are the same item. */
static void entry_rows(struct ui *ui, const char *href, const char *label, const char *markdown, bool chosen, int width,
		       struct rows *out)
{
	struct rows text = ROWS_INIT;
	const int indent = 9; /* "  1 (•)  " */

	ui_markdown(ui, markdown, width - indent, &text);
	for (size_t i = 0; i < text.n || !i; i++) {
		struct row *row = rows_add(out);
		if (!i) {
			row_add(row, ROW_TEXT, "  ", 2, NULL);
			row_add(row, chosen ? ROW_STRONG : ROW_TEXT, label, strlen(label), href);
		}
		for (size_t j = 0; i < text.n && j < text.v[i].n; j++) {
			const struct piece *p = &text.v[i].pieces[j];
			row_add_at(row, p->column + indent, p->style, p->text, strlen(p->text), href);
		}
		if (i >= text.n)
			break;
	}
	rows_release(&text);
}

static void option_rows(struct lesson_view *l, size_t qi, int width, struct rows *out)
{
	const struct quiz_item *q = &l->lesson->quizzes[qi];
	const struct lesson_quiz *s = &l->quizzes[qi];
	const struct glyphs *g = l->view->ui->g;

	for (size_t i = 0; i < q->n_options; i++) {
		size_t o = s->order[i];
		bool on = s->marked >> o & 1;
		const char *mark = q->kind == KIND_MULTI ? (on ? g->check_on : g->check_off) : on ? g->radio_on : g->radio_off;
		char *href = xstrfmt("option:%zu:%zu", qi, i);
		char *label = xstrfmt("%zu %s", i + 1, mark);
		entry_rows(l->view->ui, href, label, q->options[o].text, on, width, out);
		free(label);
		free(href);
	}
}

static void line_rows(struct lesson_view *l, size_t qi, struct rows *out)
{
	const struct quiz_item *q = &l->lesson->quizzes[qi];
	const struct lesson_quiz *s = &l->quizzes[qi];

	for (size_t i = 0; i < q->lines.n; i++) {
		char *href = xstrfmt("line:%zu:%zu", qi, i);
		struct row *row = rows_add(out);
		row_addf(row, ROW_LINENO, "  %2zu ", i + 1);
		row_add(row, ROW_CODE_BLOCK, q->lines.v[s->order[i]], strlen(q->lines.v[s->order[i]]), href);
		free(href);
	}
	row_addf(rows_add(out), ROW_DIM, "  Put the lines in order: Tab to a line, J and K move it.");
}

static void typed_rows(struct lesson_view *l, size_t qi, struct rows *out)
{
	const struct lesson_quiz *s = &l->quizzes[qi];
	char *href = xstrfmt("answer:%zu", qi);
	struct row *row = rows_add(out);

	row_add(row, ROW_TEXT, "  ", 2, NULL);
	if (s->text) {
		char *text = xstrfmt("Your answer: %s", s->text);
		row_add(row, ROW_STRONG, text, strlen(text), href);
		free(text);
	} else {
		row_add(row, ROW_LINK, "Type your answer", 16, href);
		row_addf(row, ROW_DIM, "  Enter");
	}
	free(href);
}

static void submit_row(size_t qi, struct rows *out)
{
	char *href = xstrfmt("submit:%zu", qi);
	struct row *row = rows_add(out);

	row_add(row, ROW_TEXT, "  ", 2, NULL);
	row_add(row, ROW_LINK, "Give the answer", 15, href);
	row_addf(row, ROW_DIM, "  Enter");
	free(href);
}

static void verdict_rows(struct lesson_view *l, size_t qi, int width, struct rows *out)
{
	const struct lesson_quiz *s = &l->quizzes[qi];
	const struct glyphs *g = l->view->ui->g;
	struct rows why = ROWS_INIT;
	struct row *row;

	if (s->result == -2)
		return;
	row = rows_add(out);
	if (s->result == 1)
		row_addf(row, ROW_OK, "  %s Right", g->ok);
	else if (s->result == 0)
		row_addf(row, ROW_FAIL, "  %s Not yet", g->fail);
	else
		row_addf(row, ROW_WARN, "  %s", g->warn);
	if (!s->why || !*s->why)
		return;
	ui_markdown(l->view->ui, s->why, width - 4, &why);
	for (size_t i = 0; i < why.n; i++) {
		row = rows_add(out);
		for (size_t j = 0; j < why.v[i].n; j++) {
			const struct piece *p = &why.v[i].pieces[j];
			row_add_at(row, p->column + 4, p->style, p->text, strlen(p->text), p->href);
		}
	}
	rows_release(&why);
}

static void head_row(struct lesson_view *l, size_t qi, struct rows *out)
{
	const struct lesson_quiz *s = &l->quizzes[qi];
	struct row *row = rows_add(out);

	row_addf(row, ROW_BADGE, "? Question %zu of %zu", qi + 1, l->lesson->n_quizzes);
	row_addf(row, ROW_DIM, "  %s", kind_title(l->lesson->quizzes[qi].kind));
	if (s->result == -2 && s->before >= 0)
		row_addf(row, ROW_DIM, ", answered %s before", s->before ? "right" : "wrong");
}

void lesson_quiz_rows(struct lesson_view *l, size_t qi, int width, struct rows *out)
{
	const struct quiz_item *q = &l->lesson->quizzes[qi];
	struct ui *ui = l->view->ui;

	head_row(l, qi, out);
	ui_markdown(ui, q->ask, width, out);
	if (q->code) {
		char *md = xstrfmt("````rust\n%s%s````\n", q->code, ends_with(q->code, "\n") ? "" : "\n");
		ui_markdown(ui, md, width, out);
		rows_add(out);
		free(md);
	}
	if (has_options(q))
		option_rows(l, qi, width, out);
	else if (q->kind == KIND_ORDER)
		line_rows(l, qi, out);
	else
		typed_rows(l, qi, out);
	if (q->kind == KIND_MULTI || q->kind == KIND_ORDER)
		submit_row(qi, out);
	verdict_rows(l, qi, width, out);
}

/* --- answering --- */

static void given_text(const struct quiz_item *q, const struct lesson_quiz *s, struct sbuf *out)
{
	size_t parts = quiz_parts(q);

	if (!parts) {
		sbuf_addstr(out, s->text ? s->text : "");
		return;
	}
	for (size_t i = 0; i < parts; i++) {
		size_t n = q->kind == KIND_ORDER ? s->order[i] : i;
		if (q->kind == KIND_ORDER || (s->marked >> i & 1))
			sbuf_addf(out, "%s%zu", out->len ? " " : "", n + 1);
	}
}

static void record(struct lesson_view *l, const struct quiz_item *q, const char *given, bool right)
{
	struct learner *rec = ui_learner(l->view->ui);
	struct sbuf err = SBUF_INIT;

	if (rec && learner_add_answer(rec, q->id, given, right, clock_now(), &err))
		ui_complain(l->view->ui, "%s", err.buf);
	sbuf_release(&err);
}

static void submit(struct lesson_view *l, size_t qi)
{
	const struct quiz_item *q = &l->lesson->quizzes[qi];
	struct lesson_quiz *s = &l->quizzes[qi];
	struct sbuf given = SBUF_INIT, why = SBUF_INIT;

	given_text(q, s, &given);
	if (q->kind == KIND_CHOICE && !s->marked) {
		ui_say(l->view->ui, "Choose an answer first: its number, or Enter on it.");
	} else {
		s->result = quiz_mark(q, given.buf, &why);
		if (s->result == 0 && !has_options(q) && s->tries < 1 && !why.len)
			sbuf_addstr(&why, "Look once more.");
		free(s->why);
		s->why = sbuf_detach(&why, NULL);
		s->tries++;
		if (s->result >= 0)
			record(l, q, given.buf, s->result == 1);
	}
	sbuf_release(&given);
	sbuf_release(&why);
	l->view->pager.reveal = true;
	view_changed(l->view);
}

static void mark_option(struct lesson_view *l, size_t qi, int place)
{
	const struct quiz_item *q = &l->lesson->quizzes[qi];
	struct lesson_quiz *s = &l->quizzes[qi];

	if (place < 0 || (size_t)place >= q->n_options)
		return;
	uint64_t bit = (uint64_t)1 << s->order[place];
	s->marked = q->kind == KIND_MULTI ? s->marked ^ bit : bit;
	s->result = -2; /* an answer that is being changed is not the one that was marked */
	char *href = xstrfmt("option:%zu:%d", qi, place);
	pager_choose(&l->view->pager, href);
	free(href);
	view_changed(l->view);
}

struct typing {
	struct lesson_view *l;
	size_t qi;
};

static void typed(void *ctx, enum prompt_event ev, const char *text)
{
	struct typing *t = ctx;

	if (ev == PROMPT_CHANGED)
		return;
	if (ev == PROMPT_ACCEPTED) {
		struct sbuf b = SBUF_INIT;
		/* one line is typed; `\n` stands for the lines of an output */
		sbuf_add_replaced(&b, text, "\\n", "\n");
		free(t->l->quizzes[t->qi].text);
		t->l->quizzes[t->qi].text = sbuf_detach(&b, NULL);
		submit(t->l, t->qi);
	}
	free(t);
}

static void ask_text(struct lesson_view *l, size_t qi)
{
	enum learn_kind kind = l->lesson->quizzes[qi].kind;
	struct typing *t = xmalloc(sizeof(*t));

	*t = (struct typing){ l, qi };
	l->view->pager.reveal = true; /* the question may have been scrolled away */
	view_changed(l->view);
	ui_ask(l->view->ui,
	       kind == KIND_PREDICT_COMPILER ? "`compiles`, or the error code: "
	       : kind == KIND_PREDICT_OUTPUT ? "What it prints (\\n between lines): "
					     : "Your answer: ",
	       NULL, typed, t);
}

static void move_line(struct lesson_view *l, size_t qi, int place, int by)
{
	struct lesson_quiz *s = &l->quizzes[qi];
	int to = place + by;

	if (place < 0 || to < 0 || (size_t)to >= l->lesson->quizzes[qi].lines.n)
		return;
	size_t line = s->order[place];
	s->order[place] = s->order[to];
	s->order[to] = line;
	s->result = -2;
	pager_request(&l->view->pager, by > 0 ? REQ_NEXT_ITEM : REQ_PREV_ITEM);
	view_changed(l->view);
}

/* Enter: on an option of a choice it is the answer. */
static void enter(struct lesson_view *l, size_t qi, int part)
{
	enum learn_kind kind = l->lesson->quizzes[qi].kind;
	bool submit_item = starts_with(pager_href(&l->view->pager), "submit:");

	if (kind == KIND_CHOICE && part >= 0) {
		mark_option(l, qi, part);
		submit(l, qi);
	} else if (kind == KIND_MULTI && part >= 0 && !submit_item) {
		mark_option(l, qi, part);
	} else if (quiz_parts(&l->lesson->quizzes[qi])) {
		submit(l, qi);
	} else {
		ask_text(l, qi);
	}
}

enum request lesson_quiz_request(struct lesson_view *l, enum request r, const struct input *in)
{
	int part, qi = lesson_quiz_of(l, pager_href(&l->view->pager), &part);

	if (qi < 0)
		return r;
	switch (r) {
	case REQ_CHOICE: {
		ui_key digit = in->key & ~(ui_key)KEY_MODS;
		const struct quiz_item *q = &l->lesson->quizzes[qi];
		if (has_options(q) && digit >= '1' && digit <= '9')
			mark_option(l, (size_t)qi, (int)(digit - '1'));
		return REQ_NONE;
	}
	case REQ_OPEN:
	case REQ_SUBMIT: enter(l, (size_t)qi, part); return REQ_NONE;
	case REQ_MOVE_UP: move_line(l, (size_t)qi, part, -1); return REQ_NONE;
	case REQ_MOVE_DOWN: move_line(l, (size_t)qi, part, 1); return REQ_NONE;
	default: return r;
	}
}
