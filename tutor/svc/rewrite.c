#include "svc/rewrite.h"

#include <ctype.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "io/loop.h"
#include "learn/guard.h"
#include "svc/app.h"
#include "svc/gate.h"
#include "svc/stepchat.h"

#define CACHE_NAME "search-words.txt" /* lines of key, blank, words; the newest last */
#define CACHE_MAX (1u << 20)

struct rewrite {
	struct app *app;
	struct gate gate; /* what it needs for counting */
	rewrite_done *done;
	void *ctx;
	char *question;
	char key[HASH_SHA256_HEX];
	char *words;             /* from the cache */
	struct stepchat *chat;
	loop_id telling;
};

static void release(struct rewrite *r)
{
	free(r->question);
	free(r->words);
	gate_release(&r->gate);
	free(r);
}

static void finish(struct rewrite *r, const char *words, const char *why)
{
	r->done(r->ctx, words, why);
	release(r);
}

/* ---- the cache ---- */

static char *cache_path(struct app *app)
{
	return path_join(app_dir(app, APP_CACHE), CACHE_NAME);
}

static void make_key(struct rewrite *r, const char *hash)
{
	struct model_profile profile = { 0 };
	struct sbuf b = SBUF_INIT;

	profile_load(r->app, &profile, NULL);
	sbuf_addf(&b, "%s\n%s\n%s\n", profile.base_url ? profile.base_url : "", profile.model ? profile.model : "", hash);
	utf8_fold(&b, r->question, strlen(r->question));
	hash_sha256(b.buf, b.len, r->key);
	profile_release(&profile);
	sbuf_release(&b);
}

static void read_cache(struct app *app, struct sbuf *out)
{
	char *path = cache_path(app);

	if (file_exists(path) && file_read(path, CACHE_MAX, out, NULL) < 0)
		sbuf_reset(out);
	free(path);
}

static char *from_cache(const struct rewrite *r)
{
	struct sbuf text = SBUF_INIT, words = SBUF_INIT;
	const char *at;

	read_cache(r->app, &text);
	at = strstr(text.buf, r->key);
	if (at && at[HASH_SHA256_HEX - 1] == ' ')
		guard_read_words(at + HASH_SHA256_HEX, strcspn(at + HASH_SHA256_HEX, "\n"), &words);
	sbuf_release(&text);
	return words.len ? sbuf_detach(&words, NULL) : NULL;
}

/* What cannot be kept is asked again next time. */
static void to_cache(const struct rewrite *r, const char *words)
{
	struct sbuf text = SBUF_INIT;
	char *path = cache_path(r->app);
	size_t lines = 0, from = 0;

	read_cache(r->app, &text);
	for (size_t i = 0; i < text.len; i++)
		lines += text.buf[i] == '\n';
	for (; lines >= REWRITE_KEPT; lines--)
		from += strcspn(text.buf + from, "\n") + 1;
	sbuf_remove(&text, 0, MIN(from, text.len));
	sbuf_addf(&text, "%s %s\n", r->key, words);
	if (app_dir_ready(r->app, APP_CACHE, NULL) == 0)
		file_write_atomic(path, text.buf, text.len, NULL);
	sbuf_release(&text);
	free(path);
}

/* ---- asking ---- */

static void replied(void *ctx, const struct chat_result *reply, const struct prompt *p, const char *err)
{
	struct rewrite *r = ctx;
	struct sbuf words = SBUF_INIT;

	r->chat = NULL;
	if (reply)
		gate_spent(r->app, &r->gate, reply, p);
	if (!reply || reply->problem != WIRE_OK)
		finish(r, NULL, reply ? reply->message : err);
	else if (reply->finish == WIRE_FILTERED || !guard_read_words(reply->text, strlen(reply->text), &words))
		finish(r, NULL, "The model found no words.");
	else {
		to_cache(r, words.buf);
		finish(r, words.buf, NULL);
	}
	sbuf_release(&words);
}

static void tell_cached(void *ctx)
{
	struct rewrite *r = ctx;

	finish(r, r->words, NULL);
}

static void ask(struct rewrite *r)
{
	struct prompt_field fields[] = { { "question", r->question } };
	struct stepchat_spec spec = { .step = "search_words", .fields = fields, .n_fields = 1, .done = replied, .ctx = r };

	r->chat = stepchat_start(r->app, &spec);
}

/* On one line, so that it cannot look like the prompt's next part; cut between letters. */
static char *one_line(const char *question)
{
	struct sbuf b = SBUF_INIT;
	size_t len = strlen(question);

	for (len = MIN(len, REWRITE_QUESTION_MAX); len && ((unsigned char)question[len] & 0xc0) == 0x80;)
		len--;
	for (size_t i = 0; i < len; i++)
		if (!isspace((unsigned char)question[i]))
			sbuf_addch(&b, question[i]);
		else if (b.len && b.buf[b.len - 1] != ' ')
			sbuf_addch(&b, ' ');
	sbuf_rtrim(&b);
	return sbuf_detach(&b, NULL);
}

struct rewrite *rewrite_start(struct app *app, const struct gate *gate, const char *question, rewrite_done *done, void *ctx)
{
	struct rewrite *r = xcalloc(1, sizeof(*r));
	struct prompts *p;

	*r = (struct rewrite){ .app = app, .done = done, .ctx = ctx, .question = one_line(question) };
	r->gate = (struct gate){ .open = true, .counted = gate->counted, .url = xstrdup_or_null(gate->url), .calls = gate->calls };
	p = stepchat_prompts(app, NULL);
	make_key(r, p ? prompts_hash(p, "search_words") : "");
	prompts_free(p);
	r->words = p ? from_cache(r) : NULL;
	if (r->words)
		r->telling = loop_defer(app_loop(app), tell_cached, r);
	else
		ask(r);
	return r;
}

void rewrite_drop(struct rewrite *r)
{
	if (!r)
		return;
	stepchat_drop(r->chat);
	loop_cancel(app_loop(r->app), r->telling);
	release(r);
}
