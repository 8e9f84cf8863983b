#include "learn/harness.h"

#include "base/utf8.h"
#include "learn/harness_runner.h"
#include "rust/lexer.h"

/* A source with what was found in it. */
struct source {
	const char *text;
	size_t len;
	struct tokens tokens;
	struct items items;
};

static void source_read(struct source *s, const char *text, size_t len)
{
	*s = (struct source){ text, len, TOKENS_INIT, ITEMS_INIT };
	lex(text, len, &s->tokens);
	items_scan(text, len, &s->items);
}

static void source_release(struct source *s)
{
	tokens_release(&s->tokens);
	items_release(&s->items);
}

static bool is(const struct source *s, size_t i, const char *what)
{
	return i < s->tokens.n && token_is(s->text, &s->tokens.v[i], what);
}

static size_t next(const struct source *s, size_t i)
{
	return token_next(&s->tokens, i);
}

/* The token before i that is neither space nor comment; tokens.n when there is none. */
static size_t before(const struct source *s, size_t i)
{
	while (i-- > 0)
		if (!token_is_trivia(&s->tokens.v[i]))
			return i;
	return s->tokens.n;
}

static bool has_ident(const struct source *s, const char *name)
{
	for (size_t i = 0; i < s->tokens.n; i++)
		if (s->tokens.v[i].kind == TOKEN_IDENT && is(s, i, name))
			return true;
	return false;
}

/* A name that neither text uses: the stem, then with more and more underscores. */
static char *free_name(const char *stem, const struct source *a, const struct source *b)
{
	struct sbuf name = SBUF_INIT;

	sbuf_addstr(&name, stem);
	while (has_ident(a, name.buf) || has_ident(b, name.buf))
		sbuf_addch(&name, '_');
	return sbuf_detach(&name, NULL);
}

/* Four letters like `main`, used by neither text. */
static char *free_main(const struct source *a, const struct source *b)
{
	char name[5] = "mai_";

	for (char x = 'a'; x <= 'z'; x++) {
		for (char y = 'a'; y <= 'z'; y++) {
			if (!has_ident(a, name) && !has_ident(b, name))
				return xstrdup(name);
			name[1] = x;
			name[2] = y;
		}
	}
	return xstrdup("m___");
}

/* --- main ---------------------------------------------------------------------------- */

static const struct item *top_main(const struct source *s)
{
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *it = &s->items.v[i];

		if (it->kind == ITEM_FN && it->parent < 0 && streq(it->name, "main"))
			return it;
	}
	return NULL;
}

static bool in_module(const struct source *s, uint32_t at)
{
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *it = &s->items.v[i];

		if (it->kind == ITEM_MOD && it->body && at >= it->body && at < it->body_end)
			return true;
	}
	return false;
}

/*
 * Is token i, an identifier `main`, the function at the root, or a call of it? root: the text is
 * the crate root.
 */
static bool names_main(const struct source *s, size_t i, const struct item *main_item, bool root)
{
	const struct token *t = &s->tokens.v[i];
	size_t b = before(s, i);

	if (is(s, b, "fn"))
		return root && main_item && t->start >= main_item->start &&
		       t->start < main_item->end &&
		       (!main_item->body || t->start < main_item->body);
	if (!is(s, next(s, i), "(") || is(s, b, "."))
		return false;
	if (is(s, b, ":")) {
		b = before(s, before(s, b)); /* over both colons */
		return is(s, b, "super") || is(s, b, "crate") || is(s, b, "self");
	}
	return !root || !in_module(s, t->start);
}

/* Gives the root's main another name, and its calls with it; nothing moves. */
static void rename_main(const struct source *s, const struct item *main_item, bool root,
			const char *name, char *copy)
{
	for (size_t i = 0; i < s->tokens.n; i++)
		if (s->tokens.v[i].kind == TOKEN_IDENT && is(s, i, "main") &&
		    names_main(s, i, main_item, root))
			memcpy(copy + s->tokens.v[i].start, name, 4);
}

/* --- the author's tests -------------------------------------------------------------- */

struct test_fn {
	char *path;            /* "deep::parses" */
	bool should_panic;
	uint32_t expect, expect_len; /* the literal, quotes included; length 0: none */
	bool conditional;      /* has a cfg attribute: whether it exists is not known here */
};

struct test_fns {
	struct test_fn *v;
	size_t n, alloc;
};

static void test_fns_release(struct test_fns *t)
{
	for (size_t i = 0; i < t->n; i++)
		free(t->v[i].path);
	free(t->v);
	memset(t, 0, sizeof(*t));
}

static void blank(char *copy, uint32_t start, uint32_t end)
{
	for (uint32_t i = start; i < end; i++)
		if (copy[i] != '\n' && copy[i] != '\r')
			copy[i] = ' ';
}

