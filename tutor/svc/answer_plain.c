/* The model-free part of an answer: which card, which passages, which error. */
#include <ctype.h>

#include "kb/chunk.h"
#include "learn/course.h"
#include "store/kbdb.h"
#include "svc/answer_int.h"
#include "svc/app.h"
#include "svc/explain_int.h"

#define CARD_SHARE .9
#define CARD_AMONG 3
#define NEAREST 3
#define EXACT_SCORE 40    /* hits found by their exact name */

static char *hit_page(const struct engine_hit *h)
{
	return *h->anchor ? xstrfmt("%s#%s", h->page, h->anchor) : xstrdup(h->page);
}

/* Has this thread's list the hit's page, behind this mark? */
static bool is_listed(const struct answering *a, const char *mark, const struct engine_hit *h)
{
	struct strv seen = STRV_INIT;
	char *page, *line;
	bool yes;

	if (!a->follow_up || !a->spec.seen)
		return false;
	strv_split(&seen, a->spec.seen, '\n');
	page = hit_page(h);
	line = xstrfmt("%s%s", mark, page);
	yes = strv_has(&seen, line);
	strv_release(&seen);
	free(page);
	free(line);
	return yes;
}

/* Was an error of this card's code (errors/E0382-loop: E0382) part of the thread? */
static bool is_of_thread(const struct answering *a, const char *slug)
{
	int len = (int)strcspn(slug, "-");
	char *card = xstrfmt("card:errors/%.*s", len, slug), *error = xstrfmt(ANSWER_ERROR "%.*s:", len, slug);
	bool is = a->spec.seen && (strstr(a->spec.seen, card) || strstr(a->spec.seen, error));

	free(card);
	free(error);
	return is;
}

/* A follow-up does not go on with the card of an error that the thread is not about, unless errors are asked about. */
static bool is_strange_error(const struct answering *a, const struct engine_hit *h)
{
	static const char errors[] = "card:errors/";
	char code[6];

	return a->follow_up && h->kind == CHUNK_CARD && starts_with(h->page, errors) && !is_of_thread(a, h->page + strlen(errors)) &&
	       !compose_is_about_error(a->spec.question) && !rank_find_code(a->spec.question, code);
}

/* Was it shown already in this thread? A follow-up is no reason to say the same again. */
static bool is_seen(const struct answering *a, const struct engine_hit *h)
{
	return is_listed(a, "", h) || is_strange_error(a, h);
}

/*
 * The best hit that was not shown yet; the first when all were. A bare "and why?" reads on in the pages that were named before,
 * not in another card.
 */
static const struct engine_hit *best_hit(const struct answering *a)
{
	bool pages = a->follow_up && compose_is_bare(a->spec.question);

	for (size_t i = 0; pages && i < a->hits.n; i++)
		if (is_listed(a, ANSWER_NAMED, &a->hits.v[i]) && !is_seen(a, &a->hits.v[i]))
			return &a->hits.v[i];
	for (size_t i = 0; i < a->hits.n; i++)
		if (!is_seen(a, &a->hits.v[i]) && !(pages && a->hits.v[i].kind == CHUNK_CARD))
			return &a->hits.v[i];
	return a->hits.v;
}

/* Search decides (engine_card). In a thread what was shown is passed over: then a card that is nearly as good as the next page answers. */
const struct engine_hit *answer_card_hit(const struct answering *a)
{
	const struct engine_hit *best = best_hit(a), *end = a->hits.v + a->hits.n;

	if (a->follow_up && compose_is_bare(a->spec.question))
		return NULL;
	if (best == a->hits.v)
		return engine_card(&a->hits);
	for (const struct engine_hit *h = best; h < end && h < best + CARD_AMONG; h++)
		if (h->kind == CHUNK_CARD && (h == best || (h->score >= CARD_SHARE * best->score && !is_seen(a, h))))
			return h;
	return NULL;
}

int answer_cite_hit(struct answering *a, const struct engine_hit *h)
{
	char *page = hit_page(h);
	int n = cites_add(&a->report->cites, page, h->crumb);

	free(page);
	return n;
}

