/* What happened while a program ran, as steps: a panic, a failed test, a wrong output, a limit. */
#include "base/utf8.h"
#include "rust/assertion.h"
#include "svc/explain_int.h"

/* Did it panic in the tests' file, rather than in what the learner wrote? */
static bool in_tests(const struct runtime_report *rt)
{
	return explain_is_tests(rt->file);
}

const char *explain_run_card(const struct check_result *r)
{
	switch (r->verdict) {
	case VERDICT_TIMEOUT:
	case VERDICT_OUTPUT_FLOOD:
		return "panic-timeout";
	case VERDICT_MEMORY:
		return "panic-out-of-memory";
	default:
		/* A test that calls panic! has its own words; a card on panics would lead away from what it looked at. */
		if (r->runtime.kind == RUNTIME_PANIC && in_tests(&r->runtime))
			return NULL;
		return r->runtime.card;
	}
}

/* A message of several lines as one sentence: rustc sets `left:` and `right:` on lines of their own. */
static void add_message(struct sbuf *out, const char *message)
{
	struct sbuf m = SBUF_INIT;
	const char *p;

	utf8_sanitize(&m, message, MIN(strlen(message), (size_t)600));
	sbuf_rtrim(&m);
	for (p = m.buf; *p; p++) {
		if (*p != '\n') {
			sbuf_addch(out, *p);
			continue;
		}
		sbuf_addstr(out, ", ");
		p += strspn(p + 1, " \t\n");
	}
	if (m.len && !strchr(".!?", m.buf[m.len - 1]))
		sbuf_addch(out, '.');
	sbuf_release(&m);
}

static void what_of_test(const struct check_test *t, struct sbuf *out)
{
	sbuf_addstr(out, "The test ");
	inline_code(out, t->name, strlen(t->name));
	sbuf_addstr(out, " does not pass");
	if (t->said) {
		sbuf_addf(out, ". %s", t->said);
	} else if (t->message && *t->message) {
		sbuf_addstr(out, ": ");
		add_message(out, t->message);
	} else {
		sbuf_addch(out, '.');
	}
}

static void add_what(const struct check_result *r, const struct card *card, struct steps *out)
{
	const struct check_test *t = check_first_failed(r);
	struct sbuf s = SBUF_INIT;

	/* "A test fails" is said already when it is named. */
	if (!t || r->verdict != VERDICT_TEST_FAILED)
		sbuf_addf(&s, "%s", verdict_title(r->verdict));
	if (t && r->verdict != VERDICT_WRONG_OUTPUT) {
		sbuf_addstr(&s, s.len ? "\n\n" : "");
		what_of_test(t, &s);
	} else if (r->runtime.kind != RUNTIME_NONE && r->runtime.message) {
		sbuf_addstr(&s, "\n\nIts last words: ");
		utf8_sanitize(&s, r->runtime.message, MIN(strlen(r->runtime.message), (size_t)600));
	}
	if (r->note)
		sbuf_addf(&s, "\n\n%s", r->note);
	if (card && card->what && !(t && t->got))
		sbuf_addf(&s, "\n\n%s", card->what);
	steps_add(out, STEP_WHAT, ORIGIN_ENGINE, s.buf)->verified = true;
	sbuf_release(&s);
}

/* Before what the test does stands the learner's line, in a fence. */
static void add_own_line(const struct check_test *t, struct sbuf *out)
{
	if (t->line > 0)
		sbuf_addf(out, "Line %d of %s%s%s:", t->line, t->file ? "`" : "your file", t->file ? t->file : "", t->file ? "`" : "");
	else
		sbuf_addstr(out, "Nothing says where it stopped; these lines of yours may be the place:");
	sbuf_addf(out, "\n\n`````text\n%s`````\n", t->own);
	if (t->code)
		sbuf_addstr(out, "\nWhat the test does:");
}

