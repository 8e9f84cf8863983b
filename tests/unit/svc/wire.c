/*
 * wire: replies in the form each server sends them, cut at every byte; errors of every kind; requests.
 * The bytes of llama.cpp and aimock are recorded (shortened); those of the others follow their documentation.
 */
#include "test.h"

#include "svc/wire.h"

static const char openai[] =
	"data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"gpt-x\",\"service_tier\":\"default\","
	"\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null},\"logprobs\":null,\"finish_reason\":null}],"
	"\"usage\":null,\"obfuscation\":\"aGk\"}\n\n"
	"data: {\"id\":\"chatcmpl-1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Caf\\u00e9 \"},\"finish_reason\":null}],\"usage\":null}\n\n"
	"data: {\"id\":\"chatcmpl-1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\xF0\x9F\xA6\x80!\"},\"finish_reason\":null}]}\n\n"
	"data: {\"id\":\"chatcmpl-1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
	"data: {\"id\":\"chatcmpl-1\",\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":4,\"total_tokens\":13}}\n\n"
	"data: [DONE]\n\n";

static const char openrouter[] =
	": OPENROUTER PROCESSING\n\n: OPENROUTER PROCESSING\n\n"
	"data: {\"id\":\"gen-1\",\"provider\":\"X\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\",\"reasoning\":\"Hm. \"},\"finish_reason\":null}]}\n\n"
	"data: {\"id\":\"gen-1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Yes.\",\"reasoning\":null},\"finish_reason\":null}]}\n\n"
	"data: {\"id\":\"gen-1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},\"finish_reason\":\"stop\",\"native_finish_reason\":\"STOP\"}]}\n\n"
	"data: [DONE]\n\n";

static const char openrouter_dies[] =
	": OPENROUTER PROCESSING\n\n"
	"data: {\"id\":\"gen-1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Half \"},\"finish_reason\":null}]}\n\n"
	"data: {\"id\":\"gen-1\",\"error\":{\"code\":502,\"message\":\"Provider disconnected\"},\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},\"finish_reason\":\"error\"}]}\n\n";

static const char llamacpp[] =
	"data: {\"choices\":[{\"finish_reason\":null,\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":null}}],\"created\":1,\"id\":\"chatcmpl-2\",\"model\":\"m\",\"system_fingerprint\":\"b1\",\"object\":\"chat.completion.chunk\"}\n\n"
	"data: {\"choices\":[{\"finish_reason\":null,\"index\":0,\"delta\":{\"reasoning_content\":\"Let me see.\"}}]}\n\n"
	"data: {\"choices\":[{\"finish_reason\":null,\"index\":0,\"delta\":{\"content\":\"Two\"}}]}\n\n"
	"data: {\"choices\":[{\"finish_reason\":null,\"index\":0,\"delta\":{\"content\":\" words\"}}]}\n\n"
	"data: {\"choices\":[{\"finish_reason\":\"length\",\"index\":0,\"delta\":{}}],\"timings\":{\"prompt_n\":5,\"predicted_n\":2}}\n\n"
	"data: {\"choices\":[],\"usage\":{\"completion_tokens\":2,\"prompt_tokens\":5,\"total_tokens\":7},\"timings\":{}}\n\n"
	"data: [DONE]\n\n";

static const char llamaedge[] = /* CRLF, one space or none, a role in every chunk */
	"data: {\"id\":\"chatcmpl-3\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"A \",\"tool_calls\":[],\"role\":\"assistant\"},\"logprobs\":null,\"finish_reason\":null}],\"created\":1,\"model\":\"q\",\"system_fingerprint\":\"fp_44709d6fcb\",\"object\":\"chat.completion.chunk\"}\r\n\r\n"
	"data:{\"id\":\"chatcmpl-3\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"box.\",\"tool_calls\":[],\"role\":\"assistant\"},\"finish_reason\":\"stop\"}]}\r\n\r\n"
	"data: {\"id\":\"chatcmpl-3\",\"choices\":[],\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":2,\"total_tokens\":22}}\r\n\r\n"
	"data: [DONE]\r\n\r\n";

