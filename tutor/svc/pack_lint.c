/*
 * Style and coverage of a whole course. Reading grade by learn/guard (Flesch and Kincaid) over prose without code; near copies by
 * the share of common shingles (six words or signs in a row) of the smaller text, as in A. Broder, "On the resemblance and
 * containment of documents", 1997; coverage from front matter.
 */
#include "base/file.h"
#include "base/hash.h"
#include "base/map.h"
#include "learn/course.h"
#include "learn/guard.h"
#include "svc/pack_int.h"

#define TEXT_MAX (256u << 10)
#define GRADE_MAX 9.0
#define SHINGLE 6
#define SHINGLE_COMMON 12  /* a shingle in more texts than this is a form of words, not a copy */
#define SIMILAR 0.6
#define SIMILAR_MIN 12     /* common shingles at least */

enum lint_group { LINT_LESSONS, LINT_EXERCISES, LINT_ERRORS, LINT_QUESTIONS, LINT_TASKS, LINT_EXAM, LINT_GROUPS };
static const char *const group_names[LINT_GROUPS] = { "lessons", "exercises", "error cards", "question cards", "task cards", "exam items" };

struct lint_text {
	char *id;
	enum lint_group group;
	double grade;
	size_t shingles;
};

struct lint_pair {
	size_t a, b;
	size_t common;
	double share;
};

struct lint_concept {
	char *id;
	bool core;
	size_t has[LINT_GROUPS];
};

struct pack_lint {
	struct lint_text *v;
	size_t n, alloc;
	struct lint_pair *pairs;
	size_t n_pairs, pairs_alloc;
	struct lint_concept *concepts;
	size_t n_concepts;
	struct map concept_at;
	size_t codes, fix_exercises, minutes;
	struct strv fix_codes;
};

struct shingle {
	uint64_t hash;
	uint32_t text;
};

struct shingles {
	struct shingle *v;
	size_t n, alloc;
};

/* --- prose --- */

static bool is_fence(const char *line)
{
	return starts_with(line, "```") || starts_with(line, "~~~");
}

/* Every heading, list item and paragraph becomes a sentence; fences and the front matter go. Lines lose their marks. */
static void prose_of(const char *text, struct sbuf *out)
{
	bool fence = false, head = starts_with(text, "---\n"), gap = true;

	for (const char *p = head ? text + 4 : text; *p;) {
		size_t len = strcspn(p, "\n"), skip = 0;

		if (head) {
			head = !starts_with(p, "---");
		} else if (is_fence(p)) {
			fence = !fence;
			gap = true;
		} else if (!fence && *p != '#' && *p != '|') {
			skip = strspn(p, " \t");
			bool item = len > skip + 2 && (p[skip] == '-' || p[skip] == '*') && p[skip + 1] == ' ';
			size_t digits = strspn(p + skip, "0123456789");
			item |= digits && p[skip + digits] == '.';
			if ((item || len == skip) && out->len && !strchr(".!?:;", out->buf[out->len - 1]))
				sbuf_addch(out, '.');
			if (item)
				skip += digits ? digits + 1 : 1;
			gap = len <= skip;
			if (!gap) {
				sbuf_addch(out, ' ');
				sbuf_add(out, p + skip, len - skip);
			}
		}
		p += len + (p[len] != '\0');
	}
	if (out->len && !strchr(".!?", out->buf[out->len - 1]))
		sbuf_addch(out, '.');
}

/* --- near copies --- */

static bool is_word(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c >= 0x80;
}

static size_t add_shingles(struct shingles *s, uint32_t text, const char *p)
{
	uint64_t last[SHINGLE] = { 0 };
	size_t tokens = 0, from = s->n;

	while (*p) {
		const char *start = p;

		if (is_word((unsigned char)*p))
			while (is_word((unsigned char)*p))
				p++;
		else
			p++;
		if (*start == ' ' || *start == '\n' || *start == '\t')
			continue;
		memmove(last, last + 1, sizeof(last) - sizeof(*last));
		last[SHINGLE - 1] = hash_fnv64(start, (size_t)(p - start));
		if (++tokens < SHINGLE)
			continue;
		ARRAY_GROW(s->v, s->n + 1, s->alloc);
		s->v[s->n++] = (struct shingle){ hash_fnv64(last, sizeof(last)), text };
	}
	return s->n - from;
}

static int by_hash(const void *a, const void *b)
{
	const struct shingle *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return (x->text > y->text) - (x->text < y->text);
}

