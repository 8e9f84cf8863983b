/* model: chats and embeddings with a server that misbehaves; profiles and keys. */
#include "test.h"

#include <sys/stat.h>

#include "base/clock.h"
#include "base/file.h"
#include "fake_server.h"
#include "svc/app.h"
#include "svc/model.h"
#include "svc/models.h"
#include "svc/supervise.h"

static struct loop *loop;
static struct app *app;
static char *home;

static const char *const names[] = { "TUTOR_MODEL_BASE_URL", "TUTOR_MODEL_MODEL", "TUTOR_MODEL_API_KEY", "TUTOR_MODEL_SILENCE_S",
				     "TUTOR_MODEL_EMBED_MODEL", "TUTOR_MODEL_KEY_FILE", "TUTOR_MODEL_PLAIN_HTTP", "TUTOR_MODELS",
				     "TUTOR_MODEL_FAMILY", "LLM_API_BASE", "LLM_MODEL", "LLM_API_KEY", "LLM_EMBED_MODEL" };

static void begin(bool server)
{
	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		unsetenv(names[i]);
	home = file_make_temp_dir("tutor-model", NULL);
	setenv("TUTOR_HOME", home, 1);
	setenv("TUTOR_CONTENT", ".", 1);
	setenv("TUTOR_MODEL_SILENCE_S", "0.4", 1);
	setenv("no_proxy", "127.0.0.1", 1);
	loop = loop_new();
	if (server)
		fake_start(loop);
	app = app_new(loop);
}

static void finish(bool server)
{
	app_free(app);
	if (server)
		fake_stop(loop);
	loop_free(loop);
	file_remove_tree(home, NULL);
	free(home);
}

struct talk {
	struct sbuf told, reasoning, text, message, waited, model, server;
	struct chat_result r;
	char *fix;
	bool over;
	struct chat *chat, *drop;
};

static void on_text(void *ctx, const char *p, size_t len)
{
	struct talk *t = ctx;

	sbuf_add(&t->told, p, len);
	if (t->drop) {
		chat_drop(t->drop);
		t->over = true;
	}
}

static void on_reasoning(void *ctx, const char *p, size_t len)
{
	sbuf_add(&((struct talk *)ctx)->reasoning, p, len);
}

static void on_waiting(void *ctx, const char *what)
{
	sbuf_addf(&((struct talk *)ctx)->waited, "%s;", what);
}

static void on_done(void *ctx, const struct chat_result *r)
{
	struct talk *t = ctx;

	t->r = *r;
	sbuf_addstr(&t->text, r->text);
	sbuf_addstr(&t->message, r->message);
	sbuf_addstr(&t->model, r->model);
	sbuf_addstr(&t->server, r->server);
	t->fix = xstrdup_or_null(r->fix);
	CHECK_STR(r->reasoning, t->reasoning.buf);
	t->over = true;
}

static void talk_init(struct talk *t)
{
	*t = (struct talk){ .told = SBUF_INIT, .reasoning = SBUF_INIT, .text = SBUF_INIT, .message = SBUF_INIT, .waited = SBUF_INIT,
			    .model = SBUF_INIT, .server = SBUF_INIT };
}

static void talk_release(struct talk *t)
{
	sbuf_release(&t->told);
	sbuf_release(&t->reasoning);
	sbuf_release(&t->text);
	sbuf_release(&t->message);
	sbuf_release(&t->waited);
	sbuf_release(&t->model);
	sbuf_release(&t->server);
	free(t->fix);
}

static void talk_start(struct talk *t, const char *scenario)
{
	const struct chat_message messages[] = { { "user", "Why is s gone?" } };
	struct chat_ask ask = { .messages = messages, .n_messages = 1, .max_tokens = 60, .temperature = 0.2, .slot = -1 };
	struct chat_hooks hooks = { .waiting = on_waiting, .text = on_text, .reasoning = on_reasoning, .done = on_done, .ctx = t };

	if (scenario) {
		char *path = xstrfmt("/%s/v1", scenario), *url = fake_url(path);

		setenv("TUTOR_MODEL_BASE_URL", url, 1);
		free(path);
		free(url);
	}
	t->chat = chat_start(app_model(app), &ask, &hooks);
	CHECK(!t->over);
}

