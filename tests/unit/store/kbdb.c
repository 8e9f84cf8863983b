/* kb.db: built whole, renamed, read; broken and foreign files are refused; the old one survives a failed build. */
#include "base/file.h"
#include "store/kbdb.h"
#include "test.h"

static char *dir;

static struct kbdb *make(const char *path, const char *prose)
{
	struct sbuf err = SBUF_INIT;
	struct kbdb *db = kbdb_create(path, &err);
	struct kbdb_chunk c = { 0, "book/x.html", "a", "Book > X", prose, "", "", "", "X", "" };
	uint32_t ids[] = { 0 }, w[] = { 2500 };

	CHECK(db != NULL);
	CHECK_INT(kbdb_put_chunk(db, 0, 0, &c, &err), 0);
	CHECK_INT(kbdb_put_page(db, "book/x.html", "hash", "X", &err), 0);
	CHECK_INT(kbdb_put_post(db, 1, "term", ids, w, 1, &err), 0);
	CHECK_INT(kbdb_put_name(db, "X", 0, &err), 0);
	CHECK_INT(kbdb_put_text(db, 77, 0, 0, &err), 0);
	CHECK_INT(kbdb_put_meta(db, "kinds", "\0", 1, &err), 0);
	sbuf_release(&err);
	return db;
}

static void count_text(void *ctx, int64_t key, uint32_t chunk, int nth)
{
	CHECK_INT(key, 77);
	CHECK_INT(chunk + (uint32_t)nth, 0);
	++*(int *)ctx;
}

static void count_chunk(void *ctx, const struct kbdb_chunk *c)
{
	CHECK_STR(c->page, "book/x.html");
	++*(int *)ctx;
}

TEST(what_was_written_is_read)
{
	char *tmp, *path;
	struct sbuf err = SBUF_INIT;
	struct kbdb *db;
	struct kbdb_chunk c;
	float scores[1] = { 0 };
	uint32_t ids[2];
	int n = 0;

	dir = file_make_temp_dir("kbdb", &err);
	tmp = path_join(dir, "new");
	path = path_join(dir, "kb?#%.db"); /* signs that mean something in a URI */
	db = make(tmp, "words");
	CHECK_INT(kbdb_publish(db, path, &err), 0);
	CHECK(!file_exists(tmp));
	db = kbdb_open(path, &err);
	CHECK(db != NULL);
	CHECK_INT(kbdb_get(db, 0, &c), 1);
	CHECK_STR(c.prose, "words");
	CHECK_INT(kbdb_get(db, 1, &c), 0);
	CHECK(kbdb_add_term(db, "term", .001f, scores, 1) > 2.4f && scores[0] > 2.4f);
	CHECK(!(kbdb_add_term(db, "none", 1, scores, 1) > 0));
	CHECK_INT(kbdb_find_name(db, "X", ids, 2), 1);
	kbdb_each_text(db, count_text, &n);
	CHECK_INT(n, 1);
	CHECK(kbdb_page_chunks(db, "book/x.html", "hash", count_chunk, &n));
	CHECK(!kbdb_page_chunks(db, "book/x.html", "other", count_chunk, &n));
	CHECK_INT(n, 2);
	kbdb_close(db);
	free(tmp);
	free(path);
	file_remove_tree(dir, NULL);
	free(dir);
	sbuf_release(&err);
}

TEST(a_build_that_is_given_up_leaves_the_old_one)
{
	struct sbuf err = SBUF_INIT;
	char *tmp, *path;
	struct kbdb *db, *reader;
	struct kbdb_chunk c;

	dir = file_make_temp_dir("kbdb", &err);
	tmp = path_join(dir, "new");
	path = path_join(dir, "kb.db");
	CHECK_INT(kbdb_publish(make(tmp, "old"), path, &err), 0);
	reader = kbdb_open(path, &err);
	kbdb_close(make(tmp, "half")); /* thrown away */
	CHECK(!file_exists(tmp));
	CHECK_INT(kbdb_publish(make(tmp, "new"), path, &err), 0);
	CHECK_INT(kbdb_get(reader, 0, &c), 1); /* whoever had the old one open keeps it */
	CHECK_STR(c.prose, "old");
	db = kbdb_open(path, &err);
	CHECK_INT(kbdb_get(db, 0, &c), 1);
	CHECK_STR(c.prose, "new");
	kbdb_close(db);
	kbdb_close(reader);
	CHECK(!kbdb_create("/nonexistent/kb.db", &err));
	free(tmp);
	free(path);
	file_remove_tree(dir, NULL);
	free(dir);
	sbuf_release(&err);
}

TEST(broken_files_are_refused_with_a_sentence)
{
	struct sbuf err = SBUF_INIT;
	char *path;

	dir = file_make_temp_dir("kbdb", &err);
	path = path_join(dir, "kb.db");
	CHECK(!kbdb_open(path, &err));
	CHECK(strstr(err.buf, "tutor kb build") != NULL);
	sbuf_reset(&err);
	CHECK_INT(file_write(path, "this is no database, only a text of some length", 47, &err), 0);
	CHECK(!kbdb_open(path, &err));
	CHECK(strstr(err.buf, "tutor kb build") != NULL);
	sbuf_reset(&err);
	CHECK_INT(file_write(path, "", 0, &err), 0);
	CHECK(!kbdb_open(path, &err));
	CHECK(err.len > 0);
	free(path);
	file_remove_tree(dir, NULL);
	free(dir);
	sbuf_release(&err);
}
