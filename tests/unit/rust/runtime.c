#include "rust/runtime.h"

#include <signal.h>

#include "base/file.h"
#include "base/strv.h"
#include "test.h"

/* What each recording in tests/golden/runtime/panics.txt must be read as. */
static const struct {
	const char *name;
	enum runtime_kind kind;
	const char *card;
} want[] = {
	{ "index", RUNTIME_INDEX, "panic-index-out-of-bounds" },
	{ "slice_end", RUNTIME_SLICE, "panic-slice-range" },
	{ "slice_start", RUNTIME_SLICE, "panic-slice-range" },
	{ "slice_order", RUNTIME_SLICE, "panic-slice-range" },
	{ "slice_incl", RUNTIME_SLICE, "panic-slice-range" },
	{ "str_bound", RUNTIME_CHAR_BOUNDARY, "panic-char-boundary" },
	{ "str_end", RUNTIME_SLICE, "panic-slice-range" },
	{ "str_start", RUNTIME_SLICE, "panic-slice-range" },
	{ "str_order", RUNTIME_SLICE, "panic-slice-range" },
	{ "str_split", RUNTIME_CHAR_BOUNDARY, "panic-char-boundary" },
	{ "str_insert", RUNTIME_CHAR_BOUNDARY, "panic-char-boundary" },
	{ "add", RUNTIME_OVERFLOW, "panic-overflow" },
	{ "sub", RUNTIME_OVERFLOW, "panic-overflow" },
	{ "mul", RUNTIME_OVERFLOW, "panic-overflow" },
	{ "neg", RUNTIME_OVERFLOW, "panic-overflow" },
	{ "shl", RUNTIME_OVERFLOW, "panic-overflow" },
	{ "shr", RUNTIME_OVERFLOW, "panic-overflow" },
	{ "divo", RUNTIME_OVERFLOW, "panic-overflow" },
	{ "remo", RUNTIME_OVERFLOW, "panic-overflow" },
	{ "div", RUNTIME_DIV_ZERO, "panic-division-by-zero" },
	{ "rem", RUNTIME_DIV_ZERO, "panic-division-by-zero" },
	{ "pow", RUNTIME_OVERFLOW, "panic-overflow" },
	{ "abs", RUNTIME_OVERFLOW, "panic-overflow" },
	{ "sum", RUNTIME_OVERFLOW, "panic-overflow" },
	{ "sum-trace", RUNTIME_OVERFLOW, "panic-overflow" },
	{ "unwrap_none", RUNTIME_UNWRAP_NONE, "panic-unwrap-none" },
	{ "unwrap_none-trace", RUNTIME_UNWRAP_NONE, "panic-unwrap-none" },
	{ "expect_none", RUNTIME_PANIC, "panic-explicit" }, /* told apart by runtime_refine */
	{ "unwrap_err", RUNTIME_UNWRAP_ERR, "panic-unwrap-err" },
	{ "expect_err", RUNTIME_EXPECT, "panic-expect" },
	{ "unwrap_ok_err", RUNTIME_UNWRAP_ERR, "panic-unwrap-err" },
	{ "expect_e", RUNTIME_PANIC, "panic-explicit" },
	{ "assert", RUNTIME_ASSERT, "panic-assertion" },
	{ "assert_msg", RUNTIME_PANIC, "panic-explicit" },
	{ "assert_eq", RUNTIME_ASSERT_EQ, "panic-assertion" },
	{ "assert_eq_msg", RUNTIME_ASSERT_EQ, "panic-assertion" },
	{ "assert_eq_str", RUNTIME_ASSERT_EQ, "panic-assertion" },
	{ "assert_ne", RUNTIME_ASSERT_NE, "panic-assertion" },
	{ "assert_ne_msg", RUNTIME_ASSERT_NE, "panic-assertion" },
	{ "debug_assert", RUNTIME_ASSERT, "panic-assertion" },
	{ "borrow", RUNTIME_BORROW, "panic-refcell-borrowed" },
	{ "borrow_mut", RUNTIME_BORROW_MUT, "panic-refcell-borrowed" },
	{ "borrow_mut2", RUNTIME_BORROW_MUT, "panic-refcell-borrowed" },
	{ "todo", RUNTIME_TODO, "panic-explicit" },
	{ "todo_msg", RUNTIME_TODO, "panic-explicit" },
	{ "unimpl", RUNTIME_TODO, "panic-explicit" },
	{ "unimpl_msg", RUNTIME_TODO, "panic-explicit" },
	{ "unreach", RUNTIME_UNREACHABLE, "panic-explicit" },
	{ "unreach_msg", RUNTIME_UNREACHABLE, "panic-explicit" },
	{ "panic", RUNTIME_PANIC, "panic-explicit" },
	{ "panic_msg", RUNTIME_PANIC, "panic-explicit" },
	{ "panic_any", RUNTIME_PANIC, "panic-explicit" },
	{ "stack", RUNTIME_STACK_OVERFLOW, "panic-stack-overflow" },
	{ "threadstack", RUNTIME_STACK_OVERFLOW, "panic-stack-overflow" },
	{ "alloc", RUNTIME_ALLOC, "panic-out-of-memory" },
	{ "capacity", RUNTIME_ALLOC, "panic-out-of-memory" },
	{ "abort", RUNTIME_ABORT, NULL },
	{ "err", RUNTIME_MAIN_ERR, "panic-main-error" },
	{ "err_parse", RUNTIME_MAIN_ERR, "panic-main-error" },
	{ "thread", RUNTIME_PANIC, "panic-explicit" },
	{ "named", RUNTIME_PANIC, "panic-explicit" },
	{ "hash", RUNTIME_PANIC, NULL },
	{ "btree", RUNTIME_PANIC, NULL },
	{ "deque", RUNTIME_INDEX, "panic-index-out-of-bounds" },
	{ "remove", RUNTIME_INDEX, "panic-index-out-of-bounds" },
	{ "insert", RUNTIME_INDEX, "panic-index-out-of-bounds" },
	{ "swap_remove", RUNTIME_INDEX, "panic-index-out-of-bounds" },
	{ "split_at", RUNTIME_SLICE, "panic-slice-range" },
	{ "drain", RUNTIME_SLICE, "panic-slice-range" },
	{ "chunks", RUNTIME_PANIC, "panic-explicit" },
	{ "copy", RUNTIME_PANIC, "panic-explicit" },
	{ "step", RUNTIME_ASSERT, "panic-assertion" },
	{ "utf8", RUNTIME_UNWRAP_ERR, "panic-unwrap-err" },
	{ "exit", RUNTIME_NONE, NULL },
	{ "duration", RUNTIME_OVERFLOW, "panic-overflow" },
	{ "mutex", RUNTIME_PANIC, "panic-explicit" },
	{ "divf", RUNTIME_DIV_ZERO, "panic-division-by-zero" },
	{ "char", RUNTIME_PANIC, "panic-explicit" },
	{ "clamp", RUNTIME_PANIC, "panic-explicit" },
	{ "ilog", RUNTIME_PANIC, "panic-explicit" },
	{ "time", RUNTIME_OVERFLOW, "panic-overflow" },
	{ "segv", RUNTIME_KILLED, NULL },
};

