#include "store/kbdb.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include "base/file.h"
#include "base/map.h"

enum {
	PUT_CHUNK, PUT_PAGE, PUT_TERM, PUT_POST, PUT_NAME, PUT_TEXT, PUT_META,
	GET_CHUNK, GET_POST, GET_NAME, GET_META, EACH_TEXT, PAGE_HASH, PAGE_CHUNKS, PAGE_TITLE,
	STATEMENTS
};

static const char *const sql[STATEMENTS] = {
	[PUT_CHUNK] = ("INSERT INTO chunk(id,page_no,kind,page,anchor,crumb,prose,code,links,see,names,asked)"
		       " VALUES(?,?,?,?,?,?,?,?,?,?,?,?)"),
	[PUT_PAGE] = "INSERT OR REPLACE INTO page(path,hash,title) VALUES(?,?,?)",
	[PUT_TERM] = "INSERT INTO term(id,text) VALUES(?,?)",
	[PUT_POST] = "INSERT INTO post(term,chunk,w) VALUES(?,?,?)",
	[PUT_NAME] = "INSERT OR IGNORE INTO name(name,chunk) VALUES(?,?)",
	[PUT_TEXT] = "INSERT INTO embedded(chunk,nth,key) VALUES(?,?,?)",
	[PUT_META] = "INSERT OR REPLACE INTO meta(key,value) VALUES(?,?)",
	[GET_CHUNK] = "SELECT kind,page,anchor,crumb,prose,code,links,see,names,asked FROM chunk WHERE id=?",
	[GET_POST] = "SELECT chunk,w FROM post WHERE term=(SELECT id FROM term WHERE text=?)",
	[GET_NAME] = "SELECT chunk FROM name WHERE name=? ORDER BY chunk LIMIT ?",
	[GET_META] = "SELECT value FROM meta WHERE key=?",
	[EACH_TEXT] = "SELECT key,chunk,nth FROM embedded ORDER BY chunk,nth",
	[PAGE_HASH] = "SELECT 1 FROM page WHERE path=? AND hash=?",
	[PAGE_TITLE] = "SELECT title FROM page WHERE path=?",
	[PAGE_CHUNKS] = "SELECT kind,page,anchor,crumb,prose,code,links,see,names,asked FROM chunk WHERE page=? ORDER BY id",
};

static const char schema[] =
	"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=4096; PRAGMA application_id=1953854322;"
	"BEGIN;"
	"CREATE TABLE meta(key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;"
	"CREATE TABLE page(path TEXT PRIMARY KEY, hash TEXT, title TEXT) WITHOUT ROWID;"
	"CREATE TABLE chunk(id INTEGER PRIMARY KEY, page_no INTEGER, kind INTEGER, page TEXT, anchor TEXT, crumb TEXT, prose TEXT,"
	" code TEXT, links TEXT, see TEXT, names TEXT, asked TEXT);"
	"CREATE TABLE term(id INTEGER PRIMARY KEY, text TEXT UNIQUE);"
	"CREATE TABLE post(term INTEGER, chunk INTEGER, w INTEGER, PRIMARY KEY(term,chunk)) WITHOUT ROWID;"
	"CREATE TABLE name(name TEXT, chunk INTEGER, PRIMARY KEY(name,chunk)) WITHOUT ROWID;"
	"CREATE TABLE embedded(chunk INTEGER, nth INTEGER, key INTEGER, PRIMARY KEY(chunk,nth)) WITHOUT ROWID;";

/* The postings of a word that was asked for: common words come again with every other question. */
struct list {
	size_t n;
	struct posting {
		uint32_t chunk, w;
	} v[];
};
#define LIST_KEPT 64           /* postings: a shorter one is read faster than it is worth */
#define LISTS_MAX (256u << 10) /* postings of all lists kept: 2 MB */

struct kbdb {
	sqlite3 *conn;
	char *path;
	bool writing;
	sqlite3_stmt *stmts[STATEMENTS];
	struct map lists; /* term -> struct list */
	size_t listed;    /* postings in them */
};

static void forget_lists(struct kbdb *db)
{
	size_t pos = 0;
	const char *key;
	void *list;

	while (map_next(&db->lists, &pos, &key, &list))
		free(list);
	map_release(&db->lists);
	db->listed = 0;
}

static int fail(const struct kbdb *db, struct sbuf *err)
{
	int rc = sqlite3_errcode(db->conn) & 0xff;

	if (rc == SQLITE_FULL)
		return error(err, "The disk is full: %s could not be written. The knowledge base from before is still in use.", db->path);
	if (rc == SQLITE_NOTADB || rc == SQLITE_CORRUPT)
		return error(err, "The knowledge base %s is damaged; `tutor kb build` makes it again.", db->path);
	return error(err, "The knowledge base %s cannot be used: %s.", db->path, sqlite3_errmsg(db->conn));
}

