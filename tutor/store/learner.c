#include "store/learner.h"

#include "base/hash.h"
#include "store/db.h"
#include "store/learned.h"
#include "store/transcript.h"

#define BACKUPS_KEPT 20 /* texts an item can be taken back to */

struct learner {
	struct db *db;
	const char **sql; /* the statements below, and those of the modules */
};

/* Never change a step that was released: add one. */
static const struct db_migration migrations[] = {
	{ "CREATE TABLE source(id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, text BLOB NOT "
	  "NULL);"
	  "CREATE TABLE attempt(id INTEGER PRIMARY KEY, item TEXT NOT NULL, verdict TEXT NOT NULL,"
	  " code TEXT NOT NULL, errors INTEGER NOT NULL, at INTEGER NOT NULL, ms INTEGER NOT NULL,"
	  " rung INTEGER NOT NULL, source INTEGER REFERENCES source(id));"
	  "CREATE INDEX attempt_item ON attempt(item, at);"
	  "CREATE TABLE item(item TEXT PRIMARY KEY, passed INTEGER NOT NULL, attempts INTEGER NOT "
	  "NULL,"
	  " rung INTEGER NOT NULL, first_at INTEGER NOT NULL, passed_at INTEGER NOT NULL,"
	  " last_at INTEGER NOT NULL) WITHOUT ROWID;"
	  "CREATE TABLE code(code TEXT PRIMARY KEY, count INTEGER NOT NULL, last_at INTEGER NOT "
	  "NULL) WITHOUT ROWID;"
	  "CREATE TABLE answer(id INTEGER PRIMARY KEY, quiz TEXT NOT NULL, given TEXT NOT NULL,"
	  " right INTEGER NOT NULL, at INTEGER NOT NULL);"
	  "CREATE INDEX answer_quiz ON answer(quiz, id);"
	  "CREATE TABLE lesson(lesson TEXT PRIMARY KEY, share REAL NOT NULL, at INTEGER NOT NULL) "
	  "WITHOUT ROWID;"
	  "CREATE TABLE state(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;" },
	{ "CREATE TABLE journal(item TEXT PRIMARY KEY, text BLOB NOT NULL, at INTEGER NOT NULL);"
	  "CREATE TABLE backup(id INTEGER PRIMARY KEY, item TEXT NOT NULL, text BLOB NOT NULL, at "
	  "INTEGER NOT NULL);"
	  "CREATE INDEX backup_item ON backup(item, id);" },
	{ "CREATE TABLE learned(id INTEGER PRIMARY KEY, k1 TEXT NOT NULL, k2 TEXT NOT NULL, k3 TEXT NOT NULL, k4 TEXT NOT NULL,"
	  " action TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, edition TEXT NOT NULL, source TEXT NOT NULL,"
	  " origin INTEGER NOT NULL, state INTEGER NOT NULL, tried INTEGER NOT NULL, clean INTEGER NOT NULL, tests INTEGER NOT"
	  " NULL, undone INTEGER NOT NULL, recent TEXT NOT NULL, projects TEXT NOT NULL, used_at INTEGER NOT NULL, made_at INTEGER"
	  " NOT NULL, UNIQUE(k4, action));"
	  "CREATE INDEX learned_k1 ON learned(k1);"
	  "CREATE INDEX learned_k2 ON learned(k2);"
	  "CREATE TABLE learn_pair(id INTEGER PRIMARY KEY, item TEXT NOT NULL, before TEXT NOT NULL, after TEXT, edition TEXT NOT"
	  " NULL, source TEXT NOT NULL, origin INTEGER NOT NULL, at INTEGER NOT NULL, whole INTEGER NOT NULL);"
	  "CREATE TABLE learned_use(id INTEGER PRIMARY KEY, hash TEXT NOT NULL, entry INTEGER NOT NULL, at INTEGER NOT NULL);"
	  "CREATE INDEX learned_use_hash ON learned_use(hash);" },
	{ TRANSCRIPT_TABLES },
};