/* A failed test: the learner's line that stopped it, or the test's line that was not met. */
static void where_of_test(const struct check_test *t, const struct runtime_report *rt, struct steps *out)
{
	struct sbuf s = SBUF_INIT;
	struct step *step;

	if (t->own)
		add_own_line(t, &s);
	else if (t->code && rt->line > 0)
		sbuf_addf(&s, "Line %d of the tests asks this of your code:", rt->line);
	else if (t->code)
		sbuf_addstr(&s, "This is the test:");
	else
		sbuf_addf(&s, "The check stands on line %d of the tests; it looked at what your code gave back.", rt->line);
	step = steps_add(out, STEP_WHERE, ORIGIN_ENGINE, s.buf);
	step->verified = t->line > 0 || rt->line > 0;
	if (t->code)
		step_set_code(step, t->code, "rust");
	sbuf_release(&s);
}

static void where_of_run(const struct check_result *r, const struct explain_source *src, struct steps *out)
{
	const struct runtime_report *rt = &r->runtime;
	struct sbuf t = SBUF_INIT, pic = SBUF_INIT;
	const char *line;
	struct step *s;
	size_t len;

	sbuf_addf(&t, "Line %d of `%s`.", rt->line, rt->file);
	if (source_line(src, rt->line, &line, &len))
		picture_add(&pic, rt->line, line, len, rt->col, rt->col + 1, NULL);
	s = steps_add(out, STEP_WHERE, ORIGIN_ENGINE, t.buf);
	s->verified = true;
	if (pic.len)
		step_set_code(s, pic.buf, "text");
	sbuf_release(&pic);
	sbuf_release(&t);
}

void explain_run_place(const struct check_result *r, const struct explain_source *src, char **file, int *line)
{
	const struct check_test *t = check_first_failed(r);
	struct definition d = DEFINITION_INIT;
	char *name = NULL;

	*file = NULL;
	*line = 0;
	if (r->runtime.file && !in_tests(&r->runtime)) {
		*file = xstrdup(r->runtime.file);
		*line = r->runtime.line;
	} else if (t && t->asked && explain_own_definition(t->asked, src, &name, &d)) {
		*line = d.line;
	} else if (t && t->line > 0) {
		*line = t->line;
	}
	definition_release(&d);
	free(name);
}

static void add_where(const struct check_result *r, const struct explain_source *src, struct steps *out)
{
	const struct runtime_report *rt = &r->runtime;
	const struct check_test *t = check_first_failed(r);
	bool place = rt->kind != RUNTIME_NONE && rt->file && rt->line > 0;

	if (t && r->verdict != VERDICT_WRONG_OUTPUT && (t->own || t->code || (place && in_tests(rt))))
		where_of_test(t, rt, out);
	else if (place)
		where_of_run(r, src, out);
	else if (r->verdict == VERDICT_TIMEOUT)
		steps_add(out, STEP_WHERE, ORIGIN_ENGINE,
			  "A program that never ends stops nowhere, so there is no line to point at. Look at its loops, at "
			  "functions that call themselves, and at places that wait for input, a lock or a channel.");
	else if (r->verdict == VERDICT_WRONG_OUTPUT)
		steps_add(out, STEP_WHERE, ORIGIN_ENGINE, "The difference is in what was printed, shown below line by line.");
}

static void quote_lines(struct sbuf *out, const char *text)
{
	struct sbuf clean = SBUF_INIT;

	utf8_sanitize(&clean, text, MIN(strlen(text), (size_t)2000));
	sbuf_addstr(out, clean.buf);
	if (!clean.len || clean.buf[clean.len - 1] != '\n')
		sbuf_addch(out, '\n');
	sbuf_release(&clean);
}

