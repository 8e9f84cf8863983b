#include "test.h"

#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "helper.h"

static struct learner *fresh(const char *name)
{
	char *path = scratch(name);
	struct sbuf err = SBUF_INIT;
	struct learner *l;

	unlink(path);
	l = learner_open(path, &err);
	CHECK_STR(err.buf, "");
	sbuf_release(&err);
	free(path);
	return l;
}

static struct attempt attempt(const char *item, const char *verdict, const char *code, int64_t at)
{
	return (struct attempt){ .item = item, .verdict = verdict, .code = code, .errors = *code ? 1 : 0, .at = at,
				 .ms = 120, .rung = 2, .source = "fn main() {}\n" };
}

static int add(struct learner *l, const char *item, const char *verdict, const char *code, int64_t at)
{
	struct attempt a = attempt(item, verdict, code, at);

	return learner_add_attempt(l, &a, NULL);
}

static int64_t count(struct learner *l, const char *table)
{
	sqlite3 *c;
	sqlite3_stmt *s;
	char *q = xstrfmt("SELECT count(*) FROM %s", table);
	int64_t n;

	sqlite3_open(db_path(learner_db(l)), &c);
	sqlite3_prepare_v2(c, q, -1, &s, NULL);
	n = sqlite3_step(s) == SQLITE_ROW ? sqlite3_column_int64(s, 0) : -1;
	sqlite3_finalize(s);
	sqlite3_close(c);
	free(q);
	return n;
}

TEST(attempts_make_the_item)
{
	struct learner *l = fresh("a.db");
	struct item_state s;
	int64_t last;

	CHECK_INT(learner_item(l, "ownership/move", &s, NULL), 0);
	CHECK(!s.seen && !s.attempts);
	CHECK_INT(add(l, "ownership/move", "compile_error", "E0382", 100), 0);
	CHECK_INT(add(l, "ownership/move", "compile_error", "E0382", 200), 0);
	CHECK_INT(learner_item(l, "ownership/move", &s, NULL), 0);
	CHECK(s.seen && !s.passed && s.attempts == 2 && s.first_at == 100 && s.last_at == 200 && !s.passed_at);
	CHECK_INT(add(l, "ownership/move", "passed", "", 300), 0);
	CHECK_INT(add(l, "ownership/move", "passed", "", 400), 0);
	CHECK_INT(add(l, "ownership/move", "test_failed", "", 500), 0);
	CHECK_INT(learner_item(l, "ownership/move", &s, NULL), 0);
	CHECK(s.passed && s.attempts == 5 && s.passed_at == 300 && s.last_at == 500 && s.rung == 2);
	CHECK_INT(learner_code_count(l, "E0382", &last), 2);
	CHECK_INT(last, 200);
	CHECK_INT(learner_code_count(l, "E0499", &last), 0);
	CHECK_INT(last, 0);
	CHECK_INT(count(l, "source"), 1); /* the same text is stored once */
	CHECK_INT(count(l, "attempt"), 5);
	learner_close(l);
}

TEST(rungs_only_go_up)
{
	struct learner *l = fresh("r.db");
	struct item_state s;

	CHECK_INT(learner_set_rung(l, "x/y", 4, 10, NULL), 0);
	CHECK_INT(learner_set_rung(l, "x/y", 3, 11, NULL), 0);
	CHECK_INT(learner_item(l, "x/y", &s, NULL), 0);
	CHECK(s.seen && s.rung == 4 && !s.attempts && s.first_at == 10 && s.last_at == 11);
	CHECK_INT(add(l, "x/y", "passed", "", 12), 0);
	CHECK_INT(learner_item(l, "x/y", &s, NULL), 0);
	CHECK(s.rung == 4 && s.attempts == 1 && s.passed);
	learner_close(l);
}

static void join_item(void *ctx, const char *item, const struct item_state *s)
{
	sbuf_addf(ctx, "%s:%d ", item, s->attempts);
}

static void join_code(void *ctx, const char *code, int n, int64_t last)
{
	sbuf_addf(ctx, "%s:%d@%lld ", code, n, (long long)last);
}

TEST(lists)
{
	struct learner *l = fresh("l.db");
	struct sbuf b = SBUF_INIT;

	add(l, "b/late", "passed", "E0308", 9);
	add(l, "a/early", "passed", "E0425", 5);
	add(l, "a/early", "passed", "E0425", 6);
	CHECK_INT(learner_items(l, join_item, &b, NULL), 0);
	CHECK_STR(b.buf, "b/late:1 a/early:2 ");
	sbuf_reset(&b);
	CHECK_INT(learner_codes(l, join_code, &b, NULL), 0);
	CHECK_STR(b.buf, "E0425:2@6 E0308:1@9 ");
	sbuf_release(&b);
	learner_close(l);
}