enum {
	ADD_SOURCE,
	FIND_SOURCE,
	ADD_ATTEMPT,
	TOUCH_ITEM,
	GET_ITEM,
	ALL_ITEMS,
	SET_RUNG,
	COUNT_CODE,
	GET_CODE,
	ALL_CODES,
	ADD_ANSWER,
	GET_ANSWER,
	SEE_LESSON,
	GET_LESSON,
	JOURNAL_PUT,
	JOURNAL_GET,
	JOURNAL_DROP,
	BACKUP_PUSH,
	BACKUP_TRIM,
	BACKUP_TOP,
	BACKUP_DROP,
	SET_STATE,
	GET_STATE,
	ERASE_FIRST,
	ERASE_LAST = ERASE_FIRST + 14,
	STATEMENTS,
};

static const char *const statements[STATEMENTS] = {
	[ADD_SOURCE] = "INSERT INTO source(hash, text) VALUES(?1, ?2) ON CONFLICT(hash) DO NOTHING",
	[FIND_SOURCE] = "SELECT id FROM source WHERE hash = ?1",
	[ADD_ATTEMPT] = "INSERT INTO attempt(item, verdict, code, errors, at, ms, rung, source)"
			" VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
	[TOUCH_ITEM] =
		"INSERT INTO item VALUES(?1, ?2, 1, ?3, ?4, CASE WHEN ?2 THEN ?4 ELSE 0 END, ?4)"
		" ON CONFLICT(item) DO UPDATE SET attempts = attempts + 1, last_at = max(last_at, "
		"?4),"
		" rung = max(rung, ?3), passed_at = CASE WHEN ?2 AND NOT passed THEN ?4 ELSE "
		"passed_at END,"
		" passed = max(passed, ?2)",
	[GET_ITEM] = "SELECT passed, attempts, rung, first_at, passed_at, last_at, item FROM item "
		     "WHERE item = ?1",
	[ALL_ITEMS] = "SELECT passed, attempts, rung, first_at, passed_at, last_at, item FROM item"
		      " ORDER BY last_at DESC, item",
	[SET_RUNG] =
		"INSERT INTO item VALUES(?1, 0, 0, ?2, ?3, 0, ?3)"
		" ON CONFLICT(item) DO UPDATE SET rung = max(rung, ?2), last_at = max(last_at, ?3)",
	[COUNT_CODE] =
		"INSERT INTO code VALUES(?1, 1, ?2)"
		" ON CONFLICT(code) DO UPDATE SET count = count + 1, last_at = max(last_at, ?2)",
	[GET_CODE] = "SELECT count, last_at FROM code WHERE code = ?1",
	[ALL_CODES] = "SELECT code, count, last_at FROM code ORDER BY count DESC, code",
	[ADD_ANSWER] = "INSERT INTO answer(quiz, given, right, at) VALUES(?1, ?2, ?3, ?4)",
	[GET_ANSWER] = "SELECT right FROM answer WHERE quiz = ?1 ORDER BY id DESC LIMIT 1",
	[SEE_LESSON] =
		"INSERT INTO lesson VALUES(?1, ?2, ?3)"
		" ON CONFLICT(lesson) DO UPDATE SET share = max(share, ?2), at = max(at, ?3)",
	[GET_LESSON] = "SELECT share FROM lesson WHERE lesson = ?1",
	[JOURNAL_PUT] = "INSERT INTO journal VALUES(?1, ?2, ?3) ON CONFLICT(item) DO UPDATE SET "
			"text = ?2, at = ?3",
	[JOURNAL_GET] = "SELECT text, at FROM journal WHERE item = ?1",
	[JOURNAL_DROP] = "DELETE FROM journal WHERE item = ?1",
	[BACKUP_PUSH] = "INSERT INTO backup(item, text, at) VALUES(?1, ?2, ?3)",
	[BACKUP_TRIM] = "DELETE FROM backup WHERE item = ?1 AND id NOT IN"
			" (SELECT id FROM backup WHERE item = ?1 ORDER BY id DESC LIMIT ?2)",
	[BACKUP_TOP] = "SELECT id, text FROM backup WHERE item = ?1 ORDER BY id DESC LIMIT 1",
	[BACKUP_DROP] = "DELETE FROM backup WHERE id = ?1",
	[SET_STATE] = "INSERT INTO state VALUES(?1, ?2) ON CONFLICT(key) DO UPDATE SET value = ?2",
	[GET_STATE] = "SELECT value FROM state WHERE key = ?1",
	[ERASE_FIRST] = "DELETE FROM attempt",
	"DELETE FROM source",
	"DELETE FROM item",
	"DELETE FROM code",
	"DELETE FROM answer",
	"DELETE FROM lesson",
	"DELETE FROM state",
	"DELETE FROM journal",
	"DELETE FROM learned",
	"DELETE FROM learn_pair",
	"DELETE FROM learned_use",
	"DELETE FROM turn",
	"DELETE FROM thread",
	"DELETE FROM spent",
	[ERASE_LAST] = "DELETE FROM backup",
};

