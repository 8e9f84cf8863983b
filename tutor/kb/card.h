/*
 * card: hand-written knowledge (kb/cards, format in kb/README.md). Pure: parses bytes. Strings are
 * owned by the card; text sections are Markdown.
 */
#ifndef KB_CARD_H
#define KB_CARD_H

#include "base/json.h"
#include "rust/diag.h"

enum card_kind { CARD_ERROR, CARD_QUESTION, CARD_TASK, CARD_CONCEPT };

struct card {
	enum card_kind kind;
	char *slug;                /* "errors/E0382" */
	char *code;                /* NULL: none */
	char *title;
	struct strv also, messages, concepts, see, confused_with, asked;
	int start_rung;
	/* Errors: the sections; NULL when absent. attempt is "Try". */
	char *what, *story, *rule, *your_code, *attempt, *wrong, *right, *fixes, *confused_text;
	/* Questions, tasks, concepts. */
	char *body;
};

/* Parses one card file. slug is "errors/NAME". -1 and a sentence with the line on bad input. */
int card_parse(const char *slug, const char *text, size_t len, struct card *c, struct sbuf *err);
void card_release(struct card *c);

struct cards {
	struct card *v;
	size_t n, alloc;
};
void cards_release(struct cards *cs);
/*
 * The best error card: patterns on message or label (longest literal match) before code alone; NULL
 * when none.
 */
const struct card *cards_for_diag(const struct cards *cs, const struct diag *d);
const struct card *cards_for_code(const struct cards *cs, const char *code);
const struct card *cards_by_slug(const struct cards *cs, const char *slug);
/* Fills the fields of "Your code"; sentences with an unknown field are left out. */
void card_your_code(const struct card *c, const struct diag *d, struct sbuf *out);

#endif
