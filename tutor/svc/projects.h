/*
 * projects: what `generate` made, kept in the state folder under a number that cannot be guessed, at most PROJECTS_MAX of
 * them (the oldest goes when a new one begins). A project is written beside its place and then takes its name; while it is
 * being made its maker holds a lock, so that one whose maker was killed is known as failed.
 *
 * Status, with Rust Coder's words: generating, compiling, completed (what was asked), error (made, but not what was asked),
 * failed (nothing was made).
 */
#ifndef SVC_PROJECTS_H
#define SVC_PROJECTS_H

#include "base/json.h"
#include "svc/repair.h"

struct app;

#define PROJECTS_MAX 20
#define PROJECT_ID_LEN 32

struct project;                       /* being made by us */
/* NULL and a sentence. */
struct project *project_begin(struct app *app, const char *description, struct sbuf *err);
const char *project_id(const struct project *p);
/* A folder of its own for the files while they are tried; of ours alone, gone at the end. */
const char *project_work(const struct project *p);
void project_says(struct project *p, const char *status, const char *message);
/* The files (may be none) and the record become what others see; p is freed. -1 and a sentence: it is failed. */
int project_end(struct project *p, const char *status, struct json *record_take, const struct repair_file *files, size_t n,
		struct sbuf *err);

/* The record of a project: {project_id, status, message, …}. NULL and a sentence when there is none. */
struct json *project_read(struct app *app, const char *id, struct sbuf *err);
/* Its folder of files; NULL and a sentence when there is none (yet). */
char *project_files(struct app *app, const char *id, struct sbuf *err);

/* May a project be written here: nothing is there, or an empty folder, and no link? */
int project_out_free(const char *out, struct sbuf *err);
/* All files into a new folder, whole or not at all: made beside it, then renamed. Names must be safe. */
int project_write(const char *out, const struct repair_file *files, size_t n, struct sbuf *err);
/* A zip of a folder, all below one folder `name`; written whole or not at all. */
int project_zip(const char *dir, const char *name, const char *out, struct sbuf *err);

#endif
