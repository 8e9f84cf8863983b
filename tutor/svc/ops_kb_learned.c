/* Operations on learned fixes: kb learn, and their part in kb list, forget, export, import. */
#include "svc/ops_kb_learned.h"

#include "base/clock.h"
#include "base/file.h"
#include "rust/action.h"
#include "store/learned.h"
#include "store/learner.h"
#include "svc/app.h"
#include "svc/learned.h"
#include "svc/ops_list.h"

struct report {
	char *text;
	struct json *items;
	struct json *pairs;     /* what came of each pair that waited; NULL */
};

static void report_free(void *data)
{
	struct report *r = data;

	free(r->text);
	json_free(r->items);
	json_free(r->pairs);
	free(r);
}

static struct json *report_json(const void *data)
{
	const struct report *r = data;
	struct json *j = json_object();

	json_set_str(j, "text", r->text);
	json_set_take(j, "learned", json_copy(r->items));
	if (r->pairs)
		json_set_take(j, "pairs", json_copy(r->pairs));
	return j;
}

static void item_plain(const struct json *o, struct sbuf *out)
{
	sbuf_addf(out, "%5lld  %-11s %3lld of %-3lld  %-7s  %s\n", (long long)json_get_int(o, "id", 0), json_get_str(o, "state", ""),
		  (long long)json_get_int(o, "clean", 0), (long long)json_get_int(o, "tried", 0), json_get_str(o, "origin", ""),
		  json_get_str(o, "error", ""));
	sbuf_addf(out, "       %s\n", json_get_str(o, "change", ""));
}

static void report_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct report *r = data;

	(void)width;
	(void)ascii;
	if (json_len(r->items))
		sbuf_addstr(out, "   id  state       worked      from     error, and the change that mends it\n");
	for (const struct json *o = json_first(r->items); o; o = json_next(o))
		item_plain(o, out);
	sbuf_addf(out, "%s\n", r->text);
}

static const struct result_type report_type = { "kb_learned", report_json, report_plain, report_free };

static void finish_pairs(struct call *call, char *text_take, struct json *items_take, struct json *pairs_take, bool no)
{
	struct report *r = xcalloc(1, sizeof(*r));

	r->text = text_take;
	r->items = items_take;
	r->pairs = pairs_take;
	call_finish(call, &report_type, r, no);
}

static void finish(struct call *call, struct json *items_take, bool no, const char *fmt, ...) PRINTF_LIKE(4, 5);
static void finish(struct call *call, struct json *items, bool no, const char *fmt, ...)
{
	struct sbuf s = SBUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	sbuf_vaddf(&s, fmt, ap);
	va_end(ap);
	finish_pairs(call, sbuf_detach(&s, NULL), items, NULL, no);
}

static const char *plural(size_t n)
{
	return n == 1 ? "" : "es";
}

/* "E0308|mismatched types|expected …" as words. */
static char *error_words(const struct learned *e)
{
	struct sbuf s = SBUF_INIT;

	sbuf_add_replaced(&s, e->keys[LEARNED_KEYS - 1], "|", "  ");
	return sbuf_detach(&s, NULL);
}

static struct json *item_json(const struct learned *e)
{
	struct json *j = json_object();
	char *error = error_words(e);
	struct sbuf change = SBUF_INIT;

	action_say(e->action, &change);
	json_set_num(j, "id", (double)e->id);
	json_set_str(j, "state", learned_state_name(e->state));
	json_set_str(j, "origin", learned_origin_name(e->origin));
	json_set_str(j, "source", e->source);
	json_set_str(j, "error", error);
	json_set_str(j, "change", change.buf);
	json_set_num(j, "tried", e->tried);
	json_set_num(j, "clean", e->clean);
	json_set_num(j, "tests", e->tests);
	json_set_num(j, "undone", e->undone);
	json_set_num(j, "projects", learned_projects(e));
	json_set_str(j, "before", e->before);
	json_set_str(j, "after", e->after);
	sbuf_release(&change);
	free(error);
	return j;
}

void kb_learned_list(struct call *call)
{
	struct learned_list all = { 0 };
	struct sbuf err = SBUF_INIT;
	struct json *items = json_array();

	if (learned_all(call->app, &all, &err) < 0) {
		json_free(items);
		call_fail(call, ERROR_NEEDED, NULL, "%s", err.buf);
	} else {
		for (size_t i = 0; i < all.n; i++)
			json_add_take(items, item_json(&all.v[i]));
		finish(call, items, false, "%zu fix%s learned.%s", all.n, plural(all.n),
		       learned_enabled(call->app) ? "" : " Learning is switched off (learn.enabled).");
	}
	learned_list_release(&all);
	sbuf_release(&err);
}