static void talk(struct talk *t, const char *scenario)
{
	talk_init(t);
	talk_start(t, scenario);
	loop_run_until(loop, &t->over);
}

struct scenario {
	const char *name;
	enum wire_problem problem;
	enum wire_finish finish;
	const char *text, *message; /* message: a part of it */
	int tries, max_ms;
};

static const struct scenario scenarios[] = {
	{ "ok", WIRE_OK, WIRE_STOPPED, "The string moved.", "", 1, 2000 },
	{ "drip", WIRE_OK, WIRE_STOPPED, "\xC3\xA9\xE2\x82\xAC\xF0\x9F\xA6\x80", "", 1, 5000 },
	{ "crlf", WIRE_OK, WIRE_STOPPED, "ab", "", 1, 2000 },
	{ "json", WIRE_OK, WIRE_STOPPED, "All at once.", "", 1, 2000 },
	{ "length", WIRE_OK, WIRE_LENGTH, "The string moved.", "", 1, 2000 },
	{ "filter", WIRE_OK, WIRE_FILTERED, "No", "", 1, 2000 },
	{ "empty", WIRE_OK, WIRE_STOPPED, "", "", 1, 2000 },
	{ "think", WIRE_OK, WIRE_STOPPED, "Yes.", "", 1, 2000 },
	{ "reasoning", WIRE_OK, WIRE_STOPPED, "The string moved.", "", 1, 2000 },
	{ "reasoning2", WIRE_OK, WIRE_STOPPED, "The string moved.", "", 1, 2000 },
	{ "nomaxtokens", WIRE_OK, WIRE_STOPPED, "The string moved.", "", 2, 2000 },
	{ "picky", WIRE_OK, WIRE_STOPPED, "The string moved.", "", 3, 2000 },
	{ "nomodels", WIRE_OK, WIRE_STOPPED, "The string moved.", "", 1, 2000 },
	{ "429once", WIRE_OK, WIRE_STOPPED, "The string moved.", "", 2, 2000 },
	{ "503loading", WIRE_OK, WIRE_STOPPED, "The string moved.", "", 3, 2000 },
	{ "cut", WIRE_CUT, WIRE_UNFINISHED, "half ", "broke off", 1, 2000 },
	{ "eof", WIRE_CUT, WIRE_UNFINISHED, "half ", "broke off", 1, 2000 },
	{ "stall", WIRE_SILENT, WIRE_UNFINISHED, "half ", "did not answer in time", 1, 3000 },
	{ "silent", WIRE_SILENT, WIRE_UNFINISHED, "", "did not answer in time", 0, 3000 },
	{ "401", WIRE_KEY, WIRE_UNFINISHED, "", "wants a key, and none is set. It says: \"Incorrect API key", 1, 2000 },
	{ "401text", WIRE_KEY, WIRE_UNFINISHED, "", "It says: \"401 Unauthorized: the key is missing\"", 1, 2000 },
	{ "402", WIRE_CREDIT, WIRE_UNFINISHED, "", "no credit left", 1, 2000 },
	{ "quota", WIRE_CREDIT, WIRE_UNFINISHED, "", "no credit left", 1, 2000 },
	{ "429", WIRE_BUSY, WIRE_UNFINISHED, "", "too many requests right now.", 3, 2000 },
	{ "429long", WIRE_BUSY, WIRE_UNFINISHED, "", "asks to wait 60 minutes.", 1, 2000 },
	{ "500html", WIRE_SERVER, WIRE_UNFINISHED, "", "an error of its own (status 502).", 3, 2000 },
	{ "200html", WIRE_GARBAGE, WIRE_UNFINISHED, "", "no answer of a language model", 1, 2000 },
	{ "overflow400", WIRE_OVERFLOW, WIRE_UNFINISHED, "", "longer than the model can take", 1, 2000 },
	{ "overflowllama", WIRE_OVERFLOW, WIRE_UNFINISHED, "", "has 5000 tokens; the model takes 4096.", 1, 2000 },
	{ "overflow500", WIRE_OVERFLOW, WIRE_UNFINISHED, "", "longer than the model can take", 1, 2000 },
	{ "errorchunk", WIRE_SERVER, WIRE_UNFINISHED, "half ", "broke off with an error of its own. It says: \"Provider disconnected\"", 1, 2000 },
	{ "errorfirst", WIRE_BUSY, WIRE_UNFINISHED, "", "too many requests", 3, 4000 },
	{ "404model", WIRE_NO_MODEL, WIRE_UNFINISHED, "", "does not have the model fake", 1, 2000 },
	{ "redirect", WIRE_REQUEST, WIRE_UNFINISHED, "", "sends requests on to another address", 1, 2000 },
	{ "badjson", WIRE_GARBAGE, WIRE_UNFINISHED, "ok ", "no answer of a language model", 1, 2000 },
	{ "bigline", WIRE_GARBAGE, WIRE_UNFINISHED, "", "no answer of a language model", 1, 4000 },
};

