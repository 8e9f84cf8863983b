/*
 * search: a question to ranked passages, for all fronts. The knowledge base is opened on first use and kept; a new kb.db is
 * noticed and opened. Meaning needs vectors and their model (svc/space.h), by itself the small model's file: one child (`tutor __embed`) turns questions into vectors; it is
 * started at the first question and kept. Without model or vectors, words alone answer, and the result says so.
 */
#ifndef SVC_SEARCH_H
#define SVC_SEARCH_H

#include "kb/engine.h"

struct app;
struct search;
struct kbase;

/* One an app: app_kbase gives it. */
struct kbase *kbase_new(struct app *app);
void kbase_free(struct kbase *kb);
/* The open knowledge base; NULL and a sentence when there is none (the sentence says `tutor kb build`). */
struct engine *kbase_engine(struct kbase *kb, struct sbuf *err);
/* Why questions are answered by words alone; NULL when meaning is used. Valid until the next call. */
const char *kbase_words_only(struct kbase *kb);

struct search_spec {
	const char *text;          /* copied */
	enum engine_leg leg;
	size_t max;
	bool all;                  /* also when nothing fits */
	const char *more;          /* a model's search words (svc/rewrite), copied; NULL */
	bool model;                /* asks the model for them first; without one the search goes on, and note says so */
	/* a is NULL when it failed: err is a sentence. Words alone for lack of something: note says why, else NULL. */
	void (*done)(void *ctx, const struct engine_answer *a, const char *note, const char *err);
	void *ctx;
};
/* done may come from within. NULL then, or a handle for cancelling. */
struct search *search_start(struct app *app, const struct search_spec *spec);
void search_cancel(struct search *s); /* no done any more */

/* The child that embeds; NULL and why there is none. */
struct embedder;
struct embedder *kbase_embedder(struct kbase *kb, struct sbuf *err);
/* Starts it ahead of a question, where it will be needed. */
void kbase_warm(struct kbase *kb);

#define KB_MODEL "minilm-l6-v2.model" /* in the cache folder */
#define KB_MODEL_NAME "all-MiniLM-L6-v2"
#define KB_VECTORS "vectors-minilm.vec"

#endif
