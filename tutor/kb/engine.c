#include "kb/engine.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "kb/chunk.h"
#include "kb/embed.h"
#include "kb/engine_int.h"
#include "kb/postings.h"

#define TEXT_SHOWN 700     /* bytes of prose in a hit */
#define ASKED_WEIGHT .96f  /* of a vector of an asked-as line: a question is always nearer to a question */
#define MESSAGE_WEIGHT 2.0f
#define MORE_WEIGHT .5f   /* of a leg by a model's search words */
#define MESSAGE_COVER .5     /* of the possible score: then it is a compiler message */
#define MESSAGE_TERMS 5
#define UNKNOWN_WEIGHT 6   /* of a word that is nowhere in the index: as one that is very rare */
#define VECTORS_ENOUGH .9  /* of the texts: fewer, and a low cosine says nothing */
#define BONUS_CODE 100
#define BONUS_GENERAL 10
#define BONUS_NAME 50
#define BONUS_WORD 1.5f

#define WORDING_HITS 30
/* Without the meaning leg, which looks at every way to ask alone already, a wording counts more. Measured on two sets of questions. */
static const struct {
	float weight, least;
} wording_counts[2] = { { 4, .3f }, { 2, .5f } };
/* By the kind of passage, without and with the meaning leg, whose scores are the more even. Cards are weighed once more. */
static const float bias[2][CHUNK_KIND_COUNT] = {
	{ [CHUNK_CARD] = .4f, [CHUNK_LESSON] = -1.5f, [CHUNK_EXERCISE] = -3.0f },
	{ [CHUNK_CARD] = 1.2f, [CHUNK_LESSON] = -1.5f, [CHUNK_EXERCISE] = -3.0f },
};

static void take_row(void *ctx, int64_t key, uint32_t chunk, int nth)
{
	struct engine *e = ctx;
	const int8_t *v = e->vectors ? vecset_get(e->vectors, key) : NULL;

	e->wanted++;
	if (!v || chunk >= e->n)
		return;
	ARRAY_GROW(e->rows, e->n_rows + 1, e->alloc_rows);
	e->rows[e->n_rows++] = (struct row){ v, key, chunk, nth > 0 };
	e->any_asked = e->any_asked || nth > 0;
}

static void *copy_meta(struct kbdb *db, const char *key, size_t *len)
{
	const char *p = kbdb_meta(db, key, len);
	void *copy = xmalloc(*len + 1);

	memcpy(copy, p, *len);
	return copy;
}

/* In the order of the file: a question goes through all of them. */
static int by_address(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	return x->v < y->v ? -1 : x->v > y->v;
}

struct engine *engine_new(struct kbdb *db, const struct vecset *vectors, uint32_t dim)
{
	struct engine *e = xcalloc(1, sizeof(*e));
	size_t len, pages;

	e->db = db;
	e->vectors = vectors;
	e->dim = dim;
	e->terms = terms_new();
	e->kind = copy_meta(db, "kinds", &len);
	e->page = copy_meta(db, "pages", &pages);
	e->n = MIN(len, pages / sizeof(*e->page));
	for (size_t i = 0; i < e->n; i++)
		e->kind[i] = e->kind[i] < CHUNK_KIND_COUNT ? e->kind[i] : CHUNK_ADDED;
	e->card = xcalloc(e->n + 1, sizeof(*e->card));
	for (size_t i = 0; i < e->n; i++)
		e->card[i] = e->kind[i] == CHUNK_CARD ? (uint32_t)++e->n_cards : 0;
	e->near = xcalloc(e->n_cards + 1, sizeof(*e->near));
	e->words = xcalloc(e->n + 1, sizeof(float));
	e->meaning = xcalloc(e->n + 1, sizeof(float));
	e->messages = xcalloc(e->n + 1, sizeof(float));
	e->more_words = xcalloc(e->n + 1, sizeof(float));
	e->more_meaning = xcalloc(e->n + 1, sizeof(float));
	kbdb_each_text(db, take_row, e);
	if (e->n_rows)
		qsort(e->rows, e->n_rows, sizeof(*e->rows), by_address);
	return e;
}

