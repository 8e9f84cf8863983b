#include "learn/quiz.h"

#include <ctype.h>

#include "learn/harness.h"
#include "learn/meta.h"

/* The last row of keys is of exam pools. */
static const char *const keys[] = {
	"id", "kind", "ask", "code", "options", "lines", "answer", "answers", "why", "rubric",
	"title", "topic", "concepts", "difficulty", "minutes", "points", NULL,
};

/* --- parsing ------------------------------------------------------------------------- */

static int parse_option(const struct json *j, size_t n, struct quiz_option *o, struct sbuf *err)
{
	if (!json_is_object(j))
		return error(err, "Option %zu must have `text` and `why`.", n);
	if (meta_str(j, "text", &o->text, err) < 0 || meta_str(j, "why", &o->why, err) < 0 ||
	    meta_bool(j, "right", &o->right, err) < 0)
		return error(err, "(Option %zu.)", n);
	return 0;
}

static int parse_options(const struct json *m, struct quiz_item *q, struct sbuf *err)
{
	const struct json *list = json_get(m, "options");
	size_t right = 0;

	if (!json_is_array(list) || json_len(list) < 2 || json_len(list) > QUIZ_MAX_PARTS)
		return error(err, "`options` must be a list of 2 to %d.", QUIZ_MAX_PARTS);
	q->options = xcalloc(json_len(list), sizeof(*q->options));
	for (const struct json *c = json_first(list); c; c = json_next(c)) {
		struct quiz_option *o = &q->options[q->n_options++];

		if (parse_option(c, q->n_options, o, err) < 0)
			return -1;
		right += o->right;
	}
	if (q->kind == KIND_CHOICE && right != 1)
		return error(err, "A choice has exactly one right option, this one has %zu.",
			     right);
	return right ? 0 : error(err, "No option is right.");
}

static int parse_order(const struct json *m, struct quiz_item *q, struct sbuf *err)
{
	if (meta_list(m, "lines", &q->lines, err) < 0)
		return -1;
	if (q->lines.n < 2 || q->lines.n > QUIZ_MAX_PARTS)
		return error(err, "`lines` must be a list of 2 to %d.", QUIZ_MAX_PARTS);
	for (size_t i = 1; i < q->lines.n; i++)
		if (!streq(q->lines.v[i], q->lines.v[0]))
			return 0;
	return error(err, "All lines are the same.");
}

static bool is_compiler_answer(const char *s)
{
	size_t digits = *s == 'E' ? strspn(s + 1, "0123456789") : 0;

	return streq(s, "compiles") || streq(s, "none") || (digits == 4 && !s[5]);
}

static int parse_predict(const struct json *m, struct quiz_item *q, struct sbuf *err)
{
	const char *answer = json_get_str(m, "answer", NULL);

	if (!q->code)
		return error(err, "`code` is missing.");
	if (!answer)
		return error(err, "`answer` is missing.");
	if (q->kind == KIND_PREDICT_COMPILER && !is_compiler_answer(answer))
		return error(err, "`answer` must be `compiles`, an error code such as E0382, or "
				  "`none` for an error "
				  "without a code.");
	strv_push(&q->answers, answer);
	return 0;
}

static int parse_answers(const struct json *m, struct quiz_item *q, struct sbuf *err)
{
	if (meta_list(m, "answers", &q->answers, err) < 0 ||
	    (!q->answers.n && meta_list(m, "answer", &q->answers, err) < 0))
		return -1;
	if (q->kind == KIND_CLOZE && (!q->code || !strstr(q->code, "___")))
		return error(err, "A cloze has `___` in its `code`.");
	return q->answers.n || q->n_rubric ? 0 : error(err, "`answers` is missing.");
}

static int parse_rubric(const struct json *m, struct quiz_item *q, struct sbuf *err)
{
	const struct json *list = json_get(m, "rubric");

	if (!list)
		return 0;
	if (!json_is_array(list) || json_len(list) > QUIZ_MAX_PARTS)
		return error(err, "`rubric` must be a list of at most %d.", QUIZ_MAX_PARTS);
	q->rubric = xcalloc(json_len(list) + 1, sizeof(*q->rubric));
	for (const struct json *c = json_first(list); c; c = json_next(c)) {
		struct quiz_rubric *r = &q->rubric[q->n_rubric++];
		char *end;

		r->points = strtod(json_get_str(c, "points", ""), &end);
		if (*end || !(r->points > 0 && r->points <= 1000) ||
		    meta_str(c, "for", &r->what, err) < 0)
			return error(err, "A row of the rubric must be {points: N, for: ...}.");
	}
	return 0;
}

static int parse_kind(const struct json *m, struct quiz_item *q, struct sbuf *err)
{
	char *name;
	int rc = meta_str(m, "kind", &name, err);

	if (!rc && (!kind_find(name, &q->kind) || q->kind == KIND_WRITE || q->kind == KIND_FIX ||
		    q->kind == KIND_FILL || q->kind == KIND_PROJECT))
		rc = error(err, "A question cannot be of kind `%.40s`.", name);
	free(name);
	return rc;
}

