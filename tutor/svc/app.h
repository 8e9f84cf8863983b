/*
 * app: what one running tutor has: paths, loop, course, learner record, toolchain, sandbox. Parts are made
 * on first use and kept, so that `tutor lessons` never looks for rustc. One app a process; fronts own it.
 */
#ifndef SVC_APP_H
#define SVC_APP_H

#include "base/strv.h"

struct app;
struct loop;
struct sandbox;
struct course;
struct learner;
struct toolchain;
struct kbase;

/* Folders (XDG; TUTOR_HOME moves all of them). APP_WORK: the learner's exercise files, in APP_DATA. */
enum app_dir { APP_DATA, APP_STATE, APP_CACHE, APP_CONFIG, APP_WORK, APP_DIRS };

struct app *app_new(struct loop *loop); /* the loop is borrowed */
void app_free(struct app *app);
struct loop *app_loop(struct app *app);
const char *app_dir(const struct app *app, enum app_dir which); /* path; may not exist yet */
/* Makes the folder; -1 and a sentence (unreadable home, full disk). */
int app_dir_ready(struct app *app, enum app_dir which, struct sbuf *err);
/* Where lessons, exercises and kb are: TUTOR_CONTENT, beside the program's build folder, or installed. NULL and a sentence. */
const char *app_content(struct app *app, struct sbuf *err);

/* Each NULL and a sentence when it cannot be had; tried again at the next call. */
struct course *app_course(struct app *app, struct sbuf *err);
struct learner *app_learner(struct app *app, struct sbuf *err);
struct kbase *app_kbase(struct app *app); /* never NULL; see svc/search.h */
struct model *app_model(struct app *app); /* never NULL; see svc/model.h */
struct sandbox *app_sandbox(struct app *app); /* never NULL; its level may be SANDBOX_REFUSED */

/*
 * The toolchain, found once. app_toolchain: what is known now, NULL before app_want_toolchain ended or
 * when there is none. app_want_toolchain calls back (maybe at once) with it, or NULL and a sentence.
 */
typedef void app_toolchain_cb(void *ctx, const struct toolchain *t, const char *err);
const struct toolchain *app_toolchain(const struct app *app);
void app_want_toolchain(struct app *app, app_toolchain_cb *cb, void *ctx);

/* config.ini by "section.key"; the environment's TUTOR_SECTION_KEY wins. NULL when unset. */
const char *app_config(struct app *app, const char *key);

#endif
