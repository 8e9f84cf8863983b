/*
 * edit: the edit buffer: lines of UTF-8 with a cursor, a selection and an undo tree (undo, then typing,
 * then undo again loses nothing: redo takes the branch last made or visited, edit_undo_branch goes to the
 * others). Pure: keys and drawing are elsewhere. Positions are (line from 0, byte column at a cluster
 * border). Typing within 1 s of the key before, without moving, is one undo step; the time is an argument.
 * The history is bounded by EDIT_HISTORY_MAX: side branches go first, then the oldest steps.
 *
 * The bytes of edit_new and edit_set_text are kept as they are (a text whose every line ends with CR LF is
 * shown without the CRs and written with them); text that is inserted loses control characters, and its
 * line ends become LF.
 */
#ifndef TEXT_EDIT_H
#define TEXT_EDIT_H

#include "base/sbuf.h"

struct edit; /* opaque */

struct edit_pos {
	size_t line, col;
};

#define EDIT_MAX_BYTES (1u << 20)
#define EDIT_HISTORY_MAX (16u << 20) /* bytes */

struct edit *edit_new(const char *text, size_t len); /* NULL: over EDIT_MAX_BYTES */
void edit_free(struct edit *e);
bool edit_set_text(struct edit *e, const char *text, size_t len); /* one undoable change; false: too long */
void edit_text(const struct edit *e, struct sbuf *out);
size_t edit_lines(const struct edit *e);                 /* at least 1 */
const char *edit_line(const struct edit *e, size_t i, size_t *len);
bool edit_modified(const struct edit *e);                /* since edit_mark_saved */
void edit_mark_saved(struct edit *e);
uint64_t edit_version(const struct edit *e);             /* grows with every change */

struct edit_pos edit_cursor(const struct edit *e);
/* Any position: it is moved to the nearest line and back to a cluster border. */
void edit_move_to(struct edit *e, struct edit_pos p, bool select);
/*
 * LEFT and RIGHT go over line ends; without `select` they first collapse a selection to that end. UP and
 * DOWN keep the display column. LINE_START goes to the first character that is no blank, then to column 0.
 */
enum edit_motion { EDIT_LEFT, EDIT_RIGHT, EDIT_UP, EDIT_DOWN, EDIT_WORD_LEFT, EDIT_WORD_RIGHT, EDIT_LINE_START,
		   EDIT_LINE_END, EDIT_TEXT_START, EDIT_TEXT_END };
void edit_move(struct edit *e, enum edit_motion m, int times, bool select);
bool edit_selection(const struct edit *e, struct edit_pos *from, struct edit_pos *to);
void edit_select_none(struct edit *e);

/*
 * Changes. Inserting, newline, backspace and delete replace the selection if there is one; those on lines
 * take the lines that it touches, else the cursor's. Refused (false, or nothing happens) when the text
 * would pass EDIT_MAX_BYTES. A closing bracket inserted as the first thing of its line steps its indent
 * back by 4 spaces.
 */
bool edit_insert(struct edit *e, const char *text, size_t len, int64_t now_ms);
bool edit_newline(struct edit *e, int64_t now_ms);        /* keeps the indent, 4 more after an opening bracket */
void edit_backspace(struct edit *e, int64_t now_ms);      /* in an indent of spaces: back to a multiple of 4 */
void edit_delete(struct edit *e, int64_t now_ms);
void edit_indent(struct edit *e, int by, int64_t now_ms); /* selected lines by +-4 spaces */
void edit_delete_line(struct edit *e, int64_t now_ms);
void edit_move_line(struct edit *e, int by, int64_t now_ms); /* the current or selected lines up or down */
void edit_toggle_comment(struct edit *e, int64_t now_ms);
/* Clip is emptied first; without a selection it gets the cursor's line with its line end. */
void edit_cut(struct edit *e, struct sbuf *clip, int64_t now_ms);
void edit_copy(const struct edit *e, struct sbuf *clip);
/* False: nothing to undo, redo, no other branch. The cursor goes to where it was. */
bool edit_undo(struct edit *e);
bool edit_redo(struct edit *e);
/* To the end of the branch made before (by < 0) or after the one at hand. */
bool edit_undo_branch(struct edit *e, int by);
/* Position of the bracket matching the one at the cursor, else the one before it. Knows no strings or comments. */
bool edit_match_bracket(const struct edit *e, struct edit_pos *at);
/*
 * Moves to and selects the next hit (direction < 0: the one before), going round at the ends. Within a
 * line; ASCII letters match without case unless needle holds a capital.
 */
bool edit_find(struct edit *e, const char *needle, int direction);

#endif
