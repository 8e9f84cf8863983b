#include "learn/prompt.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/json.h"
#include "learn/meta.h"

#define TEMPLATE_MAX (64u << 10)
#define FAMILY_MAX (64u << 10)
#define STEPS_MAX 32
#define MESSAGES_MAX 32
#define BUDGET_DEFAULT 700

struct template {
	struct prompt_step step;
	struct prompt_message v[MESSAGES_MAX];
	size_t n;
	char hash[HASH_SHA256_HEX];
};

struct prompts {
	char *family;
	int budget;
	struct template *v;
	size_t n;
};

static void template_release(struct template *t)
{
	free(t->step.name);
	free(t->step.grammar);
	strv_release(&t->step.stop);
	strv_release(&t->step.trim);
	strv_release(&t->step.plain);
	for (size_t i = 0; i < t->n; i++)
		free(t->v[i].content);
}

void prompts_free(struct prompts *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < p->n; i++)
		template_release(&p->v[i]);
	free(p->v);
	free(p->family);
	free(p);
}

/* ---- templates ---- */

static const char *role_of(const char *line, size_t len)
{
	static const char *const roles[] = { "system", "user", "assistant" };

	for (size_t i = 0; i < ARRAY_SIZE(roles); i++)
		if (len == 4 + strlen(roles[i]) && !memcmp(line, "=== ", 4) && !memcmp(line + 4, roles[i], len - 4))
			return roles[i];
	return NULL;
}

static void end_section(struct template *t, struct sbuf *body)
{
	sbuf_rtrim(body);
	if (t->n)
		t->v[t->n - 1].content = sbuf_detach(body, NULL);
	sbuf_reset(body);
}

static int read_sections(struct template *t, const char *text, struct sbuf *err)
{
	struct sbuf body = SBUF_INIT;
	int rc = 0;

	for (const char *p = text; *p && rc == 0;) {
		size_t len = strcspn(p, "\n");
		const char *role = role_of(p, len);

		if (role && t->n == MESSAGES_MAX)
			rc = error(err, "it has more than %d sections.", MESSAGES_MAX);
		else if (role) {
			end_section(t, &body);
			t->v[t->n++].role = role;
		} else if (!t->n && strspn(p, " \t\r") < len)
			rc = error(err, "it begins with no `=== system` or `=== user`.");
		else
			sbuf_addf(&body, "%.*s\n", (int)len, p);
		p += len + (p[len] == '\n');
	}
	end_section(t, &body);
	sbuf_release(&body);
	return rc;
}

/* The next field of a text: its name's place and length; brackets that are doubled are text. NULL: none; len 0: broken. */
static const char *next_field(const char *p, size_t *len)
{
	for (; *p; p++) {
		if ((*p == '{' || *p == '}') && p[1] == *p) {
			p++;
			continue;
		}
		if (*p != '{' && *p != '}')
			continue;
		*len = *p == '{' ? strspn(p + 1, "abcdefghijklmnopqrstuvwxyz_") : 0;
		if (p[1 + *len] != '}')
			*len = 0;
		return p + 1;
	}
	return NULL;
}

static int check_sections(const struct template *t, struct sbuf *err)
{
	if (!t->n || !streq(t->v[t->n - 1].role, "user"))
		return error(err, "its last section is not `=== user`.");
	for (size_t i = 0; i < t->n; i++) {
		size_t len = 0;
		const char *field = next_field(t->v[i].content, &len);

		if (!*t->v[i].content)
			return error(err, "section %zu is empty.", i + 1);
		if (field && i + 1 < t->n)
			return error(err, "a field stands before the last section.");
		for (; field; field = next_field(field + len + 1, &len))
			if (!len)
				return error(err, "a brace is no field: write {{ or }}.");
	}
	return 0;
}

