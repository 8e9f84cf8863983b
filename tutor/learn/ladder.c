#include "learn/ladder.h"

static const struct {
	const char *name, *title;
	int rung;
} kinds[STEP_KINDS] = {
	[STEP_WHAT] = { "what", "What happened", 0 },
	[STEP_WHERE] = { "where", "Where", 0 },
	[STEP_STORY] = { "story", "The story", 1 },
	[STEP_RULE] = { "rule", "The rule", 2 },
	[STEP_YOUR_CODE] = { "your_code", "In your code", 2 },
	[STEP_TRY] = { "try", "What to think about", 3 },
	[STEP_ANALOGUE] = { "analogue", "The same in other code", 4 },
	[STEP_FIX] = { "fix", "The fix", 5 },
	[STEP_PROOF] = { "proof", "The proof", 5 },
	[STEP_ANSWER] = { "answer", "Answer", 0 },
	[STEP_PASSAGE] = { "passage", "From the docs", 0 },
	[STEP_EXAMPLE] = { "example", "Example", 0 },
	[STEP_NEXT] = { "next", "What to do next", 0 },
};

static const char *const origins[ORIGINS] = {
	[ORIGIN_RUSTC] = "rustc",   [ORIGIN_CARD] = "card",   [ORIGIN_DOCS] = "docs",
	[ORIGIN_ENGINE] = "engine", [ORIGIN_MODEL] = "model", [ORIGIN_AUTHOR] = "author",
};

static const char *const rungs[RUNG_MAX + 1] = {
	"What and where", "The story", "The rule", "The kind of fix", "The same mistake elsewhere",
	"The fix",
};

static const char *const modes[] = {
	[LADDER_FILE] = "file",
	[LADDER_PRACTICE] = "practice",
	[LADDER_HOMEWORK] = "homework",
	[LADDER_EXAM] = "exam",
};

const char *step_kind_name(enum step_kind kind)
{
	return kinds[kind].name;
}

const char *step_kind_title(enum step_kind kind)
{
	return kinds[kind].title;
}

int step_kind_rung(enum step_kind kind)
{
	return kinds[kind].rung;
}

const char *origin_name(enum step_origin origin)
{
	return origins[origin];
}

/* --- steps --------------------------------------------------------------------------- */

struct step *steps_add(struct steps *s, enum step_kind kind, enum step_origin origin,
		       const char *text)
{
	struct step *step;

	ARRAY_GROW(s->v, s->n + 1, s->alloc);
	step = &s->v[s->n++];
	*step = (struct step){
		.kind = kind,
		.rung = kinds[kind].rung,
		.title = xstrdup(kinds[kind].title),
		.text = xstrdup(text),
		.origin = origin,
	};
	return step;
}

void step_set_title(struct step *s, const char *title)
{
	char *copy = xstrdup(title);

	free(s->title);
	s->title = copy;
}

void step_set_code(struct step *s, const char *code, const char *lang)
{
	char *code_copy = xstrdup(code), *lang_copy = xstrdup(lang);

	free(s->code);
	free(s->lang);
	s->code = code_copy;
	s->lang = lang_copy;
}

void step_add_cite(struct step *s, const char *page, const char *title)
{
	s->cites = xrealloc(s->cites, (s->n_cites + 1) * sizeof(*s->cites));
	s->cites[s->n_cites] =
		(struct cite){ (int)s->n_cites + 1, xstrdup(page), xstrdup(title ? title : page) };
	s->n_cites++;
}

static void step_release(struct step *s)
{
	for (size_t i = 0; i < s->n_cites; i++) {
		free(s->cites[i].page);
		free(s->cites[i].title);
	}
	free(s->cites);
	free(s->title);
	free(s->text);
	free(s->code);
	free(s->lang);
}

void steps_release(struct steps *s)
{
	for (size_t i = 0; i < s->n; i++)
		step_release(&s->v[i]);
	free(s->v);
	*s = (struct steps)STEPS_INIT;
}

void steps_copy(struct steps *dst, const struct steps *src)
{
	size_t n = src->n; /* a list may be copied behind itself */

	for (size_t i = 0; i < n; i++) {
		struct step *to = steps_add(dst, src->v[i].kind, src->v[i].origin, src->v[i].text);
		const struct step *from = &src->v[i];

		to->rung = from->rung;
		to->verified = from->verified;
		step_set_title(to, from->title);
		if (from->code)
			step_set_code(to, from->code, from->lang);
		for (size_t k = 0; k < from->n_cites; k++) {
			step_add_cite(to, from->cites[k].page, from->cites[k].title);
			to->cites[k].n = from->cites[k].n;
		}
	}
}

void steps_cut(struct steps *s, int max_rung)
{
	size_t kept = 0;

	for (size_t i = 0; i < s->n; i++) {
		if (s->v[i].rung > max_rung)
			step_release(&s->v[i]);
		else
			s->v[kept++] = s->v[i];
	}
	s->n = kept;
}

const struct step *steps_find(const struct steps *s, enum step_kind kind)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->v[i].kind == kind)
			return &s->v[i];
	return NULL;
}

/* --- rungs --------------------------------------------------------------------------- */

const char *rung_title(int rung)
{
	return rungs[MIN(MAX(rung, 0), RUNG_MAX)];
}

bool rung_is_hint(int rung)
{
	return rung > RUNG_FREE;
}

bool rung_reschedules(int rung)
{
	return rung >= RUNG_MAX;
}

const char *ladder_mode_name(enum ladder_mode mode)
{
	return modes[mode];
}

bool ladder_mode_find(const char *name, enum ladder_mode *out)
{
	for (size_t i = 0; i < ARRAY_SIZE(modes); i++) {
		if (streq(name, modes[i])) {
			*out = (enum ladder_mode)i;
			return true;
		}
	}
	return false;
}

int ladder_max(enum ladder_mode mode, int limit)
{
	bool graded = mode == LADDER_HOMEWORK || mode == LADDER_EXAM;

	if (graded && limit >= 0)
		return MIN(limit, RUNG_MAX);
	return mode == LADDER_EXAM ? 0 : mode == LADDER_HOMEWORK ? 3 : RUNG_MAX;
}

int ladder_shown(enum ladder_mode mode, int limit, int first)
{
	int shown = first > RUNG_FREE ? 3 : RUNG_FREE;

	if (mode == LADDER_FILE)
		shown = 4;
	if (mode == LADDER_EXAM)
		shown = 0;
	return MIN(shown, ladder_max(mode, limit));
}

int ladder_first(const struct diag *root, const struct card *card)
{
	if (card)
		return card->start_rung;
	if (root && (!root->code || diag_phase(root) == DIAG_PHASE_PARSE))
		return 3;
	return 2;
}

int ladder_next(enum ladder_mode mode, int limit, int first, int taken)
{
	int max = ladder_max(mode, limit), next = taken + 1;

	/* Nobody asks for what is shown anyway; the first hint is where the error class starts. */
	if (taken <= RUNG_FREE)
		next = MIN(MAX(first, RUNG_FREE + 1), MAX(max, RUNG_FREE + 1));
	return next <= max ? next : -1;
}

bool ladder_shows_help(enum ladder_mode mode, int limit, int taken)
{
	int seen = mode == LADDER_FILE ? ladder_shown(mode, limit, 0) : taken;

	return seen > RUNG_FREE && ladder_max(mode, limit) > RUNG_FREE;
}
