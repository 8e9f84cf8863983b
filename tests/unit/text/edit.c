#include "test.h"

#include "base/strv.h"
#include "base/utf8.h"
#include "text/edit.h"

/* Text with the cursor as '|' and, when something is selected, the other end as '^'. */
static char *show(const struct edit *e)
{
	struct edit_pos at = edit_cursor(e), from, to;
	bool selected = edit_selection(e, &from, &to);
	struct sbuf out = SBUF_INIT;
	size_t len;

	for (size_t i = 0; i < edit_lines(e); i++) {
		const char *line = edit_line(e, i, &len);

		if (i)
			sbuf_addch(&out, '\n');
		for (size_t col = 0; col <= len; col++) {
			struct edit_pos p = { i, col };

			if (p.line == at.line && p.col == at.col)
				sbuf_addch(&out, '|');
			else if (selected && ((p.line == from.line && p.col == from.col) ||
					      (p.line == to.line && p.col == to.col)))
				sbuf_addch(&out, '^');
			if (col < len)
				sbuf_addch(&out, line[col]);
		}
	}
	return sbuf_detach(&out, NULL);
}

#define CHECK_EDIT(e, want)                                                                        \
	do {                                                                                       \
		char *got_ = show(e);                                                              \
		CHECK_STR(got_, want);                                                             \
		free(got_);                                                                        \
	} while (0)

static struct edit *make(const char *text, size_t line, size_t col)
{
	struct edit *e = edit_new(text, strlen(text));

	edit_move_to(e, (struct edit_pos){ line, col }, false);
	return e;
}

static void type(struct edit *e, const char *text, int64_t now)
{
	CHECK(edit_insert(e, text, strlen(text), now));
}

static void check_text(const struct edit *e, const char *want)
{
	struct sbuf text = SBUF_INIT;

	edit_text(e, &text);
	CHECK_STR(text.buf, want);
	sbuf_release(&text);
}

TEST(text_round_trip)
{
	static const char *const texts[] = { "", "a", "a\n", "\n\n", "a\nb", "a\r\nb\r\n", "a\r\nb\n", "\xff\n" };

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		struct edit *e = edit_new(texts[i], strlen(texts[i]));

		check_text(e, texts[i]);
		CHECK(!edit_modified(e));
		CHECK(!edit_undo(e));
		edit_free(e);
	}
}

TEST(crlf_is_kept)
{
	struct edit *e = make("a\r\nb\r\n", 0, 9);
	size_t len;

	CHECK_INT(edit_lines(e), 3);
	edit_line(e, 0, &len);
	CHECK_INT(len, 1);
	type(e, "x\r\ny\rz", 0);
	check_text(e, "ax\r\ny\r\nz\r\nb\r\n");
	edit_free(e);
}

TEST(typing_is_one_step)
{
	struct edit *e = make("", 0, 0);

	type(e, "a", 1000);
	type(e, "b", 1900);
	type(e, "c", 2800);
	type(e, "d", 3900);
	check_text(e, "abcd");
	CHECK(edit_undo(e));
	check_text(e, "abc");
	CHECK(edit_undo(e));
	check_text(e, "");
	CHECK(!edit_undo(e));
	CHECK(edit_redo(e) && edit_redo(e) && !edit_redo(e));
	CHECK_EDIT(e, "abcd|");
	edit_free(e);
}

TEST(moving_or_saving_ends_a_step)
{
	struct edit *e = make("", 0, 0);

	type(e, "a", 0);
	edit_move(e, EDIT_LEFT, 1, false);
	edit_move(e, EDIT_RIGHT, 1, false);
	type(e, "b", 1);
	edit_mark_saved(e);
	CHECK(!edit_modified(e));
	type(e, "c", 2);
	CHECK(edit_modified(e));
	CHECK(edit_undo(e));
	CHECK(!edit_modified(e));
	check_text(e, "ab");
	CHECK(edit_undo(e));
	check_text(e, "a");
	CHECK(edit_modified(e));
	edit_free(e);
}