static int read_template(const char *dir, const char *family, struct template *t, struct sbuf *text, struct sbuf *err)
{
	char *path = xstrfmt("%s/%s/%s.txt", dir, family, t->step.name);
	struct sbuf why = SBUF_INIT;
	int rc;

	if (!file_exists(path)) {
		free(path);
		path = xstrfmt("%s/default/%s.txt", dir, t->step.name);
	}
	rc = file_read_text(path, TEMPLATE_MAX, "prompt", text, err);
	if (rc == 0 && (read_sections(t, text->buf, &why) < 0 || check_sections(t, &why) < 0))
		rc = error(err, "The prompt %s: %s", path, why.buf);
	sbuf_release(&why);
	free(path);
	return rc;
}

/* ---- family.yaml ---- */

static int read_temperature(const struct json *j, double *out, struct sbuf *err)
{
	char *text = NULL, *end;
	int rc = meta_str_opt(j, "temperature", &text, err);

	*out = 0;
	if (rc == 0 && text) {
		*out = strtod(text, &end);
		if (*end || end == text || !(*out >= 0 && *out <= 2))
			rc = error(err, "`temperature` is not a number from 0 to 2.");
	}
	free(text);
	return rc;
}

static int read_step(const struct json *j, struct prompt_step *s, struct sbuf *err)
{
	static const char *const known[] = { "max_tokens", "temperature", "stop", "slot", "words", "sentences", "trim", "grammar", "budget", "plain", "frames", NULL };
	struct strv unknown = STRV_INIT;
	int rc;

	if (!json_is_object(j))
		return error(err, "it is no map.");
	meta_unknown(j, known, &unknown);
	rc = unknown.n ? error(err, "`%s` is unknown.", unknown.v[0]) : 0;
	strv_release(&unknown);
	if (rc < 0 || meta_int(j, "max_tokens", 0, 1, 8192, &s->max_tokens, err) < 0 ||
	    read_temperature(j, &s->temperature, err) < 0 || meta_list(j, "stop", &s->stop, err) < 0 ||
	    meta_int(j, "slot", -1, -1, 15, &s->slot, err) < 0 || meta_int(j, "words", 0, 0, 1000, &s->words, err) < 0 ||
	    meta_int(j, "sentences", 0, 0, 100, &s->sentences, err) < 0 || meta_int(j, "budget", 0, 0, 1000000, &s->budget, err) < 0 || meta_list(j, "trim", &s->trim, err) < 0 ||
	    meta_list(j, "plain", &s->plain, err) < 0)
		return -1;
	return meta_bool(j, "frames", &s->frames, err) < 0 ? -1 : meta_str_opt(j, "grammar", &s->grammar, err);
}

static int add_step(struct prompts *p, const char *dir, const struct json *j, struct sbuf *err)
{
	struct template *t = &p->v[p->n++];
	struct sbuf why = SBUF_INIT, text = SBUF_INIT;
	int rc = 0;

	t->step.name = xstrdup(json_key(j));
	if (!meta_is_id(t->step.name, 1) || read_step(j, &t->step, &why) < 0)
		rc = error(err, "The prompts of %s, step %.40s: %s", p->family, t->step.name, why.len ? why.buf : "no name for a step.");
	else if (read_template(dir, p->family, t, &text, err) < 0)
		rc = -1;
	json_write(j, false, &text);
	hash_sha256(text.buf, text.len, t->hash);
	sbuf_release(&why);
	sbuf_release(&text);
	return rc;
}

static int read_family(struct prompts *p, const char *dir, const struct json *j, struct sbuf *err)
{
	const struct json *steps = json_get(j, "steps");
	struct sbuf why = SBUF_INIT;
	int rc = 0;

	if (!json_is_object(steps) || json_len(steps) > STEPS_MAX)
		rc = error(err, "The prompts of %s have no `steps`, or more than %d.", p->family, STEPS_MAX);
	else if (meta_int(j, "budget", BUDGET_DEFAULT, 100, 1000000, &p->budget, &why) < 0)
		rc = error(err, "The prompts of %s: %s", p->family, why.buf);
	sbuf_release(&why);
	if (rc < 0)
		return -1;
	p->v = xcalloc(json_len(steps) + 1, sizeof(*p->v));
	for (const struct json *s = json_first(steps); s && rc == 0; s = json_next(s))
		rc = add_step(p, dir, s, err);
	return rc;
}