static int by_pair(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static int by_share(const void *a, const void *b)
{
	const struct lint_pair *x = a, *y = b;

	return (x->share < y->share) - (x->share > y->share);
}

struct pair_list {
	uint64_t *v;
	size_t n, alloc;
};

/* Every two texts that have this shingle. */
static void pair_up(const struct shingle *s, size_t n, struct pair_list *out)
{
	for (size_t i = 0; i < n; i++) {
		for (size_t k = i + 1; k < n; k++) {
			ARRAY_GROW(out->v, out->n + 1, out->alloc);
			out->v[out->n++] = (uint64_t)s[i].text << 32 | s[k].text;
		}
	}
}

static void keep_pair(struct pack_lint *l, uint64_t pair, size_t common)
{
	size_t a = (size_t)(pair >> 32), b = (size_t)(pair & UINT32_MAX), least = MIN(l->v[a].shingles, l->v[b].shingles);
	double share = least ? (double)common / (double)least : 0;

	if (common < SIMILAR_MIN || share < SIMILAR)
		return;
	ARRAY_GROW(l->pairs, l->n_pairs + 1, l->pairs_alloc);
	l->pairs[l->n_pairs++] = (struct lint_pair){ a, b, common, share };
}

static void find_copies(struct pack_lint *l, struct shingles *s)
{
	struct pair_list p = { NULL, 0, 0 };
	size_t n = 0;

	qsort(s->v, s->n, sizeof(*s->v), by_hash);
	for (size_t i = 0; i < s->n; i++) /* a shingle counts once a text */
		if (!n || s->v[i].hash != s->v[n - 1].hash || s->v[i].text != s->v[n - 1].text)
			s->v[n++] = s->v[i];
	for (size_t i = 0, k; i < n; i = k) {
		for (k = i + 1; k < n && s->v[k].hash == s->v[i].hash; k++)
			;
		if (k - i > 1 && k - i <= SHINGLE_COMMON)
			pair_up(s->v + i, k - i, &p);
	}
	if (p.n)
		qsort(p.v, p.n, sizeof(*p.v), by_pair);
	for (size_t i = 0, k; i < p.n; i = k) {
		for (k = i + 1; k < p.n && p.v[k] == p.v[i]; k++)
			;
		keep_pair(l, p.v[i], k - i);
	}
	if (l->n_pairs)
		qsort(l->pairs, l->n_pairs, sizeof(*l->pairs), by_share);
	free(p.v);
}

/* --- reading the course --- */

static void count_concepts(struct pack_lint *l, const struct strv *concepts, enum lint_group group)
{
	for (size_t i = 0; i < concepts->n; i++) {
		struct lint_concept *c = map_get(&l->concept_at, concepts->v[i]);

		if (c)
			c->has[group]++;
	}
}

/* One Markdown file, or an exam item's YAML; more: text that takes part in the comparison only (a solution), or NULL. */
static void add_text(struct pack_lint *l, struct shingles *s, enum lint_group group, const char *id, const char *text, const char *more)
{
	struct sbuf prose = SBUF_INIT;
	struct lint_text *t;

	ARRAY_GROW(l->v, l->n + 1, l->alloc);
	t = &l->v[l->n];
	*t = (struct lint_text){ .id = xstrdup(id), .group = group };
	prose_of(text, &prose);
	t->grade = guard_words(prose.buf, prose.len) < 20 ? 0 : guard_grade(prose.buf, prose.len);
	t->shingles = add_shingles(s, (uint32_t)l->n, text) + (more ? add_shingles(s, (uint32_t)l->n, more) : 0);
	l->n++;
	sbuf_release(&prose);
}

static void read_lessons(struct pack_lint *l, struct shingles *s, struct course *course)
{
	for (size_t i = 0; i < course_lessons(course); i++) {
		const struct lesson *x = course_lesson(course, course_lesson_at(course, i)->id, NULL);

		if (!x)
			continue;
		l->minutes += (size_t)x->minutes;
		add_text(l, s, LINT_LESSONS, x->id, x->text, NULL);
		count_concepts(l, &x->concepts, LINT_LESSONS);
	}
}

static void read_exercises(struct pack_lint *l, struct shingles *s, struct course *course)
{
	for (size_t i = 0; i < course_exercises(course); i++) {
		const struct exercise *x = course_exercise(course, course_exercise_at(course, i)->id, NULL);

		if (!x)
			continue;
		char *code = xstrfmt("%s\n%s", x->starter ? x->starter : "", x->solution ? x->solution : "");
		add_text(l, s, LINT_EXERCISES, x->id, x->statement ? x->statement : "", code);
		free(code);
		count_concepts(l, &x->concepts, LINT_EXERCISES);
		if (!x->error)
			continue;
		l->fix_exercises++;
		if (*x->error == 'E' && !strv_has(&l->fix_codes, x->error))
			strv_push(&l->fix_codes, x->error);
	}
}

static void read_cards(struct pack_lint *l, struct shingles *s, struct course *course, const char *kind, enum lint_group group)
{
	char *dir = xstrfmt("%s/kb/cards/%s", course_root(course), kind);
	struct strv names = STRV_INIT;

	if (file_is_dir(dir))
		file_list(dir, &names, NULL);
	for (size_t i = 0; i < names.n; i++) {
		char *path = path_join(dir, names.v[i]), *id = xstrfmt("%s/%.*s", kind, (int)strcspn(names.v[i], "."), names.v[i]);
		struct sbuf text = SBUF_INIT;
		struct card c;

		if (ends_with(path, ".md") && !file_read_text(path, TEXT_MAX, "The card", &text, NULL) &&
		    !card_parse(id, text.buf, text.len, &c, NULL)) {
			add_text(l, s, group, id, text.buf, NULL);
			count_concepts(l, &c.concepts, group);
			l->codes += c.code != NULL;
			card_release(&c);
		}
		sbuf_release(&text);
		free(path);
		free(id);
	}
	strv_release(&names);
	free(dir);
}

static void read_exam(struct pack_lint *l, struct shingles *s, struct course *course)
{
	char *dir = xstrfmt("%s/kb/exam-pool", course_root(course));
	struct strv names = STRV_INIT;

	if (file_is_dir(dir))
		file_list(dir, &names, NULL);
	for (size_t i = 0; i < names.n; i++) {
		char *own = path_join(dir, names.v[i]), *path = file_is_dir(own) ? xstrfmt("%s/exercise.md", own) : xstrdup(own),
		     *solution = xstrfmt("%s/solution.rs", own);
		struct sbuf text = SBUF_INIT, code = SBUF_INIT;
		struct strv concepts = STRV_INIT;

		if (!file_read_text(path, TEXT_MAX, "The exam item", &text, NULL)) {
			size_t from = starts_with(text.buf, "---\n") ? 4 : 0;
			const char *end = from ? strstr(text.buf + from, "\n---") : NULL;
			struct json *j = yaml_parse(text.buf + from, end ? (size_t)(end - text.buf) - from : text.len, NULL);

			file_read(solution, TEXT_MAX, &code, NULL);
			json_get_strv(j, "concepts", &concepts);
			count_concepts(l, &concepts, LINT_EXAM);
			add_text(l, s, LINT_EXAM, names.v[i], from ? text.buf : json_get_str(j, "ask", ""), from ? code.buf : text.buf);
			json_free(j);
		}
		strv_release(&concepts);
		sbuf_release(&text);
		sbuf_release(&code);
		free(own);
		free(path);
		free(solution);
	}
	strv_release(&names);
	free(dir);
}

static void find_concepts(struct pack_lint *l, const struct course *course)
{
	l->n_concepts = course_concepts(course);
	l->concepts = xcalloc(l->n_concepts ? l->n_concepts : 1, sizeof(*l->concepts));
	for (size_t i = 0; i < l->n_concepts; i++) {
		const struct concept *c = course_concept_at(course, i);

		l->concepts[i] = (struct lint_concept){ .id = xstrdup(c->id), .core = c->core };
		map_put(&l->concept_at, c->id, &l->concepts[i]);
	}
}

/* A small pack is not asked for one of each kind for each concept: only where there are as many lessons, or twice as many items, as core concepts. */
static bool should_cover(const struct pack_lint *l, enum lint_group group)
{
	size_t n = 0, core = 0;

	for (size_t i = 0; i < l->n; i++)
		n += l->v[i].group == group;
	for (size_t i = 0; i < l->n_concepts; i++)
		core += l->concepts[i].core;
	return n >= (group == LINT_LESSONS ? 1 : 2) * core;
}

static void add_problems(const struct pack_lint *l, struct pack_report *r)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].grade > GRADE_MAX)
			pack_problem_add(r, l->v[i].id, "its prose reads at grade %.1f; %g is the most.", l->v[i].grade, GRADE_MAX);
	for (size_t i = 0; i < l->n_pairs; i++)
		pack_problem_add(r, l->v[l->pairs[i].a].id, "%.0f%% of it or of %s stand in both.", 100 * l->pairs[i].share,
				 l->v[l->pairs[i].b].id);
	for (size_t i = 0; i < l->n_concepts; i++) {
		const struct lint_concept *c = &l->concepts[i];
		const enum lint_group wanted[] = { LINT_LESSONS, LINT_EXERCISES, LINT_QUESTIONS, LINT_EXAM };

		for (size_t k = 0; c->core && k < ARRAY_SIZE(wanted); k++)
			if (!c->has[wanted[k]] && should_cover(l, wanted[k]))
				pack_problem_add(r, c->id, "no %s for this core concept.", group_names[wanted[k]]);
	}
}

