#include "store/learned.h"

#include "store/db.h"
#include "store/learner.h"

enum {
	FIND = LEARNED_STATEMENTS,
	ALL,
	SAME,
	TWINS,
	GET,
	ADD,
	TRIM_K2,
	TRIM_ALL,
	UPDATE,
	FORGET,
	FORGET_ALL,
	PAIR_FAILED,
	PAIR_DROP,
	PAIR_PASSED,
	PAIR_ADD,
	PAIR_TRIM,
	PAIR_OLDEST,
	PAIR_TAKE,
	PAIR_FORGET_ALL,
	USE_ADD,
	USE_TRIM,
	USE_FIND,
	USE_DROP,
	USE_FORGET_ALL,
	END,
};

#define COLUMNS "id, k1, k2, k3, k4, action, before, after, edition, source, origin, state, tried, clean, tests, undone, recent," \
		" projects, used_at, made_at"
/* The best stay: what is in use before what was put aside, then what worked more often, then what is newer. */
#define BEST " ORDER BY state = 3, clean DESC, id DESC LIMIT"

const char *const learned_statements[] = {
	[FIND - FIND] = "SELECT id, k1, k2, k3, k4, action, '', '', edition, source, origin, state, tried, clean, tests, undone, recent,"
			" projects, used_at, made_at FROM learned WHERE k1 = ?1 ORDER BY id",
	[ALL - FIND] = "SELECT " COLUMNS " FROM learned ORDER BY id",
	[SAME - FIND] = "SELECT " COLUMNS " FROM learned WHERE k4 = ?1 AND action = ?2",
	[TWINS - FIND] = "SELECT " COLUMNS " FROM learned WHERE k2 = ?1 AND action = ?2 AND state <> 3",
	[GET - FIND] = "SELECT " COLUMNS " FROM learned WHERE id = ?1",
	[ADD - FIND] = "INSERT INTO learned(k1, k2, k3, k4, action, before, after, edition, source, origin, state, tried, clean, tests,"
		       " undone, recent, projects, used_at, made_at) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14,"
		       " ?15, ?16, ?17, ?18, ?19)",
	[TRIM_K2 - FIND] = "DELETE FROM learned WHERE k2 = ?1 AND id NOT IN (SELECT id FROM learned WHERE k2 = ?1" BEST " ?2)",
	[TRIM_ALL - FIND] = "DELETE FROM learned WHERE id NOT IN (SELECT id FROM learned" BEST " ?1)",
	[UPDATE - FIND] = "UPDATE learned SET state = ?2, tried = ?3, clean = ?4, tests = ?5, undone = ?6, recent = ?7, projects = ?8,"
			  " used_at = ?9 WHERE id = ?1",
	[FORGET - FIND] = "DELETE FROM learned WHERE id = ?1",
	[FORGET_ALL - FIND] = "DELETE FROM learned",
	[PAIR_FAILED - FIND] = "INSERT INTO learn_pair(item, before, edition, source, origin, at, whole) VALUES(?1, ?2, ?3, 'learner', 1,"
			       " ?4, 0)",
	[PAIR_DROP - FIND] = "DELETE FROM learn_pair WHERE item = ?1 AND whole = 0",
	[PAIR_PASSED - FIND] = "UPDATE learn_pair SET after = ?2, at = ?3, whole = 1 WHERE item = ?1 AND whole = 0 AND before <> ?2",
	[PAIR_ADD - FIND] = "INSERT INTO learn_pair(item, before, after, edition, source, origin, at, whole) VALUES(?1, ?2, ?3, ?4, ?5,"
			    " ?6, ?7, 1)",
	[PAIR_TRIM - FIND] = "DELETE FROM learn_pair WHERE id NOT IN (SELECT id FROM learn_pair ORDER BY id DESC LIMIT ?1)",
	[PAIR_OLDEST - FIND] = "SELECT id, item, before, after, edition, source, origin, at FROM learn_pair WHERE whole ORDER BY id LIMIT 1",
	[PAIR_TAKE - FIND] = "DELETE FROM learn_pair WHERE id = ?1",
	[PAIR_FORGET_ALL - FIND] = "DELETE FROM learn_pair",
	[USE_ADD - FIND] = "INSERT INTO learned_use(hash, entry, at) VALUES(?1, ?2, ?3)",
	[USE_TRIM - FIND] = "DELETE FROM learned_use WHERE id NOT IN (SELECT id FROM learned_use ORDER BY id DESC LIMIT 200)",
	[USE_FIND - FIND] = "SELECT DISTINCT entry FROM learned_use WHERE hash = ?1",
	[USE_DROP - FIND] = "DELETE FROM learned_use WHERE hash = ?1",
	[USE_FORGET_ALL - FIND] = "DELETE FROM learned_use",
};
const size_t learned_statements_n = END - FIND;
_Static_assert(ARRAY_SIZE(learned_statements) == END - FIND, "a statement is missing");

