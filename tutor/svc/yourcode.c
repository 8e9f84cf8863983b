#include "svc/yourcode.h"

#include "base/log.h"
#include "base/utf8.h"
#include "learn/exercise.h"
#include "learn/guard.h"
#include "svc/app.h"
#include "svc/explain_int.h"
#include "svc/stepchat.h"

#define STEP "your_code"
#define AROUND 2        /* lines before the first label and behind the last */
#define CODE_LINES 24
#define LABELS 8
#define TRIES 2

enum { CODE, MESSAGE, LABELS_TEXT, RULE, FIELDS };
static const char *const names[FIELDS] = { "code", "message", "labels", "rule" };

struct yourcode {
	struct app *app;
	struct gate gate;
	struct yourcode_spec spec;
	char *fields[FIELDS], *question;
	int lines;          /* the last line of the code that is given */
	int tries;
	char *mind;         /* the rule with what went wrong, of the second try */
	struct stepchat *chat;
};

static int last_line(const char *text, size_t len)
{
	int n = 0;

	for (size_t i = 0; i < len; i++)
		n += text[i] == '\n';
	return n + (len && text[len - 1] != '\n');
}

static void label_range(const struct diag_label *v, size_t n, const struct diag_span *p, int *from, int *to)
{
	*from = *to = p ? (int)p->line : 1;
	for (size_t i = 0; i < n; i++) {
		*from = MIN(*from, (int)v[i].span->line);
		*to = MAX(*to, (int)v[i].span->line);
	}
	*from = MAX(1, *from - AROUND);
	*to += AROUND;
	if (*to - *from >= CODE_LINES && p) { /* too far apart: the place of the error counts */
		*from = MAX(1, (int)p->line - CODE_LINES / 2);
		*to = *from + CODE_LINES - 1;
	}
}

/* The lines that a diagnostic brings with it, in order, each once. */
static int span_lines(const struct diag_label *v, size_t n, struct sbuf *out)
{
	int last = 0;

	for (size_t i = 0; i < n; i++)
		if (v[i].span->text && (int)v[i].span->line > last) {
			last = (int)v[i].span->line;
			sbuf_addf(out, "%d| ", last);
			utf8_sanitize(out, v[i].span->text, strcspn(v[i].span->text, "\n"));
			sbuf_addch(out, '\n');
		}
	return last;
}

/* Without the marks of citations, which the model has no pages for. */
static char *without_marks(const char *text)
{
	struct sbuf out = SBUF_INIT;

	for (const char *p = text; *p; p++) {
		size_t n = p[0] == ' ' && p[1] == '[' ? strspn(p + 2, "0123456789") : 0;

		if (n && p[2 + n] == ']')
			p += 2 + n;
		else
			sbuf_addch(&out, *p);
	}
	return sbuf_detach(&out, NULL);
}

static void gather(const struct yourcode_spec *spec, char *fields[FIELDS], int *lines)
{
	struct diag_label labels[LABELS];
	size_t n = diag_labels(spec->diag, labels, LABELS);
	const struct step *rule = steps_find(spec->steps, STEP_RULE);
	struct sbuf code = SBUF_INIT, text = SBUF_INIT;
	int from, to;

	label_range(labels, n, diag_primary(spec->diag), &from, &to);
	if (spec->source) {
		*lines = last_line(spec->source, spec->len);
		prompt_number_lines(spec->source, spec->len, from, MIN(to, *lines), &code);
	} else {
		*lines = span_lines(labels, n, &code);
	}
	for (size_t i = 0; i < n; i++)
		sbuf_addf(&text, "line %u: %.*s\n", labels[i].span->line, (int)strcspn(labels[i].text, "\n"), labels[i].text);
	sbuf_rtrim(&code);
	sbuf_rtrim(&text);
	fields[CODE] = sbuf_detach(&code, NULL);
	fields[LABELS_TEXT] = sbuf_detach(&text, NULL);
	fields[MESSAGE] = xmemdupz(spec->diag->message, strcspn(spec->diag->message, "\n"));
	fields[RULE] = without_marks(rule ? rule->text : "");
}

static void release(struct yourcode *y)
{
	for (int i = 0; i < FIELDS; i++)
		free(y->fields[i]);
	free(y->question);
	free(y->mind);
	gate_release(&y->gate);
	free(y);
}

static void finish(struct yourcode *y, const char *text, const char *why, bool failed)
{
	if (!text)
		log_warn("your_code: %s", why);
	y->spec.done(y->spec.ctx, text, why, failed);
	release(y);
}

static enum guard_reason check(const struct yourcode *y, const struct prompt *p, const char *text, size_t len, struct sbuf *why)
{
	const char *given[FIELDS + 1];
	const struct exercise *e = y->spec.exercise;
	struct guard_spec g = { .given = given, .n_given = FIELDS, .examples = p->fixed, .lines = y->lines, .rung = 2,
				.max_words = p->step->words ? p->step->words : GUARD_WORDS_TWO,
				.max_sentences = p->step->sentences ? p->step->sentences : 2 };

