#include "test.h"

#include <unistd.h>

#include "base/file.h"
#include "learn/exercise.h"

#define HEAD                                                                                                    \
	"---\nid: ownership/move-string\ntitle: Use it after the move\ntopic: ownership\nconcepts: [move]\n"    \
	"requires: [strings, printing]\ndifficulty: 2\nminutes: 6\n"

static const char good[] = HEAD "kind: fix\nerror: E0382\nlimits: {wall_ms: 5000, mem_mb: 64}\nforbid: [clone, unsafe]\n"
				"must_use: match\npoints: 2\n---\n\nSay it.\n\n```\n## After\n```\n\n## After\nBecause.\n";

static int parse(const char *text, struct exercise *e, struct sbuf *err)
{
	return exercise_parse("ownership/move-string", text, strlen(text), true, e, err);
}

TEST(all_fields)
{
	struct exercise e;

	CHECK_INT(parse(good, &e, NULL), 0);
	CHECK_STR(e.id, "ownership/move-string");
	CHECK_STR(e.title, "Use it after the move");
	CHECK_STR(e.topic, "ownership");
	CHECK(e.concepts.n == 1 && e.requires.n == 2 && e.difficulty == 2 && e.minutes == 6 && e.points == 2);
	CHECK_INT(e.kind, KIND_FIX);
	CHECK_STR(e.error, "E0382");
	CHECK(e.limits.wall_ms == 5000 && e.limits.mem_mb == 64 && e.limits.cpu_s == 0);
	CHECK(e.forbid.n == 2 && e.must_use.n == 1);
	CHECK_STR(e.must_use.v[0], "match");
	CHECK_STR(e.statement, "Say it.\n\n```\n## After\n```");
	CHECK_INT(e.statement_line, 17);
	CHECK_STR(e.after, "Because.");
	CHECK(!e.unknown.n && !e.mode && !e.lang && !e.loaded);
	exercise_release(&e);
}

TEST(cases_keep_their_text)
{
	struct exercise e;

	CHECK_INT(parse(HEAD "kind: write\ncases:\n  - name: two\n    stdin: \"a b\\n\"\n    stdout: 2.50\n  - stdout: \"\"\n---\nx\n",
			&e, NULL), 0);
	CHECK_INT(e.n_cases, 2);
	CHECK_STR(e.cases[0].input, "a b\n");
	CHECK_STR(e.cases[0].output, "2.50");
	CHECK_STR(e.cases[1].name, "case 2");
	CHECK_STR(e.cases[1].input, "");
	CHECK_STR(e.cases[1].output, "");
	CHECK_INT(exercise_way(&e), EXERCISE_CASES);
	exercise_release(&e);
}

static void refused(const char *text, const char *words)
{
	struct sbuf err = SBUF_INIT;
	struct exercise e;

	CHECK_INT(parse(text, &e, &err), -1);
	CHECK(strstr(err.buf, words) != NULL);
	if (!strstr(err.buf, words))
		printf("said: %s\n", err.buf);
	CHECK(!e.id && !e.concepts.v);
	sbuf_release(&err);
}

TEST(bad_front_matter_is_told)
{
	refused("no front matter\n", "front matter");
	refused("---\nid: [a\n---\n", "Line ");
	refused("---\ntitle: x\n---\n", "`id` is missing");
	refused("---\nid: Own/Move\ntitle: x\ntopic: Own\n---\n", "not TOPIC/SLUG");
	refused("---\nid: ownership/other\ntitle: x\ntopic: ownership\n---\n", "the folder says `ownership/move-string`");
	refused("---\nid: ownership/move-string\ntitle: x\ntopic: moving\n---\n", "topic `moving`");
	refused(HEAD "kind: guess\n---\n", "no kind `guess`");
	refused(HEAD "kind: choice\n---\n", "for quizzes");
	refused(HEAD "kind: write\npoints: many\n---\n", "`points` must be a whole number from 0 to 1000");
	refused(HEAD "kind: write\nlimits: 5\n---\n", "`limits` must be a map");
	refused(HEAD "kind: write\ncases:\n  - stdin: x\n---\n", "no `stdout`");
	refused(HEAD "kind: write\nforbid: [[x]]\n---\n", "`forbid` must be a list of texts");
	refused("---\nid: a/b\ntitle:\ntopic: a\n---\n", "`title` is missing");
}

TEST(problems_are_listed)
{
	struct exercise e;
	struct strv p = STRV_INIT;
	struct sbuf all = SBUF_INIT;

	CHECK_INT(parse(HEAD "kind: fix\ndifficultly: 3\n---\n", &e, NULL), 0);
	exercise_problems(&e, &p);
	strv_join(&p, "\n", &all);
	CHECK(strstr(all.buf, "`difficultly` is not known") && strstr(all.buf, "starter.rs is missing") &&
	      strstr(all.buf, "solution.rs is missing") && strstr(all.buf, "one way") && strstr(all.buf, "needs `error`") &&
	      strstr(all.buf, "no statement") && strstr(all.buf, "hints.md") && strstr(all.buf, "two wrong"));
	strv_release(&p);
	sbuf_release(&all);
	exercise_release(&e);
}

