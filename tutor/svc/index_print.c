/*
 * indexer: the fingerprint of everything that goes into kb.db: the program that builds it, the toolchain, and of every file its
 * name, size, times and rights. Looking at 20,000 files takes a tenth of a second; reading them takes many.
 */
#include <sys/stat.h>

#include "base/file.h"
#include "base/hash.h"
#include "kb/corpus.h"
#include "svc/index_int.h"

#define FILES_MAX 200000

static void add_word(struct hash_stream *h, const char *word)
{
	hash_stream_add(h, word ? word : "", word ? strlen(word) + 1 : 1);
}

static void add_file(struct hash_stream *h, const char *path)
{
	struct stat st = { 0 };
	struct sbuf s = SBUF_INIT;

	if (stat(path, &st) == 0)
		sbuf_addf(&s, "%s %lld %lld.%ld %o", path, (long long)st.st_size, (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec,
			  (unsigned)st.st_mode);
	add_word(h, s.buf);
	sbuf_release(&s);
}

/* What is made elsewhere and does not go into kb.db. */
static bool is_left_out(const char *part, const char *rel)
{
	return streq(part, "kb") && (starts_with(rel, "vectors/") || starts_with(rel, "eval/"));
}

static void add_tree(struct hash_stream *h, const char *root, const char *part)
{
	struct strv files = STRV_INIT;
	char *dir = path_join(root, part);

	add_word(h, dir);
	if (file_is_dir(dir))
		file_walk(dir, FILES_MAX, &files, NULL);
	for (size_t i = 0; i < files.n; i++) {
		char *path = path_join(dir, files.v[i]);

		if (!is_left_out(part, files.v[i]))
			add_file(h, path);
		free(path);
	}
	strv_release(&files);
	free(dir);
}

/* The folders that were added: a JSON object a line. */
static void add_sources(struct hash_stream *h, const char *path)
{
	struct strv lines = STRV_INIT;
	struct sbuf text = SBUF_INIT;

	if (path && file_exists(path))
		file_read(path, 256u << 20, &text, NULL);
	strv_split(&lines, text.buf, '\n');
	for (size_t i = 0; i < lines.n; i++) {
		struct json *o = *lines.v[i] ? json_parse(lines.v[i], strlen(lines.v[i]), NULL) : NULL;
		const char *dir = json_get_str(o, "dir", NULL);

		add_word(h, lines.v[i]);
		if (dir)
			add_tree(h, dir, ".");
		json_free(o);
	}
	strv_release(&lines);
	sbuf_release(&text);
}

void index_fingerprint(const struct index_job *j, char *out)
{
	static const char *const parts[] = { "lessons", "exercises", "kb" };
	struct hash_stream *h = hash_stream_new();
	const struct corpus_book *b;

	add_file(h, "/proc/self/exe");
	add_word(h, j->version);
	for (size_t i = 0; j->docs && (b = corpus_book(i)); i++)
		add_tree(h, j->docs, b->dir);
	for (size_t i = 0; j->content && i < ARRAY_SIZE(parts); i++)
		add_tree(h, j->content, parts[i]);
	add_file(h, j->model_path ? j->model_path : "");
	add_file(h, j->messages_path ? j->messages_path : "");
	add_file(h, j->imports_path ? j->imports_path : "");
	add_sources(h, j->sources_path);
	hash_stream_end(h, out);
}
