#include "svc/calls.h"

#include "svc/model.h"

void calls_add(struct model_calls *c, const char *step, const struct chat_result *r)
{
	struct model_call *k;

	ARRAY_GROW(c->v, c->n + 1, c->alloc);
	k = &c->v[c->n++];
	*k = (struct model_call){ .tokens_in = r->tokens_in, .tokens_out = r->tokens_out, .first_ms = r->first_ms, .ms = r->ms,
				  .failed = r->problem != WIRE_OK };
	snprintf(k->step, sizeof(k->step), "%s", step);
}

void calls_release(struct model_calls *c)
{
	free(c->v);
	*c = (struct model_calls){ NULL, 0, 0 };
}

static void set_told(struct json *j, const char *name, int64_t n)
{
	if (n < 0)
		json_set_null(j, name);
	else
		json_set_num(j, name, (double)n);
}

static struct json *call_json(const struct model_call *k)
{
	struct json *o = json_object();

	json_set_str(o, "step", k->step);
	set_told(o, "tokens_in", k->tokens_in);
	set_told(o, "tokens_out", k->tokens_out);
	set_told(o, "first_ms", k->first_ms);
	json_set_num(o, "ms", (double)k->ms);
	json_set_bool(o, "failed", k->failed);
	return o;
}

static void add_told(int64_t *sum, int64_t n)
{
	*sum = *sum < 0 || n < 0 ? -1 : *sum + n;
}

void calls_json(const struct model_calls *c, struct json *j)
{
	struct json *all = json_array();
	int64_t in = c->n ? 0 : -1, out = in;

	for (size_t i = 0; i < c->n; i++) {
		json_add_take(all, call_json(&c->v[i]));
		add_told(&in, c->v[i].tokens_in);
		add_told(&out, c->v[i].tokens_out);
	}
	json_set_take(j, "calls", all);
	set_told(j, "tokens_in", in);
	set_told(j, "tokens_out", out);
}