TEST(hints_by_rung)
{
	static const char text[] = "## 3\nLook.\n\n## 4\n```rust\n## not a heading\n```\n## 5\n\n  Do.\n";
	struct exercise e = { 0 };
	struct sbuf err = SBUF_INIT;

	CHECK_INT(exercise_parse_hints(text, sizeof(text) - 1, &e, NULL), 0);
	CHECK_STR(e.hints[3], "Look.");
	CHECK_STR(e.hints[4], "```rust\n## not a heading\n```");
	CHECK_STR(e.hints[5], "  Do.");
	exercise_release(&e);
	CHECK_INT(exercise_parse_hints("## 2\n", 5, &e, &err), -1);
	CHECK(strstr(err.buf, "Line 1"));
	exercise_release(&e);
	sbuf_reset(&err);
	CHECK_INT(exercise_parse_hints("## 3\na\n## 3\n", 12, &e, &err), -1);
	CHECK(strstr(err.buf, "Line 3") && strstr(err.buf, "twice"));
	exercise_release(&e);
	sbuf_release(&err);
}

static void put(const char *root, const char *rel, const char *text)
{
	char *path = path_join(root, rel), *dir = path_dir(path);

	file_mkdirs(dir, NULL);
	file_write(path, text, strlen(text), NULL);
	free(path);
	free(dir);
}

TEST(folders_and_variants)
{
	char *dir = file_make_temp_dir("tutor-exercise", NULL);
	struct exercise e, v;
	struct sbuf err = SBUF_INIT;
	struct strv p = STRV_INIT;

	put(dir, "exercise.md", good);
	put(dir, "starter.rs", "fn a() {}\n");
	put(dir, "solution.rs", "fn b() {}\n");
	put(dir, "tests.rs", "#[test]\nfn t() {}\n");
	put(dir, "hints.md", "## 3\nthree\n## 4\nfour\n");
	put(dir, "wrong/one.rs", "1\n");
	put(dir, "wrong/two.rs", "2\n");
	put(dir, "variants/tea/exercise.md", "---\ntitle: With tea\n---\nPour.\n");
	put(dir, "variants/tea/starter.rs", "fn tea() {}\n");
	put(dir, "variants/tea/solution.rs", "fn tea() { }\n");
	put(dir, "variants/tea/probe.rs", "pub fn probe() {}\n");
	put(dir, "variants/tea/probe.out", "cup\n");
	put(dir, "variants/tea/wrong/cold.rs", "3\n");
	CHECK_INT(exercise_load(dir, "ownership/move-string", &e, &err), 0);
	CHECK_STR(err.buf, "");
	exercise_problems(&e, &p);
	CHECK_INT(p.n, 0);
	CHECK(e.loaded && e.n_wrong == 2 && e.variants.n == 1 && exercise_way(&e) == EXERCISE_TESTS);
	CHECK_STR(e.wrong[1].name, "two.rs");
	CHECK_STR(e.wrong[1].text, "2\n");
	CHECK_INT(exercise_load_variant(&e, "tea", &v, &err), 0);
	CHECK_STR(v.title, "With tea");
	CHECK_STR(v.statement, "Pour.");
	CHECK_STR(v.starter, "fn tea() {}\n");
	CHECK_STR(v.hints[3], "three");
	CHECK_STR(v.variant, "tea");
	CHECK_STR(v.id, "ownership/move-string");
	CHECK(!v.tests && v.n_wrong == 1 && exercise_way(&v) == EXERCISE_PROBE && ends_with(v.dir, "/variants/tea"));
	exercise_release(&v);
	CHECK_INT(exercise_load_variant(&e, "../..", &v, &err), -1);
	CHECK(strstr(err.buf, "has no variant"));
	exercise_release(&e);
	sbuf_reset(&err);
	CHECK_INT(exercise_load("/no/such/dir", "a/b", &e, &err), -1);
	CHECK_STR(err.buf, "There is no folder /no/such/dir.");
	sbuf_reset(&err);
	put(dir, "starter.rs", "\xff\xfe");
	CHECK_INT(exercise_load(dir, "ownership/move-string", &e, &err), -1);
	CHECK(strstr(err.buf, "starter.rs is not UTF-8"));
	file_remove_tree(dir, NULL);
	strv_release(&p);
	sbuf_release(&err);
	free(dir);
}

TEST(nearest_ids)
{
	struct strv ids = STRV_INIT;
	const char *near[3];
	struct sbuf err = SBUF_INIT;

	strv_push(&ids, "ownership/move-string");
	strv_push(&ids, "ownership/give-back");
	strv_push(&ids, "types/which-type");
	strv_push(&ids, "types/clock");
	CHECK_INT(ids_nearest(&ids, "ownership/move-strin", near, 3), 1);
	CHECK_STR(near[0], "ownership/move-string");
	CHECK_INT(ids_nearest(&ids, "clcok", near, 3), 1);
	CHECK_STR(near[0], "types/clock");
	CHECK_INT(ids_nearest(&ids, "ownership", near, 1), 1);
	CHECK_INT(ids_nearest(&ids, "zzzzzzzz", near, 3), 0);
	CHECK_INT(ids_unknown("exercise", "types/clok", &ids, &err), -1);
	CHECK_STR(err.buf, "There is no exercise `types/clok`. Did you mean `types/clock`?");
	sbuf_reset(&err);
	CHECK_INT(ids_unknown("exercise", "own", &ids, &err), -1);
	CHECK_STR(err.buf, "There is no exercise `own`. Did you mean `ownership/give-back` or `ownership/move-string`?");
	sbuf_reset(&err);
	CHECK_INT(ids_unknown("lesson", "qqqqqq", &ids, &err), -1);
	CHECK_STR(err.buf, "There is no lesson `qqqqqq`.");
	sbuf_release(&err);
	strv_release(&ids);
}
