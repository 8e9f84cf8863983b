/*
 * Operations in a mode that the command line has no words for, as another front would start them:
 *   mode_tool practice|homework|exam   reads {"op", "args"} a line, writes a line of JSON for each: the result or {"error"}
 * For tests/attack/run.py.
 */
#include "base/base.h"

#include <locale.h>
#include <signal.h>
#include <sodium.h>

#include "io/loop.h"
#include "svc/app.h"
#include "svc/ops.h"

struct tool {
	struct app *app;
	enum op_mode mode;
	bool ended;
};

static void on_done(struct call *call)
{
	struct tool *t = call->hooks.ctx;
	struct json *j = call->type ? call->type->to_json(call->data) : call_error_json(call);
	struct sbuf out = SBUF_INIT;

	json_write(j, false, &out);
	printf("%s\n", out.buf);
	fflush(stdout);
	sbuf_release(&out);
	json_free(j);
	t->ended = true;
	loop_stop(app_loop(t->app));
}

static int run(struct tool *t, const char *line, size_t len)
{
	struct call_hooks hooks = { .done = on_done, .ctx = t };
	struct sbuf err = SBUF_INIT;
	struct json *j = json_parse(line, len, &err), *args;
	const struct op *op = j ? op_find(json_get_str(j, "op", "")) : NULL;
	struct call *call;

	if (!op) {
		fprintf(stderr, "mode_tool: %s\n", j ? "no such operation" : err.buf);
		return -1;
	}
	args = json_get(j, "args") ? json_copy(json_get(j, "args")) : json_object();
	t->ended = false;
	call = op_start(t->app, op, args, FRONT_TUI, t->mode, &hooks);
	if (!t->ended)
		loop_run_until(app_loop(t->app), &t->ended);
	call_free(call);
	json_free(j);
	sbuf_release(&err);
	return 0;
}

int main(int argc, char **argv)
{
	static const char *const names[] = { [MODE_PRACTICE] = "practice", [MODE_HOMEWORK] = "homework", [MODE_EXAM] = "exam" };
	struct tool t = { .mode = (enum op_mode)-1 };
	struct loop *loop;
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;
	int rc = 0;

	for (size_t i = 0; argc == 2 && i < ARRAY_SIZE(names); i++)
		if (streq(argv[1], names[i]))
			t.mode = (enum op_mode)i;
	if (t.mode == (enum op_mode)-1) {
		fprintf(stderr, "usage: mode_tool practice|homework|exam\n");
		return 2;
	}
	setlocale(LC_ALL, "");
	signal(SIGPIPE, SIG_IGN);
	if (sodium_init() < 0)
		return 3;
	loop = loop_new();
	t.app = app_new(loop);
	while (!rc && (n = getline(&line, &cap, stdin)) > 0)
		rc = run(&t, line, (size_t)n);
	free(line);
	app_free(t.app);
	loop_free(loop);
	return rc ? 1 : 0;
}