/* Modules of store that keep their tables here: their statements stand from a number of their own on. */
static const struct {
	size_t first;
	const char *const *sql;
	const size_t *n;
} modules[] = {
	{ LEARNED_STATEMENTS, learned_statements, &learned_statements_n },
	{ TRANSCRIPT_STATEMENTS, transcript_statements, &transcript_statements_n },
};
_Static_assert(STATEMENTS <= LEARNED_STATEMENTS, "modules count their statements from there on");

static const char **all_statements(size_t *n)
{
	const char **all;

	*n = STATEMENTS;
	for (size_t i = 0; i < ARRAY_SIZE(modules); i++)
		*n = MAX(*n, modules[i].first + *modules[i].n);
	all = xcalloc(*n, sizeof(*all));
	memcpy(all, statements, sizeof(statements));
	for (size_t i = 0; i < ARRAY_SIZE(modules); i++)
		memcpy(all + modules[i].first, modules[i].sql, *modules[i].n * sizeof(*all));
	return all;
}

struct learner *learner_open(const char *path, struct sbuf *err)
{
	struct learner *l = xcalloc(1, sizeof(*l));
	size_t n;

	l->sql = all_statements(&n);
	l->db = db_open(path, migrations, ARRAY_SIZE(migrations), l->sql, n, err);
	if (!l->db) {
		learner_close(l);
		return NULL;
	}
	return l;
}

void learner_close(struct learner *l)
{
	if (!l)
		return;
	db_close(l->db);
	free(l->sql);
	free(l);
}

const struct db_migration *learner_migrations(size_t *n)
{
	*n = ARRAY_SIZE(migrations);
	return migrations;
}

struct db *learner_db(struct learner *l)
{
	return l->db;
}

/* Statements that bind a blob as second value. */
static int run_blob(struct learner *l, int statement, const char *key, const void *p, size_t len,
		    int64_t at, struct sbuf *err)
{
	struct sqlite3_stmt *s = db_get(l->db, statement);

	db_bind_str(s, 1, key);
	db_bind_blob(s, 2, p, len);
	if (at >= 0)
		db_bind_int(s, 3, at);
	return db_step(l->db, s, err);
}

/* The id of the stored text, which is kept once however often it is submitted. */
static int keep_source(struct learner *l, const char *text, int64_t *id, struct sbuf *err)
{
	struct sqlite3_stmt *s;
	char hash[HASH_SHA256_HEX];
	size_t len = strlen(text);
	int rc;

	hash_sha256(text, len, hash);
	rc = run_blob(l, ADD_SOURCE, hash, text, len, -1, err);
	if (rc)
		return rc;
	s = db_get(l->db, FIND_SOURCE);
	db_bind_str(s, 1, hash);
	rc = db_step(l->db, s, err);
	if (rc != DB_ROW)
		return rc ? rc : error(err, "The submitted text was not stored.");
	*id = db_int(s, 0);
	db_reset(s);
	return 0;
}

static int insert_attempt(struct learner *l, const struct attempt *a, int64_t source,
			  struct sbuf *err)
{
	struct sqlite3_stmt *s = db_get(l->db, ADD_ATTEMPT);

	db_bind_str(s, 1, a->item);
	db_bind_str(s, 2, a->verdict);
	db_bind_str(s, 3, a->code ? a->code : "");
	db_bind_int(s, 4, a->errors);
	db_bind_int(s, 5, a->at);
	db_bind_int(s, 6, a->ms);
	db_bind_int(s, 7, a->rung);
	if (a->source)
		db_bind_int(s, 8, source);
	return db_step(l->db, s, err);
}