static void check_scenario(const struct scenario *s)
{
	int64_t start = clock_mono_ms();
	struct talk t;
	int before = test_failures;

	talk(&t, s->name);
	CHECK_INT(t.r.problem, s->problem);
	CHECK_INT(t.r.finish, s->finish);
	CHECK_STR(t.text.buf, s->text);
	CHECK_STR(t.told.buf, s->text);
	CHECK(strstr(t.message.buf, s->message) != NULL);
	CHECK(!t.message.len == (s->problem == WIRE_OK));
	CHECK_INT(t.r.tries, s->tries);
	CHECK(clock_mono_ms() - start < s->max_ms);
	if (test_failures != before)
		printf("scenario %s: \"%s\" after %lld ms\n", s->name, t.message.buf, (long long)(clock_mono_ms() - start));
	talk_release(&t);
}

TEST(every_misbehaviour_is_one_sentence)
{
	begin(true);
	for (size_t i = 0; i < ARRAY_SIZE(scenarios); i++)
		check_scenario(&scenarios[i]);
	finish(true);
}

TEST(endless_output_is_cut)
{
	struct talk t;

	begin(true);
	talk(&t, "endless");
	CHECK_INT(t.r.problem, WIRE_OK);
	CHECK_INT(t.r.finish, WIRE_LENGTH);
	CHECK(t.text.len > 1000 && t.text.len <= 60 * 24 + 256);
	talk_release(&t);
	finish(true);
}

TEST(usage_and_names)
{
	struct talk t;

	begin(true);
	talk(&t, "vllm");
	CHECK_INT(t.r.tokens_in, 12);
	CHECK_INT(t.r.tokens_out, 3);
	CHECK(t.r.first_ms >= 0 && t.r.first_ms <= t.r.ms);
	CHECK_STR(t.model.buf, "fake");
	CHECK_STR(t.server.buf, "vLLM");
	talk_release(&t);
	talk(&t, "reasoning");
	CHECK_STR(t.reasoning.buf, "Let me think.");
	talk_release(&t);
	talk(&t, "think");
	CHECK_STR(t.reasoning.buf, "hm, <b>");
	talk_release(&t);
	finish(true);
}

/* What the server was asked so far. */
struct fetch {
	struct sbuf body;
	bool over;
};

static void fetched(void *ctx, const struct job_result *r)
{
	struct fetch *f = ctx;

	sbuf_add(&f->body, r->out.text.buf, r->out.text.len);
	f->over = true;
}

static void get(const char *path, struct sbuf *out)
{
	char *url = fake_url(path);
	char curl[] = "curl", s[] = "-s", noproxy[] = "--noproxy", star[] = "*", *argv[] = { curl, s, noproxy, star, url, NULL };
	struct fetch f = { .body = SBUF_INIT };
	struct job_spec spec = { .argv = argv, .keep_bytes = 4 << 20, .done = fetched, .ctx = &f };

	CHECK(job_start(loop, &spec, NULL) != NULL);
	loop_run_until(loop, &f.over);
	sbuf_reset(out);
	sbuf_add(out, f.body.buf, f.body.len);
	sbuf_release(&f.body);
	free(url);
}

