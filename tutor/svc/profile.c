#include "svc/profile.h"

#include <ctype.h>
#include <errno.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/json.h"
#include "base/utf8.h"
#include "io/http.h"
#include "svc/app.h"
#include "svc/models.h"

#define SILENCE_S 120
#define KEY_MAX 4096

void profile_release(struct model_profile *p)
{
	if (p->key)
		explicit_bzero(p->key, strlen(p->key));
	free(p->base_url);
	free(p->model);
	free(p->family);
	free(p->embed_model);
	free(p->key);
	free(p->key_from);
	free(p->path);
	free(p->origin);
	*p = (struct model_profile){ 0 };
}

const char *profile_family(const char *model)
{
	struct sbuf low = SBUF_INIT;
	const char *family = "default", *billions;

	utf8_fold(&low, model, strlen(model));
	if (strstr(low.buf, "coder") && strstr(low.buf, "qwen"))
		family = "qwen-coder";
	for (billions = low.buf; (billions = strchr(billions, 'b')); billions++) { /* "-32b", "70b-instruct" */
		const char *d = billions;

		while (d > low.buf && isdigit((unsigned char)d[-1]))
			d--;
		if (d < billions && (d == low.buf || d[-1] != '.') && strtol(d, NULL, 10) >= 13)
			family = "large";
		else if (d < billions && d - low.buf > 1 && d[-1] == '.' && d[-2] == '0' && (d - low.buf == 2 || !isdigit((unsigned char)d[-3])))
			family = "small"; /* 0.5b */
	}
	if (starts_with(low.buf, "gpt-") || starts_with(low.buf, "o3") || starts_with(low.buf, "o4") || strstr(low.buf, "claude") ||
	    strstr(low.buf, "gemini") || strstr(low.buf, "deepseek-chat"))
		family = "large";
	sbuf_release(&low);
	return family;
}

static const char *env(const char *name)
{
	const char *v = getenv(name);

	return v && *v ? v : NULL;
}

/* Keys. */

static int take_key(struct model_profile *p, const char *text, const char *from, struct sbuf *err)
{
	struct sbuf key = SBUF_INIT;
	int rc = 0;

	sbuf_addstr(&key, text + strspn(text, " \t\r\n"));
	sbuf_rtrim(&key);
	for (size_t i = 0; i < key.len && !rc; i++)
		if (key.buf[i] <= ' ' || key.buf[i] > '~')
			rc = error(err, "The key from %s has characters that no key has.", from);
	if (!rc && key.len) {
		p->key = xstrdup(key.buf);
		p->key_from = xstrdup(from);
	}
	explicit_bzero(key.buf, key.len);
	sbuf_release(&key);
	return rc;
}

static int key_from_file(struct model_profile *p, const char *path, bool must, struct sbuf *err)
{
	struct sbuf text = SBUF_INIT;
	struct stat st;
	int rc;

	if (stat(path, &st) < 0)
		return must ? error(err, "The key file %s cannot be read: %s.", path, strerror(errno)) : 0;
	if (st.st_mode & 077)
		return error(err, "Others may read the key file %s; run: chmod 600 %s", path, path);
	rc = file_read(path, KEY_MAX, &text, err);
	if (!rc)
		rc = take_key(p, text.buf, path, err);
	explicit_bzero(text.buf, text.len);
	sbuf_release(&text);
	return rc;
}

static int find_key(struct app *app, struct model_profile *p, bool rust_coder, struct sbuf *err)
{
	const char *own = env("TUTOR_MODEL_API_KEY"), *file = app_config(app, "model.key_file");
	char *path;
	int rc;

	if (own)
		return take_key(p, own, "TUTOR_MODEL_API_KEY", err);
	if (app_config(app, "model.api_key"))
		return error(err, "config.ini holds a key; move it to %s/model.key (mode 0600) or to TUTOR_MODEL_API_KEY.",
			     app_dir(app, APP_CONFIG));
	if (rust_coder && env("LLM_API_KEY"))
		return take_key(p, env("LLM_API_KEY"), "LLM_API_KEY", err);
	path = file ? path_absolute(file) : path_join(app_dir(app, APP_CONFIG), "model.key");
	rc = key_from_file(p, path, file != NULL, err);
	free(path);
	return rc;
}

/* Where. */

static int set_url(struct model_profile *p, const char *url, struct sbuf *err)
{
	char *host = http_host(url);
	size_t n = strlen(url);

	if (!host)
		return error(err, "%s (from %s) is not the address of a model server; it looks like http://localhost:8080/v1.", url,
			     p->origin);
	free(host);
	while (n && url[n - 1] == '/')
		n--;
	p->base_url = xmemdupz(url, n);
	return 0;
}

static int remote(struct app *app, struct model_profile *p, const char *url, bool rust_coder, struct sbuf *err)
{
	const char *plain = app_config(app, "model.plain_http");

	if (set_url(p, url, err) < 0 || find_key(app, p, rust_coder, err) < 0)
		return -1;
	if (p->key && starts_with(p->base_url, "http:") && !http_is_loopback(p->base_url) && !(plain && streq(plain, "yes")))
		return error(err, "The key from %s would go to %s unencrypted; use https, or set model.plain_http = yes.", p->key_from,
			     p->base_url);
	return 0;
}

