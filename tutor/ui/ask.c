/* The key that asks: what is at hand, one line for the question, and one of consent before anything leaves the machine. */
#include "learn/compose.h"
#include "svc/app.h"
#include "svc/gate.h"
#include "svc/search.h"
#include "ui/asking.h"

void at_hand_release(struct at_hand *h)
{
	free(h->exercise);
	free(h->source);
	free(h->lines);
	free(h->error);
	free(h->about);
	*h = (struct at_hand){ 0 };
}

void question_free(struct question *q)
{
	if (!q)
		return;
	at_hand_release(&q->at);
	free(q->text);
	free(q);
}

static void drop(struct ui *ui)
{
	question_free(ui->question);
	ui->question = NULL;
}

/* To the thread on the screen, else to a new one. */
static void hand_over(struct ui *ui)
{
	static unsigned made; /* one terminal a process */
	struct view *v = ui_view(ui);
	char *place;

	if (v->ops == &view_ask) {
		struct question *q = ui->question;
		ui->question = NULL;
		ask_view_take(v, q);
		return;
	}
	place = xstrfmt("ask:new%u", ++made);
	ui_open(ui, place);
	drop(ui); /* taken, unless it could not be opened */
	free(place);
}

static void consented(void *ctx, const char *value)
{
	struct ui *ui = ctx;

	if (!ui->question)
		return;
	ui->question->accept = streq(value, "yes");
	ui->question->no_model = ui->ask_refused = !ui->question->accept;
	hand_over(ui);
}

static void ask_consent(struct ui *ui, const struct gate *g)
{
	struct picker p;
	char *title = xstrfmt("May %s be asked as well?", g->url);

	picker_init(&p, title);
	picker_add(&p, "Yes: your question, its code and what the compiler said go there", NULL, "yes");
	picker_add(&p, "No: answer from the notes on this machine", NULL, "no");
	picker_match(&p);
	ui_pick(ui, &p, consented, ui);
	free(title);
}

static void go(struct ui *ui)
{
	struct gate g;

	gate_check(ui->app, MODE_PRACTICE, false, &g);
	if (g.consent && ui->ask_refused)
		ui->question->no_model = true;
	if (g.consent && !ui->ask_refused)
		ask_consent(ui, &g);
	else
		hand_over(ui);
	gate_release(&g);
}

static void typed(void *ctx, enum prompt_event ev, const char *text)
{
	struct ui *ui = ctx;
	bool blank = !text[strspn(text, " \t")];

	if (ev == PROMPT_CHANGED || !ui->question)
		return;
	if (ev != PROMPT_ACCEPTED || (blank && !ui->question->at.error)) {
		drop(ui);
		return;
	}
	ui->question->text = xstrdup(blank ? "" : text);
	if (!compose_is_about_error(text)) { /* "what is a trait?" is not about the error at hand */
		free(ui->question->at.error);
		ui->question->at.error = NULL;
	}
	go(ui);
}

void ui_ask_question(struct ui *ui, const char *text)
{
	struct view *v = ui_view(ui);

	drop(ui);
	ui->question = xcalloc(1, sizeof(*ui->question));
	if (v->ops->at_hand)
		v->ops->at_hand(v, &ui->question->at);
	kbase_warm(app_kbase(ui->app)); /* it loads while the question is typed */
	ui_ask(ui, ui->question->at.error ? "Ask (Enter alone: about the error): " : v->ops == &view_ask ? "Ask further: " : "Ask: ", text,
	       typed, ui);
}