TEST(a_server_is_asked_once_what_it_is)
{
	struct sbuf n = SBUF_INIT;
	struct talk t;

	begin(true);
	for (int i = 0; i < 3; i++) {
		talk(&t, "picky");
		CHECK_INT(t.r.problem, WIRE_OK);
		CHECK_INT(t.r.tries, i ? 1 : 3); /* what it refuses is remembered */
		talk_release(&t);
		if (i == 1) { /* by another process, too */
			app_free(app);
			app = app_new(loop);
		}
	}
	get("/count/picky", &n);
	CHECK_STR(n.buf, "1");
	get("/count/picky/chat", &n);
	CHECK_STR(n.buf, "5");
	sbuf_release(&n);
	finish(true);
}

TEST(drop)
{
	struct talk t, u;

	begin(true);
	talk_init(&t);
	talk_start(&t, "endless");
	t.drop = t.chat; /* from within a callback */
	loop_run_until(loop, &t.over);
	CHECK_INT(t.text.len, 0);
	CHECK(t.told.len > 0);
	talk_init(&u);
	talk_start(&u, "silent");
	chat_drop(u.chat); /* before anything */
	talk_start(&u, "silent"); /* left to model_free */
	talk_release(&t);
	finish(true);
	CHECK(!u.over);
	talk_release(&u);
}

TEST(nobody_listens)
{
	struct talk t;

	begin(false);
	setenv("TUTOR_MODEL_BASE_URL", "http://127.0.0.1:1/v1", 1);
	talk(&t, NULL);
	CHECK_INT(t.r.problem, WIRE_UNREACHABLE);
	CHECK_STR(t.message.buf, "No model server answers at 127.0.0.1:1.");
	CHECK_STR(t.fix, "tutor model status");
	talk_release(&t);
	finish(false);
}

TEST(no_model_at_all)
{
	struct talk t;

	begin(false);
	talk(&t, NULL);
	CHECK_INT(t.r.problem, WIRE_CONFIG);
	CHECK_STR(t.message.buf, "No language model is set up.");
	talk_release(&t);
	setenv("TUTOR_MODEL_MODEL", "none", 1);
	setenv("LLM_API_BASE", "http://127.0.0.1:1/v1", 1);
	talk(&t, NULL);
	CHECK(strstr(t.message.buf, "switched off") != NULL);
	talk_release(&t);
	finish(false);
}

/* Keys. */

TEST(key_goes_to_its_server_and_nowhere_else)
{
	struct sbuf j = SBUF_INIT, log = SBUF_INIT;
	struct talk t;
	char *cache;

	begin(true);
	setenv("TUTOR_MODEL_API_KEY", "sk-very-secret\n", 1);
	talk(&t, "ok");
	CHECK_INT(t.r.problem, WIRE_OK);
	talk_release(&t);
	get("/journal", &j);
	CHECK(strstr(j.buf, "\"authorization\": \"Bearer sk-very-secret\"") != NULL);
	talk(&t, "401");
	CHECK(strstr(t.message.buf, "refuses the key from TUTOR_MODEL_API_KEY") != NULL);
	CHECK(!strstr(t.message.buf, "sk-very-secret"));
	talk_release(&t);
	cache = path_join(home, "cache/model-servers.json");
	file_read(cache, 1 << 20, &log, NULL);
	CHECK(log.len && !strstr(log.buf, "secret"));
	free(cache);
	sbuf_release(&j);
	sbuf_release(&log);
	finish(true);
}

static enum profile_state load(struct model_profile *p, struct sbuf *err)
{
	sbuf_reset(err);
	return profile_load(app, p, err);
}