TEST(undo_tree)
{
	struct edit *e = make("", 0, 0);

	type(e, "one", 0);
	edit_undo(e);
	type(e, "two", 9000);
	type(e, "!", 19000);
	edit_undo(e);
	edit_undo(e);
	type(e, "three", 29000);
	check_text(e, "three");
	CHECK(!edit_undo_branch(e, 1));
	CHECK(edit_undo_branch(e, -1));
	check_text(e, "two!");
	CHECK(edit_undo_branch(e, -1));
	check_text(e, "one");
	CHECK(!edit_undo_branch(e, -1));
	CHECK(edit_undo_branch(e, 1));
	check_text(e, "two!");
	CHECK(edit_undo(e));
	check_text(e, "two");
	CHECK(edit_undo(e) && edit_redo(e));
	check_text(e, "two");
	edit_free(e);
}

TEST(clusters)
{
	/* e with an accent, a family, a flag */
	struct edit *e = make("xe\xCC\x81" "👩‍👩‍👧‍👦🇩🇪", 0, 0);

	edit_move(e, EDIT_RIGHT, 2, false);
	CHECK_INT(edit_cursor(e).col, 4);
	edit_move(e, EDIT_RIGHT, 1, false);
	CHECK_INT(edit_cursor(e).col, 4 + 25);
	edit_move_to(e, (struct edit_pos){ 0, 10 }, false);
	CHECK_INT(edit_cursor(e).col, 4);
	edit_move_to(e, (struct edit_pos){ 7, 10 }, false);
	CHECK_INT(edit_cursor(e).col, 4 + 25 + 8);
	edit_backspace(e, 0);
	edit_backspace(e, 0);
	check_text(e, "xe\xCC\x81");
	edit_move(e, EDIT_LEFT, 1, false);
	edit_delete(e, 0);
	check_text(e, "x");
	edit_free(e);
}

TEST(joining_lines_can_join_clusters)
{
	struct edit *e = make("e\n\xCC\x81x", 1, 0);

	edit_backspace(e, 0);
	check_text(e, "e\xCC\x81x");
	CHECK_INT(edit_cursor(e).col, 0);
	edit_undo(e);
	check_text(e, "e\n\xCC\x81x");
	CHECK_INT(edit_cursor(e).line, 1);
	edit_free(e);
}

TEST(motions)
{
	struct edit *e = make("let x_1 = foo(漢字);\n\n\tb", 0, 0);

	edit_move(e, EDIT_WORD_RIGHT, 1, false);
	CHECK_INT(edit_cursor(e).col, 4);
	edit_move(e, EDIT_WORD_RIGHT, 3, false);
	CHECK_INT(edit_cursor(e).col, 13);
	edit_move(e, EDIT_WORD_RIGHT, 1, false);
	CHECK_INT(edit_cursor(e).col, 14);
	edit_move(e, EDIT_WORD_RIGHT, 1, true);
	CHECK_INT(edit_cursor(e).col, 20);
	edit_move(e, EDIT_LEFT, 1, false);
	CHECK_INT(edit_cursor(e).col, 14);
	edit_move(e, EDIT_WORD_LEFT, 2, false);
	CHECK_INT(edit_cursor(e).col, 10);
	edit_move(e, EDIT_LINE_END, 1, false);
	edit_move(e, EDIT_RIGHT, 2, false);
	CHECK_INT(edit_cursor(e).line, 2);
	CHECK_INT(edit_cursor(e).col, 0);
	edit_move(e, EDIT_LINE_START, 1, false);
	CHECK_INT(edit_cursor(e).col, 1);
	edit_move(e, EDIT_LINE_START, 1, false);
	CHECK_INT(edit_cursor(e).col, 0);
	edit_move(e, EDIT_TEXT_END, 1, true);
	edit_move(e, EDIT_TEXT_START, 1, true);
	CHECK_EDIT(e, "|let x_1 = foo(漢字);\n\n^\tb");
	edit_free(e);
}

