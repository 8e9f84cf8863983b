/* indexer, second step: our own material, and folders and passages that were added. */
#include "base/file.h"
#include "base/hash.h"
#include "kb/card.h"
#include "learn/course.h"
#include "svc/index_int.h"

#define FILE_MAX (4u << 20)
#define ADDED_MAX 200000

static void add_lines(struct sbuf *out, const struct strv *v)
{
	for (size_t i = 0; i < v->n; i++)
		sbuf_addf(out, "%s%s", out->len ? "\n" : "", v->v[i]);
}

static void set_lines(char **field, const struct strv *v)
{
	struct sbuf s = SBUF_INIT;

	add_lines(&s, v);
	chunk_set(field, s.buf);
	sbuf_release(&s);
}

/* Markdown to prose and code apart. */
static void split_markdown(const char *text, struct sbuf *prose, struct sbuf *code)
{
	struct doc d = DOC_INIT;

	if (!text || md_parse(text, strlen(text), 1, &d, NULL) < 0)
		return;
	for (size_t i = 0; i < d.n; i++) {
		struct sbuf *to = d.blocks[i].kind == BLOCK_CODE ? code : prose;

		if (to->len)
			sbuf_addch(to, '\n');
		block_plain(&d.blocks[i], to);
	}
	doc_release(&d);
}

static void add_card(struct index_job *j, const struct card *c)
{
	const char *const parts[] = { c->what, c->rule, c->story, c->body, c->fixes };
	struct chunk *k = chunks_add(&j->chunks);
	struct sbuf s = SBUF_INIT, prose = SBUF_INIT, code = SBUF_INIT;

	k->kind = CHUNK_CARD;
	sbuf_addf(&s, "card:%s", c->slug);
	chunk_set(&k->page, s.buf);
	sbuf_reset(&s);
	sbuf_addf(&s, "Cards > %s", c->title);
	chunk_set(&k->crumb, s.buf);
	for (size_t i = 0; i < ARRAY_SIZE(parts); i++)
		split_markdown(parts[i], &prose, &code);
	chunk_set(&k->prose, prose.buf);
	chunk_set(&k->code, code.buf);
	set_lines(&k->asked, &c->asked);
	sbuf_reset(&s);
	add_lines(&s, &c->see);
	if (c->code && c->code[0] == 'E') {
		chunk_set(&k->names, c->code);
		if (!strstr(s.buf, c->code)) /* a card about a code stands for that code's page too */
			sbuf_addf(&s, "%serror_codes/%s.html", s.len ? "\n" : "", c->code);
	}
	chunk_set(&k->see, s.buf);
	sbuf_reset(&s);
	add_lines(&s, &c->messages);
	chunk_set(&k->links, s.buf); /* patterns of messages: index_write reads them */
	sbuf_release(&s);
	sbuf_release(&prose);
	sbuf_release(&code);
}

static void card_file(struct index_job *j, const char *kind, const char *name, const char *path)
{
	struct sbuf text = SBUF_INIT, err = SBUF_INIT;
	char *slug = xstrfmt("%s/%.*s", kind, (int)(strlen(name) - 3), name), *page = xstrfmt("card:%s", slug);
	char hash[HASH_SHA256_HEX];
	struct card c;

	if (file_read_text(path, FILE_MAX, "the card", &text, &err) < 0 || card_parse(slug, text.buf, text.len, &c, &err) < 0) {
		index_problem(j, "%s: %s", path, err.buf);
	} else {
		index_hash(text.buf, text.len, hash);
		add_card(j, &c);
		index_add_page(j, page, hash, c.title);
		card_release(&c);
	}
	sbuf_release(&text);
	sbuf_release(&err);
	free(slug);
	free(page);
}

