#include "ui/pager.h"

#include "base/utf8.h"

void pager_init(struct pager *p)
{
	*p = (struct pager){ .item = -1, .focus = true };
}

void pager_release(struct pager *p)
{
	rows_release(&p->rows);
	free(p->items);
	free(p->needle);
	pager_init(p);
}

/* --- items --- */

static void item_add(struct pager *p, const char *href, int row)
{
	struct pager_item *last = p->n_items ? &p->items[p->n_items - 1] : NULL;

	/* The same target going on in this row or the next: one link, wrapped or in several styles. */
	if (last && row - last->last_row <= 1 && streq(last->href, href)) {
		last->last_row = row;
		return;
	}
	ARRAY_GROW(p->items, p->n_items + 1, p->alloc);
	p->items[p->n_items++] = (struct pager_item){ href, row, row };
}

static void items_find(struct pager *p)
{
	p->n_items = 0;
	for (size_t i = 0; i < p->rows.n; i++) {
		const struct row *row = &p->rows.v[i];
		for (size_t j = 0; j < row->n; j++) {
			if (row->pieces[j].href)
				item_add(p, row->pieces[j].href, (int)i);
		}
	}
}

/* How many items before this one have the same href: tells twins apart when rows are made anew. */
static int item_twin(const struct pager *p, int item)
{
	int n = 0;

	for (int i = 0; i < item; i++)
		n += streq(p->items[i].href, p->items[item].href);
	return n;
}

static int item_find(const struct pager *p, const char *href, int twin)
{
	int found = -1;

	for (size_t i = 0; i < p->n_items; i++) {
		if (!streq(p->items[i].href, href))
			continue;
		found = (int)i;
		if (twin-- == 0)
			break;
	}
	return found;
}

/* --- place --- */

static int last_top(const struct pager *p)
{
	return MAX(0, (int)p->rows.n - MAX(1, p->height));
}

static void clamp(struct pager *p)
{
	p->top = MAX(0, MIN(p->top, last_top(p)));
	p->left = MAX(0, p->left);
}

int pager_block_row(const struct pager *p, int block)
{
	for (size_t i = 0; i < p->rows.n; i++) {
		if (p->rows.v[i].block == block)
			return (int)i;
	}
	return -1;
}

void pager_place(const struct pager *p, int *block, int *offset)
{
	int row = p->top;

	*block = 0;
	*offset = p->top;
	if (row >= (int)p->rows.n)
		return;
	while (row > 0 && p->rows.v[row].block < 0)
		row--;
	if (p->rows.v[row].block < 0)
		return;
	*block = p->rows.v[row].block;
	*offset = p->top - pager_block_row(p, *block);
}

void pager_set_place(struct pager *p, int block, int offset)
{
	int row = pager_block_row(p, block);

	p->top = MAX(0, row) + MAX(0, offset);
	if (p->height)
		clamp(p);
}

/* The whole block of the chosen item (a question with its options, a program with what it printed) if it fits, else from the item on. */
static void show_block(struct pager *p)
{
	if (p->item < 0 || p->item >= (int)p->n_items)
		return;
	const struct pager_item *item = &p->items[p->item];
	int first = item->row, last = item->last_row, block = p->rows.v[item->row].block;

	while (block >= 0 && first > 0 && p->rows.v[first - 1].block == block)
		first--;
	while (block >= 0 && last + 1 < (int)p->rows.n && p->rows.v[last + 1].block == block)
		last++;
	if (last - first < p->height)
		pager_show(p, first, last);
	else
		pager_show(p, item->row, last);
}

void pager_set_rows(struct pager *p, struct rows *rows_take)
{
	int block, offset, twin = 0;
	char *href = NULL;

	pager_place(p, &block, &offset);
	if (p->item >= 0 && p->item < (int)p->n_items) {
		href = xstrdup(p->items[p->item].href);
		twin = item_twin(p, p->item);
	}
	rows_release(&p->rows);
	p->rows = *rows_take;
	*rows_take = (struct rows)ROWS_INIT;
	items_find(p);
	p->item = href ? item_find(p, href, twin) : -1;
	free(href);
	pager_set_place(p, block, offset);
	if (p->list && p->item < 0 && p->n_items)
		p->item = 0;
	if (p->reveal && p->height)
		show_block(p);
	p->reveal = false;
}

void pager_resize(struct pager *p, int width, int height)
{
	p->width = width;
	p->height = height;
	clamp(p);
}

void pager_show(struct pager *p, int row, int last)
{
	last = MIN(last, row + p->height - 1);
	if (last >= p->top + p->height)
		p->top = last - p->height + 1;
	if (row < p->top)
		p->top = row;
	clamp(p);
}

void pager_go(struct pager *p, int row)
{
	p->top = row;
	clamp(p);
}

