#include "test.h"

#include "ui/pager.h"

/* n rows "line I", a block each; every fifth has a link "p:I". */
static void fill(struct pager *p, int n)
{
	struct rows rows = ROWS_INIT;

	for (int i = 0; i < n; i++) {
		struct row *row = rows_add(&rows);
		row->block = i;
		row_addf(row, ROW_TEXT, "line %d ", i);
		if (i % 5 == 4) {
			char *href = xstrfmt("p:%d", i);
			row_add(row, ROW_LINK, "link", 4, href);
			free(href);
		}
	}
	pager_set_rows(p, &rows);
}

static void check_screen(struct pager *p, int w, int h, const char *want)
{
	struct canvas c;
	struct sbuf b = SBUF_INIT;

	canvas_init(&c);
	canvas_reset(&c, w, h);
	pager_draw(p, &c, (struct rect){ 0, 0, w, h });
	canvas_plain(&c, &b);
	CHECK_STR(b.buf, want);
	sbuf_release(&b);
	canvas_release(&c);
}

TEST(scrolling_stops_at_both_ends)
{
	struct pager p;

	pager_init(&p);
	fill(&p, 10);
	check_screen(&p, 20, 3, "line 0\nline 1\nline 2\n");
	pager_request(&p, REQ_UP);
	CHECK_INT(p.top, 0);
	pager_request(&p, REQ_PAGE_DOWN);
	check_screen(&p, 20, 3, "line 2\nline 3\nline 4 link\n");
	pager_request(&p, REQ_BOTTOM);
	check_screen(&p, 20, 3, "line 7\nline 8\nline 9 link\n");
	CHECK_INT(pager_percent(&p), 100);
	pager_request(&p, REQ_DOWN);
	CHECK_INT(p.top, 7);
	pager_request(&p, REQ_TOP);
	CHECK_INT(p.top, 0);
	CHECK_INT(pager_request(&p, REQ_SAVE), REQ_SAVE);
	pager_release(&p);
}

TEST(tab_goes_from_link_to_link_and_scrolls)
{
	struct pager p;

	pager_init(&p);
	fill(&p, 30);
	pager_resize(&p, 20, 4);
	CHECK(!pager_href(&p));
	pager_request(&p, REQ_NEXT_ITEM);
	CHECK_STR(pager_href(&p), "p:4");
	CHECK_INT(p.top, 1);
	pager_request(&p, REQ_NEXT_ITEM);
	CHECK_STR(pager_href(&p), "p:9");
	pager_request(&p, REQ_PREV_ITEM);
	CHECK_STR(pager_href(&p), "p:4");
	/* after scrolling away, from where the reader is */
	pager_request(&p, REQ_BOTTOM);
	pager_request(&p, REQ_NEXT_ITEM);
	CHECK_STR(pager_href(&p), "p:29");
	pager_release(&p);
}

TEST(a_wrapped_link_is_one_item)
{
	struct pager p;
	struct rows rows = ROWS_INIT;

	pager_init(&p);
	row_add(rows_add(&rows), ROW_LINK, "first half", 10, "x:1");
	row_add(rows_add(&rows), ROW_LINK, "second half", 11, "x:1");
	row_add(rows_add(&rows), ROW_LINK, "another", 7, "x:2");
	pager_set_rows(&p, &rows);
	CHECK_INT(p.n_items, 2);
	CHECK_INT(p.items[0].last_row, 1);
	pager_release(&p);
}

TEST(a_list_moves_by_entries)
{
	struct pager p;

	pager_init(&p);
	p.list = true;
	pager_resize(&p, 20, 6);
	fill(&p, 30);
	CHECK_STR(pager_href(&p), "p:4");
	pager_request(&p, REQ_DOWN);
	CHECK_STR(pager_href(&p), "p:9");
	CHECK(p.top + 6 > 9);
	pager_request(&p, REQ_BOTTOM);
	CHECK_STR(pager_href(&p), "p:29");
	pager_request(&p, REQ_TOP);
	CHECK_STR(pager_href(&p), "p:4");
	CHECK_INT(p.top, 0);
	CHECK(pager_choose_at(&p, 0, 4));
	CHECK(!pager_choose_at(&p, 0, 2));
	pager_release(&p);
}

TEST(search_wraps_around)
{
	struct pager p;

	pager_init(&p);
	pager_resize(&p, 20, 2);
	fill(&p, 30);
	CHECK_INT(pager_search(&p, "LINE 2", 1, false), 2);
	CHECK_INT(pager_search(&p, "line 2", 1, true), 20);
	CHECK_INT(p.top, 20);
	CHECK_INT(pager_search(&p, "line 1", 1, true), 1);
	CHECK_INT(pager_search(&p, "no such", 1, true), -1);
	CHECK_INT(p.top, 1);
	pager_release(&p);
}

/* Rows made anew: the same block stays at the top, the same link stays chosen. */
TEST(the_place_survives_new_rows)
{
	struct pager p;
	struct rows rows = ROWS_INIT;
	int block, offset;

	pager_init(&p);
	pager_resize(&p, 20, 4);
	fill(&p, 30);
	pager_request(&p, REQ_NEXT_ITEM);
	pager_go(&p, 12);
	for (int i = 0; i < 60; i++) { /* every block has two rows now */
		struct row *row = rows_add(&rows);
		row->block = i / 2;
		row_addf(row, ROW_TEXT, "line %d.%d ", i / 2, i % 2);
		if (i == 9)
			row_add(row, ROW_LINK, "link", 4, "p:4");
	}
	pager_set_rows(&p, &rows);
	CHECK_INT(p.top, 24);
	CHECK_STR(pager_href(&p), "p:4");
	pager_place(&p, &block, &offset);
	CHECK_INT(block, 12);
	CHECK_INT(offset, 0);
	pager_set_place(&p, 3, 1);
	CHECK_INT(p.top, 7);
	pager_release(&p);
}

TEST(an_empty_page_is_no_trouble)
{
	static const enum request all[] = { REQ_UP, REQ_DOWN, REQ_PAGE_UP, REQ_PAGE_DOWN, REQ_TOP, REQ_BOTTOM,
					    REQ_NEXT_ITEM, REQ_PREV_ITEM, REQ_RIGHT, REQ_SEARCH_NEXT, REQ_HALF_DOWN };
	struct pager p;
	struct rows rows = ROWS_INIT;

	pager_init(&p);
	for (int list = 0; list < 2; list++) {
		p.list = list;
		pager_set_rows(&p, &rows);
		for (size_t i = 0; i < ARRAY_SIZE(all); i++)
			CHECK_INT(pager_request(&p, all[i]), REQ_NONE);
		check_screen(&p, 10, 2, "\n\n");
		CHECK_INT(pager_search(&p, "x", 1, false), -1);
		CHECK_INT(pager_percent(&p), 100);
	}
	pager_release(&p);
}
