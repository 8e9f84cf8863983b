#include "svc/search.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "io/loop.h"
#include "kb/embed.h"
#include "kb/spell.h"
#include "svc/app.h"
#include "svc/embedder.h"
#include "svc/gate.h"
#include "svc/indexer.h"
#include "svc/model.h"
#include "svc/rewrite.h"
#include "svc/space.h"

struct mapped {
	void *p;
	size_t len;
};

struct kbase {
	struct app *app;
	struct engine *engine;
	ino_t inode;             /* of the kb.db that is open */
	struct kb_space space;   /* whose vectors these are */
	off_t local_size;        /* of the vectors made on this machine, when they were read */
	struct vecset *vectors;
	struct spell *spell;     /* NULL until a question came */
	struct mapped maps[2];   /* shipped, local */
	struct embedder *embedder;
	struct search *searches; /* under way */
	char *words_only;
};

struct search {
	struct search *next, **at;
	struct kbase *kb;
	struct search_spec spec;
	char *text, *more, *note;
	bool spelled;            /* text is not as it was typed */
	int8_t *vector;          /* the question's, while that of `more` is made */
	struct rewrite *rewrite;
	struct embedding *embedding; /* by a server, under way */
	embed_done *embedded;        /* who waits for it */
};

struct kbase *kbase_new(struct app *app)
{
	struct kbase *kb = xcalloc(1, sizeof(*kb));

	kb->app = app;
	return kb;
}

static void unmap(struct mapped *m)
{
	if (m->p)
		munmap(m->p, m->len);
	*m = (struct mapped){ NULL, 0 };
}

static void close_engine(struct kbase *kb)
{
	engine_free(kb->engine);
	kb->engine = NULL;
	spell_free(kb->spell);
	kb->spell = NULL;
	vecset_free(kb->vectors);
	kb->vectors = NULL;
	kb_space_release(&kb->space);
	for (size_t i = 0; i < ARRAY_SIZE(kb->maps); i++)
		unmap(&kb->maps[i]);
}

static void search_free(struct search *s)
{
	embedding_drop(s->embedding);
	*s->at = s->next;
	if (s->next)
		s->next->at = s->at;
	rewrite_drop(s->rewrite);
	free(s->text);
	free(s->more);
	free(s->note);
	free(s->vector);
	free(s);
}

void kbase_free(struct kbase *kb)
{
	if (!kb)
		return;
	while (kb->searches)
		search_cancel(kb->searches);
	close_engine(kb);
	embedder_free(kb->embedder);
	free(kb->words_only);
	free(kb);
}

static int map_file(const char *path, struct mapped *m)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	void *p = MAP_FAILED;

	if (fd < 0)
		return -1;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0)
		p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	close(fd);
	if (p == MAP_FAILED)
		return -1;
	*m = (struct mapped){ p, (size_t)st.st_size };
	return 0;
}

static void add_vectors(struct kbase *kb, size_t i, const char *path)
{
	struct sbuf err = SBUF_INIT;

	if (map_file(path, &kb->maps[i]) == 0 && vecset_add(kb->vectors, kb->maps[i].p, kb->maps[i].len, &err) < 0) {
		free(kb->words_only);
		kb->words_only = xstrfmt("%s: %s", path, err.buf);
	}
	sbuf_release(&err);
}

static off_t size_of(const char *path)
{
	struct stat st;

	return path && stat(path, &st) == 0 ? st.st_size : 0;
}

/* Those that come with tutor are of its own model. */
static void open_vectors(struct kbase *kb)
{
	const char *content = app_content(kb->app, NULL);
	char *shipped = content ? xstrfmt("%s/kb/vectors/minilm.vec", content) : NULL;

	if (kb_space_load(kb->app, &kb->space, NULL) == 0 && kb->space.dim) {
		kb->vectors = vecset_new(kb->space.model, kb->space.dim);
		if (shipped && !kb->space.server)
			add_vectors(kb, 0, shipped);
		add_vectors(kb, 1, kb->space.file);
	}
	kb->local_size = size_of(kb->space.file);
	free(shipped);
}

/* Is what is open still what lies on the disk? */
static bool fresh(struct kbase *kb, const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && st.st_ino == kb->inode && size_of(kb->space.file) < kb->local_size + 400 * 1024;
}

struct engine *kbase_engine(struct kbase *kb, struct sbuf *err)
{
	char *path = kb_path(kb->app, KB_DB);
	struct kbdb *db;
	struct stat st;

