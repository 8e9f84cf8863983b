#include "test.h"

#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "helper.h"

static const struct db_migration steps[] = {
	{ "CREATE TABLE a(x INTEGER)" },
	{ "CREATE TABLE b(y TEXT); INSERT INTO b VALUES('two')" },
	{ "ALTER TABLE a ADD COLUMN z TEXT; UPDATE a SET z = 'new'" },
};
enum { ADD, SUM, PUT_B, GET_B, SMALL, ADD_BLOB, ROWS, N_SQL };
static const char *const sql[N_SQL] = {
	[ADD] = "INSERT INTO a(x) VALUES(?1)",
	[SUM] = "SELECT sum(x), count(*) FROM a",
	[PUT_B] = "INSERT INTO b VALUES(?1)",
	[GET_B] = "SELECT y FROM b ORDER BY rowid",
	[SMALL] = "PRAGMA max_page_count = 8",
	[ADD_BLOB] = "INSERT INTO b VALUES(randomblob(20000))",
	[ROWS] = "SELECT count(*) FROM b",
};

static struct db *open_steps(const char *path, size_t n, struct sbuf *err)
{
	return db_open(path, steps, n, sql, N_SQL, err);
}

static int64_t one_int(struct db *db, int statement, int col)
{
	struct sqlite3_stmt *s = db_get(db, statement);
	int64_t n = db_step(db, s, NULL) == DB_ROW ? db_int(s, col) : -1;

	db_reset(s);
	return n;
}

/* Opens, expects a refusal, and that the sentence has all of the words. */
static void refused(const char *path, size_t n, const char *words)
{
	struct sbuf err = SBUF_INIT;
	struct db *db = open_steps(path, n, &err);

	CHECK(!db);
	CHECK(err.len && strstr(err.buf, words) && ends_with(err.buf, "."));
	if (!strstr(err.buf, words))
		printf("said: %s\n", err.buf);
	db_close(db);
	sbuf_release(&err);
}

TEST(statements_bind_and_read)
{
	char *path = scratch("plain.db");
	struct sbuf err = SBUF_INIT;
	struct db *db = open_steps(path, 3, &err);
	struct sqlite3_stmt *s;

	CHECK_STR(err.buf, "");
	CHECK_INT(db_run(db, ADD, &err, "i", (int64_t)40), 0);
	CHECK_INT(db_last_id(db), 1);
	CHECK_INT(db_run(db, ADD, &err, "i", (int64_t)2), 0);
	CHECK_INT(one_int(db, SUM, 0), 42);
	CHECK_INT(db_run(db, PUT_B, &err, "s", (const char *)NULL), 0);
	CHECK_INT(db_run(db, PUT_B, &err, "d", 1.5), 0);
	s = db_get(db, GET_B);
	CHECK_INT(db_step(db, s, &err), DB_ROW);
	CHECK_STR(db_str(s, 0), "two");
	CHECK_INT(db_step(db, s, &err), DB_ROW);
	CHECK(db_is_null(s, 0));
	CHECK_STR(db_str(s, 0), "");
	CHECK_INT(db_step(db, s, &err), DB_ROW);
	CHECK(db_num(s, 0) == 1.5);
	CHECK_INT(db_step(db, s, &err), DB_DONE);
	CHECK_STR(db_path(db), path);
	CHECK_STR(err.buf, "");
	db_close(db);
	free(path);
}

TEST(rollback_undoes_commit_keeps)
{
	char *path = scratch("tx.db");
	struct db *db = open_steps(path, 3, NULL);

	CHECK_INT(db_begin(db, NULL), 0);
	CHECK_INT(db_run(db, ADD, NULL, "i", (int64_t)7), 0);
	db_rollback(db);
	CHECK_INT(one_int(db, SUM, 1), 0);
	CHECK_INT(db_begin(db, NULL), 0);
	CHECK_INT(db_run(db, ADD, NULL, "i", (int64_t)7), 0);
	CHECK_INT(db_commit(db, NULL), 0);
	db_close(db);
	db = open_steps(path, 3, NULL);
	CHECK_INT(one_int(db, SUM, 0), 7);
	db_close(db);
	free(path);
}

