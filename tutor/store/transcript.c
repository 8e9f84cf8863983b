#include "store/transcript.h"

#include "base/utf8.h"
#include "store/db.h"
#include "store/learner.h"

#define SPENT_DAYS 60 /* kept */

enum {
	NEW_THREAD = TRANSCRIPT_STATEMENTS,
	SET_THREAD,
	GET_THREAD,
	LAST_THREAD,
	ADD_TURN,
	TRIM_TURNS,
	TRIM_OLD_TURNS,
	TRIM_THREADS,
	ALL_TURNS,
	FIND_THREADS,
	SPEND,
	SPENT,
	DROP_SPENT,
	END,
};

#define COLUMNS "id, title, exercise, code, error, query, pages, started_at, last_at, (SELECT count(*) FROM turn WHERE thread = thread.id)"

const char *const transcript_statements[] = {
	[NEW_THREAD - TRANSCRIPT_STATEMENTS] = "INSERT INTO thread(title, exercise, code, error, query, pages, started_at, last_at)"
					       " VALUES(?1, '', '', '', '', '', ?2, ?2)",
	[SET_THREAD - TRANSCRIPT_STATEMENTS] = "UPDATE thread SET exercise = ?2, code = ?3, error = ?4, query = ?5, pages = ?6,"
					       " last_at = max(last_at, ?7) WHERE id = ?1",
	[GET_THREAD - TRANSCRIPT_STATEMENTS] = "SELECT " COLUMNS " FROM thread WHERE id = ?1",
	[LAST_THREAD - TRANSCRIPT_STATEMENTS] = "SELECT " COLUMNS " FROM thread ORDER BY last_at DESC, id DESC LIMIT 1",
	[ADD_TURN - TRANSCRIPT_STATEMENTS] = "INSERT INTO turn(thread, at, question, answer, model, found) VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
	[TRIM_TURNS - TRANSCRIPT_STATEMENTS] = "DELETE FROM turn WHERE thread = ?1 AND id NOT IN (SELECT id FROM turn WHERE thread = ?1"
					       " ORDER BY id DESC LIMIT ?2)",
	[TRIM_THREADS - TRANSCRIPT_STATEMENTS] = "DELETE FROM thread WHERE id NOT IN (SELECT id FROM thread ORDER BY last_at DESC, id DESC"
						 " LIMIT ?1)",
	[TRIM_OLD_TURNS - TRANSCRIPT_STATEMENTS] = "DELETE FROM turn WHERE thread NOT IN (SELECT id FROM thread ORDER BY last_at DESC, id"
						   " DESC LIMIT ?1)",
	[ALL_TURNS - TRANSCRIPT_STATEMENTS] = "SELECT at, question, answer, model, found FROM turn WHERE thread = ?1 ORDER BY id",
	[FIND_THREADS - TRANSCRIPT_STATEMENTS] =
		"SELECT " COLUMNS " FROM thread WHERE ?1 = '' OR EXISTS(SELECT 1 FROM turn WHERE thread = thread.id AND"
		" (instr(lower(question), lower(?1)) OR instr(lower(answer), lower(?1)))) ORDER BY last_at DESC, id DESC LIMIT ?2",
	[SPEND - TRANSCRIPT_STATEMENTS] = "INSERT INTO spent VALUES(?1, ?2, ?3) ON CONFLICT(day, server) DO UPDATE SET tokens = tokens + ?3",
	[SPENT - TRANSCRIPT_STATEMENTS] = "SELECT tokens FROM spent WHERE day = ?1 AND server = ?2",
	[DROP_SPENT - TRANSCRIPT_STATEMENTS] = "DELETE FROM spent WHERE day < ?1",
};
const size_t transcript_statements_n = END - TRANSCRIPT_STATEMENTS;
_Static_assert(ARRAY_SIZE(transcript_statements) == END - TRANSCRIPT_STATEMENTS, "a statement is missing");

void thread_release(struct thread *t)
{
	char *texts[] = { t->title, t->exercise, t->code, t->error, t->query, t->pages };

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
		free(texts[i]);
	memset(t, 0, sizeof(*t));
}

static void read_thread(struct sqlite3_stmt *s, struct thread *t)
{
	char **texts[] = { &t->title, &t->exercise, &t->code, &t->error, &t->query, &t->pages };

	memset(t, 0, sizeof(*t));
	t->id = db_int(s, 0);
	for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
		*texts[i] = xstrdup(db_str(s, (int)i + 1));
	t->started_at = db_int(s, 7);
	t->last_at = db_int(s, 8);
	t->turns = (int)db_int(s, 9);
}

int transcript_thread(struct learner *l, int64_t id, struct thread *out, struct sbuf *err)
{
	struct db *db = learner_db(l);
	struct sqlite3_stmt *s = db_get(db, id ? GET_THREAD : LAST_THREAD);
	int rc;

	memset(out, 0, sizeof(*out));
	if (id)
		db_bind_int(s, 1, id);
	rc = db_step(db, s, err);
	if (rc != DB_ROW)
		return rc;
	read_thread(s, out);
	db_reset(s);
	return 1;
}

