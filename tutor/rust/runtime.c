#include "rust/runtime.h"

#include <limits.h>
#include <signal.h>

#include "rust/diag.h"

static const char card_explicit[] = "panic-explicit";

/* The first pattern that matches the message decides. */
static const struct {
	const char *pattern;
	enum runtime_kind kind;
	const char *card;
} patterns[] = {
	{ "index out of bounds: _", RUNTIME_INDEX, "panic-index-out-of-bounds" },
	{ "Out of bounds access", RUNTIME_INDEX, "panic-index-out-of-bounds" }, /* VecDeque */
	{ "removal index (is _) should be < len (is _)", RUNTIME_INDEX,
	  "panic-index-out-of-bounds" },
	{ "insertion index (is _) should be <= len (is _)", RUNTIME_INDEX,
	  "panic-index-out-of-bounds" },
	{ "swap_remove index (is _) should be < len (is _)", RUNTIME_INDEX,
	  "panic-index-out-of-bounds" },
	{ "_byte index _ is not a char boundary_", RUNTIME_CHAR_BOUNDARY, "panic-char-boundary" },
	{ "assertion failed: self.is_char_boundary(_)", RUNTIME_CHAR_BOUNDARY,
	  "panic-char-boundary" },
	{ "range _ index _ out of range for _", RUNTIME_SLICE, "panic-slice-range" },
	{ "slice index starts at _ but ends at _", RUNTIME_SLICE, "panic-slice-range" },
	{ "_byte index _ is out of bounds _", RUNTIME_SLICE, "panic-slice-range" },
	{ "begin _ end _ when slicing _", RUNTIME_SLICE,
	  "panic-slice-range" }, /* begin > end, begin <= end */
	{ "mid > len", RUNTIME_SLICE, "panic-slice-range" },
	{ "attempt to divide by zero", RUNTIME_DIV_ZERO, "panic-division-by-zero" },
	{ "attempt to calculate the remainder with a divisor of zero", RUNTIME_DIV_ZERO,
	  "panic-division-by-zero" },
	{ "attempt to _ with overflow", RUNTIME_OVERFLOW, "panic-overflow" },
	{ "overflow when _", RUNTIME_OVERFLOW, "panic-overflow" }, /* Duration, Instant */
	{ "called `Option::unwrap()` on a `None` value", RUNTIME_UNWRAP_NONE, "panic-unwrap-none" },
	{ "called `Result::unwrap()` on an `Err` value: _", RUNTIME_UNWRAP_ERR,
	  "panic-unwrap-err" },
	{ "called `Result::unwrap_err()` on an `Ok` value: _", RUNTIME_UNWRAP_ERR,
	  "panic-unwrap-err" },
	{ "assertion `left == right` failed_", RUNTIME_ASSERT_EQ, "panic-assertion" },
	{ "assertion failed: `(left == right)`_", RUNTIME_ASSERT_EQ,
	  "panic-assertion" }, /* before 1.73 */
	{ "assertion `left != right` failed_", RUNTIME_ASSERT_NE, "panic-assertion" },
	{ "assertion failed: `(left != right)`_", RUNTIME_ASSERT_NE, "panic-assertion" },
	{ "assertion failed: _", RUNTIME_ASSERT, "panic-assertion" },
	{ "RefCell already mutably borrowed", RUNTIME_BORROW, "panic-refcell-borrowed" },
	{ "already mutably borrowed: BorrowError", RUNTIME_BORROW, "panic-refcell-borrowed" },
	{ "RefCell already borrowed", RUNTIME_BORROW_MUT, "panic-refcell-borrowed" },
	{ "already borrowed: BorrowMutError", RUNTIME_BORROW_MUT, "panic-refcell-borrowed" },
	{ "not yet implemented_", RUNTIME_TODO, card_explicit },
	{ "not implemented_", RUNTIME_TODO, card_explicit },
	{ "internal error: entered unreachable code_", RUNTIME_UNREACHABLE, card_explicit },
	{ "_ would result in deadlock", RUNTIME_DEADLOCK, "panic-deadlock" },
	{ "capacity overflow", RUNTIME_ALLOC, "panic-out-of-memory" },
	{ "no entry found for key", RUNTIME_PANIC,
	  NULL }, /* map[key]; card_explicit would mislead */
};

