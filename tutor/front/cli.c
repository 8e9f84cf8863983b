#include "front/cli.h"

#include <errno.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/file.h"
#include "base/strv.h"
#include "base/utf8.h"
#include "io/loop.h"
#include "learn/course.h"
#include "svc/app.h"
#include "svc/ops.h"

#define TEXT_MAX (4u << 20)

struct cli {
	struct app *app;
	bool json, plain;
	bool ended;
	bool progress_shown;
	int exit_code;
	struct call *call;
	struct sbuf shown; /* of the result, printed already as parts */
};

/* 0 when all of it was written; a reader that went away (`tutor lessons | head`) is no failure. */
static int say(int fd, const char *text)
{
	size_t len = strlen(text);
	ssize_t n;

	while (len && ((n = write(fd, text, len)) > 0 || (n < 0 && errno == EINTR))) {
		if (n > 0) {
			text += n;
			len -= (size_t)n;
		}
	}
	return len && errno != EPIPE ? -1 : 0;
}

static void sayf(int fd, const char *fmt, ...) PRINTF_LIKE(2, 3);
static void sayf(int fd, const char *fmt, ...)
{
	struct sbuf b = SBUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	sbuf_vaddf(&b, fmt, ap);
	va_end(ap);
	say(fd, b.buf);
	sbuf_release(&b);
}

static int columns(void)
{
	const char *env = getenv("COLUMNS");
	struct winsize ws;
	long n = env ? strtol(env, NULL, 10) : 0;

	if (n < 20 && !ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws))
		n = ws.ws_col;
	return n >= 20 && n < 1000 ? (int)MIN(n, 100) : 80;
}

static bool ascii_only(void)
{
	const char *keys[] = { "LC_ALL", "LC_CTYPE", "LANG" };

	for (size_t i = 0; i < ARRAY_SIZE(keys); i++) {
		const char *v = getenv(keys[i]);

		if (v && *v)
			return !strcasestr(v, "utf-8") && !strcasestr(v, "utf8");
	}
	return true;
}

/* "--code FILE" and the like, with the metavariable from the argument's name. */
static void usage_arg(const struct op_arg *a, struct sbuf *out)
{
	struct sbuf flag = SBUF_INIT;

	if (a->positional) {
		sbuf_addf(&flag, "%s", a->name);
		for (size_t i = 0; i < flag.len; i++)
			flag.buf[i] = flag.buf[i] >= 'a' && flag.buf[i] <= 'z' ? (char)(flag.buf[i] - 32) : flag.buf[i];
	} else {
		sbuf_addstr(&flag, "--");
		sbuf_add_replaced(&flag, a->name, "_", "-");
		if (a->type != ARG_BOOL)
			sbuf_addstr(&flag, a->type == ARG_INT ? " N" : a->type == ARG_PATH ? " FILE" : " X");
	}
	sbuf_addf(out, a->required ? " %s" : " [%s]", flag.buf);
	sbuf_release(&flag);
}

static void usage_line(const struct op *op, struct sbuf *out)
{
	sbuf_addf(out, "tutor %s", op->words);
	for (int positional = 1; positional >= 0; positional--)
		for (size_t i = 0; i < op->n_args; i++)
			if (op->args[i].positional == positional)
				usage_arg(&op->args[i], out);
}

void cli_usage(int fd)
{
	size_t n;
	const struct op *const *ops = ops_all(&n);

	say(fd, "tutor: a Rust bootcamp in the terminal\n\n"
		"  tutor                      open the program (with --plain: print its home page)\n");
	for (size_t i = 0; i < n; i++)
		if (ops[i]->fronts & FRONT_CLI)
			sayf(fd, "  tutor %-20s %s\n", ops[i]->words, ops[i]->title);
	say(fd, "\n  --json   results as JSON          --plain   no colour, no drawing characters\n"
		"  --help   (also after a command)   --version\n\n"
		"Exit codes: 0 done, 1 the answer is no, 2 wrong use or bad input, 3 something needed is missing.\n");
}

