#include "svc/learned.h"

#include <unistd.h>

#include "base/clock.h"
#include "base/hash.h"
#include "base/log.h"
#include "io/job.h"
#include "store/db.h"
#include "store/learned.h"
#include "svc/app.h"

#define TEXT_MAX (128u << 10) /* of a text that waits */
#define FIND_MAX 200          /* entries of a code that are looked at */

bool learned_enabled(struct app *app)
{
	const char *on = app_config(app, "learn.enabled");

	return !on || !streq(on, "no");
}

void learned_list_release(struct learned_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		learned_release(&l->v[i]);
	free(l->v);
	memset(l, 0, sizeof(*l));
}

/* A row of the record as an entry; words that nobody writes there become a candidate that was never tried. */
static void take_row(void *ctx, const struct learned_row *r)
{
	struct learned_list *l = ctx;
	struct learned *e;

	ARRAY_GROW(l->v, l->n + 1, l->alloc);
	e = &l->v[l->n++];
	*e = (struct learned){ .id = r->id, .tried = r->tried, .clean = r->clean, .tests = r->tests, .undone = r->undone,
			       .used_at = r->used_at, .made_at = r->made_at };
	for (int i = 0; i < LEARNED_KEYS; i++)
		e->keys[i] = xstrdup(r->keys[i]);
	e->action = xstrdup(r->action);
	e->before = xstrdup(r->before);
	e->after = xstrdup(r->after);
	e->edition = xstrdup(r->edition);
	e->source = xstrdup(r->source);
	e->origin = r->origin >= 0 && r->origin <= LEARNED_BY_IMPORT ? (enum learned_origin)r->origin : LEARNED_BY_IMPORT;
	e->state = r->state >= 0 && r->state <= LEARNED_QUARANTINED ? (enum learned_state)r->state : LEARNED_CANDIDATE;
	snprintf(e->recent, sizeof(e->recent), "%s", r->recent);
	snprintf(e->projects, sizeof(e->projects), "%s", r->projects);
}

static void row_of(const struct learned *e, struct learned_row *r)
{
	*r = (struct learned_row){ .id = e->id, .action = e->action, .before = e->before, .after = e->after, .edition = e->edition,
				   .source = e->source, .origin = (int)e->origin, .state = (int)e->state, .tried = e->tried,
				   .clean = e->clean, .tests = e->tests, .undone = e->undone, .recent = e->recent,
				   .projects = e->projects, .used_at = e->used_at, .made_at = e->made_at };
	for (int i = 0; i < LEARNED_KEYS; i++)
		r->keys[i] = e->keys[i];
}

struct ranked {
	struct learned e;
	int level;
};

/* Level first, then how well it did, then who came first: always the same order for the same record. */
static int compare(const void *pa, const void *pb)
{
	const struct ranked *a = pa, *b = pb;
	double x = learned_rank(&a->e, a->level), y = learned_rank(&b->e, b->level);

	if (a->level != b->level)
		return b->level - a->level;
	if (x > y || x < y)
		return x > y ? -1 : 1;
	return a->e.id < b->e.id ? -1 : a->e.id > b->e.id;
}

void learned_find(struct app *app, const struct diag *d, size_t most, struct learned_list *out)
{
	struct learner *l = learned_enabled(app) ? app_learner(app, NULL) : NULL;
	struct learned_list all = { 0 };
	struct ranked *v;
	char *keys[LEARNED_KEYS];
	size_t n = 0;

	if (!l)
		return;
	learned_keys(d, keys);
	store_learned_find(l, keys[0], take_row, &all, NULL);
	v = xcalloc(all.n + 1, sizeof(*v));
	for (size_t i = 0; i < all.n; i++) {
		int level = learned_level(&all.v[i], keys);

		if (all.v[i].state == LEARNED_QUARANTINED || !level || n >= FIND_MAX) {
			learned_release(&all.v[i]);
			continue;
		}
		v[n].e = all.v[i];
		v[n].level = level;
		n++;
	}
	qsort(v, n, sizeof(*v), compare);
	for (size_t i = 0; i < n; i++) {
		if (i >= most) {
			learned_release(&v[i].e);
			continue;
		}
		ARRAY_GROW(out->v, out->n + 1, out->alloc);
		out->v[out->n++] = v[i].e;
	}
	free(v);
	free(all.v);
	for (int i = 0; i < LEARNED_KEYS; i++)
		free(keys[i]);
}

int learned_all(struct app *app, struct learned_list *out, struct sbuf *err)
{
	struct learner *l = app_learner(app, err);

	return l && store_learned_all(l, take_row, out, err) >= 0 ? 0 : -1;
}

int learned_times(struct app *app, const struct diag *d)
{
	struct learned_list found = { 0 };
	char *keys[LEARNED_KEYS];
	int times = 0;

	learned_find(app, d, 20, &found);
	learned_keys(d, keys);
	for (size_t i = 0; i < found.n; i++)
		if (learned_level(&found.v[i], keys) >= 3)
			times += found.v[i].clean;
	for (int i = 0; i < LEARNED_KEYS; i++)
		free(keys[i]);
	learned_list_release(&found);
	return times;
}

void learned_count_use(struct app *app, int64_t id, bool clean, bool tests, const char *project)
{
	struct learner *l = app_learner(app, NULL);
	struct learned_list found = { 0 };
	struct learned_row row;
	struct sbuf err = SBUF_INIT;

	if (l && store_learned_get(l, id, take_row, &found, NULL) > 0) {
		learned_note(&found.v[0], clean, tests, project);
		found.v[0].used_at = clock_now();
		row_of(&found.v[0], &row);
		if (store_learned_update(l, &row, &err) < 0)
			log_warn("learned: a use was not counted: %s", err.buf);
	}
	learned_list_release(&found);
	sbuf_release(&err);
}

