#include "store/db.h"

#include <errno.h>
#include <sqlite3.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"

struct db {
	sqlite3 *conn;
	char *path;
	const char *const *sql;
	sqlite3_stmt **stmts;
	size_t n_stmts;
	int prepare_rc; /* why the last db_get gave NULL */
};

/*
 * Why the file cannot be opened; SQLite's own errno is that of its last attempt, which may be
 * another one.
 */
static int open_errno(const struct db *db)
{
	char *dir = path_dir(db->path);
	int e = 0;

	if (access(db->path, F_OK) == 0)
		e = access(db->path, R_OK | W_OK) < 0 ? errno : 0;
	else if (access(dir, R_OK | W_OK | X_OK) < 0)
		e = errno;
	free(dir);
	return e ? e : db->conn ? sqlite3_system_errno(db->conn) : 0;
}

static int cannot_open(const struct db *db, struct sbuf *err)
{
	int e = open_errno(db);

	if (file_is_dir(db->path))
		return error(err,
			     "%s is a directory; the learner's database was expected there. Move "
			     "it away.",
			     db->path);
	return error(
		err,
		"Cannot open the database %s: %s. Make its folder readable and writable, or set "
		"TUTOR_HOME to another folder.",
		db->path, e ? strerror(e) : "it cannot be reached");
}

/* One sentence for every kind of failure, with what mends it. */
static int report(const struct db *db, int rc, struct sbuf *err)
{
	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		error(err, "The database %s is in use by another tutor just now; try again.",
		      db->path);
		return DB_BUSY;
	case SQLITE_NOTADB:
		return error(err, "%s is no database. Move it away, and a new one is made.",
			     db->path);
	case SQLITE_CORRUPT:
		return error(err,
			     "The database %s is damaged. Move it away (keep it: parts may be "
			     "rescued), and a "
			     "new one is made.",
			     db->path);
	case SQLITE_READONLY:
	case SQLITE_PERM:
		return error(err,
			     "The database %s is read-only. Make the file and its folder writable, "
			     "or set "
			     "TUTOR_HOME to another folder.",
			     db->path);
	case SQLITE_FULL:
		return error(err,
			     "The disk is full: %s cannot grow. Nothing that was saved is lost; "
			     "make room and "
			     "try again.",
			     db->path);
	case SQLITE_IOERR:
		return error(
			err, "Reading or writing %s failed: %s. Nothing that was saved is lost.",
			db->path,
			sqlite3_system_errno(db->conn) ? strerror(sqlite3_system_errno(db->conn))
						       : sqlite3_errstr(rc));
	case SQLITE_CANTOPEN:
		return cannot_open(db, err);
	default:
		return error(err, "The database %s refused a statement: %s.", db->path,
			     sqlite3_errmsg(db->conn));
	}
}

static int run_sql(struct db *db, const char *sql, struct sbuf *err)
{
	int rc = sqlite3_exec(db->conn, sql, NULL, NULL, NULL);

	return rc == SQLITE_OK ? 0 : report(db, rc, err);
}