static void cards(struct index_job *j)
{
	static const char *const kinds[] = { "errors", "questions", "tasks", "concepts" };

	for (size_t k = 0; k < ARRAY_SIZE(kinds); k++) {
		struct strv names = STRV_INIT;
		char *dir = xstrfmt("%s/kb/cards/%s", j->content, kinds[k]);

		if (file_is_dir(dir) && file_list(dir, &names, NULL) == 0)
			for (size_t i = 0; i < names.n; i++)
				if (ends_with(names.v[i], ".md")) {
					char *path = path_join(dir, names.v[i]);

					card_file(j, kinds[k], names.v[i], path);
					free(path);
				}
		strv_release(&names);
		free(dir);
	}
}

static void add_lesson(struct index_job *j, const struct lesson *l)
{
	char *page = xstrfmt("lesson:%s", l->id);
	struct chunk_page p = { .kind = CHUNK_LESSON, .book = "Lessons", .page = page, .title = l->title };
	char hash[HASH_SHA256_HEX];
	size_t first = j->chunks.n;

	chunk_cut(&l->doc, &p, &j->chunks);
	for (size_t i = first; i < j->chunks.n; i++)
		set_lines(&j->chunks.v[i].see, &l->sources);
	index_hash(l->text, strlen(l->text), hash);
	index_add_page(j, page, hash, l->title);
	free(page);
}

static void add_exercise(struct index_job *j, const struct exercise *e)
{
	char *page = xstrfmt("exercise:%s", e->id), *crumb = xstrfmt("Exercises > %s > %s", e->topic, e->title);
	struct sbuf prose = SBUF_INIT, code = SBUF_INIT;
	struct chunk *k = chunks_add(&j->chunks);
	char hash[HASH_SHA256_HEX];

	k->kind = CHUNK_EXERCISE;
	split_markdown(e->statement, &prose, &code);
	chunk_set(&k->page, page);
	chunk_set(&k->crumb, crumb);
	chunk_set(&k->prose, prose.buf);
	chunk_set(&k->code, code.buf);
	index_hash(prose.buf, prose.len, hash);
	index_add_page(j, page, hash, e->title);
	sbuf_release(&prose);
	sbuf_release(&code);
	free(page);
	free(crumb);
}

static void lessons_and_exercises(struct index_job *j)
{
	struct sbuf err = SBUF_INIT;
	struct course *c = course_open(j->content, &err);

	for (size_t i = 0; c && i < course_lessons(c); i++) {
		const struct lesson *l = course_lesson(c, course_lesson_at(c, i)->id, NULL);

		if (l)
			add_lesson(j, l);
		index_progress(j, "Lessons", false);
	}
	for (size_t i = 0; c && i < course_exercises(c); i++) {
		struct exercise e = { 0 };
		const struct exercise *head = course_exercise_at(c, i);

		if (exercise_load(head->dir, head->id, &e, NULL) == 0)
			add_exercise(j, &e);
		exercise_release(&e);
		index_progress(j, "Exercises", false);
	}
	if (!c)
		index_problem(j, "%s", err.buf);
	course_free(c);
	sbuf_release(&err);
}

/* symbols.tsv and messages.tsv have the same form as the asked-as lines. */
static void asked_files(struct index_job *j)
{
	struct strv names = STRV_INIT;
	char *dir = xstrfmt("%s/kb/asked", j->content);

	if (file_is_dir(dir))
		file_list(dir, &names, NULL);
	for (size_t i = 0; i < names.n; i++) {
		struct sbuf text = SBUF_INIT, err = SBUF_INIT;
		char *path = path_join(dir, names.v[i]);
		struct asked *to = streq(names.v[i], "symbols.tsv") ? &j->symbols : streq(names.v[i], "messages.tsv") ? &j->messages : &j->asked;

		if (ends_with(names.v[i], ".tsv") && (file_read(path, FILE_MAX, &text, &err) < 0 ||
						      asked_parse(to, text.buf, text.len, &err) < 0))
			index_problem(j, "%s: %s", path, err.buf);
		sbuf_release(&text);
		sbuf_release(&err);
		free(path);
	}
	strv_release(&names);
	free(dir);
}

