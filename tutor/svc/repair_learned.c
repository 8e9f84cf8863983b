/*
 * Learned fixes as a source of candidates.
 *
 * An entry whose change the compiler or a template proposes too only moves that candidate forward, unless it came from an
 * import that nobody tried yet, the further the more alike the errors are. A trusted entry's own change stands between
 * rustc's suggestions and the templates when the errors are alike. What is a guess or not trusted yet, and everything that
 * rests on the latter, comes when everything else is used up and has left errors or holes; the result then says that it
 * needs a look, unless tests passed; from an import it counts only when tests passed.
 */
#include "base/hash.h"
#include "rust/action.h"
#include "rust/lexer.h"
#include "svc/repair_int.h"

#define COST_LEARNED 3.5
#define BONUS_TRUSTED 3.0
#define BONUS_SEEN 1.5
#define COST_LEARNED_RANK 0.2
/* An action that worked for an error of the same code only is a guess; the same message, label and types make it a rule. */
static const double level_share[] = { 0, 0, 0.3, 0.8, 1.0 };
static const double level_cost[] = { 0, 8.0, 3.0, 1.0, 0 };
#define LEVEL_SURE 3 /* below, it waits until everything else is used up: a clean state needs no guesses */
#define COMPARE_MAX (64u << 10) /* larger texts are not compared by tokens */

/* What a text says, whatever its white space. */
static uint64_t meaning(const char *text, size_t len)
{
	struct tokens t = TOKENS_INIT;
	uint64_t hash = 7;

	lex(text, len, &t);
	for (size_t i = 0; i < t.n; i++)
		if (!token_is_trivia(&t.v[i]))
			hash = hash * 0x9e3779b97f4a7c15u + hash_fnv64(text + t.v[i].start, t.v[i].len);
	tokens_release(&t);
	return hash;
}

static uint64_t meaning_of(const struct edits *e, const struct rtext *text)
{
	struct sbuf out = SBUF_INIT;
	uint64_t hash = text->len <= COMPARE_MAX && edits_apply(e, text->buf, text->len, &out) ? meaning(out.buf, out.len) : 0;

	sbuf_release(&out);
	return hash;
}

void repair_matches_find(struct repair *r, int node, const struct diag *d, struct repair_matches *m)
{
	const struct diag_span *p = diag_primary(d);
	int file = p ? repair_file_of(r, p->file) : -1;
	const struct rtext *text;
	struct learned_list found = { 0 };
	char *keys[LEARNED_KEYS];

	memset(m, 0, sizeof(*m));
	if (file < 0 || r->files[file].locked)
		return;
	text = r->nodes[node].texts[file];
	learned_find(r->app, d, REPAIR_LEARNED_LOOKED, &found);
	learned_keys(d, keys);
	for (size_t i = 0; i < found.n && m->n < REPAIR_MATCHES; i++) {
		struct repair_match *k = &m->v[m->n];
		bool doubled = false;

		if (!action_replay(found.v[i].action, d, p->file, text->buf, text->len, &k->edits))
			continue;
		k->meaning = meaning_of(&k->edits, text);
		for (size_t j = 0; j < m->n; j++)
			doubled |= k->meaning && m->v[j].meaning == k->meaning;
		if (doubled) {
			edits_release(&k->edits);
			continue;
		}
		k->level = learned_level(&found.v[i], keys);
		k->entry = found.v[i];
		memset(&found.v[i], 0, sizeof(found.v[i]));
		m->text = text;
		m->n++;
	}
	for (int i = 0; i < LEARNED_KEYS; i++)
		free(keys[i]);
	learned_list_release(&found);
}

void repair_matches_release(struct repair_matches *m)
{
	for (size_t i = 0; i < m->n; i++) {
		edits_release(&m->v[i].edits);
		learned_release(&m->v[i].entry);
	}
	memset(m, 0, sizeof(*m));
}

static void add_seen(const struct learned *e, struct sbuf *out)
{
	if (e->clean)
		sbuf_addf(out, " Seen before: this worked %d time%s.", e->clean, e->clean == 1 ? "" : "s");
}

static bool is_foreign(const struct learned *e)
{
	return e->origin == LEARNED_BY_IMPORT && e->state != LEARNED_TRUSTED;
}