	if (kb->engine && fresh(kb, path)) {
		free(path);
		return kb->engine;
	}
	db = kbdb_open(path, err);
	if (db) {
		close_engine(kb);
		kb->inode = stat(path, &st) == 0 ? st.st_ino : 0;
		open_vectors(kb);
		kb->engine = engine_new(db, kb->vectors, kb->space.dim);
	}
	free(path);
	return db ? kb->engine : NULL;
}

struct embedder *kbase_embedder(struct kbase *kb, struct sbuf *err)
{
	char *model = kb_path(kb->app, KB_MODEL);
	const char *why;

	if (!kb->embedder && !file_exists(model))
		error(err, "The embedding model is not installed (`tutor model get minilm` fetches it).");
	else if (!kb->embedder)
		kb->embedder = embedder_new(app_loop(kb->app), model, err);
	else if (embedder_dead(kb->embedder, &why))
		error(err, "%s", why);
	free(model);
	return kb->embedder && !embedder_dead(kb->embedder, &why) ? kb->embedder : NULL;
}

static void set_note(struct kbase *kb, const char *note)
{
	free(kb->words_only);
	kb->words_only = note ? xstrfmt("Found by words alone. %s", note) : NULL;
}

const char *kbase_words_only(struct kbase *kb)
{
	return kb->words_only;
}

/* For the reader of the results; NULL: nothing was. */
static char *what_was_missing(const struct search *s, const int8_t *vector)
{
	const char *words = vector || s->spec.leg == LEG_WORDS ? NULL : s->kb->words_only;
	struct sbuf out = SBUF_INIT;

	if (s->spelled)
		sbuf_addf(&out, "Searched for: %s", s->text);
	if (words)
		sbuf_addf(&out, "%s%s", out.len ? "\n" : "", words);
	if (s->note)
		sbuf_addf(&out, "%s%s", words ? " " : out.len ? "\n" : "", s->note);
	return out.len ? sbuf_detach(&out, NULL) : NULL;
}

static void answer(struct search *s, const int8_t *vector, const int8_t *more)
{
	struct engine_answer *a = xcalloc(1, sizeof(*a));
	struct engine_question q = { .text = s->text, .vector = vector, .leg = s->spec.leg, .max = s->spec.max, .all = s->spec.all,
				     .more = s->more, .more_vector = more, .other_model = s->kb->space.server };
	struct search_spec spec = s->spec;
	struct kbase *kb = s->kb;

	if (!vector && q.leg == LEG_BOTH)
		q.leg = LEG_WORDS;
	int64_t start = clock_mono_us();
	engine_ask(kb->engine, &q, a);
	a->us = clock_mono_us() - start;
	char *note = what_was_missing(s, vector);
	if (s->spelled)
		a->spelled = xstrdup(s->text);

	search_free(s);
	spec.done(spec.ctx, a, note, NULL);
	engine_answer_release(a);
	free(note);
	free(a);
}

static void fail(struct search *s, const char *err)
{
	struct search_spec spec = s->spec;

	search_free(s);
	spec.done(spec.ctx, NULL, NULL, err);
}

/* No vector of the question: words answer, unless only meaning was asked for. */
static void without_meaning(struct search *s, const char *why)
{
	set_note(s->kb, why);
	if (s->spec.leg == LEG_MEANING)
		fail(s, why);
	else
		answer(s, NULL, NULL);
}

/* The search words' own vector, or none: the question's is enough. */
static void have_more(void *ctx, const int8_t *v, const char *err)
{
	struct search *s = ctx;
	int8_t *vector = s->vector;

	(void)err;
	s->vector = NULL;
	answer(s, vector, v);
	free(vector);
}

static void have_floats(void *ctx, const float *v, size_t n, size_t dim, const char *err)
{
	struct search *s = ctx;
	int8_t q[VECFILE_DIM_MAX];

	(void)n;
	s->embedding = NULL; /* it ends after this call */
	if (v)
		embed_quantize(v, (uint32_t)dim, q);
	s->embedded(s, v ? q : NULL, err);
}

/* The vector of a text, by the model whose vectors the passages have. */
static void embed(struct search *s, const char *text, embed_done *done)
{
	const char *all[1] = { text };
	struct sbuf err = SBUF_INIT;
	struct embedder *e = s->kb->space.server ? NULL : kbase_embedder(s->kb, &err);

	if (s->kb->space.server) {
		s->embedded = done;
		s->embedding = embedding_start(app_model(s->kb->app), all, 1, s->kb->space.dim, have_floats, s);
	} else if (e) {
		embedder_ask(e, text, strlen(text), done, s);
	} else {
		done(s, NULL, err.buf);
	}
	sbuf_release(&err);
}

