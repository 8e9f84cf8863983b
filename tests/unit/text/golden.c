/*
 * Golden rows: every tests/golden/layout/NAME.md (or .html) at four widths against NAME.WIDTH.txt, in ASCII at 80
 * against NAME.ascii.txt, and with styles at 80 against NAME.styles.txt. GOLDEN_WRITE=1 rewrites them.
 */
#include "test.h"

#include "base/file.h"
#include "base/utf8.h"
#include "text/html.h"
#include "text/layout.h"

#define DIR "tests/golden/layout"

static void rows_styles(const struct rows *r, struct sbuf *out)
{
	for (size_t i = 0; i < r->n; i++) {
		sbuf_addf(out, "%d%s", r->v[i].block, r->v[i].wrapped ? "+" : "");
		for (size_t k = 0; k < r->v[i].n; k++) {
			const struct piece *p = &r->v[i].pieces[k];

			sbuf_addf(out, " %s@%d+%d[%s]%s%s", row_style_name(p->style), p->column, p->width,
				  p->text, p->href ? "->" : "", p->href ? p->href : "");
		}
		sbuf_addch(out, '\n');
	}
}

static void compare(const char *name, const char *kind, const struct sbuf *got)
{
	char *path = xstrfmt("%s/%s.%s.txt", DIR, name, kind);
	struct sbuf want = SBUF_INIT, err = SBUF_INIT;

	if (getenv("GOLDEN_WRITE"))
		CHECK_INT(file_write(path, got->buf, got->len, &err), 0);
	CHECK_INT(file_read(path, 1 << 20, &want, &err), 0);
	if (!streq(got->buf, want.buf))
		printf("%s differs\n", path);
	CHECK_STR(got->buf, want.buf);
	CHECK_STR(err.buf, "");
	free(path);
	sbuf_release(&want);
	sbuf_release(&err);
}

static void check_widths(const struct rows *r, int width)
{
	for (size_t i = 0; i < r->n; i++) {
		CHECK(row_width(&r->v[i]) <= width);
		for (size_t k = 1; k < r->v[i].n; k++)
			CHECK(r->v[i].pieces[k].column >=
			      r->v[i].pieces[k - 1].column + r->v[i].pieces[k - 1].width);
	}
}

static void check_at(const struct doc *d, const char *name, const char *kind, int width, unsigned flags)
{
	struct layout_opts o = { .width = width, .flags = flags };
	struct rows rows = ROWS_INIT;
	struct sbuf got = SBUF_INIT;

	layout_doc(d, &o, &rows);
	check_widths(&rows, width);
	if (streq(kind, "styles"))
		rows_styles(&rows, &got);
	else
		rows_plain(&rows, &got);
	if (flags & LAYOUT_ASCII)
		CHECK(!strstr(got.buf, "│"));
	compare(name, kind, &got);
	sbuf_release(&got);
	rows_release(&rows);
}

static void check_file(const char *file)
{
	char *path = path_join(DIR, file), *name = xmemdupz(file, strcspn(file, "."));
	struct sbuf text = SBUF_INIT, err = SBUF_INIT;
	struct doc d = DOC_INIT;

	CHECK_INT(file_read(path, MD_MAX, &text, &err), 0);
	if (ends_with(file, ".html"))
		CHECK_INT(html_parse(text.buf, text.len, &d, NULL, &err), 0);
	else
		CHECK_INT(md_parse(text.buf, text.len, 1, &d, &err), 0);
	check_at(&d, name, "20", 20, LAYOUT_NUMBER_CODE);
	check_at(&d, name, "40", 40, 0);
	check_at(&d, name, "80", 80, 0);
	check_at(&d, name, "120", 120, 0);
	check_at(&d, name, "ascii", 80, LAYOUT_ASCII);
	check_at(&d, name, "styles", 80, 0);
	doc_release(&d);
	sbuf_release(&text);
	sbuf_release(&err);
	free(path);
	free(name);
}

TEST(golden_files)
{
	struct strv names = STRV_INIT;
	int checked = 0;

	CHECK_INT(file_list(DIR, &names, NULL), 0);
	for (size_t i = 0; i < names.n; i++) {
		if (!ends_with(names.v[i], ".md") && !ends_with(names.v[i], ".html"))
			continue;
		check_file(names.v[i]);
		checked++;
	}
	CHECK(checked >= 6);
	strv_release(&names);
}