static bool item_visible(const struct pager *p, int i)
{
	return i >= 0 && i < (int)p->n_items && p->items[i].last_row >= p->top &&
	       p->items[i].row < p->top + p->height;
}

static void choose(struct pager *p, int i)
{
	if (i < 0 || i >= (int)p->n_items)
		return;
	p->item = i;
	if (!p->list) {
		show_block(p);
		return;
	}
	/* In a list, the heading above the first entry comes into view with it. */
	int row = p->items[i].row;
	while (row > 0 && !(i > 0 && p->items[i - 1].last_row >= row - 1) && p->items[i].row - row < 3)
		row--;
	pager_show(p, row, p->items[i].last_row);
}

static int first_visible(const struct pager *p)
{
	for (size_t i = 0; i < p->n_items; i++) {
		if (item_visible(p, (int)i))
			return (int)i;
	}
	return -1;
}

void pager_choose_visible(struct pager *p)
{
	if (!item_visible(p, p->item))
		p->item = first_visible(p);
}

bool pager_choose(struct pager *p, const char *href)
{
	int i = item_find(p, href, 0);

	choose(p, i);
	return i >= 0;
}

bool pager_choose_at(struct pager *p, int x, int y)
{
	int row = p->top + y;

	if (y < 0 || row >= (int)p->rows.n)
		return false;
	const struct row *r = &p->rows.v[row];
	for (size_t j = 0; j < r->n; j++) {
		const struct piece *piece = &r->pieces[j];
		int from = piece->column - p->left;
		if (!piece->href || (!p->list && (x < from || x >= from + piece->width)))
			continue;
		for (size_t i = 0; i < p->n_items; i++) {
			if (p->items[i].row <= row && p->items[i].last_row >= row && streq(p->items[i].href, piece->href)) {
				p->item = (int)i;
				return true;
			}
		}
	}
	return false;
}

const char *pager_href(const struct pager *p)
{
	return p->item >= 0 && p->item < (int)p->n_items ? p->items[p->item].href : NULL;
}

/* --- requests --- */

/* In a list Tab goes to the first entry of the next section: a row without entries lies between two of them. */
static void step_section(struct pager *p, int by)
{
	int n = (int)p->n_items, i = p->item;

	if (by < 0) { /* first to the start of this section, then of the one before */
		while (i > 0 && p->items[i - 1].last_row >= p->items[i].row - 1)
			i--;
		if (i == p->item && i > 0)
			i--;
		while (i > 0 && p->items[i - 1].last_row >= p->items[i].row - 1)
			i--;
	} else {
		while (i + 1 < n && p->items[i + 1].row <= p->items[i].last_row + 1)
			i++;
		i = i + 1 < n ? i + 1 : p->item;
	}
	choose(p, i);
}

/* Tab: the next item after the chosen one; after scrolling away, the first below the top. */
static void step_item(struct pager *p, int by)
{
	if (!p->n_items)
		return;
	if (!item_visible(p, p->item) && !p->list) {
		int i = first_visible(p);
		if (i >= 0 && by > 0) {
			p->item = i;
			return;
		}
		for (i = 0; i < (int)p->n_items && p->items[i].row < p->top; i++)
			;
		choose(p, by > 0 ? MIN(i, (int)p->n_items - 1) : MAX(0, i - 1));
		return;
	}
	choose(p, MAX(0, MIN(p->item + by, (int)p->n_items - 1)));
}

static void scroll(struct pager *p, int by)
{
	p->top += by;
	clamp(p);
}

/* In a list a page is counted in items, as far as they fill it. */
static void page(struct pager *p, int rows)
{
	if (!p->list || p->item < 0) {
		scroll(p, rows);
		return;
	}
	int want = p->items[p->item].row + rows, i = p->item, by = rows > 0 ? 1 : -1;
	while (i + by >= 0 && i + by < (int)p->n_items &&
	       (by > 0 ? p->items[i + by].row <= want : p->items[i + by].row >= want))
		i += by;
	scroll(p, rows);
	choose(p, i == p->item ? i + by : i);
}

static void go_end(struct pager *p, bool bottom)
{
	p->top = bottom ? last_top(p) : 0;
	p->left = 0;
	if (p->list)
		choose(p, bottom ? (int)p->n_items - 1 : 0);
	if (p->list)
		p->top = bottom ? last_top(p) : 0;
}

static void line(struct pager *p, int by)
{
	bool edge = p->list && p->n_items && (p->item + by < 0 || p->item + by >= (int)p->n_items);

	if (p->list && p->n_items && !edge)
		step_item(p, by);
	else
		scroll(p, by);
}

static void next_item(struct pager *p, int by)
{
	if (p->list && p->n_items)
		step_section(p, by);
	else
		step_item(p, by);
}

enum request pager_request(struct pager *p, enum request r)
{
	int full = MAX(1, p->height - 1), half = MAX(1, p->height / 2);

