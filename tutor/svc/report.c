#include "svc/report.h"

#include "svc/write.h"

static void check_report_free(void *data)
{
	struct check_report *c = data;

	check_result_release(&c->r);
	explanations_release(&c->e);
	free(c->id);
	free(c->text);
	free(c->after);
	free(c->record_error);
	free(c);
}

static void failure_json(const struct check_test *t, struct json *j)
{
	json_set_str(j, "said", t->said);
	json_set_str(j, "asked", t->asked);
	json_set_str(j, "got", t->got);
	json_set_str(j, "wanted", t->wanted);
	json_set_str(j, "code", t->code);
	json_set_str(j, "own", t->own);
	if (t->line > 0)
		json_set_num(j, "line", t->line);
}

static struct json *tests_json(const struct check_result *r)
{
	struct json *arr = json_array();

	for (size_t i = 0; i < r->n_tests; i++) {
		struct json *t = json_object();

		json_set_str(t, "name", r->tests[i].name);
		json_set_bool(t, "passed", r->tests[i].passed);
		json_set_str(t, "message", r->tests[i].message);
		json_set_str(t, "output", r->tests[i].output);
		if (!r->tests[i].passed)
			failure_json(&r->tests[i], t);
		json_add_take(arr, t);
	}
	return arr;
}

static struct json *check_json(const void *data)
{
	const struct check_report *c = data;
	const struct check_result *r = &c->r;
	struct json *j = json_object();

	json_set_str(j, "id", c->id);
	json_set_str(j, "verdict", verdict_name(r->verdict));
	json_set_str(j, "title", verdict_title(r->verdict));
	json_set_str(j, "note", r->note);
	json_set_take(j, "tests", tests_json(r));
	json_set_num(j, "errors", (double)r->diags.errors);
	json_set_num(j, "warnings", (double)r->diags.warnings);
	json_set_str(j, "stdout", r->out.buf);
	json_set_str(j, "stderr", r->err.buf);
	json_set_str(j, "expected", r->expected);
	json_set_str(j, "got", r->got);
	json_set_num(j, "ms", (double)r->ms);
	json_set_num(j, "compile_ms", (double)r->compile_ms);
	json_set_num(j, "run_ms", (double)r->run_ms);
	json_set_take(j, "explain", write_explanations_json(&c->e, c->max_rung));
	json_set_str(j, "record_error", c->record_error);
	return j;
}

static void tests_plain(const struct check_result *r, bool ascii, struct sbuf *out)
{
	for (size_t i = 0; i < r->n_tests; i++) {
		const struct check_test *t = &r->tests[i];

		sbuf_addf(out, "  %s %s", t->passed ? (ascii ? "ok  " : "✓ ok  ") : (ascii ? "FAIL" : "✗ FAIL"), t->name);
		if (t->said && i && r->tests[i - 1].said && streq(t->said, r->tests[i - 1].said))
			sbuf_addstr(out, ": the same");
		else if (t->said)
			sbuf_addf(out, ": %s", t->said);
		else if (t->message)
			sbuf_addf(out, ": %.*s", (int)strcspn(t->message, "\n"), t->message);
		sbuf_addch(out, '\n');
	}
}

static void check_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct check_report *c = data;
	const struct check_result *r = &c->r;
	bool passed = r->verdict == VERDICT_PASSED;

	sbuf_addf(out, "%s %s: %s (%s, %lld ms)\n", passed ? (ascii ? "ok" : "✓") : (ascii ? "no" : "✗"), c->id,
		  verdict_title(r->verdict), verdict_name(r->verdict), (long long)r->ms);
	if (r->note)
		sbuf_addf(out, "  %s\n", r->note);
	tests_plain(r, ascii, out);
	if (r->diags.warnings && passed)
		sbuf_addf(out, "  %zu warning%s\n", r->diags.warnings, r->diags.warnings > 1 ? "s" : "");
	if (passed && !c->is_exercise && r->out.len)
		sbuf_addf(out, "It printed:\n%s", r->out.buf);
	if (c->e.n) {
		sbuf_addch(out, '\n');
		write_explanations_plain(&c->e, c->max_rung, width, ascii, out);
	}
	if (!passed && c->is_exercise && r->verdict != VERDICT_CANCELLED)
		sbuf_addf(out, "\nStuck? `tutor hint %s` goes one rung further.\n", c->id);
	if (passed && c->after) {
		sbuf_addch(out, '\n');
		write_markdown(c->after, 0, width, ascii, out);
	}
	if (c->record_error)
		sbuf_addf(out, "\nNot kept in your record: %s\n", c->record_error);
}

const struct result_type check_report_type = { "check", check_json, check_plain, check_report_free };

static void explain_report_free(void *data)
{
	struct explain_report *x = data;

	explanations_release(&x->e);
	free(x->what);
	free(x->clean);
	free(x->note);
	free(x);
}

static struct json *explain_json(const void *data)
{
	const struct explain_report *x = data;
	struct json *j = json_object();

	json_set_str(j, "what", x->what);
	json_set_take(j, "errors", write_explanations_json(&x->e, x->max_rung));
	json_set_str(j, "clean", x->clean);
	json_set_str(j, "note", x->note);
	return j;
}

static void explain_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct explain_report *x = data;

	if (x->clean)
		sbuf_addf(out, "%s\n", x->clean);
	write_explanations_plain(&x->e, x->max_rung, width, ascii, out);
	for (size_t i = 0; i < x->e.n; i++)
		write_model_plain(&x->e.v[i].steps, x->max_rung, width, ascii, out);
	if (x->note)
		sbuf_addf(out, "\n(%s)\n", x->note);
}

const struct result_type explain_report_type = { "explain", explain_json, explain_plain, explain_report_free };

static void hint_report_free(void *data)
{
	struct hint_report *h = data;

	steps_release(&h->steps);
	free(h->id);
	free(h->note);
	free(h);
}

static struct json *hint_json(const void *data)
{
	const struct hint_report *h = data;
	struct json *j = json_object();

	json_set_str(j, "id", h->id);
	json_set_bool(j, "passed", h->passed);
	json_set_num(j, "rung", h->rung);
	json_set_num(j, "taken", h->taken);
	if (h->next >= 0)
		json_set_num(j, "next", h->next);
	else
		json_set_null(j, "next");
	json_set_take(j, "steps", write_steps_json(&h->steps, RUNG_MAX));
	json_set_str(j, "note", h->note);
	return j;
}

static void hint_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	const struct hint_report *h = data;

	if (h->passed) {
		sbuf_addf(out, "%s passes already; there is nothing to hint at.\n", h->id);
		return;
	}
	sbuf_addf(out, "Rung %d of %d: %s\n\n", h->rung, RUNG_MAX, rung_title(h->rung));
	write_steps_plain(&h->steps, RUNG_MAX, width, ascii, out);
	write_model_plain(&h->steps, RUNG_MAX, width, ascii, out);
	if (h->note)
		sbuf_addf(out, "\n(%s)\n", h->note);
	if (h->final && h->next >= 0)
		sbuf_addf(out, "\nThe next rung is %d: %s.\n", h->next, rung_title(h->next));
}

const struct result_type hint_report_type = { "hint", hint_json, hint_plain, hint_report_free };