void engine_free(struct engine *e)
{
	if (!e)
		return;
	kbdb_close(e->db);
	terms_free(e->terms);
	free(e->page);
	free(e->kind);
	free(e->rows);
	free(e->card);
	free(e->near);
	free(e->words);
	free(e->meaning);
	free(e->messages);
	free(e->more_words);
	free(e->more_meaning);
	free(e);
}

size_t engine_chunks(const struct engine *e)
{
	return e->n;
}

size_t engine_vectors(const struct engine *e, size_t *wanted)
{
	*wanted = e->wanted;
	return e->n_rows;
}

struct kbdb *engine_db(struct engine *e)
{
	return e->db;
}

static int by_key(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	return x->key < y->key ? -1 : x->key > y->key;
}

size_t engine_write_vectors(const struct engine *e, const char *model, struct sbuf *out)
{
	struct row *rows = xcalloc(e->n_rows + 1, sizeof(*rows));
	size_t n = 0;

	memcpy(rows, e->rows, e->n_rows * sizeof(*rows));
	qsort(rows, e->n_rows, sizeof(*rows), by_key);
	vecfile_packed_header(out, model, e->dim);
	for (size_t i = 0; i < e->n_rows; i++) {
		if (i && rows[i].key == rows[i - 1].key)
			continue;
		vecfile_packed_record(out, rows[i].key, rows[i].v, e->dim);
		n++;
	}
	free(rows);
	return n;
}

static void ask_term(void *ctx, const char *term, size_t len)
{
	struct asking *a = ctx;

	float best;

	(void)len;
	if (a->seen.n >= QUESTION_TERMS || strv_has(&a->seen, term))
		return;
	strv_push(&a->seen, term);
	a->terms++;
	best = kbdb_add_term(a->e->db, term, 1.0f / POST_SCALE, a->scores, a->e->n);
	a->unknown += best <= 0;
	a->possible += best > 0 ? best : UNKNOWN_WEIGHT;
}

static double best_of(const float *scores, size_t n)
{
	float best = 0;

	for (size_t i = 0; i < n; i++)
		best = scores[i] > best ? scores[i] : best;
	return best;
}

static void words_leg(struct asking *a)
{
	struct engine *e = a->e;

	memset(e->words, 0, e->n * sizeof(float));
	a->scores = e->words;
	terms_each(e->terms, a->text, strlen(a->text), ask_term, a);
	a->best_words = best_of(e->words, e->n);
}

/* Messages are looked at for every question: what covers a message of rustc well is one, even without its usual signs. */
static void messages_leg(struct asking *a)
{
	struct engine *e = a->e;
	struct asking m = { .e = e, .seen = STRV_INIT, .scores = e->messages };

	memset(e->messages, 0, e->n * sizeof(float));
	terms_message(a->text, strlen(a->text), ask_term, &m);
	a->best_message = best_of(e->messages, e->n);
	if (m.terms >= MESSAGE_TERMS && a->best_message >= MESSAGE_COVER * m.possible)
		a->out->compiler = true;
	strv_release(&m.seen);
}

static void add_near(struct card_near *n, bool asked, float cosine)
{
	n->body = asked ? n->body : MAX(n->body, cosine);
	n->sum += asked ? cosine : 0;
	n->n += asked;
}

/* best[0]: the highest of the passages themselves, best[1]: of the ways to ask for them. near: of each card; NULL. */
static void cosines(const struct engine *e, const int8_t *v, float *scores, float best[2], struct card_near *near)
{
	memset(scores, 0, e->n * sizeof(float));
	best[0] = best[1] = 0;
	for (size_t i = 0; i < e->n_rows; i++) {
		const struct row *r = &e->rows[i];
		float s = embed_dot8(r->v, v, e->dim);

		best[r->asked] = MAX(best[r->asked], s);
		if (near && e->card[r->chunk])
			add_near(&near[e->card[r->chunk]], r->asked, s);
		s *= r->asked ? ASKED_WEIGHT : 1;
		if (s > scores[r->chunk])
			scores[r->chunk] = s;
	}
}