TEST(up_and_down_keep_the_column)
{
	struct edit *e = make("abcdefghij\nab\n\t漢字x\nabcdefghij", 0, 7);

	edit_move(e, EDIT_DOWN, 1, false);
	CHECK_INT(edit_cursor(e).col, 2);
	edit_move(e, EDIT_DOWN, 1, false);
	CHECK_INT(edit_cursor(e).col, 4);
	edit_move(e, EDIT_DOWN, 1, false);
	CHECK_INT(edit_cursor(e).col, 7);
	edit_move(e, EDIT_UP, 99, false);
	CHECK_INT(edit_cursor(e).line, 0);
	CHECK_INT(edit_cursor(e).col, 7);
	edit_move(e, EDIT_DOWN, 1, false);
	edit_move(e, EDIT_LEFT, 1, false);
	edit_move(e, EDIT_DOWN, 2, false);
	CHECK_INT(edit_cursor(e).col, 1);
	edit_free(e);
}

TEST(selection_is_replaced)
{
	struct edit *e = make("one two\nthree", 0, 4);

	edit_move_to(e, (struct edit_pos){ 1, 2 }, true);
	CHECK_EDIT(e, "one ^two\nth|ree");
	type(e, "x", 0);
	CHECK_EDIT(e, "one x|ree");
	edit_undo(e);
	CHECK_EDIT(e, "one ^two\nth|ree");
	edit_backspace(e, 0);
	CHECK_EDIT(e, "one |ree");
	edit_undo(e);
	edit_select_none(e);
	CHECK_EDIT(e, "one two\nth|ree");
	edit_free(e);
}

TEST(newline_keeps_the_indent)
{
	struct edit *e = make("fn main() {", 0, 11);

	edit_newline(e, 0);
	type(e, "x();", 0);
	edit_newline(e, 0);
	CHECK_EDIT(e, "fn main() {\n    x();\n    |");
	type(e, "}", 0);
	CHECK_EDIT(e, "fn main() {\n    x();\n}|");
	edit_free(e);
	e = make("  vec![]", 0, 7);
	edit_newline(e, 0);
	CHECK_EDIT(e, "  vec![\n      |\n  ]");
	CHECK(edit_undo(e));
	CHECK_EDIT(e, "  vec![|]");
	edit_free(e);
	e = make("    ab", 0, 2);
	edit_newline(e, 0);
	CHECK_EDIT(e, "  \n  |ab");
	edit_free(e);
}

TEST(backspace_in_the_indent)
{
	struct edit *e = make("          x", 0, 10);

	edit_backspace(e, 0);
	CHECK_EDIT(e, "        |x");
	edit_free(e);
	e = make("        x", 0, 8);
	edit_backspace(e, 0);
	CHECK_EDIT(e, "    |x");
	edit_free(e);
	e = make("a    x", 0, 5);
	edit_backspace(e, 0);
	CHECK_EDIT(e, "a   |x");
	edit_free(e);
	e = make("x", 0, 0);
	edit_backspace(e, 0);
	CHECK(!edit_modified(e));
	edit_free(e);
}

TEST(lines)
{
	struct edit *e = make("a\n\n  b\nc", 0, 1);

	edit_indent(e, 1, 0);
	CHECK_EDIT(e, "    a|\n\n  b\nc");
	edit_move_to(e, (struct edit_pos){ 3, 0 }, true);
	edit_indent(e, -1, 0);
	CHECK_EDIT(e, "a^\n\nb\n|c");
	edit_toggle_comment(e, 0);
	CHECK_EDIT(e, "// a^\n\n// b\n|c");
	edit_toggle_comment(e, 0);
	CHECK_EDIT(e, "a^\n\nb\n|c");
	edit_move_line(e, 1, 0);
	check_text(e, "c\na\n\nb");
	edit_move_line(e, -5, 0);
	check_text(e, "a\n\nb\nc");
	edit_move_to(e, (struct edit_pos){ 3, 1 }, false);
	edit_move_line(e, -2, 0);
	CHECK_EDIT(e, "a\nc|\n\nb");
	edit_delete_line(e, 0);
	CHECK_EDIT(e, "a\n|\nb");
	edit_move_to(e, (struct edit_pos){ 2, 1 }, false);
	edit_delete_line(e, 0);
	CHECK_EDIT(e, "a\n|");
	edit_delete_line(e, 0);
	edit_delete_line(e, 0);
	edit_delete_line(e, 0);
	CHECK_EDIT(e, "|");
	while (edit_undo(e))
		;
	CHECK_EDIT(e, "a|\n\n  b\nc");
	edit_free(e);
}