static int check_keys(const struct json *m, struct sbuf *err)
{
	struct strv unknown = STRV_INIT;
	int rc = 0;

	meta_unknown(m, keys, &unknown);
	if (unknown.n)
		rc = error(err, "The key `%.40s` is not known.", unknown.v[0]);
	strv_release(&unknown);
	return rc;
}

static int parse_item(const struct json *m, struct quiz_item *q, struct sbuf *err)
{
	bool options;

	if (!json_is_object(m))
		return error(err, "A question is a list of `key: value` lines.");
	if (meta_str(m, "id", &q->id, err) < 0 || check_keys(m, err) < 0 ||
	    parse_kind(m, q, err) < 0 || meta_str(m, "ask", &q->ask, err) < 0 ||
	    meta_str_opt(m, "code", &q->code, err) < 0 || parse_rubric(m, q, err) < 0)
		return -1;
	if (!meta_is_id(q->id, 1))
		return error(err, "The id is not made of lower case letters, digits and dashes.");
	options = q->kind == KIND_CHOICE || q->kind == KIND_MULTI;
	if (meta_str_opt(m, "why", &q->why, err) < 0)
		return -1;
	if (!options && !q->why && !q->n_rubric)
		return error(err, "`why` is missing.");
	if (options)
		return parse_options(m, q, err);
	if (q->kind == KIND_ORDER)
		return parse_order(m, q, err);
	return kind_is_predict(q->kind) ? parse_predict(m, q, err) : parse_answers(m, q, err);
}

int quiz_parse(const char *text, size_t len, int line, struct quiz_item *q, struct sbuf *err)
{
	struct sbuf why = SBUF_INIT;
	struct json *m = yaml_parse_text(text, len, &why);
	int rc;

	memset(q, 0, sizeof(*q));
	q->line = line;
	rc = m ? parse_item(m, q, &why) : -1;
	if (rc < 0)
		error(err, "Line %d: the question%s%.60s%s: %s", line, q->id ? " `" : "",
		      q->id ? q->id : "", q->id ? "`" : "", why.buf);
	if (rc < 0)
		quiz_release(q);
	json_free(m);
	sbuf_release(&why);
	return rc;
}

void quiz_release(struct quiz_item *q)
{
	for (size_t i = 0; i < q->n_options; i++) {
		free(q->options[i].text);
		free(q->options[i].why);
	}
	for (size_t i = 0; i < q->n_rubric; i++)
		free(q->rubric[i].what);
	free(q->options);
	free(q->rubric);
	free(q->id);
	free(q->ask);
	free(q->code);
	free(q->why);
	strv_release(&q->lines);
	strv_release(&q->answers);
	memset(q, 0, sizeof(*q));
}

/* --- marking ------------------------------------------------------------------------- */

/* Numbers from 1 to max, each at most once, into got[]. How many, or -1. */
static int read_numbers(const char *s, size_t max, size_t got[QUIZ_MAX_PARTS])
{
	bool seen[QUIZ_MAX_PARTS + 1] = { false };
	int n = 0;

	for (;;) {
		size_t v = 0, digits = 0;

		while (isspace((unsigned char)*s) || *s == ',')
			s++;
		if (!*s)
			return n;
		for (; isdigit((unsigned char)*s) && digits < 4; s++, digits++)
			v = v * 10 + (size_t)(*s - '0');
		if (!v || v > max || seen[v] || (*s && *s != ',' && !isspace((unsigned char)*s)))
			return -1;
		seen[v] = true;
		got[n++] = v;
	}
}

static void add_paragraph(struct sbuf *out, const char *text)
{
	if (out->len)
		sbuf_addstr(out, "\n\n");
	sbuf_addstr(out, text);
	sbuf_rtrim(out);
}

static int mark_choice(const struct quiz_item *q, const char *given, struct sbuf *why)
{
	size_t got[QUIZ_MAX_PARTS];

	if (read_numbers(given, q->n_options, got) != 1) {
		sbuf_addf(why, "Answer with the number of one option, from 1 to %zu.",
			  q->n_options);
		return -1;
	}
	add_paragraph(why, q->options[got[0] - 1].why);
	return q->options[got[0] - 1].right;
}

static int mark_multi(const struct quiz_item *q, const char *given, struct sbuf *why)
{
	size_t got[QUIZ_MAX_PARTS], missing = 0, wrong = 0;
	bool taken[QUIZ_MAX_PARTS] = { false };
	int n = read_numbers(given, q->n_options, got);

	if (n < 0) {
		sbuf_addf(why,
			  "Answer with the numbers of the options, such as `1 3`, from 1 to %zu.",
			  q->n_options);
		return -1;
	}
	for (int i = 0; i < n; i++)
		taken[got[i] - 1] = true;
	for (size_t i = 0; i < q->n_options; i++) {
		missing += q->options[i].right && !taken[i];
		wrong += !q->options[i].right && taken[i];
	}
	for (size_t i = 0; i < q->n_options; i++)
		if (taken[i] && (q->options[i].right == !wrong))
			add_paragraph(why, q->options[i].why);
	if (missing)
		add_paragraph(why, missing == 1 ? "One right option is missing."
						: "Several right options are missing.");
	return !missing && !wrong;
}

