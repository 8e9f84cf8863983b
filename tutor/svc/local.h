/*
 * local: a tutor's side of the local model server: finds what can serve a model, starts the supervisor (svc/supervise.h) when none
 * answers, and is one user of it from the first local_want until local_free. After its last user the server stays for model.stay_s
 * seconds (300).
 */
#ifndef SVC_LOCAL_H
#define SVC_LOCAL_H

#include "base/strv.h"

struct app;
struct local;

struct local *local_new(struct app *app);
void local_free(struct local *l); /* leaves the server; callbacks do not come any more */

/* url: "http://127.0.0.1:PORT/v1", key; err NULL. Or url NULL and a sentence. Valid during the call. */
typedef void local_ready_cb(void *ctx, const char *url, const char *key, const char *err);
/* Brings the model up (slots of SUPERVISE_SLOTS). The callback never comes from within; one a want. */
void local_want(struct local *l, const char *model_path, local_ready_cb *cb, void *ctx);
void local_forget(struct local *l, void *ctx); /* no callback with this ctx */
void local_touch(struct local *l);             /* it is in use; cheap */
void local_unload(struct local *l);            /* ends the server for all; the next want starts it again */
/* What the supervisor says of this model, without starting anything. */
struct local_status {
	const char *state; /* "off", "starting", "ready" */
	int pid, port, users;
	int stays_s;       /* without users it ends after so many seconds; -1: it has users, or is off */
};
typedef void local_peek_cb(void *ctx, const struct local_status *s);
void local_peek(struct app *app, const char *model_path, local_peek_cb *cb, void *ctx); /* never from within */
/* Ends the servers of this person's tutors: those without users, with `used` all. How many were told. */
size_t local_end_all(struct app *app, bool used);

/* The words that start a server on this machine, and how it came here ("on PATH", "built", "prebuilt", "configured"). -1 and a sentence. */
int local_program(struct app *app, struct strv *words, const char **how, struct sbuf *err);
char *local_server_dir(struct app *app); /* where the setup script puts it */
int local_threads(void);                 /* cores that this process may use, less one; at least 1 */

#endif
