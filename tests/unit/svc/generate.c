/* generate: cards' code made fit, mains that read, projects that are kept. */
#include "test.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "io/loop.h"
#include "svc/app.h"
#include "svc/generate_int.h"
#include "svc/ops.h"
#include "svc/projects.h"

static void check_make(const char *code, unsigned flags, const struct gen_rename *r, size_t n, const char *want)
{
	struct sbuf out = SBUF_INIT;

	CHECK(gen_code_make(code, flags, r, n, &out));
	CHECK_STR(out.buf, want);
	sbuf_release(&out);
}

TEST(code_made_public)
{
	check_make("/// Doc.\n#[derive(Debug)]\nstruct P<T> { a: T, #[x] b: Vec<(T, T)>, pub c: u8 }\nstruct Q(u8, Vec<u8>);\nimpl P { fn f() {} }\n"
		   "impl Drop for P { fn drop(&mut self) {} }\nfn main() {}\n#[cfg(test)]\nmod t { fn g() {} }",
		   GEN_NO_MAIN | GEN_NO_TESTS | GEN_PUB | GEN_PUB_FIELDS, NULL, 0,
		   "/// Doc.\n#[derive(Debug)]\npub struct P<T> { pub a: T, #[x] pub b: Vec<(T, T)>, pub c: u8 }\npub struct Q(pub u8, pub Vec<u8>);\n"
		   "impl P { pub fn f() {} }\nimpl Drop for P { fn drop(&mut self) {} }\n");
}

TEST(types_that_can_be_compared)
{
	check_make("#[derive(Debug)]\nstruct A { x: u8 }\nimpl PartialEq for A {}\nstruct B(Box<dyn Fn()>);\n/// Doc.\nenum C { D }", GEN_DERIVE | GEN_PUB,
		   NULL, 0,
		   "#[derive(Debug)]\n#[derive(Clone)]\npub struct A { x: u8 }\nimpl PartialEq for A {}\npub struct B(Box<dyn Fn()>);\n/// Doc.\n"
		   "#[derive(Debug, Clone, PartialEq)]\npub enum C { D }\n");
}

TEST(code_renamed)
{
	const struct gen_rename r[] = { { "old", "new_name", false }, { "put", "insert", true } };
	const struct gen_rename taken[] = { { "a", "b", false } };
	struct sbuf out = SBUF_INIT;

	check_make("use std::old; fn old() { \"old\"; old() } impl M { fn put(&mut self) { self.map.put(1); self.put() } }", 0, r, 2,
		   "use std::old; fn new_name() { \"old\"; new_name() } impl M { fn insert(&mut self) { self.map.put(1); self.insert() } }\n");
	CHECK(!gen_code_make("fn a() {} fn b() {}", 0, taken, 1, &out));
	sbuf_release(&out);
}

static void check_reads(const char *main, enum gen_input input, int kind, const char *want)
{
	struct sbuf out = SBUF_INIT, example = SBUF_INIT;

	if (gen_main_reads(main, input, kind, &out, &example))
		sbuf_addf(&out, "|%s", example.buf);
	CHECK(want ? strstr(out.buf, want) != NULL : !out.len);
	sbuf_release(&out);
	sbuf_release(&example);
}

TEST(mains_that_read)
{
	check_reads("fn main() { let text = \"a b\"; f(text); }", GEN_INPUT_STDIN, 0, "let text = input.trim_end(); f(text); }|a b");
	check_reads("fn main() { let v = vec![1, -2]; }", GEN_INPUT_STDIN, 2, "Vec<f64>");
	check_reads("fn main() { let v = vec![1, -2]; }", GEN_INPUT_ARGS, 0, "std::env::args()");
	check_reads("fn main() { println!(\"{}\", f(\"x\")); }", GEN_INPUT_STDIN, 0, "f(input.trim_end())");
	check_reads("fn main() { f(\"x\"); f(\"y\"); }", GEN_INPUT_STDIN, 0, NULL);
	check_reads("fn main() { let n = 3; }", GEN_INPUT_STDIN, 0, NULL);
	check_reads("fn f() {}", GEN_INPUT_STDIN, 0, NULL);
	check_reads("fn main() { let", GEN_INPUT_STDIN, 0, NULL);
	CHECK_INT(gen_input_asked("counts words of stdin"), GEN_INPUT_STDIN);
	CHECK_INT(gen_input_asked("takes two arguments"), GEN_INPUT_ARGS);
	CHECK_INT(gen_input_asked("a kitchen timer"), GEN_INPUT_NONE);
}

