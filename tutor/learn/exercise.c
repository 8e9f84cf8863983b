#include "learn/exercise.h"

#include "base/front.h"
#include "kb/sections.h"
#include "learn/meta.h"

static const char *const head_keys[] = {
	"id",	    "title",  "topic", "concepts", "requires", "difficulty",
	"minutes",  "kind",   "error", "mode",	   "limits",   "forbid",
	"must_use", "points", "cases", "was",	   "lang",     NULL,
};
static const char *const case_keys[] = { "name", "stdin", "stdout", NULL };
static const char *const limit_keys[] = { "wall_ms", "cpu_s", "mem_mb", NULL };

static int parse_limits(const struct json *m, struct exercise *e, struct sbuf *err)
{
	const struct json *l = json_get(m, "limits");

	if (l && !json_is_object(l))
		return error(err, "`limits` must be a map such as {wall_ms: 5000}.");
	meta_unknown(l, limit_keys, &e->unknown);
	if (meta_int(l, "wall_ms", 0, 0, 600000, &e->limits.wall_ms, err) < 0 ||
	    meta_int(l, "cpu_s", 0, 0, 600, &e->limits.cpu_s, err) < 0)
		return -1;
	return meta_int(l, "mem_mb", 0, 0, 65536, &e->limits.mem_mb, err);
}

/* White space matters in stdin and stdout: nothing is trimmed, and an empty text is one. */
static char *case_text(const struct json *c, const char *key)
{
	const char *s = json_get_str(c, key, NULL);

	return xstrdup_or_null(s);
}

static int parse_cases(const struct json *m, struct exercise *e, struct sbuf *err)
{
	const struct json *list = json_get(m, "cases");

	if (list && !json_is_array(list))
		return error(err, "`cases` must be a list.");
	e->cases = xcalloc(json_len(list) + 1, sizeof(*e->cases));
	for (const struct json *c = json_first(list); c; c = json_next(c)) {
		struct exercise_case *one = &e->cases[e->n_cases++];

		meta_unknown(c, case_keys, &e->unknown);
		one->name = case_text(c, "name");
		one->input = case_text(c, "stdin");
		one->output = case_text(c, "stdout");
		if (!one->name)
			one->name = xstrfmt("case %zu", e->n_cases);
		if (!one->input)
			one->input = xstrdup("");
		if (!one->output)
			return error(err, "Case %zu has no `stdout`.", e->n_cases);
	}
	return 0;
}

static int parse_kind(const struct json *m, struct exercise *e, struct sbuf *err)
{
	char *name;
	int rc = meta_str(m, "kind", &name, err);

	if (!rc && !kind_find(name, &e->kind))
		rc = error(err, "There is no kind `%s`.", name);
	else if (!rc && (e->kind == KIND_CHOICE || e->kind == KIND_MULTI || e->kind == KIND_CLOZE ||
			 e->kind == KIND_SHORT))
		rc = error(err, "The kind `%s` is for quizzes, not for exercises.", name);
	free(name);
	return rc;
}

static int check_id(const char *id, const struct exercise *e, struct sbuf *err)
{
	size_t n = strcspn(e->id, "/");

	if (streq(e->topic, "exam") && meta_is_id(e->id, 1) && (!id || streq(id, e->id)))
		return 0; /* an item of the exam pool is its folder's name alone */
	if (!meta_is_id(e->id, 2))
		return error(err,
			     "The id `%.80s` is not TOPIC/SLUG in lower case letters, digits and "
			     "dashes.",
			     e->id);
	if (id && !streq(id, e->id))
		return error(err, "The id is `%.80s`, but the folder says `%.80s`.", e->id, id);
	if (strlen(e->topic) != n || memcmp(e->topic, e->id, n))
		return error(err, "The topic `%.80s` is not the first part of the id `%.80s`.",
			     e->topic, e->id);
	return 0;
}

static int parse_lists(const struct json *m, struct exercise *e, struct sbuf *err)
{
	if (meta_list(m, "concepts", &e->concepts, err) < 0 ||
	    meta_list(m, "requires", &e->requires, err) < 0 ||
	    meta_list(m, "was", &e->was, err) < 0 || meta_list(m, "forbid", &e->forbid, err) < 0)
		return -1;
	return meta_list(m, "must_use", &e->must_use, err);
}

