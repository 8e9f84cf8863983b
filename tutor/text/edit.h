/*
 * edit: the edit buffer: lines of UTF-8 with a cursor, a selection and an undo tree (undo, then typing,
 * then undo again loses nothing: redo walks back to the newest branch, edit_undo_branch to the others).
 * Pure: keys and drawing are elsewhere. Positions are (line from 0, byte column at a cluster border).
 * Typing within 1 s without moving is one undo step; the time is an argument.
 */
#ifndef TEXT_EDIT_H
#define TEXT_EDIT_H

#include "base/sbuf.h"

struct edit; /* opaque */

struct edit_pos {
	size_t line, col;
};

#define EDIT_MAX_BYTES (1u << 20)

struct edit *edit_new(const char *text, size_t len);
void edit_free(struct edit *e);
void edit_set_text(struct edit *e, const char *text, size_t len); /* one undoable change */
void edit_text(const struct edit *e, struct sbuf *out);
size_t edit_lines(const struct edit *e);                 /* at least 1 */
const char *edit_line(const struct edit *e, size_t i, size_t *len);
bool edit_modified(const struct edit *e);                /* since edit_mark_saved */
void edit_mark_saved(struct edit *e);
uint64_t edit_version(const struct edit *e);             /* grows with every change */

struct edit_pos edit_cursor(const struct edit *e);
void edit_move_to(struct edit *e, struct edit_pos p, bool select);
enum edit_motion { EDIT_LEFT, EDIT_RIGHT, EDIT_UP, EDIT_DOWN, EDIT_WORD_LEFT, EDIT_WORD_RIGHT, EDIT_LINE_START,
		   EDIT_LINE_END, EDIT_TEXT_START, EDIT_TEXT_END };
void edit_move(struct edit *e, enum edit_motion m, int times, bool select);
bool edit_selection(const struct edit *e, struct edit_pos *from, struct edit_pos *to);
void edit_select_none(struct edit *e);

/* Changes. They replace the selection if there is one; refused (false) when the text would pass EDIT_MAX_BYTES. */
bool edit_insert(struct edit *e, const char *text, size_t len, int64_t now_ms);
bool edit_newline(struct edit *e, int64_t now_ms);        /* keeps the indent, one more after an opening brace */
void edit_backspace(struct edit *e, int64_t now_ms);      /* over 4 spaces of indent: all four */
void edit_delete(struct edit *e, int64_t now_ms);
void edit_indent(struct edit *e, int by, int64_t now_ms); /* selected lines by +-4 spaces */
void edit_delete_line(struct edit *e, int64_t now_ms);
void edit_move_line(struct edit *e, int by, int64_t now_ms); /* the current or selected lines up or down */
void edit_toggle_comment(struct edit *e, int64_t now_ms);
void edit_cut(struct edit *e, struct sbuf *clip, int64_t now_ms);
void edit_copy(const struct edit *e, struct sbuf *clip);
bool edit_undo(struct edit *e);
bool edit_redo(struct edit *e);
bool edit_undo_branch(struct edit *e, int by);            /* the next or previous branch of the tree */
/* Position of the bracket matching the one at the cursor. */
bool edit_match_bracket(const struct edit *e, struct edit_pos *at);
bool edit_find(struct edit *e, const char *needle, int direction); /* moves to and selects the next hit */

#endif
