/*
 * calls: what an operation asked of a language model, one entry a request that ended: which small step, tokens, times. For reports
 * and measurements; gate_spent writes it where the gate names one.
 */
#ifndef SVC_CALLS_H
#define SVC_CALLS_H

#include "base/json.h"

struct chat_result;

struct model_call {
	char step[32];                 /* "search_words", "your_code", ... */
	int64_t tokens_in, tokens_out; /* -1: the server did not tell */
	int64_t first_ms, ms;          /* to the first word (-1: none) and to the end */
	bool failed;
};

struct model_calls {
	struct model_call *v;
	size_t n, alloc;
};

void calls_add(struct model_calls *c, const char *step, const struct chat_result *r);
void calls_release(struct model_calls *c);
/* Sets calls (an array), tokens_in and tokens_out (sums; null when no request was made or one was not told). */
void calls_json(const struct model_calls *c, struct json *j);

#endif
