/*
 * Tables: columns shrink fairly (the widest give first), cells wrap; where that would leave columns too
 * narrow to read, every row becomes a list of "head: value" lines.
 */
#include "base/base.h"

#include "base/utf8.h"
#include "text/frame.h"

#define COLUMN_MIN 6   /* a column that could use more is not set narrower than this */
#define WORD_KEPT 14   /* and words up to this long are not cut */
#define COLUMN_NARROW 16 /* below this a cell may take CELL_LINES rows */
#define CELL_LINES 5

struct column {
	int natural; /* its longest line */
	int least;   /* what it needs to be readable */
	int width;   /* as shown */
	int left;
};

struct table {
	struct frame *f;
	struct flow *cells; /* as in the block */
	struct column *columns;
	size_t rows, n;     /* n columns */
	int between;        /* columns between two columns */
};

static struct flow *cell(const struct table *t, size_t row, size_t column)
{
	return &t->cells[row * t->n + column];
}

static void table_init(struct table *t, struct frame *f)
{
	const struct block *b = f->b;

	*t = (struct table){ .f = f, .rows = b->rows, .n = b->columns };
	t->between = frame_ascii(f) ? 2 : 3;
	t->cells = xcalloc(t->rows * t->n, sizeof(*t->cells));
	t->columns = xcalloc(t->n, sizeof(*t->columns));
	for (size_t i = 0; i < t->rows * t->n; i++) {
		sbuf_init(&t->cells[i].text);
		frame_spans(f, &t->cells[i], i < t->n ? ROW_TABLE_HEAD : ROW_TEXT, b->cells[i].spans,
			    b->cells[i].n_spans);
	}
}

static void table_release(struct table *t)
{
	for (size_t i = 0; i < t->rows * t->n; i++)
		flow_release(&t->cells[i]);
	free(t->cells);
	free(t->columns);
}

static void measure(struct table *t)
{
	int line, word;

	for (size_t row = 0; row < t->rows; row++) {
		for (size_t i = 0; i < t->n; i++) {
			struct column *c = &t->columns[i];

			flow_measure(cell(t, row, i), &line, &word);
			c->natural = MAX(c->natural, MAX(line, 1));
			c->least = MAX(c->least, MIN(word, WORD_KEPT));
		}
	}
	for (size_t i = 0; i < t->n; i++)
		t->columns[i].least = MIN(t->columns[i].natural, MAX(t->columns[i].least, COLUMN_MIN));
}

/* Sum of the columns' widths when none is set wider than `level`, unless it must be. */
static int width_at(struct table *t, int level)
{
	int sum = 0;

	for (size_t i = 0; i < t->n; i++) {
		struct column *c = &t->columns[i];

		c->width = MAX(MIN(c->natural, level), c->least);
		sum += c->width;
	}
	return sum;
}

/* What is left over goes to the first columns that can use it. */
static void place_columns(struct table *t, int level, int spare)
{
	int left = 0;

	for (size_t i = 0; i < t->n; i++) {
		struct column *c = &t->columns[i];

		if (spare > 0 && c->width < c->natural && c->width >= level) {
			c->width++;
			spare--;
		}
		c->left = left;
		left += c->width + t->between;
	}
}

static bool readable(const struct table *t)
{
	for (size_t i = 0; i < t->n; i++) {
		const struct column *c = &t->columns[i];

		if (c->width < COLUMN_NARROW && c->natural > c->width * CELL_LINES)
			return false;
	}
	return true;
}

/* Finds the highest level that fits. False: none does, or the columns would be too narrow. */
static bool fit_columns(struct table *t)
{
	int room = t->f->width - t->between * ((int)t->n - 1), low = 0, high = MAX(t->f->width, 1), mid;

	if (width_at(t, low) > room)
		return false;
	while (low < high) {
		mid = low + (high - low + 1) / 2;
		if (width_at(t, mid) <= room)
			low = mid;
		else
			high = mid - 1;
	}
	place_columns(t, low, room - width_at(t, low));
	return readable(t);
}

static struct row *cell_row(void *ctx, bool wrapped)
{
	(void)wrapped;
	return rows_add(ctx);
}