/* Texts are cut at a character. */
static void bind_cut(struct sqlite3_stmt *s, int i, const char *text)
{
	size_t len = text ? strlen(text) : 0;
	char *cut;

	if (len > TRANSCRIPT_TEXT_MAX)
		len = utf8_cluster_at(text, len, TRANSCRIPT_TEXT_MAX);
	cut = xmemdupz(text ? text : "", len);
	db_bind_str(s, i, cut);
	free(cut);
}

static int set_thread(struct db *db, const struct thread *t, int64_t at, struct sbuf *err)
{
	const char *texts[] = { t->exercise, t->code, t->error, t->query, t->pages };
	struct sqlite3_stmt *s = db_get(db, SET_THREAD);

	db_bind_int(s, 1, t->id);
	for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
		bind_cut(s, (int)i + 2, texts[i]);
	db_bind_int(s, 7, at);
	return db_step(db, s, err);
}

static int add_turn(struct db *db, const struct thread *t, const struct turn *turn, struct sbuf *err)
{
	struct sqlite3_stmt *s = db_get(db, ADD_TURN);

	db_bind_int(s, 1, t->id);
	db_bind_int(s, 2, turn->at);
	bind_cut(s, 3, turn->question);
	bind_cut(s, 4, turn->answer);
	bind_cut(s, 5, turn->model);
	db_bind_int(s, 6, turn->found);
	return db_step(db, s, err);
}

static int new_thread(struct db *db, const struct turn *turn, int64_t *id, struct sbuf *err)
{
	struct sqlite3_stmt *s = db_get(db, NEW_THREAD);
	int rc;

	bind_cut(s, 1, turn->question);
	db_bind_int(s, 2, turn->at);
	rc = db_step(db, s, err);
	*id = db_last_id(db);
	return rc;
}

/* In a transaction. */
static int write_turn(struct db *db, struct thread *t, const struct turn *turn, struct sbuf *err)
{
	int rc = t->id ? 0 : new_thread(db, turn, &t->id, err);

	if (!rc)
		rc = set_thread(db, t, turn->at, err);
	if (!rc)
		rc = add_turn(db, t, turn, err);
	if (!rc)
		rc = db_run(db, TRIM_TURNS, err, "ii", t->id, (int64_t)TRANSCRIPT_TURNS);
	if (!rc)
		rc = db_run(db, TRIM_OLD_TURNS, err, "i", (int64_t)TRANSCRIPT_THREADS);
	return rc ? rc : db_run(db, TRIM_THREADS, err, "i", (int64_t)TRANSCRIPT_THREADS);
}

int transcript_add(struct learner *l, struct thread *t, const struct turn *turn, struct sbuf *err)
{
	struct db *db = learner_db(l);
	int64_t id = t->id;
	int rc = db_begin(db, err);

	if (rc)
		return rc;
	rc = write_turn(db, t, turn, err);
	if (rc)
		db_rollback(db);
	else
		rc = db_commit(db, err);
	if (rc)
		t->id = id;
	return rc;
}

int transcript_turns(struct learner *l, int64_t id, void (*each)(void *ctx, const struct turn *turn), void *ctx, struct sbuf *err)
{
	struct db *db = learner_db(l);
	struct sqlite3_stmt *s = db_get(db, ALL_TURNS);
	int rc;

	db_bind_int(s, 1, id);
	while ((rc = db_step(db, s, err)) == DB_ROW) {
		struct turn t = { .at = db_int(s, 0), .question = db_str(s, 1), .answer = db_str(s, 2), .model = db_str(s, 3),
				  .found = db_int(s, 4) != 0 };

		each(ctx, &t);
	}
	return rc;
}

int transcript_find(struct learner *l, const char *text, int max, void (*each)(void *ctx, const struct thread *t), void *ctx,
		    struct sbuf *err)
{
	struct db *db = learner_db(l);
	struct sqlite3_stmt *s = db_get(db, FIND_THREADS);
	int rc;

	db_bind_str(s, 1, text ? text : "");
	db_bind_int(s, 2, max);
	while ((rc = db_step(db, s, err)) == DB_ROW) {
		struct thread t;

		read_thread(s, &t);
		each(ctx, &t);
		thread_release(&t);
	}
	return rc;
}

int transcript_spend(struct learner *l, int64_t day, const char *server, int64_t tokens, struct sbuf *err)
{
	struct db *db = learner_db(l);
	int rc = db_run(db, SPEND, err, "isi", day, server, tokens);

	return rc ? rc : db_run(db, DROP_SPENT, err, "i", day - SPENT_DAYS);
}

int64_t transcript_spent(struct learner *l, int64_t day, const char *server)
{
	struct db *db = learner_db(l);
	struct sqlite3_stmt *s = db_get(db, SPENT);
	int64_t n = 0;

	db_bind_int(s, 1, day);
	db_bind_str(s, 2, server);
	if (db_step(db, s, NULL) == DB_ROW)
		n = db_int(s, 0);
	db_reset(s);
	return n;
}