TEST(migrates_from_every_older_version)
{
	for (size_t old = 1; old <= 3; old++) {
		char *path = scratch("old.db");
		struct db *db;

		unlink(path);
		db = open_steps(path, old, NULL);
		CHECK_INT(db_run(db, ADD, NULL, "i", (int64_t)old), 0);
		db_close(db);
		db = open_steps(path, 3, NULL);
		CHECK_INT(one_int(db, SUM, 0), old);
		CHECK_INT(one_int(db, ROWS, 0), 1); /* step two ran exactly once */
		db_close(db);
		free(path);
	}
}

TEST(a_failing_migration_changes_nothing)
{
	static const struct db_migration bad[] = {
		{ "CREATE TABLE a(x INTEGER)" }, { "CREATE TABLE b(y TEXT); CREATE TABLE a(again INTEGER)" },
	};
	char *path = scratch("bad.db");
	struct sbuf err = SBUF_INIT;
	struct db *db = db_open(path, bad, 2, sql, N_SQL, &err);

	CHECK(!db && strstr(err.buf, "refused a statement"));
	db = open_steps(path, 3, NULL); /* table b would be in the way if half of the step had stayed */
	CHECK(db != NULL);
	db_close(db);
	sbuf_release(&err);
	free(path);
}

TEST(refuses_what_is_not_ours)
{
	char *path = scratch("foreign.db"), *dir = scratch("folder"), *missing = scratch("no/such/x.db");
	sqlite3 *other;

	db_close(open_steps(path, 3, NULL));
	refused(path, 2, "newer version of tutor (format 3; this one knows up to 2)");
	file_write(path, "This is a letter, not a database, and it is long enough to be looked at.\n", 73, NULL);
	refused(path, 3, "is no database");
	unlink(path);
	sqlite3_open(path, &other);
	sqlite3_exec(other, "CREATE TABLE theirs(x)", NULL, NULL, NULL);
	sqlite3_close(other);
	refused(path, 3, "another program");
	file_mkdirs(dir, NULL);
	refused(dir, 3, "is a directory");
	refused(missing, 3, "No such file or directory");
	free(path);
	free(dir);
	free(missing);
}

TEST(a_foreign_database_stays_untouched)
{
	char *path = scratch("theirs.db");
	struct sbuf before = SBUF_INIT, after = SBUF_INIT;
	sqlite3 *other;

	sqlite3_open(path, &other);
	sqlite3_exec(other, "CREATE TABLE theirs(x); INSERT INTO theirs VALUES(1)", NULL, NULL, NULL);
	sqlite3_close(other);
	file_read(path, 1 << 20, &before, NULL);
	refused(path, 3, "another program");
	file_read(path, 1 << 20, &after, NULL);
	CHECK(before.len && before.len == after.len && !memcmp(before.buf, after.buf, after.len));
	sbuf_release(&before);
	sbuf_release(&after);
	free(path);
}

TEST(a_damaged_file_is_told)
{
	char *path = scratch("damaged.db");
	struct sbuf err = SBUF_INIT, bytes = SBUF_INIT;
	struct db *db = open_steps(path, 3, NULL);

	CHECK_INT(db_run(db, ADD, NULL, "i", (int64_t)1), 0);
	CHECK_INT(db_vacuum(db, NULL), 0);
	db_close(db);
	file_read(path, 1 << 20, &bytes, NULL);
	memset(bytes.buf + 100, 0xff, bytes.len - 100);
	file_write(path, bytes.buf, bytes.len, NULL);
	db = open_steps(path, 3, &err);
	CHECK(!db && strstr(err.buf, "is damaged"));
	sbuf_release(&bytes);
	sbuf_release(&err);
	free(path);
}

/* Permissions mean nothing to root: do it as nobody, in a child. */
static void as_nobody(void (*what)(const char *path), const char *path)
{
	pid_t pid = fork();
	int status;

	if (!pid) {
		test_failures = 0;
		if (!geteuid() && setresuid(65534, 65534, 65534) < 0)
			_exit(99);
		what(path);
		_exit(test_failures ? 1 : 0);
	}
	waitpid(pid, &status, 0);
	CHECK_INT(WIFEXITED(status) ? WEXITSTATUS(status) : -1, 0);
}

static void try_read_only(const char *path)
{
	refused(path, 3, "is read-only");
}

static void try_unreadable(const char *path)
{
	refused(path, 3, "Permission denied");
}