static void give(struct sqlite3_stmt *s, learned_each *each, void *ctx)
{
	struct learned_row r = { .id = db_int(s, 0), .action = db_str(s, 5), .before = db_str(s, 6), .after = db_str(s, 7),
				 .edition = db_str(s, 8), .source = db_str(s, 9), .origin = (int)db_int(s, 10),
				 .state = (int)db_int(s, 11), .tried = (int)db_int(s, 12), .clean = (int)db_int(s, 13),
				 .tests = (int)db_int(s, 14), .undone = (int)db_int(s, 15), .recent = db_str(s, 16),
				 .projects = db_str(s, 17), .used_at = db_int(s, 18), .made_at = db_int(s, 19) };

	for (int i = 0; i < 4; i++)
		r.keys[i] = db_str(s, 1 + i);
	each(ctx, &r);
}

/* Rows of a statement that is bound; how many. */
static int give_all(struct learner *l, struct sqlite3_stmt *s, learned_each *each, void *ctx, struct sbuf *err)
{
	int rc, n = 0;

	while ((rc = db_step(learner_db(l), s, err)) == DB_ROW) {
		give(s, each, ctx);
		n++;
	}
	return rc ? rc : n;
}

int store_learned_find(struct learner *l, const char *k1, learned_each *each, void *ctx, struct sbuf *err)
{
	struct sqlite3_stmt *s = db_get(learner_db(l), FIND);

	db_bind_str(s, 1, k1);
	return MIN(0, give_all(l, s, each, ctx, err));
}

int store_learned_all(struct learner *l, learned_each *each, void *ctx, struct sbuf *err)
{
	return MIN(0, give_all(l, db_get(learner_db(l), ALL), each, ctx, err));
}

int store_learned_same(struct learner *l, const char *k4, const char *action, learned_each *each, void *ctx, struct sbuf *err)
{
	struct sqlite3_stmt *s = db_get(learner_db(l), SAME);

	db_bind_str(s, 1, k4);
	db_bind_str(s, 2, action);
	return give_all(l, s, each, ctx, err);
}

int store_learned_twins(struct learner *l, const char *k2, const char *action, learned_each *each, void *ctx, struct sbuf *err)
{
	struct sqlite3_stmt *s = db_get(learner_db(l), TWINS);

	db_bind_str(s, 1, k2);
	db_bind_str(s, 2, action);
	return give_all(l, s, each, ctx, err);
}

int store_learned_get(struct learner *l, int64_t id, learned_each *each, void *ctx, struct sbuf *err)
{
	struct sqlite3_stmt *s = db_get(learner_db(l), GET);

	db_bind_int(s, 1, id);
	return give_all(l, s, each, ctx, err);
}

static int insert(struct learner *l, const struct learned_row *r, struct sbuf *err)
{
	return db_run(learner_db(l), ADD, err, "sssssssssiiiiiissii", r->keys[0], r->keys[1], r->keys[2], r->keys[3], r->action,
		      r->before, r->after, r->edition, r->source, (int64_t)r->origin, (int64_t)r->state, (int64_t)r->tried,
		      (int64_t)r->clean, (int64_t)r->tests, (int64_t)r->undone, r->recent, r->projects, r->used_at, r->made_at);
}

/* Commits what went well, takes back what did not. */
static int end(struct learner *l, int rc, struct sbuf *err)
{
	if (!rc)
		return db_commit(learner_db(l), err);
	db_rollback(learner_db(l));
	return rc;
}

int store_learned_add(struct learner *l, const struct learned_row *r, int per_k2, int most, struct sbuf *err)
{
	struct db *db = learner_db(l);
	int rc = db_begin(db, err);

	if (rc)
		return rc;
	rc = insert(l, r, err);
	if (!rc)
		rc = db_run(db, TRIM_K2, err, "si", r->keys[1], (int64_t)per_k2);
	if (!rc)
		rc = db_run(db, TRIM_ALL, err, "i", (int64_t)most);
	return end(l, rc, err);
}