static void meaning_leg(struct asking *a)
{
	float best[2];

	memset(a->e->near, 0, (a->e->n_cards + 1) * sizeof(*a->e->near));
	cosines(a->e, a->q->vector, a->e->meaning, best, a->e->near);
	a->best_cosine = best_of(a->e->meaning, a->e->n);
	a->near = a->e->any_asked ? (best[0] + best[1]) / 2 : best[0];
}

/* How sure the answer is stays the question's own matter: a model finds words for everything. */
static void more_legs(struct asking *a)
{
	struct engine *e = a->e;
	struct asking m = { .e = e, .seen = STRV_INIT, .scores = e->more_words };
	float best[2];

	if (a->q->leg & LEG_WORDS) {
		memset(e->more_words, 0, e->n * sizeof(float));
		terms_each(e->terms, a->q->more, strlen(a->q->more), ask_term, &m);
	}
	if (a->out->by_meaning && a->q->more_vector)
		cosines(e, a->q->more_vector, e->more_meaning, best, NULL);
	strv_release(&m.seen);
}

static void add_bonus(struct asking *a, uint32_t chunk, float score)
{
	if (chunk >= a->e->n || a->n_bonus == RANK_BONUS_MAX)
		return;
	for (size_t i = 0; i < a->n_bonus; i++)
		if (a->bonus[i].chunk == chunk)
			return;
	a->bonus[a->n_bonus++] = (struct rank_hit){ chunk, score };
}

static void add_named(struct asking *a, const char *name, float score)
{
	uint32_t ids[8];
	size_t n = kbdb_find_name(a->e->db, name, ids, ARRAY_SIZE(ids));

	for (size_t i = 0; i < n; i++)
		add_bonus(a, ids[i], score - .1f * (float)i);
}

/* "Vec::push", `?` and the like stand for themselves; a bare word ("loop") only helps. */
static void take_name(void *ctx, const char *name, bool whole)
{
	struct asking *a = ctx;
	bool plain = !strstr(name, "::") && ((name[0] >= 'a' && name[0] <= 'z') || (name[0] >= 'A' && name[0] <= 'Z'));

	if (plain && strchr(name, ' ') && !whole)
		return;
	add_named(a, name, plain && !strchr(name, ' ') ? BONUS_WORD : whole ? BONUS_NAME : 2 * BONUS_WORD);
}

/* Of several cards on one code the general one, which is called like it, comes first. */
static void prefer_general(struct asking *a, const char *code)
{
	char page[24];
	struct kbdb_chunk c;

	snprintf(page, sizeof(page), "card:errors/%s", code);
	for (size_t i = 0; i < a->n_bonus; i++)
		if (a->e->card[a->bonus[i].chunk] && kbdb_get(a->e->db, a->bonus[i].chunk, &c) && streq(c.page, page))
			a->bonus[i].score += BONUS_GENERAL;
}

static void names_leg(struct asking *a)
{
	char code[6];

	if (rank_find_code(a->text, code)) {
		add_named(a, code, BONUS_CODE);
		prefer_general(a, code);
	}
	rank_names(a->text, take_name, a);
}

/* Does a card among the results stand for this page? Lessons name their sources, but do not stand for them. */
static bool sees(const struct engine_answer *out, const char *page, const char *anchor)
{
	for (size_t i = 0; i < out->n; i++) {
		if (out->v[i].kind != CHUNK_CARD)
			continue;
		for (const char *p = out->v[i].see; *p;) {
			size_t len = strcspn(p, "\n"), bare = strcspn(p, "#\n");

			if (strlen(page) == bare && !memcmp(p, page, bare) &&
			    (bare == len || (strlen(anchor) == len - bare - 1 && !memcmp(p + bare + 1, anchor, len - bare - 1))))
				return true;
			p += len + (p[len] == '\n');
		}
	}
	return false;
}

static char *cut_text(const char *prose)
{
	size_t len = strlen(prose);

	if (len > TEXT_SHOWN) {
		len = TEXT_SHOWN;
		while (len && ((unsigned char)prose[len] & 0xc0) == 0x80)
			len--;
	}
	return xmemdupz(prose, len);
}

