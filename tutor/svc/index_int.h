/* The indexer's inside: what the child does, in three steps. Private to svc. */
#ifndef SVC_INDEX_INT_H
#define SVC_INDEX_INT_H

#include "kb/asked.h"
#include "kb/chunk.h"
#include "store/kbdb.h"
#include "svc/indexer.h"

struct index_page { /* what the next build needs to know whether it changed */
	char *path, *hash, *title;
};

struct index_job {
	char *docs, *content, *out, *version, *messages_path, *model_path, *sources_path, *imports_path;
	bool all, force;
	char print[65];              /* index_fingerprint, before anything was read */
	struct kbdb *old;            /* the one in use; NULL: none */
	struct chunks chunks;
	struct index_page *pages;
	size_t n_pages, alloc_pages;
	struct asked asked, symbols, messages; /* messages: code -> lines */
	struct index_report report;
	size_t done, total;          /* pages */
};

/* "P done total text" on stdout, a few times a second. */
void index_progress(struct index_job *j, const char *text, bool now);
void index_problem(struct index_job *j, const char *fmt, ...) PRINTF_LIKE(2, 3);
/* SHA-256 of bytes, and of the indexer's own version. */
void index_hash(const void *p, size_t len, char *out);
/* Takes the page's chunks from the old database if its hash is the same. */
bool index_reuse(struct index_job *j, const char *page, const char *hash);
void index_add_page(struct index_job *j, const char *path, const char *hash, const char *title);

/* What goes into kb.db, as a hash of names, sizes and times; out: HASH_SHA256_HEX. */
void index_fingerprint(const struct index_job *j, char *out);
/* The report as one line of JSON. */
void index_report_json(const struct index_report *r, struct sbuf *out);

void index_docs(struct index_job *j);    /* the Rust documentation */
void index_course(struct index_job *j);  /* cards, lessons, exercises, kb/asked */
void index_added(struct index_job *j);   /* folders and imports */
int index_write(struct index_job *j, struct sbuf *err);
/* One file of Markdown or HTML as a page. */
void index_file(struct index_job *j, const struct chunk_page *p, const char *file, bool html);

#endif
