/* wire: reading a reply as it comes. */
#include "svc/wire.h"

#include "base/utf8.h"

#define EVENT_MAX (1u << 20)
#define JSON_MAX (4u << 20)
#define REASONING_MAX (256u << 10)

static const char think_open[] = "<think>", think_close[] = "</think>";

static int fail(struct wire_reader *r, enum wire_problem kind, const char *said)
{
	if (r->error.kind == WIRE_OK) {
		r->error.kind = kind;
		sbuf_addstr(&r->error.said, said);
	}
	return 1;
}

/* Text: made safe, kept, told. */

/* Bytes at the end that are the start of a character whose rest is to come. */
static size_t open_bytes(const char *s, size_t len)
{
	size_t back = 1;

	while (back <= 3 && back <= len && ((unsigned char)s[len - back] & 0xC0) == 0x80)
		back++;
	if (back > 3 || back > len)
		return 0;
	unsigned char lead = (unsigned char)s[len - back];
	size_t need = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;

	return need > back ? back : 0;
}

static void tell(struct wire_reader *r, const char *p, size_t len, bool reasoning)
{
	struct sbuf *to = reasoning ? &r->reasoning : &r->text;
	size_t max = reasoning ? REASONING_MAX : r->max_text, from = to->len, bad, keep = 0;

	for (size_t i = 0; i < len; i++) /* lines end with LF alone */
		if (p[i] == '\r') {
			utf8_sanitize(to, p + keep, i - keep);
			keep = i + 1;
		}
	utf8_sanitize(to, p + keep, len - keep);
	if (to->len > max) {
		size_t n = max;

		if (!utf8_valid(to->buf, n, &bad))
			n = bad;
		sbuf_setlen(to, MAX(n, from));
		if (!reasoning && r->finish == WIRE_UNFINISHED)
			r->finish = WIRE_LENGTH; /* before the server's own word in the same chunk */
	}
	if (to->len > from && (reasoning ? r->on_reasoning : r->on_text))
		(reasoning ? r->on_reasoning : r->on_text)(r->ctx, to->buf + from, to->len - from);
}

static size_t skip_blank(const struct sbuf *b)
{
	return strspn(b->buf, " \t\r\n");
}

/* Is b, from `at` on, a part of the tag that may become the whole? */
static bool may_become(const struct sbuf *b, size_t at, const char *tag)
{
	return b->len - at < strlen(tag) && !strncmp(b->buf + at, tag, b->len - at);
}

static void give_held(struct wire_reader *r, size_t len, bool reasoning)
{
	tell(r, r->held.buf, len, reasoning);
	sbuf_remove(&r->held, 0, len);
}

/* Inside <think>: all but what may be the closing tag's start. True when it was closed. */
static bool think_on(struct wire_reader *r)
{
	const char *close = strstr(r->held.buf, think_close);
	size_t n = r->held.len, keep = MIN(n, strlen(think_close) - 1);

	if (close) {
		give_held(r, (size_t)(close - r->held.buf), true);
		sbuf_remove(&r->held, 0, strlen(think_close));
		r->think = THINK_AFTER;
		return true;
	}
	while (keep && strncmp(r->held.buf + n - keep, think_close, keep))
		keep--;
	keep = MAX(keep, open_bytes(r->held.buf, n));
	give_held(r, n - keep, true);
	return false;
}

static void take_text(struct wire_reader *r, const char *s)
{
	size_t blank;

	sbuf_addstr(&r->held, s);
	if (r->think == THINK_MAYBE) {
		blank = skip_blank(&r->held);
		if (may_become(&r->held, blank, think_open))
			return;
		if (starts_with(r->held.buf + blank, think_open)) {
			sbuf_remove(&r->held, 0, blank + strlen(think_open));
			r->think = THINK_IN;
		} else {
			r->think = THINK_NO;
		}
	}
	if (r->think == THINK_IN && !think_on(r))
		return;
	if (r->think == THINK_AFTER) {
		sbuf_remove(&r->held, 0, skip_blank(&r->held));
		if (!r->held.len)
			return;
		r->think = THINK_NO;
	}
	give_held(r, r->held.len - open_bytes(r->held.buf, r->held.len), false);
}

/* Chunks. */

static const struct {
	const char *name;
	enum wire_finish finish;
} finishes[] = {
	{ "stop", WIRE_STOPPED },
	{ "eos", WIRE_STOPPED },
	{ "length", WIRE_LENGTH },
	{ "content_filter", WIRE_FILTERED },
	{ "tool_calls", WIRE_TOOLS },
	{ "function_call", WIRE_TOOLS },
};

static void take_finish(struct wire_reader *r, const char *name)
{
	if (r->finish != WIRE_UNFINISHED) /* cut at max_text */
		return;
	for (size_t i = 0; i < ARRAY_SIZE(finishes); i++)
		if (streq(finishes[i].name, name))
			r->finish = finishes[i].finish;
	if (r->finish == WIRE_UNFINISHED && *name)
		r->finish = WIRE_STOPPED; /* a name of the server's own */
}