double repair_matches_bonus(struct repair_matches *m, const struct edits *e, struct sbuf *reason, int64_t *entry)
{
	uint64_t hash = m->n ? meaning_of(e, m->text) : 0;

	for (size_t i = 0; hash && i < m->n; i++) {
		struct repair_match *k = &m->v[i];

		if (k->meaning != hash)
			continue;
		k->met = true;
		if (is_foreign(&k->entry))
			return 0;
		*entry = k->entry.id;
		add_seen(&k->entry, reason);
		return (k->entry.state == LEARNED_TRUSTED ? BONUS_TRUSTED : BONUS_SEEN) * level_share[k->level];
	}
	return 0;
}

void repair_matches_offer(struct repair *r, int node, const struct diag *d, struct repair_matches *m, double extra)
{
	for (size_t i = 0; i < m->n; i++) {
		struct repair_match *k = &m->v[i];
		bool trusted = k->entry.state == LEARNED_TRUSTED || k->entry.state == LEARNED_SEED;
		struct cand c = { .key = repair_error_key(d), .entry = k->entry.id };
		struct sbuf reason = SBUF_INIT;

		if (k->met) {
			free(c.key);
			continue;
		}
		c.guess = k->level < LEVEL_SURE;
		c.unproven = trusted ? 0 : is_foreign(&k->entry) ? UNPROVEN_FOREIGN : UNPROVEN_SEEN;
		c.cost = COST_LEARNED + level_cost[k->level] + extra + COST_LEARNED_RANK * (double)i;
		sbuf_addstr(&reason, k->entry.origin == LEARNED_BY_IMPORT ? "A change for this kind of error that was imported: "
									  : "A change that mended this kind of error before: ");
		action_say(k->entry.action, &reason);
		sbuf_addch(&reason, '.');
		add_seen(&k->entry, &reason);
		c.reason = sbuf_detach(&reason, NULL);
		c.source = xstrdup("learned");
		c.edits = xmalloc(sizeof(*c.edits));
		c.edits[0] = k->edits;
		c.n_edits = 1;
		k->edits = (struct edits)EDITS_INIT;
		repair_offer_take(r, node, &c);
	}
}

bool repair_is_unproven(const struct repair *r, const struct cand *c)
{
	return r->nodes[c->parent].unproven || c->unproven;
}

bool repair_wants_late(const struct repair *r)
{
	return r->nodes[r->best].diags.errors || r->nodes[r->best].stubs;
}

/* What rests on something that is not trusted yet: does it count? */
bool repair_unproven_counts(const struct node *n)
{
	bool tests = n->run == RUN_WELL && n->tests_passed && !n->tests_failed;

	if (!n->unproven)
		return true;
	return !n->diags.errors && (tests || n->unproven == UNPROVEN_SEEN);
}

void repair_tried(struct repair *r, int64_t entry, int node, bool gone)
{
	if (!entry)
		return;
	ARRAY_GROW(r->tried, r->n_tried + 1, r->alloc_tried);
	r->tried[r->n_tried++] = (struct repair_tried){ entry, node, gone };
}

static bool on_path(const struct repair *r, int node)
{
	for (int i = r->best; i > 0; i = r->nodes[i].parent)
		if (i == node)
			return true;
	return false;
}

void repair_learned_end(struct repair *r, struct repair_outcome *o)
{
	const struct node *best = r->best > 0 ? &r->nodes[r->best] : NULL;
	bool clean = best && !best->diags.errors && !best->tests_failed && best->run != RUN_BADLY;

	o->unproven = best && best->unproven && !(best->tests_passed && best->run == RUN_WELL);
	o->entries = xcalloc(r->n_tried + 1, sizeof(*o->entries));
	for (size_t i = 0; i < r->n_tried; i++) {
		const struct repair_tried *t = &r->tried[i];

		/* Whether what worked is accepted, the caller knows. */
		if (clean && on_path(r, t->node))
			o->entries[o->n_entries++] = t->entry;
		else if (r->spec.learn_as && !r->cancelled && !t->gone)
			learned_count_use(r->app, t->entry, false, false, "");
	}
	free(r->tried);
	r->tried = NULL;
	r->n_tried = r->alloc_tried = 0;
}
