/*
 * work: the workplace of an exercise or of a program to play with: statement, editor, result. What the
 * files of that view share; nobody else includes it.
 */
#ifndef UI_WORK_H
#define UI_WORK_H

#include "learn/exercise.h"
#include "svc/report.h"
#include "ui/editpane.h"
#include "ui/ui.h"

struct watch;

struct work_view {
	struct view *view;
	const struct exercise *e;    /* NULL: a program to play with */
	char *path;                  /* the file; of a project its folder */
	char *file;                  /* what the editor shows: path, or the project's main file */
	char *item;                  /* what the record calls it: the exercise's id, "play/NAME" */
	struct editpane edit;
	struct sbuf disk;            /* the file's text as last read or written */
	struct pager statement, result;
	enum work_pane shown;        /* and focused */
	bool zoomed;
	struct work place;           /* as last laid out */
	/* the check under way, and the last one */
	struct call *checking, *checked;
	const struct check_report *report; /* borrowed from `checked` */
	char *error;                 /* it could not be checked: one sentence */
	char *progress;
	bool untouched;              /* no key since the check was started */
	uint64_t checked_version;    /* of the text that the result is about */
	struct call *hinting;
	struct steps hints;          /* taken since the view was opened */
	size_t hint_from;            /* index of the first step of the newest hint */
	int hint_row;                /* and its row in the result */
	size_t hint_shown;           /* steps of `hints` that a part brought; the end brings them again */
	struct call *fixing;
	struct json *fix;            /* what compile_and_fix found; NULL: nothing */
	uint64_t fix_version;        /* of the text that it is about */
	int fix_row;                 /* where it begins in the result */
	int taken;                   /* the highest rung ever */
	int climb;                   /* the rung reached with what is wrong now; another trouble begins again */
	char *trouble;               /* what was wrong at the last check; NULL: none yet */
	bool passed;                 /* ever */
	int attempts;
	struct watch *watch;
};

/* work_view.c */
void work_layout_panes(struct view *v, struct rect body);
void work_draw(struct view *v, struct canvas *c, struct rect body);
void work_show(struct work_view *w, enum work_pane pane);
enum request work_request(struct view *v, enum request r, const struct input *in);
enum context work_context(struct view *v);
struct pager *work_pager(struct view *v);
void work_save_state(struct view *v, struct json *state);
void work_restore_state(struct view *v, const struct json *state);

/* work_fix.c */
void work_fix(struct work_view *w);           /* asks first */
void work_fix_clear(struct work_view *w);
void work_fix_rows(struct work_view *w, int width, struct rows *out);
bool work_fix_take(struct work_view *w, const char *href); /* false: it is not its item */

/* work_ask.c */
void work_at_hand(struct view *v, struct at_hand *out);

/* work_rows.c */
void work_rows_changed(struct work_view *w);  /* statement and result are made anew */
void work_statement_rows(struct work_view *w, int width, struct rows *out);
void work_result_rows(struct work_view *w, int width, struct rows *out);

/* work_file.c */
int work_open_text(struct work_view *w, struct sbuf *err); /* the file, and what was typed and not saved */
int work_save_file(struct work_view *w);                   /* -1: it said why */
void work_take_over(struct work_view *w, bool check);      /* the file was changed by somebody else */
void work_journal(struct view *v);
void work_watch(struct work_view *w);
void work_external_editor(struct work_view *w);
void work_reset_text(struct work_view *w);

/* work_check.c */
void work_check(struct work_view *w);
bool work_cancel(struct work_view *w);        /* false: nothing was running */
void work_hint(struct work_view *w);
void work_calls_release(struct work_view *w);

#endif