TEST(keys_and_hosts)
{
	struct model_profile p;
	struct sbuf err = SBUF_INIT;

	begin(false);
	setenv("TUTOR_MODEL_BASE_URL", "http://example.org/v1/", 1);
	setenv("TUTOR_MODEL_API_KEY", "sk-a", 1);
	CHECK_INT(load(&p, &err), PROFILE_BROKEN);
	CHECK(strstr(err.buf, "unencrypted") && !strstr(err.buf, "sk-a"));
	profile_release(&p);
	setenv("TUTOR_MODEL_PLAIN_HTTP", "yes", 1);
	CHECK_INT(load(&p, &err), PROFILE_REMOTE);
	CHECK_STR(p.base_url, "http://example.org/v1");
	profile_release(&p);
	setenv("TUTOR_MODEL_API_KEY", "sk-a\r\nX-Evil: 1", 1);
	CHECK_INT(load(&p, &err), PROFILE_BROKEN);
	profile_release(&p);
	unsetenv("TUTOR_MODEL_API_KEY");
	setenv("LLM_API_KEY", "sk-rust-coder", 1); /* meant for LLM_API_BASE, which is not in force */
	CHECK_INT(load(&p, &err), PROFILE_REMOTE);
	CHECK(!p.key);
	profile_release(&p);
	unsetenv("TUTOR_MODEL_BASE_URL");
	setenv("LLM_API_BASE", "https://0x1.gaia.domains/v1", 1);
	setenv("LLM_MODEL", "Qwen2.5-Coder-3B-Instruct", 1);
	setenv("LLM_EMBED_MODEL", "nomic", 1);
	CHECK_INT(load(&p, &err), PROFILE_REMOTE);
	CHECK_STR(p.key, "sk-rust-coder");
	CHECK_STR(p.model, "Qwen2.5-Coder-3B-Instruct");
	CHECK_STR(p.family, "qwen-coder");
	CHECK_STR(p.embed_model, "nomic");
	profile_release(&p);
	setenv("LLM_API_BASE", "not an url", 1);
	CHECK_INT(load(&p, &err), PROFILE_BROKEN);
	profile_release(&p);
	sbuf_release(&err);
	finish(false);
}

TEST(key_files)
{
	struct model_profile p;
	struct sbuf err = SBUF_INIT;
	char *path;

	begin(false);
	path = path_join(home, "key");
	setenv("TUTOR_MODEL_BASE_URL", "https://example.org/v1", 1);
	setenv("TUTOR_MODEL_KEY_FILE", path, 1);
	CHECK_INT(load(&p, &err), PROFILE_BROKEN); /* it is not there */
	profile_release(&p);
	file_write(path, " sk-file \n", 10, NULL);
	chmod(path, 0644);
	CHECK_INT(load(&p, &err), PROFILE_BROKEN);
	CHECK(strstr(err.buf, "chmod 600") != NULL);
	profile_release(&p);
	chmod(path, 0600);
	CHECK_INT(load(&p, &err), PROFILE_REMOTE);
	CHECK_STR(p.key, "sk-file");
	profile_release(&p);
	free(path);
	sbuf_release(&err);
	finish(false);
}

TEST(families)
{
	CHECK_STR(profile_family("qwen2.5-coder-1.5b"), "qwen-coder");
	CHECK_STR(profile_family("Qwen/Qwen2.5-Coder-32B-Instruct"), "large");
	CHECK_STR(profile_family("llama-3.3-70b"), "large");
	CHECK_STR(profile_family("llama3.2:3b"), "default");
	CHECK_STR(profile_family("gpt-5-mini"), "large");
	CHECK_STR(profile_family(""), "default");
}

/* Choosing. */

TEST(choices)
{
	struct model_profile p;
	struct sbuf err = SBUF_INIT;

	begin(false);
	CHECK_INT(profile_choose(app, "none", NULL, &err), 0);
	CHECK_INT(load(&p, &err), PROFILE_NONE);
	profile_release(&p);
	CHECK_INT(profile_choose(app, "m1", "http://127.0.0.1:9/v1", &err), 0);
	CHECK_INT(load(&p, &err), PROFILE_REMOTE);
	CHECK_STR(p.model, "m1");
	CHECK_STR(p.origin, "tutor model use");
	profile_release(&p);
	CHECK_INT(profile_choose(app, "qwen2.5-coder-0.5b", NULL, &err), 0);
	CHECK_INT(load(&p, &err), PROFILE_BROKEN);
	CHECK(strstr(err.buf, "tutor model get qwen2.5-coder-0.5b") != NULL);
	profile_release(&p);
	setenv("LLM_API_BASE", "http://127.0.0.1:9/v1", 1); /* the environment comes first */
	CHECK_INT(load(&p, &err), PROFILE_REMOTE);
	profile_release(&p);
	sbuf_release(&err);
	finish(false);
}

