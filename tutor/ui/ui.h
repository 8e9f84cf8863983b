/*
 * ui: the machine behind the screen: the stack of views, keys to requests, history, messages, the status
 * line, what is drawn when. Callbacks change things and set dirty bits; ui_before_sleep alone draws, once
 * before the loop sleeps: at once after a key, at most every 33 ms for what streams.
 */
#ifndef UI_UI_H
#define UI_UI_H

#include "io/loop.h"
#include "ui/picker.h"
#include "ui/view.h"

struct app;
struct call;
struct course;
struct learner;
struct question;
struct toolchain;

enum ui_dirty { UI_REFLOW = 1 << 0, UI_REPAINT = 1 << 1, UI_STREAM = 1 << 2 };
enum { UI_FRAME_MS = 33, UI_JOURNAL_MS = 700, UI_VIEWS_MAX = 24 };

/* What a line of input is for; cb is told each change, and the end (accepted or cancelled). */
typedef void ui_prompt_cb(void *ctx, enum prompt_event ev, const char *text);
typedef void ui_pick_cb(void *ctx, const char *value); /* only when something was chosen */

struct ui {
	struct app *app;
	struct loop *loop;
	struct canvas canvas;
	struct frame frame;
	const struct glyphs *g;
	struct view *views[UI_VIEWS_MAX]; /* history; views[at] is shown */
	size_t n_views, at;
	unsigned dirty;
	bool key_seen;               /* draw at once */
	int64_t drawn_at;
	struct sbuf message;
	bool message_is_error;
	/* a line of input at the message line */
	bool prompting;
	struct prompt prompt;
	char *prompt_label;
	ui_prompt_cb *prompt_cb;
	void *prompt_ctx;
	/* a chooser over the page */
	struct picker *picker;
	ui_pick_cb *pick_cb;
	void *pick_ctx;
	/* what is running */
	char *busy;
	int64_t busy_since;
	loop_id busy_timer;
	loop_id state_timer, journal_timer;
	struct view *typed_in;       /* whose text waits for the journal */
	char *saved_state;           /* as last stored */
	char *sandbox;               /* for the status line; NULL: not known yet */
	const char *watch;           /* how files are watched; NULL: nothing is */
	char *no_rust;               /* why there is no Rust; NULL: there is, or not known yet */
	bool probed;                 /* toolchain and sandbox are known */
	struct view *waiting;        /* a transient view to close when left */
	struct sbuf clip;            /* cut and copied text */
	struct question *question;   /* being typed, or on its way to its page (ask.c) */
	bool ask_refused;            /* the learner did not agree to the model's server; asked once a session */
	/* in the background (background.c) */
	struct call *notes, *model;  /* the knowledge base being made; a model being loaded */
	int notes_share;             /* percent; -1: not known */
	char *model_name, *model_step;
	int64_t model_got, model_size; /* MB */
	bool first_frame;
};

void ui_init(struct ui *ui, struct app *app, struct loop *loop, bool ascii);
void ui_release(struct ui *ui);
struct view *ui_view(struct ui *ui); /* the one that is shown; NULL before the first */

/* Opens a place ("lesson:moves#copy"), or goes back to it when it is open already. -1: it said why in the message line. */
int ui_open(struct ui *ui, const char *place);
void ui_back(struct ui *ui);
void ui_forward(struct ui *ui);
void ui_close_view(struct ui *ui);
void ui_quit(struct ui *ui);

void ui_say(struct ui *ui, const char *fmt, ...) PRINTF_LIKE(2, 3);
void ui_complain(struct ui *ui, const char *fmt, ...) PRINTF_LIKE(2, 3);
void ui_mark(struct ui *ui, unsigned dirty);
void view_changed(struct view *v);  /* its rows must be made anew */
void view_typed(struct view *v);    /* it has text to be journaled soon */
void ui_moved(struct ui *ui);       /* the reader's place changed: store it soon */

void ui_busy(struct ui *ui, const char *what); /* NULL: nothing runs any more */
void ui_ask(struct ui *ui, const char *label, const char *text, ui_prompt_cb *cb, void *ctx);
void ui_pick(struct ui *ui, struct picker *p_take, ui_pick_cb *cb, void *ctx);
void ui_palette(struct ui *ui);
void ui_search_ask(struct ui *ui); /* asks for a question, then opens "search:QUESTION" */
void ui_ask_question(struct ui *ui, const char *text); /* the key that asks; text: to begin with, NULL none */
void ui_copy(struct ui *ui, const char *text, size_t len, const char *what); /* clipboard and clip */

/* Where a page that a search or a citation names opens: "doc:book/ch04.html#x", "lesson:moves", "card:errors/E0382". Owned. */
char *ui_place_of(const char *page);

/* From the terminal. */
void ui_input(struct ui *ui, const struct input *in);
void ui_resized(struct ui *ui, int w, int h);
/* Handles a request as if its key had been pressed: the palette. */
void ui_request(struct ui *ui, enum request r, const struct input *in);
int64_t ui_before_sleep(void *ctx);
void ui_draw(struct ui *ui); /* into ui->canvas: also without a terminal, for tests */

/* Conveniences for views: said in the message line when they cannot be had. */
struct course *ui_course(struct ui *ui);
struct learner *ui_learner(struct ui *ui); /* NULL: nothing is recorded; said once */
void ui_layout_opts(struct ui *ui, int width, struct layout_opts *o);
/* Rust in colour, as layout wants it. */
void ui_highlight(void *ctx, const char *lang, const char *code, size_t len,
		  void (*add)(void *to, enum row_style style, size_t start, size_t n), void *to);
/* Markdown to rows (block numbers are left as -1 so that they do not mix with the page's). */
void ui_markdown(struct ui *ui, const char *text, int width, struct rows *out);

/* What is asked after the first frame: rustc's version, the sandbox. */
void ui_probe(struct ui *ui);
void ui_save_state(struct ui *ui);
/* Opens what was open when the program ended; false: nothing was. */
bool ui_restore(struct ui *ui);
/* $VISUAL or $EDITOR on a file at a line (from 1); done is called when it has ended. -1: it said why. */
int ui_run_editor(struct ui *ui, const char *path, int line, int col, void (*done)(void *ctx, int status), void *ctx);

#endif