static const char ollama[] =
	"data: {\"id\":\"chatcmpl-4\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"q\",\"system_fingerprint\":\"fp_ollama\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"Hi\"},\"finish_reason\":null}]}\n\n"
	"data: {\"id\":\"chatcmpl-4\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"q\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"finish_reason\":\"stop\"}]}\n\n"
	"data: [DONE]\n\n";

static const char vllm_think[] = /* a reasoning model without a reasoning parser */
	"data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"logprobs\":null,\"finish_reason\":null}]}\n\n"
	"data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\\n<th\"}}]}\n\n"
	"data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"ink>is <b> \\u00e9? </\"}}]}\n\n"
	"data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"think>\\n\\n\"}}]}\n\n"
	"data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"No <think> here.\"},\"finish_reason\":\"stop\",\"stop_reason\":null}]}\n\n"
	"data: [DONE]\n\n";

static const char lmstudio_json[] =
	"{\n  \"id\": \"chatcmpl-5\",\n  \"object\": \"chat.completion\",\n  \"choices\": [\n    {\n      \"index\": 0,\n      \"message\": "
	"{\"role\": \"assistant\", \"content\": \"At once.\"},\n      \"finish_reason\": \"stop\"\n    }\n  ],\n"
	"  \"usage\": {\"prompt_tokens\": 3, \"completion_tokens\": 2}\n}\n";

static const char aimock[] =
	"data: {\"id\":\"chatcmpl-6\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"mock\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\"},\"finish_reason\":null}]}\n\n"
	"data: {\"id\":\"chatcmpl-6\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"ok\"},\"finish_reason\":null}]}\n\n"
	"data: {\"id\":\"chatcmpl-6\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

static const struct row {
	const char *name, *bytes, *text, *reasoning;
	enum wire_finish finish;
	enum wire_problem problem;
	int in, out;
} rows[] = {
	{ "openai", openai, "Caf\xC3\xA9 \xF0\x9F\xA6\x80!", "", WIRE_STOPPED, WIRE_OK, 9, 4 },
	{ "openrouter", openrouter, "Yes.", "Hm. ", WIRE_STOPPED, WIRE_OK, -1, -1 },
	{ "openrouter dies", openrouter_dies, "Half ", "", WIRE_UNFINISHED, WIRE_SERVER, -1, -1 },
	{ "llama.cpp", llamacpp, "Two words", "Let me see.", WIRE_LENGTH, WIRE_OK, 5, 2 },
	{ "LlamaEdge", llamaedge, "A box.", "", WIRE_STOPPED, WIRE_OK, 20, 2 },
	{ "Ollama", ollama, "Hi", "", WIRE_STOPPED, WIRE_OK, -1, -1 },
	{ "vLLM", vllm_think, "No <think> here.", "is <b> \xC3\xA9? ", WIRE_STOPPED, WIRE_OK, -1, -1 },
	{ "LM Studio, whole", lmstudio_json, "At once.", "", WIRE_STOPPED, WIRE_OK, 3, 2 },
	{ "aimock", aimock, "ok", "", WIRE_STOPPED, WIRE_OK, -1, -1 },
	{ "filter", "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"content_filter\"}]}\n\n", "", "", WIRE_FILTERED, WIRE_OK, -1, -1 },
	{ "no finish", "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n", "a", "", WIRE_UNFINISHED, WIRE_CUT, -1, -1 },
	{ "only [DONE]", "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: [DONE]\n\n", "a", "", WIRE_STOPPED, WIRE_OK, -1, -1 },
	{ "half an event", "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: {\"choi", "a", "", WIRE_UNFINISHED, WIRE_CUT, -1, -1 },
	{ "broken event", "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: {no}\n\n", "a", "", WIRE_UNFINISHED, WIRE_GARBAGE, -1, -1 },
	{ "html", " <!DOCTYPE html><html></html>", "", "", WIRE_UNFINISHED, WIRE_GARBAGE, -1, -1 },
	{ "nothing", "", "", "", WIRE_UNFINISHED, WIRE_GARBAGE, -1, -1 },
	{ "other json", "{\"hello\":1}", "", "", WIRE_UNFINISHED, WIRE_GARBAGE, -1, -1 },
	{ "json error", "{\"error\":{\"message\":\"Rate limit\",\"code\":429}}", "", "", WIRE_UNFINISHED, WIRE_BUSY, -1, -1 },
	{ "error is null", "data: {\"error\":null,\"choices\":[{\"delta\":{\"content\":\"a\"},\"finish_reason\":\"stop\"}]}\n\n", "a", "", WIRE_STOPPED, WIRE_OK, -1, -1 },
	{ "open think", "data: {\"choices\":[{\"delta\":{\"content\":\"<think>never\"},\"finish_reason\":\"length\"}]}\n\n", "", "never", WIRE_LENGTH, WIRE_OK, -1, -1 },
	{ "starts like think", "data: {\"choices\":[{\"delta\":{\"content\":\"<thin\"},\"finish_reason\":\"stop\"}]}\n\n", "<thin", "", WIRE_STOPPED, WIRE_OK, -1, -1 },
	{ "dangerous", "data: {\"choices\":[{\"delta\":{\"content\":\"a\\u001b[31m\\u202eb\\r\\nc\"},\"finish_reason\":\"stop\"}]}\n\n", "a?[31m\xEF\xBF\xBD" "b\nc", "", WIRE_STOPPED, WIRE_OK, -1, -1 },
};