TEST(permissions_are_told)
{
	if (forks_are_watched())
		return;

	char *dir = scratch(""), *path = scratch("perm.db"), *locked = scratch("locked"), *inside;

	chmod(dir, 0755);
	db_close(open_steps(path, 3, NULL));
	chmod(path, 0444);
	as_nobody(try_read_only, path);
	chmod(path, 0000);
	as_nobody(try_unreadable, path);
	file_mkdirs(locked, NULL);
	inside = path_join(locked, "x.db");
	chmod(locked, 0);
	as_nobody(try_unreadable, inside);
	chmod(locked, 0755);
	as_nobody(try_unreadable, inside); /* readable, but nothing can be made in it */
	free(inside);
	free(locked);
	free(path);
	free(dir);
}

TEST(a_full_disk_loses_nothing)
{
	char *path = scratch("full.db");
	struct sbuf err = SBUF_INIT;
	struct db *db = open_steps(path, 3, NULL);
	int64_t rows;

	CHECK_INT(db_run(db, SMALL, NULL, ""), 0);
	while (!db_run(db, ADD_BLOB, &err, ""))
		;
	CHECK(strstr(err.buf, "The disk is full") && strstr(err.buf, "Nothing that was saved is lost"));
	rows = one_int(db, ROWS, 0);
	CHECK(rows >= 1);
	CHECK_INT(db_run(db, ADD, NULL, "i", (int64_t)3), 0); /* small ones still go in */
	db_close(db);
	db = open_steps(path, 3, NULL);
	CHECK_INT(one_int(db, ROWS, 0), rows);
	db_close(db);
	sbuf_release(&err);
	free(path);
}

static void try_size_limit(const char *path)
{
	struct rlimit small = { 60000, 60000 };
	struct sbuf err = SBUF_INIT;
	struct db *db = open_steps(path, 3, NULL);

	signal(SIGXFSZ, SIG_IGN);
	CHECK_INT(setrlimit(RLIMIT_FSIZE, &small), 0);
	while (!db_run(db, ADD_BLOB, &err, ""))
		;
	CHECK(strstr(err.buf, "Reading or writing") && strstr(err.buf, "Nothing that was saved is lost"));
	db_close(db);
	sbuf_release(&err);
}

TEST(a_failed_write_is_told)
{
	if (forks_are_watched())
		return;

	char *path = scratch("short.db");
	pid_t pid = fork();
	int status;

	if (!pid) {
		test_failures = 0;
		try_size_limit(path);
		_exit(test_failures ? 1 : 0);
	}
	waitpid(pid, &status, 0);
	CHECK_INT(status, 0);
	free(path);
}

TEST(two_connections_give_busy)
{
	char *path = scratch("busy.db");
	struct sbuf err = SBUF_INIT;
	struct db *one = open_steps(path, 3, NULL), *two = open_steps(path, 3, NULL);

	CHECK_INT(db_begin(one, NULL), 0);
	CHECK_INT(db_run(one, ADD, NULL, "i", (int64_t)1), 0);
	CHECK_INT(db_begin(two, &err), DB_BUSY);
	CHECK(strstr(err.buf, "in use by another tutor"));
	CHECK_INT(db_run(two, ADD, NULL, "i", (int64_t)2), DB_BUSY);
	CHECK_INT(one_int(two, SUM, 1), 0); /* readers are not held up and see the last commit */
	CHECK_INT(db_commit(one, NULL), 0);
	CHECK_INT(db_run(two, ADD, NULL, "i", (int64_t)2), 0);
	CHECK_INT(one_int(one, SUM, 0), 3);
	db_close(one);
	db_close(two);
	sbuf_release(&err);
	free(path);
}

TEST(many_may_open_a_new_file_at_once)
{
	if (forks_are_watched())
		return;

	for (int round = 0; round < 5; round++) {
		char *path = scratch("race.db");
		pid_t pids[6];
		int status;

		unlink(path);
		for (int i = 0; i < 6; i++) {
			pids[i] = fork();
			if (!pids[i]) {
				struct sbuf err = SBUF_INIT;
				struct db *db = open_steps(path, 3, &err);

				if (!db)
					printf("said: %s\n", err.buf);
				fflush(stdout);
				_exit(db && one_int(db, ROWS, 0) == 1 ? 0 : 1);
			}
		}
		for (int i = 0; i < 6; i++) {
			waitpid(pids[i], &status, 0);
			CHECK_INT(status, 0);
		}
		free(path);
	}
}

TEST(zz_clean_up)
{
	scratch_remove();
}
