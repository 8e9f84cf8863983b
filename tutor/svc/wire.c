#include "svc/wire.h"

#include <math.h>

#define ALWAYS (WIRE_MAX_NEW | WIRE_MAX_OLD | WIRE_STREAM_OPTIONS | WIRE_TEMPERATURE | WIRE_STOP)
#define LLAMA (ALWAYS | WIRE_GRAMMAR | WIRE_SCHEMA | WIRE_CACHE | WIRE_SLOT)

const struct quirk quirk_local = {
	.name = "local", .title = "local model", .fields = LLAMA, .mend = "tutor model status",
};

/*
 * OpenAI's newer models refuse max_tokens; LlamaEdge reads only max_completion_tokens; Ollama and older vLLM only max_tokens.
 * To all but OpenAI both are sent; a server that refuses one names it, and the client remembers.
 */
static const struct quirk quirks[] = {
	{ "openai", "OpenAI", "api.openai.com", NULL, NULL, (ALWAYS & ~WIRE_MAX_OLD) | WIRE_SCHEMA, NULL },
	{ "openrouter", "OpenRouter", "openrouter.ai", NULL, NULL, ALWAYS, NULL },
	{ "gaia", "Gaia node (LlamaEdge)", "gaia.domains", NULL, NULL, ALWAYS, NULL },
	{ "ollama", "Ollama", ":11434", "library", NULL, ALWAYS | WIRE_SCHEMA, "ollama serve" },
	{ "lmstudio", "LM Studio", ":1234", "organization_owner", NULL, ALWAYS | WIRE_SCHEMA, "lms server start" },
	{ "llamacpp", "llama.cpp", NULL, "llamacpp", "llama.cpp", LLAMA, NULL },
	{ "vllm", "vLLM", NULL, "vllm", NULL, ALWAYS | WIRE_SCHEMA, NULL },
	{ "llamaedge", "LlamaEdge", NULL, "Not specified", NULL, ALWAYS, NULL },
	{ "any", "OpenAI-compatible server", NULL, NULL, NULL, ALWAYS, NULL },
};

const struct quirk *quirk_by_name(const char *name)
{
	if (streq(name, quirk_local.name))
		return &quirk_local;
	for (size_t i = 0; i < ARRAY_SIZE(quirks); i++)
		if (streq(quirks[i].name, name))
			return &quirks[i];
	return &quirks[ARRAY_SIZE(quirks) - 1];
}

static bool host_matches(const char *host, const char *part)
{
	const char *colon = strrchr(host, ':');
	size_t n = colon ? (size_t)(colon - host) : strlen(host), k = strlen(part);

	if (*part == ':')
		return colon && streq(colon, part);
	/* the domain itself or a name below it */
	return n >= k && !memcmp(host + n - k, part, k) && (n == k || host[n - k - 1] == '.');
}

const struct quirk *quirk_find(const char *host, const struct json *models, const char *server)
{
	const char *owner = json_get_str(json_at(json_get(models, "data"), 0), "owned_by", "");

	for (size_t i = 0; i < ARRAY_SIZE(quirks); i++) {
		const struct quirk *q = &quirks[i];

		if ((q->owned_by && streq(owner, q->owned_by)) || (q->header && server && starts_with(server, q->header)))
			return q;
	}
	for (size_t i = 0; i < ARRAY_SIZE(quirks); i++)
		if (quirks[i].host && host && host_matches(host, quirks[i].host))
			return &quirks[i];
	return quirk_by_name("any");
}

/* Requests. */

static struct json *messages_json(const struct chat_ask *ask)
{
	struct json *arr = json_array();

	for (size_t i = 0; i < ask->n_messages; i++) {
		struct json *m = json_object();

		json_set_str(m, "role", ask->messages[i].role);
		json_set_str(m, "content", ask->messages[i].content);
		json_add_take(arr, m);
	}
	return arr;
}

static unsigned wanted(const struct chat_ask *ask)
{
	return WIRE_MAX_NEW | WIRE_MAX_OLD | WIRE_STREAM_OPTIONS | WIRE_CACHE | (ask->temperature >= 0 ? WIRE_TEMPERATURE : 0u) |
	       (ask->stop && *ask->stop ? WIRE_STOP : 0u) | (ask->grammar ? WIRE_GRAMMAR : 0u) |
	       (ask->schema ? WIRE_SCHEMA : 0u) | (ask->slot >= 0 ? WIRE_SLOT : 0u);
}

static void set_stop(struct json *j, const struct chat_ask *ask)
{
	struct json *stop = json_array();

	for (const char *const *s = ask->stop; *s; s++)
		json_add_str(stop, *s);
	json_set_take(j, "stop", stop);
}

