#include "base/base.h"

#include "text/tablefence.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Does the '|' at i part two cells? */
static bool parts(const char *line, size_t len, size_t i)
{
	return (i == 0 || is_blank(line[i - 1])) && (i + 1 == len || is_blank(line[i + 1]));
}

/* Where the run of backticks that starts at i is closed by one as long; i's run is skipped when it is not. */
static size_t skip_code(const char *line, size_t len, size_t i)
{
	size_t open = 0, run, at;

	while (i + open < len && line[i + open] == '`')
		open++;
	for (at = i + open; at < len; at += run) {
		for (run = 0; at + run < len && line[at + run] == '`'; run++)
			;
		if (run == open)
			return at + run;
		run += !run;
	}
	return i + open;
}

/* Length of the cell that starts at `from`; a row of many lone backticks costs its length squared, so lines are short. */
static size_t cell_end(const char *line, size_t len, size_t from)
{
	size_t i = from;

	while (i < len) {
		if (line[i] == '|' && parts(line, len, i))
			return i;
		if (line[i] == '\\' && i + 1 < len)
			i += 2;
		else if (line[i] == '`')
			i = skip_code(line, len, i);
		else
			i++;
	}
	return len;
}

static void add_cell(struct sbuf *out, const char *p, size_t len)
{
	while (len && is_blank(*p)) {
		p++;
		len--;
	}
	while (len && is_blank(p[len - 1]))
		len--;
	sbuf_addstr(out, TABLE_CELL_GUARD);
	sbuf_add(out, p, len);
	sbuf_addstr(out, "\n\n");
}

/* "---|:--:": the line below the head in other dialects. */
static bool is_ruler(const char *line, size_t len)
{
	size_t dashes = 0;

	for (size_t i = 0; i < len; i++) {
		if (!strchr("-:| \t", line[i]))
			return false;
		dashes += line[i] == '-';
	}
	return dashes >= 2;
}

static bool is_empty(const char *line, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!is_blank(line[i]))
			return false;
	return true;
}

/* Cells of one line; writes them, and empty ones up to `columns`, when out is given. */
static size_t split_line(const char *line, size_t len, size_t columns, struct sbuf *out)
{
	size_t n = 0, pos = 0, end;

	do {
		end = cell_end(line, len, pos);
		if (out)
			add_cell(out, line + pos, end - pos);
		n++;
		pos = end + 1;
	} while (end < len && pos <= len);
	for (; out && n < columns; n++)
		add_cell(out, "", 0);
	return n;
}

#define LINE_MAX_BYTES 4096

/* Calls split_line for each line that is a row. False: a line is too long. */
static bool each_row(const char *text, size_t columns, struct sbuf *out, size_t *rows, size_t *most)
{
	size_t len, n;

	for (; *text; text += len + (text[len] == '\n')) {
		len = strcspn(text, "\n");
		if (len > LINE_MAX_BYTES)
			return false;
		if (is_empty(text, len) || is_ruler(text, len))
			continue;
		n = split_line(text, len, columns, out);
		*most = MAX(*most, n);
		*rows += 1;
	}
	return true;
}

bool table_fence_split(struct block *b, struct sbuf *paragraphs)
{
	size_t rows = 0, columns = 0, ignore = 0;

	if (!each_row(b->text, 0, NULL, &rows, &columns) || !block_set_cells(b, rows, columns))
		return false;
	each_row(b->text, columns, paragraphs, &ignore, &ignore);
	return true;
}
