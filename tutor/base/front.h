/* Front matter: YAML between two lines of `---` at the very start of a text, then the body. */
#ifndef BASE_FRONT_H
#define BASE_FRONT_H

#include "base/json.h"

struct front {
	struct json *meta;  /* an object, owned */
	const char *body;   /* points into the text given */
	size_t body_len;
	int body_line;      /* line number of the body's first line, from 1 */
};

/* Splits text; the text must outlive *f. No front matter: -1 and a sentence. */
int front_parse(const char *text, size_t len, struct front *f, struct sbuf *err);
/* The same, with yaml_parse_text. */
int front_parse_text(const char *text, size_t len, struct front *f, struct sbuf *err);
void front_release(struct front *f);

#endif