static void harvested(struct index_job *j)
{
	struct sbuf text = SBUF_INIT, err = SBUF_INIT;

	if (j->messages_path && file_exists(j->messages_path) &&
	    (file_read(j->messages_path, FILE_MAX, &text, &err) < 0 || asked_parse(&j->messages, text.buf, text.len, &err) < 0))
		index_problem(j, "%s: %s", j->messages_path, err.buf);
	sbuf_release(&text);
	sbuf_release(&err);
}

void index_course(struct index_job *j)
{
	if (!j->content)
		return;
	index_progress(j, "Cards", true);
	asked_files(j);
	harvested(j);
	cards(j);
	lessons_and_exercises(j);
}

/* Added material. */

static void add_folder(struct index_job *j, const char *name, const char *dir)
{
	struct strv files = STRV_INIT;
	struct sbuf err = SBUF_INIT;

	if (file_walk(dir, ADDED_MAX, &files, &err) < 0)
		index_problem(j, "%s: %s", name, err.buf);
	for (size_t i = 0; i < files.n; i++) {
		bool html = ends_with(files.v[i], ".html") || ends_with(files.v[i], ".htm");
		char *page = xstrfmt("%s:%s", name, files.v[i]), *file = path_join(dir, files.v[i]);
		struct chunk_page p = { .kind = CHUNK_ADDED, .book = name, .page = page };

		if (html || ends_with(files.v[i], ".md") || ends_with(files.v[i], ".markdown"))
			index_file(j, &p, file, html);
		index_progress(j, name, false);
		free(page);
		free(file);
	}
	strv_release(&files);
	sbuf_release(&err);
}

static void each_json_line(struct index_job *j, const char *path, void (*each)(struct index_job *j, const struct json *o))
{
	struct sbuf text = SBUF_INIT, err = SBUF_INIT;
	struct strv lines = STRV_INIT;

	if (path && file_exists(path) && file_read(path, 256u << 20, &text, &err) < 0)
		index_problem(j, "%s", err.buf);
	strv_split(&lines, text.buf, '\n');
	for (size_t i = 0; i < lines.n; i++) {
		struct json *o = *lines.v[i] ? json_parse(lines.v[i], strlen(lines.v[i]), NULL) : NULL;

		if (json_is_object(o))
			each(j, o);
		json_free(o);
	}
	strv_release(&lines);
	sbuf_release(&text);
	sbuf_release(&err);
}

static void one_source(struct index_job *j, const struct json *o)
{
	const char *name = json_get_str(o, "name", NULL), *dir = json_get_str(o, "dir", NULL);

	if (!name || !dir)
		return;
	if (file_is_dir(dir))
		add_folder(j, name, dir);
	else
		index_problem(j, "The folder %s of %s is not there any more.", dir, name);
}

static void one_import(struct index_job *j, const struct json *o)
{
	struct chunk *k = chunks_add(&j->chunks);
	char hash[HASH_SHA256_HEX];

	k->kind = CHUNK_ADDED;
	chunk_set(&k->page, json_get_str(o, "page", ""));
	chunk_set(&k->anchor, json_get_str(o, "anchor", ""));
	chunk_set(&k->crumb, json_get_str(o, "title", ""));
	chunk_set(&k->prose, json_get_str(o, "text", ""));
	chunk_set(&k->code, json_get_str(o, "code", ""));
	chunk_set(&k->see, json_get_str(o, "see", ""));
	chunk_set(&k->asked, json_get_str(o, "asked", ""));
	index_hash(k->prose, strlen(k->prose), hash);
	index_add_page(j, k->page, hash, k->crumb);
}

void index_added(struct index_job *j)
{
	each_json_line(j, j->sources_path, one_source);
	each_json_line(j, j->imports_path, one_import);
}