struct heard {
	struct sbuf text, reasoning;
};

static void on_text(void *ctx, const char *p, size_t len)
{
	sbuf_add(&((struct heard *)ctx)->text, p, len);
}

static void on_reasoning(void *ctx, const char *p, size_t len)
{
	sbuf_add(&((struct heard *)ctx)->reasoning, p, len);
}

/* Fed as [0, a) and [a, len) (step 0) or in steps; true when all is as wanted. */
static bool read_row(const struct row *row, size_t a, size_t step, bool show)
{
	size_t len = strlen(row->bytes);
	struct heard h = { SBUF_INIT, SBUF_INIT };
	struct wire_reader r;
	bool ok;
	int rc = 0;

	wire_reader_init(&r, 10000);
	r.on_text = on_text;
	r.on_reasoning = on_reasoning;
	r.ctx = &h;
	if (step) {
		for (size_t i = 0; i < len && !rc; i += step)
			rc = wire_reader_feed(&r, row->bytes + i, MIN(step, len - i));
	} else {
		rc = wire_reader_feed(&r, row->bytes, a);
		if (!rc)
			wire_reader_feed(&r, row->bytes + a, len - a);
	}
	wire_reader_end(&r);
	ok = streq(h.text.buf, row->text) && streq(h.reasoning.buf, row->reasoning) && streq(r.text.buf, row->text) &&
	     r.finish == row->finish && r.error.kind == row->problem && r.tokens_in == row->in && r.tokens_out == row->out;
	if (!ok && show)
		printf("%s cut at %zu step %zu: text \"%s\" reasoning \"%s\" finish %d problem %d tokens %lld %lld\n", row->name, a,
		       step, h.text.buf, h.reasoning.buf, (int)r.finish, (int)r.error.kind, (long long)r.tokens_in,
		       (long long)r.tokens_out);
	sbuf_release(&h.text);
	sbuf_release(&h.reasoning);
	wire_reader_release(&r);
	return ok;
}

TEST(replies_cut_everywhere)
{
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		bool ok = true;

		for (size_t a = 0; a <= strlen(rows[i].bytes) && ok; a++)
			CHECK(ok = read_row(&rows[i], a, 0, true));
		for (size_t step = 1; step < 9 && ok; step++)
			CHECK(ok = read_row(&rows[i], 0, step, true));
	}
}