TEST(comments_at_the_least_indent)
{
	struct edit *e = make("    if x {\n        y\n\n    }", 0, 0);

	edit_move(e, EDIT_TEXT_END, 1, true);
	edit_toggle_comment(e, 0);
	check_text(e, "    // if x {\n    //     y\n\n    // }");
	edit_toggle_comment(e, 0);
	check_text(e, "    if x {\n        y\n\n    }");
	edit_free(e);
}

TEST(cut_and_copy)
{
	struct edit *e = make("one\ntwo\nthree", 0, 1);
	struct sbuf clip = SBUF_INIT;

	edit_copy(e, &clip);
	CHECK_STR(clip.buf, "one\n");
	edit_cut(e, &clip, 0);
	CHECK_STR(clip.buf, "one\n");
	CHECK_EDIT(e, "t|wo\nthree");
	edit_move(e, EDIT_DOWN, 1, true);
	edit_cut(e, &clip, 0);
	CHECK_STR(clip.buf, "wo\nt");
	CHECK_EDIT(e, "t|hree");
	type(e, clip.buf, 0);
	CHECK_EDIT(e, "two\nt|hree");
	sbuf_release(&clip);
	edit_free(e);
}

TEST(pasted_control_characters_go)
{
	struct edit *e = make("", 0, 0);

	CHECK(edit_insert(e, "a\x1b[31m\0b\x7f\t\xff", 11, 0));
	check_text(e, "a[31mb\t\xEF\xBF\xBD");
	edit_free(e);
}

TEST(brackets_match)
{
	struct edit *e = make("fn f(a: [u8; 2]) {\n  (x)\n}", 0, 4);
	struct edit_pos at;

	CHECK(edit_match_bracket(e, &at) && at.line == 0 && at.col == 15);
	edit_move_to(e, (struct edit_pos){ 0, 17 }, false);
	CHECK(edit_match_bracket(e, &at) && at.line == 2 && at.col == 0);
	edit_move_to(e, (struct edit_pos){ 2, 1 }, false);
	CHECK(edit_match_bracket(e, &at) && at.line == 0 && at.col == 17);
	edit_move_to(e, (struct edit_pos){ 0, 1 }, false);
	CHECK(!edit_match_bracket(e, &at));
	edit_free(e);
	e = make("((", 0, 0);
	CHECK(!edit_match_bracket(e, &at));
	edit_free(e);
}

TEST(find)
{
	struct edit *e = make("Foo foo\nbar e\xCC\x81 FOO", 0, 0);

	CHECK(edit_find(e, "foo", 1));
	CHECK_EDIT(e, "^Foo| foo\nbar e\xCC\x81 FOO");
	CHECK(edit_find(e, "foo", 1) && edit_find(e, "foo", 1));
	CHECK_EDIT(e, "Foo foo\nbar e\xCC\x81 ^FOO|");
	CHECK(edit_find(e, "foo", 1));
	CHECK_EDIT(e, "^Foo| foo\nbar e\xCC\x81 FOO");
	CHECK(edit_find(e, "foo", -1));
	CHECK_EDIT(e, "Foo foo\nbar e\xCC\x81 ^FOO|");
	CHECK(edit_find(e, "foo", -1));
	CHECK_EDIT(e, "Foo ^foo|\nbar e\xCC\x81 FOO");
	CHECK(edit_find(e, "Foo", -1));
	CHECK_INT(edit_cursor(e).col, 3);
	CHECK(!edit_find(e, "e", 1)); /* only half of a cluster */
	CHECK(!edit_find(e, "", 1));
	CHECK(!edit_find(e, "zzz", -1));
	edit_free(e);
}

