/*
 * indexer: builds kb.db. The work is done by a child process of the same program (`tutor __kb-build`, indexer_inner), which
 * reads its spec as JSON from stdin and writes progress lines to stdout; indexing_start runs it as a job. A build never touches
 * the database in use: it makes another file and renames it; a lock file lets one build run at a time; killed at any point, the
 * old one stays. Pages whose bytes are as before are not parsed again; when nothing at all changed since kb.db was built, it
 * stays as it is.
 */
#ifndef SVC_INDEXER_H
#define SVC_INDEXER_H

#include "base/json.h"

struct app;

struct index_report {
	size_t pages, pages_kept, chunks, terms, texts; /* texts: to be embedded */
	size_t by_kind[16];
	struct strv problems;   /* what could not be read: one sentence each, at most 50 */
	bool no_docs;
	bool unchanged;         /* nothing was built: kb.db is of these very files (index_fingerprint) */
	int64_t ms;
	int64_t bytes;          /* of kb.db */
};
void index_report_release(struct index_report *r);

/* Paths, owned by the caller: kb.db and what stands beside it in the cache folder. */
char *kb_path(const struct app *app, const char *name);
#define KB_DB "kb.db"
#define KB_LOCK "kb.lock"
#define KB_MESSAGES "messages.tsv"       /* rustc's messages, harvested here */
#define KB_SOURCES "kb-sources.jsonl"    /* in the data folder: folders that were added */
#define KB_IMPORTS "kb-imports.jsonl"    /* in the data folder: passages that were imported */
char *kb_data_path(const struct app *app, const char *name);

struct indexing;
struct indexing_spec {
	const char *docs;     /* folder of the Rust docs; NULL: none */
	const char *version;  /* of the toolchain, for kb_status */
	bool all;             /* parse every page again */
	bool force;           /* build, also when nothing changed */
	void (*progress)(void *ctx, const char *text, int64_t done, int64_t total);
	/* r is NULL when it failed: err is a sentence; busy: another build is under way. */
	void (*done)(void *ctx, const struct index_report *r, const char *err);
	void *ctx;
};
struct indexing *indexing_start(struct app *app, const struct indexing_spec *spec, struct sbuf *err);
void indexing_cancel(struct indexing *ix); /* done comes with a sentence */

/* The inner program: exit code 0, 1 failed, 2 another build is under way. */
int indexer_inner(void);

#endif