static int parse_head(const char *id, const struct json *m, struct exercise *e, struct sbuf *err)
{
	meta_unknown(m, head_keys, &e->unknown);
	if (meta_str(m, "id", &e->id, err) < 0 || meta_str(m, "title", &e->title, err) < 0 ||
	    meta_str(m, "topic", &e->topic, err) < 0 || check_id(id, e, err) < 0 ||
	    parse_kind(m, e, err) < 0 || parse_lists(m, e, err) < 0)
		return -1;
	if (meta_int(m, "difficulty", 0, 1, 5, &e->difficulty, err) < 0 ||
	    meta_int(m, "minutes", 0, 1, 600, &e->minutes, err) < 0 ||
	    meta_int(m, "points", 1, 0, 1000, &e->points, err) < 0)
		return -1;
	if (meta_str_opt(m, "error", &e->error, err) < 0 ||
	    meta_str_opt(m, "mode", &e->mode, err) < 0 ||
	    meta_str_opt(m, "lang", &e->lang, err) < 0)
		return -1;
	return parse_limits(m, e, err) < 0 ? -1 : parse_cases(m, e, err);
}

static void split_body(const char *body, size_t len, int line, struct exercise *e)
{
	struct md_lines it = { .next = body, .end = body + len };
	const char *stop = it.end, *after = NULL, *word;
	size_t n;

	while (!after && md_lines_next(&it)) {
		if (md_line_is_section(&it, &word, &n) && n == 5 && !memcmp(word, "After", 5)) {
			stop = it.start;
			after = it.next;
		}
	}
	e->statement = md_trimmed(body, stop);
	e->statement_line = line;
	for (const char *q = body; q < stop && strchr(" \t\r\n", *q); q++)
		e->statement_line += *q == '\n';
	if (after)
		e->after = md_trimmed(after, it.end);
}

int exercise_parse(const char *id, const char *text, size_t len, bool body, struct exercise *e,
		   struct sbuf *err)
{
	struct front f;
	int rc;

	memset(e, 0, sizeof(*e));
	if (front_parse_text(text, len, &f, err) < 0)
		return -1;
	rc = parse_head(id, f.meta, e, err);
	if (!rc && body)
		split_body(f.body, f.body_len, f.body_line, e);
	front_release(&f);
	if (rc < 0)
		exercise_release(e);
	return rc;
}

static void free_cases(struct exercise *e)
{
	for (size_t i = 0; i < e->n_cases; i++) {
		free(e->cases[i].name);
		free(e->cases[i].input);
		free(e->cases[i].output);
	}
	free(e->cases);
	e->cases = NULL;
	e->n_cases = 0;
}

static int overlay_text(const struct json *m, const char *key, char **to, struct sbuf *err)
{
	char *text;

	if (meta_str_opt(m, key, &text, err) < 0)
		return -1;
	if (text) {
		free(*to);
		*to = text;
	}
	return 0;
}

static int overlay_list(const struct json *m, const char *key, struct strv *to, struct sbuf *err)
{
	if (!json_get(m, key))
		return 0;
	strv_release(to);
	return meta_list(m, key, to, err);
}

static int overlay_head(const struct json *m, struct exercise *e, struct sbuf *err)
{
	static const char *const keys[] = { "title",  "difficulty", "minutes", "error", "limits",
					    "forbid", "must_use",   "cases",   NULL };

	strv_release(&e->unknown);
	meta_unknown(m, keys, &e->unknown);
	if (overlay_text(m, "title", &e->title, err) < 0 ||
	    overlay_text(m, "error", &e->error, err) < 0 ||
	    overlay_list(m, "forbid", &e->forbid, err) < 0 ||
	    overlay_list(m, "must_use", &e->must_use, err) < 0 ||
	    meta_int(m, "difficulty", e->difficulty, 1, 5, &e->difficulty, err) < 0 ||
	    meta_int(m, "minutes", e->minutes, 1, 600, &e->minutes, err) < 0)
		return -1;
	if (json_get(m, "limits") && parse_limits(m, e, err) < 0)
		return -1;
	if (!json_get(m, "cases"))
		return 0;
	free_cases(e);
	return parse_cases(m, e, err);
}

int exercise_parse_variant(const char *text, size_t len, struct exercise *e, struct sbuf *err)
{
	struct front f;
	int rc;

	if (front_parse_text(text, len, &f, err) < 0)
		return -1;
	rc = overlay_head(f.meta, e, err);
	if (!rc) {
		free(e->statement);
		free(e->after);
		e->statement = e->after = NULL;
		split_body(f.body, f.body_len, f.body_line, e);
	}
	front_release(&f);
	return rc;
}

int exercise_parse_hints(const char *text, size_t len, struct exercise *e, struct sbuf *err)
{
	struct md_lines it = { .next = text, .end = text + len };
	const char *start = text, *word;
	size_t n;
	int rung = 0;

	while (md_lines_next(&it)) {
		if (!md_line_is_section(&it, &word, &n))
			continue;
		if (rung)
			e->hints[rung] = md_trimmed(start, it.start);
		rung = n == 1 && *word >= '3' && *word <= '5' ? *word - '0' : 0;
		if (!rung)
			return error(
				err,
				"Line %d: the sections of hints are `## 3`, `## 4` and `## 5`.",
				it.line);
		if (e->hints[rung])
			return error(err, "Line %d: the section `## %d` comes twice.", it.line,
				     rung);
		start = it.next;
	}
	if (rung)
		e->hints[rung] = md_trimmed(start, it.end);
	return 0;
}