static void close_all(struct kbdb *db)
{
	for (int i = 0; i < STATEMENTS; i++)
		sqlite3_finalize(db->stmts[i]);
	sqlite3_close(db->conn);
	forget_lists(db);
	free(db->path);
	free(db);
}

void kbdb_close(struct kbdb *db)
{
	if (!db)
		return;
	if (db->writing)
		unlink(db->path);
	close_all(db);
}

static sqlite3_stmt *get(struct kbdb *db, int i)
{
	if (!db->stmts[i] && sqlite3_prepare_v3(db->conn, sql[i], -1, SQLITE_PREPARE_PERSISTENT, &db->stmts[i], NULL) != SQLITE_OK)
		return NULL;
	sqlite3_reset(db->stmts[i]);
	return db->stmts[i];
}

static void bind_text(sqlite3_stmt *s, int i, const char *t)
{
	sqlite3_bind_text(s, i, t ? t : "", -1, SQLITE_STATIC);
}

static int run(struct kbdb *db, sqlite3_stmt *s, struct sbuf *err)
{
	int rc = sqlite3_step(s);

	sqlite3_reset(s);
	return rc == SQLITE_DONE ? 0 : fail(db, err);
}

struct kbdb *kbdb_create(const char *path, struct sbuf *err)
{
	struct kbdb *db = xcalloc(1, sizeof(*db));

	db->path = xstrdup(path);
	unlink(path);
	if (sqlite3_open_v2(path, &db->conn, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK ||
	    sqlite3_exec(db->conn, schema, NULL, NULL, NULL) != SQLITE_OK) {
		fail(db, err);
		db->writing = true;
		kbdb_close(db);
		return NULL;
	}
	db->writing = true;
	return db;
}

int kbdb_put_chunk(struct kbdb *db, int64_t id, uint32_t page, const struct kbdb_chunk *c, struct sbuf *err)
{
	const char *const text[] = { c->page, c->anchor, c->crumb, c->prose, c->code, c->links, c->see, c->names, c->asked };
	sqlite3_stmt *s = get(db, PUT_CHUNK);

	if (!s)
		return fail(db, err);
	sqlite3_bind_int64(s, 1, id);
	sqlite3_bind_int64(s, 2, page);
	sqlite3_bind_int(s, 3, c->kind);
	for (size_t i = 0; i < ARRAY_SIZE(text); i++)
		bind_text(s, 4 + (int)i, text[i]);
	return run(db, s, err);
}

int kbdb_put_page(struct kbdb *db, const char *path, const char *hash, const char *title, struct sbuf *err)
{
	sqlite3_stmt *s = get(db, PUT_PAGE);

	if (!s)
		return fail(db, err);
	bind_text(s, 1, path);
	bind_text(s, 2, hash);
	bind_text(s, 3, title);
	return run(db, s, err);
}

int kbdb_put_post(struct kbdb *db, int64_t term, const char *text, const uint32_t *chunks, const uint32_t *w, size_t n,
		  struct sbuf *err)
{
	sqlite3_stmt *s = get(db, PUT_TERM);

	if (!s)
		return fail(db, err);
	sqlite3_bind_int64(s, 1, term);
	bind_text(s, 2, text);
	if (run(db, s, err) < 0)
		return -1;
	s = get(db, PUT_POST);
	for (size_t i = 0; s && i < n; i++) {
		sqlite3_bind_int64(s, 1, term);
		sqlite3_bind_int64(s, 2, chunks[i]);
		sqlite3_bind_int64(s, 3, w[i]);
		if (run(db, s, err) < 0)
			return -1;
	}
	return s ? 0 : fail(db, err);
}

int kbdb_put_name(struct kbdb *db, const char *name, int64_t chunk, struct sbuf *err)
{
	sqlite3_stmt *s = get(db, PUT_NAME);

	if (!s)
		return fail(db, err);
	bind_text(s, 1, name);
	sqlite3_bind_int64(s, 2, chunk);
	return run(db, s, err);
}

int kbdb_put_text(struct kbdb *db, int64_t key, int64_t chunk, int nth, struct sbuf *err)
{
	sqlite3_stmt *s = get(db, PUT_TEXT);

	if (!s)
		return fail(db, err);
	sqlite3_bind_int64(s, 1, chunk);
	sqlite3_bind_int(s, 2, nth);
	sqlite3_bind_int64(s, 3, key);
	return run(db, s, err);
}

int kbdb_put_meta(struct kbdb *db, const char *key, const void *value, size_t len, struct sbuf *err)
{
	sqlite3_stmt *s = get(db, PUT_META);

	if (!s)
		return fail(db, err);
	bind_text(s, 1, key);
	sqlite3_bind_blob64(s, 2, value, len, SQLITE_STATIC);
	return run(db, s, err);
}

static int sync_file(const char *path, struct sbuf *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC), rc = -1, e;