void pack_lint(struct course *course, struct pack_report *r)
{
	struct pack_lint *l = xcalloc(1, sizeof(*l));
	struct shingles s = { NULL, 0, 0 };

	r->lint = l;
	find_concepts(l, course);
	read_lessons(l, &s, course);
	read_exercises(l, &s, course);
	read_cards(l, &s, course, "errors", LINT_ERRORS);
	read_cards(l, &s, course, "questions", LINT_QUESTIONS);
	read_cards(l, &s, course, "tasks", LINT_TASKS);
	read_exam(l, &s, course);
	find_copies(l, &s);
	free(s.v);
	add_problems(l, r);
}

void pack_lint_release(struct pack_report *r)
{
	struct pack_lint *l = r->lint;

	if (!l)
		return;
	for (size_t i = 0; i < l->n; i++)
		free(l->v[i].id);
	for (size_t i = 0; i < l->n_concepts; i++)
		free(l->concepts[i].id);
	free(l->v);
	free(l->pairs);
	free(l->concepts);
	map_release(&l->concept_at);
	strv_release(&l->fix_codes);
	free(l);
}

/* --- showing --- */

static int by_grade(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Of texts long enough to have a grade: how many, their median, the highest. */
static size_t grades(const struct pack_lint *l, enum lint_group group, double *median, double *most)
{
	double *v = xcalloc(l->n + 1, sizeof(*v));
	size_t n = 0, all = 0;

	for (size_t i = 0; i < l->n; i++) {
		all += l->v[i].group == group;
		if (l->v[i].group == group && l->v[i].grade > 0)
			v[n++] = l->v[i].grade;
	}
	qsort(v, n, sizeof(*v), by_grade);
	*median = n ? v[n / 2] : 0;
	*most = n ? v[n - 1] : 0;
	free(v);
	return all;
}

struct json *pack_lint_json(const struct pack_report *r)
{
	const struct pack_lint *l = r->lint;
	struct json *j = json_object(), *groups = json_object(), *pairs = json_array(), *concepts = json_array();

	for (size_t g = 0; g < LINT_GROUPS; g++) {
		struct json *o = json_object();
		double median, most;

		json_set_num(o, "n", (double)grades(l, g, &median, &most));
		json_set_num(o, "grade_median", median);
		json_set_num(o, "grade_most", most);
		json_set_take(groups, group_names[g], o);
	}
	for (size_t i = 0; i < l->n_pairs; i++) {
		struct json *o = json_object();

		json_set_str(o, "a", l->v[l->pairs[i].a].id);
		json_set_str(o, "b", l->v[l->pairs[i].b].id);
		json_set_num(o, "share", l->pairs[i].share);
		json_add_take(pairs, o);
	}
	for (size_t i = 0; i < l->n_concepts; i++) {
		struct json *o = json_object();

		json_set_str(o, "id", l->concepts[i].id);
		json_set_bool(o, "core", l->concepts[i].core);
		for (size_t g = 0; g < LINT_GROUPS; g++)
			json_set_num(o, group_names[g], (double)l->concepts[i].has[g]);
		json_add_take(concepts, o);
	}
	json_set_take(j, "groups", groups);
	json_set_take(j, "similar", pairs);
	json_set_take(j, "concepts", concepts);
	json_set_num(j, "minutes", (double)l->minutes);
	json_set_num(j, "fix_exercises", (double)l->fix_exercises);
	json_set_strv(j, "fix_codes", &l->fix_codes);
	return j;
}

void pack_lint_plain(const struct pack_report *r, struct sbuf *out)
{
	const struct pack_lint *l = r->lint;

	if (!l)
		return;
	sbuf_addf(out, "%-26s %7s %9s %6s %9s %5s %4s\n", "concept (* core)", "lessons", "exercises", "errors", "questions", "tasks", "exam");
	for (size_t i = 0; i < l->n_concepts; i++) {
		const struct lint_concept *c = &l->concepts[i];

		sbuf_addf(out, "%c %-24s %7zu %9zu %6zu %9zu %5zu %4zu\n", c->core ? '*' : ' ', c->id, c->has[LINT_LESSONS], c->has[LINT_EXERCISES],
			  c->has[LINT_ERRORS], c->has[LINT_QUESTIONS], c->has[LINT_TASKS], c->has[LINT_EXAM]);
	}
	for (size_t g = 0; g < LINT_GROUPS; g++) {
		double median, most;
		size_t n = grades(l, g, &median, &most);

		sbuf_addf(out, "%zu %s: reading grade %.1f in the middle, %.1f at most\n", n, group_names[g], median, most);
	}
	sbuf_addf(out, "%zu minutes of lessons; %zu exercises fix errors of %zu codes; %zu near copies\n", l->minutes, l->fix_exercises,
		  l->fix_codes.n, l->n_pairs);
}
