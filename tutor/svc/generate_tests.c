/* The tests that were given: read once, never changed; where they stand in the project, and what it must be called. */
#include <ctype.h>
#include <sys/stat.h>

#include "base/file.h"
#include "svc/generate_int.h"

static int add_test(struct gen_tests *t, const char *path, const char *name, struct sbuf *err)
{
	struct sbuf text = SBUF_INIT;
	struct repair_file *f;

	if (file_read_text(path, GENERATE_TESTS_BYTES, "a file of tests", &text, err) < 0) {
		sbuf_release(&text);
		return -1;
	}
	t->bytes += text.len;
	if (t->n >= GENERATE_TESTS_MAX || t->bytes > GENERATE_TESTS_BYTES) {
		sbuf_release(&text);
		return error(err, "There are more than %d files or 256 KiB of tests; that is too much.", GENERATE_TESTS_MAX);
	}
	t->v = xrealloc(t->v, (t->n + 1) * sizeof(*t->v));
	f = &t->v[t->n++];
	f->name = xstrdup(name);
	f->locked = true;
	f->text = sbuf_detach(&text, &f->len);
	return 0;
}

/* `Word count.rs` cannot be a module: letters, digits and `_`. */
static char *module_name(const char *file)
{
	struct sbuf s = SBUF_INIT;
	size_t n = strlen(file) - strlen(".rs");

	for (size_t i = 0; i < n; i++)
		sbuf_addch(&s, isalnum((unsigned char)file[i]) ? (char)tolower((unsigned char)file[i]) : '_');
	if (!s.len || isdigit((unsigned char)s.buf[0]) || streq(s.buf, "lib") || streq(s.buf, "main") || streq(s.buf, "mod"))
		sbuf_insert(&s, 0, "given_", 6);
	return sbuf_detach(&s, NULL);
}

static int read_folder(const char *dir, struct gen_tests *t, struct sbuf *err)
{
	struct strv paths = STRV_INIT;
	int rc = file_walk(dir, 2000, &paths, err);

	for (size_t i = 0; i < paths.n && !rc; i++) {
		char *path = path_join(dir, paths.v[i]);

		if (ends_with(paths.v[i], ".rs") && !strchr(paths.v[i], '/'))
			rc = add_test(t, path, paths.v[i], err);
		free(path);
	}
	strv_release(&paths);
	return rc;
}

static bool has_test(const struct gen_tests *t)
{
	bool found = false;

	for (size_t i = 0; i < t->n && !found; i++) {
		struct items items = ITEMS_INIT;

		items_scan(t->v[i].text, t->v[i].len, &items);
		for (size_t k = 0; k < items.n; k++)
			found |= items.v[k].is_test;
		items_release(&items);
	}
	return found;
}

/* How a child module or an included file is named in lib.rs; one of a kind a place. */
static void place(struct gen_tests *t, struct repair_file *f)
{
	static const char *const lines[] = {
		[NEEDS_CHILD] = "\n#[cfg(test)]\nmod %s;\n",
		[NEEDS_INSIDE] = "\n#[cfg(test)]\ninclude!(\"%s.rs\");\n",
		[NEEDS_BARE] = "\n#[cfg(test)]\nmod %s {\n    use super::*;\n    include!(\"%s.rs\");\n}\n",
	};
	struct needs own = NEEDS_INIT;
	char *module = module_name(f->name), *given = f->name;

	needs_of_tests(f->text, f->len, &own);
	f->name = xstrfmt("%s/%s.rs", own.place == NEEDS_BESIDE ? "tests" : "src", module);
	if (own.place == NEEDS_CHILD || own.place == NEEDS_INSIDE)
		sbuf_add_replaced(&t->tail, lines[own.place], "%s", module);
	else if (own.place == NEEDS_BARE)
		sbuf_add_replaced(&t->tail, lines[NEEDS_BARE], "%s", module);
	needs_of_tests(f->text, f->len, &t->needs);
	if (own.place == NEEDS_BESIDE)
		t->needs.place = NEEDS_BESIDE;
	needs_release(&own);
	free(given);
	free(module);
}

int gen_tests_load(const char *path, struct gen_tests *t, struct sbuf *err)
{
	struct stat st;
	int rc;

	*t = (struct gen_tests)GEN_TESTS_INIT;
	if (lstat(path, &st) < 0 || S_ISLNK(st.st_mode))
		return error(err, "%s is no folder of tests%s.", path, !lstat(path, &st) ? " but a symbolic link" : "");
	rc = S_ISDIR(st.st_mode) ? read_folder(path, t, err)
				 : ends_with(path, ".rs") ? add_test(t, path, path_base(path), err)
							  : error(err, "%s is no Rust file.", path);
	if (!rc && !has_test(t))
		rc = error(err, "There is no test in %s; tests are functions with #[test] in its .rs files.", path);
	for (size_t i = 0; i < t->n && !rc; i++)
		place(t, &t->v[i]);
	return rc;
}

void gen_tests_release(struct gen_tests *t)
{
	for (size_t i = 0; i < t->n; i++) {
		free(t->v[i].name);
		free(t->v[i].text);
	}
	free(t->v);
	sbuf_release(&t->tail);
	needs_release(&t->needs);
}
