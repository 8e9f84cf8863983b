#include "svc/gate.h"

#include "base/clock.h"
#include "base/log.h"
#include "io/http.h"
#include "learn/prompt.h"
#include "store/learner.h"
#include "store/transcript.h"
#include "svc/app.h"
#include "svc/calls.h"
#include "svc/model.h"

#define DAY 86400

static char *consent_key(const char *url)
{
	return xstrfmt("consent.%s", url);
}

static bool has_consent(struct app *app, const char *url)
{
	struct learner *l = app_learner(app, NULL);
	char *key = consent_key(url), *value = l ? learner_get(l, key) : NULL;
	bool yes = value != NULL;

	free(value);
	free(key);
	return yes;
}

static int64_t day_budget(struct app *app)
{
	const char *text = app_config(app, "model.tokens_per_day");
	char *end;
	long long n = text ? strtoll(text, &end, 10) : -1;

	return !text || *end || n < 0 ? -1 : n;
}

static bool within_budget(struct app *app, const char *url, char **note)
{
	int64_t budget = day_budget(app);
	struct learner *l = budget >= 0 ? app_learner(app, NULL) : NULL;
	int64_t spent = l ? transcript_spent(l, clock_now() / DAY, url) : 0;

	if (budget < 0 || (l && spent < budget))
		return true;
	*note = xstrfmt("Today's %lld tokens for %s are used up (model.tokens_per_day).", (long long)budget, url);
	return false;
}

static void check_server(struct app *app, struct gate *g)
{
	g->counted = true;
	if (!http_is_loopback(g->url) && !has_consent(app, g->url)) {
		g->consent = true;
		g->note = xstrfmt("The model at %s was not asked: it would get " GATE_SENDS "; `tutor ask --accept` allows that.", g->url);
	} else {
		g->open = within_budget(app, g->url, &g->note);
	}
}

static void check_profile(struct app *app, struct gate *g)
{
	struct model_profile p;
	struct sbuf err = SBUF_INIT;
	enum profile_state state = profile_load(app, &p, &err);

	g->model = xstrdup(p.model ? p.model : "the server's model");
	g->url = xstrdup_or_null(p.base_url);
	if (state == PROFILE_NONE)
		g->note = xstrfmt("Without a model. %s `tutor model list` shows what can be had.", err.buf);
	else if (state == PROFILE_BROKEN)
		g->note = xstrfmt("Without a model. %s", err.buf);
	else if (state == PROFILE_REMOTE)
		check_server(app, g);
	else
		g->open = true;
	profile_release(&p);
	sbuf_release(&err);
}

void gate_check(struct app *app, enum op_mode mode, bool no_model, struct gate *g)
{
	*g = (struct gate){ 0 };
	if (mode == MODE_EXAM)
		g->note = xstrdup("No model takes part in an exam.");
	else if (no_model)
		g->note = xstrdup("Without a model, as asked.");
	else
		check_profile(app, g);
}

void gate_release(struct gate *g)
{
	free(g->note);
	free(g->url);
	free(g->model);
	*g = (struct gate){ 0 };
}

int gate_accept(struct app *app, struct sbuf *err)
{
	struct learner *l = app_learner(app, err);
	struct model_profile p;
	enum profile_state state = profile_load(app, &p, err);
	char *key = p.base_url ? consent_key(p.base_url) : NULL, *at = xstrfmt("%lld", (long long)clock_now());
	int rc = -1;

	if (state == PROFILE_REMOTE && l && key)
		rc = learner_set(l, key, at, err) < 0 ? -1 : 0;
	else if (state == PROFILE_LOCAL)
		rc = 0; /* nothing leaves the machine */
	profile_release(&p);
	free(key);
	free(at);
	return rc;
}

void gate_spent(struct app *app, const struct gate *g, const struct chat_result *r, const struct prompt *p)
{
	struct learner *l = g->counted && g->url ? app_learner(app, NULL) : NULL;
	int64_t in = r && r->tokens_in >= 0 ? r->tokens_in : p ? (int64_t)p->tokens : 0;
	int64_t out = r && r->tokens_out >= 0 ? r->tokens_out : r ? (int64_t)prompt_tokens(strlen(r->text)) : 0;

	if (g->calls && r)
		calls_add(g->calls, p ? p->step->name : "", r);
	if (l && in + out > 0 && transcript_spend(l, clock_now() / DAY, g->url, in + out, NULL) < 0)
		log_warn("gate: %lld tokens could not be counted", (long long)(in + out));
}
