/* YAML as people write it in front matter, read through libyaml's events into a json tree. */
#include "base/json.h"

#include <ctype.h>
#include <yaml.h>

#define YAML_MAX_NODES 100000

struct frame {
	struct json *node;
	char *key; /* the key waiting for its value, in a map */
};

struct reader {
	yaml_parser_t parser;
	struct frame stack[JSON_DEPTH];
	int depth;
	size_t nodes;
	bool raw; /* plain scalars stay strings */
	struct json *root;
	struct sbuf *err;
};

static int fail(struct reader *r, size_t line, const char *what)
{
	return error(r->err, "Line %zu of the YAML: %s.", line + 1, what);
}

static struct json *plain_scalar(const char *s)
{
	char *end;
	double n;

	if (!*s || streq(s, "~") || streq(s, "null"))
		return json_parse("null", 4, NULL);
	if (streq(s, "true") || streq(s, "false"))
		return json_bool_new(*s == 't');
	if (isdigit((unsigned char)*s) || (*s == '-' && isdigit((unsigned char)s[1]))) {
		n = strtod(s, &end);
		if (!*end && !strpbrk(s, "xXpP"))
			return json_number(n);
	}
	return json_string(s);
}

static int attach(struct reader *r, struct json *value, size_t line)
{
	struct frame *top = r->depth ? &r->stack[r->depth - 1] : NULL;

	if (!top) {
		r->root = value;
		return 0;
	}
	if (json_is_array(top->node)) {
		json_add_take(top->node, value);
		return 0;
	}
	if (!top->key) {
		json_free(value);
		return fail(r, line, "a key must be a plain word");
	}
	json_set_take(top->node, top->key, value);
	free(top->key);
	top->key = NULL;
	return 0;
}

static int scalar(struct reader *r, const yaml_event_t *e)
{
	struct frame *top = r->depth ? &r->stack[r->depth - 1] : NULL;
	const char *text = (const char *)e->data.scalar.value;
	size_t line = e->start_mark.line;

	if (strlen(text) != e->data.scalar.length)
		return fail(r, line, "a NUL byte in a text");
	if (top && json_is_object(top->node) && !top->key) {
		if (json_get(top->node, text))
			return fail(r, line, "the same key twice");
		top->key = xstrdup(text);
		return 0;
	}
	if (e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE && !r->raw)
		return attach(r, plain_scalar(text), line);
	return attach(r, json_string(text), line);
}

static int open_node(struct reader *r, struct json *node, size_t line)
{
	if (r->depth == JSON_DEPTH) {
		json_free(node);
		return fail(r, line, "nested too deep");
	}
	if (attach(r, node, line) < 0)
		return -1;
	r->stack[r->depth++] = (struct frame){ node, NULL };
	return 0;
}

/* 1: go on; 0: the end; -1: error. */
static int take(struct reader *r, const yaml_event_t *e)
{
	size_t line = e->start_mark.line;

	if (++r->nodes > YAML_MAX_NODES)
		return fail(r, line, "too many values");
	switch (e->type) {
	case YAML_SCALAR_EVENT:
		return scalar(r, e) < 0 ? -1 : 1;
	case YAML_SEQUENCE_START_EVENT:
		return open_node(r, json_array(), line) < 0 ? -1 : 1;
	case YAML_MAPPING_START_EVENT:
		return open_node(r, json_object(), line) < 0 ? -1 : 1;
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		r->depth--;
		return 1;
	case YAML_ALIAS_EVENT:
		return fail(r, line, "anchors and aliases are not used here");
	case YAML_DOCUMENT_END_EVENT:
	case YAML_STREAM_END_EVENT:
		return 0;
	default:
		return 1;
	}
}

static int read_all(struct reader *r)
{
	yaml_event_t e;
	int rc = 1;

	while (rc > 0) {
		if (!yaml_parser_parse(&r->parser, &e)) {
			const char *why = r->parser.problem ? r->parser.problem : "it cannot be read";

			return fail(r, r->parser.problem_mark.line, why);
		}
		rc = take(r, &e);
		yaml_event_delete(&e);
	}
	return rc;
}

static struct json *parse(const char *text, size_t len, bool raw, struct sbuf *err)
{
	struct reader r = { .err = err, .raw = raw };
	int rc;

	if (!yaml_parser_initialize(&r.parser))
		BUG("libyaml: no parser");
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r.parser, (const unsigned char *)text, len);
	rc = read_all(&r);
	for (int i = 0; i < JSON_DEPTH; i++)
		free(r.stack[i].key);
	yaml_parser_delete(&r.parser);
	if (rc < 0) {
		json_free(r.root);
		return NULL;
	}
	return r.root ? r.root : json_object();
}

struct json *yaml_parse(const char *text, size_t len, struct sbuf *err)
{
	return parse(text, len, false, err);
}

struct json *yaml_parse_text(const char *text, size_t len, struct sbuf *err)
{
	return parse(text, len, true, err);
}
