/* An answer as JSON and as plain text. The plain text of the end begins with that of every part before it: a command line prints on. */
#include "svc/answer.h"

#include "svc/gate.h"
#include "svc/write.h"

static void report_free(void *data)
{
	struct ask_report *r = data;

	if (!r)
		return;
	steps_release(&r->steps);
	cites_release(&r->cites);
	strv_release(&r->dropped);
	strv_release(&r->words);
	calls_release(&r->calls);
	free(r->question);
	free(r->card);
	free(r->error);
	free(r->marked);
	free(r->model);
	free(r->note);
	free(r->search_note);
	free(r->proof);
	free(r->record_error);
	free(r->consent_url);
	free(r->prompt);
	free(r);
}

static const char *by_name(enum answer_by by)
{
	static const char *const names[] = { [ANSWER_NOTHING] = "nothing", [ANSWER_EXPLAIN] = "explain", [ANSWER_CARD] = "card",
					     [ANSWER_PASSAGES] = "passages" };

	return names[by];
}

static struct json *cites_json(const struct cites *c)
{
	struct json *arr = json_array();

	for (size_t i = 0; i < c->n; i++) {
		struct json *o = json_object();

		json_set_num(o, "n", c->v[i].n);
		json_set_str(o, "page", c->v[i].page);
		json_set_str(o, "title", c->v[i].title);
		json_add_take(arr, o);
	}
	return arr;
}

static struct json *consent_json(const struct ask_report *r)
{
	struct json *o = json_object();

	json_set_bool(o, "needed", r->consent_url != NULL);
	json_set_str(o, "url", r->consent_url);
	json_set_str(o, "sends", r->consent_url ? GATE_SENDS : NULL);
	return o;
}

static struct json *report_json(const void *data)
{
	const struct ask_report *r = data;
	struct json *j = json_object();

	json_set_str(j, "question", r->question);
	json_set_bool(j, "found", r->found);
	json_set_str(j, "by", by_name(r->by));
	json_set_str(j, "card", r->card);
	json_set_take(j, "steps", write_steps_json(&r->steps, r->max_rung));
	json_set_take(j, "cites", cites_json(&r->cites));
	json_set_str(j, "model", r->model);
	json_set_str(j, "note", r->note);
	json_set_strv(j, "dropped", &r->dropped);
	json_set_strv(j, "words", &r->words);
	calls_json(&r->calls, j);
	json_set_str(j, "search_note", r->search_note);
	if (r->thread)
		json_set_num(j, "thread", (double)r->thread);
	else
		json_set_null(j, "thread");
	json_set_str(j, "record_error", r->record_error);
	json_set_take(j, "consent", consent_json(r));
	json_set_str(j, "prompt", r->prompt);
	json_set_num(j, "first_ms", (double)r->first_ms);
	json_set_num(j, "ms", (double)r->ms);
	json_set_bool(j, "final", r->final);
	return j;
}

/* What a program prints stands behind it, words about it before. */
static void text_and_code(const struct step *s, int width, bool ascii, struct sbuf *out)
{
	char *prints = s->code ? compose_output(s) : NULL;

	if (s->code && prints)
		write_code(s->code, out);
	if (s->code && prints)
		sbuf_addch(out, '\n');
	if (*s->text)
		write_markdown(s->text, 3, width, ascii, out);
	if (s->code && !prints) {
		sbuf_addstr(out, *s->text ? "\n" : "");
		write_code(s->code, out);
	}
	free(prints);
}

/* Without the verified marks, which come later than the text: the line on the proof says it. */
static void steps_plain(const struct ask_report *r, int width, bool ascii, struct sbuf *out)
{
	int number = 0;

	for (int model = 0; model < 2; model++) /* the model's come later: behind the others, wherever they belong */
		for (size_t i = 0; i < r->steps.n; i++) {
			const struct step *s = &r->steps.v[i];

			if (s->rung > r->max_rung || (s->origin == ORIGIN_MODEL) != model )
				continue;
			sbuf_addf(out, "%s%d. %s  [%s]\n", number ? "\n" : "", number + 1, s->title, origin_name(s->origin));
			number++;
			text_and_code(s, width, ascii, out);
		}
}

static void tail_plain(const struct ask_report *r, struct sbuf *out)
{
	if (r->cites.n)
		sbuf_addch(out, '\n');
	for (size_t i = 0; i < r->cites.n; i++)
		sbuf_addf(out, "   [%d] %s%s%s\n", r->cites.v[i].n, r->cites.v[i].page,
			  streq(r->cites.v[i].page, r->cites.v[i].title) ? "" : ": ",
			  streq(r->cites.v[i].page, r->cites.v[i].title) ? "" : r->cites.v[i].title);
	sbuf_addch(out, '\n');
	if (r->proof)
		sbuf_addf(out, "%s\n", r->proof);
	if (r->note)
		sbuf_addf(out, "(%s)\n", r->note);
	if (r->search_note)
		sbuf_addf(out, "(%s)\n", r->search_note);
	if (r->record_error)
		sbuf_addf(out, "Not kept in your transcript: %s\n", r->record_error);
}

static void report_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct ask_report *r = data;

	if (r->prompt) {
		sbuf_addstr(out, r->prompt);
		return;
	}
	steps_plain(r, width, ascii, out);
	if (r->final)
		tail_plain(r, out);
}

void ask_report_markdown(const struct ask_report *r, struct sbuf *out)
{
	for (size_t i = 0; i < r->steps.n; i++) {
		const struct step *s = &r->steps.v[i];
		char *prints = s->code ? compose_output(s) : NULL;

		if (s->rung > r->max_rung)
			continue;
		sbuf_addf(out, "%s**%s**\n\n", out->len ? "\n" : "", s->title);
		if (*s->text && !prints)
			sbuf_addf(out, "%s\n", s->text);
		if (s->code)
			sbuf_addf(out, "%s```%s\n%s%s```\n", prints || !*s->text ? "" : "\n", s->lang, s->code, ends_with(s->code, "\n") ? "" : "\n");
		if (prints)
			sbuf_addf(out, "\n%s\n", s->text);
		free(prints);
	}
	for (size_t i = 0; i < r->cites.n; i++)
		sbuf_addf(out, "%s- [%d] %s (%s)\n", i ? "" : "\n", r->cites.v[i].n, r->cites.v[i].title, r->cites.v[i].page);
}

const struct result_type ask_report_type = { "ask", report_json, report_plain, report_free };