TEST(set_text_is_one_small_change)
{
	struct edit *e = make("one\ntwo\nthree", 1, 2);
	uint64_t version = edit_version(e);

	CHECK(edit_set_text(e, "one\ntwo\nthree", 13));
	CHECK_INT(edit_version(e), version);
	CHECK(!edit_modified(e));
	CHECK(edit_set_text(e, "one\n2\nthree", 11));
	CHECK_EDIT(e, "one\n2|\nthree");
	CHECK(edit_version(e) > version);
	CHECK(edit_undo(e));
	CHECK_EDIT(e, "one\ntw|o\nthree");
	CHECK(!edit_undo(e));
	edit_free(e);
}

TEST(too_much_is_refused)
{
	char *big = xmalloc(EDIT_MAX_BYTES + 1);
	struct edit *e;

	memset(big, 'a', EDIT_MAX_BYTES + 1);
	CHECK(!edit_new(big, EDIT_MAX_BYTES + 1));
	e = edit_new(big, EDIT_MAX_BYTES);
	CHECK(e != NULL);
	CHECK(!edit_insert(e, "x", 1, 0));
	CHECK(!edit_newline(e, 0));
	edit_indent(e, 1, 0);
	edit_toggle_comment(e, 0);
	CHECK(!edit_modified(e));
	edit_move_to(e, (struct edit_pos){ 0, 1 }, true);
	CHECK(edit_insert(e, "x", 1, 0));
	CHECK(!edit_set_text(e, big, EDIT_MAX_BYTES + 1));
	edit_free(e);
	free(big);
}

TEST(history_is_bounded)
{
	size_t size = 500000;
	char *big = xmalloc(size);
	struct edit *e = edit_new("", 0);
	int undone = 0;

	for (int i = 0; i < 100; i++) {
		memset(big, 'a' + i % 26, size);
		CHECK(edit_set_text(e, big, size));
	}
	while (edit_undo(e))
		undone++;
	CHECK(undone >= 5 && undone < 20);
	while (edit_redo(e))
		undone--;
	CHECK_INT(undone, 0);
	CHECK_INT(edit_line(e, 0, &size)[0], 'a' + 99 % 26);
	edit_free(e);
	free(big);
}

/* A small generator of our own: the same sequences everywhere. */
static uint32_t seed;

static uint32_t pick(uint32_t n)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % n;
}

static const char *const snippets[] = { "a", "bc", " ", "\n", "\t", "{", "}", "(", ")", "    ", "// ", "\xCC\x81",
					"漢", "👩‍", "👩", "🇩", "x\ny\n", "\r\n", "\xff", "é" };

static void one_operation(struct edit *e, int64_t *now)
{
	struct sbuf clip = SBUF_INIT;
	const char *s = snippets[pick(ARRAY_SIZE(snippets))];

	*now += pick(3) ? 100 : 2000;
	switch (pick(18)) {
	case 0: edit_move(e, (enum edit_motion)pick(10), (int)pick(4), pick(2)); break;
	case 1: edit_move_to(e, (struct edit_pos){ pick(8), pick(12) }, pick(2)); break;
	case 2: edit_newline(e, *now); break;
	case 3: edit_backspace(e, *now); break;
	case 4: edit_delete(e, *now); break;
	case 5: edit_indent(e, (int)pick(5) - 2, *now); break;
	case 6: edit_delete_line(e, *now); break;
	case 7: edit_move_line(e, (int)pick(5) - 2, *now); break;
	case 8: edit_toggle_comment(e, *now); break;
	case 9: edit_cut(e, &clip, *now); break;
	case 10: edit_find(e, s, (int)pick(3) - 1); break;
	case 11: edit_select_none(e); break;
	case 12: edit_set_text(e, s, strlen(s)); break;
	default: edit_insert(e, s, strlen(s), *now); break;
	}
	sbuf_release(&clip);
}

