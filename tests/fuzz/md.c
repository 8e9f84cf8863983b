/* room: text */
/* Markdown to blocks to rows at widths 10 to 200: no row is too wide, no control character gets through. */
#include "base/base.h"

#include "base/utf8.h"
#include "text/layout.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_row(const struct row *row, const struct layout_opts *o)
{
	int column = 0;

	for (size_t i = 0; i < row->n; i++) {
		const struct piece *p = &row->pieces[i];

		if (p->column < column || p->width != utf8_width(p->text, strlen(p->text)))
			BUG("piece at %d, width %d: %s", p->column, p->width, p->text);
		if (!utf8_valid(p->text, strlen(p->text), NULL) || strpbrk(p->text, "\n\t\r\x1b\x7f"))
			BUG("not safe to show");
		column = p->column + p->width;
	}
	if (column > o->width && !(o->flags & LAYOUT_NO_WRAP_CODE))
		BUG("row of %d columns at width %d", column, o->width);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct layout_opts o = { .width = 80 };
	struct rows rows = ROWS_INIT;
	struct doc d = DOC_INIT;

	if (size < 2)
		return 0;
	o.width = 10 + data[0] % 191;
	o.flags = data[1] & 7;
	o.max_text = data[1] >> 3;
	if (!md_parse((const char *)data + 2, size - 2, 1, &d, NULL))
		layout_doc(&d, &o, &rows);
	for (size_t i = 0; i < rows.n; i++)
		check_row(&rows.v[i], &o);
	for (size_t i = 0; i < d.n; i++)
		if (d.blocks[i].id && doc_find_anchor(&d, d.blocks[i].id) != (int)i)
			BUG("id %s is not unique", d.blocks[i].id);
	rows_search(&rows, "a b", 0, 1);
	rows_release(&rows);
	doc_release(&d);
	return 0;
}
