#include "kb/learned.h"

#include <math.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "rust/census.h"
#include "rust/edits.h"
#include "rust/lexer.h"

#define TRUST_PROJECTS 2
#define UNDONE_MAX 2

static const char *const states[] = { "seed", "candidate", "trusted", "quarantined" };
static const char *const origins[] = { "repair", "learner", "import" };
static const char *const editions[] = { "2015", "2018", "2021", "2024" };

void learned_release(struct learned *e)
{
	for (size_t i = 0; i < LEARNED_KEYS; i++)
		free(e->keys[i]);
	free(e->action);
	free(e->before);
	free(e->after);
	free(e->edition);
	free(e->source);
	memset(e, 0, sizeof(*e));
}

const char *learned_state_name(enum learned_state s)
{
	return states[s];
}

bool learned_state_find(const char *name, enum learned_state *out)
{
	for (size_t i = 0; i < ARRAY_SIZE(states); i++)
		if (streq(states[i], name)) {
			*out = (enum learned_state)i;
			return true;
		}
	return false;
}

const char *learned_origin_name(enum learned_origin o)
{
	return origins[o];
}

void learned_keys(const struct diag *d, char *keys[LEARNED_KEYS])
{
	for (int i = 0; i < LEARNED_KEYS; i++) {
		struct sbuf s = SBUF_INIT, clean = SBUF_INIT;

		diag_key(d, i + 1, &s);
		utf8_sanitize(&clean, s.buf, MIN(s.len, (size_t)LEARNED_KEY_MAX));
		keys[i] = sbuf_detach(&clean, NULL);
		sbuf_release(&s);
	}
}

int learned_level(const struct learned *e, char *const keys[LEARNED_KEYS])
{
	for (int i = LEARNED_KEYS; i--;)
		if (streq(e->keys[i], keys[i]))
			return i || !streq(keys[0], "-") ? i + 1 : 0; /* having no code is nothing to have in common */
	return 0;
}

double learned_bound(int clean, int tried)
{
	const double z = 1.96;
	double n = tried, p = tried ? (double)clean / n : 0;

	if (tried <= 0)
		return 0;
	return MAX(0.0, (p + z * z / (2 * n) - z * sqrt((p * (1 - p) + z * z / (4 * n)) / n)) / (1 + z * z / n));
}

double learned_rank(const struct learned *e, int level)
{
	/* How often the commonest action of a key was right: 58, 62, 65 and 85 of 100. */
	static const double weight[] = { 0, 0.58, 0.62, 0.65, 0.85 };

	return learned_bound(e->clean, e->tried) * weight[level];
}

int learned_projects(const struct learned *e)
{
	int n = 0;

	for (const char *p = e->projects; *p; p++)
		n += *p == ' ';
	return n;
}

static void add_project(struct learned *e, const char *project)
{
	size_t len = strlen(e->projects);

	if (strlen(project) == 8 && !strstr(e->projects, project) && len + 9 < sizeof(e->projects))
		snprintf(e->projects + len, sizeof(e->projects) - len, "%s ", project);
}

/* Quarantine is for good: an entry that was wrong twice is not worth a third look. */
static void settle(struct learned *e)
{
	int wrong = 0, n = (int)strlen(e->recent);

	for (const char *p = e->recent; *p; p++)
		wrong += *p == '-';
	if (e->state == LEARNED_QUARANTINED)
		return;
	if (e->undone >= UNDONE_MAX || (n == LEARNED_RECENT && wrong * 2 > n))
		e->state = LEARNED_QUARANTINED;
	else if (e->state == LEARNED_CANDIDATE && learned_projects(e) >= TRUST_PROJECTS && !e->undone)
		e->state = LEARNED_TRUSTED;
}

void learned_note(struct learned *e, bool clean, bool tests, const char *project)
{
	size_t n = strlen(e->recent);

	e->tried++;
	e->clean += clean;
	e->tests += clean && tests;
	if (clean)
		add_project(e, project);
	if (n == LEARNED_RECENT)
		memmove(e->recent, e->recent + 1, n--);
	e->recent[n] = clean ? '+' : '-';
	e->recent[n + 1] = '\0';
	settle(e);
}

void learned_vouch(struct learned *e, const char *projects)
{
	char one[9];

	for (const char *p = projects; strlen(p) >= 8; p += strcspn(p, " "), p += *p == ' ') {
		memcpy(one, p, 8);
		one[8] = '\0';
		add_project(e, one);
	}
	settle(e);
}