/* The hit on the same page whose anchor is more exact than a card's `see`; NULL. */
static const struct engine_hit *hit_of_page(const struct answering *a, const char *page)
{
	for (size_t i = 0; i < a->hits.n && !strchr(page, '#'); i++)
		if (streq(a->hits.v[i].page, page) && *a->hits.v[i].anchor)
			return &a->hits.v[i];
	return NULL;
}

const struct engine_hit *answer_hit_of(const struct answering *a, const char *page)
{
	for (size_t i = 0; i < a->hits.n; i++) {
		char *own = hit_page(&a->hits.v[i]);
		bool same = streq(own, page);

		free(own);
		if (same)
			return &a->hits.v[i];
	}
	return NULL;
}

static char *page_title(struct answering *a, const char *page)
{
	struct engine *e = kbase_engine(app_kbase(a->app), NULL);

	return e ? kbdb_page_title(engine_db(e), page) : NULL;
}

static int cite_page(struct answering *a, const char *page)
{
	const struct engine_hit *h = hit_of_page(a, page);
	char *title;
	int n;

	if (h)
		return answer_cite_hit(a, h);
	title = page_title(a, page);
	n = cites_add(&a->report->cites, page, title);
	free(title);
	return n;
}

/* What to do next, where the card does not say: the lesson that teaches it. */
static void add_next(struct answering *a, const struct card *c)
{
	struct course *course = app_course(a->app, NULL);
	const struct lesson *l = NULL;
	struct step *s;
	char *text, *page;

	if (steps_find(&a->report->steps, STEP_NEXT) || steps_find(&a->report->steps, STEP_TRY))
		return;
	for (size_t i = 0; c && course && !l && i < c->concepts.n; i++)
		l = course_lesson_for(course, c->concepts.v[i]);
	if (!l)
		return;
	text = xstrfmt("Read the lesson \"%s\" (`tutor lesson %s`).", l->title, l->id);
	page = xstrfmt("lesson:%s", l->id);
	s = steps_add(&a->report->steps, STEP_NEXT, ORIGIN_ENGINE, text);
	step_cite(s, &a->report->cites, cites_add(&a->report->cites, page, l->title));
	free(page);
	free(text);
}

static bool compose_from_card(struct answering *a, const char *slug)
{
	struct course *course = app_course(a->app, NULL);
	const struct card *c = course ? course_card(course, slug, NULL) : NULL;
	struct ask_report *r = a->report;
	char *own = xstrfmt("card:%s", slug);
	int cites[8];
	size_t n = 0;

	if (c && c->kind == CARD_ERROR) {
		explain_card_steps(c, c->code, NULL, &r->steps);
		for (size_t i = 0; i < r->steps.n; i++)
			r->steps.v[i].verified = false;
	} else if (c) {
		for (size_t i = 0; i < c->see.n && n < ARRAY_SIZE(cites) - 2; i++)
			cites[n++] = cite_page(a, c->see.v[i]);
		if (best_hit(a)->kind != CHUNK_CARD && best_hit(a)->kind != CHUNK_EXERCISE)
			cites[n++] = answer_cite_hit(a, best_hit(a));
		if (!n)
			cites[n++] = cites_add(&r->cites, own, c->title);
		compose_card(c, &r->cites, cites, n, &r->steps);
	}
	free(own);
	if (!r->steps.n)
		return false;
	steps_renumber(&r->steps, &r->cites);
	r->card = xstrdup(slug);
	r->by = ANSWER_CARD;
	add_next(a, c);
	return true;
}

static void compose_from_passages(struct answering *a)
{
	struct ask_report *r = a->report;
	struct passage p[ANSWER_PASSAGES_SHOWN];
	char *pages[ANSWER_PASSAGES_SHOWN];
	const struct engine_hit *best = best_hit(a), *end = a->hits.v + a->hits.n;
	bool exact = best->score > EXACT_SCORE;
	size_t n = 0, max = exact ? 1 : ANSWER_PASSAGES_SHOWN;

	for (const struct engine_hit *h = best; h < end && n < max; h++) {
		if (!*h->text || h->kind == CHUNK_EXERCISE || h->kind == CHUNK_CARD || (n && (h->score < .5 * best->score || is_seen(a, h))))
			continue;
		pages[n] = hit_page(h);
		p[n] = (struct passage){ pages[n], h->crumb, h->text };
		n++;
	}
	compose_passages(p, n, &r->cites, &r->steps);
	for (size_t i = 0; i < n; i++)
		free(pages[i]);
	if (r->steps.n)
		r->by = ANSWER_PASSAGES;
}