int store_learned_update(struct learner *l, const struct learned_row *r, struct sbuf *err)
{
	return db_run(learner_db(l), UPDATE, err, "iiiiiissi", r->id, (int64_t)r->state, (int64_t)r->tried, (int64_t)r->clean,
		      (int64_t)r->tests, (int64_t)r->undone, r->recent, r->projects, r->used_at);
}

static void count(void *ctx, const struct learned_row *row)
{
	(void)row;
	++*(int *)ctx;
}

int store_learned_forget(struct learner *l, int64_t id, struct sbuf *err)
{
	struct db *db = learner_db(l);
	int n = 0, rc = db_begin(db, err);

	if (rc)
		return rc;
	rc = id ? store_learned_get(l, id, count, &n, err) : store_learned_all(l, count, &n, err);
	if (rc >= 0)
		rc = id ? db_run(db, FORGET, err, "i", id) : db_run(db, FORGET_ALL, err, "");
	if (!rc && !id)
		rc = db_run(db, PAIR_FORGET_ALL, err, "");
	if (!rc && !id)
		rc = db_run(db, USE_FORGET_ALL, err, "");
	rc = end(l, rc, err);
	return rc ? rc : n;
}

int store_pair_failed(struct learner *l, const char *item, const char *text, const char *edition, int64_t at, struct sbuf *err)
{
	struct db *db = learner_db(l);
	int rc = db_begin(db, err);

	if (rc)
		return rc;
	rc = db_run(db, PAIR_DROP, err, "s", item);
	if (!rc && *text)
		rc = db_run(db, PAIR_FAILED, err, "sssi", item, text, edition, at);
	if (!rc)
		rc = db_run(db, PAIR_TRIM, err, "i", (int64_t)LEARNED_PAIRS_MAX);
	return end(l, rc, err);
}

int store_pair_passed(struct learner *l, const char *item, const char *text, int64_t at, struct sbuf *err)
{
	struct db *db = learner_db(l);
	int rc = db_run(db, PAIR_PASSED, err, "ssi", item, text, at);

	return rc ? rc : db_changes(db) > 0;
}

int store_pair_add(struct learner *l, const struct learned_pair *p, struct sbuf *err)
{
	struct db *db = learner_db(l);
	int rc = db_run(db, PAIR_ADD, err, "sssssii", p->item, p->before, p->after, p->edition, p->source, (int64_t)p->origin, p->at);

	return rc ? rc : db_run(db, PAIR_TRIM, err, "i", (int64_t)LEARNED_PAIRS_MAX);
}

int store_pair_take(struct learner *l, void (*each)(void *ctx, const struct learned_pair *p), void *ctx, struct sbuf *err)
{
	struct db *db = learner_db(l);
	struct sqlite3_stmt *s;
	int64_t id;
	int found, rc = db_begin(db, err);

	if (rc)
		return rc;
	s = db_get(db, PAIR_OLDEST);
	rc = db_step(db, s, err);
	found = rc == DB_ROW;
	if (found) {
		struct learned_pair p = { .item = db_str(s, 1), .before = db_str(s, 2), .after = db_str(s, 3), .edition = db_str(s, 4),
					  .source = db_str(s, 5), .origin = (int)db_int(s, 6), .at = db_int(s, 7) };

		id = db_int(s, 0);
		each(ctx, &p);
		db_reset(s);
		rc = db_run(db, PAIR_TAKE, err, "i", id);
	}
	rc = end(l, rc, err);
	return rc ? rc : found;
}

int store_use_add(struct learner *l, const char *hash, int64_t entry, int64_t at, struct sbuf *err)
{
	int rc = db_run(learner_db(l), USE_ADD, err, "sii", hash, entry, at);

	return rc ? rc : db_run(learner_db(l), USE_TRIM, err, "");
}

int store_use_take(struct learner *l, const char *hash, void (*each)(void *ctx, int64_t entry), void *ctx, struct sbuf *err)
{
	struct sqlite3_stmt *s = db_get(learner_db(l), USE_FIND);
	int rc, n = 0;

	db_bind_str(s, 1, hash);
	while ((rc = db_step(learner_db(l), s, err)) == DB_ROW) {
		each(ctx, db_int(s, 0));
		n++;
	}
	if (!rc && n)
		rc = db_run(learner_db(l), USE_DROP, err, "s", hash);
	return rc ? rc : n;
}