static void set_schema(struct json *j, const struct chat_ask *ask)
{
	struct json *format = json_object(), *inner = json_object();

	json_set_str(inner, "name", "answer");
	json_set_take(inner, "schema", json_copy(ask->schema));
	json_set_bool(inner, "strict", true);
	json_set_str(format, "type", "json_schema");
	json_set_take(format, "json_schema", inner);
	json_set_take(j, "response_format", format);
}

static void set_usage(struct json *j)
{
	struct json *o = json_object();

	json_set_bool(o, "include_usage", true);
	json_set_take(j, "stream_options", o);
}

static void set_fields(struct json *j, unsigned f, const struct chat_ask *ask)
{
	if (f & WIRE_MAX_NEW)
		json_set_num(j, "max_completion_tokens", ask->max_tokens);
	if (f & WIRE_MAX_OLD)
		json_set_num(j, "max_tokens", ask->max_tokens);
	if (f & WIRE_STREAM_OPTIONS)
		set_usage(j);
	if (f & WIRE_TEMPERATURE)
		json_set_num(j, "temperature", ask->temperature);
	if (f & WIRE_STOP)
		set_stop(j, ask);
	if (f & WIRE_GRAMMAR)
		json_set_str(j, "grammar", ask->grammar);
	if (f & WIRE_SCHEMA)
		set_schema(j, ask);
	if (f & WIRE_CACHE)
		json_set_bool(j, "cache_prompt", true);
	if (f & WIRE_SLOT)
		json_set_num(j, "id_slot", ask->slot);
}

unsigned wire_chat(const struct quirk *q, unsigned drop, const char *model, const struct chat_ask *ask, struct sbuf *out)
{
	struct json *j = json_object();
	unsigned fields = wanted(ask) & q->fields & ~drop;

	if (!(fields & (WIRE_MAX_NEW | WIRE_MAX_OLD))) /* never without a bound: LlamaEdge's own is 2^31 */
		fields |= drop & WIRE_MAX_OLD ? WIRE_MAX_NEW : WIRE_MAX_OLD;
	json_set_str(j, "model", model);
	json_set_take(j, "messages", messages_json(ask));
	json_set_bool(j, "stream", true);
	set_fields(j, fields, ask);
	json_write(j, false, out);
	json_free(j);
	return fields;
}

void wire_embed(const char *model, const char *const *texts, size_t n, struct sbuf *out)
{
	struct json *j = json_object(), *input = json_array();

	for (size_t i = 0; i < n; i++)
		json_add_str(input, texts[i]);
	json_set_str(j, "model", model);
	json_set_take(j, "input", input);
	json_set_str(j, "encoding_format", "float");
	json_write(j, false, out);
	json_free(j);
}

/* Vectors. */

static int take_vector(const struct json *row, size_t dim, float *out, struct sbuf *err)
{
	const struct json *v = json_get(row, "embedding");
	double sum = 0;
	size_t i = 0;

	if (json_len(v) != dim)
		return error(err, "The server sent a vector of %zu numbers instead of %zu.", json_len(v), dim);
	for (const struct json *c = json_first(v); c; c = json_next(c), i++) {
		double x = json_num(c, NAN);

		if (!isfinite(x) || fabs(x) > 1e6)
			return error(err, "The server sent a vector with a value that is no number.");
		out[i] = (float)x;
		sum += x * x;
	}
	return sum > 0 ? 0 : error(err, "The server sent a vector of length 0.");
}

static int take_vectors(const struct json *data, size_t n, size_t *dim, float **out, struct sbuf *err)
{
	bool *seen;
	int rc = 0;

	if (json_len(data) != n)
		return error(err, "The server sent %zu vectors for %zu texts.", json_len(data), n);
	if (!*dim)
		*dim = json_len(json_get(json_first(data), "embedding"));
	if (!*dim || *dim > 65536)
		return error(err, "The server sent vectors of %zu numbers.", *dim);
	seen = xcalloc(n, sizeof(*seen));
	*out = xcalloc(n * *dim, sizeof(**out));
	for (const struct json *row = json_first(data); row && !rc; row = json_next(row)) {
		int64_t at = json_get_int(row, "index", -1);

		if (at < 0 || (size_t)at >= n || seen[at]) {
			rc = error(err, "The server numbered its vectors wrongly.");
			break;
		}
		seen[at] = true;
		rc = take_vector(row, *dim, *out + (size_t)at * *dim, err);
	}
	free(seen);
	return rc;
}

int wire_vectors(const char *body, size_t len, size_t n, size_t *dim, float **out_take, struct sbuf *err)
{
	struct json *j = json_parse(body, len, NULL);
	int rc;

	*out_take = NULL;
	if (!json_is_array(json_get(j, "data")))
		rc = error(err, "The server's reply is no list of vectors.");
	else
		rc = take_vectors(json_get(j, "data"), n, dim, out_take, err);
	if (rc) {
		free(*out_take);
		*out_take = NULL;
	}
	json_free(j);
	return rc;
}
