/* frames: sentences of an error from rustc's labels, each with the names and lines of the right role; and a model's reply. */
#include "test.h"

#include "learn/frames.h"
#include "learn/guard.h"

static struct diags list;
static struct frames f;

/* rustc's text, as a learner pastes it. */
static void build(const char *text, int lines)
{
	diags_release(&list);
	list = (struct diags)DIAGS_INIT;
	frames_release(&f);
	diags_parse_human(text, strlen(text), &list);
	diags_find_roots(&list);
	CHECK(diags_root(&list));
	frames_build(diags_root(&list), lines, &f);
}

static void end(void)
{
	diags_release(&list);
	frames_release(&f);
	list = (struct diags)DIAGS_INIT;
	f = (struct frames)FRAMES_INIT;
}

static const char moved[] =
	"error[E0382]: borrow of moved value: `s`\n --> m.rs:4:16\n  |\n2 |     let s = String::new();\n"
	"  |         - move occurs because `s` has type `String`, which does not implement the `Copy` trait\n3 |     let t = s;\n"
	"  |             - value moved here\n4 |     println!(\"{s}\");\n  |                ^ value borrowed here after move\n"
	"  |\nhelp: consider cloning the value if the performance cost is acceptable\n  |\n3 |     let t = s.clone();\n  |              ++++++++\n";

TEST(moved)
{
	build(moved, 5);
	CHECK(f.first.n == 2);
	CHECK_STR(f.first.v[0], "Line 3 moves `s`, and line 4 borrows it after that.");
	CHECK_STR(f.first.v[1], "Line 4 borrows `s`, but its value was moved away on line 3.");
	CHECK(f.second.n == 2);
	CHECK_STR(f.second.v[1], "After the move, `s` has no value any more.");
	CHECK_STR(f.second.v[0], "The type of `s` is `String`, which is not `Copy`, so its value is moved and not copied.");
	build(moved, 3); /* a line that the text does not have */
	for (size_t i = 0; i < f.first.n; i++)
		CHECK(!strstr(f.first.v[i], "line 4"));
	end();
}

static const char mismatch[] = "error[E0308]: mismatched types\n --> m.rs:2:18\n  |\n2 |     let n: i32 = \"a\";\n"
			       "  |            ---   ^^^ expected `i32`, found `&str`\n  |            |\n  |            expected due to this\n";

TEST(what_is_expected_and_what_is_found)
{
	build(mismatch, 5);
	CHECK(f.first.n == 1);
	CHECK_STR(f.first.v[0], "Line 2 has `\"a\"` of type `&str`, but the type `i32` is expected there.");
	CHECK(strv_has(&f.second, "The types `&str` and `i32` differ, and rustc does not turn the one into the other here."));
	CHECK(strv_has(&f.second, "The type `i32` on line 2 is what is expected."));
	end();
}

TEST(articles_and_words_before)
{
	build("error[E0614]: type `i32` cannot be dereferenced\n --> m.rs:2:5\n  |\n2 |     *n;\n  |     ^^ can't be dereferenced\n", 5);
	CHECK_STR(f.first.v[0], "Line 2 puts a `*` before a value of type `i32`.");
	build("error[E0606]: casting `&str` as `i32` is invalid\n --> m.rs:2:5\n  |\n2 |     n as i32\n  |     ^^^^^^^^\n", 5);
	CHECK_STR(f.second.v[0], "An `as` cannot turn a `&str` into an `i32`.");
	build("error: expected one of `!` or `::`, found `f`\n --> m.rs:1:5\n  |\n1 | def f() {}\n  |     ^ expected one of `!` or `::`\n", 1);
	CHECK_STR(f.first.v[0], "After `def`, line 1 goes on with `f`, which the compiler does not expect there.");
	CHECK_STR(f.second.v[0], "There it expects one of `!` or `::`.");
	build("error: something new\n --> m.rs:1:5\n  |\n1 | def f() {}\n  |     ^ consider writing `fn`\n", 1);
	CHECK(f.first.n == 1 && !f.second.n);
	CHECK_STR(f.first.v[0], "Line 1 is refused at `f`: something new.");
	end();
}

static const char *say(const char *reply)
{
	static struct sbuf out = SBUF_INIT;

	sbuf_reset(&out);
	return frames_read(&f, reply, strlen(reply), &out) ? out.buf : NULL;
}

TEST(replies)
{
	const char *first = "Line 3 moves `s`, and line 4 borrows it after that.";

	build(moved, 5);
	CHECK_STR(say("Line 3 moves `s`, and line 4 borrows it after that. After the move, `s` has no value any more."),
		  "Line 3 moves `s`, and line 4 borrows it after that. After the move, `s` has no value any more.");
	CHECK_STR(say("Line 3 moves `s`, and then line 4 borrows it after that. It is a bird."), first);
	CHECK_STR(say("Line 3 moves `s`, and line 4 borrows it after that."), first);
	CHECK(!say("Line 4 moves `t`, and line 4 borrows it after that."));
	CHECK(!say("Line 3 moves `s`, and line 5 borrows it after that."));
	CHECK(!say("It is a bird."));
	CHECK(!say(""));
	CHECK(!say("After the move, `s` has no value any more.")); /* a first one must come first */
	end();
}

TEST(grammar)
{
	struct sbuf g = SBUF_INIT;

	build(mismatch, 5);
	frames_grammar(&f, &g);
	CHECK(starts_with(g.buf, "root ::= first \" \" second\nfirst ::= \"Line 2 has `\\\"a\\\"` of type `&str`, but"));
	CHECK(strstr(g.buf, "\nsecond ::= \"The type"));
	sbuf_release(&g);
	end();
}

/* Every frame is whole: its fields are known ones, it ends, and the guard lets its words pass. */
static void check_frame(const char *frame)
{
	static const char names[] = "lkxypm123456789";

	frame += *frame == '~';
	CHECK(frame[strlen(frame) - 1] == '.');
	for (const char *p = frame; (p = strchr(p, '{')); p++) {
		bool field = p[1] == ':' || p[1] == '}' || (strchr(names, p[1]) && p[2] == '}') || (strchr("as", p[1]) && strchr(names, p[2]) && p[3] == '}');

		if (!field)
			printf("%s\n", frame);
		CHECK(field);
	}
}

TEST(the_table)
{
	for (size_t i = 0; i < frames_table_n; i++) {
		CHECK(frames_table[i].message && frames_table[i].first[0]);
		for (size_t k = 0; k < 2; k++) {
			if (frames_table[i].first[k])
				check_frame(frames_table[i].first[k]);
			if (frames_table[i].second[k])
				check_frame(frames_table[i].second[k]);
		}
	}
	for (size_t i = 0; i < frames_more_n; i++) {
		CHECK(frames_more[i].label && frames_more[i].second[0]);
		check_frame(frames_more[i].second[0]);
	}
}
