/*
 * db: the only SQLite. A connection with its statements in one table (enum -> SQL), WAL,
 * busy_timeout 0. Every error becomes one sentence that names the file and what mends it.
 * SQLITE_BUSY is reported as DB_BUSY, so that the loop can try again.
 */
#ifndef STORE_DB_H
#define STORE_DB_H

#include "base/sbuf.h"

struct db;
struct sqlite3_stmt;

enum { DB_OK = 0, DB_ERROR = -1, DB_BUSY = -2, DB_ROW = 1, DB_DONE = 0 };

struct db_migration { /* applied in order, each in its own transaction; user_version counts them */
	const char *sql;
};

/*
 * Opens or creates; runs the migrations that are missing; refuses a database from a newer version,
 * of another program, read-only or damaged, each with its own sentence. statements: SQL text by
 * number, prepared on first use. Migrations and statements must outlive the connection. Waits up to
 * DB_OPEN_WAIT ms for another process that is just making or migrating the file; nothing else ever
 * waits.
 */
#define DB_OPEN_WAIT 3000
struct db *db_open(const char *path, const struct db_migration *migrations, size_t n_migrations,
		   const char *const *statements, size_t n_statements, struct sbuf *err);
void db_close(struct db *db);
/*
 * A write transaction from its start (BEGIN IMMEDIATE). Functions that meet a lock return DB_BUSY,
 * with a sentence in err as for any error: reset err before trying again.
 */
int db_begin(struct db *db, struct sbuf *err);
int db_commit(struct db *db, struct sbuf *err);
void db_rollback(struct db *db);

/*
 * One statement: bind by position from 1, step, read columns from 0, reset. Text and blobs are
 * copied at bind, borrowed until the next step at read.
 */
struct sqlite3_stmt *db_get(struct db *db, int statement);
void db_bind_str(struct sqlite3_stmt *s, int i, const char *text); /* NULL: null */
void db_bind_int(struct sqlite3_stmt *s, int i, int64_t n);
void db_bind_num(struct sqlite3_stmt *s, int i, double n);
void db_bind_blob(struct sqlite3_stmt *s, int i, const void *p, size_t len);
/* DB_ROW, DB_DONE, DB_ERROR, DB_BUSY; resets itself unless DB_ROW */
int db_step(struct db *db, struct sqlite3_stmt *s, struct sbuf *err);
void db_reset(struct sqlite3_stmt *s);
const char *db_str(struct sqlite3_stmt *s, int col); /* never NULL: "" for null */
int64_t db_int(struct sqlite3_stmt *s, int col);
double db_num(struct sqlite3_stmt *s, int col);
const void *db_blob(struct sqlite3_stmt *s, int col, size_t *len);
bool db_is_null(struct sqlite3_stmt *s, int col);
/* Bind-all-and-run for statements without rows: fmt of s (str) i (int64_t) d (double). */
int db_run(struct db *db, int statement, struct sbuf *err, const char *fmt, ...);
int64_t db_last_id(struct db *db);
int db_changes(struct db *db); /* rows that the last statement changed */
const char *db_path(const struct db *db);
/*
 * durable: commits reach the disk before they return (synchronous=FULL); else they survive a crash
 * of the program but maybe not of the machine. Outside transactions only.
 */
void db_set_durable(struct db *db, bool durable);
/* Rewrites the file so that nothing deleted is left in it. */
int db_vacuum(struct db *db, struct sbuf *err);

#endif
