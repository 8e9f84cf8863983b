#include "rust/edits.h"

#include "base/file.h"
#include "test.h"

static void check_apply(int line, const struct edits *e, const char *text, const char *want)
{
	struct sbuf got = SBUF_INIT;
	bool ok = edits_apply(e, text, strlen(text), &got);

	if (ok != (want != NULL))
		printf("line %d: %s\n", line, ok ? "applied" : "refused");
	CHECK(ok == (want != NULL));
	test_check_str(__FILE__, line, got.buf, want ? want : "");
	sbuf_release(&got);
}

TEST(apply)
{
	struct edits e = EDITS_INIT;

	check_apply(__LINE__, &e, "abc", "abc");
	edits_add(&e, 2, 3, "C");
	edits_add(&e, 0, 0, "<");
	edits_add(&e, 0, 0, "!");
	edits_add(&e, 0, 1, "");
	edits_add(&e, 3, 3, ">");
	check_apply(__LINE__, &e, "abc", "<!bC>");
	edits_add(&e, 1, 3, "x");
	check_apply(__LINE__, &e, "abc", NULL);
	edits_release(&e);
	edits_add(&e, 2, 4, "x");
	check_apply(__LINE__, &e, "abc", NULL);
	edits_release(&e);
	edits_add(&e, 2, 1, "x");
	check_apply(__LINE__, &e, "abc", NULL);
	edits_release(&e);
}

/*
 * All candidates of all errors of a recording, applied to its program: reason, class, diff
 * without context.
 */
static void show_suggestions(const char *name, struct sbuf *out)
{
	char *json = xstrfmt("tests/golden/diag/%s.json", name),
	     *path = xstrfmt("tests/golden/diag/%s.rs", name);
	struct sbuf text = SBUF_INIT, code = SBUF_INIT;
	struct diags d = DIAGS_INIT;

	CHECK(!file_read(json, 1 << 20, &text, NULL) && !file_read(path, 1 << 20, &code, NULL));
	diags_parse(text.buf, text.len, &d);
	for (size_t i = 0; i < d.n; i++) {
		struct edits *v;
		size_t n = diag_suggestions(&d.v[i], NULL, &v);

		for (size_t k = 0; k < n; k++) {
			struct sbuf after = SBUF_INIT;

			CHECK(edits_apply(&v[k], code.buf, code.len, &after));
			sbuf_addf(out, "%d %s\n", (int)v[k].applicability, v[k].reason);
			diff_unified(code.buf, code.len, after.buf, after.len, NULL, 0, out);
			sbuf_release(&after);
		}
		edits_free_all(v, n);
	}
	diags_release(&d);
	sbuf_release(&text);
	sbuf_release(&code);
	free(json);
	free(path);
}

static void check_suggestions(int line, const char *name, const char *want)
{
	struct sbuf got = SBUF_INIT;

	show_suggestions(name, &got);
	test_check_str(__FILE__, line, got.buf, want);
	sbuf_release(&got);
}

TEST(suggestions)
{
	check_suggestions(__LINE__, "E0382-move",
			  "1 consider cloning the value if the performance cost is acceptable\n"
			  "@@ -3 +3 @@\n-    let other = name;\n+    let other = name.clone();\n");
	/* Two parts, one candidate. */
	check_suggestions(
		__LINE__, "E0106-lifetime",
		"2 consider introducing a named lifetime parameter\n@@ -1 +1 @@\n"
		"-fn longest(a: &str, b: &str) -> &str {\n+fn longest<'a>(a: &'a str, b: &'a str) "
		"-> &'a str {\n"
		"2 consider introducing a named lifetime parameter\n@@ -5,2 +5,2 @@\n"
		"-struct Holder {\n-    text: &str,\n+struct Holder<'a> {\n+    text: &'a str,\n");
}

/*
 * Alternatives of one help, flattened: a span again, one that overlaps; going back alone is no
 * new one.
 */
TEST(alternatives_are_split)
{
#define SPAN(from, to, text, app)                                                                  \
	"{\"file_name\":\"a.rs\",\"byte_start\":" #from ",\"byte_end\":" #to                       \
	",\"suggested_replacement\":\"" text "\",\"suggestion_applicability\":\"" app "\"}"
	const char *json =
		"{\"message\":\"m\",\"level\":\"error\",\"children\":[{\"message\":\"try\","
		"\"level\":\"help\","
		"\"spans\":[" SPAN(1, 1, "a", "MaybeIncorrect") "," SPAN(5, 6, "b", "HasPlaceholders") "," SPAN(
			1, 1,
			"c", "MaybeIncorrect") "," SPAN(0, 3, "d",
							"MachineApplicable") "," SPAN(7, 8, "e",
										      "MaybeIncorre"
										      "ct") "," SPAN(4,
												     5,
												     "f",
												     "MaybeIncorrect") "]}]}";
	struct diags d = DIAGS_INIT;
	struct edits *v;
	size_t n;

	diags_parse(json, strlen(json), &d);
	n = diag_suggestions(&d.v[0], "a.rs", &v);
	CHECK_INT(n, 3);
	CHECK_INT(v[0].n, 2);
	CHECK_INT(v[0].applicability, DIAG_APP_PLACEHOLDERS);
	CHECK_STR(v[1].v[0].text, "c");
	CHECK_STR(v[2].v[0].text, "d");
	CHECK_INT(v[2].applicability, DIAG_APP_MAYBE);
	CHECK_INT(v[2].n, 3);
	CHECK_STR(v[2].v[2].text, "f");
	edits_free_all(v, n);
	CHECK_INT(diag_suggestions(&d.v[0], "b.rs", &v), 0);
	CHECK(!v);
	diags_release(&d);
}

