/* Which tasks of the knowledge base may serve: by the words of the sentence, by what the tests call; made fit for it. */
#include <math.h>

#include "base/file.h"
#include "base/map.h"
#include "kb/terms.h"
#include "learn/course.h"
#include "learn/fence.h"
#include "svc/app.h"
#include "svc/generate_int.h"

#define TASKS_MAX 2000
#define WEIGHT_TITLE 3
#define WEIGHT_ASKED 2
#define WEIGHT_BODY 1
#define FIT_WEIGHT 0.6          /* of the tests' calls against the sentence's words */

struct task {
	const struct card *card; /* the course's */
	char *code;
	struct needs offers;
	struct map words;        /* stem -> weight as a pointer */
	double relevance, fit;
};

struct tasks {
	struct task *v;
	size_t n;
	struct terms *terms;
	struct map df;           /* stem -> in how many tasks, as a pointer */
};

void gen_cand_release(struct gen_cand *c)
{
	free(c->code);
	free(c->task);
	free(c->title);
	free(c->input);
	strv_release(&c->notes);
	memset(c, 0, sizeof(*c));
}

void gen_cands_release(struct gen_cands *c)
{
	for (size_t i = 0; i < c->n; i++)
		gen_cand_release(&c->v[i]);
	free(c->v);
	memset(c, 0, sizeof(*c));
}

/* Words. */

struct adder {
	struct tasks *all;
	struct task *task;
	uintptr_t weight;
};

static void add_word(void *ctx, const char *term, size_t len)
{
	struct adder *a = ctx;
	uintptr_t now = (uintptr_t)map_get(&a->task->words, term);

	(void)len;
	if (!now)
		map_put(&a->all->df, term, (void *)((uintptr_t)map_get(&a->all->df, term) + 1));
	if (a->weight > now)
		map_put(&a->task->words, term, (void *)a->weight);
}

static void add_text(struct tasks *all, struct task *t, const char *text, uintptr_t weight)
{
	struct adder a = { all, t, weight };

	if (text)
		terms_each(all->terms, text, strlen(text), add_word, &a);
}

/* Words that say nothing of the task. Stems. */
static bool is_filler(const char *stem)
{
	static const char all[] = " program rust write creat make simpl small function project applic app implement librari crate given "
				  "return take code tool cli command line stdin standard input read work us use tini littl basic number "
				  "give call print show output string text ";
	struct sbuf s = SBUF_INIT;
	bool found;

	sbuf_addf(&s, " %s ", stem);
	found = strstr(all, s.buf) != NULL;
	sbuf_release(&s);
	return found;
}

struct scorer {
	const struct tasks *all;
	const struct task *task;
	struct map seen;
	double got, of;
};

static void score_word(void *ctx, const char *term, size_t len)
{
	struct scorer *s = ctx;
	double weight = (double)(uintptr_t)map_get(&s->task->words, term);
	double df = (double)(uintptr_t)map_get(&s->all->df, term);
	double idf = log(1 + (double)s->all->n / (1 + df)) * (is_filler(term) ? 0.25 : 1);

	(void)len;
	if (map_put(&s->seen, term, s))
		return;
	s->of += idf;
	s->got += idf * weight / WEIGHT_TITLE;
}

static double relevance(const struct tasks *all, const struct task *t, const char *text)
{
	struct scorer s = { .all = all, .task = t, .seen = MAP_INIT };

	terms_each(all->terms, text, strlen(text), score_word, &s);
	map_release(&s.seen);
	return s.of > 0 ? s.got / s.of : 0;
}

static void add_name(struct sbuf *s, const char *name)
{
	for (; *name; name++)
		sbuf_addch(s, *name == '_' ? ' ' : *name);
	sbuf_addch(s, ' ');
}

