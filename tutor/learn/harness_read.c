/*
 * What the runner printed. The bytes come from a program that anyone may have written: nothing is
 * taken for granted.
 */
#include "learn/harness.h"

#include <ctype.h>

#include "base/json.h"

bool harness_nonce_ok(const char *nonce)
{
	size_t n = 0;

	for (; nonce[n]; n++)
		if (!isalnum((unsigned char)nonce[n]))
			return false;
	return n >= 16 && n <= 64;
}

const char *harness_state_name(enum harness_state s)
{
	static const char *const names[] = {
		[TEST_NOT_RUN] = "not_run",
		[TEST_PASSED] = "passed",
		[TEST_FAILED] = "failed",
		[TEST_DIED] = "died",
	};

	return names[s];
}

struct reader {
	const char *nonce;
	size_t nonce_len;
	struct harness_run *run;
	struct harness_test *current; /* started and not finished */
	struct sbuf *outputs;         /* per test */
	const char *from;             /* where the current test's output goes on */
};

/* The text of a marker line, after nonce and blank. */
struct word {
	const char *p;
	size_t len;
};

static bool word_is(struct word w, const char *s)
{
	return w.len == strlen(s) && !memcmp(w.p, s, w.len);
}

/* Cuts the first word off *rest. */
static struct word take_word(struct word *rest)
{
	const char *blank = memchr(rest->p, ' ', rest->len);
	struct word w = { rest->p, blank ? (size_t)(blank - rest->p) : rest->len };

	rest->p += w.len + (blank ? 1 : 0);
	rest->len -= w.len + (blank ? 1 : 0);
	return w;
}

static struct harness_test *find_test(struct harness_run *run, struct word name)
{
	for (size_t i = 0; i < run->n; i++)
		if (word_is(name, run->tests[i].name))
			return &run->tests[i];
	return NULL;
}

/* Adds what the current test printed before `end`. */
static void take_output(struct reader *r, const char *end)
{
	struct sbuf *out;
	size_t len, room;

	if (!r->current || end <= r->from)
		return;
	out = &r->outputs[r->current - r->run->tests];
	len = (size_t)(end - r->from);
	room = HARNESS_OUTPUT_MAX - out->len;
	r->current->output_cut |= len > room;
	sbuf_add(out, r->from, MIN(len, room));
}

static void set_message(struct harness_test *t, const char *message)
{
	free(t->message);
	t->message = xstrdup(message);
}

/*
 * A panic in the test's own thread tells what went wrong and where; one in another thread does when
 * nothing else is known.
 */
static void on_panic(struct reader *r, struct word rest)
{
	struct json *j = json_parse(rest.p, rest.len, NULL);
	struct harness_test *t = r->current;

	if (t && json_is_object(j) &&
	    (streq(json_get_str(j, "thread", ""), t->name) || !t->message)) {
		const char *file = json_get_str(j, "file", "");

		set_message(t, json_get_str(j, "message", ""));
		free(t->file);
		t->file = *file ? xstrdup(file) : NULL;
		t->line = (int)MIN(MAX(json_get_int(j, "line", 0), 0), INT32_MAX);
		t->col = (int)MIN(MAX(json_get_int(j, "col", 0), 0), INT32_MAX);
	}
	json_free(j);
}

static void on_start(struct reader *r, struct word rest)
{
	struct harness_test *t = find_test(r->run, take_word(&rest));

	if (r->current || !t || t->state != TEST_NOT_RUN || r->run->done) {
		r->run->forged = true;
		return;
	}
	t->state = TEST_DIED; /* until its end is seen */
	r->current = t;
}

static void on_end(struct reader *r, struct word rest, bool ok)
{
	struct harness_test *t = find_test(r->run, take_word(&rest));
	struct json *why;

	if (!t || t != r->current) {
		r->run->forged = true;
		return;
	}
	t->state = ok ? TEST_PASSED : TEST_FAILED;
	r->current = NULL;
	if (ok) {
		/* What a wanted panic said is no message of a failure. */
		free(t->message);
		free(t->file);
		t->message = t->file = NULL;
		t->line = t->col = 0;
		return;
	}
	why = json_parse(rest.p, rest.len, NULL);
	if (json_is_string(why) && *json_str(why, ""))
		set_message(t, json_str(why, ""));
	json_free(why);
}

static void on_marker(struct reader *r, struct word rest)
{
	struct word what = take_word(&rest);

	if (word_is(what, "start"))
		on_start(r, rest);
	else if (word_is(what, "panic"))
		on_panic(r, rest);
	else if (word_is(what, "ok") || word_is(what, "fail"))
		on_end(r, rest, word_is(what, "ok"));
	else if (word_is(what, "done") && !r->current && !r->run->done)
		r->run->done = true;
	else
		r->run->forged = true;
}

/*
 * A marker is a whole line that begins with the nonce; the newline before it is the runner's own.
 */
static void read_lines(struct reader *r, const char *out, size_t len)
{
	const char *end = out + len, *p = out, *nl;

	r->from = out;
	for (; p < end && (nl = memchr(p, '\n', (size_t)(end - p))); p = nl + 1) {
		if ((size_t)(nl - p) <= r->nonce_len || memcmp(p, r->nonce, r->nonce_len) ||
		    p[r->nonce_len] != ' ')
			continue;
		take_output(r, p > out ? p - 1 : p);
		r->from = nl + 1;
		on_marker(r, (struct word){ p + r->nonce_len + 1,
					    (size_t)(nl - p) - r->nonce_len - 1 });
	}
	take_output(r, end);
}

void harness_read(const char *nonce, const char *out, size_t len, const struct strv *names,
		  struct harness_run *run)
{
	struct reader r = { .nonce = nonce, .nonce_len = strlen(nonce), .run = run };

	memset(run, 0, sizeof(*run));
	run->tests = xcalloc(names->n + 1, sizeof(*run->tests));
	r.outputs = xcalloc(names->n + 1, sizeof(*r.outputs));
	for (run->n = 0; run->n < names->n; run->n++) {
		run->tests[run->n].name = xstrdup(names->v[run->n]);
		sbuf_init(&r.outputs[run->n]);
	}
	if (harness_nonce_ok(nonce))
		read_lines(&r, out, len);
	for (size_t i = 0; i < run->n; i++) {
		sbuf_addch(&r.outputs[i], '\0');
		run->tests[i].output_len = r.outputs[i].len - 1;
		run->tests[i].output = sbuf_detach(&r.outputs[i], NULL);
		run->passed += run->tests[i].state == TEST_PASSED;
	}
	free(r.outputs);
}

void harness_run_release(struct harness_run *run)
{
	for (size_t i = 0; i < run->n; i++) {
		free(run->tests[i].name);
		free(run->tests[i].message);
		free(run->tests[i].file);
		free(run->tests[i].output);
	}
	free(run->tests);
	memset(run, 0, sizeof(*run));
}

bool harness_passed(const struct harness_run *run)
{
	return run->n && run->passed == run->n && run->done && !run->forged;
}