static void add_story(const struct check_result *r, const struct card *card, struct steps *out)
{
	const struct runtime_report *rt = &r->runtime;
	const struct check_test *t = check_first_failed(r);
	struct sbuf s = SBUF_INIT, code = SBUF_INIT;
	struct step *step;

	if (r->expected) {
		sbuf_addstr(&s, "What was expected and what your program printed:");
		if (t && t->code) {
			sbuf_addstr(&code, "input:\n");
			quote_lines(&code, t->code);
		}
		sbuf_addstr(&code, "expected:\n");
		quote_lines(&code, r->expected);
		sbuf_addstr(&code, "printed:\n");
		quote_lines(&code, r->got ? r->got : "");
	} else if (t && t->got && t->wanted) {
		sbuf_addstr(&s, "- The test asked for ");
		inline_code(&s, t->asked, strlen(t->asked));
		sbuf_addstr(&s, ".\n- Your code gave ");
		inline_code(&s, t->got, strlen(t->got));
		sbuf_addstr(&s, rt->kind == RUNTIME_ASSERT_NE ? ".\n- It must not be " : ".\n- It should have been ");
		inline_code(&s, t->wanted, strlen(t->wanted));
		sbuf_addstr(&s, "; the test ended there.\n");
	} else if (rt->left && rt->right) {
		sbuf_addstr(&s, "- The value on the left was ");
		inline_code(&s, rt->left, strlen(rt->left));
		sbuf_addstr(&s, ".\n- The value on the right was ");
		inline_code(&s, rt->right, strlen(rt->right));
		sbuf_addstr(&s, ".\n- They had to be the same, so the check ended the test there.\n");
	} else if (rt->kind == RUNTIME_NONE && t && !t->message) {
		sbuf_addstr(&s, "The program was started and the test began, but it never reported back that it was over.");
	}
	if (t && t->output) {
		sbuf_addstr(&code, "the test printed:\n");
		quote_lines(&code, t->output);
	}
	if (card && card->story)
		sbuf_addf(&s, "%s%s", s.len ? "\n\n" : "", card->story);
	if (s.len || code.len) {
		step = steps_add(out, STEP_STORY, ORIGIN_ENGINE, s.len ? s.buf : "What it printed:");
		step->verified = true;
		if (code.len)
			step_set_code(step, code.buf, "text");
	}
	sbuf_release(&code);
	sbuf_release(&s);
}

static const char *general_rule(const struct check_result *r)
{
	switch (r->verdict) {
	case VERDICT_WRONG_OUTPUT:
		return "Output is compared line by line; spaces at the ends of lines do not count, everything else does. The first "
		       "line that differs is where to start: what comes after it often follows from it.";
	case VERDICT_PROCESSES:
		return "Threads and processes are limited here, so that one program cannot stop the whole machine. A program that "
		       "starts one for each item of a long list needs another plan: a few workers that share the work.";
	case VERDICT_FILE_SIZE:
		return "Files written here may not grow without end; a loop that writes must have an end that is reached.";
	case VERDICT_CRASHED:
		return "A program that ends by a signal, by `abort` or with an exit code other than 0 counts as failed, even when what "
		       "it printed before was right.";
	case VERDICT_TAMPERED:
		return "Results are read from the test program by a secret word of each run; a program that writes such lines itself "
		       "is not counted.";
	default:
		return "A test calls your code and compares what comes back with what was asked for. Its name says what is wanted; its "
		       "message says what came instead.";
	}
}

static void add_your_code(const struct check_result *r, const struct explain_source *src, struct steps *out)
{
	const struct runtime_report *rt = &r->runtime;
	const struct check_test *test = check_first_failed(r);
	struct definition d = DEFINITION_INIT;
	struct sbuf t = SBUF_INIT;
	const char *line;
	char *name = NULL;
	size_t len;

	if (rt->file && rt->line > 0 && source_line(src, rt->line, &line, &len) && !in_tests(rt)) {
		sbuf_addf(&t, "Line %d, ", rt->line);
		inline_code(&t, line, len);
		sbuf_addstr(&t, ", is where it ended. Ask which values reach this line, and for which of them it cannot work.");
	} else if (test && test->asked && explain_own_definition(test->asked, src, &name, &d)) {
		sbuf_addstr(&t, "Take the call ");
		inline_code(&t, test->asked, strlen(test->asked));
		sbuf_addf(&t, " and go through your `%s` (line %d) with it, line by line, by hand. Where does it first do something "
			      "else than you meant?", name, d.line);
	} else if (check_first_failed(r)) {
		sbuf_addstr(&t, "Take the input of the test ");
		inline_code(&t, check_first_failed(r)->name, strlen(check_first_failed(r)->name));
		sbuf_addstr(&t, " and go through your code with it, line by line, by hand. Where does it first do something else than "
				"you meant?");
	}
	if (t.len)
		steps_add(out, STEP_YOUR_CODE, ORIGIN_ENGINE, t.buf);
	definition_release(&d);
	free(name);
	sbuf_release(&t);
}

/* --- nothing written yet --- */

static bool is_todo(const struct check_result *r)
{
	const struct check_test *t = check_first_failed(r);

	return r->runtime.kind == RUNTIME_TODO && r->verdict == VERDICT_TEST_FAILED && t && t->own && !in_tests(&r->runtime);
}

