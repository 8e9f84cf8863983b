#include "svc/space.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/hash.h"
#include "io/loop.h"
#include "kb/embed.h"
#include "svc/app.h"
#include "svc/encode_int.h"
#include "svc/indexer.h"
#include "svc/model.h"
#include "svc/search.h"

#define BATCH 128

void kb_space_release(struct kb_space *s)
{
	free(s->model);
	free(s->file);
	*s = (struct kb_space){ false, NULL, NULL, 0 };
}

/* Of a file of vectors that is there already; 0: none. */
static uint32_t dim_of(const char *path, const char *model)
{
	struct vecfile_header h;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool whole = fd >= 0 && read(fd, &h, sizeof(h)) == (ssize_t)sizeof(h);

	if (fd >= 0)
		close(fd);
	if (!whole || memcmp(h.magic, VECFILE_MAGIC, sizeof(h.magic)) != 0 || strncmp(h.model, model, VECFILE_MODEL - 1) != 0)
		return 0;
	return h.dim <= VECFILE_DIM_MAX ? h.dim : 0;
}

static int load_server(struct app *app, struct kb_space *s, struct sbuf *err)
{
	struct model_profile p;
	struct sbuf why = SBUF_INIT;
	enum profile_state state = profile_load(app, &p, &why);
	char hex[HASH_SHA256_HEX], name[40];
	int rc = 0;

	if (state == PROFILE_REMOTE && p.embed_model) {
		hash_sha256(p.embed_model, strlen(p.embed_model), hex);
		snprintf(name, sizeof(name), "vectors-%.12s.vec", hex);
		*s = (struct kb_space){ .server = true, .model = xstrdup(p.embed_model), .file = kb_path(app, name) };
		s->dim = dim_of(s->file, s->model);
	} else if (state == PROFILE_BROKEN) {
		rc = error(err, "%s", why.buf);
	} else {
		rc = error(err, "kb.embed is `server`, but no server with an embedding model is named (model.base_url, model.embed_model).");
	}
	sbuf_release(&why);
	profile_release(&p);
	return rc;
}

int kb_space_load(struct app *app, struct kb_space *s, struct sbuf *err)
{
	const char *embed = app_config(app, "kb.embed");

	*s = (struct kb_space){ false, NULL, NULL, 0 };
	if (embed && streq(embed, "server"))
		return load_server(app, s, err);
	if (embed && !streq(embed, "own"))
		return error(err, "kb.embed is `%s`; it can be `own` or `server`.", embed);
	*s = (struct kb_space){ .model = xstrdup(KB_MODEL_NAME), .file = kb_path(app, KB_VECTORS), .dim = EMBED_DIM };
	return 0;
}

/* Encoding by the server, a batch after the other. */

struct server_encoding {
	struct app *app;
	struct encoding_spec spec;
	struct kb_space space;
	struct wishes wishes;
	struct embedding *embedding;
	loop_id later;
	size_t at, batch[BATCH], n_batch; /* wishes that were asked for */
	int fd;
	int64_t made;
};

static void end(struct server_encoding *e, const char *why)
{
	struct encoding_spec spec = e->spec;
	int64_t made = e->made;

	embedding_drop(e->embedding);
	loop_cancel(app_loop(e->app), e->later);
	wishes_release(&e->wishes);
	kb_space_release(&e->space);
	if (e->fd >= 0)
		close(e->fd);
	free(e);
	spec.done(spec.ctx, made, why);
}

static void ask(void *ctx);

static int keep(struct server_encoding *e, const float *v, size_t dim, struct sbuf *err)
{
	struct sbuf rec = SBUF_INIT;
	int8_t q[VECFILE_DIM_MAX];
	int rc = -1;

	if (dim > VECFILE_DIM_MAX || (e->space.dim && e->space.dim != dim))
		return error(err, "The server's vectors have %zu numbers; expected are %u.", dim, e->space.dim ? e->space.dim : VECFILE_DIM_MAX);
	e->space.dim = (uint32_t)dim;
	if (e->fd < 0)
		e->fd = vectors_open(e->space.file, e->space.model, e->space.dim, err);
	for (size_t i = 0; i < e->n_batch && e->fd >= 0; i++) {
		embed_quantize(v + i * dim, e->space.dim, q);
		vecfile_record(&rec, e->wishes.v[e->batch[i]].key, q, e->space.dim);
	}
	if (e->fd >= 0)
		rc = vectors_append(e->fd, &rec, err);
	sbuf_release(&rec);
	return rc;
}

static void got(void *ctx, const float *v, size_t n, size_t dim, const char *why)
{
	struct server_encoding *e = ctx;
	struct sbuf err = SBUF_INIT;

	e->embedding = NULL; /* it ends after this call */
	if (!v)
		error(&err, "Vectors could not be had from the server, those made before are kept: %s", why);
	else if (keep(e, v, dim, &err) == 0)
		e->made += (int64_t)n;
	if (err.len) {
		end(e, err.buf);
	} else {
		if (e->spec.progress)
			e->spec.progress(e->spec.ctx, (int64_t)e->at, (int64_t)e->wishes.n);
		e->later = loop_defer(app_loop(e->app), ask, e);
	}
	sbuf_release(&err);
}

static void ask(void *ctx)
{
	struct server_encoding *e = ctx;
	struct strv texts = STRV_INIT;
	struct sbuf text = SBUF_INIT;

	e->later = 0;
	for (e->n_batch = 0; e->n_batch < BATCH && e->at < e->wishes.n; e->at++) {
		sbuf_reset(&text);
		if (!wish_text(&e->wishes, &e->wishes.v[e->at], &text))
			continue;
		e->batch[e->n_batch++] = e->at;
		strv_push(&texts, text.buf);
	}
	if (e->n_batch)
		e->embedding = embedding_start(app_model(e->app), (const char *const *)texts.v, texts.n, e->space.dim, got, e);
	else
		end(e, NULL);
	strv_release(&texts);
	sbuf_release(&text);
}

struct server_encoding *server_encoding_start(struct app *app, const struct encoding_spec *spec, struct sbuf *err)
{
	struct server_encoding *e = xcalloc(1, sizeof(*e));
	char *db = kb_path(app, KB_DB);

	*e = (struct server_encoding){ .app = app, .spec = *spec, .fd = -1 };
	if (kb_space_load(app, &e->space, err) == 0 &&
	    wishes_open(&e->wishes, db, NULL, e->space.file, e->space.model, e->space.dim, err) == 0) {
		e->later = loop_defer(app_loop(app), ask, e);
	} else {
		kb_space_release(&e->space);
		wishes_release(&e->wishes);
		free(e);
		e = NULL;
	}
	free(db);
	return e;
}

void server_encoding_cancel(struct server_encoding *e)
{
	end(e, "Stopped; the vectors made so far are kept.");
}