struct prompts *prompts_load(const char *dir, const char *family, struct sbuf *err)
{
	struct prompts *p = xcalloc(1, sizeof(*p));
	struct sbuf text = SBUF_INIT, why = SBUF_INIT;
	char *path = meta_is_id(family, 1) ? xstrfmt("%s/%s/family.yaml", dir, family) : NULL;
	struct json *j = NULL;

	p->family = xstrdup(path && file_exists(path) ? family : "default");
	free(path);
	path = xstrfmt("%s/%s/family.yaml", dir, p->family);
	if (file_read_text(path, FAMILY_MAX, "list of prompts", &text, err) == 0) {
		j = yaml_parse_text(text.buf, text.len, &why);
		if (!j)
			error(err, "%s: %s", path, why.buf);
	}
	if (!j || read_family(p, dir, j, err) < 0) {
		prompts_free(p);
		p = NULL;
	}
	json_free(j);
	free(path);
	sbuf_release(&text);
	sbuf_release(&why);
	return p;
}

const char *prompts_family(const struct prompts *p)
{
	return p->family;
}

int prompts_budget(const struct prompts *p)
{
	return p->budget;
}

static const struct template *find(const struct prompts *p, const char *step)
{
	for (size_t i = 0; i < p->n; i++)
		if (streq(p->v[i].step.name, step))
			return &p->v[i];
	return NULL;
}

const struct prompt_step *prompts_step(const struct prompts *p, const char *step)
{
	const struct template *t = find(p, step);

	return t ? &t->step : NULL;
}

const char *prompts_hash(const struct prompts *p, const char *step)
{
	const struct template *t = find(p, step);

	return t ? t->hash : "";
}

/* ---- filling ---- */

/* A field's text as data, and how much of it is taken. */
struct filled {
	const char *name;
	struct sbuf text;
	size_t len;
	bool used;
};

static struct filled *filled_find(struct filled *v, size_t n, const char *name, size_t len)
{
	for (size_t i = 0; i < n; i++)
		if (strlen(v[i].name) == len && !memcmp(v[i].name, name, len))
			return &v[i];
	return NULL;
}

static int match_fields(const struct template *t, struct filled *v, size_t n, struct sbuf *err)
{
	size_t len = 0;

	for (const char *p = next_field(t->v[t->n - 1].content, &len); p; p = next_field(p + len + 1, &len)) {
		struct filled *f = filled_find(v, n, p, len);

		if (!f)
			return error(err, "The prompt %s wants the field %.*s, which was not given.", t->step.name, (int)len, p);
		f->used = true;
	}
	for (size_t i = 0; i < n; i++)
		if (!v[i].used)
			return error(err, "The prompt %s has no field %s.", t->step.name, v[i].name);
	return 0;
}

static void cut_field(struct filled *f, size_t by)
{
	size_t len = f->len - MIN(by, f->len - MIN(f->len, PROMPT_FIELD_MIN));

	while (len && ((unsigned char)f->text.buf[len] & 0xc0) == 0x80)
		len--;
	f->len = len;
}

/* Bytes of the whole with the fields as they are cut now. Over by the braces, which is nothing. */
static size_t whole_bytes(const struct template *t, const struct filled *v, size_t n)
{
	size_t sum = 0;

	for (size_t i = 0; i < t->n; i++)
		sum += strlen(t->v[i].content) + 14; /* marks of the role */
	for (size_t i = 0; i < n; i++)
		sum += v[i].len;
	return sum;
}