static void fill_words(struct tasks *all, struct task *t)
{
	struct sbuf rest = SBUF_INIT, names = SBUF_INIT;

	t->code = fence_first(t->card->body, &rest);
	if (t->code)
		needs_of_code(t->code, strlen(t->code), &t->offers);
	add_text(all, t, t->card->title, WEIGHT_TITLE);
	for (const char *p = t->card->slug; *p; p++)
		sbuf_addch(&names, *p == '-' || *p == '/' ? ' ' : *p);
	add_text(all, t, names.buf + strlen("tasks "), WEIGHT_TITLE);
	for (size_t i = 0; i < t->card->asked.n; i++)
		add_text(all, t, t->card->asked.v[i], WEIGHT_ASKED);
	add_text(all, t, rest.buf, WEIGHT_BODY);
	sbuf_reset(&names);
	for (size_t i = 0; i < t->offers.n; i++)
		add_name(&names, t->offers.v[i].name);
	add_text(all, t, names.buf, WEIGHT_BODY);
	sbuf_release(&names);
	sbuf_release(&rest);
}

static void tasks_release(struct tasks *all)
{
	for (size_t i = 0; i < all->n; i++) {
		free(all->v[i].code);
		needs_release(&all->v[i].offers);
		map_release(&all->v[i].words);
	}
	free(all->v);
	map_release(&all->df);
	terms_free(all->terms);
}

static int tasks_load(struct app *app, struct tasks *all, struct sbuf *err)
{
	struct course *course = app_course(app, err);
	struct strv names = STRV_INIT;
	char *dir;
	int rc;

	if (!course)
		return -1;
	dir = path_join(course_root(course), "kb/cards/tasks");
	rc = file_list(dir, &names, err);
	all->terms = terms_new();
	all->v = xcalloc(names.n + 1, sizeof(*all->v));
	for (size_t i = 0; i < names.n && i < TASKS_MAX && !rc; i++) {
		char *slug = ends_with(names.v[i], ".md") ? xstrfmt("tasks/%.*s", (int)strlen(names.v[i]) - 3, names.v[i]) : NULL;
		const struct card *card = slug ? course_card(course, slug, NULL) : NULL;

		free(slug);
		if (!card)
			continue; /* a broken card is `pack check`'s to tell */
		all->v[all->n] = (struct task){ .card = card, .offers = NEEDS_INIT, .words = MAP_INIT };
		fill_words(all, &all->v[all->n]);
		all->n++;
	}
	if (!rc && !all->n)
		rc = error(err, "There are no task cards in %s.", dir);
	strv_release(&names);
	free(dir);
	return rc;
}

/* What the tests call. */

struct mapping {
	struct gen_rename v[64];  /* names that change */
	size_t n;
	struct gen_rename used[64]; /* what serves what, changed or not */
	size_t n_used;
	double fit;       /* mean of the calls' fits, 0: it does not serve */
};

static bool add_rename(struct mapping *m, const char *from, const char *to, bool method)
{
	if (streq(from, to))
		return true;
	for (size_t i = 0; i < m->n; i++) {
		if (streq(m->v[i].from, from))
			return streq(m->v[i].to, to);
		if (streq(m->v[i].to, to))
			return false;
	}
	if (m->n >= ARRAY_SIZE(m->v))
		return false;
	m->v[m->n++] = (struct gen_rename){ from, to, method };
	return true;
}

/* Serves this name already, or another one? */
static bool is_used(const struct mapping *m, const char *from, const char *to)
{
	for (size_t i = 0; m && i < m->n_used; i++)
		if (streq(m->used[i].from, from))
			return !streq(m->used[i].to, to);
	return false;
}

static const struct need *best_offer(const struct needs *offers, const struct need *want, const char *owner, const struct mapping *m,
				     double *fit)
{
	const struct need *best = NULL;

	*fit = -1;
	for (size_t i = 0; i < offers->n; i++) {
		const struct need *o = &offers->v[i];
		double f = (owner ? o->owner && streq(o->owner, owner) : !o->owner) ? needs_fit(want, o) : -1;

		if (f > *fit && !is_used(m, o->name, want->name)) {
			*fit = f;
			best = o;
		}
	}
	return best;
}

