#include "svc/ops.h"

#include "base/utf8.h"
#include "svc/ops_list.h"

static const struct op *const table[] = {
#define X(name) &op_##name,
	OPS_LIST(X)
#undef X
};

const struct op *const *ops_all(size_t *n)
{
	*n = ARRAY_SIZE(table);
	return table;
}

const struct op *op_find(const char *name)
{
	for (size_t i = 0; i < ARRAY_SIZE(table); i++)
		if (streq(table[i]->name, name))
			return table[i];
	return NULL;
}

/* One argument against its row; a sentence when it does not fit. */
static int check_text(const struct op_arg *a, const char *s, struct sbuf *err)
{
	if (a->max > 0 && strlen(s) > (size_t)a->max)
		return error(err, "%s may have at most %lld bytes.", a->name, (long long)a->max);
	if (!utf8_valid(s, strlen(s), NULL))
		return error(err, "%s is not UTF-8 text.", a->name);
	if (a->required && !*s)
		return error(err, "%s is empty.", a->name);
	return 0;
}

static int check_enum(const struct op_arg *a, const char *s, struct sbuf *err)
{
	struct sbuf all = SBUF_INIT;

	for (const char *const *v = a->values; *v; v++) {
		if (streq(*v, s)) {
			sbuf_release(&all);
			return 0;
		}
		sbuf_addf(&all, "%s%s", all.len ? ", " : "", *v);
	}
	error(err, "%s is \"%.80s\"; it can be: %s.", a->name, s, all.buf);
	sbuf_release(&all);
	return -1;
}

static int check_arg(const struct op_arg *a, const struct json *value, struct sbuf *err)
{
	switch (a->type) {
	case ARG_INT: {
		double n = json_num(value, 0.5);

		if (n != (double)(int64_t)n)
			return error(err, "%s must be a whole number.", a->name);
		if ((a->min || a->max) && (n < (double)a->min || n > (double)a->max))
			return error(err, "%s must be between %lld and %lld.", a->name, (long long)a->min,
				     (long long)a->max);
		return 0;
	}
	case ARG_BOOL:
		return json_is_bool(value) ? 0 : error(err, "%s is either true or false.", a->name);
	case ARG_ENUM:
		if (!json_is_string(value))
			return error(err, "%s must be a word.", a->name);
		return check_enum(a, json_str(value, ""), err);
	default:
		if (!json_is_string(value))
			return error(err, "%s must be a text.", a->name);
		return check_text(a, json_str(value, ""), err);
	}
}

static const struct op_arg *find_arg(const struct op *op, const char *name)
{
	for (size_t i = 0; i < op->n_args; i++)
		if (streq(op->args[i].name, name))
			return &op->args[i];
	return NULL;
}

static int check_args(const struct op *op, const struct json *args, struct sbuf *err)
{
	if (!json_is_object(args))
		return error(err, "The arguments must be an object.");
	for (const struct json *c = json_first(args); c; c = json_next(c)) {
		const struct op_arg *a = find_arg(op, json_key(c));

		if (!a)
			return error(err, "%s takes no argument \"%s\".", op->words, json_key(c));
		if (check_arg(a, c, err) < 0)
			return -1;
	}
	for (size_t i = 0; i < op->n_args; i++)
		if (op->args[i].required && !json_get(args, op->args[i].name))
			return error(err, "%s needs %s: %s.", op->words, op->args[i].name, op->args[i].help);
	return 0;
}

struct call *op_start(struct app *app, const struct op *op, struct json *args_take, enum op_front front,
		      enum op_mode mode, const struct call_hooks *hooks)
{
	struct call *call = xcalloc(1, sizeof(*call));
	struct sbuf err = SBUF_INIT;

	call->app = app;
	call->op = op;
	call->args = args_take ? args_take : json_object();
	call->front = front;
	call->mode = mode;
	call->hooks = *hooks;
	if (!(op->fronts & front))
		call_fail(call, ERROR_USAGE, NULL, "%s is not offered here.", op->words);
	else if (mode == MODE_EXAM && (op->flags & OP_NOT_IN_EXAM))
		call_fail(call, ERROR_USAGE, NULL, "%s is not allowed during an exam.", op->title);
	else if (check_args(op, call->args, &err) < 0)
		call_fail(call, ERROR_USAGE, NULL, "%s", err.buf);
	else
		op->start(call);
	sbuf_release(&err);
	return call;
}