TEST(text_is_bounded)
{
	static const char chunk[] = "data: {\"choices\":[{\"delta\":{\"content\":\"ab\xE2\x82\xAC\"}}]}\n\n";
	struct wire_reader r;
	int n = 0;

	wire_reader_init(&r, 12); /* ends inside the third euro sign */
	while (!wire_reader_feed(&r, chunk, sizeof(chunk) - 1) && n < 100)
		n++;
	CHECK_INT(n, 2);
	wire_reader_end(&r);
	CHECK_STR(r.text.buf, "ab\xE2\x82\xAC" "ab\xE2\x82\xAC" "ab");
	CHECK_INT(r.finish, WIRE_LENGTH);
	CHECK_INT(r.error.kind, WIRE_OK);
	wire_reader_release(&r);
}

TEST(long_lines_end)
{
	struct wire_reader r;
	struct sbuf big = SBUF_INIT;
	int n = 0;

	sbuf_addchars(&big, 'x', 100000);
	wire_reader_init(&r, 1000);
	CHECK_INT(wire_reader_feed(&r, "data: {\"a\":\"", 12), 0);
	while (!wire_reader_feed(&r, big.buf, big.len) && n < 500)
		n++;
	CHECK(n < 11);
	wire_reader_end(&r);
	CHECK_INT(r.error.kind, WIRE_GARBAGE);
	wire_reader_release(&r);
	sbuf_release(&big);
}

static const struct error_row {
	long status;
	const char *body;
	enum wire_problem kind;
	const char *said;
	unsigned field;
} error_rows[] = {
	{ 401, "{\"error\":{\"message\":\"Incorrect API key provided\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"invalid_api_key\"}}", WIRE_KEY, "Incorrect API key provided", 0 },
	{ 401, "401 Unauthorized: no key\n", WIRE_KEY, "401 Unauthorized: no key", 0 },
	{ 403, "", WIRE_KEY, "", 0 },
	{ 402, "{\"error\":{\"message\":\"Insufficient credits\",\"code\":402}}", WIRE_CREDIT, "Insufficient credits", 0 },
	{ 429, "{\"error\":{\"message\":\"quota\",\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\"}}", WIRE_CREDIT, "quota", 0 },
	{ 429, "{\"error\":{\"message\":\"Rate limit reached\"}}", WIRE_BUSY, "Rate limit reached", 0 },
	{ 408, "", WIRE_BUSY, "", 0 },
	{ 502, "<html><body>Bad Gateway</body></html>", WIRE_SERVER, "", 0 },
	{ 503, "{\"error\":{\"code\":503,\"message\":\"Loading model\",\"type\":\"unavailable_error\"}}", WIRE_LOADING, "Loading model", 0 },
	{ 503, "no provider", WIRE_SERVER, "no provider", 0 },
	{ 400, "{\"error\":{\"message\":\"This model's maximum context length is 128 tokens.\",\"code\":\"context_length_exceeded\"}}", WIRE_OVERFLOW, "This model's maximum context length is 128 tokens.", 0 },
	{ 400, "{\"error\":{\"code\":400,\"message\":\"the request exceeds the available context size\",\"type\":\"exceed_context_size_error\",\"n_prompt_tokens\":5000,\"n_ctx\":4096}}", WIRE_OVERFLOW, "the request exceeds the available context size", 0 },
	{ 500, "{\"error\":{\"code\":500,\"message\":\"Context size has been exceeded.\",\"type\":\"server_error\"}}", WIRE_OVERFLOW, "Context size has been exceeded.", 0 },
	{ 400, "{\"error\":{\"message\":\"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.\",\"param\":\"max_tokens\",\"code\":\"unsupported_parameter\"}}", WIRE_FIELD, "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.", WIRE_MAX_OLD },
	{ 400, "Unknown field max_completion_tokens, use max_tokens", WIRE_FIELD, "Unknown field max_completion_tokens, use max_tokens", WIRE_MAX_NEW },
	{ 422, "{\"detail\":[{\"loc\":[\"body\",\"stream_options\"],\"msg\":\"extra fields not permitted\"}]}", WIRE_FIELD, "[{\"loc\":[\"body\",\"stream_options\"],\"msg\":\"extra fields not permitted\"}]", WIRE_STREAM_OPTIONS },
	{ 400, "please stop", WIRE_REQUEST, "please stop", 0 },
	{ 404, "{\"error\":{\"message\":\"The model `x` does not exist\",\"code\":\"model_not_found\"}}", WIRE_NO_MODEL, "The model `x` does not exist", 0 },
	{ 404, "{\"error\":\"model 'x' not found\"}", WIRE_NO_MODEL, "model 'x' not found", 0 },
	{ 404, "404 page not found", WIRE_REQUEST, "404 page not found", 0 },
	{ 307, "", WIRE_REQUEST, "", 0 },
	{ 400, "bad\x1b[2J\nsecond \xff line", WIRE_REQUEST, "bad?[2J second \xEF\xBF\xBD line", 0 },
	{ 500, "{{{{", WIRE_SERVER, "{{{{", 0 },
};