TEST(answers_and_lessons)
{
	struct learner *l = fresh("q.db");

	CHECK_INT(learner_answer(l, "moves-1"), -1);
	CHECK_INT(learner_add_answer(l, "moves-1", "2", false, 1, NULL), 0);
	CHECK_INT(learner_answer(l, "moves-1"), 0);
	CHECK_INT(learner_add_answer(l, "moves-1", "1", true, 2, NULL), 0);
	CHECK_INT(learner_answer(l, "moves-1"), 1);
	CHECK(learner_lesson_share(l, "moves") == 0);
	CHECK_INT(learner_lesson_seen(l, "moves", 0.5, 3, NULL), 0);
	CHECK_INT(learner_lesson_seen(l, "moves", 0.25, 4, NULL), 0);
	CHECK(learner_lesson_share(l, "moves") == 0.5);
	CHECK_INT(learner_lesson_seen(l, "moves", 7.0, 5, NULL), 0);
	CHECK(learner_lesson_share(l, "moves") == 1.0);
	CHECK_INT(learner_lesson_seen(l, "nan", 0.0 / 0.0, 5, NULL), 0);
	CHECK(learner_lesson_share(l, "nan") == 0);
	learner_close(l);
}

TEST(journal_and_backups)
{
	struct learner *l = fresh("j.db");
	struct sbuf b = SBUF_INIT;
	int64_t at;

	CHECK_INT(learner_journal_get(l, "x/y", &b, &at), 0);
	CHECK_INT(learner_journal_put(l, "x/y", "a\0b", 3, 7, NULL), 0);
	CHECK_INT(learner_journal_put(l, "x/y", "a\0c", 3, 8, NULL), 0);
	CHECK_INT(learner_journal_get(l, "x/y", &b, &at), 1);
	CHECK(b.len == 3 && !memcmp(b.buf, "a\0c", 3) && at == 8);
	CHECK_INT(learner_journal_put(l, "x/y", "", 0, 9, NULL), 0);
	sbuf_reset(&b);
	CHECK_INT(learner_journal_get(l, "x/y", &b, &at), 1); /* an emptied text is a text */
	CHECK_INT(b.len, 0);
	CHECK_INT(learner_journal_drop(l, "x/y", NULL), 0);
	CHECK_INT(learner_journal_get(l, "x/y", &b, &at), 0);
	CHECK_INT(learner_backup_pop(l, "x/y", &b, NULL), 0);
	for (int i = 0; i < 25; i++) {
		char c = (char)('a' + i);

		CHECK_INT(learner_backup_push(l, "x/y", &c, 1, i, NULL), 0);
	}
	CHECK_INT(count(l, "backup"), 20);
	CHECK_INT(learner_backup_pop(l, "x/y", &b, NULL), 1);
	CHECK_INT(learner_backup_pop(l, "x/y", &b, NULL), 1);
	CHECK_STR(b.buf, "yx");
	CHECK_INT(count(l, "backup"), 18);
	sbuf_release(&b);
	learner_close(l);
}

TEST(state_and_erase)
{
	struct learner *l = fresh("s.db");
	struct sbuf file = SBUF_INIT;
	struct attempt a = attempt("x/y", "passed", "E0308", 1);
	char *v;

	CHECK(!learner_get(l, "screen"));
	CHECK_INT(learner_set(l, "screen", "home", NULL), 0);
	CHECK_INT(learner_set(l, "screen", "lesson moves", NULL), 0);
	v = learner_get(l, "screen");
	CHECK_STR(v, "lesson moves");
	free(v);
	a.source = "let zanzibar = 1;";
	CHECK_INT(learner_add_attempt(l, &a, NULL), 0);
	CHECK_INT(learner_journal_put(l, "x/y", "zanzibar", 8, 7, NULL), 0);
	CHECK_INT(learner_backup_push(l, "x/y", "zanzibar", 8, 7, NULL), 0);
	CHECK_INT(learner_add_answer(l, "q", "zanzibar", true, 7, NULL), 0);
	CHECK_INT(learner_erase_all(l, NULL), 0);
	CHECK_INT(count(l, "attempt") + count(l, "source") + count(l, "item") + count(l, "code") + count(l, "answer") +
		  count(l, "lesson") + count(l, "state") + count(l, "journal") + count(l, "backup"), 0);
	CHECK_INT(file_read(db_path(learner_db(l)), 1 << 20, &file, NULL), 0);
	CHECK(!memmem(file.buf, file.len, "zanzibar", 8));
	CHECK_INT(add(l, "x/y", "passed", "", 2), 0); /* and it goes on working */
	sbuf_release(&file);
	learner_close(l);
}