static void take_usage(struct wire_reader *r, const struct json *usage)
{
	if (!json_is_object(usage))
		return;
	r->tokens_in = json_get_int(usage, "prompt_tokens", r->tokens_in);
	r->tokens_out = json_get_int(usage, "completion_tokens", r->tokens_out);
}

static int take_error(struct wire_reader *r, const char *body, size_t len)
{
	wire_error_release(&r->error);
	wire_error_read(0, body, len, 0, &r->error);
	return 1;
}

static void take_choice(struct wire_reader *r, const struct json *choice, const char *part)
{
	const struct json *delta = json_get(choice, part);
	const char *think = json_get_str(delta, "reasoning_content", NULL);

	if (!think)
		think = json_get_str(delta, "reasoning", "");
	if (*think)
		tell(r, think, strlen(think), true);
	take_text(r, json_get_str(delta, "content", ""));
	take_finish(r, json_get_str(choice, "finish_reason", ""));
}

static int take_object(struct wire_reader *r, const char *data, size_t len, const char *part)
{
	struct json *j = json_parse(data, len, NULL);
	int rc = 0;

	if (!json_is_object(j)) {
		rc = fail(r, WIRE_GARBAGE, "");
	} else if (!json_is_null(json_get(j, "error"))) {
		rc = take_error(r, data, len);
	} else {
		r->any |= json_is_array(json_get(j, "choices"));
		if (r->finish == WIRE_UNFINISHED)
			take_choice(r, json_at(json_get(j, "choices"), 0), part);
		take_usage(r, json_get(j, "usage"));
		rc = r->text.len >= r->max_text;
		if (rc && r->finish == WIRE_UNFINISHED)
			r->finish = WIRE_LENGTH;
	}
	json_free(j);
	return rc;
}

static int on_event(void *ctx, const char *data, size_t len)
{
	return take_object(ctx, data, len, "delta");
}

/* Bytes. */

void wire_reader_init(struct wire_reader *r, size_t max_text)
{
	*r = (struct wire_reader){
		.raw = SBUF_INIT, .text = SBUF_INIT, .reasoning = SBUF_INIT, .held = SBUF_INIT,
		.tokens_in = -1, .tokens_out = -1, .max_text = max_text,
		.error = { .said = SBUF_INIT, .tokens = -1, .limit = -1 },
	};
	sse_init(&r->sse, EVENT_MAX, on_event, r);
}

void wire_reader_release(struct wire_reader *r)
{
	sse_release(&r->sse);
	sbuf_release(&r->raw);
	sbuf_release(&r->text);
	sbuf_release(&r->reasoning);
	sbuf_release(&r->held);
	wire_error_release(&r->error);
}

static int feed_events(struct wire_reader *r, const char *p, size_t len)
{
	int rc = sse_feed(&r->sse, p, len, NULL);

	return rc < 0 ? fail(r, WIRE_GARBAGE, "") : rc;
}

static int feed_json(struct wire_reader *r, const char *p, size_t len)
{
	if (r->raw.len + len > JSON_MAX)
		return fail(r, WIRE_GARBAGE, "");
	sbuf_add(&r->raw, p, len);
	return 0;
}

/* What the first byte that is not blank says. */
static int feed_start(struct wire_reader *r, const char *p, size_t len)
{
	size_t blank;

	sbuf_add(&r->raw, p, len);
	blank = skip_blank(&r->raw);
	if (blank == r->raw.len)
		return r->raw.len > 65536 ? fail(r, WIRE_GARBAGE, "") : 0;
	if (r->raw.buf[blank] == '<')
		return fail(r, WIRE_GARBAGE, "");
	r->mode = r->raw.buf[blank] == '{' ? READ_JSON : READ_EVENTS;
	return r->mode == READ_EVENTS ? feed_events(r, r->raw.buf, r->raw.len) : feed_json(r, "", 0);
}

int wire_reader_feed(struct wire_reader *r, const char *p, size_t len)
{
	switch (r->mode) {
	case READ_START:
		return feed_start(r, p, len);
	case READ_EVENTS:
		return feed_events(r, p, len);
	case READ_JSON:
		break;
	}
	return feed_json(r, p, len);
}

void wire_reader_end(struct wire_reader *r)
{
	bool enough = r->finish != WIRE_UNFINISHED || r->error.kind != WIRE_OK;

	if (r->mode == READ_JSON && !enough)
		take_object(r, r->raw.buf, r->raw.len, "message");
	else if (r->mode == READ_EVENTS && !enough && sse_end(&r->sse, NULL) && r->any && r->error.kind == WIRE_GARBAGE)
		r->error.kind = WIRE_OK; /* the last event is half of one */
	if (r->sse.done && r->finish == WIRE_UNFINISHED && r->text.len + r->held.len)
		r->finish = WIRE_STOPPED; /* [DONE] is an end, too */
	if (r->held.len) {
		tell(r, r->held.buf, r->held.len, r->think == THINK_IN);
		sbuf_reset(&r->held);
	}
	if (r->error.kind != WIRE_OK)
		return;
	if (!r->any)
		fail(r, WIRE_GARBAGE, "");
	else if (r->finish == WIRE_UNFINISHED)
		fail(r, WIRE_CUT, "");
}