static void compose_nothing(struct answering *a)
{
	struct ask_report *r = a->report;
	struct step *s;
	char *text = xstrfmt("Nothing in the notes answers this. %sk again in other words, or one question at a time.%s",
			     a->hits.n ? "The nearest pages are named below; as" : "As",
			     a->spec.exercise ? " The solution of the exercise is not told here; `tutor hint` goes one rung further." : "");

	s = steps_add(&r->steps, STEP_ANSWER, ORIGIN_ENGINE, text);
	free(text);
	step_set_title(s, "Not in the notes");
	for (size_t i = 0; i < a->hits.n && r->cites.n < NEAREST; i++)
		if (a->hits.v[i].kind != CHUNK_EXERCISE)
			step_cite(s, &r->cites, answer_cite_hit(a, &a->hits.v[i]));
	r->by = ANSWER_NOTHING;
}

void answer_compose(struct answering *a)
{
	const struct engine_hit *card = answer_card_hit(a);
	struct ask_report *r = a->report;

	r->found = a->hits.n && a->hits.sure >= ENGINE_SURE;
	if (r->found && card && starts_with(card->page, "card:"))
		compose_from_card(a, card->page + 5);
	if (r->found && !r->steps.n)
		compose_from_passages(a);
	if (!r->steps.n) {
		r->found = false;
		compose_nothing(a);
	}
}

/* --- errors -------------------------------------------------------------------------- */

static void read_diags(struct answering *a, const char *text)
{
	diags_parse(text, strlen(text), &a->diags);
	if (!a->diags.n)
		diags_parse_human(text, strlen(text), &a->diags);
	diags_find_roots(&a->diags);
}

/* A message alone, without "error:" before it, as people type it. */
static void read_bare_message(struct answering *a, const char *text)
{
	char *line = xstrfmt("error: %.*s\n", (int)MIN(strcspn(text, "\n"), (size_t)2000), text);

	diags_release(&a->diags);
	read_diags(a, line);
	free(line);
}

static bool read_panic(struct answering *a, const char *text)
{
	sbuf_init(&a->run.out);
	sbuf_init(&a->run.err);
	runtime_read(text, strlen(text), 101, 0, &a->run.runtime);
	a->run.verdict = VERDICT_CRASHED;
	return a->run.runtime.kind != RUNTIME_NONE;
}

bool answer_read_error(struct answering *a)
{
	const char *text = a->spec.error ? a->spec.error : a->spec.question;

	if (strstr(text, "error") || strstr(text, "\"$message_type\"")) {
		read_diags(a, text);
		if (a->diags.errors)
			return true;
	}
	if (strstr(text, "panicked at"))
		return read_panic(a, text);
	if (!a->spec.error && !(a->have_hits && a->hits.compiler))
		return false;
	read_bare_message(a, text);
	return a->diags.errors > 0;
}

bool answer_bare_code(const char *question, char code[6])
{
	static const char *const plain[] = { "what", "is", "the", "error", "code", "rust", "mean", "means", "does", "explain", "about", "a",
					     "why", "do", "i", "get", "how", "to", "fix", "please", "me", "help", "with" };
	struct strv words = STRV_INIT;
	char *low = xstrdup(question);
	bool only = rank_find_code(question, code);

	for (char *p = low; *p; p++)
		*p = isalnum((unsigned char)*p) ? (char)tolower((unsigned char)*p) : ' ';
	strv_split(&words, low, ' ');
	for (size_t i = 0; i < words.n && only; i++) {
		bool known = !*words.v[i] || !strcasecmp(words.v[i], code);

		for (size_t k = 0; k < ARRAY_SIZE(plain) && !known; k++)
			known = streq(words.v[i], plain[k]);
		only = known;
	}
	strv_release(&words);
	free(low);
	return only;
}