void call_cancel(struct call *call)
{
	if (!call->ended && call->op->cancel)
		call->op->cancel(call);
}

void call_abandon(struct call *call)
{
	if (!call)
		return;
	if (call->ended) {
		call_free(call);
		return;
	}
	call->hooks = (struct call_hooks){ .done = call_free };
	call_cancel(call);
}

void call_free(struct call *call)
{
	if (!call)
		return;
	if (call->type && call->type->free)
		call->type->free(call->data);
	json_free(call->args);
	free(call->message);
	free(call->fix);
	free(call);
}

static void end(struct call *call)
{
	if (call->ended)
		BUG("%s ended twice", call->op->name);
	call->ended = true;
	call->hooks.done(call);
}

void call_finish(struct call *call, const struct result_type *type, void *data_take, bool no)
{
	call->type = type;
	call->data = data_take;
	call->no = no;
	end(call);
}

void call_fail(struct call *call, enum error_kind kind, const char *fix, const char *fmt, ...)
{
	struct sbuf text = SBUF_INIT, clean = SBUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	sbuf_vaddf(&text, fmt, ap);
	va_end(ap);
	/* Sentences quote what was asked for: no escape sequence of it may reach a terminal. */
	utf8_sanitize(&clean, text.buf, text.len);
	sbuf_release(&text);
	call->error = kind;
	call->message = sbuf_detach(&clean, NULL);
	call->fix = xstrdup_or_null(fix);
	end(call);
}

void call_progress(struct call *call, int64_t done, int64_t total, const char *fmt, ...)
{
	struct sbuf text = SBUF_INIT;
	va_list ap;

	if (!call->hooks.progress)
		return;
	va_start(ap, fmt);
	sbuf_vaddf(&text, fmt, ap);
	va_end(ap);
	call->hooks.progress(call, text.buf, done, total);
	sbuf_release(&text);
}

const char *call_str(const struct call *call, const char *arg)
{
	return json_get_str(call->args, arg, NULL);
}

int64_t call_int(const struct call *call, const char *arg, int64_t def)
{
	return json_get_int(call->args, arg, def);
}

bool call_bool(const struct call *call, const char *arg)
{
	return json_get_bool(call->args, arg, false);
}

struct json *call_error_json(const struct call *call)
{
	struct json *j = json_object(), *e = json_object();

	json_set_str(e, "kind", call->error == ERROR_USAGE ? "usage" : "needed");
	json_set_str(e, "message", call->message);
	json_set_str(e, "fix", call->fix);
	json_set_take(j, "error", e);
	return j;
}

static struct json *arg_schema(const struct op_arg *a)
{
	static const char *const types[] = {
		[ARG_STRING] = "string", [ARG_INT] = "integer", [ARG_BOOL] = "boolean",
		[ARG_PATH] = "string",	 [ARG_TEXT] = "string",	[ARG_ENUM] = "string",
	};
	struct json *s = json_object();

	json_set_str(s, "type", types[a->type]);
	json_set_str(s, "description", a->help);
	if (a->type == ARG_INT && (a->min || a->max)) {
		json_set_num(s, "minimum", (double)a->min);
		json_set_num(s, "maximum", (double)a->max);
	} else if (a->type != ARG_INT && a->max > 0) {
		json_set_num(s, "maxLength", (double)a->max);
	}
	if (a->type == ARG_ENUM) {
		struct json *values = json_array();

		for (const char *const *v = a->values; *v; v++)
			json_add_str(values, *v);
		json_set_take(s, "enum", values);
	}
	return s;
}

struct json *op_args_schema(const struct op *op)
{
	struct json *schema = json_object(), *props = json_object(), *required = json_array();

	for (size_t i = 0; i < op->n_args; i++) {
		json_set_take(props, op->args[i].name, arg_schema(&op->args[i]));
		if (op->args[i].required)
			json_add_str(required, op->args[i].name);
	}
	json_set_str(schema, "type", "object");
	json_set_take(schema, "properties", props);
	json_set_take(schema, "required", required);
	json_set_bool(schema, "additionalProperties", false);
	return schema;
}