/*
 * Does the message end like expect's on an Err, in the Debug form of an error: `…: ParseIntError
 * { … }`, `…: Os { … }`, `…: ParseFloatError`?
 */
static bool ends_in_error(const char *message)
{
	static const char word[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

	for (const char *p = message; (p = strstr(p, ": ")); p++) {
		size_t n = strspn(p + 2, word);
		const char *rest = p + 2 + n;

		if (!n || p[2] < 'A' || p[2] > 'Z')
			continue;
		if (starts_with(rest, " { ") && ends_with(rest, " }"))
			return true;
		if (!*rest && n > 5 && ends_with(p, "Error"))
			return true;
	}
	return false;
}

static void set_card(struct runtime_report *r, const char *card)
{
	free(r->card);
	r->card = xstrdup_or_null(card);
}

static void classify(struct runtime_report *r)
{
	for (size_t i = 0; i < ARRAY_SIZE(patterns); i++) {
		if (diag_matches(patterns[i].pattern, r->message)) {
			r->kind = patterns[i].kind;
			set_card(r, patterns[i].card);
			return;
		}
	}
	if (ends_in_error(r->message)) {
		r->kind = RUNTIME_EXPECT;
		set_card(r, "panic-expect");
		return;
	}
	r->kind = RUNTIME_PANIC;
	set_card(r, card_explicit);
}

/* A decimal number of at most INT_MAX at *p, which moves on; 0 when there is none. */
static int read_number(const char **p)
{
	long n = 0;

	for (; **p >= '0' && **p <= '9'; ++*p)
		n = MIN(n * 10 + (**p - '0'), (long)INT_MAX);
	return (int)n;
}

/*
 * `src/main.rs:4:5` (then `:` or the end of the line): file, line and column, when it is a place.
 */
static bool read_place(const char *p, struct runtime_report *r)
{
	const char *eol = p + strcspn(p, "\n"), *colon = eol, *q;
	int line, col;

	if (starts_with(p, "./"))
		p += 2;
	if (colon > p && colon[-1] == ':')
		colon--;
	for (int i = 0; i < 2; i++) {
		for (colon--; colon > p && *colon != ':'; colon--)
			;
		if (colon <= p)
			return false;
	}
	q = colon + 1;
	line = read_number(&q);
	if (!line || *q++ != ':')
		return false;
	col = read_number(&q);
	free(r->file);
	r->file = xmemdupz(p, (size_t)(colon - p));
	r->line = line;
	r->col = col;
	return true;
}

static void forget_place(struct runtime_report *r)
{
	free(r->file);
	r->file = NULL;
	r->line = r->col = 0;
}

/* std panicked: the first frame of the backtrace in a file of the learner's. */
static void place_from_backtrace(const char *text, struct runtime_report *r)
{
	const char *p = strstr(text, "\nstack backtrace:\n");

	forget_place(r);
	while (p && (p = strchr(p + 1, '\n'))) {
		const char *at = p + 1 + strspn(p + 1, " ");

		if (starts_with(p + 1, "note: "))
			return;
		if (!starts_with(at, "at ") || !read_place(at + 3, r))
			continue;
		if (!diag_foreign_file(r->file) && ends_with(r->file, ".rs"))
			return;
		forget_place(r);
	}
}

/* The message ends before the next panic, the backtrace or a hint about it. */
static size_t message_length(const char *text)
{
	static const char *const ends[] = {
		"\nnote: run with `RUST_BACKTRACE",
		"\nstack backtrace:\n",
		"\nnote: Some details are omitted",
		"\nthread caused non-unwinding panic",
	};
	size_t n = strlen(text);
	const char *hit;

	for (size_t i = 0; i < ARRAY_SIZE(ends); i++)
		if ((hit = strstr(text, ends[i])) && (size_t)(hit - text) < n)
			n = (size_t)(hit - text);
	for (hit = text; (hit = strstr(hit, "\nthread '")) && (size_t)(hit - text) < n; hit++)
		if (memmem(hit, strcspn(hit + 1, "\n") + 1, " panicked at ", 13))
			n = (size_t)(hit - text);
	while (n && (text[n - 1] == '\n' || text[n - 1] == '\r'))
		n--;
	return MIN(n, (size_t)RUNTIME_MAX_MESSAGE);
}

/* `{mark}value` up to `end`; older compilers put back ticks around it. */
static char *value_after(const char *message, const char *mark, const char *end)
{
	const char *p = strstr(message, mark), *stop;
	size_t n;

	if (!p)
		return NULL;
	p += strlen(mark);
	stop = end ? strstr(p, end) : NULL;
	n = stop ? (size_t)(stop - p) : strlen(p);
	while (n && strchr(",\n", p[n - 1]))
		n--;
	if (n >= 2 && *p == '`' && p[n - 1] == '`')
		return xmemdupz(p + 1, n - 2);
	return xmemdupz(p, n);
}

static void read_sides(struct runtime_report *r)
{
	if (r->kind != RUNTIME_ASSERT_EQ && r->kind != RUNTIME_ASSERT_NE)
		return;
	r->left = value_after(r->message, "\n  left: ", "\n right: ");
	r->right = value_after(r->message, "\n right: ", NULL);
}

static char *thread_name(const char *line, const char *end)
{
	const char *close = end;

	line += strlen("thread '");
	while (close > line && *close != '\'')
		close--;
	return close > line ? xmemdupz(line, (size_t)(close - line)) : NULL;
}

/* Before 1.73: `'message', src/main.rs:4:5` behind "panicked at ". */
static void read_old_panic(const char *p, struct runtime_report *r)
{
	const char *eol = p + 1, *close = NULL;

	/*
	 * The message may have several lines: its end is the last quote of a line that goes on
	 * with a place.
	 */
	for (; !close && *eol; eol += *eol == '\n') {
		const char *start = eol, *hit;

		eol += strcspn(eol, "\n");
		hit = memmem(start, (size_t)(eol - start), "', ", 3);
		if (hit && read_place(hit + 3, r))
			close = hit;
	}
	r->message =
		close ? xmemdupz(p + 1, (size_t)(close - p - 1)) : xmemdupz(p, message_length(p));
}

/* at is the start of a line `thread 'name' … panicked at …`. */
static void read_panic(const char *at, const char *panicked, struct runtime_report *r)
{
	const char *p = panicked + strlen(" panicked at ");
	const char *eol = p + strcspn(p, "\n");

	r->thread = thread_name(at, panicked);
	if (*p == '\'') {
		read_old_panic(p, r);
	} else {
		read_place(p, r);
		r->message = *eol ? xmemdupz(eol + 1, message_length(eol + 1)) : xstrdup("");
	}
	classify(r);
	read_sides(r);
	if (r->file && diag_foreign_file(r->file))
		place_from_backtrace(p, r);
}

static bool find_thread(const char *text, struct runtime_report *r)
{
	for (const char *p = text, *eol; *p; p = *eol ? eol + 1 : eol) {
		size_t n = strcspn(p, "\n");
		const char *hit;

		eol = p + n;
		if (!starts_with(p, "thread '"))
			continue;
		if ((hit = memmem(p, n, " panicked at ", 13))) {
			read_panic(p, hit, r);
			return true;
		}
		if ((hit = memmem(p, n, " has overflowed its stack", 25))) {
			r->kind = RUNTIME_STACK_OVERFLOW;
			r->thread = thread_name(p, hit);
			r->message = xmemdupz(p, n);
			set_card(r, "panic-stack-overflow");
			return true;
		}
	}
	return false;
}

/* The line that starts with `start`; NULL when there is none. */
static const char *find_line(const char *text, const char *start)
{
	for (const char *p = text; (p = strstr(p, start)); p++)
		if (p == text || p[-1] == '\n')
			return p;
	return NULL;
}

static bool find_other(const char *text, int exit_code, struct runtime_report *r)
{
	const char *p = find_line(text, "memory allocation of ");
	struct sbuf rest = SBUF_INIT;

	if (p && exit_code) {
		r->kind = RUNTIME_ALLOC;
		r->message = xmemdupz(p, strcspn(p, "\n"));
		set_card(r, "panic-out-of-memory");
		return true;
	}
	p = find_line(text, "Error: ");
	if (!p || !exit_code || exit_code > 128)
		return false;
	sbuf_add(&rest, p + 7, MIN(strlen(p + 7), (size_t)RUNTIME_MAX_MESSAGE));
	sbuf_rtrim(&rest);
	r->kind = RUNTIME_MAIN_ERR;
	r->message = sbuf_detach(&rest, NULL);
	set_card(r, "panic-main-error");
	return true;
}

static void read_status(int signal, struct runtime_report *r)
{
	if (signal == SIGABRT) {
		r->kind = RUNTIME_ABORT;
	} else if (signal == SIGXCPU || signal == SIGALRM) {
		r->kind = RUNTIME_TIMEOUT;
		set_card(r, "panic-timeout");
	} else if (signal) {
		r->kind = RUNTIME_KILLED;
	}
}

void runtime_read(const char *err, size_t len, int exit_code, int signal, struct runtime_report *r)
{
	struct sbuf text = SBUF_INIT;

	*r = (struct runtime_report)RUNTIME_REPORT_INIT;
	for (size_t i = 0; i < len; i++)
		if (err[i] && err[i] != '\r')
			sbuf_addch(&text, err[i]);
	if (!signal && exit_code > 128 && exit_code < 128 + 65)
		signal = exit_code - 128;
	if (signal)
		exit_code = 128 + signal;
	if (!find_thread(text.buf, r) &&
	    !find_other(text.buf, exit_code ? MIN(exit_code, 128) : 0, r))
		read_status(signal, r);
	sbuf_release(&text);
}

void runtime_of_panic(const char *message, const char *thread, const char *file, int line, int col, struct runtime_report *r)
{
	*r = (struct runtime_report)RUNTIME_REPORT_INIT;
	r->message = xstrdup(message);
	r->thread = xstrdup_or_null(thread);
	if (file && line > 0 && !diag_foreign_file(file)) {
		r->file = xstrdup(file);
		r->line = line;
		r->col = MAX(col, 0);
	}
	classify(r);
	read_sides(r);
}

void runtime_refine(struct runtime_report *r, const char *source, size_t len)
{
	const char *p = source, *end = source + len;
	static const struct {
		const char *word;
		enum runtime_kind kind;
		const char *card;
	} words[] = {
		{ "expect(", RUNTIME_EXPECT, "panic-expect" },
		{ "expect_err(", RUNTIME_EXPECT, "panic-expect" },
		{ "assert!", RUNTIME_ASSERT, "panic-assertion" },
		{ "debug_assert!", RUNTIME_ASSERT, "panic-assertion" },
	};

	if (r->kind != RUNTIME_PANIC || r->line < 1 || r->col < 1)
		return;
	for (int i = 1; i < r->line && p; i++) {
		p = memchr(p, '\n', (size_t)(end - p));
		p = p ? p + 1 : NULL;
	}
	/* Columns count characters: bytes that continue one do not count. */
	for (int col = 1; p && p < end && *p != '\n' && col < r->col; col++)
		for (p++; p < end && (*p & 0xC0) == 0x80;)
			p++;
	for (size_t i = 0; p && i < ARRAY_SIZE(words); i++) {
		size_t n = strlen(words[i].word);

		if ((size_t)(end - p) >= n && !memcmp(p, words[i].word, n)) {
			r->kind = words[i].kind;
			set_card(r, words[i].card);
		}
	}
}

void runtime_release(struct runtime_report *r)
{
	free(r->thread);
	free(r->message);
	free(r->file);
	free(r->left);
	free(r->right);
	free(r->card);
	*r = (struct runtime_report)RUNTIME_REPORT_INIT;
}