static enum profile_state local(struct app *app, struct model_profile *p, const char *name, struct sbuf *err)
{
	struct sbuf why = SBUF_INIT;
	struct models *all = models_load(app, &why);
	const struct model_file *m = all ? models_find(all, name) : NULL;
	enum profile_state state = PROFILE_BROKEN;

	if (!all) {
		error(err, "%s", why.buf);
	} else if (!m || m->kind != MODEL_CHAT) {
		error(err, "There is no local model called %s (tutor model list).", name);
	} else if (!models_have(app, m)) {
		error(err, "The model %s is not downloaded yet (tutor model get %s).", name, name);
	} else {
		p->path = models_path(app, m);
		p->model = xstrdup(m->name);
		state = PROFILE_LOCAL;
	}
	models_free(all);
	sbuf_release(&why);
	return state;
}

static struct json *read_choice(struct app *app)
{
	char *path = path_join(app_dir(app, APP_DATA), "model.json");
	struct sbuf text = SBUF_INIT;
	struct json *j = NULL;

	if (file_exists(path) && !file_read(path, 65536, &text, NULL))
		j = json_parse(text.buf, text.len, NULL);
	sbuf_release(&text);
	free(path);
	return j;
}

int profile_choose(struct app *app, const char *model, const char *base_url, struct sbuf *err)
{
	char *path = path_join(app_dir(app, APP_DATA), "model.json");
	struct json *j = json_object();
	struct sbuf text = SBUF_INIT;
	int rc;

	json_set_str(j, "model", model);
	if (base_url)
		json_set_str(j, "base_url", base_url);
	json_write(j, true, &text);
	sbuf_addch(&text, '\n');
	rc = app_dir_ready(app, APP_DATA, err);
	rc = rc ? rc : file_write_atomic(path, text.buf, text.len, err);
	sbuf_release(&text);
	json_free(j);
	free(path);
	return rc;
}

/* The largest chat model that is there. */
static enum profile_state downloaded(struct app *app, struct model_profile *p, struct sbuf *err)
{
	struct models *all = models_load(app, NULL);
	const struct model_file *best = NULL;
	enum profile_state state;

	for (size_t i = 0; all && i < all->n; i++)
		if (all->v[i].kind == MODEL_CHAT && models_have(app, &all->v[i]) && (!best || all->v[i].size > best->size))
			best = &all->v[i];
	if (best) {
		p->origin = xstrdup("downloaded");
		state = local(app, p, best->name, err);
	} else {
		error(err, "No language model is set up.");
		state = PROFILE_NONE;
	}
	models_free(all);
	return state;
}

static enum profile_state no_model(const char *who, struct sbuf *err)
{
	error(err, "The language model is switched off (by %s).", who);
	return PROFILE_NONE;
}

static enum profile_state chosen(struct app *app, struct model_profile *p, struct sbuf *err)
{
	struct json *j = read_choice(app);
	const char *name = json_get_str(j, "model", NULL), *url = json_get_str(j, "base_url", NULL);
	enum profile_state state;

	if (!name && !url) {
		json_free(j);
		return downloaded(app, p, err);
	}
	p->origin = xstrdup("tutor model use");
	if (url) {
		p->model = xstrdup_or_null(name);
		state = remote(app, p, url, false, err) < 0 ? PROFILE_BROKEN : PROFILE_REMOTE;
	} else {
		state = streq(name, "none") ? no_model(p->origin, err) : local(app, p, name, err);
	}
	json_free(j);
	return state;
}

static enum profile_state configured(struct app *app, struct model_profile *p, struct sbuf *err)
{
	const char *url = app_config(app, "model.base_url"), *name = app_config(app, "model.model");
	bool rust_coder = !url && env("LLM_API_BASE");

	if (name && streq(name, "none"))
		return no_model("model.model", err);
	if (rust_coder)
		url = env("LLM_API_BASE");
	if (url) {
		p->origin = xstrdup(rust_coder ? "LLM_API_BASE" : env("TUTOR_MODEL_BASE_URL") ? "TUTOR_MODEL_BASE_URL" : "config.ini");
		p->model = xstrdup_or_null(name ? name : rust_coder ? env("LLM_MODEL") : NULL);
		return remote(app, p, url, rust_coder, err) < 0 ? PROFILE_BROKEN : PROFILE_REMOTE;
	}
	if (name) {
		p->origin = xstrdup("model.model");
		return local(app, p, name, err);
	}
	return chosen(app, p, err);
}

enum profile_state profile_load(struct app *app, struct model_profile *p, struct sbuf *err)
{
	const char *family, *silence, *embed;
	enum profile_state state;

	*p = (struct model_profile){ 0 };
	state = configured(app, p, err);
	family = app_config(app, "model.family");
	silence = app_config(app, "model.silence_s");
	embed = app_config(app, "model.embed_model");
	p->family = xstrdup(family ? family : profile_family(p->model ? p->model : ""));
	p->embed_model = xstrdup_or_null(embed ? embed : env("LLM_EMBED_MODEL"));
	p->silence_ms = (int64_t)((silence ? strtod(silence, NULL) : 0) * 1000);
	if (p->silence_ms <= 0)
		p->silence_ms = SILENCE_S * 1000;
	return state;
}