static void take_hit(struct asking *a, const struct rank_hit *r)
{
	struct engine_answer *out = a->out;
	struct engine_hit *h = &out->v[out->n];
	struct kbdb_chunk c;

	if (!kbdb_get(a->e->db, r->chunk, &c) || sees(out, c.page, c.anchor))
		return;
	*h = (struct engine_hit){
		.score = r->score, .kind = a->e->kind[r->chunk], .chunk = r->chunk, .page = xstrdup(c.page), .anchor = xstrdup(c.anchor),
		.crumb = xstrdup(c.crumb), .text = cut_text(c.prose), .code = cut_text(c.code), .see = xstrdup(c.see),
	};
	out->n++;
}

static int by_score(const void *a, const void *b)
{
	const struct rank_hit *x = a, *y = b;

	if (x->score != y->score)
		return x->score < y->score ? 1 : -1;
	return (x->chunk > y->chunk) - (x->chunk < y->chunk);
}

/*
 * In the words leg all ways to ask for a passage are one text, so the one that says nearly the same as the question is lost among
 * the others. Of the first hits it counts once more, alone.
 */
static void prefer_wordings(const struct asking *a, struct rank_hit *hits, size_t n)
{
	float weight = wording_counts[a->out->by_meaning].weight, least = wording_counts[a->out->by_meaning].least;
	struct kbdb_chunk c;

	for (size_t i = 0; i < MIN(n, (size_t)WORDING_HITS); i++) {
		if (a->e->card[hits[i].chunk] || !kbdb_get(a->e->db, hits[i].chunk, &c))
			continue;
		hits[i].score += weight * MAX(0, engine_best_wording(a, c.asked) - least);
	}
}

static void prefer(struct asking *a, struct rank_hit *hits, size_t n)
{
	for (size_t i = 0; i < a->seen.n; i++)
		a->hashes[i] = hash_fnv64(a->seen.v[i], strlen(a->seen.v[i]));
	if ((a->q->leg & LEG_WORDS) && a->seen.n > 1)
		prefer_wordings(a, hits, n);
	engine_weigh_cards(a, hits, n);
	qsort(hits, n, sizeof(*hits), by_score);
}

static void join_legs(struct asking *a)
{
	struct engine *e = a->e;
	struct rank_hit hits[2 * ENGINE_MAX_HITS];
	struct rank_spec s = { .n = e->n, .page = e->page, .kind = e->kind,
			       .bias = bias[a->out->by_meaning], .bonus = a->bonus, .n_bonus = a->n_bonus };
	size_t n, max = MIN(a->q->max, ENGINE_MAX_HITS);

	if (a->q->leg & LEG_WORDS)
		s.legs[s.n_legs++] = (struct rank_leg){ e->words, 1 };
	if (a->out->by_meaning)
		s.legs[s.n_legs++] = (struct rank_leg){ e->meaning, 1 };
	if (a->out->compiler)
		s.legs[s.n_legs++] = (struct rank_leg){ e->messages, MESSAGE_WEIGHT };
	if (a->q->more && (a->q->leg & LEG_WORDS))
		s.legs[s.n_legs++] = (struct rank_leg){ e->more_words, MORE_WEIGHT };
	if (a->q->more && a->q->more_vector && a->out->by_meaning)
		s.legs[s.n_legs++] = (struct rank_leg){ e->more_meaning, MORE_WEIGHT };
	n = rank_join(&s, hits, ARRAY_SIZE(hits));
	if (!a->out->compiler)
		prefer(a, hits, n);
	engine_prefer_card(a, hits, n);
	for (size_t i = 0; i < n && a->out->n < max; i++)
		take_hit(a, &hits[i]);
}

