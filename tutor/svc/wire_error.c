/* wire: error replies. They are JSON of several shapes, plain text (LlamaEdge) or a proxy's HTML. */
#include "svc/wire.h"

#include <strings.h>

#include "base/utf8.h"

#define SAID_MAX 300

void wire_error_release(struct wire_error *e)
{
	sbuf_release(&e->said);
}

/* One line, safe to show, bounded. */
static void add_line(struct sbuf *out, const char *text, size_t len)
{
	struct sbuf clean = SBUF_INIT;
	size_t bad, n;

	utf8_sanitize(&clean, text, MIN(len, 4 * SAID_MAX));
	for (size_t i = 0; i < clean.len; i++)
		if (clean.buf[i] == '\n' || clean.buf[i] == '\t')
			clean.buf[i] = ' ';
	sbuf_rtrim(&clean);
	n = MIN(clean.len, (size_t)SAID_MAX);
	if (!utf8_valid(clean.buf, n, &bad))
		n = bad;
	sbuf_add(out, clean.buf, n);
	sbuf_release(&clean);
}

static bool looks_like_html(const char *s, size_t len)
{
	size_t i = 0;

	while (i < len && strchr(" \t\r\n", s[i]))
		i++;
	return i < len && s[i] == '<';
}

/* {"error":{message}}, {"error":"..."}, {"message"}, {"detail":"..." or [{loc, msg}]}, or a list with one of them. */
static void add_said(const struct json *j, struct sbuf *out)
{
	const struct json *e = json_get(j, "error"), *d = json_get(j, "detail");
	const char *s;

	if (json_is_array(j)) {
		j = json_at(j, 0);
		e = json_get(j, "error");
	}
	s = json_is_string(e) ? json_str(e, "") : json_get_str(e, "message", NULL);
	if (!s)
		s = json_is_string(d) ? json_str(d, "") : json_get_str(j, "message", NULL);
	if (s) {
		add_line(out, s, strlen(s));
	} else if (d) { /* vLLM, FastAPI: the field's name stands in loc */
		struct sbuf text = SBUF_INIT;

		json_write(d, false, &text);
		add_line(out, text.buf, text.len);
		sbuf_release(&text);
	}
}

static bool has(const char *text, const char *part)
{
	return strcasestr(text, part) != NULL;
}

static const struct field_name {
	unsigned field;
	const char *name;
} field_names[] = {
	{ WIRE_MAX_NEW, "max_completion_tokens" }, { WIRE_MAX_OLD, "max_tokens" }, { WIRE_STREAM_OPTIONS, "stream_options" },
	{ WIRE_TEMPERATURE, "temperature" },       { WIRE_STOP, "stop" },          { WIRE_GRAMMAR, "grammar" },
	{ WIRE_SCHEMA, "response_format" },        { WIRE_CACHE, "cache_prompt" }, { WIRE_SLOT, "id_slot" },
};

/* Does the name stand there as a word of its own? */
static bool names_word(const char *text, const char *name)
{
	size_t n = strlen(name);

	for (const char *p = text; (p = strstr(p, name)); p += n) {
		bool before = p == text || !(p[-1] == '_' || (p[-1] >= 'a' && p[-1] <= 'z'));
		bool after = !(p[n] == '_' || (p[n] >= 'a' && p[n] <= 'z'));

		if (before && after)
			return true;
	}
	return false;
}

/* The field that stands first in the text is meant: "max_tokens is not supported, use max_completion_tokens". */
static unsigned named_field(const char *text, const char *param, unsigned sent)
{
	unsigned best = 0;
	const char *best_at = NULL;

	for (size_t i = 0; i < ARRAY_SIZE(field_names); i++) {
		const struct field_name *f = &field_names[i];
		const char *at;

		if (!(sent & f->field))
			continue;
		if (streq(param, f->name))
			return f->field;
		if (f->field == WIRE_STOP || !names_word(text, f->name)) /* "stop" is an everyday word */
			continue;
		at = strstr(text, f->name);
		if (!best || at < best_at) {
			best = f->field;
			best_at = at;
		}
	}
	return best;
}

static bool is_overflow(const char *code, const char *type, const char *said)
{
	return streq(code, "context_length_exceeded") || streq(type, "exceed_context_size_error") ||
	       has(said, "context size has been exceeded") || has(said, "exceeds the available context size") ||
	       has(said, "maximum context length") || has(said, "context window") || has(said, "prompt is too long");
}

static enum wire_problem kind_of(long status, const char *code, const char *type, const char *said)
{
	if (is_overflow(code, type, said))
		return WIRE_OVERFLOW;
	if (status == 402 || streq(code, "insufficient_quota") || streq(type, "insufficient_quota"))
		return WIRE_CREDIT;
	if (status == 401 || status == 403 || streq(code, "invalid_api_key"))
		return WIRE_KEY;
	if (streq(code, "model_not_found") || (status == 404 && has(said, "model")))
		return WIRE_NO_MODEL;
	if (status == 408 || status == 409 || status == 429)
		return WIRE_BUSY;
	if (status == 503 && (has(said, "loading") || streq(type, "unavailable_error")))
		return WIRE_LOADING;
	return status >= 500 ? WIRE_SERVER : WIRE_REQUEST;
}

void wire_error_read(long status, const char *body, size_t len, unsigned sent, struct wire_error *e)
{
	struct json *j = json_parse(body, len, NULL);
	const struct json *inner = json_get(j, "error");
	const char *code = json_get_str(inner, "code", ""), *type = json_get_str(inner, "type", "");

	*e = (struct wire_error){ .said = SBUF_INIT, .tokens = -1, .limit = -1 };
	if (j)
		add_said(j, &e->said);
	else if (!looks_like_html(body, len))
		add_line(&e->said, body, len);
	if (!status) /* an error in a stream: its code is what the status would have been */
		status = (long)json_get_int(inner, "code", 500);
	e->kind = kind_of(status, code, type, e->said.buf);
	if (e->kind == WIRE_OVERFLOW) {
		e->tokens = json_get_int(inner, "n_prompt_tokens", -1);
		e->limit = json_get_int(inner, "n_ctx", -1);
	}
	if (e->kind == WIRE_REQUEST && (status == 400 || status == 422)) {
		e->field = named_field(e->said.buf, json_get_str(inner, "param", ""), sent);
		if (e->field)
			e->kind = WIRE_FIELD;
	}
	json_free(j);
}

bool wire_may_retry(enum wire_problem kind)
{
	return kind == WIRE_BUSY || kind == WIRE_LOADING || kind == WIRE_SERVER || kind == WIRE_CUT || kind == WIRE_UNREACHABLE;
}
