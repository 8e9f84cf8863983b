/*
 * A thread of questions and answers: "ask:12" is one that was kept, "ask:new1" one that begins with the question in ui->question.
 * The answer comes in parts, through the same operation as the command line's; a question asked here goes on with the thread.
 */
#include "base/utf8.h"
#include "store/learner.h"
#include "store/transcript.h"
#include "svc/app.h"
#include "ui/asking.h"
#include "ui/reading.h"

#define TURNS_SHOWN 8  /* of a thread that is opened again */
#define ABOUT_MAX 400 /* bytes, as the operation takes */

static struct ask_turn *add_turn(struct ask_view *a, const char *question)
{
	ARRAY_GROW(a->turns, a->n + 1, a->alloc);
	a->turns[a->n] = (struct ask_turn){ .question = xstrdup(question) };
	return &a->turns[a->n++];
}

static void clear_answer(struct ask_turn *t)
{
	struct ask_turn empty = { .question = t->question };

	steps_release(&t->steps);
	cites_release(&t->cites);
	free(t->markdown);
	free(t->model);
	free(t->note);
	free(t->search_note);
	free(t->proof);
	free(t->record_error);
	free(t->failed);
	free(t->fix);
	*t = empty;
}

/* --- the answer, as far as it has come --- */

static void show_report(struct ask_view *a, const struct ask_report *r)
{
	struct ask_turn *t = &a->turns[a->n - 1];

	clear_answer(t);
	steps_copy(&t->steps, &r->steps);
	steps_cut(&t->steps, r->max_rung);
	cites_copy(&t->cites, &r->cites);
	t->model = xstrdup_or_null(r->model);
	t->note = xstrdup_or_null(r->note);
	t->search_note = xstrdup_or_null(r->search_note);
	t->proof = xstrdup_or_null(r->proof);
	t->record_error = xstrdup_or_null(r->record_error);
	t->final = r->final;
	view_changed(a->view);
	ui_mark(a->view->ui, UI_STREAM);
}

static void ask_part(struct call *call, const struct result_type *type, const void *data)
{
	if (type == &ask_report_type)
		show_report(call->hooks.ctx, data);
}

static void ask_progress(struct call *call, const char *text, int64_t done, int64_t total)
{
	struct ask_view *a = call->hooks.ctx;

	(void)done;
	(void)total;
	free(a->progress);
	a->progress = xstrdup(text);
	ui_busy(a->view->ui, text);
	view_changed(a->view);
	ui_mark(a->view->ui, UI_STREAM);
}

/* From now on the page is found by the thread's number: in the list, in the history, after a restart. */
static void has_number(struct ask_view *a, int64_t thread)
{
	if (!thread || thread == a->thread)
		return;
	a->thread = thread;
	free(a->view->arg);
	a->view->arg = xstrfmt("%lld", (long long)thread);
	ui_moved(a->view->ui);
}

static void say_end(struct ask_view *a, const struct ask_turn *t)
{
	if (ui_view(a->view->ui) != a->view || a->next) /* stopped for the next question: its end is what counts */
		return;
	if (t->failed && a->view->ui->notes)
		return;
	if (t->failed)
		ui_complain(a->view->ui, "%s", t->failed);
	else if (!t->model || !*t->model)
		ui_say(a->view->ui, "Answered without a model.");
}

static void ask(struct ask_view *a, struct question *q_take);

static void ask_done(struct call *call)
{
	struct ask_view *a = call->hooks.ctx;
	struct ask_turn *t;

	if (a->call != call) /* it ended within op_start, which comes here again */
		return;
	a->call = NULL;
	ui_busy(a->view->ui, NULL);
	free(a->progress);
	a->progress = NULL;
	t = &a->turns[a->n - 1];
	if (call->type == &ask_report_type) {
		show_report(a, call->data);
		has_number(a, ((const struct ask_report *)call->data)->thread);
	} else {
		t->failed = xstrdup(call->message ? call->message : "It could not be answered.");
		t->fix = xstrdup_or_null(call->fix);
	}
	say_end(a, t);
	call_free(call);
	view_changed(a->view);
	if (a->next) {
		struct question *q = a->next;
		a->next = NULL;
		ask(a, q);
	}
}

static void set_some(struct json *args, const char *name, const char *value)
{
	if (value && *value)
		json_set_str(args, name, value);
}

static struct json *ask_args(const struct ask_view *a, const struct question *q)
{
	struct json *args = json_object();