TEST(a_busy_attempt_is_whole_or_not_there)
{
	struct learner *one = fresh("b.db"), *two;
	struct item_state s;
	struct attempt a = attempt("x/y", "passed", "E0308", 1);
	struct sbuf err = SBUF_INIT;

	two = learner_open(db_path(learner_db(one)), NULL);
	CHECK_INT(db_begin(learner_db(one), NULL), 0);
	CHECK_INT(learner_add_attempt(two, &a, &err), DB_BUSY);
	CHECK(err.len > 0);
	db_rollback(learner_db(one));
	CHECK_INT(learner_item(two, "x/y", &s, NULL), 0);
	CHECK(!s.seen && !learner_code_count(two, "E0308", NULL));
	CHECK_INT(learner_add_attempt(two, &a, NULL), 0);
	CHECK_INT(learner_item(one, "x/y", &s, NULL), 0);
	CHECK_INT(s.attempts, 1);
	sbuf_release(&err);
	learner_close(two);
	learner_close(one);
}

/* Older databases are made by the first steps alone, filled by hand, and must keep what they hold. */
TEST(migrates_old_databases)
{
	size_t n;
	const struct db_migration *m = learner_migrations(&n);

	for (size_t old = 1; old < n; old++) {
		char *path = scratch("old.db");
		struct db *db;
		sqlite3 *c;
		struct learner *l;
		struct item_state s;

		unlink(path);
		db = db_open(path, m, old, NULL, 0, NULL);
		CHECK(db != NULL);
		db_close(db);
		sqlite3_open(path, &c);
		CHECK_INT(sqlite3_exec(c, "INSERT INTO item VALUES('x/y', 1, 3, 2, 10, 20, 30)", NULL, NULL, NULL), 0);
		sqlite3_close(c);
		l = learner_open(path, NULL);
		CHECK(l != NULL);
		CHECK_INT(learner_item(l, "x/y", &s, NULL), 0);
		CHECK(s.passed && s.attempts == 3 && s.last_at == 30);
		CHECK_INT(learner_backup_push(l, "x/y", "t", 1, 1, NULL), 0);
		CHECK_INT(learner_journal_put(l, "x/y", "t", 1, 1, NULL), 0);
		learner_close(l);
		free(path);
	}
	CHECK(n >= 2);
}

static void nap_us(long us)
{
	struct timespec t = { 0, us * 1000 };

	nanosleep(&t, NULL);
}

/* Writes attempts for ever; tells the number of each over the pipe once it is committed. */
static void write_for_ever(const char *path, int fd, uint32_t from)
{
	struct learner *l = learner_open(path, NULL);

	if (!l)
		_exit(1);
	for (uint32_t i = from;; i++) {
		char *source = xstrfmt("fn main() { /* %u */ }", i);
		struct attempt a = attempt("x/y", "test_failed", "E0308", (int64_t)i);

		a.source = source;
		if (learner_add_attempt(l, &a, NULL) < 0 || learner_journal_put(l, "x/y", source, strlen(source), i, NULL))
			_exit(1);
		if (write(fd, &i, sizeof(i)) != sizeof(i))
			_exit(1);
		free(source);
	}
}

TEST(kill_9_never_loses_a_committed_attempt)
{
	if (forks_are_watched())
		return;

	char *path = scratch("kill.db");
	uint32_t done = 0, n;

	unlink(path);
	for (int round = 0; round < 40; round++) {
		struct learner *l;
		struct item_state s;
		int fds[2], status;
		pid_t pid;

		CHECK_INT(pipe(fds), 0);
		pid = fork();
		if (!pid)
			write_for_ever(path, fds[1], done + 1);
		close(fds[1]);
		CHECK_INT(read(fds[0], &done, sizeof(done)), sizeof(done)); /* it is at work */
		nap_us((round * 7919) % 6000);
		kill(pid, SIGKILL);
		waitpid(pid, &status, 0);
		CHECK(WIFSIGNALED(status));
		while (read(fds[0], &n, sizeof(n)) == sizeof(n))
			done = n;
		close(fds[0]);
		l = learner_open(path, NULL);
		CHECK(l && !learner_item(l, "x/y", &s, NULL));
		/* One more may have been committed than was told. Nothing in between is missing. */
		CHECK((uint32_t)s.attempts == done || (uint32_t)s.attempts == done + 1);
		CHECK_INT(count(l, "attempt"), s.attempts);
		CHECK_INT(count(l, "source"), s.attempts);
		CHECK_INT(learner_code_count(l, "E0308", NULL), s.attempts);
		done = (uint32_t)s.attempts;
		learner_close(l);
	}
	CHECK(done >= 40);
	free(path);
}

TEST(zz_clean_up)
{
	scratch_remove();
}
