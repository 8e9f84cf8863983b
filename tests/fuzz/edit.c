/* room: text */
/* Operations from bytes: positions stay on cluster borders, undo of all gives the start, redo of all the end. */
#include "base/base.h"

#include "base/utf8.h"
#include "text/edit.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_pos(const struct edit *e, struct edit_pos p)
{
	size_t len, at = 0;
	const char *line = edit_line(e, p.line, &len);
	int width;

	while (at < p.col && at < len)
		at += utf8_cluster(line + at, len - at, &width);
	if (p.line >= edit_lines(e) || at != p.col)
		BUG("position %zu:%zu is not a border", p.line, p.col);
}

static void check_edit(const struct edit *e)
{
	struct edit_pos from, to;

	check_pos(e, edit_cursor(e));
	if (edit_selection(e, &from, &to)) {
		check_pos(e, from);
		check_pos(e, to);
	}
}

struct input {
	const uint8_t *p, *end;
};

static int next(struct input *in)
{
	return in->p < in->end ? *in->p++ : 0;
}

static void insert(struct edit *e, struct input *in, int64_t now)
{
	size_t len = (size_t)next(in) % 8;

	len = MIN(len, (size_t)(in->end - in->p));
	edit_insert(e, (const char *)in->p, len, now);
	in->p += len;
}

static void operate(struct edit *e, struct input *in, int64_t now)
{
	struct sbuf clip = SBUF_INIT;
	struct edit_pos at;
	char needle[2] = "";
	int what = next(in), arg = next(in);

	switch (what % 18) {
	case 0: edit_move(e, (enum edit_motion)(arg % 10), arg >> 5, arg & 16); break;
	case 1: edit_move_to(e, (struct edit_pos){ (size_t)arg & 7, (size_t)arg >> 3 }, what & 128); break;
	case 2: edit_newline(e, now); break;
	case 3: edit_backspace(e, now); break;
	case 4: edit_delete(e, now); break;
	case 5: edit_indent(e, arg % 5 - 2, now); break;
	case 6: edit_delete_line(e, now); break;
	case 7: edit_move_line(e, arg % 7 - 3, now); break;
	case 8: edit_toggle_comment(e, now); break;
	case 9: edit_cut(e, &clip, now); break;
	case 10: needle[0] = (char)arg; edit_find(e, needle, what & 128 ? -1 : 1); break;
	case 11: edit_undo(e); break;
	case 12: edit_redo(e); break;
	case 13: edit_undo_branch(e, arg & 1 ? 1 : -1); break;
	case 14: edit_set_text(e, (const char *)in->p, MIN((size_t)arg, (size_t)(in->end - in->p))); break;
	case 15: edit_match_bracket(e, &at); break;
	default: insert(e, in, now); break;
	}
	sbuf_release(&clip);
}

static void check_text(const struct edit *e, const struct sbuf *want)
{
	struct sbuf text = SBUF_INIT;

	edit_text(e, &text);
	if (text.len != want->len || memcmp(text.buf, want->buf, text.len))
		BUG("the text is not what it was");
	sbuf_release(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sbuf start = SBUF_INIT, end = SBUF_INIT;
	struct input in = { data, data + size };
	struct edit *e;
	size_t first;
	int64_t now = 0;

	if (size > 4096)
		return 0;
	first = (size_t)next(&in);
	first = MIN(first, (size_t)(in.end - in.p));
	sbuf_add(&start, in.p, first);
	e = edit_new((const char *)in.p, first);
	in.p += first;
	check_text(e, &start);
	while (in.p < in.end) {
		operate(e, &in, now += 300);
		check_edit(e);
	}
	while (edit_redo(e))
		;
	edit_text(e, &end);
	while (edit_undo(e))
		check_edit(e);
	check_text(e, &start);
	while (edit_redo(e))
		check_edit(e);
	check_text(e, &end);
	edit_free(e);
	sbuf_release(&start);
	sbuf_release(&end);
	return 0;
}