static void place_hash(const char *path, const char *text, size_t len, char hash[HASH_SHA256_HEX])
{
	struct sbuf s = SBUF_INIT;

	sbuf_addf(&s, "%s\n", path);
	sbuf_add(&s, text, len);
	hash_sha256(s.buf, s.len, hash);
	sbuf_release(&s);
}

void learned_wrote(struct app *app, const char *path, const char *text, size_t len, const int64_t *entries, size_t n)
{
	struct learner *l = n ? app_learner(app, NULL) : NULL;
	char hash[HASH_SHA256_HEX];

	place_hash(path, text, len, hash);
	for (size_t i = 0; l && i < n; i++)
		store_use_add(l, hash, entries[i], clock_now(), NULL);
}

static void undone(void *ctx, int64_t entry)
{
	struct learned_list *ids = ctx;

	ARRAY_GROW(ids->v, ids->n + 1, ids->alloc);
	ids->v[ids->n++] = (struct learned){ .id = entry };
}

void learned_met(struct app *app, const char *path, const char *text, size_t len)
{
	struct learner *l = app_learner(app, NULL);
	struct learned_list ids = { 0 };
	char hash[HASH_SHA256_HEX];

	place_hash(path, text, len, hash);
	if (l)
		store_use_take(l, hash, undone, &ids, NULL);
	for (size_t i = 0; i < ids.n; i++) {
		struct learned_list found = { 0 };
		struct learned_row row;

		if (store_learned_get(l, ids.v[i].id, take_row, &found, NULL) > 0) {
			learned_undo(&found.v[0]);
			row_of(&found.v[0], &row);
			store_learned_update(l, &row, NULL);
		}
		learned_list_release(&found);
	}
	free(ids.v);
}

/* What is kept is text without NULs, and not too long. */
static bool fit_to_keep(const char *text, size_t len)
{
	return len && len <= TEXT_MAX && !memchr(text, 0, len);
}

void learned_saw_failing(struct app *app, const char *item, const char *text, size_t len, const char *edition)
{
	struct learner *l = learned_enabled(app) && fit_to_keep(text, len) ? app_learner(app, NULL) : NULL;

	if (l)
		store_pair_failed(l, item, text, edition ? edition : "2024", clock_now(), NULL);
}

bool learned_saw_passing(struct app *app, const char *item, const char *text, size_t len)
{
	struct learner *l = learned_enabled(app) && fit_to_keep(text, len) ? app_learner(app, NULL) : NULL;

	return l && store_pair_passed(l, item, text, clock_now(), NULL) > 0;
}

void learned_saw_repair(struct app *app, const char *item, const char *before, size_t blen, const char *after, size_t alen,
			const char *edition, const char *source)
{
	struct learner *l = learned_enabled(app) && fit_to_keep(before, blen) && fit_to_keep(after, alen) ? app_learner(app, NULL) : NULL;
	struct learned_pair p = { .item = item, .before = before, .after = after, .edition = edition ? edition : "2024",
				  .source = source, .origin = LEARNED_BY_REPAIR, .at = clock_now() };

	if (l)
		store_pair_add(l, &p, NULL);
}

static void ignore_end(void *ctx, const struct job_result *r)
{
	(void)ctx;
	(void)r;
}

/* In the child, before it becomes tutor again. */
static int be_nice(void *ctx)
{
	(void)ctx;
	(void)!nice(10); /* a priority that cannot be lowered is no reason not to learn */
	return 0;
}

void learned_kick(struct app *app)
{
	char self[] = "/proc/self/exe", kb[] = "kb", word[] = "learn", *argv[] = { self, kb, word, NULL };
	struct job_spec spec = { .argv = argv, .survive = true, .done = ignore_end, .in_child = be_nice };
	const char *background = app_config(app, "learn.background");
	struct sbuf err = SBUF_INIT;

	if (learned_enabled(app) && !(background && streq(background, "no")) && !job_start(app_loop(app), &spec, &err))
		log_warn("learned: %s", err.buf);
	sbuf_release(&err);
}

/* One change that worked for errors that only differ in their types is one rule: its entries share their projects. */
static int vouch(struct learner *l, const struct learned *e, struct sbuf *err)
{
	struct learned_list twins = { 0 };
	struct learned_row row;
	int rc = store_learned_twins(l, e->keys[1], e->action, take_row, &twins, err);

	for (size_t i = 0; i < twins.n && twins.n > 1 && rc >= 0; i++) {
		for (size_t k = 0; k < twins.n; k++)
			if (k != i)
				learned_vouch(&twins.v[i], twins.v[k].projects);
		row_of(&twins.v[i], &row);
		rc = store_learned_update(l, &row, err);
	}
	learned_list_release(&twins);
	return rc;
}

int learned_keep(struct learner *l, struct learned *e, const char *project, bool *fresh, struct sbuf *err)
{
	struct learned_list found = { 0 };
	struct learned_row row;
	bool proves = e->origin != LEARNED_BY_IMPORT; /* an import proves nothing but that it compiles */
	int rc = store_learned_same(l, e->keys[LEARNED_KEYS - 1], e->action, take_row, &found, err);

	*fresh = !rc;
	if (!rc) {
		if (proves)
			learned_note(e, true, false, project);
		row_of(e, &row);
		rc = store_learned_add(l, &row, LEARNED_PER_K2, LEARNED_MAX, err);
	} else if (rc > 0 && proves && !strstr(found.v[0].projects, project)) {
		learned_note(&found.v[0], true, false, project);
		row_of(&found.v[0], &row);
		rc = store_learned_update(l, &row, err);
	}
	learned_list_release(&found);
	if (rc >= 0 && proves)
		rc = vouch(l, e, err);
	return MIN(rc, 0);
}
