/* Marks of the editor go where their lines go. */
#include "ui/editpane.h"

#include "test.h"

static const char text[] = "fn main() {\n    let a = 1\n    let b = 2;\n}\n";

static int line_of(struct editpane *p)
{
	const struct edit_mark *m = editpane_first_error(p);

	return m ? (int)m->line : -1;
}

TEST(marks_follow)
{
	struct editpane p;

	editpane_init(&p, text, strlen(text), true);
	editpane_mark(&p, 1, 4, 7, true, "expected `;`");
	CHECK_INT(line_of(&p), 1);
	/* A line before it: it moves down. */
	edit_move_to(p.edit, (struct edit_pos){ 0, 0 }, false);
	edit_insert(p.edit, "// one\n// two\n", 14, 0);
	CHECK_INT(line_of(&p), 3);
	/* The line itself is changed: the mark is not shown. */
	edit_move_to(p.edit, (struct edit_pos){ 3, 13 }, false);
	edit_insert(p.edit, ";", 1, 0);
	CHECK_INT(line_of(&p), -1);
	CHECK(!editpane_mark_here(&p));
	/* And it comes back with the line. */
	edit_undo(p.edit);
	CHECK_INT(line_of(&p), 3);
	editpane_release(&p);
}
