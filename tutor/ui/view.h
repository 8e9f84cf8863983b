/*
 * view: the contract between a page and the engine. A view makes rows and answers requests; the engine
 * (ui.c) scrolls, searches, chooses, draws, keeps history and state. A request that a view does not
 * handle is returned, and the engine goes on with it: common keys need no code in any view.
 *
 * A new view: a file view_NAME.c with a `const struct view_ops`, one line in the list below.
 */
#ifndef UI_VIEW_H
#define UI_VIEW_H

#include "base/json.h"
#include "ui/pager.h"

struct ui;
struct view;

/* Places are "NAME:ARGUMENT" with the name of the view: "lesson:moves", "home:". */
#define VIEWS(X) X(home) X(lesson) X(exercise) X(help) X(first) X(card) X(doc) X(op) X(search) X(play) \
	X(ask) X(asked)

/* What a question asked on a page may be about; strings are owned, NULL: none. */
struct at_hand {
	char *exercise;       /* its id */
	char *source;         /* the learner's code */
	char *lines;          /* those of it that are marked: "12", "12-15" */
	char *error;          /* what the compiler or the program said about this very text */
	char *about;          /* words of the page, for "and why?" */
};
void at_hand_release(struct at_hand *h);

struct view_ops {
	const char *name;
	enum context context;
	size_t private_size;  /* view.priv: zeroed, freed by the engine */
	bool list;            /* up and down choose an entry */
	bool transient;       /* is not kept in the history once left, nor opened again after a restart */
	/* All but layout may be NULL. -1 and a sentence: the view is not opened. */
	int (*open)(struct view *v, const char *arg, struct sbuf *err);
	void (*close)(struct view *v);
	void (*enter)(struct view *v);  /* it is (again) the one that is shown */
	/* Makes the rows for this size, by pager_set_rows. Called after a resize and after view_changed. */
	void (*layout)(struct view *v, struct rect body);
	void (*draw)(struct view *v, struct canvas *c, struct rect body); /* NULL: the pager over the whole body */
	enum request (*request)(struct view *v, enum request r, const struct input *in);
	void (*title)(struct view *v, struct sbuf *out);
	enum context (*context_now)(struct view *v);
	/* The pager that scrolling and searching mean; NULL: view.pager. */
	struct pager *(*pager)(struct view *v);
	/* An anchor of the page: "lesson:moves#copy" opens the view with "moves", then goes to "copy". */
	void (*go)(struct view *v, const char *anchor);
	void (*save)(struct view *v, struct json *state);
	void (*restore)(struct view *v, const struct json *state);
	void (*at_hand)(struct view *v, struct at_hand *out); /* fills in what it has */
	/* Text that is typed and not yet stored; called at most a second after view_typed. */
	void (*journal)(struct view *v);
};

struct view {
	const struct view_ops *ops;
	struct ui *ui;
	void *priv;
	char *arg;            /* of the place */
	struct pager pager;
	bool stale;           /* rows must be made anew */
};

#define X(name) extern const struct view_ops view_##name;
VIEWS(X)
#undef X

struct view *view_new(struct ui *ui, const struct view_ops *ops, const char *arg, struct sbuf *err); /* NULL: failed */
void view_free(struct view *v);
const struct view_ops *view_find(const char *name, size_t len); /* NULL: none */
struct pager *view_pager(struct view *v);
enum context view_context(struct view *v);
bool view_is(const struct view *v, const char *name, const char *arg);

#endif
