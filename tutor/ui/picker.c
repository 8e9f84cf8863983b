#include "ui/picker.h"

#include <ctype.h>

#include "base/utf8.h"

void picker_init(struct picker *p, const char *title)
{
	*p = (struct picker){ .title = xstrdup(title) };
	prompt_init(&p->prompt, NULL);
}

void picker_release(struct picker *p)
{
	for (size_t i = 0; i < p->n; i++) {
		free(p->items[i].text);
		free(p->items[i].more);
		free(p->items[i].value);
	}
	free(p->items);
	free(p->shown);
	free(p->title);
	prompt_release(&p->prompt);
	*p = (struct picker){ 0 };
}

void picker_add(struct picker *p, const char *text, const char *more, const char *value)
{
	ARRAY_GROW(p->items, p->n + 1, p->alloc);
	p->items[p->n++] = (struct picker_item){ xstrdup(text), xstrdup_or_null(more), xstrdup(value), 0 };
}

/* One word against the text: the best of all places where its first letter occurs. */
static int score_from(const char *word, size_t len, const char *text, size_t start)
{
	int score = 0;
	size_t i = 0, last = start;

	for (size_t j = start; text[j] && i < len; j++) {
		if (text[j] != word[i])
			continue;
		bool begins = j == 0 || !isalnum((unsigned char)text[j - 1]);
		score += 1 + (begins ? 6 : 0) + (j == 0 ? 2 : 0) + (i && j == last + 1 ? 4 : 0) - (i && j > last + 8 ? 1 : 0);
		last = j;
		i++;
	}
	return i == len ? MAX(1, score) : 0;
}

static int score_word(const char *word, size_t len, const char *text)
{
	int best = 0;

	for (size_t j = 0; text[j]; j++) {
		if (text[j] == word[0])
			best = MAX(best, score_from(word, len, text, j));
	}
	return best;
}

int fuzzy_score(const char *typed, const char *text)
{
	struct sbuf t = SBUF_INIT, w = SBUF_INIT;
	int sum = 1;

	utf8_fold(&t, text, strlen(text));
	utf8_fold(&w, typed, strlen(typed));
	for (char *word = w.buf; sum && *word;) {
		size_t len = strcspn(word, " ");
		int score = len ? score_word(word, len, t.buf) : 0;
		sum = len && !score ? 0 : sum + score;
		word += len + strspn(word + len, " ");
	}
	sbuf_release(&t);
	sbuf_release(&w);
	return sum;
}

/* Best first; equals stay in the order in which they were added. */
static void sort_shown(struct picker *p)
{
	for (size_t i = 1; i < p->n_shown; i++) {
		size_t x = p->shown[i], j = i;
		while (j && p->items[p->shown[j - 1]].score < p->items[x].score) {
			p->shown[j] = p->shown[j - 1];
			j--;
		}
		p->shown[j] = x;
	}
}

void picker_match(struct picker *p)
{
	free(p->shown);
	p->shown = xcalloc(p->n + 1, sizeof(*p->shown));
	p->n_shown = 0;
	for (size_t i = 0; i < p->n; i++) {
		int text = fuzzy_score(p->prompt.text.buf, p->items[i].text);
		int value = fuzzy_score(p->prompt.text.buf, p->items[i].value);
		p->items[i].score = MAX(text, value);
		if (p->items[i].score)
			p->shown[p->n_shown++] = i;
	}
	if (p->prompt.text.len)
		sort_shown(p);
	p->at = p->top = 0;
}

static enum prompt_event move_by(struct picker *p, int by)
{
	p->at = MAX(0, MIN(p->at + by, (int)p->n_shown - 1));
	return PROMPT_MOVED;
}

static enum prompt_event click(struct picker *p, const struct input *in)
{
	int row = in->y - (p->box.y + 2);