/* The recording of one name, read; false when there is none. */
static bool load(const char *name, struct runtime_report *r)
{
	struct sbuf text = SBUF_INIT, mark = SBUF_INIT;
	char *p, *end;
	bool found;

	sbuf_addf(&mark, "\n## %s ", name);
	sbuf_addch(&text, '\n');
	CHECK(!file_read("tests/golden/runtime/panics.txt", 1 << 20, &text, NULL));
	p = strstr(text.buf, mark.buf);
	found = p != NULL;
	if (found) {
		int status = (int)strtol(p + mark.len, &p, 10);

		end = strstr(p, "\n## ");
		runtime_read(p, end ? (size_t)(end + 1 - p) : strlen(p), status, 0, r);
	}
	sbuf_release(&text);
	sbuf_release(&mark);
	return found;
}

TEST(kinds_and_cards)
{
	for (size_t i = 0; i < ARRAY_SIZE(want); i++) {
		struct runtime_report r = RUNTIME_REPORT_INIT;

		if (!load(want[i].name, &r) || r.kind != want[i].kind) {
			printf("%s: kind %d\n", want[i].name, (int)r.kind);
			CHECK(r.kind == want[i].kind);
		}
		CHECK_STR(r.card ? r.card : "-", want[i].card ? want[i].card : "-");
		runtime_release(&r);
	}
}

/* Every recording stands in the table: a new one cannot be forgotten. */
TEST(table_is_complete)
{
	struct sbuf text = SBUF_INIT;
	struct strv lines = STRV_INIT;
	size_t n = 0;

	CHECK(!file_read("tests/golden/runtime/panics.txt", 1 << 20, &text, NULL));
	strv_split(&lines, text.buf, '\n');
	for (size_t i = 0; i < lines.n; i++)
		n += starts_with(lines.v[i], "## ");
	CHECK_INT(n, ARRAY_SIZE(want));
	strv_release(&lines);
	sbuf_release(&text);
}