	if (fd >= 0)
		rc = fsync(fd);
	e = errno;
	if (fd >= 0)
		close(fd);
	return rc == 0 ? 0 : error(err, "%s cannot be written to the disk: %s.", path, strerror(e));
}

int kbdb_publish(struct kbdb *db, const char *final, struct sbuf *err)
{
	char *path = xstrdup(db->path);
	struct sbuf version = SBUF_INIT;
	int rc = 0;

	sbuf_addf(&version, "PRAGMA user_version=%d; COMMIT;", KBDB_FORMAT);
	if (sqlite3_exec(db->conn, version.buf, NULL, NULL, NULL) != SQLITE_OK)
		rc = fail(db, err);
	close_all(db);
	if (rc == 0)
		rc = sync_file(path, err);
	if (rc == 0 && rename(path, final) < 0)
		rc = error(err, "%s cannot be put in its place: %s.", final, strerror(errno));
	if (rc < 0)
		unlink(path);
	sbuf_release(&version);
	free(path);
	return rc;
}

/* Reading. */

/* A path as a URI: the characters that mean something there are written as %XX. */
static void add_uri(struct sbuf *out, const char *path)
{
	sbuf_addstr(out, "file:");
	for (const char *p = path; *p; p++) {
		if (strchr("?#%", *p))
			sbuf_addf(out, "%%%02X", (unsigned)*p);
		else
			sbuf_addch(out, *p);
	}
	sbuf_addstr(out, "?immutable=1");
}

static int one_int(struct kbdb *db, const char *text)
{
	sqlite3_stmt *s;
	int n = -1;

	if (sqlite3_prepare_v2(db->conn, text, -1, &s, NULL) != SQLITE_OK)
		return -1;
	if (sqlite3_step(s) == SQLITE_ROW)
		n = sqlite3_column_int(s, 0);
	sqlite3_finalize(s);
	return n;
}

static int check_format(struct kbdb *db, struct sbuf *err)
{
	int version = one_int(db, "PRAGMA user_version");

	if (version < 0)
		return fail(db, err);
	if (version != KBDB_FORMAT || one_int(db, "SELECT COUNT(*) FROM meta") <= 0)
		return error(err, "The knowledge base %s was made by another version of tutor; `tutor kb build` makes it again.", db->path);
	return 0;
}

struct kbdb *kbdb_open(const char *path, struct sbuf *err)
{
	struct kbdb *db;
	struct sbuf uri = SBUF_INIT;
	int rc;

	if (!file_exists(path)) {
		error(err, "There is no knowledge base yet; `tutor kb build` makes it.");
		return NULL;
	}
	db = xcalloc(1, sizeof(*db));
	db->path = xstrdup(path);
	add_uri(&uri, path);
	rc = sqlite3_open_v2(uri.buf, &db->conn, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
	sbuf_release(&uri);
	if (rc != SQLITE_OK ? fail(db, err) < 0 : check_format(db, err) < 0) {
		kbdb_close(db);
		return NULL;
	}
	sqlite3_exec(db->conn, "PRAGMA mmap_size=268435456", NULL, NULL, NULL);
	return db;
}

static const char *text_at(sqlite3_stmt *s, int i)
{
	const char *t = (const char *)sqlite3_column_text(s, i);

	return t ? t : "";
}

static void read_chunk(sqlite3_stmt *s, struct kbdb_chunk *c)
{
	c->kind = sqlite3_column_int(s, 0);
	c->page = text_at(s, 1);
	c->anchor = text_at(s, 2);
	c->crumb = text_at(s, 3);
	c->prose = text_at(s, 4);
	c->code = text_at(s, 5);
	c->links = text_at(s, 6);
	c->see = text_at(s, 7);
	c->names = text_at(s, 8);
	c->asked = text_at(s, 9);
}

int kbdb_get(struct kbdb *db, int64_t id, struct kbdb_chunk *c)
{
	sqlite3_stmt *s = get(db, GET_CHUNK);

	if (!s)
		return 0;
	sqlite3_bind_int64(s, 1, id);
	if (sqlite3_step(s) != SQLITE_ROW)
		return 0;
	read_chunk(s, c);
	return 1;
}

/* The list of a term, owned; NULL: the term is unknown. */
static struct list *read_list(struct kbdb *db, const char *term)
{
	sqlite3_stmt *s = get(db, GET_POST);
	struct list *l = NULL;
	size_t n = 0, room = 0;