	set_some(args, "question", q->text);
	set_some(args, "exercise", q->at.exercise);
	set_some(args, "source", q->at.source);
	set_some(args, "lines", q->at.source ? q->at.lines : NULL);
	set_some(args, "error", q->at.error);
	set_some(args, "about", q->at.about && strlen(q->at.about) <= ABOUT_MAX ? q->at.about : NULL);
	if (a->thread) {
		char *id = xstrfmt("%lld", (long long)a->thread);
		json_set_str(args, "thread", id);
		free(id);
	}
	if (q->accept)
		json_set_bool(args, "accept", true);
	if (q->no_model)
		json_set_bool(args, "no_model", true);
	return args;
}

/* Starts the newest turn's question. */
static void begin(struct ask_view *a)
{
	struct ui *ui = a->view->ui;
	struct call_hooks hooks = { .progress = ask_progress, .part = ask_part, .done = ask_done, .ctx = a };
	struct json *args = ask_args(a, a->last);
	struct call *call;

	ui_moved(ui);
	ui_busy(ui, NULL);
	ui_busy(ui, "asking");
	call = op_start(ui->app, op_find("ask"), args, FRONT_TUI, MODE_PRACTICE, &hooks);
	a->call = call;
	if (call->ended)
		ask_done(call);
	view_changed(a->view);
}

static void ask(struct ask_view *a, struct question *q)
{
	free(a->unanswered);
	a->unanswered = NULL;
	question_free(a->last);
	a->last = q;
	add_turn(a, q->text);
	a->follow = true;
	begin(a);
}

void ask_view_retry(struct view *v)
{
	struct ask_view *a = v->priv;

	if (a->call || !a->last || !a->n || !a->turns[a->n - 1].failed)
		return;
	clear_answer(&a->turns[a->n - 1]);
	begin(a);
}

/* What runs is stopped first; it may end later. */
void ask_view_take(struct view *v, struct question *q)
{
	struct ask_view *a = v->priv;

	question_free(a->next);
	a->next = NULL;
	if (!a->call) {
		ask(a, q);
		return;
	}
	a->next = q;
	call_cancel(a->call);
}

/* --- a thread that was kept --- */

static void kept_turn(void *ctx, const struct turn *turn)
{
	struct ask_view *a = ctx;
	bool error_alone = streq(turn->question, "(an error)");
	struct ask_turn *t = add_turn(a, error_alone ? "" : turn->question);

	t->markdown = xstrdup(turn->answer);
	t->model = xstrdup(turn->model);
	t->final = true;
}

static void keep_last(struct ask_view *a)
{
	size_t gone = a->n > TURNS_SHOWN ? a->n - TURNS_SHOWN : 0;

	for (size_t i = 0; i < gone; i++) {
		clear_answer(&a->turns[i]);
		free(a->turns[i].question);
	}
	a->n -= gone;
	a->earlier = (int)gone;
	if (gone)
		memmove(a->turns, a->turns + gone, a->n * sizeof(*a->turns));
}

static int open_kept(struct ask_view *a, const char *arg, struct sbuf *err)
{
	struct learner *l = app_learner(a->view->ui->app, err);

	a->thread = strtoll(arg, NULL, 10);
	if (!l || transcript_turns(l, a->thread, kept_turn, a, err) < 0)
		return -1;
	if (!a->n)
		return error(err, "There is no thread %.20s of questions.", arg);
	keep_last(a);
	a->follow = true;
	return 0;
}

static void ask_close(struct view *v)
{
	struct ask_view *a = v->priv;

	if (a->call)
		ui_busy(v->ui, NULL);
	call_abandon(a->call);
	for (size_t i = 0; i < a->n; i++) {
		clear_answer(&a->turns[i]);
		free(a->turns[i].question);
	}
	free(a->turns);
	free(a->progress);
	free(a->unanswered);
	question_free(a->next);
	question_free(a->last);
	doc_release(&a->doc);
}

static int ask_open(struct view *v, const char *arg, struct sbuf *err)
{
	struct ask_view *a = v->priv;
	struct question *q = v->ui->question;

	a->view = v;
	a->doc = (struct doc)DOC_INIT;
	if (*arg >= '1' && *arg <= '9')
		return open_kept(a, arg, err);
	v->ui->question = NULL;
	if (q && q->text)
		ask(a, q);
	else
		question_free(q);
	return 0;
}

/* --- the page --- */

static int newest_question(const struct ask_view *a)
{
	for (size_t i = a->doc.n; i-- > 0;)
		if (a->doc.blocks[i].kind == BLOCK_HEADING && a->doc.blocks[i].level == 2)
			return pager_block_row(&a->view->pager, (int)i);
	return -1;
}