static bool serves(struct mapping *m, const struct need *offer, const struct need *want)
{
	if (m->n_used < ARRAY_SIZE(m->used))
		m->used[m->n_used++] = (struct gen_rename){ offer->name, want->name, false };
	return add_rename(m, offer->name, want->name, offer->owner != NULL);
}

/* Functions of an owner (NULL: free ones). First what has the same name, then the rest. False: one is served by nothing. */
static bool map_functions(const struct needs *want, const char *type, const struct needs *offers, const char *offered, struct mapping *m,
			  double *sum, size_t *n)
{
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < want->n; i++) {
			const struct need *w = &want->v[i], *o;
			double fit;

			if (type ? !w->owner || !streq(w->owner, type) : w->owner != NULL)
				continue;
			o = best_offer(offers, w, offered, m, &fit);
			if (!pass && (!o || !streq(o->name, w->name)))
				continue;
			if (pass && o && streq(o->name, w->name))
				continue; /* served in the first pass */
			if (!o || !serves(m, o, w))
				return false;
			*sum += fit;
			(*n)++;
		}
	return true;
}

/* Methods of unknown owners may be anybody's (a vector's len): an equal or a like name is this type's. */
static void map_methods(const struct needs *want, const struct needs *offers, const char *offered, struct mapping *m, double *sum,
			size_t *n)
{
	for (size_t i = 0; i < want->n; i++) {
		const struct need *w = &want->v[i], *o;
		double fit;

		if (!w->owner || *w->owner)
			continue;
		o = best_offer(offers, w, offered, m, &fit);
		if (!o || needs_alike(w->name, o->name) < 0.5 || !serves(m, o, w))
			continue;
		*sum += fit;
		(*n)++;
	}
}

/* How well the offered type serves as the wanted one; below 0: not at all. What it needs is added to m. */
static double type_fit(const struct needs *want, const char *type, const struct needs *offers, const char *offered, struct mapping *m)
{
	double sum = 3 * needs_alike(type, offered);
	size_t n = 1;

	if (!add_rename(m, offered, type, false) || !map_functions(want, type, offers, offered, m, &sum, &n))
		return -1;
	map_methods(want, offers, offered, m, &sum, &n);
	return sum / (double)n + 0.3 * (double)n;
}

static bool map_types(const struct needs *want, const struct needs *offers, struct mapping *m, double *sum, size_t *n)
{
	for (size_t i = 0; i < want->types.n; i++) {
		struct mapping best = { .fit = -1 };

		for (size_t k = 0; k < offers->types.n; k++) {
			struct mapping tried = *m;

			tried.fit = type_fit(want, want->types.v[i], offers, offers->types.v[k], &tried);
			if (tried.fit > best.fit)
				best = tried;
		}
		if (best.fit < 0)
			return false;
		*sum += best.fit;
		(*n)++;
		*m = best;
	}
	return true;
}

static bool map_task(const struct needs *want, const struct task *t, struct mapping *m)
{
	double sum = 0;
	size_t n = 0;

	memset(m, 0, sizeof(*m));
	if (!map_functions(want, NULL, &t->offers, NULL, m, &sum, &n) || !map_types(want, &t->offers, m, &sum, &n) || !n)
		return false;
	m->fit = sum / (double)n;
	return true;
}

static struct gen_cand *add_cand(struct gen_cands *out, const struct task *t, char *code_take, double score)
{
	struct gen_cand *c;

	ARRAY_GROW(out->v, out->n + 1, out->alloc);
	c = &out->v[out->n++];
	*c = (struct gen_cand){ .code = code_take, .task = xstrdup(t->card->slug), .title = xstrdup(t->card->title), .score = score };
	return c;
}

static void note_renames(struct gen_cand *c, const struct mapping *m)
{
	for (size_t i = 0; i < m->n; i++)
		strv_pushf(&c->notes, "`%s` is called `%s` here, as your tests call it.", m->v[i].from, m->v[i].to);
}

