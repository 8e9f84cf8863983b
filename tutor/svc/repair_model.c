#include "svc/repair_model.h"

#include "base/utf8.h"
#include "io/loop.h"
#include "rust/answer.h"
#include "rust/lexer.h"
#include "svc/app.h"
#include "svc/code_ask.h"

#define ERROR_LINES 25
#define OTHERS_MAX 6
#define TRIED_LINES 8

struct repair_llm {
	struct app *app;
	struct prompts *prompts;
	struct repair_model model;
	struct code_ask *ask;
	loop_id later;
	repair_answer *answer;
	void *to;
	size_t file;              /* that it is about */
	char *text;               /* as it is now */
	size_t len;
	bool items;               /* only some items were sent */
	bool over;                /* it cannot be reached: asking again would be in vain */
};

static void say_nothing(void *ctx)
{
	struct repair_llm *m = ctx;

	m->later = 0;
	m->answer(m->to, NULL, 0);
}

static void answered(void *ctx, const char *code, size_t len, const char *why)
{
	struct repair_llm *m = ctx;
	struct sbuf whole = SBUF_INIT, kept = SBUF_INIT;
	struct repair_proposal p = { .file = m->file };
	bool ok = code != NULL;

	m->ask = NULL;
	m->over |= !code && !starts_with(why, CODE_ASK_NONE);
	if (ok && m->items)
		ok = answer_splice(m->text, m->len, code, len, &whole);
	else if (ok)
		sbuf_add(&whole, code, len);
	if (ok)
		answer_keep_tests(m->text, m->len, whole.buf, whole.len, &kept);
	ok = ok && utf8_valid(kept.buf, kept.len, NULL) && (kept.len != m->len || memcmp(kept.buf, m->text, m->len));
	p.text = kept.buf;
	p.len = kept.len;
	m->answer(m->to, &p, ok);
	sbuf_release(&kept);
	sbuf_release(&whole);
}

static void add_lines(struct sbuf *out, const char *text, int max)
{
	for (; *text && max; max--) {
		size_t n = strcspn(text, "\n");

		sbuf_add(out, text, n);
		sbuf_addch(out, '\n');
		text += n + (text[n] == '\n');
	}
}

/* The error to begin with: the first root one in a file that may be changed. */
static const struct diag *first_error(const struct repair_ask *ask, size_t *file)
{
	for (int roots = 1; roots >= 0; roots--)
		for (size_t i = 0; i < ask->diags->n; i++) {
			const struct diag *d = &ask->diags->v[i];
			const struct diag_span *p = diag_primary(d);

			if (d->level != DIAG_ERROR || !p || (roots && !d->root))
				continue;
			for (size_t f = 0; f < ask->n_files; f++)
				if (streq(ask->files[f].name, p->file) && !ask->files[f].locked) {
					*file = f;
					return d;
				}
		}
	return NULL;
}

/* All errors stand in locked files (tests that call what is not there): then the first file that may be changed. */
static const struct diag *any_error(const struct repair_ask *ask, size_t *file)
{
	const struct diag *d = first_error(ask, file);

	for (size_t i = 0; i < ask->diags->n && !d; i++)
		if (ask->diags->v[i].level == DIAG_ERROR)
			d = &ask->diags->v[i];
	if (d && !first_error(ask, file)) {
		for (*file = 0; *file < ask->n_files && ask->files[*file].locked; ++*file)
			;
		if (*file == ask->n_files)
			return NULL;
	}
	return d;
}

static void add_others(const struct repair_ask *ask, const struct diag *first, struct sbuf *out)
{
	size_t n = 0;

	for (size_t i = 0; i < ask->diags->n && n < OTHERS_MAX; i++) {
		const struct diag *d = &ask->diags->v[i];
		const struct diag_span *p = diag_primary(d);

		if (d == first || d->level != DIAG_ERROR)
			continue;
		sbuf_addf(out, "line %u: %s\n", p ? p->line : 0, d->message);
		n++;
	}
	if (!n)
		sbuf_addstr(out, "none\n");
}

static void add_tried(const struct repair_ask *ask, struct sbuf *out)
{
	if (!ask->tried) {
		sbuf_addstr(out, "nothing yet\n");
		return;
	}
	add_lines(out, ask->tried, TRIED_LINES);
	if (ask->tried_error)
		sbuf_addf(out, "This did not work: %s\n", ask->tried_error);
}

static size_t count_lines(const char *text, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += text[i] == '\n';
	return n;
}