static int keep_budget(const struct prompts *p, const struct template *t, struct filled *v, size_t n, bool *trimmed, struct sbuf *err)
{
	int budget = t->step.budget ? t->step.budget : p->budget;
	size_t may = (size_t)budget * 7 / 2;

	for (size_t i = 0; i < t->step.trim.n; i++) {
		struct filled *f = filled_find(v, n, t->step.trim.v[i], strlen(t->step.trim.v[i]));
		size_t now = whole_bytes(t, v, n);

		if (!f || now <= may)
			continue;
		cut_field(f, now - may);
		*trimmed = true;
	}
	if (whole_bytes(t, v, n) > may)
		return error(err, "The prompt %s is over %d tokens, and nothing more can be left out.", t->step.name, budget);
	return 0;
}

static void fill_text(const char *text, struct filled *v, size_t n, struct sbuf *out)
{
	for (const char *p = text; *p; p++) {
		size_t len = strspn(p + 1, "abcdefghijklmnopqrstuvwxyz_");
		struct filled *f;

		if ((*p == '{' || *p == '}') && p[1] == *p) {
			sbuf_addch(out, *p++);
			continue;
		}
		f = *p == '{' ? filled_find(v, n, p + 1, len) : NULL;
		if (!f) {
			sbuf_addch(out, *p);
			continue;
		}
		sbuf_add(out, f->text.buf, f->len);
		p += len + 1;
	}
}

static void build(const struct template *t, struct filled *v, size_t n, struct prompt *out)
{
	struct sbuf fixed = SBUF_INIT;
	size_t bytes = 0;

	out->v = xcalloc(t->n, sizeof(*out->v));
	for (; out->n < t->n; out->n++) {
		struct sbuf text = SBUF_INIT;

		fill_text(t->v[out->n].content, out->n + 1 == t->n ? v : NULL, out->n + 1 == t->n ? n : 0, &text);
		if (out->n + 1 < t->n)
			sbuf_addf(&fixed, "%s\n", text.buf);
		bytes += text.len + 14;
		out->v[out->n].role = t->v[out->n].role;
		out->v[out->n].content = sbuf_detach(&text, NULL);
	}
	out->tokens = prompt_tokens(bytes);
	out->fixed = sbuf_detach(&fixed, NULL);
	out->step = &t->step;
}

int prompt_fill(const struct prompts *p, const char *step, const struct prompt_field *fields, size_t n, struct prompt *out, struct sbuf *err)
{
	const struct template *t = find(p, step);
	struct filled *v = xcalloc(n + 1, sizeof(*v));
	int rc;

	*out = (struct prompt){ 0 };
	for (size_t i = 0; i < n; i++) {
		v[i].name = fields[i].name;
		sbuf_init(&v[i].text);
		prompt_neutralise(fields[i].text ? fields[i].text : "", fields[i].text ? strlen(fields[i].text) : 0, &v[i].text);
		v[i].len = v[i].text.len;
	}
	if (!t)
		rc = error(err, "Models of the family %s do not do the step %s.", p->family, step);
	else
		rc = match_fields(t, v, n, err) < 0 || keep_budget(p, t, v, n, &out->trimmed, err) < 0 ? -1 : 0;
	if (rc == 0)
		build(t, v, n, out);
	for (size_t i = 0; i < n; i++)
		sbuf_release(&v[i].text);
	free(v);
	return rc;
}

void prompt_end(struct prompt *out)
{
	for (size_t i = 0; i < out->n; i++)
		free(out->v[i].content);
	free(out->v);
	free(out->fixed);
	*out = (struct prompt){ 0 };
}

void prompt_show(const struct prompt *p, struct sbuf *out)
{
	for (size_t i = 0; i < p->n; i++)
		sbuf_addf(out, "=== %s\n%s\n", p->v[i].role, p->v[i].content);
	sbuf_addf(out, "(about %zu tokens%s)\n", p->tokens, p->trimmed ? ", cut to the budget" : "");
}

size_t prompt_tokens(size_t bytes)
{
	return (bytes * 2 + 6) / 7;
}
