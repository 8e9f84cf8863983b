/* Shared by model*.c: the model's inside. */
#ifndef SVC_MODEL_INT_H
#define SVC_MODEL_INT_H

#include "io/http.h"
#include "svc/local.h"
#include "svc/model.h"

struct server_memory { /* what is known of a base URL */
	const struct quirk *quirk;
	unsigned drop;       /* fields it refused */
	char *first_model;   /* of its list; NULL */
};

struct model {
	struct app *app;
	struct loop *loop;
	struct http *http;
	struct local *local;   /* NULL until a local model is wanted */
	struct chat *chats;
	struct embedding *embeddings;
	struct json *memory;   /* by base URL, as in the cache file; NULL until read */
};

struct http *model_http(struct model *m);
struct local *model_local(struct model *m);

/* The memory. Lookup: false when nothing (or nothing fresh) is known; memory_release it. */
bool memory_get(struct model *m, const char *base_url, struct server_memory *out);
void memory_put(struct model *m, const char *base_url, const struct server_memory *in);
void memory_release(struct server_memory *s);

/*
 * Sentences. host and model may be NULL. fix_take gets a command, or NULL. http_message: libcurl's side of it.
 */
void model_sentence(enum wire_problem kind, const struct wire_error *e, const struct model_profile *p, const struct quirk *q,
		    const char *host, long status, int64_t wait_ms, struct sbuf *out, char **fix_take);
enum wire_problem problem_of_end(enum http_end end);

/* Headers of a request: content type and the key. secret gets "Authorization: Bearer ..." when there is a key. */
void model_headers(const char *key, struct strv *plain, struct strv *secret);
void wipe_strv(struct strv *v);

#endif
