/*
 * profile: which language model is used, where it is and with which key.
 *
 * The first of these that is set counts: the environment and config.ini (`[model] base_url, model, family, embed_model`, or
 * TUTOR_MODEL_BASE_URL and so on), Rust Coder's names (LLM_API_BASE, LLM_MODEL, LLM_EMBED_MODEL), what `tutor model use` chose
 * (model.json in the data folder), the largest local model that was downloaded. `model = none` means no model.
 *
 * The key: TUTOR_MODEL_API_KEY, else the file named by model.key_file or model.key in the config folder, which nobody else
 * may read (mode 0600). LLM_API_KEY is used with LLM_API_BASE only, so that a key never goes to a host it was not meant for. A
 * key goes over https or to this machine only, unless model.plain_http is "yes". It is never logged and never written anywhere.
 */
#ifndef SVC_PROFILE_H
#define SVC_PROFILE_H

#include "base/sbuf.h"

struct app;

struct model_profile {
	char *base_url;     /* without a slash at the end; NULL for a local model that our own server runs */
	char *model;        /* its name there; NULL: the first that the server lists */
	char *family;       /* folder of kb/prompts: "default", "small", "qwen-coder", "large" */
	char *embed_model;  /* NULL: none */
	char *key;          /* NULL: none */
	char *key_from;     /* where the key came from, for sentences; NULL */
	char *path;         /* of a local model: its file */
	char *origin;       /* who chose it: "TUTOR_MODEL_BASE_URL", "config.ini", "tutor model use", "downloaded" */
	int64_t silence_ms; /* no byte for so long is an end (model.silence_s, 120 s) */
};

enum profile_state { PROFILE_NONE /* no model is set up, or none is wanted */, PROFILE_LOCAL, PROFILE_REMOTE, PROFILE_BROKEN /* and a sentence */ };

/* Fills p anew; profile_release it. PROFILE_NONE has a sentence in err too: how to get one. */
enum profile_state profile_load(struct app *app, struct model_profile *p, struct sbuf *err);
void profile_release(struct model_profile *p);
/* "default", "small", "qwen-coder" or "large" by the name of a model. */
const char *profile_family(const char *model);
/* Remembers a choice: a local model's name or "none" (base_url NULL), or a server's model. */
int profile_choose(struct app *app, const char *model, const char *base_url, struct sbuf *err);

#endif