	if (!s)
		return NULL;
	bind_text(s, 1, term);
	while (sqlite3_step(s) == SQLITE_ROW) {
		if (n == room) {
			room = room ? room * 2 : 16;
			l = xrealloc(l, sizeof(*l) + room * sizeof(l->v[0]));
		}
		l->v[n++] = (struct posting){ (uint32_t)sqlite3_column_int64(s, 0), (uint32_t)sqlite3_column_int64(s, 1) };
	}
	sqlite3_reset(s);
	if (l)
		l->n = n;
	return l;
}

static float add_list(const struct list *l, float weight, float *scores, size_t n)
{
	uint32_t best = 0;

	for (size_t i = 0; i < l->n; i++) {
		if (l->v[i].chunk < n)
			scores[l->v[i].chunk] += weight * (float)l->v[i].w;
		best = MAX(best, l->v[i].w);
	}
	return weight * (float)best;
}

float kbdb_add_term(struct kbdb *db, const char *term, float weight, float *scores, size_t n)
{
	struct list *l = map_get(&db->lists, term);
	bool known = l != NULL;
	float best;

	if (!known)
		l = read_list(db, term);
	if (!l)
		return 0;
	best = add_list(l, weight, scores, n);
	if (!known && (l->n < LIST_KEPT || l->n > LISTS_MAX / 4)) {
		free(l);
	} else if (!known) {
		if (db->listed + l->n > LISTS_MAX)
			forget_lists(db);
		map_put(&db->lists, term, l);
		db->listed += l->n;
	}
	return best;
}

size_t kbdb_find_name(struct kbdb *db, const char *name, uint32_t *ids, size_t max)
{
	sqlite3_stmt *s = get(db, GET_NAME);
	size_t n = 0;

	if (!s)
		return 0;
	bind_text(s, 1, name);
	sqlite3_bind_int64(s, 2, (sqlite3_int64)max);
	while (n < max && sqlite3_step(s) == SQLITE_ROW)
		ids[n++] = (uint32_t)sqlite3_column_int64(s, 0);
	sqlite3_reset(s);
	return n;
}

const char *kbdb_meta(struct kbdb *db, const char *key, size_t *len)
{
	sqlite3_stmt *s = get(db, GET_META);
	const char *p;

	if (len)
		*len = 0;
	if (!s)
		return "";
	bind_text(s, 1, key);
	if (sqlite3_step(s) != SQLITE_ROW)
		return "";
	p = len ? sqlite3_column_blob(s, 0) : sqlite3_column_text(s, 0);
	if (len)
		*len = (size_t)sqlite3_column_bytes(s, 0);
	return p ? p : "";
}

void kbdb_each_text(struct kbdb *db, void (*each)(void *ctx, int64_t key, uint32_t chunk, int nth), void *ctx)
{
	sqlite3_stmt *s = get(db, EACH_TEXT);

	while (s && sqlite3_step(s) == SQLITE_ROW)
		each(ctx, sqlite3_column_int64(s, 0), (uint32_t)sqlite3_column_int64(s, 1), sqlite3_column_int(s, 2));
	if (s)
		sqlite3_reset(s);
}

bool kbdb_page_chunks(struct kbdb *db, const char *page, const char *hash, void (*each)(void *ctx, const struct kbdb_chunk *c),
		      void *ctx)
{
	sqlite3_stmt *s = get(db, PAGE_HASH);
	struct kbdb_chunk c;
	bool same;

	if (!s)
		return false;
	bind_text(s, 1, page);
	bind_text(s, 2, hash);
	same = sqlite3_step(s) == SQLITE_ROW;
	sqlite3_reset(s);
	s = same ? get(db, PAGE_CHUNKS) : NULL;
	if (!s)
		return false;
	bind_text(s, 1, page);
	while (sqlite3_step(s) == SQLITE_ROW) {
		read_chunk(s, &c);
		each(ctx, &c);
	}
	sqlite3_reset(s);
	return true;
}

char *kbdb_page_title(struct kbdb *db, const char *page)
{
	sqlite3_stmt *s = get(db, PAGE_TITLE);
	char *path = xmemdupz(page, strcspn(page, "#")), *title = NULL;
	const char *text;

	if (s) {
		bind_text(s, 1, path);
		text = sqlite3_step(s) == SQLITE_ROW ? (const char *)sqlite3_column_text(s, 0) : NULL;
		title = text && *text ? xstrdup(text) : NULL;
		sqlite3_reset(s);
	}
	free(path);
	return title;
}