static void check_diff(int line, const char *a, const char *b, int context, const char *want)
{
	struct sbuf got = SBUF_INIT;

	diff_unified(a, strlen(a), b, strlen(b), NULL, context, &got);
	test_check_str(__FILE__, line, got.buf, want);
	sbuf_release(&got);
}

TEST(diff_forms)
{
	check_diff(__LINE__, "a\nb\n", "a\nb\n", 3, "");
	check_diff(__LINE__, "", "a\n", 3, "@@ -0,0 +1 @@\n+a\n");
	check_diff(__LINE__, "a\n", "", 3, "@@ -1 +0,0 @@\n-a\n");
	check_diff(__LINE__, "a\nb\nc\n", "a\nx\nc\n", 1, "@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n");
	check_diff(__LINE__, "a\nb", "a\nb\n", 1,
		   "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n");
	check_diff(__LINE__, "1\n2\n3\n4\n5\n6\n7\n", "1\nx\n3\n4\n5\ny\n7\n", 1,
		   "@@ -1,3 +1,3 @@\n 1\n-2\n+x\n 3\n@@ -5,3 +5,3 @@\n 5\n-6\n+y\n 7\n");
	check_diff(__LINE__, "1\n2\n3\n4\n5\n", "1\nx\n3\ny\n5\n", 1,
		   "@@ -1,5 +1,5 @@\n 1\n-2\n+x\n 3\n-4\n+y\n 5\n");
	check_diff(__LINE__, "a\nb\nc\n", "c\na\nb\n", 0, "@@ -0,0 +1 @@\n+c\n@@ -3 +3,0 @@\n-c\n");
}

TEST(diff_header)
{
	struct sbuf got = SBUF_INIT;

	diff_unified("a\n", 2, "b\n", 2, "src/main.rs", 3, &got);
	CHECK_STR(got.buf, "--- a/src/main.rs\n+++ b/src/main.rs\n@@ -1 +1 @@\n-a\n+b\n");
	sbuf_release(&got);
}

/* Length of the longest common subsequence of one-letter lines. */
static size_t lcs(const char *a, const char *b)
{
	size_t best[64][64] = { { 0 } }, n = strlen(a), m = strlen(b);

	for (size_t i = 1; i <= n; i++)
		for (size_t j = 1; j <= m; j++)
			best[i][j] = a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1
							  : MAX(best[i - 1][j], best[i][j - 1]);
	return best[n][m];
}

static void random_word(char *out, size_t max, uint32_t *seed)
{
	size_t n = (*seed >> 10) % max;

	for (size_t i = 0; i < n; i++) {
		*seed = *seed * 1664525u + 1013904223u;
		out[i] = (char)('a' + (*seed >> 28) % 4);
	}
	out[n] = '\0';
	*seed = *seed * 1664525u + 1013904223u;
}

static void as_lines(const char *word, struct sbuf *out)
{
	for (; *word; word++)
		sbuf_addf(out, "%c\n", *word);
}

/*
 * Full context: dropping the added lines gives a, dropping the deleted ones b; and no script is
 * shorter.
 */
static void check_script(const char *a, const char *b)
{
	struct sbuf la = SBUF_INIT, lb = SBUF_INIT, diff = SBUF_INIT, old = SBUF_INIT,
		    new = SBUF_INIT;
	struct strv v = STRV_INIT;
	size_t changed = 0;

	as_lines(a, &la);
	as_lines(b, &lb);
	diff_unified(la.buf, la.len, lb.buf, lb.len, NULL, 100, &diff);
	strv_split(&v, diff.buf, '\n');
	for (size_t i = 1; i + 1 < v.n; i++) {
		char sign = v.v[i][0];

		changed += sign != ' ';
		if (sign != '+')
			sbuf_addf(&old, "%s\n", v.v[i] + 1);
		if (sign != '-')
			sbuf_addf(&new, "%s\n", v.v[i] + 1);
	}
	if (!streq(a, b)) {
		CHECK_STR(old.buf, la.buf);
		CHECK_STR(new.buf, lb.buf);
	}
	CHECK_INT(changed, strlen(a) + strlen(b) - 2 * lcs(a, b));
	strv_release(&v);
	sbuf_release(&la);
	sbuf_release(&lb);
	sbuf_release(&diff);
	sbuf_release(&old);
	sbuf_release(&new);
}

TEST(diff_is_right_and_shortest)
{
	uint32_t seed = 7;
	char a[40], b[40];

	for (int i = 0; i < 2000; i++) {
		random_word(a, 30, &seed);
		random_word(b, 30, &seed);
		check_script(a, b);
	}
}

/* Two texts with nothing in common, beyond the bound: one replacement, quickly. */
TEST(diff_is_bounded)
{
	struct sbuf a = SBUF_INIT, b = SBUF_INIT, out = SBUF_INIT;

	for (int i = 0; i < 20000; i++) {
		sbuf_addf(&a, "a%d\n", i);
		sbuf_addf(&b, "b%d\n", i);
	}
	diff_unified(a.buf, a.len, b.buf, b.len, NULL, 3, &out);
	CHECK(starts_with(out.buf, "@@ -1,20000 +1,20000 @@\n-a0\n-a1\n"));
	sbuf_release(&a);
	sbuf_release(&b);
	sbuf_release(&out);
}
