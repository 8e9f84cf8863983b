/*
 * edit_priv: the inside of struct edit, shared by edit.c (the text), edit_undo.c (the tree), edit_move.c
 * (motions, search) and edit_change.c (the changes). Private to text/.
 */
#ifndef TEXT_EDIT_PRIV_H
#define TEXT_EDIT_PRIV_H

#include "text/edit.h"

struct place {
	struct edit_pos cursor, anchor;
	bool selecting; /* anchor counts */
};

/* One replacement; positions are those of the text just before it. */
struct change {
	struct edit_pos at;
	struct sbuf removed, inserted;
};

struct undo_node {
	struct undo_node *parent, *redo; /* redo: the child that redo takes; NULL at a branch's end */
	struct undo_node *older;         /* all nodes, newest first */
	struct change *v;
	size_t n, alloc;
	struct place before, after;
	bool keep; /* used while pruning */
};

/* Steps of one kind, close in time, join. STEP_OTHER never does. */
enum step { STEP_OTHER, STEP_TYPE, STEP_BACKSPACE, STEP_DELETE };

struct edit {
	struct sbuf *lines;
	size_t n, alloc;
	size_t bytes; /* of the text, line ends counted once */
	bool crlf;    /* lines are written with CR LF */
	struct place at;
	int goal;     /* display column that UP and DOWN aim at; -1: the cursor's */
	uint64_t version;
	struct undo_node *root, *current, *saved, *newest;
	size_t history; /* bytes held by the tree */
	enum step step; /* of the last change; STEP_OTHER after a move */
	int64_t step_ms;
	struct undo_node *open; /* being filled by the change under way */
	struct place begun;     /* where it began */
	bool join;              /* it may go on filling `current` */
};

static inline int pos_cmp(struct edit_pos a, struct edit_pos b)
{
	if (a.line != b.line)
		return a.line < b.line ? -1 : 1;
	return (a.col > b.col) - (a.col < b.col);
}

/* The text. */
const struct sbuf *line_at(const struct edit *e, size_t i);
struct edit_pos text_end(const struct edit *e);
void text_range(const struct edit *e, struct edit_pos from, struct edit_pos to, struct sbuf *out);
/* Replaces without recording; returns the end of what was inserted. */
struct edit_pos text_replace(struct edit *e, struct edit_pos from, struct edit_pos to, const char *text, size_t len);
/* Into the text and back to a cluster border. */
struct edit_pos pos_snap(const struct edit *e, struct edit_pos p);
/* Where text put at `at` ends. */
struct edit_pos pos_after(struct edit_pos at, const char *text, size_t len);

/* The tree. A change is begin, replace any number of times, end (which snaps the cursor). */
void undo_init(struct edit *e);
void undo_release(struct edit *e);
void change_begin(struct edit *e, enum step step, int64_t now_ms);
struct edit_pos change_replace(struct edit *e, struct edit_pos from, struct edit_pos to, const char *text,
			       size_t len);
void change_end(struct edit *e);

/* Moves. */
void place_set(struct edit *e, struct edit_pos p, bool select);
struct edit_pos pos_left(const struct edit *e, struct edit_pos p);
struct edit_pos pos_right(const struct edit *e, struct edit_pos p);
size_t indent_of(const struct sbuf *line); /* bytes of leading blanks */

#endif
