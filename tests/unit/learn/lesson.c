#include "test.h"

#include "learn/lesson.h"

#define HEAD "---\nid: moves\ntitle: Moving a value\nminutes: 20\nconcepts: [ownership, move]\nrequires: [variables]\nsources: [a.html]\n---\n"
#define QUIZ "```quiz\nid: moves-1\nkind: short\nask: x\nanswers: [y]\nwhy: z\n```\n"

static const char good[] = HEAD "# Moving\n\n```rust\nlet a = 1;\nprintln!(\"{a}\");\n```\n```output\n1\n```\n\n" QUIZ
				"\n```rust,compile_fail,E0382\nfn main() {}\n```\n\n```sh\nls\n```\n\n```rust,should_panic,editable\npanic!()\n```\n";

static int parse(const char *text, struct lesson *l, struct sbuf *err)
{
	return lesson_parse("lessons/06-moves.md", text, strlen(text), l, err);
}

TEST(a_lesson)
{
	struct lesson l;
	struct sbuf err = SBUF_INIT, program = SBUF_INIT;
	int shift;

	CHECK_INT(parse(good, &l, &err), 0);
	CHECK_STR(err.buf, "");
	CHECK_STR(l.id, "moves");
	CHECK_STR(l.file, "lessons/06-moves.md");
	CHECK(l.number == 6 && l.minutes == 20 && l.concepts.n == 2 && l.requires.n == 1 && l.sources.n == 1 && l.loaded);
	CHECK_INT(l.body_line, 9);
	CHECK(starts_with(l.body, "# Moving\n") && l.body_len == strlen(l.body));
	CHECK_INT(l.fences.n, 3);
	CHECK_INT(l.fences.v[0].line, 11);
	CHECK_INT(l.fences.v[0].flags, FENCE_RUST);
	CHECK_STR(l.fences.v[0].output, "1\n");
	CHECK_INT(l.fences.v[1].flags, FENCE_RUST | FENCE_COMPILE_FAIL);
	CHECK_STR(l.fences.v[1].code, "E0382");
	CHECK(!l.fences.v[1].output);
	CHECK_INT(l.fences.v[2].flags, FENCE_RUST | FENCE_SHOULD_PANIC | FENCE_EDITABLE);
	CHECK_INT(l.n_quizzes, 1);
	CHECK_INT(l.quizzes[0].line, 20);
	CHECK(lesson_quiz(&l, "moves-1") == l.quizzes && !lesson_quiz(&l, "moves-2"));
	CHECK(lesson_fence_at(&l, l.fences.v[1].block) == &l.fences.v[1] && !lesson_fence_at(&l, 0));
	CHECK(lesson_quiz_at(&l, l.quizzes[0].block) == l.quizzes && !lesson_quiz_at(&l, 0));
	lesson_block_program(&l.fences.v[0], &program, &shift);
	CHECK_STR(program.buf, "fn main() {\nlet a = 1;\nprintln!(\"{a}\");\n}\n");
	CHECK_INT(shift, 1);
	sbuf_reset(&program);
	lesson_block_program(&l.fences.v[1], &program, &shift);
	CHECK_STR(program.buf, "fn main() {}\n");
	CHECK_INT(shift, 0);
	sbuf_release(&program);
	lesson_release(&l);
}

TEST(programs)
{
	struct sbuf b = SBUF_INIT;
	int shift;

	fence_program("// fn main() {}\n", &b, &shift);
	CHECK_INT(shift, 1);
	sbuf_reset(&b);
	fence_program("mod m { fn main() {} }", &b, &shift);
	CHECK_STR(b.buf, "fn main() {\nmod m { fn main() {} }\n}\n");
	sbuf_reset(&b);
	fence_program("pub async fn main() {}", &b, &shift);
	CHECK_STR(b.buf, "pub async fn main() {}");
	sbuf_reset(&b);
	fence_program("", &b, &shift);
	CHECK_STR(b.buf, "fn main() {\n}\n");
	sbuf_release(&b);
}

TEST(head_only)
{
	struct lesson l;

	CHECK_INT(lesson_parse_head("x/readme.md", HEAD "```quiz\nbroken", strlen(HEAD) + 14, &l, NULL), 0);
	CHECK(!l.loaded && !l.number && !l.body);
	CHECK_STR(l.title, "Moving a value");
	lesson_release(&l);
}

static void refused(const char *text, const char *words)
{
	struct lesson l;
	struct sbuf err = SBUF_INIT;

	CHECK_INT(parse(text, &l, &err), -1);
	CHECK(strstr(err.buf, words) != NULL);
	if (!strstr(err.buf, words))
		printf("said: %s\n", err.buf);
	CHECK(!l.id && !l.text);
	sbuf_release(&err);
}

TEST(bad_lessons)
{
	refused("# no front\n", "front matter");
	refused("---\nid: moves\n---\n", "`title` is missing");
	refused("---\nid: Moves\ntitle: x\nminutes: 5\n---\n", "lower case");
	refused("---\nid: m\ntitle: x\nminutes: 0\n---\n", "`minutes`");
	refused(HEAD "```rust,compile_fial\nx\n```\n", "Line 9: the labels `rust,compile_fial`");
	refused(HEAD "```rust,E0382\nx\n```\n", "Line 9: the labels");
	refused(HEAD "\n```quiz\nid: a\n```\n", "Line 11: the question `a`");
	refused(HEAD QUIZ "\n" QUIZ, "Line 18: the question `moves-1` comes twice");
}

TEST(unknown_keys_are_kept)
{
	struct lesson l;

	CHECK_INT(parse("---\nid: m\ntitle: x\nminutes: 5\nminuets: 6\n---\n", &l, NULL), 0);
	CHECK(l.unknown.n == 1);
	CHECK_STR(l.unknown.v[0], "minuets");
	lesson_release(&l);
}
