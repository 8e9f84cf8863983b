/*
 * work: the learner's own files: one folder an exercise in APP_WORK, made from the starter at first use. A
 * reset keeps the old text in the record, so that it can come back.
 */
#ifndef SVC_WORK_H
#define SVC_WORK_H

#include "base/sbuf.h"
#include "learn/exercise.h"

struct app;

/* The file that the learner edits: exercise.rs, answer.txt (predict_*), or the folder of a project. Owned. */
char *work_path(const struct app *app, const struct exercise *e);
/* The id of the exercise whose file this path is ("errors/question-mark/exercise.rs" in the learner's folder); NULL: of none. Owned. */
char *work_exercise_at(const struct app *app, const char *path);
/* As work_path, and the file is there (copied from the starter if it was not). NULL and a sentence. */
char *work_ensure(struct app *app, const struct exercise *e, struct sbuf *err);
/* The learner's text; of a project its src/main.rs or src/lib.rs. */
int work_read(struct app *app, const struct exercise *e, struct sbuf *out, struct sbuf *err);
int work_write(struct app *app, const struct exercise *e, const char *text, size_t len, struct sbuf *err);
/* Starts again from the starter; undo: brings the text before the last reset back (1 done, 0 there is none). */
int work_reset(struct app *app, const struct exercise *e, struct sbuf *err);
int work_undo_reset(struct app *app, const struct exercise *e, struct sbuf *err);

#endif
