/* Operation: doctor: what works on this machine, with the command that mends what does not. */
#include <langinfo.h>
#include <unistd.h>

#include "base/file.h"
#include "io/sandbox.h"
#include "learn/course.h"
#include "store/learner.h"
#include "svc/app.h"
#include "svc/ops_list.h"
#include "svc/toolchain.h"

enum finding_state { FINE, WORSE /* works, but not at its best */, BROKEN };

struct finding {
	const char *what;
	enum finding_state state;
	char *text;
	const char *fix;
};

struct doctor_report {
	struct finding v[16];
	size_t n;
};

static const char *const state_names[] = { "ok", "limited", "broken" };

static void doctor_free(void *data)
{
	struct doctor_report *r = data;

	for (size_t i = 0; i < r->n; i++)
		free(r->v[i].text);
	free(r);
}

static struct json *doctor_json(const void *data)
{
	const struct doctor_report *r = data;
	struct json *j = json_object(), *arr = json_array();

	for (size_t i = 0; i < r->n; i++) {
		struct json *o = json_object();

		json_set_str(o, "what", r->v[i].what);
		json_set_str(o, "state", state_names[r->v[i].state]);
		json_set_str(o, "text", r->v[i].text);
		json_set_str(o, "fix", r->v[i].fix);
		json_add_take(arr, o);
	}
	json_set_take(j, "findings", arr);
	return j;
}

static void doctor_plain(const void *data, int width, bool ascii, struct sbuf *out)
{
	static const char *const marks[] = { "✓", "!", "✗" }, *const plain[] = { "ok     ", "limited", "BROKEN " };
	const struct doctor_report *r = data;

	(void)width;
	for (size_t i = 0; i < r->n; i++) {
		const struct finding *f = &r->v[i];

		sbuf_addf(out, "%s %-10s %s\n", ascii ? plain[f->state] : marks[f->state], f->what, f->text);
		if (f->fix)
			sbuf_addf(out, "%*sto mend it: %s\n", ascii ? 19 : 13, "", f->fix);
	}
}

static const struct result_type doctor_type = { "doctor", doctor_json, doctor_plain, doctor_free };

static void find(struct doctor_report *r, const char *what, enum finding_state state, const char *fix, const char *fmt, ...)
	PRINTF_LIKE(5, 6);
static void find(struct doctor_report *r, const char *what, enum finding_state state, const char *fix, const char *fmt, ...)
{
	struct sbuf text = SBUF_INIT;
	va_list ap;

	if (r->n == ARRAY_SIZE(r->v))
		BUG("doctor: too many findings");
	va_start(ap, fmt);
	sbuf_vaddf(&text, fmt, ap);
	va_end(ap);
	r->v[r->n++] = (struct finding){ what, state, sbuf_detach(&text, NULL), state == FINE ? NULL : fix };
}

static void look_rust(struct doctor_report *r, const struct toolchain *t, const char *err)
{
	if (!t) {
		find(r, "rustc", BROKEN, "install rustup (https://rustup.rs)", "%s", err);
		return;
	}
	find(r, "rustc", FINE, NULL, "%s (%s)", t->version_line, t->rustc);
	find(r, "cargo", t->cargo ? FINE : WORSE, "rustup component add cargo", "%s",
	     t->cargo ? t->cargo : "not installed: projects cannot be checked");
	find(r, "docs", t->docs ? FINE : WORSE, "rustup component add rust-docs", "%s",
	     t->docs ? t->docs : "not installed: citations cannot be opened");
	find(r, "rustfmt", t->rustfmt ? FINE : WORSE, "rustup component add rustfmt", "%s",
	     t->rustfmt ? t->rustfmt : "not installed");
	find(r, "clippy", t->clippy ? FINE : WORSE, "rustup component add clippy", "%s",
	     t->clippy ? t->clippy : "not installed");
}

static void look_sandbox(struct doctor_report *r, struct app *app)
{
	struct sandbox *sb = app_sandbox(app);
	enum sandbox_level level = sandbox_level(sb);

	find(r, "sandbox", level == SANDBOX_BWRAP ? FINE : level == SANDBOX_REFUSED ? BROKEN : WORSE,
	     "apt-get install bubblewrap", "%s: %s", sandbox_level_name(level), sandbox_note(sb));
}

static void look_content(struct doctor_report *r, struct app *app)
{
	struct sbuf err = SBUF_INIT;
	struct course *course = app_course(app, &err);
	size_t problems;
	const struct course_problem *p;

	if (!course) {
		find(r, "content", BROKEN, "make install", "%s", err.buf);
	} else {
		problems = course_problems(course, &p);
		find(r, "content", problems ? WORSE : FINE, "tutor pack check", "%zu lessons, %zu exercises in %s%s",
		     course_lessons(course), course_exercises(course), course_root(course),
		     problems ? "; some files cannot be read" : "");
	}
	sbuf_release(&err);
}

static void look_record(struct doctor_report *r, struct app *app)
{
	struct sbuf err = SBUF_INIT;
	struct learner *l = app_learner(app, &err);

	if (l)
		find(r, "record", FINE, NULL, "%s/learner.db", app_dir(app, APP_DATA));
	else
		find(r, "record", BROKEN, "make the folder writable, or set TUTOR_HOME to one that is", "%s", err.buf);
	sbuf_release(&err);
}

static void look_terminal(struct doctor_report *r)
{
	const char *term = getenv("TERM");
	bool utf8 = streq(nl_langinfo(CODESET), "UTF-8");

	find(r, "terminal", utf8 ? FINE : WORSE, "set LANG=C.UTF-8", "%s, %s", term && *term ? term : "none",
	     utf8 ? "UTF-8" : "no UTF-8: plain characters are used");
}

static void have_toolchain(void *ctx, const struct toolchain *t, const char *err)
{
	struct call *call = ctx;
	struct doctor_report *r = xcalloc(1, sizeof(*r));
	bool broken = false;

	look_rust(r, t, err);
	look_sandbox(r, call->app);
	look_content(r, call->app);
	look_record(r, call->app);
	look_terminal(r);
	for (size_t i = 0; i < r->n; i++)
		broken |= r->v[i].state == BROKEN;
	call_finish(call, &doctor_type, r, broken);
}

static void doctor_start(struct call *call)
{
	app_want_toolchain(call->app, have_toolchain, call);
}

const struct op op_doctor = {
	.name = "doctor", .words = "doctor", .title = "See what works on this machine",
	.help = "Looks for Rust, its documentation, the sandbox, the content and your record, and says what mends what does not "
		"work. Exit 1 when something is broken.",
	.result_schema = "{\"type\":\"object\",\"properties\":{\"findings\":{\"type\":\"array\"}},\"required\":[\"findings\"]}",
	.fronts = FRONT_ALL, .start = doctor_start,
};