	for (int i = 0; i < FIELDS; i++)
		given[i] = y->fields[i];
	if (y->question)
		given[g.n_given++] = y->question;
	if (e) {
		g.solution = e->solution;
		g.starter = e->starter;
	}
	return guard_check(&g, text, len, why);
}

static void send(struct yourcode *y);

/* A second try is told what the first did wrong; with the same words a server says the same again. */
static void again(struct yourcode *y, const char *reason, const char *why)
{
	if (y->tries >= TRIES) {
		char *text = xstrfmt("%s: %s", reason, why);

		finish(y, NULL, text, false);
		free(text);
		return;
	}
	free(y->mind);
	y->mind = xstrfmt("%s (Two short sentences, at most 40 words. Only names and line numbers that stand above. No advice.)", y->fields[RULE]);
	send(y);
}

static void replied(void *ctx, const struct chat_result *r, const struct prompt *p, const char *err)
{
	struct yourcode *y = ctx;
	struct sbuf text = SBUF_INIT, why = SBUF_INIT;
	enum guard_reason reason;

	y->chat = NULL;
	if (r)
		gate_spent(y->app, &y->gate, r, p);
	if (!r || r->problem != WIRE_OK) {
		finish(y, NULL, r ? r->message : err, true);
		return;
	}
	if (!guard_read(r->text, strlen(r->text), p->step->sentences ? p->step->sentences : 2, &text)) {
		again(y, guard_reason_name(GUARD_EMPTY), "nothing was left of the reply");
	} else if ((reason = check(y, p, text.buf, text.len, &why)) != GUARD_OK) {
		log_warn("your_code, try %d: %s: %s", y->tries, guard_reason_name(reason), why.buf);
		again(y, guard_reason_name(reason), why.buf);
	} else {
		finish(y, text.buf, NULL, false);
	}
	sbuf_release(&text);
	sbuf_release(&why);
}

static void waits(void *ctx, const char *what)
{
	struct yourcode *y = ctx;

	if (y->spec.waiting)
		y->spec.waiting(y->spec.ctx, what);
}

static void send(struct yourcode *y)
{
	struct prompt_field fields[FIELDS];
	struct stepchat_spec spec = { .step = STEP, .fields = fields, .n_fields = FIELDS, .waiting = waits, .done = replied, .ctx = y };

	for (int i = 0; i < FIELDS; i++)
		fields[i] = (struct prompt_field){ names[i], i == RULE && y->mind ? y->mind : y->fields[i] };
	y->tries++;
	y->chat = stepchat_start(y->app, &spec);
}

struct yourcode *yourcode_start(struct app *app, const struct gate *gate, const struct yourcode_spec *spec)
{
	struct yourcode *y = xcalloc(1, sizeof(*y));

	y->app = app;
	y->spec = *spec;
	y->gate = (struct gate){ .open = true, .counted = gate->counted, .url = xstrdup_or_null(gate->url) };
	y->question = xstrdup_or_null(spec->question);
	gather(spec, y->fields, &y->lines);
	y->spec.diag = NULL;
	y->spec.steps = NULL;
	y->spec.source = NULL;
	send(y);
	return y;
}

void yourcode_drop(struct yourcode *y)
{
	if (!y)
		return;
	stepchat_drop(y->chat);
	release(y);
}

int yourcode_show(const struct prompts *prompts, const struct yourcode_spec *spec, struct sbuf *out, struct sbuf *err)
{
	char *texts[FIELDS];
	struct prompt_field fields[FIELDS];
	struct prompt p;
	int lines, rc;

	gather(spec, texts, &lines);
	for (int i = 0; i < FIELDS; i++)
		fields[i] = (struct prompt_field){ names[i], texts[i] };
	rc = prompt_fill(prompts, STEP, fields, FIELDS, &p, err);
	if (rc == 0) {
		prompt_show(&p, out);
		prompt_end(&p);
	}
	for (int i = 0; i < FIELDS; i++)
		free(texts[i]);
	return rc;
}

void yourcode_put(struct steps *steps, const char *text)
{
	struct steps all = STEPS_INIT;
	size_t at = 0;
	struct step *s;

	for (size_t i = 0; i < steps->n; i++)
		if (steps->v[i].kind == STEP_YOUR_CODE || (steps->v[i].rung <= RUNG_FREE && steps->v[i].kind != STEP_NEXT))
			at = i + 1;
	steps_copy(&all, &(struct steps){ steps->v, at, at });
	s = steps_add(&all, STEP_YOUR_CODE, ORIGIN_MODEL, text);
	s->verified = false;
	steps_copy(&all, &(struct steps){ steps->v + at, steps->n - at, steps->n - at });
	steps_release(steps);
	*steps = all;
}
