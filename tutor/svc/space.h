/*
 * space: which embedding model search by meaning goes by. Vectors of two models have nothing to do with each other, so each has a
 * file of its own. By itself it is tutor's small model; with `kb.embed = server` (TUTOR_KB_EMBED) the embedding model of the
 * configured server (model.embed_model), which is sent every passage once and every question.
 */
#ifndef SVC_SPACE_H
#define SVC_SPACE_H

#include "svc/encode.h"

struct app;

struct kb_space {
	bool server;
	char *model; /* as it stands in the file of vectors */
	char *file;  /* vectors made on this machine */
	uint32_t dim; /* 0: not known yet (no vectors were made) */
};

/* -1 and a sentence: the configuration names nothing that can be used; *s is empty then. */
int kb_space_load(struct app *app, struct kb_space *s, struct sbuf *err);
void kb_space_release(struct kb_space *s);

/* Vectors by the server for texts that have none yet; NULL and a sentence. Nothing comes from within. */
struct server_encoding;
struct server_encoding *server_encoding_start(struct app *app, const struct encoding_spec *spec, struct sbuf *err);
void server_encoding_cancel(struct server_encoding *e); /* done comes from within, with what was made so far */

#endif