void kb_learned_forget(struct call *call, const char *number)
{
	struct sbuf err = SBUF_INIT;
	struct learner *l = app_learner(call->app, &err);
	char *end = NULL;
	int64_t id = number ? strtoll(number, &end, 10) : 0;
	int n;

	if (number && (id <= 0 || *end)) {
		call_fail(call, ERROR_USAGE, "tutor kb list --learned", "\"%.40s\" is no number of a learned fix.", number);
	} else if (!l || (n = store_learned_forget(l, id, &err)) < 0) {
		call_fail(call, ERROR_NEEDED, NULL, "%s", err.buf);
	} else if (number && !n) {
		call_fail(call, ERROR_USAGE, "tutor kb list --learned", "There is no learned fix %lld.", (long long)id);
	} else {
		finish(call, json_array(), false, "%d learned fix%s forgotten.", n, n == 1 ? " is" : "es are");
	}
	sbuf_release(&err);
}

void kb_learned_export(struct call *call, const char *file)
{
	struct learned_list all = { 0 };
	struct sbuf err = SBUF_INIT, out = SBUF_INIT;
	size_t n = 0;
	int rc = learned_all(call->app, &all, &err);

	for (size_t i = 0; i < all.n; i++) {
		if (all.v[i].state == LEARNED_QUARANTINED)
			continue;
		learned_write(&all.v[i], &out);
		n++;
	}
	if (rc < 0 || file_write_atomic(file, out.buf, out.len, &err) < 0)
		call_fail(call, ERROR_NEEDED, NULL, "%s", err.buf);
	else
		finish(call, json_array(), false, "%zu learned fix%s written to %s.", n, n == 1 ? " was" : "es were", file);
	learned_list_release(&all);
	sbuf_release(&err);
	sbuf_release(&out);
}

/* Learning from many: the lines of an import, or the pairs that wait. */
struct many {
	struct call *call;
	bool import;
	struct learned *v;      /* of an import */
	size_t n, alloc, next;
	size_t refused, over;   /* lines that are no entries; lines beyond the limit */
	size_t pairs, learned, known, nothing;
	int checks;
	bool cancelled;
	char *why;              /* the last refusal */
	char *item;             /* of the pair under way */
	struct json *report;    /* what came of each pair */
};

static void many_free(struct many *m)
{
	for (size_t i = 0; i < m->n; i++)
		learned_release(&m->v[i]);
	free(m->v);
	free(m->why);
	free(m->item);
	json_free(m->report);
	free(m);
}

static void note_why(struct many *m, const char *why)
{
	free(m->why);
	m->why = xstrdup(why);
}

static void many_end(struct many *m)
{
	struct call *call = m->call;
	struct sbuf s = SBUF_INIT;

	call->priv = NULL;
	if (m->import)
		sbuf_addf(&s, "%zu of %zu fix%s taken in as candidates, %zu known already; %zu did not hold what they promise", m->learned,
			  m->pairs + m->refused, plural(m->pairs + m->refused), m->known, m->nothing + m->refused);
	else
		sbuf_addf(&s, "%zu fix%s learned from %zu pair%s, %zu met again", m->learned, plural(m->learned), m->pairs,
			  m->pairs == 1 ? "" : "s", m->known);
	if (m->why)
		sbuf_addf(&s, " (the last: %s)", m->why);
	sbuf_addch(&s, '.');
	if (m->over)
		sbuf_addf(&s, " %zu lines beyond the first %d were left alone.", m->over, LEARNED_LINES);
	if (m->cancelled)
		sbuf_addstr(&s, " It was stopped.");
	finish_pairs(call, sbuf_detach(&s, NULL), json_array(), m->report, m->import && !m->learned && !m->known);
	m->report = NULL;
	many_free(m);
}

static void many_next(struct many *m);

static void report_pair(struct many *m, const struct learning_result *r)
{
	struct json *j = json_object(), *refused = json_array();

	for (size_t i = 0; i < r->refused->n; i++)
		json_add_str(refused, r->refused->v[i]);
	json_set_str(j, "item", m->item ? m->item : "");
	json_set_num(j, "learned", (double)r->learned);
	json_set_num(j, "known", (double)r->known);
	json_set_num(j, "checks", r->checks);
	json_set_take(j, "refused", refused);
	json_add_take(m->report, j);
}

