#include "ui/prompt.h"

#include "base/utf8.h"

void prompt_init(struct prompt *p, const char *text)
{
	sbuf_init(&p->text);
	if (text)
		sbuf_addstr(&p->text, text);
	p->at = p->text.len;
	p->left = 0;
}

void prompt_release(struct prompt *p)
{
	sbuf_release(&p->text);
	p->at = 0;
}

static enum prompt_event insert(struct prompt *p, const char *text, size_t len)
{
	struct sbuf clean = SBUF_INIT;

	utf8_sanitize(&clean, text, len);
	for (size_t i = 0; i < clean.len; i++) {
		if (clean.buf[i] == '\n' || clean.buf[i] == '\t')
			clean.buf[i] = ' ';
	}
	bool fits = p->text.len + clean.len <= PROMPT_MAX;
	if (fits) {
		sbuf_insert(&p->text, p->at, clean.buf, clean.len);
		p->at += clean.len;
	}
	sbuf_release(&clean);
	return fits ? PROMPT_CHANGED : PROMPT_NOTHING;
}

static enum prompt_event type(struct prompt *p, const struct input *in)
{
	struct sbuf one = SBUF_INIT;

	if (in->key == K_PASTE)
		return insert(p, in->text, in->len);
	utf8_encode(&one, in->key & ~(ui_key)KEY_MODS);
	enum prompt_event ev = insert(p, one.buf, one.len);
	sbuf_release(&one);
	return ev;
}

static size_t after(const struct prompt *p)
{
	int width;

	return p->at + utf8_cluster(p->text.buf + p->at, p->text.len - p->at, &width);
}

static size_t word_start(const struct prompt *p)
{
	size_t i = p->at;

	while (i && p->text.buf[i - 1] == ' ')
		i--;
	while (i && p->text.buf[i - 1] != ' ')
		i--;
	return i;
}

static enum prompt_event cut(struct prompt *p, size_t from, size_t to)
{
	if (from == to)
		return PROMPT_NOTHING;
	sbuf_remove(&p->text, from, to - from);
	p->at = from;
	return PROMPT_CHANGED;
}

enum prompt_event prompt_request(struct prompt *p, enum request r, const struct input *in)
{
	switch (r) {
	case REQ_TEXT: return type(p, in);
	case REQ_ACCEPT: return PROMPT_ACCEPTED;
	case REQ_CANCEL: return PROMPT_CANCELLED;
	case REQ_LEFT: p->at = utf8_cluster_before(p->text.buf, p->at); return PROMPT_MOVED;
	case REQ_RIGHT: p->at = after(p); return PROMPT_MOVED;
	case REQ_LINE_START: p->at = 0; return PROMPT_MOVED;
	case REQ_LINE_END: p->at = p->text.len; return PROMPT_MOVED;
	case REQ_BACKSPACE:
		/* an empty line and backspace: as in vi and less, away */
		return p->text.len ? cut(p, utf8_cluster_before(p->text.buf, p->at), p->at) : PROMPT_CANCELLED;
	case REQ_DELETE: return cut(p, p->at, after(p));
	case REQ_CLEAR: return cut(p, 0, p->at);
	case REQ_DELETE_WORD: return cut(p, word_start(p), p->at);
	default: return PROMPT_NOTHING;
	}
}

void prompt_draw(struct prompt *p, struct canvas *c, struct rect line, const char *label)
{
	int x = canvas_str(c, line, line.x, line.y, UI_PROMPT, label);
	struct rect field = { x, line.y, MAX(1, line.x + line.w - x), 1 };
	int at = utf8_width(p->text.buf, p->at);

	if (at - p->left >= field.w)
		p->left = at - field.w + 1;
	p->left = MIN(p->left, at);
	canvas_text(c, field, field.x - p->left, line.y, ROW_TEXT, p->text.buf, p->text.len);
	canvas_cursor(c, field.x + at - p->left, line.y);
}