static void op_usage(const struct op *op, int fd)
{
	struct sbuf line = SBUF_INIT;

	usage_line(op, &line);
	sayf(fd, "%s\n\n%s\n", line.buf, op->help);
	if (op->n_args)
		say(fd, "\n");
	for (size_t i = 0; i < op->n_args; i++) {
		struct sbuf arg = SBUF_INIT;

		usage_arg(&op->args[i], &arg);
		sayf(fd, "  %-24s %s\n", arg.buf + 1, op->args[i].help);
		sbuf_release(&arg);
	}
	sbuf_release(&line);
}

/* The operation whose words are the longest prefix of argv; *used says how many. */
static const struct op *match(int argc, char **argv, int *used)
{
	const struct op *best = NULL;
	size_t n;
	const struct op *const *ops = ops_all(&n);

	*used = 0;
	for (size_t i = 0; i < n; i++) {
		struct strv words = STRV_INIT;
		size_t k = 0;

		strv_split(&words, ops[i]->words, ' ');
		while (k < words.n && k < (size_t)argc && streq(words.v[k], argv[k]))
			k++;
		if (k == words.n && (int)k > *used && (ops[i]->fronts & FRONT_CLI)) {
			best = ops[i];
			*used = (int)k;
		}
		strv_release(&words);
	}
	return best;
}

static const struct op_arg *positional(const struct op *op, size_t i)
{
	for (size_t k = 0; k < op->n_args; k++)
		if (op->args[k].positional && !i--)
			return &op->args[k];
	return NULL;
}

static const struct op_arg *by_flag(const struct op *op, const char *flag, size_t len)
{
	for (size_t i = 0; i < op->n_args; i++) {
		struct sbuf name = SBUF_INIT;
		bool hit;

		sbuf_add_replaced(&name, op->args[i].name, "_", "-");
		hit = name.len == len && !memcmp(name.buf, flag, len);
		sbuf_release(&name);
		if (hit)
			return &op->args[i];
	}
	return NULL;
}

static int set_value(struct json *args, const struct op_arg *a, const char *value, struct sbuf *err)
{
	char *end;

	if (a->type == ARG_INT) {
		errno = 0;
		long long n = strtoll(value, &end, 10);

		if (!*value || *end || errno)
			return error(err, "%s must be a whole number, not \"%.80s\".", a->name, value);
		json_set_num(args, a->name, (double)n);
	} else if (a->type == ARG_BOOL) {
		json_set_bool(args, a->name, true);
	} else {
		if (!utf8_valid(value, strlen(value), NULL))
			return error(err, "%s is not UTF-8 text.", a->name);
		json_set_str(args, a->name, value);
	}
	return 0;
}

/* One word that starts with "--"; *i moves past the value it takes. */
static int take_flag(struct cli *cli, const struct op *op, struct json *args, int argc, char **argv, int *i,
		     struct sbuf *err)
{
	const char *flag = argv[*i] + 2, *eq = strchr(flag, '=');
	size_t len = eq ? (size_t)(eq - flag) : strlen(flag);
	const struct op_arg *a;

	if (streq(flag, "json"))
		cli->json = true;
	else if (streq(flag, "plain"))
		cli->plain = true;
	else {
		a = by_flag(op, flag, len);
		if (!a && streq(flag, "no-model")) /* accepted everywhere; only some operations know a model */
			return 0;
		if (!a)
			return error(err, "tutor %s knows no --%.*s.", op->words, (int)MIN(len, (size_t)80), flag);
		if (a->type == ARG_BOOL && eq)
			return error(err, "--%s takes no value.", a->name);
		if (a->type == ARG_BOOL)
			return set_value(args, a, "", err);
		if (!eq && *i + 1 >= argc)
			return error(err, "--%s needs a value.", flag);
		return set_value(args, a, eq ? eq + 1 : argv[++*i], err);
	}
	return 0;
}

