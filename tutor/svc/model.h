/*
 * model: the language model of this tutor, local or on a server: chat that streams, and embeddings. One an app (app_model).
 *
 * A request finds the profile (svc/profile.h), brings the local server up or asks a server once what it is (remembered in the cache
 * folder for a week, together with the fields it refuses), sends, and streams. Before the first word came, what may pass
 * is tried again: twice after 408, 409, 429 and 5xx (as the server says, else 0.5 s doubling to 8 s with jitter; a wait of
 * more than 20 s is not waited for), for a minute while a model is loaded. After the first word nothing is tried again: the
 * text so far is given with what happened. Every failure is one sentence with what mends it. Words are data: nothing here believes them.
 */
#ifndef SVC_MODEL_H
#define SVC_MODEL_H

#include "svc/profile.h"
#include "svc/wire.h"

struct app;
struct model;
struct chat;
struct embedding;

struct model *model_new(struct app *app);
void model_free(struct model *m); /* requests end without a call */

struct chat_result {
	enum wire_problem problem;   /* WIRE_OK: whole, see finish */
	enum wire_finish finish;     /* WIRE_LENGTH: cut at max_tokens; the text must not be taken for whole */
	const char *text, *reasoning; /* what came, also after a problem; never NULL */
	const char *message;         /* "" or a sentence */
	const char *fix;             /* a command or setting that mends it; NULL */
	int64_t tokens_in, tokens_out; /* -1: not told */
	int64_t first_ms, ms;        /* from chat_start to the first word (-1: none) and to the end */
	int tries;
	const char *model, *server;  /* names to show */
};

struct chat_hooks {
	void (*waiting)(void *ctx, const char *what);               /* "starting the local model", "the server asks to wait 2 s"; may be NULL */
	void (*text)(void *ctx, const char *p, size_t len);         /* pieces; may be NULL */
	void (*reasoning)(void *ctx, const char *p, size_t len);    /* may be NULL */
	void (*done)(void *ctx, const struct chat_result *r);       /* never from within chat_start; the chat is dead after it */
	void *ctx;
};

/* The ask's texts are copied. Never NULL. */
struct chat *chat_start(struct model *m, const struct chat_ask *ask, const struct chat_hooks *hooks);
/* Ends it without another call; the server stops writing. NULL is fine. */
void chat_drop(struct chat *c);

/* Is a model set up (not: does it answer)? Sentence when not. family gets its folder of kb/prompts (owned), may be NULL. */
bool model_is_set(struct model *m, char **family, struct sbuf *err);
/* The local server is let go for all tutors (model unload). */
void model_unload(struct model *m);

/* v: n vectors of dim numbers in order; NULL and a sentence when it failed. Valid during the call, never from within. */
typedef void embedding_cb(void *ctx, const float *v, size_t n, size_t dim, const char *err);
#define EMBEDDING_BATCH 64
/* Vectors by the configured embedding model, EMBEDDING_BATCH a request. dim 0: any, but all alike. texts are copied. */
struct embedding *embedding_start(struct model *m, const char *const *texts, size_t n, size_t dim, embedding_cb *cb, void *ctx);
void embedding_drop(struct embedding *e);

#endif