/* Words of other languages and tools: a question that names one is about Rust only when it comes very near to a passage. */
static bool is_foreign(const char *text)
{
	static const char *const names[] = { "angular", "bash", "css", "docker", "excel", "fortran", "git", "html", "ios", "java", "javascript",
					     "jquery", "kotlin", "kubernetes", "latex", "mac", "matlab", "mysql", "nginx", "pandas", "php",
					     "python", "rails", "react", "ruby", "scala", "sql", "swift", "vim", "windows", "word" };
	struct strv words = STRV_INIT;
	struct sbuf low = SBUF_INIT;
	bool found = false;

	for (const char *p = text; *p; p++)
		sbuf_addch(&low, *p >= 'A' && *p <= 'Z' ? (char)(*p + 32) : (*p >= 'a' && *p <= 'z') ? *p : ' ');
	strv_split(&words, low.buf, ' ');
	for (size_t i = 0; i < ARRAY_SIZE(names) && !found; i++)
		found = strv_has(&words, names[i]);
	found = found && !strv_has(&words, "rust") && !strv_has(&words, "like") && !strv_has(&words, "cargo");
	strv_release(&words);
	sbuf_release(&low);
	return found;
}

/*
 * Does anything fit? Names and compiler text do by themselves. Else how near the nearest passage and the nearest wording are (both:
 * among twenty thousand there is one that is near to anything), less what unknown words and other languages take away, and how
 * well the words fit; by words alone how many are known, how much they weigh and what share of them the best passage covers.
 * Weights and thresholds: chosen on each half of kb/eval and checked on the other.
 */
static double how_sure(const struct asking *a)
{
	const struct engine_answer *o = a->out;
	bool foreign = is_foreign(a->text);
	double words, meaning, fit;

	for (size_t i = 0; i < a->n_bonus; i++)
		if (a->bonus[i].score > 10)
			return 10;
	if (o->compiler && a->best_message > 0)
		return 10;
	words = (.6 * o->known + .02 * a->best_words + .6 * o->cover - (foreign ? .15 : 0)) / 1.01;
	fit = a->q->leg & LEG_WORDS ? .2 * o->cover + .004 * a->best_words : .15;
	meaning = (a->near + fit - .15 * (1 - o->known) - (foreign ? .2 : 0)) / .615;
	if (!o->by_meaning || a->q->other_model)
		return words;
	return a->e->n_rows < VECTORS_ENOUGH * (double)a->e->wanted ? MAX(words, meaning) : meaning;
}

void engine_ask(struct engine *e, const struct engine_question *q, struct engine_answer *out)
{
	struct asking a = { .e = e, .q = q, .out = out, .seen = STRV_INIT };

	memset(out, 0, sizeof(*out));
	a.text = xmemdupz(q->text, MIN(strlen(q->text), ENGINE_QUESTION_MAX));
	out->by_meaning = (q->leg & LEG_MEANING) && q->vector && e->n_rows;
	out->compiler = (q->leg & LEG_WORDS) && rank_is_compiler_text(a.text);
	if (q->leg & LEG_WORDS) {
		words_leg(&a);
		names_leg(&a);
		messages_leg(&a);
	}
	if (out->by_meaning)
		meaning_leg(&a);
	if (q->more)
		more_legs(&a);
	out->cosine = a.best_cosine;
	out->impact = a.best_words;
	out->cover = a.possible > 0 ? a.best_words / a.possible : 0;
	out->known = a.terms ? 1 - (double)a.unknown / (double)a.terms : !(q->leg & LEG_WORDS);
	out->sure = how_sure(&a);
	if (q->all || out->sure >= ENGINE_SURE)
		join_legs(&a);
	strv_release(&a.seen);
	free(a.text);
}

const struct engine_hit *engine_card(const struct engine_answer *a)
{
	return a->n && a->v[0].kind == CHUNK_CARD ? &a->v[0] : NULL;
}

void engine_answer_release(struct engine_answer *a)
{
	for (size_t i = 0; i < a->n; i++) {
		char *all[] = { a->v[i].page, a->v[i].anchor, a->v[i].crumb, a->v[i].text, a->v[i].code, a->v[i].see };

		for (size_t k = 0; k < ARRAY_SIZE(all); k++)
			free(all[k]);
	}
	free(a->spelled);
	a->spelled = NULL;
	a->n = 0;
}

void engine_answer_take(struct engine_answer *to, struct engine_answer *from)
{
	engine_answer_release(to);
	*to = *from;
	from->n = 0;
	from->spelled = NULL;
}