static size_t token_at(const struct source *s, uint32_t at)
{
	size_t lo = 0, hi = s->tokens.n;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (s->tokens.v[mid].start < at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/*
 * The next attribute at or after token *i: its `#`, name and closing bracket. False at the first
 * token that belongs to none.
 */
static bool next_attribute(const struct source *s, size_t *i, size_t *name, size_t *close)
{
	size_t open;

	while (*i < s->tokens.n && token_is_trivia(&s->tokens.v[*i]))
		++*i;
	open = next(s, *i);
	if (!is(s, *i, "#") || !is(s, open, "["))
		return false;
	*name = next(s, open);
	*close = token_match(s->text, &s->tokens, open);
	return *close < s->tokens.n;
}

static bool is_cfg_test(const struct source *s, size_t name)
{
	size_t open = next(s, name), word = next(s, open);

	return is(s, name, "cfg") && is(s, open, "(") && is(s, word, "test") &&
	       is(s, next(s, word), ")");
}

static void note_should_panic(const struct source *s, size_t name, size_t close, struct test_fn *fn)
{
	fn->should_panic = true;
	for (size_t i = name; i < close; i++) {
		const struct token *t = &s->tokens.v[i];

		if (t->kind == TOKEN_STRING || t->kind == TOKEN_RAW_STRING) {
			fn->expect = t->start;
			fn->expect_len = t->len;
		}
	}
}

/*
 * Reads the attributes of a function, blanks in copy (if given) those that only `--test` knows. Is
 * it a test?
 */
static bool read_attributes(const struct source *s, const struct item *it, struct test_fn *fn,
			    char *copy)
{
	size_t i = token_at(s, it->start), name, close;
	bool test = false;

	for (; next_attribute(s, &i, &name, &close); i = close + 1) {
		uint32_t start = s->tokens.v[i].start, end = s->tokens.v[close].start + 1;
		bool ours = true;

		if (is(s, name, "test"))
			test = true;
		else if (is(s, name, "should_panic"))
			note_should_panic(s, name, close, fn);
		else if (!is(s, name, "ignore") && !is_cfg_test(s, name))
			ours = false;
		if (ours && copy)
			blank(copy, start, end);
		fn->conditional |= !ours && (is(s, name, "cfg") || is(s, name, "cfg_attr"));
	}
	return test;
}

/* The path of an item below the file's root; NULL when it is not in modules only. */
static char *item_path(const struct items *items, const struct item *it)
{
	char *path = xstrdup(it->name), *longer;

	for (int p = it->parent; p >= 0; p = items->v[p].parent) {
		if (items->v[p].kind != ITEM_MOD) {
			free(path);
			return NULL;
		}
		longer = xstrfmt("%s::%s", items->v[p].name, path);
		free(path);
		path = longer;
	}
	return path;
}

static void find_tests(const struct source *s, struct test_fns *out, char *copy)
{
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *it = &s->items.v[i];
		struct test_fn fn = { 0 };
		bool test;

		if (it->kind == ITEM_MOD) {
			read_attributes(s, it, &fn, copy);
			continue;
		}
		test = it->kind == ITEM_FN && it->attrs && read_attributes(s, it, &fn, copy);
		if (test)
			fn.path = item_path(&s->items, it);
		if (fn.path) {
			ARRAY_GROW(out->v, out->n + 1, out->alloc);
			out->v[out->n++] = fn;
		}
	}
}

/*
 * Tests in modules are private to them: from the back, so that earlier places stay. Lines stay,
 * columns of these lines do not.
 */
static void open_nested(const struct source *s, struct sbuf *copy)
{
	for (size_t n = s->items.n; n-- > 0;) {
		const struct item *it = &s->items.v[n];
		bool nested_fn = it->kind == ITEM_FN && it->parent >= 0 &&
				 s->items.v[it->parent].kind == ITEM_MOD && it->is_test;
		size_t i = token_at(s, it->start), name, close;

		if (it->is_pub || !(nested_fn || it->kind == ITEM_MOD))
			continue;
		while (next_attribute(s, &i, &name, &close))
			i = close + 1;
		if (i < s->tokens.n)
			sbuf_insert(copy, s->tokens.v[i].start, "pub ", 4);
	}
}

static void write_call(const struct source *s, const struct test_fn *fn, struct sbuf *out)
{
	sbuf_addf(out, "        run.one(\"%s\", ", fn->path);
	if (!fn->should_panic)
		sbuf_addstr(out, "None");
	else if (!fn->expect_len)
		sbuf_addstr(out, "Some(None)");
	else
		sbuf_addf(out, "Some(Some(%.*s))", (int)fn->expect_len, s->text + fn->expect);
	sbuf_addf(out, ", || Got(super::%s()).outcome());\n", fn->path);
}

static void write_runner(const struct source *s, const struct test_fns *tests, const char *name,
			 struct sbuf *out)
{
	sbuf_addf(out, "\npub mod %s {\n", name);
	sbuf_addstr(out, runner_text);
	for (size_t i = 0; i < tests->n; i++)
		write_call(s, &tests->v[i], out);
	sbuf_addstr(out, runner_end);
}

/* --- what is compiled ---------------------------------------------------------------- */

static void add_file(struct harness *h, const char *name, struct sbuf *text)
{
	struct harness_file *f = &h->files[h->n_files++];

	f->name = xstrdup(name);
	f->text = sbuf_detach(text, &f->len);
}

static void add_plain(struct harness *h, const char *name, const char *text, size_t len)
{
	struct sbuf copy = SBUF_INIT;

	sbuf_add(&copy, text, len);
	sbuf_grow(&copy, 1);
	add_file(h, name, &copy);
}

void harness_release(struct harness *h)
{
	for (size_t i = 0; i < h->n_files; i++) {
		free(h->files[i].name);
		free(h->files[i].text);
	}
	strv_release(&h->tests);
	memset(h, 0, sizeof(*h));
}

static int check_text(const char *text, size_t len, struct sbuf *err)
{
	if (len > HARNESS_TEXT_MAX)
		return error(err, "The text is larger than %u bytes.", HARNESS_TEXT_MAX);
	if (memchr(text, '\0', len))
		return error(err, "The text has NUL bytes; it is not Rust source.");
	return utf8_valid(text, len, NULL) ? 0 : error(err, "The text is not UTF-8.");
}

/*
 * A macro_rules! of the learner's is in force in modules that come after it, before those of std.
 */
static int check_macros(const struct source *learner, const struct source *author, struct sbuf *err)
{
	static const char *const watched[] = {
		"assert",	   "assert_eq", "assert_ne", "debug_assert", "debug_assert_eq",
		"debug_assert_ne", "matches",	"panic",     "unreachable",  "todo",
		"unimplemented",   "print",	"println",   "format",	     "write",
		"writeln",
	};

	for (size_t i = 0; i < learner->items.n; i++) {
		const struct item *it = &learner->items.v[i];

		const char *name = starts_with(it->name, "r#") ? it->name + 2 : it->name;

		for (size_t k = 0; k < ARRAY_SIZE(watched) && it->kind == ITEM_MACRO; k++) {
			if (!streq(name, watched[k]) || !has_ident(author, watched[k]))
				continue;
			error(err,
			      "Line %u: a macro named `%s` would take the place of the one that "
			      "the tests use; give "
			      "it another name.",
			      it->line, it->name);
			return HARNESS_TAMPERED;
		}
	}
	return 0;
}

/*
 * Words with which a learner's file could run before our main and read the secret word there, or put itself in the place of
 * std. An author whose exercise is about one of them has it in the tests.
 */
static int check_hooks(const struct source *learner, const struct source *author, struct sbuf *err)
{
	static const char *const hooks[] = { "link_section", "global_asm",  "naked_asm",	   "no_main",
					     "no_mangle",    "export_name", "extern crate self" };
	int line = 0;

	for (size_t i = 0; i < ARRAY_SIZE(hooks); i++) {
		if (!harness_has_word(learner->text, learner->len, hooks[i], &line) ||
		    harness_has_word(author->text, author->len, hooks[i], NULL))
			continue;
		error(err, "Line %d: `%s` could step in before the tests do; this exercise does without it.", line, hooks[i]);
		return HARNESS_TAMPERED;
	}
	return 0;
}

/*
 * The learner's file as crate root: main renamed, the author's module and a main of ours behind it.
 */
static void write_root(const struct source *learner, const char *main_name, const char *module,
		       const char *file, const char *call, struct sbuf *out)
{
	const struct item *main_item = top_main(learner);

	sbuf_add(out, learner->text, learner->len);
	sbuf_grow(out, 1);
	if (main_item)
		rename_main(learner, main_item, true, main_name, out->buf);
	sbuf_addf(out, "\n#[path = \"%s\"]\nmod %s;\nfn main() {\n    %s::%s()\n}\n", file, module,
		  module, call);
}

static void build_tests(const struct source *learner, const struct source *author,
			struct harness *h, struct test_fns *tests)
{
	char *module = free_name("tutor_tests", learner, author),
	     *run = free_name("tutor_run", learner, author);
	char *main_name = free_main(learner, author), *call = xstrfmt("%s::main", run);
	struct sbuf root = SBUF_INIT, copy = SBUF_INIT;

	write_root(learner, main_name, module, "tests.rs", call, &root);
	add_file(h, "main.rs", &root);
	sbuf_add(&copy, author->text, author->len);
	sbuf_grow(&copy, 1);
	find_tests(author, tests, copy.buf);
	if (top_main(learner) && !top_main(author))
		rename_main(author, NULL, false, main_name, copy.buf);
	open_nested(author, &copy);
	write_runner(author, tests, run, &copy);
	add_file(h, "tests.rs", &copy);
	for (size_t i = 0; i < tests->n; i++)
		strv_push(&h->tests, tests->v[i].path);
	free(module);
	free(run);
	free(main_name);
	free(call);
}

static int check_tests(const struct test_fns *tests, struct sbuf *err)
{
	for (size_t i = 0; i < tests->n; i++)
		if (tests->v[i].conditional)
			return error(err,
				     "The test `%s` in tests.rs has a cfg attribute: the program "
				     "could not tell whether "
				     "it ought to run.",
				     tests->v[i].path);
	return tests->n ? 0 : error(err, "tests.rs holds no test.");
}

int harness_tests(const char *text, size_t len, const char *tests, struct harness *h,
		  struct sbuf *err)
{
	struct source learner, author;
	struct test_fns fns = { 0 };
	int rc;

	memset(h, 0, sizeof(*h));
	if (check_text(text, len, err) < 0)
		return -1;
	source_read(&learner, text, len);
	source_read(&author, tests, strlen(tests));
	rc = check_macros(&learner, &author, err);
	if (!rc)
		rc = check_hooks(&learner, &author, err);
	if (!rc) {
		build_tests(&learner, &author, h, &fns);
		rc = check_tests(&fns, err);
	}
	test_fns_release(&fns);
	source_release(&learner);
	source_release(&author);
	if (rc)
		harness_release(h);
	return rc;
}

static bool has_probe(const struct source *author)
{
	for (size_t i = 0; i < author->items.n; i++) {
		const struct item *it = &author->items.v[i];

		if (it->kind == ITEM_FN && it->parent < 0 && it->is_pub && streq(it->name, "probe"))
			return true;
	}
	return false;
}

int harness_probe(const char *text, size_t len, const char *probe, struct harness *h,
		  struct sbuf *err)
{
	struct source learner, author;
	struct sbuf root = SBUF_INIT;
	int rc;

	memset(h, 0, sizeof(*h));
	if (check_text(text, len, err) < 0)
		return -1;
	source_read(&learner, text, len);
	source_read(&author, probe, strlen(probe));
	rc = check_macros(&learner, &author, err);
	if (!rc && !has_probe(&author))
		rc = error(err, "probe.rs has no `pub fn probe()`.");
	if (!rc) {
		char *module = free_name("tutor_probe", &learner, &author),
		     *name = free_main(&learner, &author);

		write_root(&learner, name, module, "probe.rs", "probe", &root);
		add_file(h, "main.rs", &root);
		add_plain(h, "probe.rs", probe, strlen(probe));
		free(module);
		free(name);
	}
	source_release(&learner);
	source_release(&author);
	return rc;
}

int harness_diagnostics(const char *text, size_t len, enum exercise_way way, const char *author,
			struct harness *h, struct sbuf *err)
{
	bool probe = way == EXERCISE_PROBE;
	struct source learner, theirs;
	struct sbuf root = SBUF_INIT;
	char *module;

	memset(h, 0, sizeof(*h));
	if (check_text(text, len, err) < 0)
		return -1;
	if (!author || (way != EXERCISE_TESTS && !probe)) {
		add_plain(h, "main.rs", text, len);
		return 0;
	}
	source_read(&learner, text, len);
	source_read(&theirs, author, strlen(author));
	module = free_name(probe ? "tutor_probe" : "tutor_tests", &learner, &theirs);
	sbuf_add(&root, text, len);
	sbuf_addf(&root, "\n#[path = \"%s\"]\nmod %s;\n", probe ? "probe.rs" : "tests.rs", module);
	/* A test that calls the probe, so that nothing it uses is reported as unused. */
	if (probe)
		sbuf_addf(&root, "#[test]\nfn %s_runs() {\n    %s::probe()\n}\n", module, module);
	add_file(h, "main.rs", &root);
	add_plain(h, probe ? "probe.rs" : "tests.rs", author, strlen(author));
	h->test_flag = true;
	free(module);
	source_release(&learner);
	source_release(&theirs);
	return 0;
}

void harness_test_names(const char *tests, size_t len, struct strv *out)
{
	struct test_fns fns = { 0 };
	struct source s;

	source_read(&s, tests, len);
	find_tests(&s, &fns, NULL);
	for (size_t i = 0; i < fns.n; i++)
		strv_push(out, fns.v[i].path);
	test_fns_release(&fns);
	source_release(&s);
}
