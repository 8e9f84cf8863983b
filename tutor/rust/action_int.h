/* The inside of action: a text as its tokens without white space, and the places that an error gives in it. */
#ifndef RUST_ACTION_INT_H
#define RUST_ACTION_INT_H

#include "rust/action.h"
#include "rust/fix_int.h"

#define PLACES_MAX 128
#define PLACE_REACH 8         /* tokens away from an edge of a span */

struct place {
	char name[8];
	uint32_t at;          /* before this token of the view; its number of tokens: the end */
	bool span;            /* an edge of a span, from which tokens may be counted */
};

struct aview {
	struct fix f;         /* the error, the text, its tokens */
	uint32_t *code;       /* indices of tokens that are no white space and no comment */
	uint32_t n;
	struct place places[PLACES_MAX];
	size_t n_places;
	struct strv names;    /* what the messages quote, in order */
};

/* false: the error has no place in this text. d NULL: tokens only. */
bool aview_init(struct aview *v, const struct diag *d, const char *file, const char *text, size_t len);
void aview_release(struct aview *v);
const struct token *aview_token(const struct aview *v, uint32_t i);
bool aview_is(const struct aview *v, uint32_t i, const char *what);
char *aview_word(const struct aview *v, uint32_t i);     /* owned; "" behind the end */
/* The best name for a boundary, as "P0" or "p0+2", and how far-fetched it is; -1 when it is far from every place. */
long place_of(const struct aview *v, uint32_t at, struct sbuf *out);
/* The boundary that such a name means here; false when there is no such place. */
bool place_find(const struct aview *v, const char *name, uint32_t *at);
/* The j-th name of the k-th quoted piece, owned; NULL. */
char *quoted_name(const struct aview *v, size_t k, size_t j);

#endif
