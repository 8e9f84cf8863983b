/* The inside of explain: building the steps of one error from what is known. Private to svc. */
#ifndef SVC_EXPLAIN_INT_H
#define SVC_EXPLAIN_INT_H

#include "learn/course.h"
#include "svc/explain.h"

struct explain_source { /* the learner's text, for lines; text NULL: not there */
	const char *text;
	size_t len;
};

/* Line number `line` (from 1) of the source without its newline; false when there is none. */
bool source_line(const struct explain_source *s, int line, const char **text, size_t *len);
/* A picture of a place: the line with its number and carets below. columns from 1, half open; 0: no carets. */
void picture_add(struct sbuf *out, int line, const char *text, size_t len, int col, int col_end, const char *label);
/* `code` in back ticks for Markdown, whatever back ticks it holds itself; cut at 72 columns. */
void inline_code(struct sbuf *out, const char *text, size_t len);

/* The first paragraph of `rustc --explain`'s text that is prose, as Markdown. */
void explain_first_paragraph(const char *text, struct sbuf *out);

/* Steps of one diagnostic. explain_text: what rustc --explain says about its code, or NULL. */
void explain_error_steps(const struct diag *d, const struct card *card, const char *explain_text,
			 const struct explain_source *src, struct steps *out);
/* Steps of a card alone (an error code with no program). */
void explain_card_steps(const struct card *card, const char *code, const char *explain_text, struct steps *out);
/* Steps of what happened while running: panic, failed test, wrong output, limit. */
void explain_run_steps(const struct check_result *r, const struct card *card, const struct explain_source *src,
		       struct steps *out);
/* Slug of the card for a verdict without a panic ("panic-timeout"), or NULL. */
const char *explain_run_card(const struct check_result *r);
/* The card's later steps, which are the same everywhere: try, analogue, usual fixes. */
void explain_card_tail(const struct card *card, struct steps *out);
void explain_card_cites(const struct card *card, struct step *s);

#endif