	if (!rect_has(p->box, in->x, in->y))
		return PROMPT_CANCELLED;
	if (row < 0 || row >= p->height || p->top + row >= (int)p->n_shown)
		return PROMPT_NOTHING;
	p->at = p->top + row;
	return PROMPT_ACCEPTED;
}

enum prompt_event picker_request(struct picker *p, enum request r, const struct input *in)
{
	switch (r) {
	case REQ_UP: return move_by(p, -1);
	case REQ_DOWN: return move_by(p, 1);
	case REQ_PAGE_UP: return move_by(p, -MAX(1, p->height - 1));
	case REQ_PAGE_DOWN: return move_by(p, MAX(1, p->height - 1));
	case REQ_CLICK: return click(p, in);
	case REQ_ACCEPT: return picker_value(p) ? PROMPT_ACCEPTED : PROMPT_NOTHING;
	default: break;
	}
	enum prompt_event ev = prompt_request(&p->prompt, r, in);
	if (ev == PROMPT_CHANGED)
		picker_match(p);
	return ev;
}

const char *picker_value(const struct picker *p)
{
	return p->at < (int)p->n_shown ? p->items[p->shown[p->at]].value : NULL;
}

static void draw_item(const struct picker *p, struct canvas *c, struct rect line, const struct picker_item *item,
		      bool chosen, const struct glyphs *g)
{
	int more = item->more ? utf8_width(item->more, strlen(item->more)) : 0;
	struct rect left = line;

	rect_take_right(&left, more ? more + 2 : 0);
	canvas_str(c, line, line.x, line.y, UI_POPUP, chosen ? g->pick : " ");
	rect_take_left(&left, 2);
	canvas_str(c, left, left.x, line.y, UI_POPUP, item->text);
	if (more)
		canvas_str(c, line, line.x + line.w - more, line.y, UI_POPUP_KEY, item->more);
	if (chosen)
		canvas_over(c, line, OVER_SELECTED);
	(void)p;
}

static void draw_box(struct picker *p, struct canvas *c, struct rect box, const struct glyphs *g)
{
	canvas_fill(c, box, UI_POPUP);
	canvas_line(c, (struct rect){ box.x, box.y, box.w, 1 }, UI_BORDER_FOCUS, g->hline);
	canvas_line(c, (struct rect){ box.x, box.y + box.h - 1, box.w, 1 }, UI_BORDER_FOCUS, g->hline);
	canvas_line(c, (struct rect){ box.x, box.y, 1, box.h }, UI_BORDER_FOCUS, g->vline);
	canvas_line(c, (struct rect){ box.x + box.w - 1, box.y, 1, box.h }, UI_BORDER_FOCUS, g->vline);
	canvas_textf(c, box, box.x + 2, box.y, UI_TITLE, " %s ", p->title);
	char *count = xstrfmt(" %zu of %zu ", p->n_shown, p->n);
	canvas_str(c, box, box.x + box.w - 2 - (int)strlen(count), box.y + box.h - 1, UI_POPUP_KEY, count);
	free(count);
}

void picker_draw(struct picker *p, struct canvas *c, struct rect body, const struct glyphs *g)
{
	struct rect box = rect_middle(body, 76, MAX(8, MIN(body.h - 2, (int)p->n + 4)));
	struct rect in = rect_inset(box, 2, 1);

	p->box = box;
	draw_box(p, c, box, g);
	struct rect line = rect_take_top(&in, 1);
	p->height = in.h;
	if (p->at < p->top)
		p->top = p->at;
	if (p->at >= p->top + p->height)
		p->top = p->at - p->height + 1;
	if (!p->n_shown)
		canvas_str(c, in, in.x + 2, in.y, UI_POPUP_KEY, "Nothing is called that.");
	for (int i = 0; i < p->height && p->top + i < (int)p->n_shown; i++) {
		struct rect row = { in.x, in.y + i, in.w, 1 };
		draw_item(p, c, row, &p->items[p->shown[p->top + i]], p->top + i == p->at, g);
	}
	prompt_draw(&p->prompt, c, line, "> ");
}