static int mark_order(const struct quiz_item *q, const char *given, struct sbuf *why)
{
	size_t got[QUIZ_MAX_PARTS];
	int right = 1;

	if (read_numbers(given, q->lines.n, got) != (int)q->lines.n) {
		sbuf_addf(why, "Answer with the numbers of all %zu lines in their order.",
			  q->lines.n);
		return -1;
	}
	/* Equal lines may stand for each other. */
	for (size_t i = 0; i < q->lines.n; i++)
		if (!streq(q->lines.v[got[i] - 1], q->lines.v[i]))
			right = 0;
	add_paragraph(why, q->why);
	return right;
}

/* Lower case, no outer space, inner runs of space as one blank. */
static void fold(const char *s, struct sbuf *out)
{
	for (; *s; s++) {
		if (!isspace((unsigned char)*s))
			sbuf_addch(out, (char)tolower((unsigned char)*s));
		else if (out->len && out->buf[out->len - 1] != ' ')
			sbuf_addch(out, ' ');
	}
	sbuf_rtrim(out);
}

static bool same_text(const char *a, const char *b)
{
	struct sbuf x = SBUF_INIT, y = SBUF_INIT;
	bool same;

	fold(a, &x);
	fold(b, &y);
	same = streq(x.buf, y.buf);
	sbuf_release(&x);
	sbuf_release(&y);
	return same;
}

static int mark_text(const struct quiz_item *q, const char *given, struct sbuf *why)
{
	bool output = q->kind == KIND_PREDICT_OUTPUT;
	int right = 0;

	if (!given[strspn(given, " \t\r\n")] && !output) {
		sbuf_addstr(why, q->kind == KIND_PREDICT_COMPILER
					 ? "Answer `compiles` or an error code such as `E0382`."
					 : "Answer with a text.");
		return -1;
	}
	for (size_t i = 0; i < q->answers.n && !right; i++) {
		const char *a = q->answers.v[i];

		right = output ? output_equal(a, strlen(a), given, strlen(given))
			       : same_text(a, given);
	}
	if (q->why)
		add_paragraph(why, q->why);
	return right;
}

int quiz_mark(const struct quiz_item *q, const char *given, struct sbuf *why)
{
	switch (q->kind) {
	case KIND_CHOICE:
		return mark_choice(q, given, why);
	case KIND_MULTI:
		return mark_multi(q, given, why);
	case KIND_ORDER:
		return mark_order(q, given, why);
	default:
		return mark_text(q, given, why);
	}
}

void quiz_solution(const struct quiz_item *q, struct sbuf *out)
{
	size_t start = out->len;

	for (size_t i = 0; i < q->n_options; i++)
		if (q->options[i].right)
			sbuf_addf(out, "%s%zu", out->len > start ? " " : "", i + 1);
	for (size_t i = 0; i < q->lines.n; i++)
		sbuf_addf(out, "%s%zu", i ? " " : "", i + 1);
	if (q->answers.n)
		sbuf_addstr(out, q->answers.v[0]);
}

void quiz_solution_words(const struct quiz_item *q, struct sbuf *out)
{
	size_t start = out->len;

	for (size_t i = 0; i < q->n_options; i++)
		if (q->options[i].right)
			sbuf_addf(out, "%s%s", out->len > start ? "\n" : "", q->options[i].text);
	strv_join(&q->lines, "\n", out);
	if (q->answers.n)
		sbuf_addstr(out, q->answers.v[0]);
	sbuf_rtrim(out);
}

/* --- shuffling ----------------------------------------------------------------------- */

uint64_t shuffle_next(uint64_t *state)
{
	uint64_t z = (*state += 0x9e3779b97f4a7c15u);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

void shuffle_order(size_t n, uint64_t seed, size_t *order)
{
	for (size_t i = 0; i < n; i++)
		order[i] = i;
	for (size_t i = n; i > 1; i--) {
		size_t j = (size_t)(shuffle_next(&seed) % i), t = order[i - 1];

		order[i - 1] = order[j];
		order[j] = t;
	}
}

size_t quiz_parts(const struct quiz_item *q)
{
	return q->n_options ? q->n_options : q->lines.n;
}

static bool is_solved(const struct quiz_item *q, const size_t *order)
{
	for (size_t i = 0; i < q->lines.n; i++)
		if (!streq(q->lines.v[order[i]], q->lines.v[i]))
			return false;
	return true;
}

void quiz_shuffle(const struct quiz_item *q, uint64_t seed, size_t *order)
{
	size_t n = quiz_parts(q);

	shuffle_order(n, seed, order);
	/*
	 * Two lines that differ exist (checked when read), so some seed soon gives another order.
	 */
	while (q->kind == KIND_ORDER && is_solved(q, order))
		shuffle_order(n, ++seed, order);
}