static void have_vector(void *ctx, const int8_t *v, const char *err)
{
	struct search *s = ctx;

	if (!v) {
		without_meaning(s, err);
		return;
	}
	set_note(s->kb, NULL);
	if (!s->more) {
		answer(s, v, NULL);
		return;
	}
	s->vector = xmalloc(s->kb->space.dim);
	memcpy(s->vector, v, s->kb->space.dim);
	embed(s, s->more, have_more);
}

static void begin_meaning(struct search *s)
{
	struct sbuf err = SBUF_INIT, text = SBUF_INIT;
	size_t wanted, have = engine_vectors(s->kb->engine, &wanted);

	if (!have && !s->kb->space.file)
		kb_space_load(s->kb->app, &s->kb->space, &err); /* says what is wrong with the configuration */
	else if (!have)
		error(&err, "The passages have no vectors yet (`tutor kb build` makes them).");
	rank_embed_text(s->text, &text);
	if (have)
		embed(s, text.buf, have_vector);
	else
		without_meaning(s, err.buf);
	sbuf_release(&err);
	sbuf_release(&text);
}

void kbase_warm(struct kbase *kb)
{
	struct kb_space space;

	if (!kb->embedder && kb_space_load(kb->app, &space, NULL) == 0) {
		if (!space.server)
			kbase_embedder(kb, NULL);
		kb_space_release(&space);
	}
}

static void begin(struct search *s)
{
	if (s->spec.leg & LEG_MEANING)
		begin_meaning(s);
	else
		answer(s, NULL, NULL);
}

static void have_words(void *ctx, const char *words, const char *why)
{
	struct search *s = ctx;

	s->rewrite = NULL;
	s->more = xstrdup_or_null(words);
	if (!words)
		s->note = xstrfmt("Without a model's search words. %s", why);
	begin(s);
}

/* Pasted compiler text has the right words already. A server is asked only as the gate allows. */
static void begin_model(struct search *s)
{
	struct rewrite *r = NULL;
	struct gate gate;

	gate_check(s->kb->app, MODE_PRACTICE, false, &gate);
	if (rank_is_compiler_text(s->text) || !gate.open) {
		if (!gate.open)
			s->note = xstrfmt("Without a model's search words. %s",
					  starts_with(gate.note, "Without a model. ") ? gate.note + strlen("Without a model. ") : gate.note);
		begin(s);
	} else {
		r = rewrite_start(s->kb->app, &gate, s->text, have_words, s);
		if (r)
			s->rewrite = r;
	}
	gate_release(&gate);
}

/* Both legs know a word only as it is spelt. What was pasted from the compiler is left as it is. */
static void spell(struct search *s)
{
	struct kbase *kb = s->kb;
	struct sbuf right = SBUF_INIT;
	const char *lines;
	size_t len;

	if (rank_is_compiler_text(s->text) || strlen(s->text) > ENGINE_QUESTION_MAX)
		return;
	if (!kb->spell) {
		lines = kbdb_meta(engine_db(kb->engine), "spelling", &len);
		kb->spell = spell_new(lines, len);
	}
	s->spelled = spell_correct(kb->spell, s->text, &right) > 0;
	if (s->spelled) {
		free(s->text);
		s->text = sbuf_detach(&right, NULL);
	}
	sbuf_release(&right);
}

static void start(struct search *s)
{
	spell(s);
	if (s->spec.model && !s->spec.more)
		begin_model(s);
	else
		begin(s);
}

struct search *search_start(struct app *app, const struct search_spec *spec)
{
	struct kbase *kb = app_kbase(app);
	struct search *s = xcalloc(1, sizeof(*s));
	struct sbuf err = SBUF_INIT;

	*s = (struct search){ .kb = kb, .spec = *spec, .text = xstrdup(spec->text), .more = xstrdup_or_null(spec->more), .next = kb->searches, .at = &kb->searches };
	if (s->next)
		s->next->at = &s->next;
	kb->searches = s;
	if (spec->leg & LEG_MEANING)
		kbase_warm(kb); /* the two take about as long */
	if (!kbase_engine(kb, &err))
		fail(s, err.buf);
	else
		start(s);
	sbuf_release(&err);
	return kb->searches == s ? s : NULL;
}

void search_cancel(struct search *s)
{
	if (s->kb->embedder)
		embedder_forget(s->kb->embedder, s);
	search_free(s);
}