static int parse(struct cli *cli, const struct op *op, int argc, char **argv, struct json *args, struct sbuf *err)
{
	size_t n_positional = 0;
	bool flags = true;

	for (int i = 0; i < argc; i++) {
		if (flags && streq(argv[i], "--")) {
			flags = false;
		} else if (flags && starts_with(argv[i], "--")) {
			if (take_flag(cli, op, args, argc, argv, &i, err) < 0)
				return -1;
		} else {
			bool k = flags && streq(argv[i], "-k") && i + 1 < argc; /* -k N: the one short flag */
			const struct op_arg *a = k ? by_flag(op, "k", 1) : positional(op, n_positional++);

			i += k;
			if (!a)
				return error(err, "\"%.80s\" is one word too many.", argv[i]);
			if (set_value(args, a, argv[i], err) < 0)
				return -1;
		}
	}
	return 0;
}

static void on_progress(struct call *call, const char *text, int64_t done, int64_t total)
{
	struct cli *cli = call->hooks.ctx;

	if (!isatty(STDERR_FILENO))
		return;
	if (total > 0)
		sayf(STDERR_FILENO, "\r\033[K%s (%lld of %lld)", text, (long long)done, (long long)total);
	else
		sayf(STDERR_FILENO, "\r\033[K%s", text);
	cli->progress_shown = true;
}

/* What is new since the last part: the plain text of later ones begins with that of the earlier; else all of it again. */
static int print_rest(struct cli *cli, const struct sbuf *out)
{
	bool grows = starts_with(out->buf, cli->shown.buf);
	int rc = grows ? 0 : say(STDOUT_FILENO, "\n");

	if (rc == 0)
		rc = say(STDOUT_FILENO, out->buf + (grows ? cli->shown.len : 0));
	sbuf_reset(&cli->shown);
	sbuf_addstr(&cli->shown, out->buf);
	return rc;
}

/* A result that comes in parts is printed as it comes; as JSON it is one object at the end. */
static void on_part(struct call *call, const struct result_type *type, const void *data)
{
	struct cli *cli = call->hooks.ctx;
	struct sbuf out = SBUF_INIT;

	if (cli->json || !type->to_plain)
		return;
	if (cli->progress_shown)
		say(STDERR_FILENO, "\r\033[K");
	cli->progress_shown = false;
	type->to_plain(data, columns(), cli->plain || ascii_only(), &out);
	print_rest(cli, &out);
	sbuf_release(&out);
}

static int print_result(struct cli *cli, const struct call *call)
{
	struct sbuf out = SBUF_INIT;
	int rc;

	if (cli->json) {
		struct json *j = call->type->to_json(call->data);

		json_write(j, isatty(STDOUT_FILENO), &out);
		json_free(j);
	} else {
		call->type->to_plain(call->data, columns(), cli->plain || ascii_only(), &out);
	}
	if (out.len && out.buf[out.len - 1] != '\n')
		sbuf_addch(&out, '\n');
	rc = print_rest(cli, &out);
	if (rc < 0)
		sayf(STDERR_FILENO, "tutor: The result cannot be written: %s.\n", strerror(errno));
	sbuf_release(&out);
	return rc;
}

static void print_error(const struct cli *cli, const struct call *call)
{
	if (cli->json) {
		struct json *j = call_error_json(call);
		struct sbuf out = SBUF_INIT;

		json_write(j, false, &out);
		sayf(STDOUT_FILENO, "%s\n", out.buf);
		sbuf_release(&out);
		json_free(j);
	}
	sayf(STDERR_FILENO, "tutor: %s\n", call->message);
	if (call->fix)
		sayf(STDERR_FILENO, "       To mend it: %s\n", call->fix);
	if (call->error == ERROR_USAGE && !cli->json && call->op && call->op->n_args)
		sayf(STDERR_FILENO, "       (tutor %s --help says how it is used)\n", call->op->words);
}

static void on_done(struct call *call)
{
	struct cli *cli = call->hooks.ctx;

	if (cli->progress_shown)
		say(STDERR_FILENO, "\r\033[K");
	if (call->type) {
		cli->exit_code = print_result(cli, call) < 0 ? (int)ERROR_NEEDED : call->no;
	} else {
		print_error(cli, call);
		cli->exit_code = (int)call->error;
	}
	cli->ended = true;
	loop_stop(app_loop(cli->app));
}