void learned_undo(struct learned *e)
{
	e->undone++;
	if (e->state == LEARNED_TRUSTED)
		e->state = LEARNED_CANDIDATE;
	settle(e);
}

void learned_project(const char *path, char out[9])
{
	snprintf(out, 9, "%08x", (unsigned)(hash_fnv64(path, strlen(path)) & 0xffffffffu));
}

void learned_write(const struct learned *e, struct sbuf *out)
{
	struct json *j = json_object(), *keys = json_array();

	for (size_t i = 0; i < LEARNED_KEYS; i++)
		json_add_str(keys, e->keys[i]);
	json_set_num(j, "learned", 1);
	json_set_take(j, "keys", keys);
	json_set_str(j, "action", e->action);
	json_set_str(j, "before", e->before);
	json_set_str(j, "after", e->after);
	json_set_str(j, "edition", e->edition);
	json_set_str(j, "source", e->source);
	json_set_str(j, "state", states[e->state]);
	json_set_num(j, "tried", e->tried);
	json_set_num(j, "clean", e->clean);
	json_set_num(j, "projects", learned_projects(e));
	json_write(j, false, out);
	sbuf_addch(out, '\n');
	json_free(j);
}

static bool plain_program(const char *s)
{
	if (!*s || strlen(s) > LEARNED_PROGRAM)
		return false;
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;

		if ((c < ' ' && c != '\n' && c != '\t') || c >= 0x7f)
			return false;
	}
	return true;
}

static bool known_edition(const char *s)
{
	for (size_t i = 0; i < ARRAY_SIZE(editions); i++)
		if (streq(editions[i], s))
			return true;
	return false;
}

int learned_read(const char *line, size_t len, struct learned *out, struct sbuf *err)
{
	struct json *j = len <= LEARNED_LINE ? json_parse(line, len, NULL) : NULL;
	const char *before = json_get_str(j, "before", ""), *after = json_get_str(j, "after", "");
	const char *edition = json_get_str(j, "edition", "2024");
	int rc = 0;

	memset(out, 0, sizeof(*out));
	if (len > LEARNED_LINE)
		rc = error(err, "it is over %u kB.", LEARNED_LINE >> 10);
	else if (!json_is_object(j))
		rc = error(err, "it is no JSON object.");
	else if (!plain_program(before) || !plain_program(after))
		rc = error(err, "\"before\" and \"after\" must be programs of at most %d bytes of ASCII.", LEARNED_PROGRAM);
	else if (!known_edition(edition))
		rc = error(err, "there is no such edition.");
	if (!rc) {
		out->before = xstrdup(before);
		out->after = xstrdup(after);
		out->edition = xstrdup(edition);
		out->origin = LEARNED_BY_IMPORT;
		out->state = LEARNED_CANDIDATE;
	}
	json_free(j);
	return rc;
}

size_t learned_changed_lines(const char *a, size_t alen, const char *b, size_t blen)
{
	struct sbuf diff = SBUF_INIT;
	size_t minus = 0, plus = 0;

	diff_unified(a, alen, b, blen, NULL, 0, &diff);
	for (size_t i = 0; i < diff.len; i++) {
		bool first = !i || diff.buf[i - 1] == '\n';

		minus += first && diff.buf[i] == '-';
		plus += first && diff.buf[i] == '+';
	}
	sbuf_release(&diff);
	return MAX(minus, plus);
}

static size_t code_tokens(const char *text, size_t len)
{
	struct tokens t = TOKENS_INIT;
	size_t n = 0;

	lex(text, len, &t);
	for (size_t i = 0; i < t.n; i++)
		n += !token_is_trivia(&t.v[i]);
	tokens_release(&t);
	return n;
}

int learned_may(const char *before, size_t blen, const char *after, size_t alen, struct sbuf *why)
{
	size_t was = code_tokens(before, blen), is = code_tokens(after, alen);
	int stubs, risky;

	if (learned_changed_lines(before, blen, after, alen) > LEARNED_LINES_CHANGED)
		return error(why, "More than %d lines differ.", LEARNED_LINES_CHANGED);
	if (was > is + 4)
		return error(why, "The change mostly deletes.");
	if (census_guard(before, blen, after, alen, 0, why) < 0)
		return -1;
	census_marks(before, blen, after, alen, &stubs, &risky);
	if (stubs || risky)
		return error(why, "The change leaves a hole or needs a look of its author.");
	return 0;
}
