#include "rust/fix.h"

#include "base/file.h"
#include "test.h"

static void load(const char *name, const char *ext, struct sbuf *out)
{
	char *path = xstrfmt("tests/golden/fix/%s.%s", name, ext);

	CHECK(!file_read(path, 1 << 20, out, NULL));
	free(path);
}

/* Is one of the candidates of this template the recorded text, which rustc has accepted? */
static bool has_fixed(const struct diag *d, const char *name, const struct sbuf *code,
		      const struct sbuf *fixed)
{
	struct edits *v;
	size_t n =
		d->n_spans ? fix_candidates(d, diag_primary(d)->file, code->buf, code->len, &v) : 0;
	bool found = false;

	for (size_t i = 0; i < n && !found; i++) {
		struct sbuf after = SBUF_INIT;

		CHECK(edits_apply(&v[i], code->buf, code->len, &after));
		found = streq(v[i].source, name) && after.len == fixed->len &&
			!memcmp(after.buf, fixed->buf, fixed->len);
		sbuf_release(&after);
	}
	if (n)
		edits_free_all(v, n);
	return found;
}

static bool pair_holds(const char *name)
{
	struct sbuf code = SBUF_INIT, json = SBUF_INIT, fixed = SBUF_INIT;
	struct diags d = DIAGS_INIT;
	bool found = false;

	load(name, "rs", &code);
	load(name, "json", &json);
	load(name, "fixed", &fixed);
	diags_parse(json.buf, json.len, &d);
	for (size_t i = 0; i < d.n && !found; i++)
		found = d.v[i].level == DIAG_ERROR && has_fixed(&d.v[i], name, &code, &fixed);
	diags_release(&d);
	sbuf_release(&code);
	sbuf_release(&json);
	sbuf_release(&fixed);
	return found;
}

/*
 * Each template has a pair: a program with its error, and the text that the template makes of it.
 */
TEST(every_template_has_its_pair)
{
	struct strv names = STRV_INIT;

	fix_names(&names);
	CHECK(names.n >= 80);
	for (size_t i = 0; i < names.n; i++) {
		if (pair_holds(names.v[i]))
			continue;
		printf("%s: its pair does not hold\n", names.v[i]);
		CHECK(!"every pair holds");
	}
	strv_release(&names);
}

/* Does a template propose anything for a program that is none of its business? */
static bool keeps_out(const char *name)
{
	struct sbuf code = SBUF_INIT, json = SBUF_INIT;
	char *base = xstrfmt("not/%s", name);
	struct diags d = DIAGS_INIT;
	bool proposes = false, errors = false;

	load(base, "rs", &code);
	load(base, "json", &json);
	diags_parse(json.buf, json.len, &d);
	for (size_t i = 0; i < d.n; i++) {
		struct edits *v;
		size_t n = d.v[i].level == DIAG_ERROR && d.v[i].n_spans
				   ? fix_candidates(&d.v[i], diag_primary(&d.v[i])->file, code.buf, code.len, &v)
				   : 0;

		errors |= d.v[i].level == DIAG_ERROR;
		for (size_t k = 0; k < n; k++)
			proposes |= streq(v[k].source, name);
		if (n)
			edits_free_all(v, n);
	}
	diags_release(&d);
	sbuf_release(&code);
	sbuf_release(&json);
	free(base);
	return errors && !proposes;
}

/* And many have a program with an error of their kind where they must not fire. */
TEST(templates_keep_out)
{
	struct strv names = STRV_INIT;
	size_t tried = 0;

	fix_names(&names);
	for (size_t i = 0; i < names.n; i++) {
		char *path = xstrfmt("tests/golden/fix/not/%s.rs", names.v[i]);
		bool there = file_exists(path);

		tried += there;
		if (there && !keeps_out(names.v[i])) {
			printf("%s: fires where it must not\n", names.v[i]);
			CHECK(!"it keeps out");
		}
		free(path);
	}
	CHECK(tried >= 40);
	strv_release(&names);
}

static void check_reasons(const struct diag *d, const struct sbuf *code)
{
	struct edits *v;
	size_t n =
		d->n_spans ? fix_candidates(d, diag_primary(d)->file, code->buf, code->len, &v) : 0;

	for (size_t i = 0; i < n; i++) {
		CHECK(strlen(v[i].reason) > 20 && ends_with(v[i].reason, "."));
		CHECK(!strchr(v[i].reason, '\n'));
		CHECK(v[i].source && v[i].n && v[i].file);
	}
	CHECK(n <= FIX_MAX);
	if (n)
		edits_free_all(v, n);
}

TEST(reasons_are_sentences)
{
	struct strv names = STRV_INIT;

	fix_names(&names);
	for (size_t i = 0; i < names.n; i++) {
		struct sbuf code = SBUF_INIT, json = SBUF_INIT;
		struct diags d = DIAGS_INIT;

		load(names.v[i], "rs", &code);
		load(names.v[i], "json", &json);
		diags_parse(json.buf, json.len, &d);
		for (size_t k = 0; k < d.n; k++)
			check_reasons(&d.v[k], &code);
		diags_release(&d);
		sbuf_release(&code);
		sbuf_release(&json);
	}
	strv_release(&names);
}

/* The candidates of an error put at the n-th place where `what` stands. */
static size_t count_at(const char *code, const char *text, const char *what)
{
	const char *at = strstr(text, what);
	char *json = xstrfmt("{\"level\":\"error\",\"message\":\"cannot find value `x` in this "
			     "scope\",\"code\":{\"code\":\"%s\"},"
			     "\"spans\":[{\"file_name\":\"a.rs\",\"is_primary\":true,\"byte_"
			     "start\":%d,\"byte_end\":%d}]}",
			     code, (int)(at - text), (int)(at - text + 1));
	struct diags d = DIAGS_INIT;
	struct edits *v;
	size_t n;

	diags_parse(json, strlen(json), &d);
	n = fix_candidates(&d.v[0], "a.rs", text, strlen(text), &v);
	edits_free_all(v, n);
	diags_release(&d);
	free(json);
	return n;
}

TEST(tests_are_not_touched)
{
	CHECK(count_at("E0425", "fn f() { x; }", "x") > 0);
	CHECK_INT(count_at("E0425", "#[cfg(test)]\nmod tests { fn f() { x; } }", "x"), 0);
	CHECK_INT(count_at("E0425", "#[test]\nfn f() { x; }", "x"), 0);
}

TEST(no_place_no_candidates)
{
	struct diag d = { .level = DIAG_ERROR,
			  .message = (char *)"mismatched types",
			  .code = (char *)"E0308" };
	struct edits *v;

	CHECK_INT(fix_candidates(&d, "a.rs", "fn f() {}", 9, &v), 0);
	CHECK(!v);
	CHECK_INT(count_at("E0425", "x", "x"), 1);
	CHECK_INT(count_at("E9999", "fn f() { x; }", "x"), 0);
}