static void on_interrupt(void *ctx, int sig)
{
	struct cli *cli = ctx;

	(void)sig;
	if (cli->call && cli->call->op->cancel)
		call_cancel(cli->call);
	else
		loop_stop(app_loop(cli->app));
}

static int run(struct cli *cli, const struct op *op, struct json *args)
{
	struct loop *loop = app_loop(cli->app);
	struct call_hooks hooks = { .progress = on_progress, .part = on_part, .done = on_done, .ctx = cli };
	struct call *call;

	loop_on_signal(loop, SIGINT, on_interrupt, cli);
	loop_on_signal(loop, SIGTERM, on_interrupt, cli);
	cli->exit_code = 130; /* what remains when it was interrupted */
	call = op_start(cli->app, op, args, FRONT_CLI, MODE_PRACTICE, &hooks);
	cli->call = call;
	if (!cli->ended)
		loop_run_until(loop, &cli->ended);
	if (cli->ended)
		call_free(call);
	return cli->exit_code;
}

/* Wrong words, found before there is a call: told in the same way, on stdout too when JSON was asked for. */
static void print_misuse(struct cli *cli, const struct op *op, int argc, char **argv, const char *sentence)
{
	struct sbuf clean = SBUF_INIT;
	struct call call = { .op = op, .error = ERROR_USAGE };

	for (int i = 0; i < argc; i++)
		cli->json |= streq(argv[i], "--json");
	utf8_sanitize(&clean, sentence, strlen(sentence));
	call.message = clean.buf;
	print_error(cli, &call);
	sbuf_release(&clean);
}

/* `tutor lesons`, `tutor progress`: the commands whose words are near, or begin so. */
static void unknown_command(struct cli *cli, int argc, char **argv)
{
	struct strv words = STRV_INIT;
	struct sbuf err = SBUF_INIT;
	size_t n;
	const struct op *const *ops = ops_all(&n);

	for (size_t i = 0; i < n; i++)
		if (ops[i]->fronts & FRONT_CLI)
			strv_push(&words, ops[i]->words);
	ids_unknown("command", argc ? argv[0] : "", &words, &err);
	sbuf_addstr(&err, " (tutor --help lists them.)");
	print_misuse(cli, NULL, argc, argv, err.buf);
	sbuf_release(&err);
	strv_release(&words);
}

int cli_main(struct app *app, int argc, char **argv)
{
	struct cli cli = { .app = app, .shown = SBUF_INIT };
	struct sbuf err = SBUF_INIT;
	struct json *args;
	const struct op *op;
	int used, rc = 2;

	if (argc && (streq(argv[0], "--help") || streq(argv[0], "-h") || streq(argv[0], "help"))) {
		cli_usage(STDOUT_FILENO);
		return 0;
	}
	op = match(argc, argv, &used);
	if (!op) {
		unknown_command(&cli, argc, argv);
		return 2;
	}
	for (int i = used; i < argc && !streq(argv[i], "--"); i++)
		if (streq(argv[i], "--help") || streq(argv[i], "-h")) {
			op_usage(op, STDOUT_FILENO);
			return 0;
		}
	args = json_object();
	if (parse(&cli, op, argc - used, argv + used, args, &err) < 0) {
		print_misuse(&cli, op, argc, argv, err.buf);
		json_free(args);
	} else {
		rc = run(&cli, op, args);
	}
	sbuf_release(&cli.shown);
	sbuf_release(&err);
	return rc;
}

int cli_home(struct app *app)
{
	char progress[] = "progress", show[] = "show", plain[] = "--plain", *words[] = { progress, show, plain };
	int rc;

	say(STDOUT_FILENO, "tutor: a Rust bootcamp in the terminal\n\n");
	rc = cli_main(app, ARRAY_SIZE(words), words);
	say(STDOUT_FILENO, "\nOpen it on a terminal with `tutor`, or see `tutor --help`.\n");
	return rc;
}