static void offer_for_tests(const struct gen_want *w, const struct task *t, struct gen_cands *out)
{
	bool beside = w->needs->place == NEEDS_BESIDE;
	unsigned flags = GEN_NO_TESTS | GEN_DERIVE | (w->lib ? GEN_NO_MAIN : 0) | (beside && w->lib ? GEN_PUB | GEN_PUB_FIELDS : 0);
	struct sbuf code = SBUF_INIT;
	struct mapping m;

	if (!t->code || !map_task(w->needs, t, &m))
		return;
	if (gen_code_make(t->code, flags, m.v, m.n, &code))
		note_renames(add_cand(out, t, sbuf_detach(&code, NULL), FIT_WEIGHT * m.fit / 6 + (1 - FIT_WEIGHT) * t->relevance), &m);
	sbuf_release(&code);
}

static void offer_reading(const struct gen_want *w, const struct task *t, struct gen_cands *out)
{
	enum gen_input input = gen_input_asked(w->description);

	for (int kind = 0; kind < GEN_NUMBERS && input && !w->lib; kind++) {
		struct sbuf code = SBUF_INIT, example = SBUF_INIT;
		struct gen_cand *c;

		if (gen_main_reads(t->code, input, kind, &code, &example)) {
			c = add_cand(out, t, sbuf_detach(&code, NULL), t->relevance + 0.01 - 0.001 * kind);
			c->input = sbuf_detach(&example, NULL);
			strv_pushf(&c->notes, "Its main reads %s now instead of an example of its own.",
				   input == GEN_INPUT_STDIN ? "standard input" : "the words of the command line");
		}
		sbuf_release(&code);
		sbuf_release(&example);
	}
}

static void offer_nearest(const struct gen_want *w, const struct task *t, struct gen_cands *out)
{
	struct sbuf code = SBUF_INIT;
	struct gen_cand *c;

	if (!t->code || t->relevance < GENERATE_SURE)
		return;
	offer_reading(w, t, out);
	if (gen_code_make(t->code, w->lib ? GEN_NO_MAIN | GEN_PUB : 0, NULL, 0, &code)) {
		c = add_cand(out, t, sbuf_detach(&code, NULL), t->relevance);
		if (gen_input_asked(w->description) && !w->lib && !strstr(t->code, "stdin") && !strstr(t->code, "args()"))
			strv_push(&c->notes, "Its main works on an example of its own; it reads no input yet.");
	}
	sbuf_release(&code);
}

static int by_score(const void *a, const void *b)
{
	double x = ((const struct gen_cand *)a)->score, y = ((const struct gen_cand *)b)->score;

	return (x < y) - (x > y);
}

/* The sentence, and the names that the tests call. */
static char *all_words(const struct gen_want *w)
{
	struct sbuf s = SBUF_INIT;

	sbuf_addf(&s, "%s ", w->description);
	for (size_t i = 0; w->tests && i < w->needs->n; i++)
		if (!w->needs->v[i].owner || *w->needs->v[i].owner)
			add_name(&s, w->needs->v[i].name);
	for (size_t i = 0; w->tests && i < w->needs->types.n; i++)
		sbuf_addf(&s, "%s ", w->needs->types.v[i]);
	return sbuf_detach(&s, NULL);
}

int gen_cards_find(struct app *app, const struct gen_want *w, struct gen_cands *out, struct sbuf *err)
{
	struct tasks all = { .df = MAP_INIT };
	char *words = all_words(w);
	int rc = tasks_load(app, &all, err);

	for (size_t i = 0; i < all.n && !rc; i++) {
		all.v[i].relevance = relevance(&all, &all.v[i], words);
		if (w->tests)
			offer_for_tests(w, &all.v[i], out);
		else
			offer_nearest(w, &all.v[i], out);
	}
	if (out->n)
		qsort(out->v, out->n, sizeof(*out->v), by_score);
	while (out->n > GENERATE_CARDS)
		gen_cand_release(&out->v[--out->n]);
	free(words);
	tasks_release(&all);
	return rc;
}