TEST(manifest)
{
	static const char ok[] = "{\"models\":[{\"name\":\"a\",\"file\":\"a.gguf\",\"bytes\":5,\"licence\":\"MIT\",\"sha256\":"
				 "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\",\"sources\":[{\"kind\":\"url\",\"url\":\"http://x/\"}]}]}";
	struct sbuf err = SBUF_INIT, text = SBUF_INIT;
	struct models *m;

	begin(false);
	m = models_load(app, &err);
	CHECK_STR(err.buf, "");
	CHECK(m && m->n >= 3);
	for (size_t i = 0; m && i < m->n; i++)
		CHECK(m->v[i].n_sources >= 2);
	CHECK(m && models_find(m, "minilm") && models_find(m, "mini") && !models_find(m, "qwen") && !models_find(m, ""));
	models_free(m);
	m = models_parse(ok, strlen(ok), &err);
	CHECK(m != NULL);
	models_free(m);
	sbuf_add_replaced(&text, ok, "a.gguf", "../a.gguf");
	CHECK(!models_parse(text.buf, text.len, &err));
	sbuf_reset(&text);
	sbuf_add_replaced(&text, ok, "MIT", "");
	CHECK(!models_parse(text.buf, text.len, &err));
	CHECK(!models_parse("{}", 2, &err));
	CHECK(!models_parse("", 0, &err));
	sbuf_release(&text);
	sbuf_release(&err);
	finish(false);
}

/* Embeddings. */

struct vectors {
	float *v;
	size_t n, dim;
	struct sbuf err;
	bool over;
};

static void on_vectors(void *ctx, const float *v, size_t n, size_t dim, const char *err)
{
	struct vectors *out = ctx;

	out->n = n;
	out->dim = dim;
	if (v) {
		out->v = xcalloc(n * dim, sizeof(*v));
		memcpy(out->v, v, n * dim * sizeof(*v));
	}
	if (err)
		sbuf_addstr(&out->err, err);
	out->over = true;
}

static void embed(const char *scenario, size_t n, size_t dim, struct vectors *out)
{
	char *path = xstrfmt("/%s/v1", scenario), *url = fake_url(path);
	struct strv texts = STRV_INIT;

	for (size_t i = 0; i < n; i++)
		strv_pushf(&texts, "text %zu", i);
	*out = (struct vectors){ .err = SBUF_INIT };
	setenv("TUTOR_MODEL_BASE_URL", url, 1);
	setenv("TUTOR_MODEL_EMBED_MODEL", "emb", 1);
	embedding_start(app_model(app), (const char *const *)texts.v, n, dim, on_vectors, out);
	strv_release(&texts);
	loop_run_until(loop, &out->over);
	free(path);
	free(url);
}

TEST(embeddings)
{
	static const char *const bad[] = { "emb-few", "emb-dim", "emb-twice", "emb-nan", "emb-inf", "emb-null" };
	struct vectors v;

	begin(true);
	embed("emb-order", 3, 4, &v); /* the reply is in another order */
	CHECK_STR(v.err.buf, "");
	CHECK(v.v && v.v[0] == 1 && v.v[4] == 2 && v.v[8] == 3);
	free(v.v);
	embed("emb", 150, 0, &v); /* three batches */
	CHECK(v.v && v.n == 150 && v.dim == 4 && v.v[0] == 1 && v.v[64 * 4] == 1 && v.v[149 * 4] == 22);
	free(v.v);
	embed("emb", 2, 5, &v);
	CHECK(!v.v && strstr(v.err.buf, "4 numbers instead of 5"));
	sbuf_release(&v.err);
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		embed(bad[i], 3, 0, &v);
		CHECK(!v.v && v.err.len);
		sbuf_release(&v.err);
	}
	finish(true);
}

TEST(short_of_memory)
{
	CHECK(!supervise_is_short("MemTotal:       16000000 kB\nMemFree:          100000 kB\nMemAvailable:    1000001 kB\n"));
	CHECK(supervise_is_short("MemTotal:       16000000 kB\nMemFree:          100000 kB\nMemAvailable:     999999 kB\n"));
	CHECK(!supervise_is_short("")); /* nothing is known */
	CHECK(!supervise_is_short("MemTotal: 16000000 kB\n"));
	CHECK(supervise_is_short("MemTotal: 16000000 kB\nMemAvailable: \n"));
}