/* Up to two numbers of the first row of a query. */
static int query_ints(struct db *db, const char *sql, int64_t *one, int64_t *two, struct sbuf *err)
{
	sqlite3_stmt *s = NULL;
	int rc = sqlite3_prepare_v2(db->conn, sql, -1, &s, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_step(s);
	if (rc == SQLITE_ROW) {
		*one = sqlite3_column_int64(s, 0);
		if (two)
			*two = sqlite3_column_int64(s, 1);
	}
	sqlite3_finalize(s);
	return rc == SQLITE_ROW ? 0 : report(db, rc, err);
}

/* Version and number of tables in one read, for another process may be making the file just now. */
static int check_version(struct db *db, size_t known, int64_t *version, struct sbuf *err)
{
	int64_t tables;

	if (query_ints(db,
		       "SELECT user_version, (SELECT count(*) FROM sqlite_master) FROM "
		       "pragma_user_version",
		       version, &tables, err) < 0)
		return -1;
	if (*version < 0 || (uint64_t)*version > known)
		return error(err,
			     "The database %s was written by a newer version of tutor (format "
			     "%lld; this one "
			     "knows up to %zu). Update tutor, or set TUTOR_HOME to another folder.",
			     db->path, (long long)*version, known);
	return !*version && tables
		       ? error(err,
			       "%s is a database of another program. Move it away, and a new one "
			       "is made.",
			       db->path)
		       : 0;
}

/* One step, if it is still missing: another process may have come first. */
static int migrate_one(struct db *db, const struct db_migration *m, int64_t to, struct sbuf *err)
{
	char *set = xstrfmt("PRAGMA user_version = %lld", (long long)to);
	int64_t version = 0;
	int rc = run_sql(db, "BEGIN IMMEDIATE", err);

	if (!rc)
		rc = query_ints(db, "PRAGMA user_version", &version, NULL, err);
	if (!rc && version < to) {
		rc = run_sql(db, m->sql, err);
		if (!rc)
			rc = run_sql(db, set, err);
	}
	if (!rc)
		rc = run_sql(db, "COMMIT", err);
	if (rc)
		db_rollback(db);
	free(set);
	return rc;
}

/* Only one may switch a new file to WAL, and SQLite does not wait for it by itself. */
static int set_wal(struct db *db, struct sbuf *err)
{
	const struct timespec nap = { 0, 5 * 1000 * 1000 };
	int rc;

	for (int ms = 0;; ms += 5) {
		rc = sqlite3_exec(db->conn, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
		if ((rc & 0xff) != SQLITE_BUSY || ms >= DB_OPEN_WAIT)
			return rc == SQLITE_OK ? 0 : report(db, rc, err);
		nanosleep(&nap, NULL);
	}
}

static int set_up(struct db *db, const struct db_migration *m, size_t n, struct sbuf *err)
{
	int64_t version;

	sqlite3_extended_result_codes(db->conn, 1);
	sqlite3_busy_timeout(db->conn, DB_OPEN_WAIT);
	sqlite3_db_config(db->conn, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	/* Looked at before anything is written: a foreign file must stay as it is. */
	if (check_version(db, n, &version, err) < 0)
		return -1;
	if (sqlite3_db_readonly(db->conn, "main") == 1)
		return report(db, SQLITE_READONLY, err);
	if (set_wal(db, err) ||
	    run_sql(db,
		    "PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema "
		    "= OFF; "
		    "PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 4194304",
		    err))
		return -1;
	for (size_t i = (size_t)version; i < n; i++)
		if (migrate_one(db, &m[i], (int64_t)i + 1, err))
			return -1;
	sqlite3_busy_timeout(db->conn, 0);
	return 0;
}

/*
 * The last of several processes to close a database removes its -wal, -shm or journal; one that opens it at that moment
 * may find a file gone between two looks. That is over a moment later.
 */
static bool lost_race(const struct db *db)
{
	int code = sqlite3_errcode(db->conn) & 0xff;

	return (code == SQLITE_IOERR || code == SQLITE_CANTOPEN) && sqlite3_system_errno(db->conn) == ENOENT;
}

static int set_up_patiently(struct db *db, const struct db_migration *m, size_t n, struct sbuf *err)
{
	const struct timespec nap = { 0, 5 * 1000 * 1000 };
	struct sbuf why = SBUF_INIT;
	int rc;

	for (int tries = 20;; tries--) {
		sbuf_reset(&why);
		rc = set_up(db, m, n, &why);
		if (!rc || !tries || !lost_race(db))
			break;
		db_rollback(db);
		nanosleep(&nap, NULL);
	}
	if (rc)
		error(err, "%s", why.buf);
	sbuf_release(&why);
	return rc;
}

struct db *db_open(const char *path, const struct db_migration *migrations, size_t n_migrations,
		   const char *const *statements, size_t n_statements, struct sbuf *err)
{
	struct db *db = xcalloc(1, sizeof(*db));
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
	int rc;

	db->path = xstrdup(path);
	db->sql = statements;
	db->n_stmts = n_statements;
	db->stmts = xcalloc(n_statements + 1, sizeof(*db->stmts));
	rc = sqlite3_open_v2(path, &db->conn, flags, NULL);
	if (rc != SQLITE_OK)
		report(db, rc, err);
	else
		rc = set_up_patiently(db, migrations, n_migrations, err);
	if (rc) {
		db_close(db);
		return NULL;
	}
	return db;
}

void db_close(struct db *db)
{
	if (!db)
		return;
	for (size_t i = 0; i < db->n_stmts; i++)
		sqlite3_finalize(db->stmts[i]);
	sqlite3_close(db->conn);
	free(db->stmts);
	free(db->path);
	free(db);
}

int db_begin(struct db *db, struct sbuf *err)
{
	return run_sql(db, "BEGIN IMMEDIATE", err);
}

int db_commit(struct db *db, struct sbuf *err)
{
	int rc = run_sql(db, "COMMIT", err);

	/* A commit that failed leaves the transaction open. */
	if (rc)
		db_rollback(db);
	return rc;
}

void db_rollback(struct db *db)
{
	if (!sqlite3_get_autocommit(db->conn))
		sqlite3_exec(db->conn, "ROLLBACK", NULL, NULL, NULL);
}

void db_set_durable(struct db *db, bool durable)
{
	sqlite3_exec(db->conn,
		     durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL", NULL,
		     NULL, NULL);
}

int db_vacuum(struct db *db, struct sbuf *err)
{
	int rc = run_sql(db, "VACUUM", err);

	return rc ? rc : run_sql(db, "PRAGMA wal_checkpoint(TRUNCATE)", err);
}

struct sqlite3_stmt *db_get(struct db *db, int statement)
{
	sqlite3_stmt **slot;

	if (statement < 0 || (size_t)statement >= db->n_stmts)
		BUG("db: there is no statement %d", statement);
	slot = &db->stmts[statement];
	if (*slot)
		return *slot;
	db->prepare_rc = sqlite3_prepare_v3(db->conn, db->sql[statement], -1,
					    SQLITE_PREPARE_PERSISTENT, slot, NULL);
	if ((db->prepare_rc & 0xff) == SQLITE_ERROR)
		BUG("db: %s: %s", sqlite3_errmsg(db->conn), db->sql[statement]);
	return *slot;
}

void db_bind_str(struct sqlite3_stmt *s, int i, const char *text)
{
	sqlite3_bind_text(s, i, text, -1, SQLITE_TRANSIENT);
}

void db_bind_int(struct sqlite3_stmt *s, int i, int64_t n)
{
	sqlite3_bind_int64(s, i, n);
}

void db_bind_num(struct sqlite3_stmt *s, int i, double n)
{
	sqlite3_bind_double(s, i, n);
}

void db_bind_blob(struct sqlite3_stmt *s, int i, const void *p, size_t len)
{
	/* A null pointer would bind NULL: an empty text is not the same as none. */
	if (len)
		sqlite3_bind_blob64(s, i, p, len, SQLITE_TRANSIENT);
	else
		sqlite3_bind_zeroblob(s, i, 0);
}

int db_step(struct db *db, struct sqlite3_stmt *s, struct sbuf *err)
{
	int rc = s ? sqlite3_step(s) : db->prepare_rc;

	if (rc == SQLITE_ROW)
		return DB_ROW;
	if (rc != SQLITE_DONE)
		rc = report(db, rc, err);
	else
		rc = DB_DONE;
	db_reset(s);
	return rc;
}

void db_reset(struct sqlite3_stmt *s)
{
	if (!s)
		return;
	sqlite3_reset(s);
	sqlite3_clear_bindings(s);
}

const char *db_str(struct sqlite3_stmt *s, int col)
{
	const unsigned char *text = sqlite3_column_text(s, col);

	return text ? (const char *)text : "";
}

int64_t db_int(struct sqlite3_stmt *s, int col)
{
	return sqlite3_column_int64(s, col);
}

double db_num(struct sqlite3_stmt *s, int col)
{
	return sqlite3_column_double(s, col);
}

const void *db_blob(struct sqlite3_stmt *s, int col, size_t *len)
{
	const void *p = sqlite3_column_blob(s, col);

	*len = (size_t)sqlite3_column_bytes(s, col);
	return p ? p : "";
}

bool db_is_null(struct sqlite3_stmt *s, int col)
{
	return sqlite3_column_type(s, col) == SQLITE_NULL;
}

int db_run(struct db *db, int statement, struct sbuf *err, const char *fmt, ...)
{
	struct sqlite3_stmt *s = db_get(db, statement);
	va_list ap;
	int rc;

	va_start(ap, fmt);
	for (int i = 1; *fmt && s; i++, fmt++) {
		if (*fmt == 's')
			db_bind_str(s, i, va_arg(ap, const char *));
		else if (*fmt == 'i')
			db_bind_int(s, i, va_arg(ap, int64_t));
		else if (*fmt == 'd')
			db_bind_num(s, i, va_arg(ap, double));
		else
			BUG("db: no binding %c", *fmt);
	}
	va_end(ap);
	rc = db_step(db, s, err);
	if (rc == DB_ROW) {
		db_reset(s);
		rc = 0;
	}
	return rc;
}

int db_changes(struct db *db)
{
	return sqlite3_changes(db->conn);
}

int64_t db_last_id(struct db *db)
{
	return sqlite3_last_insert_rowid(db->conn);
}

const char *db_path(const struct db *db)
{
	return db->path;
}