enum exercise_way exercise_way(const struct exercise *e)
{
	if (kind_is_predict(e->kind))
		return EXERCISE_PREDICT;
	if (e->kind == KIND_PROJECT)
		return EXERCISE_PROJECT;
	if (e->tests)
		return EXERCISE_TESTS;
	if (e->n_cases)
		return EXERCISE_CASES;
	return e->probe ? EXERCISE_PROBE : EXERCISE_NO_WAY;
}

static void project_problems(const struct exercise *e, struct strv *out)
{
	static const char *const need[] = { "Cargo.toml", "Cargo.lock" };

	for (size_t i = 0; i < ARRAY_SIZE(need); i++) {
		if (!strv_has(&e->starter_files, need[i]))
			strv_pushf(out, "starter/%s is missing.", need[i]);
		if (!strv_has(&e->solution_files, need[i]))
			strv_pushf(out, "solution/%s is missing.", need[i]);
	}
	if (!e->test_files.n)
		strv_push(out, "tests/ holds no file.");
	if (e->tests || e->n_cases || e->probe)
		strv_push(out, "A project is tested by tests/ alone.");
}

static void way_problems(const struct exercise *e, struct strv *out)
{
	int ways = !!e->tests + !!e->n_cases + !!e->probe;

	if (e->probe && !e->probe_out)
		strv_push(out, "probe.rs has no probe.out.");
	if (!e->probe && e->probe_out)
		strv_push(out, "probe.out has no probe.rs.");
	if (kind_is_predict(e->kind) && ways)
		strv_push(out, "A prediction is compared with solution.txt; it has no tests, cases "
			       "or probe.");
	else if (!kind_is_predict(e->kind) && ways != 1)
		strv_pushf(out,
			   "It must be tested in one way (tests.rs, cases or probe.rs), not in %d.",
			   ways);
}

static void word_problems(const struct exercise *e, struct strv *out)
{
	if (e->kind == KIND_FIX && !e->error)
		strv_push(out, "The kind `fix` needs `error`: the code of the starter's error, "
			       "none or wrong.");
	if (e->kind != KIND_FIX && e->error)
		strv_push(out, "Only the kind `fix` has `error`.");
	if (!e->concepts.n)
		strv_push(out, "`concepts` is empty.");
	for (size_t i = 0; i < e->unknown.n; i++)
		strv_pushf(out, "The key `%s` is not known.", e->unknown.v[i]);
	if (!e->statement || !*e->statement)
		strv_push(out, "There is no statement.");
	if (!e->after && !e->variant)
		strv_push(out, "There is no section `## After`.");
	if ((!e->hints[3] || !e->hints[4]) && !streq(e->topic, "exam")) /* exams give no hints */
		strv_push(out, "hints.md must have the sections `## 3` and `## 4`.");
	if (e->n_wrong < 2)
		strv_push(out, "There are fewer than two wrong solutions.");
}

void exercise_problems(const struct exercise *e, struct strv *out)
{
	word_problems(e, out);
	if (e->kind == KIND_PROJECT) {
		project_problems(e, out);
		return;
	}
	if (!e->starter)
		strv_push(out, "starter.rs is missing.");
	if (!e->solution)
		strv_pushf(out, "solution.%s is missing.", kind_is_predict(e->kind) ? "txt" : "rs");
	way_problems(e, out);
}

void exercise_drop_wrong(struct exercise *e)
{
	for (size_t i = 0; i < e->n_wrong; i++) {
		free(e->wrong[i].name);
		free(e->wrong[i].text);
	}
	free(e->wrong);
	e->wrong = NULL;
	e->n_wrong = 0;
}

void exercise_drop_ways(struct exercise *e)
{
	char **texts[] = { &e->tests, &e->probe, &e->probe_out };

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		free(*texts[i]);
		*texts[i] = NULL;
	}
	free_cases(e);
}

void exercise_release(struct exercise *e)
{
	char *texts[] = { e->id,       e->dir,	 e->title,     e->topic,     e->mode,
			  e->error,    e->lang,	 e->statement, e->after,     e->starter,
			  e->solution, e->tests, e->probe,     e->probe_out, e->variant };
	struct strv *lists[] = { &e->concepts,	     &e->requires,  &e->was,	  &e->forbid,
				 &e->must_use,	     &e->unknown,   &e->variants, &e->starter_files,
				 &e->solution_files, &e->test_files };

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
		free(texts[i]);
	for (size_t i = 0; i < ARRAY_SIZE(lists); i++)
		strv_release(lists[i]);
	free_cases(e);
	exercise_drop_wrong(e);
	for (size_t i = 0; i < EXERCISE_RUNGS; i++)
		free(e->hints[i]);
	memset(e, 0, sizeof(*e));
}
