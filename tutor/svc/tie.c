#include "svc/tie.h"

#include <ctype.h>

#include "base/log.h"
#include "base/utf8.h"
#include "learn/frames.h"
#include "learn/prompt.h"
#include "svc/app.h"
#include "svc/stepchat.h"

#define LABELS_MAX 12
#define LINES_MAX 6   /* of the code, shown */
#define LINE_BYTES 120
#define SOURCE_MAX (256u << 10)
#define RULE_MAX 160  /* bytes: the first sentence says it */
#define MARKED_MAX 40
#define LABEL_MIN 12  /* shorter labels occur in other sentences by chance */

struct tie {
	struct app *app;
	struct tie_spec spec;
	struct stepchat *chat;
	struct sbuf code, facts;
	char *rule;
	bool framed;          /* the family says sentences of frames again */
	struct frames frames;
	int lines;
	int tries;
};

static void release(struct tie *t)
{
	sbuf_release(&t->code);
	sbuf_release(&t->facts);
	frames_release(&t->frames);
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

		if (c->level == DIAG_HELP && c->n_spans && l->span >= c->spans && l->span < c->spans + c->n_spans)
			return true;
	}
	return false;
}

/* The piece of the line that a label is at, when it is one that can be named: short, on one line, with a letter. NULL: none. */
static char *marked(const struct diag_span *s)
{
	size_t from = s->hl_start - 1, len = s->text ? strcspn(s->text, "\n") : 0;

	if (s->from_expansion || s->line != s->line_end || !s->hl_start || s->hl_end <= s->hl_start || s->hl_end - 1 > len)
		return NULL;
	len = s->hl_end - s->hl_start;
	for (size_t i = 0; i < from + len; i++)
		if ((unsigned char)s->text[i] >= 0x80 || (i >= from && s->text[i] == '`')) /* columns are no bytes there */
			return NULL;
	if (len > MARKED_MAX || !isalnum((unsigned char)s->text[from]))
		return NULL;
	return xmemdupz(s->text + from, len);
}

/* "- Line 3, `s`: value moved here." */
static void add_fact(struct tie *t, const struct diag_span *span, const char *text)
{
	size_t len = strcspn(text, "\n");
	char *at;

	while (len && text[len - 1] == '.')
		len--;
	if (!len)
		return;
	sbuf_addstr(&t->facts, "- ");
	at = span ? marked(span) : NULL;
	if (at)
		sbuf_addf(&t->facts, "Line %u, `%s`: ", span->line, at);
	else if (span)
		sbuf_addf(&t->facts, "Line %u: ", span->line);
	free(at);
	sbuf_addf(&t->facts, "%.*s.\n", (int)len, text);
}

/* One line of the code, without its indent, which costs tokens. */
static void add_line(struct tie *t, const char *source, size_t len, int line)
{
	struct sbuf one = SBUF_INIT;

	prompt_number_lines(source, len, line, line, &one);
	sbuf_rtrim(&one);
	if (t->code.len)
		sbuf_addch(&t->code, '\n');
	sbuf_add(&t->code, one.buf, utf8_fit(one.buf, one.len, LINE_BYTES, NULL));
	sbuf_release(&one);
}

/* The lines that labels are on, each once, in their order. */
static void add_code(struct tie *t, const struct tie_spec *s, const struct diag_label *v, size_t n)
{
	int last = 0, shown = 0;

	for (size_t i = 0; i < n && shown < LINES_MAX; i++) {
		int line = (int)v[i].span->line;

		if (is_help(s->diag, &v[i]) || line <= last || line > t->lines)
			continue;
		add_line(t, s->source, MIN(s->len, SOURCE_MAX), line);
		last = line;
		shown++;
	}
}

/* Notes that name no place, as the story shows them: not what to read further, not attributes. */
static void add_notes(struct tie *t, const struct diag *d)
{
	for (size_t i = 0; i < d->n_children; i++) {
		const struct diag *c = &d->children[i];

		if (c->level == DIAG_NOTE && !c->n_spans && !strstr(c->message, "--explain") && !strstr(c->message, "http") &&
		    !starts_with(c->message, "`#[") && !starts_with(c->message, "you can"))
			add_fact(t, NULL, c->message);
	}
}

/* The draft's sentences without those that only say a label again. */
static void add_draft(struct tie *t, const char *draft, const struct diag_label *v, size_t n)
{
	for (const char *p = draft, *end; p && *p; p = end) {
		char *one;
		bool label = false;

		p += strspn(p, " \n");
		for (end = p; *end && !(strchr(".?!", *end) && (!end[1] || end[1] == ' ' || end[1] == '\n'));)
			end++;
		end += *end != '\0';
		one = xmemdupz(p, (size_t)(end - p));
		for (size_t i = 0; i < n && !label; i++)
			label = strlen(v[i].text) >= LABEL_MIN && strstr(one, v[i].text);
		if (!label)
			add_fact(t, NULL, one);
		free(one);
	}
}

/* In the order of the source: what the error is, what rustc says of which line, what the card says of this code. */
static void add_facts(struct tie *t, const struct tie_spec *s)
{
	struct diag_label v[LABELS_MAX];
	size_t n = diag_labels(s->diag, v, LABELS_MAX);

	add_code(t, s, v, n);
	if (t->framed) {
		frames_build(s->diag, t->lines, &t->frames);
		frames_facts(&t->frames, &t->facts);
		return;
	}
	sbuf_addf(&t->facts, "- Error: %s.\n", s->diag->message);
	for (size_t i = 0; i < n; i++)
		if (!is_help(s->diag, &v[i]) && v[i].span->line && (int)v[i].span->line <= t->lines)
			add_fact(t, v[i].span, v[i].text);
	add_notes(t, s->diag);
	add_draft(t, s->draft, v, n);
	sbuf_rtrim(&t->facts);
}

