/* The palette: everything that can be done or opened, by name. */
#include "ui/ui_int.h"

#include "learn/course.h"
#include "svc/ops.h"

static void add_place(struct picker *p, const char *what, const char *id, const char *title)
{
	char *value = xstrfmt("open %s:%s", what, id);

	picker_add(p, title, what, value);
	free(value);
}

/* Requests that are keys of moving about, or that make sense only with a key in hand. */
static bool worth_listing(enum request r)
{
	return r >= REQ_HOME && r != REQ_CHOICE && r != REQ_TEXT && r != REQ_PALETTE && r != REQ_MOVE_UP && r != REQ_MOVE_DOWN &&
	       r < REQ_WORD_LEFT;
}

static void add_requests(struct picker *p, enum context ctx, bool *seen)
{
	size_t n;
	const struct binding *v = keymap(ctx, &n);

	for (size_t i = 0; i < n; i++) {
		struct sbuf key = SBUF_INIT;
		enum request r = v[i].request;
		bool editor = ctx == CTX_EDITOR && (r == REQ_UNDO || r == REQ_REDO || r == REQ_COMMENT || r == REQ_FIND);
		if (seen[r] || (!worth_listing(r) && !editor))
			continue;
		seen[r] = true;
		keys_short(v[i].key, &key);
		char *value = xstrfmt("do %s", request_name(r));
		picker_add(p, request_help(r), key.buf, value);
		free(value);
		sbuf_release(&key);
	}
}

static void add_course(struct ui *ui, struct picker *p)
{
	struct course *c = ui_course(ui);

	for (size_t i = 0; c && i < course_lessons(c); i++) {
		const struct lesson *l = course_lesson_at(c, i);
		char *title = xstrfmt("%d. %s", l->number, l->title);
		add_place(p, "lesson", l->id, title);
		free(title);
	}
	for (size_t i = 0; c && i < course_exercises(c); i++) {
		const struct exercise *e = course_exercise_at(c, i);
		char *title = xstrfmt("%s: %s", e->topic, e->title);
		add_place(p, "exercise", e->id, title);
		free(title);
	}
}

static size_t required_args(const struct op *op, const struct op_arg **first)
{
	size_t n = 0;

	for (size_t i = 0; i < op->n_args; i++) {
		if (!op->args[i].required)
			continue;
		if (!n++)
			*first = &op->args[i];
	}
	return n;
}

/* Operations that are pages of their own here already are left out: lists, single lessons and exercises. */
static bool op_has_page(const char *name)
{
	static const char *const pages[] = { "lessons", "lesson", "exercises", "exercise", "check", "hint", "reset", "search", "ask", "ask_history" };

	for (size_t i = 0; i < ARRAY_SIZE(pages); i++) {
		if (streq(pages[i], name))
			return true;
	}
	return false;
}

static void add_ops(struct picker *p)
{
	size_t n;
	const struct op *const *ops = ops_all(&n);

	for (size_t i = 0; i < n; i++) {
		const struct op_arg *first = NULL;
		if (!(ops[i]->fronts & FRONT_TUI) || op_has_page(ops[i]->name) || required_args(ops[i], &first) > 1)
			continue;
		char *value = xstrfmt("op %s", ops[i]->name);
		picker_add(p, ops[i]->title, ops[i]->words, value);
		free(value);
	}
}

/* --- choosing --- */

struct op_question {
	struct ui *ui;
	const struct op *op;
	const struct op_arg *arg;
};

static void run_op(struct ui *ui, const struct op *op, const char *arg)
{
	char *place = arg ? xstrfmt("op:%s %s", op->name, arg) : xstrfmt("op:%s", op->name);

	ui_open(ui, place);
	free(place);
}

static void op_answered(void *ctx, enum prompt_event ev, const char *text)
{
	struct op_question *q = ctx;

	if (ev == PROMPT_CHANGED)
		return;
	if (ev == PROMPT_ACCEPTED && *text)
		run_op(q->ui, q->op, text);
	free(q);
}

static void choose_op(struct ui *ui, const char *name)
{
	const struct op *op = op_find(name);
	const struct op_arg *first = NULL;

	if (!op)
		return;
	if (!required_args(op, &first)) {
		run_op(ui, op, NULL);
		return;
	}
	struct op_question *q = xmalloc(sizeof(*q));
	*q = (struct op_question){ ui, op, first };
	char *label = xstrfmt("%s: ", op->title);
	ui_ask(ui, label, NULL, op_answered, q);
	free(label);
}

static void chosen(void *ctx, const char *value)
{
	struct ui *ui = ctx;
	enum request r;

	if (starts_with(value, "open "))
		ui_open(ui, value + 5);
	else if (starts_with(value, "op "))
		choose_op(ui, value + 3);
	else if (starts_with(value, "do ") && request_find(value + 3, &r))
		ui_request(ui, r, NULL);
}

void ui_palette(struct ui *ui)
{
	struct picker p;
	bool seen[REQ_COUNT] = { false };
	enum context ctx = view_context(ui_view(ui));

	picker_init(&p, "What shall it be?");
	add_requests(&p, ctx, seen);
	add_course(ui, &p);
	add_ops(&p);
	picker_add(&p, "First steps: what is here, and a language model", "first", "open first:");
	add_requests(&p, CTX_GLOBAL, seen);
	picker_match(&p);
	ui_pick(ui, &p, chosen, ui);
}