static void learned_one(void *ctx, const struct learning_result *r)
{
	struct many *m = ctx;

	report_pair(m, r);
	m->checks += r->checks;
	m->learned += r->learned;
	m->known += r->known;
	m->nothing += !r->learned && !r->known;
	if (r->why)
		note_why(m, r->why);
	if (r->needed) {
		struct call *call = m->call;

		call->priv = NULL;
		call_fail(call, ERROR_NEEDED, "tutor doctor", "%s", r->why ? r->why : "Learning is not possible here.");
		many_free(m);
	} else {
		many_next(m);
	}
}

static void start_pair(void *ctx, const struct learned_pair *p)
{
	struct many *m = ctx;
	struct learning_spec spec = { .before = p->before, .blen = strlen(p->before), .after = p->after, .alen = strlen(p->after),
				      .edition = p->edition, .source = p->source, .item = p->item,
				      .origin = p->origin == LEARNED_BY_REPAIR ? LEARNED_BY_REPAIR : LEARNED_BY_LEARNER };

	m->pairs++;
	free(m->item);
	m->item = xstrdup(p->item);
	learning_start(m->call->app, &spec, learned_one, m);
}

static void next_line(struct many *m)
{
	struct learned *e = &m->v[m->next++];
	struct learning_spec spec = { .before = e->before, .blen = strlen(e->before), .after = e->after, .alen = strlen(e->after),
				      .edition = e->edition, .source = "import", .origin = LEARNED_BY_IMPORT };

	m->pairs++;
	call_progress(m->call, (int64_t)m->next, (int64_t)m->n, "proving imported fixes");
	learning_start(m->call->app, &spec, learned_one, m);
}

static void many_next(struct many *m)
{
	struct sbuf err = SBUF_INIT;
	struct learner *l;
	int rc = 0;

	if (m->cancelled || (m->import && m->next >= m->n)) {
		many_end(m);
	} else if (m->import) {
		next_line(m);
	} else {
		l = app_learner(m->call->app, &err);
		rc = l ? store_pair_take(l, start_pair, m, &err) : -1;
		if (rc == 0) {
			many_end(m);
		} else if (rc < 0) {
			struct call *call = m->call;

			call->priv = NULL;
			call_fail(call, ERROR_NEEDED, NULL, "%s", err.buf);
			many_free(m);
		}
	}
	sbuf_release(&err);
}

static void take_line(struct many *m, const char *line, size_t len)
{
	struct sbuf err = SBUF_INIT;
	struct learned e;

	if (m->n + m->refused >= LEARNED_LINES) {
		m->over++;
		return;
	}
	if (learned_read(line, len, &e, &err) < 0) {
		m->refused++;
		note_why(m, err.buf);
	} else {
		ARRAY_GROW(m->v, m->n + 1, m->alloc);
		m->v[m->n++] = e;
	}
	sbuf_release(&err);
}

void kb_learned_import(struct call *call, const char *text, size_t len)
{
	struct many *m = xcalloc(1, sizeof(*m));
	const char *p = text, *end = text + len;

	m->call = call;
	m->report = json_array();
	m->import = true;
	call->priv = m;
	while (p < end) {
		const char *nl = memchr(p, '\n', (size_t)(end - p));
		size_t n = (size_t)((nl ? nl : end) - p);

		if (n && p[n - 1] == '\r')
			n--;
		if (n)
			take_line(m, p, n);
		p = nl ? nl + 1 : end;
	}
	many_next(m);
}

bool kb_is_learned(const char *text, size_t len)
{
	const char *nl = memchr(text, '\n', len);
	struct json *j = json_parse(text, MIN(nl ? (size_t)(nl - text) : len, (size_t)LEARNED_LINE), NULL);
	bool yes = json_get(j, "before") != NULL && !json_get(j, "page");

	json_free(j);
	return yes;
}

void kb_learned_cancel(struct call *call)
{
	struct many *m = call->priv;

	if (m)
		m->cancelled = true;
}

static void learn_start(struct call *call)
{
	struct many *m = xcalloc(1, sizeof(*m));

	m->call = call;
	m->report = json_array();
	call->priv = m;
	many_next(m);
}

const struct op op_kb_learn = {
	.name = "kb_learn", .words = "kb learn", .title = "Learn from fixes that wait",
	.help = "Learns from repairs that were written and from your own texts that failed and then passed, now; checks and repairs "
		"start it by themselves, in the background.",
	.result_schema = "{\"type\":\"object\",\"required\":[\"text\"]}",
	.fronts = FRONT_CLI, .flags = OP_WRITES | OP_RUNS_CODE | OP_LONG, .start = learn_start, .cancel = kb_learned_cancel,
};