TEST(errors_of_every_kind)
{
	for (size_t i = 0; i < ARRAY_SIZE(error_rows); i++) {
		const struct error_row *row = &error_rows[i];
		struct wire_error e;

		wire_error_read(row->status, row->body, strlen(row->body), WIRE_FIELDS, &e);
		CHECK_INT(e.kind, row->kind);
		CHECK_STR(e.said.buf, row->said);
		CHECK_INT(e.field, row->field);
		if (e.kind != row->kind)
			printf("row %zu\n", i);
		wire_error_release(&e);
	}
}

TEST(errors_are_short)
{
	struct sbuf big = SBUF_INIT;
	struct wire_error e;

	for (int i = 0; i < 5000; i++)
		sbuf_addstr(&big, "\xC3\xA9");
	wire_error_read(500, big.buf, big.len, 0, &e);
	CHECK(e.said.len <= 300 && e.said.len % 2 == 0);
	wire_error_release(&e);
	sbuf_release(&big);
}

TEST(overflow_tells_numbers)
{
	struct wire_error e;
	const char *body = "{\"error\":{\"type\":\"exceed_context_size_error\",\"message\":\"x\",\"n_prompt_tokens\":5000,\"n_ctx\":4096}}";

	wire_error_read(400, body, strlen(body), 0, &e);
	CHECK_INT(e.tokens, 5000);
	CHECK_INT(e.limit, 4096);
	wire_error_release(&e);
}

static unsigned request(const char *quirk, unsigned drop, struct sbuf *out)
{
	static const struct chat_message messages[] = { { "system", "Be short." }, { "user", "Why \"s\"?" } };
	static const char *const stop[] = { "\n", NULL };
	struct chat_ask ask = { .messages = messages, .n_messages = 2, .max_tokens = 40, .temperature = 0.2, .stop = stop, .slot = 1,
				.grammar = "root ::= \"a\"" };

	sbuf_reset(out);
	return wire_chat(quirk_by_name(quirk), drop, "m", &ask, out);
}

TEST(requests)
{
	struct sbuf b = SBUF_INIT;

	request("local", 0, &b);
	CHECK_STR(b.buf, "{\"model\":\"m\",\"messages\":[{\"role\":\"system\",\"content\":\"Be short.\"},{\"role\":\"user\",\"content\":\"Why "
			 "\\\"s\\\"?\"}],\"stream\":true,\"max_completion_tokens\":40,\"max_tokens\":40,\"stream_options\":{\"include_usage\":true},"
			 "\"temperature\":0.2,\"stop\":[\"\\n\"],\"grammar\":\"root ::= \\\"a\\\"\",\"cache_prompt\":true,\"id_slot\":1}");
	CHECK(request("openai", 0, &b) & WIRE_MAX_NEW);
	CHECK(!strstr(b.buf, "\"max_tokens\"") && !strstr(b.buf, "id_slot") && !strstr(b.buf, "grammar"));
	request("any", WIRE_TEMPERATURE | WIRE_MAX_OLD | WIRE_STREAM_OPTIONS, &b);
	CHECK(strstr(b.buf, "max_completion_tokens") && !strstr(b.buf, "\"max_tokens\""));
	CHECK(!strstr(b.buf, "temperature") && !strstr(b.buf, "stream_options"));
	request("any", WIRE_MAX_NEW | WIRE_MAX_OLD, &b); /* never without a bound */
	CHECK(strstr(b.buf, "max_completion_tokens") != NULL);
	sbuf_release(&b);
}

