/* The editor's requests: which change of text/edit each one is. */
#include "ui/editpane.h"

#include "base/utf8.h"

struct motion {
	enum request request;
	enum edit_motion motion;
	bool select;
};

static const struct motion motions[] = {
	{ REQ_UP, EDIT_UP, false }, { REQ_DOWN, EDIT_DOWN, false },
	{ REQ_LEFT, EDIT_LEFT, false }, { REQ_RIGHT, EDIT_RIGHT, false },
	{ REQ_WORD_LEFT, EDIT_WORD_LEFT, false }, { REQ_WORD_RIGHT, EDIT_WORD_RIGHT, false },
	{ REQ_LINE_START, EDIT_LINE_START, false }, { REQ_LINE_END, EDIT_LINE_END, false },
	{ REQ_TOP, EDIT_TEXT_START, false }, { REQ_BOTTOM, EDIT_TEXT_END, false },
	{ REQ_SEL_UP, EDIT_UP, true }, { REQ_SEL_DOWN, EDIT_DOWN, true },
	{ REQ_SEL_LEFT, EDIT_LEFT, true }, { REQ_SEL_RIGHT, EDIT_RIGHT, true },
	{ REQ_SEL_WORD_LEFT, EDIT_WORD_LEFT, true }, { REQ_SEL_WORD_RIGHT, EDIT_WORD_RIGHT, true },
	{ REQ_SEL_HOME, EDIT_LINE_START, true }, { REQ_SEL_END, EDIT_LINE_END, true },
	{ REQ_SEL_TOP, EDIT_TEXT_START, true }, { REQ_SEL_BOTTOM, EDIT_TEXT_END, true },
};

static bool move(struct editpane *p, enum request r)
{
	for (size_t i = 0; i < ARRAY_SIZE(motions); i++) {
		if (motions[i].request != r)
			continue;
		edit_move(p->edit, motions[i].motion, 1, motions[i].select);
		return true;
	}
	return false;
}

static void type(struct editpane *p, const struct input *in, int64_t now)
{
	struct sbuf b = SBUF_INIT;

	if (in->key == K_PASTE) {
		edit_insert(p->edit, in->text, in->len, now);
		return;
	}
	utf8_encode(&b, in->key & ~(ui_key)KEY_MODS);
	edit_insert(p->edit, b.buf, b.len, now);
	sbuf_release(&b);
}

static void indent(struct editpane *p, int by, int64_t now)
{
	struct edit_pos from, to, cur = edit_cursor(p->edit);

	if (by < 0 || (edit_selection(p->edit, &from, &to) && from.line != to.line)) {
		edit_indent(p->edit, by, now);
		return;
	}
	/* up to the next multiple of four */
	edit_insert(p->edit, "    ", 4 - cur.col % 4, now);
}

static void select_all(struct editpane *p)
{
	edit_move(p->edit, EDIT_TEXT_START, 1, false);
	edit_move(p->edit, EDIT_TEXT_END, 1, true);
}

static bool change(struct editpane *p, enum request r, const struct input *in, struct sbuf *clip, int64_t now)
{
	struct edit *e = p->edit;
	struct edit_pos at;

	switch (r) {
	case REQ_TEXT: type(p, in, now); break;
	case REQ_NEWLINE: edit_newline(e, now); break;
	case REQ_BACKSPACE: edit_backspace(e, now); break;
	case REQ_DELETE: edit_delete(e, now); break;
	case REQ_INDENT: indent(p, 1, now); break;
	case REQ_OUTDENT: indent(p, -1, now); break;
	case REQ_UNDO: edit_undo(e); break;
	case REQ_REDO: edit_redo(e); break;
	case REQ_CUT:
		sbuf_reset(clip);
		edit_cut(e, clip, now);
		break;
	case REQ_PASTE: edit_insert(e, clip->buf, clip->len, now); break;
	case REQ_DELETE_LINE: edit_delete_line(e, now); break;
	case REQ_LINE_UP: edit_move_line(e, -1, now); break;
	case REQ_LINE_DOWN: edit_move_line(e, 1, now); break;
	case REQ_COMMENT: edit_toggle_comment(e, now); break;
	case REQ_SEL_ALL: select_all(p); break;
	case REQ_BRACKET:
		if (edit_match_bracket(e, &at))
			edit_move_to(e, at, false);
		break;
	default: return false;
	}
	return true;
}

static bool scroll(struct editpane *p, enum request r)
{
	int page = MAX(1, p->height - 1);
	size_t last = edit_lines(p->edit) - 1;

	switch (r) {
	case REQ_PAGE_UP: edit_move(p->edit, EDIT_UP, page, false); return true;
	case REQ_PAGE_DOWN: edit_move(p->edit, EDIT_DOWN, page, false); return true;
	/* the wheel moves the view and leaves the cursor alone */
	case REQ_WHEEL_UP: p->top -= MIN(p->top, 3); return true;
	case REQ_WHEEL_DOWN: p->top = MIN(p->top + 3, last); return true;
	default: return false;
	}
}

enum request editpane_request(struct editpane *p, enum request r, const struct input *in, struct sbuf *clip, int64_t now)
{
	bool wheel = r == REQ_WHEEL_UP || r == REQ_WHEEL_DOWN;

	if (!move(p, r) && !scroll(p, r) && !change(p, r, in, clip, now))
		return r;
	if (!wheel)
		p->reveal = true;
	return REQ_NONE;
}
