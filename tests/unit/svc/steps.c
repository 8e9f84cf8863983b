/* rewrite, tie: small steps of a model, with a server that says what it likes; verify: with the real compiler. */
#include "test.h"

#include "base/file.h"
#include "fake_server.h"
#include "io/loop.h"
#include "learn/prompt.h"
#include "svc/app.h"
#include "svc/calls.h"
#include "svc/gate.h"
#include "svc/rewrite.h"
#include "svc/tie.h"
#include "svc/yourcode.h"
#include "svc/verify.h"

static struct loop *loop;
static struct app *app;
static char *home;

static void begin(bool server)
{
	home = file_make_temp_dir("tutor-steps", NULL);
	setenv("TUTOR_HOME", home, 1);
	setenv("TUTOR_CONTENT", ".", 1);
	setenv("TUTOR_MODELS", home, 1);
	setenv("TUTOR_MODEL_SILENCE_S", "0.4", 1);
	setenv("TUTOR_MODEL_FAMILY", "qwen-coder", 1);
	setenv("no_proxy", "127.0.0.1", 1);
	unsetenv("TUTOR_MODEL_BASE_URL");
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

static void say(const char *scenario)
{
	char *path = xstrfmt("/%s/v1", scenario), *url = fake_url(path);

	setenv("TUTOR_MODEL_BASE_URL", url, 1);
	free(path);
	free(url);
}

struct told {
	bool over;
	char *text, *why;
	int reason;
	size_t tried;
};

static void told_release(struct told *t)
{
	free(t->text);
	free(t->why);
	*t = (struct told){ 0 };
}

static void words_came(void *ctx, const char *words, const char *why)
{
	struct told *t = ctx;

	t->text = xstrdup_or_null(words);
	t->why = xstrdup_or_null(why);
	t->over = true;
}

/* What was asked is written down here. */
static struct model_calls calls;
static const struct gate gate = { .open = true, .calls = &calls };

static struct told *rewrite(const char *question)
{
	static struct told t;
	struct rewrite *r;

	told_release(&t);
	r = rewrite_start(app, &gate, question, words_came, &t);
	CHECK(r && !t.over);
	loop_run_until(loop, &t.over);
	return &t;
}

static void change_cache(const char *from, const char *to)
{
	char *path = path_join(app_dir(app, APP_CACHE), "search-words.txt");
	struct sbuf text = SBUF_INIT, changed = SBUF_INIT;

	CHECK(file_read(path, 1 << 20, &text, NULL) == 0);
	CHECK(strstr(text.buf, from) != NULL);
	sbuf_add_replaced(&changed, text.buf, from, to);
	CHECK(file_write(path, changed.buf, changed.len, NULL) == 0);
	sbuf_release(&text);
	sbuf_release(&changed);
	free(path);
}

TEST(search_words_are_asked_once)
{
	begin(true);
	say("ok");
	CHECK_STR(rewrite("where is\n my string")->text, "The string moved");
	change_cache("The string moved", "from the cache");
	CHECK_STR(rewrite("where is my  STRING")->text, "from the cache");
	CHECK_STR(rewrite("another")->text, "The string moved");
	change_cache("from the cache", "");
	CHECK_STR(rewrite("where is my string")->text, "The string moved"); /* a line without words is no answer */
	finish(true);
}

TEST(without_a_model_there_is_a_sentence)
{
	struct told *t;

	begin(true);
	calls_release(&calls);
	t = rewrite("why");
	CHECK(!t->text && t->why && *t->why);
	say("401");
	t = rewrite("why");
	CHECK(!t->text && strstr(t->why, "wants a key"));
	say("empty");
	t = rewrite("why");
	CHECK(!t->text && strstr(t->why, "no words"));
	CHECK_INT(calls.n, 2); /* without a server nothing was asked */
	CHECK(calls.n == 2 && calls.v[0].failed && !calls.v[1].failed && streq(calls.v[1].step, "search_words"));
	calls_release(&calls);
	rewrite_drop(rewrite_start(app, &gate, "dropped", words_came, t));
	rewrite_drop(NULL);
	finish(true);
}

static void tied(void *ctx, const char *text, enum guard_reason reason, const char *why)
{
	struct told *t = ctx;

	t->text = xstrdup_or_null(text);
	t->why = xstrdup(why);
	t->reason = (int)reason;
	t->over = true;
}

static void tie(struct told *t)
{
	char label[] = "value moved here", message[] = "use of moved value: `s`", file[] = "main.rs";
	struct diag_span span = { .file = file, .line = 2, .col = 13, .line_end = 2, .col_end = 14, .primary = true, .label = label };
	struct diag d = { .level = DIAG_ERROR, .message = message, .spans = &span, .n_spans = 1 };
	const char *source = "fn main() {\n    let t = s;\n}\n";
	struct tie_spec spec = { .diag = &d, .source = source, .len = strlen(source), .rule = "A value has one owner.", .rung = 2,
				 .done = tied, .ctx = t };

	told_release(t);
	tie_start(app, &spec);
	loop_run_until(loop, &t->over);
}

TEST(sentences_are_checked)
{
	struct told t = { 0 };

	begin(true);
	setenv("TUTOR_MODEL_FAMILY", "large", 1); /* which finds its own words */
	say("tie");
	tie(&t);
	CHECK_STR(t.text, "The value of `s` is moved.");
	say("tiehalf");
	tie(&t);
	CHECK_STR(t.text, "The value of `s` is moved.");
	say("ok"); /* a string was not told of */
	tie(&t);
	CHECK(!t.text && t.reason == GUARD_FACT);
	say("drip"); /* letters of other languages */
	tie(&t);
	CHECK(!t.text && t.reason == GUARD_SENTENCES);
	say("500html");
	tie(&t);
	CHECK(!t.text && t.reason == GUARD_OK && *t.why);
	told_release(&t);
	finish(true);
}

/* A small model: only the sentences that are true of this error, whatever it says. */
TEST(sentences_of_ours)
{
	char m[] = "borrow of moved value: `s`", moved[] = "value moved here", used[] = "value borrowed here after move", file[] = "main.rs";
	struct diag_span v[2] = { { .file = file, .line = 3, .col = 13, .line_end = 3, .col_end = 14, .label = moved },
				  { .file = file, .line = 4, .col = 16, .line_end = 4, .col_end = 17, .primary = true, .label = used } };
	struct diag d = { .level = DIAG_ERROR, .message = m, .spans = v, .n_spans = 2 };
	const char *source = "fn main() {\n    let s = f();\n    let t = s;\n    println!(\"{s}\");\n}\n";
	struct told t = { 0 };
	struct tie_spec spec = { .diag = &d, .source = source, .len = strlen(source), .rule = "A value has one owner.", .rung = 2,
				 .done = tied, .ctx = &t };

	begin(true);
	say("frame");
	tie_start(app, &spec);
	loop_run_until(loop, &t.over);
	CHECK_STR(t.text, "Line 3 moves `s`, and line 4 borrows it after that. After the move, `s` has no value any more.");
	told_release(&t);
	say("tie");
	tie_start(app, &spec);
	loop_run_until(loop, &t.over);
	CHECK(!t.text && t.reason == GUARD_FACT);
	CHECK(strstr(t.why, "none of the sentences"));
	told_release(&t);
	finish(true);
}

TEST(some_errors_are_left_to_the_plain_words)
{
	char m[] = "use of moved value: `s`", file[] = "main.rs";
	struct diag_span span = { .file = file, .line = 3, .col = 13, .line_end = 3, .col_end = 14, .primary = true };
	struct diag d = { .level = DIAG_ERROR, .message = m };

	begin(true);
	say("frame");
	CHECK(!yourcode_wanted(app, &d)); /* no place: there is nothing to say of their code */
	d.spans = &span;
	d.n_spans = 1;
	CHECK(yourcode_wanted(app, &d));
	d.n_spans = 0;
	setenv("TUTOR_MODEL_FAMILY", "large", 1);
	CHECK(yourcode_wanted(app, &d));
	finish(true);
}

/* What the model is given: the marked lines, what is said of them, never a help; a label is not said twice. */
TEST(facts_of_an_error)
{
	char label[] = "value moved here", message[] = "use of moved value: `s`", file[] = "main.rs", text[] = "    let t = s;";
	char help[] = "consider cloning the value";
	struct diag_span span = { .file = file, .line = 2, .col = 13, .line_end = 2, .col_end = 14, .hl_start = 13, .hl_end = 14, .text = text,
				  .primary = true, .label = label };
	struct diag child = { .level = DIAG_HELP, .message = help, .spans = &span, .n_spans = 1 };
	struct diag d = { .level = DIAG_ERROR, .message = message, .spans = &span, .n_spans = 1, .children = &child, .n_children = 1 };
	const char *source = "fn main() {\n    let t = s;\n}\n";
	struct tie_spec spec = { .diag = &d, .source = source, .len = strlen(source), .rule = "A value has one owner. More is told here.",
				 .draft = "`s` was given away. It goes on with line 2: value moved here.", .rung = 2 };
	struct sbuf out = SBUF_INIT, err = SBUF_INIT;
	struct prompts *p = prompts_load("kb/prompts", "large", &err);

	CHECK(p && tie_show(p, &spec, &out, &err) == 0);
	CHECK(strstr(out.buf, "Code:\n2|     let t = s;\nFacts:\n- Error: use of moved value: `s`.\n- Line 2, `s`: value moved here.\n"
			      "- `s` was given away.\nRule: A value has one owner."));
	CHECK(!strstr(out.buf, "cloning") && !strstr(out.buf, "It goes on"));
	prompts_free(p);
	sbuf_reset(&out);
	p = prompts_load("kb/prompts", "qwen-coder", &err);
	CHECK(p && tie_show(p, &spec, &out, &err) == 0);
	CHECK(strstr(out.buf, "Facts:\n- Line 2 is refused at `s`: use of moved value: `s`."));
	CHECK(!strstr(out.buf, "cloning") && !strstr(out.buf, "owner"));
	prompts_free(p);
	sbuf_release(&out);
	sbuf_release(&err);
}

static void verified(void *ctx, enum verify_end end, const char *why, size_t tried)
{
	struct told *t = ctx;

	t->reason = (int)end;
	t->why = xstrdup(why);
	t->tried = tried;
	t->over = true;
}

static const char *verify(const char *markdown, const struct exercise *e, int rung)
{
	static struct told t;
	struct verify_spec spec = { .markdown = markdown, .len = strlen(markdown), .exercise = e, .rung = rung, .done = verified, .ctx = &t };

	told_release(&t);
	verify_start(app, &spec);
	loop_run_until(loop, &t.over);
	if (t.reason == VERIFY_NOT_TRIED)
		printf("%s\n", t.why);
	return verify_end_name((enum verify_end)t.reason);
}

TEST(code_does_what_is_said)
{
	begin(false);
	CHECK_STR(verify("No code.", NULL, 0), "ok");
	CHECK_STR(verify("So:\n```rust\nlet x = 2;\nprintln!(\"{x}\");\n```\n```output\n2\n```\n", NULL, 0), "ok");
	CHECK_STR(verify("So:\n```rust\nprintln!(\"{}\", 2);\n```\n```output\n3\n```\n", NULL, 0), "wrong");
	CHECK_STR(verify("So:\n```rust\nlet x: i32 = \"a\";\n```\n", NULL, 0), "wrong");
	CHECK_STR(verify("So:\n```rust,compile_fail,E0308\nlet x: i32 = \"a\";\n```\n", NULL, 0), "ok");
	CHECK_STR(verify("So:\n```rust,compile_fail,E0382\nlet x: i32 = \"a\";\n```\n", NULL, 0), "wrong");
	finish(false);
}

TEST(code_in_the_starter_may_not_pass)
{
	char id[] = "t/double", starter[] = "pub fn double(n: i32) -> i32 {\n    n\n}\n", solution[] = "pub fn double(n: i32) -> i32 {\n    n * 2\n}\n",
	     tests[] = "use super::*;\n#[test]\nfn doubles() {\n    assert_eq!(double(4), 8);\n}\n";
	struct exercise e = { .id = id, .kind = KIND_WRITE, .loaded = true, .starter = starter, .solution = solution, .tests = tests };

	begin(false);
	CHECK_STR(verify("```rust,no_run\npub fn double(n: i32) -> i32 { n + n }\n```\n", &e, 4), "solves");
	CHECK_STR(verify("```rust,no_run\nlet n = 1;\nn + n;\n```\n", &e, 4), "ok");
	CHECK_STR(verify("It is `n * 2 + 0` there.", &e, 3), "solves");
	CHECK_STR(verify("It is `n * 3 + 0` there.", &e, 3), "ok");
	CHECK_STR(verify("```rust,no_run\npub fn double(n: i32) -> i32 { n + n }\n```\n", &e, 5), "ok");
	finish(false);
}

static void stop(void *ctx)
{
	(void)ctx;
	loop_stop(loop);
}

TEST(a_check_under_way_can_be_dropped)
{
	static struct told t;
	const char *text = "```rust\nloop {}\n```\n";
	struct verify_spec spec = { .markdown = text, .len = strlen(text), .done = verified, .ctx = &t };
	bool over = false;

	begin(false);
	verify_cancel(verify_start(app, &spec));
	verify_cancel(NULL);
	struct verify *v = verify_start(app, &spec);
	loop_after(loop, 300, stop, NULL);
	loop_run(loop);
	verify_cancel(v);
	loop_run_until(loop, &over); /* ends by itself: nothing is left to do */
	CHECK(!t.over);
	finish(false);
}
