#include "test.h"

#include "base/front.h"

TEST(scalars_stay_as_written)
{
	const char *text = "a: 5.0\nb: 007\nc: true\nd:\ne: [1.50, null]\nf: |\n  two\n  lines\n";
	struct json *j = yaml_parse_text(text, strlen(text), NULL);
	struct strv e = STRV_INIT;

	CHECK_STR(json_get_str(j, "a", NULL), "5.0");
	CHECK_STR(json_get_str(j, "b", NULL), "007");
	CHECK_STR(json_get_str(j, "c", NULL), "true");
	CHECK_STR(json_get_str(j, "d", NULL), "");
	CHECK_STR(json_get_str(j, "f", NULL), "two\nlines\n");
	json_get_strv(j, "e", &e);
	CHECK_INT(e.n, 2);
	CHECK_STR(e.v[0], "1.50");
	CHECK_STR(e.v[1], "null");
	strv_release(&e);
	json_free(j);
	j = yaml_parse(text, strlen(text), NULL);
	CHECK(json_get_num(j, "a", 0) == 5.0 && json_get_bool(j, "c", false) && json_is_null(json_get(j, "d")));
	json_free(j);
}

TEST(front_matter_as_text)
{
	const char *text = "---\nid: 7\n---\nbody\n";
	struct front f;

	CHECK_INT(front_parse_text(text, strlen(text), &f, NULL), 0);
	CHECK_STR(json_get_str(f.meta, "id", NULL), "7");
	CHECK_STR(f.body, "body\n");
	CHECK_INT(f.body_line, 4);
	front_release(&f);
}