static int write_attempt(struct learner *l, const struct attempt *a, struct sbuf *err)
{
	int64_t source = 0, passed = streq(a->verdict, "passed");
	int rc = 0;

	if (a->source)
		rc = keep_source(l, a->source, &source, err);
	if (!rc)
		rc = insert_attempt(l, a, source, err);
	if (!rc)
		rc = db_run(l->db, TOUCH_ITEM, err, "siii", a->item, passed, (int64_t)a->rung,
			    a->at);
	if (!rc && a->code && *a->code)
		rc = db_run(l->db, COUNT_CODE, err, "si", a->code, a->at);
	return rc;
}

int learner_add_attempt(struct learner *l, const struct attempt *a, struct sbuf *err)
{
	int rc;

	db_set_durable(l->db, true);
	rc = db_begin(l->db, err);
	if (!rc) {
		rc = write_attempt(l, a, err);
		if (rc)
			db_rollback(l->db);
		else
			rc = db_commit(l->db, err);
	}
	db_set_durable(l->db, false);
	return rc;
}

static void read_item(struct sqlite3_stmt *s, struct item_state *out)
{
	out->seen = true;
	out->passed = db_int(s, 0) != 0;
	out->attempts = (int)db_int(s, 1);
	out->rung = (int)db_int(s, 2);
	out->first_at = db_int(s, 3);
	out->passed_at = db_int(s, 4);
	out->last_at = db_int(s, 5);
}

int learner_item(struct learner *l, const char *item, struct item_state *out, struct sbuf *err)
{
	struct sqlite3_stmt *s = db_get(l->db, GET_ITEM);
	int rc;

	memset(out, 0, sizeof(*out));
	db_bind_str(s, 1, item);
	rc = db_step(l->db, s, err);
	if (rc != DB_ROW)
		return rc;
	read_item(s, out);
	db_reset(s);
	return 0;
}

int learner_items(struct learner *l,
		  void (*each)(void *ctx, const char *item, const struct item_state *s), void *ctx,
		  struct sbuf *err)
{
	struct sqlite3_stmt *s = db_get(l->db, ALL_ITEMS);
	struct item_state state;
	int rc;

	while ((rc = db_step(l->db, s, err)) == DB_ROW) {
		read_item(s, &state);
		each(ctx, db_str(s, 6), &state);
	}
	return rc;
}

int learner_set_rung(struct learner *l, const char *item, int rung, int64_t at, struct sbuf *err)
{
	return db_run(l->db, SET_RUNG, err, "sii", item, (int64_t)rung, at);
}

int learner_add_answer(struct learner *l, const char *quiz, const char *given, bool right,
		       int64_t at, struct sbuf *err)
{
	return db_run(l->db, ADD_ANSWER, err, "ssii", quiz, given, (int64_t)right, at);
}

int learner_answer(struct learner *l, const char *quiz)
{
	struct sqlite3_stmt *s = db_get(l->db, GET_ANSWER);
	int right = -1;

	db_bind_str(s, 1, quiz);
	if (db_step(l->db, s, NULL) == DB_ROW)
		right = db_int(s, 0) != 0;
	db_reset(s);
	return right;
}

int learner_lesson_seen(struct learner *l, const char *lesson, double share, int64_t at,
			struct sbuf *err)
{
	share = share > 1 ? 1 : share > 0 ? share : 0; /* NaN becomes 0 */
	return db_run(l->db, SEE_LESSON, err, "sdi", lesson, share, at);
}

double learner_lesson_share(struct learner *l, const char *lesson)
{
	struct sqlite3_stmt *s = db_get(l->db, GET_LESSON);
	double share = 0;

	db_bind_str(s, 1, lesson);
	if (db_step(l->db, s, NULL) == DB_ROW)
		share = db_num(s, 0);
	db_reset(s);
	return share;
}

int learner_code_count(struct learner *l, const char *code, int64_t *last_at)
{
	struct sqlite3_stmt *s = db_get(l->db, GET_CODE);
	int count = 0;

	if (last_at)
		*last_at = 0;
	db_bind_str(s, 1, code);
	if (db_step(l->db, s, NULL) == DB_ROW) {
		count = (int)db_int(s, 0);
		if (last_at)
			*last_at = db_int(s, 1);
	}
	db_reset(s);
	return count;
}

