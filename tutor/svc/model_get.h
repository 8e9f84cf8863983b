/*
 * model_get: a model of kb/models.json onto this machine: its sources in turn until one gives the file with the right SHA-256, then
 * what else it needs (a program that serves it; the embedding model in the form search reads). Steps that are done are not repeated.
 */
#ifndef SVC_MODEL_GET_H
#define SVC_MODEL_GET_H

#include "base/sbuf.h"

struct app;
struct model_get;

struct model_get_spec {
	const char *name;   /* of a model, or "server": only the program that serves models */
	bool build;         /* the server from its sources instead of the prebuilt package */
	bool no_server;     /* only the file */
	void (*progress)(void *ctx, const char *what, int64_t done, int64_t total); /* total 0: unknown */
	/* message NULL: it is there, path says where (NULL for the server). */
	void (*done)(void *ctx, const char *path, const char *message);
	void *ctx;
};

/* NULL and a sentence when there is no such model; done is never called from within. */
struct model_get *model_get_start(struct app *app, const struct model_get_spec *spec, struct sbuf *err);
/* Stops without a call; what was loaded stays. */
void model_get_drop(struct model_get *g);

#endif