/* Moves the pieces of one row of a cell to their place; separators on the way there come first. */
static void place_pieces(const struct table *t, struct row *row, size_t column, const struct row *from)
{
	int left = t->f->left + t->columns[column].left;

	if (column && !frame_ascii(t->f))
		row_add_at(row, left - 2, ROW_TABLE_LINE, "│", strlen("│"), NULL);
	for (size_t i = 0; i < from->n; i++) {
		const struct piece *p = &from->pieces[i];

		row_add_at(row, left + p->column, p->style, p->text, strlen(p->text), p->href);
	}
}

/* One row of the table; returns how many lines it took. */
static size_t add_row(struct table *t, size_t r)
{
	static const struct row none;
	struct rows *parts = xcalloc(t->n, sizeof(*parts));
	size_t lines = 1;

	for (size_t i = 0; i < t->n; i++) {
		flow_wrap(cell(t, r, i), 0, t->columns[i].width, FLOW_WORDS, cell_row, &parts[i]);
		lines = MAX(lines, parts[i].n);
	}
	for (size_t line = 0; line < lines; line++) {
		struct row *row = frame_row(t->f, false);

		for (size_t i = 0; i < t->n; i++)
			place_pieces(t, row, i, line < parts[i].n ? &parts[i].v[line] : &none);
	}
	for (size_t i = 0; i < t->n; i++)
		rows_release(&parts[i]);
	free(parts);
	return lines;
}

static void add_ruler(struct table *t, const char *dash, const char *cross)
{
	struct row *row = frame_row(t->f, false);
	struct sbuf line = SBUF_INIT;

	for (size_t i = 0; i < t->n; i++) {
		sbuf_addstr(&line, i ? cross : "");
		for (int k = 0; k < t->columns[i].width; k++)
			sbuf_addstr(&line, dash);
	}
	row_add_at(row, t->f->left, ROW_TABLE_LINE, line.buf, line.len, NULL);
	sbuf_release(&line);
}

/* Rows that take several lines need something between them. */
static bool any_wraps(const struct table *t)
{
	int line, word;

	for (size_t r = 1; r < t->rows; r++) {
		for (size_t i = 0; i < t->n; i++) {
			flow_measure(cell(t, r, i), &line, &word);
			if (line > t->columns[i].width || strchr(cell(t, r, i)->text.buf, '\n'))
				return true;
		}
	}
	return false;
}

static void add_grid(struct table *t)
{
	bool ascii = frame_ascii(t->f), apart = any_wraps(t);

	for (size_t r = 0; r < t->rows; r++) {
		add_row(t, r);
		if (r == 0 && ascii)
			add_ruler(t, "-", "  ");
		else if (r == 0)
			add_ruler(t, "━", "━┿━");
		else if (apart && r + 1 < t->rows && ascii)
			frame_row(t->f, false);
		else if (apart && r + 1 < t->rows)
			add_ruler(t, "─", "─┼─");
	}
}

static void flow_copy(struct flow *to, const struct flow *from)
{
	const char *text = from->text.buf;
	size_t at = 0, end;

	for (size_t i = 0; i < from->n; i++) {
		for (; at < from->runs[i].end; at = end) {
			end = at + strcspn(text + at, "\n");
			end = MIN(end, from->runs[i].end);
			flow_add(to, from->runs[i].style, text + at, end - at, from->runs[i].href);
			if (text[end] == '\n' && end < from->runs[i].end) {
				flow_break(to);
				end++;
			}
		}
	}
}

static void add_value(struct table *t, size_t row, size_t column)
{
	const struct flow *head = cell(t, 0, column), *value = cell(t, row, column);
	struct flow line = FLOW_INIT;

	if (!value->text.len)
		return;
	if (row && head->text.len) {
		flow_copy(&line, head);
		flow_add(&line, ROW_TABLE_HEAD, ": ", 2, NULL);
	}
	flow_copy(&line, value);
	flow_wrap(&line, t->f->left, t->f->width, FLOW_WORDS, frame_row, t->f);
	flow_release(&line);
}

/* A table that is nothing but a head has the head as its one entry. */
static void add_list(struct table *t)
{
	size_t first = t->rows > 1;

	for (size_t r = first; r < t->rows; r++) {
		if (r > first)
			frame_row(t->f, false);
		for (size_t i = 0; i < t->n; i++)
			add_value(t, r, i);
	}
}

void layout_table(struct frame *f)
{
	struct table t;

	table_init(&t, f);
	measure(&t);
	if (fit_columns(&t))
		add_grid(&t);
	else
		add_list(&t);
	table_release(&t);
}