static bool on_border(const struct edit *e, struct edit_pos p)
{
	size_t len, at = 0;
	const char *line = edit_line(e, p.line, &len);
	int width;

	while (at < p.col && at < len)
		at += utf8_cluster(line + at, len - at, &width);
	return p.line < edit_lines(e) && at == p.col;
}

static void check_sane(const struct edit *e)
{
	struct edit_pos from, to;

	CHECK(edit_lines(e) >= 1);
	CHECK(on_border(e, edit_cursor(e)));
	if (edit_selection(e, &from, &to))
		CHECK(on_border(e, from) && on_border(e, to));
}

TEST(random_operations)
{
	struct sbuf text = SBUF_INIT;
	int64_t now = 0;

	for (uint32_t round = 0; round < 300; round++) {
		struct edit *e = edit_new("fn main() {\n    x\n}\n", 20);
		char *end;

		seed = round;
		for (int i = 0; i < 60; i++) {
			one_operation(e, &now);
			check_sane(e);
		}
		sbuf_reset(&text);
		edit_text(e, &text);
		end = xstrdup(text.buf);
		while (edit_undo(e))
			check_sane(e);
		check_text(e, "fn main() {\n    x\n}\n");
		while (edit_redo(e))
			check_sane(e);
		check_text(e, end);
		free(end);
		edit_free(e);
	}
	sbuf_release(&text);
}

/* Undo and redo in between: the text must always be one that was there before. */
TEST(random_undo_against_a_list)
{
	struct strv seen = STRV_INIT;
	struct sbuf text = SBUF_INIT;
	int64_t now = 0;

	seed = 4711;
	for (int round = 0; round < 40; round++) {
		struct edit *e = edit_new("", 0);

		strv_push(&seen, "");
		for (int i = 0; i < 120; i++) {
			uint32_t what = pick(8);
			bool moved = what < 3 && (what == 0 ? edit_undo(e) : what == 1 ? edit_redo(e) :
						  edit_undo_branch(e, pick(2) ? 1 : -1));

			if (what >= 3)
				one_operation(e, &now);
			check_sane(e);
			sbuf_reset(&text);
			edit_text(e, &text);
			if (moved)
				CHECK(strv_has(&seen, text.buf));
			else
				strv_push(&seen, text.buf);
		}
		edit_free(e);
		strv_release(&seen);
	}
	sbuf_release(&text);
}

static size_t offset_of(const char *text, struct edit_pos p)
{
	const char *at = text;

	for (size_t i = 0; i < p.line; i++)
		at = strchr(at, '\n') + 1;
	return (size_t)(at - text) + p.col;
}

/* Replacing a random range, against the same on one flat string. */
TEST(random_replacements_against_a_flat_text)
{
	static const char *const texts[] = { "a", "\n", "x\ny\nz", "漢", "", "é\n", "{" };
	struct edit *e = edit_new("", 0);
	struct sbuf flat = SBUF_INIT, got = SBUF_INIT;
	struct edit_pos from, to;

	seed = 99;
	for (int i = 0; i < 3000; i++) {
		const char *s = texts[pick(ARRAY_SIZE(texts))];

		edit_move_to(e, (struct edit_pos){ pick(12), pick(9) }, false);
		edit_move_to(e, (struct edit_pos){ pick(12), pick(9) }, pick(2));
		from = to = edit_cursor(e);
		edit_selection(e, &from, &to);
		if (from.line != to.line || from.col != to.col || *s) {
			size_t a = offset_of(flat.buf, from), b = offset_of(flat.buf, to);

			sbuf_remove(&flat, a, b - a);
			sbuf_insert(&flat, a, s, strlen(s));
			if (*s)
				CHECK(edit_insert(e, s, strlen(s), i * 10));
			else
				edit_delete(e, i * 10);
		}
		sbuf_reset(&got);
		edit_text(e, &got);
		CHECK_STR(got.buf, flat.buf);
	}
	sbuf_release(&flat);
	sbuf_release(&got);
	edit_free(e);
}