static bool is_hit(const struct repair_ask *ask, const char *file, const struct item *it)
{
	for (size_t i = 0; i < ask->diags->n; i++)
		for (size_t k = 0; k < ask->diags->v[i].n_spans && ask->diags->v[i].level == DIAG_ERROR; k++) {
			const struct diag_span *s = &ask->diags->v[i].spans[k];

			if (s->primary && streq(s->file, file) && s->byte_start >= it->start && s->byte_start < it->end)
				return true;
		}
	return false;
}

/* The top-level items of a large file in which errors are. */
static void add_items(const struct repair_ask *ask, const struct repair_file *f, struct sbuf *out)
{
	struct items items = ITEMS_INIT;

	items_scan(f->text, f->len, &items);
	for (size_t i = 0; i < items.n; i++) {
		const struct item *it = &items.v[i];

		if (it->parent < 0 && !it->cfg_test && is_hit(ask, f->name, it) && out->len + it->end - it->start <= REPAIR_MODEL_CHARS) {
			sbuf_add(out, f->text + it->start, it->end - it->start);
			sbuf_addstr(out, "\n\n");
		}
	}
	items_release(&items);
}

static bool send(struct repair_llm *m, const struct repair_ask *ask, const struct diag *d)
{
	const struct repair_file *f = &ask->files[m->file];
	struct sbuf code = SBUF_INIT, error = SBUF_INIT, others = SBUF_INIT, tried = SBUF_INIT;
	struct code_ask_spec spec = { .prompts = m->prompts, .temperature = ask->round ? 0.75 : 0.2, .done = answered, .ctx = m };

	if (m->items)
		add_items(ask, f, &code);
	else
		sbuf_add(&code, f->text, f->len);
	if (d)
		add_lines(&error, d->rendered ? d->rendered : d->message, ERROR_LINES);
	else
		add_lines(&error, ask->failing, ERROR_LINES);
	add_others(ask, d, &others);
	add_tried(ask, &tried);
	{
		const struct prompt_field fields[] = {
			{ "code", code.buf }, { "error", error.buf }, { "others", others.buf }, { "tried", tried.buf },
		};

		spec.step = m->items ? "repair_items" : "repair";
		spec.fields = fields;
		spec.n_fields = ARRAY_SIZE(fields);
		spec.max_tokens = (int)(prompt_tokens(code.len) * 13 / 10) + 128;
		m->ask = code.len ? code_ask_start(m->app, &spec, NULL) : NULL;
	}
	sbuf_release(&tried);
	sbuf_release(&others);
	sbuf_release(&error);
	sbuf_release(&code);
	return m->ask != NULL;
}

static void start_ask(void *ctx, const struct repair_ask *ask, repair_answer *answer, void *to)
{
	struct repair_llm *m = ctx;
	const struct diag *d = any_error(ask, &m->file);
	const struct repair_file *f;

	m->answer = answer;
	m->to = to;
	if (!d && ask->failing)
		for (m->file = 0; m->file < ask->n_files && ask->files[m->file].locked; m->file++)
			;
	if (!m->over && (d || (ask->failing && m->file < ask->n_files))) {
		f = &ask->files[m->file];
		free(m->text);
		m->text = xmemdupz(f->text, f->len);
		m->len = f->len;
		m->items = f->len > REPAIR_MODEL_CHARS || count_lines(f->text, f->len) > REPAIR_MODEL_LINES;
		if (send(m, ask, d))
			return;
	}
	m->later = loop_defer(app_loop(m->app), say_nothing, m);
}

static void cancel_ask(void *ctx)
{
	struct repair_llm *m = ctx;

	code_ask_drop(m->ask);
	m->ask = NULL;
	if (!m->later)
		m->later = loop_defer(app_loop(m->app), say_nothing, m);
}

struct repair_llm *repair_llm_new(struct app *app, struct sbuf *err)
{
	struct prompts *p = code_prompts(app, err);
	struct repair_llm *m;

	if (!p)
		return NULL;
	if (!prompts_step(p, "repair")) {
		error(err, "Models of the family %s do not repair; a larger one may (tutor model list).", prompts_family(p));
		prompts_free(p);
		return NULL;
	}
	m = xcalloc(1, sizeof(*m));
	m->app = app;
	m->prompts = p;
	m->model = (struct repair_model){ start_ask, cancel_ask, m };
	return m;
}

const struct repair_model *repair_llm_model(struct repair_llm *m)
{
	return m ? &m->model : NULL;
}

void repair_llm_free(struct repair_llm *m)
{
	if (!m)
		return;
	code_ask_drop(m->ask);
	if (m->later)
		loop_cancel(app_loop(m->app), m->later);
	prompts_free(m->prompts);
	free(m->text);
	free(m);
}