	switch (r) {
	case REQ_UP: line(p, -1); break;
	case REQ_DOWN: line(p, 1); break;
	case REQ_LEFT: p->left = MAX(0, p->left - 8); break;
	case REQ_RIGHT: p->left += 8; break;
	case REQ_PAGE_UP: page(p, -full); break;
	case REQ_PAGE_DOWN: page(p, full); break;
	case REQ_HALF_UP: page(p, -half); break;
	case REQ_HALF_DOWN: page(p, half); break;
	case REQ_TOP: go_end(p, false); break;
	case REQ_BOTTOM: go_end(p, true); break;
	case REQ_NEXT_ITEM: next_item(p, 1); break;
	case REQ_PREV_ITEM: next_item(p, -1); break;
	case REQ_WHEEL_UP: scroll(p, -3); break;
	case REQ_WHEEL_DOWN: scroll(p, 3); break;
	case REQ_SEARCH_NEXT: pager_search(p, p->needle, 1, true); break;
	case REQ_SEARCH_PREV: pager_search(p, p->needle, -1, true); break;
	default: return r;
	}
	int widest = 0;
	for (int i = p->top; i < (int)p->rows.n && i < p->top + p->height; i++)
		widest = MAX(widest, row_width(&p->rows.v[i]));
	p->left = MAX(0, MIN(p->left, widest - p->width));
	return REQ_NONE;
}

int pager_search(struct pager *p, const char *needle, int direction, bool again)
{
	if (!needle || !*needle || !p->rows.n)
		return -1;
	if (needle != p->needle) {
		free(p->needle);
		p->needle = xstrdup(needle);
	}
	int from = p->top + (again ? direction : 0), n = (int)p->rows.n;
	int row = from >= 0 && from < n ? rows_search(&p->rows, p->needle, from, direction) : -1;
	if (row < 0)
		row = rows_search(&p->rows, p->needle, direction > 0 ? 0 : n - 1, direction);
	/* The last page does not scroll: hits on it follow one another by wrapping, so bring them into view only. */
	if (row >= 0)
		pager_go(p, row);
	if (row >= 0 && p->list) {
		for (size_t i = 0; i < p->n_items; i++) {
			if (p->items[i].row == row)
				p->item = (int)i;
		}
	}
	return row;
}

int pager_percent(const struct pager *p)
{
	if ((int)p->rows.n <= p->height)
		return 100;
	return (int)((int64_t)(p->top + p->height) * 100 / (int64_t)p->rows.n);
}

/* --- drawing --- */

static void mark_matches(const struct pager *p, struct canvas *c, struct rect line, const struct row *row)
{
	struct sbuf text = SBUF_INIT, folded = SBUF_INIT, needle = SBUF_INIT;

	row_plain(row, &text);
	utf8_fold(&folded, text.buf, text.len);
	utf8_fold(&needle, p->needle, strlen(p->needle));
	for (char *at = folded.buf; needle.len && (at = strstr(at, needle.buf)); at += needle.len) {
		int x = utf8_width(folded.buf, (size_t)(at - folded.buf)) - p->left;
		struct rect hit = { line.x + x, line.y, utf8_width(needle.buf, needle.len), 1 };
		if (x >= 0 && x < line.w)
			canvas_over(c, hit, OVER_MATCH);
	}
	sbuf_release(&text);
	sbuf_release(&folded);
	sbuf_release(&needle);
}

static void mark_item(const struct pager *p, struct canvas *c, struct rect line, int i)
{
	if (!p->focus || p->item < 0 || p->item >= (int)p->n_items)
		return;
	const struct pager_item *item = &p->items[p->item];
	if (i < item->row || i > item->last_row)
		return;
	if (p->list) {
		canvas_over(c, line, OVER_SELECTED);
		return;
	}
	const struct row *row = &p->rows.v[i];
	for (size_t j = 0; j < row->n; j++) {
		const struct piece *piece = &row->pieces[j];
		int x = piece->column - p->left;
		if (!piece->href || !streq(piece->href, item->href) || x >= line.w)
			continue;
		canvas_over(c, (struct rect){ line.x + MAX(0, x), line.y, MIN(piece->width, line.w - x), 1 },
			    OVER_SELECTED);
	}
}

void pager_draw(struct pager *p, struct canvas *c, struct rect place)
{
	pager_resize(p, place.w, place.h);
	for (int y = 0; y < place.h && p->top + y < (int)p->rows.n; y++) {
		const struct row *row = &p->rows.v[p->top + y];
		struct rect line = { place.x, place.y + y, place.w, 1 };
		canvas_row(c, place, place.y + y, row, p->left);
		mark_item(p, c, line, p->top + y);
		if (p->needle)
			mark_matches(p, c, line, row);
	}
}