TEST(places_and_messages)
{
	struct runtime_report r;

	CHECK(load("index", &r));
	CHECK_STR(r.file, "panics.rs");
	CHECK(r.line > 0 && r.col > 0);
	CHECK_STR(r.thread, "main");
	CHECK_STR(r.message, "index out of bounds: the len is 3 but the index is 7");
	runtime_release(&r);
	CHECK(load("panic_msg", &r));
	CHECK_STR(r.message, "multi\nline");
	runtime_release(&r);
	CHECK(load("named", &r));
	CHECK_STR(r.thread, "worker 1");
	CHECK_STR(r.message, "in thread");
	runtime_release(&r);
	CHECK(load("threadstack", &r));
	CHECK_STR(r.thread, "deep");
	runtime_release(&r);
	CHECK(load("err", &r));
	CHECK_STR(r.message, "\"bad thing\"");
	runtime_release(&r);
	CHECK(load("sum", &r));
	CHECK(!r.file && !r.line);
	runtime_release(&r);
	CHECK(load("sum-trace", &r));
	CHECK_STR(r.file, "panics.rs");
	CHECK_INT(r.col, 46);
	runtime_release(&r);
}

TEST(left_and_right)
{
	struct runtime_report r;

	CHECK(load("assert_eq_msg", &r));
	CHECK_STR(r.left, "[1, 2, 3]");
	CHECK_STR(r.right, "[1]");
	CHECK(starts_with(r.message, "assertion `left == right` failed: second\nline 3\n"));
	runtime_release(&r);
	CHECK(load("assert_ne", &r));
	CHECK_STR(r.left, "3");
	CHECK_STR(r.right, "3");
	runtime_release(&r);
}

static void read_text(const char *text, int code, int signal, struct runtime_report *r)
{
	runtime_read(text, strlen(text), code, signal, r);
}

TEST(older_forms)
{
	struct runtime_report r;

	read_text("thread 'main' panicked at 'it''s\nbad', src/main.rs:4:5\nnote: run with "
		  "`RUST_BACKTRACE=1`\n",
		  101, 0, &r);
	CHECK_STR(r.message, "it''s\nbad");
	CHECK_STR(r.file, "src/main.rs");
	CHECK_INT(r.line, 4);
	CHECK_INT(r.col, 5);
	runtime_release(&r);
	read_text("thread 'a::b' panicked at 'assertion failed: `(left == right)`\n  left: `1`,\n "
		  "right: `2`: why', x.rs:1:2\n",
		  101, 0, &r);
	CHECK_INT(r.kind, RUNTIME_ASSERT_EQ);
	CHECK_STR(r.left, "1");
	runtime_release(&r);
	read_text("x\r\nthread 'main' panicked at src/main.rs:2:9:\r\nboom\r\n", 101, 0, &r);
	CHECK_STR(r.message, "boom");
	CHECK_INT(r.line, 2);
	runtime_release(&r);
}

TEST(status_alone)
{
	struct runtime_report r;

	read_text("", 0, SIGKILL, &r);
	CHECK_INT(r.kind, RUNTIME_KILLED);
	runtime_release(&r);
	read_text("", 0, SIGXCPU, &r);
	CHECK_INT(r.kind, RUNTIME_TIMEOUT);
	runtime_release(&r);
	read_text("Error: x\n", 0, 0, &r);
	CHECK_INT(r.kind, RUNTIME_NONE);
	runtime_release(&r);
	read_text("hello\n", 1, 0, &r);
	CHECK_INT(r.kind, RUNTIME_NONE);
	runtime_release(&r);
}

static void check_refined(int line, const char *source, int at, int col, enum runtime_kind kind)
{
	char *text = xstrfmt("thread 'main' (1) panicked at a.rs:%d:%d:\nwhy\n", at, col);
	struct runtime_report r;

	read_text(text, 101, 0, &r);
	runtime_refine(&r, source, strlen(source));
	if (r.kind != kind)
		printf("line %d:\n", line);
	CHECK_INT(r.kind, kind);
	runtime_release(&r);
	free(text);
}

TEST(refined_by_the_source)
{
	check_refined(__LINE__, "x\n  é.expect(\"why\")", 2, 5, RUNTIME_EXPECT);
	check_refined(__LINE__, "x\n  assert!(a, \"why\")", 2, 3, RUNTIME_ASSERT);
	check_refined(__LINE__, "x\n  panic!(\"why\")", 2, 3, RUNTIME_PANIC);
	check_refined(__LINE__, "x\n", 9, 900, RUNTIME_PANIC);
	check_refined(__LINE__, "", 1, 1, RUNTIME_PANIC);
}

TEST(broken_text)
{
	static const char *const texts[] = {
		"thread '",
		"thread 'a panicked at ",
		"thread 'a' panicked at '",
		"thread 'a' panicked at :::",
		"Error: ",
		"thread 'a' panicked at x:99999999999999:1:",
		"thread 'a' (1) panicked at /rustc/a.rs:1:1:\nm\nstack backtrace:\n at",
		" panicked at \nthread '' has overflowed its stack",
		"thread 'a' panicked at x.rs:1:1:",
	};

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		struct runtime_report r;

		read_text(texts[i], 101, 0, &r);
		runtime_refine(&r, "a\nb", 3);
		runtime_release(&r);
		CHECK(!r.message && r.kind == RUNTIME_NONE);
	}
}