int learner_codes(struct learner *l,
		  void (*each)(void *ctx, const char *code, int count, int64_t last_at), void *ctx,
		  struct sbuf *err)
{
	struct sqlite3_stmt *s = db_get(l->db, ALL_CODES);
	int rc;

	while ((rc = db_step(l->db, s, err)) == DB_ROW)
		each(ctx, db_str(s, 0), (int)db_int(s, 1), db_int(s, 2));
	return rc;
}

int learner_journal_put(struct learner *l, const char *item, const char *text, size_t len,
			int64_t at, struct sbuf *err)
{
	return run_blob(l, JOURNAL_PUT, item, text, len, at, err);
}

int learner_journal_get(struct learner *l, const char *item, struct sbuf *out, int64_t *at)
{
	struct sqlite3_stmt *s = db_get(l->db, JOURNAL_GET);
	const void *p;
	size_t len;
	int found = 0;

	db_bind_str(s, 1, item);
	if (db_step(l->db, s, NULL) == DB_ROW) {
		p = db_blob(s, 0, &len);
		sbuf_add(out, p, len);
		if (at)
			*at = db_int(s, 1);
		found = 1;
	}
	db_reset(s);
	return found;
}

int learner_journal_drop(struct learner *l, const char *item, struct sbuf *err)
{
	return db_run(l->db, JOURNAL_DROP, err, "s", item);
}

int learner_backup_push(struct learner *l, const char *item, const char *text, size_t len,
			int64_t at, struct sbuf *err)
{
	int rc = db_begin(l->db, err);

	if (rc)
		return rc;
	rc = run_blob(l, BACKUP_PUSH, item, text, len, at, err);
	if (!rc)
		rc = db_run(l->db, BACKUP_TRIM, err, "si", item, (int64_t)BACKUPS_KEPT);
	if (rc) {
		db_rollback(l->db);
		return rc;
	}
	return db_commit(l->db, err);
}

/* Inside a transaction. 1 taken, 0 none. */
static int take_backup(struct learner *l, const char *item, struct sbuf *out, struct sbuf *err)
{
	struct sqlite3_stmt *s = db_get(l->db, BACKUP_TOP);
	const void *p;
	size_t len;
	int64_t id;
	int rc;

	db_bind_str(s, 1, item);
	rc = db_step(l->db, s, err);
	if (rc != DB_ROW)
		return rc;
	id = db_int(s, 0);
	p = db_blob(s, 1, &len);
	sbuf_add(out, p, len);
	db_reset(s);
	rc = db_run(l->db, BACKUP_DROP, err, "i", id);
	return rc ? rc : 1;
}

int learner_backup_pop(struct learner *l, const char *item, struct sbuf *out, struct sbuf *err)
{
	size_t start = out->len;
	int rc = db_begin(l->db, err), found;

	if (rc)
		return rc;
	found = take_backup(l, item, out, err);
	if (found < 0)
		db_rollback(l->db);
	else if ((rc = db_commit(l->db, err)))
		found = rc;
	if (found < 0)
		sbuf_setlen(out, start);
	return found;
}

int learner_set(struct learner *l, const char *key, const char *value, struct sbuf *err)
{
	return db_run(l->db, SET_STATE, err, "ss", key, value);
}

char *learner_get(struct learner *l, const char *key)
{
	struct sqlite3_stmt *s = db_get(l->db, GET_STATE);
	char *value = NULL;

	db_bind_str(s, 1, key);
	if (db_step(l->db, s, NULL) == DB_ROW)
		value = xstrdup(db_str(s, 0));
	db_reset(s);
	return value;
}

int learner_erase_all(struct learner *l, struct sbuf *err)
{
	int rc = db_begin(l->db, err);

	if (rc)
		return rc;
	for (int i = ERASE_FIRST; i <= ERASE_LAST && !rc; i++)
		rc = db_run(l->db, i, err, "");
	if (rc) {
		db_rollback(l->db);
		return rc;
	}
	rc = db_commit(l->db, err);
	return rc ? rc : db_vacuum(l->db, err);
}