/* Whole sentences of the rule, as many as there is room for, and one in any case. */
static char *short_rule(const char *rule)
{
	size_t len = strlen(rule), end = 0;

	for (size_t i = 0; i < len && (i < RULE_MAX || !end); i++)
		if (strchr(".!?", rule[i]) && (!rule[i + 1] || rule[i + 1] == ' ' || rule[i + 1] == '\n'))
			end = i + 1;
	return xmemdupz(rule, end ? end : MIN(len, RULE_MAX));
}

static void ask(struct tie *t);

static void finish(struct tie *t, const char *text, enum guard_reason reason, const char *why)
{
	if (!text)
		log_debug("your_code dropped: %s: %s", guard_reason_name(reason), why);
	t->spec.done(t->spec.ctx, text, reason, why);
	release(t);
}

/* The first sentence stands alone when only the second fails: what is shown was checked as it is shown. */
static bool keep_first(const struct guard_spec *g, struct sbuf *text)
{
	struct sbuf first = SBUF_INIT;
	bool kept = guard_read(text->buf, text->len, 1, &first) && first.len < text->len && starts_with(text->buf, first.buf) &&
		    guard_check(g, first.buf, first.len, NULL) == GUARD_OK;

	if (kept)
		sbuf_setlen(text, first.len);
	sbuf_release(&first);
	return kept;
}

static enum guard_reason judge(struct tie *t, const struct chat_result *r, const struct prompt *p, struct sbuf *text, struct sbuf *why)
{
	const char *given[] = { t->code.buf, t->facts.buf, t->rule };
	char *facts = xstrfmt("%s\n%s\n%s\n", t->code.buf, t->facts.buf, t->rule);
	const struct exercise *e = t->spec.exercise;
	struct guard_spec g = { .given = given, .n_given = ARRAY_SIZE(given), .facts = facts, .examples = p->fixed, .lines = t->lines,
				.rung = t->spec.rung, .max_words = p->step->words ? p->step->words : GUARD_WORDS_TWO, .max_sentences = 2,
				.solution = e ? e->solution : NULL, .starter = e ? e->starter : NULL };
	enum guard_reason reason = GUARD_EMPTY;

	if (t->framed ? frames_read(&t->frames, r->text, strlen(r->text), text) : guard_read(r->text, strlen(r->text), 2, text))
		reason = guard_check(&g, text->buf, text->len, why);
	if (reason == GUARD_EMPTY && t->framed) {
		reason = GUARD_FACT;
		sbuf_addstr(why, "It says none of the sentences that it was given.");
	}
	if (reason != GUARD_OK && keep_first(&g, text))
		reason = GUARD_OK;
	free(facts);
	return reason;
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

#define FIELDS 3
static size_t fill(const struct tie *t, struct prompt_field f[FIELDS])
{
	f[0] = (struct prompt_field){ "code", t->code.buf };
	f[1] = (struct prompt_field){ "facts", t->facts.buf };
	f[2] = (struct prompt_field){ "rule", t->rule };
	return t->framed ? FIELDS - 1 : FIELDS; /* the frames have their own rules */
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
	struct stepchat_spec spec = { .step = "your_code", .fields = fields, .again = t->tries > 0, .waiting = waits, .done = replied, .ctx = t };
	struct sbuf grammar = SBUF_INIT;

	if (t->framed)
		frames_grammar(&t->frames, &grammar);
	spec.n_fields = fill(t, fields);
	spec.grammar = grammar.len ? grammar.buf : NULL;
	t->chat = stepchat_start(t->app, &spec);
	sbuf_release(&grammar);
}

static bool is_framed(const struct prompts *p)
{
	const struct prompt_step *step = p ? prompts_step(p, "your_code") : NULL;

	return step && step->frames;
}

static struct tie *gather(struct app *app, const struct prompts *prompts, const struct tie_spec *spec)
{
	struct tie *t = xcalloc(1, sizeof(*t));

	*t = (struct tie){ .app = app, .spec = *spec, .code = SBUF_INIT, .facts = SBUF_INIT, .frames = FRAMES_INIT, .framed = is_framed(prompts) };
	t->lines = count_lines(spec->source, MIN(spec->len, SOURCE_MAX));
	t->rule = short_rule(spec->rule ? spec->rule : "");
	add_facts(t, spec);
	t->spec.diag = NULL; /* the caller's, gone from here */
	t->spec.source = t->spec.rule = t->spec.draft = NULL;
	return t;
}

struct tie *tie_start(struct app *app, const struct tie_spec *spec)
{
	struct prompts *prompts = stepchat_prompts(app, NULL); /* what is missing is told when it is asked */
	struct tie *t = gather(app, prompts, spec);

	prompts_free(prompts);
	ask(t);
	return t;
}

int tie_show(const struct prompts *prompts, const struct tie_spec *spec, struct sbuf *out, struct sbuf *err)
{
	struct tie *t = gather(NULL, prompts, spec);
	struct prompt_field fields[FIELDS];
	struct prompt p;
	size_t n = fill(t, fields);
	int rc = prompt_fill(prompts, "your_code", fields, n, &p, err);

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
