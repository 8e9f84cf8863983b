#include "learn/lesson.h"

#include <ctype.h>

#include "base/file.h"
#include "base/front.h"
#include "learn/meta.h"

static const char *const keys[] = { "id",      "title", "minutes", "concepts", "requires",
				    "sources", "was",	"lang",	   NULL };

static int number_of(const char *file)
{
	const char *base = path_base(file);
	int n = 0;

	for (; isdigit((unsigned char)*base) && n < 10000; base++)
		n = n * 10 + (*base - '0');
	return *base == '-' ? n : 0;
}

static int parse_meta(const struct json *m, struct lesson *l, struct sbuf *err)
{
	meta_unknown(m, keys, &l->unknown);
	if (meta_str(m, "id", &l->id, err) < 0 || meta_str(m, "title", &l->title, err) < 0 ||
	    meta_int(m, "minutes", 0, 1, 600, &l->minutes, err) < 0 ||
	    meta_str_opt(m, "lang", &l->lang, err) < 0)
		return -1;
	if (meta_list(m, "concepts", &l->concepts, err) < 0 ||
	    meta_list(m, "requires", &l->requires, err) < 0 ||
	    meta_list(m, "sources", &l->sources, err) < 0 || meta_list(m, "was", &l->was, err) < 0)
		return -1;
	return meta_is_id(l->id, 1) ? 0
				    : error(err,
					    "The id `%.80s` is not made of lower case letters, "
					    "digits and dashes.",
					    l->id);
}

static int parse_head(const char *file, const char *text, size_t len, struct lesson *l,
		      struct front *f, struct sbuf *err)
{
	memset(l, 0, sizeof(*l));
	if (len > LESSON_MAX)
		return error(err, "The lesson is larger than %u bytes.", LESSON_MAX);
	if (front_parse_text(text, len, f, err) < 0)
		return -1;
	l->file = xstrdup(file);
	l->number = number_of(file);
	if (!parse_meta(f->meta, l, err))
		return 0;
	lesson_release(l);
	front_release(f);
	return -1;
}

int lesson_parse_head(const char *file, const char *text, size_t len, struct lesson *l,
		      struct sbuf *err)
{
	struct front f;

	if (parse_head(file, text, len, l, &f, err) < 0)
		return -1;
	front_release(&f);
	return 0;
}

static bool is_quiz(const struct block *b)
{
	return b->kind == BLOCK_CODE && b->info && streq(b->info, "quiz");
}

static int parse_quizzes(struct lesson *l, struct sbuf *err)
{
	size_t n = 0;

	for (size_t i = 0; i < l->doc.n; i++)
		n += is_quiz(&l->doc.blocks[i]);
	l->quizzes = xcalloc(n + 1, sizeof(*l->quizzes));
	for (size_t i = 0; i < l->doc.n; i++) {
		const struct block *b = &l->doc.blocks[i];
		struct quiz_item *q = &l->quizzes[l->n_quizzes];

		if (!is_quiz(b))
			continue;
		if (quiz_parse(b->text ? b->text : "", b->text ? strlen(b->text) : 0, b->line + 1,
			       q, err) < 0)
			return -1;
		q->block = i;
		if (lesson_quiz(l, q->id)) {
			error(err, "Line %d: the question `%.60s` comes twice.", q->line, q->id);
			quiz_release(q);
			return -1;
		}
		l->n_quizzes++;
	}
	return 0;
}

static int check_fences(const struct lesson *l, struct sbuf *err)
{
	for (size_t i = 0; i < l->fences.n; i++)
		if (l->fences.v[i].flags & FENCE_UNKNOWN)
			return error(err, "Line %d: the labels `%.80s` are not all known.",
				     l->fences.v[i].line, l->fences.v[i].info);
	return 0;
}

static int parse_body(struct lesson *l, size_t body_at, struct sbuf *err)
{
	l->body = l->text + body_at;
	if (md_parse(l->body, l->body_len, l->body_line, &l->doc, err) < 0)
		return -1;
	fences_find(&l->doc, &l->fences);
	return check_fences(l, err) < 0 ? -1 : parse_quizzes(l, err);
}

int lesson_parse(const char *file, const char *text, size_t len, struct lesson *l, struct sbuf *err)
{
	struct front f;
	size_t body_at;

	if (parse_head(file, text, len, l, &f, err) < 0)
		return -1;
	body_at = (size_t)(f.body - text);
	l->body_len = f.body_len;
	l->body_line = f.body_line;
	front_release(&f);
	l->text = xmemdupz(text, len);
	l->loaded = true;
	if (!parse_body(l, body_at, err))
		return 0;
	lesson_release(l);
	return -1;
}

void lesson_release(struct lesson *l)
{
	struct strv *lists[] = { &l->concepts, &l->requires, &l->sources, &l->was, &l->unknown };

	for (size_t i = 0; i < ARRAY_SIZE(lists); i++)
		strv_release(lists[i]);
	for (size_t i = 0; i < l->n_quizzes; i++)
		quiz_release(&l->quizzes[i]);
	free(l->quizzes);
	fences_release(&l->fences);
	doc_release(&l->doc);
	free(l->id);
	free(l->file);
	free(l->title);
	free(l->lang);
	free(l->text);
	memset(l, 0, sizeof(*l));
}

const struct quiz_item *lesson_quiz(const struct lesson *l, const char *id)
{
	for (size_t i = 0; i < l->n_quizzes; i++)
		if (streq(l->quizzes[i].id, id))
			return &l->quizzes[i];
	return NULL;
}

const struct fence *lesson_fence_at(const struct lesson *l, size_t block)
{
	for (size_t i = 0; i < l->fences.n; i++)
		if (l->fences.v[i].block == block)
			return &l->fences.v[i];
	return NULL;
}

const struct quiz_item *lesson_quiz_at(const struct lesson *l, size_t block)
{
	for (size_t i = 0; i < l->n_quizzes; i++)
		if (l->quizzes[i].block == block)
			return &l->quizzes[i];
	return NULL;
}

void lesson_block_program(const struct fence *f, struct sbuf *out, int *shift)
{
	fence_program(f->text, out, shift);
}