static void ask_layout(struct view *v, struct rect body)
{
	struct ask_view *a = v->priv;
	struct rows rows = ROWS_INIT;

	ask_rows(a, MIN(body.w - 2, UI_TEXT_WIDTH + 4), &rows);
	pager_resize(&v->pager, body.w, body.h);
	pager_set_rows(&v->pager, &rows);
	if (a->follow && newest_question(a) >= 0)
		pager_go(&v->pager, newest_question(a));
}

static bool stop(struct ask_view *a)
{
	if (!a->call)
		return false;
	call_cancel(a->call);
	ui_say(a->view->ui, "Stopped; what was found stays.");
	return true;
}

/* --- copying --- */

static bool is_code(const struct block *b)
{
	return b->kind == BLOCK_CODE && !(b->info && (starts_with(b->info, "output") || starts_with(b->info, "text")));
}

static void copy_block(void *ctx, const char *value)
{
	struct view *v = ctx;
	struct ask_view *a = v->priv;
	size_t i = (size_t)strtol(value, NULL, 10);

	if (i < a->doc.n && is_code(&a->doc.blocks[i]))
		ui_copy(v->ui, a->doc.blocks[i].text, strlen(a->doc.blocks[i].text), "the code");
}

/* Code blocks have no numbers here: [n] is a citation. One is copied, of several one is chosen. */
static void copy(struct view *v)
{
	struct ask_view *a = v->priv;
	struct picker p;
	struct sbuf at = SBUF_INIT;

	picker_init(&p, "Copy which code?");
	for (size_t i = a->doc.n; i-- > 0;) {
		const char *text = a->doc.blocks[i].text;
		if (!is_code(&a->doc.blocks[i]))
			continue;
		char *line = xmemdupz(text, strcspn(text, "\n"));
		sbuf_reset(&at);
		sbuf_addf(&at, "%zu", i);
		picker_add(&p, line, NULL, at.buf);
		free(line);
	}
	picker_match(&p);
	if (p.n > 1) {
		ui_pick(v->ui, &p, copy_block, v);
	} else {
		if (p.n)
			copy_block(v, at.buf);
		else
			ui_say(v->ui, "There is no code on this page.");
		picker_release(&p);
	}
	sbuf_release(&at);
}

static void again(struct ask_view *a)
{
	char *text = a->unanswered;

	a->unanswered = NULL;
	ui_ask_question(a->view->ui, text);
	free(text);
}

static enum request ask_request(struct view *v, enum request r, const struct input *in)
{
	struct ask_view *a = v->priv;
	const char *href = pager_href(&v->pager);

	(void)in;
	if (r != REQ_ASK && r != REQ_CANCEL)
		a->follow = false;
	switch (r) {
	case REQ_OPEN:
		if (!href || !streq(href, "again:"))
			return r;
		again(a);
		return REQ_NONE;
	case REQ_CONTENTS: reading_pick_contents(v, &a->doc, "Questions and answers"); return REQ_NONE;
	case REQ_COPY: copy(v); return REQ_NONE;
	case REQ_CANCEL:
	case REQ_INTERRUPT: return stop(a) ? REQ_NONE : r;
	default: return r;
	}
}

static void ask_title(struct view *v, struct sbuf *out)
{
	struct ask_view *a = v->priv;
	const char *text = a->n ? a->turns[0].question : "";

	sbuf_addf(out, "Asked: %.*s", *text ? (int)strcspn(text, "\n") : 40, *text ? text : "about an error");
}

static void ask_save(struct view *v, struct json *state)
{
	struct ask_view *a = v->priv;

	if (a->call && a->n)
		json_set_str(state, "asking", a->turns[a->n - 1].question);
	else if (a->unanswered)
		json_set_str(state, "asking", a->unanswered);
}

static void ask_restore(struct view *v, const struct json *state)
{
	struct ask_view *a = v->priv;
	const char *text = json_get_str(state, "asking", NULL);

	if (text && *text && !a->call)
		a->unanswered = xstrdup(text);
	a->follow = false;
	view_changed(v);
}

const struct view_ops view_ask = {
	.name = "ask",
	.context = CTX_PAGE,
	.private_size = sizeof(struct ask_view),
	.open = ask_open,
	.close = ask_close,
	.layout = ask_layout,
	.request = ask_request,
	.title = ask_title,
	.save = ask_save,
	.restore = ask_restore,
};
