#include "svc/tie.h"

#include "base/log.h"
#include "learn/prompt.h"
#include "svc/app.h"
#include "svc/stepchat.h"

#define LABELS_MAX 12
#define WINDOW 2        /* lines shown around those of the labels */
#define CODE_SHORT 16   /* lines that are shown whole, and at most: the prompt of a small model has room for as many */
#define SOURCE_MAX (256u << 10)
#define RULE_MAX 320    /* bytes: the first sentences say it */

struct tie {
	struct app *app;
	struct tie_spec spec;
	struct stepchat *chat;
	struct sbuf code, labels;
	char *message, *rule;
	int lines;
	int tries;
};

static void release(struct tie *t)
{
	sbuf_release(&t->code);
	sbuf_release(&t->labels);
	free(t->message);
	free(t->rule);
	free(t);
}

static int count_lines(const char *p, size_t len)
{
	int n = len && p[len - 1] != '\n';

	for (size_t i = 0; i < len; i++)
		n += p[i] == '\n';
	return n;
}

/* Does the label come from a help, which says how to mend it? */
static bool is_help(const struct diag *d, const struct diag_label *l)
{
	for (size_t i = 0; l->child && i < d->n_children; i++) {
		const struct diag *c = &d->children[i];

		if (c->level == DIAG_HELP && l->span >= c->spans && l->span < c->spans + c->n_spans)
			return true;
	}
	return false;
}

/* "line 3: value moved here", and which lines are named. */
static void add_labels(struct tie *t, const struct diag *d, int *from, int *to)
{
	struct diag_label v[LABELS_MAX];
	size_t n = diag_labels(d, v, LABELS_MAX);

	for (size_t i = 0; i < n; i++) {
		int line = (int)v[i].span->line;

		if (is_help(d, &v[i]) || !line || line > t->lines)
			continue;
		sbuf_addf(&t->labels, "line %d: %s\n", line, v[i].text);
		*from = *from ? MIN(*from, line) : line;
		*to = MAX(*to, line);
	}
	for (size_t i = 0; i < d->n_children; i++)
		if (d->children[i].level == DIAG_NOTE && !d->children[i].n_spans)
			sbuf_addf(&t->labels, "note: %s\n", d->children[i].message);
	sbuf_rtrim(&t->labels);
}

static void add_code(struct tie *t, const struct tie_spec *s, int from, int to)
{
	if (t->lines <= CODE_SHORT || !from)
		from = to = 0;
	else {
		from = MAX(1, from - WINDOW);
		to = MIN(t->lines, MIN(to + WINDOW, from + CODE_SHORT));
	}
	prompt_number_lines(s->source, MIN(s->len, SOURCE_MAX), from, to, &t->code);
}

/* Whole sentences of the rule, as many as there is room for. */
static char *short_rule(const char *rule)
{
	size_t len = strlen(rule), end = 0;

	if (len <= RULE_MAX)
		return xstrdup(rule);
	for (size_t i = 0; i < RULE_MAX; i++)
		if (strchr(".!?", rule[i]) && (rule[i + 1] == ' ' || rule[i + 1] == '\n'))
			end = i + 1;
	return end ? xmemdupz(rule, end) : xmemdupz(rule, RULE_MAX);
}

static void ask(struct tie *t);

static void finish(struct tie *t, const char *text, enum guard_reason reason, const char *why)
{
	if (!text)
		log_debug("your_code dropped: %s: %s", guard_reason_name(reason), why);
	t->spec.done(t->spec.ctx, text, reason, why);
	release(t);
}

static enum guard_reason judge(struct tie *t, const struct chat_result *r, const struct prompt *p, struct sbuf *text, struct sbuf *why)
{
	const char *given[] = { t->code.buf, t->message, t->labels.buf, t->rule };
	const struct exercise *e = t->spec.exercise;
	struct guard_spec g = { .given = given, .n_given = ARRAY_SIZE(given), .examples = p->fixed, .lines = t->lines, .rung = t->spec.rung,
				.max_words = p->step->words ? p->step->words : GUARD_WORDS_TWO, .max_sentences = 2,
				.solution = e ? e->solution : NULL, .starter = e ? e->starter : NULL };

	if (!guard_read(r->text, strlen(r->text), 2, text))
		return GUARD_EMPTY;
	return guard_check(&g, text->buf, text->len, why);
}

static void replied(void *ctx, const struct chat_result *r, const struct prompt *p, const char *err)
{
	struct tie *t = ctx;
	struct sbuf text = SBUF_INIT, why = SBUF_INIT;
	enum guard_reason reason;

	t->chat = NULL;
	if (r && t->spec.cost)
		t->spec.cost(t->spec.ctx, r, p);
	if (!r || r->problem != WIRE_OK) {
		finish(t, NULL, GUARD_OK, r ? r->message : err);
		return;
	}
	reason = judge(t, r, p, &text, &why);
	if (reason == GUARD_OK)
		finish(t, text.buf, reason, "");
	else if (++t->tries < 2)
		ask(t);
	else
		finish(t, NULL, reason, why.buf);
	sbuf_release(&text);
	sbuf_release(&why);
}

#define FIELDS 4
static void fill(const struct tie *t, struct prompt_field f[FIELDS])
{
	f[0] = (struct prompt_field){ "code", t->code.buf };
	f[1] = (struct prompt_field){ "message", t->message };
	f[2] = (struct prompt_field){ "labels", t->labels.buf };
	f[3] = (struct prompt_field){ "rule", t->rule };
}

static void waits(void *ctx, const char *what)
{
	struct tie *t = ctx;

	if (t->spec.waiting)
		t->spec.waiting(t->spec.ctx, what);
}

static void ask(struct tie *t)
{
	struct prompt_field fields[FIELDS];
	struct stepchat_spec spec = { .step = "your_code", .fields = fields, .n_fields = FIELDS, .again = t->tries > 0, .waiting = waits,
				      .done = replied, .ctx = t };

	fill(t, fields);
	t->chat = stepchat_start(t->app, &spec);
}

static struct tie *gather(struct app *app, const struct tie_spec *spec)
{
	struct tie *t = xcalloc(1, sizeof(*t));
	int from = 0, to = 0;

	*t = (struct tie){ .app = app, .spec = *spec, .code = SBUF_INIT, .labels = SBUF_INIT };
	t->lines = count_lines(spec->source, MIN(spec->len, SOURCE_MAX));
	t->message = xstrdup(spec->diag->message);
	t->rule = short_rule(spec->rule ? spec->rule : "");
	add_labels(t, spec->diag, &from, &to);
	add_code(t, spec, from, to);
	t->spec.diag = NULL; /* the caller's, gone from here */
	t->spec.source = t->spec.rule = NULL;
	return t;
}

struct tie *tie_start(struct app *app, const struct tie_spec *spec)
{
	struct tie *t = gather(app, spec);

	ask(t);
	return t;
}

int tie_show(const struct prompts *prompts, const struct tie_spec *spec, struct sbuf *out, struct sbuf *err)
{
	struct tie *t = gather(NULL, spec);
	struct prompt_field fields[FIELDS];
	struct prompt p;
	int rc;

	fill(t, fields);
	rc = prompt_fill(prompts, "your_code", fields, FIELDS, &p, err);
	if (rc == 0) {
		prompt_show(&p, out);
		prompt_end(&p);
	}
	release(t);
	return rc;
}

void tie_drop(struct tie *t)
{
	if (!t)
		return;
	stepchat_drop(t->chat);
	release(t);
}