static void todo_story(const struct check_test *t, struct steps *out)
{
	struct assertion a = ASSERTION_INIT;
	struct sbuf s = SBUF_INIT;

	sbuf_addf(&s, "- The test `%s` is the first that needs your code.\n", t->name);
	if (t->code && assertion_first(t->code, strlen(t->code), &a)) {
		struct sbuf wants = SBUF_INIT;

		if (assertion_wants(&a, &wants))
			sbuf_addf(&s, "- It begins so: %s.\n", wants.buf);
		sbuf_release(&wants);
	}
	sbuf_addstr(&s, "- Until the `todo!` is gone, every test that comes to it ends there.\n");
	steps_add(out, STEP_STORY, ORIGIN_ENGINE, s.buf)->verified = true;
	assertion_release(&a);
	sbuf_release(&s);
}

/* What the function gets and what it must give back. */
static void todo_your_code(const struct check_test *t, const struct explain_source *src, struct steps *out)
{
	struct definition d = DEFINITION_INIT;
	struct sbuf s = SBUF_INIT;
	char *name = NULL;
	const char *arrow;

	if (t->code && explain_own_definition(t->code, src, &name, &d) && d.kind == ITEM_FN) {
		arrow = strstr(d.head, "-> ");
		sbuf_addf(&s, "Your `%s` begins on line %d: ", name, d.line);
		inline_code(&s, d.head, strlen(d.head));
		sbuf_addf(&s, ". It gets %zu value%s", d.n_params + d.self, d.n_params + d.self == 1 ? "" : "s");
		if (arrow) {
			sbuf_addstr(&s, " and must give back ");
			inline_code(&s, arrow + 3, strcspn(arrow + 3, "{"));
		} else {
			sbuf_addstr(&s, " and gives nothing back: what counts is what it does");
		}
		sbuf_addstr(&s, ". ");
	}
	sbuf_addf(&s, "Line %d, the `todo!`, is where your code goes.", t->line);
	steps_add(out, STEP_YOUR_CODE, ORIGIN_ENGINE, s.buf);
	definition_release(&d);
	free(name);
	sbuf_release(&s);
}

/* An untouched starter: the task is the matter, not the panic. */
static void todo_steps(const struct check_result *r, const struct card *card, const struct explain_source *src, struct steps *out)
{
	const struct check_test *t = check_first_failed(r);
	struct sbuf s = SBUF_INIT;
	struct step *step;

	sbuf_addf(&s, "It compiles, and there is still work to do: line %d is a `todo!`, which stands where your code belongs.", t->line);
	steps_add(out, STEP_WHAT, ORIGIN_ENGINE, s.buf)->verified = true;
	where_of_test(t, &r->runtime, out);
	todo_story(t, out);
	step = steps_add(out, STEP_RULE, ORIGIN_ENGINE,
			 "`todo!()` fits any type, so a program with gaps compiles; when it is reached, it stops the program. Put code in "
			 "its place whose last value has the type that the signature names.");
	if (card)
		explain_card_cites(card, step);
	todo_your_code(t, src, out);
	steps_add(out, STEP_TRY, ORIGIN_ENGINE,
		  "Take the example of the statement and do it by hand, on paper. Write down each step that you did in one plain "
		  "sentence; each sentence becomes a line or two of code. Begin with the simplest case, and check.");
	sbuf_release(&s);
}

void explain_run_steps(const struct check_result *r, const struct card *card, const struct explain_source *src,
		       struct steps *out)
{
	struct step *s;

	if (is_todo(r)) {
		todo_steps(r, card, src, out);
		return;
	}
	add_what(r, card, out);
	add_where(r, src, out);
	add_story(r, card, out);
	s = steps_add(out, STEP_RULE, card && card->rule ? ORIGIN_CARD : ORIGIN_ENGINE,
		      card && card->rule ? card->rule : general_rule(r));
	if (card)
		explain_card_cites(card, s);
	add_your_code(r, src, out);
	if (card)
		explain_card_tail(card, out);
	else
		steps_add(out, STEP_TRY, ORIGIN_ENGINE,
			  "Make the smallest input that shows the difference, print the values on the way, and compare each with what "
			  "you expected.");
}