static char *home;
static struct loop *loop;
static struct app *app;

static void begin(void)
{
	home = file_make_temp_dir("tutor-generate", NULL);
	setenv("TUTOR_HOME", home, 1);
	loop = loop_new();
	app = app_new(loop);
}

static void finish(void)
{
	app_free(app);
	loop_free(loop);
	file_remove_tree(home, NULL);
	free(home);
}

static const struct repair_file two[] = { { (char *)"Cargo.toml", (char *)"a", 1, false }, { (char *)"src/main.rs", (char *)"bc", 2, false } };

static char *make_one(struct sbuf *err)
{
	struct project *p = project_begin(app, "it", err);
	char *id = xstrdup(project_id(p));

	CHECK(file_is_dir(project_work(p)));
	CHECK_INT(project_end(p, "completed", json_object(), two, 2, err), 0);
	return id;
}

TEST(projects_kept)
{
	struct sbuf err = SBUF_INIT;
	struct json *j;
	char *id, *dir, *zip;

	begin();
	id = make_one(&err);
	j = project_read(app, id, &err);
	CHECK_STR(json_get_str(j, "status", ""), "completed");
	CHECK_INT(json_len(json_get(j, "files")), 2);
	json_free(j);
	dir = project_files(app, id, &err);
	zip = path_join(home, "x.zip");
	CHECK_INT(project_zip(dir, "it", zip, &err), 0);
	CHECK(file_exists(zip));
	CHECK_STR(err.buf, "");
	for (int i = 0; i < PROJECTS_MAX; i++)
		free(make_one(&err));
	CHECK(!project_read(app, id, &err));
	CHECK(!project_read(app, "../../etc", &err));
	CHECK(!project_read(app, "", &err));
	free(zip);
	free(dir);
	free(id);
	sbuf_release(&err);
	finish();
}

TEST(interrupted_projects_are_failed)
{
	struct sbuf err = SBUF_INIT;
	struct project *p;
	struct json *j;
	char *id, *path;

	begin();
	p = project_begin(app, "it", &err);
	id = xstrdup(project_id(p));
	j = project_read(app, id, &err);
	CHECK_STR(json_get_str(j, "status", ""), "generating");
	json_free(j);
	/* Its maker is gone, and its lock with it. */
	path = xstrfmt("%s/projects/%s/lock", app_dir(app, APP_STATE), id);
	CHECK_INT(unlink(path), 0);
	j = project_read(app, id, &err);
	CHECK_STR(json_get_str(j, "status", ""), "failed");
	json_free(j);
	project_end(p, "failed", json_object(), NULL, 0, NULL);
	free(path);
	free(id);
	sbuf_release(&err);
	finish();
}

TEST(written_whole_or_not)
{
	const struct repair_file bad[] = { two[0], { (char *)"../x", (char *)"y", 1, false } };
	const struct repair_file absolute[] = { two[0], { (char *)"/tmp/tutor-x", (char *)"y", 1, false } };
	struct sbuf err = SBUF_INIT;
	char *out, *link;

	begin();
	out = path_join(home, "out");
	link = path_join(home, "link");
	CHECK(project_write(out, bad, 2, &err) < 0);
	CHECK(project_write(out, absolute, 2, &err) < 0);
	CHECK(!file_exists(out));
	CHECK_INT(project_write(out, two, 2, NULL), 0);
	CHECK(project_write(out, two, 2, &err) < 0); /* it is there now */
	CHECK(!symlink(out, link));
	CHECK(project_write(link, two, 2, &err) < 0);
	free(link);
	free(out);
	sbuf_release(&err);
	finish();
}

static void over_http_done(struct call *call)
{
	*(bool *)call->hooks.ctx = true;
}

TEST(over_http_no_paths)
{
	bool done = false;
	struct call_hooks hooks = { .done = over_http_done, .ctx = &done };
	struct json *args = json_object();
	struct call *call;
	char *out;

	begin();
	out = path_join(home, "out");
	json_set_str(args, "description", "fizzbuzz");
	json_set_str(args, "out", out);
	call = op_start(app, op_find("generate"), args, FRONT_HTTP, MODE_PRACTICE, &hooks);
	CHECK(done && !call->type && call->error == ERROR_USAGE);
	CHECK(!file_exists(out));
	call_free(call);
	free(out);
	finish();
}