TEST(quirks_by_host_and_probe)
{
	static const char list[] = "{\"data\":[{\"id\":\"x\",\"owned_by\":\"vllm\"}]}";
	struct json *m = json_parse(list, sizeof(list) - 1, NULL);

	CHECK_STR(quirk_find("api.openai.com:443", NULL, NULL)->name, "openai");
	CHECK_STR(quirk_find("evil-api.openai.com.example:443", NULL, NULL)->name, "any");
	CHECK_STR(quirk_find("notopenrouter.ai:443", NULL, NULL)->name, "any");
	CHECK_STR(quirk_find("0xabc.gaia.domains:443", NULL, NULL)->name, "gaia");
	CHECK_STR(quirk_find("localhost:11434", NULL, NULL)->name, "ollama");
	CHECK_STR(quirk_find("localhost:1234", m, NULL)->name, "vllm"); /* what it says of itself comes first */
	CHECK_STR(quirk_find("localhost:8080", NULL, "llama.cpp")->name, "llamacpp");
	CHECK_STR(quirk_find("localhost:8080", NULL, "nginx")->name, "any");
	CHECK_STR(quirk_find(NULL, NULL, NULL)->name, "any");
	CHECK_STR(quirk_by_name("nonsense")->name, "any");
	json_free(m);
}

static int vectors(const char *body, size_t n, size_t dim, float **v, struct sbuf *err)
{
	sbuf_reset(err);
	return wire_vectors(body, strlen(body), n, &dim, v, err);
}

TEST(vectors_are_checked)
{
	static const char *const bad[] = {
		"", "[]", "{}", "{\"data\":[]}", "{\"data\":[{\"index\":0,\"embedding\":[1,2]}]}",
		"{\"data\":[{\"index\":0,\"embedding\":[1,2]},{\"index\":0,\"embedding\":[1,2]}]}",
		"{\"data\":[{\"index\":0,\"embedding\":[1,2]},{\"index\":2,\"embedding\":[1,2]}]}",
		"{\"data\":[{\"index\":0,\"embedding\":[1,2]},{\"index\":1,\"embedding\":[1]}]}",
		"{\"data\":[{\"index\":0,\"embedding\":[1,2]},{\"index\":1,\"embedding\":[0,0]}]}",
		"{\"data\":[{\"index\":0,\"embedding\":[1,2]},{\"index\":1,\"embedding\":[1,null]}]}",
		"{\"data\":[{\"index\":0,\"embedding\":[1,2]},{\"index\":1,\"embedding\":[1,1e999]}]}",
		"{\"data\":[{\"index\":0,\"embedding\":[1,2]},{\"index\":1,\"embedding\":\"AAAA\"}]}",
		"{\"data\":[{\"index\":0,\"embedding\":[]},{\"index\":1,\"embedding\":[]}]}",
	};
	struct sbuf err = SBUF_INIT;
	float *v;

	CHECK_INT(vectors("{\"data\":[{\"index\":1,\"embedding\":[3,4]},{\"index\":0,\"embedding\":[1,2]}]}", 2, 2, &v, &err), 0);
	CHECK(v && v[0] == 1 && v[1] == 2 && v[2] == 3 && v[3] == 4);
	free(v);
	CHECK_INT(vectors("{\"data\":[{\"index\":0,\"embedding\":[1,2]}]}", 1, 3, &v, &err), -1);
	CHECK_STR(err.buf, "The server sent a vector of 2 numbers instead of 3.");
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		CHECK_INT(vectors(bad[i], 2, 0, &v, &err), -1);
		CHECK(!v && err.len);
	}
	sbuf_release(&err);
}
